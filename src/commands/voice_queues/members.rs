//! `trctl voice-queues members`: the callers in one line.

use super::{find, noun};
use crate::app::{App, By};
use crate::cli::{SelectArgs, WhereArgs};
use crate::model::Member;
use crate::output::{Cell, Column};
use crate::twilio::{Form, Record};

/// List the callers in a voice queue, the next one first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl voice-queues members Support --where 'wait_time > 60'")]
pub(super) struct MembersArgs {
    /// SID or name of the voice queue, or its workflow's
    #[arg(value_name = "VOICE-QUEUE")]
    name: String,

    #[command(flatten)]
    conditions: WhereArgs,
}

pub(super) static COLUMNS: [Column<Record<Member>>; 4] = [
    Column::new("position", "POSITION", |row| row.value.position.into()),
    Column::new("call", "CALL", |row| row.value.call_sid.to_string().into()),
    Column::new("wait", "WAIT", |row| Cell::age(row.value.wait_time)),
    Column::new("enqueued", "ENQUEUED", |row| row.value.date_enqueued.into()),
];

pub(super) async fn run(app: &App, args: &MembersArgs) -> anyhow::Result<()> {
    let select = SelectArgs {
        conditions: args.conditions.clone(),
        ..SelectArgs::default()
    };
    let listing = noun::Listing {
        scope: find(app, &args.name).await?,
        filters: Form::new(),
        selection: &app.selection(&select, By::Created, &COLUMNS)?,
        columns: &COLUMNS,
        legacy: None,
    };
    noun::list::<Member, _, _>(app, listing, noun::alone).await
}
