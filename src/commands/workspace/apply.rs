//! `trctl workspace apply`: carries out a plan that was kept in a file.

use std::collections::HashSet;
use std::path::PathBuf;

use anyhow::Context as _;

use super::planning::{self, Target};
use crate::app::App;
use crate::cli::LimitArgs;
use crate::exit_code::{ExitCode, Failure};
use crate::model::Workspace;
use crate::provision::kind::Kind;
use crate::provision::moved::{self, Unfit};
use crate::provision::numbers;
use crate::provision::plan::Plan;
use crate::provision::read::{ChannelsOf, Scope};
use crate::twilio;

/// Carry out a plan that `workspace plan --out` wrote
///
/// Exactly that is done, or nothing: when somebody changed what the plan is about since it was made,
/// it is refused with exit code 7. After a run that broke off it goes on.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workspace plan -f centre.yaml --out plan.json
  trctl workspace apply plan.json --yes")]
pub(super) struct ApplyArgs {
    /// The plan
    #[arg(value_name = "FILE")]
    plan: PathBuf,

    #[command(flatten)]
    limits: LimitArgs,
}

pub(super) async fn run(app: &App, args: &ApplyArgs) -> anyhow::Result<()> {
    let path = args.plan.display();
    let text = std::fs::read_to_string(&args.plan)
        .map_err(|error| Failure::usage(format!("cannot read the plan `{path}`: {error}")))?;
    let plan: Plan = serde_json::from_str(&text).map_err(|error| {
        Failure::usage(format!("`{path}` is no plan: {error}"))
            .with_hint("`trctl workspace plan -f FILE --out PLAN` writes one")
    })?;
    let client = app.client()?;
    let sid = match plan.workspace.sid {
        Some(sid) => Some(sid),
        // It may have been made by a run that broke off.
        None => match client.resolve::<Workspace>((), &plan.workspace.name).await {
            Ok(sid) => Some(sid),
            Err(twilio::Error::NoSuchName { .. }) => None,
            Err(error) => return Err(error).context("cannot look for the workspace"),
        },
    };
    let target = Target::of(sid);
    let live = planning::read(client, &target, &scope(&plan)).await?;
    let named = plan
        .steps
        .iter()
        .filter(|step| step.kind == Kind::PhoneNumber);
    let named: Vec<String> = named.map(|step| step.name.clone()).collect();
    let numbers = numbers::read(client, &named).await;
    let numbers = numbers.context("cannot see where the calls of the numbers go")?;
    let left = moved::left(plan, live.as_ref(), &numbers).map_err(|unfit| {
        let code = match unfit {
            Unfit::Moved(_) => ExitCode::CheckFailed,
            Unfit::Version(_) | Unfit::UnknownField { .. } => ExitCode::Usage,
        };
        Failure::new(code, unfit.to_string()).with_hint("make a new plan")
    })?;
    let plan = left.plan;
    if app.global().dry_run {
        return planning::print(app, &plan);
    }
    planning::show(app, &plan);
    if plan.steps.is_empty() {
        return Ok(());
    }
    let bulk = planning::bulk(app, &args.limits, &plan)?;
    app.confirm(format_args!("Do this in {}?", plan.workspace.name))?;
    planning::carry_out(app, bulk, "apply", &plan, &left.future, live.as_ref()).await
}

/// What the plan was made of, read again.
fn scope(plan: &Plan) -> Scope {
    let with_channels = plan
        .steps
        .iter()
        .filter(|step| step.kind == Kind::Worker && step.set.contains_key("channels"));
    let names: HashSet<String> = with_channels
        .flat_map(|step| [Some(&step.name), step.renamed_from.as_ref()])
        .flatten()
        .cloned()
        .collect();
    Scope {
        workers: true,
        channels_of: ChannelsOf::These(names),
    }
}
