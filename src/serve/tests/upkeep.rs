//! What the server does by itself.

use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::http::StatusCode;
use serde_json::json;

use super::lab::{Lab, callback, form};
use crate::serve::{look, upkeep};

const EVENT: &str = "EV00000000000000000000000000000001";

#[tokio::test(start_paused = true)]
async fn it_is_not_ready_before_the_figures_are() {
    let lab = Lab::new();
    let store = &lab.store;
    store.is_behind.store(true, Ordering::Relaxed);
    let sent = lab.send(form("/events", &callback(EVENT, &[]))).await;
    assert_eq!(sent.status, StatusCode::NO_CONTENT);
    upkeep::keep_figures(&lab.shared);
    // Nothing else is to be done meanwhile, however long that is.
    tokio::time::sleep(Duration::from_mins(1)).await;
    let got = lab.get("/readyz", &[]).await;
    assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE, "{}", got.body);
    let waiting_for = &got.json()["waiting_for"];
    assert_eq!(waiting_for[0], "the facts of the events in the store");

    // The facts have followed, and cannot be read.
    store.full.store(true, Ordering::Relaxed);
    store.projected.send_replace(1);
    tokio::time::sleep(Duration::from_mins(1)).await;
    let got = lab.get("/readyz", &[]).await;
    assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE, "{}", got.body);

    store.full.store(false, Ordering::Relaxed);
    tokio::time::sleep(Duration::from_mins(1)).await;
    let got = lab.get("/readyz", &[]).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
}

#[tokio::test(start_paused = true)]
async fn it_does_without_a_look_at_a_workspace_that_is_not_to_be_reached() {
    const LOOK: &str = "a look at the workspace";
    let lab = Lab::new();
    look::keep(&lab.shared);
    let got = lab.get("/readyz", &[]).await;
    assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE, "{}", got.body);
    let told = got.json();
    assert_eq!(
        (&told["waiting_for"][0], &told["without"]),
        (&json!(LOOK), &json!([]))
    );
    while lab.get("/readyz", &[]).await.status != StatusCode::OK {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let told = lab.get("/readyz", &[]).await.json();
    assert_eq!(
        told,
        json!({ "ready": true, "waiting_for": [], "without": [LOOK] })
    );
    lab.shared.stop.cancel();
}
