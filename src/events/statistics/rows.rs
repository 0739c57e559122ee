//! Tasks and workers one by one.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::ledger::{Ledger, WorkerLine};
use super::line::TaskLine;
use super::sight::View;
use super::workers::Load;
use super::{Question, Seconds, Stamp};
use crate::events::ReservationFacts;
use crate::model::sid::{TaskSid, WorkerSid};
use crate::model::{ReservationStatus, TaskStatus};

/// A task that TaskRouter has now.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TaskRow {
    /// `WT…`
    #[schemars(with = "String")]
    pub task_sid: TaskSid,
    /// Where it is in its life.
    #[schemars(with = "Status")]
    pub assignment_status: TaskStatus,
    /// Higher goes first.
    pub priority: i64,
    /// `WQ…`
    pub task_queue_sid: Option<String>,
    /// The queue it is or was last in.
    pub task_queue_name: Option<String>,
    /// `WW…`
    pub workflow_sid: Option<String>,
    /// The workflow that routes it.
    pub workflow_name: Option<String>,
    /// Its channel's unique name.
    pub channel: Option<String>,
    /// Its attribute `team`.
    pub team: Option<String>,
    /// When it was created.
    pub created: Option<Stamp>,
    /// Whole seconds since then.
    pub age: u64,
    /// When it entered the queue it is in.
    pub queue_entered: Option<Stamp>,
    /// When a worker first accepted it.
    pub accepted: Option<Stamp>,
    /// When its after-work began.
    pub wrapping: Option<Stamp>,
    /// When it was completed or canceled.
    pub ended: Option<Stamp>,
    /// Who has it.
    pub worker: Option<WorkerName>,
    /// Who is asked to take it.
    pub reserved_for: Vec<WorkerName>,
    /// How often it was offered.
    pub reservations_created: u64,
    /// Offers refused.
    pub reservations_rejected: u64,
    /// Offers not answered in time.
    pub reservations_timed_out: u64,
    /// Its attributes; `null` when they are not known or no object.
    #[schemars(with = "Option<Map<String, Value>>")]
    pub attributes: Attributes,
}

/// Where a task is in its life.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[expect(dead_code, reason = "the words of a status, for the schema")]
enum Status {
    Pending,
    Reserved,
    Assigned,
    Wrapping,
    Completed,
    Canceled,
}

/// A worker by SID and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WorkerName {
    /// `WK…`
    pub worker_sid: String,
    /// Their name.
    pub worker_name: Option<String>,
}

/// A worker.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WorkerRow {
    /// `WK…`
    pub worker_sid: String,
    /// Their name.
    pub worker_name: Option<String>,
    /// Their attribute `team`.
    pub team: Option<String>,
    /// `WA…`
    pub activity_sid: Option<String>,
    /// What they are doing.
    pub activity_name: Option<String>,
    /// Whether workers doing that take tasks; `null` when that was never told.
    pub available: Option<bool>,
    /// Since when they are doing it.
    pub activity_since: Option<Stamp>,
    /// Whole seconds since then.
    pub time_in_activity: Option<u64>,
    /// Whether they have a reservation to answer.
    pub reserved: bool,
    /// Whether they have a task.
    pub busy: bool,
    /// Whether they have one in after-work.
    pub wrapping: bool,
    /// The tasks they are asked to take, of those that who asks may see.
    pub reserved_task_sids: Vec<String>,
    /// The tasks they have, of those that who asks may see.
    pub task_sids: Vec<String>,
    /// Their attributes; `null` when they are not known or no object.
    #[schemars(with = "Option<Map<String, Value>>")]
    pub attributes: Attributes,
}

/// Attributes as the text they are kept as, and an object only while they are written: as objects
/// they take up many times the room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes(pub Option<String>);

impl Attributes {
    /// The object; nothing when they are not known, or are none.
    pub fn object(&self) -> Option<Map<String, Value>> {
        serde_json::from_str(self.0.as_deref()?).ok()
    }
}

impl Serialize for Attributes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.object().serialize(serializer)
    }
}

impl TaskRow {
    /// Adds the attributes, and what became of all its reservations, oldest first: those that ended
    /// before yesterday are in no ledger.
    pub fn complete(
        &mut self,
        attributes: Option<String>,
        reservations: &[ReservationFacts],
        name: impl Fn(WorkerSid) -> WorkerName,
    ) {
        self.attributes = Attributes(attributes);
        for reservation in reservations {
            // It could not be made.
            if reservation.failed.is_some() {
                continue;
            }
            self.reservations_created += 1;
            let worker = || reservation.worker_sid.map(&name);
            match reservation.status {
                ReservationStatus::Rejected => self.reservations_rejected += 1,
                ReservationStatus::Timeout => self.reservations_timed_out += 1,
                ReservationStatus::Pending if !self.assignment_status.is_final() => {
                    self.reserved_for.extend(worker());
                }
                ReservationStatus::Accepted | ReservationStatus::Wrapping => self.worker = worker(),
                // Who completed it stays with it.
                ReservationStatus::Completed => self.worker = self.worker.take().or_else(worker),
                _ => {}
            }
        }
        self.reserved_for
            .sort_by(|one, other| one.worker_sid.cmp(&other.worker_sid));
    }
}

impl Ledger {
    /// The tasks that TaskRouter has now, of these statuses or of all if there are none, high
    /// priorities first, then the oldest: as many as are wanted, and how many there are.
    /// [`TaskRow::complete`] adds what a ledger does not keep.
    pub fn tasks_now(
        &self,
        question: &Question,
        statuses: &[TaskStatus],
        limit: usize,
    ) -> (usize, Vec<TaskRow>) {
        let view = View::new(self, question);
        let mut tasks: Vec<&TaskLine> = self
            .tasks
            .iter()
            .filter(|task| {
                view.has(task, task.queue)
                    && (statuses.is_empty() || statuses.contains(&task.status))
                    && task.is_kept(question.now)
            })
            .collect();
        tasks.sort_unstable_by_key(|task| (Reverse(task.priority), task.created.get(), task.sid));
        let total = tasks.len();
        tasks.truncate(limit);
        let rows = tasks.into_iter();
        let rows = rows.map(|task| self.task_row(task, question.now));
        (total, rows.collect())
    }

    fn task_row(&self, task: &TaskLine, now: i64) -> TaskRow {
        TaskRow {
            task_sid: task.sid,
            assignment_status: task.status,
            priority: task.priority,
            task_queue_sid: self.queues.numbers.key(task.queue).map(ToString::to_string),
            task_queue_name: self.queues.name(task.queue).map(ToOwned::to_owned),
            workflow_sid: self
                .workflows
                .numbers
                .key(task.workflow)
                .map(ToString::to_string),
            workflow_name: self.workflows.name(task.workflow).map(ToOwned::to_owned),
            channel: self.channels.name(task.channel).map(ToOwned::to_owned),
            team: self.teams.key(task.team).cloned(),
            created: task.created.get().map(Stamp),
            age: task
                .created
                .get()
                .map_or(0, |created| Seconds::between(created, now).0 / 1000),
            queue_entered: task.queue_entered.get().map(Stamp),
            accepted: task.accepted.get().map(Stamp),
            wrapping: task.wrapping.get().map(Stamp),
            ended: task.ended.get().map(Stamp),
            worker: None,
            reserved_for: Vec::new(),
            reservations_created: 0,
            reservations_rejected: 0,
            reservations_timed_out: 0,
            attributes: Attributes::default(),
        }
    }

    /// What a worker is called.
    pub fn worker_name(&self, sid: WorkerSid) -> WorkerName {
        let worker = self.worker(sid);
        WorkerName {
            worker_sid: sid.to_string(),
            worker_name: worker.and_then(|worker| worker.facts.name.clone()),
        }
    }

    /// The workers, by name.
    pub fn workers_one_by_one(&self, question: &Question) -> Vec<WorkerRow> {
        let view = View::new(self, question);
        let loads = self.loads(&view);
        let mut tasks = vec![(Vec::new(), Vec::new()); self.worker_numbers.keys().len()];
        for reservation in &self.reservations {
            if let (Some(place), Some(task)) =
                (reservation.worker.place(), self.task_of(reservation))
                && self.is_open(reservation)
                && view.shows(task.queue, task.team)
            {
                let (offered, taken) = &mut tasks[place];
                let task = task.sid.to_string();
                if reservation.status == ReservationStatus::Pending {
                    offered.push(task);
                } else {
                    taken.push(task);
                }
            }
        }
        let mut rows: Vec<WorkerRow> = self
            .workers
            .iter()
            .filter_map(|worker| {
                let place = worker.id.place()?;
                if !view.sees_worker(worker.team, loads[place].is_seen) {
                    return None;
                }
                let (mut offered, mut taken) = std::mem::take(&mut tasks[place]);
                offered.sort_unstable();
                taken.sort_unstable();
                let row = self.worker_row(worker, question.now, loads[place]);
                Some(WorkerRow {
                    reserved_task_sids: offered,
                    task_sids: taken,
                    ..row
                })
            })
            .collect();
        rows.sort_by(|one, other| {
            (&one.worker_name, &one.worker_sid).cmp(&(&other.worker_name, &other.worker_sid))
        });
        rows
    }

    fn worker_row(&self, worker: &WorkerLine, now: i64, load: Load) -> WorkerRow {
        let facts = &worker.facts;
        let mut activities = self.activities.iter();
        let activity = activities.find(|activity| Some(activity.sid) == facts.activity_sid);
        WorkerRow {
            worker_sid: facts.sid.to_string(),
            worker_name: facts.name.clone(),
            team: self.teams.key(worker.team).cloned(),
            activity_sid: facts.activity_sid.map(|sid| sid.to_string()),
            activity_name: activity
                .and_then(|activity| activity.name.clone())
                .or_else(|| facts.activity_name.clone()),
            available: activity.and_then(|activity| activity.available),
            activity_since: facts.activity_since.map(Stamp),
            time_in_activity: facts
                .activity_since
                .map(|since| Seconds::between(since, now).0 / 1000),
            reserved: load.reserved,
            busy: load.busy,
            wrapping: load.wrapping,
            reserved_task_sids: Vec::new(),
            task_sids: Vec::new(),
            attributes: Attributes(facts.attributes.clone()),
        }
    }
}
