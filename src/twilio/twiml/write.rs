//! Documents as text.

use std::borrow::Cow;
use std::fmt;

use quick_xml::escape::partial_escape;
use serde_json::Value;

use super::{Dial, Enqueue, Gather, Method, Record, Response, Target, Verb};

/// An attribute's value; `None` leaves the attribute out.
type Attribute<'a> = (&'static str, Option<Cow<'a, str>>);

struct Writer(String);

/// The whole document.
pub(super) fn document(response: &Response) -> String {
    let mut writer = Writer(String::with_capacity(512));
    writer
        .0
        .push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    writer.parent("Response", &[], &response.verbs);
    writer.0
}

impl Writer {
    fn verb(&mut self, verb: &Verb) {
        match verb {
            Verb::Say(say) => self.text(
                "Say",
                &[
                    ("voice", text(say.voice.as_deref())),
                    ("language", text(say.language.as_deref())),
                    ("loop", number(say.repeat)),
                ],
                &say.text,
            ),
            Verb::Play(play) => self.text(
                "Play",
                &[
                    ("loop", number(play.repeat)),
                    ("digits", text(play.digits.as_deref())),
                ],
                &play.url,
            ),
            Verb::Pause(pause) => self.text("Pause", &[("length", number(pause.length))], ""),
            Verb::Gather(gather) => self.gather(gather),
            Verb::Redirect(redirect) => {
                self.text(
                    "Redirect",
                    &[("method", method(redirect.method))],
                    &redirect.url,
                );
            }
            Verb::Hangup => self.text("Hangup", &[], ""),
            Verb::Reject(reject) => {
                let reason = reject.busy.then_some(Cow::Borrowed("busy"));
                self.text("Reject", &[("reason", reason)], "");
            }
            Verb::Leave => self.text("Leave", &[], ""),
            Verb::Enqueue(enqueue) => self.enqueue(enqueue),
            Verb::Dial(dial) => self.dial(dial),
            Verb::Record(record) => self.record(record),
        }
    }

    fn gather(&mut self, gather: &Gather) {
        let input = gather.input.map(|input| Cow::Borrowed(input.as_str()));
        self.parent(
            "Gather",
            &[
                ("input", input),
                ("numDigits", number(gather.num_digits)),
                ("timeout", number(gather.timeout)),
                ("speechTimeout", text(gather.speech_timeout.as_deref())),
                ("action", text(gather.action.as_deref())),
                ("method", method(gather.method)),
                ("actionOnEmptyResult", truth(gather.action_on_empty_result)),
                ("finishOnKey", text(gather.finish_on_key.as_deref())),
                ("language", text(gather.language.as_deref())),
                ("hints", text(gather.hints.as_deref())),
            ],
            &gather.verbs,
        );
    }

    fn enqueue(&mut self, enqueue: &Enqueue) {
        self.open(
            "Enqueue",
            &[
                ("workflowSid", shown(enqueue.workflow_sid)),
                ("action", text(enqueue.action.as_deref())),
                ("method", method(enqueue.method)),
                ("waitUrl", text(enqueue.wait_url.as_deref())),
                ("waitUrlMethod", method(enqueue.wait_url_method)),
            ],
        );
        let begun = self.0.len();
        if let Some(task) = &enqueue.task {
            self.text(
                "Task",
                &[
                    ("priority", number(task.priority)),
                    ("timeout", number(task.timeout)),
                ],
                &Value::Object(task.attributes.clone()).to_string(),
            );
        }
        if let Some(queue) = &enqueue.queue {
            self.escaped(queue);
        }
        self.close("Enqueue", begun);
    }

    fn dial(&mut self, dial: &Dial) {
        self.open(
            "Dial",
            &[
                ("action", text(dial.action.as_deref())),
                ("method", method(dial.method)),
                ("timeout", number(dial.timeout)),
                ("timeLimit", number(dial.time_limit)),
                ("callerId", text(dial.caller_id.as_deref())),
                ("hangupOnStar", truth(dial.hangup_on_star)),
                ("answerOnBridge", truth(dial.answer_on_bridge)),
                ("record", text(dial.record.as_deref())),
                (
                    "recordingStatusCallback",
                    text(dial.recording_status_callback.as_deref()),
                ),
            ],
        );
        let begun = self.0.len();
        for target in &dial.targets {
            self.target(target);
        }
        self.close("Dial", begun);
    }

    fn target(&mut self, target: &Target) {
        match target {
            Target::Number { number, url } => {
                self.text("Number", &[("url", text(url.as_deref()))], number);
            }
            Target::Client { identity } => self.text("Client", &[], identity),
            Target::Sip { uri } => self.text("Sip", &[], uri),
            Target::Queue(queue) => self.text(
                "Queue",
                &[
                    ("url", text(queue.url.as_deref())),
                    ("method", method(queue.method)),
                    ("reservationSid", shown(queue.reservation_sid)),
                    ("postWorkActivitySid", shown(queue.post_work_activity_sid)),
                ],
                &queue.name,
            ),
            Target::Conference(conference) => {
                let events = &conference.status_callback_event;
                let events = (!events.is_empty()).then(|| Cow::Owned(events.join(" ")));
                self.text(
                    "Conference",
                    &[
                        ("muted", truth(conference.muted)),
                        (
                            "startConferenceOnEnter",
                            truth(conference.start_conference_on_enter),
                        ),
                        (
                            "endConferenceOnExit",
                            truth(conference.end_conference_on_exit),
                        ),
                        ("coach", shown(conference.coach)),
                        ("maxParticipants", number(conference.max_participants)),
                        ("record", text(conference.record.as_deref())),
                        (
                            "statusCallback",
                            text(conference.status_callback.as_deref()),
                        ),
                        ("statusCallbackEvent", events),
                        ("waitUrl", text(conference.wait_url.as_deref())),
                        ("beep", text(conference.beep.as_deref())),
                        (
                            "participantLabel",
                            text(conference.participant_label.as_deref()),
                        ),
                    ],
                    &conference.name,
                );
            }
        }
    }

    fn record(&mut self, record: &Record) {
        self.text(
            "Record",
            &[
                ("action", text(record.action.as_deref())),
                ("method", method(record.method)),
                ("timeout", number(record.timeout)),
                ("finishOnKey", text(record.finish_on_key.as_deref())),
                ("maxLength", number(record.max_length)),
                ("playBeep", truth(record.play_beep)),
                (
                    "recordingStatusCallback",
                    text(record.recording_status_callback.as_deref()),
                ),
                ("transcribe", truth(record.transcribe)),
                (
                    "transcribeCallback",
                    text(record.transcribe_callback.as_deref()),
                ),
            ],
            "",
        );
    }

    fn parent(&mut self, name: &str, attributes: &[Attribute], verbs: &[Verb]) {
        self.open(name, attributes);
        let begun = self.0.len();
        for verb in verbs {
            self.verb(verb);
        }
        self.close(name, begun);
    }

    fn text(&mut self, name: &str, attributes: &[Attribute], body: &str) {
        self.open(name, attributes);
        let begun = self.0.len();
        self.escaped(body);
        self.close(name, begun);
    }

    fn open(&mut self, name: &str, attributes: &[Attribute]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            if let Some(value) = value {
                self.0.push(' ');
                self.0.push_str(name);
                self.0.push_str("=\"");
                let escaped = partial_escape(allowed(value))
                    .replace('"', "&quot;")
                    // A reader makes blanks of these unless they are written so.
                    .replace('\n', "&#xA;")
                    .replace('\t', "&#x9;");
                self.0.push_str(&escaped);
                self.0.push('"');
            }
        }
        self.0.push('>');
    }

    /// Ends an element; one without content is written in short.
    fn close(&mut self, name: &str, begun: usize) {
        if self.0.len() == begun {
            self.0.pop();
            self.0.push_str("/>");
        } else {
            self.0.push_str("</");
            self.0.push_str(name);
            self.0.push('>');
        }
    }

    fn escaped(&mut self, body: &str) {
        self.0.push_str(&partial_escape(allowed(body)));
    }
}

/// Without the characters that XML 1.0 cannot hold in any spelling.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |character: char| !matches!(character, '\0'..='\x08' | '\x0b'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    if text.chars().all(is_allowed) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|each| is_allowed(*each)).collect())
    }
}

fn text(value: Option<&str>) -> Option<Cow<'_, str>> {
    value.map(Cow::Borrowed)
}

fn number(value: Option<u32>) -> Option<Cow<'static, str>> {
    shown(value)
}

fn shown(value: Option<impl fmt::Display>) -> Option<Cow<'static, str>> {
    value.map(|value| Cow::Owned(value.to_string()))
}

fn truth(value: Option<bool>) -> Option<Cow<'static, str>> {
    value.map(|value| Cow::Borrowed(if value { "true" } else { "false" }))
}

fn method(value: Option<Method>) -> Option<Cow<'static, str>> {
    value.map(|value| Cow::Borrowed(value.as_str()))
}
