//! `trctl tasks`: the work there is, and what becomes of it.

mod cancel;
mod complete;
mod create;
mod delete;
mod get;
mod list;
mod reservations;
mod row;
mod select;
mod stuck;
mod targets;
mod update;
mod wrap_complete;

use crate::app::App;

/// List, inspect, create, change and clean up tasks
#[derive(Debug, clap::Args)]
pub(super) struct TasksArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    Get(get::GetArgs),
    Create(create::CreateArgs),
    Update(update::UpdateArgs),
    Complete(complete::CompleteArgs),
    Cancel(cancel::CancelArgs),
    Delete(delete::DeleteArgs),
    WrapComplete(wrap_complete::WrapCompleteArgs),
    Purge(delete::PurgeArgs),
    Stuck(stuck::StuckArgs),
    Reservations(reservations::ReservationsArgs),
}

pub(super) fn run(app: &App, args: &TasksArgs) -> anyhow::Result<()> {
    match &args.verb {
        Verb::List(args) => list::run(app, args),
        Verb::Get(args) => get::run(app, args),
        Verb::Create(args) => create::run(app, args),
        Verb::Update(args) => update::run(app, args),
        Verb::Complete(args) => complete::run(app, args),
        Verb::Cancel(args) => cancel::run(app, args),
        Verb::Delete(args) => delete::run(app, args),
        Verb::WrapComplete(args) => wrap_complete::run(app, args),
        Verb::Purge(args) => delete::purge(app, args),
        Verb::Stuck(args) => stuck::run(app, args),
        Verb::Reservations(args) => reservations::run(app, args),
    }
}
