//! `trctl emulator start`: serves the emulator until it is told to end.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;

use super::announce::announce;
use super::environment::{Reach, Shell};
use super::options::{self, EmulatorOptions};
use super::{explain, explain_authority, state_directory};
use crate::app::App;
use crate::commands::signals::{Caught, Signals};
use crate::emulator::tls::{Authority, Tls};
use crate::emulator::{
    Clock, DEFAULT_ACCOUNT, DEFAULT_PORT, DEFAULT_TOKEN, Emulator, Error, FaultPlan,
};
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Column, Format, Local, shell_word};
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

    /// Speak HTTPS, with a certificate authority of its own
    ///
    /// It is made at the first start and kept in the state directory, `ca.pem` for clients to
    /// trust. It can vouch for this machine's loopback names and hosts below twilio.com, nobody
    /// else.
    #[arg(long)]
    tls: bool,

    /// Port of a proxy that leads Twilio's hosts here; 0 takes a free one. Implies `--tls`
    ///
    /// An HTTP CONNECT proxy, on the same address, for clients that know no other host than
    /// Twilio's: hosts below twilio.com on port 443 are this emulator, everything else is refused.
    /// `trctl emulator env` prints what they have to be told.
    #[arg(long, value_name = "PORT")]
    connect_proxy: Option<u16>,

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
    proxy: Option<String>,
    /// What clients of an emulator with TLS have to trust.
    ca: Option<PathBuf>,
}

const URL: Column<Local<Started>> = Column::new("url", "URL", |row| row.value.url.as_str().into());
const ACCOUNT: Column<Local<Started>> = Column::new("account_sid", "ACCOUNT", |row| {
    row.value.account_sid.as_str().into()
});
const TOKEN: Column<Local<Started>> = Column::new("auth_token", "AUTH TOKEN", |row| {
    row.value.auth_token.unwrap_or("as given").into()
});
const CLOCK: Column<Local<Started>> = Column::new("clock", "CLOCK", |row| row.value.clock.into());
const PROXY: Column<Local<Started>> = Column::new("proxy", "PROXY", |row| {
    row.value.proxy.as_deref().unwrap_or("none").into()
});
const CA: Column<Local<Started>> = Column::new("ca", "CA", |row| {
    let path = row.value.ca.as_ref();
    path.map(|path| path.display().to_string()).into()
});

static COLUMNS: [Column<Local<Started>>; 4] = [URL, ACCOUNT, TOKEN, CLOCK];
static TLS_COLUMNS: [Column<Local<Started>>; 6] = [URL, ACCOUNT, TOKEN, CLOCK, PROXY, CA];

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
        if args.tls || args.connect_proxy.is_some() {
            app.console().warn(
                "its certificates are for Twilio's hosts and this machine alone: other machines \
                 have to take its proxy",
            );
        }
    }
    let token = token(app, args)?;
    let mut config = args.options.config(app)?;
    config.bind = SocketAddr::new(args.bind, args.port);
    if let Some(token) = &token {
        config.auth_token = token.clone();
    }
    let authority = if args.tls || args.connect_proxy.is_some() {
        let directory = state_directory(app)?;
        let authority = Authority::kept_in(&directory).map_err(explain_authority)?;
        config.tls = Some(Tls {
            authority: Arc::new(authority),
            connect_proxy: args
                .connect_proxy
                .map(|port| SocketAddr::new(args.bind, port)),
        });
        Some(directory)
    } else {
        None
    };
    // Handlers first: a signal that comes while the address is being printed counts too.
    let mut signals =
        Signals::of(&[Caught::Interrupt, Caught::Terminate]).context("cannot wait for signals")?;
    let running = Emulator::start(&config)
        .await
        .map_err(|error| match error {
            Error::Listen { address, source } if Some(address.port()) == args.connect_proxy => {
                Failure::new(
                    ExitCode::Other,
                    format!("the proxy cannot listen on {address}: {source}"),
                )
                .with_hint("`--connect-proxy 0` takes a free port")
                .into()
            }
            other => explain(other),
        })?;
    let started = Started {
        url: running.url(),
        account_sid: config.account_sid.to_string(),
        auth_token: token.is_none().then_some(DEFAULT_TOKEN),
        clock: match config.clock {
            Clock::Real => "real",
            Clock::Manual(_) => "manual",
        },
        proxy: running.proxy(),
        ca: authority.as_deref().map(Authority::ca_file),
    };
    let _announcement = match (&authority, running.proxy()) {
        (Some(directory), Some(proxy)) => {
            let reach = Reach {
                url: started.url.clone(),
                proxy,
                ca: Authority::ca_file(directory),
                account_sid: started.account_sid.clone(),
                auth_token: config.auth_token.clone(),
            };
            announce(directory, &reach)
                .inspect_err(|error| {
                    app.console().warn(format_args!(
                        "`trctl emulator env` will not find this emulator: {error}"
                    ));
                })
                .ok()
        }
        _ => None,
    };
    tell(app, started, config.faults != FaultPlan::default())?;

    let stop = running.stop_handle();
    let mut finished = std::pin::pin!(running.finished());
    tokio::select! {
        ended = &mut finished => return Ok(ended?),
        _ = signals.next() => {}
    }
    app.console().note("stopping; once more ends it at once");
    stop.stop();
    tokio::select! {
        ended = &mut finished => Ok(ended?),
        _ = signals.next() => Err(Failure::new(
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

/// Data on stdout for programs, the way in for people on stderr.
fn tell(app: &App, started: Started, troubled: bool) -> anyhow::Result<()> {
    let standard = started.url == settings::emulator::BASE_URL
        && started.account_sid == DEFAULT_ACCOUNT
        && started.auth_token.is_some();
    let row = Local::new(started);
    let printer = app.printer()?;
    if row.value.ca.is_some() {
        printer.object(&row, &TLS_COLUMNS, None)?;
    } else {
        printer.object(&row, &COLUMNS, None)?;
    }
    if !matches!(printer.format(), Format::Table | Format::Wide) {
        return Ok(());
    }
    let console = app.console();
    if troubled {
        console.note(
            "\nIt makes trouble on purpose: `trctl emulator faults show` tells what, `clear` ends it.",
        );
    }
    if standard {
        console.note("\nIn another terminal:\n  trctl --profile emulator workspace list");
    }
    let started = row.value;
    if started.proxy.is_some() {
        let shell = Shell::of_path(app.sources().variable("SHELL"));
        console.note(format_args!(
            "\nFor all of a shell, Twilio's own clients too:\n  {}\n\nCtrl-C ends it.",
            shell.usage()
        ));
        return Ok(());
    }
    let mut exports = vec![
        ("TRCTL_BASE_URL", shell_word(&started.url)),
        ("TWILIO_ACCOUNT_SID", started.account_sid),
        (
            "TWILIO_AUTH_TOKEN",
            started
                .auth_token
                .map_or_else(|| "…".to_owned(), shell_word),
        ),
    ];
    if let Some(ca) = &started.ca {
        exports.push(("SSL_CERT_FILE", shell_word(&ca.display().to_string())));
    }
    let exports: Vec<String> = exports
        .iter()
        .map(|(name, value)| format!("  export {name}={value}"))
        .collect();
    console.note(format_args!(
        "\nFor all of a shell:\n{}\n\nCtrl-C ends it.",
        exports.join("\n")
    ));
    Ok(())
}
