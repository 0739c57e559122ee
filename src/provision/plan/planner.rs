//! Finds the way: what is which, what differs, what goes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value as Json, json};

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

/// The longest name Twilio takes.
const NAME_LENGTH: usize = 64;

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
    named: BTreeSet<(Kind, String)>,
    /// Activities that an earlier run renamed to exchange them and did not get to delete, by the
    /// name of their successor.
    leftovers: HashMap<String, String>,
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

    /// Finds the activities that an earlier run renamed to make room for another of their name, and
    /// broke off before it deleted them.
    fn find_leftovers(&mut self, wanted: &[Object]) {
        let activities = || wanted.iter().filter(|one| one.kind == Kind::Activity);
        let is_spoken_of = |name: &str| {
            self.named.contains(&(Kind::Activity, name.to_owned()))
                || activities().any(|one| one.renamed_from.as_deref() == Some(name))
        };
        let is_there = |name: &str| self.live.get(&(Kind::Activity, name.to_owned()));
        for object in activities() {
            let successor = is_there(&object.name);
            let before = object.renamed_from.as_deref().and_then(is_there);
            if successor.is_none() && before.is_some() {
                continue;
            }
            let mut others = self.live.values().filter(|one| {
                one.kind == Kind::Activity && one.name != object.name && !is_spoken_of(&one.name)
            });
            let leftover = others.find(|one| {
                let sid = self.sid(one);
                one.name == aside(&object.name, sid.as_deref())
                    || one.name == aside(&object.name, None)
                        && was_given(one, successor.unwrap_or(object))
            });
            let Some(leftover) = leftover else { continue };
            let wanted = object.fields.get("available");
            // Without a successor, and good as it is, it gets its name back.
            let is_good =
                wanted.is_none_or(|wanted| leftover.fields.get("available") == Some(wanted));
            if successor.is_some() || !is_good {
                self.replaced
                    .insert(leftover.name.clone(), object.name.clone());
            }
            self.leftovers
                .insert(object.name.clone(), leftover.name.clone());
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

    fn sid(&self, object: &Object) -> Option<String> {
        if object.kind == Kind::PhoneNumber {
            return self.numbers.sids.get(&object.name).cloned();
        }
        sid_of(object, self.workspace, self.sids)
    }

    /// Which activities are exchanged, beside those where an earlier run did not get to the end:
    /// those whose availability is to be another one.
    fn find_replaced(&mut self, wanted: &[Object], before: &[Option<(Kind, String)>]) {
        for (object, before) in wanted.iter().zip(before) {
            if object.kind != Kind::Activity {
                continue;
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

    /// Whether it is what an earlier run left behind and this plan deletes.
    fn is_aside(&self, object: &Object) -> bool {
        object.kind == Kind::Activity
            && self
                .replaced
                .get(&object.name)
                .is_some_and(|successor| *successor != object.name)
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

/// What an activity is called once its successor has taken its name. Its own SID is in it, so that
/// nothing else is ever taken for it; what comes with a workspace that is yet to be made has none.
fn aside(name: &str, sid: Option<&str>) -> String {
    let addition = match sid.and_then(|sid| sid.get(sid.len().checked_sub(8)?..)) {
        Some(end) => format!(" (replaced {end})"),
        None => " (replaced)".to_owned(),
    };
    let room = NAME_LENGTH - addition.chars().count();
    let mut aside: String = name.chars().take(room).collect();
    aside.push_str(&addition);
    aside
}

/// Whether an activity that was set aside is one of those that come with a workspace, and its
/// successor is not like it.
fn was_given(leftover: &Object, successor: &Object) -> bool {
    let available = leftover.fields.get("available");
    given::ACTIVITIES.iter().any(|(name, usual)| {
        *name == successor.name
            && available == Some(&json!(usual))
            && successor.fields.get("available") != available
    })
}
