//! `trctl tasks create`: gives TaskRouter something to route.

use std::future;

use jiff::Timestamp;

use super::row::{COLUMNS, TaskRow};
use super::select::routing_target;
use crate::app::App;
use crate::cli::Age;
use crate::commands::attributes::DocumentArgs;
use crate::commands::changes::{self, View};
use crate::model::time::IsoTime;
use crate::model::{Task, TaskQueue, Workflow};
use crate::output::Legacy;
use crate::twilio::Form;

/// Create a task
///
/// It is sent once: when no answer comes, look with `trctl tasks list` before you try again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks create --workflow Support --attribute channel=voice --attribute from=+15550100
  trctl tasks create --workflow Sales --attributes @caller.json --priority 5
  trctl tasks create --attributes '{\"skill\": \"support\"}' -o sid")]
pub(super) struct CreateArgs {
    /// Workflow that routes it, by name or SID; the workspace's only one if left out
    #[arg(long, value_name = "WORKFLOW")]
    workflow: Option<String>,

    #[command(flatten)]
    attributes: DocumentArgs,

    /// Priority, 0 to 2147483647; higher goes first
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(..=2_147_483_647))]
    priority: Option<u32>,

    /// How long it may wait for a worker, such as `2h`; a day unless given
    #[arg(long = "ttl", visible_alias = "task-timeout", value_name = "TIME")]
    time_to_live: Option<Age>,

    /// Channel, by unique name or SID; `default` unless given
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,

    /// Moment it is ordered by instead of its creation, such as `2026-11-21T08:00:00Z`
    #[arg(long, value_name = "TIME")]
    virtual_start: Option<Timestamp>,

    /// Worker, queue or workflow to send it to directly: a SID, or a worker's name
    #[arg(long, value_name = "TARGET")]
    routing_target: Option<String>,

    /// Whether the worker it is sent to directly may be at capacity
    #[arg(
        long,
        value_name = "BOOL",
        requires = "routing_target",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true",
    )]
    ignore_capacity: Option<bool>,

    /// Queue it belongs to when it is sent directly to a worker, by name or SID
    #[arg(long, value_name = "QUEUE", requires = "routing_target")]
    queue: Option<String>,
}

pub(super) fn run(app: &App, args: &CreateArgs) -> anyhow::Result<()> {
    let attributes = args.attributes.document()?;
    app.block_on(async {
        let client = app.client()?;
        let workspace = app.workspace().await?;
        let mut form = Form::new();
        if let Some(workflow) = &args.workflow {
            let sid = client.resolve::<Workflow>(workspace, workflow).await?;
            form.push("WorkflowSid", sid);
        }
        form = form
            .with_option("Attributes", attributes)
            .with_option("Priority", args.priority)
            .with_option("Timeout", args.time_to_live.map(|time| time.0.as_secs()))
            .with_option("TaskChannel", args.channel.as_ref())
            .with_option("VirtualStartTime", args.virtual_start.map(IsoTime));
        if let Some(target) = &args.routing_target {
            form.push(
                "RoutingTarget",
                routing_target(client, workspace, target).await?,
            );
        }
        form = form.with_option("IgnoreCapacity", args.ignore_capacity);
        if let Some(queue) = &args.queue {
            let sid = client.resolve::<TaskQueue>(workspace, queue).await?;
            form.push("TaskQueueSid", sid);
        }
        let view = View {
            columns: &COLUMNS,
            legacy: Some(legacy()),
        };
        changes::create::<Task, _, _>(app, workspace, form, view, |record| {
            future::ready(Ok(TaskRow::from(record)))
        })
        .await
    })
}

/// What the Function `create-task.js` answers.
fn legacy() -> Legacy<TaskRow> {
    Legacy {
        before: Vec::new(),
        row: |row| vec![format!("Created task with SID: {}", row.task().sid)],
        after: Vec::new(),
    }
}
