//! `trctl tasks reservations`: to whom tasks were offered, and what came of it.

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _};

use super::select::limit;
use crate::app::App;
use crate::model::sid::TaskSid;
use crate::model::{Reservation, ReservationStatus, Task};
use crate::output::{Cell, Column, Legacy, Tone};
use crate::twilio::{Record, ReservationScope};

/// List the reservations of tasks, oldest first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl tasks reservations WT0123456789abcdef0123456789abcdef")]
pub(super) struct ReservationsArgs {
    /// SIDs of the tasks
    #[arg(value_name = "TASK", required = true)]
    tasks: Vec<String>,
}

static COLUMNS: [Column<Record<Reservation>>; 6] = [
    Column::new("sid", "SID", |row| row.value.sid.to_string().into()),
    Column::new("status", "STATUS", |row| {
        let status = row.value.reservation_status;
        let tone = match status {
            ReservationStatus::Pending => Tone::Notice,
            ReservationStatus::Accepted => Tone::Good,
            ReservationStatus::Wrapping | ReservationStatus::Timeout => Tone::Bad,
            _ => Tone::Dim,
        };
        Cell::from(status.as_str()).tone(tone)
    }),
    Column::new("worker", "WORKER", |row| {
        row.value.worker_name.as_str().into()
    }),
    Column::new("task", "TASK", |row| row.value.task_sid.to_string().into()),
    Column::new("created", "CREATED", |row| row.value.date_created.into()),
    Column::new("updated", "UPDATED", |row| row.value.date_updated.into()),
];

pub(super) fn run(app: &App, args: &ReservationsArgs) -> anyhow::Result<()> {
    app.block_on(async {
        let client = app.client()?;
        let workspace = app.workspace().await?;
        let mut tasks: Vec<TaskSid> = Vec::new();
        for text in &args.tasks {
            tasks.push(client.resolve::<Task>(workspace, text).await?);
        }
        let query = app.list_query(false)?;
        app.watch(|| async {
            let list = app.printer()?.list(&COLUMNS, Some(legacy(&tasks)))?;
            let rows = futures::stream::iter(&tasks)
                .then(|task| {
                    let scope = ReservationScope::Task(workspace, *task);
                    let rows = client.list::<Reservation>(scope, &query);
                    async move { Ok::<_, anyhow::Error>(rows.map_err(anyhow::Error::from)) }
                })
                .try_flatten()
                .take(limit(app));
            list.drain(rows)
                .await
                .context("cannot list the reservations")?;
            Ok(())
        })
        .await
    })
}

/// What `dev/taskReservationList.js` prints; of several tasks, all are named first.
fn legacy(tasks: &[TaskSid]) -> Legacy<Record<Reservation>> {
    let mut before = vec!["+++ List a task's information.".to_owned()];
    before.extend(tasks.iter().map(|task| format!("+ Task: {task}")));
    Legacy {
        before,
        row: |row| {
            vec![format!(
                "++ SID:{} reservationStatus:{} workerName:{}",
                row.value.sid, row.value.reservation_status, row.value.worker_name
            )]
        },
        after: vec!["+++ Completed...".to_owned()],
    }
}
