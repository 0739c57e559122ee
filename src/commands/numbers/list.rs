//! `trctl numbers list`: every number of the account.

use super::{COLUMNS, noun};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::PhoneNumber;
use crate::twilio::Form;

/// List the account's numbers
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl numbers list
  trctl numbers list --number '+1555*' --where 'target == \"nowhere\"'")]
pub(super) struct ListArgs {
    /// Only those with these digits in a row; `*` is any one digit
    #[arg(long, value_name = "DIGITS")]
    number: Option<String>,

    /// Only the one with exactly this friendly name
    #[arg(long)]
    name: Option<String>,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let listing = noun::Listing {
        scope: (),
        filters: Form::new()
            .with_option("PhoneNumber", args.number.as_ref())
            .with_option("FriendlyName", args.name.as_ref()),
        selection: &app.selection(&args.select, By::Created, &COLUMNS)?,
        columns: &COLUMNS,
        legacy: None,
    };
    noun::list::<PhoneNumber, _, _>(app, listing, noun::alone).await
}
