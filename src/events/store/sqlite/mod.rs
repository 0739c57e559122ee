//! The store in a file.

use std::path::Path;
use std::sync::Arc;

use super::{EventStore, StoreError};

/// Opens a store to write to, making it if it is missing.
///
/// # Errors
///
/// [`StoreError`] when it cannot be made, is another's or is newer than this version.
pub fn open(path: &Path) -> Result<Arc<dyn EventStore>, StoreError> {
    Err(StoreError::Missing {
        path: path.to_owned(),
    })
}

/// Opens a store that is there to read from, whoever writes to it meanwhile.
///
/// # Errors
///
/// [`StoreError`] when it is missing, is something else or is newer than this version.
pub fn open_to_read(path: &Path) -> Result<Arc<dyn EventStore>, StoreError> {
    Err(StoreError::Missing {
        path: path.to_owned(),
    })
}
