//! Keeps what the workspace's workflows, queues, activities and channels are called.

use std::sync::Arc;
use std::time::Duration;

use super::directory::Directory;
use super::shared::Shared;

/// What readiness calls it.
const WAITED_FOR: &str = "the workspace's names";
/// How old names get.
const REFRESH: Duration = Duration::from_mins(5);
/// When Twilio is asked again after a failure.
const AGAIN: Duration = Duration::from_secs(5);

/// Reads the names, now and every few minutes, until the server stops.
pub(super) fn keep(shared: &Arc<Shared>) {
    shared.readiness.wait_for(WAITED_FOR);
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let stop = shared.stop.clone();
        stop.run_until_cancelled(read_for_ever(&shared)).await;
    });
}

async fn read_for_ever(shared: &Shared) {
    let mut told = Vec::new();
    loop {
        let read = Directory::read(&shared.client, shared.config.workspace).await;
        let pause = match read {
            Ok(directory) => {
                let problems: Vec<String> = shared
                    .config
                    .flow
                    .problems_in(&directory)
                    .iter()
                    .map(ToString::to_string)
                    .collect();
                if problems != told {
                    for problem in &problems {
                        tracing::warn!(problem, "the flow does not fit the workspace");
                    }
                    told = problems;
                }
                shared.know(directory);
                shared.readiness.done(WAITED_FOR);
                REFRESH
            }
            Err(error) => {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "cannot read the workspace's names"
                );
                AGAIN
            }
        };
        tokio::time::sleep(pause).await;
    }
}
