//! `trctl tokens`: what a browser needs to talk to Twilio by itself.

mod access;
mod capability;
mod inspect;
mod made;

use crate::app::App;

/// Make and read the tokens that Twilio's browser SDKs want
///
/// Nothing is sent to Twilio but to look up names: tokens are signed here. Whoever has a token may
/// do what it allows until it ends; nobody can take it back.
#[derive(Debug, clap::Args)]
pub(super) struct TokensArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    Worker(capability::WorkerArgs),
    Queue(capability::QueueArgs),
    Workspace(capability::WorkspaceArgs),
    Access(access::AccessArgs),
    Inspect(inspect::InspectArgs),
}

pub(super) fn run(app: &App, args: &TokensArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::Worker(args) => app.block_on(capability::worker(app, args)),
        Verb::Queue(args) => app.block_on(capability::queue(app, args)),
        Verb::Workspace(args) => app.block_on(capability::workspace(app, args)),
        Verb::Access(args) => app.block_on(access::run(app, args)),
        Verb::Inspect(args) => inspect::run(app, args),
    }
}
