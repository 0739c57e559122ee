//! `<Gather>`: <https://www.twilio.com/docs/voice/twiml/gather>.

use serde_json::json;

use super::Stage;
use super::caller::{played, repeated, speech};
use super::document::Element;
use super::line::{Doing, Due, Form, Gathering, Target};
use crate::model::sid::CallSid;

/// Milliseconds until somebody presses the first key, or speaks after what they heard.
const REACTION: u64 = 1_000;
/// Milliseconds between two keys.
const BETWEEN_KEYS: u64 = 250;
/// Milliseconds of silence that end speech when the service is to decide.
const AUTO: u64 = 1_000;
/// How sure speech is recognised.
const CONFIDENCE: &str = "0.9";

/// Milliseconds a word of this takes to be said.
fn per_word(text: &str) -> u64 {
    let words = u64::try_from(text.split_whitespace().count()).unwrap_or(1);
    speech(text) / words.max(1)
}

impl Gathering {
    /// Milliseconds of silence that end it.
    fn timeout(&self) -> u64 {
        match self.verb.get("timeout") {
            Some("auto") => AUTO,
            _ => self
                .verb
                .number("timeout")
                .unwrap_or(5)
                .saturating_mul(1000),
        }
    }

    /// Milliseconds of silence that end speech.
    fn speech_timeout(&self) -> u64 {
        match self.verb.get("speechTimeout") {
            Some("auto") => AUTO,
            None => self.timeout(),
            Some(_) => match self.verb.number("speechTimeout") {
                Some(seconds) => seconds.saturating_mul(1000),
                None => self.timeout(),
            },
        }
    }

    fn finish_on_key(&self) -> &str {
        self.verb.get("finishOnKey").unwrap_or("#")
    }
}

impl Stage<'_> {
    pub(super) fn gather(&mut self, call: CallSid, verb: &Element) {
        let inputs = verb.words("input");
        let listens_for = |input: &str| inputs.iter().any(|word| word == input);
        let keys_count = inputs.is_empty() || listens_for("dtmf");
        let Some(line) = self.line(call) else {
            return;
        };
        let keys = if keys_count {
            line.person.digits.pop_front()
        } else {
            None
        };
        let pressed_keys: Vec<char> = keys.unwrap_or_default().chars().rev().collect();
        let speech_text = if listens_for("speech") && pressed_keys.is_empty() {
            line.person.says.pop_front().filter(|text| !text.is_empty())
        } else {
            None
        };
        let presses = !pressed_keys.is_empty();
        if let Some(frame) = line.frame() {
            frame.doing = Doing::Gathering(Box::new(Gathering {
                verb: verb.clone(),
                pressed: String::new(),
                keys: pressed_keys,
                speech: speech_text,
                silent: false,
                words: 0,
            }));
        }
        self.step(
            call,
            "gather",
            json!({"input": verb.get("input").unwrap_or("dtmf")}),
        );
        let mut length = Some(0_u64);
        for inner in &verb.children {
            let sounds = match inner.name.as_str() {
                "Say" => {
                    self.step(call, "say", json!({"text": inner.text}));
                    repeated(speech(&inner.text), inner.number("loop"))
                }
                "Play" => {
                    self.step(call, "play", json!({"url": inner.text}));
                    repeated(played(inner.given("digits")), inner.number("loop"))
                }
                _ => Some(inner.number("length").unwrap_or(1).saturating_mul(1000)),
            };
            length = length
                .zip(sounds)
                .map(|(so_far, more)| so_far.saturating_add(more));
            if length.is_none() {
                break;
            }
        }
        if let Some(length) = length {
            self.alarm(call, Due::Step, length);
        }
        if presses {
            self.alarm(call, Due::Input, REACTION);
        } else if length.is_none() {
            // What never ends is interrupted.
            self.speak(call);
        }
    }

    fn gathering(&mut self, call: CallSid) -> Option<&mut Gathering> {
        match &mut self.line(call)?.frame()?.doing {
            Doing::Gathering(gathering) => Some(gathering),
            _ => None,
        }
    }

    /// Begins to say what there is to say.
    fn speak(&mut self, call: CallSid) -> bool {
        let Some(gathering) = self.gathering(call) else {
            return false;
        };
        let Some(text) = gathering.speech.clone() else {
            return false;
        };
        let silence = gathering.speech_timeout();
        let gathering_tells = gathering.verb.given("partialResultCallback").is_some();
        self.silence(call, Due::Step);
        let length = REACTION
            .saturating_add(speech(&text))
            .saturating_add(silence);
        let told_meanwhile = gathering_tells;
        self.alarm(call, Due::Input, length);
        if told_meanwhile {
            self.alarm(call, Due::Word, REACTION.saturating_add(per_word(&text)));
        }
        true
    }

    /// What is played is over, or nothing was entered for long enough.
    pub(super) fn gather_silence(&mut self, call: CallSid) {
        let Some(gathering) = self.gathering(call) else {
            return;
        };
        if gathering.silent {
            return self.gathered(call, None, None);
        }
        gathering.silent = true;
        let timeout = gathering.timeout();
        if !self.speak(call) {
            self.alarm(call, Due::Step, timeout);
        }
    }

    /// A key is pressed, or something has been said.
    pub(super) fn input(&mut self, call: CallSid) {
        let Some(gathering) = self.gathering(call) else {
            return;
        };
        let Some(key) = gathering.keys.pop() else {
            if let Some(text) = gathering.speech.take() {
                self.step(call, "says", json!({"text": text}));
                self.gathered(call, None, Some(text));
            }
            return;
        };
        let timeout = gathering.timeout();
        let more = !gathering.keys.is_empty();
        if key == 'w' {
            // Half a second in which nothing is pressed.
            if more {
                self.alarm(call, Due::Input, 500);
            }
            return;
        }
        gathering.silent = true;
        if gathering.finish_on_key().contains(key) {
            self.step(call, "presses", json!({"key": key}));
            return self.gathered(call, Some(key), None);
        }
        gathering.pressed.push(key);
        let count = u64::try_from(gathering.pressed.chars().count()).unwrap_or(u64::MAX);
        let enough = gathering
            .verb
            .number("numDigits")
            .is_some_and(|wanted| count >= wanted);
        self.step(call, "presses", json!({"key": key}));
        if enough {
            return self.gathered(call, None, None);
        }
        self.alarm(call, Due::Step, timeout);
        if more {
            self.alarm(call, Due::Input, BETWEEN_KEYS);
        }
    }

    /// Another word of what is said has been understood, which is told before all is said.
    pub(super) fn understood(&mut self, call: CallSid) {
        let Some(gathering) = self.gathering(call) else {
            return;
        };
        let Some(text) = gathering.speech.clone() else {
            return;
        };
        let sequence = gathering.words;
        gathering.words += 1;
        let verb = gathering.verb.clone();
        let words: Vec<&str> = text.split_whitespace().collect();
        let so_far = words[..words.len().min(sequence + 1)].join(" ");
        let url = verb.given("partialResultCallback").unwrap_or_default();
        let Some(url) = self.resolved(call, url) else {
            return;
        };
        let mut parameters = self.parameters(call);
        parameters.extend([
            ("SequenceNumber".into(), sequence.to_string()),
            ("UnstableSpeechResult".into(), so_far),
            ("Stability".into(), CONFIDENCE.to_owned()),
            (
                "Language".into(),
                verb.get("language").unwrap_or("en-US").to_owned(),
            ),
        ]);
        let target = Target {
            url,
            method: verb.method("partialResultCallbackMethod"),
        };
        self.tell(call.to_string(), "partial-result", target, parameters);
        if sequence + 1 < words.len() {
            self.alarm(call, Due::Word, per_word(&text));
        }
    }

    /// The input is over.
    fn gathered(&mut self, call: CallSid, key: Option<char>, said: Option<String>) {
        self.silence(call, Due::Step);
        self.silence(call, Due::Input);
        self.silence(call, Due::Word);
        let Some(gathering) = self.gathering(call) else {
            return;
        };
        let verb = gathering.verb.clone();
        let pressed = std::mem::take(&mut gathering.pressed);
        let nothing = pressed.is_empty() && said.is_none();
        if nothing && verb.flag("actionOnEmptyResult") != Some(true) {
            self.step(call, "gathered-nothing", json!({}));
            return self.go_on(call);
        }
        let mut extra: Form = vec![("msg".into(), "Gather End".to_owned())];
        if let Some(text) = said {
            let language = verb.get("language").unwrap_or("en-US");
            extra.push(("SpeechResult".into(), text));
            extra.push(("Confidence".into(), CONFIDENCE.to_owned()));
            extra.push(("Language".into(), language.to_owned()));
        } else {
            extra.push(("Digits".into(), pressed));
            if let Some(key) = key {
                extra.push(("FinishedOnKey".into(), key.to_string()));
            }
        }
        self.act(call, &verb, extra);
    }
}
