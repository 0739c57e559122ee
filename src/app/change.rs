//! A bulk change from selection to summary: show, confirm, run, tell. There is one way for all.

use std::fmt;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::Context as _;
use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;

use super::App;
use super::outcome::{OUTCOME_COLUMNS, Outcome};
use crate::bulk::{self, Item, Planned, Step, StepError, Verdict};
use crate::cli::BulkArgs;
use crate::exit_code::Failure;
use crate::model::sid::WorkspaceSid;
use crate::output::{Column, Format, Legacy, Local, Row, plural};

/// How many of the selected are shown before the question.
const SHOWN: usize = 10;

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
    /// There is no client, or it was to be watched.
    pub fn bulk(&self, args: &BulkArgs) -> anyhow::Result<Bulk<'_>> {
        self.refuse_watch()?;
        let args = match self.resume.get() {
            Some(resuming) => resuming.args.clone(),
            None => args.clone(),
        };
        if let Some(rate) = args.limits.rate {
            self.client()?.pace().cap(rate.0);
        }
        Ok(Bulk {
            app: self,
            args,
            command: std::env::args_os()
                .map(|word| word.to_string_lossy().into_owned())
                .collect(),
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
        let resume = match app.resume.get() {
            None => None,
            Some(resuming) => resuming.take_journal(verb, &account, workspace.as_deref())?,
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
        // From the end on, whether the run came to it or was given up.
        let over = CancellationToken::new();
        let _is_over = over.clone().drop_guard();
        watch_for_interrupt(cancel.clone(), over);
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
        if let Some(resuming) = app.resume.get() {
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

/// The first Ctrl-C stops new work; what runs may finish and the summary is printed. The second
/// ends the process, and so does the first while the summary is printed: once somebody has listened
/// for it, the system does not end the process by itself any more.
fn watch_for_interrupt(cancel: CancellationToken, over: CancellationToken) {
    tokio::spawn(async move {
        while tokio::signal::ctrl_c().await.is_ok() {
            if cancel.is_cancelled() || over.is_cancelled() {
                #[expect(clippy::exit, reason = "there is nothing more to wait for")]
                std::process::exit(crate::exit_code::ExitCode::Interrupted.number().into());
            }
            cancel.cancel();
        }
    });
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
