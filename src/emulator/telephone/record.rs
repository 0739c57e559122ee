//! `<Record>` and recordings: <https://www.twilio.com/docs/voice/twiml/record>.

use serde_json::json;

use super::Stage;
use super::document::Element;
use super::line::{Doing, Due, Form, Line, Recording, Target};
use crate::emulator::voice::API_VERSION;
use crate::model::sid::{CallSid, RecordingSid};

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
        if let Some(frame) = line.frame() {
            frame.doing = Doing::Recording(Box::new(Recording {
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
        let (sid, url) = self.new_recording();
        let seconds = recording.length.div_ceil(1000);
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
        let is_wanted = {
            let events = verb.words("recordingStatusCallbackEvent");
            events.is_empty() || events.iter().any(|event| event == "completed")
        };
        if let Some(target) =
            target("recordingStatusCallback", "recordingStatusCallbackMethod").filter(|_| is_wanted)
        {
            let mut parameters = self.recording_facts((sid, &url), seconds, "RecordVerb");
            parameters.push(("CallSid".into(), call.to_string()));
            self.tell(call.to_string(), "recording", target, parameters);
        }
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
        vec![
            ("RecordingUrl".into(), url),
            ("RecordingSid".into(), sid.to_string()),
            ("RecordingDuration".into(), seconds.to_string()),
            ("Digits".into(), key.map(String::from).unwrap_or_default()),
        ]
    }

    /// What a recording's status callback says of it.
    pub(super) fn recording_facts(
        &self,
        (sid, url): (RecordingSid, &str),
        seconds: u64,
        source: &str,
    ) -> Form {
        let begun = self.now.as_second() - i64::try_from(seconds).unwrap_or(0);
        let begun = crate::routing::Moment::from_millisecond(begun.saturating_mul(1000));
        vec![
            ("AccountSid".into(), self.engine.account().to_string()),
            ("RecordingSid".into(), sid.to_string()),
            ("RecordingUrl".into(), url.to_owned()),
            ("RecordingStatus".into(), "completed".to_owned()),
            ("RecordingDuration".into(), seconds.to_string()),
            ("RecordingChannels".into(), "1".to_owned()),
            ("RecordingStartTime".into(), super::status::mail(begun)),
            ("RecordingSource".into(), source.to_owned()),
        ]
    }

    /// A recording's SID and where it would be.
    pub(super) fn new_recording(&mut self) -> (RecordingSid, String) {
        let sid: RecordingSid = self.voice.new_sid();
        let account = self.engine.account();
        let url =
            format!("https://api.twilio.com/{API_VERSION}/Accounts/{account}/Recordings/{sid}");
        (sid, url)
    }
}
