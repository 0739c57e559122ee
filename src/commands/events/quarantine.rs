//! `trctl events quarantine`: what was sent as an event and is none.

use jiff::Timestamp;

use crate::app::App;
use crate::commands::event_store::StoreArgs;
use crate::events::{QUARANTINE, Quarantined};
use crate::exit_code::{ExitCode, Failure};
use crate::output::{Column, Local};

/// Show what was sent as an event and could not be understood, newest first
///
/// It is kept as it was sent, with the reason; of the last 10,000, for older ones make room. `-o json`
/// shows all of it, with bytes that are no text in `body_base64`; `--id` what was sent alone.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl events quarantine
  trctl events quarantine --id 3
  trctl events quarantine --limit 20 -o ndjson")]
pub(super) struct QuarantineArgs {
    /// Print what was sent under this number, and nothing else
    #[arg(long, value_name = "NUMBER")]
    id: Option<u64>,

    #[command(flatten)]
    store: StoreArgs,
}

type Row = Local<Quarantined>;

static COLUMNS: [Column<Row>; 6] = [
    Column::new("number", "NUMBER", |row| Some(row.value.number).into()),
    Column::new("at", "TIME", |row| {
        Timestamp::from_millisecond(row.value.rejected.at)
            .ok()
            .map(|at| format!("{at:.3}"))
            .into()
    }),
    Column::new("encoding", "SENT AS", |row| {
        row.value.rejected.encoding.as_str().into()
    }),
    Column::new("reason", "REASON", |row| {
        row.value.rejected.reason.as_str().into()
    }),
    Column::new("bytes", "BYTES", |row| {
        Some(row.value.rejected.body.0.len() as u64).into()
    }),
    Column::wide("body", "BODY", |row| {
        row.value.rejected.body.text().into_owned().into()
    }),
];

pub(super) async fn run(app: &App, args: &QuarantineArgs) -> anyhow::Result<()> {
    let opened = args.store.to_read(app).await?;
    let store = &*opened.store;
    if let Some(number) = args.id {
        let Some(found) = store.rejected(number).await? else {
            return Err(Failure::new(
                ExitCode::NotFound,
                format!("the quarantine has no number {number}"),
            )
            .with_hint("`trctl events quarantine` lists what is there")
            .into());
        };
        let mut sent = found.rejected.body.0;
        sent.push(b'\n');
        app.console().print_bytes(&sent)?;
        return Ok(());
    }
    let ever = store.quarantine_size().await?;
    let all = usize::try_from(ever.min(QUARANTINE)).unwrap_or(usize::MAX);
    let limit = app.global().limit.map_or(all, |limit| {
        usize::try_from(limit.get()).unwrap_or(usize::MAX).min(all)
    });
    let mut list = app.printer()?.list(&COLUMNS, None)?;
    for found in store.quarantined(limit).await? {
        list.row(&Local::new(found))?;
    }
    list.finish()?;
    if all == 0 {
        app.console().note("the quarantine is empty");
    } else if limit < all {
        app.console()
            .note(format_args!("{} more are there", all - limit));
    }
    if ever > QUARANTINE {
        app.console().note(format_args!(
            "{} older ones had to make room",
            ever - QUARANTINE
        ));
    }
    Ok(())
}
