//! The facts, whichever way the events came.

use std::sync::Arc;
use std::sync::mpsc;

use proptest::prelude::*;
use tokio::sync::{oneshot, watch};

use super::super::feed::Feed;
use super::super::projector::Projector;
use super::super::schema::{self, Files};
use super::super::writer::{Job, Writer};
use super::super::{open_to_read, questions};
use super::{Place, busy, caught_up, everything, plain, runtime, seen_worker, straight};
use crate::events::samples::{self, Played, steps};
use crate::events::{Appended, Facts, Observed, RecordedEvent, Span, WorkerFacts};
use crate::routing::engine::histories::START;

/// The same event as somebody else may tell it: at another time, of another type, about something
/// else.
fn twisted(event: &RecordedEvent, other: &RecordedEvent, how: u8) -> RecordedEvent {
    let mut twisted = event.clone();
    let names: &[&str] = match how {
        0 => &["task_sid", "task_queue_sid"],
        1 => &["worker_sid", "worker_name", "reservation_sid"],
        2 => &["task_version", "worker_version", "task_assignment_status"],
        3 => {
            twisted.at -= 1;
            &[]
        }
        4 => {
            twisted.at -= 100_000;
            &["task_queue_entered_date"]
        }
        _ => {
            twisted.kind.clone_from(&other.kind);
            &["worker_activity_sid"]
        }
    };
    let parameters = event.parameters.iter().map(|(name, value)| {
        let others = other.parameter(name).filter(|_| names.contains(&name));
        (name, others.unwrap_or(value))
    });
    twisted.parameters = parameters.collect();
    twisted
}

/// What becomes of a store behind a batch.
#[derive(Debug, Clone, Copy)]
enum Then {
    GoesOn,
    /// Closed and opened again.
    Restarts,
    /// Cut off, and opened as it was at that moment.
    Crashes,
    /// The same, and what was done to the facts lately is lost.
    CrashesFarther,
    /// The facts are what such a crash goes back to.
    KeepsFacts,
}

fn then() -> impl Strategy<Value = Then> {
    prop_oneof![
        3 => Just(Then::GoesOn),
        1 => Just(Then::Restarts),
        1 => Just(Then::Crashes),
        1 => Just(Then::CrashesFarther),
        1 => Just(Then::KeepsFacts),
    ]
}

/// Sends events in batches, each in an encoding, and says what is kept of them and what the facts
/// are then.
async fn sent_in(
    told: &[RecordedEvent],
    batches: &[(usize, Then, u8)],
) -> (Vec<RecordedEvent>, (Facts, Vec<WorkerFacts>)) {
    let mut place = Place::new();
    let mut store = place.open();
    let mut older: Option<Place> = None;
    let mut rest = told;
    for (size, then, encoding) in batches.iter().cycle() {
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
        let crashed = match (then, &older) {
            (Then::GoesOn, _) => continue,
            (Then::KeepsFacts, _) => {
                older = Some(place.crashed());
                continue;
            }
            (Then::Restarts, _) => {
                store.close().await;
                store = place.open();
                continue;
            }
            (Then::CrashesFarther, Some(older)) => place.crashed_with_facts_of(older),
            (Then::Crashes | Then::CrashesFarther, _) => place.crashed(),
        };
        store.close().await;
        place = crashed;
        store = place.open();
    }
    store.settled().await.unwrap();
    let kept = store.after(0, 10_000).await.unwrap();
    store.close().await;
    (
        kept.into_iter().map(|stored| stored.event).collect(),
        everything(&place.path).await,
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn any_batches_restarts_and_crashes_give_the_same_facts(
        steps in steps(50),
        order in proptest::collection::vec(any::<proptest::sample::Index>(), 30..200),
        batches in proptest::collection::vec((1..40usize, then(), 0..3u8), 1..12),
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
            (sent_in(&told, &batches).await.1, straight(events).await)
        });
        prop_assert_eq!(shuffled, expected);
    }

    #[test]
    fn events_told_in_two_ways_give_the_facts_of_what_is_kept_of_them(
        steps in steps(50),
        order in proptest::collection::vec(any::<proptest::sample::Index>(), 30..100),
        twists in proptest::collection::vec((any::<[proptest::sample::Index; 3]>(), 0..6u8), 1..40),
        batches in proptest::collection::vec((1..40usize, then(), 0..3u8), 1..12),
    ) {
        let events = Played::new(&steps).recorded();
        let mut told = events.clone();
        for ([event, other, place], how) in &twists {
            let (event, other) = (event.get(&events), other.get(&events));
            told.insert(place.index(told.len() + 1), twisted(event, other, *how));
        }
        for (place, index) in order.iter().enumerate() {
            let (place, other) = (place % told.len(), index.index(told.len()));
            told.swap(place, other);
        }
        let (facts, expected) = runtime().block_on(async {
            let (kept, facts) = sent_in(&told, &batches).await;
            (facts, straight(kept).await)
        });
        prop_assert_eq!(facts, expected);
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
            store.settled().await.unwrap();
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

/// The event without these parameters.
fn without(event: &RecordedEvent, names: &[&str]) -> RecordedEvent {
    let parameters = event.parameters.iter();
    RecordedEvent {
        parameters: parameters
            .filter(|(name, _)| !names.contains(name))
            .collect(),
        ..event.clone()
    }
}

#[tokio::test]
async fn everything_that_was_told_anew_is_in_the_facts_when_they_say_so() {
    let events = busy().recorded();
    // Told in one go, they are several times what is taken in at once.
    assert!(events.len() > 100, "{}", events.len());
    let place = Place::new();
    let store = place.open();
    let less = |event| without(event, &["worker_sid", "task_attributes", "reservation_sid"]);
    store
        .append(events.iter().map(less).collect())
        .await
        .unwrap();
    store.settled().await.unwrap();
    assert_eq!(store.lag(), 0);
    assert_eq!(store.facts(Span::ALL).await.unwrap().reservations, []);

    let appended = store.append(events.clone()).await.unwrap();
    assert_eq!(appended.known, events.len());
    store.settled().await.unwrap();
    assert_eq!(store.lag(), 0);
    let facts = store.facts(Span::ALL).await.unwrap();
    assert_eq!(facts, straight(events).await.0);
    store.close().await;
}

#[tokio::test]
async fn all_other_rows_stay_while_those_of_a_contradicted_event_are_made_anew() {
    let place = Place::new();
    std::fs::create_dir_all(place.path.parent().unwrap()).unwrap();
    let files = Files::of(&place.path);
    let (feed, _fodder) = Feed::new(mpsc::sync_channel(1).0);
    let beside = Arc::clone(&feed.beside);
    let (tell, positions) = watch::channel(0);
    let connection = schema::open_events(&files.events).unwrap();
    let mut writer = Writer::new(connection, tell, feed).unwrap();
    // Every step of the work is done here.
    let mut projector = Projector::new(
        schema::open_facts(&files.facts, &writer.identity().unwrap(), 0).unwrap(),
        schema::open_events_to_read(&files.events).unwrap(),
        positions,
        watch::channel(0).0,
        Arc::default(),
        Arc::clone(&beside),
    )
    .unwrap();
    let mut reading = schema::open_to_read(&files.facts, 1).unwrap();
    let mut facts = || questions::facts(&mut reading, Span::ALL).unwrap();
    let mut write = |events: Vec<RecordedEvent>| {
        let (reply, mut answer) = oneshot::channel();
        writer.write(vec![Job::Append(
            events.into_iter().map(Into::into).collect(),
            reply,
        )]);
        answer.try_recv().unwrap().unwrap();
    };
    let mut events = busy().recorded();
    write(events.clone());
    while projector.keep_up(&mut Vec::new()) {}
    let before = facts();

    let created = events.iter_mut().find(|event| event.kind == "task.created");
    let created = created.unwrap();
    created.at -= 5_000;
    let task = created.parameter("task_sid").unwrap().to_owned();
    write(vec![created.clone()]);
    while projector.keep_up(&mut Vec::new()) {}
    assert_eq!(beside.lag(), 1);
    let mut steps = 0;
    while projector.is_mending() {
        projector.mend();
        steps += 1;
        let now = facts();
        assert_eq!(now.tasks.len(), before.tasks.len());
        let others = |facts: &Facts| {
            let mut tasks = facts.tasks.clone();
            tasks.retain(|row| row.sid.to_string() != task);
            (tasks, facts.reservations.clone(), facts.workers.clone())
        };
        assert_eq!(others(&now), others(&before));
    }
    assert!(steps > 2, "{steps}");
    assert_eq!(beside.lag(), 0);
    assert_ne!(facts().tasks, before.tasks);
    assert_eq!(facts(), straight(events).await.0);
}

#[tokio::test]
async fn the_last_moment_is_that_of_what_is_kept() {
    let place = Place::new();
    let store = place.open();
    store.append(vec![plain(1, START)]).await.unwrap();
    store.append(vec![plain(2, START + 9)]).await.unwrap();
    store.settled().await.unwrap();
    let last = async || store.facts(Span::ALL).await.unwrap().last_event;
    assert_eq!(last().await, Some(START + 9));
    store.append(vec![plain(2, START + 3)]).await.unwrap();
    store.settled().await.unwrap();
    assert_eq!(last().await, Some(START + 3));
    store.close().await;
}
