//! A task's stay in a queue.

use super::merge::{Earliest, Latest, state};
use super::rows::QueueStay;
use super::telling::Telling;
use crate::model::EventType;
use crate::model::sid::{Sid as _, TaskQueueSid, TaskSid, WorkflowSid};

/// Which stay: the same task can come back to the same queue, but not within the second in which
/// it entered, which is as exactly as all events of a stay tell when it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::events) struct StayKey {
    pub(in crate::events) task: u128,
    pub(in crate::events) queue: u128,
    pub(in crate::events) second: i64,
}

state! {
    /// What is known of a stay.
    StayState {
        workflow: Option<Latest<u128>>,
        channel_name: Option<Latest<String>>,
        entered: Earliest,
        accepted: Earliest,
        timed_out: Earliest,
        canceled: Earliest,
        completed: Earliest,
    }
}

impl StayKey {
    /// The stay an event begins or ends.
    pub(super) fn of_event(telling: Telling<'_>) -> Option<Self> {
        let entered = telling.number("task_queue_entered_date");
        let second = match telling.kind {
            EventType::TaskQueueEntered => {
                entered.unwrap_or_else(|| telling.event.at.div_euclid(1000))
            }
            EventType::ReservationAccepted
            | EventType::TaskQueueTimeout
            | EventType::TaskCanceled
            | EventType::TaskCompleted => entered?,
            _ => return None,
        };
        Some(Self {
            task: telling.sid::<TaskSid>("task_sid")?,
            queue: telling.sid::<TaskQueueSid>("task_queue_sid")?,
            second,
        })
    }
}

impl StayState {
    pub(super) fn of_event(telling: Telling<'_>) -> Self {
        let kind = telling.kind;
        let stamp = telling.stamp("task_version");
        Self {
            workflow: stamp.on(telling.sid::<WorkflowSid>("workflow_sid")),
            channel_name: stamp.on_text(telling.text("task_channel_unique_name")),
            entered: telling.moment(kind == EventType::TaskQueueEntered),
            accepted: telling.moment(kind == EventType::ReservationAccepted),
            timed_out: telling.moment(kind == EventType::TaskQueueTimeout),
            canceled: telling.moment(kind == EventType::TaskCanceled),
            completed: telling.moment(kind == EventType::TaskCompleted),
        }
    }

    pub(in crate::events) fn entered(&self, key: StayKey) -> i64 {
        self.entered
            .0
            .unwrap_or_else(|| key.second.saturating_mul(1000))
    }

    /// When it ended otherwise than by the task's moving on.
    pub(in crate::events) fn ended(&self) -> Option<i64> {
        [self.accepted, self.timed_out, self.canceled, self.completed]
            .into_iter()
            .filter_map(|moment| moment.0)
            .min()
    }

    pub(in crate::events) fn into_row(self, key: StayKey, moved_on: Option<i64>) -> QueueStay {
        QueueStay {
            task_sid: TaskSid::from_bits(key.task),
            queue_sid: TaskQueueSid::from_bits(key.queue),
            entered: self.entered(key),
            workflow_sid: self.workflow.map(|told| WorkflowSid::from_bits(told.value)),
            channel: self.channel_name.map(|told| told.value),
            accepted: self.accepted.0,
            timed_out: self.timed_out.0,
            canceled: self.canceled.0,
            completed: self.completed.0,
            moved_on,
        }
    }
}
