//! `/agent`: a worker's page. They sign in with their own name and password, say what they are doing,
//! take or refuse what is offered, steer the conference, write down how it ended and are done with it.
//!
//! A page holds no credentials of Twilio's: serve asks TaskRouter and does what the worker does
//! (`act`), each time for the worker of the session. What is shown (`view`) is TaskRouter's own
//! account, read once for all pages of a worker (`booth`) whenever the event store was told something
//! about them. `old` are the paths of the program that the page replaces.

mod act;
mod booth;
mod centre;
mod old;
mod session;
mod settings;
mod show;
mod token;
mod told;
mod view;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{RawQuery, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures::{Stream, stream};
use secrecy::SecretString;
use serde::Serialize;
use tokio::sync::watch;
use url::form_urlencoded;

pub(crate) use booth::Floor;
pub use settings::AgentSettings;
pub(super) use token::TokenAnswer;

use act::Act;
use session::Session;
use view::View;

use super::access::{Refusal, is_forged};
use super::caller::{Caller, Peer};
use super::live::{self, Seat};
use super::pages::{Asset, Kind};
use super::problem::Problem;
use super::shared::Shared;
use super::{body, query};
use crate::model::Worker;
use crate::model::sid::WorkerSid;
use crate::twilio::ErrorKind;

static STYLE: Asset = Asset::new("agent", Kind::Style, include_str!("agent.css"));
static SCRIPT: Asset = Asset::new("agent", Kind::Script, include_str!("agent.js"));

/// How often a page is told the time when there is nothing else to tell.
const ALIVE: Duration = Duration::from_secs(10);

/// The files that the page loads beside those of every page.
pub(super) fn files() -> [&'static Asset; 2] {
    [&STYLE, &SCRIPT]
}

/// The page, what it asks for, and the old paths.
pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/agent", get(page))
        .route("/agent/sign-in", post(sign_in))
        .route("/agent/sign-out", post(sign_out))
        .route("/agent/act", post(act))
        .route("/agent/stream", get(follow))
        .route("/agent/token", get(token::show))
        .merge(old::routes())
}

async fn page(
    State(shared): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asked = query::read_known(query.as_deref(), &["ended"])?;
    let Some(session) = shared.agents.sessions.of(&headers) else {
        let said = asked
            .contains_key("ended")
            .then_some("Your session has ended. What you were doing goes on: sign in to see it.");
        return Ok(show::sign_in(&shared, "", said, false).into_response());
    };
    let view = view_of(&shared, &session).await?;
    Ok(show::page(&shared, &session, &view).into_response())
}

async fn view_of(shared: &Shared, session: &Session) -> Result<Arc<View>, Problem> {
    let view = session.booth.view(shared).await;
    view.map_err(|error| {
        Problem::unavailable(
            "TaskRouter cannot be asked just now",
            Duration::from_secs(5),
        )
        .with_inside(error)
    })
}

/// What a browser is told.
#[derive(Serialize)]
struct Message {
    /// The server's time, in milliseconds since 1970 began.
    now: i64,
    html: String,
}

impl Message {
    fn new(shared: &Shared, session: &Session, view: &View) -> Self {
        Self {
            now: shared.now().as_millisecond(),
            html: show::panel(shared, session, view).into_string(),
        }
    }
}

/// A form of the page, once it is known to be one.
async fn form(shared: &Shared, request: Request) -> Result<BTreeMap<String, String>, Problem> {
    if is_forged(shared, &request) {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "a request of another site",
        ));
    }
    let (parts, body): (_, Body) = request.into_parts();
    let limits = &shared.config.settings.limits;
    let bytes = body::read(&parts.headers, body, limits.form_bytes, limits.body_timeout).await?;
    Ok(form_urlencoded::parse(&bytes).into_owned().collect())
}

/// Leads back to the page; relative, for a proxy may have taken a path off.
fn back() -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, "../agent")]).into_response()
}

fn caller(request: &Request) -> Result<Caller, Problem> {
    let caller = request.extensions().get::<Caller>().cloned();
    caller.ok_or_else(|| Problem::internal("a request without its caller"))
}

/// Whether the browser speaks to us encrypted.
fn is_https(shared: &Shared, request: &Request) -> bool {
    let peer = request.extensions().get::<Peer>().copied();
    let way = &shared.config.way;
    way.url(peer, request.headers(), request.uri())
        .starts_with("https://")
}

async fn sign_in(State(shared): State<Arc<Shared>>, request: Request) -> Result<Response, Problem> {
    let (caller, https) = (caller(&request)?, is_https(&shared, &request));
    let given = form(&shared, request).await?;
    let text = |name: &str| given.get(name).map(|text| text.trim()).unwrap_or_default();
    let name = text("name").to_owned();
    let password = given.get("password").cloned().unwrap_or_default();
    match admit(&shared, &caller, &name, password.into()).await {
        Ok(worker) => {
            let cookie = begin(&shared, worker, &name, https)?;
            Ok(([(header::SET_COOKIE, cookie)], back()).into_response())
        }
        Err(NotIn::Broken(problem)) => Err(problem),
        Err(refused) => {
            let status = match refused {
                NotIn::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
                _ => StatusCode::UNAUTHORIZED,
            };
            let said = refused.sentence();
            let mut response = show::sign_in(&shared, &name, Some(&said), true).into_response();
            *response.status_mut() = status;
            if let NotIn::TooMany(wait) = refused {
                let seconds = HeaderValue::from(wait.as_secs().max(1));
                response.headers_mut().insert(header::RETRY_AFTER, seconds);
            }
            Ok(response)
        }
    }
}

/// Why somebody is not let in.
enum NotIn {
    Wrong,
    TooMany(Duration),
    Broken(Problem),
}

impl NotIn {
    fn sentence(&self) -> String {
        match self {
            Self::Wrong => "The name or the password is wrong.".to_owned(),
            Self::TooMany(wait) => format!(
                "Too many sign-ins failed. Try again in {} seconds.",
                wait.as_secs().max(1)
            ),
            Self::Broken(_) => "Signing in does not work just now.".to_owned(),
        }
    }
}

/// The worker with this name and password.
async fn admit(
    shared: &Shared,
    caller: &Caller,
    name: &str,
    password: SecretString,
) -> Result<WorkerSid, NotIn> {
    let checked = shared.door.agent(name, password, caller.address).await;
    if let Err(refusal) = checked {
        shared.metrics.failed_logins.inc();
        return Err(match refusal {
            Refusal::Wrong => {
                tracing::warn!(address = %caller.address, "an agent's sign-in failed");
                NotIn::Wrong
            }
            Refusal::TooMany(wait) => NotIn::TooMany(wait),
        });
    }
    let workspace = shared.config.workspace;
    let found = shared.client.resolve::<Worker>(workspace, name).await;
    found.map_err(|error| match error.kind() {
        // The password was right, and there is no such worker any more.
        ErrorKind::NotFound | ErrorKind::Usage => {
            tracing::warn!(name, "an agent who is no worker of the workspace");
            NotIn::Wrong
        }
        _ => NotIn::Broken(
            Problem::unavailable(
                "TaskRouter cannot be asked just now",
                Duration::from_secs(5),
            )
            .with_inside(error),
        ),
    })
}

/// Begins a session: the header that leaves its cookie.
fn begin(
    shared: &Arc<Shared>,
    worker: WorkerSid,
    name: &str,
    https: bool,
) -> Result<HeaderValue, Problem> {
    let lasts = shared.config.settings.agents.session;
    let booth = Floor::booth(shared, worker, name);
    let begun = shared.agents.sessions.begin(booth, lasts);
    let (id, _) = begun.map_err(Problem::internal)?;
    Ok(session::set_cookie(
        &shared.config,
        https,
        Some((&id, lasts)),
    ))
}

/// Ends the session. A worker who is offered tasks and has nothing to finish goes where nothing is
/// offered, when this was their last page.
async fn sign_out(
    State(shared): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Problem> {
    let (headers, https) = (request.headers().clone(), is_https(&shared, &request));
    let given = form(&shared, request).await?;
    if let Some(session) = shared.agents.sessions.of(&headers) {
        proven(&session, &given)?;
        let booth = Arc::clone(&session.booth);
        let is_last = shared.agents.sessions.count(&booth) == 1;
        shared.agents.sessions.end(&headers);
        // As it is, not as it was shown.
        booth.change();
        if is_last
            && let Ok(view) = booth.view(&shared).await
            && view.available
            && view.work.is_empty()
            && let Some(resting) = shared.directory().resting
        {
            let rest = Act::Activity(resting).carry_out(&shared, &booth).await;
            if let Err(error) = rest {
                tracing::warn!(worker = %booth.worker, ?error, "left while being offered tasks");
            }
        }
    }
    let cookie = session::set_cookie(&shared.config, https, None);
    Ok(([(header::SET_COOKIE, cookie)], back()).into_response())
}

/// A form that the session's own page sent.
fn proven(session: &Session, form: &BTreeMap<String, String>) -> Result<(), Problem> {
    let csrf = form.get("csrf").map(String::as_str).unwrap_or_default();
    if session.accepts(csrf) {
        return Ok(());
    }
    Err(Problem::new(
        StatusCode::FORBIDDEN,
        "the form is of another session: load the page again",
    ))
}

async fn act(State(shared): State<Arc<Shared>>, request: Request) -> Result<Response, Problem> {
    let headers = request.headers().clone();
    let by_script = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("application/json"));
    let given = form(&shared, request).await?;
    let Some(session) = shared.agents.sessions.of(&headers) else {
        if by_script {
            return Err(signed_out());
        }
        let place = [(header::LOCATION, "../agent?ended=1")];
        return Ok((StatusCode::SEE_OTHER, place).into_response());
    };
    proven(&session, &given)?;
    let act = Act::read(&given)?;
    let done = act.carry_out(&shared, &session.booth).await;
    match done {
        Ok(()) => session.booth.acted(),
        Err(_) => session.booth.change(),
    }
    let problem = done.err().map(act::Refused::problem);
    match (problem, by_script) {
        (Some(problem), true) => Err(problem),
        (Some(problem), false) => {
            session.say(problem.detail().to_owned());
            Ok(back())
        }
        (None, false) => Ok(back()),
        (None, true) => {
            let view = view_of(&shared, &session).await?;
            let message = Message::new(&shared, &session, &view);
            let json = serde_json::to_vec(&message).map_err(Problem::internal)?;
            let kind = HeaderValue::from_static("application/json");
            Ok(([(header::CONTENT_TYPE, kind)], json).into_response())
        }
    }
}

fn signed_out() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "sign in first")
}

async fn follow(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some(session) = shared.agents.sessions.of(&headers) else {
        // A script sees no status: the stream says it.
        let over: Result<_, Infallible> = Ok(over());
        return Ok(live::answer(stream::iter([over])));
    };
    let seat = Seat::take(&shared)?;
    Ok(live::answer(messages(Reader {
        changes: session.booth.changes(),
        shared,
        session,
        told: None,
        is_due: true,
        is_over: false,
        _seat: seat,
    })))
}

fn over() -> Event {
    Event::default().event("signed-out").data("{}")
}

struct Reader {
    shared: Arc<Shared>,
    session: Arc<Session>,
    changes: watch::Receiver<u64>,
    /// What the browser shows.
    told: Option<String>,
    /// Whether TaskRouter is to be asked though nothing is known to have changed.
    is_due: bool,
    is_over: bool,
    _seat: Seat,
}

fn messages(reader: Reader) -> impl Stream<Item = Result<Event, Infallible>> + Send {
    stream::unfold(reader, |mut reader| async move {
        if reader.is_over {
            return None;
        }
        let shared = Arc::clone(&reader.shared);
        let next = shared.stop.run_until_cancelled(reader.next());
        let event = next.await?;
        Some((Ok(event), reader))
    })
}

impl Reader {
    /// What the browser is told next.
    async fn next(&mut self) -> Event {
        loop {
            if self.is_over || self.session.gone.is_cancelled() || self.session.left().is_zero() {
                self.is_over = true;
                return over();
            }
            // What changes while it is read is read at the next turn.
            let is_due = std::mem::take(&mut self.is_due);
            if is_due {
                self.changes.borrow_and_update();
            }
            // What cannot be read is said by what was: the page keeps it, and asks again.
            if is_due && let Ok(view) = self.session.booth.view(&self.shared).await {
                let message = Message::new(&self.shared, &self.session, &view);
                if self.told.as_ref() != Some(&message.html)
                    && let Ok(json) = serde_json::to_string(&message)
                {
                    self.told = Some(message.html);
                    return Event::default().event("agent").data(json);
                }
            }
            let pause = ALIVE.min(self.session.left());
            tokio::select! {
                changed = self.changes.changed() => {
                    self.is_due = true;
                    // The place is the session's own: it does not go before.
                    self.is_over = changed.is_err();
                }
                () = self.session.gone.cancelled() => {}
                () = tokio::time::sleep(pause) => if !self.session.left().is_zero() {
                    // What has grown old is looked at first, at the next turn.
                    self.is_due = self.session.booth.is_stale().await;
                    let now = self.shared.now().as_millisecond();
                    return Event::default().event("alive").data(now.to_string());
                },
            }
        }
    }
}
