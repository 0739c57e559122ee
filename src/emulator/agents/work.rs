//! An agent with an offer: from the answer to the completed task.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::chance::Chance;
use super::{Agent, Agents, Due, Stage};
use crate::emulator::instruction::{Order, understand};
use crate::model::EventType;
use crate::model::ReservationStatus;
use crate::model::sid::{ReservationSid, TaskSid, WorkerSid, WorkspaceSid};
use crate::routing::Moment;
use crate::routing::engine::{Event, ReservationAnswer};

/// Tells the chances of agents from those of arrivals.
const AGENTS: u64 = 0;
/// Milliseconds until an agent looks again whether the application has called them.
const LOOKS_AGAIN: u64 = 1_000;
/// Milliseconds until an agent looks again whether the call they are in is over.
const STILL_TALKS: u64 = 10_000;

/// What chance decides about an agent.
#[derive(Debug, Clone, Copy)]
pub(super) enum Matter {
    Offer,
    Rest,
}

/// What an agent means to do about an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Intent {
    Accept,
    Reject,
    Ignore,
}

/// An offer an agent has.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Offer {
    intent: Intent,
    /// Milliseconds the work takes.
    handle: u64,
    /// Milliseconds wrapping up takes.
    wrap: u64,
    /// Since when the agent works on it.
    pub(super) accepted: Option<Moment>,
    /// Since when the agent wraps up.
    pub(super) wrapping: Option<Moment>,
}

impl Agents {
    /// What is left to chance about an agent's present offer.
    pub(super) fn chance(&self, agent: &Agent, matter: Matter) -> Chance {
        let keys = [
            AGENTS,
            Chance::key(&agent.name),
            agent.offers,
            matter as u64,
        ];
        Chance::of(self.seed(), &keys)
    }
}

impl Stage<'_> {
    fn status_of(
        &self,
        worker: WorkerSid,
        offer: ReservationSid,
    ) -> Option<(WorkspaceSid, TaskSid, ReservationStatus)> {
        let workspace = self.agents.people.get(&worker)?.workspace;
        let found = self
            .engine
            .workspace(workspace)
            .ok()?
            .reservations
            .get(offer)?;
        Some((workspace, found.task, found.status))
    }

    /// Offers a worker has had before being simulated.
    pub(super) fn take_over(&mut self, workspace: WorkspaceSid, worker: WorkerSid) {
        let Ok(found) = self.engine.workspace(workspace) else {
            return;
        };
        let Some(row) = found.workers.get(worker) else {
            return;
        };
        let open: Vec<(ReservationSid, ReservationStatus)> = found
            .reservations_of_worker(row)
            .map(|reservation| (reservation.sid, reservation.status))
            .collect();
        for (sid, status) in open {
            match status {
                ReservationStatus::Pending => self.is_offered(worker, sid, self.now),
                ReservationStatus::Accepted => {
                    self.is_offered(worker, sid, self.now);
                    self.has_accepted(worker, sid, self.now);
                }
                ReservationStatus::Wrapping => {
                    self.is_offered(worker, sid, self.now);
                    self.wraps_up(worker, sid, self.now);
                }
                _ => {}
            }
        }
    }

    /// Something happened to an offer of an agent.
    pub(super) fn offer_changed(&mut self, worker: WorkerSid, sid: ReservationSid, event: &Event) {
        match event.kind {
            EventType::ReservationCreated => self.is_offered(worker, sid, event.at),
            EventType::ReservationAccepted => self.has_accepted(worker, sid, event.at),
            EventType::ReservationWrapup => {
                self.wraps_up(worker, sid, event.at);
                if let Some(agent) = self.agents.people.get_mut(&worker) {
                    agent.duty.ended = Some(event.at);
                }
            }
            EventType::ReservationCompleted
            | EventType::ReservationRejected
            | EventType::ReservationTimeout
            | EventType::ReservationCanceled
            | EventType::ReservationRescinded
            | EventType::ReservationFailed => self.offer_over(worker, sid, event),
            _ => {}
        }
    }

    fn is_offered(&mut self, worker: WorkerSid, sid: ReservationSid, at: Moment) {
        let Some(agent) = self.agents.people.get_mut(&worker) else {
            return;
        };
        agent.offers += 1;
        agent.figures.offered += 1;
        let Some(agent) = self.agents.people.get(&worker) else {
            return;
        };
        let Some(class) = self.agents.class_of(agent) else {
            return;
        };
        let mut chance = self.agents.chance(agent, Matter::Offer);
        let roll = chance.fraction();
        let intent = if roll < class.rejects() {
            Intent::Reject
        } else if roll < class.rejects() + class.does_not_answer() {
            Intent::Ignore
        } else {
            Intent::Accept
        };
        let after = class.answer_after.draw(&mut chance);
        let offer = Offer {
            intent,
            handle: class.handle.draw(&mut chance),
            wrap: class.wrap.draw(&mut chance),
            accepted: None,
            wrapping: None,
        };
        let picks_up = (intent == Intent::Accept).then_some(after);
        self.expect_call(sid, picks_up, offer.handle);
        if let Some(agent) = self.agents.people.get_mut(&worker) {
            agent.open.insert(sid, offer);
        }
        if intent != Intent::Ignore {
            let due = Due::Answer(worker, sid);
            self.agents.alarm(at.plus_milliseconds(after), due);
        }
    }

    /// An agent rejects an offer, or accepts it unless their telephone does.
    pub(super) fn answers(&mut self, worker: WorkerSid, sid: ReservationSid) {
        let Some((workspace, task, ReservationStatus::Pending)) = self.status_of(worker, sid)
        else {
            return;
        };
        let offer = self
            .agents
            .people
            .get(&worker)
            .and_then(|agent| agent.open.get(&sid));
        let Some((intent, handle)) = offer.map(|offer| (offer.intent, offer.handle)) else {
            return;
        };
        let answer = match intent {
            Intent::Ignore => return,
            Intent::Reject => ReservationAnswer::Reject { activity: None },
            Intent::Accept if self.rings(sid) => return,
            Intent::Accept if !self.has_caller(task) => ReservationAnswer::Accept,
            Intent::Accept if self.application_decides(workspace, task) => {
                let later = self.now.plus_milliseconds(LOOKS_AGAIN);
                return self.agents.alarm(later, Due::Answer(worker, sid));
            }
            Intent::Accept => {
                self.expect_call(sid, Some(0), handle);
                if self.meets_caller(workspace, sid) {
                    return;
                }
                // Without a telephone there is nothing but the acceptance.
                ReservationAnswer::Accept
            }
        };
        // It is pending.
        let _ = self
            .engine
            .answer_reservation(self.now, workspace, sid, answer);
    }

    /// Whether the workflow's application is asked what becomes of the offer.
    fn application_decides(&self, workspace: WorkspaceSid, task: TaskSid) -> bool {
        let decides = || {
            let workspace = self.engine.workspace(workspace).ok()?;
            let workflow = workspace.tasks.get(task)?.workflow;
            let url = &workspace.workflows.get(workflow)?.assignment_callback_url;
            Some(url.is_some())
        };
        decides().unwrap_or(false)
    }

    /// The agent meets the caller in a conference, as agents' pages do it through REST; whether
    /// there is a telephone to call them at.
    fn meets_caller(&mut self, workspace: WorkspaceSid, sid: ReservationSid) -> bool {
        let details: Map<String, Value> = [("end_conference_on_exit".to_owned(), json!("true"))]
            .into_iter()
            .collect();
        let order = self
            .engine
            .workspace(workspace)
            .ok()
            .and_then(|workspace| understand("conference", &details, workspace, sid).ok());
        let Some(Order::Instruct(instruction, leg)) = order else {
            return false;
        };
        self.instruct(workspace, sid, instruction, &leg).is_ok()
    }

    fn has_accepted(&mut self, worker: WorkerSid, sid: ReservationSid, at: Moment) {
        let task = self.status_of(worker, sid).map(|(_, task, _)| task);
        let Some(agent) = self.agents.people.get_mut(&worker) else {
            return;
        };
        let Some(offer) = agent.open.get_mut(&sid) else {
            return;
        };
        offer.accepted = Some(at);
        let done = at.plus_milliseconds(offer.handle);
        agent.figures.accepted += 1;
        // In a call it is the telephone that is hung up.
        if !task.is_some_and(|task| self.is_talking(task)) {
            self.agents.alarm(done, Due::Handled(worker, sid));
        }
        self.count(worker);
    }

    /// The work without a telephone is done.
    pub(super) fn has_handled(&mut self, worker: WorkerSid, sid: ReservationSid) {
        let Some((workspace, task, ReservationStatus::Accepted)) = self.status_of(worker, sid)
        else {
            return;
        };
        if self.is_talking(task) {
            let later = self.now.plus_milliseconds(STILL_TALKS);
            return self.agents.alarm(later, Due::Handled(worker, sid));
        }
        // It is accepted.
        let _ = self
            .engine
            .answer_reservation(self.now, workspace, sid, ReservationAnswer::Wrap);
    }

    fn wraps_up(&mut self, worker: WorkerSid, sid: ReservationSid, at: Moment) {
        let Some(agent) = self.agents.people.get_mut(&worker) else {
            return;
        };
        let Some(offer) = agent.open.get_mut(&sid) else {
            return;
        };
        if let Some(accepted) = offer.accepted {
            agent.figures.talk_ms += at.milliseconds_since(accepted);
        }
        offer.wrapping = Some(at);
        let done = at.plus_milliseconds(offer.wrap);
        self.agents.alarm(done, Due::Wrapped(worker, sid));
        self.count(worker);
    }

    /// The agent has wrapped up, unless the application has said so already.
    pub(super) fn has_wrapped_up(&mut self, worker: WorkerSid, sid: ReservationSid) {
        if let Some((workspace, _, ReservationStatus::Wrapping)) = self.status_of(worker, sid) {
            // It is wrapping.
            let _ = self.engine.answer_reservation(
                self.now,
                workspace,
                sid,
                ReservationAnswer::Complete,
            );
        }
    }

    fn offer_over(&mut self, worker: WorkerSid, sid: ReservationSid, event: &Event) {
        self.expect_no_call(sid);
        let Some(agent) = self.agents.people.get_mut(&worker) else {
            return;
        };
        let Some(offer) = agent.open.remove(&sid) else {
            return;
        };
        let figures = &mut agent.figures;
        match (offer.wrapping, offer.accepted) {
            (Some(since), _) => figures.wrap_ms += event.at.milliseconds_since(since),
            (None, Some(since)) => figures.talk_ms += event.at.milliseconds_since(since),
            (None, None) => {}
        }
        let mut wrap = None;
        match event.kind {
            EventType::ReservationRejected => figures.rejected += 1,
            EventType::ReservationTimeout => figures.not_answered += 1,
            EventType::ReservationCompleted => {
                // Whoever had no time to wrap up takes it afterwards, if they were moved away.
                wrap = Some(if offer.wrapping.is_some() {
                    0
                } else {
                    offer.wrap
                });
            }
            _ => figures.withdrawn += 1,
        }
        self.perhaps_come_back(worker, event, wrap);
        self.count(worker);
    }
}
