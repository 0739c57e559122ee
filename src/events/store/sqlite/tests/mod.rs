//! The store in a file.

mod facts;
mod files;
mod intake;
mod questions;
mod sids;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;
use tempfile::TempDir;

use super::schema::Files;
use super::{open, open_to_read};
use crate::events::samples::{self, Played};
use crate::events::{EventStore, Facts, RecordedEvent, Span, WorkerFacts};
use crate::model::sid::{EventSid, Sid as _, WorkspaceSid};
use crate::routing::engine::histories::Step;

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

    /// What is found when everything ends at this moment, whoever is at work.
    fn crashed(&self) -> Self {
        let other = Self::new();
        std::fs::create_dir_all(other.path.parent().unwrap()).unwrap();
        let (from, to) = (Files::of(&self.path), Files::of(&other.path));
        // Facts are never ahead of their events.
        copy(&from.facts, &to.facts);
        copy(&from.events, &to.events);
        other
    }

    /// The same with facts that are no further than they were in another place.
    fn crashed_with_facts_of(&self, older: &Self) -> Self {
        let other = Self::new();
        std::fs::create_dir_all(other.path.parent().unwrap()).unwrap();
        let to = Files::of(&other.path);
        copy(&Files::of(&older.path).facts, &to.facts);
        copy(&self.path, &to.events);
        other
    }
}

/// Copies a database as it is between two transactions.
fn copy(from: &Path, to: &Path) {
    let connection = Connection::open(from).unwrap();
    connection
        .execute("VACUUM INTO ?", [to.to_str().unwrap()])
        .unwrap();
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
