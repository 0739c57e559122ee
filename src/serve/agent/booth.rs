//! A worker's place: what their pages show, asked of TaskRouter once for all of them, and again
//! whenever the event store is told something that concerns the worker.

use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use futures::future::BoxFuture;
use tokio::sync::watch;
use tokio::time::Instant;

use super::centre::{self, Centre};
use super::session::Sessions;
use super::told::{self, Told};
use super::view::{self, View};
use crate::events::RecordedEvent;
use crate::model::ReservationStatus;
use crate::model::sid::{ReservationSid, TaskSid, WorkerSid};
use crate::serve::shared::Shared;
use crate::twilio::Error;

/// What is remembered of what happened.
const MOST_TOLD: usize = 20;
/// Offers of which it is remembered that the flow called the worker.
const MOST_CALLED: usize = 1_000;
/// Events that are read at once.
const CHUNK: usize = 200;

/// Everybody's places.
#[derive(Debug, Default)]
pub(crate) struct Floor {
    pub(super) sessions: Sessions,
    booths: Mutex<HashMap<WorkerSid, Weak<Booth>>>,
    /// Offers that the flow answered by calling the worker, the latest last.
    called: Mutex<VecDeque<ReservationSid>>,
    centre: tokio::sync::Mutex<Option<(Instant, Arc<Centre>)>>,
    listens: AtomicBool,
}

/// One worker's.
pub(super) struct Booth {
    pub(super) worker: WorkerSid,
    pub(super) name: String,
    /// Counts what may have changed.
    changes: watch::Sender<u64>,
    /// What is shown, as of which change, and since when.
    shown: tokio::sync::Mutex<Option<(u64, Instant, Arc<View>)>>,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    tasks: HashSet<TaskSid>,
    /// Offers that were taken, and for which the worker's telephone rings.
    taken: HashSet<ReservationSid>,
    log: VecDeque<Told>,
    notice: Option<Told>,
}

impl fmt::Debug for Booth {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Booth({})", self.worker)
    }
}

impl Floor {
    /// The place of a worker; the first one makes the floor listen.
    pub(super) fn booth(shared: &Arc<Shared>, worker: WorkerSid, name: &str) -> Arc<Booth> {
        let floor = &shared.agents;
        let booth = {
            let mut booths = floor.booths();
            booths.retain(|_, booth| booth.strong_count() > 0);
            let known = booths.get(&worker).and_then(Weak::upgrade);
            known.unwrap_or_else(|| {
                let booth = Arc::new(Booth::new(worker, name.to_owned()));
                booths.insert(worker, Arc::downgrade(&booth));
                booth
            })
        };
        if !floor.listens.swap(true, Ordering::Relaxed) {
            let shared = Arc::clone(shared);
            tokio::spawn(async move {
                let stop = shared.stop.clone();
                stop.run_until_cancelled(listen(&shared)).await;
            });
        }
        booth
    }

    pub(super) async fn centre(&self, shared: &Shared) -> Result<Arc<Centre>, Error> {
        let mut kept = self.centre.lock().await;
        if let Some((at, centre)) = &*kept
            && at.elapsed() < centre::FRESH
        {
            return Ok(Arc::clone(centre));
        }
        let centre = Arc::new(Centre::read(&shared.client, shared.config.workspace).await?);
        *kept = Some((Instant::now(), Arc::clone(&centre)));
        Ok(centre)
    }

    /// The flow has a worker called for an offer: they are not to be called by their page as well.
    pub(crate) fn calls(&self, offer: ReservationSid, worker: Option<WorkerSid>) {
        {
            let mut called = self.called();
            called.push_back(offer);
            if called.len() > MOST_CALLED {
                called.pop_front();
            }
        }
        let booth = worker.and_then(|worker| self.booths().get(&worker)?.upgrade());
        if let Some(booth) = booth {
            booth.change();
        }
    }

    pub(super) fn has_called(&self, offer: ReservationSid) -> bool {
        self.called().contains(&offer)
    }

    fn called(&self) -> MutexGuard<'_, VecDeque<ReservationSid>> {
        self.called.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn booths(&self) -> MutexGuard<'_, HashMap<WorkerSid, Weak<Booth>>> {
        self.booths.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells the places that an event concerns.
    fn hear(&self, event: &RecordedEvent) {
        let worker = told::worker_of(event);
        let task = event.parameter("task_sid").and_then(|sid| sid.parse().ok());
        let booths: Vec<Arc<Booth>> = self.booths().values().filter_map(Weak::upgrade).collect();
        for booth in booths {
            if worker == Some(booth.worker) {
                let offer = told::reservation_of(event);
                let taken = offer.is_some_and(|offer| {
                    booth.known().taken.contains(&offer) || self.has_called(offer)
                });
                booth.hear(Told::of(event, taken));
            } else if task.is_some_and(|task| booth.known().tasks.contains(&task)) {
                booth.change();
            }
        }
    }
}

async fn listen(shared: &Shared) {
    let mut positions = shared.store.positions();
    let mut position = *positions.borrow_and_update();
    loop {
        match shared.store.after(position, CHUNK).await {
            Ok(events) => {
                for stored in &events {
                    shared.agents.hear(&stored.event);
                }
                if let Some(last) = events.last() {
                    position = last.position;
                    continue;
                }
            }
            Err(error) => tracing::warn!(
                error = &error as &dyn std::error::Error,
                "agents' pages are not told what happens"
            ),
        }
        if positions.changed().await.is_err() {
            return;
        }
    }
}

impl Booth {
    pub(super) fn new(worker: WorkerSid, name: String) -> Self {
        Self {
            worker,
            name,
            changes: watch::Sender::new(0),
            shown: tokio::sync::Mutex::default(),
            known: Mutex::default(),
        }
    }

    /// Changes as they may have come.
    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// Something may have changed.
    pub(super) fn change(&self) {
        self.changes.send_modify(|count| *count += 1);
    }

    /// The worker did something: what was news is known.
    pub(super) fn acted(&self) {
        self.known().notice = None;
        self.change();
    }

    /// The worker takes an offer for which their telephone is to ring: whether they had not yet, in
    /// any tab.
    pub(super) fn take(&self, offer: ReservationSid) -> bool {
        self.known().taken.insert(offer)
    }

    /// Their telephone does not ring.
    pub(super) fn give_back(&self, offer: ReservationSid) {
        self.known().taken.remove(&offer);
    }

    fn hear(&self, told: Option<Told>) {
        if let Some(told) = told {
            let mut known = self.known();
            if told.is_news {
                known.notice = Some(told.clone());
            } else if known.notice.as_ref().is_some_and(|notice| {
                notice.reservation != told.reservation && told.reservation.is_some()
            }) {
                // There is another offer.
                known.notice = None;
            }
            known.log.push_front(told);
            known.log.truncate(MOST_TOLD);
        }
        self.change();
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is shown: asked for again when something may have changed, or when it is old. What was
    /// shown before stays when TaskRouter cannot be asked, and says so.
    pub(super) async fn view(&self, shared: &Shared) -> Result<Arc<View>, Error> {
        let mut shown = self.shown.lock().await;
        let change = *self.changes.borrow();
        if let Some((of, at, view)) = &*shown
            && *of == change
            && at.elapsed() < view::FRESH
        {
            return Ok(Arc::clone(view));
        }
        let view = match self.read(shared).await {
            Ok(view) => view,
            Err(error) => {
                let Some((_, _, before)) = &*shown else {
                    return Err(error);
                };
                tracing::warn!(
                    worker = %self.worker,
                    error = &error as &dyn std::error::Error,
                    "an agent's page shows what was"
                );
                View {
                    trouble: Some("TaskRouter cannot be asked just now".to_owned()),
                    ..View::clone(before)
                }
            }
        };
        let failed = view.trouble.is_some();
        let view = Arc::new(view);
        // What failed is asked again by whoever comes next.
        let of = if failed { u64::MAX } else { change };
        *shown = Some((of, Instant::now(), Arc::clone(&view)));
        Ok(view)
    }

    /// Whether what is shown has to be asked for again.
    pub(super) async fn is_stale(&self) -> bool {
        let shown = self.shown.lock().await;
        let change = *self.changes.borrow();
        !matches!(&*shown, Some((of, at, _)) if *of == change && at.elapsed() < view::FRESH)
    }

    fn read<'a>(&'a self, shared: &'a Shared) -> BoxFuture<'a, Result<View, Error>> {
        Box::pin(self.ask(shared))
    }

    async fn ask(&self, shared: &Shared) -> Result<View, Error> {
        let centre = shared.agents.centre(shared).await?;
        let workspace = shared.config.workspace;
        let now = shared.now();
        let mut view = view::read(&shared.client, workspace, self.worker, &centre, now).await?;
        let mut known = self.known();
        known.tasks = view.work.iter().map(|piece| piece.task).collect();
        for piece in &mut view.work {
            let is_offer = piece.status == ReservationStatus::Pending;
            let offer = piece.reservation;
            piece.rings =
                is_offer && (known.taken.contains(&offer) || shared.agents.has_called(offer));
        }
        let rings = |offer: &ReservationSid| {
            let mut offers = view.work.iter().filter(|piece| piece.rings);
            offers.any(|piece| piece.reservation == *offer)
        };
        known.taken.retain(rings);
        view.notice.clone_from(&known.notice);
        view.log = known.log.iter().cloned().collect();
        Ok(view)
    }
}
