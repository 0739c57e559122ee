//! The parameters of an event callback:
//! <https://www.twilio.com/docs/taskrouter/api/event/reference>.

use super::post::Form;
use crate::model::sid::AccountSid;
use crate::model::{EventType, TaskStatus};
use crate::routing::engine::{Event, TaskFacts};

/// The whole form; optional parameters without a value are left out.
pub(super) fn of(account: AccountSid, event: &Event) -> Form {
    let (resource_type, resource_sid) = resource(event);
    let mut form: Form = vec![
        ("EventType", event.kind.to_string()),
        ("AccountSid", account.to_string()),
        ("WorkspaceSid", event.workspace_sid.to_string()),
        ("WorkspaceName", event.workspace_name.to_string()),
        ("EventDescription", description(event, &resource_sid)),
        ("ResourceType", resource_type.to_owned()),
        ("ResourceSid", resource_sid),
        ("Timestamp", event.at.as_second().to_string()),
        ("TimestampMs", event.at.as_millisecond().to_string()),
        ("Sid", event.sid.to_string()),
    ];
    if let Some(task) = &event.task {
        add_task(&mut form, event, task);
    }
    add_surroundings(&mut form, event);
    add_worker(&mut form, event);
    add_definitions(&mut form, event);
    form
}

fn add_task(form: &mut Form, event: &Event, task: &TaskFacts) {
    form.extend([
        ("TaskSid", task.sid.to_string()),
        ("TaskAttributes", task.attributes.to_string()),
        ("TaskAge", event.at.seconds_since(task.created).to_string()),
        ("TaskPriority", task.priority.to_string()),
        ("TaskAssignmentStatus", task.status.to_string()),
        ("TaskVersion", task.version.to_string()),
        ("TaskChannelSid", task.channel_sid.to_string()),
        ("TaskChannelUniqueName", task.channel_name.to_string()),
        ("TaskDateCreated", task.created.as_second().to_string()),
        (
            "TaskVirtualStartTime",
            task.virtual_start.as_second().to_string(),
        ),
    ]);
    if let Some(entered) = task.queue_entered {
        form.push(("TaskQueueEnteredDate", entered.as_second().to_string()));
    }
    if let Some(ignore) = task.ignore_capacity {
        form.push(("TaskIgnoreCapacity", ignore.to_string()));
    }
    if let Some(target) = task.routing_target {
        form.push(("TaskRoutingTarget", target.to_string()));
    }
    if let Some(reason) = task.reason.as_deref() {
        match task.status {
            TaskStatus::Canceled => form.push(("TaskCanceledReason", reason.to_owned())),
            TaskStatus::Completed => form.push(("TaskCompletedReason", reason.to_owned())),
            _ => {}
        }
        form.push(("Reason", reason.to_owned()));
    }
    if let Some(priority) = event.previous_priority {
        form.push(("PreviousTaskPriority", priority.to_string()));
    }
}

/// Queue, workflow and reservation.
fn add_surroundings(form: &mut Form, event: &Event) {
    if let Some(queue) = &event.queue {
        form.extend([
            ("TaskQueueSid", queue.sid.to_string()),
            ("TaskQueueName", queue.name.to_string()),
            ("TaskQueueTargetExpression", queue.expression.to_string()),
        ]);
    }
    if let Some(queue) = &event.previous_queue {
        form.extend([
            ("PreviousTaskQueueSid", queue.sid.to_string()),
            ("PreviousTaskQueueName", queue.name.to_string()),
        ]);
    }
    if let Some((sid, name)) = &event.workflow {
        form.extend([
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
                form.push((name, text.to_owned()));
            }
        }
        if let Some(worker) = step.known_worker {
            form.push(("KnownWorkerSid", worker.to_string()));
        }
    }
    if let Some((sid, version)) = event.reservation {
        form.extend([
            ("ReservationSid", sid.to_string()),
            ("ReservationVersion", version.to_string()),
        ]);
    }
}

fn add_worker(form: &mut Form, event: &Event) {
    if let Some(worker) = &event.worker {
        form.extend([
            ("WorkerSid", worker.sid.to_string()),
            ("WorkerName", worker.name.to_string()),
            ("WorkerAttributes", worker.attributes.to_string()),
            ("WorkerVersion", worker.version.to_string()),
            ("WorkerActivitySid", worker.activity_sid.to_string()),
            ("WorkerActivityName", worker.activity_name.to_string()),
        ]);
    }
    if let Some(change) = &event.activity_change {
        form.extend([
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
        form.extend([
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
fn add_definitions(form: &mut Form, event: &Event) {
    if let Some((sid, name, available)) = &event.activity {
        form.extend([
            ("ActivitySid", sid.to_string()),
            ("ActivityName", name.to_string()),
            ("ActivityAvailable", available.to_string()),
        ]);
    }
    if let Some(channel) = &event.channel {
        form.extend([
            ("TaskChannelSid", channel.sid.to_string()),
            ("TaskChannelName", channel.name.to_string()),
            ("TaskChannelUniqueName", channel.unique_name.to_string()),
            ("TaskChannelOptimizedRouting", channel.optimized.to_string()),
        ]);
    }
}

/// What the event is about: an event of a queue or workflow that speaks of a task is about the
/// task.
fn resource(event: &Event) -> (&'static str, String) {
    let kind = event.kind.as_str();
    if let Some((sid, _)) = event.reservation {
        return ("reservation", sid.to_string());
    }
    if let Some(task) = &event.task {
        return ("task", task.sid.to_string());
    }
    if let Some(worker) = &event.worker {
        return ("worker", worker.sid.to_string());
    }
    if let Some(queue) = &event.queue {
        return ("task-queue", queue.sid.to_string());
    }
    if let Some((sid, _, _)) = &event.activity {
        return ("activity", sid.to_string());
    }
    if let Some(channel) = &event.channel {
        return ("task-channel", channel.sid.to_string());
    }
    if let Some((sid, _)) = &event.workflow
        && kind.starts_with("workflow.")
    {
        return ("workflow", sid.to_string());
    }
    ("workspace", event.workspace_sid.to_string())
}

/// An English sentence; consumers are told not to parse it.
fn description(event: &Event, resource: &str) -> String {
    let queue = event
        .queue
        .as_ref()
        .map_or_else(String::new, |queue| queue.name.to_string());
    let workflow = event
        .workflow
        .as_ref()
        .map_or_else(String::new, |(_, name)| name.to_string());
    match event.kind {
        EventType::TaskQueueEntered => format!("Task {resource} entered TaskQueue {queue}"),
        EventType::TaskQueueTimeout => format!("Task {resource} timed out of TaskQueue {queue}"),
        EventType::TaskQueueMoved => format!("Task {resource} moved to TaskQueue {queue}"),
        EventType::WorkflowEntered => format!("Task {resource} entered Workflow {workflow}"),
        EventType::WorkflowTargetMatched => {
            format!("Task {resource} matched a workflow target")
        }
        EventType::WorkflowTimeout => format!("Task {resource} timed out of Workflow {workflow}"),
        EventType::WorkflowSkipped => {
            format!("Task {resource} was skipped out of Workflow {workflow}")
        }
        EventType::WorkerActivityUpdate => {
            let (name, activity) = event
                .worker
                .as_ref()
                .map_or(("", ""), |worker| (&*worker.name, &*worker.activity_name));
            format!("Worker {name} updated to {activity} Activity")
        }
        kind => {
            let (noun, verb) = kind.as_str().split_once('.').unwrap_or(("", kind.as_str()));
            let mut noun = noun.replace('-', " ");
            if let Some(first) = noun.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            format!("{noun} {resource} {}", verb.replace(['.', '-'], " "))
        }
    }
}
