//! Which names an expression may use, and where their values come from.

use serde_json::Value as Json;

use super::ast::{Expr, Number};
use super::eval::Value;
use super::reference::{ChannelFigure, Prefixed, Reference, WorkerField, WorkersOf};
use super::time;

/// Gives references their values; what it does not know is [`Value::Null`].
pub trait Scope {
    /// The value of `reference`.
    fn resolve<'a>(&'a self, reference: &'a Reference) -> Value<'a>;
}

/// What expressions can ask about a worker.
pub trait WorkerFacts {
    /// The worker's attributes, parsed.
    fn attributes(&self) -> &Json;
    /// `WK…`
    fn sid(&self) -> &str;
    /// The worker's name.
    fn friendly_name(&self) -> &str;
    /// `WA…`
    fn activity_sid(&self) -> &str;
    /// The name of the worker's activity.
    fn activity_name(&self) -> &str;
    /// The worker's load on the task channel of that unique name; `None` when there is none.
    fn channel(&self, unique_name: &str) -> Option<ChannelLoad>;
}

/// A worker's load on one task channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChannelLoad {
    /// How many tasks the worker may handle at once.
    pub configured_capacity: u32,
    /// How many accepted reservations the worker holds.
    pub assigned_tasks: u32,
    /// The free share in percent, rounded down.
    pub available_capacity_percentage: u32,
}

/// A worker put together from borrowed parts, for callers that hold no worker of their own.
#[derive(Debug, Clone, Copy)]
pub struct WorkerRecord<'a> {
    /// See [`WorkerFacts::attributes`].
    pub attributes: &'a Json,
    /// See [`WorkerFacts::sid`].
    pub sid: &'a str,
    /// See [`WorkerFacts::friendly_name`].
    pub friendly_name: &'a str,
    /// See [`WorkerFacts::activity_sid`].
    pub activity_sid: &'a str,
    /// See [`WorkerFacts::activity_name`].
    pub activity_name: &'a str,
    /// Unique names of task channels and the load there.
    pub channels: &'a [(&'a str, ChannelLoad)],
}

impl Default for WorkerRecord<'_> {
    fn default() -> Self {
        Self {
            attributes: &Json::Null,
            sid: "",
            friendly_name: "",
            activity_sid: "",
            activity_name: "",
            channels: &[],
        }
    }
}

impl WorkerFacts for WorkerRecord<'_> {
    fn attributes(&self) -> &Json {
        self.attributes
    }
    fn sid(&self) -> &str {
        self.sid
    }
    fn friendly_name(&self) -> &str {
        self.friendly_name
    }
    fn activity_sid(&self) -> &str {
        self.activity_sid
    }
    fn activity_name(&self) -> &str {
        self.activity_name
    }
    fn channel(&self, unique_name: &str) -> Option<ChannelLoad> {
        self.channels
            .iter()
            .find(|(name, _)| *name == unique_name)
            .map(|(_, load)| *load)
    }
}

/// Any JSON document, without prefixes or built-in names: client-side selections.
#[derive(Debug, Clone, Copy)]
pub struct DocumentScope<'a>(pub &'a Json);

impl Scope for DocumentScope<'_> {
    fn resolve<'a>(&'a self, reference: &'a Reference) -> Value<'a> {
        reference.walk(0, self.0).into()
    }
}

/// Task attributes without a prefix, and `taskrouter.*`: workflow filters and
/// `EvaluateTaskAttributes`.
#[derive(Debug, Clone, Copy)]
pub struct TaskScope<'a> {
    /// The task's attributes, parsed.
    pub attributes: &'a Json,
    /// Milliseconds since 1970 in UTC.
    pub now: i64,
}

impl Scope for TaskScope<'_> {
    fn resolve<'a>(&'a self, reference: &'a Reference) -> Value<'a> {
        match reference.prefixed() {
            Prefixed::Time(variable) => time::value(variable, self.now),
            _ => reference.walk(0, self.attributes).into(),
        }
    }
}

/// Worker attributes and fields without a prefix (`worker.` is tolerated): `TargetWorkers` of
/// queues and `TargetWorkersExpression` of worker lists.
#[derive(Debug, Clone, Copy)]
pub struct WorkerScope<'a, W: ?Sized>(pub &'a W);

impl<W: WorkerFacts + ?Sized> Scope for WorkerScope<'_, W> {
    fn resolve<'a>(&'a self, reference: &'a Reference) -> Value<'a> {
        if let Some(field) = reference.bare_field() {
            return worker_field(self.0, field);
        }
        prefixed_worker(self.0, reference)
            .unwrap_or_else(|| reference.walk(0, self.0.attributes()).into())
    }
}

/// `task.…`, `worker.…` and `taskrouter.…`: expressions of workflow targets.
#[derive(Debug, Clone, Copy)]
pub struct TargetScope<'a, W: ?Sized> {
    /// The task's attributes, parsed.
    pub task: &'a Json,
    /// The worker considered.
    pub worker: &'a W,
    /// Milliseconds since 1970 in UTC.
    pub now: i64,
}

impl<W: WorkerFacts + ?Sized> Scope for TargetScope<'_, W> {
    fn resolve<'a>(&'a self, reference: &'a Reference) -> Value<'a> {
        match reference.prefixed() {
            Prefixed::Task => reference.walk(1, self.task).into(),
            Prefixed::Time(variable) => time::value(variable, self.now),
            _ => prefixed_worker(self.worker, reference).unwrap_or(Value::Null),
        }
    }
}

/// How many workers of a queue are in which activity.
pub trait WorkerCounts {
    /// Workers in an activity that is available.
    fn available(&self) -> usize;
    /// Workers in an activity that is not.
    fn unavailable(&self) -> usize;
    /// Workers in the activity of that SID; 0 when there is no such activity.
    fn in_activity(&self, activity_sid: &str) -> usize;
}

/// `workers.available`, `workers.unavailable`, `workers.WA…`: `skip_if` of workflow targets.
#[derive(Debug, Clone, Copy)]
pub struct SkipIfScope<'a, C: ?Sized>(pub &'a C);

impl<C: WorkerCounts + ?Sized> Scope for SkipIfScope<'_, C> {
    fn resolve<'a>(&'a self, reference: &'a Reference) -> Value<'a> {
        let Prefixed::Workers(which) = reference.prefixed() else {
            return Value::Null;
        };
        let count = match which {
            WorkersOf::Available => self.0.available(),
            WorkersOf::Unavailable => self.0.unavailable(),
            WorkersOf::Activity => self.0.in_activity(reference.key(1)),
            WorkersOf::Unknown => return Value::Null,
        };
        Value::Number(Number::Integer(i64::try_from(count).unwrap_or(i64::MAX)))
    }
}

impl Expr {
    /// Evaluates over a JSON document, see [`DocumentScope`].
    pub fn matches_document(&self, document: &Json) -> bool {
        self.eval(&DocumentScope(document))
    }

    /// Evaluates over the attributes of a task, see [`TaskScope`].
    pub fn matches_task(&self, attributes: &Json, now: i64) -> bool {
        self.eval(&TaskScope { attributes, now })
    }

    /// Evaluates over a worker, see [`WorkerScope`].
    pub fn matches_worker<W: WorkerFacts + ?Sized>(&self, worker: &W) -> bool {
        self.eval(&WorkerScope(worker))
    }
}

/// `None` when the reference does not start with `worker.`.
pub(super) fn prefixed_worker<'a, W: WorkerFacts + ?Sized>(
    worker: &'a W,
    reference: &'a Reference,
) -> Option<Value<'a>> {
    match reference.prefixed() {
        Prefixed::WorkerAttribute => Some(reference.walk(1, worker.attributes()).into()),
        Prefixed::WorkerField(field) => Some(worker_field(worker, field)),
        Prefixed::WorkerChannel(figure) => {
            let load = worker.channel(reference.key(2));
            Some(load.map_or(Value::Null, |load| {
                Value::Number(Number::Integer(i64::from(match figure {
                    ChannelFigure::ConfiguredCapacity => load.configured_capacity,
                    ChannelFigure::AssignedTasks => load.assigned_tasks,
                    ChannelFigure::AvailableCapacityPercentage => {
                        load.available_capacity_percentage
                    }
                })))
            }))
        }
        _ => None,
    }
}

fn worker_field<W: WorkerFacts + ?Sized>(worker: &W, field: WorkerField) -> Value<'_> {
    Value::Str(match field {
        WorkerField::Sid => worker.sid(),
        WorkerField::FriendlyName => worker.friendly_name(),
        WorkerField::ActivitySid => worker.activity_sid(),
        WorkerField::ActivityName => worker.activity_name(),
    })
}
