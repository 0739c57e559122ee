//! What surrounds every answer: authentication, Twilio's headers, CORS.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq as _;

use super::{Problem, quota};
use crate::emulator::shared::Shared;
use crate::model::sid::{EventSid, Sid as _};

/// Who may call: user names (account or API key SIDs) and their secrets.
#[derive(Debug)]
pub(crate) struct Credentials(pub(crate) Vec<(String, SecretString)>);

impl Credentials {
    /// Checks HTTP basic authentication with Twilio's two different refusals.
    fn check(&self, headers: &HeaderMap) -> Result<(), Problem> {
        let refused = || Problem::unauthorized("Authenticate");
        let pair = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| {
                let (scheme, encoded) = value.split_once(' ')?;
                scheme.eq_ignore_ascii_case("basic").then_some(encoded)
            })
            .and_then(|encoded| STANDARD.decode(encoded.trim()).ok())
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .ok_or_else(refused)?;
        let (user, secret) = pair.split_once(':').ok_or_else(refused)?;
        let Some((_, known)) = self.0.iter().find(|(known, _)| known == user) else {
            return Err(Problem::unauthorized(
                "Authentication Error - invalid username",
            ));
        };
        if bool::from(known.expose_secret().as_bytes().ct_eq(secret.as_bytes())) {
            Ok(())
        } else {
            Err(refused())
        }
    }
}

/// Lets only known callers through.
pub(crate) async fn authenticate(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    match shared.credentials.check(request.headers()) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

const CORS: [(HeaderName, &str); 5] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (
        header::ACCESS_CONTROL_ALLOW_METHODS,
        "GET, POST, DELETE, OPTIONS",
    ),
    (
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        "Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, \
         If-Unmodified-Since, Idempotency-Key",
    ),
    (header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true"),
    (header::ACCESS_CONTROL_EXPOSE_HEADERS, "ETag"),
];

/// For requests without a limit of their own; the headers are what clients look for.
const RATE_LIMIT: [(HeaderName, &str); 3] = [
    (quota::LIMIT, "100000"),
    (quota::REMAINING, "100000"),
    (quota::CONFIG, "emulator"),
];

const REQUEST_ID: HeaderName = HeaderName::from_static("twilio-request-id");
const CONCURRENT_REQUESTS: HeaderName = HeaderName::from_static("twilio-concurrent-requests");
const REQUEST_DURATION: HeaderName = HeaderName::from_static("twilio-request-duration");

/// Answers preflights and adds the headers Twilio sends with everything.
pub(crate) async fn frame(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let start = Instant::now();
    let running = Running::count(&shared);
    let concurrent = running.concurrent;
    let number = shared.requests.fetch_add(1, Ordering::Relaxed);
    let mut response = if request.method() == Method::OPTIONS {
        StatusCode::NO_CONTENT.into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    for (name, value) in CORS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    for (name, value) in RATE_LIMIT {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    let id: EventSid = shared.request_ids.sid(number);
    if let Ok(value) = HeaderValue::try_from(format!("RQ{:032x}", id.bits())) {
        headers.insert(REQUEST_ID, value);
    }
    headers.insert(CONCURRENT_REQUESTS, HeaderValue::from(concurrent));
    if let Ok(value) = HeaderValue::try_from(format!("{:.3}", start.elapsed().as_secs_f64())) {
        headers.insert(REQUEST_DURATION, value);
    }
    response
}

/// Counts a request as long as it is being answered, also when the client goes away.
struct Running<'a> {
    shared: &'a Shared,
    concurrent: usize,
}

impl<'a> Running<'a> {
    fn count(shared: &'a Shared) -> Self {
        let before = shared.running.fetch_add(1, Ordering::Relaxed);
        Self {
            shared,
            concurrent: before + 1,
        }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.shared.running.fetch_sub(1, Ordering::Relaxed);
    }
}
