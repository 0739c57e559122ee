//! Everything that took part in a task's life.

use std::collections::BTreeMap;

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::Value as Json;

use super::find::attributes_of;
use super::timeline::{self, Entry};
use super::{Trace, timeline::iso};
use crate::app::App;
use crate::commands::events::KEPT;
use crate::commands::noun::JOINS_AT_ONCE;
use crate::commands::tasks::evidence::{CALLS, found, look_up};
use crate::model::sid::{CallSid, TaskSid, WorkerSid, WorkspaceSid};
use crate::model::time::IsoTime;
use crate::model::{
    Call, Conference, ConferenceStatus, Event, EventType, Participant, Reservation, Task, Worker,
};
use crate::output::{Column, Local};
use crate::twilio::{Client, Form, ListQuery, ReservationScope};

/// Changes of a worker's activity count to the chain this long around it.
const AROUND: SignedDuration = SignedDuration::from_secs(60);

/// Something that took part.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    /// `call`, `task`, `reservation`, `conference`, `participant` or `worker`.
    pub(super) what: &'static str,
    pub(super) sid: String,
    /// `None` when it is gone.
    pub(super) status: Option<String>,
    /// A number, a worker, a queue.
    pub(super) who: Option<String>,
    pub(super) from: Option<IsoTime>,
    pub(super) until: Option<IsoTime>,
}

pub(super) static COLUMNS: [Column<Local<Link>>; 6] = [
    Column::new("what", "WHAT", |row| row.value.what.into()),
    Column::new("sid", "SID", |row| row.value.sid.as_str().into()),
    Column::new("status", "STATUS", |row| {
        row.value.status.as_deref().unwrap_or("gone").into()
    }),
    Column::new("who", "WHO", |row| row.value.who.clone().into()),
    Column::new("from", "FROM", |row| row.value.from.into()),
    Column::new("until", "UNTIL", |row| row.value.until.into()),
];

/// Reads all that is left of a task's life.
pub(super) async fn trace(
    app: &App,
    workspace: WorkspaceSid,
    sid: TaskSid,
) -> anyhow::Result<Trace> {
    let client = app.client()?;
    let oldest = app.now().checked_sub(KEPT)?;
    let (task, events, conferences) = futures::try_join!(
        async { Ok(found::<Task>(client, workspace, sid).await?) },
        events(client, workspace, Form::new().with("TaskSid", sid), oldest),
        conferences(client, sid),
    )?;
    if task.is_none() && events.is_empty() {
        // Let Twilio say itself that it is not there.
        client.get::<Task>(workspace, sid).await?;
    }
    let reservations = match &task {
        Some(_) => reservations(client, workspace, sid).await?,
        None => Vec::new(),
    };
    let attributes = attributes(task.as_ref(), &events);
    let participants = participants(client, &conferences).await?;
    let calls = calls(client, &attributes, &participants).await?;
    let workers = workers(client, workspace, &reservations, &events).await?;
    let around = activity_changes(client, workspace, &workers, &events).await?;

    let mut links = Vec::new();
    links.extend(
        calls
            .iter()
            .map(|(sid, call)| call_link(*sid, call.as_ref())),
    );
    links.push(task_link(sid, task.as_ref(), &events));
    links.extend(reservation_links(&reservations, &events));
    links.extend(conferences.iter().map(conference_link));
    links.extend(participants.iter().map(participant_link));
    links.extend(
        workers
            .iter()
            .map(|(sid, (name, worker))| worker_link(*sid, name, worker.as_ref())),
    );

    let mut entries: Vec<Entry> = events
        .iter()
        .chain(&around)
        .filter_map(Entry::of_event)
        .collect();
    for (sid, call) in &calls {
        entries.extend(call.iter().flat_map(|call| Entry::of_call(*sid, call)));
    }
    entries.extend(conferences.iter().flat_map(Entry::of_conference));
    entries.extend(participants.iter().filter_map(Entry::of_participant));

    let last = |name: &str| {
        let told = events.iter().rev().find_map(|event| event.parameter(name));
        told.map(str::to_owned)
    };
    Ok(Trace {
        task: sid,
        status: task.as_ref().map_or_else(
            || last("task_assignment_status"),
            |task| Some(task.assignment_status.to_string()),
        ),
        queue: task.as_ref().map_or_else(
            || last("task_queue_name"),
            |task| task.task_queue_friendly_name.clone(),
        ),
        workflow: task.as_ref().map_or_else(
            || last("workflow_name"),
            |task| task.workflow_friendly_name.clone(),
        ),
        links,
        timeline: timeline::in_order(entries),
    })
}

/// Events that pass a filter, oldest first.
async fn events(
    client: &Client,
    workspace: WorkspaceSid,
    form: Form,
    since: Timestamp,
) -> anyhow::Result<Vec<Event>> {
    let mut query = ListQuery::all();
    query.filters = form.with("StartDate", IsoTime(since));
    let mut events: Vec<Event> = client
        .list::<Event>(workspace, &query)
        .map_ok(|event| event.value)
        .try_collect()
        .await
        .context("cannot list the events")?;
    // Newest first, and those of one moment in the order they came.
    events.reverse();
    Ok(events)
}

async fn reservations(
    client: &Client,
    workspace: WorkspaceSid,
    task: TaskSid,
) -> anyhow::Result<Vec<Reservation>> {
    client
        .list::<Reservation>(ReservationScope::Task(workspace, task), &ListQuery::all())
        .map_ok(|record| record.value)
        .try_collect()
        .await
        .context("cannot list the reservations")
}

async fn conferences(client: &Client, task: TaskSid) -> anyhow::Result<Vec<Conference>> {
    let query = ListQuery::all().filter("FriendlyName", task);
    let mut all: Vec<Conference> = client
        .list::<Conference>((), &query)
        .map_ok(|record| record.value)
        .try_collect()
        .await
        .context("cannot list the conferences")?;
    all.sort_by_key(|conference| conference.date_created.map(|created| created.0));
    Ok(all)
}

async fn participants(
    client: &Client,
    conferences: &[Conference],
) -> anyhow::Result<Vec<Participant>> {
    // Twilio keeps no participants of a conference that is over.
    stream::iter(conferences)
        .filter(|conference| {
            futures::future::ready(conference.status != ConferenceStatus::Completed)
        })
        .map(|conference| {
            client
                .list::<Participant>(conference.sid, &ListQuery::all())
                .map_ok(|record| record.value)
                .try_collect::<Vec<_>>()
        })
        .buffered(JOINS_AT_ONCE)
        .try_concat()
        .await
        .context("cannot list the participants")
}

/// The attributes as they are, or as they were when the task was last told of.
fn attributes(task: Option<&Task>, events: &[Event]) -> Json {
    let now = task.and_then(|task| serde_json::from_str(&task.attributes).ok());
    now.or_else(|| events.iter().rev().find_map(attributes_of))
        .unwrap_or(Json::Null)
}

/// The calls that attributes and conferences name, each once; `None` for one that is gone.
async fn calls(
    client: &Client,
    attributes: &Json,
    participants: &[Participant],
) -> anyhow::Result<Vec<(CallSid, Option<Call>)>> {
    let mut sids: Vec<CallSid> = Vec::new();
    let of_attributes = CALLS
        .iter()
        .filter_map(|path| look_up(attributes, path)?.parse().ok());
    for sid in of_attributes.chain(participants.iter().map(|participant| participant.call_sid)) {
        if !sids.contains(&sid) {
            sids.push(sid);
        }
    }
    stream::iter(sids)
        .map(|sid| async move { Ok((sid, found::<Call>(client, (), sid).await?)) })
        .buffered(JOINS_AT_ONCE)
        .try_collect()
        .await
}

/// The workers it was offered to with their names; `None` for one who is deleted.
async fn workers(
    client: &Client,
    workspace: WorkspaceSid,
    reservations: &[Reservation],
    events: &[Event],
) -> anyhow::Result<BTreeMap<WorkerSid, (String, Option<Worker>)>> {
    let mut names: BTreeMap<WorkerSid, String> = BTreeMap::new();
    for event in events {
        if let Some(sid) = event
            .parameter("worker_sid")
            .and_then(|sid| sid.parse().ok())
        {
            let name = event.parameter("worker_name").unwrap_or_default();
            names.insert(sid, name.to_owned());
        }
    }
    for reservation in reservations {
        names.insert(reservation.worker_sid, reservation.worker_name.clone());
    }
    stream::iter(names)
        .map(|(sid, name)| async move {
            let worker = found::<Worker>(client, workspace, sid).await?;
            anyhow::Ok((sid, (name, worker)))
        })
        .buffered(JOINS_AT_ONCE)
        .try_collect()
        .await
}

/// How the workers' activities changed meanwhile.
async fn activity_changes(
    client: &Client,
    workspace: WorkspaceSid,
    workers: &BTreeMap<WorkerSid, (String, Option<Worker>)>,
    about: &[Event],
) -> anyhow::Result<Vec<Event>> {
    let moment = |event: Option<&Event>| {
        let millisecond = event?.millisecond()?;
        Timestamp::from_millisecond(millisecond).ok()
    };
    let (Some(first), Some(last)) = (moment(about.first()), moment(about.last())) else {
        return Ok(Vec::new());
    };
    let (from, until) = (first.checked_sub(AROUND)?, last.checked_add(AROUND)?);
    stream::iter(workers.keys())
        .map(|worker| {
            let form = Form::new()
                .with("WorkerSid", *worker)
                .with("EventType", EventType::WorkerActivityUpdate)
                .with("EndDate", IsoTime(until));
            events(client, workspace, form, from)
        })
        .buffered(JOINS_AT_ONCE)
        .try_concat()
        .await
}

fn call_link(sid: CallSid, call: Option<&Call>) -> Link {
    let ended = call.filter(|call| call.status.is_final());
    Link {
        what: "call",
        sid: sid.to_string(),
        status: call.map(|call| call.status.to_string()),
        who: call.map(|call| format!("{} → {}", call.from, call.to)),
        from: iso(call.and_then(|call| call.start_time.or(call.date_created))),
        until: iso(ended.and_then(|call| call.end_time.or(call.date_updated))),
    }
}

fn task_link(sid: TaskSid, task: Option<&Task>, events: &[Event]) -> Link {
    let millisecond = |event: Option<&Event>| event.and_then(Event::millisecond);
    let told = |event| millisecond(event).and_then(IsoTime::from_millisecond);
    let ended = task.is_none_or(|task| task.assignment_status.is_final());
    Link {
        what: "task",
        sid: sid.to_string(),
        status: task.map(|task| task.assignment_status.to_string()),
        who: task.and_then(|task| task.task_queue_friendly_name.clone()),
        from: task
            .and_then(|task| task.date_created)
            .or_else(|| told(events.first())),
        until: ended
            .then(|| {
                task.and_then(|task| task.date_updated)
                    .or_else(|| told(events.last()))
            })
            .flatten(),
    }
}

/// The reservations as Twilio lists them, or, of a task that is gone, as its events tell them.
fn reservation_links(reservations: &[Reservation], events: &[Event]) -> Vec<Link> {
    if !reservations.is_empty() {
        return reservations
            .iter()
            .map(|reservation| Link {
                what: "reservation",
                sid: reservation.sid.to_string(),
                status: Some(reservation.reservation_status.to_string()),
                who: Some(reservation.worker_name.clone()),
                from: reservation.date_created,
                until: (!reservation.reservation_status.is_open())
                    .then_some(reservation.date_updated)
                    .flatten(),
            })
            .collect();
    }
    let mut links: Vec<Link> = Vec::new();
    for event in events {
        let Some(sid) = event.parameter("reservation_sid") else {
            continue;
        };
        let Some(status) = event.event_type.strip_prefix("reservation.") else {
            continue;
        };
        let time = event.millisecond().and_then(IsoTime::from_millisecond);
        match links.iter_mut().find(|link| link.sid == sid) {
            Some(link) => {
                link.status = Some(status.to_owned());
                link.until = time;
            }
            None => links.push(Link {
                what: "reservation",
                sid: sid.to_owned(),
                status: Some(status.to_owned()),
                who: event.parameter("worker_name").map(str::to_owned),
                from: time,
                until: None,
            }),
        }
    }
    links
}

fn conference_link(conference: &Conference) -> Link {
    let is_over = conference.status == ConferenceStatus::Completed;
    Link {
        what: "conference",
        sid: conference.sid.to_string(),
        status: Some(conference.status.to_string()),
        who: conference.reason_conference_ended.clone(),
        from: iso(conference.date_created),
        until: iso(conference.date_updated.filter(|_| is_over)),
    }
}

fn participant_link(participant: &Participant) -> Link {
    Link {
        what: "participant",
        sid: participant.call_sid.to_string(),
        status: Some(participant.status.to_string()),
        who: participant.label.clone(),
        from: iso(participant.date_created),
        until: None,
    }
}

fn worker_link(sid: WorkerSid, name: &str, worker: Option<&Worker>) -> Link {
    Link {
        what: "worker",
        sid: sid.to_string(),
        status: worker.map(|worker| worker.activity_name.clone()),
        who: Some(name.to_owned()),
        from: worker.and_then(|worker| worker.date_status_changed),
        until: None,
    }
}
