//! Questions asked of facts: how things are now, and what happened in a window of time. Nothing in
//! here reads a clock or a store.
//!
//! The [`Ledger`] holds the facts of the last day or so in few bytes each; [`Ledger::answer`]
//! counts figures in one pass over it. What each figure means stands at its field in `answer`, and
//! for people in `docs/stats.md`.

mod answer;
mod count;
mod ledger;
mod line;
mod minutes;
mod names;
mod question;
mod rows;
mod seconds;
mod sight;
mod tally;
#[cfg(test)]
mod tests;
mod waits;
mod workers;

pub use answer::{
    ActivityCount, EventCounts, Figures, QueueFigures, ServiceLevel, Statistics, TasksByStatus,
    TasksNow, Today, Waiting, Window, WorkersNow,
};
pub use count::Counted;
pub use ledger::Ledger;
pub use minutes::MinuteFigures;
pub use question::{Between, Filters, Question, Thresholds};
pub use rows::{Attributes, TaskRow, WorkerName, WorkerRow};
pub use seconds::{Seconds, Stamp};
pub use sight::Limits;
pub use waits::Times;
