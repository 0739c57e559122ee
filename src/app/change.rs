//! A bulk change from selection to summary: show, confirm, run, tell. There is one way for all.

use std::fmt;

use anyhow::Context as _;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;

use super::App;
use crate::bulk::{self, Item, Step, StepError, Verdict};
use crate::output::{Column, Format, Legacy, List, Local, Row, plural};

/// How many of the selected are shown before the question.
const SHOWN: usize = 10;

/// What became of one item, as it is printed.
#[derive(Debug, Serialize)]
pub struct Outcome {
    /// The item's SID.
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

impl App {
    /// Shows what was selected, asks, makes the change and tells what became of every item. With
    /// `--dry-run` it stops after showing.
    ///
    /// # Errors
    /// The answer was no, there was nobody to ask, or some items failed.
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
        let count = plural::count_of(rows.len(), noun.0, noun.1);
        if self.global.dry_run {
            let mut list = self.printer()?.list(columns, None)?;
            for row in &rows {
                list.row(row)?;
            }
            list.finish()?;
            self.console.note(format_args!(
                "dry run: would {} {count} in {place}",
                Lower(imperative)
            ));
            return Ok(());
        }
        if rows.is_empty() {
            self.console
                .note(format_args!("nothing to {} in {place}", Lower(imperative)));
        } else {
            if self.global.yes.is_none() && self.console.can_ask() {
                self.console.preview(columns, &rows, SHOWN);
            }
            self.confirm(format_args!("{imperative} {count} in {place}?"))?;
        }
        // What cannot be told must not be done, so this comes before.
        let list = self.printer()?.list(&OUTCOME_COLUMNS, legacy)?;
        let before: Vec<Option<Box<RawValue>>> = if self.printer()?.format() == Format::Legacy {
            rows.iter().map(|row| Some(row.raw().to_owned())).collect()
        } else {
            Vec::new()
        };
        let items: Vec<Item<T>> = rows.into_iter().map(subject).collect();
        let cancel = CancellationToken::new();
        let interrupts = watch_for_interrupt(cancel.clone());
        let options = bulk::Options {
            verb: verb.to_owned(),
            command: std::env::args().collect(),
            workspace: Some(place),
            journals: self
                .sources
                .state_directory()
                .context("there is no home directory to keep the journal in")?
                .join("journals"),
            pace: self.client()?.pace().clone(),
            cancel,
        };
        let progress = self.console.progress_of(items.len() as u64, doing);
        let interrupted = async {
            options.cancel.cancelled().await;
            self.console.note(
                "stopping when what is under way has ended; Ctrl-C once more ends it at once",
            );
            std::future::pending::<()>().await;
        };
        let run = bulk::run(
            items,
            &options,
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
        self.tell(&summary?, list, &before)
    }

    /// Changes what was named. A single thing is changed without a question and without a journal,
    /// and its error is the command's own; several go the way of [`App::change`].
    ///
    /// # Errors
    /// Those of [`App::change`], or why the single change failed.
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
        if self.global.dry_run || changes.rows.len() != 1 {
            return self.change(changes, subject, operation).await;
        }
        let Some(row) = changes.rows.pop() else {
            return Ok(());
        };
        // What cannot be told must not be done, so this comes before.
        let printer = self.printer()?;
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

    fn tell(
        &self,
        summary: &bulk::Summary,
        mut list: List<'_, Local<Outcome>>,
        before: &[Option<Box<RawValue>>],
    ) -> anyhow::Result<()> {
        let outcomes = || {
            let before = before.iter().cloned().chain(std::iter::repeat(None));
            for (item, before) in summary.items.iter().zip(before) {
                list.row(&Local::about(
                    item.sid.clone(),
                    Outcome {
                        sid: item.sid.clone(),
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
