//! Which tasks wait in a queue, arranged so that a free worker finds the next one without a scan.
//!
//! Tasks that no worker can tell apart form a group: same routing step of the same plan, same
//! channel, and the same values of all task attributes that the step's expression mentions. A
//! worker is compared with each group once, not with each task; groups stand in the order of
//! their first tasks, so the first group that fits holds the task to take.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::plan::Plan;
use super::rows::Ordinal;
use super::state::{Position, Task};
use crate::model::QueueOrder;

/// Where a task stands in line; the smaller goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank(i64, i64, u64);

impl Rank {
    /// FIFO: higher priority, then earlier virtual start, then earlier creation. LIFO: later
    /// virtual start, then later creation; priority does not count.
    pub(super) fn of(order: QueueOrder, task: &Task, ordinal: Ordinal) -> Self {
        let start = task.virtual_start.as_millisecond();
        if order == QueueOrder::Lifo {
            Self(start.saturating_neg(), 0, !ordinal)
        } else {
            Self(task.priority.saturating_neg(), start, ordinal)
        }
    }
}

/// What the tasks of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct GroupKey {
    /// The only worker who may take them, for a known-worker step.
    pub(super) worker: Option<Ordinal>,
    pub(super) channel: Ordinal,
    pub(super) plan: u64,
    pub(super) position: (usize, usize),
    /// The values of the task attributes the step's expression mentions, as JSON.
    pub(super) values: Arc<str>,
}

impl GroupKey {
    pub(super) fn position(position: Position) -> (usize, usize) {
        match position {
            Position::Step { filter, target } => (filter, target),
            Position::Default => (usize::MAX, 0),
            Position::Direct => (usize::MAX, 1),
        }
    }
}

/// Tasks no worker can tell apart.
#[derive(Debug)]
pub(super) struct Group {
    key: GroupKey,
    pub(super) channel: Ordinal,
    pub(super) plan: Arc<Plan>,
    pub(super) position: Position,
    /// The attributes of one of them.
    pub(super) sample: Arc<Value>,
    sensitivity: Sensitivity,
    tasks: BTreeMap<Rank, Ordinal>,
}

/// What, apart from the worker's own attributes and activity, can make a step's expression true.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sensitivity {
    /// The load of the worker's channels.
    pub(super) load: bool,
    /// The time of day.
    pub(super) clock: bool,
}

type GroupId = u64;

/// Where a waiting task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a group of its queue's waiting tasks.
    Group {
        queue: Ordinal,
        group: GroupId,
        rank: Rank,
    },
    /// In its queue, but out of reach of every worker: its known worker does not exist.
    Apart { queue: Ordinal },
    /// Waiting for one worker, past all queues.
    Direct { worker: Ordinal, rank: Rank },
}

/// The waiting tasks of one queue.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    ids: BTreeMap<GroupKey, GroupId>,
    groups: BTreeMap<GroupId, Group>,
    next_id: GroupId,
    /// The first task of every group, by the only worker who may take it, if there is one.
    heads: BTreeMap<Option<Ordinal>, BTreeSet<(Rank, GroupId)>>,
    apart: BTreeSet<Ordinal>,
    count: usize,
    load_sensitive: usize,
    clock_sensitive: usize,
}

/// What a task brings along when it joins a group.
pub(super) struct Joining<'a> {
    pub(super) key: &'a GroupKey,
    pub(super) plan: &'a Arc<Plan>,
    pub(super) position: Position,
    pub(super) sample: &'a Arc<Value>,
    pub(super) sensitivity: Sensitivity,
}

impl Waiting {
    pub(super) fn len(&self) -> usize {
        self.count
    }

    pub(super) fn is_load_sensitive(&self) -> bool {
        self.load_sensitive > 0
    }

    pub(super) fn is_clock_sensitive(&self) -> bool {
        self.clock_sensitive > 0
    }

    pub(super) fn has_group(&self, key: &GroupKey) -> bool {
        self.ids.contains_key(key)
    }

    #[cfg(test)]
    pub(super) fn group(&self, id: GroupId) -> Option<&Group> {
        self.groups.get(&id)
    }

    pub(super) fn join(&mut self, joining: &Joining<'_>, rank: Rank, task: Ordinal) -> GroupId {
        let id = if let Some(id) = self.ids.get(joining.key) {
            *id
        } else {
            let id = self.next_id;
            self.next_id += 1;
            self.ids.insert(joining.key.clone(), id);
            self.groups.insert(
                id,
                Group {
                    key: joining.key.clone(),
                    channel: joining.key.channel,
                    plan: Arc::clone(joining.plan),
                    position: joining.position,
                    sample: Arc::clone(joining.sample),
                    sensitivity: joining.sensitivity,
                    tasks: BTreeMap::new(),
                },
            );
            self.load_sensitive += usize::from(joining.sensitivity.load);
            self.clock_sensitive += usize::from(joining.sensitivity.clock);
            id
        };
        let group = self.groups.get_mut(&id).expect("found or made above");
        let before = group.first();
        group.tasks.insert(rank, task);
        self.count += 1;
        if before.is_none_or(|(first, _)| rank < first) {
            let heads = self.heads.entry(group.key.worker).or_default();
            if let Some((first, _)) = before {
                heads.remove(&(first, id));
            }
            heads.insert((rank, id));
        }
        id
    }

    pub(super) fn leave(&mut self, id: GroupId, rank: Rank) {
        let Some(group) = self.groups.get_mut(&id) else {
            return;
        };
        let before = group.first();
        if group.tasks.remove(&rank).is_none() {
            return;
        }
        self.count -= 1;
        let worker = group.key.worker;
        if before.is_some_and(|(first, _)| first == rank) {
            let next = group.first();
            let heads = self.heads.entry(worker).or_default();
            heads.remove(&(rank, id));
            match next {
                Some((first, _)) => {
                    heads.insert((first, id));
                }
                None if heads.is_empty() => {
                    self.heads.remove(&worker);
                }
                None => {}
            }
        }
        if group.tasks.is_empty()
            && let Some(group) = self.groups.remove(&id)
        {
            self.ids.remove(&group.key);
            self.load_sensitive -= usize::from(group.sensitivity.load);
            self.clock_sensitive -= usize::from(group.sensitivity.clock);
        }
    }

    pub(super) fn stand_apart(&mut self, task: Ordinal) {
        if self.apart.insert(task) {
            self.count += 1;
        }
    }

    pub(super) fn no_longer_apart(&mut self, task: Ordinal) {
        if self.apart.remove(&task) {
            self.count -= 1;
        }
    }

    /// Tasks that stand apart.
    pub(super) fn apart(&self) -> impl Iterator<Item = Ordinal> {
        self.apart.iter().copied()
    }

    /// The groups this worker may take from, in the order of their first tasks.
    pub(super) fn groups_for(&self, worker: Ordinal) -> impl Iterator<Item = (Rank, &Group)> {
        let mut anyone = self.heads_of(None).peekable();
        let mut own = self.heads_of(Some(worker)).peekable();
        std::iter::from_fn(move || match (anyone.peek(), own.peek()) {
            (Some((first, _)), Some((second, _))) if second < first => own.next(),
            (None, Some(_)) => own.next(),
            _ => anyone.next(),
        })
    }

    fn heads_of(&self, worker: Option<Ordinal>) -> impl Iterator<Item = (Rank, &Group)> {
        self.heads
            .get(&worker)
            .into_iter()
            .flatten()
            .filter_map(|(rank, id)| Some((*rank, self.groups.get(id)?)))
    }
}

impl Group {
    /// The task that goes first.
    pub(super) fn first(&self) -> Option<(Rank, Ordinal)> {
        self.tasks
            .first_key_value()
            .map(|(rank, task)| (*rank, *task))
    }

    #[cfg(test)]
    pub(super) fn holds(&self, task: Ordinal) -> bool {
        self.tasks.values().any(|held| *held == task)
    }
}
