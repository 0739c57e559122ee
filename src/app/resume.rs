//! Going on with a run that broke off.

use std::sync::{Mutex, OnceLock, PoisonError};

use anyhow::Context as _;

use super::App;
use crate::bulk::journal::{self, Header, Noted};
use crate::cli::BulkArgs;
use crate::exit_code::Failure;
use crate::twilio::{Record, Resource};

/// A run that is gone on with.
pub(super) struct Resuming {
    pub(super) args: BulkArgs,
    pub(super) header: Header,
    /// What is not settled.
    left: Vec<Noted>,
    /// Taken by the run.
    journal: Mutex<Option<journal::Opened>>,
}

/// What a command goes on with, kept by the [`App`].
#[derive(Default)]
pub(super) struct Resume(OnceLock<Resuming>);

impl Resume {
    /// The run that is gone on with, if there is one.
    pub(super) fn get(&self) -> Option<&Resuming> {
        self.0.get()
    }
}

impl Resuming {
    /// The journal, for the run that goes on with it: the first time it is asked for, if the run is
    /// of this verb, account and workspace.
    pub(super) fn take_journal(
        &self,
        verb: &str,
        account: &str,
        workspace: Option<&str>,
    ) -> Result<Option<journal::Opened>, Failure> {
        if self.header.verb != verb {
            return Err(other_run("the verb", &self.header.verb, verb));
        }
        check_account(&self.header, account)?;
        check_workspace(&self.header, workspace)?;
        let journal = self.journal.lock();
        Ok(journal.unwrap_or_else(PoisonError::into_inner).take())
    }
}

impl App {
    /// Goes on with the run of a journal (path, name or `last`), under the flags of today; its
    /// command line.
    ///
    /// # Errors
    /// There is no such journal, it cannot be read or is in use.
    pub fn resume(&self, word: &str, args: BulkArgs) -> anyhow::Result<Vec<String>> {
        let opened = journal::Opened::open(&journal::find(&self.journals()?, word)?)?;
        let header = opened.account.header.clone();
        let command = header.command.clone();
        let resuming = Resuming {
            args,
            header,
            left: opened.account.left().cloned().collect(),
            journal: Mutex::new(Some(opened)),
        };
        let _ = self.resume.0.set(resuming);
        Ok(command)
    }

    /// Whether the command goes on with a run; then what it is about is not selected afresh.
    pub fn is_resumed(&self) -> bool {
        self.resume.get().is_some()
    }

    /// What is left of the run that is gone on with, as it was selected then; `None` when the
    /// command begins a run of its own.
    ///
    /// # Errors
    /// The journal holds something else.
    pub fn left_over<R: Resource>(&self) -> anyhow::Result<Option<Vec<Record<R>>>> {
        let Some(left) = self.left_over_items() else {
            return Ok(None);
        };
        left.iter()
            .map(|item| {
                let selected = item.selected.as_deref();
                let selected = selected.context("the journal does not tell what was selected");
                Ok(Record::read(selected?)?)
            })
            .collect::<anyhow::Result<_>>()
            .with_context(|| format!("cannot read {} in the journal", R::MANY))
            .map(Some)
    }

    /// The same as it is noted.
    pub fn left_over_items(&self) -> Option<&[Noted]> {
        self.resume.get().map(|resuming| resuming.left.as_slice())
    }
}

fn other_run(what: &str, theirs: &str, ours: &str) -> Failure {
    Failure::usage(format!(
        "the journal is of {what} {theirs}, and this is {ours}"
    ))
}

/// Refuses the journal of another account: what it tells of is not here.
///
/// # Errors
/// It is of another one.
pub fn check_account(header: &Header, ours: &str) -> Result<(), Failure> {
    match header.account.as_deref() {
        Some(theirs) if theirs != ours => Err(other_run("account", theirs, ours)
            .with_hint("choose the profile of that account with `--profile`")),
        _ => Ok(()),
    }
}

/// A run goes on where it began, or nobody knows what its items are.
fn check_workspace(header: &Header, ours: Option<&str>) -> Result<(), Failure> {
    match (header.workspace.as_deref(), ours) {
        (Some(theirs), Some(ours)) if theirs != ours => Err(other_run("workspace", theirs, ours)
            .with_hint(format!("go on there with `--workspace {theirs}`"))),
        _ => Ok(()),
    }
}
