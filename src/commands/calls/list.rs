//! `trctl calls list`: the account's calls, the newest first.

use futures::future;
use jiff::tz::TimeZone;

use super::{COLUMNS, Row, noun};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::sid::CallSid;
use crate::model::{Call, CallStatus};
use crate::twilio::Form;

/// List the account's calls, the newest first
///
/// An account keeps its calls for years: narrow the list down, or give `--limit`. With `--since`,
/// calls that have not been dialled yet are left out.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl calls list --status in-progress
  trctl calls list --to +15550100 --since 2h -o csv
  trctl calls list --limit 20")]
pub(super) struct ListArgs {
    /// Only those in this status
    #[arg(long, value_name = "STATUS")]
    status: Option<CallStatus>,

    /// Only those to this number or client
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,

    /// Only those from this number or client
    #[arg(long, value_name = "ADDRESS")]
    from: Option<String>,

    /// Only those that this call made
    #[arg(long, value_name = "CA…")]
    parent: Option<CallSid>,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let selection = app.selection(&args.select, By::Created, &COLUMNS)?;
    let mut filters = Form::new()
        .with_option("Status", args.status)
        .with_option("To", args.to.as_ref())
        .with_option("From", args.from.as_ref())
        .with_option("ParentCallSid", args.parent);
    // Twilio counts in whole days of UTC, which its packages send as moments; the rest is judged here.
    if let (Some(from), _) = selection.period() {
        let day = from.to_zoned(TimeZone::UTC).date();
        filters.push("StartTime>", format!("{day}T00:00:00Z"));
    }
    let joined = app.now();
    let listing = noun::Listing {
        scope: (),
        filters,
        selection: &selection,
        columns: &COLUMNS,
        legacy: None,
    };
    noun::list::<Call, _, _>(app, listing, |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}
