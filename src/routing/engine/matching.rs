//! Bringing tasks and workers together.
//!
//! Between commands no waiting task fits a free worker. A command disturbs that: it frees workers
//! (they are `dirty`) or sends tasks back (they are `unrouted`). [`Workspace::settle`] restores it.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use super::context::Context;
use super::line::group_key;
use super::plan::Plan;
use super::route::Candidates;
use super::rows::Ordinal;
use super::state::{Position, RoutingTarget, Task, Worker, Workspace};
use super::waiting::Rank;
use crate::model::{QueueOrder, TaskStatus};
use crate::routing::Moment;
use crate::routing::workflow::Target;

/// Whether a step lets the worker have a task with these attributes; a task that is routed
/// directly has no step.
fn suits(target: Option<&Target>, attributes: &Value, worker: &Worker, now: Moment) -> bool {
    target.is_none_or(|target| target.admits(attributes, worker, now.as_millisecond()))
}

impl Workspace {
    /// Offers the task to as many workers as its queue allows at once. Returns how many there
    /// were.
    pub(super) fn offer(&mut self, context: &mut Context, ordinal: Ordinal) -> usize {
        let chosen = self.choose_workers(context.now, ordinal);
        if !chosen.is_empty() {
            self.reserve(context, ordinal, &chosen);
        }
        chosen.len()
    }

    fn choose_workers(&mut self, now: Moment, ordinal: Ordinal) -> Vec<Ordinal> {
        let Some(task) = self.tasks.at(ordinal) else {
            return Vec::new();
        };
        let Some(channel) = self.channels.ordinal(task.channel) else {
            return Vec::new();
        };
        if let Some(RoutingTarget::Worker(worker)) = task.routing_target {
            let ignore_capacity = task.ignore_capacity.unwrap_or(true);
            return self
                .workers
                .ordinal(worker)
                .filter(|worker| {
                    self.workers
                        .at(*worker)
                        .is_some_and(|worker| ignore_capacity || self.can_take(worker, channel))
                })
                .into_iter()
                .collect();
        }
        let (Some(queue_ordinal), Some(plan)) = (
            task.queue.and_then(|queue| self.queues.ordinal(queue)),
            task.plan.clone(),
        ) else {
            return Vec::new();
        };
        let Some(queue) = self.queues.at(queue_ordinal) else {
            return Vec::new();
        };
        let most = queue.max_reserved_workers as usize;
        match self.candidates(&plan, task.position, ordinal) {
            Candidates::Nobody => Vec::new(),
            Candidates::Only(worker) => {
                let target = plan.target(task.position);
                self.workers
                    .at(worker)
                    .filter(|known| {
                        known.queues.contains(&queue_ordinal)
                            && self.can_take(known, channel)
                            && suits(target, &task.document, known, now)
                    })
                    .map(|_| worker)
                    .into_iter()
                    .collect()
            }
            Candidates::Members => {
                let settled = self.dirty.is_empty() && self.unrouted.is_empty();
                if settled && self.has_equals_waiting(&plan, task, queue_ordinal, channel) {
                    return Vec::new();
                }
                let document = Arc::clone(&task.document);
                let position = task.position;
                self.choose_members(
                    now,
                    queue_ordinal,
                    channel,
                    &plan,
                    position,
                    &document,
                    most,
                )
            }
        }
    }

    /// Whether a task that no worker could tell from this one already waits: then nobody who is
    /// free suits this one either.
    fn has_equals_waiting(
        &self,
        plan: &Plan,
        task: &Task,
        queue: Ordinal,
        channel: Ordinal,
    ) -> bool {
        let Some(queue) = self.queues.at(queue) else {
            return false;
        };
        if queue.waiting.len() == 0 || queue.waiting.is_clock_sensitive() {
            return false;
        }
        let key = group_key(plan, task, None, channel);
        queue.waiting.has_group(&key)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of one task's step, taken apart so that the task is not borrowed"
    )]
    fn choose_members(
        &mut self,
        now: Moment,
        queue: Ordinal,
        channel: Ordinal,
        plan: &Plan,
        position: Position,
        document: &Value,
        most: usize,
    ) -> Vec<Ordinal> {
        let target = plan.target(position);
        // Builds the list on first use; the borrow that is kept is a shared one.
        self.free_workers(queue, channel);
        let Some(free) = self
            .queues
            .at(queue)
            .and_then(|queue| queue.free.get(&channel))
        else {
            return Vec::new();
        };
        let suitable = free.iter().filter_map(|(_, worker)| {
            let found = self.workers.at(*worker)?;
            suits(target, document, found, now).then_some((*worker, found))
        });
        let Some(order) = target.and_then(|target| target.order_by.as_ref()) else {
            return suitable.map(|(worker, _)| worker).take(most).collect();
        };
        let suitable: Vec<(Ordinal, &Worker)> = suitable.collect();
        let workers: Vec<Ordinal> = match order.rank_all(suitable.iter().map(|(_, worker)| *worker))
        {
            Some(ranks) => {
                let mut ranked: Vec<_> = ranks.into_iter().zip(&suitable).collect();
                // The sort is stable: equals stay longest idle first.
                ranked.sort_by(|(left, _), (right, _)| left.cmp(right));
                ranked.into_iter().map(|(_, (worker, _))| *worker).collect()
            }
            None => suitable.iter().map(|(worker, _)| *worker).collect(),
        };
        workers.into_iter().take(most).collect()
    }

    /// Restores the rest: no waiting task fits a free worker.
    pub(super) fn settle(&mut self, context: &mut Context) {
        while !(self.unrouted.is_empty() && self.dirty.is_empty()) {
            self.line_up_again(context);
            // The worker stays marked meanwhile: until they have chosen, nothing is at rest.
            while let Some(worker) = self.dirty.first().copied() {
                while let Some(task) = self.next_task_for(context.now, worker) {
                    self.unplace(context, task);
                    if self.offer(context, task) == 0 {
                        self.place(context, task);
                        break;
                    }
                }
                self.dirty.remove(&worker);
            }
            // One at a time: its walk may disturb others.
            if let Some(task) = self.unrouted.pop_first()
                && self.is_pending(task)
            {
                let afresh = self
                    .tasks
                    .at_mut(task)
                    .is_some_and(|task| std::mem::take(&mut task.reconsider));
                self.walk(context, task, afresh);
            }
        }
    }

    /// Lets the tasks that came back stand where they stood, so that the workers who are free
    /// now choose among all tasks, whichever came back first.
    fn line_up_again(&mut self, context: &mut Context) {
        let tasks: Vec<Ordinal> = self.unrouted.iter().copied().collect();
        let crowd = tasks.len() > 1;
        for ordinal in tasks {
            let Some(task) = self.tasks.at(ordinal) else {
                self.unrouted.remove(&ordinal);
                continue;
            };
            let stays = task.status == TaskStatus::Pending
                && task.place.is_none()
                && task.queue.is_some()
                && !task.reconsider;
            if !stays {
                continue;
            }
            self.place(context, ordinal);
            let due = self.tasks.at(ordinal).and_then(|task| task.timer);
            if due.is_some_and(|due| due <= context.now) {
                self.unplace(context, ordinal);
                continue;
            }
            if crowd {
                self.disturb_free_workers(ordinal);
            }
        }
    }

    fn disturb_free_workers(&mut self, task: Ordinal) {
        let Some(task) = self.tasks.at(task) else {
            return;
        };
        let (Some(queue), Some(channel)) = (
            task.queue.and_then(|queue| self.queues.ordinal(queue)),
            self.channels.ordinal(task.channel),
        ) else {
            return;
        };
        let free: Vec<Ordinal> = self
            .free_workers(queue, channel)
            .iter()
            .map(|(_, worker)| *worker)
            .collect();
        self.dirty.extend(free);
    }

    /// Marks every member of a queue who could take anything.
    pub(super) fn disturb_queue(&mut self, queue: Ordinal) {
        let Some(queue) = self.queues.at(queue) else {
            return;
        };
        let members: BTreeSet<Ordinal> = queue
            .members
            .iter()
            .copied()
            .filter(|worker| {
                self.workers
                    .at(*worker)
                    .is_some_and(|worker| worker.channels.values().any(|own| own.listed.is_some()))
            })
            .collect();
        self.dirty.extend(members);
    }

    fn is_pending(&self, task: Ordinal) -> bool {
        self.tasks
            .at(task)
            .is_some_and(|task| task.status == TaskStatus::Pending)
    }

    /// The waiting task that a free worker gets: of the kind of queue the workspace prefers, the
    /// first in order; tasks that do not suit the worker are passed over
    /// (<https://www.twilio.com/docs/taskrouter/last-first-out-lifo>).
    fn next_task_for(&self, now: Moment, ordinal: Ordinal) -> Option<Ordinal> {
        let worker = self.workers.at(ordinal)?;
        let mut best: Option<((bool, Rank), Ordinal)> = None;
        let mut consider = |order: QueueOrder, rank: Rank, task: Ordinal| {
            let key = (order != self.prioritize_queue_order, rank);
            if best.as_ref().is_none_or(|(known, _)| key < *known) {
                best = Some((key, task));
            }
        };
        for (rank, task) in &worker.direct {
            let takes = self.tasks.at(*task).is_some_and(|task| {
                task.ignore_capacity.unwrap_or(true)
                    || self
                        .channels
                        .ordinal(task.channel)
                        .is_some_and(|channel| self.can_take(worker, channel))
            });
            if takes {
                consider(QueueOrder::Fifo, *rank, *task);
                break;
            }
        }
        for queue in &worker.queues {
            let Some(queue) = self.queues.at(*queue) else {
                continue;
            };
            for (rank, group) in queue.waiting.groups_for(ordinal) {
                let fits = self.can_take(worker, group.channel)
                    && suits(
                        group.plan.target(group.position),
                        &group.sample,
                        worker,
                        now,
                    );
                if let Some((_, task)) = group.first().filter(|_| fits) {
                    consider(queue.task_order, rank, task);
                    break;
                }
            }
        }
        best.map(|(_, task)| task)
    }
}
