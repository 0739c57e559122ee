//! What the API does to calls that are played.

use super::*;

#[tokio::test]
async fn the_api_acts_on_calls_that_are_played() {
    let room = r#"<Dial action="/dialled"><Conference statusCallback="/room" statusCallbackEvent="mute hold leave end" participantLabel="caller">room</Conference></Dial>"#;
    let application = Application::new(&[
        ("/voice", room),
        ("/dialled", "<Pause length=\"100\"/>"),
        ("/room", ""),
        ("/status", ""),
        ("/agent", "<Dial><Conference>room</Conference></Dial>"),
    ])
    .await;
    let lab = Lab::new();
    application.take_number(&lab).await;
    let call = place(&lab, json!({})).await;
    lab.advance("0s").await;
    let form = [
        ("To", "+15550300"),
        ("From", NUMBER),
        ("Url", &format!("{}/agent", application.url)),
        ("StatusCallback", &format!("{}/status", application.url)),
        ("StatusCallbackEvent", "answered"),
        ("StatusCallbackEvent", "completed"),
    ];
    let made = lab.post(&account("Calls"), &form).await.ok();
    assert_eq!(made["status"], "queued");
    lab.advance("1s").await;
    let conference = sid(&voice(&lab, "Conferences").await["conferences"][0]);
    let participant = account(&format!("Conferences/{conference}/Participants/{call}"));
    lab.post(&participant, &[("Hold", "true")]).await.ok();
    lab.post(&participant, &[("Hold", "false"), ("Muted", "true")])
        .await
        .ok();
    assert_eq!(lab.delete(&participant).await.status, 204);
    lab.advance("0s").await;
    let told: Vec<String> = application
        .asked("/room")
        .iter()
        .map(|form| form["StatusCallbackEvent"].clone())
        .collect();
    assert_eq!(
        told,
        [
            "participant-hold",
            "participant-mute",
            "participant-unhold",
            "participant-leave"
        ]
    );
    // A call that was removed goes on behind its document.
    assert_eq!(
        application.asked("/dialled")[0]["DialCallStatus"],
        "answered"
    );
    assert_eq!(status(&lab, &call).await, "in-progress");
    lab.post(
        &account(&format!("Conferences/{conference}")),
        &[("Status", "completed")],
    )
    .await
    .ok();
    assert_eq!(status(&lab, &sid(&made)).await, "completed");

    let enqueue = r#"<Response><Enqueue action="https://nowhere.test/" waitUrl="">support</Enqueue></Response>"#;
    lab.post(&account(&format!("Calls/{call}")), &[("Twiml", enqueue)])
        .await
        .ok();
    let queue = sid(&voice(&lab, "Queues").await["queues"][0]);
    let url = format!("{}/dialled", application.url);
    let front = account(&format!("Queues/{queue}/Members/Front"));
    lab.post(&front, &[("Url", &url)]).await.ok();
    lab.control("clock", json!({"mode": "manual"})).await.ok();
    assert_eq!(voice(&lab, "Queues").await["queues"][0]["current_size"], 0);
    lab.advance("0s").await;
    assert_eq!(application.asked("/dialled").len(), 2);
    lab.post(
        &account(&format!("Calls/{call}")),
        &[("Status", "completed")],
    )
    .await
    .ok();
    assert_eq!(status(&lab, &call).await, "completed");
    let again = lab
        .post(&account(&format!("Calls/{call}")), &[("Twiml", enqueue)])
        .await;
    assert_eq!(again.code(), (400, 21220));
}

#[tokio::test]
async fn the_api_calls_somebody_into_a_conference() {
    let application = Application::new(&[("/status", ""), ("/room", "")]).await;
    let lab = Lab::new();
    let url = |path: &str| format!("{}{path}", application.url);
    let status = url("/status");
    let room = url("/room");
    let form = [
        ("From", NUMBER),
        ("To", "+15550301"),
        ("Label", "first"),
        ("StatusCallback", &status),
        ("ConferenceStatusCallback", &room),
    ];
    let path = account("Conferences/team/Participants");
    let first = lab.post(&path, &form).await.ok();
    assert_eq!(
        (&first["status"], &first["label"]),
        (&json!("queued"), &json!("first"))
    );
    let conference = first["conference_sid"].as_str().unwrap().to_owned();
    lab.advance("1s").await;
    let path = account(&format!("Conferences/{conference}/Participants"));
    let form = [
        ("From", NUMBER),
        ("To", "+15550302"),
        ("EndConferenceOnExit", "true"),
    ];
    let second = lab.post(&path, &form).await.ok();
    lab.advance("1s").await;
    let list = lab.get(&path).await.ok();
    assert_eq!(list["participants"].as_array().unwrap().len(), 2);
    let call = second["call_sid"].as_str().unwrap();
    let done = [("Status", "completed")];
    lab.post(&account(&format!("Calls/{call}")), &done)
        .await
        .ok();
    lab.advance("0s").await;
    let ended = voice(&lab, &format!("Conferences/{conference}")).await;
    assert_eq!(
        ended["reason_conference_ended"],
        "participant-with-end-conference-on-exit-left"
    );
    assert_eq!(application.asked("/status")[0]["CallStatus"], "completed");
    let told: Vec<String> = application
        .asked("/room")
        .iter()
        .map(|form| form["StatusCallbackEvent"].clone())
        .collect();
    assert_eq!(told, ["conference-start", "conference-end"]);
    assert_eq!(lab.post(&path, &form).await.code(), (404, 20404));
    // A conference nobody comes to is over.
    lab.control("phones", json!({"address": "+15550303", "pickup": "busy"}))
        .await
        .ok();
    let path = account("Conferences/empty/Participants");
    let none = lab
        .post(&path, &[("From", NUMBER), ("To", "+15550303")])
        .await
        .ok();
    lab.advance("1s").await;
    let conference = none["conference_sid"].as_str().unwrap();
    let ended = voice(&lab, &format!("Conferences/{conference}")).await;
    assert_eq!(ended["status"], "completed");
}
