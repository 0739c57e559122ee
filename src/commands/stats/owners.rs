//! `trctl stats queues` and `trctl stats workflows`: a row each, from two requests each.

use anyhow::Context as _;
use futures::stream::{self, StreamExt as _};
use futures::{Stream, TryStreamExt as _, future};
use serde_json::{Value as Json, json};

use super::ask::{AskArgs, Plan, SplitArgs};
use super::check::Check;
use super::columns::Columns;
use super::noun;
use super::row::{Owner, StatsRow};
use crate::app::App;
use crate::model::sid::WorkspaceSid;
use crate::output::Column;
use crate::twilio::{Record, Resource, Statistics};

/// Which ones, and what of them.
#[derive(Debug, clap::Args)]
pub(in crate::commands) struct OwnersArgs {
    /// Names or SIDs; all unless given
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    #[command(flatten)]
    ask: AskArgs,

    #[command(flatten)]
    split: SplitArgs,
}

pub(super) async fn run<R, N, T>(
    app: &App,
    args: &OwnersArgs,
    columns: &'static Columns,
) -> anyhow::Result<()>
where
    R: Resource<Scope = WorkspaceSid> + Clone,
    N: Statistics<Owner = R::Sid>,
    T: Statistics<Owner = R::Sid>,
{
    let plan = Plan::check(&args.ask, &args.split.split, sample::<N, T>)?;
    let workspace = app.workspace().await?;
    let plan = plan.in_workspace(app, workspace).await?;
    let named = noun::named::<R>(app, workspace, &args.names).await?;
    app.watch(|| async {
        let rows = owners(app, workspace, &named)?
            .map_ok(|record| {
                let owner = owner_of(&record);
                row::<N, T>(app, workspace, record.value.sid(), owner, &plan)
            })
            .try_buffered(noun::JOINS_AT_ONCE);
        print(app, &plan, rows, plan.columns(columns), R::MANY).await
    })
    .await
}

/// Those that were named, or all.
fn owners<R: Resource<Scope = WorkspaceSid> + Clone>(
    app: &App,
    workspace: WorkspaceSid,
    named: &[Record<R>],
) -> anyhow::Result<impl Stream<Item = anyhow::Result<Record<R>>>> {
    if named.is_empty() {
        let all = app
            .client()?
            .list::<R>(workspace, &app.list_query(false)?)
            .map(|record| record.with_context(|| format!("cannot list the {}", R::MANY)));
        return Ok(all.left_stream());
    }
    Ok(stream::iter(named.to_vec()).map(Ok).right_stream())
}

pub(super) fn owner_of<R: Resource>(record: &Record<R>) -> Owner {
    let sid = record.value.sid().to_string();
    let name = record.value.names().into_iter().next();
    Owner {
        name: name.map_or_else(|| sid.clone(), std::borrow::Cow::into_owned),
        sid: Some(sid),
        activity: None,
    }
}

/// The figures of one, as far as they are asked for.
pub(super) async fn row<N, T>(
    app: &App,
    workspace: WorkspaceSid,
    of: N::Owner,
    owner: Owner,
    plan: &Plan<'_>,
) -> anyhow::Result<StatsRow>
where
    N: Statistics,
    T: Statistics<Owner = N::Owner>,
{
    let client = app.client()?;
    let (now, then) = (plan.now_query(), plan.then_query(app)?);
    let real_time = async {
        if !plan.wants_real_time() {
            return Ok(None);
        }
        client
            .statistics::<N>(workspace, of, &now)
            .await
            .map(|record| Some(record.raw))
    };
    let cumulative = async {
        if !plan.wants_cumulative() {
            return Ok(None);
        }
        client
            .statistics::<T>(workspace, of, &then)
            .await
            .map(|record| Some(record.raw))
    };
    let (real_time, cumulative) = future::try_join(real_time, cumulative)
        .await
        .with_context(|| format!("cannot ask for the statistics of `{}`", owner.name))?;
    Ok(StatsRow::new(
        owner,
        real_time.as_deref(),
        cumulative.as_deref(),
    ))
}

/// Prints rows as they come, then says which of them must not be.
pub(super) async fn print(
    app: &App,
    plan: &Plan<'_>,
    rows: impl Stream<Item = anyhow::Result<StatsRow>>,
    columns: &'static [Column<StatsRow>],
    many: &str,
) -> anyhow::Result<()> {
    let check = Check::new(&plan.args.fail_if);
    let judged = rows.map(|row| {
        let row = row?;
        check.judge(&row)?;
        Ok(row)
    });
    noun::print(app, judged, columns, None, many).await?;
    Ok(check.verdict(many)?)
}

/// A row with every figure there can be and nothing in it, by which names are checked before
/// anything is asked.
pub(super) fn sample<N: Statistics, T: Statistics>(plan: &Plan<'_>) -> StatsRow {
    let real_time = plan.wants_real_time().then(empty::<N>);
    let cumulative = plan.wants_cumulative().then(|| {
        let mut body = empty::<T>();
        with_thresholds(&mut body, plan.thresholds());
        body
    });
    sample_of(None, real_time.as_ref(), cumulative.as_ref())
}

pub(super) fn sample_of(
    activity: Option<String>,
    real_time: Option<&Json>,
    cumulative: Option<&Json>,
) -> StatsRow {
    let owner = Owner {
        name: String::new(),
        sid: None,
        activity,
    };
    let raw = |body: &Json| serde_json::value::to_raw_value(body).expect("JSON is JSON");
    let (now, then) = (real_time.map(raw), cumulative.map(raw));
    StatsRow::new(owner, now.as_deref(), then.as_deref())
}

/// Statistics in which nothing was said but whose they are.
pub(super) fn empty<S: Statistics>() -> Json {
    let sid = |prefix: &str| format!("{prefix}{:032x}", 0);
    let body = json!({
        "account_sid": sid("AC"),
        "workspace_sid": sid("WS"),
        "task_queue_sid": sid("WQ"),
        "workflow_sid": sid("WW"),
        "worker_sid": sid("WK"),
        "realtime": {},
        "cumulative": {},
    });
    let read: S = serde_json::from_value(body).expect("every figure has a default");
    serde_json::to_value(read).expect("statistics have a JSON form")
}

fn with_thresholds(body: &mut Json, thresholds: &[u64]) {
    let splits: serde_json::Map<String, Json> = thresholds
        .iter()
        .map(|seconds| (seconds.to_string(), json!({})))
        .collect();
    if !splits.is_empty() {
        body["split_by_wait_time"] = splits.into();
    }
}
