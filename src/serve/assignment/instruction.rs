//! Instructions, in the shape Twilio reads them
//! (<https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks>).

use serde::Serialize;

use crate::model::sid::{ActivitySid, CallSid};

/// An instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "instruction", rename_all = "snake_case")]
pub enum Instruction {
    /// Worker and caller meet in a conference named after the task.
    Conference(Box<Conference>),
    /// The worker is called and connected.
    Dequeue(Dequeue),
    /// The worker is called and hears a document.
    Call(Call),
    /// The caller hears a document.
    Redirect(Redirect),
    /// The reservation is accepted.
    Accept,
    /// The reservation is rejected.
    Reject {
        /// The worker's activity from now on.
        activity_sid: ActivitySid,
    },
}

impl Instruction {
    /// Whether the worker's telephone rings because of it.
    pub fn calls_worker(&self) -> bool {
        matches!(self, Self::Conference(_) | Self::Dequeue(_) | Self::Call(_))
    }
}

/// Details of a conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conference {
    /// Whom to call.
    pub to: String,
    /// The number that is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The worker's activity afterwards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_work_activity_sid: Option<ActivitySid>,
    /// Seconds it rings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeout: Option<u32>,
    /// Told of the worker's leg.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_callback: Option<String>,
    /// What it is told, separated by commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_callback_event: Option<String>,
    /// Whether it begins with the worker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_conference_on_enter: Option<bool>,
    /// Whether it ends with the worker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_conference_on_exit: Option<bool>,
    /// Whether it ends with the caller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_conference_on_customer_exit: Option<bool>,
    /// Whether the worker enters muted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muted: Option<bool>,
    /// When it beeps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beep: Option<String>,
    /// Whether it beeps for the caller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beep_on_customer_entrance: Option<bool>,
    /// Whether sound is passed on before an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub early_media: Option<bool>,
    /// How many may take part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_participants: Option<u32>,
    /// What is heard until it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_url: Option<String>,
    /// Whether it is recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conference_record: Option<&'static str>,
    /// What becomes of silence in the recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conference_trim: Option<String>,
    /// The recording's channels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording_channels: Option<String>,
    /// Where it is mixed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// How much is smoothed out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jitter_buffer_size: Option<String>,
    /// Told of the conference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conference_status_callback: Option<String>,
    /// What it is told, separated by commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conference_status_callback_event: Option<String>,
    /// Told of the recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conference_recording_status_callback: Option<String>,
}

/// Details of a connection with the waiting call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dequeue {
    /// Whom to call.
    pub to: String,
    /// The number that is shown; the one that was dialled unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The worker's activity afterwards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_work_activity_sid: Option<ActivitySid>,
    /// Seconds it rings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeout: Option<u32>,
    /// Whether it is recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<&'static str>,
    /// Told of the worker's leg.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_callback_url: Option<String>,
    /// What it is told, separated by commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_callback_events: Option<String>,
}

/// Details of a call to the worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// Whom to call.
    pub to: String,
    /// The number that is shown.
    pub from: String,
    /// The document the worker hears.
    pub url: String,
    /// Whether the reservation is accepted at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept: Option<bool>,
    /// Seconds it rings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeout: Option<u32>,
    /// Whether it is recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<&'static str>,
    /// Told of the worker's leg.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_callback_url: Option<String>,
}

/// Details of a document for the caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Redirect {
    /// The caller's call.
    pub call_sid: CallSid,
    /// The document the caller hears.
    pub url: String,
    /// Whether the reservation is accepted at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept: Option<bool>,
}
