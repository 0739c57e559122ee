//! How `env` finds a running emulator: each one with a proxy leaves a file in the state directory,
//! for its owner alone, because it holds the auth token. The emulator keeps a lock as long as it
//! lives, so a file that was left behind is known for what it is, whoever has its process id now.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

use super::environment::Reach;
use crate::settings::private;

/// An emulator's file; dropping it takes the file away.
pub(super) struct Announcement {
    paths: Paths,
    _lock: File,
}

struct Paths {
    file: PathBuf,
    lock: PathBuf,
}

impl Paths {
    fn of(directory: &Path, pid: &str) -> Self {
        Self {
            file: directory.join(format!("{pid}.json")),
            lock: directory.join(format!("{pid}.lock")),
        }
    }

    /// The file first: without it nobody looks for the lock.
    fn remove(&self) {
        let _ = fs::remove_file(&self.file);
        let _ = fs::remove_file(&self.lock);
    }
}

#[derive(Serialize, Deserialize)]
struct Stored {
    url: String,
    proxy: String,
    ca: PathBuf,
    account_sid: String,
    auth_token: String,
    pid: u32,
}

/// Leaves word in a directory that is already for its owner alone.
pub(super) fn announce(directory: &Path, reach: &Reach) -> io::Result<Announcement> {
    let directory = running(directory);
    private::make_directory(&directory)?;
    let pid = std::process::id();
    let paths = Paths::of(&directory, &pid.to_string());
    let lock = private::open_lock(&paths.lock)?;
    match lock.try_lock() {
        Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => {
            return Err(error);
        }
        _ => {}
    }
    let text = serde_json::to_vec_pretty(&Stored {
        url: reach.url.clone(),
        proxy: reach.proxy.clone(),
        ca: reach.ca.clone(),
        account_sid: reach.account_sid.clone(),
        auth_token: reach.auth_token.expose_secret().to_owned(),
        pid,
    })?;
    private::replace(&paths.file, &text)?;
    Ok(Announcement { paths, _lock: lock })
}

impl Drop for Announcement {
    fn drop(&mut self) {
        self.paths.remove();
    }
}

/// Every emulator that is running; what others left behind is cleared away.
pub(super) fn announced(directory: &Path) -> io::Result<Vec<Reach>> {
    let directory = running(directory);
    let entries = match fs::read_dir(&directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let pid = match (
            path.extension(),
            path.file_stem().and_then(|stem| stem.to_str()),
        ) {
            (Some(extension), Some(stem)) if extension == "json" => stem,
            _ => continue,
        };
        let paths = Paths::of(&directory, pid);
        // Whoever can have the lock is alone.
        if private::open_lock(&paths.lock).is_ok_and(|lock| lock.try_lock().is_ok()) {
            paths.remove();
            continue;
        }
        // It may have ended since, or be of another version.
        let Ok(text) = fs::read(&path) else { continue };
        let Ok(stored) = serde_json::from_slice::<Stored>(&text) else {
            continue;
        };
        found.push(Reach {
            url: stored.url,
            proxy: stored.proxy,
            ca: stored.ca,
            account_sid: stored.account_sid,
            auth_token: SecretString::from(stored.auth_token),
        });
    }
    found.sort_by(|one, other| one.url.cmp(&other.url));
    Ok(found)
}

fn running(directory: &Path) -> PathBuf {
    directory.join("running")
}
