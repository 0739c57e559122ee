//! Calls that begin: from outside to one of the account's numbers, and from the account to a
//! telephone.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;

use super::Stage;
use super::caller::{Person, Phone, Pickup};
use super::document::Method;
use super::line::{Doing, Due, Frame, Line, Purpose, Role, StatusCallback, Target};
use super::recording::Tape;
use crate::emulator::voice::SeedCall;
use crate::model::CallStatus;
use crate::model::sid::CallSid;

/// A caller who calls one of the account's numbers. Times are in milliseconds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCall {
    /// The number that is called.
    pub(crate) to: String,
    #[serde(default = "somebody")]
    pub(crate) from: String,
    /// Keys, one `<Gather>` after the other.
    #[serde(default)]
    pub(crate) digits: Vec<String>,
    /// What is said, one `<Gather>` or `<Record>` after the other.
    #[serde(default)]
    pub(crate) say: Vec<String>,
    /// From the first ring until the caller gives up, unless they talk to somebody by then.
    #[serde(default)]
    pub(crate) patience_ms: Option<u64>,
    /// How long the caller talks before they hang up.
    #[serde(default)]
    pub(crate) talk_ms: Option<u64>,
    /// The entry of simulated callers who is to be told how it went.
    #[serde(skip)]
    pub(crate) arrival: Option<usize>,
}

impl NewCall {
    /// Somebody calls who presses nothing, says nothing and does not give up.
    pub(crate) const fn new(to: String, from: String) -> Self {
        Self {
            to,
            from,
            digits: Vec::new(),
            say: Vec::new(),
            patience_ms: None,
            talk_ms: None,
            arrival: None,
        }
    }
}

fn somebody() -> String {
    "+15551230001".to_owned()
}

/// How a telephone behaves that is called. Times are in milliseconds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPhone {
    /// A number, `client:…` or `sip:…`.
    pub(crate) address: String,
    #[serde(default)]
    pub(crate) pickup: Pickup,
    /// How long it rings before it is picked up or found busy; a second unless given.
    #[serde(default)]
    pub(crate) answer_after_ms: Option<u64>,
    /// Keys, one `<Gather>` after the other.
    #[serde(default)]
    pub(crate) digits: Vec<String>,
    /// What is said, one `<Gather>` or `<Record>` after the other.
    #[serde(default)]
    pub(crate) say: Vec<String>,
    /// How long whoever answers talks before they hang up.
    #[serde(default)]
    pub(crate) talk_ms: Option<u64>,
}

/// A leg to a telephone.
#[derive(Debug)]
pub(super) struct NewLeg {
    pub(super) root: Option<CallSid>,
    pub(super) parent: Option<CallSid>,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) direction: &'static str,
    pub(super) purpose: Purpose,
    pub(super) status: Option<StatusCallback>,
    /// Milliseconds it may ring; the side that dialled looks at it itself when there are none.
    pub(super) rings_for: Option<u64>,
    /// How it is recorded from when it is answered.
    pub(super) tape: Option<Tape>,
    /// Keys that are sent then.
    pub(super) sends: Option<String>,
}

impl Stage<'_> {
    /// Lets a telephone behave in a certain way from now on.
    pub(crate) fn set_phone(&mut self, new: NewPhone) {
        let mut phone = Phone {
            pickup: new.pickup,
            person: Person {
                digits: new.digits.into(),
                says: new.say.into(),
                patience: None,
                talk: new.talk_ms,
            },
            ..Phone::default()
        };
        if let Some(after) = new.answer_after_ms {
            phone.after = after;
        }
        self.network.phones.set(new.address, phone);
    }

    /// Somebody calls one of the account's numbers.
    ///
    /// # Errors
    /// The account has no such number, or nobody said what it does.
    pub(crate) fn place(&mut self, new: NewCall) -> Result<CallSid, String> {
        let webhooks = self
            .voice
            .number_called(&new.to)
            .ok_or_else(|| format!("the account has no number {}", new.to))?;
        let voice = webhooks
            .voice
            .ok_or_else(|| format!("the number {} has no voice URL", new.to))?;
        let row = SeedCall::new(new.from, new.to, "inbound", CallStatus::Ringing, None);
        let call = self.voice.add_call(self.now, row);
        let status = webhooks.status.map(|target| StatusCallback {
            target: target.into(),
            events: vec!["completed".to_owned()],
            sequence: 0,
            extra: Vec::new(),
        });
        let person = Person {
            digits: new.digits.into(),
            says: new.say.into(),
            patience: new.patience_ms,
            talk: new.talk_ms,
        };
        let patience = person.patience;
        let mut line = self.new_line(call, call, person, Purpose::Own(None), status);
        line.fallback = webhooks.fallback.map(Target::from);
        line.arrival = new.arrival;
        self.network.lines.insert(call, line);
        let (from, to) = self.parties(call);
        self.step(call, "ringing", json!({"from": from, "to": to}));
        if let Some(patience) = patience {
            self.alarm(call, Due::Patience, patience);
        }
        self.fetch(call, Role::Main, voice.into(), Vec::new());
        Ok(call)
    }

    fn new_line(
        &self,
        call: CallSid,
        root: CallSid,
        person: Person,
        purpose: Purpose,
        status: Option<StatusCallback>,
    ) -> Line {
        Line {
            sid: call,
            root,
            person,
            purpose,
            frames: vec![Frame {
                role: Role::Main,
                document: None,
                at: 0,
                doing: Doing::Next,
                since: self.now,
            }],
            fallback: None,
            status,
            queued: None,
            talk: None,
            room: None,
            serving: None,
            pickup: Pickup::Answers,
            arrival: None,
            met: false,
            alarms: BTreeMap::new(),
            tape: None,
            recording: None,
            sends: None,
            announcement: None,
            asked: (self.now, 0),
        }
    }

    /// Calls a telephone, which rings from now on.
    pub(super) fn dial_out(&mut self, new: NewLeg) -> CallSid {
        let expected = match &new.purpose {
            Purpose::Worker(work) => self.network.phones.of(work.reservation),
            _ => None,
        };
        let phone = expected.unwrap_or_else(|| self.network.phones.at(&new.to));
        let row = SeedCall::new(
            new.from,
            new.to,
            new.direction,
            CallStatus::Ringing,
            new.parent,
        );
        let call = self.voice.add_call(self.now, row);
        let mut line = self.new_line(
            call,
            new.root.unwrap_or(call),
            phone.person,
            new.purpose,
            new.status,
        );
        line.pickup = phone.pickup;
        line.tape = new.tape;
        line.sends = new.sends;
        self.network.lines.insert(call, line);
        let (from, to) = self.parties(call);
        self.step(call, "ringing", json!({"from": from, "to": to}));
        self.tell_status(call, "initiated");
        self.tell_status(call, "ringing");
        if phone.pickup != Pickup::NoAnswer {
            self.alarm(call, Due::Pickup, phone.after);
        }
        if let Some(milliseconds) = new.rings_for {
            self.alarm(call, Due::RingsOut, milliseconds);
        }
        call
    }

    /// Who calls and who is called.
    pub(super) fn parties(&self, call: CallSid) -> (String, String) {
        self.voice
            .calls
            .get(call)
            .map(|row| (row.from.clone(), row.to.clone()))
            .unwrap_or_default()
    }
}

impl From<(String, Option<String>)> for Target {
    fn from((url, method): (String, Option<String>)) -> Self {
        Self {
            url,
            method: Method::of(method.as_deref()),
        }
    }
}
