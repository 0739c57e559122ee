//! What stands in the way of a deletion: looked for before Twilio refuses it, or carries it out.

use anyhow::Context as _;
use futures::TryStreamExt as _;

use super::changes::first_name;
use crate::app::App;
use crate::exit_code::Failure;
use crate::model::sid::WorkspaceSid;
use crate::model::{Task, TaskStatus};
use crate::output::{plural, shell_word};
use crate::twilio::{Form, ListQuery, Resource};

/// The statuses of tasks that are not over, for the filter `AssignmentStatus`.
pub(super) fn open() -> String {
    TaskStatus::OPEN.map(TaskStatus::as_str).join(",")
}

/// Counted at most, a page of Twilio's.
const COUNTED: usize = 1000;

/// The refusal, with its reason and the way out.
pub(super) fn refused<R: Resource>(resource: &R, reason: &str, way_out: &str) -> Failure {
    let name = first_name(resource);
    Failure::usage(format!(
        "{} {} ({name}) cannot be deleted: {reason}",
        R::ONE,
        resource.sid()
    ))
    .with_hint(way_out)
}

/// How many there are of what Twilio lists under these filters, in words; `None` for none.
pub(super) async fn count<R: Resource>(
    app: &App,
    scope: R::Scope,
    filters: Form,
) -> anyhow::Result<Option<String>> {
    let query = ListQuery {
        filters,
        ..ListQuery::all().limit(COUNTED as u64)
    };
    let found = app
        .client()?
        .list::<R>(scope, &query)
        .try_fold(0, |count, _| async move { Ok(count + 1) })
        .await
        .with_context(|| format!("cannot list the {}", R::MANY))?;
    Ok(match found {
        0 => None,
        COUNTED => Some(format!("{COUNTED} {} or more", R::MANY)),
        found => Some(plural::count_of(found, R::ONE, R::MANY)),
    })
}

/// How many tasks are not over, in words; `None` for none.
pub(super) async fn open_tasks(
    app: &App,
    workspace: WorkspaceSid,
    filters: Form,
) -> anyhow::Result<Option<String>> {
    count::<Task>(app, workspace, filters.with("AssignmentStatus", open())).await
}

/// How to be rid of the tasks that a flag selects.
pub(super) fn end_tasks(flag: &str, name: &str) -> String {
    let name = shell_word(name);
    format!(
        "`trctl tasks cancel --{flag} {name}` ends those that wait, `trctl tasks complete --{flag} \
         {name}` those that a worker has"
    )
}
