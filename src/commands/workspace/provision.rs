//! `trctl workspace provision`: makes a workspace what a manifest says.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::builder::PossibleValuesParser;

use crate::app::App;
use crate::provision::load::{self, Loaded};
use crate::provision::templates::{self, Template};
use crate::provision::write::{self, Format};

/// Make a workspace what a manifest says
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace provision --template bilingual --print > centre.yaml
  trctl workspace provision -f base.yaml -f prod.yaml --print")]
pub(super) struct ProvisionArgs {
    #[command(flatten)]
    manifest: ManifestArgs,

    /// Only print the manifest: a template as it is, files laid over each other
    #[arg(long, required = true)]
    print: bool,
}

/// Where a manifest comes from.
#[derive(Debug, clap::Args)]
#[group(id = "manifest", required = true)]
pub(super) struct ManifestArgs {
    /// Manifest in YAML, JSON or TOML, `-` for stdin; each is laid over those before it (can be
    /// repeated)
    #[arg(short, long = "file", value_name = "FILE")]
    files: Vec<PathBuf>,

    /// A manifest that comes with trctl
    #[arg(
        long,
        value_name = "NAME",
        value_parser = PossibleValuesParser::new(templates::NAMES),
        conflicts_with = "files",
    )]
    template: Option<String>,
}

impl ManifestArgs {
    /// The manifest; what is odd about it is said.
    pub(super) fn load(&self, app: &App) -> anyhow::Result<Loaded> {
        let sources = app.sources();
        let environment = |name: &str| sources.variable(name).map(str::to_owned);
        let loaded = match self.template() {
            Some(template) => load::load_text(template.name, template.text, &environment),
            None => load::load(&self.files, &environment),
        };
        let loaded = loaded.context("cannot load the manifest")?;
        for warning in &loaded.warnings {
            app.console().warn(warning);
        }
        Ok(loaded)
    }

    fn template(&self) -> Option<Template> {
        self.template.as_deref().and_then(Template::named)
    }

    /// The manifest as text: a template with its comments, files as one.
    fn text(&self, app: &App) -> anyhow::Result<String> {
        if let Some(template) = self.template() {
            return Ok(template.text.to_owned());
        }
        let manifest = self.load(app)?.manifest;
        Ok(write::write(&manifest, Format::Yaml)?)
    }
}

pub(super) fn run(app: &App, args: &ProvisionArgs) -> anyhow::Result<()> {
    debug_assert!(args.print, "the flag is required");
    app.console().print(&args.manifest.text(app)?)?;
    Ok(())
}
