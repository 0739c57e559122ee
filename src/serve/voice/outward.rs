//! Calls that a worker makes, and calls that one worker passes on to another.

use super::super::assignment::can_be_called;
use super::super::flow::{Cue, Then};
use super::call::Call;
use crate::model::sid::WorkerSid;
use crate::twilio::twiml::{Dial, Target, Verb};

/// Above what callers usually have: who is passed on has waited already.
const TRANSFER_PRIORITY: u32 = 10;
/// Seconds a call waits for the worker it is passed on to.
const TRANSFER_TIMEOUT: u32 = 3600;

impl Call<'_> {
    /// A worker calls somebody from the browser.
    pub(super) fn call_out(&mut self) -> Vec<Verb> {
        let phone = self.parameters.get("phone").map(str::trim);
        let is_number = |phone: &&str| !phone.contains(':') && can_be_called(phone);
        let Some(phone) = phone.filter(is_number) else {
            let told = self.parameters.get("phone").unwrap_or_default();
            self.warnings.push(format!(
                "a worker wants to call `{told}`, which is no number"
            ));
            return self.then(Then::HangUp, self.cue(Cue::Trouble, &[]));
        };
        let caller_id = self.flow().caller_id.clone();
        let from = self.parameters.get("From").unwrap_or_default();
        if caller_id.is_none() && !can_be_called_back(from) {
            self.warnings.push(
                "a worker calls somebody, and `flow.caller_id` does not say which number is shown"
                    .to_owned(),
            );
            return self.then(Then::HangUp, self.cue(Cue::Trouble, &[]));
        }
        vec![
            Verb::Dial(Dial {
                caller_id,
                answer_on_bridge: Some(true),
                targets: vec![Target::Number {
                    number: phone.to_owned(),
                    url: None,
                }],
                ..Dial::default()
            }),
            Verb::Hangup,
        ]
    }

    /// A worker passes the caller on to another: back into the queue, for that one alone, as far as
    /// the workflow heeds `transferToWorkerSid`.
    pub(super) fn pass_on(&mut self) -> Vec<Verb> {
        let sid = |name| {
            let told: Option<WorkerSid> = self.parameters.get(name)?.parse().ok();
            told
        };
        let (worker, by) = (sid("worker"), sid("by"));
        let Some(worker) = worker else {
            self.warnings
                .push("a call is passed on to nobody".to_owned());
            return self.enqueue(Vec::new());
        };
        self.settled.priority = Some(TRANSFER_PRIORITY);
        self.settled.timeout = Some(TRANSFER_TIMEOUT);
        self.settled.attribute("title", "Call Transfer");
        self.settled
            .attribute("transferToWorkerSid", &worker.to_string());
        if let Some(by) = by {
            self.settled.attribute("transferredBy", &by.to_string());
        }
        self.enqueue(Vec::new())
    }
}

/// Whether the one called may see this number.
fn can_be_called_back(from: &str) -> bool {
    from.starts_with('+') && can_be_called(from)
}
