//! What events carry: a history in which everything happens, its callbacks and its log, held
//! against a table of parameters by event type.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::Method;
use serde_json::{Value, json};

use super::lab::{Centre, Lab, START, sid};
use super::receiver::Receiver;
use crate::model::EventType;

const COMMON: &str = "EventType AccountSid WorkspaceSid WorkspaceName EventDescription ResourceType \
                      ResourceSid Timestamp TimestampMs Sid";
const TASK: &str = "TaskSid TaskAttributes TaskAge TaskPriority TaskAssignmentStatus TaskVersion \
                    TaskChannelSid TaskChannelUniqueName TaskIgnoreCapacity TaskDateCreated \
                    TaskVirtualStartTime WorkflowSid WorkflowName";
const ENTERED: &str = "TaskQueueEnteredDate";
const QUEUE: &str = "TaskQueueSid TaskQueueName TaskQueueTargetExpression";
const WORKER: &str = "WorkerSid WorkerName WorkerAttributes WorkerVersion WorkerActivitySid \
                      WorkerActivityName";
const RESERVATION: &str = "ReservationSid ReservationVersion";
const WORKER_CHANNEL: &str = "TaskChannelSid TaskChannelUniqueName WorkerChannelAvailable \
                              WorkerChannelAvailableCapacity WorkerChannelCapacity \
                              WorkerChannelPreviousCapacity WorkerChannelTaskCount";
const ACTIVITY: &str = "ActivitySid ActivityName ActivityAvailable";
const CHANNEL: &str =
    "TaskChannelSid TaskChannelName TaskChannelUniqueName TaskChannelOptimizedRouting";

/// For every type that happens here: the resource, the groups that are always there, and what may
/// be there besides.
const TABLE: &[(&str, &str, &[&str], &str)] = &[
    ("activity.created", "activity", &[ACTIVITY], ""),
    ("activity.updated", "activity", &[ACTIVITY], ""),
    ("activity.deleted", "activity", &[ACTIVITY], ""),
    ("reservation.created", "reservation", OFFER, ""),
    ("reservation.accepted", "reservation", OFFER, ""),
    ("reservation.rejected", "reservation", OFFER, ""),
    ("reservation.timeout", "reservation", OFFER, ""),
    ("reservation.canceled", "reservation", OFFER, CANCELED),
    ("reservation.rescinded", "reservation", OFFER, ""),
    ("reservation.completed", "reservation", OFFER, COMPLETED),
    ("reservation.wrapup", "reservation", OFFER, "Reason"),
    ("task.created", "task", &[TASK, ENTERED], ""),
    ("task.updated", "task", IN_QUEUE, "PreviousTaskPriority"),
    ("task.canceled", "task", ENDED, CANCELED),
    ("task.wrapup", "task", IN_QUEUE, "Reason"),
    ("task.completed", "task", IN_QUEUE, COMPLETED),
    ("task.deleted", "task", IN_QUEUE, ""),
    ("task.system-deleted", "task", IN_QUEUE, ""),
    ("task-channel.created", "task-channel", &[CHANNEL], ""),
    ("task-channel.updated", "task-channel", &[CHANNEL], ""),
    ("task-channel.deleted", "task-channel", &[CHANNEL], ""),
    ("task-queue.created", "task-queue", &[QUEUE], ""),
    ("task-queue.deleted", "task-queue", &[QUEUE], ""),
    ("task-queue.entered", "task", IN_QUEUE, ""),
    ("task-queue.timeout", "task", IN_QUEUE, ""),
    (
        "task-queue.moved",
        "task",
        &[
            TASK,
            ENTERED,
            QUEUE,
            "PreviousTaskQueueSid PreviousTaskQueueName",
        ],
        "PreviousTaskPriority",
    ),
    (
        "task-queue.expression.updated",
        "task-queue",
        &["TaskQueueSid TaskQueueTargetExpression"],
        "",
    ),
    ("worker.created", "worker", &[WORKER], ""),
    ("worker.deleted", "worker", &[WORKER], ""),
    (
        "worker.activity.update",
        "worker",
        &[
            WORKER,
            "WorkerPreviousActivitySid WorkerPreviousActivityName WorkerTimeInPreviousActivity \
             WorkerTimeInPreviousActivityMs",
        ],
        "",
    ),
    ("worker.attributes.update", "worker", &[WORKER], ""),
    (
        "worker.capacity.update",
        "worker",
        &[WORKER, WORKER_CHANNEL],
        "",
    ),
    (
        "worker.channel.availability.update",
        "worker",
        &[WORKER, WORKER_CHANNEL],
        "",
    ),
    (
        "workflow.created",
        "workflow",
        &["WorkflowSid WorkflowName"],
        "",
    ),
    (
        "workflow.updated",
        "workflow",
        &["WorkflowSid WorkflowName"],
        "",
    ),
    (
        "workflow.deleted",
        "workflow",
        &["WorkflowSid WorkflowName"],
        "",
    ),
    ("workflow.entered", "task", &[TASK], ""),
    (
        "workflow.target-matched",
        "task",
        &[TASK, ENTERED],
        "WorkflowFilterName WorkflowFilterExpression WorkflowFilterTargetExpression \
         PreviousTaskPriority",
    ),
    ("workflow.timeout", "task", &[TASK, ENTERED], ""),
    ("workflow.skipped", "task", &[TASK, ENTERED], ""),
    ("workspace.created", "workspace", &[], ""),
    ("workspace.updated", "workspace", &[], ""),
];

const IN_QUEUE: &[&str] = &[TASK, ENTERED, QUEUE];
const OFFER: &[&str] = &[TASK, ENTERED, QUEUE, WORKER, RESERVATION];
const ENDED: &[&str] = &[TASK, ENTERED, QUEUE, "TaskCanceledReason Reason"];
const CANCELED: &str = "TaskCanceledReason Reason";
const COMPLETED: &str = "TaskCompletedReason Reason";

/// What cannot happen: transfers are Flex's, a worker is chosen and reserved in one step, and with
/// a workspace its log goes.
const NEVER: [EventType; 7] = [
    EventType::ReservationFailed,
    EventType::TaskTransferInitiated,
    EventType::TaskTransferAttemptFailed,
    EventType::TaskTransferFailed,
    EventType::TaskTransferCanceled,
    EventType::TaskTransferCompleted,
    EventType::WorkspaceDeleted,
];

fn names<'a>(groups: impl IntoIterator<Item = &'a &'a str>) -> BTreeSet<&'a str> {
    groups
        .into_iter()
        .flat_map(|group| group.split_whitespace())
        .collect()
}

/// `TaskQueueSid` as `task_queue_sid`.
fn spelled(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        if letter.is_uppercase() {
            words.push(String::new());
        }
        words.last_mut().unwrap().push(letter.to_ascii_lowercase());
    }
    words.join("_")
}

async fn everything(centre: &Centre) {
    let (lab, path) = (&centre.lab, &centre.path);
    definitions(lab, path).await;
    let dave = centre.worker("dave", "Available").await;
    let edith = centre.worker("edith", "Available").await;
    let offline = centre.activity("Offline").await;
    let available = centre.activity("Available").await;

    let reason = ("Reason", "because");
    let answered = centre.task(&[]).await;
    for status in ["accepted", "wrapping", "completed"] {
        let form = [("ReservationStatus", status)];
        centre.answer(&answered, &form).await.ok();
    }
    let refused = centre.task(&[]).await;
    let form = [
        ("ReservationStatus", "rejected"),
        ("WorkerActivitySid", &offline),
    ];
    centre.answer(&refused, &form).await.ok();
    // The other worker lets it ring until they are sent away.
    lab.advance("10s").await;
    let task = format!("{path}/Tasks/{refused}");
    lab.post(&task, &[("Priority", "7")]).await.ok();
    lab.delete(&task).await;
    for worker in [&dave, &edith] {
        let form = [("ActivitySid", available.as_str())];
        lab.post(&format!("{path}/Workers/{worker}"), &form)
            .await
            .ok();
    }
    let queue = format!("{path}/TaskQueues/{}", centre.queue);
    lab.post(&queue, &[("MaxReservedWorkers", "2")]).await.ok();
    let raced = centre.task(&[]).await;
    centre
        .answer(&raced, &[("ReservationStatus", "accepted")])
        .await
        .ok();
    let task = format!("{path}/Tasks/{raced}");
    let form = [("AssignmentStatus", "wrapping"), reason];
    lab.post(&task, &form).await.ok();
    let form = [("AssignmentStatus", "completed"), reason];
    lab.post(&task, &form).await.ok();
    let dropped = centre.task(&[]).await;
    let form = [("AssignmentStatus", "canceled"), reason];
    lab.post(&format!("{path}/Tasks/{dropped}"), &form)
        .await
        .ok();
    lab.post(&queue, &[("MaxReservedWorkers", "1")]).await.ok();
    let forgotten = centre.task(&[]).await;
    let form = [("ReservationStatus", "accepted")];
    centre.answer(&forgotten, &form).await.ok();
    lab.advance("25h").await;

    steps(centre).await;
    worker_changes(lab, path, &dave).await;
}

/// Activities, channels, queues and workflows come and go.
async fn definitions(lab: &Lab, path: &str) {
    let made = lab
        .post(&format!("{path}/Activities"), &[("FriendlyName", "Lunch")])
        .await
        .ok();
    let activity = format!("{path}/Activities/{}", sid(&made));
    lab.post(&activity, &[("FriendlyName", "Break")]).await.ok();
    lab.delete(&activity).await;
    let form = [("FriendlyName", "Fax"), ("UniqueName", "fax")];
    let made = lab.post(&format!("{path}/TaskChannels"), &form).await.ok();
    let channel = format!("{path}/TaskChannels/{}", sid(&made));
    lab.post(&channel, &[("FriendlyName", "Telefax")])
        .await
        .ok();
    lab.delete(&channel).await;
    let made = lab
        .post(&format!("{path}/TaskQueues"), &[("FriendlyName", "Spare")])
        .await
        .ok();
    let queue = format!("{path}/TaskQueues/{}", sid(&made));
    lab.post(&queue, &[("TargetWorkers", "1==2")]).await.ok();
    let configuration =
        json!({"task_routing": {"default_filter": {"queue": sid(&made)}}}).to_string();
    let form = [
        ("FriendlyName", "Spare"),
        ("Configuration", configuration.as_str()),
    ];
    let made = lab.post(&format!("{path}/Workflows"), &form).await.ok();
    let workflow = format!("{path}/Workflows/{}", sid(&made));
    lab.post(&workflow, &[("FriendlyName", "Other")]).await.ok();
    lab.delete(&workflow).await;
    lab.delete(&queue).await;
}

/// A task escalates and runs out of time, another is skipped.
async fn steps(centre: &Centre) {
    let (lab, path) = (&centre.lab, &centre.path);
    let form = [("FriendlyName", "Nobody"), ("TargetWorkers", "1==2")];
    let second = sid(&lab.post(&format!("{path}/TaskQueues"), &form).await.ok());
    let nobody = "worker.name == 'nobody'";
    let targets = json!([
        {"queue": centre.queue, "expression": nobody, "timeout": 10, "priority": 1},
        {"queue": second, "timeout": 20, "priority": 5},
    ]);
    let skipped = json!([{"queue": second, "skip_if": "workers.available == 0"}]);
    let configuration = json!({"task_routing": {"filters": [
        {"filter_friendly_name": "slow", "expression": "kind == 'slow'", "targets": targets},
        {"filter_friendly_name": "fast", "expression": "kind == 'fast'", "targets": skipped},
    ]}})
    .to_string();
    let form = [
        ("FriendlyName", "Steps"),
        ("Configuration", configuration.as_str()),
    ];
    let workflow = sid(&lab.post(&format!("{path}/Workflows"), &form).await.ok());
    for kind in ["slow", "fast"] {
        let attributes = json!({"kind": kind}).to_string();
        let form = [
            ("WorkflowSid", workflow.as_str()),
            ("Attributes", attributes.as_str()),
        ];
        centre.task(&form).await;
    }
    lab.advance("30s").await;
}

async fn worker_changes(lab: &Lab, path: &str, worker: &str) {
    let worker = format!("{path}/Workers/{worker}");
    lab.post(&worker, &[("Attributes", r#"{"level":2}"#)])
        .await
        .ok();
    let form = [("Capacity", "3"), ("Available", "false")];
    lab.post(&format!("{worker}/Channels/chat"), &form)
        .await
        .ok();
    let gone = lab.call(Method::DELETE, &worker, &[], &[]).await;
    assert_eq!(gone.status, 204, "{}", gone.text);
}

#[tokio::test]
async fn every_type_carries_its_parameters_in_both_spellings() {
    let mut receiver = Receiver::new(vec![]).await;
    let lab = Lab::new();
    let centre = Centre::with(lab, &[]).await;
    let form = [("EventCallbackUrl", receiver.url.as_str())];
    centre.lab.post(&centre.path, &form).await.ok();
    everything(&centre).await;

    let url = format!("{}/Events?Minutes=43200&PageSize=1000", centre.path);
    let list = centre.lab.get(&url).await.ok();
    assert!(list["meta"]["next_page_url"].is_null());
    let mut events: Vec<Value> = list["events"].as_array().unwrap().clone();
    events.reverse();

    // All that came behind the change of the workspace was posted, in the same order.
    let posted = events
        .iter()
        .position(|event| event["event_type"] == "workspace.updated")
        .unwrap();
    let mut forms: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for event in &events[posted..] {
        let form = receiver.next().await.form;
        assert_eq!(event["sid"], form["Sid"], "{event}");
        forms.insert(form["Sid"].clone(), form);
    }

    let own = names([&COMMON]);
    let shared = names(&["WorkspaceSid WorkspaceName"]);
    let mut seen = BTreeSet::new();
    for event in &events {
        let kind = event["event_type"].as_str().unwrap();
        let Some((_, resource, groups, optional)) = TABLE.iter().find(|row| row.0 == kind) else {
            panic!("{kind} is not in the table");
        };
        seen.insert(kind);
        assert_eq!(event["resource_type"], *resource, "{kind}");
        let always = names(*groups);
        let maybe = names([optional]);
        let data = event["event_data"].as_object().unwrap();
        assert!(data.values().all(Value::is_string), "{event}");
        let found: BTreeSet<&str> = data.keys().map(String::as_str).collect();
        let required: BTreeSet<String> = always.union(&shared).map(|name| spelled(name)).collect();
        let allowed: BTreeSet<String> = maybe.iter().map(|name| spelled(name)).collect();
        for name in &required {
            assert!(found.contains(name.as_str()), "{kind} lacks {name}");
        }
        for name in &found {
            let known = required.contains(*name) || allowed.contains(*name);
            assert!(known, "{kind} has {name}");
        }
        let Some(form) = forms.get(event["sid"].as_str().unwrap()) else {
            continue;
        };
        let fields = form
            .iter()
            .filter(|(name, _)| !own.contains(name.as_str()) || shared.contains(name.as_str()));
        let spoken: BTreeMap<String, Value> = fields
            .map(|(name, value)| (spelled(name), Value::from(value.as_str())))
            .collect();
        let written: BTreeMap<String, Value> = data.clone().into_iter().collect();
        assert_eq!(spoken, written, "{kind}");
        for name in &own {
            assert!(form.contains_key(*name), "the form of {kind} lacks {name}");
        }
        assert_eq!(event["event_date_ms"].to_string(), form["TimestampMs"]);
        assert_eq!(event["description"], form["EventDescription"]);
        assert_eq!(event["resource_sid"], form["ResourceSid"]);
    }
    for kind in EventType::ALL {
        assert_eq!(
            seen.contains(kind.as_str()),
            !NEVER.contains(kind),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_workspaces_end_is_posted_too() {
    let mut receiver = Receiver::new(vec![]).await;
    let centre = Centre::new().await;
    let form = [
        ("EventCallbackUrl", receiver.url.as_str()),
        ("EventsFilter", "workspace.deleted"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    centre.lab.delete(&centre.path).await;
    let form = receiver.next().await.form;
    assert_eq!(form["EventType"], "workspace.deleted");
    assert!(
        form.keys()
            .all(|name| names([&COMMON]).contains(name.as_str()))
    );
}

#[tokio::test]
async fn times_are_whole_seconds_cut_off_and_milliseconds_are_named_so() {
    let mut receiver = Receiver::new(vec![]).await;
    let centre = Centre::new().await;
    let form = [
        ("EventCallbackUrl", receiver.url.as_str()),
        (
            "EventsFilter",
            "worker.activity.update, reservation.created",
        ),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    let worker = centre.worker("dave", "Offline").await;
    centre.lab.advance("1700ms").await;
    centre.task(&[]).await;
    centre.lab.advance("2600ms").await;
    let available = centre.activity("Available").await;
    let path = format!("{}/Workers/{worker}", centre.path);
    let form = [("ActivitySid", available.as_str())];
    centre.lab.post(&path, &form).await.ok();

    let change = receiver.next().await.form;
    assert_eq!(change["WorkerTimeInPreviousActivity"], "4");
    assert_eq!(change["WorkerTimeInPreviousActivityMs"], "4300");
    let offer = receiver.next().await.form;
    let (created, offered) = ((START + 1_700) / 1000, START + 4_300);
    for (name, wanted) in [
        ("Timestamp", offered / 1000),
        ("TimestampMs", offered),
        ("TaskAge", 2),
        ("TaskDateCreated", created),
        ("TaskQueueEnteredDate", created),
        ("TaskVirtualStartTime", created),
    ] {
        assert_eq!(offer[name], wanted.to_string(), "{name}");
    }
}
