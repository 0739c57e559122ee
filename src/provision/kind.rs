//! The kinds of things a manifest speaks of, and what is to be known of their fields.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::sid::{
    ActivitySid, PhoneNumberSid, Sid as _, TaskChannelSid, TaskQueueSid, WorkerSid, WorkflowSid,
    WorkspaceSid,
};

/// What a step changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The workspace itself, with its settings.
    Workspace,
    /// An activity.
    Activity,
    /// A task channel, by its unique name.
    TaskChannel,
    /// A task queue.
    TaskQueue,
    /// A workflow.
    Workflow,
    /// A worker, with the channels.
    Worker,
    /// A voice number of the account.
    PhoneNumber,
}

impl Kind {
    /// In the order of a plan: what others need comes first.
    pub const ALL: [Self; 7] = [
        Self::Workspace,
        Self::Activity,
        Self::TaskChannel,
        Self::TaskQueue,
        Self::Workflow,
        Self::Worker,
        Self::PhoneNumber,
    ];

    /// The noun in sentences.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Activity => "activity",
            Self::TaskChannel => "task channel",
            Self::TaskQueue => "task queue",
            Self::Workflow => "workflow",
            Self::Worker => "worker",
            Self::PhoneNumber => "phone number",
        }
    }

    /// The word in references and in what programs read.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Activity => "activity",
            Self::TaskChannel => "task_channel",
            Self::TaskQueue => "task_queue",
            Self::Workflow => "workflow",
            Self::Worker => "worker",
            Self::PhoneNumber => "phone_number",
        }
    }

    /// What its SIDs begin with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Workspace => WorkspaceSid::PREFIX,
            Self::Activity => ActivitySid::PREFIX,
            Self::TaskChannel => TaskChannelSid::PREFIX,
            Self::TaskQueue => TaskQueueSid::PREFIX,
            Self::Workflow => WorkflowSid::PREFIX,
            Self::Worker => WorkerSid::PREFIX,
            Self::PhoneNumber => PhoneNumberSid::PREFIX,
        }
    }

    /// The field of the manifest that lists them; none lists workspaces.
    pub const fn section(self) -> &'static str {
        match self {
            Self::Workspace => "",
            Self::Activity => "activities",
            Self::TaskChannel => "task_channels",
            Self::TaskQueue => "task_queues",
            Self::Workflow => "workflows",
            Self::Worker => "workers",
            Self::PhoneNumber => "phone_numbers",
        }
    }

    /// The field that holds the name.
    pub const fn name_field(self) -> &'static str {
        match self {
            Self::TaskChannel => "unique_name",
            Self::PhoneNumber => "phone_number",
            _ => "friendly_name",
        }
    }

    /// What tells two of them apart: Twilio takes `Dave` and `dave` for one worker.
    pub fn key(self, name: &str) -> String {
        match self {
            Self::Worker => name.to_lowercase(),
            _ => name.to_owned(),
        }
    }

    /// Its fields beside the name; `None` for what is none of them.
    pub fn field(self, name: &str) -> Option<Field> {
        Some(match (self, name) {
            (
                Self::Workspace,
                "event_callback_url" | "prioritize_queue_order" | "multi_task_enabled",
            )
            | (Self::TaskChannel, "friendly_name" | "channel_optimized_routing")
            | (Self::TaskQueue, "max_reserved_workers" | "task_order")
            | (
                Self::Workflow,
                "task_reservation_timeout"
                | "assignment_callback_url"
                | "fallback_assignment_callback_url",
            )
            | (
                Self::PhoneNumber,
                "friendly_name" | "voice_url" | "voice_fallback_url" | "status_callback",
            ) => Field::Plain,
            (Self::Workspace, "events_filter") => Field::Names,
            (Self::Workspace, "default_activity" | "timeout_activity")
            | (Self::TaskQueue, "reservation_activity" | "assignment_activity") => Field::Activity,
            (Self::TaskQueue, "target_workers") => Field::TargetWorkers,
            (Self::Workflow, "configuration") => Field::Configuration,
            (Self::Worker, "activity") => Field::FirstActivity,
            (Self::Worker, "attributes") => Field::Attributes,
            (Self::Worker, "channels") => Field::Channels,
            (Self::Activity, "available") => Field::Fixed,
            _ => return None,
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.noun())
    }
}

/// How a field is compared and sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A text, number or truth value; no text and an empty one are the same.
    Plain,
    /// The same, but Twilio never changes it: another value needs another thing.
    Fixed,
    /// A list of words without order.
    Names,
    /// An activity by name; empty for none.
    Activity,
    /// The activity a new worker begins in; no business of the manifest's later.
    FirstActivity,
    /// The expression of a queue.
    TargetWorkers,
    /// The document of a workflow.
    Configuration,
    /// The document of a worker.
    Attributes,
    /// Capacities by channel; each is a resource of its own.
    Channels,
}

/// Twilio's parameter for a field: `task_order` is sent as `TaskOrder`.
pub fn parameter(field: &str) -> String {
    field
        .split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
        })
        .collect()
}
