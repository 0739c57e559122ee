//! The `[serve.policy]` section of the settings file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use jiff::civil::{Time, Weekday};
use serde::{Deserialize, Deserializer, de};

use crate::cli::Age;
use crate::routing::expr::Expr;

/// Whether the policies act.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Nothing is looked at.
    #[default]
    Off,
    /// What would be done is told, and nothing is done.
    DryRun,
    /// What is due is done.
    On,
}

impl Mode {
    /// The words for the modes.
    pub const WORDS: [&str; 3] = ["off", "dry-run", "on"];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::DryRun => "dry-run",
            Self::On => "on",
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl FromStr for Mode {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        [Self::Off, Self::DryRun, Self::On]
            .into_iter()
            .find(|mode| mode.as_str() == word)
            .ok_or_else(|| format!("write one of {}", Self::WORDS.join(", ")))
    }
}

/// How long something is waited for, or for ever.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Wait {
    /// `never`: it is left alone.
    #[default]
    Never,
    /// `90s`, or a whole number of seconds.
    After(SignedDuration),
}

impl Wait {
    /// The span, if there is one.
    pub const fn span(self) -> Option<SignedDuration> {
        match self {
            Self::Never => None,
            Self::After(span) => Some(span),
        }
    }
}

impl<'de> Deserialize<'de> for Wait {
    fn deserialize<D: Deserializer<'de>>(decoder: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Seconds(u32),
            Text(String),
        }

        let wrong = || {
            de::Error::custom("write a span like `90s` or `5m`, a number of seconds, or `never`")
        };
        match Written::deserialize(decoder).map_err(|_| wrong())? {
            Written::Seconds(seconds) => {
                Ok(Self::After(SignedDuration::from_secs(i64::from(seconds))))
            }
            Written::Text(text) if text == "never" => Ok(Self::Never),
            Written::Text(text) => match text.parse() {
                Ok(Age(span)) => Ok(Self::After(span)),
                Err(_) => Err(wrong()),
            },
        }
    }
}

/// What `trctl serve` does by itself after a call.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PolicySettings {
    /// Whether it does anything; off when nothing is said.
    pub mode: Mode,
    /// Tasks that are left in wrapping.
    pub wrap_up: WrapUp,
    /// Workers who stay in the activity of after-work.
    #[serde(rename = "return")]
    pub back: Return,
    /// Shifts, by a name for people.
    pub shifts: BTreeMap<String, Shift>,
}

/// Tasks that are left in wrapping are completed.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WrapUp {
    /// How long a task may wrap up; for ever when nothing is said.
    pub after: Wait,
    /// The same for single queues, by name or SID.
    pub queues: BTreeMap<String, Wait>,
    /// The reason that is stored on the task.
    pub reason: String,
}

impl Default for WrapUp {
    fn default() -> Self {
        Self {
            after: Wait::Never,
            queues: BTreeMap::new(),
            reason: "Wrap-up time is over".to_owned(),
        }
    }
}

impl WrapUp {
    /// How long a task of a queue may wrap up.
    pub(super) fn of(&self, queue: Option<(&str, &str)>) -> Wait {
        let named = queue.and_then(|(name, sid)| {
            let by_name = self.queues.get(name);
            by_name.or_else(|| self.queues.get(sid))
        });
        named.copied().unwrap_or(self.after)
    }
}

/// Workers who stay in the activity of after-work are returned to an available one.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Return {
    /// How long a worker may stay; for ever when nothing is said.
    pub after: Wait,
    /// The same for single teams, by the worker's attribute `team`.
    pub teams: BTreeMap<String, Wait>,
    /// Whether a worker whose task the policy completed is returned with it.
    pub with_task: bool,
    /// The activity of after-work, by name.
    pub from: String,
    /// The activity they are returned to, by name.
    pub to: String,
}

impl Default for Return {
    fn default() -> Self {
        Self {
            after: Wait::Never,
            teams: BTreeMap::new(),
            with_task: true,
            from: "Wrap-Up".to_owned(),
            to: "Available".to_owned(),
        }
    }
}

impl Return {
    /// How long a worker of a team may stay.
    pub(super) fn of(&self, team: Option<&str>) -> Wait {
        let named = team.and_then(|team| self.teams.get(team));
        named.copied().unwrap_or(self.after)
    }
}

/// A shift, as far as its end matters.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// The time of day it ends at: `18:00`, in the time zone of `[serve]`.
    #[serde(deserialize_with = "time_of_day")]
    pub ends: Time,
    /// The days it ends on; every day when none is named.
    #[serde(default, deserialize_with = "weekdays")]
    pub days: BTreeSet<i8>,
    /// Whose shift it is: an expression over the worker's attributes, everybody's when nothing is
    /// said.
    #[serde(default, deserialize_with = "expression")]
    pub workers: Option<Expr>,
    /// The activity they are moved to, by name.
    #[serde(default = "offline")]
    pub activity: String,
    /// How long after its end workers are still moved.
    #[serde(default = "one_hour")]
    pub within: Wait,
}

fn offline() -> String {
    "Offline".to_owned()
}

fn one_hour() -> Wait {
    Wait::After(SignedDuration::from_hours(1))
}

fn time_of_day<'de, D: Deserializer<'de>>(decoder: D) -> Result<Time, D::Error> {
    let text = String::deserialize(decoder)?;
    text.parse()
        .map_err(|_| de::Error::custom(format!("`{text}` is no time of day like `18:00`")))
}

/// Monday is 1, Sunday 7.
fn weekdays<'de, D: Deserializer<'de>>(decoder: D) -> Result<BTreeSet<i8>, D::Error> {
    Vec::<String>::deserialize(decoder)?
        .into_iter()
        .map(|word| {
            let day = Weekday::Monday.cycle_forward().take(7).find(|day| {
                let name = format!("{day:?}").to_lowercase();
                let word = word.to_lowercase();
                word.len() >= 3 && name.starts_with(&word)
            });
            day.map(Weekday::to_monday_one_offset).ok_or_else(|| {
                de::Error::custom(format!("`{word}` is no day of the week like `monday`"))
            })
        })
        .collect()
}

fn expression<'de, D: Deserializer<'de>>(decoder: D) -> Result<Option<Expr>, D::Error> {
    let text = String::deserialize(decoder)?;
    Expr::parse(&text)
        .map(Some)
        .map_err(|error| de::Error::custom(format!("`workers` cannot be understood: {error}")))
}

impl PolicySettings {
    /// The names of the activities that have to exist for it.
    pub fn activities(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        if self.returns() {
            names.extend([self.back.from.as_str(), self.back.to.as_str()]);
        }
        names.extend(self.shifts.values().map(|shift| shift.activity.as_str()));
        names
    }

    /// Whether workers are ever returned.
    pub(super) fn returns(&self) -> bool {
        let completes = self.wrap_up.after != Wait::Never
            || self
                .wrap_up
                .queues
                .values()
                .any(|wait| *wait != Wait::Never);
        self.back.after != Wait::Never
            || self.back.teams.values().any(|wait| *wait != Wait::Never)
            || (self.back.with_task && completes)
    }

    /// What is wrong beyond what the file's syntax shows, as sentences without an end.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        if self.returns() && self.back.from == self.back.to {
            problems.push(format!(
                "[serve.policy.return] returns from `{0}` to `{0}`",
                self.back.from
            ));
        }
        for (name, shift) in &self.shifts {
            match shift.within.span() {
                None => problems.push(format!(
                    "[serve.policy.shifts.{name}] within must be a span: who comes back hours \
                     later has a shift of their own"
                )),
                Some(span) if span > SignedDuration::from_hours(24) => problems.push(format!(
                    "[serve.policy.shifts.{name}] within must not be longer than a day"
                )),
                Some(_) => {}
            }
        }
        problems
    }
}
