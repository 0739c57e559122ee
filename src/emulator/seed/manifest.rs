//! The shape of a seed file; unknown keys are errors.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use serde_saphyr::Spanned;

use crate::emulator::voice::SeedNumber;
use crate::model::QueueOrder;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    #[serde(default)]
    pub(super) workspaces: Vec<Spanned<WorkspaceSeed>>,
    /// The account's phone numbers.
    #[serde(default)]
    pub(super) numbers: Vec<Spanned<SeedNumber>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkspaceSeed {
    pub(super) friendly_name: String,
    pub(super) event_callback_url: Option<String>,
    pub(super) events_filter: Option<String>,
    pub(super) multi_task_enabled: Option<bool>,
    pub(super) prioritize_queue_order: Option<OrderSeed>,
    pub(super) default_activity: Option<Spanned<String>>,
    pub(super) timeout_activity: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) activities: Vec<Spanned<ActivitySeed>>,
    #[serde(default)]
    pub(super) task_channels: Vec<Spanned<TaskChannelSeed>>,
    #[serde(default)]
    pub(super) workers: Vec<Spanned<WorkerSeed>>,
    #[serde(default)]
    pub(super) task_queues: Vec<Spanned<QueueSeed>>,
    #[serde(default)]
    pub(super) workflows: Vec<Spanned<WorkflowSeed>>,
    #[serde(default)]
    pub(super) tasks: Vec<Spanned<TaskSeed>>,
}

/// Unlike on the wire, an unknown word is an error here.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) enum OrderSeed {
    #[serde(rename = "FIFO")]
    Fifo,
    #[serde(rename = "LIFO")]
    Lifo,
}

impl From<OrderSeed> for QueueOrder {
    fn from(order: OrderSeed) -> Self {
        match order {
            OrderSeed::Fifo => Self::Fifo,
            OrderSeed::Lifo => Self::Lifo,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActivitySeed {
    pub(super) friendly_name: String,
    #[serde(default)]
    pub(super) available: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TaskChannelSeed {
    pub(super) friendly_name: String,
    pub(super) unique_name: String,
    #[serde(default)]
    pub(super) channel_optimized_routing: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkerSeed {
    pub(super) friendly_name: String,
    pub(super) activity: Option<Spanned<String>>,
    pub(super) attributes: Option<Value>,
    #[serde(default)]
    pub(super) channels: BTreeMap<String, ChannelSeed>,
}

/// `voice: 2` or `voice: { capacity: 2, available: false }`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(untagged)]
pub(super) enum ChannelSeed {
    Capacity(u32),
    Whole(WholeChannelSeed),
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WholeChannelSeed {
    pub(super) capacity: Option<u32>,
    pub(super) available: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QueueSeed {
    pub(super) friendly_name: String,
    pub(super) target_workers: Option<String>,
    pub(super) max_reserved_workers: Option<u32>,
    pub(super) task_order: Option<OrderSeed>,
    pub(super) reservation_activity: Option<Spanned<String>>,
    pub(super) assignment_activity: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkflowSeed {
    pub(super) friendly_name: String,
    /// The document as YAML, or its JSON text.
    pub(super) configuration: Value,
    pub(super) assignment_callback_url: Option<String>,
    pub(super) fallback_assignment_callback_url: Option<String>,
    pub(super) task_reservation_timeout: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TaskSeed {
    pub(super) workflow: Option<Spanned<String>>,
    pub(super) attributes: Option<Value>,
    pub(super) priority: Option<i64>,
    pub(super) timeout: Option<u64>,
    pub(super) task_channel: Option<String>,
    /// How many of them.
    #[serde(default = "one")]
    pub(super) count: u32,
}

const fn one() -> u32 {
    1
}
