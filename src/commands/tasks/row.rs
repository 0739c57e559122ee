//! A task as lists show it: what Twilio said of it, its attributes opened, and, where somebody
//! looks at them, the reservation and the conference it has now.

use std::cell::OnceCell;

use jiff::Timestamp;
use serde_json::Value as Json;
use serde_json::value::RawValue;

use crate::model::{Conference, Reservation, Task, TaskStatus};
use crate::output::{Cell, Column, Row, Tone};
use crate::twilio::Record;

/// A task and what was joined to it.
#[derive(Debug)]
pub(super) struct TaskRow {
    pub(super) record: Record<Task>,
    /// `Err` when the attributes are not JSON. Opened when first looked at: most formats never do.
    attributes: OnceCell<Result<Json, ()>>,
    /// Oldest first; empty unless they were asked for.
    pub(super) reservations: Vec<Record<Reservation>>,
    /// The conference that is named after the task, if it was asked for and there is one.
    pub(super) conference: Option<Conference>,
}

impl Row for TaskRow {
    fn raw(&self) -> &RawValue {
        &self.record.raw
    }

    fn sid(&self) -> Option<String> {
        Some(self.record.value.sid.to_string())
    }

    fn members() -> &'static [&'static str] {
        Record::<Task>::members()
    }
}

impl From<Record<Task>> for TaskRow {
    fn from(record: Record<Task>) -> Self {
        Self {
            record,
            attributes: OnceCell::new(),
            reservations: Vec::new(),
            conference: None,
        }
    }
}

impl TaskRow {
    pub(super) const fn task(&self) -> &Task {
        &self.record.value
    }

    /// The attributes; nothing when they are not JSON.
    pub(super) fn attributes(&self) -> Option<&Json> {
        self.opened().as_ref().ok()
    }

    fn opened(&self) -> &Result<Json, ()> {
        self.attributes
            .get_or_init(|| serde_json::from_str(&self.task().attributes).map_err(|_| ()))
    }

    /// What a path leads to in the attributes.
    pub(super) fn attribute(&self, path: &[&str]) -> Option<&Json> {
        path.iter()
            .try_fold(self.attributes()?, |here, name| here.get(name))
    }

    pub(super) fn attribute_cell(&self, path: &[&str]) -> Cell {
        self.attribute(path)
            .cloned()
            .map_or(Cell::EMPTY, Cell::json)
    }

    /// What the replaced scripts print for an attribute.
    pub(super) fn legacy_attribute(&self, path: &[&str]) -> String {
        match self.attribute(path) {
            None => "undefined".to_owned(),
            Some(Json::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        }
    }

    /// The reservation that counts: the one in force, else the newest.
    pub(super) fn reservation(&self) -> Option<&Reservation> {
        let in_force = self
            .reservations
            .iter()
            .rfind(|record| record.value.reservation_status.is_open());
        in_force
            .or_else(|| self.reservations.last())
            .map(|record| &record.value)
    }
}

/// Whether a task in this status has a worker.
pub(super) const fn has_worker(status: TaskStatus) -> bool {
    matches!(
        status,
        TaskStatus::Reserved | TaskStatus::Assigned | TaskStatus::Wrapping
    )
}

/// Since when a task waits for what comes next: one that waits for a worker has done so since it
/// was created, whatever offers came to nothing; any other since it came into its status.
pub(super) fn since(task: &Task) -> Option<Timestamp> {
    let date = if task.assignment_status == TaskStatus::Pending {
        task.date_created
    } else {
        task.date_updated
    };
    date.map(|date| date.0)
}

pub(super) fn status(status: TaskStatus) -> Cell {
    let tone = match status {
        TaskStatus::Pending | TaskStatus::Reserved => Tone::Notice,
        TaskStatus::Assigned => Tone::Good,
        TaskStatus::Wrapping => Tone::Bad,
        TaskStatus::Completed | TaskStatus::Canceled | TaskStatus::Unknown => Tone::Dim,
    };
    Cell::from(status.as_str()).tone(tone)
}

/// The document as it is, marked when it is not JSON.
fn attributes(row: &TaskRow) -> Cell {
    let text = row.task().attributes.as_str();
    match row.opened() {
        _ if text.is_empty() => Cell::EMPTY,
        Ok(_) => text.into(),
        Err(()) => Cell::from(format!("not JSON: {text}")).tone(Tone::Bad),
    }
}

/// The columns that only a request for the task's reservations can fill.
pub(super) const JOINED: [&str; 3] = ["worker", "reservation", "reservation_status"];

pub(super) static COLUMNS: [Column<TaskRow>; 21] = [
    Column::new("sid", "SID", |row| row.task().sid.to_string().into()),
    Column::new("status", "STATUS", |row| {
        status(row.task().assignment_status)
    }),
    Column::new("age", "AGE", |row| Cell::age(row.task().age)),
    Column::new("priority", "PRIORITY", |row| row.task().priority.into()),
    Column::new("queue", "QUEUE", |row| {
        row.task().task_queue_friendly_name.clone().into()
    }),
    Column::new("channel", "CHANNEL", |row| {
        row.task().task_channel_unique_name.clone().into()
    }),
    Column::new("from", "FROM", |row| row.attribute_cell(&["from"])),
    Column::new("worker", "WORKER", |row| {
        row.reservation()
            .map(|reservation| reservation.worker_name.clone())
            .into()
    }),
    Column::wide("workflow", "WORKFLOW", |row| {
        row.task().workflow_friendly_name.clone().into()
    }),
    Column::wide("call", "CALL", |row| row.attribute_cell(&["call_sid"])),
    Column::wide("conference", "CONFERENCE", |row| match &row.conference {
        Some(conference) => conference.sid.to_string().into(),
        None => row.attribute_cell(&["conference", "sid"]),
    }),
    Column::wide("worker_call", "WORKER CALL", |row| {
        row.attribute_cell(&["conference", "participants", "worker"])
    }),
    Column::wide("customer_call", "CUSTOMER CALL", |row| {
        row.attribute_cell(&["conference", "participants", "customer"])
    }),
    Column::wide("reservation", "RESERVATION", |row| {
        row.reservation()
            .map(|reservation| reservation.sid.to_string())
            .into()
    }),
    Column::wide("reservation_status", "RESERVATION STATUS", |row| {
        row.reservation()
            .map(|reservation| reservation.reservation_status.as_str())
            .into()
    }),
    Column::wide("reason", "REASON", |row| row.task().reason.clone().into()),
    Column::wide("selected_product", "PRODUCT", |row| {
        row.attribute_cell(&["selected_product"])
    }),
    Column::wide("selected_language", "LANGUAGE", |row| {
        row.attribute_cell(&["selected_language"])
    }),
    Column::wide("created", "CREATED", |row| row.task().date_created.into()),
    Column::wide("updated", "UPDATED", |row| row.task().date_updated.into()),
    Column::wide("attributes", "ATTRIBUTES", attributes),
];

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;
    use serde_json::value::to_raw_value;

    use super::*;

    /// A task whose attributes are this text.
    pub(in crate::commands::tasks) fn row(status: &str, attributes: &str) -> TaskRow {
        let raw = to_raw_value(&json!({
            "sid": format!("WT{:032x}", 1),
            "account_sid": format!("AC{:032x}", 1),
            "workspace_sid": format!("WS{:032x}", 1),
            "assignment_status": status,
            "attributes": attributes,
            "date_created": "2026-11-21T08:00:00Z",
            "date_updated": "2026-11-21T09:00:00Z",
        }))
        .unwrap();
        let value = serde_json::from_str(raw.get()).unwrap();
        Record { value, raw }.into()
    }

    #[test]
    fn attributes_that_lack_a_key_or_are_not_json_leave_cells_empty() {
        let cell = |row: &TaskRow, name: &str| {
            let column = COLUMNS.iter().find(|column| column.name == name);
            (column.unwrap().cell)(row)
        };
        for (attributes, from, worker_call) in [
            (
                r#"{"from":"+1","conference":{"participants":{"worker":"CA1"}}}"#,
                "+1".into(),
                "CA1".into(),
            ),
            (
                r#"{"from":null,"conference":"none"}"#,
                Cell::EMPTY,
                Cell::EMPTY,
            ),
            ("{}", Cell::EMPTY, Cell::EMPTY),
            ("", Cell::EMPTY, Cell::EMPTY),
            ("[1]", Cell::EMPTY, Cell::EMPTY),
            ("from=+1", Cell::EMPTY, Cell::EMPTY),
        ] {
            let row = row("pending", attributes);
            assert_eq!(cell(&row, "from"), from, "{attributes}");
            assert_eq!(cell(&row, "worker_call"), worker_call, "{attributes}");
        }
        assert_eq!(
            cell(&row("pending", "from=+1"), "attributes"),
            Cell::from("not JSON: from=+1").tone(Tone::Bad)
        );
    }

    #[test]
    fn scripts_say_undefined_for_what_is_missing() {
        let row = row("pending", r#"{"call_sid":"CA1","n":1,"x":null}"#);
        let said = |name| row.legacy_attribute(&[name]);
        assert_eq!(said("call_sid"), "CA1");
        assert_eq!(said("n"), "1");
        assert_eq!(said("x"), "null");
        assert_eq!(said("from"), "undefined");
    }

    #[test]
    fn a_pending_task_waits_since_its_creation_any_other_since_its_last_change() {
        let hour = |status| since(row(status, "{}").task()).unwrap().to_string();
        assert_eq!(hour("pending"), "2026-11-21T08:00:00Z");
        assert_eq!(hour("wrapping"), "2026-11-21T09:00:00Z");
    }
}
