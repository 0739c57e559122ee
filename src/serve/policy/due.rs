//! What is due: a pure function of what is known and of the time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use serde_json::Value as Json;

use super::settings::{PolicySettings, Shift};
use crate::model::sid::{TaskQueueSid, TaskSid, WorkerSid};

/// What the facts say about those a policy may have to do with.
#[derive(Debug, Clone, Default)]
pub struct Situation {
    /// Tasks in wrapping.
    pub wrapping: Vec<WrappingTask>,
    /// Workers, those whose activity is known.
    pub workers: Vec<WorkerNow>,
    /// The tasks that a worker has accepted and not completed.
    pub held: BTreeMap<WorkerSid, BTreeSet<TaskSid>>,
}

/// A task in wrapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappingTask {
    /// The task.
    pub sid: TaskSid,
    /// Its queue, by SID and name.
    pub queue: Option<(TaskQueueSid, String)>,
    /// Since when it has been wrapping.
    pub since: Since,
}

/// Since when something is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    /// Something told.
    Told(Timestamp),
    /// What would have told was missed; it was not before this moment.
    NotBefore(Timestamp),
}

impl Since {
    /// The moment, or the earliest it may have been.
    pub const fn moment(self) -> Timestamp {
        match self {
            Self::Told(moment) | Self::NotBefore(moment) => moment,
        }
    }
}

/// A worker and the present activity.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkerNow {
    /// The worker.
    pub sid: WorkerSid,
    /// What people call them.
    pub name: String,
    /// The activity's name.
    pub activity: String,
    /// Whether the activity takes tasks, where it is known.
    pub available: Option<bool>,
    /// Since when they have been in it.
    pub since: Timestamp,
    /// Their attributes.
    pub attributes: Json,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// A task has been wrapping long enough.
    Complete {
        /// The task.
        task: TaskSid,
        /// Since when it has been wrapping.
        since: Since,
        /// How long it may wrap up.
        wait: SignedDuration,
    },
    /// A worker has been in after-work long enough.
    Return {
        /// The worker.
        worker: WorkerSid,
        /// What people call them.
        name: String,
        /// Since when they have been in it.
        since: Timestamp,
        /// The tasks that must be completed by the policy first; with none it is the time alone
        /// that counts.
        with: Vec<TaskSid>,
        /// How long they had to be in it when it is the time that counts.
        after: SignedDuration,
        /// The name of the activity they are moved to.
        to: String,
    },
    /// The shift of a worker is over, and they can still be offered tasks.
    HandBack {
        /// The worker.
        worker: WorkerSid,
        /// What people call them.
        name: String,
        /// Since when they have been in their activity.
        since: Timestamp,
        /// The shift's name.
        shift: String,
        /// When it ended.
        ended: Timestamp,
        /// The name of the activity they are moved to.
        to: String,
    },
}

impl Action {
    /// The SID of what is changed.
    pub fn subject(&self) -> String {
        match self {
            Self::Complete { task, .. } => task.to_string(),
            Self::Return { worker, .. } | Self::HandBack { worker, .. } => worker.to_string(),
        }
    }

    /// What people call it; nothing for a task.
    pub fn name(&self) -> &str {
        match self {
            Self::Complete { .. } => "",
            Self::Return { name, .. } | Self::HandBack { name, .. } => name,
        }
    }
}

/// Everything that is due, tasks before the workers who had them; every worker once at most.
pub fn due(
    policy: &PolicySettings,
    zone: &TimeZone,
    situation: &Situation,
    now: Timestamp,
) -> Vec<Action> {
    let completed: BTreeMap<TaskSid, (Since, SignedDuration)> = situation
        .wrapping
        .iter()
        .filter_map(|task| {
            let queue = task
                .queue
                .as_ref()
                .map(|(sid, name)| (name.as_str(), sid.to_string()));
            let queue = queue.as_ref().map(|(name, sid)| (*name, sid.as_str()));
            let wait = policy.wrap_up.of(queue).span()?;
            let is_due = has_passed(task.since.moment(), wait, now);
            is_due.then_some((task.sid, (task.since, wait)))
        })
        .collect();
    let over: Vec<(&str, &Shift, Timestamp)> = policy
        .shifts
        .iter()
        .filter_map(|(name, shift)| {
            let end = last_end(shift, zone, now)?;
            let within = shift.within.span()?;
            (!has_passed(end, within, now)).then_some((name.as_str(), shift, end))
        })
        .collect();
    let mut actions: Vec<Action> = completed
        .iter()
        .map(|(task, (since, wait))| Action::Complete {
            task: *task,
            since: *since,
            wait: *wait,
        })
        .collect();
    for worker in &situation.workers {
        let ended = over
            .iter()
            .filter(|(_, shift, _)| is_theirs(shift, worker))
            .max_by_key(|(_, _, end)| *end);
        let action = if worker.activity == policy.back.from {
            returned(policy, worker, situation, &completed, now).map(|mut action| {
                // Who is through after the end of the shift has no business among the available.
                if let (Action::Return { to, .. }, Some((_, shift, _))) = (&mut action, ended) {
                    to.clone_from(&shift.activity);
                }
                action
            })
        } else {
            ended.and_then(|(name, shift, end)| handed_back(worker, name, shift, *end))
        };
        actions.extend(action);
    }
    actions
}

fn has_passed(since: Timestamp, wait: SignedDuration, now: Timestamp) -> bool {
    now.duration_since(since) >= wait
}

/// The return of a worker in after-work, if it is due.
fn returned(
    policy: &PolicySettings,
    worker: &WorkerNow,
    situation: &Situation,
    completed: &BTreeMap<TaskSid, (Since, SignedDuration)>,
    now: Timestamp,
) -> Option<Action> {
    let team = worker.attributes.get("team").and_then(Json::as_str);
    let wait = policy.back.of(team).span();
    let held = situation.held.get(&worker.sid);
    // Somebody with a call in hand is not through, whatever activity they are in.
    let is_through = held.into_iter().flatten().all(|held| {
        let mut wrapping = situation.wrapping.iter();
        wrapping.any(|task| task.sid == *held)
    });
    let is_time = is_through && wait.is_some_and(|wait| has_passed(worker.since, wait, now));
    let with: Vec<TaskSid> = held
        .filter(|held| {
            policy.back.with_task && held.iter().all(|task| completed.contains_key(task))
        })
        .map(|held| held.iter().copied().collect())
        .unwrap_or_default();
    (is_time || !with.is_empty()).then(|| Action::Return {
        worker: worker.sid,
        name: worker.name.clone(),
        since: worker.since,
        with: if is_time { Vec::new() } else { with },
        after: wait.unwrap_or_default(),
        to: policy.back.to.clone(),
    })
}

/// The end of a worker's shift, if they can still be offered tasks. Who became available after the
/// end does overtime of their own will.
fn handed_back(worker: &WorkerNow, name: &str, shift: &Shift, ended: Timestamp) -> Option<Action> {
    let stays =
        worker.available == Some(true) && worker.since < ended && worker.activity != shift.activity;
    stays.then(|| Action::HandBack {
        worker: worker.sid,
        name: worker.name.clone(),
        since: worker.since,
        shift: name.to_owned(),
        ended,
        to: shift.activity.clone(),
    })
}

fn is_theirs(shift: &Shift, worker: &WorkerNow) -> bool {
    let workers = shift.workers.as_ref();
    workers.is_none_or(|workers| workers.matches_document(&worker.attributes))
}

/// When a shift ended last: at its time of day, on one of its days.
pub(super) fn last_end(shift: &Shift, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let today = now.to_zoned(zone.clone()).date();
    (0..8).find_map(|days| {
        let day = today.checked_sub(days.days()).ok()?;
        let weekday = day.weekday().to_monday_one_offset();
        if !shift.days.is_empty() && !shift.days.contains(&weekday) {
            return None;
        }
        let end = day.to_datetime(shift.ends).to_zoned(zone.clone()).ok()?;
        Some(end.timestamp()).filter(|end| *end <= now)
    })
}
