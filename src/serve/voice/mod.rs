//! The answers to voice webhooks (<https://www.twilio.com/docs/voice/twiml>). Pure: an answer is
//! made of the flow, the workspace's names and the request alone.
//!
//! Nothing is remembered between two requests. What a caller has chosen so far travels in the query
//! of the URLs that the documents name; Twilio signs them with the rest.

mod call;
mod caller;
mod enter;
pub mod http;
mod leave;
mod outward;
mod route;
mod speech;
#[cfg(test)]
mod tests;
mod trail;
mod wait;
mod work;

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::directory::Directory;
use super::flow::Flow;
use super::parameters::Parameters;
use crate::model::sid::WorkflowSid;
use crate::twilio::twiml::Response;

pub use caller::{Caller, End, Heard, Page, follow};
pub use route::{ROUTES, Route, TRANSFER};
pub use work::{Done, NewTask, Recording, Work, WorkError};

use call::Call;

/// What answers are made from, besides the request.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The settings.
    pub flow: &'a Flow,
    /// The workspace's names.
    pub directory: &'a Directory,
    /// The time.
    pub now: Timestamp,
    /// How long callers wait, where statistics tell; Twilio's average otherwise.
    pub waits: Option<&'a Waits>,
    /// The path that comes before ours in the URLs Twilio uses, such as `/centre`; empty without
    /// one.
    pub prefix: &'a str,
}

/// Seconds that callers are expected to wait for each workflow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waits(BTreeMap<WorkflowSid, u64>);

impl Waits {
    /// These.
    pub fn new(known: impl IntoIterator<Item = (WorkflowSid, u64)>) -> Self {
        Self(known.into_iter().collect())
    }

    /// Of one workflow, if anything is known.
    pub fn of(&self, workflow: WorkflowSid) -> Option<u64> {
        self.0.get(&workflow).copied()
    }
}

/// The answer to a voice webhook.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What happens to the call.
    pub twiml: Response,
    /// What is to be done in TaskRouter afterwards.
    pub work: Vec<Work>,
    /// For the log: what is wrong with the flow or the request, where the caller got something
    /// else than was meant.
    pub warnings: Vec<String>,
}

/// What a caller hears instead, when what the answer to this request says would be done cannot be
/// promised. Whoever waits goes on waiting. Nothing where nobody listens.
pub fn trouble(ground: &Ground, route: Route, parameters: &Parameters) -> Option<Response> {
    let call = Call::new(ground, parameters);
    route.is_heard().then(|| Response::new(call.trouble()))
}

/// Answers a voice webhook.
pub fn answer(ground: &Ground, route: Route, parameters: &Parameters) -> Answer {
    let mut call = Call::new(ground, parameters);
    let verbs = match route {
        Route::Incoming => call.come_in(),
        Route::Enqueue => call.answer_menu(),
        Route::Wait => call.wait(),
        Route::Key => call.press_while_waiting(),
        Route::AfterQueue => call.after_queue(),
        Route::Voicemail => call.leave_message(Vec::new()),
        Route::Recording => call.recorded(),
        Route::RecordingStatus => call.note_recording(),
        Route::Transcription => call.note_transcription(),
        Route::Callback => call.ask_for_call_back(),
        Route::AfterDial => call.after_dial(),
        Route::Agent => call.connect_worker(),
        Route::Outbound => call.call_out(),
        Route::Transfer => call.pass_on(),
        Route::Fallback => call.fall_back(),
        Route::Status => Vec::new(),
    };
    Answer {
        twiml: Response::new(verbs),
        work: call.work,
        warnings: call.warnings,
    }
}
