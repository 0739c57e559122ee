//! `trctl workspace list`: every workspace of the account.

use super::{COLUMNS, noun};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::Workspace;
use crate::twilio::Form;

/// List the account's workspaces
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    /// Only the one with exactly this name
    #[arg(long)]
    name: Option<String>,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let listing = noun::Listing {
        scope: (),
        filters: Form::new().with_option("FriendlyName", args.name.as_deref()),
        selection: &app.selection(&args.select, By::Created, &COLUMNS)?,
        columns: &COLUMNS,
        legacy: None,
    };
    noun::list::<Workspace, _, _>(app, listing, noun::alone).await
}
