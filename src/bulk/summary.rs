//! What became of a run, item by item.

use std::path::PathBuf;
use std::time::Duration;

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::{Error, StepError};

/// The one way an item ends.
#[derive(Debug)]
pub enum Outcome {
    /// Changed; what exactly.
    Done(String),
    /// Nothing to change; why.
    Unchanged(String),
    /// Not changed, or not known to be.
    Failed(StepError),
    /// Not begun; why.
    NotRun(String),
}

impl Outcome {
    /// The outcome in one word, for columns and journals.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Done(_) => "done",
            Self::Unchanged(_) => "unchanged",
            Self::Failed(_) => "failed",
            Self::NotRun(_) => "not-run",
        }
    }

    /// What there is to say about it.
    pub fn detail(&self) -> String {
        match self {
            Self::Done(text) | Self::Unchanged(text) | Self::NotRun(text) => text.clone(),
            Self::Failed(error) => error.to_string(),
        }
    }
}

/// An item and its outcome.
#[derive(Debug)]
pub struct ItemOutcome {
    /// The item's SID.
    pub sid: String,
    /// What people call it.
    pub name: String,
    /// How it ended.
    pub outcome: Outcome,
}

impl ItemOutcome {
    pub(super) fn not_run(sid: &str, name: &str) -> Self {
        Self {
            sid: sid.to_owned(),
            name: name.to_owned(),
            outcome: Outcome::NotRun(String::new()),
        }
    }
}

impl Serialize for ItemOutcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut item = serializer.serialize_struct("ItemOutcome", 4)?;
        item.serialize_field("sid", &self.sid)?;
        item.serialize_field("name", &self.name)?;
        item.serialize_field("outcome", self.outcome.word())?;
        item.serialize_field("detail", &self.outcome.detail())?;
        item.end()
    }
}

/// What became of a run.
#[derive(Debug, serde::Serialize)]
pub struct Summary {
    /// What was done.
    pub verb: String,
    /// Items in all.
    pub total: usize,
    /// Items changed.
    pub done: usize,
    /// Items that needed no change.
    pub unchanged: usize,
    /// Items that failed.
    pub failed: usize,
    /// Items that were not begun.
    pub not_run: usize,
    /// Whether the user stopped it.
    pub interrupted: bool,
    /// Seconds it took.
    #[serde(serialize_with = "seconds", rename = "seconds")]
    pub elapsed: Duration,
    /// Where the before-images are; `None` when there was nothing to do.
    pub journal: Option<PathBuf>,
    /// Every item, in the order they were given.
    pub items: Vec<ItemOutcome>,
}

fn seconds<S: Serializer>(elapsed: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(elapsed.as_secs_f64())
}

impl Summary {
    pub(super) fn new(
        verb: &str,
        items: Vec<ItemOutcome>,
        journal: Option<PathBuf>,
        elapsed: Duration,
    ) -> Self {
        let count = |word| {
            items
                .iter()
                .filter(|item| item.outcome.word() == word)
                .count()
        };
        Self {
            verb: verb.to_owned(),
            total: items.len(),
            done: count("done"),
            unchanged: count("unchanged"),
            failed: count("failed"),
            not_run: count("not-run"),
            interrupted: false,
            elapsed,
            journal,
            items,
        }
    }

    /// A run that was stopped when nothing was left to begin was not interrupted.
    pub(super) fn interrupted(mut self, cancelled: bool) -> Self {
        self.interrupted = cancelled && self.not_run > 0;
        self
    }

    /// The items that failed.
    pub fn failures(&self) -> impl Iterator<Item = (&ItemOutcome, &StepError)> {
        self.items.iter().filter_map(|item| match &item.outcome {
            Outcome::Failed(error) => Some((item, error)),
            _ => None,
        })
    }

    /// Success only when every item was changed or needed no change.
    pub fn result(&self) -> Result<(), Error> {
        if self.interrupted {
            return Err(Error::Interrupted {
                not_run: self.not_run,
                total: self.total,
            });
        }
        if self.failed > 0 || self.not_run > 0 {
            return Err(Error::SomeFailed {
                failed: self.failed,
                not_run: self.not_run,
                total: self.total,
            });
        }
        Ok(())
    }
}
