//! What the server counts of itself, for `/metrics`.

use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use super::access::Viewer;
use super::problem::Problem;
use super::shared::Shared;

/// Seconds: from an answer out of memory to one that Twilio no longer waits for.
const BOUNDS: [f64; 12] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 15.0,
];

/// The counters; clones count the same.
#[derive(Debug)]
pub(crate) struct Metrics {
    requests: Family<Answered, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    signatures_refused: Family<Refused, Counter>,
    /// Events that came in, by what became of them.
    pub(crate) events: Family<Outcome, Counter>,
    /// What was refused and is not kept, or no longer.
    pub(crate) quarantine_dropped: Counter,
    /// How long the store took to make events durable.
    pub(crate) store_latency: Histogram,
    /// Appends that the store could not make durable.
    pub(crate) store_failures: Counter,
    /// Open connections.
    pub(crate) connections: Gauge,
    /// Readers that are kept up to date.
    pub(crate) streams: Gauge,
    /// Log-ins that were refused.
    pub(crate) failed_logins: Counter,
    /// Requests whose answer was a panic.
    pub(crate) panics: Counter,
    /// Pieces of work that Twilio refused for good, or for too long.
    pub(crate) work_given_up: Counter,
    /// Pieces of work that could not be promised.
    pub(crate) work_refused: Counter,
    registry: Registry,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Refused {
    reason: &'static str,
}

/// What became of an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Outcome {
    /// `stored`, `known` or `quarantined`
    pub(crate) outcome: &'static str,
}

fn histogram() -> Histogram {
    Histogram::new(BOUNDS)
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("trctl");
        let metrics = Self {
            requests: Family::default(),
            durations: Family::new_with_constructor(histogram),
            signatures_refused: Family::default(),
            events: Family::default(),
            quarantine_dropped: Counter::default(),
            store_latency: histogram(),
            store_failures: Counter::default(),
            connections: Gauge::default(),
            streams: Gauge::default(),
            failed_logins: Counter::default(),
            panics: Counter::default(),
            work_given_up: Counter::default(),
            work_refused: Counter::default(),
            registry: Registry::default(),
        };
        // What never happened is told as 0, so that a rate can be taken of its first time.
        for outcome in ["stored", "known", "quarantined"] {
            metrics.count_events(outcome, 0);
        }
        for reason in REASONS {
            let _ = metrics
                .signatures_refused
                .get_or_create(&Refused { reason });
        }
        registry.register(
            "requests",
            "Requests answered, by route and status",
            metrics.requests.clone(),
        );
        registry.register_with_unit(
            "request_duration",
            "Time from a request's head to its answer's",
            Unit::Seconds,
            metrics.durations.clone(),
        );
        registry.register(
            "signatures_refused",
            "Requests refused because Twilio did not sign them",
            metrics.signatures_refused.clone(),
        );
        registry.register(
            "events",
            "Events that came in, by what became of them",
            metrics.events.clone(),
        );
        registry.register(
            "quarantine_dropped",
            "What was sent as events and is none, for which the quarantine has no room",
            metrics.quarantine_dropped.clone(),
        );
        registry.register_with_unit(
            "store_append_duration",
            "Time until events were durable",
            Unit::Seconds,
            metrics.store_latency.clone(),
        );
        registry.register(
            "store_failures",
            "Appends that the store could not make durable",
            metrics.store_failures.clone(),
        );
        registry.register(
            "connections",
            "Open connections",
            metrics.connections.clone(),
        );
        registry.register(
            "streams",
            "Readers that are kept up to date",
            metrics.streams.clone(),
        );
        registry.register(
            "failed_logins",
            "Log-ins that were refused",
            metrics.failed_logins.clone(),
        );
        registry.register(
            "work_given_up",
            "What was to be done in TaskRouter after a webhook, and never was",
            metrics.work_given_up.clone(),
        );
        registry.register(
            "work_refused",
            "What was to be done in TaskRouter after a webhook, and could not be promised",
            metrics.work_refused.clone(),
        );
        registry.register(
            "panics",
            "Requests that met a fault of the server's own",
            metrics.panics.clone(),
        );
        Self {
            registry,
            ..metrics
        }
    }

    /// A request was answered.
    pub(crate) fn answered(&self, route: &str, status: u16, took: Duration) {
        let labels = Answered {
            route: route.to_owned(),
            status,
        };
        self.requests.get_or_create(&labels).inc();
        let route = Route {
            route: labels.route,
        };
        self.durations
            .get_or_create(&route)
            .observe(took.as_secs_f64());
    }

    /// A request was not Twilio's; how many were refused for this reason before.
    pub(crate) fn signature_refused(&self, reason: &'static str) -> u64 {
        self.signatures_refused
            .get_or_create(&Refused { reason })
            .inc()
    }

    /// How many events came in that became this.
    pub(crate) fn counted_events(&self, outcome: &'static str) -> u64 {
        self.events.get_or_create(&Outcome { outcome }).get()
    }

    /// Events came in.
    pub(crate) fn count_events(&self, outcome: &'static str, count: usize) {
        self.events
            .get_or_create(&Outcome { outcome })
            .inc_by(count as u64);
    }
}

/// Why a signature is refused.
pub(crate) const REASONS: [&str; 5] = ["missing", "wrong", "body", "algorithm", "remote"];

/// `GET /metrics`, as Prometheus reads it.
pub(super) async fn show(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
) -> Response {
    if let Err(problem) = viewer.require_everything() {
        return problem.into_response();
    }
    let mut text = String::new();
    if encode(&mut text, &shared.metrics.registry).is_err() {
        return Problem::internal("cannot write the metrics").into_response();
    }
    (
        [(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8"),
        )],
        text,
    )
        .into_response()
}
