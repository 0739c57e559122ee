//! What surrounds every answer: who calls, a request id, headers that keep browsers strict, the
//! log, the counters; and a page around what a browser is told instead of an answer.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::caller::Peer;
use super::pages::Onlooker;
use super::problem::{Inside, Problem};
use super::shared::Shared;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Browsers run nothing but what the server itself has sent as a file, and show it nowhere else.
const STRICT: [(HeaderName, HeaderValue); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
             object-src 'none'",
        ),
    ),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

static NUMBER: AtomicU64 = AtomicU64::new(1);

/// Goes around all routes, inside of the routing: it sees which one was taken.
pub(super) async fn frame(
    State(shared): State<Arc<Shared>>,
    mut request: Request,
    next: Next,
) -> Response {
    let start = Instant::now();
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let peer = request.extensions().get::<Peer>().copied();
    let caller = shared.config.way.caller(peer, request.headers());
    let route = request.extensions().get::<MatchedPath>().cloned();
    // Query and headers stay out of the log: they may hold secrets.
    let method = request.method().clone();
    let path = tracing::enabled!(tracing::Level::WARN).then(|| request.uri().path().to_owned());
    let address = caller.address;
    request.extensions_mut().insert(caller);
    let onlooker = Onlooker::of(&request);

    let mut response = next.run(request).await;
    if let Some(onlooker) = onlooker {
        response = onlooker.shown(shared.now(), number, response);
    }

    let status = response.status();
    let route = route.as_ref().map_or("other", MatchedPath::as_str);
    shared
        .metrics
        .answered(route, status.as_u16(), start.elapsed());
    let path = path.as_deref().unwrap_or_default();
    if let Some(Inside(inside)) = response.extensions_mut().remove::<Inside>() {
        tracing::error!(request = number, %method, path, %status, inside);
    } else if status == StatusCode::INTERNAL_SERVER_ERROR {
        tracing::error!(request = number, %method, path, %status);
    } else {
        tracing::debug!(request = number, %method, path, %status, %address);
    }
    let headers = response.headers_mut();
    for (name, value) in STRICT {
        headers.entry(name).or_insert(value);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    headers.insert(REQUEST_ID, HeaderValue::from(number));
    response
}

/// What a fault of the server's own is answered with.
pub(super) fn panicked(shared: &Shared, panic: &(dyn Any + Send)) -> Response {
    shared.metrics.panics.inc();
    let said = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic".to_owned());
    Problem::internal(said).into_response()
}
