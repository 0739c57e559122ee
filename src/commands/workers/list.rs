//! `trctl workers list`: who is there and what everybody is doing, in one request.

use std::collections::HashMap;

use futures::{TryStreamExt as _, future};

use super::filter::FilterArgs;
use super::row::{COLUMNS, TASK, WorkerRow};
use super::{noun, reservations};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::Worker;
use crate::model::sid::{TaskSid, WorkerSid, WorkspaceSid};
use crate::output::Legacy;
use crate::twilio::Form;

/// List workers: what they are doing, since when, and what they can
///
/// `--older-than`, `--since` and `--until` go by when the activity last changed. The column `task`
/// (in `-o wide`, `csv` and `tsv`, or asked for with `--columns`) takes one more request for the
/// tasks that have a worker, and one for each of them.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workers list --available --queue Support
  trctl workers status --watch -o wide")]
pub(super) struct ListArgs {
    /// Order by the time in the activity: `asc` begins with who has been in it longest
    #[arg(long, value_name = "ORDER", value_parser = ["asc", "desc"])]
    order: Option<String>,

    #[command(flatten)]
    filter: FilterArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let order = args.order.as_deref();
    let filters = args.filter.form(app, workspace).await?.with_option(
        "Ordering",
        order.map(|order| format!("DateStatusChanged:{order}")),
    );
    filtered(app, workspace, filters, &args.filter.select).await
}

/// Lists the workers whom Twilio selects by these filters.
pub(in crate::commands) async fn filtered(
    app: &App,
    workspace: WorkspaceSid,
    filters: Form,
    select: &SelectArgs,
) -> anyhow::Result<()> {
    let selection = app.selection(select, By::StatusChanged, &COLUMNS)?;

    let mut tasks: HashMap<WorkerSid, Vec<TaskSid>> = HashMap::new();
    if noun::looked_at(app, &selection, &COLUMNS, &[TASK])? {
        let mut open = std::pin::pin!(reservations::open(app.client()?, workspace));
        while let Some(reservation) = open.try_next().await? {
            tasks
                .entry(reservation.value.worker_sid)
                .or_default()
                .push(reservation.value.task_sid);
        }
    }

    let now = app.now();
    let listing = noun::Listing {
        scope: workspace,
        filters,
        selection: &selection,
        columns: &COLUMNS,
        legacy: Some(legacy()),
    };
    noun::list::<Worker, _, _>(app, listing, |record| {
        let tasks = tasks.get(&record.value.sid).cloned().unwrap_or_default();
        future::ready(Ok(WorkerRow { record, tasks, now }))
    })
    .await
}

/// The lines of `workerStatus.js`.
fn legacy() -> Legacy<WorkerRow> {
    Legacy {
        before: vec![
            "+++ Start.".to_owned(),
            "++ List worker activity status.".to_owned(),
        ],
        row: |row| {
            let worker = row.worker();
            let activity = match worker.activity_sid {
                Some(sid) if worker.activity_name.is_empty() => sid.to_string(),
                _ => worker.activity_name.clone(),
            };
            vec![format!(
                "+ {} : {} : {activity}",
                worker.sid, worker.friendly_name
            )]
        },
        after: Vec::new(),
    }
}
