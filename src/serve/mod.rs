//! `trctl serve`: answers every webhook of a contact centre, keeps its events and answers questions
//! about them.
//!
//! Start one with [`Server::start`]. Routes come in three kinds: Twilio's, which only Twilio gets
//! through to (`signature`); those that are read, by whom the settings let in (`access`), one of them
//! (`hours`) by Twilio as well; and those that tell how the server is, which ask nobody.

pub mod access;
mod agent;
pub mod assignment;
pub mod backfill;
mod board;
mod body;
mod caller;
mod config;
mod connection;
pub mod directory;
mod events;
mod events_stream;
pub mod flow;
mod frame;
mod health;
pub mod history;
mod hours;
mod live;
mod look;
mod metrics;
mod network;
mod openapi;
mod pages;
pub mod parameters;
mod patience;
pub mod policy;
mod problem;
mod query;
pub mod register;
mod retired;
mod seldom;
pub mod settings;
mod shared;
mod signature;
mod stats;
mod upkeep;
pub mod verify;
pub mod voice;
mod webhooks;
mod work_queue;

#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::http::{StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;

pub use agent::AgentSettings;
pub use config::{Config, Signing};
pub use network::Network;
pub use settings::{PublicUrl, ServeSettings};
pub use upkeep::Upkeep;

use crate::cli::reachable;
use crate::events::EventStore;
use crate::twilio::Client;
use access::Role;
use problem::Problem;
use shared::Shared;

/// Why a server did not start or did not end well.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The port is taken or not allowed.
    #[error("cannot listen on {address}")]
    Listen {
        /// Where it should have listened.
        address: SocketAddr,
        /// Why not.
        source: std::io::Error,
    },
    /// The system gives no random numbers.
    #[error("cannot set up log-ins")]
    Access(#[from] access::HashError),
    /// It would believe everybody.
    #[error("without signatures the server listens on loopback only, not on {0}")]
    Unsigned(SocketAddr),
    /// The server broke.
    #[error("the server ended")]
    Serve(#[source] tokio::task::JoinError),
}

/// What a server stands on.
pub struct Parts {
    /// How it is set up.
    pub config: Config,
    /// What keeps the events; closed when the server ends.
    pub store: Arc<dyn EventStore>,
    /// For what talks to Twilio.
    pub client: Client,
}

/// A server that does not listen yet.
pub struct Server {
    shared: Arc<Shared>,
}

impl Server {
    /// A server on these parts.
    ///
    /// # Errors
    /// It would believe everybody, or the system gives no random numbers.
    pub fn new(parts: Parts) -> Result<Self, Error> {
        let address = parts.config.address();
        // Whoever comes through a proxy or a tunnel is refused when they come.
        if parts.config.auth_token.is_none() && !address.ip().is_loopback() {
            return Err(Error::Unsigned(address));
        }
        Ok(Self {
            shared: Arc::new(Shared::new(parts)?),
        })
    }

    /// The whole HTTP surface.
    pub fn router(&self) -> Router {
        router(&self.shared)
    }

    /// Listens and serves until it is stopped.
    ///
    /// # Errors
    /// As [`Server::new`], or the port is taken.
    pub async fn start(parts: Parts) -> Result<Running, Error> {
        let wanted = parts.config.address();
        let server = Self::new(parts)?;
        let cannot = |source| Error::Listen {
            address: wanted,
            source,
        };
        let listener = TcpListener::bind(wanted).await.map_err(cannot)?;
        let address = listener.local_addr().map_err(cannot)?;
        let router = server.router();
        let shared = server.shared;
        look::recall(&shared).await;
        look::keep(&shared);
        upkeep::keep_figures(&shared);
        upkeep::keep(&shared);
        work_queue::resume(&shared);
        let serving = tokio::spawn({
            let shared = Arc::clone(&shared);
            async move {
                let answered = connection::serve(listener, router, Arc::clone(&shared)).await;
                let patience = shared.config.settings.limits.shutdown_timeout;
                // What is not done by then is done by the next server.
                let _ = tokio::time::timeout(patience, shared.work.drain()).await;
                shared.store.close().await;
                answered
            }
        });
        Ok(Running {
            address,
            shared,
            serving,
        })
    }
}

/// A server that listens.
pub struct Running {
    address: SocketAddr,
    shared: Arc<Shared>,
    serving: JoinHandle<bool>,
}

/// Stops a server from elsewhere.
#[derive(Debug, Clone)]
pub struct Stop(CancellationToken);

impl Stop {
    /// Takes no more requests; those being answered are finished.
    pub fn stop(&self) {
        self.0.cancel();
    }
}

impl Running {
    /// Where it listens, with the port it really got.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The URL on this machine: `http://127.0.0.1:8000`.
    pub fn url(&self) -> String {
        format!("http://{}", reachable(self.address))
    }

    /// A handle to stop it with.
    pub fn stop_handle(&self) -> Stop {
        Stop(self.shared.stop.clone())
    }

    /// Waits until somebody stops it, requests are answered and the store is closed. Tells whether
    /// every request was answered in time.
    ///
    /// # Errors
    /// The server broke.
    pub async fn finished(self) -> Result<bool, Error> {
        self.serving.await.map_err(Error::Serve)
    }

    /// Stops it and waits for the end.
    ///
    /// # Errors
    /// As [`Running::finished`].
    pub async fn shut_down(self) -> Result<bool, Error> {
        self.stop_handle().stop();
        self.finished().await
    }
}

fn router(shared: &Arc<Shared>) -> Router {
    let state = || Arc::clone(shared);
    let twilio = events::routes()
        .merge(webhooks::routes())
        .route_layer(from_fn_with_state(state(), signature::check));
    // Whose role is less than the one named here is told so.
    let reading = Router::new()
        .merge(of_role(
            Role::Viewer,
            stats::figures().merge(board::routes()),
        ))
        .merge(of_role(
            Role::Lead,
            stats::lists().merge(events_stream::routes()),
        ))
        .merge(of_role(
            Role::Admin,
            Router::new().route("/metrics", get(metrics::show)),
        ))
        .route_layer(from_fn_with_state(state(), access::admit));
    let panicked = {
        let shared = state();
        move |panic: Box<dyn std::any::Any + Send>| frame::panicked(&shared, panic.as_ref())
    };
    twilio
        .merge(reading)
        .merge(hours::routes(shared))
        .merge(health::routes())
        .merge(openapi::routes())
        .merge(board::moved())
        .merge(agent::routes())
        .merge(pages::routes(files()))
        .fallback(unknown_path)
        .method_not_allowed_fallback(unknown_method)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(state(), frame::frame))
        .with_state(state())
}

/// Everything that pages load.
fn files() -> Vec<&'static pages::Asset> {
    let all = pages::files().into_iter().chain(board::files());
    all.chain(agent::files()).collect()
}

/// Routes for those who have this role, or one that may more.
fn of_role(least: Role, routes: Router<Arc<Shared>>) -> Router<Arc<Shared>> {
    routes.route_layer(from_fn_with_state(least, access::require))
}

async fn unknown_path(uri: Uri) -> Response {
    match retired::replacement(uri.path()) {
        Some(instead) => Problem::new(StatusCode::GONE, instead).into_response(),
        None => Problem::not_found("there is nothing here").into_response(),
    }
}

async fn unknown_method() -> Response {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "this is not done with this method",
    )
    .into_response()
}
