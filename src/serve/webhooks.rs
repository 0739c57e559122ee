//! Twilio's webhooks about calls and reservations over HTTP. The answers are made in [`super::voice`]
//! and [`super::assignment`], from the flow and the request alone; what has to be done in TaskRouter
//! is promised before, and done afterwards.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};

use super::assignment;
use super::events::with_causes;
use super::parameters::Parameters;
use super::problem::Problem;
use super::shared::Shared;
use super::signature::TwilioRequest;
use super::voice::{self, Ground, ROUTES, Route, TRANSFER};

/// When Twilio may come again with what could not be kept in mind.
const AGAIN: Duration = Duration::from_secs(5);

/// Asked for by GET and POST alike: a number in the Console may say either.
pub(super) fn routes() -> Router<Arc<Shared>> {
    let mut routes = Router::new();
    for (path, route) in ROUTES {
        let handle = move |State(shared): State<Arc<Shared>>,
                           Extension(request): Extension<TwilioRequest>| async move {
            answer(&shared, parameters(&request), route).await
        };
        routes = routes.route(path, get(handle).post(handle));
    }
    routes = routes.route(TRANSFER, get(pass_on).post(pass_on));
    for path in assignment::PATHS {
        routes = routes.route(path, get(assign).post(assign));
    }
    routes
}

/// An older program's path names the workers.
async fn pass_on(
    State(shared): State<Arc<Shared>>,
    uri: Uri,
    Extension(request): Extension<TwilioRequest>,
) -> Response {
    let mut parameters = parameters(&request);
    // SIDs are plain: what is not one stands for nobody.
    for (part, told) in TRANSFER.split('/').zip(uri.path().split('/')) {
        let name = part
            .strip_prefix('{')
            .and_then(|part| part.strip_suffix('}'));
        if let Some(name) = name {
            parameters.add(name, told);
        }
    }
    answer(&shared, parameters, Route::Transfer).await
}

async fn answer(shared: &Arc<Shared>, parameters: Parameters, route: Route) -> Response {
    let directory = shared.directory();
    let waits = shared.desk.waits();
    let public_url = shared.config.way.public_url.as_ref();
    let ground = Ground {
        flow: &shared.config.flow,
        directory: &directory,
        now: shared.now(),
        waits: Some(&waits),
        prefix: public_url.map_or("", super::PublicUrl::path),
    };
    let answer = voice::answer(&ground, route, &parameters);
    for warning in &answer.warnings {
        tracing::warn!(route = route.path(), warning);
    }
    for work in answer.work {
        if let Err(error) = shared.work.promise(shared, work).await {
            shared.metrics.work_refused.inc();
            let inside = with_causes(&error);
            tracing::error!(route = route.path(), error = inside, "nothing is promised");
            return match voice::trouble(&ground, route, &parameters) {
                Some(twiml) => voice::http::response(&twiml),
                None => Problem::unavailable("this cannot be kept in mind now", AGAIN)
                    .with_inside(inside)
                    .into_response(),
            };
        }
    }
    voice::http::response(&answer.twiml)
}

async fn assign(
    State(shared): State<Arc<Shared>>,
    Extension(request): Extension<TwilioRequest>,
) -> Response {
    let public_url = shared.config.way.public_url.as_ref();
    let url = public_url.and_then(|url| url.as_str().parse().ok());
    let parameters = parameters(&request);
    let decision = assignment::decide(
        &shared.config.flow.assignment,
        &shared.directory(),
        &parameters,
        url.as_ref(),
    );
    if let Some(reason) = &decision.reason
        && let Some(left_out) = shared.unanswered.tell(reason)
    {
        tracing::warn!(
            reason,
            reservation = parameters.get("ReservationSid"),
            task = parameters.get("TaskSid"),
            left_out,
            "a reservation was not answered as its policy says"
        );
    }
    let offer = parameters.get("ReservationSid");
    if let Some(offer) = offer.and_then(|sid| sid.parse().ok())
        && let Some(instruction) = &decision.instruction
        && instruction.calls_worker()
    {
        let worker = parameters.get("WorkerSid");
        let worker = worker.and_then(|sid| sid.parse().ok());
        shared.agents.calls(offer, worker);
    }
    assignment::response(&decision)
}

/// What the URL says comes first: it is ours, and with GET it stands there as well.
fn parameters(request: &TwilioRequest) -> Parameters {
    request.query.iter().chain(request.form.iter()).collect()
}
