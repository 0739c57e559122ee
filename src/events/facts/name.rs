//! Names of queues, workflows, channels and activities, and whether an activity takes tasks.

use super::merge::{Earliest, Greatest, Latest, Seen, kept_by_field, state};
use super::rows::{ActivityFacts, NamedFacts};
use super::telling::Telling;
use crate::model::sid::{ActivitySid, Sid, TaskChannelSid, TaskQueueSid, WorkflowSid};
use crate::model::{Activity, EventType};

/// What has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::events) enum Noun {
    Activity = 1,
    Queue = 2,
    Workflow = 3,
    Channel = 4,
}

impl Noun {
    /// All of them.
    pub(in crate::events) const ALL: [Self; 4] =
        [Self::Activity, Self::Queue, Self::Workflow, Self::Channel];
}

state! {
    /// What is known of something that has a name.
    NameState {
        told: Greatest<i64>,
        name: Option<Latest<String>>,
        available: Option<Latest<bool>>,
        deleted: Earliest,
        seen: Option<Seen<NameSeen>>,
    }
}

/// The same as its resource shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::events) struct NameSeen {
    name: String,
    available: Option<bool>,
}

kept_by_field! { NameSeen { name: String, available: Option<bool>, } }

/// Parameters that name something: its SID and its name.
const NAMING: [(Noun, &str, &str); 7] = [
    (Noun::Queue, "task_queue_sid", "task_queue_name"),
    (
        Noun::Queue,
        "previous_task_queue_sid",
        "previous_task_queue_name",
    ),
    (Noun::Workflow, "workflow_sid", "workflow_name"),
    (
        Noun::Channel,
        "task_channel_sid",
        "task_channel_unique_name",
    ),
    (
        Noun::Activity,
        "worker_activity_sid",
        "worker_activity_name",
    ),
    (
        Noun::Activity,
        "worker_previous_activity_sid",
        "worker_previous_activity_name",
    ),
    (Noun::Activity, "activity_sid", "activity_name"),
];

impl NameState {
    /// Everything an event names.
    pub(super) fn of_event(
        telling: Telling<'_>,
    ) -> impl Iterator<Item = ((Noun, u128), Self)> + '_ {
        NAMING.into_iter().filter_map(move |(noun, sid, name)| {
            let bits = match noun {
                Noun::Activity => telling.sid::<ActivitySid>(sid),
                Noun::Queue => telling.sid::<TaskQueueSid>(sid),
                Noun::Workflow => telling.sid::<WorkflowSid>(sid),
                Noun::Channel => telling.sid::<TaskChannelSid>(sid),
            }?;
            let stamp = telling.stamp("");
            let deletes = match noun {
                Noun::Activity => telling.kind == EventType::ActivityDeleted,
                Noun::Queue => telling.kind == EventType::TaskQueueDeleted,
                Noun::Workflow => telling.kind == EventType::WorkflowDeleted,
                Noun::Channel => telling.kind == EventType::TaskChannelDeleted,
            };
            let available = (sid == "activity_sid")
                .then(|| telling.text("activity_available")?.parse().ok())
                .flatten();
            let state = Self {
                told: Greatest(Some(telling.event.at)),
                name: stamp.on_text(telling.text(name)),
                available: stamp.on(available),
                deleted: telling.moment(deletes),
                seen: None,
            };
            Some(((noun, bits), state))
        })
    }

    pub(in crate::events) fn of_look(as_of: i64, name: &str) -> Self {
        Self::seen(as_of, name, None)
    }

    pub(in crate::events) fn of_activity(as_of: i64, activity: &Activity) -> Self {
        Self::seen(as_of, &activity.friendly_name, activity.available)
    }

    fn seen(as_of: i64, name: &str, available: Option<bool>) -> Self {
        Self {
            seen: Some(Seen {
                as_of,
                state: NameSeen {
                    name: name.to_owned(),
                    available,
                },
            }),
            ..Self::default()
        }
    }

    fn name(&self) -> Option<String> {
        let told = self.name.as_ref();
        let seen = self
            .seen
            .as_ref()
            .filter(|seen| !seen.state.name.is_empty());
        match (told, seen) {
            (Some(told), Some(seen)) if told.stamp.at >= seen.as_of => Some(told.value.clone()),
            (_, Some(seen)) => Some(seen.state.name.clone()),
            (told, None) => told.map(|told| told.value.clone()),
        }
    }

    fn available(&self) -> Option<bool> {
        let told = self.available.as_ref();
        let seen = self
            .seen
            .as_ref()
            .and_then(|seen| Some((seen.as_of, seen.state.available?)));
        match (told, seen) {
            (Some(told), Some((as_of, _))) if told.stamp.at >= as_of => Some(told.value),
            (_, Some((_, available))) => Some(available),
            (told, None) => told.map(|told| told.value),
        }
    }

    pub(in crate::events) fn into_row<S: Sid>(self, sid: u128) -> NamedFacts<S> {
        NamedFacts {
            sid: S::from_bits(sid),
            name: self.name(),
            is_deleted: self.deleted.0.is_some(),
        }
    }

    pub(in crate::events) fn into_activity(self, sid: u128) -> ActivityFacts {
        ActivityFacts {
            sid: ActivitySid::from_bits(sid),
            name: self.name(),
            available: self.available(),
            is_deleted: self.deleted.0.is_some(),
        }
    }
}
