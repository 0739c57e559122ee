//! What is taken in, and when that is acknowledged.

use std::sync::Arc;
use std::sync::mpsc;

use rusqlite::Connection;
use tokio::sync::{oneshot, watch};

use super::super::feed::Feed;
use super::super::writer::{Job, Writer};
use super::super::{events, open, open_to_read, schema};
use super::{Place, busy, plain};
use crate::events::{Appended, Encoding, Promise, QUARANTINE, Rejected, StoreError};
use crate::model::sid::{EventSid, Sid as _};
use crate::routing::engine::histories::START;

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

fn refused(number: i64, body: &[u8]) -> Rejected {
    Rejected {
        at: START + number,
        encoding: Encoding::CloudEvent,
        reason: "`id` is missing".to_owned(),
        body: body.into(),
    }
}

#[tokio::test]
async fn what_is_refused_is_kept_as_it_came_with_the_reason() {
    let place = Place::new();
    let store = place.open();
    let text = refused(1, b"{\"n\":1}");
    let bytes = refused(2, b"{\"n\":\xff\0}");
    let both = vec![text.clone(), bytes.clone()];
    assert_eq!(store.quarantine(both).await.unwrap(), 0);
    assert_eq!(store.quarantine(vec![text.clone()]).await.unwrap(), 0);
    store.close().await;
    // As an older version wrote it.
    Connection::open(&place.path)
        .unwrap()
        .execute(
            "UPDATE quarantine SET body = CAST(body AS TEXT) WHERE number = 1",
            [],
        )
        .unwrap();
    let store = open_to_read(&place.path).unwrap();
    let kept = store.quarantined(2).await.unwrap();
    let numbers: Vec<u64> = kept.iter().map(|kept| kept.number).collect();
    assert_eq!(numbers, [3, 2]);
    assert_eq!(kept[1].rejected, bytes);
    let first = store.rejected(1).await.unwrap().unwrap();
    assert_eq!(first.rejected, text);
    assert_eq!(store.quarantine_size().await.unwrap(), 3);
    let told = |rejected| serde_json::to_value(rejected).unwrap();
    assert_eq!(told(&text)["body"], "{\"n\":1}");
    assert_eq!(told(&text)["body_base64"], serde_json::Value::Null);
    assert_eq!(told(&bytes)["body"], "{\"n\":\u{fffd}\0}");
    assert_eq!(told(&bytes)["body_base64"], "eyJuIjr/AH0=");
}

#[tokio::test]
async fn of_what_is_refused_the_last_ten_thousand_are_kept() {
    let place = Place::new();
    let store = place.open();
    let many = (0..10_000).map(|number| refused(number, b"x")).collect();
    assert_eq!(store.quarantine(many).await.unwrap(), 0);
    let more = (0..3).map(|number| refused(number, b"y")).collect();
    assert_eq!(store.quarantine(more).await.unwrap(), 3);
    assert_eq!(store.quarantine_size().await.unwrap(), 10_003);
    assert_eq!(store.rejected(3).await.unwrap(), None);
    assert_eq!(store.rejected(4).await.unwrap().unwrap().number, 4);
    let kept = store.quarantined(20_000).await.unwrap();
    assert_eq!(kept.len() as u64, QUARANTINE);
    store.close().await;
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
    let kept = events::after(&reading, 0, 9).unwrap();
    let positions: Vec<u64> = kept.iter().map(|stored| stored.position).collect();
    assert_eq!(positions, [1, 2, 3, 4]);
}

#[tokio::test]
async fn what_was_told_anew_and_not_taken_in_yet_is_counted() {
    let place = Place::new();
    std::fs::create_dir_all(place.path.parent().unwrap()).unwrap();
    let connection = schema::open_events(&place.path).unwrap();
    // Nobody makes facts here.
    let (feed, _fodder) = Feed::new(mpsc::sync_channel(1).0);
    let beside = Arc::clone(&feed.beside);
    let mut writer = Writer::new(connection, watch::channel(0).0, feed).unwrap();
    let mut send = |number: u128, at: i64| {
        let (reply, mut answer) = oneshot::channel();
        writer.write(vec![Job::Append(vec![plain(number, at).into()], reply)]);
        answer.try_recv().unwrap().unwrap();
        beside.lag()
    };
    assert_eq!(send(1, START), 0);
    assert_eq!(send(2, START), 0);
    assert_eq!(send(1, START), 0, "nothing new");
    assert_eq!(send(1, START - 1), 1);
    assert_eq!(send(2, START - 1), 2);
}

#[tokio::test]
async fn what_is_acknowledged_was_committed_and_a_commit_waits_for_the_disk() {
    let place = Place::new();
    place.open().close().await;
    let connection = schema::open_events(&place.path).unwrap();
    let setting = |name: &str| {
        connection
            .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
            .unwrap()
    };
    // 2 is FULL: the log is on the disk before a commit returns.
    assert_eq!(setting("synchronous"), 2.into());
    assert_eq!(setting("journal_mode"), "wal".to_owned().into());
    // Everything goes well until the commit.
    connection
        .execute_batch(
            "PRAGMA foreign_keys = ON;
             CREATE TABLE missing (id INTEGER PRIMARY KEY);
             CREATE TABLE broken (id REFERENCES missing (id) DEFERRABLE INITIALLY DEFERRED);
             CREATE TRIGGER breaks AFTER INSERT ON events BEGIN INSERT INTO broken VALUES (1); END",
        )
        .unwrap();
    let (tell, positions) = watch::channel(0);
    let (feed, _fodder) = Feed::new(mpsc::sync_channel(1).0);
    let mut writer = Writer::new(connection, tell, feed).unwrap();
    let mut send = || {
        let (reply, mut answer) = oneshot::channel();
        writer.write(vec![Job::Append(vec![plain(1, START).into()], reply)]);
        answer.try_recv().unwrap()
    };
    send().unwrap_err();
    assert_eq!(*positions.borrow(), 0);
    // Nothing of it is left, and nothing is in the way.
    Connection::open(&place.path)
        .unwrap()
        .execute_batch("DROP TRIGGER breaks")
        .unwrap();
    assert_eq!(send().unwrap(), Appended { new: 1, known: 0 });
    assert_eq!(*positions.borrow(), 1);
}
