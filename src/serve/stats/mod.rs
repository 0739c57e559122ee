//! The numbers: `/stats` and what belongs to it, and the routes of the old dashboard.
//!
//! `parameters` reads what is asked, `desk` answers it from the facts, `stream` tells when the
//! answer changes, `compat` says the same in the words of the old dashboard.

mod compat;
mod desk;
mod parameters;
mod stream;

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

pub(super) use compat::{OldStatistics, OldTask, OldWorker};
pub(super) use desk::Desk;
use desk::{Given, Key, failed};
use parameters::{Ask, Known};
pub(super) use parameters::{Asked, statuses};

use super::access::Viewer;
use super::directory::Names;
use super::problem::Problem;
use super::shared::Shared;
use crate::events::Span;
use crate::events::statistics::{
    EventCounts, Filters, Ledger, Limits, QueueFigures, Seconds, Stamp, Statistics, TaskRow,
    Window, WorkerRow, attributes_in,
};
use crate::model::sid::Sid;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/stats", get(statistics))
        .route("/stats/stream", get(stream::follow))
        .route("/stats/tasks", get(tasks))
        .route("/stats/workers", get(workers))
        .route("/stats/queues/{name}", get(queue))
        .route("/stats/events", get(events))
        .merge(compat::routes())
}

/// What a request comes with.
struct Asking {
    shared: Arc<Shared>,
    limits: Limits,
    now: Timestamp,
    ask: Ask,
}

impl Asking {
    fn new(
        shared: Arc<Shared>,
        viewer: &Viewer,
        query: Option<&str>,
        known: Known,
    ) -> Result<Self, Problem> {
        let now = shared.now();
        let ask = parameters::read(query, known, shared.desk.zone(), now)?;
        Ok(Self {
            limits: Limits {
                teams: viewer.teams.clone(),
                queues: viewer.queues.clone(),
            },
            shared,
            now,
            ask,
        })
    }

    fn key(&self, route: &'static str, what: &str) -> Key {
        Key {
            route,
            what: what.to_owned(),
            ask: self.ask.clone(),
            limits: self.limits.clone(),
        }
    }

    /// The figures, as they are sent.
    async fn figures(&self) -> Result<Given, Problem> {
        let work_out = async || {
            let statistics = self.statistics().await?;
            Given::new(&statistics, &still(&statistics))
        };
        let key = self.key("stats", "");
        self.shared.desk.answer(key, self.now, work_out).await
    }

    async fn statistics(&self) -> Result<Statistics, Problem> {
        let desk = &self.shared.desk;
        self.check_names().await?;
        let question = desk.question(&self.ask, &self.limits, self.now);
        desk.statistics(question).await
    }

    /// Refuses names that nobody has heard of, and queues that are not to be heard of.
    async fn check_names(&self) -> Result<(), Problem> {
        let Filters {
            queue, workflow, ..
        } = &self.ask.filters;
        if queue.is_none() && workflow.is_none() {
            return Ok(());
        }
        let ledger = self.shared.desk.ledger(self.now).await?;
        let ledger = ledger.as_ref();
        if let Some(queue) = queue
            && !self.is_queue(ledger, queue)
        {
            return Err(Problem::bad_request(format!(
                "`queue`: there is no queue `{}`",
                shortened(queue)
            )));
        }
        if let Some(workflow) = workflow
            && !ledger.knows_workflow(workflow)
            && !is_listed(&self.shared.directory().workflows, workflow)
        {
            return Err(Problem::bad_request(format!(
                "`workflow`: there is no workflow `{}`",
                shortened(workflow)
            )));
        }
        Ok(())
    }

    /// Whether there is such a queue, known by events or by the workspace, and it may be spoken of.
    fn is_queue(&self, ledger: &Ledger, text: &str) -> bool {
        let directory = self.shared.directory();
        let listed = is_listed(&directory.queues, text);
        let name = ledger
            .queue_name(text)
            .or_else(|| directory.queues.name(text.parse().ok()?))
            .or_else(|| listed.then_some(text));
        (listed || ledger.knows_queue(text)) && self.may_name(name)
    }

    /// Whether a queue may be spoken of: who sees a team sees it in any queue.
    fn may_name(&self, queue: Option<&str>) -> bool {
        self.limits.are_none()
            || !self.limits.teams.is_empty()
            || queue.is_some_and(|queue| self.limits.queues.contains(queue))
    }
}

/// Whether the workspace has something of this name or SID.
fn is_listed<S: Sid>(names: &Names<S>, text: &str) -> bool {
    match text.parse::<S>() {
        Ok(sid) => names.name(sid).is_some(),
        Err(_) => names.names().any(|name| name == text),
    }
}

/// What somebody gave, as far as it can be given back.
fn shortened(text: &str) -> String {
    let text: String = text.chars().take(80).collect();
    text.escape_default().to_string()
}

/// An answer without what the clock alone moves.
fn still(statistics: &Statistics) -> Statistics {
    let mut still = statistics.clone();
    still.asked_at = Stamp(0);
    still.window.start = Stamp(0);
    still.window.end = Stamp(0);
    let queues = still.by_queue.iter_mut();
    for now in queues
        .map(|queue| &mut queue.in_taskrouter_now)
        .chain([&mut still.in_taskrouter_now])
    {
        for waiting in [
            &mut now.longest_waiting,
            &mut now.longest_in_queue,
            &mut now.longest_wrapping,
        ]
        .into_iter()
        .flatten()
        {
            waiting.age = 0;
        }
    }
    still
}

async fn statistics(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Figures)?;
    let given = asking.figures().await?;
    if wants_text(&headers) {
        return Ok(ok());
    }
    Ok(sent(&headers, given))
}

/// The text of the old dashboard's server, for who waits for nothing else.
fn ok() -> Response {
    (
        [
            (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
            (header::VARY, "accept"),
        ],
        "OK",
    )
        .into_response()
}

/// Whether plain text is asked for and JSON is not.
fn wants_text(headers: &HeaderMap) -> bool {
    let accepted: Vec<&str> = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|range| range.split(';').next().unwrap_or_default().trim())
        .collect();
    let has = |kind: &str| {
        accepted
            .iter()
            .any(|range| range.eq_ignore_ascii_case(kind))
    };
    has("text/plain") && !has("application/json") && !has("*/*") && !has("application/*")
}

/// A JSON answer, or word that it has not changed.
fn sent(headers: &HeaderMap, given: Given) -> Response {
    let tag = format!("W/\"{}\"", given.tag);
    let is_known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == &tag[2..]);
    let shown = [
        (
            header::ETAG,
            HeaderValue::try_from(&tag).unwrap_or_else(|_| HeaderValue::from_static("W/\"\"")),
        ),
        // Kept by whoever asked, and asked about every time.
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-cache"),
        ),
        (header::VARY, HeaderValue::from_static("accept")),
    ];
    if is_known {
        return (StatusCode::NOT_MODIFIED, shown).into_response();
    }
    let json = [(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    )];
    (shown, json, given.body).into_response()
}

/// A queue now, in the window and today.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct QueueAnswer {
    /// When the question was answered; ages are measured up to here.
    asked_at: Stamp,
    /// The window `in_window` is about.
    window: Window,
    /// The last midnight: where `today` begins.
    today_since: Stamp,
    /// When the last of all known events happened; `null` when none is known.
    last_event_at: Option<Stamp>,
    /// The number of the last event these figures contain, counted by arrival.
    position: u64,
    /// What the figures were narrowed to beside.
    filters: Filters,
    /// The queue.
    #[serde(flatten)]
    figures: QueueFigures,
}

async fn queue(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    path: Result<Path<String>, axum::extract::rejection::PathRejection>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let none = || Problem::not_found("there is no such queue");
    let Path(name) = path.map_err(|_| none())?;
    let mut asking = Asking::new(shared, &viewer, query.as_deref(), Known::Figures)?;
    if asking.ask.filters.queue.is_some() {
        return Err(Problem::bad_request("`queue` is given twice"));
    }
    {
        let ledger = asking.shared.desk.ledger(asking.now).await?;
        let ledger = ledger.as_ref();
        if !asking.is_queue(ledger, &name) {
            return Err(none());
        }
    }
    asking.ask.filters.queue = Some(name.clone());
    let work_out = async || {
        let statistics = asking.statistics().await?;
        let answer = |statistics: &Statistics| QueueAnswer {
            asked_at: statistics.asked_at,
            window: statistics.window.clone(),
            today_since: statistics.today.since,
            last_event_at: statistics.last_event_at,
            position: statistics.position,
            filters: Filters {
                queue: None,
                ..statistics.filters.clone()
            },
            figures: statistics.by_queue.first().cloned().unwrap_or_default(),
        };
        let (mut told, mut same) = (answer(&statistics), answer(&still(&statistics)));
        if statistics.by_queue.is_empty() {
            // Nothing happened in it.
            let ledger = asking.shared.desk.ledger(asking.now).await?;
            let mut figures = ledger
                .as_ref()
                .queue_without_figures(&name, asking.shared.desk.thresholds());
            if figures.task_queue_name.is_none()
                && let Some(sid) = asking.shared.directory().queues.find(&name)
            {
                figures.task_queue_sid = sid.to_string();
                let directory = asking.shared.directory();
                figures.task_queue_name = directory.queues.name(sid).map(ToOwned::to_owned);
                let threshold = asking
                    .shared
                    .desk
                    .thresholds()
                    .of(figures.task_queue_name.as_deref());
                figures.threshold = Seconds(threshold);
            }
            told.figures = figures.clone();
            same.figures = figures;
        }
        Given::new(&told, &same)
    };
    let key = asking.key("queue", &name);
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    Ok(sent(&headers, given))
}

/// Tasks that TaskRouter has now.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct TaskList {
    /// When the question was answered; ages are measured up to here.
    asked_at: Stamp,
    /// When the last of all known events happened; `null` when none is known.
    last_event_at: Option<Stamp>,
    /// The number of the last event this contains, counted by arrival.
    position: u64,
    /// How many tasks there are, listed or not.
    total: usize,
    /// High priorities first, then the oldest.
    tasks: Vec<TaskRow>,
}

impl Asking {
    async fn task_list(&self) -> Result<TaskList, Problem> {
        self.check_names().await?;
        let desk = &self.shared.desk;
        let question = desk.question(&self.ask, &self.limits, self.now);
        let mut list = {
            let ledger = desk.ledger(self.now).await?;
            let ledger = ledger.as_ref();
            let tasks = ledger.tasks_now(&question, self.ask.status);
            TaskList {
                asked_at: Stamp(question.now),
                last_event_at: ledger.last_event().map(Stamp),
                position: ledger.position(),
                total: tasks.len(),
                tasks,
            }
        };
        list.tasks.truncate(self.ask.limit);
        self.add_attributes(&mut list.tasks).await?;
        Ok(list)
    }

    /// The ledger has no attributes: they are many times as big as everything else.
    async fn add_attributes(&self, tasks: &mut [TaskRow]) -> Result<(), Problem> {
        /// From here on all open tasks are read at once.
        const FEW: usize = 20;

        let store = self.shared.desk.store();
        let mut known = std::collections::HashMap::new();
        if tasks.len() > FEW {
            for task in store.open_tasks().await.map_err(|error| failed(&error))? {
                known.insert(task.sid, task.attributes);
            }
        }
        for row in tasks {
            let attributes = match known.remove(&row.task_sid) {
                Some(attributes) => attributes,
                None => store
                    .task(row.task_sid)
                    .await
                    .map_err(|error| failed(&error))?
                    .and_then(|task| task.attributes),
            };
            row.attributes = attributes_in(attributes.as_deref());
        }
        Ok(())
    }
}

async fn tasks(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Tasks)?;
    let work_out = async || {
        let list = asking.task_list().await?;
        let mut same = list.clone();
        same.asked_at = Stamp(0);
        for task in &mut same.tasks {
            task.age = 0;
        }
        Given::new(&list, &same)
    };
    let key = asking.key("tasks", "");
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    Ok(sent(&headers, given))
}

/// The workers.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct WorkerList {
    /// When the question was answered.
    asked_at: Stamp,
    /// When the last of all known events happened; `null` when none is known.
    last_event_at: Option<Stamp>,
    /// The number of the last event this contains, counted by arrival.
    position: u64,
    /// By name.
    workers: Vec<WorkerRow>,
}

impl Asking {
    async fn worker_list(&self) -> Result<WorkerList, Problem> {
        self.check_names().await?;
        let desk = &self.shared.desk;
        let question = desk.question(&self.ask, &self.limits, self.now);
        let ledger = desk.ledger(self.now).await?;
        let ledger = ledger.as_ref();
        Ok(WorkerList {
            asked_at: Stamp(question.now),
            last_event_at: ledger.last_event().map(Stamp),
            position: ledger.position(),
            workers: ledger.workers_one_by_one(&question),
        })
    }
}

async fn workers(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Figures)?;
    let work_out = async || {
        let list = asking.worker_list().await?;
        let mut same = list.clone();
        same.asked_at = Stamp(0);
        for worker in &mut same.workers {
            worker.time_in_activity = None;
        }
        Given::new(&list, &same)
    };
    let key = asking.key("workers", "");
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    Ok(sent(&headers, given))
}

async fn events(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    // Whose they are cannot be told by their type.
    viewer.require_everything()?;
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Window)?;
    let work_out = async || {
        let counts = asking.event_counts().await?;
        let mut same = counts.clone();
        same.asked_at = Stamp(0);
        same.window.start = Stamp(0);
        same.window.end = Stamp(0);
        same.last_event_age = None;
        Given::new(&counts, &same)
    };
    let key = asking.key("events", "");
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    Ok(sent(&headers, given))
}

impl Asking {
    async fn event_counts(&self) -> Result<EventCounts, Problem> {
        let desk = &self.shared.desk;
        let store = desk.store();
        let now = self.now.as_millisecond();
        let window = self.ask.period.at(now);
        let span = Span {
            from: window.from,
            to: window.to.saturating_add(1),
        };
        let (position, projected) = (*store.positions().borrow(), *store.projected().borrow());
        let workspace = Some(self.shared.config.workspace);
        let mut by_type = std::collections::BTreeMap::new();
        for count in store
            .counts(span, workspace)
            .await
            .map_err(|error| failed(&error))?
        {
            *by_type.entry(count.kind).or_default() += count.events;
        }
        let extent = store.extent().await.map_err(|error| failed(&error))?;
        let last = extent.map(|extent| extent.last);
        Ok(EventCounts {
            asked_at: Stamp(now),
            window: window.described(desk.zone_name()),
            last_event_at: last.map(Stamp),
            last_event_age: last.map(|last| Seconds::between(last, now)),
            position,
            projected,
            lag: store.lag(),
            total: by_type.values().sum(),
            by_type,
            duplicates: self.shared.metrics.counted_events("known"),
        })
    }
}
