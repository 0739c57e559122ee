//! What the fault lab does to callbacks.

use serde_json::{Value, json};

use super::lab::{Centre, START, sid};
use super::receiver::{Got, Receiver, asking, instruction, until_status};

/// A centre that posts the creation of tasks, and every task it made.
async fn storm(receiver: &Receiver, rules: Value) -> Centre {
    let centre = Centre::new().await;
    let url = format!("{}/events", receiver.url);
    let form = [
        ("EventCallbackUrl", url.as_str()),
        ("EventsFilter", "task.created"),
    ];
    centre.lab.post(&centre.path, &form).await.ok();
    let plan = json!({ "callbacks": rules });
    centre.lab.control("faults", plan).await.ok();
    centre
}

async fn tasks(centre: &Centre, count: usize) -> Vec<String> {
    let mut sids = Vec::new();
    for _ in 0..count {
        sids.push(centre.task(&[]).await);
    }
    sids
}

#[tokio::test]
async fn the_fault_lab_loses_and_duplicates_events() {
    let mut receiver = Receiver::new(vec![]).await;
    let rules = json!([
        { "event": "task.*", "after": 1, "first": 1, "lost": true },
        { "callback": "event", "after": 2, "first": 1, "duplicated": true },
    ]);
    let centre = storm(&receiver, rules).await;
    let made = tasks(&centre, 4).await;
    let mut got = Vec::new();
    for _ in 0..4 {
        got.push(receiver.next().await);
    }
    let order: Vec<&str> = got.iter().map(|got| got.form["TaskSid"].as_str()).collect();
    assert_eq!(order, [&made[0], &made[2], &made[2], &made[3]]);
    assert!(got.iter().all(|got| got.signed));
    assert_eq!(got[1].form["Sid"], got[2].form["Sid"]);
    let token = |got: &Got| got.headers["i-twilio-idempotency-token"].clone();
    assert_eq!(token(&got[1]), token(&got[2]));
    let alerts = centre.lab.get("/_emulator/alerts").await.ok();
    assert_eq!(alerts["alerts"], json!([]));
}

#[tokio::test]
async fn the_fault_lab_delivers_events_late_by_the_emulators_clock() {
    let mut receiver = Receiver::new(vec![]).await;
    let rules = json!([{ "first": 1, "late_ms": 3000 }]);
    let centre = storm(&receiver, rules).await;
    let made = tasks(&centre, 2).await;
    assert_eq!(receiver.next().await.form["TaskSid"], made[1]);
    centre.lab.advance("2s").await;
    let third = centre.task(&[]).await;
    assert_eq!(receiver.next().await.form["TaskSid"], third);
    let waiting = centre.lab.get("/_emulator/").await.ok()["events_waiting"].clone();
    assert_eq!(waiting, 1);
    centre.lab.advance("1s").await;
    let late = receiver.next().await.form;
    assert_eq!(late["TaskSid"], made[0]);
    assert_eq!(late["TimestampMs"], START.to_string());
}

#[tokio::test]
async fn the_fault_lab_lets_the_next_event_overtake() {
    let mut receiver = Receiver::new(vec![]).await;
    let rules = json!([{ "every": 2, "out_of_order": true }]);
    let centre = storm(&receiver, rules).await;
    let made = tasks(&centre, 4).await;
    let mut order = Vec::new();
    for _ in 0..3 {
        order.push(receiver.next().await.form["TaskSid"].clone());
    }
    assert_eq!(order, [&made[0], &made[2], &made[1]].map(Clone::clone));
    // Nothing comes behind the last one; it is sent all the same when it has waited long enough.
    centre.lab.advance("5s").await;
    assert_eq!(receiver.next().await.form["TaskSid"], made[3]);
}

#[tokio::test]
async fn what_the_fault_lab_holds_back_does_not_reach_the_state_that_is_loaded() {
    let mut receiver = Receiver::new(vec![]).await;
    let later = storm(&receiver, json!([])).await;
    later.lab.advance("1h").await;
    let later = later.lab.get("/_emulator/snapshot").await.text;
    let rules = json!([
        { "first": 2, "late_ms": 3000 },
        { "after": 2, "first": 1, "out_of_order": true },
    ]);
    let centre = storm(&receiver, rules).await;
    tasks(&centre, 3).await;
    let waiting = async || centre.lab.get("/_emulator/").await.ok()["events_waiting"].clone();
    while waiting().await != 3 {
        tokio::task::yield_now().await;
    }

    // By the clock of the new state all of them would be due, and it has the same workspace.
    centre.lab.load(&later).await.ok();
    while waiting().await != 0 {
        tokio::task::yield_now().await;
    }
    let made = tasks(&centre, 2).await;
    let got = [receiver.next().await, receiver.next().await];
    assert_eq!(got.map(|got| got.form["TaskSid"].clone()), made[..]);
    let sent = async || {
        let seen = centre.lab.get("/_emulator/inspect").await.ok();
        seen["callbacks"].as_array().unwrap().len()
    };
    while sent().await < 2 {
        tokio::task::yield_now().await;
    }
    assert_eq!(sent().await, 2);
    assert!(receiver.got.try_recv().is_err());
}

#[tokio::test]
async fn the_fault_lab_forges_signatures_and_shifts_clocks() {
    let mut receiver = Receiver::new(vec![]).await;
    let rules = json!([
        { "first": 1, "wrong_signature": true },
        { "after": 1, "first": 1, "skew_ms": -90_500 },
    ]);
    let centre = storm(&receiver, rules).await;
    tasks(&centre, 3).await;
    let (forged, skewed, honest) = (
        receiver.next().await,
        receiver.next().await,
        receiver.next().await,
    );
    assert_eq!(
        (forged.signed, skewed.signed, honest.signed),
        (false, true, true)
    );
    let start = START;
    assert_eq!(skewed.form["TimestampMs"], (start - 90_500).to_string());
    assert_eq!(skewed.form["Timestamp"], (start / 1000 - 91).to_string());
    assert_eq!(skewed.form["TaskDateCreated"], (start / 1000).to_string());
    assert_eq!(honest.form["TimestampMs"], start.to_string());
}

#[tokio::test]
async fn the_fault_lab_troubles_assignments_too() {
    let accept = || instruction(r#"{"instruction":"accept"}"#);
    let plan = |rule: Value| json!({ "callbacks": [rule] });

    let mut receiver = Receiver::new(vec![accept(), instruction("nonsense")]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let twice = plan(json!({ "callback": "assignment", "duplicated": true }));
    centre.lab.control("faults", twice).await.ok();
    let task = centre.task(&[]).await;
    let (first, second) = (receiver.next().await, receiver.next().await);
    assert_eq!(first.path, second.path);
    assert_eq!(first.form["ReservationSid"], second.form["ReservationSid"]);
    until_status(&centre, &task, "assigned").await;

    let mut receiver = Receiver::new(vec![accept()]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let late = plan(json!({ "late_ms": 4000, "wrong_signature": true, "skew_ms": 60000 }));
    centre.lab.control("faults", late).await.ok();
    let task = centre.task(&[]).await;
    assert_eq!(centre.task_status(&task).await, "reserved");
    assert!(receiver.got.try_recv().is_err());
    centre.lab.advance("4s").await;
    let got = receiver.next().await;
    assert!(!got.signed);
    let at = (START / 1000 + 60).to_string();
    assert_eq!(got.form["Timestamp"], at);
    until_status(&centre, &task, "assigned").await;

    let mut receiver = Receiver::new(vec![]).await;
    let centre = asking(&receiver, "/assign", "/fallback").await;
    let lost = plan(json!({ "callback": "assignment", "first": 1, "lost": true }));
    centre.lab.control("faults", lost).await.ok();
    let task = centre.task(&[]).await;
    let lost = sid(&centre.reservation(&task).await);
    centre.lab.advance("10s").await;
    until_status(&centre, &task, "pending").await;
    centre.worker("edith", "Available").await;
    let next = receiver.next().await;
    assert_ne!(next.form["ReservationSid"], lost);
}

#[tokio::test]
async fn the_same_seed_makes_the_same_storm() {
    let run = |seed: u64| async move {
        let mut receiver = Receiver::new(vec![]).await;
        let centre = storm(&receiver, json!([])).await;
        let plan = json!({ "seed": seed, "scenario": "event-storm" });
        centre.lab.control("faults", plan).await.ok();
        let made = tasks(&centre, 40).await;
        centre.lab.advance("1m").await;
        while centre.lab.get("/_emulator/").await.ok()["events_waiting"] != 0 {
            tokio::task::yield_now().await;
        }
        let shown = centre.lab.get("/_emulator/faults").await.ok();
        let fired: Vec<u64> = shown["callbacks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["fired"].as_u64().unwrap())
            .collect();
        let count = made.len() + usize::try_from(fired[0]).unwrap();
        let mut got = Vec::new();
        for _ in 0..count {
            let sid = receiver.next().await.form["TaskSid"].clone();
            got.push(made.iter().position(|task| *task == sid).unwrap());
        }
        (got, fired)
    };
    let (order, fired) = run(1).await;
    assert!(!order.is_sorted());
    assert!(fired.iter().all(|count| *count > 0), "{fired:?}");
    // Nothing is lost, and everything comes as often as planned.
    let mut distinct = order.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), 40);
    let (again, fired_again) = run(1).await;
    assert_eq!(fired, fired_again);
    let sorted = |mut list: Vec<usize>| {
        list.sort_unstable();
        list
    };
    assert_eq!(sorted(order), sorted(again));
    assert_ne!(fired, run(2).await.1);
}
