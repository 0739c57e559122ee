//! What it takes to undo an item of a journal, judged by the journal alone, and doing it.

use std::collections::HashMap;
use std::fmt;

use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::journal::{Account, Noted};
use super::{Edit, Reached, Step, StepError, Verdict, edit};
use crate::twilio::{self, Client, Form, Place};

/// Longest value that is shown.
const SHOWN: usize = 40;

/// How an item of a journal is undone.
#[derive(Debug, Clone, PartialEq)]
pub enum Undo {
    /// What was changed is set back.
    Restore {
        /// Where.
        place: Place,
        /// What is set back.
        fields: Vec<Field>,
        /// Parameters that were sent too and cannot be set back: `ReservationStatus=rejected`.
        lost: Vec<String>,
    },
    /// What was made is deleted.
    Remove {
        /// Where it is.
        place: Place,
        /// What was made.
        made: Vec<Field>,
    },
    /// Twilio has no way back, or the journal tells too little; why.
    Impossible(String),
    /// Nothing was changed; why.
    Nothing(String),
}

/// A member of a resource that was changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name in the JSON.
    name: &'static str,
    /// The parameter that sets it.
    parameter: &'static str,
    before: Json,
    /// What the run left.
    left: Json,
    /// The same two for people.
    shown: (String, String),
}

impl Undo {
    /// How an item is undone.
    pub fn of(item: &Noted) -> Self {
        let word = item.ended.as_ref().map(|ended| ended.outcome.as_str());
        let Some(begun) = &item.begun else {
            return Self::Nothing(match word {
                None | Some("not-run") => "was not begun".to_owned(),
                Some(_) => "was not changed".to_owned(),
            });
        };
        if word == Some("unchanged") {
            return Self::Nothing("was not changed".to_owned());
        }
        if item.ended.as_ref().is_some_and(|ended| ended.refused) {
            return Self::Nothing("was refused, and so not changed".to_owned());
        }
        // What failed otherwise may have been changed all the same; looking at it will tell.
        let request = &begun.request;
        let after = item.ended.as_ref().and_then(|ended| ended.after.as_deref());
        let (Some(kind), Some(place)) = (
            twilio::kind(&begun.kind),
            Place::noted(&begun.kind, &request.path),
        ) else {
            return Self::Impossible(format!("is a {}, which is not known here", begun.kind));
        };
        if request.method == "DELETE" {
            let was = if word == Some("done") {
                "was deleted"
            } else {
                "was perhaps deleted; the journal does not tell"
            };
            return Self::Impossible(format!("{was}, and Twilio gives nothing back"));
        }
        let after = after.map(document);
        let Some(before) = begun.before.as_deref().map(document) else {
            let Some(made) = after else {
                return Self::Impossible("was perhaps made; the journal does not tell".to_owned());
            };
            let Some(sid) = made.get("sid").and_then(Json::as_str) else {
                return Self::Impossible("has no SID in the journal".to_owned());
            };
            return Self::Remove {
                place: place.member(sid),
                made: kind
                    .settable
                    .iter()
                    .filter_map(|(name, parameter)| {
                        let left = made.get(*name)?.clone();
                        Some(Field {
                            name,
                            parameter,
                            before: Json::Null,
                            shown: (String::new(), shown(&made, name, &left)),
                            left,
                        })
                    })
                    .collect(),
            };
        };
        let (mut fields, mut lost) = (Vec::new(), Vec::new());
        for (parameter, value) in &request.form {
            let known = kind.settable.iter().find(|(_, known)| known == parameter);
            match known.and_then(|(name, parameter)| Some((name, parameter, before.get(*name)?))) {
                Some((name, parameter, was)) => {
                    let after = after.as_ref();
                    let left = after
                        .and_then(|after| after.get(*name))
                        .cloned()
                        .unwrap_or_else(|| Json::String(value.clone()));
                    fields.push(Field {
                        name,
                        parameter,
                        before: was.clone(),
                        shown: (
                            shown(&before, name, was),
                            shown(after.unwrap_or(&Json::Null), name, &left),
                        ),
                        left,
                    });
                }
                None => lost.push(format!("{parameter}={}", short(value))),
            }
        }
        if fields.is_empty() {
            return Self::Impossible(match lost.first() {
                Some(lost) => format!("`{lost}` cannot be taken back"),
                None => "the journal does not tell what was changed".to_owned(),
            });
        }
        Self::Restore {
            place,
            fields,
            lost,
        }
    }

    /// Whether there is something to do.
    pub const fn is_possible(&self) -> bool {
        matches!(self, Self::Restore { .. } | Self::Remove { .. })
    }

    /// The kind of resource, where it is known.
    pub const fn kind(&self) -> Option<&'static str> {
        match self {
            Self::Restore { place, .. } | Self::Remove { place, .. } => Some(place.kind()),
            Self::Impossible(_) | Self::Nothing(_) => None,
        }
    }
}

impl fmt::Display for Undo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Restore { fields, lost, .. } => {
                for (number, field) in fields.iter().enumerate() {
                    let comma = if number > 0 { ", " } else { "" };
                    let (before, left) = &field.shown;
                    write!(formatter, "{comma}{} {left} → {before}", bare(field.name))?;
                }
                if !lost.is_empty() {
                    write!(formatter, "; not {}", lost.join(", "))?;
                }
                Ok(())
            }
            Self::Remove { .. } => formatter.write_str("delete what was made"),
            Self::Impossible(why) => write!(formatter, "impossible: {why}"),
            Self::Nothing(why) => write!(formatter, "nothing: {why}"),
        }
    }
}

/// Every item of a journal with how it is undone, the last first, and what must be undone before it:
/// whatever needed it.
pub fn undoing(account: &Account) -> Vec<(&Noted, Undo, Vec<String>)> {
    let mut needed_by: HashMap<&str, Vec<String>> = HashMap::new();
    for item in &account.items {
        for needed in &item.needs {
            let waiters = needed_by.entry(needed.as_str()).or_default();
            waiters.push(item.sid.clone());
        }
    }
    account
        .items
        .iter()
        .rev()
        .map(|item| {
            let after = needed_by.get(item.sid.as_str()).cloned();
            (item, Undo::of(item), after.unwrap_or_default())
        })
        .collect()
}

/// Undoes an item, if what is there is what the run left; with `force`, whatever is there.
///
/// # Errors
/// Those of [`edit`].
pub async fn undo(
    client: &Client,
    step: &Step,
    undo: &Undo,
    force: bool,
) -> Result<Verdict, StepError> {
    match undo {
        Undo::Impossible(why) | Undo::Nothing(why) => Ok(Verdict::Unchanged(why.clone())),
        Undo::Remove { place, made } => {
            edit::<Json>(
                client,
                place,
                step,
                |now| {
                    refuse_changed(made, now, force)?;
                    Ok(Edit::Delete)
                },
                |now| Reached::if_so(now.is_none(), "deleted"),
                |_| "deleted".to_owned(),
            )
            .await
        }
        Undo::Restore {
            place,
            fields,
            lost,
        } => {
            let told = || {
                let back: Vec<String> = fields
                    .iter()
                    .map(|field| format!("{} {}", bare(field.name), field.shown.0))
                    .collect();
                let back = back.join(", ");
                if lost.is_empty() {
                    format!("restored {back}")
                } else {
                    let lost = lost.join("`, `");
                    format!("restored {back}; `{lost}` cannot be taken back")
                }
            };
            let is_back = |now: &Json| {
                fields
                    .iter()
                    .all(|field| same(now.get(field.name), &field.before))
            };
            edit::<Json>(
                client,
                place,
                step,
                |now| {
                    if is_back(now) {
                        return Err("is as it was before".to_owned());
                    }
                    refuse_changed(fields, now, force)?;
                    let mut form = Form::new();
                    for field in fields {
                        form.push(field.parameter, text(&field.before));
                    }
                    Ok(Edit::Update(form))
                },
                |now| Reached::if_so(now.is_some_and(is_back), &told()),
                |_| told(),
            )
            .await
        }
    }
}

/// What somebody else has changed since is theirs.
fn refuse_changed(fields: &[Field], now: &Json, force: bool) -> Result<(), String> {
    if force {
        return Ok(());
    }
    for field in fields {
        let present = now.get(field.name);
        if !same(present, &field.left) {
            let present = present.map(|present| shown(now, field.name, present));
            return Err(format!(
                "was changed since: {} is {}, the run left {}; `--force` undoes it nevertheless",
                bare(field.name),
                present.as_deref().unwrap_or("missing"),
                field.shown.1
            ));
        }
    }
    Ok(())
}

/// Whether two values mean the same: texts may hold JSON, and what was sent is text.
pub fn same(present: Option<&Json>, wanted: &Json) -> bool {
    let Some(present) = present else {
        return false;
    };
    if present == wanted || text(present) == text(wanted) {
        return true;
    }
    match (present, wanted) {
        (Json::String(present), Json::String(wanted)) => {
            let parsed = |text: &str| serde_json::from_str::<Json>(text).ok();
            parsed(present).is_some_and(|present| Some(present) == parsed(wanted))
        }
        _ => false,
    }
}

/// A value as a parameter.
fn text(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The name of a member for people: it is the activity that is another, not its SID.
fn bare(name: &str) -> &str {
    name.strip_suffix("_sid").unwrap_or(name)
}

/// A member of a document for people: the name of what a SID stands for, where it stands beside it.
fn shown(document: &Json, name: &str, value: &Json) -> String {
    let named = name
        .strip_suffix("_sid")
        .and_then(|bare| document.get(format!("{bare}_name"))?.as_str())
        .filter(|_| document.get(name) == Some(value));
    let text = named.map_or_else(|| text(value), str::to_owned);
    if text.is_empty() {
        "nothing".to_owned()
    } else {
        short(&text)
    }
}

fn short(text: &str) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    let kept: String = text.chars().take(SHOWN - 1).collect();
    format!("{kept}…")
}

fn document(raw: &RawValue) -> Json {
    serde_json::from_str(raw.get()).unwrap_or_default()
}
