//! `trctl stats workspace`: everything together.

use futures::FutureExt as _;

use super::ask::{AskArgs, Plan, SplitArgs};
use super::{columns, owners};
use crate::app::App;
use crate::model::Workspace;
use crate::model::statistics::{WorkspaceCumulativeStatistics, WorkspaceRealTimeStatistics};

/// What of the workspace.
#[derive(Debug, clap::Args)]
pub(super) struct WorkspaceArgs {
    #[command(flatten)]
    ask: AskArgs,

    #[command(flatten)]
    split: SplitArgs,
}

type Now = WorkspaceRealTimeStatistics;
type Then = WorkspaceCumulativeStatistics;

pub(super) async fn run(app: &App, args: &WorkspaceArgs) -> anyhow::Result<()> {
    let plan = Plan::check(&args.ask, &args.split.split, owners::sample::<Now, Then>)?;
    let sid = app.workspace().await?;
    let plan = plan.in_workspace(app, sid).await?;
    let workspace = app.client()?.get::<Workspace>((), sid).await?.record;
    app.watch(|| async {
        let owner = owners::owner_of(&workspace);
        let row = owners::row::<Now, Then>(app, sid, (), owner, &plan);
        let columns = plan.columns(&columns::WORKSPACE);
        owners::print(app, &plan, row.into_stream(), columns, "workspaces").await
    })
    .await
}
