//! The story: a caller, an agent who does not answer, a refusal, a conversation, a task that gets
//! stuck, and somebody who gives up.

use jiff::SignedDuration;

use super::NUMBER;
use super::server::Server;
use super::stage::Stage;

const FIRST: &str = "+15551230001";
const SECOND: &str = "+15551230002";
const THIRD: &str = "+15551230003";

/// The curtain rises: the centre, and the server that its webhooks come to.
pub(super) async fn open(stage: &Stage<'_>) -> anyhow::Result<Server> {
    stage.say(&format!(
        "A TaskRouter of its own listens on {}, with a telephone network; no Twilio\n\
         account is involved. It holds one workspace, two queues, and three agents who are not at work yet.",
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

    stage.say("What callers hear is a few lines of settings.")?;
    stage
        .run(
            &["flow", "show"],
            &[&["1 Support", "workflow Support"], &["2 Sales"]],
        )
        .await?;

    stage.say(
        "A server answers the webhooks: it points number, workflows and workspace at itself.",
    )?;
    Server::start(
        stage,
        &[
            &["SIGNATURES", "checked"],
            &[NUMBER, "done", "voice_url"],
            &["writers", "done", "event_callback_url"],
        ],
    )
    .await
}

/// Tells it.
pub(super) async fn tell(stage: &mut Stage<'_>) -> anyhow::Result<()> {
    stage.say(
        "Somebody calls and presses 1 for support. Nobody is there, so the caller waits, and so does the\n\
         task that TaskRouter has of it.",
    )?;
    call(stage, FIRST, &["--digits", "1", "--patience", "30m"]).await?;
    stage.pass(SignedDuration::from_secs(20)).await?;
    stage
        .run(&["tasks", "list"], &[&["pending", "Support", FIRST]])
        .await?;
    stage
        .run(&["voice-queues", "list"], &[&["Support", "1"]])
        .await?;
    let task = task_of(stage, FIRST).await?;

    stage.say("Dave comes to work and is offered the call at once.")?;
    activity(stage, "dave", "Available").await?;
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
    activity(stage, "dave", "Available").await?;
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

    stage.say("He accepts. His telephone rings, and he meets the caller in a conference.")?;
    let offer = newest_offer(stage, &task).await?;
    stage
        .run(
            &["reservations", "conference", &offer, "--task", &task],
            &[],
        )
        .await?;
    stage.pass(SignedDuration::from_secs(5)).await?;
    stage
        .run(&["tasks", "list"], &[&[&task, "assigned", "dave"]])
        .await?;
    stage
        .run(&["conferences", "list"], &[&["in-progress", &task]])
        .await?;

    stage.say(
        "Two minutes later they have talked. The conference ends, TaskRouter puts the task into\n\
         wrapping, dave notes what it was about, and the task is complete.",
    )?;
    stage.pass(SignedDuration::from_mins(2)).await?;
    let conference = stage.ask(&["conferences", "list", "-o", "sid"]).await?;
    stage
        .run(
            &["conferences", "complete", &conference, "--yes"],
            &[&[&conference, "done"]],
        )
        .await?;
    stage
        .run(&["tasks", "list"], &[&[&task, "wrapping", "dave"]])
        .await?;
    stage
        .run(
            &["tasks", "complete", &task, "--reason", "answered", "--yes"],
            &[&[&task, "done"]],
        )
        .await?;

    stage.say(
        "Susan of Sales is less tidy: she talks to her caller, who hangs up, and her browser dies while she\n\
         wraps up. The task stays in wrapping, and she cannot be offered anything else.",
    )?;
    activity(stage, "susan", "Available").await?;
    call(stage, SECOND, &["--digits", "2", "--talk", "90s"]).await?;
    stage.pass(SignedDuration::from_secs(5)).await?;
    let stuck = task_of(stage, SECOND).await?;
    let offer = newest_offer(stage, &stuck).await?;
    stage
        .run(
            &["reservations", "conference", &offer, "--task", &stuck],
            &[],
        )
        .await?;
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

    stage.say("At last dave has gone home, and a third caller gives up after 45 seconds.")?;
    activity(stage, "dave", "Offline").await?;
    call(stage, THIRD, &["--digits", "1", "--patience", "45s"]).await?;
    stage.pass(SignedDuration::from_mins(1)).await?;
    let given_up = stage
        .ask(&["tasks", "list", "--status", "canceled", "-o", "sid"])
        .await?;
    stage
        .run(
            &["tasks", "list", "--columns", "sid,status,queue,from,reason"],
            &[
                &[
                    &stuck,
                    "completed",
                    "Sales",
                    SECOND,
                    "Was stuck in wrapping",
                ],
                &[&given_up, "canceled", "Support", THIRD, "hangup"],
            ],
        )
        .await?;
    Ok(())
}

async fn call(stage: &Stage<'_>, from: &str, behaviour: &[&str]) -> anyhow::Result<()> {
    let mut line = vec!["emulator", "call", "--to", NUMBER, "--from", from];
    line.extend(behaviour);
    stage.run(&line, &[&["CA", from, NUMBER]]).await?;
    Ok(())
}

async fn activity(stage: &Stage<'_>, worker: &str, activity: &str) -> anyhow::Result<()> {
    let line = ["workers", "set-activity", worker, activity];
    stage.run(&line, &[&[worker, "done", activity]]).await?;
    Ok(())
}

async fn task_of(stage: &Stage<'_>, from: &str) -> anyhow::Result<String> {
    let where_from = format!("attributes.from == \"{from}\"");
    stage
        .ask(&["tasks", "list", "--where", &where_from, "-o", "sid"])
        .await
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
