//! Workspaces, activities, task channels, queues and workflows: what stands still while tasks move.

use std::sync::Arc;

use super::context::Context;
use super::effect::About;
use super::error::Error;
use super::plan::Plan;
use super::rows::Ordinal;
use super::state::{Activity, Channel, Queue, Workflow, Workspace};
use super::workers::new_channel;
use super::{
    NewActivity, NewQueue, NewTaskChannel, NewWorkflow, QueueUpdate, TaskChannelUpdate,
    WorkflowUpdate, WorkspaceUpdate, limits, validate,
};
use crate::model::sid::{ActivitySid, TaskChannelSid, TaskQueueSid, WorkflowSid};
use crate::model::{EventType, QueueOrder};
use crate::routing::expr::TargetWorkers;

/// The task channels every workspace starts with: friendly and unique name.
pub(super) const PREDEFINED_CHANNELS: [(&str, &str); 5] = [
    ("Default", "default"),
    ("Voice", "voice"),
    ("Chat", "chat"),
    ("SMS", "sms"),
    ("Video", "video"),
];

impl Workspace {
    pub(super) fn update_settings(
        &mut self,
        context: &mut Context,
        update: &WorkspaceUpdate,
    ) -> Result<(), Error> {
        let name = update
            .friendly_name
            .as_deref()
            .map(validate::friendly_name)
            .transpose()?;
        let callback = update
            .event_callback_url
            .as_deref()
            .map(|url| validate::url("EventCallbackUrl", url))
            .transpose()?;
        let default_activity =
            self.known_activity("DefaultActivitySid", update.default_activity)?;
        let timeout_activity =
            self.known_activity("TimeoutActivitySid", update.timeout_activity)?;
        if update.multi_task_enabled == Some(false) && self.multi_task {
            return Err(Error::invalid(
                "MultiTaskEnabled",
                "cannot be switched off once it is on",
            ));
        }
        let order = known_order("PrioritizeQueueOrder", update.prioritize_queue_order)?;
        if let Some(name) = name {
            self.friendly_name = name;
        }
        if let Some(callback) = callback {
            self.event_callback_url = callback;
        }
        if let Some(filter) = update.events_filter.as_deref() {
            self.events_filter = (!filter.is_empty()).then(|| Arc::from(filter));
        }
        self.default_activity = default_activity.unwrap_or(self.default_activity);
        self.timeout_activity = timeout_activity.unwrap_or(self.timeout_activity);
        if update.multi_task_enabled == Some(true) && !self.multi_task {
            self.multi_task = true;
            let workers: Vec<Ordinal> = self.workers.entries().map(|(worker, _)| worker).collect();
            for worker in workers {
                self.relist(worker);
                self.dirty.insert(worker);
            }
        }
        self.prioritize_queue_order = order.unwrap_or(self.prioritize_queue_order);
        self.updated = context.now;
        context.emit(EventType::WorkspaceUpdated, self, About::default());
        Ok(())
    }

    fn known_activity(
        &self,
        parameter: &'static str,
        sid: Option<ActivitySid>,
    ) -> Result<Option<ActivitySid>, Error> {
        sid.map(|sid| {
            self.activities
                .get(sid)
                .map(|activity| activity.sid)
                .ok_or_else(|| Error::invalid(parameter, format!("{sid} was not found")))
        })
        .transpose()
    }

    // Activities

    pub(super) fn create_activity(
        &mut self,
        context: &mut Context,
        new: &NewActivity,
    ) -> Result<ActivitySid, Error> {
        let friendly_name = validate::friendly_name(&new.friendly_name)?;
        self.activity_name_is_free(&friendly_name, None)?;
        if self.activities.len() >= limits::ACTIVITIES {
            return Err(Error::invalid(
                "FriendlyName",
                "the workspace is full of activities",
            ));
        }
        let sid = context.new_sid();
        let ordinal = self.activities.insert(Activity {
            sid,
            friendly_name,
            available: new.available,
            created: context.now,
            updated: context.now,
        });
        self.emit_activity(context, ordinal, EventType::ActivityCreated);
        Ok(sid)
    }

    fn activity_name_is_free(&self, name: &str, own: Option<ActivitySid>) -> Result<(), Error> {
        let taken = self
            .activities
            .iter()
            .any(|activity| &*activity.friendly_name == name && Some(activity.sid) != own);
        free(taken, "Activity", "friendly name")
    }

    fn emit_activity(&self, context: &mut Context, ordinal: Ordinal, kind: EventType) {
        let about = About {
            activity: self.activities.at(ordinal),
            ..About::default()
        };
        context.emit(kind, self, about);
    }

    pub(super) fn update_activity(
        &mut self,
        context: &mut Context,
        sid: ActivitySid,
        friendly_name: Option<&str>,
    ) -> Result<(), Error> {
        let ordinal = self
            .activities
            .get(sid)
            .and_then(|activity| self.activities.ordinal(activity.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        if let Some(name) = friendly_name {
            let name = validate::friendly_name(name)?;
            self.activity_name_is_free(&name, Some(sid))?;
            if let Some(activity) = self.activities.at_mut(ordinal) {
                activity.friendly_name = name;
                activity.updated = context.now;
            }
            let inside: Vec<Ordinal> = self
                .workers
                .entries()
                .filter(|(_, worker)| worker.activity == sid)
                .map(|(worker, _)| worker)
                .collect();
            for worker in inside {
                self.refresh_texts(worker);
                self.rejoin_for_activity(worker);
                self.dirty.insert(worker);
            }
        }
        self.emit_activity(context, ordinal, EventType::ActivityUpdated);
        Ok(())
    }

    pub(super) fn delete_activity(
        &mut self,
        context: &mut Context,
        sid: ActivitySid,
    ) -> Result<(), Error> {
        let ordinal = self
            .activities
            .get(sid)
            .and_then(|activity| self.activities.ordinal(activity.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let reason = if self.default_activity == sid {
            Some("it is the workspace's default activity".to_owned())
        } else if self.timeout_activity == sid {
            Some("it is the workspace's timeout activity".to_owned())
        } else if let Some(worker) = self.workers.iter().find(|worker| worker.activity == sid) {
            Some(format!("worker {} is in it", worker.sid))
        } else {
            self.queues
                .iter()
                .find(|queue| {
                    queue.reservation_activity == Some(sid)
                        || queue.assignment_activity == Some(sid)
                })
                .map(|queue| format!("task queue {} uses it", queue.sid))
        };
        refuse_use("Activity", sid.to_string(), reason)?;
        self.emit_activity(context, ordinal, EventType::ActivityDeleted);
        self.activities.remove(ordinal);
        Ok(())
    }

    // Task channels

    pub(super) fn create_channel(
        &mut self,
        context: &mut Context,
        new: &NewTaskChannel,
        predefined: bool,
    ) -> Result<TaskChannelSid, Error> {
        let friendly_name = validate::friendly_name(&new.friendly_name)?;
        let unique_name = validate::unique_name(&new.unique_name)?;
        let taken = self
            .channels
            .iter()
            .any(|channel| channel.unique_name == unique_name);
        free(taken, "TaskChannel", "unique name")?;
        let sid = context.new_sid();
        let ordinal = self.channels.insert(Channel {
            sid,
            friendly_name,
            unique_name: Arc::clone(&unique_name),
            optimized: new.channel_optimized_routing,
            predefined,
            created: context.now,
            updated: context.now,
        });
        let workers: Vec<Ordinal> = self.workers.entries().map(|(worker, _)| worker).collect();
        for worker in workers {
            let own = new_channel(context, sid, Arc::clone(&unique_name));
            if let Some(worker) = self.workers.at_mut(worker) {
                worker.channels.insert(ordinal, own);
            }
            self.relist(worker);
        }
        self.emit_channel(context, ordinal, EventType::TaskChannelCreated);
        Ok(sid)
    }

    fn emit_channel(&self, context: &mut Context, ordinal: Ordinal, kind: EventType) {
        let about = About {
            channel: self.channels.at(ordinal),
            ..About::default()
        };
        context.emit(kind, self, about);
    }

    pub(super) fn update_channel(
        &mut self,
        context: &mut Context,
        sid: TaskChannelSid,
        update: &TaskChannelUpdate,
    ) -> Result<(), Error> {
        let ordinal = self
            .channels
            .get(sid)
            .and_then(|channel| self.channels.ordinal(channel.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let name = update
            .friendly_name
            .as_deref()
            .map(validate::friendly_name)
            .transpose()?;
        let channel = self
            .channels
            .at_mut(ordinal)
            .expect("the channel was found");
        if let Some(name) = name {
            channel.friendly_name = name;
        }
        channel.optimized = update
            .channel_optimized_routing
            .unwrap_or(channel.optimized);
        channel.updated = context.now;
        if update.channel_optimized_routing.is_some() {
            let workers: Vec<Ordinal> = self.workers.entries().map(|(worker, _)| worker).collect();
            for worker in workers {
                self.relist(worker);
            }
        }
        self.emit_channel(context, ordinal, EventType::TaskChannelUpdated);
        Ok(())
    }

    pub(super) fn delete_channel(
        &mut self,
        context: &mut Context,
        sid: TaskChannelSid,
    ) -> Result<(), Error> {
        let channel = self
            .channels
            .get(sid)
            .ok_or_else(|| Error::not_found(sid))?;
        let ordinal = self.channels.ordinal(sid).expect("the channel was found");
        let reason = if channel.predefined {
            Some("it came with the workspace".to_owned())
        } else {
            self.tasks
                .iter()
                .find(|task| task.channel == sid && !task.status.is_final())
                .map(|task| format!("task {} uses it", task.sid))
        };
        refuse_use("TaskChannel", sid.to_string(), reason)?;
        self.emit_channel(context, ordinal, EventType::TaskChannelDeleted);
        let Self {
            workers, queues, ..
        } = self;
        for (_, worker) in workers.entries_mut() {
            worker.channels.remove(&ordinal);
        }
        for (_, queue) in queues.entries_mut() {
            queue.free.remove(&ordinal);
        }
        self.channels.remove(ordinal);
        Ok(())
    }

    // Queues

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
        let order = known_order("TaskOrder", new.task_order)?.unwrap_or(QueueOrder::Fifo);
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
        free(taken, "TaskQueue", "friendly name")
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
        let order = known_order("TaskOrder", update.task_order)?;
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
        refuse_use("TaskQueue", text, reason)?;
        self.emit_queue(context, ordinal, EventType::TaskQueueDeleted);
        for (_, worker) in self.workers.entries_mut() {
            worker.queues.remove(&ordinal);
        }
        self.queues.remove(ordinal);
        Ok(())
    }

    // Workflows

    pub(super) fn create_workflow(
        &mut self,
        context: &mut Context,
        new: &NewWorkflow,
    ) -> Result<WorkflowSid, Error> {
        let friendly_name = validate::friendly_name(&new.friendly_name)?;
        self.workflow_name_is_free(&friendly_name, None)?;
        let plan = self.make_plan(context, &new.configuration)?;
        let assignment_callback_url = optional_url(
            "AssignmentCallbackUrl",
            new.assignment_callback_url.as_deref(),
        )?;
        let fallback = optional_url(
            "FallbackAssignmentCallbackUrl",
            new.fallback_assignment_callback_url.as_deref(),
        )?;
        let timeout = validate::in_range(
            "TaskReservationTimeout",
            new.task_reservation_timeout
                .unwrap_or(limits::DEFAULT_RESERVATION_TIMEOUT),
            1..=limits::RESERVATION_TIMEOUT,
        )?;
        let sid = context.new_sid();
        let ordinal = self.workflows.insert(Workflow {
            sid,
            friendly_name,
            configuration: Arc::clone(&plan.text),
            assignment_callback_url: assignment_callback_url.flatten(),
            fallback_assignment_callback_url: fallback.flatten(),
            task_reservation_timeout: timeout,
            created: context.now,
            updated: context.now,
            live_tasks: 0,
            plan: Some(plan),
        });
        self.emit_workflow(context, ordinal, EventType::WorkflowCreated);
        Ok(sid)
    }

    fn workflow_name_is_free(&self, name: &str, own: Option<WorkflowSid>) -> Result<(), Error> {
        let taken = self
            .workflows
            .iter()
            .any(|workflow| &*workflow.friendly_name == name && Some(workflow.sid) != own);
        free(taken, "Workflow", "friendly name")
    }

    fn make_plan(&self, context: &mut Context, text: &str) -> Result<Arc<Plan>, Error> {
        if text.len() > limits::CONFIGURATION {
            return Err(Error::invalid(
                "Configuration",
                format!(
                    "has {} bytes, at most {} are allowed",
                    text.len(),
                    limits::CONFIGURATION
                ),
            ));
        }
        let plan = Plan::parse(context.next_plan(), text).map_err(Error::Configuration)?;
        let known = |queue: &str| {
            queue
                .parse()
                .is_ok_and(|sid| self.queues.get(sid).is_some())
        };
        plan.configuration
            .check_queues(known)
            .map_err(Error::Configuration)?;
        Ok(Arc::new(plan))
    }

    fn emit_workflow(&self, context: &mut Context, ordinal: Ordinal, kind: EventType) {
        let about = About {
            named_workflow: self
                .workflows
                .at(ordinal)
                .map(|workflow| (workflow.sid, Arc::clone(&workflow.friendly_name))),
            ..About::default()
        };
        context.emit(kind, self, about);
    }

    pub(super) fn update_workflow(
        &mut self,
        context: &mut Context,
        sid: WorkflowSid,
        update: &WorkflowUpdate,
    ) -> Result<(), Error> {
        let ordinal = self
            .workflows
            .get(sid)
            .and_then(|workflow| self.workflows.ordinal(workflow.sid))
            .ok_or_else(|| Error::not_found(sid))?;
        let name = update
            .friendly_name
            .as_deref()
            .map(validate::friendly_name)
            .transpose()?;
        if let Some(name) = &name {
            self.workflow_name_is_free(name, Some(sid))?;
        }
        let callback = optional_url(
            "AssignmentCallbackUrl",
            update.assignment_callback_url.as_deref(),
        )?;
        let fallback = optional_url(
            "FallbackAssignmentCallbackUrl",
            update.fallback_assignment_callback_url.as_deref(),
        )?;
        let timeout = update
            .task_reservation_timeout
            .map(|timeout| {
                validate::in_range(
                    "TaskReservationTimeout",
                    timeout,
                    1..=limits::RESERVATION_TIMEOUT,
                )
            })
            .transpose()?;
        let plan = update
            .configuration
            .as_deref()
            .map(|text| self.make_plan(context, text))
            .transpose()?;
        let workflow = self
            .workflows
            .at_mut(ordinal)
            .expect("the workflow was found");
        if let Some(name) = name {
            workflow.friendly_name = name;
        }
        if let Some(callback) = callback {
            workflow.assignment_callback_url = callback;
        }
        if let Some(fallback) = fallback {
            workflow.fallback_assignment_callback_url = fallback;
        }
        workflow.task_reservation_timeout = timeout.unwrap_or(workflow.task_reservation_timeout);
        workflow.updated = context.now;
        if let Some(plan) = plan {
            workflow.configuration = Arc::clone(&plan.text);
            workflow.plan = Some(plan);
        }
        let plan = workflow.plan.clone();
        self.emit_workflow(context, ordinal, EventType::WorkflowUpdated);
        if let Some(plan) = plan.filter(|_| update.reevaluate_tasks) {
            self.reevaluate(sid, &plan);
        }
        Ok(())
    }

    pub(super) fn delete_workflow(
        &mut self,
        context: &mut Context,
        sid: WorkflowSid,
    ) -> Result<(), Error> {
        let workflow = self
            .workflows
            .get(sid)
            .ok_or_else(|| Error::not_found(sid))?;
        let ordinal = self.workflows.ordinal(sid).expect("the workflow was found");
        let reason = (workflow.live_tasks > 0)
            .then(|| format!("{} of its tasks are not finished", workflow.live_tasks));
        refuse_use("Workflow", sid.to_string(), reason)?;
        self.emit_workflow(context, ordinal, EventType::WorkflowDeleted);
        self.workflows.remove(ordinal);
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

fn free(taken: bool, kind: &'static str, property: &'static str) -> Result<(), Error> {
    if taken {
        Err(Error::Duplicate { kind, property })
    } else {
        Ok(())
    }
}

fn refuse_use(kind: &'static str, sid: String, reason: Option<String>) -> Result<(), Error> {
    reason.map_or(Ok(()), |reason| Err(Error::InUse { kind, sid, reason }))
}

fn parse_target_workers(text: &str) -> Result<TargetWorkers, Error> {
    TargetWorkers::parse(text).map_err(|source| Error::Expression {
        parameter: "TargetWorkers",
        source,
    })
}

fn known_order(
    parameter: &'static str,
    order: Option<QueueOrder>,
) -> Result<Option<QueueOrder>, Error> {
    if order == Some(QueueOrder::Unknown) {
        return Err(Error::invalid(parameter, "must be FIFO or LIFO"));
    }
    Ok(order)
}

/// `None` when the parameter was not sent, `Some(None)` when it was sent empty.
#[expect(
    clippy::option_option,
    reason = "absent and cleared are different things"
)]
fn optional_url(
    parameter: &'static str,
    text: Option<&str>,
) -> Result<Option<Option<Arc<str>>>, Error> {
    text.map(|text| validate::url(parameter, text)).transpose()
}
