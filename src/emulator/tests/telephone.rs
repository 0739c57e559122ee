//! Calls that are played from the first ring to the end.

use serde_json::{Value, json};

use super::application::{
    Application, NUMBER, account, names, place, steps, telephone_centre, voice,
};
use super::lab::{Centre, Lab, sid};

async fn tasks(centre: &Centre) -> Vec<Value> {
    let list = centre.lab.get(&format!("{}/Tasks", centre.path)).await.ok();
    list["tasks"].as_array().unwrap().clone()
}

/// The attributes of the only task.
async fn attributes(centre: &Centre) -> Value {
    let tasks = tasks(centre).await;
    serde_json::from_str(tasks[0]["attributes"].as_str().unwrap()).unwrap()
}

async fn status(lab: &Lab, call: &str) -> String {
    let call = voice(lab, &format!("Calls/{call}")).await;
    call["status"].as_str().unwrap().to_owned()
}

async fn alert_codes(lab: &Lab) -> Vec<u64> {
    let list = lab.get("/_emulator/alerts").await.ok();
    let alerts = list["alerts"].as_array().unwrap();
    alerts
        .iter()
        .map(|alert| alert["code"].as_u64().unwrap())
        .collect()
}

/// The only call that was made for another one.
async fn worker_leg(lab: &Lab) -> String {
    let list = voice(lab, "Calls").await;
    let leg = list["calls"]
        .as_array()
        .unwrap()
        .iter()
        .find(|call| call["direction"] == "outbound-api")
        .unwrap();
    sid(leg)
}

const MENU: &str = r#"<Gather numDigits="1" action="/menu"><Say>Press one.</Say></Gather><Redirect>/voice</Redirect>"#;

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
async fn gather_listens_as_documented() {
    let gather = |attributes: &str| {
        format!(r#"<Gather action="/got" {attributes}><Say>x</Say></Gather><Hangup/>"#)
    };
    // What is pressed or said, the action's parameters, and when it is asked for.
    let cases = [
        (
            gather(r#"numDigits="2""#),
            json!({"digits": ["123"]}),
            Some(("Digits", "12")),
            1250,
        ),
        (
            gather(""),
            json!({"digits": ["12#"]}),
            Some(("Digits", "12")),
            1500,
        ),
        (
            gather(""),
            json!({"digits": ["12"]}),
            Some(("Digits", "12")),
            6250,
        ),
        (
            gather(r#"finishOnKey="" timeout="2""#),
            json!({"digits": ["1#"]}),
            Some(("Digits", "1#")),
            3250,
        ),
        (gather(r#"timeout="3""#), json!({}), None, 4000),
        (
            gather(r#"timeout="3" actionOnEmptyResult="true""#),
            json!({}),
            Some(("Digits", "")),
            4000,
        ),
        (
            gather(r#"input="speech" speechTimeout="auto""#),
            json!({"say": ["sales"]}),
            Some(("SpeechResult", "sales")),
            4000,
        ),
        (
            gather(r#"input="dtmf speech" speechTimeout="1" numDigits="1""#),
            json!({"digits": ["", "7"], "say": ["help"]}),
            Some(("SpeechResult", "help")),
            4000,
        ),
        (
            gather(r#"input="speech""#),
            json!({"digits": ["1"]}),
            None,
            6000,
        ),
    ];
    for (document, caller, expected, after) in cases {
        let application = Application::new(&[
            ("/voice", &document),
            ("/got", "<Hangup/>"),
            ("/status", ""),
        ])
        .await;
        let lab = Lab::new();
        application.take_number(&lab).await;
        let call = place(&lab, caller).await;
        lab.advance(&format!("{}ms", after - 1)).await;
        assert_eq!(application.asked("/got").len(), 0, "{document}");
        assert_eq!(status(&lab, &call).await, "in-progress", "{document}");
        lab.advance("1ms").await;
        let asked = application.asked("/got");
        let got = asked.first().map(|form| {
            let name = expected.map_or("Digits", |(name, _)| name);
            (name, form.get(name).map_or("", String::as_str))
        });
        assert_eq!(got, expected, "{document}");
        assert_eq!(status(&lab, &call).await, "completed", "{document}");
    }
}

#[tokio::test]
async fn dial_calls_telephones() {
    let dial = |inside: &str, attributes: &str| {
        format!(r#"<Dial action="/dialled" {attributes}>{inside}</Dial>"#)
    };
    let busy = json!({"address": "+15550201", "pickup": "busy"});
    let silent = json!({"address": "+15550202", "pickup": "no-answer"});
    let talker = json!({"address": "+15550203", "answer_after_ms": 3000, "talk_ms": 10_000});
    let cases = [
        (dial("+15550201", ""), "busy", 1),
        (
            dial("<Number>+15550202</Number>", r#"timeout="7""#),
            "no-answer",
            7,
        ),
        (dial("<Number>+15550203</Number>", ""), "completed", 13),
        (
            dial("<Number>+15550202</Number><Number>+15550203</Number>", ""),
            "completed",
            13,
        ),
        (
            dial(
                "<Number>+15550201</Number><Number>+15550203</Number>",
                r#"sequential="true""#,
            ),
            "completed",
            14,
        ),
        (
            dial("<Client>+15550203</Client>", r#"timeLimit="5""#),
            "completed",
            6,
        ),
        (dial("<Queue>nowhere</Queue>", ""), "failed", 0),
    ];
    for (document, expected, seconds) in cases {
        let application = Application::new(&[
            ("/voice", &document),
            ("/dialled", "<Hangup/>"),
            ("/status", ""),
        ])
        .await;
        let lab = Lab::new();
        application.take_number(&lab).await;
        for phone in [&busy, &silent, &talker] {
            lab.control("phones", phone.clone()).await.ok();
        }
        let call = place(&lab, json!({})).await;
        if seconds > 0 {
            lab.advance(&format!("{}ms", seconds * 1000 - 1)).await;
            assert_eq!(application.asked("/dialled").len(), 0, "{document}");
        }
        lab.advance("1ms").await;
        assert_eq!(
            application.asked("/dialled")[0]["DialCallStatus"],
            expected,
            "{document}"
        );
        assert_eq!(status(&lab, &call).await, "completed");
        let list = voice(&lab, "Calls").await;
        let open = list["calls"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|call| call["end_time"].is_null())
            .count();
        assert_eq!(open, 0, "{document}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_document_is_told_and_the_call_ends() {
    for (document, code) in [
        ("<Shout>x</Shout>", 12200),
        ("<Say>x", 12100),
        ("<Redirect>/nowhere</Redirect>", 11200),
        ("<Redirect>/json</Redirect>", 12300),
        ("<Redirect/>", 11215),
        (
            r#"<Enqueue workflowSid="WW00000000000000000000000000000009"/>"#,
            14222,
        ),
    ] {
        let application =
            Application::new(&[("/voice", document), ("/json", "{}"), ("/status", "")]).await;
        let lab = Lab::new();
        application.take_number(&lab).await;
        let call = place(&lab, json!({})).await;
        lab.advance("30s").await;
        assert_eq!(alert_codes(&lab).await, [code], "{document}");
        assert_eq!(status(&lab, &call).await, "completed");
    }
}

#[tokio::test]
async fn the_fallback_is_asked_and_redirects_are_followed() {
    let application = Application::new(&[
        ("/moved", "/here"),
        ("/here", "<Reject reason=\"busy\"/>"),
        ("/status", ""),
    ])
    .await;
    let lab = Lab::new();
    let number = json!({
        "phone_number": NUMBER,
        "voice_url": format!("{}/voice", application.url),
        "voice_fallback_url": format!("{}/moved", application.url),
        "voice_fallback_method": "GET",
    });
    lab.control("numbers", number).await.ok();
    let call = place(&lab, json!({})).await;
    lab.advance("0s").await;
    let asked = &application.asked("/moved")[0];
    assert_eq!(asked["ErrorCode"], "11200");
    assert_eq!(application.asked("/here").len(), 1);
    assert_eq!(status(&lab, &call).await, "busy");
    assert_eq!(
        names(&lab, &call).await,
        ["ringing", "fetch-failed", "fetched", "rejected", "ended"]
    );
}

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

#[tokio::test]
async fn a_number_must_be_there_and_say_what_it_does() {
    let lab = Lab::new();
    let call = json!({"to": NUMBER});
    assert_eq!(lab.control("phone-calls", call.clone()).await.status, 400);
    lab.control("numbers", json!({"phone_number": NUMBER}))
        .await
        .ok();
    let refused = lab.control("phone-calls", call).await;
    assert!(
        refused.message().contains("no voice URL"),
        "{}",
        refused.message()
    );
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

/// Plays ten callers and three workers; gives all events and steps.
async fn played(interrupted: bool) -> (Vec<Value>, Vec<Value>) {
    let (mut centre, application) = telephone_centre(&[
        ("/voice", MENU),
        ("/menu", "<Redirect>/enqueue</Redirect>"),
        ("/wait", "<Play>https://music.test/a.mp3</Play>"),
        ("/left", "<Hangup/>"),
        (
            "/assign",
            r#"{"instruction":"conference","end_conference_on_exit":true}"#,
        ),
    ])
    .await;
    for name in ["alice", "bob", "carol"] {
        centre.worker(name, "Available").await;
    }
    let phone = json!({"address": "client:worker", "talk_ms": 25_000});
    centre.lab.control("phones", phone).await.ok();
    for number in 0..10 {
        place(
            &centre.lab,
            json!({"digits": ["1"], "patience_ms": 20_000 + number * 3_000}),
        )
        .await;
    }
    centre.lab.advance("10s").await;
    let mut before = Vec::new();
    if interrupted {
        // Another emulator goes on from here.
        before = steps(&centre.lab).await;
        let kept = centre.lab.get("/_emulator/snapshot").await.text;
        centre.lab = Lab::new();
        centre.lab.load(&kept).await.ok();
    }
    centre.lab.advance("5m").await;
    let list = centre
        .lab
        .get(&format!("{}/Events?PageSize=1000", centre.path))
        .await
        .ok();
    let events = list["events"].as_array().unwrap().clone();
    let mut all = before;
    all.extend(steps(&centre.lab).await);
    for step in &mut all {
        step["number"].take();
        // The application has another port every time.
        step["details"]["url"].take();
    }
    let strip = |mut event: Value| {
        let text = event.to_string().replace(&application.url, "");
        event = serde_json::from_str(&text).unwrap();
        event
    };
    (events.into_iter().map(strip).collect(), all)
}

#[tokio::test]
async fn a_history_is_the_same_every_time_and_after_a_restart() {
    let (events, all) = played(false).await;
    assert!(events.len() > 60, "{}", events.len());
    let again = played(false).await;
    assert_eq!((&events, &all), (&again.0, &again.1));
    let interrupted = played(true).await;
    assert_eq!((events, all), interrupted);
}
