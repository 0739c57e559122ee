//! CloudEvents of the Event Streams, a JSON array of them per request
//! (<https://www.twilio.com/docs/events/event-types/taskrouter>).

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::malformed::JsonError;
use super::telling::{Names, Telling};
use super::{Malformed, RecordedEvent};
use crate::model::sid::{EventSid, Sid as _};

const NAMES: Names = Names {
    sid: "id",
    kind: "type",
    account: "account_sid",
    workspace: "workspace_sid",
};

/// So many parts of a body may be shorter, on average, than any event can be told in.
const SHORT_PARTS: usize = 1_000;
const SHORTEST: usize = 64;

/// What the types of TaskRouter's events begin with.
const PREFIX: &str = "com.twilio.taskrouter.";

/// Parts of the envelope that say how it travels, or are read as parts of the event.
const ENVELOPE: [&str; 8] = [
    "specversion",
    "type",
    "source",
    "id",
    "dataschema",
    "datacontenttype",
    "time",
    "data",
];

/// The same of `data`.
const DATA: [&str; 10] = [
    "sid",
    "name",
    "account_sid",
    "timestamp",
    "level",
    "group",
    "product_name",
    "publisher",
    "payload_type",
    "payload",
];

/// The same of `data.payload`.
const PAYLOAD: [&str; 7] = [
    "sid",
    "eventtype",
    "account_sid",
    "workspace_sid",
    "timestamp",
    "resource_type",
    "resource_sid",
];

/// A `CloudEvent` that is no event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What was sent.
    pub event: Value,
    /// What is wrong with it.
    pub malformed: Malformed,
}

impl RecordedEvent {
    /// Reads a body of the Event Streams: an array of CloudEvents, or a single one. Each is read or
    /// refused by itself; what is refused comes back as it was sent.
    ///
    /// # Errors
    ///
    /// [`Malformed::Json`] and [`Malformed::Shape`] when the body as a whole is no such thing.
    pub fn from_cloud_events(body: &[u8]) -> Result<Vec<Result<Self, Box<Refused>>>, Malformed> {
        let bytes = body.len();
        let body: Value = serde_json::from_slice(body)
            .map_err(|error| Malformed::Json(JsonError(error.to_string())))?;
        let events = match body {
            // Told apart, they would take up many times the memory of the body.
            Value::Array(events)
                if events.len() > SHORT_PARTS && bytes / events.len() < SHORTEST =>
            {
                return Err(Malformed::Shape(
                    "the body has thousands of parts that are too short to be CloudEvents",
                ));
            }
            Value::Array(events) => events,
            event @ Value::Object(_) => vec![event],
            _ => {
                return Err(Malformed::Shape(
                    "the body is neither a CloudEvent nor an array of them",
                ));
            }
        };
        Ok(events
            .into_iter()
            .map(|event| {
                Self::from_cloud_event(&event)
                    .map_err(|malformed| Box::new(Refused { event, malformed }))
            })
            .collect())
    }

    /// Reads one `CloudEvent`.
    ///
    /// An event of another product than TaskRouter, such as the sink's test event, may have an id
    /// that is no SID: it is kept under one that is made from its source and id.
    ///
    /// # Errors
    ///
    /// [`Malformed`] when it has no `id`, no `type` or no time, or a SID that is none.
    pub fn from_cloud_event(event: &Value) -> Result<Self, Malformed> {
        let envelope = event
            .as_object()
            .ok_or(Malformed::Shape("a CloudEvent is a JSON object"))?;
        let nothing = Map::new();
        let data = envelope
            .get("data")
            .and_then(Value::as_object)
            .unwrap_or(&nothing);
        let payload = data
            .get("payload")
            .and_then(Value::as_object)
            .unwrap_or(&nothing);

        let kind = part(&[envelope], "type");
        let ours = kind.as_deref().is_some_and(|kind| kind.starts_with(PREFIX));
        let sid = part(&[envelope], "id").or_else(|| part(&[data, payload], "sid"));
        let derived_sid = match &sid {
            Some(id) if !ours && id.parse::<EventSid>().is_err() => {
                Some(made_from(part(&[envelope], "source").as_deref(), id))
            }
            _ => None,
        };
        let mut telling = Telling {
            sid,
            derived_sid,
            kind: kind.map(|kind| match kind.strip_prefix(PREFIX) {
                Some(kind) => kind.to_owned(),
                None => kind,
            }),
            times: vec![
                ("time", part(&[envelope], "time")),
                ("data.timestamp", part(&[data], "timestamp")),
                ("data.payload.timestamp", part(&[payload], "timestamp")),
            ],
            account: part(&[payload, data], "account_sid"),
            workspace: part(&[payload, data], "workspace_sid"),
            resource_type: part(&[payload], "resource_type"),
            resource_sid: part(&[payload], "resource_sid"),
            ..Telling::with_room((payload.len() + data.len(), 1_000))
        };
        for (object, known) in [
            (payload, &PAYLOAD[..]),
            (data, &DATA[..]),
            (envelope, &ENVELOPE[..]),
        ] {
            for (name, value) in object {
                if !known.contains(&name.as_str())
                    && let Some(text) = text(value)
                {
                    telling.parameter(name, &text);
                }
            }
        }
        // What has no payload may say something else in its place.
        if let Some(data) = envelope.get("data").filter(|data| !data.is_object())
            && let Some(text) = text(data)
        {
            telling.parameter("data", &text);
        }
        telling.into_event(NAMES)
    }
}

/// The first of the objects that has it says it.
fn part(objects: &[&Map<String, Value>], name: &str) -> Option<String> {
    objects
        .iter()
        .find_map(|object| object.get(name).and_then(text))
}

/// A typed value as the event callback would send it.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        other => Some(other.to_string()),
    }
}

fn made_from(source: Option<&str>, id: &str) -> EventSid {
    let mut hash = Sha256::new();
    hash.update(source.unwrap_or_default());
    hash.update([0]);
    hash.update(id);
    let digest = hash.finalize();
    let mut bits = [0; 16];
    bits.copy_from_slice(&digest[..16]);
    EventSid::from_bits(u128::from_be_bytes(bits))
}
