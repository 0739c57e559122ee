//! Task queues (<https://www.twilio.com/docs/taskrouter/api/task-queue>).

use std::sync::Arc;

use super::context::Context;
use super::effect::About;
use super::error::Error;
use super::rows::Ordinal;
use super::state::{Queue, Workspace};
use super::{NewQueue, QueueUpdate, limits, validate};
use crate::model::sid::TaskQueueSid;
use crate::model::{EventType, QueueOrder};
use crate::routing::expr::TargetWorkers;

impl Workspace {
    pub(super) fn create_queue(
        &mut self,
        context: &mut Context,
        new: &NewQueue,
    ) -> Result<TaskQueueSid, Error> {
        let friendly_name = validate::friendly_name(&new.friendly_name)?;
        self.queue_name_is_free(&friendly_name, None)?;
        if self.queues.len() >= limits::QUEUES {
            return Err(Error::invalid(
                "FriendlyName",
                "the workspace is full of task queues",
            ));
        }
        let text = new.target_workers.as_deref().unwrap_or("1==1");
        let target = parse_target_workers(text)?;
        let max_reserved_workers = validate::in_range(
            "MaxReservedWorkers",
            new.max_reserved_workers.unwrap_or(1),
            1..=limits::MAX_RESERVED_WORKERS,
        )?;
        let order = validate::known_order("TaskOrder", new.task_order)?.unwrap_or(QueueOrder::Fifo);
        let reservation_activity =
            self.known_activity("ReservationActivitySid", new.reservation_activity)?;
        let assignment_activity =
            self.known_activity("AssignmentActivitySid", new.assignment_activity)?;
        let sid = context.new_sid();
        let ordinal = self.queues.insert(Queue {
            sid,
            friendly_name,
            target_workers: Arc::from(text),
            max_reserved_workers,
            task_order: order,
            reservation_activity,
            assignment_activity,
            created: context.now,
            updated: context.now,
            target,
            members: std::collections::BTreeSet::new(),
            in_activity: std::collections::BTreeMap::new(),
            free: std::collections::BTreeMap::new(),
            waiting: super::waiting::Waiting::default(),
        });
        self.rejoin_workers(ordinal);
        // Nothing waits in a new queue.
        self.dirty.clear();
        self.emit_queue(context, ordinal, EventType::TaskQueueCreated);
        Ok(sid)
    }

    fn queue_name_is_free(&self, name: &str, own: Option<TaskQueueSid>) -> Result<(), Error> {
        let taken = self
            .queues
            .iter()
            .any(|queue| &*queue.friendly_name == name && Some(queue.sid) != own);
        validate::free(taken, "TaskQueue", "friendly name")
    }

    fn emit_queue(&self, context: &mut Context, ordinal: Ordinal, kind: EventType) {
        let about = About {
            queue: self.queues.at(ordinal),
            ..About::default()
        };
        context.emit(kind, self, about);
    }

    pub(super) fn update_queue(
        &mut self,
        context: &mut Context,
        sid: TaskQueueSid,
        update: &QueueUpdate,
    ) -> Result<(), Error> {
        let ordinal = self
            .queues
            .get(sid)
            .and_then(|queue| self.queues.ordinal(queue.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let name = update
            .friendly_name
            .as_deref()
            .map(validate::friendly_name)
            .transpose()?;
        if let Some(name) = &name {
            self.queue_name_is_free(name, Some(sid))?;
        }
        let target = update
            .target_workers
            .as_deref()
            .map(|text| parse_target_workers(text).map(|target| (Arc::from(text), target)))
            .transpose()?;
        let most = update
            .max_reserved_workers
            .map(|most| {
                validate::in_range("MaxReservedWorkers", most, 1..=limits::MAX_RESERVED_WORKERS)
            })
            .transpose()?;
        let order = validate::known_order("TaskOrder", update.task_order)?;
        self.known_activity(
            "ReservationActivitySid",
            update.reservation_activity.value(),
        )?;
        self.known_activity("AssignmentActivitySid", update.assignment_activity.value())?;
        let queue = self.queues.at_mut(ordinal).expect("the queue was found");
        if let Some(name) = name {
            queue.friendly_name = name;
        }
        queue.max_reserved_workers = most.unwrap_or(queue.max_reserved_workers);
        update
            .reservation_activity
            .apply(&mut queue.reservation_activity);
        update
            .assignment_activity
            .apply(&mut queue.assignment_activity);
        queue.updated = context.now;
        let reordered = order.is_some_and(|order| order != queue.task_order);
        let retargeted = target.is_some();
        if let Some((text, target)) = target {
            queue.target_workers = text;
            queue.target = target;
        }
        if retargeted {
            self.rejoin_workers(ordinal);
            self.emit_queue(context, ordinal, EventType::TaskQueueExpressionUpdated);
        }
        if let Some(order) = order.filter(|_| reordered) {
            self.reorder_queue(context, ordinal, order);
        }
        Ok(())
    }

    /// Has the waiting tasks stand in line anew, in another order.
    fn reorder_queue(&mut self, context: &mut Context, queue: Ordinal, order: QueueOrder) {
        let sid = self.queues.at(queue).map(|queue| queue.sid);
        let waiting: Vec<Ordinal> = self
            .tasks
            .entries()
            .filter(|(_, task)| task.queue == sid && task.place.is_some())
            .map(|(task, _)| task)
            .collect();
        for task in &waiting {
            self.unplace(context, *task);
        }
        if let Some(queue) = self.queues.at_mut(queue) {
            queue.task_order = order;
        }
        for task in waiting {
            self.place(context, task);
        }
    }

    pub(super) fn delete_queue(
        &mut self,
        context: &mut Context,
        sid: TaskQueueSid,
    ) -> Result<(), Error> {
        let ordinal = self
            .queues
            .get(sid)
            .and_then(|queue| self.queues.ordinal(queue.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let text = sid.to_string();
        let workflow = self.workflows.iter().find(|workflow| {
            workflow
                .plan
                .as_ref()
                .is_some_and(|plan| plan.configuration.queues().any(|queue| queue == text))
        });
        let reason = if let Some(workflow) = workflow {
            Some(format!("workflow {} refers to it", workflow.sid))
        } else {
            self.tasks
                .iter()
                .filter(|task| !task.status.is_final())
                .find(|task| {
                    let plan = task.plan.as_ref();
                    task.queue == Some(sid)
                        || plan.is_some_and(|plan| {
                            plan.configuration.queues().any(|queue| queue == text)
                        })
                })
                .map(|task| format!("task {} is in it or may come to it", task.sid))
        };
        validate::refuse_use("TaskQueue", text, reason)?;
        self.emit_queue(context, ordinal, EventType::TaskQueueDeleted);
        for (_, worker) in self.workers.entries_mut() {
            worker.queues.remove(&ordinal);
        }
        self.queues.remove(ordinal);
        Ok(())
    }

    /// The time of day has changed for a queue whose tasks care.
    pub(super) fn clock_has_moved(&mut self, context: &mut Context, queue: Ordinal) {
        let sensitive = self
            .queues
            .at(queue)
            .is_some_and(|queue| queue.waiting.is_clock_sensitive());
        if sensitive {
            self.disturb_queue(queue);
            self.wait_for_the_minute(context, queue);
        }
    }
}

fn parse_target_workers(text: &str) -> Result<TargetWorkers, Error> {
    TargetWorkers::parse(text).map_err(|source| Error::Expression {
        parameter: "TargetWorkers",
        source,
    })
}
