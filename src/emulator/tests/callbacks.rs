//! Callbacks, received by a small server that checks their signatures.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::http::{StatusCode, header};
use axum::response::IntoResponse as _;
use serde_json::json;

use super::lab::{Centre, Lab, sid};
use super::receiver::{Receiver, alert, asking, instruction, until_status};
use crate::emulator::{Clock, Config, DEFAULT_TOKEN};
use crate::routing::Moment;

#[tokio::test]
async fn events_arrive_signed_and_in_order() {
    let mut receiver = Receiver::new(vec![]).await;
    let centre = Centre::new().await;
    let url = format!("{}/events?a=b#rc=0", receiver.url);
    let form = [
        ("EventCallbackUrl", url.as_str()),
        (
            "EventsFilter",
            "task.created,reservation.created,reservation.accepted,worker.activity.update",
        ),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    let worker = centre.worker("dave", "Offline").await;
    let available = centre.activity("Available").await;
    let task = centre.task(&[("Attributes", r#"{"a":"ü b"}"#)]).await;
    centre.lab.advance("7s").await;
    centre
        .lab
        .post(
            &format!("{}/Workers/{worker}", centre.path),
            &[("ActivitySid", &available)],
        )
        .await
        .ok();
    centre
        .answer(&task, &[("ReservationStatus", "accepted")])
        .await
        .ok();
    let mut got = Vec::new();
    for _ in 0..4 {
        let event = receiver.next().await;
        assert!(event.signed, "{:?}", event.form);
        assert_eq!(event.path, "/events?a=b");
        got.push(event.form);
    }
    let kinds: Vec<&str> = got.iter().map(|form| form["EventType"].as_str()).collect();
    assert_eq!(
        kinds,
        [
            "task.created",
            "worker.activity.update",
            "reservation.created",
            "reservation.accepted"
        ]
    );
    assert_eq!(got[0]["TaskAttributes"], r#"{"a":"ü b"}"#);
    assert_eq!(got[0]["ResourceType"], "task");
    assert_eq!(got[0]["ResourceSid"], task);
    assert!(!got[0].contains_key("TaskQueueSid"));
    assert_eq!(got[1]["WorkerTimeInPreviousActivity"], "7");
    assert_eq!(got[1]["WorkerTimeInPreviousActivityMs"], "7000");
    assert_eq!(got[1]["WorkerPreviousActivityName"], "Offline");
    assert_eq!(got[2]["ResourceType"], "reservation");
    assert_eq!(got[2]["TaskAge"], "7");
    assert_eq!(got[2]["WorkerName"], "dave");
    assert_eq!(got[2]["TaskQueueName"], "All");
    assert_eq!(got[3]["TaskAssignmentStatus"], "assigned");
    assert_eq!(
        got[3]["Timestamp"],
        (super::lab::START / 1000 + 7).to_string()
    );
    assert_eq!(
        got[3]["TimestampMs"],
        (super::lab::START + 7000).to_string()
    );
    let mut sids: Vec<&str> = got.iter().map(|form| form["Sid"].as_str()).collect();
    sids.sort_unstable();
    sids.dedup();
    assert_eq!(sids.len(), 4);
}

#[tokio::test]
async fn a_failed_event_is_told_and_the_next_one_still_comes() {
    let mut receiver = Receiver::new(vec![StatusCode::BAD_GATEWAY.into_response()]).await;
    let centre = Centre::new().await;
    let url = format!("{}/events", receiver.url);
    let form = [
        ("EventCallbackUrl", url.as_str()),
        ("EventsFilter", "task.created"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    centre.task(&[]).await;
    let second = centre.task(&[]).await;
    let first = receiver.next().await.form;
    assert_eq!(receiver.next().await.form["TaskSid"], second);
    let alert = alert(&centre.lab, 11200).await;
    assert_eq!(alert["resource_sid"], first["Sid"]);
}

#[tokio::test]
async fn retries_carry_the_same_token() {
    let mut receiver = Receiver::new(vec![
        StatusCode::BAD_GATEWAY.into_response(),
        StatusCode::NOT_FOUND.into_response(),
    ])
    .await;
    let centre = Centre::new().await;
    let url = format!("{}/events#rc=2&rp=5xx,4xx", receiver.url);
    let form = [
        ("EventCallbackUrl", url.as_str()),
        ("EventsFilter", "task.created"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    centre.task(&[]).await;
    let mut tokens = Vec::new();
    for _ in 0..3 {
        let got = receiver.next().await;
        assert!(got.signed);
        tokens.push(got.headers["i-twilio-idempotency-token"].clone());
    }
    assert_eq!(tokens[0], tokens[1]);
    assert_eq!(tokens[1], tokens[2]);
    assert!(receiver.answers.lock().unwrap().is_empty());
}

#[tokio::test]
async fn the_answer_to_an_assignment_is_carried_out() {
    let mut receiver = Receiver::new(vec![instruction(r#"{"instruction":"accept"}"#)]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let task = centre.task(&[("Attributes", r#"{"a":1}"#)]).await;
    let got = receiver.next().await;
    assert!(got.signed);
    assert_eq!(got.path, "/assign");
    assert_eq!(got.form["TaskSid"], task);
    assert_eq!(got.form["TaskAttributes"], r#"{"a":1}"#);
    assert_eq!(
        got.form["ReservationSid"],
        sid(&centre.reservation(&task).await)
    );
    until_status(&centre, &task, "assigned").await;
}

#[tokio::test]
async fn a_rejection_moves_the_worker() {
    let mut receiver = Receiver::new(vec![]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let offline = centre.activity("Offline").await;
    receiver.answers.lock().unwrap().push(instruction(&format!(
        r#"{{"instruction":"reject","activity_sid":"{offline}"}}"#
    )));
    let task = centre.task(&[]).await;
    receiver.next().await;
    until_status(&centre, &task, "pending").await;
    let workers = centre
        .lab
        .get(&format!("{}/Workers", centre.path))
        .await
        .ok();
    assert_eq!(workers["workers"][0]["activity_name"], "Offline");
}

#[tokio::test]
async fn a_bad_answer_leads_to_the_fallback() {
    let html = ([(header::CONTENT_TYPE, "text/html")], "<p>hello</p>").into_response();
    let mut receiver = Receiver::new(vec![html, instruction(r#"{"instruction":"accept"}"#)]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let task = centre.task(&[]).await;
    assert_eq!(receiver.next().await.path, "/assign");
    let second = receiver.next().await;
    assert_eq!(second.path, "/fallback");
    assert!(second.signed);
    until_status(&centre, &task, "assigned").await;
    alert(&centre.lab, 40000).await;
}

#[tokio::test]
async fn an_answer_that_never_comes_leads_to_the_fallback() {
    let mut receiver = Receiver::new(vec![instruction(r#"{"instruction":"accept"}"#)]).await;
    let centre = asking(&receiver, "/hang#rt=100", "/fallback").await;
    let task = centre.task(&[]).await;
    assert_eq!(receiver.next().await.path, "/hang");
    assert_eq!(receiver.next().await.path, "/fallback");
    until_status(&centre, &task, "assigned").await;
}

#[tokio::test]
async fn wrong_instructions_are_told_in_twilios_codes() {
    let cases = [
        ("[1]", 40001),
        (r#"{"instruct":"accept"}"#, 40005),
        (r#"{"instruction":"dance"}"#, 55555),
        (r#"{"instruction":"reject","activity_sid":"WA1"}"#, 40100),
        (r#"{"instruction":"call","url":"https://x.test/"}"#, 40111),
        (r#"{"instruction":"dequeue"}"#, 40140),
        (r#"{"instruction":"conference"}"#, 40142),
        (
            r#"{"instruction":"redirect","call_sid":"CA1","url":"https://x.test/"}"#,
            40121,
        ),
        (r#"{"instruction":"supervise"}"#, 55555),
    ];
    for (body, code) in cases {
        let receiver = Receiver::new(vec![instruction(body)]).await;
        let centre = asking(&receiver, "/assign", "/fallback").await;
        let task = centre.task(&[]).await;
        let alert = alert(&centre.lab, code).await;
        assert_eq!(
            alert["resource_sid"],
            sid(&centre.reservation(&task).await).as_str(),
            "{body}"
        );
        assert_eq!(centre.task_status(&task).await, "reserved", "{body}");
    }
}

#[tokio::test]
async fn the_real_clock_lets_offers_time_out_by_itself() {
    let mut receiver = Receiver::new(vec![]).await;
    let lab = Lab::with(&Config {
        clock: Clock::Real,
        ..Config::for_tests(Moment::default())
    });
    let centre = Centre::with(lab, &[]).await;
    let url = format!("{}/events", receiver.url);
    let form = [
        ("EventCallbackUrl", url.as_str()),
        ("EventsFilter", "reservation.created,reservation.timeout"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    let workflow = format!("{}/Workflows/{}", centre.path, centre.workflow);
    centre
        .lab
        .post(&workflow, &[("TaskReservationTimeout", "1")])
        .await
        .ok();
    centre.worker("dave", "Available").await;
    centre.task(&[]).await;
    let created = receiver.next().await.form;
    assert_eq!(created["EventType"], "reservation.created");
    // No request is made any more: only the clock's task can let this happen.
    let timeout = receiver.next().await.form;
    assert_eq!(timeout["EventType"], "reservation.timeout");
    let at = |form: &BTreeMap<String, String>| form["TimestampMs"].parse::<i64>().unwrap();
    assert_eq!(at(&timeout) - at(&created), 1000);
}

#[tokio::test]
async fn a_receiver_that_hangs_costs_old_events_and_not_memory() {
    let mut receiver = Receiver::new(vec![]).await;
    let centre = Centre::new().await;
    let url = format!("{}/hang", receiver.url);
    centre
        .lab
        .post(&centre.path, &[("EventCallbackUrl", &url)])
        .await
        .ok();
    receiver.next().await;
    let form = [
        ("EventCallbackUrl", url.as_str()),
        ("EventsFilter", "task.created"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    let count = super::super::callbacks::OUTBOX + 10;
    for _ in 0..count {
        centre.task(&[]).await;
    }
    let summary = centre.lab.get("/_emulator/").await.ok();
    assert_eq!(summary["events_waiting"], super::super::callbacks::OUTBOX);
    assert_eq!(
        summary["workspaces"][0]["tasks"]["pending"].as_u64(),
        u64::try_from(count).ok()
    );
    let alert = alert(&centre.lab, 11200).await;
    let message = alert["message"].as_str().unwrap();
    assert!(message.ends_with("the oldest are dropped"), "{message}");
}

#[tokio::test]
async fn a_faster_clock_lets_offers_time_out_sooner() {
    let mut receiver = Receiver::new(vec![]).await;
    let centre = Centre::new().await;
    let url = format!("{}/events", receiver.url);
    let form = [
        ("EventCallbackUrl", url.as_str()),
        ("EventsFilter", "reservation.created,reservation.timeout"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    centre.worker("dave", "Available").await;
    centre.task(&[]).await;
    let created = receiver.next().await.form;
    let begun = std::time::Instant::now();
    let run = json!({"mode": "real", "speed": 1000});
    let clock = centre.lab.control("clock", run).await.ok();
    assert_eq!(
        (&clock["mode"], &clock["speed"]),
        (&json!("real"), &json!(1000))
    );
    // Ten seconds of emulated time, and no request that would move the engine.
    let timeout = receiver.next().await.form;
    assert_eq!(timeout["EventType"], "reservation.timeout");
    let at = |form: &BTreeMap<String, String>| form["TimestampMs"].parse::<i64>().unwrap();
    assert_eq!(at(&timeout) - at(&created), 10_000);
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn the_last_callbacks_are_told_without_secrets() {
    let refusal = (StatusCode::BAD_GATEWAY, "down").into_response();
    let mut receiver =
        Receiver::new(vec![instruction(r#"{"instruction":"accept"}"#), refusal]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let task = centre.task(&[]).await;
    receiver.next().await;
    until_status(&centre, &task, "assigned").await;
    let url = format!("{}/events", receiver.url).replace("http://", "http://me:hunter2@");
    let form = [
        ("EventCallbackUrl", url.as_str()),
        ("EventsFilter", "task.created"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    centre.task(&[]).await;
    let event = receiver.next().await.form;
    alert(&centre.lab, 11200).await;
    let seen = centre.lab.get("/_emulator/inspect").await;
    for secret in [DEFAULT_TOKEN, "hunter2", "ignature"] {
        assert!(!seen.text.contains(secret), "{secret}: {}", seen.text);
    }
    let seen = seen.ok();
    let last = &seen["callbacks"][0];
    assert_eq!(
        (&last["kind"], &last["what"]),
        (&json!("event"), &json!("task.created"))
    );
    assert_eq!(last["sid"], event["Sid"]);
    assert_eq!(last["status"], 502);
    assert_eq!(last["url"], url.replace(":hunter2", ""));
    let asked = &seen["callbacks"][1];
    assert_eq!(asked["kind"], "assignment");
    assert_eq!(asked["sid"], sid(&centre.reservation(&task).await));
    assert_eq!(asked["url"], format!("{}/assign", receiver.url));
    assert_eq!(asked["status"], 200);
    assert_eq!(asked["answer"], r#"{"instruction":"accept"}"#);
    assert!(asked["duration_ms"].as_u64().is_some());
    assert_eq!(seen["alerts"][0]["code"], 11200);
}

#[tokio::test]
async fn what_is_on_its_way_does_not_reach_the_state_that_is_loaded() {
    let mut receiver = Receiver::new(vec![]).await;
    let centre = asking(&receiver, "/hang/assign", "/fallback").await;
    let events = format!("{}/events", receiver.url);
    let form = [
        ("EventCallbackUrl", events.as_str()),
        ("EventsFilter", "task.created"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    let before = centre.lab.get("/_emulator/snapshot").await.text;
    let hanging = format!("{}/hang/events", receiver.url);
    centre
        .lab
        .post(&centre.path, &[("EventCallbackUrl", &hanging)])
        .await
        .ok();
    for _ in 0..3 {
        centre.task(&[]).await;
    }
    let mut paths = [receiver.next().await.path, receiver.next().await.path];
    paths.sort_unstable();
    assert_eq!(paths, ["/hang/assign", "/hang/events"]);
    let seen = centre.lab.get("/_emulator/inspect").await.ok();
    assert_eq!(seen["events_waiting"], 2);

    centre.lab.load(&before).await.ok();
    // Both are given up: nobody can answer for the new state any more.
    let mut gone = [receiver.gone.recv().await, receiver.gone.recv().await];
    gone.sort_unstable();
    assert_eq!(gone.map(Option::unwrap), paths);
    let seen = centre.lab.get("/_emulator/inspect").await.ok();
    assert_eq!(seen["events_waiting"], 0);
    assert_eq!(
        (&seen["callbacks"], &seen["alerts"]),
        (&json!([]), &json!([]))
    );
    // The new state has the same workspace, and its events do not queue up behind the old ones.
    let task = centre.task(&[]).await;
    let mut got = [receiver.next().await, receiver.next().await];
    got.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    assert_eq!(got[0].path, "/events");
    assert_eq!(got[0].form["TaskSid"], task);
    assert_eq!(got[1].path, "/hang/assign");

    centre.lab.control("reset", json!({})).await.ok();
    assert_eq!(receiver.gone.recv().await.as_deref(), Some("/hang/assign"));
    let seen = centre.lab.get("/_emulator/inspect").await.ok();
    assert_eq!(seen["callbacks"], json!([]));
    assert_eq!(seen["workspaces"], json!([]));
}
