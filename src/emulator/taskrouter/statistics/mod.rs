//! Statistics: <https://www.twilio.com/docs/taskrouter/api/statistics>.
//!
//! Per owner there are three resources (real-time, cumulative, and the older combination of both);
//! what the figures are is the business of [`crate::emulator::statistics`].

mod asked;
mod task_queues;
mod workers;
mod workflows;
mod workspace;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::emulator::shared::Shared;

pub(super) fn routes() -> Router<Arc<Shared>> {
    let below = |rest: &str| format!("/Workspaces/{{workspace}}/{rest}");
    Router::new()
        .route(&below("Statistics"), get(workspace::combined))
        .route(&below("RealTimeStatistics"), get(workspace::real_time))
        .route(&below("CumulativeStatistics"), get(workspace::cumulative))
        .route(&below("TaskQueues/Statistics"), get(task_queues::list))
        .route(
            &below("TaskQueues/RealTimeStatistics"),
            post(task_queues::bulk),
        )
        .route(
            &below("TaskQueues/{sid}/Statistics"),
            get(task_queues::combined),
        )
        .route(
            &below("TaskQueues/{sid}/RealTimeStatistics"),
            get(task_queues::real_time),
        )
        .route(
            &below("TaskQueues/{sid}/CumulativeStatistics"),
            get(task_queues::cumulative),
        )
        .route(
            &below("Workflows/{sid}/Statistics"),
            get(workflows::combined),
        )
        .route(
            &below("Workflows/{sid}/RealTimeStatistics"),
            get(workflows::real_time),
        )
        .route(
            &below("Workflows/{sid}/CumulativeStatistics"),
            get(workflows::cumulative),
        )
        .route(&below("Workers/Statistics"), get(workers::combined))
        .route(
            &below("Workers/RealTimeStatistics"),
            get(workers::real_time),
        )
        .route(
            &below("Workers/CumulativeStatistics"),
            get(workers::cumulative),
        )
        .route(&below("Workers/{sid}/Statistics"), get(workers::one))
}
