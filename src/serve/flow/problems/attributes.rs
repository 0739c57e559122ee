//! Attributes of tasks that others set.

use serde_json::{Map, Value};

use super::Check;

/// Attributes that Twilio gives the task of a call, or changes while it goes on
/// (<https://www.twilio.com/docs/taskrouter/twiml-queue-calls>).
pub(super) const TWILIOS_ATTRIBUTES: [&str; 33] = [
    "call_sid",
    "account_sid",
    "from",
    "to",
    "caller",
    "called",
    "direction",
    "call_status",
    "api_version",
    "from_country",
    "from_state",
    "from_city",
    "from_zip",
    "to_country",
    "to_state",
    "to_city",
    "to_zip",
    "caller_country",
    "caller_state",
    "caller_city",
    "caller_zip",
    "called_country",
    "called_state",
    "called_city",
    "called_zip",
    "worker_call_sid",
    "conference",
    "outbound_to",
    // And what is found by later, at the tasks that the server itself makes.
    "recording_sid",
    "recording_url",
    "recording_duration",
    "callback_for",
    "voicemail_of",
];

/// Those that a message or a call back must not have: it would be taken for a call, or not be found.
pub(super) const KEPT_ATTRIBUTES: [&str; 7] = [
    "call_sid",
    "conference",
    "recording_sid",
    "recording_url",
    "recording_duration",
    "callback_for",
    "voicemail_of",
];

impl Check<'_> {
    pub(super) fn attributes(
        &mut self,
        place: &str,
        attributes: &Map<String, Value>,
        kept: &[&str],
    ) {
        for name in attributes
            .keys()
            .filter(|name| kept.contains(&name.as_str()))
        {
            self.tell(
                format!("{place}.attributes.{name}"),
                "Twilio or the server sets this one itself: give yours another name",
            );
        }
    }
}
