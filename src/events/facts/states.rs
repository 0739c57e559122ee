//! The states of everything some events and looks speak of.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::merge::{Keep, Keeper, Kept, Merge};
use super::name::{NameState, Noun};
use super::reservation::ReservationState;
use super::rows::ActivityChange;
use super::stay::{StayKey, StayState};
use super::task::TaskState;
use super::telling::Telling;
use super::worker::{self, WorkerState};
use crate::events::pack::Corrupt;
use crate::events::{Observed, RecordedEvent};
use crate::model::sid::{ReservationSid, Sid as _, TaskSid, WorkerSid};

/// What a state is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::events) enum Subject {
    Task(u128),
    Reservation(u128),
    Worker(u128),
    Stay(StayKey),
    Name(Noun, u128),
}

/// Everything that an event speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::events) struct Subjects(pub(in crate::events) BTreeSet<Subject>);

impl Subjects {
    pub(in crate::events) fn of(event: &RecordedEvent) -> Self {
        let mut states = States::default();
        states.tell(event);
        Self(states.subjects().collect())
    }
}

/// Names are numbered by what they are of, everything else from here on.
const TASK: i64 = 5;
const RESERVATION: i64 = 6;
const WORKER: i64 = 7;
const STAY: i64 = 8;

impl Keep for Subjects {
    fn keep(&self, into: &mut Keeper) {
        i64::try_from(self.0.len())
            .expect("an event speaks of a handful")
            .keep(into);
        for subject in &self.0 {
            let (kind, sid) = match *subject {
                Subject::Task(sid) => (TASK, sid),
                Subject::Reservation(sid) => (RESERVATION, sid),
                Subject::Worker(sid) => (WORKER, sid),
                Subject::Stay(key) => (STAY, key.task),
                Subject::Name(noun, sid) => (noun as i64, sid),
            };
            kind.keep(into);
            sid.keep(into);
            if let Subject::Stay(key) = subject {
                key.queue.keep(into);
                key.second.keep(into);
            }
        }
    }

    fn kept(from: &mut Kept<'_>) -> Result<Self, Corrupt> {
        let mut subjects = BTreeSet::new();
        for _ in 0..i64::kept(from)? {
            let (kind, sid) = (i64::kept(from)?, u128::kept(from)?);
            subjects.insert(match kind {
                TASK => Subject::Task(sid),
                RESERVATION => Subject::Reservation(sid),
                WORKER => Subject::Worker(sid),
                STAY => Subject::Stay(StayKey {
                    task: sid,
                    queue: u128::kept(from)?,
                    second: i64::kept(from)?,
                }),
                _ => {
                    let noun = Noun::ALL.into_iter().find(|noun| *noun as i64 == kind);
                    Subject::Name(noun.ok_or(Corrupt)?, sid)
                }
            });
        }
        Ok(Self(subjects))
    }
}

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
        self.tell_of(event, |_| true);
    }

    /// Takes in what an event says of what is wanted.
    pub(in crate::events) fn tell_of(
        &mut self,
        event: &RecordedEvent,
        is_wanted: impl Fn(Subject) -> bool,
    ) {
        let telling = Telling::new(event);
        if let Some(sid) = telling.sid::<TaskSid>("task_sid")
            && is_wanted(Subject::Task(sid))
        {
            put(&mut self.tasks, sid, TaskState::of_event(telling));
        }
        if let Some(sid) = telling.sid::<ReservationSid>("reservation_sid")
            && is_wanted(Subject::Reservation(sid))
        {
            put(
                &mut self.reservations,
                sid,
                ReservationState::of_event(telling),
            );
        }
        if let Some(sid) = telling.sid::<WorkerSid>("worker_sid")
            && is_wanted(Subject::Worker(sid))
        {
            put(&mut self.workers, sid, WorkerState::of_event(telling));
        }
        if let Some(key) = StayKey::of_event(telling)
            && is_wanted(Subject::Stay(key))
        {
            put(&mut self.stays, key, StayState::of_event(telling));
        }
        for (key, state) in NameState::of_event(telling) {
            if is_wanted(Subject::Name(key.0, key.1)) {
                put(&mut self.names, key, state);
            }
        }
        if let Some(change) = worker::change(telling) {
            self.changes.insert(event.sid.bits(), change);
        }
    }

    /// What they are of.
    pub(in crate::events) fn subjects(&self) -> impl Iterator<Item = Subject> {
        let tasks = self.tasks.keys().copied().map(Subject::Task);
        let reservations = self.reservations.keys().copied().map(Subject::Reservation);
        let workers = self.workers.keys().copied().map(Subject::Worker);
        let stays = self.stays.keys().copied().map(Subject::Stay);
        let names = self
            .names
            .keys()
            .map(|(noun, sid)| Subject::Name(*noun, *sid));
        tasks
            .chain(reservations)
            .chain(workers)
            .chain(stays)
            .chain(names)
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
