//! Who may read: a password or a token from the settings, checked against its argon2 hash; nobody
//! is asked on a server that only its own machine reaches.

mod attempts;
mod door;
mod password;
mod viewer;

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretString;

pub use password::{HashError, PasswordHash, new_secret};
pub use viewer::{Role, Viewer};

pub(super) use door::{Door, Refusal};
pub(super) use password::random;

use door::Kind;

use super::caller::Caller;
use super::problem::Problem;
use super::shared::Shared;

/// What is asked for where credentials are missing.
const CHALLENGE: &str = "Basic realm=\"trctl\", charset=\"UTF-8\"";

/// Lets those through who may read, each with their [`Viewer`].
pub(crate) async fn admit(
    State(shared): State<Arc<Shared>>,
    mut request: Request,
    next: Next,
) -> Response {
    if is_forged(&shared, &request) {
        return Problem::new(StatusCode::FORBIDDEN, "a request of another site").into_response();
    }
    let caller = request.extensions().get::<Caller>().cloned();
    let given = request.headers().get(header::AUTHORIZATION).cloned();
    match viewer(&shared, caller, given).await {
        Ok(viewer) => {
            request.extensions_mut().insert(viewer);
            next.run(request).await
        }
        Err(problem) => problem.into_response(),
    }
}

/// Lets those through whose role is this or more; behind [`admit`].
pub(super) async fn require(State(least): State<Role>, request: Request, next: Next) -> Response {
    let viewer = request.extensions().get::<Arc<Viewer>>();
    if viewer.is_some_and(|viewer| viewer.role >= least) {
        return next.run(request).await;
    }
    Problem::new(
        StatusCode::FORBIDDEN,
        format!("this is for the role `{least}`"),
    )
    .into_response()
}

async fn viewer(
    shared: &Shared,
    caller: Option<Caller>,
    given: Option<HeaderValue>,
) -> Result<Arc<Viewer>, Problem> {
    let Some(caller) = caller else {
        return Err(Problem::internal("a request without its caller"));
    };
    let Some(given) = given else {
        if shared.config.open_to_this_machine() && caller.local {
            return Ok(shared.door.anybody());
        }
        return Err(unauthorized("log in to read this"));
    };
    let Some(Credentials { kind, name, secret }) = credentials(&given) else {
        return Err(unauthorized(
            "the `Authorization` header is neither basic credentials nor a bearer token",
        ));
    };
    let admitted = shared.door.check(kind, &name, secret, caller.address).await;
    admitted.map_err(|refusal| {
        shared.metrics.failed_logins.inc();
        match refusal {
            Refusal::Wrong => {
                tracing::warn!(address = %caller.address, "a log-in failed");
                unauthorized("the name or its secret is wrong")
            }
            Refusal::TooMany(wait) => Problem::new(
                StatusCode::TOO_MANY_REQUESTS,
                "too many failed log-ins; wait before the next",
            )
            .retry_after(wait),
        }
    })
}

fn unauthorized(detail: &str) -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, detail).with_header(
        header::WWW_AUTHENTICATE,
        HeaderValue::from_static(CHALLENGE),
    )
}

struct Credentials {
    kind: Kind,
    name: String,
    secret: SecretString,
}

/// `Basic base64(name:password)`, or `Bearer name.secret`.
fn credentials(header: &HeaderValue) -> Option<Credentials> {
    let (scheme, rest) = header.to_str().ok()?.split_once(' ')?;
    let rest = rest.trim();
    if scheme.eq_ignore_ascii_case("bearer") {
        let (name, secret) = rest.split_once('.')?;
        return Some(Credentials {
            kind: Kind::Token,
            name: name.to_owned(),
            secret: secret.into(),
        });
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = String::from_utf8(STANDARD.decode(rest).ok()?).ok()?;
    let (name, secret) = pair.split_once(':')?;
    Some(Credentials {
        kind: Kind::Password,
        name: name.to_owned(),
        secret: secret.into(),
    })
}

/// Whether a browser was made to send this by a page of another site. Browsers send passwords they
/// know along with whatever a page makes them send, so what changes something must come from here.
pub(super) fn is_forged(shared: &Shared, request: &Request) -> bool {
    if matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    ) {
        return false;
    }
    let headers = request.headers();
    if let Some(site) = text(headers, "sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(headers, "origin") else {
        return false;
    };
    let own_host = text(headers, "host").is_some_and(|host| {
        origin
            .split_once("://")
            .is_some_and(|(_, from)| from == host)
    });
    let public = shared.config.way.public_url.as_ref();
    !own_host && public.is_none_or(|public| public.origin() != origin)
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
