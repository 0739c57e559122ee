//! What is recorded, and where that is told.

use super::*;

/// Plays a document of the number's; gives the lab and the application.
async fn playing(document: &str, more: &[(&str, &str)]) -> (Lab, Application, String) {
    let application = Application::new(more).await;
    application.answer("/voice", document);
    application.answer("/status", "");
    let lab = Lab::new();
    application.take_number(&lab).await;
    let talker = json!({"address": "+15550203", "answer_after_ms": 3000, "talk_ms": 10_000});
    lab.control("phones", talker).await.ok();
    let silent = json!({"address": "+15550202", "pickup": "no-answer"});
    lab.control("phones", silent).await.ok();
    let call = place(&lab, json!({})).await;
    (lab, application, call)
}

#[tokio::test]
async fn a_dial_is_recorded_from_the_answer_or_from_the_ringing() {
    for (record, seconds, channels) in [
        ("true", "10", "1"),
        ("record-from-answer-dual", "10", "2"),
        ("record-from-ringing", "13", "1"),
        ("record-from-ringing-dual", "13", "2"),
    ] {
        let document = format!(
            r#"<Dial action="/dialled" record="{record}" recordingTrack="inbound" recordingStatusCallback="/recorded" recordingStatusCallbackMethod="GET" recordingStatusCallbackEvent="in-progress completed">+15550203</Dial>"#
        );
        let (lab, application, call) =
            playing(&document, &[("/dialled", "<Hangup/>"), ("/recorded", "")]).await;
        lab.advance("20s").await;
        let told = application.asked("/recorded");
        let states: Vec<&str> = told
            .iter()
            .map(|form| form["RecordingStatus"].as_str())
            .collect();
        assert_eq!(states, ["in-progress", "completed"], "{record}");
        assert!(!told[0].contains_key("RecordingDuration"));
        let done = &told[1];
        assert_eq!(
            [
                "RecordingDuration",
                "RecordingChannels",
                "RecordingTrack",
                "RecordingSource",
                "CallSid"
            ]
            .map(|name| done[name].as_str()),
            [seconds, channels, "inbound", "DialVerb", &call],
            "{record}"
        );
        let dialled = &application.asked("/dialled")[0];
        assert_eq!(dialled["RecordingUrl"], done["RecordingUrl"]);

        // The URL leads to what is known of it.
        let recording = &done["RecordingSid"];
        assert!(done["RecordingUrl"].ends_with(&format!("/Recordings/{recording}")));
        let row = voice(&lab, &format!("Recordings/{recording}")).await;
        assert_eq!(
            (&row["status"], &row["duration"], &row["call_sid"]),
            (&json!("completed"), &json!(seconds), &json!(call))
        );
    }
}

#[tokio::test]
async fn ringing_alone_is_no_recording() {
    let (lab, application, _) = playing(
        r#"<Dial timeout="5" action="/dialled" record="record-from-ringing" recordingStatusCallback="/recorded" recordingStatusCallbackEvent="absent completed">+15550202</Dial>"#,
        &[("/dialled", "<Hangup/>"), ("/recorded", "")],
    )
    .await;
    lab.advance("10s").await;
    let told = application.asked("/recorded");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["RecordingStatus"], "absent");
    assert!(!application.asked("/dialled")[0].contains_key("RecordingUrl"));
}

#[tokio::test]
async fn the_api_records_and_shows_what_was_recorded() {
    let application = Application::new(&[("/status", ""), ("/recorded", ""), ("/room", "")]).await;
    let lab = Lab::new();
    let url = |path: &str| format!("{}{path}", application.url);
    let (status, recorded) = (url("/status"), url("/recorded"));
    let room = r#"<Response><Dial><Conference record="record-from-start">room</Conference></Dial></Response>"#;
    let form = [
        ("To", "+15550300"),
        ("From", NUMBER),
        ("Twiml", room),
        ("Record", "true"),
        ("RecordingChannels", "dual"),
        ("RecordingTrack", "outbound"),
        ("RecordingStatusCallback", &recorded),
        ("StatusCallback", &status),
        ("SendDigits", "ww1"),
    ];
    let first = sid(&lab.post(&account("Calls"), &form).await.ok());
    let form = [("To", "+15550301"), ("From", NUMBER), ("Twiml", room)];
    let second = sid(&lab.post(&account("Calls"), &form).await.ok());
    lab.advance("11s").await;
    assert!(
        names(&lab, &first)
            .await
            .contains(&"sends-digits".to_owned())
    );
    let running = voice(&lab, "Recordings").await;
    assert_eq!(running["recordings"].as_array().unwrap().len(), 2);
    assert_eq!(running["recordings"][0]["status"], "in-progress");
    for call in [&first, &second] {
        let done = [("Status", "completed")];
        lab.post(&account(&format!("Calls/{call}")), &done)
            .await
            .ok();
    }
    lab.advance("0s").await;
    let told = &application.asked("/recorded")[0];
    assert_eq!(
        (
            told["RecordingChannels"].as_str(),
            told["RecordingTrack"].as_str(),
            told["RecordingSource"].as_str()
        ),
        ("2", "outbound", "OutboundAPI")
    );
    let ended = &application.asked("/status")[0];
    assert_eq!(ended["RecordingSid"], told["RecordingSid"]);
    assert_eq!(ended["RecordingDuration"], "10");

    let of_call = voice(&lab, &format!("Calls/{first}/Recordings")).await;
    assert_eq!(of_call["recordings"].as_array().unwrap().len(), 1);
    assert_eq!(of_call["recordings"][0]["track"], "outbound");
    let conference = sid(&voice(&lab, "Conferences").await["conferences"][0]);
    let of_conference = voice(&lab, &format!("Conferences/{conference}/Recordings")).await;
    let recording = of_conference["recordings"][0].clone();
    assert_eq!(
        (
            &recording["source"],
            &recording["duration"],
            &recording["call_sid"]
        ),
        (&json!("Conference"), &json!("10"), &Value::Null)
    );
    // What is not there, or not there any more, is not found.
    let path = format!("Calls/{second}/Recordings/{}", sid(&recording));
    assert_eq!(lab.get(&account(&path)).await.code(), (404, 20404));
    let path = account(&format!("Recordings/{}", sid(&recording)));
    let sound = path.replace(".json", ".wav");
    assert_eq!(lab.get(&sound).await.code(), (404, 20404));
    assert_eq!(lab.delete(&path).await.status, 204);
    assert_eq!(lab.get(&path).await.code(), (404, 20404));
}

#[tokio::test]
async fn an_instruction_records_the_workers_call() {
    let (centre, application) = telephone_centre(&[
        ("/voice", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Pause length=\"60\"/>"),
        ("/left", "<Hangup/>"),
    ])
    .await;
    let answer =
        json!({"instruction": "dequeue", "from": "+15550109", "record": "record-from-answer"});
    application.answer("/assign", &answer.to_string());
    centre.worker("dave", "Available").await;
    place(&centre.lab, json!({"talk_ms": 7_000})).await;
    centre.lab.advance("10s").await;
    let leg = worker_leg(&centre.lab).await;
    let list = voice(&centre.lab, &format!("Calls/{leg}/Recordings")).await;
    assert_eq!(
        (
            &list["recordings"][0]["duration"],
            &list["recordings"][0]["status"]
        ),
        (&json!("7"), &json!("completed"))
    );
}
