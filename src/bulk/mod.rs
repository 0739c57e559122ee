//! The one runner of everything that changes many things: bounded by the client's pace, every item
//! ends in exactly one outcome, a journal holds what was there before.
//!
//! Selecting, showing and confirming happen before; see [`run`].

mod guard;
mod journal;
mod summary;

pub use guard::{Reached, guarded};
pub use journal::Step;
pub use summary::{ItemOutcome, Outcome, Summary};

use std::path::PathBuf;
use std::time::Instant;

use futures::StreamExt as _;
use futures::stream::FuturesUnordered;
use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;

use crate::twilio::{self, Pace};

use journal::{Header, Journal};

/// One thing to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<T> {
    /// Its SID, or whatever names it in the journal and the summary.
    pub sid: String,
    /// What people call it; may be empty.
    pub name: String,
    /// What the operation needs to know of it.
    pub subject: T,
}

/// What all items of a run share.
#[derive(Debug, Clone)]
pub struct Options {
    /// What is done, as part of a file name: `wrap-complete`.
    pub verb: String,
    /// The command line, without secrets, for the journal.
    pub command: Vec<String>,
    /// The workspace it happens in.
    pub workspace: Option<String>,
    /// Where journals are kept; made when missing.
    pub journals: PathBuf,
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
            Self::Unknown { .. } => {
                Some("the change may have been made; look before you repeat it".to_owned())
            }
            Self::Journal { .. } => None,
        }
    }

    fn ends_the_run(&self) -> bool {
        match self {
            Self::Twilio(error) => error.ends_the_run(),
            Self::Unknown { source, unread } => {
                source.ends_the_run() || unread.as_ref().is_some_and(|error| error.ends_the_run())
            }
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

fn also_not_run(count: usize) -> String {
    match count {
        0 => String::new(),
        count => format!(", {count} were not begun"),
    }
}

/// Runs an operation on every item and tells what became of each, in the order they were given.
///
/// As many run at once as the pace allows. An error that no further call could escape (wrong
/// credentials, no connection, 429 without end) ends the run early.
pub async fn run<T, F>(
    items: Vec<Item<T>>,
    options: &Options,
    progress: impl Fn(Progress),
    operation: impl Fn(Item<T>, Step) -> F,
) -> Result<Summary, Error>
where
    F: Future<Output = Result<Verdict, StepError>>,
{
    let started = Instant::now();
    let mut told = Progress {
        total: items.len(),
        ..Progress::default()
    };
    let mut outcomes: Vec<ItemOutcome> = items
        .iter()
        .map(|item| ItemOutcome::not_run(&item.sid, &item.name))
        .collect();
    if items.is_empty() {
        return Ok(Summary::new(
            &options.verb,
            outcomes,
            None,
            started.elapsed(),
        ));
    }
    let journal = Journal::begin(
        &options.journals,
        &Header {
            verb: &options.verb,
            command: &options.command,
            workspace: options.workspace.as_deref(),
            count: items.len(),
        },
    )?;

    let mut limit = options.pace.limit();
    let mut waiting = items.into_iter().enumerate();
    let mut running = FuturesUnordered::new();
    let mut stopped: Option<String> = None;
    progress(told);
    loop {
        let room = *limit.borrow_and_update();
        while stopped.is_none() && !options.cancel.is_cancelled() && running.len() < room {
            let Some((index, item)) = waiting.next() else {
                break;
            };
            let step = journal.step(&item.sid);
            let work = operation(item, step.clone());
            running.push(async move { (index, step.conclude(work.await)) });
        }
        told.running = running.len();
        if running.is_empty() {
            break;
        }
        tokio::select! {
            finished = running.next() => {
                let (index, outcome) = finished.expect("the loop ends when nothing runs");
                match &outcome {
                    Outcome::Done(_) => told.done += 1,
                    Outcome::Unchanged(_) => told.unchanged += 1,
                    Outcome::Failed(error) => {
                        told.failed += 1;
                        if error.ends_the_run() && stopped.is_none() {
                            stopped = Some(format!("not begun after: {error}"));
                        }
                    }
                    Outcome::NotRun(_) => {}
                }
                outcomes[index].outcome = outcome;
                told.running = running.len();
                progress(told);
            }
            _ = limit.changed() => {}
        }
    }
    let reason = stopped.unwrap_or_else(|| "interrupted before it began".to_owned());
    for (index, _) in waiting {
        outcomes[index].outcome = Outcome::NotRun(reason.clone());
    }
    let summary = Summary::new(
        &options.verb,
        outcomes,
        Some(journal.path().to_owned()),
        started.elapsed(),
    )
    .interrupted(options.cancel.is_cancelled());
    journal.end(&summary);
    Ok(summary)
}

#[cfg(test)]
mod tests;
