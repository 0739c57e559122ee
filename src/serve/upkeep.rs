//! What the server does by itself: it takes in what was missed while it was down, then keeps to the
//! policies.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::backfill::{Filled, Window, backfill};
use super::policy::{Mode, Policy};
use super::shared::Shared;

/// What readiness calls it.
const WAITED_FOR: &str = "the back-fill";
/// When Twilio's log is read again after a failure.
const AGAIN: Duration = Duration::from_secs(30);

/// What the server does by itself beside answering.
#[derive(Debug, Clone, Default)]
pub struct Upkeep {
    /// The file of the store, if what was missed is to be taken in; how far that came is noted
    /// beside it.
    pub backfill: Option<PathBuf>,
    /// Where journals are kept, for policies; without it they do nothing.
    pub journals: Option<PathBuf>,
}

/// Takes in what was missed, then keeps to the policies until the server stops.
pub(super) fn keep(shared: &Arc<Shared>) {
    let upkeep = &shared.config.upkeep;
    let policy = upkeep.journals.as_ref().map(|journals| {
        Policy::new(
            shared.config.settings.policy.clone(),
            shared.config.time_zone.clone(),
            shared.client.clone(),
            shared.config.workspace,
            journals,
            shared.stop.clone(),
        )
    });
    let policy = policy.filter(|_| shared.config.settings.policy.mode != Mode::Off);
    let store_file = upkeep.backfill.clone();
    if store_file.is_some() {
        shared.readiness.wait_for(WAITED_FOR);
    }
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        if let Some(file) = store_file {
            let stop = shared.stop.clone();
            if stop
                .run_until_cancelled(fill(&shared, file))
                .await
                .is_none()
            {
                return;
            }
            // What was taken in is to be in the figures, too.
            let last = *shared.store.positions().borrow();
            let mut projected = shared.store.projected();
            let followed = projected.wait_for(|position| *position >= last);
            if !matches!(stop.run_until_cancelled(followed).await, Some(Ok(_))) {
                return;
            }
            shared.readiness.done(WAITED_FOR);
        }
        if let Some(policy) = policy {
            let now = || shared.now();
            policy
                .keep(&*shared.store, now, |told| match told {
                    Ok(deed) if deed.outcome == "failed" => tracing::warn!("{deed}"),
                    Ok(deed) => tracing::info!("{deed}"),
                    Err(error) => tracing::warn!(
                        error = error as &dyn std::error::Error,
                        "the policies could not be kept to"
                    ),
                })
                .await;
        }
    });
}

/// Until it has worked: figures without what was missed would be wrong.
async fn fill(shared: &Shared, file: PathBuf) -> Filled {
    loop {
        let filled = backfill(
            &shared.client,
            &*shared.store,
            &file,
            shared.config.workspace,
            Window::default(),
            shared.now(),
            |_| {},
        )
        .await;
        match filled {
            Ok(filled) => {
                tracing::info!(
                    new = filled.new,
                    known = filled.known,
                    quarantined = filled.quarantined,
                    "took in what was missed"
                );
                return filled;
            }
            Err(error) => tracing::warn!(
                error = &error as &dyn std::error::Error,
                "could not take in what was missed; trying again"
            ),
        }
        tokio::time::sleep(AGAIN).await;
    }
}
