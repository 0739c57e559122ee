//! Whether what the policies name is there.

use futures::TryStreamExt as _;

use super::PolicySettings;
use crate::model::sid::WorkspaceSid;
use crate::model::{Activity, TaskQueue};
use crate::twilio::{self, Client, ListQuery, Record, Resource};

/// What the policies name and the workspace has not, or has otherwise, as sentences without an end.
///
/// # Errors
/// Twilio refused or could not be reached.
pub async fn check(
    settings: &PolicySettings,
    client: &Client,
    workspace: WorkspaceSid,
) -> Result<Vec<String>, twilio::Error> {
    let mut problems = Vec::new();
    let activities = all::<Activity>(client, workspace).await?;
    for name in settings.activities() {
        let found = activities.iter().find(|found| found.friendly_name == name);
        let Some(found) = found else {
            problems.push(format!("[serve.policy] there is no activity `{name}`"));
            continue;
        };
        let closes = settings
            .shifts
            .iter()
            .find(|(_, shift)| shift.activity == name);
        if let (Some((shift, _)), Some(true)) = (closes, found.available) {
            problems.push(format!(
                "[serve.policy.shifts.{shift}] `{name}` takes tasks: nobody's shift would end in it"
            ));
        }
        if settings.returns() && name == settings.back.to && found.available == Some(false) {
            problems.push(format!(
                "[serve.policy.return] `{name}` takes no tasks: nobody would be back in it"
            ));
        }
    }
    if !settings.wrap_up.queues.is_empty() {
        let queues = all::<TaskQueue>(client, workspace).await?;
        for name in settings.wrap_up.queues.keys() {
            let is_it =
                |queue: &TaskQueue| queue.friendly_name == *name || queue.sid.to_string() == *name;
            if !queues.iter().any(is_it) {
                problems.push(format!("[serve.policy.wrap_up] there is no queue `{name}`"));
            }
        }
    }
    Ok(problems)
}

async fn all<R: Resource<Scope = WorkspaceSid>>(
    client: &Client,
    workspace: WorkspaceSid,
) -> Result<Vec<R>, twilio::Error> {
    client
        .list::<R>(workspace, &ListQuery::all())
        .map_ok(|record: Record<R>| record.value)
        .try_collect()
        .await
}
