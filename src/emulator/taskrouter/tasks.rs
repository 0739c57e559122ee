//! Tasks: <https://www.twilio.com/docs/taskrouter/api/task>.

use super::collection::{Collection, SidOf};
use super::render::{View, link};
use crate::emulator::http::{Params, Problem, Selection};
use crate::model;
use crate::model::sid::{TaskQueueSid, WorkflowSid, WorkspaceSid};
use crate::model::wire::Links;
use crate::model::{TaskStatus, sid};
use crate::routing::Moment;
use crate::routing::engine::{
    Engine, Error, NewTask, RoutingTarget, Rows, Task, TaskUpdate, Workspace,
};
use crate::routing::expr::Expr;

pub(super) struct Tasks;

impl Collection for Tasks {
    type Row = Task;
    type Body = model::Task;
    type New = NewTask;
    type Update = TaskUpdate;
    const SEGMENT: &'static str = "Tasks";
    const KEY: &'static str = "tasks";

    fn rows(workspace: &Workspace) -> &Rows<Task> {
        &workspace.tasks
    }

    fn version(row: &Task) -> Option<u32> {
        Some(row.version)
    }

    fn render(view: &View<'_>, row: &Task) -> model::Task {
        let workspace = view.workspace;
        let url = view.url_of(Self::SEGMENT, row.sid);
        let mut links = Vec::with_capacity(4);
        if let Some(queue) = row.queue {
            links.push(link("task_queue", view.url_of("TaskQueues", queue)));
        }
        links.push(link("workflow", view.url_of("Workflows", row.workflow)));
        links.push(view.to_workspace());
        links.push(link("reservations", format!("{url}/Reservations")));
        model::Task {
            sid: row.sid,
            account_sid: view.account,
            workspace_sid: workspace.sid,
            age: view.now.seconds_since(row.created),
            assignment_status: row.status,
            attributes: row.attributes.to_string(),
            addons: Some("{}".to_owned()),
            date_created: row.created.to_iso(),
            date_updated: row.updated.to_iso(),
            task_queue_entered_date: row.queue_entered.and_then(Moment::to_iso),
            virtual_start_time: row.virtual_start.to_iso(),
            priority: row.priority,
            reason: row.reason.as_deref().map(str::to_owned),
            task_queue_sid: row.queue,
            task_queue_friendly_name: row
                .queue
                .and_then(|sid| workspace.queues.get(sid))
                .map(|queue| queue.friendly_name.to_string()),
            task_channel_sid: Some(row.channel),
            task_channel_unique_name: workspace
                .channels
                .get(row.channel)
                .map(|channel| channel.unique_name.to_string()),
            timeout: row.timeout,
            workflow_sid: Some(row.workflow),
            workflow_friendly_name: workspace
                .workflows
                .get(row.workflow)
                .map(|workflow| workflow.friendly_name.to_string()),
            ignore_capacity: Some(row.ignore_capacity.unwrap_or(false)),
            routing_target: row.routing_target.map(|target| target.to_string()),
            url: Some(url),
            links: Links(links),
        }
    }

    /// Reservations are made after the answer to a creation, so it shows the task as it was before
    /// them.
    fn render_new(view: &View<'_>, row: &Task) -> (Option<u32>, model::Task) {
        let body = model::Task {
            assignment_status: TaskStatus::Pending,
            reason: None,
            ..Self::render(view, row)
        };
        (Some(0), body)
    }

    fn select<'a>(view: &View<'a>, params: &'a Params) -> Result<Selection<'a, Task>, Problem> {
        let mut selection = Selection::default();
        let workspace = view.workspace;
        if let Some(priority) = params.number::<i64>("Priority")? {
            selection.keep(move |row: &Task| row.priority == priority);
        }
        let statuses = statuses(params)?;
        if !statuses.is_empty() {
            selection.keep(move |row: &Task| statuses.contains(&row.status));
        }
        if let Some(sid) = params.sid::<WorkflowSid>("WorkflowSid")? {
            selection.keep(move |row: &Task| row.workflow == sid);
        }
        if let Some(name) = params.given("WorkflowName") {
            let named: Vec<WorkflowSid> = workspace
                .workflows
                .iter()
                .filter(|workflow| *workflow.friendly_name == *name)
                .map(|workflow| workflow.sid)
                .collect();
            selection.keep(move |row: &Task| named.contains(&row.workflow));
        }
        if let Some(sid) = params.sid::<TaskQueueSid>("TaskQueueSid")? {
            selection.keep(move |row: &Task| row.queue == Some(sid));
        }
        if let Some(name) = params.given("TaskQueueName") {
            let named: Vec<TaskQueueSid> = workspace
                .queues
                .iter()
                .filter(|queue| *queue.friendly_name == *name)
                .map(|queue| queue.sid)
                .collect();
            selection.keep(move |row: &Task| row.queue.is_some_and(|sid| named.contains(&sid)));
        }
        if let Some(text) = params.given("EvaluateTaskAttributes") {
            let expression = Expr::parse(text)
                .map_err(|error| Problem::invalid(format!("EvaluateTaskAttributes: {error}")))?;
            let now = view.now.as_millisecond();
            selection.keep(move |row: &Task| expression.matches_task(row.document(), now));
        }
        if let Some(target) = params.given("RoutingTarget") {
            selection.keep(move |row: &Task| {
                row.routing_target
                    .is_some_and(|own| own.to_string() == target)
            });
        }
        if params.flag("HasAddons") == Some(true) {
            selection.keep(|_: &Task| false);
        }
        if let Some(ordering) = params.given("Ordering") {
            order(&mut selection, ordering)?;
        }
        Ok(selection)
    }

    fn read_new(params: &Params) -> Result<NewTask, Problem> {
        Ok(NewTask {
            workflow: params.sid("WorkflowSid")?,
            attributes: params.text("Attributes"),
            priority: params.number("Priority")?,
            timeout: params.number("Timeout")?,
            task_channel: params.given("TaskChannel").map(str::to_owned),
            virtual_start: params.moment("VirtualStartTime")?,
            routing_target: params
                .given("RoutingTarget")
                .map(routing_target)
                .transpose()?,
            ignore_capacity: params.flag("IgnoreCapacity"),
            task_queue: params.sid("TaskQueueSid")?,
        })
    }

    fn read_update(params: &Params) -> Result<TaskUpdate, Problem> {
        Ok(TaskUpdate {
            status: params.word("AssignmentStatus", str::to_ascii_lowercase)?,
            reason: params.text("Reason"),
            attributes: params.text("Attributes"),
            priority: params.number("Priority")?,
            task_channel: params.given("TaskChannel").map(str::to_owned),
            virtual_start: params.moment("VirtualStartTime")?,
        })
    }

    fn create(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        new: NewTask,
    ) -> Result<SidOf<Self>, Error> {
        engine.create_task(now, workspace, &new)
    }

    fn update(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
        update: TaskUpdate,
    ) -> Result<(), Error> {
        engine.update_task(now, workspace, sid, update)
    }

    fn delete(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
    ) -> Result<(), Error> {
        engine.delete_task(now, workspace, sid)
    }
}

/// The statuses of a list's filter: repeated, comma-separated or both.
fn statuses(params: &Params) -> Result<Vec<TaskStatus>, Problem> {
    params
        .all("AssignmentStatus")
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.to_ascii_lowercase()
                .parse()
                .map_err(|error| Problem::invalid(format!("AssignmentStatus: {error}")))
        })
        .collect()
}

fn routing_target(text: &str) -> Result<RoutingTarget, Problem> {
    match text.get(..2) {
        Some("WK") => text.parse().map(RoutingTarget::Worker),
        Some("WQ") => text.parse().map(RoutingTarget::Queue),
        Some("WW") => text.parse().map(RoutingTarget::Workflow),
        _ => Err(sid::SidError::NotASid {
            text: text.to_owned(),
            expected: "a worker, task queue or workflow",
            prefix: "WK",
        }),
    }
    .map_err(|error| Problem::invalid(format!("RoutingTarget: {error}")))
}

/// Reads `Priority:desc,DateCreated:asc`.
fn order(selection: &mut Selection<'_, Task>, ordering: &str) -> Result<(), Problem> {
    let mut dates = 0;
    for part in ordering.split(',').map(str::trim) {
        let (attribute, direction) = part.split_once(':').unwrap_or((part, "asc"));
        let descending = match direction {
            "asc" => false,
            "desc" => true,
            other => {
                return Err(Problem::invalid(format!(
                    "Ordering: `{other}` is not one of asc, desc"
                )));
            }
        };
        let key: fn(&Task) -> i64 = match attribute {
            "Priority" => |row| row.priority,
            "DateCreated" => |row| row.created.as_millisecond(),
            "VirtualStartTime" => |row| row.virtual_start.as_millisecond(),
            other => {
                return Err(Problem::invalid(format!(
                    "Ordering: `{other}` is not one of DateCreated, Priority, VirtualStartTime"
                )));
            }
        };
        if attribute != "Priority" {
            dates += 1;
        }
        selection.order_by(key, descending);
    }
    if dates > 1 {
        return Err(Problem::invalid(
            "Ordering: DateCreated and VirtualStartTime cannot be combined",
        ));
    }
    Ok(())
}
