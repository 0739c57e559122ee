//! The offer of a task to a worker, as its events leave it.

use super::merge::{Earliest, Latest, state};
use super::rows::ReservationFacts;
use super::telling::Telling;
use crate::model::sid::{ReservationSid, Sid as _, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid};
use crate::model::{EventType, ReservationStatus};

state! {
    /// What is known of a reservation.
    ReservationState {
        task: Option<Latest<u128>>,
        worker: Option<Latest<u128>>,
        queue: Option<Latest<u128>>,
        queue_entered: Option<Latest<i64>>,
        workflow: Option<Latest<u128>>,
        channel_name: Option<Latest<String>>,
        priority: Option<Latest<i64>>,
        task_created: Earliest,
        /// The word for its status while it is open.
        status: Option<Latest<String>>,
        /// The word for how it ended, which nothing leaves.
        ending: Option<Latest<String>>,
        reason_code: Option<Latest<i64>>,
        created: Earliest,
        accepted: Earliest,
        rejected: Earliest,
        timed_out: Earliest,
        canceled: Earliest,
        rescinded: Earliest,
        wrapping: Earliest,
        completed: Earliest,
        failed: Earliest,
    }
}

/// The word for a reservation that could not be made.
const FAILED: &str = "failed";

impl ReservationState {
    pub(super) fn of_event(telling: Telling<'_>) -> Self {
        let kind = telling.kind;
        let stamp = telling.stamp("reservation_version");
        let (open, ending) = match kind {
            EventType::ReservationCreated => (Some(ReservationStatus::Pending.as_str()), None),
            EventType::ReservationAccepted => (Some(ReservationStatus::Accepted.as_str()), None),
            EventType::ReservationWrapup => (Some(ReservationStatus::Wrapping.as_str()), None),
            EventType::ReservationRejected => (None, Some(ReservationStatus::Rejected.as_str())),
            EventType::ReservationTimeout => (None, Some(ReservationStatus::Timeout.as_str())),
            EventType::ReservationCanceled => (None, Some(ReservationStatus::Canceled.as_str())),
            EventType::ReservationRescinded => (None, Some(ReservationStatus::Rescinded.as_str())),
            EventType::ReservationCompleted => (None, Some(ReservationStatus::Completed.as_str())),
            EventType::ReservationFailed => (None, Some(FAILED)),
            _ => (None, None),
        };
        Self {
            task: stamp.on(telling.sid::<TaskSid>("task_sid")),
            worker: stamp.on(telling.sid::<WorkerSid>("worker_sid")),
            queue: stamp.on(telling.sid::<TaskQueueSid>("task_queue_sid")),
            queue_entered: stamp.on(telling.date("task_queue_entered_date")),
            workflow: stamp.on(telling.sid::<WorkflowSid>("workflow_sid")),
            channel_name: stamp.on_text(telling.text("task_channel_unique_name")),
            priority: stamp.on(telling.number("task_priority")),
            task_created: Earliest(telling.date("task_date_created")),
            status: stamp.on_text(open),
            ending: stamp.on_text(ending),
            reason_code: stamp.on(telling.number("reservation_reason_code")),
            created: telling.moment(kind == EventType::ReservationCreated),
            accepted: telling.moment(kind == EventType::ReservationAccepted),
            rejected: telling.moment(kind == EventType::ReservationRejected),
            timed_out: telling.moment(kind == EventType::ReservationTimeout),
            canceled: telling.moment(kind == EventType::ReservationCanceled),
            rescinded: telling.moment(kind == EventType::ReservationRescinded),
            wrapping: telling.moment(kind == EventType::ReservationWrapup),
            completed: telling.moment(kind == EventType::ReservationCompleted),
            failed: telling.moment(kind == EventType::ReservationFailed),
        }
    }

    pub(in crate::events) fn is_open(&self) -> bool {
        self.ending.is_none() && self.status.is_some()
    }

    fn status(&self) -> ReservationStatus {
        let told = self.ending.as_ref().or(self.status.as_ref());
        told.and_then(|told| told.value.parse().ok())
            .unwrap_or(ReservationStatus::Unknown)
    }

    /// As [`ReservationFacts::ended`] tells it of the row.
    pub(in crate::events) fn ended(&self) -> Option<i64> {
        match self.status() {
            ReservationStatus::Rejected => self.rejected.0,
            ReservationStatus::Timeout => self.timed_out.0,
            ReservationStatus::Canceled => self.canceled.0,
            ReservationStatus::Rescinded => self.rescinded.0,
            ReservationStatus::Completed => self.completed.0,
            _ => self.failed.0,
        }
    }

    pub(in crate::events) fn into_row(self, sid: u128) -> ReservationFacts {
        let status = self.status();
        ReservationFacts {
            sid: ReservationSid::from_bits(sid),
            task_sid: self.task.map(|told| TaskSid::from_bits(told.value)),
            worker_sid: self.worker.map(|told| WorkerSid::from_bits(told.value)),
            queue_sid: self.queue.map(|told| TaskQueueSid::from_bits(told.value)),
            queue_entered: self.queue_entered.map(|told| told.value),
            workflow_sid: self.workflow.map(|told| WorkflowSid::from_bits(told.value)),
            channel: self.channel_name.map(|told| told.value),
            priority: self.priority.map(|told| told.value),
            task_created: self.task_created.0,
            status,
            reason_code: self.reason_code.map(|told| told.value),
            created: self.created.0,
            accepted: self.accepted.0,
            rejected: self.rejected.0,
            timed_out: self.timed_out.0,
            canceled: self.canceled.0,
            rescinded: self.rescinded.0,
            wrapping: self.wrapping.0,
            completed: self.completed.0,
            failed: self.failed.0,
        }
    }
}
