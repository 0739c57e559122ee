//! A Twilio look-alike on loopback: the TaskRouter REST API over the routing engine, a small part
//! of the 2010 voice API, signed callbacks, and control endpoints for tests.
//!
//! Start one with [`Emulator::start`], or take [`Emulator::router`] and call it without a port.
//! Nothing in here talks to Twilio, and nothing uses the REST client; signatures and connection
//! overrides are shared with it.

mod agents;
mod alerts;
mod callbacks;
mod clock;
mod config;
mod control;
pub mod data;
mod event;
mod event_log;
pub mod faults;
mod http;
pub(crate) mod instruction;
mod order;
pub mod seed;
mod shared;
mod statistics;
mod taskrouter;
mod telephone;
pub mod tls;
mod voice;

#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::OriginalUri;
use axum::extract::connect_info::Connected;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse as _;
use axum::serve::{IncomingStream, Listener};
use axum::{Extension, Router};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;

pub use agents::{AgentFigures, AgentsReport, ArrivalFigures, BehaviourError};
pub use alerts::Alert;
pub use callbacks::{CallbackKind, CallbackRecord};
pub use config::{ApiKey, Clock, Config, DEFAULT_ACCOUNT, DEFAULT_PORT, DEFAULT_TOKEN};
pub use control::{
    ActivityView, ClockMode, ClockReport, Inspection, QueueView, ReservationView, WorkspaceView,
};
pub use faults::FaultPlan;
pub use telephone::Step;

use agents::Agents;
use callbacks::Callbacks;
use event_log::EventLog;
use faults::{Faults, Severable, Switch};
use http::{Credentials, Problem, Quotas, Recorder};
use shared::{Parts, Shared, World};
use telephone::Network;
use tls::{Door, DoorError, OverTls};
use voice::Voice;

use crate::cli::reachable;
use crate::routing::engine::Engine;

/// Why an emulator did not start or did not end well.
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
    /// The certificate authority.
    #[error(transparent)]
    Authority(#[from] tls::AuthorityError),
    /// The server broke.
    #[error("the server ended")]
    Serve(#[source] std::io::Error),
    /// The data file.
    #[error(transparent)]
    Data(#[from] data::DataError),
    /// The seed file.
    #[error(transparent)]
    Seed(#[from] seed::SeedError),
    /// The fault plan.
    #[error(transparent)]
    Faults(#[from] faults::PlanError),
    /// The recording.
    #[error("cannot write the recording `{}`", path.display())]
    Record {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
}

/// Looks whether a file of behaviours of simulated agents says what it should, apart from the names
/// in it.
///
/// # Errors
/// It does not.
pub fn check_behaviours(text: &str) -> Result<(), BehaviourError> {
    agents::Script::parse(text).map(drop)
}

/// The form of the callback an event would be posted as, for who reads such forms.
#[cfg(test)]
pub(crate) fn event_form(
    account: crate::model::sid::AccountSid,
    event: &crate::routing::engine::Event,
) -> Vec<(&'static str, String)> {
    event::form(account, event)
}

/// An emulator that does not listen yet. Make it, and use its router, inside a Tokio runtime.
#[derive(Debug)]
pub struct Emulator {
    shared: Arc<Shared>,
    recorder: Option<Arc<Recorder>>,
    saver: Option<JoinHandle<Result<(), data::DataError>>>,
}

impl Emulator {
    /// An emulator with the state of its data file, or that of its seed file, or none.
    ///
    /// # Errors
    /// When one of the files cannot be read or does not hold what it should.
    pub fn new(config: &Config) -> Result<Self, Error> {
        config.faults.check()?;
        let recorder = config
            .record_file
            .as_deref()
            .map(|path| {
                Recorder::open(path)
                    .map(Arc::new)
                    .map_err(|source| Error::Record {
                        path: path.to_owned(),
                        source,
                    })
            })
            .transpose()?;
        let now = match config.clock {
            Clock::Real => clock::system(),
            Clock::Manual(moment) => moment,
        };
        let stored = match &config.data_file {
            Some(path) => data::load(path, config.account_sid)?,
            None => None,
        };
        let fresh = stored.is_none();
        let kept = stored.unwrap_or_else(|| data::Kept {
            engine: Engine::new(config.account_sid, config.seed, now),
            voice: Voice::new(config.seed),
            network: Network::default(),
            agents: Agents::default(),
            events: EventLog::default(),
            clock: None,
        });
        let mut world = World::new(kept, config.clock);
        if fresh && let Some(path) = &config.seed_file {
            seed::apply(path, &mut world.engine, &mut world.voice, now)?;
        }
        let mut pairs = vec![(config.account_sid.to_string(), config.auth_token.clone())];
        pairs.extend(
            config
                .api_keys
                .iter()
                .map(|key| (key.sid.clone(), key.secret.clone())),
        );
        let shared = Arc::new(Shared::new(Parts {
            world,
            credentials: Credentials(pairs),
            callbacks: Callbacks::new(config.auth_token.clone(), config.events_at_once),
            faults: Faults::new(config.faults.clone()),
            quotas: Quotas::new(config.enforce_rate_limits),
            seed: config.seed,
        }));
        // What the seed file caused happens now, not with the first request.
        shared.catch_up();
        tokio::spawn(clock::drive(Arc::clone(&shared)));
        if let Some(path) = &config.data_file {
            // A place that cannot be written is told now, not when everything is lost.
            data::save(&shared, path)?;
        }
        let saver = config
            .data_file
            .clone()
            .map(|path| tokio::spawn(data::keep(Arc::clone(&shared), path)));
        Ok(Self {
            shared,
            recorder,
            saver,
        })
    }

    /// The whole HTTP surface.
    pub fn router(&self) -> Router {
        router(&self.shared, self.recorder.as_ref())
    }

    /// Listens and serves until it is stopped.
    ///
    /// # Errors
    /// When a file cannot be used or the port is taken.
    pub async fn start(config: &Config) -> Result<Running, Error> {
        let (listener, address) = listen(config.bind).await?;
        let proxy = match config.tls.as_ref().and_then(|tls| tls.connect_proxy) {
            Some(address) => Some(listen(address).await?),
            None => None,
        };
        let (proxy, proxy_address) = proxy.unzip();
        let emulator = Self::new(config)?;
        let router = emulator.router();
        let stop = emulator.shared.stop.clone();
        let listener = Severable(listener);
        let server = if let Some(tls) = &config.tls {
            let proxy = proxy.map(Severable);
            let door = Door::open(tls, listener, proxy, &stop).map_err(|error| match error {
                DoorError::Authority(error) => Error::Authority(error),
                DoorError::Socket(source) => Error::Listen { address, source },
            })?;
            serve(door, router.layer(Extension(OverTls)), stop)
        } else {
            serve(listener, router, stop)
        };
        Ok(Running {
            address,
            tls: config.tls.is_some(),
            proxy: proxy_address,
            emulator,
            server,
        })
    }
}

async fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), Error> {
    let cannot = |source| Error::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(cannot)?;
    let address = listener.local_addr().map_err(cannot)?;
    Ok((listener, address))
}

fn serve<L>(listener: L, router: Router, stop: CancellationToken) -> JoinHandle<std::io::Result<()>>
where
    L: Listener<Addr = Switch>,
    for<'a> Switch: Connected<IncomingStream<'a, L>>,
{
    let service = router.into_make_service_with_connect_info::<Switch>();
    tokio::spawn(async move {
        axum::serve(listener, service)
            .with_graceful_shutdown(stop.cancelled_owned())
            .await
    })
}

impl Drop for Emulator {
    /// The clock must not outlive the emulator.
    fn drop(&mut self) {
        self.shared.stop.cancel();
    }
}

/// An emulator that listens.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    tls: bool,
    proxy: Option<SocketAddr>,
    emulator: Emulator,
    server: JoinHandle<std::io::Result<()>>,
}

/// Stops an emulator from elsewhere.
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

    /// The base URL for clients: `http://127.0.0.1:8765`, with `https` over TLS.
    pub fn url(&self) -> String {
        let scheme = if self.tls { "https" } else { "http" };
        format!("{scheme}://{}", reachable(self.address))
    }

    /// The URL of the `CONNECT` proxy, if there is one: `http://127.0.0.1:8766`.
    pub fn proxy(&self) -> Option<String> {
        self.proxy
            .map(|address| format!("http://{}", reachable(address)))
    }

    /// A handle to stop it with.
    pub fn stop_handle(&self) -> Stop {
        Stop(self.emulator.shared.stop.clone())
    }

    /// Waits until somebody stops it and everything is saved.
    ///
    /// # Errors
    /// When the server broke or the data file cannot be written.
    pub async fn finished(mut self) -> Result<(), Error> {
        let served = (&mut self.server).await;
        self.emulator.shared.stop.cancel();
        if let Some(saver) = self.emulator.saver.take()
            && let Ok(saved) = saver.await
        {
            saved?;
        }
        match served {
            Ok(outcome) => outcome.map_err(Error::Serve),
            Err(panic) => Err(Error::Serve(std::io::Error::other(panic))),
        }
    }

    /// Stops it and waits for the end.
    ///
    /// # Errors
    /// As [`Running::finished`].
    pub async fn shut_down(self) -> Result<(), Error> {
        self.stop_handle().stop();
        self.finished().await
    }
}

fn router(shared: &Arc<Shared>, recorder: Option<&Arc<Recorder>>) -> Router {
    let mut apis = Router::new()
        .nest("/v1", taskrouter::routes())
        .nest("/2010-04-01", voice::routes())
        .fallback(unknown_path)
        .method_not_allowed_fallback(unknown_method)
        .layer(from_fn_with_state(Arc::clone(shared), faults::layer))
        .layer(from_fn_with_state(Arc::clone(shared), http::authenticate));
    if let Some(recorder) = recorder {
        apis = apis.layer(from_fn_with_state(Arc::clone(recorder), http::record));
    }
    let control = Router::new()
        .merge(control::routes())
        .method_not_allowed_fallback(unknown_method);
    apis.merge(control)
        .layer(CatchPanicLayer::custom(|_| {
            Problem::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                20500,
                "An internal server error has occurred",
            )
            .into_response()
        }))
        .layer(from_fn_with_state(Arc::clone(shared), http::frame))
        .with_state(Arc::clone(shared))
}

/// What is wrong with a YAML file, as the end of a sentence.
fn yaml_problem(error: &serde_saphyr::Error) -> String {
    let text = error.to_string();
    text.strip_prefix("error: ").unwrap_or(&text).to_owned()
}

async fn unknown_path(OriginalUri(uri): OriginalUri) -> Problem {
    Problem::not_found(uri.path())
}

async fn unknown_method() -> Problem {
    Problem::method_not_allowed()
}
