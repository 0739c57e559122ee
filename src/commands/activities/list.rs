//! `trctl activities list`: every activity of the workspace.

use std::sync::Arc;

use futures::future;

use super::{COLUMNS, Row, noun};
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::{Activity, Workspace};
use crate::output::Legacy;
use crate::twilio::Form;

/// List what workers can be doing, and whether tasks come meanwhile
///
/// ROLE tells the activity of new workers (`default`) and that of workers who let an offer time
/// out (`timeout`).
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    /// Only the one with exactly this name
    #[arg(long)]
    name: Option<String>,

    /// Only those in which tasks come; `=false` for the others
    #[arg(
        long,
        value_name = "BOOL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    available: Option<bool>,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) async fn run(app: &App, args: &ListArgs) -> anyhow::Result<()> {
    let sid = app.workspace().await?;
    let workspace = app.client()?.get::<Workspace>((), sid).await?.record.value;
    let workspace = Arc::new(workspace);
    let listing = noun::Listing {
        scope: sid,
        filters: Form::new()
            .with_option("FriendlyName", args.name.as_deref())
            .with_option("Available", args.available),
        selection: &app.selection(&args.select, By::Created, &COLUMNS)?,
        columns: &COLUMNS,
        legacy: Some(legacy(&workspace)),
    };
    noun::list::<Activity, _, _>(app, listing, |record| {
        let joined = Arc::clone(&workspace);
        future::ready(Ok(Row { record, joined }))
    })
    .await
}

/// The lines of `workspaceActivites.js`.
fn legacy(workspace: &Workspace) -> Legacy<Row> {
    Legacy {
        before: vec![
            "+++ List a WorkSpace's Activities.".to_owned(),
            format!("+ Workspace friendlyName: {}", workspace.friendly_name),
            "++ Load workspace activies.".to_owned(),
        ],
        row: |row| {
            let activity = &row.record.value;
            vec![format!(
                "+ SID: {} : {}",
                activity.sid, activity.friendly_name
            )]
        },
        after: vec!["+++ Completed...".to_owned()],
    }
}
