//! `trctl tasks delete` and `trctl tasks purge`: remove tasks, but not under the hands of a worker.

use super::select::{FilterArgs, StatusArgs};
use super::targets::{self, Asked, BulkVerb, GivenArgs, Target, refuse_other_statuses};
use crate::app::{App, Bulk, By, Outcome};
use crate::bulk::{Edit, Reached};
use crate::cli::BulkArgs;
use crate::exit_code::Failure;
use crate::model::sid::WorkspaceSid;
use crate::model::{Task, TaskStatus};
use crate::output::{Legacy, Local, plural};

/// Delete tasks, whatever their status
///
/// Tasks that are reserved or assigned are somebody's call: they stay, unless `--include-active`
/// says otherwise. Times are measured since the task was created. The journal keeps every deleted
/// task as it was.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks delete WT0123456789abcdef0123456789abcdef
  trctl tasks delete --queue Support --status pending --dry-run
  trctl tasks delete --all --yes")]
pub(super) struct DeleteArgs {
    #[command(flatten)]
    given: GivenArgs,

    /// Delete reserved and assigned tasks too
    #[arg(long)]
    include_active: bool,

    #[command(flatten)]
    status: StatusArgs,

    #[command(flatten)]
    filters: FilterArgs,

    /// Every task that is not reserved or assigned
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    bulk: BulkArgs,
}

/// Delete what is left over: old tasks and tasks that are finished
///
/// Takes tasks that are pending, completed or canceled, unless `--status` names others. Reserved
/// and assigned ones are deleted only with `--include-active`. Times are measured since the task
/// was created. `--status` or `--older-than` must be given; the journal keeps every deleted task as
/// it was.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks purge --older-than 1d --dry-run
  trctl tasks purge --status completed,canceled --yes
  trctl tasks purge --status pending --older-than 12h --queue Support")]
pub(super) struct PurgeArgs {
    /// Delete reserved and assigned tasks too
    #[arg(long)]
    include_active: bool,

    #[command(flatten)]
    status: StatusArgs,

    #[command(flatten)]
    filters: FilterArgs,

    #[command(flatten)]
    bulk: BulkArgs,
}

/// Of no worker's concern: waiting for one, or done with.
const LEFT_OVER: [TaskStatus; 3] = [
    TaskStatus::Pending,
    TaskStatus::Completed,
    TaskStatus::Canceled,
];

const INACTIVE: [TaskStatus; 4] = [
    TaskStatus::Pending,
    TaskStatus::Wrapping,
    TaskStatus::Completed,
    TaskStatus::Canceled,
];

const INCLUDE_ACTIVE: &str = "`--include-active` deletes them all the same";

pub(super) fn run(app: &App, args: &DeleteArgs) -> anyhow::Result<()> {
    let asked = Asked::of(
        app,
        &args.given,
        &args.status,
        &args.filters,
        args.all,
        By::Created,
    )?;
    if !args.include_active {
        refuse_other_statuses(&asked.statuses, &INACTIVE, "delete", INCLUDE_ACTIVE)?;
    }
    app.block_on(async {
        let bulk = app.bulk(&args.bulk)?;
        let workspace = app.workspace().await?;
        let mut targets = asked.targets(app, workspace).await?;
        if !args.include_active && !app.is_resumed() {
            if !args.given.tasks.is_empty() {
                refuse_active(&targets)?;
            }
            leave_active(app, &mut targets);
        }
        let legacy = Some(legacy());
        delete(
            app,
            &bulk,
            workspace,
            targets,
            "delete",
            args.include_active,
            legacy,
        )
        .await
    })
}

pub(super) fn purge(app: &App, args: &PurgeArgs) -> anyhow::Result<()> {
    if args.status.is_empty() && !args.filters.has_age() {
        return Err(Failure::usage("what is to be purged must be said")
            .with_hint("give `--status` or `--older-than`; `--dry-run` shows what they select")
            .into());
    }
    let given = GivenArgs::default();
    let asked = Asked::of(app, &given, &args.status, &args.filters, true, By::Created)?
        .or_else_in(&LEFT_OVER);
    if !args.include_active {
        refuse_other_statuses(&asked.statuses, &INACTIVE, "purge", INCLUDE_ACTIVE)?;
    }
    app.block_on(async {
        let bulk = app.bulk(&args.bulk)?;
        let workspace = app.workspace().await?;
        let targets = asked.targets(app, workspace).await?;
        let active = args.include_active;
        delete(app, &bulk, workspace, targets, "purge", active, None).await
    })
}

async fn delete(
    app: &App,
    bulk: &Bulk<'_>,
    workspace: WorkspaceSid,
    targets: Vec<Target>,
    name: &'static str,
    include_active: bool,
    legacy: Option<Legacy<Local<Outcome>>>,
) -> anyhow::Result<()> {
    let verb = BulkVerb {
        verb: name,
        imperative: "Delete",
        doing: "deleting",
        judge: if include_active { |_| Ok(()) } else { judge },
        reached: |task| Reached::if_so(task.is_none(), "deleted"),
        legacy,
    };
    targets::change(app, bulk, workspace, targets, verb, Edit::Delete).await
}

const fn is_active(task: &Task) -> bool {
    matches!(
        task.assignment_status,
        TaskStatus::Reserved | TaskStatus::Assigned
    )
}

fn judge(task: &Task) -> Result<(), String> {
    if is_active(task) {
        Err(format!("is {} by now", task.assignment_status))
    } else {
        Ok(())
    }
}

/// A given task that is somebody's call is an error before anything is done; one that a selection
/// came across is left out.
fn refuse_active(targets: &[Target]) -> Result<(), Failure> {
    match targets
        .iter()
        .filter_map(Target::task)
        .find(|task| is_active(task))
    {
        None => Ok(()),
        Some(task) => Err(Failure::usage(format!(
            "task {} is {}",
            task.sid, task.assignment_status
        ))
        .with_hint("`--include-active` deletes it all the same")),
    }
}

fn leave_active(app: &App, targets: &mut Vec<Target>) {
    let all = targets.len();
    targets.retain(|target| !target.task().is_some_and(is_active));
    let left = all - targets.len();
    if left > 0 {
        app.console().note(format_args!(
            "{} reserved or assigned {} left alone; {INCLUDE_ACTIVE}",
            plural::tasks(left),
            if left == 1 { "is" } else { "are" }
        ));
    }
}

/// What `dev/tasksDeleteAll.js` prints.
fn legacy() -> Legacy<Local<Outcome>> {
    Legacy {
        before: vec!["+++ List and delete all tasks.".to_owned()],
        row: |row| {
            let outcome = &row.value;
            if outcome.outcome != "done" {
                return Vec::new();
            }
            let status = outcome
                .before::<Task>()
                .map_or("unknown", |task| task.assignment_status.as_str());
            vec![format!(
                "++ Task assignment: {status}, deleted: {}",
                outcome.sid
            )]
        },
        after: Vec::new(),
    }
}
