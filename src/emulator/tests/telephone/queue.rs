//! `<Enqueue>`, `<Leave>` and `<Dial><Queue>`.

use super::*;

#[tokio::test]
async fn a_caller_chooses_waits_and_gives_up() {
    let (centre, application) = telephone_centre(&[
        ("/voice", MENU),
        ("/menu", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Play>https://music.test/a.mp3</Play>"),
        ("/left", "<Hangup/>"),
    ])
    .await;
    let call = place(&centre.lab, json!({"digits": ["1"], "patience_ms": 90_000})).await;
    centre.lab.advance("500ms").await;
    assert_eq!(status(&centre.lab, &call).await, "in-progress");
    centre.lab.advance("500ms").await;
    let first = &application.asked("/voice")[0];
    assert_eq!(first["CallStatus"], "ringing");
    assert_eq!(first["CallSid"], call);
    assert_eq!(
        (first["From"].as_str(), first["FromCountry"].as_str()),
        ("+33140000000", "FR")
    );
    assert_eq!(
        (first["Called"].as_str(), first["Direction"].as_str()),
        (NUMBER, "inbound")
    );
    let menu = &application.asked("/menu")[0];
    assert_eq!(
        (menu["Digits"].as_str(), menu["CallStatus"].as_str()),
        ("1", "in-progress")
    );

    let task = tasks(&centre).await.remove(0);
    assert_eq!(
        (&task["priority"], &task["task_channel_unique_name"]),
        (&json!(3), &json!("voice"))
    );
    let told = attributes(&centre).await;
    assert_eq!(told["call_sid"], call);
    // What the document says goes before what is known of the call.
    assert_eq!(
        (&told["lang"], &told["from"], &told["caller"]),
        (&json!("fr"), &json!("me"), &json!("+33140000000"))
    );
    let queue = voice(&centre.lab, "Queues").await["queues"][0].clone();
    assert_eq!(
        (&queue["friendly_name"], &queue["current_size"]),
        (&json!(centre.workflow), &json!(1))
    );
    let member = voice(
        &centre.lab,
        &format!("Queues/{}/Members/Front", sid(&queue)),
    )
    .await;
    assert_eq!(
        (&member["call_sid"], &member["position"]),
        (&json!(call), &json!(1))
    );

    centre.lab.advance("60s").await;
    let waits = application.asked("/wait");
    let times: Vec<&str> = waits
        .iter()
        .map(|wait| wait["QueueTime"].as_str())
        .collect();
    assert_eq!(times, ["0", "30", "60"]);
    assert_eq!(
        (
            waits[1]["QueuePosition"].as_str(),
            waits[1]["CurrentQueueSize"].as_str(),
            waits[1]["AvgQueueTime"].as_str(),
            waits[1]["MaxQueueSize"].as_str()
        ),
        ("1", "1", "30", "1000")
    );

    centre.lab.advance("29s").await;
    assert_eq!(status(&centre.lab, &call).await, "completed");
    let task = tasks(&centre).await.remove(0);
    assert_eq!(
        (&task["assignment_status"], &task["reason"]),
        (&json!("canceled"), &json!("hangup"))
    );
    let left = &application.asked("/left")[0];
    assert_eq!(
        (
            left["QueueResult"].as_str(),
            left["QueueTime"].as_str(),
            left["CallStatus"].as_str()
        ),
        ("hangup", "89", "completed")
    );
    let ended = &application.asked("/status")[0];
    assert_eq!(
        (
            ended["CallStatus"].as_str(),
            ended["CallDuration"].as_str(),
            ended["Duration"].as_str(),
            ended["SequenceNumber"].as_str()
        ),
        ("completed", "90", "2", "0")
    );
    assert_eq!(
        voice(&centre.lab, "Queues").await["queues"][0]["current_size"],
        0
    );
    assert_eq!(
        alert_codes(&centre.lab).await,
        [0; 0],
        "no worker, no assignment callback"
    );
}

#[tokio::test]
async fn a_caller_leaves_the_queue_by_pressing_a_key() {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", r#"<Gather numDigits="1" action="/key"><Play>https://music.test/a.mp3</Play></Gather>"#),
        ("/key", "<Leave/>"),
        ("/left", r#"<Record maxLength="20" action="/recorded" recordingStatusCallback="/file" transcribe="true" transcribeCallback="/text"/>"#),
        ("/recorded", "<Hangup/>"),
        ("/file", ""),
        ("/text", ""),
    ])
    .await;
    let call = place(
        &centre.lab,
        json!({"digits": ["9", "#"], "say": ["Please call me back."]}),
    )
    .await;
    centre.lab.advance("1s").await;
    let key = &application.asked("/key")[0];
    assert_eq!(
        (key["Digits"].as_str(), key["QueueTime"].as_str()),
        ("9", "1")
    );
    assert_eq!(application.asked("/left")[0]["QueueResult"], "leave");
    let task = tasks(&centre).await.remove(0);
    assert_eq!(
        (&task["assignment_status"], &task["reason"]),
        (&json!("canceled"), &json!("leave"))
    );
    centre.lab.advance("10s").await;
    let recorded = &application.asked("/recorded")[0];
    assert_eq!(recorded["RecordingDuration"], "2");
    assert_eq!(
        application.asked("/file")[0]["RecordingSid"],
        recorded["RecordingSid"]
    );
    assert_eq!(
        application.asked("/text")[0]["TranscriptionText"],
        "Please call me back."
    );
    assert_eq!(status(&centre.lab, &call).await, "completed");
}

#[tokio::test]
async fn a_caller_whose_task_is_canceled_stays_in_line() {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Pause length=\"10\"/>"),
    ])
    .await;
    let call = place(&centre.lab, json!({})).await;
    centre.lab.advance("0s").await;
    let task = sid(&tasks(&centre).await[0]);
    let form = [("AssignmentStatus", "canceled"), ("Reason", "spam")];
    centre
        .lab
        .post(&format!("{}/Tasks/{task}", centre.path), &form)
        .await
        .ok();
    centre.lab.advance("10s").await;
    assert_eq!(application.asked("/wait").len(), 2);
    assert_eq!(status(&centre.lab, &call).await, "in-progress");
}

#[tokio::test]
async fn an_error_in_a_wait_document_ends_the_wait() {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Dial>+15550300</Dial>"),
        ("/left", "<Hangup/>"),
    ])
    .await;
    place(&centre.lab, json!({})).await;
    centre.lab.advance("0s").await;
    assert_eq!(application.asked("/left")[0]["QueueResult"], "error");
    let task = tasks(&centre).await.remove(0);
    assert_eq!(
        (&task["assignment_status"], &task["reason"]),
        (&json!("canceled"), &json!("error"))
    );
    assert_eq!(alert_codes(&centre.lab).await, [12200]);
}

#[tokio::test]
async fn a_queue_that_is_full_turns_callers_away() {
    let application = Application::new(&[
        (
            "/voice",
            r#"<Enqueue action="/left" waitUrl="">few</Enqueue>"#,
        ),
        ("/left", "<Hangup/>"),
        ("/status", ""),
    ])
    .await;
    let lab = Lab::new();
    application.take_number(&lab).await;
    let queue = json!({"friendly_name": "few", "max_size": 1});
    lab.control("voice-queues", queue).await.ok();
    place(&lab, json!({})).await;
    place(&lab, json!({})).await;
    lab.advance("0s").await;
    let left = application.asked("/left");
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["QueueResult"], "queue-full");
    assert!(!left[0].contains_key("QueueSid"), "{left:?}");
}

#[tokio::test]
async fn who_dials_a_queue_waits_for_somebody_to_come() {
    let application = Application::new(&[
        ("/voice", r#"<Enqueue waitUrl="">line</Enqueue>"#),
        (
            "/agent",
            r#"<Dial action="/dialled"><Queue>line</Queue></Dial>"#,
        ),
        ("/dialled", "<Hangup/>"),
        ("/status", ""),
    ])
    .await;
    let lab = Lab::new();
    application.take_number(&lab).await;
    lab.control("voice-queues", json!({"friendly_name": "line"}))
        .await
        .ok();
    let url = format!("{}/agent", application.url);
    let form = [("To", "+15550300"), ("From", NUMBER), ("Url", &url)];
    let agent = sid(&lab.post(&account("Calls"), &form).await.ok());
    lab.advance("21s").await;
    let call = place(&lab, json!({"talk_ms": 7_000})).await;
    lab.advance("0s").await;
    assert!(names(&lab, &call).await.contains(&"connected".to_owned()));
    lab.advance("7s").await;
    assert_eq!(application.asked("/dialled")[0]["DequeueResult"], "bridged");
    assert_eq!(status(&lab, &agent).await, "completed");
    // Nobody came this time.
    lab.post(&account("Calls"), &form).await.ok();
    lab.advance("31s").await;
    assert_eq!(
        application.asked("/dialled")[1]["DialCallStatus"],
        "no-answer"
    );
}
