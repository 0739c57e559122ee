//! `GET /dashboard`: the contact centre on one page, live. The figures are those of `/stats`, from the
//! same desk and within the same limits; tasks and events one by one are for those who may read them
//! elsewhere.
//!
//! `show` writes it, `row` says what is told of a task and of an event, `chart` draws the last hour.

mod chart;
mod row;
mod show;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};
use maud::{PreEscaped, html};
use serde::{Deserialize, Serialize};
use url::form_urlencoded;

use row::{EventLine, TaskLine, is_of};

use super::access::{Role, Viewer};
use super::pages::{Asset, Kind, Page, Theme};
use super::problem::Problem;
use super::query;
use super::shared::Shared;
use super::stats::stream::{self, Followed};
use super::stats::{Asking, Given, Known, MOST_ROWS_ON_BOARD, failed};
use crate::events::statistics::{Filters, MinuteFigures, Statistics};
use crate::model::TaskStatus;

static STYLE: Asset = Asset::new("board", Kind::Style, include_str!("board.css"));
static SCRIPT: Asset = Asset::new("board", Kind::Script, include_str!("board.js"));

const MOST_EVENTS: usize = 12;
/// Events that are looked through for those, by who sees all of them and by who sees some.
const LOOK_BACK: [u64; 2] = [60, 300];
/// Seconds until a browser without scripts asks again.
const REFRESH: u32 = 15;

/// The files that the board loads beside those of every page.
pub(super) fn files() -> [&'static Asset; 2] {
    [&STYLE, &SCRIPT]
}

/// The board, for who may read figures.
pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/dashboard", get(page))
        .route("/taskrouter_dashboard.html", get(page))
        .route("/dashboard/stream", get(follow))
}

/// Other places of the old dashboard, from which its files would not be found.
pub(super) fn moved() -> Router<Arc<Shared>> {
    Router::new()
        .route("/dashboard/", get(lead))
        .route("/dashboard/taskrouter_dashboard.html", get(lead))
}

/// Relative: a proxy may have taken a path off.
async fn lead(RawQuery(query): RawQuery) -> Response {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let place = [(header::LOCATION, format!("../dashboard{query}"))];
    (StatusCode::PERMANENT_REDIRECT, place).into_response()
}

async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Board)?;
    let form = Form::new(query.as_deref(), &viewer)?;
    let given = form.answer(&asking).await?;
    let message: Message = serde_json::from_slice(&given.body).map_err(Problem::internal)?;
    let stream = format!("dashboard/stream?{}", form.query);
    let zone = asking.shared.config.time_zone.clone();
    let clock = asking.now.to_zoned(zone).strftime("%H:%M:%S");
    let page = Page {
        title: "TaskRouter board",
        root: "",
        theme: form.theme,
        live: true,
        refresh: Some(REFRESH),
        now: asking.now,
        files: &files(),
        bar: html! {
            @if let Some(name) = &viewer.name { p { "Signed in as " bdi { (name) } } }
            noscript {
                p { "As of " (clock) "; asked again every " (REFRESH) " seconds" }
            }
        },
        main: html! {
            div #board data-stream=(stream) { (PreEscaped(message.html)) }
        },
    };
    // What it shows is as private as the figures, and it may be another in a second.
    Ok(page.into_response())
}

async fn follow(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Board)?;
    let form = Form::new(query.as_deref(), &viewer)?;
    stream::answer(asking, form, &headers).await
}

/// How the board is shown, beside what it is asked.
struct Form {
    theme: Theme,
    /// Whether tasks and events may be told one by one.
    one_by_one: bool,
    /// What it was asked, without what it does not know.
    query: String,
}

/// What a browser is told.
#[derive(Serialize, Deserialize)]
struct Message {
    /// The server's time, in milliseconds since 1970 began.
    now: i64,
    html: String,
}

impl Form {
    fn new(text: Option<&str>, viewer: &Viewer) -> Result<Self, Problem> {
        const NAMES: [&str; 7] = [
            "minutes", "limit", "queue", "workflow", "channel", "team", "theme",
        ];
        let given = query::read_known(text, &NAMES)?;
        let theme = given.get("theme").map_or(Ok(Theme::default()), |name| {
            let wrong = || Problem::bad_request("`theme` is none of browser, light, dark");
            Theme::named(name).ok_or_else(wrong)
        })?;
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&given)
            .finish();
        Ok(Self {
            theme,
            one_by_one: viewer.role >= Role::Lead,
            query,
        })
    }

    /// The way to the board that is narrowed to a queue as well.
    fn narrowed(&self, queue: &str) -> String {
        let mut query = self.without("queue");
        query.append_pair("queue", queue);
        format!("dashboard?{}", query.finish())
    }

    /// The way to the board with lists as long as they may be.
    fn longest(&self) -> String {
        let mut query = self.without("limit");
        query.append_pair("limit", &MOST_ROWS_ON_BOARD.to_string());
        format!("dashboard?{}", query.finish())
    }

    /// The query without a name, to be gone on with.
    fn without(&self, name: &str) -> form_urlencoded::Serializer<'static, String> {
        let pairs = form_urlencoded::parse(self.query.as_bytes());
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(pairs.filter(|(known, _)| known != name));
        query
    }
}

impl Followed for Form {
    const EVENT: &'static str = "board";
    const ALIVE: Option<u32> = Some(10);

    async fn answer(&self, asking: &Asking) -> Result<Given, Problem> {
        // The same question is another board for another reader.
        let what = format!("{} {}", self.one_by_one, self.query);
        let work_out = async || {
            let board = Board::gather(asking, self.one_by_one).await?;
            let html = show::board(&board, self).into_string();
            let now = asking.now.as_millisecond();
            let body = serde_json::to_vec(&Message { now, html }).map_err(Problem::internal)?;
            Given::with_body(body, board, |same| asking.still(&mut same.statistics))
        };
        asking.answer("board", &what, work_out).await
    }
}

/// Everything that is on the board.
#[derive(Debug, Serialize)]
struct Board {
    statistics: Statistics,
    /// The last hour.
    minutes: Vec<MinuteFigures>,
    /// The threshold of the queue whose task has been waiting for longest has passed.
    is_late: bool,
    /// How many tasks are to be accepted in time, in per cent.
    target: u8,
    lists: Option<Lists>,
}

/// What is told one by one.
#[derive(Debug, Serialize)]
struct Lists {
    waiting: List,
    served: List,
    events: Vec<EventLine>,
}

#[derive(Debug, Serialize)]
struct List {
    total: usize,
    rows: Vec<TaskLine>,
}

impl Board {
    async fn gather(asking: &Asking, one_by_one: bool) -> Result<Self, Problem> {
        let statistics = asking.statistics().await?;
        let levels = &asking.shared.config.settings.service_level;
        let is_late = statistics
            .in_taskrouter_now
            .longest_waiting
            .as_ref()
            .is_some_and(|longest| {
                let queue = longest.task_queue_name.as_deref().unwrap_or_default();
                longest.age > levels.of(queue).as_secs()
            });
        let lists = if one_by_one {
            Some(Lists::gather(asking).await?)
        } else {
            None
        };
        Ok(Self {
            statistics,
            minutes: asking.last_hour().await?,
            is_late,
            target: levels.target,
            lists,
        })
    }
}

impl Lists {
    async fn gather(asking: &Asking) -> Result<Self, Problem> {
        Ok(Self {
            waiting: List::of(asking, &[TaskStatus::Pending, TaskStatus::Reserved]).await?,
            served: List::of(asking, &[TaskStatus::Assigned, TaskStatus::Wrapping]).await?,
            events: last_events(asking).await?,
        })
    }
}

impl List {
    async fn of(asking: &Asking, statuses: &[TaskStatus]) -> Result<Self, Problem> {
        let levels = &asking.shared.config.settings.service_level;
        let list = asking.tasks_of(statuses, asking.limit()).await?;
        let rows = list.tasks.into_iter();
        Ok(Self {
            total: list.total,
            rows: rows.map(|task| TaskLine::of(task, levels)).collect(),
        })
    }
}

/// The events that came last and may be seen, the last one first.
async fn last_events(asking: &Asking) -> Result<Vec<EventLine>, Problem> {
    let store = &asking.shared.store;
    let workspace = Some(asking.shared.config.workspace);
    let [all, some] = LOOK_BACK;
    let filters = asking.filters();
    let sees_all = asking.limits.are_none() && *filters == Filters::default();
    let look_back = if sees_all { all } else { some };
    let last = *store.positions().borrow();
    let first = last.saturating_sub(look_back);
    let limit = usize::try_from(look_back).unwrap_or(usize::MAX);
    let events = store.after(first, limit).await;
    let events = events.map_err(|error| failed(&error))?;
    let seen = events.iter().rev().filter(|stored| {
        let of_here = stored.event.workspace_sid;
        (of_here.is_none() || of_here == workspace)
            && asking.limits.show_event(&stored.event)
            && is_of(&stored.event, filters)
    });
    Ok(seen.take(MOST_EVENTS).map(EventLine::of).collect())
}
