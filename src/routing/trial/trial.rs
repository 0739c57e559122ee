//! A file of cases put together with the rules and with what there is; every name is checked.

use serde_saphyr::{Location, Spanned};

use super::file::{FilterName, Order, WorkerEntry};
use super::report::{CaseReport, FilterHits, Report, compare};
use super::run::Run;
use super::{Error, Place, Stage, StageActivity, StageQueue, TestFile};
use crate::model::QueueOrder;
use crate::routing::alike;
use crate::routing::workflow::Configuration;

/// Channels that come with every workspace.
pub(super) const CHANNELS: [&str; 5] = ["default", "voice", "chat", "sms", "video"];

/// Activities that come with every workspace.
pub(super) const ACTIVITIES: [(&str, bool); 3] = [
    ("Offline", false),
    ("Available", true),
    ("Unavailable", false),
];

/// Cases and all they need, with every name checked.
#[derive(Debug)]
pub struct Trial {
    pub(super) file: TestFile,
    pub(super) stage: Stage,
    pub(super) configuration: Configuration,
}

impl Trial {
    /// Checks every name in the file against the rules and what there is.
    ///
    /// # Errors
    /// The rules cannot be read, or something is named that does not exist.
    pub fn new(file: TestFile, configuration: &str, mut stage: Stage) -> Result<Self, Error> {
        let at_workflow = file.workflow_place();
        let wrong_rules = |problem: String| Error {
            place: at_workflow,
            problem: format!("the workflow's configuration is wrong: {problem}"),
        };
        let configuration = Configuration::parse(configuration)
            .map_err(|errors| wrong_rules(errors.to_string()))?;
        add_to_stage(&mut stage, &file);
        for queue in configuration.queues() {
            let is_it =
                |known: &StageQueue| known.name == queue || known.sid.as_deref() == Some(queue);
            if !stage.queues.iter().any(is_it) {
                let names = stage.queues.iter().map(|known| known.name.as_str());
                return Err(wrong_rules(format!(
                    "there is no queue `{queue}`{}",
                    alike::question(queue, names)
                )));
            }
        }
        let trial = Self {
            file,
            stage,
            configuration,
        };
        trial.check()?;
        Ok(trial)
    }

    /// Runs every case, each in a workspace of its own.
    ///
    /// # Errors
    /// The engine refuses something a case describes.
    pub fn run(&self) -> Result<Report, Error> {
        let mut hits = vec![0; self.configuration.filters.len() + 1];
        let mut cases = Vec::new();
        for case in &self.file.cases {
            let (found, taken) = Run::of(self, case)?;
            for index in taken {
                hits[index] += 1;
            }
            cases.push(CaseReport {
                name: case.value.name.clone(),
                place: Place::of(case.referenced),
                mismatches: compare(&case.value, &found),
                found,
            });
        }
        let default = self.configuration.default_filter.is_some();
        let filters = hits
            .into_iter()
            .enumerate()
            .filter(|(index, _)| default || *index < self.configuration.filters.len())
            .map(|(index, hits)| {
                let is_filter = index < self.configuration.filters.len();
                FilterHits {
                    index: is_filter.then_some(index),
                    name: self.filter_name(index),
                    hits,
                }
            })
            .collect();
        Ok(Report { cases, filters })
    }

    /// The label of a filter, else its place; `default` behind the last.
    pub(super) fn filter_name(&self, index: usize) -> String {
        match self.configuration.filters.get(index) {
            None => "default".to_owned(),
            Some(filter) => filter
                .friendly_name
                .clone()
                .unwrap_or_else(|| format!("filters[{index}]")),
        }
    }

    fn check(&self) -> Result<(), Error> {
        let activities: Vec<&str> = self.activity_names().collect();
        let channels: Vec<&str> = CHANNELS
            .into_iter()
            .chain(self.stage.channels.iter().map(String::as_str))
            .collect();
        let queues: Vec<&str> = self
            .stage
            .queues
            .iter()
            .map(|queue| queue.name.as_str())
            .collect();
        let filters: Vec<String> = (0..=self.configuration.filters.len())
            .map(|index| self.filter_name(index))
            .collect();
        if let Some(activity) = &self.file.timeout_activity {
            known("activity", activity, &activities)?;
        }
        let worker = |entry: &WorkerEntry, at: Location| {
            if let Some(activity) = &entry.activity {
                known("activity", activity, &activities)?;
            }
            for channel in entry.channels.keys() {
                known_at("channel", channel, at, &channels)?;
            }
            Ok::<(), Error>(())
        };
        for entry in &self.file.workers {
            worker(&entry.value, entry.referenced)?;
        }
        for case in &self.file.cases {
            let at = case.referenced;
            let case = &case.value;
            let mut workers: Vec<&str> = self
                .file
                .workers
                .iter()
                .map(|entry| entry.value.name.value.as_str())
                .collect();
            for entry in &case.workers {
                worker(&entry.value, entry.referenced)?;
                workers.push(&entry.value.name.value);
            }
            for task in case.before.iter().chain([&case.task]) {
                if let Some(channel) = &task.value.channel {
                    known("channel", channel, &channels)?;
                }
            }
            let expect = &case.expect.value;
            if expect.says_nothing() {
                return Err(Error::at(
                    at,
                    format!("case `{}` expects nothing, so it cannot fail", case.name),
                ));
            }
            if let Some(queue) = &expect.queue {
                known("queue", queue, &queues)?;
            }
            if let Some(worker) = &expect.worker {
                known("worker", worker, &workers)?;
            }
            match &expect.filter {
                Some(Spanned {
                    value: FilterName::Label(label),
                    referenced,
                    ..
                }) => {
                    let names: Vec<&str> = filters.iter().map(String::as_str).collect();
                    known_at("filter", label, *referenced, &names)?;
                }
                Some(Spanned {
                    value: FilterName::Index(index),
                    referenced,
                    ..
                }) if *index >= self.configuration.filters.len() => {
                    return Err(Error::at(
                        *referenced,
                        format!(
                            "there is no filter {index}; they are counted from 0 and there are {}",
                            self.configuration.filters.len()
                        ),
                    ));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn activity_names(&self) -> impl Iterator<Item = &str> {
        ACTIVITIES.iter().map(|(name, _)| *name).chain(
            self.stage
                .activities
                .iter()
                .map(|activity| activity.name.as_str()),
        )
    }
}

fn known(kind: &str, name: &Spanned<String>, there: &[&str]) -> Result<(), Error> {
    known_at(kind, &name.value, name.referenced, there)
}

fn known_at(kind: &str, name: &str, at: Location, there: &[&str]) -> Result<(), Error> {
    if there.contains(&name) {
        return Ok(());
    }
    let question = alike::question(name, there.iter().copied());
    Err(Error::at(
        at,
        format!("there is no {kind} `{name}`{question}"),
    ))
}

/// What the file describes comes on top; of the same name, it counts.
fn add_to_stage(stage: &mut Stage, file: &TestFile) {
    for activity in &file.activities {
        let activity = &activity.value;
        stage.activities.retain(|known| known.name != activity.name);
        stage.activities.push(StageActivity {
            sid: None,
            name: activity.name.clone(),
            available: activity.available,
        });
    }
    for channel in &file.channels {
        if !stage.channels.contains(&channel.value) {
            stage.channels.push(channel.value.clone());
        }
    }
    for queue in &file.queues {
        let queue = &queue.value;
        let before = stage
            .queues
            .iter()
            .position(|known| known.name == queue.name);
        let sid = before.and_then(|place| stage.queues.remove(place).sid);
        stage.queues.push(StageQueue {
            sid,
            name: queue.name.clone(),
            target_workers: queue.target_workers.as_ref().map(|text| text.value.clone()),
            max_reserved_workers: queue.max_reserved_workers,
            task_order: queue.task_order.map(|order| match order {
                Order::Fifo => QueueOrder::Fifo,
                Order::Lifo => QueueOrder::Lifo,
            }),
        });
    }
    if let Some(timeout) = file.reservation_timeout {
        stage.reservation_timeout = Some(u32::try_from(timeout.0).unwrap_or(u32::MAX));
    }
    if let Some(activity) = &file.timeout_activity {
        stage.timeout_activity = Some(activity.value.clone());
    }
}
