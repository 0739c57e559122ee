//! What an import is to do: the table compared with the workers there are.

use std::collections::HashMap;

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use serde::Serialize;
use serde_json::Value as Json;
use serde_json::map::Map;
use serde_json::value::RawValue;

use super::noun::JOINS_AT_ONCE;
use crate::exit_code::Failure;
use crate::model::sid::{ActivitySid, TaskChannelSid, WorkerSid, WorkspaceSid};
use crate::model::{Activity, TaskChannel, Worker, WorkerChannel};
use crate::output::{Cell, Column, Local, Row, Tone};
use crate::twilio::{ChannelSetting, Client, Form, ListQuery, Record, Resource, WorkerScope};
use crate::worker_table::{self, ChannelEntry, Entry};

/// One request of an import, and what it is for.
#[derive(Debug)]
pub(super) struct Work {
    /// What names it in the journal.
    pub(super) key: String,
    /// The keys of the requests before it.
    pub(super) needs: Vec<String>,
    /// The worker, if there is one of this name yet.
    pub(super) worker: Option<WorkerSid>,
    pub(super) friendly_name: String,
    pub(super) act: Act,
    /// The same for people.
    pub(super) told: String,
}

/// What is done.
#[derive(Debug)]
pub(super) enum Act {
    Create(Form),
    Worker(WorkerPart),
    Channel(ChannelPart),
}

/// What a row of the table says of the worker alone.
#[derive(Debug, Default)]
pub(super) struct WorkerPart {
    attributes: Map<String, Json>,
    activity: Option<(ActivitySid, String)>,
}

/// What a row of the table says of one of the worker's channels.
#[derive(Debug)]
pub(super) struct ChannelPart {
    pub(super) channel: TaskChannelSid,
    name: String,
    wanted: ChannelEntry,
}

/// The parameters of a change, and the change in words; `None` when there is none.
type Difference = Option<(Form, Vec<String>)>;

impl WorkerPart {
    pub(super) fn difference(&self, worker: &Worker) -> Result<Difference, String> {
        let (mut form, mut told) = (Form::new(), Vec::new());
        if !self.attributes.is_empty() {
            let Ok(Json::Object(present)) = serde_json::from_str(&worker.attributes) else {
                return Err("its attributes are not a JSON object to merge into".to_owned());
            };
            let mut merged = present.clone();
            worker_table::merge(&mut merged, &self.attributes);
            if merged != present {
                tell_members("attributes", &present, &merged, &mut told);
                form.push("Attributes", Json::Object(merged));
            }
        }
        if let Some((sid, name)) = &self.activity
            && worker.activity_sid != Some(*sid)
        {
            told.push(format!("activity: {} → {name}", worker.activity_name));
            form.push("ActivitySid", sid);
        }
        Ok((!form.is_empty()).then_some((form, told)))
    }
}

impl ChannelPart {
    pub(super) fn difference(&self, now: &WorkerChannel) -> Difference {
        let setting = ChannelSetting {
            capacity: self.wanted.capacity,
            available: self.wanted.available,
        };
        if setting.is_met(now) {
            return None;
        }
        let (mut told, name) = (Vec::new(), &self.name);
        if let Some(capacity) = self.wanted.capacity
            && capacity != now.configured_capacity
        {
            let before = now.configured_capacity;
            told.push(format!("channels.{name}.capacity: {before} → {capacity}"));
        }
        if let Some(available) = self.wanted.available
            && now.available != Some(available)
        {
            told.push(format!("channels.{name}.available: → {available}"));
        }
        Some((setting.form(), told))
    }

    /// What it says, whatever is there.
    fn told(&self) -> Vec<String> {
        let name = &self.name;
        let capacity = self
            .wanted
            .capacity
            .map(|capacity| format!("channels.{name}.capacity: → {capacity}"));
        let available = self
            .wanted
            .available
            .map(|available| format!("channels.{name}.available: → {available}"));
        capacity.into_iter().chain(available).collect()
    }
}

fn tell_members(
    path: &str,
    old: &Map<String, Json>,
    new: &Map<String, Json>,
    told: &mut Vec<String>,
) {
    for (key, value) in new {
        let path = format!("{path}.{key}");
        match (old.get(key), value) {
            (Some(before), value) if before == value => {}
            (Some(Json::Object(before)), Json::Object(after)) => {
                tell_members(&path, before, after, told);
            }
            (Some(before), value) => told.push(format!("{path}: {before} → {value}")),
            (None, value) => told.push(format!("{path}: → {value}")),
        }
    }
}

/// A row of the plan, as it is shown.
#[derive(Debug, Serialize)]
struct Shown {
    change: &'static str,
    name: String,
    details: Vec<String>,
}

/// A step of the plan.
#[derive(Debug)]
pub(super) struct Step {
    shown: Local<Shown>,
    work: Work,
}

impl Row for Step {
    fn raw(&self) -> &RawValue {
        self.shown.raw()
    }

    fn sid(&self) -> Option<String> {
        self.work.worker.map(|sid| sid.to_string())
    }
}

impl Step {
    pub(super) fn into_work(self) -> Work {
        self.work
    }
}

pub(super) static COLUMNS: [Column<Step>; 3] = [
    Column::new("change", "", |row| {
        let change = row.shown.value.change;
        let tone = match change {
            "+" => Tone::Good,
            _ => Tone::Notice,
        };
        Cell::from(change).tone(tone)
    }),
    Column::new("name", "NAME", |row| row.shown.value.name.as_str().into()),
    Column::new("details", "DETAILS", |row| {
        row.shown.value.details.join(", ").into()
    }),
];

/// The steps for one worker, in their order.
struct Steps {
    change: &'static str,
    worker: Option<WorkerSid>,
    friendly_name: String,
    all: Vec<Step>,
}

impl Steps {
    fn push(&mut self, key: String, needs: Vec<String>, act: Act, details: Vec<String>) {
        let told = details.join(", ");
        let shown = Shown {
            change: self.change,
            name: self.friendly_name.clone(),
            details,
        };
        let work = Work {
            key,
            needs,
            worker: self.worker,
            friendly_name: self.friendly_name.clone(),
            act,
            told,
        };
        self.all.push(Step {
            shown: Local::new(shown),
            work,
        });
    }
}

/// What is to be done, and how many workers there are of which kind.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    pub(super) created: usize,
    pub(super) changed: usize,
    pub(super) unchanged: usize,
}

/// Compares the table with what is there. Names that are not known are an error before anything is
/// changed.
pub(super) async fn make(
    client: &Client,
    workspace: WorkspaceSid,
    entries: Vec<Entry>,
) -> anyhow::Result<Plan> {
    let activities = Names::<Activity>::of(
        client,
        workspace,
        entries
            .iter()
            .filter_map(|entry| Some((entry.line, entry.activity.as_deref()?))),
    )
    .await?;
    let channels = Names::<TaskChannel>::of(
        client,
        workspace,
        entries.iter().flat_map(|entry| {
            entry
                .channels
                .keys()
                .map(|name| (entry.line, name.as_str()))
        }),
    )
    .await?;
    // Twilio does not tell names of workers apart by their case.
    let present: HashMap<String, Worker> = client
        .list::<Worker>(workspace, &ListQuery::all())
        .map_ok(|worker| (worker.value.friendly_name.to_lowercase(), worker.value))
        .try_collect()
        .await
        .context("cannot list the workers")?;
    let compared: Vec<(bool, Vec<Step>)> = stream::iter(entries)
        .map(|entry| {
            let worker = present.get(&entry.friendly_name.to_lowercase());
            let part = WorkerPart {
                attributes: entry.attributes,
                activity: entry.activity.map(|name| (activities.sid(&name), name)),
            };
            let channels: Vec<ChannelPart> = entry
                .channels
                .into_iter()
                .filter(|(_, wanted)| !wanted.is_empty())
                .map(|(name, wanted)| ChannelPart {
                    channel: channels.sid(&name),
                    name,
                    wanted,
                })
                .collect();
            async move {
                match worker {
                    None => Ok((true, creation(&entry.friendly_name, part, channels))),
                    Some(worker) => changes(client, workspace, worker, part, channels)
                        .await
                        .with_context(|| format!("line {} cannot be imported", entry.line))
                        .map(|steps| (false, steps)),
                }
            }
        })
        .buffered(JOINS_AT_ONCE)
        .try_collect::<Vec<_>>()
        .await?;
    let mut plan = Plan::default();
    for (created, steps) in compared {
        match (created, steps.is_empty()) {
            (true, _) => plan.created += 1,
            (false, false) => plan.changed += 1,
            (false, true) => plan.unchanged += 1,
        }
        plan.steps.extend(steps);
    }
    Ok(plan)
}

/// The steps that make a worker. The activity comes last, so that no task is offered before the
/// capacities are set.
fn creation(friendly_name: &str, mut part: WorkerPart, channels: Vec<ChannelPart>) -> Vec<Step> {
    let mut steps = Steps {
        change: "+",
        worker: None,
        friendly_name: friendly_name.to_owned(),
        all: Vec::new(),
    };
    let mut form = Form::new().with("FriendlyName", friendly_name);
    let mut told = Vec::new();
    if !part.attributes.is_empty() {
        let attributes = std::mem::take(&mut part.attributes);
        tell_members("attributes", &Map::new(), &attributes, &mut told);
        form.push("Attributes", Json::Object(attributes));
    }
    if channels.is_empty()
        && let Some((sid, name)) = part.activity.take()
    {
        told.push(format!("activity: → {name}"));
        form.push("ActivitySid", sid);
    }
    steps.push(
        friendly_name.to_owned(),
        Vec::new(),
        Act::Create(form),
        told,
    );
    let mut keys = vec![friendly_name.to_owned()];
    for channel in channels {
        let key = format!("{friendly_name}/{}", channel.channel);
        let (needs, told) = (vec![friendly_name.to_owned()], channel.told());
        keys.push(key.clone());
        steps.push(key, needs, Act::Channel(channel), told);
    }
    if let Some((_, name)) = &part.activity {
        let told = vec![format!("activity: → {name}")];
        let key = format!("{friendly_name}/activity");
        steps.push(key, keys, Act::Worker(part), told);
    }
    steps.all
}

/// The steps that change a worker; none when everything is as it is to be.
async fn changes(
    client: &Client,
    workspace: WorkspaceSid,
    worker: &Worker,
    mut part: WorkerPart,
    channels: Vec<ChannelPart>,
) -> anyhow::Result<Vec<Step>> {
    let mut steps = Steps {
        change: "~",
        worker: Some(worker.sid),
        friendly_name: worker.friendly_name.clone(),
        all: Vec::new(),
    };
    let mut keys = Vec::new();
    if !channels.is_empty() {
        let scope = WorkerScope {
            workspace,
            worker: worker.sid,
        };
        let present: Vec<Record<WorkerChannel>> = client
            .list::<WorkerChannel>(scope, &ListQuery::all())
            .try_collect()
            .await
            .context("cannot list the worker's channels")?;
        for channel in channels {
            let now = present
                .iter()
                .find(|now| now.value.task_channel_sid == channel.channel)
                .ok_or_else(|| {
                    let (worker, channel) = (&worker.friendly_name, &channel.name);
                    Failure::usage(format!("worker {worker} has no channel `{channel}`"))
                })?;
            if let Some((_, told)) = channel.difference(&now.value) {
                let key = now.value.sid.to_string();
                keys.push(key.clone());
                steps.push(key, Vec::new(), Act::Channel(channel), told);
            }
        }
    }
    let wrong = |problem| Failure::usage(format!("worker {}: {problem}", worker.friendly_name));
    // One request for both, if the activity need not wait for the capacities.
    let activity = part.activity.take_if(|_| !keys.is_empty());
    if let Some((_, told)) = part.difference(worker).map_err(wrong)? {
        let key = worker.sid.to_string();
        steps.push(key, Vec::new(), Act::Worker(part), told);
    }
    let late = WorkerPart {
        activity,
        ..WorkerPart::default()
    };
    if let Some((_, told)) = late.difference(worker).map_err(wrong)? {
        let key = format!("{}/activity", worker.sid);
        steps.push(key, keys, Act::Worker(late), told);
    }
    Ok(steps.all)
}

/// The SIDs of the names in a table, each looked up once.
struct Names<R: Resource>(HashMap<String, R::Sid>);

impl<R: Resource<Scope = WorkspaceSid>> Names<R> {
    async fn of<'a>(
        client: &Client,
        workspace: WorkspaceSid,
        names: impl Iterator<Item = (u64, &'a str)>,
    ) -> anyhow::Result<Self> {
        let mut known = HashMap::new();
        for (line, name) in names {
            if !known.contains_key(name) {
                let sid = client
                    .resolve::<R>(workspace, name)
                    .await
                    .with_context(|| format!("line {line} cannot be imported"))?;
                known.insert(name.to_owned(), sid);
            }
        }
        Ok(Self(known))
    }

    fn sid(&self, name: &str) -> R::Sid {
        *self.0.get(name).expect("every name was looked up")
    }
}
