//! How many calls are in flight at once: one pace, shared by everything a run does.
//!
//! Twilio limits concurrent requests per account and does not say how many. The limit is found by
//! trying: it starts at [`START`], doubles with every round trip of clean answers, and halves on
//! 429, once per round trip however many refusals that trip brings. A round trip with only a few
//! refusals was bad luck, and the limit climbs back as fast as it fell; one with many of them shows
//! that the account's bound was passed, and from half of that the limit only creeps. While a
//! `Retry-After` runs nothing is sent at all.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::Instant;

/// Calls in flight at the beginning.
pub const START: usize = 32;

/// Calls in flight at most, unless the user says otherwise.
pub const DEFAULT_MAXIMUM: usize = 128;

/// By how much the limit grows per round trip once the account's bound was met.
const CREEP: f64 = 4.0;

/// How late a timer may be without the calls behind it being late too.
const LATE: Duration = Duration::from_millis(2);

/// A round trip is congested when more than this share of its answers are refusals.
const CONGESTED: f64 = 0.2;

/// The shared limit. Clones share it.
#[derive(Debug, Clone)]
pub struct Pace {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    maximum: f64,
    state: Mutex<State>,
    room: Notify,
    limit: watch::Sender<usize>,
}

#[derive(Debug)]
struct State {
    limit: f64,
    /// Below it the limit doubles per round trip, above it creeps.
    threshold: f64,
    in_flight: usize,
    paused_until: Option<Instant>,
    /// Between two calls at least; none without a cap.
    interval: Option<Duration>,
    /// When the next call may go out at the earliest.
    next: Option<Instant>,
    round: Round,
}

/// The answers of about one round trip.
#[derive(Debug)]
struct Round {
    /// The limit when it began.
    began_at: f64,
    /// Answers until it ends.
    size: f64,
    answers: f64,
    refusals: f64,
}

impl Round {
    fn new(limit: f64, size: f64) -> Self {
        Self {
            began_at: limit,
            size,
            answers: 0.0,
            refusals: 0.0,
        }
    }
}

impl Pace {
    /// At most `maximum` calls in flight; at least one.
    pub fn new(maximum: usize) -> Self {
        let maximum = maximum.max(1);
        let start = START.min(maximum);
        let limit = to_f64(start);
        Self {
            shared: Arc::new(Shared {
                maximum: to_f64(maximum),
                state: Mutex::new(State {
                    limit,
                    threshold: to_f64(maximum),
                    in_flight: 0,
                    paused_until: None,
                    interval: None,
                    next: None,
                    round: Round::new(limit, limit),
                }),
                room: Notify::new(),
                limit: watch::Sender::new(start),
            }),
        }
    }

    /// The present limit, and news of every change.
    pub fn limit(&self) -> watch::Receiver<usize> {
        self.shared.limit.subscribe()
    }

    /// Lets no more than so many calls per second go out from now on, repeated ones included.
    pub fn cap(&self, per_second: f64) {
        let interval = Duration::try_from_secs_f64(1.0 / per_second).unwrap_or(Duration::MAX);
        self.shared.lock().interval = Some(interval);
    }

    /// Waits for room, for its turn under a cap, and for the end of a pause. Give the permit its outcome.
    pub async fn acquire(&self) -> Permit {
        loop {
            let room = self.shared.room.notified();
            match self.try_take() {
                Ok(permit) => return permit,
                Err(Wait::ForRoom) => room.await,
                Err(Wait::Until(instant)) => tokio::time::sleep_until(instant).await,
            }
        }
    }

    fn try_take(&self) -> Result<Permit, Wait> {
        let mut state = self.shared.lock();
        if let Some(until) = state.paused_until {
            if Instant::now() < until {
                return Err(Wait::Until(until));
            }
            state.paused_until = None;
        }
        if state.in_flight >= whole(state.limit) {
            return Err(Wait::ForRoom);
        }
        if let Some(interval) = state.interval {
            let now = Instant::now();
            let turn = state.next.unwrap_or(now);
            if now < turn {
                return Err(Wait::Until(turn));
            }
            let from = now.checked_sub(LATE).map_or(turn, |late| turn.max(late));
            state.next = from.checked_add(interval);
        }
        state.in_flight += 1;
        if state.in_flight < whole(state.limit) {
            // The room may be larger than the one waiter that was woken for it.
            self.shared.room.notify_one();
        }
        Ok(Permit {
            shared: Arc::clone(&self.shared),
        })
    }
}

enum Wait {
    ForRoom,
    Until(Instant),
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn publish(&self, limit: f64) {
        let limit = whole(limit);
        self.limit.send_if_modified(|known| {
            let changed = *known != limit;
            *known = limit;
            changed
        });
    }
}

impl State {
    fn answered(&mut self, refused: bool, maximum: f64) {
        self.round.answers += 1.0;
        if refused {
            self.round.refusals += 1.0;
            // Exactly one refusal: the first of this round trip.
            if self.round.refusals < 1.5 {
                let fell_from = self.limit;
                self.limit = (self.limit / 2.0).max(1.0);
                self.round.answers = 1.0;
                self.round.began_at = fell_from;
                // What is in the air was sent at the old limit, and belongs to this round trip.
                self.round.size = to_f64(self.in_flight).max(fell_from);
            }
        } else {
            let growth = if self.limit < self.threshold {
                1.0
            } else {
                CREEP / self.limit
            };
            self.limit = (self.limit + growth).min(maximum);
        }
        if self.round.answers >= self.round.size {
            if self.round.refusals > self.round.answers * CONGESTED {
                self.threshold = (self.round.began_at / 2.0).max(1.0);
                self.limit = self.limit.min(self.threshold);
            }
            self.round = Round::new(self.limit, self.limit);
        }
    }
}

/// Leave to have one call in flight. Dropping it without an outcome (a time-out, a lost
/// connection) gives the room back and says nothing about the account's bound.
#[derive(Debug)]
pub struct Permit {
    shared: Arc<Shared>,
}

impl Permit {
    /// The call was processed.
    pub fn answered(self) {
        let mut state = self.shared.lock();
        state.answered(false, self.shared.maximum);
        let limit = state.limit;
        drop(state);
        self.shared.publish(limit);
    }

    /// The call was refused with 429; nothing is sent for as long as Twilio asked.
    pub fn refused(self, retry_after: Option<Duration>) {
        let mut state = self.shared.lock();
        state.answered(true, self.shared.maximum);
        if let Some(pause) = retry_after.filter(|pause| !pause.is_zero()) {
            let until = Instant::now() + pause;
            state.paused_until = state.paused_until.max(Some(until));
        }
        let limit = state.limit;
        drop(state);
        self.shared.publish(limit);
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.shared.lock().in_flight -= 1;
        self.shared.room.notify_one();
    }
}

fn to_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the limit lies between 1 and a u32"
)]
fn whole(limit: f64) -> usize {
    limit as usize
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

    use super::*;

    const LATENCY: Duration = Duration::from_millis(20);

    /// A server with a bound on calls at once, and one that refuses every n-th answer.
    #[derive(Default)]
    struct Server {
        bound: Option<usize>,
        every: Option<usize>,
        in_flight: AtomicUsize,
        most: AtomicUsize,
        answers: AtomicUsize,
        refusals: AtomicUsize,
    }

    impl Server {
        async fn call(&self) -> bool {
            let now = self.in_flight.fetch_add(1, SeqCst) + 1;
            self.most.fetch_max(now, SeqCst);
            let over = self.bound.is_some_and(|bound| now > bound);
            tokio::time::sleep(LATENCY).await;
            self.in_flight.fetch_sub(1, SeqCst);
            let answer = self.answers.fetch_add(1, SeqCst) + 1;
            let refused = over || self.every.is_some_and(|every| answer.is_multiple_of(every));
            if refused {
                self.refusals.fetch_add(1, SeqCst);
            }
            !refused
        }
    }

    /// Makes `calls` calls until each is answered; returns the virtual time they took.
    async fn drive(server: Arc<Server>, calls: usize) -> Duration {
        let pace = Pace::new(DEFAULT_MAXIMUM);
        let start = Instant::now();
        let mut running = tokio::task::JoinSet::new();
        for _ in 0..calls {
            let (pace, server) = (pace.clone(), Arc::clone(&server));
            running.spawn(async move {
                loop {
                    let permit = pace.acquire().await;
                    if server.call().await {
                        permit.answered();
                        break;
                    }
                    permit.refused(None);
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            });
        }
        let mut done = 0;
        while let Some(result) = running.join_next().await {
            result.unwrap();
            done += 1;
        }
        assert_eq!(done, calls);
        start.elapsed()
    }

    #[tokio::test(start_paused = true)]
    async fn two_thousand_calls_reach_the_maximum_quickly() {
        let server = Arc::new(Server::default());
        let took = drive(Arc::clone(&server), 2000).await;
        assert!(took <= Duration::from_millis(400), "{took:?}");
        assert_eq!(server.most.load(SeqCst), DEFAULT_MAXIMUM);
    }

    #[tokio::test(start_paused = true)]
    async fn every_tenth_answer_refused_costs_less_than_twice_the_time() {
        let clean = drive(Arc::new(Server::default()), 2000).await;
        let refusing = Arc::new(Server {
            every: Some(10),
            ..Server::default()
        });
        let took = drive(Arc::clone(&refusing), 2000).await;
        assert!(took <= clean * 2, "{took:?} against {clean:?}");
        assert!(refusing.refusals.load(SeqCst) >= 200);
    }

    #[tokio::test(start_paused = true)]
    async fn an_account_bound_is_found_and_kept() {
        let server = Arc::new(Server {
            bound: Some(20),
            ..Server::default()
        });
        let took = drive(Arc::clone(&server), 4000).await;
        let refusals = server.refusals.load(SeqCst);
        // 4,000 calls at 20 at once take 4 s at best.
        assert!(took <= Duration::from_secs(6), "{took:?}");
        assert!(refusals < 800, "{refusals} refusals");
    }

    #[tokio::test(start_paused = true)]
    async fn a_burst_of_refusals_halves_the_limit_once() {
        let pace = Pace::new(64);
        let mut limit = pace.limit();
        assert_eq!(*limit.borrow_and_update(), START);
        let mut permits = Vec::new();
        for _ in 0..START {
            permits.push(pace.acquire().await);
        }
        for permit in permits.drain(..8) {
            permit.refused(None);
        }
        assert_eq!(*limit.borrow_and_update(), START / 2);
    }

    #[tokio::test(start_paused = true)]
    async fn nothing_is_sent_while_a_retry_after_runs() {
        let pace = Pace::new(4);
        let start = Instant::now();
        pace.acquire().await.refused(Some(Duration::from_secs(7)));
        pace.acquire().await.answered();
        assert_eq!(start.elapsed().as_secs(), 7);
        pace.acquire().await.answered();
        assert_eq!(start.elapsed().as_secs(), 7);
    }

    #[tokio::test(start_paused = true)]
    async fn the_limit_never_falls_below_one_nor_rises_above_the_maximum() {
        let pace = Pace::new(3);
        let limit = pace.limit();
        for _ in 0..50 {
            pace.acquire().await.refused(None);
            assert!(*limit.borrow() >= 1);
        }
        for _ in 0..200 {
            pace.acquire().await.answered();
            assert!(*limit.borrow() <= 3);
        }
        assert_eq!(*limit.borrow(), 3);
    }

    #[tokio::test(start_paused = true)]
    async fn a_cap_holds_for_every_second() {
        let pace = Pace::new(64);
        pace.cap(50.0);
        let start = Instant::now();
        let mut sent = Vec::new();
        for _ in 0..200 {
            let permit = pace.acquire().await;
            sent.push(start.elapsed());
            permit.refused(None);
        }
        let second = Duration::from_secs(1);
        for (index, at) in sent.iter().enumerate() {
            let within = sent[index..]
                .iter()
                .take_while(|other| **other < *at + second);
            assert!(within.count() <= 51, "from {at:?}");
        }
        assert!(
            start.elapsed() < Duration::from_millis(4050),
            "{:?}",
            start.elapsed()
        );
    }

    #[tokio::test(start_paused = true)]
    async fn a_waiter_that_gives_up_leaves_its_room_to_others() {
        let pace = Pace::new(1);
        let held = pace.acquire().await;
        let impatient = tokio::time::timeout(LATENCY, pace.acquire()).await;
        assert!(impatient.is_err());
        drop(held);
        pace.acquire().await.answered();
    }
}
