//! The English sentence about an event; consumers are told not to parse it.

use super::Subject;
use crate::model::EventType;
use crate::routing::engine::Event;

/// What happened, for people.
pub(in crate::emulator) fn description(event: &Event, subject: &Subject) -> String {
    let resource = subject.sid();
    let queue = event
        .queue
        .as_ref()
        .map_or_else(String::new, |queue| queue.name.to_string());
    let workflow = event
        .workflow
        .as_ref()
        .map_or_else(String::new, |workflow| workflow.1.to_string());
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
