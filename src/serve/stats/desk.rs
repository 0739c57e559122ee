//! Where questions are answered: the ledger, kept up with the store, and the answers just given.
//!
//! An answer holds for as long as the facts stay as they are, and for the second it was given in;
//! whoever asks the same meanwhile gets the same bytes, and who asks while it is being worked out
//! waits for it.

use std::sync::{Arc, PoisonError};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tokio::sync::{OwnedRwLockReadGuard, RwLock, Semaphore, SemaphorePermit};

use super::answers::{Answers, Given, Key};
use super::parameters::Ask;
use crate::events::statistics::{Between, Ledger, Limits, Question, Statistics, Thresholds};
use crate::events::{EventStore, Facts, Span, StoreError};
use crate::model::sid::WorkspaceSid;
use crate::serve::config::Config;
use crate::serve::problem::Problem;
use crate::serve::voice::Waits;

const HOUR: i64 = 3_600_000;
/// Windows up to this long are answered from the ledger at any time of the day.
const REACH: i64 = 2 * HOUR;
/// Longer ones are read in pieces of this length, so that no more of them is ever in memory.
const PIECE: i64 = 6 * HOUR;
/// Who waited as long ago as this, in milliseconds, tells how long callers wait now.
const RECENT: i64 = HOUR;
/// Fewer than this many callers tell nothing.
const ENOUGH: u64 = 3;
/// Lists that are made at the same time: they are the only answers that may be large.
const LISTS: usize = 2;
/// Lines from which on counting is a matter of milliseconds, and not done between other requests.
const MANY: usize = 20_000;

/// Answers questions.
pub(in crate::serve) struct Desk {
    store: Arc<dyn EventStore>,
    workspace: WorkspaceSid,
    zone: TimeZone,
    zone_name: String,
    thresholds: Thresholds,
    held: Arc<RwLock<Held>>,
    answers: Answers,
    lists: Semaphore,
    /// One long window at a time.
    long: Semaphore,
    /// How long callers wait, as far as was last known.
    waits: std::sync::RwLock<Arc<Waits>>,
}

/// The ledger, and what it holds.
#[derive(Default)]
struct Held {
    ledger: Ledger,
    /// Everything that happened since is in it.
    since: Option<i64>,
    revision: u64,
}

impl Desk {
    pub(in crate::serve) fn new(config: &Config, store: Arc<dyn EventStore>) -> Self {
        let milliseconds =
            |span: std::time::Duration| u64::try_from(span.as_millis()).unwrap_or(u64::MAX);
        let levels = &config.settings.service_level;
        Self {
            store,
            workspace: config.workspace,
            zone_name: zone_name(&config.time_zone),
            zone: config.time_zone.clone(),
            thresholds: Thresholds {
                default: milliseconds(levels.default),
                queues: levels
                    .queues
                    .iter()
                    .map(|(name, span)| (name.clone(), milliseconds(*span)))
                    .collect(),
            },
            held: Arc::default(),
            answers: Answers::default(),
            lists: Semaphore::new(LISTS),
            long: Semaphore::new(1),
            waits: std::sync::RwLock::default(),
        }
    }

    /// Brings the ledger up to date before anybody asks, and with it how long callers wait.
    pub(in crate::serve) async fn catch_up(&self, now: Timestamp) -> Result<(), Problem> {
        let moment = now.as_millisecond();
        let held = self.held(moment, self.midnight(now)).await?;
        let waits = held.ledger.waits_since(moment.saturating_sub(RECENT));
        let waits = waits.into_iter().filter_map(|(workflow, times)| {
            let typical = times.p50.filter(|_| times.count >= ENOUGH)?;
            Some((workflow, typical.0.div_ceil(1000)))
        });
        let waits = Arc::new(Waits::new(waits));
        *self.waits.write().unwrap_or_else(PoisonError::into_inner) = waits;
        Ok(())
    }

    /// How long callers wait, as far as was last known: nobody waits for this.
    pub(in crate::serve) fn waits(&self) -> Arc<Waits> {
        let waits = self.waits.read();
        Arc::clone(&waits.unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn zone(&self) -> &TimeZone {
        &self.zone
    }

    pub(super) fn zone_name(&self) -> &str {
        &self.zone_name
    }

    pub(super) fn thresholds(&self) -> &Thresholds {
        &self.thresholds
    }

    pub(super) fn store(&self) -> &Arc<dyn EventStore> {
        &self.store
    }

    /// The answer to a question, worked out if nobody has asked it this second.
    pub(super) async fn answer<F>(
        &self,
        key: Key,
        now: Timestamp,
        work_out: impl FnOnce() -> F,
    ) -> Result<Given, Problem>
    where
        F: Future<Output = Result<Given, Problem>>,
    {
        let slot = self
            .answers
            .slot(&key, self.store.revision(), now.as_second());
        let mut is_new = false;
        let given = slot
            .get_or_try_init(|| {
                is_new = true;
                work_out()
            })
            .await?;
        if is_new {
            self.answers.remember(&key, &slot, given);
        }
        Ok(given.clone())
    }

    /// Waits until a list may be made: a list is in memory several times before it is sent.
    pub(super) async fn turn_for_list(&self) -> Result<SemaphorePermit<'_>, Problem> {
        self.lists.acquire().await.map_err(Problem::internal)
    }

    /// A question with what it depends on.
    pub(super) fn question(&self, ask: &Ask, limits: &Limits, now: Timestamp) -> Question {
        let moment = now.as_millisecond();
        Question {
            now: moment,
            midnight: self.midnight(now),
            time_zone: self.zone_name.clone(),
            window: ask.period.at(moment),
            filters: ask.filters.clone(),
            limits: limits.clone(),
        }
    }

    /// The figures.
    pub(super) async fn statistics(&self, question: Question) -> Result<Statistics, Problem> {
        let held = self.held(question.now, question.midnight).await?;
        if held
            .since
            .is_some_and(|since| question.window.from >= since)
        {
            let thresholds = self.thresholds.clone();
            if held.ledger.size() < MANY {
                return Ok(held.ledger.answer(&question, &thresholds));
            }
            let counting =
                tokio::task::spawn_blocking(move || held.ledger.answer(&question, &thresholds));
            return counting.await.map_err(Problem::internal);
        }
        self.long_window(held, question).await
    }

    /// Counts a window that reaches far back piece by piece.
    async fn long_window(
        &self,
        held: OwnedRwLockReadGuard<Held>,
        question: Question,
    ) -> Result<Statistics, Problem> {
        let mut counted = held.ledger.count(&question, &self.thresholds);
        counted.forget_window();
        let mut piece = held.ledger.emptied();
        drop(held);
        let _turn = self.long.acquire().await.map_err(Problem::internal)?;
        let Between { mut from, to } = question.window;
        while from <= to {
            let last = to.min(from.saturating_add(PIECE - 1));
            let span = Span {
                from,
                to: last.saturating_add(1),
            };
            let facts = Facts {
                tasks: self
                    .store
                    .tasks_in(span)
                    .await
                    .map_err(|error| failed(&error))?,
                reservations: self
                    .store
                    .reservations_in(span)
                    .await
                    .map_err(|error| failed(&error))?,
                ..Facts::default()
            };
            piece = piece.emptied();
            self.take_in(&mut piece, facts).await?;
            let part = Question {
                window: Between { from, to: last },
                ..question.clone()
            };
            counted.add_window(piece.count(&part, &self.thresholds));
            if last == i64::MAX {
                break;
            }
            from = last + 1;
        }
        Ok(piece.tell(counted, &question, &self.thresholds))
    }

    /// The ledger as the facts are now.
    pub(super) async fn ledger(
        &self,
        now: Timestamp,
    ) -> Result<impl AsRef<Ledger> + use<>, Problem> {
        self.held(now.as_millisecond(), self.midnight(now))
            .await
            .map(LedgerGuard)
    }

    async fn held(&self, now: i64, midnight: i64) -> Result<OwnedRwLockReadGuard<Held>, Problem> {
        let revision = self.store.revision();
        let held = Arc::clone(&self.held).read_owned().await;
        if held.is_fresh(revision, midnight) {
            return Ok(held);
        }
        drop(held);
        let mut held = Arc::clone(&self.held).write_owned().await;
        if !held.is_fresh(revision, midnight) {
            self.refresh(&mut held, now, midnight).await?;
        }
        Ok(held.downgrade())
    }

    async fn refresh(&self, held: &mut Held, now: i64, midnight: i64) -> Result<(), Problem> {
        let is_known = held.since.is_some_and(|since| since <= midnight);
        if is_known
            && let Some(changes) = self
                .store
                .changes(held.revision)
                .await
                .map_err(|error| failed(&error))?
        {
            self.take_in(&mut held.ledger, changes.facts).await?;
            held.revision = changes.revision;
        } else {
            let since = midnight.min(now.saturating_sub(REACH));
            // What changes while the facts are read comes again with the changes.
            let revision = self.store.revision();
            let span = Span {
                from: since,
                to: i64::MAX,
            };
            let facts = self
                .store
                .facts(span)
                .await
                .map_err(|error| failed(&error))?;
            let mut ledger = Ledger::new(Some(self.workspace));
            self.take_in(&mut ledger, facts).await?;
            *held = Held {
                ledger,
                since: Some(since),
                revision,
            };
        }
        // Once a day.
        let long_ago = midnight.saturating_sub(24 * HOUR);
        if held.since.is_some_and(|since| since < long_ago) {
            let since = midnight.min(now.saturating_sub(REACH));
            held.ledger.forget_before(since);
            held.since = Some(since);
        }
        Ok(())
    }

    /// Takes facts in, with the tasks that only their reservations speak of.
    async fn take_in(&self, ledger: &mut Ledger, mut facts: Facts) -> Result<(), Problem> {
        for task in ledger.missing_tasks(&facts) {
            facts.tasks.extend(
                self.store
                    .task(task)
                    .await
                    .map_err(|error| failed(&error))?,
            );
        }
        ledger.take_in(facts);
        Ok(())
    }

    fn midnight(&self, now: Timestamp) -> i64 {
        now.to_zoned(self.zone.clone())
            .start_of_day()
            .map_or(now, |midnight| midnight.timestamp())
            .as_millisecond()
    }
}

impl Held {
    fn is_fresh(&self, revision: u64, midnight: i64) -> bool {
        self.revision >= revision && self.since.is_some_and(|since| since <= midnight)
    }
}

struct LedgerGuard(OwnedRwLockReadGuard<Held>);

impl AsRef<Ledger> for LedgerGuard {
    fn as_ref(&self) -> &Ledger {
        &self.0.ledger
    }
}

/// What a reader is told when the store does not answer.
pub(in crate::serve) fn failed(error: &StoreError) -> Problem {
    Problem::unavailable(
        "the event store does not answer now",
        std::time::Duration::from_secs(5),
    )
    .with_inside(crate::serve::events::with_causes(error))
}

fn zone_name(zone: &TimeZone) -> String {
    match zone.iana_name() {
        Some(name) => name.to_owned(),
        None => zone
            .to_fixed_offset()
            .map_or_else(|_| "local".to_owned(), |offset| offset.to_string()),
    }
}
