//! What differs between two versions of one thing, by meaning: expressions as trees, documents
//! member by member, workflows filter by filter. Nothing is compared as text that is none.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::routing::expr::{Expr, TargetWorkers};
use crate::routing::workflow::{Configuration, Filter, KnownWorkerKey, Target};

use super::align::{Pair, align};

/// One difference. Places are named for people: `filter "vip" › target 2 › timeout`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "difference", rename_all = "lowercase")]
pub enum Difference {
    /// A value became another; `null` stands for none.
    Changed {
        /// Where.
        at: String,
        /// What is there.
        old: Json,
        /// What is to be there.
        new: Json,
    },
    /// A part that was not there.
    Added {
        /// Which.
        at: String,
        /// What it is.
        new: Json,
    },
    /// A part that is not to be there any more.
    Removed {
        /// Which.
        at: String,
        /// What it was.
        old: Json,
    },
    /// A part that changed its place among its neighbours, counted from 1.
    Moved {
        /// Which.
        at: String,
        /// Its place before.
        from: usize,
        /// Its place now.
        to: usize,
    },
    /// A part that is called otherwise and is the same for the rest.
    Renamed {
        /// Which, by its old name.
        at: String,
        /// The old name.
        old: String,
        /// The new one.
        new: String,
    },
}

impl Difference {
    /// Where it is.
    pub fn at(&self) -> &str {
        match self {
            Self::Changed { at, .. }
            | Self::Added { at, .. }
            | Self::Removed { at, .. }
            | Self::Moved { at, .. }
            | Self::Renamed { at, .. } => at,
        }
    }
}

/// The difference in a sentence's worth: `timeout: 10 → 20`.
impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed { at, old, new } => {
                write!(formatter, "{at}: {} → {}", Shown(old), Shown(new))
            }
            Self::Added { at, new } => write!(formatter, "{at} added: {}", Shown(new)),
            Self::Removed { at, old } => write!(formatter, "{at} removed: {}", Shown(old)),
            Self::Moved { at, from, to } => {
                write!(formatter, "{at} moved from place {from} to {to}")
            }
            Self::Renamed { at, new, .. } => write!(formatter, "{at} renamed to \"{new}\""),
        }
    }
}

/// A value for people: texts as they are, unless that would be hard to see; members by name.
pub struct Shown<'a>(pub &'a Json);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Json::Null => formatter.write_str("(none)"),
            Json::String(text) if text.is_empty() => formatter.write_str("(empty)"),
            Json::String(text) => formatter.write_str(text),
            Json::Object(members) if members.is_empty() => formatter.write_str("{}"),
            Json::Object(members) => {
                for (position, (name, value)) in members.iter().enumerate() {
                    if position > 0 {
                        formatter.write_str(", ")?;
                    }
                    match value {
                        Json::Array(elements) if elements.iter().any(Json::is_object) => {
                            write!(formatter, "{name} ")?;
                            for (position, element) in elements.iter().enumerate() {
                                if position > 0 {
                                    formatter.write_str(" then ")?;
                                }
                                write!(formatter, "({})", Shown(element))?;
                            }
                        }
                        Json::Object(_) => write!(formatter, "{name} ({})", Shown(value))?,
                        _ => write!(formatter, "{name} {}", Shown(value))?,
                    }
                }
                Ok(())
            }
            other => write!(formatter, "{other}"),
        }
    }
}

/// Whether two queues' expressions mean the same: equal as trees, or both for nobody. Texts that
/// are no expressions are compared as texts.
pub fn same_target_workers(old: &str, new: &str) -> bool {
    match (TargetWorkers::parse(old), TargetWorkers::parse(new)) {
        (Ok(old), Ok(new)) => old == new,
        _ => old == new,
    }
}

/// Whether two comma-separated lists name the same, in whatever order; no list is no names.
pub fn same_names(old: &str, new: &str) -> bool {
    let names = |text: &str| {
        let mut names: Vec<String> = text
            .split(',')
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    names(old) == names(new)
}

/// The differences of two documents, down to the members that differ; arrays are taken whole.
pub fn documents(at: &str, old: &Json, new: &Json) -> Vec<Difference> {
    let mut found = Vec::new();
    compare_documents(at, old, new, &mut found);
    found
}

fn compare_documents(at: &str, old: &Json, new: &Json, found: &mut Vec<Difference>) {
    match (old, new) {
        (Json::Object(before), Json::Object(after)) => {
            let gone = before.keys().filter(|name| !after.contains_key(*name));
            for name in after.keys().chain(gone) {
                let at = format!("{at}.{name}");
                let null = Json::Null;
                match (before.get(name), after.get(name)) {
                    (Some(old), None) => found.push(Difference::Removed {
                        at,
                        old: old.clone(),
                    }),
                    (None, Some(new)) => found.push(Difference::Added {
                        at,
                        new: new.clone(),
                    }),
                    (old, new) => {
                        compare_documents(&at, old.unwrap_or(&null), new.unwrap_or(&null), found);
                    }
                }
            }
        }
        _ if same_value(old, new) => {}
        _ => found.push(Difference::Changed {
            at: at.to_owned(),
            old: old.clone(),
            new: new.clone(),
        }),
    }
}

/// Equal whatever the order of members, and `1` equal to `1.0`.
fn same_value(old: &Json, new: &Json) -> bool {
    match (old, new) {
        (Json::Object(old), Json::Object(new)) => {
            old.len() == new.len()
                && old
                    .iter()
                    .all(|(name, old)| new.get(name).is_some_and(|new| same_value(old, new)))
        }
        (Json::Array(old), Json::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same_value(old, new))
        }
        (Json::Number(old), Json::Number(new)) => {
            old == new
                || (old.as_i64().is_none() || new.as_i64().is_none())
                    && old.as_f64() == new.as_f64()
        }
        _ => old == new,
    }
}

/// The differences of two workflow configurations that speak of queues by the same names.
pub fn configurations(old: &Configuration, new: &Configuration) -> Vec<Difference> {
    let mut found = Vec::new();
    filters(&old.filters, &new.filters, &mut found);
    match (&old.default_filter, &new.default_filter) {
        (None, None) => {}
        (Some(old), None) => found.push(Difference::Removed {
            at: "default filter".to_owned(),
            old: target_as_json(old),
        }),
        (None, Some(new)) => found.push(Difference::Added {
            at: "default filter".to_owned(),
            new: target_as_json(new),
        }),
        (Some(old), Some(new)) => target_fields("default filter", old, new, &mut found),
    }
    found
}

fn filters(old: &[Filter], new: &[Filter], found: &mut Vec<Difference>) {
    let named_alike = |old: &Filter, new: &Filter| {
        old.friendly_name.is_some() && old.friendly_name == new.friendly_name
    };
    let pairs = align(
        old,
        new,
        &[
            &|old, new| old == new,
            &named_alike,
            &|old, new| old.expression == new.expression && old.targets == new.targets,
            &|old, new| old.expression == new.expression,
            &|old, new| {
                old.friendly_name.is_none()
                    && new.friendly_name.is_none()
                    && old.targets == new.targets
            },
        ],
    );
    for pair in pairs {
        match pair {
            Pair::Removed(position) => found.push(Difference::Removed {
                at: filter_name(&old[position], position),
                old: filter_as_json(&old[position]),
            }),
            Pair::Added(position) => {
                let filter = &new[position];
                found.push(Difference::Added {
                    at: format!(
                        "{} at place {}",
                        filter_name(filter, position),
                        position + 1
                    ),
                    new: filter_as_json(filter),
                });
            }
            Pair::Kept { from, to, moved } => {
                let (old, new) = (&old[from], &new[to]);
                let at = filter_name(old, from);
                if moved {
                    found.push(Difference::Moved {
                        at: at.clone(),
                        from: from + 1,
                        to: to + 1,
                    });
                }
                match (&old.friendly_name, &new.friendly_name) {
                    (Some(before), Some(after)) if before != after => {
                        found.push(Difference::Renamed {
                            at: at.clone(),
                            old: before.clone(),
                            new: after.clone(),
                        });
                    }
                    (before, after) if before != after => {
                        changed(&at, "name", &json!(before), &json!(after), found);
                    }
                    _ => {}
                }
                if old.expression != new.expression {
                    let (before, after) = (text(&old.expression), text(&new.expression));
                    changed(&at, "expression", &before, &after, found);
                }
                targets(&at, &old.targets, &new.targets, found);
            }
        }
    }
}

fn targets(at: &str, old: &[Target], new: &[Target], found: &mut Vec<Difference>) {
    let pairs = align(
        old,
        new,
        &[
            &|old, new| old == new,
            &|old, new| old.queue == new.queue && old.expression == new.expression,
            &|old, new| old.queue == new.queue,
            &|old, new| {
                old.expression == new.expression
                    && old.known_worker == new.known_worker
                    && old.timeout == new.timeout
            },
        ],
    );
    for pair in pairs {
        match pair {
            Pair::Removed(position) => found.push(Difference::Removed {
                at: format!("{at} › target {}", position + 1),
                old: target_as_json(&old[position]),
            }),
            Pair::Added(position) => found.push(Difference::Added {
                at: format!("{at} › target {}", position + 1),
                new: target_as_json(&new[position]),
            }),
            Pair::Kept { from, to, moved } => {
                let at = format!("{at} › target {}", to + 1);
                if moved {
                    found.push(Difference::Moved {
                        at: at.clone(),
                        from: from + 1,
                        to: to + 1,
                    });
                }
                target_fields(&at, &old[from], &new[to], found);
            }
        }
    }
}

fn target_fields(at: &str, old: &Target, new: &Target, found: &mut Vec<Difference>) {
    let known = |target: &Target| target.known_worker.as_ref().map(KnownWorkerKey::key);
    if old.queue != new.queue {
        changed(at, "queue", &json!(old.queue), &json!(new.queue), found);
    }
    if old.priority != new.priority {
        changed(
            at,
            "priority",
            &json!(old.priority),
            &json!(new.priority),
            found,
        );
    }
    if old.timeout != new.timeout {
        changed(
            at,
            "timeout",
            &json!(old.timeout),
            &json!(new.timeout),
            found,
        );
    }
    if old.expression != new.expression {
        let (before, after) = (
            optional(old.expression.as_ref()),
            optional(new.expression.as_ref()),
        );
        changed(at, "expression", &before, &after, found);
    }
    if old.order_by != new.order_by {
        let (before, after) = (
            optional(old.order_by.as_ref()),
            optional(new.order_by.as_ref()),
        );
        changed(at, "order_by", &before, &after, found);
    }
    if old.skip_if != new.skip_if {
        let (before, after) = (
            optional(old.skip_if.as_ref()),
            optional(new.skip_if.as_ref()),
        );
        changed(at, "skip_if", &before, &after, found);
    }
    if old.known_worker != new.known_worker {
        let reference =
            |target: &Target| optional(target.known_worker.as_ref().map(KnownWorkerKey::reference));
        if known(old) == known(new) {
            let key = known(new).unwrap_or("known_worker");
            changed(at, key, &reference(old), &reference(new), found);
            return;
        }
        for (key, before, after) in [
            (known(old), reference(old), Json::Null),
            (known(new), Json::Null, reference(new)),
        ] {
            if let Some(key) = key {
                changed(at, key, &before, &after, found);
            }
        }
    }
}

fn changed(at: &str, field: &str, old: &Json, new: &Json, found: &mut Vec<Difference>) {
    found.push(Difference::Changed {
        at: format!("{at} › {field}"),
        old: old.clone(),
        new: new.clone(),
    });
}

fn filter_name(filter: &Filter, position: usize) -> String {
    match &filter.friendly_name {
        Some(name) => format!("filter \"{name}\""),
        None => format!("filter {}", position + 1),
    }
}

fn text(expression: &Expr) -> Json {
    Json::String(expression.to_string())
}

fn optional(value: Option<&impl fmt::Display>) -> Json {
    value.map_or(Json::Null, |value| Json::String(value.to_string()))
}

fn filter_as_json(filter: &Filter) -> Json {
    json!({
        "expression": filter.expression.to_string(),
        "targets": filter.targets.iter().map(target_as_json).collect::<Vec<_>>(),
    })
}

/// As it would be written in a document.
fn target_as_json(target: &Target) -> Json {
    let alone = Configuration {
        filters: Vec::new(),
        default_filter: Some(target.clone()),
    };
    alone.to_json()["task_routing"]["default_filter"].take()
}

#[cfg(test)]
mod tests;
