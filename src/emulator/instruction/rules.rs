//! Which values the details of an instruction may have
//! (<https://www.twilio.com/docs/taskrouter/api/reservations#reservation-properties>).

use std::ops::RangeInclusive;

use super::{Details, Refusal};
use crate::model::instruction as words;
pub(super) use crate::model::instruction::{RINGING, SIP_RINGING};

/// Twilio documents no debugger code for a value that is not allowed; REST answers with this one.
const NOT_ALLOWED: u32 = 20001;

const CALL_EVENTS: Values = Values::Words(words::CALL_EVENTS);
const METHOD: Values = Values::Word(words::METHODS);

/// What a detail must be. Words are compared in any case.
enum Values {
    Word(&'static [&'static str]),
    /// A list, separated by commas or blanks.
    Words(&'static [&'static str]),
    Number(RangeInclusive<u32>),
    Url,
}

/// A detail, as REST and as callbacks spell it, with its values.
type Rule = (&'static str, &'static str, Values);

const DEQUEUE: &[Rule] = &[("DequeueRecord", "record", Values::Word(words::RECORD))];

const CALL: &[Rule] = &[("CallRecord", "record", Values::Word(words::RECORD))];

const CONFERENCE: &[Rule] = &[
    ("Timeout", "timeout", Values::Number(RINGING)),
    (
        "MaxParticipants",
        "max_participants",
        Values::Number(words::PARTICIPANTS),
    ),
    ("Beep", "beep", Values::Word(words::BEEP)),
    ("StatusCallbackEvent", "status_callback_event", CALL_EVENTS),
    ("StatusCallbackMethod", "status_callback_method", METHOD),
    ("WaitUrl", "wait_url", Values::Url),
    ("WaitMethod", "wait_method", METHOD),
    (
        "ConferenceStatusCallbackEvent",
        "conference_status_callback_event",
        Values::Words(words::CONFERENCE_EVENTS),
    ),
    (
        "ConferenceStatusCallbackMethod",
        "conference_status_callback_method",
        METHOD,
    ),
    (
        "ConferenceRecord",
        "conference_record",
        Values::Word(words::CONFERENCE_RECORD),
    ),
    (
        "ConferenceTrim",
        "conference_trim",
        Values::Word(words::CONFERENCE_TRIM),
    ),
    (
        "ConferenceRecordingStatusCallback",
        "conference_recording_status_callback",
        Values::Url,
    ),
    (
        "ConferenceRecordingStatusCallbackMethod",
        "conference_recording_status_callback_method",
        METHOD,
    ),
    (
        "RecordingStatusCallback",
        "recording_status_callback",
        Values::Url,
    ),
    (
        "RecordingStatusCallbackMethod",
        "recording_status_callback_method",
        METHOD,
    ),
    (
        "RecordingChannels",
        "recording_channels",
        Values::Word(words::RECORDING_CHANNELS),
    ),
    ("Region", "region", Values::Word(words::REGIONS)),
    (
        "JitterBufferSize",
        "jitter_buffer_size",
        Values::Word(words::JITTER_BUFFER_SIZES),
    ),
];

const SUPERVISE: &[Rule] = &[(
    "SupervisorMode",
    "supervisor_mode",
    Values::Word(&["monitor", "whisper", "barge"]),
)];

pub(super) fn check_dequeue(
    details: &impl Details,
    ringing: RangeInclusive<u32>,
) -> Result<(), Refusal> {
    number(details, "DequeueTimeout", "timeout", ringing)?;
    check(details, DEQUEUE)
}

pub(super) fn check_call(
    details: &impl Details,
    ringing: RangeInclusive<u32>,
) -> Result<(), Refusal> {
    number(details, "CallTimeout", "timeout", ringing)?;
    check(details, CALL)
}

pub(super) fn check_conference(details: &impl Details) -> Result<(), Refusal> {
    check(details, CONFERENCE)
}

pub(super) fn check_supervise(details: &impl Details) -> Result<(), Refusal> {
    check(details, SUPERVISE)
}

/// Checks a list of call progress events.
pub(super) fn call_events(text: &str, code: u32) -> Result<(), Refusal> {
    CALL_EVENTS
        .check(text)
        .map_err(|problem| Refusal::new(code, problem))
}

fn check(details: &impl Details, rules: &[Rule]) -> Result<(), Refusal> {
    for (rest, callback, values) in rules {
        check_one(details, rest, callback, values)?;
    }
    Ok(())
}

fn number(
    details: &impl Details,
    rest: &'static str,
    callback: &'static str,
    range: RangeInclusive<u32>,
) -> Result<(), Refusal> {
    check_one(details, rest, callback, &Values::Number(range))
}

fn check_one(
    details: &impl Details,
    rest: &'static str,
    callback: &'static str,
    values: &Values,
) -> Result<(), Refusal> {
    let Some(text) = details.detail(rest, callback) else {
        return Ok(());
    };
    values.check(&text).map_err(|problem| {
        let name = if details.through_rest() {
            rest
        } else {
            callback
        };
        Refusal::new(NOT_ALLOWED, format!("{name}: {problem}"))
    })
}

impl Values {
    /// What is wrong with a text, if anything is.
    fn check(&self, text: &str) -> Result<(), String> {
        let is_one_of = |word: &str, words: &[&str]| {
            if words.iter().any(|known| known.eq_ignore_ascii_case(word)) {
                Ok(())
            } else {
                Err(format!("`{word}` is not one of {}", words.join(", ")))
            }
        };
        match self {
            Self::Word(words) => is_one_of(text.trim(), words),
            Self::Words(words) => text
                .split([',', ' '])
                .filter(|word| !word.is_empty())
                .try_for_each(|word| is_one_of(word, words)),
            Self::Number(range) => match text.trim().parse::<u32>() {
                Ok(number) if range.contains(&number) => Ok(()),
                _ => Err(format!(
                    "`{text}` is not a whole number between {} and {}",
                    range.start(),
                    range.end()
                )),
            },
            Self::Url if text.starts_with("http://") || text.starts_with("https://") => Ok(()),
            Self::Url => Err(format!("`{text}` is not an absolute URL")),
        }
    }
}
