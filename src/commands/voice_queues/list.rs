//! `trctl voice-queues list`: every voice queue of the account.

use std::collections::HashMap;
use std::sync::Arc;

use futures::{TryStreamExt as _, future};
use jiff::tz::TimeZone;

use super::{COLUMNS, Row, WORKFLOW, noun};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::{VoiceQueue, Workflow};
use crate::output::Legacy;
use crate::twilio::{Form, ListQuery};

/// The workflows' names by their SIDs.
pub(in crate::commands) type WorkflowNames = HashMap<String, String>;

/// List the voice queues with the workflows they are named after
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let selection = app.selection(&args.select, By::Created, &COLUMNS)?;
    let names = if noun::looked_at(app, &selection, &COLUMNS, &[WORKFLOW])? {
        workflow_names(app).await
    } else {
        WorkflowNames::new()
    };
    let names = Arc::new(names);
    let listing = noun::Listing {
        scope: (),
        filters: Form::new(),
        selection: &selection,
        columns: &COLUMNS,
        legacy: Some(legacy()),
    };
    noun::list::<VoiceQueue, _, _>(app, listing, |record| {
        let joined = Arc::clone(&names);
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

/// What the workflows are called. Voice queues belong to the account: that no workspace is chosen
/// is no reason not to show them.
pub(in crate::commands) async fn workflow_names(app: &App) -> WorkflowNames {
    let names = async {
        let workspace = app.workspace().await?;
        let names: WorkflowNames = app
            .client()?
            .list::<Workflow>(workspace, &ListQuery::all())
            .map_ok(|workflow| (workflow.value.sid.to_string(), workflow.value.friendly_name))
            .try_collect()
            .await?;
        anyhow::Ok(names)
    };
    names.await.unwrap_or_else(|error| {
        app.console().warn(format_args!(
            "the workflows' names are not shown: {error:#}"
        ));
        WorkflowNames::new()
    })
}

/// The lines of `voiceQueueList.js`.
fn legacy() -> Legacy<Row> {
    Legacy {
        before: vec!["++ Get voice queue list.".to_owned()],
        row: |row| {
            let queue = &row.record.value;
            let created = queue.date_created.map_or_else(String::new, |created| {
                let local = created.0.to_zoned(TimeZone::system());
                local.strftime("%b %d %Y").to_string()
            });
            vec![format!(
                "+  DateCreated:{created}  SID:{} currentSize:{}    maxSize:{} friendlyName:{} \
                 averageWaitTime:{}",
                queue.sid,
                queue.current_size,
                queue.max_size,
                queue.friendly_name,
                queue.average_wait_time
            )]
        },
        after: Vec::new(),
    }
}
