//! What a failed attempt means: which [`Error`] it is, and whether it may be repeated.

use std::error::Error as StdError;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::StatusCode;
use reqwest::header::{HeaderMap, LOCATION, RETRY_AFTER};
use serde::Deserialize;
use url::Url;

use super::client::{Request, Verb};
use super::error::{Error, Refusal};
use super::host::authority;
use super::retry::{Failure, Retry, retry_after};
use super::trace as show;

/// Characters quoted from a body that is not JSON.
const EXCERPT: usize = 160;

/// No answer, or half of one.
pub(super) fn no_answer(request: &Request, error: &reqwest::Error, timeout: Duration) -> Failure {
    let host = authority(&request.url);
    let unless_processed = if request.idempotent {
        Retry::Fault { after: None }
    } else {
        Retry::Never
    };
    if let Some(reason) = tls_failure(error) {
        return Failure {
            error: Error::Tls { host, reason },
            retry: Retry::Never,
            open: false,
        };
    }
    if error.is_connect() {
        return Failure {
            error: Error::Connect {
                host,
                reason: root_cause(error),
            },
            retry: Retry::Fault { after: None },
            open: false,
        };
    }
    let error = if error.is_timeout() {
        Error::Timeout {
            host,
            after: timeout,
        }
    } else {
        Error::Broken {
            host,
            method: request.verb.as_str(),
            path: request.url.path().to_owned(),
            reason: root_cause(error),
        }
    };
    Failure {
        error,
        retry: unless_processed,
        open: request.verb != Verb::Get,
    }
}

/// The parts of an error body, and of the problem JSON that newer hosts answer with.
#[derive(Default, Deserialize)]
struct RefusalBody {
    code: Option<u32>,
    message: Option<String>,
    more_info: Option<String>,
    title: Option<String>,
    detail: Option<String>,
}

/// An answer other than success.
pub(super) fn refused(
    request: &Request,
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
) -> Failure {
    if status.is_redirection() {
        return Failure {
            error: Error::Redirect {
                host: authority(&request.url),
                status: status.as_u16(),
                location: text_header(headers, LOCATION.as_str()).unwrap_or_default(),
            },
            retry: Retry::Never,
            open: false,
        };
    }
    let after = text_header(headers, RETRY_AFTER.as_str())
        .and_then(|value| retry_after(&value, Timestamp::now()));
    let retry = if status == StatusCode::TOO_MANY_REQUESTS {
        Retry::Refused { after }
    } else if status.is_server_error() && request.idempotent {
        Retry::Fault { after }
    } else {
        Retry::Never
    };
    let open = status.is_server_error() && request.verb != Verb::Get;
    let parsed = serde_json::from_slice::<RefusalBody>(body);
    // Whatever says 401 or 429 means it, be it a proxy with a page of its own.
    let speaks_for_itself = matches!(
        status,
        StatusCode::UNAUTHORIZED | StatusCode::TOO_MANY_REQUESTS
    );
    if parsed.is_err() && !body.is_empty() && !speaks_for_itself {
        return Failure {
            error: not_json(&request.url, status.as_u16(), body),
            retry,
            open,
        };
    }
    let parsed = parsed.unwrap_or_default();
    let message = parsed
        .message
        .filter(|message| !message.is_empty())
        .or(parsed.detail)
        .or(parsed.title)
        .unwrap_or_else(|| {
            status
                .canonical_reason()
                .unwrap_or("no reason given")
                .to_owned()
        });
    let refusal = Box::new(Refusal {
        status: status.as_u16(),
        code: parsed.code,
        message,
        more_info: parsed.more_info,
        method: request.verb.as_str(),
        path: request.url.path().to_owned(),
        request_id: text_header(headers, "twilio-request-id"),
    });
    let error = match status {
        StatusCode::UNAUTHORIZED => Error::Unauthorized(refusal),
        StatusCode::FORBIDDEN => Error::Forbidden(refusal),
        StatusCode::NOT_FOUND => Error::NotFound(refusal),
        StatusCode::PRECONDITION_FAILED => Error::PreconditionFailed(refusal),
        StatusCode::TOO_MANY_REQUESTS => Error::RateLimited {
            refusal,
            attempts: 1,
            waited: Duration::ZERO,
            asked: None,
        },
        _ => Error::Api(refusal),
    };
    Failure { error, retry, open }
}

/// A body that should have been JSON.
pub(super) fn not_json(url: &Url, status: u16, body: &[u8]) -> Error {
    let mut bare = url.clone();
    bare.set_query(None);
    Error::NotJson {
        url: Box::new(bare),
        status,
        excerpt: show::excerpt(body, EXCERPT),
    }
}

pub(super) fn text_header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// The causes of an error, itself first. An `io::Error` hides the error it was made from.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    let first: &(dyn StdError + 'static) = error;
    std::iter::successors(Some(first), |last: &&(dyn StdError + 'static)| {
        let last: &(dyn StdError + 'static) = *last;
        last.downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref)
            .map(|inner| inner as &(dyn StdError + 'static))
            .or_else(|| last.source())
    })
}

/// The innermost cause says what happened; the outer ones only where.
pub(crate) fn root_cause(error: &reqwest::Error) -> String {
    causes(error)
        .last()
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// What is wrong with the encryption, if that is what failed.
pub(crate) fn tls_failure(error: &reqwest::Error) -> Option<String> {
    causes(error)
        .find_map(|cause| cause.downcast_ref::<rustls::Error>())
        .map(ToString::to_string)
}
