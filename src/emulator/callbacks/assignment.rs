//! Assignment callbacks: <https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks>.

use std::sync::Arc;

use reqwest::StatusCode;
use serde_json::{Map, Value};
use tokio_util::sync::CancellationToken;

use super::post::{Answer, Form, skew};
use super::{ASSIGNMENT_LIMIT, Call, CallbackKind, DELIVERY_FAILED};
use crate::emulator::faults::CallbackFate;
use crate::emulator::instruction::{Order, Refusal, understand};
use crate::emulator::shared::Shared;
use crate::routing::engine::{Assignment, Error, Instruction};

/// Asks the application, and its fallback when it does not answer well; gives what it decided, and
/// where. Without any good answer the reservation stays pending until it times out. When it is to be
/// duplicated, the answer to the second is not looked at.
pub(super) async fn ask(
    shared: &Arc<Shared>,
    assignment: &Assignment,
    fate: CallbackFate,
    state: &CancellationToken,
) -> Option<(String, Vec<u8>)> {
    let mut form = form(shared, assignment);
    skew(&mut form, assignment.at, fate.skew_ms);
    let urls = [Some(&assignment.url), assignment.fallback_url.as_ref()];
    for url in urls.into_iter().flatten() {
        let call = Call {
            kind: CallbackKind::Assignment,
            what: "assignment",
            subject: assignment.reservation_sid.to_string(),
            url,
            form: &form,
            limit: ASSIGNMENT_LIMIT,
            forged: fate.wrong_signature,
        };
        let answer = shared.callbacks.post(shared, &call, state).await;
        if fate.duplicated {
            let _ = shared.callbacks.post(shared, &call, state).await;
        }
        let refusal = match answer {
            Ok(answer) => match judge(&answer) {
                Ok(decision) => return decision.map(|decision| (url.to_string(), decision)),
                Err(refusal) => refusal,
            },
            Err(failure) => Refusal {
                code: DELIVERY_FAILED,
                message: format!("the assignment callback failed: {failure}"),
            },
        };
        alert(shared, assignment, url, refusal);
    }
    None
}

fn form(shared: &Shared, assignment: &Assignment) -> Form {
    let Assignment { task, worker, .. } = assignment;
    vec![
        ("Timestamp", assignment.at.as_second().to_string()),
        ("AccountSid", shared.account.to_string()),
        ("WorkspaceSid", assignment.workspace_sid.to_string()),
        ("WorkflowSid", assignment.workflow_sid.to_string()),
        ("TaskQueueSid", assignment.queue_sid.to_string()),
        ("WorkerSid", worker.sid.to_string()),
        ("WorkerName", worker.name.to_string()),
        ("WorkerAttributes", worker.attributes.to_string()),
        ("TaskSid", task.sid.to_string()),
        ("TaskAttributes", task.attributes.to_string()),
        (
            "TaskAge",
            assignment.at.seconds_since(task.created).to_string(),
        ),
        ("TaskPriority", task.priority.to_string()),
        ("TaskChannelSid", task.channel_sid.to_string()),
        ("TaskChannelUniqueName", task.channel_name.to_string()),
        ("ReservationSid", assignment.reservation_sid.to_string()),
    ]
}

/// The decision in an answer, `None` when there is none yet. An answer that is not even in the
/// right form is an error, after which the fallback is asked.
fn judge(answer: &Answer) -> Result<Option<Vec<u8>>, Refusal> {
    let empty = answer.body.iter().all(u8::is_ascii_whitespace);
    if answer.status == StatusCode::NO_CONTENT || (answer.status == StatusCode::OK && empty) {
        return Ok(None);
    }
    if answer.status != StatusCode::OK {
        return Err(Refusal {
            code: DELIVERY_FAILED,
            message: format!("the assignment callback was answered {}", answer.status),
        });
    }
    let kind = answer.content_type.split(';').next().unwrap_or_default();
    if !kind.trim().eq_ignore_ascii_case("application/json") {
        return Err(Refusal {
            code: 40000,
            message: format!(
                "the assignment callback was answered with content type `{}`, not application/json",
                answer.content_type
            ),
        });
    }
    Ok(Some(answer.body.clone()))
}

pub(super) fn carry_out(
    shared: &Arc<Shared>,
    assignment: &Assignment,
    state: &CancellationToken,
    url: &str,
    decision: &[u8],
) {
    if let Err(refusal) = try_to_carry_out(shared, assignment, state, decision) {
        alert(shared, assignment, url, refusal);
    }
}

fn try_to_carry_out(
    shared: &Arc<Shared>,
    assignment: &Assignment,
    state: &CancellationToken,
    decision: &[u8],
) -> Result<(), Refusal> {
    let details: Map<String, Value> =
        serde_json::from_slice(decision).map_err(|error| Refusal {
            code: 40001,
            message: format!("the instruction is not a JSON object: {error}"),
        })?;
    if details.is_empty() {
        return Ok(());
    }
    let name = details
        .get("instruction")
        .and_then(Value::as_str)
        .ok_or_else(|| Refusal {
            code: 40005,
            message: "the answer has no `instruction`".to_owned(),
        })?;
    let (workspace, reservation) = (assignment.workspace_sid, assignment.reservation_sid);
    shared.write(|world, now| {
        // Another state may have the same reservation, and nobody has asked about that one.
        if state.is_cancelled() {
            return Ok(());
        }
        let found = world
            .engine
            .workspace(workspace)
            .map_err(|error| refused(&error, None))?;
        match understand(name, &details, found, reservation)? {
            Order::Answer(answer) => world
                .engine
                .answer_reservation(now, workspace, reservation, answer)
                .map_err(|error| refused(&error, None)),
            Order::Instruct(instruction, leg) => world
                .stage(now)
                .instruct(workspace, reservation, instruction, &leg)
                .map_err(|error| refused(&error, Some(instruction))),
        }
    })
}

/// The debugger's code for an instruction that came when the reservation was no longer pending.
fn refused(error: &Error, instruction: Option<Instruction>) -> Refusal {
    let code = match instruction {
        Some(Instruction::Call { .. }) => 40114,
        Some(Instruction::Redirect { .. }) => 40123,
        Some(Instruction::Dequeue) => 40135,
        Some(Instruction::Conference) => 40144,
        Some(Instruction::Supervise) => 40146,
        // Twilio documents no code for an acceptance or rejection that comes too late.
        None => 20001,
    };
    Refusal {
        code,
        message: error.to_string(),
    }
}

fn alert(shared: &Shared, assignment: &Assignment, url: &str, refusal: Refusal) {
    let now = shared.lock().now();
    shared.alerts.raise(
        now,
        refusal.code,
        refusal.message,
        &assignment.reservation_sid,
        Some(url),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emulator::{Config, Emulator};
    use crate::model::ReservationStatus;
    use crate::routing::Moment;
    use crate::routing::engine::{
        Effect, Engine, NewQueue, NewTask, NewWorker, NewWorkflow, NewWorkspace,
    };

    /// What is asked when a worker is reserved.
    fn offered(engine: &mut Engine) -> Assignment {
        let now = engine.now();
        let new = NewWorkspace {
            friendly_name: "writers".to_owned(),
            ..NewWorkspace::default()
        };
        let workspace = engine.create_workspace(now, &new).unwrap();
        let new = NewQueue {
            friendly_name: "All".to_owned(),
            ..NewQueue::default()
        };
        let queue = engine.create_queue(now, workspace, &new).unwrap();
        let new = NewWorkflow {
            friendly_name: "Route".to_owned(),
            configuration: format!(
                r#"{{"task_routing":{{"default_filter":{{"queue":"{queue}"}}}}}}"#
            ),
            assignment_callback_url: Some("https://app.test/".to_owned()),
            ..NewWorkflow::default()
        };
        engine.create_workflow(now, workspace, &new).unwrap();
        let activities = &engine.workspace(workspace).unwrap().activities;
        let available = activities.iter().find(|activity| activity.available);
        let new = NewWorker {
            friendly_name: "dave".to_owned(),
            activity: available.map(|activity| activity.sid),
            ..NewWorker::default()
        };
        engine.create_worker(now, workspace, &new).unwrap();
        engine
            .create_task(now, workspace, &NewTask::default())
            .unwrap();
        engine
            .take_effects()
            .into_iter()
            .find_map(|effect| match effect {
                Effect::Assignment(assignment) => Some(*assignment),
                Effect::Event(_) | Effect::Alert(_) => None,
            })
            .unwrap()
    }

    #[tokio::test]
    async fn an_answer_to_a_state_that_is_gone_is_not_carried_out() {
        let emulator = Emulator::new(&Config::for_tests(Moment::default())).unwrap();
        let shared = &emulator.shared;
        let assignment = offered(&mut shared.lock().engine);
        let answer = |state: &CancellationToken| {
            let accept = br#"{"instruction":"accept"}"#;
            try_to_carry_out(shared, &assignment, state, accept).unwrap();
            shared.read(|world, _| {
                let workspace = world.engine.workspace(assignment.workspace_sid).unwrap();
                let found = workspace.reservations.get(assignment.reservation_sid);
                found.unwrap().status
            })
        };
        let state = CancellationToken::new();
        state.cancel();
        assert_eq!(answer(&state), ReservationStatus::Pending);
        let present = CancellationToken::new();
        assert_eq!(answer(&present), ReservationStatus::Accepted);
    }
}
