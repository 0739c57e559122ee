//! Progress on stderr: on a terminal only, and not with `--quiet`.

use std::fmt;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use super::Console;

/// A running count of what is done. It disappears when dropped.
pub struct Progress {
    bar: ProgressBar,
}

impl Console {
    /// Progress towards a known number, with rate and time left.
    pub fn progress_of(&self, total: u64, verb: &'static str) -> Progress {
        let style = ProgressStyle::with_template(
            "{msg} {pos}/{len} [{bar:24}] {rate}, {eta} left {prefix}",
        )
        .expect("the template is valid")
        .with_key(
            "rate",
            |state: &ProgressState, text: &mut dyn fmt::Write| {
                // A bar that cannot be drawn is no reason to stop.
                let _ = write!(text, "{:.0}/s", state.per_sec());
            },
        )
        .progress_chars("=> ");
        self.begin(ProgressBar::new(total), style, verb)
    }

    /// Progress without a known end.
    pub fn progress_counting(&self, verb: &'static str) -> Progress {
        let style = ProgressStyle::with_template("{spinner} {msg} {pos} {prefix}")
            .expect("the template is valid");
        self.begin(ProgressBar::no_length(), style, verb)
    }

    fn begin(&self, bar: ProgressBar, style: ProgressStyle, verb: &'static str) -> Progress {
        let bar = self
            .progress()
            .add(bar.with_style(style).with_message(verb));
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        Progress { bar }
    }
}

impl Progress {
    /// Counts one more as done.
    pub fn step(&self) {
        self.bar.inc(1);
    }

    /// Sets how many are done.
    pub fn set(&self, done: u64) {
        self.bar.set_position(done);
    }

    /// Says something behind the count, such as how many failed.
    pub fn remark(&self, text: String) {
        self.bar.set_prefix(text);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
