//! The server's figures beside TaskRouter's own, of the same history.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use tower::ServiceExt as _;
use trctl::events::{EventStore, RecordedEvent};
use trctl::model::sid::TaskQueueSid;
use trctl::serve::{self, Parts, ServeSettings, Server};

use crate::common::history::{events, history};
use crate::common::lab::Lab;

struct Served {
    server: Server,
    store: Arc<dyn EventStore>,
    _home: tempfile::TempDir,
}

impl Served {
    /// A server that is told these events in batches of this size.
    fn told(lab: &Lab, events: &[RecordedEvent], batch: usize) -> Self {
        let home = tempfile::tempdir().unwrap();
        let store = trctl::events::open(&home.path().join("events.db")).unwrap();
        let mut config = serve::Config::new(
            ServeSettings::default(),
            events[0].account_sid.unwrap(),
            lab.workspace,
        );
        config.time_zone = jiff::tz::TimeZone::UTC;
        config.pinned_clock = Some(lab.now());
        let server = Server::new(Parts {
            config,
            store: Arc::clone(&store),
            client: lab.client.clone(),
        })
        .unwrap();
        let told = Self {
            server,
            store,
            _home: home,
        };
        for batch in events.chunks(batch) {
            told.tell(lab, batch);
        }
        told
    }

    fn tell(&self, lab: &Lab, batch: &[RecordedEvent]) {
        lab.wait(self.store.append(batch.to_vec())).unwrap();
    }

    fn get(&self, lab: &Lab, path: &str) -> Value {
        lab.wait(async {
            let last = *self.store.positions().borrow();
            let mut projected = self.store.projected();
            projected.wait_for(|done| *done >= last).await.unwrap();
            let request = Request::get(path)
                .header("host", "localhost")
                .body(Body::empty())
                .unwrap();
            let response = self.server.router().oneshot(request).await.unwrap();
            let status = response.status();
            let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
            let text = String::from_utf8_lossy(&body);
            assert_eq!(status, 200, "{path}: {text}");
            serde_json::from_slice(&body).unwrap()
        })
    }
}

/// TaskRouter's own figures: the rows of `trctl stats` as JSON.
fn own(lab: &Lab, line: &str) -> Vec<Value> {
    let ran = lab.trctl(&format!("stats {line} -o json"));
    assert_eq!(ran.code, 0, "{ran}");
    match serde_json::from_str(&ran.stdout).unwrap() {
        Value::Array(rows) => rows,
        row => vec![row],
    }
}

/// Figures that we and TaskRouter call the same.
const COUNTED_BY_BOTH: [&str; 8] = [
    "tasks_canceled",
    "tasks_completed",
    "reservations_created",
    "reservations_accepted",
    "reservations_rejected",
    "reservations_timed_out",
    "reservations_canceled",
    "reservations_rescinded",
];

/// Those of our figures that TaskRouter has too, by its names, with the figures of now.
fn compared(now: &Value, figures: &Value) -> BTreeMap<String, Value> {
    let mut told = BTreeMap::new();
    for name in COUNTED_BY_BOTH {
        told.insert(name.to_owned(), figures[name].clone());
    }
    // A whole number as JSON writes it, whichever of the two kinds of number it was.
    let whole = |seconds: &Value| {
        let text = format!("{:.0}", seconds.as_f64().unwrap_or(0.0).floor());
        serde_json::from_str(&text).expect("digits are a number")
    };
    let times = &figures["acceptance_time"];
    told.insert("accepted.avg".to_owned(), whole(&times["avg"]));
    told.insert("accepted.max".to_owned(), whole(&times["max"]));
    told.insert("accepted.min".to_owned(), whole(&times["min"]));
    let level = &figures["service_level"];
    for (name, figure) in [
        ("accepted_within_120", "met"),
        ("accepted_after_120", "accepted_late"),
        ("canceled_after_120", "abandoned_late"),
    ] {
        told.insert(name.to_owned(), level[figure].clone());
    }
    for (name, status) in [
        ("tasks_waiting", "pending"),
        ("tasks_reserved", "reserved"),
        ("tasks_assigned", "assigned"),
        ("tasks_wrapping", "wrapping"),
    ] {
        told.insert(name.to_owned(), now["tasks_by_status"][status].clone());
    }
    let longest = &now["longest_waiting"];
    told.insert("longest".to_owned(), longest["task_sid"].clone());
    told.insert("longest age".to_owned(), whole(&longest["age"]));
    told.insert("by priority".to_owned(), now["tasks_by_priority"].clone());
    told
}

/// The same of TaskRouter's row.
fn wanted(row: &Value) -> BTreeMap<String, Value> {
    let mut told = BTreeMap::new();
    let (now, row) = (&row["real_time"], &row["cumulative"]);
    let split = &row["split_by_wait_time"]["120"];
    for (name, side, figure) in [
        ("accepted_within_120", "below", "reservations_accepted"),
        ("accepted_after_120", "above", "reservations_accepted"),
        ("canceled_after_120", "above", "tasks_canceled"),
    ] {
        told.insert(name.to_owned(), split[side][figure].clone());
    }
    for (name, status) in [
        ("tasks_waiting", "pending"),
        ("tasks_reserved", "reserved"),
        ("tasks_assigned", "assigned"),
        ("tasks_wrapping", "wrapping"),
    ] {
        told.insert(name.to_owned(), now["tasks_by_status"][status].clone());
    }
    for name in COUNTED_BY_BOTH {
        told.insert(name.to_owned(), row[name].clone());
    }
    let times = &row["wait_duration_until_accepted"];
    for name in ["avg", "min", "max"] {
        told.insert(format!("accepted.{name}"), times[name].clone());
    }
    told.insert(
        "longest".to_owned(),
        now["longest_task_waiting_sid"].clone(),
    );
    told.insert(
        "longest age".to_owned(),
        now["longest_task_waiting_age"].clone(),
    );
    told.insert("by priority".to_owned(), now["tasks_by_priority"].clone());
    told
}

#[test]
fn figures_are_those_of_taskrouter_itself() {
    let mut lab = Lab::writers();
    history(&mut lab);
    let events = events(&lab);
    let served = Served::told(&lab, &events, 50);
    for minutes in [5, 37, 600] {
        let stats = served.get(&lab, &format!("/stats?minutes={minutes}"));
        let figures = &stats["in_window"];
        let rows = own(&lab, &format!("workspace --minutes {minutes} --split 120"));
        assert_eq!(
            compared(&stats["in_taskrouter_now"], figures),
            wanted(&rows[0]),
            "{minutes}"
        );
        assert_eq!(
            figures["tasks_created"],
            rows[0]["cumulative"]["tasks_created"]
        );
        for row in own(&lab, &format!("queues --minutes {minutes} --split 120")) {
            let name = row["real_time"]["task_queue_sid"].as_str().unwrap();
            let path = format!("/stats/queues/{name}?minutes={minutes}");
            let queue = served.get(&lab, &path);
            assert_eq!(
                compared(&queue["in_taskrouter_now"], &queue["in_window"]),
                wanted(&row),
                "{name} {minutes}"
            );
        }
        let activities = own(&lab, "workspace");
        let of = |list: &Value, name: &str| -> BTreeMap<String, u64> {
            let activities = list.as_array().unwrap().iter();
            let told = activities.map(|activity| {
                let name = activity[name].as_str().unwrap().to_owned();
                (name, activity["workers"].as_u64().unwrap())
            });
            told.filter(|(_, workers)| *workers > 0).collect()
        };
        assert_eq!(
            of(&stats["workers"]["workers_by_activity"], "activity_name"),
            of(
                &activities[0]["real_time"]["activity_statistics"],
                "friendly_name"
            )
        );
    }
    // Enough happened to tell right from wrong.
    let figures = &served.get(&lab, "/stats?minutes=600")["in_window"];
    for name in [
        "tasks_completed",
        "tasks_abandoned",
        "reservations_rejected",
        "reservations_timed_out",
    ] {
        assert!(figures[name].as_u64().unwrap() > 2, "{figures:#}");
    }
    assert!(figures["service_level"]["accepted_late"].as_u64().unwrap() > 0);
    assert!(figures["service_level"]["abandoned_late"].as_u64().unwrap() > 0);
}

/// Everything there is to ask that does not end with its reader.
const QUESTIONS: [&str; 16] = [
    "/stats",
    "/stats?minutes=11",
    "/stats?minutes=600",
    "/stats?minutes=4320",
    "/stats?team=North",
    "/stats?queue=Sales&minutes=600",
    "/stats?channel=voice&minutes=4320",
    "/stats/tasks",
    "/stats/tasks?team=South&limit=3",
    "/stats/workers",
    "/stats/queues/Support",
    "/stats/queues/Sales?minutes=600",
    "/stats/events?minutes=600",
    "/api/dashboard/statistics",
    "/api/dashboard/tasks",
    "/api/dashboard/workers",
];

/// The history of which any telling is to give the same answers.
fn retold() -> (Lab, Vec<RecordedEvent>, Vec<Value>) {
    let mut lab = Lab::writers();
    history(&mut lab);
    let events = events(&lab);
    let straight = Served::told(&lab, &events, events.len());
    let answers = QUESTIONS.map(|path| straight.get(&lab, path)).to_vec();
    assert!(answers[2]["in_window"]["tasks_completed"].as_u64() > Some(2));
    (lab, events, answers)
}

#[test]
fn the_order_in_which_events_come_changes_no_answer() {
    let (lab, events, answers) = retold();
    // Every event once, in any order; some of them again, at any later or earlier place; in batches
    // of any sizes, and with questions before all of them have come.
    let telling = (
        Just((0..events.len()).collect::<Vec<_>>()).prop_shuffle(),
        vec((any::<Index>(), any::<Index>()), 0..80),
        vec(5..150_usize, 1..6),
        any::<Index>(),
    );
    let mut runner = TestRunner::new(Config {
        cases: 10,
        max_shrink_iters: 40,
        failure_persistence: None,
        ..Config::default()
    });
    let run = runner.run(&telling, |(mut order, again, sizes, asked)| {
        for (which, place) in again {
            let event = order[which.index(order.len())];
            order.insert(place.index(order.len()), event);
        }
        let served = Served::told(&lab, &events[..1], 1);
        let mut left = order.as_slice();
        let asked = asked.index(left.len());
        for size in sizes.iter().cycle() {
            let (batch, rest) = left.split_at((*size).min(left.len()));
            let batch: Vec<RecordedEvent> =
                batch.iter().map(|place| events[*place].clone()).collect();
            served.tell(&lab, &batch);
            // What follows is then a change of what is known.
            if (rest.len()..left.len()).contains(&asked) {
                served.get(&lab, "/stats");
            }
            left = rest;
            if left.is_empty() {
                break;
            }
        }
        for (path, wanted) in QUESTIONS.iter().zip(&answers) {
            prop_assert_eq!(&served.get(&lab, path), wanted, "{}", path);
        }
        Ok(())
    });
    if let Err(failed) = run {
        panic!("{failed}");
    }
}

/// Questions between batches: what is kept up with says the same as what is read anew.
#[test]
fn figures_follow_what_comes() {
    let mut lab = Lab::writers();
    history(&mut lab);
    let mut events = events(&lab);
    // Late ones, too.
    for place in (0..events.len() - 20).step_by(20) {
        events.swap(place, place + 15);
    }
    let served = Served::told(&lab, &events[..1], 1);
    for (number, batch) in events[1..].chunks(40).enumerate() {
        lab.wait(served.store.append(batch.to_vec())).unwrap();
        let followed = served.get(&lab, "/stats");
        if number % 4 == 0 {
            let told = 1 + number * 40 + batch.len();
            let fresh = Served::told(&lab, &events[..told], 500);
            assert_eq!(followed, fresh.get(&lab, "/stats"), "{told}");
        }
    }
    lab.wait(served.store.rebuild()).unwrap();
    let whole = Served::told(&lab, &events, 500);
    let rebuilt = served.get(&lab, "/stats");
    assert_eq!(rebuilt, whole.get(&lab, "/stats"));
    let queue: TaskQueueSid = rebuilt["by_queue"][0]["task_queue_sid"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let of_queue = served.get(&lab, &format!("/stats/queues/{queue}"));
    assert_eq!(of_queue["in_window"], rebuilt["by_queue"][0]["in_window"]);
}
