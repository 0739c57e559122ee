//! `trctl queues create`, `update` and `delete`.

use anyhow::Context as _;
use futures::TryStreamExt as _;

use super::{COLUMNS, NamesArgs, noun};
use crate::app::App;
use crate::cli::Where;
use crate::commands::changes::{self, Deletion, Edit, View};
use crate::commands::guards;
use crate::model::sid::WorkspaceSid;
use crate::model::{Activity, TaskQueue, Workflow};
use crate::output::shell_word;
use crate::twilio::{Form, ListQuery};

/// Create a task queue
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl queues create --friendly-name Support --target-workers 'skills HAS \"support\"'
  trctl queues create --friendly-name Callbacks --target-workers 1==1 --task-order lifo")]
pub(super) struct CreateArgs {
    /// Name, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: String,

    #[command(flatten)]
    settings: SettingsArgs,
}

/// Change a task queue
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl queues update Support --target-workers 'skills HAS \"support\" AND level > 2'
  trctl queues update Support --friendly-name 'Support EN' --max-reserved-workers 3")]
pub(super) struct UpdateArgs {
    /// Name or SID
    name: String,

    /// New name, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: Option<String>,

    #[command(flatten)]
    settings: SettingsArgs,
}

#[derive(Debug, clap::Args)]
struct SettingsArgs {
    /// Expression over workers' attributes: who serves it; everybody unless given, nobody if empty
    #[arg(long, value_name = "EXPR", value_parser = target_workers)]
    target_workers: Option<String>,

    /// Workers who are offered a task at once, 1 to 50; 1 unless given
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=50))]
    max_reserved_workers: Option<u32>,

    /// Whether the oldest task goes first or the newest; `fifo` unless given
    #[arg(long, value_name = "ORDER", value_parser = ["fifo", "lifo"], ignore_case = true)]
    task_order: Option<String>,

    /// Activity of workers with an offer, by name or SID; single-tasking only
    #[arg(long, value_name = "ACTIVITY")]
    reservation_activity: Option<String>,

    /// Activity of workers with a task, by name or SID; single-tasking only
    #[arg(long, value_name = "ACTIVITY")]
    assignment_activity: Option<String>,
}

/// An expression, looked through before Twilio sees it; none at all is nobody.
fn target_workers(text: &str) -> Result<String, String> {
    if !text.trim().is_empty() {
        text.parse::<Where>()?;
    }
    Ok(text.to_owned())
}

impl SettingsArgs {
    async fn add_to(&self, app: &App, workspace: WorkspaceSid, form: Form) -> anyhow::Result<Form> {
        let order = self.task_order.as_deref().map(str::to_uppercase);
        let mut form = form
            .with_option("TargetWorkers", self.target_workers.as_ref())
            .with_option("MaxReservedWorkers", self.max_reserved_workers)
            .with_option("TaskOrder", order);
        for (parameter, activity) in [
            ("ReservationActivitySid", &self.reservation_activity),
            ("AssignmentActivitySid", &self.assignment_activity),
        ] {
            let name = activity.as_deref();
            noun::filter_by::<Activity>(app, workspace, &mut form, parameter, name).await?;
        }
        Ok(form)
    }
}

pub(super) async fn create(app: &App, args: &CreateArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let form = Form::new().with("FriendlyName", &args.friendly_name);
    let form = args.settings.add_to(app, workspace, form).await?;
    let view = View::of(&COLUMNS);
    changes::create::<TaskQueue, _, _>(app, workspace, form, view, noun::alone).await
}

pub(super) async fn update(app: &App, args: &UpdateArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let form = Form::new().with_option("FriendlyName", args.friendly_name.as_ref());
    let form = args.settings.add_to(app, workspace, form).await?;
    let (edit, view) = (Edit::new(form), View::of(&COLUMNS));
    changes::update::<TaskQueue, _, _>(app, workspace, &args.name, &edit, view, noun::alone).await
}

pub(super) async fn delete(app: &App, args: &NamesArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let rows = noun::named::<TaskQueue>(app, workspace, &args.names).await?;
    let workflows: Vec<Workflow> = app
        .client()?
        .list::<Workflow>(workspace, &ListQuery::all())
        .map_ok(|workflow| workflow.value)
        .try_collect()
        .await
        .context("cannot list the workflows")?;
    for queue in &rows {
        refuse_used(app, workspace, &queue.value, &workflows).await?;
    }
    let deletion = Deletion {
        bulk: &args.bulk,
        verb: "delete-queue",
        place: app.place(workspace)?,
        rows,
        columns: &COLUMNS,
        is_confirmed: false,
    };
    changes::delete::<TaskQueue, _>(app, workspace, deletion).await
}

async fn refuse_used(
    app: &App,
    workspace: WorkspaceSid,
    queue: &TaskQueue,
    workflows: &[Workflow],
) -> anyhow::Result<()> {
    let sid = queue.sid.to_string();
    // Wherever in the rules it stands, even in rules that trctl would not have written so.
    if let Some(workflow) = workflows
        .iter()
        .find(|workflow| workflow.configuration.contains(&sid))
    {
        let name = &workflow.friendly_name;
        return Err(guards::refused(
            queue,
            &format!("workflow `{name}` sends tasks to it"),
            &format!(
                "send them elsewhere with `trctl workflows update {} --configuration-file FILE`",
                shell_word(name)
            ),
        )
        .into());
    }
    let in_it = Form::new().with("TaskQueueSid", queue.sid);
    if let Some(tasks) = guards::open_tasks(app, workspace, in_it).await? {
        return Err(guards::refused(
            queue,
            &format!("{tasks} in it"),
            &guards::end_tasks("queue", &queue.friendly_name),
        )
        .into());
    }
    Ok(())
}
