//! What every answer has.

use axum::http::StatusCode;
use axum::routing::get;
use axum::{Router, middleware};
use std::sync::Arc;
use tower::ServiceExt as _;
use tower_http::catch_panic::CatchPanicLayer;

use super::lab::{Lab, got};
use crate::serve::frame;

#[tokio::test]
async fn browsers_are_told_to_be_strict() {
    let lab = Lab::new();
    for path in ["/healthz", "/nothing", "/metrics"] {
        let got = lab.get(path, &[]).await;
        let policy = got.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'self';"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(got.headers["x-content-type-options"], "nosniff");
        assert_eq!(got.headers["x-frame-options"], "DENY");
        assert_eq!(got.headers["referrer-policy"], "no-referrer");
        assert!(got.headers.contains_key("x-request-id"));
        assert!(!got.headers.contains_key("server"));
        assert!(!got.headers.contains_key("access-control-allow-origin"));
    }
}

#[tokio::test]
async fn readiness_names_what_is_waited_for() {
    let lab = Lab::new();
    lab.shared.readiness.wait_for("the back-fill");
    let waiting = lab.get("/readyz", &[]).await;
    assert_eq!(waiting.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(waiting.json()["waiting_for"][0], "the back-fill");
    assert_eq!(lab.get("/healthz", &[]).await.status, StatusCode::OK);
    lab.shared.readiness.done("the back-fill");
    assert_eq!(lab.get("/readyz", &[]).await.json()["ready"], true);
    lab.shared.stop.cancel();
    let stopping = lab.get("/readyz", &[]).await;
    assert_eq!(stopping.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn a_fault_of_our_own_is_an_answer_without_its_inside() {
    let lab = Lab::new();
    let shared = Arc::clone(&lab.shared);
    let router: Router = Router::new()
        .route(
            "/fault",
            get(|| async {
                assert!(std::env::args().count() == 0, "the secret is 1234");
            }),
        )
        .layer(CatchPanicLayer::custom(
            move |panic: Box<dyn std::any::Any + Send>| frame::panicked(&shared, panic.as_ref()),
        ))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&lab.shared),
            frame::frame,
        ));
    let request = axum::http::Request::get("/fault")
        .body(axum::body::Body::empty())
        .unwrap();
    let answered = got(router.oneshot(request).await.unwrap()).await;
    assert_eq!(answered.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!answered.body.contains("1234"), "{}", answered.body);
    assert_eq!(lab.metric("trctl_panics_total").await, 1);
}

#[tokio::test]
async fn requests_are_counted_by_route_and_status() {
    let lab = Lab::new();
    lab.get("/healthz", &[]).await;
    lab.get("/no/such/place", &[]).await;
    lab.get("/another/place", &[]).await;
    let healthy = "trctl_requests_total{route=\"/healthz\",status=\"200\"}";
    assert_eq!(lab.metric(healthy).await, 1);
    let strange = "trctl_requests_total{route=\"other\",status=\"404\"}";
    assert_eq!(lab.metric(strange).await, 2);
}
