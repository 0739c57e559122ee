//! What must hold after any sequence of commands.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::route::Candidates;
use super::waiting::Place;
use super::*;
use crate::model::ReservationStatus as S;
use crate::model::sid::Sid as _;
use crate::model::{QueueOrder, TaskStatus};
use crate::routing::expr::TargetScope;

const START: i64 = 1_700_000_000_000;

/// A step of a random history; numbers are taken modulo what there is.
#[derive(Debug, Clone)]
enum Step {
    Create {
        kind: u8,
        priority: u8,
        target: u8,
    },
    Answer {
        which: u8,
        answer: u8,
    },
    Activity {
        worker: u8,
        activity: u8,
        reject: bool,
    },
    Pass {
        seconds: u16,
    },
    Attributes {
        task: u8,
        kind: u8,
    },
    Priority {
        task: u8,
        priority: u8,
    },
    Status {
        task: u8,
        status: u8,
    },
    Delete {
        task: u8,
    },
    Capacity {
        worker: u8,
        channel: u8,
        capacity: u8,
        available: bool,
    },
    Skills {
        worker: u8,
        kind: u8,
    },
    Expression {
        queue: u8,
        kind: u8,
    },
    Order {
        queue: u8,
        lifo: bool,
    },
    Hire {
        kind: u8,
    },
    Fire {
        worker: u8,
    },
    Reevaluate {
        plan: u8,
    },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (any::<u8>(), 0..3u8, any::<u8>())
            .prop_map(|(kind, priority, target)| Step::Create { kind, priority, target }),
        8 => any::<(u8, u8)>().prop_map(|(which, answer)| Step::Answer { which, answer }),
        4 => any::<(u8, u8, bool)>()
            .prop_map(|(worker, activity, reject)| Step::Activity { worker, activity, reject }),
        4 => (0..90u16).prop_map(|seconds| Step::Pass { seconds }),
        1 => Just(Step::Pass { seconds: 40_000 }),
        1 => any::<(u8, u8)>().prop_map(|(task, kind)| Step::Attributes { task, kind }),
        1 => (any::<u8>(), 0..5u8).prop_map(|(task, priority)| Step::Priority { task, priority }),
        3 => any::<(u8, u8)>().prop_map(|(task, status)| Step::Status { task, status }),
        1 => any::<u8>().prop_map(|task| Step::Delete { task }),
        1 => (any::<u8>(), 0..2u8, 0..4u8, any::<bool>()).prop_map(
            |(worker, channel, capacity, available)| Step::Capacity {
                worker, channel, capacity, available
            }
        ),
        1 => any::<(u8, u8)>().prop_map(|(worker, kind)| Step::Skills { worker, kind }),
        1 => any::<(u8, u8)>().prop_map(|(queue, kind)| Step::Expression { queue, kind }),
        1 => any::<(u8, bool)>().prop_map(|(queue, lifo)| Step::Order { queue, lifo }),
        1 => any::<u8>().prop_map(|kind| Step::Hire { kind }),
        1 => any::<u8>().prop_map(|worker| Step::Fire { worker }),
        1 => any::<u8>().prop_map(|plan| Step::Reevaluate { plan }),
    ]
}

const SKILLS: [&str; 4] = [
    r#"{"skills":["a"],"level":1,"languages":["en"]}"#,
    r#"{"skills":["a","b"],"level":3,"languages":["en","de"]}"#,
    r#"{"skills":["b"],"languages":["de"]}"#,
    r#"{"skills":[],"level":"high"}"#,
];

const EXPRESSIONS: [&str; 5] = [
    r#"skills HAS "a""#,
    r#"skills HAS "b""#,
    "1==1",
    "",
    r#"activity_name == "Available" AND skills HAS "a""#,
];

struct History {
    engine: Engine,
    now: Moment,
    workspace: WorkspaceSid,
    workflow: WorkflowSid,
    queues: Vec<TaskQueueSid>,
    effects: Vec<Effect>,
    /// What the events told: status of every reservation, and final events of tasks.
    told: BTreeMap<ReservationSid, ReservationStatus>,
    created: BTreeSet<TaskSid>,
    ended: BTreeSet<TaskSid>,
    seen: BTreeSet<crate::model::sid::EventSid>,
    hired: u32,
}

fn plan(kind: u8, queues: &[TaskQueueSid], someone: WorkerSid) -> String {
    let [a, b, all] = [queues[0], queues[1], queues[2]];
    if kind.is_multiple_of(2) {
        format!(
            r#"{{"task_routing":{{"filters":[
              {{"expression":"type=='a'","targets":[
                {{"queue":"{a}","timeout":20,"expression":"task.language IN worker.languages"}},
                {{"queue":"{a}","priority":5,"order_by":"worker.level DESC","timeout":30}},
                {{"queue":"{all}","skip_if":"workers.available == 0"}}]}},
              {{"expression":"type=='b'","targets":[
                {{"queue":"{b}","known_worker_sid":"task.preferred","timeout":15}},
                {{"queue":"{b}","skip_if":"1==1"}},
                {{"queue":"{all}","timeout":25}}]}},
              {{"expression":"type=='a' OR type=='b'","targets":[
                {{"queue":"{all}","expression":"worker.channel.voice.assigned_tasks == 0","timeout":60}}]}}],
             "default_filter":{{"queue":"{all}"}}}}}}"#
        )
    } else {
        format!(
            r#"{{"task_routing":{{"filters":[
              {{"expression":"preferred == '{someone}'","targets":[
                {{"queue":"{all}","known_worker_sid":"task.preferred"}}]}}],
             "default_filter":{{"queue":"{b}","order_by":"worker.level ASC"}}}}}}"#
        )
    }
}

fn attributes(kind: u8, workers: &[WorkerSid]) -> String {
    let preferred = workers
        .get(usize::from(kind) % (workers.len() + 1))
        .map_or_else(|| "null".to_owned(), |sid| format!("\"{sid}\""));
    let kind_name = ["a", "b", "c"][usize::from(kind) % 3];
    let language = ["en", "de", "fr"][usize::from(kind / 3) % 3];
    format!(r#"{{"type":"{kind_name}","language":"{language}","preferred":{preferred}}}"#)
}

impl History {
    fn new(seed: u64) -> Self {
        let now = Moment::from_millisecond(START);
        let mut engine = Engine::new(AccountSid::from_bits(1), seed, now);
        let workspace = engine
            .create_workspace(
                now,
                &NewWorkspace {
                    friendly_name: "w".to_owned(),
                    ..NewWorkspace::default()
                },
            )
            .unwrap();
        let queues = [("a", 0, 1), ("b", 1, 3), ("all", 2, 2)]
            .map(|(name, expression, most)| {
                engine
                    .create_queue(
                        now,
                        workspace,
                        &NewQueue {
                            friendly_name: name.to_owned(),
                            target_workers: Some(EXPRESSIONS[expression].to_owned()),
                            max_reserved_workers: Some(most),
                            task_order: (name == "b").then_some(QueueOrder::Lifo),
                            ..NewQueue::default()
                        },
                    )
                    .unwrap()
            })
            .to_vec();
        let workflow = engine
            .create_workflow(
                now,
                workspace,
                &NewWorkflow {
                    friendly_name: "flow".to_owned(),
                    configuration: plan(0, &queues, WorkerSid::from_bits(0)),
                    task_reservation_timeout: Some(10),
                    assignment_callback_url: Some("http://localhost/assignment".to_owned()),
                    ..NewWorkflow::default()
                },
            )
            .unwrap();
        let mut history = Self {
            engine,
            now,
            workspace,
            workflow,
            queues,
            effects: Vec::new(),
            told: BTreeMap::new(),
            created: BTreeSet::new(),
            ended: BTreeSet::new(),
            seen: BTreeSet::new(),
            hired: 0,
        };
        for kind in 0..4 {
            history.run(&Step::Hire { kind });
        }
        history
    }

    fn workspace(&self) -> &Workspace {
        self.engine.workspace(self.workspace).unwrap()
    }

    fn workers(&self) -> Vec<WorkerSid> {
        self.workspace()
            .workers
            .iter()
            .map(|worker| worker.sid)
            .collect()
    }

    fn pick<S: Copy>(list: &[S], which: u8) -> Option<S> {
        list.get(usize::from(which).checked_rem(list.len())?)
            .copied()
    }

    fn task(&self, which: u8) -> Option<TaskSid> {
        let tasks: Vec<TaskSid> = self.workspace().tasks.iter().map(|task| task.sid).collect();
        Self::pick(&tasks, which)
    }

    /// Runs one step; a refused command is fine, a broken state is not.
    fn run(&mut self, step: &Step) {
        let (now, workspace) = (self.now, self.workspace);
        let workers = self.workers();
        match *step {
            Step::Create {
                kind,
                priority,
                target,
            } => {
                let routing_target = match target % 8 {
                    0 => Self::pick(&workers, kind).map(RoutingTarget::Worker),
                    1 => Self::pick(&self.queues, kind).map(RoutingTarget::Queue),
                    _ => None,
                };
                let _ = self.engine.create_task(
                    now,
                    workspace,
                    &NewTask {
                        attributes: Some(attributes(kind, &workers)),
                        priority: Some(i64::from(priority)),
                        timeout: Some(3_000),
                        task_channel: Some(
                            if kind.is_multiple_of(2) {
                                "voice"
                            } else {
                                "chat"
                            }
                            .to_owned(),
                        ),
                        routing_target,
                        ignore_capacity: Some(kind % 4 == 1),
                        ..NewTask::default()
                    },
                );
            }
            Step::Answer { which, answer } => {
                let open: Vec<ReservationSid> = self
                    .workspace()
                    .reservations
                    .iter()
                    .filter(|reservation| reservation.status.is_open() || which.is_multiple_of(16))
                    .map(|reservation| reservation.sid)
                    .collect();
                let Some(sid) = Self::pick(&open, which) else {
                    return;
                };
                let activities: Vec<ActivitySid> = self
                    .workspace()
                    .activities
                    .iter()
                    .map(|activity| activity.sid)
                    .collect();
                let answer = match answer % 8 {
                    0..=2 => ReservationAnswer::Accept,
                    3 => ReservationAnswer::Reject { activity: None },
                    4 => ReservationAnswer::Reject {
                        activity: Self::pick(&activities, which),
                    },
                    5 => ReservationAnswer::Wrap,
                    _ => ReservationAnswer::Complete,
                };
                let _ = self.engine.answer_reservation(now, workspace, sid, answer);
            }
            Step::Activity {
                worker,
                activity,
                reject,
            } => {
                let activities: Vec<ActivitySid> = self
                    .workspace()
                    .activities
                    .iter()
                    .map(|activity| activity.sid)
                    .collect();
                let Some(worker) = Self::pick(&workers, worker) else {
                    return;
                };
                let _ = self.engine.update_worker(
                    now,
                    workspace,
                    worker,
                    &WorkerUpdate {
                        activity: Self::pick(&activities, activity),
                        reject_pending_reservations: reject,
                        ..WorkerUpdate::default()
                    },
                );
            }
            Step::Pass { seconds } => {
                self.now = now.plus_seconds(u64::from(seconds));
                self.engine.advance(self.now);
            }
            Step::Attributes { task, kind } => {
                if let Some(task) = self.task(task) {
                    let update = TaskUpdate {
                        attributes: Some(attributes(kind, &workers)),
                        ..TaskUpdate::default()
                    };
                    let _ = self.engine.update_task(now, workspace, task, update);
                }
            }
            Step::Priority { task, priority } => {
                if let Some(task) = self.task(task) {
                    let update = TaskUpdate {
                        priority: Some(i64::from(priority)),
                        ..TaskUpdate::default()
                    };
                    let _ = self.engine.update_task(now, workspace, task, update);
                }
            }
            Step::Status { task, status } => {
                if let Some(task) = self.task(task) {
                    let status = [
                        TaskStatus::Canceled,
                        TaskStatus::Wrapping,
                        TaskStatus::Completed,
                    ][usize::from(status) % 3];
                    let update = TaskUpdate {
                        status: Some(status),
                        ..TaskUpdate::default()
                    };
                    let _ = self.engine.update_task(now, workspace, task, update);
                }
            }
            Step::Delete { task } => {
                if let Some(task) = self.task(task) {
                    let deleted = self.engine.delete_task(now, workspace, task);
                    prop_assert_ok(&deleted);
                }
            }
            Step::Capacity {
                worker,
                channel,
                capacity,
                available,
            } => {
                let name = if channel == 0 { "voice" } else { "chat" };
                let channel = self.workspace().find_channel(name).unwrap();
                if let Some(worker) = Self::pick(&workers, worker) {
                    let update = WorkerChannelUpdate {
                        capacity: Some(u32::from(capacity)),
                        available: Some(available),
                    };
                    let updated = self
                        .engine
                        .update_worker_channel(now, workspace, worker, channel, update);
                    prop_assert_ok(&updated);
                }
            }
            Step::Skills { worker, kind } => {
                if let Some(worker) = Self::pick(&workers, worker) {
                    let update = WorkerUpdate {
                        attributes: Some(SKILLS[usize::from(kind) % 4].to_owned()),
                        ..WorkerUpdate::default()
                    };
                    prop_assert_ok(&self.engine.update_worker(now, workspace, worker, &update));
                }
            }
            Step::Expression { queue, kind } => {
                let queue = Self::pick(&self.queues, queue).unwrap();
                let update = QueueUpdate {
                    target_workers: Some(EXPRESSIONS[usize::from(kind) % 5].to_owned()),
                    ..QueueUpdate::default()
                };
                prop_assert_ok(&self.engine.update_queue(now, workspace, queue, &update));
            }
            Step::Order { queue, lifo } => {
                let queue = Self::pick(&self.queues, queue).unwrap();
                let update = QueueUpdate {
                    task_order: Some(if lifo {
                        QueueOrder::Lifo
                    } else {
                        QueueOrder::Fifo
                    }),
                    ..QueueUpdate::default()
                };
                prop_assert_ok(&self.engine.update_queue(now, workspace, queue, &update));
            }
            Step::Hire { kind } => {
                self.hired += 1;
                let activity = self
                    .workspace()
                    .activities
                    .iter()
                    .find(|activity| activity.available)
                    .map(|activity| activity.sid);
                let new = NewWorker {
                    friendly_name: format!("worker {}", self.hired),
                    attributes: Some(SKILLS[usize::from(kind) % 4].to_owned()),
                    activity,
                };
                prop_assert_ok(&self.engine.create_worker(now, workspace, &new));
            }
            Step::Fire { worker } => {
                if workers.len() > 2
                    && let Some(worker) = Self::pick(&workers, worker)
                {
                    prop_assert_ok(&self.engine.delete_worker(now, workspace, worker));
                }
            }
            Step::Reevaluate { plan: kind } => {
                let update = WorkflowUpdate {
                    configuration: Some(plan(kind, &self.queues, workers[0])),
                    reevaluate_tasks: kind % 3 != 0,
                    ..WorkflowUpdate::default()
                };
                let updated = self
                    .engine
                    .update_workflow(now, workspace, self.workflow, &update);
                prop_assert_ok(&updated);
            }
        }
    }

    /// Runs one step and checks everything.
    fn check_step(&mut self, step: &Step) {
        let before: BTreeMap<(WorkerSid, TaskChannelSid), u32> = self.loads();
        self.run(step);
        let effects = self.engine.take_effects();
        let overbooked = self.listen(&effects);
        self.effects.extend(effects);
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
            let Some((reservation, _)) = event.reservation else {
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
            assert!(timer >= self.engine.now() || task.status == TaskStatus::Unknown);
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
        let now = self.engine.now().as_millisecond();
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

fn prop_assert_ok<T>(result: &Result<T, Error>) {
    if let Err(error) = result {
        panic!("refused: {error}");
    }
}

proptest! {
    #[test]
    fn any_history_keeps_the_books(steps in proptest::collection::vec(step(), 1..120)) {
        let mut history = History::new(1);
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
