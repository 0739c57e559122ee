//! When somebody is there to answer.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Choice, Spoken};
use crate::cli::{Days, Openings, minute_of};

/// Opening hours in a time zone. Outside of them callers get what `closed` says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The zone the times are in, such as `Europe/Berlin`; summer time is kept.
    pub time_zone: String,
    /// By days (`monday`, `mon-fri`, `sat`, `every-day`): times such as `"09:00-17:30"`, or a list
    /// of them, or `"closed"`. `"22:00-06:00"` reaches into the next day. Days that are not
    /// mentioned are closed.
    pub open: BTreeMap<Days, Openings>,
    /// By date (`2026-12-25`, or `12-25` for every year): the times of that day instead, most
    /// often `"closed"`, or a table with `name`, `open` and `say`.
    #[serde(default)]
    pub holidays: BTreeMap<Day, Holiday>,
    /// What becomes of a call outside of these hours; unless said otherwise the caller is told and
    /// may leave a message.
    #[serde(default)]
    pub closed: Box<Choice>,
}

/// Whether somebody is there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Opening<'a> {
    /// Somebody is.
    Open,
    /// Nobody is, as usual at that time.
    Closed,
    /// Nobody is, because it is a holiday.
    Holiday(&'a Holiday),
}

impl Hours {
    /// The time zone.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn zone(&self) -> Result<TimeZone, jiff::Error> {
        TimeZone::get(&self.time_zone)
    }

    /// Whether somebody is there at this moment. An unknown time zone, which
    /// [`super::Flow::problems`] tells of, is taken for UTC.
    pub fn at(&self, now: Timestamp) -> Opening<'_> {
        let local = Zoned::new(now, self.zone().unwrap_or(TimeZone::UTC));
        let (today, minute) = (local.date(), minute_of(&local));
        let holiday = self.holiday(today);
        let is_open =
            |openings: &Openings| openings.0.iter().any(|each| each.begins_before(minute));
        // What began yesterday may reach into today, even into a holiday: the shift is there.
        let reaches_in = |openings: &Openings| openings.0.iter().any(|each| each.reaches(minute));
        let open_now = self.openings(today).any(is_open)
            || today
                .yesterday()
                .is_ok_and(|yesterday| self.openings(yesterday).any(reaches_in));
        match (open_now, holiday) {
            (true, _) => Opening::Open,
            (false, Some(holiday)) => Opening::Holiday(holiday),
            (false, None) => Opening::Closed,
        }
    }

    fn holiday(&self, date: Date) -> Option<&Holiday> {
        let of = |year| {
            self.holidays.get(&Day {
                year,
                month: date.month(),
                number: date.day(),
            })
        };
        of(Some(date.year())).or_else(|| of(None))
    }

    fn openings(&self, date: Date) -> impl Iterator<Item = &Openings> {
        let holiday = self.holiday(date);
        let usual = self
            .open
            .iter()
            .filter(move |(days, _)| holiday.is_none() && days.has(date.weekday()))
            .map(|(_, openings)| openings);
        holiday
            .map(|holiday| &holiday.open)
            .into_iter()
            .chain(usual)
    }
}

/// A day that is not like others.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Holiday {
    /// What it is called.
    pub name: Option<String>,
    /// The times of that day; none is closed.
    pub open: Openings,
    /// What is said instead of the usual.
    pub say: Option<Spoken>,
}

impl<'de> Deserialize<'de> for Holiday {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Whole {
            name: Option<String>,
            #[serde(default)]
            open: Openings,
            say: Option<Spoken>,
        }
        struct Reader;
        impl<'de> serde::de::Visitor<'de> for Reader {
            type Value = Holiday;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("times, `\"closed\"`, or a table with `name`, `open` and `say`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Holiday, E> {
                let open = Openings::deserialize(serde::de::value::StrDeserializer::new(text))?;
                Ok(Holiday {
                    open,
                    ..Holiday::default()
                })
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, list: A) -> Result<Holiday, A::Error> {
                let list = serde::de::value::SeqAccessDeserializer::new(list);
                Ok(Holiday {
                    open: Openings::deserialize(list)?,
                    ..Holiday::default()
                })
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Holiday, A::Error> {
                let map = serde::de::value::MapAccessDeserializer::new(map);
                let Whole { name, open, say } = Whole::deserialize(map)?;
                Ok(Holiday { name, open, say })
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// A date, of one year or of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: Option<i16>,
    month: i8,
    number: i8,
}

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            |_| format!("`{text}` is no date: write `2026-12-25`, or `12-25` for every year");
        if text.matches('-').count() == 1 {
            // A leap year, so that the 29th of February may be one.
            let date: Date = format!("2024-{text}").parse().map_err(wrong)?;
            return Ok(Self {
                year: None,
                month: date.month(),
                number: date.day(),
            });
        }
        let date: Date = text.parse().map_err(wrong)?;
        Ok(Self {
            year: Some(date.year()),
            month: date.month(),
            number: date.day(),
        })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(year) = self.year {
            write!(formatter, "{year:04}-")?;
        }
        write!(formatter, "{:02}-{:02}", self.month, self.number)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Times;

    fn hours(text: &str) -> Hours {
        toml_edit::de::from_str(text).unwrap()
    }

    #[test]
    fn hours_are_those_of_the_clock_on_the_wall() {
        let hours = hours(
            r#"
            time_zone = "Europe/Berlin"
            open = { mon-fri = ["09:00-12:00", "13:00-17:30"], sat = "10:00-24:00", sunday = "closed" }
            "#,
        );
        for (moment, open) in [
            // Winter: one hour ahead of UTC. The 20th of November 2026 is a Friday.
            ("2026-11-20T07:59:59Z", false),
            ("2026-11-20T08:00:00Z", true),
            ("2026-11-20T11:00:00Z", false),
            ("2026-11-20T12:00:00Z", true),
            ("2026-11-20T16:29:59Z", true),
            ("2026-11-20T16:30:00Z", false),
            // Summer: two hours.
            ("2026-07-03T07:00:00Z", true),
            ("2026-07-03T06:59:00Z", false),
            // The day the clocks go back, a Sunday, and the night before.
            ("2026-10-24T21:59:00Z", true),
            ("2026-10-24T22:00:00Z", false),
            ("2026-10-25T10:00:00Z", false),
        ] {
            let found = hours.at(moment.parse().unwrap()) == Opening::Open;
            assert_eq!(found, open, "{moment}");
        }
    }

    #[test]
    fn a_night_shift_reaches_into_the_next_day() {
        let hours = hours(
            r#"
            time_zone = "UTC"
            open = { fri-mon = "22:00-06:00" }
            "#,
        );
        for (moment, open) in [
            ("2026-11-20T21:59:00Z", false),
            ("2026-11-20T22:00:00Z", true),
            ("2026-11-21T05:59:00Z", true),
            ("2026-11-21T06:00:00Z", false),
            // Monday's reaches into Tuesday, Thursday's never began.
            ("2026-11-24T05:59:00Z", true),
            ("2026-11-20T05:59:00Z", false),
        ] {
            let found = hours.at(moment.parse().unwrap()) == Opening::Open;
            assert_eq!(found, open, "{moment}");
        }
    }

    #[test]
    fn a_holiday_has_its_own_times() {
        let hours = hours(
            r#"
            time_zone = "UTC"
            open = { every-day = "09:00-17:00" }
            [holidays]
            "12-25" = { name = "Christmas", say = "Merry Christmas." }
            "2026-12-24" = "09:00-12:00"
            "2026-12-31" = ["10:00-11:00", "12:00-13:00"]
            "#,
        );
        let at = |moment: &str| hours.at(moment.parse().unwrap());
        assert_eq!(at("2026-12-24T10:00:00Z"), Opening::Open);
        assert!(matches!(at("2026-12-24T13:00:00Z"), Opening::Holiday(_)));
        assert_eq!(at("2027-12-24T13:00:00Z"), Opening::Open);
        assert_eq!(at("2026-12-31T12:30:00Z"), Opening::Open);
        assert_eq!(at("2026-12-26T08:00:00Z"), Opening::Closed);
        for year in [2026, 2027] {
            match at(&format!("{year}-12-25T10:00:00Z")) {
                Opening::Holiday(day) => assert_eq!(day.name.as_deref(), Some("Christmas")),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn what_is_no_time_is_told() {
        for (text, told) in [
            ("nine to five", "`nine to five` are no times"),
            ("9:00", "`9:00` are no times"),
            ("09:00-25:00", "`09:00-25:00` are no times"),
            ("09:00-09:00", "`09:00-09:00` are no times"),
            ("24:00-09:00", "`24:00-09:00` are no times"),
        ] {
            let error = text.parse::<Times>().unwrap_err();
            assert!(error.starts_with(told), "{error}");
        }
        assert!("someday".parse::<Days>().is_err());
        assert!("mo".parse::<Days>().is_err());
        assert!("02-29".parse::<Day>().is_ok());
        assert!("02-30".parse::<Day>().is_err());
        assert!("2025-02-29".parse::<Day>().is_err());
    }

    #[test]
    fn times_are_written_as_they_are_read() {
        for text in ["mon-fri", "monday", "every-day", "sat-sun"] {
            assert_eq!(text.parse::<Days>().unwrap().to_string(), text);
        }
        for text in ["12-25", "2026-12-25"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        assert_eq!(
            "9:00-24:00".parse::<Times>().unwrap().to_string(),
            "09:00-24:00"
        );
    }
}
