//! What must hold after any sequence of commands.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::histories::{History, Step, step};
use super::route::Candidates;
use super::waiting::Place;
use super::*;
use crate::model::ReservationStatus as S;
use crate::model::TaskStatus;
use crate::routing::expr::TargetScope;

/// A history and what its events told.
struct Watched {
    history: History,
    /// Status of every reservation, and final events of tasks.
    told: BTreeMap<ReservationSid, ReservationStatus>,
    created: BTreeSet<TaskSid>,
    ended: BTreeSet<TaskSid>,
    seen: BTreeSet<crate::model::sid::EventSid>,
}

impl Watched {
    fn new(seed: u64) -> Self {
        Self {
            history: History::new(seed),
            told: BTreeMap::new(),
            created: BTreeSet::new(),
            ended: BTreeSet::new(),
            seen: BTreeSet::new(),
        }
    }

    fn workspace(&self) -> &Workspace {
        self.history.workspace()
    }

    /// Runs one step and checks everything.
    fn check_step(&mut self, step: &Step) {
        let before: BTreeMap<(WorkerSid, TaskChannelSid), u32> = self.loads();
        self.history.run(step);
        let effects = self.history.engine.take_effects();
        let overbooked = self.listen(&effects);
        for (key, open) in self.loads() {
            let capacity = self
                .workspace()
                .workers
                .get(key.0)
                .and_then(|worker| worker.channels.values().find(|own| own.channel == key.1))
                .map_or(0, |own| own.capacity);
            let grew = open > before.get(&key).copied().unwrap_or(0);
            assert!(
                open <= capacity || !grew || overbooked.contains(&key.0),
                "a worker has {open} of {capacity} tasks"
            );
        }
        self.check_books();
        self.check_tasks();
        self.check_rest();
    }

    fn loads(&self) -> BTreeMap<(WorkerSid, TaskChannelSid), u32> {
        self.workspace()
            .workers
            .iter()
            .flat_map(|worker| {
                worker
                    .channels
                    .values()
                    .map(|own| ((worker.sid, own.channel), own.open))
            })
            .collect()
    }

    /// Follows the events; returns the workers who were given a task whatever their capacity.
    fn listen(&mut self, effects: &[Effect]) -> BTreeSet<WorkerSid> {
        let mut overbooked = BTreeSet::new();
        for effect in effects {
            let Effect::Event(event) = effect else {
                continue;
            };
            assert!(self.seen.insert(event.sid), "an event was emitted twice");
            let task = event.task.as_ref().map(|task| task.sid);
            match event.kind {
                EventType::TaskCreated => {
                    assert!(
                        self.created.insert(task.unwrap()),
                        "a task was created twice"
                    );
                }
                EventType::TaskCanceled | EventType::TaskCompleted => {
                    assert!(self.ended.insert(task.unwrap()), "a task ended twice");
                }
                _ => {}
            }
            let Some(&(reservation, _)) = event.reservation.as_deref() else {
                continue;
            };
            let (from, to): (&[S], S) = match event.kind {
                EventType::ReservationCreated => (&[], S::Pending),
                EventType::ReservationAccepted => (&[S::Pending], S::Accepted),
                EventType::ReservationRejected => (&[S::Pending], S::Rejected),
                EventType::ReservationTimeout => (&[S::Pending], S::Timeout),
                EventType::ReservationCanceled => (&[S::Pending], S::Canceled),
                EventType::ReservationRescinded => (&[S::Pending], S::Rescinded),
                EventType::ReservationWrapup => (&[S::Accepted], S::Wrapping),
                EventType::ReservationCompleted => (&[S::Accepted, S::Wrapping], S::Completed),
                other => panic!("{other} about a reservation"),
            };
            let before = self.told.insert(reservation, to);
            match before {
                None => assert!(from.is_empty(), "{to} without having been created"),
                Some(before) => assert!(from.contains(&before), "{before} became {to}"),
            }
            if event.kind == EventType::ReservationCreated
                && event
                    .task
                    .as_ref()
                    .is_some_and(|task| task.ignore_capacity == Some(true))
            {
                overbooked.extend(event.worker.as_ref().map(|worker| worker.sid));
            }
        }
        overbooked
    }

    /// The workers' books agree with the reservations, and the events told the truth.
    fn check_books(&self) {
        let workspace = self.workspace();
        for reservation in workspace.reservations.iter() {
            assert_eq!(
                self.told.get(&reservation.sid),
                Some(&reservation.status),
                "the events tell another status"
            );
        }
        for worker in workspace.workers.iter() {
            let listed: Vec<_> = workspace.reservations_of_worker(worker).collect();
            let mine = workspace
                .reservations
                .iter()
                .filter(|reservation| reservation.worker == worker.sid);
            assert!(
                listed.len() == worker.reservations.len()
                    && mine.map(|own| own.sid).eq(listed.iter().map(|own| own.sid)),
                "the worker's reservations are listed wrongly"
            );
            for own in worker.channels.values() {
                let mine = |wanted: &dyn Fn(ReservationStatus) -> bool| {
                    let count = workspace
                        .reservations
                        .iter()
                        .filter(|reservation| {
                            reservation.worker == worker.sid
                                && reservation.channel == own.channel
                                && wanted(reservation.status)
                        })
                        .count();
                    u32::try_from(count).unwrap()
                };
                assert_eq!(own.open, mine(&ReservationStatus::is_open));
                assert_eq!(
                    own.assigned,
                    mine(&|status| status == ReservationStatus::Accepted)
                );
            }
        }
    }

    /// No task is lost, and its reservations fit its status.
    fn check_tasks(&self) {
        let workspace = self.workspace();
        for (ordinal, task) in workspace.tasks.entries() {
            let count = |wanted: ReservationStatus| {
                task.reservations
                    .iter()
                    .filter(|reservation| {
                        workspace.reservations.at(**reservation).unwrap().status == wanted
                    })
                    .count()
            };
            let pending = count(ReservationStatus::Pending);
            let accepted = count(ReservationStatus::Accepted);
            let wrapping = count(ReservationStatus::Wrapping);
            let expected = match task.status {
                TaskStatus::Reserved => {
                    (1..=3).contains(&pending) && accepted == 0 && wrapping == 0
                }
                TaskStatus::Assigned => pending == 0 && accepted == 1 && wrapping == 0,
                TaskStatus::Wrapping => pending == 0 && accepted == 0 && wrapping == 1,
                _ => pending == 0 && accepted == 0 && wrapping == 0,
            };
            assert!(
                expected,
                "a {} task has {pending} pending, {accepted} accepted, {wrapping} wrapping",
                task.status
            );
            assert_eq!(
                task.status == TaskStatus::Pending,
                self.waits(task),
                "a {} task is lost",
                task.status
            );
            let timer = task.timer.expect("something is due for every task");
            assert!(timer >= self.history.engine.now() || task.status == TaskStatus::Unknown);
            let id = workspace.tasks.ordinal(task.sid).unwrap();
            assert_eq!(id, ordinal);
            assert_eq!(task.status.is_final(), self.ended.contains(&task.sid));
            assert!(
                self.created.contains(&task.sid),
                "nobody was told of a task"
            );
        }
    }

    fn waits(&self, task: &Task) -> bool {
        let workspace = self.workspace();
        let ordinal = workspace.tasks.ordinal(task.sid).unwrap();
        match task.place {
            Some(Place::Group { queue, group, .. }) => workspace
                .queues
                .at(queue)
                .and_then(|queue| queue.waiting.group(group))
                .is_some_and(|group| group.holds(ordinal)),
            Some(Place::Apart { queue }) => workspace
                .queues
                .at(queue)
                .is_some_and(|queue| queue.waiting.apart().any(|task| task == ordinal)),
            Some(Place::Direct { worker, rank }) => workspace
                .workers
                .at(worker)
                .is_none_or(|worker| worker.direct.contains(&(rank, ordinal))),
            None => false,
        }
    }

    /// No waiting task fits a free worker, found out without any index.
    fn check_rest(&self) {
        let workspace = self.workspace();
        let now = self.history.engine.now().as_millisecond();
        for (ordinal, task) in workspace.tasks.entries() {
            if task.status != TaskStatus::Pending {
                continue;
            }
            let channel = workspace.channels.ordinal(task.channel).unwrap();
            let plan = task.plan.as_ref().unwrap();
            let target = plan.target(task.position);
            let candidates = workspace.candidates(plan, task.position, ordinal);
            for (worker_ordinal, worker) in workspace.workers.entries() {
                let capable = workspace.can_take(worker, channel);
                let wanted = if let Some(RoutingTarget::Worker(sid)) = task.routing_target {
                    worker.sid == sid
                } else {
                    let queue = workspace.queues.get(task.queue.unwrap()).unwrap();
                    let known = match candidates {
                        Candidates::Members => true,
                        Candidates::Only(only) => only == worker_ordinal,
                        Candidates::Nobody => false,
                    };
                    let step = target.and_then(|target| target.expression.as_ref());
                    known
                        && queue.target.matches(worker)
                        && step.is_none_or(|step| {
                            step.eval(&TargetScope {
                                task: &task.document,
                                worker,
                                now,
                            })
                        })
                };
                assert!(
                    !(capable && wanted),
                    "{} waits although {} is free",
                    task.sid,
                    worker.sid
                );
            }
        }
    }
}

proptest! {
    #[test]
    fn any_history_keeps_the_books(steps in proptest::collection::vec(step(), 1..120)) {
        let mut history = Watched::new(1);
        for step in &steps {
            history.check_step(step);
        }
    }

    #[test]
    fn same_seed_same_commands_same_history(
        seed: u64,
        steps in proptest::collection::vec(step(), 1..60),
    ) {
        let mut first = History::new(seed);
        let mut second = History::new(seed);
        for step in &steps {
            first.run(step);
            second.run(step);
        }
        prop_assert_eq!(first.engine.take_effects(), second.engine.take_effects());
    }

    #[test]
    fn a_restored_engine_goes_on_as_if_nothing_had_happened(
        before in proptest::collection::vec(step(), 1..60),
        after in proptest::collection::vec(step(), 1..60),
    ) {
        let mut kept = History::new(3);
        let mut restored = History::new(3);
        for step in &before {
            kept.run(step);
            restored.run(step);
        }
        restored.engine.prepare_snapshot();
        let text = serde_json::to_string(&restored.engine).unwrap();
        restored.engine = serde_json::from_str(&text).unwrap();
        kept.engine.take_effects();
        for step in &after {
            kept.run(step);
            restored.run(step);
        }
        prop_assert_eq!(kept.engine.take_effects(), restored.engine.take_effects());
    }
}
