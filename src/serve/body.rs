//! Bodies, read within their bounds of size and time.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode, header};
use futures::StreamExt as _;

use super::problem::Problem;

/// Reads a body whole.
pub(super) async fn read(
    headers: &HeaderMap,
    body: Body,
    limit: usize,
    patience: Duration,
) -> Result<Bytes, Problem> {
    let announced = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(too_large(limit));
    }
    match tokio::time::timeout(patience, collect(body, limit)).await {
        Ok(outcome) => outcome,
        Err(_) => Err(Problem::new(
            StatusCode::REQUEST_TIMEOUT,
            "the body did not arrive in time",
        )),
    }
}

async fn collect(body: Body, limit: usize) -> Result<Bytes, Problem> {
    let cut = |_| Problem::bad_request("the body broke off");
    let mut chunks = body.into_data_stream();
    let Some(first) = chunks.next().await.transpose().map_err(cut)? else {
        return Ok(Bytes::new());
    };
    if first.len() > limit {
        return Err(too_large(limit));
    }
    // Nearly every form comes in one piece, which needs no copy.
    let Some(mut chunk) = chunks.next().await.transpose().map_err(cut)? else {
        return Ok(first);
    };
    let mut whole = first.to_vec();
    loop {
        if whole.len() + chunk.len() > limit {
            return Err(too_large(limit));
        }
        whole.extend_from_slice(&chunk);
        match chunks.next().await.transpose().map_err(cut)? {
            Some(next) => chunk = next,
            None => return Ok(whole.into()),
        }
    }
}

fn too_large(limit: usize) -> Problem {
    Problem::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        format!("a body here has at most {limit} bytes"),
    )
}
