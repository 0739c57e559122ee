//! Two descriptions compared, neither of which has to be a workspace.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::given;
use super::kind::Kind;
use super::manifest::{ActivitySpec, Manifest, PhoneNumberSpec, TaskChannelSpec, WorkflowSpec};
use super::names;
use super::numbers::Numbers;
use super::object::Fields;
use super::plan::{self, Options, Plan, Problems};
use super::read::{Live, Sids};
use crate::model::sid::{Sid, WorkspaceSid};

/// What would have to be done to make `from` the same as `to`, for people to see: without SIDs, and
/// not to be carried out. What `to` does not name would have to go, of the kinds it has a list of.
///
/// # Errors
/// `to` refers to something that neither of them has.
pub fn between(from: &Manifest, to: &Manifest) -> Result<Plan, Problems> {
    let (mut from, mut to) = (from.clone(), to.clone());
    let name = to.friendly_name.as_ref().or(from.friendly_name.as_ref());
    let name = name.cloned().unwrap_or_default();
    from.friendly_name.get_or_insert_with(|| name.clone());
    supply(&mut from, &mut to);
    let options = Options {
        prune: true,
        re_evaluate: false,
    };
    let mut plan = plan::plan(&to, &name, Some(&live(&from)), &Numbers::default(), options)?.plan;
    plan.workspace.sid = None;
    for step in &mut plan.steps {
        step.sid = None;
        step.read = None;
        step.set = Fields::new();
    }
    Ok(plan)
}

/// What comes with every workspace need not be named to be there.
fn supply(from: &mut Manifest, to: &mut Manifest) {
    for channel in given::CHANNELS {
        let is_it = |one: &&TaskChannelSpec| one.unique_name == channel;
        if from.task_channels().iter().any(|one| is_it(&one)) {
            continue;
        }
        let other = to.task_channels().iter().find(is_it).cloned();
        let channels = from.task_channels.get_or_insert_default();
        channels.push(other.unwrap_or_else(|| TaskChannelSpec {
            unique_name: channel.to_owned(),
            ..TaskChannelSpec::default()
        }));
    }
    // Rules that are not spoken of are no difference.
    for workflow in to.workflows.iter_mut().flatten() {
        let is_it = |one: &&WorkflowSpec| {
            one.friendly_name == workflow.friendly_name
                || Some(&one.friendly_name) == workflow.renamed_from.as_ref()
        };
        if !from.workflows().iter().any(|one| is_it(&one)) {
            workflow.configuration.get_or_insert_default();
        }
    }
    let numbers = from.phone_numbers.get_or_insert_default();
    for number in to.phone_numbers() {
        let number = &number.phone_number;
        if !numbers.iter().any(|one| one.phone_number == *number) {
            numbers.push(PhoneNumberSpec {
                phone_number: number.clone(),
                ..PhoneNumberSpec::default()
            });
        }
    }
    for (activity, available) in given::ACTIVITIES {
        let names_it = |manifest: &Manifest| {
            let mut activities = manifest.activities().iter();
            activities.any(|one| one.friendly_name == activity)
        };
        if names_it(from) || names_it(to) {
            continue;
        }
        let spec = ActivitySpec {
            friendly_name: activity.to_owned(),
            available: Some(available),
            ..ActivitySpec::default()
        };
        from.activities.get_or_insert_default().push(spec.clone());
        to.activities
            .iter_mut()
            .for_each(|all| all.push(spec.clone()));
    }
}

/// What a workspace is like as far as a manifest speaks of it: without the lists it does not have,
/// and of what it names without what it does not say. The name is the manifest's.
pub fn as_far_as(manifest: &Manifest, workspace: &Manifest) -> Manifest {
    let document = |manifest: &Manifest| {
        serde_json::to_value(manifest).expect("a manifest has no keys other than texts")
    };
    let mut narrowed = document(workspace);
    keep_said(&document(manifest), &mut narrowed);
    let mut narrowed: Manifest =
        serde_json::from_value(narrowed).expect("a part of a manifest is a manifest");
    narrowed.friendly_name.clone_from(&manifest.friendly_name);
    narrowed
}

/// Takes from `all` the members that `said` does not have, and from things in lists that `said` has
/// by the same name. Values of their own, such as attributes and configurations, stay whole.
fn keep_said(said: &Json, all: &mut Json) {
    const WHOLE: [&str; 2] = ["attributes", "configuration"];
    match (said, all) {
        (Json::Object(said), Json::Object(all)) => {
            all.retain(|key, _| said.contains_key(key));
            let parts = all
                .iter_mut()
                .filter(|(key, _)| !WHOLE.contains(&key.as_str()));
            for (key, value) in parts {
                keep_said(&said[key], value);
            }
        }
        (Json::Array(said), Json::Array(all)) => {
            let name = |one: &Json| {
                let keys = ["unique_name", "phone_number", "friendly_name"];
                keys.into_iter().find_map(|key| one.get(key).cloned())
            };
            for one in all {
                let named =
                    name(one).and_then(|its| said.iter().find(|it| name(it) == Some(its.clone())));
                if let Some(said) = named {
                    keep_said(said, one);
                }
            }
        }
        // A capacity alone does not speak of availability.
        (Json::Number(_), all @ Json::Object(_)) => *all = all["capacity"].take(),
        _ => {}
    }
}

/// The description as if it had been read, with stand-ins for SIDs.
fn live(manifest: &Manifest) -> Live {
    let sids = Sids {
        activities: sids(Kind::Activity, manifest.activities(), |one| {
            &one.friendly_name
        }),
        task_channels: sids(Kind::TaskChannel, manifest.task_channels(), |one| {
            &one.unique_name
        }),
        task_queues: sids(Kind::TaskQueue, manifest.task_queues(), |one| {
            &one.friendly_name
        }),
        workflows: sids(Kind::Workflow, manifest.workflows(), |one| {
            &one.friendly_name
        }),
        workers: sids(Kind::Worker, manifest.workers(), |one| &one.friendly_name),
    };
    Live {
        sid: WorkspaceSid::from_bits(0),
        manifest: manifest.clone(),
        sids,
        untold: Vec::new(),
    }
}

fn sids<T, S: Sid>(kind: Kind, all: &[T], name: impl Fn(&T) -> &String) -> HashMap<String, S> {
    let sid = |name: &str| {
        let sid = names::stand_in(kind, name).parse();
        sid.expect("a stand-in looks like a SID of its kind")
    };
    all.iter()
        .map(|one| (name(one).clone(), sid(name(one))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provision::load::load_text;
    use crate::provision::step::Action;
    use crate::provision::templates::TEMPLATES;

    fn manifest(text: &str) -> Manifest {
        load_text("centre", text, &|_| None).unwrap().manifest
    }

    #[test]
    fn the_same_is_no_difference() {
        for template in TEMPLATES {
            let centre = manifest(template.text);
            assert_eq!(between(&centre, &centre).unwrap().steps, []);
        }
    }

    #[test]
    fn a_workspace_is_looked_at_as_far_as_a_manifest_speaks() {
        let said = manifest(
            "friendly_name: centre\ntask_queues: [{ friendly_name: a, max_reserved_workers: 1 }]\n\
             workers: [{ friendly_name: dave, channels: { voice: 1 } }]\n",
        );
        let workspace = manifest(
            "friendly_name: other\ndefault_activity: Offline\n\
             activities: [{ friendly_name: Offline, available: false }]\n\
             task_queues:\n  - { friendly_name: a, max_reserved_workers: 2, task_order: LIFO }\n  \
             - { friendly_name: b, max_reserved_workers: 3 }\n\
             workers:\n  - friendly_name: dave\n    attributes: { level: 1 }\n    \
             channels: { voice: { capacity: 1, available: true }, chat: 2 }\n",
        );
        let seen = manifest(
            "friendly_name: centre\n\
             task_queues:\n  - { friendly_name: a, max_reserved_workers: 2 }\n  \
             - { friendly_name: b, max_reserved_workers: 3 }\n\
             workers: [{ friendly_name: dave, channels: { voice: 1 } }]\n",
        );
        assert_eq!(as_far_as(&said, &workspace), seen);
    }

    #[test]
    fn what_comes_with_every_workspace_need_not_be_named() {
        let bare = manifest("default_activity: Offline\nactivities: [{ friendly_name: Lunch }]\n");
        assert_eq!(between(&bare, &bare).unwrap().steps, []);
        let channels = "task_channels: [{ unique_name: chat, friendly_name: Chat }]\n";
        for (from, to) in [
            ("", channels),
            (channels, ""),
            (channels, "task_channels: []"),
        ] {
            let steps = between(&manifest(from), &manifest(to)).unwrap().steps;
            assert_eq!(steps, []);
        }
    }

    #[test]
    fn what_is_new_changed_and_gone_is_told() {
        let from = manifest(
            "task_queues:\n  - { friendly_name: a, target_workers: 'x == 1' }\n  - { friendly_name: b }\n",
        );
        let to = manifest(
            "task_queues:\n  - { friendly_name: a, target_workers: '(x==2)' }\n  - { friendly_name: c }\n",
        );
        let plan = between(&from, &to).unwrap();
        let mut steps: Vec<_> = plan
            .steps
            .iter()
            .map(|step| (step.name.as_str(), step.action))
            .collect();
        steps.sort_by_key(|(name, _)| *name);
        assert_eq!(
            steps,
            [
                ("a", Action::Update),
                ("b", Action::Delete),
                ("c", Action::Create)
            ]
        );
        let spaced = manifest(
            "task_queues:\n  - { friendly_name: a, target_workers: '( x == 1 )' }\n  - { friendly_name: b }\n",
        );
        assert_eq!(between(&from, &spaced).unwrap().steps, []);
    }
}
