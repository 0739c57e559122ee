//! What the engine wants told to the world.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::events_filter::passes;
use super::rows::Row;
use super::state::{Activity, Channel, Queue, Reservation, RoutingTarget, Task, Worker, Workspace};
use crate::model::sid::{
    ActivitySid, EventSid, ReservationSid, TaskChannelSid, TaskQueueSid, TaskSid, WorkerSid,
    WorkflowSid, WorkspaceSid,
};
use crate::model::{EventType, TaskStatus};
use crate::routing::Moment;

/// Something to be told.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// An event of the workspace's log.
    Event(Arc<Event>),
    /// A worker was reserved and the workflow wants to be asked what to do.
    Assignment(Box<Assignment>),
    /// Something the debugger should tell.
    Alert(Box<Alert>),
}

/// Trouble with a known-worker step, for the debugger
/// (<https://www.twilio.com/docs/taskrouter/workflow-configuration/known-agent-routing>).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// When.
    pub at: Moment,
    /// The task that waits in vain.
    pub task_sid: TaskSid,
    /// What is wrong.
    pub problem: KnownWorkerProblem,
}

/// Why the known worker of a task cannot be reserved, whatever they are doing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KnownWorkerProblem {
    /// The worker does not serve the step's queue.
    #[error("known worker {worker} is not in task queue {queue} of the workflow target")]
    OutsideQueue {
        /// The worker.
        worker: WorkerSid,
        /// The step's queue.
        queue: TaskQueueSid,
    },
    /// The attribute is missing or is neither a worker's SID nor a name, as the key asks for.
    #[error("the task attribute `{attribute}` does not name a worker")]
    NoName {
        /// The attribute, as the workflow writes it.
        attribute: String,
    },
    /// The account has no such worker.
    #[error("known worker `{named}` does not exist")]
    Unknown {
        /// The SID or name the task gives.
        named: String,
    },
    /// The worker belongs to another workspace.
    #[error("known worker {worker} belongs to another workspace than the workflow")]
    OtherWorkspace {
        /// The worker.
        worker: WorkerSid,
    },
}

impl KnownWorkerProblem {
    /// Twilio's error code (<https://www.twilio.com/docs/api/errors>).
    pub const fn code(&self) -> u32 {
        match self {
            Self::OutsideQueue { .. } => 40152,
            Self::NoName { .. } | Self::Unknown { .. } => 40154,
            Self::OtherWorkspace { .. } => 40155,
        }
    }
}

/// The facts about a task when an event happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskFacts {
    /// `WT…`
    pub sid: TaskSid,
    /// A JSON document, as written.
    pub attributes: Arc<str>,
    /// When it was created.
    pub created: Moment,
    /// Its priority after the event.
    pub priority: i64,
    /// Its status after the event.
    pub status: TaskStatus,
    /// Counts its changes.
    pub version: u32,
    /// Why it was canceled or completed.
    pub reason: Option<Arc<str>>,
    /// Its channel.
    pub channel_sid: TaskChannelSid,
    /// Its channel's unique name.
    pub channel_name: Arc<str>,
    /// When it entered its current queue.
    pub queue_entered: Option<Moment>,
    /// The time it is ordered by.
    pub virtual_start: Moment,
    /// With a routing target that is a worker: whether capacity is ignored.
    pub ignore_capacity: Option<bool>,
    /// Where it was sent past its workflow.
    pub routing_target: Option<RoutingTarget>,
}

impl TaskFacts {
    fn of(task: &Task, channel_name: Arc<str>) -> Self {
        Self {
            sid: task.sid,
            attributes: Arc::clone(&task.attributes),
            created: task.created,
            priority: task.priority,
            status: task.status,
            version: task.version,
            reason: task.reason.clone(),
            channel_sid: task.channel,
            channel_name,
            queue_entered: task.queue_entered,
            virtual_start: task.virtual_start,
            ignore_capacity: task.ignore_capacity,
            routing_target: task.routing_target,
        }
    }
}

/// The facts about a worker when an event happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerFacts {
    /// `WK…`
    pub sid: WorkerSid,
    /// Name for people.
    pub name: Arc<str>,
    /// A JSON document, as written.
    pub attributes: Arc<str>,
    /// The activity after the event.
    pub activity_sid: ActivitySid,
    /// That activity's name.
    pub activity_name: Arc<str>,
    /// Counts its changes.
    pub version: u32,
}

impl WorkerFacts {
    fn of(worker: &Worker, activity: &Activity) -> Self {
        Self {
            sid: worker.sid,
            name: Arc::clone(&worker.friendly_name),
            attributes: Arc::clone(&worker.attributes),
            activity_sid: activity.sid,
            activity_name: Arc::clone(&activity.friendly_name),
            version: worker.version,
        }
    }
}

/// The facts about a queue when an event happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueFacts {
    /// `WQ…`
    pub sid: TaskQueueSid,
    /// Name for people.
    pub name: Arc<str>,
    /// The target-workers expression, as written.
    pub expression: Arc<str>,
}

impl QueueFacts {
    pub(super) fn of(queue: &Queue) -> Self {
        Self {
            sid: queue.sid,
            name: Arc::clone(&queue.friendly_name),
            expression: Arc::clone(&queue.target_workers),
        }
    }
}

/// The change of a worker's activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityChange {
    /// The activity before.
    pub previous_sid: ActivitySid,
    /// Its name.
    pub previous_name: Arc<str>,
    /// Milliseconds spent in it.
    pub milliseconds: u64,
}

/// The facts about a worker's channel when its capacity or availability changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerChannelFacts {
    /// The task channel.
    pub channel_sid: TaskChannelSid,
    /// Its unique name.
    pub channel_name: Arc<str>,
    /// Whether the worker takes tasks of it.
    pub available: bool,
    /// Tasks the worker may have at once.
    pub capacity: u32,
    /// The same before the event.
    pub previous_capacity: u32,
    /// Free capacity in per cent.
    pub available_percentage: u32,
    /// Tasks the worker has.
    pub tasks: u32,
}

/// The facts about a task channel that was created, changed or deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelFacts {
    /// `TC…`
    pub sid: TaskChannelSid,
    /// Name for people.
    pub name: Arc<str>,
    /// Name for tasks and expressions.
    pub unique_name: Arc<str>,
    /// Whether idle time is measured on this channel alone.
    pub optimized: bool,
}

impl ChannelFacts {
    pub(super) fn of(channel: &Channel) -> Self {
        Self {
            sid: channel.sid,
            name: Arc::clone(&channel.friendly_name),
            unique_name: Arc::clone(&channel.unique_name),
            optimized: channel.optimized,
        }
    }
}

/// Who made an event happen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Somebody asked the engine for exactly this.
    Request,
    /// The router decided it, or time did.
    #[default]
    Router,
}

impl Cause {
    /// Who makes an event of this type happen while a request is carried out. What the router
    /// alone can decide is its own even then.
    pub(super) const fn within(self, kind: EventType) -> Self {
        match kind {
            EventType::ReservationCreated
            | EventType::ReservationTimeout
            | EventType::ReservationRescinded
            | EventType::ReservationFailed
            | EventType::TaskSystemDeleted
            | EventType::TaskQueueEntered
            | EventType::TaskQueueMoved
            | EventType::TaskQueueTimeout
            | EventType::WorkflowEntered
            | EventType::WorkflowTargetMatched
            | EventType::WorkflowTimeout
            | EventType::WorkflowSkipped => Self::Router,
            _ => self,
        }
    }
}

/// The routing step that matched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepFacts {
    /// The filter's friendly name.
    pub filter_name: Option<Arc<str>>,
    /// The filter's expression.
    pub filter_expression: Option<Arc<str>>,
    /// The target's expression.
    pub target_expression: Option<Arc<str>>,
    /// The worker a known-worker target named.
    pub known_worker: Option<WorkerSid>,
}

/// An event of the workspace's log: <https://www.twilio.com/docs/taskrouter/api/event/reference>.
///
/// The groups that are `Some` are those the event type carries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// `EV…`, unique.
    pub sid: EventSid,
    /// What happened.
    pub kind: EventType,
    /// When.
    pub at: Moment,
    /// Who made it happen.
    #[serde(default)]
    pub cause: Cause,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// Its name.
    pub workspace_name: Arc<str>,
    /// Where the workspace wants it posted; `None` when nowhere or filtered out.
    pub callback_url: Option<Arc<str>>,
    /// The task.
    pub task: Option<Arc<TaskFacts>>,
    /// The queue the task is in, or the queue that changed.
    pub queue: Option<Arc<QueueFacts>>,
    /// The queue the task was in before.
    pub previous_queue: Option<Box<QueueFacts>>,
    /// The workflow and its name.
    pub workflow: Option<Arc<(WorkflowSid, Arc<str>)>>,
    /// The routing step, of `workflow.target-matched`.
    pub step: Option<Box<StepFacts>>,
    /// The task's priority before.
    pub previous_priority: Option<i64>,
    /// The worker.
    pub worker: Option<Arc<WorkerFacts>>,
    /// Of `worker.activity.update`.
    pub activity_change: Option<Box<ActivityChange>>,
    /// Of `worker.capacity.update` and `worker.channel.availability.update`.
    pub worker_channel: Option<Box<WorkerChannelFacts>>,
    /// The reservation and its version.
    pub reservation: Option<Box<(ReservationSid, u32)>>,
    /// Of `activity.*`: SID, name and availability.
    pub activity: Option<Box<(ActivitySid, Arc<str>, bool)>>,
    /// Of `task-channel.*`.
    pub channel: Option<Box<ChannelFacts>>,
}

/// A reservation the workflow's assignment callback is asked about:
/// <https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks>.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// When the reservation was made.
    pub at: Moment,
    /// Where to ask.
    pub url: Arc<str>,
    /// Where to ask when that does not answer well.
    pub fallback_url: Option<Arc<str>>,
    /// The workspace.
    pub workspace_sid: WorkspaceSid,
    /// The workflow.
    pub workflow_sid: WorkflowSid,
    /// The queue.
    pub queue_sid: TaskQueueSid,
    /// The worker.
    pub worker: Arc<WorkerFacts>,
    /// The task.
    pub task: Arc<TaskFacts>,
    /// The reservation.
    pub reservation_sid: ReservationSid,
}

/// The facts told last. Most of what happens in one step is told of the same task, in the same
/// queue, so that their facts are kept once for all events that say the same.
#[derive(Debug, Default)]
pub(super) struct Recent {
    task: Last<TaskFacts>,
    queue: Last<QueueFacts>,
    workflow: Last<(WorkflowSid, Arc<str>)>,
    worker: Last<WorkerFacts>,
}

impl Recent {
    pub(super) fn task(&mut self, task: &Task, workspace: &Workspace) -> Arc<TaskFacts> {
        let channel_name = workspace
            .channels
            .get(task.channel)
            .map_or_else(|| Arc::from(""), |channel| Arc::clone(&channel.unique_name));
        self.task.share(TaskFacts::of(task, channel_name))
    }

    pub(super) fn worker(
        &mut self,
        worker: &Worker,
        workspace: &Workspace,
    ) -> Option<Arc<WorkerFacts>> {
        let activity = workspace.activities.get(worker.activity)?;
        Some(self.worker.share(WorkerFacts::of(worker, activity)))
    }
}

#[derive(Debug)]
struct Last<T>(Option<Arc<T>>);

impl<T> Default for Last<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: PartialEq> Last<T> {
    fn share(&mut self, facts: T) -> Arc<T> {
        match &self.0 {
            Some(last) if **last == facts => Arc::clone(last),
            _ => Arc::clone(self.0.insert(Arc::new(facts))),
        }
    }
}

/// The parts an event is put together from.
#[derive(Default)]
pub(super) struct About<'a> {
    pub(super) task: Option<&'a Task>,
    pub(super) queue: Option<&'a Queue>,
    pub(super) previous_queue: Option<QueueFacts>,
    pub(super) workflow: Option<WorkflowSid>,
    pub(super) step: Option<StepFacts>,
    pub(super) previous_priority: Option<i64>,
    pub(super) worker: Option<&'a Worker>,
    pub(super) activity_change: Option<ActivityChange>,
    pub(super) worker_channel: Option<WorkerChannelFacts>,
    pub(super) reservation: Option<&'a Reservation>,
    pub(super) activity: Option<&'a Activity>,
    pub(super) channel: Option<&'a Channel>,
    /// A workflow that may be gone from the workspace already.
    pub(super) named_workflow: Option<(WorkflowSid, Arc<str>)>,
}

impl About<'_> {
    pub(super) fn into_event(
        self,
        sid: EventSid,
        kind: EventType,
        (at, cause): (Moment, Cause),
        workspace: &Workspace,
        recent: &mut Recent,
    ) -> Event {
        let workflow = self.named_workflow.or_else(|| {
            let workflow = workspace.workflows.get(self.workflow?)?;
            Some((workflow.sid, Arc::clone(&workflow.friendly_name)))
        });
        Event {
            sid,
            kind,
            at,
            cause: cause.within(kind),
            workspace_sid: workspace.sid,
            workspace_name: Arc::clone(&workspace.friendly_name),
            callback_url: workspace
                .event_callback_url
                .as_ref()
                .filter(|_| passes(workspace.events_filter.as_deref(), kind))
                .cloned(),
            task: self.task.map(|task| recent.task(task, workspace)),
            queue: self
                .queue
                .map(|queue| recent.queue.share(QueueFacts::of(queue))),
            previous_queue: self.previous_queue.map(Box::new),
            workflow: workflow.map(|workflow| recent.workflow.share(workflow)),
            step: self.step.map(Box::new),
            previous_priority: self.previous_priority,
            worker: self
                .worker
                .and_then(|worker| recent.worker(worker, workspace)),
            activity_change: self.activity_change.map(Box::new),
            worker_channel: self.worker_channel.map(Box::new),
            reservation: self
                .reservation
                .map(|reservation| Box::new((reservation.sid, reservation.version))),
            activity: self.activity.map(|activity| {
                Box::new((
                    activity.sid,
                    Arc::clone(&activity.friendly_name),
                    activity.available,
                ))
            }),
            channel: self.channel.map(ChannelFacts::of).map(Box::new),
        }
    }
}

impl Row for Event {
    type Sid = EventSid;

    fn sid(&self) -> EventSid {
        self.sid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_the_router_decides_is_its_own_even_within_a_request() {
        for (kind, cause) in [
            (EventType::TaskCreated, Cause::Request),
            (EventType::WorkerActivityUpdate, Cause::Request),
            (EventType::ReservationAccepted, Cause::Request),
            (EventType::ReservationCreated, Cause::Router),
            (EventType::TaskQueueEntered, Cause::Router),
            (EventType::WorkflowTargetMatched, Cause::Router),
        ] {
            assert_eq!(Cause::Request.within(kind), cause, "{kind}");
            assert_eq!(Cause::Router.within(kind), Cause::Router, "{kind}");
        }
    }
}
