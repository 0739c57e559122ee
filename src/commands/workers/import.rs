//! `trctl workers import`: makes and changes workers as a table says.

mod plan;
mod run;

use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;

use super::noun;
use crate::app::{App, Changes};
use crate::bulk::{Item, Planned, Step};
use crate::cli::{BulkArgs, LimitArgs};
use crate::exit_code::Failure;
use crate::worker_table::{self, Entry, Format};
use plan::{COLUMNS, Work};

/// Create and change workers as a CSV or NDJSON file says
///
/// A worker whose friendly name is known is changed, any other is created. Nothing is deleted, and
/// what the file does not say stays: attributes are merged, empty cells are skipped. The columns
/// are `friendly_name`, `activity`, `attributes` (a JSON object), `attributes.PATH` (JSON if it
/// reads as such, else text), `channels.NAME.capacity` and `channels.NAME.available`; NDJSON has
/// the same as nested objects. What is to be done is shown first: `+` creates, `~` changes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workers import workers.csv --dry-run
  trctl workers import workers.csv --yes
  trctl workers export | sed s/Offline/Available/ | trctl workers import - --yes")]
pub(super) struct ImportArgs {
    /// File to read; `-` for stdin
    #[arg(value_name = "FILE")]
    file: String,

    /// How it is written; told by the file's name or its beginning unless given
    #[arg(long, value_name = "FORMAT", value_parser = ["csv", "ndjson"])]
    format: Option<String>,

    #[command(flatten)]
    limits: LimitArgs,
}

impl ImportArgs {
    fn read(&self) -> anyhow::Result<Vec<Entry>> {
        let (text, name) = if self.file == "-" {
            let mut text = String::new();
            std::io::stdin()
                .read_to_string(&mut text)
                .context("cannot read the workers from stdin")?;
            (text, "stdin")
        } else {
            let text = std::fs::read_to_string(&self.file).map_err(|error| {
                Failure::usage(format!(
                    "cannot read the workers from `{}`: {error}",
                    self.file
                ))
            })?;
            (text, self.file.as_str())
        };
        let entries = worker_table::read(&text, self.format(&text)).map_err(|error| {
            let failure = Failure::usage(format!("{name}: {error}"));
            match error.hint() {
                Some(hint) => failure.with_hint(hint),
                None => failure,
            }
        })?;
        Ok(entries)
    }

    fn format(&self, text: &str) -> Format {
        let ending = Path::new(&self.file)
            .extension()
            .and_then(|ending| ending.to_str())
            .map(str::to_ascii_lowercase);
        match self.format.as_deref().or(ending.as_deref()) {
            Some("csv") => Format::Csv,
            Some("ndjson" | "jsonl") => Format::Ndjson,
            _ if text
                .trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t'])
                .starts_with('{') =>
            {
                Format::Ndjson
            }
            _ => Format::Csv,
        }
    }
}

pub(super) async fn run(app: &App, args: &ImportArgs) -> anyhow::Result<()> {
    let entries = args.read()?;
    let workspace = app.workspace().await?;
    let client = app.client()?;
    let plan = plan::make(client, workspace, entries).await?;
    app.console().note(format_args!(
        "workers: + {} to create, ~ {} to change, = {} as they are",
        plan.created, plan.changed, plan.unchanged
    ));
    if plan.steps.is_empty() {
        return Ok(());
    }
    let changes = Changes {
        verb: "import",
        imperative: "Make",
        doing: "importing",
        noun: ("change of workers", "changes of workers"),
        place: app.place(workspace)?,
        rows: plan.steps,
        columns: &COLUMNS,
        legacy: None,
    };
    let planned = |row: plan::Step| {
        let mut work = row.into_work();
        Planned {
            needs: std::mem::take(&mut work.needs),
            // Imported once more, the file itself says what is left.
            selected: None,
            item: Item {
                sid: work.key.clone(),
                name: work.friendly_name.clone(),
                subject: work,
            },
        }
    };
    let operation = |item: Item<Work>, step: Step| async move {
        run::carry_out(client, workspace, &item.subject, &step).await
    };
    let bulk = app.bulk(&BulkArgs::from(&args.limits))?;
    bulk.change_in_order(changes, planned, operation).await
}
