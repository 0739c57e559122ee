//! Connections that only read: a few, each with a small cache, used by turns.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use super::failure::{Failure, Outcome};
use crate::events::StoreError;

/// How a connection is opened.
type Open = Box<dyn Fn() -> Result<Connection, StoreError> + Send + Sync>;

/// A few connections to one file.
pub(super) struct Pool {
    open: Open,
    idle: Mutex<Vec<Connection>>,
    turns: Arc<Semaphore>,
}

impl Pool {
    pub(super) fn new(
        size: usize,
        open: impl Fn() -> Result<Connection, StoreError> + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self {
            open: Box::new(open),
            idle: Mutex::new(Vec::with_capacity(size)),
            turns: Arc::new(Semaphore::new(size)),
        })
    }

    /// Asks something on a thread that may wait for the disk.
    pub(super) async fn ask<T: Send + 'static>(
        self: &Arc<Self>,
        path: &std::path::Path,
        question: impl FnOnce(&mut Connection) -> Outcome<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let turn = Arc::clone(&self.turns)
            .acquire_owned()
            .await
            .map_err(|_| StoreError::Closed)?;
        let pool = Arc::clone(self);
        let path = path.to_owned();
        let asked = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            let idle = pool.idle().pop();
            let mut connection = match idle {
                Some(connection) => connection,
                None => (pool.open)()?,
            };
            let answer =
                question(&mut connection).map_err(|failure: Failure| failure.into_error(&path));
            if !pool.turns.is_closed() {
                pool.idle().push(connection);
            }
            answer
        });
        match asked.await {
            Ok(answer) => answer,
            Err(ended) => match ended.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => Err(StoreError::Closed),
            },
        }
    }

    /// Closes what is idle, and what is in use when it is given back.
    pub(super) fn close(&self) {
        self.turns.close();
        self.idle().clear();
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
