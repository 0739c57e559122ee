//! An event as it is kept, and the three encodings it comes in.
//!
//! The names of its parameters are those of the Events resource (`task_queue_sid`), the values are
//! texts as the event callback sends them. An empty value is a missing one. What this version has
//! never heard of is kept as it came.

mod callback;
mod cloud_event;
mod malformed;
mod merge;
mod parameters;
mod rest;
mod telling;

#[cfg(test)]
mod tests;

pub use cloud_event::Refused;
pub use malformed::{Encoding, Malformed};
pub(super) use merge::Merged;
pub use parameters::Parameters;
pub(super) use parameters::outranks;

use serde::{Deserialize, Serialize};

use crate::model::EventType;
use crate::model::sid::{AccountSid, EventSid, WorkspaceSid};

/// Something that happened in a workspace
/// (<https://www.twilio.com/docs/taskrouter/api/event/reference>).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedEvent {
    /// `EV…`: the same event has the same in every encoding.
    pub sid: EventSid,
    /// What happened: a word of [`EventType`], or one that is newer than this version.
    #[serde(rename = "event_type")]
    pub kind: String,
    /// When, in milliseconds since 1970 began.
    #[serde(rename = "event_date_ms")]
    pub at: i64,
    /// The account it belongs to; what is no event of TaskRouter may not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_sid: Option<AccountSid>,
    /// The workspace it happened in; what is no event of TaskRouter may not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workspace_sid: Option<WorkspaceSid>,
    /// What it is about, in lower case: `task`, `reservation`, `worker`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<String>,
    /// The SID of what it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource_sid: Option<String>,
    /// Everything else it says.
    #[serde(rename = "event_data", default)]
    pub parameters: Parameters,
}

impl RecordedEvent {
    /// What happened; [`EventType::Unknown`] for a word this version does not know.
    pub fn event_type(&self) -> EventType {
        self.kind.parse().unwrap_or(EventType::Unknown)
    }

    /// A parameter by its name in `snake_case`, unless it is empty.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.get(name)
    }
}
