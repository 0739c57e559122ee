//! What callers can do while they wait and when nobody is there.

use super::super::Then;
use super::{Check, is_key};

/// Seconds a recording may last at most.
const LONGEST_RECORDING: u32 = 14_400;

/// Seconds of a recording that Twilio writes down at most
/// (<https://www.twilio.com/docs/voice/twiml/record#transcribe>).
const LONGEST_TRANSCRIBED: u32 = 120;

impl Check<'_> {
    pub(super) fn hold(&mut self) {
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

    pub(super) fn voicemail(&mut self) {
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

    pub(super) fn callback(&mut self) {
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
}
