//! What is asked: a window of time, and what to look at in it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::Window;
use super::sight::Limits;
use super::{Seconds, Stamp};

/// What the figures are narrowed to. A task is that of the queue it is or was last in; `null` is
/// everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Filters {
    /// Name or SID of a task queue.
    pub queue: Option<String>,
    /// Name or SID of a workflow.
    pub workflow: Option<String>,
    /// Unique name of a task channel.
    pub channel: Option<String>,
    /// The `team` among the attributes of tasks and workers.
    pub team: Option<String>,
}

/// A window of time in milliseconds since 1970 began; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Between {
    /// Its beginning.
    pub from: i64,
    /// Its end.
    pub to: i64,
}

impl Between {
    /// Whether the moment belongs to it; what never happened does not.
    pub fn holds(self, moment: Option<i64>) -> bool {
        moment.is_some_and(|moment| self.from <= moment && moment <= self.to)
    }

    /// The window with the time zone's name.
    pub fn described(self, time_zone: &str) -> Window {
        Window {
            start: Stamp(self.from),
            end: Stamp(self.to),
            minutes: Seconds::between(self.from, self.to).as_f64() / 60.0,
            time_zone: time_zone.to_owned(),
        }
    }
}

/// A question, with everything the answer depends on but the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// When it is asked.
    pub now: i64,
    /// The last midnight.
    pub midnight: i64,
    /// The name of the time zone midnight is in.
    pub time_zone: String,
    /// What the window figures are about.
    pub window: Between,
    /// What to look at.
    pub filters: Filters,
    /// What may be looked at.
    pub limits: Limits,
}

/// Within which time tasks are to be accepted, in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thresholds {
    /// Of queues that are not named, and of tasks without a queue.
    pub default: u64,
    /// By the queue's name.
    pub queues: BTreeMap<String, u64>,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            default: 120_000,
            queues: BTreeMap::new(),
        }
    }
}

impl Thresholds {
    /// That of the queue with this name.
    pub fn of(&self, queue: Option<&str>) -> u64 {
        queue
            .and_then(|queue| self.queues.get(queue))
            .copied()
            .unwrap_or(self.default)
    }
}
