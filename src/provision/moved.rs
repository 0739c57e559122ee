//! Whether a workspace is still what a plan was made for.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde_json::Value as Json;

use super::compare;
use super::kind::{Field, Kind};
use super::numbers::Numbers;
use super::object::Object;
use super::plan::{Counts, Plan, VERSION};
use super::read::Live;
use super::step::{Action, Step, fingerprint};

/// Why a plan is not carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Another version of trctl wrote it.
    #[error("the plan is of version {0}, this version of trctl carries out {VERSION}")]
    Version(u32),
    /// It has a field that this version does not know.
    #[error("the plan sets `{field}` of {kind} `{name}`, which is not known")]
    UnknownField {
        /// What it is set of.
        kind: Kind,
        /// Its name.
        name: String,
        /// The field.
        field: String,
    },
    /// Somebody was there in between.
    #[error("the workspace moved on since the plan was made:{}", one_per_line(.0))]
    Moved(Vec<Moved>),
}

fn one_per_line(moved: &[Moved]) -> String {
    let lines: Vec<String> = moved.iter().map(|one| format!("\n  {one}")).collect();
    lines.concat()
}

/// One thing that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// What became of it: `was changed`.
    pub what: &'static str,
}

impl fmt::Display for Moved {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} `{}` {}", self.kind, self.name, self.what)
    }
}

/// What is left to do of a plan. Steps whose end is reached already, by an earlier run that broke
/// off, are left out.
///
/// # Errors
/// The plan does not fit what there is.
pub fn left(mut plan: Plan, live: Option<&Live>, numbers: &Numbers) -> Result<Plan, Unfit> {
    if plan.version != VERSION {
        return Err(Unfit::Version(plan.version));
    }
    for step in &plan.steps {
        let unknown = step
            .set
            .keys()
            .find(|field| step.kind.field(field).is_none());
        if let Some(field) = unknown {
            return Err(Unfit::UnknownField {
                kind: step.kind,
                name: step.name.clone(),
                field: field.clone(),
            });
        }
    }
    let renames: HashMap<(Kind, String), String> = plan
        .steps
        .iter()
        .filter_map(|step| Some(((step.kind, step.renamed_from.clone()?), step.name.clone())))
        .collect();
    let new = |kind, name: &str| renames.get(&(kind, name.to_owned())).cloned();
    let objects = live
        .map(|live| Object::all_of(&live.manifest))
        .unwrap_or_default();
    let there: BTreeMap<(Kind, String), Object> = objects
        .into_iter()
        .chain(Object::of_numbers(&numbers.specs))
        .map(|mut object| {
            object.rename_references(&new);
            (object.key(), object)
        })
        .collect();
    let mut moved = Vec::new();
    plan.steps.retain(|step| match state(step, &there) {
        State::AsPlanned => true,
        State::Reached => false,
        State::Moved(what) => {
            moved.push(Moved {
                kind: step.kind,
                name: step.name.clone(),
                what,
            });
            true
        }
    });
    if !moved.is_empty() {
        return Err(Unfit::Moved(moved));
    }
    plan.counts = Counts::of(&plan.steps);
    if let Some(live) = live {
        plan.workspace.sid = Some(live.sid);
    }
    Ok(plan)
}

enum State {
    /// As it was when the plan was made.
    AsPlanned,
    /// As the step leaves it.
    Reached,
    /// As neither; what became of it.
    Moved(&'static str),
}

fn state(step: &Step, there: &BTreeMap<(Kind, String), Object>) -> State {
    let at = |name: &str| match step.kind {
        Kind::Workspace => there.values().find(|one| one.kind == Kind::Workspace),
        kind => there.get(&(kind, kind.key(name))),
    };
    let before = step.renamed_from.as_ref().and_then(|old| at(old));
    let now = at(&step.name);
    let is_as_read = |object: &Object| {
        step.read.as_deref() == Some(fingerprint(object, &step.name, &step.set).as_str())
    };
    let is_reached = |object: &Object| {
        object.name == step.name
            && step.set.iter().all(|(field, wanted)| {
                let present = object.fields.get(field).unwrap_or(&Json::Null);
                step.kind.field(field) == Some(Field::FirstActivity)
                    || compare::field(step.kind, field, present, wanted).is_empty()
            })
    };
    match (step.action, before.or(now)) {
        (Action::Create, None) => State::AsPlanned,
        (Action::Create, Some(object)) if is_reached(object) => State::Reached,
        // A new workspace brings some things along.
        (Action::Create, Some(_)) => State::Moved("is there by now"),
        (Action::Delete, None) => State::Reached,
        (_, None) => State::Moved("is gone"),
        (Action::Replace, Some(object)) => {
            let aside = step.aside.as_deref().and_then(at);
            match (aside, is_reached(object)) {
                (Some(_), true) => State::AsPlanned,
                (None, true) => State::Reached,
                _ if is_as_read(object) => State::AsPlanned,
                _ => State::Moved("was changed"),
            }
        }
        (_, Some(object)) if is_as_read(object) => State::AsPlanned,
        (Action::Update, Some(object)) if is_reached(object) && !step.re_evaluate => State::Reached,
        _ => State::Moved("was changed"),
    }
}
