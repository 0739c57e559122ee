//! The routes of the old dashboard's servers, with their names for things.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::answers::Given;
use super::asking::Asking;
use super::parameters::Known;
use super::sent::{ok, sent, wants_text};
use crate::events::statistics::{ActivityCount, Seconds, Statistics, TaskRow, WorkerRow};
use crate::model::time::IsoTime;
use crate::serve::access::Viewer;
use crate::serve::problem::Problem;
use crate::serve::shared::Shared;

pub(super) fn figures() -> Router<Arc<Shared>> {
    Router::new()
        .route("/api/dashboard/statistics", get(statistics))
        .route("/sync_taskrouter_statistics", get(statistics))
}

pub(super) fn lists() -> Router<Arc<Shared>> {
    Router::new()
        .route("/api/dashboard/tasks", get(tasks))
        .route("/taskrouter_tasks", get(tasks))
        .route("/api/dashboard/workers", get(workers))
        .route("/taskrouter_workers", get(workers))
}

/// The figures of the old dashboard. `activityIdleWorkers`, `activityReservedWorkers`,
/// `activityBusyWorkers` and `activityOfflineWorkers` are every worker once; of every activity that
/// is called otherwise there is `activityNameWorkers` beside.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::serve) struct OldStatistics {
    /// The tasks that TaskRouter has now.
    total_tasks: u64,
    /// All workers.
    total_workers: u64,
    /// Tasks waiting.
    pending_tasks: u64,
    /// Tasks offered to a worker.
    reserved_tasks: u64,
    /// Tasks with a worker.
    assigned_tasks: u64,
    /// Tasks in after-work.
    wrapping_tasks: u64,
    /// Tasks completed in the last five minutes.
    completed_tasks: u64,
    /// Tasks canceled in the last five minutes.
    canceled_tasks: u64,
    /// Tasks completed since midnight.
    completed_tasks_today: u64,
    /// Tasks canceled since midnight.
    canceled_tasks_today: u64,
    /// Workers without a task in an activity that takes tasks.
    activity_idle_workers: u64,
    /// Workers with a reservation to answer.
    activity_reserved_workers: u64,
    /// Workers with a task, or in an activity that takes none and is not called Offline.
    activity_busy_workers: u64,
    /// Workers in the activity Offline.
    activity_offline_workers: u64,
    /// Whole seconds from creation to acceptance, the mean over the window; 0 without any.
    avg_task_acceptance_time: u64,
    /// The beginning of the window.
    #[schemars(with = "String")]
    start_time: Option<IsoTime>,
    /// Its end.
    #[schemars(with = "String")]
    end_time: Option<IsoTime>,
    /// When the last of all known events happened; `null` when none is known.
    #[schemars(with = "Option<String>")]
    last_event_time: Option<IsoTime>,
    /// The other activities.
    #[serde(flatten)]
    activities: std::collections::BTreeMap<String, u64>,
}

/// Names of the old dashboard that do not mean the activity of that name.
const TAKEN: [&str; 4] = [
    "activityIdleWorkers",
    "activityReservedWorkers",
    "activityBusyWorkers",
    "activityOfflineWorkers",
];

impl OldStatistics {
    fn of(statistics: &Statistics, classes: Classes) -> Self {
        let now = &statistics.in_taskrouter_now;
        let by_status = &now.tasks_by_status;
        let average = statistics.in_window.acceptance_time.avg;
        let activities = statistics.workers.workers_by_activity.iter();
        Self {
            total_tasks: now.total_tasks,
            total_workers: statistics.workers.total_workers,
            pending_tasks: by_status.pending,
            reserved_tasks: by_status.reserved,
            assigned_tasks: by_status.assigned,
            wrapping_tasks: by_status.wrapping,
            completed_tasks: by_status.completed,
            canceled_tasks: by_status.canceled,
            completed_tasks_today: statistics.today.figures.tasks_completed,
            canceled_tasks_today: statistics.today.figures.tasks_canceled,
            activity_idle_workers: classes.idle,
            activity_reserved_workers: classes.reserved,
            activity_busy_workers: classes.busy,
            activity_offline_workers: classes.offline,
            avg_task_acceptance_time: average.map_or(0, |Seconds(span)| span / 1000),
            start_time: IsoTime::from_millisecond(statistics.window.start.0),
            end_time: IsoTime::from_millisecond(statistics.window.end.0),
            last_event_time: statistics
                .last_event_at
                .and_then(|last| IsoTime::from_millisecond(last.0)),
            activities: activities.filter_map(named).collect(),
        }
    }
}

/// `activityOnBreakWorkers`
fn named(activity: &ActivityCount) -> Option<(String, u64)> {
    let name: String = activity
        .activity_name
        .as_deref()?
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let field = format!("activity{name}Workers");
    (!name.is_empty() && !TAKEN.contains(&&*field)).then_some((field, activity.workers))
}

/// Every worker once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Classes {
    idle: u64,
    reserved: u64,
    busy: u64,
    offline: u64,
}

impl Classes {
    fn of(workers: &[WorkerRow]) -> Self {
        let mut classes = Self::default();
        for worker in workers {
            let class = if worker.reserved {
                &mut classes.reserved
            } else if worker.busy {
                &mut classes.busy
            } else if worker.activity_name.as_deref() == Some("Offline")
                || worker.activity_sid.is_none()
            {
                &mut classes.offline
            } else if worker.available == Some(true) {
                &mut classes.idle
            } else {
                &mut classes.busy
            };
            *class += 1;
        }
        classes
    }
}

async fn statistics(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::OldFigures)?;
    let work_out = async || {
        let statistics = asking.statistics().await?;
        let classes = Classes::of(&asking.worker_list().await?.workers);
        Given::new(OldStatistics::of(&statistics, classes), |same| {
            if !asking.limits.are_none() {
                same.last_event_time = None;
            }
            let mut window = statistics.window;
            asking.ask.period.still(&mut window);
            same.start_time = IsoTime::from_millisecond(window.start.0);
            same.end_time = IsoTime::from_millisecond(window.end.0);
        })
    };
    let key = asking.key("old statistics", "");
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    if wants_text(&headers) {
        return Ok(ok());
    }
    Ok(sent(&headers, given))
}

/// A task of the old dashboard. Its attributes stand beside these; one of the same name gives way.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "PascalCase")]
pub(in crate::serve) struct OldTask {
    /// `WT…`
    task_sid: String,
    /// Higher goes first.
    priority: i64,
    /// Who has it or is asked to take it; empty when nobody is.
    worker_name: String,
    /// Where its recording is; empty without one.
    recording_url: String,
    /// Where it is in its life.
    task_status: String,
    #[serde(flatten)]
    attributes: Map<String, Value>,
}

impl OldTask {
    fn of(task: TaskRow) -> Self {
        let mut attributes = task.attributes.object().unwrap_or_default();
        let recording = ["recording_url", "RecordingUrl"]
            .iter()
            .find_map(|name| attributes.get(*name)?.as_str().map(ToOwned::to_owned));
        for name in [
            "TaskSid",
            "Priority",
            "WorkerName",
            "RecordingUrl",
            "TaskStatus",
        ] {
            attributes.remove(name);
        }
        // Without these two the old page shows none of the rows behind.
        if let Some(channel) = task.channel {
            attributes
                .entry("channel")
                .or_insert_with(|| Value::String(channel));
        }
        if !attributes.contains_key("name") {
            let from = attributes.get("from").cloned();
            attributes.insert("name".to_owned(), from.unwrap_or_else(|| "".into()));
        }
        let worker = task.worker.or_else(|| task.reserved_for.into_iter().next());
        Self {
            task_sid: task.task_sid.to_string(),
            priority: task.priority,
            worker_name: worker
                .and_then(|worker| worker.worker_name)
                .unwrap_or_default(),
            recording_url: recording.unwrap_or_default(),
            task_status: task.assignment_status.to_string(),
            attributes,
        }
    }
}

async fn tasks(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::OldTasks)?;
    let work_out = async || {
        let _turn = asking.shared.desk.turn_for_list().await?;
        let tasks = asking.task_list().await?.tasks;
        let tasks: Vec<OldTask> = tasks.into_iter().map(OldTask::of).collect();
        Given::new(tasks, |_| ())
    };
    let key = asking.key("old tasks", "");
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    Ok(sent(&headers, given))
}

/// A worker of the old dashboard. Their attributes stand beside these; one of the same name gives
/// way.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(in crate::serve) struct OldWorker {
    /// `WK…`
    worker_sid: String,
    /// Their name.
    friendly_name: String,
    /// What they are doing.
    activity_name: String,
    /// `AC…`
    account_sid: String,
    /// `WS…`
    workspace_sid: String,
    #[serde(flatten)]
    attributes: Map<String, Value>,
}

async fn workers(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::OldWorkers)?;
    let work_out = async || {
        let _turn = asking.shared.desk.turn_for_list().await?;
        let config = &asking.shared.config;
        let workers = asking.worker_list().await?.workers;
        let workers: Vec<OldWorker> = workers
            .into_iter()
            .map(|worker| {
                let mut attributes = worker.attributes.object().unwrap_or_default();
                for name in [
                    "worker_sid",
                    "friendly_name",
                    "activity_name",
                    "account_sid",
                    "workspace_sid",
                ] {
                    attributes.remove(name);
                }
                OldWorker {
                    worker_sid: worker.worker_sid,
                    friendly_name: worker.worker_name.unwrap_or_default(),
                    activity_name: worker.activity_name.unwrap_or_default(),
                    account_sid: config.account.to_string(),
                    workspace_sid: config.workspace.to_string(),
                    attributes,
                }
            })
            .collect();
        Given::new(workers, |_| ())
    };
    let key = asking.key("old workers", "");
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    Ok(sent(&headers, given))
}
