//! Twilio's webhooks about calls and reservations over HTTP. The answers are made in [`super::voice`]
//! and [`super::assignment`], from the flow and the request alone; what has to be done in TaskRouter
//! is done afterwards.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};

use super::assignment;
use super::parameters::Parameters;
use super::shared::Shared;
use super::signature::TwilioRequest;
use super::voice::{self, Ground, ROUTES, Route};

/// Asked for by GET and POST alike: a number in the Console may say either.
pub(super) fn routes() -> Router<Arc<Shared>> {
    let mut routes = Router::new();
    for (path, route) in ROUTES {
        let handle = move |State(shared): State<Arc<Shared>>,
                           Extension(request): Extension<TwilioRequest>| async move {
            answer(&shared, &request, route)
        };
        routes = routes.route(path, get(handle).post(handle));
    }
    for path in assignment::PATHS {
        routes = routes.route(path, get(assign).post(assign));
    }
    routes
}

fn answer(shared: &Arc<Shared>, request: &TwilioRequest, route: Route) -> Response {
    let directory = shared.directory();
    let public_url = shared.config.way.public_url.as_ref();
    let ground = Ground {
        flow: &shared.config.flow,
        directory: &directory,
        now: shared.now(),
        expected_wait: None,
        prefix: public_url.map_or("", super::PublicUrl::path),
    };
    let answer = voice::answer(&ground, route, &parameters(request));
    for warning in &answer.warnings {
        tracing::warn!(route = route.path(), warning);
    }
    let response = voice::http::response(&answer);
    for work in answer.work {
        shared.work.add(shared, work);
    }
    response
}

async fn assign(
    State(shared): State<Arc<Shared>>,
    Extension(request): Extension<TwilioRequest>,
) -> Response {
    let public_url = shared.config.way.public_url.as_ref();
    let url = public_url.and_then(|url| url.as_str().parse().ok());
    let decision = assignment::decide(
        &shared.config.flow.assignment,
        &shared.directory(),
        &parameters(&request),
        url.as_ref(),
    );
    if let Some(reason) = &decision.reason {
        tracing::warn!(reason, "a reservation was not answered as its policy says");
    }
    assignment::response(&decision)
}

/// What the URL says comes first: it is ours, and with GET it stands there as well.
fn parameters(request: &TwilioRequest) -> Parameters {
    let pairs: Vec<_> = request.query.iter().chain(&request.form).cloned().collect();
    Parameters::from(pairs)
}
