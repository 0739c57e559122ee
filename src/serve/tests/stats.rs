//! The numbers.

use std::sync::atomic::Ordering;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::StreamExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::lab::{Got, Lab, callback, form};
use crate::events::{ActivityFacts, Facts, NamedFacts, ReservationFacts, TaskFacts, WorkerFacts};
use crate::model::sid::{
    ActivitySid, ReservationSid, Sid as _, TaskChannelSid, TaskQueueSid, TaskSid, WorkerSid,
    WorkflowSid,
};
use crate::model::{ReservationStatus, TaskStatus};
use crate::serve::access::PasswordHash;
use crate::serve::directory::{Directory, Names};

pub(super) const NOON: &str = "2026-11-21T12:00:00Z";
pub(super) const SETTINGS: &str =
    "time_zone = \"Europe/Berlin\"\n[service_level]\nqueues = { Sales = 30 }\n";

fn noon() -> i64 {
    let noon: jiff::Timestamp = NOON.parse().unwrap();
    noon.as_millisecond()
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "facts have moments that may not have been"
)]
pub(super) fn ago(seconds: i64) -> Option<i64> {
    Some(noon() - seconds * 1000)
}

pub(super) fn task(number: u128, queue: u128, team: &str, status: TaskStatus) -> TaskFacts {
    TaskFacts {
        sid: TaskSid::from_bits(number),
        workspace_sid: None,
        status,
        priority: Some(0),
        queue_sid: Some(TaskQueueSid::from_bits(queue)),
        queue_entered: None,
        workflow_sid: Some(WorkflowSid::from_bits(1)),
        channel_sid: None,
        channel: Some("voice".to_owned()),
        reason: None,
        attributes: Some(json!({ "team": team, "name": "Ada" }).to_string()),
        team: Some(team.to_owned()),
        virtual_start: None,
        version: None,
        created: None,
        first_queued: None,
        first_reserved: None,
        accepted: None,
        wrapping: None,
        completed: None,
        canceled: None,
        deleted: None,
    }
}

pub(super) fn reservation(
    number: u128,
    of: u128,
    queue: u128,
    status: ReservationStatus,
) -> ReservationFacts {
    ReservationFacts {
        sid: ReservationSid::from_bits(number),
        task_sid: Some(TaskSid::from_bits(of)),
        worker_sid: Some(WorkerSid::from_bits(number)),
        queue_sid: Some(TaskQueueSid::from_bits(queue)),
        queue_entered: None,
        workflow_sid: None,
        channel: None,
        priority: None,
        task_created: None,
        status,
        reason_code: None,
        created: ago(100),
        accepted: None,
        rejected: None,
        timed_out: None,
        canceled: None,
        rescinded: None,
        wrapping: None,
        completed: None,
        failed: None,
    }
}

/// Support with a waiting call of North and one that dave of South talks to; Sales with a call of
/// South that was accepted late and is done.
pub(super) fn floor() -> Facts {
    let mut waiting = task(1, 1, "North", TaskStatus::Pending);
    waiting.created = ago(90);
    waiting.queue_entered = ago(80);
    waiting.priority = Some(5);
    let mut taken = task(2, 1, "South", TaskStatus::Assigned);
    (taken.created, taken.accepted) = (ago(60), ago(50));
    taken.attributes = Some(
        json!({ "Priority": "mine", "TaskSid": 0, "recording_url": "https://r", "team": "South" })
            .to_string(),
    );
    let mut done = task(3, 2, "South", TaskStatus::Completed);
    (done.created, done.accepted, done.completed) = (ago(700), ago(600), ago(200));
    let mut accepted = reservation(1, 2, 1, ReservationStatus::Accepted);
    accepted.accepted = ago(50);
    let mut completed = reservation(2, 3, 2, ReservationStatus::Completed);
    (completed.accepted, completed.completed) = (ago(600), ago(200));
    let mut rejected = reservation(3, 1, 1, ReservationStatus::Rejected);
    rejected.rejected = ago(70);
    let named = |bits, name: &str| NamedFacts {
        sid: TaskQueueSid::from_bits(bits),
        name: Some(name.to_owned()),
        is_deleted: false,
    };
    let worker = |bits, name: &str, activity, team: &str| WorkerFacts {
        sid: WorkerSid::from_bits(bits),
        workspace_sid: None,
        name: Some(name.to_owned()),
        attributes: Some(
            json!({ "team": team, "worker_sid": "mine", "skills": ["x"] }).to_string(),
        ),
        activity_sid: Some(ActivitySid::from_bits(activity)),
        activity_name: None,
        activity_since: ago(3600),
        created: None,
        deleted: None,
    };
    let activity = |bits, name: &str, available| ActivityFacts {
        sid: ActivitySid::from_bits(bits),
        name: Some(name.to_owned()),
        available: Some(available),
        is_deleted: false,
    };
    Facts {
        position: 17,
        last_event: ago(50),
        tasks: vec![waiting, taken, done],
        reservations: vec![accepted, completed, rejected],
        workers: vec![
            worker(1, "dave", 1, "South"),
            worker(2, "edith", 1, "South"),
            worker(3, "susan", 2, "North"),
            worker(4, "tom", 3, "North"),
        ],
        activities: vec![
            activity(1, "Available", true),
            activity(2, "On Break", false),
            activity(3, "Offline", false),
        ],
        queues: vec![named(1, "Support"), named(2, "Sales"), named(3, "Spare")],
        workflows: vec![NamedFacts {
            sid: WorkflowSid::from_bits(1),
            name: Some("Route".to_owned()),
            is_deleted: false,
        }],
        ..Facts::default()
    }
}

pub(super) fn lab() -> Lab {
    let lab = Lab::at(NOON, SETTINGS);
    lab.store.set_facts(floor());
    lab
}

async fn get(lab: &Lab, path: &str) -> Value {
    let got = lab.get(path, &[]).await;
    assert_eq!(got.status, StatusCode::OK, "{path}: {}", got.body);
    assert_eq!(got.headers["content-type"], "application/json");
    got.json()
}

#[tokio::test]
async fn everything_is_told_at_once() {
    let lab = lab();
    insta::assert_json_snapshot!(get(&lab, "/stats").await);
    insta::assert_json_snapshot!("queue", get(&lab, "/stats/queues/Sales").await);
    insta::assert_json_snapshot!("tasks", get(&lab, "/stats/tasks").await);
    insta::assert_json_snapshot!("workers", get(&lab, "/stats/workers").await);
}

#[tokio::test]
async fn the_old_routes_answer_in_their_names() {
    let lab = lab();
    for [old, older] in [
        ["/api/dashboard/statistics", "/sync_taskrouter_statistics"],
        ["/api/dashboard/tasks", "/taskrouter_tasks"],
        ["/api/dashboard/workers", "/taskrouter_workers"],
    ] {
        let answer = get(&lab, old).await;
        assert_eq!(answer, get(&lab, older).await);
        // What a browser adds to get past its memory.
        assert_eq!(answer, get(&lab, &format!("{old}?_=1700000000")).await);
        insta::assert_json_snapshot!(answer);
    }
}

#[tokio::test]
async fn who_asks_for_plain_text_is_told_ok() {
    let lab = lab();
    for path in ["/stats", "/api/dashboard/statistics"] {
        for (accept, wanted) in [
            ("text/plain", true),
            ("text/plain; q=0.9, text/html", true),
            ("application/json, text/plain, */*", false),
            ("*/*", false),
            ("text/html", false),
        ] {
            let got = lab.get(path, &[("accept", accept)]).await;
            assert_eq!(got.status, StatusCode::OK);
            assert_eq!(got.body == "OK", wanted, "{path} {accept}");
        }
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_question_is_told() {
    let lab = lab();
    for (path, status, wanted) in [
        ("/stats?minutes=0", 400, "`minutes`"),
        (
            "/stats?minutes=1&minutes=2",
            400,
            "`minutes` is given twice",
        ),
        ("/stats?from=tomorrow", 400, "`from`"),
        ("/stats?to=%FF%00", 400, "`to`"),
        (
            "/stats?queue=Billing",
            400,
            "`queue`: there is no queue `Billing`",
        ),
        (
            "/stats?workflow=x%22",
            400,
            "`workflow`: there is no workflow `x\\\\\\\"`",
        ),
        (
            "/stats?channel=vioce",
            400,
            "`channel`: there is no task channel `vioce`",
        ),
        ("/stats/tasks?channel=vioce", 400, "`channel`"),
        ("/stats?colour=red", 400, "no parameter `colour`"),
        ("/stats/stream?limit=1", 400, "no parameter `limit`"),
        ("/stats/tasks?minutes=5", 400, "no parameter `minutes`"),
        ("/stats/workers?queue=Support", 400, "no parameter `queue`"),
        ("/stats/minutes?minutes=121", 400, "from 1 to 120"),
        ("/stats/minutes?to=2026-11-21", 400, "no parameter `to`"),
        ("/stats/minutes?queue=Billing", 400, "`queue`"),
        ("/stats/tasks?status=asleep", 400, "`status`"),
        ("/stats/events?queue=Support", 400, "no parameter `queue`"),
        ("/stats/queues/Billing", 404, "no such queue"),
        ("/stats/queues/%FF", 404, "no such queue"),
        (
            "/stats/queues/Support?queue=Sales",
            400,
            "no parameter `queue`",
        ),
        ("/api/dashboard/statistics?minutes=x", 400, "`minutes`"),
    ] {
        let got = lab.get(path, &[]).await;
        assert_eq!(got.status, status, "{path}: {}", got.body);
        assert_eq!(got.headers["content-type"], "application/problem+json");
        assert!(got.body.contains(wanted), "{path}: {}", got.body);
    }
}

#[tokio::test]
async fn a_queue_without_figures_has_zeros() {
    let lab = lab();
    let spare = get(&lab, "/stats/queues/Spare").await;
    assert_eq!(spare["task_queue_name"], "Spare");
    assert_eq!(spare["threshold"], 120);
    assert_eq!(spare["in_window"]["tasks_created"], 0);
    let sid = TaskQueueSid::from_bits(2).to_string();
    let by_sid = get(&lab, &format!("/stats/queues/{sid}")).await;
    assert_eq!(by_sid["task_queue_name"], "Sales");
    assert_eq!(by_sid["threshold"], 30);
}

#[tokio::test]
async fn every_answer_tells_its_window_and_the_last_event() {
    let lab = lab();
    let hour = json!({
        "start": "2026-11-21T11:00:00.000Z",
        "end": "2026-11-21T12:00:00.000Z",
        "minutes": 60.0,
        "time_zone": "Europe/Berlin",
    });
    let mut now = hour.clone();
    (now["start"], now["minutes"]) = (now["end"].clone(), json!(0.0));
    for (path, window) in [
        ("/stats", &hour),
        ("/stats/queues/Sales", &hour),
        ("/stats/events", &hour),
        ("/stats/tasks", &now),
        ("/stats/workers", &now),
    ] {
        let answer = get(&lab, path).await;
        assert_eq!(answer["window"], *window, "{path}");
        // No event of this store tells of these facts.
        if path != "/stats/events" {
            let last = &answer["last_event_at"];
            assert_eq!(*last, "2026-11-21T11:59:10.000Z", "{path}");
        }
    }
    let old = get(&lab, "/api/dashboard/statistics").await;
    assert_eq!(old["startTime"], "2026-11-21T11:00:00Z");
    assert_eq!(old["endTime"], "2026-11-21T12:00:00Z");
    assert_eq!(old["lastEventTime"], "2026-11-21T11:59:10Z");
}

#[tokio::test]
async fn minutes_are_told_one_by_one() {
    let lab = lab();
    let hour = get(&lab, "/stats/minutes").await;
    assert_eq!(hour["minutes"].as_array().unwrap().len(), 60);
    assert_eq!(hour["minutes"][59]["start"], NOON.replace('Z', ".000Z"));
    assert_eq!(hour["window"]["start"], hour["minutes"][0]["start"]);
    let sum = |answer: &Value, name: &str| -> u64 {
        let minutes = answer["minutes"].as_array().unwrap().iter();
        minutes.map(|minute| minute[name].as_u64().unwrap()).sum()
    };
    let whole = get(&lab, "/stats").await;
    for name in ["tasks_created", "tasks_accepted", "tasks_completed"] {
        assert_eq!(whole["in_window"][name], sum(&hour, name), "{name}");
        assert!(sum(&hour, name) > 0, "{name}");
    }
    assert_eq!(hour["minutes"][59]["tasks_waiting"], 1);
    let sales = get(&lab, "/stats/minutes?minutes=120&queue=Sales").await;
    assert_eq!(sales["minutes"].as_array().unwrap().len(), 120);
    assert_eq!(sum(&sales, "tasks_created"), 1);
    assert_eq!(sales["minutes"][119]["tasks_waiting"], 0);
}

#[tokio::test]
async fn a_task_tells_all_its_offers_on_the_next_day_too() {
    let row = async |moment: &str| {
        let lab = Lab::at(moment, SETTINGS);
        lab.store.set_facts(floor());
        let list = get(&lab, "/stats/tasks?status=pending").await;
        let names = [
            "reservations_created",
            "reservations_rejected",
            "reservations_timed_out",
        ];
        names.map(|name| list["tasks"][0][name].clone())
    };
    let same_day = row(NOON).await;
    assert_eq!(same_day, [json!(1), json!(1), json!(0)]);
    assert_eq!(row("2026-11-23T12:00:00Z").await, same_day);
}

#[tokio::test]
async fn queues_of_one_name_are_summed() {
    let lab = lab();
    let mut facts = floor();
    facts.queues[1].name = Some("Support".to_owned());
    lab.store.set_facts(facts);
    let support = get(&lab, "/stats/queues/Support").await;
    assert_eq!(support["in_window"]["tasks_created"], 3);
    assert_eq!(support["today"]["tasks_completed"], 1);
    assert_eq!(support["in_taskrouter_now"]["total_tasks"], 3);
    let [first, second] = [1, 2].map(|bits| TaskQueueSid::from_bits(bits).to_string());
    assert_eq!(support["task_queue_sids"], json!([first, second]));
    assert_eq!(support["task_queue_sid"], Value::Null);
    // By its SID one of them alone.
    let old = get(&lab, &format!("/stats/queues/{second}")).await;
    assert_eq!(old["in_window"]["tasks_created"], 1);
    assert_eq!(old["task_queue_sid"], second);
    assert_eq!(old["task_queue_name"], "Support");
}

#[tokio::test]
async fn windows_and_filters_narrow_the_figures() {
    let lab = lab();
    lab.shared.know(Directory {
        channels: Names::new([(TaskChannelSid::from_bits(1), "chat".to_owned())]),
        ..Directory::default()
    });
    for (query, created, accepted) in [
        ("", 3, 2),
        ("minutes=1", 1, 1),
        ("minutes=2", 2, 1),
        ("from=2026-11-21T11:48:20Z&to=2026-11-21T11:50:00Z", 1, 1),
        ("from=2026-11-21T12:48:20&to=2026-11-21T12:50:00", 1, 1),
        ("minutes=10080", 3, 2),
        ("minutes=10080&queue=Support", 2, 1),
        ("queue=Support", 2, 1),
        ("queue=Sales&team=North", 0, 0),
        ("team=South", 2, 2),
        ("workflow=Route&channel=voice", 3, 2),
        // The workspace has it, and nothing has come through it.
        ("channel=chat", 0, 0),
        ("team=West", 0, 0),
    ] {
        let answer = get(&lab, &format!("/stats?{query}")).await;
        let window = &answer["in_window"];
        assert_eq!(window["tasks_created"], created, "{query}");
        assert_eq!(window["tasks_accepted"], accepted, "{query}");
    }
    let week = get(&lab, "/stats?minutes=10080").await;
    let hour = get(&lab, "/stats").await;
    // However a window is counted.
    assert_eq!(week["in_window"], hour["in_window"]);
    assert_eq!(week["by_queue"], hour["by_queue"]);
    assert_eq!(week["workers"], hour["workers"]);
    assert_eq!(week["window"]["minutes"], 10080.0);
    let tasks = get(&lab, "/stats/tasks?status=pending").await;
    assert_eq!(tasks["total"], 1);
    let tasks = get(&lab, "/stats/tasks?limit=1").await;
    assert_eq!(tasks["total"], 3);
    assert_eq!(tasks["tasks"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_long_window_knows_channels_by_their_sids() {
    let lab = lab();
    let mut facts = floor();
    for task in &mut facts.tasks {
        task.channel = None;
        task.channel_sid = Some(TaskChannelSid::from_bits(1));
    }
    facts.channels = vec![NamedFacts {
        sid: TaskChannelSid::from_bits(1),
        name: Some("voice".to_owned()),
        is_deleted: false,
    }];
    lab.store.set_facts(facts);
    for minutes in [60, 4320] {
        let path = format!("/stats?channel=voice&minutes={minutes}");
        let window = &get(&lab, &path).await["in_window"];
        assert_eq!(window["tasks_created"], 3, "{minutes}");
        assert_eq!(window["reservations_created"], 3, "{minutes}");
    }
}

fn tag(got: &Got) -> String {
    got.headers["etag"].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn who_has_the_answer_is_told_so() {
    let lab = lab();
    let first = lab.get("/stats", &[]).await;
    let known = tag(&first);
    assert!(known.starts_with("W/\""));
    assert_eq!(first.headers["cache-control"], "private, no-cache");
    for given in [known.clone(), format!("\"x\", {known}"), "*".to_owned()] {
        let again = lab.get("/stats", &[("if-none-match", &given)]).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
        assert_eq!((again.body.as_str(), tag(&again)), ("", known.clone()));
    }
    let other = lab
        .get("/stats?minutes=5", &[("if-none-match", &known)])
        .await;
    assert_eq!(other.status, StatusCode::OK);
    let mut facts = floor();
    facts.tasks[0].status = TaskStatus::Canceled;
    facts.tasks[0].canceled = ago(1);
    lab.store.set_facts(facts);
    let changed = lab.get("/stats", &[("if-none-match", &known)]).await;
    assert_eq!(changed.status, StatusCode::OK);
    assert_eq!(changed.json()["in_window"]["tasks_abandoned"], 1);
    assert_ne!(tag(&changed), known);
}

#[tokio::test]
async fn a_clock_that_goes_on_changes_no_tag() {
    for path in [
        "/stats",
        "/stats?minutes=10080",
        "/stats?from=2026-11-21T11:00:00Z",
        "/stats/queues/Support?from=2026-11-21T11:00:00Z",
        "/stats/queues/Spare",
        "/stats/events?from=2026-11-21T11:00:00Z",
        "/stats/tasks",
        "/stats/workers",
        "/api/dashboard/statistics?from=2026-11-21T11:00:00Z",
    ] {
        let early = lab().get(path, &[]).await;
        let lab = Lab::at("2026-11-21T12:00:07Z", SETTINGS);
        lab.store.set_facts(floor());
        let late = lab.get(path, &[]).await;
        assert_eq!(late.status, StatusCode::OK, "{path}: {}", late.body);
        assert_ne!(early.body, late.body, "{path}");
        assert_eq!(tag(&early), tag(&late), "{path}");
    }
    // Another window is another answer, though nothing happened between the two.
    let lab = lab();
    let mut tags = Vec::new();
    for query in [
        "minutes=180",
        "minutes=181",
        "from=2026-11-21T09:00:00Z",
        "from=2026-11-21T09:00:00Z&to=2026-11-21T12:00:00Z",
    ] {
        tags.push(tag(&lab.get(&format!("/stats?{query}"), &[]).await));
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 4);
}

pub(super) fn limited(limits: &str) -> String {
    let password = PasswordHash::of(&"tulip".into()).unwrap();
    format!("{SETTINGS}[users.anna]\npassword = \"{password}\"\nrole = \"lead\"\n{limits}\n")
}

pub(super) async fn as_anna(lab: &Lab, path: &str) -> Got {
    let credentials = format!("Basic {}", STANDARD.encode("anna:tulip"));
    lab.get(path, &[("authorization", &credentials)]).await
}

#[tokio::test]
async fn a_lead_sees_their_own_in_every_answer() {
    for (limits, mine, theirs) in [
        ("teams = [\"North\"]", ["North", "susan"], ["South", "dave"]),
        (
            "queues = [\"Sales\"]",
            ["Sales", "edith"],
            ["Support", "susan"],
        ),
    ] {
        let lab = Lab::at(NOON, &limited(limits));
        lab.store.set_facts(floor());
        let mut all = String::new();
        for path in [
            "/stats",
            "/stats?minutes=10080",
            "/stats/tasks",
            "/stats/workers",
            "/stats/minutes",
            "/dashboard",
            "/api/dashboard/statistics",
            "/api/dashboard/tasks",
            "/api/dashboard/workers",
        ] {
            let got = as_anna(&lab, path).await;
            assert_eq!(got.status, StatusCode::OK, "{path}: {}", got.body);
            for name in theirs {
                // The one queue of both teams.
                if name != "Support" {
                    assert!(!got.body.contains(name), "{limits} {path}: {}", got.body);
                }
            }
            all.push_str(&got.body);
        }
        assert!(all.contains(mine[0]), "{limits}: {all}");
        assert_eq!(
            as_anna(&lab, "/stats/events").await.status,
            StatusCode::FORBIDDEN
        );
    }
}

#[tokio::test]
async fn what_others_do_changes_no_tag_of_a_lead() {
    for path in [
        "/stats",
        "/stats/queues/Sales",
        "/stats/tasks",
        "/stats/workers",
        "/stats/minutes",
        "/api/dashboard/statistics",
    ] {
        let lab = Lab::at(NOON, &limited("queues = [\"Sales\"]"));
        lab.store.set_facts(floor());
        let before = as_anna(&lab, path).await;
        let mut facts = floor();
        facts.tasks[0].priority = Some(9);
        (facts.position, facts.last_event) = (18, ago(1));
        lab.store.set_facts(facts.clone());
        let after = as_anna(&lab, path).await;
        assert_ne!(before.body, after.body, "{path}");
        assert_eq!(tag(&before), tag(&after), "{path}");
        // What is theirs does.
        facts.tasks[2].status = TaskStatus::Wrapping;
        facts.reservations[1].status = ReservationStatus::Wrapping;
        lab.store.set_facts(facts);
        assert_ne!(tag(&as_anna(&lab, path).await), tag(&after), "{path}");
    }
}

#[tokio::test]
async fn a_lead_of_queues_hears_of_no_other() {
    let lab = Lab::at(NOON, &limited("queues = [\"Sales\"]"));
    lab.store.set_facts(floor());
    for (path, status) in [
        ("/stats/queues/Sales", 200),
        ("/stats/queues/Support", 404),
        ("/stats/queues/Billing", 404),
        ("/stats?queue=Sales", 200),
        ("/stats?queue=Support", 400),
    ] {
        assert_eq!(as_anna(&lab, path).await.status, status, "{path}");
    }
    let figures = as_anna(&lab, "/stats").await.json();
    assert_eq!(figures["in_window"]["tasks_created"], 1);
    assert_eq!(figures["in_taskrouter_now"]["total_tasks"], 1);
}

#[tokio::test]
async fn events_are_counted_by_type() {
    let lab = Lab::at(NOON, SETTINGS);
    let at = noon().to_string();
    for (number, kind) in [
        (1, "task.created"),
        (2, "task.created"),
        (3, "task.canceled"),
        (3, "task.canceled"),
    ] {
        let sid = format!("EV{number:032x}");
        let fields = [("EventType", kind), ("TimestampMs", at.as_str())];
        let got = lab.send(form("/events", &callback(&sid, &fields))).await;
        assert_eq!(got.status, StatusCode::NO_CONTENT);
    }
    let old = format!("EV{:032x}", 9);
    lab.send(form("/events", &callback(&old, &[]))).await;
    let counts = get(&lab, "/stats/events").await;
    assert_eq!(
        counts["by_type"],
        json!({ "task.canceled": 1, "task.created": 2 })
    );
    assert_eq!(counts["total"], 3);
    assert_eq!(counts["position"], 4);
    assert_eq!(
        (&counts["lag"], &counts["duplicates"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(counts["last_event_age"], 0);
}

/// The id and the data of the next message.
async fn next(body: &mut axum::body::BodyDataStream) -> (String, Value) {
    let mut text = String::new();
    loop {
        let chunk = body.next().await.unwrap().unwrap();
        text.push_str(std::str::from_utf8(&chunk).unwrap());
        if let Some((message, _)) = text.split_once("\n\n")
            && let Some(data) = message.lines().find_map(|line| line.strip_prefix("data: "))
        {
            let id = message.lines().find_map(|line| line.strip_prefix("id: "));
            assert!(message.contains("event: stats"));
            return (id.unwrap().to_owned(), serde_json::from_str(data).unwrap());
        }
        if text.starts_with(':') {
            text.clear();
        }
    }
}

async fn stream(lab: &Lab, last: &str) -> axum::body::BodyDataStream {
    let request = Request::get("/stats/stream")
        .header("host", "localhost")
        .header("last-event-id", last)
        .body(Body::empty())
        .unwrap();
    let response = lab.router().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    response.into_body().into_data_stream()
}

#[tokio::test(start_paused = true)]
async fn a_reader_is_told_when_the_figures_change() {
    let lab = lab();
    let mut reader = stream(&lab, "").await;
    let (first, figures) = next(&mut reader).await;
    assert_eq!(
        figures["in_taskrouter_now"]["tasks_by_status"]["pending"],
        1
    );
    let mut facts = floor();
    facts.tasks[0].status = TaskStatus::Reserved;
    lab.store.set_facts(facts);
    let (second, figures) = next(&mut reader).await;
    assert_ne!(first, second);
    assert_eq!(
        figures["in_taskrouter_now"]["tasks_by_status"]["reserved"],
        1
    );
    drop(reader);

    // Who comes again with what is still true hears of the next change.
    let mut again = stream(&lab, &second).await;
    let quiet = tokio::time::timeout(std::time::Duration::from_secs(10), next(&mut again)).await;
    assert!(quiet.is_err());
    lab.store.set_facts(floor());
    let (third, _) = next(&mut again).await;
    assert_eq!(third, first);
    // And who missed something is told at once.
    let mut late = stream(&lab, &second).await;
    assert_eq!(next(&mut late).await.0, first);
}

#[tokio::test]
async fn a_store_that_fails_is_told_as_such_and_no_fault_of_the_asker() {
    let lab = lab();
    lab.store.full.store(true, Ordering::Relaxed);
    let got = lab.get("/stats", &[]).await;
    assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!got.body.contains("secret"), "{}", got.body);
    lab.store.full.store(false, Ordering::Relaxed);
    assert_eq!(lab.get("/stats", &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn callers_hear_how_long_others_waited() {
    let lab = Lab::at(NOON, SETTINGS);
    lab.shared.know(Directory {
        workflows: Names::new([(WorkflowSid::from_bits(1), "Support".to_owned())]),
        ..Directory::default()
    });
    let waiting = [
        ("CallSid", "CA00000000000000000000000000000001"),
        ("QueueTime", "0"),
        ("AvgQueueTime", "3600"),
    ];
    let heard = async || lab.send(form("/voice/wait", &waiting)).await.body;
    assert!(heard().await.contains("60 minutes"));
    let mut tasks = Vec::new();
    // The last was accepted more than an hour ago.
    for (number, waited, accepted) in [(1, 60, 100), (2, 290, 50), (3, 900, 3600), (4, 1, 4000)] {
        let mut accepted_task = task(number, 1, "a", TaskStatus::Assigned);
        accepted_task.created = ago(accepted + waited);
        accepted_task.accepted = ago(accepted);
        tasks.push(accepted_task);
    }
    lab.store.set_facts(Facts {
        tasks,
        ..Facts::default()
    });
    // What was last known is told until somebody has looked.
    assert!(heard().await.contains("60 minutes"));
    let now = NOON.parse().unwrap();
    lab.shared.desk.catch_up(now).await.unwrap();
    assert!(heard().await.contains("5 minutes"));
    lab.store.set_facts(Facts::default());
    lab.store.full.store(true, Ordering::Relaxed);
    assert!(lab.shared.desk.catch_up(now).await.is_err());
    assert!(heard().await.contains("5 minutes"));
}
