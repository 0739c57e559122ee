//! `trctl workspace use`: stores the workspace commands work in.

use anyhow::Context as _;

use super::noun::{self, NameArgs};
use crate::app::App;
use crate::model::Workspace;
use crate::model::sid::WorkspaceSid;
use crate::settings::profiles;

pub(super) async fn run(app: &App, args: &NameArgs) -> anyhow::Result<()> {
    let workspace = noun::find::<Workspace>(app, (), &args.name).await?.value;
    let console = app.console();
    let name = &workspace.friendly_name;
    // Who typed a SID may have had to: names of workspaces need not be unique.
    let by_sid = args.name.parse::<WorkspaceSid>().is_ok();
    let stored = if by_sid {
        workspace.sid.to_string()
    } else {
        name.clone()
    };
    if app.global().dry_run {
        console.note(format_args!("dry run: would use workspace `{name}`"));
        return Ok(());
    }
    let remembered = profiles::remember_workspace(app.sources(), app.settings()?, &stored)
        .context("cannot store the workspace")?;
    console.note(format_args!(
        "Using workspace `{name}` ({}) in profile `{}`, stored in `{}`",
        workspace.sid,
        remembered.profile,
        remembered.path.display()
    ));
    if let Some(origin) = remembered.overruled_by {
        console.warn(format_args!("{origin} names another and goes before it"));
    }
    Ok(())
}
