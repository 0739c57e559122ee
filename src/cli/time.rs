//! Ages and moments as people write them.

use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp, Zoned};

/// A span of time: `90s`, `10m`, `2h 30m`, `3d`; a day is 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age(pub SignedDuration);

impl FromStr for Age {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "write a span of time like `90s`, `10m`, `2h 30m` or `3d`".to_owned();
        let span: Span = text.trim().parse().map_err(|_| wrong())?;
        let length = span
            .to_duration(SpanRelativeTo::days_are_24_hours())
            .map_err(|_| wrong())?;
        if length.is_negative() {
            return Err("a span of time cannot be negative".to_owned());
        }
        Ok(Self(length))
    }
}

/// A whole number of seconds, as Twilio's parameters have them; written so or as a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seconds(pub u64);

impl FromStr for Seconds {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Ok(seconds) = text.trim().parse() {
            return Ok(Self(seconds));
        }
        let wrong = || "write a number of seconds, or a span of time like `90s` or `2m`".to_owned();
        let age: Age = text.parse().map_err(|_| wrong())?;
        u64::try_from(age.0.as_secs())
            .map(Self)
            .map_err(|_| wrong())
    }
}

/// A moment: with its zone, in local time, or counted back from now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// `2026-11-21T08:00:00Z`
    At(Timestamp),
    /// `2026-11-21` or `2026-11-21T08:00`, in the local time zone.
    Local(DateTime),
    /// `2h`: this long ago.
    Ago(Age),
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Ok(moment) = text.parse::<Timestamp>() {
            Ok(Self::At(moment))
        } else if let Ok(moment) = text.parse::<DateTime>() {
            Ok(Self::Local(moment))
        } else if let Ok(day) = text.parse::<Date>() {
            Ok(Self::Local(day.at(0, 0, 0, 0)))
        } else if let Ok(age) = text.parse::<Age>() {
            Ok(Self::Ago(age))
        } else {
            Err(
                "write a date (`2026-11-21`), a time (`2026-11-21T08:00`, with `Z` or an offset \
                 for another zone than the local one), or how long ago (`2h`)"
                    .to_owned(),
            )
        }
    }
}

impl When {
    /// The moment meant, seen from `now` in the zone of `now`.
    ///
    /// # Errors
    /// The moment is outside of the calendar.
    pub fn resolve(&self, now: &Zoned) -> Result<Timestamp, jiff::Error> {
        match self {
            Self::At(moment) => Ok(*moment),
            Self::Local(moment) => Ok(moment.to_zoned(now.time_zone().clone())?.timestamp()),
            Self::Ago(age) => now.timestamp().checked_sub(age.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages() {
        for (text, seconds) in [
            ("90s", 90),
            ("10m", 600),
            ("2h 30m", 9000),
            ("2h30m", 9000),
            ("3d", 259_200),
            ("1w", 604_800),
        ] {
            assert_eq!(text.parse(), Ok(Age(SignedDuration::from_secs(seconds))));
        }
        for text in ["", "10", "ten minutes", "-5m", "1mo", "1y"] {
            assert!(text.parse::<Age>().is_err(), "{text}");
        }
    }

    #[test]
    fn seconds() {
        for (text, seconds) in [("120", 120), ("2m", 120), ("1h 30s", 3630), ("0", 0)] {
            assert_eq!(text.parse(), Ok(Seconds(seconds)), "{text}");
        }
        for text in ["", "-1", "soon", "1mo"] {
            assert!(text.parse::<Seconds>().is_err(), "{text}");
        }
    }

    #[test]
    fn moments() {
        let now: Zoned = "2026-11-21T12:00:00+01:00[Europe/Berlin]".parse().unwrap();
        for (text, moment) in [
            ("2026-11-20T08:00:00Z", "2026-11-20T08:00:00Z"),
            ("2026-11-20T08:00:00+02:00", "2026-11-20T06:00:00Z"),
            ("2026-11-20T08:00", "2026-11-20T07:00:00Z"),
            ("2026-07-01", "2026-06-30T22:00:00Z"),
            ("90m", "2026-11-21T09:30:00Z"),
        ] {
            let when: When = text.parse().unwrap();
            assert_eq!(when.resolve(&now).unwrap().to_string(), moment, "{text}");
        }
        assert!("yesterdayish".parse::<When>().is_err());
    }
}
