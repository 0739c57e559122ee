//! What is to be done in TaskRouter after a webhook was answered: one piece after the other, again
//! and again until Twilio takes it.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio_util::task::TaskTracker;

use super::shared::Shared;
use super::voice::{Work, WorkError};
use crate::twilio::ErrorKind;

/// Pieces that wait or are being done at most; each may hold a message's attributes.
const MOST: usize = 1000;
/// Pieces that are being done at the same time.
const AT_ONCE: usize = 4;
/// The first pause before another try; each is twice the one before.
const PAUSE: Duration = Duration::from_secs(1);
/// The longest.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// Tries, about half an hour of them.
const TRIES: u32 = 36;

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

    /// Does it soon. The same piece twice at the same time is one.
    pub(super) fn add(&self, shared: &Arc<Shared>, work: Work) {
        let key = work.key();
        {
            let mut pending = self.pending();
            if pending.len() >= MOST {
                shared.metrics.work_given_up.inc();
                tracing::error!(work = key, "too much waits to be done in TaskRouter");
                return;
            }
            if !pending.insert(key.clone()) {
                return;
            }
        }
        let shared = Arc::clone(shared);
        self.running.spawn(async move {
            carry_out(&shared, &key, &work).await;
            shared.work.pending().remove(&key);
        });
    }

    /// Waits until all is done.
    pub(super) async fn drain(&self) {
        self.running.close();
        self.running.wait().await;
    }

    fn pending(&self) -> MutexGuard<'_, HashSet<String>> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn carry_out(shared: &Shared, key: &str, work: &Work) {
    let mut pause = PAUSE;
    for attempt in 1..=TRIES {
        let done = {
            let _turn = shared.work.turns.acquire().await;
            work.carry_out(&shared.client, shared.config.workspace)
                .await
        };
        let error = match done {
            Ok(done) => {
                tracing::debug!(work = key, ?done);
                return;
            }
            Err(error) => error,
        };
        if !is_passing(&error) || attempt == TRIES {
            shared.metrics.work_given_up.inc();
            tracing::error!(
                work = key,
                error = &error as &dyn std::error::Error,
                "given up"
            );
            return;
        }
        tracing::warn!(
            work = key,
            error = &error as &dyn std::error::Error,
            "tried again soon"
        );
        // Who wants to end tries once more at once, and not again.
        if shared
            .stop
            .run_until_cancelled(tokio::time::sleep(pause))
            .await
            .is_none()
        {
            shared.metrics.work_given_up.inc();
            tracing::error!(work = key, "left undone, the server stops");
            return;
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Whether the same may work later.
fn is_passing(error: &WorkError) -> bool {
    match error {
        WorkError::Twilio { source, .. } => source.kind() == ErrorKind::Service,
        WorkError::Attributes(_) => false,
    }
}
