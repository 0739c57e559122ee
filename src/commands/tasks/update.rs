//! `trctl tasks update`: changes what a task carries, not what becomes of it.

use anyhow::Context as _;
use jiff::Timestamp;
use serde_json::Value as Json;

use super::attributes::{self, Member};
use super::create::tell_form;
use super::row::{COLUMNS, TaskRow};
use crate::app::App;
use crate::exit_code::Failure;
use crate::model::Task;
use crate::model::sid::{TaskSid, WorkspaceSid};
use crate::model::time::IsoTime;
use crate::twilio::{self, Change, Client, Form, Versioned};

/// Change a task's attributes, priority, channel or place in line
///
/// `--attributes` replaces the whole document. `--set` and `--unset` change members of the present
/// one; when somebody else changes the task at the same moment, theirs is read and changed instead
/// of being overwritten.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks update WT0123456789abcdef0123456789abcdef --set vip=true --unset note
  trctl tasks update WT0123456789abcdef0123456789abcdef --priority 10")]
pub(super) struct UpdateArgs {
    /// SID of the task
    #[arg(value_name = "TASK")]
    task: String,

    /// New attributes as a JSON object; `@FILE` reads a file, `-` stdin
    #[arg(
        long,
        value_name = "JSON",
        allow_hyphen_values = true,
        conflicts_with_all = ["set", "unset"],
    )]
    attributes: Option<String>,

    /// Set one attribute (can be repeated); the value is JSON if it reads as such, else text
    #[arg(long, value_name = "KEY=VALUE", value_parser = attributes::member)]
    set: Vec<Member>,

    /// Remove one attribute (can be repeated)
    #[arg(long, value_name = "KEY", value_parser = attributes::path_of)]
    unset: Vec<String>,

    /// Priority, 0 to 2147483647; higher goes first
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(..=2_147_483_647))]
    priority: Option<u32>,

    /// Channel, by unique name or SID
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,

    /// Moment it is ordered by, such as `2026-11-21T08:00:00Z`
    #[arg(long, value_name = "TIME")]
    virtual_start: Option<Timestamp>,
}

pub(super) fn run(app: &App, args: &UpdateArgs) -> anyhow::Result<()> {
    let attributes = args
        .attributes
        .as_deref()
        .map(attributes::text_of)
        .transpose()?;
    if let Some(text) = &attributes {
        attributes::parse(text)?;
    }
    let form = Form::new()
        .with_option("Attributes", attributes)
        .with_option("Priority", args.priority)
        .with_option("TaskChannel", args.channel.as_ref())
        .with_option("VirtualStartTime", args.virtual_start.map(IsoTime));
    let is_merge = !args.set.is_empty() || !args.unset.is_empty();
    if form.is_empty() && !is_merge {
        return Err(Failure::usage("there is nothing to change")
            .with_hint("give `--set`, `--unset`, `--attributes`, `--priority`, `--channel` or `--virtual-start`")
            .into());
    }
    app.block_on(async {
        let client = app.client()?;
        let workspace = app.workspace().await?;
        let task = client.resolve::<Task>(workspace, &args.task).await?;
        let context = || format!("cannot update task {task}");
        if app.global().dry_run {
            let change = if is_merge {
                merged(client, workspace, task, &form, args).await?
            } else {
                Change::new(form)
            };
            tell_form(app, &format!("update task {task}"), &change.form);
            return Ok(());
        }
        let updated = if is_merge {
            merge(client, workspace, task, &form, args).await?
        } else {
            let change = Change::new(form).idempotent();
            update(client, workspace, task, change)
                .await
                .with_context(context)?
        };
        let row = TaskRow::from(updated.record);
        app.printer()?.object(&row, &COLUMNS, None)?;
        Ok(())
    })
}

/// Changes the present document, once more if somebody else was faster.
async fn merge(
    client: &Client,
    workspace: WorkspaceSid,
    task: TaskSid,
    form: &Form,
    args: &UpdateArgs,
) -> anyhow::Result<Versioned<Task>> {
    let mut change = merged(client, workspace, task, form, args).await?;
    let mut updated = update(client, workspace, task, change).await;
    if matches!(updated, Err(twilio::Error::PreconditionFailed(_))) {
        change = merged(client, workspace, task, form, args).await?;
        updated = update(client, workspace, task, change).await;
    }
    updated.with_context(|| format!("cannot update task {task}"))
}

/// Makes a change. When no answer came, the task itself tells whether it was made.
async fn update(
    client: &Client,
    workspace: WorkspaceSid,
    task: TaskSid,
    change: Change,
) -> Result<Versioned<Task>, twilio::Error> {
    let form = change.form.clone();
    match client.update::<Task>(workspace, task, change).await {
        Err(error) if error.leaves_open() => match client.get::<Task>(workspace, task).await {
            Ok(now) if carries(&now.record.value, &form) => Ok(now),
            // It was not, so the last refusal alone counts.
            Ok(_) => Err(match error {
                twilio::Error::Unanswered { last } => *last,
                other => other,
            }),
            Err(_) => Err(error),
        },
        other => other,
    }
}

/// Whether a task has everything a change was to give it.
fn carries(task: &Task, form: &Form) -> bool {
    let json = |text: &str| serde_json::from_str::<Json>(text).ok();
    form.iter().all(|(name, value)| match name {
        "Attributes" => json(&task.attributes) == json(value),
        "Priority" => task.priority.to_string() == value,
        "TaskChannel" => {
            task.task_channel_unique_name.as_deref() == Some(value)
                || task
                    .task_channel_sid
                    .is_some_and(|sid| sid.to_string() == value)
        }
        "VirtualStartTime" => task
            .virtual_start_time
            .is_some_and(|time| time.to_string() == value),
        _ => false,
    })
}

/// The form with the present document as it is to be, under the version it was read in.
async fn merged(
    client: &Client,
    workspace: WorkspaceSid,
    task: TaskSid,
    form: &Form,
    args: &UpdateArgs,
) -> anyhow::Result<Change> {
    let current = client
        .get::<Task>(workspace, task)
        .await
        .with_context(|| format!("cannot get task {task}"))?;
    let Ok(Json::Object(mut document)) = serde_json::from_str(&current.record.value.attributes)
    else {
        return Err(Failure::usage(format!(
            "the attributes of task {task} are not a JSON object, so no member can be changed"
        ))
        .with_hint("`--attributes` replaces the whole document")
        .into());
    };
    attributes::unset(&mut document, &args.unset);
    attributes::set(&mut document, &args.set)?;
    let form = form
        .clone()
        .with("Attributes", Json::Object(document).to_string());
    Ok(Change::new(form).if_match(current.etag).idempotent())
}
