//! Tests of a workflow: cases that say which workers there are and which task comes, and what is
//! expected to become of it. They run on the engine in virtual time; nothing is asked of anybody.
//!
//! A file is read by [`TestFile::parse`]; [`Trial::new`] puts it together with the workflow's
//! rules, and with what a workspace already has if the caller knows it, and checks every name;
//! [`Trial::run`] runs the cases.
//!
//! Decided here: whoever is offered a task accepts it at once, unless the case says that nobody
//! answers; workers who were named first have been idle longest; the offers of a task that came
//! `before` are always accepted.

mod file;
mod report;
mod run;
#[cfg(test)]
mod tests;
#[expect(
    clippy::module_inception,
    reason = "the trial is what the folder is about"
)]
mod trial;

use std::fmt;

use serde::Serialize;

#[cfg(feature = "server")]
pub(crate) use file::document;
pub use file::{Outcome, TestFile, WorkflowSource};
pub use report::{CaseReport, FilterHits, Found, Mismatch, Report};
pub use trial::Trial;

use crate::model::QueueOrder;

/// Where in the file; both counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The line.
    pub line: u64,
    /// The column.
    pub column: u64,
}

impl Place {
    fn of(location: serde_saphyr::Location) -> Self {
        Self {
            line: location.line(),
            column: location.column(),
        }
    }
}

/// Why a file cannot be run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Error {
    /// Where; `None` for the whole file.
    pub place: Option<Place>,
    /// What is wrong, with what may have been meant.
    pub problem: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place {
            write!(f, "{}:{}: ", place.line, place.column)?;
        }
        f.write_str(&self.problem)
    }
}

impl Error {
    pub(crate) fn at(location: serde_saphyr::Location, problem: impl Into<String>) -> Self {
        Self {
            place: Some(Place::of(location)),
            problem: problem.into(),
        }
    }
}

/// What there is before the file adds to it: nothing, or a workspace's own.
#[derive(Debug, Clone, Default)]
pub struct Stage {
    /// Activities.
    pub activities: Vec<StageActivity>,
    /// Unique names of task channels.
    pub channels: Vec<String>,
    /// Queues.
    pub queues: Vec<StageQueue>,
    /// Workers whose attributes a file may leave out.
    pub workers: Vec<StageWorker>,
    /// Seconds a reservation may stay pending.
    pub reservation_timeout: Option<u32>,
    /// Name of the activity of workers who let a reservation time out.
    pub timeout_activity: Option<String>,
}

/// An activity.
#[derive(Debug, Clone)]
pub struct StageActivity {
    /// Its SID where it has one; rules may name it (`workers.WA…`).
    pub sid: Option<String>,
    /// Name for people.
    pub name: String,
    /// Whether tasks may be offered meanwhile.
    pub available: bool,
}

/// A queue.
#[derive(Debug, Clone)]
pub struct StageQueue {
    /// Its SID where it has one; rules may name it.
    pub sid: Option<String>,
    /// Name for people.
    pub name: String,
    /// Expression over worker attributes; everybody when missing.
    pub target_workers: Option<String>,
    /// Workers reserved at once for one task.
    pub max_reserved_workers: Option<u32>,
    /// Whether the oldest or the newest task goes first.
    pub task_order: Option<QueueOrder>,
}

/// A worker.
#[derive(Debug, Clone)]
pub struct StageWorker {
    /// `WK…`; attributes and rules may name it.
    pub sid: Option<String>,
    /// Name for people.
    pub name: String,
    /// A JSON object.
    pub attributes: String,
}
