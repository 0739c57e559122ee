//! What can be asked of the engine; the fields are the parameters of Twilio's API.

use crate::model::sid::{ActivitySid, TaskQueueSid, WorkflowSid};
use crate::model::{QueueOrder, ReservationStatus, TaskStatus};
use crate::routing::Moment;

use super::state::RoutingTarget;

/// The change of something that may also be cleared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Update<T> {
    /// It stays.
    #[default]
    Keep,
    /// It is not set any more.
    Clear,
    /// It is set to this.
    Set(T),
}

impl<T> Update<T> {
    /// What is set, if anything.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    pub(super) fn apply(self, to: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *to = None,
            Self::Set(value) => *to = Some(value),
        }
    }
}

/// A workspace to create.
#[derive(Debug, Clone, Default)]
pub struct NewWorkspace {
    /// Name for people.
    pub friendly_name: String,
    /// Where events are posted.
    pub event_callback_url: Option<String>,
    /// Event types that are posted, comma-separated; all when missing.
    pub events_filter: Option<String>,
    /// Whether workers handle several tasks at once; yes when missing.
    pub multi_task_enabled: Option<bool>,
    /// Whether a sample queue and workflow come with it (template `FIFO`).
    pub fifo_template: bool,
    /// Which kind of queue goes first; FIFO when missing.
    pub prioritize_queue_order: Option<QueueOrder>,
}

/// Changes of a workspace; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct WorkspaceUpdate {
    /// Name for people.
    pub friendly_name: Option<String>,
    /// Where events are posted; empty for nowhere.
    pub event_callback_url: Option<String>,
    /// Event types that are posted; empty for all.
    pub events_filter: Option<String>,
    /// Whether workers handle several tasks at once; cannot be switched off.
    pub multi_task_enabled: Option<bool>,
    /// Which kind of queue goes first.
    pub prioritize_queue_order: Option<QueueOrder>,
    /// Activity of new workers.
    pub default_activity: Option<ActivitySid>,
    /// Activity of workers who let a reservation time out.
    pub timeout_activity: Option<ActivitySid>,
}

/// An activity to create.
#[derive(Debug, Clone, Default)]
pub struct NewActivity {
    /// Name for people.
    pub friendly_name: String,
    /// Whether tasks may be offered meanwhile.
    pub available: bool,
}

/// A task channel to create.
#[derive(Debug, Clone, Default)]
pub struct NewTaskChannel {
    /// Name for people.
    pub friendly_name: String,
    /// Name for tasks and expressions.
    pub unique_name: String,
    /// Whether idle time is measured on this channel alone.
    pub channel_optimized_routing: bool,
}

/// Changes of a task channel; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct TaskChannelUpdate {
    /// Name for people.
    pub friendly_name: Option<String>,
    /// Whether idle time is measured on this channel alone.
    pub channel_optimized_routing: Option<bool>,
}

/// A worker to create.
#[derive(Debug, Clone, Default)]
pub struct NewWorker {
    /// Name for people, unique in the workspace whatever the case.
    pub friendly_name: String,
    /// A JSON object; `{}` when missing.
    pub attributes: Option<String>,
    /// The first activity; the workspace's default when missing.
    pub activity: Option<ActivitySid>,
}

/// Changes of a worker; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct WorkerUpdate {
    /// Name for people.
    pub friendly_name: Option<String>,
    /// The whole new JSON object.
    pub attributes: Option<String>,
    /// The new activity.
    pub activity: Option<ActivitySid>,
    /// Whether pending reservations are rejected; only with an activity that is not available.
    pub reject_pending_reservations: bool,
}

/// Changes of a worker's channel; what is `None` stays.
#[derive(Debug, Clone, Copy, Default)]
pub struct WorkerChannelUpdate {
    /// Tasks the worker may have at once.
    pub capacity: Option<u32>,
    /// Whether the worker takes tasks of the channel.
    pub available: Option<bool>,
}

/// A queue to create.
#[derive(Debug, Clone, Default)]
pub struct NewQueue {
    /// Name for people, unique in the workspace.
    pub friendly_name: String,
    /// Expression over worker attributes; `1==1` when missing, nobody when empty.
    pub target_workers: Option<String>,
    /// Workers reserved at once for one task; 1 when missing.
    pub max_reserved_workers: Option<u32>,
    /// Whether the oldest or the newest task goes first; FIFO when missing.
    pub task_order: Option<QueueOrder>,
    /// Single-tasking only: activity of a reserved worker.
    pub reservation_activity: Option<ActivitySid>,
    /// Single-tasking only: activity of an assigned worker.
    pub assignment_activity: Option<ActivitySid>,
}

/// Changes of a queue; what is `None` or [`Update::Keep`] stays.
#[derive(Debug, Clone, Default)]
pub struct QueueUpdate {
    /// Name for people, unique in the workspace.
    pub friendly_name: Option<String>,
    /// Expression over worker attributes.
    pub target_workers: Option<String>,
    /// Workers reserved at once for one task.
    pub max_reserved_workers: Option<u32>,
    /// Whether the oldest or the newest task goes first.
    pub task_order: Option<QueueOrder>,
    /// Single-tasking only: activity of a reserved worker.
    pub reservation_activity: Update<ActivitySid>,
    /// Single-tasking only: activity of an assigned worker.
    pub assignment_activity: Update<ActivitySid>,
}

/// A workflow to create.
#[derive(Debug, Clone, Default)]
pub struct NewWorkflow {
    /// Name for people.
    pub friendly_name: String,
    /// The configuration document.
    pub configuration: String,
    /// Where a new reservation is posted.
    pub assignment_callback_url: Option<String>,
    /// Asked when the first does not answer well.
    pub fallback_assignment_callback_url: Option<String>,
    /// Seconds a reservation may stay pending; 120 when missing.
    pub task_reservation_timeout: Option<u32>,
}

/// Changes of a workflow; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct WorkflowUpdate {
    /// Name for people.
    pub friendly_name: Option<String>,
    /// The configuration document.
    pub configuration: Option<String>,
    /// Where a new reservation is posted; empty for nowhere.
    pub assignment_callback_url: Option<String>,
    /// Asked when the first does not answer well; empty for nobody.
    pub fallback_assignment_callback_url: Option<String>,
    /// Seconds a reservation may stay pending.
    pub task_reservation_timeout: Option<u32>,
    /// Whether tasks already inside run through the configuration again.
    pub reevaluate_tasks: bool,
}

/// A task to create.
#[derive(Debug, Clone, Default)]
pub struct NewTask {
    /// The workflow; may be missing when there is only one.
    pub workflow: Option<WorkflowSid>,
    /// A JSON object; `{}` when missing.
    pub attributes: Option<String>,
    /// Higher goes first; 0 when missing.
    pub priority: Option<i64>,
    /// Seconds it may live without being assigned; a day when missing.
    pub timeout: Option<u64>,
    /// SID or unique name; `default` when missing.
    pub task_channel: Option<String>,
    /// The time it is ordered by; now when missing.
    pub virtual_start: Option<Moment>,
    /// Where it is sent past its workflow.
    pub routing_target: Option<RoutingTarget>,
    /// With a routing target that is a worker: whether capacity is ignored; yes when missing.
    pub ignore_capacity: Option<bool>,
    /// With a routing target that is a worker: the queue it counts for.
    pub task_queue: Option<TaskQueueSid>,
}

/// Changes of a task; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct TaskUpdate {
    /// `canceled`, `wrapping` or `completed`; then the other fields but the reason are ignored.
    pub status: Option<TaskStatus>,
    /// Why.
    pub reason: Option<String>,
    /// The whole new JSON object.
    pub attributes: Option<String>,
    /// Higher goes first.
    pub priority: Option<i64>,
    /// SID or unique name.
    pub task_channel: Option<String>,
    /// The time it is ordered by.
    pub virtual_start: Option<Moment>,
}

/// What a worker, or the application for the worker, answers to a reservation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReservationAnswer {
    /// Take the task.
    Accept,
    /// Refuse it.
    Reject {
        /// The activity the worker goes to; stays when missing.
        activity: Option<ActivitySid>,
    },
    /// The work is finished, the after-work is not.
    Wrap,
    /// Done.
    Complete,
}

impl ReservationAnswer {
    /// The status the reservation gets.
    pub const fn status(self) -> ReservationStatus {
        match self {
            Self::Accept => ReservationStatus::Accepted,
            Self::Reject { .. } => ReservationStatus::Rejected,
            Self::Wrap => ReservationStatus::Wrapping,
            Self::Complete => ReservationStatus::Completed,
        }
    }
}

/// An instruction for a reservation, apart from plain accepting and rejecting
/// (<https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks>).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instruction {
    /// Dial the worker and connect the queued call.
    Dequeue,
    /// Dial the worker and run TwiML.
    Call {
        /// Whether the reservation is accepted at once.
        accept: bool,
    },
    /// Send a parked call to TwiML.
    Redirect {
        /// Whether the reservation is accepted at once.
        accept: bool,
    },
    /// Bring worker and caller together in a conference.
    Conference,
    /// Listen in on a reservation that is neither pending nor canceled.
    Supervise,
}

impl Instruction {
    /// The instruction's name, capitalised as in Twilio's messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dequeue => "Dequeue",
            Self::Call { .. } => "Call",
            Self::Redirect { .. } => "Redirect",
            Self::Conference => "Conference",
            Self::Supervise => "Supervise",
        }
    }

    /// Whether the reservation is accepted by it. Without a telephone network the worker's leg
    /// counts as answered at once.
    pub const fn accepts(self) -> bool {
        match self {
            Self::Dequeue | Self::Conference => true,
            Self::Call { accept } | Self::Redirect { accept } => accept,
            Self::Supervise => false,
        }
    }
}
