//! The `[flow.assignment]` section: how tasks are given to the workers they are reserved for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::directory::Directory;
use super::super::flow::Span;
use crate::model::sid::WorkflowSid;

/// What is answered to assignment callbacks: for every workflow, and what is different for some.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policies {
    /// For workflows that say nothing themselves.
    pub default: Policy,
    /// By name or SID of the workflow; what one leaves out is as in `default`.
    pub workflows: BTreeMap<String, Policy>,
}

/// What is answered for the tasks of a workflow. Conference details mean nothing to other
/// instructions and are left out there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// How a call reaches the worker; `conference` unless given.
    pub instruction: Option<Way>,
    /// What becomes of a task that is no call, such as a chat, where the instruction needs one;
    /// `agent` unless given.
    pub without_call: Option<Otherwise>,
    /// The number the worker sees: `called` (the one the caller dialled, unless given), `caller`,
    /// or a number of yours.
    pub from: Option<String>,
    /// The worker's activity after the call, by name.
    pub post_work_activity: Option<String>,
    /// The activity, by name, of a worker whose reservation is rejected, as when nothing says how to
    /// reach them; unless given the workspace's time-out activity, or the first that takes no tasks.
    pub reject_activity: Option<String>,
    /// How long the worker's telephone rings.
    pub timeout: Option<Span>,
    /// Whether the conversation is recorded.
    pub record: Option<bool>,
    /// For `call` and `redirect`: the URL of the TwiML, or a path here. `call` connects the worker
    /// with the caller unless given.
    pub url: Option<String>,
    /// For `call` and `redirect`: whether the reservation is accepted at once.
    pub accept: Option<bool>,
    /// A URL, or a path here, that is told of the worker's leg.
    pub status_callback: Option<String>,
    /// What it is told: `initiated`, `ringing`, `answered`, `completed`.
    pub status_callback_events: Option<Vec<String>>,
    /// Whether the conference begins with the worker.
    pub start_conference_on_enter: Option<bool>,
    /// Whether the conference ends when the worker leaves; so it does unless told otherwise, as
    /// the caller would be alone. Of a call that is passed on it does not: the first worker may stay.
    pub end_conference_on_exit: Option<bool>,
    /// Whether the conference ends when the caller leaves; so it does unless told otherwise.
    pub end_conference_on_customer_exit: Option<bool>,
    /// Whether the worker enters muted.
    pub muted: Option<bool>,
    /// When the conference beeps: `true`, `false`, `onEnter` or `onExit`.
    pub beep: Option<String>,
    /// Whether it beeps when the caller enters.
    pub beep_on_customer_entrance: Option<bool>,
    /// Whether sound is passed on before somebody answers.
    pub early_media: Option<bool>,
    /// How many may take part, 2 to 250.
    pub max_participants: Option<u32>,
    /// What is heard until the conference begins: a URL, or a path here.
    pub wait_url: Option<String>,
    /// What becomes of silence in a recording: `trim-silence` or `do-not-trim`.
    pub conference_trim: Option<String>,
    /// `mono` or `dual`.
    pub recording_channels: Option<String>,
    /// Where the conference is mixed, such as `de1`.
    pub region: Option<String>,
    /// `small`, `medium`, `large` or `off`.
    pub jitter_buffer_size: Option<String>,
    /// A URL, or a path here, that is told of the conference.
    pub conference_status_callback: Option<String>,
    /// What it is told: `start`, `end`, `join`, `leave`, `mute`, `hold`, `speaker`.
    pub conference_status_callback_events: Option<Vec<String>>,
    /// A URL, or a path here, that is told when the recording is there; with `record`, trctl's own
    /// unless given, which notes it at the task.
    pub recording_callback: Option<String>,
}

/// How a call reaches a worker: the instructions of
/// <https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks>.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The worker is called, and both meet in a conference.
    #[default]
    Conference,
    /// The worker is called and connected with the caller.
    Dequeue,
    /// The worker is called and hears a document of ours.
    Call,
    /// The caller hears a document of ours.
    Redirect,
    /// The reservation is accepted, and nothing else happens.
    Accept,
    /// The worker is not given the task.
    Reject,
    /// Nothing: the worker answers in their own application.
    Agent,
}

/// What becomes of a task that is no call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Otherwise {
    /// The worker answers in their own application.
    #[default]
    Agent,
    /// The reservation is accepted.
    Accept,
    /// The worker is not given the task.
    Reject,
}

/// Takes each detail from the second where the first has none.
macro_rules! over {
    ($first:ident, $second:ident: $($field:ident),* $(,)?) => {
        Policy { $($field: $first.$field.clone().or_else(|| $second.$field.clone()),)* }
    };
}

impl Policies {
    /// The policy for a workflow.
    pub fn of(&self, workflow: Option<WorkflowSid>, directory: &Directory) -> Policy {
        let own = self.workflows.iter().find(|(name, _)| {
            workflow.is_some_and(|workflow| {
                name.parse() == Ok(workflow) || directory.workflows.find(name) == Some(workflow)
            })
        });
        own.map_or_else(|| self.default.clone(), |(_, own)| own.over(&self.default))
    }

    /// Whether workers of any workflow are called.
    pub fn call_workers(&self) -> bool {
        let usual = self.default.instruction;
        let own = self.workflows.values().map(|own| own.instruction.or(usual));
        std::iter::once(usual).chain(own).any(|way| {
            matches!(
                way.unwrap_or_default(),
                Way::Conference | Way::Dequeue | Way::Call
            )
        })
    }
}

impl Policy {
    fn over(&self, default: &Self) -> Self {
        let own = self;
        over!(
            own, default:
            instruction, without_call, from, post_work_activity, reject_activity, timeout, record,
            url, accept, status_callback, status_callback_events, start_conference_on_enter,
            end_conference_on_exit, end_conference_on_customer_exit, muted, beep,
            beep_on_customer_entrance, early_media, max_participants, wait_url, conference_trim,
            recording_channels, region, jitter_buffer_size, conference_status_callback,
            conference_status_callback_events, recording_callback,
        )
    }
}
