//! Event: <https://www.twilio.com/docs/taskrouter/api/event>, and the event types:
//! <https://www.twilio.com/docs/taskrouter/api/event/reference>.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::sid::{AccountSid, EventSid, WorkspaceSid};
use super::time::IsoTime;
use super::wire::{null_default, words};

/// Something that happened in a workspace, as its log tells it for 30 days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// `EV…`, the same as the event callback's `Sid`.
    pub sid: EventSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The workspace it happened in.
    pub workspace_sid: WorkspaceSid,
    /// What happened: one of [`EventType`], or a word that is newer than this version.
    #[serde(default, deserialize_with = "null_default")]
    pub event_type: String,
    /// The same as an English sentence.
    #[serde(default, deserialize_with = "null_default")]
    pub description: String,
    /// When, in whole seconds.
    pub event_date: Option<IsoTime>,
    /// When, in milliseconds since 1970 began.
    #[serde(default)]
    pub event_date_ms: Option<i64>,
    /// The parameters of the event callback in `snake_case`; even numbers are texts.
    #[serde(default)]
    pub event_data: Option<Map<String, Value>>,
    /// What it is about, in lower case: `task`, `reservation`, `worker`, …
    #[serde(default)]
    pub resource_type: Option<String>,
    /// The SID of what it is about.
    #[serde(default)]
    pub resource_sid: Option<String>,
    /// The URL of what it is about.
    #[serde(default)]
    pub resource_url: Option<String>,
    /// The kind of who caused it.
    #[serde(default)]
    pub actor_type: Option<String>,
    /// The SID of who caused it.
    #[serde(default)]
    pub actor_sid: Option<String>,
    /// The URL of who caused it.
    #[serde(default)]
    pub actor_url: Option<String>,
    /// Where it came from, such as `twilio`.
    #[serde(default)]
    pub source: Option<String>,
    /// The IP address it came from.
    #[serde(default)]
    pub source_ip_address: Option<String>,
    /// Absolute URL of this resource.
    #[serde(default)]
    pub url: Option<String>,
}

impl Event {
    /// When it happened, in milliseconds since 1970 began, as exactly as it is known.
    pub fn millisecond(&self) -> Option<i64> {
        self.event_date_ms
            .or_else(|| self.event_date.map(|date| date.0.as_millisecond()))
    }

    /// A parameter of the event callback by its name in `snake_case`, unless it is empty.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.event_data
            .as_ref()?
            .get(name)?
            .as_str()
            .filter(|value| !value.is_empty())
    }
}

words! {
    /// What happened.
    EventType {
        /// An activity was created.
        ActivityCreated = "activity.created",
        /// An activity was renamed.
        ActivityUpdated = "activity.updated",
        /// An activity was deleted.
        ActivityDeleted = "activity.deleted",
        /// A task was reserved for a worker.
        ReservationCreated = "reservation.created",
        /// The worker took the task.
        ReservationAccepted = "reservation.accepted",
        /// The worker refused.
        ReservationRejected = "reservation.rejected",
        /// The worker did not answer in time.
        ReservationTimeout = "reservation.timeout",
        /// The task was canceled while reserved.
        ReservationCanceled = "reservation.canceled",
        /// Another worker took the task.
        ReservationRescinded = "reservation.rescinded",
        /// The worker is done.
        ReservationCompleted = "reservation.completed",
        /// The worker is in after-work.
        ReservationWrapup = "reservation.wrapup",
        /// The reservation could not be made.
        ReservationFailed = "reservation.failed",
        /// A task was created.
        TaskCreated = "task.created",
        /// Attributes, priority or the like changed.
        TaskUpdated = "task.updated",
        /// The task will never be assigned.
        TaskCanceled = "task.canceled",
        /// The work on the task ended.
        TaskWrapup = "task.wrapup",
        /// The task is done.
        TaskCompleted = "task.completed",
        /// The task was deleted through the API.
        TaskDeleted = "task.deleted",
        /// TaskRouter removed the task at the end of its life.
        TaskSystemDeleted = "task.system-deleted",
        /// A transfer began.
        TaskTransferInitiated = "task.transfer-initiated",
        /// An attempt to transfer failed.
        TaskTransferAttemptFailed = "task.transfer-attempt-failed",
        /// A transfer failed.
        TaskTransferFailed = "task.transfer-failed",
        /// A transfer was canceled.
        TaskTransferCanceled = "task.transfer-canceled",
        /// A transfer was completed.
        TaskTransferCompleted = "task.transfer-completed",
        /// A task channel was created.
        TaskChannelCreated = "task-channel.created",
        /// A task channel changed.
        TaskChannelUpdated = "task-channel.updated",
        /// A task channel was deleted.
        TaskChannelDeleted = "task-channel.deleted",
        /// A queue was created.
        TaskQueueCreated = "task-queue.created",
        /// A queue was deleted.
        TaskQueueDeleted = "task-queue.deleted",
        /// A task entered a queue.
        TaskQueueEntered = "task-queue.entered",
        /// A routing step timed out.
        TaskQueueTimeout = "task-queue.timeout",
        /// A task left for another queue.
        TaskQueueMoved = "task-queue.moved",
        /// A queue's target workers changed.
        TaskQueueExpressionUpdated = "task-queue.expression.updated",
        /// A worker was created.
        WorkerCreated = "worker.created",
        /// A worker was deleted.
        WorkerDeleted = "worker.deleted",
        /// A worker's activity changed.
        WorkerActivityUpdate = "worker.activity.update",
        /// A worker's attributes changed.
        WorkerAttributesUpdate = "worker.attributes.update",
        /// The capacity of a worker's channel changed.
        WorkerCapacityUpdate = "worker.capacity.update",
        /// A worker's channel was opened or closed.
        WorkerChannelAvailabilityUpdate = "worker.channel.availability.update",
        /// A workflow was created.
        WorkflowCreated = "workflow.created",
        /// A workflow changed.
        WorkflowUpdated = "workflow.updated",
        /// A workflow was deleted.
        WorkflowDeleted = "workflow.deleted",
        /// A task entered a workflow.
        WorkflowEntered = "workflow.entered",
        /// A routing step matched.
        WorkflowTargetMatched = "workflow.target-matched",
        /// A task reached the end of its workflow.
        WorkflowTimeout = "workflow.timeout",
        /// A task was skipped out of its workflow.
        WorkflowSkipped = "workflow.skipped",
        /// A workspace was created.
        WorkspaceCreated = "workspace.created",
        /// A workspace changed.
        WorkspaceUpdated = "workspace.updated",
        /// A workspace was deleted.
        WorkspaceDeleted = "workspace.deleted",
    }
}

/// A parameter of the event callback as JSON spells it: `TaskQueueSid` is `task_queue_sid`. A run of
/// capitals is one word.
pub fn snake_case(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len() + 8);
    push_snake_case(&mut spelled, name);
    spelled
}

/// Puts the same behind a text.
pub fn push_snake_case(spelled: &mut String, name: &str) {
    let start = spelled.len();
    let bytes = name.as_bytes();
    let mut written = 0;
    for place in 1..bytes.len() {
        if !bytes[place].is_ascii_uppercase() {
            continue;
        }
        let before = bytes[place - 1];
        let word_ended = before.is_ascii_lowercase() || before.is_ascii_digit();
        let run_ended =
            before.is_ascii_uppercase() && bytes.get(place + 1).is_some_and(u8::is_ascii_lowercase);
        if word_ended || run_ended {
            spelled.push_str(&name[written..place]);
            spelled.push('_');
            written = place;
        }
    }
    spelled.push_str(&name[written..]);
    spelled[start..].make_ascii_lowercase();
}

#[cfg(test)]
mod tests {
    use super::snake_case;

    #[test]
    fn names_are_spelled_as_json_spells_them() {
        for (name, spelled) in [
            ("Reason", "reason"),
            ("TaskQueueTargetExpression", "task_queue_target_expression"),
            (
                "WorkerTimeInPreviousActivityMs",
                "worker_time_in_previous_activity_ms",
            ),
            ("SIPCallID", "sip_call_id"),
            ("already_there", "already_there"),
            ("Line2Name", "line2_name"),
            ("", ""),
        ] {
            assert_eq!(snake_case(name), spelled);
        }
    }
}
