//! The shape of a file of cases; unknown keys are errors.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::Value as Json;
use serde_saphyr::Spanned;

use super::{Error, Place};
use crate::routing::alike;

/// A file of cases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestFile {
    pub(super) workflow: Option<Spanned<Json>>,
    pub(super) reservation_timeout: Option<Seconds>,
    pub(super) timeout_activity: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) activities: Vec<Spanned<ActivityEntry>>,
    #[serde(default)]
    pub(super) channels: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) queues: Vec<Spanned<QueueEntry>>,
    #[serde(default)]
    pub(super) workers: Vec<Spanned<WorkerEntry>>,
    pub(super) cases: Vec<Spanned<Case>>,
}

/// Where a file's workflow comes from.
#[derive(Debug, PartialEq)]
pub enum WorkflowSource<'a> {
    /// A file with the configuration, relative to the file of cases.
    File(&'a str),
    /// The configuration itself.
    Inline(&'a Json),
    /// The file names none.
    Missing,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActivityEntry {
    #[serde(alias = "friendly_name")]
    pub(super) name: String,
    #[serde(default)]
    pub(super) available: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QueueEntry {
    #[serde(alias = "friendly_name")]
    pub(super) name: String,
    pub(super) target_workers: Option<Spanned<String>>,
    pub(super) max_reserved_workers: Option<u32>,
    pub(super) task_order: Option<Order>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) enum Order {
    #[serde(rename = "FIFO")]
    Fifo,
    #[serde(rename = "LIFO")]
    Lifo,
}

/// A worker, or in a case what is different about one.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkerEntry {
    #[serde(alias = "friendly_name")]
    pub(super) name: Spanned<String>,
    pub(super) activity: Option<Spanned<String>>,
    pub(super) attributes: Option<Json>,
    #[serde(default)]
    pub(super) channels: BTreeMap<String, Capacity>,
}

/// `voice: 2`, or `voice: { capacity: 2, available: false }`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(untagged)]
pub(super) enum Capacity {
    Number(u32),
    Whole(WholeCapacity),
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WholeCapacity {
    pub(super) capacity: Option<u32>,
    pub(super) available: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) name: String,
    /// When the task comes.
    pub(super) at: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) workers: Vec<Spanned<WorkerEntry>>,
    #[serde(default)]
    pub(super) before: Vec<Spanned<TaskEntry>>,
    pub(super) task: Spanned<TaskEntry>,
    #[serde(default)]
    pub(super) answers: Answers,
    pub(super) waits: Option<Seconds>,
    pub(super) expect: Spanned<Expect>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TaskEntry {
    pub(super) attributes: Option<Json>,
    pub(super) priority: Option<i64>,
    pub(super) channel: Option<Spanned<String>>,
    /// How long it lives without being assigned.
    pub(super) timeout: Option<Seconds>,
}

/// What workers do with an offer of the task.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Answers {
    #[default]
    Accept,
    Nobody,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expect {
    pub(super) filter: Option<Spanned<FilterName>>,
    pub(super) target: Option<Spanned<usize>>,
    pub(super) queue: Option<Spanned<String>>,
    pub(super) priority: Option<Spanned<i64>>,
    pub(super) worker: Option<Spanned<String>>,
    pub(super) outcome: Option<Spanned<Outcome>>,
    pub(super) reason: Option<Spanned<String>>,
}

impl Expect {
    pub(super) const fn says_nothing(&self) -> bool {
        self.filter.is_none()
            && self.target.is_none()
            && self.queue.is_none()
            && self.priority.is_none()
            && self.worker.is_none()
            && self.outcome.is_none()
            && self.reason.is_none()
    }
}

/// A filter by its label, or its place from 0; `default` for the default filter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum FilterName {
    Index(usize),
    Label(String),
}

/// What became of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It waits for a worker.
    Pending,
    /// It is offered to a worker.
    Reserved,
    /// A worker has accepted it.
    Assigned,
    /// It was canceled when its workflow had nothing left to try.
    WorkflowTimeout,
    /// It was canceled when it had been skipped out of its workflow.
    WorkflowSkipped,
    /// It was canceled at the end of its life.
    Ttl,
    /// It was never made: no filter matches and there is no default filter.
    Refused,
}

impl Outcome {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Reserved => "reserved",
            Self::Assigned => "assigned",
            Self::WorkflowTimeout => "workflow-timeout",
            Self::WorkflowSkipped => "workflow-skipped",
            Self::Ttl => "ttl",
            Self::Refused => "refused",
        }
    }
}

/// A span of time: a number of seconds, or `90s`, `2h 30m`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seconds(pub(super) u64);

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Seconds;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number of seconds, or a span of time such as `90s` or `2h 30m`")
            }

            fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<Seconds, E> {
                Ok(Seconds(seconds))
            }

            fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<Seconds, E> {
                u64::try_from(seconds)
                    .map(Seconds)
                    .map_err(|_| E::invalid_value(de::Unexpected::Signed(seconds), &self))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Seconds, E> {
                let wrong = || E::invalid_value(de::Unexpected::Str(text), &self);
                let text = text.trim();
                if let Ok(seconds) = text.parse() {
                    return Ok(Seconds(seconds));
                }
                let span: jiff::SignedDuration = text.parse().map_err(|_| wrong())?;
                u64::try_from(span.as_secs())
                    .map(Seconds)
                    .map_err(|_| wrong())
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

impl TestFile {
    /// Reads a file of cases, YAML or JSON.
    ///
    /// # Errors
    /// When it is neither, or has another shape.
    pub fn parse(text: &str) -> Result<Self, Error> {
        document(text)
    }

    /// Where the workflow comes from.
    pub fn workflow(&self) -> WorkflowSource<'_> {
        match self.workflow.as_ref().map(|source| &source.value) {
            None => WorkflowSource::Missing,
            Some(Json::String(path)) => WorkflowSource::File(path),
            Some(document) => WorkflowSource::Inline(document),
        }
    }

    /// Where the workflow is named.
    pub fn workflow_place(&self) -> Option<Place> {
        let source = self.workflow.as_ref()?;
        Some(Place::of(source.referenced))
    }
}

/// Reads a document, YAML or JSON; what is wrong is told with its place and what may have been
/// meant.
pub(crate) fn document<T: de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    // Without the first, a bare `y` or `on` in attributes would become a boolean.
    let options = serde_saphyr::options! { strict_booleans: true, with_snippet: false };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let place = error.location().map(Place::of);
        let problem = match error.without_snippet() {
            serde_saphyr::Error::SerdeUnknownField {
                field, expected, ..
            } => format!(
                "unknown key `{field}`{}; there are {}",
                alike::question(field, expected.iter().copied()),
                expected.join(", ")
            ),
            serde_saphyr::Error::SerdeUnknownVariant {
                variant, expected, ..
            } => format!(
                "`{variant}` is not known here{}; there are {}",
                alike::question(variant, expected.iter().copied()),
                expected.join(", ")
            ),
            _ => {
                let text = error.to_string();
                let first = text.lines().next().unwrap_or_default();
                let text = first.strip_prefix("error: ").unwrap_or(first);
                without_place(text, place).to_owned()
            }
        };
        Error { place, problem }
    })
}

/// The text without the place it is told again at the beginning or at the end.
fn without_place(text: &str, place: Option<Place>) -> &str {
    let Some(Place { line, column }) = place else {
        return text;
    };
    let text = text
        .strip_prefix(&format!("line {line} column {column}: "))
        .unwrap_or(text);
    text.strip_suffix(&format!(" at line {line}, column {column}"))
        .unwrap_or(text)
}
