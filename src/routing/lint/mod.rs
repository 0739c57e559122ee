//! What is wrong, or hardly meant, in a workflow: steps that nothing reaches, queues and targets
//! that nobody fits, names that mean nothing.
//!
//! [`lint`] looks at one configuration, [`lint_queues`] at the queues themselves. What the caller
//! does not know (a file alone knows no workers) is not held against the workflow.

mod people;
mod reach;
mod skip;
#[cfg(test)]
mod tests;

use serde::Serialize;

use super::roster::{Activity, Queue, Worker};
use super::workflow::{Configuration, ErrorKind, Target, WarningKind};

pub use people::lint_queues;

/// The life of a task that names no other, in seconds.
pub const DEFAULT_TTL: u64 = 86_400;

/// What is known beside the workflow; `None` is not known.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The queues of the workspace.
    pub queues: Option<&'a [Queue]>,
    /// Its workers.
    pub workers: Option<&'a [Worker]>,
    /// Its activities.
    pub activities: Option<&'a [Activity]>,
    /// How long tasks live without being assigned, in seconds.
    pub ttl: u64,
}

impl Default for Known<'_> {
    fn default() -> Self {
        Self {
            queues: None,
            workers: None,
            activities: None,
            ttl: DEFAULT_TTL,
        }
    }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Works, but hardly as intended.
    Warning,
    /// Does not work, or can never take effect.
    Error,
}

impl Severity {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind of thing, one of [`CODES`].
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where in the document, e.g. `task_routing.filters[1].targets[0].expression`; empty for the
    /// whole.
    pub path: String,
    /// The filter, counted from 0; `None` for the default filter and the whole.
    pub filter: Option<usize>,
    /// The target in the filter, counted from 0.
    pub target: Option<usize>,
    /// What is wrong.
    pub text: String,
    /// What to do about it.
    pub help: String,
}

/// Every code, with what it means.
pub const CODES: &[(&str, Severity, &str)] = &[
    (
        "invalid",
        Severity::Error,
        "the configuration cannot be read",
    ),
    (
        "unknown-queue",
        Severity::Error,
        "a queue that does not exist",
    ),
    (
        "unreachable-filter",
        Severity::Error,
        "a filter before takes every task and never lets go",
    ),
    (
        "shadowed-filter",
        Severity::Warning,
        "reached only after a filter before has given up",
    ),
    (
        "filter-never-matches",
        Severity::Error,
        "the filter's expression is never true",
    ),
    (
        "unreachable-target",
        Severity::Error,
        "the target before neither expires nor is skipped",
    ),
    (
        "target-never-fits",
        Severity::Warning,
        "the target's expression is never true",
    ),
    (
        "skip-if-never-holds",
        Severity::Warning,
        "the step is never skipped",
    ),
    (
        "timeouts-exceed-ttl",
        Severity::Warning,
        "the task dies before the step ends",
    ),
    (
        "known-worker-has-no-way-out",
        Severity::Warning,
        "a task whose worker is missing stays there",
    ),
    (
        "nobody-serves-queue",
        Severity::Error,
        "a queue that tasks are sent to matches no worker",
    ),
    (
        "nobody-fits-target",
        Severity::Warning,
        "no worker of the queue fits the target",
    ),
    (
        "attribute-nobody-has",
        Severity::Warning,
        "an expression asks for an attribute no worker has",
    ),
    (
        "order-by-ignored",
        Severity::Warning,
        "a worker's value is no integer",
    ),
    (
        "name-out-of-scope",
        Severity::Warning,
        "a name that means nothing in this expression",
    ),
    (
        "unknown-key",
        Severity::Warning,
        "a key that means nothing here",
    ),
    (
        "no-default-filter",
        Severity::Warning,
        "tasks that match no filter have nowhere to go",
    ),
    (
        "default-filter-timeout",
        Severity::Warning,
        "the default filter has no time-out",
    ),
];

/// Where a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Filter(usize),
    Target(usize, usize),
    Default,
}

impl Place {
    fn path(self, key: &str) -> String {
        let object = match self {
            Self::Filter(filter) => format!("task_routing.filters[{filter}]"),
            Self::Target(filter, target) => {
                format!("task_routing.filters[{filter}].targets[{target}]")
            }
            Self::Default => "task_routing.default_filter".to_owned(),
        };
        if key.is_empty() {
            object
        } else {
            format!("{object}.{key}")
        }
    }
}

/// Collects findings.
struct Findings<'a> {
    configuration: &'a Configuration,
    known: &'a Known<'a>,
    found: Vec<Finding>,
}

impl Findings<'_> {
    fn add(&mut self, code: &'static str, place: Place, key: &str, text: String, help: String) {
        let (filter, target) = match place {
            Place::Filter(filter) => (Some(filter), None),
            Place::Target(filter, target) => (Some(filter), Some(target)),
            Place::Default => (None, None),
        };
        self.found.push(Finding {
            code,
            severity: severity_of(code),
            path: place.path(key),
            filter,
            target,
            text,
            help,
        });
    }

    /// Every step, the default filter's last.
    fn steps(&self) -> Vec<(Place, Target)> {
        let mut steps = Vec::new();
        for (f, filter) in self.configuration.filters.iter().enumerate() {
            for (t, target) in filter.targets.iter().enumerate() {
                steps.push((Place::Target(f, t), target.clone()));
            }
        }
        if let Some(target) = &self.configuration.default_filter {
            steps.push((Place::Default, target.clone()));
        }
        steps
    }

    /// What people call a filter.
    fn filter_name(&self, filter: usize) -> String {
        filter_name(self.configuration, filter)
    }
}

/// What people call a filter: its label, else its place.
pub(super) fn filter_name(configuration: &Configuration, filter: usize) -> String {
    let label = configuration
        .filters
        .get(filter)
        .and_then(|filter| filter.friendly_name.as_deref());
    match label {
        Some(label) => format!("`{label}`"),
        None => format!("filters[{filter}]"),
    }
}

fn severity_of(code: &str) -> Severity {
    CODES
        .iter()
        .find(|(known, _, _)| *known == code)
        .map_or(Severity::Warning, |(_, severity, _)| *severity)
}

/// The findings of a workflow's document, in the order of the document.
pub fn lint(text: &str, known: &Known<'_>) -> Vec<Finding> {
    let (configuration, warnings) = match Configuration::parse_with_warnings(text) {
        Ok(read) => read,
        Err(errors) => {
            return errors
                .into_iter()
                .map(|error| {
                    let (filter, target) = indexes(&error.path);
                    Finding {
                        code: "invalid",
                        severity: Severity::Error,
                        filter,
                        target,
                        text: match &error.kind {
                            ErrorKind::Expression { text, error } => format!("{error}: {text}"),
                            kind => kind.to_string(),
                        },
                        path: error.path,
                        help: "Twilio refuses such a configuration; correct it first".to_owned(),
                    }
                })
                .collect();
        }
    };
    let mut findings = Findings {
        configuration: &configuration,
        known,
        found: Vec::new(),
    };
    for warning in warnings {
        let (filter, target) = indexes(&warning.path);
        let Some((code, help)) = told_by_the_reader(&warning.kind, &warning.path) else {
            continue;
        };
        findings.found.push(Finding {
            code,
            severity: severity_of(code),
            filter,
            target,
            text: warning.kind.to_string(),
            path: warning.path,
            help,
        });
    }
    findings.reach();
    findings.skips();
    findings.queues();
    findings.people();
    let order = |finding: &Finding| {
        (
            finding.filter.unwrap_or(usize::MAX),
            finding.target.map_or(0, |target| target + 1),
        )
    };
    findings.found.sort_by_key(order);
    findings.found
}

/// The code and the advice for what the reader of configurations finds odd itself.
fn told_by_the_reader(kind: &WarningKind, path: &str) -> Option<(&'static str, String)> {
    const KEYS: [&str; 14] = [
        "task_routing",
        "filters",
        "default_filter",
        "filter_friendly_name",
        "expression",
        "targets",
        "queue",
        "priority",
        "timeout",
        "order_by",
        "skip_if",
        "known_worker_sid",
        "known_worker_friendly_name",
        "task_queue_sid",
    ];
    Some(match kind {
        WarningKind::UnknownKey => {
            let key = path.rsplit('.').next().unwrap_or(path);
            let meant = super::alike::nearest(key, KEYS);
            (
                "unknown-key",
                meant.map_or_else(
                    || "remove it; Twilio ignores it".to_owned(),
                    |meant| format!("did you mean `{meant}`? Twilio ignores what it does not know"),
                ),
            )
        }
        WarningKind::TimeoutInDefaultFilter => (
            "default-filter-timeout",
            "remove it, or make the default filter the last filter with `1 == 1`".to_owned(),
        ),
        WarningKind::NoDefaultFilter => (
            "no-default-filter",
            "add `default_filter` with a queue for everything else".to_owned(),
        ),
        WarningKind::NameOutOfScope { known, .. } => (
            "name-out-of-scope",
            format!("use {known}; anything else compares as null"),
        ),
        // Found again, with what `skip_if` can do.
        WarningKind::Unreachable => return None,
    })
}

/// The filter and the target that a path of the document names.
fn indexes(path: &str) -> (Option<usize>, Option<usize>) {
    let index = |word: &str| {
        let (_, rest) = path.split_once(word)?;
        rest.split_once(']')?.0.parse().ok()
    };
    (index("filters["), index(".targets["))
}
