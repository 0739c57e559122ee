//! What a caller is told when there is no answer, as `application/problem+json`; browsers are shown a
//! page instead (`pages`). The inside of an error goes to the log with the request's id, never out.

use std::fmt::Display;
use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    detail: String,
    headers: Vec<(HeaderName, HeaderValue)>,
    inside: Option<String>,
}

/// The sentence for the caller; an extension of the response.
#[derive(Debug, Clone)]
pub(super) struct Detail(pub(super) String);

/// What only the log is told; an extension of the response.
#[derive(Debug, Clone)]
pub(super) struct Inside(pub(super) String);

/// A problem (<https://www.rfc-editor.org/rfc/rfc9457>).
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(super) struct Document<'a> {
    /// The status of the answer.
    status: u16,
    /// What kind of problem it is.
    title: &'a str,
    /// What is wrong, in a sentence.
    detail: &'a str,
}

impl Problem {
    /// A problem with a sentence for the caller: short, and nothing they should not know.
    pub(crate) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            status,
            detail: detail.into(),
            headers: Vec::new(),
            inside: None,
        }
    }

    /// The caller asked for something that is wrong in itself.
    pub(crate) fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail)
    }

    /// There is no such thing.
    pub(crate) fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    /// Something broke in here.
    pub(crate) fn internal(inside: impl Display) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the server met an error; its log tells more",
        )
        .with_inside(inside)
    }

    /// Not now.
    pub(crate) fn unavailable(detail: impl Into<String>, retry_after: Duration) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, detail).retry_after(retry_after)
    }

    /// The sentence for the caller.
    pub(crate) fn detail(&self) -> &str {
        &self.detail
    }

    /// The same with a time after which to come again.
    #[must_use]
    pub(crate) fn retry_after(self, wait: Duration) -> Self {
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        self.with_header(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)))
    }

    /// The same with a header.
    #[must_use]
    pub(crate) fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The same with a sentence for the log.
    #[must_use]
    pub(crate) fn with_inside(mut self, inside: impl Display) -> Self {
        self.inside = Some(inside.to_string());
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let document = Document {
            status: self.status.as_u16(),
            title: self.status.canonical_reason().unwrap_or_default(),
            detail: &self.detail,
        };
        let body = serde_json::to_vec(&document).expect("numbers and texts are always JSON");
        let mut response = (
            self.status,
            [(header::CONTENT_TYPE, "application/problem+json")],
            body,
        )
            .into_response();
        response.extensions_mut().insert(Detail(self.detail));
        for (name, value) in self.headers {
            response.headers_mut().append(name, value);
        }
        if let Some(inside) = self.inside {
            response.extensions_mut().insert(Inside(inside));
        }
        response
    }
}
