//! Activity: <https://www.twilio.com/docs/taskrouter/api/activity>.

use serde::{Deserialize, Serialize};

use super::sid::{AccountSid, ActivitySid, WorkspaceSid};
use super::time::IsoTime;
use super::wire::{Links, null_default};

/// What a worker is doing, and whether tasks may be offered meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// `WA…`
    pub sid: ActivitySid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The workspace it belongs to.
    pub workspace_sid: WorkspaceSid,
    /// Name for people, at most 64 characters.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// Whether workers in it are offered tasks.
    #[serde(default)]
    pub available: Option<bool>,
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
