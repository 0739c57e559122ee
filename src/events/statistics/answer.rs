//! What is answered: figures with their names.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Filters, Seconds, Stamp, Times};
use crate::model::TaskStatus;

/// How things are now, and what happened in the window and today.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Statistics {
    /// When the question was answered; ages are measured up to here.
    pub asked_at: Stamp,
    /// The window `in_window` is about.
    pub window: Window,
    /// When the last of all known events happened; `null` when none is known.
    pub last_event_at: Option<Stamp>,
    /// The number of the last event these figures contain, counted by arrival.
    pub position: u64,
    /// What the figures were narrowed to.
    pub filters: Filters,
    /// The tasks that TaskRouter has now: unfinished ones, and finished ones for the five minutes
    /// that it keeps them.
    pub in_taskrouter_now: TasksNow,
    /// The workers, and what they are doing now.
    pub workers: WorkersNow,
    /// What happened in the window.
    pub in_window: Figures,
    /// What happened since midnight.
    pub today: Today,
    /// The same by queue: the queues that have tasks now or had any in the window or today.
    pub by_queue: Vec<QueueFigures>,
}

/// A window of time; both ends belong to it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Window {
    /// Its beginning.
    pub start: Stamp,
    /// Its end.
    pub end: Stamp,
    /// Minutes from its beginning to its end.
    pub minutes: f64,
    /// The time zone in which days begin at midnight.
    pub time_zone: String,
}

/// Tasks by status; every status is always there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TasksByStatus {
    /// Waiting.
    pub pending: u64,
    /// Offered to a worker.
    pub reserved: u64,
    /// With a worker.
    pub assigned: u64,
    /// In after-work.
    pub wrapping: u64,
    /// Completed.
    pub completed: u64,
    /// Canceled.
    pub canceled: u64,
}

impl TasksByStatus {
    pub(super) const fn add(&mut self, status: TaskStatus) {
        let count = match status {
            TaskStatus::Pending => &mut self.pending,
            TaskStatus::Reserved => &mut self.reserved,
            TaskStatus::Assigned => &mut self.assigned,
            TaskStatus::Wrapping => &mut self.wrapping,
            TaskStatus::Completed => &mut self.completed,
            TaskStatus::Canceled => &mut self.canceled,
            TaskStatus::Unknown => return,
        };
        *count += 1;
    }

    /// All of them.
    pub const fn total(&self) -> u64 {
        self.pending
            + self.reserved
            + self.assigned
            + self.wrapping
            + self.completed
            + self.canceled
    }
}

/// The tasks that TaskRouter has now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TasksNow {
    /// All of them.
    pub total_tasks: u64,
    /// By status.
    pub tasks_by_status: TasksByStatus,
    /// Unfinished ones by priority.
    pub tasks_by_priority: BTreeMap<i64, u64>,
    /// The pending task that was created first.
    pub longest_waiting: Option<Waiting>,
    /// The pending task that entered its queue first.
    pub longest_in_queue: Option<Waiting>,
    /// The task that has been wrapping for longest.
    pub longest_wrapping: Option<Waiting>,
}

/// A task that has been waiting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Waiting {
    /// `WT…`
    pub task_sid: String,
    /// Since when.
    pub since: Stamp,
    /// For how long, in whole seconds.
    pub age: u64,
    /// The queue it is in.
    pub task_queue_name: Option<String>,
    /// Its priority.
    pub priority: i64,
}

/// The workers, and what they are doing now. Who is reserved or busy is told by their open
/// reservations, whatever their activity is called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WorkersNow {
    /// All of them.
    pub total_workers: u64,
    /// In an activity that takes tasks.
    pub available: u64,
    /// In such an activity and without an open reservation.
    pub idle: u64,
    /// With a reservation to answer.
    pub reserved: u64,
    /// With a task: a reservation they accepted and have not finished.
    pub busy: u64,
    /// Of those, with a task in after-work.
    pub wrapping: u64,
    /// By activity; every known activity is there.
    pub workers_by_activity: Vec<ActivityCount>,
}

/// How many workers are in an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActivityCount {
    /// `WA…`
    pub activity_sid: String,
    /// Its name.
    pub activity_name: Option<String>,
    /// Whether workers in it take tasks; `null` when that was never told.
    pub available: Option<bool>,
    /// Workers in it.
    pub workers: u64,
    /// Of those, with a reservation to answer.
    pub reserved: u64,
    /// Of those, with a task.
    pub busy: u64,
}

/// What happened in a window of time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Figures {
    /// Tasks created.
    pub tasks_created: u64,
    /// Tasks accepted by a worker for the first time.
    pub tasks_accepted: u64,
    /// Tasks completed.
    pub tasks_completed: u64,
    /// Tasks canceled, abandoned or not.
    pub tasks_canceled: u64,
    /// Tasks canceled before any worker accepted them.
    pub tasks_abandoned: u64,
    /// Tasks deleted through the API or removed by TaskRouter before their end.
    pub tasks_deleted: u64,
    /// Reservations made.
    pub reservations_created: u64,
    /// Reservations accepted.
    pub reservations_accepted: u64,
    /// Reservations rejected.
    pub reservations_rejected: u64,
    /// Reservations not answered in time, also called RONA.
    pub reservations_timed_out: u64,
    /// Reservations ended because their task was canceled.
    pub reservations_canceled: u64,
    /// Reservations ended because another worker took the task.
    pub reservations_rescinded: u64,
    /// Reservations completed.
    pub reservations_completed: u64,
    /// Seconds from the creation of a task to its first acceptance, of the tasks accepted.
    pub acceptance_time: Times,
    /// Seconds from the creation of a task to its cancellation, of the tasks abandoned.
    pub abandonment_time: Times,
    /// How many were accepted in time.
    pub service_level: ServiceLevel,
}

/// How many tasks were accepted within the threshold of their queue.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct ServiceLevel {
    /// The threshold in seconds; `null` when the queues concerned have different ones.
    pub threshold: Option<Seconds>,
    /// Tasks accepted within the threshold.
    pub met: u64,
    /// Tasks accepted later.
    pub accepted_late: u64,
    /// Tasks abandoned later than the threshold; those given up earlier do not count.
    pub abandoned_late: u64,
    /// `met` in per cent of the three, to two places; `null` when there is none.
    pub percent: Option<f64>,
}

/// What happened since midnight.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Today {
    /// The last midnight, in the time zone of the window.
    pub since: Stamp,
    /// The figures from then to `asked_at`.
    #[serde(flatten)]
    pub figures: Figures,
}

/// A queue now, in the window and today.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct QueueFigures {
    /// `WQ…`
    pub task_queue_sid: String,
    /// Its name.
    pub task_queue_name: Option<String>,
    /// Within which time its tasks are to be accepted.
    pub threshold: Seconds,
    /// Its tasks that TaskRouter has now.
    pub in_taskrouter_now: TasksNow,
    /// What happened in the window.
    pub in_window: Figures,
    /// What happened since midnight.
    pub today: Figures,
}

/// Events by type, and how they came in.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EventCounts {
    /// When the question was answered.
    pub asked_at: Stamp,
    /// The window; an event belongs to it by when it happened.
    pub window: Window,
    /// When the last of all known events happened; `null` when none is known.
    pub last_event_at: Option<Stamp>,
    /// Seconds from then to `asked_at`; `null` when none is known.
    pub last_event_age: Option<Seconds>,
    /// The number of the last event that is kept, counted by arrival.
    pub position: u64,
    /// The number of the last event that the figures contain.
    pub projected: u64,
    /// Events kept that the figures do not contain yet, or not as they were told last.
    pub lag: u64,
    /// Events in the window.
    pub total: u64,
    /// Those events by type.
    pub by_type: BTreeMap<String, u64>,
    /// Events that came again after they were kept, since the server started.
    pub duplicates: u64,
}
