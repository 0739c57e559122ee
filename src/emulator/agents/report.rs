//! How it goes with the simulated agents and callers.

use serde::{Deserialize, Serialize};

use super::{Agent, Stage};
use crate::emulator::shared::World;
use crate::model::sid::WorkerSid;
use crate::model::time::IsoTime;
use crate::routing::Moment;

/// What an agent has done.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Figures {
    pub(super) offered: u64,
    pub(super) accepted: u64,
    pub(super) rejected: u64,
    pub(super) not_answered: u64,
    pub(super) withdrawn: u64,
    pub(super) talk_ms: u64,
    pub(super) wrap_ms: u64,
    /// Milliseconds there until `since`.
    there_ms: u64,
    /// Since when they are there.
    since: Option<Moment>,
}

/// A simulated agent and what they have done so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgentFigures {
    /// The worker.
    pub worker_sid: WorkerSid,
    /// The worker's name.
    pub worker_name: String,
    /// The behaviour: the place of its entry in the file, from 0.
    pub behaviour: usize,
    /// The activity they are in.
    pub activity: String,
    /// Whether it is their shift.
    pub on_duty: bool,
    /// Offers they got.
    pub offered: u64,
    /// Offers they accepted.
    pub accepted: u64,
    /// Offers they rejected.
    pub rejected: u64,
    /// Offers whose time ran out.
    pub not_answered: u64,
    /// Offers that were taken back, or whose task was canceled.
    pub withdrawn: u64,
    /// Seconds from acceptance until the work was done.
    pub talk_seconds: u64,
    /// Seconds of wrapping up.
    pub wrap_seconds: u64,
    /// Seconds they were there to work.
    pub there_seconds: u64,
    /// The part of that in which they worked or wrapped up; `None` when they never were there.
    pub occupancy: Option<f64>,
}

/// Calls of an entry of the file and how they went so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivalFigures {
    /// The numbers that are called.
    pub to: Vec<String>,
    /// Calls that were placed.
    pub placed: u64,
    /// Calls to a number that is gone.
    pub refused: u64,
    /// Calls whose caller talked to somebody and that are over.
    pub answered: u64,
    /// Calls whose caller talked to nobody and that are over.
    pub abandoned: u64,
    /// Calls that are not over.
    pub under_way: u64,
    /// When the next one calls; `None` when nobody does any more.
    pub next: Option<IsoTime>,
}

/// The simulated agents and callers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgentsReport {
    /// The seed of the file; `None` when nobody is simulated.
    pub seed: Option<u64>,
    /// Every agent, in the order the workers were made.
    pub agents: Vec<AgentFigures>,
    /// Every entry of `arrivals`.
    pub arrivals: Vec<ArrivalFigures>,
}

impl Stage<'_> {
    /// Goes on counting the time an agent is there: on duty, or still at work.
    pub(super) fn count(&mut self, sid: WorkerSid) {
        let now = self.now;
        let Some(agent) = self.agents.people.get_mut(&sid) else {
            return;
        };
        let works = agent
            .open
            .values()
            .any(|offer| offer.accepted.is_some() || offer.wrapping.is_some());
        let is_there = agent.duty.is_there() || works;
        let figures = &mut agent.figures;
        match (figures.since, is_there) {
            (None, true) => figures.since = Some(now),
            (Some(since), false) => {
                figures.there_ms += now.milliseconds_since(since);
                figures.since = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
}

impl Agent {
    fn report(&self, world: &World, sid: WorkerSid, now: Moment) -> AgentFigures {
        let figures = &self.figures;
        let since =
            |moment: Option<Moment>| moment.map_or(0, |since| now.milliseconds_since(since));
        let talk = self.open.values().filter(|offer| offer.wrapping.is_none());
        let talk_ms = figures.talk_ms + talk.map(|offer| since(offer.accepted)).sum::<u64>();
        let wrap = self.open.values().map(|offer| since(offer.wrapping));
        let wrap_ms = figures.wrap_ms + wrap.sum::<u64>();
        let there_ms = figures.there_ms + since(figures.since);
        let activity = world
            .engine
            .workspace(self.workspace)
            .ok()
            .and_then(|workspace| {
                let worker = workspace.workers.get(sid)?;
                Some(workspace.activity_name(worker.activity).to_owned())
            });
        let fraction = |part: u64, whole: u64| {
            let seconds =
                |milliseconds| std::time::Duration::from_millis(milliseconds).as_secs_f64();
            (whole > 0).then(|| (seconds(part) / seconds(whole) * 10_000.0).round() / 10_000.0)
        };
        AgentFigures {
            worker_sid: sid,
            worker_name: self.name.clone(),
            behaviour: self.class,
            activity: activity.unwrap_or_default(),
            on_duty: self.duty.on,
            offered: figures.offered,
            accepted: figures.accepted,
            rejected: figures.rejected,
            not_answered: figures.not_answered,
            withdrawn: figures.withdrawn,
            talk_seconds: talk_ms / 1000,
            wrap_seconds: wrap_ms / 1000,
            there_seconds: there_ms / 1000,
            occupancy: fraction(talk_ms + wrap_ms, there_ms),
        }
    }
}

impl World {
    /// How it goes with the simulated agents and callers.
    pub(crate) fn agents_report(&self, now: Moment) -> AgentsReport {
        let script = self.agents.script.as_ref();
        let workers = self
            .engine
            .workspaces()
            .iter()
            .flat_map(|workspace| workspace.workers.iter());
        let agents = workers.filter_map(|worker| {
            let agent = self.agents.people.get(&worker.sid)?;
            Some(agent.report(self, worker.sid, now))
        });
        let streams = script.into_iter().flat_map(|script| &script.plan.arrivals);
        let arrivals = streams
            .zip(&self.agents.arriving)
            .map(|(stream, arriving)| ArrivalFigures {
                to: stream.numbers().to_vec(),
                placed: arriving.placed,
                refused: arriving.refused,
                answered: arriving.answered,
                abandoned: arriving.abandoned,
                under_way: arriving.placed - arriving.answered - arriving.abandoned,
                next: arriving.next.and_then(Moment::to_iso),
            });
        AgentsReport {
            seed: script.map(|script| script.plan.seed),
            agents: agents.collect(),
            arrivals: arrivals.collect(),
        }
    }
}
