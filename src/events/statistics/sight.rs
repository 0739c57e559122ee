//! What somebody may see, and what of it they asked for. Whose a task, a worker or an event is stands
//! here, for figures, lists and streams alike.

use std::collections::BTreeSet;

use super::Question;
use super::ledger::Ledger;
use super::line::TaskLine;
use super::names::{Id, Numbers, Passing};

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
}

/// What the filters and the limits let through.
pub(super) struct View {
    queues: Passing,
    workflows: Passing,
    channels: Passing,
    teams: Passing,
    /// What somebody with limits may see: one of their queues or one of their teams is enough.
    theirs: Option<(Passing, Passing)>,
}

impl View {
    pub(super) fn new(ledger: &Ledger, question: &Question) -> Self {
        let filters = &question.filters;
        let limits = &question.limits;
        let of_names = |names: &Numbers<String>, wanted: Option<&String>| {
            wanted.map_or_else(Passing::all, |wanted| {
                Passing::only(names.keys().iter().map(|name| name == wanted))
            })
        };
        Self {
            queues: filters.queue.as_ref().map_or_else(Passing::all, |text| {
                let queues = &ledger.queues;
                Passing::only(queues.ids().map(|id| queues.is_called(id, text)))
            }),
            workflows: filters.workflow.as_ref().map_or_else(Passing::all, |text| {
                let workflows = &ledger.workflows;
                Passing::only(workflows.ids().map(|id| workflows.is_called(id, text)))
            }),
            channels: of_names(&ledger.channels, filters.channel.as_ref()),
            teams: of_names(&ledger.teams, filters.team.as_ref()),
            theirs: (!limits.are_none()).then(|| {
                let queues = ledger.queues.ids().map(|id| {
                    let name = ledger.queues.name(id);
                    name.is_some_and(|name| limits.queues.contains(name))
                });
                let teams = ledger.teams.keys().iter();
                (
                    Passing::only(queues),
                    Passing::only(teams.map(|team| limits.teams.contains(team))),
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
            && self
                .theirs
                .as_ref()
                .is_none_or(|(queues, teams)| queues.has(queue) || teams.has(task.team))
    }

    pub(super) fn queue_is_theirs(&self, queue: Id) -> bool {
        self.theirs
            .as_ref()
            .is_none_or(|(queues, _)| queues.has(queue))
    }

    /// Queues, workflows and channels do not narrow workers: who would take their tasks is not
    /// told by events. Limits do, to those of a team or with a task of a queue.
    pub(super) fn sees_worker(&self, team: Id, has_task: bool) -> bool {
        self.teams.has(team)
            && self
                .theirs
                .as_ref()
                .is_none_or(|(_, teams)| has_task || teams.has(team))
    }
}
