//! Of task queues: <https://www.twilio.com/docs/taskrouter/api/taskqueue-statistics>.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::Value;

use super::asked::{Asked, answered};
use crate::emulator::http::{Call, PageRequest, Problem, Selection};
use crate::emulator::shared::Shared;
use crate::emulator::statistics::{Live, Question, Tally, live, queue_of, tallies};
use crate::emulator::taskrouter::collection::list_of;
use crate::model::sid::TaskQueueSid;
use crate::model::statistics::{
    ActivityCount, TaskQueueBulkRealTimeStatistics, TaskQueueCumulative,
    TaskQueueCumulativeStatistics, TaskQueueData, TaskQueueRealTime, TaskQueueRealTimeStatistics,
    TaskQueueStatistics,
};
use crate::routing::engine::Queue;

/// Queues that one request may ask for at once.
const MOST_AT_ONCE: usize = 50;

/// Who serves a queue.
struct Members {
    activities: Vec<ActivityCount>,
    available: u64,
    all: u64,
}

fn members(asked: &Asked<'_>, queue: &Queue) -> Members {
    let available = asked
        .workspace()
        .activities
        .iter()
        .filter(|activity| activity.available)
        .map(|activity| queue.members_in(activity.sid) as u64)
        .sum();
    Members {
        activities: asked.activities(|activity| queue.members_in(activity)),
        available,
        all: queue.members() as u64,
    }
}

/// The queue that is asked about.
fn found<'a>(asked: &Asked<'a>, segment: &str) -> Result<&'a Queue, Problem> {
    segment
        .parse()
        .ok()
        .and_then(|sid| asked.workspace().queues.get(sid))
        .ok_or_else(|| asked.call.not_found())
}

fn tally_of(asked: &Asked<'_>, question: &Question, queue: &Queue) -> Tally {
    asked.tally(question, |event| queue_of(event) == Some(queue.sid))
}

fn live_of(asked: &Asked<'_>, queue: &Queue) -> Result<Live, Problem> {
    Ok(asked.live(asked.channel()?, |task| task.queue == Some(queue.sid)))
}

pub(super) async fn real_time(
    State(shared): State<Arc<Shared>>,
    Path((workspace, segment)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        let queue = found(asked, &segment)?;
        let live = live_of(asked, queue)?;
        let members = members(asked, queue);
        let (age, task) = live.longest_in_queue(asked.now());
        Ok(TaskQueueRealTimeStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            task_queue_sid: queue.sid,
            activity_statistics: members.activities,
            backlog: live.backlog(asked.now()),
            longest_relative_task_age_in_queue: age,
            longest_relative_task_sid_in_queue: task,
            tasks_by_priority: live.by_priority(),
            total_available_workers: members.available,
            total_eligible_workers: members.all,
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
        let queue = found(asked, &segment)?;
        let question = asked.question()?;
        let tally = tally_of(asked, &question, queue);
        Ok(TaskQueueCumulativeStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            task_queue_sid: queue.sid,
            window: question.window.into(),
            avg_task_acceptance_time: tally.until_accepted.seconds().avg,
            reservations: tally.reservations,
            split_by_wait_time: tally.split(),
            wait_duration_until_accepted: tally.until_accepted.seconds(),
            wait_duration_until_canceled: tally.until_canceled.seconds(),
            wait_duration_in_queue_until_accepted: tally.in_queue_until_accepted.seconds(),
            tasks_canceled: tally.tasks_canceled,
            tasks_completed: tally.tasks_completed,
            tasks_deleted: tally.tasks_deleted,
            tasks_entered: tally.entered_queue,
            tasks_moved: tally.tasks_moved,
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
        let queue = found(asked, &segment)?;
        let question = asked.question()?;
        let tally = tally_of(asked, &question, queue);
        Ok(TaskQueueStatistics {
            url: Some(asked.url()),
            ..both(asked, queue, &question, &tally, &live_of(asked, queue)?)
        })
    })
}

fn both(
    asked: &Asked<'_>,
    queue: &Queue,
    question: &Question,
    tally: &Tally,
    live: &Live,
) -> TaskQueueStatistics {
    let members = members(asked, queue);
    TaskQueueStatistics {
        account_sid: asked.view.account,
        workspace_sid: asked.workspace().sid,
        task_queue_sid: queue.sid,
        cumulative: TaskQueueCumulative {
            window: question.window.into(),
            avg_task_acceptance_time: tally.until_accepted.mean(),
            reservations: tally.reservations,
            split_by_wait_time: tally.split(),
            tasks_canceled: tally.tasks_canceled,
            tasks_deleted: tally.tasks_deleted,
            tasks_entered: tally.entered_queue,
            tasks_moved: tally.tasks_moved,
        },
        realtime: TaskQueueRealTime {
            activity_statistics: members.activities,
            backlog: live.backlog(asked.now()),
            total_available_workers: members.available,
            total_eligible_workers: members.all,
        },
        url: None,
    }
}

pub(super) async fn list(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    let page = PageRequest::read(&call.params)?;
    answered(&shared, &workspace, &call, |asked| {
        let question = asked.question()?;
        let workspace = asked.workspace();
        let tallies = tallies(asked.events, workspace.sid, &question, queue_of);
        let live = live(workspace, question.channel, |task| task.queue);
        let (quiet, empty) = (Tally::new(&question.thresholds), Live::default());
        let mut selection = Selection::default();
        if let Some(name) = call.params.given("FriendlyName") {
            selection.keep(move |queue: &Queue| *queue.friendly_name == *name);
        }
        list_of(
            &call,
            "task_queues_statistics",
            &workspace.queues,
            &page,
            &selection,
            |queue| {
                let tally = tallies.get(&queue.sid).unwrap_or(&quiet);
                let live = live.get(&queue.sid).unwrap_or(&empty);
                both(asked, queue, &question, tally, live)
            },
        )
    })
}

pub(super) async fn bulk(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        let sids = wanted(&call)?;
        let workspace = asked.workspace();
        let live = live(workspace, asked.channel()?, |task| {
            task.queue.filter(|queue| sids.contains(queue))
        });
        let empty = Live::default();
        let task_queue_data: Vec<TaskQueueData> = sids
            .iter()
            .filter_map(|sid| workspace.queues.get(*sid))
            .map(|queue| {
                let live = live.get(&queue.sid).unwrap_or(&empty);
                let members = members(asked, queue);
                TaskQueueData {
                    task_queue_sid: queue.sid,
                    activity_statistics: members.activities,
                    backlog: live.backlog(asked.now()),
                    tasks_by_priority: live.by_priority(),
                    total_available_workers: members.available,
                    total_eligible_workers: members.all,
                }
            })
            .collect();
        Ok(TaskQueueBulkRealTimeStatistics {
            account_sid: asked.view.account,
            workspace_sid: workspace.sid,
            task_queue_response_count: task_queue_data.len() as u64,
            task_queue_data,
            url: Some(asked.url()),
        })
    })
}

/// The queues a body asks for. What its member is called is not documented: any array of SIDs of
/// queues will do.
fn wanted(call: &Call) -> Result<BTreeSet<TaskQueueSid>, Problem> {
    let body = call.json.as_deref().unwrap_or_default();
    let body: Value = serde_json::from_slice(body)
        .map_err(|error| Problem::invalid(format!("The request body is not JSON: {error}")))?;
    let mut sids = BTreeSet::new();
    let arrays = match &body {
        Value::Array(_) => vec![&body],
        Value::Object(members) => members.values().filter(|value| value.is_array()).collect(),
        _ => Vec::new(),
    };
    for item in arrays.into_iter().filter_map(Value::as_array).flatten() {
        let sid = item.as_str().and_then(|text| text.parse().ok());
        sids.insert(
            sid.ok_or_else(|| Problem::invalid(format!("{item} is not the SID of a task queue")))?,
        );
    }
    if sids.is_empty() || sids.len() > MOST_AT_ONCE {
        return Err(Problem::invalid(format!(
            "The request body must hold an array of 1 to {MOST_AT_ONCE} SIDs of task queues"
        )));
    }
    Ok(sids)
}
