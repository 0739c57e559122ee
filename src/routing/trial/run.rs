//! Runs a case on the engine.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use serde_saphyr::{Location, Spanned};

use super::file::{Answers, Capacity, Case, TaskEntry, WholeCapacity, WorkerEntry};
use super::report::Found;
use super::trial::{CHANNELS, Trial};
use super::{Error, Outcome};
use crate::model::sid::{
    AccountSid, ActivitySid, Sid as _, TaskSid, WorkerSid, WorkflowSid, WorkspaceSid,
};
use crate::model::{EventType, ReservationStatus, TaskStatus};
use crate::routing::Moment;
use crate::routing::engine::{
    self, Effect, Engine, NewActivity, NewQueue, NewTask, NewTaskChannel, NewWorker, NewWorkflow,
    NewWorkspace, Position, ReservationAnswer, WorkerChannelUpdate, Workspace, WorkspaceUpdate,
};

/// When cases begin that do not say when: a Monday.
const START: Moment = Moment::from_millisecond(1_767_603_600_000);

/// A case under way.
pub(super) struct Run<'a> {
    trial: &'a Trial,
    engine: Engine,
    workspace: WorkspaceSid,
    now: Moment,
    /// SIDs of the stage and what they are here.
    names: Vec<(String, String)>,
    workers: BTreeMap<WorkerSid, String>,
    /// The task that is looked at, once it is there.
    task: Option<TaskSid>,
    answers: Answers,
    /// The filters the task has taken, the default filter behind the last.
    taken: Vec<usize>,
    /// How the task left its workflow.
    left: Option<Outcome>,
    /// The task as it was last seen.
    seen: Option<Found>,
}

impl<'a> Run<'a> {
    pub(super) fn of(trial: &'a Trial, case: &Spanned<Case>) -> Result<(Found, Vec<usize>), Error> {
        let at = case.referenced;
        let case = &case.value;
        let now = match &case.at {
            None => START,
            Some(text) => text
                .value
                .parse::<jiff::Timestamp>()
                .map(Moment::from)
                .map_err(|error| {
                    Error::at(
                        text.referenced,
                        format!("`{}` is no moment: {error}", text.value),
                    )
                })?,
        };
        let mut engine = Engine::new(AccountSid::from_bits(1), 1, now);
        let new = NewWorkspace {
            friendly_name: "trial".to_owned(),
            ..NewWorkspace::default()
        };
        let workspace = refused(at, engine.create_workspace(now, &new))?;
        let mut run = Self {
            trial,
            engine,
            workspace,
            now,
            names: Vec::new(),
            workers: BTreeMap::new(),
            task: None,
            answers: case.answers,
            taken: Vec::new(),
            left: None,
            seen: None,
        };
        run.set_up(at)?;
        run.hire(case)?;
        let workflow = run.open(at)?;
        run.engine.take_effects();
        for task in &case.before {
            let made = run.create(workflow, &task.value, task.referenced)?;
            refused(task.referenced, made)?;
            run.react(at)?;
        }
        match run.create(workflow, &case.task.value, case.task.referenced)? {
            Ok(task) => run.task = Some(task),
            Err(engine::Error::NoTarget { .. }) => {
                let refused = Found {
                    filter: None,
                    filter_index: None,
                    target: None,
                    queue: None,
                    priority: case.task.value.priority.unwrap_or(0),
                    workers: Vec::new(),
                    outcome: Outcome::Refused,
                    reason: None,
                };
                return Ok((refused, Vec::new()));
            }
            Err(error) => return Err(Error::at(case.task.referenced, error.to_string())),
        }
        run.react(at)?;
        let end = now.plus_seconds(case.waits.map_or(0, |waits| waits.0));
        while let Some(deadline) = run.engine.next_deadline().filter(|next| *next <= end) {
            run.now = run.now.max(deadline);
            run.engine.advance(run.now);
            run.react(at)?;
        }
        run.now = end;
        run.engine.advance(end);
        run.react(at)?;
        let found = run
            .seen
            .take()
            .expect("the task was there after it was made");
        Ok((found, run.taken))
    }

    fn place(&self) -> &Workspace {
        self.engine
            .workspace(self.workspace)
            .expect("the workspace is never deleted")
    }

    fn set_up(&mut self, at: Location) -> Result<(), Error> {
        let stage = &self.trial.stage;
        for activity in &stage.activities {
            let there = self
                .place()
                .activities
                .iter()
                .find(|known| *known.friendly_name == *activity.name)
                .map(|known| (known.sid, known.available));
            let sid = match there {
                Some((sid, available)) if available == activity.available => sid,
                Some(_) => {
                    return Err(Error::at(
                        at,
                        format!(
                            "activity `{}` is there already with another availability",
                            activity.name
                        ),
                    ));
                }
                None => {
                    let new = NewActivity {
                        friendly_name: activity.name.clone(),
                        available: activity.available,
                    };
                    let made = self.engine.create_activity(self.now, self.workspace, &new);
                    refused(at, made)?
                }
            };
            self.names
                .extend(activity.sid.clone().map(|known| (known, sid.to_string())));
        }
        for channel in &stage.channels {
            if !CHANNELS.contains(&channel.as_str()) {
                let new = NewTaskChannel {
                    friendly_name: channel.clone(),
                    unique_name: channel.clone(),
                    ..NewTaskChannel::default()
                };
                refused(
                    at,
                    self.engine
                        .create_task_channel(self.now, self.workspace, &new),
                )?;
            }
        }
        if let Some(name) = &stage.timeout_activity {
            let update = WorkspaceUpdate {
                timeout_activity: self.activity(name),
                ..WorkspaceUpdate::default()
            };
            refused(
                at,
                self.engine
                    .update_workspace(self.now, self.workspace, &update),
            )?;
        }
        Ok(())
    }

    fn activity(&self, name: &str) -> Option<ActivitySid> {
        self.place()
            .activities
            .iter()
            .find(|known| *known.friendly_name == *name)
            .map(|known| known.sid)
    }

    /// Makes the workers of the file, changed as the case says, and then its own.
    fn hire(&mut self, case: &Case) -> Result<(), Error> {
        let mut entries: Vec<Spanned<WorkerEntry>> = self.trial.file.workers.clone();
        for change in &case.workers {
            let name = &change.value.name.value;
            match entries
                .iter_mut()
                .find(|entry| entry.value.name.value == *name)
            {
                None => entries.push(change.clone()),
                Some(entry) => {
                    let (entry, change) = (&mut entry.value, &change.value);
                    if change.activity.is_some() {
                        entry.activity.clone_from(&change.activity);
                    }
                    if change.attributes.is_some() {
                        entry.attributes.clone_from(&change.attributes);
                    }
                    entry.channels.extend(change.channels.clone());
                }
            }
        }
        for entry in entries {
            let at = entry.referenced;
            let entry = entry.value;
            let live = self
                .trial
                .stage
                .workers
                .iter()
                .find(|known| known.name == entry.name.value);
            let attributes = match &entry.attributes {
                Some(attributes) => Some(self.named(&attributes.to_string())),
                None => live.map(|known| self.named(&known.attributes)),
            };
            let activity = entry
                .activity
                .as_ref()
                .map_or("Available", |name| &name.value);
            let new = NewWorker {
                friendly_name: entry.name.value.clone(),
                attributes,
                activity: self.activity(activity),
            };
            let sid = refused(
                at,
                self.engine.create_worker(self.now, self.workspace, &new),
            )?;
            let known = live.and_then(|known| known.sid.clone());
            self.names
                .extend(known.map(|known| (known, sid.to_string())));
            self.workers.insert(sid, entry.name.value);
            for (channel, capacity) in &entry.channels {
                let update = match capacity {
                    Capacity::Number(capacity) => WorkerChannelUpdate {
                        capacity: Some(*capacity),
                        available: None,
                    },
                    Capacity::Whole(WholeCapacity {
                        capacity,
                        available,
                    }) => WorkerChannelUpdate {
                        capacity: *capacity,
                        available: *available,
                    },
                };
                let channel = self
                    .place()
                    .channels
                    .iter()
                    .find(|known| *known.unique_name == **channel)
                    .map(|known| known.sid)
                    .expect("channels were checked when the trial was made");
                let changed = self.engine.update_worker_channel(
                    self.now,
                    self.workspace,
                    sid,
                    channel,
                    update,
                );
                refused(at, changed)?;
            }
        }
        Ok(())
    }

    /// A text with the stage's SIDs replaced by those they have here.
    fn named(&self, text: &str) -> String {
        self.names
            .iter()
            .fold(text.to_owned(), |text, (known, here)| {
                text.replace(known, here)
            })
    }

    /// Makes the queues and the workflow. Filters are labelled with their places, by which events
    /// tell which was taken.
    fn open(&mut self, at: Location) -> Result<WorkflowSid, Error> {
        let stage = &self.trial.stage;
        let mut queues = Vec::new();
        for queue in &stage.queues {
            let new = NewQueue {
                friendly_name: queue.name.clone(),
                target_workers: queue.target_workers.as_deref().map(|text| self.named(text)),
                max_reserved_workers: queue.max_reserved_workers,
                task_order: queue.task_order,
                ..NewQueue::default()
            };
            let made = self.engine.create_queue(self.now, self.workspace, &new);
            let sid = made.map_err(|error| {
                Error::at(
                    self.queue_place(&queue.name).unwrap_or(at),
                    error.to_string(),
                )
            })?;
            queues.push((queue, sid.to_string()));
        }
        let mut rules = self.trial.configuration.clone();
        for (index, filter) in rules.filters.iter_mut().enumerate() {
            filter.friendly_name = Some(index.to_string());
        }
        let targets = rules
            .filters
            .iter_mut()
            .flat_map(|filter| &mut filter.targets)
            .chain(&mut rules.default_filter);
        for target in targets {
            let written = target.queue.as_str();
            let here = queues
                .iter()
                .find(|(known, _)| known.name == written || known.sid.as_deref() == Some(written));
            if let Some((_, sid)) = here {
                target.queue.clone_from(sid);
            }
        }
        let new = NewWorkflow {
            friendly_name: "trial".to_owned(),
            configuration: self.named(&rules.to_string()),
            task_reservation_timeout: stage.reservation_timeout,
            ..NewWorkflow::default()
        };
        refused(
            at,
            self.engine.create_workflow(self.now, self.workspace, &new),
        )
    }

    fn queue_place(&self, name: &str) -> Option<Location> {
        let queues = &self.trial.file.queues;
        let entry = queues.iter().find(|queue| queue.value.name == name)?;
        let target = entry.value.target_workers.as_ref();
        Some(target.map_or(entry.referenced, |target| target.referenced))
    }

    fn create(
        &mut self,
        workflow: WorkflowSid,
        task: &TaskEntry,
        at: Location,
    ) -> Result<Result<TaskSid, engine::Error>, Error> {
        if task
            .attributes
            .as_ref()
            .is_some_and(|attributes| !attributes.is_object())
        {
            return Err(Error::at(at, "the attributes of a task must be a mapping"));
        }
        let new = NewTask {
            workflow: Some(workflow),
            attributes: task
                .attributes
                .as_ref()
                .map(|json: &Json| self.named(&json.to_string())),
            priority: task.priority,
            timeout: task.timeout.map(|timeout| timeout.0),
            task_channel: task.channel.as_ref().map(|channel| channel.value.clone()),
            ..NewTask::default()
        };
        Ok(self.engine.create_task(self.now, self.workspace, &new))
    }

    /// Answers offers and notes what happened to the task, until nothing more does.
    fn react(&mut self, at: Location) -> Result<(), Error> {
        loop {
            let effects = self.engine.take_effects();
            // An event may speak of the task before the caller knows its SID: it is the newest.
            let mut offers = Vec::new();
            for effect in &effects {
                let Effect::Event(event) = effect else {
                    continue;
                };
                let task = event.task.as_ref().map(|task| task.sid);
                if task.is_some() && task == self.task {
                    match event.kind {
                        EventType::WorkflowTargetMatched => {
                            let name = event
                                .step
                                .as_ref()
                                .and_then(|step| step.filter_name.as_deref());
                            let index = name
                                .and_then(|name| name.parse().ok())
                                .unwrap_or(self.trial.configuration.filters.len());
                            if !self.taken.contains(&index) {
                                self.taken.push(index);
                            }
                        }
                        EventType::WorkflowTimeout => self.left = Some(Outcome::WorkflowTimeout),
                        EventType::WorkflowSkipped => self.left = Some(Outcome::WorkflowSkipped),
                        _ => {}
                    }
                }
                if event.kind == EventType::ReservationCreated
                    && (task != self.task || self.answers == Answers::Accept)
                    && let Some(reservation) = event.reservation.as_ref().map(|one| one.0)
                {
                    offers.push(reservation);
                }
            }
            self.look();
            let none = offers.is_empty();
            for offer in offers {
                let is_open = self
                    .place()
                    .reservations
                    .get(offer)
                    .is_some_and(|known| known.status == ReservationStatus::Pending);
                // One of several who were asked at once has it by now.
                if is_open {
                    let answer = ReservationAnswer::Accept;
                    let answered =
                        self.engine
                            .answer_reservation(self.now, self.workspace, offer, answer);
                    refused(at, answered)?;
                }
            }
            if none {
                return Ok(());
            }
        }
    }

    /// Keeps what the task is like now; one that is gone stays as it was.
    fn look(&mut self) {
        let Some(task) = self.task.and_then(|task| self.place().tasks.get(task)) else {
            return;
        };
        let filters = self.trial.configuration.filters.len();
        let step = match task.position {
            _ if task.queue.is_none() => None,
            Position::Step { filter, target } => Some((filter, target)),
            Position::Default => Some((filters, 0)),
            Position::Direct => None,
        };
        let outcome = match task.status {
            TaskStatus::Reserved => Outcome::Reserved,
            TaskStatus::Assigned | TaskStatus::Wrapping | TaskStatus::Completed => {
                Outcome::Assigned
            }
            TaskStatus::Canceled => self.left.unwrap_or(Outcome::Ttl),
            TaskStatus::Pending | TaskStatus::Unknown => Outcome::Pending,
        };
        let workers = self
            .place()
            .reservations_of(task)
            .filter(|reservation| reservation.status.is_open())
            .filter_map(|reservation| self.workers.get(&reservation.worker).cloned())
            .collect();
        let queue = task.queue.and_then(|queue| self.place().queues.get(queue));
        let found = Found {
            filter: step.map(|(filter, _)| self.trial.filter_name(filter)),
            filter_index: step
                .map(|(filter, _)| filter)
                .filter(|filter| *filter < filters),
            target: step.map(|(_, target)| target),
            queue: queue.map(|queue| queue.friendly_name.to_string()),
            priority: task.priority,
            workers,
            outcome,
            reason: task.reason.as_deref().map(str::to_owned),
        };
        self.seen = Some(found);
    }
}

fn refused<T>(at: Location, outcome: Result<T, engine::Error>) -> Result<T, Error> {
    outcome.map_err(|error| Error::at(at, error.to_string()))
}
