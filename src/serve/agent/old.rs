//! The paths of the worker application that `/agent` replaces, `/tfptaskrouter/*`: for pages that go
//! on using Twilio's own script. They answer as they always did, and no longer whoever asks: a name
//! and the shared password get a token and a session, where the settings allow that password, and
//! everything else asks for a session.

use std::fmt::Write as _;
use std::future::{Ready, ready};
use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::act::Act;
use super::session::Session;
use super::{NotIn, admit, begin, caller, is_https, signed_out, token};
use crate::model::sid::{ConferenceSid, TaskSid};
use crate::serve::problem::Problem;
use crate::serve::query;
use crate::serve::shared::Shared;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/", get(|| lead("agent")))
        .route("/index.html", get(|| lead("agent")))
        .route("/tfptaskrouter/index.html", get(|| lead("../agent")))
        .route("/tfptaskrouter/generateToken", get(generate))
        .route("/tfptaskrouter/getTrActivites", get(activities))
        .route(
            "/tfptaskrouter/taskSetWrapToCompleted",
            get(complete).post(complete),
        )
        .route("/tfptaskrouter/conferenceCompleted", get(end).post(end))
}

/// Relative: a proxy may have taken a path off.
fn lead(place: &'static str) -> Ready<Response> {
    ready((StatusCode::FOUND, [(header::LOCATION, place)]).into_response())
}

/// `?clientid=dave&tokenPassword=…`: the token as text, and a session for the paths below.
async fn generate(
    State(shared): State<Arc<Shared>>,
    RawQuery(asked): RawQuery,
    request: Request,
) -> Result<Response, Problem> {
    let asked = query::read_known(asked.as_deref(), &["clientid", "tokenPassword"])?;
    let (Some(name), Some(password)) = (asked.get("clientid"), asked.get("tokenPassword")) else {
        return Err(Problem::bad_request(
            "`clientid` and `tokenPassword` are wanted",
        ));
    };
    // A password in a URL ends up in logs: only the shared one was ever there.
    if !shared.config.settings.agents.shared_password {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "the shared password is switched off here; sign in at `/agent`, and ask `/agent/token`",
        ));
    }
    let (caller, https) = (caller(&request)?, is_https(&shared, &request));
    let worker = admit(&shared, &caller, name, password.as_str().into()).await;
    let worker = worker.map_err(|refused| match refused {
        NotIn::Wrong => Problem::new(
            StatusCode::UNAUTHORIZED,
            "the name or the password is wrong",
        ),
        NotIn::TooMany(wait) => Problem::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too many failed log-ins; wait before the next",
        )
        .retry_after(wait),
        NotIn::Broken(problem) => problem,
    })?;
    let made = token::capability(&shared, worker, token::life(shared.now()))?;
    let cookie = begin(&shared, worker, name, https)?;
    Ok(([(header::SET_COOKIE, cookie)], made.expose().to_owned()).into_response())
}

fn session(shared: &Shared, headers: &HeaderMap) -> Result<Arc<Session>, Problem> {
    // Browsers send the cookie along to no other site's wish, and another port is the same site.
    let from = headers
        .get("sec-fetch-site")
        .and_then(|value| value.to_str().ok());
    if from.is_some_and(|from| !matches!(from, "same-origin" | "none")) {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "a request of another site",
        ));
    }
    shared.agents.sessions.of(headers).ok_or_else(signed_out)
}

/// `writers:workspacefriendlyname:WA…:Offline:WA…:Available`
async fn activities(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
) -> Result<String, Problem> {
    let session = session(&shared, &headers)?;
    let view = super::view_of(&shared, &session).await?;
    let mut text = format!("{}:workspacefriendlyname", view.workspace);
    for activity in &view.activities {
        // The text has no way to write a colon.
        let name = activity.name.replace(':', " ");
        let _ = write!(text, ":{}:{name}", activity.sid);
    }
    Ok(text)
}

/// `?taskSid=WT…`: completes the worker's own task, once it is wrapping.
async fn complete(
    State(shared): State<Arc<Shared>>,
    RawQuery(asked): RawQuery,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let session = session(&shared, &headers)?;
    let asked = query::read_known(asked.as_deref(), &["taskSid"])?;
    let sid = asked
        .get("taskSid")
        .and_then(|sid| sid.parse::<TaskSid>().ok());
    let sid = sid.ok_or_else(|| Problem::bad_request("`taskSid` is no SID of a task"))?;
    session.booth.change();
    let view = super::view_of(&shared, &session).await?;
    let own = view.work.iter().find(|piece| piece.task == sid);
    let own = own.ok_or_else(|| Problem::not_found("this is no task of yours that is open"))?;
    if own.status != crate::model::ReservationStatus::Wrapping {
        // As ever: nothing is done, and nothing is wrong.
        return Ok(StatusCode::OK);
    }
    let act = Act::Complete {
        reservation: own.reservation,
        noted: None,
    };
    done(&shared, &session, &act).await
}

/// `?conferenceSid=CF…`: ends the conference of the worker's own task.
async fn end(
    State(shared): State<Arc<Shared>>,
    RawQuery(asked): RawQuery,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let session = session(&shared, &headers)?;
    let asked = query::read_known(asked.as_deref(), &["conferenceSid"])?;
    let sid = asked
        .get("conferenceSid")
        .and_then(|sid| sid.parse::<ConferenceSid>().ok());
    let sid =
        sid.ok_or_else(|| Problem::bad_request("`conferenceSid` is no SID of a conference"))?;
    session.booth.change();
    let view = super::view_of(&shared, &session).await?;
    let own = view.work.iter().find(|piece| {
        piece
            .conference
            .as_ref()
            .is_some_and(|talk| talk.sid == sid)
    });
    let own = own.ok_or_else(|| Problem::not_found("this is no conference of yours"))?;
    done(&shared, &session, &Act::End(own.reservation)).await
}

async fn done(shared: &Shared, session: &Session, act: &Act) -> Result<StatusCode, Problem> {
    let done = act.carry_out(shared, &session.booth).await;
    session.booth.acted();
    done.map_err(super::act::Refused::problem)?;
    Ok(StatusCode::OK)
}
