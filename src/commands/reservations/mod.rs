//! `trctl reservations`: offers of tasks to workers, the answers to them, and what the
//! telephone network does about them.

mod answer;
mod find;
mod instruct;
mod list;

use jiff::Timestamp;

use super::noun::{Joined, age};
use crate::app::App;
use crate::model::sid::ReservationSid;
use crate::model::{Reservation, ReservationStatus};
use crate::output::{Cell, Column, Tone};

pub(super) use find::open;
pub(super) use list::of_tasks;

/// See offers of tasks to workers, and answer them
#[derive(Debug, clap::Args)]
pub(super) struct ReservationsArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    Get(GetArgs),
    Accept(answer::AcceptArgs),
    Reject(answer::RejectArgs),
    Complete(answer::CompleteArgs),
    Dequeue(instruct::DequeueArgs),
    Conference(Box<instruct::ConferenceArgs>),
    Call(instruct::CallArgs),
    Redirect(instruct::RedirectArgs),
}

/// Show one reservation
#[derive(Debug, clap::Args)]
struct GetArgs {
    /// SID of the reservation
    #[arg(value_name = "WR…")]
    sid: ReservationSid,

    #[command(flatten)]
    of: find::OfArgs,
}

/// A reservation, and the time.
type Row = Joined<Reservation, Timestamp>;

static COLUMNS: [Column<Row>; 7] = [
    Column::new("sid", "SID", |row| row.record.value.sid.to_string().into()),
    Column::new("status", "STATUS", |row| {
        status(row.record.value.reservation_status)
    }),
    Column::new("worker", "WORKER", |row| {
        row.record.value.worker_name.as_str().into()
    }),
    Column::new("task", "TASK", |row| {
        row.record.value.task_sid.to_string().into()
    }),
    Column::new("since", "SINCE", |row| {
        let updated = row.record.value.date_updated;
        age(updated.map(|updated| updated.0), row.joined)
    }),
    Column::wide("worker_sid", "WORKER SID", |row| {
        row.record.value.worker_sid.to_string().into()
    }),
    Column::wide("created", "CREATED", |row| {
        row.record.value.date_created.into()
    }),
];

fn status(status: ReservationStatus) -> Cell {
    let tone = match status {
        ReservationStatus::Accepted => Tone::Good,
        ReservationStatus::Pending => Tone::Notice,
        ReservationStatus::Wrapping | ReservationStatus::Timeout => Tone::Bad,
        _ => Tone::Dim,
    };
    Cell::from(status.as_str()).tone(tone)
}

pub(super) fn run(app: &App, args: &ReservationsArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Accept(args) => answer::accept(app, args).await,
            Verb::Reject(args) => answer::reject(app, args).await,
            Verb::Complete(args) => answer::complete(app, args).await,
            Verb::Dequeue(args) => instruct::dequeue(app, args).await,
            Verb::Conference(args) => instruct::conference(app, args).await,
            Verb::Call(args) => instruct::call(app, args).await,
            Verb::Redirect(args) => instruct::redirect(app, args).await,
        }
    })
}

async fn get(app: &App, args: &GetArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    for row in find::find(app, workspace, &[args.sid], &args.of).await? {
        app.printer()?.object(&row, &COLUMNS, None)?;
    }
    Ok(())
}
