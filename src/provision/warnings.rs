//! What a plan does that may not be what was meant. Pure; only what the plan touches is looked at.

use std::collections::{HashMap, HashSet};

use serde::Deserialize as _;
use serde_json::{Map, Value as Json};

use super::kind::Kind;
use super::manifest::Document;
use super::names;
use super::object::Object;
use super::plan::Planned;
use super::step::{Action, Step};
use crate::output::plural;
use crate::routing::expr::{Expr, OrderBy, Reference, Segment, TargetWorkers, WorkerRecord};
use crate::routing::workflow::{Configuration, Filter};

/// Seconds that a phone rings unless an instruction says otherwise: Twilio's `timeout` of the
/// instructions `dequeue`, `call` and `conference`.
const RING_SECONDS: u64 = 60;

/// How many tasks wait in each workflow, by its name as it is now.
pub type Waiting = HashMap<String, u64>;

/// Everything to be considered, in the order of the steps.
pub fn warnings(planned: &Planned, waiting: &Waiting) -> Vec<String> {
    let workers = Workers::of(planned);
    let mut found = Vec::new();
    let touched = planned.plan.steps.iter();
    for step in touched.filter(|step| step.action != Action::Delete) {
        let key = (step.kind, step.kind.key(&step.name));
        let Some(object) = planned.future.get(&key) else {
            continue;
        };
        match step.kind {
            Kind::TaskQueue if step.set.contains_key("target_workers") => {
                queue(object, &workers, &mut found);
            }
            Kind::Workflow => workflow(step, object, &workers, waiting, &mut found),
            _ => {}
        }
    }
    found
}

fn queue(object: &Object, workers: &Workers, found: &mut Vec<String>) {
    let name = &object.name;
    let text = object.fields.get("target_workers").and_then(Json::as_str);
    let Some(Ok(target)) = text.map(|text| TargetWorkers::parse(&names::stand_ins(text))) else {
        return;
    };
    let Some(expression) = target.expr() else {
        found.push(format!(
            "task queue `{name}` is for nobody: its expression is empty"
        ));
        return;
    };
    if workers.0.is_empty() {
        return;
    }
    let unknown = workers.unknown_in(expression, false);
    for attribute in &unknown {
        found.push(format!(
            "task queue `{name}` asks for `{attribute}`, which no worker has"
        ));
    }
    // Activity and load change by the minute.
    let is_steady = !expression.uses_worker_activity() && !expression.uses_worker_channels();
    if unknown.is_empty() && is_steady && !workers.any_matches(&target) {
        found.push(format!("no worker matches task queue `{name}`: {target}"));
    }
}

fn workflow(
    step: &Step,
    object: &Object,
    workers: &Workers,
    waiting: &Waiting,
    found: &mut Vec<String>,
) {
    let name = &object.name;
    let changes = step.set.contains_key("configuration");
    let before = step.renamed_from.as_ref().unwrap_or(name);
    let count = waiting.get(before).copied().unwrap_or(0);
    if changes && !step.re_evaluate && count > 0 {
        let (keep, their) = if count == 1 {
            ("keeps", "its")
        } else {
            ("keep", "their")
        };
        let tasks = plural::count_of(
            usize::try_from(count).unwrap_or(usize::MAX),
            "waiting task",
            "waiting tasks",
        );
        found.push(format!(
            "{tasks} of workflow `{name}` {keep} {their} old route; `--re-evaluate` gives the new one"
        ));
    }
    let field = |field: &str| object.fields.get(field);
    let calls = field("assignment_callback_url").is_some_and(|url| *url != *"");
    let seconds = field("task_reservation_timeout").and_then(Json::as_u64);
    if calls
        && let Some(seconds) = seconds
        && seconds < RING_SECONDS
        && (step.set.contains_key("task_reservation_timeout")
            || step.set.contains_key("assignment_callback_url"))
    {
        found.push(format!(
            "a reservation of workflow `{name}` ends after {seconds} s, but a phone rings for \
             {RING_SECONDS} s unless the instruction has a shorter `timeout`"
        ));
    }
    let document = field("configuration").map(Document::deserialize);
    let Some(Ok(document)) = document.filter(|_| changes) else {
        return;
    };
    let Ok(configuration) = document.compile() else {
        return;
    };
    unreachable_filters(name, &configuration, found);
    if workers.0.is_empty() {
        return;
    }
    let mut told = HashSet::new();
    let in_filters = configuration
        .filters
        .iter()
        .flat_map(|filter| &filter.targets);
    for target in in_filters.chain(&configuration.default_filter) {
        let asked = target
            .expression
            .iter()
            .flat_map(|expression| workers.unknown_in(expression, true));
        let ordered = target.order_by.iter().flat_map(OrderBy::keys);
        let ordered = ordered.filter_map(|key| workers.unknown(&key.reference, true));
        for attribute in asked.chain(ordered) {
            if told.insert(attribute.clone()) {
                found.push(format!(
                    "workflow `{name}` asks for `{attribute}`, which no worker has"
                ));
            }
        }
    }
}

fn unreachable_filters(name: &str, configuration: &Configuration, found: &mut Vec<String>) {
    let filters = &configuration.filters;
    for (position, filter) in filters.iter().enumerate() {
        let label = label(filter, position);
        if constant(&filter.expression) == Some(false) {
            found.push(format!("workflow `{name}`: no task ever matches {label}"));
            continue;
        }
        let earlier = filters[..position].iter().enumerate();
        let mut keepers = earlier.filter(|(_, earlier)| {
            keeps_its_tasks(earlier) && takes_all_of(&earlier.expression, &filter.expression)
        });
        if let Some((earlier, keeper)) = keepers.next() {
            found.push(format!(
                "workflow `{name}`: {label} can never be reached, {} takes and keeps its tasks",
                self::label(keeper, earlier)
            ));
        }
    }
}

fn label(filter: &Filter, position: usize) -> String {
    match &filter.friendly_name {
        Some(name) => format!("filter \"{name}\""),
        None => format!("filter {}", position + 1),
    }
}

/// Whether a task that once matched never goes on to the filters below: only the end of a time-out
/// or a skip leads on.
fn keeps_its_tasks(filter: &Filter) -> bool {
    let goes_on = |target: &crate::routing::workflow::Target| {
        target.timeout.is_some() || target.skip_if.is_some()
    };
    !filter.targets.iter().all(goes_on)
}

/// Whether every task that matches `narrow` matches `wide`, as far as that can be seen.
fn takes_all_of(wide: &Expr, narrow: &Expr) -> bool {
    fn parts(expression: &Expr) -> &[Expr] {
        match expression {
            Expr::And(parts) => parts,
            one => std::slice::from_ref(one),
        }
    }
    if constant(wide) == Some(true) {
        return true;
    }
    let holds = |one: &Expr| parts(one).iter().all(|part| parts(narrow).contains(part));
    match wide {
        Expr::Or(choices) => wide == narrow || choices.iter().any(holds),
        other => holds(other),
    }
}

/// The answer of an expression that asks for nothing.
fn constant(expression: &Expr) -> Option<bool> {
    let asks = expression.references().next().is_some();
    (!asks).then(|| expression.matches_document(&Json::Null))
}

/// The workers there will be.
struct Workers(Vec<Worker>);

struct Worker {
    name: String,
    sid: String,
    activity: String,
    activity_sid: String,
    attributes: Json,
}

impl Workers {
    fn of(planned: &Planned) -> Self {
        let workers = planned
            .future
            .values()
            .filter(|one| one.kind == Kind::Worker);
        Self(
            workers
                .map(|one| {
                    let activity = one.fields.get("activity").and_then(Json::as_str);
                    let activity = activity.unwrap_or_default();
                    Worker {
                        sid: names::stand_in(names::Kind::Worker, &one.name),
                        name: one.name.clone(),
                        activity: activity.to_owned(),
                        activity_sid: names::stand_in(names::Kind::Activity, activity),
                        attributes: one
                            .fields
                            .get("attributes")
                            .cloned()
                            .unwrap_or_else(|| Map::new().into()),
                    }
                })
                .collect(),
        )
    }

    fn any_matches(&self, target: &TargetWorkers) -> bool {
        self.0.iter().any(|worker| {
            target.matches(&WorkerRecord {
                attributes: &worker.attributes,
                sid: &worker.sid,
                friendly_name: &worker.name,
                activity_sid: &worker.activity_sid,
                activity_name: &worker.activity,
                channels: &[],
            })
        })
    }

    /// The attributes that an expression asks for and nobody has.
    fn unknown_in(&self, expression: &Expr, prefixed: bool) -> Vec<String> {
        let mut unknown: Vec<String> = expression
            .references()
            .filter_map(|reference| self.unknown(reference, prefixed))
            .collect();
        unknown.dedup();
        unknown
    }

    /// The attribute that is meant, if nobody has it. In workflows the worker's own begin with
    /// `worker.`; in queues they may.
    fn unknown(&self, reference: &Reference, prefixed: bool) -> Option<String> {
        const FIELDS: [&str; 4] = ["sid", "friendly_name", "activity_sid", "activity_name"];
        if reference.worker_channel().is_some() || reference.is_time() {
            return None;
        }
        let skip = usize::from(reference.is_worker());
        if prefixed && skip == 0 {
            return None;
        }
        let path: Vec<&str> = reference.segments()[skip..]
            .iter()
            .map_while(|segment| match segment {
                Segment::Key(key) => Some(&**key),
                Segment::Index(_) => None,
            })
            .collect();
        if let [field] = path.as_slice()
            && FIELDS.contains(field)
        {
            return None;
        }
        let has = |worker: &Worker| {
            let mut here = Some(&worker.attributes);
            for key in &path {
                here = here.and_then(|value| value.get(key));
            }
            here.is_some()
        };
        (!self.0.iter().any(has)).then(|| path.join("."))
    }
}
