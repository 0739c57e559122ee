//! `trctl activities`: what workers can be doing.

mod edit;
mod list;

use std::sync::Arc;

use futures::future;

use super::noun::{self, Joined, NameArgs, NamesArgs};
use crate::app::App;
use crate::model::{Activity, Workspace};
use crate::output::{Cell, Column, Tone};

/// See and change what workers can be doing
#[derive(Debug, clap::Args)]
pub(super) struct ActivitiesArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    /// Show one activity
    Get(NameArgs),
    Create(edit::CreateArgs),
    Update(edit::UpdateArgs),
    /// Delete activities that nobody is in
    ///
    /// The workspace's default and timeout activity stay, as do those that a task queue uses.
    #[command(after_help = "Example:
  trctl activities delete Lunch --yes")]
    Delete(NamesArgs),
}

/// An activity, and the workspace that may have made it its default.
type Row = Joined<Activity, Arc<Workspace>>;

static COLUMNS: [Column<Row>; 6] = [
    Column::new("name", "NAME", |row| {
        row.record.value.friendly_name.as_str().into()
    }),
    Column::new("sid", "SID", |row| row.record.value.sid.to_string().into()),
    Column::new("available", "AVAILABLE", |row| {
        let available = row.record.value.available;
        let tone = if available == Some(true) {
            Tone::Good
        } else {
            Tone::Dim
        };
        Cell::from(available).tone(tone)
    }),
    Column::new("role", "ROLE", |row| row.role().into()),
    Column::wide("created", "CREATED", |row| {
        row.record.value.date_created.into()
    }),
    Column::wide("updated", "UPDATED", |row| {
        row.record.value.date_updated.into()
    }),
];

impl Row {
    /// What the workspace uses the activity for.
    fn role(&self) -> Option<String> {
        let sid = Some(self.record.value.sid);
        let roles = [
            (self.joined.default_activity_sid == sid, "default"),
            (self.joined.timeout_activity_sid == sid, "timeout"),
        ];
        let roles: Vec<&str> = roles
            .iter()
            .filter(|(plays, _)| *plays)
            .map(|(_, role)| *role)
            .collect();
        (!roles.is_empty()).then(|| roles.join(", "))
    }
}

pub(super) fn run(app: &App, args: &ActivitiesArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Create(args) => edit::create(app, args).await,
            Verb::Update(args) => edit::update(app, args).await,
            Verb::Delete(args) => edit::delete(app, args).await,
        }
    })
}

async fn get(app: &App, args: &NameArgs) -> anyhow::Result<()> {
    let sid = app.workspace().await?;
    let workspace = app.client()?.get::<Workspace>((), sid).await?.record.value;
    let joined = Arc::new(workspace);
    noun::get::<Activity, _, _>(app, sid, &args.name, &COLUMNS, |record| {
        future::ready(Ok(Row { record, joined }))
    })
    .await
}
