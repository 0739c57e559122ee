//! What a workspace told: its events, the facts they amount to, and where both are kept.
//!
//! An event comes in three encodings, the event callback, the Event Streams and the Events
//! resource, and is one [`RecordedEvent`] whichever it came in. Facts are rows about tasks,
//! reservations, workers, stays in queues and changes of activity. Taking an event in only merges
//! what it says into those rows, by merges that are commutative and idempotent: duplicates,
//! lateness and disorder change nothing, and a back-fill is just more of the same.
//!
//! Where to look: `recorded` for the encodings, `facts` for the rows and how they merge, `store` for
//! what a store promises, `store::sqlite` for the one there is. Nothing outside of it knows SQL.

pub mod facts;
mod pack;
mod recorded;
pub mod statistics;
mod store;

#[cfg(test)]
mod samples;

pub use facts::{
    ActivityChange, ActivityFacts, Facts, NamedFacts, QueueStay, ReservationFacts, TaskFacts,
    WorkerFacts,
};
pub use recorded::{Encoding, Malformed, Parameters, RecordedEvent, Refused};
pub use store::sqlite::{open, open_to_read};
pub use store::{
    Appended, Changes, Count, EventStore, Extent, Mark, Observed, OfferedTask, Promise, QUARANTINE,
    Quarantined, Rejected, Sent, Span, StoreError, Stored,
};
