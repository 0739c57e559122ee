//! Where reservations are: Twilio keeps them under their task and under their worker, and knows no
//! list of all.

use futures::{Stream, TryStreamExt as _, stream};

use super::Row;
use crate::app::App;
use crate::commands::noun::JOINS_AT_ONCE;
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::{ReservationSid, TaskSid, WorkspaceSid};
use crate::model::{Reservation, Task, Worker};
use crate::twilio::{self, Client, ListQuery, Record, ReservationScope};

/// The tasks that can have an open reservation.
const WITH_WORKER: &str = "reserved,assigned,wrapping";

/// Whose reservation it is.
#[derive(Debug, clap::Args)]
pub(super) struct OfArgs {
    /// The task it belongs to
    ///
    /// Without task and worker the tasks that have a worker are gone through: one request for
    /// their list and one for each until it is found.
    #[arg(long, value_name = "WT…", conflicts_with = "worker")]
    pub(super) task: Option<TaskSid>,

    /// The worker it belongs to, by name or SID
    #[arg(long, value_name = "NAME")]
    pub(super) worker: Option<String>,
}

impl OfArgs {
    /// The task or the worker, if one is named.
    pub(super) async fn scope(
        &self,
        app: &App,
        workspace: WorkspaceSid,
    ) -> anyhow::Result<Option<ReservationScope>> {
        Ok(match (self.task, &self.worker) {
            (Some(task), _) => Some(ReservationScope::Task(workspace, task)),
            (None, Some(worker)) => {
                let worker = app.client()?.resolve::<Worker>(workspace, worker).await?;
                Some(ReservationScope::Worker(workspace, worker))
            }
            (None, None) => None,
        })
    }
}

/// The reservations of all tasks that have a worker, ended ones included.
pub(super) fn of_live_tasks(
    client: &Client,
    workspace: WorkspaceSid,
) -> impl Stream<Item = Result<Record<Reservation>, twilio::Error>> {
    let live = ListQuery::all().filter("AssignmentStatus", WITH_WORKER);
    client
        .list::<Task>(workspace, &live)
        .map_ok(move |task| async move {
            let scope = ReservationScope::Task(workspace, task.value.sid);
            let found = client
                .list::<Reservation>(scope, &ListQuery::all())
                .try_collect::<Vec<_>>()
                .await;
            match found {
                // Deleted since it was listed.
                Err(twilio::Error::NotFound(_)) => Ok(Vec::new()),
                found => found,
            }
        })
        .try_buffered(JOINS_AT_ONCE)
        .map_ok(|found| stream::iter(found.into_iter().map(Ok)))
        .try_flatten()
}

/// The open reservations of a workspace.
pub(in crate::commands) fn open(
    client: &Client,
    workspace: WorkspaceSid,
) -> impl Stream<Item = Result<Record<Reservation>, twilio::Error>> {
    of_live_tasks(client, workspace)
        .try_filter(|found| futures::future::ready(found.value.reservation_status.is_open()))
}

/// The reservations with these SIDs, in this order.
pub(super) async fn find(
    app: &App,
    workspace: WorkspaceSid,
    wanted: &[ReservationSid],
    of: &OfArgs,
) -> anyhow::Result<Vec<Row>> {
    let client = app.client()?;
    let mut found: Vec<Row> = Vec::new();
    let mut keep = |record: Record<Reservation>| {
        let joined = app.now();
        found.push(Row { record, joined });
        found.len()
    };
    let mut wanted = wanted.to_vec();
    let mut seen = std::collections::HashSet::new();
    wanted.retain(|sid| seen.insert(*sid));
    if let Some(scope) = of.scope(app, workspace).await? {
        for sid in &wanted {
            keep(client.get::<Reservation>(scope, *sid).await?.record);
        }
        return Ok(found);
    }
    let mut all = std::pin::pin!(of_live_tasks(client, workspace));
    while let Some(record) = all.try_next().await? {
        if wanted.contains(&record.value.sid) && keep(record) == wanted.len() {
            break;
        }
    }
    let place = |sid: &ReservationSid| wanted.iter().position(|wanted| wanted == sid);
    found.sort_by_key(|row| place(&row.record.value.sid));
    let missing = wanted
        .iter()
        .find(|sid| found.iter().all(|row| row.record.value.sid != **sid));
    match missing {
        None => Ok(found),
        Some(sid) => Err(Failure::new(
            ExitCode::NotFound,
            format!("no task that has a worker has the reservation {sid}"),
        )
        .with_hint("name its task with `--task` or its worker with `--worker`")
        .into()),
    }
}
