//! The store in a file.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc;

use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;
use tokio::sync::{oneshot, watch};

use super::feed::Feed;
use super::writer::{Job, Writer};
use super::{open, open_to_read, questions, schema};
use crate::events::samples::{self, Played, steps};
use crate::events::{
    ActivityChange, Appended, Count, Encoding, EventStore, Facts, Observed, Promise, RecordedEvent,
    Rejected, Span, StoreError, Stored, WorkerFacts,
};
use crate::model::EventType;
use crate::model::sid::{EventSid, Sid as _, WorkspaceSid};
use crate::routing::engine::histories::{START, Step};

/// A directory and the path of a store in it.
struct Place {
    _directory: TempDir,
    path: PathBuf,
}

impl Place {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("deep/events.db");
        Self {
            _directory: directory,
            path,
        }
    }

    fn open(&self) -> Arc<dyn EventStore> {
        open(&self.path).unwrap()
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
}

/// A history that has something of everything.
fn busy() -> Played {
    let mut steps = Vec::new();
    for round in 0..12u8 {
        steps.extend([
            Step::Create {
                kind: round,
                priority: round % 3,
                target: 3,
            },
            Step::Create {
                kind: round + 1,
                priority: 0,
                target: 3,
            },
            Step::Answer {
                which: 1,
                answer: round,
            },
            Step::Pass {
                milliseconds: 7_321,
            },
            Step::Activity {
                worker: round,
                activity: round / 2,
                reject: false,
            },
            Step::Answer {
                which: round,
                answer: 0,
            },
            Step::Status {
                task: round,
                status: round,
            },
            Step::Pass {
                milliseconds: 11_007,
            },
        ]);
    }
    Played::new(&steps)
}

/// An event about nothing that facts are made of.
fn plain(number: u128, at: i64) -> RecordedEvent {
    RecordedEvent {
        sid: EventSid::from_bits(number),
        kind: "task.teleported".to_owned(),
        at,
        account_sid: Some(samples::account()),
        workspace_sid: Some(WorkspaceSid::from_bits(1)),
        resource_type: None,
        resource_sid: None,
        parameters: [("a".to_owned(), "b".to_owned())].into_iter().collect(),
    }
}

async fn caught_up(store: &dyn EventStore) {
    let position = *store.positions().borrow();
    let mut projected = store.projected();
    projected
        .wait_for(|projected| *projected >= position)
        .await
        .unwrap();
}

/// Everything the facts are, when all that was sent is in them.
async fn everything(place: &Path) -> (Facts, Vec<WorkerFacts>) {
    let store = open_to_read(place).unwrap();
    let facts = store.facts(Span::ALL).await.unwrap();
    let workers = store.workers().await.unwrap();
    store.close().await;
    (facts, workers)
}

/// Sends events in order, at once, and says what the facts are then.
async fn straight(events: Vec<RecordedEvent>) -> (Facts, Vec<WorkerFacts>) {
    let place = Place::new();
    let store = place.open();
    store.append(events).await.unwrap();
    store.close().await;
    everything(&place.path).await
}

#[tokio::test]
async fn an_event_is_kept_once_and_is_there_when_the_store_is_opened_again() {
    let place = Place::new();
    let events = busy().recorded();
    let store = place.open();
    let many = events.len();
    assert_eq!(
        store.append(events.clone()).await.unwrap(),
        Appended {
            new: many,
            known: 0
        }
    );
    assert_eq!(
        store.append(events[..9].to_vec()).await.unwrap(),
        Appended { new: 0, known: 9 }
    );
    assert_eq!(*store.positions().borrow(), many as u64);
    drop(store);

    // The threads of the first may still be at it: the second is refused until they are done.
    let store = loop {
        match open(&place.path) {
            Ok(store) => break store,
            Err(StoreError::InUse { .. }) => tokio::task::yield_now().await,
            Err(error) => panic!("{error}"),
        }
    };
    assert_eq!(*store.positions().borrow(), many as u64);
    let kept = store.after(0, 10_000).await.unwrap();
    let positions: Vec<u64> = kept.iter().map(|stored| stored.position).collect();
    assert_eq!(positions, (1..=many as u64).collect::<Vec<_>>());
    assert_eq!(
        kept.into_iter()
            .map(|stored| stored.event)
            .collect::<Vec<_>>(),
        events
    );
    let some = store.event(events[3].sid).await.unwrap().unwrap();
    assert_eq!((some.position, some.event), (4, events[3].clone()));
    assert_eq!(store.event(EventSid::from_bits(5)).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_who_waits_is_answered_and_nothing_is_lost_or_kept_twice() {
    let place = Place::new();
    let store = place.open();
    let mut senders = Vec::new();
    for sender in 0..50u128 {
        let store = Arc::clone(&store);
        senders.push(tokio::spawn(async move {
            let mut sum = Appended::default();
            for number in 0..20 {
                // Every event is sent by two of them.
                let sid = (sender / 2) * 100 + number;
                let appended = store.append(vec![plain(sid, START)]).await.unwrap();
                sum.new += appended.new;
                sum.known += appended.known;
            }
            sum
        }));
    }
    let mut sum = Appended::default();
    for sender in senders {
        let appended = sender.await.unwrap();
        sum.new += appended.new;
        sum.known += appended.known;
    }
    assert_eq!(
        sum,
        Appended {
            new: 500,
            known: 500
        }
    );
    assert_eq!(store.after(0, 10_000).await.unwrap().len(), 500);
    assert_eq!(store.extent().await.unwrap().unwrap().events, 500);
    store.close().await;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn any_batches_and_restarts_give_the_same_facts(
        steps in steps(50),
        order in proptest::collection::vec(any::<proptest::sample::Index>(), 30..200),
        batches in proptest::collection::vec((1..40usize, any::<bool>(), 0..3u8), 1..12),
    ) {
        let events = Played::new(&steps).recorded();
        let mut told = events.clone();
        for (place, index) in order.iter().enumerate() {
            let other = index.index(events.len());
            told.push(events[other].clone());
            let last = told.len() - 1;
            told.swap(place % events.len(), last);
        }
        let (shuffled, expected) = runtime().block_on(async {
            let place = Place::new();
            let mut store = place.open();
            let mut rest = &told[..];
            for (size, restart, encoding) in batches.iter().cycle() {
                if rest.is_empty() {
                    break;
                }
                let (batch, later) = rest.split_at((*size).min(rest.len()));
                rest = later;
                let batch = batch.iter().map(|event| match encoding {
                    0 => event.clone(),
                    1 => RecordedEvent::from_cloud_event(&samples::cloud_event(event)).unwrap(),
                    _ => RecordedEvent::from_rest(&samples::rest(event)).unwrap(),
                });
                store.append(batch.collect()).await.unwrap();
                if *restart {
                    store.close().await;
                    store = place.open();
                }
            }
            store.close().await;
            (everything(&place.path).await, straight(events.clone()).await)
        });
        prop_assert_eq!(shuffled, expected);
    }
}

#[tokio::test]
async fn an_event_told_in_three_ways_is_one_row() {
    let events = busy().recorded();
    let place = Place::new();
    let store = place.open();
    for event in &events {
        let streamed = RecordedEvent::from_cloud_event(&samples::cloud_event(event)).unwrap();
        let read = RecordedEvent::from_rest(&samples::rest(event)).unwrap();
        let appended = store
            .append(vec![read, event.clone(), streamed])
            .await
            .unwrap();
        assert_eq!(appended, Appended { new: 1, known: 2 });
    }
    let kept = store.after(0, 10_000).await.unwrap();
    assert_eq!(kept.len(), events.len());
    assert!(
        kept.iter()
            .all(|stored| stored.event.parameter("actor_type") == Some("workflow"))
    );
    store.close().await;
    assert_eq!(everything(&place.path).await, straight(events).await);
}

#[tokio::test]
async fn an_event_that_is_told_in_two_ways_gives_the_same_facts_in_either_order() {
    let events = busy().recorded();
    // The same events an hour and more earlier, some of them of another task and version.
    let mut others = events.clone();
    for (number, event) in others.iter_mut().enumerate() {
        event.at -= 4_000_000 + i64::try_from(number).unwrap() * 1_000;
        let version = format!("{}", 900 - number);
        let other = event.parameters.iter().map(|(name, value)| match name {
            "task_version" => (name, version.as_str()),
            _ => (name, value),
        });
        event.parameters = other.collect();
    }
    let mut found = Vec::new();
    for order in [[&events, &others], [&others, &events]] {
        let place = Place::new();
        let store = place.open();
        for events in order {
            store.append(events.clone()).await.unwrap();
            caught_up(&*store).await;
        }
        store.close().await;
        let kept = open_to_read(&place.path).unwrap();
        let events: Vec<RecordedEvent> = kept
            .after(0, 10_000)
            .await
            .unwrap()
            .into_iter()
            .map(|stored| stored.event)
            .collect();
        found.push((everything(&place.path).await, straight(events).await));
    }
    assert_eq!(found[0].0, found[0].1, "as if the merged had been told");
    assert_eq!(found[0], found[1]);
}

#[tokio::test]
async fn facts_are_made_anew_when_they_are_lost_or_asked_for() {
    let place = Place::new();
    let events = busy().recorded();
    let store = place.open();
    store.append(events.clone()).await.unwrap();
    store
        .observe(Observed {
            as_of: START + 1,
            workers: vec![seen_worker()],
            ..Observed::default()
        })
        .await
        .unwrap();
    store.close().await;
    let before = everything(&place.path).await;
    assert!(
        before
            .1
            .iter()
            .any(|worker| worker.name.as_deref() == Some("zoe"))
    );

    let mut facts = place.path.clone().into_os_string();
    facts.push("-facts");
    std::fs::remove_file(&facts).unwrap();
    let store = place.open();
    store.close().await;
    assert_eq!(everything(&place.path).await, before, "lost");

    std::fs::write(
        &facts,
        b"this was never a database, nor will it ever be one",
    )
    .unwrap();
    let store = place.open();
    caught_up(&*store).await;
    store.rebuild().await.unwrap();
    store.close().await;
    assert_eq!(
        everything(&place.path).await,
        before,
        "damaged, then asked for"
    );

    // The facts of another store are not taken for its own.
    let other = Place::new();
    other.open().close().await;
    let mut others = other.path.clone().into_os_string();
    others.push("-facts");
    std::fs::copy(&others, &facts).unwrap();
    place.open().close().await;
    assert_eq!(everything(&place.path).await, before, "another's");
}

fn seen_worker() -> crate::model::Worker {
    serde_json::from_value(serde_json::json!({
        "sid": "WK000000000000000000000000000000ff",
        "account_sid": "AC00000000000000000000000000000001",
        "workspace_sid": "WS00000000000000000000000000000001",
        "friendly_name": "zoe",
        "activity_sid": "WA00000000000000000000000000000001",
        "activity_name": "Available",
        "available": true,
        "attributes": "{}",
        "date_created": null,
        "date_updated": null,
        "date_status_changed": null,
    }))
    .unwrap()
}

#[tokio::test]
async fn what_was_seen_is_known_without_any_event() {
    let place = Place::new();
    let store = place.open();
    let mut facts = store.projected();
    facts.mark_unchanged();
    let activity = serde_json::from_value(serde_json::json!({
        "sid": "WA00000000000000000000000000000001",
        "account_sid": "AC00000000000000000000000000000001",
        "workspace_sid": "WS00000000000000000000000000000001",
        "friendly_name": "Available", "available": true,
        "date_created": null, "date_updated": null,
    }))
    .unwrap();
    let task = serde_json::from_value(serde_json::json!({
        "sid": "WT00000000000000000000000000000001",
        "account_sid": "AC00000000000000000000000000000001",
        "workspace_sid": "WS00000000000000000000000000000001",
        "assignment_status": "pending", "priority": 4, "attributes": "{\"a\":1}",
        "task_queue_sid": "WQ00000000000000000000000000000001",
        "date_created": "2023-11-14T22:13:20Z", "date_updated": null,
    }))
    .unwrap();
    store
        .observe(Observed {
            as_of: START,
            workers: vec![seen_worker()],
            activities: vec![activity],
            tasks: vec![task],
            ..Observed::default()
        })
        .await
        .unwrap();
    facts.changed().await.unwrap();
    let seen = store.facts(Span { from: 0, to: 1 }).await.unwrap();
    assert_eq!(seen.workers[0].activity_since, Some(START));
    assert_eq!(seen.activities[0].available, Some(true));
    assert_eq!(seen.tasks[0].attributes.as_deref(), Some("{\"a\":1}"));
    assert_eq!(seen.tasks[0].created, Some(1_700_000_000_000));
    assert_eq!(store.open_tasks().await.unwrap(), seen.tasks);
    store.close().await;
}

#[tokio::test]
async fn spans_are_answered_with_what_happened_in_them() {
    let played = busy();
    let place = Place::new();
    let store = place.open();
    store.append(played.recorded()).await.unwrap();
    caught_up(&*store).await;
    let all = store.facts(Span::ALL).await.unwrap();
    assert!(all.tasks.len() > 10 && all.queue_stays.len() > 10 && all.activity_changes.len() > 3);
    for (from, to) in [
        (0, 20_000),
        (11_000, 60_000),
        (90_000, 90_001),
        (60_000, 900_000),
    ] {
        let span = Span {
            from: START + from,
            to: START + to,
        };
        let within =
            |moments: [Option<i64>; 3]| moments.into_iter().flatten().any(|at| span.contains(at));
        let tasks: Vec<_> = all
            .tasks
            .iter()
            .filter(|task| within([task.created, task.accepted, task.ended()]))
            .cloned()
            .collect();
        assert_eq!(store.tasks_in(span).await.unwrap(), tasks);
        let reservations: Vec<_> = all
            .reservations
            .iter()
            .filter(|offer| within([offer.created, offer.accepted, offer.ended()]))
            .cloned()
            .collect();
        assert_eq!(store.reservations_in(span).await.unwrap(), reservations);
        let stays: Vec<_> = all
            .queue_stays
            .iter()
            .filter(|stay| {
                let ended = [stay.accepted, stay.timed_out, stay.canceled, stay.completed];
                within([Some(stay.entered), ended.into_iter().flatten().min(), None])
            })
            .cloned()
            .collect();
        assert_eq!(store.queue_stays_in(span).await.unwrap(), stays);
        let mut changes: Vec<ActivityChange> = Vec::new();
        for worker in store.workers().await.unwrap() {
            let mut own = all
                .activity_changes
                .iter()
                .filter(|change| change.worker_sid == worker.sid && change.at >= span.from);
            for change in own.by_ref() {
                changes.push(change.clone());
                if change.at >= span.to {
                    break;
                }
            }
        }
        changes.sort_by_key(|change| (change.at, change.event_sid));
        assert_eq!(store.activity_changes_in(span).await.unwrap(), changes);
        let facts = store.facts(span).await.unwrap();
        assert!(tasks.iter().all(|task| facts.tasks.contains(task)));
        let open = store.open_tasks().await.unwrap();
        assert!(open.iter().all(|task| facts.tasks.contains(task)));
        assert_eq!(facts.position, played.told.len() as u64);
    }
    let some = &all.reservations[0];
    let of = store.reservations_of(some.task_sid.unwrap()).await.unwrap();
    assert!(of.contains(some));
    let task = store.task(some.task_sid.unwrap()).await.unwrap().unwrap();
    assert!(task.attributes.is_some());
    let queues = store.queues().await.unwrap();
    let names: Vec<_> = queues.iter().map(|queue| queue.name.as_deref()).collect();
    for name in ["a", "b", "all"] {
        assert!(names.contains(&Some(name)), "{name} in {names:?}");
    }
    assert_eq!(
        store.workflows().await.unwrap()[0].name.as_deref(),
        Some("flow")
    );
    store.close().await;
}

#[tokio::test]
async fn stays_end_where_the_next_begins() {
    let place = Place::new();
    let store = place.open();
    let entered = |number: u128, queue: u8, at: i64| {
        let mut event = plain(number, at);
        event.kind = EventType::TaskQueueEntered.to_string();
        event.parameters = [
            (
                "task_sid".to_owned(),
                "WT00000000000000000000000000000001".to_owned(),
            ),
            ("task_queue_sid".to_owned(), format!("WQ{queue:032x}")),
            (
                "task_queue_entered_date".to_owned(),
                (at / 1000).to_string(),
            ),
        ]
        .into_iter()
        .collect();
        event
    };
    // The same queue twice, and told in another order than it happened.
    let events = vec![
        entered(3, 1, START + 9_500),
        entered(1, 1, START),
        entered(2, 2, START + 4_000),
    ];
    store.append(events).await.unwrap();
    caught_up(&*store).await;
    let stays = store.queue_stays_in(Span::ALL).await.unwrap();
    let ends: Vec<_> = stays
        .iter()
        .map(|stay| (stay.entered - START, stay.left().map(|left| left - START)))
        .collect();
    assert_eq!(
        ends,
        [(0, Some(4_000)), (4_000, Some(9_500)), (9_500, None)]
    );
    store.close().await;
}

#[tokio::test]
async fn events_are_read_by_time_in_chunks() {
    let place = Place::new();
    let store = place.open();
    let at = [5, 3, 3, 9, 3, 7, 1, 3].map(|at| START + at);
    let events = at.iter().zip(1..).map(|(at, number)| plain(number, *at));
    store.append(events.collect()).await.unwrap();
    let span = Span {
        from: START + 3,
        to: START + 9,
    };
    let mut read: Vec<Stored> = Vec::new();
    loop {
        let behind = read.last().map(Stored::mark);
        let chunk = store.between(span, behind, 2).await.unwrap();
        if chunk.is_empty() {
            break;
        }
        read.extend(chunk);
    }
    let order: Vec<(i64, u64)> = read
        .iter()
        .map(|stored| (stored.event.at - START, stored.position))
        .collect();
    assert_eq!(order, [(3, 2), (3, 3), (3, 5), (3, 8), (5, 1), (7, 6)]);
    assert_eq!(store.after(6, 1).await.unwrap()[0].position, 7);
    let extent = store.extent().await.unwrap().unwrap();
    assert_eq!((extent.first, extent.last), (START + 1, START + 9));
    store.close().await;
}

#[tokio::test]
async fn events_are_counted_by_day_and_type() {
    const DAY: i64 = 86_400_000;
    let day = START.div_euclid(DAY) * DAY;
    let place = Place::new();
    let store = place.open();
    let mut events: Vec<RecordedEvent> = (0..40u128)
        .map(|number| {
            let mut event = plain(number + 1, day + i64::try_from(number).unwrap() * DAY / 10);
            if number % 3 == 0 {
                event.kind = "task.created".to_owned();
            }
            if number % 5 == 0 {
                event.workspace_sid = Some(WorkspaceSid::from_bits(2));
            }
            event
        })
        .collect();
    store.append(events.clone()).await.unwrap();
    // One that is told again, of an earlier day: it counts where it is now.
    events[30].at -= DAY;
    store.append(vec![events[30].clone()]).await.unwrap();
    for (from, to) in [
        (0, 4 * DAY),
        (DAY / 3, DAY / 2),
        (DAY / 3, 3 * DAY + 5),
        (DAY, 2 * DAY),
        (9, 3),
    ] {
        let span = Span {
            from: day + from,
            to: day + to,
        };
        for workspace in [None, Some(WorkspaceSid::from_bits(1))] {
            let mut expected: Vec<Count> = Vec::new();
            for event in &events {
                if !span.contains(event.at)
                    || !(workspace.is_none() || event.workspace_sid == workspace)
                {
                    continue;
                }
                let at = jiff::Timestamp::from_millisecond(event.at).unwrap();
                let day = at.to_zoned(jiff::tz::TimeZone::UTC).date();
                match expected
                    .iter_mut()
                    .find(|count| count.day == day && count.kind == event.kind)
                {
                    Some(count) => count.events += 1,
                    None => expected.push(Count {
                        day,
                        kind: event.kind.clone(),
                        events: 1,
                    }),
                }
            }
            expected.sort();
            assert_eq!(
                store.counts(span, workspace).await.unwrap(),
                expected,
                "{from} {to}"
            );
        }
    }
    store.close().await;
}

#[tokio::test]
async fn what_is_refused_is_kept_with_the_reason() {
    let place = Place::new();
    let store = place.open();
    for number in 0..3 {
        store
            .quarantine(Rejected {
                at: START + number,
                encoding: Encoding::CloudEvent,
                reason: "`id` is missing".to_owned(),
                body: format!("{{\"n\":{number}}}"),
            })
            .await
            .unwrap();
    }
    store.close().await;
    let store = open_to_read(&place.path).unwrap();
    let kept = store.quarantined(2).await.unwrap();
    let numbers: Vec<u64> = kept.iter().map(|kept| kept.number).collect();
    assert_eq!(numbers, [3, 2]);
    assert_eq!(kept[0].rejected.body, "{\"n\":2}");
    assert_eq!(store.quarantine_size().await.unwrap(), 3);
}

#[tokio::test]
async fn a_promise_is_there_until_it_is_kept_and_is_made_once() {
    let place = Place::new();
    let promise = |key: &str, what: &str| Promise {
        key: key.to_owned(),
        at: START,
        what: what.to_owned(),
    };
    let (first, second) = (promise("a", "{}"), promise("b", "[1]"));
    let store = place.open();
    assert!(store.promise(first.clone()).await.unwrap());
    assert!(store.promise(second.clone()).await.unwrap());
    // What was said first counts.
    assert!(store.promise(promise("a", "other")).await.unwrap());
    assert_eq!(store.promised(9).await.unwrap(), [first.clone(), second]);
    store.kept("b".to_owned()).await.unwrap();
    store.kept("unknown".to_owned()).await.unwrap();
    store.close().await;
    let store = place.open();
    assert_eq!(store.promised(9).await.unwrap(), [first]);
    assert!(!store.promise(promise("b", "[1]")).await.unwrap());
    store.kept("a".to_owned()).await.unwrap();
    assert_eq!(store.promised(9).await.unwrap(), []);
    store.close().await;
}

#[tokio::test]
async fn a_store_of_the_first_schema_learns_to_promise() {
    let place = Place::new();
    let store = place.open();
    store.append(vec![plain(1, START)]).await.unwrap();
    store.close().await;
    let connection = Connection::open(&place.path).unwrap();
    connection
        .execute_batch("DROP TABLE promises; PRAGMA user_version = 1")
        .unwrap();
    drop(connection);
    let store = place.open();
    assert_eq!(store.promised(9).await.unwrap(), []);
    assert_eq!(store.after(0, 9).await.unwrap().len(), 1);
    store.close().await;
}

#[tokio::test]
async fn one_process_writes_and_others_read() {
    let place = Place::new();
    assert!(matches!(
        open_to_read(&place.path),
        Err(StoreError::Missing { .. })
    ));
    let store = place.open();
    let error = open(&place.path).err().unwrap();
    assert!(matches!(error, StoreError::InUse { .. }), "{error}");
    store.append(vec![plain(1, START)]).await.unwrap();
    caught_up(&*store).await;
    let reader = open_to_read(&place.path).unwrap();
    assert_eq!(*reader.positions().borrow(), 1);
    assert_eq!(*reader.projected().borrow(), 1);
    store.append(vec![plain(2, START)]).await.unwrap();
    assert_eq!(reader.after(0, 9).await.unwrap().len(), 2);
    let refused = reader.append(vec![plain(3, START)]).await.unwrap_err();
    assert!(matches!(refused, StoreError::ReadOnly { .. }), "{refused}");
    store.close().await;
    let late = store.append(vec![plain(3, START)]).await.unwrap_err();
    assert!(matches!(late, StoreError::Closed), "{late}");
    assert!(matches!(store.after(0, 1).await, Err(StoreError::Closed)));
    place.open().close().await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_store_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let store = place.open();
    store.append(vec![plain(1, START)]).await.unwrap();
    caught_up(&*store).await;
    let mut files = 0;
    for entry in std::fs::read_dir(place.path.parent().unwrap()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{:?}", entry.path());
        files += 1;
    }
    assert!(files >= 3, "{files}");
    store.close().await;
}

#[tokio::test]
async fn a_file_this_version_cannot_write_to_is_left_alone() {
    let place = Place::new();
    place.open().close().await;
    let change = |batch: &str| {
        let connection = Connection::open(&place.path).unwrap();
        connection.execute_batch(batch).unwrap();
    };
    change("PRAGMA user_version = 99");
    for opened in [open(&place.path), open_to_read(&place.path)] {
        let error = opened.err().unwrap();
        assert!(
            error
                .to_string()
                .ends_with("has schema 99, this version knows up to 2"),
            "{error}"
        );
    }
    change("PRAGMA user_version = 0");
    let older = open_to_read(&place.path).err().unwrap();
    assert!(matches!(older, StoreError::Older { .. }), "{older}");
    change("PRAGMA application_id = 1");
    let foreign = open(&place.path).err().unwrap();
    assert!(matches!(foreign, StoreError::NotAStore { .. }), "{foreign}");
    std::fs::write(&place.path, b"a letter to somebody, long enough to be read as a header ........................................................").unwrap();
    let text = open(&place.path).err().unwrap();
    assert!(matches!(text, StoreError::NotAStore { .. }), "{text}");
    assert!(std::fs::read(&place.path).unwrap().starts_with(b"a letter"));
}

#[tokio::test]
async fn nothing_is_acknowledged_without_room_and_all_is_well_when_there_is_again() {
    let place = Place::new();
    std::fs::create_dir_all(place.path.parent().unwrap()).unwrap();
    let connection = schema::open_events(&place.path).unwrap();
    let pages: i64 = connection
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    let limit = Connection::pragma_update;
    limit(&connection, None, "max_page_count", pages + 4).unwrap();
    let (tell, positions) = watch::channel(0);
    let (feed, _fodder) = Feed::new(mpsc::sync_channel(1).0);
    let mut writer = Writer::new(connection, tell, feed).unwrap();
    let send = |writer: &mut Writer, number: u128, size: usize| {
        let mut event = plain(number, START);
        event.parameters = [("a".to_owned(), "x".repeat(size))].into_iter().collect();
        let (reply, mut answer) = oneshot::channel();
        let (other_reply, mut other) = oneshot::channel();
        writer.write(vec![
            Job::Append(vec![event.into()], reply),
            Job::Append(vec![plain(number + 1, START).into()], other_reply),
        ]);
        (answer.try_recv().unwrap(), other.try_recv().unwrap())
    };
    let (small, _) = send(&mut writer, 1, 10);
    assert_eq!(small.unwrap(), Appended { new: 1, known: 0 });
    let (big, beside) = send(&mut writer, 3, 100_000);
    for refused in [big, beside] {
        let error = refused.unwrap_err().into_error(&place.path);
        assert!(matches!(error, StoreError::Full { .. }), "{error}");
    }
    assert_eq!(*positions.borrow(), 2);
    limit(writer.connection(), None, "max_page_count", pages + 4_000).unwrap();
    let (big, _) = send(&mut writer, 3, 100_000);
    assert_eq!(big.unwrap(), Appended { new: 1, known: 0 });
    assert_eq!(*positions.borrow(), 4);
    let reading = schema::open_events_to_read(&place.path).unwrap();
    let kept = super::events::after(&reading, 0, 9).unwrap();
    let positions: Vec<u64> = kept.iter().map(|stored| stored.position).collect();
    assert_eq!(positions, [1, 2, 3, 4]);
}

#[tokio::test]
async fn no_question_about_a_span_reads_a_whole_table() {
    let place = Place::new();
    let store = place.open();
    store.append(busy().recorded()).await.unwrap();
    store.close().await;
    let mut facts = place.path.clone().into_os_string();
    facts.push("-facts");
    let facts = Connection::open(facts).unwrap();
    let events = Connection::open(&place.path).unwrap();
    let span = format!("{START} AND at < {}", START + 1);
    let numbered = |which: String| which.replace("?1", "7").replace("?2", "9");
    let on_facts = [
        format!("SELECT state FROM tasks WHERE {}", questions::OPEN),
        format!("SELECT state FROM reservations WHERE {}", questions::OPEN),
        numbered(format!(
            "SELECT state FROM tasks WHERE {}",
            questions::within_or_open("tasks")
        )),
        numbered(format!(
            "SELECT state FROM tasks WHERE {}",
            questions::within("tasks")
        )),
        numbered(format!(
            "SELECT state FROM reservations WHERE {}",
            questions::within_or_open("reservations")
        )),
        numbered(questions::STAYS.to_owned()),
        format!("SELECT event FROM changes WHERE at >= {span}"),
        "SELECT count(*), max(open) FROM reservations WHERE task = x'00'".to_owned(),
    ];
    let on_events = [
        format!("SELECT sid FROM events WHERE at >= {span} ORDER BY at, position LIMIT 3"),
        "SELECT body FROM events JOIN kinds ON kinds.id = kind JOIN places ON places.id = place
         WHERE (at, position) > (1, 2) AND at < 3 ORDER BY at, position LIMIT 5"
            .to_owned(),
        "SELECT body FROM events JOIN kinds ON kinds.id = kind JOIN places ON places.id = place
         WHERE position > 4 ORDER BY position LIMIT 5"
            .to_owned(),
        "SELECT (SELECT min(at) FROM events), (SELECT max(at) FROM events)".to_owned(),
    ];
    for (connection, queries, may_sort) in [
        (&facts, &on_facts[..], true),
        (&events, &on_events[..], false),
    ] {
        for query in queries {
            let mut plan = connection
                .prepare(&format!("EXPLAIN QUERY PLAN {query}"))
                .unwrap();
            let steps: Vec<String> = plan
                .query_map([], |row| row.get(3))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            for step in steps {
                let scans = step.starts_with("SCAN");
                let is_small = step.contains("_open") || step.contains("CONSTANT");
                assert!(may_sort || !step.contains("TEMP B-TREE"), "{query}\n{step}");
                assert!(!scans || is_small, "{query}\n{step}");
            }
        }
    }
}
