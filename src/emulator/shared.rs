//! The state all requests share, behind one lock that is held for one short section per request.

use std::sync::atomic::{AtomicU64, AtomicUsize};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::alerts::Alerts;
use super::callbacks::Callbacks;
use super::clock::Time;
use super::config::Clock;
use super::data::Kept;
use super::event_log::EventLog;
use super::faults::Faults;
use super::http::{Credentials, Quotas};
use super::voice::Voice;
use crate::model::sid::AccountSid;
use crate::routing::Moment;
use crate::routing::engine::{Effect, Engine, Scramble};

/// What the emulated account consists of, and its time.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) engine: Engine,
    pub(crate) voice: Voice,
    pub(crate) time: Time,
    /// What happened in the last days.
    pub(crate) events: EventLog,
    /// The deadline the clock's task was last told.
    armed: Option<Moment>,
}

impl World {
    pub(crate) fn new(kept: Kept, clock: Clock) -> Self {
        Self {
            time: Time::begin(clock, kept.engine.now()),
            engine: kept.engine,
            voice: kept.voice,
            events: kept.events,
            armed: None,
        }
    }

    /// Puts another state in the place of this one. Its clock comes with it; without one this
    /// clock goes on from where that state stopped.
    pub(crate) fn replace(&mut self, kept: Kept) {
        let last = kept.engine.now();
        self.time = match kept.clock {
            Some(clock) => clock.resume(),
            None => self.time.moved_to(last),
        };
        self.engine = kept.engine;
        self.voice = kept.voice;
        self.events = kept.events;
    }

    pub(crate) fn now(&self) -> Moment {
        // A restored state may be ahead of a clock that was set; time never goes back.
        self.time.now().max(self.engine.now())
    }

    /// How long the clock's task may sleep; `None` until it is woken.
    pub(crate) fn wait(&self) -> Option<Duration> {
        let deadline = self.armed?;
        self.time.wait(deadline.milliseconds_since(self.now()))
    }
}

/// What every handler and background task has.
#[derive(Debug)]
pub(crate) struct Shared {
    world: Mutex<World>,
    pub(crate) account: AccountSid,
    /// When this emulator began.
    pub(crate) since: Moment,
    pub(crate) credentials: Credentials,
    pub(crate) callbacks: Callbacks,
    pub(crate) alerts: Alerts,
    pub(crate) faults: Faults,
    pub(crate) quotas: Quotas,
    /// Scrambles the running number of a request into its id.
    pub(crate) request_ids: Scramble,
    /// Requests seen.
    pub(crate) requests: AtomicU64,
    /// Requests being answered.
    pub(crate) running: AtomicUsize,
    /// The next deadline or the clock changed.
    pub(crate) rearmed: Notify,
    /// The state was looked at or changed, and with it perhaps the time.
    pub(crate) visited: Notify,
    /// Something changed that belongs into the data file.
    pub(crate) unsaved: Notify,
    /// Ends the server and its background tasks.
    pub(crate) stop: CancellationToken,
}

/// What [`Shared`] is put together from.
pub(crate) struct Parts {
    pub(crate) world: World,
    pub(crate) credentials: Credentials,
    pub(crate) callbacks: Callbacks,
    pub(crate) faults: Faults,
    pub(crate) quotas: Quotas,
    pub(crate) seed: u64,
}

impl Shared {
    pub(crate) fn new(parts: Parts) -> Self {
        Self {
            account: parts.world.engine.account(),
            since: parts.world.now(),
            world: Mutex::new(parts.world),
            credentials: parts.credentials,
            callbacks: parts.callbacks,
            alerts: Alerts::default(),
            faults: parts.faults,
            quotas: parts.quotas,
            request_ids: Scramble::new(!parts.seed),
            requests: AtomicU64::new(0),
            running: AtomicUsize::new(0),
            rearmed: Notify::new(),
            visited: Notify::new(),
            unsaved: Notify::new(),
            stop: CancellationToken::new(),
        }
    }

    /// A panic in one request must not make the state unreachable for all others.
    pub(crate) fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the state as it is now.
    pub(crate) fn read<T>(self: &Arc<Self>, look: impl FnOnce(&World, Moment) -> T) -> T {
        self.visit(|world, now| look(world, now))
    }

    /// Changes the state.
    pub(crate) fn write<T>(self: &Arc<Self>, change: impl FnOnce(&mut World, Moment) -> T) -> T {
        let answer = self.visit(change);
        self.unsaved.notify_one();
        answer
    }

    /// Lets everything happen that is due.
    pub(crate) fn catch_up(self: &Arc<Self>) {
        self.visit(|_, _| ());
    }

    fn visit<T>(self: &Arc<Self>, visit: impl FnOnce(&mut World, Moment) -> T) -> T {
        let mut world = self.lock();
        let now = world.now();
        world.engine.advance(now);
        let answer = visit(&mut world, now);
        self.settle(&mut world);
        answer
    }

    /// Hands on what happened, in order, and tells the clock's task about a new deadline.
    pub(crate) fn settle(self: &Arc<Self>, world: &mut World) {
        let effects = world.engine.take_effects();
        if !effects.is_empty() {
            self.unsaved.notify_one();
        }
        for effect in effects {
            match effect {
                Effect::Event(event) => {
                    world.events.add(Arc::clone(&event));
                    self.callbacks.event(self, event);
                }
                Effect::Assignment(assignment) => self.callbacks.assignment(self, assignment),
                Effect::Alert(alert) => self.alerts.raise(
                    alert.at,
                    alert.problem.code(),
                    alert.problem.to_string(),
                    &alert.task_sid,
                    None,
                ),
            }
        }
        let deadline = world.engine.next_deadline();
        if deadline != world.armed {
            world.armed = deadline;
            self.rearmed.notify_one();
        }
        self.visited.notify_waiters();
    }
}
