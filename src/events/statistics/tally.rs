//! What is counted, of now and of a span of time, and what it is told as.

use super::answer::{Figures, ServiceLevel, TasksNow, Waiting};
use super::ledger::Ledger;
use super::line::TaskLine;
use super::names::Id;
use super::{Seconds, Stamp, Times};
use crate::model::TaskStatus;
use crate::model::sid::TaskSid;

/// The tasks there are now, being counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Now {
    pub(super) tasks: TasksNow,
    longest_waiting: Option<Oldest>,
    longest_in_queue: Option<Oldest>,
    longest_wrapping: Option<Oldest>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Oldest {
    since: i64,
    task: TaskSid,
    queue: Id,
    priority: i64,
}

impl Now {
    pub(super) fn add(&mut self, task: &TaskLine) {
        self.tasks.tasks_by_status.add(task.status);
        self.tasks.total_tasks += 1;
        if !task.status.is_final() {
            *self
                .tasks
                .tasks_by_priority
                .entry(task.priority)
                .or_default() += 1;
        }
        if task.status == TaskStatus::Pending {
            older(&mut self.longest_waiting, task, task.created.get());
            older(&mut self.longest_in_queue, task, task.queue_entered.get());
        } else if task.status == TaskStatus::Wrapping {
            older(&mut self.longest_wrapping, task, task.wrapping.get());
        }
    }

    pub(super) fn told(mut self, ledger: &Ledger, now: i64) -> TasksNow {
        let waiting = |oldest: Option<Oldest>| {
            oldest.map(|oldest| Waiting {
                task_sid: oldest.task.to_string(),
                since: Stamp(oldest.since),
                age: Seconds::between(oldest.since, now).0 / 1000,
                task_queue_name: ledger.queues.name(oldest.queue).map(ToOwned::to_owned),
                priority: oldest.priority,
            })
        };
        self.tasks.longest_waiting = waiting(self.longest_waiting);
        self.tasks.longest_in_queue = waiting(self.longest_in_queue);
        self.tasks.longest_wrapping = waiting(self.longest_wrapping);
        self.tasks
    }
}

/// Of two tasks of one moment the one with the smaller SID is named, whichever came first.
fn older(best: &mut Option<Oldest>, task: &TaskLine, since: Option<i64>) {
    if let Some(since) = since
        && best.is_none_or(|best| (since, task.sid) < (best.since, best.task))
    {
        *best = Some(Oldest {
            since,
            task: task.sid,
            queue: task.queue,
            priority: task.priority,
        });
    }
}

/// What happened in a span of time, being counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    pub(super) tasks: TaskCounts,
    pub(super) reservations: ReservationCounts,
    acceptance: Vec<u64>,
    abandonment: Vec<u64>,
    service: ServiceLevel,
    thresholds: Thresholded,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct TaskCounts {
    pub(super) created: u64,
    pub(super) accepted: u64,
    pub(super) completed: u64,
    pub(super) canceled: u64,
    pub(super) abandoned: u64,
    pub(super) deleted: u64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ReservationCounts {
    pub(super) created: u64,
    pub(super) accepted: u64,
    pub(super) rejected: u64,
    pub(super) timed_out: u64,
    pub(super) canceled: u64,
    pub(super) rescinded: u64,
    pub(super) completed: u64,
}

/// The threshold of everything that was counted, if it was the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Thresholded {
    #[default]
    Nothing,
    One(u64),
    Several,
}

impl Thresholded {
    pub(super) fn note(&mut self, threshold: u64) {
        *self = match *self {
            Self::Nothing => Self::One(threshold),
            Self::One(one) if one == threshold => *self,
            Self::One(_) | Self::Several => Self::Several,
        };
    }
}

impl Tally {
    pub(super) fn is_empty(&self) -> bool {
        self.tasks == TaskCounts::default() && self.reservations == ReservationCounts::default()
    }

    pub(super) fn add(&mut self, other: Self) {
        let Self {
            tasks,
            reservations,
            acceptance,
            abandonment,
            service,
            thresholds,
        } = other;
        self.tasks.created += tasks.created;
        self.tasks.accepted += tasks.accepted;
        self.tasks.completed += tasks.completed;
        self.tasks.canceled += tasks.canceled;
        self.tasks.abandoned += tasks.abandoned;
        self.tasks.deleted += tasks.deleted;
        self.reservations.created += reservations.created;
        self.reservations.accepted += reservations.accepted;
        self.reservations.rejected += reservations.rejected;
        self.reservations.timed_out += reservations.timed_out;
        self.reservations.canceled += reservations.canceled;
        self.reservations.rescinded += reservations.rescinded;
        self.reservations.completed += reservations.completed;
        self.acceptance.extend(acceptance);
        self.abandonment.extend(abandonment);
        self.service.met += service.met;
        self.service.accepted_late += service.accepted_late;
        self.service.abandoned_late += service.abandoned_late;
        match thresholds {
            Thresholded::Nothing => {}
            Thresholded::One(threshold) => self.thresholds.note(threshold),
            Thresholded::Several => self.thresholds = Thresholded::Several,
        }
    }

    /// A wait as long as the threshold is within it.
    pub(super) fn accept(&mut self, task: &TaskLine, threshold: u64) {
        let Some(waited) = waited(task, task.accepted.get()) else {
            return;
        };
        self.acceptance.push(waited);
        self.thresholds.note(threshold);
        if waited <= threshold {
            self.service.met += 1;
        } else {
            self.service.accepted_late += 1;
        }
    }

    pub(super) fn abandon(&mut self, task: &TaskLine, threshold: u64) {
        let Some(waited) = waited(task, task.ended.get()) else {
            return;
        };
        self.abandonment.push(waited);
        if waited > threshold {
            self.thresholds.note(threshold);
            self.service.abandoned_late += 1;
        }
    }

    pub(super) fn told(mut self) -> Figures {
        let considered =
            self.service.met + self.service.accepted_late + self.service.abandoned_late;
        self.service.percent = (considered > 0).then(|| percent(self.service.met, considered));
        self.service.threshold = match self.thresholds {
            Thresholded::One(threshold) => Some(Seconds(threshold)),
            Thresholded::Nothing | Thresholded::Several => None,
        };
        let Self {
            tasks,
            reservations,
            ..
        } = self;
        Figures {
            tasks_created: tasks.created,
            tasks_accepted: tasks.accepted,
            tasks_completed: tasks.completed,
            tasks_canceled: tasks.canceled,
            tasks_abandoned: tasks.abandoned,
            tasks_deleted: tasks.deleted,
            reservations_created: reservations.created,
            reservations_accepted: reservations.accepted,
            reservations_rejected: reservations.rejected,
            reservations_timed_out: reservations.timed_out,
            reservations_canceled: reservations.canceled,
            reservations_rescinded: reservations.rescinded,
            reservations_completed: reservations.completed,
            acceptance_time: Times::of(&mut self.acceptance),
            abandonment_time: Times::of(&mut self.abandonment),
            service_level: self.service,
        }
    }
}

/// Milliseconds from a task's creation to a moment; `None` when its creation is not known.
pub(super) fn waited(task: &TaskLine, until: Option<i64>) -> Option<u64> {
    Some(Seconds::between(task.created.get()?, until?).0)
}

/// To two places, halves up.
#[expect(
    clippy::cast_precision_loss,
    reason = "hundredths of a per cent are at most 10,000"
)]
fn percent(part: u64, whole: u64) -> f64 {
    let hundredths = (u128::from(part) * 20_000 + u128::from(whole)) / (u128::from(whole) * 2);
    hundredths as f64 / 100.0
}
