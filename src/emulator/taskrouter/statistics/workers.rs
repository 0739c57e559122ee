//! Of workers: <https://www.twilio.com/docs/taskrouter/api/worker/statistics>.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::asked::{Asked, answered};
use crate::emulator::http::{Call, Problem};
use crate::emulator::shared::Shared;
use crate::emulator::statistics::stays;
use crate::model::EventType;
use crate::model::sid::{ActivitySid, TaskQueueSid, WorkerSid};
use crate::model::statistics::{
    ActivityCount, ActivityDuration, WorkerCumulative, WorkerStatistics,
    WorkersCumulativeStatistics, WorkersRealTime, WorkersRealTimeStatistics, WorkersStatistics,
};
use crate::routing::Moment;
use crate::routing::engine::{Queue, Worker};
use crate::routing::expr::TargetWorkers;

/// Workers of a workspace beyond which their statistics are refused.
const MOST_WORKERS: usize = 100;

/// Every activity with the number of these workers who are in it.
pub(super) fn in_activities<'a>(
    asked: &Asked<'_>,
    workers: impl Iterator<Item = &'a Worker>,
) -> Vec<ActivityCount> {
    let mut counts: BTreeMap<ActivitySid, usize> = BTreeMap::new();
    for worker in workers {
        *counts.entry(worker.activity).or_default() += 1;
    }
    asked.activities(|activity| counts.get(&activity).copied().unwrap_or(0))
}

fn refuse_crowds(asked: &Asked<'_>) -> Result<(), Problem> {
    if asked.workspace().workers.len() > MOST_WORKERS {
        return Err(Problem::new(
            StatusCode::BAD_REQUEST,
            20001,
            format!(
                "Worker statistics are not available to workspaces with more than {MOST_WORKERS} \
                 workers"
            ),
        ));
    }
    Ok(())
}

/// The workers that are asked about.
struct Wanted<'a> {
    /// `None` for all.
    queues: Option<Vec<TargetWorkers>>,
    name: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    fn read(asked: &Asked<'a>) -> Result<Self, Problem> {
        let params = &asked.call.params;
        let queues = &asked.workspace().queues;
        let mut named: Vec<Option<&Queue>> = Vec::new();
        if let Some(sid) = params.sid::<TaskQueueSid>("TaskQueueSid")? {
            named.push(queues.get(sid));
        }
        if let Some(name) = params.given("TaskQueueName") {
            named.push(queues.iter().find(|queue| *queue.friendly_name == *name));
        }
        // Nobody serves a queue that does not exist.
        let targets: Vec<TargetWorkers> = named
            .into_iter()
            .map(|queue| {
                queue
                    .and_then(|queue| TargetWorkers::parse(&queue.target_workers).ok())
                    .unwrap_or(TargetWorkers::Nobody)
            })
            .collect();
        Ok(Self {
            queues: (!targets.is_empty()).then_some(targets),
            name: params.given("FriendlyName"),
        })
    }

    fn are(&self, worker: &Worker) -> bool {
        self.name.is_none_or(|name| *worker.friendly_name == *name)
            && self
                .queues
                .iter()
                .flatten()
                .all(|target| target.matches(worker))
    }

    fn now<'w>(&self, asked: &Asked<'w>) -> Vec<&'w Worker> {
        let workers = asked.workspace().workers.iter();
        workers.filter(|worker| self.are(worker)).collect()
    }

    /// Those there are, and those who were deleted meanwhile: by the name they had, and only if
    /// no queue is asked about, which they serve no more.
    fn then(&self, asked: &Asked<'_>, from: Moment) -> BTreeSet<WorkerSid> {
        let mut wanted: BTreeSet<WorkerSid> =
            self.now(asked).iter().map(|worker| worker.sid).collect();
        if self.queues.is_none() {
            let workspace = asked.workspace().sid;
            wanted.extend(
                asked
                    .events
                    .between(workspace, from, asked.now())
                    .filter(|event| event.kind == EventType::WorkerDeleted)
                    .filter_map(|event| event.worker.as_ref())
                    .filter(|worker| self.name.is_none_or(|name| *worker.name == *name))
                    .map(|worker| worker.sid),
            );
        }
        wanted
    }
}

fn cumulative_of(
    asked: &Asked<'_>,
    wanted: impl FnOnce(Moment) -> BTreeSet<WorkerSid>,
) -> Result<WorkerCumulative, Problem> {
    let question = asked.question()?;
    let window = question.window;
    let wanted = wanted(window.from);
    let spans = stays(
        asked.workspace(),
        asked.events,
        window,
        asked.now(),
        |worker| wanted.contains(&worker),
    );
    let tally = asked.tally(&question, |event| {
        event
            .worker
            .as_ref()
            .is_some_and(|worker| wanted.contains(&worker.sid))
    });
    Ok(WorkerCumulative {
        window: window.into(),
        activity_durations: asked
            .workspace()
            .activities
            .iter()
            .map(|activity| ActivityDuration {
                sid: activity.sid,
                friendly_name: activity.friendly_name.to_string(),
                seconds: spans
                    .get(&activity.sid)
                    .copied()
                    .unwrap_or_default()
                    .seconds(),
            })
            .collect(),
        reservations: tally.reservations,
    })
}

pub(super) async fn real_time(
    State(shared): State<Arc<Shared>>,
    Path(workspace): Path<String>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        refuse_crowds(asked)?;
        asked.channel()?;
        let workers = Wanted::read(asked)?.now(asked);
        Ok(WorkersRealTimeStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            activity_statistics: in_activities(asked, workers.iter().copied()),
            total_workers: workers.len() as u64,
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
        refuse_crowds(asked)?;
        let wanted = Wanted::read(asked)?;
        let figures = cumulative_of(asked, |from| wanted.then(asked, from))?;
        Ok(WorkersCumulativeStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            window: figures.window,
            activity_durations: figures.activity_durations,
            reservations: figures.reservations,
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
        refuse_crowds(asked)?;
        let wanted = Wanted::read(asked)?;
        let workers = wanted.now(asked);
        Ok(WorkersStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            cumulative: cumulative_of(asked, |from| wanted.then(asked, from))?,
            realtime: WorkersRealTime {
                activity_statistics: in_activities(asked, workers.iter().copied()),
                total_workers: workers.len() as u64,
            },
            url: Some(asked.url()),
        })
    })
}

pub(super) async fn one(
    State(shared): State<Arc<Shared>>,
    Path((workspace, segment)): Path<(String, String)>,
    call: Call,
) -> Result<Response, Problem> {
    answered(&shared, &workspace, &call, |asked| {
        let worker_sid = segment
            .parse()
            .ok()
            .and_then(|sid| asked.workspace().workers.get(sid))
            .map(|worker| worker.sid)
            .ok_or_else(|| asked.call.not_found())?;
        refuse_crowds(asked)?;
        Ok(WorkerStatistics {
            account_sid: asked.view.account,
            workspace_sid: asked.workspace().sid,
            worker_sid,
            cumulative: cumulative_of(asked, |_| BTreeSet::from([worker_sid]))?,
            url: Some(asked.url()),
        })
    })
}
