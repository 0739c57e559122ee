//! `trctl queues`: the lines tasks wait in, and who serves them.

mod edit;
mod list;
mod workers;

use super::noun::{self, NameArgs, NamesArgs};
use super::stats;
use crate::app::App;
use crate::model::TaskQueue;
use crate::output::{Cell, Column, Tone};
use crate::twilio::Record;

/// See and change the task queues and who serves them
#[derive(Debug, clap::Args)]
pub(super) struct QueuesArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    /// Show one task queue
    Get(NameArgs),
    Create(edit::CreateArgs),
    Update(edit::UpdateArgs),
    /// Delete task queues that are empty and that no workflow sends tasks to
    #[command(after_help = "Example:
  trctl queues delete Support Sales --yes")]
    Delete(NamesArgs),
    Workers(workers::WorkersArgs),
    /// Show the figures of task queues, as `trctl stats queues` does
    Stats(stats::OwnersArgs),
}

type Row = Record<TaskQueue>;

static COLUMNS: [Column<Row>; 9] = [
    Column::new("name", "NAME", |row| {
        row.value.friendly_name.as_str().into()
    }),
    Column::new("sid", "SID", |row| row.value.sid.to_string().into()),
    Column::new("target_workers", "TARGET WORKERS", target_workers),
    Column::new("order", "ORDER", |row| row.value.task_order.as_str().into()),
    Column::new("max_reserved", "MAX RESERVED", |row| {
        row.value.max_reserved_workers.into()
    }),
    Column::wide("reservation_activity", "RESERVATION ACTIVITY", |row| {
        row.value.reservation_activity_name.clone().into()
    }),
    Column::wide("assignment_activity", "ASSIGNMENT ACTIVITY", |row| {
        row.value.assignment_activity_name.clone().into()
    }),
    Column::wide("created", "CREATED", |row| row.value.date_created.into()),
    Column::wide("updated", "UPDATED", |row| row.value.date_updated.into()),
];

/// A queue without an expression is served by nobody, which is rarely meant.
fn target_workers(row: &Row) -> Cell {
    match row.value.target_workers.as_deref() {
        None | Some("") => Cell::from("nobody").tone(Tone::Bad),
        Some(expression) => expression.into(),
    }
}

pub(super) fn run(app: &App, args: &QueuesArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Workers(args) => app.watch(|| workers::run(app, args)).await,
            Verb::Stats(args) => stats::queues(app, args).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Create(args) => edit::create(app, args).await,
            Verb::Update(args) => edit::update(app, args).await,
            Verb::Delete(args) => edit::delete(app, args).await,
        }
    })
}

async fn get(app: &App, args: &NameArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    noun::get::<TaskQueue, _, _>(app, workspace, &args.name, &COLUMNS, noun::alone).await
}
