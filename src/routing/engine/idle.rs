//! Which workers serve a queue, and which of them could take a task now, longest idle first.
//!
//! A worker has been idle since the last of these: a reservation was made for them, one of their
//! reservations ended, they changed into an available activity. With a task channel that has
//! channel-optimised routing, only reservations of that channel count
//! (<https://www.twilio.com/docs/taskrouter/multitasking>).

use std::collections::BTreeSet;

use super::rows::Ordinal;
use super::state::{Worker, Workspace};
use crate::model::sid::ActivitySid;
use crate::routing::Moment;
use crate::routing::expr::Expr;

/// Workers by the moment since which they have been idle.
pub(super) type FreeWorkers = BTreeSet<(Moment, Ordinal)>;

impl Workspace {
    /// Whether availability and capacity let the worker take one more task of a channel.
    pub(super) fn can_take(&self, worker: &Worker, channel: Ordinal) -> bool {
        worker.available
            && worker.channels.get(&channel).is_some_and(|own| {
                own.available
                    && if self.multi_task {
                        own.open < own.capacity
                    } else {
                        worker.open.is_empty()
                    }
            })
    }

    /// Brings the worker's place in the free lists up to date.
    pub(super) fn relist(&mut self, ordinal: Ordinal) {
        let Some(worker) = self.workers.at(ordinal) else {
            return;
        };
        let mut changes = Vec::new();
        for (channel, own) in &worker.channels {
            let optimized = self
                .channels
                .at(*channel)
                .is_some_and(|channel| channel.optimized);
            let since = if optimized {
                own.idle_since
            } else {
                worker.idle_since
            };
            let listed = self.can_take(worker, *channel).then_some(since);
            if listed != own.listed {
                changes.push((*channel, own.listed, listed));
            }
        }
        let Self {
            workers, queues, ..
        } = self;
        let worker = workers.at_mut(ordinal).expect("looked up above");
        for (channel, before, after) in changes {
            for queue in &worker.queues {
                let free = queues
                    .at_mut(*queue)
                    .and_then(|queue| queue.free.get_mut(&channel));
                if let Some(free) = free {
                    if let Some(since) = before {
                        free.remove(&(since, ordinal));
                    }
                    if let Some(since) = after {
                        free.insert((since, ordinal));
                    }
                }
            }
            if let Some(own) = worker.channels.get_mut(&channel) {
                own.listed = after;
            }
        }
    }

    /// The free members of a queue for a channel. The list of a queue and channel is kept from
    /// the first time somebody asks for it: most queues see tasks of one channel only.
    pub(super) fn free_workers(&mut self, queue: Ordinal, channel: Ordinal) -> &FreeWorkers {
        static NOBODY: FreeWorkers = FreeWorkers::new();
        let Self {
            workers, queues, ..
        } = self;
        let Some(queue) = queues.at_mut(queue) else {
            return &NOBODY;
        };
        let members = &queue.members;
        queue.free.entry(channel).or_insert_with(|| {
            members
                .iter()
                .filter_map(|ordinal| {
                    let own = workers.at(*ordinal)?.channels.get(&channel)?;
                    Some((own.listed?, *ordinal))
                })
                .collect()
        })
    }

    /// Restarts the worker's idle time: for all channels, or for one when only its reservations
    /// are concerned.
    pub(super) fn restart_idle(&mut self, ordinal: Ordinal, channel: Option<Ordinal>, now: Moment) {
        if let Some(worker) = self.workers.at_mut(ordinal) {
            worker.idle_since = now;
            match channel {
                Some(channel) => {
                    if let Some(own) = worker.channels.get_mut(&channel) {
                        own.idle_since = now;
                    }
                }
                None => worker
                    .channels
                    .values_mut()
                    .for_each(|own| own.idle_since = now),
            }
        }
    }

    /// Puts the worker into the queues whose expression matches, and out of the others.
    pub(super) fn rejoin_queues(&mut self, worker: Ordinal) {
        let queues: Vec<Ordinal> = self.queues.entries().map(|(queue, _)| queue).collect();
        for queue in queues {
            self.rejoin(worker, queue);
        }
    }

    /// The same for the queues whose expression asks for the worker's activity.
    pub(super) fn rejoin_for_activity(&mut self, worker: Ordinal) {
        let queues: Vec<Ordinal> = self
            .queues
            .entries()
            .filter(|(_, queue)| queue.target.expr().is_some_and(Expr::uses_worker_activity))
            .map(|(queue, _)| queue)
            .collect();
        for queue in queues {
            self.rejoin(worker, queue);
        }
    }

    /// Puts every worker into a queue whose expression changed, or out of it.
    pub(super) fn rejoin_workers(&mut self, queue: Ordinal) {
        let workers: Vec<Ordinal> = self.workers.entries().map(|(worker, _)| worker).collect();
        for worker in workers {
            self.rejoin(worker, queue);
        }
    }

    fn rejoin(&mut self, worker_ordinal: Ordinal, queue_ordinal: Ordinal) {
        let (Some(worker), Some(queue)) = (
            self.workers.at(worker_ordinal),
            self.queues.at(queue_ordinal),
        ) else {
            return;
        };
        let matches = queue.target.matches(worker);
        if matches == worker.queues.contains(&queue_ordinal) {
            return;
        }
        let Self {
            workers,
            queues,
            dirty,
            ..
        } = self;
        let worker = workers.at_mut(worker_ordinal).expect("looked up above");
        let queue = queues.at_mut(queue_ordinal).expect("looked up above");
        if matches {
            worker.queues.insert(queue_ordinal);
            queue.members.insert(worker_ordinal);
            *queue.in_activity.entry(worker.activity).or_default() += 1;
            for (channel, free) in &mut queue.free {
                if let Some(since) = worker.channels.get(channel).and_then(|own| own.listed) {
                    free.insert((since, worker_ordinal));
                }
            }
            dirty.insert(worker_ordinal);
        } else {
            worker.queues.remove(&queue_ordinal);
            queue.members.remove(&worker_ordinal);
            subtract(&mut queue.in_activity, worker.activity);
            for (channel, free) in &mut queue.free {
                if let Some(since) = worker.channels.get(channel).and_then(|own| own.listed) {
                    free.remove(&(since, worker_ordinal));
                }
            }
        }
    }

    /// Takes the worker out of all queues and free lists, for deletion.
    pub(super) fn leave_queues(&mut self, ordinal: Ordinal) {
        let Self {
            workers, queues, ..
        } = self;
        let Some(worker) = workers.at_mut(ordinal) else {
            return;
        };
        for queue in std::mem::take(&mut worker.queues) {
            let Some(queue) = queues.at_mut(queue) else {
                continue;
            };
            queue.members.remove(&ordinal);
            subtract(&mut queue.in_activity, worker.activity);
            for (channel, free) in &mut queue.free {
                if let Some(since) = worker.channels.get(channel).and_then(|own| own.listed) {
                    free.remove(&(since, ordinal));
                }
            }
        }
    }

    /// Keeps the queues' counts of workers per activity right when a worker changes activity.
    pub(super) fn count_activity(&mut self, ordinal: Ordinal, from: ActivitySid, to: ActivitySid) {
        let Self {
            workers, queues, ..
        } = self;
        let Some(worker) = workers.at(ordinal) else {
            return;
        };
        for queue in &worker.queues {
            if let Some(queue) = queues.at_mut(*queue) {
                subtract(&mut queue.in_activity, from);
                *queue.in_activity.entry(to).or_default() += 1;
            }
        }
    }
}

fn subtract(counts: &mut std::collections::BTreeMap<ActivitySid, usize>, activity: ActivitySid) {
    if let Some(count) = counts.get_mut(&activity) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&activity);
        }
    }
}
