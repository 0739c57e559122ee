//! Assignment callbacks over HTTP.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use super::Decision;

/// The answer Twilio gets: JSON, or nothing at all where the worker decides.
pub fn response(decision: &Decision) -> Response {
    let kind = HeaderValue::from_static("application/json");
    ([(header::CONTENT_TYPE, kind)], decision.body()).into_response()
}
