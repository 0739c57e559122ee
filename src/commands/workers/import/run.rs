//! Carrying out what an import planned, request by request.

use futures::TryStreamExt as _;

use super::plan::{Act, ChannelPart, Work, WorkerPart};
use crate::bulk::{self, Edit, Reached, Step, StepError, Verdict};
use crate::model::sid::{WorkerSid, WorkspaceSid};
use crate::model::{Worker, WorkerChannel};
use crate::twilio::{self, Client, ListQuery, Place, Record, WorkerScope};

/// Why nothing is left to be done.
const DONE: &str = "is as it is to be by now";

pub(super) async fn carry_out(
    client: &Client,
    workspace: WorkspaceSid,
    work: &Work,
    step: &Step,
) -> Result<Verdict, StepError> {
    let name = work.friendly_name.as_str();
    if let Act::Create(form) = &work.act {
        return bulk::create::<Worker>(client, workspace, step, Some(name), form.clone()).await;
    }
    let worker = match work.worker {
        Some(worker) => worker,
        // One that this run has made.
        None => client.resolve::<Worker>(workspace, name).await?,
    };
    match &work.act {
        Act::Worker(part) => change(client, workspace, worker, part, &work.told, step).await,
        Act::Channel(part) => set(client, workspace, worker, part, &work.told, step).await,
        Act::Create(_) => unreachable!("is done already"),
    }
}

async fn change(
    client: &Client,
    workspace: WorkspaceSid,
    worker: WorkerSid,
    part: &WorkerPart,
    told: &str,
    step: &Step,
) -> Result<Verdict, StepError> {
    bulk::edit::<Worker>(
        client,
        &Place::of::<Worker>(client.account(), workspace, worker),
        step,
        |now| match part.difference(now)? {
            None => Err(DONE.to_owned()),
            Some((form, _)) => Ok(Edit::Update(form)),
        },
        |now| {
            Reached::if_so(
                now.is_some_and(|now| part.difference(now) == Ok(None)),
                told,
            )
        },
        |_| told.to_owned(),
    )
    .await
}

async fn set(
    client: &Client,
    workspace: WorkspaceSid,
    worker: WorkerSid,
    part: &ChannelPart,
    told: &str,
    step: &Step,
) -> Result<Verdict, StepError> {
    let scope = WorkerScope { workspace, worker };
    let channels: Vec<Record<WorkerChannel>> = client
        .list::<WorkerChannel>(scope, &ListQuery::all())
        .try_collect::<Vec<_>>()
        .await
        .map_err(|error: twilio::Error| StepError::from(error))?;
    let Some(channel) = channels
        .iter()
        .find(|channel| channel.value.task_channel_sid == part.channel)
    else {
        return Err(StepError::Refused("has no such channel".to_owned()));
    };
    bulk::edit::<WorkerChannel>(
        client,
        &Place::of::<WorkerChannel>(client.account(), scope, channel.value.sid),
        step,
        |now| match part.difference(now) {
            None => Err(DONE.to_owned()),
            Some((form, _)) => Ok(Edit::Update(form)),
        },
        |now| Reached::if_so(now.is_some_and(|now| part.difference(now).is_none()), told),
        |_| told.to_owned(),
    )
    .await
}
