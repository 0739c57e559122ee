//! Recordings: from when to when something is recorded, and who is told
//! (<https://www.twilio.com/docs/voice/api/recording>). There is no sound in them.

use serde::{Deserialize, Serialize};

use super::Stage;
use super::document::{Document, Element, Method};
use super::line::{Form, Target};
use crate::emulator::voice::{API_VERSION, RecordingRow};
use crate::model::sid::{CallSid, ConferenceSid, RecordingSid};
use crate::routing::Moment;

/// What is to be recorded and how it is reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tape {
    report: Option<Target>,
    /// The words of `recordingStatusCallbackEvent`.
    events: Vec<String>,
    channels: u8,
    track: String,
    source: String,
}

/// A recording that runs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Running {
    sid: RecordingSid,
    since: Moment,
    tape: Tape,
}

/// A recording that is over.
#[derive(Debug)]
pub(super) struct Recorded {
    pub(super) sid: RecordingSid,
    pub(super) url: String,
    pub(super) seconds: u64,
}

impl Tape {
    /// A recording with one channel, of both sides, reported to nobody. The source is one of the
    /// words Twilio has for it, such as `OutboundAPI`.
    pub(crate) fn of(source: &str) -> Self {
        Self {
            report: None,
            events: vec!["completed".to_owned()],
            channels: 1,
            track: "both".to_owned(),
            source: source.to_owned(),
        }
    }

    /// Reported there, by default when it is completed.
    pub(crate) fn reported(mut self, to: Option<(String, Method)>, events: Vec<String>) -> Self {
        self.report = to.map(|(url, method)| Target { url, method });
        if !events.is_empty() {
            self.events = events;
        }
        self
    }

    /// With a channel for each side.
    pub(crate) fn dual(mut self, dual: bool) -> Self {
        self.channels = if dual { 2 } else { 1 };
        self
    }

    /// Of one side alone, if one is named.
    pub(crate) fn track(mut self, track: Option<&str>) -> Self {
        if let Some(track) = track {
            track.clone_into(&mut self.track);
        }
        self
    }

    /// As a verb or noun has it, whose document resolves its URL.
    pub(super) fn by(element: &Element, document: Option<&Document>, source: &str) -> Self {
        let report = element
            .given("recordingStatusCallback")
            .and_then(|url| document?.resolve(url))
            .map(|url| (url, element.method("recordingStatusCallbackMethod")));
        Self::of(source)
            .reported(report, element.words("recordingStatusCallbackEvent"))
            .dual(
                element
                    .get("record")
                    .is_some_and(|record| record.ends_with("-dual")),
            )
            .track(element.given("recordingTrack"))
    }
}

impl Running {
    /// Whole seconds until now.
    pub(super) fn seconds(&self, now: Moment) -> u64 {
        now.seconds_since(self.since)
    }
}

impl Recorded {
    /// What actions and status callbacks are told of it.
    pub(super) fn facts(&self) -> Form {
        vec![
            ("RecordingUrl".into(), self.url.clone()),
            ("RecordingSid".into(), self.sid.to_string()),
            ("RecordingDuration".into(), self.seconds.to_string()),
        ]
    }
}

impl Stage<'_> {
    /// Begins to record a call or a conference.
    pub(super) fn start_recording(
        &mut self,
        call: Option<CallSid>,
        conference: Option<ConferenceSid>,
        tape: Tape,
    ) -> Running {
        let sid: RecordingSid = self.voice.new_sid();
        self.voice.recordings.insert(RecordingRow {
            sid,
            call,
            conference,
            status: "in-progress".to_owned(),
            started: self.now,
            updated: self.now,
            seconds: None,
            channels: tape.channels,
            source: tape.source.clone(),
            track: tape.track.clone(),
        });
        let running = Running {
            sid,
            since: self.now,
            tape,
        };
        self.tell_recording(&running, "in-progress", None);
        running
    }

    /// A recording is over after so many seconds; without any there is nothing in it.
    pub(super) fn finish_recording(&mut self, running: &Running, seconds: Option<u64>) -> Recorded {
        let status = if seconds.is_some() {
            "completed"
        } else {
            "absent"
        };
        let now = self.now;
        if let Some(row) = self.voice.recording_mut(running.sid) {
            status.clone_into(&mut row.status);
            row.seconds = seconds;
            row.updated = now;
        }
        self.tell_recording(running, status, seconds);
        Recorded {
            sid: running.sid,
            url: self.recording_url(running.sid),
            seconds: seconds.unwrap_or(0),
        }
    }

    fn recording_url(&self, sid: RecordingSid) -> String {
        let account = self.engine.account();
        format!("https://api.twilio.com/{API_VERSION}/Accounts/{account}/Recordings/{sid}")
    }

    fn tell_recording(&mut self, running: &Running, status: &str, seconds: Option<u64>) {
        let tape = &running.tape;
        let Some(target) = tape.report.clone() else {
            return;
        };
        if !tape.events.iter().any(|wanted| wanted == status) {
            return;
        }
        let Some(row) = self.voice.recordings.get(running.sid) else {
            return;
        };
        let mut parameters: Form = vec![
            ("AccountSid".into(), self.engine.account().to_string()),
            ("RecordingSid".into(), running.sid.to_string()),
            ("RecordingUrl".into(), self.recording_url(running.sid)),
            ("RecordingStatus".into(), status.to_owned()),
            ("RecordingChannels".into(), tape.channels.to_string()),
            (
                "RecordingStartTime".into(),
                super::status::mail(running.since),
            ),
            ("RecordingSource".into(), tape.source.clone()),
            ("RecordingTrack".into(), tape.track.clone()),
        ];
        if let Some(seconds) = seconds {
            parameters.push(("RecordingDuration".into(), seconds.to_string()));
        }
        let mut subject = String::new();
        if let Some(call) = row.call {
            subject = call.to_string();
            parameters.push(("CallSid".into(), subject.clone()));
        }
        if let Some(conference) = row.conference {
            subject = conference.to_string();
            parameters.push(("ConferenceSid".into(), subject.clone()));
        }
        self.tell(subject, "recording", target, parameters);
    }
}
