//! Voice webhooks over HTTP.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use crate::twilio::twiml;

/// The answer Twilio gets: TwiML that nobody keeps, since Twilio may keep the answer to a GET.
pub fn response(document: &twiml::Response) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/xml; charset=utf-8"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, document.to_string()).into_response()
}
