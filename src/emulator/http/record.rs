//! The recording: every exchange of the two APIs as a line of JSON in a file, for whoever judges
//! them afterwards.
//!
//! A line holds what was asked and what was answered, and never who asked: neither the
//! `Authorization` header nor anything of it is looked at. It is written before the answer leaves,
//! so that a client that has its answer finds it in the file.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes, HttpBody as _, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, header};
use axum::middleware::Next;
use axum::response::Response;
use futures::TryStreamExt as _;
use serde::Serialize;

/// A file that takes exchanges. Several emulators may write to the same one.
#[derive(Debug)]
pub(crate) struct Recorder {
    file: Mutex<File>,
}

/// Marks an answer that did not come from the APIs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ByGateway;

/// A line of the file.
#[derive(Debug, Serialize)]
struct Exchange<'a> {
    method: &'a str,
    path: &'a str,
    query: Vec<(String, String)>,
    if_match: Option<&'a str>,
    request_content_type: Option<&'a str>,
    /// What the handler read of a body that is a form.
    form: Vec<(String, String)>,
    /// What it read of a body of another kind.
    request_body: Option<&'a str>,
    status: u16,
    content_type: Option<&'a str>,
    etag: Option<&'a str>,
    /// Verbatim; `None` when it was not given whole, as the fault lab may have it.
    body: Option<&'a str>,
    /// Whether the fault lab had something in front of the API answer in its place.
    gateway: bool,
}

impl Recorder {
    /// Opens the file behind what it holds already; a new one is for its owner alone.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            // Attributes of callers are in there.
            options.mode(0o600);
        }
        Ok(Self {
            file: Mutex::new(options.open(path)?),
        })
    }

    fn write(&self, exchange: &Exchange<'_>) {
        let mut line = serde_json::to_vec(exchange).expect("an exchange has no failing parts");
        line.push(b'\n');
        // One writing per line: lines of several emulators do not mingle.
        let written = self
            .file
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .write_all(&line);
        if let Err(error) = written {
            tracing::error!(%error, "cannot write the recording");
        }
    }
}

/// The layer around authentication and the APIs.
pub(crate) async fn record(
    State(recorder): State<Arc<Recorder>>,
    request: Request,
    next: Next,
) -> Response {
    let method = request.method().clone();
    let uri = request.uri().clone();
    let if_match = text(request.headers(), &header::IF_MATCH);
    let request_content_type = text(request.headers(), &header::CONTENT_TYPE);
    let asked = Arc::new(Mutex::new(Vec::new()));
    let copy = Arc::clone(&asked);
    // Copied while it is read: a body the handler refuses to read is not read here either.
    let request = request.map(|body| {
        Body::from_stream(body.into_data_stream().inspect_ok(move |chunk: &Bytes| {
            copy.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .extend_from_slice(chunk);
        }))
    });
    let response = next.run(request).await;
    // A body of unknown length is one that trickles or breaks off on purpose: let it.
    let (response, answered) = match response.body().size_hint().exact() {
        Some(_) => whole(response).await,
        None => (response, None),
    };
    let pairs = |encoded: &[u8]| {
        url::form_urlencoded::parse(encoded)
            .into_owned()
            .collect::<Vec<_>>()
    };
    let headers = response.headers();
    let asked = std::mem::take(&mut *asked.lock().unwrap_or_else(PoisonError::into_inner));
    let asked = String::from_utf8_lossy(&asked);
    let is_form = request_content_type
        .as_deref()
        .is_none_or(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let (form, request_body) = if is_form {
        (pairs(asked.as_bytes()), None)
    } else {
        (Vec::new(), (!asked.is_empty()).then_some(&*asked))
    };
    recorder.write(&Exchange {
        method: method.as_str(),
        path: uri.path(),
        query: pairs(uri.query().unwrap_or_default().as_bytes()),
        if_match: if_match.as_deref(),
        request_content_type: request_content_type.as_deref(),
        form,
        request_body,
        status: response.status().as_u16(),
        content_type: text(headers, &header::CONTENT_TYPE).as_deref(),
        etag: text(headers, &header::ETAG).as_deref(),
        body: answered.as_deref().map(String::from_utf8_lossy).as_deref(),
        gateway: response.extensions().get::<ByGateway>().is_some(),
    });
    response
}

/// The response with its body read.
async fn whole(response: Response) -> (Response, Option<Bytes>) {
    let (parts, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(bytes) => (
            Response::from_parts(parts, Body::from(bytes.clone())),
            Some(bytes),
        ),
        Err(error) => {
            let broken = futures::stream::once(async { Err::<Bytes, _>(error) });
            (Response::from_parts(parts, Body::from_stream(broken)), None)
        }
    }
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    Some(value.to_owned())
}
