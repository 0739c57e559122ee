//! A point in time as the engine sees it; the caller owns the clock.

use serde::{Deserialize, Serialize};

use crate::model::time::{IsoTime, MailTime};

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Moment(i64);

impl Moment {
    /// The moment this many milliseconds after 1970 began.
    pub const fn from_millisecond(milliseconds: i64) -> Self {
        Self(milliseconds)
    }

    /// Milliseconds since 1970 began.
    pub const fn as_millisecond(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970 began, rounded down.
    pub const fn as_second(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// The moment this many milliseconds later; the end of time when that is out of range.
    #[must_use]
    pub fn plus_milliseconds(self, milliseconds: u64) -> Self {
        Self(self.0.saturating_add_unsigned(milliseconds))
    }

    /// The moment this many seconds later; the end of time when that is out of range.
    #[must_use]
    pub fn plus_seconds(self, seconds: u64) -> Self {
        self.plus_milliseconds(seconds.saturating_mul(1000))
    }

    /// Milliseconds since an earlier moment, 0 when that is later.
    pub fn milliseconds_since(self, earlier: Self) -> u64 {
        u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0)
    }

    /// Whole seconds since an earlier moment, 0 when that is later.
    pub fn seconds_since(self, earlier: Self) -> u64 {
        self.milliseconds_since(earlier) / 1000
    }

    /// The date as TaskRouter writes it; `None` beyond year 9999.
    pub fn to_iso(self) -> Option<IsoTime> {
        IsoTime::from_millisecond(self.0)
    }

    /// The date as the 2010 API writes it; `None` beyond year 9999.
    pub fn to_mail(self) -> Option<MailTime> {
        MailTime::from_millisecond(self.0)
    }
}

impl From<jiff::Timestamp> for Moment {
    fn from(time: jiff::Timestamp) -> Self {
        Self(time.as_millisecond())
    }
}
