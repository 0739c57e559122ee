//! What is done when an event was told in two ways and the second took the place of the first: the
//! rows that either speaks of are made anew, from all events that speak of them, as if the first had
//! never been told. Until then they stay, like all others, and new events go on being merged into
//! them.
//!
//! The events are read in chunks from the first to the last that the facts have in them, for nothing
//! tells which of them speak of a row. Whatever is told in two ways meanwhile waits for the next
//! round.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::changes::Rows;
use super::events;
use super::facts_tables;
use super::failure::Outcome;
use super::writer::{SEEN_TASK, SEEN_WORKER, noun_number};
use crate::events::facts::merge::{Keep, Merge as _, from_bytes};
use crate::events::facts::states::{States, Subject, Subjects};
use crate::events::{RecordedEvent, Stored};

/// How many rows are made anew in one round: they are in memory for so long.
const MOST: usize = if cfg!(test) { 40 } else { 30_000 };

/// Rows that are being made anew.
pub(super) struct Remake {
    subjects: HashSet<Subject>,
    states: States,
    /// Events up to this position are in it.
    position: i64,
    /// When the last of those happened.
    last: Option<i64>,
    /// Of the events that were told anew, those up to this number need nothing else.
    until: i64,
}

/// What became of a round.
pub(super) struct Remade {
    pub(super) rows: Rows,
    /// Whether no event speaks any more of one of the rows.
    pub(super) some_are_gone: bool,
    pub(super) last: Option<i64>,
    pub(super) until: i64,
}

impl Remake {
    /// Begins with what was told in two ways between two numbers; `None` when nothing was.
    pub(super) fn begin(events: &Connection, behind: i64, until: i64) -> Outcome<Option<Self>> {
        let mut remake = Self {
            subjects: HashSet::new(),
            states: States::default(),
            position: 0,
            last: None,
            until,
        };
        let mut statement = events.prepare_cached(
            "SELECT number, position, lost FROM retold
             WHERE number > ? AND number <= ? AND contradicts = 1 ORDER BY number",
        )?;
        let mut rows = statement.query([behind, until])?;
        // It may speak of nothing, and be the last that happened.
        let mut any = false;
        while let Some(row) = rows.next()? {
            if remake.subjects.len() >= MOST {
                let number: i64 = row.get(0)?;
                remake.until = number - 1;
                break;
            }
            any = true;
            if let Some(lost) = row.get::<_, Option<Vec<u8>>>(2)? {
                remake.subjects.extend(from_bytes::<Subjects>(&lost)?.0);
            }
            if let Some(Stored { event, .. }) = events::at(events, row.get(1)?)? {
                remake.subjects.extend(Subjects::of(&event).0);
            }
        }
        if !any {
            return Ok(None);
        }
        tracing::info!(
            rows = remake.subjects.len(),
            "events were told in two ways; what they speak of is made anew"
        );
        Ok(Some(remake))
    }

    /// Reads on; whether it has come to that position.
    pub(super) fn read(&mut self, events: &Connection, to: i64, most: usize) -> Outcome<bool> {
        for Stored { position, event } in
            events::after(events, self.position.cast_unsigned(), most)?
        {
            let position = position.cast_signed();
            if position > to {
                return Ok(true);
            }
            self.position = position;
            self.tell(&event);
        }
        Ok(self.position >= to)
    }

    /// Takes in an event that was told anew, unless it is going to be read.
    pub(super) fn tell_anew(&mut self, position: i64, event: &RecordedEvent) {
        if position <= self.position {
            self.tell(event);
        }
    }

    fn tell(&mut self, event: &RecordedEvent) {
        self.last = self.last.max(Some(event.at));
        self.states
            .tell_of(event, |subject| self.subjects.contains(&subject));
        // These are known by their event, and were put right when it was told.
        self.states.changes.clear();
    }

    /// Puts the rows in their places.
    pub(super) fn finish(mut self, events: &Connection, facts: &Connection) -> Outcome<Remade> {
        for subject in &self.subjects {
            see(&mut self.states, events, *subject)?;
            facts_tables::forget(facts, *subject)?;
        }
        let all = self.subjects.iter().copied();
        let all = Rows::of_subjects(all);
        let some_are_gone = self.states.subjects().count() < self.subjects.len();
        facts_tables::merge(facts, self.states, &[])?;
        Ok(Remade {
            rows: all,
            some_are_gone,
            last: self.last,
            until: self.until,
        })
    }
}

/// Takes in what was seen of something.
fn see(states: &mut States, events: &Connection, subject: Subject) -> Outcome<()> {
    match subject {
        Subject::Task(sid) => {
            if let Some(seen) = seen(events, SEEN_TASK, sid)? {
                states.tasks.entry(sid).or_default().merge(seen);
            }
        }
        Subject::Worker(sid) => {
            if let Some(seen) = seen(events, SEEN_WORKER, sid)? {
                states.workers.entry(sid).or_default().merge(seen);
            }
        }
        Subject::Name(noun, sid) => {
            if let Some(seen) = seen(events, noun_number(noun), sid)? {
                states.names.entry((noun, sid)).or_default().merge(seen);
            }
        }
        Subject::Reservation(_) | Subject::Stay(_) => {}
    }
    Ok(())
}

fn seen<S: Keep>(events: &Connection, noun: i64, sid: u128) -> Outcome<Option<S>> {
    let state: Option<Vec<u8>> = events
        .prepare_cached("SELECT state FROM seen WHERE noun = ? AND sid = ?")?
        .query_row(params![noun, sid.to_be_bytes()], |row| row.get(0))
        .optional()?;
    Ok(state.map(|state| from_bytes(&state)).transpose()?)
}
