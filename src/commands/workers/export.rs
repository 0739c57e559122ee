//! `trctl workers export`: workers as a table that `trctl workers import` reads.

use anyhow::Context as _;
use clap::ValueEnum;
use futures::{StreamExt as _, TryStreamExt as _};
use serde_json::Value as Json;

use super::filter::FilterArgs;
use super::noun::{self, JOINS_AT_ONCE};
use super::row::{COLUMNS, WorkerRow};
use crate::app::{App, By};
use crate::exit_code::Failure;
use crate::model::sid::WorkspaceSid;
use crate::model::{Worker, WorkerChannel};
use crate::twilio::{Client, ListQuery, WorkerScope};
use crate::worker_table::{self, ChannelEntry, Entry, Format, Spread};

/// Write workers as CSV or NDJSON that `workers import` reads
///
/// Importing what was exported changes nothing. CSV unless `-o ndjson` is given. In CSV every
/// attribute has a column of its own (`attributes.contact_uri`); a text that would read as JSON,
/// such as `5`, has its quotes around it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workers export > workers.csv
  trctl workers export --queue Support --attributes json -o csv
  trctl workers export -o ndjson | trctl --profile staging workers import - --dry-run")]
pub(super) struct ExportArgs {
    /// How attributes are laid out in CSV
    #[arg(long, value_enum, value_name = "LAYOUT", default_value_t = Layout::Columns)]
    attributes: Layout,

    /// Leave out the capacities, which take one request per worker
    #[arg(long)]
    no_channels: bool,

    #[command(flatten)]
    filter: FilterArgs,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Layout {
    /// A column for each attribute
    Columns,
    /// One column of JSON
    Json,
}

pub(super) async fn run(app: &App, args: &ExportArgs) -> anyhow::Result<()> {
    app.refuse_row_flags("an export, which is to be imported")?;
    if app.global().jq.is_some() {
        return Err(
            Failure::usage("`--jq` means nothing for an export, which is to be imported")
                .with_hint("`trctl workers list --jq FILTER` takes one")
                .into(),
        );
    }
    let format = match app.global().output.as_deref() {
        None | Some("csv") => Format::Csv,
        Some("ndjson") => Format::Ndjson,
        Some(other) => {
            return Err(Failure::usage(format!("workers are not exported as `{other}`"))
                .with_hint("`-o csv` and `-o ndjson` can be imported; `trctl workers list` has the other formats")
                .into());
        }
    };
    let spread = match args.attributes {
        Layout::Columns => Spread::Columns,
        Layout::Json => Spread::Json,
    };
    let workspace = app.workspace().await?;
    let client = app.client()?;
    let filters = args.filter.form(app, workspace).await?;
    let selection = app.selection(&args.filter.select, By::StatusChanged, &COLUMNS)?;
    let rows = noun::rows::<Worker, _, _>(app, workspace, filters, &selection, async |record| {
        Ok(WorkerRow::without_tasks(app, record))
    })?;
    let entries: Vec<Entry> = rows
        .map_ok(|row| entry(app, client, workspace, row.record.value, args.no_channels))
        .try_buffered(JOINS_AT_ONCE)
        .try_collect()
        .await?;
    app.console()
        .print(&worker_table::write(&entries, format, spread))?;
    Ok(())
}

async fn entry(
    app: &App,
    client: &Client,
    workspace: WorkspaceSid,
    worker: Worker,
    no_channels: bool,
) -> anyhow::Result<Entry> {
    let mut entry = Entry {
        activity: Some(worker.activity_name).filter(|name| !name.is_empty()),
        ..Entry::default()
    };
    match serde_json::from_str(&worker.attributes) {
        Ok(Json::Object(attributes)) => entry.attributes = attributes,
        _ => app.console().warn(format_args!(
            "the attributes of {} ({}) are left out: they are not a JSON object",
            worker.friendly_name, worker.sid
        )),
    }
    if !no_channels {
        let scope = WorkerScope {
            workspace,
            worker: worker.sid,
        };
        let mut channels = client
            .list::<WorkerChannel>(scope, &ListQuery::all())
            .map(|channel| {
                channel.with_context(|| {
                    format!(
                        "cannot list the channels of worker {}",
                        worker.friendly_name
                    )
                })
            });
        while let Some(channel) = channels.try_next().await? {
            let channel = channel.value;
            entry.channels.insert(
                channel.task_channel_unique_name,
                ChannelEntry {
                    capacity: Some(channel.configured_capacity),
                    available: channel.available,
                },
            );
        }
    }
    entry.friendly_name = worker.friendly_name;
    Ok(entry)
}
