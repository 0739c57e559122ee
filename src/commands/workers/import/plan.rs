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
use crate::model::sid::{ActivitySid, Sid, TaskChannelSid, WorkerSid, WorkspaceSid};
use crate::model::{Activity, TaskChannel, Worker, WorkerChannel};
use crate::output::{Cell, Column, Local, Row, Tone};
use crate::roster::{self, ChannelEntry, Entry};
use crate::twilio::{self, Client, ListQuery, Record, Resource, WorkerScope};

/// What a row of the table says, with SIDs in the place of names.
#[derive(Debug)]
pub(super) struct Work {
    /// The worker, if there is one of this name.
    pub(super) worker: Option<WorkerSid>,
    pub(super) friendly_name: String,
    pub(super) activity: Option<(ActivitySid, String)>,
    pub(super) attributes: Map<String, Json>,
    pub(super) channels: Vec<(TaskChannelSid, String, ChannelEntry)>,
}

/// What has to change at a worker.
#[derive(Debug, Clone, Default)]
pub(super) struct Difference {
    /// The merged document.
    pub(super) attributes: Option<String>,
    pub(super) activity: Option<ActivitySid>,
    pub(super) channels: Vec<(Record<WorkerChannel>, ChannelEntry)>,
    /// The same for people.
    pub(super) told: Vec<String>,
}

impl Work {
    /// Whether anything is said of this channel.
    pub(super) fn speaks_of(&self, channel: &WorkerChannel) -> bool {
        self.channels
            .iter()
            .any(|(sid, ..)| *sid == channel.task_channel_sid)
    }

    /// What has to change; channels that are not given are not looked at.
    pub(super) fn difference(
        &self,
        worker: &Worker,
        channels: &[Record<WorkerChannel>],
    ) -> Result<Difference, String> {
        let mut difference = Difference::default();
        if !self.attributes.is_empty() {
            let Ok(Json::Object(present)) = serde_json::from_str(&worker.attributes) else {
                return Err("its attributes are not a JSON object to merge into".to_owned());
            };
            let mut merged = present.clone();
            roster::merge(&mut merged, &self.attributes);
            if merged != present {
                tell_members("attributes", &present, &merged, &mut difference.told);
                difference.attributes = Some(Json::Object(merged).to_string());
            }
        }
        if let Some((sid, name)) = &self.activity
            && worker.activity_sid != Some(*sid)
        {
            difference.activity = Some(*sid);
            difference
                .told
                .push(format!("activity: {} → {name}", worker.activity_name));
        }
        for (sid, name, wanted) in &self.channels {
            let Some(record) = channels
                .iter()
                .find(|channel| channel.value.task_channel_sid == *sid)
            else {
                continue;
            };
            let now = &record.value;
            let mut changed = ChannelEntry::default();
            if let Some(capacity) = wanted.capacity
                && capacity != now.configured_capacity
            {
                changed.capacity = Some(capacity);
                difference.told.push(format!(
                    "channels.{name}.capacity: {} → {capacity}",
                    now.configured_capacity
                ));
            }
            if let Some(available) = wanted.available
                && now.available != Some(available)
            {
                changed.available = Some(available);
                difference
                    .told
                    .push(format!("channels.{name}.available: → {available}"));
            }
            if !changed.is_empty() {
                difference.channels.push((record.clone(), changed));
            }
        }
        Ok(difference)
    }
}

impl Difference {
    pub(super) fn is_empty(&self) -> bool {
        self.attributes.is_none() && self.activity.is_none() && self.channels.is_empty()
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

/// What is to be done about one worker.
#[derive(Debug)]
pub(super) struct Planned {
    shown: Local<Shown>,
    work: Work,
}

impl Row for Planned {
    fn raw(&self) -> &RawValue {
        self.shown.raw()
    }

    fn sid(&self) -> Option<String> {
        self.work.worker.map(|sid| sid.to_string())
    }
}

impl Planned {
    fn new(change: &'static str, details: Vec<String>, work: Work) -> Self {
        let shown = Shown {
            change,
            name: work.friendly_name.clone(),
            details,
        };
        Self {
            shown: Local::new(shown),
            work,
        }
    }

    pub(super) fn creates(&self) -> bool {
        self.work.worker.is_none()
    }

    pub(super) fn name(&self) -> &str {
        &self.shown.value.name
    }

    pub(super) fn into_work(self) -> Work {
        self.work
    }
}

pub(super) static COLUMNS: [Column<Planned>; 3] = [
    Column::new("change", "", |row| {
        let tone = if row.creates() {
            Tone::Good
        } else {
            Tone::Notice
        };
        Cell::from(row.shown.value.change).tone(tone)
    }),
    Column::new("name", "NAME", |row| row.name().into()),
    Column::new("details", "DETAILS", |row| {
        row.shown.value.details.join(", ").into()
    }),
];

/// What is to be done, and how many workers are as they are to be.
pub(super) struct Plan {
    pub(super) rows: Vec<Planned>,
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
    let compared = stream::iter(entries)
        .map(|entry| {
            let worker = present.get(&entry.friendly_name.to_lowercase());
            let line = entry.line;
            let work = Work {
                worker: worker.map(|worker| worker.sid),
                friendly_name: entry.friendly_name,
                activity: entry.activity.map(|name| (activities.sid(&name), name)),
                attributes: entry.attributes,
                channels: entry
                    .channels
                    .into_iter()
                    .map(|(name, channel)| (channels.sid(&name), name, channel))
                    .collect(),
            };
            compare(client, workspace, line, worker, work)
        })
        .buffered(JOINS_AT_ONCE)
        .try_collect::<Vec<Option<Planned>>>()
        .await?;
    let all = compared.len();
    let rows: Vec<Planned> = compared.into_iter().flatten().collect();
    Ok(Plan {
        unchanged: all - rows.len(),
        rows,
    })
}

/// What is to be done about one worker, if anything is.
async fn compare(
    client: &Client,
    workspace: WorkspaceSid,
    line: u64,
    worker: Option<&Worker>,
    work: Work,
) -> anyhow::Result<Option<Planned>> {
    let Some(worker) = worker else {
        let mut told = Vec::new();
        tell_members("attributes", &Map::new(), &work.attributes, &mut told);
        if let Some((_, name)) = &work.activity {
            told.push(format!("activity: → {name}"));
        }
        for (_, name, channel) in &work.channels {
            if let Some(capacity) = channel.capacity {
                told.push(format!("channels.{name}.capacity: → {capacity}"));
            }
            if let Some(available) = channel.available {
                told.push(format!("channels.{name}.available: → {available}"));
            }
        }
        return Ok(Some(Planned::new("+", told, work)));
    };
    let channels = channels_of(client, workspace, worker.sid, &work).await?;
    let difference = work.difference(worker, &channels).map_err(|problem| {
        Failure::usage(format!(
            "line {line}: worker {}: {problem}",
            work.friendly_name
        ))
    })?;
    if difference.is_empty() {
        return Ok(None);
    }
    Ok(Some(Planned::new("~", difference.told, work)))
}

/// The channels of a worker, unless nothing is said of any.
pub(super) async fn channels_of(
    client: &Client,
    workspace: WorkspaceSid,
    worker: WorkerSid,
    work: &Work,
) -> Result<Vec<Record<WorkerChannel>>, twilio::Error> {
    if work.channels.is_empty() {
        return Ok(Vec::new());
    }
    let scope = WorkerScope { workspace, worker };
    client
        .list::<WorkerChannel>(scope, &ListQuery::all())
        .try_collect()
        .await
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

    fn sid(&self, name: &str) -> R::Sid
    where
        R::Sid: Sid,
    {
        *self.0.get(name).expect("every name was looked up")
    }
}
