//! Moments and spans as answers write them.

use jiff::Timestamp;
use jiff::fmt::StdFmtWrite;
use jiff::fmt::temporal::DateTimePrinter;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(3));

/// A moment in milliseconds since 1970 began, written in UTC: `2026-11-21T08:00:00.250Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(pub i64);

impl std::fmt::Display for Stamp {
    /// Moments no calendar reaches are written as its first or last one.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let last = if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        };
        let moment = Timestamp::from_millisecond(self.0).unwrap_or(last);
        PRINTER
            .print_timestamp(&moment, StdFmtWrite(formatter))
            .map_err(|_| std::fmt::Error)
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Stamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "A moment in UTC, to the millisecond.",
        })
    }
}

/// A span in milliseconds, written as seconds: `12.5`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seconds(pub u64);

impl Seconds {
    /// From one moment to a later one, 0 when that is earlier.
    pub fn between(since: i64, until: i64) -> Self {
        Self(u64::try_from(until.saturating_sub(since)).unwrap_or(0))
    }

    /// As a number of seconds.
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of two hundred thousand years are below 2^53"
    )]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

impl Serialize for Seconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(1000) {
            serializer.serialize_u64(self.0 / 1000)
        } else {
            serializer.serialize_f64(self.as_f64())
        }
    }
}

impl JsonSchema for Seconds {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Seconds".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "number",
            "minimum": 0,
            "description": "Seconds, to the millisecond.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_spans_are_written_to_the_millisecond() {
        for (milliseconds, wanted) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_470_089_440_999, "2016-08-01T22:10:40.999Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(Stamp(milliseconds).to_string(), wanted);
        }
        assert!(Stamp(i64::MAX).to_string().starts_with("9999-12-30"));
        assert!(Stamp(i64::MIN).to_string().starts_with("-009999"));
        for (milliseconds, wanted) in [(0, "0"), (12_000, "12"), (12_345, "12.345"), (1, "0.001")] {
            let written = serde_json::to_string(&Seconds(milliseconds)).unwrap();
            assert_eq!(written, wanted);
        }
        assert_eq!(Seconds::between(5, 3), Seconds(0));
        assert_eq!(
            Seconds::between(i64::MIN, i64::MAX),
            Seconds(i64::MAX as u64)
        );
    }
}
