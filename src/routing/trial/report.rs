//! What became of cases, and whether that was expected.

use serde::Serialize;
use serde_saphyr::Location;

use super::file::{Case, FilterName};
use super::{Outcome, Place};

/// What became of all cases.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The cases, as they stand in the file.
    pub cases: Vec<CaseReport>,
    /// How often each filter was taken; the default filter's last.
    pub filters: Vec<FilterHits>,
}

impl Report {
    /// Cases that came out otherwise than expected.
    pub fn failed(&self) -> usize {
        self.cases.iter().filter(|case| !case.passed()).count()
    }
}

/// What became of a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CaseReport {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// What became of its task.
    pub found: Found,
    /// What was expected otherwise; empty when the case passed.
    pub mismatches: Vec<Mismatch>,
}

impl CaseReport {
    /// Whether everything came as expected.
    pub fn passed(&self) -> bool {
        self.mismatches.is_empty()
    }
}

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found {
    /// The label of the filter it was in last, or its place; `default` for the default filter.
    pub filter: Option<String>,
    /// That filter's place from 0.
    pub filter_index: Option<usize>,
    /// The target in it.
    pub target: Option<usize>,
    /// The queue it was in last.
    pub queue: Option<String>,
    /// Its priority in the end.
    pub priority: i64,
    /// Who has it, or whom it is offered to.
    pub workers: Vec<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it ended.
    pub reason: Option<String>,
}

/// An expectation that was not met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mismatch {
    /// The key of the expectation.
    pub key: &'static str,
    /// What was expected.
    pub expected: String,
    /// What came.
    pub found: String,
    /// Where it is expected.
    pub place: Place,
}

/// How often a filter was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FilterHits {
    /// Its place; `None` for the default filter.
    pub index: Option<usize>,
    /// Its label, else its place.
    pub name: String,
    /// In how many cases.
    pub hits: usize,
}

/// What came otherwise than expected.
pub(super) fn compare(case: &Case, found: &Found) -> Vec<Mismatch> {
    let expect = &case.expect.value;
    let mut mismatches = Vec::new();
    let mut check = |key, at: Location, expected: String, actual: Option<String>, fits: bool| {
        if !fits {
            mismatches.push(Mismatch {
                key,
                expected,
                found: actual.unwrap_or_else(|| "none".to_owned()),
                place: Place::of(at),
            });
        }
    };
    if let Some(filter) = &expect.filter {
        let (expected, fits) = match &filter.value {
            FilterName::Index(index) => (
                format!("filters[{index}]"),
                found.filter_index == Some(*index),
            ),
            FilterName::Label(label) => (label.clone(), found.filter.as_ref() == Some(label)),
        };
        check(
            "filter",
            filter.referenced,
            expected,
            found.filter.clone(),
            fits,
        );
    }
    if let Some(target) = &expect.target {
        let actual = found.target.map(|target| target.to_string());
        let fits = found.target == Some(target.value);
        check(
            "target",
            target.referenced,
            target.value.to_string(),
            actual,
            fits,
        );
    }
    if let Some(queue) = &expect.queue {
        let fits = found.queue.as_ref() == Some(&queue.value);
        check(
            "queue",
            queue.referenced,
            queue.value.clone(),
            found.queue.clone(),
            fits,
        );
    }
    if let Some(priority) = &expect.priority {
        let fits = found.priority == priority.value;
        let actual = Some(found.priority.to_string());
        check(
            "priority",
            priority.referenced,
            priority.value.to_string(),
            actual,
            fits,
        );
    }
    if let Some(worker) = &expect.worker {
        let actual = (!found.workers.is_empty()).then(|| found.workers.join(", "));
        let fits = found.workers.contains(&worker.value);
        check(
            "worker",
            worker.referenced,
            worker.value.clone(),
            actual,
            fits,
        );
    }
    if let Some(outcome) = &expect.outcome {
        let fits = found.outcome == outcome.value;
        let actual = Some(found.outcome.as_str().to_owned());
        let expected = outcome.value.as_str().to_owned();
        check("outcome", outcome.referenced, expected, actual, fits);
    }
    if let Some(reason) = &expect.reason {
        let fits = found
            .reason
            .as_ref()
            .is_some_and(|text| text.contains(&reason.value));
        check(
            "reason",
            reason.referenced,
            reason.value.clone(),
            found.reason.clone(),
            fits,
        );
    }
    mismatches
}
