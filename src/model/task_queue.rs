//! Task queue: <https://www.twilio.com/docs/taskrouter/api/task-queue>.

use serde::{Deserialize, Serialize};

pub use super::workspace::QueueOrder;

use super::sid::{AccountSid, ActivitySid, TaskQueueSid, WorkspaceSid, optional};
use super::time::IsoTime;
use super::wire::{Links, null_default};

/// A line of tasks and, by an expression over their attributes, the workers who serve it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskQueue {
    /// `WQ…`
    pub sid: TaskQueueSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The workspace it belongs to.
    pub workspace_sid: WorkspaceSid,
    /// Name for people, at most 64 characters.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// Expression over worker attributes; empty or `None` matches nobody.
    #[serde(default)]
    pub target_workers: Option<String>,
    /// Workers reserved at once for one task, 1 to 50.
    #[serde(default, deserialize_with = "null_default")]
    pub max_reserved_workers: u32,
    /// Whether the oldest or the newest task goes first.
    pub task_order: QueueOrder,
    /// Single-tasking only: activity of a reserved worker.
    #[serde(default, deserialize_with = "optional")]
    pub reservation_activity_sid: Option<ActivitySid>,
    /// Its name.
    #[serde(default)]
    pub reservation_activity_name: Option<String>,
    /// Single-tasking only: activity of an assigned worker.
    #[serde(default, deserialize_with = "optional")]
    pub assignment_activity_sid: Option<ActivitySid>,
    /// Its name.
    #[serde(default)]
    pub assignment_activity_name: Option<String>,
    /// When it was created.
    pub date_created: Option<IsoTime>,
    /// When it last changed.
    pub date_updated: Option<IsoTime>,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
    /// Related resources.
    #[serde(default)]
    pub links: Links,
}
