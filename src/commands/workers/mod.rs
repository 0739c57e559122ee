//! `trctl workers`: the people, and what they are doing.

mod capacity;
mod channels;
mod edit;
mod export;
mod filter;
mod import;
mod list;
mod row;
mod set_activity;

use super::noun::{self, NameArgs, NamesArgs};
use super::{reservations, stats};
use crate::app::App;
use crate::model::Worker;
use crate::model::sid::WorkspaceSid;
use crate::twilio::Record;

pub(super) use list::filtered;

/// See who works, change workers, and put them to another activity
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
    Create(edit::CreateArgs),
    #[command(visible_alias = "set-attributes")]
    Update(edit::UpdateArgs),
    /// Delete workers who have nothing to finish
    #[command(after_help = "Example:
  trctl workers delete dave edith --yes")]
    Delete(NamesArgs),
    SetActivity(set_activity::SetActivityArgs),
    Channels(channels::ChannelsArgs),
    Capacity(capacity::CapacityArgs),
    Import(import::ImportArgs),
    Export(export::ExportArgs),
    Stats(stats::WorkersArgs),
}

pub(super) fn run(app: &App, args: &WorkersArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::Stats(args) => stats::workers(app, args).await,
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Create(args) => edit::create(app, args).await,
            Verb::Update(args) => edit::update(app, args).await,
            Verb::Delete(args) => edit::delete(app, args).await,
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
    noun::get::<Worker, _, _>(app, workspace, &args.name, &row::COLUMNS, |record| {
        joined(app, workspace, record)
    })
    .await
}

/// A worker with the tasks that are not finished.
async fn joined(
    app: &App,
    workspace: WorkspaceSid,
    record: Record<Worker>,
) -> anyhow::Result<row::WorkerRow> {
    let sid = record.value.sid;
    let open = app.client()?.open_reservations(workspace, sid).await?;
    Ok(row::WorkerRow {
        record,
        tasks: open.iter().map(|open| open.value.task_sid).collect(),
        now: app.now(),
    })
}
