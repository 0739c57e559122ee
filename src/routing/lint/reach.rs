//! Which filters and targets a task can ever come to.

use super::skip::can_hold;
use super::{Findings, Place};
use crate::routing::expr::Expr;
use crate::routing::workflow::{Filter, Target};

impl Findings<'_> {
    /// Filters and targets that nothing reaches, and steps that outlive their tasks.
    pub(super) fn reach(&mut self) {
        let configuration = self.configuration;
        for (f, filter) in configuration.filters.iter().enumerate() {
            if filter.expression.is_never_true() {
                self.add(
                    "filter-never-matches",
                    Place::Filter(f),
                    "expression",
                    format!("`{}` is never true", filter.expression),
                    "correct the expression, or remove the filter".to_owned(),
                );
            } else {
                self.filters_before(f, filter);
            }
            self.targets_of(f, filter);
        }
        if let Some(target) = &configuration.default_filter {
            self.never_fits(Place::Default, target);
        }
    }

    fn filters_before(&mut self, f: usize, filter: &Filter) {
        let before = &self.configuration.filters[..f];
        let holding = |filter: &&Filter| !self.lets_go(filter);
        if let Some(taker) = takes_all(&filter.expression, before, holding) {
            let text = match taker {
                Taker::One(one) => format!(
                    "every task that matches is taken before by {}, which never lets go of it",
                    self.filter_name(one)
                ),
                Taker::Several => {
                    "every task that matches is taken before by one of several filters, none of \
                         which lets go of it"
                        .to_owned()
                }
            };
            self.add(
                "unreachable-filter",
                Place::Filter(f),
                "",
                text,
                "move it up, make the filter before narrower, or remove it".to_owned(),
            );
        } else if let Some(taker) = takes_all(&filter.expression, before, |_| true) {
            let who = match taker {
                Taker::One(one) => self.filter_name(one),
                Taker::Several => "filters before".to_owned(),
            };
            self.add(
                "shadowed-filter",
                Place::Filter(f),
                "",
                format!("tasks come here only after {who} ran out of steps for them"),
                "if that is meant, nothing; else move it up".to_owned(),
            );
        }
    }

    /// Whether a task can leave a filter without being assigned: every step of it ends.
    fn lets_go(&self, filter: &Filter) -> bool {
        filter.targets.iter().all(|target| self.ends(target))
    }

    fn ends(&self, target: &Target) -> bool {
        let is_skipped =
            |skip_if: &Expr| can_hold(skip_if, self.known, self.members(&target.queue));
        target.timeout.is_some() || target.skip_if.as_ref().is_some_and(is_skipped)
    }

    fn targets_of(&mut self, f: usize, filter: &Filter) {
        for (t, target) in filter.targets.iter().enumerate() {
            let place = Place::Target(f, t);
            let dead_end = t.checked_sub(1).filter(|_| {
                filter.targets[..t]
                    .last()
                    .is_some_and(|before| !self.ends(before))
            });
            if let Some(before) = dead_end {
                let why = if filter.targets[before].skip_if.is_some() {
                    "has no `timeout`, and its `skip_if` never holds"
                } else {
                    "has neither `timeout` nor `skip_if`"
                };
                self.add(
                    "unreachable-target",
                    place,
                    "",
                    format!("never reached: targets[{before}] {why}"),
                    format!("give targets[{before}] a `timeout`, or remove this target"),
                );
            }
            if let Some(deadline) = filter.deadline(t)
                && let Some(first) = (0..=t).find(|earlier| {
                    filter
                        .deadline(*earlier)
                        .is_some_and(|end| end >= self.known.ttl)
                })
                && first == t
            {
                let is_last = t + 1 == filter.targets.len();
                let end = if is_last {
                    "and what follows the filter"
                } else {
                    "and the targets behind it"
                };
                self.add(
                    "timeouts-exceed-ttl",
                    place,
                    "timeout",
                    format!(
                        "the step ends {deadline} s after the task came, and a task lives {} s: its \
                         end {end} are never reached",
                        self.known.ttl
                    ),
                    "shorten the time-outs, or give the tasks a longer `Timeout`".to_owned(),
                );
            }
            if target.known_worker.is_some() && target.timeout.is_none() && target.skip_if.is_none()
            {
                self.add(
                    "known-worker-has-no-way-out",
                    place,
                    "",
                    "a task whose worker is missing, away or busy waits here until it dies"
                        .to_owned(),
                    "add a `timeout` or `skip_if`, and a target behind it".to_owned(),
                );
            }
            self.never_fits(place, target);
        }
    }

    /// A target that waits on purpose has a time-out: `1==0` is how a task is delayed.
    fn never_fits(&mut self, place: Place, target: &Target) {
        let Some(expression) = &target.expression else {
            return;
        };
        if expression.is_never_true() && target.timeout.is_none() {
            self.add(
                "target-never-fits",
                place,
                "expression",
                format!("`{expression}` is never true, so no worker is ever asked"),
                "correct the expression; a pause needs a `timeout`".to_owned(),
            );
        }
    }
}

/// Who takes all tasks of a filter before it.
enum Taker {
    /// This one.
    One(usize),
    /// Several together.
    Several,
}

/// Who of the filters before, as far as they count, takes every task that matches an expression.
fn takes_all(
    expression: &Expr,
    before: &[Filter],
    counts: impl Fn(&&Filter) -> bool,
) -> Option<Taker> {
    let counted: Vec<(usize, &Filter)> = before
        .iter()
        .enumerate()
        .filter(|(_, filter)| counts(filter))
        .collect();
    let alone = counted
        .iter()
        .find(|(_, filter)| expression.implies(&filter.expression));
    if let Some((position, _)) = alone {
        return Some(Taker::One(*position));
    }
    if counted.len() < 2 {
        return None;
    }
    let together = Expr::or(counted.iter().map(|(_, filter)| filter.expression.clone()));
    expression.implies(&together).then_some(Taker::Several)
}
