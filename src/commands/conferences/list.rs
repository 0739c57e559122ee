//! `trctl conferences list`: those that run, or any others.

use jiff::tz::TimeZone;

use super::{COLUMNS, ConferenceRow, JOINED, noun, row, workspace_of_tasks};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::{Conference, ConferenceStatus};
use crate::output::Legacy;
use crate::twilio::Form;

/// List conferences; those in progress unless others are asked for
///
/// Each is shown with the task it is named after, which takes one request per conference; without
/// the columns `task_status` and `queue` there is none. `--since`, `--until` and `--older-than` go
/// by when it was created.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl conferences list
  trctl conferences list --all --since 2026-11-21
  trctl conferences list --older-than 4h")]
pub(super) struct ListArgs {
    /// Only those in this status; `in-progress` unless given
    #[arg(long, value_name = "STATUS", conflicts_with = "all")]
    status: Option<ConferenceStatus>,

    /// In any status
    #[arg(long)]
    all: bool,

    /// Only those with exactly this name, such as a task's SID
    #[arg(long)]
    name: Option<String>,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let selection = app.selection(&args.select, By::Created, &COLUMNS)?;
    let status = args.status.unwrap_or(ConferenceStatus::InProgress);
    let mut filters = Form::new()
        .with_option("Status", (!args.all).then_some(status))
        .with_option("FriendlyName", args.name.as_deref());
    // Twilio counts in whole days of UTC; the rest is judged here.
    let (from, before) = selection.period();
    for (parameter, moment) in [("DateCreated>", from), ("DateCreated<", before)] {
        if let Some(moment) = moment {
            filters.push(parameter, moment.to_zoned(TimeZone::UTC).date());
        }
    }
    let workspace = if noun::looked_at(app, &selection, &COLUMNS, &JOINED)? {
        workspace_of_tasks(app).await
    } else {
        None
    };
    let client = app.client()?;
    let now = app.now();
    let listing = noun::Listing {
        scope: (),
        filters,
        selection: &selection,
        columns: &COLUMNS,
        legacy: Some(legacy()),
    };
    noun::list::<Conference, _, _>(app, listing, |record| row(client, workspace, record, now)).await
}

/// The lines of `conferenceList.js`.
fn legacy() -> Legacy<ConferenceRow> {
    Legacy {
        before: vec!["+++ List conference calls.".to_owned()],
        row: |row| {
            let conference = &row.record.value;
            vec![format!(
                "+  SID: {} status: {} friendlyName: {}",
                conference.sid, conference.status, conference.friendly_name
            )]
        },
        after: Vec::new(),
    }
}
