//! `/_emulator/clock`: reading and turning the emulated clock.

use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::body;
use crate::emulator::clock::Time;
use crate::emulator::http::{Problem, answer};
use crate::emulator::shared::{Shared, World};
use crate::model::time::IsoTime;
use crate::routing::Moment;

/// The fastest a clock runs; beyond it a millisecond of the system's is too coarse.
const FASTEST: u32 = 1000;

/// How the emulated clock stands, as `GET /_emulator/clock` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockReport {
    /// Whether it runs.
    pub mode: ClockMode,
    /// What it shows; `None` beyond year 9999.
    pub now: Option<IsoTime>,
    /// The same in milliseconds since 1970 began.
    pub now_ms: i64,
    /// How many times faster than the system's clock it runs; `None` while it stands still.
    pub speed: Option<NonZeroU32>,
    /// When something happens by itself next.
    pub next_deadline: Option<IsoTime>,
    /// The same in milliseconds since 1970 began.
    pub next_deadline_ms: Option<i64>,
}

/// Whether the emulated clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClockMode {
    /// With the system's clock, maybe ahead of or behind it.
    Real,
    /// Only when told to.
    Manual,
}

impl ClockReport {
    pub(crate) fn of(world: &World, now: Moment) -> Self {
        let (mode, speed) = match world.time {
            Time::Real { speed, .. } => (ClockMode::Real, Some(speed)),
            Time::Manual(_) => (ClockMode::Manual, None),
        };
        let deadline = world.next_deadline();
        Self {
            mode,
            now: now.to_iso(),
            now_ms: now.as_millisecond(),
            speed,
            next_deadline: deadline.and_then(Moment::to_iso),
            next_deadline_ms: deadline.map(Moment::as_millisecond),
        }
    }
}

pub(super) async fn read(State(shared): State<Arc<Shared>>) -> Response {
    answer::json(StatusCode::OK, &shared.read(ClockReport::of))
}

/// A change of the clock; what is absent stays.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Change {
    mode: Option<ClockMode>,
    speed: Option<NonZeroU32>,
    now: Option<jiff::Timestamp>,
    advance: Option<Span>,
}

/// `90`, `1.5` (seconds), `"1m 30s"` or `"next_deadline"`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Span {
    Seconds(f64),
    Word(Word),
    Text(SignedDuration),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Word {
    NextDeadline,
}

impl Span {
    /// The moment this much after `now`.
    fn after(&self, now: Moment, world: &World) -> Result<Moment, Problem> {
        let duration = match self {
            Self::Word(Word::NextDeadline) => {
                return world
                    .next_deadline()
                    .ok_or_else(|| conflict("Nothing is due, so there is no next deadline"));
            }
            Self::Seconds(seconds) => SignedDuration::try_from_secs_f64(*seconds).ok(),
            Self::Text(duration) => Some(*duration),
        };
        let milliseconds = duration
            .and_then(|duration| u64::try_from(duration.as_millis()).ok())
            .ok_or_else(|| {
                Problem::invalid("advance must be a span of time that is not negative")
            })?;
        Ok(now.plus_milliseconds(milliseconds))
    }
}

fn conflict(text: impl Into<String>) -> Problem {
    Problem::new(StatusCode::CONFLICT, 20409, text)
}

pub(super) async fn set(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let change: Change = body(request).await?;
    let _turning = shared.turning.lock().await;
    let played = shared.stands_still();
    let (from, target) = shared.read(|world, now| {
        let target = changed(world, now, &change)?;
        Ok::<_, Problem>((world.time, target))
    })?;
    if let (Time::Manual(_), Time::Manual(to)) = (from, target) {
        walk(&shared, to).await?;
    }
    let clock = shared.write(|world, now| {
        world.time = match target {
            Time::Manual(to) => Time::Manual(to.max(now)),
            Time::Real { .. } => target,
        };
        let now = world.now();
        world.advance(now);
        ClockReport::of(world, now)
    });
    if played || shared.stands_still() {
        shared.order.rest().await;
    }
    // The clock's task may have to start or to stop waiting.
    shared.rearmed.notify_one();
    Ok(answer::json(StatusCode::OK, &clock))
}

/// While calls are played, time passes from one thing that is due to the next, and each time what
/// is under way is waited for: what applications answer belongs to the moment at which they were
/// asked, however long they take.
async fn walk(shared: &Arc<Shared>, to: Moment) -> Result<(), Problem> {
    let state = shared.callbacks.state();
    while shared.stands_still() {
        shared.order.idle().await;
        let is_there = shared.write(|world, _| {
            if state.is_cancelled() {
                return Err(conflict(
                    "The state was replaced while the clock was turned",
                ));
            }
            let Some(due) = world.next_deadline().filter(|due| *due <= to) else {
                return Ok(true);
            };
            world.time = Time::Manual(due.max(world.now()));
            let now = world.now();
            world.advance(now);
            Ok(false)
        })?;
        if is_there {
            break;
        }
    }
    Ok(())
}

fn changed(world: &World, now: Moment, change: &Change) -> Result<Time, Problem> {
    let target = match (change.now, &change.advance) {
        (None, None) => now,
        (Some(_), Some(_)) => {
            return Err(Problem::invalid("Give either now or advance, not both"));
        }
        (Some(moment), None) => Moment::from(moment),
        (None, Some(span)) => span.after(now, world)?,
    };
    if target < now {
        return Err(match now.to_iso() {
            Some(now) => conflict(format!("Time does not go back, and it is {now} already")),
            None => conflict("Time does not go back"),
        });
    }
    if target.to_iso().is_none() {
        return Err(Problem::invalid("The calendar ends with the year 9999"));
    }
    let mode = change.mode.unwrap_or(match world.time {
        Time::Real { .. } => ClockMode::Real,
        Time::Manual(_) => ClockMode::Manual,
    });
    match (mode, change.speed) {
        (ClockMode::Manual, None) => Ok(Time::Manual(target)),
        (ClockMode::Manual, Some(_)) => Err(conflict(
            "The clock stands still and has no speed; send {\"mode\": \"real\"} with it",
        )),
        (ClockMode::Real, Some(speed)) if speed.get() > FASTEST => {
            Err(Problem::invalid(format!("speed must be at most {FASTEST}")))
        }
        (ClockMode::Real, Some(speed)) => Ok(Time::run(target, speed)),
        // To let it run again is to let it run as clocks do.
        (ClockMode::Real, None) if change.mode.is_some() => Ok(Time::run(target, NonZeroU32::MIN)),
        (ClockMode::Real, None) => Ok(world.time.moved_to(target)),
    }
}
