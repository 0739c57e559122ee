//! Simulated agents and callers: who answers offers, how long they talk and wrap up, when they
//! work, and who calls meanwhile.
//!
//! Like the telephone network a state machine without I/O, with which it shares the [`Stage`]: it
//! is told of events ([`Stage::attend`]) and comes back when something is due
//! ([`Agents::next_deadline`], [`Stage::do_what_is_due`]). What agents do they do as an application does it
//! through REST; calls of theirs are answered and hung up by their telephones. `plan` reads the
//! file of behaviours, `work` is an agent with an offer, `duty` their shifts, `arrivals` are the
//! calls, `report` says how it goes.

mod arrivals;
mod chance;
mod duty;
mod plan;
mod report;
mod work;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use plan::BehaviourError;
pub(crate) use plan::Script;
pub use report::{AgentFigures, AgentsReport, ArrivalFigures};

use arrivals::Arriving;
use duty::Duty;
use plan::Class;
use report::Figures;
use work::Offer;

use super::shared::World;
use super::telephone::{Stage, as_list};
use crate::model::EventType;
use crate::model::sid::{ReservationSid, WorkerSid, WorkspaceSid};
use crate::routing::Moment;
use crate::routing::engine::{Event, Worker};

/// Which of several things that are due at one moment.
type AlarmKey = (Moment, u64);

/// The simulated agents and callers.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Agents {
    script: Option<Script>,
    /// Counts alarms.
    last: u64,
    #[serde(with = "as_list")]
    alarms: BTreeMap<AlarmKey, Due>,
    people: BTreeMap<WorkerSid, Agent>,
    /// As many as the script has.
    arriving: Vec<Arriving>,
}

/// What is due. When it is not called for any more, nothing happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Due {
    /// An agent answers an offer.
    Answer(WorkerSid, ReservationSid),
    /// An agent has done the work.
    Handled(WorkerSid, ReservationSid),
    /// An agent has wrapped up.
    Wrapped(WorkerSid, ReservationSid),
    /// An agent who was moved away comes back.
    Back(WorkerSid),
    /// A shift begins or ends.
    Shift(WorkerSid),
    /// Somebody calls.
    Arrival(usize),
}

/// A worker whose behaviour is simulated.
#[derive(Debug, Serialize, Deserialize)]
struct Agent {
    workspace: WorkspaceSid,
    name: String,
    /// The place of the behaviour in the script.
    class: usize,
    /// Offers so far, which decide what chance decides.
    offers: u64,
    open: BTreeMap<ReservationSid, Offer>,
    duty: Duty,
    figures: Figures,
}

impl Agents {
    /// When something happens by itself next.
    pub(crate) fn next_deadline(&self) -> Option<Moment> {
        self.alarms.first_key_value().map(|((at, _), _)| *at)
    }

    /// Whether anybody is simulated.
    pub(crate) const fn is_active(&self) -> bool {
        self.script.is_some()
    }

    fn seed(&self) -> u64 {
        self.script.as_ref().map_or(0, |script| script.plan.seed)
    }

    fn class_of(&self, agent: &Agent) -> Option<&Class> {
        self.script.as_ref()?.plan.agents.get(agent.class)
    }

    fn alarm(&mut self, at: Moment, due: Due) {
        self.last += 1;
        self.alarms.insert((at, self.last), due);
    }
}

impl World {
    /// Lets workers and callers behave in a certain way from now on, and nobody else.
    pub(crate) fn employ(&mut self, now: Moment, script: Script) {
        self.dismiss();
        self.agents = Agents {
            last: self.agents.last,
            arriving: script
                .plan
                .arrivals
                .iter()
                .map(|stream| Arriving::begin(stream, now))
                .collect(),
            script: Some(script),
            ..Agents::default()
        };
        let workers: Vec<(WorkspaceSid, WorkerSid)> = self
            .engine
            .workspaces()
            .iter()
            .flat_map(|workspace| {
                let workers = workspace.workers.iter();
                workers.map(|worker| (workspace.sid, worker.sid))
            })
            .collect();
        for (workspace, worker) in workers {
            self.stage(now).hire(workspace, worker);
        }
        for place in 0..self.agents.arriving.len() {
            self.stage(now).await_arrival(place, now);
        }
    }

    /// Nobody is simulated any more. Workers stay where they are.
    pub(crate) fn dismiss(&mut self) {
        // Calls of theirs go on, and are nobody's.
        self.network.forget_arrivals();
        self.agents = Agents {
            last: self.agents.last,
            ..Agents::default()
        };
    }
}

impl Stage<'_> {
    /// Lets happen what is due first for agents and callers, which is due now.
    pub(crate) fn do_what_is_due(&mut self) {
        let Some((_, due)) = self.agents.alarms.pop_first() else {
            return;
        };
        match due {
            Due::Answer(worker, offer) => self.answers(worker, offer),
            Due::Handled(worker, offer) => self.has_handled(worker, offer),
            Due::Wrapped(worker, offer) => self.has_wrapped_up(worker, offer),
            Due::Back(worker) => self.comes_back(worker),
            Due::Shift(worker) => self.shift_changes(worker),
            Due::Arrival(place) => self.arrives(place),
        }
    }

    /// An event of the engine, which agents may have to do something about.
    pub(crate) fn attend(&mut self, event: &Event) {
        if !self.agents.is_active() {
            return;
        }
        let Some(worker) = event.worker.as_deref().map(|worker| worker.sid) else {
            return;
        };
        match event.kind {
            EventType::WorkerCreated | EventType::WorkerAttributesUpdate => {
                self.hire(event.workspace_sid, worker);
            }
            EventType::WorkerDeleted => {
                self.agents.people.remove(&worker);
            }
            EventType::WorkerActivityUpdate => self.was_moved(worker, event),
            _ => {
                if let Some(reservation) = event.reservation.as_deref() {
                    self.offer_changed(worker, reservation.0, event);
                }
            }
        }
    }

    fn worker_row(&self, workspace: WorkspaceSid, worker: WorkerSid) -> Option<&Worker> {
        self.engine.workspace(workspace).ok()?.workers.get(worker)
    }

    /// Simulates a worker by the first behaviour that is theirs.
    fn hire(&mut self, workspace: WorkspaceSid, sid: WorkerSid) {
        let Some(worker) = self.worker_row(workspace, sid) else {
            return;
        };
        let classes = self
            .agents
            .script
            .as_ref()
            .map(|script| &script.plan.agents);
        let class = classes.and_then(|classes| classes.iter().position(|it| it.fits(worker)));
        let name = worker.friendly_name.to_string();
        match (class, self.agents.people.get_mut(&sid)) {
            (None, None) => {}
            (None, Some(_)) => {
                self.agents.people.remove(&sid);
            }
            (Some(class), Some(agent)) if agent.class == class => agent.name = name,
            (Some(class), Some(agent)) => {
                agent.class = class;
                agent.name = name;
                self.begin_duty(sid);
            }
            (Some(class), None) => {
                let agent = Agent {
                    workspace,
                    name,
                    class,
                    offers: 0,
                    open: BTreeMap::new(),
                    duty: Duty::default(),
                    figures: Figures::default(),
                };
                self.agents.people.insert(sid, agent);
                self.take_over(workspace, sid);
                self.begin_duty(sid);
            }
        }
    }
}
