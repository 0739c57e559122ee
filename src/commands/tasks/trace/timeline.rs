//! Everything that happened, in order, with the gaps between.

use jiff::Timestamp;
use serde::Serialize;

use crate::model::sid::CallSid;
use crate::model::time::{IsoTime, MailTime};
use crate::model::{Call, Conference, ConferenceStatus, Event, Participant};
use crate::output::{Column, Local};

/// Something that happened.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Moment {
    /// To the millisecond where that is known.
    pub(super) time: String,
    /// Milliseconds since what happened before.
    pub(super) gap_ms: i64,
    /// An event's type, or `call.answered` and the like.
    pub(super) what: String,
    pub(super) worker: Option<String>,
    pub(super) queue: Option<String>,
    pub(super) text: String,
    /// What it happened to.
    pub(super) sid: String,
}

pub(super) static COLUMNS: [Column<Local<Moment>>; 7] = [
    Column::new("time", "TIME", |row| row.value.time.as_str().into()),
    Column::new("gap_ms", "GAP", |row| gap(row.value.gap_ms).into()),
    Column::new("what", "WHAT", |row| row.value.what.as_str().into()),
    Column::new("worker", "WORKER", |row| row.value.worker.clone().into()),
    Column::new("queue", "QUEUE", |row| row.value.queue.clone().into()),
    Column::new("text", "TEXT", |row| row.value.text.as_str().into()),
    Column::wide("sid", "SID", |row| row.value.sid.as_str().into()),
];

/// `+0.250 s`, `+12 s`, `+3m 5s`; nothing for what happened at once.
fn gap(milliseconds: i64) -> Option<String> {
    let seconds = u64::try_from(milliseconds / 1000).unwrap_or(0);
    match milliseconds {
        ..=0 => None,
        1..10_000 => Some(format!("+{seconds}.{:03}s", milliseconds % 1000)),
        _ => Some(format!("+{}", crate::output::age::short(seconds))),
    }
}

/// Something that happened, before it is put in order.
#[derive(Debug)]
pub(super) struct Entry {
    millisecond: i64,
    /// The 2010 API knows seconds only: within one, a call begins before and ends behind all else.
    rank: u8,
    what: String,
    worker: Option<String>,
    queue: Option<String>,
    text: String,
    sid: String,
}

const BEGINS: u8 = 0;
const EVENT: u8 = 1;
const ENDS: u8 = 2;

impl Entry {
    pub(super) fn of_event(event: &Event) -> Option<Self> {
        let parameter = |name| event.parameter(name).map(str::to_owned);
        Some(Self {
            millisecond: event.millisecond()?,
            rank: EVENT,
            what: event.event_type.clone(),
            worker: parameter("worker_name"),
            queue: parameter("task_queue_name"),
            text: event.description.clone(),
            sid: event
                .resource_sid
                .clone()
                .unwrap_or_else(|| event.sid.to_string()),
        })
    }

    fn told(
        time: Option<MailTime>,
        rank: u8,
        what: &str,
        text: String,
        sid: String,
    ) -> Option<Self> {
        Some(Self {
            millisecond: time?.0.as_millisecond(),
            rank,
            what: what.to_owned(),
            worker: None,
            queue: None,
            text,
            sid,
        })
    }

    pub(super) fn of_call(sid: CallSid, call: &Call) -> Vec<Self> {
        let sid = sid.to_string();
        let begun = Self::told(
            call.date_created,
            BEGINS,
            "call.created",
            format!("Call from {} to {}", call.from, call.to),
            sid.clone(),
        );
        let answered = call
            .start_time
            .filter(|start| Some(*start) != call.date_created);
        let answered = Self::told(
            answered,
            BEGINS,
            "call.answered",
            "Call answered".to_owned(),
            sid.clone(),
        );
        let end = call.end_time.or(call.date_updated);
        let ended = Self::told(
            end.filter(|_| call.status.is_final()),
            ENDS,
            "call.ended",
            format!("Call {}", call.status),
            sid,
        );
        [begun, answered, ended].into_iter().flatten().collect()
    }

    pub(super) fn of_conference(conference: &Conference) -> Vec<Self> {
        let sid = conference.sid.to_string();
        let is_over = conference.status == ConferenceStatus::Completed;
        let reason = conference.reason_conference_ended.as_deref();
        let begun = Self::told(
            conference.date_created,
            ENDS,
            "conference.created",
            "Conference created".to_owned(),
            sid.clone(),
        );
        let ended = Self::told(
            conference.date_updated.filter(|_| is_over),
            ENDS,
            "conference.ended",
            reason.map_or_else(
                || "Conference ended".to_owned(),
                |reason| format!("Conference ended ({reason})"),
            ),
            sid,
        );
        [begun, ended].into_iter().flatten().collect()
    }

    pub(super) fn of_participant(participant: &Participant) -> Option<Self> {
        let label = participant.label.as_deref().unwrap_or("A call");
        Self::told(
            participant.date_created,
            ENDS,
            "conference.joined",
            format!("{label} joined the conference"),
            participant.call_sid.to_string(),
        )
    }
}

/// Puts everything in order; what happened at one moment stays as it was told.
pub(super) fn in_order(mut entries: Vec<Entry>) -> Vec<Moment> {
    // A call's seconds against an event's milliseconds: compared by the second, an event of that
    // second comes after the call began and before it ended.
    let key = |entry: &Entry| {
        let rest_of_second = if entry.rank == ENDS { 999 } else { 0 };
        (entry.millisecond + rest_of_second, entry.rank)
    };
    entries.sort_by_key(key);
    let mut before: Option<i64> = None;
    entries
        .into_iter()
        .map(|entry| {
            let gap_ms = before.map_or(0, |before| (entry.millisecond - before).max(0));
            before = Some(entry.millisecond);
            Moment {
                time: Timestamp::from_millisecond(entry.millisecond)
                    .map(|time| format!("{time:.3}"))
                    .unwrap_or_default(),
                gap_ms,
                what: entry.what,
                worker: entry.worker,
                queue: entry.queue,
                text: entry.text,
                sid: entry.sid,
            }
        })
        .collect()
}

/// A date of the 2010 API as TaskRouter writes it.
pub(super) fn iso(time: Option<MailTime>) -> Option<IsoTime> {
    time.map(|time| IsoTime(time.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(millisecond: i64, rank: u8, what: &str) -> Entry {
        Entry {
            millisecond,
            rank,
            what: what.to_owned(),
            worker: None,
            queue: None,
            text: String::new(),
            sid: String::new(),
        }
    }

    #[test]
    fn a_call_spans_the_events_of_its_seconds() {
        let told: Vec<(String, i64)> = in_order(vec![
            entry(2_000, ENDS, "call.ended"),
            entry(1_250, EVENT, "first"),
            entry(2_900, EVENT, "last"),
            entry(1_250, EVENT, "second"),
            entry(1_000, BEGINS, "call.created"),
        ])
        .into_iter()
        .map(|moment| (moment.what, moment.gap_ms))
        .collect();
        let expected = [
            ("call.created", 0),
            ("first", 250),
            ("second", 0),
            ("last", 1650),
            ("call.ended", 0),
        ];
        assert_eq!(told, expected.map(|(what, gap)| (what.to_owned(), gap)));
    }

    #[test]
    fn gaps_are_short() {
        assert_eq!(gap(0), None);
        assert_eq!(gap(250).as_deref(), Some("+0.250s"));
        assert_eq!(gap(185_000).as_deref(), Some("+3m 5s"));
    }
}
