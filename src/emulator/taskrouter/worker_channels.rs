//! Worker channels: <https://www.twilio.com/docs/taskrouter/api/worker/worker-channel>.
//!
//! They come and go with workers and task channels; a path names one by its own SID, by its task
//! channel's SID or by that channel's unique name.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use super::collection::{list_of, workspace_of};
use super::render::View;
use crate::emulator::http::{Call, PageRequest, Problem, Selection, answer};
use crate::emulator::shared::Shared;
use crate::model;
use crate::routing::engine::{Channel, Worker, WorkerChannel, WorkerChannelUpdate, Workspace};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/Workspaces/{workspace}/Workers/{worker}/Channels",
            get(list),
        )
        .route(
            "/Workspaces/{workspace}/Workers/{worker}/Channels/{channel}",
            get(fetch).post(update),
        )
}

fn worker_of<'a>(
    workspace: &'a Workspace,
    segment: &str,
    call: &Call,
) -> Result<&'a Worker, Problem> {
    segment
        .parse()
        .ok()
        .and_then(|sid| workspace.workers.get(sid))
        .ok_or_else(|| call.not_found())
}

fn channel_of<'a>(
    worker: &'a Worker,
    segment: &str,
    call: &Call,
) -> Result<&'a WorkerChannel, Problem> {
    worker
        .channels
        .values()
        .find(|own| {
            *own.unique_name == *segment
                || segment.parse() == Ok(own.sid)
                || segment.parse() == Ok(own.channel)
        })
        .ok_or_else(|| call.not_found())
}

fn render(view: &View<'_>, worker: &Worker, own: &WorkerChannel) -> model::WorkerChannel {
    model::WorkerChannel {
        sid: own.sid,
        account_sid: view.account,
        workspace_sid: view.workspace.sid,
        worker_sid: worker.sid,
        task_channel_sid: own.channel,
        task_channel_unique_name: own.unique_name.to_string(),
        configured_capacity: own.capacity,
        available: Some(own.available),
        assigned_tasks: own.assigned,
        available_capacity_percentage: own.available_capacity_percentage(),
        date_created: own.created.to_iso(),
        date_updated: own.updated.to_iso(),
        url: Some(format!(
            "{}/Channels/{}",
            view.url_of("Workers", worker.sid),
            own.sid
        )),
    }
}

async fn list(
    State(shared): State<Arc<Shared>>,
    Path((workspace, worker)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    let page = shared.read(|world, now| {
        let workspace = workspace_of(&world.engine, &workspace, &call)?;
        let worker = worker_of(workspace, &worker, &call)?;
        let request = PageRequest::read(&call.params)?;
        let view = View::new(&call, world.engine.account(), workspace, now);
        let own = |channel: &Channel| {
            worker
                .channels
                .values()
                .find(|own| own.channel == channel.sid)
        };
        let mut selection = Selection::default();
        selection.keep(|channel: &Channel| own(channel).is_some());
        // Paged along the task channels, of which every worker has one each.
        list_of(
            &call,
            "channels",
            &workspace.channels,
            &request,
            &selection,
            |channel| own(channel).map(|own| render(&view, worker, own)),
        )
    })?;
    Ok(answer::json(StatusCode::OK, &page))
}

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path((workspace, worker, channel)): Path<(String, String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    let body = shared.read(|world, now| {
        let workspace = workspace_of(&world.engine, &workspace, &call)?;
        let worker = worker_of(workspace, &worker, &call)?;
        let own = channel_of(worker, &channel, &call)?;
        let view = View::new(&call, world.engine.account(), workspace, now);
        Ok::<_, Problem>(render(&view, worker, own))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn update(
    State(shared): State<Arc<Shared>>,
    Path((workspace, worker, channel)): Path<(String, String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    let body = shared.write(|world, now| {
        let (workspace, worker, channel) = {
            let workspace = workspace_of(&world.engine, &workspace, &call)?;
            let worker = worker_of(workspace, &worker, &call)?;
            let own = channel_of(worker, &channel, &call)?;
            (workspace.sid, worker.sid, own.channel)
        };
        let update = WorkerChannelUpdate {
            capacity: call.params.number("Capacity")?,
            available: call.params.flag("Available"),
        };
        world
            .engine
            .update_worker_channel(now, workspace, worker, channel, update)?;
        let workspace = world.engine.workspace(workspace)?;
        let worker = workspace
            .workers
            .get(worker)
            .ok_or_else(|| call.not_found())?;
        let own = channel_of(worker, &channel.to_string(), &call)?;
        let view = View::new(&call, world.engine.account(), workspace, now);
        Ok::<_, Problem>(render(&view, worker, own))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}
