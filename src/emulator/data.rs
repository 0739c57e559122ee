//! The state as a document: in the data file, which keeps it across restarts and is written as a
//! whole and atomically, and in a snapshot.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::agents::Agents;
use super::clock::KeptClock;
use super::event_log::EventLog;
use super::shared::{Shared, World};
use super::telephone::Network;
use super::voice::Voice;
use crate::model::sid::AccountSid;
use crate::routing::engine::Engine;
use crate::settings::private;

/// The shape of the document; raised when an older one can no longer be read.
const FORMAT: u32 = 1;
/// The shortest time between two writings.
const PACE: Duration = Duration::from_secs(1);
/// Writing takes at most this part of the time, however large the state is.
const SHARE: u32 = 10;

/// Why a data file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// It cannot be read.
    #[error("cannot read the data file `{}`", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// It is not a state of the emulator. It is left as it is.
    #[error("the data file `{}` is damaged or not a data file", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What does not fit.
        source: serde_json::Error,
    },
    /// It is of another version.
    #[error("the data file `{}` has format {found}, this version reads format {FORMAT}", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
    /// It belongs to another account.
    #[error("the data file `{}` belongs to account {found}", path.display())]
    Account {
        /// The file.
        path: PathBuf,
        /// Its account.
        found: AccountSid,
    },
    /// It cannot be written.
    #[error("cannot write the data file `{}`", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
}

#[derive(Serialize)]
struct Outgoing<'a> {
    format: u32,
    clock: KeptClock,
    engine: &'a Engine,
    voice: &'a Voice,
    network: &'a Network,
    agents: &'a Agents,
    events: &'a EventLog,
}

#[derive(Deserialize)]
struct Header {
    format: u32,
}

/// What a document holds.
#[derive(Deserialize)]
pub(crate) struct Kept {
    pub(crate) engine: Engine,
    pub(crate) voice: Voice,
    /// Older documents have none.
    #[serde(default)]
    pub(crate) network: Network,
    /// Older documents have none.
    #[serde(default)]
    pub(crate) agents: Agents,
    /// Older documents have none.
    #[serde(default)]
    pub(crate) events: EventLog,
    /// Older documents have none. A data file's is not looked at: how an emulator starts decides.
    #[serde(default)]
    pub(crate) clock: Option<KeptClock>,
}

/// Why a document is no state for this emulator.
#[derive(Debug)]
pub(crate) enum Unfit {
    Damaged(serde_json::Error),
    /// It is of another version.
    Format {
        found: u32,
    },
    Account {
        found: AccountSid,
    },
}

/// The whole state as a document.
pub(crate) fn write(world: &mut World) -> serde_json::Result<Vec<u8>> {
    world.engine.prepare_snapshot();
    serde_json::to_vec(&Outgoing {
        format: FORMAT,
        clock: KeptClock::of(world.time, world.now()),
        engine: &world.engine,
        voice: &world.voice,
        network: &world.network,
        agents: &world.agents,
        events: &world.events,
    })
}

/// The state in a document.
pub(crate) fn read(bytes: &[u8], account: AccountSid) -> Result<Kept, Unfit> {
    let header: Header = serde_json::from_slice(bytes).map_err(Unfit::Damaged)?;
    if header.format != FORMAT {
        return Err(Unfit::Format {
            found: header.format,
        });
    }
    let kept: Kept = serde_json::from_slice(bytes).map_err(Unfit::Damaged)?;
    let found = kept.engine.account();
    if found != account {
        return Err(Unfit::Account { found });
    }
    Ok(kept)
}

/// Reads the data file; `None` when there is none yet.
pub(crate) fn load(path: &Path, account: AccountSid) -> Result<Option<Kept>, DataError> {
    let owned = || path.to_owned();
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => {
            return Err(DataError::Read {
                path: owned(),
                source,
            });
        }
    };
    read(&bytes, account)
        .map(Some)
        .map_err(|unfit| match unfit {
            Unfit::Damaged(source) => DataError::Damaged {
                path: owned(),
                source,
            },
            Unfit::Format { found } => DataError::Format {
                path: owned(),
                found,
            },
            Unfit::Account { found } => DataError::Account {
                path: owned(),
                found,
            },
        })
}

/// Writes the state into the data file.
pub(crate) fn save(shared: &Shared, path: &Path) -> Result<(), DataError> {
    let document = write(&mut shared.lock());
    document
        .map_err(std::io::Error::from)
        .and_then(|document| private::replace(path, &document))
        .map_err(|source| DataError::Write {
            path: path.to_owned(),
            source,
        })
}

/// Writes the file after changes, not more often than once per [`PACE`], and once more at the
/// end. A writing that fails is told and tried again with the next change.
pub(crate) async fn keep(shared: Arc<Shared>, path: PathBuf) -> Result<(), DataError> {
    let mut pause = Duration::ZERO;
    while !shared.stop.is_cancelled() {
        tokio::select! {
            () = shared.stop.cancelled() => break,
            () = async {
                tokio::time::sleep(pause).await;
                shared.unsaved.notified().await;
            } => {}
        }
        let start = Instant::now();
        if let Err(error) = save_aside(&shared, &path).await {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "the state is not saved"
            );
        }
        pause = PACE.max(start.elapsed() * SHARE);
    }
    save_aside(&shared, &path).await
}

/// Saves on a thread that may block.
async fn save_aside(shared: &Arc<Shared>, path: &Path) -> Result<(), DataError> {
    let shared = Arc::clone(shared);
    let owned = path.to_owned();
    tokio::task::spawn_blocking(move || save(&shared, &owned))
        .await
        .unwrap_or_else(|panic| {
            Err(DataError::Write {
                path: path.to_owned(),
                source: std::io::Error::other(panic),
            })
        })
}
