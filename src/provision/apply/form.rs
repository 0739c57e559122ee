//! What is sent: the fields of a step as Twilio's parameters.

use serde_json::Value as Json;

use super::ground::Ground;
use crate::bulk::StepError;
use crate::provision::kind::{Field, Kind, parameter};
use crate::provision::names;
use crate::provision::object::each_target_mut;
use crate::provision::step::Step;
use crate::twilio::Form;

impl Ground {
    /// The parameters of a step.
    pub(super) fn form(&self, planned: &Step, creates: bool) -> Result<Form, StepError> {
        let mut form = Form::new();
        if creates || planned.renamed_from.is_some() {
            form.push(parameter(planned.kind.name_field()), &planned.name);
        }
        for (field, value) in &planned.set {
            self.push(&mut form, planned.kind, field, value, creates)?;
        }
        if planned.kind == Kind::PhoneNumber && planned.set.contains_key("voice_url") {
            // The method of the URL before may be another one, and what stands before a URL must go,
            // or the URL is never asked.
            form.push("VoiceMethod", "POST");
            form.push("VoiceApplicationSid", "");
            form.push("TrunkSid", "");
        }
        Ok(form)
    }

    pub(super) fn push(
        &self,
        form: &mut Form,
        kind: Kind,
        field: &str,
        value: &Json,
        creates: bool,
    ) -> Result<(), StepError> {
        let activity = |name: &Json| match name.as_str() {
            None | Some("") => Ok(String::new()),
            Some(name) => self.sid(Kind::Activity, name),
        };
        let (parameter, value) = match kind.field(field) {
            None | Some(Field::Channels) => return Ok(()),
            Some(Field::Fixed | Field::FirstActivity) if !creates => return Ok(()),
            Some(Field::Plain | Field::Fixed) => (parameter(field), text(value)),
            Some(Field::Names) => {
                let names = value.as_array().into_iter().flatten();
                let names: Vec<&str> = names.filter_map(Json::as_str).collect();
                (parameter(field), names.join(","))
            }
            Some(Field::Activity) => (format!("{}Sid", parameter(field)), activity(value)?),
            Some(Field::FirstActivity) => ("ActivitySid".to_owned(), activity(value)?),
            Some(Field::TargetWorkers) => {
                let mut value = value.clone();
                self.resolve(&mut value)?;
                (parameter(field), text(&value))
            }
            Some(Field::Configuration) => {
                let mut document = value.clone();
                self.resolve(&mut document)?;
                let mut missing = None;
                each_target_mut(&mut document, &mut |target| {
                    if let Some(Json::String(queue)) = target.get_mut("queue") {
                        match self.known(Kind::TaskQueue, queue) {
                            Some(sid) => *queue = sid,
                            None => missing = Some(queue.clone()),
                        }
                    }
                });
                if let Some(queue) = missing {
                    self.sid(Kind::TaskQueue, &queue)?;
                }
                (parameter(field), document.to_string())
            }
            Some(Field::Attributes) => (parameter(field), value.to_string()),
        };
        // What a new thing is not to have is not told: empty is no URL and no SID. Only an empty
        // expression says something, nobody.
        if !creates || !value.is_empty() || field == "target_workers" {
            form.push(parameter, value);
        }
        Ok(())
    }

    /// Puts SIDs where expressions have names.
    fn resolve(&self, value: &mut Json) -> Result<(), StepError> {
        let mut missing = None;
        names::in_texts(value, |text| {
            names::resolved(text, |reference| {
                let sid = self.known(reference.kind, &reference.name);
                if sid.is_none() {
                    missing = Some(reference.clone());
                }
                sid
            })
        });
        match missing {
            Some(reference) => self.sid(reference.kind, &reference.name).map(|_| ()),
            None => Ok(()),
        }
    }
}

fn text(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a resource has what the parameters say, as far as it can be seen.
pub(super) fn has_all(now: &Json, form: &Form) -> bool {
    form.iter().all(|(parameter, wanted)| {
        let Some(present) = now.get(member(parameter)) else {
            // What is only a command leaves nothing behind.
            return true;
        };
        let present = text(present);
        let document = |text: &str| serde_json::from_str::<Json>(text).ok();
        present == wanted || document(&present).is_some_and(|it| document(wanted) == Some(it))
    })
}

/// The member that a parameter sets: `TaskOrder` is `task_order`.
fn member(parameter: &str) -> String {
    let mut member = String::new();
    for letter in parameter.chars() {
        if letter.is_ascii_uppercase() && !member.is_empty() {
            member.push('_');
        }
        member.push(letter.to_ascii_lowercase());
    }
    member
}
