//! The facts, whichever way the events came.

use proptest::prelude::*;

use super::super::open_to_read;
use super::{Place, busy, caught_up, everything, runtime, seen_worker, straight};
use crate::events::samples::{self, Played, steps};
use crate::events::{Appended, Observed, RecordedEvent, Span};
use crate::routing::engine::histories::START;

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
