//! Statistics, figure by figure, of days short enough to be worked out by hand.

use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::{Value, json};

use super::lab::{Centre, Lab, Reply, authorization, sid};
use crate::emulator::{DEFAULT_ACCOUNT, DEFAULT_TOKEN};
use crate::model::statistics as model;

impl Centre {
    async fn look(&self, what: &str) -> Value {
        self.lab.get(&format!("{}/{what}", self.path)).await.ok()
    }

    async fn refused(&self, what: &str) -> (u16, u64) {
        self.lab.get(&format!("{}/{what}", self.path)).await.code()
    }

    async fn accept(&self, task: &str) {
        self.answer(task, &[("ReservationStatus", "accepted")])
            .await
            .ok();
    }

    async fn finish(&self, task: &str, status: &str) {
        let path = format!("{}/Tasks/{task}", self.path);
        self.lab
            .post(&path, &[("AssignmentStatus", status)])
            .await
            .ok();
    }

    async fn bulk(&self, body: &Value) -> Reply {
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("{}/TaskQueues/RealTimeStatistics", self.path))
            .header(header::HOST, "emulator.test:8765")
            .header(
                header::AUTHORIZATION,
                authorization(DEFAULT_ACCOUNT, DEFAULT_TOKEN),
            )
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .unwrap();
        self.lab.send(request).await
    }

    /// 09:00:00 dave is there; 09:00:00 a voice task, accepted after 4 s, completed at 09:01:00;
    /// 09:01:00 a chat task of priority 5, canceled after 30 s of being offered once without an
    /// answer; 09:02:00 a task waits. It is 09:03:00.
    async fn morning() -> (Self, Morning) {
        let centre = Self::new().await;
        let lab = &centre.lab;
        let dave = centre.worker("dave", "Available").await;
        let first = centre.task(&[("TaskChannel", "voice")]).await;
        lab.advance("4s").await;
        centre.accept(&first).await;
        lab.advance("56s").await;
        centre.finish(&first, "completed").await;
        let second = centre
            .task(&[("TaskChannel", "chat"), ("Priority", "5")])
            .await;
        lab.advance("30s").await;
        centre.finish(&second, "canceled").await;
        lab.advance("30s").await;
        let third = centre.task(&[("TaskChannel", "voice")]).await;
        lab.advance("1m").await;
        (centre, Morning { dave, third })
    }
}

struct Morning {
    dave: String,
    third: String,
}

/// A body without what says whose it is, which is checked here.
fn figures(mut body: Value, centre: &Centre, path: &str) -> Value {
    let members = body.as_object_mut().unwrap();
    assert_eq!(
        members.remove("url"),
        Some(format!("http://emulator.test:8765{}/{path}", centre.path).into())
    );
    assert_eq!(members.remove("account_sid"), Some(DEFAULT_ACCOUNT.into()));
    let workspace = members.remove("workspace_sid").unwrap();
    assert!(centre.path.ends_with(workspace.as_str().unwrap()));
    body
}

fn reservations(
    [created, accepted, rejected, timed_out, canceled, rescinded]: [u64; 6],
) -> [(&'static str, Value); 6] {
    [
        ("reservations_created", created.into()),
        ("reservations_accepted", accepted.into()),
        ("reservations_rejected", rejected.into()),
        ("reservations_timed_out", timed_out.into()),
        ("reservations_canceled", canceled.into()),
        ("reservations_rescinded", rescinded.into()),
    ]
}

fn with(mut body: Value, members: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let object = body.as_object_mut().unwrap();
    object.extend(
        members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value)),
    );
    body
}

#[tokio::test]
async fn the_morning_of_a_workspace() {
    let (centre, morning) = Centre::morning().await;
    // Dave let the second task ring for ten seconds and has been Offline since.
    let activities = json!([
        {"sid": centre.activity("Offline").await, "friendly_name": "Offline", "workers": 1},
        {"sid": centre.activity("Available").await, "friendly_name": "Available", "workers": 0},
        {"sid": centre.activity("Unavailable").await, "friendly_name": "Unavailable", "workers": 0},
    ]);
    let real_time = centre.look("RealTimeStatistics").await;
    assert_eq!(
        figures(real_time, &centre, "RealTimeStatistics"),
        json!({
            "activity_statistics": activities,
            "longest_task_waiting_age": 60,
            "longest_task_waiting_sid": morning.third,
            "tasks_by_priority": {"0": 1},
            "tasks_by_status": {"pending": 1, "reserved": 0, "assigned": 0, "wrapping": 0},
            "total_tasks": 1,
            "total_workers": 1,
        })
    );
    let cumulative = centre.look("CumulativeStatistics").await;
    let window = [
        ("start_time", json!("2026-01-05T08:48:00Z")),
        ("end_time", json!("2026-01-05T09:03:00Z")),
    ];
    let counts = reservations([2, 1, 0, 1, 0, 0]);
    assert_eq!(
        figures(cumulative, &centre, "CumulativeStatistics"),
        with(
            with(
                json!({
                    "avg_task_acceptance_time": 4,
                    "split_by_wait_time": null,
                    "wait_duration_until_accepted": {"avg": 4, "min": 4, "max": 4, "total": 4},
                    "wait_duration_until_canceled": {"avg": 30, "min": 30, "max": 30, "total": 30},
                    "tasks_created": 3,
                    "tasks_canceled": 1,
                    "tasks_completed": 1,
                    "tasks_deleted": 0,
                    "tasks_moved": 0,
                    "tasks_timed_out_in_workflow": 0,
                }),
                counts.clone()
            ),
            window.clone()
        )
    );
    let combined = centre.look("Statistics").await;
    assert_eq!(
        figures(combined, &centre, "Statistics"),
        json!({
            "realtime": {
                "activity_statistics": activities,
                "longest_task_waiting_age": 60,
                "longest_task_waiting_sid": morning.third,
                "tasks_by_status": {"pending": 1, "reserved": 0, "assigned": 0, "wrapping": 0},
                "total_tasks": 1,
                "total_workers": 1,
            },
            "cumulative": with(
                with(
                    json!({
                        "avg_task_acceptance_time": 4.0,
                        "tasks_created": 3,
                        "tasks_canceled": 1,
                        "tasks_deleted": 0,
                        "tasks_moved": 0,
                        "tasks_timed_out_in_workflow": 0,
                    }),
                    counts
                ),
                window
            ),
        })
    );
}

#[tokio::test]
async fn the_morning_of_a_queue() {
    let (centre, morning) = Centre::morning().await;
    let queue = format!("TaskQueues/{}", centre.queue);
    let path = format!("{queue}/RealTimeStatistics");
    let now = figures(centre.look(&path).await, &centre, &path);
    assert_eq!(now["task_queue_sid"], json!(centre.queue));
    assert_eq!(now["activity_statistics"][0]["workers"], 1, "dave, Offline");
    assert_eq!(now["total_available_workers"], 0);
    assert_eq!(now["total_eligible_workers"], 1);
    assert_eq!(now["longest_relative_task_age_in_queue"], 60);
    assert_eq!(
        now["longest_relative_task_sid_in_queue"],
        json!(morning.third)
    );
    assert_eq!(now["tasks_by_priority"], json!({"0": 1}));
    assert_eq!(now["total_tasks"], 1);

    let path = format!("{queue}/CumulativeStatistics");
    let then = figures(centre.look(&path).await, &centre, &path);
    let four = json!({"avg": 4, "min": 4, "max": 4, "total": 4});
    assert_eq!(
        then,
        with(
            json!({
                "task_queue_sid": centre.queue,
                "start_time": "2026-01-05T08:48:00Z",
                "end_time": "2026-01-05T09:03:00Z",
                "avg_task_acceptance_time": 4,
                "split_by_wait_time": null,
                "wait_duration_until_accepted": four,
                "wait_duration_in_queue_until_accepted": four,
                "wait_duration_until_canceled": {"avg": 30, "min": 30, "max": 30, "total": 30},
                "tasks_canceled": 1,
                "tasks_completed": 1,
                "tasks_deleted": 0,
                "tasks_entered": 3,
                "tasks_moved": 0,
            }),
            reservations([2, 1, 0, 1, 0, 0])
        )
    );

    let one = centre.look(&format!("{queue}/Statistics")).await;
    let list = centre.look("TaskQueues/Statistics?PageSize=10").await;
    assert_eq!(list["meta"]["key"], "task_queues_statistics");
    let mut listed = list["task_queues_statistics"][0].clone();
    assert_eq!(listed.get("url"), None);
    listed["url"] = one["url"].clone();
    assert_eq!(listed, one);
    assert_eq!(one["cumulative"]["avg_task_acceptance_time"], json!(4.0));
    assert_eq!(one["cumulative"].get("tasks_completed"), None);
    assert_eq!(one["realtime"].get("tasks_by_priority"), None);
}

#[tokio::test]
async fn the_morning_of_a_workflow() {
    let (centre, morning) = Centre::morning().await;
    let workflow = format!("Workflows/{}", centre.workflow);
    let path = format!("{workflow}/RealTimeStatistics");
    assert_eq!(
        figures(centre.look(&path).await, &centre, &path),
        json!({
            "workflow_sid": centre.workflow,
            "longest_task_waiting_age": 60,
            "longest_task_waiting_sid": morning.third,
            "tasks_by_priority": {"0": 1},
            "tasks_by_status": {"pending": 1, "reserved": 0, "assigned": 0, "wrapping": 0},
            "total_tasks": 1,
        })
    );
    let path = format!("{workflow}/CumulativeStatistics");
    assert_eq!(
        figures(centre.look(&path).await, &centre, &path),
        with(
            json!({
                "workflow_sid": centre.workflow,
                "start_time": "2026-01-05T08:48:00Z",
                "end_time": "2026-01-05T09:03:00Z",
                "avg_task_acceptance_time": 4,
                "split_by_wait_time": null,
                "wait_duration_until_accepted": {"avg": 4, "min": 4, "max": 4, "total": 4},
                "wait_duration_until_canceled": {"avg": 30, "min": 30, "max": 30, "total": 30},
                "tasks_canceled": 1,
                "tasks_completed": 1,
                "tasks_deleted": 0,
                "tasks_entered": 3,
                "tasks_moved": 0,
                "tasks_timed_out_in_workflow": 0,
            }),
            reservations([2, 1, 0, 1, 0, 0])
        )
    );
    let path = format!("{workflow}/Statistics");
    assert_eq!(
        figures(centre.look(&path).await, &centre, &path)["cumulative"],
        json!({
            "start_time": "2026-01-05T08:48:00Z",
            "end_time": "2026-01-05T09:03:00Z",
            "avg_task_acceptance_time": 4.0,
            "reservations_accepted": 1,
            "reservations_rejected": 0,
            "reservations_timed_out": 1,
            "tasks_canceled": 1,
            "tasks_entered": 3,
            "tasks_moved": 0,
            "tasks_timed_out_in_workflow": 0,
        })
    );
}

#[tokio::test]
async fn the_morning_of_the_workers() {
    let (centre, morning) = Centre::morning().await;
    let lab = &centre.lab;
    let edith = centre.worker("edith", "Unavailable").await;
    lab.advance("20s").await;
    lab.delete(&format!("{}/Workers/{edith}", centre.path))
        .await;
    lab.advance("10s").await;

    let duration = |count: [u64; 4]| {
        let [avg, min, max, total] = count;
        json!({"avg": avg, "min": min, "max": max, "total": total})
    };
    // Dave: Available from 09:00:00 to 09:01:10, then Offline. Edith: Unavailable for 20 s.
    let dave = [[140; 4], [70; 4], [0; 4]];
    let both = [[140; 4], [70; 4], [20; 4]];
    for (path, expected) in [
        (format!("Workers/{}/Statistics", morning.dave), dave),
        ("Workers/Statistics".to_owned(), both),
        ("Workers/CumulativeStatistics".to_owned(), both),
        ("Workers/Statistics?FriendlyName=dave".to_owned(), dave),
        (
            format!("Workers/Statistics?TaskQueueSid={}", centre.queue),
            dave,
        ),
        ("Workers/Statistics?TaskQueueName=All".to_owned(), dave),
        (
            "Workers/Statistics?TaskQueueName=None".to_owned(),
            [[0; 4]; 3],
        ),
        // The window ends while dave is Available still.
        (
            "Workers/Statistics?StartDate=2026-01-05T09:00:30Z&EndDate=2026-01-05T09:01:00Z"
                .to_owned(),
            [[0; 4], [30; 4], [0; 4]],
        ),
    ] {
        let body = centre.look(&path).await;
        let cumulative = body.get("cumulative").unwrap_or(&body);
        let durations: Vec<Value> = cumulative["activity_durations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|activity| {
                let mut activity = activity.clone();
                let members = activity.as_object_mut().unwrap();
                members.remove("sid");
                members.remove("friendly_name");
                activity
            })
            .collect();
        assert_eq!(durations, expected.map(duration), "{path}");
    }
    let one = centre
        .look(&format!("Workers/{}/Statistics", morning.dave))
        .await;
    assert_eq!(one["worker_sid"], json!(morning.dave));
    assert_eq!(one.get("realtime"), None);
    assert_eq!(one["cumulative"]["reservations_created"], 2);
    assert_eq!(one["cumulative"]["reservations_timed_out"], 1);
    let now = centre.look("Workers/RealTimeStatistics").await;
    assert_eq!(now["total_workers"], 1);
    assert_eq!(now["activity_statistics"][0]["workers"], 1);
}

#[tokio::test]
async fn a_channel_narrows_tasks_and_reservations() {
    let (centre, _) = Centre::morning().await;
    let chat = centre.look("TaskChannels/chat").await;
    for channel in ["chat", &sid(&chat)] {
        let then = centre
            .look(&format!("CumulativeStatistics?TaskChannel={channel}"))
            .await;
        assert_eq!(then["tasks_created"], 1);
        assert_eq!(then["tasks_canceled"], 1);
        assert_eq!(then["reservations_created"], 1);
        assert_eq!(then["reservations_accepted"], 0);
        let now = centre
            .look(&format!("RealTimeStatistics?TaskChannel={channel}"))
            .await;
        assert_eq!(now["total_tasks"], 0);
        assert_eq!(now["longest_task_waiting_sid"], Value::Null);
        assert_eq!(now["total_workers"], 1, "workers are of no channel");
    }
    assert_eq!(
        centre.refused("RealTimeStatistics?TaskChannel=fax").await,
        (400, 20001)
    );
}

#[tokio::test]
async fn waits_are_split_at_thresholds() {
    let (centre, _) = Centre::morning().await;
    let none = json!({"tasks_canceled": 0, "reservations_accepted": 0});
    let accepted = json!({"tasks_canceled": 0, "reservations_accepted": 1});
    let canceled = json!({"tasks_canceled": 1, "reservations_accepted": 0});
    let both = json!({"tasks_canceled": 1, "reservations_accepted": 1});
    let expected = json!({
        "3": {"above": both, "below": none},
        "4": {"above": canceled, "below": accepted},
        "30": {"above": none, "below": both},
    });
    for path in [
        "CumulativeStatistics".to_owned(),
        "Statistics".to_owned(),
        format!("TaskQueues/{}/CumulativeStatistics", centre.queue),
        format!("Workflows/{}/Statistics", centre.workflow),
    ] {
        let body = centre.look(&format!("{path}?SplitByWaitTime=3,4,30")).await;
        let cumulative = body.get("cumulative").unwrap_or(&body);
        assert_eq!(cumulative["split_by_wait_time"], expected, "{path}");
    }
}

#[tokio::test]
async fn a_transferred_wait_is_measured_from_creation_and_from_entry() {
    let lab = Lab::new();
    let path = lab.workspace().await;
    let queues = format!("{path}/TaskQueues");
    let first = sid(&lab.post(&queues, &[("FriendlyName", "First")]).await.ok());
    let second = sid(&lab.post(&queues, &[("FriendlyName", "Second")]).await.ok());
    let configuration = json!({"task_routing": {"filters": [{
        "expression": "1==1",
        "targets": [{"queue": first, "timeout": 20}, {"queue": second, "timeout": 60}],
    }]}})
    .to_string();
    let workflow = sid(&lab
        .post(
            &format!("{path}/Workflows"),
            &[
                ("FriendlyName", "Escalate"),
                ("Configuration", &configuration),
            ],
        )
        .await
        .ok());
    let centre = Centre {
        lab,
        path,
        queue: first,
        workflow,
    };
    let taken = centre.task(&[]).await;
    let lost = centre.task(&[]).await;
    centre.lab.advance("25s").await;
    centre.worker("dave", "Available").await;
    centre.accept(&taken).await;
    let now = centre
        .look(&format!("TaskQueues/{second}/RealTimeStatistics"))
        .await;
    assert_eq!(now["longest_task_waiting_age"], 25);
    assert_eq!(now["longest_relative_task_age_in_queue"], 5);
    assert_eq!(now["longest_relative_task_sid_in_queue"], json!(lost));
    centre.lab.advance("1m").await;
    let of = async |queue: &str| {
        centre
            .look(&format!("TaskQueues/{queue}/CumulativeStatistics"))
            .await
    };
    let (left, reached) = (of(&centre.queue).await, of(&second).await);
    assert_eq!(left["tasks_entered"], 2);
    assert_eq!(left["tasks_moved"], 2, "counted where they left");
    assert_eq!(left["reservations_accepted"], 0);
    assert_eq!(reached["tasks_entered"], 2);
    assert_eq!(reached["tasks_moved"], 0);
    assert_eq!(reached["wait_duration_until_accepted"]["total"], 25);
    assert_eq!(reached["wait_duration_in_queue_until_accepted"]["total"], 5);
    assert_eq!(reached["tasks_canceled"], 1);
    assert_eq!(reached["wait_duration_until_canceled"]["total"], 80);
    let whole = centre
        .look(&format!(
            "Workflows/{}/CumulativeStatistics",
            centre.workflow
        ))
        .await;
    assert_eq!(whole["tasks_timed_out_in_workflow"], 1);
    assert_eq!(whole["tasks_moved"], 2);
    assert_eq!(whole["tasks_entered"], 2);
}

#[tokio::test]
async fn several_queues_are_asked_about_at_once() {
    let (centre, _) = Centre::morning().await;
    let queues = format!("{}/TaskQueues", centre.path);
    let form = [("FriendlyName", "Other")];
    let other = sid(&centre.lab.post(&queues, &form).await.ok());
    let body = json!({"TaskQueueSids": [other, centre.queue, other]});
    let reply = centre.bulk(&body).await;
    assert_eq!(reply.status, 200);
    let answer = reply.ok();
    assert_eq!(answer["task_queue_response_count"], 2);
    let mut totals: Vec<(&str, u64)> = answer["task_queue_data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|queue| {
            assert_eq!(queue.get("longest_relative_task_age_in_queue"), None);
            (
                queue["task_queue_sid"].as_str().unwrap(),
                queue["total_tasks"].as_u64().unwrap(),
            )
        })
        .collect();
    totals.sort_unstable_by_key(|(_, total)| *total);
    assert_eq!(totals, [(other.as_str(), 0), (centre.queue.as_str(), 1)]);
    let read: model::TaskQueueBulkRealTimeStatistics = serde_json::from_value(answer).unwrap();
    assert_eq!(read.task_queue_data.len(), 2);

    // An array will do, and what is not there is left out.
    let unknown = "WQ00000000000000000000000000000009";
    let answer = centre.bulk(&json!([unknown, centre.queue])).await.ok();
    assert_eq!(answer["task_queue_response_count"], 1);
    let many: Vec<String> = (0..51).map(|number| format!("WQ{number:032x}")).collect();
    for wrong in [
        json!({}),
        json!({"TaskQueueSids": []}),
        json!({"TaskQueueSids": ["WK00000000000000000000000000000009"]}),
        json!(many),
        json!("WQ00000000000000000000000000000009"),
    ] {
        assert_eq!(centre.bulk(&wrong).await.code(), (400, 20001), "{wrong}");
    }
    assert_eq!(
        centre.refused("TaskQueues/RealTimeStatistics").await,
        (405, 20004)
    );
}

#[tokio::test]
async fn queues_are_listed_by_pages_and_by_name() {
    let centre = Centre::new().await;
    let queues = format!("{}/TaskQueues", centre.path);
    for name in ["b", "c"] {
        centre
            .lab
            .post(&queues, &[("FriendlyName", name)])
            .await
            .ok();
    }
    let page = centre
        .look("TaskQueues/Statistics?PageSize=2&Minutes=60")
        .await;
    assert_eq!(page["task_queues_statistics"].as_array().unwrap().len(), 2);
    let next = page["meta"]["next_page_url"].as_str().unwrap();
    assert!(next.contains("Minutes=60"), "{next}");
    let next = next.strip_prefix("http://emulator.test:8765").unwrap();
    let page = centre.lab.get(next).await.ok();
    assert_eq!(page["task_queues_statistics"].as_array().unwrap().len(), 1);
    assert_eq!(page["meta"]["next_page_url"], Value::Null);
    let named = centre.look("TaskQueues/Statistics?FriendlyName=c").await;
    assert_eq!(named["task_queues_statistics"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_cannot_be_answered_is_refused() {
    let centre = Centre::new().await;
    let queue = format!("TaskQueues/{}", centre.queue);
    for path in [
        format!("{queue}/CumulativeStatistics?StartDate=2025-12-01T00:00:00Z"),
        "Statistics?StartDate=2025-12-01T00:00:00Z".to_owned(),
        "Workers/Statistics?Minutes=50000".to_owned(),
    ] {
        assert_eq!(centre.refused(&path).await, (400, 14241), "{path}");
    }
    for path in [
        "Statistics?Minutes=soon".to_owned(),
        "CumulativeStatistics?StartDate=now".to_owned(),
        "CumulativeStatistics?SplitByWaitTime=a,b".to_owned(),
        "TaskQueues/Statistics?TaskChannel=fax".to_owned(),
        "Workers/Statistics?TaskQueueSid=WK1".to_owned(),
    ] {
        assert_eq!(centre.refused(&path).await, (400, 20001), "{path}");
    }
    let gone = "00000000000000000000000000000009";
    for path in [
        format!("TaskQueues/WQ{gone}/Statistics"),
        format!("TaskQueues/WQ{gone}/RealTimeStatistics"),
        format!("Workflows/WW{gone}/CumulativeStatistics"),
        format!("Workers/WK{gone}/Statistics"),
        "TaskQueues/CumulativeStatistics".to_owned(),
    ] {
        assert_eq!(centre.refused(&path).await, (404, 20404), "{path}");
    }
    let elsewhere = format!("/v1/Workspaces/WS{gone}/Statistics");
    assert_eq!(centre.lab.get(&elsewhere).await.code(), (404, 20404));
}

#[tokio::test]
async fn a_crowd_of_workers_has_no_statistics() {
    let centre = Centre::new().await;
    let mut last = String::new();
    for number in 0..100 {
        last = centre.worker(&format!("w{number}"), "Offline").await;
    }
    let paths = [
        "Workers/Statistics".to_owned(),
        "Workers/RealTimeStatistics".to_owned(),
        "Workers/CumulativeStatistics".to_owned(),
        format!("Workers/{last}/Statistics"),
    ];
    for path in &paths {
        centre.look(path).await;
    }
    centre.worker("one too many", "Offline").await;
    for path in &paths {
        assert_eq!(centre.refused(path).await, (400, 20001), "{path}");
    }
    let whole = centre.look("RealTimeStatistics").await;
    assert_eq!(whole["total_workers"], 101);
}

/// Every link to statistics that a resource promises is answered, in the shape of the model.
#[tokio::test]
async fn links_to_statistics_lead_somewhere() {
    let (centre, morning) = Centre::morning().await;
    let mut followed = 0;
    for resource in [
        String::new(),
        format!("/TaskQueues/{}", centre.queue),
        format!("/Workflows/{}", centre.workflow),
        format!("/Workers/{}", morning.dave),
    ] {
        let body = centre
            .lab
            .get(&format!("{}{resource}", centre.path))
            .await
            .ok();
        for (relation, url) in body["links"].as_object().unwrap() {
            let url = url.as_str().unwrap();
            if !relation.contains("statistics") {
                continue;
            }
            followed += 1;
            let path = url.strip_prefix("http://emulator.test:8765").unwrap();
            let reply = centre.lab.get(path).await;
            if relation == "bulk_real_time_statistics" {
                assert_eq!(reply.code(), (405, 20004));
                continue;
            }
            let body = reply.ok();
            if relation == "list_statistics" {
                assert_eq!(
                    body["meta"]["url"].as_str().unwrap(),
                    format!("{url}?PageSize=50&Page=0")
                );
            } else {
                assert_eq!(body["url"], url, "{relation}");
            }
        }
    }
    assert_eq!(followed, 3 + 5 + 3 + 4);
}

/// What the emulator writes is what the client reads, nothing lost.
#[tokio::test]
async fn bodies_are_read_back() {
    fn read_back<T: serde::Serialize + serde::de::DeserializeOwned>(body: &Value) {
        let read: T = serde_json::from_value(body.clone()).unwrap();
        assert_eq!(&serde_json::to_value(&read).unwrap(), body);
    }
    let (centre, morning) = Centre::morning().await;
    let queue = format!("TaskQueues/{}", centre.queue);
    let workflow = format!("Workflows/{}", centre.workflow);
    let look = async |path: &str| centre.look(&format!("{path}?SplitByWaitTime=5,30")).await;
    read_back::<model::WorkspaceRealTimeStatistics>(&look("RealTimeStatistics").await);
    read_back::<model::WorkspaceCumulativeStatistics>(&look("CumulativeStatistics").await);
    read_back::<model::WorkspaceStatistics>(&look("Statistics").await);
    let below = |owner: &str, what: &str| format!("{owner}/{what}");
    let path = below(&queue, "RealTimeStatistics");
    read_back::<model::TaskQueueRealTimeStatistics>(&look(&path).await);
    let path = below(&queue, "CumulativeStatistics");
    read_back::<model::TaskQueueCumulativeStatistics>(&look(&path).await);
    let path = below(&queue, "Statistics");
    read_back::<model::TaskQueueStatistics>(&look(&path).await);
    let list = look("TaskQueues/Statistics").await;
    read_back::<model::TaskQueueStatistics>(&list["task_queues_statistics"][0]);
    let path = below(&workflow, "RealTimeStatistics");
    read_back::<model::WorkflowRealTimeStatistics>(&look(&path).await);
    let path = below(&workflow, "CumulativeStatistics");
    read_back::<model::WorkflowCumulativeStatistics>(&look(&path).await);
    let path = below(&workflow, "Statistics");
    read_back::<model::WorkflowStatistics>(&look(&path).await);
    read_back::<model::WorkersRealTimeStatistics>(&look("Workers/RealTimeStatistics").await);
    read_back::<model::WorkersCumulativeStatistics>(&look("Workers/CumulativeStatistics").await);
    read_back::<model::WorkersStatistics>(&look("Workers/Statistics").await);
    let path = format!("Workers/{}/Statistics", morning.dave);
    read_back::<model::WorkerStatistics>(&look(&path).await);
}
