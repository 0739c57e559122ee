//! `trctl tasks get`: one task, with its reservations and its conference.

use anyhow::Context as _;
use futures::TryStreamExt as _;

use super::row::{COLUMNS, TaskRow};
use super::select::reservations_of;
use crate::app::App;
use crate::model::sid::TaskSid;
use crate::model::{Conference, Task};
use crate::output::Format;
use crate::twilio::{Client, ListQuery};

/// Show a task with its reservation and its conference
///
/// JSON formats print the task exactly as Twilio sent it.
#[derive(Debug, clap::Args)]
pub(super) struct GetArgs {
    /// SID of the task
    #[arg(value_name = "TASK")]
    task: String,
}

pub(super) fn run(app: &App, args: &GetArgs) -> anyhow::Result<()> {
    app.block_on(async {
        let client = app.client()?;
        let workspace = app.workspace().await?;
        let sid: TaskSid = client.resolve::<Task>(workspace, &args.task).await?;
        app.watch(|| async {
            let task = client
                .get::<Task>(workspace, sid)
                .await
                .with_context(|| format!("cannot get task {sid}"))?;
            let mut row = TaskRow::from(task.record);
            if is_joined(app)? {
                row.reservations = reservations_of(client, workspace, row.task()).await?;
                // A key for TaskRouter alone may not see conferences, and the task is what was
                // asked for.
                match conference_of(client, row.task()).await {
                    Ok(conference) => row.conference = conference,
                    Err(error) => app
                        .console()
                        .warn(format_args!("cannot look for its conference: {error}")),
                }
            }
            app.printer()?.object(&row, &COLUMNS, None)?;
            Ok(())
        })
        .await
    })
}

fn is_joined(app: &App) -> anyhow::Result<bool> {
    let view = app.global();
    let is_plain = matches!(
        app.printer()?.format(),
        Format::Json | Format::Ndjson | Format::Yaml | Format::Sid
    );
    Ok(view.jq.is_none() && (view.columns.is_some() || !is_plain))
}

/// The newest conference that is named after the task.
async fn conference_of(
    client: &Client,
    task: &Task,
) -> Result<Option<Conference>, crate::twilio::Error> {
    let query = ListQuery::all().filter("FriendlyName", task.sid).limit(1);
    let mut found = client.list::<Conference>((), &query);
    Ok(found.try_next().await?.map(|record| record.value))
}
