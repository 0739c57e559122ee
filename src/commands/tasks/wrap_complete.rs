//! `trctl tasks wrap-complete`: completes what is stuck in wrapping.

use super::select::{FilterArgs, StatusArgs};
use super::targets::{self, Asked, BulkVerb, GivenArgs, is_by_now, is_not, status_edit};
use crate::app::{App, By, Outcome};
use crate::cli::BulkArgs;
use crate::model::{Task, TaskStatus};
use crate::output::{Legacy, Local};

/// Complete tasks that are stuck in wrapping
///
/// Completes every task in wrapping, or of those the selected ones, or the given ones. Times are
/// measured since the task last changed: since it has been wrapping. A worker who is still at the
/// after-work loses it, so `--older-than` is a good idea on a schedule. A given task that is not
/// wrapping is left as it is.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks wrap-complete --dry-run
  trctl tasks wrap-complete --older-than 10m --queue Support --yes
  trctl tasks wrap-complete WT0123456789abcdef0123456789abcdef
  trctl tasks list --status wrapping -o sid | trctl tasks wrap-complete - --yes")]
pub(super) struct WrapCompleteArgs {
    #[command(flatten)]
    given: GivenArgs,

    /// Reason to store on every completed task
    #[arg(long, value_name = "TEXT", default_value = "Was stuck in wrapping")]
    reason: String,

    #[command(flatten)]
    filters: FilterArgs,

    /// Every task in wrapping, as without it
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    bulk: BulkArgs,
}

pub(super) fn run(app: &App, args: &WrapCompleteArgs) -> anyhow::Result<()> {
    // Without any selection it is about every task in wrapping, so nothing need be said.
    let all = args.all || (args.given.tasks.is_empty() && args.filters.is_empty());
    let asked = Asked::of(
        app,
        &args.given,
        &StatusArgs::default(),
        &args.filters,
        all,
        By::Updated,
    )?
    .or_else_in(&[TaskStatus::Wrapping]);
    app.block_on(async {
        let bulk = app.bulk(&args.bulk)?;
        let workspace = app.workspace().await?;
        let targets = asked.targets(app, workspace).await?;
        let verb = BulkVerb {
            verb: "wrap-complete",
            imperative: "Complete",
            doing: "completing",
            judge,
            reached: |task| is_by_now(task, TaskStatus::Completed),
            legacy: Some(if args.given.tasks.is_empty() {
                selected_legacy()
            } else {
                given_legacy()
            }),
        };
        let edit = status_edit(TaskStatus::Completed, &args.reason);
        targets::change(app, &bulk, workspace, targets, verb, edit).await
    })
}

fn judge(task: &Task) -> Result<(), String> {
    match task.assignment_status {
        TaskStatus::Wrapping => Ok(()),
        _ => Err(is_not(task, "wrapping")),
    }
}

/// What `dev/tasksReservationWrapSetCompleted.js` prints.
fn selected_legacy() -> Legacy<Local<Outcome>> {
    Legacy {
        before: vec!["+++ List tasks.".to_owned()],
        row: |row| {
            let outcome = &row.value;
            let mut lines = vec![format!(
                "++ SID: {} assignmentStatus: {}",
                outcome.sid,
                outcome
                    .before::<Task>()
                    .map_or("wrapping", |task| task.assignment_status.as_str())
            )];
            if outcome.outcome == "done" {
                lines.push("++ Set task to completed.".to_owned());
                lines.push(format!("+++ Task status set: {}", outcome.detail));
            }
            lines
        },
        after: Vec::new(),
    }
}

/// What `dev/taskSetWrapToCompleted.js` prints.
fn given_legacy() -> Legacy<Local<Outcome>> {
    Legacy {
        before: Vec::new(),
        row: |row| {
            let outcome = &row.value;
            let mut lines = vec![format!(
                "If task status is \"wrapping\", changed to: \"completed\". Task SID: {}",
                outcome.sid
            )];
            if let Some(task) = outcome.before::<Task>() {
                lines.push(format!(
                    "++ SID: {} assignmentStatus: {} taskQueueFriendlyName: {}",
                    task.sid,
                    task.assignment_status,
                    task.task_queue_friendly_name
                        .as_deref()
                        .unwrap_or("undefined")
                ));
            }
            if outcome.outcome == "done" {
                lines.push("++ Set task to completed.".to_owned());
                lines.push(format!("+++ Task set to status: {}", outcome.detail));
            }
            lines
        },
        after: Vec::new(),
    }
}
