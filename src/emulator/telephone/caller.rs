//! Who is at the other end of a call: what they press and say, how long they wait and talk, and
//! whether they pick up.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

use crate::model::sid::ReservationSid;

/// Milliseconds until a telephone is picked up.
const PICKED_UP_AFTER: u64 = 1_000;
/// Milliseconds a character takes to be said.
const PER_CHARACTER: u64 = 65;
/// Milliseconds the shortest thing said takes.
const SHORTEST: u64 = 1_000;
/// Milliseconds a file is played whose length nobody knows.
const FILE: u64 = 30_000;
/// Milliseconds a played key sounds.
const KEY: u64 = 250;
/// Milliseconds of a message of which nothing is known.
const MESSAGE: u64 = 5_000;

/// Somebody at a telephone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Person {
    /// Keys, one `<Gather>` after the other.
    pub(super) digits: VecDeque<String>,
    /// What is said, one `<Gather>` or `<Record>` after the other.
    pub(super) says: VecDeque<String>,
    /// Milliseconds from the first ring until they give up, unless they talk to somebody by then.
    pub(super) patience: Option<u64>,
    /// Milliseconds they talk before they hang up.
    pub(super) talk: Option<u64>,
}

impl Person {
    /// Milliseconds a message of theirs lasts; nothing when they say nothing.
    pub(super) fn message(&mut self) -> (u64, String) {
        match self.says.pop_front() {
            None => (MESSAGE, String::new()),
            Some(text) if text.is_empty() => (0, text),
            Some(text) => (speech(&text), text),
        }
    }
}

/// What happens when a telephone is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Pickup {
    /// Somebody answers.
    #[default]
    Answers,
    /// The line is busy.
    Busy,
    /// It rings until the caller gives up.
    NoAnswer,
    /// There is no such telephone.
    Fails,
}

/// A telephone that can be called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Phone {
    pub(super) pickup: Pickup,
    /// Milliseconds it rings first.
    pub(super) after: u64,
    pub(super) person: Person,
}

impl Default for Phone {
    fn default() -> Self {
        Self {
            pickup: Pickup::Answers,
            after: PICKED_UP_AFTER,
            person: Person::default(),
        }
    }
}

/// The telephones whose behaviour is known; all others answer.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Phones {
    by_address: BTreeMap<String, Phone>,
    /// Where somebody is called for a reservation, whatever the address.
    #[serde(default)]
    by_reservation: BTreeMap<ReservationSid, Phone>,
}

impl Phones {
    /// The telephone at an address: a number, `client:…` or `sip:…`.
    pub(super) fn at(&self, address: &str) -> Phone {
        self.by_address.get(address).cloned().unwrap_or_default()
    }

    pub(super) fn set(&mut self, address: String, phone: Phone) {
        self.by_address.insert(address, phone);
    }

    /// The telephone that is called for a reservation, if it is known.
    pub(super) fn of(&self, reservation: ReservationSid) -> Option<Phone> {
        self.by_reservation.get(&reservation).cloned()
    }

    pub(super) fn expect(&mut self, reservation: ReservationSid, phone: Phone) {
        self.by_reservation.insert(reservation, phone);
    }

    pub(super) fn forget(&mut self, reservation: ReservationSid) {
        self.by_reservation.remove(&reservation);
    }
}

/// Milliseconds it takes to say this.
pub(super) fn speech(text: &str) -> u64 {
    let characters = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    characters.saturating_mul(PER_CHARACTER).max(SHORTEST)
}

/// Milliseconds something sounds that is repeated; `None` when it never ends.
pub(super) fn repeated(once: u64, times: Option<u64>) -> Option<u64> {
    match times.unwrap_or(1) {
        0 => None,
        times => Some(once.saturating_mul(times)),
    }
}

/// Milliseconds a `<Play>` takes once: a file, or keys with waits of half a second between them.
pub(super) fn played(digits: Option<&str>) -> u64 {
    digits.map_or(FILE, |digits| {
        digits
            .chars()
            .map(|key| match key {
                'w' => 500,
                'W' => 1_000,
                _ => KEY,
            })
            .sum()
    })
}
