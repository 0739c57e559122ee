//! Random histories for property tests: what users, workers and time do to a call centre.

use proptest::prelude::*;

use super::*;
use crate::model::sid::Sid as _;
use crate::model::{QueueOrder, TaskStatus};

/// When every history begins.
pub(crate) const START: i64 = 1_700_000_000_000;

/// A step of a random history; numbers are taken modulo what there is.
#[derive(Debug, Clone)]
pub(crate) enum Step {
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
        milliseconds: u32,
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

pub(crate) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (any::<u8>(), 0..3u8, any::<u8>())
            .prop_map(|(kind, priority, target)| Step::Create { kind, priority, target }),
        8 => any::<(u8, u8)>().prop_map(|(which, answer)| Step::Answer { which, answer }),
        4 => any::<(u8, u8, bool)>()
            .prop_map(|(worker, activity, reject)| Step::Activity { worker, activity, reject }),
        4 => (0..90_000u32).prop_map(|milliseconds| Step::Pass { milliseconds }),
        1 => Just(Step::Pass { milliseconds: 40_000_000 }),
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

/// An engine with a small call centre and everything that was done to it.
pub(crate) struct History {
    pub(crate) engine: Engine,
    pub(crate) now: Moment,
    pub(crate) workspace: WorkspaceSid,
    workflow: WorkflowSid,
    pub(crate) queues: Vec<TaskQueueSid>,
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
    pub(crate) fn new(seed: u64) -> Self {
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
            hired: 0,
        };
        for kind in 0..4 {
            history.run(&Step::Hire { kind });
        }
        history
    }

    pub(crate) fn workspace(&self) -> &Workspace {
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
    pub(crate) fn run(&mut self, step: &Step) {
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
            Step::Pass { milliseconds } => {
                self.now = now.plus_milliseconds(u64::from(milliseconds));
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
}

fn prop_assert_ok<T>(result: &Result<T, Error>) {
    if let Err(error) = result {
        panic!("refused: {error}");
    }
}
