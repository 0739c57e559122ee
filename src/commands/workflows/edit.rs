//! `trctl workflows create`, `update` and `delete`.

use std::collections::HashMap;
use std::sync::Arc;

use futures::future;
use serde_json::Value as Json;

use super::{COLUMNS, NamesArgs, Row, noun, queue_names};
use crate::app::App;
use crate::cli::Seconds;
use crate::commands::changes::{self, Deletion, Edit, View};
use crate::commands::{attributes, guards};
use crate::exit_code::Failure;
use crate::model::sid::WorkspaceSid;
use crate::model::{TaskQueue, Workflow};
use crate::twilio::{Form, Record};

/// Create a workflow
///
/// The configuration is Twilio's JSON. Where it wants a queue's SID, a name does too.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workflows create --friendly-name Support --configuration-file support.json
  trctl workflows create --friendly-name Support --task-reservation-timeout 30 \\
    --configuration '{\"task_routing\": {\"default_filter\": {\"queue\": \"Support\"}}}'")]
pub(super) struct CreateArgs {
    /// Name
    #[arg(long, value_name = "NAME")]
    friendly_name: String,

    #[command(flatten)]
    settings: SettingsArgs,
}

/// Change a workflow
///
/// Tasks that wait keep the way they were sent, unless `--re-evaluate-tasks` sends them through the
/// rules again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workflows update Support --configuration-file support.json --re-evaluate-tasks
  trctl workflows update Support --assignment-callback-url https://example.com/assignment")]
pub(super) struct UpdateArgs {
    /// Name or SID
    name: String,

    /// New name
    #[arg(long, value_name = "NAME")]
    friendly_name: Option<String>,

    #[command(flatten)]
    settings: SettingsArgs,

    /// Send the tasks that are in it through its rules again
    #[arg(long)]
    re_evaluate_tasks: bool,
}

#[derive(Debug, clap::Args)]
struct SettingsArgs {
    /// Rules as JSON, queues by name or SID; `@FILE` reads a file, `-` stdin
    #[arg(long, value_name = "JSON")]
    configuration: Option<String>,

    /// File that holds the rules as JSON, queues by name or SID; `-` reads stdin
    #[arg(long, value_name = "FILE", conflicts_with = "configuration")]
    configuration_file: Option<String>,

    /// Where reservations are posted; empty for nowhere
    #[arg(long, value_name = "URL")]
    assignment_callback_url: Option<String>,

    /// Where they are posted if that fails; empty for nowhere
    #[arg(long, value_name = "URL")]
    fallback_assignment_callback_url: Option<String>,

    /// How long a worker may take to answer, in seconds or such as `2m`; 120 unless given
    #[arg(long, value_name = "SECONDS")]
    task_reservation_timeout: Option<Seconds>,
}

impl SettingsArgs {
    /// The rules as they were written, looked through before anything is asked of Twilio.
    fn rules(&self) -> anyhow::Result<Option<Rules>> {
        attributes::text_of(
            self.configuration.as_deref(),
            self.configuration_file.as_deref(),
            "configuration",
        )?
        .map(Rules::read)
        .transpose()
        .map_err(Into::into)
    }

    async fn add_to(
        &self,
        app: &App,
        workspace: WorkspaceSid,
        form: Form,
        rules: Option<Rules>,
    ) -> anyhow::Result<Form> {
        let configuration = match rules {
            Some(rules) => Some(rules.with_sids(app, workspace).await?),
            None => None,
        };
        let timeout = self.task_reservation_timeout;
        Ok(form
            .with_option("Configuration", configuration)
            .with_option(
                "AssignmentCallbackUrl",
                self.assignment_callback_url.as_ref(),
            )
            .with_option(
                "FallbackAssignmentCallbackUrl",
                self.fallback_assignment_callback_url.as_ref(),
            )
            .with_option("TaskReservationTimeout", timeout.map(|timeout| timeout.0)))
    }
}

/// A configuration as it was written.
struct Rules {
    text: String,
    json: Json,
}

impl Rules {
    fn read(text: String) -> Result<Self, Failure> {
        match serde_json::from_str(&text) {
            Ok(json) => Ok(Self { text, json }),
            Err(error) => Err(Failure::usage(format!(
                "the configuration is not JSON: {}",
                attributes::pointed_at(&text, &error)
            ))),
        }
    }

    /// The text for Twilio: with the SIDs of the queues that are named, and otherwise as it was
    /// written.
    async fn with_sids(mut self, app: &App, workspace: WorkspaceSid) -> anyhow::Result<String> {
        let mut sids: HashMap<String, String> = HashMap::new();
        for queue in queues(&mut self.json) {
            let Json::String(name) = queue else { continue };
            if !sids.contains_key(name) {
                let sid = app
                    .client()?
                    .resolve::<TaskQueue>(workspace, name)
                    .await?
                    .to_string();
                sids.insert(name.clone(), sid);
            }
        }
        if sids.iter().all(|(name, sid)| name == sid) {
            return Ok(self.text);
        }
        for queue in queues(&mut self.json) {
            if let Some(sid) = queue.as_str().and_then(|name| sids.get(name)) {
                *queue = Json::String(sid.clone());
            }
        }
        Ok(self.json.to_string())
    }
}

/// Every place of a configuration where a queue stands.
fn queues(rules: &mut Json) -> impl Iterator<Item = &mut Json> {
    let routing = rules.get_mut("task_routing").and_then(Json::as_object_mut);
    let mut found = Vec::new();
    for (part, value) in routing.into_iter().flatten() {
        match part.as_str() {
            "default_filter" => found.extend(value.get_mut("queue")),
            "filters" => {
                for filter in value.as_array_mut().into_iter().flatten() {
                    let targets = filter.get_mut("targets").and_then(Json::as_array_mut);
                    for target in targets.into_iter().flatten() {
                        found.extend(target.get_mut("queue"));
                    }
                }
            }
            _ => {}
        }
    }
    found.into_iter()
}

pub(super) async fn create(app: &App, args: &CreateArgs) -> anyhow::Result<()> {
    let Some(rules) = args.settings.rules()? else {
        return Err(Failure::usage("a workflow needs a configuration")
            .with_hint("give it with `--configuration-file FILE` or `--configuration JSON`")
            .into());
    };
    let workspace = app.workspace().await?;
    let form = Form::new().with("FriendlyName", &args.friendly_name);
    let form = args
        .settings
        .add_to(app, workspace, form, Some(rules))
        .await?;
    let joined = Arc::new(queue_names(app, workspace).await?);
    let view = View::of(&COLUMNS);
    changes::create::<Workflow, _, _>(app, workspace, form, view, |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

pub(super) async fn update(app: &App, args: &UpdateArgs) -> anyhow::Result<()> {
    let rules = args.settings.rules()?;
    let workspace = app.workspace().await?;
    let form = Form::new().with_option("FriendlyName", args.friendly_name.as_ref());
    let form = args
        .settings
        .add_to(app, workspace, form, rules)
        .await?
        .with_option("ReEvaluateTasks", args.re_evaluate_tasks.then_some(true));
    let joined = Arc::new(queue_names(app, workspace).await?);
    let (edit, view) = (Edit::new(form), View::of(&COLUMNS));
    changes::update::<Workflow, _, _>(app, workspace, &args.name, &edit, view, |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

pub(super) async fn delete(app: &App, args: &NamesArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let workflows = noun::named::<Workflow>(app, workspace, &args.names).await?;
    for workflow in &workflows {
        let workflow = &workflow.value;
        let of_it = Form::new().with("WorkflowSid", workflow.sid);
        if let Some(tasks) = guards::open_tasks(app, workspace, of_it).await? {
            return Err(guards::refused(
                workflow,
                &format!("{tasks} of it not over"),
                &guards::end_tasks("workflow", &workflow.friendly_name),
            )
            .into());
        }
    }
    let names = Arc::new(queue_names(app, workspace).await?);
    let row = |record: Record<Workflow>| Row {
        record,
        joined: Arc::clone(&names),
    };
    let deletion = Deletion {
        verb: "delete-workflow",
        place: app.place(workspace)?,
        rows: workflows.into_iter().map(row).collect(),
        columns: &COLUMNS,
        is_confirmed: false,
    };
    changes::delete::<Workflow, _>(app, workspace, deletion).await
}
