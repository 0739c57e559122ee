//! `trctl tasks reservations`: to whom tasks were offered, and what came of it.

use crate::app::App;
use crate::commands::reservations;
use crate::model::sid::TaskSid;
use crate::twilio;

/// List the reservations of tasks, oldest first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl tasks reservations WT0123456789abcdef0123456789abcdef")]
pub(super) struct ReservationsArgs {
    /// SIDs of the tasks
    #[arg(value_name = "TASK", required = true)]
    tasks: Vec<String>,
}

pub(super) fn run(app: &App, args: &ReservationsArgs) -> anyhow::Result<()> {
    let tasks: Vec<TaskSid> = args
        .tasks
        .iter()
        .map(|text| text.parse().map_err(twilio::Error::from))
        .collect::<Result<_, _>>()?;
    app.block_on(app.watch(|| reservations::of_tasks(app, &tasks)))
}
