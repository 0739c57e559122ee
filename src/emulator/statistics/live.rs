//! The tasks there are now.

use std::collections::BTreeMap;

use crate::model::TaskStatus;
use crate::model::sid::{TaskChannelSid, TaskSid};
use crate::model::statistics::{Backlog, TasksByPriority, TasksByStatus};
use crate::routing::Moment;
use crate::routing::engine::{Task, Workspace};

/// The unfinished tasks of one owner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Live {
    by_status: TasksByStatus,
    by_priority: BTreeMap<i64, u64>,
    total: u64,
    /// The pending task that was created first.
    oldest: Option<(Moment, TaskSid)>,
    /// The pending task that entered its queue first.
    longest_in_queue: Option<(Moment, TaskSid)>,
}

impl Live {
    fn add(&mut self, task: &Task) {
        let count = match task.status {
            TaskStatus::Pending => &mut self.by_status.pending,
            TaskStatus::Reserved => &mut self.by_status.reserved,
            TaskStatus::Assigned => &mut self.by_status.assigned,
            TaskStatus::Wrapping => &mut self.by_status.wrapping,
            TaskStatus::Completed | TaskStatus::Canceled | TaskStatus::Unknown => return,
        };
        *count += 1;
        self.total += 1;
        *self.by_priority.entry(task.priority).or_default() += 1;
        if task.status == TaskStatus::Pending {
            earlier(&mut self.oldest, Some(task.created), task.sid);
            earlier(&mut self.longest_in_queue, task.queue_entered, task.sid);
        }
    }

    pub(crate) fn backlog(&self, now: Moment) -> Backlog {
        Backlog {
            longest_task_waiting_age: age(self.oldest, now),
            longest_task_waiting_sid: self.oldest.map(|(_, task)| task),
            tasks_by_status: self.by_status,
            total_tasks: self.total,
        }
    }

    pub(crate) fn by_priority(&self) -> TasksByPriority {
        TasksByPriority(self.by_priority.clone())
    }

    /// Seconds in its queue of the task that has been in it for longest, and that task.
    pub(crate) fn longest_in_queue(&self, now: Moment) -> (u64, Option<TaskSid>) {
        let longest = self.longest_in_queue;
        (age(longest, now), longest.map(|(_, task)| task))
    }
}

fn age(task: Option<(Moment, TaskSid)>, now: Moment) -> u64 {
    task.map_or(0, |(since, _)| now.seconds_since(since))
}

/// Of two tasks of one moment the one that was created first stays.
fn earlier(best: &mut Option<(Moment, TaskSid)>, since: Option<Moment>, task: TaskSid) {
    if let Some(since) = since
        && best.is_none_or(|(moment, _)| since < moment)
    {
        *best = Some((since, task));
    }
}

/// The unfinished tasks of every owner that has any, in one pass; `owner` says whose a task is.
pub(crate) fn live<K: Ord>(
    workspace: &Workspace,
    channel: Option<TaskChannelSid>,
    owner: impl Fn(&Task) -> Option<K>,
) -> BTreeMap<K, Live> {
    let mut live: BTreeMap<K, Live> = BTreeMap::new();
    for task in workspace.tasks.iter() {
        if channel.is_none_or(|channel| task.channel == channel)
            && let Some(owner) = owner(task)
        {
            live.entry(owner).or_default().add(task);
        }
    }
    live
}
