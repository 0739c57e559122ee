//! The flow: what callers hear, what they may choose and where their calls go, as the `[flow]`
//! section of the settings says it.
//!
//! Nothing here answers a webhook: that is done by [`super::voice`] and [`super::assignment`], from
//! these values alone.

mod hours;
mod problems;
mod prompts;
#[cfg(test)]
pub(in crate::serve) mod tests;
mod tree;
mod value;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::assignment::Policies;

pub use crate::cli::{Days, Openings, Times};
pub use hours::{Day, Holiday, Hours, Opening};
pub use problems::Problem;
pub use prompts::Cue;
pub use tree::tree;
pub use value::{Phrase, Span, Spoken, Words};

/// The `[flow]` section. Without one, calls in English go to the workspace's only workflow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// The language, by its key, of callers who have not chosen one; the only language unless
    /// there are several.
    pub language: Option<String>,
    /// The languages that are spoken, by a key of your own, which the task's attribute
    /// `selected_language` gets; English unless given.
    #[serde(default = "english")]
    pub languages: BTreeMap<String, Language>,
    /// The sentences that are needed besides those of the menus. What is not written is built in
    /// for English, German, French, Spanish and Hindi.
    #[serde(default)]
    pub prompts: BTreeMap<Cue, Spoken>,
    /// The workflow, by name or SID, of calls for which nothing else is said; the workspace's only
    /// workflow unless given.
    pub workflow: Option<String>,
    /// The priority of tasks for which nothing else is said; 0 is Twilio's own.
    pub priority: Option<u32>,
    /// How long a task may wait until it is canceled; Twilio's own is a day.
    pub timeout: Option<Span>,
    /// Attributes of every task. `{from}`, `{to}` and `{call_sid}` in a text stand for the call's.
    #[serde(default)]
    pub attributes: Map<String, Value>,
    /// The number, one of yours, that is shown to those whom a worker calls.
    pub caller_id: Option<String>,
    /// The menu callers hear first; without one they are put through to the queue.
    pub menu: Option<String>,
    /// When somebody is there; always unless given.
    pub hours: Option<Hours>,
    /// What is different for calls to one number, by the number with `+`. `say` takes the
    /// greeting's place; `then = "queue"` leaves the menu out.
    #[serde(default)]
    pub numbers: BTreeMap<String, Choice>,
    /// The menus by a name of your own.
    #[serde(default)]
    pub menus: BTreeMap<String, Menu>,
    /// What is heard while waiting.
    #[serde(default)]
    pub hold: Hold,
    /// Messages of callers who do not wait.
    #[serde(default)]
    pub voicemail: Voicemail,
    /// Calls back to callers who do not wait.
    #[serde(default)]
    pub callback: Callback,
    /// What becomes of a call that left the queue, by Twilio's `QueueResult`. Unless said
    /// otherwise a call nobody could take goes to voicemail.
    #[serde(default)]
    pub after_queue: BTreeMap<QueueResult, Choice>,
    /// How a task is given to the worker it is reserved for.
    #[serde(default)]
    pub assignment: Policies,
}

fn english() -> BTreeMap<String, Language> {
    BTreeMap::from([("en".to_owned(), Language::default())])
}

impl Default for Flow {
    fn default() -> Self {
        Self {
            language: None,
            languages: english(),
            prompts: BTreeMap::new(),
            workflow: None,
            priority: None,
            timeout: None,
            attributes: Map::new(),
            caller_id: None,
            menu: None,
            hours: None,
            numbers: BTreeMap::new(),
            menus: BTreeMap::new(),
            hold: Hold::default(),
            voicemail: Voicemail::default(),
            callback: Callback::default(),
            after_queue: BTreeMap::new(),
            assignment: Policies::default(),
        }
    }
}

/// A language and its voice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a language, such as { code = \"en-GB\" }"
)]
pub struct Language {
    /// What Twilio calls it (BCP-47, such as `en-GB`), to speak and to understand; the key unless
    /// given, `en-US` for `en`, `fr-FR` for `fr` and so on.
    pub code: Option<String>,
    /// One of Twilio's voices, such as `Polly.Amy-Neural`; Twilio's own choice unless given.
    pub voice: Option<String>,
}

/// A question with choices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a menu, with a `prompt` and `options`"
)]
pub struct Menu {
    /// What is asked. Where the menu lets callers choose their language, it is said in every
    /// language until they have.
    pub prompt: Spoken,
    /// What may be chosen.
    pub options: Vec<Choice>,
    /// What becomes of a caller who chooses nothing, tries used up; the queue unless given.
    #[serde(default)]
    pub default: Choice,
    /// How often it is asked.
    #[serde(default = "two")]
    pub tries: u32,
    /// How long a choice is waited for.
    #[serde(default = "five_seconds")]
    pub timeout: Span,
    /// How sure (0 to 1) Twilio must be to have understood speech.
    #[serde(default = "fairly_sure")]
    pub confidence: f64,
}

/// What Twilio itself doubts is asked again rather than sent to the wrong team.
const fn fairly_sure() -> f64 {
    0.4
}

const fn two() -> u32 {
    2
}

const fn five_seconds() -> Span {
    Span(5)
}

/// Where a call goes, and with what.
///
/// What a choice says holds from there on: the language, the workflow and the attributes that
/// were chosen in one menu are still there behind the next.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "where to go, such as { workflow = \"Support\" } or { menu = \"team\" }"
)]
pub struct Choice {
    /// The key that is pressed, or several; only in a menu's options.
    pub digits: Option<String>,
    /// The words that are said instead; only in a menu's options.
    #[serde(default)]
    pub speech: Words,
    /// What it is called where it is shown.
    pub label: Option<String>,
    /// What is said before it goes on.
    pub say: Option<Spoken>,
    /// The language from here on.
    pub language: Option<String>,
    /// The team, which becomes the task's attribute `team`.
    pub team: Option<String>,
    /// The workflow from here on, by name or SID.
    pub workflow: Option<String>,
    /// The task's priority from here on.
    pub priority: Option<u32>,
    /// How long the task may wait, from here on.
    pub timeout: Option<Span>,
    /// Attributes of the task, added to those there are.
    #[serde(default)]
    pub attributes: Map<String, Value>,
    /// When this choice is open; always unless given.
    pub hours: Option<Hours>,
    /// The menu that comes next.
    pub menu: Option<String>,
    /// The number, `client:` or `sip:` address that the call is put through to instead.
    pub dial: Option<String>,
    /// What comes next when it is no menu and nobody is dialled; the queue unless given.
    pub then: Option<Then>,
}

/// What becomes of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Then {
    /// It waits for a worker.
    Queue,
    /// The caller leaves a message.
    Voicemail,
    /// The caller is called back.
    Callback,
    /// It ends, after something was said.
    HangUp,
}

/// What is heard while waiting, and the ways out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    default,
    expecting = "the section of the waiting, with its keys"
)]
pub struct Hold {
    /// The URL of what is played; some of Twilio's music unless given.
    pub audio: String,
    /// How often it is played before the next announcement.
    pub repeat: u32,
    /// Whether callers are told their place in line. Twilio counts everybody who waits for the
    /// same workflow.
    pub position: bool,
    /// Whether callers are told how long it takes.
    pub expected_wait: bool,
    /// The key that leads to voicemail; none unless given.
    pub voicemail_key: Option<String>,
    /// The key that leads to a call back; none unless given.
    pub callback_key: Option<String>,
    /// How long a caller waits at most; for ever unless given.
    pub give_up_after: Option<Span>,
    /// What becomes of the call then.
    pub give_up: Then,
}

impl Default for Hold {
    fn default() -> Self {
        Self {
            audio: "https://com.twilio.music.classical.s3.amazonaws.com/BusyStrings.mp3".to_owned(),
            repeat: 1,
            position: true,
            expected_wait: true,
            voicemail_key: None,
            callback_key: None,
            give_up_after: None,
            give_up: Then::Voicemail,
        }
    }
}

/// A message over a long weekend is still there on Tuesday; Twilio cancels tasks after a day.
const A_WEEK: Span = Span(7 * 24 * 60 * 60);

/// Messages. Each becomes a task with the attributes `type` (`voicemail`), `from`,
/// `recording_sid`, `recording_url` and `recording_duration`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    default,
    expecting = "the section of the voicemail, with its keys"
)]
pub struct Voicemail {
    /// How long a message may be.
    pub max_length: Span,
    /// Shorter messages are only somebody hanging up, and are not kept.
    pub min_length: Span,
    /// How long a silence ends it.
    pub silence: Span,
    /// The keys that end it.
    pub finish_key: String,
    /// Whether a tone is heard before.
    pub beep: bool,
    /// Whether Twilio writes down what was said, in English; the text becomes the attribute
    /// `transcription`.
    pub transcribe: bool,
    /// The workflow of the task; that of the call unless given.
    pub workflow: Option<String>,
    /// The priority of the task; that of the call unless given.
    pub priority: Option<u32>,
    /// How long the task may wait until it is canceled; a week unless given, as nobody holds the
    /// line.
    pub timeout: Span,
    /// The channel of the task, by unique name; `default` unless given.
    pub channel: Option<String>,
    /// More attributes of the task.
    pub attributes: Map<String, Value>,
}

impl Default for Voicemail {
    fn default() -> Self {
        Self {
            max_length: Span(120),
            min_length: Span(2),
            silence: Span(5),
            finish_key: "#".to_owned(),
            beep: true,
            transcribe: false,
            workflow: None,
            priority: None,
            timeout: A_WEEK,
            channel: None,
            attributes: Map::new(),
        }
    }
}

/// Calls back. Each becomes a task with the attributes `type` (`callback`), `phone` and `from`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    default,
    expecting = "the section of the calls back, with its keys"
)]
pub struct Callback {
    /// Whether callers may enter another number than the one they call from. Who calls without a
    /// number is asked anyway.
    pub ask_number: bool,
    /// The country code, without `+`, of numbers that are entered without one.
    pub country_code: Option<String>,
    /// Whether the task is as old as the call, so that it does not lose its place.
    pub keep_waiting_time: bool,
    /// The workflow of the task; that of the call unless given.
    pub workflow: Option<String>,
    /// The priority of the task; that of the call unless given.
    pub priority: Option<u32>,
    /// How long the task may wait until it is canceled; a week unless given, as nobody holds the
    /// line.
    pub timeout: Span,
    /// The channel of the task, by unique name; `default` unless given.
    pub channel: Option<String>,
    /// More attributes of the task.
    pub attributes: Map<String, Value>,
}

impl Default for Callback {
    fn default() -> Self {
        Self {
            ask_number: false,
            country_code: None,
            keep_waiting_time: true,
            workflow: None,
            priority: None,
            timeout: A_WEEK,
            channel: None,
            attributes: Map::new(),
        }
    }
}

/// How a call left the queue
/// (<https://www.twilio.com/docs/voice/twiml/enqueue#queueresult-values>).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QueueResult {
    /// A worker has spoken with the caller.
    Bridged,
    /// A worker is being connected.
    BridgingInProcess,
    /// The call could not be put into the queue.
    Error,
    /// The caller has hung up.
    Hangup,
    /// The caller has left, or nobody could take the call.
    Leave,
    /// The call was sent elsewhere.
    Redirected,
    /// The call was sent elsewhere from a conversation.
    RedirectedFromBridged,
    /// Nobody more can wait.
    QueueFull,
    /// Twilio failed.
    SystemError,
}

impl QueueResult {
    /// What a request calls it.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(word);
        Self::deserialize(word).ok()
    }

    /// Whether there is nothing left to say to the caller.
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            Self::Bridged
                | Self::BridgingInProcess
                | Self::Hangup
                | Self::Redirected
                | Self::RedirectedFromBridged
        )
    }
}

impl Flow {
    /// The language, with its key, of callers who have not chosen one.
    pub fn first_language(&self) -> (&str, &Language) {
        static ENGLISH: Language = Language {
            code: None,
            voice: None,
        };
        self.language
            .as_deref()
            .and_then(|key| self.languages.get_key_value(key))
            .or_else(|| self.languages.iter().next())
            .map_or(("en", &ENGLISH), |(key, language)| (key.as_str(), language))
    }

    /// A language by its key; the first one unless it is known.
    pub fn language_or_first<'a>(&'a self, key: Option<&str>) -> (&'a str, &'a Language) {
        key.and_then(|key| self.languages.get_key_value(key))
            .map_or_else(
                || self.first_language(),
                |(key, language)| (key.as_str(), language),
            )
    }

    /// Every language, the first one first.
    pub fn languages_in_order(&self) -> Vec<(&str, &Language)> {
        let (first, language) = self.first_language();
        let others = self.languages.iter().filter(|(key, _)| *key != first);
        std::iter::once((first, language))
            .chain(others.map(|(key, language)| (key.as_str(), language)))
            .collect()
    }

    /// The sentence for an occasion in a language, as it was written or is built in.
    pub fn phrase(&self, cue: Cue, language: &str) -> Option<Phrase> {
        let written = self.prompts.get(&cue);
        written
            .and_then(|spoken| spoken.in_language(language))
            .cloned()
            .or_else(|| {
                let code = self.languages.get(language)?.code_or(language);
                cue.built_in(code).map(|text| Phrase::Say(text.to_owned()))
            })
    }
}

/// Twilio names languages with a country.
const USUAL_CODES: [(&str, &str); 16] = [
    ("ar", "ar-AE"),
    ("da", "da-DK"),
    ("de", "de-DE"),
    ("en", "en-US"),
    ("es", "es-ES"),
    ("fr", "fr-FR"),
    ("hi", "hi-IN"),
    ("it", "it-IT"),
    ("ja", "ja-JP"),
    ("ko", "ko-KR"),
    ("nl", "nl-NL"),
    ("pl", "pl-PL"),
    ("pt", "pt-BR"),
    ("ru", "ru-RU"),
    ("sv", "sv-SE"),
    ("tr", "tr-TR"),
];

impl Language {
    /// What Twilio calls it.
    pub fn code_or<'a>(&'a self, key: &'a str) -> &'a str {
        let usual = USUAL_CODES.iter().find(|(short, _)| *short == key);
        let otherwise = usual.map_or(key, |(_, code)| code);
        self.code.as_deref().unwrap_or(otherwise)
    }
}

impl Menu {
    /// Whether callers choose their language here.
    pub fn offers_languages(&self) -> bool {
        self.options.iter().any(|option| option.language.is_some())
    }
}
