//! Control of the emulator itself, below `/_emulator/`. JSON in, JSON out.
//!
//! These endpoints take no credentials: they serve whoever may start the emulator, which listens
//! on loopback unless told otherwise. A request that a web page made is refused (it carries an
//! `Origin`), so that no page in a browser on the same machine can reach them.
//!
//! | Request | Effect |
//! |---|---|
//! | `GET /_emulator/` | version, account, clock, what there is per workspace; for a browser a page with what follows |
//! | `GET /_emulator/inspect` | waiting tasks by queue, workers by activity, open reservations, the last callbacks and alerts |
//! | `POST /_emulator/reset` | removes everything, faults and what is on its way included; the clock stays |
//! | `GET /_emulator/snapshot`, `PUT /_emulator/snapshot` | the whole state and the clock as one document; what is on its way, alerts and faults are not in it |
//! | `GET /_emulator/clock` | `{"mode": "real", "now": "…", "now_ms": …, "next_deadline": "…"}` |
//! | `POST /_emulator/clock` | `{"now": "2026-01-31T09:00:00Z"}` or `{"advance": "90s"}` (or seconds, or `"next_deadline"`) moves it forward; `{"mode": "manual"}` stops it; `{"mode": "real"}` lets it run on from where it stands, with `"speed": 60` faster |
//! | `POST /_emulator/calls` | makes a call: `from`, `to`, `direction`, `status`, `parent_call_sid`, all optional |
//! | `POST /_emulator/phone-calls` | somebody calls one of the account's numbers, whose TwiML is played: `to`, `from`, `digits` and `say` (lists, one `<Gather>` after the other), `patience_ms`, `talk_ms` |
//! | `POST /_emulator/phones` | how a telephone behaves that is called: `address`, `pickup` (`answers`, `busy`, `no-answer`, `fails`), `answer_after_ms`, `digits`, `say`, `talk_ms` |
//! | `GET /_emulator/steps/{number}` | what happened in played calls behind this step, and which are played; waits for a while when there is nothing |
//! | `GET /_emulator/agents`, `PUT /_emulator/agents`, `DELETE /_emulator/agents` | simulated agents and callers and how it goes; the body is a file of behaviours in YAML or JSON, with `?check=true` it is only looked at |
//! | `POST /_emulator/conferences` | makes a conference: `friendly_name`, `region`, `participants` (`call_sid`, `label`, `muted`, `hold`, `end_conference_on_exit`) |
//! | `POST /_emulator/voice-queues` | makes a voice queue: `friendly_name`, `max_size`, `call_sids`, `callers` (a number of new calls) |
//! | `POST /_emulator/numbers` | gives the account a number: `phone_number`, and what the resource has of `friendly_name`, `voice_…`, `sms_…`, `status_callback…`, `trunk_sid` |
//! | `GET /_emulator/alerts`, `DELETE /_emulator/alerts` | what Twilio's debugger would show, oldest first |
//! | `GET /_emulator/faults`, `POST /_emulator/faults` | artificial trouble and how often it struck; the body is a [`super::faults::FaultPlan`], an empty one ends it |

mod agents;
mod clock;
mod inspect;
mod page;
mod phone;
mod snapshot;

use std::sync::Arc;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::faults::FaultPlan;
use super::http::{Problem, answer};
use super::shared::Shared;
use super::voice::{SeedCall, SeedConference, SeedNumber, SeedVoiceQueue};
use crate::routing::engine::Workspace;

pub use clock::{ClockMode, ClockReport};
pub use inspect::{ActivityView, Inspection, QueueView, ReservationView, WorkspaceView};

const LARGEST_BODY: usize = 1024 * 1024;

pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/_emulator", get(page::summary_or_page))
        .route("/_emulator/", get(page::summary_or_page))
        .route("/_emulator/inspect", get(inspect::inspect))
        .route("/_emulator/reset", post(snapshot::reset))
        .route(
            "/_emulator/snapshot",
            get(snapshot::save).put(snapshot::load),
        )
        .route("/_emulator/clock", get(clock::read).post(clock::set))
        .route("/_emulator/calls", post(add_call))
        .route("/_emulator/phone-calls", post(phone::place))
        .route("/_emulator/phones", post(phone::set))
        .route("/_emulator/steps/{after}", get(phone::steps))
        .route(
            "/_emulator/agents",
            get(agents::read).put(agents::set).delete(agents::end),
        )
        .route("/_emulator/conferences", post(add_conference))
        .route("/_emulator/voice-queues", post(add_queue))
        .route("/_emulator/numbers", post(add_number))
        .route("/_emulator/alerts", get(alerts).delete(clear_alerts))
        .route("/_emulator/faults", get(read_faults).post(set_faults))
        // Otherwise an unknown path here would be asked for credentials.
        .route("/_emulator/{*path}", any(super::unknown_path))
        .layer(from_fn(refuse_browsers))
}

async fn refuse_browsers(request: Request, next: Next) -> Response {
    if request.headers().contains_key(header::ORIGIN) {
        return Problem::new(
            StatusCode::FORBIDDEN,
            20403,
            "The control endpoints are not for web pages",
        )
        .into_response();
    }
    next.run(request).await
}

/// A JSON body; an empty one is an empty object.
async fn body<T: DeserializeOwned>(request: Request) -> Result<T, Problem> {
    let bytes = to_bytes(request.into_body(), LARGEST_BODY)
        .await
        .map_err(|_| Problem::invalid("The request body is too large or was cut off"))?;
    let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
    serde_json::from_slice(bytes)
        .map_err(|error| Problem::invalid(format!("The request body is not understood: {error}")))
}

#[derive(Serialize)]
struct Summary {
    version: &'static str,
    account_sid: String,
    clock: ClockReport,
    workspaces: Vec<Value>,
    voice: Value,
    requests: u64,
    events_waiting: usize,
    alerts: usize,
}

async fn summary(State(shared): State<Arc<Shared>>) -> Response {
    let (clock, workspaces, voice) = shared.read(|world, now| {
        let voice = json!({
            "calls": world.voice.calls.len(),
            "conferences": world.voice.conferences.len(),
            "voice_queues": world.voice.queues.len(),
            "numbers": world.voice.numbers.len(),
        });
        let workspaces: Vec<Value> = world.engine.workspaces().iter().map(counts).collect();
        (ClockReport::of(world, now), workspaces, voice)
    });
    answer::json(
        StatusCode::OK,
        &Summary {
            version: env!("CARGO_PKG_VERSION"),
            account_sid: shared.account.to_string(),
            clock,
            workspaces,
            voice,
            requests: shared.requests.load(std::sync::atomic::Ordering::Relaxed),
            events_waiting: shared.callbacks.waiting(),
            alerts: shared.alerts.list().len(),
        },
    )
}

fn counts(workspace: &Workspace) -> Value {
    let mut tasks = serde_json::Map::new();
    for status in crate::model::TaskStatus::ALL {
        let count = workspace
            .tasks
            .iter()
            .filter(|task| task.status == *status)
            .count();
        tasks.insert(status.to_string(), count.into());
    }
    json!({
        "sid": workspace.sid,
        "friendly_name": &*workspace.friendly_name,
        "activities": workspace.activities.len(),
        "task_channels": workspace.channels.len(),
        "workers": workspace.workers.len(),
        "task_queues": workspace.queues.len(),
        "workflows": workspace.workflows.len(),
        "tasks": tasks,
        "reservations": workspace.reservations.len(),
    })
}

async fn add_call(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let seed: SeedCall = body(request).await?;
    let sid = shared.write(|world, now| world.voice.add_call(now, seed));
    Ok(answer::json(StatusCode::CREATED, &json!({ "sid": sid })))
}

async fn add_conference(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let seed: SeedConference = body(request).await?;
    let created = shared.write(|world, now| {
        let sid = world
            .voice
            .add_conference(now, seed)
            .map_err(Problem::invalid)?;
        let calls: Vec<String> = world
            .voice
            .conferences
            .get(sid)
            .into_iter()
            .flat_map(|conference| conference.participants.iter())
            .map(|participant| participant.call.to_string())
            .collect();
        Ok::<_, Problem>(json!({ "sid": sid, "call_sids": calls }))
    })?;
    Ok(answer::json(StatusCode::CREATED, &created))
}

async fn add_queue(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let seed: SeedVoiceQueue = body(request).await?;
    let created = shared.write(|world, now| {
        let sid = world.voice.add_queue(now, seed).map_err(Problem::invalid)?;
        let calls: Vec<String> = world
            .voice
            .queues
            .get(sid)
            .into_iter()
            .flat_map(|queue| queue.members.iter())
            .map(|member| member.call.to_string())
            .collect();
        Ok::<_, Problem>(json!({ "sid": sid, "call_sids": calls }))
    })?;
    Ok(answer::json(StatusCode::CREATED, &created))
}

async fn add_number(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let seed: SeedNumber = body(request).await?;
    let sid = shared.write(|world, now| {
        let added = world.voice.add_number(now, seed);
        added.map_err(Problem::invalid)
    })?;
    Ok(answer::json(StatusCode::CREATED, &json!({ "sid": sid })))
}

async fn alerts(State(shared): State<Arc<Shared>>) -> Response {
    answer::json(StatusCode::OK, &json!({ "alerts": shared.alerts.list() }))
}

async fn clear_alerts(State(shared): State<Arc<Shared>>) -> Response {
    shared.alerts.clear();
    answer::deleted()
}

async fn read_faults(State(shared): State<Arc<Shared>>) -> Response {
    shared
        .faults
        .report(|report| answer::json(StatusCode::OK, report))
}

async fn set_faults(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let plan: FaultPlan = body(request).await?;
    plan.check()
        .map_err(|error| Problem::invalid(format!("The fault plan is refused: {error}")))?;
    shared.faults.set(plan);
    Ok(read_faults(State(shared)).await)
}
