//! Assignment callbacks and instructions where the documentation is silent.

use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use serde_json::{Value, json};

use super::lab::{Centre, sid};
use super::receiver::{Receiver, alert, asking, instruction, until_status};

async fn alerts(centre: &Centre) -> Vec<Value> {
    let list = centre.lab.get("/_emulator/alerts").await.ok();
    list["alerts"].as_array().unwrap().clone()
}

#[tokio::test]
async fn when_nobody_answers_well_the_reservation_waits_for_its_time() {
    let mut receiver = Receiver::new(vec![
        StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        StatusCode::NOT_FOUND.into_response(),
    ])
    .await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let task = centre.task(&[]).await;
    assert_eq!(receiver.next().await.path, "/assign");
    assert_eq!(receiver.next().await.path, "/fallback");
    while alerts(&centre).await.len() < 2 {
        tokio::task::yield_now().await;
    }
    assert!(
        alerts(&centre)
            .await
            .iter()
            .all(|alert| alert["code"] == 11200)
    );
    assert_eq!(centre.task_status(&task).await, "reserved");
    centre.lab.advance("10s").await;
    let reservation = centre.reservation(&task).await;
    assert_eq!(reservation["reservation_status"], "timeout");
    assert_eq!(centre.task_status(&task).await, "pending");
}

#[tokio::test]
async fn the_times_of_an_assignment_are_seconds() {
    let mut receiver = Receiver::new(vec![]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    centre.lab.advance("2500ms").await;
    centre.task(&[("Priority", "3")]).await;
    let form = receiver.next().await.form;
    assert_eq!(form["Timestamp"], "1767603602");
    assert_eq!(
        (form["TaskAge"].as_str(), form["TaskPriority"].as_str()),
        ("0", "3")
    );
}

#[tokio::test]
async fn no_decision_is_no_trouble() {
    // Every answer is followed by one that can be seen, so that nothing is missed.
    for body in ["", " \n", "{}"] {
        let mut receiver =
            Receiver::new(vec![instruction(body), instruction(r#"{"instruct":1}"#)]).await;
        let centre = asking(&receiver, "/assign", "/fallback").await;
        let first = centre.task(&[]).await;
        receiver.next().await;
        let reservation = sid(&centre.reservation(&first).await);
        centre
            .answer(&first, &[("ReservationStatus", "accepted")])
            .await
            .ok();
        let path = format!("{}/Tasks/{first}", centre.path);
        let done = [("AssignmentStatus", "completed")];
        centre.lab.post(&path, &done).await.ok();
        centre.task(&[]).await;
        let told = alert(&centre.lab, 40005).await;
        assert_ne!(told["resource_sid"], reservation, "{body:?}");
        assert_eq!(alerts(&centre).await.len(), 1, "{body:?}");
    }
}

#[tokio::test]
async fn keys_of_an_instruction_are_lower_case_and_unknown_ones_are_ignored() {
    let receiver = Receiver::new(vec![instruction(r#"{"Instruction":"accept"}"#)]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let task = centre.task(&[]).await;
    alert(&centre.lab, 40005).await;
    assert_eq!(centre.task_status(&task).await, "reserved");

    let body = r#"{"instruction":"ACCEPT","colour":"blue","activity_sid":7}"#;
    let receiver = Receiver::new(vec![instruction(body)]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let task = centre.task(&[]).await;
    until_status(&centre, &task, "assigned").await;
}

#[tokio::test]
async fn a_rejection_without_an_activity_leaves_the_worker_alone() {
    let mut receiver = Receiver::new(vec![instruction(r#"{"instruction":"reject"}"#)]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let task = centre.task(&[]).await;
    receiver.next().await;
    // The only worker is still available and is asked again.
    receiver.next().await;
    let path = format!("{}/Tasks/{task}/Reservations", centre.path);
    let list = centre.lab.get(&path).await.ok();
    let statuses: Vec<&str> = list["reservations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reservation| reservation["reservation_status"].as_str().unwrap())
        .collect();
    assert_eq!(statuses, ["rejected", "pending"]);
    assert_eq!(alerts(&centre).await, Vec::<Value>::new());
}

#[tokio::test]
async fn only_some_instructions_accept() {
    let call = "CA00000000000000000000000000000001";
    let url = "https://x.test/twiml";
    let cases = [
        (json!({"instruction": "accept"}), true),
        (json!({"instruction": "dequeue", "from": "+1555"}), true),
        (json!({"instruction": "conference", "from": "+1555"}), true),
        (
            json!({"instruction": "call", "from": "+1555", "url": url}),
            false,
        ),
        (
            json!({"instruction": "call", "from": "+1555", "url": url, "accept": true}),
            true,
        ),
        (
            json!({"instruction": "call", "from": "+1555", "url": url, "accept": "true"}),
            true,
        ),
        (
            json!({"instruction": "redirect", "call_sid": call, "url": url}),
            false,
        ),
        (
            json!({"instruction": "redirect", "call_sid": call, "url": url, "accept": "false"}),
            false,
        ),
        (
            json!({"instruction": "redirect", "call_sid": call, "url": url, "accept": true}),
            true,
        ),
    ];
    for (body, accepts) in cases {
        let receiver = Receiver::new(vec![instruction(&body.to_string())]).await;
        let centre = asking(&receiver, "/assign", "/fallback").await;
        let attributes = json!({"call_sid": call, "to": "+15551230002"}).to_string();
        let task = centre.task(&[("Attributes", &attributes)]).await;
        if accepts {
            until_status(&centre, &task, "assigned").await;
            continue;
        }
        // The version of the reservation tells that the instruction has been carried out.
        let reservation = sid(&centre.reservation(&task).await);
        let path = format!("{}/Tasks/{task}/Reservations/{reservation}", centre.path);
        while centre.lab.get(&path).await.headers["etag"] == "\"0\"" {
            tokio::task::yield_now().await;
        }
        assert_eq!(centre.task_status(&task).await, "reserved", "{body}");
    }
}

#[tokio::test]
async fn a_known_worker_who_is_missing_is_told_to_the_debugger() {
    let centre = Centre::new().await;
    let queue = &centre.queue;
    let configuration = json!({"task_routing": {"default_filter":
        {"queue": queue, "known_worker_sid": "task.agent"}}});
    let workflow = format!("{}/Workflows/{}", centre.path, centre.workflow);
    centre
        .lab
        .post(&workflow, &[("Configuration", &configuration.to_string())])
        .await
        .ok();
    let task = centre.task(&[]).await;
    let told = alert(&centre.lab, 40154).await;
    assert_eq!(told["resource_sid"], task.as_str());
    assert_eq!(told["date"], "2026-01-05T09:00:00Z");
    assert_eq!(centre.task_status(&task).await, "pending");
}

#[tokio::test]
async fn conference_settings_are_spelled_as_in_rest_in_lower_case() {
    for (name, value) in [
        ("max_participants", json!(1)),
        ("beep", json!("loud")),
        ("conference_status_callback_event", json!("begin")),
        ("recording_channels", json!("stereo")),
        ("wait_method", json!("DELETE")),
        ("jitter_buffer_size", json!("huge")),
    ] {
        let body = json!({"instruction": "conference", "from": "+1555", name: value}).to_string();
        let receiver = Receiver::new(vec![instruction(&body)]).await;
        let centre = asking(&receiver, "/assign", "/fallback").await;
        let attributes = json!({"outbound_to": "+15551230002"}).to_string();
        let task = centre.task(&[("Attributes", &attributes)]).await;
        let told = alert(&centre.lab, 20001).await;
        assert!(told["message"].as_str().unwrap().contains(name), "{told}");
        assert_eq!(centre.task_status(&task).await, "reserved");
    }
}
