//! `trctl profile`: the accounts and workspaces trctl knows.

mod add;
mod list;
mod remove;
mod show;
mod use_;

use crate::app::App;

/// Keep accounts, workspaces and their settings under names
#[derive(Debug, clap::Args)]
pub(super) struct ProfileArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Add(add::AddArgs),
    Use(use_::UseArgs),
    Remove(remove::RemoveArgs),
}

pub(super) fn run(app: &App, args: &ProfileArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::List(args) => list::run(app, args),
        Verb::Show(args) => show::run(app, args),
        Verb::Add(args) => add::run(app, args),
        Verb::Use(args) => use_::run(app, args),
        Verb::Remove(args) => remove::run(app, args),
    }
}
