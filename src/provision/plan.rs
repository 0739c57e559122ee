//! The way from what a workspace is like to what it is to be like, as steps that can be shown,
//! kept in a file and carried out. Pure: what there is was read before.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::compare;
use super::diff::Difference;
use super::given;
use super::kind::{Field, Kind};
use super::manifest::{ActivitySpec, Manifest, TaskChannelSpec};
use super::names;
use super::numbers::Numbers;
use super::object::{Fields, Object};
use super::read::{Live, Sids};
use super::step::{Action, Step, fingerprint};
use crate::model::sid::WorkspaceSid;

/// The version of plan files that this version writes and reads.
pub const VERSION: u32 = 1;

/// What is added to the name of an activity whose successor has taken it.
const ASIDE: &str = " (replaced)";

/// The longest name Twilio takes.
const NAME_LENGTH: usize = 64;

/// How far a plan goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Delete what the manifest does not name, of the kinds it has a section for.
    pub prune: bool,
    /// Let waiting tasks go through their changed workflows again.
    pub re_evaluate: bool,
}

/// Everything that is to be done, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// See [`VERSION`].
    pub version: u32,
    /// Where.
    pub workspace: Place,
    /// How many steps of each kind.
    pub counts: Counts,
    /// The steps.
    pub steps: Vec<Step>,
    /// What is to be considered before it is done.
    #[serde(default)]
    pub warnings: Vec<String>,
}

/// The workspace a plan is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its name when the plan is carried out.
    pub name: String,
    /// Its SID; none if it is to be made.
    pub sid: Option<WorkspaceSid>,
}

/// How many steps of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// What is new.
    pub create: usize,
    /// What is changed.
    pub update: usize,
    /// What is exchanged for another of the same name.
    pub replace: usize,
    /// What goes.
    pub delete: usize,
}

impl Counts {
    /// The counts of these steps.
    pub fn of(steps: &[Step]) -> Self {
        let count = |action| steps.iter().filter(|step| step.action == action).count();
        Self {
            create: count(Action::Create),
            update: count(Action::Update),
            replace: count(Action::Replace),
            delete: count(Action::Delete),
        }
    }
}

/// `2 to create, 1 to delete`
impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.create, "create"),
            (self.update, "change"),
            (self.replace, "replace"),
            (self.delete, "delete"),
        ];
        let mut first = true;
        for (count, verb) in counts.into_iter().filter(|(count, _)| *count > 0) {
            if !first {
                formatter.write_str(", ")?;
            }
            write!(formatter, "{count} to {verb}")?;
            first = false;
        }
        if first {
            formatter.write_str("nothing to do")?;
        }
        Ok(())
    }
}

/// Why there is no way.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Something is referred to that is not there and will not be.
    #[error("{kind} `{name}`: `{field}` refers to {what} `{missing}`, which does not exist")]
    Missing {
        /// What refers.
        kind: Kind,
        /// Its name.
        name: String,
        /// The field that refers.
        field: String,
        /// What is referred to.
        what: Kind,
        /// Its name.
        missing: String,
    },
    /// Something is to be deleted that is still needed.
    #[error("{what} `{doomed}` cannot be deleted: `{field}` of {kind} `{name}` refers to it")]
    Needed {
        /// What refers.
        kind: Kind,
        /// Its name.
        name: String,
        /// The field that refers.
        field: String,
        /// What is to be deleted.
        what: Kind,
        /// Its name.
        doomed: String,
    },
    /// Workers are in an activity that is to be deleted.
    #[error("activity `{activity}` cannot be deleted: {count} in it, `{one}` for one")]
    Occupied {
        /// The activity.
        activity: String,
        /// `3 workers are`.
        count: String,
        /// The name of one of them.
        one: String,
    },
    /// The old name of one thing is the present name of another.
    #[error("{kind} `{name}` cannot be renamed from `{old}`: the manifest names that one too")]
    RenamedFromNamed {
        /// What it is.
        kind: Kind,
        /// Its new name.
        name: String,
        /// Its old name.
        old: String,
    },
    /// A name stands twice in a manifest.
    #[error("the manifest names {kind} `{name}` twice")]
    Twice {
        /// What it is.
        kind: Kind,
        /// Its name.
        name: String,
    },
    /// A number is not the account's.
    #[error("the account has no phone number `{0}`; numbers are not bought")]
    NoNumber(String),
    /// Twilio does not switch it off again.
    #[error("multi-tasking cannot be switched off again: `multi_task_enabled` must stay true")]
    MultiTasking,
    /// A workflow or an expression cannot be read.
    #[error("{kind} `{name}`: `{field}` cannot be read: {reason}")]
    Unreadable {
        /// What has it.
        kind: Kind,
        /// Its name.
        name: String,
        /// The field.
        field: String,
        /// What is wrong.
        reason: String,
    },
}

/// Everything that is in the way; never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", one_per_line(.0))]
pub struct Problems(pub Vec<Problem>);

fn one_per_line(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n  ")
}

/// What there will be when a plan has been carried out, by kind and key.
pub type Future = BTreeMap<(Kind, String), Object>;

/// The plan, and what there will be afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// What there will be.
    pub future: Future,
}

/// Plans the way from `live`, or from no workspace at all, and from the account's `numbers` to what
/// the manifest says.
///
/// # Errors
/// Everything that is in the way.
pub fn plan(
    desired: &Manifest,
    name: &str,
    live: Option<&Live>,
    numbers: &Numbers,
    options: Options,
) -> Result<Planned, Problems> {
    let fresh;
    let (there, sids) = if let Some(live) = live {
        (&live.manifest, &live.sids)
    } else {
        fresh = (new_workspace(name), Sids::default());
        (&fresh.0, &fresh.1)
    };
    let mut wanted = Object::all_of(desired);
    name.clone_into(&mut wanted[0].name);
    let planner = Planner {
        live: Object::all_of(there)
            .into_iter()
            .chain(Object::of_numbers(&numbers.specs))
            .map(|object| (object.key(), object))
            .collect(),
        sids,
        numbers,
        workspace: live.map(|live| live.sid),
        options,
        problems: Vec::new(),
        steps: Vec::new(),
        replaced: HashMap::new(),
        untold: live.map(|live| live.untold.as_slice()).unwrap_or_default(),
    };
    planner.plan(desired, &wanted)
}

impl Planned {
    /// Lets the tasks that wait in a workflow go through it again, changed or not; whether it is
    /// there to stay.
    pub fn re_evaluate(&mut self, workflow: &str, live: &Live) -> bool {
        let Some(object) = self.future.get(&(Kind::Workflow, workflow.to_owned())) else {
            return false;
        };
        let steps = &mut self.plan.steps;
        if let Some(step) = steps
            .iter_mut()
            .find(|step| step.is(Kind::Workflow, workflow))
        {
            step.re_evaluate = true;
            return true;
        }
        let there = present(live);
        let Some(before) = there.get(&object.key()) else {
            return false;
        };
        let place = steps
            .iter()
            .position(|step| step.action == Action::Delete || step.kind > Kind::Workflow)
            .unwrap_or(steps.len());
        steps.insert(
            place,
            Step {
                action: Action::Update,
                kind: Kind::Workflow,
                name: workflow.to_owned(),
                sid: live.sids.get(names::Kind::Workflow, workflow),
                renamed_from: None,
                differences: Vec::new(),
                set: Fields::new(),
                re_evaluate: true,
                aside: None,
                read: Some(fingerprint(before, workflow, &Fields::new())),
            },
        );
        self.plan.counts = Counts::of(&self.plan.steps);
        true
    }
}

/// What there is, by kind and key.
pub fn present(live: &Live) -> Future {
    Object::all_of(&live.manifest)
        .into_iter()
        .map(|object| (object.key(), object))
        .collect()
}

/// Plans to take down what a manifest names: the whole workspace if there is nothing else in it,
/// apart from what Twilio itself puts into one.
pub fn destroy(desired: &Manifest, live: &Live) -> Plan {
    let named: BTreeSet<(Kind, String)> = Object::all_of(desired).iter().map(Object::key).collect();
    let there = present(live);
    let comes_with_it = |object: &Object| match object.kind {
        Kind::Workspace => true,
        Kind::Activity => given::ACTIVITIES
            .iter()
            .any(|(name, _)| *name == object.name),
        Kind::TaskChannel => given::CHANNELS.contains(&object.name.as_str()),
        _ => false,
    };
    let (mut mine, others): (Vec<&Object>, Vec<&Object>) = there
        .values()
        .filter(|object| !comes_with_it(object))
        .partition(|object| named.contains(&object.key()));
    let workspace = there.values().find(|object| object.kind == Kind::Workspace);
    let name = workspace
        .map(|object| object.name.clone())
        .unwrap_or_default();
    let step = |object: &Object, differences: Vec<Difference>| Step {
        action: Action::Delete,
        kind: object.kind,
        name: object.name.clone(),
        sid: sid_of(object, Some(live.sid), &live.sids),
        renamed_from: None,
        differences,
        set: Fields::new(),
        re_evaluate: false,
        aside: None,
        read: Some(fingerprint(object, &object.name, &Fields::new())),
    };
    let mut warnings = Vec::new();
    if !desired.phone_numbers().is_empty() {
        warnings.push("phone numbers stay, and their calls go where they went".to_owned());
    }
    let steps = if let (Some(workspace), true) = (workspace, others.is_empty()) {
        let of_kind = |kind: Kind| {
            let gone: Vec<&str> = mine
                .iter()
                .filter(|object| object.kind == kind)
                .map(|object| object.name.as_str())
                .collect();
            (!gone.is_empty()).then(|| Difference::Removed {
                at: kind.section().to_owned(),
                old: json!(gone.join(", ")),
            })
        };
        vec![step(
            workspace,
            Kind::ALL.into_iter().filter_map(of_kind).collect(),
        )]
    } else {
        if let Some(other) = others.first() {
            warnings.push(format!(
                "the workspace stays: the manifest does not name {} `{}`{}",
                other.kind,
                other.name,
                match others.len() - 1 {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                }
            ));
        }
        let in_use = |object: &Object| {
            let fields = workspace.map(|workspace| &workspace.fields);
            object.kind == Kind::Activity
                && ["default_activity", "timeout_activity"]
                    .iter()
                    .any(|field| {
                        fields.and_then(|fields| fields.get(*field)) == Some(&json!(object.name))
                    })
        };
        for object in mine.iter().filter(|object| in_use(object)) {
            warnings.push(format!(
                "activity `{}` stays: it is the workspace's default or time-out activity",
                object.name
            ));
        }
        mine.sort_by_key(|object| Reverse(object.kind));
        mine.iter()
            .filter(|object| !in_use(object))
            .map(|object| step(object, Vec::new()))
            .collect()
    };
    Plan {
        version: VERSION,
        workspace: Place {
            name,
            sid: Some(live.sid),
        },
        counts: Counts::of(&steps),
        steps,
        warnings,
    }
}

/// What Twilio puts into a workspace that is made.
fn new_workspace(name: &str) -> Manifest {
    let first = given::ACTIVITIES[0].0.to_owned();
    Manifest {
        friendly_name: Some(name.to_owned()),
        default_activity: Some(first.clone()),
        timeout_activity: Some(first),
        activities: Some(
            given::ACTIVITIES
                .iter()
                .map(|(name, available)| ActivitySpec {
                    friendly_name: (*name).to_owned(),
                    renamed_from: None,
                    available: Some(*available),
                })
                .collect(),
        ),
        task_channels: Some(
            given::CHANNELS
                .iter()
                .map(|name| TaskChannelSpec {
                    unique_name: (*name).to_owned(),
                    friendly_name: None,
                    channel_optimized_routing: Some(false),
                })
                .collect(),
        ),
        ..Manifest::default()
    }
}

struct Planner<'l> {
    live: BTreeMap<(Kind, String), Object>,
    sids: &'l Sids,
    numbers: &'l Numbers,
    workspace: Option<WorkspaceSid>,
    options: Options,
    problems: Vec<Problem>,
    steps: Vec<Step>,
    /// Activities that are exchanged: what they are called while both are there, by what is to be
    /// exchanged for the name.
    replaced: HashMap<String, String>,
    untold: &'l [String],
}

impl Planner<'_> {
    fn plan(mut self, desired: &Manifest, wanted: &[Object]) -> Result<Planned, Problems> {
        let named = self.names_once(wanted);
        let before: Vec<Option<(Kind, String)>> = wanted
            .iter()
            .map(|object| self.predecessor(object, &named))
            .collect();
        self.rename(wanted, &before);
        self.find_replaced(wanted, &before);
        let matched: BTreeSet<&(Kind, String)> = before.iter().flatten().collect();
        let mut future: Future = BTreeMap::new();
        let mut doomed = Vec::new();
        for (object, before) in wanted.iter().zip(&before) {
            let before = before.as_ref().and_then(|key| self.live.get(key)).cloned();
            let (step, after) = self.step(object, before.as_ref());
            self.steps.extend(step);
            future.insert(after.key(), after);
        }
        let others: Vec<Object> = self
            .live
            .values()
            .filter(|object| !matched.contains(&object.key()))
            .filter(|object| object.kind != Kind::Workspace)
            .filter(|object| object.kind != Kind::Activity || !self.is_aside(&object.name))
            .cloned()
            .collect();
        for object in others {
            if self.is_doomed(&object, desired) {
                doomed.push(object);
                continue;
            }
            // What nobody speaks of is touched only where it refers to what is exchanged.
            let silent = Object {
                fields: Fields::new(),
                renamed_from: None,
                ..object.clone()
            };
            let (step, after) = self.step(&silent, Some(&object));
            self.steps.extend(step);
            future.insert(after.key(), after);
        }
        self.check(&future, &doomed);
        self.check_channels(wanted, &future);
        self.steps.sort_by_key(|step| step.kind);
        doomed.sort_by_key(|object| Reverse(object.kind));
        for object in &doomed {
            let step = self.delete(object);
            self.steps.push(step);
        }
        if !self.problems.is_empty() {
            return Err(Problems(self.problems));
        }
        let warnings = self
            .untold
            .iter()
            .map(|text| format!("cannot be compared: {text}"))
            .collect();
        Ok(Planned {
            plan: Plan {
                version: VERSION,
                workspace: Place {
                    name: wanted[0].name.clone(),
                    sid: self.workspace,
                },
                counts: Counts::of(&self.steps),
                steps: self.steps,
                warnings,
            },
            future,
        })
    }

    /// Whoever refers to what is renamed refers to it afterwards without having been changed.
    fn rename(&mut self, wanted: &[Object], before: &[Option<(Kind, String)>]) {
        let renames: HashMap<(Kind, String), String> = wanted
            .iter()
            .zip(before)
            .filter_map(|(object, before)| {
                let before = &self.live[before.as_ref()?];
                (before.name != object.name)
                    .then(|| ((before.kind, before.name.clone()), object.name.clone()))
            })
            .collect();
        if renames.is_empty() {
            return;
        }
        let new = |kind, name: &str| renames.get(&(kind, name.to_owned())).cloned();
        for object in self.live.values_mut() {
            object.rename_references(&new);
        }
    }

    fn names_once(&mut self, wanted: &[Object]) -> BTreeSet<(Kind, String)> {
        let mut named = BTreeSet::new();
        for object in wanted {
            if !named.insert(object.key()) {
                self.problems.push(Problem::Twice {
                    kind: object.kind,
                    name: object.name.clone(),
                });
            }
        }
        named
    }

    /// What is there already of an object: by its name, else by the one it had before.
    fn predecessor(
        &mut self,
        object: &Object,
        named: &BTreeSet<(Kind, String)>,
    ) -> Option<(Kind, String)> {
        if object.kind == Kind::Workspace {
            self.workspace?;
            return self
                .live
                .keys()
                .find(|(kind, _)| *kind == Kind::Workspace)
                .cloned();
        }
        let key = object.key();
        let old = object
            .renamed_from
            .as_ref()
            .filter(|_| !self.live.contains_key(&key));
        let Some(old) = old else {
            return Some(key).filter(|key| self.live.contains_key(key));
        };
        let old_key = (object.kind, object.kind.key(old));
        if named.contains(&old_key) {
            self.problems.push(Problem::RenamedFromNamed {
                kind: object.kind,
                name: object.name.clone(),
                old: old.clone(),
            });
            return None;
        }
        Some(old_key).filter(|key| self.live.contains_key(key))
    }

    /// The step that makes an object of what is there, if one is needed, and what there will be.
    fn step(&mut self, object: &Object, before: Option<&Object>) -> (Option<Step>, Object) {
        let Some(before) = before else {
            if object.kind == Kind::PhoneNumber {
                self.problems.push(Problem::NoNumber(object.name.clone()));
                return (None, object.clone());
            }
            self.check_texts(object);
            let mut set = object.fields.clone();
            if object.kind == Kind::TaskChannel && !set.contains_key("friendly_name") {
                set.insert("friendly_name".to_owned(), json!(object.name));
            }
            let mut after = object.clone();
            if object.kind == Kind::Workspace
                && let Some(usual) = self.live.values().find(|one| one.kind == object.kind)
            {
                for (field, value) in &usual.fields {
                    after
                        .fields
                        .entry(field.clone())
                        .or_insert_with(|| value.clone());
                }
            }
            let step = Step {
                action: Action::Create,
                kind: object.kind,
                name: object.name.clone(),
                sid: None,
                renamed_from: None,
                differences: compare::made(object.kind, &set),
                set,
                re_evaluate: false,
                aside: None,
                read: None,
            };
            return (Some(step), after);
        };
        self.check_texts(object);
        let mut after = before.clone();
        after.name.clone_from(&object.name);
        let mut set = Fields::new();
        let mut differences = Vec::new();
        for (field, value) in &object.fields {
            let old = before.fields.get(field).unwrap_or(&Json::Null);
            let found = compare::field(object.kind, field, old, value);
            after.fields.insert(
                field.clone(),
                compare::overlaid(object.kind, field, old, value),
            );
            if object.kind == Kind::Workspace
                && field == "multi_task_enabled"
                && *old == json!(true)
                && *value == json!(false)
            {
                self.problems.push(Problem::MultiTasking);
            }
            if !found.is_empty() {
                set.insert(field.clone(), value.clone());
                differences.extend(found);
            }
        }
        let begun = (object.kind == Kind::Activity)
            .then(|| aside(&object.name))
            .filter(|aside| self.replaced.contains_key(aside));
        let fixed = set
            .keys()
            .any(|field| object.kind.field(field) == Some(Field::Fixed));
        let (action, aside) = if fixed || begun.is_some() {
            let aside = begun.unwrap_or_else(|| aside(&object.name));
            (Action::Replace, Some(aside))
        } else {
            (Action::Update, None)
        };
        if action == Action::Replace {
            // The new one is made with everything that is known of it.
            set.clone_from(&after.fields);
        } else {
            self.follow_replaced(&mut after, &mut set, &mut differences);
        }
        let renamed = before.name != object.name;
        if differences.is_empty() && !renamed && action != Action::Replace {
            return (None, after);
        }
        let re_evaluate = self.options.re_evaluate && set.contains_key("configuration");
        let step = Step {
            action,
            kind: object.kind,
            name: object.name.clone(),
            sid: self.sid(before),
            renamed_from: renamed.then(|| before.name.clone()),
            read: Some(fingerprint(before, &object.name, &set)),
            differences,
            set,
            re_evaluate,
            aside,
        };
        (Some(step), after)
    }

    fn delete(&self, object: &Object) -> Step {
        Step {
            action: Action::Delete,
            kind: object.kind,
            name: object.name.clone(),
            sid: self.sid(object),
            renamed_from: None,
            differences: Vec::new(),
            set: Fields::new(),
            re_evaluate: false,
            aside: None,
            read: Some(fingerprint(object, &object.name, &Fields::new())),
        }
    }

    fn sid(&self, object: &Object) -> Option<String> {
        if object.kind == Kind::PhoneNumber {
            return self.numbers.sids.get(&object.name).cloned();
        }
        sid_of(object, self.workspace, self.sids)
    }

    /// Which activities are exchanged: those whose availability is to be another one, and those
    /// where an earlier run did not get to the end.
    fn find_replaced(&mut self, wanted: &[Object], before: &[Option<(Kind, String)>]) {
        for (object, before) in wanted.iter().zip(before) {
            if object.kind != Kind::Activity {
                continue;
            }
            let aside = aside(&object.name);
            if self.live.contains_key(&(Kind::Activity, aside.clone())) {
                self.replaced.insert(aside, object.name.clone());
            }
            let Some(before) = before.as_ref().and_then(|key| self.live.get(key)) else {
                continue;
            };
            let (old, new) = (
                before.fields.get("available"),
                object.fields.get("available"),
            );
            if new.is_some() && old != new {
                // References to it have its new name by now.
                self.replaced
                    .insert(object.name.clone(), object.name.clone());
            }
        }
    }

    fn is_aside(&self, name: &str) -> bool {
        self.replaced
            .get(name)
            .is_some_and(|successor| aside(successor) == name)
    }

    /// What refers to an activity that is exchanged has to be told the new one.
    fn follow_replaced(
        &self,
        after: &mut Object,
        set: &mut Fields,
        differences: &mut Vec<Difference>,
    ) {
        for (old, new) in &self.replaced {
            let fields: Vec<String> = after.fields.keys().cloned().collect();
            for field in fields {
                // Workers are moved by the exchange itself.
                if after.kind.field(&field) == Some(Field::FirstActivity)
                    || !after.field_refers_to(&field, Kind::Activity, old)
                {
                    continue;
                }
                let mut followed = Object {
                    fields: Fields::from_iter([(field.clone(), after.fields[&field].clone())]),
                    ..after.clone()
                };
                followed.rename_references(&|kind, name| {
                    (kind == Kind::Activity && name == old).then(|| new.clone())
                });
                let value = followed.fields[&field].clone();
                after.fields.insert(field.clone(), value.clone());
                if set.insert(field.clone(), value).is_none() {
                    differences.push(Difference::Changed {
                        at: field,
                        old: json!(format!("the present `{old}`")),
                        new: json!(format!("the new `{new}`")),
                    });
                }
            }
        }
    }

    /// What prune takes: of the kinds the manifest has a section for, what it does not name.
    fn is_doomed(&self, object: &Object, desired: &Manifest) -> bool {
        let has_section = match object.kind {
            Kind::Workspace | Kind::PhoneNumber => false,
            Kind::Activity => desired.activities.is_some() && !self.is_aside(&object.name),
            Kind::TaskChannel => {
                desired.task_channels.is_some() && !given::CHANNELS.contains(&object.name.as_str())
            }
            Kind::TaskQueue => desired.task_queues.is_some(),
            Kind::Workflow => desired.workflows.is_some(),
            Kind::Worker => desired.workers.is_some(),
        };
        self.options.prune && has_section
    }

    /// Whatever will be there must find what it refers to.
    fn check(&mut self, future: &Future, doomed: &[Object]) {
        for object in future.values() {
            for reference in object.references() {
                let key = (reference.kind, reference.kind.key(&reference.name));
                // Workers that were not read may be there.
                let unread = reference.kind == Kind::Worker
                    && !self.live.keys().any(|(kind, _)| *kind == Kind::Worker);
                if future.contains_key(&key) || unread {
                    continue;
                }
                if self.replaced.contains_key(&reference.name) {
                    continue;
                }
                let is_doomed = doomed.iter().any(|doomed| doomed.key() == key);
                let (kind, name, field) =
                    (object.kind, object.name.clone(), reference.field.clone());
                // Where a worker is at the moment is told of the activity, and channels come to
                // workers and leave them by themselves.
                if object.kind == Kind::Worker
                    && (is_doomed && field == "activity" || field == "channels")
                {
                    continue;
                }
                self.problems.push(if is_doomed {
                    Problem::Needed {
                        kind,
                        name,
                        field,
                        what: reference.kind,
                        doomed: reference.name,
                    }
                } else {
                    Problem::Missing {
                        kind,
                        name,
                        field,
                        what: reference.kind,
                        missing: reference.name,
                    }
                });
            }
        }
        for activity in doomed.iter().filter(|one| one.kind == Kind::Activity) {
            let in_it: Vec<&str> = future
                .values()
                .filter(|one| one.kind == Kind::Worker)
                .filter(|one| one.fields.get("activity") == Some(&json!(activity.name)))
                .map(|one| one.name.as_str())
                .collect();
            if let Some(one) = in_it.first() {
                let is = if in_it.len() == 1 { "is" } else { "are" };
                let workers = crate::output::plural::count_of(in_it.len(), "worker", "workers");
                self.problems.push(Problem::Occupied {
                    activity: activity.name.clone(),
                    count: format!("{workers} {is}"),
                    one: (*one).to_owned(),
                });
            }
        }
    }

    /// Capacities must be for channels that will be there.
    fn check_channels(&mut self, wanted: &[Object], future: &Future) {
        for worker in wanted.iter().filter(|object| object.kind == Kind::Worker) {
            for reference in worker.references() {
                if reference.kind == Kind::TaskChannel
                    && !future.contains_key(&(Kind::TaskChannel, reference.name.clone()))
                {
                    self.problems.push(Problem::Missing {
                        kind: worker.kind,
                        name: worker.name.clone(),
                        field: reference.field,
                        what: Kind::TaskChannel,
                        missing: reference.name,
                    });
                }
            }
        }
    }

    fn check_texts(&mut self, object: &Object) {
        for (field, value) in &object.fields {
            if let Some(reason) = compare::unreadable(object.kind, field, value) {
                self.problems.push(Problem::Unreadable {
                    kind: object.kind,
                    name: object.name.clone(),
                    field: field.clone(),
                    reason,
                });
            }
        }
    }
}

fn sid_of(object: &Object, workspace: Option<WorkspaceSid>, sids: &Sids) -> Option<String> {
    let kind = match object.kind {
        Kind::Workspace => return workspace.map(|sid| sid.to_string()),
        Kind::PhoneNumber => return None,
        Kind::Activity => names::Kind::Activity,
        Kind::TaskChannel => names::Kind::TaskChannel,
        Kind::TaskQueue => names::Kind::TaskQueue,
        Kind::Workflow => names::Kind::Workflow,
        Kind::Worker => names::Kind::Worker,
    };
    sids.get(kind, &object.name)
}

/// What an activity is called once its successor has taken its name.
fn aside(name: &str) -> String {
    let room = NAME_LENGTH - ASIDE.chars().count();
    let mut aside: String = name.chars().take(room).collect();
    aside.push_str(ASIDE);
    aside
}
