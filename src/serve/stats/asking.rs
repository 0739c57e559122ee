//! A question to the numbers: what is asked, who asks, and whether they may.

use std::sync::Arc;

use jiff::Timestamp;

use super::answers::{Given, Key};
use super::parameters::{self, Ask, Known};
use crate::events::statistics::{
    Between, Filters, Ledger, Limits, Stamp, Statistics, TasksNow, Window,
};
use crate::model::sid::Sid;
use crate::serve::access::Viewer;
use crate::serve::directory::Names;
use crate::serve::problem::Problem;
use crate::serve::shared::Shared;

/// What a request comes with.
pub(in crate::serve) struct Asking {
    pub(in crate::serve) shared: Arc<Shared>,
    pub(in crate::serve) limits: Limits,
    pub(in crate::serve) now: Timestamp,
    pub(super) ask: Ask,
}

impl Asking {
    pub(in crate::serve) fn new(
        shared: Arc<Shared>,
        viewer: &Viewer,
        query: Option<&str>,
        known: Known,
    ) -> Result<Self, Problem> {
        let now = shared.now();
        let ask = parameters::read(query, known, shared.desk.zone(), now)?;
        Ok(Self {
            limits: viewer.limits.clone(),
            shared,
            now,
            ask,
        })
    }

    pub(super) fn key(&self, route: &'static str, what: &str) -> Key {
        Key {
            route,
            what: what.to_owned(),
            ask: self.ask.clone(),
            limits: self.limits.clone(),
        }
    }

    /// The answer of a route to what is asked, worked out if nobody has asked it this second;
    /// `what` tells answers to the same question apart.
    pub(in crate::serve) async fn answer<F>(
        &self,
        route: &'static str,
        what: &str,
        work_out: impl FnOnce() -> F,
    ) -> Result<Given, Problem>
    where
        F: Future<Output = Result<Given, Problem>>,
    {
        let key = self.key(route, what);
        self.shared.desk.answer(key, self.now, work_out).await
    }

    /// The rows of a list.
    pub(in crate::serve) fn limit(&self) -> usize {
        self.ask.limit
    }

    /// What the answer is narrowed to.
    pub(in crate::serve) fn filters(&self) -> &Filters {
        &self.ask.filters
    }

    /// How things are now, and what happened in the window and today.
    pub(in crate::serve) async fn statistics(&self) -> Result<Statistics, Problem> {
        let desk = &self.shared.desk;
        self.check_names().await?;
        let question = desk.question(&self.ask, &self.limits, self.now);
        desk.statistics(question).await
    }

    /// Takes away what others' events move, from an answer that is not about those.
    pub(super) fn quiet(&self, position: &mut u64, last_event_at: &mut Option<Stamp>) {
        if !self.limits.are_none() {
            (*position, *last_event_at) = (0, None);
        }
    }

    /// The window of what is about now.
    pub(super) fn moment(&self) -> Window {
        let now = self.now.as_millisecond();
        Between { from: now, to: now }.described(self.shared.desk.zone_name())
    }

    /// Takes away what moves without anything having changed.
    pub(in crate::serve) fn still(&self, answer: &mut Statistics) {
        answer.asked_at = Stamp(0);
        self.quiet(&mut answer.position, &mut answer.last_event_at);
        self.ask.period.still(&mut answer.window);
        still_now(&mut answer.in_taskrouter_now);
        for queue in &mut answer.by_queue {
            still_now(&mut queue.in_taskrouter_now);
        }
    }

    /// Refuses names that nobody has heard of, and queues that are not to be heard of.
    pub(super) async fn check_names(&self) -> Result<(), Problem> {
        let Filters {
            queue,
            workflow,
            channel,
            // Anybody may be of any team.
            team: _,
        } = &self.ask.filters;
        if queue.is_none() && workflow.is_none() && channel.is_none() {
            return Ok(());
        }
        let ledger = self.shared.desk.ledger(self.now).await?;
        let ledger = ledger.as_ref();
        if let Some(queue) = queue
            && !self.is_queue(ledger, queue)
        {
            return Err(Problem::bad_request(format!(
                "`queue`: there is no queue `{}`",
                shortened(queue)
            )));
        }
        if let Some(workflow) = workflow
            && !ledger.knows_workflow(workflow)
            && !is_listed(&self.shared.directory().workflows, workflow)
        {
            return Err(Problem::bad_request(format!(
                "`workflow`: there is no workflow `{}`",
                shortened(workflow)
            )));
        }
        if let Some(channel) = channel
            && !ledger.knows_channel(channel)
            && !self
                .shared
                .directory()
                .channels
                .names()
                .any(|name| name == channel)
        {
            return Err(Problem::bad_request(format!(
                "`channel`: there is no task channel `{}`",
                shortened(channel)
            )));
        }
        Ok(())
    }

    /// Whether there is such a queue, known by events or by the workspace, and it may be spoken of.
    pub(super) fn is_queue(&self, ledger: &Ledger, text: &str) -> bool {
        let directory = self.shared.directory();
        let listed = is_listed(&directory.queues, text);
        let name = ledger
            .queue_name(text)
            .or_else(|| directory.queues.name(text.parse().ok()?))
            .or_else(|| listed.then_some(text));
        (listed || ledger.knows_queue(text)) && self.may_name(name)
    }

    /// Whether a queue may be spoken of: who sees a team sees it in any queue.
    fn may_name(&self, queue: Option<&str>) -> bool {
        !self.limits.teams.is_empty() || self.limits.show_task(queue, None)
    }
}

/// Whether the workspace has something of this name or SID.
fn is_listed<S: Sid>(names: &Names<S>, text: &str) -> bool {
    match text.parse::<S>() {
        Ok(sid) => names.name(sid).is_some(),
        Err(_) => names.names().any(|name| name == text),
    }
}

/// What somebody gave, as far as it can be given back.
fn shortened(text: &str) -> String {
    let text: String = text.chars().take(80).collect();
    text.escape_default().to_string()
}

pub(super) fn still_now(now: &mut TasksNow) {
    for waiting in [
        &mut now.longest_waiting,
        &mut now.longest_in_queue,
        &mut now.longest_wrapping,
    ]
    .into_iter()
    .flatten()
    {
        waiting.age = 0;
    }
}
