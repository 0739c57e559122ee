//! Small numbers for what lines refer to, so that a line stays small.

use std::collections::HashMap;
use std::hash::Hash;

/// A number for a queue, workflow, channel, team or worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Id(u32);

impl Id {
    /// Of nothing.
    pub(super) const NONE: Self = Self(u32::MAX);

    pub(super) fn place(self) -> Option<usize> {
        (self != Self::NONE).then_some(self.0 as usize)
    }
}

/// Gives every key a number, in the order in which they come.
#[derive(Debug, Clone)]
pub(super) struct Numbers<K> {
    ids: HashMap<K, Id>,
    keys: Vec<K>,
}

impl<K> Default for Numbers<K> {
    fn default() -> Self {
        Self {
            ids: HashMap::new(),
            keys: Vec::new(),
        }
    }
}

impl<K: Clone + Eq + Hash> Numbers<K> {
    /// The number of a key, a new one if it has none.
    pub(super) fn id(&mut self, key: Option<&K>) -> Id {
        let Some(key) = key else { return Id::NONE };
        if let Some(id) = self.ids.get(key) {
            return *id;
        }
        let id = u32::try_from(self.keys.len()).map_or(Id::NONE, Id);
        if id != Id::NONE {
            self.keys.push(key.clone());
            self.ids.insert(key.clone(), id);
        }
        id
    }

    pub(super) fn key(&self, id: Id) -> Option<&K> {
        self.keys.get(id.place()?)
    }

    pub(super) fn keys(&self) -> &[K] {
        &self.keys
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = Id> + use<K> {
        (0..u32::try_from(self.keys.len()).unwrap_or(u32::MAX)).map(Id)
    }
}

/// Which numbers pass; `None` is all, and then so does having no number.
#[derive(Debug, Clone)]
pub(super) struct Passing(Option<Vec<bool>>);

impl Passing {
    /// Those of the keys that pass, in the order of their numbers.
    pub(super) fn only(passing: impl Iterator<Item = bool>) -> Self {
        Self(Some(passing.collect()))
    }

    pub(super) const fn all() -> Self {
        Self(None)
    }

    pub(super) fn has(&self, id: Id) -> bool {
        match &self.0 {
            None => true,
            Some(passing) => id
                .place()
                .and_then(|place| passing.get(place))
                .is_some_and(|passes| *passes),
        }
    }
}
