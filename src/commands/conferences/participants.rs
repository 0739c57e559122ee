//! `trctl conferences participants`: the calls in one conference.

use super::noun;
use crate::app::{App, By};
use crate::cli::SelectArgs;
use crate::model::{Conference, Participant};
use crate::output::Column;
use crate::twilio::{Form, Record};

/// List the calls in a conference
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  trctl conferences participants WT… --where 'hold == true'")]
pub(super) struct ParticipantsArgs {
    /// SID or name of the conference, such as its task's SID
    #[arg(value_name = "CONFERENCE")]
    name: String,

    #[command(flatten)]
    select: SelectArgs,
}

pub(super) static COLUMNS: [Column<Record<Participant>>; 8] = [
    Column::new("call", "CALL", |row| row.value.call_sid.to_string().into()),
    Column::new("label", "LABEL", |row| row.value.label.clone().into()),
    Column::new("status", "STATUS", |row| row.value.status.as_str().into()),
    Column::new("muted", "MUTED", |row| row.value.muted.into()),
    Column::new("hold", "HOLD", |row| row.value.hold.into()),
    Column::new("ends", "ENDS CONFERENCE", |row| {
        row.value.end_conference_on_exit.into()
    }),
    Column::wide("coaching", "COACHING", |row| row.value.coaching.into()),
    Column::wide("created", "CREATED", |row| row.value.date_created.into()),
];

pub(super) async fn run(app: &App, args: &ParticipantsArgs) -> anyhow::Result<()> {
    let conference = app.client()?.resolve::<Conference>((), &args.name).await?;
    let listing = noun::Listing {
        scope: conference,
        filters: Form::new(),
        selection: &app.selection(&args.select, By::Created, &COLUMNS)?,
        columns: &COLUMNS,
        legacy: None,
    };
    noun::list::<Participant, _, _>(app, listing, noun::alone).await
}
