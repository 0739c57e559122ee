//! What an encoding said, before it is known to be an event.

use jiff::Timestamp;

use super::{Malformed, Parameters, RecordedEvent};
use crate::model::Pairs;
use crate::model::sid::{EventSid, Sid};

/// How a catalogue of the Event Streams spells a type that is documented otherwise.
const SPELLINGS: [(&str, &str); 1] = [(
    "task-queue.expression-updated",
    "task-queue.expression.updated",
)];

/// Parameters that are dates: the event callback spells them in seconds, the streams may not.
const DATES: [&str; 3] = [
    "task_date_created",
    "task_queue_entered_date",
    "task_virtual_start_time",
];

/// The parts every event has, as texts that may be wrong, under the names the encoding has for them.
#[derive(Debug, Default)]
pub(super) struct Telling {
    pub(super) sid: Option<String>,
    /// An event that is not TaskRouter's may have an id that is no SID.
    pub(super) derived_sid: Option<EventSid>,
    pub(super) kind: Option<String>,
    /// Times by the names they came under, best first.
    pub(super) times: Vec<(&'static str, Option<String>)>,
    pub(super) account: Option<String>,
    pub(super) workspace: Option<String>,
    pub(super) resource_type: Option<String>,
    pub(super) resource_sid: Option<String>,
    pub(super) parameters: Pairs,
}

/// The names the parts go by, for messages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names {
    pub(super) sid: &'static str,
    pub(super) kind: &'static str,
    pub(super) account: &'static str,
    pub(super) workspace: &'static str,
}

impl Telling {
    /// One with room for so many parameters, and for so many bytes of them.
    pub(super) fn with_room((parameters, bytes): (usize, usize)) -> Self {
        Self {
            parameters: Pairs::with_capacity(parameters, bytes),
            ..Self::default()
        }
    }

    /// Takes in what else is said.
    pub(super) fn parameter(&mut self, name: &str, value: &str) {
        if value.contains('-')
            && DATES.contains(&name)
            && let Ok(time) = value.parse::<Timestamp>()
        {
            self.parameters.push(name, &time.as_second().to_string());
        } else {
            self.parameters.push(name, value);
        }
    }

    pub(super) fn into_event(self, names: Names) -> Result<RecordedEvent, Malformed> {
        let sid = match (self.derived_sid, said(self.sid)) {
            (Some(sid), _) => sid,
            (None, Some(text)) => sid_of(names.sid, &text)?,
            (None, None) => return Err(Malformed::Missing(names.sid)),
        };
        let mut kind = said(self.kind).ok_or(Malformed::Missing(names.kind))?;
        if let Some((_, documented)) = SPELLINGS.iter().find(|(spelled, _)| *spelled == kind) {
            (*documented).clone_into(&mut kind);
        }
        let mut resource_type = said(self.resource_type);
        if let Some(resource_type) = &mut resource_type {
            resource_type.make_ascii_lowercase();
        }
        Ok(RecordedEvent {
            sid,
            kind,
            at: moment(self.times)?,
            account_sid: optional_sid(names.account, self.account)?,
            workspace_sid: optional_sid(names.workspace, self.workspace)?,
            resource_type,
            resource_sid: said(self.resource_sid),
            parameters: Parameters::from(self.parameters),
        })
    }
}

fn said(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

fn sid_of<S: Sid>(name: &'static str, text: &str) -> Result<S, Malformed> {
    text.parse()
        .map_err(|source| Malformed::Sid { name, source })
}

fn optional_sid<S: Sid>(name: &'static str, text: Option<String>) -> Result<Option<S>, Malformed> {
    said(text).map(|text| sid_of(name, &text)).transpose()
}

/// The first time that is one.
fn moment(times: Vec<(&'static str, Option<String>)>) -> Result<i64, Malformed> {
    let missing = times.first().map_or("time", |(name, _)| *name);
    let mut wrong = None;
    for (name, text) in times {
        let Some(text) = said(text) else { continue };
        match milliseconds(name, &text) {
            Some(at) => return Ok(at),
            None => wrong = wrong.or(Some(Malformed::Time { name, text })),
        }
    }
    Err(wrong.unwrap_or(Malformed::Missing(missing)))
}

/// A time in milliseconds where the name says so, else in seconds or as ISO 8601.
fn milliseconds(name: &str, text: &str) -> Option<i64> {
    let text = text.trim();
    let time = match text.parse::<i64>() {
        Ok(number) if name.ends_with("Ms") || name.ends_with("_ms") => {
            Timestamp::from_millisecond(number).ok()?
        }
        Ok(number) => Timestamp::from_second(number).ok()?,
        Err(_) => text.parse().ok()?,
    };
    Some(time.as_millisecond())
}
