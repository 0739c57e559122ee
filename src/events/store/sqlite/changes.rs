//! Which rows of the facts changed lately, in memory: who keeps facts of their own asks for those
//! rows alone.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::events::facts::states::{States, Subject};

/// Rows that are remembered, of sixteen bytes each.
const MOST: usize = 250_000;

/// Rows by their SIDs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rows {
    pub(super) tasks: Vec<u128>,
    pub(super) reservations: Vec<u128>,
    pub(super) workers: Vec<u128>,
}

impl Rows {
    /// Those that states are told of.
    pub(super) fn of(states: &States) -> Self {
        Self {
            tasks: states.tasks.keys().copied().collect(),
            reservations: states.reservations.keys().copied().collect(),
            workers: states.workers.keys().copied().collect(),
        }
    }

    /// Those of what is remembered.
    pub(super) fn of_subjects(subjects: impl Iterator<Item = Subject>) -> Self {
        let mut rows = Self::default();
        for subject in subjects {
            match subject {
                Subject::Task(sid) => rows.tasks.push(sid),
                Subject::Reservation(sid) => rows.reservations.push(sid),
                Subject::Worker(sid) => rows.workers.push(sid),
                // All names are told whenever something changed, and of stays nothing is kept.
                Subject::Name(..) | Subject::Stay(_) => {}
            }
        }
        rows
    }

    fn len(&self) -> usize {
        self.tasks.len() + self.reservations.len() + self.workers.len()
    }

    fn add(&mut self, other: &Self) {
        self.tasks.extend(&other.tasks);
        self.reservations.extend(&other.reservations);
        self.workers.extend(&other.workers);
    }

    fn once_each(mut self) -> Self {
        for sids in [&mut self.tasks, &mut self.reservations, &mut self.workers] {
            sids.sort_unstable();
            sids.dedup();
        }
        self
    }
}

/// The changes since the store was opened, each with its number.
#[derive(Debug, Default)]
pub(super) struct Changes(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    revision: u64,
    /// The last change that is not remembered.
    forgotten: u64,
    kept: VecDeque<Rows>,
    rows: usize,
}

impl Changes {
    /// Takes down that rows changed.
    pub(super) fn note(&self, rows: Rows) {
        let mut inner = self.inner();
        inner.revision += 1;
        inner.rows += rows.len();
        inner.kept.push_back(rows);
        while inner.rows > MOST {
            let Some(oldest) = inner.kept.pop_front() else {
                break;
            };
            inner.rows -= oldest.len();
            inner.forgotten += 1;
        }
    }

    /// Takes down that everything changed.
    pub(super) fn note_all(&self) {
        let mut inner = self.inner();
        let revision = inner.revision + 1;
        *inner = Inner {
            revision,
            forgotten: revision,
            ..Inner::default()
        };
    }

    pub(super) fn revision(&self) -> u64 {
        self.inner().revision
    }

    /// The rows that changed behind a revision, and the revision they lead to; `None` when they are
    /// not remembered.
    pub(super) fn behind(&self, revision: u64) -> Option<(u64, Rows)> {
        let inner = self.inner();
        let known = usize::try_from(revision.checked_sub(inner.forgotten)?).ok()?;
        if known > inner.kept.len() {
            return None;
        }
        let mut rows = Rows::default();
        for changed in inner.kept.range(known..) {
            rows.add(changed);
        }
        Some((inner.revision, rows.once_each()))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tasks(sids: &[u128]) -> Rows {
        Rows {
            tasks: sids.to_vec(),
            ..Rows::default()
        }
    }

    #[test]
    fn what_changed_behind_a_revision_is_known_once_each() {
        let changes = Changes::default();
        assert_eq!(changes.behind(0), Some((0, Rows::default())));
        for sids in [&[1, 2][..], &[2, 3], &[4]] {
            changes.note(tasks(sids));
        }
        assert_eq!(changes.behind(0), Some((3, tasks(&[1, 2, 3, 4]))));
        assert_eq!(changes.behind(1), Some((3, tasks(&[2, 3, 4]))));
        assert_eq!(changes.behind(3), Some((3, Rows::default())));
        // A revision of another store.
        assert_eq!(changes.behind(4), None);
        changes.note_all();
        assert_eq!(changes.behind(3), None);
        assert_eq!(changes.behind(4), Some((4, Rows::default())));
    }

    #[test]
    fn no_more_is_remembered_than_there_is_room_for() {
        let changes = Changes::default();
        let many: Vec<u128> = (0..100_000).collect();
        for _ in 0..3 {
            changes.note(tasks(&many));
        }
        assert_eq!(changes.behind(0), None);
        assert_eq!(changes.behind(1).unwrap().1.tasks.len(), 100_000);
        assert_eq!(changes.revision(), 3);
    }
}
