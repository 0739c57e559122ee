//! Workspaces: <https://www.twilio.com/docs/taskrouter/api/workspace>.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;

use super::collection::{list_of, workspace_of};
use super::render::{STATISTICS, parts};
use crate::emulator::http::{Call, PageRequest, Params, Problem, Selection, answer};
use crate::emulator::shared::Shared;
use crate::model;
use crate::model::sid::{AccountSid, WorkspaceSid};
use crate::routing::engine::{Engine, NewWorkspace, Workspace, WorkspaceUpdate};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/Workspaces", get(list).post(create))
        .route(
            "/Workspaces/{workspace}",
            get(fetch).post(update).delete(delete),
        )
}

fn render(call: &Call, account: AccountSid, workspace: &Workspace) -> model::Workspace {
    let url = format!("{}/v1/Workspaces/{}", call.origin, workspace.sid);
    let mut links = parts(&url, &[("activities", "Activities")]);
    links.0.extend(parts(&url, &STATISTICS).0);
    links.0.extend(
        parts(
            &url,
            &[
                ("task_queues", "TaskQueues"),
                ("tasks", "Tasks"),
                ("workers", "Workers"),
                ("workflows", "Workflows"),
                ("task_channels", "TaskChannels"),
                ("events", "Events"),
            ],
        )
        .0,
    );
    let name = |sid| Some(workspace.activity_name(sid).to_owned());
    model::Workspace {
        sid: workspace.sid,
        account_sid: account,
        friendly_name: workspace.friendly_name.to_string(),
        date_created: workspace.created.to_iso(),
        date_updated: workspace.updated.to_iso(),
        default_activity_name: name(workspace.default_activity),
        default_activity_sid: Some(workspace.default_activity),
        timeout_activity_name: name(workspace.timeout_activity),
        timeout_activity_sid: Some(workspace.timeout_activity),
        event_callback_url: Some(
            workspace
                .event_callback_url
                .as_deref()
                .unwrap_or_default()
                .to_owned(),
        ),
        events_filter: workspace.events_filter.as_deref().map(str::to_owned),
        multi_task_enabled: Some(workspace.multi_task),
        prioritize_queue_order: workspace.prioritize_queue_order,
        url: Some(url),
        links,
    }
}

fn rendered(engine: &Engine, sid: WorkspaceSid, call: &Call) -> Result<model::Workspace, Problem> {
    Ok(render(call, engine.account(), engine.workspace(sid)?))
}

async fn list(State(shared): State<Arc<Shared>>, call: Call) -> Result<Response, Problem> {
    let request = PageRequest::read(&call.params)?;
    let mut selection = Selection::default();
    if let Some(name) = call.params.given("FriendlyName") {
        selection.keep(move |workspace: &Workspace| *workspace.friendly_name == *name);
    }
    let page = shared.read(|world, _| {
        let account = world.engine.account();
        list_of(
            &call,
            "workspaces",
            world.engine.workspaces(),
            &request,
            &selection,
            |workspace| render(&call, account, workspace),
        )
    })?;
    Ok(answer::json(StatusCode::OK, &page))
}

async fn create(State(shared): State<Arc<Shared>>, call: Call) -> Result<Response, Problem> {
    let new = read_new(&call.params)?;
    let body = shared.write(|world, now| {
        let sid = world.engine.create_workspace(now, &new)?;
        rendered(&world.engine, sid, &call)
    })?;
    Ok(answer::json(StatusCode::CREATED, &body))
}

fn read_new(params: &Params) -> Result<NewWorkspace, Problem> {
    let fifo_template = match params.given("Template").unwrap_or("NONE") {
        word if word.eq_ignore_ascii_case("NONE") => false,
        word if word.eq_ignore_ascii_case("FIFO") => true,
        word => {
            return Err(Problem::invalid(format!(
                "Template: `{word}` is not one of NONE, FIFO"
            )));
        }
    };
    Ok(NewWorkspace {
        friendly_name: params.required("FriendlyName")?,
        event_callback_url: params.text("EventCallbackUrl"),
        events_filter: params.text("EventsFilter"),
        multi_task_enabled: params.flag("MultiTaskEnabled"),
        fifo_template,
        prioritize_queue_order: params.word("PrioritizeQueueOrder", str::to_ascii_uppercase)?,
    })
}

async fn fetch(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    let body = shared.read(|world, _| {
        let found = workspace_of(&world.engine, &workspace, &call)?;
        Ok::<_, Problem>(render(&call, world.engine.account(), found))
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

async fn update(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    let body = shared.write(|world, now| {
        let sid = workspace_of(&world.engine, &workspace, &call)?.sid;
        let update = read_update(&call.params)?;
        world.engine.update_workspace(now, sid, &update)?;
        rendered(&world.engine, sid, &call)
    })?;
    Ok(answer::json(StatusCode::OK, &body))
}

fn read_update(params: &Params) -> Result<WorkspaceUpdate, Problem> {
    Ok(WorkspaceUpdate {
        friendly_name: params.text("FriendlyName"),
        event_callback_url: params.text("EventCallbackUrl"),
        events_filter: params.text("EventsFilter"),
        multi_task_enabled: params.flag("MultiTaskEnabled"),
        prioritize_queue_order: params.word("PrioritizeQueueOrder", str::to_ascii_uppercase)?,
        default_activity: params.sid("DefaultActivitySid")?,
        timeout_activity: params.sid("TimeoutActivitySid")?,
    })
}

async fn delete(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    shared.write(|world, now| {
        let sid = workspace_of(&world.engine, &workspace, &call)?.sid;
        world.engine.delete_workspace(now, sid)?;
        Ok::<_, Problem>(())
    })?;
    Ok(answer::deleted())
}
