//! Statistics of workflows: <https://www.twilio.com/docs/taskrouter/api/workflow-statistics>.

use serde::{Deserialize, Serialize};

use super::shapes::{
    Backlog, Duration, ReservationCounts, SplitByWaitTime, TasksByPriority, Window, count,
};
use crate::model::sid::{AccountSid, WorkflowSid, WorkspaceSid};
use crate::model::wire::null_default;

/// A workflow now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowRealTimeStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The workflow.
    pub workflow_sid: WorkflowSid,
    /// The tasks there are.
    #[serde(flatten)]
    pub backlog: Backlog,
    /// Unfinished tasks by priority.
    #[serde(default, deserialize_with = "null_default")]
    pub tasks_by_priority: TasksByPriority,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}

/// A workflow in a window of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowCumulativeStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The workflow.
    pub workflow_sid: WorkflowSid,
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
    /// Tasks canceled.
    #[serde(default, deserialize_with = "count")]
    pub tasks_canceled: u64,
    /// Tasks completed.
    #[serde(default, deserialize_with = "count")]
    pub tasks_completed: u64,
    /// Tasks that came in.
    #[serde(default, deserialize_with = "count")]
    pub tasks_entered: u64,
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

/// A workflow now, in the combined statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkflowRealTime {
    /// The tasks there are.
    #[serde(flatten)]
    pub backlog: Backlog,
}

/// A workflow in a window of time, in the combined statistics.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkflowCumulative {
    /// The window.
    #[serde(flatten)]
    pub window: Window,
    /// Mean seconds from the creation of a task to its acceptance.
    #[serde(default, deserialize_with = "null_default")]
    pub avg_task_acceptance_time: f64,
    /// Reservations taken by their worker.
    #[serde(default, deserialize_with = "count")]
    pub reservations_accepted: u64,
    /// Reservations refused by their worker.
    #[serde(default, deserialize_with = "count")]
    pub reservations_rejected: u64,
    /// Reservations not answered in time.
    #[serde(default, deserialize_with = "count")]
    pub reservations_timed_out: u64,
    /// Waits by threshold; missing unless thresholds were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split_by_wait_time: Option<SplitByWaitTime>,
    /// Tasks canceled.
    #[serde(default, deserialize_with = "count")]
    pub tasks_canceled: u64,
    /// Tasks that came in.
    #[serde(default, deserialize_with = "count")]
    pub tasks_entered: u64,
    /// Tasks moved from one queue to another.
    #[serde(default, deserialize_with = "count")]
    pub tasks_moved: u64,
    /// Tasks that reached the end of their workflow.
    #[serde(default, deserialize_with = "count")]
    pub tasks_timed_out_in_workflow: u64,
}

/// A workflow now and in a window of time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkflowStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The workflow.
    pub workflow_sid: WorkflowSid,
    /// What happened in the window.
    pub cumulative: WorkflowCumulative,
    /// How it is now.
    pub realtime: WorkflowRealTime,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}
