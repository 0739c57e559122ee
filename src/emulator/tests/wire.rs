//! How requests may be written and what answers look like, whatever they are about.

use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::{Value, json};

use super::lab::{Centre, Lab, Reply, authorization, sid};
use crate::emulator::{DEFAULT_ACCOUNT, DEFAULT_TOKEN};

async fn with_body(lab: &Lab, method: Method, path: &str, kind: &str, body: &str) -> Reply {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "emulator.test:8765")
        .header(
            header::AUTHORIZATION,
            authorization(DEFAULT_ACCOUNT, DEFAULT_TOKEN),
        )
        .header(header::CONTENT_TYPE, kind)
        .body(Body::from(body.to_owned()))
        .unwrap();
    lab.send(request).await
}

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn paths_are_taken_literally() {
    let centre = Centre::new().await;
    let path = &centre.path;
    let queue = format!("{path}/TaskQueues/{}", centre.queue);
    let account = format!("/2010-04-01/Accounts/{DEFAULT_ACCOUNT}");
    let cases = [
        (Method::GET, path.clone(), 200),
        (Method::GET, format!("{path}/"), 404),
        (Method::GET, format!("{path}.json"), 404),
        (Method::GET, format!("{path}/TaskQueues/"), 404),
        (Method::GET, format!("{path}/TaskQueues.json"), 404),
        (Method::GET, format!("{path}/taskqueues"), 404),
        (Method::GET, path.replace("/v1/", "/v2/"), 404),
        (Method::GET, path.replace("/v1/", "/V1/"), 404),
        (Method::GET, format!("{path}0"), 404),
        (Method::GET, format!("{path}/Workers/{}", centre.queue), 404),
        (Method::GET, format!("{path}//TaskQueues"), 404),
        (Method::HEAD, queue.clone(), 200),
        (Method::PUT, queue.clone(), 405),
        (Method::PATCH, queue.clone(), 405),
        (Method::DELETE, format!("{path}/TaskQueues"), 405),
        (Method::GET, format!("{account}/Calls.json"), 200),
        (Method::GET, format!("{account}/Calls"), 404),
        (Method::GET, format!("{account}.json"), 200),
        (Method::GET, account.clone(), 404),
        (Method::GET, format!("{account}/calls.json"), 404),
        (Method::DELETE, format!("{account}/Calls.json"), 405),
        (Method::POST, format!("{account}/Conferences.json"), 405),
    ];
    for (method, path, status) in cases {
        let reply = centre.lab.call(method.clone(), &path, &[], &[]).await;
        assert_eq!(reply.status, status, "{method} {path}: {}", reply.text);
        match status {
            404 => assert_eq!(reply.code(), (404, 20404), "{path}"),
            405 => assert_eq!(reply.code(), (405, 20004), "{path}"),
            _ if method == Method::HEAD => assert_eq!(reply.text, ""),
            _ => {}
        }
    }
}

#[tokio::test]
async fn the_path_is_looked_up_before_the_version_and_that_before_the_parameters() {
    let centre = Centre::new().await;
    let task = centre.task(&[]).await;
    let nowhere = "/v1/Workspaces/WS00000000000000000000000000000009";
    let wrong = [
        ("PageSize", "many"),
        ("Priority", "high"),
        ("Capacity", "full"),
        ("DefaultActivitySid", "none"),
    ];
    for path in [
        nowhere.to_owned(),
        format!("{nowhere}/Activities"),
        format!("{nowhere}/Tasks"),
        format!("{}/Tasks/WT00000000000000000000000000000009", centre.path),
        format!(
            "{}/Workers/WK00000000000000000000000000000009/Channels/default",
            centre.path
        ),
    ] {
        let reply = centre.lab.post(&path, &wrong).await;
        assert_eq!(reply.code(), (404, 20404), "{path}");
    }
    for list in [
        "Tasks",
        "Events",
        "Workers/WK1/Channels",
        "Tasks/WT1/Reservations",
    ] {
        let path = format!("{nowhere}/{list}?PageSize=many");
        assert_eq!(centre.lab.get(&path).await.code(), (404, 20404), "{path}");
    }
    let path = format!("{}/Tasks/{task}", centre.path);
    let call = |tag| {
        let path = path.clone();
        let lab = &centre.lab;
        async move {
            lab.call(Method::POST, &path, &wrong, &[("If-Match", tag)])
                .await
        }
    };
    assert_eq!(call("9").await.code(), (412, 20412));
    assert_eq!(call("0").await.code(), (400, 20001));
}

#[tokio::test]
async fn bodies_are_read_as_forms_whatever_they_are_called() {
    let lab = Lab::new();
    let path = lab.workspace().await;
    let cases = [
        (FORM, "FriendlyName=a+b", json!("a b")),
        ("text/plain", "FriendlyName=plain", json!("plain")),
        (
            FORM,
            "FriendlyName=Z%C3%BCrich%20%F0%9F%98%80",
            json!("Zürich 😀"),
        ),
        (FORM, "FriendlyName=Zürich", json!("Zürich")),
        // Nothing that is not a form is understood; what is not understood is ignored.
        (
            "application/json",
            r#"{"FriendlyName":"json"}"#,
            json!("Zürich"),
        ),
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"FriendlyName\"\r\n\r\nparts\r\n--x--\r\n",
            json!("Zürich"),
        ),
        (
            FORM,
            "friendlyname=lower&FRIENDLYNAME=upper",
            json!("Zürich"),
        ),
        (FORM, "Colour=blue&&=&Flavour", json!("Zürich")),
        // Of a parameter given twice the first counts, that of the query before that of the body.
        (
            FORM,
            "FriendlyName=first&FriendlyName=second",
            json!("first"),
        ),
    ];
    for (kind, body, name) in cases {
        let reply = with_body(&lab, Method::POST, &path, kind, body).await;
        assert_eq!(reply.ok()["friendly_name"], name, "{kind} {body}");
    }
    let query = format!("{path}?FriendlyName=query");
    let reply = with_body(&lab, Method::POST, &query, FORM, "FriendlyName=body").await;
    assert_eq!(reply.ok()["friendly_name"], "query");
    // The body of a GET does not filter.
    let reply = with_body(&lab, Method::GET, "/v1/Workspaces", FORM, "FriendlyName=x").await;
    assert_eq!(reply.ok()["workspaces"].as_array().unwrap().len(), 1);
    let long = format!("FriendlyName={}", "a".repeat(5 * 1024 * 1024));
    let reply = with_body(&lab, Method::POST, &path, FORM, &long).await;
    assert_eq!(reply.code(), (400, 20001));
}

/// Where, which parameter, its value, and the field with what is in it then; none for a refusal.
type Reading<'a> = (&'a str, &'a str, &'a str, Option<(&'a str, Value)>);

#[tokio::test]
async fn values_are_read_as_documented() {
    let centre = Centre::new().await;
    let task = centre.task(&[]).await;
    let task = format!("{}/Tasks/{task}", centre.path);
    let workers = centre.worker("dave", "Offline").await;
    let channel = format!("{}/Workers/{workers}/Channels/default", centre.path);
    let queue = format!("{}/TaskQueues/{}", centre.path, centre.queue);
    let cases: &[Reading<'_>] = &[
        (&task, "Priority", "7", Some(("priority", json!(7)))),
        (&task, "Priority", " 8 ", Some(("priority", json!(8)))),
        (&task, "Priority", "+9", Some(("priority", json!(9)))),
        (&task, "Priority", "007", Some(("priority", json!(7)))),
        (
            &task,
            "Priority",
            "2147483647",
            Some(("priority", json!(2_147_483_647))),
        ),
        (
            &task,
            "Priority",
            "",
            Some(("priority", json!(2_147_483_647))),
        ),
        (&task, "Priority", "2147483648", None),
        (&task, "Priority", "-1", None),
        (&task, "Priority", "7.0", None),
        (&task, "Priority", "1e3", None),
        (&task, "Priority", "seven", None),
        (
            &channel,
            "Available",
            "false",
            Some(("available", json!(false))),
        ),
        (
            &channel,
            "Available",
            "true",
            Some(("available", json!(true))),
        ),
        (
            &channel,
            "Available",
            "on",
            Some(("available", json!(false))),
        ),
        (&channel, "Available", "1", Some(("available", json!(true)))),
        (
            &channel,
            "Available",
            "0",
            Some(("available", json!(false))),
        ),
        (
            &channel,
            "Available",
            "YES",
            Some(("available", json!(true))),
        ),
        (&channel, "Available", "", Some(("available", json!(true)))),
        (
            &channel,
            "Capacity",
            "0",
            Some(("configured_capacity", json!(0))),
        ),
        (
            &channel,
            "Capacity",
            "1000000",
            Some(("configured_capacity", json!(1_000_000))),
        ),
        (&channel, "Capacity", "-1", None),
        (
            &queue,
            "MaxReservedWorkers",
            "50",
            Some(("max_reserved_workers", json!(50))),
        ),
        (&queue, "MaxReservedWorkers", "51", None),
        (&queue, "MaxReservedWorkers", "0", None),
        (
            &queue,
            "TaskOrder",
            "lifo",
            Some(("task_order", json!("LIFO"))),
        ),
        (&queue, "TaskOrder", "random", None),
        (
            &task,
            "VirtualStartTime",
            "2026-01-05T08:00:00Z",
            Some(("virtual_start_time", json!("2026-01-05T08:00:00Z"))),
        ),
        (
            &task,
            "VirtualStartTime",
            "2026-01-05T08:30:00.999+01:00",
            Some(("virtual_start_time", json!("2026-01-05T07:30:00Z"))),
        ),
        (&task, "VirtualStartTime", "2026-01-05T08:00:00", None),
        (&task, "VirtualStartTime", "2026-01-05", None),
        (
            &task,
            "VirtualStartTime",
            "Mon, 05 Jan 2026 08:00:00 +0000",
            None,
        ),
        (&task, "VirtualStartTime", "2026-01-05T09:00:01Z", None),
        (&task, "VirtualStartTime", "1899-12-31T23:59:59Z", None),
    ];
    for (path, name, value, expected) in cases {
        let reply = centre.lab.post(path, &[(name, value)]).await;
        match expected {
            Some((field, expected)) => {
                assert_eq!(&reply.ok()[*field], expected, "{name}={value}");
            }
            None => assert_eq!(reply.code(), (400, 20001), "{name}={value}"),
        }
    }
}

#[tokio::test]
async fn lengths_are_counted_in_characters() {
    let centre = Centre::new().await;
    let task = centre.task(&[]).await;
    let worker = centre.worker("dave", "Offline").await;
    let queue = format!("{}/TaskQueues/{}", centre.path, centre.queue);
    let names = [
        centre.path.clone(),
        queue,
        format!("{}/Workflows/{}", centre.path, centre.workflow),
        format!("{}/Workers/{worker}", centre.path),
        format!("{}/TaskChannels/chat", centre.path),
    ];
    for path in &names {
        let longest = "ü".repeat(64);
        let body = centre.lab.post(path, &[("FriendlyName", &longest)]).await;
        assert_eq!(body.ok()["friendly_name"], longest, "{path}");
        for refused in ["ü".repeat(65), String::new(), "  ".to_owned()] {
            let reply = centre.lab.post(path, &[("FriendlyName", &refused)]).await;
            assert_eq!(reply.code(), (400, 20001), "{path} {refused}");
        }
    }
    for path in [
        format!("{}/Tasks/{task}", centre.path),
        format!("{}/Workers/{worker}", centre.path),
    ] {
        // Blanks count; what is stored is the text as it was sent.
        let longest = format!(r#"{{"a":"é{}"  }}"#, "é".repeat(4096 - 11));
        assert_eq!(longest.chars().count(), 4096);
        let body = centre.lab.post(&path, &[("Attributes", &longest)]).await;
        assert_eq!(body.ok()["attributes"], longest, "{path}");
        for refused in [
            longest.replace("  ", "   "),
            "not JSON".to_owned(),
            "[1]".to_owned(),
            "\"text\"".to_owned(),
            "null".to_owned(),
        ] {
            let reply = centre.lab.post(&path, &[("Attributes", &refused)]).await;
            assert_eq!(reply.code(), (400, 20001), "{path} {refused}");
        }
        let exact = r#"{"n": 1.50, "big": 12345678901234567890, "s": "1", "é": "\u00e9"}"#;
        let body = centre.lab.post(&path, &[("Attributes", exact)]).await;
        assert_eq!(body.ok()["attributes"], exact);
        let body = centre.lab.post(&path, &[("Attributes", "")]).await;
        assert_eq!(body.ok()["attributes"], "{}", "{path}");
    }
}

#[tokio::test]
async fn versions_are_told_of_tasks_workers_and_reservations_only() {
    let centre = Centre::new().await;
    let lab = &centre.lab;
    let path = &centre.path;
    let worker = centre.worker("dave", "Available").await;
    let task = centre.task(&[]).await;
    let reservation = sid(&centre.reservation(&task).await);
    let versioned = [
        format!("{path}/Workers/{worker}"),
        format!("{path}/Tasks/{task}"),
        format!("{path}/Tasks/{task}/Reservations/{reservation}"),
        format!("{path}/Workers/{worker}/Reservations/{reservation}"),
    ];
    for path in &versioned {
        let reply = lab.get(path).await;
        let tag = reply.headers[header::ETAG].to_str().unwrap();
        assert!(
            tag.trim_matches('"').parse::<u32>().is_ok() && tag.starts_with('"'),
            "{tag}"
        );
        // Nothing is held back from a client that has it already.
        for name in ["If-None-Match", "If-Match", "If-Modified-Since"] {
            let again = lab.call(Method::GET, path, &[], &[(name, tag)]).await;
            assert_eq!(again.status, 200, "{path} {name}");
            assert_eq!(again.text, reply.text);
        }
    }
    let unversioned = [
        path.clone(),
        format!("{path}/Activities"),
        format!("{path}/TaskQueues/{}", centre.queue),
        format!("{path}/Workflows/{}", centre.workflow),
        format!("{path}/TaskChannels/chat"),
        format!("{path}/Workers/{worker}/Channels/chat"),
        format!("{path}/Tasks"),
        format!("{path}/Workers"),
        format!("{path}/Tasks/{task}/Reservations"),
    ];
    for path in &unversioned {
        let reply = lab.get(path).await;
        assert_eq!(reply.status, 200, "{path}");
        assert!(!reply.headers.contains_key(header::ETAG), "{path}");
    }
    // A version that nobody told is not asked for either.
    let form = [("FriendlyName", "Everybody")];
    let stale = [("If-Match", "99")];
    let queue = &unversioned[2];
    assert_eq!(
        lab.call(Method::POST, queue, &form, &stale).await.status,
        200
    );
    let reservation = &versioned[3];
    let form = [("ReservationStatus", "accepted")];
    let refused = lab.call(Method::POST, reservation, &form, &stale).await;
    assert_eq!(refused.code(), (412, 20412));
    let fresh = [("If-Match", "0")];
    let accepted = lab.call(Method::POST, reservation, &form, &fresh).await;
    assert_eq!(accepted.headers[header::ETAG], "\"1\"");
    // What the router does to a task and its reservation is a version of its own: reserved and
    // accepted.
    let task = lab.get(&versioned[1]).await;
    assert_eq!(task.headers[header::ETAG], "\"2\"");
}

#[tokio::test]
async fn every_answer_can_be_read_by_a_page_of_another_origin() {
    let centre = Centre::new().await;
    let cases = [
        (Method::GET, centre.path.clone(), 200),
        (Method::GET, "/v1/Nothing".to_owned(), 404),
        (Method::PUT, centre.path.clone(), 405),
        (Method::POST, format!("{}/Activities", centre.path), 400),
        (Method::OPTIONS, centre.path.clone(), 204),
        (Method::OPTIONS, "/2010-04-01/Accounts.json".to_owned(), 204),
        (Method::DELETE, centre.path.clone(), 204),
    ];
    for (method, path, status) in cases {
        let origin = [("Origin", "https://agents.example.com")];
        let reply = centre.lab.call(method.clone(), &path, &[], &origin).await;
        assert_eq!(reply.status, status, "{method} {path}");
        let header = |name: &str| reply.headers[name].to_str().unwrap().to_owned();
        assert_eq!(header("access-control-allow-origin"), "*");
        assert_eq!(
            header("access-control-allow-methods"),
            "GET, POST, DELETE, OPTIONS"
        );
        assert!(header("access-control-allow-headers").contains("If-Match"));
        assert_eq!(header("access-control-expose-headers"), "ETag");
        assert!(header("twilio-request-id").starts_with("RQ"));
        if status == 204 {
            assert_eq!(reply.text, "", "{method} {path}");
            assert!(!reply.headers.contains_key(header::CONTENT_TYPE));
        }
    }
}

#[tokio::test]
async fn dates_are_whole_seconds_and_absent_values_are_null() {
    let centre = Centre::new().await;
    centre.lab.advance("1234ms").await;
    let task = centre.task(&[]).await;
    let body = centre
        .lab
        .get(&format!("{}/Tasks/{task}", centre.path))
        .await
        .ok();
    assert_eq!(body["date_created"], "2026-01-05T09:00:01Z");
    assert_eq!(body["addons"], "{}");
    assert_eq!(body["attributes"], "{}");
    assert_eq!(body["ignore_capacity"], false);
    for field in ["reason", "routing_target"] {
        assert_eq!(body.get(field), Some(&Value::Null), "{field}");
    }
    let queue = format!("{}/TaskQueues/{}", centre.path, centre.queue);
    let body = centre.lab.get(&queue).await.ok();
    for field in [
        "reservation_activity_sid",
        "reservation_activity_name",
        "assignment_activity_sid",
        "assignment_activity_name",
    ] {
        assert_eq!(body.get(field), Some(&Value::Null), "{field}");
    }
    assert_eq!(body["links"].get("reservation_activity"), None);
    let offline = centre.activity("Offline").await;
    let form = [("ReservationActivitySid", offline.as_str())];
    let body = centre.lab.post(&queue, &form).await.ok();
    assert!(
        body["links"]["reservation_activity"]
            .as_str()
            .unwrap()
            .ends_with(&format!("/Activities/{offline}"))
    );
    assert_eq!(body["reservation_activity_name"], "Offline");
    let cleared = [("ReservationActivitySid", "")];
    let body = centre.lab.post(&queue, &cleared).await.ok();
    assert!(body["reservation_activity_sid"].is_null());
}

#[tokio::test]
async fn page_parameters_may_be_empty_but_not_nonsense() {
    let centre = Centre::new().await;
    let first = centre.task(&[]).await;
    centre.task(&[]).await;
    let queue = &centre.queue;
    let path = format!("{}/Tasks", centre.path);
    let cases = [
        ("PageSize=&Page=&PageToken=".to_owned(), 200),
        ("PageSize=1&Page=0".to_owned(), 200),
        (format!("PageSize=1&Page=1&PageToken=PA{first}"), 200),
        // The number of a page is what the client says, the token decides.
        (format!("PageSize=1&Page=77&PageToken=PA{first}"), 200),
        (format!("PageToken=PA{first}"), 200),
        (format!("PageToken=PB{first}"), 200),
        ("Page=-1".to_owned(), 400),
        ("Page=one".to_owned(), 400),
        ("PageSize=1.5".to_owned(), 400),
        ("PageSize=99999999999999999999".to_owned(), 400),
        (format!("PageToken={first}"), 400),
        (format!("PageToken=PX{first}"), 400),
        (format!("PageToken=PA{queue}"), 400),
        (format!("PageToken=PA{first}_5"), 400),
    ];
    for (query, status) in cases {
        let reply = centre.lab.get(&format!("{path}?{query}")).await;
        assert_eq!(reply.status, status, "{query}: {}", reply.text);
        if status == 400 {
            assert_eq!(reply.code(), (400, 20001), "{query}");
        }
    }
}
