//! What is to be done in TaskRouter after a webhook was answered. It is promised to the store before
//! the answer, so that the server may end at any moment; then it is tried again and again until
//! Twilio takes it, if need be by the next server.

use std::collections::HashSet;
use std::hash::{Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio_util::task::TaskTracker;

use super::shared::Shared;
use super::voice::{Done, Work, WorkError};
use crate::events::{Promise, StoreError};
use crate::twilio::ErrorKind;

/// Pieces that wait or are being done at most; each may hold a message's attributes.
const MOST: usize = 10_000;
/// Pieces that are being done at the same time.
const AT_ONCE: usize = 4;
/// The first pause before another try; each is twice the one before.
const PAUSE: Duration = Duration::from_secs(1);
/// The longest.
const LONGEST_PAUSE: Duration = Duration::from_mins(2);
/// Milliseconds after which nobody waits for it any more: a week.
const STALE: i64 = 7 * 24 * 3_600_000;
/// Milliseconds within which the same nameless work is the same piece: ten minutes.
const SAME: i64 = 600_000;
/// How long a webhook's answer waits for the disk; Twilio hangs up after fifteen seconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why something cannot be promised.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotPromised {
    /// There is too much to do already.
    #[error("too much waits to be done in TaskRouter")]
    TooMuch,
    /// The store does not take it.
    #[error("the store did not take the promise")]
    Store(#[from] StoreError),
    /// The store takes too long.
    #[error("the store took too long")]
    TooSlow,
    /// It cannot be written down.
    #[error("the promise cannot be written down")]
    Written(#[from] serde_json::Error),
}

/// The pieces.
pub(crate) struct WorkQueue {
    pending: Mutex<HashSet<String>>,
    turns: Semaphore,
    running: TaskTracker,
}

impl WorkQueue {
    pub(super) fn new() -> Self {
        Self {
            pending: Mutex::default(),
            turns: Semaphore::new(AT_ONCE),
            running: TaskTracker::new(),
        }
    }

    /// Makes sure that it is done, and does it soon. The same piece is done once, however often it
    /// is promised.
    pub(super) async fn promise(
        &self,
        shared: &Arc<Shared>,
        work: Work,
    ) -> Result<(), NotPromised> {
        if self.pending().len() >= MOST {
            return Err(NotPromised::TooMuch);
        }
        let at = shared.now().as_millisecond();
        let what = serde_json::to_string(&work)?;
        let promise = Promise {
            key: work.key().unwrap_or_else(|| nameless(&what, at)),
            at,
            what,
        };
        let key = promise.key.clone();
        let promised = tokio::time::timeout(PATIENCE, shared.store.promise(promise)).await;
        if promised.map_err(|_| NotPromised::TooSlow)?? {
            self.add(shared, key, at, work);
        }
        Ok(())
    }

    fn add(&self, shared: &Arc<Shared>, key: String, at: i64, work: Work) {
        if !self.pending().insert(key.clone()) {
            return;
        }
        let shared = Arc::clone(shared);
        self.running.spawn(async move {
            if carry_out(&shared, &key, at, &work).await {
                keep(&shared, &key).await;
            }
            shared.work.pending().remove(&key);
        });
    }

    /// Waits until nothing is being done any more.
    pub(super) async fn drain(&self) {
        self.running.close();
        self.running.wait().await;
    }

    fn is_pending(&self, key: &str) -> bool {
        self.pending().contains(key)
    }

    fn pending(&self) -> MutexGuard<'_, HashSet<String>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The key of work of which nothing says which call it is about: what says the same within the same
/// minutes was asked for twice.
fn nameless(what: &str, at: i64) -> String {
    let mut hasher = std::hash::DefaultHasher::new();
    what.hash(&mut hasher);
    format!("nameless {:016x} {}", hasher.finish(), at.div_euclid(SAME))
}

/// Takes up what a server before this one promised and did not come to.
pub(super) fn resume(shared: &Arc<Shared>) {
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let stop = shared.stop.clone();
        stop.run_until_cancelled(take_up(&shared)).await;
    });
}

async fn take_up(shared: &Arc<Shared>) {
    let promised = loop {
        match shared.store.promised(MOST).await {
            Ok(promised) => break promised,
            Err(error) => tracing::error!(
                error = &error as &dyn std::error::Error,
                "cannot read what is still to be done in TaskRouter; trying again"
            ),
        }
        tokio::time::sleep(LONGEST_PAUSE).await;
    };
    if !promised.is_empty() {
        tracing::info!(pieces = promised.len(), "does what was left to be done");
    }
    for Promise { key, at, what } in promised {
        match serde_json::from_str(&what) {
            Ok(work) => shared.work.add(shared, key, at, work),
            // Of a newer version, which will know what to do.
            Err(error) => tracing::error!(work = key, %error, "cannot be understood"),
        }
    }
}

/// Whether nothing is left to be done.
async fn carry_out(shared: &Shared, key: &str, at: i64, work: &Work) -> bool {
    let mut pause = PAUSE;
    loop {
        let done = {
            let _turn = shared.work.turns.acquire().await;
            work.carry_out(&shared.client, shared.config.workspace)
                .await
        };
        match done {
            Ok(Done::NoTask)
                if work
                    .follows()
                    .is_some_and(|first| shared.work.is_pending(&first)) => {}
            Ok(done) => {
                tracing::debug!(work = key, ?done);
                return true;
            }
            Err(error) => {
                let error_value = &error as &dyn std::error::Error;
                if shared.now().as_millisecond().saturating_sub(at) >= STALE {
                    shared.metrics.work_given_up.inc();
                    tracing::error!(work = key, error = error_value, "given up");
                    return true;
                }
                if !is_passing(&error) {
                    shared.metrics.work_given_up.inc();
                    tracing::error!(
                        work = key,
                        error = error_value,
                        "put off until the server starts again"
                    );
                    return false;
                }
                tracing::warn!(work = key, error = error_value, "tried again soon");
            }
        }
        let slept = tokio::time::sleep(pause);
        if shared.stop.run_until_cancelled(slept).await.is_none() {
            tracing::warn!(work = key, "left for the next start: the server stops");
            return false;
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Marks it as done. Where that fails it is found done at the next start.
async fn keep(shared: &Shared, key: &str) {
    if let Err(error) = shared.store.kept(key.to_owned()).await {
        tracing::warn!(
            work = key,
            error = &error as &dyn std::error::Error,
            "was done and cannot be marked as such"
        );
    }
}

/// Whether the same may work later.
fn is_passing(error: &WorkError) -> bool {
    match error {
        WorkError::Twilio { source, .. } => source.kind() == ErrorKind::Service,
        WorkError::Attributes(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::nameless;

    #[test]
    fn the_same_within_minutes_is_asked_for_twice() {
        let first = nameless("a", 600_000);
        assert_eq!(nameless("a", 1_199_999), first);
        assert_ne!(nameless("a", 1_200_000), first);
        assert_ne!(nameless("b", 600_000), first);
    }
}
