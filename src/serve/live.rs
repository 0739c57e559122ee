//! Server-sent events: what all streams have in common. They are few, they say that they live, and
//! they end with the server.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures::Stream;
use tokio::sync::OwnedSemaphorePermit;

use super::problem::Problem;
use super::shared::Shared;

/// Proxies cut connections that are silent for a minute.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// When to come again if there is no room.
const AGAIN: Duration = Duration::from_secs(10);

/// A place among the readers that are kept up to date; given back when it is dropped.
pub(crate) struct Seat {
    shared: Arc<Shared>,
    _permit: OwnedSemaphorePermit,
}

impl Seat {
    /// Takes one, if there is one left.
    pub(crate) fn take(shared: &Arc<Shared>) -> Result<Self, Problem> {
        let permit = Arc::clone(&shared.streams)
            .try_acquire_owned()
            .map_err(|_| Problem::unavailable("too many readers are kept up to date", AGAIN))?;
        shared.metrics.streams.inc();
        Ok(Self {
            shared: Arc::clone(shared),
            _permit: permit,
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.shared.metrics.streams.dec();
    }
}

/// Where a reader was before it lost its connection.
pub(crate) fn last_event_id(headers: &HeaderMap) -> Result<Option<u64>, Problem> {
    let Some(value) = headers.get("last-event-id") else {
        return Ok(None);
    };
    value
        .to_str()
        .ok()
        .and_then(|text| text.trim().parse().ok())
        .map(Some)
        .ok_or_else(|| Problem::bad_request("`Last-Event-ID` is no position"))
}

/// The answer that goes on.
pub(crate) fn answer(
    messages: impl Stream<Item = Result<Event, Infallible>> + Send + 'static,
) -> Response {
    let mut response = Sse::new(messages)
        .keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE))
        .into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // nginx collects answers until they are worth sending, unless told not to.
    headers.insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    response
}
