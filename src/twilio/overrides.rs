//! Connection overrides: what the fragment of a webhook URL asks of Twilio's HTTP client.
//!
//! Follows <https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides>. The fragment
//! is neither sent nor signed. A value that is no number or out of its range counts as not given.

use std::ops::RangeInclusive;
use std::time::Duration;

/// How a webhook is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overrides {
    /// Limit for making the connection; 100 ms to 10 s.
    pub connect_timeout: Duration,
    /// Limit for waiting on the answer; 100 ms to 15 s.
    pub read_timeout: Duration,
    /// Limit for everything, retries included; 100 ms to 15 s.
    pub total_timeout: Duration,
    /// Retries, 0 to 5.
    pub retries: u32,
    /// What is retried.
    pub retry_on: RetryOn,
    /// Whether the server must prove its name.
    pub verify_name: bool,
    /// Edge locations the call goes out from, in order.
    pub edges: Vec<String>,
}

/// Which failures are retried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RetryOn {
    /// Answers from 400 to 499.
    pub client_errors: bool,
    /// Answers from 500 to 599.
    pub server_errors: bool,
    /// No connection in time.
    pub connect: bool,
    /// No answer in time.
    pub read: bool,
}

impl Default for Overrides {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            read_timeout: Duration::from_secs(15),
            total_timeout: Duration::from_secs(15),
            retries: 1,
            retry_on: RetryOn {
                connect: true,
                ..RetryOn::default()
            },
            verify_name: true,
            edges: Vec::new(),
        }
    }
}

impl Overrides {
    /// Reads the fragment of a webhook URL; without one, Twilio's defaults.
    pub fn of(url: &str) -> Self {
        let mut overrides = Self::default();
        let Some((_, fragment)) = url.split_once('#') else {
            return overrides;
        };
        for (name, value) in fragment.split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "ct" => set(&mut overrides.connect_timeout, milliseconds(value, 10_000)),
                "rt" => set(&mut overrides.read_timeout, milliseconds(value, 15_000)),
                "tt" => set(&mut overrides.total_timeout, milliseconds(value, 15_000)),
                "rc" => set(
                    &mut overrides.retries,
                    number(value, 0..=5).and_then(|count| u32::try_from(count).ok()),
                ),
                "rp" => overrides.retry_on = RetryOn::read(value),
                "sni" => overrides.verify_name = value != "n",
                "e" => overrides.edges = value.split(',').map(str::to_owned).collect(),
                _ => {}
            }
        }
        overrides
    }
}

impl RetryOn {
    fn read(list: &str) -> Self {
        let mut on = Self::default();
        for word in list.split(',') {
            match word.trim() {
                "4xx" => on.client_errors = true,
                "5xx" => on.server_errors = true,
                "ct" => on.connect = true,
                "rt" => on.read = true,
                "all" => {
                    on = Self {
                        client_errors: true,
                        server_errors: true,
                        connect: true,
                        read: true,
                    };
                }
                _ => {}
            }
        }
        on
    }
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn number(value: &str, range: RangeInclusive<u64>) -> Option<u64> {
    value.parse().ok().filter(|number| range.contains(number))
}

fn milliseconds(value: &str, most: u64) -> Option<Duration> {
    number(value, 100..=most).map(Duration::from_millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_without_fragment_has_the_defaults() {
        let defaults = Overrides::default();
        assert_eq!(Overrides::of("https://host/path?rc=3"), defaults);
        assert_eq!(Overrides::of("https://host/path#"), defaults);
        assert_eq!(
            Overrides::of("https://h/#ct=99&rt=15001&tt=x&rc=6&new=1"),
            defaults
        );
    }

    #[test]
    fn every_key_is_read() {
        let read = Overrides::of("https://h/p#ct=100&rt=5000&tt=15000&rc=3&rp=5xx,rt&sni=n&e=a,b");
        assert_eq!(read.connect_timeout, Duration::from_millis(100));
        assert_eq!(read.read_timeout, Duration::from_secs(5));
        assert_eq!(read.total_timeout, Duration::from_secs(15));
        assert_eq!(read.retries, 3);
        assert_eq!(
            read.retry_on,
            RetryOn {
                server_errors: true,
                read: true,
                ..RetryOn::default()
            }
        );
        assert!(!read.verify_name);
        assert_eq!(read.edges, ["a", "b"]);
        let all = Overrides::of("https://h/#rp=all").retry_on;
        assert!(all.client_errors && all.server_errors && all.connect && all.read);
    }
}
