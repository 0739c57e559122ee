//! Activities that are exchanged for others of their name, since Twilio never changes whether one takes
//! tasks: which they are, and which of them an earlier run left behind.

use serde_json::json;

use super::planner::Planner;
use crate::provision::diff::Difference;
use crate::provision::given;
use crate::provision::kind::{Field, Kind};
use crate::provision::object::{Fields, Object};

/// The longest name Twilio takes.
const NAME_LENGTH: usize = 64;

impl Planner<'_> {
    /// Finds the activities that an earlier run renamed to make room for another of their name, and
    /// broke off before it deleted them.
    pub(super) fn find_leftovers(&mut self, wanted: &[Object]) {
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

    /// Which activities are exchanged, beside those where an earlier run did not get to the end:
    /// those whose availability is to be another one.
    pub(super) fn find_replaced(&mut self, wanted: &[Object], before: &[Option<(Kind, String)>]) {
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
    pub(super) fn is_aside(&self, object: &Object) -> bool {
        object.kind == Kind::Activity
            && self
                .replaced
                .get(&object.name)
                .is_some_and(|successor| *successor != object.name)
    }

    /// What refers to an activity that is exchanged has to be told the new one.
    pub(super) fn follow_replaced(
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
}

/// What an activity is called once its successor has taken its name. Its own SID is in it, so that
/// nothing else is ever taken for it; what comes with a workspace that is yet to be made has none.
pub(super) fn aside(name: &str, sid: Option<&str>) -> String {
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
