//! Recordings: <https://www.twilio.com/docs/voice/api/recording>. There is what is known of them,
//! but nothing to listen to.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::listing::{found, keep_dates, list_of};
use super::{API_VERSION, check_account, flag, webhook};
use crate::emulator::http::{Call as Request, PageRequest, Problem, Selection, answer};
use crate::emulator::shared::Shared;
use crate::emulator::telephone::Tape;
use crate::model::sid::{AccountSid, CallSid, ConferenceSid, RecordingSid};
use crate::routing::Moment;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct RecordingRow {
    pub(crate) sid: RecordingSid,
    pub(crate) call: Option<CallSid>,
    pub(crate) conference: Option<ConferenceSid>,
    /// `in-progress`, `completed` or `absent`.
    pub(crate) status: String,
    pub(crate) started: Moment,
    pub(crate) updated: Moment,
    pub(crate) seconds: Option<u64>,
    pub(crate) channels: u8,
    pub(crate) source: String,
    /// `inbound`, `outbound` or `both`.
    pub(crate) track: String,
}

/// Where a recording is looked at, on which depends what is shown of it.
#[derive(Debug, Clone, Copy)]
enum Place {
    Account,
    Call(CallSid),
    Conference(ConferenceSid),
}

impl Place {
    fn holds(self, row: &RecordingRow) -> bool {
        match self {
            Self::Account => true,
            Self::Call(call) => row.call == Some(call),
            Self::Conference(conference) => row.conference == Some(conference),
        }
    }

    fn uri(self, account: AccountSid, sid: RecordingSid) -> String {
        let account = format!("/{API_VERSION}/Accounts/{account}");
        match self {
            Self::Account => format!("{account}/Recordings/{sid}"),
            Self::Call(call) => format!("{account}/Calls/{call}/Recordings/{sid}"),
            Self::Conference(conference) => {
                format!("{account}/Conferences/{conference}/Recordings/{sid}")
            }
        }
    }
}

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/Accounts/{account}/Recordings.json", get(list))
        .route(
            "/Accounts/{account}/Recordings/{recording}",
            get(fetch).delete(delete),
        )
        .route(
            "/Accounts/{account}/Calls/{call}/Recordings.json",
            get(list_of_call),
        )
        .route(
            "/Accounts/{account}/Calls/{call}/Recordings/{recording}",
            get(fetch_of_call).delete(delete_of_call),
        )
        .route(
            "/Accounts/{account}/Conferences/{conference}/Recordings.json",
            get(list_of_conference),
        )
        .route(
            "/Accounts/{account}/Conferences/{conference}/Recordings/{recording}",
            get(fetch_of_conference).delete(delete_of_conference),
        )
}

/// How a call that the API makes is recorded, if it is.
pub(super) fn tape_of(request: &Request) -> Result<Option<Tape>, Problem> {
    let params = &request.params;
    if flag(request, "Record") != Some(true) {
        return Ok(None);
    }
    let report = webhook(
        request,
        "RecordingStatusCallback",
        "RecordingStatusCallbackMethod",
    )?;
    let track = params.given("RecordingTrack");
    if let Some(track) = track.filter(|track| !["inbound", "outbound", "both"].contains(track)) {
        return Err(Problem::invalid(format!(
            "RecordingTrack: `{track}` is not one of inbound, outbound, both"
        )));
    }
    let events = params
        .all("RecordingStatusCallbackEvent")
        .flat_map(|words| words.split([' ', ',']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let tape = Tape::of("OutboundAPI")
        .reported(report, events)
        .dual(params.given("RecordingChannels") == Some("dual"))
        .track(track);
    Ok(Some(tape))
}

fn render(account: AccountSid, row: &RecordingRow, place: Place) -> Value {
    let uri = place.uri(account, row.sid);
    let mut body = json!({
        "sid": row.sid,
        "account_sid": account,
        "api_version": API_VERSION,
        "call_sid": row.call,
        "conference_sid": row.conference,
        "date_created": row.started.to_mail(),
        "date_updated": row.updated.to_mail(),
        "start_time": row.started.to_mail(),
        "duration": row.seconds.map(|seconds| seconds.to_string()),
        "price": null,
        "price_unit": "USD",
        "status": row.status,
        "channels": row.channels,
        "source": row.source,
        "error_code": null,
        "encryption_details": null,
        "uri": format!("{uri}.json"),
    });
    match place {
        Place::Account => {
            body["media_url"] = json!(format!("https://api.twilio.com{uri}"));
            body["subresource_uris"] = json!({
                "add_on_results": format!("{uri}/AddOnResults.json"),
                "transcriptions": format!("{uri}/Transcriptions.json"),
            });
        }
        Place::Call(_) => body["track"] = json!(row.track),
        Place::Conference(_) => {}
    }
    body
}

fn list_at(shared: &Arc<Shared>, request: &Request, place: Place) -> Result<Response, Problem> {
    let params = &request.params;
    let page = PageRequest::read(params)?;
    let mut selection: Selection<'_, RecordingRow> = Selection::default();
    selection.newest_first();
    selection.keep(move |row: &RecordingRow| place.holds(row));
    if let Some(call) = params.sid::<CallSid>("CallSid")? {
        selection.keep(move |row: &RecordingRow| row.call == Some(call));
    }
    if let Some(conference) = params.sid::<ConferenceSid>("ConferenceSid")? {
        selection.keep(move |row: &RecordingRow| row.conference == Some(conference));
    }
    keep_dates(&mut selection, params, "DateCreated", |row| {
        Some(row.started)
    })?;
    let list = shared.read(|world, _| {
        let is_there = match place {
            Place::Account => true,
            Place::Call(call) => world.voice.calls.get(call).is_some(),
            Place::Conference(conference) => world.voice.conferences.get(conference).is_some(),
        };
        if !is_there {
            return Err(request.not_found());
        }
        list_of(
            request,
            "recordings",
            &world.voice.recordings,
            &page,
            &selection,
            |row| render(shared.account, row, place),
        )
    })?;
    Ok(list.into_answer())
}

fn fetch_at(
    shared: &Arc<Shared>,
    request: &Request,
    place: Place,
    segment: &str,
) -> Result<Response, Problem> {
    let body = shared.read(|world, _| {
        let row = found(&world.voice.recordings, segment, request)?;
        if !place.holds(row) {
            return Err(request.not_found());
        }
        Ok(render(shared.account, row, place))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

fn delete_at(
    shared: &Arc<Shared>,
    request: &Request,
    place: Place,
    segment: &str,
) -> Result<Response, Problem> {
    shared.write(|world, _| {
        let row = found(&world.voice.recordings, segment, request)?;
        if !place.holds(row) {
            return Err(request.not_found());
        }
        let sid = row.sid;
        world.voice.remove_recording(sid);
        Ok(())
    })?;
    Ok(answer::deleted())
}

/// The call or conference in the path.
fn parent<S: std::str::FromStr>(segment: &str, request: &Request) -> Result<S, Problem> {
    segment.parse().map_err(|_| request.not_found())
}

async fn list(
    State(shared): State<Arc<Shared>>,
    Path(account): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    list_at(&shared, &request, Place::Account)
}

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path((account, recording)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    fetch_at(&shared, &request, Place::Account, &recording)
}

async fn delete(
    State(shared): State<Arc<Shared>>,
    Path((account, recording)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    delete_at(&shared, &request, Place::Account, &recording)
}

async fn list_of_call(
    State(shared): State<Arc<Shared>>,
    Path((account, call)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let place = Place::Call(parent(&call, &request)?);
    list_at(&shared, &request, place)
}

async fn fetch_of_call(
    State(shared): State<Arc<Shared>>,
    Path((account, call, recording)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let place = Place::Call(parent(&call, &request)?);
    fetch_at(&shared, &request, place, &recording)
}

async fn delete_of_call(
    State(shared): State<Arc<Shared>>,
    Path((account, call, recording)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let place = Place::Call(parent(&call, &request)?);
    delete_at(&shared, &request, place, &recording)
}

async fn list_of_conference(
    State(shared): State<Arc<Shared>>,
    Path((account, conference)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let place = Place::Conference(parent(&conference, &request)?);
    list_at(&shared, &request, place)
}

async fn fetch_of_conference(
    State(shared): State<Arc<Shared>>,
    Path((account, conference, recording)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let place = Place::Conference(parent(&conference, &request)?);
    fetch_at(&shared, &request, place, &recording)
}

async fn delete_of_conference(
    State(shared): State<Arc<Shared>>,
    Path((account, conference, recording)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let place = Place::Conference(parent(&conference, &request)?);
    delete_at(&shared, &request, place, &recording)
}
