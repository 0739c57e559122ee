//! Putting back what stood there before.

use serde_json::Value as Json;

use super::record::{Kept, KeptField};
use super::{same, text};
use crate::bulk::{self, Edit, Reached, Step, StepError, Verdict};
use crate::twilio::{Client, Form, Place};

/// What is to become of the properties of a resource, judged by what they are now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restoration<'a> {
    /// What is put back.
    pub back: Vec<&'a KeptField>,
    /// What somebody has changed since, and what it is now.
    pub changed: Vec<(&'a KeptField, String)>,
}

impl<'a> Restoration<'a> {
    /// Judges a resource as it is now.
    pub fn of(kept: &'a Kept, now: &Json) -> Self {
        let mut restoration = Self::default();
        for field in &kept.fields {
            let present = now.get(&field.name);
            let before = text(&field.before);
            if same(present, &before) {
                continue;
            }
            if same(present, &field.left) {
                // How nothing is asked for does not matter, and no method is none.
                if !(before.is_empty() && field.name.ends_with("_method")) {
                    restoration.back.push(field);
                }
            } else {
                restoration
                    .changed
                    .push((field, text(present.unwrap_or(&Json::Null))));
            }
        }
        restoration
    }

    fn form(&self) -> Form {
        let mut form = Form::new();
        for field in &self.back {
            form.push(field.parameter.clone(), text(&field.before));
        }
        form
    }

    /// What is left alone, for people; nothing when nothing is.
    fn left_alone(&self) -> String {
        let changed: Vec<String> = self
            .changed
            .iter()
            .map(|(field, now)| {
                let now = if now.is_empty() { "nothing" } else { now };
                format!("{} was changed since and stays {now}", field.name)
            })
            .collect();
        changed.join(", ")
    }

    fn told(&self) -> String {
        let names: Vec<&str> = self.back.iter().map(|field| field.name.as_str()).collect();
        let back = format!("restored {}", names.join(", "));
        if self.changed.is_empty() {
            back
        } else {
            format!("{back}; {}", self.left_alone())
        }
    }
}

/// Puts back what stood there before, where the server is still pointed at.
///
/// # Errors
/// Those of [`bulk::edit`]; there is no such kind of resource.
pub async fn restore(client: &Client, kept: &Kept, step: &Step) -> Result<Verdict, StepError> {
    let Some(place) = Place::noted(&kept.kind, &kept.path) else {
        return Err(StepError::Refused(format!(
            "is a {}, which is not known here",
            kept.kind
        )));
    };
    let before = std::cell::RefCell::new(String::new());
    bulk::edit::<Json>(
        client,
        &place,
        step,
        |now| {
            let restoration = Restoration::of(kept, now);
            if restoration.back.is_empty() {
                return Err(if restoration.changed.is_empty() {
                    "is as it was before".to_owned()
                } else {
                    restoration.left_alone()
                });
            }
            before.replace(restoration.told());
            Ok(Edit::Update(restoration.form()))
        },
        |now| {
            let is_back = |now: &Json| Restoration::of(kept, now).back.is_empty();
            Reached::if_so(now.is_some_and(is_back), &before.borrow().clone())
        },
        |_| before.borrow().clone(),
    )
    .await
}
