//! The fault lab as clients meet it. What receivers of callbacks meet is in `callbacks`.

use std::io::ErrorKind;
use std::time::Duration;

use axum::http::header;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::Instant;

use super::lab::{Lab, authorization};
use crate::emulator::{Config, DEFAULT_ACCOUNT, DEFAULT_TOKEN, Emulator, FaultPlan, Running};
use crate::routing::Moment;

fn plan(text: &str) -> FaultPlan {
    text.parse().unwrap()
}

fn lab(text: &str) -> Lab {
    Lab::with(&Config {
        faults: plan(text),
        ..Config::for_tests(Moment::default())
    })
}

/// The statuses of so many creations of workspaces.
async fn creations(lab: &Lab, count: usize) -> Vec<u16> {
    let mut statuses = Vec::new();
    for number in 0..count {
        let name = format!("w{number}");
        let reply = lab.post("/v1/Workspaces", &[("FriendlyName", &name)]).await;
        statuses.push(reply.status.as_u16());
    }
    statuses
}

async fn workspaces(lab: &Lab) -> usize {
    let list = lab.get("/v1/Workspaces?PageSize=1000").await.ok();
    list["workspaces"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_refusal_is_not_carried_out_and_asks_to_wait_when_told_to() {
    for (rule, asked) in [("retry_after: 7", Some("7")), ("after: 0", None)] {
        let lab = lab(&format!(
            "requests: [{{ method: POST, every: 3, status: 429, {rule} }}]"
        ));
        assert_eq!(creations(&lab, 5).await, [201, 201, 429, 201, 201]);
        let reply = lab.post("/v1/Workspaces", &[("FriendlyName", "x")]).await;
        assert_eq!(reply.code(), (429, 20429));
        let header = reply.headers.get(header::RETRY_AFTER);
        assert_eq!(header.map(|value| value.to_str().unwrap()), asked);
        assert_eq!(workspaces(&lab).await, 4);
    }
}

#[tokio::test]
async fn server_errors_come_before_the_effect_or_after_it() {
    for status in [500, 502, 503] {
        for (after_effect, made) in [(false, 1), (true, 2)] {
            let lab = lab(&format!(
                "requests: [{{ method: POST, every: 2, status: {status}, after_effect: {after_effect} }}]"
            ));
            assert_eq!(creations(&lab, 2).await, [201, status]);
            assert_eq!(workspaces(&lab).await, made, "{status} {after_effect}");
        }
    }
    let lab = lab("requests: [{ first: 1, status: 502 }, { status: 503, retry_after: 2 }]");
    let gateway = lab.get("/v1/Workspaces").await;
    assert_eq!(
        gateway.headers[header::CONTENT_TYPE],
        "text/html; charset=utf-8"
    );
    let busy = lab.get("/v1/Workspaces").await;
    assert_eq!(busy.code(), (503, 20503));
    assert_eq!(busy.headers[header::RETRY_AFTER], "2");
}

#[tokio::test]
async fn rules_are_about_the_requests_they_name() {
    let lab = lab("
        requests:
          - { method: [POST, DELETE], path: '/v1/Workspaces/*', status: 500 }
          - { api: voice, status: 503 }
    ");
    let path = lab.workspace().await;
    let form = [("FriendlyName", "other")];
    assert_eq!(lab.get(&path).await.status, 200);
    assert_eq!(lab.post(&path, &form).await.status, 500);
    assert_eq!(lab.delete(&path).await.status, 500);
    let activities = format!("{path}/Activities");
    assert_eq!(lab.post(&activities, &form).await.status, 201);
    let calls = format!("/2010-04-01/Accounts/{DEFAULT_ACCOUNT}/Calls.json");
    assert_eq!(lab.get(&calls).await.status, 503);
}

#[tokio::test]
async fn the_plan_is_shown_with_its_counts_and_can_be_replaced() {
    let lab = lab("{ seed: 3, requests: [{ method: POST, every: 2, status: 500 }] }");
    creations(&lab, 5).await;
    let shown = lab.get("/_emulator/faults").await.ok();
    let rule = json!({"method": "POST", "every": 2, "status": 500});
    let own = json!({"seed": 3, "requests": [rule]});
    assert_eq!(shown["plan"], own);
    assert_eq!(
        shown["requests"],
        json!([{"rule": rule, "matched": 5, "fired": 2}])
    );
    let set = lab
        .control("faults", json!({"scenario": "amnesia"}))
        .await
        .ok();
    assert_eq!(set["plan"], json!({"seed": 0, "scenario": "amnesia"}));
    assert_eq!(set["requests"].as_array().unwrap().len(), 3);
    // What is shown can be given back.
    let set = lab.control("faults", own.clone()).await.ok();
    assert_eq!(
        (&set["plan"], &set["requests"][0]["matched"]),
        (&own, &json!(0))
    );
    let ended = lab.control("faults", json!({})).await.ok();
    assert_eq!(ended["requests"], json!([]));
    assert_eq!(creations(&lab, 2).await, [201, 201]);
}

#[tokio::test]
async fn a_plan_that_makes_no_sense_is_refused_and_the_old_one_stays() {
    let lab = lab("requests: [{ status: 500 }]");
    for (rules, problem) in [
        (
            json!({"requests": [{"every": 2}]}),
            "requests[0] does nothing",
        ),
        (
            json!({"requests": [{"status": 500}, {"every": 2, "chance": 0.5, "status": 500}]}),
            "requests[1] has `every` and `chance`",
        ),
        (
            json!({"requests": [{"chance": 1.5, "status": 500}]}),
            "outside of 0 to 1",
        ),
        (json!({"requests": [{"status": 404}]}), "other than 429"),
        (
            json!({"callbacks": [{"callback": "assignment", "out_of_order": true}]}),
            "have no order",
        ),
        (json!({"fail_every": 3}), "unknown field `fail_every`"),
        (
            json!({"scenario": "doomsday"}),
            "unknown variant `doomsday`",
        ),
    ] {
        let refused = lab.control("faults", rules).await;
        assert_eq!(refused.code(), (400, 20001), "{}", refused.text);
        assert!(refused.message().contains(problem), "{}", refused.text);
    }
    assert_eq!(lab.get("/v1/Workspaces").await.status, 500);
}

#[tokio::test]
async fn the_same_seed_and_the_same_requests_meet_the_same_faults() {
    let run = |seed| async move {
        let lab = lab(&format!(
            "{{ seed: {seed}, requests: [{{ chance: 0.3, status: 500 }}, {{ chance: 0.3, status: 503 }}] }}"
        ));
        creations(&lab, 60).await
    };
    let first = run(1).await;
    assert_eq!(first, run(1).await);
    assert_ne!(first, run(2).await);
    for status in [201, 500, 503] {
        assert!(first.contains(&status), "{first:?}");
    }
    // At the same time: which request is the n-th is open, what happens to the n-th is not.
    let lab =
        lab("{ seed: 1, requests: [{ chance: 0.3, status: 500 }, { chance: 0.3, status: 503 }] }");
    let form = [("FriendlyName", "w")];
    let replies =
        futures::future::join_all((0..60).map(|_| lab.post("/v1/Workspaces", &form))).await;
    let mut together: Vec<u16> = replies.iter().map(|reply| reply.status.as_u16()).collect();
    let mut alone = first;
    together.sort_unstable();
    alone.sort_unstable();
    assert_eq!(together, alone);
}

#[tokio::test(start_paused = true)]
async fn latency_is_fixed_or_jittered_and_adds_up() {
    let took = |text: &'static str| async move {
        let lab = lab(text);
        let start = Instant::now();
        lab.get("/v1/Workspaces").await.ok();
        start.elapsed()
    };
    let milliseconds = Duration::from_millis;
    let fixed = took("requests: [{ latency_ms: 700 }]").await;
    assert!(
        (milliseconds(700)..milliseconds(705)).contains(&fixed),
        "{fixed:?}"
    );
    let sum = took("requests: [{ latency_ms: 700 }, { latency_ms: 40 }]").await;
    assert!(
        (milliseconds(740)..milliseconds(745)).contains(&sum),
        "{sum:?}"
    );
    let jittered = took("requests: [{ latency_ms: 700, jitter_ms: 5000 }]").await;
    assert!(
        (milliseconds(701)..milliseconds(5705)).contains(&jittered),
        "{jittered:?}"
    );
    assert_eq!(
        jittered,
        took("requests: [{ latency_ms: 700, jitter_ms: 5000 }]").await
    );
    let other = took("{ seed: 9, requests: [{ latency_ms: 700, jitter_ms: 5000 }] }").await;
    assert_ne!(jittered, other);
}

/// An emulator that listens.
async fn running(text: &str) -> Running {
    Emulator::start(&Config {
        faults: plan(text),
        ..Config::for_tests(Moment::default())
    })
    .await
    .unwrap()
}

/// Sends a request on a connection of its own and reads until the other side is done.
async fn exchange(running: &Running, method: &str, body: &str) -> (String, Option<ErrorKind>) {
    let mut stream = TcpStream::connect(running.address()).await.unwrap();
    let request = format!(
        "{method} /v1/Workspaces HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
         Authorization: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{body}",
        authorization(DEFAULT_ACCOUNT, DEFAULT_TOKEN),
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut got = Vec::new();
    let end = stream.read_to_end(&mut got).await;
    (
        String::from_utf8(got).unwrap(),
        end.err().map(|error| error.kind()),
    )
}

/// Head, and body of the length that the head announces or less.
fn parts(answer: &str) -> (usize, &str) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap();
    (length.parse().unwrap(), body)
}

async fn count(running: &Running) -> usize {
    let (answer, _) = exchange(running, "GET", "").await;
    let list: Value = serde_json::from_str(parts(&answer).1).unwrap();
    list["workspaces"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_reset_connection_answers_nothing_and_its_effect_is_as_told() {
    for (when, made) in [("before-effect", 0), ("after-effect", 1)] {
        let running = running(&format!("requests: [{{ method: POST, reset: {when} }}]")).await;
        let (answer, end) = exchange(&running, "POST", "FriendlyName=w").await;
        assert_eq!(
            (answer.as_str(), end),
            ("", Some(ErrorKind::ConnectionReset)),
            "{when}"
        );
        assert_eq!(count(&running).await, made, "{when}");
        running.shut_down().await.unwrap();
    }
}

#[tokio::test]
async fn a_truncated_body_breaks_off_behind_its_first_half() {
    let running = running("requests: [{ method: POST, truncated_body: true }]").await;
    let (answer, end) = exchange(&running, "POST", "FriendlyName=w").await;
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    let (announced, body) = parts(&answer);
    assert_eq!((body.len(), end), (announced / 2, None));
    assert_eq!(count(&running).await, 1);
    running.shut_down().await.unwrap();
}

#[tokio::test]
async fn a_slow_body_comes_whole() {
    let running = running("requests: [{ method: POST, slow_body_ms: 80 }]").await;
    let start = std::time::Instant::now();
    let (answer, end) = exchange(&running, "POST", "FriendlyName=w").await;
    assert!(
        start.elapsed() >= Duration::from_millis(80),
        "{:?}",
        start.elapsed()
    );
    let (announced, body) = parts(&answer);
    assert_eq!((body.len(), end), (announced, None));
    assert!(serde_json::from_str::<Value>(body).is_ok());
    running.shut_down().await.unwrap();
}
