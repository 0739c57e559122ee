//! What every change of a workspace needs: the moment, new SIDs, a place for effects and timers.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::effect::{About, Cause, Effect, Recent};
use super::rows::{Ordinal, Scramble};
use super::state::Workspace;
use crate::model::EventType;
use crate::model::sid::{AccountSid, EventSid, Sid};
use crate::routing::Moment;

/// What to look at when a deadline comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Timer {
    /// A task's life span, routing step, assignment limit or removal.
    Task(Ordinal),
    /// A reservation that may time out.
    Reservation(Ordinal),
    /// A queue whose waiting tasks depend on the time of day.
    Clock(Ordinal),
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Context {
    pub(super) account: AccountSid,
    scramble: Scramble,
    last_ordinal: Ordinal,
    #[serde(skip)]
    last_plan: u64,
    pub(super) now: Moment,
    /// Whether what happens now was asked for.
    #[serde(skip)]
    pub(super) cause: Cause,
    #[serde(skip)]
    pub(super) effects: Vec<Effect>,
    #[serde(skip)]
    pub(super) recent: Recent,
    /// Deadlines with the workspace they belong to.
    #[serde(skip)]
    pub(super) timers: BTreeSet<(Moment, Ordinal, Timer)>,
}

impl Context {
    pub(super) fn new(account: AccountSid, seed: u64, now: Moment) -> Self {
        Self {
            account,
            scramble: Scramble::new(seed),
            last_ordinal: 0,
            last_plan: 0,
            now,
            cause: Cause::Router,
            effects: Vec::new(),
            recent: Recent::default(),
            timers: BTreeSet::new(),
        }
    }

    pub(super) fn scramble(&self) -> Scramble {
        self.scramble
    }

    /// Tells workflow configurations apart while the engine runs; not part of the history.
    pub(super) fn next_plan(&mut self) -> u64 {
        self.last_plan += 1;
        self.last_plan
    }

    pub(super) fn new_sid<S: Sid>(&mut self) -> S {
        self.last_ordinal += 1;
        self.scramble.sid(self.last_ordinal)
    }

    pub(super) fn emit(&mut self, kind: EventType, workspace: &Workspace, about: About<'_>) {
        let sid = self.new_sid();
        self.emit_as(sid, kind, workspace, about);
    }

    /// Emits an event under a SID that was made for it before.
    pub(super) fn emit_as(
        &mut self,
        sid: EventSid,
        kind: EventType,
        workspace: &Workspace,
        about: About<'_>,
    ) {
        let when = (self.now, self.cause);
        let event = about.into_event(sid, kind, when, workspace, &mut self.recent);
        self.effects.push(Effect::Event(Arc::new(event)));
    }

    /// Does what somebody asked for; what happens meanwhile is theirs.
    pub(super) fn on_request<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        self.cause = Cause::Request;
        let done = work(self);
        self.cause = Cause::Router;
        done
    }

    /// Sets, moves or clears one timer; the caller remembers the moment it was set to.
    pub(super) fn set_timer(
        &mut self,
        workspace: &Workspace,
        timer: Timer,
        before: Option<Moment>,
        after: Option<Moment>,
    ) {
        if before == after {
            return;
        }
        let workspace = self
            .scramble
            .ordinal(workspace.sid)
            .expect("the workspace was made here");
        if let Some(moment) = before {
            self.timers.remove(&(moment, workspace, timer));
        }
        if let Some(moment) = after {
            self.timers.insert((moment, workspace, timer));
        }
    }
}
