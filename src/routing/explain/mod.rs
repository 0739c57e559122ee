//! Why a task is where it is: filter by filter, target by target, worker by worker, with what
//! would have to be different.
//!
//! Twilio does not tell how far a task has come in its workflow. It is worked out from the task's
//! age, its queue and the time-outs; a step that was skipped can only be guessed from the queue.

#[cfg(test)]
mod tests;
mod wording;

use serde::Serialize;
use serde_json::Value as Json;

use super::expr::{
    Miss, Reference, SkipIfScope, TargetScope, TaskScope, WorkerCounts, WorkerScope,
};
use super::lint::filter_name;
use super::roster::{Queue, Worker};
use super::workflow::{Configuration, KnownWorker, Target};
use wording::{sentence, summary};

/// What is to be explained.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The workflow's rules.
    pub configuration: &'a Configuration,
    /// The task's attributes.
    pub attributes: &'a Json,
    /// The unique name of the task's channel.
    pub channel: &'a str,
    /// The queue the task is in, by SID; `None` for a task that is yet to come.
    pub queue: Option<&'a str>,
    /// Seconds since the task entered the workflow.
    pub age: u64,
    /// Milliseconds since 1970 in UTC.
    pub now: i64,
    /// The queues of the workspace.
    pub queues: &'a [Queue],
    /// Its workers. Whose channels are empty is taken to have room.
    pub workers: &'a [Worker],
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// Every filter, in order; the default filter comes last, without an index.
    pub filters: Vec<FilterVerdict>,
    /// The filter the task is in, by index; `None` when none takes it but the default filter.
    pub filter: Option<usize>,
    /// The target it is in; `None` when no filter takes it and there is no default filter, or
    /// when every step is over.
    pub target: Option<usize>,
    /// The whole in a few sentences.
    pub summary: Vec<String>,
    /// How many of these come first and tell which filter has the task; those behind tell who could
    /// take it, and what else will become of it.
    #[serde(skip)]
    pub routed: usize,
}

/// What a filter says of the task.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FilterVerdict {
    /// Counted from 0; `None` for the default filter.
    pub index: Option<usize>,
    /// Its label, else its place.
    pub name: String,
    /// Its expression; `None` for the default filter.
    pub expression: Option<String>,
    /// What became of it.
    pub verdict: Verdict,
    /// Why it does not match.
    pub misses: Vec<Miss>,
    /// Its targets, looked into where the task is, was or will be.
    pub targets: Vec<TargetVerdict>,
}

/// What became of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The task is in it.
    Taken,
    /// It is not true for the task.
    NotTrue,
    /// The task ran out of its steps.
    Over,
    /// A filter before has the task.
    Behind,
}

/// What a target says of the task.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TargetVerdict {
    /// Counted from 0.
    pub index: usize,
    /// The queue's name, else what is written.
    pub queue: String,
    /// Whether the task is past it, in it, or yet to come to it.
    pub state: State,
    /// The priority it gives.
    pub priority: Option<i64>,
    /// Seconds after the task came at which it ends.
    pub ends_after: Option<u64>,
    /// Its expression.
    pub expression: Option<String>,
    /// Whether its `skip_if` holds now; `None` without one.
    pub skips: Option<bool>,
    /// Workers of the queue.
    pub members: usize,
    /// Those of them whom the target lets have the task.
    pub matching: usize,
    /// Those of them who could take it now.
    pub free: usize,
    /// All in one sentence.
    pub summary: String,
    /// Every worker of the queue, and of the others the nearest; the nearest first.
    pub workers: Vec<WorkerVerdict>,
}

/// Where the task stands with a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Its time is up, or it was skipped.
    Past,
    /// The task is in it.
    Here,
    /// The task may come to it.
    Ahead,
}

/// What keeps the task from a worker.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WorkerVerdict {
    /// The worker's name.
    pub worker: String,
    /// The worker's SID.
    pub sid: String,
    /// Everything in the way; empty when the worker could take the task now.
    pub obstacles: Vec<Obstacle>,
}

/// One thing that keeps a task from a worker.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Obstacle {
    /// The worker does not serve the queue.
    NotInQueue {
        /// What the queue's expression misses.
        misses: Vec<Miss>,
    },
    /// The target's expression is not true.
    TargetNotTrue {
        /// What it misses.
        misses: Vec<Miss>,
    },
    /// The target asks for one worker, and this is another.
    NotTheKnownWorker {
        /// The worker asked for; `None` when the task names none.
        wanted: Option<String>,
    },
    /// The worker's activity takes no tasks.
    Away {
        /// The activity.
        activity: String,
    },
    /// The worker has no channel of the task's kind, or it is closed.
    ChannelClosed {
        /// The task channel.
        channel: String,
    },
    /// All places are taken.
    AtCapacity {
        /// How many there are.
        capacity: u32,
    },
}

impl std::fmt::Display for Obstacle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotInQueue { misses } => write!(f, "not in the queue{}", Needs(misses)),
            Self::TargetNotTrue { misses } => write!(f, "not let by the target{}", Needs(misses)),
            Self::NotTheKnownWorker {
                wanted: Some(wanted),
            } => write!(f, "the target is for `{wanted}` only"),
            Self::NotTheKnownWorker { wanted: None } => {
                f.write_str("the target is for one worker, and the task names none")
            }
            Self::Away { activity } => write!(f, "is `{activity}`"),
            Self::ChannelClosed { channel } => write!(f, "takes no `{channel}`"),
            Self::AtCapacity { capacity } => write!(f, "at capacity {capacity}"),
        }
    }
}

struct Needs<'a>(&'a [Miss]);

impl std::fmt::Display for Needs<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (position, miss) in self.0.iter().enumerate() {
            f.write_str(if position == 0 { ": needs " } else { " and " })?;
            write!(f, "{miss}")?;
        }
        Ok(())
    }
}

/// Workers outside of the queue that are told of.
const OUTSIDERS: usize = 5;

/// Explains where a task is, or would be.
pub fn explain(question: &Question<'_>) -> Explanation {
    let (here, over) = standing(question);
    let configuration = question.configuration;
    let scope = TaskScope {
        attributes: question.attributes,
        now: question.now,
    };
    let mut filters = Vec::new();
    for (index, filter) in configuration.filters.iter().enumerate() {
        let misses = filter.expression.misses(&scope, &Reference::is_time);
        let verdict = if here.is_some_and(|(f, _)| f == Some(index)) {
            Verdict::Taken
        } else if over.contains(&index) {
            Verdict::Over
        } else if misses.is_empty() {
            Verdict::Behind
        } else {
            Verdict::NotTrue
        };
        let targets = match (verdict, here) {
            (Verdict::Taken, Some((_, at))) => filter
                .targets
                .iter()
                .enumerate()
                .map(|(t, target)| question.target(t, target, filter.deadline(t), State::of(t, at)))
                .collect(),
            _ => Vec::new(),
        };
        filters.push(FilterVerdict {
            index: Some(index),
            name: filter_name(configuration, index),
            expression: Some(filter.expression.to_string()),
            verdict,
            misses,
            targets,
        });
    }
    if let Some(target) = &configuration.default_filter {
        let is_here = here == Some((None, 0));
        filters.push(FilterVerdict {
            index: None,
            name: "default filter".to_owned(),
            expression: None,
            verdict: if is_here {
                Verdict::Taken
            } else {
                Verdict::Behind
            },
            misses: Vec::new(),
            targets: if is_here {
                vec![question.target(0, target, None, State::Here)]
            } else {
                Vec::new()
            },
        });
    }
    let (summary, routed) = summary(question, &filters, here, &over);
    Explanation {
        filters,
        filter: here.and_then(|(filter, _)| filter),
        target: here.map(|(_, target)| target),
        summary,
        routed,
    }
}

/// A step: the filter, `None` for the default filter, and the target.
type Step = (Option<usize>, usize);

/// The step the task is in, and the filters it has run out of.
fn standing(question: &Question<'_>) -> (Option<Step>, Vec<usize>) {
    let configuration = question.configuration;
    let mut over = Vec::new();
    let mut timed_out = false;
    let mut from = 0;
    while let Some(index) = configuration.next_filter(from, question.attributes, question.now) {
        let filter = &configuration.filters[index];
        let open = |t: &usize| {
            filter
                .deadline(*t)
                .is_none_or(|deadline| deadline > question.age)
        };
        let mut steps: Vec<usize> = (0..filter.targets.len()).filter(open).collect();
        let is_in = |t: &&usize| {
            question
                .queue
                .is_some_and(|queue| question.is_queue(&filter.targets[**t].queue, queue))
        };
        if let Some(at) = steps.iter().find(is_in) {
            return (Some((Some(index), *at)), over);
        }
        if question.queue.is_none() {
            // It would not stay where it is skipped on entry.
            steps.retain(|t| !question.passes_by(&filter.targets[*t]));
        }
        if let Some(at) = steps.first() {
            return (Some((Some(index), *at)), over);
        }
        timed_out |= question.age > 0;
        over.push(index);
        from = index + 1;
    }
    let default = configuration.default_filter.is_some() && !timed_out;
    (default.then_some((None, 0)), over)
}

impl State {
    fn of(target: usize, at: usize) -> Self {
        match target.cmp(&at) {
            std::cmp::Ordering::Less => Self::Past,
            std::cmp::Ordering::Equal => Self::Here,
            std::cmp::Ordering::Greater => Self::Ahead,
        }
    }
}

/// The workers of one queue, as `skip_if` counts them.
struct Counts<'a>(Vec<&'a Worker>);

impl WorkerCounts for Counts<'_> {
    fn available(&self) -> usize {
        self.0.iter().filter(|worker| worker.available).count()
    }

    fn unavailable(&self) -> usize {
        self.0.iter().filter(|worker| !worker.available).count()
    }

    fn in_activity(&self, activity_sid: &str) -> usize {
        let is_in = |worker: &&&Worker| worker.activity_sid == activity_sid;
        self.0.iter().filter(is_in).count()
    }
}

impl<'a> Question<'a> {
    fn find_queue(&self, written: &str) -> Option<&'a Queue> {
        self.queues.iter().find(|queue| queue.is_called(written))
    }

    /// Whether two ways to write a queue mean the same.
    fn is_queue(&self, written: &str, queue: &str) -> bool {
        written == queue
            || self
                .find_queue(written)
                .is_some_and(|found| found.is_called(queue))
    }

    fn members(&self, target: &Target) -> Vec<&'a Worker> {
        let Some(queue) = self.find_queue(&target.queue) else {
            return Vec::new();
        };
        let serves = |worker: &&Worker| queue.is_served_by(worker);
        self.workers.iter().filter(serves).collect()
    }

    fn skips(&self, target: &Target) -> Option<bool> {
        let skip_if = target.skip_if.as_ref()?;
        Some(skip_if.eval(&SkipIfScope(&Counts(self.members(target)))))
    }

    /// Whether a task that comes to a target now goes on at once.
    fn passes_by(&self, target: &Target) -> bool {
        self.skips(target) == Some(true)
            && self
                .members(target)
                .iter()
                .all(|worker| !self.obstacles(target, worker).is_empty())
    }

    /// What keeps the task from a worker in a target.
    fn obstacles(&self, target: &Target, worker: &Worker) -> Vec<Obstacle> {
        let mut obstacles = Vec::new();
        let queue = self.find_queue(&target.queue);
        if !queue.is_some_and(|queue| queue.is_served_by(worker)) {
            let expression = queue
                .and_then(|queue| queue.target_workers.as_ref().ok())
                .and_then(|target| target.expr());
            let misses = expression
                .map(|expression| expression.misses(&WorkerScope(worker), &Reference::is_time))
                .unwrap_or_default();
            obstacles.push(Obstacle::NotInQueue { misses });
        }
        let scope = TargetScope {
            task: self.attributes,
            worker,
            now: self.now,
        };
        let is_given = |reference: &Reference| reference.is_task() || reference.is_time();
        if let Some(expression) = &target.expression
            && !expression.eval(&scope)
        {
            obstacles.push(Obstacle::TargetNotTrue {
                misses: expression.misses(&scope, &is_given),
            });
        }
        let wanted = target
            .known_worker
            .as_ref()
            .map(|known| known.resolve(self.attributes));
        let other = match wanted {
            None => None,
            Some(KnownWorker::Sid(sid)) => (worker.sid != sid).then(|| Some(sid.to_owned())),
            Some(KnownWorker::FriendlyName(name)) => {
                (worker.friendly_name != name).then(|| Some(name.to_owned()))
            }
            Some(KnownWorker::None | KnownWorker::Missing | KnownWorker::Invalid) => Some(None),
        };
        if let Some(wanted) = other {
            obstacles.push(Obstacle::NotTheKnownWorker { wanted });
        }
        if !worker.available {
            obstacles.push(Obstacle::Away {
                activity: worker.activity_name.clone(),
            });
        }
        if !worker.channels.is_empty() {
            let own = worker
                .channels
                .iter()
                .find(|channel| channel.unique_name == self.channel);
            match own {
                Some(own) if own.available && own.load.configured_capacity > 0 => {
                    if own.load.available_capacity_percentage == 0 {
                        let capacity = own.load.configured_capacity;
                        obstacles.push(Obstacle::AtCapacity { capacity });
                    }
                }
                _ => obstacles.push(Obstacle::ChannelClosed {
                    channel: self.channel.to_owned(),
                }),
            }
        }
        obstacles
    }

    fn target(
        &self,
        index: usize,
        target: &Target,
        ends_after: Option<u64>,
        state: State,
    ) -> TargetVerdict {
        let queue = self.find_queue(&target.queue);
        let mut insiders = Vec::new();
        let mut outsiders = Vec::new();
        for worker in self.workers {
            let verdict = WorkerVerdict {
                worker: worker.friendly_name.clone(),
                sid: worker.sid.clone(),
                obstacles: self.obstacles(target, worker),
            };
            if queue.is_some_and(|queue| queue.is_served_by(worker)) {
                insiders.push(verdict);
            } else {
                outsiders.push(verdict);
            }
        }
        insiders.sort_by_key(WorkerVerdict::distance);
        outsiders.sort_by_key(WorkerVerdict::distance);
        outsiders.truncate(OUTSIDERS);
        let matching = insiders.iter().filter(|worker| worker.matches()).count();
        let free = insiders
            .iter()
            .filter(|worker| worker.obstacles.is_empty())
            .count();
        let members = insiders.len();
        let mut workers = insiders;
        workers.extend(outsiders);
        workers.sort_by_key(WorkerVerdict::distance);
        let name = queue.map_or(target.queue.as_str(), |queue| &queue.friendly_name);
        let summary = if queue.is_none() {
            format!("there is no task queue `{}`", target.queue)
        } else {
            sentence(name, members, &workers)
        };
        TargetVerdict {
            index,
            queue: name.to_owned(),
            state,
            priority: target.priority,
            ends_after,
            expression: target.expression.as_ref().map(ToString::to_string),
            skips: self.skips(target),
            members,
            matching,
            free,
            summary,
            workers,
        }
    }
}

impl WorkerVerdict {
    /// Whether queue and target let the worker have the task, busy or not.
    fn matches(&self) -> bool {
        self.obstacles.iter().all(Obstacle::passes)
    }

    /// What the worker's attributes miss.
    fn misses(&self) -> Vec<&Miss> {
        let of = |obstacle: &'_ Obstacle| match obstacle {
            Obstacle::NotInQueue { misses } | Obstacle::TargetNotTrue { misses } => misses.len(),
            _ => 0,
        };
        let mut all = Vec::with_capacity(self.obstacles.iter().map(of).sum());
        for obstacle in &self.obstacles {
            if let Obstacle::NotInQueue { misses } | Obstacle::TargetNotTrue { misses } = obstacle {
                all.extend(misses);
            }
        }
        all
    }

    /// Whether other attributes alone would let the worker take the task now.
    fn lacks_attributes_only(&self) -> bool {
        !self.obstacles.is_empty()
            && self.obstacles.iter().all(|obstacle| match obstacle {
                Obstacle::NotInQueue { misses } | Obstacle::TargetNotTrue { misses } => {
                    !misses.is_empty() && !misses.iter().any(Miss::is_hopeless)
                }
                _ => false,
            })
    }

    fn distance(&self) -> (usize, usize, usize, String) {
        let misses = self.misses();
        let hopeless = misses.iter().filter(|miss| miss.is_hopeless()).count();
        let stays = self.obstacles.iter().filter(|one| !one.passes()).count();
        (
            hopeless,
            stays + misses.len(),
            self.obstacles.len(),
            self.worker.clone(),
        )
    }
}

impl Obstacle {
    /// Whether it goes away by itself: the worker comes back, or is done.
    const fn passes(&self) -> bool {
        matches!(
            self,
            Self::Away { .. } | Self::ChannelClosed { .. } | Self::AtCapacity { .. }
        )
    }
}
