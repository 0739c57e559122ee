//! Task channel: <https://www.twilio.com/docs/taskrouter/api/task-channel>.

use serde::{Deserialize, Serialize};

use super::sid::{AccountSid, TaskChannelSid, WorkspaceSid};
use super::time::IsoTime;
use super::wire::{Links, null_default};

/// A kind of task (voice, chat, …) with a capacity of its own at every worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskChannel {
    /// `TC…`
    pub sid: TaskChannelSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The workspace it belongs to.
    pub workspace_sid: WorkspaceSid,
    /// Name for people, at most 64 characters.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// Name for tasks and expressions; never changes.
    #[serde(default, deserialize_with = "null_default")]
    pub unique_name: String,
    /// Whether the worker idle longest on this channel is preferred.
    #[serde(default)]
    pub channel_optimized_routing: Option<bool>,
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
