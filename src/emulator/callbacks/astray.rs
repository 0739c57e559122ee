//! Events that the fault lab holds back: late ones until their time has come, those out of order
//! until the next event of their workspace is out.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;

use super::{Delivery, post_event, while_it_lasts};
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

    /// Holds an event back; `false` when the state it belongs to is gone, and the event with it.
    fn hold(
        &self,
        key: (WorkspaceSid, u64),
        delivery: Delivery,
        state: &CancellationToken,
    ) -> bool {
        let mut held = self.lock();
        // A state ends before what is held back for it is forgotten.
        if state.is_cancelled() {
            return false;
        }
        held.insert(key, delivery);
        true
    }

    /// The events of a workspace that another one has overtaken now; none of a state that came
    /// after that of the other one.
    pub(super) fn overtaken(
        &self,
        workspace: WorkspaceSid,
        state: &CancellationToken,
    ) -> Vec<Delivery> {
        let mut held = self.lock();
        if state.is_cancelled() {
            return Vec::new();
        }
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
        while_it_lasts(&shared, &state, work).await;
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
    if !astray.hold(key, delivery, &state) {
        return;
    }
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let work = async {
            clock::until(&shared, due).await;
            let left = shared.callbacks.astray.lock().remove(&key);
            if let Some(delivery) = left {
                post_event(&shared, &delivery, &state).await;
            }
        };
        while_it_lasts(&shared, &state, work).await;
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emulator::faults::CallbackFate;
    use crate::model::sid::{AccountSid, Sid as _};
    use crate::routing::Moment;
    use crate::routing::engine::{Effect, Engine, NewWorkspace};

    fn delivery() -> Delivery {
        let now = Moment::default();
        let mut engine = Engine::new(AccountSid::from_bits(1), 1, now);
        let new = NewWorkspace {
            friendly_name: "writers".to_owned(),
            ..NewWorkspace::default()
        };
        engine.create_workspace(now, &new).unwrap();
        let Some(Effect::Event(event)) = engine.take_effects().into_iter().next() else {
            panic!("a workspace begins with an event");
        };
        Delivery {
            event,
            fate: CallbackFate::default(),
        }
    }

    #[test]
    fn states_hold_nothing_back_for_each_other() {
        let astray = Astray::default();
        let delivery = delivery();
        let workspace = delivery.event.workspace_sid;
        let (old, new) = (CancellationToken::new(), CancellationToken::new());
        assert!(astray.hold((workspace, 0), delivery.clone(), &old));
        old.cancel();
        astray.clear();
        assert!(!astray.hold((workspace, 1), delivery.clone(), &old));
        assert_eq!(astray.count(), 0);
        assert!(astray.hold((workspace, 2), delivery, &new));
        assert!(astray.overtaken(workspace, &old).is_empty());
        assert_eq!(astray.overtaken(workspace, &new).len(), 1);
        assert_eq!(astray.count(), 0);
    }
}
