//! `trctl demo`: the life of a call on the embedded emulator, told by trctl's own commands.

mod events;
mod stage;
mod story;

use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};

use crate::app::App;
use crate::emulator::{Clock, Config, Emulator};
use crate::routing::Moment;
use events::Events;
use stage::Stage;

/// The call centre, with a placeholder for where events go.
const WRITERS: &str = include_str!("writers.yaml");

/// Emulated time the story takes, and a little to spare: it is told in the recent past, so that a
/// kept emulator can go on with the real time, its last task still there to be looked at.
const LENGTH: SignedDuration = SignedDuration::from_secs(17 * 60 + 20);

/// Show the whole story on an emulator, without a Twilio account
///
/// Starts a TaskRouter on a free port of this machine, builds a call centre with two teams, and
/// follows a caller through it: nobody answers, somebody refuses, somebody accepts and wraps up. A
/// second task gets stuck in wrapping and is cleaned up. Every command is shown with its real
/// output. The emulated clock is turned by hand, so it takes seconds. Succeeds only when
/// everything came out as told.
#[derive(Debug, clap::Args)]
pub(super) struct DemoArgs {
    /// Leave the emulator running afterwards, until Ctrl-C
    #[arg(long)]
    keep: bool,
}

pub(super) fn run(app: &App, args: &DemoArgs) -> anyhow::Result<()> {
    app.block_on(tell(app, args))
}

async fn tell(app: &App, args: &DemoArgs) -> anyhow::Result<()> {
    let events = Events::listen().await.context("cannot listen for events")?;
    let start = Timestamp::from_second((app.now() - LENGTH).as_second())?;
    let mut manifest = tempfile::Builder::new()
        .prefix("writers-")
        .suffix(".yaml")
        .tempfile()
        .context("cannot write the call centre's manifest")?;
    manifest
        .write_all(WRITERS.replace("EVENTS_URL", &events.url()).as_bytes())
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
    story::tell(&mut stage, &events).await?;
    if args.keep {
        stage.let_time_run().await?;
        app.console().print_line(&stage.directions())?;
        tokio::signal::ctrl_c()
            .await
            .context("cannot wait for Ctrl-C")?;
    }
    emulator
        .shut_down()
        .await
        .context("the emulator did not end well")
}
