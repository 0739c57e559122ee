//! Copies the log back into the file, in time.

use rusqlite::Connection;

use super::Writer;

/// Pages the log may have before it is copied back, whoever waits meanwhile: 64 MB, and four times
/// that when it cannot be kept up with.
const LOG: i64 = 16 * 1024;

impl Writer {
    /// Has the log copied back when it has become long.
    pub(super) fn mind_the_log(&mut self) {
        self.groups += 1;
        if !self.groups.is_multiple_of(16) {
            return;
        }
        let Some((log, copied)) = self.log() else {
            return;
        };
        if log > LOG / 4 {
            self.feed.copy_back();
        }
        // When little is left to be copied it is done at once, for only then the log begins anew.
        if (log > LOG && log - copied < LOG / 8) || log > 4 * LOG {
            self.copy_back();
        }
    }

    /// How many pages the log has, and how many of them are copied back.
    fn log(&self) -> Option<(i64, i64)> {
        self.connection
            .query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| {
                Ok((row.get(1)?, row.get(2)?))
            })
            .ok()
    }

    pub(super) fn copy_back(&self) {
        copy_back(&self.connection);
    }
}

/// Copies what is in the log back into the file, as far as nobody reads it.
pub(in crate::events::store::sqlite) fn copy_back(connection: &Connection) {
    let copied = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
    if let Err(error) = copied {
        tracing::warn!(%error, "the log of the event store could not be copied back");
    }
}
