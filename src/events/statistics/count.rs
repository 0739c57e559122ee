//! Figures, counted in one pass over the ledger.

use std::collections::BTreeMap;

use super::answer::{QueueFigures, Statistics, Today, WorkersNow};
use super::ledger::Ledger;
use super::line::{ReservationLine, TaskLine};
use super::names::Id;
use super::sight::View;
use super::tally::{Now, Tally, waited};
use super::{Between, Question, Seconds, Stamp, Thresholds, Times};
use crate::model::sid::WorkflowSid;
use crate::model::{ReservationStatus, TaskStatus};

impl Ledger {
    /// Answers a question. The ledger must hold everything that happened since the beginning of
    /// the window and since midnight.
    pub fn answer(&self, question: &Question, thresholds: &Thresholds) -> Statistics {
        self.tell(self.count(question, thresholds), question, thresholds)
    }

    /// Counts what a question asks for.
    pub fn count(&self, question: &Question, thresholds: &Thresholds) -> Counted {
        let view = View::new(self, question);
        let thresholds = self.thresholds(thresholds);
        let mut counted = Count::new(self, question, &thresholds)
            .counted(&view)
            .counted;
        counted.workers = self.workers_now(&view);
        counted
    }

    /// Makes an answer of what was counted; the names are this ledger's.
    pub fn tell(
        &self,
        counted: Counted,
        question: &Question,
        thresholds: &Thresholds,
    ) -> Statistics {
        let Counted {
            all,
            queues,
            workers,
        } = counted;
        let mut by_queue: Vec<QueueFigures> = self
            .queues
            .ids()
            .zip(queues)
            .filter(|(_, part)| !part.is_empty())
            .map(|(id, part)| self.queue_figures(id, part, question.now, thresholds))
            .collect();
        by_queue.sort_by(|one, other| {
            (&one.task_queue_name, &one.task_queue_sid)
                .cmp(&(&other.task_queue_name, &other.task_queue_sid))
        });
        Statistics {
            asked_at: Stamp(question.now),
            window: question.window.described(&question.time_zone),
            last_event_at: self.last_event().map(Stamp),
            position: self.position(),
            filters: question.filters.clone(),
            in_taskrouter_now: all.now.told(self, question.now),
            workers,
            in_window: all.window.told(),
            today: Today {
                since: Stamp(question.midnight),
                figures: all.today.told(),
            },
            by_queue,
        }
    }

    /// By the queue's number; that of tasks without a queue comes last.
    fn thresholds(&self, thresholds: &Thresholds) -> Vec<u64> {
        self.queues
            .ids()
            .map(|queue| thresholds.of(self.queues.name(queue)))
            .chain([thresholds.default])
            .collect()
    }

    fn queue_figures(&self, id: Id, part: Part, now: i64, thresholds: &Thresholds) -> QueueFigures {
        QueueFigures {
            task_queue_sid: self
                .queues
                .numbers
                .key(id)
                .map(ToString::to_string)
                .unwrap_or_default(),
            task_queue_name: self.queues.name(id).map(ToOwned::to_owned),
            threshold: Seconds(thresholds.of(self.queues.name(id))),
            in_taskrouter_now: part.now.told(self, now),
            in_window: part.window.told(),
            today: part.today.told(),
        }
    }
}

/// Everything being counted.
struct Count<'a> {
    ledger: &'a Ledger,
    question: &'a Question,
    thresholds: &'a [u64],
    counted: Counted,
}

/// Figures that are not told yet: those of several spans of time can be put together.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    all: Part,
    queues: Vec<Part>,
    workers: WorkersNow,
}

impl Counted {
    /// Forgets what was counted in the window.
    pub fn forget_window(&mut self) {
        for part in self.queues.iter_mut().chain([&mut self.all]) {
            part.window = Tally::default();
        }
    }

    /// Adds what was counted in another window, by a ledger with the same numbers.
    pub fn add_window(&mut self, other: Self) {
        if self.queues.len() < other.queues.len() {
            self.queues.resize(other.queues.len(), Part::default());
        }
        for (part, other) in self.queues.iter_mut().zip(other.queues) {
            part.window.add(other.window);
        }
        self.all.window.add(other.all.window);
    }
}

#[derive(Debug, Clone, Default)]
struct Part {
    now: Now,
    window: Tally,
    today: Tally,
}

impl Part {
    fn is_empty(&self) -> bool {
        self.now.tasks.total_tasks == 0 && self.window.is_empty() && self.today.is_empty()
    }
}

impl<'a> Count<'a> {
    fn new(ledger: &'a Ledger, question: &'a Question, thresholds: &'a [u64]) -> Self {
        Self {
            ledger,
            question,
            thresholds,
            counted: Counted {
                queues: vec![Part::default(); ledger.queues.numbers.keys().len()],
                ..Counted::default()
            },
        }
    }

    fn counted(mut self, view: &View) -> Self {
        let accepted_in = self.ledger.queues_of_acceptance();
        for (task, accepted_in) in self.ledger.tasks.iter().zip(accepted_in) {
            if view.has(task, task.queue) {
                self.note_now(task);
                self.note(task.queue, task.created.get(), |tally| {
                    tally.tasks.created += 1;
                });
                self.note_end(task);
            }
            if task.accepted.get().is_some() && view.has(task, accepted_in) {
                let threshold = self.threshold(accepted_in);
                self.note(accepted_in, task.accepted.get(), |tally| {
                    tally.tasks.accepted += 1;
                    tally.accept(task, threshold);
                });
            }
        }
        for reservation in &self.ledger.reservations {
            let Some(task) = reservation.task else {
                continue;
            };
            if view.has(&self.ledger.tasks[task as usize], reservation.queue) {
                self.note_reservation(reservation);
            }
        }
        self
    }

    fn threshold(&self, queue: Id) -> u64 {
        let default = self.thresholds.len() - 1;
        self.thresholds[queue.place().unwrap_or(default)]
    }

    /// Counts something that happened in a queue, where its moment is in the window and where it
    /// is today.
    fn note(&mut self, queue: Id, moment: Option<i64>, change: impl Fn(&mut Tally)) {
        let today = Between {
            from: self.question.midnight,
            to: self.question.now,
        };
        let is_in_window = self.question.window.holds(moment);
        let is_today = today.holds(moment);
        if !is_in_window && !is_today {
            return;
        }
        let counted = &mut self.counted;
        let queue = queue
            .place()
            .and_then(|place| counted.queues.get_mut(place));
        for part in [Some(&mut counted.all), queue].into_iter().flatten() {
            if is_in_window {
                change(&mut part.window);
            }
            if is_today {
                change(&mut part.today);
            }
        }
    }

    fn note_now(&mut self, task: &TaskLine) {
        if task.is_kept(self.question.now) {
            let counted = &mut self.counted;
            counted.all.now.add(task);
            if let Some(place) = task.queue.place()
                && let Some(part) = counted.queues.get_mut(place)
            {
                part.now.add(task);
            }
        }
    }

    fn note_end(&mut self, task: &TaskLine) {
        let ended = task.ended.get();
        match task.status {
            TaskStatus::Completed => {
                self.note(task.queue, ended, |tally| tally.tasks.completed += 1);
            }
            TaskStatus::Canceled => {
                let threshold = self.threshold(task.queue);
                self.note(task.queue, ended, |tally| {
                    tally.tasks.canceled += 1;
                    if task.is_abandoned() {
                        tally.tasks.abandoned += 1;
                        tally.abandon(task, threshold);
                    }
                });
            }
            _ if task.is_deleted => self.note(task.queue, ended, |tally| tally.tasks.deleted += 1),
            _ => {}
        }
    }

    fn note_reservation(&mut self, line: &ReservationLine) {
        let queue = line.queue;
        self.note(queue, line.created.get(), |tally| {
            tally.reservations.created += 1;
        });
        self.note(queue, line.accepted.get(), |tally| {
            tally.reservations.accepted += 1;
        });
        let ended = line.ended.get();
        match line.status {
            ReservationStatus::Rejected => {
                self.note(queue, ended, |tally| tally.reservations.rejected += 1);
            }
            ReservationStatus::Timeout => {
                self.note(queue, ended, |tally| tally.reservations.timed_out += 1);
            }
            ReservationStatus::Canceled => {
                self.note(queue, ended, |tally| tally.reservations.canceled += 1);
            }
            ReservationStatus::Rescinded => {
                self.note(queue, ended, |tally| tally.reservations.rescinded += 1);
            }
            ReservationStatus::Completed => {
                self.note(queue, ended, |tally| tally.reservations.completed += 1);
            }
            ReservationStatus::Pending
            | ReservationStatus::Accepted
            | ReservationStatus::Wrapping
            | ReservationStatus::Unknown => {}
        }
    }
}

impl Ledger {
    /// How long tasks waited that were accepted since a moment, by workflow.
    pub fn waits_since(&self, moment: i64) -> BTreeMap<WorkflowSid, Times> {
        let mut waits: BTreeMap<WorkflowSid, Vec<u64>> = BTreeMap::new();
        for task in &self.tasks {
            let accepted = task.accepted.get().filter(|accepted| *accepted >= moment);
            if let (Some(waited), Some(workflow)) = (
                waited(task, accepted),
                self.workflows.numbers.key(task.workflow),
            ) {
                waits.entry(*workflow).or_default().push(waited);
            }
        }
        waits
            .into_iter()
            .map(|(workflow, mut spans)| (workflow, Times::of(&mut spans)))
            .collect()
    }

    /// The queue that each task was first accepted in: the queue of that reservation, or else the
    /// queue that the task was in last.
    pub(super) fn queues_of_acceptance(&self) -> Vec<Id> {
        let mut first: Vec<Option<&ReservationLine>> = vec![None; self.tasks.len()];
        for reservation in &self.reservations {
            let (Some(task), Some(accepted)) = (reservation.task, reservation.accepted.get())
            else {
                continue;
            };
            let best = &mut first[task as usize];
            if best.is_none_or(|best| {
                (accepted, reservation.sid) < (best.accepted.get().unwrap_or(i64::MAX), best.sid)
            }) {
                *best = Some(reservation);
            }
        }
        let queues = self.tasks.iter().zip(first);
        queues
            .map(|(task, first)| match first {
                Some(reservation) if reservation.queue != Id::NONE => reservation.queue,
                _ => task.queue,
            })
            .collect()
    }
}
