//! `trctl workspace diff`: what is different between two workspaces or two manifests.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::planning;
use crate::app::App;
use crate::exit_code::{ExitCode, Failure};
use crate::model::Workspace;
use crate::provision::between::{as_far_as, between};
use crate::provision::load;
use crate::provision::manifest::Manifest;
use crate::provision::read::{self, Scope};
use crate::settings::profiles::ProfileFile;

/// Show what is different between two workspaces or two manifests
///
/// Each side is a file (`-` is stdin), a workspace by name or SID, or that of another profile:
/// `PROFILE:`, `PROFILE:WORKSPACE`; without a profile of that name, the whole is the name of a
/// workspace. What is shown would make FROM the same as TO. Of a workspace,
/// only what the file speaks of is compared with it; the names of workspaces are not compared.
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

    /// Compare the workers of two workspaces as well; those in a file always are
    #[arg(long)]
    workers: bool,

    /// End with exit code 7 when anything is different
    #[arg(long)]
    check: bool,
}

pub(super) async fn run(app: &App, args: &DiffArgs) -> anyhow::Result<()> {
    let (from, to) = (file(app, &args.from)?, file(app, &args.to)?);
    let scope = |other: Option<&Manifest>| match other {
        _ if args.workers => Scope::all(),
        Some(manifest) => Scope::of(manifest),
        None => Scope::default(),
    };
    let (from, to) = match (from, to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => {
            let to = workspace(app, &args.to, &scope(Some(&from)), Some(&from)).await?;
            let to = as_far_as(&from, &to);
            (from, to)
        }
        (None, to) => {
            let mut from = workspace(app, &args.from, &scope(to.as_ref()), to.as_ref()).await?;
            // Two workspaces are told apart by their names, and a file names the one it is for.
            from.friendly_name = None;
            let to = match to {
                Some(to) => to,
                None => workspace(app, &args.to, &scope(None), None).await?,
            };
            (from, to)
        }
    };
    let mut plan = between(&from, &to).context("cannot compare them")?;
    plan.workspace.name = format!("{} → {}", args.from, args.to);
    planning::print(app, &plan)?;
    if args.check && !plan.steps.is_empty() {
        let message = format!("`{}` and `{}` are different", args.from, args.to);
        return Err(Failure::new(ExitCode::CheckFailed, message).into());
    }
    Ok(())
}

/// A side that is a file.
fn file(app: &App, named: &str) -> anyhow::Result<Option<Manifest>> {
    if named != "-" && !Path::new(named).is_file() {
        return Ok(None);
    }
    let environment = |name: &str| app.sources().variable(name).map(str::to_owned);
    let loaded = load::load(&[PathBuf::from(named)], &environment)
        .with_context(|| format!("cannot load `{named}`"))?;
    for warning in &loaded.warnings {
        app.console().warn(warning);
    }
    Ok(Some(loaded.manifest))
}

/// A side that is a workspace, with the numbers that the other one names.
async fn workspace(
    app: &App,
    named: &str,
    scope: &Scope,
    other: Option<&Manifest>,
) -> anyhow::Result<Manifest> {
    let elsewhere;
    let (app, workspace) = if let Some((profile, workspace)) = of_profile(app, named).await? {
        elsewhere = app.with_profile(profile, Some(workspace).filter(|name| !name.is_empty()));
        (&elsewhere, elsewhere.workspace().await)
    } else {
        let found = app.client()?.resolve::<Workspace>((), named).await;
        (app, found.map_err(anyhow::Error::from))
    };
    let workspace = workspace.with_context(|| {
        format!("`{named}` is neither a file nor a workspace that can be reached")
    })?;
    let mut live = read::read(app.client()?, workspace, scope)
        .await
        .with_context(|| format!("cannot read `{named}`"))?;
    for untold in &live.untold {
        app.console()
            .warn(format_args!("`{named}`: not compared: {untold}"));
    }
    if let Some(other) = other {
        let numbers = planning::read_numbers(app.client()?, other).await?;
        live.manifest.phone_numbers = Some(numbers.specs);
    }
    Ok(live.manifest)
}

/// The two parts of `PROFILE:WORKSPACE`, unless there is no such profile and a workspace is called
/// that.
async fn of_profile<'a>(app: &App, named: &'a str) -> anyhow::Result<Option<(&'a str, &'a str)>> {
    let Some((profile, workspace)) = named.split_once(':') else {
        return Ok(None);
    };
    if !ProfileFile::open(app.sources())?.contains(profile)
        && let Ok(client) = app.client()
        && client.resolve::<Workspace>((), named).await.is_ok()
    {
        return Ok(None);
    }
    Ok(Some((profile, workspace)))
}
