//! The one who makes facts of events: a thread that follows the writer, a moment behind, so that
//! nobody who sends an event waits for it. What a crash loses of its work it does again.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use rusqlite::{Connection, params};
use tokio::sync::watch;

use super::changes::{Changes, Rows};
use super::events;
use super::facts_tables::{self, Change};
use super::failure::{Failure, Outcome};
use super::feed::{Beside, Fed, Fodder};
use super::remake::Remake;
use super::schema::FACT_TABLES;
use super::writer::{Reply, SEEN_TASK, SEEN_WORKER, noun_number};
use crate::events::facts::merge::{Merge as _, from_bytes};
use crate::events::facts::name::Noun;
use crate::events::facts::states::States;
use crate::events::{RecordedEvent, Stored};

/// How many events one transaction takes of those that are read, and of those that are handed on.
const BATCH: usize = if cfg!(test) { 20 } else { 1_000 };
const HANDED_ON: usize = 2 * BATCH;

/// How long the first of them waits for the others; longer when there are many, for the more there
/// are, the less each of them costs those who send events.
const PATIENCE: Duration = Duration::from_millis(50);
const MANY: usize = 200;
const PATIENCE_WITH_MANY: Duration = Duration::from_millis(200);

/// How long it does not listen meanwhile: the writer, who is waited for, need not wake anybody.
const NAP: Duration = Duration::from_millis(20);

/// How many events are looked through at once for what rows are made anew from.
const LOOKED_THROUGH: usize = 2 * BATCH;

/// How long what is being made anew may keep the store from closing: it is begun again when the
/// store is opened.
const PARTING: Duration = Duration::from_secs(2);

/// How long it waits to try again what failed, and how long when there is nothing to do.
const RETRY: Duration = Duration::from_secs(1);
const IDLE: Duration = Duration::from_hours(1);

pub(super) struct Projector {
    facts: Connection,
    /// Only read from.
    events: Connection,
    mark: Mark,
    positions: watch::Receiver<u64>,
    projected: watch::Sender<u64>,
    changes: Arc<Changes>,
    beside: Arc<Beside>,
    /// Whether something failed and is to be tried again.
    is_behind: bool,
    remake: Option<Remake>,
    /// When that was worked on last, and for how long: others get as much time.
    mended: Instant,
    pause: Duration,
}

/// How far the facts have to be before somebody who asked is answered.
struct Asked {
    position: i64,
    retold: i64,
    seen: i64,
    reply: Reply<()>,
}

/// How far the facts are true.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    position: i64,
    /// The last event told anew that is in them.
    retold: i64,
    /// The same of those whose rows are right: what they said before is no longer in them.
    mended: i64,
    seen: i64,
    last: Option<i64>,
}

impl Mark {
    fn write(self, facts: &Connection) -> Outcome<()> {
        facts
            .prepare_cached(
                "UPDATE mark SET position = ?, retold = ?, mended = ?, seen = ?, last = ?",
            )?
            .execute(params![
                self.position,
                self.retold,
                self.mended,
                self.seen,
                self.last
            ])?;
        Ok(())
    }

    fn has(&self, asked: &Asked) -> bool {
        self.position >= asked.position && self.mended >= asked.retold && self.seen >= asked.seen
    }
}

/// What was found among the events that were told anew.
struct Retold {
    has_more: bool,
    /// Whether one says something else than before.
    contradicted: bool,
}

/// What is made facts of in one transaction.
#[derive(Default)]
struct Batch {
    states: States,
    changes: Vec<Change>,
    /// Positions of events that said something else before.
    contradicted: Vec<i64>,
}

impl Batch {
    /// Forgets what an event told before.
    fn contradict(&mut self, position: i64) {
        self.changes.retain(|change| change.position != position);
        self.contradicted.push(position);
    }

    fn tell(&mut self, position: i64, event: &RecordedEvent) {
        self.states.tell(event);
        for (_, change) in std::mem::take(&mut self.states.changes) {
            self.changes.push(Change { position, change });
        }
    }
}

impl Projector {
    pub(super) fn new(
        facts: Connection,
        events: Connection,
        positions: watch::Receiver<u64>,
        projected: watch::Sender<u64>,
        changes: Arc<Changes>,
        beside: Arc<Beside>,
    ) -> Outcome<Self> {
        let mut mark = facts.query_row(
            "SELECT position, retold, mended, seen, last FROM mark",
            [],
            |row| {
                Ok(Mark {
                    position: row.get(0)?,
                    retold: row.get(1)?,
                    mended: row.get(2)?,
                    seen: row.get(3)?,
                    last: row.get(4)?,
                })
            },
        )?;
        if mark.position == 0 {
            mark.retold = last_retold(&events)?;
            mark.mended = mark.retold;
        }
        projected.send_replace(mark.position.cast_unsigned());
        beside.taken.store(mark.mended, Ordering::Relaxed);
        Ok(Self {
            facts,
            events,
            mark,
            positions,
            projected,
            changes,
            beside,
            is_behind: false,
            remake: None,
            mended: Instant::now(),
            pause: Duration::ZERO,
        })
    }

    /// Follows the writer until it is gone.
    pub(super) fn run(mut self, fodder: &Fodder) {
        let mut pending: Vec<(i64, Vec<RecordedEvent>)> = Vec::new();
        let mut asking: Vec<Asked> = Vec::new();
        let mut has_more = true;
        let mut is_over = false;
        while !is_over || has_more {
            is_over = self.listen(fodder, has_more, &mut pending, &mut asking);
            has_more = self.keep_up(&mut pending);
            // What is new goes first, and has three times as long however much it is.
            let has_rested = self.mended.elapsed() >= 3 * self.pause;
            if (!has_more || has_rested) && !self.is_behind && !is_over {
                self.mend();
            }
            for asked in asking.extract_if(.., |asked| self.mark.has(asked)) {
                // Who asked may have gone.
                let _ = asked.reply.send(Ok(()));
            }
        }
        let parting = Instant::now() + PARTING;
        while self.is_mending() && !self.is_behind && Instant::now() < parting {
            self.mend();
        }
        let closed = self
            .facts
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        if let Err(error) = closed {
            tracing::warn!(%error, "the log of the facts could not be copied back");
        }
    }

    /// Takes what was sent; without anything else to do it waits for it, and then a little for more
    /// of it. Whether nobody is left to send anything.
    fn listen(
        &mut self,
        fodder: &Fodder,
        has_more: bool,
        pending: &mut Vec<(i64, Vec<RecordedEvent>)>,
        asking: &mut Vec<Asked>,
    ) -> bool {
        let wait = match (has_more, self.is_behind) {
            (true, _) => Duration::ZERO,
            (false, true) => RETRY,
            (false, false) if self.is_mending() => self.pause,
            (false, false) => IDLE,
        };
        let mut next = fodder.next(wait);
        let begun = Instant::now();
        let mut is_following = !has_more;
        let mut waiting = 0;
        loop {
            match next {
                Ok(Fed::Events(first, events)) => {
                    // Else there are some before it, which have to be read.
                    is_following |= first == self.mark.position + 1;
                    waiting += events.len();
                    pending.push((first, events));
                }
                Ok(Fed::Look) => {}
                Ok(Fed::Settle(reply)) => asking.push(Asked {
                    position: self.last(),
                    retold: self.beside.retold.load(Ordering::Relaxed),
                    seen: self.beside.seen.load(Ordering::Relaxed),
                    reply,
                }),
                Ok(Fed::Rebuild(reply)) => {
                    pending.clear();
                    let _ = reply.send(self.forget());
                }
                Err(RecvTimeoutError::Timeout) => return false,
                Err(RecvTimeoutError::Disconnected) => return true,
            }
            if waiting >= HANDED_ON {
                return false;
            }
            next = fodder.next(Duration::ZERO);
            if !matches!(next, Err(RecvTimeoutError::Timeout)) {
                continue;
            }
            let are_many = waiting >= MANY && asking.is_empty();
            let patience = match (is_following, are_many) {
                (false, _) => Duration::ZERO,
                (true, false) => PATIENCE,
                (true, true) => PATIENCE_WITH_MANY,
            };
            let left = patience.saturating_sub(begun.elapsed());
            next = if are_many && left > NAP {
                std::thread::sleep(NAP);
                fodder.next(left.saturating_sub(NAP))
            } else {
                fodder.next(left)
            };
        }
    }

    /// Makes facts of some of what there is, and says whether there is more; after a failure it is
    /// tried again a little later.
    pub(super) fn keep_up(&mut self, pending: &mut Vec<(i64, Vec<RecordedEvent>)>) -> bool {
        let stepped = self.step(pending);
        self.is_behind = stepped.is_err();
        stepped.unwrap_or_else(|failure| {
            pending.clear();
            self.give_up(&failure);
            false
        })
    }

    fn give_up(&mut self, failure: &Failure) {
        tracing::warn!(?failure, "the facts are behind the events");
        self.is_behind = true;
        self.remake = None;
        if !self.facts.is_autocommit()
            && let Err(error) = self.facts.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction of the facts cannot be undone");
        }
    }

    /// Whether rows have something in them that is no longer told.
    pub(super) const fn is_mending(&self) -> bool {
        self.mark.mended < self.mark.retold
    }

    /// Does some of the work of making such rows anew; what fails is begun again a little later.
    pub(super) fn mend(&mut self) {
        let begun = Instant::now();
        if let Err(failure) = self.remake() {
            self.give_up(&failure);
        }
        self.mended = Instant::now();
        self.pause = self.mended - begun;
    }

    fn remake(&mut self) -> Outcome<()> {
        let Mark {
            mended,
            retold,
            position,
            ..
        } = self.mark;
        if self.remake.is_none() && mended < retold {
            self.remake = Remake::begin(&self.events, mended, retold)?;
            if self.remake.is_none() {
                let mark = Mark {
                    mended: retold,
                    ..self.mark
                };
                return self.write(Batch::default(), mark);
            }
        }
        let Some(remake) = &mut self.remake else {
            return Ok(());
        };
        if !remake.read(&self.events, position, LOOKED_THROUGH)? {
            return Ok(());
        }
        let Some(remake) = self.remake.take() else {
            return Ok(());
        };
        let transaction = self.facts.transaction()?;
        let outcome = remake.finish(&self.events, &transaction)?;
        let mark = Mark {
            mended: outcome.until,
            last: outcome.last,
            ..self.mark
        };
        mark.write(&transaction)?;
        transaction.commit()?;
        // Who keeps the last moment for later is not told of an earlier one otherwise.
        if outcome.some_are_gone || outcome.last < self.mark.last {
            self.changes.note_all();
        } else {
            self.changes.note(outcome.rows);
        }
        self.came_to(mark);
        Ok(())
    }

    /// Makes facts of some events; whether there are more.
    fn step(&mut self, pending: &mut Vec<(i64, Vec<RecordedEvent>)>) -> Outcome<bool> {
        let mut batch = Batch::default();
        let mut mark = self.mark;
        take_pending(pending, &mut batch, &mut mark);
        if mark.position < self.last() && mark.position == self.mark.position {
            let read = events::after(&self.events, mark.position.cast_unsigned(), BATCH)?;
            for Stored { position, event } in read {
                mark.position = position.cast_signed();
                mark.last = mark.last.max(Some(event.at));
                batch.tell(mark.position, &event);
            }
        }
        let retold = self.take_retold(&mut batch, &mut mark)?;
        // Those before are mended when the rows are.
        if !retold.contradicted && mark.mended == self.mark.retold {
            mark.mended = mark.retold;
        }
        let saw = self.take_seen(&mut batch, &mut mark)?;
        if mark.position == self.mark.position
            && mark.retold == self.mark.retold
            && mark.seen == self.mark.seen
        {
            return Ok(false);
        }
        self.write(batch, mark)?;
        Ok(saw || retold.has_more || mark.position < self.last())
    }

    fn last(&self) -> i64 {
        self.positions.borrow().cast_signed()
    }

    /// Takes events in that were told anew.
    fn take_retold(&mut self, batch: &mut Batch, mark: &mut Mark) -> Outcome<Retold> {
        let mut statement = self.events.prepare_cached(
            "SELECT number, position, contradicts FROM retold WHERE number > ?
             ORDER BY number LIMIT ?",
        )?;
        let retold: Vec<(i64, i64, bool)> = statement
            .query_map(
                params![mark.retold, i64::try_from(BATCH).unwrap_or(i64::MAX)],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )?
            .collect::<Result<_, _>>()?;
        let mut taken = Retold {
            has_more: retold.len() == BATCH,
            contradicted: false,
        };
        for (number, position, contradicts) in retold {
            // It may be on its way here as it was first told: it waits until that is taken in.
            if position > mark.position {
                taken.has_more = true;
                break;
            }
            mark.retold = number;
            taken.contradicted |= contradicts;
            if contradicts {
                batch.contradict(position);
            }
            if let Some(stored) = events::at(&self.events, position)? {
                mark.last = mark.last.max(Some(stored.event.at));
                batch.tell(position, &stored.event);
                if let Some(remake) = &mut self.remake {
                    remake.tell_anew(position, &stored.event);
                }
            }
        }
        Ok(taken)
    }

    /// Takes in what was seen since; whether there may be more.
    fn take_seen(&self, batch: &mut Batch, mark: &mut Mark) -> Outcome<bool> {
        let mut statement = self.events.prepare_cached(
            "SELECT noun, sid, number, state FROM seen WHERE number > ?1 AND number <= (
                 SELECT min(number) FROM seen WHERE number > ?1
             )",
        )?;
        let mut rows = statement.query([mark.seen])?;
        let mut any = false;
        while let Some(row) = rows.next()? {
            any = true;
            let noun: i64 = row.get(0)?;
            let sid: [u8; 16] = row.get(1)?;
            let sid = u128::from_be_bytes(sid);
            mark.seen = row.get(2)?;
            let state: Vec<u8> = row.get(3)?;
            match noun {
                SEEN_TASK => {
                    let state = from_bytes(&state)?;
                    batch.states.tasks.entry(sid).or_default().merge(state);
                }
                SEEN_WORKER => {
                    let state = from_bytes(&state)?;
                    batch.states.workers.entry(sid).or_default().merge(state);
                }
                _ => {
                    let named = [Noun::Activity, Noun::Queue, Noun::Workflow, Noun::Channel]
                        .into_iter()
                        .find(|named| noun_number(*named) == noun);
                    if let Some(named) = named {
                        let state = from_bytes(&state)?;
                        let entry = batch.states.names.entry((named, sid));
                        entry.or_default().merge(state);
                    }
                }
            }
        }
        Ok(any)
    }

    fn write(&mut self, batch: Batch, mark: Mark) -> Outcome<()> {
        let changed = Rows::of(&batch.states);
        let transaction = self.facts.transaction()?;
        for position in batch.contradicted {
            facts_tables::forget_change(&transaction, position)?;
        }
        facts_tables::merge(&transaction, batch.states, &batch.changes)?;
        mark.write(&transaction)?;
        transaction.commit()?;
        self.changes.note(changed);
        self.came_to(mark);
        Ok(())
    }

    fn came_to(&mut self, mark: Mark) {
        self.mark = mark;
        self.projected.send_replace(mark.position.cast_unsigned());
        self.beside.taken.store(mark.mended, Ordering::Relaxed);
    }

    /// Forgets all facts.
    fn forget(&mut self) -> Outcome<()> {
        // What was told anew until now is read as it is now.
        let retold = last_retold(&self.events)?;
        let transaction = self.facts.transaction()?;
        for table in FACT_TABLES {
            transaction.execute(&format!("DELETE FROM {table}"), [])?;
        }
        let mark = Mark {
            retold,
            mended: retold,
            ..Mark::default()
        };
        mark.write(&transaction)?;
        transaction.commit()?;
        self.remake = None;
        self.changes.note_all();
        self.came_to(mark);
        Ok(())
    }
}

/// The number of the last event that was told anew.
fn last_retold(events: &Connection) -> Outcome<i64> {
    let last = events.query_row("SELECT coalesce(max(number), 0) FROM retold", [], |row| {
        row.get(0)
    })?;
    Ok(last)
}

/// Takes what was handed on and follows on what is known.
fn take_pending(pending: &mut Vec<(i64, Vec<RecordedEvent>)>, batch: &mut Batch, mark: &mut Mark) {
    for (first, events) in pending.drain(..) {
        for (position, event) in (first..).zip(events) {
            if position == mark.position + 1 {
                mark.position = position;
                mark.last = mark.last.max(Some(event.at));
                batch.tell(position, &event);
            }
        }
    }
}
