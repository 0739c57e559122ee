//! The rows, as questions are answered with them.

use serde::{Deserialize, Serialize};

use crate::model::sid::{
    ActivitySid, EventSid, ReservationSid, TaskChannelSid, TaskQueueSid, TaskSid, WorkerSid,
    WorkflowSid, WorkspaceSid,
};
use crate::model::{ReservationStatus, TaskStatus};

/// What is known of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskFacts {
    /// `WT…`
    pub sid: TaskSid,
    /// The workspace it is in.
    pub workspace_sid: Option<WorkspaceSid>,
    /// Where it is in its life. A task whose offers have all ended is pending again, though no event
    /// says so. [`TaskStatus::Unknown`] while nothing tells, and for a word that is newer than this
    /// version.
    pub status: TaskStatus,
    /// Higher goes first.
    pub priority: Option<i64>,
    /// The queue it is or was last in.
    pub queue_sid: Option<TaskQueueSid>,
    /// When it entered that queue.
    pub queue_entered: Option<i64>,
    /// The workflow that routes it.
    pub workflow_sid: Option<WorkflowSid>,
    /// Its channel.
    pub channel_sid: Option<TaskChannelSid>,
    /// Its channel's unique name.
    pub channel: Option<String>,
    /// Why it was canceled or completed.
    pub reason: Option<String>,
    /// A JSON document as text. Read with [`EventStore::task`](crate::events::EventStore::task) and
    /// for tasks that are open; left out of those that are not.
    pub attributes: Option<String>,
    /// The attribute `team`, which outlives the others.
    pub team: Option<String>,
    /// The time it is ordered by in its queue.
    pub virtual_start: Option<i64>,
    /// How often it changed.
    pub version: Option<u64>,
    /// When it was created.
    pub created: Option<i64>,
    /// When it first entered a queue.
    pub first_queued: Option<i64>,
    /// When it was first reserved for a worker.
    pub first_reserved: Option<i64>,
    /// When a worker first took it.
    pub accepted: Option<i64>,
    /// When the work ended and the after-work began.
    pub wrapping: Option<i64>,
    /// When it was completed.
    pub completed: Option<i64>,
    /// When it was canceled.
    pub canceled: Option<i64>,
    /// When it was deleted, by somebody or at the end of its life.
    pub deleted: Option<i64>,
}

impl TaskFacts {
    /// Whether something can still happen to it.
    pub fn is_open(&self) -> bool {
        !self.status.is_final() && self.deleted.is_none()
    }

    /// When it ended as what it ended as: what was canceled and later deleted was canceled.
    pub fn ended(&self) -> Option<i64> {
        match self.status {
            TaskStatus::Completed => self.completed,
            TaskStatus::Canceled => self.canceled,
            _ => self.deleted,
        }
    }

    /// Whether it was canceled and nobody had ever taken it.
    pub fn is_abandoned(&self) -> bool {
        self.status == TaskStatus::Canceled && self.accepted.is_none()
    }
}

/// What is known of the offer of a task to a worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservationFacts {
    /// `WR…`
    pub sid: ReservationSid,
    /// The task offered.
    pub task_sid: Option<TaskSid>,
    /// The worker it was offered to.
    pub worker_sid: Option<WorkerSid>,
    /// The queue the task was offered from.
    pub queue_sid: Option<TaskQueueSid>,
    /// When the task had entered that queue.
    pub queue_entered: Option<i64>,
    /// The workflow that routed the task.
    pub workflow_sid: Option<WorkflowSid>,
    /// The unique name of the task's channel.
    pub channel: Option<String>,
    /// The task's priority.
    pub priority: Option<i64>,
    /// When the task was created, in whole seconds if no more is known.
    pub task_created: Option<i64>,
    /// Where it is in its life. [`ReservationStatus::Unknown`] when it could not be made.
    pub status: ReservationStatus,
    /// Why it was refused, as the worker gave it.
    pub reason_code: Option<i64>,
    /// When it was made.
    pub created: Option<i64>,
    /// When the worker took the task.
    pub accepted: Option<i64>,
    /// When the worker refused.
    pub rejected: Option<i64>,
    /// When the worker had not answered in time.
    pub timed_out: Option<i64>,
    /// When the task was canceled meanwhile.
    pub canceled: Option<i64>,
    /// When another worker took the task.
    pub rescinded: Option<i64>,
    /// When the work ended and the after-work began.
    pub wrapping: Option<i64>,
    /// When it was completed.
    pub completed: Option<i64>,
    /// When it could not be made.
    pub failed: Option<i64>,
}

impl ReservationFacts {
    /// Whether it takes up capacity of its worker.
    pub fn is_open(&self) -> bool {
        self.status.is_open()
    }

    /// When it ended as what it ended as.
    pub fn ended(&self) -> Option<i64> {
        match self.status {
            ReservationStatus::Rejected => self.rejected,
            ReservationStatus::Timeout => self.timed_out,
            ReservationStatus::Canceled => self.canceled,
            ReservationStatus::Rescinded => self.rescinded,
            ReservationStatus::Completed => self.completed,
            _ => self.failed,
        }
    }
}

/// What is known of a worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerFacts {
    /// `WK…`
    pub sid: WorkerSid,
    /// The workspace they are in.
    pub workspace_sid: Option<WorkspaceSid>,
    /// Name for people.
    pub name: Option<String>,
    /// A JSON document as text.
    pub attributes: Option<String>,
    /// What they are doing.
    pub activity_sid: Option<ActivitySid>,
    /// The name of that activity when it was told.
    pub activity_name: Option<String>,
    /// Since when: exactly, if the change was told; else when it was first told that they are.
    pub activity_since: Option<i64>,
    /// When they were created, if that was told.
    pub created: Option<i64>,
    /// When they were deleted.
    pub deleted: Option<i64>,
}

/// A change of a worker's activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityChange {
    /// The event that told it.
    pub event_sid: EventSid,
    /// The worker.
    pub worker_sid: WorkerSid,
    /// When.
    pub at: i64,
    /// The activity since.
    pub activity_sid: Option<ActivitySid>,
    /// The activity before.
    pub previous_sid: Option<ActivitySid>,
    /// How long the worker was in that, in milliseconds.
    pub previous_milliseconds: Option<i64>,
}

impl ActivityChange {
    /// When the activity before had begun, if that is known.
    pub fn previous_began(&self) -> Option<i64> {
        Some(self.at.saturating_sub(self.previous_milliseconds?))
    }
}

/// A task's stay in a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueStay {
    /// The task.
    pub task_sid: TaskSid,
    /// The queue.
    pub queue_sid: TaskQueueSid,
    /// When the task entered it, in whole seconds if no more is known.
    pub entered: i64,
    /// The workflow that sent it there.
    pub workflow_sid: Option<WorkflowSid>,
    /// The unique name of the task's channel.
    pub channel: Option<String>,
    /// When a worker took the task out of it.
    pub accepted: Option<i64>,
    /// When the routing step timed out.
    pub timed_out: Option<i64>,
    /// When the task was canceled in it.
    pub canceled: Option<i64>,
    /// When the task was completed, which it can be without anybody having told that it was taken.
    pub completed: Option<i64>,
    /// When the task entered the next queue.
    pub moved_on: Option<i64>,
}

impl QueueStay {
    /// When the wait in the queue ended, in whichever way.
    pub fn left(&self) -> Option<i64> {
        [
            self.accepted,
            self.timed_out,
            self.canceled,
            self.completed,
            self.moved_on,
        ]
        .into_iter()
        .flatten()
        .min()
    }
}

/// The name of a queue, workflow or task channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedFacts<S> {
    /// Its SID.
    pub sid: S,
    /// Its name; the unique name of a task channel.
    pub name: Option<String>,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// What is known of an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityFacts {
    /// `WA…`
    pub sid: ActivitySid,
    /// Its name.
    pub name: Option<String>,
    /// Whether workers in it are offered tasks, if that is known.
    pub available: Option<bool>,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// Everything that questions about a span of time are answered from, read in one go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// All events up to this position are in it.
    pub position: u64,
    /// When the last event happened.
    pub last_event: Option<i64>,
    /// Tasks that are open (with their attributes), or were created, accepted or ended within.
    pub tasks: Vec<TaskFacts>,
    /// Reservations that are open, or were made, accepted or ended within.
    pub reservations: Vec<ReservationFacts>,
    /// Stays in queues that began, or ended otherwise than by moving on, within.
    pub queue_stays: Vec<QueueStay>,
    /// Changes of activity within, and every worker's next one behind.
    pub activity_changes: Vec<ActivityChange>,
    /// Workers that are not deleted.
    pub workers: Vec<WorkerFacts>,
    /// Activities, with those that were deleted.
    pub activities: Vec<ActivityFacts>,
    /// Queues, with those that were deleted.
    pub queues: Vec<NamedFacts<TaskQueueSid>>,
    /// Workflows, with those that were deleted.
    pub workflows: Vec<NamedFacts<WorkflowSid>>,
    /// Task channels, with those that were deleted.
    pub channels: Vec<NamedFacts<TaskChannelSid>>,
}
