//! Standing in line: where a task waits between two offers, and when the engine looks at it next.

use std::sync::Arc;

use super::context::{Context, Timer};
use super::limits;
use super::plan::Plan;
use super::route::Candidates;
use super::rows::Ordinal;
use super::state::{RoutingTarget, Task, Workspace};
use super::waiting::{GroupKey, Joining, Place, Rank, Sensitivity};
use crate::model::{QueueOrder, TaskStatus};
use crate::routing::Moment;
use crate::routing::expr::Expr;

/// The group of tasks this one could not be told apart from.
pub(super) fn group_key(
    plan: &Plan,
    task: &Task,
    worker: Option<Ordinal>,
    channel: Ordinal,
) -> GroupKey {
    let expression = plan
        .target(task.position)
        .and_then(|target| target.expression.as_ref());
    let mut values = String::new();
    if let Some(expression) = expression {
        for reference in expression.task_references() {
            match reference.find_in_task(&task.document) {
                Some(value) => values.push_str(&value.to_string()),
                None => values.push_str("null"),
            }
            values.push('\n');
        }
    }
    GroupKey {
        worker,
        channel,
        plan: plan.id,
        position: GroupKey::position(task.position),
        values: Arc::from(values),
    }
}

impl Workspace {
    /// Lets the task wait where it is, and sets its timer.
    pub(super) fn place(&mut self, context: &mut Context, ordinal: Ordinal) {
        let Some(task) = self.tasks.at(ordinal) else {
            return;
        };
        let place = if let Some(RoutingTarget::Worker(worker)) = task.routing_target {
            let rank = Rank::of(QueueOrder::Fifo, task, ordinal);
            self.workers.ordinal(worker).map(|worker| {
                if let Some(worker) = self.workers.at_mut(worker) {
                    worker.direct.insert((rank, ordinal));
                }
                Place::Direct { worker, rank }
            })
        } else {
            self.stand_in_queue(context, ordinal)
        };
        if let Some(task) = self.tasks.at_mut(ordinal) {
            task.place = place;
        }
        self.set_task_timer(context, ordinal);
    }

    fn stand_in_queue(&mut self, context: &mut Context, ordinal: Ordinal) -> Option<Place> {
        let task = self.tasks.at(ordinal)?;
        let queue_sid = task.queue?;
        let queue_ordinal = self.queues.ordinal(queue_sid)?;
        let order = self.queues.at(queue_ordinal)?.task_order;
        let rank = Rank::of(order, task, ordinal);
        let channel = self.channels.ordinal(task.channel)?;
        let plan = Arc::clone(task.plan.as_ref()?);
        let worker = match self.candidates(&plan, task.position, ordinal) {
            Candidates::Members => None,
            Candidates::Only(worker) => Some(worker),
            Candidates::Nobody => {
                self.queues
                    .at_mut(queue_ordinal)?
                    .waiting
                    .stand_apart(ordinal);
                return Some(Place::Apart {
                    queue: queue_ordinal,
                });
            }
        };
        let key = group_key(&plan, task, worker, channel);
        let expression = plan
            .target(task.position)
            .and_then(|target| target.expression.as_ref());
        let sensitivity = Sensitivity {
            load: expression.is_some_and(Expr::uses_worker_channels),
            clock: expression.is_some_and(Expr::uses_time),
        };
        let joining = Joining {
            key: &key,
            plan: &plan,
            position: task.position,
            sample: &Arc::clone(&task.document),
            sensitivity,
        };
        let queue = self.queues.at_mut(queue_ordinal)?;
        let group = queue.waiting.join(&joining, rank, ordinal);
        if sensitivity.clock {
            self.wait_for_the_minute(context, queue_ordinal);
        }
        Some(Place::Group {
            queue: queue_ordinal,
            group,
            rank,
        })
    }

    /// Has the engine look at a queue again when the time of day has changed.
    pub(super) fn wait_for_the_minute(&self, context: &mut Context, queue: Ordinal) {
        const MINUTE: i64 = 60_000;
        let next = (context.now.as_millisecond().div_euclid(MINUTE) + 1) * MINUTE;
        let at = Moment::from_millisecond(next);
        context.set_timer(self, Timer::Clock(queue), None, Some(at));
    }

    /// Takes the task out of the line it stands in.
    pub(super) fn unplace(&mut self, context: &mut Context, ordinal: Ordinal) {
        let Some(place) = self
            .tasks
            .at_mut(ordinal)
            .and_then(|task| task.place.take())
        else {
            return;
        };
        match place {
            Place::Group { queue, group, rank } => {
                if let Some(queue) = self.queues.at_mut(queue) {
                    queue.waiting.leave(group, rank);
                }
            }
            Place::Apart { queue } => {
                if let Some(queue) = self.queues.at_mut(queue) {
                    queue.waiting.no_longer_apart(ordinal);
                }
            }
            Place::Direct { worker, rank } => {
                if let Some(worker) = self.workers.at_mut(worker) {
                    worker.direct.remove(&(rank, ordinal));
                }
            }
        }
        self.set_task_timer(context, ordinal);
    }

    /// Has the engine look at the task again when something is due for it.
    pub(super) fn set_task_timer(&mut self, context: &mut Context, ordinal: Ordinal) {
        let Some(task) = self.tasks.at(ordinal) else {
            return;
        };
        let span = task.created.plus_seconds(task.timeout);
        let due = match task.status {
            TaskStatus::Pending => {
                let step = task
                    .plan
                    .as_ref()
                    .filter(|_| task.place.is_some())
                    .and_then(|plan| plan.deadline(task.position, task.workflow_entered));
                Some(step.map_or(span, |step| step.min(span)))
            }
            // A pending reservation is not cut off by the step's deadline.
            TaskStatus::Reserved => Some(span),
            TaskStatus::Assigned | TaskStatus::Wrapping => {
                task.assigned_at.map(|at| at.plus_seconds(limits::ASSIGNED))
            }
            TaskStatus::Completed | TaskStatus::Canceled => {
                task.finished_at.map(|at| at.plus_seconds(limits::FINISHED))
            }
            TaskStatus::Unknown => None,
        };
        let before = task.timer;
        context.set_timer(self, Timer::Task(ordinal), before, due);
        if let Some(task) = self.tasks.at_mut(ordinal) {
            task.timer = due;
        }
    }
}
