//! `trctl flow check`: what is wrong with the flow.

use super::{directory, of_settings};
use crate::app::App;
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Column, Format, Local, plural};
use crate::serve::flow::Problem;

/// Check the flow, by itself and against the workspace
///
/// Finds keys that are used twice, sentences that a language lacks, menus that do not exist or lead
/// round in a circle, unknown time zones and values that Twilio would refuse. With credentials, the
/// names of workflows, activities and task channels are looked up in the workspace too.
///
/// Ends with exit code 7 when something is wrong. What may be meant as it is written, and probably is
/// not, is only warned of.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl flow check
  trctl flow check --offline -o json")]
pub(super) struct CheckArgs {
    /// Look nothing up in the workspace
    #[arg(long)]
    offline: bool,
}

static COLUMNS: [Column<Local<Problem>>; 2] = [
    Column::new("place", "SETTING", |row| row.value.place.as_str().into()),
    Column::new("text", "PROBLEM", |row| row.value.text.as_str().into()),
];

pub(super) async fn run(app: &App, args: &CheckArgs) -> anyhow::Result<()> {
    let (flow, _) = of_settings(app)?;
    let mut problems = flow.problems();
    let has_credentials = app.settings()?.secret_origin().is_some();
    let looks_up = has_credentials && !args.offline;
    if looks_up {
        problems.extend(flow.problems_in(&directory(app).await?));
    }
    for warning in flow.warnings() {
        app.console().warn(warning);
    }
    let printer = app.printer()?;
    let is_table = matches!(printer.format(), Format::Table | Format::Wide);
    let number = problems.len();
    if number > 0 || !is_table {
        let mut list = printer.list(&COLUMNS, None)?;
        for problem in problems {
            list.row(&Local::new(problem))?;
        }
        list.finish()?;
    }
    if number > 0 {
        let counted = format!("the flow has {}", plural::count(number, "problem"));
        return Err(Failure::new(ExitCode::CheckFailed, counted).into());
    }
    app.console().note(match (looks_up, args.offline) {
        (true, _) => "nothing is wrong with the flow",
        (false, true) => "nothing is wrong with the flow by itself",
        (false, false) => {
            "nothing is wrong with the flow by itself; without credentials its names were not \
             looked up"
        }
    });
    Ok(())
}
