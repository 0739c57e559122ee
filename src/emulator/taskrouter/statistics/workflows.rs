//! Of workflows: <https://www.twilio.com/docs/taskrouter/api/workflow-statistics>.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;

use super::asked::{Asked, answered};
use crate::emulator::http::{Call, Problem};
use crate::emulator::shared::Shared;
use crate::emulator::statistics::{Live, Question, Tally, workflow_of};
use crate::model::sid::WorkflowSid;
use crate::model::statistics::{
    WorkflowCumulative, WorkflowCumulativeStatistics, WorkflowRealTime, WorkflowRealTimeStatistics,
    WorkflowStatistics,
};

/// The workflow that is asked about.
fn found(asked: &Asked<'_>, segment: &str) -> Result<WorkflowSid, Problem> {
    segment
        .parse()
        .ok()
        .and_then(|sid| asked.workspace().workflows.get(sid))
        .map(|workflow| workflow.sid)
        .ok_or_else(|| asked.call.not_found())
}

fn tally_of(asked: &Asked<'_>, question: &Question, workflow: WorkflowSid) -> Tally {
    asked.tally(question, |event| workflow_of(event) == Some(workflow))
}

fn live_of(asked: &Asked<'_>, workflow: WorkflowSid) -> Result<Live, Problem> {
    Ok(asked.live(asked.channel()?, |task| task.workflow == workflow))
}

pub(super) async fn real_time(
    State(shared): State<Arc<Shared>>,
    Path((workspace, segment)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        let workflow_sid = found(asked, &segment)?;
        let live = live_of(asked, workflow_sid)?;
        Ok(WorkflowRealTimeStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            workflow_sid,
            backlog: live.backlog(asked.now()),
            tasks_by_priority: live.by_priority(),
            url: Some(asked.url()),
        })
    })
}

pub(super) async fn cumulative(
    State(shared): State<Arc<Shared>>,
    Path((workspace, segment)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        let workflow_sid = found(asked, &segment)?;
        let question = asked.question()?;
        let tally = tally_of(asked, &question, workflow_sid);
        Ok(WorkflowCumulativeStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            workflow_sid,
            window: question.window.into(),
            avg_task_acceptance_time: tally.until_accepted.seconds().avg,
            reservations: tally.reservations,
            split_by_wait_time: tally.split(),
            wait_duration_until_accepted: tally.until_accepted.seconds(),
            wait_duration_until_canceled: tally.until_canceled.seconds(),
            tasks_canceled: tally.tasks_canceled,
            tasks_completed: tally.tasks_completed,
            tasks_entered: tally.entered_workflow,
            tasks_deleted: tally.tasks_deleted,
            tasks_moved: tally.tasks_moved,
            tasks_timed_out_in_workflow: tally.timed_out_in_workflow,
            url: Some(asked.url()),
        })
    })
}

pub(super) async fn combined(
    State(shared): State<Arc<Shared>>,
    Path((workspace, segment)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        let workflow_sid = found(asked, &segment)?;
        let question = asked.question()?;
        let tally = tally_of(asked, &question, workflow_sid);
        Ok(WorkflowStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            workflow_sid,
            cumulative: WorkflowCumulative {
                window: question.window.into(),
                avg_task_acceptance_time: tally.until_accepted.mean(),
                reservations_accepted: tally.reservations.reservations_accepted,
                reservations_rejected: tally.reservations.reservations_rejected,
                reservations_timed_out: tally.reservations.reservations_timed_out,
                split_by_wait_time: tally.split(),
                tasks_canceled: tally.tasks_canceled,
                tasks_entered: tally.entered_workflow,
                tasks_moved: tally.tasks_moved,
                tasks_timed_out_in_workflow: tally.timed_out_in_workflow,
            },
            realtime: WorkflowRealTime {
                backlog: live_of(asked, workflow_sid)?.backlog(asked.now()),
            },
            url: Some(asked.url()),
        })
    })
}
