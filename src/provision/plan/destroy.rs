//! The way back: what a manifest made is taken down.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::{Counts, Future, Place, Plan, VERSION, present, sid_of};
use crate::provision::diff::Difference;
use crate::provision::given;
use crate::provision::kind::Kind;
use crate::provision::manifest::Manifest;
use crate::provision::object::{Fields, Object};
use crate::provision::read::Live;
use crate::provision::step::{Action, Step, fingerprint};

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
        read: Some(fingerprint(object, &object.name)),
        read_channels: Fields::new(),
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
        keep_needed(&mut mine, &there, &mut warnings);
        mine.sort_by_key(|object| Reverse(object.kind));
        mine.iter().map(|object| step(object, Vec::new())).collect()
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

/// Takes out what cannot go because something that stays refers to it, and what that refers to.
fn keep_needed(mine: &mut Vec<&Object>, there: &Future, warnings: &mut Vec<String>) {
    loop {
        let going: BTreeSet<(Kind, String)> = mine.iter().map(|object| object.key()).collect();
        let goes = |key: &(Kind, String)| going.contains(key);
        let staying = there.values().filter(|object| !goes(&object.key()));
        let needed: BTreeMap<(Kind, String), String> = staying
            .flat_map(|user| user.references().into_iter().map(move |it| (user, it)))
            // Channels come to workers and leave them by themselves.
            .filter(|(user, it)| user.kind != Kind::Worker || it.kind != Kind::TaskChannel)
            .map(|(user, it)| {
                let reason = match user.kind {
                    Kind::Workspace => {
                        "it is the workspace's default or time-out activity".to_owned()
                    }
                    Kind::Worker => format!("worker `{}` is in it", user.name),
                    kind => format!("`{}` of {kind} `{}` refers to it", it.field, user.name),
                };
                ((it.kind, it.kind.key(&it.name)), reason)
            })
            .filter(|(key, _)| goes(key))
            .collect();
        if needed.is_empty() {
            return;
        }
        mine.retain(|object| {
            let Some(reason) = needed.get(&object.key()) else {
                return true;
            };
            let (kind, name) = (object.kind, &object.name);
            warnings.push(format!("{kind} `{name}` stays: {reason}"));
            false
        });
    }
}
