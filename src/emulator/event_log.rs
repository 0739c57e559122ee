//! The event log of every workspace: what the Events resource lists and the statistics count.

use std::collections::{BTreeMap, VecDeque, vec_deque};
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::http::Table;
use crate::model::EventType;
use crate::model::sid::{EventSid, WorkspaceSid};
use crate::routing::Moment;
use crate::routing::engine::{Event, Scramble};

/// How long an event can be asked for: 30 days, in milliseconds.
pub(crate) const RETENTION: u64 = 30 * 24 * 60 * 60 * 1000;

/// The events of every workspace, in the order they happened, which is that of their SIDs.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct EventLog(BTreeMap<WorkspaceSid, VecDeque<Arc<Event>>>);

impl EventLog {
    /// Notes an event and forgets those of its workspace that are too old. With a workspace its
    /// events go: nobody can ask for them any more.
    pub(crate) fn add(&mut self, event: Arc<Event>) {
        if event.kind == EventType::WorkspaceDeleted {
            self.0.remove(&event.workspace_sid);
            return;
        }
        let events = self.0.entry(event.workspace_sid).or_default();
        while events
            .front()
            .is_some_and(|oldest| is_too_old(oldest, event.at))
        {
            events.pop_front();
        }
        events.push_back(event);
    }

    /// The events of a workspace from one moment to another, both included, oldest first.
    pub(crate) fn between(
        &self,
        workspace: WorkspaceSid,
        from: Moment,
        to: Moment,
    ) -> impl DoubleEndedIterator<Item = &Arc<Event>> + Clone {
        self.0
            .get(&workspace)
            .into_iter()
            .flat_map(move |events| events.range(period(events, from, to)))
    }

    /// The same newest first, as a table that pages are cut out of.
    pub(crate) fn latest(
        &self,
        scramble: Scramble,
        workspace: WorkspaceSid,
        from: Moment,
        to: Moment,
    ) -> Latest<'_> {
        let events = self.0.get(&workspace);
        Latest {
            events,
            range: events.map_or(0..0, |events| period(events, from, to)),
            scramble,
        }
    }

    /// One event, unless it is too old to be asked for.
    pub(crate) fn get(
        &self,
        scramble: Scramble,
        workspace: WorkspaceSid,
        sid: EventSid,
        now: Moment,
    ) -> Option<&Event> {
        let events = self.0.get(&workspace)?;
        let event = events.get(place(events, scramble, sid)?)?;
        (event.sid == sid && !is_too_old(event, now)).then_some(event)
    }
}

fn is_too_old(event: &Event, now: Moment) -> bool {
    now.milliseconds_since(event.at) > RETENTION
}

/// The places of the events from one moment to another.
fn period(events: &VecDeque<Arc<Event>>, from: Moment, to: Moment) -> Range<usize> {
    let first = events.partition_point(|event| event.at < from);
    let end = events.partition_point(|event| event.at <= to).max(first);
    first..end
}

/// Where an event is, or where it would be; `None` for a SID that was never given out here.
fn place(events: &VecDeque<Arc<Event>>, scramble: Scramble, sid: EventSid) -> Option<usize> {
    let wanted = scramble.ordinal(sid)?;
    Some(events.partition_point(|event| scramble.ordinal(event.sid) < Some(wanted)))
}

/// The events of a period, newest first.
#[derive(Debug, Clone)]
pub(crate) struct Latest<'a> {
    events: Option<&'a VecDeque<Arc<Event>>>,
    range: Range<usize>,
    scramble: Scramble,
}

impl<'a> Latest<'a> {
    fn rows(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = &'a Event> + use<'a> {
        self.events
            .map_or_else(vec_deque::Iter::default, |events| events.range(range))
            .map(AsRef::as_ref)
            .rev()
    }
}

impl<'a> Table<'a, Event> for Latest<'a> {
    fn all(&self) -> impl DoubleEndedIterator<Item = &'a Event> {
        self.rows(self.range.clone())
    }

    fn after(&self, sid: EventSid) -> Option<impl DoubleEndedIterator<Item = &'a Event>> {
        let place = self
            .events
            .map_or(Some(0), |events| place(events, self.scramble, sid))?;
        let Range { start, end } = self.range;
        Some(self.rows(start..place.clamp(start, end)))
    }

    fn before(&self, sid: EventSid) -> Option<impl DoubleEndedIterator<Item = &'a Event>> {
        let Some(events) = self.events else {
            return Some(self.rows(0..0));
        };
        let place = place(events, self.scramble, sid)?;
        let is_there = events.get(place).is_some_and(|event| event.sid == sid);
        let Range { start, end } = self.range;
        Some(self.rows((place + usize::from(is_there)).clamp(start, end)..end))
    }
}
