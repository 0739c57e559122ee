//! The one who writes events down: a thread that takes whatever waits, writes it in one
//! transaction, and tells everybody at once when it is on the disk.

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, params};
use tokio::sync::{oneshot, watch};

use super::body;
use super::failure::{Failure, Outcome};
use super::feed::Feed;
use super::schema;
use crate::events::facts::merge::{Keep, Merge, from_bytes, to_bytes};
use crate::events::facts::name::{NameState, Noun};
use crate::events::facts::states::{States, Subjects};
use crate::events::facts::task::TaskState;
use crate::events::facts::worker::WorkerState;
use crate::events::recorded::Merged;
use crate::events::{Appended, Observed, Promise, QUARANTINE, RecordedEvent, Rejected};
use crate::model::sid::{AccountSid, EventSid, Sid as _, WorkspaceSid};

/// How many events one transaction takes.
const GROUP: usize = 1_000;

/// How many promises that were made and kept are remembered.
const PROMISES: i64 = 100_000;

/// Pages the log may have before it is copied back, whoever waits meanwhile: 64 MB, and four times
/// that when it cannot be kept up with.
const LOG: i64 = 16 * 1024;

/// Milliseconds of a day.
pub(super) const DAY: i64 = 86_400_000;

/// The numbers of `seen.noun` for what is not a [`Noun`].
pub(super) const SEEN_TASK: i64 = 5;
pub(super) const SEEN_WORKER: i64 = 6;

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
        let mut writer = Self {
            connection,
            last: 0,
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
        self.last = self.connection.query_row(
            "SELECT coalesce(max(position), 0) FROM events",
            [],
            |row| row.get(0),
        )?;
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
            let next = if self.groups == 0 {
                jobs.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                jobs.recv_timeout(Duration::from_secs(1))
            };
            let first = match next {
                Ok(job) => job,
                Err(RecvTimeoutError::Timeout) => {
                    // Nobody waits: what is in the log is copied back.
                    self.groups = 0;
                    self.copy_back();
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
        // Closed clean: nothing is left beside the file.
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

    fn give_up(&mut self, failure: &Failure) {
        tracing::warn!(?failure, "the event store took nothing in");
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

    /// Keeps an event; whether nobody had told of it.
    fn append(&mut self, Packed { event, body }: Packed, done: &mut Done) -> Outcome<bool> {
        let kind = self.kind(&event.kind)?;
        let place = self.place((event.account_sid, event.workspace_sid))?;
        let position = self.last + 1;
        let inserted = self
            .connection
            .prepare_cached("INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![
                position,
                event.sid.bits().to_be_bytes(),
                event.at,
                kind,
                place,
                body
            ])?;
        if inserted == 0 {
            self.retell(event, done)?;
            return Ok(false);
        }
        self.last = position;
        *done
            .counts
            .entry((event.at.div_euclid(DAY), kind, place))
            .or_default() += 1;
        done.new.push(event);
        Ok(true)
    }

    /// Merges an event with what is known of it.
    fn retell(&mut self, told: RecordedEvent, done: &mut Done) -> Outcome<()> {
        let (position, known, kind, place) = self.known(told.sid)?;
        let mut event = known;
        let before = event.at;
        let merged = event.merge(told);
        if merged == Merged::Nothing {
            return Ok(());
        }
        let lost = match merged {
            Merged::Contradiction => self.lost(&event)?,
            Merged::More | Merged::Nothing => None,
        };
        let new_kind = self.kind(&event.kind)?;
        let new_place = self.place((event.account_sid, event.workspace_sid))?;
        self.connection
            .prepare_cached(
                "UPDATE events SET at = ?, kind = ?, place = ?, body = ? WHERE position = ?",
            )?
            .execute(params![
                event.at,
                new_kind,
                new_place,
                body::to_bytes(&event),
                position
            ])?;
        *done
            .counts
            .entry((before.div_euclid(DAY), kind, place))
            .or_default() -= 1;
        *done
            .counts
            .entry((event.at.div_euclid(DAY), new_kind, new_place))
            .or_default() += 1;
        self.connection
            .prepare_cached("INSERT INTO retold (position, contradicts, lost) VALUES (?, ?, ?)")?
            .execute(params![position, merged == Merged::Contradiction, lost])?;
        done.beside = true;
        // What is new in this very group is handed on as it is now.
        let first = self.last - i64::try_from(done.new.len()).unwrap_or(i64::MAX) + 1;
        if let Ok(place) = usize::try_from(position - first)
            && let Some(new) = done.new.get_mut(place)
        {
            *new = event;
        }
        Ok(())
    }

    /// What an event as it is kept still speaks of, and from now on no longer does.
    fn lost(&self, now: &RecordedEvent) -> Outcome<Option<Vec<u8>>> {
        let (_, before, _, _) = self.known(now.sid)?;
        let mut lost = Subjects::of(&before);
        let still = Subjects::of(now);
        lost.0.retain(|subject| !still.0.contains(subject));
        Ok((!lost.0.is_empty()).then(|| to_bytes(&lost)))
    }

    fn known(&self, sid: EventSid) -> Outcome<(i64, RecordedEvent, i64, i64)> {
        let found = self
            .connection
            .prepare_cached(
                "SELECT position, events.kind, place, at, body, name, account, workspace
                 FROM events JOIN kinds ON kinds.id = events.kind
                 JOIN places ON places.id = place WHERE sid = ?",
            )?
            .query_row([sid.bits().to_be_bytes()], |row| {
                let (position, kind, place) = (row.get(0)?, row.get(1)?, row.get(2)?);
                let body = row.get_ref(4)?.as_blob()?.to_vec();
                let event = RecordedEvent {
                    sid,
                    kind: row.get(5)?,
                    at: row.get(3)?,
                    account_sid: super::events::sid(row, 6)?,
                    workspace_sid: super::events::sid(row, 7)?,
                    resource_type: None,
                    resource_sid: None,
                    parameters: crate::events::Parameters::default(),
                };
                Ok((position, event, kind, place, body))
            })
            .optional()?;
        let (position, mut event, kind, place, bytes) =
            found.ok_or(Failure::Corrupt("an event is indexed and not there"))?;
        let body = body::from_bytes(&bytes)?;
        event.resource_type = body.resource_type;
        event.resource_sid = body.resource_sid;
        event.parameters = body.parameters;
        Ok((position, event, kind, place))
    }

    fn kind(&mut self, name: &str) -> Outcome<i64> {
        if let Some(id) = self.kinds.get(name) {
            return Ok(*id);
        }
        self.connection
            .execute("INSERT INTO kinds (name) VALUES (?)", [name])?;
        let id = self.connection.last_insert_rowid();
        self.kinds.insert(name.to_owned(), id);
        Ok(id)
    }

    fn place(&mut self, place: Place) -> Outcome<i64> {
        if let Some(id) = self.places.get(&place) {
            return Ok(*id);
        }
        self.connection.execute(
            "INSERT INTO places (account, workspace) VALUES (?, ?)",
            params![
                place.0.map(|sid| sid.bits().to_be_bytes()),
                place.1.map(|sid| sid.bits().to_be_bytes())
            ],
        )?;
        let id = self.connection.last_insert_rowid();
        self.places.insert(place, id);
        Ok(id)
    }

    fn count(&self, counts: &BTreeMap<(i64, i64, i64), i64>) -> Outcome<()> {
        let mut add = self.connection.prepare_cached(
            "INSERT INTO counts VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET events = events + ?4",
        )?;
        for ((day, kind, place), more) in counts {
            if *more != 0 {
                add.execute(params![day, kind, place, more])?;
            }
        }
        Ok(())
    }

    /// Keeps what was refused; how many older ones had to make room.
    fn quarantine(&self, rejected: &[Rejected]) -> Outcome<u64> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO quarantine (at, encoding, reason, body) VALUES (?, ?, ?, ?)",
        )?;
        for rejected in rejected {
            insert.execute(params![
                rejected.at,
                rejected.encoding.as_str(),
                rejected.reason,
                rejected.body.0
            ])?;
        }
        let number = self.connection.last_insert_rowid();
        let dropped = self
            .connection
            .prepare_cached("DELETE FROM quarantine WHERE number <= ?")?
            .execute([number - QUARANTINE.cast_signed()])?;
        Ok(dropped as u64)
    }

    /// Keeps a promise in mind; whether it is still to be kept.
    fn promise(&self, promise: &Promise) -> Outcome<bool> {
        let inserted = self
            .connection
            .prepare_cached("INSERT OR IGNORE INTO promises (key, at, what) VALUES (?, ?, ?)")?
            .execute(params![promise.key, promise.at, promise.what])?;
        if inserted == 0 {
            let is_open = self
                .connection
                .prepare_cached("SELECT what IS NOT NULL FROM promises WHERE key = ?")?
                .query_row([&promise.key], |row| row.get(0))?;
            return Ok(is_open);
        }
        let number = self.connection.last_insert_rowid();
        self.connection
            .prepare_cached("DELETE FROM promises WHERE number = ? AND what IS NULL")?
            .execute([number - PROMISES])?;
        Ok(true)
    }

    fn keep(&self, key: &str) -> Outcome<()> {
        self.connection
            .prepare_cached("UPDATE promises SET what = NULL WHERE key = ?")?
            .execute([key])?;
        Ok(())
    }

    fn observe(&self, observed: &Observed) -> Outcome<()> {
        let mut states = States::default();
        states.see(observed);
        let number: i64 = self.connection.query_row(
            "SELECT coalesce(max(number), 0) + 1 FROM seen",
            [],
            |row| row.get(0),
        )?;
        for (sid, state) in states.tasks {
            self.see::<TaskState>(SEEN_TASK, sid, state, number)?;
        }
        for (sid, state) in states.workers {
            self.see::<WorkerState>(SEEN_WORKER, sid, state, number)?;
        }
        for ((noun, sid), state) in states.names {
            self.see::<NameState>(noun_number(noun), sid, state, number)?;
        }
        Ok(())
    }

    fn see<S: Keep + Merge + PartialEq + Clone>(
        &self,
        noun: i64,
        sid: u128,
        told: S,
        number: i64,
    ) -> Outcome<()> {
        let known: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT state FROM seen WHERE noun = ? AND sid = ?")?
            .query_row(params![noun, sid.to_be_bytes()], |row| row.get(0))
            .optional()?;
        let state = match known {
            None => told,
            Some(bytes) => {
                let known: S = from_bytes(&bytes)?;
                let mut state = known.clone();
                state.merge(told);
                if state == known {
                    return Ok(());
                }
                state
            }
        };
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)")?
            .execute(params![noun, sid.to_be_bytes(), number, to_bytes(&state)])?;
        Ok(())
    }

    /// Has the log copied back when it has become long.
    fn mind_the_log(&mut self) {
        self.groups += 1;
        if !self.groups.is_multiple_of(16) {
            return;
        }
        let Some((log, copied)) = self.log() else {
            return;
        };
        if log > LOG / 4 {
            self.feed.copy_back();
        }
        // When little is left to be copied it is done at once, for only then the log begins anew.
        if (log > LOG && log - copied < LOG / 8) || log > 4 * LOG {
            self.copy_back();
        }
    }

    /// How many pages the log has, and how many of them are copied back.
    fn log(&self) -> Option<(i64, i64)> {
        self.connection
            .query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| {
                Ok((row.get(1)?, row.get(2)?))
            })
            .ok()
    }

    fn copy_back(&self) {
        copy_back(&self.connection);
    }
}

/// Copies what is in the log back into the file, as far as nobody reads it.
pub(super) fn copy_back(connection: &Connection) {
    let copied = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
    if let Err(error) = copied {
        tracing::warn!(%error, "the log of the event store could not be copied back");
    }
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

pub(super) const fn noun_number(noun: Noun) -> i64 {
    match noun {
        Noun::Activity => 1,
        Noun::Queue => 2,
        Noun::Workflow => 3,
        Noun::Channel => 4,
    }
}
