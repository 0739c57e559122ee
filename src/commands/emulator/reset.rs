//! `trctl emulator reset`: an empty emulator, without starting another one.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::json;

use super::control::Control;
use crate::app::App;
use crate::output::plural;

/// Remove everything from the emulator: workspaces, calls, events, faults
///
/// The clock stays as it is, and so does what decides the SIDs: what is made afterwards gets
/// other ones than before.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl emulator reset --yes")]
pub(super) struct ResetArgs {}

pub(super) async fn run(app: &App, _args: &ResetArgs) -> anyhow::Result<()> {
    let control = Control::reach(app).await?;
    let contents = Contents::of(&control).await?;
    if app.global().dry_run {
        app.console()
            .note(format_args!("Would remove everything in {contents}"));
        return Ok(());
    }
    app.confirm(format_args!("Remove everything in {contents}?"))?;
    control
        .post::<serde_json::Value>("reset", &json!({}))
        .await
        .context("cannot reset the emulator")?;
    app.console()
        .note(format_args!("Removed everything in {contents}"));
    Ok(())
}

/// How much an emulator holds, and where it is.
pub(super) struct Contents {
    place: String,
    workspaces: usize,
    tasks: usize,
}

#[derive(Deserialize)]
struct Summary {
    workspaces: Vec<WorkspaceSummary>,
}

#[derive(Deserialize)]
struct WorkspaceSummary {
    tasks: BTreeMap<String, usize>,
}

impl Contents {
    pub(super) async fn of(control: &Control) -> anyhow::Result<Self> {
        let summary: Summary = control.get("").await?;
        let tasks = summary
            .workspaces
            .iter()
            .flat_map(|each| each.tasks.values());
        Ok(Self {
            place: control.place().to_owned(),
            tasks: tasks.sum(),
            workspaces: summary.workspaces.len(),
        })
    }
}

impl fmt::Display for Contents {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "the emulator at {} ({}, {})",
            self.place,
            plural::count(self.workspaces, "workspace"),
            plural::tasks(self.tasks)
        )
    }
}
