//! The Events resource: list, filters, pages, fetch, retention.

use serde_json::{Value, json};

use super::lab::{Centre, Lab, START, sid};
use super::persistence::get;
use crate::emulator::{Config, Emulator};
use crate::routing::Moment;

async fn events(centre: &Centre, query: &str) -> Vec<Value> {
    let url = format!("{}/Events?{query}", centre.path);
    let list = centre.lab.get(&url).await.ok();
    list["events"].as_array().unwrap().clone()
}

async fn kinds(centre: &Centre, query: &str) -> Vec<String> {
    events(centre, query)
        .await
        .iter()
        .map(|event| event["event_type"].as_str().unwrap().to_owned())
        .collect()
}

/// A task that dave accepted a minute after the centre was made.
async fn accepted() -> (Centre, String, String) {
    let centre = Centre::new().await;
    centre.lab.advance("60s").await;
    let worker = centre.worker("dave", "Available").await;
    let form = [("TaskChannel", "voice"), ("Attributes", r#"{"a":1}"#)];
    let task = centre.task(&form).await;
    centre.lab.advance("1500ms").await;
    centre
        .answer(&task, &[("ReservationStatus", "accepted")])
        .await
        .ok();
    (centre, worker, task)
}

#[tokio::test]
async fn an_event_has_the_documented_shape() {
    let (centre, worker, task) = accepted().await;
    let list = events(&centre, "EventType=reservation.accepted").await;
    let event = &list[0];
    let reservation = sid(&centre.reservation(&task).await);
    let base = format!("http://emulator.test:8765{}", centre.path);
    let workspace = centre.path.rsplit('/').next().unwrap();
    let account = event["account_sid"].as_str().unwrap();
    let data = &event["event_data"];
    assert_eq!(data["worker_sid"], worker);
    assert_eq!(data["task_age"], "1");
    assert_eq!(data["task_attributes"], r#"{"a":1}"#);
    assert_eq!(
        *event,
        json!({
            "sid": event["sid"],
            "account_sid": account,
            "workspace_sid": workspace,
            "event_type": "reservation.accepted",
            "description": format!("Reservation {reservation} accepted"),
            "event_date": "2026-01-05T09:01:01Z",
            "event_date_ms": START + 61_500,
            "event_data": data,
            "resource_type": "reservation",
            "resource_sid": reservation,
            "resource_url": format!("{base}/Tasks/{task}/Reservations/{reservation}"),
            "actor_type": "account",
            "actor_sid": account,
            "actor_url": format!("http://emulator.test:8765/2010-04-01/Accounts/{account}"),
            "source": "api",
            "source_ip_address": null,
            "url": format!("{base}/Events/{}", event["sid"].as_str().unwrap()),
        })
    );
    let path = format!("{}/Events/{}", centre.path, event["sid"].as_str().unwrap());
    assert_eq!(centre.lab.get(&path).await.ok(), *event);
    let unknown = format!("{}/Events/EV{:032x}", centre.path, 1);
    assert_eq!(centre.lab.get(&unknown).await.code(), (404, 20404));
    let malformed = format!("{}/Events/EV1", centre.path);
    assert_eq!(centre.lab.get(&malformed).await.code(), (404, 20404));
    // Neither another workspace's nor something to change.
    let other = centre.lab.workspace().await;
    let foreign = path.replace(&centre.path, &other);
    assert_eq!(centre.lab.get(&foreign).await.code(), (404, 20404));
    assert_eq!(centre.lab.post(&path, &[]).await.code(), (405, 20004));
    assert_eq!(centre.lab.delete(&path).await.code(), (405, 20004));
}

#[tokio::test]
async fn the_newest_event_comes_first_and_the_router_acts_for_the_workspace() {
    let (centre, _, _) = accepted().await;
    let list = events(&centre, "PageSize=6").await;
    let told: Vec<(&str, &str, &str)> = list
        .iter()
        .map(|event| {
            let text = |name: &str| event[name].as_str().unwrap();
            (text("event_type"), text("actor_type"), text("source"))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("reservation.accepted", "account", "api"),
            ("reservation.created", "workspace", "twilio"),
            ("workflow.target-matched", "workspace", "twilio"),
            ("task.created", "account", "api"),
            ("task-queue.entered", "workspace", "twilio"),
            ("workflow.entered", "workspace", "twilio"),
        ]
    );
}

#[tokio::test]
async fn what_falls_due_during_a_request_is_the_routers() {
    let centre = Centre::new().await;
    centre.worker("dave", "Available").await;
    centre.task(&[]).await;
    centre.lab.advance("10s").await;
    for kind in ["reservation.timeout", "worker.activity.update"] {
        let list = events(&centre, &format!("EventType={kind}")).await;
        assert_eq!(list.len(), 1, "{kind}");
        assert_eq!(list[0]["actor_type"], "workspace", "{kind}");
    }
}

#[tokio::test]
async fn filters_narrow_the_list() {
    let (centre, worker, task) = accepted().await;
    let reservation = sid(&centre.reservation(&task).await);
    let of_task = [
        "reservation.accepted",
        "reservation.created",
        "workflow.target-matched",
        "task.created",
        "task-queue.entered",
        "workflow.entered",
    ];
    let of_queue = [
        "reservation.accepted",
        "reservation.created",
        "task-queue.entered",
        "task-queue.created",
    ];
    let mut of_workflow = of_task.to_vec();
    of_workflow.push("workflow.created");
    let cases: Vec<(String, Vec<&str>)> = vec![
        (format!("TaskSid={task}"), of_task.to_vec()),
        (
            format!("WorkerSid={worker}"),
            vec![
                "reservation.accepted",
                "reservation.created",
                "worker.created",
            ],
        ),
        (
            format!("ReservationSid={reservation}"),
            vec!["reservation.accepted", "reservation.created"],
        ),
        (format!("WorkflowSid={}", centre.workflow), of_workflow),
        (format!("TaskQueueSid={}", centre.queue), of_queue.to_vec()),
        (
            format!("EventType=task.created&TaskSid={task}"),
            vec!["task.created"],
        ),
        (format!("EventType=worker.created&TaskSid={task}"), vec![]),
        ("TaskChannel=sms&EventType=task.created".to_owned(), vec![]),
        (
            "TaskChannel=voice&EventType=task.created".to_owned(),
            vec!["task.created"],
        ),
        (
            "TaskChannel=voice&EventType=task-channel.created".to_owned(),
            vec!["task-channel.created"],
        ),
    ];
    for (query, expected) in cases {
        assert_eq!(kinds(&centre, &query).await, expected, "{query}");
    }
    let created = events(&centre, "EventType=task.created").await;
    let channel = created[0]["event_data"]["task_channel_sid"]
        .as_str()
        .unwrap();
    let by_sid = format!("TaskChannel={channel}&TaskSid={task}");
    assert_eq!(kinds(&centre, &by_sid).await, of_task);
    let one = format!("Sid={}", created[0]["sid"].as_str().unwrap());
    assert_eq!(kinds(&centre, &one).await, ["task.created"]);
}

#[tokio::test]
async fn a_queue_that_was_left_is_asked_for_too() {
    let centre = Centre::new().await;
    let path = &centre.path;
    let form = [("FriendlyName", "Second")];
    let second = sid(&centre
        .lab
        .post(&format!("{path}/TaskQueues"), &form)
        .await
        .ok());
    let configuration = json!({"task_routing": {"filters": [{"expression": "1==1", "targets": [
        {"queue": centre.queue, "timeout": 5},
        {"queue": second},
    ]}]}})
    .to_string();
    let workflow = format!("{path}/Workflows/{}", centre.workflow);
    centre
        .lab
        .post(&workflow, &[("Configuration", &configuration)])
        .await
        .ok();
    centre.task(&[]).await;
    centre.lab.advance("5s").await;
    for queue in [&centre.queue, &second] {
        let query = format!("TaskQueueSid={queue}&EventType=task-queue.moved");
        assert_eq!(kinds(&centre, &query).await.len(), 1);
    }
}

#[tokio::test]
async fn a_period_is_asked_for_by_minutes_or_by_dates() {
    let centre = Centre::new().await;
    let mut tasks = Vec::new();
    for _ in 0..4 {
        tasks.push(centre.task(&[]).await);
        centre.lab.advance("10m").await;
    }
    // Made at 9:00, 9:10, 9:20 and 9:30; now it is 9:40.
    let day = "2026-01-05T09";
    for (query, expected) in [
        (String::new(), &tasks[3..]),
        ("Minutes=20".to_owned(), &tasks[2..]),
        ("Minutes=43200".to_owned(), &tasks[..]),
        (format!("StartDate={day}:10:00Z"), &tasks[1..]),
        (format!("StartDate={day}:10:00.001Z"), &tasks[2..]),
        (format!("StartDate={day}:10:00Z&Minutes=1"), &tasks[1..]),
        (
            format!("StartDate={day}:10:00Z&EndDate={day}:20:00Z"),
            &tasks[1..3],
        ),
        (format!("EndDate={day}:10:00Z"), &tasks[..2]),
        (format!("EndDate={day}:30:00Z&Minutes=25"), &tasks[2..]),
        (format!("StartDate={day}:50:00Z"), &[]),
        ("StartDate=2020-01-01T00:00:00Z".to_owned(), &tasks[..]),
    ] {
        let found: Vec<String> = events(&centre, &format!("EventType=task.created&{query}"))
            .await
            .iter()
            .rev()
            .map(|event| event["resource_sid"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(found, expected, "{query}");
    }
}

#[tokio::test]
async fn bad_parameters_are_named() {
    let centre = Centre::new().await;
    for (query, name) in [
        ("Minutes=soon", "Minutes"),
        ("Minutes=0", "Minutes"),
        ("Minutes=-5", "Minutes"),
        ("StartDate=yesterday", "StartDate"),
        ("EndDate=now", "EndDate"),
        (
            "StartDate=2026-01-02T00:00:00Z&EndDate=2026-01-01T00:00:00Z",
            "StartDate",
        ),
        ("EventType=task.finished", "EventType"),
        ("EventType=task.created,task.canceled", "EventType"),
        ("TaskSid=WK00000000000000000000000000000001", "TaskSid"),
        ("Sid=EV1", "Sid"),
        ("WorkerSid=dave", "WorkerSid"),
        ("PageSize=many", "PageSize"),
    ] {
        let reply = centre
            .lab
            .get(&format!("{}/Events?{query}", centre.path))
            .await;
        assert_eq!(reply.code(), (400, 20001), "{query}");
        let message = reply.message();
        assert!(message.starts_with(&format!("{name}: ")), "{message}");
    }
    for (query, code) in [("Page=2", 40153), ("PageToken=PAx", 20001)] {
        let reply = centre
            .lab
            .get(&format!("{}/Events?{query}", centre.path))
            .await;
        assert_eq!(reply.code(), (400, code), "{query}");
    }
}

#[tokio::test]
async fn pages_hang_together_while_events_go_on() {
    let centre = Centre::new().await;
    for _ in 0..60 {
        centre.task(&[]).await;
    }
    let all = events(&centre, "PageSize=1000").await;
    assert!(all.len() > 240);
    let follow = |link: &Value| {
        let link = link.as_str().unwrap().to_owned();
        link.strip_prefix("http://emulator.test:8765")
            .unwrap()
            .to_owned()
    };
    let mut found = Vec::new();
    let mut url = format!("{}/Events?PageSize=50&Minutes=15", centre.path);
    let mut backwards = Vec::new();
    loop {
        let page = centre.lab.get(&url).await.ok();
        assert_eq!(page["meta"]["key"], "events");
        assert_eq!(page["meta"]["page_size"], 50);
        let items = page["events"].as_array().unwrap().clone();
        if !page["meta"]["previous_page_url"].is_null() {
            let before = follow(&page["meta"]["previous_page_url"]);
            backwards.push((before, found.len()));
        }
        found.extend(items);
        if page["meta"]["next_page_url"].is_null() {
            break;
        }
        url = follow(&page["meta"]["next_page_url"]);
        assert!(url.contains("Minutes=15"), "{url}");
        // What happens meanwhile comes before the pages that were read.
        centre.task(&[]).await;
    }
    assert_eq!(found, all);
    for (url, end) in backwards {
        let page = centre.lab.get(&url).await.ok();
        let items = page["events"].as_array().unwrap();
        assert_eq!(items[..], all[end - 50..end]);
    }
}

#[tokio::test]
async fn pages_of_a_filtered_list_have_no_gaps() {
    let centre = Centre::new().await;
    for _ in 0..7 {
        centre.task(&[]).await;
    }
    let mut url = format!("{}/Events?EventType=task.created&PageSize=3", centre.path);
    let mut sizes = Vec::new();
    loop {
        let page = centre.lab.get(&url).await.ok();
        sizes.push(page["events"].as_array().unwrap().len());
        let Some(next) = page["meta"]["next_page_url"].as_str() else {
            break;
        };
        url = next.replace("http://emulator.test:8765", "");
    }
    assert_eq!(sizes, [3, 3, 1]);
}

#[tokio::test]
async fn events_are_kept_for_thirty_days() {
    let centre = Centre::new().await;
    centre.task(&[]).await;
    let created = events(&centre, "EventType=task.created").await;
    let path = format!("{}/Events/{}", centre.path, sid(&created[0]));
    let count = || events(&centre, "Minutes=50000&EventType=task.created");
    centre.lab.advance("720h").await;
    assert_eq!(count().await.len(), 1);
    centre.lab.get(&path).await.ok();
    centre.lab.advance("1ms").await;
    assert_eq!(count().await.len(), 0);
    assert_eq!(centre.lab.get(&path).await.code(), (404, 20404));
    // A new event pushes the old ones out for good: what is left begins with the end of the first
    // task's life, a day later.
    centre.task(&[]).await;
    assert_eq!(count().await.len(), 1);
    let kept = centre.lab.get("/_emulator/snapshot").await.ok();
    let kept = kept["events"].as_object().unwrap().values().next().unwrap();
    let oldest = kept[0]["at"].as_i64().unwrap();
    assert_eq!(oldest, START + 24 * 3_600_000);
}

#[tokio::test]
async fn the_events_filter_keeps_events_from_the_callback_and_not_from_the_log() {
    let centre = Centre::new().await;
    let form = [("EventsFilter", "worker.created, task.canceled")];
    let workspace = centre.lab.post(&centre.path, &form).await.ok();
    assert_eq!(workspace["events_filter"], "worker.created, task.canceled");
    centre.task(&[]).await;
    let list = kinds(&centre, "EventType=task.created").await;
    assert_eq!(list.len(), 1);
    let unknown = [("EventsFilter", "task.created,task.finished")];
    let reply = centre.lab.post(&centre.path, &unknown).await;
    assert_eq!(reply.code(), (400, 20001));
    assert!(reply.message().contains("task.finished"));
    let kept = centre.lab.get(&centre.path).await.ok();
    assert_eq!(kept["events_filter"], "worker.created, task.canceled");
    let new = [("FriendlyName", "x"), ("EventsFilter", "nothing")];
    let reply = centre.lab.post("/v1/Workspaces", &new).await;
    assert_eq!(reply.code(), (400, 20001));
}

#[tokio::test]
async fn the_log_has_the_seed_and_outlives_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let seed = directory.path().join("seed.yaml");
    std::fs::write(
        &seed,
        "workspaces:\n  - friendly_name: kept\n    task_queues: [{ friendly_name: All }]\n",
    )
    .unwrap();
    let config = Config {
        data_file: Some(directory.path().join("state.json")),
        seed_file: Some(seed),
        ..Config::for_tests(Moment::from_millisecond(START))
    };
    let running = Emulator::start(&config).await.unwrap();
    let url = running.url();
    let workspaces = get(&format!("{url}/v1/Workspaces")).await;
    let workspace = sid(&workspaces["workspaces"][0]);
    let path = format!("/v1/Workspaces/{workspace}/Events");
    let seeded = get(&format!("{url}{path}")).await;
    running.shut_down().await.unwrap();
    let facts = |list: &Value| -> Vec<Value> {
        let told = |event: &Value| {
            json!([
                event["sid"],
                event["event_type"],
                event["event_date_ms"],
                event["source"],
                event["description"],
                event["event_data"]
            ])
        };
        list["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(told)
            .collect()
    };
    let seeded = facts(&seeded);
    let last = seeded.last().unwrap();
    assert_eq!(
        (&last[1], &last[3]),
        (&json!("workspace.created"), &json!("api"))
    );
    let kinds: Vec<&Value> = seeded.iter().map(|event| &event[1]).collect();
    assert!(kinds.contains(&&json!("task-queue.created")), "{kinds:?}");

    let lab = Lab::with(&config);
    let restored = lab.get(&path).await.ok();
    assert_eq!(facts(&restored), seeded);
    let one = format!("{path}/{}", sid(&restored["events"][0]));
    lab.get(&one).await.ok();
    // The next event has its place behind those from before.
    let form = [("FriendlyName", "More")];
    lab.post(&format!("/v1/Workspaces/{workspace}/TaskQueues"), &form)
        .await
        .ok();
    let more = lab.get(&path).await.ok();
    assert_eq!(more["events"][0]["event_data"]["task_queue_name"], "More");
    assert_eq!(facts(&more)[1..], seeded[..]);
}
