//! `trctl flow`: what callers hear and where their calls go, as the settings say it.

mod check;
mod show;

use anyhow::Context as _;

use crate::app::App;
use crate::serve::directory::Directory;
use crate::serve::flow::Flow;
use crate::settings::section;

/// See and check what callers hear and where their calls go
#[derive(Debug, clap::Args)]
pub(super) struct FlowArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    Show(show::ShowArgs),
    Check(check::CheckArgs),
}

pub(super) fn run(app: &App, args: &FlowArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::Show(_) => show::run(app),
        Verb::Check(args) => app.block_on(check::run(app, args)),
    }
}

/// The `[flow]` section of the settings file; the built-in flow when there is none.
pub(super) fn of_settings(app: &App) -> anyhow::Result<(Flow, bool)> {
    let written: Option<Flow> = section::read(app.sources(), "flow")?;
    Ok(written.map_or_else(|| (Flow::default(), false), |flow| (flow, true)))
}

/// The workspace's names.
pub(super) async fn directory(app: &App) -> anyhow::Result<Directory> {
    let workspace = app.workspace().await?;
    Directory::read(app.client()?, workspace)
        .await
        .context("cannot read the workspace's names")
}
