//! Calls and reservations over HTTP.

use std::sync::atomic::Ordering;

use axum::http::StatusCode;
use serde_json::Value;

use super::lab::{Lab, form, form_with, get};
use crate::events::EventStore as _;
use crate::model::sid::{Sid as _, WorkflowSid};
use crate::serve::assignment;
use crate::serve::directory::{Directory, Names};
use crate::serve::voice::{ROUTES, Work};

const WORKFLOW: &str = "WW00000000000000000000000000000001";
const OLD_TRANSFER: &str = "/api/phone/transfer/CA00000000000000000000000000000001/forward/WK00000000000000000000000000000001/initiated-by/WK00000000000000000000000000000002";
const CALL: [(&str, &str); 4] = [
    ("CallSid", "CA00000000000000000000000000000001"),
    ("From", "+15550100"),
    ("To", "+15550199"),
    ("CallStatus", "ringing"),
];

fn lab() -> Lab {
    let lab = Lab::new();
    lab.shared.know(Directory {
        workflows: Names::new([(WorkflowSid::from_bits(1), "Support".to_owned())]),
        ..Directory::default()
    });
    lab
}

#[tokio::test]
async fn a_call_is_put_in_line() {
    let got = lab().send(form("/voice/incoming", &CALL)).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    assert_eq!(got.headers["content-type"], "text/xml; charset=utf-8");
    assert!(got.body.contains("<Enqueue"), "{}", got.body);
    assert!(got.body.contains(WORKFLOW), "{}", got.body);
}

#[tokio::test]
async fn every_path_answers_twilio_alone() {
    let lab = lab();
    let voice = ROUTES.iter().map(|(path, _)| *path);
    for path in voice.chain(assignment::PATHS) {
        let got = lab.send(form(path, &CALL)).await;
        assert_eq!(got.status, StatusCode::OK, "{path}: {}", got.body);
        let got = lab.send(form_with(path, &CALL, "x")).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{path}");
        let got = lab.get(path, &[]).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn every_path_answers_what_is_signed_in_its_url_too() {
    let lab = lab();
    let more = "CallSid=CA00000000000000000000000000000001&From=%2B15550100&To=%2B15550199";
    let voice = ROUTES.iter().map(|(path, _)| *path);
    for path in voice.chain(assignment::PATHS).chain([OLD_TRANSFER]) {
        let path = format!("{path}?{more}");
        let got = lab.send(get(&path)).await;
        assert_eq!(got.status, StatusCode::OK, "{path}: {}", got.body);
        let altered = get(&path).uri().to_string().replace("0100", "0101");
        let mut forged = get(&path);
        *forged.uri_mut() = altered.parse().unwrap();
        let got = lab.send(forged).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn a_call_is_passed_on_to_a_worker() {
    let lab = lab();
    let got = lab.send(form(OLD_TRANSFER, &CALL)).await;
    let by_name = "/voice/transfer?worker=WK00000000000000000000000000000001&by=WK00000000000000000000000000000002";
    let canonical = lab.send(form(by_name, &CALL)).await;
    assert_eq!(got.body, canonical.body);
    assert!(
        got.body.contains(
            "<Task priority=\"10\" timeout=\"3600\">{\"selected_language\":\"en\",\"title\":\"Call \
             Transfer\",\"transferToWorkerSid\":\"WK00000000000000000000000000000001\",\
             \"transferredBy\":\"WK00000000000000000000000000000002\"}</Task>"
        ),
        "{}",
        got.body
    );
    let forged = form_with(OLD_TRANSFER, &CALL, "x");
    assert_eq!(lab.send(forged).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn who_asks_for_what_is_gone_is_told_what_took_its_place() {
    let lab = Lab::new();
    let got = lab.get("/api/dashboard/sync-tasks", &[]).await;
    assert_eq!(got.status, StatusCode::GONE);
    let detail = got.json()["detail"].as_str().unwrap().to_owned();
    assert!(detail.contains("/stats/tasks"), "{detail}");
    let never = lab.get("/api/dashboard/nothing", &[]).await;
    assert_eq!(never.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_reservation_is_answered_by_policy() {
    let fields = [
        ("AccountSid", super::lab::ACCOUNT),
        ("WorkspaceSid", super::lab::WORKSPACE),
        ("WorkflowSid", WORKFLOW),
        ("ReservationSid", "WR00000000000000000000000000000001"),
        ("TaskSid", "WT00000000000000000000000000000001"),
        (
            "TaskAttributes",
            r#"{"call_sid":"CA00000000000000000000000000000001","from":"+15550100"}"#,
        ),
        ("WorkerSid", "WK00000000000000000000000000000001"),
        ("WorkerAttributes", r#"{"contact_uri":"+15550101"}"#),
    ];
    let got = lab().send(form("/assignment", &fields)).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    assert_eq!(got.headers["content-type"], "application/json");
    let told: Value = got.json();
    assert_eq!(told["instruction"], "conference", "{told}");
}

#[tokio::test]
async fn nothing_is_promised_that_the_disk_does_not_take() {
    let lab = lab();
    lab.store.full.store(true, Ordering::Relaxed);
    let asked = lab.send(form("/voice/callback", &CALL)).await;
    assert_eq!(asked.status, StatusCode::OK);
    let trouble = "your call cannot be connected";
    assert!(asked.body.contains(trouble), "{}", asked.body);
    assert!(asked.body.contains("<Hangup/>"), "{}", asked.body);
    // Who waits goes on waiting.
    let queued = lab.send(form("/voice/callback?queued=yes", &CALL)).await;
    assert!(queued.body.contains(trouble), "{}", queued.body);
    assert!(queued.body.contains("/voice/wait"), "{}", queued.body);
    assert!(!queued.body.contains("<Hangup/>"), "{}", queued.body);
    // Nobody listens to this one.
    let recording = [
        ("CallSid", "CA00000000000000000000000000000001"),
        ("RecordingSid", "RE00000000000000000000000000000001"),
        ("RecordingUrl", "https://api.example.com/RE1"),
    ];
    let noted = lab.send(form("/voice/recording-status", &recording)).await;
    assert_eq!(noted.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!noted.body.contains("/secret/place"), "{}", noted.body);
    assert_eq!(lab.metric("trctl_work_refused_total").await, 3);
    assert_eq!(lab.store.promised(9).await.unwrap(), []);

    lab.store.full.store(false, Ordering::Relaxed);
    for _ in 0..2 {
        let asked = lab.send(form("/voice/callback", &CALL)).await;
        assert!(asked.body.contains("call you back"), "{}", asked.body);
    }
    let promised = lab.store.promised(9).await.unwrap();
    let keys: Vec<&str> = promised.iter().map(|each| each.key.as_str()).collect();
    assert_eq!(keys, ["callback CA00000000000000000000000000000001"]);
    let work: Work = serde_json::from_str(&promised[0].what).unwrap();
    assert_eq!(work.key().as_deref(), Some(keys[0]));
}

#[tokio::test]
async fn a_call_back_for_no_call_is_promised_once_too() {
    let lab = Lab::flowing("2026-11-20T10:00:00Z", "workflow = \"Support\"");
    for from in ["+15550100123", "+15550100123", "+15550100124"] {
        let asked = lab.send(form("/voice/callback", &[("From", from)])).await;
        assert!(asked.body.contains("call you back"), "{}", asked.body);
    }
    let promised = lab.store.promised(9).await.unwrap();
    assert_eq!(promised.len(), 2, "{promised:?}");
}
