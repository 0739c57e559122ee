//! The `taskrouter.*` variables: time of day and day of the week, in UTC.

use super::ast::Number;
use super::eval::Value;
use super::reference::TimeVariable;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The first moment after `now` at which an expression that
/// [uses the time](super::Expr::uses_time) may give another answer: the next full minute.
///
/// Both are milliseconds since 1970 in UTC.
pub fn next_minute(now: i64) -> i64 {
    (now - now.rem_euclid(MINUTE)).saturating_add(MINUTE)
}

pub(super) fn value(variable: Option<TimeVariable>, now: i64) -> Value<'static> {
    // 1970-01-01 was a Thursday.
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const HOURS: &str = "000102030405060708091011121314151617181920212223";
    let minute_of_day = now.rem_euclid(DAY) / MINUTE;
    let (hour, minute) = (minute_of_day / 60, minute_of_day % 60);
    let index = |number: i64| usize::try_from(number).expect("a remainder is not negative");
    match variable {
        None => Value::Null,
        Some(TimeVariable::CurrentTime) => Value::Number(Number::Integer(hour * 100 + minute)),
        Some(TimeVariable::CurrentHour) => {
            let start = 2 * index(hour);
            Value::Str(&HOURS[start..start + 2])
        }
        Some(TimeVariable::CurrentMin) => Value::Number(Number::Integer(minute)),
        Some(TimeVariable::DayOfWeek) => Value::Str(DAYS[index(now.div_euclid(DAY).rem_euclid(7))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2024-02-29 08:05:59.999, a Thursday.
    const LEAP_DAY: i64 = 1_709_193_959_999;

    #[test]
    fn variables_follow_the_utc_clock() {
        for (now, time, hour, minute, day) in [
            (0, 0, "00", 0, "Thu"),
            (-1, 2359, "23", 59, "Wed"),
            (LEAP_DAY, 805, "08", 5, "Thu"),
            (LEAP_DAY + DAY, 805, "08", 5, "Fri"),
            (LEAP_DAY + 4 * DAY + 1, 806, "08", 6, "Mon"),
        ] {
            let number = |value| Value::Number(Number::Integer(value));
            let of = |variable| value(Some(variable), now);
            assert_eq!(of(TimeVariable::CurrentTime), number(time), "{now}");
            assert_eq!(of(TimeVariable::CurrentHour), Value::Str(hour), "{now}");
            assert_eq!(of(TimeVariable::CurrentMin), number(minute), "{now}");
            assert_eq!(of(TimeVariable::DayOfWeek), Value::Str(day), "{now}");
        }
        assert_eq!(value(None, 0), Value::Null);
    }

    #[test]
    fn the_next_minute_is_always_later() {
        assert_eq!(next_minute(0), 60_000);
        assert_eq!(next_minute(59_999), 60_000);
        assert_eq!(next_minute(60_000), 120_000);
        assert_eq!(next_minute(-1), 0);
        assert_eq!(next_minute(LEAP_DAY), LEAP_DAY + 1);
    }
}
