//! Voice webhooks over HTTP.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use super::Answer;

/// The answer Twilio gets: TwiML that nobody keeps, since Twilio may keep the answer to a GET.
pub fn response(answer: &Answer) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/xml; charset=utf-8"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, answer.twiml.to_string()).into_response()
}
