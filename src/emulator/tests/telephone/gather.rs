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
