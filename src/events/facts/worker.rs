//! A worker and the changes of their activity.

use super::merge::{Earliest, Greatest, Latest, Seen, kept_by_field, state};
use super::rows::{ActivityChange, WorkerFacts};
use super::telling::Telling;
use crate::model::sid::{ActivitySid, EventSid, Sid as _, WorkerSid, WorkspaceSid};
use crate::model::{EventType, Worker};

state! {
    /// What is known of a worker.
    WorkerState {
        workspace: Greatest<u128>,
        /// When the last event that speaks of them happened.
        told: Greatest<i64>,
        name: Option<Latest<String>>,
        attributes: Option<Latest<String>>,
        activity: Option<Latest<u128>>,
        activity_name: Option<Latest<String>>,
        /// The activity that was begun last, of which the stamp says when.
        begun: Option<Latest<u128>>,
        created: Earliest,
        deleted: Earliest,
        seen: Option<Seen<WorkerSeen>>,
    }
}

/// A worker as the Worker resource shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::events) struct WorkerSeen {
    name: String,
    attributes: String,
    activity: Option<u128>,
    activity_name: String,
    since: Option<i64>,
    created: Option<i64>,
}

kept_by_field! { WorkerSeen {
    name: String,
    attributes: String,
    activity: Option<u128>,
    activity_name: String,
    since: Option<i64>,
    created: Option<i64>,
} }

impl WorkerState {
    pub(super) fn of_event(telling: Telling<'_>) -> Self {
        let kind = telling.kind;
        let stamp = telling.stamp("worker_version");
        let activity = telling.sid::<ActivitySid>("worker_activity_sid");
        let begins = matches!(
            kind,
            EventType::WorkerActivityUpdate | EventType::WorkerCreated
        );
        Self {
            workspace: Greatest(telling.event.workspace_sid.map(WorkspaceSid::bits)),
            told: Greatest(Some(telling.event.at)),
            name: stamp.on_text(telling.text("worker_name")),
            attributes: stamp.on_text(telling.text("worker_attributes")),
            activity: stamp.on(activity),
            activity_name: stamp.on_text(telling.text("worker_activity_name")),
            begun: stamp.on(activity.filter(|_| begins)),
            created: telling.moment(kind == EventType::WorkerCreated),
            deleted: telling.moment(kind == EventType::WorkerDeleted),
            seen: None,
        }
    }

    pub(in crate::events) fn of_look(as_of: i64, worker: &Worker) -> Self {
        Self {
            workspace: Greatest(Some(worker.workspace_sid.bits())),
            seen: Some(Seen {
                // When it last changed, by the clock that stamps events: this machine's may differ.
                as_of: worker
                    .date_updated
                    .map_or(as_of, |time| time.0.as_millisecond()),
                state: WorkerSeen {
                    name: worker.friendly_name.clone(),
                    attributes: worker.attributes.clone(),
                    activity: worker.activity_sid.map(ActivitySid::bits),
                    activity_name: worker.activity_name.clone(),
                    since: worker
                        .date_status_changed
                        .map(|time| time.0.as_millisecond()),
                    created: worker.date_created.map(|time| time.0.as_millisecond()),
                },
            }),
            ..Self::default()
        }
    }

    pub(in crate::events) fn into_row(self, sid: u128) -> WorkerFacts {
        let created = self.created.0.or_else(|| self.seen.as_ref()?.state.created);
        let fresh = self
            .seen
            .filter(|seen| self.told.0.is_none_or(|told| seen.as_of > told));
        let begun = |activity: Option<u128>| {
            let begun = self.begun.as_ref()?;
            (Some(begun.value) == activity).then_some(begun.stamp.at)
        };
        let (name, attributes, activity, activity_name, since) =
            if let Some(Seen { as_of, state }) = fresh {
                // An event tells the same moment in milliseconds.
                let is_same = |begun: &i64| {
                    let second = state.since.map(|since| since.div_euclid(1000));
                    second.is_none_or(|second| begun.div_euclid(1000) == second)
                };
                (
                    Some(state.name),
                    Some(state.attributes),
                    state.activity,
                    Some(state.activity_name),
                    begun(state.activity)
                        .filter(is_same)
                        .or(state.since)
                        .or(Some(as_of)),
                )
            } else {
                let activity = self.activity.as_ref().map(|told| told.value);
                (
                    self.name.map(|told| told.value),
                    self.attributes.map(|told| told.value),
                    activity,
                    self.activity_name.map(|told| told.value),
                    begun(activity).or_else(|| self.activity.map(|told| told.stamp.at)),
                )
            };
        WorkerFacts {
            sid: WorkerSid::from_bits(sid),
            workspace_sid: self.workspace.0.map(WorkspaceSid::from_bits),
            name: name.filter(|name| !name.is_empty()),
            attributes: attributes.filter(|attributes| !attributes.is_empty()),
            activity_sid: activity.map(ActivitySid::from_bits),
            activity_name: activity_name.filter(|name| !name.is_empty()),
            activity_since: activity.and(since),
            created,
            deleted: self.deleted.0,
        }
    }
}

/// The change of activity an event tells, if it tells one.
pub(super) fn change(telling: Telling<'_>) -> Option<ActivityChange> {
    if telling.kind != EventType::WorkerActivityUpdate {
        return None;
    }
    let activity = |name| telling.sid::<ActivitySid>(name).map(ActivitySid::from_bits);
    Some(ActivityChange {
        event_sid: EventSid::from_bits(telling.event.sid.bits()),
        worker_sid: WorkerSid::from_bits(telling.sid::<WorkerSid>("worker_sid")?),
        at: telling.event.at,
        activity_sid: activity("worker_activity_sid"),
        previous_sid: activity("worker_previous_activity_sid"),
        previous_milliseconds: telling
            .number("worker_time_in_previous_activity_ms")
            .or_else(|| telling.date("worker_time_in_previous_activity")),
    })
}
