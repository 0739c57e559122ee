//! How an emulator is set up.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use secrecy::SecretString;

use super::faults::FaultPlan;
use super::tls::Tls;
use crate::model::sid::{AccountSid, Sid as _};
use crate::routing::Moment;

/// The account of an emulator that was not told another one.
pub const DEFAULT_ACCOUNT: &str = "AC00000000000000000000000000000001";
/// The auth token of an emulator that was not told another one. It guards nothing but a local
/// imitation.
pub const DEFAULT_TOKEN: &str = "emulator-token";
/// The port of an emulator that was not told another one.
pub const DEFAULT_PORT: u16 = 8765;

/// Where the emulator takes the time from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock.
    Real,
    /// Starts at this moment and moves only when told to at the control endpoint.
    Manual(Moment),
}

/// An API key that may be used instead of the account's token.
#[derive(Debug, Clone)]
pub struct ApiKey {
    /// `SK…`
    pub sid: String,
    /// Its secret.
    pub secret: SecretString,
}

/// How an emulator is set up. The default is an empty account on [`DEFAULT_PORT`] of loopback.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it listens; port 0 takes a free one.
    pub bind: SocketAddr,
    /// The one account it has.
    pub account_sid: AccountSid,
    /// The account's token: for calls, and for the signatures of callbacks.
    pub auth_token: SecretString,
    /// Further credentials.
    pub api_keys: Vec<ApiKey>,
    /// Decides every SID.
    pub seed: u64,
    /// Where it takes the time from.
    pub clock: Clock,
    /// A YAML manifest that fills an empty account, see [`super::seed`].
    pub seed_file: Option<PathBuf>,
    /// Where the state is kept across restarts, see [`super::data`].
    pub data_file: Option<PathBuf>,
    /// Makes it speak HTTPS instead of HTTP.
    pub tls: Option<Tls>,
    /// Where every exchange of the two APIs is appended as a line of JSON: method, path,
    /// parameters, status, body; no credentials.
    pub record_file: Option<PathBuf>,
    /// Artificial trouble for tests and measurements.
    pub faults: FaultPlan,
    /// Whether lists may be filtered by an expression three times a second only, as Twilio has it.
    pub enforce_rate_limits: bool,
    /// Event callbacks that are under way at a time. With more than one they arrive in any order,
    /// and a clock that stands still goes on before all of them have.
    pub events_at_once: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from((Ipv4Addr::LOCALHOST, DEFAULT_PORT)),
            account_sid: AccountSid::from_bits(1),
            auth_token: SecretString::from(DEFAULT_TOKEN),
            api_keys: Vec::new(),
            seed: 1,
            clock: Clock::Real,
            seed_file: None,
            data_file: None,
            tls: None,
            record_file: None,
            faults: FaultPlan::default(),
            enforce_rate_limits: false,
            events_at_once: 1,
        }
    }
}

impl Config {
    /// An empty account on a free port of loopback whose time moves only when told to.
    pub fn for_tests(start: Moment) -> Self {
        Self {
            bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            clock: Clock::Manual(start),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_account_is_the_documented_one() {
        assert_eq!(Config::default().account_sid.to_string(), DEFAULT_ACCOUNT);
    }
}
