//! The numbers: `/stats` and what belongs to it, and the routes of the old dashboard.
//!
//! `parameters` reads what is asked, `desk` answers it from the facts, `answers` remembers that for a
//! second, `stream` tells when the answer changes, `compat` says the same in the words of the old
//! dashboard.

mod answers;
mod compat;
mod desk;
mod parameters;
pub(super) mod stream;

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

pub(super) use answers::Given;
use answers::Key;
pub(super) use compat::{OldStatistics, OldTask, OldWorker};
pub(super) use desk::Desk;
pub(super) use desk::failed;
use parameters::{Ask, Period};
pub(super) use parameters::{Asked, Known, MOST_MINUTES_IN_MEMORY, MOST_ROWS_ON_BOARD, statuses};

use super::access::Viewer;
use super::directory::Names;
use super::problem::Problem;
use super::shared::Shared;
use crate::events::Span;
use crate::events::statistics::{
    Between, EventCounts, Figures, Filters, Ledger, Limits, MinuteFigures, Seconds, Stamp,
    Statistics, TaskRow, TasksNow, Window, WorkerRow,
};
use crate::model::TaskStatus;
use crate::model::sid::{Sid, TaskSid};

/// What tells of nobody in particular.
pub(super) fn figures() -> Router<Arc<Shared>> {
    Router::new()
        .route("/stats", get(statistics))
        .route("/stats/stream", get(stream::follow))
        .route("/stats/queues/{name}", get(queue))
        .route("/stats/minutes", get(minutes))
        .route("/stats/events", get(events))
        .merge(compat::figures())
}

/// Tasks and workers one by one.
pub(super) fn lists() -> Router<Arc<Shared>> {
    Router::new()
        .route("/stats/tasks", get(tasks))
        .route("/stats/workers", get(workers))
        .merge(compat::lists())
}

/// What a request comes with.
pub(super) struct Asking {
    pub(super) shared: Arc<Shared>,
    pub(super) limits: Limits,
    pub(super) now: Timestamp,
    ask: Ask,
}

impl Asking {
    pub(super) fn new(
        shared: Arc<Shared>,
        viewer: &Viewer,
        query: Option<&str>,
        known: Known,
    ) -> Result<Self, Problem> {
        let now = shared.now();
        let ask = parameters::read(query, known, shared.desk.zone(), now)?;
        Ok(Self {
            limits: viewer.limits.clone(),
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
            Given::new(statistics, |same| self.still(same))
        };
        let key = self.key("stats", "");
        self.shared.desk.answer(key, self.now, work_out).await
    }

    /// The answer of a route to what is asked, worked out if nobody has asked it this second;
    /// `what` tells answers to the same question apart.
    pub(super) async fn answer<F>(
        &self,
        route: &'static str,
        what: &str,
        work_out: impl FnOnce() -> F,
    ) -> Result<Given, Problem>
    where
        F: Future<Output = Result<Given, Problem>>,
    {
        let key = self.key(route, what);
        self.shared.desk.answer(key, self.now, work_out).await
    }

    /// The rows of a list.
    pub(super) fn limit(&self) -> usize {
        self.ask.limit
    }

    /// What the answer is narrowed to.
    pub(super) fn filters(&self) -> &Filters {
        &self.ask.filters
    }

    /// How things are now, and what happened in the window and today.
    pub(super) async fn statistics(&self) -> Result<Statistics, Problem> {
        let desk = &self.shared.desk;
        self.check_names().await?;
        let question = desk.question(&self.ask, &self.limits, self.now);
        desk.statistics(question).await
    }

    /// Takes away what others' events move, from an answer that is not about those.
    fn quiet(&self, position: &mut u64, last_event_at: &mut Option<Stamp>) {
        if !self.limits.are_none() {
            (*position, *last_event_at) = (0, None);
        }
    }

    /// The window of what is about now.
    fn moment(&self) -> Window {
        let now = self.now.as_millisecond();
        Between { from: now, to: now }.described(self.shared.desk.zone_name())
    }

    /// Takes away what moves without anything having changed.
    pub(super) fn still(&self, answer: &mut Statistics) {
        answer.asked_at = Stamp(0);
        self.quiet(&mut answer.position, &mut answer.last_event_at);
        self.ask.period.still(&mut answer.window);
        still_now(&mut answer.in_taskrouter_now);
        for queue in &mut answer.by_queue {
            still_now(&mut queue.in_taskrouter_now);
        }
    }

    /// Refuses names that nobody has heard of, and queues that are not to be heard of.
    async fn check_names(&self) -> Result<(), Problem> {
        let Filters {
            queue,
            workflow,
            channel,
            // Anybody may be of any team.
            team: _,
        } = &self.ask.filters;
        if queue.is_none() && workflow.is_none() && channel.is_none() {
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
        if let Some(channel) = channel
            && !ledger.knows_channel(channel)
            && !self
                .shared
                .directory()
                .channels
                .names()
                .any(|name| name == channel)
        {
            return Err(Problem::bad_request(format!(
                "`channel`: there is no task channel `{}`",
                shortened(channel)
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
        !self.limits.teams.is_empty() || self.limits.show_task(queue, None)
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

fn still_now(now: &mut TasksNow) {
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

/// A queue now, in the window and today; all queues of that name, if there are several.
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
    /// `WQ…`; `null` when several queues have the name.
    task_queue_sid: Option<String>,
    /// The queues whose figures these are: one that was deleted and made again has another SID.
    task_queue_sids: Vec<String>,
    /// Its name.
    task_queue_name: Option<String>,
    /// Within which time its tasks are to be accepted.
    threshold: Seconds,
    /// Its tasks that TaskRouter has now.
    in_taskrouter_now: TasksNow,
    /// What happened in the window.
    in_window: Figures,
    /// What happened since midnight.
    today: Figures,
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
    let mut asking = Asking::new(shared, &viewer, query.as_deref(), Known::Queue)?;
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
        let (mut sids, mut queue) = {
            let ledger = asking.shared.desk.ledger(asking.now).await?;
            let ledger = ledger.as_ref();
            let queue = ledger.queue_name(&name).map(ToOwned::to_owned);
            (ledger.queues_called(&name), queue)
        };
        let directory = asking.shared.directory();
        // No event has spoken of it.
        if sids.is_empty() {
            sids.extend(directory.queues.find(&name));
        }
        if let ([sid], None) = (sids.as_slice(), &queue) {
            queue = directory.queues.name(*sid).map(ToOwned::to_owned);
        }
        let sids: Vec<String> = sids.iter().map(ToString::to_string).collect();
        let thresholds = asking.shared.desk.thresholds();
        let answer = QueueAnswer {
            asked_at: statistics.asked_at,
            window: statistics.window,
            today_since: statistics.today.since,
            last_event_at: statistics.last_event_at,
            position: statistics.position,
            filters: Filters {
                queue: None,
                ..statistics.filters
            },
            task_queue_sid: sids.first().filter(|_| sids.len() == 1).cloned(),
            task_queue_sids: sids,
            threshold: Seconds(thresholds.of(queue.as_deref())),
            task_queue_name: queue,
            in_taskrouter_now: statistics.in_taskrouter_now,
            in_window: statistics.in_window,
            today: statistics.today.figures,
        };
        Given::new(answer, |same| {
            same.asked_at = Stamp(0);
            asking.quiet(&mut same.position, &mut same.last_event_at);
            asking.ask.period.still(&mut same.window);
            still_now(&mut same.in_taskrouter_now);
        })
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
    /// The moment `asked_at`: this is about now.
    window: Window,
    /// When the last of all known events happened; `null` when none is known.
    last_event_at: Option<Stamp>,
    /// The number of the last event this contains, counted by arrival.
    position: u64,
    /// How many tasks there are, listed or not.
    pub(super) total: usize,
    /// High priorities first, then the oldest.
    pub(super) tasks: Vec<TaskRow>,
}

impl Asking {
    async fn task_list(&self) -> Result<TaskList, Problem> {
        self.check_names().await?;
        self.tasks_of(self.ask.status.as_slice(), self.ask.limit)
            .await
    }

    /// The first tasks of these statuses, or of all if there are none.
    pub(super) async fn tasks_of(
        &self,
        statuses: &[TaskStatus],
        limit: usize,
    ) -> Result<TaskList, Problem> {
        let desk = &self.shared.desk;
        let question = desk.question(&self.ask, &self.limits, self.now);
        let mut list = {
            let ledger = desk.ledger(self.now).await?;
            let ledger = ledger.as_ref();
            let (total, tasks) = ledger.tasks_now(&question, statuses, limit);
            TaskList {
                asked_at: Stamp(question.now),
                window: self.moment(),
                last_event_at: ledger.last_event().map(Stamp),
                position: ledger.position(),
                total,
                tasks,
            }
        };
        self.complete(&mut list.tasks).await?;
        Ok(list)
    }

    /// The ledger has neither attributes, which are many times as big as everything else, nor the
    /// reservations of the days before.
    async fn complete(&self, tasks: &mut [TaskRow]) -> Result<(), Problem> {
        /// Tasks that are read in one go.
        const CHUNK: usize = 500;

        let desk = &self.shared.desk;
        for rows in tasks.chunks_mut(CHUNK) {
            let sids = rows.iter().map(|row| row.task_sid).collect();
            let known = desk.store().tasks_with_reservations(sids).await;
            let known = known.map_err(|error| failed(&error))?;
            let mut known: HashMap<TaskSid, _> = known
                .into_iter()
                .map(|(task, reservations)| (task.sid, (task.attributes, reservations)))
                .collect();
            let ledger = desk.ledger(self.now).await?;
            for row in rows {
                if let Some((attributes, reservations)) = known.remove(&row.task_sid) {
                    let name = |worker| ledger.as_ref().worker_name(worker);
                    row.complete(attributes, &reservations, name);
                }
            }
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
        let _turn = asking.shared.desk.turn_for_list().await?;
        Given::new(asking.task_list().await?, |same| {
            same.asked_at = Stamp(0);
            asking.quiet(&mut same.position, &mut same.last_event_at);
            (same.window.start, same.window.end) = (Stamp(0), Stamp(0));
            for task in &mut same.tasks {
                task.age = 0;
            }
        })
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
    /// The moment `asked_at`: this is about now.
    window: Window,
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
            window: self.moment(),
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
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Workers)?;
    let work_out = async || {
        let _turn = asking.shared.desk.turn_for_list().await?;
        Given::new(asking.worker_list().await?, |same| {
            same.asked_at = Stamp(0);
            asking.quiet(&mut same.position, &mut same.last_event_at);
            (same.window.start, same.window.end) = (Stamp(0), Stamp(0));
            for worker in &mut same.workers {
                worker.time_in_activity = None;
            }
        })
    };
    let key = asking.key("workers", "");
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    Ok(sent(&headers, given))
}

/// The window minute by minute.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct MinuteList {
    /// When the question was answered.
    asked_at: Stamp,
    /// From the beginning of the first minute until `asked_at`.
    window: Window,
    /// When the last of all known events happened; `null` when none is known.
    last_event_at: Option<Stamp>,
    /// The number of the last event these figures contain, counted by arrival.
    position: u64,
    /// What the figures were narrowed to.
    filters: Filters,
    /// Minutes of the clock, oldest first; the last one is under way.
    minutes: Vec<MinuteFigures>,
}

impl Asking {
    async fn minute_list(&self) -> Result<MinuteList, Problem> {
        self.check_names().await?;
        self.minutes_of(self.ask.period).await
    }

    /// What happened minute by minute in the last hour.
    pub(super) async fn last_hour(&self) -> Result<Vec<MinuteFigures>, Problem> {
        let list = self.minutes_of(Period::Minutes(60)).await?;
        Ok(list.minutes)
    }

    async fn minutes_of(&self, period: Period) -> Result<MinuteList, Problem> {
        let desk = &self.shared.desk;
        let mut question = desk.question(&self.ask, &self.limits, self.now);
        question.window = period.at(question.now).by_the_clock();
        let ledger = desk.ledger(self.now).await?;
        let ledger = ledger.as_ref();
        Ok(MinuteList {
            asked_at: Stamp(question.now),
            window: question.window.described(desk.zone_name()),
            last_event_at: ledger.last_event().map(Stamp),
            position: ledger.position(),
            minutes: ledger.by_minute(&question),
            filters: question.filters,
        })
    }
}

async fn minutes(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Minutes)?;
    let work_out = async || {
        let list = asking.minute_list().await?;
        Given::new(list, |same| {
            same.asked_at = Stamp(0);
            asking.quiet(&mut same.position, &mut same.last_event_at);
            (same.window.end, same.window.minutes) = (Stamp(0), 0.0);
        })
    };
    let key = asking.key("minutes", "");
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
        Given::new(asking.event_counts().await?, |same| {
            same.asked_at = Stamp(0);
            asking.ask.period.still(&mut same.window);
            same.last_event_age = None;
        })
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
