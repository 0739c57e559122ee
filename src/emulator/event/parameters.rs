//! The parameters of an event, by the groups its type carries. Those that every event has in fields
//! of the Events resource are left to the callback.

use crate::model::{EventType, TaskStatus};
use crate::routing::engine::{Event, TaskFacts};

type Parameters = Vec<(&'static str, String)>;

/// The parameters as the callback spells them; optional ones without a value are left out.
pub(super) fn of(event: &Event) -> Parameters {
    let mut parameters = vec![
        ("WorkspaceSid", event.workspace_sid.to_string()),
        ("WorkspaceName", event.workspace_name.to_string()),
    ];
    if let Some(task) = &event.task {
        add_task(&mut parameters, event, task);
    }
    add_surroundings(&mut parameters, event);
    add_worker(&mut parameters, event);
    add_definitions(&mut parameters, event);
    parameters
}

fn add_task(parameters: &mut Parameters, event: &Event, task: &TaskFacts) {
    parameters.extend([
        ("TaskSid", task.sid.to_string()),
        ("TaskAttributes", task.attributes.to_string()),
        ("TaskAge", event.at.seconds_since(task.created).to_string()),
        ("TaskPriority", task.priority.to_string()),
        ("TaskAssignmentStatus", task.status.to_string()),
        ("TaskVersion", task.version.to_string()),
        ("TaskChannelSid", task.channel_sid.to_string()),
        ("TaskChannelUniqueName", task.channel_name.to_string()),
        (
            "TaskIgnoreCapacity",
            task.ignore_capacity.unwrap_or(false).to_string(),
        ),
        ("TaskDateCreated", task.created.as_second().to_string()),
        (
            "TaskVirtualStartTime",
            task.virtual_start.as_second().to_string(),
        ),
    ]);
    if let Some(entered) = task.queue_entered {
        parameters.push(("TaskQueueEnteredDate", entered.as_second().to_string()));
    }
    if let Some(target) = task.routing_target {
        parameters.push(("TaskRoutingTarget", target.to_string()));
    }
    if let Some(reason) = task.reason.as_deref() {
        match task.status {
            TaskStatus::Canceled => parameters.push(("TaskCanceledReason", reason.to_owned())),
            TaskStatus::Completed => parameters.push(("TaskCompletedReason", reason.to_owned())),
            _ => {}
        }
        parameters.push(("Reason", reason.to_owned()));
    }
    if let Some(priority) = event.previous_priority {
        parameters.push(("PreviousTaskPriority", priority.to_string()));
    }
}

/// Queue, workflow and reservation.
fn add_surroundings(parameters: &mut Parameters, event: &Event) {
    if let Some(queue) = &event.queue {
        parameters.push(("TaskQueueSid", queue.sid.to_string()));
        // The one event of a queue that is documented without its name.
        if event.kind != EventType::TaskQueueExpressionUpdated {
            parameters.push(("TaskQueueName", queue.name.to_string()));
        }
        parameters.push(("TaskQueueTargetExpression", queue.expression.to_string()));
    }
    if let Some(queue) = &event.previous_queue {
        parameters.extend([
            ("PreviousTaskQueueSid", queue.sid.to_string()),
            ("PreviousTaskQueueName", queue.name.to_string()),
        ]);
    }
    if let Some((sid, name)) = event.workflow.as_deref() {
        parameters.extend([
            ("WorkflowSid", sid.to_string()),
            ("WorkflowName", name.to_string()),
        ]);
    }
    if let Some(step) = &event.step {
        let texts = [
            ("WorkflowFilterName", &step.filter_name),
            ("WorkflowFilterExpression", &step.filter_expression),
            ("WorkflowFilterTargetExpression", &step.target_expression),
        ];
        for (name, text) in texts {
            if let Some(text) = text.as_deref() {
                parameters.push((name, text.to_owned()));
            }
        }
        if let Some(worker) = step.known_worker {
            parameters.push(("KnownWorkerSid", worker.to_string()));
        }
    }
    if let Some((sid, version)) = event.reservation.as_deref() {
        parameters.extend([
            ("ReservationSid", sid.to_string()),
            ("ReservationVersion", version.to_string()),
        ]);
    }
}

fn add_worker(parameters: &mut Parameters, event: &Event) {
    if let Some(worker) = &event.worker {
        parameters.extend([
            ("WorkerSid", worker.sid.to_string()),
            ("WorkerName", worker.name.to_string()),
            ("WorkerAttributes", worker.attributes.to_string()),
            ("WorkerVersion", worker.version.to_string()),
            ("WorkerActivitySid", worker.activity_sid.to_string()),
            ("WorkerActivityName", worker.activity_name.to_string()),
        ]);
    }
    if let Some(change) = &event.activity_change {
        parameters.extend([
            ("WorkerPreviousActivitySid", change.previous_sid.to_string()),
            (
                "WorkerPreviousActivityName",
                change.previous_name.to_string(),
            ),
            (
                "WorkerTimeInPreviousActivity",
                (change.milliseconds / 1000).to_string(),
            ),
            (
                "WorkerTimeInPreviousActivityMs",
                change.milliseconds.to_string(),
            ),
        ]);
    }
    if let Some(channel) = &event.worker_channel {
        parameters.extend([
            ("TaskChannelSid", channel.channel_sid.to_string()),
            ("TaskChannelUniqueName", channel.channel_name.to_string()),
            ("WorkerChannelAvailable", channel.available.to_string()),
            (
                "WorkerChannelAvailableCapacity",
                channel.available_percentage.to_string(),
            ),
            ("WorkerChannelCapacity", channel.capacity.to_string()),
            (
                "WorkerChannelPreviousCapacity",
                channel.previous_capacity.to_string(),
            ),
            ("WorkerChannelTaskCount", channel.tasks.to_string()),
        ]);
    }
}

/// Activities and task channels that were created, changed or deleted.
fn add_definitions(parameters: &mut Parameters, event: &Event) {
    if let Some((sid, name, available)) = event.activity.as_deref() {
        parameters.extend([
            ("ActivitySid", sid.to_string()),
            ("ActivityName", name.to_string()),
            ("ActivityAvailable", available.to_string()),
        ]);
    }
    if let Some(channel) = &event.channel {
        parameters.extend([
            ("TaskChannelSid", channel.sid.to_string()),
            ("TaskChannelName", channel.name.to_string()),
            ("TaskChannelUniqueName", channel.unique_name.to_string()),
            ("TaskChannelOptimizedRouting", channel.optimized.to_string()),
        ]);
    }
}
