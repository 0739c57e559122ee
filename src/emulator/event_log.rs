//! The event log of every workspace: what the Events resource lists and the statistics count.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::EventType;
use crate::model::sid::{EventSid, WorkspaceSid};
use crate::routing::Moment;
use crate::routing::engine::Event;

/// How long an event can be asked for: 30 days, in milliseconds.
pub(crate) const RETENTION: u64 = 30 * 24 * 60 * 60 * 1000;

/// The events of every workspace, in the order they happened.
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
            .is_some_and(|oldest| event.at.milliseconds_since(oldest.at) > RETENTION)
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
        self.0.get(&workspace).into_iter().flat_map(move |events| {
            let first = events.partition_point(|event| event.at < from);
            let end = events.partition_point(|event| event.at <= to).max(first);
            events.range(first..end)
        })
    }

    #[expect(dead_code, reason = "asked by the Events resource that follows")]
    /// One event, if it still is in the log; it may be too old to be asked for.
    pub(crate) fn get(&self, workspace: WorkspaceSid, sid: EventSid) -> Option<&Arc<Event>> {
        self.0
            .get(&workspace)?
            .iter()
            .rev()
            .find(|event| event.sid == sid)
    }
}
