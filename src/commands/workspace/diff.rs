//! `trctl workspace diff`: what is different between two workspaces or two manifests.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::planning;
use crate::app::App;
use crate::exit_code::{ExitCode, Failure};
use crate::model::Workspace;
use crate::provision::between::between;
use crate::provision::load;
use crate::provision::manifest::Manifest;
use crate::provision::read::{self, Scope};

/// Show what is different between two workspaces or two manifests
///
/// Each side is a file (`-` is stdin), a workspace by name or SID, or that of another profile:
/// `PROFILE:`, `PROFILE:WORKSPACE`. What is shown would make FROM the same as TO.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace diff staging: production:
  trctl workspace diff centre.yaml writers --workers
  trctl workspace diff yesterday.yaml today.yaml --check")]
pub(super) struct DiffArgs {
    /// What there is
    from: String,

    /// What it is compared with
    to: String,

    /// Compare the workers of workspaces as well
    #[arg(long)]
    workers: bool,

    /// End with exit code 7 when anything is different
    #[arg(long)]
    check: bool,
}

pub(super) async fn run(app: &App, args: &DiffArgs) -> anyhow::Result<()> {
    let from = side(app, &args.from, args.workers).await?;
    let to = side(app, &args.to, args.workers).await?;
    let plan = between(&from, &to).context("cannot compare them")?;
    planning::print(app, &plan)?;
    if args.check && !plan.steps.is_empty() {
        let message = format!("`{}` and `{}` are different", args.from, args.to);
        return Err(Failure::new(ExitCode::CheckFailed, message).into());
    }
    Ok(())
}

async fn side(app: &App, named: &str, workers: bool) -> anyhow::Result<Manifest> {
    if named == "-" || Path::new(named).is_file() {
        let environment = |name: &str| app.sources().variable(name).map(str::to_owned);
        let loaded = load::load(&[PathBuf::from(named)], &environment)
            .with_context(|| format!("cannot load `{named}`"))?;
        return Ok(loaded.manifest);
    }
    let scope = if workers {
        Scope::all()
    } else {
        Scope::default()
    };
    let elsewhere;
    let (app, workspace) = if let Some((profile, workspace)) = named.split_once(':') {
        elsewhere = app.with_profile(profile, Some(workspace).filter(|name| !name.is_empty()));
        (&elsewhere, elsewhere.workspace().await)
    } else {
        let found = app.client()?.resolve::<Workspace>((), named).await;
        (app, found.map_err(anyhow::Error::from))
    };
    let workspace = workspace.with_context(|| {
        format!("`{named}` is neither a file nor a workspace that can be reached")
    })?;
    let live = read::read(app.client()?, workspace, &scope)
        .await
        .with_context(|| format!("cannot read `{named}`"))?;
    for untold in &live.untold {
        app.console()
            .warn(format_args!("`{named}`: not compared: {untold}"));
    }
    Ok(live.manifest)
}
