//! What an event is about: its resource.

use crate::model::sid::{
    ActivitySid, ReservationSid, TaskChannelSid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid,
    WorkspaceSid,
};
use crate::routing::engine::Event;

/// The resource an event is most relevant to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emulator) enum Subject {
    Reservation(ReservationSid, Option<TaskSid>),
    Task(TaskSid),
    Worker(WorkerSid),
    Queue(TaskQueueSid),
    Activity(ActivitySid),
    Channel(TaskChannelSid),
    Workflow(WorkflowSid),
    Workspace(WorkspaceSid),
}

impl Subject {
    /// An event of a queue or workflow that speaks of a task is about the task.
    pub(in crate::emulator) fn of(event: &Event) -> Self {
        let task = event.task.as_ref().map(|task| task.sid);
        if let Some(reservation) = &event.reservation {
            Self::Reservation(reservation.0, task)
        } else if let Some(task) = task {
            Self::Task(task)
        } else if let Some(worker) = &event.worker {
            Self::Worker(worker.sid)
        } else if let Some(queue) = &event.queue {
            Self::Queue(queue.sid)
        } else if let Some(activity) = &event.activity {
            Self::Activity(activity.0)
        } else if let Some(channel) = &event.channel {
            Self::Channel(channel.sid)
        } else if let Some(workflow) = &event.workflow {
            Self::Workflow(workflow.0)
        } else {
            Self::Workspace(event.workspace_sid)
        }
    }

    /// Its type, as the wire spells it.
    pub(in crate::emulator) const fn kind(&self) -> &'static str {
        match self {
            Self::Reservation(..) => "reservation",
            Self::Task(_) => "task",
            Self::Worker(_) => "worker",
            Self::Queue(_) => "task-queue",
            Self::Activity(_) => "activity",
            Self::Channel(_) => "task-channel",
            Self::Workflow(_) => "workflow",
            Self::Workspace(_) => "workspace",
        }
    }

    pub(in crate::emulator) fn sid(&self) -> String {
        match self {
            Self::Reservation(sid, _) => sid.to_string(),
            Self::Task(sid) => sid.to_string(),
            Self::Worker(sid) => sid.to_string(),
            Self::Queue(sid) => sid.to_string(),
            Self::Activity(sid) => sid.to_string(),
            Self::Channel(sid) => sid.to_string(),
            Self::Workflow(sid) => sid.to_string(),
            Self::Workspace(sid) => sid.to_string(),
        }
    }

    /// Where it is, below the URL of its workspace.
    pub(in crate::emulator) fn path(&self) -> String {
        match self {
            Self::Reservation(sid, Some(task)) => format!("/Tasks/{task}/Reservations/{sid}"),
            Self::Reservation(sid, None) => format!("/Reservations/{sid}"),
            Self::Task(sid) => format!("/Tasks/{sid}"),
            Self::Worker(sid) => format!("/Workers/{sid}"),
            Self::Queue(sid) => format!("/TaskQueues/{sid}"),
            Self::Activity(sid) => format!("/Activities/{sid}"),
            Self::Channel(sid) => format!("/TaskChannels/{sid}"),
            Self::Workflow(sid) => format!("/Workflows/{sid}"),
            Self::Workspace(_) => String::new(),
        }
    }
}
