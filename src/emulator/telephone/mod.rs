//! The telephone network: calls that are played, from the first ring to the end.
//!
//! A state machine without I/O, as the routing engine is: it is told what was asked for and
//! answered, comes back when something is due ([`Network::next_deadline`]), and leaves behind what
//! is to be sent ([`Network::take_outgoing`]). It acts on the engine and on the voice side, with
//! which it stands on the [`Stage`]. Documents are read by `document` and played by `player`; each
//! group of verbs has a file; `caller` is who is at the other end; `send` does what goes over the
//! wire.
//!
//! Time is the emulator's alone: what is said and played has a length that follows from its text.

mod caller;
mod conference;
mod dial;
mod document;
mod fetch;
mod gather;
mod instruction;
mod line;
mod music;
mod outbound;
mod place;
mod player;
mod queue;
mod record;
mod recording;
mod redirect;
mod rest;
mod room_status;
mod rules;
mod send;
mod simulated;
mod status;
mod steps;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(crate) use conference::{Change, NewParticipant, is_label};
pub(crate) use document::Method;
pub(crate) use place::{NewCall, NewPhone};
pub(crate) use recording::Tape;
pub(crate) use rest::OutboundCall;
pub(crate) use send::{Wire, dispatch};
pub use steps::Step;

use caller::Phones;
use conference::Hosted;
use fetch::Request;
use line::{AlarmKey, Due, Form, Line, Target};
use steps::Steps;

use super::agents::Agents;
use super::voice::Voice;
use crate::model::sid::{CallSid, ConferenceSid, ReservationSid, TaskSid};
use crate::routing::Moment;
use crate::routing::engine::Engine;

/// Calls that are played and what they wait for.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Network {
    /// Counts alarms and requests.
    last: u64,
    #[serde(with = "as_list")]
    alarms: BTreeMap<AlarmKey, (CallSid, Due)>,
    lines: BTreeMap<CallSid, Line>,
    /// Conferences that played calls take part in.
    rooms: BTreeMap<ConferenceSid, Hosted>,
    /// The same by their name.
    names: BTreeMap<String, ConferenceSid>,
    /// Calls that dialled a queue and perhaps wait for somebody to come into it.
    wanting: BTreeSet<CallSid>,
    /// Documents that are asked for.
    requests: BTreeMap<u64, Request>,
    /// The calls that brought tasks.
    callers: BTreeMap<TaskSid, CallSid>,
    /// The workers' legs that ring.
    ringing: BTreeMap<ReservationSid, CallSid>,
    phones: Phones,
    #[serde(skip)]
    outgoing: Vec<Outgoing>,
    #[serde(skip)]
    steps: Steps,
}

/// Something to be sent or told.
#[derive(Debug)]
pub(crate) enum Outgoing {
    /// A document is asked for.
    Fetch(u64),
    /// A webhook whose answer does not matter.
    Tell(Box<Told>),
    /// Something for the debugger.
    Alert {
        at: Moment,
        code: u32,
        message: String,
        resource: String,
        url: Option<String>,
    },
}

/// A webhook whose answer does not matter. Those of one subject are sent one after the other.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    subject: String,
    what: &'static str,
    target: Target,
    parameters: Form,
}

impl Network {
    /// When something happens by itself next.
    pub(crate) fn next_deadline(&self) -> Option<Moment> {
        self.alarms.first_key_value().map(|((at, _), _)| *at)
    }

    /// Whether any call is being played.
    pub(crate) fn is_playing(&self) -> bool {
        !self.lines.is_empty()
    }

    /// Calls that are being played, or for which legs are.
    pub(crate) fn playing(&self) -> Vec<CallSid> {
        let mut roots: Vec<CallSid> = self.lines.values().map(|line| line.root).collect();
        roots.sort_unstable();
        roots.dedup();
        roots
    }

    /// What is to be sent since this was last asked, in order.
    pub(crate) fn take_outgoing(&mut self) -> Vec<Outgoing> {
        std::mem::take(&mut self.outgoing)
    }

    /// Asks again for everything that was under way when this state was written down.
    pub(crate) fn resume(&mut self) {
        self.outgoing
            .extend(self.requests.keys().copied().map(Outgoing::Fetch));
    }

    /// The steps behind one of them.
    pub(crate) fn steps(&self, after: u64) -> Vec<Step> {
        self.steps.after(after)
    }

    fn number(&mut self) -> u64 {
        self.last += 1;
        self.last
    }
}

/// The network among what it acts on, at one moment.
pub(crate) struct Stage<'a> {
    pub(crate) now: Moment,
    pub(crate) engine: &'a mut Engine,
    pub(crate) voice: &'a mut Voice,
    pub(crate) network: &'a mut Network,
    pub(crate) agents: &'a mut Agents,
}

impl Stage<'_> {
    fn line(&mut self, call: CallSid) -> Option<&mut Line> {
        self.network.lines.get_mut(&call)
    }

    /// Lets happen what is due first, which is due now.
    pub(crate) fn fire(&mut self) {
        let Some((_, (call, due))) = self.network.alarms.pop_first() else {
            return;
        };
        if let Some(line) = self.line(call) {
            line.alarms.remove(&due);
            self.is_due(call, due);
        }
    }

    /// Sets when something is due for a call; what was set before is not due any more.
    fn alarm(&mut self, call: CallSid, due: Due, milliseconds: u64) {
        self.silence(call, due);
        let key = (
            self.now.plus_milliseconds(milliseconds),
            self.network.number(),
        );
        if let Some(line) = self.line(call) {
            line.alarms.insert(due, key);
            self.network.alarms.insert(key, (call, due));
        }
    }

    fn silence(&mut self, call: CallSid, due: Due) {
        if let Some(key) = self.line(call).and_then(|line| line.alarms.remove(&due)) {
            self.network.alarms.remove(&key);
        }
    }

    /// Notes what happened.
    fn step(&mut self, call: CallSid, step: &str, details: Value) {
        let root = self.network.lines.get(&call).map_or(call, |line| line.root);
        let details = match details {
            Value::Object(details) => details,
            _ => serde_json::Map::new(),
        };
        self.network
            .steps
            .add(self.now, (root, call), step, details);
    }

    fn alert(&mut self, call: CallSid, code: u32, message: impl Into<String>, url: Option<String>) {
        self.network.outgoing.push(Outgoing::Alert {
            at: self.now,
            code,
            message: message.into(),
            resource: call.to_string(),
            url,
        });
    }
}

/// A map whose keys are no text, as a list of pairs.
pub(crate) mod as_list {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<K: Serialize, V: Serialize, S: Serializer>(
        map: &BTreeMap<K, V>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map)
    }

    pub(crate) fn deserialize<'de, K, V, D>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        let pairs: Vec<(K, V)> = Vec::deserialize(deserializer)?;
        Ok(pairs.into_iter().collect())
    }
}
