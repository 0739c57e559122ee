//! `trctl queues list`: every task queue of the workspace.

use super::{COLUMNS, noun};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::{TaskQueue, Worker};
use crate::twilio::Form;

/// List the task queues
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl queues list --worker dave")]
pub(super) struct ListArgs {
    /// Only the one with exactly this name
    #[arg(long)]
    name: Option<String>,

    /// Only those this worker serves
    #[arg(long, value_name = "NAME")]
    worker: Option<String>,

    /// Order by the last change
    #[arg(long, value_name = "ORDER", value_parser = ["asc", "desc"])]
    order: Option<String>,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let order = args.order.as_deref();
    let mut filters = Form::new()
        .with_option("FriendlyName", args.name.as_deref())
        .with_option(
            "Ordering",
            order.map(|order| format!("DateUpdated:{order}")),
        );
    let worker = args.worker.as_deref();
    noun::filter_by::<Worker>(app, workspace, &mut filters, "WorkerSid", worker).await?;
    let listing = noun::Listing {
        scope: workspace,
        filters,
        selection: &app.selection(&args.select, By::Created, &COLUMNS)?,
        columns: &COLUMNS,
        legacy: None,
    };
    noun::list::<TaskQueue, _, _>(app, listing, noun::alone).await
}
