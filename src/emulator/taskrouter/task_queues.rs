//! Task queues: <https://www.twilio.com/docs/taskrouter/api/task-queue>.

use serde_json::Value;

use super::collection::{Collection, SidOf};
use super::render::{STATISTICS, View, link, parts};
use crate::emulator::http::{Params, Problem, Quota, Selection};
use crate::model;
use crate::model::sid::{WorkerSid, WorkspaceSid};
use crate::model::wire::Links;
use crate::routing::Moment;
use crate::routing::engine::{
    Engine, Error, NewQueue, Queue, QueueUpdate, Rows, Worker, Workspace,
};
use crate::routing::expr::{TargetWorkers, WorkerRecord};

pub(super) struct TaskQueues;

impl Collection for TaskQueues {
    type Row = Queue;
    type Body = model::TaskQueue;
    type New = NewQueue;
    type Update = QueueUpdate;
    const SEGMENT: &'static str = "TaskQueues";
    const KEY: &'static str = "task_queues";
    const QUOTA: Option<Quota> = Some(Quota {
        parameter: "EvaluateWorkerAttributes",
        key: "TaskQueue-List-EvaluateWorkerAttributes",
    });

    fn rows(workspace: &Workspace) -> &Rows<Queue> {
        &workspace.queues
    }

    fn render(view: &View<'_>, row: &Queue) -> model::TaskQueue {
        let url = view.url_of(Self::SEGMENT, row.sid);
        let mut links = vec![view.to_workspace()];
        links.extend(parts(&url, &STATISTICS).0);
        links.push(link(
            "list_statistics",
            view.url_of(Self::SEGMENT, "Statistics"),
        ));
        links.push(link(
            "bulk_real_time_statistics",
            view.url_of(Self::SEGMENT, "RealTimeStatistics"),
        ));
        for (relation, activity) in [
            ("assignment_activity", row.assignment_activity),
            ("reservation_activity", row.reservation_activity),
        ] {
            if let Some(sid) = activity {
                links.push(link(relation, view.url_of("Activities", sid)));
            }
        }
        let name = |sid| view.workspace.activity_name(sid).to_owned();
        model::TaskQueue {
            sid: row.sid,
            account_sid: view.account,
            workspace_sid: view.workspace.sid,
            friendly_name: row.friendly_name.to_string(),
            target_workers: Some(row.target_workers.to_string()),
            max_reserved_workers: row.max_reserved_workers,
            task_order: row.task_order,
            reservation_activity_sid: row.reservation_activity,
            reservation_activity_name: row.reservation_activity.map(name),
            assignment_activity_sid: row.assignment_activity,
            assignment_activity_name: row.assignment_activity.map(name),
            date_created: row.created.to_iso(),
            date_updated: row.updated.to_iso(),
            url: Some(url),
            links: Links(links),
        }
    }

    fn select<'a>(view: &View<'a>, params: &'a Params) -> Result<Selection<'a, Queue>, Problem> {
        let mut selection = Selection::default();
        if let Some(name) = params.given("FriendlyName") {
            selection.keep(move |row: &Queue| *row.friendly_name == *name);
        }
        if let Some(text) = params.given("EvaluateWorkerAttributes") {
            let attributes: Value = serde_json::from_str(text).map_err(|error| {
                Problem::invalid(format!("EvaluateWorkerAttributes: is not JSON: {error}"))
            })?;
            selection.keep(move |row: &Queue| {
                let worker = WorkerRecord {
                    attributes: &attributes,
                    ..WorkerRecord::default()
                };
                target(row).matches(&worker)
            });
        }
        if let Some(sid) = params.sid::<WorkerSid>("WorkerSid")? {
            let worker: Option<&Worker> = view.workspace.workers.get(sid);
            selection
                .keep(move |row: &Queue| worker.is_some_and(|worker| target(row).matches(worker)));
        }
        if let Some(ordering) = params.given("Ordering") {
            let descending = match ordering {
                "DateUpdated:asc" => false,
                "DateUpdated:desc" => true,
                other => {
                    return Err(Problem::invalid(format!(
                        "Ordering: `{other}` is not one of DateUpdated:asc, DateUpdated:desc"
                    )));
                }
            };
            selection.order_by(|row| row.updated.as_millisecond(), descending);
        }
        Ok(selection)
    }

    fn read_new(params: &Params) -> Result<NewQueue, Problem> {
        Ok(NewQueue {
            friendly_name: params.required("FriendlyName")?,
            target_workers: params.text("TargetWorkers"),
            max_reserved_workers: params.number("MaxReservedWorkers")?,
            task_order: params.word("TaskOrder", str::to_ascii_uppercase)?,
            reservation_activity: params.sid("ReservationActivitySid")?,
            assignment_activity: params.sid("AssignmentActivitySid")?,
        })
    }

    fn read_update(params: &Params) -> Result<QueueUpdate, Problem> {
        Ok(QueueUpdate {
            friendly_name: params.text("FriendlyName"),
            target_workers: params.text("TargetWorkers"),
            max_reserved_workers: params.number("MaxReservedWorkers")?,
            task_order: params.word("TaskOrder", str::to_ascii_uppercase)?,
            reservation_activity: params.update("ReservationActivitySid")?,
            assignment_activity: params.update("AssignmentActivitySid")?,
        })
    }

    fn create(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        new: NewQueue,
    ) -> Result<SidOf<Self>, Error> {
        engine.create_queue(now, workspace, &new)
    }

    fn update(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
        update: QueueUpdate,
    ) -> Result<(), Error> {
        engine.update_queue(now, workspace, sid, &update)
    }

    fn delete(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
    ) -> Result<(), Error> {
        engine.delete_queue(now, workspace, sid)
    }
}

/// Who serves the queue; its expression was checked when it was written.
fn target(queue: &Queue) -> TargetWorkers {
    TargetWorkers::parse(&queue.target_workers).unwrap_or(TargetWorkers::Nobody)
}
