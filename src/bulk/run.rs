//! The loop that begins items, as many at once as the pace allows, and hears how they ended.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Instant;

use futures::StreamExt as _;
use futures::stream::FuturesUnordered;
use jiff::Timestamp;

use super::journal::{Begun, Header, Journal, Plan, VERSION};
use super::{
    Error, Item, ItemOutcome, Options, Outcome, Planned, Progress, Step, StepError, Summary,
    Verdict,
};
use crate::cli::FailureLimit;

/// Runs an operation on every item and tells what became of each, in the order they were given.
///
/// As many run at once as the pace allows. An error that no further call could escape (wrong
/// credentials, no connection, 429 without end) ends the run early, and so do more failures than
/// the options allow. What needs an item that failed is not begun.
///
/// # Errors
/// The journal cannot be written.
pub async fn run<T, F>(
    items: impl IntoIterator<Item = impl Into<Planned<T>>>,
    options: Options,
    progress: impl Fn(Progress),
    operation: impl Fn(Item<T>, Step) -> F,
) -> Result<Summary, Error>
where
    F: Future<Output = Result<Verdict, StepError>>,
{
    let started = Instant::now();
    let items: Vec<Planned<T>> = items.into_iter().map(Into::into).collect();
    let mut told = Progress {
        total: items.len(),
        ..Progress::default()
    };
    let mut outcomes: Vec<ItemOutcome> = items
        .iter()
        .map(|planned| ItemOutcome::not_run(&planned.item.sid, &planned.item.name))
        .collect();
    if items.is_empty() {
        return Ok(Summary::new(
            &options.verb,
            outcomes,
            None,
            started.elapsed(),
        ));
    }
    let Options {
        verb,
        pace,
        cancel,
        canary,
        max_failures,
        ..
    } = &options;
    let (verb, pace, cancel) = (verb.clone(), pace.clone(), cancel.clone());
    let canary = canary.filter(|canary| *canary < items.len());
    let max_failures = *max_failures;
    let (journal, mut begun_before) = open(options, &items)?;

    let mut queue = Queue::new(items);
    let mut limit = pace.limit();
    let mut running = FuturesUnordered::new();
    let mut stopped: Option<String> = None;
    let mut begun = 0;
    progress(told);
    loop {
        let room = *limit.borrow_and_update();
        let trial = canary.filter(|canary| told.finished() < *canary);
        while stopped.is_none()
            && !cancel.is_cancelled()
            && running.len() < room
            && trial.is_none_or(|trial| begun < trial)
        {
            let Some((index, item)) = queue.next() else {
                break;
            };
            begun += 1;
            let step = journal.step(&item.sid, begun_before.remove(&item.sid));
            let work = operation(item, step.clone());
            running.push(async move { (index, step.conclude(work.await)) });
        }
        told.running = running.len();
        if running.is_empty() {
            break;
        }
        tokio::select! {
            finished = running.next() => {
                let (index, outcome) = finished.expect("the loop ends when nothing runs");
                match &outcome {
                    Outcome::Done(_) => told.done += 1,
                    Outcome::Unchanged(_) => told.unchanged += 1,
                    Outcome::Failed(error) => {
                        told.failed += 1;
                        if error.ends_the_run() && stopped.is_none() {
                            stopped = Some(format!("not begun after: {error}"));
                        }
                    }
                    Outcome::NotRun(_) => {}
                }
                let (of, most) = match trial {
                    Some(trial) => (trial, Some(max_failures.unwrap_or(FailureLimit::Count(0)))),
                    None => (told.total, max_failures),
                };
                if stopped.is_none() && most.is_some_and(|most| most.is_passed(told.failed, of)) {
                    let among = if trial.is_some() { "the first " } else { "" };
                    stopped = Some(format!("not begun after {} of {among}{of} failed", told.failed));
                }
                queue.concluded(index, matches!(outcome, Outcome::Done(_) | Outcome::Unchanged(_)));
                outcomes[index].outcome = outcome;
                told.running = running.len();
                progress(told);
            }
            _ = limit.changed() => {}
        }
    }
    let reason = stopped.unwrap_or_else(|| "interrupted before it began".to_owned());
    for (index, reason) in queue.left(&reason) {
        outcomes[index].outcome = Outcome::NotRun(reason);
    }
    let summary = Summary::new(
        &verb,
        outcomes,
        Some(journal.path().to_owned()),
        started.elapsed(),
    )
    .interrupted(cancel.is_cancelled());
    journal.end(&summary);
    Ok(summary)
}

/// The journal, and what an earlier part of the run began, by the item's key.
fn open<T>(
    options: Options,
    items: &[Planned<T>],
) -> Result<(Journal, HashMap<String, Begun>), Error> {
    if let Some(opened) = options.resume {
        let begun = opened
            .account
            .left()
            .filter_map(|item| Some((item.sid.clone(), item.left_open()?.clone())))
            .collect();
        return Ok((Journal::resume(opened)?, begun));
    }
    let header = Header {
        version: VERSION,
        started: Timestamp::now(),
        verb: options.verb,
        command: options.command,
        account: options.account,
        workspace: options.workspace,
        place: options.place,
        count: items.len(),
    };
    let plan = items.iter().map(|planned| Plan {
        sid: &planned.item.sid,
        name: &planned.item.name,
        needs: &planned.needs,
        selected: planned.selected.as_deref(),
    });
    let journal = Journal::begin(&options.journals, header, plan)?;
    Ok((journal, HashMap::new()))
}

/// Items in their order, those that need others only behind them.
struct Queue<T> {
    ready: BTreeMap<usize, Item<T>>,
    blocked: BTreeMap<usize, Blocked<T>>,
    /// Who waits for an item, by the item's index.
    waiting: HashMap<usize, Vec<usize>>,
    keys: Vec<String>,
}

struct Blocked<T> {
    item: Item<T>,
    /// What it needs that has not ended well.
    missing: HashSet<usize>,
}

impl<T> Queue<T> {
    fn new(items: Vec<Planned<T>>) -> Self {
        let keys: Vec<String> = items
            .iter()
            .map(|planned| planned.item.sid.clone())
            .collect();
        let index_of: HashMap<&str, usize> = keys
            .iter()
            .enumerate()
            .map(|(index, key)| (key.as_str(), index))
            .collect();
        let (mut ready, mut blocked) = (BTreeMap::new(), BTreeMap::new());
        let mut waiting: HashMap<usize, Vec<usize>> = HashMap::new();
        for (index, planned) in items.into_iter().enumerate() {
            let missing: HashSet<usize> = planned
                .needs
                .iter()
                .filter_map(|key| index_of.get(key.as_str()).copied())
                .collect();
            let item = planned.item;
            if missing.is_empty() {
                ready.insert(index, item);
                continue;
            }
            for needed in &missing {
                waiting.entry(*needed).or_default().push(index);
            }
            blocked.insert(index, Blocked { item, missing });
        }
        drop(index_of);
        Self {
            ready,
            blocked,
            waiting,
            keys,
        }
    }

    fn next(&mut self) -> Option<(usize, Item<T>)> {
        self.ready.pop_first()
    }

    /// What waited for an item that ended well may be begun.
    fn concluded(&mut self, index: usize, well: bool) {
        if !well {
            return;
        }
        for waiter in self.waiting.remove(&index).unwrap_or_default() {
            let Some(blocked) = self.blocked.get_mut(&waiter) else {
                continue;
            };
            blocked.missing.remove(&index);
            if blocked.missing.is_empty()
                && let Some(blocked) = self.blocked.remove(&waiter)
            {
                self.ready.insert(waiter, blocked.item);
            }
        }
    }

    /// What was not begun, and why: for the reason everything else was not, or for want of another.
    fn left(self, reason: &str) -> impl Iterator<Item = (usize, String)> {
        let ready = self
            .ready
            .into_keys()
            .map(|index| (index, reason.to_owned()));
        let keys = self.keys;
        let blocked = self.blocked.into_iter().map(move |(index, blocked)| {
            let first = blocked.missing.iter().min();
            let needed = first.map_or("another", |index| keys[*index].as_str());
            (index, format!("needs {needed}, which is not done"))
        });
        ready.chain(blocked)
    }
}
