//! Control of the emulator itself, below `/_emulator/`. JSON in, JSON out.
//!
//! These endpoints take no credentials: they serve whoever may start the emulator, which listens
//! on loopback unless told otherwise. A request that a web page made is refused (it carries an
//! `Origin`), so that no page in a browser on the same machine can reach them.
//!
//! | Request | Effect |
//! |---|---|
//! | `GET /_emulator/` | version, account, clock, what there is per workspace |
//! | `POST /_emulator/reset` | removes everything; the clock stays |
//! | `GET /_emulator/clock` | `{"mode": "real", "now": "…", "now_ms": …, "next_deadline": "…"}` |
//! | `POST /_emulator/clock` | `{"now": "2026-01-31T09:00:00Z"}` or `{"advance": "90s"}` (or seconds) on a manual clock; `{"mode": "manual"}` stops a real one; `{"mode": "real"}` lets it run again |
//! | `POST /_emulator/calls` | makes a call: `from`, `to`, `direction`, `status`, `parent_call_sid`, all optional |
//! | `POST /_emulator/conferences` | makes a conference: `friendly_name`, `region`, `participants` (`call_sid`, `label`, `muted`, `hold`, `end_conference_on_exit`) |
//! | `POST /_emulator/voice-queues` | makes a voice queue: `friendly_name`, `max_size`, `call_sids`, `callers` (a number of new calls) |
//! | `GET /_emulator/alerts`, `DELETE /_emulator/alerts` | what Twilio's debugger would show, oldest first |
//! | `GET /_emulator/faults`, `POST /_emulator/faults` | artificial trouble and how often it struck; the body is a [`super::faults::FaultPlan`], an empty one ends it |

use std::sync::Arc;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use jiff::SignedDuration;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::config::Clock;
use super::faults::FaultPlan;
use super::http::{Problem, answer};
use super::shared::{Shared, World};
use super::voice::{SeedCall, SeedConference, SeedVoiceQueue};
use crate::routing::Moment;
use crate::routing::engine::Workspace;

const LARGEST_BODY: usize = 1024 * 1024;

pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/_emulator", get(summary))
        .route("/_emulator/", get(summary))
        .route("/_emulator/reset", post(reset))
        .route("/_emulator/clock", get(read_clock).post(set_clock))
        .route("/_emulator/calls", post(add_call))
        .route("/_emulator/conferences", post(add_conference))
        .route("/_emulator/voice-queues", post(add_queue))
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
    clock: Value,
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
        });
        let workspaces: Vec<Value> = world.engine.workspaces().iter().map(counts).collect();
        (clock_of(world, now), workspaces, voice)
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

async fn reset(State(shared): State<Arc<Shared>>) -> Result<Response, Problem> {
    shared.write(|world, now| {
        let sids: Vec<_> = world
            .engine
            .workspaces()
            .iter()
            .map(|workspace| workspace.sid)
            .collect();
        for sid in sids {
            world.engine.delete_workspace(now, sid)?;
        }
        world.voice.clear();
        Ok::<_, Problem>(())
    })?;
    shared.alerts.clear();
    shared.faults.set(FaultPlan::default());
    Ok(answer::json(StatusCode::OK, &json!({})))
}

fn clock_of(world: &World, now: Moment) -> Value {
    json!({
        "mode": match world.clock {
            Clock::Real => "real",
            Clock::Manual(_) => "manual",
        },
        "now": now.to_iso(),
        "now_ms": now.as_millisecond(),
        "next_deadline": world.engine.next_deadline().and_then(Moment::to_iso),
        "next_deadline_ms": world.engine.next_deadline().map(Moment::as_millisecond),
    })
}

async fn read_clock(State(shared): State<Arc<Shared>>) -> Response {
    let clock = shared.read(clock_of);
    answer::json(StatusCode::OK, &clock)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ClockChange {
    mode: Option<Mode>,
    now: Option<jiff::Timestamp>,
    advance: Option<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Real,
    Manual,
}

/// `90`, `1.5` (seconds) or `"1m 30s"`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Span {
    Seconds(f64),
    Text(SignedDuration),
}

impl Span {
    fn milliseconds(&self) -> Option<u64> {
        let duration = match self {
            Self::Seconds(seconds) => SignedDuration::try_from_secs_f64(*seconds).ok()?,
            Self::Text(duration) => *duration,
        };
        u64::try_from(duration.as_millis()).ok()
    }
}

async fn set_clock(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let change: ClockChange = body(request).await?;
    let conflict = |text: &str| Problem::new(StatusCode::CONFLICT, 20409, text);
    let clock = shared.write(|world, now| {
        match change.mode {
            Some(Mode::Manual) => world.clock = Clock::Manual(now),
            Some(Mode::Real) => {
                if now > Moment::from(jiff::Timestamp::now()) {
                    return Err(conflict(
                        "The emulated time is ahead of the real one and cannot go back",
                    ));
                }
                world.clock = Clock::Real;
            }
            None => {}
        }
        let target = match (change.now, &change.advance) {
            (None, None) => None,
            (Some(_), Some(_)) => {
                return Err(Problem::invalid("Give either now or advance, not both"));
            }
            (Some(moment), None) => Some(Moment::from(moment)),
            (None, Some(span)) => Some(
                now.plus_milliseconds(
                    span.milliseconds()
                        .ok_or_else(|| Problem::invalid("advance must not be negative"))?,
                ),
            ),
        };
        if let Some(target) = target {
            if world.clock == Clock::Real {
                return Err(conflict(
                    "The clock is real; send {\"mode\": \"manual\"} first",
                ));
            }
            if target < now {
                return Err(conflict("Time does not go back"));
            }
            world.clock = Clock::Manual(target);
            world.engine.advance(target);
        }
        Ok(clock_of(world, world.now()))
    })?;
    // The clock's task may have to start or to stop waiting.
    shared.rearmed.notify_one();
    Ok(answer::json(StatusCode::OK, &clock))
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
