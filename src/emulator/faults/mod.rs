//! The fault lab: artificial trouble for clients and for receivers of callbacks.
//!
//! A [`FaultPlan`] holds rules. Every rule counts what matches it, and whether the n-th match meets
//! its fault is decided by the plan's seed, the rule and n alone: neither the clock nor the threads
//! have a say, so the same requests in the same order meet the same faults.

mod callbacks;
mod connection;
mod http;
mod plan;
mod rule;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use serde::Serialize;

pub use plan::{
    Api, CallbackKind, CallbackRule, FaultPlan, Method, PlanError, RequestRule, Reset, Scenario,
};
pub use rule::{OneOrMany, Pattern};

pub(crate) use callbacks::CallbackFate;
pub(crate) use connection::{Connection, Severable, Switch};
pub(crate) use http::layer;

use rule::{Dice, Turn};

/// The plan in force and how far it has come.
#[derive(Debug)]
pub(crate) struct Faults(RwLock<Arc<Active>>);

/// A plan, and what its rules have counted.
#[derive(Debug)]
struct Active {
    plan: FaultPlan,
    requests: Vec<Counted<RequestRule>>,
    callbacks: Vec<Counted<CallbackRule>>,
}

/// A rule and what it has met.
#[derive(Debug, Serialize)]
struct Counted<R> {
    rule: R,
    matched: AtomicU64,
    fired: AtomicU64,
    #[serde(skip)]
    turn: Turn,
    #[serde(skip)]
    seed: u64,
    /// Another one for each rule of the plan.
    #[serde(skip)]
    number: u64,
}

impl<R> Counted<R> {
    /// Counts a match; the dice for it if it meets the fault.
    fn meets(&self) -> Option<Dice> {
        let match_number = self.matched.fetch_add(1, Ordering::Relaxed) + 1;
        let dice = Dice::new(self.seed, self.number, match_number);
        if !self.turn.is(match_number, dice) {
            return None;
        }
        self.fired.fetch_add(1, Ordering::Relaxed);
        Some(dice)
    }
}

/// Rules of requests are numbered from 0, those of callbacks from here.
const CALLBACKS: u64 = 1 << 32;

impl Active {
    fn new(plan: FaultPlan) -> Self {
        fn counted<R>(
            rules: Vec<R>,
            seed: u64,
            from: u64,
            turn: impl Fn(&R) -> Turn,
        ) -> Vec<Counted<R>> {
            (from..)
                .zip(rules)
                .map(|(number, rule)| Counted {
                    turn: turn(&rule),
                    rule,
                    matched: AtomicU64::new(0),
                    fired: AtomicU64::new(0),
                    seed,
                    number,
                })
                .collect()
        }
        let (requests, callbacks) = plan.rules();
        Self {
            requests: counted(requests, plan.seed, 0, RequestRule::turn),
            callbacks: counted(callbacks, plan.seed, CALLBACKS, CallbackRule::turn),
            plan,
        }
    }
}

/// The plan in force as it was given, and every rule of it with what it has counted.
#[derive(Debug, Serialize)]
pub(crate) struct Report<'a> {
    plan: &'a FaultPlan,
    requests: &'a [Counted<RequestRule>],
    callbacks: &'a [Counted<CallbackRule>],
}

impl Faults {
    pub(crate) fn new(plan: FaultPlan) -> Self {
        Self(RwLock::new(Arc::new(Active::new(plan))))
    }

    fn active(&self) -> Arc<Active> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The plan in force if these rules of it are there; without, nobody need look further.
    fn active_if(&self, has_rules: impl FnOnce(&Active) -> bool) -> Option<Arc<Active>> {
        let active = self.0.read().unwrap_or_else(PoisonError::into_inner);
        has_rules(&active).then(|| Arc::clone(&active))
    }

    /// Puts another plan in force and starts counting anew.
    pub(crate) fn set(&self, plan: FaultPlan) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Active::new(plan));
    }

    /// Shows the plan in force and its counts.
    pub(crate) fn report<T>(&self, show: impl FnOnce(&Report<'_>) -> T) -> T {
        let active = self.active();
        show(&Report {
            plan: &active.plan,
            requests: &active.requests,
            callbacks: &active.callbacks,
        })
    }
}

#[cfg(test)]
mod tests;
