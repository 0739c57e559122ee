//! Takes connections, as many as are allowed, and speaks HTTP/1.1 on them until it is stopped.

use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::Response;
use axum::serve::Listener;
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::Service as _;

use super::caller::Peer;
use super::patience::{Answering, Patient, Phase};
use super::shared::Shared;

/// Bytes of a request's head.
const HEAD: usize = 32 * 1024;
/// Bytes that are read ahead of a body, and that an answer may be ahead of its reader.
const AHEAD: usize = 64 * 1024;

/// Serves until the server is stopped, and then until the requests under way are answered or the
/// time for that is over. Tells whether all were answered.
pub(super) async fn serve(mut listener: TcpListener, router: Router, shared: Arc<Shared>) -> bool {
    let stop = shared.stop.clone();
    let closing = CancellationToken::new();
    let cut = CancellationToken::new();
    let seats = Arc::new(Semaphore::new(shared.config.settings.limits.connections));
    let open = TaskTracker::new();
    loop {
        let next = async {
            let seat = Arc::clone(&seats).acquire_owned().await;
            // Full or out of files, `axum`'s listener waits a moment and tries again.
            (seat, Listener::accept(&mut listener).await)
        };
        let Some((seat, (stream, peer))) = stop.run_until_cancelled(next).await else {
            break;
        };
        let connection = Connection {
            peer,
            router: router.clone(),
            shared: Arc::clone(&shared),
            closing: closing.clone(),
            cut: cut.clone(),
        };
        open.spawn(async move {
            connection.speak(stream).await;
            drop(seat);
        });
    }
    // First, or who is sent away here would come straight back.
    drop(listener);
    closing.cancel();
    open.close();
    let patience = shared.config.settings.limits.shutdown_timeout;
    let done = tokio::time::timeout(patience, open.wait()).await.is_ok();
    cut.cancel();
    open.wait().await;
    done
}

struct Connection {
    peer: SocketAddr,
    router: Router,
    shared: Arc<Shared>,
    /// The server takes no more connections.
    closing: CancellationToken,
    /// The time to answer what is under way is over.
    cut: CancellationToken,
}

impl Connection {
    async fn speak(self, stream: TcpStream) {
        let Self {
            peer,
            router,
            shared,
            closing,
            cut,
        } = self;
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "cannot set TCP_NODELAY");
        }
        shared.metrics.connections.inc();
        let phase = Arc::new(Phase::default());
        let limits = &shared.config.settings.limits;
        let stream = Patient::new(stream, limits, Arc::clone(&phase));
        let quiet = Arc::clone(&phase);
        let service = service_fn(move |request: Request<Incoming>| {
            let answering = phase.begin();
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(Peer(peer));
            let answer = router.clone().call(request);
            async move {
                answer.await.map(|response: Response<Body>| {
                    response.map(|body| Sent {
                        body,
                        _answering: answering,
                    })
                })
            }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            // `Patient` is stricter.
            .header_read_timeout(None)
            .max_header_size(HEAD)
            .max_buf_size(AHEAD)
            .serve_connection(TokioIo::new(stream), service);
        let mut connection = pin!(connection);
        let ended = tokio::select! {
            ended = connection.as_mut() => Some(ended),
            // HTTP would wait for its first request.
            () = closing.cancelled() => if quiet.is_untouched() {
                Some(Ok(()))
            } else {
                connection.as_mut().graceful_shutdown();
                cut.run_until_cancelled(connection).await
            }
        };
        match ended {
            Some(Ok(())) => {}
            Some(Err(error)) => tracing::debug!(%peer, %error, "a connection broke"),
            None => tracing::warn!(%peer, "a connection was cut before its request was answered"),
        }
        shared.metrics.connections.dec();
    }
}

/// The body of an answer, which is under way until it is sent.
struct Sent {
    body: Body,
    _answering: Answering,
}

impl HttpBody for Sent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
