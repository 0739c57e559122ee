//! What the events amount to: rows whose moments and latest values are set by merges that are
//! commutative and idempotent, so that any order, any duplicates and any batches give the same.
//!
//! A moment is the earliest at which one of the events that set it happened. A latest value is that
//! of the last writer: the version of the task, worker or reservation decides first, for a clock may
//! jump, then the time, then a fixed rank of event types, then the event's SID. A final status is
//! never left.
//!
//! All times are milliseconds since 1970 began.

pub(super) mod merge;
pub(super) mod name;
pub(super) mod reservation;
mod rows;
pub(super) mod states;
pub(super) mod stay;
pub(super) mod task;
mod team;
mod telling;
pub(super) mod worker;

#[cfg(test)]
mod tests;

pub(crate) use team::team_in;

pub use rows::{
    ActivityChange, ActivityFacts, Facts, NamedFacts, QueueStay, ReservationFacts, TaskFacts,
    WorkerFacts,
};
