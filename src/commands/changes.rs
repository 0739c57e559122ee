//! Create, update and delete, written once for every noun.

use std::fmt;

use anyhow::Context as _;
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::attributes;
use crate::app::{App, Changes};
use crate::bulk::{self, Item, Reached, Step};
use crate::cli::BulkArgs;
use crate::exit_code::Failure;
use crate::model::sid::Sid as _;
use crate::output::{self, Column, Format, Legacy, Printer, Row};
use crate::twilio::{self, Change, Client, Form, Place, Record, Resource, Versioned};

/// How the resource is shown afterwards.
pub(super) struct View<T: Row + 'static> {
    pub(super) columns: &'static [Column<T>],
    /// The lines of the script that is replaced.
    pub(super) legacy: Option<Legacy<T>>,
}

impl<T: Row + 'static> View<T> {
    /// In these columns; no script is replaced.
    pub(super) const fn of(columns: &'static [Column<T>]) -> Self {
        Self {
            columns,
            legacy: None,
        }
    }

    /// The printer, if it can show it: what cannot be shown must not be made.
    fn printer<'a>(&self, app: &'a App) -> anyhow::Result<&'a Printer> {
        let printer = app.printer()?;
        if printer.format() == Format::Legacy && self.legacy.is_none() {
            return Err(output::Error::NoLegacy.into());
        }
        Ok(printer)
    }
}

/// What is to change about one resource.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edit {
    /// The parameters.
    form: Form,
    attributes: Option<attributes::Edit>,
}

impl Edit {
    /// These parameters are set. What they say is how things are to be, so that saying it twice
    /// does no harm.
    pub(super) const fn new(form: Form) -> Self {
        Self {
            form,
            attributes: None,
        }
    }

    /// The attributes change, too.
    #[must_use]
    pub(super) fn attributes(mut self, edit: Option<attributes::Edit>) -> Self {
        self.attributes = edit;
        self
    }

    /// The change, made from the present resource where it depends on it, and only if that has
    /// not changed since.
    async fn change<R: Resource>(
        &self,
        client: &Client,
        scope: R::Scope,
        sid: R::Sid,
    ) -> anyhow::Result<Change> {
        let change = |form| Change::new(form).idempotent();
        let merge = match &self.attributes {
            None => return Ok(change(self.form.clone())),
            Some(attributes::Edit::Replace(document)) => {
                return Ok(change(self.form.clone().with("Attributes", document)));
            }
            Some(attributes::Edit::Merge(merge)) => merge,
        };
        let current = client
            .get::<R>(scope, sid)
            .await
            .with_context(|| format!("cannot get {} {sid}", R::ONE))?;
        let present = current.record.value.attributes().unwrap_or_default();
        let Some(merged) = merge.apply_to(present)? else {
            return Err(Failure::usage(format!(
                "the attributes of {} {sid} are not a JSON object, so nothing can be merged into \
                 them",
                R::ONE
            ))
            .with_hint("`--replace` puts what is given in their place")
            .into());
        };
        Ok(change(self.form.clone().with("Attributes", merged)).if_match(current.etag))
    }
}

/// Creates a resource and shows it; with `--dry-run` only tells what would be sent. What `join`
/// needs is better read before: what it fails of has been created.
pub(super) async fn create<R, T, F>(
    app: &App,
    scope: R::Scope,
    form: Form,
    view: View<T>,
    join: impl FnOnce(Record<R>) -> F,
) -> anyhow::Result<()>
where
    R: Resource,
    T: Row + 'static,
    F: Future<Output = anyhow::Result<T>>,
{
    app.refuse_watch()?;
    if app.global().dry_run {
        tell_form(app, format_args!("create {}", R::Sid::KIND), &form);
        return Ok(());
    }
    let printer = view.printer(app)?;
    let created = match app.client()?.create::<R>(scope, form).await {
        // To say that it cannot be created would claim too much.
        Err(error @ twilio::Error::MaybeCreated { .. }) => return Err(error.into()),
        other => other.with_context(|| format!("cannot create the {}", R::ONE))?,
    };
    let row = join(created.record).await?;
    printer.object(&row, view.columns, view.legacy)?;
    Ok(())
}

/// Changes one resource, found by its name or SID, and shows it; with `--dry-run` only tells what
/// would be sent.
pub(super) async fn update<R, T, F>(
    app: &App,
    scope: R::Scope,
    name: &str,
    edit: &Edit,
    view: View<T>,
    join: impl FnOnce(Record<R>) -> F,
) -> anyhow::Result<()>
where
    R: Resource,
    T: Row + 'static,
    F: Future<Output = anyhow::Result<T>>,
{
    app.refuse_watch()?;
    if edit.form.is_empty() && edit.attributes.is_none() {
        return Err(Failure::usage("there is nothing to change")
            .with_hint("`--help` tells what can be changed")
            .into());
    }
    let client = app.client()?;
    let printer = view.printer(app)?;
    let sid = client.resolve::<R>(scope, name).await?;
    let what = if name == sid.to_string() {
        format!("{} {sid}", R::ONE)
    } else {
        format!("{} {sid} ({name})", R::ONE)
    };
    if app.global().dry_run {
        let change = edit.change::<R>(client, scope, sid).await?;
        tell_form(app, format_args!("update {what}"), &change.form);
        return Ok(());
    }
    let change = edit.change::<R>(client, scope, sid).await?;
    let mut updated = make::<R>(client, scope, sid, change).await;
    if matches!(updated, Err(twilio::Error::PreconditionFailed(_))) {
        // Somebody else was faster: what they wrote is changed instead of being overwritten.
        let change = edit.change::<R>(client, scope, sid).await?;
        updated = make::<R>(client, scope, sid, change).await;
    }
    let updated = updated.with_context(|| format!("cannot update {what}"))?;
    let row = join(updated.record).await?;
    printer.object(&row, view.columns, view.legacy)?;
    Ok(())
}

/// Makes a change. When no answer came, the resource itself tells whether it was made.
async fn make<R: Resource>(
    client: &Client,
    scope: R::Scope,
    sid: R::Sid,
    change: Change,
) -> Result<Versioned<R>, twilio::Error> {
    let form = change.form.clone();
    match client.update::<R>(scope, sid, change).await {
        Err(error) if error.leaves_open() => match client.get::<R>(scope, sid).await {
            Ok(now) => match carries(R::SETTABLE, &now.record.raw, &form) {
                Some(true) => Ok(now),
                // It was not made, so the last refusal alone counts.
                Some(false) => Err(match error {
                    twilio::Error::Unanswered { last } => *last,
                    other => other,
                }),
                None => Err(error),
            },
            Err(_) => Err(error),
        },
        other => other,
    }
}

/// Whether a resource has everything a change was to give it, if it can be set to all of it; `None`
/// if a parameter is none of its members, so that it does not show.
fn carries(settable: &[(&str, &str)], raw: &RawValue, form: &Form) -> Option<bool> {
    let resource: Json = serde_json::from_str(raw.get()).ok()?;
    let mut all = true;
    for (parameter, value) in form.iter() {
        let (member, _) = settable.iter().find(|(_, known)| *known == parameter)?;
        let value = Json::from(value);
        // A task's channel goes by either name.
        let sid = member
            .strip_suffix("_unique_name")
            .map(|bare| format!("{bare}_sid"));
        let mut members = [Some(*member), sid.as_deref()].into_iter().flatten();
        all &= members.any(|member| bulk::same(resource.get(member), &value));
    }
    Some(all)
}

/// What is to be deleted.
pub(super) struct Deletion<'a, T: Row + 'static> {
    pub(super) bulk: &'a BulkArgs,
    /// For the journal's name: `delete-queue`.
    pub(super) verb: &'static str,
    /// Where: the workspace, or the account.
    pub(super) place: String,
    pub(super) rows: Vec<T>,
    pub(super) columns: &'static [Column<T>],
    /// Whether the question has been asked already, in a way of its own.
    pub(super) is_confirmed: bool,
}

/// Shows what is to be deleted, asks, deletes and tells; see [`Bulk::change`](crate::app::Bulk::change). What stands in the
/// way is looked for before.
pub(super) async fn delete<R, T>(
    app: &App,
    scope: R::Scope,
    deletion: Deletion<'_, T>,
) -> anyhow::Result<()>
where
    R: Resource,
    T: Row + AsRef<Record<R>> + 'static,
{
    let client = app.client()?;
    let changes = Changes {
        verb: deletion.verb,
        imperative: "Delete",
        doing: "deleting",
        noun: (R::ONE, R::MANY),
        place: deletion.place,
        rows: deletion.rows,
        columns: deletion.columns,
        legacy: None,
    };
    let subject = |row: T| {
        let resource = &row.as_ref().value;
        Item {
            sid: resource.sid().to_string(),
            name: first_name(resource),
            subject: resource.sid(),
        }
    };
    let operation = |item: Item<R::Sid>, step: Step| async move {
        let place = Place::of::<R>(client.account(), scope, item.subject);
        bulk::edit::<R>(
            client,
            &place,
            &step,
            |_| Ok(bulk::Edit::Delete),
            |now| Reached::if_so(now.is_none(), "deleted"),
            |_| "deleted".to_owned(),
        )
        .await
    };
    let bulk = app.bulk(deletion.bulk)?;
    if deletion.is_confirmed {
        bulk.change_named(changes, subject, operation).await
    } else {
        bulk.change(changes, subject, operation).await
    }
}

/// What people call it; empty for what has no name.
pub(super) fn first_name<R: Resource>(resource: &R) -> String {
    let first = resource.names().into_iter().next();
    first.unwrap_or_default().into_owned()
}

/// What would be sent.
pub(super) fn tell_form(app: &App, what: impl fmt::Display, form: &Form) {
    app.console()
        .note(format_args!("dry run: would {what} with"));
    for (name, value) in form.iter() {
        app.console().note(format_args!("  {name}={value}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTABLE: [(&str, &str); 6] = [
        ("priority", "Priority"),
        ("attributes", "Attributes"),
        ("task_channel_unique_name", "TaskChannel"),
        ("event_callback_url", "EventCallbackUrl"),
        ("available", "Available"),
        ("friendly_name", "FriendlyName"),
    ];

    #[test]
    fn whether_a_change_was_made_shows_in_the_resource() {
        let raw = |text: &str| RawValue::from_string(text.to_owned()).unwrap();
        let task = raw(
            r#"{"priority":5,"attributes":"{\"a\": 1}","task_channel_unique_name":"voice",
                "task_channel_sid":"TC1","event_callback_url":null,"available":true,
                "friendly_name":"x"}"#,
        );
        for (parameter, value, carried) in [
            ("Priority", "5", Some(true)),
            ("Priority", "6", Some(false)),
            ("Attributes", r#"{"a":1}"#, Some(true)),
            ("Attributes", r#"{"a":2}"#, Some(false)),
            ("Attributes", "not JSON", Some(false)),
            ("TaskChannel", "voice", Some(true)),
            ("TaskChannel", "TC1", Some(true)),
            ("TaskChannel", "chat", Some(false)),
            ("EventCallbackUrl", "", Some(true)),
            ("EventCallbackUrl", "https://example.com", Some(false)),
            ("Available", "true", Some(true)),
            ("FriendlyName", "x", Some(true)),
            ("ReEvaluateTasks", "true", None),
        ] {
            let form = Form::new().with(parameter, value);
            assert_eq!(
                carries(&SETTABLE, &task, &form),
                carried,
                "{parameter}={value}"
            );
        }
        let both = Form::new().with("Priority", 5).with("FriendlyName", "y");
        assert_eq!(carries(&SETTABLE, &task, &both), Some(false));
    }
}
