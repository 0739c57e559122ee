//! The tasks that a bulk verb is about, given one by one or selected, and the one way they are
//! changed.

use std::io::Read as _;

use anyhow::Context as _;
use clap::Args;
use futures::{StreamExt as _, TryStreamExt as _};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::row::{TaskRow, since, status};
use super::select::{FilterArgs, Joins, Query, StatusArgs};
use crate::app::{App, Bulk, By, Changes, Outcome};
use crate::bulk::journal::Noted;
use crate::bulk::{self, Edit, Item, Reached, StepError};
use crate::exit_code::Failure;
use crate::model::sid::{TaskSid, WorkspaceSid};
use crate::model::{Task, TaskStatus};
use crate::output::{Cell, Column, Legacy, Local, Row, Tone};
use crate::twilio::{self, Client, Form, Place, Record};

/// Reads of given tasks in flight at once.
const READS: usize = 16;

/// Tasks given one by one.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct GivenArgs {
    /// SIDs of the tasks; `-` reads them from stdin
    #[arg(value_name = "TASK")]
    pub(super) tasks: Vec<String>,
}

impl GivenArgs {
    /// The SIDs, each once, in the order they were given.
    fn sids(&self) -> anyhow::Result<Vec<TaskSid>> {
        let mut texts = Vec::new();
        for task in &self.tasks {
            if task == "-" {
                let mut text = String::new();
                std::io::stdin()
                    .read_to_string(&mut text)
                    .context("cannot read SIDs from stdin")?;
                texts.extend(text.split_whitespace().map(str::to_owned));
            } else {
                texts.push(task.clone());
            }
        }
        let mut sids = Vec::with_capacity(texts.len());
        for text in texts {
            let sid: TaskSid = text.parse().map_err(twilio::Error::from)?;
            if !sids.contains(&sid) {
                sids.push(sid);
            }
        }
        Ok(sids)
    }
}

/// What a bulk verb was told to change.
pub(super) struct Asked<'a> {
    pub(super) given: &'a GivenArgs,
    /// Those that `--status` asks for, or that the verb is for; none for all.
    pub(super) statuses: Vec<TaskStatus>,
    pub(super) filters: &'a FilterArgs,
    pub(super) by: By,
}

/// A task that is to be changed.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) sid: TaskSid,
    known: Known,
}

#[derive(Debug)]
enum Known {
    Task(Box<TaskRow>),
    /// Twilio does not know it.
    Unknown {
        error: twilio::Error,
        raw: Box<RawValue>,
    },
}

impl Target {
    fn unknown(sid: TaskSid, error: twilio::Error) -> Self {
        #[derive(Serialize)]
        struct Document {
            sid: TaskSid,
            error: String,
        }
        let raw = to_raw_value(&Document {
            sid,
            error: error.to_string(),
        })
        .expect("two texts have a JSON form");
        Self {
            sid,
            known: Known::Unknown { error, raw },
        }
    }

    /// The task as it was found.
    pub(super) const fn row(&self) -> Option<&TaskRow> {
        match &self.known {
            Known::Task(row) => Some(row),
            Known::Unknown { .. } => None,
        }
    }

    pub(super) fn task(&self) -> Option<&Task> {
        self.row().map(TaskRow::task)
    }
}

impl From<TaskRow> for Target {
    fn from(row: TaskRow) -> Self {
        Self {
            sid: row.task().sid,
            known: Known::Task(Box::new(row)),
        }
    }
}

impl Row for Target {
    fn raw(&self) -> &RawValue {
        match &self.known {
            Known::Task(row) => row.raw(),
            Known::Unknown { raw, .. } => raw,
        }
    }

    fn sid(&self) -> Option<String> {
        Some(self.sid.to_string())
    }
}

static TARGET_COLUMNS: [Column<Target>; 10] = [
    Column::new("sid", "SID", |target| target.sid.to_string().into()),
    Column::new("status", "STATUS", |target| {
        target.task().map_or_else(
            || Cell::from("unknown").tone(Tone::Bad),
            |task| status(task.assignment_status),
        )
    }),
    Column::new("since", "SINCE", |target| {
        target.task().and_then(since).into()
    }),
    Column::new("age", "AGE", |target| {
        target
            .task()
            .map(|task| Cell::age(task.age))
            .unwrap_or_default()
    }),
    Column::new("priority", "PRIORITY", |target| {
        target.task().map(|task| task.priority).into()
    }),
    Column::new("queue", "QUEUE", |target| {
        target
            .task()
            .and_then(|task| task.task_queue_friendly_name.clone())
            .into()
    }),
    Column::new("channel", "CHANNEL", |target| {
        target
            .task()
            .and_then(|task| task.task_channel_unique_name.clone())
            .into()
    }),
    Column::new("from", "FROM", |target| {
        target
            .row()
            .map(|row| row.attribute_cell(&["from"]))
            .unwrap_or_default()
    }),
    Column::wide("workflow", "WORKFLOW", |target| {
        target
            .task()
            .and_then(|task| task.workflow_friendly_name.clone())
            .into()
    }),
    Column::wide("attributes", "ATTRIBUTES", |target| {
        target.task().map(|task| task.attributes.clone()).into()
    }),
];

impl<'a> Asked<'a> {
    /// What the arguments ask for, if it makes sense: tasks are given or selected, not both, and
    /// a selection of all is asked for in so many words.
    pub(super) fn of(
        app: &App,
        given: &'a GivenArgs,
        status: &StatusArgs,
        filters: &'a FilterArgs,
        all: bool,
        by: By,
    ) -> Result<Self, Failure> {
        let is_narrowed = all || !status.is_empty() || !filters.is_empty();
        if given.tasks.is_empty() && !is_narrowed {
            return Err(Failure::usage("no tasks were given or selected").with_hint(
                "give SIDs, or select with `--status`, `--queue`, `--where`…; `--all` selects \
                 every task the verb is for",
            ));
        }
        if !given.tasks.is_empty() && is_narrowed {
            return Err(Failure::usage(
                "tasks are given by SID and selected by flags; only one of the two can be meant",
            ));
        }
        Ok(Self {
            given,
            statuses: status.statuses(app),
            filters,
            by,
        })
    }

    /// In these statuses, unless `--status` names others.
    pub(super) fn or_else_in(mut self, statuses: &[TaskStatus]) -> Self {
        if self.statuses.is_empty() {
            self.statuses = statuses.to_vec();
        }
        self
    }

    /// Reads the tasks that are meant.
    pub(super) async fn targets(
        &self,
        app: &App,
        workspace: WorkspaceSid,
    ) -> anyhow::Result<Vec<Target>> {
        if let Some(left) = app.left_over_items() {
            return self::left(app.client()?, workspace, left).await;
        }
        if !self.given.tasks.is_empty() {
            let sids = self.given.sids()?;
            return read(app.client()?, workspace, sids).await;
        }
        let query = Query::new(app, workspace, &self.statuses, self.filters, self.by).await?;
        query
            .rows(Joins::None)
            .map_ok(Target::from)
            .try_collect()
            .await
            .context("cannot list the tasks")
    }
}

/// What is left of a run that is gone on with, as it was selected.
async fn left(
    client: &Client,
    workspace: WorkspaceSid,
    left: &[Noted],
) -> anyhow::Result<Vec<Target>> {
    let mut targets = Vec::with_capacity(left.len());
    for item in left {
        let known = item.selected.as_deref().map(Record::<Task>::read);
        if let Some(Ok(task)) = known {
            targets.push(Target::from(TaskRow::from(task)));
        } else {
            // Twilio did not know it then.
            let sid = item.sid.parse().map_err(twilio::Error::from)?;
            targets.push(match client.get::<Task>(workspace, sid).await {
                Ok(task) => Target::from(TaskRow::from(task.record)),
                Err(error) => Target::unknown(sid, error),
            });
        }
    }
    Ok(targets)
}

async fn read(
    client: &Client,
    workspace: WorkspaceSid,
    sids: Vec<TaskSid>,
) -> anyhow::Result<Vec<Target>> {
    let is_alone = sids.len() == 1;
    futures::stream::iter(sids)
        .map(|sid| async move {
            match client.get::<Task>(workspace, sid).await {
                Ok(task) => Ok(Target::from(TaskRow::from(task.record))),
                Err(error @ twilio::Error::NotFound(_)) if !is_alone => {
                    Ok(Target::unknown(sid, error))
                }
                Err(error) => {
                    Err(anyhow::Error::from(error).context(format!("cannot get task {sid}")))
                }
            }
        })
        .buffered(READS)
        .try_collect()
        .await
}

/// A verb that changes tasks.
pub(super) struct BulkVerb {
    /// As it is typed.
    pub(super) verb: &'static str,
    /// `Complete`
    pub(super) imperative: &'static str,
    /// `completing`
    pub(super) doing: &'static str,
    /// Why a task is not, or no longer, to be changed.
    pub(super) judge: fn(&Task) -> Result<(), String>,
    /// Whether a task is as the verb makes it; `None` for one that is gone.
    pub(super) reached: fn(Option<&Task>) -> Reached,
    pub(super) legacy: Option<Legacy<Local<Outcome>>>,
}

/// Shows, asks, changes and tells; see [`Bulk::change`]. `edit` is sent under the version that was
/// judged.
pub(super) async fn change(
    app: &App,
    bulk: &Bulk<'_>,
    workspace: WorkspaceSid,
    mut targets: Vec<Target>,
    verb: BulkVerb,
    edit: Edit,
) -> anyhow::Result<()> {
    let client = app.client()?;
    if app.global().dry_run {
        leave_out_the_unfit(app, &mut targets, verb.judge);
    }
    let changes = Changes {
        verb: verb.verb,
        imperative: verb.imperative,
        doing: verb.doing,
        noun: ("task", "tasks"),
        place: app.place(workspace)?,
        rows: targets,
        columns: &TARGET_COLUMNS,
        legacy: verb.legacy,
    };
    let edit = &edit;
    bulk.change(
        changes,
        |target| Item {
            sid: target.sid.to_string(),
            name: target
                .row()
                .and_then(|row| row.attribute(&["from"]))
                .and_then(serde_json::Value::as_str)
                .unwrap_or_default()
                .to_owned(),
            subject: (
                target.sid,
                match target.known {
                    Known::Task(_) => None,
                    Known::Unknown { error, .. } => Some(error),
                },
            ),
        },
        |item, step| async move {
            let (sid, unknown) = item.subject;
            if let Some(error) = unknown {
                return Err(StepError::from(error));
            }
            bulk::edit::<Task>(
                client,
                &Place::of::<Task>(client.account(), workspace, sid),
                &step,
                |task| (verb.judge)(task).map(|()| edit.clone()),
                verb.reached,
                status_by_now,
            )
            .await
        },
    )
    .await
}

/// What became of a task, for the outcome.
pub(super) fn status_by_now(task: Option<&Task>) -> String {
    task.map_or_else(
        || "deleted".to_owned(),
        |task| task.assignment_status.to_string(),
    )
}

/// The edit that gives a task another status.
pub(super) fn status_edit(status: TaskStatus, reason: &str) -> Edit {
    let form = Form::new().with("AssignmentStatus", status);
    Edit::Update(form.with("Reason", reason))
}

/// What would not be changed is not to be counted as if it were.
fn leave_out_the_unfit(
    app: &App,
    targets: &mut Vec<Target>,
    judge: fn(&Task) -> Result<(), String>,
) {
    targets.retain(|target| {
        let verdict = target
            .task()
            .map_or_else(|| Err("is not known to Twilio".to_owned()), judge);
        match verdict {
            Ok(()) => true,
            Err(reason) => {
                app.console()
                    .note(format_args!("task {} {reason}", target.sid));
                false
            }
        }
    });
}

/// Whether a task is in the status it was to be given.
pub(super) fn is_by_now(task: Option<&Task>, wanted: TaskStatus) -> Reached {
    Reached::if_so(
        task.is_some_and(|task| task.assignment_status == wanted),
        &wanted,
    )
}

/// What is said of a task that is in none of the statuses a verb is for.
pub(super) fn is_not(task: &Task, wanted: &str) -> String {
    format!("is {}, not {wanted}", task.assignment_status)
}

/// A status in `--status` that the verb can do nothing about.
pub(super) fn refuse_other_statuses(
    statuses: &[TaskStatus],
    possible: &[TaskStatus],
    verb: &str,
    instead: &str,
) -> Result<(), Failure> {
    match statuses.iter().find(|status| !possible.contains(status)) {
        None => Ok(()),
        Some(other) => Err(Failure::usage(format!(
            "`tasks {verb}` does nothing to tasks that are {other}"
        ))
        .with_hint(instead)),
    }
}
