//! The part of the 2010 API that a contact centre looks at: the account, conferences and their
//! participants, voice queues and their members, calls, numbers (<https://www.twilio.com/docs/voice/api>).
//!
//! What exists was put there at the control endpoint and ends when it is told to, or is a call that
//! the telephone network plays ([`super::telephone`]), which is told then.

mod accounts;
mod calls;
mod conferences;
mod listing;
mod numbers;
mod queues;
mod recordings;
mod state;

use std::sync::Arc;

use axum::Router;
use axum::extract::{OriginalUri, Request as HttpRequest};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};

pub(crate) use numbers::SeedNumber;
pub(crate) use recordings::RecordingRow;
pub(crate) use state::{ParticipantRow, SeedCall, SeedConference, SeedVoiceQueue, Voice, in_line};

use super::http::{Call as Request, Problem};
use super::shared::Shared;
use super::telephone::Method;

/// All routes below `/2010-04-01`.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .merge(accounts::routes())
        .merge(calls::routes())
        .merge(conferences::routes())
        .merge(numbers::routes())
        .merge(queues::routes())
        .merge(recordings::routes())
        .layer(from_fn(json_only))
}

/// Without the suffix Twilio answers in XML, which is not spoken here; a client that forgot it
/// had better notice.
async fn json_only(OriginalUri(uri): OriginalUri, request: HttpRequest, next: Next) -> Response {
    if uri.path().ends_with(JSON) {
        next.run(request).await
    } else {
        Problem::not_found(uri.path()).into_response()
    }
}

/// The version of the API, as resources name it.
pub(crate) const API_VERSION: &str = "2010-04-01";

/// What every path ends with.
const JSON: &str = ".json";

/// Other accounts do not exist here.
fn check_account(shared: &Shared, account: &str, request: &Request) -> Result<(), Problem> {
    if account.parse() == Ok(shared.account) {
        Ok(())
    } else {
        Err(request.not_found())
    }
}

/// The SID or name in front of `.json`.
fn bare(segment: &str) -> &str {
    segment.strip_suffix(JSON).unwrap_or(segment)
}

/// Unlike `TaskRouter`, this API takes `true` alone for true; an empty value counts as none.
fn flag(request: &Request, name: &str) -> Option<bool> {
    request
        .params
        .given(name)
        .map(|text| text.eq_ignore_ascii_case("true"))
}

/// A URL and its method.
fn webhook(
    request: &Request,
    name: &str,
    method: &str,
) -> Result<Option<(String, Method)>, Problem> {
    let Some(url) = request.params.given(name) else {
        return Ok(None);
    };
    if !url.starts_with("http://") && !url.starts_with("https://") {
        return Err(Problem::new(
            StatusCode::BAD_REQUEST,
            21205,
            format!("{name}: `{url}` is not a valid URL"),
        ));
    }
    let method = Method::of(request.params.given(method));
    Ok(Some((url.to_owned(), method)))
}
