//! The words and ranges that instructions to a reservation are made of:
//! <https://www.twilio.com/docs/taskrouter/api/reservations#reservation-properties>.

use std::ops::RangeInclusive;

/// What a call's progress can be reported as.
pub const CALL_EVENTS: &[&str] = &["initiated", "ringing", "answered", "completed"];

/// What can be reported of a conference.
pub const CONFERENCE_EVENTS: &[&str] =
    &["start", "end", "join", "leave", "mute", "hold", "speaker"];

/// How a webhook is called.
pub const METHODS: &[&str] = &["GET", "POST"];

/// Whether the worker's leg is recorded.
pub const RECORD: &[&str] = &["record-from-answer", "do-not-record"];

/// When a conference beeps.
pub const BEEP: &[&str] = &["true", "false", "onEnter", "onExit"];

/// Whether a conference is recorded.
pub const CONFERENCE_RECORD: &[&str] = &["true", "false", "record-from-start", "do-not-record"];

/// What becomes of silence in a conference's recording.
pub const CONFERENCE_TRIM: &[&str] = &["trim-silence", "do-not-trim"];

/// The channels of a recording.
pub const RECORDING_CHANNELS: &[&str] = &["mono", "dual"];

/// Where a conference can be mixed.
pub const REGIONS: &[&str] = &["us1", "us2", "ie1", "de1", "sg1", "br1", "au1", "jp1"];

/// How much a conference smooths out.
pub const JITTER_BUFFER_SIZES: &[&str] = &["small", "medium", "large", "off"];

/// Seconds a telephone may ring.
pub const RINGING: RangeInclusive<u32> = 1..=999;

/// Seconds a SIP address may ring in a dequeue or call instruction.
pub const SIP_RINGING: RangeInclusive<u32> = 1..=600;

/// Calls a conference may be told to hold at most.
pub const PARTICIPANTS: RangeInclusive<u32> = 2..=250;
