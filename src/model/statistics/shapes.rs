//! The shapes that several statistics are made of.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::model::sid::{ActivitySid, TaskSid, optional};
use crate::model::time::IsoTime;
use crate::model::wire::null_default;

/// Reads a count: a number, the same as text as some of Twilio's examples have it, or `null`.
pub(super) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Loose {
        Number(u64),
        Text(String),
    }
    match Option::<Loose>::deserialize(deserializer)? {
        None => Ok(0),
        Some(Loose::Number(number)) => Ok(number),
        Some(Loose::Text(text)) => text.parse().map_err(serde::de::Error::custom),
    }
}

/// The window of cumulative statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Its beginning.
    #[serde(default)]
    pub start_time: Option<IsoTime>,
    /// Its end.
    #[serde(default)]
    pub end_time: Option<IsoTime>,
}

/// What happened to reservations in the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservationCounts {
    /// Made.
    #[serde(default, deserialize_with = "count")]
    pub reservations_created: u64,
    /// Taken by their worker.
    #[serde(default, deserialize_with = "count")]
    pub reservations_accepted: u64,
    /// Refused by their worker.
    #[serde(default, deserialize_with = "count")]
    pub reservations_rejected: u64,
    /// Not answered in time.
    #[serde(default, deserialize_with = "count")]
    pub reservations_timed_out: u64,
    /// Ended because their task was canceled.
    #[serde(default, deserialize_with = "count")]
    pub reservations_canceled: u64,
    /// Ended because another worker took the task.
    #[serde(default, deserialize_with = "count")]
    pub reservations_rescinded: u64,
}

/// Seconds: how long something took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duration {
    /// The mean, rounded down.
    #[serde(default, deserialize_with = "count")]
    pub avg: u64,
    /// The shortest.
    #[serde(default, deserialize_with = "count")]
    pub min: u64,
    /// The longest.
    #[serde(default, deserialize_with = "count")]
    pub max: u64,
    /// The sum.
    #[serde(default, deserialize_with = "count")]
    pub total: u64,
}

/// How many workers are in an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityCount {
    /// The activity.
    pub sid: ActivitySid,
    /// Its name.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// Workers in it.
    #[serde(default, deserialize_with = "count")]
    pub workers: u64,
}

/// How long workers were in an activity, stay by stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityDuration {
    /// The activity.
    pub sid: ActivitySid,
    /// Its name.
    #[serde(default, deserialize_with = "null_default")]
    pub friendly_name: String,
    /// Seconds of the stays, as far as they lie in the window.
    #[serde(flatten)]
    pub seconds: Duration,
}

/// Unfinished tasks by status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TasksByStatus {
    /// Waiting.
    #[serde(default, deserialize_with = "count")]
    pub pending: u64,
    /// Offered to a worker.
    #[serde(default, deserialize_with = "count")]
    pub reserved: u64,
    /// With a worker.
    #[serde(default, deserialize_with = "count")]
    pub assigned: u64,
    /// In after-work.
    #[serde(default, deserialize_with = "count")]
    pub wrapping: u64,
}

/// Unfinished tasks by priority.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TasksByPriority(#[serde(deserialize_with = "counts")] pub BTreeMap<i64, u64>);

fn counts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<i64, u64>, D::Error> {
    #[derive(Deserialize)]
    struct Loose(#[serde(deserialize_with = "count")] u64);
    let counts = Option::<BTreeMap<i64, Loose>>::deserialize(deserializer)?;
    Ok(counts
        .unwrap_or_default()
        .into_iter()
        .map(|(priority, Loose(count))| (priority, count))
        .collect())
}

/// The tasks there are, of a workspace, workflow or queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backlog {
    /// Seconds since the creation of the task that has been pending for longest; 0 without one.
    #[serde(default, deserialize_with = "count")]
    pub longest_task_waiting_age: u64,
    /// That task.
    #[serde(default, deserialize_with = "optional")]
    pub longest_task_waiting_sid: Option<TaskSid>,
    /// Unfinished tasks by status.
    #[serde(default, deserialize_with = "null_default")]
    pub tasks_by_status: TasksByStatus,
    /// All unfinished tasks.
    #[serde(default, deserialize_with = "count")]
    pub total_tasks: u64,
}

/// What ended a wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitCounts {
    /// Tasks that were canceled.
    #[serde(default, deserialize_with = "count")]
    pub tasks_canceled: u64,
    /// Reservations that were accepted.
    #[serde(default, deserialize_with = "count")]
    pub reservations_accepted: u64,
}

/// What ended the waits on both sides of a threshold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitSplit {
    /// After more seconds than the threshold.
    #[serde(default)]
    pub above: SplitCounts,
    /// After as many seconds or fewer.
    #[serde(default)]
    pub below: SplitCounts,
}

/// Waits by threshold in seconds.
pub type SplitByWaitTime = BTreeMap<u64, WaitSplit>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_numbers_texts_and_null() {
        let read = |text: &str| serde_json::from_str::<TasksByStatus>(text).unwrap();
        let expected = TasksByStatus {
            pending: 3,
            reserved: 4,
            ..TasksByStatus::default()
        };
        assert_eq!(
            read(r#"{"pending":"3","reserved":4,"assigned":null,"completed":9}"#),
            expected
        );
        let read: TasksByPriority = serde_json::from_str(r#"{"0":"10","99":5}"#).unwrap();
        assert_eq!(read.0, BTreeMap::from([(0, 10), (99, 5)]));
    }

    #[test]
    fn priorities_and_thresholds_are_the_names_of_members() {
        let priorities = TasksByPriority(BTreeMap::from([(0, 1), (5, 2)]));
        assert_eq!(
            serde_json::to_string(&priorities).unwrap(),
            r#"{"0":1,"5":2}"#
        );
        let split = SplitByWaitTime::from([(30, WaitSplit::default())]);
        assert_eq!(
            serde_json::to_string(&split).unwrap(),
            r#"{"30":{"above":{"tasks_canceled":0,"reservations_accepted":0},"below":{"tasks_canceled":0,"reservations_accepted":0}}}"#
        );
    }
}
