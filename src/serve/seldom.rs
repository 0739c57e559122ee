//! What would fill the log is told now and then.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// How long the same thing is not told again.
const PAUSE: Duration = Duration::from_mins(1);
/// Different things that are remembered; then all are forgotten.
const MOST: usize = 1000;

/// What was told when.
#[derive(Debug, Default)]
pub(super) struct Seldom(Mutex<HashMap<String, Told>>);

#[derive(Debug)]
struct Told {
    at: Instant,
    left_out: u64,
}

impl Seldom {
    /// How often something was not told since it was told last; `None` when that is not long ago,
    /// and it is not to be told.
    pub(super) fn tell(&self, what: &str) -> Option<u64> {
        let now = Instant::now();
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = told.get_mut(what) {
            if now.duration_since(known.at) < PAUSE {
                known.left_out += 1;
                return None;
            }
            known.at = now;
            return Some(std::mem::take(&mut known.left_out));
        }
        if told.len() >= MOST {
            told.clear();
        }
        let first = Told {
            at: now,
            left_out: 0,
        };
        told.insert(what.to_owned(), first);
        Some(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_same_thing_is_told_once_a_minute() {
        let seldom = Seldom::default();
        assert_eq!(seldom.tell("a"), Some(0));
        assert_eq!(seldom.tell("b"), Some(0));
        for _ in 0..1000 {
            assert_eq!(seldom.tell("a"), None);
        }
        tokio::time::advance(PAUSE).await;
        assert_eq!(seldom.tell("a"), Some(1000));
        assert_eq!(seldom.tell("a"), None);
        assert_eq!(seldom.tell("b"), Some(0));
    }

    #[tokio::test(start_paused = true)]
    async fn it_remembers_no_more_than_it_can_hold() {
        let seldom = Seldom::default();
        for number in 0..=MOST {
            assert_eq!(seldom.tell(&number.to_string()), Some(0));
        }
        assert_eq!(seldom.0.lock().unwrap().len(), 1);
    }
}
