//! The TaskRouter API, version 1 (<https://www.twilio.com/docs/taskrouter/api>).
//!
//! What all collections of a workspace do alike (list, create, fetch, update, delete) is written
//! once, in [`collection`]; a file per resource says what is its own: parameters, filters, body.

mod activities;
mod collection;
mod events;
mod render;
mod reservations;
mod statistics;
mod task_channels;
mod task_queues;
mod tasks;
mod worker_channels;
mod workers;
mod workflows;
mod workspaces;

use std::sync::Arc;

use axum::Router;

use super::shared::Shared;

/// All routes below `/v1`.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .merge(workspaces::routes())
        .merge(collection::routes::<activities::Activities>())
        .merge(collection::routes::<task_channels::TaskChannels>())
        .merge(collection::routes::<workers::Workers>())
        .merge(collection::routes::<task_queues::TaskQueues>())
        .merge(collection::routes::<workflows::Workflows>())
        .merge(collection::routes::<tasks::Tasks>())
        .merge(worker_channels::routes())
        .merge(reservations::routes())
        .merge(events::routes())
        .merge(statistics::routes())
}
