//! Takes in what is no event: what was refused, what was promised, what somebody saw.

use rusqlite::{OptionalExtension as _, params};

use super::Writer;
use crate::events::facts::merge::{Keep, Merge, from_bytes, to_bytes};
use crate::events::facts::name::{NameState, Noun};
use crate::events::facts::states::States;
use crate::events::facts::task::TaskState;
use crate::events::facts::worker::WorkerState;
use crate::events::store::sqlite::failure::Outcome;
use crate::events::{Observed, Promise, QUARANTINE, Rejected};

/// How many promises that were made and kept are remembered.
const PROMISES: i64 = 100_000;

/// The numbers of `seen.noun` for what is not a [`Noun`].
pub(in crate::events::store::sqlite) const SEEN_TASK: i64 = 5;
pub(in crate::events::store::sqlite) const SEEN_WORKER: i64 = 6;

impl Writer {
    /// Keeps what was refused; how many older ones had to make room.
    pub(super) fn quarantine(&self, rejected: &[Rejected]) -> Outcome<u64> {
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
    pub(super) fn promise(&self, promise: &Promise) -> Outcome<bool> {
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

    pub(super) fn keep(&self, key: &str) -> Outcome<()> {
        self.connection
            .prepare_cached("UPDATE promises SET what = NULL WHERE key = ?")?
            .execute([key])?;
        Ok(())
    }

    pub(super) fn observe(&self, observed: &Observed) -> Outcome<()> {
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
}

pub(in crate::events::store::sqlite) const fn noun_number(noun: Noun) -> i64 {
    match noun {
        Noun::Activity => 1,
        Noun::Queue => 2,
        Noun::Workflow => 3,
        Noun::Channel => 4,
    }
}
