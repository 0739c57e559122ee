//! `trctl workspace`: the rooms of the account.

mod apply;
mod destroy;
mod diff;
mod drain;
mod edit;
mod export;
mod list;
mod planning;
mod provision;
mod schema;
mod use_;

use super::noun::{self, NameArgs};
use crate::app::App;
use crate::model::Workspace;
use crate::output::Column;
use crate::twilio::Record;

/// See and change the account's workspaces and choose one
#[derive(Debug, clap::Args)]
pub(super) struct WorkspaceArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    /// Show a workspace; the one in use unless another is named
    Get(GetArgs),
    Create(edit::CreateArgs),
    Update(edit::UpdateArgs),
    Delete(edit::DeleteArgs),
    /// Work in this workspace from now on: store it in the profile in use
    Use(NameArgs),
    Provision(provision::ProvisionArgs),
    Plan(provision::OnlyPlanArgs),
    Apply(apply::ApplyArgs),
    Destroy(destroy::DestroyArgs),
    Diff(diff::DiffArgs),
    Export(export::ExportArgs),
    /// Print the JSON Schema of the manifest, for editors
    #[command(after_help = "Example:
  trctl workspace schema > trctl-manifest.schema.json")]
    Schema,
}

#[derive(Debug, clap::Args)]
struct GetArgs {
    /// Name or SID
    name: Option<String>,
}

type Row = Record<Workspace>;

static COLUMNS: [Column<Row>; 10] = [
    Column::new("name", "NAME", |row| {
        row.value.friendly_name.as_str().into()
    }),
    Column::new("sid", "SID", |row| row.value.sid.to_string().into()),
    Column::new("default_activity", "DEFAULT ACTIVITY", |row| {
        row.value.default_activity_name.clone().into()
    }),
    Column::new("timeout_activity", "TIMEOUT ACTIVITY", |row| {
        row.value.timeout_activity_name.clone().into()
    }),
    Column::new("multi_task", "MULTI-TASK", |row| {
        row.value.multi_task_enabled.into()
    }),
    Column::new("order", "ORDER", |row| {
        row.value.prioritize_queue_order.as_str().into()
    }),
    Column::wide("event_callback", "EVENT CALLBACK", |row| {
        row.value.event_callback_url.clone().into()
    }),
    Column::wide("events", "EVENTS", |row| {
        row.value.events_filter.clone().into()
    }),
    Column::wide("created", "CREATED", |row| row.value.date_created.into()),
    Column::wide("updated", "UPDATED", |row| row.value.date_updated.into()),
];

pub(super) fn run(app: &App, args: &WorkspaceArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Create(args) => edit::create(app, args).await,
            Verb::Update(args) => edit::update(app, args).await,
            Verb::Delete(args) => edit::delete(app, args).await,
            Verb::Use(args) => use_::run(app, args).await,
            Verb::Provision(args) => provision::run(app, args).await,
            Verb::Plan(args) => provision::only_plan(app, args).await,
            Verb::Apply(args) => apply::run(app, args).await,
            Verb::Destroy(args) => destroy::run(app, args).await,
            Verb::Diff(args) => diff::run(app, args).await,
            Verb::Export(args) => export::run(app, args).await,
            Verb::Schema => schema::run(app),
        }
    })
}

async fn get(app: &App, args: &GetArgs) -> anyhow::Result<()> {
    let name = match &args.name {
        Some(name) => name.clone(),
        None => app.workspace().await?.to_string(),
    };
    noun::get::<Workspace, _, _>(app, (), &name, &COLUMNS, noun::alone).await
}
