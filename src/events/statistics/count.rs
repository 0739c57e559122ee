//! Figures, counted in one pass over the ledger.

use std::collections::BTreeMap;

use super::answer::{
    ActivityCount, Figures, QueueFigures, ServiceLevel, Statistics, TasksNow, Today, Waiting,
    Window, WorkersNow,
};
use super::ledger::Ledger;
use super::line::{ReservationLine, TaskLine};
use super::names::{Id, Passing};
use super::{Between, Question, Seconds, Stamp, Thresholds, Times};
use crate::model::sid::{TaskSid, WorkflowSid};
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

    /// Whether a queue is known by this name or SID.
    pub fn knows_queue(&self, text: &str) -> bool {
        self.queues.ids().any(|id| self.queues.is_called(id, text))
    }

    /// Whether a workflow is known by this name or SID.
    pub fn knows_workflow(&self, text: &str) -> bool {
        self.workflows
            .ids()
            .any(|id| self.workflows.is_called(id, text))
    }

    /// The name of the queue that is called so, or has this SID.
    pub fn queue_name(&self, text: &str) -> Option<&str> {
        let id = self
            .queues
            .ids()
            .find(|id| self.queues.is_called(*id, text))?;
        self.queues.name(id)
    }

    /// A queue in which nothing is and nothing happened.
    pub fn queue_without_figures(&self, text: &str, thresholds: &Thresholds) -> QueueFigures {
        let id = self
            .queues
            .ids()
            .find(|id| self.queues.is_called(*id, text));
        self.queue_figures(id.unwrap_or(Id::NONE), Part::default(), 0, thresholds)
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

    fn workers_now(&self, view: &View) -> WorkersNow {
        let loads = self.loads(view);
        let mut activities: Vec<ActivityCount> = self
            .activities
            .iter()
            .filter(|activity| !activity.is_deleted)
            .map(|activity| ActivityCount {
                activity_sid: activity.sid.to_string(),
                activity_name: activity.name.clone(),
                available: activity.available,
                workers: 0,
                reserved: 0,
                busy: 0,
            })
            .collect();
        let mut now = WorkersNow::default();
        for worker in &self.workers {
            let load = worker
                .id
                .place()
                .map_or(Load::default(), |place| loads[place]);
            if !view.sees_worker(worker.team, load.is_seen) {
                continue;
            }
            let is_busy = load.busy || load.wrapping;
            now.total_workers += 1;
            now.reserved += u64::from(load.reserved);
            now.busy += u64::from(is_busy);
            now.wrapping += u64::from(load.wrapping);
            let Some(sid) = worker.facts.activity_sid else {
                continue;
            };
            let sid = sid.to_string();
            let place = activities
                .iter()
                .position(|activity| activity.activity_sid == sid)
                .unwrap_or_else(|| {
                    activities.push(ActivityCount {
                        activity_sid: sid,
                        activity_name: worker.facts.activity_name.clone(),
                        available: None,
                        workers: 0,
                        reserved: 0,
                        busy: 0,
                    });
                    activities.len() - 1
                });
            let activity = &mut activities[place];
            activity.workers += 1;
            activity.reserved += u64::from(load.reserved);
            activity.busy += u64::from(is_busy);
            if activity.available == Some(true) {
                now.available += 1;
                now.idle += u64::from(!load.reserved && !is_busy);
            }
        }
        activities.sort_by(|one, other| {
            (&one.activity_name, &one.activity_sid)
                .cmp(&(&other.activity_name, &other.activity_sid))
        });
        now.workers_by_activity = activities;
        now
    }

    /// What the workers have, by their numbers.
    pub(super) fn loads(&self, view: &View) -> Vec<Load> {
        let mut loads = vec![Load::default(); self.worker_numbers.keys().len()];
        for reservation in &self.reservations {
            if let Some(place) = reservation.worker.place()
                && self.is_open(reservation)
            {
                let load = &mut loads[place];
                load.is_seen |= view.queue_is_theirs(reservation.queue);
                match reservation.status {
                    ReservationStatus::Pending => load.reserved = true,
                    ReservationStatus::Wrapping => load.wrapping = true,
                    _ => load.busy = true,
                }
            }
        }
        loads
    }

    /// Whether a reservation still takes up its worker: one whose task is gone does not, though
    /// nobody may have told its end.
    pub(super) fn is_open(&self, reservation: &ReservationLine) -> bool {
        reservation.status.is_open()
            && reservation
                .task
                .is_none_or(|task| self.tasks[task as usize].is_open())
    }
}

/// What a worker has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Load {
    reserved: bool,
    busy: bool,
    wrapping: bool,
    /// One of the reservations is from a queue that the asker may see.
    pub(super) is_seen: bool,
}

impl Between {
    /// The window with the time zone's name.
    pub fn described(self, time_zone: &str) -> Window {
        Window {
            start: Stamp(self.from),
            end: Stamp(self.to),
            minutes: Seconds::between(self.from, self.to).as_f64() / 60.0,
            time_zone: time_zone.to_owned(),
        }
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
        let of_names = |names: &super::names::Numbers<String>, wanted: Option<&String>| {
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

    fn queue_is_theirs(&self, queue: Id) -> bool {
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
    fn queues_of_acceptance(&self) -> Vec<Id> {
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

/// The tasks there are now, being counted.
#[derive(Debug, Clone, Default)]
struct Now {
    tasks: TasksNow,
    longest_waiting: Option<Oldest>,
    longest_in_queue: Option<Oldest>,
    longest_wrapping: Option<Oldest>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Oldest {
    since: i64,
    task: TaskSid,
    queue: Id,
    priority: i64,
}

impl Now {
    fn add(&mut self, task: &TaskLine) {
        self.tasks.tasks_by_status.add(task.status);
        self.tasks.total_tasks += 1;
        if !task.status.is_final() {
            *self
                .tasks
                .tasks_by_priority
                .entry(task.priority)
                .or_default() += 1;
        }
        if task.status == TaskStatus::Pending {
            older(&mut self.longest_waiting, task, task.created.get());
            older(&mut self.longest_in_queue, task, task.queue_entered.get());
        } else if task.status == TaskStatus::Wrapping {
            older(&mut self.longest_wrapping, task, task.wrapping.get());
        }
    }

    fn told(mut self, ledger: &Ledger, now: i64) -> TasksNow {
        let waiting = |oldest: Option<Oldest>| {
            oldest.map(|oldest| Waiting {
                task_sid: oldest.task.to_string(),
                since: Stamp(oldest.since),
                age: Seconds::between(oldest.since, now).0 / 1000,
                task_queue_name: ledger.queues.name(oldest.queue).map(ToOwned::to_owned),
                priority: oldest.priority,
            })
        };
        self.tasks.longest_waiting = waiting(self.longest_waiting);
        self.tasks.longest_in_queue = waiting(self.longest_in_queue);
        self.tasks.longest_wrapping = waiting(self.longest_wrapping);
        self.tasks
    }
}

/// Of two tasks of one moment the one with the smaller SID is named, whichever came first.
fn older(best: &mut Option<Oldest>, task: &TaskLine, since: Option<i64>) {
    if let Some(since) = since
        && best.is_none_or(|best| (since, task.sid) < (best.since, best.task))
    {
        *best = Some(Oldest {
            since,
            task: task.sid,
            queue: task.queue,
            priority: task.priority,
        });
    }
}

/// What happened in a span of time, being counted.
#[derive(Debug, Clone, Default)]
struct Tally {
    tasks: TaskCounts,
    reservations: ReservationCounts,
    acceptance: Vec<u64>,
    abandonment: Vec<u64>,
    service: ServiceLevel,
    thresholds: Thresholded,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct TaskCounts {
    created: u64,
    accepted: u64,
    completed: u64,
    canceled: u64,
    abandoned: u64,
    deleted: u64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct ReservationCounts {
    created: u64,
    accepted: u64,
    rejected: u64,
    timed_out: u64,
    canceled: u64,
    rescinded: u64,
    completed: u64,
}

/// The threshold of everything that was counted, if it was the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Thresholded {
    #[default]
    Nothing,
    One(u64),
    Several,
}

impl Thresholded {
    fn note(&mut self, threshold: u64) {
        *self = match *self {
            Self::Nothing => Self::One(threshold),
            Self::One(one) if one == threshold => *self,
            Self::One(_) | Self::Several => Self::Several,
        };
    }
}

impl Tally {
    fn is_empty(&self) -> bool {
        self.tasks == TaskCounts::default() && self.reservations == ReservationCounts::default()
    }

    fn add(&mut self, other: Self) {
        let Self {
            tasks,
            reservations,
            acceptance,
            abandonment,
            service,
            thresholds,
        } = other;
        self.tasks.created += tasks.created;
        self.tasks.accepted += tasks.accepted;
        self.tasks.completed += tasks.completed;
        self.tasks.canceled += tasks.canceled;
        self.tasks.abandoned += tasks.abandoned;
        self.tasks.deleted += tasks.deleted;
        self.reservations.created += reservations.created;
        self.reservations.accepted += reservations.accepted;
        self.reservations.rejected += reservations.rejected;
        self.reservations.timed_out += reservations.timed_out;
        self.reservations.canceled += reservations.canceled;
        self.reservations.rescinded += reservations.rescinded;
        self.reservations.completed += reservations.completed;
        self.acceptance.extend(acceptance);
        self.abandonment.extend(abandonment);
        self.service.met += service.met;
        self.service.accepted_late += service.accepted_late;
        self.service.abandoned_late += service.abandoned_late;
        match thresholds {
            Thresholded::Nothing => {}
            Thresholded::One(threshold) => self.thresholds.note(threshold),
            Thresholded::Several => self.thresholds = Thresholded::Several,
        }
    }

    /// A wait as long as the threshold is within it.
    fn accept(&mut self, task: &TaskLine, threshold: u64) {
        let Some(waited) = waited(task, task.accepted.get()) else {
            return;
        };
        self.acceptance.push(waited);
        self.thresholds.note(threshold);
        if waited <= threshold {
            self.service.met += 1;
        } else {
            self.service.accepted_late += 1;
        }
    }

    fn abandon(&mut self, task: &TaskLine, threshold: u64) {
        let Some(waited) = waited(task, task.ended.get()) else {
            return;
        };
        self.abandonment.push(waited);
        if waited > threshold {
            self.thresholds.note(threshold);
            self.service.abandoned_late += 1;
        }
    }

    fn told(mut self) -> Figures {
        let considered =
            self.service.met + self.service.accepted_late + self.service.abandoned_late;
        self.service.percent = (considered > 0).then(|| percent(self.service.met, considered));
        self.service.threshold = match self.thresholds {
            Thresholded::One(threshold) => Some(Seconds(threshold)),
            Thresholded::Nothing | Thresholded::Several => None,
        };
        let Self {
            tasks,
            reservations,
            ..
        } = self;
        Figures {
            tasks_created: tasks.created,
            tasks_accepted: tasks.accepted,
            tasks_completed: tasks.completed,
            tasks_canceled: tasks.canceled,
            tasks_abandoned: tasks.abandoned,
            tasks_deleted: tasks.deleted,
            reservations_created: reservations.created,
            reservations_accepted: reservations.accepted,
            reservations_rejected: reservations.rejected,
            reservations_timed_out: reservations.timed_out,
            reservations_canceled: reservations.canceled,
            reservations_rescinded: reservations.rescinded,
            reservations_completed: reservations.completed,
            acceptance_time: Times::of(&mut self.acceptance),
            abandonment_time: Times::of(&mut self.abandonment),
            service_level: self.service,
        }
    }
}

/// Milliseconds from a task's creation to a moment; `None` when its creation is not known.
fn waited(task: &TaskLine, until: Option<i64>) -> Option<u64> {
    Some(Seconds::between(task.created.get()?, until?).0)
}

/// To two places, halves up.
#[expect(
    clippy::cast_precision_loss,
    reason = "hundredths of a per cent are at most 10,000"
)]
fn percent(part: u64, whole: u64) -> f64 {
    let hundredths = (u128::from(part) * 20_000 + u128::from(whole)) / (u128::from(whole) * 2);
    hundredths as f64 / 100.0
}
