//! TwiML, the documents that tell a call what happens next:
//! <https://www.twilio.com/docs/voice/twiml>.
//!
//! A document is a value whose fields are the attributes that Twilio documents; an attribute that is
//! `None` is left out, so that Twilio's default holds. Written, it is one line, byte for byte what
//! Twilio's own library for Node writes.

mod write;

#[cfg(test)]
mod tests;

use std::fmt;

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
        formatter.write_str(&write::document(self))
    }
}
