//! `trctl stats workers`: all workers together, or one by one.

use anyhow::Context as _;
use futures::{FutureExt as _, StreamExt as _, TryStreamExt as _, stream};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::ask::{AskArgs, Plan};
use super::row::{Owner, StatsRow};
use super::{columns, noun, owners};
use crate::app::App;
use crate::model::sid::WorkspaceSid;
use crate::model::statistics::{
    WorkerStatistics, WorkersCumulativeStatistics, WorkersRealTimeStatistics, WorkersStatistics,
};
use crate::model::{TaskQueue, Worker};
use crate::twilio::{Form, Record};

/// Show the figures of workers: together, or of each one
///
/// Twilio refuses these statistics to workspaces with more than 100 workers.
#[derive(Debug, clap::Args)]
pub(in crate::commands) struct WorkersArgs {
    /// Names or SIDs; a row for each of them
    #[arg(value_name = "NAME", conflicts_with_all = ["queue", "each"])]
    names: Vec<String>,

    /// Only those who serve this task queue
    #[arg(long, value_name = "QUEUE")]
    queue: Option<String>,

    /// A row for each worker instead of one for all
    #[arg(long)]
    each: bool,

    #[command(flatten)]
    ask: AskArgs,
}

/// The two halves of a combined answer, as they came.
#[derive(Deserialize)]
struct Halves<'a> {
    #[serde(borrow, default)]
    realtime: Option<&'a RawValue>,
    #[serde(borrow)]
    cumulative: &'a RawValue,
}

impl<'a> Halves<'a> {
    fn of<S>(record: &'a Record<S>) -> anyhow::Result<Self> {
        serde_json::from_str(record.raw.get()).context("cannot read the statistics of workers")
    }
}

pub(in crate::commands) async fn run(app: &App, args: &WorkersArgs) -> anyhow::Result<()> {
    if args.each || !args.names.is_empty() {
        one_by_one(app, args).await
    } else {
        together(app, args).await
    }
}

async fn together(app: &App, args: &WorkersArgs) -> anyhow::Result<()> {
    let plan = Plan::check(&args.ask, &[], |plan| {
        let body = owners::empty::<WorkersStatistics>();
        owners::sample_of(
            None,
            plan.wants_real_time().then_some(&body["realtime"]),
            plan.wants_cumulative().then_some(&body["cumulative"]),
        )
    })?;
    let workspace = app.workspace().await?;
    let plan = plan.in_workspace(app, workspace).await?;
    let mut filters = Form::new();
    let queue = args.queue.as_deref();
    noun::filter_by::<TaskQueue>(app, workspace, &mut filters, "TaskQueueSid", queue).await?;
    let name = queue.map_or_else(|| "all".to_owned(), |queue| format!("of {queue}"));
    app.watch(|| async {
        let row = async {
            let owner = Owner {
                name: name.clone(),
                sid: None,
                activity: None,
            };
            // Only the combined statistics are told by queue.
            let is_half = !(plan.wants_real_time() && plan.wants_cumulative());
            if is_half && filters.is_empty() {
                return owners::row::<WorkersRealTimeStatistics, WorkersCumulativeStatistics>(
                    app,
                    workspace,
                    (),
                    owner,
                    &plan,
                )
                .await;
            }
            let mut query = plan.then_query(app)?;
            for (parameter, value) in filters.iter() {
                query.push(parameter.to_owned(), value);
            }
            let record = app
                .client()?
                .statistics::<WorkersStatistics>(workspace, (), &query)
                .await
                .context("cannot ask for the statistics of the workers")?;
            let halves = Halves::of(&record)?;
            let real_time = halves.realtime.filter(|_| plan.wants_real_time());
            let cumulative = Some(halves.cumulative).filter(|_| plan.wants_cumulative());
            Ok(StatsRow::new(owner, real_time, cumulative))
        };
        let columns = plan.columns(&columns::WORKERS_TOGETHER);
        owners::print(app, &plan, row.into_stream(), columns, "workers").await
    })
    .await
}

async fn one_by_one(app: &App, args: &WorkersArgs) -> anyhow::Result<()> {
    let plan = Plan::check(&args.ask, &[], |plan| {
        let body = owners::empty::<WorkerStatistics>();
        owners::sample_of(
            plan.wants_real_time().then(String::new),
            None,
            plan.wants_cumulative().then_some(&body["cumulative"]),
        )
    })?;
    let workspace = app.workspace().await?;
    let plan = plan.in_workspace(app, workspace).await?;
    let mut query = app.list_query(false)?;
    let queue = args.queue.as_deref();
    noun::filter_by::<TaskQueue>(app, workspace, &mut query.filters, "TaskQueueSid", queue).await?;
    app.watch(|| async {
        let workers = if args.each {
            let all = app.client()?.list::<Worker>(workspace, &query);
            all.map(|worker| worker.context("cannot list the workers"))
                .left_stream()
        } else {
            // Again each time: what they are doing changes.
            let named = noun::named::<Worker>(app, workspace, &args.names).await?;
            stream::iter(named).map(Ok).right_stream()
        };
        let rows = workers
            .map_ok(|worker| row(app, workspace, worker, &plan))
            .try_buffered(noun::JOINS_AT_ONCE);
        owners::print(app, &plan, rows, plan.columns(&columns::WORKER), "workers").await
    })
    .await
}

async fn row(
    app: &App,
    workspace: WorkspaceSid,
    worker: Record<Worker>,
    plan: &Plan<'_>,
) -> anyhow::Result<StatsRow> {
    let owner = Owner {
        activity: plan
            .wants_real_time()
            .then(|| worker.value.activity_name.clone()),
        ..owners::owner_of(&worker)
    };
    if !plan.wants_cumulative() {
        return Ok(StatsRow::new(owner, None, None));
    }
    let query = plan.then_query(app)?;
    let record = app
        .client()?
        .statistics::<WorkerStatistics>(workspace, worker.value.sid, &query)
        .await
        .with_context(|| format!("cannot ask for the statistics of `{}`", owner.name))?;
    let halves = Halves::of(&record)?;
    Ok(StatsRow::new(owner, None, Some(halves.cumulative)))
}
