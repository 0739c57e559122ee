//! A task, as its events and the looks at it leave it.

use super::merge::{Earliest, Greatest, Latest, Seen, kept_by_field, state};
use super::rows::TaskFacts;
use super::team::team_in;
use super::telling::Telling;
use crate::model::sid::{
    Sid as _, TaskChannelSid, TaskQueueSid, TaskSid, WorkflowSid, WorkspaceSid,
};
use crate::model::{EventType, Task, TaskStatus};

state! {
    /// What is known of a task.
    TaskState {
        workspace: Greatest<u128>,
        /// When the last event that speaks of it happened.
        told: Greatest<i64>,
        version: Greatest<i64>,
        /// The word for its status while it is not final.
        status: Option<Latest<String>>,
        /// The word for its final status, which nothing leaves.
        final_status: Option<Latest<String>>,
        priority: Option<Latest<i64>>,
        queue: Option<Latest<u128>>,
        queue_entered: Option<Latest<i64>>,
        workflow: Option<Latest<u128>>,
        channel: Option<Latest<u128>>,
        channel_name: Option<Latest<String>>,
        reason: Option<Latest<String>>,
        attributes: Option<Latest<String>>,
        virtual_start: Option<Latest<i64>>,
        created: Earliest,
        /// The same in whole seconds, which every event about the task tells.
        created_second: Earliest,
        first_queued: Earliest,
        first_reserved: Earliest,
        accepted: Earliest,
        wrapping: Earliest,
        completed: Earliest,
        canceled: Earliest,
        deleted: Earliest,
        seen: Option<Seen<TaskSeen>>,
    }
}

/// A task as the Task resource shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::events) struct TaskSeen {
    status: String,
    priority: i64,
    queue: Option<u128>,
    queue_entered: Option<i64>,
    workflow: Option<u128>,
    channel: Option<u128>,
    channel_name: Option<String>,
    reason: Option<String>,
    attributes: String,
    virtual_start: Option<i64>,
    created: Option<i64>,
}

kept_by_field! { TaskSeen {
    status: String,
    priority: i64,
    queue: Option<u128>,
    queue_entered: Option<i64>,
    workflow: Option<u128>,
    channel: Option<u128>,
    channel_name: Option<String>,
    reason: Option<String>,
    attributes: String,
    virtual_start: Option<i64>,
    created: Option<i64>,
} }

impl TaskState {
    pub(super) fn of_event(telling: Telling<'_>) -> Self {
        let kind = telling.kind;
        let stamp = telling.stamp("task_version");
        let word = telling
            .text("task_assignment_status")
            .or_else(|| implied_status(kind).map(TaskStatus::as_str));
        let status = word.map_or(TaskStatus::Unknown, read_status);
        let (final_word, word) = if status.is_final() {
            (word, None)
        } else {
            (None, word)
        };
        Self {
            workspace: Greatest(telling.event.workspace_sid.map(WorkspaceSid::bits)),
            told: Greatest(Some(telling.event.at)),
            version: Greatest(telling.number("task_version")),
            status: stamp.on_text(word),
            final_status: stamp.on_text(final_word),
            priority: stamp.on(telling.number("task_priority")),
            queue: stamp.on(telling.sid::<TaskQueueSid>("task_queue_sid")),
            queue_entered: stamp.on(telling.date("task_queue_entered_date")),
            workflow: stamp.on(telling.sid::<WorkflowSid>("workflow_sid")),
            channel: stamp.on(telling.sid::<TaskChannelSid>("task_channel_sid")),
            channel_name: stamp.on_text(telling.text("task_channel_unique_name")),
            // The same under up to two names: whichever of them a telling has, one is chosen.
            reason: stamp.on_text(
                ["task_canceled_reason", "task_completed_reason", "reason"]
                    .into_iter()
                    .filter_map(|name| telling.text(name))
                    .max_by_key(|reason| (reason.len(), *reason)),
            ),
            attributes: stamp.on_text(telling.text("task_attributes")),
            virtual_start: stamp.on(telling.date("task_virtual_start_time")),
            created: telling.moment(kind == EventType::TaskCreated),
            created_second: Earliest(telling.date("task_date_created")),
            first_queued: telling.moment(kind == EventType::TaskQueueEntered),
            first_reserved: telling.moment(kind == EventType::ReservationCreated),
            accepted: telling.moment(kind == EventType::ReservationAccepted),
            wrapping: telling.moment(status == TaskStatus::Wrapping),
            completed: telling.moment(status == TaskStatus::Completed),
            canceled: telling.moment(status == TaskStatus::Canceled),
            deleted: telling.moment(matches!(
                kind,
                EventType::TaskDeleted | EventType::TaskSystemDeleted
            )),
            seen: None,
        }
    }

    pub(in crate::events) fn of_look(as_of: i64, task: &Task) -> Self {
        let milliseconds =
            |time: Option<crate::model::time::IsoTime>| time.map(|time| time.0.as_millisecond());
        Self {
            workspace: Greatest(Some(task.workspace_sid.bits())),
            seen: Some(Seen {
                // When it last changed, by the clock that stamps events: this machine's may differ.
                as_of: milliseconds(task.date_updated).unwrap_or(as_of),
                state: TaskSeen {
                    status: task.assignment_status.as_str().to_owned(),
                    priority: task.priority,
                    queue: task.task_queue_sid.map(TaskQueueSid::bits),
                    queue_entered: milliseconds(task.task_queue_entered_date),
                    workflow: task.workflow_sid.map(WorkflowSid::bits),
                    channel: task.task_channel_sid.map(TaskChannelSid::bits),
                    channel_name: task.task_channel_unique_name.clone(),
                    reason: task.reason.clone(),
                    attributes: task.attributes.clone(),
                    virtual_start: milliseconds(task.virtual_start_time),
                    created: milliseconds(task.date_created),
                },
            }),
            ..Self::default()
        }
    }

    /// What was seen, where that is newer than everything that was told.
    fn fresh(&self) -> Option<&TaskSeen> {
        let seen = self.seen.as_ref()?;
        let is_fresh = self.told.0.is_none_or(|told| seen.as_of > told);
        is_fresh.then_some(&seen.state)
    }

    /// The status but for what the task's offers tell of it.
    pub(in crate::events) fn status(&self) -> TaskStatus {
        if let Some(word) = &self.final_status {
            return read_status(&word.value);
        }
        match (self.fresh(), &self.status) {
            (Some(seen), _) => read_status(&seen.status),
            (None, Some(word)) => read_status(&word.value),
            (None, None) => TaskStatus::Unknown,
        }
    }

    pub(in crate::events) fn is_open(&self) -> bool {
        !self.status().is_final() && self.deleted.0.is_none()
    }

    pub(in crate::events) fn created(&self) -> Option<i64> {
        self.created
            .0
            .or(self.created_second.0)
            .or_else(|| self.seen.as_ref()?.state.created)
    }

    /// As [`TaskFacts::ended`] tells it of the row.
    pub(in crate::events) fn ended(&self) -> Option<i64> {
        match self.status() {
            TaskStatus::Completed => self.completed.0,
            TaskStatus::Canceled => self.canceled.0,
            _ => self.deleted.0,
        }
    }

    /// The row; `offers` says what is known of its reservations.
    pub(in crate::events) fn into_row(
        self,
        sid: u128,
        with_attributes: bool,
        offers: Offers,
    ) -> TaskFacts {
        let status = match (self.status(), offers) {
            // That the task comes back to its queue is told by no event.
            (TaskStatus::Reserved, Offers::AllEnded) => TaskStatus::Pending,
            (status, _) => status,
        };
        let created = self.created();
        let seen = self.fresh().cloned();
        let fresh = seen.is_some();
        let seen = seen.unwrap_or_default();
        let latest = |told: Option<Latest<u128>>, seen: Option<u128>| {
            if fresh {
                seen
            } else {
                told.map(|told| told.value)
            }
        };
        let latest_text = |told: Option<Latest<String>>, seen: Option<String>| {
            if fresh {
                seen
            } else {
                told.map(|told| told.value)
            }
        };
        let latest_number = |told: Option<Latest<i64>>, seen: Option<i64>| {
            if fresh {
                seen
            } else {
                told.map(|told| told.value)
            }
        };
        let attributes = latest_text(self.attributes, Some(seen.attributes));
        TaskFacts {
            sid: TaskSid::from_bits(sid),
            workspace_sid: self.workspace.0.map(WorkspaceSid::from_bits),
            status,
            priority: latest_number(self.priority, Some(seen.priority)),
            queue_sid: latest(self.queue, seen.queue).map(TaskQueueSid::from_bits),
            queue_entered: latest_number(self.queue_entered, seen.queue_entered),
            workflow_sid: latest(self.workflow, seen.workflow).map(WorkflowSid::from_bits),
            channel_sid: latest(self.channel, seen.channel).map(TaskChannelSid::from_bits),
            channel: latest_text(self.channel_name, seen.channel_name),
            reason: latest_text(self.reason, seen.reason),
            team: team_in(attributes.as_deref()),
            attributes: attributes.filter(|_| with_attributes),
            virtual_start: latest_number(self.virtual_start, seen.virtual_start),
            version: self.version.0.and_then(|version| version.try_into().ok()),
            created,
            first_queued: self.first_queued.0,
            first_reserved: self.first_reserved.0,
            accepted: self.accepted.0,
            wrapping: self.wrapping.0,
            completed: self.completed.0,
            canceled: self.canceled.0,
            deleted: self.deleted.0,
        }
    }
}

/// What is known of a task's reservations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::events) enum Offers {
    /// None of them, or some that are open.
    Open,
    /// Some, and all of them have ended.
    AllEnded,
}

fn read_status(word: &str) -> TaskStatus {
    word.parse().unwrap_or(TaskStatus::Unknown)
}

/// The status after an event that does not say.
const fn implied_status(kind: EventType) -> Option<TaskStatus> {
    match kind {
        EventType::TaskCreated => Some(TaskStatus::Pending),
        EventType::ReservationCreated => Some(TaskStatus::Reserved),
        EventType::ReservationAccepted => Some(TaskStatus::Assigned),
        EventType::TaskWrapup => Some(TaskStatus::Wrapping),
        EventType::TaskCompleted => Some(TaskStatus::Completed),
        EventType::TaskCanceled => Some(TaskStatus::Canceled),
        _ => None,
    }
}
