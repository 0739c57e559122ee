//! `trctl tasks stuck`: which tasks have been in their status for too long, and what would help.

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _, future};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::row::{TaskRow, since, status};
use super::select::{FilterArgs, Joins, Query, limit};
use crate::app::{App, By};
use crate::cli::Age;
use crate::exit_code::{ExitCode, Failure};
use crate::model::TaskStatus;
use crate::model::time::IsoTime;
use crate::output::{Cell, Column, Format, Local, plural};

/// List tasks that have been in their status for too long, and the verb that would help
///
/// Changes nothing. Pending tasks are measured since they were created, others since they last
/// changed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks stuck --fail-if-any
  trctl tasks stuck --wrapping 2m --pending 15m --queue Support -o json")]
pub(super) struct StuckArgs {
    /// How long a task may be wrapping
    #[arg(long, value_name = "AGE", default_value = "10m")]
    wrapping: Age,

    /// How long a task may be assigned
    #[arg(long, value_name = "AGE", default_value = "4h")]
    assigned: Age,

    /// How long a task may be reserved
    #[arg(long, value_name = "AGE", default_value = "5m")]
    reserved: Age,

    /// How long a task may be pending
    #[arg(long, value_name = "AGE", default_value = "1h")]
    pending: Age,

    /// End with exit code 7 if there is any
    #[arg(long)]
    fail_if_any: bool,

    #[command(flatten)]
    filters: FilterArgs,
}

/// A task that is stuck.
#[derive(Debug, Serialize)]
struct Stuck {
    sid: String,
    status: TaskStatus,
    since: IsoTime,
    /// Seconds since then.
    seconds: u64,
    /// Seconds allowed.
    allowed_seconds: u64,
    queue: Option<String>,
    workflow: Option<String>,
    from: Option<String>,
    /// The verb of `trctl tasks` that would end it.
    help: &'static str,
}

static COLUMNS: [Column<Local<Stuck>>; 9] = [
    Column::new("sid", "SID", |row| row.value.sid.as_str().into()),
    Column::new("status", "STATUS", |row| status(row.value.status)),
    Column::new("since", "SINCE", |row| row.value.since.into()),
    Column::new("seconds", "FOR", |row| Cell::age(row.value.seconds)),
    Column::new("allowed_seconds", "ALLOWED", |row| {
        Cell::age(row.value.allowed_seconds)
    }),
    Column::new("queue", "QUEUE", |row| row.value.queue.clone().into()),
    Column::wide("workflow", "WORKFLOW", |row| {
        row.value.workflow.clone().into()
    }),
    Column::new("from", "FROM", |row| row.value.from.clone().into()),
    Column::new("help", "WOULD HELP", |row| row.value.help.into()),
];

pub(super) fn run(app: &App, args: &StuckArgs) -> anyhow::Result<()> {
    app.block_on(async {
        let workspace = app.workspace().await?;
        let live = [
            TaskStatus::Pending,
            TaskStatus::Reserved,
            TaskStatus::Assigned,
            TaskStatus::Wrapping,
        ];
        let query = Query::new(app, workspace, &live, &args.filters, By::Created)
            .await?
            .unlimited();
        app.watch(|| async {
            let now = app.now();
            let rows = query
                .rows(Joins::None)
                .map_err(anyhow::Error::from)
                .try_filter_map(|row| future::ok(args.judge(&row, now)))
                .take(limit(app));
            let found = app
                .printer()?
                .list(&COLUMNS, None)?
                .drain(rows)
                .await
                .context("cannot list the tasks")?;
            if found == 0 && matches!(app.printer()?.format(), Format::Table | Format::Wide) {
                app.console().note("no tasks are stuck");
            }
            if args.fail_if_any && found > 0 {
                let found = usize::try_from(found).unwrap_or(usize::MAX);
                let verb = if found == 1 { "is" } else { "are" };
                return Err(Failure::new(
                    ExitCode::CheckFailed,
                    format!("{} {verb} stuck", plural::tasks(found)),
                )
                .into());
            }
            Ok(())
        })
        .await
    })
}

impl StuckArgs {
    /// What is to be said of a task, if it is stuck.
    fn judge(&self, row: &TaskRow, now: Timestamp) -> Option<Local<Stuck>> {
        let task = row.task();
        let (Age(allowed), help) = match task.assignment_status {
            TaskStatus::Pending => (self.pending, "cancel"),
            TaskStatus::Reserved => (self.reserved, "cancel"),
            TaskStatus::Assigned => (self.assigned, "complete"),
            TaskStatus::Wrapping => (self.wrapping, "complete"),
            TaskStatus::Completed | TaskStatus::Canceled | TaskStatus::Unknown => return None,
        };
        let since = since(task)?;
        let elapsed = now.duration_since(since);
        if elapsed < allowed {
            return None;
        }
        let sid = task.sid.to_string();
        Some(Local::about(
            sid.clone(),
            Stuck {
                sid,
                status: task.assignment_status,
                since: IsoTime(since),
                seconds: whole_seconds(elapsed),
                allowed_seconds: whole_seconds(allowed),
                queue: task.task_queue_friendly_name.clone(),
                workflow: task.workflow_friendly_name.clone(),
                from: row
                    .attribute(&["from"])
                    .and_then(serde_json::Value::as_str)
                    .map(str::to_owned),
                help,
            },
        ))
    }
}

fn whole_seconds(duration: SignedDuration) -> u64 {
    u64::try_from(duration.as_secs()).unwrap_or(0)
}
