//! Durations being added up.

use crate::model::statistics::Duration;

/// The sum, number and extremes of durations in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Spans {
    count: u64,
    total: u64,
    shortest: u64,
    longest: u64,
}

impl Spans {
    pub(crate) fn add(&mut self, milliseconds: u64) {
        self.shortest = if self.count == 0 {
            milliseconds
        } else {
            self.shortest.min(milliseconds)
        };
        self.longest = self.longest.max(milliseconds);
        self.total += milliseconds;
        self.count += 1;
    }

    /// In whole seconds, each figure rounded down by itself.
    pub(crate) fn seconds(self) -> Duration {
        Duration {
            avg: self.total / self.count.max(1) / 1000,
            min: self.shortest / 1000,
            max: self.longest / 1000,
            total: self.total / 1000,
        }
    }

    /// The mean in seconds, 0 of nothing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "thirty days of a million waits are far below 2^53 milliseconds"
    )]
    pub(crate) fn mean(self) -> f64 {
        self.total as f64 / self.count.max(1) as f64 / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliseconds_are_cut_once_at_the_end() {
        let mut spans = Spans::default();
        assert_eq!(spans.seconds(), Duration::default());
        for milliseconds in [1_900, 600, 3_700] {
            spans.add(milliseconds);
        }
        assert_eq!(
            spans.seconds(),
            Duration {
                avg: 2,
                min: 0,
                max: 3,
                total: 6
            }
        );
        assert!((spans.mean() - 6.2 / 3.0).abs() < 1e-12);
    }
}
