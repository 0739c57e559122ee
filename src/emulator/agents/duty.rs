//! Who is on duty: shifts, and coming back after having been moved away.

use serde::{Deserialize, Serialize};

use super::plan::Class;
use super::{Due, Stage};
use crate::model::sid::{ActivitySid, WorkerSid};
use crate::routing::Moment;
use crate::routing::engine::{Cause, Event, WorkerUpdate, Workspace};

/// Whether an agent works.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Duty {
    /// Whether it is their shift.
    pub(super) on: bool,
    /// When they come back who were moved away for an offer.
    back: Option<Moment>,
    /// Since when somebody else has kept them away, who knows why.
    held: Option<Moment>,
    /// When their shift changes next.
    change: Option<Moment>,
    /// Where they move by themselves at the moment.
    moving: Option<ActivitySid>,
    /// When an offer last ended or the work on one did.
    pub(super) ended: Option<Moment>,
}

impl Duty {
    /// Whether they are there to work.
    pub(super) const fn is_there(&self) -> bool {
        self.on && self.held.is_none() && self.back.is_none()
    }
}

/// The activity on duty or off duty: the one that is named, or the first that there is of the
/// kind. Off duty the workspace's own for those who do not answer goes first.
fn activity(workspace: &Workspace, class: &Class, on: bool) -> Option<ActivitySid> {
    let activities = || workspace.activities.iter();
    if let Some(name) = class.activity(on) {
        return activities()
            .find(|activity| &*activity.friendly_name == name)
            .map(|activity| activity.sid);
    }
    let of_time_out = activities()
        .find(|activity| activity.sid == workspace.timeout_activity && !activity.available && !on);
    of_time_out
        .or_else(|| activities().find(|activity| activity.available == on))
        .map(|activity| activity.sid)
}

impl Stage<'_> {
    /// A worker begins to be simulated, or to behave in another way.
    pub(super) fn begin_duty(&mut self, sid: WorkerSid) {
        let now = self.now;
        let Some(agent) = self.agents.people.get(&sid) else {
            return;
        };
        let shifts = self
            .agents
            .class_of(agent)
            .and_then(|class| class.shifts.as_ref());
        let on = shifts.is_none_or(|shifts| shifts.at(now));
        let change = shifts.and_then(|shifts| shifts.next_change(now));
        if let Some(change) = change {
            self.agents.alarm(change, Due::Shift(sid));
        }
        if let Some(agent) = self.agents.people.get_mut(&sid) {
            agent.duty.on = on;
            agent.duty.change = change;
            agent.duty.back = None;
            agent.duty.held = None;
        }
        self.move_to(sid, on);
        self.count(sid);
    }

    /// A shift begins or ends, unless the behaviour has become another one.
    pub(super) fn shift_changes(&mut self, sid: WorkerSid) {
        let change = self
            .agents
            .people
            .get(&sid)
            .and_then(|agent| agent.duty.change);
        if change.is_some_and(|change| change <= self.now) {
            self.begin_duty(sid);
        }
    }

    /// The agent changes to the activity on duty or off duty, as through REST.
    fn move_to(&mut self, sid: WorkerSid, on: bool) {
        let Some(agent) = self.agents.people.get(&sid) else {
            return;
        };
        let workspace = agent.workspace;
        let target = self.agents.class_of(agent).and_then(|class| {
            let workspace = self.engine.workspace(workspace).ok()?;
            let there = workspace.workers.get(sid)?.activity;
            activity(workspace, class, on).filter(|activity| *activity != there)
        });
        let Some(target) = target else {
            return;
        };
        if let Some(agent) = self.agents.people.get_mut(&sid) {
            agent.duty.moving = Some(target);
        }
        let update = WorkerUpdate {
            activity: Some(target),
            ..WorkerUpdate::default()
        };
        let moved = self.engine.update_worker(self.now, workspace, sid, &update);
        // What the engine may refuse, it refuses to an application as well.
        if moved.is_err()
            && let Some(agent) = self.agents.people.get_mut(&sid)
        {
            agent.duty.moving = None;
        }
    }

    /// A worker's activity changed.
    pub(super) fn was_moved(&mut self, sid: WorkerSid, event: &Event) {
        let Some(to) = event.worker.as_ref().map(|worker| worker.activity_sid) else {
            return;
        };
        let Some(agent) = self.agents.people.get_mut(&sid) else {
            return;
        };
        if agent.duty.moving == Some(to) {
            agent.duty.moving = None;
            return;
        }
        // What comes with the end of an offer or of the work is what the workspace or the
        // instruction says. Everything else somebody decided.
        let by_offer = event.cause == Cause::Router || agent.duty.ended == Some(event.at);
        let held = (!by_offer && !self.is_on_duty(sid)).then_some(event.at);
        if let Some(agent) = self.agents.people.get_mut(&sid) {
            agent.duty.held = held;
        }
        self.count(sid);
    }

    /// Whether the worker is in the activity of those on duty.
    fn is_on_duty(&self, sid: WorkerSid) -> bool {
        let there = || {
            let agent = self.agents.people.get(&sid)?;
            let class = self.agents.class_of(agent)?;
            let workspace = self.engine.workspace(agent.workspace).ok()?;
            let there = workspace.workers.get(sid)?.activity;
            Some(activity(workspace, class, true)? == there)
        };
        there().unwrap_or(false)
    }

    /// An offer or the work on one ended. When it took the agent away from where they work, they
    /// come back: after a rest, or after so much wrapping up as there still is.
    pub(super) fn perhaps_come_back(&mut self, sid: WorkerSid, event: &Event, wrap: Option<u64>) {
        if let Some(agent) = self.agents.people.get_mut(&sid) {
            agent.duty.ended = Some(event.at);
        }
        if self.is_on_duty(sid) {
            return;
        }
        let Some(agent) = self.agents.people.get(&sid) else {
            return;
        };
        let is_held = agent.duty.held.is_some_and(|since| since < event.at);
        if !agent.duty.on || agent.duty.back.is_some() || is_held {
            return;
        }
        let rest = wrap.or_else(|| {
            let class = self.agents.class_of(agent)?;
            let mut chance = self.agents.chance(agent, super::work::Matter::Rest);
            Some(class.back_after.draw(&mut chance))
        });
        let back = event.at.plus_milliseconds(rest.unwrap_or(0));
        if let Some(agent) = self.agents.people.get_mut(&sid) {
            agent.duty.held = None;
            agent.duty.back = Some(back);
        }
        self.agents.alarm(back, Due::Back(sid));
        self.count(sid);
    }

    pub(super) fn comes_back(&mut self, sid: WorkerSid) {
        let now = self.now;
        let Some(agent) = self.agents.people.get_mut(&sid) else {
            return;
        };
        if agent.duty.back.is_none_or(|back| back > now) {
            return;
        }
        agent.duty.back = None;
        if agent.duty.on && agent.duty.held.is_none() {
            self.move_to(sid, true);
        }
        self.count(sid);
    }
}
