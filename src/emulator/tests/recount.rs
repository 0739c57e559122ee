//! Every figure of every statistic, counted again without any of the code that counts it: from the
//! list of events, task by task and worker by worker, in the simplest way there is.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::lab::Lab;
use crate::model::sid::WorkerSid;
use crate::model::{EventType, TaskStatus};
use crate::routing::Moment;
use crate::routing::engine::histories::{History, START, Step, step};
use crate::routing::engine::{Effect, Event, Task, Worker, Workspace};

const MONTH: i64 = 30 * 24 * 60 * 60 * 1000;

/// What is asked: parts of the whole history in thousandths, and a channel.
#[derive(Debug, Clone)]
struct Asked {
    from: i64,
    to: i64,
    channel: Option<&'static str>,
    splits: Vec<u64>,
}

fn asked() -> impl Strategy<Value = Asked> {
    (
        0..=1000i64,
        0..=1000i64,
        prop_oneof![Just(None), Just(Some("voice")), Just(Some("chat"))],
        proptest::collection::btree_set(0..120u64, 0..3),
    )
        .prop_map(|(one, two, channel, splits)| Asked {
            from: one.min(two),
            to: one.max(two),
            channel,
            splits: splits.into_iter().collect(),
        })
}

/// The end of a history and all its events.
struct Past {
    events: Vec<Arc<Event>>,
    from: i64,
    to: i64,
    now: i64,
    channel: Option<&'static str>,
    splits: Vec<u64>,
}

impl Past {
    /// The events in the window that are about the channel and for which `is_its` holds.
    fn count(&self, kind: EventType, is_its: &dyn Fn(&Event) -> bool) -> usize {
        self.matching(kind, is_its).len()
    }

    fn matching(&self, kind: EventType, is_its: &dyn Fn(&Event) -> bool) -> Vec<&Event> {
        self.events
            .iter()
            .map(AsRef::as_ref)
            .filter(|event| event.kind == kind)
            .filter(|event| (self.from..=self.to).contains(&event.at.as_millisecond()))
            .filter(|event| {
                let task = event.task.as_ref().unwrap();
                self.channel
                    .is_none_or(|channel| *task.channel_name == *channel)
            })
            .filter(|event| is_its(event))
            .collect()
    }

    fn waits(
        &self,
        kind: EventType,
        is_its: &dyn Fn(&Event) -> bool,
        since: impl Fn(&Event) -> Moment,
    ) -> Vec<i64> {
        self.matching(kind, is_its)
            .into_iter()
            .map(|event| event.at.as_millisecond() - since(event).as_millisecond())
            .collect()
    }

    fn split(&self, accepted: &[i64], canceled: &[i64]) -> Value {
        if self.splits.is_empty() {
            return Value::Null;
        }
        let side = |keep: &dyn Fn(i64) -> bool| {
            let count = |waits: &[i64]| waits.iter().filter(|wait| keep(**wait)).count();
            json!({"tasks_canceled": count(canceled), "reservations_accepted": count(accepted)})
        };
        self.splits
            .iter()
            .map(|seconds| {
                let limit = i64::try_from(seconds * 1000).unwrap();
                let sides = json!({
                    "above": side(&|wait| wait > limit),
                    "below": side(&|wait| wait <= limit),
                });
                (seconds.to_string(), sides)
            })
            .collect::<Map<String, Value>>()
            .into()
    }

    /// All cumulative figures there are for an owner; `left` are the moves that count for it.
    fn figures(
        &self,
        is_its: &dyn Fn(&Event) -> bool,
        left: &dyn Fn(&Event) -> bool,
        entered: EventType,
    ) -> Value {
        use EventType as E;
        let count = |kind| self.count(kind, is_its);
        let created = |event: &Event| event.task.as_ref().unwrap().created;
        let in_queue = |event: &Event| event.task.as_ref().unwrap().queue_entered.unwrap();
        let accepted = self.waits(E::ReservationAccepted, is_its, created);
        let canceled = self.waits(E::TaskCanceled, is_its, created);
        json!({
            "avg_task_acceptance_time": duration(&accepted)["avg"],
            "exact_mean": mean(&accepted),
            "reservations_created": count(E::ReservationCreated),
            "reservations_accepted": count(E::ReservationAccepted),
            "reservations_rejected": count(E::ReservationRejected),
            "reservations_timed_out": count(E::ReservationTimeout),
            "reservations_canceled": count(E::ReservationCanceled),
            "reservations_rescinded": count(E::ReservationRescinded),
            "split_by_wait_time": self.split(&accepted, &canceled),
            "wait_duration_until_accepted": duration(&accepted),
            "wait_duration_until_canceled": duration(&canceled),
            "wait_duration_in_queue_until_accepted":
                duration(&self.waits(E::ReservationAccepted, is_its, in_queue)),
            "tasks_created": count(E::TaskCreated),
            "tasks_canceled": count(E::TaskCanceled),
            "tasks_completed": count(E::TaskCompleted),
            "tasks_deleted": count(E::TaskDeleted) + count(E::TaskSystemDeleted),
            "tasks_entered": count(entered),
            "tasks_moved": self.count(E::TaskQueueMoved, left),
            "tasks_timed_out_in_workflow": count(E::WorkflowTimeout),
        })
    }

    /// Milliseconds of every stay of a worker in an activity, from the order of events alone.
    fn stays(&self, worker: WorkerSid) -> BTreeMap<String, Vec<i64>> {
        let mut line: Vec<(i64, Option<String>)> = Vec::new();
        for event in &self.events {
            let Some(facts) = event.worker.as_ref().filter(|facts| facts.sid == worker) else {
                continue;
            };
            let activity = facts.activity_sid.to_string();
            match event.kind {
                EventType::WorkerCreated | EventType::WorkerActivityUpdate => {
                    line.push((event.at.as_millisecond(), Some(activity)));
                }
                EventType::WorkerDeleted => line.push((event.at.as_millisecond(), None)),
                _ => {}
            }
        }
        line.push((self.now, None));
        let mut stays: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        for pair in line.windows(2) {
            let (begin, end) = (pair[0].0.max(self.from), pair[1].0.min(self.to));
            if let Some(activity) = &pair[0].1
                && end > begin
            {
                stays.entry(activity.clone()).or_default().push(end - begin);
            }
        }
        stays
    }

    fn activity_durations(&self, workspace: &Workspace, workers: &[WorkerSid]) -> Value {
        workspace
            .activities
            .iter()
            .map(|activity| {
                let all: Vec<i64> = workers
                    .iter()
                    .flat_map(|worker| {
                        self.stays(*worker)
                            .remove(&activity.sid.to_string())
                            .unwrap_or_default()
                    })
                    .collect();
                let mut entry = duration(&all);
                entry["sid"] = json!(activity.sid);
                entry["friendly_name"] = json!(&*activity.friendly_name);
                entry
            })
            .collect::<Vec<_>>()
            .into()
    }

    fn everybody(&self) -> Vec<WorkerSid> {
        self.events
            .iter()
            .filter(|event| event.kind == EventType::WorkerCreated)
            .map(|event| event.worker.as_ref().unwrap().sid)
            .collect()
    }
}

fn duration(milliseconds: &[i64]) -> Value {
    let total: i64 = milliseconds.iter().sum();
    let count = i64::try_from(milliseconds.len()).unwrap().max(1);
    json!({
        "avg": total / count / 1000,
        "min": milliseconds.iter().min().unwrap_or(&0) / 1000,
        "max": milliseconds.iter().max().unwrap_or(&0) / 1000,
        "total": total / 1000,
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a test's milliseconds are far below 2^53"
)]
fn mean(milliseconds: &[i64]) -> f64 {
    let total: i64 = milliseconds.iter().sum();
    total as f64 / milliseconds.len().max(1) as f64 / 1000.0
}

/// All real-time figures of tasks.
fn tasks_now(tasks: &[&Task], now: i64) -> Value {
    let count = |status| tasks.iter().filter(|task| task.status == status).count();
    let mut priorities: BTreeMap<String, usize> = BTreeMap::new();
    let live: Vec<&&Task> = tasks
        .iter()
        .filter(|task| !task.status.is_final())
        .collect();
    for task in &live {
        *priorities.entry(task.priority.to_string()).or_default() += 1;
    }
    let pending = || {
        live.iter()
            .filter(|task| task.status == TaskStatus::Pending)
    };
    let age = |since: Moment| (now - since.as_millisecond()) / 1000;
    let oldest = pending().min_by_key(|task| task.created);
    let longest = pending().min_by_key(|task| task.queue_entered.unwrap());
    json!({
        "tasks_by_status": {
            "pending": count(TaskStatus::Pending),
            "reserved": count(TaskStatus::Reserved),
            "assigned": count(TaskStatus::Assigned),
            "wrapping": count(TaskStatus::Wrapping),
        },
        "tasks_by_priority": priorities,
        "total_tasks": live.len(),
        "longest_task_waiting_age": oldest.map_or(0, |task| age(task.created)),
        "longest_task_waiting_sid": oldest.map(|task| task.sid),
        "longest_relative_task_age_in_queue":
            longest.map_or(0, |task| age(task.queue_entered.unwrap())),
        "longest_relative_task_sid_in_queue": longest.map(|task| task.sid),
    })
}

fn workers_now(workspace: &Workspace, workers: &[&Worker]) -> Value {
    let activities: Vec<Value> = workspace
        .activities
        .iter()
        .map(|activity| {
            let inside = workers
                .iter()
                .filter(|worker| worker.activity == activity.sid)
                .count();
            json!({
                "sid": activity.sid,
                "friendly_name": &*activity.friendly_name,
                "workers": inside,
            })
        })
        .collect();
    json!({
        "activity_statistics": activities,
        "total_workers": workers.len(),
        "total_eligible_workers": workers.len(),
        "total_available_workers": workers.iter().filter(|worker| worker.available).count(),
    })
}

/// Every figure that was answered is among the expected ones, and says the same.
fn compare(what: &str, answered: &Value, expected: &[&Value]) {
    let mut figures = 0;
    for (name, value) in answered.as_object().unwrap() {
        let known = name == "url" || name.ends_with("account_sid") || name == "workspace_sid";
        let owner = name == "task_queue_sid" || name == "workflow_sid" || name == "worker_sid";
        if known || owner || name == "start_time" || name == "end_time" {
            continue;
        }
        figures += 1;
        let wanted = expected
            .iter()
            .find_map(|figures| figures.get(name))
            .unwrap_or_else(|| panic!("{what}: {name} was not counted again"));
        if value.is_f64() {
            let exact = expected[0]["exact_mean"].as_f64().unwrap();
            let mean = value.as_f64().unwrap();
            assert!((mean - exact).abs() < 1e-9, "{what}: {mean}, not {exact}");
        } else {
            assert_eq!(value, wanted, "{what}: {name}");
        }
    }
    assert!(figures > 1, "{what} has no figures");
}

struct Recount {
    lab: Lab,
    past: Past,
    path: String,
    query: String,
    history: History,
}

impl Recount {
    fn new(steps: &[Step], asked: Asked) -> Self {
        let run = || {
            let mut history = History::new(1);
            for step in steps {
                history.run(step);
            }
            history
        };
        // The emulator gets one, the other is what is counted.
        let (history, mut engine) = (run(), run().engine);
        let events: Vec<Arc<Event>> = engine
            .take_effects()
            .into_iter()
            .filter_map(|effect| match effect {
                Effect::Event(event) => Some(event),
                Effect::Assignment(_) => None,
            })
            .collect();
        let now = engine.now().as_millisecond();
        let first = START.max(now - MONTH);
        let at = |thousandths: i64| first + (now - first) * thousandths / 1000;
        let past = Past {
            events,
            from: at(asked.from),
            to: at(asked.to),
            now,
            channel: asked.channel,
            splits: asked.splits,
        };
        let date = |millisecond| jiff::Timestamp::from_millisecond(millisecond).unwrap();
        let splits: Vec<String> = past.splits.iter().map(u64::to_string).collect();
        let query = format!(
            "?StartDate={}&EndDate={}&TaskChannel={}&SplitByWaitTime={}&PageSize=1000",
            date(past.from),
            date(past.to),
            past.channel.unwrap_or_default(),
            splits.join(",")
        );
        Self {
            lab: Lab::going_on(engine, &past.events),
            past,
            path: format!("/v1/Workspaces/{}", history.workspace),
            query,
            history,
        }
    }

    async fn look(&self, what: &str) -> Value {
        let path = format!("{}/{what}{}", self.path, self.query);
        self.lab.get(&path).await.ok()
    }

    /// An owner's three resources.
    async fn check(&self, owner: &str, now: &[&Value], then: &Value) {
        let real_time = self.look(&format!("{owner}RealTimeStatistics")).await;
        compare(&format!("{owner} now"), &real_time, now);
        let cumulative = self.look(&format!("{owner}CumulativeStatistics")).await;
        compare(&format!("{owner} then"), &cumulative, &[then]);
        let both = self.look(&format!("{owner}Statistics")).await;
        compare(&format!("{owner} both now"), &both["realtime"], now);
        compare(&format!("{owner} both then"), &both["cumulative"], &[then]);
    }

    fn tasks(&self, is_its: impl Fn(&Task) -> bool) -> Value {
        let workspace = self.history.workspace();
        let tasks: Vec<&Task> = workspace
            .tasks
            .iter()
            .filter(|task| {
                let channel = &workspace.channels.get(task.channel).unwrap().unique_name;
                self.past.channel.is_none_or(|wanted| **channel == *wanted)
            })
            .filter(|task| is_its(task))
            .collect();
        tasks_now(&tasks, self.past.now)
    }

    async fn check_all(&self) {
        let workspace = self.history.workspace();
        let all: Vec<&Worker> = workspace.workers.iter().collect();
        let crew = workers_now(workspace, &all);
        let everything = self
            .past
            .figures(&|_| true, &|_| true, EventType::WorkflowEntered);
        self.check("", &[&self.tasks(|_| true), &crew], &everything)
            .await;

        let workflow = workspace.workflows.iter().next().unwrap().sid;
        let in_workflow = |event: &Event| event.workflow.as_ref().unwrap().0 == workflow;
        let then = self
            .past
            .figures(&in_workflow, &in_workflow, EventType::WorkflowEntered);
        let now = self.tasks(|task| task.workflow == workflow);
        self.check(&format!("Workflows/{workflow}/"), &[&now], &then)
            .await;

        self.check_queues(workspace).await;
        self.check_workers(workspace, &crew).await;
    }

    async fn check_queues(&self, workspace: &Workspace) {
        let mut list = self.look("TaskQueues/Statistics").await;
        let mut list = list["task_queues_statistics"].take();
        for (position, queue) in workspace.queues.iter().enumerate() {
            let is_its = |event: &Event| event.queue.as_ref().is_some_and(|at| at.sid == queue.sid);
            let left = |event: &Event| {
                event
                    .previous_queue
                    .as_ref()
                    .is_some_and(|left| left.sid == queue.sid)
            };
            let then = self
                .past
                .figures(&is_its, &left, EventType::TaskQueueEntered);
            let tasks = self.tasks(|task| task.queue == Some(queue.sid));
            let served_by = self
                .lab
                .get(&format!(
                    "{}/Workers?PageSize=1000&TaskQueueSid={}",
                    self.path, queue.sid
                ))
                .await
                .ok();
            let members: Vec<&Worker> = served_by["workers"]
                .as_array()
                .unwrap()
                .iter()
                .map(|worker| worker["sid"].as_str().unwrap().parse().unwrap())
                .map(|sid| workspace.workers.get(sid).unwrap())
                .collect();
            let now = [&tasks, &workers_now(workspace, &members)];
            let owner = format!("TaskQueues/{}/", queue.sid);
            self.check(&owner, &now, &then).await;

            let both = self.look(&format!("{owner}Statistics")).await;
            let listed = &mut list[position];
            listed["url"] = both["url"].clone();
            assert_eq!(listed, &both);
        }
    }

    async fn check_workers(&self, workspace: &Workspace, crew: &Value) {
        let of = |workers: &[WorkerSid]| {
            let is_theirs = |event: &Event| {
                event
                    .worker
                    .as_ref()
                    .is_some_and(|worker| workers.contains(&worker.sid))
            };
            let mut figures = self
                .past
                .figures(&is_theirs, &is_theirs, EventType::WorkflowEntered);
            figures["activity_durations"] = self.past.activity_durations(workspace, workers);
            figures
        };
        let all = of(&self.past.everybody());
        self.check("Workers/", &[crew], &all).await;
        for worker in workspace.workers.iter() {
            let owner = format!("Workers/{}/Statistics", worker.sid);
            let answered = self.look(&owner).await;
            compare(&owner, &answered["cumulative"], &[&of(&[worker.sid])]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_figure_is_that_of_a_recount(
        steps in proptest::collection::vec(step(), 1..100),
        asked in asked(),
    ) {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
            .block_on(async { Recount::new(&steps, asked).check_all().await });
    }
}
