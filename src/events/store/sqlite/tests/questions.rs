//! What is asked of events and facts.

use rusqlite::Connection;

use super::super::questions;
use super::{Place, busy, caught_up, plain};
use crate::events::{ActivityChange, Count, RecordedEvent, Span, Stored};
use crate::model::EventType;
use crate::model::sid::{Sid as _, WorkspaceSid};
use crate::routing::engine::histories::START;

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
async fn rows_are_found_by_when_they_ended_as_what_they_ended_as() {
    const LATER: i64 = 10_800_000;
    let place = Place::new();
    let store = place.open();
    let told = |number: u128, kind: EventType, after: i64, version: &str| {
        let mut event = plain(number, START + after);
        event.kind = kind.to_string();
        let parameters = [
            ("task_sid", "WT00000000000000000000000000000001"),
            ("task_version", version),
            ("reservation_sid", "WR00000000000000000000000000000001"),
            ("reservation_version", version),
        ];
        let parameters = parameters.map(|(name, value)| (name.to_owned(), value.to_owned()));
        event.parameters = parameters.into_iter().collect();
        event
    };
    // Two ends each, and the later version says which.
    let events = vec![
        told(1, EventType::TaskCanceled, 1_000, "1"),
        told(2, EventType::ReservationRejected, 2_000, "1"),
        told(3, EventType::ReservationCompleted, LATER, "2"),
        told(4, EventType::TaskCompleted, LATER + 1_000, "3"),
    ];
    store.append(events).await.unwrap();
    store.settled().await.unwrap();
    let span = |from| Span {
        from: START + from,
        to: START + from + 60_000,
    };
    let task = &store.tasks_in(span(LATER)).await.unwrap()[0];
    assert_eq!(task.ended(), Some(START + LATER + 1_000));
    assert_eq!(store.tasks_in(span(0)).await.unwrap(), []);
    let offer = &store.reservations_in(span(LATER)).await.unwrap()[0];
    assert_eq!(offer.ended(), Some(START + LATER));
    assert_eq!(store.reservations_in(span(0)).await.unwrap(), []);
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
