//! What points at the server: the voice side of numbers, the assignment callbacks of workflows, the
//! event callback of the workspace.
//!
//! [`plan`] compares what is there with what is to be there. What stood there before goes into a
//! file, the [`Record`], before anything is changed, so that [`Restoration`] can put exactly that
//! back, wherever nobody changed it since.

mod record;
mod restore;
#[cfg(test)]
mod tests;

use futures::TryStreamExt as _;
use serde::Deserialize;
use serde_json::Value as Json;

pub use record::{Kept, KeptField, Record, RecordError};
pub use restore::{Restoration, restore};

use crate::bulk::{self, Edit, Reached, Step, StepError, Verdict};
use crate::model::sid::WorkspaceSid;
use crate::model::{PhoneNumber, Workflow, Workspace};
use crate::twilio::{self, Client, Form, ListQuery, Place, Resource};

/// Where calls come in.
pub const INCOMING: &str = "/voice/incoming";
/// Where a call goes whose first answer could not be had.
pub const FALLBACK: &str = "/voice/fallback";
/// Who is told that a call is over.
pub const STATUS: &str = "/voice/status";
/// Where a reservation asks what to do.
pub const ASSIGNMENT: &str = "/assignment";
/// Where it asks when the first answer could not be had.
pub const ASSIGNMENT_FALLBACK: &str = "/assignment/fallback";
/// Where events go.
pub const EVENTS: &str = "/events";

/// The `[serve.register]` section of the settings file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RegisterSettings {
    /// The numbers whose calls come here, by themselves, by name or SID; the account's only one
    /// when nothing is said.
    pub numbers: Vec<String>,
    /// The workflows whose reservations ask here, by name or SID; all when nothing is said.
    pub workflows: Vec<String>,
}

/// A property as it is and as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the resource's JSON.
    pub name: &'static str,
    /// The parameter that sets it.
    pub parameter: &'static str,
    /// What is there.
    pub before: Json,
    /// What is to be there; empty for nothing.
    pub wanted: String,
}

impl Field {
    /// Whether there is something to change.
    pub fn differs(&self) -> bool {
        !same(Some(&self.before), &self.wanted)
    }
}

/// A resource of which something is to point at the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// Where it is.
    pub place: Place,
    /// Its SID.
    pub sid: String,
    /// What people call it.
    pub name: String,
    /// What is to point at the server, whether it does so already or not.
    pub fields: Vec<Field>,
}

impl Pointer {
    /// Whether there is something to change.
    pub fn differs(&self) -> bool {
        self.fields.iter().any(Field::differs)
    }

    fn of<R: Resource>(
        client: &Client,
        scope: R::Scope,
        record: &twilio::Record<R>,
        wanted: &[(&'static str, String)],
    ) -> Self {
        let document: Json = serde_json::from_str(record.raw.get()).unwrap_or_default();
        let parameter = |name: &str| {
            let known = R::SETTABLE.iter().find(|(member, _)| *member == name);
            known.expect("only what can be set is wanted").1
        };
        Self {
            place: Place::of::<R>(client.account(), scope, record.value.sid()),
            sid: record.value.sid().to_string(),
            name: record
                .value
                .names()
                .first()
                .map(ToString::to_string)
                .unwrap_or_default(),
            fields: wanted
                .iter()
                .map(|(name, wanted)| Field {
                    name,
                    parameter: parameter(name),
                    before: document.get(name).cloned().unwrap_or_default(),
                    wanted: wanted.clone(),
                })
                .collect(),
        }
    }
}

/// Which numbers and workflows are meant cannot be told, or Twilio did not say what is there.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// Twilio refused or could not be reached, or has no such number or workflow.
    #[error(transparent)]
    Twilio(#[from] twilio::Error),
    /// None was named, and there are several.
    #[error("the account has several numbers: {}", .0.join(", "))]
    SeveralNumbers(Vec<String>),
}

/// Compares what is there with what is to be there: everything at `public_url`, which has no slash
/// at its end.
///
/// # Errors
/// [`PlanError`]
pub async fn plan(
    client: &Client,
    workspace: WorkspaceSid,
    public_url: &str,
    settings: &RegisterSettings,
) -> Result<Vec<Pointer>, PlanError> {
    let at = |path: &str| format!("{public_url}{path}");
    let post = || "POST".to_owned();
    let mut pointers = Vec::new();
    for number in numbers(client, &settings.numbers).await? {
        pointers.push(Pointer::of(
            client,
            (),
            &number,
            &[
                // A trunk and an application would come before the URL.
                ("trunk_sid", String::new()),
                ("voice_application_sid", String::new()),
                ("voice_url", at(INCOMING)),
                ("voice_method", post()),
                ("voice_fallback_url", at(FALLBACK)),
                ("voice_fallback_method", post()),
                ("status_callback", at(STATUS)),
                ("status_callback_method", post()),
            ],
        ));
    }
    for workflow in workflows(client, workspace, &settings.workflows).await? {
        pointers.push(Pointer::of(
            client,
            workspace,
            &workflow,
            &[
                ("assignment_callback_url", at(ASSIGNMENT)),
                ("fallback_assignment_callback_url", at(ASSIGNMENT_FALLBACK)),
            ],
        ));
    }
    let found = client.get::<Workspace>((), workspace).await?;
    pointers.push(Pointer::of(
        client,
        (),
        &found.record,
        &[
            ("event_callback_url", at(EVENTS)),
            // Figures are exact only over everything that happens.
            ("events_filter", String::new()),
        ],
    ));
    Ok(pointers)
}

async fn numbers(
    client: &Client,
    named: &[String],
) -> Result<Vec<twilio::Record<PhoneNumber>>, PlanError> {
    if !named.is_empty() {
        return Ok(find::<PhoneNumber>(client, (), named).await?);
    }
    let all: Vec<_> = client
        .list::<PhoneNumber>((), &ListQuery::all())
        .try_collect()
        .await?;
    if all.len() > 1 {
        let all = all.into_iter().map(|number| number.value.phone_number);
        return Err(PlanError::SeveralNumbers(all.collect()));
    }
    Ok(all)
}

async fn workflows(
    client: &Client,
    workspace: WorkspaceSid,
    named: &[String],
) -> Result<Vec<twilio::Record<Workflow>>, twilio::Error> {
    if !named.is_empty() {
        return find::<Workflow>(client, workspace, named).await;
    }
    client
        .list::<Workflow>(workspace, &ListQuery::all())
        .try_collect()
        .await
}

async fn find<R: Resource>(
    client: &Client,
    scope: R::Scope,
    named: &[String],
) -> Result<Vec<twilio::Record<R>>, twilio::Error> {
    let mut found: Vec<twilio::Record<R>> = Vec::with_capacity(named.len());
    for name in named {
        let sid = client.resolve::<R>(scope, name).await?;
        if found.iter().all(|known| known.value.sid() != sid) {
            found.push(client.get::<R>(scope, sid).await?.record);
        }
    }
    Ok(found)
}

/// Points a resource at the server.
///
/// # Errors
/// Those of [`bulk::edit`].
pub async fn point(client: &Client, pointer: &Pointer, step: &Step) -> Result<Verdict, StepError> {
    let is_met = |now: &Json| {
        let mut fields = pointer.fields.iter();
        fields.all(|field| same(now.get(field.name), &field.wanted))
    };
    let told = || {
        let changed = pointer.fields.iter().filter(|field| field.differs());
        let names: Vec<&str> = changed.map(|field| field.name).collect();
        format!("set {}", names.join(", "))
    };
    bulk::edit::<Json>(
        client,
        &pointer.place,
        step,
        |now| {
            if is_met(now) {
                return Err("points there already".to_owned());
            }
            let mut form = Form::new();
            for field in &pointer.fields {
                if !same(now.get(field.name), &field.wanted) {
                    form.push(field.parameter, &field.wanted);
                }
            }
            Ok(Edit::Update(form))
        },
        |now| Reached::if_so(now.is_some_and(is_met), &told()),
        |_| told(),
    )
    .await
}

/// Whether a property has a value; nothing and an empty text are the same.
fn same(present: Option<&Json>, wanted: &str) -> bool {
    text(present.unwrap_or(&Json::Null)) == wanted
}

/// A value as a parameter.
fn text(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}
