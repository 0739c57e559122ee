//! Two tellings of one event are made into one.

use super::parameters::{Told, outranks};
use super::{Parameters, RecordedEvent};

/// What a second telling of an event changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::events) enum Merged {
    /// Nothing.
    Nothing,
    /// It is known more exactly: taking it in once more makes the facts what they would have been.
    More,
    /// What was taken in before is no longer true: the facts must be made anew.
    Contradiction,
}

/// Parameters that decide which row is spoken of, or what comes before what.
const DECISIVE: [&str; 21] = [
    "task_sid",
    "reservation_sid",
    "worker_sid",
    "task_queue_sid",
    "previous_task_queue_sid",
    "workflow_sid",
    "task_channel_sid",
    "activity_sid",
    "worker_activity_sid",
    "worker_previous_activity_sid",
    "task_version",
    "reservation_version",
    "worker_version",
    "task_priority",
    "task_assignment_status",
    "task_date_created",
    "task_queue_entered_date",
    "task_virtual_start_time",
    "activity_available",
    "reservation_reason_code",
    "worker_time_in_previous_activity_ms",
];

/// Those of them in whose absence something else was taken for them.
const ASSUMED: [&str; 2] = ["task_assignment_status", "task_queue_entered_date"];

impl RecordedEvent {
    /// Takes in another telling of the same event. Whatever the order, and however often, the same
    /// comes of it: what only one of them tells is kept, and of what both tell the earlier time, and
    /// else the longer text.
    pub(in crate::events) fn merge(&mut self, other: Self) -> Merged {
        let mut merged = Merged::Nothing;
        if other.at < self.at {
            self.at = other.at;
            merged = Merged::Contradiction;
        }
        if outranks(&other.kind, &self.kind) {
            self.kind = other.kind;
            merged = Merged::Contradiction;
        }
        let mut more = false;
        more |= greater(&mut self.account_sid, other.account_sid);
        more |= greater(&mut self.workspace_sid, other.workspace_sid);
        more |= greater(&mut self.resource_type, other.resource_type);
        more |= greater(&mut self.resource_sid, other.resource_sid);
        if more {
            merged = merged.max(Merged::More);
        }
        merged.max(self.parameters.merge(&other.parameters))
    }
}

impl Parameters {
    fn merge(&mut self, other: &Self) -> Merged {
        let mut merged = Merged::Nothing;
        for (name, value) in other.iter() {
            let (assumed, decisive) = (ASSUMED.contains(&name), DECISIVE.contains(&name));
            let change = match self.tell(name, value) {
                Told::Nothing => Merged::Nothing,
                Told::Added if assumed => Merged::Contradiction,
                Told::Replaced if decisive => Merged::Contradiction,
                Told::Added | Told::Replaced => Merged::More,
            };
            merged = merged.max(change);
        }
        merged
    }
}

fn greater<T: Ord>(known: &mut Option<T>, told: Option<T>) -> bool {
    let wins = told > *known;
    if wins {
        *known = told;
    }
    wins
}
