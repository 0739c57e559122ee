//! Whether there is anybody for what a workflow and its queues ask for.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::{Finding, Findings, Known, Place, severity_of};
use crate::routing::alike;
use crate::routing::expr::{
    Comparison, Expr, Operand, OrderBy, Reference, Segment, TargetScope, TargetWorkers,
};
use crate::routing::roster::{Queue, Worker};
use crate::routing::workflow::Target;

impl Findings<'_> {
    /// Queues that do not exist, or that nobody serves.
    pub(super) fn queues(&mut self) {
        let Some(queues) = self.known.queues else {
            return;
        };
        let mut inherited: Option<(usize, String)> = None;
        for (place, target) in self.steps() {
            // An inherited queue is reported where it is written.
            let filter = match place {
                Place::Target(filter, _) => Some(filter),
                _ => None,
            };
            let is_inherited = filter.is_some()
                && inherited
                    .as_ref()
                    .map(|(f, queue)| (Some(*f), queue.as_str()))
                    == Some((filter, target.queue.as_str()));
            inherited = filter.map(|filter| (filter, target.queue.clone()));
            if is_inherited {
                continue;
            }
            match queues.iter().find(|queue| queue.is_called(&target.queue)) {
                None => {
                    let names = queues.iter().map(|queue| queue.friendly_name.as_str());
                    let meant = alike::nearest(&target.queue, names);
                    self.add(
                        "unknown-queue",
                        place,
                        "queue",
                        format!("there is no task queue `{}`", target.queue),
                        meant.map_or_else(
                            || "name one that exists, or create it".to_owned(),
                            |meant| format!("did you mean `{meant}`?"),
                        ),
                    );
                }
                Some(queue) => {
                    if self.members(&target.queue) == Some(0) {
                        self.add(
                            "nobody-serves-queue",
                            place,
                            "queue",
                            format!(
                                "queue `{}` matches no worker: `{}`",
                                queue.friendly_name, queue.written
                            ),
                            nobody_help(queue),
                        );
                    }
                }
            }
        }
    }

    /// Targets that no worker of their queue fits, and attributes that no worker has.
    pub(super) fn people(&mut self) {
        let Some(workers) = self.known.workers.filter(|workers| !workers.is_empty()) else {
            return;
        };
        for (place, target) in self.steps() {
            if let Some(expression) = &target.expression {
                for (text, help) in attributes_nobody_has(expression, workers, is_prefixed) {
                    self.add("attribute-nobody-has", place, "expression", text, help);
                }
            }
            for key in target.order_by.iter().flat_map(OrderBy::keys) {
                let path = attribute(&key.reference, is_prefixed);
                if let Some(path) = path.filter(|path| !anybody_has(path, workers)) {
                    let (text, help) = nobody_has(&key.reference, &path, workers);
                    self.add("attribute-nobody-has", place, "order_by", text, help);
                }
            }
            self.fits(place, &target, workers);
        }
    }

    fn fits(&mut self, place: Place, target: &Target, workers: &[Worker]) {
        let Some(queue) = self
            .known
            .queues
            .and_then(|queues| queues.iter().find(|queue| queue.is_called(&target.queue)))
        else {
            return;
        };
        let members: Vec<&Worker> = workers
            .iter()
            .filter(|worker| queue.is_served_by(worker))
            .collect();
        if members.is_empty() {
            return;
        }
        if let Some(expression) = &target.expression
            && !expression.is_never_true()
            && !members.iter().any(|worker| may_fit(expression, worker))
        {
            self.add(
                "nobody-fits-target",
                place,
                "expression",
                format!(
                    "no worker of queue `{}` fits `{expression}`, whatever the task",
                    queue.friendly_name
                ),
                "give workers the attributes, or correct the expression".to_owned(),
            );
        }
        if let Some(order_by) = &target.order_by
            && let Some((worker, error)) = members
                .iter()
                .find_map(|worker| Some((worker, order_by.rank(*worker).err()?)))
        {
            self.add(
                "order-by-ignored",
                place,
                "order_by",
                format!(
                    "TaskRouter ignores the whole order: {error} for worker `{}`",
                    worker.friendly_name
                ),
                "give every worker an integer there, or none".to_owned(),
            );
        }
    }
}

/// Queues, whatever workflows do with them: those that match nobody, and attributes nobody has.
/// Their places are `queues.NAME`.
pub fn lint_queues(known: &Known<'_>) -> Vec<Finding> {
    let (Some(queues), Some(workers)) = (known.queues, known.workers) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for queue in queues {
        let mut add = |code: &'static str, severity, text: String, help: String| {
            found.push(Finding {
                code,
                severity,
                path: format!("queues.{}", queue.friendly_name),
                filter: None,
                target: None,
                text,
                help,
            });
        };
        let expression = match &queue.target_workers {
            Err(error) => {
                add(
                    "invalid",
                    severity_of("invalid"),
                    format!("{error}: {}", queue.written),
                    "correct `TargetWorkers`".to_owned(),
                );
                continue;
            }
            Ok(TargetWorkers::Nobody) => None,
            Ok(TargetWorkers::Matching(expression)) => Some(expression),
        };
        if !workers.iter().any(|worker| queue.is_served_by(worker)) {
            add(
                "nobody-serves-queue",
                super::Severity::Warning,
                format!("matches no worker: `{}`", queue.written),
                nobody_help(queue),
            );
        }
        if workers.is_empty() {
            continue;
        }
        for (text, help) in expression
            .map(|expression| attributes_nobody_has(expression, workers, is_any))
            .unwrap_or_default()
        {
            add(
                "attribute-nobody-has",
                severity_of("attribute-nobody-has"),
                text,
                help,
            );
        }
    }
    found
}

fn nobody_help(queue: &Queue) -> String {
    if queue.written.trim().is_empty() {
        "the empty expression matches nobody; `1 == 1` matches everybody".to_owned()
    } else {
        "give workers the attributes it asks for, or correct `TargetWorkers`".to_owned()
    }
}

/// In a target only names with `worker.` are the worker's.
fn is_prefixed(reference: &Reference) -> bool {
    reference.is_worker()
}

/// In a queue every name is, with or without `worker.`.
fn is_any(_: &Reference) -> bool {
    true
}

/// The attribute of a worker that a reference asks for: `None` for built-in names and others'.
fn attribute(
    reference: &Reference,
    is_the_workers: fn(&Reference) -> bool,
) -> Option<Vec<&Segment>> {
    if !is_the_workers(reference)
        || reference.is_worker_activity()
        || reference.worker_channel().is_some()
        || reference.is_time()
        || reference.is_task()
    {
        return None;
    }
    let segments: Vec<&Segment> = reference.segments().iter().collect();
    let path = match segments.as_slice() {
        [Segment::Key(prefix), rest @ ..] if &**prefix == "worker" && reference.is_worker() => rest,
        all => all,
    };
    match path {
        [Segment::Key(only)] if matches!(&**only, "sid" | "friendly_name") => None,
        [] => None,
        path => Some(path.to_vec()),
    }
}

/// Whether any worker has the attribute. Of an array every index may be there one day.
fn anybody_has(path: &[&Segment], workers: &[Worker]) -> bool {
    workers.iter().any(|worker| {
        let mut here = &worker.attributes;
        for segment in path {
            let next = match (segment, here) {
                (Segment::Key(key), Json::Object(members)) => members.get(&**key),
                (Segment::Index(_), Json::Array(_)) => return true,
                _ => None,
            };
            match next {
                Some(next) => here = next,
                None => return false,
            }
        }
        true
    })
}

fn attributes_nobody_has(
    expression: &Expr,
    workers: &[Worker],
    is_the_workers: fn(&Reference) -> bool,
) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for reference in expression.references() {
        let Some(path) = attribute(reference, is_the_workers) else {
            continue;
        };
        let name = reference.to_string();
        if !anybody_has(&path, workers) && seen.insert(name) {
            found.push(nobody_has(reference, &path, workers));
        }
    }
    found
}

fn nobody_has(reference: &Reference, path: &[&Segment], workers: &[Worker]) -> (String, String) {
    let first = match path.first() {
        Some(Segment::Key(key)) => &**key,
        _ => "",
    };
    let names: BTreeSet<&str> = workers
        .iter()
        .filter_map(|worker| worker.attributes.as_object())
        .flat_map(|members| members.keys().map(String::as_str))
        .collect();
    let meant = alike::nearest(first, names.iter().copied().filter(|name| *name != first));
    (
        format!("no worker has the attribute of `{reference}`"),
        match meant {
            Some(meant) if !names.contains(first) => format!("did you mean `{meant}`?"),
            _ => "correct the name, or give workers the attribute".to_owned(),
        },
    )
}

/// Whether a worker could fit a target for some task at some time: what only the task, the clock,
/// the activity or the load decides may be so.
fn may_fit(expression: &Expr, worker: &Worker) -> bool {
    match expression {
        Expr::Or(operands) => operands.iter().any(|operand| may_fit(operand, worker)),
        Expr::And(operands) => operands.iter().all(|operand| may_fit(operand, worker)),
        Expr::Compare(comparison) => {
            is_open(comparison)
                || expression.eval(&TargetScope {
                    task: &Json::Null,
                    worker,
                    now: 0,
                })
        }
    }
}

fn is_open(comparison: &Comparison) -> bool {
    fn names(operand: &Operand) -> bool {
        match operand {
            Operand::Reference(reference) => {
                reference.is_task()
                    || reference.is_time()
                    || reference.is_worker_activity()
                    || reference.worker_channel().is_some()
            }
            Operand::Array(elements) => elements.iter().any(names),
            _ => false,
        }
    }
    names(&comparison.left) || names(&comparison.right)
}
