//! `trctl workspace destroy`: takes down what a manifest made.

use anyhow::Context as _;
use futures::TryStreamExt as _;

use super::planning;
use super::provision::ManifestArgs;
use crate::app::App;
use crate::cli::LimitArgs;
use crate::commands::guards;
use crate::exit_code::{ExitCode, Failure};
use crate::model::Task;
use crate::model::sid::WorkspaceSid;
use crate::provision::plan;
use crate::provision::read::Scope;
use crate::twilio::{Client, ListQuery};

/// Take down what a manifest made
///
/// The whole workspace goes when nothing is in it that the manifest does not name; otherwise only
/// what it names. Wants the name of the workspace typed, or `--yes=NAME`. Nothing is taken down
/// while tasks are under way.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace destroy -f centre.yaml --dry-run
  trctl workspace destroy -f centre.yaml --yes=centre")]
pub(super) struct DestroyArgs {
    #[command(flatten)]
    manifest: ManifestArgs,

    #[command(flatten)]
    limits: LimitArgs,
}

pub(super) async fn run(app: &App, args: &DestroyArgs) -> anyhow::Result<()> {
    let manifest = args.manifest.load(app)?.manifest;
    let client = app.client()?;
    let target = planning::target(app, &manifest).await?;
    let scope = Scope {
        workers: true,
        ..Scope::default()
    };
    let Some(live) = planning::read(client, &target, &scope).await? else {
        let name = manifest.friendly_name.as_deref().unwrap_or("the workspace");
        app.console().note(format_args!("{name} is not there"));
        return Ok(());
    };
    let plan = plan::destroy(&manifest, &live);
    if app.global().dry_run {
        return planning::print(app, &plan);
    }
    if plan.steps.is_empty() {
        planning::show(app, &plan);
        return Ok(());
    }
    refuse_busy(client, live.sid).await?;
    planning::show(app, &plan);
    let bulk = planning::bulk(app, &args.limits, &plan)?;
    let name = &plan.workspace.name;
    app.confirm_by_name(format_args!("This cannot be undone in {name}."), name)?;
    let future = plan::present(&live);
    planning::carry_out(app, bulk, "destroy", &plan, &future, Some(&live)).await
}

/// Somebody may be on the telephone.
async fn refuse_busy(client: &Client, workspace: WorkspaceSid) -> anyhow::Result<()> {
    let query = ListQuery::all()
        .limit(1)
        .filter("AssignmentStatus", guards::open());
    let found: Vec<_> = client
        .list::<Task>(workspace, &query)
        .try_collect()
        .await
        .context("cannot see whether tasks are under way")?;
    if let Some(task) = found.first() {
        let task = &task.value;
        return Err(Failure::new(
            ExitCode::Usage,
            format!(
                "tasks are under way: {} is {}",
                task.sid, task.assignment_status
            ),
        )
        .with_hint("end them first: `trctl tasks cancel --all`, `trctl tasks complete --all`")
        .into());
    }
    Ok(())
}
