//! `trctl emulator agents`: workers of a running emulator that are simulated, and callers.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::control::Control;
use crate::app::App;
use crate::emulator::{AgentFigures, AgentsReport, ArrivalFigures, check_behaviours};
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Column, Local, plural};

/// Let workers and callers of the emulator behave as a file says, and see how it goes
///
/// Without anything else it shows what every agent has done. The agents answer, reject and miss
/// offers, talk, wrap up, come and go with their shifts, all in emulated time and by chance, the
/// same way every time for the same seed; `arrivals` lets people call. A file takes the place of
/// the one before it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl emulator agents --example > behaviours.yaml
  trctl emulator agents --from behaviours.yaml --check
  trctl emulator agents --from behaviours.yaml
  trctl emulator agents --arrivals -o json
  trctl emulator agents --stop")]
pub(super) struct AgentsArgs {
    /// File of behaviours, YAML or JSON
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,

    /// Look only whether the file says what it should, without an emulator
    #[arg(long, requires = "from")]
    check: bool,

    /// Simulate nobody any more; workers stay where they are
    #[arg(long, conflicts_with = "from")]
    stop: bool,

    /// Show the calls that arrive instead of the agents
    #[arg(long)]
    arrivals: bool,

    /// Print a file of behaviours to begin with
    #[arg(long, conflicts_with_all = ["from", "stop", "arrivals"])]
    example: bool,
}

/// A file of behaviours to begin with.
const EXAMPLE: &str = include_str!("behaviours.yaml");

static AGENTS: [Column<Local<AgentFigures>>; 13] = [
    Column::wide("worker_sid", "SID", |row| {
        row.value.worker_sid.to_string().into()
    }),
    Column::new("worker_name", "WORKER", |row| {
        row.value.worker_name.clone().into()
    }),
    Column::wide("behaviour", "BEHAVIOUR", |row| {
        u64::try_from(row.value.behaviour)
            .unwrap_or(u64::MAX)
            .into()
    }),
    Column::new("activity", "ACTIVITY", |row| {
        row.value.activity.clone().into()
    }),
    Column::wide("on_duty", "ON DUTY", |row| row.value.on_duty.into()),
    Column::new("offered", "OFFERED", |row| row.value.offered.into()),
    Column::new("accepted", "ACCEPTED", |row| row.value.accepted.into()),
    Column::new("rejected", "REJECTED", |row| row.value.rejected.into()),
    Column::new("not_answered", "MISSED", |row| {
        row.value.not_answered.into()
    }),
    Column::wide("withdrawn", "WITHDRAWN", |row| row.value.withdrawn.into()),
    Column::new("talk_seconds", "TALK S", |row| {
        row.value.talk_seconds.into()
    }),
    Column::new("wrap_seconds", "WRAP S", |row| {
        row.value.wrap_seconds.into()
    }),
    Column::new("occupancy", "OCCUPANCY", |row| row.value.occupancy.into()),
];

static ARRIVALS: [Column<Local<ArrivalFigures>>; 7] = [
    Column::new("to", "TO", |row| row.value.to.join(" ").into()),
    Column::new("placed", "PLACED", |row| row.value.placed.into()),
    Column::wide("refused", "REFUSED", |row| row.value.refused.into()),
    Column::new("answered", "ANSWERED", |row| row.value.answered.into()),
    Column::new("abandoned", "ABANDONED", |row| row.value.abandoned.into()),
    Column::new("under_way", "UNDER WAY", |row| row.value.under_way.into()),
    Column::new("next", "NEXT", |row| row.value.next.into()),
];

pub(super) async fn run(app: &App, args: &AgentsArgs) -> anyhow::Result<()> {
    if args.example {
        app.console().print(EXAMPLE)?;
        return Ok(());
    }
    let Some(path) = &args.from else {
        let control = Control::reach(app).await?;
        let ends = args.stop && !app.global().dry_run;
        let report: AgentsReport = if ends {
            control.end("agents").await?
        } else {
            control.get("agents").await?
        };
        if args.stop {
            let count = plural::count(report.agents.len(), "agent");
            app.console().note(if ends {
                format!("{count} simulated no longer; this is how it went")
            } else {
                format!("Would end the simulation of {count}")
            });
        }
        return show(app, args, report);
    };
    let text = read(path, args)?;
    if args.check {
        app.console()
            .note("nothing is wrong with the file by itself; its names were not looked up");
        return Ok(());
    }
    let control = Control::reach(app).await?;
    let dry_run = app.global().dry_run;
    let report: AgentsReport = control
        .replace("agents", text, dry_run)
        .await
        .with_context(|| format!("cannot follow `{}`", path.display()))?;
    if dry_run {
        app.console().note(format_args!(
            "Would replace the simulated agents of {}",
            control.place()
        ));
        return Ok(());
    }
    show(app, args, report)
}

/// The text of a file that says what it should.
fn read(path: &Path, args: &AgentsArgs) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the behaviours in `{}`", path.display()))?;
    let code = if args.check {
        ExitCode::CheckFailed
    } else {
        ExitCode::Usage
    };
    check_behaviours(&text).map_err(|error| {
        let separator = if error.place.is_some() { ":" } else { ": " };
        let message = format!("{}{separator}{error}", path.display());
        Failure::new(code, message)
            .with_hint("`trctl emulator agents --example` prints one to begin with")
    })?;
    Ok(text)
}

fn show(app: &App, args: &AgentsArgs, report: AgentsReport) -> anyhow::Result<()> {
    let printer = app.printer()?;
    if report.seed.is_none() {
        app.console().note("nobody is simulated");
    }
    if args.arrivals {
        let mut list = printer.list(&ARRIVALS, None)?;
        for each in report.arrivals {
            list.row(&Local::new(each))?;
        }
        list.finish()?;
    } else {
        let mut list = printer.list(&AGENTS, None)?;
        for each in report.agents {
            list.row(&Local::new(each))?;
        }
        list.finish()?;
    }
    Ok(())
}
