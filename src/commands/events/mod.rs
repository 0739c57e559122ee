//! `trctl events`: what happened in the workspace, read from Twilio's log, and the store that keeps
//! it.

#[cfg(feature = "server")]
mod backfill;
#[cfg(feature = "server")]
mod export;
mod filter;
#[cfg(feature = "server")]
mod ingest;
mod list;
#[cfg(feature = "server")]
mod quarantine;
#[cfg(feature = "server")]
mod stream;
mod tail;
#[cfg(feature = "server")]
mod verify;

use jiff::{SignedDuration, Timestamp};

use super::noun;
use crate::app::App;
use crate::model::Event;
use crate::output::{Cell, Column};
use crate::twilio::Record;

/// How long Twilio keeps events.
pub(super) const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// See what happened in the workspace, follow what happens, and keep it
#[derive(Debug, clap::Args)]
pub(super) struct EventsArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    /// Show one event with everything it tells
    Get(GetArgs),
    Tail(tail::TailArgs),
    #[cfg(feature = "server")]
    Backfill(backfill::BackfillArgs),
    #[cfg(feature = "server")]
    Verify(verify::VerifyArgs),
    #[cfg(feature = "server")]
    Ingest(ingest::IngestArgs),
    #[cfg(feature = "server")]
    Export(export::ExportArgs),
    #[cfg(feature = "server")]
    Quarantine(quarantine::QuarantineArgs),
}

/// Which one.
#[derive(Debug, clap::Args)]
struct GetArgs {
    /// SID of the event
    #[arg(value_name = "EVENT")]
    event: String,
}

type Row = Record<Event>;

static COLUMNS: [Column<Row>; 16] = [
    Column::new("time", "TIME", |row| {
        row.value
            .millisecond()
            .and_then(|moment| Timestamp::from_millisecond(moment).ok())
            .map(|moment| format!("{moment:.3}"))
            .into()
    }),
    Column::new("type", "TYPE", |row| row.value.event_type.as_str().into()),
    Column::new("worker", "WORKER", |row| parameter(row, "worker_name")),
    Column::new("queue", "QUEUE", |row| parameter(row, "task_queue_name")),
    Column::new("description", "DESCRIPTION", |row| {
        row.value.description.as_str().into()
    }),
    Column::wide("sid", "SID", |row| row.value.sid.to_string().into()),
    Column::wide("task", "TASK", |row| parameter(row, "task_sid")),
    Column::wide("status", "STATUS", |row| {
        parameter(row, "task_assignment_status")
    }),
    Column::wide("priority", "PRIORITY", |row| {
        parameter(row, "task_priority")
    }),
    Column::wide("reason", "REASON", |row| parameter(row, "reason")),
    Column::wide("channel", "CHANNEL", |row| {
        parameter(row, "task_channel_unique_name")
    }),
    Column::wide("workflow", "WORKFLOW", |row| {
        parameter(row, "workflow_name")
    }),
    Column::wide("reservation", "RESERVATION", |row| {
        parameter(row, "reservation_sid")
    }),
    Column::wide("activity", "ACTIVITY", |row| {
        parameter(row, "worker_activity_name")
    }),
    Column::wide("actor", "ACTOR", |row| row.value.actor_type.clone().into()),
    Column::wide("source", "SOURCE", |row| row.value.source.clone().into()),
];

fn parameter(row: &Row, name: &str) -> Cell {
    row.value.parameter(name).into()
}

pub(super) fn run(app: &App, args: &EventsArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Tail(args) => tail::run(app, args).await,
            #[cfg(feature = "server")]
            Verb::Backfill(args) => backfill::run(app, args).await,
            #[cfg(feature = "server")]
            Verb::Verify(args) => verify::run(app, args).await,
            #[cfg(feature = "server")]
            Verb::Ingest(args) => ingest::run(app, args).await,
            #[cfg(feature = "server")]
            Verb::Export(args) => export::run(app, args).await,
            #[cfg(feature = "server")]
            Verb::Quarantine(args) => app.watch(|| quarantine::run(app, args)).await,
        }
    })
}

async fn get(app: &App, args: &GetArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    noun::get::<Event, _, _>(app, workspace, &args.event, &COLUMNS, noun::alone).await
}
