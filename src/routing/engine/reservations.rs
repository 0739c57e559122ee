//! The life of a reservation: offer, answer, time-out, after-work
//! (<https://www.twilio.com/docs/taskrouter/api/reservations>).

use std::sync::Arc;

use super::context::{Context, Timer};
use super::effect::{About, Assignment, Effect};
use super::error::Error;
use super::rows::Ordinal;
use super::state::{Reservation, Workspace};
use super::{ReservationAnswer, limits};
use crate::model::sid::{ActivitySid, ReservationSid};
use crate::model::{EventType, ReservationStatus, TaskStatus};

/// The reason of a task that was reserved too often, as the service gives it.
const TOO_MANY_ASSIGNMENTS: &str = "Task TTL Exceeded or Max assignment count exceeded";

impl Workspace {
    /// Reserves the task for these workers.
    pub(super) fn reserve(&mut self, context: &mut Context, ordinal: Ordinal, workers: &[Ordinal]) {
        self.unplace(context, ordinal);
        let task = self
            .tasks
            .at_mut(ordinal)
            .expect("the reserved task exists");
        task.status = TaskStatus::Reserved;
        task.assignments += 1;
        task.version += 1;
        task.updated = context.now;
        self.set_task_timer(context, ordinal);
        for worker in workers {
            self.reserve_one(context, ordinal, *worker);
        }
    }

    fn reserve_one(
        &mut self,
        context: &mut Context,
        task_ordinal: Ordinal,
        worker_ordinal: Ordinal,
    ) {
        let now = context.now;
        let task = self
            .tasks
            .at(task_ordinal)
            .expect("the reserved task exists");
        let worker = self
            .workers
            .at(worker_ordinal)
            .expect("the chosen worker exists");
        let workflow = self.workflows.get(task.workflow);
        let timeout = workflow.map_or(limits::DEFAULT_RESERVATION_TIMEOUT, |workflow| {
            workflow.task_reservation_timeout
        });
        let reservation = Reservation {
            sid: context.new_sid(),
            task: task.sid,
            worker: worker.sid,
            worker_name: Arc::clone(&worker.friendly_name),
            queue: task.queue.expect("a routed task has a queue"),
            channel: task.channel,
            status: ReservationStatus::Pending,
            created: now,
            updated: now,
            deadline: now.plus_seconds(u64::from(timeout)),
            version: 0,
            instruction: None,
            previous_activity: (!self.multi_task).then_some(worker.activity),
        };
        let sid = reservation.sid;
        let deadline = reservation.deadline;
        let channel = self.channels.ordinal(reservation.channel);
        let reserved_activity = self
            .queues
            .get(reservation.queue)
            .and_then(|queue| queue.reservation_activity)
            .filter(|_| !self.multi_task);
        let ordinal = self.reservations.insert(reservation);
        context.set_timer(self, Timer::Reservation(ordinal), None, Some(deadline));
        if let Some(task) = self.tasks.at_mut(task_ordinal) {
            task.reservations.push(ordinal);
        }
        if let Some(worker) = self.workers.at_mut(worker_ordinal) {
            worker.open.insert(ordinal);
            worker.reservations.insert(ordinal);
            if let Some(own) = channel.and_then(|channel| worker.channels.get_mut(&channel)) {
                own.open += 1;
                own.updated = now;
            }
        }
        self.restart_idle(worker_ordinal, channel, now);
        self.relist(worker_ordinal);
        self.disturb_if_load_matters(worker_ordinal);
        self.emit_reservation(context, ordinal, EventType::ReservationCreated);
        self.ask_for_assignment(context, sid);
        if let Some(activity) = reserved_activity {
            self.move_worker(context, worker_ordinal, activity);
        }
    }

    /// A worker's load may be what a step's expression waits for.
    fn disturb_if_load_matters(&mut self, worker: Ordinal) {
        let matters = self.workers.at(worker).is_some_and(|worker| {
            worker.queues.iter().any(|queue| {
                self.queues
                    .at(*queue)
                    .is_some_and(|queue| queue.waiting.is_load_sensitive())
            })
        });
        if matters {
            self.dirty.insert(worker);
        }
    }

    fn ask_for_assignment(&self, context: &mut Context, sid: ReservationSid) {
        let Some(reservation) = self.reservations.get(sid) else {
            return;
        };
        let (Some(task), Some(worker)) = (
            self.tasks.get(reservation.task),
            self.workers.get(reservation.worker),
        ) else {
            return;
        };
        let Some(workflow) = self.workflows.get(task.workflow) else {
            return;
        };
        let Some(url) = workflow.assignment_callback_url.clone() else {
            return;
        };
        let Some(worker) = context.recent.worker(worker, self) else {
            return;
        };
        let task = context.recent.task(task, self);
        context
            .effects
            .push(Effect::Assignment(Box::new(Assignment {
                at: context.now,
                url,
                fallback_url: workflow.fallback_assignment_callback_url.clone(),
                workspace_sid: self.sid,
                workflow_sid: workflow.sid,
                queue_sid: reservation.queue,
                worker,
                task,
                reservation_sid: sid,
            })));
    }

    pub(super) fn emit_reservation(
        &self,
        context: &mut Context,
        ordinal: Ordinal,
        kind: EventType,
    ) {
        let Some(reservation) = self.reservations.at(ordinal) else {
            return;
        };
        let task = self.tasks.get(reservation.task);
        let about = About {
            task,
            queue: self.queues.get(reservation.queue),
            workflow: task.map(|task| task.workflow),
            worker: self.workers.get(reservation.worker),
            reservation: Some(reservation),
            ..About::default()
        };
        context.emit(kind, self, about);
    }

    /// Moves a reservation to another status and keeps its worker's books.
    pub(super) fn set_reservation(
        &mut self,
        context: &mut Context,
        ordinal: Ordinal,
        status: ReservationStatus,
    ) {
        let now = context.now;
        let Some(reservation) = self.reservations.at_mut(ordinal) else {
            return;
        };
        let before = std::mem::replace(&mut reservation.status, status);
        reservation.version += 1;
        reservation.updated = now;
        let deadline = reservation.deadline;
        let worker = reservation.worker;
        let channel = reservation.channel;
        if before == ReservationStatus::Pending {
            context.set_timer(self, Timer::Reservation(ordinal), Some(deadline), None);
        }
        let Some(worker_ordinal) = self.workers.ordinal(worker) else {
            return;
        };
        let channel = self.channels.ordinal(channel);
        let ended = before.is_open() && !status.is_open();
        if let Some(worker) = self.workers.at_mut(worker_ordinal) {
            if ended {
                worker.open.remove(&ordinal);
            }
            if let Some(own) = channel.and_then(|channel| worker.channels.get_mut(&channel)) {
                if ended {
                    own.open -= 1;
                }
                match (before, status) {
                    (ReservationStatus::Accepted, ReservationStatus::Accepted) => {}
                    (ReservationStatus::Accepted, _) => own.assigned -= 1,
                    (_, ReservationStatus::Accepted) => own.assigned += 1,
                    _ => {}
                }
                own.updated = now;
            }
        }
        if ended {
            self.restart_idle(worker_ordinal, channel, now);
            self.relist(worker_ordinal);
            self.dirty.insert(worker_ordinal);
        } else {
            self.disturb_if_load_matters(worker_ordinal);
        }
        let event = match status {
            ReservationStatus::Accepted => EventType::ReservationAccepted,
            ReservationStatus::Rejected => EventType::ReservationRejected,
            ReservationStatus::Timeout => EventType::ReservationTimeout,
            ReservationStatus::Canceled => EventType::ReservationCanceled,
            ReservationStatus::Rescinded => EventType::ReservationRescinded,
            ReservationStatus::Wrapping => EventType::ReservationWrapup,
            ReservationStatus::Completed => EventType::ReservationCompleted,
            ReservationStatus::Pending | ReservationStatus::Unknown => return,
        };
        self.emit_reservation(context, ordinal, event);
    }

    /// Answers a reservation as its worker, or as the application for the worker.
    pub(super) fn answer(
        &mut self,
        context: &mut Context,
        sid: ReservationSid,
        answer: &ReservationAnswer,
    ) -> Result<(), Error> {
        let reservation = self
            .reservations
            .get(sid)
            .ok_or_else(|| Error::not_found(sid))?;
        let from = reservation.status;
        let ordinal = self
            .reservations
            .ordinal(sid)
            .expect("the reservation was found");
        let task = reservation.task;
        let to = answer.status();
        let refused = Error::ReservationState {
            reservation: sid,
            from,
            to,
        };
        match (answer, from) {
            (ReservationAnswer::Accept, ReservationStatus::Pending) => {
                self.accept(context, ordinal);
                Ok(())
            }
            (ReservationAnswer::Accept, ReservationStatus::Rescinded) => {
                Err(Error::Rescinded { reservation: sid })
            }
            (ReservationAnswer::Reject { activity }, ReservationStatus::Pending) => {
                if let Some(activity) = activity {
                    self.activities
                        .get(*activity)
                        .ok_or_else(|| Error::not_found(*activity))?;
                }
                self.reject(context, ordinal, *activity);
                Ok(())
            }
            (ReservationAnswer::Wrap, ReservationStatus::Accepted) => {
                self.wrap_task(context, task, None)
            }
            (
                ReservationAnswer::Complete,
                ReservationStatus::Accepted | ReservationStatus::Wrapping,
            ) => self.complete_task(context, task, None),
            _ => Err(refused),
        }
    }

    fn accept(&mut self, context: &mut Context, ordinal: Ordinal) {
        let Some(reservation) = self.reservations.at(ordinal) else {
            return;
        };
        let (task_sid, worker, queue) = (reservation.task, reservation.worker, reservation.queue);
        let Some(task_ordinal) = self.tasks.ordinal(task_sid) else {
            return;
        };
        let mut siblings = Vec::new();
        if let Some(task) = self.tasks.at_mut(task_ordinal) {
            task.status = TaskStatus::Assigned;
            task.assigned_at = Some(context.now);
            task.version += 1;
            task.updated = context.now;
            siblings.clone_from(&task.reservations);
        }
        self.set_task_timer(context, task_ordinal);
        self.set_reservation(context, ordinal, ReservationStatus::Accepted);
        for sibling in siblings {
            let pending = self
                .reservations
                .at(sibling)
                .is_some_and(|sibling| sibling.status == ReservationStatus::Pending);
            if pending {
                self.set_reservation(context, sibling, ReservationStatus::Rescinded);
            }
        }
        let assigned_activity = self
            .queues
            .get(queue)
            .and_then(|queue| queue.assignment_activity)
            .filter(|_| !self.multi_task);
        if let (Some(activity), Some(worker)) = (assigned_activity, self.workers.ordinal(worker)) {
            self.move_worker(context, worker, activity);
        }
    }

    /// Refuses a pending reservation for its worker.
    pub(super) fn reject(
        &mut self,
        context: &mut Context,
        ordinal: Ordinal,
        activity: Option<ActivitySid>,
    ) {
        let Some(reservation) = self.reservations.at(ordinal) else {
            return;
        };
        let task = reservation.task;
        let activity = activity.or(reservation.previous_activity);
        let worker = self.workers.ordinal(reservation.worker);
        self.set_reservation(context, ordinal, ReservationStatus::Rejected);
        if let (Some(worker), Some(activity)) = (worker, activity) {
            self.move_worker(context, worker, activity);
        }
        self.come_back(context, task);
    }

    /// The worker did not answer in time: the reservation ends, the worker goes to the time-out
    /// activity, in multi-tasking workspaces too.
    pub(super) fn time_out(&mut self, context: &mut Context, ordinal: Ordinal) {
        let Some(reservation) = self.reservations.at(ordinal) else {
            return;
        };
        let task = reservation.task;
        let worker = self.workers.ordinal(reservation.worker);
        self.set_reservation(context, ordinal, ReservationStatus::Timeout);
        if let Some(worker) = worker {
            self.move_worker(context, worker, self.timeout_activity);
        }
        self.come_back(context, task);
    }

    /// Sends the task of an ended offer back to its queue, unless other offers are open.
    pub(super) fn come_back(&mut self, context: &mut Context, task: crate::model::sid::TaskSid) {
        let Some(ordinal) = self.tasks.ordinal(task) else {
            return;
        };
        let Some(task) = self.tasks.at(ordinal) else {
            return;
        };
        let open = task.reservations.iter().any(|reservation| {
            self.reservations
                .at(*reservation)
                .is_some_and(|reservation| reservation.status.is_open())
        });
        if task.status != TaskStatus::Reserved || open {
            return;
        }
        if task.assignments >= limits::ASSIGNMENTS {
            let reason = Some(Arc::from(TOO_MANY_ASSIGNMENTS));
            self.finish_task(context, ordinal, TaskStatus::Canceled, reason);
            return;
        }
        if let Some(task) = self.tasks.at_mut(ordinal) {
            task.status = TaskStatus::Pending;
            task.version += 1;
            task.updated = context.now;
        }
        self.set_task_timer(context, ordinal);
        self.unrouted.insert(ordinal);
    }
}
