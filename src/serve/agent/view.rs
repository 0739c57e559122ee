//! What an agent's page shows: the worker and what they have to do, as TaskRouter has it.

use std::time::Duration;

use futures::TryStreamExt as _;
use jiff::Timestamp;
use serde_json::{Map, Value as Json};

use super::centre::Centre;
use super::told::Told;
use crate::model::sid::{
    ActivitySid, CallSid, ConferenceSid, ReservationSid, TaskSid, WorkerSid, WorkspaceSid,
};
use crate::model::time::IsoTime;
use crate::model::{Conference, ConferenceStatus, Participant, ReservationStatus, Task, Worker};
use crate::twilio::{Client, Error, ErrorKind, ListQuery};

/// The attribute that says how a task ended.
pub(super) const DISPOSITION: &str = "disposition";
/// The attribute with what the agent noted.
pub(super) const NOTE: &str = "note";

/// Everything on the page.
#[derive(Debug, Clone)]
pub(super) struct View {
    /// When TaskRouter was asked.
    pub(super) as_of: Timestamp,
    pub(super) workspace: String,
    pub(super) worker: String,
    pub(super) activity: Option<ActivitySid>,
    pub(super) activity_name: String,
    pub(super) available: bool,
    pub(super) activity_since: Option<Timestamp>,
    pub(super) skills: Vec<String>,
    pub(super) languages: Vec<String>,
    pub(super) activities: Vec<Choice>,
    /// Offers first, then what is being worked on.
    pub(super) work: Vec<Piece>,
    /// What became of the last offer, when it was not what the worker did.
    pub(super) notice: Option<Told>,
    /// What happened, the last first.
    pub(super) log: Vec<Told>,
    /// Why this is not as it is now.
    pub(super) trouble: Option<String>,
}

/// An activity to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) sid: ActivitySid,
    pub(super) name: String,
    /// Whether its workers are offered tasks.
    pub(super) takes: bool,
}

/// A reservation with its task.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) reservation: ReservationSid,
    pub(super) status: ReservationStatus,
    /// An offer that was taken, for which the worker's telephone rings.
    pub(super) rings: bool,
    pub(super) made: Option<Timestamp>,
    pub(super) changed: Option<Timestamp>,
    /// When the offer ends if nobody answers it.
    pub(super) deadline: Option<Timestamp>,
    pub(super) task: TaskSid,
    pub(super) task_made: Option<Timestamp>,
    pub(super) queue: Option<String>,
    pub(super) channel: Option<String>,
    pub(super) attributes: Map<String, Json>,
    pub(super) conference: Option<Talk>,
}

/// The conference of a task.
#[derive(Debug, Clone)]
pub(super) struct Talk {
    pub(super) sid: ConferenceSid,
    pub(super) running: bool,
    pub(super) customer: Option<Leg>,
    pub(super) worker: Option<Leg>,
    pub(super) others: usize,
}

/// Somebody in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leg {
    pub(super) hold: bool,
    pub(super) muted: bool,
}

impl Piece {
    /// An attribute of the task that is a text with something in it, or a number.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        match self.attributes.get(name)? {
            Json::String(text) if !text.trim().is_empty() => Some(text.clone()),
            Json::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// Who it is: the name, the number, or that nobody knows.
    pub(super) fn who(&self) -> String {
        ["name", "from", "caller"]
            .iter()
            .find_map(|name| self.text(name))
            .unwrap_or_else(|| "Unknown".to_owned())
    }
}

/// Asks TaskRouter for all of it.
pub(super) async fn read(
    client: &Client,
    workspace: WorkspaceSid,
    worker: WorkerSid,
    centre: &Centre,
    now: Timestamp,
) -> Result<View, Error> {
    let (worker, open) = futures::try_join!(
        client.get::<Worker>(workspace, worker),
        client.open_reservations(workspace, worker),
    )?;
    let worker = worker.record.value;
    let pieces = open.into_iter().map(|open| async move {
        let reservation = open.value;
        let task = match client.get::<Task>(workspace, reservation.task_sid).await {
            Ok(task) => task.record.value,
            // It was deleted meanwhile, and the reservation with it.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let attributes = object(&task.attributes);
        let conference = talk(client, &attributes).await?;
        let made = reservation.date_created.map(instant);
        let timeout = centre.timeout(task.workflow_sid);
        Ok(Some(Piece {
            reservation: reservation.sid,
            status: reservation.reservation_status,
            rings: false,
            made,
            changed: reservation.date_updated.map(instant),
            deadline: made
                .zip(timeout)
                .and_then(|(made, timeout)| made.checked_add(timeout).ok()),
            task: task.sid,
            task_made: task.date_created.map(instant),
            queue: task.task_queue_friendly_name,
            channel: task.task_channel_unique_name,
            attributes,
            conference,
        }))
    });
    let mut work: Vec<Piece> = futures::future::try_join_all(pieces)
        .await?
        .into_iter()
        .flatten()
        .collect();
    work.sort_by_key(|piece| (piece.status != ReservationStatus::Pending, piece.made));
    let attributes = object(&worker.attributes);
    Ok(View {
        as_of: now,
        workspace: centre.workspace.clone(),
        worker: worker.friendly_name,
        activity: worker.activity_sid,
        activity_name: worker.activity_name,
        available: worker.available == Some(true),
        activity_since: worker.date_status_changed.map(instant),
        skills: texts(&attributes, "skills"),
        languages: texts(&attributes, "languages"),
        activities: centre.activities.clone(),
        work,
        notice: None,
        log: Vec::new(),
        trouble: None,
    })
}

/// The conference that the task's attributes name; none when it is not there any more.
async fn talk(client: &Client, attributes: &Map<String, Json>) -> Result<Option<Talk>, Error> {
    let named = attributes.get("conference");
    let member = |path: &str| named?.pointer(path)?.as_str();
    let Some(sid) = member("/sid").and_then(|sid| sid.parse::<ConferenceSid>().ok()) else {
        return Ok(None);
    };
    let gone = |error: Error| match error.kind() {
        ErrorKind::NotFound => Ok(None),
        _ => Err(error),
    };
    let conference = match client.get::<Conference>((), sid).await {
        Ok(found) => found.record.value,
        Err(error) => return gone(error),
    };
    let running = conference.status != ConferenceStatus::Completed;
    let query = ListQuery::all();
    let there: Vec<Participant> = if running {
        let list = client.list::<Participant>(sid, &query);
        let all = list.map_ok(|record| record.value).try_collect::<Vec<_>>();
        match all.await {
            Ok(there) => there,
            Err(error) => return gone(error),
        }
    } else {
        Vec::new()
    };
    let leg = |path: &str| {
        let call: CallSid = member(path)?.parse().ok()?;
        let found = there.iter().find(|one| one.call_sid == call)?;
        Some(Leg {
            hold: found.hold,
            muted: found.muted,
        })
    };
    let (customer, worker) = (leg("/participants/customer"), leg("/participants/worker"));
    let known = usize::from(customer.is_some()) + usize::from(worker.is_some());
    Ok(Some(Talk {
        sid,
        running,
        customer,
        worker,
        others: there.len().saturating_sub(known),
    }))
}

fn instant(time: IsoTime) -> Timestamp {
    time.0
}

/// Attributes that are no object say nothing.
pub(super) fn object(text: &str) -> Map<String, Json> {
    serde_json::from_str(text).unwrap_or_default()
}

fn texts(attributes: &Map<String, Json>, name: &str) -> Vec<String> {
    let flat = attributes.get(name);
    // Flex keeps skills a floor deeper.
    let deep = || attributes.get("routing")?.get(name);
    let all = flat.or_else(deep).and_then(Json::as_array);
    let all = all.into_iter().flatten();
    all.filter_map(Json::as_str).map(str::to_owned).collect()
}

/// Until when a view is shown without asking again: whatever no event told is seen by then.
pub(super) const FRESH: Duration = Duration::from_secs(30);
