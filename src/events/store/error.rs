//! Why a store could not do what it was asked.

use std::path::PathBuf;

/// Why a store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It was closed.
    #[error("the event store is closed")]
    Closed,
    /// It was opened to read from.
    #[error("the event store `{}` is open for reading only", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// There is no room to write to; nothing was taken in, and it may be tried again.
    #[error("no room is left for the event store `{}`", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// Another process writes to it.
    #[error("the event store `{}` is in use by another process", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// It was written by a later version of this program.
    #[error(
        "the event store `{}` has schema {found}, this version knows up to {known}",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The latest schema this version knows.
        known: i64,
    },
    /// It was written by an earlier version of this program, and only a writer brings it up to date.
    #[error(
        "the event store `{}` has schema {found}, this version reads {known}",
        path.display()
    )]
    Older {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The schema this version reads.
        known: i64,
    },
    /// The file is something else.
    #[error("`{}` is not an event store", path.display())]
    NotAStore {
        /// The file.
        path: PathBuf,
    },
    /// There is no such store.
    #[error("there is no event store `{}`", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// What is in it cannot be read.
    #[error("the event store `{}` is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where.
        what: String,
    },
    /// The file cannot be made, opened or locked.
    #[error("cannot open the event store `{}`", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Anything else the database said.
    #[error("the event store `{}` failed", path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What it said.
        #[source]
        source: std::sync::Arc<dyn std::error::Error + Send + Sync>,
    },
}

impl StoreError {
    /// Whether the same may work later without anybody having repaired anything but the room.
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Full { .. } | Self::Failed { .. })
    }
}
