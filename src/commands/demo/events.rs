//! The application's side of event callbacks, as small as it can be: checks the signature, counts.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::emulator::DEFAULT_TOKEN;
use crate::twilio::signature::{self, Algorithm};

/// How long events may be on their way over loopback.
const PATIENCE: Duration = Duration::from_secs(20);

/// What has arrived.
#[derive(Debug, Clone, Default)]
pub(super) struct Arrived {
    /// How often each type came.
    pub(super) types: BTreeMap<String, usize>,
    /// Requests whose signature was not Twilio's.
    pub(super) forged: usize,
}

/// A listener for event callbacks.
pub(super) struct Events {
    url: String,
    arrived: watch::Receiver<Arrived>,
}

struct Receiver {
    url: String,
    arrived: watch::Sender<Arrived>,
}

impl Events {
    /// Listens on a free port of loopback for as long as the process lives.
    pub(super) async fn listen() -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let url = format!("http://{}/events", listener.local_addr()?);
        let (sender, arrived) = watch::channel(Arrived::default());
        let receiver = Arc::new(Receiver {
            url: url.clone(),
            arrived: sender,
        });
        let router = Router::new()
            .route("/events", post(receive))
            .with_state(receiver);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { url, arrived })
    }

    pub(super) fn url(&self) -> String {
        self.url.clone()
    }

    /// Waits until an event type has come this often: events come in order, so everything before
    /// has come too.
    pub(super) async fn after(&self, kind: &str, count: usize) -> anyhow::Result<Arrived> {
        let mut arrived = self.arrived.clone();
        let enough = |so_far: &Arrived| so_far.types.get(kind).is_some_and(|seen| *seen >= count);
        let found = tokio::time::timeout(PATIENCE, arrived.wait_for(enough))
            .await
            .with_context(|| format!("no `{kind}` event arrived"))??;
        Ok(found.clone())
    }
}

async fn receive(
    State(receiver): State<Arc<Receiver>>,
    headers: HeaderMap,
    body: String,
) -> StatusCode {
    let parameters: Vec<(String, String)> = serde_html_form::from_str(&body).unwrap_or_default();
    let signature = headers
        .get(signature::HEADER)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let genuine = signature::validate(
        Algorithm::Sha1,
        DEFAULT_TOKEN,
        &receiver.url,
        &parameters,
        signature,
    );
    let kind = parameters
        .into_iter()
        .find(|(name, _)| name == "EventType")
        .map(|(_, kind)| kind);
    receiver.arrived.send_modify(|arrived| match kind {
        Some(kind) if genuine => *arrived.types.entry(kind).or_default() += 1,
        _ => arrived.forged += 1,
    });
    StatusCode::NO_CONTENT
}
