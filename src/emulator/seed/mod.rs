//! The seed file: a YAML manifest that fills an empty account.
//!
//! Things are named, not numbered: a worker's activity, a task's workflow and the queues in a
//! workflow's configuration are given by their friendly names. Unknown keys are errors, and every
//! error names its line and column.
//!
//! ```yaml
//! workspaces:
//!   - friendly_name: writers
//!     timeout_activity: Offline
//!     activities:
//!       - { friendly_name: Lunch, available: false }
//!     workers:
//!       - friendly_name: dave
//!         activity: Available
//!         attributes: { skills: [support], contact_uri: "client:dave" }
//!         channels: { voice: 1, chat: { capacity: 3, available: true } }
//!     task_queues:
//!       - { friendly_name: Support, target_workers: skills HAS "support" }
//!     workflows:
//!       - friendly_name: Route
//!         task_reservation_timeout: 10
//!         configuration:
//!           task_routing:
//!             filters: []
//!             default_filter: { queue: Support }
//!     tasks:
//!       - { workflow: Route, attributes: { type: ticket }, count: 3 }
//! numbers:
//!   - { phone_number: "+15550199", friendly_name: Hotline, voice_url: "http://127.0.0.1:3000/voice" }
//! ```

mod manifest;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use serde_json::Value;
use serde_saphyr::{Location, Spanned};

use manifest::{
    ActivitySeed, ChannelSeed, Manifest, QueueSeed, TaskSeed, WorkerSeed, WorkflowSeed,
    WorkspaceSeed,
};

use crate::emulator::voice::Voice;
use crate::emulator::yaml_problem;
use crate::model::QueueOrder;
use crate::model::sid::{ActivitySid, TaskQueueSid, WorkspaceSid, looks_like_sid};
use crate::routing::Moment;
use crate::routing::engine::{
    self, Engine, NewActivity, NewQueue, NewTask, NewTaskChannel, NewWorker, NewWorkflow,
    NewWorkspace, WorkerChannelUpdate, Workspace, WorkspaceUpdate,
};

/// Why a seed file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// It cannot be read.
    #[error("cannot read the seed file `{}`", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// It is not YAML, or not a manifest.
    #[error("the seed file `{}` is not a manifest: {problem}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where and why, with the place shown.
        problem: String,
    },
    /// What it describes cannot be made.
    #[error("{}:{line}:{column}: {problem}", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Counted from 1.
        line: u64,
        /// Counted from 1.
        column: u64,
        /// What is wrong.
        problem: String,
    },
}

/// Fills the engine and the account's list of numbers.
pub(crate) fn apply(
    path: &Path,
    engine: &mut Engine,
    voice: &mut Voice,
    now: Moment,
) -> Result<(), SeedError> {
    let text = std::fs::read_to_string(path).map_err(|source| SeedError::Read {
        path: path.to_owned(),
        source,
    })?;
    // Without this, a bare `y` or `on` in attributes would become a boolean.
    let options = serde_saphyr::options! { strict_booleans: true };
    let manifest: Manifest =
        serde_saphyr::from_str_with_options(&text, options).map_err(|error| {
            SeedError::Malformed {
                path: path.to_owned(),
                problem: yaml_problem(&error),
            }
        })?;
    for workspace in manifest.workspaces {
        let mut sower = Sower {
            path,
            now,
            workspace: None,
            engine: &mut *engine,
        };
        sower.sow(workspace)?;
    }
    for number in manifest.numbers {
        let at = number.referenced;
        voice
            .add_number(now, number.value)
            .map_err(|problem| refused(path, at, problem))?;
    }
    Ok(())
}

fn refused(path: &Path, at: Location, problem: impl std::fmt::Display) -> SeedError {
    SeedError::Refused {
        path: path.to_owned(),
        line: at.line(),
        column: at.column(),
        problem: problem.to_string(),
    }
}

/// Makes one workspace.
struct Sower<'a> {
    path: &'a Path,
    now: Moment,
    workspace: Option<WorkspaceSid>,
    engine: &'a mut Engine,
}

impl Sower<'_> {
    fn refused(&self, at: Location, problem: impl std::fmt::Display) -> SeedError {
        refused(self.path, at, problem)
    }

    fn done<T>(&self, at: Location, outcome: Result<T, engine::Error>) -> Result<T, SeedError> {
        outcome.map_err(|error| self.refused(at, error))
    }

    fn sid(&self) -> WorkspaceSid {
        self.workspace.expect("the workspace is made first")
    }

    fn workspace(&self) -> &Workspace {
        self.engine
            .workspace(self.sid())
            .expect("the workspace was made and not deleted")
    }

    fn activity(&self, name: Option<&Spanned<String>>) -> Result<Option<ActivitySid>, SeedError> {
        name.map(|name| {
            self.workspace()
                .activities
                .iter()
                .find(|activity| *activity.friendly_name == *name.value)
                .map(|activity| activity.sid)
                .ok_or_else(|| {
                    self.refused(
                        name.referenced,
                        format!("there is no activity `{}`", name.value),
                    )
                })
        })
        .transpose()
    }

    fn sow(&mut self, seed: Spanned<WorkspaceSeed>) -> Result<(), SeedError> {
        let at = seed.referenced;
        let seed = seed.value;
        let new = NewWorkspace {
            friendly_name: seed.friendly_name,
            multi_task_enabled: seed.multi_task_enabled,
            prioritize_queue_order: seed.prioritize_queue_order.map(QueueOrder::from),
            ..NewWorkspace::default()
        };
        let made = self.engine.create_workspace(self.now, &new);
        self.workspace = Some(self.done(at, made)?);
        for activity in seed.activities {
            self.sow_activity(activity)?;
        }
        for channel in seed.task_channels {
            let new = NewTaskChannel {
                friendly_name: channel.value.friendly_name,
                unique_name: channel.value.unique_name,
                channel_optimized_routing: channel.value.channel_optimized_routing,
            };
            let made = self.engine.create_task_channel(self.now, self.sid(), &new);
            self.done(channel.referenced, made)?;
        }
        for queue in seed.task_queues {
            self.sow_queue(queue)?;
        }
        for workflow in seed.workflows {
            self.sow_workflow(workflow)?;
        }
        for worker in seed.workers {
            self.sow_worker(worker)?;
        }
        for task in seed.tasks {
            self.sow_tasks(task)?;
        }
        // Set last, so that the making of all this is not posted anywhere.
        let update = WorkspaceUpdate {
            event_callback_url: seed.event_callback_url,
            events_filter: seed.events_filter,
            default_activity: self.activity(seed.default_activity.as_ref())?,
            timeout_activity: self.activity(seed.timeout_activity.as_ref())?,
            ..WorkspaceUpdate::default()
        };
        let updated = self.engine.update_workspace(self.now, self.sid(), &update);
        self.done(at, updated)
    }

    /// An activity that comes with every workspace may be listed as it is.
    fn sow_activity(&mut self, seed: Spanned<ActivitySeed>) -> Result<(), SeedError> {
        let known = self.workspace().activities.iter().any(|activity| {
            *activity.friendly_name == *seed.value.friendly_name
                && activity.available == seed.value.available
        });
        if known {
            return Ok(());
        }
        let new = NewActivity {
            friendly_name: seed.value.friendly_name,
            available: seed.value.available,
        };
        let made = self.engine.create_activity(self.now, self.sid(), &new);
        self.done(seed.referenced, made)?;
        Ok(())
    }

    fn sow_queue(&mut self, seed: Spanned<QueueSeed>) -> Result<(), SeedError> {
        let at = seed.referenced;
        let seed = seed.value;
        let new = NewQueue {
            friendly_name: seed.friendly_name,
            target_workers: seed.target_workers,
            max_reserved_workers: seed.max_reserved_workers,
            task_order: seed.task_order.map(QueueOrder::from),
            reservation_activity: self.activity(seed.reservation_activity.as_ref())?,
            assignment_activity: self.activity(seed.assignment_activity.as_ref())?,
        };
        let made = self.engine.create_queue(self.now, self.sid(), &new);
        self.done(at, made)?;
        Ok(())
    }

    fn sow_workflow(&mut self, seed: Spanned<WorkflowSeed>) -> Result<(), SeedError> {
        let at = seed.referenced;
        let seed = seed.value;
        let mut configuration = match seed.configuration {
            Value::String(text) => serde_json::from_str(&text)
                .map_err(|error| self.refused(at, format!("configuration: {error}")))?,
            document => document,
        };
        self.name_queues(at, &mut configuration)?;
        let new = NewWorkflow {
            friendly_name: seed.friendly_name,
            configuration: configuration.to_string(),
            assignment_callback_url: seed.assignment_callback_url,
            fallback_assignment_callback_url: seed.fallback_assignment_callback_url,
            task_reservation_timeout: seed.task_reservation_timeout,
        };
        let made = self.engine.create_workflow(self.now, self.sid(), &new);
        self.done(at, made)?;
        Ok(())
    }

    /// Puts SIDs in the place of queue names, wherever a `queue` is named.
    fn name_queues(&self, at: Location, document: &mut Value) -> Result<(), SeedError> {
        match document {
            Value::Array(items) => {
                for item in items {
                    self.name_queues(at, item)?;
                }
            }
            Value::Object(members) => {
                for (key, value) in members {
                    match value {
                        Value::String(name) if key == "queue" && !looks_like_sid(name) => {
                            *name = self.queue(at, name)?.to_string();
                        }
                        other => self.name_queues(at, other)?,
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn queue(&self, at: Location, name: &str) -> Result<TaskQueueSid, SeedError> {
        self.workspace()
            .queues
            .iter()
            .find(|queue| *queue.friendly_name == *name)
            .map(|queue| queue.sid)
            .ok_or_else(|| {
                self.refused(
                    at,
                    format!("configuration: there is no task queue `{name}`"),
                )
            })
    }

    fn sow_worker(&mut self, seed: Spanned<WorkerSeed>) -> Result<(), SeedError> {
        let at = seed.referenced;
        let seed = seed.value;
        let activity = self.activity(seed.activity.as_ref())?;
        // Made in the default activity: no task is offered before the capacities are set.
        let new = NewWorker {
            friendly_name: seed.friendly_name,
            attributes: seed.attributes.map(|attributes| attributes.to_string()),
            activity: None,
        };
        let made = self.engine.create_worker(self.now, self.sid(), &new);
        let worker = self.done(at, made)?;
        for (name, channel) in seed.channels {
            let sid = self
                .workspace()
                .channels
                .iter()
                .find(|channel| *channel.unique_name == *name)
                .map(|channel| channel.sid)
                .ok_or_else(|| self.refused(at, format!("there is no task channel `{name}`")))?;
            let update = match channel {
                ChannelSeed::Capacity(capacity) => WorkerChannelUpdate {
                    capacity: Some(capacity),
                    available: None,
                },
                ChannelSeed::Whole(whole) => WorkerChannelUpdate {
                    capacity: whole.capacity,
                    available: whole.available,
                },
            };
            let updated =
                self.engine
                    .update_worker_channel(self.now, self.sid(), worker, sid, update);
            self.done(at, updated)?;
        }
        if activity.is_some() {
            let update = engine::WorkerUpdate {
                activity,
                ..engine::WorkerUpdate::default()
            };
            let updated = self
                .engine
                .update_worker(self.now, self.sid(), worker, &update);
            self.done(at, updated)?;
        }
        Ok(())
    }

    fn sow_tasks(&mut self, seed: Spanned<TaskSeed>) -> Result<(), SeedError> {
        let at = seed.referenced;
        let seed = seed.value;
        let workflow = seed
            .workflow
            .as_ref()
            .map(|name| {
                self.workspace()
                    .workflows
                    .iter()
                    .find(|workflow| *workflow.friendly_name == *name.value)
                    .map(|workflow| workflow.sid)
                    .ok_or_else(|| {
                        self.refused(
                            name.referenced,
                            format!("there is no workflow `{}`", name.value),
                        )
                    })
            })
            .transpose()?;
        let new = NewTask {
            workflow,
            attributes: seed.attributes.map(|attributes| attributes.to_string()),
            priority: seed.priority,
            timeout: seed.timeout,
            task_channel: seed.task_channel,
            ..NewTask::default()
        };
        for _ in 0..seed.count {
            let made = self.engine.create_task(self.now, self.sid(), &new);
            self.done(at, made)?;
        }
        Ok(())
    }
}
