//! `trctl events verify`: whether the event store has what Twilio's log has.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::list::moment;
use crate::app::App;
use crate::cli::When;
use crate::commands::event_store::{Opened, StoreArgs};
use crate::events::Span;
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Cell, Column, Local, Tone, plural};
use crate::serve::verify::{Compared, verify};

/// What is younger may still be on its way here.
const ON_ITS_WAY: SignedDuration = SignedDuration::from_mins(1);

/// The period when none is asked for.
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// Compare the event store with Twilio's log, event by event
///
/// Prints the types and days (UTC) on which they differ, and ends with exit code 7 if there are
/// any. The last 24 hours unless told otherwise, without the last minute: its events may still be on
/// their way. `-o json` names the first ten events of each difference.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl events verify
  trctl events verify --since 30d
  trctl events verify --since 7d -o json || trctl events backfill --since 7d")]
pub(super) struct VerifyArgs {
    /// Begin with this moment: a date, a time, or how long ago (`2h`)
    #[arg(long, value_name = "TIME")]
    since: Option<When>,

    /// End with this moment
    #[arg(long, value_name = "TIME")]
    until: Option<When>,

    /// Print where they are the same, too
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    store: StoreArgs,
}

#[derive(Debug, Serialize)]
struct Row {
    day: Date,
    #[serde(rename = "type")]
    kind: String,
    #[serde(flatten)]
    compared: Compared,
}

static COLUMNS: [Column<Local<Row>>; 6] = [
    Column::new("day", "DAY", |row| row.value.day.to_string().into()),
    Column::new("type", "TYPE", |row| row.value.kind.as_str().into()),
    Column::new("twilio", "TWILIO", |row| {
        Some(row.value.compared.twilio).into()
    }),
    Column::new("store", "STORE", |row| {
        Some(row.value.compared.store).into()
    }),
    Column::new("missing", "MISSING", |row| {
        wrong(row.value.compared.missing)
    }),
    Column::new("extra", "EXTRA", |row| wrong(row.value.compared.extra)),
];

fn wrong(count: u64) -> Cell {
    let cell = Cell::from(Some(count));
    if count > 0 {
        cell.tone(Tone::Bad)
    } else {
        cell
    }
}

pub(super) async fn run(app: &App, args: &VerifyArgs) -> anyhow::Result<()> {
    app.refuse_watch()?;
    let now = app.now();
    let since = match moment(app, args.since.as_ref())? {
        Some(since) => since,
        None => now.checked_sub(A_DAY)?,
    };
    let until = match moment(app, args.until.as_ref())? {
        Some(until) => until,
        None => now.checked_sub(ON_ITS_WAY)?,
    };
    if since > until {
        return Err(Failure::usage(format!(
            "there is nothing to compare between {since} and {until}"
        ))
        .with_hint("the last minute is left out unless `--until` asks for it")
        .into());
    }
    // Whole seconds: some callbacks tell no more.
    let span = Span {
        from: since.as_second() * 1000,
        to: second_behind(until) * 1000,
    };
    let client = app.client()?;
    let workspace = app.workspace().await?;
    let Opened { store, .. } = args.store.to_read(app).await?;
    let progress = app.console().progress_counting("comparing events");
    let comparison = verify(client, &*store, workspace, span, now, |read| {
        progress.set(read);
    })
    .await?;
    drop(progress);
    store.close().await;
    show(app, args.all, comparison)
}

fn second_behind(moment: Timestamp) -> i64 {
    moment.as_second() + i64::from(moment.subsec_nanosecond() > 0)
}

fn show(
    app: &App,
    all: bool,
    comparison: BTreeMap<(Date, String), Compared>,
) -> anyhow::Result<()> {
    let total = |count: fn(&Compared) -> u64| -> u64 { comparison.values().map(count).sum() };
    let (twilio, missing, extra) = (
        total(|row| row.twilio),
        total(|row| row.missing),
        total(|row| row.extra),
    );
    let mut list = app.printer()?.list(&COLUMNS, None)?;
    for ((day, kind), compared) in comparison {
        if all || compared.differs() {
            list.row(&Local::new(Row {
                day,
                kind,
                compared,
            }))?;
        }
    }
    list.finish()?;
    if missing == 0 && extra == 0 {
        app.console().note(format_args!(
            "the store has {} of Twilio's log, and no other",
            match twilio {
                0 => "none, as there is none,".to_owned(),
                1 => "the one event".to_owned(),
                several => format!("all {several} events"),
            }
        ));
        return Ok(());
    }
    let many = |count: u64| plural::count(usize::try_from(count).unwrap_or(usize::MAX), "event");
    let mut said = Vec::new();
    if missing > 0 {
        said.push(format!(
            "{} of Twilio's log missing in the store",
            many(missing)
        ));
    }
    if extra > 0 {
        said.push(format!("{} of the store unknown to Twilio", many(extra)));
    }
    let failure = Failure::new(ExitCode::CheckFailed, said.join(", "));
    Err(if missing > 0 {
        failure
            .with_hint("`trctl events backfill --since` with the first of the days takes them in")
    } else {
        failure
    }
    .into())
}
