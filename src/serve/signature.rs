//! Lets only Twilio through: every request to Twilio's routes is checked against its signature,
//! read once, and handed on as a [`TwilioRequest`].

use std::ops::Deref;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use secrecy::{ExposeSecret as _, SecretString};

use super::body;
use super::caller::Peer;
use super::problem::Problem;
use super::shared::Shared;
use crate::model::Pairs;
use crate::twilio::signature::{self, Algorithm, Key};

/// A request of Twilio's, read and checked: `Extension<TwilioRequest>` in its handlers. Clones are
/// cheap.
#[derive(Debug, Clone)]
pub(crate) struct TwilioRequest(Arc<Content>);

/// What a request says.
#[derive(Debug)]
pub(crate) struct Content {
    /// The fields of a form, decoded, in their order; empty for anything else.
    pub(crate) form: Pairs,
    /// The parameters of the URL, decoded, in their order.
    pub(crate) query: Pairs,
    /// The body as it came.
    pub(crate) body: Bytes,
    /// Whether the body is a form.
    pub(crate) is_form: bool,
}

impl Deref for TwilioRequest {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.0
    }
}

/// How Twilio signs.
#[derive(Debug)]
pub(super) struct Seal {
    key: Key,
}

impl Seal {
    pub(super) fn new(token: &SecretString) -> Self {
        Self {
            key: Key::new(Algorithm::Sha1, token.expose_secret()),
        }
    }
}

/// A request that Twilio did not sign.
struct Forged(&'static str);

/// Goes around Twilio's routes.
pub(super) async fn check(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let way = &shared.config.way;
    let peer = parts.extensions.get::<Peer>().copied();
    let url = way.url(peer, &parts.headers, &parts.uri);
    // Who is believed without a signature must be on this machine, whoever stands in between.
    if shared.seal.is_none() && !way.caller(peer, &parts.headers).local {
        return refuse(&shared, "remote", &url);
    }
    let method = parts.method.clone();
    match read(&shared, &method, &parts.headers, &url, body).await {
        Ok(Ok((body, form))) => {
            let query = parts.uri.query().unwrap_or_default().as_bytes();
            let content = Content {
                is_form: form.is_some(),
                form: form.unwrap_or_default(),
                query: Pairs::of_form(query),
                body,
            };
            parts.extensions.insert(TwilioRequest(Arc::new(content)));
            next.run(Request::from_parts(parts, Body::empty())).await
        }
        Ok(Err(Forged(reason))) => refuse(&shared, reason, &url),
        Err(problem) => problem.into_response(),
    }
}

/// The body and, if it is one, its form.
type Read = (Bytes, Option<Pairs>);

async fn read(
    shared: &Shared,
    method: &Method,
    headers: &HeaderMap,
    url: &str,
    body: Body,
) -> Result<Result<Read, Forged>, Problem> {
    let limits = &shared.config.settings.limits;
    let given = match &shared.seal {
        Some(seal) => match signature_in(headers) {
            Ok(given) => Some((&seal.key, given)),
            Err(forged) => return Ok(Err(forged)),
        },
        None => None,
    };
    if is_form(headers) && *method != Method::GET && *method != Method::HEAD {
        let body = body::read(headers, body, limits.form_bytes, limits.body_timeout).await?;
        let form = Pairs::of_form(&body);
        if let Some((key, given)) = given {
            let fields: Vec<_> = form.iter().collect();
            if !key.validate(url, &fields, given) {
                return Ok(Err(Forged("wrong")));
            }
        }
        return Ok(Ok((body, Some(form))));
    }
    // The signature is the URL's: it is checked before anything more is read.
    if let Some((key, given)) = given
        && !key.validate_url(url, given)
    {
        return Ok(Err(Forged("wrong")));
    }
    if matches!(*method, Method::GET | Method::HEAD) {
        return Ok(Ok((Bytes::new(), None)));
    }
    let _turn = shared.batches.acquire().await.ok();
    let body = body::read(headers, body, limits.batch_bytes, limits.body_timeout).await?;
    // Without a hash in the URL nothing vouches for a body.
    let intact =
        body.is_empty() && !signature::names_body_hash(url) || signature::has_body_hash(url, &body);
    if given.is_some() && !intact {
        return Ok(Err(Forged("body")));
    }
    Ok(Ok((body, None)))
}

fn signature_in(headers: &HeaderMap) -> Result<&str, Forged> {
    let text = |name| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or("not text"))
    };
    match Algorithm::from_settings(text(signature::SETTINGS_HEADER)) {
        Some(Algorithm::Sha1) => text(signature::HEADER).ok_or(Forged("missing")),
        // Signed with a shared key, whose secret nobody has told.
        Some(Algorithm::Sha256) | None => Err(Forged("algorithm")),
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| {
            kind.trim()
                .eq_ignore_ascii_case("application/x-www-form-urlencoded")
        })
}

fn refuse(shared: &Shared, reason: &'static str, url: &str) -> Response {
    let before = shared.metrics.signature_refused(reason);
    // Ever more seldom: whoever floods the server shall not flood its log.
    if (before + 1).is_power_of_two() {
        let url = url.split('?').next().unwrap_or_default();
        let refused = before + 1;
        if shared.seal.is_some() {
            tracing::warn!(
                reason,
                url,
                refused,
                "a request was not signed by Twilio; if it was Twilio's, the auth token or the \
                 public URL is another"
            );
        } else {
            tracing::warn!(
                reason,
                url,
                refused,
                "without signatures nobody is believed but this machine itself"
            );
        }
    }
    Problem::new(StatusCode::FORBIDDEN, "not signed by Twilio").into_response()
}
