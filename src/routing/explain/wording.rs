//! An explanation in sentences.

use super::{FilterVerdict, Obstacle, Question, Step, Verdict, WorkerVerdict};
use crate::routing::lint::filter_name;

/// Names in a sentence.
const NAMES: usize = 5;

/// `1 worker matches`, `3 workers match`
fn workers_match(count: usize) -> String {
    if count == 1 {
        "1 worker matches".to_owned()
    } else {
        format!("{count} workers match")
    }
}

fn names<'w>(workers: impl Iterator<Item = &'w WorkerVerdict>) -> String {
    let all: Vec<&str> = workers.map(|worker| worker.worker.as_str()).collect();
    let shown = all
        .iter()
        .take(NAMES)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    match all.len().checked_sub(NAMES) {
        Some(more) if more > 0 => format!("{shown} and {more} more"),
        _ => shown,
    }
}

/// A target in one sentence: who could, who is in the way of whom, and the nearest miss.
pub(super) fn sentence(queue: &str, members: usize, workers: &[WorkerVerdict]) -> String {
    let free = || workers.iter().filter(|worker| worker.obstacles.is_empty());
    let matching: Vec<&WorkerVerdict> = workers.iter().filter(|one| one.matches()).collect();
    let mut text = if free().count() > 0 {
        let verb = if free().count() == 1 {
            "worker can"
        } else {
            "workers can"
        };
        return format!("{} {verb} take it now: {}", free().count(), names(free()));
    } else if members == 0 {
        format!("no worker serves queue `{queue}`")
    } else if matching.is_empty() {
        format!(
            "none of the {members} {} of queue `{queue}` {} let by the target",
            if members == 1 { "worker" } else { "workers" },
            if members == 1 { "is" } else { "are" },
        )
    } else {
        format!("{}, {}", workers_match(matching.len()), busy(&matching))
    };
    let nearest = workers
        .iter()
        .filter(|worker| worker.lacks_attributes_only())
        .min_by_key(|worker| worker.misses().len());
    if let Some(nearest) = nearest {
        text.push_str("; ");
        text.push_str(&nearest.worker);
        text.push_str(" would match if ");
        for (position, miss) in nearest.misses().iter().enumerate() {
            if position > 0 {
                text.push_str(" and ");
            }
            text.push_str(&miss.to_string());
        }
    }
    text
}

/// What workers who match are at: `all at capacity 1`, or `2 at capacity, 1 away`.
fn busy(matching: &[&WorkerVerdict]) -> String {
    let Some(first) = matching.first().and_then(|worker| worker.obstacles.first()) else {
        return String::new();
    };
    if matching
        .iter()
        .all(|worker| worker.obstacles.first() == Some(first))
    {
        let whole = if matching.len() == 1 { "" } else { "all " };
        return match first {
            Obstacle::Away { activity } => format!("{whole}away (`{activity}`)"),
            Obstacle::ChannelClosed { channel } => format!("{whole}closed for `{channel}`"),
            reason => format!("{whole}{reason}"),
        };
    }
    let count = |is: fn(&Obstacle) -> bool| {
        matching
            .iter()
            .filter(|worker| worker.obstacles.first().is_some_and(is))
            .count()
    };
    let parts = [
        (
            count(|one| matches!(one, Obstacle::AtCapacity { .. })),
            "at capacity",
        ),
        (count(|one| matches!(one, Obstacle::Away { .. })), "away"),
        (
            count(|one| matches!(one, Obstacle::ChannelClosed { .. })),
            "closed for its channel",
        ),
    ];
    parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The sentences, and how many of them come first that tell which filter has the task.
pub(super) fn summary(
    question: &Question<'_>,
    filters: &[FilterVerdict],
    here: Option<Step>,
    over: &[usize],
) -> (Vec<String>, usize) {
    let mut lines = Vec::new();
    for index in over {
        let name = filter_name(question.configuration, *index);
        lines.push(format!("{name} matches, but all its steps are over"));
    }
    let Some((filter, at)) = here else {
        lines.push(if over.is_empty() {
            "no filter matches and there is no default filter: such a task is refused".to_owned()
        } else {
            "nothing is left to try: the task is canceled".to_owned()
        });
        let routed = lines.len();
        return (lines, routed);
    };
    let taken = filters
        .iter()
        .find(|verdict| verdict.index == filter && verdict.verdict == Verdict::Taken);
    let Some(taken) = taken else {
        let routed = lines.len();
        return (lines, routed);
    };
    match &taken.expression {
        Some(expression) => lines.push(format!("{} matches: `{expression}`", taken.name)),
        None => lines.push("no filter matches, so the default filter has it".to_owned()),
    }
    let routed = lines.len();
    let Some(target) = taken.targets.get(at) else {
        return (lines, routed);
    };
    let place = if filter.is_some() {
        format!("targets[{at}], queue `{}`: ", target.queue)
    } else {
        format!("queue `{}`: ", target.queue)
    };
    lines.push(format!("{place}{}", target.summary));
    if let Some(end) = target.ends_after {
        let left = end.saturating_sub(question.age);
        let next = match taken.targets.get(at + 1) {
            Some(next) => format!(
                "it goes on to targets[{}], queue `{}`",
                next.index, next.queue
            ),
            None => "it goes on to the next filter that matches, or is canceled".to_owned(),
        };
        lines.push(format!("in {left} s {next}"));
    }
    (lines, routed)
}
