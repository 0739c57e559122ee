//! `trctl activities create`, `update` and `delete`.

use std::sync::Arc;

use anyhow::Context as _;
use futures::{TryStreamExt as _, future};

use super::{COLUMNS, NamesArgs, Row, noun};
use crate::app::App;
use crate::commands::changes::{self, Deletion, Edit, View};
use crate::commands::guards;
use crate::model::sid::WorkspaceSid;
use crate::model::{Activity, TaskQueue, Worker, Workspace};
use crate::output::shell_word;
use crate::twilio::{Form, ListQuery, Record};

/// Create an activity
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl activities create --friendly-name Lunch
  trctl activities create --friendly-name Ready --available")]
pub(super) struct CreateArgs {
    /// Name, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: String,

    /// Whether tasks come to workers in it; `false` unless given, and for good
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    available: Option<bool>,
}

/// Rename an activity
///
/// Whether tasks come to workers in it cannot be changed: Twilio decides that when it is created.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl activities update Lunch --friendly-name Break")]
pub(super) struct UpdateArgs {
    /// Name or SID
    name: String,

    /// New name, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: Option<String>,
}

pub(super) async fn create(app: &App, args: &CreateArgs) -> anyhow::Result<()> {
    let (sid, joined) = workspace(app).await?;
    let form = Form::new()
        .with("FriendlyName", &args.friendly_name)
        .with_option("Available", args.available);
    let view = View::of(&COLUMNS);
    changes::create::<Activity, _, _>(app, sid, form, view, |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

pub(super) async fn update(app: &App, args: &UpdateArgs) -> anyhow::Result<()> {
    let (sid, joined) = workspace(app).await?;
    let edit = Edit::new(Form::new().with_option("FriendlyName", args.friendly_name.as_ref()));
    let view = View::of(&COLUMNS);
    changes::update::<Activity, _, _>(app, sid, &args.name, &edit, view, |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

pub(super) async fn delete(app: &App, args: &NamesArgs) -> anyhow::Result<()> {
    let (sid, workspace) = workspace(app).await?;
    let activities = noun::named::<Activity>(app, sid, &args.names).await?;
    for activity in &activities {
        refuse_used(app, &workspace, &activity.value).await?;
    }
    let row = |record: Record<Activity>| Row {
        record,
        joined: Arc::clone(&workspace),
    };
    let deletion = Deletion {
        verb: "delete-activity",
        place: app.place(sid)?,
        rows: activities.into_iter().map(row).collect(),
        columns: &COLUMNS,
        is_confirmed: false,
    };
    changes::delete::<Activity, _>(app, sid, deletion).await
}

async fn workspace(app: &App) -> anyhow::Result<(WorkspaceSid, Arc<Workspace>)> {
    let sid = app.workspace().await?;
    let workspace = app.client()?.get::<Workspace>((), sid).await?.record.value;
    Ok((sid, Arc::new(workspace)))
}

async fn refuse_used(app: &App, workspace: &Workspace, activity: &Activity) -> anyhow::Result<()> {
    let sid = Some(activity.sid);
    for (used, role) in [
        (workspace.default_activity_sid, "default"),
        (workspace.timeout_activity_sid, "timeout"),
    ] {
        if used == sid {
            return Err(guards::refused(
                activity,
                &format!("it is the workspace's {role} activity"),
                &format!("choose another with `trctl workspace update --{role}-activity NAME`"),
            )
            .into());
        }
    }
    let name = shell_word(&activity.friendly_name);
    let in_it = Form::new().with("ActivitySid", activity.sid);
    if let Some(workers) = guards::count::<Worker>(app, workspace.sid, in_it).await? {
        return Err(guards::refused(
            activity,
            &format!("{workers} in it"),
            &format!(
                "put them to another with `trctl workers set-activity --activity {name} --to NAME`"
            ),
        )
        .into());
    }
    let queues: Vec<TaskQueue> = app
        .client()?
        .list::<TaskQueue>(workspace.sid, &ListQuery::all())
        .map_ok(|queue| queue.value)
        .try_collect()
        .await
        .context("cannot list the task queues")?;
    for queue in queues {
        for (used, role) in [
            (queue.reservation_activity_sid, "reservation"),
            (queue.assignment_activity_sid, "assignment"),
        ] {
            if used == sid {
                let queue = &queue.friendly_name;
                return Err(guards::refused(
                    activity,
                    &format!("it is the {role} activity of task queue `{queue}`"),
                    &format!(
                        "choose another with `trctl queues update {} --{role}-activity NAME`",
                        shell_word(queue)
                    ),
                )
                .into());
            }
        }
    }
    Ok(())
}
