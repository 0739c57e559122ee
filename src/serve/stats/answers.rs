//! Answers that were just given, for whoever asks the same within the second.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tokio::sync::OnceCell;

use super::parameters::Ask;
use crate::events::statistics::Limits;
use crate::serve::problem::Problem;

/// Answers that are remembered.
const MOST: usize = 512;
/// Bytes of those answers and of the questions they belong to.
const ROOM: usize = 16 * 1024 * 1024;

/// An answer as it is sent.
#[derive(Debug, Clone)]
pub(in crate::serve) struct Given {
    pub(in crate::serve) body: Bytes,
    /// Changes when anything does but ages and the window's ends; without quotes.
    pub(in crate::serve) tag: Arc<str>,
}

impl Given {
    /// What is the same once `still` has taken away what the clock moves is the same answer.
    pub(super) fn new<T: Serialize>(
        answer: T,
        still: impl FnOnce(&mut T),
    ) -> Result<Self, Problem> {
        let body = serde_json::to_vec(&answer).map_err(Problem::internal)?;
        Self::with_body(body, answer, still)
    }

    /// The same for an answer that is sent otherwise than as its JSON.
    pub(in crate::serve) fn with_body<T: Serialize>(
        body: Vec<u8>,
        mut answer: T,
        still: impl FnOnce(&mut T),
    ) -> Result<Self, Problem> {
        still(&mut answer);
        let mut digest = Digesting(Sha256::new());
        serde_json::to_writer(&mut digest, &answer).map_err(Problem::internal)?;
        Ok(Self {
            body: body.into(),
            tag: hex::encode(&digest.0.finalize()[..16]).into(),
        })
    }
}

/// Digests what is written, so that it need not be in memory as a whole.
struct Digesting(Sha256);

impl io::Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Which answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) route: &'static str,
    pub(super) what: String,
    pub(super) ask: Ask,
    pub(super) limits: Limits,
}

impl Key {
    /// The bytes that an asker chooses.
    fn size(&self) -> usize {
        let filters = &self.ask.filters;
        [
            &filters.queue,
            &filters.workflow,
            &filters.channel,
            &filters.team,
        ]
        .into_iter()
        .flatten()
        .chain([&self.what])
        .map(String::len)
        .sum()
    }
}

/// Where an answer is, or will be.
pub(super) type Slot = Arc<OnceCell<Given>>;

/// The answers of one second and one state of the facts.
#[derive(Debug, Default)]
pub(super) struct Answers(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    revision: u64,
    second: i64,
    slots: HashMap<Key, Slot>,
    bytes: usize,
}

impl Known {
    fn forget(&mut self) {
        self.slots = HashMap::new();
        self.bytes = 0;
    }
}

impl Answers {
    /// Where the answer to a question is. All answers of another second, or of other facts, are
    /// forgotten.
    pub(super) fn slot(&self, key: &Key, revision: u64, second: i64) -> Slot {
        let mut known = self.known();
        if (known.revision, known.second) != (revision, second) {
            known.forget();
            (known.revision, known.second) = (revision, second);
        }
        if let Some(slot) = known.slots.get(key) {
            return Arc::clone(slot);
        }
        let size = key.size();
        if known.slots.len() >= MOST || known.bytes.saturating_add(size) > ROOM {
            known.forget();
        }
        known.bytes += size;
        let slot = Slot::default();
        known.slots.insert(key.clone(), Arc::clone(&slot));
        slot
    }

    /// Remembers an answer, if there is room; who waits for it gets it in any case.
    pub(super) fn remember(&self, key: &Key, slot: &Slot, given: &Given) {
        let mut known = self.known();
        let is_there = known
            .slots
            .get(key)
            .is_some_and(|known| Arc::ptr_eq(known, slot));
        if !is_there {
            return;
        }
        let bytes = known.bytes.saturating_add(given.body.len());
        if bytes <= ROOM {
            known.bytes = bytes;
        } else {
            known.slots.remove(key);
            known.bytes -= key.size();
        }
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(what: String) -> Key {
        let now = jiff::Timestamp::UNIX_EPOCH;
        let zone = jiff::tz::TimeZone::UTC;
        let ask = super::super::parameters::read(
            None,
            super::super::parameters::Known::Figures,
            &zone,
            now,
        );
        Key {
            route: "stats",
            what,
            ask: ask.unwrap(),
            limits: Limits::default(),
        }
    }

    /// Gives an answer of so many bytes to a question.
    async fn give(answers: &Answers, what: &str, bytes: usize, revision: u64, second: i64) {
        let key = key(what.to_owned());
        let slot = answers.slot(&key, revision, second);
        let given = Given {
            body: vec![b'x'; bytes].into(),
            tag: "".into(),
        };
        let given = slot.get_or_init(async || given).await;
        answers.remember(&key, &slot, given);
    }

    fn held(answers: &Answers) -> (usize, usize) {
        let known = answers.known();
        let given = known.slots.values().filter_map(|slot| slot.get());
        let bytes: usize = given.map(|given| given.body.len()).sum();
        assert!(bytes <= known.bytes, "{bytes} of {}", known.bytes);
        (known.slots.len(), bytes)
    }

    #[tokio::test]
    async fn what_is_remembered_is_bounded_by_bytes() {
        let answers = Answers::default();
        for number in 0..120 {
            give(&answers, &number.to_string(), 4_000_000, 1, 1).await;
            assert!(held(&answers).1 <= ROOM);
        }
        assert!(held(&answers).0 >= 4);
        // Nor by what is asked.
        for number in 0..600 {
            let what = format!("{number}{}", "q".repeat(60_000));
            give(&answers, &what, 10, 1, 2).await;
            assert!(held(&answers).0 * 60_000 <= ROOM);
        }
        for number in 0..2000 {
            give(&answers, &number.to_string(), 1, 1, 3).await;
            assert!(held(&answers).0 <= MOST);
        }
    }

    #[tokio::test]
    async fn nothing_is_remembered_of_the_second_before() {
        let answers = Answers::default();
        for (revision, second) in [(1, 1), (1, 2), (2, 2)] {
            give(&answers, "one", 1000, revision, second).await;
            give(&answers, "other", 1000, revision, second).await;
            assert_eq!(held(&answers), (2, 2000));
        }
        give(&answers, "one", 1000, 2, 3).await;
        assert_eq!(held(&answers), (1, 1000));
    }
}
