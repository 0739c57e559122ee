//! Calls and reservations over HTTP.

use axum::http::StatusCode;
use serde_json::Value;

use super::lab::{Lab, form, form_with};
use crate::model::sid::{Sid as _, WorkflowSid};
use crate::serve::assignment;
use crate::serve::directory::{Directory, Names};
use crate::serve::voice::ROUTES;

const WORKFLOW: &str = "WW00000000000000000000000000000001";
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
