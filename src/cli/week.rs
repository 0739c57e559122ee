//! Days of the week and times of the day as people write them.

use std::fmt;
use std::str::FromStr;

use jiff::Zoned;
use jiff::civil::Weekday;
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The minute of the day that a clock on the wall shows.
pub fn minute_of(local: &Zoned) -> u16 {
    let time = local.time();
    u16::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute())).unwrap_or(0)
}

/// The times of a day; none is closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Openings(pub Vec<Times>);

impl Serialize for Openings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Times::to_string))
    }
}

impl fmt::Display for Openings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str("closed");
        }
        let times: Vec<String> = self.0.iter().map(Times::to_string).collect();
        formatter.write_str(&times.join(", "))
    }
}

impl<'de> Deserialize<'de> for Openings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written(Option<Times>);
        impl FromStr for Written {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                match text.trim() {
                    "closed" => Ok(Self(None)),
                    other => other.parse().map(|times| Self(Some(times))),
                }
            }
        }
        let written: Vec<Written> = one_or_many(deserializer)?;
        Ok(Self(
            written.into_iter().filter_map(|each| each.0).collect(),
        ))
    }
}

const DAY: u16 = 24 * 60;

/// From one minute of the day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    from: u16,
    /// The first minute that is not open any more; of the next day when it is not after `from`.
    to: u16,
}

impl Times {
    /// Whether these times, of today, have begun by this minute and not ended.
    pub const fn begins_before(self, minute: u16) -> bool {
        minute >= self.from && (minute < self.to || self.to <= self.from)
    }

    /// Whether these times, of yesterday, last until after this minute of today.
    pub const fn reaches(self, minute: u16) -> bool {
        self.to <= self.from && minute < self.to
    }
}

impl FromStr for Times {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` are no times: write them like `09:00-17:30`");
        let (from, to) = text.split_once('-').ok_or_else(wrong)?;
        let (from, to) = (
            minute(from).ok_or_else(wrong)?,
            minute(to).ok_or_else(wrong)?,
        );
        if from >= DAY || from == to {
            return Err(wrong());
        }
        Ok(Self { from, to })
    }
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let whole = hour * 60 + minute;
    (hour <= 24 && minute < 60 && whole <= DAY).then_some(whole)
}

impl fmt::Display for Times {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, to } = self;
        let (from_hour, from_minute, to_hour, to_minute) = (from / 60, from % 60, to / 60, to % 60);
        write!(
            formatter,
            "{from_hour:02}:{from_minute:02}-{to_hour:02}:{to_minute:02}"
        )
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Days of the week: one, or from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// Places in the week, from 0 for Monday.
    from: usize,
    to: usize,
}

impl Days {
    /// Whether the day is one of them.
    pub fn has(self, weekday: Weekday) -> bool {
        let place = WEEKDAYS.iter().position(|(_, known)| *known == weekday);
        place.is_some_and(|place| {
            if self.from <= self.to {
                (self.from..=self.to).contains(&place)
            } else {
                place >= self.from || place <= self.to
            }
        })
    }
}

impl FromStr for Days {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let folded = text.trim().to_lowercase();
        if folded == "every-day" {
            return Ok(Self { from: 0, to: 6 });
        }
        let place = |name: &str| {
            let fits = |full: &str| name.len() >= 3 && full.starts_with(name);
            WEEKDAYS
                .iter()
                .position(|(full, _)| fits(full))
                .ok_or_else(|| {
                    format!("`{text}` are no days: write `monday`, `mon-fri` or `every-day`")
                })
        };
        match folded.split_once('-') {
            None => place(&folded).map(|day| Self { from: day, to: day }),
            Some((from, to)) => Ok(Self {
                from: place(from)?,
                to: place(to)?,
            }),
        }
    }
}

impl fmt::Display for Days {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = |place: usize| &WEEKDAYS[place].0[..3];
        match (self.from, self.to) {
            (0, 6) => formatter.write_str("every-day"),
            (from, to) if from == to => formatter.write_str(WEEKDAYS[from].0),
            (from, to) => write!(formatter, "{}-{}", short(from), short(to)),
        }
    }
}

impl Serialize for Days {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A text or a list of texts, each read by `parse`.
///
/// # Errors
/// It is neither, or one of them cannot be read.
pub fn one_or_many<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    struct Reader<T>(std::marker::PhantomData<T>);
    impl<'de, T: FromStr<Err: fmt::Display>> Visitor<'de> for Reader<T> {
        type Value = Vec<T>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a text or a list of texts")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Vec<T>, E> {
            Ok(vec![text.parse().map_err(E::custom)?])
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut values = Vec::new();
            while let Some(text) = list.next_element::<String>()? {
                values.push(text.parse().map_err(A::Error::custom)?);
            }
            Ok(values)
        }
    }
    deserializer.deserialize_any(Reader(std::marker::PhantomData))
}
