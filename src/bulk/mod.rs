//! The one runner of everything that changes many things: bounded by the client's pace, every item
//! ends in exactly one outcome, a journal holds what was there before.
//!
//! Selecting, showing and confirming happen before; see [`run`]. An operation changes a resource with
//! [`edit`], makes one with [`create`], or keeps its [`Step`] itself.

mod guard;
pub mod journal;
mod run;
mod summary;
mod undo;

pub use guard::{Edit, Reached, create, edit};
pub use journal::{Asked, Begun, Step};
pub use run::run;
pub use summary::{ItemOutcome, Outcome, Summary};
pub use undo::{Undo, same, undo, undoing};

use std::path::PathBuf;

use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;

use crate::cli::FailureLimit;
use crate::twilio::{self, Pace};

/// One thing to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<T> {
    /// Its SID, or whatever names it in the journal and the summary; no other item of the run has
    /// the same.
    pub sid: String,
    /// What people call it; may be empty.
    pub name: String,
    /// What the operation needs to know of it.
    pub subject: T,
}

/// An item with its place in the run.
#[derive(Debug)]
pub struct Planned<T> {
    /// The item.
    pub item: Item<T>,
    /// Keys of the items that must be done before it is begun; what is none of the run counts as
    /// done.
    pub needs: Vec<String>,
    /// The resource as it was selected, for going on after a crash.
    pub selected: Option<Box<RawValue>>,
}

impl<T> From<Item<T>> for Planned<T> {
    fn from(item: Item<T>) -> Self {
        Self {
            item,
            needs: Vec::new(),
            selected: None,
        }
    }
}

/// What all items of a run share.
#[derive(Debug)]
pub struct Options {
    /// What is done, as part of a file name: `wrap-complete`.
    pub verb: String,
    /// The command line, without secrets, for the journal.
    pub command: Vec<String>,
    /// The account it happens in.
    pub account: Option<String>,
    /// The SID of the workspace it happens in.
    pub workspace: Option<String>,
    /// Where it happens, as people call it.
    pub place: Option<String>,
    /// Where journals are kept; made when missing.
    pub journals: PathBuf,
    /// The journal to go on with instead of a new one. Items that it says are settled are to be
    /// left out.
    pub resume: Option<journal::Opened>,
    /// So many are run first, and the others only if not too many of these failed.
    pub canary: Option<usize>,
    /// Nothing more is begun once more failed than this; without a limit, none of a canary may.
    pub max_failures: Option<FailureLimit>,
    /// The pace of the client that makes the calls.
    pub pace: Pace,
    /// Cancelled by Ctrl-C: nothing new is begun, what runs may finish.
    pub cancel: CancellationToken,
}

/// How far a run is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items in all.
    pub total: usize,
    /// Items changed.
    pub done: usize,
    /// Items that needed no change.
    pub unchanged: usize,
    /// Items that failed.
    pub failed: usize,
    /// Items under way.
    pub running: usize,
}

impl Progress {
    /// Items that have their outcome.
    pub fn finished(&self) -> usize {
        self.done + self.unchanged + self.failed
    }
}

/// How an operation on an item ended well.
#[derive(Debug)]
pub enum Verdict {
    /// The change was made.
    Done {
        /// What changed, for people: `completed`.
        detail: String,
        /// What is there now, for the journal.
        after: Option<Box<RawValue>>,
    },
    /// There was nothing to change, and why: `is pending by now`.
    Unchanged(String),
}

/// Why an operation on an item failed.
#[derive(Debug, thiserror::Error)]
pub enum StepError {
    /// Twilio refused or could not be reached.
    #[error(transparent)]
    Twilio(#[from] twilio::Error),
    /// No answer came to the change, and looking again did not tell whether it was made.
    #[error("whether it was changed is not known{}: {source}", nor_readable(unread.as_deref()))]
    Unknown {
        /// What came instead of the answer.
        source: twilio::Error,
        /// Why it could not be looked at, if it could not.
        unread: Option<Box<twilio::Error>>,
    },
    /// The operation found that it must not be done, or cannot be.
    #[error("{0}")]
    Refused(String),
    /// An earlier part of the run began it, and looking again did not tell whether it was made.
    #[error("it was begun before the run broke off, and whether it was changed is not known")]
    LeftOpen,
    /// The before-image could not be kept, so the change was not made.
    #[error("cannot write the journal `{}`", path.display())]
    Journal {
        /// The journal.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

impl StepError {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Twilio(error) => error.hint(),
            Self::Unknown { .. } | Self::LeftOpen => {
                Some("the change may have been made; look before you repeat it".to_owned())
            }
            Self::Journal { .. } | Self::Refused(_) => None,
        }
    }

    fn ends_the_run(&self) -> bool {
        match self {
            Self::Twilio(error) => error.ends_the_run(),
            Self::Unknown { source, unread } => {
                source.ends_the_run() || unread.as_ref().is_some_and(|error| error.ends_the_run())
            }
            Self::LeftOpen | Self::Refused(_) => false,
            Self::Journal { .. } => true,
        }
    }
}

fn nor_readable(unread: Option<&twilio::Error>) -> String {
    unread.map_or_else(String::new, |error| {
        format!(", nor can it be read ({error})")
    })
}

/// Why a run is not a success.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No journal, no run.
    #[error("cannot begin the journal `{}`", path.display())]
    Journal {
        /// The journal, or the directory it was to stand in.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// There is no such journal.
    #[error("there is no journal `{word}`")]
    NoJournal {
        /// What was asked for.
        word: String,
        /// Where journals are kept.
        directory: PathBuf,
    },
    /// A journal, or the directory of journals, cannot be read.
    #[error("cannot read the journal `{}`", path.display())]
    ReadJournal {
        /// The journal, or the directory.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// It is not a journal, or one of another trctl.
    #[error("`{}` is {}", path.display(), other_journal(*version))]
    OtherJournal {
        /// The file.
        path: PathBuf,
        /// The version it says it has; `None` if it is no journal.
        version: Option<u32>,
    },
    /// A line of the journal cannot be understood.
    #[error("the journal `{}` cannot be understood from line {line} on: {reason}", path.display())]
    DamagedJournal {
        /// The journal.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A run that is under way writes it.
    #[error("the run of the journal `{}` is still under way", path.display())]
    BusyJournal {
        /// The journal.
        path: PathBuf,
    },
    /// Some items failed or were not reached.
    #[error("{failed} of {total} failed{}", also_not_run(*not_run))]
    SomeFailed {
        /// Items that failed.
        failed: usize,
        /// Items that were not begun because further calls had no prospect.
        not_run: usize,
        /// Items in all.
        total: usize,
    },
    /// The user stopped the run.
    #[error("interrupted with {not_run} of {total} not begun")]
    Interrupted {
        /// Items that were not begun.
        not_run: usize,
        /// Items in all.
        total: usize,
    },
}

fn other_journal(version: Option<u32>) -> String {
    match version {
        None => "not the journal of a bulk run".to_owned(),
        Some(version) if version < journal::VERSION => format!(
            "a journal of version {version}, which keeps too little to go on with or to undo"
        ),
        Some(version) => format!("a journal of version {version}, made by a newer trctl"),
    }
}

fn also_not_run(count: usize) -> String {
    match count {
        0 => String::new(),
        count => format!(", {count} were not begun"),
    }
}

#[cfg(test)]
mod tests;
