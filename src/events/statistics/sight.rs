//! What somebody may see, and what of it they asked for. Whose a task, a worker or an event is stands
//! here, for figures, lists and streams alike.

use std::collections::BTreeSet;

use super::Question;
use super::ledger::Ledger;
use super::line::TaskLine;
use super::names::{Id, Passing};
use crate::events::RecordedEvent;
use crate::events::facts::team_in;

/// The only things somebody may see; empty is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Teams, by the attribute `team`.
    pub teams: BTreeSet<String>,
    /// Queues, by name.
    pub queues: BTreeSet<String>,
}

impl Limits {
    /// Whether everything may be seen.
    pub fn are_none(&self) -> bool {
        self.teams.is_empty() && self.queues.is_empty()
    }

    /// Whether a task of this queue and this team may be seen: one of theirs is enough.
    pub fn show_task(&self, queue: Option<&str>, team: Option<&str>) -> bool {
        self.are_none()
            || queue.is_some_and(|queue| self.queues.contains(queue))
            || team.is_some_and(|team| self.teams.contains(team))
    }

    /// Whether a worker of this team may be seen; `has_task` says whether they have a task that may
    /// be. That such a worker is busy is told whatever with, but not with which tasks.
    pub fn show_worker(&self, team: Option<&str>, has_task: bool) -> bool {
        has_task || self.show_task(None, team)
    }

    /// Whether an event may be seen. What speaks of a task is as visible as the task, whoever works
    /// on it; only what speaks of none goes by the worker, or by the queue itself.
    pub fn show_event(&self, event: &RecordedEvent) -> bool {
        if self.are_none() {
            return true;
        }
        let queue = event.parameter("task_queue_name");
        let team = |attributes| team_in(event.parameter(attributes));
        let is_of_task = matches!(event.resource_type.as_deref(), Some("task" | "reservation"))
            || ["task_sid", "reservation_sid", "task_attributes"]
                .iter()
                .any(|name| event.parameter(name).is_some());
        if is_of_task {
            self.show_task(queue, team("task_attributes").as_deref())
        } else {
            self.show_task(queue, None)
                || self.show_worker(team("worker_attributes").as_deref(), false)
        }
    }
}

/// What the filters and the limits let through.
pub(super) struct View {
    queues: Passing,
    workflows: Passing,
    channels: Passing,
    teams: Passing,
    /// The queues and the teams by which [`Limits`] show a task.
    theirs: Option<(Passing, Passing)>,
}

impl View {
    pub(super) fn new(ledger: &Ledger, question: &Question) -> Self {
        let filters = &question.filters;
        let limits = &question.limits;
        Self {
            queues: filters.queue.as_ref().map_or_else(Passing::all, |text| {
                let queues = &ledger.queues;
                Passing::only(queues.ids().map(|id| queues.is_called(id, text)))
            }),
            workflows: filters.workflow.as_ref().map_or_else(Passing::all, |text| {
                let workflows = &ledger.workflows;
                Passing::only(workflows.ids().map(|id| workflows.is_called(id, text)))
            }),
            channels: filters
                .channel
                .as_deref()
                .map_or_else(Passing::all, |name| {
                    let channels = &ledger.channels;
                    Passing::only(channels.ids().map(|id| channels.name(id) == Some(name)))
                }),
            teams: filters.team.as_ref().map_or_else(Passing::all, |wanted| {
                Passing::only(ledger.teams.keys().iter().map(|team| team == wanted))
            }),
            theirs: (!limits.are_none()).then(|| {
                let queues = ledger.queues.ids();
                let teams = ledger.teams.keys().iter();
                (
                    Passing::only(queues.map(|id| limits.show_task(ledger.queues.name(id), None))),
                    Passing::only(teams.map(|team| limits.show_task(None, Some(team)))),
                )
            }),
        }
    }

    /// Whether what happened to this task in this queue is to be counted.
    pub(super) fn has(&self, task: &TaskLine, queue: Id) -> bool {
        self.queues.has(queue)
            && self.workflows.has(task.workflow)
            && self.channels.has(task.channel)
            && self.teams.has(task.team)
            && self.shows(queue, task.team)
    }

    /// Whether the limits let a task of this queue and this team through.
    pub(super) fn shows(&self, queue: Id, team: Id) -> bool {
        self.theirs
            .as_ref()
            .is_none_or(|(queues, teams)| queues.has(queue) || teams.has(team))
    }

    /// Queues, workflows and channels do not narrow workers: who would take their tasks is not
    /// told by events. Limits do, to those of a team or with a task that is seen.
    pub(super) fn sees_worker(&self, team: Id, has_task: bool) -> bool {
        self.teams.has(team)
            && self
                .theirs
                .as_ref()
                .is_none_or(|(_, teams)| has_task || teams.has(team))
    }
}
