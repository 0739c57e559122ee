//! `trctl stats`: how things are now and what happened lately, and checks of both.

mod ask;
mod check;
mod columns;
mod owners;
mod row;
mod workers;
mod workspace;

use super::noun;
use crate::app::App;
use crate::model::statistics::{
    TaskQueueCumulativeStatistics, TaskQueueRealTimeStatistics, WorkflowCumulativeStatistics,
    WorkflowRealTimeStatistics,
};
use crate::model::{TaskQueue, Workflow};

pub(super) use owners::OwnersArgs;
pub(super) use workers::{WorkersArgs, run as workers};

/// See statistics, real-time and of a window of time, and check them
///
/// `--fail-if` ends with exit code 7 when a figure is out of bounds; with `--watch` it keeps
/// looking until then.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl stats queues --watch
  trctl stats queues Support --minutes 60 --split 20 --fail-if 'service_level_20 < 80'
  trctl stats workspace --real-time --fail-if 'longest_task_waiting_age > 300' --quiet
  trctl stats workers dave edith --since 8h")]
pub(super) struct StatsArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    /// Show the figures of the whole workspace
    Workspace(workspace::WorkspaceArgs),
    /// Show the figures of task queues, all of them unless some are named
    #[command(alias = "queue")]
    Queues(OwnersArgs),
    /// Show the figures of workflows, all of them unless some are named
    #[command(alias = "workflow")]
    Workflows(OwnersArgs),
    #[command(alias = "worker")]
    Workers(WorkersArgs),
}

pub(super) fn run(app: &App, args: &StatsArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::Workspace(args) => workspace::run(app, args).await,
            Verb::Queues(args) => queues(app, args).await,
            Verb::Workflows(args) => workflows(app, args).await,
            Verb::Workers(args) => workers(app, args).await,
        }
    })
}

pub(super) async fn queues(app: &App, args: &OwnersArgs) -> anyhow::Result<()> {
    owners::run::<TaskQueue, TaskQueueRealTimeStatistics, TaskQueueCumulativeStatistics>(
        app,
        args,
        &columns::QUEUE,
    )
    .await
}

pub(super) async fn workflows(app: &App, args: &OwnersArgs) -> anyhow::Result<()> {
    owners::run::<Workflow, WorkflowRealTimeStatistics, WorkflowCumulativeStatistics>(
        app,
        args,
        &columns::WORKFLOW,
    )
    .await
}
