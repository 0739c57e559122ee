//! `trctl tasks trace`: the whole chain of a task, from the call to its end, in order.

mod chain;
mod find;
mod timeline;

use anyhow::Context as _;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use serde::Serialize;

use crate::app::App;
use crate::cli::When;
use crate::commands::noun::JOINS_AT_ONCE;
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::TaskSid;
use crate::output::{Column, Format, Local, Printer};

use chain::Link;
use timeline::Moment;

/// Show the whole chain of a task: call, reservations, conference, workers and events in order
///
/// Takes the SID of a task, reservation (WR…), call (CA…), conference (CF…), event (EV…) or worker
/// (WK…, with `--since`), a worker's name, or a phone number; every task found is shown with the
/// gaps between what happened. Calls and numbers are looked for in the attributes of the tasks
/// there are, and of those made since `--since`: TaskRouter forgets a task minutes after its end,
/// and its events after 30 days.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks trace WT0123456789abcdef0123456789abcdef
  trctl tasks trace +15550100 --since 3d
  trctl tasks trace CA0123456789abcdef0123456789abcdef -o json
  trctl tasks trace dave --since 2h")]
pub(super) struct TraceArgs {
    /// A SID, a phone number, or the name of a worker
    #[arg(value_name = "WHAT")]
    what: String,

    /// How far back to look for a worker, a call or a number: a date, a time, or how long ago
    #[arg(long, value_name = "TIME", default_value = "1d")]
    since: When,
}

/// The chain of one task.
#[derive(Debug, Serialize)]
struct Trace {
    task: TaskSid,
    /// `None` when the task is gone; its events tell how it ended.
    status: Option<String>,
    queue: Option<String>,
    workflow: Option<String>,
    /// Everything that took part.
    links: Vec<Link>,
    /// Everything that happened, in order.
    timeline: Vec<Moment>,
}

static WHOLE: [Column<Local<Trace>>; 6] = [
    Column::new("task", "TASK", |row| row.value.task.to_string().into()),
    Column::new("status", "STATUS", |row| row.value.status.clone().into()),
    Column::new("queue", "QUEUE", |row| row.value.queue.clone().into()),
    Column::new("workflow", "WORKFLOW", |row| {
        row.value.workflow.clone().into()
    }),
    Column::new("from", "FROM", |row| {
        row.value
            .timeline
            .first()
            .map(|first| first.time.clone())
            .into()
    }),
    Column::new("until", "UNTIL", |row| {
        row.value
            .timeline
            .last()
            .map(|last| last.time.clone())
            .into()
    }),
];

pub(super) fn run(app: &App, args: &TraceArgs) -> anyhow::Result<()> {
    app.block_on(async { app.watch(|| show(app, args)).await })
}

async fn show(app: &App, args: &TraceArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let local = app.now().to_zoned(jiff::tz::TimeZone::system());
    let since = args.since.resolve(&local)?;
    let tasks = find::tasks(app, workspace, &args.what, since).await?;
    if tasks.is_empty() {
        return Err(Failure::new(
            ExitCode::NotFound,
            format!("no task has to do with `{}` since {since:.0}", args.what),
        )
        .with_hint("`--since 7d` looks further back; Twilio keeps events for 30 days")
        .into());
    }
    let most = app.global().limit.map_or(usize::MAX, |limit| {
        usize::try_from(limit.get()).unwrap_or(usize::MAX)
    });
    let traces = stream::iter(tasks.into_iter().take(most))
        .map(|task| async move {
            chain::trace(app, workspace, task)
                .await
                .with_context(|| format!("cannot trace task {task}"))
        })
        .buffered(JOINS_AT_ONCE)
        .map_ok(Local::new);
    let printer = app.printer()?;
    let is_table =
        matches!(printer.format(), Format::Table | Format::Wide) && app.global().columns.is_none();
    if !is_table {
        printer.list(&WHOLE, None)?.drain(traces).await?;
        return Ok(());
    }
    let mut traces = std::pin::pin!(traces);
    while let Some(trace) = traces.try_next().await? {
        sections(printer, trace.value)?;
    }
    Ok(())
}

fn sections(printer: &Printer, trace: Trace) -> anyhow::Result<()> {
    let console = printer.console();
    console.print_heading(&format!("Task {}", trace.task))?;
    let mut list = printer.list(&chain::COLUMNS, None)?;
    for link in trace.links {
        list.row(&Local::new(link))?;
    }
    list.finish()?;
    console.print_heading("What happened")?;
    let mut list = printer.list(&timeline::COLUMNS, None)?;
    for moment in trace.timeline {
        list.row(&Local::new(moment))?;
    }
    list.finish()?;
    Ok(())
}
