//! The life of a task (<https://www.twilio.com/docs/taskrouter/api/task>).

use std::sync::Arc;

use serde_json::Value;

use super::context::{Context, Timer};
use super::effect::About;
use super::error::Error;
use super::plan::Plan;
use super::rows::Ordinal;
use super::state::{Position, RoutingTarget, Task, Workspace};
use super::validate;
use super::{NewTask, TaskUpdate, limits};
use crate::model::sid::{TaskChannelSid, TaskQueueSid, TaskSid, WorkflowSid};
use crate::model::{EventType, ReservationStatus, TaskStatus};
use crate::routing::Moment;

/// The reason of a task that was not assigned within its life span.
const TTL_EXCEEDED: &str = "Task TTL Exceeded";
/// The reason of a task whose worker could not be reserved within its life span.
const TARGET_MISSED: &str = "RoutingTarget SLA for Reservation creation was not met";

impl Workspace {
    pub(super) fn create_task(
        &mut self,
        context: &mut Context,
        new: &NewTask,
    ) -> Result<TaskSid, Error> {
        let now = context.now;
        let (attributes, document) = validate::attributes(new.attributes.as_deref())?;
        let workflow = self.workflow_for(new)?;
        let channel = match &new.task_channel {
            None => self.channel_named("default").ok_or_else(|| {
                Error::invalid("TaskChannel", "the workspace has no channel `default`")
            })?,
            Some(name) => self.find_channel(name)?,
        };
        let timeout = validate::in_range(
            "Timeout",
            new.timeout.unwrap_or(limits::DEFAULT_TASK_TIMEOUT),
            1..=limits::TASK_TIMEOUT,
        )?;
        let priority =
            validate::in_range("Priority", new.priority.unwrap_or(0), 0..=limits::PRIORITY)?;
        let virtual_start = new.virtual_start.unwrap_or(now);
        validate::virtual_start(virtual_start, now)?;
        let ignore_capacity = match new.routing_target {
            Some(RoutingTarget::Worker(_)) => Some(new.ignore_capacity.unwrap_or(true)),
            _ => None,
        };
        let plan = self
            .workflows
            .get(workflow)
            .and_then(|workflow| workflow.plan.clone())
            .expect("a workflow has a plan");
        let queue = self.direct_queue(new, &plan, &document, now)?;
        if queue.is_none() && !Self::leads_somewhere(&plan, &document, now) {
            return Err(Error::NoTarget {
                workflow: workflow.to_string(),
            });
        }
        let position = if queue.is_some() {
            Position::Direct
        } else {
            Position::Step {
                filter: 0,
                target: 0,
            }
        };
        let sid = context.new_sid();
        let ordinal = self.tasks.insert(Task {
            sid,
            status: TaskStatus::Pending,
            attributes,
            priority,
            own_priority: priority,
            timeout,
            created: now,
            updated: now,
            queue_entered: queue.map(|_| now),
            virtual_start,
            workflow,
            queue,
            channel,
            reason: None,
            routing_target: new.routing_target,
            ignore_capacity,
            version: 0,
            position,
            assignments: 0,
            first_filter: 0,
            reconsider: false,
            workflow_entered: now,
            assigned_at: None,
            finished_at: None,
            reservations: Vec::new(),
            old_plan: None,
            document: Arc::new(document),
            plan: Some(plan),
            timer: None,
            place: None,
        });
        self.count_live(workflow, true);
        self.emit_task(context, ordinal, EventType::WorkflowEntered);
        if queue.is_some() {
            self.emit_task(context, ordinal, EventType::TaskQueueEntered);
            self.emit_task(context, ordinal, EventType::TaskCreated);
        }
        self.set_task_timer(context, ordinal);
        self.walk(context, ordinal, queue.is_none());
        Ok(sid)
    }

    fn workflow_for(&self, new: &NewTask) -> Result<WorkflowSid, Error> {
        let named = match new.routing_target {
            Some(RoutingTarget::Workflow(sid)) => Some(sid),
            _ => new.workflow,
        };
        if let Some(sid) = named {
            return self
                .workflows
                .get(sid)
                .map(|workflow| workflow.sid)
                .ok_or_else(|| Error::invalid("WorkflowSid", format!("{sid} was not found")));
        }
        let mut workflows = self.workflows.iter();
        match (workflows.next(), workflows.next()) {
            (Some(only), None) => Ok(only.sid),
            _ => Err(Error::WorkflowRequired),
        }
    }

    /// The queue of a task that is routed past its workflow, `None` for any other task.
    fn direct_queue(
        &self,
        new: &NewTask,
        plan: &Plan,
        document: &Value,
        now: Moment,
    ) -> Result<Option<TaskQueueSid>, Error> {
        let known_queue = |parameter, sid: TaskQueueSid| {
            self.queues
                .get(sid)
                .map(|queue| Some(queue.sid))
                .ok_or_else(|| Error::invalid(parameter, format!("{sid} was not found")))
        };
        match new.routing_target {
            None | Some(RoutingTarget::Workflow(_)) => Ok(None),
            Some(RoutingTarget::Queue(sid)) => known_queue("RoutingTarget", sid),
            Some(RoutingTarget::Worker(sid)) => {
                self.workers.get(sid).ok_or_else(|| {
                    Error::invalid("RoutingTarget", format!("{sid} was not found"))
                })?;
                match new.task_queue {
                    Some(queue) => known_queue("TaskQueueSid", queue),
                    None => accounting_queue(plan, document, now).map(Some),
                }
            }
        }
    }

    /// The channel with this SID or unique name.
    pub(super) fn find_channel(&self, name: &str) -> Result<TaskChannelSid, Error> {
        name.parse::<TaskChannelSid>()
            .ok()
            .and_then(|sid| self.channels.get(sid))
            .map(|channel| channel.sid)
            .or_else(|| self.channel_named(name))
            .ok_or_else(|| Error::invalid("TaskChannel", format!("{name} was not found")))
    }

    fn channel_named(&self, name: &str) -> Option<TaskChannelSid> {
        self.channels
            .iter()
            .find(|channel| &*channel.unique_name == name)
            .map(|channel| channel.sid)
    }

    pub(super) fn update_task(
        &mut self,
        context: &mut Context,
        sid: TaskSid,
        update: TaskUpdate,
    ) -> Result<(), Error> {
        let task = self.tasks.get(sid).ok_or_else(|| Error::not_found(sid))?;
        if let Some(status) = update.status {
            // Both at once is not supported: the status wins and the rest is left alone.
            return match status {
                TaskStatus::Canceled => self.cancel_task(context, sid, update.reason),
                TaskStatus::Wrapping => self.wrap_task(context, sid, update.reason),
                TaskStatus::Completed => self.complete_task(context, sid, update.reason),
                other => Err(Error::invalid(
                    "AssignmentStatus",
                    format!("cannot be set to {other}"),
                )),
            };
        }
        if task.status.is_final() {
            return Err(Error::TaskFinished {
                task: sid,
                status: task.status,
            });
        }
        let ordinal = self.tasks.ordinal(sid).expect("the task was found");
        let attributes = update
            .attributes
            .as_deref()
            .map(|text| validate::attributes(Some(text)))
            .transpose()?;
        let priority = update
            .priority
            .map(|priority| validate::in_range("Priority", priority, 0..=limits::PRIORITY))
            .transpose()?;
        let channel = update
            .task_channel
            .as_deref()
            .map(|name| self.find_channel(name))
            .transpose()?;
        if let Some(start) = update.virtual_start {
            validate::virtual_start(start, context.now)?;
        }
        let reconsider = attributes.is_some();
        self.unplace(context, ordinal);
        let task = self.tasks.at_mut(ordinal).expect("the task was found");
        if let Some((text, document)) = attributes {
            task.attributes = text;
            task.document = Arc::new(document);
        }
        let previous_priority = task.priority;
        if let Some(priority) = priority {
            task.priority = priority;
            task.own_priority = priority;
        }
        if let Some(channel) = channel {
            task.channel = channel;
        }
        if let Some(start) = update.virtual_start {
            task.virtual_start = start;
        }
        if let Some(reason) = update.reason {
            task.reason = Some(Arc::from(reason));
        }
        task.version += 1;
        task.updated = context.now;
        let pending = task.status == TaskStatus::Pending;
        if reconsider {
            task.reconsider = task.position != Position::Direct;
        }
        let about = About {
            previous_priority: self.changed_priority(ordinal, previous_priority),
            ..self.about_task(ordinal)
        };
        context.emit(EventType::TaskUpdated, self, about);
        if pending {
            self.unrouted.insert(ordinal);
        }
        Ok(())
    }

    fn cancel_task(
        &mut self,
        context: &mut Context,
        sid: TaskSid,
        reason: Option<String>,
    ) -> Result<(), Error> {
        let task = self.tasks.get(sid).ok_or_else(|| Error::not_found(sid))?;
        if !matches!(task.status, TaskStatus::Pending | TaskStatus::Reserved) {
            return Err(Error::CannotCancel {
                task: sid,
                workspace: self.sid,
                account: context.account,
            });
        }
        let ordinal = self.tasks.ordinal(sid).expect("the task was found");
        self.finish_task(
            context,
            ordinal,
            TaskStatus::Canceled,
            reason.map(Arc::from),
        );
        Ok(())
    }

    /// Ends the work on an assigned task; the after-work begins.
    pub(super) fn wrap_task(
        &mut self,
        context: &mut Context,
        sid: TaskSid,
        reason: Option<String>,
    ) -> Result<(), Error> {
        let task = self.tasks.get(sid).ok_or_else(|| Error::not_found(sid))?;
        if task.status != TaskStatus::Assigned {
            return Err(Error::CannotWrap {
                task: sid,
                workspace: self.sid,
                account: context.account,
            });
        }
        let ordinal = self.tasks.ordinal(sid).expect("the task was found");
        let task = self.tasks.at_mut(ordinal).expect("the task was found");
        task.status = TaskStatus::Wrapping;
        if let Some(reason) = reason {
            task.reason = Some(Arc::from(reason));
        }
        task.version += 1;
        task.updated = context.now;
        let reservations = task.reservations.clone();
        self.emit_task(context, ordinal, EventType::TaskWrapup);
        for reservation in reservations {
            if self.reservation_is(reservation, ReservationStatus::Accepted) {
                self.set_reservation(context, reservation, ReservationStatus::Wrapping);
            }
        }
        Ok(())
    }

    pub(super) fn complete_task(
        &mut self,
        context: &mut Context,
        sid: TaskSid,
        reason: Option<String>,
    ) -> Result<(), Error> {
        let task = self.tasks.get(sid).ok_or_else(|| Error::not_found(sid))?;
        if !matches!(task.status, TaskStatus::Assigned | TaskStatus::Wrapping) {
            return Err(Error::CannotComplete {
                task: sid,
                workspace: self.sid,
                account: context.account,
            });
        }
        let ordinal = self.tasks.ordinal(sid).expect("the task was found");
        self.finish_task(
            context,
            ordinal,
            TaskStatus::Completed,
            reason.map(Arc::from),
        );
        Ok(())
    }

    fn reservation_is(&self, ordinal: Ordinal, status: ReservationStatus) -> bool {
        self.reservations
            .at(ordinal)
            .is_some_and(|reservation| reservation.status == status)
    }

    /// Completes or cancels the task and ends its reservations with it.
    pub(super) fn finish_task(
        &mut self,
        context: &mut Context,
        ordinal: Ordinal,
        status: TaskStatus,
        reason: Option<Arc<str>>,
    ) {
        self.unplace(context, ordinal);
        self.unrouted.remove(&ordinal);
        let Some(task) = self.tasks.at_mut(ordinal) else {
            return;
        };
        task.status = status;
        task.finished_at = Some(context.now);
        task.version += 1;
        task.updated = context.now;
        if reason.is_some() {
            task.reason = reason;
        }
        let workflow = task.workflow;
        self.count_live(workflow, false);
        self.set_task_timer(context, ordinal);
        let event = if status == TaskStatus::Completed {
            EventType::TaskCompleted
        } else {
            EventType::TaskCanceled
        };
        self.emit_task(context, ordinal, event);
        self.end_reservations(context, ordinal);
    }

    /// Ends what is open: offers are canceled, work is completed.
    fn end_reservations(&mut self, context: &mut Context, ordinal: Ordinal) {
        let reservations = self
            .tasks
            .at(ordinal)
            .map(|task| task.reservations.clone())
            .unwrap_or_default();
        for reservation in reservations {
            let Some(found) = self.reservations.at(reservation) else {
                continue;
            };
            let previous = found
                .previous_activity
                .filter(|_| found.status == ReservationStatus::Pending);
            let worker = self.workers.ordinal(found.worker);
            let status = match found.status {
                ReservationStatus::Pending => ReservationStatus::Canceled,
                ReservationStatus::Accepted | ReservationStatus::Wrapping => {
                    ReservationStatus::Completed
                }
                _ => continue,
            };
            self.set_reservation(context, reservation, status);
            if let (Some(worker), Some(activity)) = (worker, previous) {
                self.move_worker(context, worker, activity);
            }
        }
    }

    pub(super) fn delete_task(&mut self, context: &mut Context, sid: TaskSid) -> Result<(), Error> {
        let ordinal = self
            .tasks
            .get(sid)
            .and_then(|task| self.tasks.ordinal(task.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        self.drop_task(context, ordinal, Some(EventType::TaskDeleted));
        Ok(())
    }

    /// Removes a task and its reservations; `event` tells why, `None` for the silent removal of a
    /// finished one.
    fn drop_task(&mut self, context: &mut Context, ordinal: Ordinal, event: Option<EventType>) {
        self.unplace(context, ordinal);
        self.unrouted.remove(&ordinal);
        if let Some(event) = event {
            self.emit_task(context, ordinal, event);
        }
        self.end_reservations(context, ordinal);
        let Some(task) = self.tasks.remove(ordinal) else {
            return;
        };
        if !task.status.is_final() {
            self.count_live(task.workflow, false);
        }
        context.set_timer(self, Timer::Task(ordinal), task.timer, None);
        for reservation in task.reservations {
            let removed = self.reservations.remove(reservation);
            let worker = removed.and_then(|removed| self.workers.ordinal(removed.worker));
            if let Some(worker) = worker.and_then(|worker| self.workers.at_mut(worker)) {
                worker.reservations.remove(&reservation);
            }
        }
    }

    fn count_live(&mut self, workflow: WorkflowSid, one_more: bool) {
        let found = self
            .workflows
            .ordinal(workflow)
            .and_then(|workflow| self.workflows.at_mut(workflow));
        if let Some(workflow) = found {
            if one_more {
                workflow.live_tasks += 1;
            } else {
                workflow.live_tasks -= 1;
            }
        }
    }

    /// Something is due for the task.
    pub(super) fn task_is_due(&mut self, context: &mut Context, ordinal: Ordinal) {
        let Some(task) = self.tasks.at_mut(ordinal) else {
            return;
        };
        // The timer has just fired; it is set again by whatever happens now.
        task.timer = None;
        let outlived = context.now >= task.created.plus_seconds(task.timeout);
        match task.status {
            TaskStatus::Pending | TaskStatus::Reserved if outlived => {
                let missed = matches!(task.routing_target, Some(RoutingTarget::Worker(_)))
                    && task.assignments == 0;
                let reason = if missed { TARGET_MISSED } else { TTL_EXCEEDED };
                self.finish_task(
                    context,
                    ordinal,
                    TaskStatus::Canceled,
                    Some(Arc::from(reason)),
                );
            }
            TaskStatus::Pending => {
                self.unplace(context, ordinal);
                self.walk(context, ordinal, false);
            }
            TaskStatus::Reserved | TaskStatus::Unknown => self.set_task_timer(context, ordinal),
            TaskStatus::Assigned | TaskStatus::Wrapping => {
                self.drop_task(context, ordinal, Some(EventType::TaskSystemDeleted));
            }
            TaskStatus::Completed | TaskStatus::Canceled => self.drop_task(context, ordinal, None),
        }
    }

    /// Sends every unfinished task of a workflow through its new configuration.
    pub(super) fn reevaluate(&mut self, workflow: WorkflowSid, plan: &Arc<Plan>) {
        let Self {
            tasks, unrouted, ..
        } = self;
        for (ordinal, task) in tasks.entries_mut() {
            if task.workflow != workflow
                || task.position == Position::Direct
                || !matches!(task.status, TaskStatus::Pending | TaskStatus::Reserved)
            {
                continue;
            }
            task.plan = Some(Arc::clone(plan));
            task.first_filter = 0;
            task.reconsider = true;
            // A place in the old plan says nothing about the new one.
            task.position = Position::Default;
            if task.status == TaskStatus::Pending {
                unrouted.insert(ordinal);
            }
        }
    }
}

/// The queue a task counts for that is routed to a worker without naming one: the first its
/// workflow would have used.
fn accounting_queue(plan: &Plan, document: &Value, now: Moment) -> Result<TaskQueueSid, Error> {
    let configuration = &plan.configuration;
    configuration
        .next_filter(0, document, now.as_millisecond())
        .and_then(|filter| configuration.filters[filter].targets.first())
        .or(configuration.default_filter.as_ref())
        .and_then(|target| target.queue.parse().ok())
        .ok_or_else(|| {
            Error::invalid(
                "TaskQueueSid",
                "is needed: the workflow names no queue for these attributes",
            )
        })
}
