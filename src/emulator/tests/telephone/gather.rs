//! `<Gather>`.

use super::*;

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
async fn words_are_told_before_all_is_said() {
    let application = Application::new(&[
        (
            "/voice",
            r#"<Gather input="speech" action="/got" partialResultCallback="/partial" partialResultCallbackMethod="GET" speechTimeout="auto"/>"#,
        ),
        ("/got", "<Hangup/>"),
        ("/partial", ""),
        ("/status", ""),
    ])
    .await;
    let lab = Lab::new();
    application.take_number(&lab).await;
    place(&lab, json!({"say": ["I want sales please"]})).await;
    lab.advance("1700ms").await;
    assert_eq!(application.asked("/partial").len(), 2);
    lab.advance("10s").await;
    let partial: Vec<(String, String)> = application
        .asked("/partial")
        .into_iter()
        .map(|form| {
            (
                form["SequenceNumber"].clone(),
                form["UnstableSpeechResult"].clone(),
            )
        })
        .collect();
    let expected = [
        ("0", "I"),
        ("1", "I want"),
        ("2", "I want sales"),
        ("3", "I want sales please"),
    ];
    assert_eq!(
        partial,
        expected.map(|(number, text)| (number.to_owned(), text.to_owned()))
    );
    assert_eq!(
        application.asked("/got")[0]["SpeechResult"],
        "I want sales please"
    );
}
