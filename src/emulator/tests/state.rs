//! Time and state from outside: the clock, snapshots, and what can be looked at.

use axum::body::Body;
use axum::http::{Method, Request, header};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::lab::{Centre, Lab, START, sid};
use crate::emulator::{Clock, Config};
use crate::model::sid::{AccountSid, Sid as _};
use crate::routing::Moment;

fn config() -> Config {
    Config::for_tests(Moment::from_millisecond(START))
}

#[tokio::test]
async fn a_clock_that_runs_is_moved_forward_and_runs_on_from_there() {
    let lab = Lab::with(&Config {
        clock: Clock::Real,
        ..config()
    });
    let system = || jiff::Timestamp::now().as_millisecond();
    let begun = system();
    let clock = lab.control("clock", json!({"advance": "30m"})).await.ok();
    let now = |clock: &Value| clock["now_ms"].as_i64().unwrap();
    let ahead = 30 * 60 * 1000;
    assert_eq!(
        (&clock["mode"], &clock["speed"]),
        (&json!("real"), &json!(1))
    );
    assert!(now(&clock) >= begun + ahead);

    let stopped = lab.control("clock", json!({"mode": "manual"})).await.ok();
    assert_eq!(
        (&stopped["mode"], &stopped["speed"]),
        (&json!("manual"), &Value::Null)
    );
    let later = lab.control("clock", json!({"advance": "1h"})).await.ok();
    assert_eq!(now(&later) - now(&stopped), 60 * 60 * 1000);

    // Ahead of the system's clock, and it runs again from where it stands.
    let run_at = system();
    let run = lab.control("clock", json!({"mode": "real"})).await.ok();
    assert_eq!(run["mode"], "real");
    assert!(now(&run) >= now(&later));
    assert!(now(&run) - now(&later) <= system() - run_at);
    loop {
        let reached = lab.get("/_emulator/clock").await.ok();
        assert!(now(&reached) - now(&later) <= system() - run_at);
        if now(&reached) > now(&run) {
            break;
        }
    }
}

#[tokio::test]
async fn a_clock_can_go_to_the_next_deadline() {
    let centre = Centre::new().await;
    let reply = centre
        .lab
        .control("clock", json!({"advance": "next_deadline"}))
        .await;
    assert_eq!(reply.code(), (409, 20409));
    centre.worker("dave", "Available").await;
    let task = centre.task(&[]).await;
    let clock = centre.lab.get("/_emulator/clock").await.ok();
    assert_eq!(clock["next_deadline_ms"], START + 10_000);
    let clock = centre
        .lab
        .control("clock", json!({"advance": "next_deadline"}))
        .await
        .ok();
    assert_eq!(clock["now_ms"], START + 10_000);
    let reservation = centre.reservation(&task).await;
    assert_eq!(reservation["reservation_status"], "timeout");
}

#[tokio::test]
async fn a_clock_is_refused_what_it_cannot_do() {
    let lab = Lab::new();
    for (body, status, said) in [
        (json!({"speed": 2}), 409, "stands still"),
        (json!({"mode": "manual", "speed": 2}), 409, "stands still"),
        (json!({"mode": "real", "speed": 1001}), 400, "at most 1000"),
        (json!({"mode": "real", "speed": 0}), 400, "not understood"),
        (
            json!({"now": "2026-01-05T08:59:59Z"}),
            409,
            "it is 2026-01-05T09:00:00Z already",
        ),
        (json!({"advance": 1e12}), 400, "year 9999"),
        (json!({"advance": 1e300}), 400, "span of time"),
    ] {
        let reply = lab.control("clock", body.clone()).await;
        assert_eq!(reply.status, status, "{body}");
        assert!(reply.message().contains(said), "{body}: {}", reply.text);
    }
    let clock = lab.get("/_emulator/clock").await.ok();
    assert_eq!(clock["now_ms"], START);
    assert_eq!(clock["mode"], "manual");
}

/// A request of a random history; numbers are taken modulo what there is.
#[derive(Debug, Clone)]
enum Step {
    Task { priority: u8 },
    Answer { which: u8, status: u8 },
    Activity { worker: u8, activity: u8 },
    Cancel { task: u8 },
    Delete { task: u8 },
    Workflow { second_queue: bool },
    Call,
    Conference { participants: u8 },
    VoiceQueue { callers: u8 },
    Pass { seconds: u16 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => any::<u8>().prop_map(|priority| Step::Task { priority: priority % 3 }),
        5 => any::<(u8, u8)>().prop_map(|(which, status)| Step::Answer { which, status }),
        2 => any::<(u8, u8)>().prop_map(|(worker, activity)| Step::Activity { worker, activity }),
        1 => any::<u8>().prop_map(|task| Step::Cancel { task }),
        1 => any::<u8>().prop_map(|task| Step::Delete { task }),
        1 => any::<bool>().prop_map(|second_queue| Step::Workflow { second_queue }),
        1 => Just(Step::Call),
        1 => (0..4u8).prop_map(|participants| Step::Conference { participants }),
        1 => (0..4u8).prop_map(|callers| Step::VoiceQueue { callers }),
        3 => (0..40u16).prop_map(|seconds| Step::Pass { seconds }),
    ]
}

/// One of a list in an answer.
fn pick(list: &Value, which: u8) -> Option<&Value> {
    let list = list.as_array().unwrap();
    list.get(usize::from(which).checked_rem(list.len())?)
}

impl Centre {
    async fn all(&self, what: &str) -> Value {
        let path = format!("{}/{what}?PageSize=1000", self.path);
        self.lab.get(&path).await.ok()
    }

    /// Carries out a step; what the emulator answers is part of the history.
    async fn step(&self, step: &Step) -> String {
        let lab = &self.lab;
        let path = &self.path;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let reply = match *step {
            Step::Task { priority } => {
                lab.post(
                    &format!("{path}/Tasks"),
                    &[("Priority", &priority.to_string())],
                )
                .await
            }
            Step::Answer { which, status } => {
                let workers = self.all("Workers").await;
                let Some(worker) = pick(&workers["workers"], which) else {
                    return String::new();
                };
                let offers = self
                    .all(&format!("Workers/{}/Reservations", sid(worker)))
                    .await;
                let Some(offer) = pick(&offers["reservations"], which / 3) else {
                    return String::new();
                };
                let status =
                    ["accepted", "accepted", "rejected", "completed"][usize::from(status) % 4];
                let url = text(&offer["url"]);
                let at = url.find("/v1/").unwrap();
                lab.post(&url[at..], &[("ReservationStatus", status)]).await
            }
            Step::Activity { worker, activity } => {
                let workers = self.all("Workers").await;
                let activities = self.all("Activities").await;
                let worker = sid(pick(&workers["workers"], worker).unwrap());
                let activity = sid(pick(&activities["activities"], activity).unwrap());
                lab.post(
                    &format!("{path}/Workers/{worker}"),
                    &[("ActivitySid", &activity)],
                )
                .await
            }
            Step::Cancel { task } | Step::Delete { task } => {
                let tasks = self.all("Tasks").await;
                let Some(task) = pick(&tasks["tasks"], task) else {
                    return String::new();
                };
                let task = format!("{path}/Tasks/{}", sid(task));
                if matches!(step, Step::Delete { .. }) {
                    lab.delete(&task).await
                } else {
                    lab.post(&task, &[("AssignmentStatus", "canceled")]).await
                }
            }
            Step::Workflow { second_queue } => {
                let queues = self.all("TaskQueues").await;
                let queue = sid(&queues["task_queues"][usize::from(second_queue)]);
                let configuration =
                    json!({"task_routing": {"filters": [], "default_filter": {"queue": queue}}});
                lab.post(
                    &format!("{path}/Workflows/{}", self.workflow),
                    &[("Configuration", &configuration.to_string())],
                )
                .await
            }
            Step::Call => lab.control("calls", json!({})).await,
            Step::Conference { participants } => {
                let participants = vec![json!({}); participants.into()];
                let body = json!({"friendly_name": "c", "participants": participants});
                lab.control("conferences", body).await
            }
            Step::VoiceQueue { callers } => {
                let body = json!({"friendly_name": "q", "callers": callers});
                lab.control("voice-queues", body).await
            }
            Step::Pass { seconds } => lab.control("clock", json!({"advance": seconds})).await,
        };
        format!("{} {}", reply.status, reply.text)
    }

    async fn snapshot(&self) -> String {
        let reply = self.lab.get("/_emulator/snapshot").await;
        assert_eq!(reply.status, 200, "{}", reply.text);
        reply.text
    }
}

/// Compares two histories and shows where they part, not all of them.
fn assert_same(one: &str, other: &str) {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b);
    let at = same.count();
    let around = |text: &str| {
        let bytes = &text.as_bytes()[at.saturating_sub(100)..text.len().min(at + 100)];
        String::from_utf8_lossy(bytes).into_owned()
    };
    assert!(one == other, "{}\n{}", around(one), around(other));
}

async fn busy_centre() -> Centre {
    let centre = Centre::new().await;
    let queue = [("FriendlyName", "Second"), ("TargetWorkers", "1==1")];
    centre
        .lab
        .post(&format!("{}/TaskQueues", centre.path), &queue)
        .await
        .ok();
    centre.worker("dave", "Available").await;
    centre.worker("edith", "Offline").await;
    centre
}

/// What an emulator goes on with that has loaded a snapshot.
async fn loaded(config: &Config, of: &Centre, document: &str) -> Centre {
    let lab = Lab::with(config);
    lab.load(document).await.ok();
    Centre {
        lab,
        path: of.path.clone(),
        queue: of.queue.clone(),
        workflow: of.workflow.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_snapshot_loads_into_the_same_history(
        before in proptest::collection::vec(step(), 0..25),
        after in proptest::collection::vec(step(), 1..25),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let first = busy_centre().await;
            for step in &before {
                first.step(step).await;
            }
            let document = first.snapshot().await;
            let elsewhere = Config {
                seed: 4711,
                clock: Clock::Real,
                ..config()
            };
            let second = loaded(&elsewhere, &first, &document).await;
            assert_same(&second.snapshot().await, &document);
            for step in &after {
                assert_same(&second.step(step).await, &first.step(step).await);
            }
            // SIDs, tasks, reservations, events with their moments, voice, clock: everything.
            assert_same(&second.snapshot().await, &first.snapshot().await);
        });
    }
}

#[tokio::test]
async fn a_snapshot_brings_its_clock_and_takes_nothing_of_what_was_there() {
    let first = busy_centre().await;
    let document = first.snapshot().await;
    let second = busy_centre().await;
    second.task(&[]).await;
    second.lab.advance("1h").await;
    second
        .lab
        .control("conferences", json!({"friendly_name": "x"}))
        .await
        .ok();
    let summary = second.lab.load(&document).await.ok();
    // Back to where the snapshot was: this is the one way back in time.
    assert_eq!(summary["clock"]["now_ms"], START);
    assert_eq!(summary["workspaces"][0]["tasks"]["pending"], 0);
    assert_eq!(summary["voice"]["conferences"], 0);
    assert_same(&second.snapshot().await, &document);

    let real = Lab::with(&Config {
        clock: Clock::Real,
        ..config()
    });
    real.control("clock", json!({"advance": "1d"})).await;
    let kept = real.get("/_emulator/snapshot").await.text;
    let clock = second.lab.load(&kept).await.ok()["clock"].clone();
    assert_eq!(
        (&clock["mode"], &clock["speed"]),
        (&json!("real"), &json!(1))
    );
}

#[tokio::test]
async fn a_snapshot_that_does_not_fit_changes_nothing() {
    let centre = busy_centre().await;
    centre.task(&[]).await;
    let before = centre.snapshot().await;
    let other = Lab::with(&Config {
        account_sid: AccountSid::from_bits(2),
        ..config()
    });
    let foreign = other.get("/_emulator/snapshot").await.text;
    let mut mixed: Value = serde_json::from_str(&before).unwrap();
    mixed["engine"]["context"]["scramble"] = json!(99);
    let cases = [
        ("", "no snapshot"),
        ("not json", "no snapshot"),
        ("{}", "no snapshot"),
        (&before[..before.len() / 2], "damaged"),
        (&mixed.to_string(), "of different seeds"),
        (r#"{"format":99}"#, "format 99"),
        (
            &foreign,
            "start one with `--account-sid AC00000000000000000000000000000002`",
        ),
    ];
    for (document, said) in cases {
        let reply = centre.lab.load(document).await;
        assert_eq!(reply.code(), (400, 20001), "{}", reply.text);
        assert!(reply.message().contains(said), "{}", reply.message());
        assert_same(&centre.snapshot().await, &before);
    }
}

#[tokio::test]
async fn a_snapshot_may_be_large() {
    let centre = busy_centre().await;
    let attributes = json!({"text": "x".repeat(4000)}).to_string();
    for _ in 0..400 {
        centre.task(&[("Attributes", &attributes)]).await;
    }
    let document = centre.snapshot().await;
    assert!(document.len() > 2 * 1024 * 1024, "{}", document.len());
    let second = loaded(&config(), &centre, &document).await;
    assert_same(&second.snapshot().await, &document);
}

#[tokio::test]
async fn reset_leaves_nothing_but_the_clock() {
    let centre = busy_centre().await;
    centre.task(&[]).await;
    centre.lab.advance("90s").await;
    centre
        .lab
        .control("faults", json!({"requests": [{"latency_ms": 1}]}))
        .await
        .ok();
    centre.lab.control("reset", json!({})).await.ok();
    let kept: Value = serde_json::from_str(&centre.snapshot().await).unwrap();
    assert_eq!(kept["events"], json!({}));
    assert_eq!(kept["engine"]["workspaces"][1], json!([]));
    let clock = centre.lab.get("/_emulator/clock").await.ok();
    assert_eq!(clock["now_ms"], START + 90_000);
    assert_eq!(clock["next_deadline"], Value::Null);
    let faults = centre.lab.get("/_emulator/faults").await.ok();
    assert_eq!(faults, Lab::new().get("/_emulator/faults").await.ok());
    // Who knows a SID of before must not mistake something new for it.
    assert_ne!(centre.lab.workspace().await, centre.path);
}

#[tokio::test]
async fn inspection_shows_who_waits_and_who_works() {
    let centre = busy_centre().await;
    let first = centre.task(&[("Priority", "1")]).await;
    centre.lab.advance("4s").await;
    centre.task(&[("Priority", "7")]).await;
    centre.task(&[]).await;
    centre.lab.advance("3s").await;
    let seen = centre.lab.get("/_emulator/inspect").await.ok();
    assert_eq!(seen["clock"]["now_ms"], START + 7000);
    let workspace = &seen["workspaces"][0];
    assert_eq!(workspace["friendly_name"], "writers");
    let queue = &workspace["queues"][0];
    assert_eq!(queue["friendly_name"], "All");
    assert_eq!(
        (&queue["waiting"], &queue["reserved"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(
        (&queue["longest_wait"], &queue["top_priority"]),
        (&json!(3), &json!(7))
    );
    let second = &workspace["queues"][1];
    assert_eq!(
        (&second["waiting"], &second["longest_wait"]),
        (&json!(0), &Value::Null)
    );
    let activities: Vec<_> = workspace["activities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| {
            (
                each["friendly_name"].as_str().unwrap(),
                each["workers"].as_u64(),
            )
        })
        .collect();
    assert_eq!(
        activities,
        [
            ("Offline", Some(1)),
            ("Available", Some(1)),
            ("Unavailable", Some(0))
        ]
    );
    let offer = &workspace["reservations"][0];
    assert_eq!(
        (&offer["status"], &offer["worker_name"]),
        (&json!("pending"), &json!("dave"))
    );
    assert_eq!(
        (&offer["task_sid"], &offer["task_queue_name"]),
        (&json!(first), &json!("All"))
    );
    assert_eq!(offer["seconds_left"], 3);
    centre
        .answer(&first, &[("ReservationStatus", "accepted")])
        .await
        .ok();
    let seen = centre.lab.get("/_emulator/inspect").await.ok();
    let offer = &seen["workspaces"][0]["reservations"][0];
    assert_eq!(
        (&offer["status"], &offer["deadline"]),
        (&json!("accepted"), &Value::Null)
    );
}

fn browse(path: &str) -> axum::http::request::Builder {
    Request::builder().method(Method::GET).uri(path).header(
        header::ACCEPT,
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    )
}

#[tokio::test]
async fn the_page_escapes_what_it_shows() {
    let centre = busy_centre().await;
    let evil = r#"<script>alert("1")</script>"#;
    for (what, name) in [("TaskQueues", "FriendlyName"), ("Workers", "FriendlyName")] {
        centre
            .lab
            .post(&format!("{}/{what}", centre.path), &[(name, evil)])
            .await
            .ok();
    }
    centre
        .lab
        .post(&centre.path, &[("FriendlyName", evil)])
        .await
        .ok();
    centre.task(&[]).await;
    let request = browse("/_emulator/").body(Body::empty()).unwrap();
    let page = centre.lab.send(request).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert_eq!(
        page.headers[header::CONTENT_TYPE],
        "text/html; charset=utf-8"
    );
    let policy = page.headers[header::CONTENT_SECURITY_POLICY]
        .to_str()
        .unwrap();
    assert!(policy.contains("default-src 'none'"), "{policy}");
    assert!(!page.text.contains("<script"), "{}", page.text);
    assert!(page.text.contains("&lt;script&gt;"), "{}", page.text);
    for shown in [
        "dave",
        "Second",
        "Available",
        "pending",
        "2026-01-05T09:00:10Z",
        "10s",
    ] {
        assert!(page.text.contains(shown), "{shown}: {}", page.text);
    }
    // Programs get what they always got.
    let summary = centre.lab.get("/_emulator/").await;
    assert_eq!(summary.headers[header::CONTENT_TYPE], "application/json");
    assert_eq!(summary.headers[header::VARY], "Accept");
}

#[tokio::test]
async fn the_page_is_for_those_who_go_there_and_for_no_other_page() {
    let lab = Lab::new();
    let request = browse("/_emulator")
        .header(header::ORIGIN, "https://evil.test")
        .body(Body::empty())
        .unwrap();
    assert_eq!(lab.send(request).await.code(), (403, 20403));
    let request = browse("/_emulator").body(Body::empty()).unwrap();
    let page = lab.send(request).await;
    assert!(
        page.text.contains("There is no workspace."),
        "{}",
        page.text
    );
    assert!(
        page.text.contains("clock that stands still"),
        "{}",
        page.text
    );
}
