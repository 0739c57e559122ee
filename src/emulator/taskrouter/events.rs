//! The event log: <https://www.twilio.com/docs/taskrouter/api/event>.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use super::collection::{workspace_of, wrapped};
use super::render::View;
use crate::emulator::event::{Subject, data, description};
use crate::emulator::event_log::RETENTION;
use crate::emulator::http::{Call, PageRequest, Params, Problem, answer, paged_as_it_is};
use crate::emulator::shared::Shared;
use crate::model;
use crate::model::EventType;
use crate::model::sid::{
    AccountSid, EventSid, ReservationSid, TaskChannelSid, TaskQueueSid, TaskSid, WorkerSid,
    WorkflowSid,
};
use crate::routing::Moment;
use crate::routing::engine::{Cause, Event};

const SEGMENT: &str = "Events";

/// The period of a list that names none, in minutes.
const DEFAULT_MINUTES: u64 = 15;

const MINUTE: u64 = 60 * 1000;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/Workspaces/{workspace}/Events", get(list))
        .route("/Workspaces/{workspace}/Events/{sid}", get(fetch))
}

async fn list(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    let page = shared.read(|world, now| {
        let engine = &world.engine;
        let workspace = workspace_of(engine, &workspace, &call)?;
        let request = PageRequest::read(&call.params)?;
        let filter = Filter::read(&call.params)?;
        let (from, to) = period(&call.params, now)?;
        let latest = world
            .events
            .latest(engine.scramble(), workspace.sid, from, to);
        let page = paged_as_it_is(&latest, &request, &|event| filter.takes(event))?;
        let view = View::new(&call, engine.account(), workspace, now);
        let list = wrapped(&call, "events", page, |event| render(&view, event, &call));
        Ok::<_, Problem>(list)
    })?;
    Ok(answer::json(StatusCode::OK, &page))
}

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path((workspace, segment)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    let body = shared.read(|world, now| {
        let engine = &world.engine;
        let workspace = workspace_of(engine, &workspace, &call)?;
        let event = segment
            .parse()
            .ok()
            .and_then(|sid| world.events.get(engine.scramble(), workspace.sid, sid, now))
            .ok_or_else(|| call.not_found())?;
        let view = View::new(&call, engine.account(), workspace, now);
        Ok::<_, Problem>(render(&view, event, &call))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

/// The first and the last moment a list is asked for, as far as events are kept. `StartDate` goes
/// before `Minutes`; an `EndDate` alone asks for everything until then.
fn period(params: &Params, now: Moment) -> Result<(Moment, Moment), Problem> {
    let ago = |milliseconds: u64| {
        Moment::from_millisecond(now.as_millisecond().saturating_sub_unsigned(milliseconds))
    };
    let oldest = ago(RETENTION);
    let start = params.moment("StartDate")?;
    let end = params.moment("EndDate")?;
    let minutes = params.number::<u64>("Minutes")?;
    if minutes == Some(0) {
        return Err(Problem::invalid("Minutes: must be 1 or more"));
    }
    let from = match (start, minutes, end) {
        (Some(start), _, _) => start,
        (None, Some(minutes), _) => ago(minutes.saturating_mul(MINUTE)),
        (None, None, Some(_)) => oldest,
        (None, None, None) => ago(DEFAULT_MINUTES * MINUTE),
    };
    let to = end.unwrap_or(now);
    if start.is_some_and(|start| end.is_some_and(|end| start > end)) {
        return Err(Problem::invalid("StartDate: must not be after EndDate"));
    }
    Ok((from.max(oldest), to))
}

/// What a list is narrowed by besides its period.
#[derive(Debug, Default)]
struct Filter<'a> {
    kind: Option<EventType>,
    sid: Option<EventSid>,
    task: Option<TaskSid>,
    worker: Option<WorkerSid>,
    reservation: Option<ReservationSid>,
    workflow: Option<WorkflowSid>,
    queue: Option<TaskQueueSid>,
    channel: Option<&'a str>,
}

impl<'a> Filter<'a> {
    fn read(params: &'a Params) -> Result<Self, Problem> {
        Ok(Self {
            kind: params.word("EventType", str::to_ascii_lowercase)?,
            sid: params.sid("Sid")?,
            task: params.sid("TaskSid")?,
            worker: params.sid("WorkerSid")?,
            reservation: params.sid("ReservationSid")?,
            workflow: params.sid("WorkflowSid")?,
            queue: params.sid("TaskQueueSid")?,
            channel: params.given("TaskChannel"),
        })
    }

    /// Whether an event speaks of everything that is asked for.
    fn takes(&self, event: &Event) -> bool {
        let queues = || {
            let queue = event.queue.as_deref();
            queue.into_iter().chain(event.previous_queue.as_deref())
        };
        self.kind.is_none_or(|kind| event.kind == kind)
            && self.sid.is_none_or(|sid| event.sid == sid)
            && is(self.task, event.task.as_ref().map(|task| task.sid))
            && is(self.worker, event.worker.as_ref().map(|worker| worker.sid))
            && is(
                self.reservation,
                event.reservation.as_ref().map(|reservation| reservation.0),
            )
            && is(
                self.workflow,
                event.workflow.as_ref().map(|workflow| workflow.0),
            )
            && self
                .queue
                .is_none_or(|sid| queues().any(|queue| queue.sid == sid))
            && self.channel.is_none_or(|wanted| {
                channel(event)
                    .is_some_and(|(sid, name)| name == wanted || wanted.parse().ok() == Some(sid))
            })
    }
}

fn is<T: PartialEq + Copy>(wanted: Option<T>, found: Option<T>) -> bool {
    wanted.is_none() || wanted == found
}

/// The task channel an event speaks of, with its unique name.
fn channel(event: &Event) -> Option<(TaskChannelSid, &str)> {
    let of_task = event
        .task
        .as_ref()
        .map(|task| (task.channel_sid, &*task.channel_name));
    let of_worker = event
        .worker_channel
        .as_ref()
        .map(|own| (own.channel_sid, &*own.channel_name));
    let own = event
        .channel
        .as_ref()
        .map(|channel| (channel.sid, &*channel.unique_name));
    of_task.or(of_worker).or(own)
}

fn render(view: &View<'_>, event: &Event, call: &Call) -> model::Event {
    let subject = Subject::of(event);
    let actor = Actor::of(view, event.cause, call);
    model::Event {
        sid: event.sid,
        account_sid: view.account,
        workspace_sid: event.workspace_sid,
        event_type: event.kind.to_string(),
        description: description(event, &subject),
        event_date: event.at.to_iso(),
        event_date_ms: Some(event.at.as_millisecond()),
        event_data: Some(data(event)),
        resource_type: Some(subject.kind().to_owned()),
        resource_sid: Some(subject.sid()),
        resource_url: Some(format!("{}{}", view.url, subject.path())),
        actor_type: Some(actor.kind.to_owned()),
        actor_sid: Some(actor.sid),
        actor_url: Some(actor.url),
        source: Some(actor.source.to_owned()),
        // Who asked is not kept, only that somebody did.
        source_ip_address: None,
        url: Some(view.url_of(SEGMENT, event.sid)),
    }
}

/// Who made an event happen.
struct Actor {
    kind: &'static str,
    sid: String,
    url: String,
    source: &'static str,
}

impl Actor {
    /// The account for what was asked for through the API, else the workspace that routes.
    fn of(view: &View<'_>, cause: Cause, call: &Call) -> Self {
        let account: AccountSid = view.account;
        match cause {
            Cause::Request => Self {
                kind: "account",
                sid: account.to_string(),
                url: format!("{}/2010-04-01/Accounts/{account}", call.origin),
                source: "api",
            },
            Cause::Router => Self {
                kind: "workspace",
                sid: view.workspace.sid.to_string(),
                url: view.url.clone(),
                source: "twilio",
            },
        }
    }
}
