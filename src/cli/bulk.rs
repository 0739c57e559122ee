//! What every verb that changes many things takes.

use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;

use clap::Args;

use super::global::one_or_more;

/// How a bulk run is bounded and tried out.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Bulk run")]
pub struct LimitArgs {
    /// Refuse to change more than this many; then nothing is done
    #[arg(long, value_name = "NUMBER", value_parser = one_or_more::<NonZeroUsize>)]
    pub max: Option<NonZeroUsize>,

    /// Change this many first, and the others only if not too many of these failed
    ///
    /// How many are too many says `--max-failures`; without it, one is.
    #[arg(long, value_name = "NUMBER", value_parser = one_or_more::<NonZeroUsize>)]
    pub canary: Option<NonZeroUsize>,

    /// Begin nothing more once more than this many failed: `3`, or `5%` of them
    ///
    /// A percentage is one of all that were selected; while a `--canary` is tried out, of those it
    /// consists of.
    #[arg(long, value_name = "NUMBER|PERCENT")]
    pub max_failures: Option<FailureLimit>,

    /// Send at most this many requests per second, repeated ones included
    #[arg(long, value_name = "NUMBER")]
    pub rate: Option<Rate>,
}

/// How a bulk run is bounded, tried out and gone on with.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Bulk run")]
pub struct BulkArgs {
    #[command(flatten)]
    pub limits: LimitArgs,

    /// Go on with a run that broke off: its journal by path or name, or `last`
    ///
    /// What was selected and all other arguments come from the journal. Nothing that is done is
    /// done again; what was under way is looked at first, and what failed is tried again.
    #[arg(long, value_name = "JOURNAL")]
    pub resume: Option<String>,
}

impl From<&LimitArgs> for BulkArgs {
    fn from(limits: &LimitArgs) -> Self {
        Self {
            limits: limits.clone(),
            resume: None,
        }
    }
}

/// How many items may fail.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FailureLimit {
    /// This many.
    Count(usize),
    /// This part of them, 0 to 100.
    Percent(f64),
}

impl FailureLimit {
    /// Whether so many failures among so many items are too many.
    pub fn is_passed(self, failed: usize, of: usize) -> bool {
        match self {
            Self::Count(most) => failed > most,
            Self::Percent(percent) => to_f64(failed) * 100.0 > to_f64(of) * percent,
        }
    }
}

fn to_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

impl FromStr for FailureLimit {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "write a number like `3`, or a percentage like `5%`";
        match text.strip_suffix('%') {
            None => text.parse().map(Self::Count).map_err(|_| WRONG),
            Some(percent) => match percent.trim_end().parse::<f64>() {
                Ok(percent) if (0.0..=100.0).contains(&percent) => Ok(Self::Percent(percent)),
                _ => Err(WRONG),
            },
        }
    }
}

impl fmt::Display for FailureLimit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(formatter, "{count}"),
            Self::Percent(percent) => write!(formatter, "{percent}%"),
        }
    }
}

/// Requests per second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate(pub f64);

impl FromStr for Rate {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse::<f64>() {
            Ok(rate) if (0.01..=10_000.0).contains(&rate) => Ok(Self(rate)),
            _ => Err("it must be a number from 0.01 to 10000"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_limited_by_number_or_by_part() {
        for (limit, failed, of, passed) in [
            ("0", 0, 10, false),
            ("0", 1, 10, true),
            ("3", 3, 10, false),
            ("3", 4, 10, true),
            ("5%", 5, 100, false),
            ("5%", 6, 100, true),
            ("2.5 %", 1, 20, true),
            ("0%", 1, 1000, true),
            ("100%", 9, 9, false),
        ] {
            let limit: FailureLimit = limit.parse().unwrap();
            assert_eq!(
                limit.is_passed(failed, of),
                passed,
                "{failed} of {of}: {limit}"
            );
        }
        for wrong in ["", "%", "-1", "5 percent", "101%", "-1%", "1.5"] {
            assert!(wrong.parse::<FailureLimit>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_rate_is_above_nothing() {
        assert_eq!("2.5".parse(), Ok(Rate(2.5)));
        for wrong in ["0", "-1", "NaN", "inf", "fast"] {
            assert!(wrong.parse::<Rate>().is_err(), "{wrong}");
        }
    }
}
