//! Calls: <https://www.twilio.com/docs/voice/api/call-resource>.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use super::listing::{keep_dates, list_of};
use super::recordings::tape_of;
use super::state::CallRow;
use super::{API_VERSION, bare, check_account, webhook};
use crate::emulator::http::{Call as Request, PageRequest, Problem, Selection, answer};
use crate::emulator::shared::Shared;
use crate::emulator::telephone::OutboundCall;
use crate::model::sid::{AccountSid, CallSid};
use crate::model::wire::Links;
use crate::model::{Call, CallStatus};
use crate::routing::Moment;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/Accounts/{account}/Calls.json", get(list).post(create))
        .route(
            "/Accounts/{account}/Calls/{call}",
            get(fetch).post(update).delete(delete),
        )
}

/// Seconds a call may ring.
const LONGEST_RINGING: u64 = 600;

const PARTS: [(&str, &str); 9] = [
    ("notifications", "Notifications"),
    ("recordings", "Recordings"),
    ("payments", "Payments"),
    ("events", "Events"),
    ("siprec", "Siprec"),
    ("streams", "Streams"),
    ("transcriptions", "Transcriptions"),
    ("user_defined_messages", "UserDefinedMessages"),
    (
        "user_defined_message_subscriptions",
        "UserDefinedMessageSubscriptions",
    ),
];

fn render(account: AccountSid, row: &CallRow) -> Call {
    let uri = format!("/{API_VERSION}/Accounts/{account}/Calls/{}", row.sid);
    let duration = row
        .started
        .zip(row.ended)
        .map(|(start, end)| end.seconds_since(start).to_string());
    Call {
        sid: row.sid,
        account_sid: account,
        parent_call_sid: row.parent,
        to: row.to.clone(),
        to_formatted: Some(row.to.clone()),
        from: row.from.clone(),
        from_formatted: Some(row.from.clone()),
        phone_number_sid: None,
        status: row.status,
        start_time: row.started.and_then(Moment::to_mail),
        end_time: row.ended.and_then(Moment::to_mail),
        duration,
        price: None,
        price_unit: Some("USD".to_owned()),
        direction: Some(row.direction.clone()),
        answered_by: None,
        api_version: Some(API_VERSION.to_owned()),
        forwarded_from: None,
        group_sid: None,
        caller_name: None,
        queue_time: Some("0".to_owned()),
        trunk_sid: None,
        date_created: row.created.to_mail(),
        date_updated: row.updated.to_mail(),
        subresource_uris: Links(
            PARTS
                .iter()
                .map(|(name, segment)| ((*name).into(), format!("{uri}/{segment}.json")))
                .collect(),
        ),
        uri: Some(format!("{uri}.json")),
    }
}

async fn list(
    State(shared): State<Arc<Shared>>,
    Path(account): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let params = &request.params;
    let page = PageRequest::read(params)?;
    let mut selection: Selection<'_, CallRow> = Selection::default();
    selection.newest_first();
    if let Some(to) = params.given("To") {
        selection.keep(move |row: &CallRow| row.to == to);
    }
    if let Some(from) = params.given("From") {
        selection.keep(move |row: &CallRow| row.from == from);
    }
    if let Some(status) = params.word::<CallStatus>("Status", str::to_ascii_lowercase)? {
        selection.keep(move |row: &CallRow| row.status == status);
    }
    if let Some(parent) = params.sid::<CallSid>("ParentCallSid")? {
        selection.keep(move |row: &CallRow| row.parent == Some(parent));
    }
    keep_dates(&mut selection, params, "StartTime", |row| row.started)?;
    keep_dates(&mut selection, params, "EndTime", |row| row.ended)?;
    let list = shared.read(|world, _| {
        list_of(
            &request,
            "calls",
            &world.voice.calls,
            &page,
            &selection,
            |row| render(shared.account, row),
        )
    })?;
    Ok(list.into_answer())
}

async fn create(
    State(shared): State<Arc<Shared>>,
    Path(account): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let params = &request.params;
    let needed = |name: &str, code| {
        params.given(name).map(str::to_owned).ok_or_else(|| {
            Problem::new(
                StatusCode::BAD_REQUEST,
                code,
                format!("No '{name}' number is specified"),
            )
        })
    };
    let timeout = params.number::<u64>("Timeout")?.unwrap_or(60);
    if timeout > LONGEST_RINGING {
        return Err(Problem::invalid(format!(
            "Timeout: {timeout} is more than {LONGEST_RINGING}"
        )));
    }
    let new = OutboundCall {
        to: needed("To", 21201)?,
        from: needed("From", 21213)?,
        url: webhook(&request, "Url", "Method")?,
        twiml: params.given("Twiml").map(str::to_owned),
        fallback: webhook(&request, "FallbackUrl", "FallbackMethod")?,
        status: webhook(&request, "StatusCallback", "StatusCallbackMethod")?,
        status_events: params
            .all("StatusCallbackEvent")
            .flat_map(|words| words.split([' ', ',']))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect(),
        timeout,
        tape: tape_of(&request)?,
        sends: params.given("SendDigits").map(str::to_owned),
    };
    if new.url.is_none() && new.twiml.is_none() {
        return Err(Problem::new(
            StatusCode::BAD_REQUEST,
            21205,
            "Url or Twiml is needed to make a call",
        ));
    }
    let body = shared.write(|world, now| {
        let sid = world
            .stage(now)
            .call_out(new)
            .map_err(|problem| Problem::invalid(format!("Twiml: {problem}")))?;
        // Twilio answers before anything rings.
        world
            .voice
            .calls
            .get(sid)
            .map(|row| Call {
                status: CallStatus::Queued,
                ..render(shared.account, row)
            })
            .ok_or_else(|| request.not_found())
    })?;
    Ok(answer::json(StatusCode::CREATED, &body))
}

fn sid_of(segment: &str, request: &Request) -> Result<CallSid, Problem> {
    bare(segment).parse().map_err(|_| request.not_found())
}

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path((account, call)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let sid = sid_of(&call, &request)?;
    let body = shared
        .read(|world, _| {
            let row = world.voice.calls.get(sid)?;
            Some(render(shared.account, row))
        })
        .ok_or_else(|| request.not_found())?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn update(
    State(shared): State<Arc<Shared>>,
    Path((account, call)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let sid = sid_of(&call, &request)?;
    let status = request
        .params
        .word::<CallStatus>("Status", str::to_ascii_lowercase)?;
    let url = webhook(&request, "Url", "Method")?;
    let twiml = request.params.given("Twiml").map(str::to_owned);
    let redirected = url.is_some() || twiml.is_some();
    let body = shared.write(|world, now| {
        let current = world
            .voice
            .calls
            .get(sid)
            .map(|call| call.status)
            .ok_or_else(|| request.not_found())?;
        let waiting = matches!(current, CallStatus::Queued | CallStatus::Ringing);
        match status {
            Some(CallStatus::Canceled) if waiting => {
                world.stage(now).end(sid, CallStatus::Canceled);
            }
            Some(CallStatus::Completed) if !current.is_final() => {
                world.stage(now).end(sid, CallStatus::Completed);
            }
            Some(CallStatus::Canceled | CallStatus::Completed) => {
                return Err(Problem::new(
                    StatusCode::BAD_REQUEST,
                    21220,
                    format!("Call {sid} is {current}. Unable to update record."),
                ));
            }
            Some(other) => {
                return Err(Problem::invalid(format!(
                    "Status: `{other}` is not one of canceled, completed"
                )));
            }
            None if redirected && current != CallStatus::InProgress => {
                return Err(Problem::new(
                    StatusCode::BAD_REQUEST,
                    21220,
                    "Call is not in-progress. Cannot redirect.",
                ));
            }
            None if redirected && world.stage(now).plays(sid) => match url.clone() {
                Some((url, method)) => world.stage(now).redirect_call(sid, url, method),
                None => world
                    .stage(now)
                    .redirect_to(sid, twiml.as_deref().unwrap_or_default())
                    .map_err(|problem| Problem::invalid(format!("Twiml: {problem}")))?,
            },
            // New TwiML takes a waiting caller out of line.
            None if redirected => world.voice.leave_queues(sid),
            None => {}
        }
        world
            .voice
            .calls
            .get(sid)
            .map(|row| render(shared.account, row))
            .ok_or_else(|| request.not_found())
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn delete(
    State(shared): State<Arc<Shared>>,
    Path((account, call)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let sid = sid_of(&call, &request)?;
    shared.write(|world, _| {
        let row = world
            .voice
            .calls
            .get(sid)
            .ok_or_else(|| request.not_found())?;
        if !row.status.is_final() {
            return Err(Problem::invalid(format!(
                "Call {sid} is {} and cannot be deleted",
                row.status
            )));
        }
        world.voice.remove_call(sid);
        Ok(())
    })?;
    Ok(answer::deleted())
}
