//! What participants of a conference hear apart from the others, and who may be one.

use super::*;

/// A lab with a caller in a conference that waits to begin.
async fn waiting(attributes: &str, more: &[(&str, &str)]) -> (Lab, Application, String) {
    let application = Application::new(more).await;
    let document = format!("<Dial><Conference {attributes}>room</Conference></Dial>");
    application.answer("/voice", &document);
    application.answer("/status", "");
    application.answer("/room", "");
    let lab = Lab::new();
    application.take_number(&lab).await;
    let call = place(&lab, json!({})).await;
    lab.advance("0s").await;
    (lab, application, call)
}

/// Somebody else joins.
async fn join(lab: &Lab) -> String {
    let twiml = "<Response><Dial><Conference>room</Conference></Dial></Response>";
    let form = [("To", "+15550300"), ("From", NUMBER), ("Twiml", twiml)];
    let call = sid(&lab.post(&account("Calls"), &form).await.ok());
    lab.advance("1s").await;
    call
}

fn said(steps: &[Value], call: &str) -> usize {
    steps
        .iter()
        .filter(|step| step["leg_sid"] == call && step["step"] == "say")
        .count()
}

#[tokio::test]
async fn the_wait_document_is_played_once_unless_it_redirects() {
    let (lab, application, call) = waiting(
        r#"waitUrl="/hold" waitMethod="GET""#,
        &[("/hold", "<Say>Wait.</Say><Pause length=\"4\"/>")],
    )
    .await;
    lab.advance("60s").await;
    assert_eq!(application.asked("/hold").len(), 1);
    assert_eq!(application.asked("/hold")[0]["CallSid"], call);
    assert_eq!(said(&steps(&lab).await, &call), 1);

    let (lab, application, call) = waiting(
        r#"waitUrl="/hold""#,
        &[("/hold", "<Pause length=\"10\"/><Redirect>/hold</Redirect>")],
    )
    .await;
    lab.advance("25s").await;
    assert_eq!(application.asked("/hold").len(), 3);
    // Not any more when the conference begins.
    join(&lab).await;
    lab.advance("60s").await;
    assert_eq!(application.asked("/hold").len(), 3);
    assert_eq!(status(&lab, &call).await, "in-progress");
    assert_eq!(alert_codes(&lab).await, [0; 0]);
}

#[tokio::test]
async fn what_is_wrong_with_a_wait_document_is_silence() {
    let (lab, _application, call) = waiting(r#"waitUrl="/hold""#, &[("/hold", "<Hangup/>")]).await;
    lab.advance("10s").await;
    assert_eq!(alert_codes(&lab).await, [12200]);
    assert_eq!(status(&lab, &call).await, "in-progress");
}

#[tokio::test]
async fn on_hold_a_document_is_heard_and_announcements_are_reported() {
    let (lab, application, call) = waiting(
        r#"statusCallback="/room" statusCallbackEvent="hold modify announcement""#,
        &[
            ("/hold", "<Say>Hold.</Say>"),
            ("/news", "<Say>In five minutes we close.</Say>"),
        ],
    )
    .await;
    let other = join(&lab).await;
    let conference = sid(&voice(&lab, "Conferences").await["conferences"][0]);
    let participant = account(&format!("Conferences/{conference}/Participants/{call}"));
    let url = |path: &str| format!("{}{path}", application.url);
    let (hold, news, missing) = (url("/hold"), url("/news"), url("/missing"));
    let form = [("Hold", "true"), ("HoldUrl", hold.as_str())];
    lab.post(&participant, &form).await.ok();
    lab.advance("5s").await;
    let asked = application.asked("/hold");
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0]["ConferenceSid"], conference);
    let form = [("Hold", "false"), ("EndConferenceOnExit", "true")];
    lab.post(&participant, &form).await.ok();
    let form = [("AnnounceUrl", news.as_str()), ("AnnounceMethod", "GET")];
    lab.post(&participant, &form).await.ok();
    lab.advance("5s").await;
    let everybody = account(&format!("Conferences/{conference}"));
    let form = [("AnnounceUrl", news.as_str())];
    lab.post(&everybody, &form).await.ok();
    lab.advance("5s").await;
    let form = [("AnnounceUrl", missing.as_str())];
    lab.post(&everybody, &form).await.ok();
    lab.advance("0s").await;
    let told: Vec<(String, Option<String>)> = application
        .asked("/room")
        .iter()
        .map(|form| {
            let event = form["StatusCallbackEvent"].clone();
            (event, form.get("CallSid").cloned())
        })
        .collect();
    let expected = [
        ("participant-hold", Some(&call)),
        ("participant-modify", Some(&call)),
        ("participant-unhold", Some(&call)),
        ("announcement-end", Some(&call)),
        ("announcement-end", None),
        ("announcement-fail", None),
    ];
    let expected = expected.map(|(event, call)| (event.to_owned(), call.cloned()));
    assert_eq!(told, expected);
    let last = application.asked("/room").pop().unwrap();
    assert_eq!(last["AnnounceUrl"], missing);
    for call in [call, other] {
        assert_eq!(status(&lab, &call).await, "in-progress");
    }
}

#[tokio::test]
async fn a_coach_needs_somebody_to_coach_and_a_label_is_short() {
    for (attributes, code, joins) in [
        (r#"coach="somebody""#.to_owned(), 13240, true),
        (
            r#"coach="CA00000000000000000000000000000009""#.to_owned(),
            16028,
            true,
        ),
        (
            format!(r#"participantLabel="{}""#, "x".repeat(129)),
            16023,
            false,
        ),
        (r#"participantLabel="a/b""#.to_owned(), 16023, false),
    ] {
        let (lab, _application, call) = waiting(&attributes, &[]).await;
        assert_eq!(alert_codes(&lab).await, [code], "{attributes}");
        let inside = names(&lab, &call)
            .await
            .contains(&"joined-conference".to_owned());
        assert_eq!(inside, joins, "{attributes}");
        if joins {
            let conference = sid(&voice(&lab, "Conferences").await["conferences"][0]);
            let row = voice(
                &lab,
                &format!("Conferences/{conference}/Participants/{call}"),
            )
            .await;
            assert_eq!(row["coaching"], false);
        }
    }
    let lab = Lab::new();
    let form = [("From", NUMBER), ("To", "+15550301"), ("Label", "a/b")];
    let path = account("Conferences/team/Participants");
    assert_eq!(lab.post(&path, &form).await.code(), (400, 16024));
}
