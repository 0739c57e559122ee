//! What a handler needs of a request.

use std::sync::Arc;

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, OriginalUri, Request};
use axum::http::{HeaderMap, Uri, header};

use super::{Params, Problem};
use crate::emulator::shared::Shared;
use crate::emulator::tls::OverTls;

/// The largest body that is read: a workflow configuration at its limit, all of it escaped.
const LARGEST_BODY: usize = 4 * 1024 * 1024;

/// A request, read.
#[derive(Debug)]
pub(crate) struct Call {
    /// `http://127.0.0.1:8765`, as the client calls the server; URLs in answers start with it.
    pub(crate) origin: String,
    /// The path without the query.
    pub(crate) path: String,
    /// The query's parameters and behind them the form's.
    pub(crate) params: Params,
    /// The body, when the client says that it is JSON.
    pub(crate) json: Option<Bytes>,
    /// What the client believes the version to be.
    pub(crate) if_match: IfMatch,
}

impl FromRequest<Arc<Shared>> for Call {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &Arc<Shared>) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        // Below a nested router the request's own URI lacks the prefix.
        let uri = match parts.extensions.get::<OriginalUri>() {
            Some(OriginalUri(uri)) => uri,
            None => &parts.uri,
        };
        let over_tls = parts.extensions.get::<OverTls>().is_some();
        let mut params = Params::default();
        let mut json = None;
        if let Some(query) = uri.query() {
            params.read(query.as_bytes());
        }
        // A GET may carry the form content type without having a body.
        if parts.method == axum::http::Method::POST {
            let bytes = to_bytes(body, LARGEST_BODY)
                .await
                .map_err(|_| Problem::invalid("The request body is too large or was cut off"))?;
            if is_json(&parts.headers) {
                json = Some(bytes);
            } else {
                params.read(&bytes);
            }
        }
        Ok(Self {
            origin: origin(uri, &parts.headers, over_tls),
            path: uri.path().to_owned(),
            params,
            json,
            if_match: IfMatch::read(&parts.headers),
        })
    }
}

impl Call {
    pub(crate) fn not_found(&self) -> Problem {
        Problem::not_found(&self.path)
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .and_then(|kind| kind.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// Scheme and authority under which the client knows this server. Forwarding headers are not
/// trusted: a page link must lead back to where its credentials went.
fn origin(uri: &Uri, headers: &HeaderMap, over_tls: bool) -> String {
    let scheme = if over_tls {
        "https"
    } else {
        uri.scheme_str().unwrap_or("http")
    };
    let authority = uri
        .authority()
        .map(axum::http::uri::Authority::as_str)
        .or_else(|| headers.get(header::HOST)?.to_str().ok())
        .unwrap_or("127.0.0.1");
    format!("{scheme}://{authority}")
}

/// The version a client wants to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum IfMatch {
    /// Whatever it is now.
    Any,
    /// One of these; none when the header is not a version at all.
    Versions(Vec<u32>),
}

impl IfMatch {
    /// Reads `0`, `"0"`, `W/"0"`, lists of them, and `*`.
    fn read(headers: &HeaderMap) -> Self {
        let Some(value) = headers.get(header::IF_MATCH) else {
            return Self::Any;
        };
        let Ok(text) = value.to_str() else {
            return Self::Versions(Vec::new());
        };
        if text.trim() == "*" {
            return Self::Any;
        }
        Self::Versions(
            text.split(',')
                .filter_map(|tag| {
                    let tag = tag.trim();
                    let tag = tag.strip_prefix("W/").unwrap_or(tag);
                    tag.trim_matches('"').parse().ok()
                })
                .collect(),
        )
    }

    /// Refuses a change of a version the client does not know.
    pub(crate) fn check(&self, version: Option<u32>) -> Result<(), Problem> {
        match (self, version) {
            (Self::Versions(wanted), Some(version)) if !wanted.contains(&version) => {
                Err(Problem::precondition_failed())
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_in_every_spelling() {
        for (text, matches) in [
            ("3", true),
            ("\"3\"", true),
            ("W/\"3\"", true),
            ("1, \"3\"", true),
            ("*", true),
            ("2", false),
            ("abc", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_MATCH, text.parse().unwrap());
            let read = IfMatch::read(&headers);
            assert_eq!(read.check(Some(3)).is_ok(), matches, "{text}");
        }
        assert!(IfMatch::read(&HeaderMap::new()).check(Some(3)).is_ok());
    }

    #[test]
    fn the_origin_is_the_one_the_client_called() {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "localhost:8765".parse().unwrap());
        headers.insert("x-forwarded-proto", "https".parse().unwrap());
        let relative: Uri = "/v1/Workspaces".parse().unwrap();
        assert_eq!(origin(&relative, &headers, false), "http://localhost:8765");
        assert_eq!(origin(&relative, &headers, true), "https://localhost:8765");
        let absolute: Uri = "https://taskrouter.twilio.com/v1".parse().unwrap();
        assert_eq!(
            origin(&absolute, &headers, false),
            "https://taskrouter.twilio.com"
        );
    }
}
