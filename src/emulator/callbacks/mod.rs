//! Calls out: event callbacks and assignment callbacks, signed as Twilio signs them.
//!
//! Events of one workspace are delivered one after the other, in the order they happened, and
//! never hold routing up: they wait in an outbox of at most [`OUTBOX`] events. When a slow
//! receiver lets it fill up, the oldest waiting event is dropped and an alert says so. Assignment
//! callbacks go out beside each other, at most [`ASKING`] at a time.
//!
//! What the fault lab does to a callback is decided when it is due, in the order things happened.

mod assignment;
mod astray;
mod event_form;
mod post;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use secrecy::SecretString;
use tokio::sync::Semaphore;

use super::clock;
use super::faults::CallbackFate;
use super::shared::Shared;
use crate::model::sid::WorkspaceSid;
use crate::routing::engine::{Assignment, Event};

use astray::Astray;
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
    /// Events that are held back.
    astray: Astray,
    /// Places for assignment callbacks under way.
    asking: Arc<Semaphore>,
    /// Places for assignment callbacks under way or waiting.
    asked: Arc<Semaphore>,
}

/// The events that wait for one workspace's receiver. While the outbox is there, a task is
/// emptying it.
#[derive(Debug, Default)]
struct Outbox {
    waiting: VecDeque<Delivery>,
    /// Whether events are being dropped, which is told once.
    overflowing: bool,
}

/// An event on its way, and what is to happen to it.
#[derive(Debug, Clone)]
struct Delivery {
    event: Arc<Event>,
    fate: CallbackFate,
}

impl Callbacks {
    pub(crate) fn new(token: SecretString) -> Self {
        Self {
            poster: Poster::new(token),
            outboxes: Mutex::default(),
            astray: Astray::default(),
            asking: Arc::new(Semaphore::new(ASKING)),
            asked: Arc::new(Semaphore::new(ASKED)),
        }
    }

    /// Events that wait to be delivered.
    pub(crate) fn waiting(&self) -> usize {
        let waiting: usize = self
            .lock()
            .values()
            .map(|outbox| outbox.waiting.len())
            .sum();
        waiting + self.astray.count()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<WorkspaceSid, Outbox>> {
        self.outboxes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts an event into its workspace's outbox if somebody wants it.
    pub(crate) fn event(&self, shared: &Arc<Shared>, event: Arc<Event>) {
        if event.callback_url.is_none() {
            return;
        }
        let fate = shared.faults.of_event(event.kind);
        if fate.lost {
            return;
        }
        if fate.late_ms > 0 {
            astray::send_late(shared, Delivery { event, fate });
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
        outbox.waiting.push_back(Delivery { event, fate });
        drop(outboxes);
        if fresh {
            tokio::spawn(deliver(Arc::clone(shared), workspace));
        }
    }

    /// The next event, or the end of the outbox.
    fn next(&self, workspace: WorkspaceSid) -> Option<Delivery> {
        let mut outboxes = self.lock();
        let next = outboxes.get_mut(&workspace)?.waiting.pop_front();
        if next.is_none() {
            outboxes.remove(&workspace);
        }
        next
    }

    /// Asks the workflow's application about a reservation.
    pub(crate) fn assignment(&self, shared: &Arc<Shared>, assignment: Box<Assignment>) {
        let fate = shared.faults.of_assignment();
        if fate.lost {
            return;
        }
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
                let due = assignment.at.plus_milliseconds(fate.late_ms);
                clock::until(&shared, due).await;
                let _place = asking.acquire().await;
                assignment::ask(&shared, &assignment, fate).await;
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
    while let Some(delivery) = shared.callbacks.next(workspace) {
        if delivery.fate.out_of_order {
            astray::hold_back(&shared, delivery);
            continue;
        }
        let sending = async {
            post_event(&shared, &delivery).await;
            for overtaken in shared.callbacks.astray.overtaken(workspace) {
                post_event(&shared, &overtaken).await;
            }
        };
        tokio::select! {
            () = shared.stop.cancelled() => return,
            () = sending => {}
        }
    }
}

/// Posts an event, twice if it is to be duplicated, and tells what went wrong.
async fn post_event(shared: &Shared, Delivery { event, fate }: &Delivery) {
    let Some(url) = &event.callback_url else {
        return;
    };
    let mut form = event_form::of(shared.account, event);
    post::skew(&mut form, event.at, fate.skew_ms);
    for _ in 0..=u8::from(fate.duplicated) {
        let answer = shared
            .callbacks
            .poster
            .post(url, &form, EVENT_LIMIT, event.sid, fate.wrong_signature)
            .await;
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
