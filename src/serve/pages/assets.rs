//! Styles, scripts and pictures that pages load: part of the program, under names that change with
//! what is in them, so that browsers keep them for ever and never have an old one.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use sha2::{Digest as _, Sha256};

use crate::serve::problem::Problem;
use crate::serve::shared::Shared;

/// What a file is to a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::serve) enum Kind {
    /// A style sheet.
    Style,
    /// A script, run once the page is there.
    Script,
    /// A picture.
    Picture,
}

impl Kind {
    const fn extension(self) -> &'static str {
        match self {
            Self::Style => "css",
            Self::Script => "js",
            Self::Picture => "svg",
        }
    }

    const fn media_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Style => "text/css; charset=utf-8",
            Self::Script => "text/javascript; charset=utf-8",
            Self::Picture => "image/svg+xml",
        })
    }
}

/// A file that pages load.
#[derive(Debug)]
pub(in crate::serve) struct Asset {
    name: &'static str,
    kind: Kind,
    text: &'static str,
    file: OnceLock<String>,
}

impl Asset {
    /// A file with what is in it.
    pub(in crate::serve) const fn new(name: &'static str, kind: Kind, text: &'static str) -> Self {
        Self {
            name,
            kind,
            text,
            file: OnceLock::new(),
        }
    }

    pub(super) const fn kind(&self) -> Kind {
        self.kind
    }

    /// `page.0123456789abcdef.css`
    fn file(&self) -> &str {
        self.file.get_or_init(|| {
            let digest = hex::encode(&Sha256::digest(self.text)[..8]);
            format!("{}.{digest}.{}", self.name, self.kind.extension())
        })
    }

    /// Where it is, from the root of the server.
    pub(super) fn path(&self) -> String {
        format!("assets/{}", self.file())
    }
}

/// The files of all pages, for everybody: there is nothing in them that is not in the program.
pub(in crate::serve) fn routes(files: Vec<&'static Asset>) -> Router<Arc<Shared>> {
    let show = move |path: Result<Path<String>, _>, headers: HeaderMap| {
        let wanted = path.ok().map(|Path(file): Path<String>| file);
        let found = files
            .iter()
            .find(|asset| Some(asset.file()) == wanted.as_deref());
        let answer = found.map(|asset| sent(asset, &headers));
        std::future::ready(answer.ok_or_else(|| Problem::not_found("there is no such file")))
    };
    Router::new().route("/assets/{file}", get(show))
}

fn sent(asset: &Asset, headers: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", asset.file());
    let is_known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|known| known.trim().trim_start_matches("W/") == tag);
    let kept = [
        (
            header::ETAG,
            HeaderValue::try_from(tag).expect("names of files are visible ASCII"),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        ),
    ];
    if is_known {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    let shown = [(header::CONTENT_TYPE, asset.kind.media_type())];
    (kept, shown, asset.text).into_response()
}
