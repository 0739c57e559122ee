//! What every command that starts an emulator takes: its account, its time, its state.

use std::path::PathBuf;
use std::str::FromStr;

use secrecy::SecretString;

use super::faults::FaultArg;
use crate::app::App;
use crate::cli::Age;
use crate::emulator::faults::RequestRule;
use crate::emulator::{Clock, Config, DEFAULT_ACCOUNT, FaultPlan};
use crate::model::sid::AccountSid;
use crate::routing::Moment;

/// The variable that holds another token than the public one.
const TOKEN_VARIABLE: &str = "TRCTL_EMULATOR_AUTH_TOKEN";

/// How the emulator is set up, wherever it listens.
#[derive(Debug, clap::Args)]
pub(super) struct EmulatorOptions {
    /// The one account it has
    #[arg(long, value_name = "AC…", default_value = DEFAULT_ACCOUNT)]
    account_sid: AccountSid,

    /// Number that decides every SID
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,

    /// YAML manifest with the workspaces to begin with
    #[arg(long, value_name = "FILE")]
    seed_file: Option<PathBuf>,

    /// Keep the state in this file across restarts; it goes before the seed file
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,

    /// Append every exchange of the two APIs to this file, a line of JSON each; no credentials
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,

    /// `real`, or `manual[=START]` for a clock that moves only when told to
    #[arg(long, value_name = "CLOCK", default_value = "real")]
    clock: ClockArg,

    /// Time every request waits before it is answered, such as `100ms`
    #[arg(long, value_name = "TIME")]
    latency: Option<Age>,

    /// Refuse more than three lists a second that are filtered by an expression, as Twilio does
    ///
    /// A second of the emulator's clock: on a manual clock it passes only when told to.
    #[arg(long)]
    enforce_rate_limits: bool,
    /// How many event callbacks are under way at a time
    ///
    /// With more than one they arrive in any order, as Twilio's do, and a manual clock goes on
    /// before all of them have arrived; it waits for them where it was told to go.
    #[arg(long, value_name = "NUMBER", default_value_t = 1,
          value_parser = clap::value_parser!(u32).range(1..=256))]
    events_at_once: u32,

    /// Make trouble: `rate-limited`, `flaky-network`, `event-storm`, `amnesia`, or a YAML file
    #[arg(long, value_name = "SCENARIO|FILE")]
    fault: Option<FaultArg>,
}

impl EmulatorOptions {
    /// The configuration these options ask for, on the default port and with the public token.
    pub(super) fn config(&self, app: &App) -> anyhow::Result<Config> {
        Ok(Config {
            account_sid: self.account_sid,
            seed: self.seed,
            clock: match self.clock {
                ClockArg::Real => Clock::Real,
                ClockArg::Manual(start) => {
                    Clock::Manual(Moment::from(start.unwrap_or_else(|| app.now())))
                }
            },
            seed_file: self.seed_file.clone(),
            data_file: self.data.clone(),
            enforce_rate_limits: self.enforce_rate_limits,
            events_at_once: usize::try_from(self.events_at_once).unwrap_or(1),
            record_file: self.record.clone(),
            faults: self.faults()?,
            ..Config::default()
        })
    }

    fn faults(&self) -> anyhow::Result<FaultPlan> {
        let mut plan = match &self.fault {
            Some(fault) => fault.plan()?,
            None => FaultPlan::default(),
        };
        if let Some(latency) = self.latency {
            plan.requests
                .push(RequestRule::latency(latency.0.unsigned_abs()));
        }
        Ok(plan)
    }
}

/// The token of the environment, if it is to be another than the public one.
pub(super) fn token_of_environment(app: &App) -> Option<SecretString> {
    app.sources()
        .variable(TOKEN_VARIABLE)
        .map(SecretString::from)
}

/// Where the time comes from.
#[derive(Debug, Clone, Copy)]
enum ClockArg {
    Real,
    /// `None` for the present moment.
    Manual(Option<jiff::Timestamp>),
}

impl FromStr for ClockArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            None if text == "real" => Ok(Self::Real),
            None if text == "manual" => Ok(Self::Manual(None)),
            Some(("manual", start)) => start
                .parse()
                .map(|start| Self::Manual(Some(start)))
                .map_err(|_| "the start must be a time like `2026-11-21T08:00:00Z`".to_owned()),
            _ => Err("it must be `real`, `manual` or `manual=2026-11-21T08:00:00Z`".to_owned()),
        }
    }
}
