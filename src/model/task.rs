//! Task: <https://www.twilio.com/docs/taskrouter/api/task>.

use serde::{Deserialize, Serialize};

use super::sid::{
    AccountSid, TaskChannelSid, TaskQueueSid, TaskSid, WorkflowSid, WorkspaceSid, optional,
};
use super::time::IsoTime;
use super::wire::{Links, null_default, words};

words! {
    /// Where a task is in its life.
    TaskStatus {
        /// In a queue, no live reservation.
        Pending = "pending",
        /// At least one pending reservation.
        Reserved = "reserved",
        /// One reservation accepted.
        Assigned = "assigned",
        /// Will never be assigned; final.
        Canceled = "canceled",
        /// Done; final.
        Completed = "completed",
        /// The work is finished, the after-work is not.
        Wrapping = "wrapping",
    }
}

impl TaskStatus {
    /// The statuses of tasks that are not over.
    pub const OPEN: [Self; 4] = [
        Self::Pending,
        Self::Reserved,
        Self::Assigned,
        Self::Wrapping,
    ];

    /// Whether nothing can happen to the task any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Canceled | Self::Completed)
    }
}

/// A piece of work: a call, a chat, anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// `WT…`
    pub sid: TaskSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The workspace it belongs to.
    pub workspace_sid: WorkspaceSid,
    /// Seconds since creation.
    #[serde(default, deserialize_with = "null_default")]
    pub age: u64,
    /// Where it is in its life.
    pub assignment_status: TaskStatus,
    /// A JSON document as text, at most 4,096 characters.
    #[serde(default, deserialize_with = "null_default")]
    pub attributes: String,
    /// A JSON document as text, `{}` without add-ons.
    #[serde(default)]
    pub addons: Option<String>,
    /// When it was created.
    pub date_created: Option<IsoTime>,
    /// When it last changed.
    pub date_updated: Option<IsoTime>,
    /// When it entered its current queue.
    #[serde(default)]
    pub task_queue_entered_date: Option<IsoTime>,
    /// The time it is ordered by in its queue.
    #[serde(default)]
    pub virtual_start_time: Option<IsoTime>,
    /// Higher goes first.
    #[serde(default, deserialize_with = "null_default")]
    pub priority: i64,
    /// Why it was canceled or completed.
    #[serde(default)]
    pub reason: Option<String>,
    /// The queue it is in.
    #[serde(default, deserialize_with = "optional")]
    pub task_queue_sid: Option<TaskQueueSid>,
    /// That queue's name.
    #[serde(default)]
    pub task_queue_friendly_name: Option<String>,
    /// Its channel.
    #[serde(default, deserialize_with = "optional")]
    pub task_channel_sid: Option<TaskChannelSid>,
    /// That channel's unique name.
    #[serde(default)]
    pub task_channel_unique_name: Option<String>,
    /// Seconds it may live without being assigned.
    #[serde(default, deserialize_with = "null_default")]
    pub timeout: u64,
    /// The workflow that routes it.
    #[serde(default, deserialize_with = "optional")]
    pub workflow_sid: Option<WorkflowSid>,
    /// That workflow's name.
    #[serde(default)]
    pub workflow_friendly_name: Option<String>,
    /// With a routing target that is a worker: whether capacity is ignored.
    #[serde(default)]
    pub ignore_capacity: Option<bool>,
    /// Worker, queue or workflow it was sent to directly.
    #[serde(default)]
    pub routing_target: Option<String>,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
    /// Related resources.
    #[serde(default)]
    pub links: Links,
}
