//! The one who writes events down: a thread that takes whatever waits, writes it in one
//! transaction, and tells everybody at once when it is on the disk.

mod beside;
mod events;
mod log;

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::{oneshot, watch};

pub(super) use self::beside::{SEEN_TASK, SEEN_WORKER, noun_number};
pub(super) use self::log::copy_back;
use super::body;
use super::failure::{Failure, Outcome};
use super::feed::Feed;
use super::schema;
use super::sids::Sids;
use crate::events::{Appended, Observed, Promise, RecordedEvent, Rejected};
use crate::model::sid::{AccountSid, Sid as _, WorkspaceSid};

/// How many events one transaction takes.
const GROUP: usize = 1_000;

/// How many SIDs are listed at once when there is nothing else to do.
const AT_LEISURE: usize = 1_000;

/// Milliseconds of a day.
pub(super) const DAY: i64 = 86_400_000;

/// Something to be written down, and who waits for it.
pub(super) enum Job {
    Append(Vec<Packed>, Reply<Appended>),
    Quarantine(Vec<Rejected>, Reply<u64>),
    Observe(Box<Observed>, Reply<()>),
    Promise(Promise, Reply<bool>),
    Kept(String, Reply<()>),
}

/// An event with its body, which is made by whoever sends it: the writer has enough to do.
pub(super) struct Packed {
    event: RecordedEvent,
    body: Vec<u8>,
}

impl From<RecordedEvent> for Packed {
    fn from(event: RecordedEvent) -> Self {
        Self {
            body: body::to_bytes(&event),
            event,
        }
    }
}

pub(super) type Reply<T> = oneshot::Sender<Outcome<T>>;

pub(super) struct Writer {
    connection: Connection,
    /// The position of the last event.
    last: i64,
    sids: Sids,
    kinds: HashMap<String, i64>,
    places: HashMap<Place, i64>,
    positions: watch::Sender<u64>,
    feed: Feed,
    /// Groups since the log was looked at.
    groups: u32,
}

/// Account and workspace.
type Place = (Option<AccountSid>, Option<WorkspaceSid>);

/// What a group did, told when it is on the disk.
#[derive(Default)]
struct Done {
    appended: Vec<(Reply<Appended>, Appended)>,
    promised: Vec<(Reply<bool>, bool)>,
    quarantined: Vec<(Reply<u64>, u64)>,
    others: Vec<Reply<()>>,
    /// New events, in the order of their positions.
    new: Vec<RecordedEvent>,
    /// Whether something else than new events is to be made facts of.
    beside: bool,
    counts: BTreeMap<(i64, i64, i64), i64>,
}

impl Writer {
    pub(super) fn new(
        connection: Connection,
        positions: watch::Sender<u64>,
        feed: Feed,
    ) -> Outcome<Self> {
        let last = last_position(&connection)?;
        let sids = Sids::read(&connection, last)?;
        let mut writer = Self {
            connection,
            last,
            sids,
            kinds: HashMap::new(),
            places: HashMap::new(),
            positions,
            feed,
            groups: 0,
        };
        writer.reload()?;
        writer.tell();
        writer.tell_beside()?;
        Ok(writer)
    }

    pub(super) const fn last(&self) -> i64 {
        self.last
    }

    #[cfg(test)]
    pub(super) const fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(super) fn identity(&self) -> Outcome<Vec<u8>> {
        schema::identity(&self.connection)
    }

    /// Reads what is kept in memory; after a failure that may be ahead of the disk.
    fn reload(&mut self) -> Outcome<()> {
        let last = last_position(&self.connection)?;
        if last != self.last {
            self.last = last;
            self.sids = Sids::read(&self.connection, last)?;
        }
        self.kinds = self
            .connection
            .prepare("SELECT name, id FROM kinds")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        self.places = self
            .connection
            .prepare("SELECT account, workspace, id FROM places")?
            .query_map([], |row| {
                let account: Option<[u8; 16]> = row.get(0)?;
                let workspace: Option<[u8; 16]> = row.get(1)?;
                let place = (
                    account.map(|bits| AccountSid::from_bits(u128::from_be_bytes(bits))),
                    workspace.map(|bits| WorkspaceSid::from_bits(u128::from_be_bytes(bits))),
                );
                Ok((place, row.get(2)?))
            })?
            .collect::<Result<_, _>>()?;
        Ok(())
    }

    fn tell(&self) {
        self.positions.send_replace(self.last.cast_unsigned());
    }

    /// Says how much there is beside new events.
    fn tell_beside(&self) -> Outcome<()> {
        let (retold, seen) = self
            .connection
            .prepare_cached(
                "SELECT (SELECT coalesce(max(number), 0) FROM retold),
                        (SELECT coalesce(max(number), 0) FROM seen)",
            )?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        self.feed.beside.retold.store(retold, Ordering::Relaxed);
        self.feed.beside.seen.store(seen, Ordering::Relaxed);
        Ok(())
    }

    /// Writes what comes until nobody is left to send anything.
    pub(super) fn run(mut self, jobs: &Receiver<Job>) {
        loop {
            let next = match (self.groups, self.sids.are_listed()) {
                (0, true) => jobs.recv().map_err(|_| RecvTimeoutError::Disconnected),
                (0, false) => jobs.recv_timeout(Duration::ZERO),
                _ => jobs.recv_timeout(Duration::from_secs(1)),
            };
            let first = match next {
                Ok(job) => job,
                Err(RecvTimeoutError::Timeout) => {
                    // Nobody waits: what was put off is done.
                    self.groups = 0;
                    if !self.list() {
                        // Tried again in a second.
                        self.groups = 1;
                    } else if self.sids.are_listed() {
                        self.copy_back();
                    }
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            };
            let mut events = size(&first);
            let mut group = vec![first];
            while events < GROUP {
                match jobs.try_recv() {
                    Ok(job) => {
                        events += size(&job);
                        group.push(job);
                    }
                    Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
                }
            }
            self.write(group);
        }
        // Closed clean: nothing is left to be done, nor beside the file.
        while !self.sids.are_listed() && self.list() {}
        let closed = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        if let Err(error) = closed {
            tracing::warn!(%error, "the log of the event store could not be copied back");
        }
    }

    /// Writes a group down, whole or not at all.
    pub(super) fn write(&mut self, group: Vec<Job>) {
        let before = self.last;
        let (mut done, mut failed) = (Done::default(), None);
        let mut waiting = group.into_iter();
        let begun = self
            .connection
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(Failure::from);
        if let Err(failure) = begun {
            failed = Some(failure);
        }
        while failed.is_none() {
            let Some(job) = waiting.next() else { break };
            if let Err((refused, failure)) = self.take_in(job, &mut done) {
                refuse(refused, &failure);
                failed = Some(failure);
            }
        }
        if failed.is_none() {
            failed = self
                .count(&done.counts)
                .and_then(|()| self.sids.keep_up(&self.connection, self.last))
                .and_then(|()| Ok(self.connection.execute_batch("COMMIT")?))
                .err();
        }
        if let Some(failure) = failed {
            self.last = before;
            self.give_up(&failure);
            for (reply, _) in done.appended {
                let _ = reply.send(Err(failure.clone()));
            }
            for (reply, _) in done.promised {
                let _ = reply.send(Err(failure.clone()));
            }
            for (reply, _) in done.quarantined {
                let _ = reply.send(Err(failure.clone()));
            }
            for reply in done.others {
                let _ = reply.send(Err(failure.clone()));
            }
            for job in waiting {
                refuse(job, &failure);
            }
            return;
        }
        self.sids.keep();
        self.tell();
        if done.beside
            && let Err(failure) = self.tell_beside()
        {
            tracing::error!(?failure, "the event store cannot be read");
        }
        for (reply, appended) in done.appended {
            // Whoever waited may have gone away; the events are kept all the same.
            let _ = reply.send(Ok(appended));
        }
        for (reply, is_open) in done.promised {
            let _ = reply.send(Ok(is_open));
        }
        for (reply, dropped) in done.quarantined {
            let _ = reply.send(Ok(dropped));
        }
        for reply in done.others {
            let _ = reply.send(Ok(()));
        }
        if !done.new.is_empty() || done.beside {
            self.feed.give(before + 1, done.new, done.beside);
        }
        self.mind_the_log();
    }

    /// Lists some SIDs; whether that went well.
    fn list(&mut self) -> bool {
        let listed = self
            .connection
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(Failure::from)
            .and_then(|()| self.sids.list(&self.connection, AT_LEISURE, self.last))
            .and_then(|()| Ok(self.connection.execute_batch("COMMIT")?));
        match listed {
            Ok(()) => self.sids.keep(),
            Err(ref failure) => self.give_up(failure),
        }
        listed.is_ok()
    }

    fn give_up(&mut self, failure: &Failure) {
        tracing::warn!(?failure, "the event store took nothing in");
        self.sids.undo();
        if !self.connection.is_autocommit()
            && let Err(error) = self.connection.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction of the event store cannot be undone");
        }
        if let Err(failure) = self.reload() {
            tracing::error!(?failure, "the event store cannot be read");
        }
    }

    /// Takes one job in; it comes back when that fails.
    fn take_in(&mut self, job: Job, done: &mut Done) -> Result<(), (Job, Failure)> {
        match job {
            Job::Append(events, reply) => {
                let mut appended = Appended::default();
                for event in events {
                    match self.append(event, done) {
                        Ok(true) => appended.new += 1,
                        Ok(false) => appended.known += 1,
                        Err(failure) => return Err((Job::Append(Vec::new(), reply), failure)),
                    }
                }
                done.appended.push((reply, appended));
            }
            Job::Quarantine(rejected, reply) => match self.quarantine(&rejected) {
                Ok(dropped) => done.quarantined.push((reply, dropped)),
                Err(failure) => return Err((Job::Quarantine(rejected, reply), failure)),
            },
            Job::Observe(observed, reply) => match self.observe(&observed) {
                Ok(()) => {
                    done.beside = true;
                    done.others.push(reply);
                }
                Err(failure) => return Err((Job::Observe(observed, reply), failure)),
            },
            Job::Promise(promise, reply) => match self.promise(&promise) {
                Ok(is_open) => done.promised.push((reply, is_open)),
                Err(failure) => return Err((Job::Promise(promise, reply), failure)),
            },
            Job::Kept(key, reply) => match self.keep(&key) {
                Ok(()) => done.others.push(reply),
                Err(failure) => return Err((Job::Kept(key, reply), failure)),
            },
        }
        Ok(())
    }
}

fn last_position(connection: &Connection) -> Outcome<i64> {
    let last =
        connection.query_row("SELECT coalesce(max(position), 0) FROM events", [], |row| {
            row.get(0)
        })?;
    Ok(last)
}

fn size(job: &Job) -> usize {
    match job {
        Job::Append(events, _) => events.len(),
        Job::Quarantine(rejected, _) => rejected.len(),
        Job::Promise(..) | Job::Kept(..) => 1,
        Job::Observe(observed, _) => observed.workers.len() + observed.tasks.len(),
    }
}

fn refuse(job: Job, failure: &Failure) {
    match job {
        Job::Append(_, reply) => drop(reply.send(Err(failure.clone()))),
        Job::Promise(_, reply) => drop(reply.send(Err(failure.clone()))),
        Job::Quarantine(_, reply) => drop(reply.send(Err(failure.clone()))),
        Job::Observe(_, reply) | Job::Kept(_, reply) => {
            drop(reply.send(Err(failure.clone())));
        }
    }
}
