//! `trctl workers channels`: what one worker takes of each task channel.

use super::noun;
use crate::app::{App, By};
use crate::cli::{SelectArgs, WhereArgs};
use crate::model::{Worker, WorkerChannel};
use crate::output::{Cell, Column, Tone};
use crate::twilio::{Form, Record, WorkerScope};

/// List what a worker takes of each task channel
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workers channels dave
  trctl workers channels dave --where 'available == true' -o csv")]
pub(super) struct ChannelsArgs {
    /// Name or SID of the worker
    #[arg(value_name = "WORKER")]
    worker: String,

    #[command(flatten)]
    conditions: WhereArgs,
}

pub(super) static COLUMNS: [Column<Record<WorkerChannel>>; 8] = [
    Column::new("channel", "CHANNEL", |row| {
        row.value.task_channel_unique_name.as_str().into()
    }),
    Column::new("capacity", "CAPACITY", |row| {
        row.value.configured_capacity.into()
    }),
    Column::new("assigned", "ASSIGNED", |row| {
        row.value.assigned_tasks.into()
    }),
    Column::new("free", "FREE %", |row| {
        row.value.available_capacity_percentage.into()
    }),
    Column::new("available", "AVAILABLE", |row| {
        let tone = match row.value.available {
            Some(true) => Tone::Good,
            _ => Tone::Dim,
        };
        Cell::from(row.value.available).tone(tone)
    }),
    Column::wide("sid", "SID", |row| row.value.sid.to_string().into()),
    Column::wide("channel_sid", "CHANNEL SID", |row| {
        row.value.task_channel_sid.to_string().into()
    }),
    Column::wide("updated", "UPDATED", |row| row.value.date_updated.into()),
];

pub(super) async fn run(app: &App, args: &ChannelsArgs) -> anyhow::Result<()> {
    let select = SelectArgs {
        conditions: args.conditions.clone(),
        ..SelectArgs::default()
    };
    let listing = noun::Listing {
        scope: scope(app, &args.worker).await?,
        filters: Form::new(),
        selection: &app.selection(&select, By::Updated, &COLUMNS)?,
        columns: &COLUMNS,
        legacy: None,
    };
    noun::list::<WorkerChannel, _, _>(app, listing, noun::alone).await
}

/// The worker of this name or SID, as the owner of channels.
pub(super) async fn scope(app: &App, worker: &str) -> anyhow::Result<WorkerScope> {
    let workspace = app.workspace().await?;
    let worker = app.client()?.resolve::<Worker>(workspace, worker).await?;
    Ok(WorkerScope { workspace, worker })
}
