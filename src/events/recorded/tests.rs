//! The three encodings.

use serde_json::{Value, json};

use super::{Malformed, RecordedEvent};
use crate::events::samples::{self, Played};
use crate::routing::engine::histories::Step;

const EVENT: &str = "EV00000000000000000000000000000001";

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn callback(changes: &[(&str, &str)]) -> Result<RecordedEvent, Malformed> {
    let mut form = pairs(&[
        ("Sid", EVENT),
        ("EventType", "task.created"),
        ("Timestamp", "1700000000"),
        ("TimestampMs", "1700000000123"),
        ("AccountSid", "AC00000000000000000000000000000001"),
        ("WorkspaceSid", "WS00000000000000000000000000000001"),
        ("ResourceType", "Task"),
        ("TaskSid", "WT00000000000000000000000000000001"),
    ]);
    for (name, value) in changes {
        form.retain(|(known, _)| known != name);
        form.push(((*name).to_owned(), (*value).to_owned()));
    }
    RecordedEvent::from_callback(form)
}

/// Something of everything.
fn history() -> Vec<RecordedEvent> {
    let steps = [
        Step::Create {
            kind: 0,
            priority: 1,
            target: 3,
        },
        Step::Answer {
            which: 0,
            answer: 0,
        },
        Step::Activity {
            worker: 1,
            activity: 0,
            reject: false,
        },
        Step::Create {
            kind: 1,
            priority: 0,
            target: 3,
        },
        Step::Pass {
            milliseconds: 15_123,
        },
        Step::Capacity {
            worker: 0,
            channel: 0,
            capacity: 3,
            available: false,
        },
        Step::Status { task: 0, status: 1 },
        Step::Pass {
            milliseconds: 40_000,
        },
        Step::Status { task: 0, status: 2 },
        Step::Fire { worker: 2 },
        Step::Delete { task: 1 },
    ];
    Played::new(&steps).recorded()
}

#[test]
fn a_callback_says_all_there_is() {
    let event = callback(&[("TaskQueueSid", "WQ1"), ("Fresh", "x"), ("Empty", "")]).unwrap();
    assert_eq!(event.sid.to_string(), EVENT);
    assert_eq!(event.kind, "task.created");
    assert_eq!(event.at, 1_700_000_000_123);
    assert_eq!(event.resource_type.as_deref(), Some("task"));
    let parameters: Vec<_> = event.parameters.iter().collect();
    assert_eq!(
        parameters,
        [
            ("fresh", "x"),
            ("task_queue_sid", "WQ1"),
            ("task_sid", "WT00000000000000000000000000000001"),
        ]
    );
}

#[test]
fn what_every_event_has_must_be_there() {
    for (change, reason) in [
        (("Sid", ""), "`Sid` is missing"),
        (("EventType", ""), "`EventType` is missing"),
        (
            ("Sid", "WT00000000000000000000000000000001"),
            "`Sid` is wrong: `WT00000000000000000000000000000001` is the SID of a task, not of an \
             event",
        ),
        (
            ("AccountSid", "x"),
            "`AccountSid` is wrong: `x` is not the SID of an account (`AC` and 32 hexadecimal \
             digits)",
        ),
        (
            ("WorkspaceSid", "WS1"),
            "`WorkspaceSid` is wrong: `WS1` is not a SID: `WS` must be followed by 32 hexadecimal \
             digits",
        ),
    ] {
        assert_eq!(callback(&[change]).unwrap_err().reason(), reason);
    }
    let no_time = callback(&[("Timestamp", ""), ("TimestampMs", "")]);
    assert_eq!(no_time.unwrap_err().reason(), "`TimestampMs` is missing");
    let wrong_time = callback(&[("Timestamp", "soon"), ("TimestampMs", "")]);
    assert_eq!(
        wrong_time.unwrap_err().reason(),
        "`Timestamp` is not a time: `soon`"
    );
    let endless = callback(&[("Timestamp", ""), ("TimestampMs", "9223372036854775807")]);
    assert_eq!(
        endless.unwrap_err().reason(),
        "`TimestampMs` is not a time: `9223372036854775807`"
    );
}

#[test]
fn a_time_is_read_however_it_is_told() {
    for (changes, at) in [
        (&[("TimestampMs", "")][..], 1_700_000_000_000),
        (&[("TimestampMs", "often")][..], 1_700_000_000_000),
        (
            &[("TimestampMs", ""), ("Timestamp", "2023-11-14T22:13:20.5Z")][..],
            1_700_000_000_500,
        ),
    ] {
        assert_eq!(callback(changes).unwrap().at, at);
    }
}

#[test]
fn an_event_is_the_same_in_all_three_encodings() {
    let events = history();
    assert!(events.len() > 25, "{} events are few", events.len());
    for event in events {
        let streamed = RecordedEvent::from_cloud_event(&samples::cloud_event(&event)).unwrap();
        assert_eq!(streamed, event);
        let read = RecordedEvent::from_rest(&samples::rest(&event)).unwrap();
        let mut merged = event.clone();
        merged.merge(read.clone());
        assert_eq!(
            merged, read,
            "the Events resource tells more, and nothing else"
        );
        assert_eq!(merged.parameter("actor_type"), Some("workflow"));
    }
}

#[test]
fn a_body_of_the_streams_is_an_array_of_which_each_is_read_by_itself() {
    let event = callback(&[]).unwrap();
    let good = samples::cloud_event(&event);
    let mut bad = good.clone();
    bad["id"] = json!("WT00000000000000000000000000000001");
    let body = serde_json::to_vec(&json!([good, bad, 7])).unwrap();
    let read = RecordedEvent::from_cloud_events(&body).unwrap();
    assert_eq!(read[0], Ok(event.clone()));
    let refused = read[1].as_ref().unwrap_err();
    assert_eq!(refused.event, bad);
    assert!(matches!(
        refused.malformed,
        Malformed::Sid { name: "id", .. }
    ));
    assert_eq!(
        read[2].as_ref().unwrap_err().malformed,
        Malformed::Shape("a CloudEvent is a JSON object")
    );

    let one = RecordedEvent::from_cloud_events(&serde_json::to_vec(&good).unwrap()).unwrap();
    assert_eq!(one, [Ok(event)]);
    assert!(RecordedEvent::from_cloud_events(b"[]").unwrap().is_empty());
    for (body, reason) in [
        (
            &b"\"x\""[..],
            "the body is neither a CloudEvent nor an array of them",
        ),
        (
            b"[{]",
            "the body is not JSON: key must be a string at line 1 column 3",
        ),
        (
            b"",
            "the body is not JSON: EOF while parsing a value at line 1 column 0",
        ),
    ] {
        let malformed = RecordedEvent::from_cloud_events(body).unwrap_err();
        assert_eq!(malformed.reason(), reason);
    }
}

#[test]
fn a_cloud_event_must_have_what_every_event_has() {
    let good = samples::cloud_event(&callback(&[]).unwrap());
    let without = |paths: &[&str]| {
        let mut event = good.clone();
        for path in paths {
            *event.pointer_mut(path).unwrap() = Value::Null;
        }
        RecordedEvent::from_cloud_event(&event)
    };
    assert_eq!(without(&["/type"]).unwrap_err(), Malformed::Missing("type"));
    assert_eq!(
        without(&["/id", "/data/sid", "/data/payload/sid"]).unwrap_err(),
        Malformed::Missing("id")
    );
    assert_eq!(
        without(&["/time", "/data/timestamp", "/data/payload/timestamp"]).unwrap_err(),
        Malformed::Missing("time")
    );
    let told_once = without(&["/id", "/time", "/data/sid", "/data/timestamp"]);
    assert_eq!(told_once.unwrap().at, 1_700_000_000_123);
}

#[test]
fn what_is_unheard_of_is_kept() {
    let test = json!({
        "specversion": "1.0",
        "type": "com.twilio.eventstreams.test-event",
        "source": "Sink",
        "id": "0c7fba2e",
        "time": "2024-01-01T00:00:00.000Z",
        "traceparent": "00-1",
        "data": {"test_id": "abc", "nested": {"n": [1, null]}},
    });
    let event = RecordedEvent::from_cloud_event(&test).unwrap();
    assert_eq!(event.kind, "com.twilio.eventstreams.test-event");
    assert_eq!(event.account_sid, None);
    let parameters: Vec<_> = event.parameters.iter().collect();
    assert_eq!(
        parameters,
        [
            ("nested", r#"{"n":[1,null]}"#),
            ("test_id", "abc"),
            ("traceparent", "00-1"),
        ]
    );
    let again = RecordedEvent::from_cloud_event(&test).unwrap();
    assert_eq!(again.sid, event.sid, "the same event has the same SID");
    let mut other = test;
    other["id"] = json!("0c7fba2f");
    assert_ne!(
        RecordedEvent::from_cloud_event(&other).unwrap().sid,
        event.sid
    );

    let mut fresh = samples::cloud_event(&callback(&[]).unwrap());
    fresh["type"] = json!("com.twilio.taskrouter.task.teleported");
    fresh["data"]["payload"]["speed_of_light"] = json!(299_792.458);
    let event = RecordedEvent::from_cloud_event(&fresh).unwrap();
    assert_eq!(event.kind, "task.teleported");
    assert_eq!(event.parameter("speed_of_light"), Some("299792.458"));
}

#[test]
fn one_type_has_two_spellings() {
    let event = callback(&[("EventType", "task-queue.expression-updated")]).unwrap();
    assert_eq!(event.kind, "task-queue.expression.updated");
}

#[test]
fn a_parameter_that_is_told_twice_is_chosen_whatever_the_order() {
    let twice = |first: &str, second: &str| {
        let form = pairs(&[
            ("EventType", "task.created"),
            ("TimestampMs", "1700000000123"),
            ("Sid", EVENT),
            ("Reason", first),
            ("EventDescription", first),
            ("Reason", second),
            ("EventDescription", second),
        ]);
        RecordedEvent::from_callback(form).unwrap()
    };
    assert_eq!(twice("b", "aa"), twice("aa", "b"));
    assert_eq!(twice("b", "aa").parameter("reason"), Some("aa"));
    assert_eq!(twice("a", "b").parameter("reason"), Some("b"));
}

#[test]
fn an_event_comes_back_from_its_json() {
    for event in history() {
        let text = serde_json::to_string(&event).unwrap();
        assert_eq!(
            serde_json::from_str::<RecordedEvent>(&text).unwrap(),
            event,
            "{text}"
        );
    }
}
