//! The way back: what a manifest made is taken down.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde_json::json;

use super::{Counts, Place, Plan, VERSION, present, sid_of};
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
