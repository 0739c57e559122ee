//! A store in memory whose disk can be full or slow.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures::future::BoxFuture;
use tokio::sync::{Semaphore, watch};

use crate::events::{
    ActivityChange, ActivityFacts, Appended, Count, EventStore, Extent, Facts, Mark, NamedFacts,
    Observed, Quarantined, QueueStay, RecordedEvent, Rejected, ReservationFacts, Span, StoreError,
    Stored, TaskFacts, WorkerFacts,
};
use crate::model::sid::{EventSid, TaskQueueSid, TaskSid, WorkflowSid, WorkspaceSid};

pub(super) struct Memory {
    events: Mutex<Vec<Stored>>,
    quarantine: Mutex<Vec<Rejected>>,
    positions: watch::Sender<u64>,
    pub(super) full: AtomicBool,
    /// An append takes one; a test that takes them all away makes the disk slow.
    pub(super) disk: Semaphore,
}

type Answer<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

impl Memory {
    pub(super) fn new() -> Self {
        Self {
            events: Mutex::default(),
            quarantine: Mutex::default(),
            positions: watch::channel(0).0,
            full: AtomicBool::new(false),
            disk: Semaphore::new(1),
        }
    }

    pub(super) fn events(&self) -> MutexGuard<'_, Vec<Stored>> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn rejected(&self) -> MutexGuard<'_, Vec<Rejected>> {
        self.quarantine
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn check(&self) -> Result<(), StoreError> {
        if self.full.load(Ordering::Relaxed) {
            return Err(StoreError::Full {
                path: PathBuf::from("/secret/place/events.db"),
            });
        }
        Ok(())
    }
}

/// Questions that the server does not ask in these tests.
fn unasked<T: Send + 'static>() -> Answer<'static, T> {
    Box::pin(async { Err(StoreError::Closed) })
}

impl EventStore for Memory {
    fn append(&self, events: Vec<RecordedEvent>) -> Answer<'_, Appended> {
        Box::pin(async move {
            let _written = self.disk.acquire().await;
            self.check()?;
            let mut kept = self.events();
            let mut known: BTreeSet<EventSid> =
                kept.iter().map(|stored| stored.event.sid).collect();
            let mut appended = Appended::default();
            for event in events {
                if known.insert(event.sid) {
                    appended.new += 1;
                    let position = kept.len() as u64 + 1;
                    kept.push(Stored { position, event });
                } else {
                    appended.known += 1;
                }
            }
            self.positions.send_replace(kept.len() as u64);
            Ok(appended)
        })
    }

    fn quarantine(&self, rejected: Rejected) -> Answer<'_, ()> {
        Box::pin(async move {
            self.check()?;
            self.rejected().push(rejected);
            Ok(())
        })
    }

    fn after(&self, position: u64, limit: usize) -> Answer<'_, Vec<Stored>> {
        Box::pin(async move {
            let from = usize::try_from(position).unwrap();
            let events = self.events();
            Ok(events.iter().skip(from).take(limit).cloned().collect())
        })
    }

    fn positions(&self) -> watch::Receiver<u64> {
        self.positions.subscribe()
    }

    fn projected(&self) -> watch::Receiver<u64> {
        self.positions.subscribe()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }

    fn quarantined(&self, _: usize) -> Answer<'_, Vec<Quarantined>> {
        unasked()
    }

    fn quarantine_size(&self) -> Answer<'_, u64> {
        unasked()
    }

    fn observe(&self, _: Observed) -> Answer<'_, ()> {
        unasked()
    }

    fn between(&self, _: Span, _: Option<Mark>, _: usize) -> Answer<'_, Vec<Stored>> {
        unasked()
    }

    fn event(&self, _: EventSid) -> Answer<'_, Option<Stored>> {
        unasked()
    }

    fn counts(&self, _: Span, _: Option<WorkspaceSid>) -> Answer<'_, Vec<Count>> {
        unasked()
    }

    fn extent(&self) -> Answer<'_, Option<Extent>> {
        unasked()
    }

    fn facts(&self, _: Span) -> Answer<'_, Facts> {
        unasked()
    }

    fn open_tasks(&self) -> Answer<'_, Vec<TaskFacts>> {
        unasked()
    }

    fn task(&self, _: TaskSid) -> Answer<'_, Option<TaskFacts>> {
        unasked()
    }

    fn tasks_in(&self, _: Span) -> Answer<'_, Vec<TaskFacts>> {
        unasked()
    }

    fn open_reservations(&self) -> Answer<'_, Vec<ReservationFacts>> {
        unasked()
    }

    fn reservations_in(&self, _: Span) -> Answer<'_, Vec<ReservationFacts>> {
        unasked()
    }

    fn reservations_of(&self, _: TaskSid) -> Answer<'_, Vec<ReservationFacts>> {
        unasked()
    }

    fn queue_stays_in(&self, _: Span) -> Answer<'_, Vec<QueueStay>> {
        unasked()
    }

    fn activity_changes_in(&self, _: Span) -> Answer<'_, Vec<ActivityChange>> {
        unasked()
    }

    fn workers(&self) -> Answer<'_, Vec<WorkerFacts>> {
        unasked()
    }

    fn activities(&self) -> Answer<'_, Vec<ActivityFacts>> {
        unasked()
    }

    fn queues(&self) -> Answer<'_, Vec<NamedFacts<TaskQueueSid>>> {
        unasked()
    }

    fn workflows(&self) -> Answer<'_, Vec<NamedFacts<WorkflowSid>>> {
        unasked()
    }

    fn rebuild(&self) -> Answer<'_, ()> {
        unasked()
    }
}
