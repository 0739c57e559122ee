//! What an event says, however it is asked: the form of the event callback and the Events resource
//! are two spellings of the same parameters
//! (<https://www.twilio.com/docs/taskrouter/api/event/reference>).

mod description;
mod parameters;
mod subject;

pub(super) use description::description;
pub(super) use subject::Subject;

use serde_json::{Map, Value};

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

/// `TaskQueueSid` as JSON spells it: `task_queue_sid`.
fn snake_case(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len() + 8);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !spelled.is_empty() {
            spelled.push('_');
        }
        spelled.push(letter.to_ascii_lowercase());
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::snake_case;

    #[test]
    fn names_are_spelled_as_json_spells_them() {
        for (name, spelled) in [
            ("Reason", "reason"),
            ("TaskQueueTargetExpression", "task_queue_target_expression"),
            (
                "WorkerTimeInPreviousActivityMs",
                "worker_time_in_previous_activity_ms",
            ),
        ] {
            assert_eq!(snake_case(name), spelled);
        }
    }
}
