//! A small server that receives callbacks and checks their signatures, and what it is used with.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use tokio::sync::mpsc;

use super::lab::{Centre, Lab};
use crate::emulator::DEFAULT_TOKEN;
use crate::twilio::signature::{Algorithm, HEADER, validate};

/// A request the receiver got.
pub(super) struct Got {
    pub(super) path: String,
    pub(super) headers: HeaderMap,
    pub(super) form: BTreeMap<String, String>,
    pub(super) signed: bool,
}

type Answers = Arc<Mutex<Vec<Response>>>;

/// Answers requests in turn with what it was given, then with 204; never when told to hang.
pub(super) struct Receiver {
    pub(super) url: String,
    pub(super) got: mpsc::UnboundedReceiver<Got>,
    /// The paths of calls that hung and were given up.
    pub(super) gone: mpsc::UnboundedReceiver<String>,
    pub(super) answers: Answers,
}

/// Tells when the caller has hung up.
struct Hanging {
    path: String,
    sender: mpsc::UnboundedSender<String>,
}

impl Drop for Hanging {
    fn drop(&mut self) {
        // At the end of a test nobody listens any more.
        let _ = self.sender.send(std::mem::take(&mut self.path));
    }
}

#[derive(Clone)]
struct Inside {
    url: String,
    sender: mpsc::UnboundedSender<Got>,
    gone: mpsc::UnboundedSender<String>,
    answers: Answers,
}

async fn receive(State(inside): State<Inside>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let bytes: Bytes = to_bytes(body, usize::MAX).await.unwrap();
    let form: Vec<(String, String)> = url::form_urlencoded::parse(&bytes).into_owned().collect();
    let path = parts.uri.to_string();
    let signature = parts.headers[HEADER].to_str().unwrap();
    let url = format!("{}{path}", inside.url);
    let signed = validate(Algorithm::Sha1, DEFAULT_TOKEN, &url, &form, signature);
    let hanging = path.starts_with("/hang").then(|| Hanging {
        path: path.clone(),
        sender: inside.gone.clone(),
    });
    inside
        .sender
        .send(Got {
            path,
            headers: parts.headers,
            form: form.into_iter().collect(),
            signed,
        })
        .unwrap();
    if hanging.is_some() {
        std::future::pending::<()>().await;
    }
    let next = inside.answers.lock().unwrap().pop();
    next.unwrap_or_else(|| StatusCode::NO_CONTENT.into_response())
}

impl Receiver {
    pub(super) async fn new(mut answers: Vec<Response>) -> Self {
        answers.reverse();
        let answers: Answers = Arc::new(Mutex::new(answers));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (sender, got) = mpsc::unbounded_channel();
        let (gone_sender, gone) = mpsc::unbounded_channel();
        let inside = Inside {
            url: url.clone(),
            sender,
            gone: gone_sender,
            answers: Arc::clone(&answers),
        };
        let router = Router::new().fallback(receive).with_state(inside);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            url,
            got,
            gone,
            answers,
        }
    }

    pub(super) async fn next(&mut self) -> Got {
        self.got.recv().await.unwrap()
    }
}

pub(super) fn instruction(body: &str) -> Response {
    (
        [(header::CONTENT_TYPE, "application/json")],
        body.to_owned(),
    )
        .into_response()
}

/// Waits until an alert of this code is there.
pub(super) async fn alert(lab: &Lab, code: u64) -> Value {
    loop {
        let list = lab.get("/_emulator/alerts").await.ok();
        let found = list["alerts"]
            .as_array()
            .unwrap()
            .iter()
            .find(|alert| alert["code"] == code)
            .cloned();
        match found {
            Some(alert) => return alert,
            None => tokio::task::yield_now().await,
        }
    }
}

/// A centre with a worker whose workflow asks these paths of the receiver.
pub(super) async fn asking(receiver: &Receiver, path: &str, fallback: &str) -> Centre {
    let url = format!("{}{path}", receiver.url);
    let fallback = format!("{}{fallback}", receiver.url);
    let centre = Centre::with(
        Lab::new(),
        &[
            ("AssignmentCallbackUrl", &url),
            ("FallbackAssignmentCallbackUrl", &fallback),
        ],
    )
    .await;
    centre.worker("dave", "Available").await;
    centre
}

pub(super) async fn until_status(centre: &Centre, task: &str, status: &str) {
    while centre.task_status(task).await != status {
        tokio::task::yield_now().await;
    }
}
