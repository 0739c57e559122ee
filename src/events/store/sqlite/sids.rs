//! Which event has which SID: a list in the file, and what is not on it yet.
//!
//! SIDs are random. Listed one by one, each would change a page of its own, which is logged, waited
//! for and copied back like any other; that was a third of what an event cost the writer. So the
//! SIDs of new events stay in memory, and a hand that goes round through all SIDs lists those that
//! are next to each other together. What is lost of the memory in a crash is in the events: those
//! behind the position up to which all are listed.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::failure::Outcome;
use crate::model::sid::{EventSid, Sid as _};

/// How many SIDs are left to wait while events come in. The more, the more of them are next to each
/// other; a crash has to read three times as many events when the store is opened again.
const WAITING: usize = if cfg!(test) { 20 } else { 50_000 };

/// How many more are listed than came, until no more than that wait.
const FASTER: usize = 4;

pub(super) struct Sids {
    /// The positions of events that are not listed.
    waiting: BTreeMap<u128, i64>,
    hand: Hand,
    /// What this transaction did, in case that it is undone.
    added: Vec<u128>,
    listed: Vec<(u128, i64)>,
    before: Hand,
}

#[derive(Debug, Clone, Copy)]
struct Hand {
    /// SIDs below it are behind it.
    at: u128,
    /// The last position when this round began: when it ends, all up to it are listed.
    since: i64,
}

impl Sids {
    /// Reads which are not listed.
    pub(super) fn read(connection: &Connection, last: i64) -> Outcome<Self> {
        let waiting = connection
            .prepare(
                "SELECT sid, position FROM events
                 WHERE position > (SELECT value FROM about WHERE name = 'listed')",
            )?
            .query_map([], |row| {
                let sid: [u8; 16] = row.get(0)?;
                Ok((u128::from_be_bytes(sid), row.get(1)?))
            })?
            .collect::<Result<_, _>>()?;
        let hand = Hand { at: 0, since: last };
        Ok(Self {
            waiting,
            hand,
            added: Vec::new(),
            listed: Vec::new(),
            before: hand,
        })
    }

    /// The position of the event with this SID.
    pub(super) fn find(&self, connection: &Connection, sid: EventSid) -> Outcome<Option<i64>> {
        if let Some(position) = self.waiting.get(&sid.bits()) {
            return Ok(Some(*position));
        }
        let position = connection
            .prepare_cached("SELECT position FROM sids WHERE sid = ?")?
            .query_row([sid.bits().to_be_bytes()], |row| row.get(0))
            .optional()?;
        Ok(position)
    }

    /// An event was taken in.
    pub(super) fn add(&mut self, sid: EventSid, position: i64) {
        self.waiting.insert(sid.bits(), position);
        self.added.push(sid.bits());
    }

    pub(super) fn are_listed(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Lists as many as came in this transaction, if more than enough wait.
    pub(super) fn keep_up(&mut self, connection: &Connection, last: i64) -> Outcome<()> {
        let most = FASTER * self.added.len();
        let too_many = self.waiting.len().saturating_sub(WAITING);
        self.list(connection, too_many.min(most), last)
    }

    /// Lists so many of those that are next.
    pub(super) fn list(&mut self, connection: &Connection, most: usize, last: i64) -> Outcome<()> {
        let mut left = most.min(self.waiting.len());
        // One that is read again after a crash may be listed already.
        let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO sids VALUES (?, ?)")?;
        while left > 0 {
            let next = self.waiting.range(self.hand.at..).take(left);
            let next: Vec<(u128, i64)> = next.map(|(sid, position)| (*sid, *position)).collect();
            for (sid, position) in &next {
                insert.execute(params![sid.to_be_bytes(), position])?;
                self.waiting.remove(sid);
                self.listed.push((*sid, *position));
                self.hand.at = sid.saturating_add(1);
            }
            left -= next.len();
            if self.waiting.range(self.hand.at..).next().is_none() {
                let until = if self.waiting.is_empty() {
                    last
                } else {
                    self.hand.since
                };
                connection
                    .prepare_cached("UPDATE about SET value = ? WHERE name = 'listed'")?
                    .execute([until])?;
                self.hand = Hand { at: 0, since: last };
            }
        }
        Ok(())
    }

    /// The transaction is on the disk.
    pub(super) fn keep(&mut self) {
        self.added.clear();
        self.listed.clear();
        self.before = self.hand;
    }

    /// The transaction came to nothing.
    pub(super) fn undo(&mut self) {
        self.waiting.extend(self.listed.drain(..));
        for sid in self.added.drain(..) {
            self.waiting.remove(&sid);
        }
        self.hand = self.before;
    }
}
