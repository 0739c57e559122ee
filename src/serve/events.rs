//! Where events come in. Nothing is acknowledged before it is durable.
//!
//! A form is one event callback, anything else the JSON of the Event Streams. What is no event, or
//! one of another workspace, goes into the quarantine with the reason. The answer is 400 only when
//! nothing of a request was an event: Twilio sends the whole of a refused batch again or none of
//! it, and whichever it does, each part is in the store or in the quarantine already. A request
//! leaves no more than a few parts there: the body as a whole when nothing of it is stored, else the
//! first of those that are none, and how many more there were.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use tokio::runtime::Handle;

use super::problem::Problem;
use super::shared::Shared;
use super::signature::TwilioRequest;
use crate::events::{Encoding, Malformed, RecordedEvent, Rejected, Sent, StoreError};

/// When to send again what the store could not take.
const AGAIN: Duration = Duration::from_secs(5);

/// How many parts of a request are kept one by one.
const PARTS: usize = 100;

/// The paths of event callbacks and Event Streams, old ones too.
const PATHS: [&str; 5] = [
    "/events",
    "/taskrouter/events",
    "/taskrouter_event",
    "/api/dashboard/event",
    "/api/dashboard/event-receiver",
];

pub(super) fn routes() -> Router<Arc<Shared>> {
    PATHS
        .into_iter()
        .fold(Router::new(), |routes, path| routes.route(path, post(take)))
}

async fn take(State(shared): State<Arc<Shared>>, mut request: Request) -> Response {
    let Some(request) = request.extensions_mut().remove::<TwilioRequest>() else {
        return Problem::internal("a request whose signature nobody has checked").into_response();
    };
    // Goes on when Twilio has hung up: what was read is kept, and not half of it.
    match Whole::of(async move { keep(&shared, request).await }).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(problem) => problem.into_response(),
    }
}

/// Work that is done to its end: by who waits for it, or else by a task of its own.
struct Whole<T: Send + 'static>(Option<BoxFuture<'static, T>>);

impl<T: Send + 'static> Whole<T> {
    fn of(work: impl Future<Output = T> + Send + 'static) -> Self {
        Self(Some(work.boxed()))
    }
}

impl<T: Send + 'static> Future for Whole<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let work = self.0.as_mut().expect("nobody polls what is done");
        let polled = work.as_mut().poll(context);
        if polled.is_ready() {
            self.0 = None;
        }
        polled
    }
}

impl<T: Send + 'static> Drop for Whole<T> {
    fn drop(&mut self) {
        // What panicked is not asked again.
        if let Some(work) = self.0.take()
            && !std::thread::panicking()
            && let Ok(runtime) = Handle::try_current()
        {
            runtime.spawn(work);
        }
    }
}

/// What a request amounts to.
struct Sorted {
    events: Vec<RecordedEvent>,
    /// What is kept of that which is none.
    rejected: Vec<Rejected>,
    /// How many parts are none.
    refused: usize,
    /// How many of those are not kept.
    left_out: usize,
    /// Why nothing of it is an event.
    nothing: Option<String>,
}

impl Sorted {
    /// Counts a part that is none, and keeps it unless there are many.
    fn refuse(&mut self, rejected: impl FnOnce() -> Rejected) {
        self.refused += 1;
        if self.rejected.len() < PARTS {
            self.rejected.push(rejected());
        }
    }
}

async fn keep(shared: &Shared, request: TwilioRequest) -> Result<(), Problem> {
    let sorted = sort(shared, &request);
    let metrics = &shared.metrics;
    if let Some(first) = sorted.rejected.first() {
        tracing::warn!(
            parts = sorted.refused,
            reason = first.reason,
            "quarantined what is no event of ours"
        );
        let dropped = shared
            .store
            .quarantine(sorted.rejected)
            .await
            .map_err(|error| failed(shared, &error))?;
        metrics.count_events("quarantined", sorted.refused);
        metrics
            .quarantine_dropped
            .inc_by(dropped + sorted.left_out as u64);
    }
    if !sorted.events.is_empty() {
        let start = Instant::now();
        let appended = shared
            .store
            .append(sorted.events)
            .await
            .map_err(|error| failed(shared, &error))?;
        metrics.store_latency.observe(start.elapsed().as_secs_f64());
        metrics.count_events("stored", appended.new);
        metrics.count_events("known", appended.known);
    }
    match sorted.nothing {
        Some(reason) => Err(Problem::bad_request(reason)),
        None => Ok(()),
    }
}

fn failed(shared: &Shared, error: &StoreError) -> Problem {
    shared.metrics.store_failures.inc();
    Problem::unavailable("the event store takes nothing now", AGAIN).with_inside(with_causes(error))
}

/// An error with what caused it, for the log.
pub(super) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

fn sort(shared: &Shared, request: &TwilioRequest) -> Sorted {
    let encoding = if request.is_form {
        Encoding::Callback
    } else {
        Encoding::CloudEvent
    };
    let at = shared.now().as_millisecond();
    let body = request.body.clone();
    let rejected = |reason, body: Sent| Rejected {
        at,
        encoding,
        reason,
        body,
    };
    let whole = || Sent::from(&body[..]);
    let read = if request.is_form {
        RecordedEvent::from_callback(request.form.iter()).map(|event| vec![Ok(event)])
    } else {
        RecordedEvent::from_cloud_events(&body)
    };
    let parts = match read {
        Ok(parts) => parts,
        Err(malformed) => {
            let reason = malformed.reason();
            return Sorted {
                events: Vec::new(),
                rejected: vec![rejected(reason, whole())],
                refused: 1,
                left_out: 0,
                nothing: Some(told(&malformed)),
            };
        }
    };
    let mut sorted = Sorted {
        events: Vec::with_capacity(parts.len()),
        rejected: Vec::new(),
        refused: 0,
        left_out: 0,
        nothing: None,
    };
    let mut ours = parts.is_empty();
    for part in parts {
        match part {
            Ok(event) => {
                ours = true;
                if let Some(reason) = foreign(shared, &event) {
                    sorted.refuse(|| {
                        let body = match encoding {
                            Encoding::Callback => whole(),
                            _ => serde_json::to_vec(&event).map_or_else(|_| whole(), Sent),
                        };
                        rejected(reason, body)
                    });
                } else {
                    sorted.events.push(event);
                }
            }
            Err(refused) => {
                sorted
                    .nothing
                    .get_or_insert_with(|| told(&refused.malformed));
                sorted.refuse(|| {
                    let reason = refused.malformed.reason();
                    rejected(reason, refused.event.to_string().into())
                });
            }
        }
    }
    let more = sorted.refused - sorted.rejected.len().min(1);
    if sorted.events.is_empty() && more > 0 {
        let first = sorted.rejected.swap_remove(0);
        let reason = format!("{}; {more} more parts are none either", first.reason);
        sorted.rejected = vec![rejected(reason, whole())];
    } else if sorted.refused > sorted.rejected.len() {
        sorted.left_out = sorted.refused - sorted.rejected.len();
        let reason = format!(
            "{} more parts of the same request are none either, and are not kept",
            sorted.left_out
        );
        sorted.rejected.push(rejected(reason, Sent::default()));
    }
    if ours {
        sorted.nothing = None;
    }
    sorted
}

/// What is wrong, for who sent it.
fn told(malformed: &Malformed) -> String {
    format!("no event: {malformed}")
}

/// Why an event is none of this server's.
fn foreign(shared: &Shared, event: &RecordedEvent) -> Option<String> {
    let config = &shared.config;
    if let Some(workspace) = event.workspace_sid
        && workspace != config.workspace
    {
        return Some(format!(
            "it is of workspace {workspace}; this server keeps {}",
            config.workspace
        ));
    }
    if let Some(account) = event.account_sid
        && account != config.account
    {
        return Some(format!(
            "it is of account {account}; this server keeps {}",
            config.account
        ));
    }
    None
}
