//! `trctl emulator inspect`: what is going on in a running emulator.

use super::control::Control;
use crate::app::App;
use crate::emulator::{
    ActivityView, Alert, CallbackRecord, ClockMode, Inspection, QueueView, ReservationView,
};
use crate::output::{Cell, Column, Format, Local, Printer, Row, Tone};

/// Show what is going on: who waits, who works, what was called
///
/// Tables for people; `-o json` has all of it in one document. A browser shows the same at
/// `/_emulator/` of the emulator's address.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl emulator inspect --watch
  trctl emulator inspect --jq '.callbacks[] | select(.status != 200)'")]
pub(super) struct InspectArgs {
    /// Callbacks and alerts to show in tables, the latest
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    last: usize,
}

static QUEUES: [Column<Local<QueueView>>; 7] = [
    Column::new("queue", "QUEUE", |row| {
        let name = row.value.friendly_name.as_deref();
        name.unwrap_or("straight to a worker").into()
    }),
    Column::new("waiting", "WAITING", |row| row.value.waiting.into()),
    Column::new("longest_wait", "LONGEST WAIT", |row| {
        row.value.longest_wait.map_or(Cell::EMPTY, Cell::age)
    }),
    Column::new("top_priority", "TOP PRIORITY", |row| {
        row.value.top_priority.into()
    }),
    Column::new("reserved", "RESERVED", |row| row.value.reserved.into()),
    Column::new("assigned", "ASSIGNED", |row| row.value.assigned.into()),
    Column::new("wrapping", "WRAPPING", |row| row.value.wrapping.into()),
];

static ACTIVITIES: [Column<Local<ActivityView>>; 3] = [
    Column::new("activity", "ACTIVITY", |row| {
        row.value.friendly_name.as_str().into()
    }),
    Column::new("available", "AVAILABLE", |row| row.value.available.into()),
    Column::new("workers", "WORKERS", |row| row.value.workers.into()),
];

static RESERVATIONS: [Column<Local<ReservationView>>; 7] = [
    Column::new("status", "STATUS", |row| row.value.status.as_str().into()),
    Column::new("worker", "WORKER", |row| {
        row.value.worker_name.as_str().into()
    }),
    Column::new("queue", "QUEUE", |row| {
        row.value.task_queue_name.as_str().into()
    }),
    Column::new("left", "LEFT", |row| {
        row.value.seconds_left.map_or(Cell::EMPTY, Cell::age)
    }),
    Column::new("task", "TASK", |row| row.value.task_sid.to_string().into()),
    Column::wide("deadline", "DEADLINE", |row| row.value.deadline.into()),
    Column::wide("sid", "SID", |row| row.value.sid.to_string().into()),
];

static CALLBACKS: [Column<Local<CallbackRecord>>; 6] = [
    Column::new("time", "TIME", |row| row.value.date.into()),
    Column::new("what", "WHAT", |row| row.value.what.as_str().into()),
    Column::new("url", "URL", |row| row.value.url.as_str().into()),
    Column::new("answer", "ANSWER", answer),
    Column::new("took", "TOOK", |row| {
        format!("{} ms", row.value.duration_ms).into()
    }),
    Column::wide("sid", "SID", |row| row.value.sid.as_str().into()),
];

fn answer(row: &Local<CallbackRecord>) -> Cell {
    let call = &row.value;
    match (&call.failure, call.status) {
        (Some(failure), _) => Cell::from(failure.as_str()).tone(Tone::Bad),
        (None, Some(status)) => {
            let answer = call.answer.as_deref().unwrap_or_default();
            let said = Cell::from(format!("{status} {answer}").trim_end());
            if (200..300).contains(&status) {
                said
            } else {
                said.tone(Tone::Bad)
            }
        }
        (None, None) => Cell::EMPTY,
    }
}

static ALERTS: [Column<Local<Alert>>; 5] = [
    Column::new("time", "TIME", |row| row.value.date.into()),
    Column::new("code", "CODE", |row| row.value.code.into()),
    Column::new("message", "MESSAGE", |row| {
        row.value.message.as_str().into()
    }),
    Column::wide("sid", "SID", |row| row.value.resource_sid.as_str().into()),
    Column::wide("url", "URL", |row| row.value.url.as_deref().into()),
];

/// One line about the whole, for the formats that have no place for several tables.
static WHOLE: [Column<Local<Inspection>>; 8] = [
    Column::new("version", "VERSION", |row| {
        row.value.version.as_str().into()
    }),
    Column::new("account_sid", "ACCOUNT", |row| {
        row.value.account_sid.to_string().into()
    }),
    Column::new("clock", "CLOCK", |row| {
        match row.value.clock.mode {
            ClockMode::Real => "real",
            ClockMode::Manual => "manual",
        }
        .into()
    }),
    Column::new("now", "NOW", |row| row.value.clock.now.into()),
    Column::new("next_deadline", "NEXT DEADLINE", |row| {
        row.value.clock.next_deadline.into()
    }),
    Column::new("waiting", "WAITING", |row| {
        let queues = row.value.workspaces.iter().flat_map(|each| &each.queues);
        queues.map(|queue| queue.waiting).sum::<u64>().into()
    }),
    Column::new("reservations", "OPEN RESERVATIONS", |row| {
        let open = row.value.workspaces.iter();
        let count: usize = open.map(|each| each.reservations.len()).sum();
        u64::try_from(count).unwrap_or(u64::MAX).into()
    }),
    Column::new("events_waiting", "EVENTS TO DELIVER", |row| {
        u64::try_from(row.value.events_waiting)
            .unwrap_or(u64::MAX)
            .into()
    }),
];

pub(super) async fn run(app: &App, args: &InspectArgs) -> anyhow::Result<()> {
    app.watch(|| async {
        let seen: Inspection = Control::reach(app).await?.get("inspect").await?;
        let printer = app.printer()?;
        let row = Local::new(seen);
        printer.object(&row, &WHOLE, None)?;
        let tables = matches!(printer.format(), Format::Table | Format::Wide);
        if tables && app.global().columns.is_none() {
            sections(printer, row.value, args.last)?;
        }
        Ok(())
    })
    .await
}

fn sections(printer: &Printer, seen: Inspection, last: usize) -> anyhow::Result<()> {
    for workspace in seen.workspaces {
        let name = workspace.friendly_name;
        table(
            printer,
            &format!("Tasks of {name} by queue"),
            workspace.queues,
            &QUEUES,
        )?;
        table(
            printer,
            &format!("Workers of {name} by activity"),
            workspace.activities,
            &ACTIVITIES,
        )?;
        table(
            printer,
            &format!("Open reservations of {name}"),
            workspace.reservations,
            &RESERVATIONS,
        )?;
    }
    let latest = |count: usize, what: &str| match count.cmp(&last) {
        std::cmp::Ordering::Greater => format!("Last {last} of {count} {what}"),
        _ => format!("Last {what}"),
    };
    let heading = latest(seen.callbacks.len(), "callbacks");
    table(
        printer,
        &heading,
        seen.callbacks.into_iter().take(last),
        &CALLBACKS,
    )?;
    let heading = latest(seen.alerts.len(), "alerts");
    table(
        printer,
        &heading,
        seen.alerts.into_iter().take(last),
        &ALERTS,
    )
}

/// A table with a heading; nothing when it would be empty.
fn table<T: serde::Serialize>(
    printer: &Printer,
    heading: &str,
    values: impl IntoIterator<Item = T>,
    columns: &'static [Column<Local<T>>],
) -> anyhow::Result<()>
where
    Local<T>: Row,
{
    let mut values = values.into_iter().peekable();
    if values.peek().is_none() {
        return Ok(());
    }
    printer.console().print_heading(heading)?;
    let mut list = printer.list(columns, None)?;
    for value in values {
        list.row(&Local::new(value))?;
    }
    list.finish()?;
    Ok(())
}
