//! Instructions for reservations whose caller waits here, carried out:
//! <https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks>.

use serde_json::{Map, Value, json};

use super::Stage;
use super::document::Method;
use super::line::{Errand, Form, Purpose, Role, Room, Serving, StatusCallback, Target, Work};
use super::outbound::Outbound;
use super::place::NewLeg;
use crate::emulator::instruction::Leg;
use crate::model::sid::{CallSid, ReservationSid, TaskSid, WorkspaceSid};
use crate::model::{CallStatus, EventType};
use crate::routing::engine::{
    Error, Event, Instruction, Reservation, ReservationAnswer, TaskUpdate,
};

/// Seconds a worker's telephone rings unless told otherwise.
const RINGS: u64 = 60;

impl Stage<'_> {
    /// Gives a reservation an instruction. The network carries it out when the task's caller is
    /// one of its own; otherwise the worker's leg counts as answered at once.
    ///
    /// # Errors
    /// The reservation is not in the state for it.
    pub(crate) fn instruct(
        &mut self,
        workspace: WorkspaceSid,
        sid: ReservationSid,
        instruction: Instruction,
        leg: &Leg,
    ) -> Result<(), Error> {
        let customer = self
            .reservation(workspace, sid)
            .and_then(|reservation| self.network.callers.get(&reservation.task).copied())
            .filter(|call| self.network.lines.contains_key(call));
        let outbound = match (customer, instruction) {
            (None, Instruction::Conference) => self.outbound_of(workspace, sid, leg),
            _ => None,
        };
        if customer.is_none() && outbound.is_none() {
            return self
                .engine
                .instruct_reservation(self.now, workspace, sid, instruction);
        }
        let customer = (customer, outbound);
        match instruction {
            Instruction::Dequeue | Instruction::Conference => {
                self.engine
                    .note_instruction(self.now, workspace, sid, instruction)?;
                self.call_worker(workspace, sid, customer, instruction, leg);
            }
            Instruction::Call { .. } => {
                self.engine
                    .instruct_reservation(self.now, workspace, sid, instruction)?;
                self.call_worker(workspace, sid, customer, instruction, leg);
            }
            Instruction::Redirect { .. } => {
                self.engine
                    .instruct_reservation(self.now, workspace, sid, instruction)?;
                if let (Some(call), Some(url)) = (leg.call, leg.url.clone()) {
                    let target = Target {
                        url,
                        method: Method::Post,
                    };
                    if self.network.lines.contains_key(&call) {
                        self.redirect_from_queue(call, target, false);
                    }
                }
            }
            Instruction::Supervise => {
                self.engine
                    .instruct_reservation(self.now, workspace, sid, instruction)?;
            }
        }
        Ok(())
    }

    fn reservation(&self, workspace: WorkspaceSid, sid: ReservationSid) -> Option<&Reservation> {
        self.engine.workspace(workspace).ok()?.reservations.get(sid)
    }

    fn call_worker(
        &mut self,
        workspace: WorkspaceSid,
        sid: ReservationSid,
        (customer, outbound): (Option<CallSid>, Option<Outbound>),
        instruction: Instruction,
        leg: &Leg,
    ) {
        let Some(task) = self.reservation(workspace, sid).map(|found| found.task) else {
            return;
        };
        let shown = match (customer, &outbound) {
            (Some(customer), _) => self.parties(customer).1,
            (None, Some(outbound)) => outbound.from.clone(),
            (None, None) => String::new(),
        };
        let status = leg.status_callback.clone().map(|url| StatusCallback {
            target: Target {
                url,
                method: leg.status_method,
            },
            events: if leg.status_events.is_empty() {
                vec!["completed".to_owned()]
            } else {
                leg.status_events.clone()
            },
            sequence: 0,
            extra: match instruction {
                Instruction::Dequeue => customer
                    .map(|customer| ("taskCallSid".into(), customer.to_string()))
                    .into_iter()
                    .collect(),
                _ => Vec::new(),
            },
        });
        let what = match instruction {
            Instruction::Dequeue => Errand::Dequeue,
            Instruction::Call { .. } => Errand::Call(Target {
                url: leg.url.clone().unwrap_or_default(),
                method: Method::Post,
            }),
            _ => Errand::Conference(Box::new(Room {
                muted: leg.conference.muted,
                start_on_enter: leg.conference.start_on_enter,
                end_on_exit: leg.conference.end_on_exit,
                end_on_customer_exit: leg.conference.end_on_customer_exit,
                max: leg.conference.max,
                tape: leg.conference.tape.clone(),
                wait: leg.conference.wait.clone().map(super::rest::target),
                status: leg
                    .conference
                    .status_callback
                    .clone()
                    .map(|url| StatusCallback {
                        target: Target {
                            url,
                            method: leg.conference.status_method,
                        },
                        events: leg.conference.status_events.clone(),
                        sequence: 0,
                        extra: Form::new(),
                    }),
                ..Room::default()
            })),
        };
        let work = Work {
            workspace,
            reservation: sid,
            task,
            customer,
            outbound,
            activity_after: leg.post_work,
            what,
        };
        let worker = self.dial_out(NewLeg {
            root: customer,
            parent: None,
            from: leg.from.clone().unwrap_or(shown),
            to: leg.to.clone(),
            direction: "outbound-api",
            purpose: Purpose::Worker(Box::new(work)),
            status,
            rings_for: Some(leg.timeout.unwrap_or(RINGS).saturating_mul(1000)),
            tape: leg.tape.clone(),
            sends: None,
        });
        self.network.ringing.insert(sid, worker);
        if !matches!(instruction, Instruction::Conference) {
            self.add_attributes(workspace, task, |attributes| {
                attributes.insert("worker_call_sid".to_owned(), json!(worker));
            });
        }
    }

    /// Changes what a task says of itself.
    fn add_attributes(
        &mut self,
        workspace: WorkspaceSid,
        task: TaskSid,
        change: impl FnOnce(&mut Map<String, Value>),
    ) {
        let attributes = self
            .engine
            .workspace(workspace)
            .ok()
            .and_then(|workspace| workspace.tasks.get(task))
            .and_then(|task| serde_json::from_str(&task.attributes).ok());
        let Some(mut attributes) = attributes else {
            return;
        };
        change(&mut attributes);
        let update = TaskUpdate {
            attributes: Some(Value::Object(attributes).to_string()),
            ..TaskUpdate::default()
        };
        // A task that is over keeps what it said.
        let _ = self.engine.update_task(self.now, workspace, task, update);
    }

    /// A worker picked up.
    pub(super) fn worker_answered(&mut self, call: CallSid, work: &Work) {
        self.network.ringing.remove(&work.reservation);
        self.answer(call);
        if let Errand::Call(target) = &work.what {
            return self.fetch(call, Role::Main, target.clone(), Vec::new());
        }
        let customer_waits = match work.customer {
            None => work.outbound.is_some(),
            Some(customer) => self
                .line(customer)
                .and_then(|line| line.queued.as_ref())
                .is_some_and(|queued| queued.left.is_none()),
        };
        let accepted = customer_waits
            && self
                .engine
                .answer_reservation(
                    self.now,
                    work.workspace,
                    work.reservation,
                    ReservationAnswer::Accept,
                )
                .is_ok();
        if !accepted {
            return self.end(call, CallStatus::Completed);
        }
        let wraps = matches!(work.what, Errand::Conference(_));
        if let Some(line) = self.line(call) {
            line.serving = Some(Serving {
                workspace: work.workspace,
                reservation: work.reservation,
                task: work.task,
                post_work: work.activity_after,
                wraps,
            });
        }
        match &work.what {
            Errand::Conference(room) => self.confer(call, work, room),
            Errand::Dequeue | Errand::Call(_) => {
                if let Some(customer) = work.customer {
                    self.leave_line(customer);
                    self.connect(customer, call);
                }
            }
        }
    }

    /// Worker and customer meet in a conference named after the task.
    fn confer(&mut self, call: CallSid, work: &Work, room: &Room) {
        let name = work.task.to_string();
        let joined = self.join(call, &name, room.clone());
        let settings = Room {
            start_on_enter: true,
            end_on_exit: room.end_on_customer_exit,
            ..Room::default()
        };
        let customer = match (work.customer, &work.outbound) {
            (Some(customer), _) => {
                self.leave_line(customer);
                self.join(customer, &name, settings);
                Some(customer)
            }
            (None, Some(outbound)) => Some(self.call_customer(call, work, outbound, settings)),
            (None, None) => None,
        };
        if let Some(sid) = joined {
            self.add_attributes(work.workspace, work.task, |attributes| {
                attributes.insert(
                    "conference".to_owned(),
                    json!({
                        "sid": sid,
                        "participants": {"worker": call, "customer": customer},
                    }),
                );
            });
        }
    }

    /// A worker's leg ended before it was answered.
    pub(super) fn worker_missed(&mut self, call: CallSid, work: &Work, status: CallStatus) {
        self.network.ringing.remove(&work.reservation);
        // Somebody else ended it, who knows what becomes of the reservation.
        if status == CallStatus::Canceled {
            return;
        }
        self.step(call, "worker-missed", json!({"status": status}));
        // It may be accepted already, by the instruction or by somebody else.
        let _ = self
            .engine
            .time_out_reservation(self.now, work.workspace, work.reservation);
    }

    /// An event of the engine: legs that ring for a reservation that is over ring no more.
    pub(crate) fn observe(&mut self, event: &Event) {
        let over = matches!(
            event.kind,
            EventType::ReservationCanceled
                | EventType::ReservationRescinded
                | EventType::ReservationRejected
                | EventType::ReservationTimeout
                | EventType::ReservationCompleted
        );
        if let Some(reservation) = event.reservation.as_deref().filter(|_| over)
            && let Some(leg) = self.network.ringing.remove(&reservation.0)
        {
            self.end(leg, CallStatus::Canceled);
        }
    }
}
