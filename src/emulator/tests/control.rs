//! The control endpoints and the clock.

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::json;

use super::lab::{Centre, Lab};

#[tokio::test]
async fn the_clock_moves_only_forward_and_only_when_told() {
    let lab = Lab::new();
    let clock = lab.control("clock", json!({"advance": 1.5})).await.ok();
    assert_eq!(clock["now_ms"], super::lab::START + 1500);
    assert_eq!(clock["mode"], "manual");
    let clock = lab
        .control("clock", json!({"now": "2026-02-01T00:00:00Z"}))
        .await
        .ok();
    assert_eq!(clock["now"], "2026-02-01T00:00:00Z");
    for (body, expected) in [
        (json!({"now": "2026-01-01T00:00:00Z"}), 409),
        (json!({"advance": "-1s"}), 400),
        (json!({"advance": "soon"}), 400),
        (json!({"advance": 1, "now": "2027-01-01T00:00:00Z"}), 400),
        (json!({"forward": 1}), 400),
    ] {
        let reply = lab.control("clock", body.clone()).await;
        assert_eq!(reply.status, expected, "{body}: {}", reply.text);
    }
}

#[tokio::test]
async fn the_summary_counts_and_reset_clears() {
    let centre = Centre::new().await;
    centre.task(&[]).await;
    let lab = &centre.lab;
    let summary = lab.get("/_emulator/").await.ok();
    let workspace = &summary["workspaces"][0];
    assert_eq!(workspace["friendly_name"], "writers");
    assert_eq!(workspace["tasks"]["pending"], 1);
    assert_eq!(summary["clock"]["mode"], "manual");
    let same = lab.get("/_emulator").await.ok();
    assert_eq!(same["workspaces"], summary["workspaces"]);
    lab.control("conferences", json!({"friendly_name": "x"}))
        .await
        .ok();
    lab.control("reset", json!({})).await.ok();
    let summary = lab.get("/_emulator/").await.ok();
    assert_eq!(summary["workspaces"], json!([]));
    assert_eq!(summary["voice"]["conferences"], 0);
    let list = lab.get("/v1/Workspaces").await.ok();
    assert_eq!(list["workspaces"], json!([]));
}

#[tokio::test]
async fn an_unknown_control_endpoint_is_not_found_rather_than_unauthorized() {
    let lab = Lab::new();
    assert_eq!(lab.control("clocks", json!({})).await.code(), (404, 20404));
    let request = Request::delete("/_emulator").body(Body::empty()).unwrap();
    assert_eq!(lab.send(request).await.code(), (405, 20004));
}

#[tokio::test]
async fn web_pages_cannot_control_it() {
    let lab = Lab::new();
    let request = Request::post("/_emulator/reset")
        .header(header::ORIGIN, "https://evil.test")
        .body(Body::empty())
        .unwrap();
    assert_eq!(lab.send(request).await.code(), (403, 20403));
}
