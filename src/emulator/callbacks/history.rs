//! The latest calls out and their answers, for those who watch the emulator. Neither the auth
//! token nor a signature is among what is kept.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use super::Call;
use super::post::{Answer, Failure};
use crate::emulator::alerts::without_password;
use crate::model::time::IsoTime;
use crate::routing::Moment;

/// Calls kept; the oldest go first.
const KEPT: usize = 100;
/// Characters of an answer that are kept.
const EXCERPT: usize = 200;

/// What a call was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CallbackKind {
    /// An event was told.
    Event,
    /// A workflow's application was asked about a reservation.
    Assignment,
    /// A call's document was asked for, or somebody told how a call goes on.
    Voice,
}

/// A call out and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackRecord {
    /// When it was made, in emulated time.
    pub date: Option<IsoTime>,
    /// What it was for.
    pub kind: CallbackKind,
    /// The type of the event, `assignment`, or what a call wanted.
    pub what: String,
    /// The event, the reservation, or the call or conference.
    pub sid: String,
    /// Where it went, without a password.
    pub url: String,
    /// The HTTP status of the answer.
    pub status: Option<u16>,
    /// How the answer to an assignment begins.
    pub answer: Option<String>,
    /// Why there was no answer.
    pub failure: Option<String>,
    /// Milliseconds from the first attempt to the last answer, by the system's clock.
    pub duration_ms: u64,
}

pub(super) fn record(
    at: Moment,
    call: &Call<'_>,
    took: Duration,
    outcome: &Result<Answer, Failure>,
) -> CallbackRecord {
    let answer = outcome.as_ref().ok();
    CallbackRecord {
        date: at.to_iso(),
        kind: call.kind,
        what: call.what.to_owned(),
        sid: call.subject.clone(),
        url: without_password(call.url),
        status: answer.map(|answer| answer.status.as_u16()),
        answer: answer
            .filter(|answer| call.kind == CallbackKind::Assignment && !answer.body.is_empty())
            .map(|answer| {
                let text = String::from_utf8_lossy(&answer.body);
                text.chars().take(EXCERPT).collect()
            }),
        failure: outcome.as_ref().err().map(ToString::to_string),
        duration_ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
    }
}

/// The latest calls.
#[derive(Debug, Default)]
pub(super) struct History(Mutex<VecDeque<CallbackRecord>>);

impl History {
    /// Notes a call, unless the state it was made for is gone.
    pub(super) fn add(&self, record: CallbackRecord, state: &CancellationToken) {
        let mut records = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.is_cancelled() {
            return;
        }
        if records.len() == KEPT {
            records.pop_front();
        }
        records.push_back(record);
    }

    /// All that are kept, newest first.
    pub(super) fn latest(&self) -> Vec<CallbackRecord> {
        let records = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        records.iter().rev().cloned().collect()
    }

    pub(super) fn clear(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_calls_make_room_and_those_of_another_state_are_not_noted() {
        let history = History::default();
        let state = CancellationToken::new();
        let note = |number: usize| {
            let form = Vec::new();
            let call = Call {
                kind: CallbackKind::Event,
                what: "task.created",
                subject: number.to_string(),
                url: "https://app.test/",
                form: &form,
                limit: Duration::ZERO,
                forged: false,
            };
            let failed = Err(Failure::TooLate(Duration::from_secs(1)));
            history.add(
                record(Moment::default(), &call, Duration::ZERO, &failed),
                &state,
            );
        };
        for number in 0..=KEPT {
            note(number);
        }
        let latest = history.latest();
        assert_eq!(latest.len(), KEPT);
        assert_eq!(latest[0].sid, KEPT.to_string());
        assert_eq!(latest[KEPT - 1].sid, "1");
        state.cancel();
        note(500);
        assert_eq!(history.latest()[0].sid, KEPT.to_string());
    }
}
