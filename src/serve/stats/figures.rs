//! How things are now, and what happened in the window and today: of everything, and of one queue.

use std::sync::Arc;

use axum::Extension;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Serialize;

use super::answers::Given;
use super::asking::{Asking, still_now};
use super::parameters::Known;
use super::sent::{ok, sent, wants_text};
use crate::events::statistics::{Figures, Filters, Seconds, Stamp, TasksNow, Window};
use crate::serve::access::Viewer;
use crate::serve::problem::Problem;
use crate::serve::shared::Shared;

pub(super) async fn statistics(
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

impl Asking {
    /// The figures, as they are sent.
    pub(super) async fn figures(&self) -> Result<Given, Problem> {
        let work_out = async || {
            let statistics = self.statistics().await?;
            Given::new(statistics, |same| self.still(same))
        };
        let key = self.key("stats", "");
        self.shared.desk.answer(key, self.now, work_out).await
    }
}

/// A queue now, in the window and today; all queues of that name, if there are several.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(in crate::serve) struct QueueAnswer {
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

pub(super) async fn queue(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    path: Result<Path<String>, PathRejection>,
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
