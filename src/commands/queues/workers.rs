//! `trctl queues workers`: who serves a queue, or would.

use super::noun;
use crate::app::App;
use crate::cli::{SelectArgs, Where};
use crate::commands::workers;
use crate::model::TaskQueue;
use crate::twilio::Form;

/// List the workers who serve a task queue, whatever they are doing
///
/// With `--target-workers` those who would serve a queue with that expression: a way to try it
/// before it is written. Twilio judges both.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl queues workers Support
  trctl queues workers Support --available --watch
  trctl queues workers --target-workers 'skills HAS \"support\" AND level > 2'")]
pub(super) struct WorkersArgs {
    /// Name or SID of the queue
    #[arg(value_name = "QUEUE", required_unless_present = "target_workers")]
    queue: Option<String>,

    /// Expression over workers' attributes to try instead
    #[arg(long, value_name = "EXPR", conflicts_with = "queue")]
    target_workers: Option<Where>,

    /// Only those whose activity takes tasks; `=false` for the others
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    available: Option<bool>,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &WorkersArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let target = args.target_workers.as_ref();
    let mut filters = Form::new()
        .with_option(
            "TargetWorkersExpression",
            target.map(|target| &target.source),
        )
        .with_option("Available", args.available);
    let queue = args.queue.as_deref();
    noun::filter_by::<TaskQueue>(app, workspace, &mut filters, "TaskQueueSid", queue).await?;
    workers::filtered(app, workspace, filters, &args.select).await
}
