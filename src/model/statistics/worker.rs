//! Statistics of workers: <https://www.twilio.com/docs/taskrouter/api/worker/statistics>.

use serde::{Deserialize, Serialize};

use super::shapes::{ActivityCount, ActivityDuration, ReservationCounts, Window, count};
use crate::model::sid::{AccountSid, WorkerSid, WorkspaceSid};
use crate::model::wire::null_default;

/// Workers now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkersRealTimeStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// Workers by activity.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_statistics: Vec<ActivityCount>,
    /// Workers, whatever they are doing.
    #[serde(default, deserialize_with = "count")]
    pub total_workers: u64,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}

/// Workers in a window of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkersCumulativeStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The window.
    #[serde(flatten)]
    pub window: Window,
    /// Time in each activity of the workspace.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_durations: Vec<ActivityDuration>,
    /// What happened to reservations.
    #[serde(flatten)]
    pub reservations: ReservationCounts,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}

/// Workers now, in the combined statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkersRealTime {
    /// Workers by activity.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_statistics: Vec<ActivityCount>,
    /// Workers, whatever they are doing.
    #[serde(default, deserialize_with = "count")]
    pub total_workers: u64,
}

/// Workers, or one worker, in a window of time, in the combined statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerCumulative {
    /// The window.
    #[serde(flatten)]
    pub window: Window,
    /// Time in each activity of the workspace.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_durations: Vec<ActivityDuration>,
    /// What happened to reservations.
    #[serde(flatten)]
    pub reservations: ReservationCounts,
}

/// Workers now and in a window of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkersStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// What happened in the window.
    pub cumulative: WorkerCumulative,
    /// How it is now.
    pub realtime: WorkersRealTime,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}

/// One worker in a window of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerStatistics {
    /// The account.
    pub account_sid: AccountSid,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The worker.
    pub worker_sid: WorkerSid,
    /// What happened in the window.
    pub cumulative: WorkerCumulative,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}
