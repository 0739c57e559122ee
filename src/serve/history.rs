//! What Twilio's log of events has, read in slices of time.
//!
//! The Events resource takes dates in whole seconds, both included, and its documentation advises
//! against pages (<https://www.twilio.com/docs/taskrouter/api/event>). So a slice is as long as one
//! answer can hold, neighbours share the second between them, and what both have is given once.
//! Slices that are over get nothing new, so that nothing moves while they are read. Only when a
//! single second holds more than one answer can, its pages are followed.

use std::collections::HashSet;

use futures::TryStreamExt as _;
use jiff::Timestamp;

use crate::model::Event;
use crate::model::sid::{EventSid, WorkspaceSid};
use crate::model::time::IsoTime;
use crate::twilio::{self, Client, ListQuery, Record};

/// The most events of one answer.
const PAGE: usize = 1000;

/// Seconds of the first slice.
const FIRST: i64 = 60 * 60;

/// Seconds of the longest slice.
const LONGEST: i64 = 4 * 24 * 60 * 60;

/// How long Twilio keeps events, in milliseconds.
pub const KEPT: i64 = 30 * 24 * 60 * 60 * 1000;

/// A span that was read, and what it held.
#[derive(Debug)]
pub struct Slice {
    /// Its first millisecond.
    pub from: i64,
    /// The first millisecond behind.
    pub to: i64,
    /// Its events, oldest first: those that no slice before it had.
    pub events: Vec<Record<Event>>,
}

/// Reads the log of a workspace from the past to the present.
pub struct History<'a> {
    client: &'a Client,
    workspace: WorkspaceSid,
    /// The second that the next slice begins with.
    next: i64,
    /// The second that is the last one; none for everything there is.
    end: Option<i64>,
    /// The present second by the own clock, which may be a little wrong.
    present: i64,
    length: i64,
    /// What the last slice had of the second that it shares with the next one, and of the one
    /// before.
    shared: HashSet<EventSid>,
    is_over: bool,
}

impl<'a> History<'a> {
    /// The log from a moment to another, in milliseconds since 1970 began; without an end,
    /// everything until Twilio's own present.
    pub fn new(
        client: &'a Client,
        workspace: WorkspaceSid,
        from: i64,
        to: Option<i64>,
        now: Timestamp,
    ) -> Self {
        Self {
            client,
            workspace,
            next: from.div_euclid(1000),
            end: to.map(|to| to.div_euclid(1000) + i64::from(to.rem_euclid(1000) > 0)),
            present: now.as_second(),
            length: FIRST,
            shared: HashSet::new(),
            is_over: false,
        }
    }

    /// The next slice; `None` behind the last one.
    ///
    /// # Errors
    /// Twilio refused or could not be reached. Asking again reads the same slice again.
    pub async fn next(&mut self) -> Result<Option<Slice>, twilio::Error> {
        if self.is_over {
            return Ok(None);
        }
        let mut was_cut = false;
        loop {
            let first = self.next;
            let until = self.end.unwrap_or(self.present);
            let last = (first + self.length).min(until).max(first);
            let is_last = last >= until;
            let is_open = is_last && self.end.is_none();
            let may_be_cut = last - first > 1;
            let mut query = ListQuery::all().filter("StartDate", second(first));
            if !is_open {
                query = query.filter("EndDate", second(last));
            }
            if may_be_cut {
                query = query.limit(PAGE as u64);
            }
            let mut events: Vec<Record<Event>> = self
                .client
                .list::<Event>(self.workspace, &query)
                .try_collect()
                .await?;
            if may_be_cut && events.len() >= PAGE {
                let half = (last - first) / 2;
                // The newest come first: what an answer had no room for is older than all it has.
                let oldest = events
                    .iter()
                    .filter_map(|event| event.value.millisecond())
                    .min();
                let before_those = oldest.map(|at| at.div_euclid(1000) - 1 - first);
                self.length = match before_those {
                    Some(length) if !was_cut => length,
                    _ => half,
                }
                .clamp(1, last - first - 1);
                was_cut = true;
                continue;
            }
            if events.len() < PAGE / 8 {
                self.length = (self.length * 4).min(LONGEST);
            }
            // The newest come first; of one millisecond, the last one was the first.
            events.reverse();
            events.sort_by_key(|event| event.value.millisecond());
            let border = (last - 1).saturating_mul(1000);
            let shared: HashSet<EventSid> = events
                .iter()
                .filter(|event| event.value.millisecond() >= Some(border))
                .map(|event| event.value.sid)
                .collect();
            events.retain(|event| !self.shared.contains(&event.value.sid));
            self.shared = shared;
            self.next = last;
            self.is_over = is_last;
            return Ok(Some(Slice {
                from: first.saturating_mul(1000),
                to: last.saturating_mul(1000),
                events,
            }));
        }
    }
}

fn second(second: i64) -> IsoTime {
    IsoTime(Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH))
}
