//! Call of the 2010 API: <https://www.twilio.com/docs/voice/api/call-resource>.

use serde::{Deserialize, Serialize};

use super::sid::{AccountSid, CallSid, PhoneNumberSid, optional};
use super::time::MailTime;
use super::wire::{Links, null_default, words};

words! {
    /// Where a call is in its life.
    CallStatus {
        /// Not dialled yet.
        Queued = "queued",
        /// Ringing.
        Ringing = "ringing",
        /// Connected.
        InProgress = "in-progress",
        /// Ended normally.
        Completed = "completed",
        /// The other side was busy.
        Busy = "busy",
        /// Could not be connected.
        Failed = "failed",
        /// Nobody answered.
        NoAnswer = "no-answer",
        /// Hung up before the answer.
        Canceled = "canceled",
    }
}

impl CallStatus {
    /// Whether the call is over.
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Completed | Self::Busy | Self::Failed | Self::NoAnswer | Self::Canceled
        )
    }
}

/// One leg of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// `CA…`
    pub sid: CallSid,
    /// The account it belongs to.
    pub account_sid: AccountSid,
    /// The call that made this one.
    #[serde(default, deserialize_with = "optional")]
    pub parent_call_sid: Option<CallSid>,
    /// Who was called.
    #[serde(default, deserialize_with = "null_default")]
    pub to: String,
    /// The same for people.
    #[serde(default)]
    pub to_formatted: Option<String>,
    /// Who called.
    #[serde(default, deserialize_with = "null_default")]
    pub from: String,
    /// The same for people.
    #[serde(default)]
    pub from_formatted: Option<String>,
    /// The number of the account that was called.
    #[serde(default, deserialize_with = "optional")]
    pub phone_number_sid: Option<PhoneNumberSid>,
    /// Where it is in its life.
    pub status: CallStatus,
    /// When it was answered.
    #[serde(default)]
    pub start_time: Option<MailTime>,
    /// When it ended.
    #[serde(default)]
    pub end_time: Option<MailTime>,
    /// Seconds, as text; `None` while it runs.
    #[serde(default)]
    pub duration: Option<String>,
    /// What it cost, negative, as text.
    #[serde(default)]
    pub price: Option<String>,
    /// Currency of the price.
    #[serde(default)]
    pub price_unit: Option<String>,
    /// `inbound`, `outbound-api` or `outbound-dial`.
    #[serde(default)]
    pub direction: Option<String>,
    /// `human` or a kind of machine.
    #[serde(default)]
    pub answered_by: Option<String>,
    /// `2010-04-01`
    #[serde(default)]
    pub api_version: Option<String>,
    /// The number the call was forwarded from.
    #[serde(default)]
    pub forwarded_from: Option<String>,
    /// SIP trunking group.
    #[serde(default)]
    pub group_sid: Option<String>,
    /// The caller's name where it was looked up.
    #[serde(default)]
    pub caller_name: Option<String>,
    /// Milliseconds waited before dialling, as text.
    #[serde(default)]
    pub queue_time: Option<String>,
    /// SIP trunk.
    #[serde(default)]
    pub trunk_sid: Option<String>,
    /// When it was created.
    pub date_created: Option<MailTime>,
    /// When it last changed.
    pub date_updated: Option<MailTime>,
    /// Path of this resource.
    #[serde(default)]
    pub uri: Option<String>,
    /// Paths of what belongs to it.
    #[serde(default)]
    pub subresource_uris: Links,
}
