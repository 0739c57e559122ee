//! `<Dial>`: <https://www.twilio.com/docs/voice/twiml/dial>.

use std::ops::RangeInclusive;

use serde_json::json;

use super::Stage;
use super::conference::room_of;
use super::document::Element;
use super::line::{
    Dialling, Doing, Due, Form, Line, Purpose, Role, Serving, StatusCallback, Target,
};
use super::place::NewLeg;
use super::recording::Tape;
use crate::model::sid::{ActivitySid, CallSid, ReservationSid};
use crate::model::{CallStatus, ReservationStatus};
use crate::routing::engine::ReservationAnswer;

/// Seconds it rings unless told otherwise.
const RINGS: u64 = 30;
/// Seconds a conversation may last unless told otherwise.
const LASTS: u64 = 14_400;
/// Seconds a conversation may be limited to.
const LIMITS: RangeInclusive<u64> = 1..=LASTS;
/// Milliseconds until somebody presses a star.
const REACTION: u64 = 1_000;
/// Twilio's code for a limit that is none.
const BAD_TIME_LIMIT: u32 = 13216;
/// Twilio's code for a reservation that is not there or not pending.
const NO_RESERVATION: u32 = 14217;
/// Twilio's code for a queue's name that leads nowhere.
const NO_QUEUE: u32 = 14212;

impl Stage<'_> {
    pub(super) fn dial(&mut self, call: CallSid, verb: &Element) {
        let mut nouns = verb.children.clone();
        if nouns.is_empty() && !verb.text.is_empty() {
            nouns.push(Element::of("Number", verb.text.clone()));
        }
        let Some(first) = nouns.first().cloned() else {
            return self.go_on(call);
        };
        let tape = self.tape_of_dial(call, verb);
        let rings_recorded = verb
            .get("record")
            .is_some_and(|record| record.starts_with("record-from-ringing"));
        self.check_time_limit(call, verb);
        if let Some(frame) = self.line(call).and_then(|line| line.frame()) {
            frame.doing = Doing::Dialling(Box::new(Dialling {
                verb: verb.clone(),
                legs: Vec::new(),
                rest: Vec::new(),
                queue: None,
                answered: None,
                failed: None,
                extra: Vec::new(),
                tape,
                recording: None,
            }));
        }
        match first.name.as_str() {
            "Conference" => {
                self.step(call, "dials-conference", json!({"name": first.text}));
                let room = room_of(self, call, &first);
                if self.join(call, &first.text, room).is_none() {
                    return self.dial_over(call, Some("failed"));
                }
                self.begin_limit(call, None);
                self.expect_star(call);
            }
            "Queue" => self.dial_queue(call, verb, &first),
            _ if verb.flag("sequential") == Some(true) => {
                nouns.reverse();
                if let Some(dialling) = self.line(call).and_then(|line| line.dialling()) {
                    dialling.rest = nouns;
                }
                self.dial_next(call);
                if rings_recorded {
                    self.record_dial(call);
                }
            }
            _ => {
                for noun in &nouns {
                    self.dial_noun(call, noun);
                }
                self.alarm_ringing(call, verb);
                if rings_recorded {
                    self.record_dial(call);
                }
            }
        }
    }

    fn alarm_ringing(&mut self, call: CallSid, verb: &Element) {
        let seconds = verb.number("timeout").unwrap_or(RINGS);
        self.alarm(call, Due::RingsOut, seconds.saturating_mul(1000));
    }

    /// Calls the next of those who are called one after the other; whether there is one.
    fn dial_next(&mut self, call: CallSid) -> bool {
        let Some(dialling) = self.line(call).and_then(|line| line.dialling()) else {
            return false;
        };
        let verb = dialling.verb.clone();
        let Some(noun) = dialling.rest.pop() else {
            return false;
        };
        self.dial_noun(call, &noun);
        self.alarm_ringing(call, &verb);
        true
    }

    fn dial_noun(&mut self, call: CallSid, noun: &Element) {
        let to = match noun.name.as_str() {
            "Client" => format!("client:{}", noun.text),
            _ => noun.text.clone(),
        };
        let (from, _) = self.parties(call);
        let Some(line) = self.line(call) else {
            return;
        };
        let root = line.root;
        let caller_id = line
            .dialling()
            .and_then(|dialling| dialling.verb.given("callerId").map(str::to_owned));
        let whisper = match noun.given("url").map(str::to_owned) {
            None => None,
            Some(url) => match self.resolved(call, &url) {
                None => return,
                Some(url) => Some(Target {
                    url,
                    method: noun.method("method"),
                }),
            },
        };
        let status = match noun.given("statusCallback").map(str::to_owned) {
            None => None,
            Some(url) => self.resolved(call, &url).map(|url| StatusCallback {
                target: Target {
                    url,
                    method: noun.method("statusCallbackMethod"),
                },
                events: match noun.words("statusCallbackEvent") {
                    events if events.is_empty() => vec!["completed".to_owned()],
                    events => events,
                },
                sequence: 0,
                extra: Vec::new(),
            }),
        };
        let leg = self.dial_out(NewLeg {
            root: Some(root),
            parent: Some(call),
            from: caller_id.unwrap_or(from),
            to,
            direction: "outbound-dial",
            purpose: Purpose::Dialled { by: call, whisper },
            status,
            rings_for: None,
            tape: None,
            sends: noun.given("sendDigits").map(str::to_owned),
        });
        if let Some(dialling) = self.line(call).and_then(|line| line.dialling()) {
            dialling.legs.push(leg);
        }
    }

    pub(super) fn is_dialling(&self, call: CallSid) -> bool {
        self.network.lines.get(&call).is_some_and(|line| {
            line.frames
                .iter()
                .any(|frame| matches!(frame.doing, Doing::Dialling(_)))
        })
    }

    /// Somebody answered a leg; the others ring no more.
    pub(super) fn leg_answered(&mut self, by: CallSid, leg: CallSid, whisper: Option<Target>) {
        let now = self.now;
        self.answer(leg);
        let Some(dialling) = self.line(by).and_then(|line| line.dialling()) else {
            return self.end(leg, CallStatus::Completed);
        };
        dialling.answered = Some((leg, now));
        let others: Vec<CallSid> = dialling
            .legs
            .drain(..)
            .filter(|other| *other != leg)
            .collect();
        self.silence(by, Due::RingsOut);
        for other in others {
            self.end(other, CallStatus::Canceled);
        }
        match whisper {
            Some(target) => self.fetch(leg, Role::Whisper, target, Vec::new()),
            None => self.connect_leg(by, leg),
        }
    }

    /// Connects who dialled with who answered.
    pub(super) fn connect_leg(&mut self, by: CallSid, leg: CallSid) {
        if !self.is_dialling(by) {
            return self.end(leg, CallStatus::Completed);
        }
        self.connect(by, leg);
        self.dial_connected(by, Some(LASTS));
    }

    /// Who dialled has somebody to talk to.
    pub(super) fn dial_connected(&mut self, by: CallSid, lasts: Option<u64>) {
        self.begin_limit(by, lasts);
        self.expect_star(by);
        self.record_dial(by);
    }

    /// The conversation lasts so long at most, in seconds, unless the verb says otherwise.
    fn begin_limit(&mut self, by: CallSid, otherwise: Option<u64>) {
        let limit = self
            .line(by)
            .and_then(|line| line.dialling())
            .and_then(|dialling| dialling.verb.number("timeLimit"))
            .filter(|limit| LIMITS.contains(limit))
            .or(otherwise);
        if let Some(limit) = limit {
            self.alarm(by, Due::Limit, limit.saturating_mul(1000));
        }
    }

    fn check_time_limit(&mut self, call: CallSid, verb: &Element) {
        if let Some(limit) = verb
            .number("timeLimit")
            .filter(|limit| !LIMITS.contains(limit))
        {
            let message = format!(
                "<Dial timeLimit>: {limit} is not between {} and {}",
                LIMITS.start(),
                LIMITS.end()
            );
            self.alert(call, BAD_TIME_LIMIT, message, None);
        }
    }

    /// Who dialled may hang up on the other side with a star, and does when it is what they press
    /// next.
    fn expect_star(&mut self, by: CallSid) {
        let Some(line) = self.line(by) else {
            return;
        };
        let may = line
            .dialling()
            .is_some_and(|dialling| dialling.verb.flag("hangupOnStar") == Some(true));
        let keys = line.person.digits.front().filter(|_| may);
        let Some(waits) = keys.and_then(|keys| keys.strip_suffix('*')) else {
            return;
        };
        if !waits.chars().all(|key| key == 'w') {
            return;
        }
        let waits = u64::try_from(waits.len()).unwrap_or(0).saturating_mul(500);
        line.person.digits.pop_front();
        self.alarm(by, Due::Star, REACTION.saturating_add(waits));
    }

    fn tape_of_dial(&mut self, call: CallSid, verb: &Element) -> Option<Tape> {
        let is_recorded = verb
            .get("record")
            .is_some_and(|record| !matches!(record, "false" | "do-not-record"));
        if !is_recorded {
            return None;
        }
        let document = self.line(call)?.frame()?.document.clone();
        Some(Tape::by(verb, document.as_ref(), "DialVerb"))
    }

    /// Begins to record what was dialled, unless it is recorded already.
    fn record_dial(&mut self, by: CallSid) {
        let tape = self
            .line(by)
            .and_then(|line| line.dialling())
            .and_then(|dialling| dialling.tape.take());
        if let Some(tape) = tape {
            let running = self.start_recording(Some(by), None, tape);
            if let Some(dialling) = self.line(by).and_then(|line| line.dialling()) {
                dialling.recording = Some(running);
            }
        }
    }

    /// Ends the recording of what was dialled, if there is one; one of ringing alone is none.
    pub(super) fn finish_dial_recording(&mut self, dialling: &Dialling, talked: bool) -> Form {
        let Some(running) = &dialling.recording else {
            return Form::new();
        };
        let seconds = running.seconds(self.now);
        let recorded = self.finish_recording(running, talked.then_some(seconds));
        if talked {
            recorded.facts()
        } else {
            Form::new()
        }
    }

    /// A leg of a `<Dial>` is over.
    pub(super) fn leg_over(&mut self, by: CallSid, leg: CallSid, status: CallStatus) {
        let Some(dialling) = self.line(by).and_then(|line| line.dialling()) else {
            return;
        };
        if dialling
            .answered
            .is_some_and(|(answered, _)| answered == leg)
        {
            return self.dial_over(by, None);
        }
        let before = dialling.legs.len();
        dialling.legs.retain(|other| *other != leg);
        if dialling.legs.len() == before {
            return;
        }
        dialling.failed = Some(status.to_string());
        if dialling.legs.is_empty() && !self.dial_next(by) {
            self.dial_over(by, None);
        }
    }

    /// Nobody has answered for long enough.
    pub(super) fn dial_rung_out(&mut self, call: CallSid) {
        let Some(dialling) = self.line(call).and_then(|line| line.dialling()) else {
            return;
        };
        dialling.failed = Some(CallStatus::NoAnswer.to_string());
        let legs = std::mem::take(&mut dialling.legs);
        for leg in legs {
            self.end(leg, CallStatus::NoAnswer);
        }
        if !self.dial_next(call) {
            self.dial_over(call, None);
        }
    }

    /// The `<Dial>` is over; its action is asked for, or the document goes on.
    pub(super) fn dial_over(&mut self, call: CallSid, status: Option<&str>) {
        self.silence(call, Due::RingsOut);
        self.silence(call, Due::Limit);
        let Some(line) = self.line(call) else {
            return;
        };
        let Some(dialling) = line.dialling().cloned() else {
            return;
        };
        if let Some(frame) = line.frame() {
            frame.doing = Doing::Next;
        }
        for leg in &dialling.legs {
            self.end(*leg, CallStatus::Canceled);
        }
        let extra = self.dial_result(&dialling, status);
        if let Some(outcome) = extra.first() {
            self.step(call, "dialled", json!({"status": outcome.1}));
        }
        if dialling.verb.given("action").is_some() {
            self.act(call, &dialling.verb, extra);
        } else {
            self.play(call);
        }
    }

    fn dial_result(&mut self, dialling: &Dialling, status: Option<&str>) -> Form {
        let noun = dialling.verb.children.first();
        let is_leg = noun.is_none_or(|noun| !matches!(noun.name.as_str(), "Queue" | "Conference"));
        let status = match (status, &dialling.answered, &dialling.failed) {
            (Some(status), _, _) => status.to_owned(),
            (None, Some(_), _) => "completed".to_owned(),
            (None, None, Some(failed)) => failed.clone(),
            (None, None, None) if is_leg => CallStatus::NoAnswer.to_string(),
            (None, None, None) => "answered".to_owned(),
        };
        let is_connected = matches!(status.as_str(), "completed" | "answered");
        let mut extra: Form = vec![
            ("DialCallStatus".into(), status),
            ("DialBridged".into(), is_connected.to_string()),
        ];
        if let Some((leg, since)) = dialling.answered {
            let seconds = self.now.seconds_since(since);
            extra.push(("DialCallSid".into(), leg.to_string()));
            extra.push(("DialCallDuration".into(), seconds.to_string()));
        }
        extra.extend(self.finish_dial_recording(dialling, is_connected));
        extra.extend(dialling.extra.iter().cloned());
        extra
    }

    /// Who dialled hangs up.
    pub(super) fn hung_up_dialling(&mut self, call: CallSid, line: &Line, dialling: &Dialling) {
        for leg in &dialling.legs {
            self.end(*leg, CallStatus::Canceled);
        }
        // Somebody answered who still hears a document of their own.
        if let Some((leg, _)) = dialling.answered
            && line.talk.is_none()
        {
            self.end(leg, CallStatus::Completed);
        }
        let result = self.dial_result(dialling, None);
        let url = dialling.verb.given("action").and_then(|action| {
            let document = line.frames.last()?.document.as_ref()?;
            document.resolve(action)
        });
        if let Some(url) = url {
            let target = Target {
                url,
                method: dialling.verb.method("method"),
            };
            let mut parameters = self.parameters(call);
            parameters.extend(result);
            self.tell(call.to_string(), "dial", target, parameters);
        }
    }

    fn dial_queue(&mut self, call: CallSid, verb: &Element, noun: &Element) {
        self.step(call, "dials-queue", json!({"name": noun.text}));
        if let Some(reservation) = noun.given("reservationSid") {
            match self.take_reserved(call, reservation, noun) {
                Ok(waiting) => self.take(call, waiting),
                Err(message) => {
                    self.alert(call, NO_RESERVATION, message, None);
                    self.dial_over(call, Some("failed"));
                }
            }
            return;
        }
        let queue = self
            .voice
            .queues
            .iter()
            .find(|row| row.friendly_name == noun.text)
            .map(|row| row.sid);
        let Some(queue) = queue else {
            let message = format!("there is no queue `{}`", noun.text);
            self.alert(call, NO_QUEUE, message, None);
            return self.dial_over(call, Some("failed"));
        };
        if !self.take_front(call, queue) {
            if let Some(dialling) = self.line(call).and_then(|line| line.dialling()) {
                dialling.queue = Some(queue);
                dialling.failed = Some(CallStatus::NoAnswer.to_string());
            }
            self.network.wanting.insert(call);
            self.alarm_ringing(call, verb);
        }
    }

    /// Accepts a reservation for who dials it; gives the call that waits.
    fn take_reserved(
        &mut self,
        call: CallSid,
        sid: &str,
        noun: &Element,
    ) -> Result<CallSid, String> {
        let sid: ReservationSid = sid
            .parse()
            .map_err(|_| format!("`{sid}` is no reservation"))?;
        let found = self.engine.workspaces().iter().find_map(|workspace| {
            let reservation = workspace.reservations.get(sid)?;
            Some((workspace.sid, reservation.task, reservation.status))
        });
        let Some((workspace, task, status)) = found else {
            return Err(format!("there is no reservation {sid}"));
        };
        if status != ReservationStatus::Pending {
            return Err(format!("reservation {sid} is {status}, not pending"));
        }
        let waiting = self
            .network
            .callers
            .get(&task)
            .copied()
            .filter(|waiting| {
                self.network.lines.get(waiting).is_some_and(|line| {
                    line.queued
                        .as_ref()
                        .is_some_and(|queued| queued.left.is_none())
                })
            })
            .ok_or_else(|| format!("the call of reservation {sid} does not wait"))?;
        self.engine
            .answer_reservation(self.now, workspace, sid, ReservationAnswer::Accept)
            .map_err(|error| error.to_string())?;
        let post_work: Option<ActivitySid> = noun
            .given("postWorkActivitySid")
            .and_then(|sid| sid.parse().ok());
        if let Some(line) = self.line(call) {
            line.serving = Some(Serving {
                workspace,
                reservation: sid,
                task,
                post_work,
                wraps: false,
            });
        }
        Ok(waiting)
    }

    /// What somebody who is taken out of a queue hears first.
    pub(super) fn whisper_of(&mut self, wanting: CallSid) -> Option<Target> {
        let noun = self
            .line(wanting)?
            .dialling()?
            .verb
            .children
            .iter()
            .find(|noun| noun.name == "Queue")?
            .clone();
        let url = self.resolved(wanting, noun.given("url")?)?;
        Some(Target {
            url,
            method: noun.method("method"),
        })
    }
}
