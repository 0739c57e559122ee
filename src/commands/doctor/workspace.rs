//! The workspace: its activities, what events it posts, who answers its workflows.

use super::Probing;
use super::callbacks::{self, Callback};
use super::finding::Finding;
use crate::app::App;
use crate::commands::roster::all;
use crate::model::sid::ActivitySid;
use crate::model::{Activity, EventType, Workflow, Workspace};
use crate::output::shell_word;

/// What statistics and reports are made of; without one of these some figure is wrong.
const COUNTED: [EventType; 20] = [
    EventType::TaskCreated,
    EventType::TaskUpdated,
    EventType::TaskCanceled,
    EventType::TaskWrapup,
    EventType::TaskCompleted,
    EventType::TaskDeleted,
    EventType::TaskSystemDeleted,
    EventType::TaskQueueEntered,
    EventType::TaskQueueMoved,
    EventType::TaskQueueTimeout,
    EventType::ReservationCreated,
    EventType::ReservationAccepted,
    EventType::ReservationRejected,
    EventType::ReservationTimeout,
    EventType::ReservationCanceled,
    EventType::ReservationRescinded,
    EventType::ReservationCompleted,
    EventType::ReservationWrapup,
    EventType::WorkerActivityUpdate,
    EventType::WorkflowTimeout,
];

pub(super) async fn check(app: &App, probing: Probing) -> Vec<Finding> {
    match look_at(app, probing).await {
        Ok(findings) => findings,
        Err(error) => vec![Finding::of_error("workspace", &error)],
    }
}

async fn look_at(app: &App, probing: Probing) -> anyhow::Result<Vec<Finding>> {
    let sid = app.workspace().await?;
    let client = app.client()?;
    let (workspace, activities, workflows) = tokio::try_join!(
        async { Ok(client.get::<Workspace>((), sid).await?.record.value) },
        all::<Activity>(client, sid),
        all::<Workflow>(client, sid),
    )?;
    let name = workspace.friendly_name.as_str();
    let mut findings = vec![Finding::ok("workspace", "reached").about(name)];
    findings.push(default_activity(&workspace, &activities));
    findings.push(timeout_activity(&workspace, &activities));
    findings.push(events(&workspace));
    let mut urls: Vec<Callback> = Vec::new();
    let mut add = |check, subject: String, url: Option<&String>| {
        let url = url.filter(|url| !url.is_empty());
        urls.extend(url.map(|url| Callback {
            check,
            subject,
            url: url.clone(),
        }));
    };
    let event_url = workspace.event_callback_url.as_ref();
    add("event callback", name.to_owned(), event_url);
    for workflow in &workflows {
        let name = &workflow.friendly_name;
        let (first, second) = (
            workflow.assignment_callback_url.as_ref(),
            workflow.fallback_assignment_callback_url.as_ref(),
        );
        if first.is_none_or(String::is_empty) {
            let none = "none: workers answer offers themselves";
            findings.push(Finding::ok("assignment callback", none).about(name));
        }
        add("assignment callback", name.clone(), first);
        add("assignment callback", format!("{name} (fallback)"), second);
    }
    findings.extend(callbacks::check(urls, probing).await);
    Ok(findings)
}

fn find(activities: &[Activity], sid: Option<ActivitySid>) -> Option<&Activity> {
    let mut activities = activities.iter();
    activities.find(|activity| Some(activity.sid) == sid)
}

fn default_activity(workspace: &Workspace, activities: &[Activity]) -> Finding {
    const CHECK: &str = "default activity";
    let advice = format!(
        "`trctl workspace update {} --default-activity Offline`",
        shell_word(&workspace.friendly_name)
    );
    match find(activities, workspace.default_activity_sid) {
        None => Finding::fail(CHECK, "none", advice),
        Some(activity) if activity.available == Some(true) => Finding::warn(
            CHECK,
            "takes tasks: new workers are offered some before they are there",
            advice,
        )
        .about(&activity.friendly_name),
        Some(activity) => Finding::ok(CHECK, "takes no tasks").about(&activity.friendly_name),
    }
}

fn timeout_activity(workspace: &Workspace, activities: &[Activity]) -> Finding {
    const CHECK: &str = "time-out activity";
    let advice = format!(
        "`trctl workspace update {} --timeout-activity Offline`",
        shell_word(&workspace.friendly_name)
    );
    match find(activities, workspace.timeout_activity_sid) {
        None => Finding::fail(CHECK, "none", advice),
        Some(activity) if activity.available == Some(true) => Finding::fail(
            CHECK,
            "takes tasks: who does not answer is offered the same task again and again",
            advice,
        )
        .about(&activity.friendly_name),
        Some(activity) => Finding::ok(CHECK, "takes no tasks").about(&activity.friendly_name),
    }
}

fn events(workspace: &Workspace) -> Finding {
    const CHECK: &str = "events";
    let update = format!(
        "trctl workspace update {}",
        shell_word(&workspace.friendly_name)
    );
    let posted = workspace.event_callback_url.as_deref();
    if posted.is_none_or(str::is_empty) {
        return Finding::warn(
            CHECK,
            "posted nowhere, so that no statistics can be kept of them",
            format!("`{update} --event-callback-url URL`"),
        );
    }
    let filter = workspace.events_filter.as_deref().unwrap_or_default();
    if filter.trim().is_empty() {
        return Finding::ok(CHECK, "all are posted");
    }
    let missing: Vec<&str> = COUNTED
        .iter()
        .map(|event| event.as_str())
        .filter(|event| filter.split(',').all(|word| word.trim() != *event))
        .collect();
    if missing.is_empty() {
        Finding::ok(CHECK, "all that statistics need are posted")
    } else {
        Finding::warn(
            CHECK,
            format!(
                "kept back, though statistics need them: {}",
                missing.join(", ")
            ),
            format!("add them to the filter, or post all with `{update} --events-filter ''`"),
        )
    }
}
