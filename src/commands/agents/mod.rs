//! `trctl agents`: workers who work in the browser.

mod password;

use crate::app::App;

/// Let workers sign in at the agent's page of `trctl serve`
#[derive(Debug, clap::Args)]
pub(super) struct AgentsArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(password::ListArgs),
    SetPassword(password::SetArgs),
    RemovePassword(password::RemoveArgs),
}

pub(super) fn run(app: &App, args: &AgentsArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::List(args) => password::list(app, args),
        Verb::SetPassword(args) => password::set(app, args),
        Verb::RemovePassword(args) => password::remove(app, args),
    }
}
