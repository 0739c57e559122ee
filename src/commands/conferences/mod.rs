//! `trctl conferences`: calls that were joined; one of TaskRouter's is named after its task.

mod complete;
mod list;
mod participant;
mod participants;

use jiff::Timestamp;

use super::noun::{self, NameArgs};
use super::tasks::evidence::found;
use crate::app::App;
use crate::model::sid::{TaskSid, WorkspaceSid};
use crate::model::{Conference, ConferenceStatus, Task};
use crate::output::{Cell, Column, Row, Tone};
use crate::twilio::{self, Client, Record};

/// See conferences, end them, hold, mute and remove who is in them; one of TaskRouter's is named after its task
#[derive(Debug, clap::Args)]
pub(super) struct ConferencesArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    /// Show one conference
    Get(NameArgs),
    Complete(complete::CompleteArgs),
    Participants(participants::ParticipantsArgs),
    Hold(participant::HoldArgs),
    /// Let participants hear the others again
    #[command(after_help = "Example:
  trctl conferences unhold WT… customer")]
    Unhold(participant::WhoArgs),
    /// Keep the others from hearing participants
    #[command(after_help = "Example:
  trctl conferences mute WT… dave")]
    Mute(participant::WhoArgs),
    /// Let the others hear participants again
    #[command(after_help = "Example:
  trctl conferences unmute WT… dave")]
    Unmute(participant::WhoArgs),
    Kick(participant::KickArgs),
}

/// A conference and the task it is named after.
#[derive(Debug)]
struct ConferenceRow {
    record: Record<Conference>,
    /// `None` when it was not looked for, or is not there.
    task: Option<Task>,
    now: Timestamp,
}

impl Row for ConferenceRow {
    fn raw(&self) -> &serde_json::value::RawValue {
        self.record.raw()
    }

    fn sid(&self) -> Option<String> {
        self.record.sid()
    }

    fn members() -> &'static [&'static str] {
        Record::<Conference>::members()
    }
}

/// The columns that take further requests.
const JOINED: [&str; 2] = ["task_status", "queue"];

static COLUMNS: [Column<ConferenceRow>; 10] = [
    Column::new("sid", "SID", |row| row.record.value.sid.to_string().into()),
    Column::new("status", "STATUS", |row| status(row.record.value.status)),
    Column::new("name", "NAME", |row| {
        row.record.value.friendly_name.as_str().into()
    }),
    Column::new("age", "AGE", |row| {
        let created = row.record.value.date_created;
        noun::age(created.map(|created| created.0), row.now)
    }),
    Column::new("task_status", "TASK", task_status),
    Column::new("queue", "QUEUE", queue),
    Column::wide("region", "REGION", |row| {
        row.record.value.region.clone().into()
    }),
    Column::wide("reason", "REASON ENDED", |row| {
        row.record.value.reason_conference_ended.clone().into()
    }),
    Column::wide("created", "CREATED", |row| {
        row.record.value.date_created.into()
    }),
    Column::wide("updated", "UPDATED", |row| {
        row.record.value.date_updated.into()
    }),
];

fn status(status: ConferenceStatus) -> Cell {
    let tone = match status {
        ConferenceStatus::InProgress => Tone::Good,
        ConferenceStatus::Init => Tone::Notice,
        ConferenceStatus::Completed | ConferenceStatus::Unknown => Tone::Dim,
    };
    Cell::from(status.as_str()).tone(tone)
}

fn task_status(row: &ConferenceRow) -> Cell {
    row.task
        .as_ref()
        .map(|task| task.assignment_status.as_str())
        .into()
}

fn queue(row: &ConferenceRow) -> Cell {
    row.task
        .as_ref()
        .and_then(|task| task.task_queue_friendly_name.clone())
        .into()
}

pub(super) fn run(app: &App, args: &ConferencesArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Complete(args) => complete::run(app, args).await,
            Verb::Hold(args) => participant::hold(app, args).await,
            Verb::Unhold(args) => participant::unhold(app, args).await,
            Verb::Mute(args) => participant::mute(app, args).await,
            Verb::Unmute(args) => participant::unmute(app, args).await,
            Verb::Kick(args) => participant::kick(app, args).await,
            Verb::Participants(args) => app.watch(|| participants::run(app, args)).await,
        }
    })
}

async fn get(app: &App, args: &NameArgs) -> anyhow::Result<()> {
    let workspace = workspace_of_tasks(app).await;
    let client = app.client()?;
    let now = app.now();
    noun::get::<Conference, _, _>(app, (), &args.name, &COLUMNS, |record| {
        row(client, workspace, record, now)
    })
    .await
}

/// The workspace whose tasks are joined. Conferences belong to the account: that no workspace is
/// chosen is no reason not to show them.
async fn workspace_of_tasks(app: &App) -> Option<WorkspaceSid> {
    app.workspace()
        .await
        .inspect_err(|error| {
            app.console()
                .warn(format_args!("the tasks are not shown: {error:#}"));
        })
        .ok()
}

/// The row of a conference, with its task if there is a workspace to find it in.
async fn row(
    client: &Client,
    workspace: Option<WorkspaceSid>,
    record: Record<Conference>,
    now: Timestamp,
) -> anyhow::Result<ConferenceRow> {
    let task = match workspace {
        Some(workspace) => task_of(client, workspace, &record.value).await?,
        None => None,
    };
    Ok(ConferenceRow { record, task, now })
}

/// The task a conference is named after, if it is one of this workspace.
async fn task_of(
    client: &Client,
    workspace: WorkspaceSid,
    conference: &Conference,
) -> Result<Option<Task>, twilio::Error> {
    let Ok(task) = conference.friendly_name.parse::<TaskSid>() else {
        return Ok(None);
    };
    found::<Task>(client, workspace, task).await
}
