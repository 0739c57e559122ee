//! Calls out: event callbacks and assignment callbacks, signed as Twilio signs them.
//!
//! Events of one workspace are delivered one after the other, in the order they happened, and
//! never hold routing up: they wait in an outbox of at most [`OUTBOX`] events. When a slow
//! receiver lets it fill up, the oldest waiting event is dropped and an alert says so. Assignment
//! callbacks go out beside each other, at most [`ASKING`] at a time.

mod assignment;
mod post;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use secrecy::SecretString;
use tokio::sync::Semaphore;

use super::event;
use super::shared::Shared;
use crate::model::sid::WorkspaceSid;
use crate::routing::engine::{Assignment, Event};

use post::Poster;

/// Events that wait for a workspace's receiver.
pub(super) const OUTBOX: usize = 10_000;
/// Assignment callbacks that are under way at a time.
const ASKING: usize = 64;
/// Assignment callbacks that wait to be sent.
const ASKED: usize = 10_000;

/// How long the receiver of an event may take.
const EVENT_LIMIT: Duration = Duration::from_secs(15);
/// How long the receiver of an assignment may take.
const ASSIGNMENT_LIMIT: Duration = Duration::from_secs(5);

/// Twilio's code for a webhook that could not be delivered.
const DELIVERY_FAILED: u32 = 11200;

/// What is on its way out.
#[derive(Debug)]
pub(crate) struct Callbacks {
    poster: Poster,
    outboxes: Mutex<BTreeMap<WorkspaceSid, Outbox>>,
    /// Places for assignment callbacks under way.
    asking: Arc<Semaphore>,
    /// Places for assignment callbacks under way or waiting.
    asked: Arc<Semaphore>,
}

/// The events that wait for one workspace's receiver. While the outbox is there, a task is
/// emptying it.
#[derive(Debug, Default)]
struct Outbox {
    waiting: VecDeque<Arc<Event>>,
    /// Whether events are being dropped, which is told once.
    overflowing: bool,
}

impl Callbacks {
    pub(crate) fn new(token: SecretString) -> Self {
        Self {
            poster: Poster::new(token),
            outboxes: Mutex::default(),
            asking: Arc::new(Semaphore::new(ASKING)),
            asked: Arc::new(Semaphore::new(ASKED)),
        }
    }

    /// Events that wait to be delivered.
    pub(crate) fn waiting(&self) -> usize {
        self.lock()
            .values()
            .map(|outbox| outbox.waiting.len())
            .sum()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<WorkspaceSid, Outbox>> {
        self.outboxes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts an event into its workspace's outbox if somebody wants it.
    pub(crate) fn event(&self, shared: &Arc<Shared>, event: Arc<Event>) {
        if event.callback_url.is_none() {
            return;
        }
        let workspace = event.workspace_sid;
        let mut outboxes = self.lock();
        let fresh = !outboxes.contains_key(&workspace);
        let outbox = outboxes.entry(workspace).or_default();
        if outbox.waiting.len() >= OUTBOX {
            outbox.waiting.pop_front();
            if !outbox.overflowing {
                outbox.overflowing = true;
                shared.alerts.raise(
                    event.at,
                    DELIVERY_FAILED,
                    format!(
                        "more than {OUTBOX} events wait for a slow receiver, the oldest are dropped"
                    ),
                    &workspace,
                    event.callback_url.as_deref(),
                );
            }
        } else {
            outbox.overflowing = false;
        }
        outbox.waiting.push_back(event);
        drop(outboxes);
        if fresh {
            tokio::spawn(deliver(Arc::clone(shared), workspace));
        }
    }

    /// The next event, or the end of the outbox.
    fn next(&self, workspace: WorkspaceSid) -> Option<Arc<Event>> {
        let mut outboxes = self.lock();
        let next = outboxes.get_mut(&workspace)?.waiting.pop_front();
        if next.is_none() {
            outboxes.remove(&workspace);
        }
        next
    }

    /// Asks the workflow's application about a reservation.
    pub(crate) fn assignment(&self, shared: &Arc<Shared>, assignment: Box<Assignment>) {
        let Ok(asked) = Arc::clone(&self.asked).try_acquire_owned() else {
            shared.alerts.raise(
                assignment.at,
                DELIVERY_FAILED,
                format!("more than {ASKED} assignment callbacks wait, this one is not sent"),
                &assignment.reservation_sid,
                Some(&assignment.url),
            );
            return;
        };
        let shared = Arc::clone(shared);
        let asking = Arc::clone(&self.asking);
        tokio::spawn(async move {
            let _asked = asked;
            let work = async {
                let _place = asking.acquire().await;
                assignment::ask(&shared, &assignment).await;
            };
            tokio::select! {
                () = shared.stop.cancelled() => {}
                () = work => {}
            }
        });
    }
}

/// Empties a workspace's outbox.
async fn deliver(shared: Arc<Shared>, workspace: WorkspaceSid) {
    while let Some(event) = shared.callbacks.next(workspace) {
        let Some(url) = &event.callback_url else {
            continue;
        };
        let form = event::form(shared.account, &event);
        let posting = shared
            .callbacks
            .poster
            .post(url, &form, EVENT_LIMIT, event.sid);
        let answer = tokio::select! {
            () = shared.stop.cancelled() => return,
            answer = posting => answer,
        };
        let failure = match answer {
            Ok(answer) if answer.status.is_success() => continue,
            Ok(answer) => format!("the event callback was answered {}", answer.status),
            Err(failure) => format!("the event callback failed: {failure}"),
        };
        shared
            .alerts
            .raise(event.at, DELIVERY_FAILED, failure, &event.sid, Some(url));
    }
}
