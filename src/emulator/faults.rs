//! Artificial trouble, for tests and measurements of clients: latency, refusals, failures.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;

use super::http::Problem;
use super::shared::Shared;

/// What shall go wrong; by default nothing does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FaultPlan {
    /// Milliseconds every answer takes at least, the work for it included.
    pub latency_ms: u64,
    /// Every n-th write is refused with 429 and code 20429 and not carried out; 0 for none.
    pub refuse_every: u64,
    /// Seconds that `Retry-After` of such a refusal asks for.
    pub retry_after: u64,
    /// Every n-th request fails with 503 and code 20503 and is not carried out; 0 for none.
    pub fail_every: u64,
}

/// The plan in force and how far it has come.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    plan: RwLock<FaultPlan>,
    requests: AtomicU64,
    writes: AtomicU64,
}

impl Faults {
    pub(crate) fn new(plan: FaultPlan) -> Self {
        Self {
            plan: RwLock::new(plan),
            ..Self::default()
        }
    }

    pub(crate) fn plan(&self) -> FaultPlan {
        *self.plan.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts another plan in force and starts counting anew.
    pub(crate) fn set(&self, plan: FaultPlan) {
        *self.plan.write().unwrap_or_else(PoisonError::into_inner) = plan;
        self.requests.store(0, Ordering::Relaxed);
        self.writes.store(0, Ordering::Relaxed);
    }
}

/// Whether this is the n-th, 2n-th, … of what is counted.
fn is_turn(counter: &AtomicU64, every: u64) -> bool {
    every > 0 && (counter.fetch_add(1, Ordering::Relaxed) + 1).is_multiple_of(every)
}

/// The layer between authentication and the APIs.
pub(crate) async fn layer(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let plan = shared.faults.plan();
    if plan == FaultPlan::default() {
        return next.run(request).await;
    }
    let answered = Instant::now() + Duration::from_millis(plan.latency_ms);
    let answer = answer(&shared, plan, request, next).await;
    tokio::time::sleep_until(answered).await;
    answer
}

async fn answer(shared: &Shared, plan: FaultPlan, request: Request, next: Next) -> Response {
    if is_turn(&shared.faults.requests, plan.fail_every) {
        return Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            20503,
            "Service is not available",
        )
        .into_response();
    }
    let writes = matches!(*request.method(), Method::POST | Method::DELETE);
    if writes && is_turn(&shared.faults.writes, plan.refuse_every) {
        return Problem::too_many_requests(plan.retry_after).into_response();
    }
    next.run(request).await
}
