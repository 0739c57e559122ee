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
const ORDER: &[EventType] = &[
    EventType::WorkspaceCreated,
    EventType::ActivityCreated,
    EventType::TaskChannelCreated,
    EventType::TaskQueueCreated,
    EventType::WorkflowCreated,
    EventType::WorkerCreated,
    EventType::WorkspaceUpdated,
    EventType::ActivityUpdated,
    EventType::TaskChannelUpdated,
    EventType::TaskQueueExpressionUpdated,
    EventType::WorkflowUpdated,
    EventType::WorkflowEntered,
    EventType::TaskCreated,
    EventType::TaskQueueTimeout,
    EventType::WorkflowTimeout,
    EventType::TaskQueueMoved,
    EventType::TaskQueueEntered,
    EventType::WorkflowTargetMatched,
    EventType::WorkflowSkipped,
    EventType::TaskUpdated,
    EventType::TaskTransferInitiated,
    EventType::TaskTransferAttemptFailed,
    EventType::TaskTransferFailed,
    EventType::TaskTransferCanceled,
    EventType::TaskTransferCompleted,
    EventType::WorkerAttributesUpdate,
    EventType::WorkerCapacityUpdate,
    EventType::WorkerChannelAvailabilityUpdate,
    EventType::ReservationCreated,
    EventType::ReservationAccepted,
    EventType::ReservationRejected,
    EventType::ReservationTimeout,
    EventType::ReservationRescinded,
    EventType::ReservationFailed,
    EventType::TaskWrapup,
    EventType::ReservationWrapup,
    EventType::TaskCompleted,
    EventType::TaskCanceled,
    EventType::ReservationCompleted,
    EventType::ReservationCanceled,
    EventType::WorkerActivityUpdate,
    EventType::TaskDeleted,
    EventType::TaskSystemDeleted,
    EventType::WorkerDeleted,
    EventType::WorkflowDeleted,
    EventType::TaskQueueDeleted,
    EventType::TaskChannelDeleted,
    EventType::ActivityDeleted,
    EventType::WorkspaceDeleted,
];

/// Where the type stands in that order; before all others when it is unheard of.
fn rank(kind: EventType) -> u8 {
    let place = ORDER.iter().position(|known| *known == kind);
    place.map_or(0, |place| {
        u8::try_from(place + 1).expect("there are fewer types than that")
    })
}

#[cfg(test)]
mod tests {
    use super::{EventType, rank};

    #[test]
    fn every_type_has_its_own_rank() {
        let mut ranks: Vec<u8> = EventType::ALL.iter().map(|kind| rank(*kind)).collect();
        ranks.sort_unstable();
        let expected: Vec<u8> = (1..).take(EventType::ALL.len()).collect();
        assert_eq!(ranks, expected);
        assert_eq!(rank(EventType::Unknown), 0);
    }
}
