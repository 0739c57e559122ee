//! What is left to chance: seeded numbers, and spans of time that are spread in some way.

use std::f64::consts::TAU;
use std::fmt;
use std::time::Duration;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};

use crate::cli::Age;
use crate::routing::engine::mix;

/// A row of numbers that look like chance and are always the same for the same keys.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance(u64);

impl Chance {
    /// Another row for each seed and each list of keys.
    pub(super) fn of(seed: u64, keys: &[u64]) -> Self {
        Self(keys.iter().fold(mix(seed), |row, key| mix(row ^ key)))
    }

    /// A key made from a name.
    pub(super) fn key(name: &str) -> u64 {
        name.bytes()
            .fold(0, |key, byte| mix(key ^ u64::from(byte) ^ (1 << 32)))
    }

    fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(1);
        mix(self.0)
    }

    /// A number between 0 and 1, neither of them included.
    pub(super) fn fraction(&mut self) -> f64 {
        let high = u32::try_from(self.word() >> 32).expect("32 bits are left");
        (f64::from(high) + 0.5) / (f64::from(u32::MAX) + 1.0)
    }

    /// One of `0..count`, all with the same probability; 0 when there are none.
    pub(super) fn place(&mut self, count: usize) -> usize {
        let count = u128::try_from(count).expect("128 bits hold it");
        usize::try_from((u128::from(self.word()) * count) >> 64).expect("less than the count")
    }

    /// A number around 0 as the standard normal distribution has them.
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.fraction().ln()).sqrt();
        radius * (TAU * self.fraction()).cos()
    }

    /// A positive number as the exponential distribution of mean 1 has them.
    pub(super) fn exponential(&mut self) -> f64 {
        -self.fraction().ln()
    }
}

/// A span of time in milliseconds, written as `20s`, `1m 30s` or a number of seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Length(pub(super) u64);

impl Length {
    fn of_seconds(seconds: f64) -> Option<Self> {
        let duration = Duration::try_from_secs_f64(seconds).ok()?;
        u64::try_from(duration.as_millis()).ok().map(Self)
    }

    fn milliseconds(self) -> f64 {
        1000.0 * Duration::from_millis(self.0).as_secs_f64()
    }
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = Length;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a span of time such as `90s` or `2m 30s`, or seconds")
            }

            fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<Length, E> {
                Ok(Length(seconds.saturating_mul(1000)))
            }

            fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<Length, E> {
                u64::try_from(seconds)
                    .map(|seconds| Length(seconds.saturating_mul(1000)))
                    .map_err(|_| E::invalid_value(de::Unexpected::Signed(seconds), &self))
            }

            fn visit_f64<E: de::Error>(self, seconds: f64) -> Result<Length, E> {
                Length::of_seconds(seconds)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Float(seconds), &self))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Length, E> {
                let age: Age = text.parse().map_err(E::custom)?;
                u64::try_from(age.0.as_millis())
                    .map(Length)
                    .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

/// Spans of time and how likely each is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spread {
    law: Law,
    at_least: u64,
    at_most: u64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Law {
    Fixed(Length),
    Uniform(Length, Length),
    Normal(Around),
    Lognormal(Around),
    /// Its mean.
    Exponential(Length),
}

/// A mean and a standard deviation.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Around {
    mean: Length,
    deviation: Length,
}

/// A spread as it is written: one of the first four.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    uniform: Option<(Length, Length)>,
    normal: Option<Around>,
    lognormal: Option<Around>,
    exponential: Option<Length>,
    at_least: Option<Length>,
    at_most: Option<Length>,
}

impl Spread {
    /// Always the same.
    pub(super) const fn fixed(milliseconds: u64) -> Self {
        Self {
            law: Law::Fixed(Length(milliseconds)),
            at_least: 0,
            at_most: u64::MAX,
        }
    }

    /// Milliseconds; what lies beyond the limits becomes the limit.
    pub(super) fn draw(&self, chance: &mut Chance) -> u64 {
        let milliseconds = match self.law {
            Law::Fixed(length) => return length.0,
            Law::Uniform(from, to) => {
                let (from, to) = (from.milliseconds(), to.milliseconds());
                from + (to - from) * chance.fraction()
            }
            Law::Normal(Around { mean, deviation }) => {
                mean.milliseconds() + deviation.milliseconds() * chance.normal()
            }
            Law::Lognormal(Around { mean, deviation }) => {
                let (mean, deviation) = (mean.milliseconds(), deviation.milliseconds());
                let variance = (deviation / mean).powi(2).ln_1p();
                let middle = mean.ln() - variance / 2.0;
                (middle + variance.sqrt() * chance.normal()).exp()
            }
            Law::Exponential(mean) => mean.milliseconds() * chance.exponential(),
        };
        // Below zero and beyond all bounds there is nothing.
        let drawn = Length::of_seconds(milliseconds.max(0.0) / 1000.0);
        drawn
            .map_or(u64::MAX, |length| length.0)
            .clamp(self.at_least, self.at_most)
    }
}

impl TryFrom<Written> for Spread {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let laws = [
            written.uniform.map(|(from, to)| Law::Uniform(from, to)),
            written.normal.map(Law::Normal),
            written.lognormal.map(Law::Lognormal),
            written.exponential.map(Law::Exponential),
        ];
        let mut laws = laws.into_iter().flatten();
        let (Some(law), None) = (laws.next(), laws.next()) else {
            return Err("give one of `uniform`, `normal`, `lognormal` and `exponential`");
        };
        match law {
            Law::Uniform(from, to) if from > to => {
                return Err("`uniform` is [from, to], and the first is the longer one");
            }
            Law::Lognormal(around) if around.mean.0 == 0 => {
                return Err("the mean of `lognormal` is more than nothing");
            }
            _ => {}
        }
        let at_least = written.at_least.map_or(0, |length| length.0);
        let at_most = written.at_most.map_or(u64::MAX, |length| length.0);
        if at_least > at_most {
            return Err("`at_least` is more than `at_most`");
        }
        Ok(Self {
            law,
            at_least,
            at_most,
        })
    }
}

impl<'de> Deserialize<'de> for Spread {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Spread;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(
                    "a span of time such as `90s`, or one of `uniform`, `normal`, `lognormal` and \
                     `exponential`",
                )
            }

            fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<Spread, E> {
                Ok(Spread::fixed(seconds.saturating_mul(1000)))
            }

            fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<Spread, E> {
                let seconds = u64::try_from(seconds)
                    .map_err(|_| E::invalid_value(de::Unexpected::Signed(seconds), &self))?;
                self.visit_u64(seconds)
            }

            fn visit_f64<E: de::Error>(self, seconds: f64) -> Result<Spread, E> {
                let length = Length::deserialize(de::value::F64Deserializer::new(seconds))?;
                Ok(Spread::fixed(length.0))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Spread, E> {
                let length = Length::deserialize(de::value::StrDeserializer::new(text))?;
                Ok(Spread::fixed(length.0))
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Spread, A::Error> {
                Written::deserialize(MapAccessDeserializer::new(map))?
                    .try_into()
                    .map_err(de::Error::custom)
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spread(text: &str) -> Spread {
        serde_saphyr::from_str(text).unwrap()
    }

    fn draws(spread: &Spread, count: u64) -> Vec<f64> {
        let seconds = |number| {
            let drawn = spread.draw(&mut Chance::of(7, &[number]));
            Duration::from_millis(drawn).as_secs_f64()
        };
        (0..count).map(seconds).collect()
    }

    fn mean(values: &[f64]) -> f64 {
        let count = u32::try_from(values.len()).unwrap();
        values.iter().sum::<f64>() / f64::from(count)
    }

    #[test]
    fn every_spread_has_the_mean_and_deviation_that_is_written() {
        for (text, middle, deviation) in [
            ("20s", 20.0, 0.0),
            ("1.5", 1.5, 0.0),
            ("2m 30s", 150.0, 0.0),
            ("uniform: [10s, 40s]", 25.0, 30.0 / 12_f64.sqrt()),
            ("normal: { mean: 3m, deviation: 20s }", 180.0, 20.0),
            ("lognormal: { mean: 3m, deviation: 2m }", 180.0, 120.0),
            ("exponential: 30s", 30.0, 30.0),
        ] {
            let drawn = draws(&spread(text), 40_000);
            let found = mean(&drawn);
            let squares: Vec<f64> = drawn.iter().map(|each| (each - found).powi(2)).collect();
            let spread = mean(&squares).sqrt();
            assert!(
                (found - middle).abs() <= 0.02 * middle,
                "{text}: mean {found}"
            );
            assert!(
                (spread - deviation).abs() <= 0.05 * deviation + 1e-9,
                "{text}: deviation {spread}"
            );
        }
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for (text, told) in [
            ("soon", "write a span of time like `90s`"),
            ("-1", "expected a span of time such as `90s`"),
            ("uniform: [9s, 3s]", "the first is the longer one"),
            ("lognormal: { mean: 0, deviation: 2m }", "more than nothing"),
            ("{ exponential: 3s, uniform: [1s, 2s] }", "give one of"),
            ("at_least: 3s", "give one of"),
            (
                "{ exponential: 3s, at_least: 4s, at_most: 3s }",
                "is more than",
            ),
            ("gamma: 3s", "unknown field `gamma`"),
        ] {
            let error = serde_saphyr::from_str::<Spread>(text)
                .unwrap_err()
                .to_string();
            assert!(error.contains(told), "{text}: {error}");
        }
    }

    proptest! {
        #[test]
        fn limits_hold_and_the_same_keys_give_the_same(
            seed: u64,
            key: u64,
            mean in 0_u32..100_000,
            least in 0_u32..1000,
            more in 0_u32..1000,
        ) {
            let most = least + more;
            let text = format!("{{ exponential: {mean}, at_least: {least}, at_most: {most} }}");
            let spread = spread(&text);
            let drawn = spread.draw(&mut Chance::of(seed, &[key]));
            prop_assert!((u64::from(least) * 1000..=u64::from(most) * 1000).contains(&drawn));
            prop_assert_eq!(drawn, spread.draw(&mut Chance::of(seed, &[key])));
        }

        #[test]
        fn fractions_lie_between_nothing_and_all(seed: u64, count in 1_usize..1000) {
            let mut chance = Chance::of(seed, &[1, 2]);
            for _ in 0..100 {
                let fraction = chance.fraction();
                prop_assert!(fraction > 0.0 && fraction < 1.0);
                prop_assert!(chance.place(count) < count);
            }
        }
    }
}
