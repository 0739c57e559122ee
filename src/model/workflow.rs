//! Workflow: <https://www.twilio.com/docs/taskrouter/api/workflow>.

use serde::{Deserialize, Serialize};

use super::sid::{AccountSid, WorkflowSid, WorkspaceSid};
use super::time::IsoTime;
use super::wire::{Links, null_default};

/// The rules that send a task to queues and workers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workflow {
    /// `WW…`
    pub sid: WorkflowSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The workspace it belongs to.
    pub workspace_sid: WorkspaceSid,
    /// Name for people.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// A JSON document as text, as it was written.
    #[serde(default, deserialize_with = "null_default")]
    pub configuration: String,
    /// Where a new reservation is posted; empty when nowhere.
    #[serde(default)]
    pub assignment_callback_url: Option<String>,
    /// Asked when the first does not answer well.
    #[serde(default)]
    pub fallback_assignment_callback_url: Option<String>,
    /// Seconds a reservation may stay pending, 1 to 86,400.
    #[serde(default, deserialize_with = "null_default")]
    pub task_reservation_timeout: u32,
    /// Undocumented; usually empty.
    #[serde(default)]
    pub document_content_type: Option<String>,
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
