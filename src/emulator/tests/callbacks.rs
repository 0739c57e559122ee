//! Callbacks, received by a small server that checks their signatures.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::lab::{Centre, Lab, sid};
use crate::emulator::{Clock, Config, DEFAULT_TOKEN};
use crate::routing::Moment;
use crate::twilio::signature::{Algorithm, HEADER, validate};

/// A request the receiver got.
pub(super) struct Got {
    pub(super) path: String,
    headers: HeaderMap,
    pub(super) form: BTreeMap<String, String>,
    signed: bool,
}

type Answers = Arc<Mutex<Vec<Response>>>;

/// Answers requests in turn with what it was given, then with 204; never when told to hang.
pub(super) struct Receiver {
    pub(super) url: String,
    got: mpsc::UnboundedReceiver<Got>,
    /// The paths of calls that hung and were given up.
    gone: mpsc::UnboundedReceiver<String>,
    answers: Answers,
}

/// Tells when the caller has hung up.
struct Hanging {
    path: String,
    sender: mpsc::UnboundedSender<String>,
}

impl Drop for Hanging {
    fn drop(&mut self) {
        // At the end of a test nobody listens any more.
        let _ = self.sender.send(std::mem::take(&mut self.path));
    }
}

#[derive(Clone)]
struct Inside {
    url: String,
    sender: mpsc::UnboundedSender<Got>,
    gone: mpsc::UnboundedSender<String>,
    answers: Answers,
}

async fn receive(State(inside): State<Inside>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let bytes: Bytes = to_bytes(body, usize::MAX).await.unwrap();
    let form: Vec<(String, String)> = url::form_urlencoded::parse(&bytes).into_owned().collect();
    let path = parts.uri.to_string();
    let signature = parts.headers[HEADER].to_str().unwrap();
    let url = format!("{}{path}", inside.url);
    let signed = validate(Algorithm::Sha1, DEFAULT_TOKEN, &url, &form, signature);
    let hanging = path.starts_with("/hang").then(|| Hanging {
        path: path.clone(),
        sender: inside.gone.clone(),
    });
    inside
        .sender
        .send(Got {
            path,
            headers: parts.headers,
            form: form.into_iter().collect(),
            signed,
        })
        .unwrap();
    if hanging.is_some() {
        std::future::pending::<()>().await;
    }
    let next = inside.answers.lock().unwrap().pop();
    next.unwrap_or_else(|| StatusCode::NO_CONTENT.into_response())
}

impl Receiver {
    pub(super) async fn new(mut answers: Vec<Response>) -> Self {
        answers.reverse();
        let answers: Answers = Arc::new(Mutex::new(answers));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (sender, got) = mpsc::unbounded_channel();
        let (gone_sender, gone) = mpsc::unbounded_channel();
        let inside = Inside {
            url: url.clone(),
            sender,
            gone: gone_sender,
            answers: Arc::clone(&answers),
        };
        let router = Router::new().fallback(receive).with_state(inside);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            url,
            got,
            gone,
            answers,
        }
    }

    pub(super) async fn next(&mut self) -> Got {
        self.got.recv().await.unwrap()
    }
}

pub(super) fn instruction(body: &str) -> Response {
    (
        [(header::CONTENT_TYPE, "application/json")],
        body.to_owned(),
    )
        .into_response()
}

/// Waits until an alert of this code is there.
pub(super) async fn alert(lab: &Lab, code: u64) -> Value {
    loop {
        let list = lab.get("/_emulator/alerts").await.ok();
        let found = list["alerts"]
            .as_array()
            .unwrap()
            .iter()
            .find(|alert| alert["code"] == code)
            .cloned();
        match found {
            Some(alert) => return alert,
            None => tokio::task::yield_now().await,
        }
    }
}

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

/// A centre with a worker whose workflow asks these paths of the receiver.
pub(super) async fn asking(receiver: &Receiver, path: &str, fallback: &str) -> Centre {
    let url = format!("{}{path}", receiver.url);
    let fallback = format!("{}{fallback}", receiver.url);
    let centre = Centre::with(
        Lab::new(),
        &[
            ("AssignmentCallbackUrl", &url),
            ("FallbackAssignmentCallbackUrl", &fallback),
        ],
    )
    .await;
    centre.worker("dave", "Available").await;
    centre
}

pub(super) async fn until_status(centre: &Centre, task: &str, status: &str) {
    while centre.task_status(task).await != status {
        tokio::task::yield_now().await;
    }
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

/// A centre that posts the creation of tasks, and every task it made.
async fn storm(receiver: &Receiver, rules: Value) -> Centre {
    let centre = Centre::new().await;
    let url = format!("{}/events", receiver.url);
    let form = [
        ("EventCallbackUrl", url.as_str()),
        ("EventsFilter", "task.created"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    let plan = serde_json::json!({ "callbacks": rules });
    centre.lab.control("faults", plan).await.ok();
    centre
}

async fn tasks(centre: &Centre, count: usize) -> Vec<String> {
    let mut sids = Vec::new();
    for _ in 0..count {
        sids.push(centre.task(&[]).await);
    }
    sids
}

#[tokio::test]
async fn the_fault_lab_loses_and_duplicates_events() {
    let mut receiver = Receiver::new(vec![]).await;
    let rules = serde_json::json!([
        { "event": "task.*", "after": 1, "first": 1, "lost": true },
        { "callback": "event", "after": 2, "first": 1, "duplicated": true },
    ]);
    let centre = storm(&receiver, rules).await;
    let made = tasks(&centre, 4).await;
    let mut got = Vec::new();
    for _ in 0..4 {
        got.push(receiver.next().await);
    }
    let order: Vec<&str> = got.iter().map(|got| got.form["TaskSid"].as_str()).collect();
    assert_eq!(order, [&made[0], &made[2], &made[2], &made[3]]);
    assert!(got.iter().all(|got| got.signed));
    assert_eq!(got[1].form["Sid"], got[2].form["Sid"]);
    let token = |got: &Got| got.headers["i-twilio-idempotency-token"].clone();
    assert_eq!(token(&got[1]), token(&got[2]));
    let alerts = centre.lab.get("/_emulator/alerts").await.ok();
    assert_eq!(alerts["alerts"], serde_json::json!([]));
}

#[tokio::test]
async fn the_fault_lab_delivers_events_late_by_the_emulators_clock() {
    let mut receiver = Receiver::new(vec![]).await;
    let rules = serde_json::json!([{ "first": 1, "late_ms": 3000 }]);
    let centre = storm(&receiver, rules).await;
    let made = tasks(&centre, 2).await;
    assert_eq!(receiver.next().await.form["TaskSid"], made[1]);
    centre.lab.advance("2s").await;
    let third = centre.task(&[]).await;
    assert_eq!(receiver.next().await.form["TaskSid"], third);
    let waiting = centre.lab.get("/_emulator/").await.ok()["events_waiting"].clone();
    assert_eq!(waiting, 1);
    centre.lab.advance("1s").await;
    let late = receiver.next().await.form;
    assert_eq!(late["TaskSid"], made[0]);
    assert_eq!(late["TimestampMs"], super::lab::START.to_string());
}

#[tokio::test]
async fn the_fault_lab_lets_the_next_event_overtake() {
    let mut receiver = Receiver::new(vec![]).await;
    let rules = serde_json::json!([{ "every": 2, "out_of_order": true }]);
    let centre = storm(&receiver, rules).await;
    let made = tasks(&centre, 4).await;
    let mut order = Vec::new();
    for _ in 0..3 {
        order.push(receiver.next().await.form["TaskSid"].clone());
    }
    assert_eq!(order, [&made[0], &made[2], &made[1]].map(Clone::clone));
    // Nothing comes behind the last one; it is sent all the same when it has waited long enough.
    centre.lab.advance("5s").await;
    assert_eq!(receiver.next().await.form["TaskSid"], made[3]);
}

#[tokio::test]
async fn what_the_fault_lab_holds_back_does_not_reach_the_state_that_is_loaded() {
    let mut receiver = Receiver::new(vec![]).await;
    let later = storm(&receiver, serde_json::json!([])).await;
    later.lab.advance("1h").await;
    let later = later.lab.get("/_emulator/snapshot").await.text;
    let rules = serde_json::json!([
        { "first": 2, "late_ms": 3000 },
        { "after": 2, "first": 1, "out_of_order": true },
    ]);
    let centre = storm(&receiver, rules).await;
    tasks(&centre, 3).await;
    let waiting = async || centre.lab.get("/_emulator/").await.ok()["events_waiting"].clone();
    while waiting().await != 3 {
        tokio::task::yield_now().await;
    }

    // By the clock of the new state all of them would be due, and it has the same workspace.
    centre.lab.load(&later).await.ok();
    while waiting().await != 0 {
        tokio::task::yield_now().await;
    }
    let made = tasks(&centre, 2).await;
    let got = [receiver.next().await, receiver.next().await];
    assert_eq!(got.map(|got| got.form["TaskSid"].clone()), made[..]);
    let sent = async || {
        let seen = centre.lab.get("/_emulator/inspect").await.ok();
        seen["callbacks"].as_array().unwrap().len()
    };
    while sent().await < 2 {
        tokio::task::yield_now().await;
    }
    assert_eq!(sent().await, 2);
    assert!(receiver.got.try_recv().is_err());
}

#[tokio::test]
async fn the_fault_lab_forges_signatures_and_shifts_clocks() {
    let mut receiver = Receiver::new(vec![]).await;
    let rules = serde_json::json!([
        { "first": 1, "wrong_signature": true },
        { "after": 1, "first": 1, "skew_ms": -90_500 },
    ]);
    let centre = storm(&receiver, rules).await;
    tasks(&centre, 3).await;
    let (forged, skewed, honest) = (
        receiver.next().await,
        receiver.next().await,
        receiver.next().await,
    );
    assert_eq!(
        (forged.signed, skewed.signed, honest.signed),
        (false, true, true)
    );
    let start = super::lab::START;
    assert_eq!(skewed.form["TimestampMs"], (start - 90_500).to_string());
    assert_eq!(skewed.form["Timestamp"], (start / 1000 - 91).to_string());
    assert_eq!(skewed.form["TaskDateCreated"], (start / 1000).to_string());
    assert_eq!(honest.form["TimestampMs"], start.to_string());
}

#[tokio::test]
async fn the_fault_lab_troubles_assignments_too() {
    let accept = || instruction(r#"{"instruction":"accept"}"#);
    let plan = |rule: Value| serde_json::json!({ "callbacks": [rule] });

    let mut receiver = Receiver::new(vec![accept(), instruction("nonsense")]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let twice = plan(serde_json::json!({ "callback": "assignment", "duplicated": true }));
    centre.lab.control("faults", twice).await.ok();
    let task = centre.task(&[]).await;
    let (first, second) = (receiver.next().await, receiver.next().await);
    assert_eq!(first.path, second.path);
    assert_eq!(first.form["ReservationSid"], second.form["ReservationSid"]);
    until_status(&centre, &task, "assigned").await;

    let mut receiver = Receiver::new(vec![accept()]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let late =
        plan(serde_json::json!({ "late_ms": 4000, "wrong_signature": true, "skew_ms": 60000 }));
    centre.lab.control("faults", late).await.ok();
    let task = centre.task(&[]).await;
    assert_eq!(centre.task_status(&task).await, "reserved");
    assert!(receiver.got.try_recv().is_err());
    centre.lab.advance("4s").await;
    let got = receiver.next().await;
    assert!(!got.signed);
    let at = (super::lab::START / 1000 + 60).to_string();
    assert_eq!(got.form["Timestamp"], at);
    until_status(&centre, &task, "assigned").await;

    let mut receiver = Receiver::new(vec![]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let lost = plan(serde_json::json!({ "callback": "assignment", "first": 1, "lost": true }));
    centre.lab.control("faults", lost).await.ok();
    let task = centre.task(&[]).await;
    let lost = sid(&centre.reservation(&task).await);
    centre.lab.advance("10s").await;
    until_status(&centre, &task, "pending").await;
    centre.worker("edith", "Available").await;
    let next = receiver.next().await;
    assert_ne!(next.form["ReservationSid"], lost);
}

#[tokio::test]
async fn the_same_seed_makes_the_same_storm() {
    let run = |seed: u64| async move {
        let mut receiver = Receiver::new(vec![]).await;
        let centre = storm(&receiver, serde_json::json!([])).await;
        let plan = serde_json::json!({ "seed": seed, "scenario": "event-storm" });
        centre.lab.control("faults", plan).await.ok();
        let made = tasks(&centre, 40).await;
        centre.lab.advance("1m").await;
        while centre.lab.get("/_emulator/").await.ok()["events_waiting"] != 0 {
            tokio::task::yield_now().await;
        }
        let shown = centre.lab.get("/_emulator/faults").await.ok();
        let fired: Vec<u64> = shown["callbacks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["fired"].as_u64().unwrap())
            .collect();
        let count = made.len() + usize::try_from(fired[0]).unwrap();
        let mut got = Vec::new();
        for _ in 0..count {
            let sid = receiver.next().await.form["TaskSid"].clone();
            got.push(made.iter().position(|task| *task == sid).unwrap());
        }
        (got, fired)
    };
    let (order, fired) = run(1).await;
    assert!(!order.is_sorted());
    assert!(fired.iter().all(|count| *count > 0), "{fired:?}");
    // Nothing is lost, and everything comes as often as planned.
    let mut distinct = order.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), 40);
    let (again, fired_again) = run(1).await;
    assert_eq!(fired, fired_again);
    let sorted = |mut list: Vec<usize>| {
        list.sort_unstable();
        list
    };
    assert_eq!(sorted(order), sorted(again));
    assert_ne!(fired, run(2).await.1);
}
