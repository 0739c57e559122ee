//! `<Dial>` to telephones.

use super::*;

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
async fn who_dialled_hangs_up_with_a_star() {
    for (attributes, digits, seconds) in [
        (r#"hangupOnStar="true""#, "*", 2),
        (r#"hangupOnStar="true""#, "ww*", 3),
        (r#"hangupOnStar="true" timeLimit="20""#, "1", 21),
        (r#"timeLimit="20""#, "*", 21),
    ] {
        let document = format!(r#"<Dial action="/dialled" {attributes}>+15550203</Dial>"#);
        let application = Application::new(&[
            ("/voice", &document),
            ("/dialled", "<Pause length=\"60\"/>"),
            ("/status", ""),
        ])
        .await;
        let lab = Lab::new();
        application.take_number(&lab).await;
        let call = place(&lab, json!({"digits": [digits]})).await;
        lab.advance(&format!("{}ms", seconds * 1000 - 1)).await;
        assert_eq!(application.asked("/dialled").len(), 0, "{document}");
        lab.advance("1ms").await;
        let dialled = &application.asked("/dialled")[0];
        assert_eq!(dialled["DialCallStatus"], "completed", "{document}");
        assert_eq!(status(&lab, &call).await, "in-progress");
        assert_eq!(status(&lab, &dialled["DialCallSid"]).await, "completed");
    }
}

#[tokio::test]
async fn a_time_limit_out_of_range_is_told_and_left_out() {
    for limit in ["0", "14401"] {
        let document = format!(
            r#"<Dial timeLimit="{limit}"><Number sendDigits="ww12">+15550203</Number></Dial>"#
        );
        let application = Application::new(&[("/voice", &document), ("/status", "")]).await;
        let lab = Lab::new();
        application.take_number(&lab).await;
        let call = place(&lab, json!({})).await;
        lab.advance("30s").await;
        assert_eq!(alert_codes(&lab).await, [13216]);
        assert_eq!(status(&lab, &call).await, "in-progress");
        let sent: Vec<Value> = steps(&lab)
            .await
            .into_iter()
            .filter(|step| step["step"] == "sends-digits")
            .map(|step| step["details"]["digits"].clone())
            .collect();
        assert_eq!(sent, ["ww12"]);
    }
}
