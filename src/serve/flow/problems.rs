//! What is wrong with a flow: in itself, and against the workspace it is for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};

use super::super::assignment::{Policy, Way, can_be_called};
use super::super::directory::{Directory, Names};
use super::{Choice, Cue, Flow, Hours, Language, Menu, Phrase, Span, Spoken, Then, Words};
use crate::model::instruction as words;
use crate::model::sid::Sid;
use crate::routing::alike;

/// Something that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The setting, such as `flow.menus.main.options[2].digits`; options are counted from 1.
    pub place: String,
    /// What is wrong with it.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.text)
    }
}

/// Seconds a task may wait at most.
const LONGEST_TIMEOUT: u32 = 14 * 24 * 60 * 60;

/// Seconds a recording may last at most.
const LONGEST_RECORDING: u32 = 14_400;

/// Seconds of a recording that Twilio writes down at most
/// (<https://www.twilio.com/docs/voice/twiml/record#transcribe>).
const LONGEST_TRANSCRIBED: u32 = 120;

/// Attributes that Twilio gives the task of a call, or changes while it goes on
/// (<https://www.twilio.com/docs/taskrouter/twiml-queue-calls>).
const TWILIOS_ATTRIBUTES: [&str; 33] = [
    "call_sid",
    "account_sid",
    "from",
    "to",
    "caller",
    "called",
    "direction",
    "call_status",
    "api_version",
    "from_country",
    "from_state",
    "from_city",
    "from_zip",
    "to_country",
    "to_state",
    "to_city",
    "to_zip",
    "caller_country",
    "caller_state",
    "caller_city",
    "caller_zip",
    "called_country",
    "called_state",
    "called_city",
    "called_zip",
    "worker_call_sid",
    "conference",
    "outbound_to",
    // And what is found by later, at the tasks that the server itself makes.
    "recording_sid",
    "recording_url",
    "recording_duration",
    "callback_for",
    "voicemail_of",
];

/// Those that a message or a call back must not have: it would be taken for a call, or not be found.
const KEPT_ATTRIBUTES: [&str; 7] = [
    "call_sid",
    "conference",
    "recording_sid",
    "recording_url",
    "recording_duration",
    "callback_for",
    "voicemail_of",
];

/// What a choice is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Option,
    Default,
    Number,
    Closed,
    Left,
}

impl Flow {
    /// What is wrong with the flow in itself.
    pub fn problems(&self) -> Vec<Problem> {
        let mut check = Check {
            flow: self,
            found: Vec::new(),
        };
        check.whole();
        check.found
    }

    /// What may be meant as it is written, and probably is not.
    pub fn warnings(&self) -> Vec<Problem> {
        if self.languages.len() < 2 {
            return Vec::new();
        }
        let prompts = self.prompts.iter();
        let prompts =
            prompts.map(|(cue, spoken)| (format!("flow.prompts.{}", cue.as_str()), spoken));
        // One that asks for the language may well be in all of them.
        let menus = self
            .menus
            .iter()
            .filter(|(_, menu)| !menu.offers_languages());
        let menus = menus.map(|(name, menu)| (format!("flow.menus.{name}.prompt"), &menu.prompt));
        let choices = self.choices().into_iter();
        let choices = choices.filter_map(|(place, choice, _)| {
            // Who calls such a number speaks its language.
            let one = choice.language.is_some();
            let spoken = choice.say.as_ref().filter(|_| !one)?;
            Some((format!("{place}.say"), spoken))
        });
        let hours = self.all_hours().into_iter();
        let holidays = hours.flat_map(|(place, hours)| {
            hours.holidays.iter().filter_map(move |(day, holiday)| {
                Some((format!("{place}.holidays.{day}.say"), holiday.say.as_ref()?))
            })
        });
        let plain = |spoken: &Spoken| matches!(spoken, Spoken::Every(Phrase::Say(_)));
        prompts
            .chain(menus)
            .chain(choices)
            .chain(holidays)
            .filter(|(_, spoken)| plain(spoken))
            .map(|(place, _)| Problem {
                place,
                text: "every language's voice reads the same text: write it for each language"
                    .to_owned(),
            })
            .collect()
    }

    /// What is wrong with it in this workspace: names that are none.
    pub fn problems_in(&self, directory: &Directory) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut tell = |place: String, problem: Option<String>| {
            found.extend(problem.map(|text| Problem { place, text }));
        };
        for (place, name) in self.workflow_names() {
            tell(place, unknown("workflow", name, &directory.workflows));
        }
        if self.workflow.is_none() && directory.workflows.only().is_none() {
            let names: Vec<String> = directory
                .workflows
                .names()
                .map(|name| format!("`{name}`"))
                .collect();
            let problem = if names.is_empty() {
                "the workspace has no workflow".to_owned()
            } else {
                format!(
                    "the workspace has several workflows ({}): say which one gets the calls for \
                     which nothing else is said",
                    names.join(", ")
                )
            };
            tell("flow.workflow".to_owned(), Some(problem));
        }
        for (place, channel) in [
            ("flow.voicemail.channel", &self.voicemail.channel),
            ("flow.callback.channel", &self.callback.channel),
        ] {
            if let Some(name) = channel {
                tell(
                    place.to_owned(),
                    unknown("task channel", name, &directory.channels),
                );
            }
        }
        for (place, name) in self.activity_names() {
            tell(place, unknown("activity", name, &directory.activities));
        }
        for (place, policy) in self.policies() {
            let name = policy.reject_activity.as_deref();
            let sid = name.and_then(|name| directory.activities.find(name));
            if let Some(name) = name
                && sid.is_some_and(|sid| directory.taking.contains(&sid))
            {
                let problem = format!(
                    "`{name}` takes tasks: who was rejected would be offered the same one again at \
                     once"
                );
                tell(format!("{place}.reject_activity"), Some(problem));
            }
        }
        found
    }

    /// Every workflow the flow names, and where.
    pub fn workflow_names(&self) -> Vec<(String, &str)> {
        let at = |place: &str| format!("{place}.workflow");
        let mut names: Vec<(String, &str)> = [
            ("flow", &self.workflow),
            ("flow.voicemail", &self.voicemail.workflow),
            ("flow.callback", &self.callback.workflow),
        ]
        .into_iter()
        .filter_map(|(place, name)| Some((at(place), name.as_deref()?)))
        .collect();
        for (place, choice, _) in self.choices() {
            names.extend(choice.workflow.as_deref().map(|name| (at(&place), name)));
        }
        for name in self.assignment.workflows.keys() {
            names.push(("flow.assignment.workflows".to_owned(), name));
        }
        names
    }

    /// Every activity the flow names, and where.
    pub fn activity_names(&self) -> Vec<(String, &str)> {
        let mut names = Vec::new();
        for (place, policy) in self.policies() {
            for (key, name) in [
                ("post_work_activity", &policy.post_work_activity),
                ("reject_activity", &policy.reject_activity),
            ] {
                names.extend(name.as_deref().map(|name| (format!("{place}.{key}"), name)));
            }
        }
        names
    }

    fn policies(&self) -> Vec<(String, &Policy)> {
        let own = self.assignment.workflows.iter();
        let own = own.map(|(name, policy)| (format!("flow.assignment.workflows.{name}"), policy));
        std::iter::once((
            "flow.assignment.default".to_owned(),
            &self.assignment.default,
        ))
        .chain(own)
        .collect()
    }

    /// Every choice there is, with its place.
    fn choices(&self) -> Vec<(String, &Choice, Role)> {
        let mut all = Vec::new();
        if let Some(hours) = &self.hours {
            collect(
                &mut all,
                "flow.hours.closed".to_owned(),
                &hours.closed,
                Role::Closed,
            );
        }
        for (number, choice) in &self.numbers {
            collect(
                &mut all,
                format!("flow.numbers.{number}"),
                choice,
                Role::Number,
            );
        }
        for (name, menu) in &self.menus {
            for (place, option) in (1..).zip(&menu.options) {
                let place = format!("flow.menus.{name}.options[{place}]");
                collect(&mut all, place, option, Role::Option);
            }
            let place = format!("flow.menus.{name}.default");
            collect(&mut all, place, &menu.default, Role::Default);
        }
        for (result, choice) in &self.after_queue {
            let word = serde_json::to_value(result).unwrap_or_default();
            let place = format!("flow.after_queue.{}", word.as_str().unwrap_or_default());
            collect(&mut all, place, choice, Role::Left);
        }
        all
    }

    /// Every set of hours there is, with its place.
    fn all_hours(&self) -> Vec<(String, &Hours)> {
        let own = self
            .hours
            .iter()
            .map(|hours| ("flow.hours".to_owned(), hours));
        let others = self.choices();
        let others = others.into_iter().filter_map(|(place, choice, _)| {
            Some((format!("{place}.hours"), choice.hours.as_ref()?))
        });
        own.chain(others).collect()
    }
}

fn collect<'a>(
    all: &mut Vec<(String, &'a Choice, Role)>,
    place: String,
    choice: &'a Choice,
    role: Role,
) {
    if let Some(hours) = &choice.hours {
        let place = format!("{place}.hours.closed");
        collect(all, place, &hours.closed, Role::Closed);
    }
    all.push((place, choice, role));
}

fn unknown<S: Sid>(kind: &str, name: &str, names: &Names<S>) -> Option<String> {
    names.find(name).is_none().then(|| {
        let question = alike::question(name, names.names());
        format!("the workspace has no {kind} `{name}`{question}")
    })
}

struct Check<'a> {
    flow: &'a Flow,
    found: Vec<Problem>,
}

impl<'a> Check<'a> {
    fn tell(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.found.push(Problem {
            place: place.into(),
            text: text.into(),
        });
    }

    fn whole(&mut self) {
        let flow = self.flow;
        self.languages();
        self.prompts();
        self.time("flow.timeout", flow.timeout);
        self.time("flow.voicemail.timeout", Some(flow.voicemail.timeout));
        self.time("flow.callback.timeout", Some(flow.callback.timeout));
        if let Some(number) = flow.caller_id.as_deref().filter(|number| !is_e164(number)) {
            self.tell(
                "flow.caller_id",
                format!("`{number}` is no number with `+` and country code, without blanks"),
            );
        }
        if let Some(menu) = &flow.menu {
            self.menu_name("flow.menu", menu);
        }
        for number in flow.numbers.keys() {
            let is_address = ["sip:", "client:"]
                .iter()
                .any(|kind| number.starts_with(kind));
            if !is_address && !is_e164(number) {
                self.tell(
                    format!("flow.numbers.{number}"),
                    "no call is to this number: write it with `+` and country code, without blanks",
                );
            }
        }
        for (name, menu) in &flow.menus {
            self.menu(&format!("flow.menus.{name}"), name, menu);
        }
        for (place, choice, role) in flow.choices() {
            self.choice(&place, choice, role);
        }
        for (place, hours) in flow.all_hours() {
            self.hours(&place, hours);
        }
        self.circles();
        self.hold();
        self.voicemail();
        self.callback();
        for (place, policy) in flow.policies() {
            self.policy(&place, policy);
        }
        self.attributes("flow", &flow.attributes, &TWILIOS_ATTRIBUTES);
        for (place, choice, _) in flow.choices() {
            self.attributes(&place, &choice.attributes, &TWILIOS_ATTRIBUTES);
        }
        let voicemail = &flow.voicemail.attributes;
        self.attributes("flow.voicemail", voicemail, &KEPT_ATTRIBUTES);
        self.attributes("flow.callback", &flow.callback.attributes, &KEPT_ATTRIBUTES);
    }

    fn attributes(&mut self, place: &str, attributes: &Map<String, Value>, kept: &[&str]) {
        for name in attributes
            .keys()
            .filter(|name| kept.contains(&name.as_str()))
        {
            self.tell(
                format!("{place}.attributes.{name}"),
                "Twilio or the server sets this one itself: give yours another name",
            );
        }
    }

    fn languages(&mut self) {
        let flow = self.flow;
        if flow.languages.is_empty() {
            self.tell("flow.languages", "there must be one at least");
        }
        for (key, language) in &flow.languages {
            let code = language.code_or(key);
            if !is_language(code) {
                self.tell(
                    format!("flow.languages.{key}.code"),
                    format!("`{code}` is no language: write it like `en-GB`"),
                );
            }
            if let Some(voice) = language.voice.as_deref().filter(|voice| !is_voice(voice)) {
                self.tell(
                    format!("flow.languages.{key}.voice"),
                    format!(
                        "`{voice}` is no voice: write `man`, `woman`, or one like `Polly.Amy-Neural` \
                         or `Google.en-GB-Standard-A`"
                    ),
                );
            }
        }
        match &flow.language {
            Some(language) => self.language("flow.language", language),
            None if flow.languages.len() > 1 => self.tell(
                "flow.language",
                "with several languages, say which one callers hear who have not chosen",
            ),
            None => {}
        }
    }

    fn language(&mut self, place: &str, language: &str) {
        let languages = &self.flow.languages;
        if !languages.contains_key(language) {
            let question = alike::question(language, languages.keys().map(String::as_str));
            self.tell(
                place,
                format!("`flow.languages` has no `{language}`{question}"),
            );
        }
    }

    /// Whether a sentence may be needed at all.
    fn is_used(&self, cue: Cue) -> bool {
        let flow = self.flow;
        let hold = &flow.hold;
        let choices = flow.choices();
        let any = |then| {
            choices
                .iter()
                .any(|(_, choice, _)| choice.then == Some(then))
        };
        match cue {
            Cue::Greeting => flow.prompts.contains_key(&cue),
            Cue::NotHeard | Cue::NotUnderstood => !flow.menus.is_empty(),
            Cue::Closed => flow
                .all_hours()
                .iter()
                .any(|(_, hours)| hours.closed.say.is_none()),
            Cue::Position | Cue::PositionNext => hold.position,
            Cue::ExpectedWait | Cue::ExpectedWaitSoon => hold.expected_wait,
            Cue::OfferVoicemail => hold.voicemail_key.is_some(),
            Cue::OfferCallback => hold.callback_key.is_some(),
            Cue::CallbackAsk | Cue::CallbackNumber | Cue::CallbackConfirmed => {
                hold.callback_key.is_some() || hold.give_up == Then::Callback || any(Then::Callback)
            }
            Cue::Hold
            | Cue::Voicemail
            | Cue::VoicemailNothing
            | Cue::VoicemailThanks
            | Cue::QueueFull
            | Cue::Trouble
            | Cue::Goodbye => true,
        }
    }

    fn prompts(&mut self) {
        let flow = self.flow;
        for (cue, spoken) in &flow.prompts {
            // What a language lacks here may be built in.
            self.spoken(&format!("flow.prompts.{}", cue.as_str()), spoken, false);
        }
        for language in flow.languages.keys() {
            let missing: Vec<String> = Cue::ALL
                .into_iter()
                .filter(|cue| self.is_used(*cue) && flow.phrase(*cue, language).is_none())
                .map(|cue| format!("`{}`", cue.as_str()))
                .collect();
            if !missing.is_empty() {
                self.tell(
                    "flow.prompts",
                    format!(
                        "nothing is written in `{language}` for {}",
                        missing.join(", ")
                    ),
                );
            }
        }
    }

    /// Checks something that is heard; `complete` when every language must have it.
    fn spoken(&mut self, place: &str, spoken: &Spoken, complete: bool) {
        match spoken {
            Spoken::Every(phrase) => {
                self.phrase(place, phrase);
                for language in self.flow.languages.values() {
                    if self.length(place, phrase, language) {
                        break;
                    }
                }
            }
            Spoken::ByLanguage(phrases) => {
                for (language, phrase) in phrases {
                    self.language(&format!("{place}.{language}"), language);
                    let place = format!("{place}.{language}");
                    self.phrase(&place, phrase);
                    if let Some(language) = self.flow.languages.get(language) {
                        self.length(&place, phrase, language);
                    }
                }
                for language in self.flow.languages.keys() {
                    if complete && !phrases.iter().any(|(known, _)| known == language) {
                        self.tell(place, format!("nothing is written in `{language}`"));
                    }
                }
            }
        }
    }

    fn phrase(&mut self, place: &str, phrase: &Phrase) {
        match phrase {
            Phrase::Say(text) if text.trim().is_empty() => self.tell(place, "nothing is said here"),
            Phrase::Say(_) => {}
            Phrase::Play(url) => self.audio(place, url),
        }
    }

    /// Tells of a text that is too long for its voice; whether it is.
    fn length(&mut self, place: &str, phrase: &Phrase, language: &Language) -> bool {
        let Phrase::Say(text) = phrase else {
            return false;
        };
        let most = longest_text(language.voice.as_deref());
        let length = text.chars().count();
        if length > most {
            self.tell(
                place,
                format!("Twilio reads {most} characters at most, and these are {length}"),
            );
        }
        length > most
    }

    fn audio(&mut self, place: &str, url: &str) {
        if !is_url(url) {
            self.tell(place, format!("`{url}` is not an absolute URL"));
        }
    }

    fn menu_name(&mut self, place: &str, menu: &str) {
        let menus = &self.flow.menus;
        if !menus.contains_key(menu) {
            let question = alike::question(menu, menus.keys().map(String::as_str));
            self.tell(place, format!("`flow.menus` has no `{menu}`{question}"));
        }
    }

    fn menu(&mut self, place: &str, name: &str, menu: &Menu) {
        let is_plain = |each: char| each.is_ascii_alphanumeric() || matches!(each, '-' | '_');
        if name.is_empty() || !name.chars().all(is_plain) {
            self.tell(
                place,
                "a menu's name is made of letters, digits, `-` and `_`",
            );
        }
        self.spoken(&format!("{place}.prompt"), &menu.prompt, true);
        if menu.options.is_empty() {
            self.tell(format!("{place}.options"), "there is nothing to choose");
        }
        if !(1..=10).contains(&menu.tries) {
            self.tell(format!("{place}.tries"), "it must be 1 to 10");
        }
        if !(1..=60).contains(&menu.timeout.0) {
            self.tell(format!("{place}.timeout"), "it must be 1 to 60 seconds");
        }
        if !(0.0..=1.0).contains(&menu.confidence) {
            self.tell(format!("{place}.confidence"), "it must be 0 to 1");
        }
        self.keys(place, menu);
        self.words(place, menu);
    }

    fn keys(&mut self, place: &str, menu: &Menu) {
        let mut used: BTreeMap<&str, usize> = BTreeMap::new();
        let mut length = None;
        for (number, option) in (1..).zip(&menu.options) {
            let Some(digits) = option.digits.as_deref() else {
                if option.speech.is_empty() {
                    self.tell(
                        format!("{place}.options[{number}]"),
                        "nothing can be pressed or said for it: give it `digits` or `speech`",
                    );
                }
                continue;
            };
            let place = format!("{place}.options[{number}].digits");
            if digits.is_empty() || !digits.chars().all(is_key) {
                self.tell(
                    &place,
                    format!("`{digits}` are no keys: use 0 to 9, `*` and `#`"),
                );
            }
            if let Some(first) = used.insert(digits, number) {
                self.tell(&place, format!("`{digits}` is option {first} already"));
            }
            if *length.get_or_insert(digits.len()) != digits.len() {
                self.tell(
                    &place,
                    "all options of a menu must have the same number of keys",
                );
            }
        }
    }

    fn words(&mut self, place: &str, menu: &Menu) {
        let languages: Vec<&String> = self.flow.languages.keys().collect();
        let mut told = BTreeSet::new();
        for language in languages {
            let mut used: BTreeMap<String, usize> = BTreeMap::new();
            for (number, option) in (1..).zip(&menu.options) {
                for word in option.speech.in_language(language) {
                    let first = *used.entry(word.to_lowercase()).or_insert(number);
                    if first != number && told.insert((number, word)) {
                        self.tell(
                            format!("{place}.options[{number}].speech"),
                            format!("`{word}` is option {first} already"),
                        );
                    }
                }
            }
        }
    }

    fn choice(&mut self, place: &str, choice: &Choice, role: Role) {
        if role != Role::Option && (choice.digits.is_some() || !choice.speech.is_empty()) {
            self.tell(place, "`digits` and `speech` are for the options of menus");
        }
        if let Words::ByLanguage(words) = &choice.speech {
            for language in words.keys() {
                self.language(&format!("{place}.speech"), language);
            }
        }
        if let Some(spoken) = &choice.say {
            self.spoken(&format!("{place}.say"), spoken, true);
        }
        if let Some(language) = &choice.language {
            self.language(&format!("{place}.language"), language);
        }
        self.time(&format!("{place}.timeout"), choice.timeout);
        let ways = [
            choice.menu.is_some(),
            choice.dial.is_some(),
            choice.then.is_some(),
        ];
        if ways.into_iter().filter(|way| *way).count() > 1 {
            self.tell(place, "only one of `menu`, `dial` and `then` can come next");
        }
        if let Some(menu) = &choice.menu {
            self.menu_name(&format!("{place}.menu"), menu);
        }
        if let Some(address) = choice.dial.as_deref().filter(|uri| !can_be_called(uri)) {
            self.tell(
                format!("{place}.dial"),
                format!("`{address}` is neither a number nor a `client:` or `sip:` address"),
            );
        }
        if matches!(role, Role::Closed | Role::Default | Role::Left) && choice.hours.is_some() {
            // Where else a call could go would have hours of its own, and so on without end.
            let has_hours = role != Role::Default;
            if has_hours {
                self.tell(format!("{place}.hours"), "there are no hours within hours");
            }
        }
    }

    fn time(&mut self, place: &str, timeout: Option<Span>) {
        if timeout.is_some_and(|span| !(1..=LONGEST_TIMEOUT).contains(&span.0)) {
            self.tell(place, "a task waits between a second and two weeks");
        }
    }

    fn hours(&mut self, place: &str, hours: &Hours) {
        if hours.zone().is_err() {
            let known: Vec<String> = jiff::tz::db()
                .available()
                .map(|name| name.to_string())
                .collect();
            let question = alike::question(&hours.time_zone, known.iter().map(String::as_str));
            self.tell(
                format!("{place}.time_zone"),
                format!("there is no time zone `{}`{question}", hours.time_zone),
            );
        }
        if hours.open.values().all(|openings| openings.0.is_empty()) {
            self.tell(format!("{place}.open"), "it is never open");
        }
        for (day, holiday) in &hours.holidays {
            if let Some(spoken) = &holiday.say {
                self.spoken(&format!("{place}.holidays.{day}.say"), spoken, true);
            }
        }
    }

    /// A caller who does nothing must come somewhere: following what becomes of them must not lead
    /// to a menu they come from.
    fn circles(&mut self) {
        let flow = self.flow;
        let next = |choice: &'a Choice| {
            let closed = choice.hours.iter().map(|hours| &*hours.closed);
            std::iter::once(choice)
                .chain(closed)
                .filter_map(|choice| choice.menu.as_deref())
                .collect::<Vec<&str>>()
        };
        for (name, menu) in &flow.menus {
            let mut open = next(&menu.default);
            let mut seen = BTreeSet::new();
            while let Some(reached) = open.pop() {
                if reached == name {
                    self.tell(
                        format!("flow.menus.{name}.default"),
                        "a caller who chooses nothing comes back here for ever",
                    );
                    break;
                }
                if seen.insert(reached)
                    && let Some(menu) = flow.menus.get(reached)
                {
                    open.extend(next(&menu.default));
                }
            }
        }
    }

    fn hold(&mut self) {
        let hold = &self.flow.hold;
        self.audio("flow.hold.audio", &hold.audio);
        if !(1..=1000).contains(&hold.repeat) {
            self.tell("flow.hold.repeat", "it must be 1 to 1000");
        }
        for (key, pressed) in [
            ("voicemail_key", &hold.voicemail_key),
            ("callback_key", &hold.callback_key),
        ] {
            if let Some(pressed) = pressed
                && !(pressed.len() == 1 && pressed.chars().all(is_key))
            {
                self.tell(
                    format!("flow.hold.{key}"),
                    format!("`{pressed}` is no key: use one of 0 to 9, `*` and `#`"),
                );
            }
        }
        if hold.voicemail_key.is_some() && hold.voicemail_key == hold.callback_key {
            self.tell("flow.hold.callback_key", "it leads to voicemail already");
        }
        if hold.give_up == Then::Queue {
            self.tell("flow.hold.give_up", "the caller is in the queue already");
        }
    }

    fn voicemail(&mut self) {
        let voicemail = &self.flow.voicemail;
        if !(2..=LONGEST_RECORDING).contains(&voicemail.max_length.0) {
            self.tell(
                "flow.voicemail.max_length",
                format!("a message lasts 2 to {LONGEST_RECORDING} seconds"),
            );
        }
        if voicemail.min_length >= voicemail.max_length {
            self.tell("flow.voicemail.min_length", "no message can be this long");
        }
        if voicemail.transcribe && voicemail.max_length.0 > LONGEST_TRANSCRIBED {
            self.tell(
                "flow.voicemail.transcribe",
                format!(
                    "Twilio writes down messages of {LONGEST_TRANSCRIBED} seconds at most: shorten \
                     `max_length`"
                ),
            );
        }
        if voicemail.silence.0 == 0 {
            self.tell("flow.voicemail.silence", "it must be a second at least");
        }
        if !voicemail.finish_key.chars().all(is_key) {
            self.tell(
                "flow.voicemail.finish_key",
                format!(
                    "`{}` are no keys: use 0 to 9, `*` and `#`",
                    voicemail.finish_key
                ),
            );
        }
    }

    fn callback(&mut self) {
        let code = self.flow.callback.country_code.as_deref();
        let is_code = |code: &str| {
            (1..=3).contains(&code.len()) && code.bytes().all(|each| each.is_ascii_digit())
        };
        if let Some(code) = code.filter(|code| !is_code(code)) {
            self.tell(
                "flow.callback.country_code",
                format!("`{code}` is no country code: write it like `49`"),
            );
        }
    }

    fn policy(&mut self, place: &str, policy: &Policy) {
        let from = policy.from.as_deref();
        let is_from = |from: &str| matches!(from, "called" | "caller") || can_be_called(from);
        if let Some(from) = from.filter(|from| !is_from(from)) {
            self.tell(
                format!("{place}.from"),
                format!("`{from}` is neither `called`, `caller` nor a number"),
            );
        }
        if policy
            .timeout
            .is_some_and(|span| !words::RINGING.contains(&span.0))
        {
            let (shortest, longest) = words::RINGING.into_inner();
            self.tell(
                format!("{place}.timeout"),
                format!("it rings {shortest} to {longest} seconds"),
            );
        }
        let participants = policy.max_participants;
        if participants.is_some_and(|most| !words::PARTICIPANTS.contains(&most)) {
            self.tell(format!("{place}.max_participants"), "it must be 2 to 250");
        }
        for (key, word, known) in [
            ("beep", &policy.beep, words::BEEP),
            (
                "conference_trim",
                &policy.conference_trim,
                words::CONFERENCE_TRIM,
            ),
            (
                "recording_channels",
                &policy.recording_channels,
                words::RECORDING_CHANNELS,
            ),
            ("region", &policy.region, words::REGIONS),
            (
                "jitter_buffer_size",
                &policy.jitter_buffer_size,
                words::JITTER_BUFFER_SIZES,
            ),
        ] {
            if let Some(word) = word {
                self.word(&format!("{place}.{key}"), word, known);
            }
        }
        for (key, list, known) in [
            (
                "status_callback_events",
                &policy.status_callback_events,
                words::CALL_EVENTS,
            ),
            (
                "conference_status_callback_events",
                &policy.conference_status_callback_events,
                words::CONFERENCE_EVENTS,
            ),
        ] {
            for word in list.iter().flatten() {
                self.word(&format!("{place}.{key}"), word, known);
            }
        }
        for (key, url) in [
            ("url", &policy.url),
            ("status_callback", &policy.status_callback),
            ("wait_url", &policy.wait_url),
            (
                "conference_status_callback",
                &policy.conference_status_callback,
            ),
            ("recording_callback", &policy.recording_callback),
        ] {
            if let Some(url) = url
                .as_deref()
                .filter(|url| !is_url(url) && !url.starts_with('/'))
            {
                self.tell(
                    format!("{place}.{key}"),
                    format!("`{url}` is neither a URL nor a path that begins with `/`"),
                );
            }
        }
        let default = &self.flow.assignment.default;
        let url = policy.url.as_ref().or(default.url.as_ref());
        if policy.instruction == Some(Way::Redirect) && url.is_none() {
            self.tell(
                format!("{place}.url"),
                "`redirect` needs the URL of what the caller hears",
            );
        }
    }

    fn word(&mut self, place: &str, word: &str, known: &[&str]) {
        if !known.contains(&word) {
            self.tell(
                place,
                format!(
                    "`{word}` is not one of {}{}",
                    known.join(", "),
                    alike::question(word, known.iter().copied())
                ),
            );
        }
    }
}

fn is_key(each: char) -> bool {
    each.is_ascii_digit() || matches!(each, '*' | '#')
}

/// Whether it is a language of BCP-47 by its form.
fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    let is_first = |part: &str| {
        (2..=3).contains(&part.len()) && part.bytes().all(|each| each.is_ascii_alphabetic())
    };
    let is_other = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|each| each.is_ascii_alphanumeric())
    };
    parts.next().is_some_and(is_first) && parts.all(is_other)
}

/// Whether it is a voice by its form: providers bring out new ones
/// (<https://www.twilio.com/docs/voice/twiml/say/text-speech>).
fn is_voice(voice: &str) -> bool {
    let is_name = |name: &str| {
        let mut parts = name.split('-');
        !name.is_empty()
            && parts.all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric))
    };
    match voice.split_once('.') {
        Some(("Polly", name)) => {
            let (_, kind) = name.split_once('-').unwrap_or((name, "Neural"));
            is_name(name) && matches!(kind, "Neural" | "Generative")
        }
        Some(("Google", name)) => {
            let language = name.splitn(3, '-').take(2).collect::<Vec<&str>>().join("-");
            is_name(name) && name.split('-').count() >= 3 && is_language(&language)
        }
        Some((provider, name)) => provider == "ElevenLabs" && is_name(name),
        None => matches!(voice, "man" | "woman" | "alice"),
    }
}

/// Characters that a voice reads in one go (<https://www.twilio.com/docs/api/errors/13521>).
fn longest_text(voice: Option<&str>) -> usize {
    match voice.and_then(|voice| voice.split_once('.')) {
        Some(("Polly", _)) => 3000,
        Some(("Google", _)) => 5000,
        _ => 4096,
    }
}

/// Whether it is written as Twilio writes numbers.
fn is_e164(number: &str) -> bool {
    let digits = number.strip_prefix('+').unwrap_or_default();
    (7..=15).contains(&digits.len())
        && digits.bytes().all(|each| each.is_ascii_digit())
        && !digits.starts_with('0')
}

fn is_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
