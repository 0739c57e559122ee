//! Finds the way: what is which, what differs, what goes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value as Json, json};

use super::exchange::aside;
use super::{Counts, Future, Options, Place, Plan, Planned, Problem, Problems, VERSION, sid_of};
use crate::model::sid::WorkspaceSid;
use crate::provision::compare;
use crate::provision::diff::Difference;
use crate::provision::given;
use crate::provision::kind::{Field, Kind};
use crate::provision::manifest::{ActivitySpec, Manifest, TaskChannelSpec};
use crate::provision::numbers::Numbers;
use crate::provision::object::{Fields, Object};
use crate::provision::read::{Live, Sids};
use crate::provision::step::{Action, Step, fingerprint, touched_channels};

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
        named: BTreeSet::new(),
        leftovers: HashMap::new(),
        replaced: HashMap::new(),
        has_unread_workers: live.is_some_and(|live| live.manifest.workers.is_none()),
        untold: live.map(|live| live.untold.as_slice()).unwrap_or_default(),
    };
    planner.plan(desired, &wanted)
}

/// What Twilio puts into a workspace that is made.
pub(in crate::provision) fn new_workspace(name: &str) -> Manifest {
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

pub(super) struct Planner<'l> {
    pub(super) live: BTreeMap<(Kind, String), Object>,
    sids: &'l Sids,
    numbers: &'l Numbers,
    workspace: Option<WorkspaceSid>,
    options: Options,
    pub(super) problems: Vec<Problem>,
    steps: Vec<Step>,
    /// What the manifest names.
    pub(super) named: BTreeSet<(Kind, String)>,
    /// Activities that an earlier run renamed to exchange them and did not get to delete, by the
    /// name of their successor.
    pub(super) leftovers: HashMap<String, String>,
    /// Activities that are exchanged: what they are called while both are there, by what is to be
    /// exchanged for the name.
    pub(super) replaced: HashMap<String, String>,
    /// Whether there may be workers that nobody looked at.
    pub(super) has_unread_workers: bool,
    untold: &'l [String],
}

impl Planner<'_> {
    fn plan(mut self, desired: &Manifest, wanted: &[Object]) -> Result<Planned, Problems> {
        self.names_once(wanted);
        self.find_leftovers(wanted);
        let before: Vec<Option<(Kind, String)>> = wanted
            .iter()
            .map(|object| self.predecessor(object))
            .collect();
        self.claimed_once(wanted, &before);
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
            .filter(|object| !self.is_aside(object))
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
                // What refers to a leftover still has to be told its successor.
                (before.name != object.name && !self.is_aside(before))
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

    fn names_once(&mut self, wanted: &[Object]) {
        for object in wanted {
            if !self.named.insert(object.key()) {
                self.problems.push(Problem::Twice {
                    kind: object.kind,
                    name: object.name.clone(),
                });
            }
        }
    }

    /// Nothing can become two things.
    fn claimed_once(&mut self, wanted: &[Object], before: &[Option<(Kind, String)>]) {
        let mut claims: HashMap<&(Kind, String), &Object> = HashMap::new();
        for (object, before) in wanted.iter().zip(before) {
            let Some(before) = before else { continue };
            if let Some(first) = claims.get(before).filter(|first| first.name != object.name) {
                self.problems.push(Problem::ClaimedTwice {
                    kind: object.kind,
                    old: self.live[before].name.clone(),
                    first: first.name.clone(),
                    second: object.name.clone(),
                });
            }
            claims.insert(before, object);
        }
    }

    /// What is there already of an object: by its name, else by the one it had before.
    fn predecessor(&mut self, object: &Object) -> Option<(Kind, String)> {
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
        let leftover = (object.kind == Kind::Activity && !self.live.contains_key(&key))
            .then(|| self.leftovers.get(&object.name))
            .flatten();
        if let Some(leftover) = leftover {
            return Some((Kind::Activity, leftover.clone()));
        }
        let Some(old) = old else {
            return Some(key).filter(|key| self.live.contains_key(key));
        };
        let old_key = (object.kind, object.kind.key(old));
        if self.named.contains(&old_key) {
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
            if object.kind == Kind::Workflow && !object.fields.contains_key("configuration") {
                self.problems
                    .push(Problem::NoConfiguration(object.name.clone()));
            }
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
                // What it begins with may be exchanged.
                self.follow_replaced(&mut after, &mut set, &mut Vec::new());
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
                read_channels: Fields::new(),
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
        let fixed = set
            .keys()
            .any(|field| object.kind.field(field) == Some(Field::Fixed));
        let begun = (object.kind == Kind::Activity)
            .then(|| self.leftovers.get(&object.name).cloned())
            .flatten()
            .filter(|leftover| self.replaced.contains_key(leftover));
        // One that is to be another once more has to make room itself; what was left behind waits.
        let begun = begun.filter(|leftover| !fixed || before.name == *leftover);
        let (action, aside) = if fixed || begun.is_some() {
            if let Some(leftover) = &begun {
                differences.push(Difference::Removed {
                    at: format!("activity {leftover}"),
                    old: json!("an earlier run left it behind"),
                });
            }
            let aside = begun.unwrap_or_else(|| aside(&object.name, self.sid(before).as_deref()));
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
        let renamed = before.name != object.name && aside.as_ref() != Some(&before.name);
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
            read: Some(fingerprint(before, &object.name)),
            read_channels: touched_channels(before, &set),
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
            read: Some(fingerprint(object, &object.name)),
            read_channels: Fields::new(),
        }
    }

    pub(super) fn sid(&self, object: &Object) -> Option<String> {
        if object.kind == Kind::PhoneNumber {
            return self.numbers.sids.get(&object.name).cloned();
        }
        sid_of(object, self.workspace, self.sids)
    }

    /// What prune takes: of the kinds the manifest has a section for, what it does not name.
    fn is_doomed(&self, object: &Object, desired: &Manifest) -> bool {
        let has_section = match object.kind {
            Kind::Workspace | Kind::PhoneNumber => false,
            Kind::Activity => desired.activities.is_some(),
            Kind::TaskChannel => {
                desired.task_channels.is_some() && !given::CHANNELS.contains(&object.name.as_str())
            }
            Kind::TaskQueue => desired.task_queues.is_some(),
            Kind::Workflow => desired.workflows.is_some(),
            Kind::Worker => desired.workers.is_some(),
        };
        self.options.prune && has_section
    }
}
