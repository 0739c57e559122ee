//! What happened in played calls, step by step, for those who watch.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::sid::CallSid;
use crate::model::time::IsoTime;
use crate::routing::Moment;

/// Steps kept; the oldest go first.
const KEPT: usize = 20_000;

/// Something that happened in a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Steps are numbered as they happen.
    pub number: u64,
    /// When.
    pub date: Option<IsoTime>,
    /// The same in milliseconds since 1970 began.
    pub date_ms: i64,
    /// The call that was placed.
    pub call_sid: CallSid,
    /// The leg it happened to: the call itself, or one that was made for it.
    pub leg_sid: CallSid,
    /// What happened: `ringing`, `fetched`, `answered`, `say`, …
    pub step: String,
    /// What there is to know about it.
    pub details: Map<String, Value>,
}

/// The latest steps.
#[derive(Debug, Default)]
pub(super) struct Steps {
    kept: VecDeque<Step>,
    last: u64,
}

impl Steps {
    pub(super) fn add(
        &mut self,
        now: Moment,
        (root, leg): (CallSid, CallSid),
        step: &str,
        details: Map<String, Value>,
    ) {
        if self.kept.len() == KEPT {
            self.kept.pop_front();
        }
        self.last += 1;
        self.kept.push_back(Step {
            number: self.last,
            date: now.to_iso(),
            date_ms: now.as_millisecond(),
            call_sid: root,
            leg_sid: leg,
            step: step.to_owned(),
            details,
        });
    }

    /// The steps behind one of them.
    pub(super) fn after(&self, number: u64) -> Vec<Step> {
        let begin = self.kept.partition_point(|step| step.number <= number);
        self.kept.range(begin..).cloned().collect()
    }
}
