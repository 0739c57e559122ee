//! Voice queues and members: <https://www.twilio.com/docs/voice/api/queue-resource>,
//! <https://www.twilio.com/docs/voice/api/member-resource>.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use super::listing::{found, list_of};
use super::state::{MemberRow, QueueRow, Voice, in_line};
use super::{API_VERSION, bare, check_account};
use crate::emulator::http::{Call as Request, PageRequest, Params, Problem, Selection, answer};
use crate::emulator::shared::Shared;
use crate::emulator::telephone::Method;
use crate::model::sid::{AccountSid, CallSid};
use crate::model::{Member, VoiceQueue};
use crate::routing::Moment;

/// Callers a queue may be told to hold at most.
const LARGEST: u32 = 5000;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/Accounts/{account}/Queues.json", get(list).post(create))
        .route(
            "/Accounts/{account}/Queues/{queue}",
            get(fetch).post(update).delete(delete),
        )
        .route(
            "/Accounts/{account}/Queues/{queue}/Members.json",
            get(list_members),
        )
        .route(
            "/Accounts/{account}/Queues/{queue}/Members/{member}",
            get(fetch_member).post(update_member),
        )
}

fn render(account: AccountSid, now: Moment, row: &QueueRow) -> VoiceQueue {
    let uri = format!("/{API_VERSION}/Accounts/{account}/Queues/{}", row.sid);
    let waits: Vec<u64> = row
        .members
        .iter()
        .map(|member| now.seconds_since(member.enqueued))
        .collect();
    VoiceQueue {
        sid: row.sid,
        account_sid: account,
        friendly_name: row.friendly_name.clone(),
        current_size: u32::try_from(waits.len()).unwrap_or(u32::MAX),
        max_size: row.max_size,
        average_wait_time: waits
            .iter()
            .sum::<u64>()
            .checked_div(waits.len() as u64)
            .unwrap_or(0),
        date_created: row.created.to_mail(),
        date_updated: row.updated.to_mail(),
        uri: Some(format!("{uri}.json")),
    }
}

fn render_member(account: AccountSid, now: Moment, queue: &QueueRow, row: &MemberRow) -> Member {
    let before = in_line(queue)
        .iter()
        .take_while(|member| member.call != row.call)
        .count();
    Member {
        queue_sid: queue.sid,
        call_sid: row.call,
        date_enqueued: row.enqueued.to_mail(),
        position: u32::try_from(before + 1).unwrap_or(u32::MAX),
        wait_time: now.seconds_since(row.enqueued),
        uri: Some(format!(
            "/{API_VERSION}/Accounts/{account}/Queues/{}/Members/{}.json",
            queue.sid, row.call
        )),
    }
}

async fn list(
    State(shared): State<Arc<Shared>>,
    Path(account): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let page = PageRequest::read(&request.params)?;
    let mut selection: Selection<'_, QueueRow> = Selection::default();
    if let Some(name) = request.params.given("FriendlyName") {
        selection.keep(move |row: &QueueRow| row.friendly_name == name);
    }
    let list = shared.read(|world, now| {
        list_of(
            &request,
            "queues",
            &world.voice.queues,
            &page,
            &selection,
            |row| render(shared.account, now, row),
        )
    })?;
    Ok(list.into_answer())
}

fn max_size(params: &Params) -> Result<Option<u32>, Problem> {
    match params.number::<u32>("MaxSize")? {
        Some(size) if size == 0 || size > LARGEST => Err(Problem::invalid(format!(
            "MaxSize: {size} is not between 1 and {LARGEST}"
        ))),
        size => Ok(size),
    }
}

fn check_name(voice: &Voice, name: &str) -> Result<(), Problem> {
    if voice.queues.iter().any(|row| row.friendly_name == name) {
        return Err(Problem::invalid(
            "Queue with the same friendly name already exists",
        ));
    }
    Ok(())
}

async fn create(
    State(shared): State<Arc<Shared>>,
    Path(account): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let friendly_name = request.params.required("FriendlyName")?;
    let max_size = max_size(&request.params)?.unwrap_or(1000);
    let body = shared.write(|world, now| {
        check_name(&world.voice, &friendly_name)?;
        let sid = world.voice.create_queue(now, friendly_name, max_size);
        found(&world.voice.queues, &sid.to_string(), &request)
            .map(|row| render(shared.account, now, row))
    })?;
    Ok(answer::json(StatusCode::CREATED, &body))
}

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path((account, queue)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let body = shared.read(|world, now| {
        found(&world.voice.queues, &queue, &request).map(|row| render(shared.account, now, row))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn update(
    State(shared): State<Arc<Shared>>,
    Path((account, queue)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let max_size = max_size(&request.params)?;
    let name = request.params.given("FriendlyName");
    let body = shared.write(|world, now| {
        let row = found(&world.voice.queues, &queue, &request)?;
        let sid = row.sid;
        if let Some(name) = name
            && name != row.friendly_name
        {
            check_name(&world.voice, name)?;
        }
        let row = world
            .voice
            .queue_mut(sid)
            .ok_or_else(|| request.not_found())?;
        if let Some(name) = name {
            name.clone_into(&mut row.friendly_name);
        }
        if let Some(size) = max_size {
            row.max_size = size;
        }
        row.updated = now;
        Ok::<_, Problem>(render(shared.account, now, row))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn delete(
    State(shared): State<Arc<Shared>>,
    Path((account, queue)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    shared.write(|world, _| {
        let row = found(&world.voice.queues, &queue, &request)?;
        if !row.members.is_empty() {
            return Err(Problem::invalid(format!(
                "Queue {} is not empty and cannot be deleted",
                row.sid
            )));
        }
        let sid = row.sid;
        world.voice.remove_queue(sid);
        Ok(())
    })?;
    Ok(answer::deleted())
}

async fn list_members(
    State(shared): State<Arc<Shared>>,
    Path((account, queue)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let page = PageRequest::read(&request.params)?;
    let mut selection: Selection<'_, MemberRow> = Selection::default();
    selection.order_by(|row| row.enqueued.as_millisecond(), false);
    let list = shared.read(|world, now| {
        let queue = found(&world.voice.queues, &queue, &request)?;
        list_of(
            &request,
            "queue_members",
            &queue.members,
            &page,
            &selection,
            |row| render_member(shared.account, now, queue, row),
        )
    })?;
    Ok(list.into_answer())
}

/// A member by the SID of the call, or whoever is at the `Front`.
fn member<'a>(
    queue: &'a QueueRow,
    segment: &str,
    request: &Request,
) -> Result<&'a MemberRow, Problem> {
    match bare(segment) {
        "Front" => in_line(queue).first().copied(),
        name => name
            .parse::<CallSid>()
            .ok()
            .and_then(|sid| queue.members.get(sid)),
    }
    .ok_or_else(|| request.not_found())
}

async fn fetch_member(
    State(shared): State<Arc<Shared>>,
    Path((account, queue, segment)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let body = shared.read(|world, now| {
        let queue = found(&world.voice.queues, &queue, &request)?;
        let row = member(queue, &segment, &request)?;
        Ok::<_, Problem>(render_member(shared.account, now, queue, row))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

/// Takes a caller out of line; the answer shows the member as it was.
async fn update_member(
    State(shared): State<Arc<Shared>>,
    Path((account, queue, segment)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let body = shared.write(|world, now| {
        let queue = found(&world.voice.queues, &queue, &request)?;
        let row = member(queue, &segment, &request)?;
        let url = request.params.required("Url")?;
        let method = Method::of(request.params.given("Method"));
        let call = row.call;
        let body = render_member(shared.account, now, queue, row);
        world.stage(now).dequeue(call, url, method);
        Ok::<_, Problem>(body)
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}
