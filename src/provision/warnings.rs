//! What a plan does that may not be what was meant. Pure; only what the plan touches is looked at.

use std::collections::HashMap;

use serde::Deserialize as _;
use serde_json::{Map, Value as Json};

use super::kind::Kind;
use super::manifest::Document;
use super::names;
use super::object::Object;
use super::plan::Planned;
use super::step::{Action, Step};
use crate::output::plural;
use crate::routing::expr::TargetWorkers;
use crate::routing::lint::{Finding, Known, lint, lint_queues};
use crate::routing::roster::{Activity, Queue, Worker};
use crate::routing::workflow::Configuration;

/// Seconds that a phone rings unless an instruction says otherwise: Twilio's `timeout` of the
/// instructions `dequeue`, `call` and `conference`.
const RING_SECONDS: u64 = 60;

/// What is told with its place in the file when a manifest is loaded, and what is told of the queues.
const ELSEWHERE: [&str; 5] = [
    "unknown-key",
    "default-filter-timeout",
    "no-default-filter",
    "name-out-of-scope",
    "nobody-serves-queue",
];

/// How many tasks wait in each workflow, by its name as it is now.
pub type Waiting = HashMap<String, u64>;

/// Everything to be considered, in the order of the steps.
pub fn warnings(planned: &Planned, waiting: &Waiting) -> Vec<String> {
    let people = People::of(planned);
    let mut found = Vec::new();
    let touched = planned.plan.steps.iter();
    for step in touched.filter(|step| step.action != Action::Delete) {
        let key = (step.kind, step.kind.key(&step.name));
        let Some(object) = planned.future.get(&key) else {
            continue;
        };
        match step.kind {
            Kind::TaskQueue if step.set.contains_key("target_workers") => {
                queue(object, &people, &mut found);
            }
            Kind::Workflow => workflow(step, object, &people, waiting, &mut found),
            _ => {}
        }
    }
    found
}

/// What the linter finds in a queue. Activity and load change by the minute, so who serves a queue that
/// asks for them is not told.
fn queue(object: &Object, people: &People, found: &mut Vec<String>) {
    let name = &object.name;
    let text = object.fields.get("target_workers").and_then(Json::as_str);
    let queue = Queue::new("", name, &names::stand_ins(text.unwrap_or_default()));
    let is_steady = match &queue.target_workers {
        Ok(TargetWorkers::Nobody) => {
            found.push(format!(
                "task queue `{name}` is for nobody: its expression is empty"
            ));
            return;
        }
        Ok(TargetWorkers::Matching(expression)) => {
            !expression.uses_worker_activity() && !expression.uses_worker_channels()
        }
        Err(_) => return,
    };
    let known = Known {
        queues: Some(std::slice::from_ref(&queue)),
        ..people.known()
    };
    for finding in lint_queues(&known) {
        if is_steady || finding.code != "nobody-serves-queue" {
            let text = by_name(&finding.text, text.unwrap_or_default());
            found.push(format!("task queue `{name}`: {text}"));
        }
    }
}

fn workflow(
    step: &Step,
    object: &Object,
    people: &People,
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
    let mut written = document.to_json();
    let original = written.to_string();
    names::in_texts(&mut written, names::stand_ins);
    for finding in lint(&written.to_string(), &people.known()) {
        if ELSEWHERE.contains(&finding.code) {
            continue;
        }
        let place = place(&finding, &configuration);
        let text = by_name(&finding.text, &original);
        found.push(format!("workflow `{name}`{place}: {text}"));
    }
}

/// Where a finding is, for people: `, filter "vip", target 2`.
fn place(finding: &Finding, configuration: &Configuration) -> String {
    let Some(filter) = finding.filter else {
        let is_default = finding.path.starts_with("task_routing.default_filter");
        return if is_default { ", default filter" } else { "" }.to_owned();
    };
    let label = configuration
        .filters
        .get(filter)
        .and_then(|filter| filter.friendly_name.as_deref());
    let filter = match label {
        Some(label) => format!(", filter \"{label}\""),
        None => format!(", filter {}", filter + 1),
    };
    match finding.target {
        Some(target) => format!("{filter}, target {}", target + 1),
        None => filter,
    }
}

/// A text that has stand-ins where `written` has references, with references.
fn by_name(text: &str, written: &str) -> String {
    let references = names::references(written);
    let known = |sid: &str| {
        references
            .iter()
            .find(|one| names::stand_in(one.kind, &one.name) == sid)
    };
    names::named(text, |_, sid| known(sid).map(|one| one.name.clone())).into_owned()
}

/// Who and what there will be, as the linter wants it.
struct People {
    queues: Vec<Queue>,
    workers: Vec<Worker>,
    activities: Vec<Activity>,
}

impl People {
    fn of(planned: &Planned) -> Self {
        let of_kind = |kind| planned.future.values().filter(move |one| one.kind == kind);
        let text = |object: &Object, field: &str| {
            let text = object.fields.get(field).and_then(Json::as_str);
            text.unwrap_or_default().to_owned()
        };
        let takes_tasks = |activity: &str| {
            let key = (Kind::Activity, activity.to_owned());
            let activity = planned.future.get(&key);
            activity.and_then(|one| one.fields.get("available")) == Some(&Json::Bool(true))
        };
        Self {
            queues: of_kind(Kind::TaskQueue)
                .map(|one| {
                    let target = text(one, "target_workers");
                    Queue::new("", &one.name, &names::stand_ins(&target))
                })
                .collect(),
            workers: of_kind(Kind::Worker)
                .map(|one| {
                    let activity = text(one, "activity");
                    let attributes = one.fields.get("attributes").cloned();
                    Worker {
                        sid: names::stand_in(Kind::Worker, &one.name),
                        friendly_name: one.name.clone(),
                        attributes: attributes.unwrap_or_else(|| Map::new().into()),
                        activity_sid: names::stand_in(Kind::Activity, &activity),
                        available: takes_tasks(&activity),
                        activity_name: activity,
                        channels: Vec::new(),
                    }
                })
                .collect(),
            activities: of_kind(Kind::Activity)
                .map(|one| Activity {
                    sid: names::stand_in(Kind::Activity, &one.name),
                    friendly_name: one.name.clone(),
                })
                .collect(),
        }
    }

    /// Without workers, the centre is not staffed yet.
    fn known(&self) -> Known<'_> {
        Known {
            queues: Some(&self.queues),
            workers: Some(self.workers.as_slice()).filter(|workers| !workers.is_empty()),
            activities: Some(&self.activities),
            ..Known::default()
        }
    }
}
