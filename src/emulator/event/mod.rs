//! What an event says, however it is asked: the form of the event callback and the Events resource
//! are two spellings of the same parameters
//! (<https://www.twilio.com/docs/taskrouter/api/event/reference>).

mod description;
mod parameters;
mod subject;

pub(super) use description::description;
pub(super) use subject::Subject;

use serde_json::{Map, Value};

use crate::model::event::snake_case;
use crate::model::sid::AccountSid;
use crate::routing::engine::Event;

/// The form of an event callback; optional parameters without a value are left out.
pub(super) fn form(account: AccountSid, event: &Event) -> Vec<(&'static str, String)> {
    let subject = Subject::of(event);
    let mut form = vec![
        ("EventType", event.kind.to_string()),
        ("AccountSid", account.to_string()),
        ("EventDescription", description(event, &subject)),
        ("ResourceType", subject.kind().to_owned()),
        ("ResourceSid", subject.sid()),
        ("Timestamp", event.at.as_second().to_string()),
        ("TimestampMs", event.at.as_millisecond().to_string()),
        ("Sid", event.sid.to_string()),
    ];
    form.extend(parameters::of(event));
    form
}

/// The `event_data` of the Events resource: the callback's parameters but for those that are
/// fields of the resource, all of them texts.
pub(super) fn data(event: &Event) -> Map<String, Value> {
    parameters::of(event)
        .into_iter()
        .map(|(name, value)| (snake_case(name), Value::String(value)))
        .collect()
}
