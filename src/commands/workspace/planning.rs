//! What `plan`, `provision`, `apply` and `destroy` share: finding the workspace, reading it, showing
//! a plan and carrying it out.

use std::path::PathBuf;

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _};

use super::drain::drain;
use super::provision::ManifestArgs;
use crate::app::{App, Bulk};
use crate::bulk::Item;
use crate::cli::{BulkArgs, LimitArgs};
use crate::exit_code::{ExitCode, Failure};
use crate::model::Workspace;
use crate::model::sid::{WorkflowSid, WorkspaceSid};
use crate::model::statistics::WorkflowRealTimeStatistics;
use crate::output::{Column, Format, Local, shell_word};
use crate::provision::apply::{self, Ground};
use crate::provision::kind::Kind;
use crate::provision::numbers::{self, Numbers};
use crate::provision::plan::{self, Future, Options, Plan, Planned};
use crate::provision::read::{self, Live, Scope};
use crate::provision::step::{Action, Step};
use crate::provision::{self, Manifest, Waiting, warnings};
use crate::twilio::{self, Client, Form};

/// How many things of a plan are shown before the question.
const SHOWN: usize = 60;

/// How far to go.
#[derive(Debug, clap::Args)]
pub(super) struct ReachArgs {
    /// Delete what the manifest does not name, of the kinds it has a section for
    #[arg(long)]
    prune: bool,

    /// With `--prune`: send tasks that wait in a doomed queue through their workflows again first
    #[arg(long, requires = "prune")]
    drain: bool,

    /// Let waiting tasks go through their changed workflows again
    #[arg(long)]
    re_evaluate: bool,
}

/// What becomes of the plan.
#[derive(Debug, clap::Args)]
pub(super) struct PlanArgs {
    #[command(flatten)]
    pub(super) reach: ReachArgs,

    /// Only plan, and write the plan to a file, for `workspace apply`
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,

    /// Only plan, and end with exit code 7 when anything would change
    #[arg(long)]
    pub(super) check: bool,
}

/// A plan and what it was made of.
pub(super) struct Drafted {
    pub(super) plan: Plan,
    pub(super) future: Future,
    pub(super) live: Option<Live>,
}

/// Where a manifest is to be carried out: a workspace, if it is there, and its name afterwards.
pub(super) struct Target {
    pub(super) sid: Option<WorkspaceSid>,
    name: Option<String>,
}

impl Target {
    /// A workspace that is known already.
    pub(super) const fn of(sid: Option<WorkspaceSid>) -> Self {
        Self { sid, name: None }
    }
}

/// The workspace that was asked for on the command line, else the manifest's, else the one in use.
pub(super) async fn target(app: &App, manifest: &Manifest) -> anyhow::Result<Target> {
    let client = app.client()?;
    if let Some(asked) = &app.global().workspace {
        let sid = resolve(client, asked).await?;
        if sid.is_some() {
            // Its name stays whatever the manifest says.
            return Ok(Target { sid, name: None });
        }
        // Only the manifest names what is to be made: the flag may be misspelt.
        if manifest.friendly_name.as_ref() != Some(asked) {
            let hint = match &manifest.friendly_name {
                Some(name) => format!("the manifest's own is `{name}`, without `--workspace`"),
                None => "only one that the manifest names as `friendly_name` is made".to_owned(),
            };
            let create = shell_word(asked);
            let failure = Failure::new(
                ExitCode::NotFound,
                format!("there is no workspace `{asked}`"),
            );
            return Err(failure
                .with_hint(format!(
                    "{hint}; `trctl workspace create --friendly-name {create}` makes another"
                ))
                .into());
        }
    }
    let Some(name) = &manifest.friendly_name else {
        let sid = Some(app.workspace().await?);
        return Ok(Target { sid, name: None });
    };
    let mut sid = resolve(client, name).await?;
    if let Some(set) = &app.settings()?.workspace
        && set.value != *name
        && sid.is_none_or(|sid| set.value != sid.to_string())
    {
        app.console().note(format_args!(
            "the manifest is of workspace `{name}`, not of `{}` ({}); `--workspace` makes it of \
             another",
            set.value, set.origin
        ));
    }
    if let (None, Some(old)) = (sid, &manifest.renamed_from) {
        sid = resolve(client, old).await?;
    }
    Ok(Target {
        sid,
        name: Some(name.clone()),
    })
}

async fn resolve(client: &Client, name: &str) -> anyhow::Result<Option<WorkspaceSid>> {
    match client.resolve::<Workspace>((), name).await {
        Ok(sid) => Ok(Some(sid)),
        Err(twilio::Error::NoSuchName { .. }) => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot look for workspace `{name}`")),
    }
}

pub(super) async fn read(
    client: &Client,
    target: &Target,
    scope: &Scope,
) -> anyhow::Result<Option<Live>> {
    let Some(sid) = target.sid else {
        return Ok(None);
    };
    let live = read::read(client, sid, scope).await;
    Ok(Some(live.context("cannot read the workspace")?))
}

/// The voice numbers that a manifest names.
pub(super) async fn read_numbers(client: &Client, manifest: &Manifest) -> anyhow::Result<Numbers> {
    let wanted = manifest.phone_numbers().iter();
    let wanted: Vec<String> = wanted.map(|one| one.phone_number.clone()).collect();
    let numbers = numbers::read(client, &wanted).await;
    numbers.context("cannot see where the calls of the numbers go")
}

/// Makes the plan of what was asked for.
pub(super) async fn draft(
    app: &App,
    manifest: &ManifestArgs,
    reach: &ReachArgs,
) -> anyhow::Result<Drafted> {
    let manifest = manifest.load(app)?.manifest;
    let client = app.client()?;
    let target = target(app, &manifest).await?;
    let scope = Scope {
        // Whether somebody serves a queue is told of whoever is there.
        workers: true,
        ..Scope::of(&manifest)
    };
    let live = read(client, &target, &scope).await?;
    let present = live
        .as_ref()
        .and_then(|live| live.manifest.friendly_name.clone());
    let name = target.name.or(present).unwrap_or_default();
    let options = Options {
        prune: reach.prune,
        re_evaluate: reach.re_evaluate,
    };
    let numbers = read_numbers(client, &manifest).await?;
    let planned = plan::plan(&manifest, &name, live.as_ref(), &numbers, options);
    let mut planned = planned.map_err(|problems| {
        anyhow::Error::from(Failure::usage(format!(
            "the workspace cannot become what the manifest says:\n  {problems}"
        )))
    })?;
    let mut waiting = Waiting::new();
    if let Some(live) = &live {
        drain(client, live, &mut planned, reach.drain).await?;
        waiting = waiting_in(client, live, &planned).await?;
    }
    let found = warnings(&planned, &waiting);
    planned.plan.warnings.extend(found);
    Ok(Drafted {
        plan: planned.plan,
        future: planned.future,
        live,
    })
}

/// How many tasks wait in the workflows whose rules change.
async fn waiting_in(client: &Client, live: &Live, planned: &Planned) -> anyhow::Result<Waiting> {
    let changed = planned.plan.steps.iter().filter(|step| {
        step.action == Action::Update
            && step.kind == Kind::Workflow
            && step.set.contains_key("configuration")
    });
    let asked: Vec<(String, WorkflowSid)> = changed
        .filter_map(|step| {
            let name = step.renamed_from.as_ref().unwrap_or(&step.name);
            Some((name.clone(), *live.sids.workflows.get(name)?))
        })
        .collect();
    let counts = asked.into_iter().map(|(name, workflow)| async move {
        let found = client
            .statistics::<WorkflowRealTimeStatistics>(live.sid, workflow, &Form::new())
            .await?;
        let by_status = found.value.backlog.tasks_by_status;
        Ok::<_, twilio::Error>((name, by_status.pending + by_status.reserved))
    });
    futures::stream::iter(counts)
        .buffer_unordered(32)
        .try_collect()
        .await
        .context("cannot count the waiting tasks")
}

static STEP_COLUMNS: [Column<Local<Step>>; 5] = [
    Column::new("action", "ACTION", |row| row.value.action.sign().into()),
    Column::new("kind", "KIND", |row| row.value.kind.noun().into()),
    Column::new("name", "NAME", |row| row.value.name.as_str().into()),
    Column::new("sid", "SID", |row| row.value.sid.clone().into()),
    Column::new("differences", "DIFFERENCES", |row| {
        let told: Vec<String> = row
            .value
            .differences
            .iter()
            .map(ToString::to_string)
            .collect();
        told.join("; ").into()
    }),
];

static PLAN_COLUMNS: [Column<Local<Plan>>; 1] = [Column::new("workspace", "WORKSPACE", |row| {
    row.value.workspace.name.as_str().into()
})];

/// Prints a plan on stdout: for people, or as data.
pub(super) fn print(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let printer = app.printer()?;
    match printer.format() {
        Format::Table | Format::Wide => {
            let text = provision::render(plan, app.console().stdout_has_color(), usize::MAX);
            app.console().print(&text)?;
            conclude(app, plan);
        }
        Format::Json | Format::Yaml => {
            printer.object(&Local::new(plan.clone()), &PLAN_COLUMNS, None)?;
        }
        Format::Ndjson | Format::Csv | Format::Tsv | Format::Sid | Format::Legacy => {
            let mut list = printer.list(&STEP_COLUMNS, None)?;
            for step in &plan.steps {
                let row = match &step.sid {
                    Some(sid) => Local::about(sid.clone(), step.clone()),
                    None => Local::new(step.clone()),
                };
                list.row(&row)?;
            }
            list.finish()?;
            conclude(app, plan);
        }
    }
    Ok(())
}

/// Shows a plan before the question.
pub(super) fn show(app: &App, plan: &Plan) {
    let text = provision::render(plan, app.console().stderr_has_color(), SHOWN);
    if !text.is_empty() {
        app.console().note(text.trim_end());
    }
    conclude(app, plan);
}

fn conclude(app: &App, plan: &Plan) {
    for warning in &plan.warnings {
        app.console().warn(warning);
    }
    app.console()
        .note(format_args!("{}: {}", plan.workspace.name, plan.counts));
}

/// Writes the plan where it is wanted, and says what the check says.
pub(super) fn keep(app: &App, plan: &Plan, args: &PlanArgs) -> anyhow::Result<()> {
    if let Some(path) = &args.out {
        let mut text = serde_json::to_string_pretty(plan).context("cannot write the plan")?;
        text.push('\n');
        std::fs::write(path, text)
            .with_context(|| format!("cannot write the plan to `{}`", path.display()))?;
        app.console().note(format_args!(
            "trctl workspace apply '{}' carries it out",
            path.display()
        ));
    }
    if args.check && !plan.steps.is_empty() {
        return Err(Failure::new(
            ExitCode::CheckFailed,
            format!(
                "the workspace is not what the manifest says: {}",
                plan.counts
            ),
        )
        .into());
    }
    Ok(())
}

/// The way of what a plan does, unless that is more than was allowed.
pub(super) fn bulk<'a>(app: &'a App, limits: &LimitArgs, plan: &Plan) -> anyhow::Result<Bulk<'a>> {
    let bulk = app.bulk(&BulkArgs::from(limits))?;
    bulk.refuse_too_many(plan.steps.len(), ("change", "changes"))?;
    Ok(bulk)
}

/// Carries out what was agreed to.
pub(super) async fn carry_out(
    app: &App,
    bulk: Bulk<'_>,
    verb: &str,
    plan: &Plan,
    future: &Future,
    live: Option<&Live>,
) -> anyhow::Result<()> {
    let ground = Ground::new(
        app.client()?.clone(),
        live.map(|live| (live.sid, &live.sids)),
    );
    let ground = &ground;
    let place = (plan.workspace.name.clone(), live.map(|live| live.sid));
    let pieces = apply::pieces(plan, future);
    let operation = |item: Item<apply::Work>, step| ground.carry_out(item.subject, step);
    bulk.carry_out(verb, "provisioning", place, pieces, operation)
        .await
}
