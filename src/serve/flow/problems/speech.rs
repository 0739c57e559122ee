//! Languages and what is heard in them.

use super::super::{Cue, Language, Phrase, Spoken, Then};
use super::{Check, is_url};
use crate::routing::alike;

impl Check<'_> {
    pub(super) fn languages(&mut self) {
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

    pub(super) fn language(&mut self, place: &str, language: &str) {
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
    pub(super) fn is_used(&self, cue: Cue) -> bool {
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

    pub(super) fn prompts(&mut self) {
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
    pub(super) fn spoken(&mut self, place: &str, spoken: &Spoken, complete: bool) {
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

    pub(super) fn phrase(&mut self, place: &str, phrase: &Phrase) {
        match phrase {
            Phrase::Say(text) if text.trim().is_empty() => self.tell(place, "nothing is said here"),
            Phrase::Say(_) => {}
            Phrase::Play(url) => self.audio(place, url),
        }
    }

    /// Tells of a text that is too long for its voice; whether it is.
    pub(super) fn length(&mut self, place: &str, phrase: &Phrase, language: &Language) -> bool {
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

    pub(super) fn audio(&mut self, place: &str, url: &str) {
        if !is_url(url) {
            self.tell(place, format!("`{url}` is not an absolute URL"));
        }
    }
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
