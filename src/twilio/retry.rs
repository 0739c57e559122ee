//! When a failed call is made again, and after how long.
//!
//! Twilio never processed what it answered with 429, so that is always safe to repeat; a server
//! error or a missing answer leaves open what happened, so only idempotent calls are repeated.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use tokio::time::Instant;

use super::Error;

/// How stubborn the client is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryPolicy {
    /// Attempts at one call that meets server errors, time-outs or no connection; at least 1.
    pub attempts: u32,
    /// How long one call is repeated, counted from its first failure; 429 ends at nothing else.
    pub patience: Duration,
    /// The longest first delay after a server error, a time-out or no connection; it doubles with
    /// each attempt.
    pub base: Duration,
    /// The same after 429. Shorter, since the pace holds calls back as well.
    pub refusal_base: Duration,
    /// The longest delay of all, unless Twilio asks for more.
    pub cap: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 4,
            patience: Duration::from_mins(1),
            base: Duration::from_millis(100),
            refusal_base: Duration::from_millis(25),
            cap: Duration::from_secs(5),
        }
    }
}

impl RetryPolicy {
    /// Full jitter: anything between nothing and the exponential bound, so that callers who were
    /// refused together do not come back together. `retries` counts from 0.
    fn delay(&self, base: Duration, retries: u32, jitter: &Jitter) -> Duration {
        let bound = base
            .saturating_mul(2u32.saturating_pow(retries.min(16)))
            .min(self.cap);
        bound.mul_f64(jitter.fraction())
    }
}

/// What a failed attempt allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Retry {
    /// Refused before it was processed; repeat until the patience ends.
    Refused {
        /// What `Retry-After` asked for.
        after: Option<Duration>,
    },
    /// Went wrong and may be repeated as often as the policy allows.
    Fault {
        /// What `Retry-After` asked for.
        after: Option<Duration>,
    },
    /// Must not be repeated.
    Never,
}

impl Retry {
    /// What `Retry-After` asked for.
    fn after(&self) -> Option<Duration> {
        match self {
            Self::Refused { after } | Self::Fault { after } => *after,
            Self::Never => None,
        }
    }
}

/// A failed attempt, and what it allows.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: Error,
    pub(crate) retry: Retry,
    /// Whether the request may have changed something all the same.
    pub(crate) open: bool,
}

/// Makes attempts (numbered from 1) until one succeeds or the policy gives up. The error of the last
/// tells whether an earlier one left open what happened.
pub(crate) async fn repeat<T, F>(
    policy: &RetryPolicy,
    jitter: &Jitter,
    mut attempt: impl FnMut(u32) -> F,
) -> Result<T, Error>
where
    F: Future<Output = Result<T, Failure>>,
{
    let mut first_failure = None;
    let (mut attempts, mut refusals, mut faults) = (0, 0, 0);
    let mut unanswered = false;
    loop {
        attempts += 1;
        let Failure { error, retry, open } = match attempt(attempts).await {
            Ok(value) => return Ok(value),
            Err(failure) => failure,
        };
        let error = if unanswered && !open {
            Error::Unanswered {
                last: Box::new(error),
            }
        } else {
            error
        };
        unanswered |= open;
        let since = *first_failure.get_or_insert_with(Instant::now);
        let delay = match retry {
            Retry::Never => return Err(error),
            Retry::Refused { after } => {
                refusals += 1;
                after.unwrap_or_default() + policy.delay(policy.refusal_base, refusals - 1, jitter)
            }
            Retry::Fault { after } => {
                faults += 1;
                if faults >= policy.attempts {
                    return Err(error);
                }
                after.unwrap_or_default() + policy.delay(policy.base, faults - 1, jitter)
            }
        };
        if since.elapsed() + delay > policy.patience {
            return Err(given_up(error, attempts, since.elapsed(), retry.after()));
        }
        tokio::time::sleep(delay).await;
    }
}

fn given_up(error: Error, attempts: u32, waited: Duration, asked: Option<Duration>) -> Error {
    match error {
        Error::RateLimited { refusal, .. } => Error::RateLimited {
            refusal,
            attempts,
            waited,
            asked,
        },
        Error::Unanswered { last } => Error::Unanswered {
            last: Box::new(given_up(*last, attempts, waited, asked)),
        },
        other => other,
    }
}

/// A small generator of fractions (splitmix64) that can be seeded, so that tests repeat.
#[derive(Debug)]
pub(crate) struct Jitter(AtomicU64);

impl Jitter {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    /// A value in `0.0..1.0`.
    fn fraction(&self) -> f64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut word = self.0.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^= word >> 31;
        let high = u32::try_from(word >> 32).expect("32 bits are left");
        f64::from(high) / (f64::from(u32::MAX) + 1.0)
    }
}

/// Reads `Retry-After`: seconds or an HTTP date (RFC 9110, section 10.2.3). A date in the past
/// asks for no delay.
pub(crate) fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let at = rfc2822::parse(value).ok()?.timestamp();
    Some(Duration::try_from(at.duration_since(now)).unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::super::Refusal;
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now: Timestamp = "2015-10-21T07:27:00Z".parse().unwrap();
        for (value, wanted) in [
            ("0", Some(0)),
            (" 7 ", Some(7)),
            ("Wed, 21 Oct 2015 07:28:00 GMT", Some(60)),
            ("Wed, 21 Oct 2015 07:26:00 GMT", Some(0)),
            ("soon", None),
            ("-3", None),
            ("", None),
        ] {
            assert_eq!(
                retry_after(value, now),
                wanted.map(Duration::from_secs),
                "{value}"
            );
        }
    }

    fn refused(after: Option<u64>) -> Failure {
        let refusal = Refusal {
            status: 429,
            code: Some(20429),
            message: "Too Many Requests".into(),
            more_info: None,
            method: "GET",
            path: "/v1".into(),
            request_id: None,
        };
        Failure {
            error: Error::RateLimited {
                refusal: Box::new(refusal),
                attempts: 1,
                waited: Duration::ZERO,
                asked: None,
            },
            retry: Retry::Refused {
                after: after.map(Duration::from_secs),
            },
            open: false,
        }
    }

    fn fault() -> Failure {
        Failure {
            error: Error::Setup {
                reason: "stands for any fault".into(),
            },
            retry: Retry::Fault { after: None },
            open: true,
        }
    }

    /// Fails with `failure` the first `times` times; returns the outcome, the attempts and the time.
    async fn play(
        times: u32,
        failure: impl Fn() -> Failure,
    ) -> (Result<u32, Error>, u32, Duration) {
        let start = Instant::now();
        let made = std::cell::Cell::new(0);
        let outcome = repeat(&RetryPolicy::default(), &Jitter::seeded(1), |attempt| {
            made.set(attempt);
            let outcome = if attempt <= times {
                Err(failure())
            } else {
                Ok(attempt)
            };
            async { outcome }
        })
        .await;
        (outcome, made.get(), start.elapsed())
    }

    #[tokio::test(start_paused = true)]
    async fn refusals_are_repeated_far_beyond_the_attempts_for_faults() {
        let (outcome, attempts, took) = play(12, || refused(None)).await;
        assert_eq!(outcome.unwrap(), 13);
        assert_eq!(attempts, 13);
        assert!(took < Duration::from_mins(1));
    }

    #[tokio::test(start_paused = true)]
    async fn retry_after_is_waited_for() {
        let (outcome, _, took) = play(2, || refused(Some(3))).await;
        assert!(outcome.is_ok());
        assert!(took >= Duration::from_secs(6), "{took:?}");
        assert!(took < Duration::from_secs(7), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn refusals_without_end_end_with_the_patience() {
        let (outcome, made, took) = play(u32::MAX, || refused(None)).await;
        match outcome {
            Err(Error::RateLimited {
                attempts, waited, ..
            }) => {
                assert_eq!(attempts, made);
                assert!(waited > Duration::from_secs(50), "{waited:?}");
            }
            other => panic!("{other:?}"),
        }
        assert!(took <= Duration::from_mins(1), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_retry_after_beyond_the_patience_is_not_waited_for() {
        let (outcome, attempts, took) = play(1, || refused(Some(3600))).await;
        assert!(matches!(outcome, Err(Error::RateLimited { .. })));
        assert_eq!((attempts, took), (1, Duration::ZERO));
    }

    #[tokio::test(start_paused = true)]
    async fn faults_are_repeated_a_few_times() {
        let (outcome, attempts, _) = play(3, fault).await;
        assert!(outcome.is_ok());
        assert_eq!(attempts, 4);
        let (outcome, attempts, took) = play(4, fault).await;
        assert!(outcome.is_err());
        assert_eq!(attempts, 4);
        assert!(took < Duration::from_secs(1), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_behind_a_fault_does_not_hide_what_was_left_open() {
        let never = |error: Error| Failure {
            error,
            retry: Retry::Never,
            open: false,
        };
        let policy = RetryPolicy::default();
        let outcome: Result<(), Error> = repeat(&policy, &Jitter::seeded(1), |attempt| {
            let failure = match attempt {
                1 => fault(),
                _ => never(refused(None).error),
            };
            async { Err(failure) }
        })
        .await;
        match outcome {
            Err(Error::Unanswered { last }) => {
                assert!(matches!(*last, Error::RateLimited { .. }), "{last:?}");
            }
            other => panic!("{other:?}"),
        }
        let outcome: Result<(), Error> = repeat(&policy, &Jitter::seeded(1), |_| {
            let failure = never(refused(None).error);
            async { Err(failure) }
        })
        .await;
        assert!(matches!(outcome, Err(Error::RateLimited { .. })));
    }

    #[tokio::test(start_paused = true)]
    async fn what_must_not_be_repeated_is_not() {
        let (outcome, attempts, took) = play(1, || Failure {
            retry: Retry::Never,
            ..fault()
        })
        .await;
        assert!(outcome.is_err());
        assert_eq!((attempts, took), (1, Duration::ZERO));
    }

    #[test]
    fn delays_have_full_jitter_below_a_doubling_bound() {
        let policy = RetryPolicy::default();
        let jitter = Jitter::seeded(1);
        for retries in 0..12 {
            let bound = Duration::from_millis(100 * 2u64.pow(retries)).min(policy.cap);
            let delays: Vec<Duration> = (0..200)
                .map(|_| policy.delay(policy.base, retries, &jitter))
                .collect();
            assert!(delays.iter().all(|delay| *delay < bound));
            assert!(delays.iter().any(|delay| *delay < bound / 10));
            assert!(delays.iter().any(|delay| *delay > bound * 9 / 10));
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_delays() {
        let policy = RetryPolicy::default();
        let delays = |seed| {
            let jitter = Jitter::seeded(seed);
            (0..5)
                .map(|n| policy.delay(policy.base, n, &jitter))
                .collect::<Vec<_>>()
        };
        assert_eq!(delays(7), delays(7));
        assert_ne!(delays(7), delays(8));
    }
}
