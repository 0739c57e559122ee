//! Determinism.

use super::*;

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
