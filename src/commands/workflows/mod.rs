//! `trctl workflows`: the rules that send tasks to queues.

mod edit;
mod list;

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context as _;
use futures::{TryStreamExt as _, future};
use serde_json::Value as Json;

use super::noun::{self, Joined, NameArgs, NamesArgs};
use super::stats;
use crate::app::App;
use crate::model::sid::WorkspaceSid;
use crate::model::{TaskQueue, Workflow};
use crate::output::{Cell, Column};
use crate::twilio::ListQuery;

/// See and change the workflows, the rules that send tasks to queues
#[derive(Debug, clap::Args)]
pub(super) struct WorkflowsArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    /// Show one workflow
    Get(NameArgs),
    Create(edit::CreateArgs),
    Update(edit::UpdateArgs),
    /// Delete workflows whose tasks are over
    #[command(after_help = "Example:
  trctl workflows delete Support --yes")]
    Delete(NamesArgs),
    /// Show the figures of workflows, as `trctl stats workflows` does
    Stats(stats::OwnersArgs),
}

/// The queues' names by their SIDs.
type QueueNames = HashMap<String, String>;

/// A workflow, and what the queues it names are called.
type Row = Joined<Workflow, Arc<QueueNames>>;

/// The column that takes one more request.
const DEFAULT_QUEUE: &str = "default_queue";

static COLUMNS: [Column<Row>; 9] = [
    Column::new("name", "NAME", |row| {
        row.record.value.friendly_name.as_str().into()
    }),
    Column::new("sid", "SID", |row| row.record.value.sid.to_string().into()),
    Column::new("reservation_timeout", "RESERVATION TIMEOUT", |row| {
        Cell::age(row.record.value.task_reservation_timeout.into())
    }),
    Column::new("filters", "FILTERS", Row::filters),
    Column::new(DEFAULT_QUEUE, "DEFAULT QUEUE", Row::default_queue),
    Column::new("callback", "CALLBACK", |row| {
        row.record.value.assignment_callback_url.clone().into()
    }),
    Column::wide("fallback", "FALLBACK", |row| {
        row.record
            .value
            .fallback_assignment_callback_url
            .clone()
            .into()
    }),
    Column::wide("created", "CREATED", |row| {
        row.record.value.date_created.into()
    }),
    Column::wide("updated", "UPDATED", |row| {
        row.record.value.date_updated.into()
    }),
];

impl Row {
    /// A part of the rules. They are looked into as JSON: what Twilio took is shown even if trctl
    /// would not have written it so.
    fn rules(&self, part: &str) -> Option<Json> {
        let mut rules: Json = serde_json::from_str(&self.record.value.configuration).ok()?;
        rules.get_mut("task_routing")?.get_mut(part).map(Json::take)
    }

    fn filters(&self) -> Cell {
        let filters = self.rules("filters");
        let count = filters
            .as_ref()
            .and_then(Json::as_array)
            .map_or(0, Vec::len);
        u64::try_from(count).unwrap_or(u64::MAX).into()
    }

    fn default_queue(&self) -> Cell {
        let target = self.rules("default_filter");
        let sid = target
            .as_ref()
            .and_then(|target| target.get("queue")?.as_str());
        sid.map(|sid| self.joined.get(sid).map_or(sid, String::as_str))
            .into()
    }
}

pub(super) fn run(app: &App, args: &WorkflowsArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Stats(args) => stats::workflows(app, args).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Create(args) => edit::create(app, args).await,
            Verb::Update(args) => edit::update(app, args).await,
            Verb::Delete(args) => edit::delete(app, args).await,
        }
    })
}

async fn get(app: &App, args: &NameArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let joined = Arc::new(queue_names(app, workspace).await?);
    noun::get::<Workflow, _, _>(app, workspace, &args.name, &COLUMNS, |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

async fn queue_names(app: &App, workspace: WorkspaceSid) -> anyhow::Result<QueueNames> {
    app.client()?
        .list::<TaskQueue>(workspace, &ListQuery::all())
        .map_ok(|queue| (queue.value.sid.to_string(), queue.value.friendly_name))
        .try_collect()
        .await
        .context("cannot list the task queues")
}
