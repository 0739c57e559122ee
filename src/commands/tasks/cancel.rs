//! `trctl tasks cancel`: gives up tasks that no worker has.

use super::select::{FilterArgs, StatusArgs};
use super::targets::{
    self, Asked, BulkVerb, GivenArgs, is_by_now, is_not, refuse_other_statuses, status_edit,
};
use crate::app::{App, By};
use crate::cli::BulkArgs;
use crate::model::{Task, TaskStatus};

/// Cancel tasks that are pending or reserved
///
/// Times are measured since the task was created. A task in any other status is left as it is;
/// assigned and wrapping ones can be completed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks cancel WT0123456789abcdef0123456789abcdef
  trctl tasks cancel --queue Support --older-than 2h --dry-run
  trctl tasks cancel --where 'priority < 5' --reason 'closed for today' --yes")]
pub(super) struct CancelArgs {
    #[command(flatten)]
    given: GivenArgs,

    /// Reason to store on every canceled task
    #[arg(long, value_name = "TEXT", default_value = "Canceled with trctl")]
    reason: String,

    #[command(flatten)]
    status: StatusArgs,

    #[command(flatten)]
    filters: FilterArgs,

    /// Every task that is pending or reserved
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    bulk: BulkArgs,
}

const POSSIBLE: [TaskStatus; 2] = [TaskStatus::Pending, TaskStatus::Reserved];

pub(super) fn run(app: &App, args: &CancelArgs) -> anyhow::Result<()> {
    let asked = Asked::of(
        app,
        &args.given,
        &args.status,
        &args.filters,
        args.all,
        By::Created,
    )?
    .or_else_in(&POSSIBLE);
    refuse_other_statuses(
        &asked.statuses,
        &POSSIBLE,
        "cancel",
        "`trctl tasks complete` ends tasks that are assigned or wrapping",
    )?;
    app.block_on(async {
        let bulk = app.bulk(&args.bulk)?;
        let workspace = app.workspace().await?;
        let targets = asked.targets(app, workspace).await?;
        let verb = BulkVerb {
            verb: "cancel",
            imperative: "Cancel",
            doing: "canceling",
            judge,
            reached: |task| is_by_now(task, TaskStatus::Canceled),
            legacy: None,
        };
        let edit = status_edit(TaskStatus::Canceled, &args.reason);
        targets::change(app, &bulk, workspace, targets, verb, edit).await
    })
}

fn judge(task: &Task) -> Result<(), String> {
    if POSSIBLE.contains(&task.assignment_status) {
        Ok(())
    } else {
        Err(is_not(task, "pending or reserved"))
    }
}
