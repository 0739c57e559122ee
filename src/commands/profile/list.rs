//! `trctl profile list`: every profile there is.

use serde::Serialize;

use crate::app::App;
use crate::output::{Column, Local};
use crate::settings::profiles::{self, ProfileFile};

/// List the profiles: stored ones, twilio-cli's and the built-in one
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {}

#[derive(Debug, Serialize)]
struct Profile {
    name: String,
    current: bool,
    account_sid: Option<String>,
    workspace: Option<String>,
    kept_in: String,
}

static COLUMNS: [Column<Local<Profile>>; 5] = [
    Column::new("name", "NAME", |row| row.value.name.as_str().into()),
    Column::new("current", "IN USE", |row| {
        if row.value.current { "yes" } else { "" }.into()
    }),
    Column::new("account_sid", "ACCOUNT", |row| {
        row.value.account_sid.clone().into()
    }),
    Column::new("workspace", "WORKSPACE", |row| {
        row.value.workspace.clone().into()
    }),
    Column::new("kept_in", "KEPT IN", |row| {
        row.value.kept_in.as_str().into()
    }),
];

pub(super) fn run(app: &App, _: &ListArgs) -> anyhow::Result<()> {
    let in_use = app.settings()?.profile.as_ref();
    let file = ProfileFile::open(app.sources())?;
    // Settings have warned already.
    let profiles = profiles::all(app.sources(), &file, &mut Vec::new());
    let mut list = app.printer()?.list(&COLUMNS, None)?;
    for profile in profiles {
        list.row(&Local::new(Profile {
            current: in_use.is_some_and(|in_use| in_use.value == profile.name),
            name: profile.name,
            account_sid: profile.account_sid,
            workspace: profile.workspace,
            kept_in: profile.kept_in,
        }))?;
    }
    list.finish()?;
    Ok(())
}
