//! `trctl orphans`: what is left over where voice and routing lost each other.

use std::collections::HashSet;

use anyhow::Context as _;
use clap::ValueEnum;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::guards;
use super::noun::JOINS_AT_ONCE;
use super::tasks::evidence;
use crate::app::App;
use crate::cli::Age;
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::{CallSid, TaskSid, WorkflowSid, WorkspaceSid};
use crate::model::time::IsoTime;
use crate::model::{Conference, ConferenceStatus, Member, Task, TaskStatus, VoiceQueue, Workspace};
use crate::output::{Cell, Column, Format, Local, plural};
use crate::twilio::{Client, ListQuery};

/// Find conferences without a task, tasks without a call, and callers in line without a task
///
/// Looks at conferences that run and are named after a task, at unfinished tasks of the workspace
/// that name their call (`call_sid`, or the customer's of their conference), and at the voice queues that are named after a workflow.
/// Tasks are looked for in every workspace of the account, since conferences and callers belong to
/// the account. What is younger than `--older-than` may still find its other half and is left out.
///
/// Changes nothing: each is shown with the command that would clean it up.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl orphans
  trctl orphans --kind task --older-than 1h -o json
  trctl orphans --fail-if-any")]
pub(super) struct OrphansArgs {
    /// Only orphans of this kind (can be repeated)
    #[arg(long, value_name = "KIND", value_enum)]
    kind: Vec<Kind>,

    /// Leave out what is younger than this
    #[arg(long, value_name = "AGE", default_value = "1m")]
    older_than: Age,

    /// End with exit code 7 if there is any
    #[arg(long)]
    fail_if_any: bool,
}

/// What has lost its other half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// A conference without its task
    Conference,
    /// A task without its call
    Task,
    /// A caller in line without a task
    Member,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Conference => "conference",
            Self::Task => "task",
            Self::Member => "member",
        }
    }
}

/// Something that has lost its other half.
#[derive(Debug, Serialize)]
struct Orphan {
    kind: Kind,
    /// The conference, the task, or the caller's call.
    sid: String,
    since: Option<IsoTime>,
    /// Seconds since then.
    seconds: Option<u64>,
    why: String,
    /// What to type.
    clean: String,
}

static COLUMNS: [Column<Local<Orphan>>; 6] = [
    Column::new("kind", "KIND", |row| row.value.kind.as_str().into()),
    Column::new("sid", "SID", |row| row.value.sid.as_str().into()),
    Column::new("age", "AGE", |row| {
        row.value.seconds.map_or(Cell::EMPTY, Cell::age)
    }),
    Column::new("why", "WHY", |row| row.value.why.as_str().into()),
    Column::new("clean", "TO CLEAN IT UP", |row| {
        row.value.clean.as_str().into()
    }),
    Column::wide("since", "SINCE", |row| row.value.since.into()),
];

pub(super) fn run(app: &App, args: &OrphansArgs) -> anyhow::Result<()> {
    app.block_on(async { app.watch(|| show(app, args)).await })
}

async fn show(app: &App, args: &OrphansArgs) -> anyhow::Result<()> {
    let client = app.client()?;
    let workspace = app.workspace().await?;
    let search = Search {
        client,
        now: app.now(),
        older_than: args.older_than.0,
        workspaces: workspaces(client).await?,
    };
    let wants = |kind| args.kind.is_empty() || args.kind.contains(&kind);
    let (conferences, tasks, members) = futures::try_join!(
        search.if_wanted(wants(Kind::Conference), search.conferences()),
        search.if_wanted(wants(Kind::Task), search.tasks(workspace)),
        search.if_wanted(wants(Kind::Member), search.members()),
    )?;
    let found = conferences.into_iter().chain(tasks).chain(members);
    let most = app.global().limit.map_or(usize::MAX, |limit| {
        usize::try_from(limit.get()).unwrap_or(usize::MAX)
    });
    let mut list = app.printer()?.list(&COLUMNS, None)?;
    let mut count = 0;
    for orphan in found.take(most) {
        list.row(&Local::about(orphan.sid.clone(), orphan))?;
        count += 1;
    }
    list.finish()?;
    if count == 0 && matches!(app.printer()?.format(), Format::Table | Format::Wide) {
        app.console().note("no orphans");
    }
    if args.fail_if_any && count > 0 {
        let said = format!("{} found", plural::count(count, "orphan"));
        return Err(Failure::new(ExitCode::CheckFailed, said).into());
    }
    Ok(())
}

async fn workspaces(client: &Client) -> anyhow::Result<Vec<WorkspaceSid>> {
    client
        .list::<Workspace>((), &ListQuery::all())
        .map_ok(|workspace| workspace.value.sid)
        .try_collect()
        .await
        .context("cannot list the workspaces")
}

struct Search<'a> {
    client: &'a Client,
    now: Timestamp,
    older_than: SignedDuration,
    workspaces: Vec<WorkspaceSid>,
}

impl Search<'_> {
    async fn if_wanted(
        &self,
        wanted: bool,
        search: impl Future<Output = anyhow::Result<Vec<Orphan>>>,
    ) -> anyhow::Result<Vec<Orphan>> {
        if wanted { search.await } else { Ok(Vec::new()) }
    }

    /// What is to be said of something, unless it is too young.
    fn orphan(
        &self,
        kind: Kind,
        sid: String,
        since: Option<Timestamp>,
        why: String,
        clean: String,
    ) -> Option<Orphan> {
        let age = since.map(|since| self.now.duration_since(since));
        if age.is_some_and(|age| age < self.older_than) {
            return None;
        }
        Some(Orphan {
            kind,
            sid,
            since: since.map(IsoTime),
            seconds: age.and_then(|age| u64::try_from(age.as_secs()).ok()),
            why,
            clean,
        })
    }

    /// Conferences that run though their task is gone or finished.
    async fn conferences(&self) -> anyhow::Result<Vec<Orphan>> {
        let running = stream::iter([ConferenceStatus::Init, ConferenceStatus::InProgress])
            .map(|status| {
                let query = ListQuery::all().filter("Status", status);
                self.client
                    .list::<Conference>((), &query)
                    .map_ok(|record| record.value)
                    .try_collect::<Vec<_>>()
            })
            .buffered(JOINS_AT_ONCE)
            .try_concat()
            .await
            .context("cannot list the conferences")?;
        let found = stream::iter(running)
            .filter_map(|conference| async move {
                let task = conference.friendly_name.parse::<TaskSid>().ok()?;
                Some((conference, task))
            })
            .map(|(conference, task)| async move {
                // Without a task `conferences complete` cannot tell whose the conference is.
                let task_sid = task;
                let task = self.task(task_sid).await?;
                let (why, force) = match &task {
                    None => (format!("its task {task_sid} is gone"), " --force"),
                    Some(task) if task.assignment_status.is_final() => {
                        let why = format!("its task {} is {}", task.sid, task.assignment_status);
                        (why, "")
                    }
                    Some(_) => return Ok(None),
                };
                // It is alone since its task ended, unless it began only then.
                let created = conference.date_created.map(|created| created.0);
                let ended = task.and_then(|task| task.date_updated);
                let since = created.max(ended.map(|ended| ended.0));
                anyhow::Ok(self.orphan(
                    Kind::Conference,
                    conference.sid.to_string(),
                    since,
                    why,
                    format!("trctl conferences complete {}{force}", conference.sid),
                ))
            })
            .buffered(JOINS_AT_ONCE)
            .try_collect::<Vec<_>>()
            .await?;
        Ok(found.into_iter().flatten().collect())
    }

    /// A task, whichever workspace it is in.
    async fn task(&self, task: TaskSid) -> anyhow::Result<Option<Task>> {
        for workspace in &self.workspaces {
            let found = evidence::found::<Task>(self.client, *workspace, task)
                .await
                .with_context(|| format!("cannot get task {task}"))?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// The tasks of a workspace that are not finished.
    async fn live(&self, workspace: WorkspaceSid) -> anyhow::Result<Vec<Task>> {
        let query = ListQuery::all().filter("AssignmentStatus", guards::open());
        self.client
            .list::<Task>(workspace, &query)
            .map_ok(|record| record.value)
            .try_collect()
            .await
            .context("cannot list the tasks")
    }

    /// Tasks that go on though their call has ended.
    async fn tasks(&self, workspace: WorkspaceSid) -> anyhow::Result<Vec<Orphan>> {
        let found = stream::iter(self.live(workspace).await?)
            .filter_map(|task| async move {
                let call = evidence::call_of(&task)?;
                Some((task, call))
            })
            .map(|(task, call)| async move {
                let seen = evidence::call(self.client, Some(call))
                    .await
                    .with_context(|| format!("cannot get call {call}"))?;
                let Some(seen) = seen.filter(evidence::CallEvidence::is_over) else {
                    return Ok(None);
                };
                let why = match seen.status {
                    None => format!("its call {call} is unknown to Twilio"),
                    Some(status) => format!(
                        "it is {}, its call {call} is {status}",
                        task.assignment_status
                    ),
                };
                let verb = match task.assignment_status {
                    TaskStatus::Pending | TaskStatus::Reserved => "cancel",
                    _ => "complete",
                };
                // Since when it has been alone; how old it is says little.
                let since = seen.ended.or(task.date_updated).or(task.date_created);
                anyhow::Ok(self.orphan(
                    Kind::Task,
                    task.sid.to_string(),
                    since.map(|since| since.0),
                    why,
                    format!("trctl tasks {verb} {}", task.sid),
                ))
            })
            .buffered(JOINS_AT_ONCE)
            .try_collect::<Vec<_>>()
            .await?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Callers whom no unfinished task knows, in the voice queues that `<Enqueue>` made for a
    /// workflow.
    async fn members(&self) -> anyhow::Result<Vec<Orphan>> {
        let queues = async {
            self.client
                .list::<VoiceQueue>((), &ListQuery::all())
                .map_ok(|record| record.value)
                .try_collect::<Vec<_>>()
                .await
                .context("cannot list the voice queues")
        };
        let tasks = stream::iter(&self.workspaces)
            .map(|workspace| self.live(*workspace))
            .buffered(JOINS_AT_ONCE)
            .try_concat();
        // First the callers, then the tasks: a call that is enqueued meanwhile is then in neither
        // or in both.
        let queues = queues.await?;
        let members = stream::iter(queues)
            .filter(|queue| {
                let is_routed = queue.friendly_name.parse::<WorkflowSid>().is_ok();
                futures::future::ready(is_routed && queue.current_size > 0)
            })
            .map(|queue| {
                self.client
                    .list::<Member>(queue.sid, &ListQuery::all())
                    .map_ok(|record| record.value)
                    .try_collect::<Vec<_>>()
            })
            .buffered(JOINS_AT_ONCE)
            .try_concat()
            .await
            .context("cannot list the members of a voice queue")?;
        if members.is_empty() {
            return Ok(Vec::new());
        }
        let known: HashSet<CallSid> = tasks.await?.iter().filter_map(evidence::call_of).collect();
        let alone = members
            .into_iter()
            .filter(|member| !known.contains(&member.call_sid));
        Ok(alone
            .filter_map(|member| {
                self.orphan(
                    Kind::Member,
                    member.call_sid.to_string(),
                    member.date_enqueued.map(|enqueued| enqueued.0),
                    format!(
                        "waits in {}, and no unfinished task has the call",
                        member.queue_sid
                    ),
                    format!(
                        "trctl voice-queues dequeue {} {} --url URL",
                        member.queue_sid, member.call_sid
                    ),
                )
            })
            .collect())
    }
}
