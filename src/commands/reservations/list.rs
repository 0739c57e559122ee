//! `trctl reservations list`: those of a task, of a worker, or all that are open.

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _, future};

use super::find::{self, OfArgs};
use super::{COLUMNS, Row};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::commands::noun;
use crate::model::sid::TaskSid;
use crate::model::{Reservation, ReservationStatus};
use crate::output::Legacy;
use crate::twilio::Form;

/// List the reservations of a task or of a worker, or all open ones of the workspace
///
/// Twilio has no list of all: without `--task` and `--worker` there is one request for the tasks
/// that have a worker and one for each of them. `--older-than`, `--since` and `--until` go by the
/// last change.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl reservations list
  trctl reservations list --worker dave --status timeout --since 2h
  trctl reservations list --status pending --older-than 1m")]
pub(super) struct ListArgs {
    #[command(flatten)]
    of: OfArgs,

    /// Only those in this status; without task and worker `pending`, `accepted` and `wrapping`
    #[arg(long, value_name = "STATUS")]
    status: Option<ReservationStatus>,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let selection = app.selection(&args.select, By::Updated, &COLUMNS)?;
    let now = app.now();
    let row = |record| Row {
        record,
        joined: now,
    };
    if let Some(scope) = args.of.scope(app, workspace).await? {
        let listing = noun::Listing {
            scope,
            filters: Form::new().with_option("ReservationStatus", args.status),
            selection: &selection,
            columns: &COLUMNS,
            legacy: args.of.task.map(legacy),
        };
        return noun::list::<Reservation, _, _>(app, listing, |record| {
            future::ready(Ok(row(record)))
        })
        .await;
    }
    let wanted = |status: ReservationStatus| match args.status {
        Some(wanted) => status == wanted,
        None => status.is_open(),
    };
    let all = find::of_live_tasks(app.client()?, workspace)
        .try_filter(|found| future::ready(wanted(found.value.reservation_status)))
        .map(|found| found.context("cannot list the reservations"))
        .map_ok(row);
    noun::print(app, selection.of(all), &COLUMNS, None, "reservations").await
}

/// The lines of `taskReservationList.js`.
fn legacy(task: TaskSid) -> Legacy<Row> {
    Legacy {
        before: vec![
            "+++ List a task's information.".to_owned(),
            format!("+ Task: {task}"),
        ],
        row: |row| {
            let reservation = &row.record.value;
            vec![format!(
                "++ SID:{} reservationStatus:{} workerName:{}",
                reservation.sid, reservation.reservation_status, reservation.worker_name
            )]
        },
        after: vec!["+++ Completed...".to_owned()],
    }
}
