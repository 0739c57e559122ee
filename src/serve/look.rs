//! Looks at the workspace, now and every few minutes: what its things are called, for the webhooks,
//! and who and what is there, for the figures. Events tell only of what has changed since somebody
//! listened.

use std::sync::Arc;
use std::time::Duration;

use super::directory::{Directory, all};
use super::shared::Shared;
use crate::events::{Observed, Span, StoreError};
use crate::model::{Activity, Task, TaskChannel, TaskQueue, Worker, Workflow, Workspace};
use crate::twilio;

/// What readiness calls it.
const WAITED_FOR: &str = "a look at the workspace";
/// How old a look gets.
const REFRESH: Duration = Duration::from_mins(5);
/// When Twilio is asked again after a failure.
const AGAIN: Duration = Duration::from_secs(5);

#[derive(Debug, thiserror::Error)]
enum LookError {
    #[error("cannot read the workspace")]
    Read(#[from] twilio::Error),
    #[error("cannot keep what was seen")]
    Keep(#[from] StoreError),
}

/// Takes what the store was told earlier for the workspace, until it can be looked at: callers are
/// put in line without asking Twilio for anything.
pub(super) async fn recall(shared: &Shared) {
    let now = shared.now().as_millisecond();
    match shared.store.facts(Span { from: now, to: now }).await {
        Ok(facts) => shared.know(Directory::recalled(&facts)),
        Err(error) => tracing::warn!(
            error = &error as &dyn std::error::Error,
            "cannot recall what things in the workspace are called"
        ),
    }
}

/// Looks until the server stops.
pub(super) fn keep(shared: &Arc<Shared>) {
    shared.readiness.wait_for(WAITED_FOR);
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let stop = shared.stop.clone();
        stop.run_until_cancelled(look_for_ever(&shared)).await;
    });
}

async fn look_for_ever(shared: &Shared) {
    let mut told = Vec::new();
    let mut has_looked = false;
    loop {
        let pause = match look(shared).await {
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
                has_looked = true;
                REFRESH
            }
            Err(error) => {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "cannot look at the workspace"
                );
                // Webhooks are answered and events kept while Twilio's API is not to be reached.
                if !has_looked {
                    shared.readiness.do_without(WAITED_FOR);
                }
                AGAIN
            }
        };
        tokio::time::sleep(pause).await;
    }
}

async fn look(shared: &Shared) -> Result<Directory, LookError> {
    let (client, workspace) = (&shared.client, shared.config.workspace);
    let as_of = shared.now().as_millisecond();
    let (itself, workflows, queues, activities, channels, workers, tasks) = futures::try_join!(
        client.get::<Workspace>((), workspace),
        all::<Workflow>(client, workspace),
        all::<TaskQueue>(client, workspace),
        all::<Activity>(client, workspace),
        all::<TaskChannel>(client, workspace),
        all::<Worker>(client, workspace),
        all::<Task>(client, workspace),
    )?;
    let itself = itself.record.value;
    let directory = Directory::of(&itself, &workflows, &queues, &activities, &channels);
    let seen = Observed {
        as_of,
        workers,
        activities,
        tasks,
        queues,
        workflows,
    };
    shared.store.observe(seen).await?;
    // Who asks for figures once the server is ready is to find them there.
    shared.store.settled().await?;
    Ok(directory)
}
