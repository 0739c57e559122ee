//! How long things took: mean and percentiles.

use schemars::JsonSchema;
use serde::Serialize;

use super::Seconds;

/// How long things took. Of nothing, every figure but `count` is `null`.
///
/// A percentile is the nearest rank: of `n` spans in ascending order, `p90` is the one at place
/// `ceil(n × 90 / 100)`, counted from 1. It is always a span that occurred. The mean is rounded to
/// the millisecond, halves up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Times {
    /// How many there were.
    pub count: u64,
    /// The mean.
    pub avg: Option<Seconds>,
    /// The shortest.
    pub min: Option<Seconds>,
    /// As long or shorter were half of them.
    pub p50: Option<Seconds>,
    /// As long or shorter were nine of ten.
    pub p90: Option<Seconds>,
    /// As long or shorter were nineteen of twenty.
    pub p95: Option<Seconds>,
    /// The longest.
    pub max: Option<Seconds>,
}

impl Times {
    /// The figures of these spans in milliseconds, which it puts into another order.
    pub fn of(spans: &mut [u64]) -> Self {
        let Some(count) = u64::try_from(spans.len()).ok().filter(|count| *count > 0) else {
            return Self::default();
        };
        let total: u128 = spans.iter().map(|span| u128::from(*span)).sum();
        let mean = (total + u128::from(count) / 2) / u128::from(count);
        Self {
            count,
            avg: u64::try_from(mean).ok().map(Seconds),
            min: spans.iter().min().copied().map(Seconds),
            p50: Some(percentile(spans, 50)),
            p90: Some(percentile(spans, 90)),
            p95: Some(percentile(spans, 95)),
            max: spans.iter().max().copied().map(Seconds),
        }
    }
}

/// The nearest rank; `spans` has at least one.
fn percentile(spans: &mut [u64], percent: usize) -> Seconds {
    let place = (spans.len() * percent).div_ceil(100).max(1) - 1;
    Seconds(*spans.select_nth_unstable(place).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_the_span_at_the_nearest_rank() {
        let seconds = |times: Times| {
            [times.min, times.p50, times.p90, times.p95, times.max].map(|span| span.unwrap().0)
        };
        for (count, wanted) in [
            (1_u64, [1, 1, 1, 1, 1]),
            (2, [1, 1, 2, 2, 2]),
            (3, [1, 2, 3, 3, 3]),
            (10, [1, 5, 9, 10, 10]),
            (11, [1, 6, 10, 11, 11]),
            (20, [1, 10, 18, 19, 20]),
            (21, [1, 11, 19, 20, 21]),
            (100, [1, 50, 90, 95, 100]),
            (101, [1, 51, 91, 96, 101]),
        ] {
            // In an order that is neither ascending nor descending.
            let mut spans: Vec<u64> = (0..count).map(|place| place * 7 % count + 1).collect();
            if count % 7 == 0 {
                spans = (1..=count).rev().collect();
            }
            let times = Times::of(&mut spans);
            assert_eq!(times.count, count);
            assert_eq!(seconds(times), wanted, "{count}");
        }
    }

    #[test]
    fn the_mean_is_rounded_to_the_millisecond() {
        for (spans, wanted) in [
            (vec![1, 2], 2),
            (vec![1, 1, 2], 1),
            (vec![1, 2, 2], 2),
            (vec![u64::MAX, u64::MAX], u64::MAX),
        ] {
            let times = Times::of(&mut spans.clone());
            assert_eq!(times.avg, Some(Seconds(wanted)), "{spans:?}");
        }
    }

    #[test]
    fn of_nothing_there_is_no_mean() {
        let nothing = serde_json::to_value(Times::of(&mut [])).unwrap();
        assert_eq!(
            nothing.to_string(),
            r#"{"count":0,"avg":null,"min":null,"p50":null,"p90":null,"p95":null,"max":null}"#
        );
    }
}
