//! `trctl channels`: the kinds of tasks.

mod edit;

use super::noun::{self, NameArgs, NamesArgs};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::TaskChannel;
use crate::output::Column;
use crate::twilio::{Form, Record};

/// See and change the task channels, the kinds of tasks
#[derive(Debug, clap::Args)]
pub(super) struct ChannelsArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(ListArgs),
    /// Show one task channel
    Get(NameArgs),
    Create(edit::CreateArgs),
    Update(edit::UpdateArgs),
    /// Delete task channels that no task is on
    #[command(after_help = "Example:
  trctl channels delete callback --yes")]
    Delete(NamesArgs),
}

/// List the task channels
#[derive(Debug, clap::Args)]
struct ListArgs {
    #[command(flatten)]
    select: SelectArgs,
}

static COLUMNS: [Column<Record<TaskChannel>>; 6] = [
    Column::new("unique_name", "UNIQUE NAME", |row| {
        row.value.unique_name.as_str().into()
    }),
    Column::new("name", "NAME", |row| {
        row.value.friendly_name.as_str().into()
    }),
    Column::new("sid", "SID", |row| row.value.sid.to_string().into()),
    Column::new("optimized", "OPTIMIZED ROUTING", |row| {
        row.value.channel_optimized_routing.into()
    }),
    Column::wide("created", "CREATED", |row| row.value.date_created.into()),
    Column::wide("updated", "UPDATED", |row| row.value.date_updated.into()),
];

pub(super) fn run(app: &App, args: &ChannelsArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Create(args) => edit::create(app, args).await,
            Verb::Update(args) => edit::update(app, args).await,
            Verb::Delete(args) => edit::delete(app, args).await,
        }
    })
}

async fn list(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let listing = noun::Listing {
        scope: app.workspace().await?,
        filters: Form::new(),
        selection: &app.selection(&args.select, By::Created, &COLUMNS)?,
        columns: &COLUMNS,
        legacy: None,
    };
    noun::list::<TaskChannel, _, _>(app, listing, noun::alone).await
}

async fn get(app: &App, args: &NameArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    noun::get::<TaskChannel, _, _>(app, workspace, &args.name, &COLUMNS, noun::alone).await
}
