//! `trctl twiml`: the documents that calls follow.

mod preview;

use crate::app::App;

/// See the documents that calls follow
#[derive(Debug, clap::Args)]
pub(super) struct TwimlArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    Preview(preview::PreviewArgs),
}

pub(super) fn run(app: &App, args: &TwimlArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::Preview(args) => app.block_on(preview::run(app, args)),
    }
}
