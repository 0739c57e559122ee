//! Workspace: <https://www.twilio.com/docs/taskrouter/api/workspace>.

use serde::{Deserialize, Serialize};

use super::sid::{AccountSid, ActivitySid, WorkspaceSid, optional};
use super::time::IsoTime;
use super::wire::{Links, null_default, words};

words! {
    /// Whether the tasks of FIFO or of LIFO queues go first to a worker who serves both kinds.
    QueueOrder {
        /// First in, first out.
        Fifo = "FIFO",
        /// Last in, first out.
        Lifo = "LIFO",
    }
}

/// A workspace: the room that holds activities, workers, queues, workflows and tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workspace {
    /// `WS…`
    pub sid: WorkspaceSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// Name for people, at most 64 characters.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// When it was created.
    pub date_created: Option<IsoTime>,
    /// When it last changed.
    pub date_updated: Option<IsoTime>,
    /// Name of the activity of new workers.
    #[serde(default)]
    pub default_activity_name: Option<String>,
    /// Activity of new workers.
    #[serde(default, deserialize_with = "optional")]
    pub default_activity_sid: Option<ActivitySid>,
    /// Name of the activity of workers who let a reservation time out.
    #[serde(default)]
    pub timeout_activity_name: Option<String>,
    /// Activity of workers who let a reservation time out.
    #[serde(default, deserialize_with = "optional")]
    pub timeout_activity_sid: Option<ActivitySid>,
    /// Where events are posted; empty when nowhere.
    #[serde(default)]
    pub event_callback_url: Option<String>,
    /// Comma-separated event types that are posted; `None` for all.
    #[serde(default)]
    pub events_filter: Option<String>,
    /// Whether workers handle several tasks at once.
    #[serde(default)]
    pub multi_task_enabled: Option<bool>,
    /// Which kind of queue goes first.
    pub prioritize_queue_order: QueueOrder,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
    /// Related resources.
    #[serde(default)]
    pub links: Links,
}
