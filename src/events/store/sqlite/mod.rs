//! The store in a file: `SQLite`, one thread that writes events, one that makes facts of them, and a
//! few connections that read.
//!
//! An event is acknowledged when the transaction it is in is on the disk; all that wait at the same
//! time share one. The facts are beside, in a file of their own, and follow within a moment.

mod body;
mod changes;
mod events;
mod facts_tables;
mod failure;
mod feed;
mod pool;
mod projector;
mod questions;
mod remake;
mod schema;
mod sids;
mod writer;

#[cfg(test)]
mod tests;

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use rusqlite::Connection;
use tokio::sync::{oneshot, watch};

use self::failure::{Failure, Outcome};
use self::feed::{Beside, Feed};
use self::pool::Pool;
use self::projector::Projector;
use self::schema::Files;
use self::writer::{Job, Packed, Reply, Writer};
use super::{
    Appended, Changes, Count, EventStore, Extent, Mark, Observed, OfferedTask, Promise,
    Quarantined, Rejected, Span, StoreError, Stored,
};
use crate::events::facts::name::Noun;
use crate::events::{
    ActivityChange, ActivityFacts, Facts, NamedFacts, QueueStay, RecordedEvent, ReservationFacts,
    TaskFacts, WorkerFacts,
};
use crate::model::sid::{EventSid, TaskQueueSid, TaskSid, WorkflowSid, WorkspaceSid};
use crate::settings::private;

/// Connections that read events, and that read facts.
const EVENT_READERS: usize = 2;
const FACT_READERS: usize = 4;

/// Opens a store to write to, making it if it is missing. One process at a time may.
///
/// # Errors
///
/// [`StoreError`] when it cannot be made, is in use, is something else or newer than this version.
pub fn open(path: &Path) -> Result<Arc<dyn EventStore>, StoreError> {
    Ok(Arc::new(SqliteStore::open(path)?))
}

/// Opens a store that is there to read from, whoever writes to it meanwhile. What needs a writer is
/// answered [`StoreError::ReadOnly`], and [`EventStore::positions`] tells how far it was when it was
/// opened.
///
/// # Errors
///
/// [`StoreError`] when it is missing, is something else or is newer or older than this version.
pub fn open_to_read(path: &Path) -> Result<Arc<dyn EventStore>, StoreError> {
    Ok(Arc::new(SqliteStore::open_to_read(path)?))
}

struct SqliteStore {
    path: PathBuf,
    files: Files,
    events: Arc<Pool>,
    facts: Arc<Pool>,
    positions: watch::Receiver<u64>,
    projected: watch::Receiver<u64>,
    changes: Arc<changes::Changes>,
    beside: Arc<Beside>,
    writing: Option<Mutex<Writing>>,
}

/// What a store has that is written to.
struct Writing {
    jobs: Option<mpsc::Sender<Job>>,
    feed: Option<Feed>,
    threads: Vec<JoinHandle<()>>,
}

impl SqliteStore {
    fn open(path: &Path) -> Result<Self, StoreError> {
        let failed = |source| StoreError::Open {
            path: path.to_owned(),
            source,
        };
        if let Some(directory) = path.parent()
            && !directory.as_os_str().is_empty()
        {
            private::make_directory(directory).map_err(failed)?;
        }
        let files = Files::of(path);
        let lock = private::open_lock(&files.lock).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::InUse {
                    path: path.to_owned(),
                });
            }
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        let lock = Arc::new(lock);
        let wrong = |failure: Failure| failure.into_error(path);

        let connection = schema::open_events(&files.events)?;
        let copier = schema::connect_again(&files.events)?;
        let (tell_position, positions) = watch::channel(0);
        let (tell_projected, projected) = watch::channel(0);
        let (bell, rung) = mpsc::sync_channel(1);
        let (feed, fodder) = Feed::new(bell);
        let writer = Writer::new(connection, tell_position, feed.clone()).map_err(wrong)?;
        let store = writer.identity().map_err(wrong)?;
        let facts = schema::open_facts(&files.facts, &store, writer.last())?;
        let reader = schema::open_events_to_read(&files.events)?;
        let changes = Arc::<changes::Changes>::default();
        let beside = Arc::clone(&feed.beside);
        let projector = Projector::new(
            facts,
            reader,
            positions.clone(),
            tell_projected,
            Arc::clone(&changes),
            Arc::clone(&beside),
        )
        .map_err(wrong)?;

        let (jobs, queue) = mpsc::channel();
        let threads = vec![
            spawn("events-writer", &lock, move || writer.run(&queue)).map_err(failed)?,
            spawn("events-facts", &lock, move || projector.run(&fodder)).map_err(failed)?,
            spawn("events-log", &lock, move || {
                while rung.recv().is_ok() {
                    writer::copy_back(&copier);
                }
            })
            .map_err(failed)?,
        ];
        let (events, facts) = pools(&files);
        Ok(Self {
            path: path.to_owned(),
            files,
            events,
            facts,
            positions,
            projected,
            changes,
            beside,
            writing: Some(Mutex::new(Writing {
                jobs: Some(jobs),
                feed: Some(feed),
                threads,
            })),
        })
    }

    fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        let files = Files::of(path);
        let wrong = |failure: Failure| failure.into_error(path);
        let connection = schema::open_events_to_read(&files.events)?;
        let extent = events::extent(&connection).map_err(wrong)?;
        let projected = match schema::open_to_read(&files.facts, 1) {
            Ok(facts) if schema::is_readable(&facts).map_err(wrong)? => {
                questions::position(&facts).map_err(wrong)?
            }
            Ok(_) | Err(StoreError::Missing { .. }) => 0,
            Err(error) => return Err(error),
        };
        let (events, facts) = pools(&files);
        Ok(Self {
            path: path.to_owned(),
            files,
            events,
            facts,
            positions: watch::channel(extent.map_or(0, |extent| extent.events)).1,
            projected: watch::channel(projected).1,
            changes: Arc::default(),
            beside: Arc::default(),
            writing: None,
        })
    }

    /// Sends something to the writer and waits until it is on the disk.
    fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(Reply<T>) -> Job,
    ) -> BoxFuture<'_, Result<T, StoreError>> {
        let (reply, answer) = oneshot::channel();
        let sent = match &self.writing {
            None => Err(StoreError::ReadOnly {
                path: self.path.clone(),
            }),
            Some(writing) => match &lock(writing).jobs {
                None => Err(StoreError::Closed),
                Some(jobs) => jobs.send(job(reply)).map_err(|_| StoreError::Closed),
            },
        };
        async move {
            sent?;
            answer
                .await
                .unwrap_or(Err(Failure::Closed))
                .map_err(|failure| failure.into_error(&self.path))
        }
        .boxed()
    }

    fn ask_events<T: Send + 'static>(
        &self,
        question: impl FnOnce(&mut Connection) -> Outcome<T> + Send + 'static,
    ) -> BoxFuture<'_, Result<T, StoreError>> {
        self.events.ask(&self.files.events, question).boxed()
    }

    fn ask_facts<T: Send + 'static>(
        &self,
        question: impl FnOnce(&mut Connection) -> Outcome<T> + Send + 'static,
    ) -> BoxFuture<'_, Result<T, StoreError>> {
        self.facts.ask(&self.files.facts, question).boxed()
    }

    fn ask_projector(
        &self,
        question: impl FnOnce(&Feed, Reply<()>),
    ) -> BoxFuture<'_, Result<(), StoreError>> {
        let (reply, answer) = oneshot::channel();
        let sent = match &self.writing {
            None => Err(StoreError::ReadOnly {
                path: self.path.clone(),
            }),
            Some(writing) => match &lock(writing).feed {
                None => Err(StoreError::Closed),
                Some(feed) => {
                    question(feed, reply);
                    Ok(())
                }
            },
        };
        async move {
            sent?;
            answer
                .await
                .unwrap_or(Err(Failure::Closed))
                .map_err(|failure| failure.into_error(&self.files.facts))
        }
        .boxed()
    }
}

fn pools(files: &Files) -> (Arc<Pool>, Arc<Pool>) {
    let (events, facts) = (files.events.clone(), files.facts.clone());
    let events = Pool::new(EVENT_READERS, move || schema::open_events_to_read(&events));
    let facts = Pool::new(FACT_READERS, move || {
        let connection = schema::open_to_read(&facts, 6)?;
        let is_readable =
            schema::is_readable(&connection).map_err(|failure| failure.into_error(&facts))?;
        if is_readable {
            Ok(connection)
        } else {
            Err(StoreError::Missing {
                path: facts.clone(),
            })
        }
    });
    (events, facts)
}

/// Starts a thread that holds on to the lock of the store for as long as it runs.
fn spawn(
    name: &str,
    lock: &Arc<File>,
    work: impl FnOnce() + Send + 'static,
) -> std::io::Result<JoinHandle<()>> {
    let lock = Arc::clone(lock);
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(move || {
            work();
            drop(lock);
        })
}

fn lock(writing: &Mutex<Writing>) -> std::sync::MutexGuard<'_, Writing> {
    writing.lock().unwrap_or_else(PoisonError::into_inner)
}

impl EventStore for SqliteStore {
    fn append(&self, events: Vec<RecordedEvent>) -> BoxFuture<'_, Result<Appended, StoreError>> {
        let packed = events.into_iter().map(Packed::from).collect();
        self.write(|reply| Job::Append(packed, reply))
    }

    fn quarantine(&self, rejected: Vec<Rejected>) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.write(|reply| Job::Quarantine(rejected, reply))
    }

    fn quarantined(&self, limit: usize) -> BoxFuture<'_, Result<Vec<Quarantined>, StoreError>> {
        self.ask_events(move |connection| events::quarantined(connection, limit))
    }

    fn rejected(&self, number: u64) -> BoxFuture<'_, Result<Option<Quarantined>, StoreError>> {
        self.ask_events(move |connection| events::rejected(connection, number))
    }

    fn quarantine_size(&self) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.ask_events(|connection| events::quarantine_size(connection))
    }

    fn observe(&self, observed: Observed) -> BoxFuture<'_, Result<(), StoreError>> {
        self.write(|reply| Job::Observe(Box::new(observed), reply))
    }

    fn promise(&self, promise: Promise) -> BoxFuture<'_, Result<bool, StoreError>> {
        self.write(|reply| Job::Promise(promise, reply))
    }

    fn promised(&self, limit: usize) -> BoxFuture<'_, Result<Vec<Promise>, StoreError>> {
        self.ask_events(move |connection| events::promised(connection, limit))
    }

    fn kept(&self, key: String) -> BoxFuture<'_, Result<(), StoreError>> {
        self.write(|reply| Job::Kept(key, reply))
    }

    fn after(&self, position: u64, limit: usize) -> BoxFuture<'_, Result<Vec<Stored>, StoreError>> {
        self.ask_events(move |connection| events::after(connection, position, limit))
    }

    fn between(
        &self,
        span: Span,
        behind: Option<Mark>,
        limit: usize,
    ) -> BoxFuture<'_, Result<Vec<Stored>, StoreError>> {
        self.ask_events(move |connection| events::between(connection, span, behind, limit))
    }

    fn event(&self, sid: EventSid) -> BoxFuture<'_, Result<Option<Stored>, StoreError>> {
        self.ask_events(move |connection| events::event(connection, sid))
    }

    fn counts(
        &self,
        span: Span,
        workspace: Option<WorkspaceSid>,
    ) -> BoxFuture<'_, Result<Vec<Count>, StoreError>> {
        self.ask_events(move |connection| events::counts(connection, span, workspace))
    }

    fn extent(&self) -> BoxFuture<'_, Result<Option<Extent>, StoreError>> {
        self.ask_events(|connection| events::extent(connection))
    }

    fn positions(&self) -> watch::Receiver<u64> {
        self.positions.clone()
    }

    fn projected(&self) -> watch::Receiver<u64> {
        self.projected.clone()
    }

    fn lag(&self) -> u64 {
        let (position, projected) = (*self.positions.borrow(), *self.projected.borrow());
        position.saturating_sub(projected) + self.beside.lag()
    }

    fn facts(&self, span: Span) -> BoxFuture<'_, Result<Facts, StoreError>> {
        self.ask_facts(move |connection| questions::facts(connection, span))
    }

    fn revision(&self) -> u64 {
        self.changes.revision()
    }

    fn changes(&self, behind: u64) -> BoxFuture<'_, Result<Option<Changes>, StoreError>> {
        // Before the rows are chosen: what is projected meanwhile is in none of them.
        let position = *self.projected.borrow();
        // Whoever else writes takes nothing down here.
        let changed = self
            .writing
            .as_ref()
            .and_then(|_| self.changes.behind(behind));
        let Some((revision, rows)) = changed else {
            return std::future::ready(Ok(None)).boxed();
        };
        let facts = self.ask_facts(move |connection| {
            let facts = questions::rows_as_they_are(connection, &rows)?;
            Ok(Facts { position, ..facts })
        });
        async move {
            Ok(Some(Changes {
                revision,
                facts: facts.await?,
            }))
        }
        .boxed()
    }

    fn open_tasks(&self) -> BoxFuture<'_, Result<Vec<TaskFacts>, StoreError>> {
        self.ask_facts(|connection| questions::open_tasks(connection))
    }

    fn task(&self, sid: TaskSid) -> BoxFuture<'_, Result<Option<TaskFacts>, StoreError>> {
        self.ask_facts(move |connection| questions::task(connection, sid))
    }

    fn tasks_with_reservations(
        &self,
        sids: Vec<TaskSid>,
    ) -> BoxFuture<'_, Result<Vec<OfferedTask>, StoreError>> {
        self.ask_facts(move |connection| questions::tasks_with_reservations(connection, &sids))
    }

    fn tasks_in(&self, span: Span) -> BoxFuture<'_, Result<Vec<TaskFacts>, StoreError>> {
        self.ask_facts(move |connection| questions::tasks_in(connection, span))
    }

    fn open_reservations(&self) -> BoxFuture<'_, Result<Vec<ReservationFacts>, StoreError>> {
        self.ask_facts(|connection| questions::open_reservations(connection))
    }

    fn reservations_in(
        &self,
        span: Span,
    ) -> BoxFuture<'_, Result<Vec<ReservationFacts>, StoreError>> {
        self.ask_facts(move |connection| questions::reservations_in(connection, span))
    }

    fn reservations_of(
        &self,
        task: TaskSid,
    ) -> BoxFuture<'_, Result<Vec<ReservationFacts>, StoreError>> {
        self.ask_facts(move |connection| questions::reservations_of(connection, task))
    }

    fn queue_stays_in(&self, span: Span) -> BoxFuture<'_, Result<Vec<QueueStay>, StoreError>> {
        self.ask_facts(move |connection| questions::queue_stays_in(connection, span))
    }

    fn activity_changes_in(
        &self,
        span: Span,
    ) -> BoxFuture<'_, Result<Vec<ActivityChange>, StoreError>> {
        self.ask_facts(move |connection| questions::activity_changes_in(connection, span))
    }

    fn workers(&self) -> BoxFuture<'_, Result<Vec<WorkerFacts>, StoreError>> {
        self.ask_facts(|connection| questions::workers(connection))
    }

    fn activities(&self) -> BoxFuture<'_, Result<Vec<ActivityFacts>, StoreError>> {
        self.ask_facts(|connection| questions::activities(connection))
    }

    fn queues(&self) -> BoxFuture<'_, Result<Vec<NamedFacts<TaskQueueSid>>, StoreError>> {
        self.ask_facts(|connection| questions::named(connection, Noun::Queue))
    }

    fn workflows(&self) -> BoxFuture<'_, Result<Vec<NamedFacts<WorkflowSid>>, StoreError>> {
        self.ask_facts(|connection| questions::named(connection, Noun::Workflow))
    }

    fn settled(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        self.ask_projector(Feed::settle)
    }

    fn rebuild(&self) -> BoxFuture<'_, Result<(), StoreError>> {
        self.ask_projector(Feed::rebuild)
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        let threads = match &self.writing {
            None => Vec::new(),
            Some(writing) => {
                let mut writing = lock(writing);
                // Each thread ends when nobody is left who could send it anything.
                writing.jobs = None;
                writing.feed = None;
                std::mem::take(&mut writing.threads)
            }
        };
        self.events.close();
        self.facts.close();
        async move {
            let joined = tokio::task::spawn_blocking(move || {
                for thread in threads {
                    if thread.join().is_err() {
                        tracing::error!("a thread of the event store panicked");
                    }
                }
            });
            if joined.await.is_err() {
                tracing::error!("the event store could not be waited for");
            }
        }
        .boxed()
    }
}
