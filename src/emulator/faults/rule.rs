//! Which requests and callbacks a rule is about, and whose turn it is.

use std::convert::Infallible;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::routing::engine::mix;

/// One or a list of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "neither one of the known words nor a list of them"
)]
pub enum OneOrMany<T> {
    /// One.
    One(T),
    /// Any of these.
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// Whether any of them is the one.
    pub(super) fn any(&self, is_it: impl Fn(&T) -> bool) -> bool {
        match self {
            Self::One(one) => is_it(one),
            Self::Many(many) => many.iter().any(is_it),
        }
    }
}

/// A text with `*` for anything but a slash and `**` for anything at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pattern(String);

impl FromStr for Pattern {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl Pattern {
    /// Whether the whole text has this shape.
    pub fn matches(&self, text: &str) -> bool {
        matches(self.0.as_bytes(), text.as_bytes())
    }
}

fn matches(pattern: &[u8], text: &[u8]) -> bool {
    match pattern {
        [] => text.is_empty(),
        [b'*', b'*', rest @ ..] => (0..=text.len()).any(|skipped| matches(rest, &text[skipped..])),
        [b'*', rest @ ..] => {
            let segment = text.iter().take_while(|byte| **byte != b'/').count();
            (0..=segment).any(|skipped| matches(rest, &text[skipped..]))
        }
        [letter, rest @ ..] => match text {
            [first, text @ ..] => first == letter && matches(rest, text),
            [] => false,
        },
    }
}

/// Which of the matches a rule applies to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Turn {
    every: Option<u64>,
    chance: Option<f64>,
    after: u64,
    first: u64,
}

impl Turn {
    pub(super) fn new(
        every: Option<u64>,
        chance: Option<f64>,
        after: Option<u64>,
        first: Option<u64>,
    ) -> Self {
        Self {
            every,
            chance,
            after: after.unwrap_or(0),
            first: first.unwrap_or(u64::MAX),
        }
    }

    pub(super) fn problem(&self) -> Option<&'static str> {
        match (self.every, self.chance) {
            (Some(_), Some(_)) => {
                Some("has `every` and `chance`; only one of the two can be meant")
            }
            (Some(0), None) => Some("has `every: 0`; leave the rule out instead"),
            (None, Some(chance)) if !(0.0..=1.0).contains(&chance) => {
                Some("has a `chance` outside of 0 to 1")
            }
            _ => None,
        }
    }

    /// Whether it is the turn of the n-th match, counted from 1.
    pub(super) fn is(&self, number: u64, dice: Dice) -> bool {
        let Some(number) = number.checked_sub(self.after).filter(|left| *left > 0) else {
            return false;
        };
        number <= self.first
            && match (self.every, self.chance) {
                (Some(every), _) => number.is_multiple_of(every),
                (None, Some(chance)) => dice.fraction() < chance,
                (None, None) => true,
            }
    }
}

/// What is left to chance about one match of one rule; always the same for the same seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dice(u64);

/// What the dice are rolled for.
enum Roll {
    Turn = 1,
    Jitter,
}

impl Dice {
    /// For the n-th match of a rule. `rule` is another number for each rule of a plan.
    pub(super) const fn new(seed: u64, rule: u64, number: u64) -> Self {
        Self(mix(mix(mix(seed) ^ rule) ^ number))
    }

    const fn word(self, roll: Roll) -> u64 {
        mix(self.0 ^ roll as u64)
    }

    /// A value in `0.0..1.0`.
    fn fraction(self) -> f64 {
        let high = u32::try_from(self.word(Roll::Turn) >> 32).expect("32 bits are left");
        f64::from(high) / (f64::from(u32::MAX) + 1.0)
    }

    /// Milliseconds between the least and so many more.
    pub(super) fn milliseconds(self, least: u64, jitter: u64) -> u64 {
        let choices = u128::from(jitter) + 1;
        let more = (u128::from(self.word(Roll::Jitter)) * choices) >> 64;
        least.saturating_add(u64::try_from(more).expect("no more than the jitter"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stays_in_its_segment_and_two_do_not() {
        for (pattern, text, wanted) in [
            (
                "/v1/Workspaces/*/Tasks/*",
                "/v1/Workspaces/WS1/Tasks/WT1",
                true,
            ),
            (
                "/v1/Workspaces/*/Tasks/*",
                "/v1/Workspaces/WS1/Tasks",
                false,
            ),
            (
                "/v1/Workspaces/*/Tasks/*",
                "/v1/Workspaces/WS1/Tasks/WT1/Reservations",
                false,
            ),
            ("/v1/*", "/v1/Workspaces/WS1", false),
            ("/v1/**", "/v1/Workspaces/WS1", true),
            ("**/Tasks/*", "/v1/Workspaces/WS1/Tasks/WT1", true),
            (
                "**/Conferences/*.json",
                "/2010-04-01/Accounts/AC1/Conferences/CF1.json",
                true,
            ),
            ("**", "", true),
            ("task.*", "task.created", true),
            ("task.*", "task-queue.created", false),
            ("task.created", "task.created", true),
            ("task.created", "task.create", false),
        ] {
            assert_eq!(
                Pattern(pattern.to_owned()).matches(text),
                wanted,
                "{pattern} {text}"
            );
        }
    }

    fn turns(turn: Turn) -> Vec<u64> {
        (1..=12)
            .filter(|number| turn.is(*number, Dice::new(1, 0, *number)))
            .collect()
    }

    #[test]
    fn turns_are_counted_from_behind_those_that_are_spared() {
        assert_eq!(turns(Turn::new(Some(3), None, None, None)), [3, 6, 9, 12]);
        assert_eq!(turns(Turn::new(Some(3), None, Some(2), None)), [5, 8, 11]);
        assert_eq!(turns(Turn::new(Some(3), None, Some(2), Some(6))), [5, 8]);
        assert_eq!(turns(Turn::new(None, None, Some(2), Some(3))), [3, 4, 5]);
        assert_eq!(turns(Turn::new(None, None, None, Some(0))), [0; 0]);
        assert_eq!(turns(Turn::new(None, Some(0.0), None, None)), [0; 0]);
        assert_eq!(turns(Turn::new(None, Some(1.0), None, None)).len(), 12);
    }

    #[test]
    fn a_chance_comes_about_as_often_as_it_says_and_always_to_the_same() {
        let turn = Turn::new(None, Some(0.3), None, None);
        let hits = |seed, rule| {
            (1..=10_000)
                .filter(|number| turn.is(*number, Dice::new(seed, rule, *number)))
                .collect::<Vec<u64>>()
        };
        let first = hits(1, 0);
        assert!((2_800..3_200).contains(&first.len()), "{}", first.len());
        assert_eq!(first, hits(1, 0));
        assert_ne!(first, hits(2, 0));
        assert_ne!(first, hits(1, 1));
    }

    #[test]
    fn jitter_adds_up_to_what_it_says() {
        let delays: Vec<u64> = (0..1000)
            .map(|number| Dice::new(1, 0, number).milliseconds(10, 5))
            .collect();
        assert_eq!(delays.iter().min(), Some(&10));
        assert_eq!(delays.iter().max(), Some(&15));
        assert_eq!(Dice::new(1, 0, 1).milliseconds(10, 0), 10);
        assert_eq!(Dice::new(1, 0, 1).milliseconds(u64::MAX, 9), u64::MAX);
    }
}
