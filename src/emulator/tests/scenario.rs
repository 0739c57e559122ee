//! The life of tasks, as a client sees it.

use super::lab::{Centre, sid};

#[tokio::test]
async fn an_offer_times_out_is_rejected_accepted_wrapped_up_and_completed() {
    let centre = Centre::new().await;
    let (lab, path) = (&centre.lab, &centre.path);
    let task = centre.task(&[("Attributes", r#"{"type":"ticket"}"#)]).await;
    assert_eq!(centre.task_status(&task).await, "pending");

    let dave = centre.worker("dave", "Available").await;
    assert_eq!(centre.task_status(&task).await, "reserved");
    let offered = centre.reservation(&task).await;
    assert_eq!(offered["reservation_status"], "pending");
    assert_eq!(offered["worker_name"], "dave");

    lab.advance("10s").await;
    assert_eq!(
        centre.reservation(&task).await["reservation_status"],
        "timeout"
    );
    let worker = lab.get(&format!("{path}/Workers/{dave}")).await.ok();
    assert_eq!(worker["activity_name"], "Offline");
    assert_eq!(worker["available"], false);
    assert_eq!(centre.task_status(&task).await, "pending");

    let available = centre.activity("Available").await;
    let worker_path = format!("{path}/Workers/{dave}");
    lab.post(&worker_path, &[("ActivitySid", &available)])
        .await
        .ok();
    let away = centre.activity("Unavailable").await;
    let rejected = centre
        .answer(
            &task,
            &[
                ("ReservationStatus", "rejected"),
                ("WorkerActivitySid", &away),
            ],
        )
        .await
        .ok();
    assert_eq!(rejected["reservation_status"], "rejected");
    let worker = lab.get(&worker_path).await.ok();
    assert_eq!(worker["activity_name"], "Unavailable");

    lab.post(&worker_path, &[("ActivitySid", &available)])
        .await
        .ok();
    let accepted = centre
        .answer(&task, &[("ReservationStatus", "accepted")])
        .await
        .ok();
    assert_eq!(accepted["reservation_status"], "accepted");
    assert_eq!(centre.task_status(&task).await, "assigned");
    let channel = lab
        .get(&format!("{worker_path}/Channels/default"))
        .await
        .ok();
    assert_eq!(channel["assigned_tasks"], 1);
    assert_eq!(channel["available_capacity_percentage"], 0);

    let task_path = format!("{path}/Tasks/{task}");
    lab.post(&task_path, &[("AssignmentStatus", "wrapping")])
        .await
        .ok();
    assert_eq!(
        centre.reservation(&task).await["reservation_status"],
        "wrapping"
    );
    lab.advance("30s").await;
    let done = lab
        .post(
            &task_path,
            &[("AssignmentStatus", "completed"), ("Reason", "solved")],
        )
        .await
        .ok();
    assert_eq!(done["assignment_status"], "completed");
    assert_eq!(done["reason"], "solved");
    assert_eq!(done["age"], 40);

    lab.advance("6m").await;
    let gone = lab.get(&task_path).await;
    assert_eq!(gone.code(), (404, 20404));
    assert_eq!(
        gone.message(),
        format!(
            "The requested resource {} was not found",
            task_path.strip_prefix("/v1").unwrap()
        )
    );
}

#[tokio::test]
async fn refused_state_changes_have_twilios_words() {
    let centre = Centre::new().await;
    let task = centre.task(&[]).await;
    let path = format!("{}/Tasks/{task}", centre.path);
    for (status, verb) in [("completed", "complete"), ("wrapping", "wrap up a")] {
        let reply = centre
            .lab
            .post(&path, &[("AssignmentStatus", status)])
            .await;
        assert_eq!(reply.code(), (400, 20001));
        let message = reply.message();
        assert!(
            message.starts_with(&format!("Cannot {verb} task {task} in workspace WS")),
            "{message}"
        );
        assert!(message.ends_with("because it is not currently assigned."));
    }
}

#[tokio::test]
async fn attributes_sent_with_a_status_are_ignored() {
    let centre = Centre::new().await;
    let task = centre.task(&[("Attributes", r#"{"a":1}"#)]).await;
    let form = [
        ("AssignmentStatus", "canceled"),
        ("Reason", "hangup"),
        ("Attributes", r#"{"a":2}"#),
    ];
    let path = format!("{}/Tasks/{task}", centre.path);
    let body = centre.lab.post(&path, &form).await.ok();
    assert_eq!(body["assignment_status"], "canceled");
    assert_eq!(body["reason"], "hangup");
    assert_eq!(body["attributes"], r#"{"a":1}"#);
}

#[tokio::test]
async fn instructions_are_checked_and_carried_out() {
    let centre = Centre::new().await;
    let worker = centre.worker("dave", "Available").await;
    let task = centre
        .task(&[("Attributes", r#"{"call_sid":"CA1","to":"+15551230002"}"#)])
        .await;
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[("Instruction", "dance")], "55555"),
        (&[("Instruction", "dequeue")], "40132"),
        (&[("Instruction", "call"), ("CallFrom", "+1555")], "40112"),
        (
            &[
                ("Instruction", "redirect"),
                ("RedirectUrl", "https://x.test/"),
            ],
            "40121",
        ),
        (
            &[
                ("Instruction", "conference"),
                ("PostWorkActivitySid", "WA00000000000000000000000000000009"),
            ],
            "40139",
        ),
        (&[("Instruction", "supervise")], "40147"),
        (&[], "ReservationStatus"),
        (&[("ReservationStatus", "timeout")], "cannot be set"),
    ];
    for (form, expected) in cases {
        let reply = centre.answer(&task, form).await;
        assert_eq!(reply.code(), (400, 20001), "{form:?}");
        assert!(reply.message().contains(expected), "{}", reply.message());
    }
    assert_eq!(centre.task_status(&task).await, "reserved");

    let accepted = centre
        .answer(&task, &[("Instruction", "Conference"), ("From", "+1555")])
        .await
        .ok();
    assert_eq!(accepted["reservation_status"], "accepted");
    let reservation = sid(&accepted);
    let again = centre.answer(&task, &[("Instruction", "conference")]).await;
    assert_eq!(
        again.message(),
        format!(
            "Unable to execute Conference instruction. Reservation {reservation} is not \
             currently in a Pending state."
        )
    );
    let other_side = format!(
        "{}/Workers/{worker}/Reservations/{reservation}",
        centre.path
    );
    let seen = centre.lab.get(&other_side).await.ok();
    assert_eq!(
        seen["url"],
        format!("http://emulator.test:8765{other_side}")
    );
    let supervised = centre
        .lab
        .post(&other_side, &[("Instruction", "supervise")])
        .await;
    assert_eq!(supervised.code(), (400, 20001));
}

type Form<'a> = &'a [(&'a str, &'a str)];

#[tokio::test]
async fn details_of_instructions_are_kept_in_their_ranges() {
    let centre = Centre::new().await;
    centre.worker("dave", "Available").await;
    let attributes = r#"{"call_sid":"CA1","to":"+15551230002"}"#;
    let task = centre.task(&[("Attributes", attributes)]).await;
    let dequeue = [("Instruction", "dequeue"), ("DequeueFrom", "+1555")];
    let call = [
        ("Instruction", "call"),
        ("CallFrom", "+1555"),
        ("CallUrl", "https://x.test/"),
    ];
    let conference = [("Instruction", "conference")];
    let wrong: &[(Form<'_>, &str, &str)] = &[
        (&dequeue, "DequeueTimeout", "0"),
        (&dequeue, "DequeueTimeout", "1000"),
        (&dequeue, "DequeueTimeout", "soon"),
        (&dequeue, "DequeueRecord", "true"),
        (&dequeue, "DequeueStatusCallbackEvent", "busy"),
        (&call, "CallTimeout", "1000"),
        (&call, "CallRecord", "yes"),
        (&conference, "Timeout", "0"),
        (&conference, "Timeout", "1000"),
        (&conference, "MaxParticipants", "1"),
        (&conference, "MaxParticipants", "251"),
        (&conference, "Beep", "loud"),
        (&conference, "StatusCallbackEvent", "initiated,busy"),
        (&conference, "StatusCallbackMethod", "PUT"),
        (&conference, "ConferenceStatusCallbackEvent", "begin"),
        (&conference, "ConferenceRecord", "maybe"),
        (&conference, "ConferenceTrim", "yes"),
        (&conference, "RecordingChannels", "stereo"),
        (&conference, "Region", "mars1"),
        (&conference, "JitterBufferSize", "huge"),
        (&conference, "WaitUrl", "music"),
        (&conference, "WaitMethod", "DELETE"),
    ];
    for (base, name, value) in wrong {
        let form = [*base, &[(*name, *value)]].concat();
        let reply = centre.answer(&task, &form).await;
        assert_eq!(reply.code(), (400, 20001), "{name}={value}: {}", reply.text);
        let word = value.rsplit(',').next().unwrap();
        assert!(reply.message().contains(word), "{}", reply.message());
    }
    // A SIP address may ring for a shorter time.
    let sip = [("DequeueTo", "sip:d@x.test"), ("DequeueTimeout", "601")];
    let reply = centre.answer(&task, &[&dequeue[..], &sip].concat()).await;
    assert_eq!(reply.code(), (400, 20001), "{}", reply.text);

    let right = [
        ("Instruction", "conference"),
        ("Timeout", "999"),
        ("MaxParticipants", "2"),
        ("Beep", "onEnter"),
        ("StatusCallbackEvent", "initiated"),
        ("StatusCallbackEvent", "ringing"),
        ("ConferenceStatusCallbackEvent", "start end join"),
        ("ConferenceRecord", "record-from-start"),
        ("WaitUrl", ""),
        ("WaitMethod", "get"),
    ];
    let accepted = centre.answer(&task, &right).await.ok();
    assert_eq!(accepted["reservation_status"], "accepted");
    let mode = [
        ("Instruction", "supervise"),
        ("Supervisor", "client:x"),
        ("SupervisorMode", "shout"),
    ];
    assert_eq!(centre.answer(&task, &mode).await.code(), (400, 20001));
}

#[tokio::test]
async fn accepting_what_another_worker_took_is_gone() {
    let centre = Centre::new().await;
    let queue = format!("{}/TaskQueues/{}", centre.path, centre.queue);
    centre
        .lab
        .post(&queue, &[("MaxReservedWorkers", "2")])
        .await
        .ok();
    centre.worker("dave", "Available").await;
    centre.worker("edith", "Available").await;
    let task = centre.task(&[]).await;
    let path = format!("{}/Tasks/{task}/Reservations", centre.path);
    let both = centre.lab.get(&path).await.ok();
    let sids: Vec<String> = both["reservations"]
        .as_array()
        .unwrap()
        .iter()
        .map(sid)
        .collect();
    assert_eq!(sids.len(), 2);
    let accept = [("ReservationStatus", "accepted")];
    centre
        .lab
        .post(&format!("{path}/{}", sids[0]), &accept)
        .await
        .ok();
    let late = centre
        .lab
        .post(&format!("{path}/{}", sids[1]), &accept)
        .await;
    assert_eq!(late.code(), (410, 20410));
    let rescinded = centre
        .lab
        .get(&format!("{path}?ReservationStatus=rescinded"))
        .await
        .ok();
    assert_eq!(sid(&rescinded["reservations"][0]), sids[1]);
}
