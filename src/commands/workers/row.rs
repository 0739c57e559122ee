//! A worker as lists show it.

use jiff::Timestamp;
use serde_json::Value as Json;
use serde_json::value::RawValue;

use crate::app::App;
use crate::commands::noun::age;
use crate::model::Worker;
use crate::model::sid::TaskSid;
use crate::output::{Cell, Column, Row, Tone};
use crate::twilio::Record;

/// A worker and the tasks of the reservations the worker has not finished.
#[derive(Debug)]
pub(super) struct WorkerRow {
    pub(super) record: Record<Worker>,
    /// Empty unless somebody looks at them.
    pub(super) tasks: Vec<TaskSid>,
    pub(super) now: Timestamp,
}

impl AsRef<Record<Worker>> for WorkerRow {
    fn as_ref(&self) -> &Record<Worker> {
        &self.record
    }
}

impl Row for WorkerRow {
    fn raw(&self) -> &RawValue {
        &self.record.raw
    }

    fn sid(&self) -> Option<String> {
        Some(self.record.value.sid.to_string())
    }

    fn members() -> &'static [&'static str] {
        Record::<Worker>::members()
    }
}

impl WorkerRow {
    /// A worker of whose tasks nothing is said.
    pub(super) fn without_tasks(app: &App, record: Record<Worker>) -> Self {
        Self {
            record,
            tasks: Vec::new(),
            now: app.now(),
        }
    }

    pub(super) const fn worker(&self) -> &Worker {
        &self.record.value
    }

    fn attribute(&self, name: &str) -> Option<Json> {
        let mut attributes: Json = serde_json::from_str(&self.worker().attributes).ok()?;
        attributes.get_mut(name).map(Json::take)
    }

    /// `skills`, or `routing.skills` where Flex keeps them.
    fn skills(&self) -> Cell {
        let skills = self
            .attribute("skills")
            .or_else(|| Some(self.attribute("routing")?.get_mut("skills")?.take()));
        match skills {
            Some(Json::Array(skills)) => skills
                .iter()
                .map(|skill| {
                    skill
                        .as_str()
                        .map_or_else(|| skill.to_string(), str::to_owned)
                })
                .collect::<Vec<_>>()
                .join(", ")
                .into(),
            Some(other) => Cell::json(other),
            None => Cell::EMPTY,
        }
    }

    fn activity(&self) -> Cell {
        let tone = match self.worker().available {
            Some(true) => Tone::Good,
            _ => Tone::Dim,
        };
        Cell::from(self.worker().activity_name.as_str()).tone(tone)
    }

    fn since(&self) -> Cell {
        let changed = self.worker().date_status_changed;
        age(changed.map(|changed| changed.0), self.now)
    }

    fn tasks(&self) -> Cell {
        if self.tasks.is_empty() {
            return Cell::EMPTY;
        }
        let tasks: Vec<String> = self.tasks.iter().map(TaskSid::to_string).collect();
        tasks.join(", ").into()
    }
}

/// The column that takes further requests.
pub(super) const TASK: &str = "task";

pub(super) static COLUMNS: [Column<WorkerRow>; 11] = [
    Column::new("name", "NAME", |row| {
        row.worker().friendly_name.as_str().into()
    }),
    Column::new("sid", "SID", |row| row.worker().sid.to_string().into()),
    Column::new("activity", "ACTIVITY", WorkerRow::activity),
    Column::new("since", "SINCE", WorkerRow::since),
    Column::new("available", "AVAILABLE", |row| {
        row.worker().available.into()
    }),
    Column::new("skills", "SKILLS", WorkerRow::skills),
    Column::wide(TASK, "TASK", WorkerRow::tasks),
    Column::wide("contact", "CONTACT", |row| {
        row.attribute("contact_uri")
            .map(Cell::json)
            .unwrap_or_default()
    }),
    Column::wide("attributes", "ATTRIBUTES", |row| {
        row.worker().attributes.as_str().into()
    }),
    Column::wide("activity_sid", "ACTIVITY SID", |row| {
        row.worker().activity_sid.map(|sid| sid.to_string()).into()
    }),
    Column::wide("created", "CREATED", |row| row.worker().date_created.into()),
];
