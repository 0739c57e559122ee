//! `trctl emulator start`: serves the emulator until it is told to end.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::Context as _;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;

use crate::app::App;
use crate::cli::Age;
use crate::emulator::faults::{FaultPlan, PlanError, RequestRule, Scenario};
use crate::emulator::{
    Clock, Config, DEFAULT_ACCOUNT, DEFAULT_PORT, DEFAULT_TOKEN, Emulator, Error,
};
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::AccountSid;
use crate::output::{Column, Format, Local};
use crate::routing::Moment;
use crate::settings;

/// The variable that holds another token than the public one.
const TOKEN_VARIABLE: &str = "TRCTL_EMULATOR_AUTH_TOKEN";

/// Start a local TaskRouter and serve it until Ctrl-C
///
/// The built-in profile `emulator` reaches it where it listens by default. Its account has a
/// public token unless another is given with `--auth-token-stdin` or in
/// `TRCTL_EMULATOR_AUTH_TOKEN`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl emulator start --seed-file writers.yaml --data state.json
  trctl emulator start --port 0 --clock manual=2026-11-21T08:00:00Z
  trctl emulator start --fault flaky-network
  trctl --profile emulator workspace list")]
pub(super) struct StartArgs {
    /// Port to listen on; 0 takes a free one
    #[arg(long, default_value_t = DEFAULT_PORT)]
    port: u16,

    /// Address to listen on
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    bind: IpAddr,

    /// Let other machines reach it: its control endpoints ask for no credentials
    #[arg(long)]
    allow_remote: bool,

    /// The one account it has
    #[arg(long, value_name = "AC…", default_value = DEFAULT_ACCOUNT)]
    account_sid: AccountSid,

    /// Read the account's auth token from stdin
    #[arg(long)]
    auth_token_stdin: bool,

    /// Number that decides every SID
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,

    /// YAML manifest with the workspaces to begin with
    #[arg(long, value_name = "FILE")]
    seed_file: Option<PathBuf>,

    /// Keep the state in this file across restarts; it goes before the seed file
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,

    /// `real`, or `manual[=START]` for a clock that moves only when told to
    #[arg(long, value_name = "CLOCK", default_value = "real")]
    clock: ClockArg,

    /// Time every request waits before it is answered, such as `100ms`
    #[arg(long, value_name = "TIME")]
    latency: Option<Age>,

    /// Make trouble: `rate-limited`, `flaky-network`, `event-storm`, `amnesia`, or a YAML file
    #[arg(long, value_name = "SCENARIO|FILE")]
    fault: Option<FaultArg>,
}

/// Where the fault plan comes from. The name of a scenario is that scenario; a file of that name
/// can be given as `./amnesia`.
#[derive(Debug, Clone)]
enum FaultArg {
    Scenario(Scenario),
    File(PathBuf),
}

impl From<&str> for FaultArg {
    fn from(text: &str) -> Self {
        match Scenario::named(text) {
            Some(scenario) => Self::Scenario(scenario),
            None => Self::File(PathBuf::from(text)),
        }
    }
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

/// How to reach it.
#[derive(Debug, Serialize)]
struct Started {
    url: String,
    account_sid: String,
    /// Only the public one is told.
    auth_token: Option<&'static str>,
    clock: &'static str,
}

static COLUMNS: [Column<Local<Started>>; 4] = [
    Column::new("url", "URL", |row| row.value.url.as_str().into()),
    Column::new("account_sid", "ACCOUNT", |row| {
        row.value.account_sid.as_str().into()
    }),
    Column::new("auth_token", "AUTH TOKEN", |row| {
        row.value.auth_token.unwrap_or("as given").into()
    }),
    Column::new("clock", "CLOCK", |row| row.value.clock.into()),
];

pub(super) async fn run(app: &App, args: &StartArgs) -> anyhow::Result<()> {
    if !args.bind.is_loopback() {
        if !args.allow_remote {
            return Err(Failure::usage(format!(
                "other machines could reach the emulator on {}",
                args.bind
            ))
            .with_hint("say `--allow-remote` if they may; anyone who reaches it can reset it")
            .into());
        }
        app.console().warn(format_args!(
            "everybody who reaches {} can read and reset the emulator",
            args.bind
        ));
    }
    let token = token(app, args)?;
    let config = config(app, args, token.as_ref())?;
    // Handlers first: a signal that comes while the address is being printed counts too.
    let mut signals = Signals::new().context("cannot wait for signals")?;
    let running = Emulator::start(&config).await.map_err(explain)?;
    let started = Started {
        url: running.url(),
        account_sid: config.account_sid.to_string(),
        auth_token: token.is_none().then_some(DEFAULT_TOKEN),
        clock: match config.clock {
            Clock::Real => "real",
            Clock::Manual(_) => "manual",
        },
    };
    tell(app, started)?;

    let stop = running.stop_handle();
    let mut finished = std::pin::pin!(running.finished());
    tokio::select! {
        ended = &mut finished => return Ok(ended?),
        () = signals.next() => {}
    }
    app.console().note("stopping; once more ends it at once");
    stop.stop();
    tokio::select! {
        ended = &mut finished => Ok(ended?),
        () = signals.next() => Err(Failure::new(
            ExitCode::Interrupted,
            "ended before every request was answered and everything saved",
        )
        .into()),
    }
}

fn token(app: &App, args: &StartArgs) -> anyhow::Result<Option<SecretString>> {
    let token = if args.auth_token_stdin {
        Some(app.console().read_secret()?)
    } else {
        app.sources()
            .variable(TOKEN_VARIABLE)
            .map(SecretString::from)
    };
    if token
        .as_ref()
        .is_some_and(|token| token.expose_secret().is_empty())
    {
        return Err(Failure::usage("the auth token is empty").into());
    }
    Ok(token)
}

fn config(app: &App, args: &StartArgs, token: Option<&SecretString>) -> anyhow::Result<Config> {
    let default = Config::default();
    Ok(Config {
        bind: SocketAddr::new(args.bind, args.port),
        account_sid: args.account_sid,
        auth_token: token.cloned().unwrap_or(default.auth_token),
        api_keys: Vec::new(),
        seed: args.seed,
        clock: match args.clock {
            ClockArg::Real => Clock::Real,
            ClockArg::Manual(start) => {
                Clock::Manual(Moment::from(start.unwrap_or_else(|| app.now())))
            }
        },
        seed_file: args.seed_file.clone(),
        data_file: args.data.clone(),
        faults: faults(args)?,
    })
}

fn faults(args: &StartArgs) -> anyhow::Result<FaultPlan> {
    let mut plan = match &args.fault {
        None => FaultPlan::default(),
        Some(FaultArg::Scenario(scenario)) => FaultPlan::of(*scenario),
        Some(FaultArg::File(path)) => FaultPlan::load(path).map_err(|error| match error {
            PlanError::Read { .. } => no_such_plan(path),
            other => explain(Error::Faults(other)),
        })?,
    };
    if let Some(latency) = args.latency {
        plan.requests
            .push(RequestRule::latency(latency.0.unsigned_abs()));
    }
    Ok(plan)
}

fn no_such_plan(path: &Path) -> anyhow::Error {
    let scenarios: Vec<String> = Scenario::ALL
        .iter()
        .map(|scenario| format!("`{}`", scenario.as_str()))
        .collect();
    Failure::usage(format!(
        "there is neither a scenario nor a readable file `{}`",
        path.display()
    ))
    .with_hint(format!("the scenarios are {}", scenarios.join(", ")))
    .into()
}

fn explain(error: Error) -> anyhow::Error {
    match error {
        Error::Listen { address, source } => {
            let failure = Failure::new(
                ExitCode::Other,
                format!("cannot listen on {address}: {source}"),
            );
            match source.kind() {
                std::io::ErrorKind::AddrInUse => failure
                    .with_hint("another emulator may be running; `--port 0` takes a free port"),
                _ => failure.with_hint("choose another `--port` or `--bind`"),
            }
            .into()
        }
        other => anyhow::Error::from(other).context("cannot start the emulator"),
    }
}

/// Data on stdout for programs, the way in for people on stderr.
fn tell(app: &App, started: Started) -> anyhow::Result<()> {
    let standard = started.url == settings::emulator::BASE_URL
        && started.account_sid == DEFAULT_ACCOUNT
        && started.auth_token.is_some();
    let row = Local::new(started);
    let printer = app.printer()?;
    printer.object(&row, &COLUMNS, None)?;
    if !matches!(printer.format(), Format::Table | Format::Wide) {
        return Ok(());
    }
    let console = app.console();
    if standard {
        console.note("\nIn another terminal:\n  trctl --profile emulator workspace list");
    }
    let started = row.value;
    console.note(format_args!(
        "\nFor all of a shell:\n  export TRCTL_BASE_URL={}\n  export TWILIO_ACCOUNT_SID={}\n  \
         export TWILIO_AUTH_TOKEN={}\n\nCtrl-C ends it.",
        started.url,
        started.account_sid,
        started.auth_token.unwrap_or("…")
    ));
    Ok(())
}

/// Ctrl-C and, where there is such a thing, SIGTERM.
struct Signals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

impl Signals {
    #[cfg(unix)]
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    #[cfg(not(unix))]
    fn new() -> std::io::Result<Self> {
        Ok(Self {})
    }

    #[cfg(unix)]
    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    #[cfg(not(unix))]
    async fn next(&mut self) {
        let _ = tokio::signal::ctrl_c().await;
    }
}
