//! Carrying out what an import planned, worker by worker.

use std::cell::RefCell;

use serde_json::Value as Json;

use super::plan::{Difference, Work, channels_of};
use crate::bulk::{self, Reached, Step, StepError, Verdict};
use crate::model::sid::{WorkerSid, WorkspaceSid};
use crate::model::{Worker, WorkerChannel};
use crate::twilio::{self, Change, Client, Form, Versioned, WorkerScope};

pub(super) async fn carry_out(
    client: &Client,
    workspace: WorkspaceSid,
    work: &Work,
    step: &Step,
) -> Result<Verdict, StepError> {
    match work.worker {
        Some(worker) => change(client, workspace, worker, work, step).await,
        None => create(client, workspace, work).await,
    }
}

/// Changes a worker from what it is by now.
async fn change(
    client: &Client,
    workspace: WorkspaceSid,
    worker: WorkerSid,
    work: &Work,
    step: &Step,
) -> Result<Verdict, StepError> {
    let channels = channels_of(client, workspace, worker, work).await?;
    for channel in &channels {
        if work.speaks_of(&channel.value) {
            step.before(&channel.raw, None)?;
        }
    }
    let wanted = RefCell::new(Difference::default());
    bulk::guarded::<Worker, _>(
        client,
        workspace,
        worker,
        step,
        |now| {
            let difference = work.difference(now, &channels)?;
            if difference.is_empty() {
                return Err("is as it is to be by now".to_owned());
            }
            wanted.replace(difference);
            Ok(())
        },
        |now| match now.map(|now| work.difference(now, &[])) {
            Some(Ok(left)) if left.is_empty() => {
                if wanted.borrow().channels.is_empty() {
                    Reached::Yes(wanted.borrow().told.join(", "))
                } else {
                    Reached::Unclear
                }
            }
            _ => Reached::No,
        },
        |etag| {
            let difference = wanted.borrow().clone();
            async move { apply(client, workspace, worker, difference, etag).await }
        },
    )
    .await
}

/// Makes the changes; the activity last, so that no task is offered before the capacities are
/// set.
async fn apply(
    client: &Client,
    workspace: WorkspaceSid,
    worker: WorkerSid,
    difference: Difference,
    etag: Option<String>,
) -> Result<Verdict, twilio::Error> {
    let set = async |form: Form, etag: Option<String>| {
        let change = Change::new(form).if_match(etag).idempotent();
        client.update::<Worker>(workspace, worker, change).await
    };
    let mut form = Form::new().with_option("Attributes", difference.attributes);
    let mut activity = difference.activity;
    if difference.channels.is_empty() {
        form = form.with_option("ActivitySid", activity.take());
    }
    let mut last: Option<Versioned<Worker>> = None;
    if !form.is_empty() {
        last = Some(set(form, etag).await?);
    }
    let scope = WorkerScope { workspace, worker };
    for (record, wanted) in difference.channels {
        let form = Form::new()
            .with_option("Capacity", wanted.capacity)
            .with_option("Available", wanted.available);
        let change = Change::new(form).idempotent();
        client
            .update::<WorkerChannel>(scope, record.value.sid, change)
            .await?;
    }
    if let Some(activity) = activity {
        last = Some(set(Form::new().with("ActivitySid", activity), None).await?);
    }
    Ok(Verdict::Done {
        detail: difference.told.join(", "),
        after: last.map(|worker| worker.record.raw),
    })
}

async fn create(
    client: &Client,
    workspace: WorkspaceSid,
    work: &Work,
) -> Result<Verdict, StepError> {
    let attributes =
        (!work.attributes.is_empty()).then(|| Json::Object(work.attributes.clone()).to_string());
    let at_once = work.channels.is_empty();
    let form = Form::new()
        .with("FriendlyName", &work.friendly_name)
        .with_option("Attributes", attributes)
        .with_option(
            "ActivitySid",
            work.activity
                .as_ref()
                .filter(|_| at_once)
                .map(|(sid, _)| *sid),
        );
    let made = match client.create::<Worker>(workspace, form).await {
        Ok(made) => made.record,
        // There was none of this name before.
        Err(error @ twilio::Error::MaybeCreated { .. }) => {
            match client
                .resolve::<Worker>(workspace, &work.friendly_name)
                .await
            {
                Ok(sid) => client.get::<Worker>(workspace, sid).await?.record,
                Err(_) => return Err(error.into()),
            }
        }
        Err(error) => return Err(error.into()),
    };
    let detail = format!("created as {}", made.value.sid);
    let channels = channels_of(client, workspace, made.value.sid, work).await?;
    let rest = work.difference(&made.value, &channels);
    let after = match rest {
        Ok(rest) if !rest.is_empty() => {
            let worker = made.value.sid;
            match apply(client, workspace, worker, rest, None).await? {
                Verdict::Done { after, .. } => after.or(Some(made.raw)),
                Verdict::Unchanged(_) => Some(made.raw),
            }
        }
        _ => Some(made.raw),
    };
    Ok(Verdict::Done { detail, after })
}
