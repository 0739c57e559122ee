//! The data file: the state across restarts, written as a whole and atomically.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::event_log::EventLog;
use super::shared::Shared;
use super::voice::Voice;
use crate::model::sid::AccountSid;
use crate::routing::engine::Engine;
use crate::settings::private;

/// The shape of the file; raised when an older one can no longer be read.
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
    engine: &'a Engine,
    voice: &'a Voice,
    events: &'a EventLog,
}

#[derive(Deserialize)]
struct Header {
    format: u32,
}

/// What a data file holds.
#[derive(Deserialize)]
pub(crate) struct Kept {
    pub(crate) engine: Engine,
    pub(crate) voice: Voice,
    /// Older files have none.
    #[serde(default)]
    pub(crate) events: EventLog,
}

/// Reads the state; `None` when there is no file yet.
pub(crate) fn load(path: &Path, account: AccountSid) -> Result<Option<Kept>, DataError> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => {
            return Err(DataError::Read {
                path: path.to_owned(),
                source,
            });
        }
    };
    let damaged = |source| DataError::Damaged {
        path: path.to_owned(),
        source,
    };
    let header: Header = serde_json::from_slice(&bytes).map_err(damaged)?;
    if header.format != FORMAT {
        return Err(DataError::Format {
            path: path.to_owned(),
            found: header.format,
        });
    }
    let kept: Kept = serde_json::from_slice(&bytes).map_err(damaged)?;
    if kept.engine.account() != account {
        return Err(DataError::Account {
            path: path.to_owned(),
            found: kept.engine.account(),
        });
    }
    Ok(Some(kept))
}

/// Writes the state beside the file and puts it in the file's place, readable for its owner only.
pub(crate) fn save(shared: &Shared, path: &Path) -> Result<(), DataError> {
    let bytes = {
        let mut world = shared.lock();
        world.engine.prepare_snapshot();
        serde_json::to_vec(&Outgoing {
            format: FORMAT,
            engine: &world.engine,
            voice: &world.voice,
            events: &world.events,
        })
    };
    bytes
        .map_err(std::io::Error::from)
        .and_then(|bytes| private::replace(path, &bytes))
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
