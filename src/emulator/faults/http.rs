//! Faults of requests: the layer between authentication and the APIs.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Response};
use futures::{StreamExt as _, stream};
use tokio::time::Instant;

use super::Faults;
use super::connection::Switch;
use super::plan::{Api, Method, RequestRule, Reset};
use crate::emulator::http::{ByGateway, Problem};
use crate::emulator::shared::Shared;

/// In how many pieces a slow body comes.
const PIECES: usize = 8;

/// What happens to one request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RequestFate {
    pub(super) latency: Duration,
    pub(super) end: Option<End>,
    pub(super) truncated_body: bool,
    pub(super) slow_body: Option<Duration>,
}

/// What comes instead of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Status {
        status: u16,
        retry_after: Option<u64>,
        after_effect: bool,
    },
    Reset(Reset),
}

impl RequestRule {
    fn matches(&self, method: &axum::http::Method, path: &str) -> bool {
        let is_method = |wanted: &Method| {
            *method
                == match wanted {
                    Method::Get => axum::http::Method::GET,
                    Method::Post => axum::http::Method::POST,
                    Method::Delete => axum::http::Method::DELETE,
                }
        };
        let is_below = |root| {
            path.strip_prefix(root)
                .is_some_and(|rest| rest.starts_with('/'))
        };
        self.method
            .as_ref()
            .is_none_or(|methods| methods.any(is_method))
            && self.api.is_none_or(|api| {
                is_below(match api {
                    Api::Taskrouter => "/v1",
                    Api::Voice => "/2010-04-01",
                })
            })
            && self
                .path
                .as_ref()
                .is_none_or(|pattern| pattern.matches(path))
    }

    fn end(&self) -> Option<End> {
        match (self.status, self.reset) {
            (Some(status), _) => Some(End::Status {
                status,
                retry_after: self.retry_after,
                after_effect: self.after_effect,
            }),
            (None, Some(reset)) => Some(End::Reset(reset)),
            (None, None) => None,
        }
    }
}

impl Faults {
    /// Counts a request at every rule it matches. Latencies add up; of several answers the first
    /// rule's counts. `None` when nothing happens to it.
    pub(super) fn of_request(
        &self,
        method: &axum::http::Method,
        path: &str,
    ) -> Option<RequestFate> {
        let active = self.active_if(|active| !active.requests.is_empty())?;
        let mut fate = RequestFate::default();
        for counted in &active.requests {
            let rule = &counted.rule;
            if !rule.matches(method, path) {
                continue;
            }
            let Some(dice) = counted.meets() else {
                continue;
            };
            if let Some(least) = rule.latency_ms {
                let more = dice.milliseconds(least, rule.jitter_ms.unwrap_or(0));
                fate.latency = fate.latency.saturating_add(Duration::from_millis(more));
            }
            fate.end = fate.end.or(rule.end());
            fate.truncated_body |= rule.truncated_body;
            fate.slow_body = fate
                .slow_body
                .or(rule.slow_body_ms.map(Duration::from_millis));
        }
        (fate != RequestFate::default()).then_some(fate)
    }
}

/// The layer between authentication and the APIs.
pub(crate) async fn layer(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let Some(fate) = shared
        .faults
        .of_request(request.method(), request.uri().path())
    else {
        return next.run(request).await;
    };
    let switch = request
        .extensions()
        .get::<ConnectInfo<Switch>>()
        .map(|ConnectInfo(switch)| switch.clone());
    let start = Instant::now();
    let answer = answer(fate, switch.as_ref(), request, next).await;
    // The work counts: an answer takes so long, not so much longer.
    tokio::time::sleep(fate.latency.saturating_sub(start.elapsed())).await;
    answer
}

async fn answer(
    fate: RequestFate,
    switch: Option<&Switch>,
    request: Request,
    next: Next,
) -> Response {
    let answer = match fate.end {
        None => next.run(request).await,
        Some(End::Reset(reset)) => {
            if reset == Reset::AfterEffect {
                next.run(request).await;
            }
            return no_answer(switch);
        }
        Some(End::Status {
            status,
            retry_after,
            after_effect,
        }) => {
            if after_effect {
                next.run(request).await;
            }
            instead(status, retry_after)
        }
    };
    if fate.truncated_body || fate.slow_body.is_some() {
        spoil_body(answer, fate).await
    } else {
        answer
    }
}

fn instead(status: u16, retry_after: Option<u64>) -> Response {
    let problem = match status {
        429 => Problem::too_many_requests(),
        // What stands in front of the API speaks no JSON.
        502 => {
            return (
                StatusCode::BAD_GATEWAY,
                Extension(ByGateway),
                Html("<html><body><h1>502 Bad Gateway</h1></body></html>"),
            )
                .into_response();
        }
        503 => Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            20503,
            "Service is not available",
        ),
        _ => Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            20500,
            "An internal server error has occurred",
        ),
    };
    problem.retry_after(retry_after).into_response()
}

/// Not one byte reaches the client. Without a connection to cut (a router that is called directly)
/// the body fails at once.
fn no_answer(switch: Option<&Switch>) -> Response {
    if let Some(switch) = switch {
        switch.cut();
    }
    Response::new(Body::from_stream(stream::iter([Err::<Bytes, _>(broken())])))
}

fn broken() -> io::Error {
    io::ErrorKind::ConnectionReset.into()
}

/// Sends the body in pieces, or only its first half although the whole was announced. Without a
/// body there is nothing to spoil.
async fn spoil_body(answer: Response, fate: RequestFate) -> Response {
    let (mut parts, body) = answer.into_parts();
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return no_answer(None);
    };
    if body.is_empty() {
        return Response::from_parts(parts, Body::empty());
    }
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    let (count, gap) = match fate.slow_body {
        Some(all) => (PIECES, all / u32::try_from(PIECES).expect("a few")),
        None => (1, Duration::ZERO),
    };
    let sent = if fate.truncated_body {
        body.slice(..body.len() / 2)
    } else {
        body
    };
    let size = sent.len().div_ceil(count).max(1);
    let pieces: Vec<Bytes> = (0..sent.len())
        .step_by(size)
        .map(|from| sent.slice(from..sent.len().min(from + size)))
        .collect();
    let pieces = stream::iter(pieces).then(move |piece| async move {
        tokio::time::sleep(gap).await;
        Ok(piece)
    });
    let end = stream::iter(fate.truncated_body.then_some(())).then(|()| async {
        // What was written must be on its way before the connection goes down.
        tokio::task::yield_now().await;
        Err(broken())
    });
    Response::from_parts(parts, Body::from_stream(pieces.chain(end)))
}
