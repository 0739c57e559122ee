//! How the fields of things are compared: each by what it means.

use std::collections::HashMap;

use serde::Deserialize as _;
use serde_json::{Value as Json, json};

use super::diff::{self, Difference};
use super::kind::{Field, Kind};
use super::manifest::Document;
use super::names::{self, NameReference};
use super::object::{Fields, channels_in};
use crate::routing::expr::TargetWorkers;
use crate::routing::workflow::Configuration;

/// The differences of one field. `null` is what is not known.
pub(super) fn field(kind: Kind, name: &str, old: &Json, new: &Json) -> Vec<Difference> {
    let changed = |old: &Json, new: &Json| {
        vec![Difference::Changed {
            at: name.to_owned(),
            old: old.clone(),
            new: new.clone(),
        }]
    };
    match kind.field(name) {
        None | Some(Field::Plain | Field::Fixed | Field::Activity) => {
            let is_nothing = |value: &Json| value.is_null() || *value == json!("");
            if old == new || is_nothing(old) && is_nothing(new) {
                Vec::new()
            } else {
                changed(old, new)
            }
        }
        // Where a worker is now is no business of the manifest's.
        Some(Field::FirstActivity) => Vec::new(),
        Some(Field::Names) => event_types(name, old, new),
        Some(Field::TargetWorkers) => {
            let text = |value: &Json| {
                value
                    .as_str()
                    .map(|text| names::stand_ins(text).into_owned())
            };
            match (text(old), text(new)) {
                (Some(before), Some(after)) if diff::same_target_workers(&before, &after) => {
                    Vec::new()
                }
                _ => changed(old, new),
            }
        }
        Some(Field::Configuration) => configuration(name, old, new),
        Some(Field::Attributes) => diff::documents(name, old, new),
        Some(Field::Channels) => channels(name, old, new),
    }
}

/// What a new thing is like, in the same terms.
pub(super) fn made(kind: Kind, fields: &Fields) -> Vec<Difference> {
    let mut found = Vec::new();
    for (name, value) in fields {
        match kind.field(name) {
            Some(Field::Configuration) => found.extend(configuration(name, &Json::Null, value)),
            Some(Field::Names) => found.extend(field(kind, name, &json!([]), value)),
            _ if *value == json!("") => {}
            _ => found.push(Difference::Added {
                at: name.clone(),
                new: value.clone(),
            }),
        }
    }
    found
}

/// What a field will be: capacities that are not spoken of stay.
pub(super) fn overlaid(kind: Kind, name: &str, old: &Json, new: &Json) -> Json {
    match (kind.field(name), old, new) {
        (Some(Field::Channels), Json::Object(old), Json::Object(new)) => {
            let mut both = old.clone();
            both.extend(new.clone());
            both.into()
        }
        (Some(Field::FirstActivity), Json::String(_), _) => old.clone(),
        _ => new.clone(),
    }
}

/// What is wrong with a text of an expression language or a document.
pub(super) fn unreadable(kind: Kind, name: &str, value: &Json) -> Option<String> {
    match kind.field(name) {
        Some(Field::TargetWorkers) => {
            let text = names::stand_ins(value.as_str()?);
            TargetWorkers::parse(&text)
                .err()
                .map(|error| error.to_string())
        }
        Some(Field::Configuration) => match Document::deserialize(value) {
            Ok(document) => document.compile().err().map(|errors| errors.to_string()),
            Err(error) => Some(error.to_string()),
        },
        _ => None,
    }
}

fn event_types(at: &str, old: &Json, new: &Json) -> Vec<Difference> {
    let words = |value: &Json| -> Vec<String> {
        let words = value.as_array().into_iter().flatten();
        words.filter_map(Json::as_str).map(str::to_owned).collect()
    };
    let (before, after) = (words(old), words(new));
    if diff::same_names(&before.join(","), &after.join(",")) {
        return Vec::new();
    }
    // No list is all of them, so the words that come or go would tell the opposite.
    if before.is_empty() || after.is_empty() {
        let told = |words: &[String]| match words {
            [] => json!("all"),
            words => json!(words.join(", ")),
        };
        return vec![Difference::Changed {
            at: at.to_owned(),
            old: told(&before),
            new: told(&after),
        }];
    }
    let missing_in = |words: &[String], others: &[String]| -> Vec<String> {
        let missing = words.iter().filter(|word| !others.contains(word));
        missing.cloned().collect()
    };
    let gone = missing_in(&before, &after);
    let come = missing_in(&after, &before);
    gone.into_iter()
        .map(|word| Difference::Removed {
            at: at.to_owned(),
            old: json!(word),
        })
        .chain(come.into_iter().map(|word| Difference::Added {
            at: at.to_owned(),
            new: json!(word),
        }))
        .collect()
}

fn channels(at: &str, old: &Json, new: &Json) -> Vec<Difference> {
    let before: HashMap<_, _> = channels_in(old).into_iter().collect();
    let mut found = Vec::new();
    for (channel, after) in channels_in(new) {
        let before = before.get(&channel).copied().unwrap_or_default();
        let mut compare = |figure: &str, old: Json, new: Json| {
            if !new.is_null() && old != new {
                found.push(Difference::Changed {
                    at: format!("{at}.{channel}.{figure}"),
                    old,
                    new,
                });
            }
        };
        compare("capacity", json!(before.capacity), json!(after.capacity));
        compare("available", json!(before.available), json!(after.available));
    }
    found
}

fn configuration(at: &str, old: &Json, new: &Json) -> Vec<Difference> {
    let compiled = |value: &Json| {
        let document = Document::deserialize(value).ok()?;
        document.compile().ok()
    };
    let nothing = Configuration {
        filters: Vec::new(),
        default_filter: None,
    };
    let Some(after) = compiled(new) else {
        return Vec::new();
    };
    let before = if old.is_null() {
        Some(nothing)
    } else {
        compiled(old)
    };
    let Some(before) = before else {
        return vec![Difference::Changed {
            at: at.to_owned(),
            old: json!("cannot be read"),
            new: new.clone(),
        }];
    };
    let mut found = diff::configurations(&before, &after);
    // They were compared with stand-ins; people see the names.
    let known: HashMap<String, NameReference> = [old, new]
        .into_iter()
        .flat_map(references)
        .map(|reference| (names::stand_in(reference.kind, &reference.name), reference))
        .collect();
    if !known.is_empty() {
        for difference in &mut found {
            let Difference::Changed { old, new, .. } = difference else {
                if let Difference::Added { new: value, .. }
                | Difference::Removed { old: value, .. } = difference
                {
                    by_name(value, &known);
                }
                continue;
            };
            by_name(old, &known);
            by_name(new, &known);
        }
    }
    found
}

fn references(document: &Json) -> Vec<NameReference> {
    let mut found = Vec::new();
    let mut copy = document.clone();
    names::in_texts(&mut copy, |text| {
        found.extend(names::references(text));
        text.into()
    });
    found
}

fn by_name(value: &mut Json, known: &HashMap<String, NameReference>) {
    names::in_texts(value, |text| {
        names::named(text, |_, sid| {
            known.get(sid).map(|reference| reference.name.clone())
        })
    });
}
