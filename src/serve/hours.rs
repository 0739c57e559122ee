//! `GET /hours`: whether somebody is there, for call flows that are drawn elsewhere, such as those of
//! Twilio Studio, whose HTTP widget signs its requests
//! (<https://www.twilio.com/docs/studio/widget-library/http-request>).

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use url::form_urlencoded;

use super::flow::{Flow, Opening};
use super::health::json;
use super::parameters::Parameters;
use super::problem::Problem;
use super::shared::Shared;
use super::{access, signature};
use crate::twilio;

/// The route behind its own door.
pub(super) fn routes(shared: &Arc<Shared>) -> Router<Arc<Shared>> {
    Router::new()
        .route("/hours", get(tell))
        .route_layer(from_fn_with_state(Arc::clone(shared), admit))
}

/// Lets Twilio through, by its signature, and who may read.
async fn admit(state: State<Arc<Shared>>, request: Request, next: Next) -> Response {
    if request.headers().contains_key(twilio::signature::HEADER) {
        signature::check(state, request, next).await
    } else {
        access::admit(state, request, next).await
    }
}

/// Whether somebody is there.
#[derive(Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct HoursAnswer {
    /// Whether somebody is. Without hours in the flow somebody always is.
    open: bool,
    /// `open`, `closed` or `holiday`.
    state: &'static str,
    /// What the holiday is called.
    holiday: Option<String>,
    /// The moment that was asked about, in the hours' time zone.
    at: String,
    /// The time zone of the hours; `null` without hours.
    time_zone: Option<String>,
}

async fn tell(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Response {
    match answer(&shared.config.flow, query.as_deref(), shared.now()) {
        Ok(answer) => json(StatusCode::OK, &answer),
        Err(problem) => problem.into_response(),
    }
}

fn answer(flow: &Flow, query: Option<&str>, now: Timestamp) -> Result<HoursAnswer, Problem> {
    let pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let asked = Parameters::from(pairs.into_owned().collect::<Vec<_>>());
    let now = match asked.get("at") {
        Some(text) => text.parse().map_err(|_| {
            Problem::bad_request(
                "`at` is no moment with its offset, such as `2026-12-25T10:00:00Z`",
            )
        })?,
        None => now,
    };
    // A plus that nobody encoded is read as a space.
    let number = asked.get("number").map(|number| number.replace(' ', "+"));
    let called = number.and_then(|number| flow.numbers.get(&number));
    let hours = called
        .and_then(|choice| choice.hours.as_ref())
        .or(flow.hours.as_ref());
    let opening = hours.map_or(Opening::Open, |hours| hours.at(now));
    let (state, holiday) = match opening {
        Opening::Open => ("open", None),
        Opening::Closed => ("closed", None),
        Opening::Holiday(holiday) => ("holiday", holiday.name.clone()),
    };
    let zone = hours.and_then(|hours| hours.zone().ok());
    let zoned = now.to_zoned(zone.unwrap_or(jiff::tz::TimeZone::UTC));
    Ok(HoursAnswer {
        open: state == "open",
        state,
        holiday,
        at: zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        time_zone: hours.map(|hours| hours.time_zone.clone()),
    })
}
