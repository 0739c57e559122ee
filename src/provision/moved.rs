//! Whether a workspace is still what a plan was made for.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde_json::Value as Json;

use super::compare;
use super::given;
use super::kind::{Field, Kind};
use super::numbers::Numbers;
use super::object::{Fields, Object, channels_in};
use super::plan::{Counts, Future, Plan, Planned, VERSION, new_workspace};
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

/// What is left to do of a plan, and what there is meanwhile, by the names it will have. What is done
/// already, by an earlier run that broke off, is left out.
///
/// # Errors
/// The plan does not fit what there is.
pub fn left(mut plan: Plan, live: Option<&Live>, numbers: &Numbers) -> Result<Planned, Unfit> {
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
    let there = There::of(&plan, live, numbers);
    let mut moved = Vec::new();
    let mut steps = Vec::with_capacity(plan.steps.len());
    for step in plan.steps {
        match there.state(&step) {
            State::AsPlanned => steps.push(step),
            State::Partly(rest) => steps.push(*rest),
            State::Reached => {}
            State::Moved(what) => moved.push(Moved {
                kind: step.kind,
                name: step.name,
                what,
            }),
        }
    }
    if !moved.is_empty() {
        return Err(Unfit::Moved(moved));
    }
    plan.counts = Counts::of(&steps);
    plan.steps = steps;
    if let Some(live) = live {
        plan.workspace.sid = Some(live.sid);
    }
    Ok(Planned {
        plan,
        future: there.future(),
    })
}

enum State {
    /// As it was when the plan was made.
    AsPlanned,
    /// In between: what is left of the step.
    Partly(Box<Step>),
    /// As the step leaves it.
    Reached,
    /// As none of them; what became of it.
    Moved(&'static str),
}

/// Things by kind and key.
type Objects = BTreeMap<(Kind, String), Object>;

/// New names by old ones.
type Names = HashMap<(Kind, String), String>;

/// What there is, as seen from a plan.
struct There {
    /// What refers to a thing refers to it by its new name, and to an activity that is being
    /// exchanged by its usual name, whatever it is called at the moment: as when the plan was made.
    as_read: Objects,
    /// What refers to the old one of two activities that are exchanged has another name for it than
    /// what refers to the new one.
    as_is: Objects,
    /// What comes with the workspace that the plan makes.
    given: Objects,
    renames: Names,
}

fn by_key(objects: impl IntoIterator<Item = Object>) -> Objects {
    objects
        .into_iter()
        .map(|object| (object.key(), object))
        .collect()
}

fn with_references(objects: &Objects, names: &Names) -> Objects {
    let new = |kind, name: &str| names.get(&(kind, name.to_owned())).cloned();
    let mut objects = objects.clone();
    for object in objects.values_mut() {
        object.rename_references(&new);
    }
    objects
}

impl There {
    fn of(plan: &Plan, live: Option<&Live>, numbers: &Numbers) -> Self {
        let mut given = Objects::new();
        if plan.workspace.sid.is_none() {
            given = by_key(Object::all_of(&new_workspace(&plan.workspace.name)));
        }
        let mut objects = match live {
            Some(live) => by_key(Object::all_of(&live.manifest)),
            None => given
                .iter()
                .filter(|((kind, _), _)| *kind != Kind::Workspace)
                .map(|(key, object)| (key.clone(), object.clone()))
                .collect(),
        };
        objects.extend(by_key(Object::of_numbers(&numbers.specs)));
        let renames: Names = plan
            .steps
            .iter()
            .filter_map(|step| {
                let old = step.renamed_from.clone()?;
                Some(((step.kind, old), step.name.clone()))
            })
            .collect();
        let (mut as_read, mut as_is) = (renames.clone(), renames.clone());
        for step in plan.steps.iter().filter(|step| step.aside.is_some()) {
            let aside = step.aside.clone().unwrap_or_default();
            let old = step.renamed_from.as_ref().unwrap_or(&step.name);
            as_read.insert((Kind::Activity, aside.clone()), step.name.clone());
            let at = |name: &str| objects.get(&(Kind::Activity, name.to_owned()));
            // It is not set aside yet.
            if at(&aside).is_none() && at(old).is_some_and(|old| !is_reached(step, old)) {
                as_is.insert((Kind::Activity, old.clone()), aside);
            }
        }
        Self {
            as_read: with_references(&objects, &as_read),
            as_is: with_references(&objects, &as_is),
            given,
            renames,
        }
    }

    /// Everything by its new name.
    fn future(&self) -> Future {
        by_key(self.as_read.values().cloned().map(|mut object| {
            if let Some(new) = self.renames.get(&(object.kind, object.name.clone())) {
                object.name.clone_from(new);
            }
            object
        }))
    }

    fn state(&self, step: &Step) -> State {
        let key_of = |name: &str| match step.kind {
            Kind::Workspace => self
                .as_read
                .keys()
                .find(|(kind, _)| *kind == Kind::Workspace)
                .cloned(),
            kind => Some((kind, kind.key(name))).filter(|key| self.as_read.contains_key(key)),
        };
        let before = step.renamed_from.as_ref().and_then(|old| key_of(old));
        let aside = step.aside.as_ref().and_then(|aside| key_of(aside));
        let now = key_of(&step.name);
        match step.action {
            Action::Create => match now {
                None => State::AsPlanned,
                Some(key) => self.after_creation(step, &key),
            },
            Action::Delete => match now {
                None => State::Reached,
                Some(key) if self.is_as_read(step, &key) => State::AsPlanned,
                Some(_) => State::Moved("was changed"),
            },
            Action::Replace => match (aside, before.or(now)) {
                (None, None) => State::Moved("is gone"),
                (Some(_), Some(key)) if is_reached(step, &self.as_is[&key]) => State::AsPlanned,
                (None, Some(key)) if is_reached(step, &self.as_is[&key]) => State::Reached,
                (Some(key), None) | (_, Some(key)) if self.is_as_read(step, &key) => {
                    State::AsPlanned
                }
                _ => State::Moved("was changed"),
            },
            Action::Update => match before.or(now) {
                None => State::Moved("is gone"),
                Some(key) => self.after_update(step, &key),
            },
        }
    }

    /// Whether a thing is as the step found it, its channels apart.
    fn is_as_read(&self, step: &Step, key: &(Kind, String)) -> bool {
        let object = &self.as_read[key];
        if step.read.as_ref() == Some(&fingerprint(object, &step.name)) {
            return true;
        }
        // Of what comes with a new workspace not everything was known.
        let old = step.renamed_from.as_ref().unwrap_or(&step.name);
        let given = self.given.get(&(step.kind, step.kind.key(old)));
        given.is_some_and(|given| {
            step.read.as_ref() == Some(&fingerprint(given, &step.name))
                && given
                    .fields
                    .iter()
                    .all(|(field, value)| object.fields.get(field) == Some(value))
        })
    }

    /// Several requests make one thing, so an earlier run may have done some of them.
    fn after_creation(&self, step: &Step, key: &(Kind, String)) -> State {
        const OTHER: State = State::Moved("is there by now");
        let object = &self.as_is[key];
        if object.name != step.name {
            return OTHER;
        }
        let mut rest = Fields::new();
        for (field, wanted) in &step.set {
            let present = object.fields.get(field).unwrap_or(&Json::Null);
            if compare::field(step.kind, field, present, wanted).is_empty() {
                continue;
            }
            match step.kind.field(field) {
                Some(Field::Channels) => {
                    let left = channels_left(present, wanted);
                    let is_new = |channel: &String| {
                        let spec = channels_in(present)
                            .into_iter()
                            .find(|(name, _)| name == channel);
                        spec.is_none_or(|(_, spec)| spec == given::WORKER_CHANNEL)
                    };
                    if !left.keys().all(is_new) {
                        return OTHER;
                    }
                    rest.insert(field.clone(), left.into());
                    // It comes after the channels.
                    if let Some(activity) = step.set.get("activity") {
                        rest.insert("activity".to_owned(), activity.clone());
                    }
                }
                Some(Field::Activity) if step.kind == Kind::Workspace => {
                    let given = self
                        .given
                        .get(key)
                        .and_then(|given| given.fields.get(field));
                    if self.as_read[key].fields.get(field) != given {
                        return OTHER;
                    }
                    rest.insert(field.clone(), wanted.clone());
                }
                _ => return OTHER,
            }
        }
        if rest.is_empty() {
            return State::Reached;
        }
        self.partly(step, key, rest)
    }

    fn after_update(&self, step: &Step, key: &(Kind, String)) -> State {
        const OTHER: State = State::Moved("was changed");
        let object = &self.as_is[key];
        let (mut own, mut channels) = (step.set.clone(), Fields::new());
        if let Some(Json::Object(wanted)) = own.shift_remove("channels") {
            channels = wanted;
        }
        let changes_itself = !own.is_empty() || step.renamed_from.is_some();
        let own_step = Step {
            set: own,
            ..step.clone()
        };
        // What is only to be done once more leaves nothing behind that tells it was done.
        let is_done = changes_itself && is_reached(&own_step, object);
        let present = object.fields.get("channels").unwrap_or(&Json::Null);
        let left = channels_left(present, &channels.clone().into());
        if left.is_empty() && (is_done || !changes_itself && !channels.is_empty()) {
            return State::Reached;
        }
        let is_as_read = self.is_as_read(step, key);
        let are_channels_as_read = left
            .keys()
            .all(|channel| step.read_channels.get(channel) == present.get(channel));
        if !(is_done || is_as_read) || !are_channels_as_read {
            return OTHER;
        }
        if !is_done && left.len() == channels.len() {
            return State::AsPlanned;
        }
        let mut rest = if is_done { Fields::new() } else { own_step.set };
        if !left.is_empty() {
            rest.insert("channels".to_owned(), left.into());
        }
        self.partly(step, key, rest)
    }

    /// What is left of a step: those fields.
    fn partly(&self, step: &Step, key: &(Kind, String), rest: Fields) -> State {
        let object = &self.as_is[key];
        let differences = rest.iter().flat_map(|(field, wanted)| {
            let present = object.fields.get(field).unwrap_or(&Json::Null);
            compare::field(step.kind, field, present, wanted)
        });
        State::Partly(Box::new(Step {
            action: Action::Update,
            renamed_from: step
                .renamed_from
                .clone()
                .filter(|_| object.name != step.name),
            differences: differences.collect(),
            set: rest,
            ..step.clone()
        }))
    }
}

/// Whether a thing has the name and the fields that a step gives it.
fn is_reached(step: &Step, object: &Object) -> bool {
    object.name == step.name
        && step.set.iter().all(|(field, wanted)| {
            let present = object.fields.get(field).unwrap_or(&Json::Null);
            compare::field(step.kind, field, present, wanted).is_empty()
        })
}

/// Those of the wanted channels that are not as they are to be.
fn channels_left(present: &Json, wanted: &Json) -> Fields {
    let is_left = |channel: &String, spec: &Json| {
        let one: Json = Fields::from_iter([(channel.clone(), spec.clone())]).into();
        !compare::field(Kind::Worker, "channels", present, &one).is_empty()
    };
    let wanted = wanted.as_object().into_iter().flatten();
    wanted
        .filter(|(channel, spec)| is_left(channel, spec))
        .map(|(channel, spec)| (channel.clone(), spec.clone()))
        .collect()
}
