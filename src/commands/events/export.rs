//! `trctl events export`: the events of the store, for programs.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use jiff::Timestamp;

use crate::app::App;
use crate::cli::PeriodArgs;
use crate::commands::event_store::StoreArgs;
use crate::events::{EventStore, Span, StoreError, Stored};
use crate::exit_code::Failure;
use crate::output::{Cell, Column, Format, Local, plural};

/// Events that are in memory at the same time.
const CHUNK: usize = 500;

/// Write the events of the store, as NDJSON unless `-o` says otherwise
///
/// By arrival, or by the time they happened when a period is asked for. `events ingest` reads it
/// again: a store that is made from it has the same events and facts. A running `trctl serve` is not
/// disturbed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl events export --file events.ndjson
  trctl events export --since 2026-11-20 --until 2026-11-21 -o csv > friday.csv
  trctl events export --type reservation.timeout --since 7d | jq -r .event_data.worker_name
  trctl events export | ssh archive trctl events ingest -")]
pub(super) struct ExportArgs {
    #[command(flatten)]
    period: PeriodArgs,

    /// Only events of this type, such as `task.created` or `reservation.*` (can be repeated)
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    kinds: Vec<String>,

    /// Write NDJSON to a file, which is there whole or not at all
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,

    #[command(flatten)]
    store: StoreArgs,
}

type Row = Local<Stored>;

static COLUMNS: [Column<Row>; 18] = [
    Column::new("position", "POSITION", |row| row.value.position.into()),
    Column::new("time", "TIME", |row| {
        Timestamp::from_millisecond(row.value.event.at)
            .ok()
            .map(|at| format!("{at:.3}"))
            .into()
    }),
    Column::new("type", "TYPE", |row| row.value.event.kind.as_str().into()),
    Column::new("worker", "WORKER", |row| parameter(row, "worker_name")),
    Column::new("queue", "QUEUE", |row| parameter(row, "task_queue_name")),
    Column::wide("description", "DESCRIPTION", |row| {
        parameter(row, "event_description")
    }),
    Column::wide("sid", "SID", |row| row.value.event.sid.to_string().into()),
    Column::wide("workspace", "WORKSPACE", |row| {
        let workspace = row.value.event.workspace_sid;
        workspace.map(|workspace| workspace.to_string()).into()
    }),
    Column::wide("task", "TASK", |row| parameter(row, "task_sid")),
    Column::wide("status", "STATUS", |row| {
        parameter(row, "task_assignment_status")
    }),
    Column::wide("priority", "PRIORITY", |row| {
        parameter(row, "task_priority")
    }),
    Column::wide("reason", "REASON", |row| parameter(row, "reason")),
    Column::wide("channel", "CHANNEL", |row| {
        parameter(row, "task_channel_unique_name")
    }),
    Column::wide("workflow", "WORKFLOW", |row| {
        parameter(row, "workflow_name")
    }),
    Column::wide("reservation", "RESERVATION", |row| {
        parameter(row, "reservation_sid")
    }),
    Column::wide("worker_sid", "WORKER SID", |row| {
        parameter(row, "worker_sid")
    }),
    Column::wide("activity", "ACTIVITY", |row| {
        parameter(row, "worker_activity_name")
    }),
    Column::wide("attributes", "ATTRIBUTES", |row| {
        parameter(row, "task_attributes")
    }),
];

fn parameter(row: &Row, name: &str) -> Cell {
    row.value.event.parameter(name).map(str::to_owned).into()
}

pub(super) async fn run(app: &App, args: &ExportArgs) -> anyhow::Result<()> {
    app.refuse_watch()?;
    let (since, until) = app.period(&args.period)?;
    let span = (since.is_some() || until.is_some()).then(|| Span {
        from: since.map_or(i64::MIN, Timestamp::as_millisecond),
        to: until.map_or(i64::MAX, Timestamp::as_millisecond),
    });
    let is_ndjson = matches!(app.global().output.as_deref(), None | Some("ndjson"));
    if args.file.is_some() && (!is_ndjson || app.global().jq.is_some()) {
        return Err(Failure::usage("`--file` writes NDJSON only")
            .with_hint("other formats go to stdout: `… -o csv > FILE`")
            .into());
    }
    let opened = args.store.to_read(app).await?;
    let mut events = Events {
        store: &*opened.store,
        span,
        last: None,
        left: app
            .global()
            .limit
            .map_or(u64::MAX, std::num::NonZeroU64::get),
        kinds: &args.kinds,
    };
    let outcome = match &args.file {
        Some(file) => {
            let path = app.sources().directory.join(file);
            to_file(app, &mut events, &path)
                .await
                .with_context(|| format!("cannot write `{}`", file.display()))
        }
        None => to_stdout(app, &mut events).await,
    };
    opened.store.close().await;
    outcome
}

async fn to_stdout(app: &App, events: &mut Events<'_>) -> anyhow::Result<()> {
    let printer = app.export_printer(Format::Ndjson)?;
    let mut list = printer.list(&COLUMNS, None)?;
    while let Some(chunk) = events.next().await? {
        for stored in chunk {
            let sid = stored.event.sid.to_string();
            list.row(&Local::about(sid, stored))?;
        }
    }
    list.finish()?;
    Ok(())
}

async fn to_file(app: &App, events: &mut Events<'_>, path: &Path) -> anyhow::Result<()> {
    let directory = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    // Temporary files are their owner's alone, and renaming keeps it: there are names and telephone
    // numbers in it.
    let file = tempfile::Builder::new()
        .prefix(".trctl-")
        .tempfile_in(directory)?;
    let mut writer = BufWriter::with_capacity(1 << 16, file);
    let progress = app.console().progress_counting("writing events");
    let mut count = 0;
    while let Some(chunk) = events.next().await? {
        for stored in &chunk {
            serde_json::to_writer(&mut writer, stored)?;
            writer.write_all(b"\n")?;
        }
        count += chunk.len();
        progress.set(count as u64);
    }
    drop(progress);
    let file = writer
        .into_inner()
        .map_err(std::io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    app.console().note(format_args!(
        "wrote {} to {}",
        plural::count(count, "event"),
        path.display()
    ));
    Ok(())
}

/// The events that are wanted, chunk by chunk.
struct Events<'a> {
    store: &'a dyn EventStore,
    /// The period; none for all of them, by arrival.
    span: Option<Span>,
    last: Option<Stored>,
    left: u64,
    kinds: &'a [String],
}

impl Events<'_> {
    /// The next ones; `None` behind the last.
    async fn next(&mut self) -> Result<Option<Vec<Stored>>, StoreError> {
        while self.left > 0 {
            let last = self.last.as_ref();
            let mut chunk = if let Some(span) = self.span {
                let behind = last.map(Stored::mark);
                self.store.between(span, behind, CHUNK).await?
            } else {
                let position = last.map_or(0, |last| last.position);
                self.store.after(position, CHUNK).await?
            };
            let Some(last) = chunk.last() else {
                return Ok(None);
            };
            self.last = Some(last.clone());
            chunk.retain(|stored| self.takes(&stored.event.kind));
            chunk.truncate(usize::try_from(self.left).unwrap_or(usize::MAX));
            self.left -= chunk.len() as u64;
            if !chunk.is_empty() {
                return Ok(Some(chunk));
            }
        }
        Ok(None)
    }

    fn takes(&self, kind: &str) -> bool {
        self.kinds.is_empty()
            || self
                .kinds
                .iter()
                .any(|wanted| match wanted.strip_suffix('*') {
                    Some(family) => kind.starts_with(family),
                    None => wanted == kind,
                })
    }
}
