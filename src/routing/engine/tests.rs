//! The documented behaviour of routing, one test per rule; what the documentation leaves open is in
//! `assumptions`.

mod assumptions;
mod definitions;
mod matching;
mod reservations;
mod tasks;
mod workflows;

use super::*;
use crate::model::sid::Sid as _;
use crate::model::{QueueOrder, TaskStatus};

/// A workspace with what the tests need, and a clock.
struct Centre {
    engine: Engine,
    now: Moment,
    workspace: WorkspaceSid,
}

impl Centre {
    fn new() -> Self {
        let now = Moment::from_millisecond(1_700_000_000_000);
        let mut engine = Engine::new(AccountSid::from_bits(1), 42, now);
        let workspace = engine
            .create_workspace(
                now,
                &NewWorkspace {
                    friendly_name: "writers".to_owned(),
                    ..NewWorkspace::default()
                },
            )
            .unwrap();
        Self {
            engine,
            now,
            workspace,
        }
    }

    fn workspace(&self) -> &Workspace {
        self.engine.workspace(self.workspace).unwrap()
    }

    fn pass(&mut self, seconds: u64) {
        self.now = self.now.plus_seconds(seconds);
        self.engine.advance(self.now);
    }

    fn activity(&self, name: &str) -> ActivitySid {
        self.workspace()
            .activities
            .iter()
            .find(|activity| &*activity.friendly_name == name)
            .unwrap()
            .sid
    }

    fn queue(&mut self, name: &str, target: &str) -> TaskQueueSid {
        self.queue_with(&NewQueue {
            friendly_name: name.to_owned(),
            target_workers: Some(target.to_owned()),
            ..NewQueue::default()
        })
    }

    fn queue_with(&mut self, new: &NewQueue) -> TaskQueueSid {
        self.engine
            .create_queue(self.now, self.workspace, new)
            .unwrap()
    }

    fn workflow(&mut self, configuration: &str) -> WorkflowSid {
        self.engine
            .create_workflow(
                self.now,
                self.workspace,
                &NewWorkflow {
                    friendly_name: format!("flow {}", self.workspace().workflows.len()),
                    configuration: configuration.to_owned(),
                    task_reservation_timeout: Some(10),
                    ..NewWorkflow::default()
                },
            )
            .unwrap()
    }

    fn default_workflow(&mut self, queue: TaskQueueSid) -> WorkflowSid {
        self.workflow(&format!(
            r#"{{"task_routing":{{"filters":[],"default_filter":{{"queue":"{queue}"}}}}}}"#
        ))
    }

    fn worker(&mut self, name: &str, attributes: &str) -> WorkerSid {
        let activity = Some(self.activity("Available"));
        self.engine
            .create_worker(
                self.now,
                self.workspace,
                &NewWorker {
                    friendly_name: name.to_owned(),
                    attributes: Some(attributes.to_owned()),
                    activity,
                },
            )
            .unwrap()
    }

    fn set_activity(&mut self, worker: WorkerSid, name: &str) {
        let activity = Some(self.activity(name));
        let update = WorkerUpdate {
            activity,
            ..WorkerUpdate::default()
        };
        self.engine
            .update_worker(self.now, self.workspace, worker, &update)
            .unwrap();
    }

    fn task(&mut self, attributes: &str) -> TaskSid {
        self.task_with(&NewTask {
            attributes: Some(attributes.to_owned()),
            ..NewTask::default()
        })
    }

    fn task_with(&mut self, new: &NewTask) -> TaskSid {
        self.engine
            .create_task(self.now, self.workspace, new)
            .unwrap()
    }

    fn update(&mut self, task: TaskSid, update: TaskUpdate) -> Result<(), Error> {
        self.engine
            .update_task(self.now, self.workspace, task, update)
    }

    fn set_status(&mut self, task: TaskSid, status: TaskStatus) -> Result<(), Error> {
        self.update(
            task,
            TaskUpdate {
                status: Some(status),
                ..TaskUpdate::default()
            },
        )
    }

    fn answer(&mut self, sid: ReservationSid, answer: ReservationAnswer) -> Result<(), Error> {
        self.engine
            .answer_reservation(self.now, self.workspace, sid, answer)
    }

    fn status(&self, task: TaskSid) -> TaskStatus {
        self.workspace().tasks.get(task).unwrap().status
    }

    /// The reservations of a task, oldest first: SID, worker's name, status.
    fn offers(&self, task: TaskSid) -> Vec<(ReservationSid, String, ReservationStatus)> {
        self.workspace()
            .reservations
            .iter()
            .filter(|reservation| reservation.task == task)
            .map(|found| (found.sid, found.worker_name.to_string(), found.status))
            .collect()
    }

    fn last_offer(&self, task: TaskSid) -> ReservationSid {
        self.offers(task).last().expect("the task was offered").0
    }

    fn offered_to(&self, task: TaskSid) -> Vec<String> {
        self.offers(task)
            .into_iter()
            .filter(|(_, _, status)| *status == ReservationStatus::Pending)
            .map(|(_, name, _)| name)
            .collect()
    }

    fn reason(&self, task: TaskSid) -> String {
        let task = self.workspace().tasks.get(task).unwrap();
        task.reason.as_deref().unwrap_or("").to_owned()
    }

    fn activity_of(&self, worker: WorkerSid) -> String {
        let activity = self.workspace().workers.get(worker).unwrap().activity;
        self.workspace().activity_name(activity).to_owned()
    }

    fn queue_of(&self, task: TaskSid) -> String {
        let queue = self.workspace().tasks.get(task).unwrap().queue.unwrap();
        self.workspace()
            .queues
            .get(queue)
            .unwrap()
            .friendly_name
            .to_string()
    }

    fn events(&mut self) -> Vec<&'static str> {
        self.engine
            .take_effects()
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Event(event) => Some(event.kind.as_str()),
                Effect::Assignment(_) | Effect::Alert(_) => None,
            })
            .collect()
    }

    fn alerts(&mut self) -> Vec<(TaskSid, u32, String)> {
        self.engine
            .take_effects()
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Alert(alert) => {
                    let problem = &alert.problem;
                    Some((alert.task_sid, problem.code(), problem.to_string()))
                }
                Effect::Event(_) | Effect::Assignment(_) => None,
            })
            .collect()
    }
}
