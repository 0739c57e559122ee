//! `trctl channels create`, `update` and `delete`.

use futures::TryStreamExt as _;

use super::{COLUMNS, NamesArgs, noun};
use crate::app::App;
use crate::commands::changes::{self, Deletion, Edit, View};
use crate::commands::guards;
use crate::model::sid::WorkspaceSid;
use crate::model::{Task, TaskChannel};
use crate::twilio::{Form, ListQuery};

/// The channel that tasks are on which name none.
const DEFAULT: &str = "default";

/// Create a task channel, a kind of tasks
///
/// Every worker can take one task of it at a time to begin with.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl channels create --friendly-name Callback --unique-name callback")]
pub(super) struct CreateArgs {
    /// Name for people, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: String,

    /// Name for tasks and expressions, for good: letters, digits and `_`
    #[arg(long, value_name = "NAME")]
    unique_name: String,

    #[command(flatten)]
    routing: RoutingArgs,
}

/// Change a task channel
///
/// Its unique name never changes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl channels update chat --friendly-name 'Web chat' --channel-optimized-routing")]
pub(super) struct UpdateArgs {
    /// Name or SID
    name: String,

    /// New name for people, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: Option<String>,

    #[command(flatten)]
    routing: RoutingArgs,
}

#[derive(Debug, clap::Args)]
struct RoutingArgs {
    /// Whether the worker who has been idle on it for longest goes first
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    channel_optimized_routing: Option<bool>,
}

pub(super) async fn create(app: &App, args: &CreateArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let form = Form::new()
        .with("FriendlyName", &args.friendly_name)
        .with("UniqueName", &args.unique_name)
        .with_option(
            "ChannelOptimizedRouting",
            args.routing.channel_optimized_routing,
        );
    let view = View::of(&COLUMNS);
    changes::create::<TaskChannel, _, _>(app, workspace, form, view, noun::alone).await
}

pub(super) async fn update(app: &App, args: &UpdateArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let form = Form::new()
        .with_option("FriendlyName", args.friendly_name.as_ref())
        .with_option(
            "ChannelOptimizedRouting",
            args.routing.channel_optimized_routing,
        );
    let (edit, view) = (Edit::new(form), View::of(&COLUMNS));
    changes::update::<TaskChannel, _, _>(app, workspace, &args.name, &edit, view, noun::alone).await
}

pub(super) async fn delete(app: &App, args: &NamesArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let rows = noun::named::<TaskChannel>(app, workspace, &args.names).await?;
    for channel in &rows {
        refuse_used(app, workspace, &channel.value).await?;
    }
    let deletion = Deletion {
        bulk: &args.bulk,
        verb: "delete-channel",
        place: app.place(workspace)?,
        rows,
        columns: &COLUMNS,
        is_confirmed: false,
    };
    changes::delete::<TaskChannel, _>(app, workspace, deletion).await
}

async fn refuse_used(
    app: &App,
    workspace: WorkspaceSid,
    channel: &TaskChannel,
) -> anyhow::Result<()> {
    if channel.unique_name == DEFAULT {
        return Err(guards::refused(
            channel,
            "tasks that name no channel are on it",
            "a workspace cannot be without it; keep workers from its tasks by their capacity",
        )
        .into());
    }
    // Twilio has no filter by channel.
    let query = ListQuery::all().filter("AssignmentStatus", guards::open());
    let mut tasks = app.client()?.list::<Task>(workspace, &query);
    while let Some(task) = tasks.try_next().await? {
        if task.value.task_channel_sid == Some(channel.sid) {
            return Err(guards::refused(
                channel,
                &format!(
                    "task {} on it is {}",
                    task.value.sid, task.value.assignment_status
                ),
                &format!(
                    "`trctl tasks list --channel {}` shows what is on it; cancel or complete that \
                     first",
                    crate::output::shell_word(&channel.unique_name)
                ),
            )
            .into());
        }
    }
    Ok(())
}
