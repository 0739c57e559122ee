//! A call that is being played, and where it stands.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::caller::{Person, Pickup};
use super::document::{Document, Element, Method};
use super::music::Announcement;
use super::outbound::Outbound;
use super::recording::{Running, Tape};
use crate::model::sid::{
    ActivitySid, CallSid, ConferenceSid, ReservationSid, TaskSid, VoiceQueueSid, WorkspaceSid,
};
use crate::routing::Moment;

/// Names and values of a webhook's form.
pub(crate) type Form = Vec<(Cow<'static, str>, String)>;

/// Where something is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Target {
    pub(super) url: String,
    pub(super) method: Method,
}

/// A moment at which something is due, and which of several it is.
pub(super) type AlarmKey = (Moment, u64);

/// What is due for a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Due {
    /// What its document does now is over.
    Step,
    /// The person at the other end presses a key or has spoken.
    Input,
    /// A telephone that rings is picked up, or is busy.
    Pickup,
    /// It has rung long enough.
    RingsOut,
    /// The conversation has lasted as long as it may.
    Limit,
    /// The person at the other end has waited long enough.
    Patience,
    /// The person at the other end has said what there was to say.
    Talked,
    /// The person at the other end was left alone and notices.
    Alone,
    /// The person at the other end hangs up on whom they called.
    Star,
    /// Another word has been understood.
    Word,
}

/// A call that is being played.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Line {
    pub(super) sid: CallSid,
    /// The call that brought it about.
    pub(super) root: CallSid,
    pub(super) person: Person,
    pub(super) purpose: Purpose,
    /// Documents, one interrupting the other; the last one is heard.
    pub(super) frames: Vec<Frame>,
    /// Asked when a document of the call cannot be had.
    pub(super) fallback: Option<Target>,
    pub(super) status: Option<StatusCallback>,
    /// Waiting in a queue, or connected out of it.
    pub(super) queued: Option<Queued>,
    /// Whom it is connected with, and since when.
    pub(super) talk: Option<(CallSid, Moment)>,
    pub(super) room: Option<ConferenceSid>,
    /// The reservation that is worked on in this call.
    pub(super) serving: Option<Serving>,
    /// What happens when it rings at the other end.
    pub(super) pickup: Pickup,
    /// The entry of simulated callers it belongs to.
    #[serde(default)]
    pub(super) arrival: Option<usize>,
    /// Whether its caller has talked to somebody.
    #[serde(default)]
    pub(super) met: bool,
    pub(super) alarms: BTreeMap<Due, AlarmKey>,
    /// Recorded as soon as it is answered.
    #[serde(default)]
    pub(super) tape: Option<Tape>,
    #[serde(default)]
    pub(super) recording: Option<Running>,
    /// Keys that are sent when it is answered.
    #[serde(default)]
    pub(super) sends: Option<String>,
    #[serde(default)]
    pub(super) announcement: Option<Announcement>,
    /// Documents asked for at this moment: a guard against circles.
    pub(super) asked: (Moment, u32),
}

/// Why a call is made.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Purpose {
    /// It has a document of its own; when it is the account that calls, asked for when somebody
    /// answers.
    Own(Option<Target>),
    /// The API brings somebody into a conference of this name.
    Joins(String, Box<Room>),
    /// A `<Dial>` of another call.
    Dialled {
        by: CallSid,
        /// What is heard before they are connected.
        whisper: Option<Target>,
    },
    /// A reservation's worker is called.
    Worker(Box<Work>),
}

/// What a worker is called for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Work {
    pub(super) workspace: WorkspaceSid,
    pub(super) reservation: ReservationSid,
    pub(super) task: TaskSid,
    /// The call that waits.
    pub(super) customer: Option<CallSid>,
    /// Whom to call when none waits.
    #[serde(default)]
    pub(super) outbound: Option<Outbound>,
    /// The worker's activity afterwards.
    pub(super) activity_after: Option<ActivitySid>,
    pub(super) what: Errand,
}

/// What happens when the worker answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Errand {
    Dequeue,
    Conference(Box<Room>),
    /// A document.
    Call(Target),
}

/// How somebody takes part in a conference, and what a conference is like.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Room {
    pub(super) muted: bool,
    pub(super) start_on_enter: bool,
    pub(super) end_on_exit: bool,
    /// Whether the conference ends when the customer leaves.
    pub(super) end_on_customer_exit: bool,
    pub(super) label: Option<String>,
    pub(super) coach: Option<CallSid>,
    pub(super) max: Option<u64>,
    #[serde(default)]
    pub(super) tape: Option<Tape>,
    pub(super) status: Option<StatusCallback>,
    /// What is heard until it begins.
    #[serde(default)]
    pub(super) wait: Option<Target>,
}

/// A reservation that is worked on in a call.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Serving {
    pub(super) workspace: WorkspaceSid,
    pub(super) reservation: ReservationSid,
    pub(super) task: TaskSid,
    pub(super) post_work: Option<ActivitySid>,
    /// Whether there is after-work.
    pub(super) wraps: bool,
}

/// A document that is being played.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Frame {
    pub(super) role: Role,
    pub(super) document: Option<Document>,
    /// The next verb.
    pub(super) at: usize,
    pub(super) doing: Doing,
    /// When this document was begun.
    pub(super) since: Moment,
}

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Role {
    /// It is what the call does.
    Main,
    /// It is heard while waiting in a queue.
    Wait,
    /// It is heard before two are connected.
    Whisper,
    /// It is heard until a conference begins, or on hold in one.
    Music,
    /// It is announced in a conference.
    Announcement,
}

/// What a document does at the moment.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Doing {
    /// The next verb is to come.
    Next,
    /// It is asked for.
    Fetching(u64),
    /// Something sounds, until the step is over; without one for ever.
    Sounding,
    Gathering(Box<Gathering>),
    Recording(Box<Recording>),
    /// The call waits in a queue or has been connected out of it.
    Queued,
    Dialling(Box<Dialling>),
    /// An apology is heard, then the call ends.
    Apology,
}

/// A `<Gather>` that listens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Gathering {
    pub(super) verb: Element,
    pub(super) pressed: String,
    /// Keys that will be pressed.
    pub(super) keys: Vec<char>,
    /// What will be said.
    pub(super) speech: Option<String>,
    /// Whether what is played in it is over.
    pub(super) silent: bool,
    /// Words that have been told before all was said.
    #[serde(default)]
    pub(super) words: usize,
}

/// A `<Record>` that listens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Recording {
    pub(super) verb: Element,
    pub(super) running: Running,
    /// Milliseconds of speech.
    pub(super) length: u64,
    pub(super) said: String,
    pub(super) since: Moment,
}

/// A `<Dial>` that rings, or whose sides talk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Dialling {
    pub(super) verb: Element,
    /// Legs that ring.
    pub(super) legs: Vec<CallSid>,
    /// Who is called next, when one is called after the other.
    pub(super) rest: Vec<Element>,
    /// The queue somebody is taken from when they come.
    pub(super) queue: Option<VoiceQueueSid>,
    /// The leg that answered, and when.
    pub(super) answered: Option<(CallSid, Moment)>,
    /// How the last leg ended that did not answer.
    pub(super) failed: Option<String>,
    /// What is added to the action's parameters.
    pub(super) extra: Form,
    /// How it is recorded once it is time.
    #[serde(default)]
    pub(super) tape: Option<Tape>,
    #[serde(default)]
    pub(super) recording: Option<Running>,
}

/// A call in a queue.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Queued {
    pub(super) queue: VoiceQueueSid,
    pub(super) since: Moment,
    pub(super) left: Option<Moment>,
    pub(super) action: Option<Target>,
    pub(super) wait: Option<Target>,
    pub(super) task: Option<(WorkspaceSid, TaskSid)>,
    /// Who waits to be connected with it while it hears a whisper.
    pub(super) wanted_by: Option<CallSid>,
}

/// Whom to tell how a call or a conference goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StatusCallback {
    pub(super) target: Target,
    pub(super) events: Vec<String>,
    /// How many have been sent.
    pub(super) sequence: u32,
    /// Parameters that are always added.
    pub(super) extra: Form,
}

impl Line {
    pub(super) fn frame(&mut self) -> Option<&mut Frame> {
        self.frames.last_mut()
    }

    /// The `<Dial>` of the call's own document.
    pub(super) fn dialling(&mut self) -> Option<&mut Dialling> {
        self.frames
            .iter_mut()
            .rev()
            .find_map(|frame| match &mut frame.doing {
                Doing::Dialling(dialling) => Some(&mut **dialling),
                _ => None,
            })
    }
}
