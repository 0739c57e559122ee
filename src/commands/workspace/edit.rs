//! `trctl workspace create`, `update` and `delete`.

use super::{COLUMNS, noun};
use crate::app::App;
use crate::commands::changes::{self, Deletion, Edit, View};
use crate::model::{Activity, Workspace};
use crate::twilio::Form;

/// Create a workspace
///
/// It comes with the activities Offline, Available and Unavailable and with task channels.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace create --friendly-name writers
  trctl workspace create --friendly-name trial --template fifo")]
pub(super) struct CreateArgs {
    /// Name, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: String,

    #[command(flatten)]
    settings: SettingsArgs,

    /// Whether it begins with a queue and a workflow that sends everything there (`fifo`)
    #[arg(long, value_name = "TEMPLATE", value_parser = ["none", "fifo"], ignore_case = true)]
    template: Option<String>,
}

/// Change a workspace; the one in use unless another is named
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace update --event-callback-url https://example.com/events
  trctl workspace update writers --timeout-activity Unavailable --prioritize-queue-order lifo")]
pub(super) struct UpdateArgs {
    /// Name or SID
    name: Option<String>,

    /// New name, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: Option<String>,

    #[command(flatten)]
    settings: SettingsArgs,

    /// Activity of new workers, by name or SID
    #[arg(long, value_name = "ACTIVITY")]
    default_activity: Option<String>,

    /// Activity of workers who let an offer time out, by name or SID
    #[arg(long, value_name = "ACTIVITY")]
    timeout_activity: Option<String>,
}

#[derive(Debug, clap::Args)]
struct SettingsArgs {
    /// Where events are posted; empty for nowhere
    #[arg(long, value_name = "URL")]
    event_callback_url: Option<String>,

    /// Types of events that are posted, comma-separated; empty for all
    #[arg(long, value_name = "TYPE,…")]
    events_filter: Option<String>,

    /// Whether workers handle several tasks at once; Twilio does not take it back
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    multi_task_enabled: Option<bool>,

    /// Which kind of queue goes first with workers who serve both kinds
    #[arg(long, value_name = "ORDER", value_parser = ["fifo", "lifo"], ignore_case = true)]
    prioritize_queue_order: Option<String>,
}

/// Delete a workspace with everything in it
///
/// Its workers, queues, workflows and tasks are gone for good. Its name must be typed, or given
/// with `--yes=NAME`; `--yes` alone is not enough.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace delete trial --dry-run
  trctl workspace delete trial --yes=trial")]
pub(super) struct DeleteArgs {
    /// Name or SID
    name: String,
}

impl SettingsArgs {
    fn add_to(&self, form: Form) -> Form {
        let order = self.prioritize_queue_order.as_deref();
        form.with_option("EventCallbackUrl", self.event_callback_url.as_ref())
            .with_option("EventsFilter", self.events_filter.as_deref().map(tight))
            .with_option("MultiTaskEnabled", self.multi_task_enabled)
            .with_option("PrioritizeQueueOrder", order.map(str::to_uppercase))
    }
}

/// A list without blanks behind its commas: with them Twilio has been seen to match nothing.
fn tight(list: &str) -> String {
    list.split(',').map(str::trim).collect::<Vec<_>>().join(",")
}

pub(super) async fn create(app: &App, args: &CreateArgs) -> anyhow::Result<()> {
    let form = Form::new().with("FriendlyName", &args.friendly_name);
    let template = args.template.as_deref().map(str::to_uppercase);
    let form = args.settings.add_to(form).with_option("Template", template);
    let view = View::of(&COLUMNS);
    changes::create::<Workspace, _, _>(app, (), form, view, noun::alone).await
}

pub(super) async fn update(app: &App, args: &UpdateArgs) -> anyhow::Result<()> {
    let sid = match &args.name {
        Some(name) => app.client()?.resolve::<Workspace>((), name).await?,
        None => app.workspace().await?,
    };
    let form = Form::new().with_option("FriendlyName", args.friendly_name.as_ref());
    let mut form = args.settings.add_to(form);
    for (parameter, activity) in [
        ("DefaultActivitySid", &args.default_activity),
        ("TimeoutActivitySid", &args.timeout_activity),
    ] {
        let name = activity.as_deref();
        noun::filter_by::<Activity>(app, sid, &mut form, parameter, name).await?;
    }
    let (edit, view) = (Edit::new(form), View::of(&COLUMNS));
    changes::update::<Workspace, _, _>(app, (), &sid.to_string(), &edit, view, noun::alone).await
}

pub(super) async fn delete(app: &App, args: &DeleteArgs) -> anyhow::Result<()> {
    let record = noun::find::<Workspace>(app, (), &args.name).await?;
    let workspace = &record.value;
    if !app.global().dry_run {
        let question = format!(
            "Delete workspace {} with its workers, queues, workflows and tasks? There is no way \
             back.",
            workspace.sid
        );
        app.confirm_by_name(question, &workspace.friendly_name)?;
    }
    let deletion = Deletion {
        verb: "delete-workspace",
        place: "the account".to_owned(),
        rows: vec![record],
        columns: &COLUMNS,
        is_confirmed: true,
    };
    changes::delete::<Workspace, _>(app, (), deletion).await
}
