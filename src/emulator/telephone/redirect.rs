//! Calls that get new instructions from outside: whatever they do is over.

use serde_json::json;

use super::Stage;
use super::document::Document;
use super::line::{Doing, Due, Frame, Role, Target};
use crate::model::CallStatus;
use crate::model::sid::CallSid;

impl Stage<'_> {
    /// A member of a queue is sent elsewhere by the API.
    pub(super) fn dequeue_member(&mut self, call: CallSid, target: Target) {
        if self.network.lines.contains_key(&call) {
            self.redirect(call, target);
        } else {
            self.voice.leave_queues(call);
        }
    }

    /// New instructions for a call from outside: whatever it does is over.
    pub(super) fn redirect(&mut self, call: CallSid, target: Target) {
        self.redirect_from_queue(call, target, true);
    }

    /// The same; whether a task of the call that still waits is canceled.
    pub(super) fn redirect_from_queue(&mut self, call: CallSid, target: Target, cancel: bool) {
        self.interrupt(call, cancel);
        self.step(call, "redirected", json!({"url": target.url}));
        self.fetch(call, Role::Main, target, Vec::new());
    }

    /// New instructions that came as a document.
    pub(crate) fn redirect_to(&mut self, call: CallSid, text: &str) -> Result<(), String> {
        let (verbs, _) = super::document::read(text).map_err(|flaw| flaw.message)?;
        self.interrupt(call, true);
        self.step(call, "redirected", json!({}));
        let document = Document {
            url: None,
            verbs: std::sync::Arc::new(verbs),
        };
        self.play_document(call, document);
        Ok(())
    }

    /// Ends what a call does, but not the call.
    fn interrupt(&mut self, call: CallSid, cancel: bool) {
        let Some(line) = self.line(call) else {
            return;
        };
        // Whoever is at the other end of a leg that was dialled has a document of their own now.
        line.purpose = super::line::Purpose::Own(None);
        let was_waiting = line.queued.is_some();
        let dialling = line.dialling().cloned();
        for frame in &mut line.frames {
            if let Doing::Dialling(_) = frame.doing {
                frame.doing = Doing::Next;
            }
        }
        if was_waiting {
            self.drop_queue(call, cancel);
        }
        if let Some(dialling) = dialling {
            let talked = dialling.answered.is_some() || !dialling.extra.is_empty();
            self.finish_dial_recording(&dialling, talked);
            for leg in dialling.legs {
                self.end(leg, CallStatus::Canceled);
            }
        }
        self.part(call);
        for due in [
            Due::Step,
            Due::Input,
            Due::Word,
            Due::Star,
            Due::Limit,
            Due::RingsOut,
        ] {
            self.silence(call, due);
        }
        let now = self.now;
        let Some(line) = self.network.lines.get_mut(&call) else {
            return;
        };
        for frame in line.frames.drain(..) {
            if let Doing::Fetching(number) = frame.doing {
                self.network.requests.remove(&number);
            }
        }
        line.frames.push(Frame {
            role: Role::Main,
            document: None,
            at: 0,
            doing: Doing::Next,
            since: now,
        });
    }
}
