//! What `SQLite` says, as what a store says.

use std::path::Path;
use std::sync::Arc;

use rusqlite::ErrorCode;

use crate::events::StoreError;
use crate::events::pack::Corrupt;

/// Something that went wrong, to be told to everybody who waited for it.
#[derive(Debug, Clone)]
pub(super) enum Failure {
    Database(Arc<rusqlite::Error>),
    Corrupt(&'static str),
    Closed,
}

pub(super) type Outcome<T> = Result<T, Failure>;

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(Arc::new(error))
    }
}

impl From<Corrupt> for Failure {
    fn from(_: Corrupt) -> Self {
        Self::Corrupt("a row is not what was written")
    }
}

impl Failure {
    pub(super) fn into_error(self, path: &Path) -> StoreError {
        let path = path.to_owned();
        let error = match self {
            Self::Closed => return StoreError::Closed,
            Self::Corrupt(what) => {
                return StoreError::Damaged {
                    path,
                    what: what.to_owned(),
                };
            }
            Self::Database(error) => error,
        };
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full { path },
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged {
                path,
                what: error.to_string(),
            },
            Some(ErrorCode::NotADatabase) => StoreError::NotAStore { path },
            _ => StoreError::Failed {
                path,
                source: error,
            },
        }
    }
}
