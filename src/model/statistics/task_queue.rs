//! Statistics of task queues: <https://www.twilio.com/docs/taskrouter/api/taskqueue-statistics>.

use serde::{Deserialize, Serialize};

use super::shapes::{
    ActivityCount, Backlog, Duration, ReservationCounts, SplitByWaitTime, TasksByPriority, Window,
    count,
};
use crate::model::sid::{AccountSid, TaskQueueSid, TaskSid, WorkspaceSid, optional};
use crate::model::wire::null_default;

/// A queue now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskQueueRealTimeStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The queue.
    pub task_queue_sid: TaskQueueSid,
    /// Members by activity.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_statistics: Vec<ActivityCount>,
    /// The tasks there are.
    #[serde(flatten)]
    pub backlog: Backlog,
    /// Seconds in this queue of the task that has been pending in it for longest; 0 without one.
    #[serde(default, deserialize_with = "count")]
    pub longest_relative_task_age_in_queue: u64,
    /// That task.
    #[serde(default, deserialize_with = "optional")]
    pub longest_relative_task_sid_in_queue: Option<TaskSid>,
    /// Unfinished tasks by priority.
    #[serde(default, deserialize_with = "null_default")]
    pub tasks_by_priority: TasksByPriority,
    /// Members in an activity that takes tasks, busy or not.
    #[serde(default, deserialize_with = "count")]
    pub total_available_workers: u64,
    /// Members, whatever they are doing.
    #[serde(default, deserialize_with = "count")]
    pub total_eligible_workers: u64,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}

/// A queue in a window of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskQueueCumulativeStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The queue.
    pub task_queue_sid: TaskQueueSid,
    /// The window.
    #[serde(flatten)]
    pub window: Window,
    /// Mean seconds from the creation of a task to its acceptance, rounded down.
    #[serde(default, deserialize_with = "count")]
    pub avg_task_acceptance_time: u64,
    /// What happened to reservations.
    #[serde(flatten)]
    pub reservations: ReservationCounts,
    /// Waits by threshold; `None` unless thresholds were asked for.
    #[serde(default)]
    pub split_by_wait_time: Option<SplitByWaitTime>,
    /// Seconds from creation to acceptance.
    #[serde(default, deserialize_with = "null_default")]
    pub wait_duration_until_accepted: Duration,
    /// Seconds from creation to cancellation.
    #[serde(default, deserialize_with = "null_default")]
    pub wait_duration_until_canceled: Duration,
    /// Seconds from entering the queue to acceptance.
    #[serde(default, deserialize_with = "null_default")]
    pub wait_duration_in_queue_until_accepted: Duration,
    /// Tasks canceled.
    #[serde(default, deserialize_with = "count")]
    pub tasks_canceled: u64,
    /// Tasks completed.
    #[serde(default, deserialize_with = "count")]
    pub tasks_completed: u64,
    /// Tasks deleted before their end.
    #[serde(default, deserialize_with = "count")]
    pub tasks_deleted: u64,
    /// Tasks that came in.
    #[serde(default, deserialize_with = "count")]
    pub tasks_entered: u64,
    /// Tasks moved from one queue to another.
    #[serde(default, deserialize_with = "count")]
    pub tasks_moved: u64,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}

/// A queue now, in the combined statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskQueueRealTime {
    /// Members by activity.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_statistics: Vec<ActivityCount>,
    /// The tasks there are.
    #[serde(flatten)]
    pub backlog: Backlog,
    /// Members in an activity that takes tasks, busy or not.
    #[serde(default, deserialize_with = "count")]
    pub total_available_workers: u64,
    /// Members, whatever they are doing.
    #[serde(default, deserialize_with = "count")]
    pub total_eligible_workers: u64,
}

/// A queue in a window of time, in the combined statistics.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskQueueCumulative {
    /// The window.
    #[serde(flatten)]
    pub window: Window,
    /// Mean seconds from the creation of a task to its acceptance.
    #[serde(default, deserialize_with = "null_default")]
    pub avg_task_acceptance_time: f64,
    /// What happened to reservations.
    #[serde(flatten)]
    pub reservations: ReservationCounts,
    /// Waits by threshold; missing unless thresholds were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split_by_wait_time: Option<SplitByWaitTime>,
    /// Tasks canceled.
    #[serde(default, deserialize_with = "count")]
    pub tasks_canceled: u64,
    /// Tasks deleted before their end.
    #[serde(default, deserialize_with = "count")]
    pub tasks_deleted: u64,
    /// Tasks that came in.
    #[serde(default, deserialize_with = "count")]
    pub tasks_entered: u64,
    /// Tasks moved from one queue to another.
    #[serde(default, deserialize_with = "count")]
    pub tasks_moved: u64,
}

/// A queue now and in a window of time; without a URL in the list of all queues.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskQueueStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The queue.
    pub task_queue_sid: TaskQueueSid,
    /// What happened in the window.
    pub cumulative: TaskQueueCumulative,
    /// How it is now.
    pub realtime: TaskQueueRealTime,
    /// Absolute URL of this resource.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One of several queues now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskQueueData {
    /// The queue.
    pub task_queue_sid: TaskQueueSid,
    /// Members by activity.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_statistics: Vec<ActivityCount>,
    /// The tasks there are.
    #[serde(flatten)]
    pub backlog: Backlog,
    /// Unfinished tasks by priority.
    #[serde(default, deserialize_with = "null_default")]
    pub tasks_by_priority: TasksByPriority,
    /// Members in an activity that takes tasks, busy or not.
    #[serde(default, deserialize_with = "count")]
    pub total_available_workers: u64,
    /// Members, whatever they are doing.
    #[serde(default, deserialize_with = "count")]
    pub total_eligible_workers: u64,
}

/// Several queues now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskQueueBulkRealTimeStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The queues that were asked for.
    #[serde(default, deserialize_with = "null_default")]
    pub task_queue_data: Vec<TaskQueueData>,
    /// How many they are.
    #[serde(default, deserialize_with = "count")]
    pub task_queue_response_count: u64,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}
