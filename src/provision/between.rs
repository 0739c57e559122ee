//! Two descriptions compared, neither of which has to be a workspace.

use std::collections::HashMap;

use super::manifest::Manifest;
use super::names::{self, Kind};
use super::plan::{self, Options, Plan, Problems};
use super::read::{Live, Sids};
use crate::model::sid::{Sid, WorkspaceSid};

/// What would have to be done to make `from` the same as `to`. What `to` does not name would have
/// to go, of the kinds it has a list of.
///
/// # Errors
/// `to` refers to something that neither of them has.
pub fn between(from: &Manifest, to: &Manifest) -> Result<Plan, Problems> {
    let name = to.friendly_name.as_ref().or(from.friendly_name.as_ref());
    let name = name.map_or("workspace", String::as_str);
    let options = Options {
        prune: true,
        re_evaluate: false,
    };
    plan::plan(to, name, Some(&live(from)), options).map(|planned| planned.plan)
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
        worker_channels: HashMap::new(),
    };
    Live {
        sid: WorkspaceSid::from_bits(0),
        manifest: manifest.clone(),
        sids,
        configurations: HashMap::new(),
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
