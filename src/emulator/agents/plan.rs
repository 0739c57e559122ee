//! The file of behaviours: who works how, and who calls. `docs/simulated-agents.md` describes it for people.

use std::collections::BTreeMap;
use std::fmt;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_saphyr::Spanned;

use super::chance::{Chance, Length, Spread};
use crate::cli::{Days, Openings, Times, minute_of, one_or_many};
use crate::emulator::voice::Voice;
use crate::routing::engine::{Engine, Worker};
use crate::routing::expr::Expr;
use crate::routing::{Moment, alike, trial};

/// What is wrong with a file, and where.
pub use crate::routing::trial::Error as BehaviourError;

/// Minutes until a shift that changes at all has changed: a week and a day.
const LONGEST_SHIFT: u64 = 8 * 24 * 60;
const MINUTE: u64 = 60_000;

/// A file of behaviours, understood.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    #[serde(default)]
    pub(super) seed: u64,
    #[serde(default)]
    pub(super) agents: Vec<Class>,
    #[serde(default)]
    pub(super) arrivals: Vec<Stream>,
}

/// How some of the workers behave.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Class {
    /// Their friendly names.
    workers: Option<Vec<Spanned<String>>>,
    /// What they have in common.
    #[serde(rename = "where")]
    condition: Option<Spanned<Condition>>,
    /// From the offer until it is answered.
    #[serde(default = "answer_after")]
    pub(super) answer_after: Spread,
    #[serde(default)]
    pub(super) reject: Option<Spanned<f64>>,
    #[serde(default)]
    pub(super) no_answer: Option<Spanned<f64>>,
    /// From the acceptance until they hang up.
    #[serde(default = "handle")]
    pub(super) handle: Spread,
    /// From hanging up until the task is completed.
    #[serde(default = "wrap")]
    pub(super) wrap: Spread,
    /// From being moved away for an offer until they are back.
    #[serde(default = "back_after")]
    pub(super) back_after: Spread,
    pub(super) shifts: Option<Shifts>,
    on_duty: Option<Spanned<String>>,
    off_duty: Option<Spanned<String>>,
}

const fn answer_after() -> Spread {
    Spread::fixed(2_000)
}

const fn handle() -> Spread {
    Spread::fixed(180_000)
}

const fn wrap() -> Spread {
    Spread::fixed(30_000)
}

const fn back_after() -> Spread {
    Spread::fixed(60_000)
}

/// An expression over workers, parsed.
#[derive(Debug)]
struct Condition(Expr);

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Expr::parse(&text).map(Self).map_err(de::Error::custom)
    }
}

/// When somebody works, by the clock on the wall.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shifts {
    #[serde(default)]
    time_zone: Zone,
    /// `mon-fri: ["08:00-12:00", "13:00-17:00"]`
    days: BTreeMap<Days, Openings>,
}

/// A time zone by its name.
#[derive(Debug)]
struct Zone(TimeZone);

impl Default for Zone {
    fn default() -> Self {
        Self(TimeZone::UTC)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        TimeZone::get(&name).map(Self).map_err(|_| {
            de::Error::custom(format!(
                "there is no time zone `{name}`; they are called as in `Europe/Berlin`"
            ))
        })
    }
}

impl Zone {
    /// What a clock on the wall shows.
    fn wall(&self, moment: Moment) -> Zoned {
        let timestamp = Timestamp::from_millisecond(moment.as_millisecond());
        Zoned::new(timestamp.unwrap_or(Timestamp::MAX), self.0.clone())
    }
}

/// The minute after the one this moment is in begins.
fn next_minute(moment: Moment) -> Moment {
    let into = moment.as_millisecond().rem_euclid(60_000);
    Moment::from_millisecond(moment.as_millisecond().saturating_add(60_000 - into))
}

impl Shifts {
    /// Whether it is somebody's shift.
    pub(super) fn at(&self, moment: Moment) -> bool {
        let wall = self.time_zone.wall(moment);
        let (today, minute) = (wall.date(), minute_of(&wall));
        let times = |weekday| {
            self.days
                .iter()
                .filter(move |(days, _)| days.has(weekday))
                .flat_map(|(_, openings)| openings.0.iter())
        };
        times(today.weekday()).any(|times| times.begins_before(minute))
            || today
                .yesterday()
                .is_ok_and(|day| times(day.weekday()).any(|times| times.reaches(minute)))
    }

    /// When the next shift begins or this one ends; `None` when neither ever happens.
    pub(super) fn next_change(&self, moment: Moment) -> Option<Moment> {
        let now = self.at(moment);
        let first = next_minute(moment);
        (0..LONGEST_SHIFT)
            .map(|minutes| first.plus_milliseconds(minutes * MINUTE))
            .find(|later| self.at(*later) != now)
    }
}

/// Calls that arrive.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stream {
    /// The numbers that are called, each as often.
    to: Spanned<Numbers>,
    #[serde(default = "anybody")]
    from: Numbers,
    per_hour: Spanned<Rate>,
    #[serde(default)]
    time_zone: Zone,
    /// After so many nobody calls any more.
    pub(super) total: Option<u64>,
    /// After so long nobody calls any more.
    #[serde(rename = "for")]
    pub(super) lasts: Option<Length>,
    #[serde(default)]
    callers: Vec<Caller>,
}

fn anybody() -> Numbers {
    Numbers(vec!["+1555#######".to_owned()])
}

/// A number or a list of them.
#[derive(Debug)]
struct Numbers(Vec<String>);

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let numbers: Vec<String> = one_or_many(deserializer)?;
        if numbers.is_empty() {
            return Err(de::Error::custom("at least one number is needed"));
        }
        Ok(Self(numbers))
    }
}

/// Calls per hour: always the same, or by times of the day.
#[derive(Debug)]
enum Rate {
    Always(f64),
    ByTime(Vec<(Times, f64)>),
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> de::Visitor<'de> for Reader {
            type Value = Rate;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("calls per hour, or a table such as `\"08:00-12:00\": 90`")
            }

            fn visit_u64<E: de::Error>(self, calls: u64) -> Result<Rate, E> {
                let calls = u32::try_from(calls).map_err(|_| E::custom("too many calls"))?;
                Ok(Rate::Always(f64::from(calls)))
            }

            fn visit_i64<E: de::Error>(self, calls: i64) -> Result<Rate, E> {
                let calls = u64::try_from(calls)
                    .map_err(|_| E::invalid_value(de::Unexpected::Signed(calls), &self))?;
                self.visit_u64(calls)
            }

            fn visit_f64<E: de::Error>(self, calls: f64) -> Result<Rate, E> {
                Ok(Rate::Always(calls))
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Rate, A::Error> {
                let mut by_time = Vec::new();
                while let Some((times, calls)) = map.next_entry::<String, f64>()? {
                    by_time.push((times.parse().map_err(de::Error::custom)?, calls));
                }
                Ok(Rate::ByTime(by_time))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

impl Rate {
    fn at(&self, minute: u16) -> f64 {
        match self {
            Self::Always(calls) => *calls,
            Self::ByTime(by_time) => by_time
                .iter()
                .find(|(times, _)| times.begins_before(minute) || times.reaches(minute))
                .map_or(0.0, |(_, calls)| *calls),
        }
    }

    fn problem(&self) -> Option<&'static str> {
        let is_wrong = |calls: f64| !calls.is_finite() || calls < 0.0;
        let (wrong, some) = match self {
            Self::Always(calls) => (is_wrong(*calls), *calls > 0.0),
            Self::ByTime(by_time) => (
                by_time.iter().any(|(_, calls)| is_wrong(*calls)),
                by_time.iter().any(|(_, calls)| *calls > 0.0),
            ),
        };
        match (wrong, some) {
            (true, _) => Some("calls per hour are a number that is not negative"),
            (false, false) => Some("nobody ever calls: leave the entry out instead"),
            (false, true) => None,
        }
    }
}

/// A kind of caller.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Caller {
    /// How many of them there are among all callers.
    #[serde(default = "one")]
    weight: Spanned<f64>,
    /// Keys, one `<Gather>` after the other.
    #[serde(default)]
    pub(super) digits: Vec<String>,
    /// What is said, one `<Gather>` or `<Record>` after the other.
    #[serde(default)]
    pub(super) say: Vec<String>,
    /// From the first ring until they give up, unless they talk by then.
    pub(super) patience: Option<Spread>,
    /// How long they talk before they hang up.
    pub(super) talk: Option<Spread>,
}

fn one() -> Spanned<f64> {
    Spanned {
        value: 1.0,
        referenced: serde_saphyr::Location::UNKNOWN,
        defined: serde_saphyr::Location::UNKNOWN,
    }
}

impl Stream {
    /// When the next one calls; `None` when that is not within the calendar.
    pub(super) fn next(&self, after: Moment, chance: &mut Chance) -> Option<Moment> {
        // The time until an event that happens at a rate which changes is that in which the rate
        // adds up to an exponentially distributed number.
        let mut left = chance.exponential();
        let mut moment = after;
        loop {
            moment.to_iso()?;
            let per_hour = self
                .per_hour
                .value
                .at(minute_of(&self.time_zone.wall(moment)));
            let per_millisecond = per_hour / 3_600_000.0;
            let end = next_minute(moment);
            let lasts = end.milliseconds_since(moment);
            let whole = per_millisecond * f64::from(u32::try_from(lasts).unwrap_or(u32::MAX));
            if left <= whole {
                let seconds = left / per_millisecond / 1000.0;
                let within = std::time::Duration::try_from_secs_f64(seconds).unwrap_or_default();
                let within = u64::try_from(within.as_millis()).unwrap_or(lasts);
                return Some(moment.plus_milliseconds(within.min(lasts)));
            }
            left -= whole;
            moment = end;
        }
    }

    /// Whom somebody calls, from where, and what kind of caller it is.
    pub(super) fn pick(&self, chance: &mut Chance) -> (String, String, Option<&Caller>) {
        let to = self.to.value.0[chance.place(self.to.value.0.len())].clone();
        let from = &self.from.0[chance.place(self.from.0.len())];
        let from = from
            .chars()
            .map(|letter| match letter {
                '#' => char::from(b'0' + u8::try_from(chance.place(10)).expect("a digit")),
                other => other,
            })
            .collect();
        let whole: f64 = self.callers.iter().map(|caller| caller.weight.value).sum();
        let mut left = whole * chance.fraction();
        let caller = self.callers.iter().find(|caller| {
            left -= caller.weight.value;
            left < 0.0
        });
        (to, from, caller.or(self.callers.last()))
    }

    /// The numbers that are called.
    pub(super) fn numbers(&self) -> &[String] {
        &self.to.value.0
    }
}

impl Class {
    pub(super) fn fits(&self, worker: &Worker) -> bool {
        let by_name = self.workers.as_ref().is_none_or(|names| {
            names
                .iter()
                .any(|name| name.value.eq_ignore_ascii_case(&worker.friendly_name))
        });
        by_name
            && self
                .condition
                .as_ref()
                .is_none_or(|condition| condition.value.0.matches_worker(worker))
    }

    pub(super) fn rejects(&self) -> f64 {
        self.reject.as_ref().map_or(0.0, |chance| chance.value)
    }

    pub(super) fn does_not_answer(&self) -> f64 {
        self.no_answer.as_ref().map_or(0.0, |chance| chance.value)
    }

    /// The name of the activity on duty or off duty, if it is given.
    pub(super) fn activity(&self, on_duty: bool) -> Option<&str> {
        let given = if on_duty {
            &self.on_duty
        } else {
            &self.off_duty
        };
        given.as_ref().map(|name| name.value.as_str())
    }

    fn check(&self) -> Result<(), BehaviourError> {
        let mut sum = 0.0;
        for probability in [&self.reject, &self.no_answer].into_iter().flatten() {
            sum += probability.value;
            if !(0.0..=1.0).contains(&probability.value) || sum > 1.0 {
                return Err(BehaviourError::at(
                    probability.referenced,
                    "`reject` and `no_answer` are probabilities, 0 to 1 and no more together",
                ));
            }
        }
        Ok(())
    }

    fn check_against(&self, engine: &Engine) -> Result<(), BehaviourError> {
        let workers = || {
            engine
                .workspaces()
                .iter()
                .flat_map(|workspace| workspace.workers.iter())
        };
        for name in self.workers.iter().flatten() {
            let is_there =
                workers().any(|worker| worker.friendly_name.eq_ignore_ascii_case(&name.value));
            if !is_there {
                let known: Vec<&str> = workers().map(|worker| &*worker.friendly_name).collect();
                let problem = format!(
                    "there is no worker `{}`{}",
                    name.value,
                    alike::question(&name.value, known)
                );
                return Err(BehaviourError::at(name.referenced, problem));
            }
        }
        for name in [&self.on_duty, &self.off_duty].into_iter().flatten() {
            let missing = engine.workspaces().iter().find(|workspace| {
                let concerned = workspace.workers.iter().any(|worker| self.fits(worker));
                let is_there = workspace
                    .activities
                    .iter()
                    .any(|activity| *activity.friendly_name == *name.value);
                concerned && !is_there
            });
            if let Some(workspace) = missing {
                let known = workspace
                    .activities
                    .iter()
                    .map(|activity| &*activity.friendly_name);
                let problem = format!(
                    "the workspace {} has no activity `{}`{}",
                    workspace.friendly_name,
                    name.value,
                    alike::question(&name.value, known)
                );
                return Err(BehaviourError::at(name.referenced, problem));
            }
        }
        Ok(())
    }
}

/// A file of behaviours: its text, which is what is kept, and what it says.
#[derive(Debug)]
pub(crate) struct Script {
    text: String,
    pub(super) plan: Plan,
}

impl Script {
    /// Reads a file of behaviours.
    ///
    /// # Errors
    /// It does not say what it should.
    pub(crate) fn parse(text: &str) -> Result<Self, BehaviourError> {
        let plan: Plan = trial::document(text)?;
        for class in &plan.agents {
            class.check()?;
        }
        for stream in &plan.arrivals {
            if let Some(problem) = stream.per_hour.value.problem() {
                return Err(BehaviourError::at(stream.per_hour.referenced, problem));
            }
            let wrong = stream
                .callers
                .iter()
                .find(|caller| !caller.weight.value.is_finite() || caller.weight.value < 0.0);
            if let Some(caller) = wrong {
                return Err(BehaviourError::at(
                    caller.weight.referenced,
                    "a weight is a number that is not negative",
                ));
            }
        }
        Ok(Self {
            text: text.to_owned(),
            plan,
        })
    }

    /// Compares a file with what there is.
    ///
    /// # Errors
    /// It names what is not there.
    pub(crate) fn check_against(
        &self,
        engine: &Engine,
        voice: &Voice,
    ) -> Result<(), BehaviourError> {
        for class in &self.plan.agents {
            class.check_against(engine)?;
        }
        for stream in &self.plan.arrivals {
            for number in stream.numbers() {
                let problem = match voice.number_called(number) {
                    Some(found) if found.voice.is_some() => continue,
                    Some(_) => format!("the number {number} has no voice URL"),
                    None => format!("the account has no number {number}"),
                };
                return Err(BehaviourError::at(stream.to.referenced, problem));
            }
        }
        Ok(())
    }
}

impl Serialize for Script {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Script {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}
