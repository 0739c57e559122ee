//! Tasks and workers one by one.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Serialize;

use super::answers::Given;
use super::asking::Asking;
use super::desk::failed;
use super::parameters::Known;
use super::sent::sent;
use crate::events::statistics::{Stamp, TaskRow, Window, WorkerRow};
use crate::model::TaskStatus;
use crate::model::sid::TaskSid;
use crate::serve::access::Viewer;
use crate::serve::problem::Problem;
use crate::serve::shared::Shared;

/// Tasks that TaskRouter has now.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(in crate::serve) struct TaskList {
    /// When the question was answered; ages are measured up to here.
    asked_at: Stamp,
    /// The moment `asked_at`: this is about now.
    window: Window,
    /// When the last of all known events happened; `null` when none is known.
    last_event_at: Option<Stamp>,
    /// The number of the last event this contains, counted by arrival.
    position: u64,
    /// How many tasks there are, listed or not.
    pub(in crate::serve) total: usize,
    /// High priorities first, then the oldest.
    pub(in crate::serve) tasks: Vec<TaskRow>,
}

impl Asking {
    pub(super) async fn task_list(&self) -> Result<TaskList, Problem> {
        self.check_names().await?;
        self.tasks_of(self.ask.status.as_slice(), self.ask.limit)
            .await
    }

    /// The first tasks of these statuses, or of all if there are none.
    pub(in crate::serve) async fn tasks_of(
        &self,
        statuses: &[TaskStatus],
        limit: usize,
    ) -> Result<TaskList, Problem> {
        let desk = &self.shared.desk;
        let question = desk.question(&self.ask, &self.limits, self.now);
        let mut list = {
            let ledger = desk.ledger(self.now).await?;
            let ledger = ledger.as_ref();
            let (total, tasks) = ledger.tasks_now(&question, statuses, limit);
            TaskList {
                asked_at: Stamp(question.now),
                window: self.moment(),
                last_event_at: ledger.last_event().map(Stamp),
                position: ledger.position(),
                total,
                tasks,
            }
        };
        self.complete(&mut list.tasks).await?;
        Ok(list)
    }

    /// The ledger has neither attributes, which are many times as big as everything else, nor the
    /// reservations of the days before.
    async fn complete(&self, tasks: &mut [TaskRow]) -> Result<(), Problem> {
        /// Tasks that are read in one go.
        const CHUNK: usize = 500;

        let desk = &self.shared.desk;
        for rows in tasks.chunks_mut(CHUNK) {
            let sids = rows.iter().map(|row| row.task_sid).collect();
            let known = desk.store().tasks_with_reservations(sids).await;
            let known = known.map_err(|error| failed(&error))?;
            let mut known: HashMap<TaskSid, _> = known
                .into_iter()
                .map(|(task, reservations)| (task.sid, (task.attributes, reservations)))
                .collect();
            let ledger = desk.ledger(self.now).await?;
            for row in rows {
                if let Some((attributes, reservations)) = known.remove(&row.task_sid) {
                    let name = |worker| ledger.as_ref().worker_name(worker);
                    row.complete(attributes, &reservations, name);
                }
            }
        }
        Ok(())
    }
}

pub(super) async fn tasks(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Tasks)?;
    let work_out = async || {
        let _turn = asking.shared.desk.turn_for_list().await?;
        Given::new(asking.task_list().await?, |same| {
            same.asked_at = Stamp(0);
            asking.quiet(&mut same.position, &mut same.last_event_at);
            (same.window.start, same.window.end) = (Stamp(0), Stamp(0));
            for task in &mut same.tasks {
                task.age = 0;
            }
        })
    };
    let key = asking.key("tasks", "");
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    Ok(sent(&headers, given))
}

/// The workers.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(in crate::serve) struct WorkerList {
    /// When the question was answered.
    asked_at: Stamp,
    /// The moment `asked_at`: this is about now.
    window: Window,
    /// When the last of all known events happened; `null` when none is known.
    last_event_at: Option<Stamp>,
    /// The number of the last event this contains, counted by arrival.
    position: u64,
    /// By name.
    pub(super) workers: Vec<WorkerRow>,
}

impl Asking {
    pub(super) async fn worker_list(&self) -> Result<WorkerList, Problem> {
        self.check_names().await?;
        let desk = &self.shared.desk;
        let question = desk.question(&self.ask, &self.limits, self.now);
        let ledger = desk.ledger(self.now).await?;
        let ledger = ledger.as_ref();
        Ok(WorkerList {
            asked_at: Stamp(question.now),
            window: self.moment(),
            last_event_at: ledger.last_event().map(Stamp),
            position: ledger.position(),
            workers: ledger.workers_one_by_one(&question),
        })
    }
}

pub(super) async fn workers(
    State(shared): State<Arc<Shared>>,
    Extension(viewer): Extension<Arc<Viewer>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let asking = Asking::new(shared, &viewer, query.as_deref(), Known::Workers)?;
    let work_out = async || {
        let _turn = asking.shared.desk.turn_for_list().await?;
        Given::new(asking.worker_list().await?, |same| {
            same.asked_at = Stamp(0);
            asking.quiet(&mut same.position, &mut same.last_event_at);
            (same.window.start, same.window.end) = (Stamp(0), Stamp(0));
            for worker in &mut same.workers {
                worker.time_in_activity = None;
            }
        })
    };
    let key = asking.key("workers", "");
    let given = asking.shared.desk.answer(key, asking.now, work_out).await?;
    Ok(sent(&headers, given))
}
