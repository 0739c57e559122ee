//! `trctl voice-queues`: callers in line, before TaskRouter has found somebody for them.

mod dequeue;
mod edit;
mod list;
mod members;

use std::sync::Arc;

use futures::future;

pub(super) use list::workflow_names;

use super::noun::{self, Joined, NameArgs, NamesArgs};
use crate::app::App;
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::VoiceQueueSid;
use crate::model::{VoiceQueue, Workflow};
use crate::output::{Cell, Column, Tone};
use crate::twilio::{self, ErrorKind};

/// See and change the callers' lines; a voice queue of TaskRouter's is named after its workflow
#[derive(Debug, clap::Args)]
pub(super) struct VoiceQueuesArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    /// Show one voice queue
    Get(NameArgs),
    Create(edit::CreateArgs),
    Update(edit::UpdateArgs),
    /// Delete voice queues that nobody waits in
    #[command(after_help = "Example:
  trctl voice-queues delete overflow --yes")]
    Delete(NamesArgs),
    Members(members::MembersArgs),
    Dequeue(dequeue::DequeueArgs),
}

/// A voice queue, and what the workflows are called that queues are named after.
type Row = Joined<VoiceQueue, Arc<list::WorkflowNames>>;

/// The column that takes one more request.
const WORKFLOW: &str = "workflow";

static COLUMNS: [Column<Row>; 8] = [
    Column::new("sid", "SID", |row| row.record.value.sid.to_string().into()),
    Column::new(WORKFLOW, "WORKFLOW", workflow),
    Column::new("size", "CALLERS", |row| {
        let size = row.record.value.current_size;
        match size {
            0 => Cell::from(size),
            size => Cell::from(size).tone(Tone::Notice),
        }
    }),
    Column::new("max_size", "MAX", |row| row.record.value.max_size.into()),
    Column::new("average_wait", "AVERAGE WAIT", |row| {
        Cell::age(row.record.value.average_wait_time)
    }),
    Column::new("name", "NAME", |row| {
        row.record.value.friendly_name.as_str().into()
    }),
    Column::wide("created", "CREATED", |row| {
        row.record.value.date_created.into()
    }),
    Column::wide("updated", "UPDATED", |row| {
        row.record.value.date_updated.into()
    }),
];

fn workflow(row: &Row) -> Cell {
    row.joined
        .get(&row.record.value.friendly_name)
        .map(String::as_str)
        .into()
}

pub(super) fn run(app: &App, args: &VoiceQueuesArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Create(args) => edit::create(app, args).await,
            Verb::Update(args) => edit::update(app, args).await,
            Verb::Delete(args) => edit::delete(app, args).await,
            Verb::Dequeue(args) => dequeue::run(app, args).await,
            Verb::Members(args) => app.watch(|| members::run(app, args)).await,
        }
    })
}

async fn get(app: &App, args: &NameArgs) -> anyhow::Result<()> {
    let sid = find(app, &args.name).await?.to_string();
    let joined = Arc::new(workflow_names(app).await);
    noun::get::<VoiceQueue, _, _>(app, (), &sid, &COLUMNS, |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

/// The voice queue of this SID or name, or the one named after the workflow of this name.
async fn find(app: &App, name: &str) -> anyhow::Result<VoiceQueueSid> {
    let client = app.client()?;
    let unknown = match client.resolve::<VoiceQueue>((), name).await {
        Ok(sid) => return Ok(sid),
        Err(error) if error.kind() == ErrorKind::NotFound => error,
        Err(error) => return Err(error.into()),
    };
    // That no workspace is chosen, or none has such a workflow, leaves it unknown; that Twilio could
    // not be asked is another matter.
    let workspace = match app.workspace().await {
        Ok(workspace) => workspace,
        Err(error) => {
            return Err(match error.downcast_ref::<twilio::Error>() {
                Some(failure) if failure.kind() != ErrorKind::NotFound => error,
                _ => unknown.into(),
            });
        }
    };
    let workflow = match client.resolve::<Workflow>(workspace, name).await {
        Ok(workflow) => workflow,
        Err(twilio::Error::Sid(_)) => return Err(unknown.into()),
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(unknown.into()),
        Err(error) => return Err(error.into()),
    };
    client
        .resolve::<VoiceQueue>((), &workflow.to_string())
        .await
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::new(
                ExitCode::NotFound,
                format!("workflow `{name}` ({workflow}) has no voice queue"),
            )
            .with_hint("Twilio makes it when the first call is enqueued to the workflow")
            .into(),
            _ => error.into(),
        })
}
