//! Where encrypted connections come in: on the emulator's own port, and out of the proxy. Shaking
//! hands is done aside, so that a slow client keeps nobody waiting.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tokio_util::sync::CancellationToken;

use crate::emulator::faults::{Connection, Severable, Switch};

use super::{AuthorityError, Tls, proxy, server_config};

/// What a client may take for what comes before its request.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// What is still read of a client that was refused, so that it can read why.
const LAST_WORDS: u64 = 64 * 1024;
/// Connections that are ready and not yet served.
const QUEUE: usize = 64;

/// Buffered, because the first bytes decide what becomes of it.
pub(super) type Plain = BufReader<Connection>;
type Secured = TlsStream<Plain>;

/// The encrypted connections, for the server.
pub(crate) struct Door {
    ready: mpsc::Receiver<(Secured, Switch)>,
    address: Switch,
}

impl Door {
    /// Takes connections from the emulator's port and, if there is one, from the proxy's, until it
    /// is stopped.
    pub(crate) fn open(
        tls: &Tls,
        port: Severable,
        proxy: Option<Severable>,
        stop: &CancellationToken,
    ) -> Result<Self, DoorError> {
        let address = port.local_addr()?;
        let (sender, ready) = mpsc::channel(QUEUE);
        let hall = Hall {
            acceptor: TlsAcceptor::from(Arc::new(server_config(Arc::clone(&tls.authority))?)),
            ready: sender,
            stop: stop.clone(),
        };
        if let Some(proxy) = proxy {
            tokio::spawn(hall.clone().receive(proxy, Entrance::Proxy));
        }
        tokio::spawn(hall.receive(port, Entrance::Direct));
        Ok(Self { ready, address })
    }
}

/// Why nobody can come in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DoorError {
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Socket(#[from] io::Error),
}

impl Listener for Door {
    type Io = Secured;
    type Addr = Switch;

    async fn accept(&mut self) -> (Secured, Switch) {
        match self.ready.recv().await {
            Some(connection) => connection,
            // Stopped: the server is about to notice.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Switch> {
        Ok(self.address.clone())
    }
}

impl Connected<IncomingStream<'_, Door>> for Switch {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        stream.remote_addr().clone()
    }
}

#[derive(Clone, Copy)]
enum Entrance {
    Direct,
    Proxy,
}

/// Where a connection waits until it is encrypted.
#[derive(Clone)]
struct Hall {
    acceptor: TlsAcceptor,
    ready: mpsc::Sender<(Secured, Switch)>,
    stop: CancellationToken,
}

impl Hall {
    async fn receive(self, mut listener: Severable, entrance: Entrance) {
        while let Some((stream, switch)) = self.stop.run_until_cancelled(listener.accept()).await {
            let hall = self.clone();
            tokio::spawn(async move {
                let peer = switch.peer();
                let admitted = hall.admit(stream, switch, entrance);
                if let Some(Err(error)) = hall.stop.run_until_cancelled(admitted).await {
                    tracing::debug!(%peer, %error, "not let in");
                }
            });
        }
    }

    async fn admit(&self, stream: Connection, switch: Switch, from: Entrance) -> io::Result<()> {
        let mut stream = BufReader::new(stream);
        let secured = timeout(PATIENCE, async {
            if let Entrance::Proxy = from
                && !proxy::connect(&mut stream).await?
            {
                return Ok(None);
            }
            // A TLS record starts with 22; a letter is somebody speaking HTTP.
            if stream
                .fill_buf()
                .await?
                .first()
                .is_some_and(u8::is_ascii_alphabetic)
            {
                refuse(&mut stream, &not_encrypted()).await?;
                return Ok(None);
            }
            self.acceptor.accept(stream).await.map(Some)
        })
        .await??;
        if let Some(secured) = secured {
            // That nobody takes it any more means that the emulator ends.
            let _ = self.ready.send((secured, switch)).await;
        }
        Ok(())
    }
}

/// What a client without TLS is told.
pub(crate) const NOT_ENCRYPTED: &str =
    "The emulator speaks HTTPS on this port: write https:// instead of http://";

fn not_encrypted() -> String {
    let body = serde_json::json!({
        "code": 20001,
        "message": NOT_ENCRYPTED,
        "status": 400,
    })
    .to_string();
    answer("400 Bad Request", "application/json", &body)
}

/// An HTTP answer that ends the connection.
pub(super) fn answer(status: &str, content_type: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Sends an answer and hears the client out: closing before would take the answer back.
pub(super) async fn refuse(stream: &mut Plain, answer: &str) -> io::Result<()> {
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await?;
    let mut rest = stream.take(LAST_WORDS);
    tokio::io::copy(&mut rest, &mut tokio::io::sink()).await?;
    Ok(())
}
