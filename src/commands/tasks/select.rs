//! Which tasks: the filters Twilio has, those trctl adds, and the stream of what they leave over.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use futures::{Stream, StreamExt as _, TryStreamExt as _, future};

use super::row::{COLUMNS, JOINED, TaskRow, has_worker};
use crate::app::{App, By, Selection};
use crate::cli::SelectArgs;
use crate::commands::noun;
use crate::model::sid::{TaskChannelSid, TaskQueueSid, WorkflowSid, WorkspaceSid};
use crate::model::{Reservation, Task, TaskQueue, TaskStatus, Worker, Workflow};
use crate::twilio::{self, Client, ListQuery, Record, ReservationScope};

/// `--status`, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StatusWord {
    pub(super) status: TaskStatus,
    /// `accepted`, the reservation's word, was typed.
    is_synonym: bool,
}

fn status_parser() -> impl TypedValueParser<Value = StatusWord> {
    let words = TaskStatus::ALL.iter().map(|status| {
        let word = PossibleValue::new(status.as_str());
        match status {
            TaskStatus::Assigned => word.alias("accepted"),
            TaskStatus::Canceled => word.alias("cancelled"),
            _ => word,
        }
    });
    PossibleValuesParser::new(words).map(|word| StatusWord {
        status: match word.as_str() {
            "accepted" => TaskStatus::Assigned,
            "cancelled" => TaskStatus::Canceled,
            known => known.parse().unwrap_or(TaskStatus::Unknown),
        },
        is_synonym: word == "accepted",
    })
}

/// `--status`
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Selection")]
pub(super) struct StatusArgs {
    /// Only those in this status, or in one of several, comma-separated (can be repeated)
    #[arg(
        long = "status",
        value_name = "STATUS",
        value_delimiter = ',',
        value_parser = status_parser(),
    )]
    words: Vec<StatusWord>,
}

impl StatusArgs {
    /// The statuses asked for; none for all.
    pub(super) fn statuses(&self, app: &App) -> Vec<TaskStatus> {
        if self.words.iter().any(|word| word.is_synonym) {
            app.console()
                .hint("reservations are `accepted`; their task is `assigned`, as taken here");
        }
        self.words.iter().map(|word| word.status).collect()
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// What tasks are narrowed by besides their status.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Selection")]
pub(super) struct FilterArgs {
    /// Only those in this queue, by name or SID
    #[arg(long, value_name = "QUEUE")]
    queue: Option<String>,

    /// Only those of this workflow, by name or SID
    #[arg(long, value_name = "WORKFLOW")]
    workflow: Option<String>,

    /// Only those of exactly this priority
    #[arg(long, value_name = "NUMBER")]
    priority: Option<u32>,

    /// Only those of this channel, by unique name or SID
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,

    /// Only those whose attributes match, judged by Twilio (three such requests per second)
    #[arg(long, value_name = "EXPR")]
    attributes: Option<String>,

    /// Only those sent directly to this worker, queue or workflow: a SID, or a worker's name
    #[arg(long, value_name = "TARGET")]
    routing_target: Option<String>,

    #[command(flatten)]
    #[doc(hidden)]
    select: SelectArgs,
}

impl FilterArgs {
    pub(super) const fn is_empty(&self) -> bool {
        self.queue.is_none()
            && self.workflow.is_none()
            && self.priority.is_none()
            && self.channel.is_none()
            && self.attributes.is_none()
            && self.routing_target.is_none()
            && self.select.conditions.conditions.is_empty()
            && self.select.age.older_than.is_none()
            && self.select.period.since.is_none()
            && self.select.period.until.is_none()
    }

    /// Whether `--older-than` was given.
    pub(super) const fn has_age(&self) -> bool {
        self.select.age.older_than.is_some()
    }
}

/// The SID of a worker, queue or workflow; a name is a worker's.
pub(super) async fn routing_target(
    client: &Client,
    workspace: WorkspaceSid,
    text: &str,
) -> Result<String, twilio::Error> {
    if text.parse::<TaskQueueSid>().is_ok() || text.parse::<WorkflowSid>().is_ok() {
        return Ok(text.to_owned());
    }
    let worker = client.resolve::<Worker>(workspace, text).await?;
    Ok(worker.to_string())
}

/// `--limit`, or as good as none.
pub(super) fn limit(app: &App) -> usize {
    app.global().limit.map_or(usize::MAX, |limit| {
        usize::try_from(limit.get()).unwrap_or(usize::MAX)
    })
}

/// A selection of tasks, ready to be read.
pub(super) struct Query<'a> {
    client: &'a Client,
    workspace: WorkspaceSid,
    list: ListQuery,
    channel: Option<String>,
    selection: Selection<TaskRow>,
    limit: usize,
    /// Whether `--where` looks at what only a task's reservations can tell.
    judges_joined: bool,
    joins: usize,
}

impl<'a> Query<'a> {
    /// Looks names up and asks for nothing else yet.
    pub(super) async fn new(
        app: &'a App,
        workspace: WorkspaceSid,
        statuses: &[TaskStatus],
        filters: &FilterArgs,
        by: By,
    ) -> anyhow::Result<Self> {
        let client = app.client()?;
        let selection = app.selection(&filters.select, by, &COLUMNS)?;
        let judges_joined = JOINED.iter().any(|column| selection.looks_at(column));
        let mut list = app.list_query(selection.judges() || filters.channel.is_some())?;
        if !statuses.is_empty() {
            let words: Vec<&str> = statuses.iter().map(|status| status.as_str()).collect();
            list = list.filter("AssignmentStatus", words.join(","));
        }
        let (queue, workflow) = (filters.queue.as_deref(), filters.workflow.as_deref());
        let form = &mut list.filters;
        noun::filter_by::<TaskQueue>(app, workspace, form, "TaskQueueSid", queue).await?;
        noun::filter_by::<Workflow>(app, workspace, form, "WorkflowSid", workflow).await?;
        if let Some(priority) = filters.priority {
            list = list.filter("Priority", priority);
        }
        if let Some(expression) = &filters.attributes {
            list = list.filter("EvaluateTaskAttributes", expression);
        }
        if let Some(target) = &filters.routing_target {
            let target = routing_target(client, workspace, target).await?;
            list = list.filter("RoutingTarget", target);
        }
        Ok(Self {
            client,
            workspace,
            list,
            channel: filters.channel.clone(),
            selection,
            limit: limit(app),
            judges_joined,
            joins: noun::joins_at_once(app),
        })
    }

    /// In this order of Twilio's.
    pub(super) fn ordered(mut self, ordering: Option<&str>) -> Self {
        if let Some(ordering) = ordering {
            self.list = self.list.filter("Ordering", ordering);
        }
        self
    }

    /// Leaves `--limit` to somebody who judges the tasks further.
    pub(super) fn unlimited(mut self) -> Self {
        self.list.limit = None;
        self.limit = usize::MAX;
        self
    }

    /// The selected tasks as they arrive, with their reservations as far as asked for.
    pub(super) fn rows(&self, wanted: Joins) -> impl Stream<Item = Result<TaskRow, twilio::Error>> {
        let (before, behind) = if self.judges_joined {
            (wanted.max(Joins::OfWorkers), Joins::None)
        } else {
            (Joins::None, wanted)
        };
        let rows = self
            .client
            .list::<Task>(self.workspace, &self.list)
            .map_ok(TaskRow::from)
            .try_filter(|row| future::ready(self.is_of_channel(row.task())));
        let selected = self
            .join(rows, before)
            .try_filter(|row| future::ready(self.selection.takes(row)))
            .take(self.limit);
        self.join(selected, behind)
    }

    fn is_of_channel(&self, task: &Task) -> bool {
        let Some(wanted) = &self.channel else {
            return true;
        };
        task.task_channel_unique_name.as_ref() == Some(wanted)
            || wanted
                .parse::<TaskChannelSid>()
                .is_ok_and(|sid| task.task_channel_sid == Some(sid))
    }

    /// Several at a time, in the order they came.
    fn join(
        &self,
        rows: impl Stream<Item = Result<TaskRow, twilio::Error>>,
        joins: Joins,
    ) -> impl Stream<Item = Result<TaskRow, twilio::Error>> {
        if joins == Joins::None {
            return rows.left_stream();
        }
        rows.map_ok(move |mut row| async move {
            if joins == Joins::OfAll || has_worker(row.task().assignment_status) {
                row.reservations = reservations_of(self.client, self.workspace, row.task()).await?;
            }
            Ok(row)
        })
        .try_buffered(self.joins)
        .right_stream()
    }
}

/// For which tasks reservations are asked for: one request each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joins {
    /// For no task.
    None,
    /// For those that have a worker.
    OfWorkers,
    /// For all.
    OfAll,
}

impl Joins {
    /// What the chosen view shows.
    pub(super) fn of_view(app: &App) -> anyhow::Result<Self> {
        let printer = app.printer()?;
        let mut joined = COLUMNS
            .iter()
            .filter(|column| JOINED.contains(&column.name));
        Ok(if joined.any(|column| printer.shows(column)) {
            Self::OfWorkers
        } else {
            Self::None
        })
    }
}

/// A task's reservations, oldest first; none when the task has gone meanwhile.
pub(super) async fn reservations_of(
    client: &Client,
    workspace: WorkspaceSid,
    task: &Task,
) -> Result<Vec<Record<Reservation>>, twilio::Error> {
    let scope = ReservationScope::Task(workspace, task.sid);
    let found = client
        .list::<Reservation>(scope, &ListQuery::all())
        .try_collect()
        .await;
    match found {
        Err(twilio::Error::NotFound(_)) => Ok(Vec::new()),
        found => found,
    }
}
