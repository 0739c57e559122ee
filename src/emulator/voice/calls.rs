//! Calls: <https://www.twilio.com/docs/voice/api/call-resource>.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use super::listing::{keep_dates, list_of};
use super::state::CallRow;
use super::{API_VERSION, bare, check_account};
use crate::emulator::http::{Call as Request, PageRequest, Problem, Selection, answer};
use crate::emulator::shared::Shared;
use crate::model::sid::{AccountSid, CallSid};
use crate::model::wire::Links;
use crate::model::{Call, CallStatus};
use crate::routing::Moment;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/Accounts/{account}/Calls.json", get(list))
        .route(
            "/Accounts/{account}/Calls/{call}",
            get(fetch).post(update).delete(delete),
        )
}

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
    if let Some(status) = params.word::<CallStatus>("Status", |word| word.to_ascii_lowercase())? {
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
        .word::<CallStatus>("Status", |word| word.to_ascii_lowercase())?;
    let redirected =
        request.params.given("Url").is_some() || request.params.given("Twiml").is_some();
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
                world.voice.hang_up(now, sid, CallStatus::Canceled);
            }
            Some(CallStatus::Completed) if !current.is_final() => {
                world.voice.hang_up(now, sid, CallStatus::Completed);
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
