//! `trctl emulator faults`: trouble for a running emulator, and the argument that names a plan.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::control::Control;
use crate::app::App;
use crate::emulator::FaultPlan;
use crate::emulator::faults::{PlanError, Scenario};
use crate::exit_code::Failure;
use crate::output::{Column, Local};

/// Where a fault plan comes from. The name of a scenario is that scenario; a file of that name can
/// be given as `./amnesia`.
#[derive(Debug, Clone)]
pub(super) enum FaultArg {
    Scenario(Scenario),
    File(PathBuf),
}

impl From<&str> for FaultArg {
    fn from(text: &str) -> Self {
        match Scenario::named(text) {
            Some(scenario) => Self::Scenario(scenario),
            None => Self::File(PathBuf::from(text)),
        }
    }
}

impl FaultArg {
    pub(super) fn plan(&self) -> anyhow::Result<FaultPlan> {
        match self {
            Self::Scenario(scenario) => Ok(FaultPlan::of(*scenario)),
            Self::File(path) => FaultPlan::load(path).map_err(|error| match error {
                PlanError::Read { .. } => no_such_plan(path),
                other => anyhow::Error::from(other).context("cannot make trouble"),
            }),
        }
    }
}

fn no_such_plan(path: &Path) -> anyhow::Error {
    let scenarios: Vec<String> = Scenario::ALL
        .iter()
        .map(|scenario| format!("`{}`", scenario.as_str()))
        .collect();
    Failure::usage(format!(
        "there is neither a scenario nor a readable file `{}`",
        path.display()
    ))
    .with_hint(format!("the scenarios are {}", scenarios.join(", ")))
    .into()
}

/// See, make and end artificial trouble
///
/// A fault plan refuses, delays, cuts off and forgets on purpose, the same way every time.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl emulator faults set amnesia
  trctl emulator faults set trouble.yaml
  trctl emulator faults show
  trctl emulator faults clear")]
pub(super) struct FaultsArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    /// Show every rule, and how often it matched and struck
    Show,
    /// Put a plan in place of the present one
    Set(SetArgs),
    /// End all trouble
    Clear,
}

#[derive(Debug, clap::Args)]
struct SetArgs {
    /// `rate-limited`, `flaky-network`, `event-storm`, `amnesia`, or a YAML file
    #[arg(value_name = "SCENARIO|FILE")]
    plan: FaultArg,
}

/// What the control endpoint tells.
#[derive(Debug, Deserialize)]
struct Report {
    requests: Vec<Counted>,
    callbacks: Vec<Counted>,
}

#[derive(Debug, Deserialize)]
struct Counted {
    rule: Value,
    matched: u64,
    fired: u64,
}

/// A rule and what it has met.
#[derive(Debug, Serialize)]
struct Shown {
    list: &'static str,
    rule: Value,
    matched: u64,
    fired: u64,
}

static COLUMNS: [Column<Local<Shown>>; 4] = [
    Column::new("list", "OF", |row| row.value.list.into()),
    Column::new("rule", "RULE", |row| row.value.rule.to_string().into()),
    Column::new("matched", "MATCHED", |row| row.value.matched.into()),
    Column::new("fired", "FIRED", |row| row.value.fired.into()),
];

pub(super) async fn run(app: &App, args: &FaultsArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::Show => {
            let control = Control::reach(app).await?;
            tell(app, control.get("faults").await?)
        }
        Verb::Set(args) => put(app, &args.plan.plan()?).await,
        Verb::Clear => put(app, &FaultPlan::default()).await,
    }
}

async fn put(app: &App, plan: &FaultPlan) -> anyhow::Result<()> {
    let control = Control::reach(app).await?;
    if app.global().dry_run {
        app.console().note(format_args!(
            "Would replace the fault plan of {}",
            control.place()
        ));
        return Ok(());
    }
    tell(app, control.post("faults", plan).await?)
}

fn tell(app: &App, report: Report) -> anyhow::Result<()> {
    let mut list = app.printer()?.list(&COLUMNS, None)?;
    let rules = [
        ("requests", report.requests),
        ("callbacks", report.callbacks),
    ];
    let mut count = 0;
    for (name, counted) in rules {
        for Counted {
            rule,
            matched,
            fired,
        } in counted
        {
            list.row(&Local::new(Shown {
                list: name,
                rule,
                matched,
                fired,
            }))?;
            count += 1;
        }
    }
    list.finish()?;
    if count == 0 {
        app.console().note("no trouble");
    }
    Ok(())
}
