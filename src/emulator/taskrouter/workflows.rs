//! Workflows: <https://www.twilio.com/docs/taskrouter/api/workflow>.

use super::collection::{Collection, SidOf};
use super::render::{STATISTICS, View, parts};
use crate::emulator::http::{Params, Problem, Selection};
use crate::model;
use crate::model::sid::WorkspaceSid;
use crate::routing::Moment;
use crate::routing::engine::{
    Engine, Error, NewWorkflow, Rows, Workflow, WorkflowUpdate, Workspace,
};

pub(super) struct Workflows;

impl Collection for Workflows {
    type Row = Workflow;
    type Body = model::Workflow;
    type New = NewWorkflow;
    type Update = WorkflowUpdate;
    const SEGMENT: &'static str = "Workflows";
    const KEY: &'static str = "workflows";

    fn rows(workspace: &Workspace) -> &Rows<Workflow> {
        &workspace.workflows
    }

    fn render(view: &View<'_>, row: &Workflow) -> model::Workflow {
        let url = view.url_of(Self::SEGMENT, row.sid);
        let text = |value: &Option<std::sync::Arc<str>>| {
            // The description has `null` or an address, never an empty text.
            let text = value.as_deref().filter(|text| !text.is_empty());
            text.map(str::to_owned)
        };
        model::Workflow {
            sid: row.sid,
            account_sid: view.account,
            workspace_sid: view.workspace.sid,
            friendly_name: row.friendly_name.to_string(),
            configuration: row.configuration.to_string(),
            assignment_callback_url: text(&row.assignment_callback_url),
            fallback_assignment_callback_url: text(&row.fallback_assignment_callback_url),
            task_reservation_timeout: row.task_reservation_timeout,
            document_content_type: Some(String::new()),
            date_created: row.created.to_iso(),
            date_updated: row.updated.to_iso(),
            links: parts(&url, &STATISTICS),
            url: Some(url),
        }
    }

    fn select<'a>(_: &View<'a>, params: &'a Params) -> Result<Selection<'a, Workflow>, Problem> {
        let mut selection = Selection::default();
        if let Some(name) = params.given("FriendlyName") {
            selection.keep(move |row: &Workflow| *row.friendly_name == *name);
        }
        Ok(selection)
    }

    fn read_new(params: &Params) -> Result<NewWorkflow, Problem> {
        Ok(NewWorkflow {
            friendly_name: params.required("FriendlyName")?,
            configuration: params.required("Configuration")?,
            assignment_callback_url: params.text("AssignmentCallbackUrl"),
            fallback_assignment_callback_url: params.text("FallbackAssignmentCallbackUrl"),
            task_reservation_timeout: params.number("TaskReservationTimeout")?,
        })
    }

    fn read_update(params: &Params) -> Result<WorkflowUpdate, Problem> {
        Ok(WorkflowUpdate {
            friendly_name: params.text("FriendlyName"),
            configuration: params.text("Configuration"),
            assignment_callback_url: params.text("AssignmentCallbackUrl"),
            fallback_assignment_callback_url: params.text("FallbackAssignmentCallbackUrl"),
            task_reservation_timeout: params.number("TaskReservationTimeout")?,
            reevaluate_tasks: params.flag("ReEvaluateTasks").unwrap_or(false),
        })
    }

    fn create(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        new: NewWorkflow,
    ) -> Result<SidOf<Self>, Error> {
        engine.create_workflow(now, workspace, &new)
    }

    fn update(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
        update: WorkflowUpdate,
    ) -> Result<(), Error> {
        engine.update_workflow(now, workspace, sid, &update)
    }

    fn delete(
        engine: &mut Engine,
        now: Moment,
        workspace: WorkspaceSid,
        sid: SidOf<Self>,
    ) -> Result<(), Error> {
        engine.delete_workflow(now, workspace, sid)
    }
}
