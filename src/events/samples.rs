//! Events for tests: what a real engine tells while it runs a random history, in any encoding.

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::RecordedEvent;
use crate::emulator::event_form;
use crate::model;
use crate::model::sid::{AccountSid, Sid as _};
use crate::routing::engine::histories::{History, Step, step};
use crate::routing::engine::{Effect, Event};

/// The account of every history.
pub(super) fn account() -> AccountSid {
    AccountSid::from_bits(1)
}

/// A history that was played, and what the engine told of it.
pub(super) struct Played {
    pub(super) history: History,
    pub(super) told: Vec<Arc<Event>>,
}

impl Played {
    pub(super) fn new(steps: &[Step]) -> Self {
        let mut history = History::new(7);
        for step in steps {
            history.run(step);
        }
        let told = history
            .engine
            .take_effects()
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Event(event) => Some(event),
                _ => None,
            })
            .collect();
        Self { history, told }
    }

    /// The events as the event callback tells them.
    pub(super) fn recorded(&self) -> Vec<RecordedEvent> {
        self.told
            .iter()
            .map(|event| RecordedEvent::from_callback(form(event)).unwrap())
            .collect()
    }
}

/// Steps of a random history.
pub(super) fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(step(), 1..most)
}

/// The form of an event callback.
pub(super) fn form(event: &Event) -> Vec<(String, String)> {
    event_form(account(), event)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// Parameters the streams type as integers.
const INTEGERS: [&str; 3] = ["task_age", "task_priority", "worker_channel_task_count"];
/// Parameters the streams spell as dates here, to see that it makes no difference.
const DATES: [&str; 2] = ["task_date_created", "task_queue_entered_date"];

/// The same event as the streams tell it.
pub(super) fn cloud_event(event: &RecordedEvent) -> Value {
    let time = jiff::Timestamp::from_millisecond(event.at)
        .unwrap()
        .to_string();
    let mut payload = Map::new();
    for (name, value) in event.parameters.iter() {
        let value = if INTEGERS.contains(&name) {
            json!(value.parse::<i64>().unwrap())
        } else if DATES.contains(&name) {
            let seconds = value.parse().unwrap();
            json!(jiff::Timestamp::from_second(seconds).unwrap().to_string())
        } else if value == "true" || value == "false" {
            json!(value == "true")
        } else {
            json!(value)
        };
        payload.insert(name.to_owned(), value);
    }
    payload.insert("sid".to_owned(), json!(event.sid));
    payload.insert("eventtype".to_owned(), json!(event.kind));
    payload.insert("account_sid".to_owned(), json!(event.account_sid));
    payload.insert("workspace_sid".to_owned(), json!(event.workspace_sid));
    payload.insert("resource_type".to_owned(), json!(event.resource_type));
    payload.insert("resource_sid".to_owned(), json!(event.resource_sid));
    payload.insert("timestamp".to_owned(), json!(time));
    payload.insert("task_transfer_sid".to_owned(), Value::Null);
    json!({
        "specversion": "1.0",
        "type": format!("com.twilio.taskrouter.{}", event.kind),
        "source": "/v1/Workspaces",
        "id": event.sid,
        "dataschema": "https://events-schemas.twilio.com/TaskRouter.WDSEvent/4",
        "datacontenttype": "application/json",
        "time": time,
        "data": {
            "sid": event.sid,
            "name": event.kind,
            "account_sid": event.account_sid,
            "timestamp": time,
            "level": "INFO",
            "group": "com.twilio.taskrouter",
            "product_name": "TaskRouter",
            "payload_type": "application/json",
            "payload": payload,
        },
    })
}

/// The same event as the Events resource tells it.
pub(super) fn rest(event: &RecordedEvent) -> model::Event {
    let mut data: Map<String, Value> = event
        .parameters
        .iter()
        .map(|(name, value)| (name.to_owned(), json!(value)))
        .collect();
    let description = data.remove("event_description");
    let time = jiff::Timestamp::from_second(event.at.div_euclid(1000)).unwrap();
    serde_json::from_value(json!({
        "sid": event.sid,
        "account_sid": event.account_sid,
        "workspace_sid": event.workspace_sid,
        "event_type": event.kind,
        "description": description,
        "event_date": time.to_string(),
        "event_date_ms": event.at,
        "event_data": data,
        "resource_type": event.resource_type,
        "resource_sid": event.resource_sid,
        "resource_url": "https://taskrouter.twilio.com/v1/Workspaces",
        "actor_type": "workflow",
        "actor_sid": "WW00000000000000000000000000000009",
        "source": "twilio",
        "source_ip_address": "127.0.0.1",
        "url": "https://taskrouter.twilio.com/v1/Workspaces",
    }))
    .unwrap()
}
