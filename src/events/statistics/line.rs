//! Facts in few bytes: hundreds of thousands of them are looked through for one answer.

use super::names::Id;
use crate::model::sid::{ReservationSid, TaskSid};
use crate::model::{ReservationStatus, TaskStatus};

/// How long TaskRouter keeps a finished task, in milliseconds
/// (<https://www.twilio.com/docs/taskrouter/lifecycle-task-state>).
const KEPT: i64 = 300_000;

/// A moment that may not have been, in eight bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When(i64);

impl When {
    const NEVER: i64 = i64::MIN;

    pub(super) fn get(self) -> Option<i64> {
        (self.0 != Self::NEVER).then_some(self.0)
    }
}

impl From<Option<i64>> for When {
    fn from(moment: Option<i64>) -> Self {
        Self(moment.unwrap_or(Self::NEVER))
    }
}

/// A task. It ended as what its status says, or else was deleted.
#[derive(Debug, Clone)]
pub(super) struct TaskLine {
    pub(super) sid: TaskSid,
    pub(super) created: When,
    pub(super) accepted: When,
    pub(super) wrapping: When,
    pub(super) ended: When,
    pub(super) queue_entered: When,
    pub(super) priority: i64,
    pub(super) queue: Id,
    pub(super) workflow: Id,
    pub(super) channel: Id,
    pub(super) team: Id,
    pub(super) status: TaskStatus,
    pub(super) is_deleted: bool,
}

impl TaskLine {
    pub(super) const fn is_open(&self) -> bool {
        !self.status.is_final() && !self.is_deleted
    }

    /// Whether TaskRouter has it at this moment.
    pub(super) fn is_kept(&self, now: i64) -> bool {
        if self.is_open() {
            return self.status != TaskStatus::Unknown;
        }
        let ended = self.ended.get();
        !self.is_deleted && ended.is_some_and(|ended| now.saturating_sub(ended) < KEPT)
    }

    /// Whether it was canceled before anybody took it.
    pub(super) fn is_abandoned(&self) -> bool {
        self.status == TaskStatus::Canceled
            && match (self.accepted.get(), self.ended.get()) {
                (None, _) => true,
                (Some(accepted), Some(ended)) => accepted > ended,
                (Some(_), None) => false,
            }
    }

    /// Whether anything about it happened at this moment or later, or may still.
    pub(super) fn matters_after(&self, moment: i64) -> bool {
        self.is_open()
            || [self.created, self.accepted, self.ended]
                .iter()
                .any(|when| when.get().is_some_and(|when| when >= moment))
    }
}

/// The offer of a task to a worker.
#[derive(Debug, Clone)]
pub(super) struct ReservationLine {
    pub(super) sid: ReservationSid,
    pub(super) created: When,
    pub(super) accepted: When,
    pub(super) ended: When,
    /// The place of its task among the tasks.
    pub(super) task: Option<u32>,
    pub(super) worker: Id,
    pub(super) queue: Id,
    pub(super) status: ReservationStatus,
}

impl ReservationLine {
    pub(super) fn matters_after(&self, moment: i64) -> bool {
        self.status.is_open()
            || [self.created, self.accepted, self.ended]
                .iter()
                .any(|when| when.get().is_some_and(|when| when >= moment))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_small() {
        assert!(size_of::<TaskLine>() <= 96, "{}", size_of::<TaskLine>());
        let reservation = size_of::<ReservationLine>();
        assert!(reservation <= 64, "{reservation}");
    }
}
