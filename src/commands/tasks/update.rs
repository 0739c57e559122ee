//! `trctl tasks update`: changes what a task carries, not what becomes of it.

use std::future;

use jiff::Timestamp;

use super::row::{COLUMNS, TaskRow};
use crate::app::App;
use crate::commands::attributes::EditArgs;
use crate::commands::changes::{self, Edit, View};
use crate::model::Task;
use crate::model::time::IsoTime;
use crate::twilio::Form;

/// Change a task's attributes, priority, channel or place in line
///
/// Attributes that are given are merged into the present ones, object by object; `--replace` keeps
/// nothing of them. When somebody else changes the task at the same moment, theirs is read and
/// changed instead of being overwritten.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks update WT0123456789abcdef0123456789abcdef --set vip=true --unset note
  trctl tasks update WT0123456789abcdef0123456789abcdef --attributes-file caller.json --replace
  trctl tasks update WT0123456789abcdef0123456789abcdef --priority 10")]
pub(super) struct UpdateArgs {
    /// SID of the task
    #[arg(value_name = "TASK")]
    task: String,

    /// Priority, 0 to 2147483647; higher goes first
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(..=2_147_483_647))]
    priority: Option<u32>,

    /// Channel, by unique name or SID
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,

    /// Moment it is ordered by, such as `2026-11-21T08:00:00Z`
    #[arg(long, value_name = "TIME")]
    virtual_start: Option<Timestamp>,

    #[command(flatten)]
    attributes: EditArgs,
}

pub(super) fn run(app: &App, args: &UpdateArgs) -> anyhow::Result<()> {
    let form = Form::new()
        .with_option("Priority", args.priority)
        .with_option("TaskChannel", args.channel.as_ref())
        .with_option("VirtualStartTime", args.virtual_start.map(IsoTime));
    let edit = Edit::new(form).attributes(args.attributes.edit()?);
    app.block_on(async {
        let workspace = app.workspace().await?;
        let view = View::of(&COLUMNS);
        changes::update::<Task, _, _>(app, workspace, &args.task, &edit, view, |record| {
            future::ready(Ok(TaskRow::from(record)))
        })
        .await
    })
}
