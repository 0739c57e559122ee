//! `trctl emulator`: a TaskRouter of one's own.

mod agents;
mod announce;
mod call;
mod clock;
mod control;
mod env;
mod environment;
mod faults;
mod inspect;
mod options;
mod reset;
mod run;
mod snapshot;
mod start;

use std::path::PathBuf;

use crate::app::App;
use crate::emulator::Error;
use crate::emulator::tls::AuthorityError;
use crate::exit_code::{ExitCode, Failure};

/// Run a local TaskRouter that routes for real, without a Twilio account
#[derive(Debug, clap::Args)]
pub(super) struct EmulatorArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    Start(start::StartArgs),
    Run(run::RunArgs),
    Env(env::EnvArgs),
    Call(call::CallArgs),
    Agents(agents::AgentsArgs),
    Clock(clock::ClockArgs),
    Faults(faults::FaultsArgs),
    Inspect(inspect::InspectArgs),
    Snapshot(snapshot::SnapshotArgs),
    Reset(reset::ResetArgs),
}

pub(super) fn run(app: &App, args: &EmulatorArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::Start(args) => app.block_on(start::run(app, args)),
        Verb::Run(args) => app.block_on(run::run(app, args)),
        Verb::Env(args) => env::run(app, args),
        Verb::Call(args) => app.block_on(call::run(app, args)),
        Verb::Agents(args) => app.block_on(agents::run(app, args)),
        Verb::Clock(args) => app.block_on(clock::run(app, args)),
        Verb::Faults(args) => app.block_on(faults::run(app, args)),
        Verb::Inspect(args) => app.block_on(inspect::run(app, args)),
        Verb::Snapshot(args) => app.block_on(snapshot::run(app, args)),
        Verb::Reset(args) => app.block_on(reset::run(app, args)),
    }
}

/// Where the certificate authority is, and word of running emulators.
fn state_directory(app: &App) -> Result<PathBuf, Failure> {
    app.sources()
        .state_directory()
        .map(|directory| directory.join("emulator"))
        .ok_or_else(|| {
            Failure::new(
                ExitCode::Settings,
                "there is no home directory to keep the emulator's certificates in",
            )
            .with_hint("set HOME, or XDG_STATE_HOME to a directory")
        })
}

/// Why an emulator did not start, with a way out where there is one.
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
        Error::Authority(error) => explain_authority(error),
        other => anyhow::Error::from(other).context("cannot start the emulator"),
    }
}

fn explain_authority(error: AuthorityError) -> anyhow::Error {
    let hint = match &error {
        AuthorityError::Read { .. } | AuthorityError::Write { .. } => {
            "make the directory writable for yourself, or set XDG_STATE_HOME to another".to_owned()
        }
        AuthorityError::Damaged { path, .. } => format!(
            "delete `{}`: the next start makes another, and whoever trusts the old one must be \
             given the new `ca.pem`",
            path.display()
        ),
        AuthorityError::Make(_) => {
            return anyhow::Error::from(error).context("cannot start the emulator");
        }
    };
    // The cause's text too: a failure stands at the end of its chain.
    let cause = std::error::Error::source(&error).map(|cause| format!(": {cause}"));
    Failure::new(
        ExitCode::Other,
        format!("{error}{}", cause.unwrap_or_default()),
    )
    .with_hint(hint)
    .into()
}
