//! What goes over the wire: documents are asked for and webhooks told, signed as Twilio does.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::document::{Flaw, Method};
use super::fetch::{Fetched, Request};
use super::line::{Form, Target};
use super::{Outgoing, Told};
use crate::emulator::callbacks::{CallbackKind, Exchange, while_it_lasts};
use crate::emulator::order::{Busy, Ticket};
use crate::emulator::shared::{Shared, World};

/// How long an application may take.
const LIMIT: Duration = Duration::from_secs(15);
/// Redirects that are followed.
const REDIRECTS: usize = 10;
/// Documents that are asked for at a time.
const ASKING: usize = 64;

/// Twilio's codes for a document that cannot be had.
const UNREACHABLE: u32 = 11205;
const TOO_MANY_REDIRECTS: u32 = 11215;

/// Webhooks by their subject, in their order.
type Waiting = HashMap<String, VecDeque<(Box<Told>, Busy)>>;

/// What is on its way for the network.
#[derive(Debug)]
pub(crate) struct Wire {
    places: Arc<Semaphore>,
    /// Webhooks by their subject; while there is an entry, a task is sending them.
    told: Mutex<Waiting>,
}

impl Default for Wire {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(ASKING)),
            told: Mutex::default(),
        }
    }
}

impl Wire {
    fn told(&self) -> MutexGuard<'_, Waiting> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Drops what waits to be told: the state it belongs to is gone.
    pub(crate) fn forget(&self) {
        self.told().clear();
    }

    /// Whether anything is being told.
    pub(crate) fn is_busy(&self) -> bool {
        !self.told().is_empty()
    }

    fn next(&self, subject: &str, state: &CancellationToken) -> Option<(Box<Told>, Busy)> {
        let mut told = self.told();
        if state.is_cancelled() {
            return None;
        }
        let next = told.get_mut(subject)?.pop_front();
        if next.is_none() {
            told.remove(subject);
        }
        next
    }
}

/// Sends what the network wants sent, in order.
pub(crate) fn dispatch(shared: &Arc<Shared>, world: &mut World) {
    for outgoing in world.network.take_outgoing() {
        match outgoing {
            Outgoing::Fetch(number) => {
                // A call that ended meanwhile asks for nothing.
                if let Some(request) = world.network.requests.get(&number).cloned() {
                    let ticket = shared.order.ticket();
                    tokio::spawn(fetch(Arc::clone(shared), number, request, ticket));
                }
            }
            Outgoing::Tell(told) => tell(shared, told),
            Outgoing::Alert {
                at,
                code,
                message,
                resource,
                url,
            } => shared
                .alerts
                .raise(at, code, message, &resource, url.as_deref()),
        }
    }
}

async fn fetch(shared: Arc<Shared>, number: u64, request: Request, ticket: Ticket) {
    let state = shared.callbacks.state();
    let work = async {
        let outcome = {
            let _place = shared.wire.places.acquire().await;
            ask(&shared, &request, &state).await
        };
        if shared.stands_still() {
            ticket.turn().await;
        }
        shared.write(|world, now| {
            // Another state may have asked under the same number.
            if !state.is_cancelled() {
                world.stage(now).answered(number, outcome);
            }
        });
    };
    while_it_lasts(&shared, &state, work).await;
}

/// Asks for a document, wherever it has moved to.
async fn ask(
    shared: &Shared,
    request: &Request,
    state: &CancellationToken,
) -> Result<Fetched, Flaw> {
    let mut target = request.target.clone();
    let mut form: &Form = &request.parameters;
    let nothing = Form::new();
    for _ in 0..=REDIRECTS {
        let answer = shared
            .callbacks
            .exchange(
                shared,
                &Exchange {
                    kind: CallbackKind::Voice,
                    what: "twiml",
                    subject: request.call().to_string(),
                    get: target.method == Method::Get,
                    url: &target.url,
                    form,
                    limit: LIMIT,
                },
                state,
            )
            .await
            .map_err(|failure| Flaw {
                code: UNREACHABLE,
                message: format!("the document cannot be fetched: {failure}"),
            })?;
        let moved = answer
            .location
            .as_deref()
            .filter(|_| answer.status.is_redirection())
            .and_then(|location| Url::parse(&target.url).ok()?.join(location).ok());
        let Some(moved) = moved else {
            return Ok(Fetched {
                url: target.url,
                status: answer.status.as_u16(),
                content_type: answer.content_type,
                body: String::from_utf8_lossy(&answer.body).into_owned(),
            });
        };
        // What has moved is fetched as clients fetch it: the form stays behind unless the answer
        // says that it is to come along.
        if !matches!(answer.status.as_u16(), 307 | 308) {
            form = &nothing;
            target.method = Method::Get;
        }
        target = Target {
            url: moved.into(),
            method: target.method,
        };
    }
    Err(Flaw {
        code: TOO_MANY_REDIRECTS,
        message: format!("the document moved more than {REDIRECTS} times"),
    })
}

fn tell(shared: &Arc<Shared>, told: Box<Told>) {
    let subject = told.subject.clone();
    let busy = shared.order.busy();
    let mut waiting = shared.wire.told();
    let fresh = !waiting.contains_key(&subject);
    waiting
        .entry(subject.clone())
        .or_default()
        .push_back((told, busy));
    drop(waiting);
    if fresh {
        let shared = Arc::clone(shared);
        let state = shared.callbacks.state();
        tokio::spawn(async move {
            while let Some((told, _busy)) = shared.wire.next(&subject, &state) {
                let sending = send(&shared, &told, &state);
                if !while_it_lasts(&shared, &state, sending).await {
                    return;
                }
            }
        });
    }
}

async fn send(shared: &Shared, told: &Told, state: &CancellationToken) {
    let exchange = Exchange {
        kind: CallbackKind::Voice,
        what: told.what,
        subject: told.subject.clone(),
        get: told.target.method == Method::Get,
        url: &told.target.url,
        form: &told.parameters,
        limit: LIMIT,
    };
    let answer = shared.callbacks.exchange(shared, &exchange, state).await;
    let failure = match answer {
        Ok(answer) if answer.status.is_success() => return,
        Ok(answer) => format!("the {} webhook was answered {}", told.what, answer.status),
        Err(failure) => format!("the {} webhook failed: {failure}", told.what),
    };
    let now = shared.lock().now();
    shared
        .alerts
        .raise(now, 11200, failure, &told.subject, Some(&told.target.url));
}
