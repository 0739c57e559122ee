//! `trctl tasks stuck`: which tasks have been in their status for too long, what speaks for it, and
//! what would help.

use anyhow::Context as _;
use futures::{Stream, StreamExt as _, TryStreamExt as _, future};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::evidence::{self, Evidence};
use super::row::{TaskRow, since, status};
use super::select::{FilterArgs, Joins, Query, limit};
use super::targets::{is_by_now, status_by_now, status_edit};
use crate::app::{App, Bulk, By, Changes};
use crate::bulk::{self, Item};
use crate::cli::{Age, BulkArgs};
use crate::commands::noun;
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::{TaskSid, WorkspaceSid};
use crate::model::time::IsoTime;
use crate::model::{Task, TaskStatus};
use crate::output::{Cell, Column, Format, Local, plural};
use crate::twilio::Place;

/// List tasks that have been in their status for too long, with the evidence and what would help
///
/// Pending tasks are measured since they were created, others since they last changed. Each is
/// shown with what speaks for it: when its call or conference ended, what its worker is doing,
/// which reservation holds it. That takes up to four requests for each task that is stuck; with
/// `-o sid` there are none.
///
/// Changes nothing, unless `--fix` is given: then pending and reserved tasks are canceled, assigned
/// and wrapping ones completed, after a question.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks stuck --fail-if-any
  trctl tasks stuck --over --fix --dry-run
  trctl tasks stuck --wrapping 15m --over --fix --yes
  trctl tasks stuck --wrapping 2m --pending 15m --queue Support -o json")]
pub(super) struct StuckArgs {
    /// How long a task may be wrapping
    #[arg(long, value_name = "AGE", default_value = "10m")]
    wrapping: Age,

    /// How long a task may be assigned
    #[arg(long, value_name = "AGE", default_value = "4h")]
    assigned: Age,

    /// How long a task may be reserved
    #[arg(long, value_name = "AGE", default_value = "5m")]
    reserved: Age,

    /// How long a task may be pending
    #[arg(long, value_name = "AGE", default_value = "1h")]
    pending: Age,

    /// Only those whose call or conference is over
    #[arg(long)]
    over: bool,

    /// Cancel those that are pending or reserved, complete those that are assigned or wrapping
    ///
    /// A task whose call or conference goes on is left alone.
    #[arg(long)]
    fix: bool,

    /// With `--fix`: those whose call or conference goes on too
    #[arg(long, requires = "fix")]
    include_live: bool,

    /// With `--fix`: reason to store on every task
    #[arg(
        long,
        value_name = "TEXT",
        requires = "fix",
        default_value = "Was stuck"
    )]
    reason: String,

    /// End with exit code 7 if there is any
    #[arg(long, conflicts_with = "fix")]
    fail_if_any: bool,

    #[command(flatten)]
    filters: FilterArgs,

    #[command(flatten)]
    bulk: BulkArgs,
}

/// A task that is stuck.
#[derive(Debug, Serialize, Deserialize)]
struct Stuck {
    sid: TaskSid,
    status: TaskStatus,
    since: IsoTime,
    /// Seconds since then.
    seconds: u64,
    /// Seconds allowed.
    allowed_seconds: u64,
    queue: Option<String>,
    workflow: Option<String>,
    from: Option<String>,
    /// The verb of `trctl tasks` that would end it.
    help: String,
    /// What speaks for it, in one sentence.
    told: String,
    evidence: Evidence,
}

static COLUMNS: [Column<Local<Stuck>>; 14] = [
    Column::new("sid", "SID", |row| row.value.sid.to_string().into()),
    Column::new("status", "STATUS", |row| status(row.value.status)),
    Column::new("since", "SINCE", |row| row.value.since.into()),
    Column::new("seconds", "FOR", |row| Cell::age(row.value.seconds)),
    Column::new("allowed_seconds", "ALLOWED", |row| {
        Cell::age(row.value.allowed_seconds)
    }),
    Column::new("queue", "QUEUE", |row| row.value.queue.clone().into()),
    Column::wide("workflow", "WORKFLOW", |row| {
        row.value.workflow.clone().into()
    }),
    Column::new("from", "FROM", |row| row.value.from.clone().into()),
    Column::new("evidence", "EVIDENCE", |row| row.value.told.as_str().into()),
    Column::new("help", "WOULD HELP", |row| row.value.help.as_str().into()),
    Column::wide("worker", "WORKER", |row| {
        let worker = row.value.evidence.worker.as_ref();
        worker.map(|worker| worker.name.clone()).into()
    }),
    Column::wide("reservation", "RESERVATION", |row| {
        let reservation = row.value.evidence.reservation.as_ref();
        reservation
            .map(|reservation| reservation.sid.to_string())
            .into()
    }),
    Column::wide("call", "CALL", |row| {
        let call = row.value.evidence.call.as_ref();
        call.map(|call| call.sid.to_string()).into()
    }),
    Column::wide("conference", "CONFERENCE", |row| {
        let conference = row.value.evidence.conference.as_ref();
        conference
            .map(|conference| conference.sid.to_string())
            .into()
    }),
];

pub(super) fn run(app: &App, args: &StuckArgs) -> anyhow::Result<()> {
    app.block_on(async {
        let workspace = app.workspace().await?;
        let query = Query::new(
            app,
            workspace,
            &TaskStatus::OPEN,
            &args.filters,
            By::Created,
        )
        .await?
        .unlimited();
        if args.fix {
            let bulk = app.bulk(&args.bulk)?;
            let mut found: Vec<Local<Stuck>> = match left_over(app)? {
                Some(left) => left,
                None => args.found(app, workspace, &query)?.try_collect().await?,
            };
            let all = found.len();
            found.retain(|row| args.include_live || !row.value.evidence.is_live());
            if found.len() < all {
                app.console().note(format_args!(
                    "{} left alone, for the call or conference goes on; `--include-live` ends \
                     them too",
                    plural::tasks(all - found.len())
                ));
            }
            return fix(app, &bulk, workspace, found, &args.reason).await;
        }
        app.watch(|| async {
            let found = app
                .printer()?
                .list(&COLUMNS, None)?
                .drain(args.found(app, workspace, &query)?)
                .await?;
            if found == 0 && matches!(app.printer()?.format(), Format::Table | Format::Wide) {
                app.console().note("no tasks are stuck");
            }
            if args.fail_if_any && found > 0 {
                let found = usize::try_from(found).unwrap_or(usize::MAX);
                let verb = if found == 1 { "is" } else { "are" };
                return Err(Failure::new(
                    ExitCode::CheckFailed,
                    format!("{} {verb} stuck", plural::tasks(found)),
                )
                .into());
            }
            Ok(())
        })
        .await
    })
}

/// What is left of a run that is gone on with, as it was found then.
fn left_over(app: &App) -> anyhow::Result<Option<Vec<Local<Stuck>>>> {
    let Some(left) = app.left_over_items() else {
        return Ok(None);
    };
    left.iter()
        .map(|item| {
            let selected = item.selected.as_deref();
            let selected = selected.context("the journal does not tell what was selected")?;
            let stuck: Stuck = serde_json::from_str(selected.get())
                .context("cannot read a stuck task in the journal")?;
            Ok(Local::about(stuck.sid.to_string(), stuck))
        })
        .collect::<anyhow::Result<_>>()
        .map(Some)
}

/// Ends what is stuck, each with the verb its status allows. What has moved on since is left as
/// it is.
async fn fix(
    app: &App,
    bulk: &Bulk<'_>,
    workspace: WorkspaceSid,
    found: Vec<Local<Stuck>>,
    reason: &str,
) -> anyhow::Result<()> {
    let client = app.client()?;
    let changes = Changes {
        verb: "stuck-fix",
        imperative: "End",
        doing: "ending",
        noun: ("task", "tasks"),
        place: app.place(workspace)?,
        rows: found,
        columns: &COLUMNS,
        legacy: None,
    };
    bulk.change(
        changes,
        |row| Item {
            sid: row.value.sid.to_string(),
            name: row.value.from.clone().unwrap_or_default(),
            subject: (row.value.sid, row.value.status),
        },
        |item, step| async move {
            let (sid, status) = item.subject;
            let end = match status {
                TaskStatus::Pending | TaskStatus::Reserved => TaskStatus::Canceled,
                _ => TaskStatus::Completed,
            };
            bulk::edit::<Task>(
                client,
                &Place::of::<Task>(client.account(), workspace, sid),
                &step,
                |task| {
                    if task.assignment_status == status {
                        Ok(status_edit(end, reason))
                    } else {
                        let now = task.assignment_status;
                        Err(format!("is {now} by now, not {status}"))
                    }
                },
                |task| is_by_now(task, end),
                status_by_now,
            )
            .await
        },
    )
    .await
}

impl StuckArgs {
    /// The tasks that are stuck, as they are found, with what speaks for it.
    fn found<'a>(
        &'a self,
        app: &'a App,
        workspace: WorkspaceSid,
        query: &'a Query<'a>,
    ) -> anyhow::Result<impl Stream<Item = anyhow::Result<Local<Stuck>>> + 'a> {
        let now = app.now();
        let client = app.client()?;
        let is_looked_at = self.over || self.fix || app.printer()?.format() != Format::Sid;
        let at_once = noun::joins_at_once(app);
        let rows = query
            .rows(Joins::None)
            .map(|row| row.context("cannot list the tasks"))
            .try_filter_map(move |row| future::ok(self.judge(&row, now).map(|stuck| (row, stuck))))
            .map_ok(move |(row, mut stuck)| async move {
                if is_looked_at {
                    let evidence = evidence::of(client, workspace, &row).await;
                    stuck.evidence = evidence.with_context(|| {
                        format!("cannot find out what became of task {}", stuck.sid)
                    })?;
                    stuck.told = stuck.evidence.told(now);
                }
                Ok(stuck)
            })
            .try_buffered(at_once)
            .try_filter(|stuck| future::ready(!self.over || stuck.evidence.is_over()))
            .map_ok(|stuck| Local::about(stuck.sid.to_string(), stuck))
            .take(limit(app));
        Ok(rows)
    }

    /// What is to be said of a task, if it is stuck.
    fn judge(&self, row: &TaskRow, now: Timestamp) -> Option<Stuck> {
        let task = row.task();
        let (Age(allowed), help) = match task.assignment_status {
            TaskStatus::Pending => (self.pending, "cancel"),
            TaskStatus::Reserved => (self.reserved, "cancel"),
            TaskStatus::Assigned => (self.assigned, "complete"),
            TaskStatus::Wrapping => (self.wrapping, "complete"),
            TaskStatus::Completed | TaskStatus::Canceled | TaskStatus::Unknown => return None,
        };
        let since = since(task)?;
        let elapsed = now.duration_since(since);
        if elapsed < allowed {
            return None;
        }
        Some(Stuck {
            sid: task.sid,
            status: task.assignment_status,
            since: IsoTime(since),
            seconds: whole_seconds(elapsed),
            allowed_seconds: whole_seconds(allowed),
            queue: task.task_queue_friendly_name.clone(),
            workflow: task.workflow_friendly_name.clone(),
            from: row
                .attribute(&["from"])
                .and_then(serde_json::Value::as_str)
                .map(str::to_owned),
            help: help.to_owned(),
            told: String::new(),
            evidence: Evidence::default(),
        })
    }
}

fn whole_seconds(duration: SignedDuration) -> u64 {
    u64::try_from(duration.as_secs()).unwrap_or(0)
}
