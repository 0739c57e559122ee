//! Worker and worker channel: <https://www.twilio.com/docs/taskrouter/api/worker>,
//! <https://www.twilio.com/docs/taskrouter/api/worker/worker-channel>.

use serde::{Deserialize, Serialize};

use super::sid::{
    AccountSid, ActivitySid, TaskChannelSid, WorkerChannelSid, WorkerSid, WorkspaceSid, optional,
};
use super::time::IsoTime;
use super::wire::{Links, null_default};

/// Somebody, or something, that takes tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    /// `WK…`
    pub sid: WorkerSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The workspace it belongs to.
    pub workspace_sid: WorkspaceSid,
    /// Name for people, at most 64 characters, unique in the workspace whatever the case.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// The current activity.
    #[serde(default, deserialize_with = "optional")]
    pub activity_sid: Option<ActivitySid>,
    /// Name of the current activity.
    #[serde(default, deserialize_with = "null_default")]
    pub activity_name: String,
    /// Whether the current activity takes tasks.
    #[serde(default)]
    pub available: Option<bool>,
    /// A JSON document as text, at most 4,096 characters.
    #[serde(default, deserialize_with = "null_default")]
    pub attributes: String,
    /// When it was created.
    pub date_created: Option<IsoTime>,
    /// When it last changed.
    pub date_updated: Option<IsoTime>,
    /// When the activity last changed.
    pub date_status_changed: Option<IsoTime>,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
    /// Related resources.
    #[serde(default)]
    pub links: Links,
}

/// What one worker can take on one task channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerChannel {
    /// `WC…`
    pub sid: WorkerChannelSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The workspace it belongs to.
    pub workspace_sid: WorkspaceSid,
    /// The worker.
    pub worker_sid: WorkerSid,
    /// The task channel.
    pub task_channel_sid: TaskChannelSid,
    /// The task channel's unique name.
    #[serde(default, deserialize_with = "null_default")]
    pub task_channel_unique_name: String,
    /// Tasks the worker may have at once; 0 for none.
    #[serde(default, deserialize_with = "null_default")]
    pub configured_capacity: u32,
    /// Whether the worker takes tasks of this channel.
    #[serde(default)]
    pub available: Option<bool>,
    /// Tasks whose reservation is accepted.
    #[serde(default, deserialize_with = "null_default")]
    pub assigned_tasks: u32,
    /// Free capacity, 0 to 100.
    #[serde(default, deserialize_with = "null_default")]
    pub available_capacity_percentage: u32,
    /// When it was created.
    pub date_created: Option<IsoTime>,
    /// When it last changed.
    pub date_updated: Option<IsoTime>,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}
