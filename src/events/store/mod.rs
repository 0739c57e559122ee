//! What a store of events promises. It speaks of events and facts, not of how they are kept.

mod error;
pub(super) mod sqlite;

pub use error::StoreError;

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures::future::BoxFuture;
use jiff::civil::Date;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Serialize, Serializer};
use tokio::sync::watch;

use super::facts::{
    ActivityChange, ActivityFacts, Facts, NamedFacts, QueueStay, ReservationFacts, TaskFacts,
    WorkerFacts,
};
use super::recorded::{Encoding, RecordedEvent};
use crate::model::sid::{EventSid, TaskQueueSid, TaskSid, WorkflowSid, WorkspaceSid};
use crate::model::{Activity, Task, TaskQueue, Worker, Workflow};

/// Keeps every event once and answers questions about what they amount to.
///
/// Positions count events by arrival, from 1 and without gaps. Facts follow the events after a
/// moment: [`EventStore::projected`] says how far they are.
pub trait EventStore: Send + Sync {
    /// Takes events in; they are durable when this resolves. An event that is known already is
    /// merged with what is known of it.
    fn append(&self, events: Vec<RecordedEvent>) -> BoxFuture<'_, Result<Appended, StoreError>>;

    /// Keeps what was sent as events and is none; durable when this resolves. The last
    /// [`QUARANTINE`] are kept: tells how many older ones had to make room.
    fn quarantine(&self, rejected: Vec<Rejected>) -> BoxFuture<'_, Result<u64, StoreError>>;

    /// What was refused last, newest first.
    fn quarantined(&self, limit: usize) -> BoxFuture<'_, Result<Vec<Quarantined>, StoreError>>;

    /// What was refused under a number, if it is still kept.
    fn rejected(&self, number: u64) -> BoxFuture<'_, Result<Option<Quarantined>, StoreError>>;

    /// How much was refused in all, with what is no longer kept.
    fn quarantine_size(&self) -> BoxFuture<'_, Result<u64, StoreError>>;

    /// Takes in what Twilio said is there now; durable when this resolves. What was seen later, or
    /// told by a later event, stays.
    fn observe(&self, observed: Observed) -> BoxFuture<'_, Result<(), StoreError>>;

    /// Keeps a promise in mind until it is [kept](EventStore::kept); durable when this resolves.
    /// Tells whether it is still to be kept: what was promised under the same key before counts.
    fn promise(&self, promise: Promise) -> BoxFuture<'_, Result<bool, StoreError>>;

    /// What was promised and is not kept yet, oldest first.
    fn promised(&self, limit: usize) -> BoxFuture<'_, Result<Vec<Promise>, StoreError>>;

    /// The promise under this key is kept; durable when this resolves. Keys of promises that were
    /// kept are remembered for a while, so that the same one is not made again.
    fn kept(&self, key: String) -> BoxFuture<'_, Result<(), StoreError>>;

    /// Events by arrival, behind a position; 0 for the first.
    fn after(&self, position: u64, limit: usize) -> BoxFuture<'_, Result<Vec<Stored>, StoreError>>;

    /// Events by the time they happened, oldest first, within a span and behind a mark: the way to
    /// read any number of them in bounded chunks.
    fn between(
        &self,
        span: Span,
        behind: Option<Mark>,
        limit: usize,
    ) -> BoxFuture<'_, Result<Vec<Stored>, StoreError>>;

    /// One event.
    fn event(&self, sid: EventSid) -> BoxFuture<'_, Result<Option<Stored>, StoreError>>;

    /// How many events there are within a span, by day (UTC) and type; of one workspace, or of all.
    fn counts(
        &self,
        span: Span,
        workspace: Option<WorkspaceSid>,
    ) -> BoxFuture<'_, Result<Vec<Count>, StoreError>>;

    /// How many events there are, and the times of the first and the last that happened; `None`
    /// without any.
    fn extent(&self) -> BoxFuture<'_, Result<Option<Extent>, StoreError>>;

    /// The position of the last durable event, 0 without any; changes as they come.
    fn positions(&self) -> watch::Receiver<u64>;

    /// The position up to which the facts are true; changes as they follow.
    fn projected(&self) -> watch::Receiver<u64>;

    /// How many events the facts are behind: those that are not in them yet, and those that were
    /// told anew since.
    fn lag(&self) -> u64 {
        let (position, projected) = (*self.positions().borrow(), *self.projected().borrow());
        position.saturating_sub(projected)
    }

    /// Everything that questions about a span are answered from, read in one go.
    fn facts(&self, span: Span) -> BoxFuture<'_, Result<Facts, StoreError>>;

    /// Counts changes of the facts, by events and by looks at what is there.
    fn revision(&self) -> u64 {
        *self.projected().borrow()
    }

    /// Rows of the facts that changed behind a revision, with workers that were deleted and all
    /// names; `None` when that is too long ago to say, and everything has to be read again.
    fn changes(&self, behind: u64) -> BoxFuture<'_, Result<Option<Changes>, StoreError>> {
        let _ = behind;
        Box::pin(std::future::ready(Ok(None)))
    }

    /// Tasks that are open, with their attributes.
    fn open_tasks(&self) -> BoxFuture<'_, Result<Vec<TaskFacts>, StoreError>>;

    /// One task, with its attributes.
    fn task(&self, sid: TaskSid) -> BoxFuture<'_, Result<Option<TaskFacts>, StoreError>>;

    /// These tasks with their attributes, each with its reservations, oldest first; those that nothing
    /// is known of are left out.
    fn tasks_with_reservations(
        &self,
        sids: Vec<TaskSid>,
    ) -> BoxFuture<'_, Result<Vec<OfferedTask>, StoreError>>;

    /// Tasks that were created, accepted or ended within a span.
    fn tasks_in(&self, span: Span) -> BoxFuture<'_, Result<Vec<TaskFacts>, StoreError>>;

    /// Reservations that are open.
    fn open_reservations(&self) -> BoxFuture<'_, Result<Vec<ReservationFacts>, StoreError>>;

    /// Reservations that were made, accepted or ended within a span.
    fn reservations_in(
        &self,
        span: Span,
    ) -> BoxFuture<'_, Result<Vec<ReservationFacts>, StoreError>>;

    /// The reservations of a task, oldest first.
    fn reservations_of(
        &self,
        task: TaskSid,
    ) -> BoxFuture<'_, Result<Vec<ReservationFacts>, StoreError>>;

    /// Stays in queues that began, or ended otherwise than by moving on, within a span.
    fn queue_stays_in(&self, span: Span) -> BoxFuture<'_, Result<Vec<QueueStay>, StoreError>>;

    /// Changes of activity within a span, and every worker's next one behind it: it tells how long
    /// the activity before lasted.
    fn activity_changes_in(
        &self,
        span: Span,
    ) -> BoxFuture<'_, Result<Vec<ActivityChange>, StoreError>>;

    /// Workers, with those that were deleted.
    fn workers(&self) -> BoxFuture<'_, Result<Vec<WorkerFacts>, StoreError>>;

    /// Activities, with those that were deleted.
    fn activities(&self) -> BoxFuture<'_, Result<Vec<ActivityFacts>, StoreError>>;

    /// Queues, with those that were deleted.
    fn queues(&self) -> BoxFuture<'_, Result<Vec<NamedFacts<TaskQueueSid>>, StoreError>>;

    /// Workflows, with those that were deleted.
    fn workflows(&self) -> BoxFuture<'_, Result<Vec<NamedFacts<WorkflowSid>>, StoreError>>;

    /// Resolves when the facts have caught up with everything that was durable when this was asked,
    /// looks included.
    fn settled(&self) -> BoxFuture<'_, Result<(), StoreError>>;

    /// Forgets the facts and makes them anew from the events, while questions go on being asked.
    fn rebuild(&self) -> BoxFuture<'_, Result<(), StoreError>>;

    /// Takes nothing more in, waits for what was, and closes what is open. Whatever is asked
    /// afterwards is answered [`StoreError::Closed`].
    fn close(&self) -> BoxFuture<'_, ()>;
}

/// A task and its reservations, oldest first.
pub type OfferedTask = (TaskFacts, Vec<ReservationFacts>);

/// Rows of the facts that changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// All changes up to this revision are in it.
    pub revision: u64,
    /// The rows, as they are now.
    pub facts: Facts,
}

/// What became of events that were taken in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Appended {
    /// Events nobody had told of.
    pub new: usize,
    /// Events that were known.
    pub known: usize,
}

/// An event and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// Counts events by arrival, from 1.
    pub position: u64,
    /// The event.
    #[serde(flatten)]
    pub event: RecordedEvent,
}

impl Stored {
    /// Where to go on reading by time.
    pub fn mark(&self) -> Mark {
        Mark {
            at: self.event.at,
            position: self.position,
        }
    }
}

/// Where to go on reading by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark {
    /// When the last event that was read happened.
    pub at: i64,
    /// Its position.
    pub position: u64,
}

/// A span of time, in milliseconds since 1970 began: `from` is in it, `to` is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first millisecond.
    pub from: i64,
    /// The first millisecond behind.
    pub to: i64,
}

impl Span {
    /// All of time.
    pub const ALL: Self = Self {
        from: i64::MIN,
        to: i64::MAX,
    };

    /// Whether the moment is in it.
    pub const fn contains(self, at: i64) -> bool {
        self.from <= at && at < self.to
    }
}

/// How much of what was refused is kept: what came last.
pub const QUARANTINE: u64 = 10_000;

/// Something that was sent as an event and is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// When it came, in milliseconds since 1970 began.
    pub at: i64,
    /// What it was sent as.
    pub encoding: Encoding,
    /// Why it is none.
    pub reason: String,
    /// What was sent.
    #[serde(flatten)]
    pub body: Sent,
}

/// Bytes that were sent, as they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent(pub Vec<u8>);

impl Sent {
    /// As text; what is no UTF-8 in it is replaced.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }
}

impl From<String> for Sent {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl From<&[u8]> for Sent {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

/// `body` is the text; `body_base64` is there when that is not all.
impl Serialize for Sent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.text();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("body", &text)?;
        if let Cow::Owned(_) = text {
            map.serialize_entry("body_base64", &STANDARD.encode(&self.0))?;
        }
        map.end()
    }
}

/// Something that was refused, and its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quarantined {
    /// Counts what was refused, from 1.
    pub number: u64,
    /// What it was.
    #[serde(flatten)]
    pub rejected: Rejected,
}

/// Something that somebody was told will be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The same for the same promise.
    pub key: String,
    /// When it was made, in milliseconds since 1970 began.
    pub at: i64,
    /// What is to be done, in the words of who promised it.
    pub what: String,
}

/// What Twilio said is there.
#[derive(Debug, Clone, Default)]
pub struct Observed {
    /// When it was asked, in milliseconds since 1970 began: just before the request was sent. What
    /// tells when it last changed is taken as of then.
    pub as_of: i64,
    /// Workers.
    pub workers: Vec<Worker>,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Tasks.
    pub tasks: Vec<Task>,
    /// Queues.
    pub queues: Vec<TaskQueue>,
    /// Workflows.
    pub workflows: Vec<Workflow>,
}

/// How many events of a type happened on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Count {
    /// The day, in UTC.
    pub day: Date,
    /// The type.
    pub kind: String,
    /// How many.
    pub events: u64,
}

/// How much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// How many events.
    pub events: u64,
    /// When the first happened.
    pub first: i64,
    /// When the last happened.
    pub last: i64,
}
