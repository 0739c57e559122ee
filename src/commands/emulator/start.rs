//! `trctl emulator start`: serves the emulator until it is told to end.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use anyhow::Context as _;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;

use super::options::{self, EmulatorOptions};
use crate::app::App;
use crate::emulator::{Clock, DEFAULT_ACCOUNT, DEFAULT_PORT, DEFAULT_TOKEN, Emulator, Error};
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Column, Format, Local};
use crate::settings;

/// Start a local TaskRouter and serve it until Ctrl-C
///
/// The built-in profile `emulator` reaches it where it listens by default. Its account has a
/// public token unless another is given with `--auth-token-stdin` or in
/// `TRCTL_EMULATOR_AUTH_TOKEN`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl emulator start --seed-file writers.yaml --data state.json
  trctl emulator start --port 0 --clock manual=2026-11-21T08:00:00Z
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

    /// Read the account's auth token from stdin
    #[arg(long)]
    auth_token_stdin: bool,

    #[command(flatten)]
    options: EmulatorOptions,
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
    let mut config = args.options.config(app);
    config.bind = SocketAddr::new(args.bind, args.port);
    if let Some(token) = &token {
        config.auth_token = token.clone();
    }
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
        options::token_of_environment(app)
    };
    if token
        .as_ref()
        .is_some_and(|token| token.expose_secret().is_empty())
    {
        return Err(Failure::usage("the auth token is empty").into());
    }
    Ok(token)
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
