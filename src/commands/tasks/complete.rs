//! `trctl tasks complete`: ends tasks that a worker has.

use super::select::{FilterArgs, StatusArgs};
use super::targets::{
    self, Asked, BulkVerb, GivenArgs, is_by_now, is_not, refuse_other_statuses, status_edit,
};
use crate::app::{App, By};
use crate::cli::BulkArgs;
use crate::model::{Task, TaskStatus};

/// Complete tasks that are assigned or wrapping
///
/// Times are measured since the task last changed: since it has been in its status. A task in any
/// other status is left as it is; pending and reserved ones can be canceled.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks complete WT0123456789abcdef0123456789abcdef --reason 'caller hung up'
  trctl tasks complete --status assigned --older-than 4h --dry-run
  trctl tasks complete --queue Support --where 'attributes.channel == \"chat\"' --yes")]
pub(super) struct CompleteArgs {
    #[command(flatten)]
    given: GivenArgs,

    /// Reason to store on every completed task
    #[arg(long, value_name = "TEXT", default_value = "Completed with trctl")]
    reason: String,

    #[command(flatten)]
    status: StatusArgs,

    #[command(flatten)]
    filters: FilterArgs,

    /// Every task that is assigned or wrapping
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    bulk: BulkArgs,
}

const POSSIBLE: [TaskStatus; 2] = [TaskStatus::Assigned, TaskStatus::Wrapping];

pub(super) fn run(app: &App, args: &CompleteArgs) -> anyhow::Result<()> {
    let asked = Asked::of(
        app,
        &args.given,
        &args.status,
        &args.filters,
        args.all,
        By::Updated,
    )?
    .or_else_in(&POSSIBLE);
    refuse_other_statuses(
        &asked.statuses,
        &POSSIBLE,
        "complete",
        "`trctl tasks cancel` ends tasks that are pending or reserved",
    )?;
    app.block_on(async {
        let bulk = app.bulk(&args.bulk)?;
        let workspace = app.workspace().await?;
        let targets = asked.targets(app, workspace).await?;
        let verb = BulkVerb {
            verb: "complete",
            imperative: "Complete",
            doing: "completing",
            judge,
            reached: |task| is_by_now(task, TaskStatus::Completed),
            legacy: None,
        };
        let edit = status_edit(TaskStatus::Completed, &args.reason);
        targets::change(app, &bulk, workspace, targets, verb, edit).await
    })
}

fn judge(task: &Task) -> Result<(), String> {
    if POSSIBLE.contains(&task.assignment_status) {
        Ok(())
    } else {
        Err(is_not(task, "assigned or wrapping"))
    }
}
