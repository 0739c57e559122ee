//! Dates as Twilio's two APIs write them, and moments in milliseconds.
//!
//! TaskRouter writes ISO 8601 in UTC with whole seconds (`2016-08-01T22:10:40Z`); the 2010 API
//! writes RFC 2822 (`Thu, 18 Aug 2016 01:03:23 +0000`).

use std::fmt;

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimePrinter;
use jiff::fmt::{StdFmtWrite, rfc2822};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

/// Whole seconds and `Z`; lists print four of these dates for every row.
const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(0));

/// A date of the TaskRouter API: ISO 8601, UTC, whole seconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct IsoTime(pub Timestamp);

/// A date of the 2010 API: RFC 2822, UTC, whole seconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MailTime(pub Timestamp);

impl IsoTime {
    /// The whole second that holds this many milliseconds since 1970, `None` beyond year 9999.
    pub fn from_millisecond(milliseconds: i64) -> Option<Self> {
        Timestamp::from_second(milliseconds.div_euclid(1000))
            .ok()
            .map(Self)
    }
}

impl MailTime {
    /// The whole second that holds this many milliseconds since 1970, `None` beyond year 9999.
    pub fn from_millisecond(milliseconds: i64) -> Option<Self> {
        IsoTime::from_millisecond(milliseconds).map(|time| Self(time.0))
    }
}

impl fmt::Display for IsoTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        PRINTER
            .print_timestamp(&self.0, StdFmtWrite(formatter))
            .map_err(|_| fmt::Error)
    }
}

impl fmt::Display for MailTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}",
            self.0.strftime("%a, %d %b %Y %H:%M:%S +0000")
        )
    }
}

impl Serialize for IsoTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for MailTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for IsoTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for MailTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        rfc2822::parse(&text)
            .map(|zoned| Self(zoned.timestamp()))
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_have_whole_seconds() {
        let time = IsoTime::from_millisecond(1_470_089_440_999).unwrap();
        assert_eq!(time.to_string(), "2016-08-01T22:10:40Z");
        let read: IsoTime = serde_json::from_str("\"2016-08-01T22:10:40Z\"").unwrap();
        assert_eq!(read, time);
    }

    #[test]
    fn mail_dates_round_trip() {
        let time = MailTime::from_millisecond(1_471_482_203_000).unwrap();
        assert_eq!(time.to_string(), "Thu, 18 Aug 2016 01:03:23 +0000");
        let read: MailTime = serde_json::from_str("\"Thu, 18 Aug 2016 01:03:23 +0000\"").unwrap();
        assert_eq!(read, time);
    }

    #[test]
    fn times_before_1970_round_down() {
        assert_eq!(
            IsoTime::from_millisecond(-1).unwrap().to_string(),
            "1969-12-31T23:59:59Z"
        );
    }
}
