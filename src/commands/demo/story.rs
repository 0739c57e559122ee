//! The story: a caller, an agent who does not answer, a refusal, an acceptance, and a task that
//! gets stuck.

use anyhow::Context as _;
use jiff::SignedDuration;
use serde_json::json;

use super::events::Events;
use super::stage::Stage;
use crate::exit_code::{ExitCode, Failure};
use crate::model::TaskStatus;

/// Tells it.
pub(super) async fn tell(stage: &mut Stage<'_>, events: &Events) -> anyhow::Result<()> {
    stage.say(&format!(
        "A TaskRouter of its own listens on {}; no Twilio account is involved.\n\
         It holds one workspace, two queues, and three agents who are not at work yet.",
        stage.url()
    ))?;
    stage
        .run(
            &["queues", "list"],
            &[&["Support", "skills HAS \"support\""], &["Sales"]],
        )
        .await?;
    stage
        .run(
            &["workers", "list"],
            &[
                &["dave", "Offline"],
                &["edith", "Offline"],
                &["susan", "Offline"],
            ],
        )
        .await?;

    stage.say(
        "A caller asks for support. Nobody is there, so the call waits and so does its task.",
    )?;
    let call = new_call(stage, "+15551230001", "Support").await?;
    let attributes = json!({
        "from": "+15551230001", "call_sid": call,
        "selected_language": "en", "selected_product": "novel",
    });
    let task = create_task(stage, "Support", &attributes.to_string()).await?;
    stage
        .run(&["tasks", "list"], &[&[&task, "pending", "Support"]])
        .await?;
    stage
        .run(&["voice-queues", "list"], &[&["Support", "1"]])
        .await?;

    stage.say("Dave comes to work and is offered the call at once.")?;
    stage
        .run(&["workers", "set-activity", "dave", "Available"], &[])
        .await?;
    stage
        .run(&["tasks", "list"], &[&[&task, "reserved", "dave"]])
        .await?;

    stage.say(
        "He does not answer within the workflow's 10 seconds. TaskRouter takes him for absent; the\n\
         task waits again.",
    )?;
    stage.pass(SignedDuration::from_secs(10)).await?;
    stage
        .run(&["tasks", "list"], &[&[&task, "pending"]])
        .await?;
    stage
        .run(&["workers", "list"], &[&["dave", "Offline"]])
        .await?;

    stage.say("He returns, is offered it again, and refuses. Nobody else serves Support now, so it comes back to him.")?;
    stage
        .run(&["workers", "set-activity", "dave", "Available"], &[])
        .await?;
    let offer = newest_offer(stage, &task).await?;
    stage
        .run(&["reservations", "reject", &offer, "--task", &task], &[])
        .await?;
    stage
        .run(
            &["reservations", "list", "--task", &task],
            &[
                &["dave", "timeout"],
                &["dave", "rejected"],
                &["dave", "pending"],
            ],
        )
        .await?;

    stage.say("He accepts.")?;
    let offer = newest_offer(stage, &task).await?;
    stage
        .run(&["reservations", "accept", &offer, "--task", &task], &[])
        .await?;
    let conference = stage
        .post(
            "conferences",
            &json!({ "friendly_name": task, "participants": [{ "call_sid": call, "label": "customer" }] }),
        )
        .await?;
    stage
        .run(&["tasks", "list"], &[&[&task, "assigned", "dave"]])
        .await?;
    stage
        .run(&["conferences", "list"], &[&["in-progress", &task]])
        .await?;

    stage.say("Two minutes later they have talked. The conference ends, dave notes what it was about, and the\ntask is complete.")?;
    stage.pass(SignedDuration::from_mins(2)).await?;
    let conference = conference["sid"].as_str().unwrap_or_default().to_owned();
    stage
        .run(
            &["conferences", "complete", &conference, "--yes"],
            &[&[&conference, "done"]],
        )
        .await?;
    wrap(stage, &task).await?;
    stage
        .run(&["tasks", "list"], &[&[&task, "wrapping", "dave"]])
        .await?;
    stage
        .run(
            &["tasks", "complete", &task, "--reason", "answered", "--yes"],
            &[&[&task, "done"]],
        )
        .await?;

    stage.say("Susan of Sales is less tidy: her browser dies while she wraps up, and the task stays in wrapping.\nShe cannot be offered anything else.")?;
    stage
        .run(&["workers", "set-activity", "susan", "Available"], &[])
        .await?;
    let stuck = create_task(stage, "Sales", r#"{"from":"+15551230002"}"#).await?;
    let offer = newest_offer(stage, &stuck).await?;
    stage
        .run(&["reservations", "accept", &offer, "--task", &stuck], &[])
        .await?;
    wrap(stage, &stuck).await?;
    stage.pass(SignedDuration::from_mins(15)).await?;
    stage
        .run(&["tasks", "stuck"], &[&[&stuck, "wrapping"]])
        .await?;

    stage.say("That is what wrap-complete is for. First what it would do, then for good.")?;
    stage
        .run(
            &["tasks", "wrap-complete", "--older-than", "10m", "--dry-run"],
            &[&[&stuck]],
        )
        .await?;
    stage
        .run(
            &["tasks", "wrap-complete", "--older-than", "10m", "--yes"],
            &[&[&stuck, "done"]],
        )
        .await?;
    stage
        .run(
            &["tasks", "list", "--columns", "sid,status,queue,reason"],
            &[&[&stuck, "completed", "Was stuck in wrapping"]],
        )
        .await?;

    let arrived = events.after("task.completed", 2).await?;
    if arrived.forged > 0 {
        return Err(Failure::new(
            ExitCode::CheckFailed,
            format!("{} events came without Twilio's signature", arrived.forged),
        )
        .into());
    }
    let counts: Vec<String> = arrived
        .types
        .iter()
        .map(|(kind, count)| format!("{count} {kind}"))
        .collect();
    stage.say("Meanwhile the workspace posted its events, each signed as Twilio signs them:")?;
    stage.show(&counts.join(", "))?;
    stage.say("Everything came out as told.")
}

/// A call that waits in the voice queue of a workflow, which bears the workflow's SID as its name.
async fn new_call(stage: &Stage<'_>, from: &str, workflow: &str) -> anyhow::Result<String> {
    let workflow = stage
        .ask(&["workflows", "get", workflow, "-o", "sid"])
        .await?;
    let call = stage
        .post("calls", &json!({ "from": from, "to": "+15550001000" }))
        .await?;
    let call = call["sid"]
        .as_str()
        .context("the emulator gave the call no SID")?
        .to_owned();
    stage
        .post(
            "voice-queues",
            &json!({ "friendly_name": workflow, "call_sids": [call] }),
        )
        .await?;
    Ok(call)
}

/// What `<Enqueue>` does when the call comes in.
async fn create_task(
    stage: &Stage<'_>,
    workflow: &str,
    attributes: &str,
) -> anyhow::Result<String> {
    let line = [
        "tasks",
        "create",
        "--workflow",
        workflow,
        "--channel",
        "voice",
        "--attributes",
        attributes,
        "-o",
        "sid",
    ];
    let printed = stage.run(&line, &[&["WT"]]).await?;
    Ok(printed.trim().to_owned())
}

async fn newest_offer(stage: &Stage<'_>, task: &str) -> anyhow::Result<String> {
    stage
        .ask(&[
            "reservations",
            "list",
            "--task",
            task,
            "--status",
            "pending",
            "-o",
            "sid",
        ])
        .await
}

/// What TaskRouter does by itself when the call behind a task has ended.
async fn wrap(stage: &Stage<'_>, task: &str) -> anyhow::Result<()> {
    let workspace = stage
        .ask(&["workspace", "get", "writers", "-o", "sid"])
        .await?
        .parse()?;
    stage
        .client()
        .set_task_status(workspace, task.parse()?, TaskStatus::Wrapping, None, None)
        .await?;
    Ok(())
}
