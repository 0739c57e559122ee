//! Figures minute by minute: what is drawn as a line.

use schemars::JsonSchema;
use serde::Serialize;

use super::ledger::Ledger;
use super::line::TaskLine;
use super::sight::View;
use super::{Between, Question, Stamp};
use crate::model::TaskStatus;

const MINUTE: i64 = 60_000;

/// A minute of the clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MinuteFigures {
    /// Its beginning.
    pub start: Stamp,
    /// Tasks created.
    pub tasks_created: u64,
    /// Tasks accepted by a worker for the first time.
    pub tasks_accepted: u64,
    /// Tasks completed.
    pub tasks_completed: u64,
    /// Tasks canceled, abandoned or not.
    pub tasks_canceled: u64,
    /// Tasks canceled before any worker accepted them.
    pub tasks_abandoned: u64,
    /// Tasks that no worker had accepted when it was over, or now if it is under way.
    pub tasks_waiting: u64,
}

impl Between {
    /// As many minutes of the clock, the last of which is under way: without what is left of the
    /// one it begins in.
    #[must_use]
    pub fn by_the_clock(self) -> Self {
        let next = self.from.div_euclid(MINUTE).saturating_add(1);
        Self {
            from: next.saturating_mul(MINUTE).min(self.to),
            to: self.to,
        }
    }
}

impl Ledger {
    /// The window of a question minute by minute, oldest first: every minute of the clock that it
    /// touches. The ledger must hold everything that happened since it began.
    pub fn by_minute(&self, question: &Question) -> Vec<MinuteFigures> {
        let Between { from, to } = question.window;
        let first = from.div_euclid(MINUTE);
        let last = to.div_euclid(MINUTE);
        let mut minutes: Vec<MinuteFigures> = (first..=last)
            .map(|minute| MinuteFigures {
                start: Stamp(minute.saturating_mul(MINUTE)),
                tasks_created: 0,
                tasks_accepted: 0,
                tasks_completed: 0,
                tasks_canceled: 0,
                tasks_abandoned: 0,
                tasks_waiting: 0,
            })
            .collect();
        let mut note = |moment: Option<i64>, count: fn(&mut MinuteFigures) -> &mut u64| {
            let is_in_window = question.window.holds(moment);
            let place = moment.filter(|_| is_in_window);
            let place = place.and_then(|at| usize::try_from(at.div_euclid(MINUTE) - first).ok());
            if let Some(minute) = place.and_then(|place| minutes.get_mut(place)) {
                *count(minute) += 1;
            }
        };
        // Who began to wait in each minute, less who no longer did.
        let mut waits = vec![0_i64; usize::try_from(last - first + 1).unwrap_or(0)];
        let mut wait = |moment: i64, by: i64| {
            if moment > to {
                return;
            }
            let place = usize::try_from(moment.div_euclid(MINUTE) - first).unwrap_or(0);
            if let Some(wait) = waits.get_mut(place) {
                *wait += by;
            }
        };
        let view = View::new(self, question);
        for (task, accepted_in) in self.tasks.iter().zip(self.queues_of_acceptance()) {
            if task.accepted.get().is_some() && view.has(task, accepted_in) {
                note(task.accepted.get(), |minute| &mut minute.tasks_accepted);
            }
            if !view.has(task, task.queue) {
                continue;
            }
            note(task.created.get(), |minute| &mut minute.tasks_created);
            let ended = task.ended.get();
            if task.status == TaskStatus::Completed {
                note(ended, |minute| &mut minute.tasks_completed);
            } else if task.status == TaskStatus::Canceled {
                note(ended, |minute| &mut minute.tasks_canceled);
                if task.is_abandoned() {
                    note(ended, |minute| &mut minute.tasks_abandoned);
                }
            }
            if let Some((since, until)) = waited(task) {
                wait(since, 1);
                if let Some(until) = until {
                    wait(until, -1);
                }
            }
        }
        let mut waiting = 0;
        for (minute, change) in minutes.iter_mut().zip(waits) {
            waiting += change;
            minute.tasks_waiting = u64::try_from(waiting).unwrap_or(0);
        }
        minutes
    }
}

/// Since when a task waited for its first worker, and until when.
fn waited(task: &TaskLine) -> Option<(i64, Option<i64>)> {
    if task.status == TaskStatus::Unknown {
        return None;
    }
    let since = task.created.get()?;
    let ends = [task.accepted.get(), task.ended.get()];
    let until = ends.into_iter().flatten().min();
    // Nobody told when it was accepted, but it was.
    let is_taken = matches!(task.status, TaskStatus::Assigned | TaskStatus::Wrapping);
    if until.is_none() && (is_taken || !task.is_open()) {
        return None;
    }
    Some((since, until.map(|until| until.max(since))))
}
