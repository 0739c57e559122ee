//! A bulk change from selection to summary: show, confirm, run, tell. There is one way for all.

use std::fmt;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

use anyhow::Context as _;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;

use super::App;
use crate::bulk::journal::{self, Header, Noted};
use crate::bulk::{self, Item, Planned, Step, StepError, Verdict};
use crate::cli::BulkArgs;
use crate::exit_code::Failure;
use crate::model::sid::{WorkspaceSid, looks_like_sid};
use crate::output::{Column, Format, Legacy, List, Local, Row, plural};
use crate::twilio::{Record, Resource};

/// How many of the selected are shown before the question.
const SHOWN: usize = 10;

/// What became of one item, as it is printed.
#[derive(Debug, Serialize)]
pub struct Outcome {
    /// SID of what the item changes; empty for what is yet to be made.
    pub sid: String,
    /// What people call it.
    pub name: String,
    /// `done`, `unchanged`, `failed` or `not-run`.
    pub outcome: String,
    /// What exactly, or why.
    pub detail: String,
    #[serde(skip)]
    before: Option<Box<RawValue>>,
}

impl Outcome {
    /// The item as it was selected, for the lines of `-o legacy`; with any other format it is not
    /// kept.
    pub fn before<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.before.as_ref()?.get()).ok()
    }
}

/// The SID in an item's key: several requests on one thing go by `SID/what`.
fn sid_of(key: &str) -> &str {
    let first = key.split('/').next().unwrap_or_default();
    if looks_like_sid(first) { first } else { "" }
}

static OUTCOME_COLUMNS: [Column<Local<Outcome>>; 4] = [
    Column::new("sid", "SID", |row| row.value.sid.as_str().into()),
    Column::new("name", "NAME", |row| row.value.name.as_str().into()),
    Column::new("outcome", "OUTCOME", |row| {
        row.value.outcome.as_str().into()
    }),
    Column::new("detail", "DETAIL", |row| row.value.detail.as_str().into()),
];

/// A change of many things, before it is made.
pub struct Changes<R: Row + 'static> {
    /// The verb as it is typed, for the journal's name: `wrap-complete`.
    pub verb: &'static str,
    /// The verb in the question and the progress: `Complete`, `completing`.
    pub imperative: &'static str,
    /// See above.
    pub doing: &'static str,
    /// The noun, singular and plural.
    pub noun: (&'static str, &'static str),
    /// Where: the workspace's name or SID, or the account.
    pub place: String,
    /// What was selected.
    pub rows: Vec<R>,
    /// The columns that show it.
    pub columns: &'static [Column<R>],
    /// The replaced script's lines for the outcomes.
    pub legacy: Option<Legacy<Local<Outcome>>>,
}

/// A run that is gone on with.
struct Resuming {
    args: BulkArgs,
    header: Header,
    /// What is not settled.
    left: Vec<Noted>,
    /// Taken by the run.
    journal: Mutex<Option<journal::Opened>>,
}

/// What a command goes on with, kept by the [`App`].
#[derive(Default)]
pub(super) struct Resume(OnceLock<Resuming>);

/// The way of all bulk changes, with the flags that were given for it.
pub struct Bulk<'a> {
    app: &'a App,
    args: BulkArgs,
    command: Vec<String>,
}

impl App {
    /// A bulk change with these flags. Call it before anything is selected: from here on every
    /// request keeps to `--rate`.
    ///
    /// # Errors
    /// There is no client.
    pub fn bulk(&self, args: &BulkArgs) -> anyhow::Result<Bulk<'_>> {
        let args = match self.resume.0.get() {
            Some(resuming) => resuming.args.clone(),
            None => args.clone(),
        };
        if let Some(rate) = args.limits.rate {
            self.client()?.pace().cap(rate.0);
        }
        Ok(Bulk {
            app: self,
            args,
            command: std::env::args().collect(),
        })
    }

    /// Where journals are kept.
    ///
    /// # Errors
    /// There is no home.
    pub fn journals(&self) -> anyhow::Result<PathBuf> {
        let directory = self
            .sources
            .state_directory()
            .context("there is no home directory to keep journals in")?;
        Ok(directory.join("journals"))
    }

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
        self.resume.0.get().is_some()
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
        self.resume.0.get().map(|resuming| resuming.left.as_slice())
    }

    /// [`Bulk::change`] without flags of its own.
    ///
    /// # Errors
    /// Those of [`Bulk::change`].
    pub async fn change<R, T, F>(
        &self,
        changes: Changes<R>,
        subject: impl Fn(R) -> Item<T>,
        operation: impl Fn(Item<T>, Step) -> F,
    ) -> anyhow::Result<()>
    where
        R: Row,
        F: Future<Output = Result<Verdict, StepError>>,
    {
        let bulk = self.bulk(&BulkArgs::default())?;
        bulk.change(changes, subject, operation).await
    }

    /// [`Bulk::change_named`] without flags of its own.
    ///
    /// # Errors
    /// Those of [`Bulk::change_named`].
    pub async fn change_named<R, T, F>(
        &self,
        changes: Changes<R>,
        subject: impl Fn(R) -> Item<T>,
        operation: impl Fn(Item<T>, Step) -> F,
    ) -> anyhow::Result<()>
    where
        R: Row,
        F: Future<Output = Result<Verdict, StepError>>,
    {
        let bulk = self.bulk(&BulkArgs::default())?;
        bulk.change_named(changes, subject, operation).await
    }
}

impl Bulk<'_> {
    /// The command line for the journal, where the one that was typed would mean something else
    /// later.
    #[must_use]
    pub fn known_as(mut self, command: Vec<String>) -> Self {
        self.command = command;
        self
    }

    /// What the runner is told: the flags, the journal's place, the client's pace.
    ///
    /// # Errors
    /// There is no home or no client, or the run that is to go on is of another place.
    pub fn options(&self, verb: &str, place: Option<String>) -> anyhow::Result<bulk::Options> {
        let app = self.app;
        let client = app.client()?;
        let account = client.account().to_string();
        let workspace = app.workspace_sid.get().map(ToString::to_string);
        let resume = match app.resume.0.get() {
            None => None,
            Some(resuming) => {
                check_place(&resuming.header, verb, &account, workspace.as_deref())?;
                let journal = resuming.journal.lock();
                journal.unwrap_or_else(PoisonError::into_inner).take()
            }
        };
        Ok(bulk::Options {
            verb: verb.to_owned(),
            command: self.command.clone(),
            account: Some(account),
            workspace,
            place,
            journals: app.journals()?,
            resume,
            canary: self.args.limits.canary.map(NonZeroUsize::get),
            max_failures: self.args.limits.max_failures,
            pace: client.pace().clone(),
            cancel: CancellationToken::new(),
        })
    }

    /// Refuses a selection that is larger than `--max`.
    ///
    /// # Errors
    /// It is.
    pub fn refuse_too_many(&self, count: usize, noun: (&str, &str)) -> Result<(), Failure> {
        match self.args.limits.max {
            Some(max) if count > max.get() => Err(Failure::usage(format!(
                "{} selected, more than `--max {max}` allows",
                plural::count_of(count, noun.0, noun.1)
            ))
            .with_hint("nothing was done; narrow the selection, or raise `--max`")),
            _ => Ok(()),
        }
    }

    /// Runs what is planned: with progress, until it ends or Ctrl-C is pressed.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub async fn run<T, F>(
        &self,
        items: Vec<Planned<T>>,
        doing: &'static str,
        options: bulk::Options,
        operation: impl Fn(Item<T>, Step) -> F,
    ) -> Result<bulk::Summary, bulk::Error>
    where
        F: Future<Output = Result<Verdict, StepError>>,
    {
        let console = &self.app.console;
        let cancel = options.cancel.clone();
        let interrupts = watch_for_interrupt(cancel.clone());
        let progress = console.progress_of(items.len() as u64, doing);
        let interrupted = async {
            cancel.cancelled().await;
            console.note(
                "stopping when what is under way has ended; Ctrl-C once more ends it at once",
            );
            std::future::pending::<()>().await;
        };
        let run = bulk::run(
            items,
            options,
            |so_far| {
                progress.set(so_far.finished() as u64);
                if so_far.failed > 0 {
                    progress.remark(format!("({} failed)", so_far.failed));
                }
            },
            operation,
        );
        let summary = tokio::select! {
            summary = run => summary,
            () = interrupted => unreachable!("it waits for ever"),
        };
        drop(progress);
        interrupts.abort();
        summary
    }

    /// Shows what was selected, asks, makes the change and tells what became of every item. With
    /// `--dry-run` it stops after showing.
    ///
    /// # Errors
    /// There are more than `--max`, the answer was no, there was nobody to ask, or some items
    /// failed.
    pub async fn change<R, T, F>(
        &self,
        changes: Changes<R>,
        subject: impl Fn(R) -> Item<T>,
        operation: impl Fn(Item<T>, Step) -> F,
    ) -> anyhow::Result<()>
    where
        R: Row,
        F: Future<Output = Result<Verdict, StepError>>,
    {
        let planned = |row: R| {
            let selected = Some(row.raw().to_owned());
            Planned {
                selected,
                ..Planned::from(subject(row))
            }
        };
        self.change_in_order(changes, planned, operation).await
    }

    /// The same for items that need others to be done before them.
    ///
    /// # Errors
    /// Those of [`Bulk::change`].
    pub async fn change_in_order<R, T, F>(
        &self,
        changes: Changes<R>,
        planned: impl Fn(R) -> Planned<T>,
        operation: impl Fn(Item<T>, Step) -> F,
    ) -> anyhow::Result<()>
    where
        R: Row,
        F: Future<Output = Result<Verdict, StepError>>,
    {
        let app = self.app;
        let Changes {
            verb,
            imperative,
            doing,
            noun,
            place,
            rows,
            columns,
            legacy,
        } = changes;
        self.refuse_too_many(rows.len(), noun)?;
        let mut count = plural::count_of(rows.len(), noun.0, noun.1);
        if let Some(resuming) = app.resume.0.get() {
            count = format!("{count} left of {}", resuming.header.count);
        }
        if app.global.dry_run {
            let mut list = app.printer()?.list(columns, None)?;
            for row in &rows {
                list.row(row)?;
            }
            list.finish()?;
            app.console.note(format_args!(
                "dry run: would {} {count} in {place}",
                Lower(imperative)
            ));
            return Ok(());
        }
        let options = self.options(verb, Some(place.clone()))?;
        if rows.is_empty() {
            app.console
                .note(format_args!("nothing to {} in {place}", Lower(imperative)));
        } else {
            if app.global.yes.is_none() && app.console.can_ask() {
                app.console.preview(columns, &rows, SHOWN);
            }
            app.confirm(format_args!("{imperative} {count} in {place}?"))?;
        }
        // What cannot be told must not be done, so this comes before.
        let list = app.printer()?.list(&OUTCOME_COLUMNS, legacy)?;
        let before: Vec<Option<Box<RawValue>>> = if app.printer()?.format() == Format::Legacy {
            rows.iter().map(|row| Some(row.raw().to_owned())).collect()
        } else {
            Vec::new()
        };
        let items: Vec<Planned<T>> = rows.into_iter().map(planned).collect();
        let summary = self.run(items, doing, options, operation).await?;
        app.tell(&summary, list, &before)
    }

    /// Runs what was shown and agreed to, and tells what became of every piece. `workspace` is the
    /// SID of where it happens, if it is there.
    ///
    /// # Errors
    /// Some pieces failed, or the journal cannot be written.
    pub async fn carry_out<T, F>(
        &self,
        verb: &str,
        doing: &'static str,
        place: (String, Option<WorkspaceSid>),
        pieces: Vec<Planned<T>>,
        operation: impl Fn(Item<T>, Step) -> F,
    ) -> anyhow::Result<()>
    where
        F: Future<Output = Result<Verdict, StepError>>,
    {
        let mut options = self.options(verb, Some(place.0))?;
        options.workspace = place.1.map(|workspace| workspace.to_string());
        // What cannot be told must not be done, so this comes before.
        let list = self.app.printer()?.list(&OUTCOME_COLUMNS, None)?;
        let summary = self.run(pieces, doing, options, operation).await?;
        self.app.tell(&summary, list, &[])
    }

    /// Changes what was named. A single thing is changed without a question and without a journal,
    /// and its error is the command's own; several go the way of [`Bulk::change`].
    ///
    /// # Errors
    /// Those of [`Bulk::change`], or why the single change failed.
    pub async fn change_named<R, T, F>(
        &self,
        mut changes: Changes<R>,
        subject: impl Fn(R) -> Item<T>,
        operation: impl Fn(Item<T>, Step) -> F,
    ) -> anyhow::Result<()>
    where
        R: Row,
        F: Future<Output = Result<Verdict, StepError>>,
    {
        let app = self.app;
        if app.global.dry_run || app.is_resumed() || changes.rows.len() != 1 {
            return self.change(changes, subject, operation).await;
        }
        let Some(row) = changes.rows.pop() else {
            return Ok(());
        };
        // What cannot be told must not be done, so this comes before.
        let printer = app.printer()?;
        let mut list = printer.list(&OUTCOME_COLUMNS, changes.legacy)?;
        let before = (printer.format() == Format::Legacy).then(|| row.raw().to_owned());
        let item = subject(row);
        let (sid, name) = (item.sid.clone(), item.name.clone());
        let verdict = operation(item, Step::unrecorded(&sid))
            .await
            .map_err(|error| match error {
                StepError::Twilio(error) => anyhow::Error::from(error),
                other => other.into(),
            })
            .with_context(|| {
                let verb = Lower(changes.imperative);
                format!("cannot {verb} {} {sid} ({name})", changes.noun.0)
            })?;
        let (word, detail) = match verdict {
            Verdict::Done { detail, .. } => ("done", detail),
            Verdict::Unchanged(reason) => ("unchanged", reason),
        };
        list.row(&Local::about(
            sid.clone(),
            Outcome {
                sid,
                name,
                outcome: word.to_owned(),
                detail,
                before,
            },
        ))?;
        list.finish()?;
        Ok(())
    }
}

impl App {
    fn tell(
        &self,
        summary: &bulk::Summary,
        mut list: List<'_, Local<Outcome>>,
        before: &[Option<Box<RawValue>>],
    ) -> anyhow::Result<()> {
        let outcomes = || {
            let before = before.iter().cloned().chain(std::iter::repeat(None));
            for (item, before) in summary.items.iter().zip(before) {
                let sid = sid_of(&item.sid);
                list.row(&Local::about(
                    sid.to_owned(),
                    Outcome {
                        sid: sid.to_owned(),
                        name: item.name.clone(),
                        outcome: item.outcome.word().to_owned(),
                        detail: item.outcome.detail(),
                        before,
                    },
                ))?;
            }
            list.finish()
        };
        // The changes are made: that nobody reads the rows must not hide how the run ended.
        let told = outcomes();
        if summary.total > 0 {
            let counts = [
                (summary.done, "done"),
                (summary.unchanged, "unchanged"),
                (summary.failed, "failed"),
                (summary.not_run, "not run"),
            ];
            let counts: Vec<String> = counts
                .iter()
                .filter(|(count, word)| *count > 0 || *word == "done")
                .map(|(count, word)| format!("{count} {word}"))
                .collect();
            self.console.note(format_args!(
                "{} in {:.1} s",
                counts.join(", "),
                summary.elapsed.as_secs_f64()
            ));
            if let Some(journal) = &summary.journal {
                self.console
                    .note(format_args!("journal: {}", journal.display()));
            }
        }
        for (_, error) in summary.failures() {
            if let Some(hint) = error.hint() {
                self.console.hint(hint);
                break;
            }
        }
        summary.result()?;
        told?;
        Ok(())
    }
}

/// The first Ctrl-C stops new work; what runs may finish and the summary is printed. The second
/// is the system's again and ends the process.
fn watch_for_interrupt(cancel: CancellationToken) -> tokio::task::JoinHandle<()> {
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            cancel.cancel();
            if tokio::signal::ctrl_c().await.is_ok() {
                #[expect(clippy::exit, reason = "a second Ctrl-C means now")]
                std::process::exit(crate::exit_code::ExitCode::Interrupted.number().into());
            }
        }
    })
}

/// A run goes on where it began, or nobody knows what its items are.
fn check_place(
    header: &Header,
    verb: &str,
    account: &str,
    workspace: Option<&str>,
) -> Result<(), Failure> {
    let other = |what: &str, theirs: &str, ours: &str| {
        Err(Failure::usage(format!(
            "the journal is of {what} {theirs}, and this is {ours}"
        )))
    };
    if header.verb != verb {
        return other("the verb", &header.verb, verb);
    }
    match header.account.as_deref() {
        Some(theirs) if theirs != account => return other("account", theirs, account),
        _ => {}
    }
    match (header.workspace.as_deref(), workspace) {
        (Some(theirs), Some(ours)) if theirs != ours => {
            other("workspace", theirs, ours).map_err(|failure| {
                failure.with_hint(format!("go on there with `--workspace {theirs}`"))
            })
        }
        _ => Ok(()),
    }
}

/// A verb in the middle of a sentence.
struct Lower(&'static str);

impl fmt::Display for Lower {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = self.0.chars();
        if let Some(first) = letters.next() {
            write!(formatter, "{}{}", first.to_lowercase(), letters.as_str())?;
        }
        Ok(())
    }
}
