//! The state all requests share, behind one lock that is held for one short section per request.

use std::sync::atomic::{AtomicU64, AtomicUsize};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::agents::Agents;
use super::alerts::Alerts;
use super::callbacks::Callbacks;
use super::clock::Time;
use super::config::Clock;
use super::data::Kept;
use super::event_log::EventLog;
use super::faults::Faults;
use super::http::{Credentials, Quotas};
use super::order::Order;
use super::telephone::{Network, Stage, Wire, dispatch};
use super::voice::Voice;
use crate::model::sid::AccountSid;
use crate::routing::Moment;
use crate::routing::engine::{Effect, Engine, Scramble};

/// What the emulated account consists of, and its time.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) engine: Engine,
    pub(crate) voice: Voice,
    /// Calls that are played.
    pub(crate) network: Network,
    /// Workers and callers that are simulated.
    pub(crate) agents: Agents,
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
            network: kept.network,
            agents: kept.agents,
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
        self.network = kept.network;
        self.network.resume();
        self.agents = kept.agents;
        self.events = kept.events;
    }

    pub(crate) fn now(&self) -> Moment {
        // A restored state may be ahead of a clock that was set; time never goes back.
        self.time.now().max(self.engine.now())
    }

    /// When something happens by itself next.
    pub(crate) fn next_deadline(&self) -> Option<Moment> {
        let deadlines = [
            self.engine.next_deadline(),
            self.network.next_deadline(),
            self.agents.next_deadline(),
        ];
        deadlines.into_iter().flatten().min()
    }

    /// Lets time pass: everything that was due until then happens, each thing at its own moment,
    /// what routing does before what telephones do, and that before what agents do.
    pub(crate) fn advance(&mut self, now: Moment) {
        loop {
            let (phone, agent) = (self.network.next_deadline(), self.agents.next_deadline());
            let Some(due) = phone
                .into_iter()
                .chain(agent)
                .min()
                .filter(|due| *due <= now)
            else {
                break;
            };
            self.engine.advance(due);
            let at = due.max(self.engine.now());
            if phone == Some(due) {
                self.stage(at).fire();
            } else {
                self.stage(at).do_what_is_due();
            }
        }
        self.engine.advance(now);
    }

    /// The telephone network at work.
    pub(crate) fn stage(&mut self, now: Moment) -> Stage<'_> {
        Stage {
            now,
            engine: &mut self.engine,
            voice: &mut self.voice,
            network: &mut self.network,
            agents: &mut self.agents,
        }
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
    /// What is under way outside.
    pub(crate) order: Arc<Order>,
    /// What is on its way for the telephone network.
    pub(crate) wire: Wire,
    /// One at a time moves the clock.
    pub(crate) turning: tokio::sync::Mutex<()>,
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
            order: Arc::default(),
            wire: Wire::default(),
            turning: tokio::sync::Mutex::default(),
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
        world.advance(now);
        let answer = visit(&mut world, now);
        self.settle(&mut world);
        answer
    }

    /// Whether the clock stands still while calls are played or agents are simulated: then answers
    /// change the state in the order of their questions.
    pub(crate) fn stands_still(&self) -> bool {
        let world = self.lock();
        let something_goes_on =
            world.network.is_playing() || world.agents.is_active() || self.wire.is_busy();
        matches!(world.time, Time::Manual(_)) && something_goes_on
    }

    /// Hands on what happened, in order, and tells the clock's task about a new deadline.
    pub(crate) fn settle(self: &Arc<Self>, world: &mut World) {
        loop {
            let effects = world.engine.take_effects();
            if effects.is_empty() {
                break;
            }
            self.unsaved.notify_one();
            let now = world.engine.now();
            for effect in effects {
                match effect {
                    Effect::Event(event) => {
                        world.stage(now).observe(&event);
                        world.stage(now).attend(&event);
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
        }
        dispatch(self, world);
        let deadline = world.next_deadline();
        if deadline != world.armed {
            world.armed = deadline;
            self.rearmed.notify_one();
        }
        self.visited.notify_waiters();
    }
}
