//! Whether a `skip_if` can ever hold.

use std::collections::BTreeSet;

use super::{Findings, Known, Place};
use crate::routing::expr::{Expr, Operand, SkipIfScope, WorkerCounts};

/// Combinations that are tried before giving up; expressions people write need a few dozen.
const MOST: usize = 20_000;

impl Findings<'_> {
    /// Steps whose `skip_if` never holds, and one where nothing could follow.
    pub(super) fn skips(&mut self) {
        for (place, target) in self.steps() {
            let Some(skip_if) = &target.skip_if else {
                continue;
            };
            if place == Place::Default {
                self.add(
                    "skip-if-never-holds",
                    place,
                    "skip_if",
                    "the default filter is the last step: there is nothing to skip to".to_owned(),
                    "remove it".to_owned(),
                );
            } else if !can_hold(skip_if, self.known, self.members(&target.queue)) {
                self.add(
                    "skip-if-never-holds",
                    place,
                    "skip_if",
                    format!("`{skip_if}` never holds"),
                    "counts are whole numbers from 0: `workers.available == 0` skips when nobody is \
                     there, `1 == 1` whenever nobody can be reserved"
                        .to_owned(),
                );
            }
        }
    }

    /// How many workers serve a queue, if that is known.
    pub(super) fn members(&self, queue: &str) -> Option<usize> {
        let queue = self
            .known
            .queues?
            .iter()
            .find(|known| known.is_called(queue))?;
        let workers = self.known.workers?;
        queue.target_workers.as_ref().ok()?;
        Some(
            workers
                .iter()
                .filter(|worker| queue.is_served_by(worker))
                .count(),
        )
    }
}

/// One way the workers of a queue could be spread.
struct Spread<'a> {
    available: usize,
    unavailable: usize,
    by_activity: &'a [(String, usize)],
}

impl WorkerCounts for Spread<'_> {
    fn available(&self) -> usize {
        self.available
    }

    fn unavailable(&self) -> usize {
        self.unavailable
    }

    fn in_activity(&self, activity_sid: &str) -> usize {
        self.by_activity
            .iter()
            .find(|(sid, _)| sid == activity_sid)
            .map_or(0, |(_, count)| *count)
    }
}

/// Whether a `skip_if` holds for any spread of a queue's workers. Only the numbers around those
/// that are written make a difference, so those are tried; yes when there are too many of them.
/// How many workers there are is not counted against it: some may come yet.
pub(super) fn can_hold(skip_if: &Expr, known: &Known<'_>, members: Option<usize>) -> bool {
    let mut activities: BTreeSet<String> = skip_if
        .references()
        .filter(|reference| reference.is_worker_count())
        .map(ToString::to_string)
        .filter_map(|name| {
            name.strip_prefix("workers.WA")
                .map(|rest| format!("WA{rest}"))
        })
        .collect();
    if let Some(existing) = known.activities {
        activities.retain(|sid| existing.iter().any(|activity| activity.sid == *sid));
    }
    let mut tried: BTreeSet<usize> = BTreeSet::from([0, 1]);
    numbers(skip_if, &mut |number| {
        for near in [number.saturating_sub(1), number, number.saturating_add(1)] {
            tried.insert(near);
        }
    });
    tried.extend(members);
    let top = tried.last().copied().unwrap_or(0);
    tried.extend([top.saturating_add(1), top.saturating_add(2)]);
    let tried: Vec<usize> = tried.into_iter().collect();
    let places = activities.len() + 2;
    let combinations = (0..places).try_fold(1usize, |count, _| {
        count
            .checked_mul(tried.len())
            .filter(|count| *count <= MOST)
    });
    let Some(combinations) = combinations else {
        return true;
    };
    let names: Vec<String> = activities.into_iter().collect();
    (0..combinations).any(|combination| {
        let digit = |place: u32| tried[combination / tried.len().pow(place) % tried.len()];
        let by_activity: Vec<(String, usize)> = names
            .iter()
            .zip(2..)
            .map(|(sid, place)| (sid.clone(), digit(place)))
            .collect();
        skip_if.eval(&SkipIfScope(&Spread {
            available: digit(0),
            unavailable: digit(1),
            by_activity: &by_activity,
        }))
    })
}

/// Every whole number that is written in an expression.
fn numbers(expression: &Expr, each: &mut impl FnMut(usize)) {
    fn of_operand(operand: &Operand, each: &mut impl FnMut(usize)) {
        match operand {
            Operand::Number(number) => {
                // Around a fraction lie the whole numbers on both sides.
                let whole = number.to_f64().floor().max(0.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "cut off at 0; beyond usize it saturates, as no count goes there"
                )]
                each(whole as usize);
            }
            Operand::String(text) => {
                if let Ok(number) = text.parse() {
                    each(number);
                }
            }
            Operand::Array(elements) => {
                for one in elements {
                    of_operand(one, each);
                }
            }
            _ => {}
        }
    }
    match expression {
        Expr::Or(operands) | Expr::And(operands) => {
            for operand in operands {
                numbers(operand, each);
            }
        }
        Expr::Compare(comparison) => {
            of_operand(&comparison.left, each);
            of_operand(&comparison.right, each);
        }
    }
}
