//! `trctl tasks explain`: why a task is where it is, or where one would go.

use anyhow::Context as _;
use futures::TryStreamExt as _;
use serde::Serialize;
use serde_json::Value as Json;

use crate::app::App;
use crate::commands::roster::Roster;
use crate::commands::{attributes, noun};
use crate::exit_code::{ExitCode, Failure};
use crate::model::sid::{TaskSid, WorkspaceSid};
use crate::model::{Reservation, Task, TaskStatus, Workflow};
use crate::output::{Cell, Column, Format, Local, Printer, Tone, plural};
use crate::routing::explain::{Explanation, Question, State, TargetVerdict, Verdict, explain};
use crate::routing::workflow::Configuration;
use crate::twilio::{ListQuery, ReservationScope};

/// Explain why a task is where it is, or where one would go
///
/// Goes through the workflow filter by filter, target by target and worker by worker, and names
/// what would have to be different: who is away, who is at capacity, and who would match with
/// another attribute. How far a task has come is worked out from its age, its queue and the
/// time-outs, since Twilio does not tell.
///
/// Reads the workflow, all queues and workers, and the channels of those who serve the queue.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  trctl tasks explain WT0123456789abcdef0123456789abcdef
  trctl tasks explain --would '{\"type\":\"support\",\"language\":\"fr\"}' --workflow Support
  trctl tasks explain --would @task.json --channel voice -o json")]
pub(super) struct ExplainArgs {
    /// SID of the task
    #[arg(
        value_name = "TASK",
        required_unless_present = "would",
        conflicts_with = "would"
    )]
    task: Option<String>,

    /// Explain a task with these attributes, which is not created: JSON, `@FILE`, or `-` for stdin
    #[arg(long, value_name = "ATTRIBUTES")]
    would: Option<String>,

    /// With `--would`: its workflow, by name or SID; the only one unless given
    #[arg(long, value_name = "WORKFLOW", requires = "would")]
    workflow: Option<String>,

    /// With `--would`: its priority
    #[arg(long, value_name = "NUMBER", requires = "would", default_value_t = 0)]
    priority: i64,

    /// With `--would`: the unique name of its channel
    #[arg(
        long,
        value_name = "CHANNEL",
        requires = "would",
        default_value = "default"
    )]
    channel: String,

    /// Workers to show of each target; the nearest come first
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    workers: usize,
}

/// What is said of a task.
#[derive(Debug, Serialize)]
struct Explained {
    /// `None` for a task that is not there.
    task: Option<TaskSid>,
    /// Where it is in its life.
    status: Option<TaskStatus>,
    workflow: String,
    /// Its priority now, or what it would get.
    priority: i64,
    channel: String,
    /// Seconds since it was created.
    age: u64,
    /// Waiting tasks that go first in its queue.
    tasks_before: Option<usize>,
    #[serde(flatten)]
    explanation: Explanation,
}

static WHOLE: [Column<Local<Explained>>; 7] = [
    Column::new("task", "TASK", |row| {
        row.value.task.map(|task| task.to_string()).into()
    }),
    Column::new("status", "STATUS", |row| {
        row.value.status.map(TaskStatus::as_str).into()
    }),
    Column::new("workflow", "WORKFLOW", |row| {
        row.value.workflow.as_str().into()
    }),
    Column::new("channel", "CHANNEL", |row| {
        row.value.channel.as_str().into()
    }),
    Column::new("priority", "PRIORITY", |row| row.value.priority.into()),
    Column::new("age", "AGE", |row| match row.value.task {
        Some(_) => Cell::age(row.value.age),
        None => Cell::EMPTY,
    }),
    Column::new("tasks_before", "TASKS BEFORE IT", |row| {
        row.value
            .tasks_before
            .and_then(|count| u64::try_from(count).ok())
            .into()
    }),
];

/// A filter in the table.
#[derive(Debug, Serialize)]
struct FilterLine {
    filter: String,
    verdict: Verdict,
    expression: Option<String>,
    why: String,
}

static FILTERS: [Column<Local<FilterLine>>; 4] = [
    Column::new("filter", "FILTER", |row| row.value.filter.as_str().into()),
    Column::new("verdict", "VERDICT", |row| match row.value.verdict {
        Verdict::Taken => Cell::from("takes it").tone(Tone::Good),
        Verdict::NotTrue => Cell::from("not true").tone(Tone::Dim),
        Verdict::Over => Cell::from("over").tone(Tone::Notice),
        Verdict::Behind => Cell::from("not asked").tone(Tone::Dim),
    }),
    Column::new("expression", "EXPRESSION", |row| {
        row.value.expression.clone().into()
    }),
    Column::new("why", "NEEDS", |row| row.value.why.as_str().into()),
];

/// A target in the table.
#[derive(Debug, Serialize)]
struct TargetLine {
    target: String,
    queue: String,
    state: State,
    ends_after: Option<u64>,
    members: u64,
    matching: u64,
    free: u64,
    why: String,
}

static TARGETS: [Column<Local<TargetLine>>; 8] = [
    Column::new("target", "TARGET", |row| row.value.target.as_str().into()),
    Column::new("queue", "QUEUE", |row| row.value.queue.as_str().into()),
    Column::new("state", "STATE", |row| match row.value.state {
        State::Past => Cell::from("past").tone(Tone::Dim),
        State::Here => Cell::from("here").tone(Tone::Good),
        State::Ahead => "ahead".into(),
    }),
    Column::new("ends_after", "ENDS AFTER", |row| {
        row.value.ends_after.map_or(Cell::EMPTY, Cell::age)
    }),
    Column::new("members", "MEMBERS", |row| row.value.members.into()),
    Column::new("matching", "MATCH", |row| row.value.matching.into()),
    Column::new("free", "FREE", |row| row.value.free.into()),
    Column::new("why", "WHY", |row| row.value.why.as_str().into()),
];

/// A worker in the table.
#[derive(Debug, Serialize)]
struct WorkerLine {
    worker: String,
    why: String,
}

static WORKERS: [Column<Local<WorkerLine>>; 2] = [
    Column::new("worker", "WORKER", |row| row.value.worker.as_str().into()),
    Column::new("why", "WHY NOT", |row| {
        if row.value.why.is_empty() {
            Cell::from("could take it now").tone(Tone::Good)
        } else {
            row.value.why.as_str().into()
        }
    }),
];

/// What is looked at: a task, or what one would be.
struct Asked {
    task: Option<Task>,
    attributes: Json,
    workflow: Workflow,
    channel: String,
    priority: i64,
    age: u64,
}

pub(super) fn run(app: &App, args: &ExplainArgs) -> anyhow::Result<()> {
    app.block_on(async { app.watch(|| show(app, args)).await })
}

async fn show(app: &App, args: &ExplainArgs) -> anyhow::Result<()> {
    let workspace = app.workspace().await?;
    let asked = Asked::of(app, workspace, args).await?;
    let configuration = Configuration::parse(&asked.workflow.configuration).map_err(|errors| {
        Failure::new(
            ExitCode::Other,
            format!(
                "the configuration of workflow `{}` cannot be read: {errors}",
                asked.workflow.friendly_name
            ),
        )
    })?;
    let mut roster = Roster::read(app, workspace).await?;
    let queue = asked
        .task
        .as_ref()
        .and_then(|task| task.task_queue_sid)
        .map(|sid| sid.to_string());
    let needs_load = configuration
        .filters
        .iter()
        .flat_map(|filter| &filter.targets)
        .chain(&configuration.default_filter)
        .filter_map(|target| target.expression.as_ref())
        .any(crate::routing::expr::Expr::uses_worker_channels);
    let queues = std::mem::take(&mut roster.queues);
    let named: Vec<_> = queues
        .iter()
        .filter(|queue| {
            configuration
                .queues()
                .any(|written| queue.is_called(written))
        })
        .collect();
    // Whoever is away is not asked how much they could take, unless an expression looks at it.
    roster
        .read_channels(app, workspace, |worker| {
            (worker.available || needs_load) && named.iter().any(|queue| queue.is_served_by(worker))
        })
        .await?;
    let explanation = explain(&Question {
        configuration: &configuration,
        attributes: &asked.attributes,
        channel: &asked.channel,
        queue: queue.as_deref(),
        age: asked.age,
        now: app.now().as_millisecond(),
        queues: &queues,
        workers: &roster.workers,
    });
    let mut explained = Explained {
        task: asked.task.as_ref().map(|task| task.sid),
        status: asked.task.as_ref().map(|task| task.assignment_status),
        workflow: asked.workflow.friendly_name.clone(),
        priority: asked.priority,
        channel: asked.channel.clone(),
        age: asked.age,
        tasks_before: None,
        explanation,
    };
    if let Some(task) = &asked.task {
        life(app, workspace, task, &mut explained).await?;
    } else {
        let given = taken(&explained.explanation).and_then(|target| target.priority);
        if let Some(priority) = given {
            explained.priority = priority;
        }
    }
    tell(app, args, explained)
}

impl Asked {
    async fn of(app: &App, workspace: WorkspaceSid, args: &ExplainArgs) -> anyhow::Result<Self> {
        let client = app.client()?;
        if let Some(text) = &args.would {
            let attributes = Json::Object(attributes::given(text)?);
            let workflow = match &args.workflow {
                Some(name) => noun::find::<Workflow>(app, workspace, name).await?.value,
                None => only_workflow(app, workspace).await?,
            };
            return Ok(Self {
                task: None,
                attributes,
                workflow,
                channel: args.channel.clone(),
                priority: args.priority,
                age: 0,
            });
        }
        let name = args.task.as_deref().unwrap_or_default();
        let sid = client.resolve::<Task>(workspace, name).await?;
        let task = client
            .get::<Task>(workspace, sid)
            .await
            .with_context(|| format!("cannot get task {sid}"))?
            .record
            .value;
        let workflow = task
            .workflow_sid
            .ok_or_else(|| Failure::new(ExitCode::Other, format!("task {sid} has no workflow")))?;
        let workflow = client
            .get::<Workflow>(workspace, workflow)
            .await
            .with_context(|| format!("cannot get workflow {workflow}"))?
            .record
            .value;
        // The age Twilio tells stops with the task's end; while it waits it runs on.
        let age = task.date_created.map_or(task.age, |created| {
            let age = app.now().duration_since(created.0).as_secs();
            u64::try_from(age).unwrap_or(0)
        });
        Ok(Self {
            attributes: serde_json::from_str(&task.attributes).unwrap_or(Json::Null),
            channel: task
                .task_channel_unique_name
                .clone()
                .unwrap_or_else(|| "default".to_owned()),
            priority: task.priority,
            age,
            workflow,
            task: Some(task),
        })
    }
}

async fn only_workflow(app: &App, workspace: WorkspaceSid) -> anyhow::Result<Workflow> {
    let mut workflows = crate::commands::roster::all::<Workflow>(app.client()?, workspace).await?;
    if workflows.len() == 1 {
        return Ok(workflows.remove(0));
    }
    let names: Vec<String> = workflows
        .iter()
        .map(|workflow| format!("`{}`", workflow.friendly_name))
        .collect();
    Err(Failure::usage(match names.as_slice() {
        [] => "the workspace has no workflow".to_owned(),
        names => format!("the workspace has several workflows: {}", names.join(", ")),
    })
    .with_hint("choose one with `--workflow NAME`")
    .into())
}

/// The step the task is in.
fn taken(explanation: &Explanation) -> Option<&TargetVerdict> {
    let filter = explanation
        .filters
        .iter()
        .find(|filter| filter.verdict == Verdict::Taken)?;
    filter.targets.get(explanation.target?)
}

/// Puts what the task's own life says before what the rules say.
async fn life(
    app: &App,
    workspace: WorkspaceSid,
    task: &Task,
    explained: &mut Explained,
) -> anyhow::Result<()> {
    let client = app.client()?;
    let summary = &mut explained.explanation.summary;
    if let Some(target) = &task.routing_target {
        summary.clear();
        summary.push(format!(
            "it was sent directly to {target}, past its workflow's filters"
        ));
    }
    match task.assignment_status {
        TaskStatus::Pending => {
            let before = tasks_before(app, workspace, task).await?;
            explained.tasks_before = Some(before);
            if before > 0 {
                summary.push(format!(
                    "{} in its queue {} before it",
                    plural::tasks(before),
                    if before == 1 { "goes" } else { "go" }
                ));
            }
        }
        TaskStatus::Completed | TaskStatus::Canceled => {
            summary.clear();
            let reason = task.reason.as_deref().filter(|reason| !reason.is_empty());
            summary.push(match reason {
                Some(reason) => format!("it is {}: {reason}", task.assignment_status),
                None => format!("it is {}", task.assignment_status),
            });
        }
        status => {
            let scope = ReservationScope::Task(workspace, task.sid);
            let open: Vec<Reservation> = client
                .list::<Reservation>(scope, &ListQuery::all())
                .map_ok(|record| record.value)
                .try_filter(|one| futures::future::ready(one.reservation_status.is_open()))
                .try_collect()
                .await
                .context("cannot list the task's reservations")?;
            let holders: Vec<String> = open
                .iter()
                .map(|one| {
                    format!(
                        "{} ({}, {})",
                        one.worker_name, one.reservation_status, one.sid
                    )
                })
                .collect();
            let verb = match status {
                TaskStatus::Reserved => "it is offered to",
                _ => "it is with",
            };
            // What the workers are doing now says nothing about why it went to them.
            if task.routing_target.is_none() {
                summary.truncate(explained.explanation.routed);
            }
            summary.push(format!("{verb} {}", holders.join(", ")));
        }
    }
    Ok(())
}

/// How many waiting tasks of the same queue go first.
async fn tasks_before(app: &App, workspace: WorkspaceSid, task: &Task) -> anyhow::Result<usize> {
    let Some(queue) = task.task_queue_sid else {
        return Ok(0);
    };
    let query = ListQuery::all()
        .filter("AssignmentStatus", TaskStatus::Pending)
        .filter("TaskQueueSid", queue);
    let rank = |task: &Task| {
        let start = task.virtual_start_time.or(task.date_created);
        (
            std::cmp::Reverse(task.priority),
            start.map(|start| start.0),
            task.date_created.map(|date| date.0),
        )
    };
    let own = rank(task);
    app.client()?
        .list::<Task>(workspace, &query)
        .try_fold(0, |count, other| {
            let is_before = other.value.sid != task.sid && rank(&other.value) < own;
            futures::future::ok(count + usize::from(is_before))
        })
        .await
        .context("cannot list the tasks of the queue")
}

fn tell(app: &App, args: &ExplainArgs, explained: Explained) -> anyhow::Result<()> {
    let printer = app.printer()?;
    let row = Local::new(explained);
    let is_table = matches!(printer.format(), Format::Table | Format::Wide);
    printer.object(&row, &WHOLE, None)?;
    if is_table && app.global().columns.is_none() {
        sections(printer, &row.value.explanation, args.workers)?;
    }
    Ok(())
}

fn sections(printer: &Printer, explanation: &Explanation, most: usize) -> anyhow::Result<()> {
    printer.console().print_heading("Why")?;
    for line in &explanation.summary {
        printer.console().print_line(line)?;
    }
    printer.console().print_heading("Filters")?;
    let mut list = printer.list(&FILTERS, None)?;
    for filter in &explanation.filters {
        let misses: Vec<String> = filter.misses.iter().map(ToString::to_string).collect();
        list.row(&Local::new(FilterLine {
            filter: filter.name.trim_matches('`').to_owned(),
            verdict: filter.verdict,
            expression: filter.expression.clone(),
            why: misses.join(" and "),
        }))?;
    }
    list.finish()?;
    let Some(filter) = explanation
        .filters
        .iter()
        .find(|filter| filter.verdict == Verdict::Taken)
    else {
        return Ok(());
    };
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    printer
        .console()
        .print_heading(&format!("Targets of {}", filter.name))?;
    let mut list = printer.list(&TARGETS, None)?;
    for target in &filter.targets {
        list.row(&Local::new(TargetLine {
            target: format!("targets[{}]", target.index),
            queue: target.queue.clone(),
            state: target.state,
            ends_after: target.ends_after,
            members: count(target.members),
            matching: count(target.matching),
            free: count(target.free),
            why: target.summary.clone(),
        }))?;
    }
    list.finish()?;
    let Some(target) = taken(explanation).filter(|target| !target.workers.is_empty()) else {
        return Ok(());
    };
    printer.console().print_heading(&format!(
        "Workers for targets[{}], queue `{}`",
        target.index, target.queue
    ))?;
    let mut list = printer.list(&WORKERS, None)?;
    for worker in target.workers.iter().take(most) {
        let obstacles: Vec<String> = worker.obstacles.iter().map(ToString::to_string).collect();
        list.row(&Local::new(WorkerLine {
            worker: worker.worker.clone(),
            why: obstacles.join("; "),
        }))?;
    }
    list.finish()?;
    let more = target.workers.len().saturating_sub(most);
    if more > 0 {
        printer.console().note(format_args!(
            "{more} more; `--workers` shows more of them, `-o json` all"
        ));
    }
    Ok(())
}
