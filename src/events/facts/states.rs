//! The states of everything some events and looks speak of.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::merge::Merge;
use super::name::{NameState, Noun};
use super::reservation::ReservationState;
use super::rows::ActivityChange;
use super::stay::{StayKey, StayState};
use super::task::TaskState;
use super::telling::Telling;
use super::worker::{self, WorkerState};
use crate::events::{Observed, RecordedEvent};
use crate::model::sid::{ReservationSid, Sid as _, TaskSid, WorkerSid};

/// States by what they are of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::events) struct States {
    pub(in crate::events) tasks: BTreeMap<u128, TaskState>,
    pub(in crate::events) reservations: BTreeMap<u128, ReservationState>,
    pub(in crate::events) workers: BTreeMap<u128, WorkerState>,
    pub(in crate::events) stays: BTreeMap<StayKey, StayState>,
    pub(in crate::events) names: BTreeMap<(Noun, u128), NameState>,
    /// By the event that told them.
    pub(in crate::events) changes: BTreeMap<u128, ActivityChange>,
}

impl States {
    /// Takes in what an event says.
    pub(in crate::events) fn tell(&mut self, event: &RecordedEvent) {
        let telling = Telling::new(event);
        if let Some(sid) = telling.sid::<TaskSid>("task_sid") {
            put(&mut self.tasks, sid, TaskState::of_event(telling));
        }
        if let Some(sid) = telling.sid::<ReservationSid>("reservation_sid") {
            put(
                &mut self.reservations,
                sid,
                ReservationState::of_event(telling),
            );
        }
        if let Some(sid) = telling.sid::<WorkerSid>("worker_sid") {
            put(&mut self.workers, sid, WorkerState::of_event(telling));
        }
        if let Some(key) = StayKey::of_event(telling) {
            put(&mut self.stays, key, StayState::of_event(telling));
        }
        for (key, state) in NameState::of_event(telling) {
            put(&mut self.names, key, state);
        }
        if let Some(change) = worker::change(telling) {
            self.changes.insert(event.sid.bits(), change);
        }
    }

    /// Takes in what somebody saw.
    pub(in crate::events) fn see(&mut self, observed: &Observed) {
        let as_of = observed.as_of;
        for task in &observed.tasks {
            put(
                &mut self.tasks,
                task.sid.bits(),
                TaskState::of_look(as_of, task),
            );
        }
        for worker in &observed.workers {
            let state = WorkerState::of_look(as_of, worker);
            put(&mut self.workers, worker.sid.bits(), state);
        }
        for activity in &observed.activities {
            let state = NameState::of_activity(as_of, activity);
            put(
                &mut self.names,
                (Noun::Activity, activity.sid.bits()),
                state,
            );
        }
        for queue in &observed.queues {
            let state = NameState::of_look(as_of, &queue.friendly_name);
            put(&mut self.names, (Noun::Queue, queue.sid.bits()), state);
        }
        for workflow in &observed.workflows {
            let state = NameState::of_look(as_of, &workflow.friendly_name);
            put(
                &mut self.names,
                (Noun::Workflow, workflow.sid.bits()),
                state,
            );
        }
    }
}

fn put<K: Ord, S: Merge>(states: &mut BTreeMap<K, S>, key: K, told: S) {
    match states.entry(key) {
        Entry::Vacant(place) => {
            place.insert(told);
        }
        Entry::Occupied(mut known) => known.get_mut().merge(told),
    }
}
