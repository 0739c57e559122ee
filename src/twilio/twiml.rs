//! TwiML, the documents that tell a call what happens next:
//! <https://www.twilio.com/docs/voice/twiml>.
//!
//! A document is a value whose fields are the attributes that Twilio documents; an attribute that is
//! `None` is left out, so that Twilio's default holds. Written, it is one line, byte for byte what
//! Twilio's own library for Node writes.

use std::borrow::Cow;
use std::fmt;

use quick_xml::escape::partial_escape;
use serde_json::{Map, Value};

use crate::model::sid::{ActivitySid, CallSid, ReservationSid, WorkflowSid};

/// A whole document. An empty one ends the call.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Response {
    /// What happens, in this order.
    pub verbs: Vec<Verb>,
}

/// One step of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Verb {
    /// Text is spoken.
    Say(Say),
    /// A file or keys are played.
    Play(Play),
    /// Nothing is heard for a while.
    Pause(Pause),
    /// Keys or speech are waited for.
    Gather(Gather),
    /// Another document takes the place of this one.
    Redirect(Redirect),
    /// The call ends.
    Hangup,
    /// The call is not answered.
    Reject(Reject),
    /// The caller leaves the queue; only in the document of a wait URL.
    Leave,
    /// The caller waits in a queue.
    Enqueue(Enqueue),
    /// Somebody is called and connected.
    Dial(Dial),
    /// What the caller says is recorded.
    Record(Record),
}

/// `<Say>`: <https://www.twilio.com/docs/voice/twiml/say>.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Say {
    /// A name such as `Polly.Lea`.
    pub voice: Option<String>,
    /// BCP-47.
    pub language: Option<String>,
    /// How often; 0 for ever.
    pub repeat: Option<u32>,
    /// What is said.
    pub text: String,
}

/// `<Play>`: <https://www.twilio.com/docs/voice/twiml/play>.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Play {
    /// How often; 0 for ever.
    pub repeat: Option<u32>,
    /// Keys instead of a file.
    pub digits: Option<String>,
    /// Where the file is.
    pub url: String,
}

/// `<Pause>`: <https://www.twilio.com/docs/voice/twiml/pause>.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pause {
    /// Seconds; 1 unless given.
    pub length: Option<u32>,
}

/// What a `<Gather>` listens for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// Keys alone.
    Dtmf,
    /// Speech alone.
    Speech,
    /// Whichever comes first.
    DtmfSpeech,
}

impl Input {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Dtmf => "dtmf",
            Self::Speech => "speech",
            Self::DtmfSpeech => "dtmf speech",
        }
    }
}

/// How a document is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// With the parameters in the query; the answer may be kept.
    Get,
    /// With the parameters as a form.
    Post,
}

impl Method {
    /// As HTTP spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// `<Gather>`: <https://www.twilio.com/docs/voice/twiml/gather>. When nothing is entered, the
/// document goes on behind it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gather {
    /// What is listened for; keys unless given.
    pub input: Option<Input>,
    /// After how many keys the action is asked for at once.
    pub num_digits: Option<u32>,
    /// Seconds of silence that end the input; 5 unless given.
    pub timeout: Option<u32>,
    /// Seconds of silence that end speech, or `auto`.
    pub speech_timeout: Option<String>,
    /// Where the input goes; this document's URL unless given.
    pub action: Option<String>,
    /// How the action is asked for.
    pub method: Option<Method>,
    /// Whether the action is asked for when nothing was entered.
    pub action_on_empty_result: Option<bool>,
    /// The key that ends the input and is no part of it; none when empty.
    pub finish_on_key: Option<String>,
    /// The language of the speech, BCP-47.
    pub language: Option<String>,
    /// Words that are likely, separated by commas.
    pub hints: Option<String>,
    /// What is heard meanwhile: [`Verb::Say`], [`Verb::Play`] and [`Verb::Pause`].
    pub verbs: Vec<Verb>,
}

/// `<Redirect>`: <https://www.twilio.com/docs/voice/twiml/redirect>.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// How the document is asked for.
    pub method: Option<Method>,
    /// Where it is.
    pub url: String,
}

/// `<Reject>`: <https://www.twilio.com/docs/voice/twiml/reject>.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reject {
    /// Whether the caller hears that the line is busy.
    pub busy: bool,
}

/// `<Enqueue>`: <https://www.twilio.com/docs/voice/twiml/enqueue>.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Enqueue {
    /// The workflow that gets a task for the call.
    pub workflow_sid: Option<WorkflowSid>,
    /// Asked for when the call leaves the queue; the document goes on unless given.
    pub action: Option<String>,
    /// How the action is asked for.
    pub method: Option<Method>,
    /// What is heard meanwhile.
    pub wait_url: Option<String>,
    /// How that is asked for.
    pub wait_url_method: Option<Method>,
    /// The task, with a workflow.
    pub task: Option<EnqueuedTask>,
    /// The queue, without a workflow.
    pub queue: Option<String>,
}

/// `<Task>` in an `<Enqueue>`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EnqueuedTask {
    /// Higher is sooner.
    pub priority: Option<u32>,
    /// Seconds until the task is canceled.
    pub timeout: Option<u32>,
    /// Attributes, to which Twilio adds those of the call.
    pub attributes: Map<String, Value>,
}

/// `<Dial>`: <https://www.twilio.com/docs/voice/twiml/dial>.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dial {
    /// Asked for when the conversation is over; the document goes on unless given.
    pub action: Option<String>,
    /// How the action is asked for.
    pub method: Option<Method>,
    /// Seconds it rings.
    pub timeout: Option<u32>,
    /// Seconds the conversation may last.
    pub time_limit: Option<u32>,
    /// The number that is shown.
    pub caller_id: Option<String>,
    /// Whether the caller may end the conversation with `*`.
    pub hangup_on_star: Option<bool>,
    /// Whether the call is answered only when the other side answers.
    pub answer_on_bridge: Option<bool>,
    /// `record-from-answer` and the like.
    pub record: Option<String>,
    /// Where the recording is reported.
    pub recording_status_callback: Option<String>,
    /// Who is called.
    pub targets: Vec<Target>,
}

/// Whom a `<Dial>` calls.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A telephone.
    Number {
        /// In E.164.
        number: String,
        /// A document the called one hears first.
        url: Option<String>,
    },
    /// A browser or an app.
    Client {
        /// Its name.
        identity: String,
    },
    /// A SIP address.
    Sip {
        /// `sip:…`
        uri: String,
    },
    /// Whoever waits in a queue.
    Queue(Queue),
    /// A conference.
    Conference(Conference),
}

/// `<Queue>` in a `<Dial>`: <https://www.twilio.com/docs/voice/twiml/queue>.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Queue {
    /// A document the one who waits hears before.
    pub url: Option<String>,
    /// How that is asked for.
    pub method: Option<Method>,
    /// The reservation whose call it is.
    pub reservation_sid: Option<ReservationSid>,
    /// The worker's activity afterwards.
    pub post_work_activity_sid: Option<ActivitySid>,
    /// The queue's name; empty with a reservation.
    pub name: String,
}

/// `<Conference>` in a `<Dial>`: <https://www.twilio.com/docs/voice/twiml/conference>.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conference {
    /// Whether the others do not hear this one.
    pub muted: Option<bool>,
    /// Whether the conference begins with this one.
    pub start_conference_on_enter: Option<bool>,
    /// Whether it ends with this one.
    pub end_conference_on_exit: Option<bool>,
    /// The call that is coached.
    pub coach: Option<CallSid>,
    /// How many may take part.
    pub max_participants: Option<u32>,
    /// `record-from-start` or `do-not-record`.
    pub record: Option<String>,
    /// Where it is reported what happens.
    pub status_callback: Option<String>,
    /// What is reported.
    pub status_callback_event: Vec<String>,
    /// What is heard until it begins; silence when empty.
    pub wait_url: Option<String>,
    /// `true`, `false`, `onEnter` or `onExit`.
    pub beep: Option<String>,
    /// This one's name in it.
    pub participant_label: Option<String>,
    /// The conference's name.
    pub name: String,
}

/// `<Record>`: <https://www.twilio.com/docs/voice/twiml/record>. When nothing is said, the document
/// goes on behind it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// Where the recording goes.
    pub action: Option<String>,
    /// How the action is asked for.
    pub method: Option<Method>,
    /// Seconds of silence that end it; 5 unless given.
    pub timeout: Option<u32>,
    /// The keys that end it.
    pub finish_on_key: Option<String>,
    /// Seconds it may last; 3,600 unless given.
    pub max_length: Option<u32>,
    /// Whether a tone is heard before; so it is unless told otherwise.
    pub play_beep: Option<bool>,
    /// Where the finished file is reported.
    pub recording_status_callback: Option<String>,
    /// Whether it is written down.
    pub transcribe: Option<bool>,
    /// Where the text goes.
    pub transcribe_callback: Option<String>,
}

impl Response {
    /// A document of these verbs.
    pub fn new(verbs: impl IntoIterator<Item = Verb>) -> Self {
        Self {
            verbs: verbs.into_iter().collect(),
        }
    }
}

impl fmt::Display for Response {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut writer = Writer(String::with_capacity(512));
        writer
            .0
            .push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        writer.parent("Response", &[], &self.verbs);
        formatter.write_str(&writer.0)
    }
}

/// An attribute's value; `None` leaves the attribute out.
type Attribute<'a> = (&'static str, Option<Cow<'a, str>>);

struct Writer(String);

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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

    fn written(verbs: impl IntoIterator<Item = Verb>) -> String {
        let text = Response::new(verbs).to_string();
        text.strip_prefix(HEAD)
            .expect("every document begins so")
            .to_owned()
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn menus_are_written_as_twilios_library_writes_them() {
        let gather = Gather {
            input: Some(Input::DtmfSpeech),
            num_digits: Some(1),
            timeout: Some(5),
            action: some("/menu?lang=fr&x=1"),
            method: Some(Method::Post),
            action_on_empty_result: Some(true),
            hints: some("a, b"),
            verbs: vec![Verb::Say(Say {
                voice: some("Polly.Lea"),
                language: some("fr-FR"),
                text: "Tapez 1 & attendez <l'agent>".to_owned(),
                ..Say::default()
            })],
            ..Gather::default()
        };
        let redirect = Redirect {
            method: Some(Method::Post),
            url: "/voice".to_owned(),
        };
        assert_eq!(
            written([Verb::Gather(gather), Verb::Redirect(redirect)]),
            r#"<Response><Gather input="dtmf speech" numDigits="1" timeout="5" action="/menu?lang=fr&amp;x=1" method="POST" actionOnEmptyResult="true" hints="a, b"><Say voice="Polly.Lea" language="fr-FR">Tapez 1 &amp; attendez &lt;l'agent&gt;</Say></Gather><Redirect method="POST">/voice</Redirect></Response>"#
        );
    }

    #[test]
    fn queues_are_written_as_twilios_library_writes_them() {
        let attributes = json!({"type": "support", "lang": "fr"});
        let enqueue = Enqueue {
            workflow_sid: Some("WW00000000000000000000000000000001".parse().unwrap()),
            action: some("/after-queue"),
            wait_url: some("/wait"),
            wait_url_method: Some(Method::Post),
            task: Some(EnqueuedTask {
                priority: Some(5),
                timeout: Some(200),
                attributes: attributes.as_object().unwrap().clone(),
            }),
            ..Enqueue::default()
        };
        assert_eq!(
            written([Verb::Enqueue(enqueue)]),
            r#"<Response><Enqueue workflowSid="WW00000000000000000000000000000001" action="/after-queue" waitUrl="/wait" waitUrlMethod="POST"><Task priority="5" timeout="200">{"type":"support","lang":"fr"}</Task></Enqueue></Response>"#
        );
        let dial = Dial {
            timeout: Some(20),
            answer_on_bridge: Some(true),
            targets: vec![Target::Queue(Queue {
                url: some("/whisper"),
                reservation_sid: Some("WR00000000000000000000000000000001".parse().unwrap()),
                post_work_activity_sid: Some("WA00000000000000000000000000000001".parse().unwrap()),
                name: "WW00000000000000000000000000000001".to_owned(),
                ..Queue::default()
            })],
            ..Dial::default()
        };
        assert_eq!(
            written([Verb::Dial(dial)]),
            r#"<Response><Dial timeout="20" answerOnBridge="true"><Queue url="/whisper" reservationSid="WR00000000000000000000000000000001" postWorkActivitySid="WA00000000000000000000000000000001">WW00000000000000000000000000000001</Queue></Dial></Response>"#
        );
    }

    #[test]
    fn conferences_are_written_as_twilios_library_writes_them() {
        let dial = Dial {
            record: some("record-from-answer"),
            targets: vec![Target::Conference(Conference {
                start_conference_on_enter: Some(true),
                end_conference_on_exit: Some(false),
                status_callback: some("https://e.com/cb"),
                status_callback_event: ["start", "end", "join", "leave"].map(String::from).into(),
                wait_url: some(""),
                beep: some("onEnter"),
                participant_label: some("agent"),
                name: "WT00000000000000000000000000000001".to_owned(),
                ..Conference::default()
            })],
            ..Dial::default()
        };
        assert_eq!(
            written([Verb::Dial(dial)]),
            r#"<Response><Dial record="record-from-answer"><Conference startConferenceOnEnter="true" endConferenceOnExit="false" statusCallback="https://e.com/cb" statusCallbackEvent="start end join leave" waitUrl="" beep="onEnter" participantLabel="agent">WT00000000000000000000000000000001</Conference></Dial></Response>"#
        );
    }

    #[test]
    fn small_verbs_are_written_as_twilios_library_writes_them() {
        let verbs = [
            Verb::Say(Say {
                text: "x".to_owned(),
                ..Say::default()
            }),
            Verb::Play(Play {
                repeat: Some(0),
                url: "http://e.com/a.mp3".to_owned(),
                ..Play::default()
            }),
            Verb::Pause(Pause { length: Some(2) }),
            Verb::Leave,
            Verb::Hangup,
            Verb::Reject(Reject { busy: true }),
            Verb::Enqueue(Enqueue {
                queue: some("support"),
                ..Enqueue::default()
            }),
        ];
        assert_eq!(
            written(verbs),
            r#"<Response><Say>x</Say><Play loop="0">http://e.com/a.mp3</Play><Pause length="2"/><Leave/><Hangup/><Reject reason="busy"/><Enqueue>support</Enqueue></Response>"#
        );
        assert_eq!(written([]), "<Response/>");
    }

    #[test]
    fn nothing_a_caller_says_breaks_the_document() {
        let say = |text: &str| {
            Verb::Say(Say {
                voice: some("a\"b<\n>&"),
                text: text.to_owned(),
                ..Say::default()
            })
        };
        assert_eq!(
            written([say("\"]]></Say>\u{1}\u{0}&amp;")]),
            "<Response><Say voice=\"a&quot;b&lt;&#xA;&gt;&amp;\">\
             \"]]&gt;&lt;/Say&gt;&amp;amp;</Say></Response>"
        );
    }

    #[test]
    fn others_are_dialled_and_messages_recorded() {
        let dial = Dial {
            caller_id: some("+15550100"),
            targets: vec![
                Target::Number {
                    number: "+15550101".to_owned(),
                    url: None,
                },
                Target::Client {
                    identity: "ana".to_owned(),
                },
                Target::Sip {
                    uri: "sip:ana@example.com".to_owned(),
                },
            ],
            ..Dial::default()
        };
        let record = Record {
            action: some("/voice/recording"),
            max_length: Some(120),
            ..Record::default()
        };
        assert_eq!(
            written([Verb::Dial(dial), Verb::Record(record)]),
            r#"<Response><Dial callerId="+15550100"><Number>+15550101</Number><Client>ana</Client><Sip>sip:ana@example.com</Sip></Dial><Record action="/voice/recording" maxLength="120"/></Response>"#
        );
    }
}
