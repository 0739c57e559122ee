//! `trctl calls`: the telephone calls of the account.

mod hang_up;
mod list;
mod redirect;

use jiff::Timestamp;

use super::noun::{self, Joined};
use crate::app::{App, Changes};
use crate::bulk::Item;
use crate::model::sid::CallSid;
use crate::model::{Call, CallStatus};
use crate::output::{Cell, Column, Tone};

/// See the account's calls, send them elsewhere, hang up
#[derive(Debug, clap::Args)]
pub(super) struct CallsArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, clap::Subcommand)]
enum Verb {
    List(list::ListArgs),
    Get(GetArgs),
    Redirect(redirect::RedirectArgs),
    #[command(visible_alias = "hangup")]
    HangUp(hang_up::HangUpArgs),
}

/// Show one call
#[derive(Debug, clap::Args)]
struct GetArgs {
    /// SID of the call
    #[arg(value_name = "CA…")]
    sid: CallSid,
}

/// A call, and the time.
type Row = Joined<Call, Timestamp>;

static COLUMNS: [Column<Row>; 10] = [
    Column::new("sid", "SID", |row| row.record.value.sid.to_string().into()),
    Column::new("status", "STATUS", |row| status(row.record.value.status)),
    Column::new("from", "FROM", |row| row.record.value.from.as_str().into()),
    Column::new("to", "TO", |row| row.record.value.to.as_str().into()),
    Column::new("direction", "DIRECTION", |row| {
        row.record.value.direction.clone().into()
    }),
    Column::new("age", "AGE", |row| {
        let created = row.record.value.date_created;
        noun::age(created.map(|created| created.0), row.joined)
    }),
    Column::wide("duration", "SECONDS", |row| {
        let duration = row.record.value.duration.as_deref();
        duration
            .and_then(|text| text.parse::<u64>().ok())
            .map(Cell::age)
            .unwrap_or_default()
    }),
    Column::wide("parent", "PARENT", |row| {
        let parent = row.record.value.parent_call_sid;
        parent.map(|sid| sid.to_string()).into()
    }),
    Column::wide("started", "STARTED", |row| {
        row.record.value.start_time.into()
    }),
    Column::wide("ended", "ENDED", |row| row.record.value.end_time.into()),
];

fn status(status: CallStatus) -> Cell {
    let tone = match status {
        CallStatus::InProgress => Tone::Good,
        CallStatus::Queued | CallStatus::Ringing => Tone::Notice,
        CallStatus::Failed => Tone::Bad,
        _ => Tone::Dim,
    };
    Cell::from(status.as_str()).tone(tone)
}

pub(super) fn run(app: &App, args: &CallsArgs) -> anyhow::Result<()> {
    app.block_on(async {
        match &args.verb {
            Verb::List(args) => app.watch(|| list::run(app, args)).await,
            Verb::Get(args) => app.watch(|| get(app, args)).await,
            Verb::Redirect(args) => redirect::run(app, args).await,
            Verb::HangUp(args) => hang_up::run(app, args).await,
        }
    })
}

async fn get(app: &App, args: &GetArgs) -> anyhow::Result<()> {
    let joined = app.now();
    noun::get::<Call, _, _>(app, (), &args.sid.to_string(), &COLUMNS, async |record| {
        Ok(Row { record, joined })
    })
    .await
}

/// A change of the calls with these SIDs: its name in the journal, the verb and its progress.
async fn changes(
    app: &App,
    sids: &[CallSid],
    (verb, imperative, doing): (&'static str, &'static str, &'static str),
) -> anyhow::Result<Changes<Row>> {
    let names: Vec<String> = sids.iter().map(CallSid::to_string).collect();
    let joined = app.now();
    let found = noun::named::<Call>(app, (), &names).await?;
    Ok(Changes {
        verb,
        imperative,
        doing,
        noun: ("call", "calls"),
        place: format!("account {}", app.client()?.account()),
        rows: found
            .into_iter()
            .map(|record| Row { record, joined })
            .collect(),
        columns: &COLUMNS,
        legacy: None,
    })
}

fn item(row: Row) -> Item<Call> {
    Item {
        sid: row.record.value.sid.to_string(),
        name: row.record.value.from.clone(),
        subject: row.record.value,
    }
}
