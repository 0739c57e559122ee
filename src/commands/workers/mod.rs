//! `trctl workers`: the people, and what they are doing.

mod capacity;
mod channels;
mod export;
mod filter;
mod import;
mod list;
mod row;
mod set_activity;

use super::noun::{self, NameArgs};
use super::reservations;
use crate::app::App;
use crate::model::Worker;

/// See who works, and put workers to another activity
#[derive(Debug, clap::Args)]
pub(super) struct WorkersArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    #[command(visible_alias = "status")]
    List(list::ListArgs),
    /// Show one worker
    Get(NameArgs),
    SetActivity(set_activity::SetActivityArgs),
    Channels(channels::ChannelsArgs),
    Capacity(capacity::CapacityArgs),
    Import(import::ImportArgs),
    Export(export::ExportArgs),
}

pub(super) fn run(app: &App, args: &WorkersArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::SetActivity(args) => set_activity::run(app, args).await,
            Verb::Channels(args) => app.watch(|| channels::run(app, args)).await,
            Verb::Capacity(args) => capacity::run(app, args).await,
            Verb::Import(args) => import::run(app, args).await,
            Verb::Export(args) => export::run(app, args).await,
        }
    })
}

async fn get(app: &App, args: &NameArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let client = app.client()?;
    noun::get::<Worker, _, _>(app, workspace, &args.name, &row::COLUMNS, |record| async {
        let open = reservations::open_of_worker(client, workspace, record.value.sid).await?;
        Ok(row::WorkerRow {
            record,
            tasks: open.iter().map(|open| open.value.task_sid).collect(),
            now: app.now(),
        })
    })
    .await
}
