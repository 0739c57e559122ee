//! What the workers are doing.

use super::answer::{ActivityCount, WorkersNow};
use super::ledger::Ledger;
use super::line::{ReservationLine, TaskLine};
use super::sight::View;
use crate::model::ReservationStatus;

impl Ledger {
    pub(super) fn workers_now(&self, view: &View) -> WorkersNow {
        let loads = self.loads(view);
        let mut activities: Vec<ActivityCount> = self
            .activities
            .iter()
            .filter(|activity| !activity.is_deleted)
            .map(|activity| ActivityCount {
                activity_sid: activity.sid.to_string(),
                activity_name: activity.name.clone(),
                available: activity.available,
                workers: 0,
                reserved: 0,
                busy: 0,
            })
            .collect();
        let mut now = WorkersNow::default();
        for worker in &self.workers {
            let load = worker
                .id
                .place()
                .map_or(Load::default(), |place| loads[place]);
            if !view.sees_worker(worker.team, load.is_seen) {
                continue;
            }
            now.total_workers += 1;
            now.reserved += u64::from(load.reserved);
            now.busy += u64::from(load.busy);
            now.wrapping += u64::from(load.wrapping);
            let Some(sid) = worker.facts.activity_sid else {
                continue;
            };
            let sid = sid.to_string();
            let place = activities
                .iter()
                .position(|activity| activity.activity_sid == sid)
                .unwrap_or_else(|| {
                    activities.push(ActivityCount {
                        activity_sid: sid,
                        activity_name: worker.facts.activity_name.clone(),
                        available: None,
                        workers: 0,
                        reserved: 0,
                        busy: 0,
                    });
                    activities.len() - 1
                });
            let activity = &mut activities[place];
            activity.workers += 1;
            activity.reserved += u64::from(load.reserved);
            activity.busy += u64::from(load.busy);
            if activity.available == Some(true) {
                now.available += 1;
                now.idle += u64::from(!load.reserved && !load.busy);
            }
        }
        activities.sort_by(|one, other| {
            (&one.activity_name, &one.activity_sid)
                .cmp(&(&other.activity_name, &other.activity_sid))
        });
        now.workers_by_activity = activities;
        now
    }

    /// What the workers have, by their numbers.
    pub(super) fn loads(&self, view: &View) -> Vec<Load> {
        let mut loads = vec![Load::default(); self.worker_numbers.keys().len()];
        for reservation in &self.reservations {
            if let Some(place) = reservation.worker.place()
                && self.is_open(reservation)
            {
                let load = &mut loads[place];
                load.is_seen |= self
                    .task_of(reservation)
                    .is_some_and(|task| view.shows(task.queue, task.team));
                match reservation.status {
                    ReservationStatus::Pending => load.reserved = true,
                    ReservationStatus::Wrapping => (load.busy, load.wrapping) = (true, true),
                    _ => load.busy = true,
                }
            }
        }
        loads
    }

    /// The task that a reservation offers.
    pub(super) fn task_of(&self, reservation: &ReservationLine) -> Option<&TaskLine> {
        reservation.task.map(|place| &self.tasks[place as usize])
    }

    /// Whether a reservation still takes up its worker: one whose task is gone does not, though
    /// nobody may have told its end.
    pub(super) fn is_open(&self, reservation: &ReservationLine) -> bool {
        reservation.status.is_open() && self.task_of(reservation).is_none_or(TaskLine::is_open)
    }
}

/// What a worker has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Load {
    pub(super) reserved: bool,
    pub(super) busy: bool,
    pub(super) wrapping: bool,
    /// One of the reservations is of a task that the asker may see.
    pub(super) is_seen: bool,
}
