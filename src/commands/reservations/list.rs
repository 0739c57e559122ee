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
use crate::twilio::{Form, ReservationScope};

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
            legacy: args.of.task.map(|task| legacy(&[task])),
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

/// Lists the reservations of tasks, one task after the other.
pub(in crate::commands) async fn of_tasks(app: &App, tasks: &[TaskSid]) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let client = app.client()?;
    let query = app.list_query(false)?;
    let selection = app.selection(&SelectArgs::default(), By::Updated, &COLUMNS)?;
    let now = app.now();
    let rows = futures::stream::iter(tasks)
        .map(|task| {
            client
                .list::<Reservation>(ReservationScope::Task(workspace, *task), &query)
                .map(move |record| {
                    record.with_context(|| format!("cannot list the reservations of task {task}"))
                })
        })
        .flatten()
        .map_ok(|record| Row {
            record,
            joined: now,
        });
    let legacy = Some(legacy(tasks));
    noun::print(app, selection.of(rows), &COLUMNS, legacy, "reservations").await
}

/// The lines of `taskReservationList.js`; of several tasks, all are named first.
fn legacy(tasks: &[TaskSid]) -> Legacy<Row> {
    let mut before = vec!["+++ List a task's information.".to_owned()];
    before.extend(tasks.iter().map(|task| format!("+ Task: {task}")));
    Legacy {
        before,
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
