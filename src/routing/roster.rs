//! Who works in a workspace and which queues they serve, as far as somebody outside of the engine
//! knows it: what linting and explaining look at.

use serde_json::Value as Json;

use super::expr::{self, ChannelLoad, TargetWorkers, WorkerFacts};
use crate::model;

/// A queue and whom it asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// `WQ…`; empty for a queue that does not exist yet.
    pub sid: String,
    /// Name for people.
    pub friendly_name: String,
    /// The target-workers expression as it is written.
    pub written: String,
    /// The same, read; an error when it is not in the language.
    pub target_workers: Result<TargetWorkers, expr::Error>,
}

/// Somebody who takes tasks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Worker {
    /// `WK…`; empty for a worker who does not exist yet.
    pub sid: String,
    /// Name for people.
    pub friendly_name: String,
    /// The attributes; an empty object when they are no JSON.
    pub attributes: Json,
    /// `WA…`
    pub activity_sid: String,
    /// Name of the activity.
    pub activity_name: String,
    /// Whether that activity takes tasks.
    pub available: bool,
    /// Empty when they were not asked for.
    pub channels: Vec<Channel>,
}

/// What a worker takes of one kind of task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// The task channel's unique name.
    pub unique_name: String,
    /// Whether the worker takes tasks of it.
    pub available: bool,
    /// How much of it.
    pub load: ChannelLoad,
}

/// What workers can be doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// `WA…`
    pub sid: String,
    /// Name for people.
    pub friendly_name: String,
}

impl Queue {
    /// A queue by its name and its expression as written.
    pub fn new(sid: impl Into<String>, friendly_name: impl Into<String>, target: &str) -> Self {
        Self {
            sid: sid.into(),
            friendly_name: friendly_name.into(),
            written: target.to_owned(),
            target_workers: TargetWorkers::parse(target),
        }
    }

    /// Whether a workflow that writes this means the queue.
    pub fn is_called(&self, written: &str) -> bool {
        (!self.sid.is_empty() && self.sid == written) || self.friendly_name == written
    }

    /// Whether the worker serves the queue.
    pub fn is_served_by(&self, worker: &Worker) -> bool {
        self.target_workers
            .as_ref()
            .is_ok_and(|target| target.matches(worker))
    }
}

impl From<&model::TaskQueue> for Queue {
    fn from(queue: &model::TaskQueue) -> Self {
        Self::new(
            queue.sid.to_string(),
            queue.friendly_name.as_str(),
            queue.target_workers.as_deref().unwrap_or_default(),
        )
    }
}

impl From<&model::Worker> for Worker {
    fn from(worker: &model::Worker) -> Self {
        Self {
            sid: worker.sid.to_string(),
            friendly_name: worker.friendly_name.clone(),
            attributes: serde_json::from_str(&worker.attributes)
                .unwrap_or_else(|_| Json::Object(serde_json::Map::new())),
            activity_sid: worker
                .activity_sid
                .map(|sid| sid.to_string())
                .unwrap_or_default(),
            activity_name: worker.activity_name.clone(),
            available: worker.available.unwrap_or(false),
            channels: Vec::new(),
        }
    }
}

impl From<&model::WorkerChannel> for Channel {
    fn from(channel: &model::WorkerChannel) -> Self {
        Self {
            unique_name: channel.task_channel_unique_name.clone(),
            available: channel.available.unwrap_or(true),
            load: ChannelLoad {
                configured_capacity: channel.configured_capacity,
                assigned_tasks: channel.assigned_tasks,
                available_capacity_percentage: channel.available_capacity_percentage,
            },
        }
    }
}

impl From<&model::Activity> for Activity {
    fn from(activity: &model::Activity) -> Self {
        Self {
            sid: activity.sid.to_string(),
            friendly_name: activity.friendly_name.clone(),
        }
    }
}

impl WorkerFacts for Worker {
    fn attributes(&self) -> &Json {
        &self.attributes
    }

    fn sid(&self) -> &str {
        &self.sid
    }

    fn friendly_name(&self) -> &str {
        &self.friendly_name
    }

    fn activity_sid(&self) -> &str {
        &self.activity_sid
    }

    fn activity_name(&self) -> &str {
        &self.activity_name
    }

    fn channel(&self, unique_name: &str) -> Option<ChannelLoad> {
        self.channels
            .iter()
            .find(|channel| channel.unique_name == unique_name)
            .map(|channel| channel.load)
    }
}
