//! Conference and participant of the 2010 API:
//! <https://www.twilio.com/docs/voice/api/conference-resource>,
//! <https://www.twilio.com/docs/voice/api/conference-participant-resource>.

use serde::{Deserialize, Serialize};

use super::sid::{AccountSid, CallSid, ConferenceSid, optional};
use super::time::MailTime;
use super::wire::{Links, null_default, words};

words! {
    /// Where a conference is in its life.
    ConferenceStatus {
        /// Waiting for somebody who may start it.
        Init = "init",
        /// Running.
        InProgress = "in-progress",
        /// Over.
        Completed = "completed",
    }
}

words! {
    /// Where a participant's call is in its life.
    ParticipantStatus {
        /// Not dialled yet.
        Queued = "queued",
        /// Being dialled.
        Connecting = "connecting",
        /// Ringing.
        Ringing = "ringing",
        /// In the conference.
        Connected = "connected",
        /// Left.
        Complete = "complete",
        /// Could not be reached.
        Failed = "failed",
    }
}

/// Several calls joined. A conference that TaskRouter started is named after its task's SID.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conference {
    /// `CF…`
    pub sid: ConferenceSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// Its name, at most 128 characters.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// `2010-04-01`
    #[serde(default)]
    pub api_version: Option<String>,
    /// Where it is mixed, such as `us1`.
    #[serde(default)]
    pub region: Option<String>,
    /// Where it is in its life.
    pub status: ConferenceStatus,
    /// When it was created.
    pub date_created: Option<MailTime>,
    /// When it last changed.
    pub date_updated: Option<MailTime>,
    /// Why it ended, `None` while it runs.
    #[serde(default)]
    pub reason_conference_ended: Option<String>,
    /// The call that ended it.
    #[serde(default, deserialize_with = "optional")]
    pub call_sid_ending_conference: Option<CallSid>,
    /// Path of this resource.
    #[serde(default)]
    pub uri: Option<String>,
    /// Paths of what belongs to it.
    #[serde(default)]
    pub subresource_uris: Links,
}

/// A call in a conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The call.
    pub call_sid: CallSid,
    /// A name given when the call was added.
    #[serde(default)]
    pub label: Option<String>,
    /// The call that is coached by this one.
    #[serde(default, deserialize_with = "optional")]
    pub call_sid_to_coach: Option<CallSid>,
    /// Whether this call coaches another.
    #[serde(default, deserialize_with = "null_default")]
    pub coaching: bool,
    /// The conference.
    pub conference_sid: ConferenceSid,
    /// When it was created.
    pub date_created: Option<MailTime>,
    /// When it last changed.
    pub date_updated: Option<MailTime>,
    /// Whether the conference ends when this call leaves.
    #[serde(default, deserialize_with = "null_default")]
    pub end_conference_on_exit: bool,
    /// Whether the others cannot hear this call.
    #[serde(default, deserialize_with = "null_default")]
    pub muted: bool,
    /// Whether this call hears hold music.
    #[serde(default, deserialize_with = "null_default")]
    pub hold: bool,
    /// Whether the conference starts when this call joins.
    #[serde(default, deserialize_with = "null_default")]
    pub start_conference_on_enter: bool,
    /// Where the call is in its life.
    pub status: ParticipantStatus,
    /// Milliseconds waited before dialling, as text.
    #[serde(default)]
    pub queue_time: Option<String>,
    /// Path of this resource.
    #[serde(default)]
    pub uri: Option<String>,
}
