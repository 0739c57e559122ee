//! Create, read, change and delete, resource by resource; filters.

use serde_json::Value;

use super::lab::{Centre, Lab, sid};

/// The friendly names in a list.
fn names(list: &Value, key: &str) -> Vec<String> {
    list[key]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["friendly_name"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_workspace_comes_with_activities_and_channels() {
    let lab = Lab::new();
    let body = lab
        .post(
            "/v1/Workspaces",
            &[("FriendlyName", "fifo"), ("Template", "FIFO")],
        )
        .await;
    assert_eq!(body.status, 201);
    let body = body.ok();
    assert_eq!(body["default_activity_name"], "Offline");
    assert_eq!(body["timeout_activity_name"], "Offline");
    assert_eq!(body["multi_task_enabled"], true);
    assert_eq!(body["event_callback_url"], "");
    assert!(body["events_filter"].is_null());
    assert_eq!(body["date_created"], "2026-01-05T09:00:00Z");
    let path = format!("/v1/Workspaces/{}", sid(&body));
    assert_eq!(body["url"], format!("http://emulator.test:8765{path}"));
    assert_eq!(
        body["links"]["task_queues"],
        format!("http://emulator.test:8765{path}/TaskQueues")
    );
    let lists = [
        ("Activities", "activities", 3),
        ("TaskChannels", "channels", 5),
        ("TaskQueues", "task_queues", 1),
        ("Workflows", "workflows", 1),
        ("Workers", "workers", 0),
        ("Tasks", "tasks", 0),
    ];
    for (segment, key, count) in lists {
        let list = lab.get(&format!("{path}/{segment}")).await.ok();
        assert_eq!(list[key].as_array().unwrap().len(), count, "{segment}");
        assert_eq!(list["meta"]["key"], key);
    }

    let url = ("EventCallbackUrl", "https://example.com/events");
    let changed = lab.post(&path, &[url]).await.ok();
    assert_eq!(changed["event_callback_url"], url.1);
    let cleared = lab.post(&path, &[("EventCallbackUrl", "")]).await.ok();
    assert_eq!(cleared["event_callback_url"], "");
    assert_eq!(cleared["friendly_name"], "fifo");

    assert_eq!(lab.delete(&path).await.status, 204);
    assert_eq!(lab.get(&path).await.code(), (404, 20404));
}

/// Path segment, parameters of a creation, a change, and the field and JSON it leads to.
type Definition<'a> = (
    &'a str,
    &'a [(&'a str, &'a str)],
    (&'a str, &'a str),
    (&'a str, &'a str),
);

#[tokio::test]
async fn definitions_are_made_changed_and_deleted() {
    let centre = Centre::new().await;
    let (lab, path) = (&centre.lab, &centre.path);
    let configuration = format!(
        r#"{{"task_routing":{{"default_filter":{{"queue":"{}"}}}}}}"#,
        centre.queue
    );
    let cases: [Definition<'_>; 5] = [
        (
            "Activities",
            &[("FriendlyName", "Lunch"), ("Available", "yes")],
            ("FriendlyName", "Break"),
            ("friendly_name", "\"Break\""),
        ),
        (
            "TaskChannels",
            &[("FriendlyName", "Fax"), ("UniqueName", "fax")],
            ("ChannelOptimizedRouting", "true"),
            ("channel_optimized_routing", "true"),
        ),
        (
            "TaskQueues",
            &[("FriendlyName", "Sales"), ("TaskOrder", "lifo")],
            ("TargetWorkers", "level > 3"),
            ("target_workers", "\"level > 3\""),
        ),
        (
            "Workflows",
            &[("FriendlyName", "Other"), ("Configuration", &configuration)],
            ("TaskReservationTimeout", "30"),
            ("task_reservation_timeout", "30"),
        ),
        (
            "Workers",
            &[("FriendlyName", "susan"), ("Attributes", r#"{"a": 1}"#)],
            ("Attributes", r#"{"b":2}"#),
            ("attributes", r#""{\"b\":2}""#),
        ),
    ];
    for (segment, form, change, (field, expected)) in cases {
        let collection = format!("{path}/{segment}");
        let missing = lab.post(&collection, &form[1..]).await;
        assert_eq!(missing.code(), (400, 20001), "{segment}");
        assert_eq!(
            missing.message(),
            "Missing required parameter FriendlyName in the post body"
        );
        let created = lab.post(&collection, form).await;
        assert_eq!(created.status, 201, "{segment}: {}", created.text);
        let created = created.ok();
        let instance = format!("{collection}/{}", sid(&created));
        assert_eq!(
            created["url"],
            format!("http://emulator.test:8765{instance}")
        );
        let twice = lab.post(&collection, form).await;
        assert_eq!(twice.code(), (400, 20001), "{segment}");
        assert!(twice.message().contains("already exists"));
        let changed = lab.post(&instance, &[change]).await;
        assert_eq!(changed.status, 200, "{segment}: {}", changed.text);
        assert_eq!(changed.ok()[field].to_string(), expected, "{segment}");
        let found = lab
            .get(&format!("{collection}?FriendlyName={}", form[0].1))
            .await
            .ok();
        assert!(found["meta"]["url"].as_str().unwrap().contains("PageSize"));
        let deleted = lab.delete(&instance).await;
        assert_eq!((deleted.status.as_u16(), deleted.text.as_str()), (204, ""));
        assert_eq!(lab.get(&instance).await.code(), (404, 20404));
        assert_eq!(lab.delete(&instance).await.code(), (404, 20404));
    }
}

#[tokio::test]
async fn what_is_in_use_stays() {
    let centre = Centre::new().await;
    centre.task(&[]).await;
    let offline = centre.activity("Offline").await;
    for path in [
        format!("{}/Activities/{offline}", centre.path),
        format!("{}/TaskQueues/{}", centre.path, centre.queue),
        format!("{}/Workflows/{}", centre.path, centre.workflow),
        format!("{}/TaskChannels/voice", centre.path),
    ] {
        let reply = centre.lab.delete(&path).await;
        assert_eq!(reply.code(), (400, 20001), "{path}");
    }
}

#[tokio::test]
async fn channels_are_found_by_name() {
    let centre = Centre::new().await;
    let worker = centre.worker("dave", "Offline").await;
    let channel = centre
        .lab
        .get(&format!("{}/TaskChannels/voice", centre.path))
        .await
        .ok();
    let base = format!("{}/Workers/{worker}/Channels", centre.path);
    let by_name = centre.lab.get(&format!("{base}/voice")).await.ok();
    assert_eq!(by_name["task_channel_sid"], channel["sid"]);
    for name in [sid(&channel), sid(&by_name)] {
        let same = centre.lab.get(&format!("{base}/{name}")).await.ok();
        assert_eq!(same, by_name);
    }
    let form = [("Capacity", "4"), ("Available", "false")];
    let changed = centre.lab.post(&format!("{base}/voice"), &form).await.ok();
    assert_eq!(changed["configured_capacity"], 4);
    assert_eq!(changed["available"], false);
    let list = centre.lab.get(&base).await.ok();
    assert_eq!(list["channels"].as_array().unwrap().len(), 5);
    let unknown = centre.lab.get(&format!("{base}/fax")).await;
    assert_eq!(unknown.code(), (404, 20404));
}

#[tokio::test]
async fn workers_are_filtered() {
    let centre = Centre::new().await;
    let (lab, path) = (&centre.lab, &centre.path);
    let available = centre.activity("Available").await;
    for (name, attributes) in [
        ("dave", r#"{"skills":["support"],"level":5}"#),
        ("edith", r#"{"skills":["sales"],"level":2}"#),
    ] {
        lab.post(
            &format!("{path}/Workers"),
            &[("FriendlyName", name), ("Attributes", attributes)],
        )
        .await
        .ok();
    }
    let susan = [("FriendlyName", "susan"), ("ActivitySid", &available)];
    lab.post(&format!("{path}/Workers"), &susan).await.ok();
    let support = [
        ("FriendlyName", "Support"),
        ("TargetWorkers", r#"skills HAS "support""#),
    ];
    let queue = sid(&lab.post(&format!("{path}/TaskQueues"), &support).await.ok());
    let cases = [
        ("FriendlyName=edith".to_owned(), vec!["edith"]),
        ("Available=1".to_owned(), vec!["susan"]),
        ("Available=nope".to_owned(), vec!["dave", "edith"]),
        ("ActivityName=Offline".to_owned(), vec!["dave", "edith"]),
        (format!("ActivitySid={available}"), vec!["susan"]),
        ("TargetWorkersExpression=level%3E3".to_owned(), vec!["dave"]),
        ("TaskQueueName=Support".to_owned(), vec!["dave"]),
        (format!("TaskQueueSid={queue}"), vec!["dave"]),
        ("TaskQueueName=Nobody".to_owned(), vec![]),
        (
            "Ordering=DateStatusChanged:asc&Unknown=1".to_owned(),
            vec!["dave", "edith", "susan"],
        ),
    ];
    for (query, expected) in cases {
        let list = lab.get(&format!("{path}/Workers?{query}")).await.ok();
        assert_eq!(names(&list, "workers"), expected, "{query}");
    }
    for query in [
        "TargetWorkersExpression=level%20HSA%203",
        "Ordering=Name:asc",
        "ActivitySid=WK1",
    ] {
        let reply = lab.get(&format!("{path}/Workers?{query}")).await;
        assert_eq!(reply.code(), (400, 20001), "{query}");
    }
    let dave = lab
        .get(&format!("{path}/Workers?FriendlyName=dave"))
        .await
        .ok();
    let dave = sid(&dave["workers"][0]);
    let cases = [
        (format!("WorkerSid={dave}"), vec!["All", "Support"]),
        (
            "EvaluateWorkerAttributes=%7B%22skills%22:%5B%22x%22%5D%7D".to_owned(),
            vec!["All"],
        ),
        ("FriendlyName=Support".to_owned(), vec!["Support"]),
    ];
    for (query, expected) in cases {
        let list = lab.get(&format!("{path}/TaskQueues?{query}")).await.ok();
        assert_eq!(names(&list, "task_queues"), expected, "{query}");
    }
}

#[tokio::test]
async fn tasks_are_filtered_and_ordered() {
    let centre = Centre::new().await;
    let (lab, path) = (&centre.lab, &centre.path);
    let low = centre.task(&[("Attributes", r#"{"kind":"a"}"#)]).await;
    lab.advance("1s").await;
    let high = centre
        .task(&[("Attributes", r#"{"kind":"b"}"#), ("Priority", "9")])
        .await;
    lab.advance("1s").await;
    let old = centre
        .task(&[("VirtualStartTime", "2020-01-01T00:00:00Z")])
        .await;
    lab.post(
        &format!("{path}/Tasks/{old}"),
        &[("AssignmentStatus", "canceled"), ("Reason", "test")],
    )
    .await
    .ok();
    let workflow = &centre.workflow;
    let queue = &centre.queue;
    let all = [&low, &high, &old];
    let cases = [
        ("Priority=9".to_owned(), vec![&high]),
        ("AssignmentStatus=canceled".to_owned(), vec![&old]),
        ("AssignmentStatus=PENDING".to_owned(), vec![&low, &high]),
        ("AssignmentStatus=pending,canceled".to_owned(), all.to_vec()),
        (
            "AssignmentStatus=pending&AssignmentStatus=canceled".to_owned(),
            all.to_vec(),
        ),
        (format!("WorkflowSid={workflow}"), all.to_vec()),
        ("WorkflowName=Route".to_owned(), all.to_vec()),
        ("WorkflowName=Other".to_owned(), vec![]),
        (format!("TaskQueueSid={queue}"), all.to_vec()),
        ("TaskQueueName=All&Priority=0".to_owned(), vec![&low, &old]),
        (
            "EvaluateTaskAttributes=kind%3D%3D%22b%22".to_owned(),
            vec![&high],
        ),
        ("HasAddons=true".to_owned(), vec![]),
        (
            "Ordering=DateCreated:desc".to_owned(),
            vec![&old, &high, &low],
        ),
        (
            "Ordering=Priority:desc,VirtualStartTime:asc".to_owned(),
            vec![&high, &old, &low],
        ),
    ];
    for (query, expected) in cases {
        let list = lab.get(&format!("{path}/Tasks?{query}")).await.ok();
        let found: Vec<String> = list["tasks"].as_array().unwrap().iter().map(sid).collect();
        assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{query}");
    }
    for query in [
        "AssignmentStatus=lost",
        "Ordering=DateCreated:asc,VirtualStartTime:asc",
        "EvaluateTaskAttributes=kind",
        "Priority=high",
    ] {
        let reply = lab.get(&format!("{path}/Tasks?{query}")).await;
        assert_eq!(reply.code(), (400, 20001), "{query}");
    }
}

#[tokio::test]
async fn a_creation_is_answered_before_the_task_is_reserved() {
    let centre = Centre::new().await;
    centre.worker("dave", "Available").await;
    let reply = centre
        .lab
        .post(&format!("{}/Tasks", centre.path), &[("Priority", "3")])
        .await;
    assert_eq!(reply.status, 201, "{}", reply.text);
    assert_eq!(reply.headers["etag"], "\"0\"");
    let body = reply.ok();
    assert_eq!(body["assignment_status"], "pending");
    assert_eq!(body["ignore_capacity"], false);
    assert_eq!(body["task_queue_sid"], centre.queue.as_str());
    assert_eq!(centre.task_status(&sid(&body)).await, "reserved");
}

#[tokio::test]
async fn task_parameters_are_checked() {
    let centre = Centre::new().await;
    let path = format!("{}/Tasks", centre.path);
    let cases: [&[(&str, &str)]; 8] = [
        &[("Attributes", "{")],
        &[("Attributes", "[1]")],
        &[("Priority", "-1")],
        &[("Timeout", "1209601")],
        &[("TaskChannel", "fax")],
        &[("VirtualStartTime", "2030-01-01T00:00:00Z")],
        &[("WorkflowSid", "WQ00000000000000000000000000000001")],
        &[("RoutingTarget", "WT00000000000000000000000000000001")],
    ];
    for form in cases {
        let reply = centre.lab.post(&path, form).await;
        assert_eq!(reply.code(), (400, 20001), "{form:?}");
    }
    let body = centre
        .lab
        .post(
            &path,
            &[
                ("TaskChannel", "voice"),
                ("Timeout", "60"),
                ("Attributes", r#"{"a": "ü"}"#),
            ],
        )
        .await;
    assert_eq!(body.headers["etag"], "\"0\"");
    let body = body.ok();
    assert_eq!(body["task_channel_unique_name"], "voice");
    assert_eq!(body["attributes"], r#"{"a": "ü"}"#);
    assert_eq!(body["timeout"], 60);
    assert_eq!(body["addons"], "{}");
    assert_eq!(body["workflow_friendly_name"], "Route");
    assert_eq!(body["task_queue_friendly_name"], "All");
}

#[tokio::test]
async fn a_callback_a_workflow_does_not_have_is_null() {
    let lab = Lab::new();
    let path = lab.workspace().await;
    let configuration = r#"{"task_routing":{"filters":[]}}"#;
    let form = [("FriendlyName", "quiet"), ("Configuration", configuration)];
    let workflow = lab.post(&format!("{path}/Workflows"), &form).await.ok();
    assert!(workflow["assignment_callback_url"].is_null(), "{workflow}");
    assert!(workflow["fallback_assignment_callback_url"].is_null());
    let one = format!("{path}/Workflows/{}", sid(&workflow));
    let url = "https://example.com/assign";
    let told = lab.post(&one, &[("AssignmentCallbackUrl", url)]).await.ok();
    assert_eq!(told["assignment_callback_url"], url);
    let silent = lab.post(&one, &[("AssignmentCallbackUrl", "")]).await.ok();
    assert!(silent["assignment_callback_url"].is_null(), "{silent}");
}
