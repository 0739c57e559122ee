//! The whole state as a document, and back. What can be worked out again (indexes, parsed
//! expressions, timers) is not in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Engine;
use super::context::{Context, Timer};
use super::plan::Plan;
use super::rows::{Ordinal, Rows, Scramble};
use super::state::Workspace;
use crate::model::sid::Sid;
use crate::model::{ReservationStatus, TaskStatus};
use crate::routing::expr::TargetWorkers;
use crate::routing::workflow::Errors;

/// Why a document is not a state of the engine.
#[derive(Debug, thiserror::Error)]
#[error("{what} {sid} is broken: {problem}")]
pub struct RestoreError {
    what: &'static str,
    sid: String,
    problem: String,
}

impl RestoreError {
    fn new(what: &'static str, sid: impl Sid, problem: &dyn std::fmt::Display) -> Self {
        Self {
            what,
            sid: sid.to_string(),
            problem: problem.to_string(),
        }
    }
}

#[derive(Serialize)]
struct Outgoing<'a> {
    context: &'a Context,
    workspaces: &'a Rows<Workspace>,
}

#[derive(Deserialize)]
struct Incoming {
    context: Context,
    workspaces: Rows<Workspace>,
}

impl Serialize for Engine {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Outgoing {
            context: &self.context,
            workspaces: &self.workspaces,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Engine {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Incoming {
            mut context,
            mut workspaces,
        } = Incoming::deserialize(deserializer)?;
        let scramble = context.scramble();
        let foreign = |workspace: &Workspace| !workspace.is_of(scramble);
        if !workspaces.are_of(scramble) || workspaces.iter().any(foreign) {
            return Err(serde::de::Error::custom("its parts are of different seeds"));
        }
        for (_, workspace) in workspaces.entries_mut() {
            workspace
                .rebuild(&mut context)
                .map_err(serde::de::Error::custom)?;
        }
        let mut engine = Self {
            context,
            workspaces,
        };
        engine.advance(engine.now());
        Ok(engine)
    }
}

impl Engine {
    /// Notes, before a snapshot is written, which tasks follow a configuration their workflow no
    /// longer has.
    pub fn prepare_snapshot(&mut self) {
        for (_, workspace) in self.workspaces.entries_mut() {
            let current: BTreeMap<_, Arc<Plan>> = workspace
                .workflows
                .iter()
                .filter_map(|workflow| Some((workflow.sid, Arc::clone(workflow.plan.as_ref()?))))
                .collect();
            let is_current = |workflow, plan: &Arc<Plan>| {
                current
                    .get(&workflow)
                    .is_some_and(|own| Arc::ptr_eq(own, plan) || own.text == plan.text)
            };
            for (_, task) in workspace.tasks.entries_mut() {
                task.old_plan = task
                    .plan
                    .as_ref()
                    .filter(|plan| !task.status.is_final() && !is_current(task.workflow, plan))
                    .map(|plan| Arc::clone(&plan.text));
            }
        }
    }
}

impl Workspace {
    /// Whether everything in it was made by an engine with this seed.
    fn is_of(&self, scramble: Scramble) -> bool {
        self.activities.are_of(scramble)
            && self.channels.are_of(scramble)
            && self.workers.are_of(scramble)
            && self.queues.are_of(scramble)
            && self.workflows.are_of(scramble)
            && self.tasks.are_of(scramble)
            && self.reservations.are_of(scramble)
    }

    fn rebuild(&mut self, context: &mut Context) -> Result<(), RestoreError> {
        for (_, queue) in self.queues.entries_mut() {
            queue.target = TargetWorkers::parse(&queue.target_workers)
                .map_err(|error| RestoreError::new("task queue", queue.sid, &error))?;
        }
        let mut plans: BTreeMap<Arc<str>, Arc<Plan>> = BTreeMap::new();
        let mut plan_of = |context: &mut Context, text: &Arc<str>| {
            if let Some(plan) = plans.get(text) {
                return Ok(Arc::clone(plan));
            }
            let plan = Arc::new(Plan::parse(context.next_plan(), text)?);
            plans.insert(Arc::clone(text), Arc::clone(&plan));
            Ok::<_, Errors>(plan)
        };
        for (_, workflow) in self.workflows.entries_mut() {
            let plan = plan_of(context, &workflow.configuration)
                .map_err(|error| RestoreError::new("workflow", workflow.sid, &error))?;
            workflow.plan = Some(plan);
        }
        let workers: Vec<Ordinal> = self.workers.entries().map(|(worker, _)| worker).collect();
        for ordinal in workers {
            if let Some(worker) = self.workers.at_mut(ordinal) {
                worker.document = serde_json::from_str(&worker.attributes)
                    .map(Arc::new)
                    .map_err(|error| RestoreError::new("worker", worker.sid, &error))?;
                self.worker_names
                    .insert(worker.friendly_name.to_lowercase(), ordinal);
            }
            self.refresh_texts(ordinal);
            self.relist(ordinal);
            self.rejoin_queues(ordinal);
        }
        let mut live: BTreeMap<_, usize> = BTreeMap::new();
        let tasks: Vec<Ordinal> = self.tasks.entries().map(|(task, _)| task).collect();
        for ordinal in &tasks {
            let task = self.tasks.at_mut(*ordinal).expect("just listed");
            task.document = serde_json::from_str(&task.attributes)
                .map(Arc::new)
                .map_err(|error| RestoreError::new("task", task.sid, &error))?;
            let plan = match &task.old_plan {
                Some(text) => plan_of(context, text)
                    .map(Some)
                    .map_err(|error| RestoreError::new("task", task.sid, &error))?,
                None => self
                    .workflows
                    .get(task.workflow)
                    .and_then(|workflow| workflow.plan.clone()),
            };
            task.plan = plan;
            if !task.status.is_final() {
                *live.entry(task.workflow).or_default() += 1;
            }
        }
        for (_, workflow) in self.workflows.entries_mut() {
            workflow.live_tasks = live.get(&workflow.sid).copied().unwrap_or(0);
        }
        for ordinal in tasks {
            let waits = self
                .tasks
                .at(ordinal)
                .is_some_and(|task| task.status == TaskStatus::Pending);
            if waits {
                self.place(context, ordinal);
            } else {
                self.set_task_timer(context, ordinal);
            }
        }
        for (ordinal, reservation) in self.reservations.entries() {
            let worker = self.workers.ordinal(reservation.worker);
            if let Some(worker) = worker.and_then(|worker| self.workers.at_mut(worker)) {
                worker.reservations.insert(ordinal);
            }
        }
        let pending: Vec<_> = self
            .reservations
            .entries()
            .filter(|(_, reservation)| reservation.status == ReservationStatus::Pending)
            .map(|(ordinal, reservation)| (ordinal, reservation.deadline))
            .collect();
        for (ordinal, deadline) in pending {
            context.set_timer(self, Timer::Reservation(ordinal), None, Some(deadline));
        }
        // The state was at rest when it was written.
        self.dirty.clear();
        Ok(())
    }
}
