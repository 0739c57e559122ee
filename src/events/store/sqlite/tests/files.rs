//! The files, and whose they are.

use rusqlite::Connection;

use super::super::{open, open_to_read};
use super::{Place, caught_up, plain};
use crate::events::{Appended, StoreError};
use crate::model::sid::{EventSid, Sid as _};
use crate::routing::engine::histories::START;

#[tokio::test]
async fn a_store_of_the_first_schema_learns_what_later_ones_know() {
    let place = Place::new();
    let store = place.open();
    store.append(vec![plain(1, START)]).await.unwrap();
    store.close().await;
    let connection = Connection::open(&place.path).unwrap();
    connection
        .execute_batch(
            "DROP TABLE promises; ALTER TABLE retold DROP COLUMN lost; DROP TABLE sids;
             DELETE FROM about WHERE name = 'listed';
             CREATE UNIQUE INDEX events_by_sid ON events (sid); PRAGMA user_version = 1",
        )
        .unwrap();
    drop(connection);
    let store = place.open();
    assert_eq!(store.promised(9).await.unwrap(), []);
    assert_eq!(store.after(0, 9).await.unwrap().len(), 1);
    // Its events are found, and are not taken in again.
    let found = store.event(EventSid::from_bits(1)).await.unwrap().unwrap();
    assert_eq!(found.position, 1);
    let again = store.append(vec![plain(1, START)]).await.unwrap();
    assert_eq!(again, Appended { new: 0, known: 1 });
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
                .ends_with("has schema 99, this version knows up to 4"),
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
