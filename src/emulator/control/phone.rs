//! `/_emulator/phone-calls`, `/_emulator/phones` and `/_emulator/steps`: the telephone network's
//! outside.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use serde_json::json;

use super::body;
use crate::emulator::http::{Problem, answer};
use crate::emulator::shared::Shared;
use crate::emulator::telephone::{NewCall, NewPhone, Step};
use crate::model::sid::CallSid;

/// How long somebody waits for the next step before they are told that there is none.
const PATIENCE: Duration = Duration::from_secs(5);

/// Somebody calls one of the account's numbers.
pub(super) async fn place(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let new: NewCall = body(request).await?;
    let sid = shared.write(|world, now| {
        let placed = world.stage(now).place(new);
        placed.map_err(Problem::invalid)
    })?;
    Ok(answer::json(StatusCode::CREATED, &json!({ "sid": sid })))
}

/// A telephone behaves in a certain way from now on.
pub(super) async fn set(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let new: NewPhone = body(request).await?;
    shared.write(|world, now| world.stage(now).set_phone(new));
    Ok(answer::json(StatusCode::OK, &json!({})))
}

#[derive(Serialize)]
struct Steps {
    steps: Vec<Step>,
    /// Calls that were placed and are not over, with all that was made for them.
    playing: Vec<CallSid>,
}

/// What happened behind a step. When nothing has, it is waited for a while.
pub(super) async fn steps(State(shared): State<Arc<Shared>>, Path(after): Path<u64>) -> Response {
    shared.catch_up();
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        let mut visited = std::pin::pin!(shared.visited.notified());
        // From here on no visit is missed.
        visited.as_mut().enable();
        let found = {
            let world = shared.lock();
            Steps {
                steps: world.network.steps(after),
                playing: world.network.playing(),
            }
        };
        if !found.steps.is_empty() || found.playing.is_empty() {
            return answer::json(StatusCode::OK, &found);
        }
        if tokio::time::timeout_at(deadline, visited).await.is_err() {
            return answer::json(StatusCode::OK, &found);
        }
    }
}
