//! What a file of behaviours may say, when somebody works, and when somebody calls.

use proptest::prelude::*;

use super::chance::Chance;
use super::plan::{Script, Shifts, Stream};
use crate::routing::Moment;

fn at(text: &str) -> Moment {
    text.parse::<jiff::Timestamp>().unwrap().into()
}

fn shifts(text: &str) -> Shifts {
    serde_saphyr::from_str(text).unwrap()
}

fn stream(text: &str) -> Stream {
    let text = text.replace('\n', "\n    ");
    let script = format!("arrivals:\n  - to: \"+15550100\"\n    {text}");
    let script = Script::parse(&script).unwrap();
    script.plan.arrivals.into_iter().next().unwrap()
}

#[test]
fn a_shift_goes_by_the_clock_on_the_wall() {
    let shifts = shifts(
        r#"
        time_zone: Europe/Berlin
        days:
          mon-fri: ["08:00-12:00", "13:00-17:00"]
          saturday: "22:00-02:00"
        "#,
    );
    // Through the night in which the clocks go back: 2026-10-25, a Sunday.
    let mut moment = at("2026-10-23T05:59:59Z");
    assert!(!shifts.at(moment));
    let mut changes = Vec::new();
    for _ in 0..8 {
        moment = shifts.next_change(moment).unwrap();
        changes.push((moment.to_iso().unwrap().to_string(), shifts.at(moment)));
    }
    let expected = [
        ("2026-10-23T06:00:00Z", true),
        ("2026-10-23T10:00:00Z", false),
        ("2026-10-23T11:00:00Z", true),
        ("2026-10-23T15:00:00Z", false),
        ("2026-10-24T20:00:00Z", true),
        // Two o'clock comes twice; the shift ends with the first.
        ("2026-10-25T00:00:00Z", false),
        ("2026-10-26T07:00:00Z", true),
        ("2026-10-26T11:00:00Z", false),
    ];
    let expected: Vec<(String, bool)> = expected
        .into_iter()
        .map(|(moment, on)| (moment.to_owned(), on))
        .collect();
    assert_eq!(changes, expected);
    assert_eq!(self::shifts("days: {}").next_change(moment), None);
}

/// How many call in each hour of a day.
fn by_hour(stream: &Stream, day: &str) -> Vec<u32> {
    let begin = at(day);
    let mut calls = vec![0; 24];
    let mut moment = begin;
    let mut number = 0;
    loop {
        moment = stream.next(moment, &mut Chance::of(3, &[number])).unwrap();
        number += 1;
        let hour = usize::try_from(moment.seconds_since(begin) / 3600).unwrap();
        match calls.get_mut(hour) {
            Some(count) => *count += 1,
            None => return calls,
        }
    }
}

#[test]
fn as_many_call_as_the_profile_says() {
    let stream = stream(
        r#"time_zone: Europe/Berlin
per_hour: { "08:00-12:00": 3000, "23:00-01:00": 600 }"#,
    );
    // In winter the wall is an hour ahead.
    for (hour, count) in by_hour(&stream, "2026-01-05T00:00:00Z")
        .into_iter()
        .enumerate()
    {
        let expected: i32 = match hour {
            7..=10 => 3000,
            22 | 23 => 600,
            _ => 0,
        };
        let distance = (i32::try_from(count).unwrap() - expected).abs();
        // Four standard deviations.
        assert!(distance <= 4 * expected.isqrt(), "{hour}: {count}");
    }
}

#[test]
fn gaps_between_calls_are_exponential() {
    let stream = stream("per_hour: 3600");
    let begin = at("2026-01-05T00:00:00Z");
    let gaps: Vec<u64> = (0..20_000)
        .map(|number| {
            let next = stream.next(begin, &mut Chance::of(5, &[number])).unwrap();
            next.milliseconds_since(begin)
        })
        .collect();
    for (milliseconds, expected) in [(100, 1_903), (1_000, 12_642), (3_000, 19_004)] {
        let below = gaps.iter().filter(|gap| **gap < milliseconds).count();
        // 1 - exp(-t) of them are shorter.
        assert!(below.abs_diff(expected) < 300, "{milliseconds}: {below}");
    }
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_place() {
    for (text, told) in [
        (
            "agents:\n  - worker: [dave]",
            "2:5: unknown key `worker` (did you mean `workers`?); there are workers, where, \
             answer_after, reject, no_answer, handle, wrap, back_after, shifts, on_duty, off_duty",
        ),
        (
            "agents:\n  - reject: 0.7\n    no_answer: 0.4",
            "3:16: `reject` and `no_answer` are probabilities, 0 to 1 and no more together",
        ),
        (
            "agents:\n  - handle: soon",
            "2:13: write a span of time like `90s`, `10m`, `2h 30m` or `3d`",
        ),
        ("agents:\n  - where: skills HAS", "2:12: "),
        (
            "agents:\n  - shifts: { time_zone: Mars, days: {} }",
            "2:26: there is no time zone `Mars`; they are called as in `Europe/Berlin`",
        ),
        (
            "agents:\n  - shifts: { days: { someday: \"08:00-12:00\" } }",
            "`someday` are no days: write `monday`, `mon-fri` or `every-day`",
        ),
        (
            "arrivals:\n  - to: []\n    per_hour: 3",
            "at least one number is needed",
        ),
        (
            "arrivals:\n  - to: \"+15550100\"\n    per_hour: 0",
            "3:15: nobody ever calls: leave the entry out instead",
        ),
        (
            "arrivals:\n  - to: \"+15550100\"\n    per_hour: { \"8-9\": 10 }",
            "`8-9` are no times: write them like `09:00-17:30`",
        ),
        (
            "arrivals:\n  - to: \"+15550100\"\n    per_hour: 3\n    callers: [{ weight: -1 }]",
            "4:25: a weight is a number that is not negative",
        ),
    ] {
        let error = Script::parse(text).unwrap_err().to_string();
        assert!(error.contains(told), "{text}\n{error}");
    }
}

proptest! {
    /// However the profile is cut, nobody calls while nobody should, and time goes on.
    #[test]
    fn nobody_calls_while_nobody_should(
        from in 0_u16..23,
        hours in 1_u16..24,
        rate in 1_u32..5000,
        begin in 0_u64..86_400_000,
        seed: u64,
    ) {
        let to = (from + hours) % 24;
        let stream = stream(&format!("per_hour: {{ \"{from:02}:00-{to:02}:00\": {rate} }}"));
        let midnight = at("2026-01-05T00:00:00Z");
        let mut moment = midnight.plus_milliseconds(begin);
        for number in 0..20 {
            let next = stream.next(moment, &mut Chance::of(seed, &[number])).unwrap();
            prop_assert!(next >= moment);
            moment = next;
            // An arrival is rounded down to its millisecond and may be rounded into the beginning.
            let hour = u16::try_from(next.seconds_since(midnight) / 3600 % 24).unwrap();
            let into = (hour + 24 - from) % 24;
            prop_assert!(into < hours, "{hour} is not within {from} to {to}");
        }
    }
}
