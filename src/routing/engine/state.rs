//! What a workspace is made of. Read freely; only the engine changes it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::idle::FreeWorkers;
use super::plan::Plan;
use super::rows::{Ordinal, Row, Rows, Scramble};
use super::waiting::{Rank, Waiting};
use crate::model::sid::{
    ActivitySid, ReservationSid, TaskChannelSid, TaskQueueSid, TaskSid, WorkerChannelSid,
    WorkerSid, WorkflowSid, WorkspaceSid,
};
use crate::model::{QueueOrder, ReservationStatus, TaskStatus};
use crate::routing::Moment;
use crate::routing::expr::{ChannelLoad, TargetWorkers, WorkerFacts};

/// A workspace and everything in it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Workspace {
    /// `WS…`
    pub sid: WorkspaceSid,
    /// Name for people.
    pub friendly_name: Arc<str>,
    /// When it was created.
    pub created: Moment,
    /// When it last changed.
    pub updated: Moment,
    /// Activity of new workers.
    pub default_activity: ActivitySid,
    /// Activity of workers who let a reservation time out.
    pub timeout_activity: ActivitySid,
    /// Where events are posted.
    pub event_callback_url: Option<Arc<str>>,
    /// Comma-separated event types that are posted, as written; `None` for all.
    pub events_filter: Option<Arc<str>>,
    /// Whether workers handle several tasks at once.
    pub multi_task: bool,
    /// Which kind of queue goes first.
    pub prioritize_queue_order: QueueOrder,
    /// What workers do.
    pub activities: Rows<Activity>,
    /// Kinds of tasks.
    pub channels: Rows<Channel>,
    /// Who takes tasks.
    pub workers: Rows<Worker>,
    /// Where tasks wait.
    pub queues: Rows<Queue>,
    /// How tasks are routed.
    pub workflows: Rows<Workflow>,
    /// The work.
    pub tasks: Rows<Task>,
    /// Offers of tasks to workers, as long as their task exists.
    pub reservations: Rows<Reservation>,
    /// Workers by their friendly name in lower case.
    #[serde(skip)]
    pub(super) worker_names: BTreeMap<String, Ordinal>,
    /// Workers whose offers must be looked for before the command ends.
    #[serde(skip)]
    pub(super) dirty: BTreeSet<Ordinal>,
    /// Tasks that left their offers and must be routed again before the command ends.
    #[serde(skip)]
    pub(super) unrouted: BTreeSet<Ordinal>,
}

impl Workspace {
    pub(super) fn new(
        sid: WorkspaceSid,
        friendly_name: Arc<str>,
        now: Moment,
        scramble: Scramble,
        activity: ActivitySid,
    ) -> Self {
        Self {
            sid,
            friendly_name,
            created: now,
            updated: now,
            default_activity: activity,
            timeout_activity: activity,
            event_callback_url: None,
            events_filter: None,
            multi_task: true,
            prioritize_queue_order: QueueOrder::Fifo,
            activities: Rows::new(scramble),
            channels: Rows::new(scramble),
            workers: Rows::new(scramble),
            queues: Rows::new(scramble),
            workflows: Rows::new(scramble),
            tasks: Rows::new(scramble),
            reservations: Rows::new(scramble),
            worker_names: BTreeMap::new(),
            dirty: BTreeSet::new(),
            unrouted: BTreeSet::new(),
        }
    }

    /// All reservations of a task, oldest first.
    pub fn reservations_of(
        &self,
        task: &Task,
    ) -> impl DoubleEndedIterator<Item = &Reservation> + Clone {
        task.reservations
            .iter()
            .filter_map(|ordinal| self.reservations.at(*ordinal))
    }

    /// All reservations of a worker, oldest first.
    pub fn reservations_of_worker(
        &self,
        worker: &Worker,
    ) -> impl DoubleEndedIterator<Item = &Reservation> + Clone {
        worker
            .reservations
            .iter()
            .filter_map(|ordinal| self.reservations.at(*ordinal))
    }

    /// The name of an activity, empty for one that is gone.
    pub fn activity_name(&self, sid: ActivitySid) -> &str {
        self.activities
            .get(sid)
            .map_or("", |activity| &activity.friendly_name)
    }
}

/// What a worker is doing.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Activity {
    /// `WA…`
    pub sid: ActivitySid,
    /// Name for people.
    pub friendly_name: Arc<str>,
    /// Whether tasks may be offered meanwhile; never changes.
    pub available: bool,
    /// When it was created.
    pub created: Moment,
    /// When it last changed.
    pub updated: Moment,
}

/// A kind of task.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Channel {
    /// `TC…`
    pub sid: TaskChannelSid,
    /// Name for people.
    pub friendly_name: Arc<str>,
    /// Name for tasks and expressions; never changes.
    pub unique_name: Arc<str>,
    /// Whether idle time is measured on this channel alone.
    pub optimized: bool,
    /// Whether it came with the workspace.
    pub predefined: bool,
    /// When it was created.
    pub created: Moment,
    /// When it last changed.
    pub updated: Moment,
}

/// Somebody who takes tasks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Worker {
    /// `WK…`
    pub sid: WorkerSid,
    /// Name for people.
    pub friendly_name: Arc<str>,
    /// The current activity.
    pub activity: ActivitySid,
    /// Whether that activity takes tasks.
    pub available: bool,
    /// A JSON document, as written.
    pub attributes: Arc<str>,
    /// When it was created.
    pub created: Moment,
    /// When it last changed.
    pub updated: Moment,
    /// When the activity last changed.
    pub status_changed: Moment,
    /// Counts changes from 0; the `ETag`.
    pub version: u32,
    /// What the worker can take, by the ordinal of the task channel.
    pub channels: BTreeMap<Ordinal, WorkerChannel>,
    /// Since when the worker has been waiting for a task, see [`super::idle`].
    pub(super) idle_since: Moment,
    /// Reservations that take up capacity.
    pub(super) open: BTreeSet<Ordinal>,
    /// All reservations there are of this worker, ended ones too as long as their task exists.
    #[serde(skip)]
    pub(super) reservations: BTreeSet<Ordinal>,
    /// The parsed attributes.
    #[serde(skip)]
    pub(super) document: Arc<Value>,
    /// What expressions compare texts with.
    #[serde(skip)]
    pub(super) texts: WorkerTexts,
    /// The queues whose target-workers expression matches.
    #[serde(skip)]
    pub(super) queues: BTreeSet<Ordinal>,
    /// Tasks that wait for this worker past all queues.
    #[serde(skip)]
    pub(super) direct: BTreeSet<(Rank, Ordinal)>,
}

/// The texts of a worker's SIDs and activity, kept because expressions ask for them often.
#[derive(Debug, Clone)]
pub(super) struct WorkerTexts {
    pub(super) sid: Arc<str>,
    pub(super) activity_sid: Arc<str>,
    pub(super) activity_name: Arc<str>,
}

impl Default for WorkerTexts {
    fn default() -> Self {
        let empty: Arc<str> = Arc::from("");
        Self {
            sid: Arc::clone(&empty),
            activity_sid: Arc::clone(&empty),
            activity_name: empty,
        }
    }
}

impl WorkerFacts for Worker {
    fn attributes(&self) -> &Value {
        &self.document
    }

    fn sid(&self) -> &str {
        &self.texts.sid
    }

    fn friendly_name(&self) -> &str {
        &self.friendly_name
    }

    fn activity_sid(&self) -> &str {
        &self.texts.activity_sid
    }

    fn activity_name(&self) -> &str {
        &self.texts.activity_name
    }

    fn channel(&self, unique_name: &str) -> Option<ChannelLoad> {
        let own = self
            .channels
            .values()
            .find(|own| &*own.unique_name == unique_name)?;
        Some(ChannelLoad {
            configured_capacity: own.capacity,
            assigned_tasks: own.assigned,
            available_capacity_percentage: own.available_capacity_percentage(),
        })
    }
}

/// What one worker can take on one task channel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WorkerChannel {
    /// `WC…`
    pub sid: WorkerChannelSid,
    /// The task channel.
    pub channel: TaskChannelSid,
    /// The task channel's unique name.
    pub unique_name: Arc<str>,
    /// Tasks the worker may have at once.
    pub capacity: u32,
    /// Whether the worker takes tasks of this channel.
    pub available: bool,
    /// Reservations that take up capacity: pending, accepted or wrapping.
    pub open: u32,
    /// Reservations that are accepted.
    pub assigned: u32,
    /// When it was created.
    pub created: Moment,
    /// When it last changed.
    pub updated: Moment,
    /// Since when the worker has been waiting for a task of this channel.
    pub(super) idle_since: Moment,
    /// The idle time under which the worker stands in the free lists, if it does.
    #[serde(skip)]
    pub(super) listed: Option<Moment>,
}

impl WorkerChannel {
    /// Free capacity in per cent, 0 to 100, rounded down.
    pub fn available_capacity_percentage(&self) -> u32 {
        if self.capacity == 0 {
            return 0;
        }
        let free = u64::from(self.capacity.saturating_sub(self.open));
        u32::try_from(free * 100 / u64::from(self.capacity)).expect("at most 100")
    }
}

/// A line of tasks and who serves it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Queue {
    /// `WQ…`
    pub sid: TaskQueueSid,
    /// Name for people.
    pub friendly_name: Arc<str>,
    /// Expression over worker attributes, as written.
    pub target_workers: Arc<str>,
    /// Workers reserved at once for one task.
    pub max_reserved_workers: u32,
    /// Whether the oldest or the newest task goes first.
    pub task_order: QueueOrder,
    /// Single-tasking only: activity of a reserved worker.
    pub reservation_activity: Option<ActivitySid>,
    /// Single-tasking only: activity of an assigned worker.
    pub assignment_activity: Option<ActivitySid>,
    /// When it was created.
    pub created: Moment,
    /// When it last changed.
    pub updated: Moment,
    #[serde(skip, default = "nobody")]
    pub(super) target: TargetWorkers,
    /// Workers the expression matches, in any activity.
    #[serde(skip)]
    pub(super) members: BTreeSet<Ordinal>,
    /// How many of them are in each activity.
    #[serde(skip)]
    pub(super) in_activity: BTreeMap<ActivitySid, usize>,
    /// Members who could take a task now, by task channel.
    #[serde(skip)]
    pub(super) free: BTreeMap<Ordinal, FreeWorkers>,
    /// Tasks that wait for one.
    #[serde(skip)]
    pub(super) waiting: Waiting,
}

fn nobody() -> TargetWorkers {
    TargetWorkers::Nobody
}

impl Queue {
    /// Workers who serve the queue, in any activity.
    pub fn members(&self) -> usize {
        self.members.len()
    }

    /// Workers who serve the queue and are in this activity.
    pub fn members_in(&self, activity: ActivitySid) -> usize {
        self.in_activity.get(&activity).copied().unwrap_or(0)
    }

    /// Tasks that wait without a reservation.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }
}

/// How tasks are routed.
#[derive(Debug, Serialize, Deserialize)]
pub struct Workflow {
    /// `WW…`
    pub sid: WorkflowSid,
    /// Name for people.
    pub friendly_name: Arc<str>,
    /// A JSON document, as written.
    pub configuration: Arc<str>,
    /// Where a new reservation is posted.
    pub assignment_callback_url: Option<Arc<str>>,
    /// Asked when the first does not answer well.
    pub fallback_assignment_callback_url: Option<Arc<str>>,
    /// Seconds a reservation may stay pending.
    pub task_reservation_timeout: u32,
    /// When it was created.
    pub created: Moment,
    /// When it last changed.
    pub updated: Moment,
    /// Tasks that are in it and not finished.
    #[serde(skip)]
    pub(super) live_tasks: usize,
    #[serde(skip)]
    pub(super) plan: Option<Arc<Plan>>,
}

/// Where a task was sent past its workflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoutingTarget {
    /// Only this worker.
    Worker(WorkerSid),
    /// This queue.
    Queue(TaskQueueSid),
    /// This workflow, as if it had been named in the ordinary way.
    Workflow(WorkflowSid),
}

impl std::fmt::Display for RoutingTarget {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Worker(sid) => sid.fmt(formatter),
            Self::Queue(sid) => sid.fmt(formatter),
            Self::Workflow(sid) => sid.fmt(formatter),
        }
    }
}

/// How far a task has come in its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Position {
    /// A target of a filter, both counted from 0.
    Step {
        /// The filter.
        filter: usize,
        /// The target in the filter.
        target: usize,
    },
    /// The default filter.
    Default,
    /// Routed directly to a queue or worker.
    Direct,
}

/// A piece of work.
#[derive(Debug, Serialize, Deserialize)]
pub struct Task {
    /// `WT…`
    pub sid: TaskSid,
    /// Where it is in its life.
    pub status: TaskStatus,
    /// A JSON document, as written.
    pub attributes: Arc<str>,
    /// Higher goes first.
    pub priority: i64,
    /// Seconds it may live without being assigned.
    pub timeout: u64,
    /// When it was created.
    pub created: Moment,
    /// When it last changed.
    pub updated: Moment,
    /// When it entered its current queue.
    pub queue_entered: Option<Moment>,
    /// The time it is ordered by.
    pub virtual_start: Moment,
    /// The workflow that routes it.
    pub workflow: WorkflowSid,
    /// The queue it is in.
    pub queue: Option<TaskQueueSid>,
    /// Its channel.
    pub channel: TaskChannelSid,
    /// Why it was canceled or completed.
    pub reason: Option<Arc<str>>,
    /// Where it was sent past its workflow.
    pub routing_target: Option<RoutingTarget>,
    /// With a routing target that is a worker: whether capacity is ignored.
    pub ignore_capacity: Option<bool>,
    /// Counts changes from 0; the `ETag`.
    pub version: u32,
    /// How far it has come.
    pub position: Position,
    /// Times it was reserved.
    pub assignments: u32,
    /// The first filter it may still match: those before it were left by time-out, which also
    /// rules the default filter out.
    pub(super) first_filter: usize,
    /// Whether the filters must be chosen anew when its offers have ended.
    pub(super) reconsider: bool,
    /// The priority it was given, before any target set one.
    pub(super) own_priority: i64,
    pub(super) workflow_entered: Moment,
    pub(super) assigned_at: Option<Moment>,
    pub(super) finished_at: Option<Moment>,
    /// All its reservations, oldest first.
    pub(super) reservations: Vec<Ordinal>,
    /// Its plan when that is not the workflow's current one; filled for a snapshot.
    pub(super) old_plan: Option<Arc<str>>,
    #[serde(skip)]
    pub(super) document: Arc<Value>,
    #[serde(skip)]
    pub(super) plan: Option<Arc<Plan>>,
    /// When the engine looks at it next.
    #[serde(skip)]
    pub(super) timer: Option<Moment>,
    /// Where it waits, while it does.
    #[serde(skip)]
    pub(super) place: Option<super::waiting::Place>,
}

/// The offer of a task to a worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reservation {
    /// `WR…`
    pub sid: ReservationSid,
    /// The task.
    pub task: TaskSid,
    /// The worker.
    pub worker: WorkerSid,
    /// The worker's name when the offer was made.
    pub worker_name: Arc<str>,
    /// The queue the task was offered from.
    pub queue: TaskQueueSid,
    /// The channel whose capacity it takes up.
    pub channel: TaskChannelSid,
    /// Where it is in its life.
    pub status: ReservationStatus,
    /// When it was created.
    pub created: Moment,
    /// When it last changed.
    pub updated: Moment,
    /// When it times out.
    pub deadline: Moment,
    /// Counts changes from 0; the `ETag`.
    pub version: u32,
    /// The instruction it was last given.
    pub instruction: Option<Arc<str>>,
    /// Single-tasking only: the activity the worker had before.
    pub(super) previous_activity: Option<ActivitySid>,
}

impl Task {
    /// The attributes, parsed.
    pub fn document(&self) -> &Value {
        &self.document
    }
}

macro_rules! rows {
    ($($type:ty: $sid:ty,)+) => {
        $(impl Row for $type {
            type Sid = $sid;

            fn sid(&self) -> $sid {
                self.sid
            }
        })+
    };
}

rows! {
    Workspace: WorkspaceSid,
    Activity: ActivitySid,
    Channel: TaskChannelSid,
    Worker: WorkerSid,
    Queue: TaskQueueSid,
    Workflow: WorkflowSid,
    Task: TaskSid,
    Reservation: ReservationSid,
}
