//! The facts of the last day or so in memory, kept up with what changes: the figures are counted
//! from here, and no answer reads the store through.

use std::collections::{HashMap, HashSet};

use super::line::{ReservationLine, TaskLine};
use super::names::{Id, Numbers};
use crate::events::facts::{
    ActivityFacts, Facts, NamedFacts, ReservationFacts, TaskFacts, WorkerFacts, team_in,
};
use crate::model::sid::{
    Sid, TaskChannelSid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid, WorkspaceSid,
};

/// Facts in a form that questions are answered from quickly. Taking rows in again changes nothing;
/// a row that came later replaces the one before.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Only what belongs to this workspace; everything without one.
    workspace: Option<WorkspaceSid>,
    position: u64,
    last_event: Option<i64>,
    pub(super) tasks: Vec<TaskLine>,
    task_places: HashMap<u128, u32>,
    pub(super) reservations: Vec<ReservationLine>,
    reservation_places: HashMap<u128, u32>,
    pub(super) queues: Named<TaskQueueSid>,
    pub(super) workflows: Named<WorkflowSid>,
    pub(super) channels: Channels,
    pub(super) teams: Numbers<String>,
    pub(super) worker_numbers: Numbers<WorkerSid>,
    pub(super) workers: Vec<WorkerLine>,
    worker_places: HashMap<u128, u32>,
    pub(super) activities: Vec<ActivityFacts>,
}

/// Queues or workflows: numbers by SID, names by number.
#[derive(Debug, Clone)]
pub(super) struct Named<S> {
    pub(super) numbers: Numbers<S>,
    names: Vec<Option<String>>,
}

impl<S> Default for Named<S> {
    fn default() -> Self {
        Self {
            numbers: Numbers::default(),
            names: Vec::new(),
        }
    }
}

impl<S: Sid + std::hash::Hash> Named<S> {
    fn take_in(&mut self, facts: Vec<NamedFacts<S>>) {
        for fact in facts {
            if let Some(place) = self.numbers.id(Some(&fact.sid)).place() {
                if self.names.len() <= place {
                    self.names.resize(place + 1, None);
                }
                self.names[place] = fact.name;
            }
        }
    }

    pub(super) fn name(&self, id: Id) -> Option<&str> {
        self.names.get(id.place()?)?.as_deref()
    }

    /// Whether a text is the name of this one, or its SID.
    pub(super) fn is_called(&self, id: Id, text: &str) -> bool {
        self.name(id) == Some(text)
            || self
                .numbers
                .key(id)
                .is_some_and(|sid| text.parse::<S>().is_ok_and(|asked| asked == *sid))
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = Id> {
        self.numbers.ids()
    }
}

/// Task channels: tasks name theirs, or tell its SID alone, whose name may come later.
#[derive(Debug, Clone, Default)]
pub(super) struct Channels {
    numbers: Numbers<Channel>,
    names: HashMap<TaskChannelSid, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Channel {
    Named(String),
    Numbered(TaskChannelSid),
}

impl Channels {
    fn take_in(&mut self, facts: Vec<NamedFacts<TaskChannelSid>>) {
        for fact in facts {
            if let Some(name) = fact.name {
                self.names.insert(fact.sid, name);
            }
        }
    }

    fn id(&mut self, task: &TaskFacts) -> Id {
        let named = task.channel.clone().map(Channel::Named);
        let channel = named.or_else(|| task.channel_sid.map(Channel::Numbered));
        self.numbers.id(channel.as_ref())
    }

    fn has(&self, name: &str) -> bool {
        self.names.values().any(|known| known == name)
            || self.ids().any(|id| self.name(id) == Some(name))
    }

    pub(super) fn name(&self, id: Id) -> Option<&str> {
        match self.numbers.key(id)? {
            Channel::Named(name) => Some(name),
            Channel::Numbered(sid) => self.names.get(sid).map(String::as_str),
        }
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = Id> {
        self.numbers.ids()
    }
}

/// A worker, with the team that the attributes name.
#[derive(Debug, Clone)]
pub(super) struct WorkerLine {
    pub(super) facts: WorkerFacts,
    pub(super) id: Id,
    pub(super) team: Id,
}

impl Ledger {
    /// An empty one for a workspace.
    pub fn new(workspace: Option<WorkspaceSid>) -> Self {
        Self {
            workspace,
            ..Self::default()
        }
    }

    /// One that gives everything the same numbers and names and holds nothing yet.
    #[must_use]
    pub fn emptied(&self) -> Self {
        Self {
            workspace: self.workspace,
            position: self.position,
            last_event: self.last_event,
            queues: self.queues.clone(),
            workflows: self.workflows.clone(),
            channels: self.channels.clone(),
            teams: self.teams.clone(),
            ..Self::default()
        }
    }

    /// All events up to this position are in it.
    pub const fn position(&self) -> u64 {
        self.position
    }

    /// When the last event happened.
    pub const fn last_event(&self) -> Option<i64> {
        self.last_event
    }

    /// How many tasks and reservations it holds.
    pub fn size(&self) -> usize {
        self.tasks.len() + self.reservations.len()
    }

    /// Takes rows in, new ones and changed ones, and names, which go before those known.
    pub fn take_in(&mut self, facts: Facts) {
        self.position = self.position.max(facts.position);
        self.last_event = self.last_event.max(facts.last_event);
        self.queues.take_in(facts.queues);
        self.workflows.take_in(facts.workflows);
        self.activities = facts.activities;
        self.channels.take_in(facts.channels);
        for task in facts.tasks {
            if self.is_ours(task.workspace_sid) {
                self.task(&task);
            }
        }
        for reservation in &facts.reservations {
            self.reservation(reservation);
        }
        for worker in facts.workers {
            if self.is_ours(worker.workspace_sid) {
                self.take_worker(worker);
            }
        }
    }

    pub(super) fn worker(&self, sid: WorkerSid) -> Option<&WorkerLine> {
        let place = self.worker_places.get(&sid.bits())?;
        self.workers.get(*place as usize)
    }

    /// Tasks that reservations speak of and that are neither here nor among the facts: what is told
    /// of such a reservation counts once its task is taken in.
    pub fn missing_tasks(&self, facts: &Facts) -> Vec<TaskSid> {
        let told: HashSet<TaskSid> = facts.tasks.iter().map(|task| task.sid).collect();
        let mut missing: Vec<TaskSid> = facts
            .reservations
            .iter()
            .filter_map(|reservation| reservation.task_sid)
            .filter(|task| !told.contains(task) && !self.task_places.contains_key(&task.bits()))
            .collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }

    /// Whether a queue is known by this name or SID.
    pub fn knows_queue(&self, text: &str) -> bool {
        self.queues.ids().any(|id| self.queues.is_called(id, text))
    }

    /// Whether a workflow is known by this name or SID.
    pub fn knows_workflow(&self, text: &str) -> bool {
        self.workflows
            .ids()
            .any(|id| self.workflows.is_called(id, text))
    }

    /// Whether a task channel of this unique name is known.
    pub fn knows_channel(&self, name: &str) -> bool {
        self.channels.has(name)
    }

    /// The queues that are called so, or the one that has this SID.
    pub fn queues_called(&self, text: &str) -> Vec<TaskQueueSid> {
        let called = self.queues.ids();
        let called = called.filter(|id| self.queues.is_called(*id, text));
        let mut sids: Vec<TaskQueueSid> = called
            .filter_map(|id| self.queues.numbers.key(id).copied())
            .collect();
        sids.sort_unstable();
        sids
    }

    /// The name of the queue that is called so, or has this SID.
    pub fn queue_name(&self, text: &str) -> Option<&str> {
        let id = self
            .queues
            .ids()
            .find(|id| self.queues.is_called(*id, text))?;
        self.queues.name(id)
    }

    fn is_ours(&self, workspace: Option<WorkspaceSid>) -> bool {
        workspace.is_none() || self.workspace.is_none() || workspace == self.workspace
    }

    fn task(&mut self, facts: &TaskFacts) {
        let line = TaskLine {
            sid: facts.sid,
            created: facts.created.into(),
            accepted: facts.accepted.into(),
            wrapping: facts.wrapping.into(),
            ended: facts.ended().into(),
            queue_entered: facts.queue_entered.into(),
            priority: facts.priority.unwrap_or(0),
            queue: self.queues.numbers.id(facts.queue_sid.as_ref()),
            workflow: self.workflows.numbers.id(facts.workflow_sid.as_ref()),
            channel: self.channels.id(facts),
            team: self.teams.id(facts.team.as_ref()),
            status: facts.status,
            is_deleted: facts.deleted.is_some(),
        };
        place(
            &mut self.task_places,
            &mut self.tasks,
            facts.sid.bits(),
            line,
        );
    }

    fn reservation(&mut self, facts: &ReservationFacts) {
        let task = facts
            .task_sid
            .and_then(|task| self.task_places.get(&task.bits()).copied());
        // Of a task of another workspace, or of one that nothing is told about.
        if task.is_none() {
            return;
        }
        let line = ReservationLine {
            sid: facts.sid,
            created: facts.created.into(),
            accepted: facts.accepted.into(),
            ended: facts.ended().into(),
            task,
            worker: self.worker_numbers.id(facts.worker_sid.as_ref()),
            queue: self.queues.numbers.id(facts.queue_sid.as_ref()),
            status: facts.status,
        };
        place(
            &mut self.reservation_places,
            &mut self.reservations,
            facts.sid.bits(),
            line,
        );
    }

    fn take_worker(&mut self, facts: WorkerFacts) {
        if facts.deleted.is_some() {
            self.workers.retain(|worker| worker.facts.sid != facts.sid);
            self.worker_places = places(self.workers.iter().map(|line| line.facts.sid.bits()));
            return;
        }
        let team = team_in(facts.attributes.as_deref());
        let bits = facts.sid.bits();
        let line = WorkerLine {
            id: self.worker_numbers.id(Some(&facts.sid)),
            team: self.teams.id(team.as_ref()),
            facts,
        };
        place(&mut self.worker_places, &mut self.workers, bits, line);
    }

    /// Forgets what ended before a moment.
    pub fn forget_before(&mut self, moment: i64) {
        let mut kept: Vec<Option<u32>> = Vec::with_capacity(self.tasks.len());
        let mut tasks = Vec::new();
        // A task whose reservation goes on has to stay.
        let mut needed = vec![false; self.tasks.len()];
        for reservation in &self.reservations {
            if let Some(task) = reservation.task
                && reservation.matters_after(moment)
            {
                needed[task as usize] = true;
            }
        }
        for (task, needed) in std::mem::take(&mut self.tasks).into_iter().zip(needed) {
            if needed || task.matters_after(moment) {
                kept.push(u32::try_from(tasks.len()).ok());
                tasks.push(task);
            } else {
                kept.push(None);
            }
        }
        tasks.shrink_to_fit();
        self.task_places = places(tasks.iter().map(|task: &TaskLine| task.sid.bits()));
        self.tasks = tasks;
        self.reservations.retain_mut(|reservation| {
            reservation.task = reservation.task.and_then(|task| kept[task as usize]);
            reservation.task.is_some() && reservation.matters_after(moment)
        });
        self.reservations.shrink_to_fit();
        self.reservation_places = places(self.reservations.iter().map(|line| line.sid.bits()));
    }
}

fn place<T>(places: &mut HashMap<u128, u32>, lines: &mut Vec<T>, key: u128, line: T) {
    if let Some(place) = places.get(&key) {
        lines[*place as usize] = line;
    } else if let Ok(place) = u32::try_from(lines.len()) {
        places.insert(key, place);
        lines.push(line);
    }
}

fn places(keys: impl ExactSizeIterator<Item = u128>) -> HashMap<u128, u32> {
    let mut places = HashMap::with_capacity(keys.len());
    places.extend(keys.zip(0..));
    places
}
