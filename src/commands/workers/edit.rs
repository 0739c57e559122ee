//! `trctl workers create`, `update` and `delete`.

use std::future;

use super::row::{COLUMNS, WorkerRow};
use super::{NamesArgs, joined, noun};
use crate::app::App;
use crate::commands::attributes::{DocumentArgs, EditArgs};
use crate::commands::changes::{self, Deletion, Edit, View};
use crate::commands::guards;
use crate::exit_code::Failure;
use crate::model::sid::WorkspaceSid;
use crate::model::{Activity, ReservationStatus, Worker};
use crate::output::{plural, shell_word};
use crate::twilio::{Form, Record};

/// Create a worker
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workers create --friendly-name dave --set 'skills=[\"support\"]' --set contact_uri=+15550100
  trctl workers create --friendly-name edith --attributes-file edith.json --activity Available")]
pub(super) struct CreateArgs {
    /// Name, at most 64 characters; no two workers may share one, whatever the letter case
    #[arg(long, value_name = "NAME")]
    friendly_name: String,

    /// Activity to begin with, by name or SID; the workspace's default unless given
    #[arg(long, value_name = "ACTIVITY")]
    activity: Option<String>,

    #[command(flatten)]
    attributes: DocumentArgs,
}

/// Change a worker's attributes, name or activity
///
/// Attributes that are given are merged into the present ones, object by object; `--replace` keeps
/// nothing of them. When somebody else changes the worker at the same moment, theirs is read and
/// changed instead of being overwritten.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl workers update dave --set level=3 --unset languages.fr
  trctl workers set-attributes dave --attributes '{\"skills\": [\"support\", \"sales\"]}'
  trctl workers update dave --attributes-file dave.json --replace
  trctl workers update dave --friendly-name david")]
pub(super) struct UpdateArgs {
    /// Name or SID
    name: String,

    /// New name, at most 64 characters
    #[arg(long, value_name = "NAME")]
    friendly_name: Option<String>,

    /// Activity to put the worker to, by name or SID
    #[arg(long, value_name = "ACTIVITY")]
    activity: Option<String>,

    /// Reject the offers that are not answered; for an activity that takes no tasks
    #[arg(long, requires = "activity")]
    reject_pending_reservations: bool,

    #[command(flatten)]
    attributes: EditArgs,
}

pub(super) async fn create(app: &App, args: &CreateArgs) -> anyhow::Result<()> {
    let attributes = args.attributes.document()?;
    let workspace = app.workspace().await?;
    let mut form = Form::new()
        .with("FriendlyName", &args.friendly_name)
        .with_option("Attributes", attributes);
    let activity = args.activity.as_deref();
    noun::filter_by::<Activity>(app, workspace, &mut form, "ActivitySid", activity).await?;
    let view = View::of(&COLUMNS);
    changes::create::<Worker, _, _>(app, workspace, form, view, |record| {
        // Nobody has a task from the beginning.
        future::ready(Ok(WorkerRow::without_tasks(app, record)))
    })
    .await
}

pub(super) async fn update(app: &App, args: &UpdateArgs) -> anyhow::Result<()> {
    let attributes = args.attributes.edit()?;
    let workspace = app.workspace().await?;
    let mut form = Form::new().with_option("FriendlyName", args.friendly_name.as_ref());
    let activity = args.activity.as_deref();
    noun::filter_by::<Activity>(app, workspace, &mut form, "ActivitySid", activity).await?;
    let reject = args.reject_pending_reservations.then_some(true);
    let form = form.with_option("RejectPendingReservations", reject);
    let edit = Edit::new(form).attributes(attributes);
    let view = View::of(&COLUMNS);
    changes::update::<Worker, _, _>(app, workspace, &args.name, &edit, view, |record| {
        joined(app, workspace, record)
    })
    .await
}

pub(super) async fn delete(app: &App, args: &NamesArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let workers = noun::named::<Worker>(app, workspace, &args.names).await?;
    for worker in &workers {
        refuse_busy(app, workspace, &worker.value).await?;
    }
    let row = |record: Record<Worker>| WorkerRow::without_tasks(app, record);
    let deletion = Deletion {
        bulk: &args.bulk,
        verb: "delete-worker",
        place: app.place(workspace)?,
        rows: workers.into_iter().map(row).collect(),
        columns: &COLUMNS,
        is_confirmed: false,
    };
    changes::delete::<Worker, _>(app, workspace, deletion).await
}

/// Twilio would delete them, and leave their tasks to nobody.
async fn refuse_busy(app: &App, workspace: WorkspaceSid, worker: &Worker) -> anyhow::Result<()> {
    let client = app.client()?;
    let open = client.open_reservations(workspace, worker.sid).await?;
    let Some(first) = open.first().map(|record| &record.value) else {
        return Ok(());
    };
    let verb = match first.reservation_status {
        ReservationStatus::Pending => "reject",
        _ => "complete",
    };
    let refused: Failure = guards::refused(
        worker,
        &format!(
            "{} not finished, {} is {}",
            plural::reservations(open.len()),
            first.sid,
            first.reservation_status
        ),
        &format!(
            "`trctl reservations list --worker {name}` shows them; `trctl reservations {verb} {} \
             --worker {name}` ends this one",
            first.sid,
            name = shell_word(&worker.friendly_name)
        ),
    );
    Err(refused.into())
}
