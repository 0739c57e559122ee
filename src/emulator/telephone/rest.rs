//! What the API asks of calls: <https://www.twilio.com/docs/voice/api/call-resource>.

use std::sync::Arc;

use super::Stage;
use super::document::{Document, Method, read};
use super::line::{Purpose, StatusCallback, Target};
use super::place::NewLeg;
use super::recording::Tape;
use crate::model::sid::CallSid;

/// A call the account makes.
#[derive(Debug, Clone)]
pub(crate) struct OutboundCall {
    pub(crate) from: String,
    pub(crate) to: String,
    /// What is asked for when somebody answers.
    pub(crate) url: Option<(String, Method)>,
    /// What is played instead.
    pub(crate) twiml: Option<String>,
    pub(crate) fallback: Option<(String, Method)>,
    pub(crate) status: Option<(String, Method)>,
    pub(crate) status_events: Vec<String>,
    /// Seconds it may ring.
    pub(crate) timeout: u64,
    pub(crate) tape: Option<Tape>,
    /// Keys that are sent when somebody answers.
    pub(crate) sends: Option<String>,
}

pub(super) fn target((url, method): (String, Method)) -> Target {
    Target { url, method }
}

impl Stage<'_> {
    /// The account calls a telephone.
    ///
    /// # Errors
    /// The document is none.
    pub(crate) fn call_out(&mut self, new: OutboundCall) -> Result<CallSid, String> {
        let document = match (&new.url, &new.twiml) {
            (None, Some(text)) => {
                let (verbs, _) = read(text).map_err(|flaw| flaw.message)?;
                Some(Document {
                    url: None,
                    verbs: Arc::new(verbs),
                })
            }
            _ => None,
        };
        let call = self.dial_out(NewLeg {
            root: None,
            parent: None,
            from: new.from,
            to: new.to,
            direction: "outbound-api",
            purpose: Purpose::Own(new.url.map(target)),
            status: new.status.map(|status| StatusCallback {
                target: target(status),
                events: if new.status_events.is_empty() {
                    vec!["completed".to_owned()]
                } else {
                    new.status_events
                },
                sequence: 0,
                extra: Vec::new(),
            }),
            rings_for: Some(new.timeout.saturating_mul(1000)),
            tape: new.tape,
            sends: new.sends,
        });
        if let Some(line) = self.line(call) {
            line.fallback = new.fallback.map(target);
            if let Some(frame) = line.frame() {
                frame.document = document;
            }
        }
        Ok(call)
    }

    /// Whether a call is being played.
    pub(crate) fn plays(&self, call: CallSid) -> bool {
        self.network.lines.contains_key(&call)
    }

    /// New instructions for a call, from a URL.
    pub(crate) fn redirect_call(&mut self, call: CallSid, url: String, method: Method) {
        self.redirect(call, Target { url, method });
    }

    /// A member of a queue is sent elsewhere.
    pub(crate) fn dequeue(&mut self, call: CallSid, url: String, method: Method) {
        self.dequeue_member(call, Target { url, method });
    }
}
