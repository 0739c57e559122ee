//! What happened in a window of time, counted from the event log.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Question, Spans};
use crate::emulator::event_log::EventLog;
use crate::model::EventType;
use crate::model::sid::{TaskQueueSid, WorkflowSid, WorkspaceSid};
use crate::model::statistics::{ReservationCounts, SplitByWaitTime, SplitCounts, WaitSplit};
use crate::routing::engine::Event;

/// Tasks and reservations that are split at a threshold at most, the earliest first.
const MOST_SPLIT: u64 = 10_000;

/// The figures of one owner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) reservations: ReservationCounts,
    pub(crate) tasks_created: u64,
    pub(crate) tasks_canceled: u64,
    pub(crate) tasks_completed: u64,
    pub(crate) tasks_deleted: u64,
    pub(crate) tasks_moved: u64,
    pub(crate) entered_queue: u64,
    pub(crate) entered_workflow: u64,
    pub(crate) timed_out_in_workflow: u64,
    /// From creation, also when the task came from another queue.
    pub(crate) until_accepted: Spans,
    pub(crate) until_canceled: Spans,
    pub(crate) in_queue_until_accepted: Spans,
    splits: Vec<(u64, WaitSplit)>,
}

impl Tally {
    pub(crate) fn new(thresholds: &[u64]) -> Self {
        Self {
            splits: thresholds
                .iter()
                .map(|seconds| (*seconds, WaitSplit::default()))
                .collect(),
            ..Self::default()
        }
    }

    /// Waits by threshold; `None` when no threshold was given.
    pub(crate) fn split(&self) -> Option<SplitByWaitTime> {
        (!self.splits.is_empty()).then(|| self.splits.iter().copied().collect())
    }

    fn note(&mut self, event: &Event) {
        let reservations = &mut self.reservations;
        match event.kind {
            EventType::ReservationCreated => reservations.reservations_created += 1,
            EventType::ReservationRejected => reservations.reservations_rejected += 1,
            EventType::ReservationTimeout => reservations.reservations_timed_out += 1,
            EventType::ReservationCanceled => reservations.reservations_canceled += 1,
            EventType::ReservationRescinded => reservations.reservations_rescinded += 1,
            EventType::ReservationAccepted => {
                reservations.reservations_accepted += 1;
                if let Some(task) = &event.task {
                    let waited = event.at.milliseconds_since(task.created);
                    self.until_accepted.add(waited);
                    if let Some(entered) = task.queue_entered {
                        let waited = event.at.milliseconds_since(entered);
                        self.in_queue_until_accepted.add(waited);
                    }
                    self.split_at(waited, |counts| &mut counts.reservations_accepted);
                }
            }
            EventType::TaskCanceled => {
                self.tasks_canceled += 1;
                if let Some(task) = &event.task {
                    let waited = event.at.milliseconds_since(task.created);
                    self.until_canceled.add(waited);
                    self.split_at(waited, |counts| &mut counts.tasks_canceled);
                }
            }
            EventType::TaskCreated => self.tasks_created += 1,
            EventType::TaskCompleted => self.tasks_completed += 1,
            EventType::TaskDeleted | EventType::TaskSystemDeleted => self.tasks_deleted += 1,
            EventType::TaskQueueMoved => self.tasks_moved += 1,
            EventType::TaskQueueEntered => self.entered_queue += 1,
            EventType::WorkflowEntered => self.entered_workflow += 1,
            EventType::WorkflowTimeout => self.timed_out_in_workflow += 1,
            _ => {}
        }
    }

    fn split_at(&mut self, milliseconds: u64, counter: fn(&mut SplitCounts) -> &mut u64) {
        for (seconds, split) in &mut self.splits {
            let considered = [split.above, split.below]
                .iter()
                .map(|side| side.tasks_canceled + side.reservations_accepted)
                .sum::<u64>();
            if considered == MOST_SPLIT {
                continue;
            }
            let side = if milliseconds > seconds.saturating_mul(1000) {
                &mut split.above
            } else {
                &mut split.below
            };
            *counter(side) += 1;
        }
    }
}

/// The figures of every owner that something happened to; `owner` says whose an event is.
pub(crate) fn tallies<K: Ord>(
    events: &EventLog,
    workspace: WorkspaceSid,
    question: &Question,
    owner: impl Fn(&Event) -> Option<K>,
) -> BTreeMap<K, Tally> {
    let mut tallies = BTreeMap::new();
    let window = question.window;
    for event in events.between(workspace, window.from, window.to) {
        if is_of_channel(event, question)
            && let Some(owner) = owner(event)
        {
            tallies
                .entry(owner)
                .or_insert_with(|| Tally::new(&question.thresholds))
                .note(event);
        }
    }
    tallies
}

fn is_of_channel(event: &Arc<Event>, question: &Question) -> bool {
    question.channel.is_none_or(|channel| {
        event
            .task
            .as_ref()
            .is_some_and(|task| task.channel_sid == channel)
    })
}

/// The queue whose figures an event belongs to: the one that was left for a move.
pub(crate) fn queue_of(event: &Event) -> Option<TaskQueueSid> {
    let queue = if event.kind == EventType::TaskQueueMoved {
        event.previous_queue.as_deref()
    } else {
        event.queue.as_deref()
    };
    queue.map(|queue| queue.sid)
}

/// The workflow whose figures an event belongs to.
pub(crate) fn workflow_of(event: &Event) -> Option<WorkflowSid> {
    event.workflow.as_ref().map(|workflow| workflow.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_as_long_as_the_threshold_is_below_it() {
        let mut tally = Tally::new(&[0, 5]);
        for milliseconds in [0, 1, 5_000, 5_001] {
            tally.split_at(milliseconds, |counts| &mut counts.reservations_accepted);
        }
        tally.split_at(5_000, |counts| &mut counts.tasks_canceled);
        let split = tally.split().unwrap();
        let sides = |seconds: u64| {
            let WaitSplit { above, below } = split[&seconds];
            [above, below].map(|side| (side.tasks_canceled, side.reservations_accepted))
        };
        assert_eq!(sides(0), [(1, 3), (0, 1)]);
        assert_eq!(sides(5), [(0, 1), (1, 3)]);
        assert_eq!(Tally::new(&[]).split(), None);
    }

    #[test]
    fn ten_thousand_waits_are_split() {
        let mut tally = Tally::new(&[5]);
        for _ in 0..MOST_SPLIT {
            tally.split_at(0, |counts| &mut counts.tasks_canceled);
        }
        tally.split_at(9_000, |counts| &mut counts.tasks_canceled);
        let split = tally.split().unwrap()[&5];
        assert_eq!(split.below.tasks_canceled, MOST_SPLIT);
        assert_eq!(split.above.tasks_canceled, 0);
    }
}
