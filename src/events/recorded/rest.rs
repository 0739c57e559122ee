//! The Events resource (<https://www.twilio.com/docs/taskrouter/api/event>).

use super::cloud_event::text;
use super::telling::{Names, Telling};
use super::{Malformed, RecordedEvent};
use crate::model::Event;

const NAMES: Names = Names {
    sid: "sid",
    kind: "event_type",
    account: "account_sid",
    workspace: "workspace_sid",
};

/// Parameters of `event_data` that are parts of the event.
const PARTS: [&str; 8] = [
    "sid",
    "event_type",
    "account_sid",
    "workspace_sid",
    "timestamp",
    "timestamp_ms",
    "resource_type",
    "resource_sid",
];

impl RecordedEvent {
    /// Reads an event of the Events resource.
    ///
    /// # Errors
    ///
    /// [`Malformed`] when it has no type or no time.
    pub fn from_rest(event: &Event) -> Result<Self, Malformed> {
        let fields = [
            ("event_description", Some(&event.description)),
            ("actor_type", event.actor_type.as_ref()),
            ("actor_sid", event.actor_sid.as_ref()),
            ("source", event.source.as_ref()),
            ("source_ip_address", event.source_ip_address.as_ref()),
        ];
        let mut telling = Telling {
            sid: Some(event.sid.to_string()),
            kind: Some(event.event_type.clone()),
            times: vec![
                (
                    "event_date_ms",
                    event.event_date_ms.map(|at| at.to_string()),
                ),
                ("event_date", event.event_date.map(|date| date.to_string())),
            ],
            account: Some(event.account_sid.to_string()),
            workspace: Some(event.workspace_sid.to_string()),
            resource_type: event.resource_type.clone(),
            resource_sid: event.resource_sid.clone(),
            ..Telling::default()
        };
        for (name, value) in event.event_data.iter().flatten() {
            if !PARTS.contains(&name.as_str())
                && let Some(text) = text(value)
            {
                telling.parameter(name, &text);
            }
        }
        for (name, value) in fields {
            if let Some(value) = value {
                telling.parameter(name, value);
            }
        }
        telling.into_event(NAMES)
    }
}
