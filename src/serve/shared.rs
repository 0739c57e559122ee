//! What every request may touch.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jiff::Timestamp;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::Parts;
use super::access::{Door, HashError};
use super::agent::Floor;
use super::config::Config;
use super::directory::Directory;
use super::metrics::Metrics;
use super::seldom::Seldom;
use super::signature::Seal;
use super::stats::Desk;
use super::work_queue::WorkQueue;
use crate::events::EventStore;
use crate::twilio::Client;

/// The state of the server: `State<Arc<Shared>>` in every handler.
pub(crate) struct Shared {
    pub(crate) config: Config,
    /// What keeps the events and the facts.
    pub(crate) store: Arc<dyn EventStore>,
    /// For what talks to Twilio; never on the way of a webhook's answer.
    pub(crate) client: Client,
    /// Answers questions about the facts.
    pub(super) desk: Desk,
    pub(crate) metrics: Metrics,
    pub(crate) readiness: Readiness,
    /// Ends what would otherwise go on for ever: streams, timers.
    pub(crate) stop: CancellationToken,
    /// One permit for each reader that is kept up to date.
    pub(crate) streams: Arc<Semaphore>,
    pub(super) work: WorkQueue,
    directory: RwLock<Arc<Directory>>,
    /// Batches that are in memory at the same time.
    pub(super) batches: Semaphore,
    pub(super) door: Door,
    /// Who works in the browser.
    pub(super) agents: Floor,
    /// Reservations that were not answered as their policy says.
    pub(super) unanswered: Seldom,
    /// How Twilio signs; none when nothing is checked.
    pub(super) seal: Option<Seal>,
}

/// Batches that are read at the same time; more wait for their turn.
const BATCHES: usize = 8;

impl Shared {
    pub(super) fn new(parts: Parts) -> Result<Self, HashError> {
        let Parts {
            config,
            store,
            client,
        } = parts;
        Ok(Self {
            desk: Desk::new(&config, Arc::clone(&store)),
            door: Door::new(&config.settings, config.shared_by_agents.as_ref())?,
            seal: config.auth_token.as_ref().map(Seal::new),
            streams: Arc::new(Semaphore::new(config.settings.limits.streams)),
            agents: Floor::default(),
            unanswered: Seldom::default(),
            work: WorkQueue::new(),
            directory: RwLock::default(),
            batches: Semaphore::new(BATCHES),
            metrics: Metrics::new(),
            readiness: Readiness::default(),
            stop: CancellationToken::new(),
            store,
            client,
            config,
        })
    }

    /// What things in the workspace are called, as far as is known.
    pub(crate) fn directory(&self) -> Arc<Directory> {
        let directory = self.directory.read();
        Arc::clone(&directory.unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn know(&self, directory: Directory) {
        let mut known = self
            .directory
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        *known = Arc::new(directory);
    }

    /// The time.
    pub(crate) fn now(&self) -> Timestamp {
        self.config.pinned_clock.unwrap_or_else(Timestamp::now)
    }
}

/// What has to happen before the server's answers are to be relied on.
#[derive(Debug, Default)]
pub(crate) struct Readiness(Mutex<BTreeMap<&'static str, Waiting>>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    /// It has to happen first.
    First,
    /// It may take as long as it takes: the server does without.
    Without,
}

impl Readiness {
    /// Something has to happen first.
    pub(crate) fn wait_for(&self, what: &'static str) {
        self.pending().insert(what, Waiting::First);
    }

    /// It cannot happen now, and is not waited for.
    pub(crate) fn do_without(&self, what: &'static str) {
        self.pending().insert(what, Waiting::Without);
    }

    /// It has happened.
    pub(crate) fn done(&self, what: &'static str) {
        self.pending().remove(what);
    }

    /// What has not happened yet.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        self.all(Waiting::First)
    }

    /// What the server does without.
    pub(super) fn lacking(&self) -> Vec<&'static str> {
        self.all(Waiting::Without)
    }

    fn all(&self, wanted: Waiting) -> Vec<&'static str> {
        let pending = self.pending();
        let all = pending.iter().filter(|(_, waiting)| **waiting == wanted);
        all.map(|(what, _)| *what).collect()
    }

    fn pending(&self) -> std::sync::MutexGuard<'_, BTreeMap<&'static str, Waiting>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
