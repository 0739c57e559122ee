//! What a workspace is to be like: everything by name, no SIDs.
//!
//! One description serves all of provisioning: it is read from files (see [`super::load`]), read
//! from a live workspace (see [`super::read`]), compared, and written. What it does not say,
//! `None`, is left as it is; an empty text clears a URL or an activity.
//!
//! Expressions may hold references to SIDs by name, see [`super::names`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

use super::names;
use crate::model::QueueOrder;
use crate::routing::expr::{self, TargetWorkers};
use crate::routing::workflow::{Configuration, Errors, Warning};

/// A TaskRouter workspace as trctl provisions it
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Name of the workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friendly_name: Option<String>,
    /// The name it had before; the workspace of that name is renamed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// Where events are posted; empty for nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_callback_url: Option<String>,
    /// The types of events that are posted, as a list or separated by commas; empty for all.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "event_types"
    )]
    #[schemars(schema_with = "super::schema::event_types")]
    pub events_filter: Option<Vec<String>>,
    /// Name of the activity of new workers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_activity: Option<String>,
    /// Name of the activity of workers who let a reservation time out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout_activity: Option<String>,
    /// Which kind of queue goes first when a worker serves both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prioritize_queue_order: Option<Order>,
    /// Whether workers handle several tasks at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multi_task_enabled: Option<bool>,
    /// What workers can be doing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activities: Option<Vec<ActivitySpec>>,
    /// The kinds of tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_channels: Option<Vec<TaskChannelSpec>>,
    /// The lines of tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_queues: Option<Vec<QueueSpec>>,
    /// The rules that send tasks to queues and workers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workflows: Option<Vec<WorkflowSpec>>,
    /// Who takes tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workers: Option<Vec<WorkerSpec>>,
    /// The voice numbers of the account that belong to this workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_numbers: Option<Vec<PhoneNumberSpec>>,
}

/// First in, first out (`FIFO`), or last in, first out (`LIFO`)
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Order {
    /// The oldest task first.
    #[serde(rename = "FIFO")]
    Fifo,
    /// The newest task first.
    #[serde(rename = "LIFO")]
    Lifo,
}

impl From<Order> for QueueOrder {
    fn from(order: Order) -> Self {
        match order {
            Order::Fifo => Self::Fifo,
            Order::Lifo => Self::Lifo,
        }
    }
}

impl Order {
    /// The order Twilio tells; `None` for a word this version does not know.
    pub const fn of(order: QueueOrder) -> Option<Self> {
        match order {
            QueueOrder::Fifo => Some(Self::Fifo),
            QueueOrder::Lifo => Some(Self::Lifo),
            QueueOrder::Unknown => None,
        }
    }
}

/// What a worker can be doing
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivitySpec {
    /// Its name, unique in the workspace.
    pub friendly_name: String,
    /// The name it had before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// Whether workers in it are offered tasks; a new one is not unless this says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available: Option<bool>,
}

/// A kind of task, with a capacity of its own at every worker
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskChannelSpec {
    /// What tasks and expressions call it; never changes.
    pub unique_name: String,
    /// Name for people; that of a new channel is its unique name unless this says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friendly_name: Option<String>,
    /// Whether the worker idle longest on this channel is preferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel_optimized_routing: Option<bool>,
}

/// A line of tasks and the workers who serve it
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueSpec {
    /// Its name, unique in the workspace.
    pub friendly_name: String,
    /// The name it had before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// Expression over worker attributes, such as `skills HAS "support"`; empty for nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_workers: Option<String>,
    /// Workers reserved at once for one task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 50))]
    pub max_reserved_workers: Option<u32>,
    /// Whether the oldest or the newest task goes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_order: Option<Order>,
    /// Single-tasking only: name of the activity of a reserved worker; empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation_activity: Option<String>,
    /// Single-tasking only: name of the activity of an assigned worker; empty for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment_activity: Option<String>,
}

impl QueueSpec {
    /// The expression, with stand-ins where it refers to SIDs by name; `None` when nothing is said.
    ///
    /// # Errors
    /// It is not an expression.
    pub fn target(&self) -> Option<Result<TargetWorkers, expr::Error>> {
        let text = self.target_workers.as_deref()?;
        Some(TargetWorkers::parse(&names::stand_ins(text)))
    }
}

/// The rules that send a task to queues and workers
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkflowSpec {
    /// Its name, unique in the workspace.
    pub friendly_name: String,
    /// The name it had before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// Seconds a reservation may stay pending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 86400))]
    pub task_reservation_timeout: Option<u32>,
    /// Where a new reservation is posted; empty for nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment_callback_url: Option<String>,
    /// Asked when the first does not answer well; empty for nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fallback_assignment_callback_url: Option<String>,
    /// Twilio's document, with queues by name; a JSON text is read as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub configuration: Option<Document>,
}

/// The configuration of a workflow
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The rules.
    pub task_routing: TaskRouting,
}

/// The rules of a workflow
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskRouting {
    /// Tried from the first to the last; the first that is true for a task takes it.
    #[serde(default)]
    pub filters: Vec<FilterSpec>,
    /// For tasks that match no filter; without it they are canceled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_filter: Option<TargetSpec>,
}

/// One rule: which tasks, and the steps they take
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FilterSpec {
    /// A label for people.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        alias = "filterFriendlyName",
        alias = "friendlyName"
    )]
    pub filter_friendly_name: Option<String>,
    /// Expression over task attributes, such as `selected_language == "en"`.
    pub expression: String,
    /// The steps, at least one.
    #[schemars(length(min = 1))]
    pub targets: Vec<TargetSpec>,
}

/// One step: a queue to wait in, and for whom
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetSpec {
    /// Name of the queue; that of the step before unless this says otherwise.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        alias = "task_queue_sid"
    )]
    pub queue: Option<String>,
    /// The priority the task gets; without one it keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 2_147_483_647))]
    pub priority: Option<i64>,
    /// Seconds in this step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 2_147_483_647))]
    pub timeout: Option<u64>,
    /// Which workers of the queue, such as `task.language IN worker.languages`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
    /// Which worker first, such as `worker.level DESC`; without one who waited longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_by: Option<String>,
    /// When to go on at once, such as `workers.available == 0`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip_if: Option<String>,
    /// The task attribute that holds the SID of the one worker, such as `task.agent_sid`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_worker_sid: Option<String>,
    /// The task attribute that holds the name of the one worker, such as `task.agent`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_worker_friendly_name: Option<String>,
}

impl Document {
    /// The rules compiled: queues are their names, references to SIDs by name are stand-ins.
    ///
    /// # Errors
    /// Every problem, with its path in the document.
    pub fn compile(&self) -> Result<Configuration, Errors> {
        self.compile_with_warnings()
            .map(|(configuration, _)| configuration)
    }

    /// The same, and what is accepted but odd.
    ///
    /// # Errors
    /// Every problem, with its path in the document.
    pub fn compile_with_warnings(&self) -> Result<(Configuration, Vec<Warning>), Errors> {
        let mut document = self.to_json();
        names::in_texts(&mut document, names::stand_ins);
        Configuration::parse_with_warnings(&document.to_string())
    }

    /// The document as Twilio's JSON, with queues by name.
    pub fn to_json(&self) -> Value {
        serde_json::to_value(self).expect("a document has no keys other than texts")
    }
}

/// Somebody, or something, that takes tasks
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkerSpec {
    /// Their name, unique in the workspace whatever the case.
    pub friendly_name: String,
    /// The name they had before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// Name of the activity a new worker begins in. Later it is theirs to change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// What expressions are asked about; the whole document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Map<String, Value>>,
    /// Capacity by the unique name of the task channel; channels not named are left as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channels: Option<BTreeMap<String, WorkerChannelSpec>>,
}

/// `2`, or `{ capacity: 2, available: false }`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WorkerChannelSpec {
    /// Tasks the worker may have at once; 0 for none.
    pub capacity: Option<u32>,
    /// Whether the worker takes tasks of this channel.
    pub available: Option<bool>,
}

/// A voice number of the account
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PhoneNumberSpec {
    /// The number with `+` and country code. It must be the account's: numbers are never bought.
    pub phone_number: String,
    /// Name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub friendly_name: Option<String>,
    /// Asked for instructions when somebody calls; empty for nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice_url: Option<String>,
    /// Asked when the first does not answer well; empty for nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice_fallback_url: Option<String>,
    /// Told what becomes of calls; empty for nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_callback: Option<String>,
}

impl Manifest {
    /// The activities it names.
    pub fn activities(&self) -> &[ActivitySpec] {
        self.activities.as_deref().unwrap_or_default()
    }

    /// The task channels it names.
    pub fn task_channels(&self) -> &[TaskChannelSpec] {
        self.task_channels.as_deref().unwrap_or_default()
    }

    /// The queues it names.
    pub fn task_queues(&self) -> &[QueueSpec] {
        self.task_queues.as_deref().unwrap_or_default()
    }

    /// The workflows it names.
    pub fn workflows(&self) -> &[WorkflowSpec] {
        self.workflows.as_deref().unwrap_or_default()
    }

    /// The workers it names.
    pub fn workers(&self) -> &[WorkerSpec] {
        self.workers.as_deref().unwrap_or_default()
    }

    /// Every expression that may refer to SIDs by name.
    pub fn each_expression<'a>(&'a self, mut see: impl FnMut(&'a str)) {
        for queue in self.task_queues() {
            queue.target_workers.iter().for_each(|text| see(text));
        }
        for document in self.workflows().iter().flat_map(|one| &one.configuration) {
            document.task_routing.each_expression(&mut see);
        }
    }

    /// The voice numbers it names.
    pub fn phone_numbers(&self) -> &[PhoneNumberSpec] {
        self.phone_numbers.as_deref().unwrap_or_default()
    }
}

impl TaskRouting {
    /// Every step: those of the filters, then the default filter.
    pub fn targets_mut(&mut self) -> impl Iterator<Item = &mut TargetSpec> {
        let in_filters = self
            .filters
            .iter_mut()
            .flat_map(|filter| &mut filter.targets);
        in_filters.chain(&mut self.default_filter)
    }

    /// Every expression that may refer to SIDs by name.
    pub fn each_expression_mut(&mut self, mut see: impl FnMut(&mut String)) {
        for filter in &mut self.filters {
            see(&mut filter.expression);
        }
        for target in self.targets_mut() {
            for text in [&mut target.expression, &mut target.skip_if] {
                text.iter_mut().for_each(&mut see);
            }
        }
    }

    /// The same, to look at.
    pub fn each_expression<'a>(&'a self, mut see: impl FnMut(&'a str)) {
        for filter in &self.filters {
            see(&filter.expression);
            for target in &filter.targets {
                target.each_expression(&mut see);
            }
        }
        if let Some(target) = &self.default_filter {
            target.each_expression(&mut see);
        }
    }
}

impl TargetSpec {
    fn each_expression<'a>(&'a self, see: &mut impl FnMut(&'a str)) {
        for text in [&self.expression, &self.skip_if].into_iter().flatten() {
            see(text);
        }
    }
}

/// The long way to write it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WholeWorkerChannel {
    /// Tasks the worker may have at once; 0 for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    capacity: Option<u32>,
    /// Whether the worker takes tasks of this channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    available: Option<bool>,
}

impl Serialize for WorkerChannelSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self {
                capacity: Some(capacity),
                available: None,
            } => serializer.serialize_u32(capacity),
            Self {
                capacity,
                available,
            } => WholeWorkerChannel {
                capacity,
                available,
            }
            .serialize(serializer),
        }
    }
}

impl JsonSchema for WorkerChannelSpec {
    fn schema_name() -> Cow<'static, str> {
        "WorkerChannelSpec".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let whole = generator.subschema_for::<WholeWorkerChannel>();
        json_schema!({
            "description": "A capacity, or `{ capacity: 2, available: false }`",
            "anyOf": [{ "type": "integer", "minimum": 0 }, whole],
        })
    }
}

// By hand: an untagged enum could not tell what is wrong with a value.
impl<'de> Deserialize<'de> for WorkerChannelSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = WorkerChannelSpec;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a capacity, or `{ capacity: …, available: … }`")
            }

            fn visit_u64<E: de::Error>(self, capacity: u64) -> Result<Self::Value, E> {
                let capacity = u32::try_from(capacity)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(capacity), &self))?;
                Ok(WorkerChannelSpec {
                    capacity: Some(capacity),
                    available: None,
                })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let whole =
                    WholeWorkerChannel::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(WorkerChannelSpec {
                    capacity: whole.capacity,
                    available: whole.available,
                })
            }
        }

        deserializer.deserialize_any(Either)
    }
}

/// A list of event types, or Twilio's own text of them, separated by commas.
fn event_types<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Vec<String>>, D::Error> {
    struct Either;

    impl<'de> Visitor<'de> for Either {
        type Value = Vec<String>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a list of event types")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(split_event_types(text))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            let mut types = Vec::new();
            while let Some(one) = list.next_element()? {
                types.push(one);
            }
            Ok(types)
        }
    }

    deserializer.deserialize_any(Either).map(Some)
}

/// The event types in Twilio's text of them.
pub(super) fn split_event_types(text: &str) -> Vec<String> {
    text.split(',')
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .map(str::to_owned)
        .collect()
}
