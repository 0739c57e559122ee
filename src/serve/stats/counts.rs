//! What happened, counted: minute by minute, and the events by type.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Serialize;

use super::answers::Given;
use super::asking::Asking;
use super::desk::failed;
use super::parameters::{Known, Period};
use super::sent::sent;
use crate::events::Span;
use crate::events::statistics::{EventCounts, Filters, MinuteFigures, Seconds, Stamp, Window};
use crate::serve::access::Viewer;
use crate::serve::problem::Problem;
use crate::serve::shared::Shared;

/// The window minute by minute.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(in crate::serve) struct MinuteList {
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
    pub(in crate::serve) async fn last_hour(&self) -> Result<Vec<MinuteFigures>, Problem> {
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

pub(super) async fn minutes(
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

pub(super) async fn events(
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
        let mut by_type = BTreeMap::new();
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
