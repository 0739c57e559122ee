//! `/_emulator/inspect`: what is going on, for those who look.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use super::ClockReport;
use crate::emulator::alerts::Alert;
use crate::emulator::callbacks::CallbackRecord;
use crate::emulator::http::answer;
use crate::emulator::shared::Shared;
use crate::model::sid::{
    AccountSid, ActivitySid, ReservationSid, TaskQueueSid, TaskSid, WorkerSid, WorkspaceSid,
};
use crate::model::time::IsoTime;
use crate::model::{ReservationStatus, TaskStatus};
use crate::routing::Moment;
use crate::routing::engine::Workspace;

/// Alerts that are told.
const ALERTS: usize = 50;

/// What is going on in an emulator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// Of the emulator.
    pub version: String,
    /// Its account.
    pub account_sid: AccountSid,
    /// Its clock.
    pub clock: ClockReport,
    /// Its workspaces, oldest first.
    pub workspaces: Vec<WorkspaceView>,
    /// Events that wait to be delivered.
    pub events_waiting: usize,
    /// The latest calls out, newest first.
    pub callbacks: Vec<CallbackRecord>,
    /// The latest alerts, newest first.
    pub alerts: Vec<Alert>,
}

/// What is going on in a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceView {
    /// `WS…`
    pub sid: WorkspaceSid,
    /// Name for people.
    pub friendly_name: String,
    /// Its queues, oldest first; behind them, while there are any, the tasks that are routed to
    /// a worker past all queues.
    pub queues: Vec<QueueView>,
    /// Its activities, oldest first.
    pub activities: Vec<ActivityView>,
    /// Its open reservations, the next to time out first, then those that do not, oldest first.
    pub reservations: Vec<ReservationView>,
}

/// The tasks in a queue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueView {
    /// `WQ…`; `None` for tasks in no queue.
    pub sid: Option<TaskQueueSid>,
    /// Name for people; `None` for tasks in no queue.
    pub friendly_name: Option<String>,
    /// Tasks that wait for a worker.
    pub waiting: u64,
    /// Age of the oldest of them in seconds.
    pub longest_wait: Option<u64>,
    /// The highest priority among them.
    pub top_priority: Option<i64>,
    /// Tasks that are offered to workers.
    pub reserved: u64,
    /// Tasks that workers have accepted.
    pub assigned: u64,
    /// Tasks that are being wrapped up.
    pub wrapping: u64,
}

/// The workers in an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityView {
    /// `WA…`
    pub sid: ActivitySid,
    /// Name for people.
    pub friendly_name: String,
    /// Whether it takes tasks.
    pub available: bool,
    /// How many workers are in it.
    pub workers: u64,
}

/// An open reservation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservationView {
    /// `WR…`
    pub sid: ReservationSid,
    /// Pending, accepted or wrapping.
    pub status: ReservationStatus,
    /// The worker.
    pub worker_sid: WorkerSid,
    /// The worker's name.
    pub worker_name: String,
    /// The task.
    pub task_sid: TaskSid,
    /// The queue it was offered from.
    pub task_queue_name: String,
    /// When it was made.
    pub date_created: Option<IsoTime>,
    /// When it times out, while it is pending.
    pub deadline: Option<IsoTime>,
    /// Seconds until then, rounded up.
    pub seconds_left: Option<u64>,
}

impl Inspection {
    pub(super) fn of(shared: &Arc<Shared>) -> Self {
        let (clock, workspaces) = shared.read(|world, now| {
            let workspaces = world.engine.workspaces().iter();
            let views = workspaces.map(|workspace| WorkspaceView::of(workspace, now));
            (ClockReport::of(world, now), views.collect())
        });
        let mut alerts = shared.alerts.list();
        alerts.reverse();
        alerts.truncate(ALERTS);
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            account_sid: shared.account,
            clock,
            workspaces,
            events_waiting: shared.callbacks.waiting(),
            callbacks: shared.callbacks.latest(),
            alerts,
        }
    }
}

impl WorkspaceView {
    fn of(workspace: &Workspace, now: Moment) -> Self {
        Self {
            sid: workspace.sid,
            friendly_name: workspace.friendly_name.to_string(),
            queues: queues(workspace, now),
            activities: activities(workspace),
            reservations: reservations(workspace, now),
        }
    }
}

fn queues(workspace: &Workspace, now: Moment) -> Vec<QueueView> {
    let mut of: BTreeMap<Option<TaskQueueSid>, QueueView> = BTreeMap::new();
    for task in workspace.tasks.iter() {
        let queue = of.entry(task.queue).or_default();
        match task.status {
            TaskStatus::Pending => {
                let age = now.seconds_since(task.created);
                queue.waiting += 1;
                queue.longest_wait = queue.longest_wait.max(Some(age));
                queue.top_priority = queue.top_priority.max(Some(task.priority));
            }
            TaskStatus::Reserved => queue.reserved += 1,
            TaskStatus::Assigned => queue.assigned += 1,
            TaskStatus::Wrapping => queue.wrapping += 1,
            TaskStatus::Canceled | TaskStatus::Completed | TaskStatus::Unknown => {}
        }
    }
    let mut views: Vec<QueueView> = workspace
        .queues
        .iter()
        .map(|queue| QueueView {
            sid: Some(queue.sid),
            friendly_name: Some(queue.friendly_name.to_string()),
            ..of.remove(&Some(queue.sid)).unwrap_or_default()
        })
        .collect();
    views.extend(
        of.remove(&None)
            .filter(|view| *view != QueueView::default()),
    );
    views
}

fn activities(workspace: &Workspace) -> Vec<ActivityView> {
    let mut workers: BTreeMap<ActivitySid, u64> = BTreeMap::new();
    for worker in workspace.workers.iter() {
        *workers.entry(worker.activity).or_default() += 1;
    }
    workspace
        .activities
        .iter()
        .map(|activity| ActivityView {
            sid: activity.sid,
            friendly_name: activity.friendly_name.to_string(),
            available: activity.available,
            workers: workers.get(&activity.sid).copied().unwrap_or(0),
        })
        .collect()
}

fn reservations(workspace: &Workspace, now: Moment) -> Vec<ReservationView> {
    let mut open: Vec<_> = workspace
        .reservations
        .iter()
        .filter(|reservation| reservation.status.is_open())
        .map(|reservation| {
            let pending = reservation.status == ReservationStatus::Pending;
            (pending.then_some(reservation.deadline), reservation)
        })
        .collect();
    open.sort_by_key(|(deadline, _)| (deadline.is_none(), *deadline));
    open.into_iter()
        .map(|(deadline, reservation)| ReservationView {
            sid: reservation.sid,
            status: reservation.status,
            worker_sid: reservation.worker,
            worker_name: reservation.worker_name.to_string(),
            task_sid: reservation.task,
            task_queue_name: workspace
                .queues
                .get(reservation.queue)
                .map_or_else(String::new, |queue| queue.friendly_name.to_string()),
            date_created: reservation.created.to_iso(),
            deadline: deadline.and_then(Moment::to_iso),
            seconds_left: deadline.map(|deadline| deadline.milliseconds_since(now).div_ceil(1000)),
        })
        .collect()
}

pub(super) async fn inspect(State(shared): State<Arc<Shared>>) -> Response {
    answer::json(StatusCode::OK, &Inspection::of(&shared))
}
