//! `trctl events backfill`: takes in what the event store has missed.

use jiff::Timestamp;
use serde::Serialize;

use super::list::moment;
use crate::app::App;
use crate::cli::When;
use crate::commands::event_store::{Opened, StoreArgs};
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Column, Local};
use crate::serve::backfill::{Filled, Window, backfill};

/// Take in what the event store has missed, from Twilio's log
///
/// Begins where the last back-fill ended, or with the 30 days that Twilio keeps. What is known
/// already is merged, so that nothing is there twice; a back-fill that is cut short goes on where it
/// ended. A running `trctl serve` has the store to itself: `trctl serve --backfill` does the same
/// when it starts.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl events backfill
  trctl events backfill --since 30d
  trctl events backfill --since 2026-11-20T08:00 --until 2026-11-20T12:00 -o json")]
pub(super) struct BackfillArgs {
    /// Begin with this moment: a date, a time, or how long ago (`2h`)
    #[arg(long, value_name = "TIME")]
    since: Option<When>,

    /// End with this moment
    #[arg(long, value_name = "TIME")]
    until: Option<When>,

    #[command(flatten)]
    store: StoreArgs,
}

/// What was taken in.
#[derive(Debug, Serialize)]
struct Row {
    since: Option<Timestamp>,
    until: Option<Timestamp>,
    new: usize,
    known: usize,
    quarantined: usize,
}

static COLUMNS: [Column<Local<Row>>; 5] = [
    Column::new("new", "NEW", |row| Some(row.value.new as u64).into()),
    Column::new("known", "KNOWN", |row| Some(row.value.known as u64).into()),
    Column::new("quarantined", "QUARANTINED", |row| {
        Some(row.value.quarantined as u64).into()
    }),
    Column::new("since", "SINCE", |row| row.value.since.into()),
    Column::new("until", "UNTIL", |row| row.value.until.into()),
];

impl From<Filled> for Row {
    fn from(filled: Filled) -> Self {
        Self {
            since: Timestamp::from_millisecond(filled.since).ok(),
            until: Timestamp::from_millisecond(filled.reached).ok(),
            new: filled.new,
            known: filled.known,
            quarantined: filled.quarantined,
        }
    }
}

pub(super) async fn run(app: &App, args: &BackfillArgs) -> anyhow::Result<()> {
    app.refuse_watch()?;
    if app.global().dry_run {
        return Err(
            Failure::usage("a back-fill that takes nothing in tells nothing")
                .with_hint("`trctl events verify` tells what is missing")
                .into(),
        );
    }
    let window = Window {
        since: millisecond(app, args.since.as_ref())?,
        until: millisecond(app, args.until.as_ref())?,
    };
    if let (Some(since), Some(until)) = (window.since, window.until)
        && since > until
    {
        return Err(Failure::usage("`--until` is before `--since`").into());
    }
    let client = app.client()?;
    let workspace = app.workspace().await?;
    let Opened { store, path } = args.store.to_write(app).await?;
    let progress = app.console().progress_counting("reading events");
    let filling = backfill(
        client,
        &*store,
        &path,
        workspace,
        window,
        app.now(),
        |so_far| {
            progress.set((so_far.new + so_far.known) as u64);
            if let Ok(reached) = Timestamp::from_millisecond(so_far.reached) {
                progress.remark(format!("until {reached:.0}, {} new", so_far.new));
            }
        },
    );
    let outcome = tokio::select! {
        outcome = filling => outcome.map_err(anyhow::Error::from),
        Ok(()) = tokio::signal::ctrl_c() => Err(Failure::new(
            ExitCode::Interrupted,
            "stopped; the next back-fill without `--since` takes in what is still missing",
        )
        .into()),
    };
    drop(progress);
    // Whoever reads the facts next is to find all of it there.
    let settled = match outcome {
        Ok(_) => store.settled().await,
        Err(_) => Ok(()),
    };
    store.close().await;
    let row = Local::new(Row::from(outcome?));
    settled?;
    app.printer()?.object(&row, &COLUMNS, None)?;
    Ok(())
}

fn millisecond(app: &App, when: Option<&When>) -> anyhow::Result<Option<i64>> {
    Ok(moment(app, when)?.map(Timestamp::as_millisecond))
}
