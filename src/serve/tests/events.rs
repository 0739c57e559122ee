//! What comes in at `/events`.

use std::sync::atomic::Ordering;

use axum::http::StatusCode;
use serde_json::json;
use tower::ServiceExt as _;

use super::lab::{self, Lab, WORKSPACE, callback, cloud_event, form, json as signed_json};

const SID: &str = "EV00000000000000000000000000000001";
const OTHER: &str = "EV00000000000000000000000000000002";

#[tokio::test]
async fn every_path_of_old_takes_events() {
    let lab = Lab::new();
    let paths = [
        "/events",
        "/taskrouter/events",
        "/taskrouter_event",
        "/api/dashboard/event",
        "/api/dashboard/event-receiver",
    ];
    for (number, path) in paths.into_iter().enumerate() {
        let sid = format!("EV{number:032x}");
        let got = lab.send(form(path, &callback(&sid, &[]))).await;
        assert_eq!(got.status, StatusCode::NO_CONTENT, "{path}: {}", got.body);
    }
    assert_eq!(lab.store.events().len(), paths.len());
}

#[tokio::test]
async fn nothing_is_acknowledged_before_it_is_durable() {
    let lab = Lab::new();
    let busy = lab.store.disk.acquire().await.unwrap();
    let mut answer = Box::pin(lab.router().oneshot(form("/events", &callback(SID, &[]))));
    assert!(futures::poll!(&mut answer).is_pending());
    tokio::task::yield_now().await;
    assert!(futures::poll!(&mut answer).is_pending());
    assert_eq!(lab.store.events().len(), 0);
    drop(busy);
    assert_eq!(answer.await.unwrap().status(), StatusCode::NO_CONTENT);
    assert_eq!(lab.store.events().len(), 1);
}

#[tokio::test]
async fn an_event_is_kept_although_its_sender_hangs_up() {
    let lab = Lab::new();
    let busy = lab.store.disk.acquire().await.unwrap();
    let mut answer = Box::pin(lab.router().oneshot(form("/events", &callback(SID, &[]))));
    assert!(futures::poll!(&mut answer).is_pending());
    drop(answer);
    drop(busy);
    let mut positions = crate::events::EventStore::positions(lab.store.as_ref());
    positions.wait_for(|last| *last == 1).await.unwrap();
}

#[tokio::test]
async fn callbacks_and_batches_of_the_same_event_are_one() {
    let lab = Lab::new();
    let both = json!([cloud_event(SID, WORKSPACE), cloud_event(OTHER, WORKSPACE)]).to_string();
    for request in [
        form("/events", &callback(SID, &[])),
        signed_json("/events", &both),
        signed_json(
            "/events?source=streams",
            &cloud_event(OTHER, WORKSPACE).to_string(),
        ),
    ] {
        let got = lab.send(request).await;
        assert_eq!(got.status, StatusCode::NO_CONTENT, "{}", got.body);
    }
    assert_eq!(lab.store.events().len(), 2);
    assert_eq!(
        lab.metric("trctl_events_total{outcome=\"stored\"}").await,
        2
    );
    assert_eq!(lab.metric("trctl_events_total{outcome=\"known\"}").await, 2);
}

#[tokio::test]
async fn what_is_no_event_is_refused_and_kept_aside() {
    let lab = Lab::new();
    for (request, reason) in [
        (
            form("/events", &callback(SID, &[("Sid", "")])),
            "`Sid` is missing",
        ),
        (form("/events", &[("Sid", SID)]), "`EventType` is missing"),
        (form("/events", &callback("EV1", &[])), "`Sid` is wrong"),
        (form("/events", &[]), "`Sid` is missing"),
        (signed_json("/events", "{\"id\":"), "the body is not JSON"),
        (signed_json("/events", "3"), "the body is neither"),
        (
            signed_json("/events", "[{\"id\":\"x\"}]"),
            "`type` is missing",
        ),
        (
            signed_json("/events", "[7]"),
            "a CloudEvent is a JSON object",
        ),
    ] {
        let got = lab.send(request).await;
        assert_eq!(got.status, StatusCode::BAD_REQUEST, "{reason}");
        let detail = got.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.contains(reason), "{detail}");
        let kept = lab.store.rejected().pop().unwrap();
        assert!(kept.reason.contains(reason), "{}", kept.reason);
    }
    assert_eq!(lab.store.events().len(), 0);
    assert_eq!(
        lab.metric("trctl_events_total{outcome=\"quarantined\"}")
            .await,
        8
    );
}

#[tokio::test]
async fn the_good_ones_of_a_batch_are_kept_and_it_does_not_come_again() {
    let lab = Lab::new();
    let batch = json!([{"id": "x"}, cloud_event(SID, WORKSPACE), 7]).to_string();
    let got = lab.send(signed_json("/events", &batch)).await;
    assert_eq!(got.status, StatusCode::NO_CONTENT, "{}", got.body);
    assert_eq!(lab.store.events().len(), 1);
    let rejected = lab.store.rejected();
    let kept: Vec<_> = rejected.iter().map(|kept| kept.body.text()).collect();
    assert_eq!(kept, ["{\"id\":\"x\"}", "7"]);
}

#[tokio::test]
async fn a_batch_of_nothing_but_nonsense_is_kept_once() {
    let lab = Lab::new();
    let short = format!("[{}0]", "0,".repeat(2_999));
    let long = json!(vec![json!({"id": "x".repeat(60)}); 1_500]).to_string();
    let foreign = "WS00000000000000000000000000000009";
    let of_others = json!(vec![cloud_event(SID, foreign); 3]).to_string();
    for (number, (body, status, refused, reason)) in [
        (short, 400, 1, "too short to be CloudEvents"),
        (long, 400, 1_500, "1499 more parts are none either"),
        (of_others, 204, 3, "2 more parts are none either"),
    ]
    .into_iter()
    .enumerate()
    {
        let before = quarantined(&lab).await;
        let got = lab.send(signed_json("/events", &body)).await;
        assert_eq!(got.status.as_u16(), status, "{reason}");
        let rejected = lab.store.rejected().clone();
        assert_eq!(rejected.len(), number + 1);
        assert!(rejected[number].reason.ends_with(reason), "{reason}");
        assert_eq!(rejected[number].body.text(), body);
        assert_eq!(quarantined(&lab).await - before, refused);
    }
    assert_eq!(lab.metric("trctl_quarantine_dropped_total").await, 0);
}

#[tokio::test]
async fn no_more_than_a_hundred_parts_of_a_request_are_kept_and_the_others_counted() {
    let lab = Lab::new();
    let mut batch = vec![json!({"id": "x"}); 250];
    batch.insert(120, cloud_event(SID, WORKSPACE));
    let got = lab
        .send(signed_json("/events", &json!(batch).to_string()))
        .await;
    assert_eq!(got.status, StatusCode::NO_CONTENT, "{}", got.body);
    assert_eq!(lab.store.events().len(), 1);
    assert_eq!(lab.store.rejected().len(), 101);
    let last = lab.store.rejected().pop().unwrap();
    assert!(last.reason.starts_with("150 more parts"), "{}", last.reason);
    assert_eq!(quarantined(&lab).await, 250);
    assert_eq!(lab.metric("trctl_quarantine_dropped_total").await, 150);
}

#[tokio::test]
async fn what_is_no_text_is_kept_as_it_came() {
    let lab = Lab::unsigned();
    let body: &[u8] = b"{\"id\":\"\xff\xfe\"}";
    let request = axum::http::Request::post("/events")
        .header("content-type", "application/json")
        .body(axum::body::Body::from(body))
        .unwrap();
    assert_eq!(lab.send(request).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(lab.store.rejected().pop().unwrap().body.0, body);
}

async fn quarantined(lab: &Lab) -> u64 {
    lab.metric("trctl_events_total{outcome=\"quarantined\"}")
        .await
}

#[tokio::test]
async fn an_empty_batch_is_nothing_to_complain_of() {
    let lab = Lab::new();
    let got = lab.send(signed_json("/events", "[]")).await;
    assert_eq!(got.status, StatusCode::NO_CONTENT);
    assert!(lab.store.rejected().is_empty());
}

#[tokio::test]
async fn another_workspaces_events_are_set_aside_and_acknowledged() {
    let lab = Lab::new();
    let foreign = "WS00000000000000000000000000000009";
    let batch = json!([cloud_event(SID, foreign)]).to_string();
    let account = ("AccountSid", "AC00000000000000000000000000000009");
    for request in [
        form("/events", &callback(SID, &[("WorkspaceSid", foreign)])),
        form("/events", &callback(SID, &[account])),
        signed_json("/events", &batch),
    ] {
        assert_eq!(lab.send(request).await.status, StatusCode::NO_CONTENT);
        let kept = lab.store.rejected().pop().unwrap();
        assert!(kept.reason.contains("this server keeps"), "{}", kept.reason);
        assert!(kept.body.text().contains(SID), "{}", kept.body.text());
    }
    assert_eq!(lab.store.events().len(), 0);
}

#[tokio::test]
async fn a_full_disk_is_said_and_recovers() {
    let lab = Lab::new();
    lab.store.full.store(true, Ordering::Relaxed);
    for request in [
        form("/events", &callback(SID, &[])),
        form("/events", &callback("nonsense", &[])),
    ] {
        let got = lab.send(request).await;
        assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(got.headers["retry-after"], "5");
        assert!(!got.body.contains("/secret"), "{}", got.body);
    }
    assert_eq!(lab.metric("trctl_store_failures_total").await, 2);
    lab.store.full.store(false, Ordering::Relaxed);
    let got = lab.send(form("/events", &callback(SID, &[]))).await;
    assert_eq!(got.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn other_methods_are_not_taken() {
    let lab = Lab::unsigned();
    let got = lab.get("/events", &[]).await;
    assert_eq!(got.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(got.headers["content-type"], "application/problem+json");
}

#[tokio::test]
async fn any_text_survives() {
    let lab = Lab::new();
    let strange = "Grüße, Zoë ☎ & <co> = 100%\u{0}\n'\"";
    let got = lab
        .send(form(
            "/events",
            &callback(SID, &[("TaskAttributes", strange)]),
        ))
        .await;
    assert_eq!(got.status, StatusCode::NO_CONTENT);
    let events = lab.store.events();
    assert_eq!(events[0].event.parameter("task_attributes"), Some(strange));
    assert_eq!(
        lab::ACCOUNT,
        events[0].event.account_sid.unwrap().to_string()
    );
}
