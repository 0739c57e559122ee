//! Events that the fault lab holds back: late ones until their time has come, those out of order
//! until the next event of their workspace is out.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;

use super::{Delivery, post_event};
use crate::emulator::clock;
use crate::emulator::shared::Shared;
use crate::model::sid::WorkspaceSid;

/// Milliseconds of the emulator's time after which nothing is expected to overtake an event.
const LONGEST_WAIT: u64 = 5_000;

/// What is held back.
#[derive(Debug, Default)]
pub(super) struct Astray {
    /// By workspace and by the order in which they were held back.
    held: Mutex<BTreeMap<(WorkspaceSid, u64), Delivery>>,
    numbers: AtomicU64,
    late: AtomicUsize,
}

impl Astray {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<(WorkspaceSid, u64), Delivery>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn count(&self) -> usize {
        self.lock().len() + self.late.load(Ordering::Relaxed)
    }

    /// Forgets what is held back; what is late is dropped when its state is.
    pub(super) fn clear(&self) {
        self.lock().clear();
    }

    /// The events of a workspace that another one has overtaken now.
    pub(super) fn overtaken(&self, workspace: WorkspaceSid) -> Vec<Delivery> {
        let mut held = self.lock();
        let keys: Vec<_> = held
            .range((workspace, 0)..=(workspace, u64::MAX))
            .map(|(key, _)| *key)
            .collect();
        keys.into_iter()
            .filter_map(|key| held.remove(&key))
            .collect()
    }
}

/// Sends an event when it is late enough; others do not wait for it.
pub(super) fn send_late(shared: &Arc<Shared>, delivery: Delivery, state: CancellationToken) {
    shared.callbacks.astray.late.fetch_add(1, Ordering::Relaxed);
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let due = delivery.event.at.plus_milliseconds(delivery.fate.late_ms);
        let work = async {
            clock::until(&shared, due).await;
            post_event(&shared, &delivery, &state).await;
        };
        tokio::select! {
            () = shared.stop.cancelled() => {}
            () = state.cancelled() => {}
            () = work => {}
        }
        shared.callbacks.astray.late.fetch_sub(1, Ordering::Relaxed);
    });
}

/// Lets the next event of the workspace overtake this one. If none comes, it is sent all the same.
pub(super) fn hold_back(shared: &Arc<Shared>, delivery: Delivery, state: CancellationToken) {
    let astray = &shared.callbacks.astray;
    let key = (
        delivery.event.workspace_sid,
        astray.numbers.fetch_add(1, Ordering::Relaxed),
    );
    let due = delivery.event.at.plus_milliseconds(LONGEST_WAIT);
    astray.lock().insert(key, delivery);
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let work = async {
            clock::until(&shared, due).await;
            let left = shared.callbacks.astray.lock().remove(&key);
            if let Some(delivery) = left {
                post_event(&shared, &delivery, &state).await;
            }
        };
        tokio::select! {
            () = shared.stop.cancelled() => {}
            () = state.cancelled() => {}
            () = work => {}
        }
    });
}
