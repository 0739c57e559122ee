//! `/_emulator/agents`: simulated agents and callers.

use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::{Query, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::LARGEST_BODY;
use crate::emulator::agents::{BehaviourError, Script};
use crate::emulator::http::{Problem, answer};
use crate::emulator::shared::{Shared, World};

/// The query of a request that sets behaviours.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Options {
    /// Nothing is changed.
    #[serde(default)]
    check: bool,
}

fn refused(error: &BehaviourError) -> Problem {
    Problem::invalid(error.to_string())
}

pub(super) async fn read(State(shared): State<Arc<Shared>>) -> Response {
    let report = shared.read(World::agents_report);
    answer::json(StatusCode::OK, &report)
}

/// Puts a file of behaviours in the place of the present one.
pub(super) async fn set(
    State(shared): State<Arc<Shared>>,
    Query(options): Query<Options>,
    request: Request,
) -> Result<Response, Problem> {
    let bytes = to_bytes(request.into_body(), LARGEST_BODY)
        .await
        .map_err(|_| Problem::invalid("The request body is too large or was cut off"))?;
    let text =
        std::str::from_utf8(&bytes).map_err(|_| Problem::invalid("The request body is no text"))?;
    let script = Script::parse(text).map_err(|error| refused(&error))?;
    let report = shared.write(|world, now| {
        script
            .check_against(&world.engine, &world.voice)
            .map_err(|error| refused(&error))?;
        if !options.check {
            world.employ(now, script);
        }
        Ok::<_, Problem>(world.agents_report(now))
    })?;
    Ok(answer::json(StatusCode::OK, &report))
}

pub(super) async fn end(State(shared): State<Arc<Shared>>) -> Response {
    let report = shared.write(|world, now| {
        let report = world.agents_report(now);
        world.dismiss();
        report
    });
    answer::json(StatusCode::OK, &report)
}
