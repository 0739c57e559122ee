//! `--fail-if`: figures that must not be.

use std::cell::{Cell, RefCell};

use serde_json::Value as Json;

use super::row::StatsRow;
use crate::cli::Where;
use crate::exit_code::{ExitCode, Failure};
use crate::routing::expr::{Reference, Segment};

/// Figures of which there is one for each activity; which those are is known from the first row.
const PER_ACTIVITY: [(&str, &str); 2] = [
    ("workers_in_", "activity_statistics"),
    ("seconds_in_", "activity_durations"),
];

/// What counts waits, and figures of which there is one for each threshold it was asked with.
const SPLIT: &str = "split_by_wait_time";
const PER_THRESHOLD: [&str; 5] = [
    "accepted_within_",
    "accepted_after_",
    "canceled_within_",
    "canceled_after_",
    "service_level_",
];

/// The names an expression may use.
pub(super) struct Known<'a>(&'a Json);

impl<'a> Known<'a> {
    /// Those of a row, or of a sample of one.
    pub(super) const fn of(row: &'a StatsRow) -> Self {
        Self(row.document())
    }

    /// Refuses a name that no row has: it would never be true of any.
    pub(super) fn check(&self, condition: &Where) -> Result<(), Failure> {
        for reference in condition.expression.references() {
            if !self.has(reference) {
                return Err(Failure::usage(format!(
                    "`--fail-if` asks for `{reference}`, which is no figure here"
                ))
                .with_hint(self.hint(reference)));
            }
        }
        Ok(())
    }

    fn has(&self, reference: &Reference) -> bool {
        let segments = reference.segments();
        if let [Segment::Key(name)] = segments
            && PER_ACTIVITY.iter().any(|(prefix, list)| {
                // The sample has no activities, a row has all.
                name.starts_with(prefix) && self.0.get(list).is_some_and(is_open)
            })
        {
            return true;
        }
        let mut here = self.0;
        for segment in segments {
            if is_open(here) {
                return true;
            }
            match step(here, segment) {
                Some(next) => here = next,
                None => return false,
            }
        }
        true
    }

    /// What to write instead, as far as that can be guessed.
    fn hint(&self, reference: &Reference) -> String {
        let names = self.names();
        if let [Segment::Key(name)] = reference.segments() {
            let lower = name.to_lowercase();
            if names.contains(&lower) {
                return format!("it is called `{lower}`");
            }
            let threshold = PER_THRESHOLD.iter().find_map(|part| {
                let threshold: u64 = lower.strip_prefix(part)?.parse().ok()?;
                Some(threshold)
            });
            if let (Some(threshold), true) = (threshold, self.0.get(SPLIT).is_some()) {
                return format!("it takes `--split {threshold}`");
            }
        }
        format!("there are {}", names.join(", "))
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .0
            .as_object()
            .into_iter()
            .flat_map(|figures| figures.keys().cloned())
            .collect();
        for (prefix, list) in PER_ACTIVITY {
            if self.0.get(list).is_some_and(is_open) {
                names.push(format!("{prefix}ACTIVITY"));
            }
        }
        names.sort_unstable();
        names
    }
}

/// Whether anything may be in it: it is nothing yet.
fn is_open(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Array(list) => list.is_empty(),
        Json::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn step<'a>(here: &'a Json, segment: &Segment) -> Option<&'a Json> {
    match segment {
        Segment::Key(key) => here.get(&**key),
        Segment::Index(index) => here.get(*index),
    }
}

/// The check of a table of rows.
pub(super) struct Check<'a> {
    conditions: &'a [Where],
    rows: Cell<usize>,
    failures: RefCell<Vec<String>>,
}

impl<'a> Check<'a> {
    pub(super) const fn new(conditions: &'a [Where]) -> Self {
        Self {
            conditions,
            rows: Cell::new(0),
            failures: RefCell::new(Vec::new()),
        }
    }

    /// Looks at a row; what is wrong with it is told by [`Check::verdict`].
    pub(super) fn judge(&self, row: &StatsRow) -> Result<(), Failure> {
        self.rows.set(self.rows.get() + 1);
        let known = Known::of(row);
        let mut wrong = Vec::new();
        for condition in self.conditions {
            known.check(condition)?;
            if condition.expression.matches_document(row.document()) {
                wrong.push(format!(
                    "{} (`{}`)",
                    values(condition, row.document()),
                    condition.source
                ));
            }
        }
        if !wrong.is_empty() {
            let failure = format!("{}: {}", row.name, wrong.join("; "));
            self.failures.borrow_mut().push(failure);
        }
        Ok(())
    }

    /// The failure, if a condition was true of any row; `many` says what rows are.
    pub(super) fn verdict(self, many: &str) -> Result<(), Failure> {
        let failures = self.failures.into_inner();
        if failures.is_empty() {
            return Ok(());
        }
        let rows = self.rows.get();
        let mut message = if rows == 1 {
            "the check fails".to_owned()
        } else {
            format!("the check fails for {} of {rows} {many}", failures.len())
        };
        for failure in failures {
            message.push_str("\n  ");
            message.push_str(&failure);
        }
        Err(Failure::new(ExitCode::CheckFailed, message))
    }
}

/// `tasks_waiting is 12, total_tasks is 14`
fn values(condition: &Where, document: &Json) -> String {
    let mut values: Vec<String> = Vec::new();
    for reference in condition.expression.references() {
        let value = reference
            .segments()
            .iter()
            .try_fold(document, step)
            .unwrap_or(&Json::Null);
        let value = format!("{reference} is {value}");
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values.join(", ")
}
