//! `trctl workspace provision`: makes a workspace what a manifest says.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::builder::PossibleValuesParser;

use super::planning::{self, PlanArgs};
use crate::app::App;
use crate::cli::LimitArgs;
use crate::provision::load::{self, Loaded};
use crate::provision::templates::{self, Template};
use crate::provision::write::{self, Format};

/// Make a workspace what a manifest says
///
/// The plan is shown first; with `--dry-run`, `--check` or `--out` that is all, as with `workspace
/// plan`. What the manifest does not speak of is left alone. A second run has nothing to do; after
/// one that broke off it goes on.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace provision --template bilingual --print > centre.yaml
  trctl workspace provision -f centre.yaml
  trctl workspace provision -f base.yaml -f prod.yaml --prune --re-evaluate --yes
  trctl workspace provision -f centre.yaml --check")]
pub(super) struct ProvisionArgs {
    #[command(flatten)]
    manifest: ManifestArgs,

    /// Only print the manifest: a template as it is, files laid over each other
    #[arg(
        long,
        conflicts_with_all = ["out", "check", "prune", "drain", "re_evaluate", "max"],
    )]
    print: bool,

    #[command(flatten)]
    plan: PlanArgs,

    #[command(flatten)]
    limits: LimitArgs,
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

pub(super) async fn run(app: &App, args: &ProvisionArgs) -> anyhow::Result<()> {
    if args.print {
        app.console().print(&args.manifest.text(app)?)?;
        return Ok(());
    }
    if args.plan.check || args.plan.out.is_some() || app.global().dry_run {
        return plan(app, &args.manifest, &args.plan).await;
    }
    let drafted = planning::draft(app, &args.manifest, &args.plan.reach).await?;
    let name = &drafted.plan.workspace.name;
    planning::show(app, &drafted.plan);
    if drafted.plan.steps.is_empty() {
        return Ok(());
    }
    let bulk = planning::bulk(app, &args.limits, &drafted.plan)?;
    app.confirm(format_args!("Do this in {name}?"))?;
    planning::carry_out(
        app,
        bulk,
        "provision",
        &drafted.plan,
        &drafted.future,
        drafted.live.as_ref(),
    )
    .await
}

/// Shows the plan, and keeps it if it is wanted.
async fn plan(app: &App, manifest: &ManifestArgs, args: &PlanArgs) -> anyhow::Result<()> {
    let plan = planning::draft(app, manifest, &args.reach).await?.plan;
    planning::print(app, &plan)?;
    planning::keep(app, &plan, args)
}

/// Show what `workspace provision` would do
///
/// What is new has a `+`, what is changed a `~`, what is exchanged a `-/+`, what goes a `-`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace plan -f centre.yaml
  trctl workspace plan -f centre.yaml --prune --out plan.json
  trctl workspace plan -f centre.yaml --check -o json")]
pub(super) struct OnlyPlanArgs {
    #[command(flatten)]
    manifest: ManifestArgs,

    #[command(flatten)]
    plan: PlanArgs,
}

pub(super) async fn only_plan(app: &App, args: &OnlyPlanArgs) -> anyhow::Result<()> {
    plan(app, &args.manifest, &args.plan).await
}
