//! One step of a plan.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest as _, Sha256};

use super::diff::Difference;
use super::kind::{Field, Kind};
use super::object::{Fields, Object};

/// What is done with a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// It is made.
    Create,
    /// It is changed.
    Update,
    /// A new one takes its place and its name, since it cannot be changed.
    Replace,
    /// It is deleted.
    Delete,
}

impl Action {
    /// The sign in front of it, as plans have it everywhere.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Create => "+",
            Self::Update => "~",
            Self::Replace => "-/+",
            Self::Delete => "-",
        }
    }
}

/// One thing that is to be made, changed, replaced or deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What is done.
    pub action: Action,
    /// With what kind of thing.
    pub kind: Kind,
    /// Its name afterwards.
    pub name: String,
    /// Its SID, if it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
    /// Its name before, when that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// What differs, for people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<Difference>,
    /// The fields that are sent, as a manifest has them.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub set: Fields,
    /// Whether waiting tasks go through the workflow again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub re_evaluate: bool,
    /// What the old one is called while both are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aside: Option<String>,
    /// Fingerprint of what was there when the plan was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    /// Those of a worker's channels that are changed, as they were when the plan was made.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub read_channels: Fields,
}

impl Step {
    /// Whether it leaves something of this kind and name.
    pub fn is(&self, kind: Kind, name: &str) -> bool {
        self.action != Action::Delete && self.kind == kind && self.name == name
    }
}

/// The fingerprint of what a step found: everything a manifest can say of it, except where a
/// worker is at the moment, and a worker's channels, each of which is a thing of its own.
///
/// A thing that is to be renamed goes by its new `name`, and so does what it refers to: then a run
/// that broke off does not look as if somebody else had been there.
pub fn fingerprint(object: &Object, name: &str) -> String {
    let is_told = |field: &str| {
        !matches!(
            object.kind.field(field),
            Some(Field::FirstActivity | Field::Channels)
        )
    };
    let seen: Map<String, Json> = object
        .fields
        .iter()
        .filter(|(field, _)| is_told(field))
        .map(|(field, value)| (field.clone(), value.clone()))
        .collect();
    let mut text = format!("{}\n{}\n", object.kind.noun(), name);
    write_in_order(&seen.into(), &mut text);
    let digest = Sha256::digest(text);
    hex::encode(&digest[..16])
}

/// Of the channels that a worker has, those that are to be set.
pub(super) fn touched_channels(object: &Object, set: &Fields) -> Fields {
    let touched = set.get("channels").and_then(Json::as_object);
    let present = object.fields.get("channels");
    touched
        .into_iter()
        .flat_map(Map::keys)
        .filter_map(|channel| Some((channel.clone(), present?.get(channel)?.clone())))
        .collect()
}

/// The value with members by name: their order means nothing.
fn write_in_order(value: &Json, text: &mut String) {
    match value {
        Json::Object(members) => {
            let mut names: Vec<&String> = members.keys().collect();
            names.sort_unstable();
            text.push('{');
            for name in names {
                text.push_str(name);
                text.push(':');
                write_in_order(&members[name], text);
                text.push(',');
            }
            text.push('}');
        }
        Json::Array(elements) => {
            text.push('[');
            for element in elements {
                write_in_order(element, text);
                text.push(',');
            }
            text.push(']');
        }
        scalar => write!(text, "{scalar}").expect("a text takes everything"),
    }
}
