//! Whether the server lives, and whether its answers are to be relied on.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use schemars::JsonSchema;
use serde::Serialize;

use super::shared::Shared;

/// `/healthz`, its old name `/hello`, and `/readyz`: nobody is asked who they are.
pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/healthz", get(alive))
        .route("/hello", get(alive))
        .route("/readyz", get(ready))
}

/// That the server lives.
#[derive(Serialize, JsonSchema)]
pub(super) struct Alive {
    /// `ok`
    status: &'static str,
    /// Of trctl.
    version: &'static str,
}

async fn alive() -> Response {
    json(
        StatusCode::OK,
        &Alive {
            status: "ok",
            version: env!("CARGO_PKG_VERSION"),
        },
    )
}

/// Whether the answers are to be relied on.
#[derive(Serialize, JsonSchema)]
pub(super) struct ReadyAnswer {
    /// Whether they are.
    ready: bool,
    /// What has to happen first.
    waiting_for: Vec<&'static str>,
    /// What could not happen yet, and is not waited for.
    without: Vec<&'static str>,
}

async fn ready(State(shared): State<Arc<Shared>>) -> Response {
    let mut waiting_for = shared.readiness.missing();
    if shared.stop.is_cancelled() {
        waiting_for.push("the end: the server is stopping");
    }
    let ready = waiting_for.is_empty();
    let status = if ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let answer = ReadyAnswer {
        ready,
        waiting_for,
        without: shared.readiness.lacking(),
    };
    json(status, &answer)
}

/// A small answer in JSON.
pub(super) fn json<T: Serialize>(status: StatusCode, value: &T) -> Response {
    match serde_json::to_vec(value) {
        Ok(body) => (
            status,
            [(
                header::CONTENT_TYPE,
                HeaderValue::from_static("application/json"),
            )],
            body,
        )
            .into_response(),
        Err(error) => super::problem::Problem::internal(error).into_response(),
    }
}
