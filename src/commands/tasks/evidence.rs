//! What speaks for a task being stuck: its call or conference is over, its worker is away.

use std::fmt;

use futures::TryStreamExt as _;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::row::{TaskRow, has_worker};
use super::select::reservations_of;
use crate::model::sid::{CallSid, ConferenceSid, ReservationSid, WorkerSid, WorkspaceSid};
use crate::model::time::IsoTime;
use crate::model::{
    Call, CallStatus, Conference, ConferenceStatus, Reservation, ReservationStatus, Task, Worker,
};
use crate::output::age;
use crate::twilio::{self, Client, ListQuery, Resource};

/// What was found out about a task beside itself.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Evidence {
    pub(super) reservation: Option<ReservationEvidence>,
    pub(super) worker: Option<WorkerEvidence>,
    pub(super) call: Option<CallEvidence>,
    pub(super) conference: Option<ConferenceEvidence>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ReservationEvidence {
    pub(super) sid: ReservationSid,
    pub(super) status: ReservationStatus,
    pub(super) worker: String,
    pub(super) since: Option<IsoTime>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct WorkerEvidence {
    pub(super) sid: WorkerSid,
    pub(super) name: String,
    /// `None` when the worker is deleted.
    pub(super) activity: Option<String>,
    pub(super) available: Option<bool>,
    pub(super) since: Option<IsoTime>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::commands) struct CallEvidence {
    pub(in crate::commands) sid: CallSid,
    /// `None` when Twilio does not know the call.
    pub(in crate::commands) status: Option<CallStatus>,
    pub(in crate::commands) ended: Option<IsoTime>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ConferenceEvidence {
    pub(super) sid: ConferenceSid,
    pub(super) status: ConferenceStatus,
    pub(super) ended: Option<IsoTime>,
}

impl Evidence {
    /// Whether the conversation is over for certain: its call has ended or is unknown, or its
    /// conference has ended.
    pub(super) fn is_over(&self) -> bool {
        let call = self.call.as_ref().is_some_and(CallEvidence::is_over);
        let conference = self
            .conference
            .as_ref()
            .is_some_and(|conference| conference.status == ConferenceStatus::Completed);
        call || conference
    }

    /// Whether somebody is still on the line, as far as Twilio knows.
    pub(super) fn is_live(&self) -> bool {
        let call = self.call.as_ref().is_some_and(|call| !call.is_over());
        let conference = self
            .conference
            .as_ref()
            .is_some_and(|conference| conference.status != ConferenceStatus::Completed);
        call || conference
    }

    /// All in one sentence.
    pub(super) fn told(&self, now: Timestamp) -> String {
        let ago = |since: Option<IsoTime>| Since(since, now);
        let mut parts = Vec::new();
        if let Some(call) = &self.call {
            parts.push(match call.status {
                None => "its call is unknown to Twilio".to_owned(),
                Some(status) if status.is_final() => {
                    format!("its call ended{} ({status})", ago(call.ended).before())
                }
                Some(status) => format!("its call is {status}"),
            });
        }
        if let Some(conference) = &self.conference {
            parts.push(match conference.status {
                ConferenceStatus::Completed => {
                    format!("its conference ended{}", ago(conference.ended).before())
                }
                status => format!("its conference is {status}"),
            });
        }
        if let Some(worker) = &self.worker {
            parts.push(match &worker.activity {
                None => format!("{} is deleted", worker.name),
                Some(activity) => {
                    format!(
                        "{} is `{activity}`{}",
                        worker.name,
                        ago(worker.since).long()
                    )
                }
            });
        }
        if let Some(reservation) = &self.reservation {
            parts.push(format!("{} is {}", reservation.sid, reservation.status));
        }
        parts.join("; ")
    }
}

/// Asks for what belongs to a task: its reservations and their worker, its call, and the conference
/// that is named after it.
pub(super) async fn of(
    client: &Client,
    workspace: WorkspaceSid,
    row: &TaskRow,
) -> Result<Evidence, twilio::Error> {
    let task = row.task();
    let (held, call, conference) = futures::try_join!(
        holder(client, workspace, task),
        call(client, call_of(task)),
        conference(client, task),
    )?;
    let (reservation, worker) = held.unzip();
    Ok(Evidence {
        reservation,
        worker,
        call,
        conference,
    })
}

impl CallEvidence {
    /// Whether the call has ended, or is so old that Twilio does not know it.
    pub(in crate::commands) fn is_over(&self) -> bool {
        self.status.is_none_or(CallStatus::is_final)
    }
}

/// A moment seen from now.
struct Since(Option<IsoTime>, Timestamp);

impl Since {
    fn seconds(&self) -> Option<String> {
        let seconds = self.1.duration_since(self.0?.0).as_secs();
        Some(age::short(u64::try_from(seconds).unwrap_or(0)))
    }

    /// ` 12m ago`
    fn before(&self) -> impl fmt::Display {
        self.seconds()
            .map_or_else(String::new, |age| format!(" {age} ago"))
    }

    /// ` for 12m`
    fn long(&self) -> impl fmt::Display {
        self.seconds()
            .map_or_else(String::new, |age| format!(" for {age}"))
    }
}

/// Where a task's attributes name calls: its own, which `<Enqueue>` sets, then the customer's and
/// the worker's in its conference.
pub(super) const CALLS: [&str; 3] = [
    "call_sid",
    "conference.participants.customer",
    "conference.participants.worker",
];

/// The call a task is about: its own, else the customer's in its conference.
pub(in crate::commands) fn call_of(task: &Task) -> Option<CallSid> {
    let attributes: Json = serde_json::from_str(&task.attributes).ok()?;
    let [own, customer, _] = CALLS;
    [own, customer]
        .into_iter()
        .find_map(|path| look_up(&attributes, path)?.parse().ok())
}

/// A text that a dotted path leads to.
pub(super) fn look_up<'a>(attributes: &'a Json, path: &str) -> Option<&'a str> {
    path.split('.')
        .try_fold(attributes, |here, name| here.get(name))?
        .as_str()
}

/// The reservation that counts, and its worker.
async fn holder(
    client: &Client,
    workspace: WorkspaceSid,
    task: &Task,
) -> Result<Option<(ReservationEvidence, WorkerEvidence)>, twilio::Error> {
    if !has_worker(task.assignment_status) {
        return Ok(None);
    }
    let all = reservations_of(client, workspace, task).await?;
    let open = all
        .iter()
        .rfind(|record| record.value.reservation_status.is_open());
    let Some(held) = open.or(all.last()).map(|record| &record.value) else {
        return Ok(None);
    };
    let worker = found::<Worker>(client, workspace, held.worker_sid).await?;
    Ok(Some((evidence_of(held), worker_evidence(held, worker))))
}

fn evidence_of(held: &Reservation) -> ReservationEvidence {
    ReservationEvidence {
        sid: held.sid,
        status: held.reservation_status,
        worker: held.worker_name.clone(),
        since: held.date_updated,
    }
}

fn worker_evidence(held: &Reservation, worker: Option<Worker>) -> WorkerEvidence {
    let activity = worker.as_ref().map(|worker| worker.activity_name.clone());
    WorkerEvidence {
        sid: held.worker_sid,
        name: held.worker_name.clone(),
        activity,
        available: worker.as_ref().and_then(|worker| worker.available),
        since: worker.and_then(|worker| worker.date_status_changed),
    }
}

/// What is to be said of a call.
pub(in crate::commands) async fn call(
    client: &Client,
    sid: Option<CallSid>,
) -> Result<Option<CallEvidence>, twilio::Error> {
    let Some(sid) = sid else {
        return Ok(None);
    };
    let call = found::<Call>(client, (), sid).await?;
    let ended = call.as_ref().filter(|call| call.status.is_final());
    let ended = ended.and_then(|call| call.end_time.or(call.date_updated));
    Ok(Some(CallEvidence {
        sid,
        status: call.as_ref().map(|call| call.status),
        ended: ended.map(|time| IsoTime(time.0)),
    }))
}

/// The newest conference that is named after the task.
async fn conference(
    client: &Client,
    task: &Task,
) -> Result<Option<ConferenceEvidence>, twilio::Error> {
    let query = ListQuery::all().filter("FriendlyName", task.sid);
    let all: Vec<Conference> = client
        .list::<Conference>((), &query)
        .map_ok(|record| record.value)
        .try_collect()
        .await?;
    let newest = all
        .into_iter()
        .max_by_key(|conference| conference.date_created.map(|created| created.0));
    Ok(newest.map(|conference| ConferenceEvidence {
        sid: conference.sid,
        status: conference.status,
        ended: (conference.status == ConferenceStatus::Completed)
            .then_some(conference.date_updated)
            .flatten()
            .map(|time| IsoTime(time.0)),
    }))
}

/// A resource, if it is there.
pub(in crate::commands) async fn found<R: Resource>(
    client: &Client,
    scope: R::Scope,
    sid: R::Sid,
) -> Result<Option<R>, twilio::Error> {
    match client.get::<R>(scope, sid).await {
        Ok(found) => Ok(Some(found.record.value)),
        Err(twilio::Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
