//! The numbers: `/stats` and what belongs to it, and the routes of the old dashboard.
//!
//! `parameters` reads what is asked, `asking` checks it, `desk` answers it from the facts, `answers`
//! remembers that for a second, `sent` sends it, `stream` tells when the answer changes, `compat` says
//! the same in the words of the old dashboard. The routes are in `figures`, `lists` and `counts`.

mod answers;
mod asking;
mod compat;
mod counts;
mod desk;
mod figures;
mod lists;
mod parameters;
mod sent;
pub(super) mod stream;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

pub(super) use answers::Given;
pub(super) use asking::Asking;
pub(super) use compat::{OldStatistics, OldTask, OldWorker};
pub(super) use counts::MinuteList;
pub(super) use desk::{Desk, failed};
pub(super) use figures::QueueAnswer;
pub(super) use lists::{TaskList, WorkerList};
pub(super) use parameters::{Asked, Known, MOST_MINUTES_IN_MEMORY, MOST_ROWS_ON_BOARD, statuses};

use super::shared::Shared;

/// What tells of nobody in particular.
pub(super) fn figures() -> Router<Arc<Shared>> {
    Router::new()
        .route("/stats", get(figures::statistics))
        .route("/stats/stream", get(stream::follow))
        .route("/stats/queues/{name}", get(figures::queue))
        .route("/stats/minutes", get(counts::minutes))
        .route("/stats/events", get(counts::events))
        .merge(compat::figures())
}

/// Tasks and workers one by one.
pub(super) fn lists() -> Router<Arc<Shared>> {
    Router::new()
        .route("/stats/tasks", get(lists::tasks))
        .route("/stats/workers", get(lists::workers))
        .merge(compat::lists())
}
