//! Documents are played: verb by verb, what is said and played takes its time, and at the end the
//! call ends.

use serde_json::json;

use super::caller::{Pickup, played, repeated, speech};
use super::conference::Exit;
use super::document::Element;
use super::line::{Doing, Due, Errand, Form, Purpose, Role, Serving, Target};
use super::{Stage, document::Method};
use crate::model::CallStatus;
use crate::model::sid::CallSid;
use crate::routing::engine::{ReservationAnswer, WorkerUpdate};

/// What is heard when something is wrong with a document.
const APOLOGY: &str = "We are sorry, an application error has occurred. Goodbye.";
/// Milliseconds a wait document takes at least, so that an empty one is no whirl of requests.
const SHORTEST_WAIT: u64 = 1_000;
/// Twilio's code for a document that is no TwiML.
const NO_TWIML: u32 = 12200;

/// Verbs that may stand in the document of a wait URL.
const WAITING: &[&str] = &[
    "Play", "Say", "Pause", "Hangup", "Redirect", "Leave", "Gather",
];
/// Verbs that may stand in a document that is heard before two are connected.
const WHISPERED: &[&str] = &["Play", "Say", "Pause", "Redirect", "Gather", "Hangup"];

/// Verbs that may stand in what a participant of a conference hears.
const HEARD: &[&str] = &["Play", "Say", "Pause", "Redirect"];

impl Stage<'_> {
    /// Plays on, until something takes time.
    pub(super) fn play(&mut self, call: CallSid) {
        loop {
            let Some(frame) = self.line(call).and_then(|line| line.frame()) else {
                return;
            };
            if !matches!(frame.doing, Doing::Next) {
                return;
            }
            let Some(document) = &frame.document else {
                return;
            };
            let role = frame.role;
            match document.verbs.get(frame.at).cloned() {
                Some(verb) => {
                    frame.at += 1;
                    self.perform(call, role, &verb);
                }
                None => self.document_over(call, role),
            }
        }
    }

    fn perform(&mut self, call: CallSid, role: Role, verb: &Element) {
        let name = verb.name.as_str();
        let is_allowed = match role {
            Role::Main => true,
            Role::Wait => WAITING.contains(&name),
            Role::Whisper => WHISPERED.contains(&name),
            Role::Music | Role::Announcement => HEARD.contains(&name),
        };
        if !is_allowed {
            let message = format!("<{name}> is not allowed in what is heard besides");
            return self.fail(call, NO_TWIML, message, None);
        }
        // A pause at the beginning is silence before the call is answered.
        let answers = match name {
            "Pause" | "Redirect" | "Reject" => false,
            "Dial" => verb.flag("answerOnBridge") != Some(true),
            _ => true,
        };
        if answers {
            self.answer(call);
        }
        match name {
            "Say" => {
                self.step(call, "say", json!({"text": verb.text}));
                self.sound(call, repeated(speech(&verb.text), verb.number("loop")));
            }
            "Play" => {
                let digits = verb.given("digits");
                self.step(call, "play", json!({"url": verb.text, "digits": digits}));
                self.sound(call, repeated(played(digits), verb.number("loop")));
            }
            "Pause" => {
                let seconds = verb.number("length").unwrap_or(1);
                self.step(call, "pause", json!({"seconds": seconds}));
                self.sound(call, Some(seconds.saturating_mul(1000)));
            }
            "Redirect" => self.redirected(call, role, verb),
            "Hangup" => self.end(call, CallStatus::Completed),
            "Reject" => {
                let status = match verb.get("reason") {
                    Some("busy") => CallStatus::Busy,
                    _ => CallStatus::NoAnswer,
                };
                let is_up = self.is_up(call);
                self.step(call, "rejected", json!({}));
                self.end(call, if is_up { CallStatus::Completed } else { status });
            }
            "Leave" => self.leave_by_document(call, role),
            "Gather" => self.gather(call, verb),
            "Enqueue" => self.enqueue(call, verb),
            "Dial" => self.dial(call, verb),
            "Record" => self.record(call, verb),
            _ => {}
        }
    }

    /// Something sounds for so long; for ever when there is no length.
    fn sound(&mut self, call: CallSid, milliseconds: Option<u64>) {
        if let Some(frame) = self.line(call).and_then(|line| line.frame()) {
            frame.doing = Doing::Sounding;
        }
        if let Some(milliseconds) = milliseconds {
            self.alarm(call, Due::Step, milliseconds);
        }
    }

    fn redirected(&mut self, call: CallSid, role: Role, verb: &Element) {
        let Some(url) = self.resolved(call, &verb.text) else {
            return;
        };
        let target = Target {
            url,
            method: verb.method("method"),
        };
        let extra = self.extra(call, role);
        self.fetch(call, role, target, extra);
    }

    /// What a document of this role is asked for with besides.
    pub(super) fn extra(&self, call: CallSid, role: Role) -> Form {
        match role {
            Role::Wait => self.place_in_line(call),
            Role::Music | Role::Announcement => self.conference_of(call),
            Role::Main | Role::Whisper => Vec::new(),
        }
    }

    /// Asks for an action with the topmost frame's role.
    pub(super) fn act(&mut self, call: CallSid, verb: &Element, mut extra: Form) {
        let Some(url) = self.resolved(call, verb.get("action").unwrap_or_default()) else {
            return;
        };
        let target = Target {
            url,
            method: verb.method("method"),
        };
        let role = self
            .line(call)
            .and_then(|line| line.frame())
            .map_or(Role::Main, |frame| frame.role);
        extra.extend(self.extra(call, role));
        self.fetch(call, role, target, extra);
    }

    /// The document goes on behind the verb that has been at work.
    pub(super) fn go_on(&mut self, call: CallSid) {
        if let Some(frame) = self.line(call).and_then(|line| line.frame()) {
            frame.doing = Doing::Next;
        }
        self.play(call);
    }

    fn document_over(&mut self, call: CallSid, role: Role) {
        match role {
            Role::Main => self.end(call, CallStatus::Completed),
            Role::Whisper => self.whispered(call),
            Role::Music => self.music_over(call),
            Role::Announcement => self.announced(call, None),
            Role::Wait => {
                let now = self.now;
                let since = self
                    .line(call)
                    .and_then(|line| line.frame())
                    .map_or(now, |frame| frame.since);
                match SHORTEST_WAIT.checked_sub(now.milliseconds_since(since)) {
                    None | Some(0) => self.wait_again(call),
                    left => self.sound(call, left),
                }
            }
        }
    }

    /// Something is due for a call.
    pub(super) fn is_due(&mut self, call: CallSid, due: Due) {
        match due {
            Due::Step => self.step_over(call),
            Due::Input => self.input(call),
            Due::Pickup => self.picked_up(call),
            Due::RingsOut => self.rung_out(call),
            Due::Limit => {
                self.step(call, "time-limit", json!({}));
                self.part(call);
            }
            Due::Patience => {
                self.step(call, "gives-up", json!({}));
                let status = if self.is_up(call) {
                    CallStatus::Completed
                } else {
                    CallStatus::NoAnswer
                };
                self.end(call, status);
            }
            Due::Word => self.understood(call),
            Due::Star => {
                self.step(call, "presses", json!({"key": "*"}));
                self.part(call);
            }
            Due::Talked | Due::Alone => {
                self.step(call, "hangs-up", json!({}));
                self.end(call, CallStatus::Completed);
            }
        }
    }

    fn step_over(&mut self, call: CallSid) {
        let Some(frame) = self.line(call).and_then(|line| line.frame()) else {
            return;
        };
        match &frame.doing {
            Doing::Sounding => self.go_on(call),
            Doing::Gathering(_) => self.gather_silence(call),
            Doing::Recording(_) => self.recorded(call, None),
            Doing::Apology => self.end(call, CallStatus::Completed),
            Doing::Next | Doing::Fetching(_) | Doing::Queued | Doing::Dialling(_) => {}
        }
    }

    /// Whether the call has been answered.
    pub(super) fn is_up(&self, call: CallSid) -> bool {
        let row = self.voice.calls.get(call);
        row.is_some_and(|row| row.status == CallStatus::InProgress)
    }

    /// The call is answered, unless it is already.
    pub(super) fn answer(&mut self, call: CallSid) {
        let now = self.now;
        let Some(row) = self.voice.call_mut(call) else {
            return;
        };
        if !matches!(row.status, CallStatus::Queued | CallStatus::Ringing) {
            return;
        }
        row.status = CallStatus::InProgress;
        row.started = Some(now);
        row.updated = now;
        self.silence(call, Due::Pickup);
        self.step(call, "answered", json!({}));
        self.tell_status(call, "answered");
        let Some(line) = self.line(call) else {
            return;
        };
        let (tape, sends) = (line.tape.take(), line.sends.take());
        if let Some(keys) = sends {
            self.step(call, "sends-digits", json!({"digits": keys}));
        }
        if let Some(tape) = tape {
            let running = self.start_recording(Some(call), None, tape);
            if let Some(line) = self.line(call) {
                line.recording = Some(running);
            }
        }
    }

    /// A telephone that rings is picked up, or found to be busy or nothing.
    fn picked_up(&mut self, call: CallSid) {
        let Some(line) = self.line(call) else {
            return;
        };
        let purpose = line.purpose.clone();
        match line.pickup {
            Pickup::NoAnswer => return,
            Pickup::Busy => return self.end(call, CallStatus::Busy),
            Pickup::Fails => return self.end(call, CallStatus::Failed),
            Pickup::Answers => {}
        }
        self.silence(call, Due::RingsOut);
        match purpose {
            Purpose::Own(target) => {
                self.answer(call);
                match target {
                    Some(target) => self.fetch(call, Role::Main, target, Vec::new()),
                    None => self.play(call),
                }
            }
            Purpose::Joins(name, room) => {
                self.answer(call);
                if self.join(call, &name, *room).is_none() {
                    self.end(call, CallStatus::Completed);
                }
            }
            Purpose::Dialled { by, whisper } => self.leg_answered(by, call, whisper),
            Purpose::Worker(work) => self.worker_answered(call, &work),
        }
    }

    /// It has rung long enough: the leg itself, or those a `<Dial>` made.
    fn rung_out(&mut self, call: CallSid) {
        if self.is_up(call) || self.is_dialling(call) {
            self.dial_rung_out(call);
        } else {
            self.end(call, CallStatus::NoAnswer);
        }
    }

    /// Connects two calls.
    pub(super) fn connect(&mut self, first: CallSid, second: CallSid) {
        let now = self.now;
        self.answer(first);
        self.answer(second);
        for (call, with) in [(first, second), (second, first)] {
            if let Some(line) = self.line(call) {
                line.talk = Some((with, now));
            }
            self.step(call, "connected", json!({"with": with}));
            self.talks(call);
        }
    }

    /// The person at the other end has somebody to talk to.
    pub(super) fn talks(&mut self, call: CallSid) {
        self.silence(call, Due::Patience);
        self.silence(call, Due::Alone);
        let Some(line) = self.line(call) else {
            return;
        };
        line.met = true;
        if line.alarms.contains_key(&Due::Talked) {
            return;
        }
        if let Some(talk) = line.person.talk {
            self.alarm(call, Due::Talked, talk);
        }
    }

    /// Separates a call from the one it is connected with, or from its conference; each goes on.
    pub(super) fn part(&mut self, call: CallSid) {
        let talk = self.line(call).and_then(|line| line.talk.take());
        if let Some((with, _)) = talk {
            if let Some(line) = self.line(with) {
                line.talk = None;
            }
            self.after_talk(with);
            self.after_talk(call);
        } else if self.line(call).is_some_and(|line| line.room.is_some()) {
            self.leave_room(call, Exit::Left);
            self.after_talk(call);
        }
    }

    /// The conversation of a call is over, the call is not.
    pub(super) fn after_talk(&mut self, call: CallSid) {
        self.silence(call, Due::Talked);
        self.silence(call, Due::Alone);
        self.silence(call, Due::Limit);
        self.silence(call, Due::Star);
        self.served(call);
        let Some(line) = self.line(call) else {
            return;
        };
        let ends = match &line.purpose {
            Purpose::Own(_) => false,
            Purpose::Joins(..) | Purpose::Dialled { .. } => true,
            Purpose::Worker(work) => !matches!(work.what, Errand::Call(_)),
        };
        if ends {
            return self.end(call, CallStatus::Completed);
        }
        let was_queued = line
            .queued
            .as_ref()
            .is_some_and(|queued| queued.left.is_some());
        if was_queued {
            self.after_queue(call, "bridged");
        } else if self.is_dialling(call) {
            self.dial_over(call, None);
        }
    }

    /// The work on a reservation is over with the conversation.
    pub(super) fn served(&mut self, call: CallSid) {
        if let Some(serving) = self.line(call).and_then(|line| line.serving.take()) {
            self.finish(&serving);
        }
    }

    fn finish(&mut self, serving: &Serving) {
        let answer = if serving.wraps {
            ReservationAnswer::Wrap
        } else {
            ReservationAnswer::Complete
        };
        // Somebody may have wrapped up or completed it already, which is as good.
        let _ = self.engine.answer_reservation(
            self.now,
            serving.workspace,
            serving.reservation,
            answer,
        );
        let worker = self
            .engine
            .workspace(serving.workspace)
            .ok()
            .and_then(|workspace| workspace.reservations.get(serving.reservation))
            .map(|reservation| reservation.worker);
        if let (Some(worker), Some(activity)) = (worker, serving.post_work) {
            let update = WorkerUpdate {
                activity: Some(activity),
                ..WorkerUpdate::default()
            };
            // The worker or the activity may be gone.
            let _ = self
                .engine
                .update_worker(self.now, serving.workspace, worker, &update);
        }
    }

    /// Something is wrong with a document or a verb. In a call's own document the caller hears an
    /// apology and the call ends; a caller in a queue leaves it; a whisper is not heard.
    pub(super) fn fail(
        &mut self,
        call: CallSid,
        code: u32,
        message: impl Into<String>,
        url: Option<String>,
    ) {
        let message = message.into();
        self.step(call, "error", json!({"code": code, "message": message}));
        self.alert(call, code, message.clone(), url);
        let role = self
            .line(call)
            .and_then(|line| line.frame())
            .map(|frame| frame.role);
        match role {
            None => {}
            Some(Role::Wait) => self.out_of_queue(call, "error"),
            Some(Role::Whisper) => self.whispered(call),
            Some(Role::Music) => self.music_over(call),
            Some(Role::Announcement) => self.announced(call, Some(&message)),
            Some(Role::Main) => {
                self.answer(call);
                if let Some(frame) = self.line(call).and_then(|line| line.frame()) {
                    frame.doing = Doing::Apology;
                }
                self.alarm(call, Due::Step, speech(APOLOGY));
            }
        }
    }

    /// A call ends.
    pub(crate) fn end(&mut self, call: CallSid, status: CallStatus) {
        let Some(mut line) = self.network.lines.remove(&call) else {
            self.voice.hang_up(self.now, call, status);
            return;
        };
        for key in line.alarms.values() {
            self.network.alarms.remove(key);
        }
        for frame in &line.frames {
            if let Doing::Fetching(number) = frame.doing {
                self.network.requests.remove(&number);
            }
        }
        let now = self.now;
        let was_up = self.is_up(call);
        if let Some(row) = self.voice.call_mut(call) {
            row.status = status;
            row.ended = Some(now);
            row.updated = now;
        }
        self.network.steps.add(
            now,
            (line.root, call),
            "ended",
            [("status".to_owned(), json!(status))].into_iter().collect(),
        );
        if let Some(arrival) = line.arrival {
            self.arrival_over(arrival, line.met);
        }
        if let Some(queued) = line.queued.take() {
            self.hung_up_in_queue(call, &queued);
        }
        let dialling = line.dialling().cloned();
        if let Some(recording) = line.frames.iter().find_map(|frame| match &frame.doing {
            Doing::Recording(recording) => Some((**recording).clone()),
            _ => None,
        }) {
            self.hung_up_recording(call, &line, &recording);
        }
        if let Some(dialling) = &dialling {
            self.hung_up_dialling(call, &line, dialling);
        }
        // Whoever is left is told after what the caller's end means for the task.
        if let Some(serving) = line.serving.take() {
            self.finish(&serving);
        }
        let recorded = line.recording.take().map(|running| {
            let seconds = running.seconds(now);
            self.finish_recording(&running, Some(seconds))
        });
        self.tell_ended(&mut line, recorded.as_ref());
        if let Some(announcement) = line.announcement.take() {
            self.tell_announced(call, &announcement, Some("interrupted"));
        }
        if let Some(room) = line.room.take() {
            self.leave_row(room, call, Exit::HungUp);
        }
        if let Some((with, _)) = line.talk.take() {
            if let Some(other) = self.line(with) {
                other.talk = None;
            }
            self.after_talk(with);
        }
        match &line.purpose {
            Purpose::Own(_) => {}
            Purpose::Joins(name, _) => {
                self.nobody_joins(name);
                if !was_up {
                    self.customer_missed(name);
                }
            }
            Purpose::Dialled { by, .. } => self.leg_over(*by, call, status),
            Purpose::Worker(work) => {
                if !was_up {
                    self.worker_missed(call, work, status);
                } else if work.outbound.is_some() {
                    self.leave_customer_alone(work);
                }
            }
        }
    }
}

impl From<Method> for reqwest::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Post => Self::POST,
        }
    }
}
