//! Statistics of a workspace: <https://www.twilio.com/docs/taskrouter/api/workspace-statistics>.

use serde::{Deserialize, Serialize};

use super::shapes::{
    ActivityCount, Backlog, Duration, ReservationCounts, SplitByWaitTime, TasksByPriority, Window,
    count,
};
use crate::model::sid::{AccountSid, WorkspaceSid};
use crate::model::wire::null_default;

/// A workspace now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceRealTimeStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// Workers by activity.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_statistics: Vec<ActivityCount>,
    /// The tasks there are.
    #[serde(flatten)]
    pub backlog: Backlog,
    /// Unfinished tasks by priority.
    #[serde(default, deserialize_with = "null_default")]
    pub tasks_by_priority: TasksByPriority,
    /// Workers, whatever they are doing.
    #[serde(default, deserialize_with = "count")]
    pub total_workers: u64,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}

/// A workspace in a window of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceCumulativeStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
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
    /// Tasks created.
    #[serde(default, deserialize_with = "count")]
    pub tasks_created: u64,
    /// Tasks canceled.
    #[serde(default, deserialize_with = "count")]
    pub tasks_canceled: u64,
    /// Tasks completed.
    #[serde(default, deserialize_with = "count")]
    pub tasks_completed: u64,
    /// Tasks deleted before their end.
    #[serde(default, deserialize_with = "count")]
    pub tasks_deleted: u64,
    /// Tasks moved from one queue to another.
    #[serde(default, deserialize_with = "count")]
    pub tasks_moved: u64,
    /// Tasks that reached the end of their workflow.
    #[serde(default, deserialize_with = "count")]
    pub tasks_timed_out_in_workflow: u64,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}

/// A workspace now, in the combined statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceRealTime {
    /// Workers by activity.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_statistics: Vec<ActivityCount>,
    /// The tasks there are.
    #[serde(flatten)]
    pub backlog: Backlog,
    /// Workers, whatever they are doing.
    #[serde(default, deserialize_with = "count")]
    pub total_workers: u64,
}

/// A workspace in a window of time, in the combined statistics.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkspaceCumulative {
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
    /// Tasks created.
    #[serde(default, deserialize_with = "count")]
    pub tasks_created: u64,
    /// Tasks canceled.
    #[serde(default, deserialize_with = "count")]
    pub tasks_canceled: u64,
    /// Tasks deleted before their end.
    #[serde(default, deserialize_with = "count")]
    pub tasks_deleted: u64,
    /// Tasks moved from one queue to another.
    #[serde(default, deserialize_with = "count")]
    pub tasks_moved: u64,
    /// Tasks that reached the end of their workflow.
    #[serde(default, deserialize_with = "count")]
    pub tasks_timed_out_in_workflow: u64,
}

/// A workspace now and in a window of time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkspaceStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// What happened in the window.
    pub cumulative: WorkspaceCumulative,
    /// How it is now.
    pub realtime: WorkspaceRealTime,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}
