//! The questions the engine asks while a task goes through a workflow.

use serde_json::Value as Json;

use super::{Configuration, Filter, KnownWorkerKey, Target};
use crate::model::sid::WorkerSid;
use crate::routing::expr::{SkipIfScope, TargetScope, WorkerCounts, WorkerFacts};

/// What a task says about the one worker it is for, see [`KnownWorkerKey::resolve`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownWorker<'a> {
    /// The worker of that SID; it is well-formed, but there may be no such worker.
    Sid(&'a str),
    /// The worker of that name.
    FriendlyName(&'a str),
    /// The attribute is `null`: no worker is known, which is no mistake.
    None,
    /// The task has no such attribute (debugger alert 40154).
    Missing,
    /// The attribute holds something else (debugger alert 40154).
    Invalid,
}

impl Configuration {
    /// The position of the first filter from position `from` on that is true for the task.
    /// `now` is in milliseconds since 1970 in UTC.
    pub fn next_filter(&self, from: usize, attributes: &Json, now: i64) -> Option<usize> {
        let candidates = self.filters.get(from..)?;
        candidates
            .iter()
            .position(|filter| filter.expression.matches_task(attributes, now))
            .map(|offset| from + offset)
    }
}

impl Filter {
    /// When the target at `position` ends, in seconds since the task entered the workflow: the sum
    /// of the timeouts up to and including its own. `None` when it has no timeout, or does not
    /// exist: then it never ends by itself.
    pub fn deadline(&self, position: usize) -> Option<u64> {
        self.targets.get(position)?.timeout?;
        let timeouts = self.targets[..=position]
            .iter()
            .map(|target| target.timeout);
        Some(timeouts.flatten().sum())
    }
}

impl Target {
    /// Whether the target's expression lets the worker take the task; true without one. Neither
    /// queue membership nor the known worker is looked at. `now` as in
    /// [`Configuration::next_filter`].
    pub fn admits<W: WorkerFacts + ?Sized>(&self, task: &Json, worker: &W, now: i64) -> bool {
        self.expression
            .as_ref()
            .is_none_or(|expression| expression.eval(&TargetScope { task, worker, now }))
    }

    /// Whether a task that found no worker on entering the target goes on at once.
    pub fn skips<C: WorkerCounts + ?Sized>(&self, counts: &C) -> bool {
        self.skip_if
            .as_ref()
            .is_some_and(|skip_if| skip_if.eval(&SkipIfScope(counts)))
    }
}

impl KnownWorkerKey {
    /// What the task's attributes say about the worker.
    ///
    /// Unless they name one, nobody may take the task in this target, whatever the reason.
    pub fn resolve<'a>(&self, task: &'a Json) -> KnownWorker<'a> {
        match (self, self.reference().find_in_task(task)) {
            (_, None) => KnownWorker::Missing,
            (_, Some(Json::Null)) => KnownWorker::None,
            (Self::Sid(_), Some(Json::String(text))) if text.parse::<WorkerSid>().is_ok() => {
                KnownWorker::Sid(text)
            }
            (Self::FriendlyName(_), Some(Json::String(text))) if !text.is_empty() => {
                KnownWorker::FriendlyName(text)
            }
            _ => KnownWorker::Invalid,
        }
    }
}
