//! Conferences and participants: <https://www.twilio.com/docs/voice/api/conference-resource>,
//! <https://www.twilio.com/docs/voice/api/conference-participant-resource>.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use super::listing::{found, keep_dates, list_of};
use super::recordings::tape_of;
use super::state::{ConferenceRow, ParticipantRow};
use super::{API_VERSION, bare, check_account, flag, webhook};
use crate::emulator::http::{Call as Request, PageRequest, Problem, Selection, answer};
use crate::emulator::shared::Shared;
use crate::emulator::telephone::{Change, Method, NewParticipant, Tape, is_label};
use crate::model::sid::{AccountSid, CallSid, ConferenceSid};
use crate::model::wire::Links;
use crate::model::{Conference, ConferenceStatus, Participant, ParticipantStatus};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/Accounts/{account}/Conferences.json", get(list))
        .route(
            "/Accounts/{account}/Conferences/{conference}",
            get(fetch).post(update),
        )
        .route(
            "/Accounts/{account}/Conferences/{conference}/Participants.json",
            get(list_participants).post(invite),
        )
        .route(
            "/Accounts/{account}/Conferences/{conference}/Participants/{participant}",
            get(fetch_participant)
                .post(update_participant)
                .delete(remove_participant),
        )
}

fn uri_of(account: AccountSid, sid: ConferenceSid) -> String {
    format!("/{API_VERSION}/Accounts/{account}/Conferences/{sid}")
}

fn render(account: AccountSid, row: &ConferenceRow) -> Conference {
    let uri = uri_of(account, row.sid);
    Conference {
        sid: row.sid,
        account_sid: account,
        friendly_name: row.friendly_name.clone(),
        api_version: Some(API_VERSION.to_owned()),
        region: Some(row.region.clone()),
        status: row.status,
        date_created: row.created.to_mail(),
        date_updated: row.updated.to_mail(),
        reason_conference_ended: row.reason_ended.clone(),
        call_sid_ending_conference: row.call_ending,
        subresource_uris: Links(vec![
            ("participants".into(), format!("{uri}/Participants.json")),
            ("recordings".into(), format!("{uri}/Recordings.json")),
        ]),
        uri: Some(format!("{uri}.json")),
    }
}

fn render_participant(
    account: AccountSid,
    conference: ConferenceSid,
    row: &ParticipantRow,
) -> Participant {
    Participant {
        account_sid: account,
        call_sid: row.call,
        label: row.label.clone(),
        call_sid_to_coach: row.call_to_coach,
        coaching: row.coaching,
        conference_sid: conference,
        date_created: row.created.to_mail(),
        date_updated: row.updated.to_mail(),
        end_conference_on_exit: row.end_conference_on_exit,
        muted: row.muted,
        hold: row.hold,
        start_conference_on_enter: row.start_conference_on_enter,
        status: row.status,
        queue_time: None,
        uri: Some(format!(
            "{}/Participants/{}.json",
            uri_of(account, conference),
            row.call
        )),
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
    let mut selection: Selection<'_, ConferenceRow> = Selection::default();
    selection.newest_first();
    if let Some(name) = params.given("FriendlyName") {
        selection.keep(move |row: &ConferenceRow| row.friendly_name == name);
    }
    if let Some(status) = params.word::<ConferenceStatus>("Status", str::to_ascii_lowercase)? {
        selection.keep(move |row: &ConferenceRow| row.status == status);
    }
    keep_dates(&mut selection, params, "DateCreated", |row| {
        Some(row.created)
    })?;
    keep_dates(&mut selection, params, "DateUpdated", |row| {
        Some(row.updated)
    })?;
    let list = shared.read(|world, _| {
        list_of(
            &request,
            "conferences",
            &world.voice.conferences,
            &page,
            &selection,
            |row| render(shared.account, row),
        )
    })?;
    Ok(list.into_answer())
}

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path((account, conference)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let body = shared.read(|world, _| {
        found(&world.voice.conferences, &conference, &request)
            .map(|row| render(shared.account, row))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn update(
    State(shared): State<Arc<Shared>>,
    Path((account, conference)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let status = request
        .params
        .word::<ConferenceStatus>("Status", str::to_ascii_lowercase)?;
    let announcement = webhook(&request, "AnnounceUrl", "AnnounceMethod")?;
    let body = shared.write(|world, now| {
        let sid = found(&world.voice.conferences, &conference, &request)?.sid;
        match status {
            Some(ConferenceStatus::Completed) => {
                world.stage(now).end_conference(sid);
            }
            Some(other) => {
                return Err(Problem::invalid(format!(
                    "Status: `{other}` cannot be set, only completed can"
                )));
            }
            None => {}
        }
        if let Some(announcement) = announcement.clone() {
            world.stage(now).announce(sid, None, announcement);
        }
        found(&world.voice.conferences, &conference, &request)
            .map(|row| render(shared.account, row))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn list_participants(
    State(shared): State<Arc<Shared>>,
    Path((account, conference)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let page = PageRequest::read(&request.params)?;
    let mut selection: Selection<'_, ParticipantRow> = Selection::default();
    if let Some(muted) = flag(&request, "Muted") {
        selection.keep(move |row: &ParticipantRow| row.muted == muted);
    }
    if let Some(hold) = flag(&request, "Hold") {
        selection.keep(move |row: &ParticipantRow| row.hold == hold);
    }
    if let Some(coaching) = flag(&request, "Coaching") {
        selection.keep(move |row: &ParticipantRow| row.coaching == coaching);
    }
    let list = shared.read(|world, _| {
        let conference = found(&world.voice.conferences, &conference, &request)?;
        list_of(
            &request,
            "participants",
            &conference.participants,
            &page,
            &selection,
            |row| render_participant(shared.account, conference.sid, row),
        )
    })?;
    Ok(list.into_answer())
}

/// Somebody is called into a conference, which is made when a name names none.
async fn invite(
    State(shared): State<Arc<Shared>>,
    Path((account, conference)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let params = &request.params;
    let timeout = params.number::<u64>("Timeout")?.unwrap_or(60);
    if !(5..=600).contains(&timeout) {
        return Err(Problem::invalid(format!(
            "Timeout: {timeout} is not between 5 and 600"
        )));
    }
    let words = |name: &str| {
        params
            .all(name)
            .flat_map(|words| words.split([' ', ',']))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let room_report = webhook(
        &request,
        "ConferenceRecordingStatusCallback",
        "ConferenceRecordingStatusCallbackMethod",
    )?;
    if params.given("Label").is_some_and(|label| !is_label(label)) {
        return Err(Problem::new(
            StatusCode::BAD_REQUEST,
            16024,
            "Label: at most 128 characters, no call SID and no slash",
        ));
    }
    let new = NewParticipant {
        conference,
        from: params.required("From")?,
        to: params.required("To")?,
        label: params.given("Label").map(str::to_owned),
        timeout,
        muted: flag(&request, "Muted") == Some(true),
        start_on_enter: flag(&request, "StartConferenceOnEnter") != Some(false),
        end_on_exit: flag(&request, "EndConferenceOnExit") == Some(true),
        max: params.number("MaxParticipants")?,
        room_tape: matches!(
            params.given("ConferenceRecord"),
            Some("true" | "record-from-start")
        )
        .then(|| {
            Tape::of("Conference")
                .reported(room_report, words("ConferenceRecordingStatusCallbackEvent"))
        }),
        tape: tape_of(&request)?,
        wait: webhook(&request, "WaitUrl", "WaitMethod")?,
        coach: params
            .sid("CallSidToCoach")?
            .filter(|_| flag(&request, "Coaching") == Some(true)),
        status: webhook(&request, "StatusCallback", "StatusCallbackMethod")?,
        status_events: words("StatusCallbackEvent"),
        room_status: webhook(
            &request,
            "ConferenceStatusCallback",
            "ConferenceStatusCallbackMethod",
        )?,
        room_status_events: words("ConferenceStatusCallbackEvent"),
    };
    let body = shared.write(|world, now| {
        let (sid, call) = world
            .stage(now)
            .invite(new)
            .ok_or_else(|| request.not_found())?;
        let row = ParticipantRow {
            label: request.params.given("Label").map(str::to_owned),
            muted: flag(&request, "Muted") == Some(true),
            start_conference_on_enter: flag(&request, "StartConferenceOnEnter") != Some(false),
            end_conference_on_exit: flag(&request, "EndConferenceOnExit") == Some(true),
            status: ParticipantStatus::Queued,
            ..ParticipantRow::of(call, now)
        };
        Ok::<_, Problem>(render_participant(shared.account, sid, &row))
    })?;
    Ok(answer::json(StatusCode::CREATED, &body))
}

/// A participant by the SID of the call or by label.
fn participant<'a>(
    conference: &'a ConferenceRow,
    segment: &str,
    request: &Request,
) -> Result<&'a ParticipantRow, Problem> {
    let name = bare(segment);
    match name.parse() {
        Ok(sid) => conference.participants.get(sid),
        Err(_) => conference
            .participants
            .iter()
            .find(|row| row.label.as_deref() == Some(name)),
    }
    .ok_or_else(|| request.not_found())
}

async fn fetch_participant(
    State(shared): State<Arc<Shared>>,
    Path((account, conference, segment)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let body = shared.read(|world, _| {
        let conference = found(&world.voice.conferences, &conference, &request)?;
        let row = participant(conference, &segment, &request)?;
        Ok::<_, Problem>(render_participant(shared.account, conference.sid, row))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn update_participant(
    State(shared): State<Arc<Shared>>,
    Path((account, conference, segment)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    let announcement = webhook(&request, "AnnounceUrl", "AnnounceMethod")?;
    // Unlike all others this one is fetched with GET unless told otherwise.
    let hold_music = webhook(&request, "HoldUrl", "HoldMethod")?.map(|(url, _)| {
        let method = request.params.given("HoldMethod").unwrap_or("GET");
        (url, Method::of(Some(method)))
    });
    let body = shared.write(|world, now| {
        let conference = found(&world.voice.conferences, &conference, &request)?;
        let call = participant(conference, &segment, &request)?.call;
        let sid = conference.sid;
        let to_coach = request.params.sid::<CallSid>("CallSidToCoach")?;
        let coaching = flag(&request, "Coaching");
        if coaching == Some(true) && to_coach.is_none() {
            return Err(Problem::missing("CallSidToCoach"));
        }
        let row = world
            .voice
            .conference_mut(sid)
            .and_then(|conference| {
                let ordinal = conference.participants.ordinal(call)?;
                conference.participants.at_mut(ordinal)
            })
            .ok_or_else(|| request.not_found())?;
        let before = row.clone();
        let set = |field: &mut bool, name: &str| {
            if let Some(value) = flag(&request, name) {
                *field = value;
            }
        };
        set(&mut row.muted, "Muted");
        set(&mut row.hold, "Hold");
        set(&mut row.end_conference_on_exit, "EndConferenceOnExit");
        if let Some(coaching) = coaching {
            row.coaching = coaching;
            row.call_to_coach = to_coach.filter(|_| coaching);
        }
        row.updated = now;
        let body = render_participant(shared.account, sid, row);
        let change = Change {
            muted: Some(body.muted).filter(|muted| *muted != before.muted),
            hold: Some(body.hold).filter(|hold| *hold != before.hold),
            hold_music: hold_music.clone(),
            modified: (
                body.end_conference_on_exit,
                body.coaching,
                body.call_sid_to_coach,
            ) != (
                before.end_conference_on_exit,
                before.coaching,
                before.call_to_coach,
            ),
        };
        let mut stage = world.stage(now);
        stage.participant_changed(sid, call, change);
        if let Some(announcement) = announcement.clone() {
            stage.announce(sid, Some(call), announcement);
        }
        Ok::<_, Problem>(body)
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn remove_participant(
    State(shared): State<Arc<Shared>>,
    Path((account, conference, segment)): Path<(String, String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    check_account(&shared, &account, &request)?;
    shared.write(|world, now| {
        let conference = found(&world.voice.conferences, &conference, &request)?;
        let call = participant(conference, &segment, &request)?.call;
        let sid = conference.sid;
        world.stage(now).kick(sid, call);
        Ok::<_, Problem>(())
    })?;
    Ok(answer::deleted())
}
