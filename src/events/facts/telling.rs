//! Reads what one event says: the stamps of what it writes and its parameters, typed.

use super::merge::{Earliest, Latest, Stamp};
use crate::events::RecordedEvent;
use crate::model::EventType;
use crate::model::sid::Sid;

/// An event that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling<'a> {
    pub(super) event: &'a RecordedEvent,
    pub(super) kind: EventType,
}

impl<'a> Telling<'a> {
    pub(super) fn new(event: &'a RecordedEvent) -> Self {
        Self {
            event,
            kind: event.event_type(),
        }
    }

    /// The stamp of a value whose changes this parameter counts.
    pub(super) fn stamp(self, version: &str) -> Stamp {
        Stamp {
            version: self.number(version).unwrap_or(-1),
            at: self.event.at,
            rank: rank(self.kind),
            event: self.event.sid.bits(),
        }
    }

    pub(super) fn text(self, name: &str) -> Option<&'a str> {
        self.event.parameters.get(name)
    }

    pub(super) fn number(self, name: &str) -> Option<i64> {
        self.text(name)?.trim().parse().ok()
    }

    pub(super) fn sid<S: Sid>(self, name: &str) -> Option<u128> {
        self.text(name)?.parse::<S>().ok().map(S::bits)
    }

    /// A date in whole seconds, as milliseconds.
    pub(super) fn date(self, name: &str) -> Option<i64> {
        self.number(name)?.checked_mul(1000)
    }

    /// The moment of the event, where it sets one.
    pub(super) fn moment(self, sets: bool) -> Earliest {
        Earliest(sets.then_some(self.event.at))
    }
}

impl Stamp {
    pub(super) fn on<T>(self, value: Option<T>) -> Option<Latest<T>> {
        value.map(|value| Latest { stamp: self, value })
    }

    pub(super) fn on_text(self, value: Option<&str>) -> Option<Latest<String>> {
        self.on(value.map(str::to_owned))
    }
}

/// In which order types happen that tell of the same version at the same moment: those that open
/// something before those that close it.
const fn rank(kind: EventType) -> u8 {
    match kind {
        EventType::WorkflowEntered => 1,
        EventType::TaskCreated => 2,
        EventType::TaskQueueTimeout => 3,
        EventType::WorkflowTimeout => 4,
        EventType::TaskQueueMoved => 5,
        EventType::TaskQueueEntered => 6,
        EventType::WorkflowTargetMatched | EventType::WorkflowSkipped => 7,
        EventType::TaskUpdated => 8,
        EventType::TaskTransferInitiated => 9,
        EventType::TaskTransferAttemptFailed => 10,
        EventType::TaskTransferFailed
        | EventType::TaskTransferCanceled
        | EventType::TaskTransferCompleted => 11,

        EventType::WorkerCreated
        | EventType::ActivityCreated
        | EventType::TaskChannelCreated
        | EventType::TaskQueueCreated
        | EventType::WorkflowCreated
        | EventType::WorkspaceCreated => 1,
        EventType::WorkerAttributesUpdate => 2,
        EventType::WorkerCapacityUpdate => 3,
        EventType::WorkerChannelAvailabilityUpdate => 4,

        EventType::ReservationCreated => 12,
        EventType::ReservationAccepted => 13,
        EventType::ReservationRejected
        | EventType::ReservationTimeout
        | EventType::ReservationRescinded
        | EventType::ReservationFailed => 14,
        EventType::TaskWrapup => 15,
        EventType::ReservationWrapup => 16,
        EventType::TaskCompleted | EventType::TaskCanceled => 17,
        EventType::ReservationCompleted | EventType::ReservationCanceled => 18,

        EventType::WorkerActivityUpdate => 19,
        EventType::ActivityUpdated
        | EventType::TaskChannelUpdated
        | EventType::TaskQueueExpressionUpdated
        | EventType::WorkflowUpdated
        | EventType::WorkspaceUpdated => 20,

        EventType::TaskDeleted
        | EventType::TaskSystemDeleted
        | EventType::WorkerDeleted
        | EventType::ActivityDeleted
        | EventType::TaskChannelDeleted
        | EventType::TaskQueueDeleted
        | EventType::WorkflowDeleted
        | EventType::WorkspaceDeleted => 21,

        EventType::Unknown => 0,
    }
}
