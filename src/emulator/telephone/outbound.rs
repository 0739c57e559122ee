//! Tasks that bring no call: the worker is called first, then whom the task's attribute
//! `outbound_to` names, and both meet in the conference named after the task.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Stage;
use super::line::{Due, Purpose, Room, Work};
use super::place::NewLeg;
use crate::emulator::instruction::Leg;
use crate::model::CallStatus;
use crate::model::sid::{CallSid, ReservationSid, WorkspaceSid};

/// Seconds the customer's telephone rings.
const RINGS: u64 = 60;
/// Milliseconds until a worker notices that nobody comes.
const NOBODY: u64 = 5_000;

/// Whom to call when the worker has picked up, and the number they see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Outbound {
    pub(super) to: String,
    pub(super) from: String,
}

impl Stage<'_> {
    /// Whom a reservation's task wants called.
    pub(super) fn outbound_of(
        &self,
        workspace: WorkspaceSid,
        sid: ReservationSid,
        leg: &Leg,
    ) -> Option<Outbound> {
        let workspace = self.engine.workspace(workspace).ok()?;
        let task = workspace.reservations.get(sid)?.task;
        let attributes = &workspace.tasks.get(task)?.attributes;
        let attributes: Value = serde_json::from_str(attributes).ok()?;
        let text = |name: &str| {
            attributes[name]
                .as_str()
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        Some(Outbound {
            to: text("outbound_to")?,
            from: text("from")
                .or_else(|| leg.from.clone())
                .unwrap_or_default(),
        })
    }

    /// Calls the customer into the conference the worker waits in.
    pub(super) fn call_customer(
        &mut self,
        worker: CallSid,
        work: &Work,
        outbound: &Outbound,
        room: Room,
    ) -> CallSid {
        self.dial_out(NewLeg {
            root: Some(worker),
            parent: None,
            from: outbound.from.clone(),
            to: outbound.to.clone(),
            direction: "outbound-api",
            purpose: Purpose::Joins(work.task.to_string(), Box::new(room)),
            status: None,
            rings_for: Some(RINGS * 1000),
            tape: None,
            sends: None,
        })
    }

    /// A customer did not pick up: the worker who waits for them notices.
    pub(super) fn customer_missed(&mut self, name: &str) {
        let waiting = self
            .network
            .lines
            .values()
            .find(|line| {
                let serves = line
                    .serving
                    .as_ref()
                    .is_some_and(|serving| serving.task.to_string() == name);
                serves && line.room.is_some_and(|room| self.inside(room).len() == 1)
            })
            .map(|line| line.sid);
        if let Some(worker) = waiting {
            self.alarm(worker, Due::Alone, NOBODY);
        }
    }

    /// The worker is gone: a customer whose telephone still rings is not bothered.
    pub(super) fn leave_customer_alone(&mut self, work: &Work) {
        let name = work.task.to_string();
        let ringing: Vec<CallSid> = self
            .network
            .lines
            .values()
            .filter(|line| matches!(&line.purpose, Purpose::Joins(room, _) if *room == name))
            .map(|line| line.sid)
            .filter(|call| !self.is_up(*call))
            .collect();
        for call in ringing {
            self.end(call, CallStatus::Canceled);
        }
    }
}
