//! `trctl emulator`: a TaskRouter of one's own.

mod clock;
mod control;
mod inspect;
mod reset;
mod snapshot;
mod start;

use crate::app::App;

/// Run a local TaskRouter that routes for real, without a Twilio account
#[derive(Debug, clap::Args)]
pub(super) struct EmulatorArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    Start(start::StartArgs),
    Clock(clock::ClockArgs),
    Inspect(inspect::InspectArgs),
    Snapshot(snapshot::SnapshotArgs),
    Reset(reset::ResetArgs),
}

pub(super) fn run(app: &App, args: &EmulatorArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::Start(args) => app.block_on(start::run(app, args)),
        Verb::Clock(args) => app.block_on(clock::run(app, args)),
        Verb::Inspect(args) => app.block_on(inspect::run(app, args)),
        Verb::Snapshot(args) => app.block_on(snapshot::run(app, args)),
        Verb::Reset(args) => app.block_on(reset::run(app, args)),
    }
}
