//! The walk of a task through its plan: filters, targets, time-outs, `skip_if`
//! (<https://www.twilio.com/docs/taskrouter/workflow-configuration>).

use std::sync::Arc;

use super::context::Context;
use super::effect::{About, Cause, QueueFacts, StepFacts};
use super::plan::Plan;
use super::rows::Ordinal;
use super::state::{Position, Queue, Workspace};
use crate::model::{EventType, TaskStatus};
use crate::routing::Moment;
use crate::routing::expr::WorkerCounts;
use crate::routing::workflow::KnownWorker;

/// The reason of a task that outlived its workflow.
pub(super) const WORKFLOW_TIMEOUT: &str = "Task canceled on Workflow timeout";
/// The reason of a task that was skipped out of its workflow (the service's text is not known).
const WORKFLOW_SKIPPED: &str = "Task canceled on Workflow skip";

/// How the walk came to stand before a step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    /// Nothing was left yet.
    Fresh,
    /// The step before was skipped.
    Skipped,
    /// The step before ran out of time.
    TimedOut,
}

/// Who may take a task in its present step.
#[derive(Debug, Clone)]
pub(super) enum Candidates {
    /// Any member of the queue.
    Members,
    /// One member of the queue.
    Only(Ordinal),
    /// A known worker was asked for and does not exist.
    Nobody,
}

impl Workspace {
    /// Routes a task that holds no reservation: from its present step on, or from the filters
    /// when `afresh`.
    pub(super) fn walk(&mut self, context: &mut Context, ordinal: Ordinal, afresh: bool) {
        self.unplace(context, ordinal);
        let Some(task) = self.tasks.at(ordinal) else {
            return;
        };
        if task.position == Position::Direct {
            if self.offer(context, ordinal) == 0 {
                self.place(context, ordinal);
            }
            return;
        }
        let plan = Arc::clone(task.plan.as_ref().expect("a task of a workflow has a plan"));
        let standing = task.position;
        let mut arrival = Arrival::Fresh;
        let mut step = if afresh {
            self.first_step(context, ordinal, &plan)
        } else {
            Some(standing)
        };
        loop {
            let Some(position) = step else {
                self.fall_out(context, ordinal, arrival);
                return;
            };
            if let Position::Step { filter, target } = position {
                let task = self.tasks.at(ordinal).expect("the walking task exists");
                let entered = task.workflow_entered;
                let Some(rules) = plan.configuration.filters.get(filter) else {
                    step = None;
                    continue;
                };
                if target >= rules.targets.len() {
                    if arrival == Arrival::TimedOut {
                        let task = self.tasks.at_mut(ordinal).expect("the walking task exists");
                        task.first_filter = filter + 1;
                    }
                    step = self.next_step(context, ordinal, &plan, filter + 1);
                    continue;
                }
                let deadline = plan.deadline(position, entered);
                if deadline.is_some_and(|deadline| context.now >= deadline) {
                    if position == standing && !afresh {
                        self.emit_task(context, ordinal, EventType::TaskQueueTimeout);
                    }
                    arrival = Arrival::TimedOut;
                    step = Some(Position::Step {
                        filter,
                        target: target + 1,
                    });
                    continue;
                }
            }
            self.enter(context, ordinal, &plan, position);
            if self.offer(context, ordinal) > 0 {
                return;
            }
            if let Position::Step { filter, target } = position
                && self.is_skipped(ordinal, &plan, position)
            {
                arrival = Arrival::Skipped;
                step = Some(Position::Step {
                    filter,
                    target: target + 1,
                });
                continue;
            }
            self.place(context, ordinal);
            return;
        }
    }

    /// The step that a choice of filters from the beginning leads to.
    fn first_step(&self, context: &Context, ordinal: Ordinal, plan: &Plan) -> Option<Position> {
        let task = self.tasks.at(ordinal)?;
        let chosen = self.next_step(context, ordinal, plan, task.first_filter);
        // A change that leaves the task in its filter does not set it back in it.
        match (chosen, task.position) {
            (
                Some(Position::Step { filter, .. }),
                Position::Step {
                    filter: here,
                    target,
                },
            ) if filter == here && task.queue.is_some() => Some(Position::Step { filter, target }),
            _ => chosen,
        }
    }

    fn next_step(
        &self,
        context: &Context,
        ordinal: Ordinal,
        plan: &Plan,
        from: usize,
    ) -> Option<Position> {
        let task = self.tasks.at(ordinal)?;
        let now = context.now.as_millisecond();
        let chosen = plan.configuration.next_filter(from, &task.document, now);
        if let Some(filter) = chosen {
            return Some(Position::Step { filter, target: 0 });
        }
        let may_default = task.first_filter == 0 && plan.configuration.default_filter.is_some();
        may_default.then_some(Position::Default)
    }

    /// Whether the attributes lead anywhere at all in a plan; asked before a task is created.
    pub(super) fn leads_somewhere(plan: &Plan, document: &serde_json::Value, now: Moment) -> bool {
        plan.configuration.default_filter.is_some()
            || plan
                .configuration
                .next_filter(0, document, now.as_millisecond())
                .is_some()
    }

    /// Applies a step: queue, priority, events.
    fn enter(&mut self, context: &mut Context, ordinal: Ordinal, plan: &Arc<Plan>, at: Position) {
        let Some(target) = plan.target(at) else {
            return;
        };
        let queue = target
            .queue
            .parse()
            .expect("queues were looked up by SID when the plan was made");
        let task = self
            .tasks
            .at_mut(ordinal)
            .expect("the entering task exists");
        let first = task.queue.is_none();
        if !first && task.position == at && task.queue == Some(queue) {
            return;
        }
        let previous = task.queue.filter(|previous| *previous != queue);
        let previous_priority = task.priority;
        task.position = at;
        if let Some(priority) = target.priority {
            task.priority = priority;
        }
        if first || previous.is_some() {
            task.queue_entered = Some(context.now);
        }
        if !first {
            task.version += 1;
            task.updated = context.now;
        }
        task.queue = Some(queue);
        if let Some(previous) = previous {
            let facts = self.queues.get(previous).map(QueueFacts::of);
            self.emit_moved(context, ordinal, facts, previous_priority);
        }
        if first || previous.is_some() {
            self.emit_task(context, ordinal, EventType::TaskQueueEntered);
        }
        if first {
            self.emit_task(context, ordinal, EventType::TaskCreated);
        }
        let step = self.step_facts(plan, at, ordinal);
        let about = About {
            queue: None,
            step: Some(step),
            previous_priority: self.changed_priority(ordinal, previous_priority),
            ..self.about_task(ordinal)
        };
        context.emit(EventType::WorkflowTargetMatched, self, about);
    }

    fn emit_moved(
        &self,
        context: &mut Context,
        ordinal: Ordinal,
        from: Option<QueueFacts>,
        priority: i64,
    ) {
        let about = About {
            previous_queue: from,
            previous_priority: self.changed_priority(ordinal, priority),
            ..self.about_task(ordinal)
        };
        context.emit(EventType::TaskQueueMoved, self, about);
    }

    /// The priority a task had before, if it has another one now.
    pub(super) fn changed_priority(&self, ordinal: Ordinal, before: i64) -> Option<i64> {
        let task = self.tasks.at(ordinal)?;
        (task.priority != before).then_some(before)
    }

    /// A task with its queue and workflow.
    pub(super) fn about_task(&self, ordinal: Ordinal) -> About<'_> {
        let task = self.tasks.at(ordinal);
        About {
            task,
            queue: task.and_then(|task| self.queues.get(task.queue?)),
            workflow: task.map(|task| task.workflow),
            ..About::default()
        }
    }

    fn step_facts(&self, plan: &Plan, at: Position, ordinal: Ordinal) -> StepFacts {
        let known_worker = match self.candidates(plan, at, ordinal) {
            Candidates::Only(worker) => self.workers.at(worker).map(|worker| worker.sid),
            _ => None,
        };
        StepFacts {
            known_worker,
            ..plan.facts(at)
        }
    }

    /// Emits an event about a task with its queue and workflow.
    pub(super) fn emit_task(&self, context: &mut Context, ordinal: Ordinal, kind: EventType) {
        let mut about = self.about_task(ordinal);
        if about.task.is_none() {
            return;
        }
        // `task.created` and `workflow.*` carry no queue.
        if matches!(
            kind,
            EventType::TaskCreated
                | EventType::WorkflowEntered
                | EventType::WorkflowTimeout
                | EventType::WorkflowSkipped
        ) {
            about.queue = None;
        }
        context.emit(kind, self, about);
    }

    /// Whether the step's `skip_if` lets the task go on at once.
    fn is_skipped(&self, ordinal: Ordinal, plan: &Plan, at: Position) -> bool {
        let Some(target) = plan.target(at) else {
            return false;
        };
        self.tasks
            .at(ordinal)
            .and_then(|task| self.queues.get(task.queue?))
            .is_some_and(|queue| {
                target.skips(&Counts {
                    workspace: self,
                    queue,
                })
            })
    }

    /// Nothing is left to try: the task leaves its workflow.
    fn fall_out(&mut self, context: &mut Context, ordinal: Ordinal, arrival: Arrival) {
        if self
            .tasks
            .at(ordinal)
            .is_some_and(|task| task.queue.is_none())
        {
            self.emit_task(context, ordinal, EventType::TaskCreated);
        }
        let (event, reason) = if arrival == Arrival::Skipped {
            (EventType::WorkflowSkipped, WORKFLOW_SKIPPED)
        } else {
            (EventType::WorkflowTimeout, WORKFLOW_TIMEOUT)
        };
        self.emit_task(context, ordinal, event);
        // Whoever sent the task here did not ask for its end.
        context.cause = Cause::Router;
        self.finish_task(
            context,
            ordinal,
            TaskStatus::Canceled,
            Some(Arc::from(reason)),
        );
    }

    /// Who may take a task in a step, by the known-worker key of its target.
    pub(super) fn candidates(&self, plan: &Plan, at: Position, ordinal: Ordinal) -> Candidates {
        let known = self.tasks.at(ordinal).and_then(|task| {
            Some(
                plan.target(at)?
                    .known_worker
                    .as_ref()?
                    .resolve(&task.document),
            )
        });
        let worker = match known {
            None => return Candidates::Members,
            Some(KnownWorker::Sid(sid)) => self
                .workers
                .ordinal(sid.parse().expect("checked to be a worker's SID"))
                .filter(|worker| self.workers.at(*worker).is_some()),
            Some(KnownWorker::FriendlyName(name)) => self
                .worker_names
                .get(&name.to_lowercase())
                .copied()
                .filter(|worker| {
                    self.workers
                        .at(*worker)
                        .is_some_and(|worker| &*worker.friendly_name == name)
                }),
            Some(KnownWorker::None | KnownWorker::Missing | KnownWorker::Invalid) => None,
        };
        worker.map_or(Candidates::Nobody, Candidates::Only)
    }
}

/// The counts `skip_if` may ask for.
struct Counts<'a> {
    workspace: &'a Workspace,
    queue: &'a Queue,
}

impl Counts<'_> {
    fn count(&self, wanted: bool) -> usize {
        self.queue
            .in_activity
            .iter()
            .filter(|(activity, _)| {
                self.workspace
                    .activities
                    .get(**activity)
                    .is_some_and(|activity| activity.available == wanted)
            })
            .map(|(_, count)| count)
            .sum()
    }
}

impl WorkerCounts for Counts<'_> {
    fn available(&self) -> usize {
        self.count(true)
    }

    fn unavailable(&self) -> usize {
        self.count(false)
    }

    fn in_activity(&self, activity_sid: &str) -> usize {
        activity_sid
            .parse()
            .ok()
            .and_then(|activity| self.queue.in_activity.get(&activity))
            .copied()
            .unwrap_or(0)
    }
}
