//! Events are kept once each and found by their SIDs, listed or not.

use std::collections::BTreeMap;
use std::sync::mpsc;

use rusqlite::Connection;
use tokio::sync::{oneshot, watch};

use super::super::failure::Outcome;
use super::super::feed::Feed;
use super::super::writer::{Job, Writer};
use super::super::{events, schema};
use super::{Place, plain};
use crate::events::Appended;
use crate::model::sid::{EventSid, Sid as _};
use crate::routing::engine::histories::START;

fn writer(place: &Place) -> Writer {
    std::fs::create_dir_all(place.path.parent().unwrap()).unwrap();
    let connection = schema::open_events(&place.path).unwrap();
    let (feed, _fodder) = Feed::new(mpsc::sync_channel(1).0);
    Writer::new(connection, watch::channel(0).0, feed).unwrap()
}

/// Has it do what is left to be done.
fn close(writer: Writer) {
    let (sender, jobs) = mpsc::channel();
    drop(sender);
    writer.run(&jobs);
}

/// Writes events in one transaction.
fn write(writer: &mut Writer, sids: &[u128]) -> Outcome<Appended> {
    let events = sids.iter().map(|sid| plain(*sid, START).into()).collect();
    let (reply, mut answer) = oneshot::channel();
    writer.write(vec![Job::Append(events, reply)]);
    answer.try_recv().unwrap()
}

/// The numbers as SIDs that are in no order.
fn scattered(numbers: std::ops::Range<u128>) -> Vec<u128> {
    const ODD: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
    numbers.map(|number| number.wrapping_mul(ODD)).collect()
}

fn count(connection: &Connection, what: &str) -> usize {
    let counted: i64 = connection
        .query_row(&format!("SELECT count(*) FROM {what}"), [], |row| {
            row.get(0)
        })
        .unwrap();
    usize::try_from(counted).unwrap()
}

/// Every event is found where it is, and those that have to be listed are.
fn assert_found(place: &Place, positions: &BTreeMap<u128, u64>) -> usize {
    let reading = schema::open_events_to_read(&place.path).unwrap();
    assert_eq!(count(&reading, "events"), positions.len());
    for (sid, position) in positions {
        let found = events::event(&reading, EventSid::from_bits(*sid)).unwrap();
        assert_eq!(found.unwrap().position, *position);
    }
    let unknown = events::event(&reading, EventSid::from_bits(7)).unwrap();
    assert_eq!(unknown, None);
    let missed = "events WHERE position <= (SELECT value FROM about WHERE name = 'listed')
        AND sid NOT IN (SELECT sid FROM sids)";
    assert_eq!(count(&reading, missed), 0);
    let wrong = "sids LEFT JOIN events USING (position) WHERE events.sid IS NOT sids.sid";
    assert_eq!(count(&reading, wrong), 0);
    count(&reading, "sids")
}

#[test]
fn an_event_is_kept_once_and_found_whether_it_is_listed_or_not() {
    let place = Place::new();
    let mut positions = BTreeMap::new();
    let mut next = 1;
    for life in 0..8 {
        // The one before was killed.
        let mut writer = writer(&place);
        for group in [3, 40, 1, 9, 25] {
            let new = scattered(next..next + group);
            next += group;
            let again: Vec<u128> = positions.keys().copied().step_by(5).collect();
            // One is told twice in the same transaction.
            let sids: Vec<u128> = [&new[..], &again, &new[..1]].concat();
            let appended = write(&mut writer, &sids).unwrap();
            let wanted = Appended {
                new: new.len(),
                known: again.len() + 1,
            };
            assert_eq!(appended, wanted);
            for sid in new {
                positions.insert(sid, positions.len() as u64 + 1);
            }
        }
        let listed = assert_found(&place, &positions);
        assert!(listed > 0 && listed < positions.len(), "{life}: {listed}");
    }
    // Closed clean everything is listed.
    close(writer(&place));
    let listed = assert_found(&place, &positions);
    assert_eq!(listed, positions.len());
    let reading = schema::open_events_to_read(&place.path).unwrap();
    assert_eq!(
        count(
            &reading,
            "about WHERE name = 'listed' AND value = (SELECT max(position) FROM events)"
        ),
        1
    );
}

#[test]
fn what_a_transaction_listed_in_vain_is_listed_by_another() {
    let place = Place::new();
    let mut writer = writer(&place);
    let mut positions = BTreeMap::new();
    let keep = |positions: &mut BTreeMap<u128, u64>, sids: &[u128]| {
        for sid in sids {
            positions.insert(*sid, positions.len() as u64 + 1);
        }
    };
    let (first, second) = (scattered(1..41), scattered(41..81));
    write(&mut writer, &first).unwrap();
    keep(&mut positions, &first);
    let listed = assert_found(&place, &positions);
    // Everything goes well until the commit.
    writer
        .connection()
        .execute_batch(
            "PRAGMA foreign_keys = ON;
             CREATE TABLE missing (id INTEGER PRIMARY KEY);
             CREATE TABLE broken (id REFERENCES missing (id) DEFERRABLE INITIALLY DEFERRED);
             CREATE TRIGGER breaks AFTER INSERT ON sids BEGIN INSERT INTO broken VALUES (1); END",
        )
        .unwrap();
    for _ in 0..3 {
        write(&mut writer, &second).unwrap_err();
        assert_eq!(assert_found(&place, &positions), listed);
    }
    writer
        .connection()
        .execute_batch("DROP TRIGGER breaks")
        .unwrap();
    let appended = write(&mut writer, &[&second[..], &first].concat()).unwrap();
    assert_eq!((appended.new, appended.known), (40, 40));
    keep(&mut positions, &second);
    assert!(assert_found(&place, &positions) > listed);
    close(writer);
    assert_eq!(assert_found(&place, &positions), 80);
}
