//! Who works in the workspace and which queues there are, read for commands that judge routing.

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _, stream};

use super::noun::joins_at_once;
use crate::app::App;
use crate::model::sid::{WorkerSid, WorkspaceSid};
use crate::model::{Activity, TaskQueue, Worker, WorkerChannel};
use crate::routing::roster;
use crate::twilio::{Client, ListQuery, Resource, WorkerScope};

/// What a workspace has that routing depends on.
#[derive(Debug, Default)]
pub(super) struct Roster {
    pub(super) queues: Vec<roster::Queue>,
    pub(super) workers: Vec<roster::Worker>,
    pub(super) activities: Vec<roster::Activity>,
}

impl Roster {
    /// Three lists, read at the same time.
    pub(super) async fn read(app: &App, workspace: WorkspaceSid) -> anyhow::Result<Self> {
        let client = app.client()?;
        let (queues, workers, activities) = futures::try_join!(
            all::<TaskQueue>(client, workspace),
            all::<Worker>(client, workspace),
            all::<Activity>(client, workspace),
        )?;
        Ok(Self {
            queues: queues.iter().map(Into::into).collect(),
            workers: workers.iter().map(Into::into).collect(),
            activities: activities.iter().map(Into::into).collect(),
        })
    }

    /// Adds the channels of some workers: one request each, several at a time.
    pub(super) async fn read_channels(
        &mut self,
        app: &App,
        workspace: WorkspaceSid,
        of: impl Fn(&roster::Worker) -> bool,
    ) -> anyhow::Result<()> {
        let client = app.client()?;
        let at_once = joins_at_once(app);
        let wanted: Vec<(usize, WorkerSid)> = self
            .workers
            .iter()
            .enumerate()
            .filter(|(_, worker)| of(worker))
            .filter_map(|(position, worker)| Some((position, worker.sid.parse().ok()?)))
            .collect();
        let read = stream::iter(wanted)
            .map(|(position, worker)| async move {
                let channels = channels(client, workspace, worker).await?;
                anyhow::Ok((position, channels))
            })
            .buffer_unordered(at_once)
            .try_collect::<Vec<_>>()
            .await?;
        for (position, channels) in read {
            self.workers[position].channels = channels;
        }
        Ok(())
    }
}

/// All of one noun of a workspace.
pub(super) async fn all<R: Resource<Scope = WorkspaceSid>>(
    client: &Client,
    workspace: WorkspaceSid,
) -> anyhow::Result<Vec<R>> {
    client
        .list::<R>(workspace, &ListQuery::all())
        .map_ok(|record| record.value)
        .try_collect()
        .await
        .with_context(|| format!("cannot list the {}", R::MANY))
}

async fn channels(
    client: &Client,
    workspace: WorkspaceSid,
    worker: WorkerSid,
) -> anyhow::Result<Vec<roster::Channel>> {
    let found = client
        .list::<WorkerChannel>(WorkerScope { workspace, worker }, &ListQuery::all())
        .map_ok(|record| roster::Channel::from(&record.value))
        .try_collect()
        .await;
    match found {
        // Deleted since the workers were listed.
        Err(crate::twilio::Error::NotFound(_)) => Ok(Vec::new()),
        found => found.with_context(|| format!("cannot list the channels of worker {worker}")),
    }
}
