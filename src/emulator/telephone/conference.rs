//! Conferences: <https://www.twilio.com/docs/voice/twiml/conference>.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Stage;
use super::document::{Element, Method};
use super::line::{Due, Form, Purpose, Role, Room, StatusCallback, Target};
use super::place::NewLeg;
use super::recording::{Running, Tape};
use crate::emulator::voice::ParticipantRow;
use crate::model::ConferenceStatus;
use crate::model::sid::{CallSid, ConferenceSid};
use crate::routing::Moment;

/// Milliseconds until somebody who was left alone hangs up.
const ALONE: u64 = 5_000;
/// Participants a conference holds unless told otherwise.
const SIZE: u64 = 250;
/// Characters a participant's label may have.
const LONGEST_LABEL: usize = 128;
/// Twilio's code for a coached participant that is none.
const NO_COACHED_CALL: u32 = 13240;
/// Twilio's code for a coached participant who is not there.
const COACHED_CALL_ABSENT: u32 = 16028;

/// A conference that played calls take part in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Hosted {
    pub(super) name: String,
    pub(super) status: Option<StatusCallback>,
    /// How it is recorded when it begins.
    #[serde(default)]
    tape: Option<Tape>,
    #[serde(default)]
    running: Option<Running>,
    begun: Option<Moment>,
    size: u64,
}

/// Somebody the API calls into a conference.
#[derive(Debug, Clone)]
pub(crate) struct NewParticipant {
    /// The conference's SID or name.
    pub(crate) conference: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) label: Option<String>,
    /// Seconds it may ring.
    pub(crate) timeout: u64,
    pub(crate) muted: bool,
    pub(crate) start_on_enter: bool,
    pub(crate) end_on_exit: bool,
    pub(crate) max: Option<u64>,
    /// How the conference is recorded.
    pub(crate) room_tape: Option<Tape>,
    /// How the participant's call is recorded.
    pub(crate) tape: Option<Tape>,
    pub(crate) wait: Option<(String, Method)>,
    pub(crate) coach: Option<CallSid>,
    pub(crate) status: Option<(String, Method)>,
    pub(crate) status_events: Vec<String>,
    pub(crate) room_status: Option<(String, Method)>,
    pub(crate) room_status_events: Vec<String>,
}

/// How a participant leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// The call ended.
    HungUp,
    /// The call goes on elsewhere.
    Left,
    /// The API removed it.
    Kicked,
}

/// What a participant's settings may become.
#[derive(Debug, Clone, Default)]
pub(crate) struct Change {
    pub(crate) muted: Option<bool>,
    pub(crate) hold: Option<bool>,
    /// What is heard on hold.
    pub(crate) hold_music: Option<(String, Method)>,
    /// Whether anything else changed.
    pub(crate) modified: bool,
}

/// How a call takes part, by the noun that sends it there.
pub(super) fn room_of(stage: &mut Stage<'_>, call: CallSid, noun: &Element) -> Room {
    let resolved = |stage: &mut Stage<'_>, name: &str| {
        let document = stage.line(call)?.frame()?.document.as_ref()?;
        document.resolve(noun.given(name)?)
    };
    let status = resolved(stage, "statusCallback").map(|url| StatusCallback {
        target: Target {
            url,
            method: noun.method("statusCallbackMethod"),
        },
        events: noun.words("statusCallbackEvent"),
        sequence: 0,
        extra: Vec::new(),
    });
    let wait = resolved(stage, "waitUrl").map(|url| Target {
        url,
        method: noun.method("waitMethod"),
    });
    let document = stage
        .line(call)
        .and_then(|line| line.frame())
        .and_then(|frame| frame.document.clone());
    let tape = matches!(noun.get("record"), Some("record-from-start" | "true"))
        .then(|| Tape::by(noun, document.as_ref(), "Conference"));
    Room {
        muted: noun.flag("muted") == Some(true),
        start_on_enter: noun.flag("startConferenceOnEnter") != Some(false),
        end_on_exit: noun.flag("endConferenceOnExit") == Some(true),
        end_on_customer_exit: false,
        label: noun.given("participantLabel").map(str::to_owned),
        coach: coach_of(stage, call, noun),
        max: noun.number("maxParticipants"),
        tape,
        status,
        wait,
    }
}

/// Whom a participant coaches: somebody who is in that conference, or nobody.
fn coach_of(stage: &mut Stage<'_>, call: CallSid, noun: &Element) -> Option<CallSid> {
    let text = noun.given("coach")?;
    let Ok(sid) = text.parse::<CallSid>() else {
        let message = format!("<Conference coach>: `{text}` is no call");
        stage.alert(call, NO_COACHED_CALL, message, None);
        return None;
    };
    let is_inside = stage.network.lines.get(&sid).is_some_and(|line| {
        line.room
            .and_then(|room| stage.network.rooms.get(&room))
            .is_some_and(|hosted| hosted.name == noun.text)
    });
    if !is_inside {
        let message = format!("<Conference coach>: {sid} is not in the conference");
        stage.alert(call, COACHED_CALL_ABSENT, message, None);
        return None;
    }
    Some(sid)
}

/// Whether a participant may be called this: at most 128 characters, no call's SID, no slash.
pub(crate) fn is_label(text: &str) -> bool {
    text.chars().count() <= LONGEST_LABEL
        && text.parse::<CallSid>().is_err()
        && !text.contains('/')
        && !text.to_ascii_lowercase().contains("%2f")
}

impl Stage<'_> {
    /// The conference of this name, which is made when there is none.
    fn host(&mut self, name: &str, settings: &Room) -> ConferenceSid {
        if let Some(room) = self.network.names.get(name) {
            return *room;
        }
        let room = self.voice.create_conference(self.now, name.to_owned());
        let hosted = Hosted {
            name: name.to_owned(),
            status: settings.status.clone(),
            tape: settings.tape.clone(),
            running: None,
            begun: None,
            size: settings.max.unwrap_or(SIZE),
        };
        self.network.names.insert(hosted.name.clone(), room);
        self.network.rooms.insert(room, hosted);
        room
    }

    /// The API calls somebody into a conference, by its SID or name; `None` when a conference
    /// that was named by its SID is not there or over.
    pub(crate) fn invite(&mut self, new: NewParticipant) -> Option<(ConferenceSid, CallSid)> {
        let name = match new.conference.parse::<ConferenceSid>() {
            Ok(sid) => self.network.rooms.get(&sid)?.name.clone(),
            Err(_) => new.conference,
        };
        let events = |events: Vec<String>, otherwise: &[&str]| {
            if events.is_empty() {
                otherwise.iter().map(|event| (*event).to_owned()).collect()
            } else {
                events
            }
        };
        let callback = |target, events| StatusCallback {
            target: super::rest::target(target),
            events,
            sequence: 0,
            extra: Vec::new(),
        };
        let settings = Room {
            muted: new.muted,
            start_on_enter: new.start_on_enter,
            end_on_exit: new.end_on_exit,
            label: new.label,
            max: new.max,
            tape: new.room_tape,
            coach: new.coach,
            wait: new.wait.map(super::rest::target),
            status: new
                .room_status
                .map(|target| callback(target, events(new.room_status_events, &["start", "end"]))),
            ..Room::default()
        };
        let room = self.host(&name, &settings);
        let call = self.dial_out(NewLeg {
            root: None,
            parent: None,
            from: new.from,
            to: new.to,
            direction: "outbound-api",
            purpose: Purpose::Joins(name, Box::new(settings)),
            status: new
                .status
                .map(|target| callback(target, events(new.status_events, &["completed"]))),
            rings_for: Some(new.timeout.saturating_mul(1000)),
            tape: new.tape,
            sends: None,
        });
        Some((room, call))
    }

    /// Somebody who was to come into a conference does not: one that nobody came to is over.
    pub(super) fn nobody_joins(&mut self, name: &str) {
        let found = self.network.names.get(name).copied();
        let empty = found.filter(|room| self.inside(*room).is_empty());
        if let Some(room) = empty {
            self.end_room(room, "last-participant-left", None);
        }
    }

    /// A call enters the conference of this name, which begins with its first participant;
    /// `None` when there is no room in it.
    pub(super) fn join(
        &mut self,
        call: CallSid,
        name: &str,
        settings: Room,
    ) -> Option<ConferenceSid> {
        let room = self.host(name, &settings);
        let row = self.voice.conferences.get(room)?;
        let inside = row.participants.len() as u64;
        let size = self
            .network
            .rooms
            .get(&room)
            .map_or(SIZE, |hosted| hosted.size);
        let label_is_taken = settings.label.is_some()
            && row
                .participants
                .iter()
                .any(|other| other.label == settings.label);
        if inside >= size {
            return None;
        }
        if label_is_taken {
            self.alert(call, 16025, "the participant's label is taken", None);
            return None;
        }
        let is_labelled = settings.label.as_deref().is_none_or(is_label);
        if !is_labelled {
            let message = "the participant's label is too long, a call's SID or holds a slash";
            self.alert(call, 16023, message, None);
            return None;
        }
        self.answer(call);
        self.voice.enter_conference(
            self.now,
            room,
            ParticipantRow {
                label: settings.label,
                muted: settings.muted,
                coaching: settings.coach.is_some(),
                call_to_coach: settings.coach,
                start_conference_on_enter: settings.start_on_enter,
                end_conference_on_exit: settings.end_on_exit,
                ..ParticipantRow::of(call, self.now)
            },
        );
        if let Some(line) = self.line(call) {
            line.room = Some(room);
        }
        self.step(
            call,
            "joined-conference",
            json!({"name": name, "conference_sid": room}),
        );
        self.tell_participant(room, call, "participant-join");
        self.perhaps_start(room);
        if let Some(target) = settings.wait.filter(|_| !self.has_begun(room)) {
            self.hear(call, Role::Music, target);
        }
        Some(room)
    }

    fn has_begun(&self, room: ConferenceSid) -> bool {
        let hosted = self.network.rooms.get(&room);
        hosted.is_some_and(|hosted| hosted.begun.is_some())
    }

    pub(super) fn inside(&self, room: ConferenceSid) -> Vec<CallSid> {
        let row = self.voice.conferences.get(room);
        row.into_iter()
            .flat_map(|row| row.participants.iter())
            .map(|participant| participant.call)
            .collect()
    }

    /// A conference begins with two of whom one may start it; then they talk.
    fn perhaps_start(&mut self, room: ConferenceSid) {
        let now = self.now;
        let inside = self.inside(room);
        let Some(row) = self.voice.conferences.get(room) else {
            return;
        };
        let may_start = row
            .participants
            .iter()
            .any(|participant| participant.start_conference_on_enter);
        let starts = row.status == ConferenceStatus::Init && may_start && inside.len() >= 2;
        if starts {
            if let Some(row) = self.voice.conference_mut(room) {
                row.status = ConferenceStatus::InProgress;
                row.updated = now;
            }
            let tape = self.network.rooms.get_mut(&room).and_then(|hosted| {
                hosted.begun = Some(now);
                hosted.tape.take()
            });
            self.tell_room(room, "conference-start", Vec::new());
            if let Some(tape) = tape {
                let running = self.start_recording(None, Some(room), tape);
                if let Some(hosted) = self.network.rooms.get_mut(&room) {
                    hosted.running = Some(running);
                }
            }
            for call in &inside {
                if !self.is_held(room, *call) {
                    self.stop_music(*call);
                }
            }
        }
        if self.has_begun(room) && inside.len() >= 2 {
            for call in inside {
                self.talks(call);
            }
        }
    }

    fn is_held(&self, room: ConferenceSid, call: CallSid) -> bool {
        let row = self.voice.conferences.get(room);
        row.and_then(|row| row.participants.get(call))
            .is_some_and(|row| row.hold)
    }

    /// A call leaves its conference; where it goes on is up to who took it out.
    pub(super) fn leave_room(&mut self, call: CallSid, exit: Exit) {
        self.hear_no_more(call);
        let room = self.line(call).and_then(|line| line.room.take());
        if let Some(room) = room {
            self.leave_row(room, call, exit);
        }
    }

    /// Takes a participant out of a conference, which may end by that.
    pub(super) fn leave_row(&mut self, room: ConferenceSid, call: CallSid, exit: Exit) {
        let facts = self.participant_facts(room, call);
        let Some(gone) = self.voice.leave_conference(self.now, room, call) else {
            return;
        };
        self.step(call, "left-conference", json!({"conference_sid": room}));
        self.tell_left(room, call, facts);
        let inside = self.inside(room);
        let reason = match (gone.end_conference_on_exit, exit) {
            (true, Exit::Kicked) => "participant-with-end-conference-on-exit-kicked",
            (true, _) => "participant-with-end-conference-on-exit-left",
            (false, _) if !inside.is_empty() => {
                if let ([alone], true) = (inside.as_slice(), self.has_begun(room)) {
                    self.silence(*alone, Due::Talked);
                    self.alarm(*alone, Due::Alone, ALONE);
                }
                return;
            }
            (false, Exit::Kicked) => "last-participant-kicked",
            (false, _) => "last-participant-left",
        };
        self.end_room(room, reason, Some((call, gone.label)));
    }

    /// A conference ends; those who are in it go on where they came from.
    fn end_room(
        &mut self,
        room: ConferenceSid,
        reason: &str,
        by: Option<(CallSid, Option<String>)>,
    ) {
        let inside = self.inside(room);
        for call in &inside {
            self.hear_no_more(*call);
            let facts = self.participant_facts(room, *call);
            self.voice.leave_conference(self.now, room, *call);
            if let Some(line) = self.line(*call) {
                line.room = None;
            }
            self.step(*call, "left-conference", json!({"conference_sid": room}));
            self.tell_left(room, *call, facts);
        }
        let mut extra: Form = vec![("ReasonConferenceEnded".into(), reason.to_owned())];
        let ending = by.as_ref().map(|(call, _)| *call);
        if let Some((call, label)) = by {
            extra.push(("CallSidEndingConference".into(), call.to_string()));
            extra.push((
                "ParticipantLabelEndingConference".into(),
                label.unwrap_or_default(),
            ));
        }
        self.tell_room(room, "conference-end", extra);
        self.voice
            .complete_conference(self.now, room, reason, ending);
        let hosted = self.network.rooms.remove(&room);
        if let Some(hosted) = &hosted {
            self.network.names.remove(&hosted.name);
        }
        if let Some(running) = hosted.and_then(|hosted| hosted.running) {
            let seconds = running.seconds(self.now);
            self.finish_recording(&running, Some(seconds));
        }
        for call in inside {
            self.after_talk(call);
        }
    }

    /// The API ends a conference.
    pub(crate) fn end_conference(&mut self, room: ConferenceSid) {
        let reason = "conference-ended-via-api";
        if self.network.rooms.contains_key(&room) {
            self.end_room(room, reason, None);
        } else {
            self.voice.end_conference(self.now, room, reason, None);
        }
    }

    /// The API removes a participant, whose call goes on.
    pub(crate) fn kick(&mut self, room: ConferenceSid, call: CallSid) {
        if self.line(call).is_some_and(|line| line.room == Some(room)) {
            self.leave_room(call, Exit::Kicked);
            self.after_talk(call);
        } else {
            self.voice.kick(self.now, room, call);
        }
    }

    /// The API changed a participant; whoever wants to know is told.
    pub(crate) fn participant_changed(
        &mut self,
        room: ConferenceSid,
        call: CallSid,
        change: Change,
    ) {
        let is_hosted = self.network.rooms.contains_key(&room);
        if change.modified {
            self.tell_participant(room, call, "participant-modify");
        }
        for (value, on, off) in [
            (change.muted, "participant-mute", "participant-unmute"),
            (change.hold, "participant-hold", "participant-unhold"),
        ] {
            if let Some(value) = value {
                let event = if value { on } else { off };
                if is_hosted {
                    let step = event.trim_start_matches("participant-");
                    self.step(call, step, json!({}));
                }
                self.tell_participant(room, call, event);
            }
        }
        match (change.hold, change.hold_music) {
            _ if self.line(call).is_none_or(|line| line.room != Some(room)) => {}
            (Some(true), Some((url, method))) => {
                self.hear(call, Role::Music, Target { url, method });
            }
            (Some(false), _) => self.stop_music(call),
            _ => {}
        }
    }
}
