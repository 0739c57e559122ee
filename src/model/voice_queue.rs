//! Voice queue and member of the 2010 API: <https://www.twilio.com/docs/voice/api/queue-resource>,
//! <https://www.twilio.com/docs/voice/api/member-resource>.
//!
//! Not a task queue: callers wait here until TaskRouter has found a worker. A voice queue that
//! TaskRouter made is named after the workflow's SID.

use serde::{Deserialize, Serialize};

use super::sid::{AccountSid, CallSid, VoiceQueueSid};
use super::time::MailTime;
use super::wire::null_default;

/// Callers in line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceQueue {
    /// `QU…`
    pub sid: VoiceQueueSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// Its name, at most 64 characters.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// Callers in line now.
    #[serde(default, deserialize_with = "null_default")]
    pub current_size: u32,
    /// Callers it holds at most.
    #[serde(default, deserialize_with = "null_default")]
    pub max_size: u32,
    /// Average seconds the callers now in line have waited.
    #[serde(default, deserialize_with = "null_default")]
    pub average_wait_time: u64,
    /// When it was created.
    pub date_created: Option<MailTime>,
    /// When it last changed.
    pub date_updated: Option<MailTime>,
    /// Path of this resource.
    #[serde(default)]
    pub uri: Option<String>,
}

/// A caller in line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The voice queue.
    pub queue_sid: VoiceQueueSid,
    /// The waiting call.
    pub call_sid: CallSid,
    /// When the call entered.
    pub date_enqueued: Option<MailTime>,
    /// Place in line, from 1.
    #[serde(default, deserialize_with = "null_default")]
    pub position: u32,
    /// Seconds waited.
    #[serde(default, deserialize_with = "null_default")]
    pub wait_time: u64,
    /// Path of this resource.
    #[serde(default)]
    pub uri: Option<String>,
}
