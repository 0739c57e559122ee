//! How fast the routing engine takes tasks in, with a large centre behind it: 2,000 workers, 100
//! queues, and 1,000 to 100,000 tasks already waiting.
//!
//! `cargo bench --bench engine` prints tasks per second; the target is 100,000 on one core, and a
//! cost per task that grows no faster than the logarithm of the tasks that wait.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::ItemsCount;
use trctl::model::TaskStatus;
use trctl::model::sid::{AccountSid, ReservationSid, Sid, TaskSid, WorkflowSid, WorkspaceSid};
use trctl::routing::Moment;
use trctl::routing::engine::{
    Effect, Engine, NewQueue, NewTask, NewWorker, NewWorkflow, NewWorkspace, ReservationAnswer,
    TaskUpdate,
};

const WORKERS: usize = 2_000;
const QUEUES: usize = 100;
/// Each workflow routes to this many queues by one filter each.
const FILTERS: usize = 10;
/// Tasks per sample.
const BATCH: usize = 1_000;

struct Centre {
    engine: Engine,
    now: Moment,
    workspace: WorkspaceSid,
    workflows: Vec<WorkflowSid>,
    created: usize,
}

fn main() {
    divan::main();
}

impl Centre {
    /// Every worker is busy with one voice task and `waiting` more tasks wait.
    fn with_waiting(waiting: usize) -> Self {
        let now = Moment::from_millisecond(1_700_000_000_000);
        let mut engine = Engine::new(AccountSid::from_bits(1), 1, now);
        let workspace = engine
            .create_workspace(
                now,
                &NewWorkspace {
                    friendly_name: "bench".to_owned(),
                    ..NewWorkspace::default()
                },
            )
            .expect("a workspace");
        let queues: Vec<_> = (0..QUEUES)
            .map(|queue| {
                let new = NewQueue {
                    friendly_name: format!("queue {queue}"),
                    target_workers: Some(format!(r#"skills HAS "s{queue}""#)),
                    ..NewQueue::default()
                };
                engine.create_queue(now, workspace, &new).expect("a queue")
            })
            .collect();
        let workflows = queues
            .chunks(FILTERS)
            .enumerate()
            .map(|(flow, queues)| {
                let filters: Vec<_> = queues
                    .iter()
                    .enumerate()
                    .map(|(place, queue)| {
                        format!(
                            r#"{{"expression":"skill == 's{}'","targets":[{{"queue":"{queue}","expression":"task.language IN worker.languages"}}]}}"#,
                            flow * FILTERS + place
                        )
                    })
                    .collect();
                let new = NewWorkflow {
                    friendly_name: format!("flow {flow}"),
                    configuration: format!(
                        r#"{{"task_routing":{{"filters":[{}]}}}}"#,
                        filters.join(",")
                    ),
                    ..NewWorkflow::default()
                };
                engine.create_workflow(now, workspace, &new).expect("a workflow")
            })
            .collect();
        let available = engine
            .workspace(workspace)
            .expect("it was created")
            .activities
            .iter()
            .find(|activity| activity.available)
            .map(|activity| activity.sid);
        for worker in 0..WORKERS {
            let new = NewWorker {
                friendly_name: format!("worker {worker}"),
                attributes: Some(format!(
                    r#"{{"skills":["s{}","s{}"],"languages":["en"]}}"#,
                    worker % QUEUES,
                    (worker + 37) % QUEUES
                )),
                activity: available,
            };
            engine
                .create_worker(now, workspace, &new)
                .expect("a worker");
        }
        let mut centre = Self {
            engine,
            now,
            workspace,
            workflows,
            created: 0,
        };
        while centre.accept_offers() {
            centre.create(WORKERS / 10);
        }
        // Whatever was told is forgotten at once, as any caller would: heaps of old events between
        // the tasks would be measured instead of the tasks.
        while centre.waiting() < waiting {
            centre.create(1);
            centre.engine.take_effects();
        }
        centre
    }

    fn waiting(&self) -> usize {
        let workspace = self
            .engine
            .workspace(self.workspace)
            .expect("it was created");
        workspace
            .queues
            .iter()
            .map(trctl::routing::engine::Queue::waiting)
            .sum()
    }

    /// Creates tasks, spread over queues, languages and priorities.
    fn create(&mut self, count: usize) -> Option<TaskSid> {
        let mut last = None;
        for _ in 0..count {
            let number = self.created;
            self.created += 1;
            let queue = number % QUEUES;
            let new = NewTask {
                workflow: Some(self.workflows[queue / FILTERS]),
                attributes: Some(format!(
                    r#"{{"skill":"s{queue}","language":"en","from":"+1555{number:07}","call_sid":"CA{number:032x}"}}"#
                )),
                priority: Some(i64::try_from(number % 7).expect("small")),
                task_channel: Some("voice".to_owned()),
                ..NewTask::default()
            };
            let sid = self
                .engine
                .create_task(self.now, self.workspace, &new)
                .expect("a task");
            last = Some(sid);
        }
        last
    }

    /// Accepts everything that was offered; whether somebody still has nothing to do.
    fn accept_offers(&mut self) -> bool {
        for offer in self.offers() {
            self.engine
                .answer_reservation(self.now, self.workspace, offer, ReservationAnswer::Accept)
                .expect("a pending offer");
        }
        let workspace = self
            .engine
            .workspace(self.workspace)
            .expect("it was created");
        workspace.workers.iter().any(|worker| {
            worker
                .channels
                .values()
                .any(|own| &*own.unique_name == "voice" && own.open == 0)
        })
    }

    fn offers(&mut self) -> Vec<ReservationSid> {
        self.engine
            .take_effects()
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Event(event)
                    if event.kind == trctl::model::EventType::ReservationCreated =>
                {
                    event.reservation.as_ref().map(|reservation| reservation.0)
                }
                _ => None,
            })
            .collect()
    }
}

/// A task comes in, is routed to its queue and waits behind the others.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 10, sample_size = 1)]
fn create_and_wait(bencher: Bencher<'_, '_>, waiting: usize) {
    bencher
        .counter(ItemsCount::new(BATCH))
        .with_inputs(|| Centre::with_waiting(waiting))
        .bench_local_refs(|centre| {
            for _ in 0..BATCH {
                black_box(centre.create(1));
                centre.engine.take_effects();
            }
        });
}

/// The whole life: a task comes in and waits, a worker completes another and is offered the next
/// of all that wait, and accepts it.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 10, sample_size = 1)]
fn create_complete_and_match(bencher: Bencher<'_, '_>, waiting: usize) {
    bencher
        .counter(ItemsCount::new(BATCH))
        .with_inputs(|| {
            let centre = Centre::with_waiting(waiting);
            let workspace = centre.engine.workspace(centre.workspace).expect("created");
            let assigned: std::collections::VecDeque<TaskSid> = workspace
                .tasks
                .iter()
                .filter(|task| task.status == TaskStatus::Assigned)
                .map(|task| task.sid)
                .collect();
            (centre, assigned)
        })
        .bench_local_refs(|(centre, assigned)| {
            for _ in 0..BATCH {
                centre.create(1);
                let done = assigned.pop_front().expect("somebody is busy");
                let complete = TaskUpdate {
                    status: Some(TaskStatus::Completed),
                    ..TaskUpdate::default()
                };
                centre
                    .engine
                    .update_task(centre.now, centre.workspace, done, complete)
                    .expect("an assigned task");
                for offer in centre.offers() {
                    let workspace = centre.engine.workspace(centre.workspace).expect("created");
                    let task = workspace.reservations.get(offer).expect("just made").task;
                    assigned.push_back(task);
                    centre
                        .engine
                        .answer_reservation(
                            centre.now,
                            centre.workspace,
                            offer,
                            ReservationAnswer::Accept,
                        )
                        .expect("a pending offer");
                }
            }
        });
}
