//! `<Record>`: <https://www.twilio.com/docs/voice/twiml/record>.

use serde_json::json;

use super::Stage;
use super::document::Element;
use super::line::{Doing, Due, Form, Line, Recording, Target};
use super::recording::Tape;
use crate::model::sid::CallSid;

/// Keys that end a recording unless told otherwise.
const KEYS: &str = "1234567890*#";
/// Seconds of silence that end a recording unless told otherwise.
const SILENCE: u64 = 5;
/// Seconds a recording may last unless told otherwise.
const LONGEST: u64 = 3_600;

impl Stage<'_> {
    pub(super) fn record(&mut self, call: CallSid, verb: &Element) {
        let now = self.now;
        let Some(line) = self.line(call) else {
            return;
        };
        let (length, said) = line.person.message();
        let document = line.frame().and_then(|frame| frame.document.clone());
        // Who has a key left to press that ends it need not be waited for.
        let keys = verb.get("finishOnKey").unwrap_or(KEYS);
        let ends_with_key = line
            .person
            .digits
            .front()
            .and_then(|digits| digits.chars().next())
            .is_some_and(|key| keys.contains(key));
        if ends_with_key {
            line.person.digits.pop_front();
        }
        let longest = verb.number("maxLength").unwrap_or(LONGEST) * 1000;
        let silence = verb.number("timeout").unwrap_or(SILENCE) * 1000;
        let cut = length >= longest;
        let length = length.min(longest);
        let lasts = if cut || ends_with_key {
            length
        } else {
            length.saturating_add(silence).min(longest)
        };
        let tape = Tape::by(verb, document.as_ref(), "RecordVerb");
        let running = self.start_recording(Some(call), None, tape);
        if let Some(frame) = self.line(call).and_then(|line| line.frame()) {
            frame.doing = Doing::Recording(Box::new(Recording {
                running,
                verb: verb.clone(),
                length,
                said,
                since: now,
            }));
        }
        self.step(call, "records", json!({}));
        self.alarm(call, Due::Step, lasts);
    }

    /// A recording is over: a silent one is none.
    pub(super) fn recorded(&mut self, call: CallSid, key: Option<char>) {
        let recording = match self
            .line(call)
            .and_then(|line| line.frame())
            .map(|frame| &frame.doing)
        {
            Some(Doing::Recording(recording)) => (**recording).clone(),
            _ => return,
        };
        if recording.length == 0 {
            self.finish_recording(&recording.running, None);
            self.step(call, "recorded-nothing", json!({}));
            return self.go_on(call);
        }
        let extra = self.report_recording(call, None, &recording, key);
        self.act(call, &recording.verb, extra);
    }

    /// The caller hung up while a message was recorded.
    pub(super) fn hung_up_recording(&mut self, call: CallSid, line: &Line, recording: &Recording) {
        let mut recording = recording.clone();
        let heard = self.now.milliseconds_since(recording.since);
        recording.length = recording.length.min(heard);
        if recording.length == 0 {
            self.finish_recording(&recording.running, None);
            return;
        }
        let mut extra = self.report_recording(call, Some(line), &recording, None);
        let action = recording.verb.get("action").unwrap_or_default();
        let document = line.frames.last().and_then(|frame| frame.document.as_ref());
        let Some(url) = document.and_then(|document| match action {
            "" => document.url.as_ref().map(url::Url::to_string),
            action => document.resolve(action),
        }) else {
            return;
        };
        for (name, value) in &mut extra {
            if name == "Digits" {
                "hangup".clone_into(value);
            }
        }
        let target = Target {
            url,
            method: recording.verb.method("method"),
        };
        let mut parameters = self.parameters(call);
        parameters.extend(extra);
        self.tell(call.to_string(), "record", target, parameters);
    }

    /// Tells who wants to know that there is a recording; gives what the action is told.
    fn report_recording(
        &mut self,
        call: CallSid,
        gone: Option<&Line>,
        recording: &Recording,
        key: Option<char>,
    ) -> Form {
        let seconds = recording.length.div_ceil(1000);
        let recorded = self.finish_recording(&recording.running, Some(seconds));
        let (sid, url) = (recorded.sid, recorded.url.clone());
        let verb = &recording.verb;
        self.step(
            call,
            "recorded",
            json!({"recording_sid": sid, "seconds": seconds, "text": recording.said}),
        );
        let document = match gone {
            Some(line) => line.frames.last().and_then(|frame| frame.document.clone()),
            None => self
                .line(call)
                .and_then(|line| line.frame())
                .and_then(|frame| frame.document.clone()),
        };
        let target = |name: &str, method: &str| {
            let url = document.as_ref()?.resolve(verb.given(name)?)?;
            Some(Target {
                url,
                method: verb.method(method),
            })
        };
        let transcribes = verb.flag("transcribe") == Some(true);
        if let Some(target) = target("transcribeCallback", "method").filter(|_| transcribes) {
            let mut parameters = self.parameters(call);
            parameters.extend([
                (
                    "TranscriptionSid".into(),
                    sid.to_string().replacen("RE", "TR", 1),
                ),
                ("TranscriptionText".into(), recording.said.clone()),
                ("TranscriptionStatus".into(), "completed".to_owned()),
                ("TranscriptionUrl".into(), format!("{url}/Transcriptions")),
                ("RecordingSid".into(), sid.to_string()),
                ("RecordingUrl".into(), url.clone()),
            ]);
            let target = Target {
                method: super::Method::Post,
                ..target
            };
            self.tell(call.to_string(), "transcription", target, parameters);
        }
        let mut extra = recorded.facts();
        extra.push(("Digits".into(), key.map(String::from).unwrap_or_default()));
        extra
    }
}
