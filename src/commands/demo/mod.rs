//! `trctl demo`: the life of a call from the first ring to the board's figures, told by trctl's own
//! commands on the embedded emulator and a server of its own.

mod board;
mod server;
mod stage;
mod story;

use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};

use super::signals::{Caught, Signals};
use crate::app::App;
use crate::emulator::{Clock, Config, Emulator};
use crate::exit_code::{ExitCode, Failure};
use crate::routing::Moment;
use server::Server;
use stage::Stage;

/// The call centre.
const WRITERS: &str = include_str!("writers.yaml");

/// What its callers hear, and who may sign in.
const CENTRE: &str = include_str!("centre.toml");

/// The number that is called.
const NUMBER: &str = "+15550001000";

/// What all agents of a kept demo sign in with. It is no secret: what it opens is of loopback and
/// made up.
const PASSWORD: &str = "writers";

/// Emulated time the story takes, and a little to spare: it is told in the recent past, so that a
/// kept demo can go on with the real time, its last tasks still there to be looked at.
const LENGTH: SignedDuration = SignedDuration::from_secs(20 * 60 + 30);

/// Show the whole story on an emulator, without a Twilio account
///
/// Starts a TaskRouter with a telephone network and `trctl serve` on free ports of this machine,
/// builds a call centre with two teams, and follows a caller from the first ring: nobody answers,
/// somebody refuses, somebody accepts, the conference ends, and the task wraps up. A second task
/// gets stuck in wrapping and is cleaned up, a third caller gives up, and the board's figures are
/// held against all that. Every command is shown with its real output. The emulated clock is turned
/// by hand, so it takes seconds. Succeeds only when everything came out as told.
#[derive(Debug, clap::Args)]
pub(super) struct DemoArgs {
    /// Leave emulator, server, board and agents' page running afterwards, until Ctrl-C
    #[arg(long)]
    keep: bool,
}

pub(super) fn run(app: &App, args: &DemoArgs) -> anyhow::Result<()> {
    app.block_on(tell(app, args))
}

async fn tell(app: &App, args: &DemoArgs) -> anyhow::Result<()> {
    let start = Timestamp::from_second((app.now() - LENGTH).as_second())?;
    let mut manifest = tempfile::Builder::new()
        .prefix("writers-")
        .suffix(".yaml")
        .tempfile()
        .context("cannot write the call centre's manifest")?;
    manifest
        .write_all(WRITERS.as_bytes())
        .context("cannot write the call centre's manifest")?;
    let config = Config {
        bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        clock: Clock::Manual(Moment::from(start)),
        seed_file: Some(manifest.path().to_owned()),
        ..Config::default()
    };
    let emulator = Emulator::start(&config)
        .await
        .context("cannot start the emulator")?;
    let mut stage = Stage::new(app.console(), &config, emulator.url(), start)?;
    let mut signals = Signals::of(&[Caught::Interrupt, Caught::Terminate, Caught::Hangup])
        .context("cannot wait for signals")?;
    let server = tokio::select! {
        told = whole(&mut stage) => told?,
        _ = signals.next() => {
            return Err(Failure::new(ExitCode::Interrupted, "ended before the story was over").into());
        }
    };
    if args.keep {
        stage.let_time_run().await?;
        app.console().print_line(&stage.directions(server.url()))?;
        signals.next().await;
    }
    server.end().await;
    emulator
        .shut_down()
        .await
        .context("the emulator did not end well")
}

/// The story with all that is held against it; the server goes on.
async fn whole(stage: &mut Stage<'_>) -> anyhow::Result<Server> {
    let server = story::open(stage).await?;
    story::tell(stage).await?;
    stage.say(&format!(
        "All the while the server was told what happened, by webhooks signed as Twilio signs them.\n\
         This is what its board says at {}/dashboard:",
        server.url()
    ))?;
    board::show(stage, &server).await?;
    let alerts = stage.alerts().await?;
    if let Some(alert) = alerts.first() {
        return Err(Failure::new(
            ExitCode::CheckFailed,
            format!("{} alerts were raised; the first: {alert}", alerts.len()),
        )
        .into());
    }
    stage.say("Everything came out as told.")?;
    Ok(server)
}
