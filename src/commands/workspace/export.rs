//! `trctl workspace export`: a workspace as a manifest.

use anyhow::Context as _;

use crate::app::App;
use crate::exit_code::Failure;
use crate::output;
use crate::provision::read::{self, Scope};
use crate::provision::write::{self, Format};

/// Print the workspace as a manifest: by name, without SIDs
///
/// YAML, or JSON with `-o json`. `workspace provision` makes a workspace of it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace export > centre.yaml
  trctl workspace export --workers --workspace writers -o json")]
pub(super) struct ExportArgs {
    /// With the workers, what they can do and what they take of each channel
    #[arg(long)]
    workers: bool,
}

pub(super) async fn run(app: &App, args: &ExportArgs) -> anyhow::Result<()> {
    app.refuse_row_flags("a manifest")?;
    let printer = app.printer()?;
    let format = match printer.format() {
        output::Format::Table | output::Format::Wide | output::Format::Yaml => Format::Yaml,
        output::Format::Json => Format::Json,
        _ => return Err(Failure::usage("a manifest is `yaml` or `json`").into()),
    };
    let scope = if args.workers {
        Scope::all()
    } else {
        Scope::default()
    };
    let workspace = app.workspace().await?;
    let live = read::read(app.client()?, workspace, &scope)
        .await
        .context("cannot export the workspace")?;
    for untold in &live.untold {
        app.console().warn(format_args!("left out {untold}"));
    }
    let text = write::write(&live.manifest, format)?;
    if !printer.filtered(text.as_bytes())? {
        app.console().print(&text)?;
    }
    Ok(())
}
