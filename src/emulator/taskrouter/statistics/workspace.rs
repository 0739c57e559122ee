//! Of a workspace: <https://www.twilio.com/docs/taskrouter/api/workspace-statistics>.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;

use super::asked::{Asked, answered};
use super::workers::in_activities;
use crate::emulator::http::{Call, Problem};
use crate::emulator::shared::Shared;
use crate::model::statistics::{
    WorkspaceCumulative, WorkspaceCumulativeStatistics, WorkspaceRealTime,
    WorkspaceRealTimeStatistics, WorkspaceStatistics,
};

pub(super) async fn real_time(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        let live = asked.live(asked.channel()?, |_| true);
        Ok(WorkspaceRealTimeStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            activity_statistics: in_activities(asked, asked.workspace().workers.iter()),
            backlog: live.backlog(asked.now()),
            tasks_by_priority: live.by_priority(),
            total_workers: asked.workspace().workers.len() as u64,
            url: Some(asked.url()),
        })
    })
}

pub(super) async fn cumulative(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        let question = asked.question()?;
        let tally = asked.tally(&question, |_| true);
        Ok(WorkspaceCumulativeStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            window: question.window.into(),
            avg_task_acceptance_time: tally.until_accepted.seconds().avg,
            reservations: tally.reservations,
            split_by_wait_time: tally.split(),
            wait_duration_until_accepted: tally.until_accepted.seconds(),
            wait_duration_until_canceled: tally.until_canceled.seconds(),
            tasks_created: tally.tasks_created,
            tasks_canceled: tally.tasks_canceled,
            tasks_completed: tally.tasks_completed,
            tasks_deleted: tally.tasks_deleted,
            tasks_moved: tally.tasks_moved,
            tasks_timed_out_in_workflow: tally.timed_out_in_workflow,
            url: Some(asked.url()),
        })
    })
}

pub(super) async fn combined(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        Ok(WorkspaceStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            cumulative: combined_cumulative(asked)?,
            realtime: WorkspaceRealTime {
                activity_statistics: in_activities(asked, asked.workspace().workers.iter()),
                backlog: asked.live(asked.channel()?, |_| true).backlog(asked.now()),
                total_workers: asked.workspace().workers.len() as u64,
            },
            url: Some(asked.url()),
        })
    })
}

fn combined_cumulative(asked: &Asked<'_>) -> Result<WorkspaceCumulative, Problem> {
    let question = asked.question()?;
    let tally = asked.tally(&question, |_| true);
    Ok(WorkspaceCumulative {
        window: question.window.into(),
        avg_task_acceptance_time: tally.until_accepted.mean(),
        reservations: tally.reservations,
        split_by_wait_time: tally.split(),
        tasks_created: tally.tasks_created,
        tasks_canceled: tally.tasks_canceled,
        tasks_deleted: tally.tasks_deleted,
        tasks_moved: tally.tasks_moved,
        tasks_timed_out_in_workflow: tally.timed_out_in_workflow,
    })
}
