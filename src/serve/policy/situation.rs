//! What the facts say about those a policy may have to do with.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value as Json;

use super::due::{Since, Situation, WorkerNow, WrappingTask};
use crate::events::Facts;
use crate::model::sid::{TaskSid, WorkspaceSid};
use crate::model::{ReservationStatus, TaskStatus};

impl Situation {
    /// The part of the facts that matters, of one workspace.
    pub fn of(facts: &Facts, workspace: WorkspaceSid) -> Self {
        let is_here = |its: Option<WorkspaceSid>| its.is_none_or(|its| its == workspace);
        let queues: BTreeMap<_, _> = facts
            .queues
            .iter()
            .map(|queue| (queue.sid, queue.name.clone().unwrap_or_default()))
            .collect();
        let activities: BTreeMap<_, _> = facts
            .activities
            .iter()
            .map(|activity| (activity.sid, activity))
            .collect();
        let mut situation = Self::default();
        // That a reservation ended may have been missed; what became of its task has been seen.
        let open: BTreeSet<TaskSid> = facts
            .tasks
            .iter()
            .filter(|task| task.is_open())
            .map(|task| task.sid)
            .collect();
        for reservation in &facts.reservations {
            let (Some(task), Some(worker)) = (reservation.task_sid, reservation.worker_sid) else {
                continue;
            };
            if matches!(
                reservation.status,
                ReservationStatus::Accepted | ReservationStatus::Wrapping
            ) && open.contains(&task)
            {
                situation.held.entry(worker).or_default().insert(task);
            }
        }
        for task in &facts.tasks {
            let is_wrapping = task.status == TaskStatus::Wrapping && task.is_open();
            if !is_wrapping || !is_here(task.workspace_sid) {
                continue;
            }
            let of_reservations = || {
                let of_it = facts
                    .reservations
                    .iter()
                    .filter(|reservation| reservation.task_sid == Some(task.sid));
                of_it.filter_map(|reservation| reservation.wrapping).max()
            };
            let told = task.wrapping.or_else(of_reservations).and_then(moment);
            // That it is wrapping may have been seen, and what would have told since when missed.
            let before = [
                task.created,
                task.queue_entered,
                task.first_reserved,
                task.accepted,
            ];
            let before = before.into_iter().flatten().max().and_then(moment);
            let since = told.map_or_else(
                || Since::NotBefore(before.unwrap_or(Timestamp::UNIX_EPOCH)),
                Since::Told,
            );
            situation.wrapping.push(WrappingTask {
                sid: task.sid,
                queue: task.queue_sid.map(|queue| {
                    let name = queues.get(&queue).cloned();
                    (queue, name.unwrap_or_default())
                }),
                since,
            });
        }
        for worker in &facts.workers {
            if worker.deleted.is_some() || !is_here(worker.workspace_sid) {
                continue;
            }
            let activity = worker
                .activity_sid
                .and_then(|activity| activities.get(&activity));
            let name = activity
                .and_then(|activity| activity.name.clone())
                .or_else(|| worker.activity_name.clone());
            let (Some(activity_name), Some(since)) = (name, worker.activity_since.and_then(moment))
            else {
                continue;
            };
            let attributes = worker.attributes.as_deref();
            situation.workers.push(WorkerNow {
                sid: worker.sid,
                name: worker.name.clone().unwrap_or_default(),
                activity: activity_name,
                available: activity.and_then(|activity| activity.available),
                since,
                attributes: attributes
                    .and_then(|text| serde_json::from_str(text).ok())
                    .unwrap_or(Json::Null),
            });
        }
        situation
    }
}

fn moment(milliseconds: i64) -> Option<Timestamp> {
    Timestamp::from_millisecond(milliseconds).ok()
}
