//! Answers on their way: with a tag, or only word that nothing has changed.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::answers::Given;

/// A JSON answer, or word that it has not changed.
pub(super) fn sent(headers: &HeaderMap, given: Given) -> Response {
    let tag = format!("W/\"{}\"", given.tag);
    let is_known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == &tag[2..]);
    let shown = [
        (
            header::ETAG,
            HeaderValue::try_from(&tag).unwrap_or_else(|_| HeaderValue::from_static("W/\"\"")),
        ),
        // Kept by whoever asked, and asked about every time.
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-cache"),
        ),
        (header::VARY, HeaderValue::from_static("accept")),
    ];
    if is_known {
        return (StatusCode::NOT_MODIFIED, shown).into_response();
    }
    let json = [(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    )];
    (shown, json, given.body).into_response()
}

/// The text of the old dashboard's server, for who waits for nothing else.
pub(super) fn ok() -> Response {
    (
        [
            (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
            (header::VARY, "accept"),
        ],
        "OK",
    )
        .into_response()
}

/// Whether plain text is asked for and JSON is not.
pub(super) fn wants_text(headers: &HeaderMap) -> bool {
    let accepted: Vec<&str> = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|range| range.split(';').next().unwrap_or_default().trim())
        .collect();
    let has = |kind: &str| {
        accepted
            .iter()
            .any(|range| range.eq_ignore_ascii_case(kind))
    };
    has("text/plain") && !has("application/json") && !has("*/*") && !has("application/*")
}
