//! Calls out: event callbacks and assignment callbacks, signed as Twilio signs them.
//!
//! Events of one workspace are delivered one after the other, in the order they happened, unless
//! several may be under way at a time, and never hold routing up: they wait in an outbox of at most [`OUTBOX`] events. When a slow
//! receiver lets it fill up, the oldest waiting event is dropped and an alert says so. Assignment
//! callbacks go out beside each other, at most [`ASKING`] at a time.
//!
//! What the fault lab does to a callback is decided when it is due, in the order things happened.

mod assignment;
mod astray;
mod history;
mod post;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use secrecy::SecretString;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::faults::CallbackFate;
use super::order::{Busy, Ticket, Trailing};
use super::shared::Shared;
use super::{clock, event};
use crate::model::sid::WorkspaceSid;
use crate::routing::engine::{Assignment, Event};

pub use history::{CallbackKind, CallbackRecord};
pub(super) use post::{Answer, Failure};

use astray::Astray;
use history::History;
use post::{Form, Poster};

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
    outboxes: Mutex<Outboxes>,
    /// Events that are held back.
    astray: Astray,
    history: History,
    /// Places for events under way when that is more than one, which then come in any order.
    sending: Option<Arc<Semaphore>>,
    /// Places for assignment callbacks under way.
    asking: Arc<Semaphore>,
    /// Places for assignment callbacks under way or waiting.
    asked: Arc<Semaphore>,
}

/// Every workspace's outbox, and what the calls of the present state go by.
#[derive(Debug, Default)]
struct Outboxes {
    /// Ends when the state is replaced by another one: what was on its way then is dropped.
    state: CancellationToken,
    of: BTreeMap<WorkspaceSid, Outbox>,
}

/// The events that wait for one workspace's receiver. While the outbox is there, a task is
/// emptying it.
#[derive(Debug, Default)]
struct Outbox {
    waiting: VecDeque<(Delivery, Option<Trailing>)>,
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
    /// At most so many events are under way at a time.
    pub(crate) fn new(token: SecretString, events: usize) -> Self {
        Self {
            sending: (events > 1).then(|| Arc::new(Semaphore::new(events))),
            poster: Poster::new(token),
            outboxes: Mutex::default(),
            astray: Astray::default(),
            history: History::default(),
            asking: Arc::new(Semaphore::new(ASKING)),
            asked: Arc::new(Semaphore::new(ASKED)),
        }
    }

    /// Events that wait to be delivered.
    pub(crate) fn waiting(&self) -> usize {
        let waiting: usize = self
            .lock()
            .of
            .values()
            .map(|outbox| outbox.waiting.len())
            .sum();
        waiting + self.astray.count()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Outboxes> {
        self.outboxes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The latest calls, newest first.
    pub(crate) fn latest(&self) -> Vec<CallbackRecord> {
        self.history.latest()
    }

    /// Drops everything that waits or is under way, and what is known of earlier calls: the state
    /// it belongs to is gone. Must be called while the world is locked, so that no answer to the
    /// old state is carried out in the new one.
    pub(crate) fn forget(&self) {
        let mut outboxes = self.lock();
        outboxes.state.cancel();
        *outboxes = Outboxes::default();
        self.astray.clear();
        self.history.clear();
    }

    /// What a call made now goes by.
    pub(crate) fn state(&self) -> CancellationToken {
        self.lock().state.clone()
    }

    /// Posts a form and notes how it went.
    async fn post(
        &self,
        shared: &Shared,
        call: &Call<'_>,
        state: &CancellationToken,
    ) -> Result<Answer, Failure> {
        let at = shared.lock().now();
        let start = Instant::now();
        let answer = self
            .poster
            .post(call.url, call.form, call.limit, &call.subject, call.forged)
            .await;
        let record = history::record(at, call, start.elapsed(), &answer);
        self.history.add(record, state);
        answer
    }

    /// Asks or tells an application something for a call, and notes how it went.
    pub(super) async fn exchange(
        &self,
        shared: &Shared,
        exchange: &Exchange<'_>,
        state: &CancellationToken,
    ) -> Result<Answer, Failure> {
        let at = shared.lock().now();
        let start = Instant::now();
        let Exchange {
            get,
            url,
            form,
            limit,
            subject,
            ..
        } = exchange;
        let answer = self
            .poster
            .send(*get, url, form, *limit, subject, false)
            .await;
        let call = Call {
            kind: exchange.kind,
            what: exchange.what,
            subject: subject.clone(),
            url,
            form: &Form::new(),
            limit: *limit,
            forged: false,
        };
        let record = history::record(at, &call, start.elapsed(), &answer);
        self.history.add(record, state);
        answer
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
            astray::send_late(shared, Delivery { event, fate }, self.state());
            return;
        }
        let workspace = event.workspace_sid;
        let mut outboxes = self.lock();
        let state = outboxes.state.clone();
        let fresh = !outboxes.of.contains_key(&workspace);
        let outbox = outboxes.of.entry(workspace).or_default();
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
        let in_order = self.sending.is_none();
        let trailing = (!in_order).then(|| shared.order.trailing());
        outbox
            .waiting
            .push_back((Delivery { event, fate }, trailing));
        drop(outboxes);
        if fresh {
            let busy = in_order.then(|| shared.order.busy());
            tokio::spawn(deliver(Arc::clone(shared), workspace, state, busy));
        }
    }

    /// The next event, or the end of the outbox.
    fn next(
        &self,
        workspace: WorkspaceSid,
        state: &CancellationToken,
    ) -> Option<(Delivery, Option<Trailing>)> {
        let mut outboxes = self.lock();
        if state.is_cancelled() {
            return None;
        }
        let next = outboxes.of.get_mut(&workspace)?.waiting.pop_front();
        if next.is_none() {
            outboxes.of.remove(&workspace);
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
        let state = self.state();
        // One that is late is in nobody's way.
        let ticket: Option<Ticket> = (fate.late_ms == 0).then(|| shared.order.ticket());
        tokio::spawn(async move {
            let _asked = asked;
            let work = async {
                let due = assignment.at.plus_milliseconds(fate.late_ms);
                clock::until(&shared, due).await;
                let asked = {
                    let _place = asking.acquire().await;
                    assignment::ask(&shared, &assignment, fate, &state).await
                };
                if let Some(ticket) = &ticket
                    && shared.stands_still()
                {
                    ticket.turn().await;
                }
                if let Some((url, decision)) = asked {
                    assignment::carry_out(&shared, &assignment, &state, &url, &decision);
                }
            };
            while_it_lasts(&shared, &state, work).await;
        });
    }
}

/// Does work for a state as long as that is there and the emulator runs; whether it was done. That
/// the state is gone is looked at first: what wakes the work may be the end of its state, whose
/// successor has another clock.
pub(crate) async fn while_it_lasts(
    shared: &Shared,
    state: &CancellationToken,
    work: impl Future<Output = ()>,
) -> bool {
    tokio::select! {
        biased;
        () = shared.stop.cancelled() => false,
        () = state.cancelled() => false,
        () = work => true,
    }
}

/// Something an application is asked or told for a call.
#[derive(Debug)]
pub(crate) struct Exchange<'a> {
    pub(crate) kind: CallbackKind,
    /// What it is.
    pub(crate) what: &'a str,
    /// What it is about.
    pub(crate) subject: String,
    /// Whether the parameters stand in the query.
    pub(crate) get: bool,
    pub(crate) url: &'a str,
    pub(crate) form: &'a [(std::borrow::Cow<'static, str>, String)],
    pub(crate) limit: Duration,
}

/// One call.
struct Call<'a> {
    kind: CallbackKind,
    /// The type of the event, or of the question.
    what: &'a str,
    /// What it is about: the same for every attempt.
    subject: String,
    url: &'a str,
    form: &'a Form,
    limit: Duration,
    /// Whether it is signed with somebody else's token.
    forged: bool,
}

/// Empties a workspace's outbox.
async fn deliver(
    shared: Arc<Shared>,
    workspace: WorkspaceSid,
    state: CancellationToken,
    _busy: Option<Busy>,
) {
    while let Some((delivery, trailing)) = shared.callbacks.next(workspace, &state) {
        if delivery.fate.out_of_order {
            astray::hold_back(&shared, delivery, state.clone());
            continue;
        }
        let Some(sending) = &shared.callbacks.sending else {
            if !send_out(&shared, &delivery, &state).await {
                return;
            }
            continue;
        };
        let place = Arc::clone(sending).acquire_owned().await;
        let (shared, state) = (Arc::clone(&shared), state.clone());
        tokio::spawn(async move {
            let _under_way = (place, trailing);
            send_out(&shared, &delivery, &state).await;
        });
    }
}

/// Posts an event and those that it has overtaken; whether its state is still there.
async fn send_out(shared: &Arc<Shared>, delivery: &Delivery, state: &CancellationToken) -> bool {
    let workspace = delivery.event.workspace_sid;
    let sending = async {
        post_event(shared, delivery, state).await;
        for overtaken in shared.callbacks.astray.overtaken(workspace, state) {
            post_event(shared, &overtaken, state).await;
        }
    };
    while_it_lasts(shared, state, sending).await
}

/// Posts an event, twice if it is to be duplicated, and tells what went wrong.
async fn post_event(
    shared: &Shared,
    Delivery { event, fate }: &Delivery,
    state: &CancellationToken,
) {
    let Some(url) = &event.callback_url else {
        return;
    };
    let mut form = event::form(shared.account, event);
    post::skew(&mut form, event.at, fate.skew_ms);
    let call = Call {
        kind: CallbackKind::Event,
        what: event.kind.as_str(),
        subject: event.sid.to_string(),
        url,
        form: &form,
        limit: EVENT_LIMIT,
        forged: fate.wrong_signature,
    };
    for _ in 0..=u8::from(fate.duplicated) {
        let answer = shared.callbacks.post(shared, &call, state).await;
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
