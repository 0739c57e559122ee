//! What the server does by itself: it keeps the figures at hand, takes in what was missed, and keeps
//! to the policies.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::backfill::{Window, backfill};
use super::policy::{Mode, Policy};
use super::shared::Shared;

/// What readiness calls it.
const WAITED_FOR: &str = "the back-fill";
/// What it calls the figures.
const FIGURES: &str = "the facts of the events in the store";
/// How often the figures are brought up to date when nobody asks.
const CATCH_UP: Duration = Duration::from_secs(5);
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
                .run_until_cancelled(fill(&shared, &file))
                .await
                .is_none()
            {
                return;
            }
            // What was taken in is to be in the figures, too.
            if stop
                .run_until_cancelled(figures_follow(&shared))
                .await
                .is_none()
            {
                return;
            }
            shared.readiness.done(WAITED_FOR);
            tokio::spawn(refill(Arc::clone(&shared), file));
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

/// Keeps the figures at hand until the server stops. They are not to be relied on, and whoever asks
/// first would wait for them, before they have followed what the store had at the start.
pub(super) fn keep_figures(shared: &Arc<Shared>) {
    shared.readiness.wait_for(FIGURES);
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let stop = shared.stop.clone();
        stop.run_until_cancelled(async {
            figures_follow(&shared).await;
            shared.readiness.done(FIGURES);
            loop {
                tokio::time::sleep(CATCH_UP).await;
                catch_up(&shared).await;
            }
        })
        .await;
    });
}

/// Until all that is in the store now is in the figures.
async fn figures_follow(shared: &Shared) {
    // The store ends with the server.
    if shared.store.settled().await.is_err() {
        return std::future::pending().await;
    }
    while !catch_up(shared).await {
        tokio::time::sleep(CATCH_UP).await;
    }
}

async fn catch_up(shared: &Shared) -> bool {
    match shared.desk.catch_up(shared.now()).await {
        Ok(()) => true,
        Err(problem) => {
            tracing::warn!(?problem, "the figures could not be brought up to date");
            false
        }
    }
}

/// Until it has worked: figures without what was missed would be wrong.
async fn fill(shared: &Shared, file: &Path) {
    while !fill_once(shared, file).await {
        tokio::time::sleep(AGAIN).await;
    }
}

/// Again and again until the server stops: an event callback that fails is not sent again.
async fn refill(shared: Arc<Shared>, file: PathBuf) {
    let again = async {
        loop {
            tokio::time::sleep(shared.config.settings.backfill_every).await;
            fill_once(&shared, &file).await;
        }
    };
    shared.stop.run_until_cancelled(again).await;
}

/// Whether it has worked.
async fn fill_once(shared: &Shared, file: &Path) -> bool {
    let filled = backfill(
        &shared.client,
        &*shared.store,
        file,
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
            true
        }
        Err(error) => {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "could not take in what was missed; trying again"
            );
            false
        }
    }
}
