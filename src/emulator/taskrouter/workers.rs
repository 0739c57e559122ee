//! Workers: <https://www.twilio.com/docs/taskrouter/api/worker>.

use super::collection::{Collection, SidOf};
use super::render::{STATISTICS, View, link};
use crate::emulator::http::{Params, Problem, Quota, Selection};
use crate::model;
use crate::model::sid::{ActivitySid, TaskQueueSid, WorkspaceSid};
use crate::model::wire::Links;
use crate::routing::Moment;
use crate::routing::engine::{
    Engine, Error, NewWorker, Queue, Rows, Worker, WorkerUpdate, Workspace,
};
use crate::routing::expr::{Expr, TargetWorkers};

pub(super) struct Workers;

impl Collection for Workers {
    type Row = Worker;
    type Body = model::Worker;
    type New = NewWorker;
    type Update = WorkerUpdate;
    const SEGMENT: &'static str = "Workers";
    const KEY: &'static str = "workers";
    const QUOTA: Option<Quota> = Some(Quota {
        parameter: "TargetWorkersExpression",
        key: "Worker-List-TargetWorkersExpression",
    });

    fn rows(workspace: &Workspace) -> &Rows<Worker> {
        &workspace.workers
    }

    fn version(row: &Worker) -> Option<u32> {
        Some(row.version)
    }

    fn render(view: &View<'_>, row: &Worker) -> model::Worker {
        let url = view.url_of(Self::SEGMENT, row.sid);
        let mut links = vec![
            link("channels", format!("{url}/Channels")),
            link("worker_channels", format!("{url}/Channels")),
            link("activity", view.url_of("Activities", row.activity)),
            view.to_workspace(),
            link("reservations", format!("{url}/Reservations")),
            link("worker_statistics", format!("{url}/Statistics")),
        ];
        links.extend(
            STATISTICS.map(|(relation, segment)| link(relation, view.url_of("Workers", segment))),
        );
        model::Worker {
            sid: row.sid,
            account_sid: view.account,
            workspace_sid: view.workspace.sid,
            friendly_name: row.friendly_name.to_string(),
            activity_sid: Some(row.activity),
            activity_name: view.workspace.activity_name(row.activity).to_owned(),
            available: Some(row.available),
            attributes: row.attributes.to_string(),
            date_created: row.created.to_iso(),
            date_updated: row.updated.to_iso(),
            date_status_changed: row.status_changed.to_iso(),
            url: Some(url),
            links: Links(links),
        }
    }

    fn select<'a>(view: &View<'a>, params: &'a Params) -> Result<Selection<'a, Worker>, Problem> {
        let mut selection = Selection::default();
        let workspace = view.workspace;
        if let Some(name) = params.given("FriendlyName") {
            selection.keep(move |row: &Worker| *row.friendly_name == *name);
        }
        if let Some(name) = params.given("ActivityName") {
            selection.keep(move |row: &Worker| workspace.activity_name(row.activity) == name);
        }
        if let Some(sid) = params.sid::<ActivitySid>("ActivitySid")? {
            selection.keep(move |row: &Worker| row.activity == sid);
        }
        if let Some(available) = params.flag("Available") {
            selection.keep(move |row: &Worker| row.available == available);
        }
        if let Some(text) = params.given("TargetWorkersExpression") {
            let expression = Expr::parse(text)
                .map_err(|error| Problem::invalid(format!("TargetWorkersExpression: {error}")))?;
            selection.keep(move |row: &Worker| expression.matches_worker(row));
        }
        if let Some(name) = params.given("TaskQueueName") {
            let queue = workspace
                .queues
                .iter()
                .find(|queue| *queue.friendly_name == *name);
            keep_members(&mut selection, queue);
        }
        if let Some(sid) = params.sid::<TaskQueueSid>("TaskQueueSid")? {
            keep_members(&mut selection, workspace.queues.get(sid));
        }
        if let Some(ordering) = params.given("Ordering") {
            let descending = match ordering {
                "DateStatusChanged:asc" => false,
                "DateStatusChanged:desc" => true,
                other => {
                    return Err(Problem::invalid(format!(
                        "Ordering: `{other}` is not one of DateStatusChanged:asc, \
                         DateStatusChanged:desc"
                    )));
                }
            };
            selection.order_by(|row| row.status_changed.as_millisecond(), descending);
        }
        Ok(selection)
    }

    fn read_new(params: &Params) -> Result<NewWorker, Problem> {
        Ok(NewWorker {
            friendly_name: params.required("FriendlyName")?,
            attributes: params.text("Attributes"),
            activity: params.sid("ActivitySid")?,
        })
    }

    fn read_update(params: &Params) -> Result<WorkerUpdate, Problem> {
        Ok(WorkerUpdate {
            friendly_name: params.text("FriendlyName"),
            attributes: params.text("Attributes"),
            activity: params.sid("ActivitySid")?,
            reject_pending_reservations: params.flag("RejectPendingReservations").unwrap_or(false),
        })
    }

    fn create(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        new: NewWorker,
    ) -> Result<SidOf<Self>, Error> {
        engine.create_worker(now, workspace, &new)
    }

    fn update(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
        update: WorkerUpdate,
    ) -> Result<(), Error> {
        engine.update_worker(now, workspace, sid, &update)
    }

    fn delete(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
    ) -> Result<(), Error> {
        engine.delete_worker(now, workspace, sid)
    }
}

/// Only workers who serve the queue; nobody serves a queue that does not exist.
fn keep_members(selection: &mut Selection<'_, Worker>, queue: Option<&Queue>) {
    let target = queue
        .and_then(|queue| TargetWorkers::parse(&queue.target_workers).ok())
        .unwrap_or(TargetWorkers::Nobody);
    selection.keep(move |row: &Worker| target.matches(row));
}
