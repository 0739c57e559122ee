//! The 2010 API.

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};

use super::lab::{Lab, authorization, sid};
use crate::emulator::DEFAULT_ACCOUNT;

fn account() -> String {
    format!("/2010-04-01/Accounts/{DEFAULT_ACCOUNT}")
}

fn sids(list: &Value, key: &str, field: &str) -> Vec<String> {
    list[key]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item[field].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_conference_is_listed_and_completed() {
    let lab = Lab::new();
    let made = lab
        .control(
            "conferences",
            json!({"friendly_name": "WT1", "participants": [{}, {"label": "agent"}]}),
        )
        .await
        .ok();
    lab.control("conferences", json!({"friendly_name": "other"}))
        .await
        .ok();
    let base = format!("{}/Conferences", account());
    let list = lab
        .get(&format!("{base}.json?FriendlyName=WT1&Status=in-progress"))
        .await
        .ok();
    assert_eq!(sids(&list, "conferences", "sid"), [sid(&made)]);
    let conference = &list["conferences"][0];
    assert_eq!(
        conference["date_created"],
        "Mon, 05 Jan 2026 09:00:00 +0000"
    );
    assert_eq!(conference["uri"], format!("{base}/{}.json", sid(&made)));
    assert!(conference["reason_conference_ended"].is_null());

    let instance = format!("{base}/{}.json", sid(&made));
    let participants = format!("{base}/{}/Participants", sid(&made));
    let held = lab
        .post(
            &format!("{participants}/agent.json"),
            &[("Hold", "true"), ("Muted", "True")],
        )
        .await
        .ok();
    assert_eq!(
        (&held["hold"], &held["muted"]),
        (&json!(true), &json!(true))
    );
    let listed = lab
        .get(&format!("{participants}.json?Hold=true"))
        .await
        .ok();
    assert_eq!(listed["participants"].as_array().unwrap().len(), 1);
    let coaching = lab
        .post(
            &format!("{participants}/agent.json"),
            &[("Coaching", "true")],
        )
        .await;
    assert_eq!(coaching.code(), (400, 20001));

    let ended = lab.post(&instance, &[("Status", "completed")]).await.ok();
    assert_eq!(ended["status"], "completed");
    assert_eq!(ended["reason_conference_ended"], "conference-ended-via-api");
    let left = lab.get(&format!("{participants}.json")).await.ok();
    assert_eq!(left["participants"], json!([]));
    assert_eq!((&left["start"], &left["end"]), (&json!(0), &json!(0)));
    let calls = lab
        .get(&format!("{}/Calls.json?Status=completed", account()))
        .await
        .ok();
    assert_eq!(calls["calls"].as_array().unwrap().len(), 2);
    let gone = lab.get(&format!("{participants}/agent.json")).await;
    assert_eq!(gone.code(), (404, 20404));
}

#[tokio::test]
async fn callers_wait_in_line() {
    let lab = Lab::new();
    let made = lab
        .control(
            "voice-queues",
            json!({"friendly_name": "WW1", "callers": 3}),
        )
        .await
        .ok();
    lab.advance("30s").await;
    let base = format!("{}/Queues", account());
    let list = lab.get(&format!("{base}.json")).await.ok();
    let queue = &list["queues"][0];
    assert_eq!(queue["friendly_name"], "WW1");
    assert_eq!(queue["current_size"], 3);
    assert_eq!(queue["average_wait_time"], 30);
    let members = format!("{base}/{}/Members", sid(&made));
    let list = lab.get(&format!("{members}.json")).await.ok();
    assert_eq!(
        sids(&list, "queue_members", "call_sid"),
        made["call_sids"]
            .as_array()
            .unwrap()
            .iter()
            .map(|call| call.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    );
    let front = lab.get(&format!("{members}/Front.json")).await.ok();
    assert_eq!(front["position"], 1);
    assert_eq!(front["wait_time"], 30);
    assert_eq!(front["call_sid"], made["call_sids"][0]);
    let missing = lab.post(&format!("{members}/Front.json"), &[]).await;
    assert_eq!(missing.code(), (400, 20001));
    lab.post(
        &format!("{members}/Front.json"),
        &[("Url", "https://example.com/twiml")],
    )
    .await
    .ok();
    let front = lab.get(&format!("{members}/Front.json")).await.ok();
    assert_eq!(front["call_sid"], made["call_sids"][1]);
    let full = lab.delete(&format!("{base}/{}.json", sid(&made))).await;
    assert_eq!(full.code(), (400, 20001));
    let empty = lab
        .post(&format!("{base}.json"), &[("FriendlyName", "new")])
        .await;
    assert_eq!(empty.status, 201);
    let path = format!("{base}/{}.json", sid(&empty.ok()));
    assert_eq!(lab.delete(&path).await.status, 204);
}

#[tokio::test]
async fn calls_are_paged_newest_first_with_relative_links() {
    let lab = Lab::new();
    let mut made = Vec::new();
    for _ in 0..5 {
        made.push(sid(&lab.control("calls", json!({})).await.ok()));
    }
    made.reverse();
    let start = format!(
        "{}/Calls.json?StartTime%3E=2026-01-05&PageSize=2",
        account()
    );
    let mut path = start.clone();
    let mut pages = Vec::new();
    loop {
        let page = lab.get(&path).await.ok();
        pages.push(sids(&page, "calls", "sid"));
        assert_eq!(page["page"], pages.len() - 1);
        let Some(next) = page["next_page_uri"].as_str() else {
            assert_eq!((&page["start"], &page["end"]), (&json!(4), &json!(4)));
            break;
        };
        path = next.to_owned();
    }
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1]);
    assert_eq!(pages.concat(), made);
    assert!(path.starts_with(&account()) && path.contains("StartTime%3E=2026-01-05"));
    let page = lab.get(&path).await.ok();
    let back = lab
        .get(page["previous_page_uri"].as_str().unwrap())
        .await
        .ok();
    assert_eq!(sids(&back, "calls", "sid"), pages[1]);
    let none = lab
        .get(&format!("{}/Calls.json?StartTime%3C=2026-01-04", account()))
        .await
        .ok();
    assert_eq!(none["calls"], json!([]));
}

#[tokio::test]
async fn calls_end_once() {
    let lab = Lab::new();
    let call = sid(&lab
        .control("calls", json!({"status": "ringing"}))
        .await
        .ok());
    let path = format!("{}/Calls/{call}.json", account());
    let canceled = lab.post(&path, &[("Status", "canceled")]).await.ok();
    assert_eq!(canceled["status"], "canceled");
    let again = lab.post(&path, &[("Status", "completed")]).await;
    assert_eq!(again.code(), (400, 21220));
    let strange = path.replace(DEFAULT_ACCOUNT, "AC00000000000000000000000000000002");
    assert_eq!(lab.get(&strange).await.code(), (404, 20404));
    assert_eq!(lab.delete(&path).await.status, 204);
    assert_eq!(lab.get(&path).await.code(), (404, 20404));
}

#[tokio::test]
async fn the_account_is_there_for_those_who_check_their_credentials() {
    let lab = Lab::new();
    let path = format!("{}.json", account());
    let body = lab.get(&path).await.ok();
    assert_eq!(sid(&body), DEFAULT_ACCOUNT);
    assert_eq!(body["owner_account_sid"], DEFAULT_ACCOUNT);
    assert_eq!(
        (&body["status"], &body["type"]),
        (&json!("active"), &json!("Full"))
    );
    assert_eq!(body["date_created"], "Mon, 05 Jan 2026 09:00:00 +0000");
    assert_eq!(body["uri"], path);
    assert!(body["auth_token"].is_null(), "an answer holds no secret");
    let calls = body["subresource_uris"]["calls"].as_str().unwrap();
    assert_eq!(lab.get(calls).await.status, 200);
    let strange = path.replace(DEFAULT_ACCOUNT, "AC00000000000000000000000000000002");
    assert_eq!(lab.get(&strange).await.code(), (404, 20404));
    assert_eq!(lab.post(&path, &[]).await.code(), (405, 20004));
}

#[tokio::test]
async fn what_the_voice_side_refuses_and_leaves_alone() {
    let lab = Lab::new();
    let base = account();
    let empty = lab
        .control("conferences", json!({"friendly_name": "empty"}))
        .await
        .ok();
    let path = format!("{base}/Conferences/{}.json", sid(&empty));
    let body = lab.get(&path).await.ok();
    assert_eq!(body["status"], "init", "nobody is there yet");

    let made = lab
        .control(
            "conferences",
            json!({"friendly_name": "two", "participants": [{}, {}]}),
        )
        .await
        .ok();
    let calls: Vec<&str> = made["call_sids"]
        .as_array()
        .unwrap()
        .iter()
        .map(|call| call.as_str().unwrap())
        .collect();
    let call = format!("{base}/Calls/{}.json", calls[0]);
    let kicked = format!(
        "{base}/Conferences/{}/Participants/{}.json",
        sid(&made),
        calls[0]
    );
    let refused = lab.delete(&call).await;
    assert_eq!(refused.code(), (400, 20001), "the call is not over");
    assert_eq!(lab.delete(&kicked).await.status, 204);
    assert_eq!(lab.get(&kicked).await.code(), (404, 20404));
    let body = lab.get(&call).await.ok();
    assert_eq!(body["status"], "in-progress", "the call itself goes on");

    let queue = lab
        .control(
            "voice-queues",
            json!({"friendly_name": "one", "callers": 1}),
        )
        .await
        .ok();
    let members = format!("{base}/Queues/{}/Members", sid(&queue));
    let url = [("Url", "https://example.com/twiml")];
    let lower = lab.post(&format!("{members}/front.json"), &url).await;
    assert_eq!(lower.code(), (404, 20404));
    let redirected = lab.post(&call, &url).await.ok();
    assert_eq!(redirected["status"], "in-progress");
    lab.post(&format!("{members}/Front.json"), &url).await.ok();
    // Nobody is left, which is said before anything about the missing parameter.
    let missing = lab.post(&format!("{members}/Front.json"), &[]).await;
    assert_eq!(missing.code(), (404, 20404));

    let list = lab.get(&format!("{base}/Queues.json")).await.ok();
    for old in ["total", "num_pages", "last_page_uri"] {
        assert!(list.get(old).is_none(), "{old}");
    }
    let wrong = authorization(DEFAULT_ACCOUNT, "wrong");
    let path = format!("{base}/Queues.json");
    let request = Request::get(&path).header(header::AUTHORIZATION, wrong);
    let reply = lab.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(reply.code(), (401, 20003));
}

#[tokio::test]
async fn numbers_are_listed_and_changed() {
    let lab = Lab::new();
    let application = "AP00000000000000000000000000000001";
    let made = lab
        .control(
            "numbers",
            json!({"phone_number": "+15550100", "voice_application_sid": application}),
        )
        .await
        .ok();
    lab.control(
        "numbers",
        json!({"phone_number": "+15550101", "friendly_name": "Hotline"}),
    )
    .await
    .ok();
    for refused in [
        json!({"phone_number": "+15550100"}),
        json!({"phone_number": "15550102"}),
        json!({"phone_number": "+"}),
        json!({"phone_number": "+15550102", "color": "red"}),
    ] {
        let reply = lab.control("numbers", refused).await;
        assert_eq!(reply.status, 400, "{}", reply.text);
    }
    let base = format!("{}/IncomingPhoneNumbers", account());
    let found = async |query: &str| {
        let list = lab.get(&format!("{base}.json?{query}")).await.ok();
        sids(&list, "incoming_phone_numbers", "phone_number")
    };
    assert_eq!(found("").await, ["+15550100", "+15550101"]);
    assert_eq!(found("PhoneNumber=555*101").await, ["+15550101"]);
    assert_eq!(found("FriendlyName=Hotline").await, ["+15550101"]);
    assert_eq!(found("FriendlyName=%2B15550100").await, ["+15550100"]);
    assert_eq!(found("Origin=hosted").await, [""; 0]);

    let path = format!("{base}/{}.json", sid(&made));
    let number = lab.get(&path).await.ok();
    assert_eq!(number["friendly_name"], "+15550100");
    assert_eq!(number["voice_application_sid"], application);
    assert_eq!(number["capabilities"]["voice"], true);
    assert_eq!(number["uri"], path);
    let changed = lab
        .post(
            &path,
            &[
                ("VoiceUrl", "https://example.com/voice"),
                ("VoiceMethod", "get"),
                ("TrunkSid", "TK00000000000000000000000000000001"),
            ],
        )
        .await
        .ok();
    assert_eq!(changed["voice_url"], "https://example.com/voice");
    assert_eq!(changed["voice_method"], "GET");
    for (text, lookup) in [("true", true), ("1", false)] {
        let changed = lab.post(&path, &[("VoiceCallerIdLookup", text)]).await;
        assert_eq!(changed.ok()["voice_caller_id_lookup"], lookup, "{text}");
    }
    assert!(changed["voice_application_sid"].is_null());
    let cleared = lab
        .post(
            &path,
            &[("VoiceUrl", ""), ("VoiceApplicationSid", application)],
        )
        .await
        .ok();
    assert!(cleared["voice_url"].is_null() && cleared["trunk_sid"].is_null());
    for (parameter, value, code) in [
        ("VoiceUrl", "/voice", 21502),
        ("VoiceMethod", "PUT", 20001),
        ("VoiceApplicationSid", "AP1", 20001),
    ] {
        let refused = lab.post(&path, &[(parameter, value)]).await;
        assert_eq!(refused.code(), (400, code), "{parameter}");
    }
    let unknown = format!("{base}/PN00000000000000000000000000000001.json");
    assert_eq!(lab.get(&unknown).await.code(), (404, 20404));
}
