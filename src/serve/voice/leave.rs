//! After the queue, or instead of it: messages and calls back.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::super::flow::{Cue, QueueResult, Then};
use super::call::Call;
use super::trail::Step;
use super::work::{NewTask, Recording};
use super::{Route, Work};
use crate::model::sid::TaskSid;
use crate::twilio::twiml::{Dial, Gather, Queue, Record, Target, Verb};

/// How often a caller is asked for a number.
const NUMBER_TRIES: u64 = 2;

/// What telephone networks send for a caller who is not to be known: words typed on a keypad
/// (anonymous, restricted, blocked, unknown, unavailable).
const NOBODY: [&str; 5] = [
    "+266696687",
    "+7378742833",
    "+2562533",
    "+8656696",
    "+86282452253",
];

impl Call<'_> {
    /// The call has left the queue.
    pub(super) fn after_queue(&mut self) -> Vec<Verb> {
        let word = self.parameters.get("QueueResult").unwrap_or_default();
        let result = QueueResult::from_word(word).unwrap_or_else(|| {
            self.warnings
                .push(format!("`{word}` is no known way to leave a queue"));
            QueueResult::SystemError
        });
        let said = self.flow().after_queue.get(&result);
        let says_itself = said.is_some_and(|choice| choice.say.is_some());
        if result.is_over() && said.is_none() {
            return vec![Verb::Hangup];
        }
        let lead = match result {
            _ if says_itself => Vec::new(),
            QueueResult::QueueFull => self.cue(Cue::QueueFull, &[]),
            QueueResult::Error | QueueResult::SystemError => self.cue(Cue::Trouble, &[]),
            _ => Vec::new(),
        };
        self.go(&Step::Left(result), lead)
    }

    /// Somebody outside was called.
    pub(super) fn after_dial(&mut self) -> Vec<Verb> {
        let status = self.parameters.get("DialCallStatus");
        if matches!(status, Some("completed" | "answered")) {
            return vec![Verb::Hangup];
        }
        let lead = self.cue(Cue::Trouble, &[]);
        self.leave_message(lead)
    }

    /// A worker who was called is connected with the caller.
    pub(super) fn connect_worker(&mut self) -> Vec<Verb> {
        let reservation = self
            .parameters
            .get("reservation")
            .and_then(|sid| sid.parse().ok());
        if reservation.is_none() {
            self.warnings
                .push("a worker was called for no reservation".to_owned());
            return self.then(Then::HangUp, self.cue(Cue::Trouble, &[]));
        }
        let post_work = self.parameters.get("post_work");
        let queue = Queue {
            reservation_sid: reservation,
            post_work_activity_sid: post_work.and_then(|sid| sid.parse().ok()),
            ..Queue::default()
        };
        vec![
            Verb::Dial(Dial {
                targets: vec![Target::Queue(queue)],
                ..Dial::default()
            }),
            Verb::Hangup,
        ]
    }

    /// The caller is asked for a message.
    pub(super) fn leave_message(&mut self, mut lead: Vec<Verb>) -> Vec<Verb> {
        let voicemail = &self.flow().voicemail;
        let task = self
            .parameters
            .get("taskSid")
            .or_else(|| self.parameters.get("TaskSid"));
        let more: Vec<(&str, &str)> = task.map(|task| ("taskSid", task)).into_iter().collect();
        lead.extend(self.cue(Cue::Voicemail, &[]));
        lead.push(Verb::Record(Record {
            action: Some(self.url(Route::Recording, &more)),
            timeout: Some(voicemail.silence.0),
            finish_on_key: Some(voicemail.finish_key.clone()),
            max_length: Some(voicemail.max_length.0),
            play_beep: (!voicemail.beep).then_some(false),
            transcribe: voicemail.transcribe.then_some(true),
            transcribe_callback: voicemail
                .transcribe
                .then(|| self.url(Route::Transcription, &more)),
            ..Record::default()
        }));
        lead.extend(self.cue(Cue::VoicemailNothing, &[]));
        lead.push(Verb::Hangup);
        lead
    }

    /// A message was recorded.
    pub(super) fn recorded(&mut self) -> Vec<Verb> {
        let voicemail = &self.flow().voicemail;
        let shortest = u64::from(voicemail.min_length.0);
        let Some(recording) = self
            .recording()
            .filter(|recording| recording.duration.is_none_or(|seconds| seconds >= shortest))
        else {
            return self.then(Then::HangUp, self.cue(Cue::VoicemailNothing, &[]));
        };
        let workflow_sid = self.workflow(voicemail.workflow.as_deref());
        let workflow = self.unresolved(voicemail.workflow.as_deref(), workflow_sid);
        let mut attributes = self.attributes();
        attributes.insert("type".to_owned(), "voicemail".into());
        self.say_who(&mut attributes);
        attributes.extend(recording.attributes());
        if let Some(call) = self.call_sid() {
            attributes.insert("voicemail_of".to_owned(), call.to_string().into());
        }
        let mut more = voicemail.attributes.clone();
        self.fill_in(&mut more);
        attributes.extend(more);
        self.work.push(Work::Voicemail {
            task_sid: self.task_sid(),
            recording,
            task: NewTask {
                workflow_sid,
                workflow,
                priority: voicemail.priority.or(self.settled.priority),
                // Not the call's: nobody holds the line any more.
                timeout: Some(voicemail.timeout.0),
                channel: voicemail.channel.clone(),
                attributes,
                virtual_start: None,
            },
        });
        self.then(Then::HangUp, self.cue(Cue::VoicemailThanks, &[]))
    }

    /// The recording of a conversation is there.
    pub(super) fn note_recording(&mut self) -> Vec<Verb> {
        match self.recording() {
            Some(recording) => self.work.push(Work::Recording {
                task_sid: self.task_sid(),
                call_sid: self.call_sid(),
                recording,
            }),
            None => self
                .warnings
                .push("a recording was reported without its URL".to_owned()),
        }
        Vec::new()
    }

    /// A message was written down.
    pub(super) fn note_transcription(&mut self) -> Vec<Verb> {
        let text = self.parameters.get("TranscriptionText");
        if let (Some(recording), Some(text)) = (self.parameters.get("RecordingSid"), text) {
            self.work.push(Work::Transcription {
                recording_sid: recording.to_owned(),
                text: text.to_owned(),
            });
        }
        Vec::new()
    }

    fn recording(&self) -> Option<Recording> {
        let url = self.parameters.get("RecordingUrl")?;
        // The URL ends in the SID, which older requests do not name.
        let sid = self
            .parameters
            .get("RecordingSid")
            .or_else(|| url.rsplit('/').next())?;
        Some(Recording {
            sid: sid.to_owned(),
            url: url.to_owned(),
            duration: self.parameters.number("RecordingDuration"),
        })
    }

    fn task_sid(&self) -> Option<TaskSid> {
        let task = self.parameters.get("taskSid");
        task.or_else(|| self.parameters.get("TaskSid"))?
            .parse()
            .ok()
    }

    /// The call is over when such a task is worked on, so these are not the attributes that a call
    /// is known by.
    fn say_who(&self, attributes: &mut Map<String, Value>) {
        for (name, parameter) in [("from", "From"), ("to", "To")] {
            if let Some(value) = self.parameters.get(parameter) {
                attributes.insert(name.to_owned(), value.into());
            }
        }
    }

    /// A caller wants to be called back: the number is settled, then it is promised.
    pub(super) fn ask_for_call_back(&mut self) -> Vec<Verb> {
        let callback = &self.flow().callback;
        let asked = self.parameters.number("asked").unwrap_or(0);
        let country = callback.country_code.as_deref();
        let entered = self
            .parameters
            .get("Digits")
            .and_then(|digits| number_of(digits, country));
        let own = self.parameters.get("From").filter(|from| is_number(from));
        let mistyped = self.parameters.get("Digits").is_some() && entered.is_none();
        let offered = callback.ask_number && (asked == 0 || mistyped);
        match (entered, own) {
            (Some(number), _) => self.promise_call_back(&number),
            (None, Some(own)) if !offered || asked >= NUMBER_TRIES => self.promise_call_back(own),
            (None, None) if asked >= NUMBER_TRIES && self.is_queued() => vec![Verb::Leave],
            (None, None) if asked >= NUMBER_TRIES => self.leave_message(Vec::new()),
            (None, own) => self.ask_number(asked, own, mistyped),
        }
    }

    /// What was asked for cannot be promised.
    pub(super) fn trouble(&self) -> Vec<Verb> {
        let mut verbs = self.cue(Cue::Trouble, &[]);
        verbs.push(if self.is_queued() {
            self.redirect(Route::Wait, &[])
        } else {
            Verb::Hangup
        });
        verbs
    }

    fn is_queued(&self) -> bool {
        self.parameters.get("queued").is_some()
    }

    fn ask_number(&self, asked: u64, own: Option<&str>, mistyped: bool) -> Vec<Verb> {
        let asked = (asked + 1).to_string();
        let mut more = vec![("asked", asked.as_str())];
        for name in ["queued", "since"] {
            more.extend(self.parameters.get(name).map(|value| (name, value)));
        }
        let mut verbs = if mistyped {
            self.cue(Cue::NotUnderstood, &[])
        } else {
            Vec::new()
        };
        verbs.extend(match own {
            Some(own) => self.cue(Cue::CallbackAsk, &[("number", &spelt(own))]),
            None => self.cue(Cue::CallbackNumber, &[]),
        });
        let gather = Gather {
            timeout: Some(5),
            action: Some(self.url(Route::Callback, &more)),
            finish_on_key: Some("#".to_owned()),
            verbs,
            ..Gather::default()
        };
        vec![Verb::Gather(gather), self.redirect(Route::Callback, &more)]
    }

    fn promise_call_back(&mut self, number: &str) -> Vec<Verb> {
        let callback = &self.flow().callback;
        let workflow_sid = self.workflow(callback.workflow.as_deref());
        let workflow = self.unresolved(callback.workflow.as_deref(), workflow_sid);
        let mut attributes = self.attributes();
        attributes.insert("type".to_owned(), "callback".into());
        attributes.insert("phone".to_owned(), number.into());
        self.say_who(&mut attributes);
        if let Some(call) = self.call_sid() {
            attributes.insert("callback_for".to_owned(), call.to_string().into());
        }
        let mut more = callback.attributes.clone();
        self.fill_in(&mut more);
        attributes.extend(more);
        let since = self
            .parameters
            .get("since")
            .and_then(|text| text.parse().ok());
        let since = since.and_then(|second| Timestamp::from_second(second).ok());
        self.work.push(Work::Callback {
            call_sid: self.call_sid(),
            task: NewTask {
                workflow_sid,
                workflow,
                priority: callback.priority.or(self.settled.priority),
                timeout: Some(callback.timeout.0),
                channel: callback.channel.clone(),
                attributes,
                virtual_start: since.filter(|_| callback.keep_waiting_time),
            },
        });
        let said = self.cue(Cue::CallbackConfirmed, &[("number", &spelt(number))]);
        self.then(Then::HangUp, said)
    }
}

/// Whether a caller's number can be called.
fn is_number(from: &str) -> bool {
    let digits = from.strip_prefix('+').unwrap_or_default();
    (7..=15).contains(&digits.len())
        && digits.bytes().all(|each| each.is_ascii_digit())
        && !NOBODY.contains(&from)
}

/// What somebody typed as a number, in E.164 where the country is known.
fn number_of(typed: &str, country: Option<&str>) -> Option<String> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let whole = if let Some(rest) = digits.strip_prefix("00") {
        format!("+{rest}")
    } else if let Some(country) = country {
        match digits.strip_prefix(country) {
            // Long enough to have been typed with its country.
            Some(_) if digits.len() > 10 => format!("+{digits}"),
            _ => format!("+{country}{}", digits.strip_prefix('0').unwrap_or(&digits)),
        }
    } else {
        digits
    };
    let length = whole.trim_start_matches('+').len();
    (5..=15).contains(&length).then_some(whole)
}

/// A number as it is said: digit by digit.
fn spelt(number: &str) -> String {
    let digits: Vec<String> = number
        .chars()
        .filter(char::is_ascii_digit)
        .map(String::from)
        .collect();
    digits.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_typed_in_many_ways() {
        for (typed, country, number) in [
            ("4155550100", Some("1"), Some("+14155550100")),
            ("14155550100", Some("1"), Some("+14155550100")),
            ("03012345678", Some("49"), Some("+493012345678")),
            ("493012345678", Some("49"), Some("+493012345678")),
            ("0041441234567", Some("49"), Some("+41441234567")),
            ("5550100", None, Some("5550100")),
            ("123", Some("1"), None),
            ("12345678901234567", None, None),
            ("*", None, None),
        ] {
            let found = number_of(typed, country);
            assert_eq!(found.as_deref(), number, "{typed} {country:?}");
        }
        for (from, known) in [
            ("+14155550100", true),
            ("+266696687", false),
            ("anonymous", false),
            ("client:ana", false),
            ("", false),
        ] {
            assert_eq!(is_number(from), known, "{from}");
        }
        assert_eq!(spelt("+14155550100"), "1 4 1 5 5 5 5 0 1 0 0");
    }
}
