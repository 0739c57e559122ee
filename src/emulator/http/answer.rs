//! Bodies of successful answers.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// A JSON body.
pub(crate) fn json<T: Serialize>(status: StatusCode, body: &T) -> Response {
    let bytes = serde_json::to_vec(body).expect("resources have string keys and no failing parts");
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    response
}

/// A JSON body with the version of the resource, where it has one, as its `ETag`.
pub(crate) fn versioned<T: Serialize>(
    status: StatusCode,
    version: Option<u32>,
    body: &T,
) -> Response {
    let mut response = json(status, body);
    if let Some(version) = version {
        let tag = HeaderValue::try_from(format!("\"{version}\"")).expect("digits in quotes");
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The empty answer to a deletion.
pub(crate) fn deleted() -> Response {
    StatusCode::NO_CONTENT.into_response()
}
