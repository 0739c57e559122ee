//! The recording.

use std::path::Path;

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};

use super::lab::{Lab, START, authorization, sid};
use crate::emulator::{Config, DEFAULT_ACCOUNT, DEFAULT_TOKEN, Emulator, Error};
use crate::routing::Moment;

fn config(path: &Path) -> Config {
    Config {
        record_file: Some(path.to_owned()),
        ..Config::for_tests(Moment::from_millisecond(START))
    }
}

fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.ends_with('\n'), "{text}");
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}

#[tokio::test]
async fn every_exchange_of_the_apis_is_a_line_without_credentials() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("recording.ndjson");
    let lab = Lab::with(&config(&path));
    let made = lab.post("/v1/Workspaces", &[("FriendlyName", "a b")]).await;
    let made = made.text;
    let sid = serde_json::from_str::<Value>(&made).unwrap()["sid"].clone();
    let one = format!("/v1/Workspaces/{}", sid.as_str().unwrap());
    let tag = lab.get(&format!("{one}/Activities?PageSize=1")).await.text;
    lab.delete(&one).await;
    lab.get(&one).await;
    lab.get(&format!(
        "/2010-04-01/Accounts/{DEFAULT_ACCOUNT}/Queues.json"
    ))
    .await
    .ok();
    lab.control("clock", json!({ "advance": "1m" })).await.ok();
    let secret = authorization("AC00000000000000000000000000000009", "hunter2");
    let request = Request::get(&one).header(header::AUTHORIZATION, &secret);
    lab.send(request.body(Body::empty()).unwrap()).await;

    let lines = lines(&path);
    let heads: Vec<(&str, &str, u64)> = lines
        .iter()
        .map(|line| {
            (
                line["method"].as_str().unwrap(),
                line["path"].as_str().unwrap(),
                line["status"].as_u64().unwrap(),
            )
        })
        .collect();
    let queues = format!("/2010-04-01/Accounts/{DEFAULT_ACCOUNT}/Queues.json");
    let activities = format!("{one}/Activities");
    assert_eq!(
        heads,
        [
            ("POST", "/v1/Workspaces", 201),
            ("GET", &*activities, 200),
            ("DELETE", &*one, 204),
            ("GET", &*one, 404),
            ("GET", &*queues, 200),
            ("GET", &*one, 401),
        ]
    );
    assert_eq!(lines[0]["form"], json!([["FriendlyName", "a b"]]));
    assert_eq!(
        lines[0]["request_content_type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(lines[0]["body"], made);
    assert_eq!(lines[0]["content_type"], "application/json");
    assert_eq!(lines[1]["query"], json!([["PageSize", "1"]]));
    assert_eq!(lines[1]["body"], tag);
    assert_eq!(lines[2]["body"], "");
    let text = std::fs::read_to_string(&path).unwrap();
    for secret in [
        secret.as_str(),
        "hunter2",
        DEFAULT_TOKEN,
        &authorization(DEFAULT_ACCOUNT, DEFAULT_TOKEN),
    ] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

#[tokio::test]
async fn versions_and_bodies_of_other_kinds_are_recorded() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("recording.ndjson");
    let lab = Lab::with(&config(&path));
    let workspace = lab.workspace().await;
    let worker = lab
        .post(&format!("{workspace}/Workers"), &[("FriendlyName", "dave")])
        .await;
    let tag = worker.headers["etag"].to_str().unwrap().to_owned();
    assert_eq!(lines(&path).pop().unwrap()["etag"], json!(tag));
    let one = format!("{workspace}/Workers/{}", sid(&worker.json()));
    let json = Request::post(&one)
        .header(
            header::AUTHORIZATION,
            authorization(DEFAULT_ACCOUNT, DEFAULT_TOKEN),
        )
        .header(header::IF_MATCH, "\"7\"")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from("{}"))
        .unwrap();
    lab.send(json).await;
    let line = lines(&path).pop().unwrap();
    assert_eq!(line["if_match"], "\"7\"");
    assert_eq!(
        (&line["form"], &line["request_body"]),
        (&json!([]), &json!("{}"))
    );
}

#[tokio::test]
async fn emulators_share_a_recording_and_only_its_owner_reads_it() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("recording.ndjson");
    let (one, other) = (Lab::with(&config(&path)), Lab::with(&config(&path)));
    let long = "x".repeat(20_000);
    let form = [
        ("FriendlyName", "many"),
        ("EventCallbackUrl", long.as_str()),
    ];
    let calls = (0..50).map(|turn| {
        let lab = if turn % 2 == 0 { &one } else { &other };
        lab.post("/v1/Workspaces", &form)
    });
    futures::future::join_all(calls).await;
    assert_eq!(lines(&path).len(), 50);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[tokio::test]
async fn a_recording_that_cannot_be_written_is_told_at_the_start() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("missing/recording.ndjson");
    let Err(error) = Emulator::new(&config(&path)) else {
        panic!("an emulator that cannot record");
    };
    assert!(matches!(error, Error::Record { .. }), "{error}");
}

#[tokio::test]
async fn a_page_of_a_gateway_is_marked() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("recording.ndjson");
    let lab = Lab::with(&config(&path));
    lab.get("/v1/Workspaces").await.ok();
    let plan = json!({ "requests": [{ "every": 1, "status": 502 }] });
    lab.control("faults", plan).await.ok();
    assert_eq!(lab.get("/v1/Workspaces").await.status, 502);
    let marks: Vec<Value> = lines(&path)
        .into_iter()
        .map(|line| json!([line["status"], line["gateway"]]))
        .collect();
    assert_eq!(marks, [json!([200, false]), json!([502, true])]);
}
