//! `trctl workflows list`: every workflow of the workspace.

use std::sync::Arc;

use futures::future;

use super::{COLUMNS, DEFAULT_QUEUE, QueueNames, Row, noun, queue_names};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::Workflow;
use crate::twilio::Form;

/// List the workflows
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    /// Only the one with exactly this name
    #[arg(long)]
    name: Option<String>,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let selection = app.selection(&args.select, By::Created, &COLUMNS)?;
    let names = if noun::looked_at(app, &selection, &COLUMNS, &[DEFAULT_QUEUE])? {
        queue_names(app, workspace).await?
    } else {
        QueueNames::new()
    };
    let names = Arc::new(names);
    let listing = noun::Listing {
        scope: workspace,
        filters: Form::new().with_option("FriendlyName", args.name.as_deref()),
        selection: &selection,
        columns: &COLUMNS,
        legacy: None,
    };
    noun::list::<Workflow, _, _>(app, listing, |record| {
        let joined = Arc::clone(&names);
        future::ready(Ok(Row { record, joined }))
    })
    .await
}
