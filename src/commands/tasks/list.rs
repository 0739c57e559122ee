//! `trctl tasks list`: the tasks there are, and who has them.

use anyhow::Context as _;
use futures::TryStreamExt as _;
use serde_json::value::RawValue;

use super::row::{COLUMNS, TaskRow, status};
use super::select::{FilterArgs, Joins, Query, StatusArgs};
use crate::app::{App, By};
use crate::commands::noun;
use crate::model::{Reservation, TaskStatus};
use crate::output::{Column, Format, Legacy, Row};
use crate::twilio::Record;

/// List tasks, oldest first, each with the worker who has it
///
/// The list is complete unless `--limit` ends it. Filters are judged by Twilio, except
/// `--channel`, `--where`, and times, which are measured by the task's creation. `worker`,
/// `reservation` and `reservation_status` cost a request for every task that has a worker; they are
/// made only when a column, `--sort` or `--where` needs them.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks list --status wrapping --older-than 10m
  trctl tasks list --queue Support --where 'attributes.from == \"+15550100\"' -o json
  trctl tasks list --columns sid,worker,attributes.selected_product
  trctl tasks list --with-reservations --watch=5")]
pub(super) struct ListArgs {
    /// Order in which Twilio sends them: `created`, `priority`, `virtual-start`, each with
    /// `:asc` or `:desc`, comma-separated
    #[arg(long, value_name = "ORDER", value_parser = ordering)]
    order: Option<String>,

    /// Show every reservation of every task
    ///
    /// Tables and `--columns` have a row per reservation; JSON has the task with its
    /// `reservations`.
    #[arg(long)]
    with_reservations: bool,

    #[command(flatten)]
    status: StatusArgs,

    #[command(flatten)]
    filters: FilterArgs,
}

pub(super) fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let statuses = args.status.statuses(app);
    app.block_on(async {
        let workspace = app.workspace().await?;
        let query = Query::new(app, workspace, &statuses, &args.filters, By::Created)
            .await?
            .ordered(args.order.as_deref());
        app.watch(|| async {
            if args.with_reservations {
                with_reservations(app, &query).await
            } else {
                plain(app, &query).await
            }
            .context("cannot list the tasks")
        })
        .await
    })
}

async fn plain(app: &App, query: &Query<'_>) -> anyhow::Result<()> {
    let rows = query
        .rows(Joins::of_view(app)?)
        .map_err(anyhow::Error::from);
    noun::print(app, rows, &COLUMNS, Some(legacy()), "tasks").await
}

async fn with_reservations(app: &App, query: &Query<'_>) -> anyhow::Result<()> {
    let printer = app.printer()?;
    let rows = query.rows(Joins::OfAll).map_err(anyhow::Error::from);
    let is_cut_up = app.global().columns.is_some()
        || (app.global().jq.is_none()
            && matches!(
                printer.format(),
                Format::Table | Format::Wide | Format::Csv | Format::Tsv
            ));
    if is_cut_up {
        let offers = rows
            .map_ok(|row| {
                futures::stream::iter(Offer::all_of(row).into_iter().map(Ok::<_, anyhow::Error>))
            })
            .try_flatten();
        noun::print(app, offers, &OFFER_COLUMNS, None, "tasks").await
    } else {
        let nested = rows.map_ok(Nested::from);
        noun::print(app, nested, &[], Some(nested_legacy()), "tasks").await
    }
}

/// What `tasksList.js` prints.
fn legacy() -> Legacy<TaskRow> {
    Legacy {
        before: vec!["+++ List tasks.".to_owned()],
        row: |row| {
            let task = row.task();
            vec![format!(
                "++ SID: {} assignmentStatus: {}{}, Queue:{} Call SID:{}",
                task.sid,
                task.assignment_status,
                wrapping_mark(task.assignment_status),
                task.task_queue_friendly_name
                    .as_deref()
                    .unwrap_or("undefined"),
                row.legacy_attribute(&["call_sid"]),
            )]
        },
        after: Vec::new(),
    }
}

fn wrapping_mark(status: TaskStatus) -> &'static str {
    if status == TaskStatus::Wrapping {
        "-*"
    } else {
        ""
    }
}

/// A task with its reservations as one document.
#[derive(Debug)]
struct Nested {
    row: TaskRow,
    raw: Box<RawValue>,
}

impl From<TaskRow> for Nested {
    fn from(row: TaskRow) -> Self {
        let reservations: Vec<&str> = row
            .reservations
            .iter()
            .map(|record| record.raw.get())
            .collect();
        let raw = extended(
            &row.record.raw,
            "reservations",
            &format!("[{}]", reservations.join(",")),
        );
        Self { row, raw }
    }
}

impl Row for Nested {
    fn raw(&self) -> &RawValue {
        &self.raw
    }

    fn sid(&self) -> Option<String> {
        self.row.sid()
    }
}

/// A resource's JSON with one more member behind its own.
fn extended(object: &RawValue, name: &str, value: &str) -> Box<RawValue> {
    let own = object
        .get()
        .trim_end()
        .strip_suffix('}')
        .expect("a resource is a JSON object");
    RawValue::from_string(format!("{},\"{name}\":{value}}}", own.trim_end()))
        .expect("a member more leaves an object an object")
}

/// What `tasksReservationsList.js` prints.
fn nested_legacy() -> Legacy<Nested> {
    Legacy {
        before: vec!["+++ List tasks and their reservations(if any).".to_owned()],
        row: |nested| {
            let row = &nested.row;
            let task = row.task();
            let queue = task
                .task_queue_friendly_name
                .as_deref()
                .unwrap_or("undefined");
            let mut lines = Vec::new();
            if task.assignment_status != TaskStatus::Wrapping {
                lines.push(format!(
                    "++ SID: {} assignmentStatus: {}, Queue:{queue}",
                    task.sid, task.assignment_status
                ));
            }
            lines.push(format!(
                "+++ theAttributes from:{} conference.sid:{} worker:{} customer:{}",
                row.legacy_attribute(&["from"]),
                row.legacy_attribute(&["conference", "sid"]),
                row.legacy_attribute(&["conference", "participants", "worker"]),
                row.legacy_attribute(&["conference", "participants", "customer"]),
            ));
            for record in &row.reservations {
                let reservation = &record.value;
                lines.push(format!(
                    "++ SID: {} assignmentStatus: {}{} Task Queue:{queue} Reservation sid:{} \
                     status:{} workerName:{}",
                    task.sid,
                    task.assignment_status,
                    wrapping_mark(task.assignment_status),
                    reservation.sid,
                    reservation.reservation_status,
                    reservation.worker_name,
                ));
            }
            lines
        },
        after: Vec::new(),
    }
}

/// One reservation of a task, or a task that has none.
#[derive(Debug)]
struct Offer {
    task: std::rc::Rc<TaskRow>,
    reservation: Option<Reservation>,
    raw: Box<RawValue>,
}

impl Offer {
    fn all_of(mut row: TaskRow) -> Vec<Self> {
        let reservations: Vec<Option<Record<Reservation>>> = if row.reservations.is_empty() {
            vec![None]
        } else {
            row.reservations.drain(..).map(Some).collect()
        };
        let task = std::rc::Rc::new(row);
        reservations
            .into_iter()
            .map(|record| Self {
                raw: extended(
                    &task.record.raw,
                    "reservation",
                    record.as_ref().map_or("null", |record| record.raw.get()),
                ),
                task: std::rc::Rc::clone(&task),
                reservation: record.map(|record| record.value),
            })
            .collect()
    }
}

impl Row for Offer {
    fn raw(&self) -> &RawValue {
        &self.raw
    }

    fn sid(&self) -> Option<String> {
        self.task.sid()
    }
}

static OFFER_COLUMNS: [Column<Offer>; 14] = [
    Column::new("sid", "SID", |offer| offer.task.sid().into()),
    Column::new("status", "STATUS", |offer| {
        status(offer.task.task().assignment_status)
    }),
    Column::new("queue", "QUEUE", |offer| {
        offer.task.task().task_queue_friendly_name.clone().into()
    }),
    Column::new("from", "FROM", |offer| offer.task.attribute_cell(&["from"])),
    Column::new("reservation_sid", "RESERVATION", |offer| {
        offer
            .reservation
            .as_ref()
            .map(|reservation| reservation.sid.to_string())
            .into()
    }),
    Column::new("reservation_status", "RESERVATION STATUS", |offer| {
        offer
            .reservation
            .as_ref()
            .map(|reservation| reservation.reservation_status.as_str())
            .into()
    }),
    Column::new("worker", "WORKER", |offer| {
        offer
            .reservation
            .as_ref()
            .map(|reservation| reservation.worker_name.clone())
            .into()
    }),
    Column::wide("reserved", "RESERVED", |offer| {
        offer
            .reservation
            .as_ref()
            .and_then(|reservation| reservation.date_created)
            .into()
    }),
    Column::wide("priority", "PRIORITY", |offer| {
        offer.task.task().priority.into()
    }),
    Column::wide("channel", "CHANNEL", |offer| {
        offer.task.task().task_channel_unique_name.clone().into()
    }),
    Column::wide("call", "CALL", |offer| {
        offer.task.attribute_cell(&["call_sid"])
    }),
    Column::wide("conference", "CONFERENCE", |offer| {
        offer.task.attribute_cell(&["conference", "sid"])
    }),
    Column::wide("worker_call", "WORKER CALL", |offer| {
        offer
            .task
            .attribute_cell(&["conference", "participants", "worker"])
    }),
    Column::wide("customer_call", "CUSTOMER CALL", |offer| {
        offer
            .task
            .attribute_cell(&["conference", "participants", "customer"])
    }),
];

/// Twilio's spelling of an order.
fn ordering(text: &str) -> Result<String, String> {
    let keys: Result<Vec<String>, String> = text.split(',').map(ordering_key).collect();
    let keys = keys?;
    let has = |name: &str| keys.iter().any(|key| key.starts_with(name));
    if has("DateCreated") && has("VirtualStartTime") {
        return Err("Twilio orders by `created` or by `virtual-start`, not by both".to_owned());
    }
    Ok(keys.join(","))
}

fn ordering_key(key: &str) -> Result<String, String> {
    let (name, direction) = key.trim().split_once(':').unwrap_or((key.trim(), "asc"));
    let plain: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    let name = match plain.as_str() {
        "created" | "datecreated" => "DateCreated",
        "priority" => "Priority",
        "virtualstart" | "virtualstarttime" => "VirtualStartTime",
        _ => {
            return Err(format!(
                "`{name}` is not one of created, priority, virtual-start"
            ));
        }
    };
    match direction {
        "asc" | "desc" => Ok(format!("{name}:{direction}")),
        _ => Err(format!("`{direction}` is neither `asc` nor `desc`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_spelled_as_twilio_wants_them() {
        for (text, spelled) in [
            ("created", "DateCreated:asc"),
            ("priority:desc", "Priority:desc"),
            (
                "priority:desc, virtual-start",
                "Priority:desc,VirtualStartTime:asc",
            ),
            ("DateCreated:desc", "DateCreated:desc"),
        ] {
            assert_eq!(ordering(text).as_deref(), Ok(spelled), "{text}");
        }
        for text in ["", "age", "priority:down", "created,virtual-start"] {
            assert!(ordering(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_member_is_added_and_nothing_else_changes() {
        let task = RawValue::from_string("{ \"a\": 1.50\n}".to_owned()).unwrap();
        assert_eq!(
            extended(&task, "reservations", "[]").get(),
            "{ \"a\": 1.50,\"reservations\":[]}"
        );
    }
}
