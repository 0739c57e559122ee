//! What the board tells of a task and of an event. Attributes are whatever somebody wrote: what is
//! not there is left out, and what is there is cut to a line's length.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::events::facts::team_in;
use crate::events::statistics::{Filters, Stamp, TaskRow, WorkerName};
use crate::events::{RecordedEvent, Stored};
use crate::model::TaskStatus;
use crate::serve::settings::ServiceLevel;

/// Letters of a text that somebody wrote.
const MOST_LETTERS: usize = 60;

/// Attributes that tell who a task is from: the first that is there.
const NAMES: [&str; 3] = ["name", "customer_name", "caller_name"];
const NUMBERS: [&str; 5] = ["from", "caller", "phone", "phone_number", "from_number"];

/// A task in a list.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct TaskLine {
    pub(super) sid: String,
    pub(super) name: Option<String>,
    pub(super) from: Option<String>,
    pub(super) channel: Option<String>,
    pub(super) team: Option<String>,
    pub(super) queue: Option<String>,
    pub(super) agents: Vec<String>,
    pub(super) priority: i64,
    pub(super) status: TaskStatus,
    pub(super) created: Option<Stamp>,
    /// Since when it has been in its status, as far as is known.
    pub(super) since: Option<Stamp>,
    /// Offers that came to nothing.
    pub(super) refused: u64,
    /// It waits for longer than its queue's threshold.
    pub(super) is_late: bool,
}

impl TaskLine {
    pub(super) fn of(task: TaskRow, levels: &ServiceLevel) -> Self {
        let attributes = task.attributes.object().unwrap_or_default();
        let queue = task.task_queue_name.as_deref().unwrap_or_default();
        let is_waiting = matches!(
            task.assignment_status,
            TaskStatus::Pending | TaskStatus::Reserved
        );
        let is_late = is_waiting && task.age > levels.of(queue).as_secs();
        let agents = match &task.worker {
            Some(worker) => std::slice::from_ref(worker),
            None => &task.reserved_for[..],
        };
        let channel = text(&attributes, &["channel"]).or(task.channel);
        Self {
            sid: task.task_sid.to_string(),
            name: text(&attributes, &NAMES),
            from: text(&attributes, &NUMBERS),
            channel: channel.map(|channel| capital(&line(&channel))),
            team: task.team.map(|team| capital(&line(&team))),
            queue: task
                .task_queue_name
                .or(task.task_queue_sid)
                .map(|queue| line(&queue)),
            agents: agents.iter().map(called).collect(),
            priority: task.priority,
            status: task.assignment_status,
            created: task.created,
            since: match task.assignment_status {
                TaskStatus::Wrapping => task.wrapping,
                TaskStatus::Assigned => task.accepted,
                _ => None,
            },
            refused: task.reservations_rejected + task.reservations_timed_out,
            is_late,
        }
    }
}

/// The kind and the end of a SID, for people who look for it: `WT…c39beb`.
pub(super) fn short(sid: &str) -> String {
    match (sid.get(..2), sid.get(sid.len().saturating_sub(6)..)) {
        (Some(kind), Some(end)) if sid.len() == 34 => format!("{kind}…{end}"),
        _ => line(sid),
    }
}

fn called(worker: &WorkerName) -> String {
    line(worker.worker_name.as_ref().unwrap_or(&worker.worker_sid))
}

/// The first of these attributes that can be written on a line.
fn text(attributes: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let text = match attributes.get(*name)? {
            Value::String(text) => line(text),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    })
}

/// As much of a text as goes on a line, without what would end it.
pub(super) fn line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    let whole = words.join(" ");
    if whole.chars().count() <= MOST_LETTERS {
        return whole;
    }
    let start: String = whole.chars().take(MOST_LETTERS - 1).collect();
    format!("{start}…")
}

/// As it stands at the beginning of a sentence.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// An event.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct EventLine {
    pub(super) position: u64,
    pub(super) kind: String,
    pub(super) at: Stamp,
    /// Who and what it is about.
    pub(super) about: Vec<String>,
}

impl EventLine {
    pub(super) fn of(stored: &Stored) -> Self {
        let event = &stored.event;
        let mut names = vec![
            "worker_name",
            "worker_activity_name",
            "task_queue_name",
            "task_canceled_reason",
        ];
        // What a worker does is of interest where it changes.
        if !event.kind.starts_with("worker.activity") {
            names.remove(1);
        }
        let about = names.iter().filter_map(|name| event.parameter(name));
        let mut about: Vec<String> = about.map(line).collect();
        if about.is_empty() {
            about.extend(event.resource_sid.as_deref().map(short));
        }
        Self {
            position: stored.position,
            kind: line(&event.kind),
            at: Stamp(event.at),
            about,
        }
    }
}

/// Whether an event is about what a question is narrowed to.
pub(super) fn is_of(event: &RecordedEvent, filters: &Filters) -> bool {
    let is = |wanted: &Option<String>, names: &[&str]| {
        let mut told = names.iter().map(|name| event.parameter(name));
        wanted.is_none() || told.any(|told| told == wanted.as_deref())
    };
    let of_team = |name| team_in(event.parameter(name)) == filters.team;
    is(&filters.queue, &["task_queue_name", "task_queue_sid"])
        && is(&filters.workflow, &["workflow_name", "workflow_sid"])
        && is(&filters.channel, &["task_channel_unique_name"])
        && (filters.team.is_none() || of_team("task_attributes") || of_team("worker_attributes"))
}
