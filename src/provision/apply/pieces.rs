//! What a plan comes to, request by request, and what waits for what.

use std::collections::{HashMap, HashSet};
use std::iter;

use serde_json::Value as Json;

use crate::bulk::{Item, Planned};
use crate::provision::kind::{Field, Kind};
use crate::provision::object::{Object, channels_in};
use crate::provision::plan::{Future, Plan};
use crate::provision::step::{Action, Step};

/// One request of a plan.
#[derive(Debug, Clone)]
pub struct Work {
    pub(super) step: Step,
    pub(super) part: Part,
}

/// Which request of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// The thing is made, changed or deleted.
    Whole,
    /// A new workspace is told the activities it begins with.
    Settings,
    /// A worker's channel gets its capacity.
    Channel(String),
    /// A new worker goes to the activity it begins in, once its channels are as they are to be.
    FirstActivity,
    /// The old activity makes room for the new one's name.
    Aside,
    /// The new activity is made.
    Successor,
    /// A worker goes from the old activity to the new one.
    Move(String),
    /// The old activity is deleted.
    OldOne,
}

/// The pieces of a plan, each with what it needs, which comes before it. `future` tells which workers are in an
/// activity that is exchanged.
pub fn pieces(plan: &Plan, future: &Future) -> Vec<Planned<Work>> {
    let mut pieces = Vec::new();
    let maker: HashMap<(Kind, String), String> = plan
        .steps
        .iter()
        .filter_map(|step| {
            let part = match step.action {
                Action::Create => Part::Whole,
                Action::Replace => Part::Successor,
                Action::Update | Action::Delete => return None,
            };
            Some(((step.kind, step.kind.key(&step.name)), key(step, &part)))
        })
        .collect();
    let workspace = plan
        .steps
        .iter()
        .find(|step| step.kind == Kind::Workspace && step.action == Action::Create)
        .map(|step| key(step, &Part::Whole));
    let mut last: Vec<Planned<Work>> = Vec::new();
    for step in &plan.steps {
        let piece = |part: Part, needs: Vec<String>| Planned {
            item: Item {
                sid: key(step, &part),
                name: label(step, &part),
                subject: Work {
                    step: step.clone(),
                    part,
                },
            },
            needs,
            selected: None,
        };
        let is_new_workspace = step.kind == Kind::Workspace && step.action == Action::Create;
        // A new workspace is told of its activities by a piece of its own.
        let mut needs: Vec<String> = workspace.iter().cloned().collect();
        let mut referred = HashSet::new();
        for reference in refers_to(step) {
            let made = maker.get(&(reference.0, reference.0.key(&reference.1)));
            if let Some(made) = made.filter(|made| referred.insert((*made).clone())) {
                needs.push(made.clone());
            }
        }
        match step.action {
            Action::Create if is_new_workspace => {
                pieces.push(piece(Part::Whole, Vec::new()));
                if activities_in(step).next().is_some() {
                    pieces.push(piece(Part::Settings, needs));
                }
            }
            Action::Create | Action::Update => {
                let whole = key(step, &Part::Whole);
                let of_its_own = |field: &String| {
                    !matches!(
                        step.kind.field(field),
                        Some(Field::Channels | Field::FirstActivity)
                    )
                };
                let has_more = step.action == Action::Create
                    || step.renamed_from.is_some()
                    || step.re_evaluate
                    || step.set.keys().any(of_its_own);
                let is_late = begins_late(step, future);
                if has_more {
                    let mut made = piece(Part::Whole, needs.clone());
                    if is_late {
                        made.item.subject.step.set.shift_remove("activity");
                    }
                    pieces.push(made);
                    needs.push(whole);
                }
                let first = pieces.len();
                for (channel, _) in step.set.get("channels").into_iter().flat_map(channels_in) {
                    pieces.push(piece(Part::Channel(channel), needs.clone()));
                }
                if is_late {
                    let channels = pieces[first..].iter().map(|one| one.item.sid.clone());
                    needs.extend(channels);
                    pieces.push(piece(Part::FirstActivity, needs));
                }
            }
            Action::Replace => {
                let aside = key(step, &Part::Aside);
                let successor = key(step, &Part::Successor);
                pieces.push(piece(Part::Aside, needs.clone()));
                needs.push(aside);
                pieces.push(piece(Part::Successor, needs));
                let aside = step.aside.as_deref().unwrap_or_default();
                let is_in_it = |one: &&Object| {
                    let activity = one.fields.get("activity").and_then(Json::as_str);
                    one.kind == Kind::Worker
                        && activity
                            .is_some_and(|activity| activity == step.name || activity == aside)
                };
                for worker in future.values().filter(is_in_it) {
                    let own = plan
                        .steps
                        .iter()
                        .find(|step| (step.kind, step.kind.key(&step.name)) == worker.key());
                    // New ones begin in the new one.
                    if own
                        .is_some_and(|step| matches!(step.action, Action::Create | Action::Delete))
                    {
                        continue;
                    }
                    let renamed = own
                        .filter(|step| step.renamed_from.is_some())
                        .map(|step| key(step, &Part::Whole));
                    let needs = iter::once(successor.clone()).chain(renamed);
                    let part = Part::Move(worker.name.clone());
                    last.push(piece(part, needs.collect()));
                }
                last.push(piece(Part::OldOne, vec![successor]));
            }
            Action::Delete => last.push(piece(Part::Whole, Vec::new())),
        }
    }
    // What is deleted waits for those that could still refer to it.
    let order = |planned: &Planned<Work>| {
        let Work { step, part } = &planned.item.subject;
        let is_move = matches!(part, Part::Move(_));
        (!is_move, delete_rank(step.kind), *part == Part::OldOne)
    };
    last.sort_by_key(order);
    for mut planned in last {
        let kind = planned.item.subject.step.kind;
        let is_move = matches!(planned.item.subject.part, Part::Move(_));
        let users: &[Kind] = match kind {
            _ if is_move => &[],
            Kind::Activity => &[
                Kind::Workspace,
                Kind::TaskQueue,
                Kind::Workflow,
                Kind::Worker,
            ],
            Kind::TaskQueue | Kind::TaskChannel => &[Kind::Workflow],
            Kind::Worker => &[Kind::TaskQueue, Kind::Workflow],
            Kind::Workspace => &Kind::ALL,
            Kind::Workflow | Kind::PhoneNumber => &[],
        };
        let mine = &planned.item.subject;
        let is_user = |other: &Work| {
            // New things refer only to what stays; a new workspace refers to its settings' activities.
            let refers = matches!(other.step.action, Action::Update | Action::Delete)
                || matches!(other.part, Part::Settings);
            let moves = kind == Kind::Activity
                && matches!(other.part, Part::Move(_))
                && other.step.name == mine.step.name;
            let earlier = other.step.action != Action::Delete
                || delete_rank(other.step.kind) < delete_rank(kind);
            moves || refers && earlier && users.contains(&other.step.kind)
        };
        let needs: Vec<String> = pieces
            .iter()
            .filter(|other| is_user(&other.item.subject))
            .map(|other| other.item.sid.clone())
            .collect();
        planned.needs.extend(needs);
        pieces.push(planned);
    }
    in_order(pieces)
}

/// The pieces in an order in which they can be done one after the other; otherwise as they stand.
/// Those that need each other come last, and the runner says so.
fn in_order(mut pieces: Vec<Planned<Work>>) -> Vec<Planned<Work>> {
    let mut missing: HashSet<String> = pieces.iter().map(|one| one.item.sid.clone()).collect();
    let mut ordered = Vec::with_capacity(pieces.len());
    while !pieces.is_empty() {
        let (before, mut later) = (ordered.len(), Vec::new());
        for piece in pieces {
            if piece.needs.iter().any(|needed| missing.contains(needed)) {
                later.push(piece);
            } else {
                missing.remove(&piece.item.sid);
                ordered.push(piece);
            }
        }
        if ordered.len() == before {
            ordered.append(&mut later);
        }
        pieces = later;
    }
    ordered
}

/// In which order kinds are deleted.
const fn delete_rank(kind: Kind) -> u8 {
    match kind {
        Kind::Worker => 0,
        Kind::Workflow => 1,
        Kind::TaskQueue => 2,
        Kind::TaskChannel => 3,
        Kind::Activity => 4,
        Kind::Workspace | Kind::PhoneNumber => 5,
    }
}

fn refers_to(step: &Step) -> Vec<(Kind, String)> {
    let object = Object {
        kind: step.kind,
        name: step.name.clone(),
        renamed_from: None,
        fields: step.set.clone(),
    };
    object
        .references()
        .into_iter()
        .map(|reference| (reference.kind, reference.name))
        .collect()
}

pub(super) fn activities_in(step: &Step) -> impl Iterator<Item = (&String, &Json)> {
    let is_activity =
        |(field, _): &(&String, &Json)| step.kind.field(field) == Some(Field::Activity);
    step.set.iter().filter(is_activity)
}

/// Whether a worker gets its first activity by a request of its own, after its channels: before
/// that, it would be offered tasks it is not to have.
fn begins_late(step: &Step, future: &Future) -> bool {
    let activity = step.set.get("activity").and_then(Json::as_str);
    let Some(activity) = activity.filter(|name| !name.is_empty()) else {
        return false;
    };
    let channels = step.set.get("channels").map(channels_in);
    let takes_tasks = future
        .get(&(Kind::Activity, activity.to_owned()))
        .and_then(|activity| activity.fields.get("available"))
        != Some(&Json::Bool(false));
    let is_made = step.action == Action::Create;
    channels.is_some_and(|channels| !channels.is_empty()) && (takes_tasks || !is_made)
}

/// What tells a piece apart from all others, and is shown in the place of a SID.
fn key(step: &Step, part: &Part) -> String {
    let thing = match &step.sid {
        Some(sid) => sid.clone(),
        None => format!("new {} {}", step.kind, step.name),
    };
    match part {
        Part::Whole => thing,
        Part::Settings => format!("{thing}/activities"),
        Part::Channel(channel) => format!("{thing}/channel/{channel}"),
        Part::FirstActivity => format!("{thing}/activity"),
        Part::Aside => format!("{thing}/aside"),
        Part::Successor => format!("{thing}/successor"),
        Part::Move(worker) => format!("{thing}/move/{worker}"),
        Part::OldOne => format!("{thing}/removal"),
    }
}

fn label(step: &Step, part: &Part) -> String {
    let (kind, name) = (step.kind, &step.name);
    match part {
        Part::Channel(channel) => format!("{kind} {name}, channel {channel}"),
        Part::Move(worker) => format!("worker {worker}"),
        Part::OldOne => format!("{kind} {}", step.aside.as_ref().unwrap_or(name)),
        _ => format!("{kind} {name}"),
    }
}
