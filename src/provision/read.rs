//! A live workspace as a manifest: everything by name, the SIDs beside it.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use futures::{StreamExt as _, TryStreamExt as _};
use serde_json::{Map, Value};

use super::kind::Kind;
use super::manifest::{
    ActivitySpec, Document, Manifest, Order, QueueSpec, TaskChannelSpec, WorkerChannelSpec,
    WorkerSpec, WorkflowSpec, split_event_types,
};
use super::names;
use crate::model::sid::{
    ActivitySid, Sid as _, TaskChannelSid, TaskQueueSid, WorkerSid, WorkflowSid, WorkspaceSid,
};
use crate::model::{Activity, TaskChannel, TaskQueue, Worker, WorkerChannel, Workflow, Workspace};
use crate::routing::workflow::Configuration;
use crate::twilio::{self, Client, ListQuery, Resource, WorkerScope};

/// Lists of worker channels asked for at once; the client's pace decides how many are under way.
const AT_ONCE: usize = 128;

/// Why a workspace cannot be described.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It cannot be read.
    #[error("cannot read the {what}")]
    Twilio {
        /// What was asked for, plural.
        what: &'static str,
        /// Why not.
        source: twilio::Error,
    },
    /// Names are all a manifest has.
    #[error("two {what} are called `{name}`")]
    SameName {
        /// What they are, plural.
        what: &'static str,
        /// Their name.
        name: String,
    },
}

/// What is to be read beside settings, activities, channels, queues and workflows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The workers.
    pub workers: bool,
    /// Whose channels; each costs a request.
    pub channels_of: ChannelsOf,
}

/// The workers whose channels are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ChannelsOf {
    /// None.
    #[default]
    Nobody,
    /// Those of these names.
    These(HashSet<String>),
    /// All.
    Everybody,
}

impl Scope {
    /// Everything.
    pub const fn all() -> Self {
        Self {
            workers: true,
            channels_of: ChannelsOf::Everybody,
        }
    }

    /// What has to be read to compare a workspace with this manifest.
    pub fn of(manifest: &Manifest) -> Self {
        let with_channels = |worker: &&WorkerSpec| worker.channels.is_some();
        let names = manifest.workers().iter().filter(with_channels);
        Self {
            workers: manifest.workers.is_some() || refers_to_workers(manifest),
            channels_of: ChannelsOf::These(
                names
                    .flat_map(|worker| [Some(&worker.friendly_name), worker.renamed_from.as_ref()])
                    .flatten()
                    .cloned()
                    .collect(),
            ),
        }
    }
}

fn refers_to_workers(manifest: &Manifest) -> bool {
    let mut found = false;
    manifest.each_expression(|text| {
        let mut references = names::references(text).into_iter();
        found |= references.any(|reference| reference.kind == Kind::Worker);
    });
    found
}

/// A live workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct Live {
    /// Its SID.
    pub sid: WorkspaceSid,
    /// What it is like, every field said. What the [`Scope`] left out is `None`.
    pub manifest: Manifest,
    /// The SIDs behind the names.
    pub sids: Sids,
    /// What could not be told in a manifest, in words; that field is `None`.
    pub untold: Vec<String>,
}

/// SIDs by name; channels by unique name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sids {
    /// The activities.
    pub activities: HashMap<String, ActivitySid>,
    /// The task channels.
    pub task_channels: HashMap<String, TaskChannelSid>,
    /// The queues.
    pub task_queues: HashMap<String, TaskQueueSid>,
    /// The workflows.
    pub workflows: HashMap<String, WorkflowSid>,
    /// The workers, when they were read.
    pub workers: HashMap<String, WorkerSid>,
}

impl Sids {
    /// The SID of the thing of that name.
    pub fn get(&self, kind: Kind, name: &str) -> Option<String> {
        match kind {
            Kind::Activity => self.activities.get(name).map(ToString::to_string),
            Kind::TaskChannel => self.task_channels.get(name).map(ToString::to_string),
            Kind::TaskQueue => self.task_queues.get(name).map(ToString::to_string),
            Kind::Workflow => self.workflows.get(name).map(ToString::to_string),
            Kind::Worker => self.workers.get(name).map(ToString::to_string),
            Kind::Workspace | Kind::PhoneNumber => None,
        }
    }
}

/// Reads a workspace.
///
/// # Errors
/// It cannot be read, or two things of one kind have the same name.
pub async fn read(
    client: &Client,
    workspace: WorkspaceSid,
    scope: &Scope,
) -> Result<Live, ReadError> {
    let settings = async {
        let found = client.get::<Workspace>((), workspace).await;
        found
            .map(|found| found.record.value)
            .map_err(|source| ReadError::Twilio {
                what: "workspace",
                source,
            })
    };
    let workers = async {
        if scope.workers || scope.channels_of != ChannelsOf::Nobody {
            all::<Worker>(client, workspace).await
        } else {
            Ok(Vec::new())
        }
    };
    let (settings, activities, channels, queues, workflows, workers) = futures::try_join!(
        settings,
        all::<Activity>(client, workspace),
        all::<TaskChannel>(client, workspace),
        all::<TaskQueue>(client, workspace),
        all::<Workflow>(client, workspace),
        workers,
    )?;
    let workers = if workers.is_empty() && speaks_of_workers(&queues, &workflows) {
        // Only for their names.
        all::<Worker>(client, workspace).await?
    } else {
        workers
    };
    let mut worker_channels = channels_of(client, workspace, &workers, &scope.channels_of).await?;
    let mut reader = Reader::default();
    let sids = Sids {
        activities: by_name(&activities, |one| &one.friendly_name, Resource::sid)?,
        task_channels: by_name(&channels, |one| &one.unique_name, Resource::sid)?,
        task_queues: by_name(&queues, |one| &one.friendly_name, Resource::sid)?,
        workflows: by_name(&workflows, |one| &one.friendly_name, Resource::sid)?,
        workers: by_name(&workers, |one| &one.friendly_name, Resource::sid)?,
    };
    reader.learn(Kind::Activity, &sids.activities);
    reader.learn(Kind::TaskChannel, &sids.task_channels);
    reader.learn(Kind::TaskQueue, &sids.task_queues);
    reader.learn(Kind::Workflow, &sids.workflows);
    reader.learn(Kind::Worker, &sids.workers);
    let manifest = Manifest {
        friendly_name: Some(settings.friendly_name),
        renamed_from: None,
        event_callback_url: Some(settings.event_callback_url.unwrap_or_default()),
        events_filter: Some(split_event_types(
            settings.events_filter.as_deref().unwrap_or_default(),
        )),
        default_activity: Some(reader.activity(settings.default_activity_sid)),
        timeout_activity: Some(reader.activity(settings.timeout_activity_sid)),
        prioritize_queue_order: Order::of(settings.prioritize_queue_order),
        multi_task_enabled: Some(settings.multi_task_enabled.unwrap_or_default()),
        activities: Some(sorted(activities.iter().map(activity).collect())),
        task_channels: Some(sorted(channels.iter().map(task_channel).collect())),
        task_queues: Some(sorted(queues.iter().map(|one| reader.queue(one)).collect())),
        workflows: Some(sorted(
            workflows.iter().map(|one| reader.workflow(one)).collect(),
        )),
        workers: scope.workers.then(|| {
            let specs = workers.iter().map(|one| {
                let channels = worker_channels.remove(&one.sid);
                reader.worker(one, channels)
            });
            sorted(specs.collect())
        }),
        phone_numbers: None,
    };
    Ok(Live {
        sid: workspace,
        manifest,
        sids,
        untold: reader.untold,
    })
}

/// Whether an expression may hold the SID of a worker.
fn speaks_of_workers(queues: &[TaskQueue], workflows: &[Workflow]) -> bool {
    let targets = queues
        .iter()
        .filter_map(|queue| queue.target_workers.as_deref());
    let configurations = workflows
        .iter()
        .map(|workflow| workflow.configuration.as_str());
    targets
        .chain(configurations)
        .any(|text| text.contains(WorkerSid::PREFIX))
}

async fn all<R>(client: &Client, workspace: WorkspaceSid) -> Result<Vec<R>, ReadError>
where
    R: Resource<Scope = WorkspaceSid>,
{
    let list = client.list::<R>(workspace, &ListQuery::all());
    list.map_ok(|record| record.value)
        .try_collect()
        .await
        .map_err(|source| ReadError::Twilio {
            what: R::MANY,
            source,
        })
}

async fn channels_of(
    client: &Client,
    workspace: WorkspaceSid,
    workers: &[Worker],
    whose: &ChannelsOf,
) -> Result<HashMap<WorkerSid, Vec<WorkerChannel>>, ReadError> {
    let is_wanted = |worker: &&Worker| match whose {
        ChannelsOf::Nobody => false,
        ChannelsOf::These(names) => names.contains(&worker.friendly_name),
        ChannelsOf::Everybody => true,
    };
    let wanted: Vec<WorkerSid> = workers
        .iter()
        .filter(is_wanted)
        .map(|worker| worker.sid)
        .collect();
    let lists = wanted.into_iter().map(|worker| async move {
        let scope = WorkerScope { workspace, worker };
        let list = client.list::<WorkerChannel>(scope, &ListQuery::all());
        let channels: Vec<_> = list.map_ok(|record| record.value).try_collect().await?;
        Ok((worker, channels))
    });
    futures::stream::iter(lists)
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await
        .map_err(|source| ReadError::Twilio {
            what: WorkerChannel::MANY,
            source,
        })
}

fn by_name<R: Resource, S: Copy>(
    all: &[R],
    name: impl Fn(&R) -> &String,
    sid: impl Fn(&R) -> S,
) -> Result<HashMap<String, S>, ReadError> {
    let mut by_name = HashMap::with_capacity(all.len());
    for one in all {
        if by_name.insert(name(one).clone(), sid(one)).is_some() {
            return Err(ReadError::SameName {
                what: R::MANY,
                name: name(one).clone(),
            });
        }
    }
    Ok(by_name)
}

/// What a list is ordered by, so that the same workspace always reads the same.
trait Named {
    fn name(&self) -> &str;
}

macro_rules! named {
    ($($spec:ident . $field:ident),+ $(,)?) => {$(
        impl Named for $spec {
            fn name(&self) -> &str {
                &self.$field
            }
        }
    )+};
}

named!(
    ActivitySpec.friendly_name,
    TaskChannelSpec.unique_name,
    QueueSpec.friendly_name,
    WorkflowSpec.friendly_name,
    WorkerSpec.friendly_name,
);

fn sorted<T: Named>(mut specs: Vec<T>) -> Vec<T> {
    specs.sort_by(|one, other| one.name().cmp(other.name()));
    specs
}

fn activity(activity: &Activity) -> ActivitySpec {
    ActivitySpec {
        friendly_name: activity.friendly_name.clone(),
        renamed_from: None,
        available: Some(activity.available.unwrap_or_default()),
    }
}

fn task_channel(channel: &TaskChannel) -> TaskChannelSpec {
    TaskChannelSpec {
        unique_name: channel.unique_name.clone(),
        friendly_name: Some(channel.friendly_name.clone()),
        channel_optimized_routing: Some(channel.channel_optimized_routing.unwrap_or_default()),
    }
}

fn worker_channel(channel: &WorkerChannel) -> WorkerChannelSpec {
    WorkerChannelSpec {
        capacity: Some(channel.configured_capacity),
        available: Some(channel.available.unwrap_or(true)),
    }
}

/// Knows the names behind SIDs, and remembers what it could not tell.
#[derive(Default)]
struct Reader {
    names: HashMap<(Kind, String), String>,
    untold: Vec<String>,
}

impl Reader {
    fn learn<S: ToString + Hash>(&mut self, kind: Kind, sids: &HashMap<String, S>) {
        let named = sids
            .iter()
            .map(|(name, sid)| ((kind, sid.to_string()), name.clone()));
        self.names.extend(named);
    }

    fn name(&self, kind: Kind, sid: &str) -> Option<String> {
        self.names.get(&(kind, sid.to_owned())).cloned()
    }

    /// Empty for none.
    fn activity(&self, sid: Option<ActivitySid>) -> String {
        sid.map_or_else(String::new, |sid| {
            self.name(Kind::Activity, &sid.to_string())
                .unwrap_or_else(|| sid.to_string())
        })
    }

    /// An expression with names in the place of SIDs.
    fn expression(&self, text: &str) -> String {
        names::named(text, |kind, sid| self.name(kind, sid)).into_owned()
    }

    fn queue(&self, queue: &TaskQueue) -> QueueSpec {
        QueueSpec {
            friendly_name: queue.friendly_name.clone(),
            renamed_from: None,
            target_workers: Some(
                self.expression(queue.target_workers.as_deref().unwrap_or_default()),
            ),
            max_reserved_workers: Some(queue.max_reserved_workers),
            task_order: Order::of(queue.task_order),
            reservation_activity: Some(self.activity(queue.reservation_activity_sid)),
            assignment_activity: Some(self.activity(queue.assignment_activity_sid)),
        }
    }

    fn workflow(&mut self, workflow: &Workflow) -> WorkflowSpec {
        let url = |url: &Option<String>| Some(url.clone().unwrap_or_default());
        let configuration = match Configuration::parse(&workflow.configuration) {
            Ok(configuration) => Some(self.document(&configuration)),
            Err(problems) => {
                self.untold.push(format!(
                    "the configuration of workflow `{}`: {problems}",
                    workflow.friendly_name
                ));
                None
            }
        };
        WorkflowSpec {
            friendly_name: workflow.friendly_name.clone(),
            renamed_from: None,
            task_reservation_timeout: Some(workflow.task_reservation_timeout),
            assignment_callback_url: url(&workflow.assignment_callback_url),
            fallback_assignment_callback_url: url(&workflow.fallback_assignment_callback_url),
            configuration,
        }
    }

    fn document(&self, configuration: &Configuration) -> Document {
        let mut document: Document = serde_json::from_value(configuration.to_json())
            .expect("a written configuration has the shape of one");
        let routing = &mut document.task_routing;
        for target in routing.targets_mut() {
            if let Some(queue) = &mut target.queue
                && let Some(name) = self.name(Kind::TaskQueue, queue)
            {
                *queue = name;
            }
        }
        routing.each_expression_mut(|text| *text = self.expression(text));
        document
    }

    fn worker(&mut self, worker: &Worker, channels: Option<Vec<WorkerChannel>>) -> WorkerSpec {
        let name = &worker.friendly_name;
        let attributes = match serde_json::from_str::<Value>(&worker.attributes) {
            Ok(Value::Object(members)) => Some(members),
            _ if worker.attributes.trim().is_empty() => Some(Map::new()),
            _ => {
                self.untold
                    .push(format!("the attributes of worker `{name}`: no JSON object"));
                None
            }
        };
        let channels = channels.map(|channels| {
            channels
                .iter()
                .map(|channel| {
                    let name = channel.task_channel_unique_name.clone();
                    (name, worker_channel(channel))
                })
                .collect()
        });
        WorkerSpec {
            friendly_name: name.clone(),
            renamed_from: None,
            activity: Some(self.activity(worker.activity_sid)),
            attributes,
            channels,
        }
    }
}
