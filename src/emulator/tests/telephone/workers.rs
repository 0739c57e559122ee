//! Instructions for reservations: workers are called.

use super::*;

#[tokio::test]
async fn worker_and_caller_meet_in_a_conference() {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Pause length=\"60\"/>"),
        ("/left", "<Say>Goodbye.</Say>"),
        ("/conference", ""),
        ("/worker", ""),
    ])
    .await;
    let url = &application.url;
    let wrap_up = centre.activity("Unavailable").await;
    application.answer(
        "/assign",
        &json!({
            "instruction": "conference",
            "post_work_activity_sid": wrap_up,
            "status_callback": format!("{url}/worker"),
            "status_callback_event": "initiated,ringing,answered,completed",
            "conference_status_callback": format!("{url}/conference"),
            "conference_status_callback_event": "start,end,join,leave",
        })
        .to_string(),
    );
    let worker = centre.worker("dave", "Available").await;
    let call = place(&centre.lab, json!({})).await;
    centre.lab.advance("0s").await;
    let task = sid(&tasks(&centre).await[0]);
    assert_eq!(centre.task_status(&task).await, "reserved");
    let leg = worker_leg(&centre.lab).await;
    let row = voice(&centre.lab, &format!("Calls/{leg}")).await;
    assert_eq!(
        (&row["to"], &row["from"], &row["status"]),
        (&json!("client:worker"), &json!(NUMBER), &json!("ringing"))
    );

    centre.lab.advance("1s").await;
    assert_eq!(centre.task_status(&task).await, "assigned");
    let conference = voice(&centre.lab, "Conferences").await["conferences"][0].clone();
    assert_eq!(
        (&conference["friendly_name"], &conference["status"]),
        (&json!(task), &json!("in-progress"))
    );
    let told = attributes(&centre).await["conference"].clone();
    assert_eq!(
        told,
        json!({"sid": sid(&conference), "participants": {"worker": leg, "customer": call}})
    );
    let path = format!("Conferences/{}/Participants", sid(&conference));
    assert_eq!(
        voice(&centre.lab, &path).await["participants"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(
        voice(&centre.lab, "Queues").await["queues"][0]["current_size"],
        0
    );

    // The worker hangs up: after-work for the worker, and the caller soon notices.
    centre.lab.advance("60s").await;
    let done = [("Status", "completed")];
    centre
        .lab
        .post(&account(&format!("Calls/{leg}")), &done)
        .await
        .ok();
    assert_eq!(centre.task_status(&task).await, "wrapping");
    assert_eq!(
        centre.reservation(&task).await["reservation_status"],
        "wrapping"
    );
    let dave = centre
        .lab
        .get(&format!("{}/Workers/{worker}", centre.path))
        .await
        .ok();
    assert_eq!(dave["activity_name"], "Unavailable");
    assert_eq!(status(&centre.lab, &call).await, "in-progress");
    centre.lab.advance("5s").await;
    assert_eq!(status(&centre.lab, &call).await, "completed");
    let left = &application.asked("/left")[0];
    assert_eq!(
        (left["QueueResult"].as_str(), left["QueueTime"].as_str()),
        ("bridged", "1")
    );
    let ended = voice(&centre.lab, &format!("Conferences/{}", sid(&conference))).await;
    assert_eq!(
        (
            &ended["status"],
            &ended["reason_conference_ended"],
            &ended["call_sid_ending_conference"]
        ),
        (
            &json!("completed"),
            &json!("last-participant-left"),
            &json!(call)
        )
    );

    let events: Vec<(String, String)> = application
        .asked("/conference")
        .iter()
        .map(|form| {
            (
                form["StatusCallbackEvent"].clone(),
                form["SequenceNumber"].clone(),
            )
        })
        .collect();
    let expected = [
        "participant-join",
        "participant-join",
        "conference-start",
        "participant-leave",
        "participant-leave",
        "conference-end",
    ];
    let expected: Vec<(String, String)> = expected
        .iter()
        .zip(1..)
        .map(|(event, number)| ((*event).to_owned(), number.to_string()))
        .collect();
    assert_eq!(events, expected);
    let legs: Vec<(String, String)> = application
        .asked("/worker")
        .iter()
        .map(|form| (form["CallStatus"].clone(), form["SequenceNumber"].clone()))
        .collect();
    let expected = [
        ("initiated", "0"),
        ("ringing", "1"),
        ("in-progress", "2"),
        ("completed", "3"),
    ];
    assert_eq!(
        legs,
        expected.map(|(status, number)| (status.to_owned(), number.to_owned()))
    );
    assert_eq!(alert_codes(&centre.lab).await, [0; 0]);
}

#[tokio::test]
async fn a_dequeued_call_completes_its_task() {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Play>https://music.test/a.mp3</Play>"),
        ("/left", "<Say>Rate us.</Say>"),
        ("/worker", ""),
    ])
    .await;
    let url = format!("{}/worker", application.url);
    let answer = json!({"instruction": "dequeue", "from": "+15550109", "status_callback_url": url});
    application.answer("/assign", &answer.to_string());
    centre.worker("dave", "Available").await;
    let phone = json!({"address": "client:worker", "answer_after_ms": 4000, "talk_ms": 20_000});
    centre.lab.control("phones", phone).await.ok();
    let call = place(&centre.lab, json!({})).await;
    centre.lab.advance("3999ms").await;
    let task = sid(&tasks(&centre).await[0]);
    assert_eq!(centre.task_status(&task).await, "reserved");
    let leg = worker_leg(&centre.lab).await;
    assert_eq!(attributes(&centre).await["worker_call_sid"], leg);
    centre.lab.advance("1ms").await;
    assert_eq!(centre.task_status(&task).await, "assigned");
    centre.lab.advance("20s").await;
    assert_eq!(centre.task_status(&task).await, "completed");
    assert_eq!(
        centre.reservation(&task).await["reservation_status"],
        "completed"
    );
    let left = &application.asked("/left")[0];
    assert_eq!(
        (
            left["QueueResult"].as_str(),
            left["QueueTime"].as_str(),
            left["CallStatus"].as_str()
        ),
        ("bridged", "4", "in-progress")
    );
    let told = &application.asked("/worker")[0];
    assert_eq!(
        (told["CallStatus"].as_str(), told["taskCallSid"].as_str()),
        ("completed", call.as_str())
    );
    centre.lab.advance("1s").await;
    assert_eq!(status(&centre.lab, &call).await, "completed");
}

#[tokio::test]
async fn a_worker_who_does_not_pick_up_lets_the_reservation_time_out() {
    for (pickup, status, after) in [
        ("no-answer", "no-answer", "5s"),
        ("busy", "busy", "1s"),
        ("fails", "failed", "1s"),
    ] {
        let (centre, application) = telephone_centre(&[
            ("/voice", "<Redirect>/enqueue</Redirect>"),
            ("/wait", "<Pause length=\"60\"/>"),
        ])
        .await;
        application.answer("/assign", r#"{"instruction":"conference","timeout":"5"}"#);
        let worker = centre.worker("dave", "Available").await;
        let phone = json!({"address": "client:worker", "pickup": pickup});
        centre.lab.control("phones", phone).await.ok();
        place(&centre.lab, json!({})).await;
        centre.lab.advance("0s").await;
        let task = sid(&tasks(&centre).await[0]);
        centre.lab.advance(after).await;
        let leg = worker_leg(&centre.lab).await;
        let row = voice(&centre.lab, &format!("Calls/{leg}")).await;
        assert_eq!(row["status"], status);
        assert_eq!(
            centre.reservation(&task).await["reservation_status"],
            "timeout",
            "{pickup}"
        );
        assert_eq!(centre.task_status(&task).await, "pending");
        let dave = centre
            .lab
            .get(&format!("{}/Workers/{worker}", centre.path))
            .await
            .ok();
        assert_eq!(dave["activity_name"], "Offline");
    }
}

#[tokio::test]
async fn a_reservation_that_is_over_rings_no_more() {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Pause length=\"60\"/>"),
    ])
    .await;
    application.answer("/assign", r#"{"instruction":"dequeue"}"#);
    centre.worker("dave", "Available").await;
    let phone = json!({"address": "client:worker", "pickup": "no-answer"});
    centre.lab.control("phones", phone).await.ok();
    let call = place(&centre.lab, json!({})).await;
    // The reservation's time is shorter than the telephone rings.
    centre.lab.advance("10s").await;
    let leg = worker_leg(&centre.lab).await;
    assert_eq!(status(&centre.lab, &leg).await, "canceled");
    let task = sid(&tasks(&centre).await[0]);
    assert_eq!(
        centre.reservation(&task).await["reservation_status"],
        "timeout"
    );
    assert_eq!(status(&centre.lab, &call).await, "in-progress");
}

#[tokio::test]
async fn a_worker_is_called_and_fetches_the_caller() {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Play>https://music.test/a.mp3</Play>"),
        ("/left", "<Hangup/>"),
        ("/whisper", "<Say>You are connected now.</Say>"),
        ("/dialled", "<Hangup/>"),
    ])
    .await;
    let url = &application.url;
    let answer = json!({"instruction": "call", "from": "+15550109", "url": format!("{url}/agent")});
    application.answer("/assign", &answer.to_string());
    centre.worker("dave", "Available").await;
    let call = place(&centre.lab, json!({"talk_ms": 30_000})).await;
    centre.lab.advance("0s").await;
    let task = sid(&tasks(&centre).await[0]);
    let reservation = sid(&centre.reservation(&task).await);
    let dial = format!(
        r#"<Dial action="/dialled"><Queue reservationSid="{reservation}" url="/whisper"/></Dial>"#
    );
    application.answer("/agent", &dial);
    centre.lab.advance("1s").await;
    let leg = worker_leg(&centre.lab).await;
    assert_eq!(centre.task_status(&task).await, "assigned");
    let whisper = &application.asked("/whisper")[0];
    assert_eq!(
        (
            whisper["CallSid"].as_str(),
            whisper["DequeingCallSid"].as_str()
        ),
        (call.as_str(), leg.as_str())
    );
    assert!(
        !names(&centre.lab, &call)
            .await
            .contains(&"connected".to_owned())
    );
    centre.lab.advance("2s").await;
    assert!(
        names(&centre.lab, &call)
            .await
            .contains(&"connected".to_owned())
    );
    centre.lab.advance("30s").await;
    assert_eq!(centre.task_status(&task).await, "completed");
    let dialled = &application.asked("/dialled")[0];
    assert_eq!(
        (
            dialled["DialCallStatus"].as_str(),
            dialled["DequeueResult"].as_str(),
            dialled["DequeuedCallSid"].as_str()
        ),
        ("answered", "bridged", call.as_str())
    );
    assert_eq!(application.asked("/left")[0]["QueueResult"], "bridged");
    assert_eq!(status(&centre.lab, &leg).await, "completed");
}

#[tokio::test]
async fn a_redirected_caller_leaves_the_queue_and_the_task_stays() {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Pause length=\"60\"/>"),
        ("/left", "<Hangup/>"),
        (
            "/agent",
            "<Say>An agent will speak to you.</Say><Pause length=\"30\"/>",
        ),
    ])
    .await;
    let call = place(&centre.lab, json!({})).await;
    centre.lab.advance("3s").await;
    let url = format!("{}/agent", application.url);
    let answer = json!({"instruction": "redirect", "call_sid": call, "url": url, "accept": true});
    application.answer("/assign", &answer.to_string());
    centre.worker("dave", "Available").await;
    centre.lab.advance("0s").await;
    let task = sid(&tasks(&centre).await[0]);
    assert_eq!(centre.task_status(&task).await, "assigned");
    assert_eq!(application.asked("/left")[0]["QueueResult"], "redirected");
    assert_eq!(application.asked("/agent").len(), 1);
    assert_eq!(status(&centre.lab, &call).await, "in-progress");
}
