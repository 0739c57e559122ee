//! Workflow configurations: which tasks go through which queues, how long and to whom.
//!
//! [`Configuration::parse`] reads the JSON document of a workflow and compiles its expressions;
//! it reports every problem, each with its JSON path. What remains is pure: the engine keeps a
//! task's position and clock and asks [`Configuration::next_filter`], [`Filter::deadline`],
//! [`Target::admits`], [`Target::skips`] and [`KnownWorkerKey::resolve`] what to do. Queues stay
//! the texts that were written; [`Configuration::check_queues`] compares them with the real ones.
//!
//! Inferred where Twilio is silent: an empty `expression`, `order_by` or `skip_if` of a target
//! counts as absent, so does any key that is `null`; a `timeout` in the default filter is ignored.

mod error;
mod parse;
mod step;
mod write;

#[cfg(test)]
mod tests;

pub use error::{Error, ErrorKind, Errors, Warning, WarningKind};
pub use step::KnownWorker;

use crate::routing::expr::{Expr, OrderBy, Reference};

/// The routing rules of a workflow, with compiled expressions.
#[derive(Debug, Clone, PartialEq)]
pub struct Configuration {
    /// Tried from the first to the last; the first that is true for a task takes it.
    pub filters: Vec<Filter>,
    /// For tasks that match no filter. Never has a timeout.
    pub default_filter: Option<Target>,
}

/// One rule: an expression over task attributes and the steps of tasks that match it.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// A label without meaning.
    pub friendly_name: Option<String>,
    /// Over task attributes, without a prefix.
    pub expression: Expr,
    /// The steps, at least one.
    pub targets: Vec<Target>,
}

/// One routing step.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Where the task waits; already inherited from the target before when the text names none.
    pub queue: String,
    /// The priority the task gets; without one it keeps its own.
    pub priority: Option<i64>,
    /// Seconds, at least 1. Adds to those of the targets before, see [`Filter::deadline`].
    pub timeout: Option<u64>,
    /// Which workers, by `task.…` and `worker.…`; without one all of the queue.
    pub expression: Option<Expr>,
    /// Which worker first; without one who waited longest.
    pub order_by: Option<OrderBy>,
    /// When to go on at once if no worker could be reserved on entry.
    pub skip_if: Option<Expr>,
    /// The one worker to consider.
    pub known_worker: Option<KnownWorkerKey>,
}

/// Where a task tells the one worker it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnownWorkerKey {
    /// `known_worker_sid`: the attribute holds a worker's SID.
    Sid(Reference),
    /// `known_worker_friendly_name`: the attribute holds a worker's name.
    FriendlyName(Reference),
}

impl KnownWorkerKey {
    /// The task attribute looked at, always `task.…`.
    pub fn reference(&self) -> &Reference {
        match self {
            Self::Sid(reference) | Self::FriendlyName(reference) => reference,
        }
    }

    /// The key it is written under.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Sid(_) => "known_worker_sid",
            Self::FriendlyName(_) => "known_worker_friendly_name",
        }
    }
}

impl Target {
    /// A step that offers the task to every worker of `queue` without end.
    pub fn to_queue(queue: impl Into<String>) -> Self {
        Self {
            queue: queue.into(),
            priority: None,
            timeout: None,
            expression: None,
            order_by: None,
            skip_if: None,
            known_worker: None,
        }
    }
}

impl Configuration {
    /// The queues tasks can get into, the default filter's last; a queue may come repeatedly.
    pub fn queues(&self) -> impl Iterator<Item = &str> {
        let in_filters = self.filters.iter().flat_map(|filter| &filter.targets);
        let targets = in_filters.chain(&self.default_filter);
        targets.map(|target| target.queue.as_str())
    }

    /// One error for each place that names a queue which `exists` denies.
    ///
    /// # Errors
    /// When there is such a place. An inherited queue is reported only where it is written.
    pub fn check_queues(&self, exists: impl Fn(&str) -> bool) -> Result<(), Errors> {
        let mut errors = Vec::new();
        let mut check = |queue: &str, path: &dyn Fn() -> String| {
            if !exists(queue) {
                errors.push(Error {
                    path: path(),
                    kind: ErrorKind::UnknownQueue(queue.to_owned()),
                });
            }
        };
        for (f, filter) in self.filters.iter().enumerate() {
            let mut before = None;
            for (t, target) in filter.targets.iter().enumerate() {
                if before != Some(&target.queue) {
                    check(&target.queue, &|| {
                        format!("task_routing.filters[{f}].targets[{t}].queue")
                    });
                }
                before = Some(&target.queue);
            }
        }
        if let Some(target) = &self.default_filter {
            check(&target.queue, &|| {
                "task_routing.default_filter.queue".to_owned()
            });
        }
        Errors::check(errors)
    }
}
