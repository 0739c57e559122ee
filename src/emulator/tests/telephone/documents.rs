//! Documents that are wrong, move or cannot be had.

use super::*;

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
