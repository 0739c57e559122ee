//! `trctl reservations accept`, `reject` and `complete`: one way for three answers.

use super::find::{self, OfArgs};
use super::{COLUMNS, Row};
use crate::app::{App, Changes};
use crate::bulk::{self, Edit, Item, Reached, Step};
use crate::cli::BulkArgs;
use crate::model::sid::{ActivitySid, ReservationSid};
use crate::model::{Activity, Reservation, ReservationStatus};
use crate::twilio::{Form, Place, ReservationScope};

/// Which ones.
#[derive(Debug, clap::Args)]
struct WhichArgs {
    /// SIDs of the reservations
    #[arg(value_name = "WR…", required_unless_present = "resume")]
    sids: Vec<ReservationSid>,

    #[command(flatten)]
    of: OfArgs,

    #[command(flatten)]
    bulk: BulkArgs,
}

/// Accept reservations for their workers
///
/// Twilio refuses when the offer is over: with 410 when another worker took the task.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl reservations accept WR… --worker dave")]
pub(super) struct AcceptArgs {
    #[command(flatten)]
    which: WhichArgs,
}

/// Reject reservations for their workers
///
/// Without `--activity` the worker stays available and may be offered the task again.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl reservations reject WR… --activity Break")]
pub(super) struct RejectArgs {
    /// Activity to put the worker to, by name or SID
    #[arg(long, value_name = "ACTIVITY")]
    activity: Option<String>,

    #[command(flatten)]
    which: WhichArgs,
}

/// Complete reservations that are accepted or wrapping
///
/// With its last reservation the task is completed too.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl reservations complete WR… --task WT…")]
pub(super) struct CompleteArgs {
    #[command(flatten)]
    which: WhichArgs,
}

/// What a reservation is told.
struct Answer {
    verb: &'static str,
    imperative: &'static str,
    doing: &'static str,
    status: ReservationStatus,
}

pub(super) async fn accept(app: &App, args: &AcceptArgs) -> anyhow::Result<()> {
    let answer = Answer {
        verb: "accept",
        imperative: "Accept",
        doing: "accepting",
        status: ReservationStatus::Accepted,
    };
    give(app, &args.which, &answer, None).await
}

pub(super) async fn reject(app: &App, args: &RejectArgs) -> anyhow::Result<()> {
    let answer = Answer {
        verb: "reject",
        imperative: "Reject",
        doing: "rejecting",
        status: ReservationStatus::Rejected,
    };
    give(app, &args.which, &answer, args.activity.as_deref()).await
}

pub(super) async fn complete(app: &App, args: &CompleteArgs) -> anyhow::Result<()> {
    let answer = Answer {
        verb: "complete-reservation",
        imperative: "Complete",
        doing: "completing",
        status: ReservationStatus::Completed,
    };
    give(app, &args.which, &answer, None).await
}

async fn give(
    app: &App,
    which: &WhichArgs,
    answer: &Answer,
    activity: Option<&str>,
) -> anyhow::Result<()> {
    let bulk = app.bulk(&which.bulk)?;
    let workspace = app.workspace().await?;
    let client = app.client()?;
    let activity: Option<ActivitySid> = match activity {
        Some(name) => Some(client.resolve::<Activity>(workspace, name).await?),
        None => None,
    };
    let rows = match app.left_over::<Reservation>()? {
        Some(left) => left
            .into_iter()
            .map(|record| Row {
                record,
                joined: app.now(),
            })
            .collect(),
        None => find::find(app, workspace, &which.sids, &which.of).await?,
    };
    let changes = Changes {
        verb: answer.verb,
        imperative: answer.imperative,
        doing: answer.doing,
        noun: ("reservation", "reservations"),
        place: app.place(workspace)?,
        rows,
        columns: &COLUMNS,
        legacy: None,
    };
    let subject = |row: Row| Item {
        sid: row.record.value.sid.to_string(),
        name: row.record.value.worker_name.clone(),
        subject: row.record.value,
    };
    let wanted = answer.status;
    let operation = |item: Item<Reservation>, step: Step| async move {
        let sid = item.subject.sid;
        let scope = if which.of.worker.is_some() {
            ReservationScope::Worker(workspace, item.subject.worker_sid)
        } else {
            ReservationScope::Task(workspace, item.subject.task_sid)
        };
        bulk::edit::<Reservation>(
            client,
            &Place::of::<Reservation>(client.account(), scope, sid),
            &step,
            // Whether any other status can become the wanted one is for Twilio to say.
            |now| {
                if now.reservation_status == wanted {
                    return Err(format!("is {wanted} already"));
                }
                let form = Form::new().with("ReservationStatus", wanted);
                Ok(Edit::Update(
                    form.with_option("WorkerActivitySid", activity),
                ))
            },
            |now| {
                let is_so = now.is_some_and(|now| now.reservation_status == wanted);
                Reached::if_so(is_so, &wanted)
            },
            |now| now.map_or(wanted, |now| now.reservation_status).to_string(),
        )
        .await
    };
    bulk.change_named(changes, subject, operation).await
}
