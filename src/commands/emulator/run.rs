//! `trctl emulator run`: one command beside an emulator of its own.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitStatus;
use std::sync::Arc;

use anyhow::Context as _;
use tokio::process::{Child, Command};

use super::environment::Reach;
use super::explain;
use super::options::{EmulatorOptions, token_of_environment};
use crate::app::App;
use crate::commands::signals::{self, Caught, Signals};
use crate::emulator::Emulator;
use crate::emulator::tls::{Authority, Tls};
use crate::exit_code::{ExitCode, Failure, ProgramEnded};

/// Run a command beside an emulator of its own and end as it ends
///
/// Twilio's own clients reach the emulator under Twilio's addresses, as after
/// `eval "$(trctl emulator env)"`, and nothing else through its proxy. The emulator takes free
/// ports of this machine and a certificate authority that is gone with it. stdout is the
/// command's; `-v` tells about the emulator on stderr. Signals are handed on. The exit code is the
/// command's: 128 and the signal's number when one ended it, 127 when there is no such command,
/// 126 when it cannot be run.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl emulator run -- npm test
  trctl emulator run --seed-file writers.yaml -- pytest -x
  trctl emulator run --clock manual=2026-11-21T08:00:00Z -- ./nightly.sh")]
pub(super) struct RunArgs {
    #[command(flatten)]
    options: EmulatorOptions,

    /// The command and its arguments
    #[arg(
        required = true,
        value_name = "CMD",
        trailing_var_arg = true,
        value_hint = clap::ValueHint::CommandWithArguments
    )]
    command: Vec<OsString>,
}

pub(super) async fn run(app: &App, args: &RunArgs) -> anyhow::Result<()> {
    let authority = Authority::fleeting().context("cannot start the emulator")?;
    let ca = ca_file(&authority)?;
    let mut config = args.options.config(app)?;
    config.bind = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    config.tls = Some(Tls {
        authority: Arc::new(authority),
        connect_proxy: Some(config.bind),
    });
    if let Some(token) = token_of_environment(app) {
        config.auth_token = token;
    }
    let mut signals = Signals::of(&[
        Caught::Interrupt,
        Caught::Terminate,
        Caught::Hangup,
        Caught::Quit,
    ])
    .context("cannot wait for signals")?;
    let running = Emulator::start(&config).await.map_err(explain)?;
    let reach = Reach {
        url: running.url(),
        proxy: running.proxy().context("the emulator has no proxy")?,
        ca: ca.path().to_owned(),
        account_sid: config.account_sid.to_string(),
        auth_token: config.auth_token.clone(),
    };
    if app.global().verbose > 0 {
        app.console().note(format_args!(
            "emulator: {}, proxy: {}",
            reach.url, reach.proxy
        ));
    }
    let ended = supervise(&args.command, &reach, &mut signals).await;
    let shut_down = tokio::select! {
        shut_down = running.shut_down() => shut_down.map_err(anyhow::Error::from),
        // Something that the command left behind may still be asking.
        _ = signals.next() => Err(Failure::new(
            ExitCode::Interrupted,
            "ended before every request was answered and everything saved",
        )
        .into()),
    };
    let status = ended?;
    if status.success() {
        return shut_down.context("the emulator did not end well");
    }
    if let Err(error) = shut_down {
        app.console()
            .warn(format_args!("the emulator did not end well: {error}"));
    }
    Err(ProgramEnded(code_of(status)).into())
}

/// The certificate, where the command can read it.
fn ca_file(authority: &Authority) -> anyhow::Result<tempfile::NamedTempFile> {
    let write = || {
        let mut file = tempfile::Builder::new()
            .prefix("trctl-ca-")
            .suffix(".pem")
            .tempfile()?;
        file.write_all(authority.pem().as_bytes())?;
        Ok(file)
    };
    write().map_err(|error: io::Error| {
        let directory = std::env::temp_dir();
        Failure::new(
            ExitCode::Other,
            format!(
                "cannot write the emulator's certificate into `{}`: {error}",
                directory.display()
            ),
        )
        .with_hint("set TMPDIR to a directory that can be written")
        .into()
    })
}

/// Runs the command to its end and hands signals on.
async fn supervise(
    command: &[OsString],
    reach: &Reach,
    signals: &mut Signals,
) -> anyhow::Result<ExitStatus> {
    let mut child = spawn(command, reach)?;
    // The terminal sends what is typed to the command too: handing it on would say it twice.
    let typed = io::stdin().is_terminal() || io::stderr().is_terminal();
    loop {
        tokio::select! {
            status = child.wait() => return status.context("cannot wait for the command"),
            caught = signals.next() => {
                if !(typed && matches!(caught, Caught::Interrupt | Caught::Quit)) {
                    signals::send(&child, caught);
                }
            }
        }
    }
}

fn spawn(command: &[OsString], reach: &Reach) -> anyhow::Result<Child> {
    /// Not a program, and no line says which one reads it.
    const ENOEXEC: i32 = 8;

    let (program, arguments) = command.split_first().context("there is no command")?;
    let prepared = |program: &OsString| {
        let mut prepared = Command::new(program);
        for (name, value) in reach.variables() {
            match value {
                Some(value) => prepared.env(name, value),
                None => prepared.env_remove(name),
            };
        }
        prepared
    };
    match prepared(program).args(arguments).spawn() {
        Ok(child) => Ok(child),
        // What a shell does with a script without `#!`.
        Err(error) if cfg!(unix) && error.raw_os_error() == Some(ENOEXEC) => {
            Ok(prepared(&OsString::from("sh")).args(command).spawn()?)
        }
        Err(error) => {
            let code = match error.kind() {
                io::ErrorKind::NotFound => 127,
                _ => 126,
            };
            Err(Failure::new(
                ExitCode::OfProgram(code),
                format!("cannot run `{}`: {error}", program.display()),
            )
            .into())
        }
    }
}

fn code_of(status: ExitStatus) -> u8 {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;
        if let Some(signal) = status.signal() {
            return u8::try_from(128 + signal).unwrap_or(u8::MAX);
        }
    }
    let code = status.code().unwrap_or(1);
    u8::try_from(code).unwrap_or(u8::MAX)
}
