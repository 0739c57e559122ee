//! Tasks that bring no call: somebody is called.

use super::*;

/// A centre with a task that wants somebody called, offered to a worker.
async fn outbound_centre() -> (Centre, Application, String) {
    let (centre, application) =
        telephone_centre(&[("/room", ""), ("/hold", "<Say>Wait.</Say>")]).await;
    let url = &application.url;
    application.answer(
        "/assign",
        &json!({
            "instruction": "conference",
            "from": "+15550109",
            "wait_url": format!("{url}/hold"),
            "wait_method": "GET",
            "conference_status_callback": format!("{url}/room"),
            "conference_status_callback_event": "start,end,join,leave",
        })
        .to_string(),
    );
    centre.worker("dave", "Available").await;
    let attributes = json!({"outbound_to": "+33140000007", "from": "+15550108"}).to_string();
    let task = centre.task(&[("Attributes", &attributes)]).await;
    // Nothing is played yet that the clock would wait for.
    while call_to(&centre.lab, "client:worker").await.is_null() {
        tokio::task::yield_now().await;
    }
    (centre, application, task)
}

/// The call to a number, if there was one.
async fn call_to(lab: &Lab, to: &str) -> Value {
    let list = voice(lab, "Calls").await;
    let calls = list["calls"].as_array().unwrap();
    let found = calls.iter().find(|call| call["to"] == to);
    found.cloned().unwrap_or(Value::Null)
}

#[tokio::test]
async fn the_customer_is_called_when_the_worker_has_picked_up() {
    let (centre, application, task) = outbound_centre().await;
    let lab = &centre.lab;
    let phone = json!({"address": "+33140000007", "answer_after_ms": 5000, "talk_ms": 30_000});
    lab.control("phones", phone).await.ok();
    lab.advance("999ms").await;
    assert_eq!(centre.task_status(&task).await, "reserved");
    let worker = call_to(lab, "client:worker").await;
    assert_eq!(
        (&worker["from"], &worker["status"]),
        (&json!("+15550109"), &json!("ringing"))
    );
    assert_eq!(call_to(lab, "+33140000007").await, Value::Null);

    lab.advance("1ms").await;
    assert_eq!(centre.task_status(&task).await, "assigned");
    let customer = call_to(lab, "+33140000007").await;
    assert_eq!(
        (&customer["from"], &customer["status"]),
        (&json!("+15550108"), &json!("ringing"))
    );
    let conference = voice(lab, "Conferences").await["conferences"][0].clone();
    assert_eq!(
        (&conference["friendly_name"], &conference["status"]),
        (&json!(task), &json!("init"))
    );
    let told = attributes(&centre).await["conference"].clone();
    let participants = json!({"worker": sid(&worker), "customer": sid(&customer)});
    assert_eq!(
        told,
        json!({"sid": sid(&conference), "participants": participants})
    );
    let hold = &application.asked("/hold")[0];
    assert_eq!(
        (&hold["CallSid"], &hold["ConferenceSid"]),
        (&sid(&worker), &sid(&conference))
    );

    lab.advance("5s").await;
    let conference = voice(lab, &format!("Conferences/{}", sid(&conference))).await;
    assert_eq!(conference["status"], "in-progress");
    // The customer hangs up, the worker notices, and there is after-work.
    lab.advance("30s").await;
    assert_eq!(status(lab, &sid(&customer)).await, "completed");
    assert_eq!(centre.task_status(&task).await, "assigned");
    lab.advance("5s").await;
    assert_eq!(centre.task_status(&task).await, "wrapping");
    let reservation = centre.reservation(&task).await;
    assert_eq!(reservation["reservation_status"], "wrapping");
    let events: Vec<String> = application
        .asked("/room")
        .iter()
        .map(|form| form["StatusCallbackEvent"].clone())
        .collect();
    assert_eq!(
        events,
        [
            "participant-join",
            "participant-join",
            "conference-start",
            "participant-leave",
            "participant-leave",
            "conference-end"
        ]
    );
}

#[tokio::test]
async fn a_customer_who_does_not_pick_up_leaves_the_worker_to_hang_up() {
    let (centre, _application, task) = outbound_centre().await;
    let lab = &centre.lab;
    let phone = json!({"address": "+33140000007", "pickup": "no-answer"});
    lab.control("phones", phone).await.ok();
    lab.advance("61s").await;
    let customer = call_to(lab, "+33140000007").await;
    assert_eq!(customer["status"], "no-answer");
    assert_eq!(centre.task_status(&task).await, "assigned");
    lab.advance("5s").await;
    let conference = voice(lab, "Conferences").await["conferences"][0].clone();
    assert_eq!(
        (
            &conference["status"],
            &conference["reason_conference_ended"]
        ),
        (&json!("completed"), &json!("last-participant-left"))
    );
    assert_eq!(centre.task_status(&task).await, "wrapping");
    assert_eq!(alert_codes(lab).await, [0; 0]);
}

#[tokio::test]
async fn a_customer_is_not_bothered_when_the_worker_is_gone() {
    let (centre, _application, task) = outbound_centre().await;
    let lab = &centre.lab;
    let phone = json!({"address": "+33140000007", "answer_after_ms": 20_000});
    lab.control("phones", phone).await.ok();
    lab.advance("2s").await;
    assert_eq!(centre.task_status(&task).await, "assigned");
    let worker = sid(&call_to(lab, "client:worker").await);
    let done = [("Status", "completed")];
    lab.post(&account(&format!("Calls/{worker}")), &done)
        .await
        .ok();
    assert_eq!(call_to(lab, "+33140000007").await["status"], "canceled");
    assert_eq!(centre.task_status(&task).await, "wrapping");
    lab.advance("60s").await;
    let list = voice(lab, "Conferences").await;
    assert_eq!(list["conferences"].as_array().unwrap().len(), 1);
}
