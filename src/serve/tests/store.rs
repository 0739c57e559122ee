//! A store in memory whose disk can be full or slow.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures::future::BoxFuture;
use tokio::sync::{Semaphore, watch};

use crate::events::{
    ActivityChange, ActivityFacts, Appended, Count, EventStore, Extent, Facts, Mark, NamedFacts,
    Observed, OfferedTask, Promise, Quarantined, QueueStay, RecordedEvent, Rejected,
    ReservationFacts, Span, StoreError, Stored, TaskFacts, WorkerFacts,
};
use crate::model::sid::{EventSid, TaskQueueSid, TaskSid, WorkflowSid, WorkspaceSid};

pub(super) struct Memory {
    events: Mutex<Vec<Stored>>,
    quarantine: Mutex<Vec<Rejected>>,
    /// By key; nothing is left of those that are kept.
    promises: Mutex<BTreeMap<String, Option<Promise>>>,
    facts: Mutex<(u64, Facts)>,
    positions: watch::Sender<u64>,
    /// Follows the events unless a test holds it back.
    pub(super) projected: watch::Sender<u64>,
    pub(super) is_behind: AtomicBool,
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
            promises: Mutex::default(),
            facts: Mutex::default(),
            positions: watch::channel(0).0,
            projected: watch::channel(0).0,
            is_behind: AtomicBool::new(false),
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

    /// Makes these the facts.
    pub(super) fn set_facts(&self, facts: Facts) {
        let mut kept = self.kept_facts();
        *kept = (kept.0 + 1, facts);
    }

    fn kept_facts(&self) -> MutexGuard<'_, (u64, Facts)> {
        self.facts.lock().unwrap_or_else(PoisonError::into_inner)
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

fn is_within(span: Span, moments: [Option<i64>; 3]) -> bool {
    let mut moments = moments.into_iter().flatten();
    moments.any(|moment| span.contains(moment))
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
            if !self.is_behind.load(Ordering::Relaxed) {
                self.projected.send_replace(kept.len() as u64);
            }
            Ok(appended)
        })
    }

    fn quarantine(&self, rejected: Vec<Rejected>) -> Answer<'_, u64> {
        Box::pin(async move {
            self.check()?;
            self.rejected().extend(rejected);
            Ok(0)
        })
    }

    fn promise(&self, promise: Promise) -> Answer<'_, bool> {
        Box::pin(async move {
            self.check()?;
            let mut promises = self.promises.lock().unwrap();
            let known = promises.entry(promise.key.clone());
            Ok(known.or_insert(Some(promise)).is_some())
        })
    }

    fn promised(&self, limit: usize) -> Answer<'_, Vec<Promise>> {
        let promises = self.promises.lock().unwrap();
        let open = promises.values().flatten().take(limit).cloned().collect();
        Box::pin(async { Ok(open) })
    }

    fn kept(&self, key: String) -> Answer<'_, ()> {
        Box::pin(async move {
            self.check()?;
            if let Some(promise) = self.promises.lock().unwrap().get_mut(&key) {
                *promise = None;
            }
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
        self.projected.subscribe()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }

    fn quarantined(&self, _: usize) -> Answer<'_, Vec<Quarantined>> {
        unasked()
    }

    fn rejected(&self, _: u64) -> Answer<'_, Option<Quarantined>> {
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

    fn counts(&self, span: Span, _: Option<WorkspaceSid>) -> Answer<'_, Vec<Count>> {
        let events = self.events();
        let within = events
            .iter()
            .filter(|stored| span.contains(stored.event.at));
        let counts = within.map(|stored| Count {
            day: jiff::civil::date(2026, 11, 21),
            kind: stored.event.kind.clone(),
            events: 1,
        });
        let counts = counts.collect();
        Box::pin(async { Ok(counts) })
    }

    fn extent(&self) -> Answer<'_, Option<Extent>> {
        let events = self.events();
        let times = || events.iter().map(|stored| stored.event.at);
        let extent = times()
            .min()
            .zip(times().max())
            .map(|(first, last)| Extent {
                events: events.len() as u64,
                first,
                last,
            });
        Box::pin(async move { Ok(extent) })
    }

    fn revision(&self) -> u64 {
        self.kept_facts().0
    }

    fn facts(&self, span: Span) -> Answer<'_, Facts> {
        let mut facts = self.kept_facts().1.clone();
        facts.tasks.retain(|row| {
            row.is_open() || is_within(span, [row.created, row.accepted, row.ended()])
        });
        facts.reservations.retain(|row| {
            row.is_open() || is_within(span, [row.created, row.accepted, row.ended()])
        });
        Box::pin(async move {
            self.check()?;
            Ok(facts)
        })
    }

    fn open_tasks(&self) -> Answer<'_, Vec<TaskFacts>> {
        let tasks = self.kept_facts().1.tasks.clone();
        Box::pin(async { Ok(tasks) })
    }

    fn task(&self, sid: TaskSid) -> Answer<'_, Option<TaskFacts>> {
        let facts = self.kept_facts();
        let task = facts.1.tasks.iter().find(|task| task.sid == sid).cloned();
        Box::pin(async { Ok(task) })
    }

    fn tasks_with_reservations(&self, sids: Vec<TaskSid>) -> Answer<'_, Vec<OfferedTask>> {
        let facts = self.kept_facts().1.clone();
        let known = sids.into_iter().filter_map(|sid| {
            let task = facts.tasks.iter().find(|task| task.sid == sid)?;
            let mut offers = facts.reservations.clone();
            offers.retain(|offer| offer.task_sid == Some(sid));
            offers.sort_by_key(|offer| (offer.created, offer.sid));
            Some((task.clone(), offers))
        });
        let known = known.collect();
        Box::pin(async { Ok(known) })
    }

    fn tasks_in(&self, span: Span) -> Answer<'_, Vec<TaskFacts>> {
        let mut found = self.kept_facts().1.tasks.clone();
        found.retain(|row| is_within(span, [row.created, row.accepted, row.ended()]));
        Box::pin(async { Ok(found) })
    }

    fn open_reservations(&self) -> Answer<'_, Vec<ReservationFacts>> {
        unasked()
    }

    fn reservations_in(&self, span: Span) -> Answer<'_, Vec<ReservationFacts>> {
        let mut found = self.kept_facts().1.reservations.clone();
        found.retain(|row| is_within(span, [row.created, row.accepted, row.ended()]));
        Box::pin(async { Ok(found) })
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
        let queues = self.kept_facts().1.queues.clone();
        Box::pin(async { Ok(queues) })
    }

    fn workflows(&self) -> Answer<'_, Vec<NamedFacts<WorkflowSid>>> {
        let workflows = self.kept_facts().1.workflows.clone();
        Box::pin(async { Ok(workflows) })
    }

    fn settled(&self) -> Answer<'_, ()> {
        let had = *self.positions.borrow();
        let mut projected = self.projected.subscribe();
        Box::pin(async move {
            let settled = projected.wait_for(|position| *position >= had).await;
            settled.map(drop).map_err(|_| StoreError::Closed)
        })
    }

    fn rebuild(&self) -> Answer<'_, ()> {
        unasked()
    }
}
