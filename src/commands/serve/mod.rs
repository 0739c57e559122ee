//! `trctl serve`: the server behind a contact centre's webhooks.

mod check;
mod decide;
mod password;
mod register;
mod start;

use crate::app::App;

/// Answer a contact centre's webhooks, keep its events and answer questions about them
///
/// Listens on 127.0.0.1:8000 until Ctrl-C or SIGTERM; requests under way are answered first. The
/// section `[serve]` of the settings file has the rest: limits, proxies that are trusted, who may
/// read.
///
/// Every webhook is checked against its signature, which is made with the account's auth token: an
/// API key alone is not enough. Behind a proxy or a tunnel, `--public-url` tells the URL Twilio
/// was given.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Environment: TRCTL_BIND, TRCTL_PORT (or PORT), TRCTL_PUBLIC_URL, TRCTL_STORE

Examples:
  trctl serve --public-url https://voice.example.com
  trctl serve --port 8080 --store /var/lib/trctl/events.db
  trctl serve --check
  trctl serve --public-url https://voice.example.com --register --unregister --backfill
  trctl serve --unregister --dry-run
  trctl serve password --user anna"
)]
pub(super) struct ServeArgs {
    #[command(subcommand)]
    verb: Option<Verb>,

    #[command(flatten)]
    start: start::StartArgs,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    Password(password::PasswordArgs),
}

pub(super) fn run(app: &App, args: &ServeArgs) -> anyhow::Result<()> {
    match &args.verb {
        None if args.start.check => app.block_on(check::run(app, &args.start)),
        None if args.start.register.unregister && !args.start.register.register => {
            app.block_on(start::unregister(app))
        }
        None => app.block_on(start::run(app, &args.start)),
        Some(Verb::Password(args)) => password::run(app, args),
    }
}
