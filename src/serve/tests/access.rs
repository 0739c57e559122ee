//! Who may read.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::routing::post;
use axum::{Extension, Router};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tower::ServiceExt as _;

use super::lab::{Lab, got};
use crate::serve::access::{PasswordHash, Viewer, admit};
use crate::serve::caller::Caller;

fn settings(more: &str) -> String {
    let password = PasswordHash::of(&"tulip".into()).unwrap();
    let token = PasswordHash::of(&"rose".into()).unwrap();
    format!(
        "{more}\n[users.anna]\npassword = \"{password}\"\nrole = \"lead\"\n\
         [tokens.grafana]\ntoken = \"{token}\"\nrole = \"viewer\"\n"
    )
}

fn basic(pair: &str) -> String {
    format!("Basic {}", STANDARD.encode(pair))
}

const PUBLIC: &str = "public_url = \"https://voice.example.com\"";

#[tokio::test]
async fn this_machine_is_asked_for_nothing_unless_others_come_through_it() {
    let lab = Lab::new();
    assert_eq!(lab.get("/metrics", &[]).await.status, StatusCode::OK);
    for header in [
        ("host", "evil.example"),
        ("x-forwarded-for", "127.0.0.1"),
        ("forwarded", "for=127.0.0.1"),
    ] {
        let got = lab.get("/metrics", &[header]).await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED, "{header:?}");
    }
    for settings in [PUBLIC, "trusted_proxies = [\"127.0.0.1\"]"] {
        let lab = Lab::with(settings);
        let got = lab.get("/metrics", &[]).await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED, "{settings}");
        assert!(
            got.headers["www-authenticate"]
                .to_str()
                .unwrap()
                .starts_with("Basic ")
        );
        for open in ["/healthz", "/hello", "/readyz"] {
            assert_eq!(lab.get(open, &[]).await.status, StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn a_password_or_a_token_opens() {
    let lab = Lab::with(&settings(PUBLIC));
    for (given, wanted) in [
        (basic("anna:tulip"), StatusCode::OK),
        ("bearer grafana.rose".to_owned(), StatusCode::OK),
        (basic("anna:rose"), StatusCode::UNAUTHORIZED),
        (basic("grafana:rose"), StatusCode::UNAUTHORIZED),
        ("Bearer anna.tulip".to_owned(), StatusCode::UNAUTHORIZED),
        ("Bearer rose".to_owned(), StatusCode::UNAUTHORIZED),
        ("Basic !!!".to_owned(), StatusCode::UNAUTHORIZED),
        ("Digest x".to_owned(), StatusCode::UNAUTHORIZED),
        (basic("anna:tulip"), StatusCode::OK),
    ] {
        let got = lab.get("/metrics", &[("authorization", &given)]).await;
        assert_eq!(got.status, wanted, "{given}");
    }
    // Malformed headers are no log-ins.
    let given = basic("anna:tulip");
    let got = lab.get("/metrics", &[("authorization", &given)]).await;
    assert!(
        got.body.contains("trctl_failed_logins_total 3\n"),
        "{}",
        got.body
    );
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let lab = Lab::with(&settings(&format!("{PUBLIC}\n[limits]\nfailed_logins = 2")));
    let wrong = basic("anna:1234");
    for _ in 0..2 {
        let got = lab.get("/metrics", &[("authorization", &wrong)]).await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED);
    }
    let got = lab.get("/metrics", &[("authorization", &wrong)]).await;
    assert_eq!(got.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: u64 = got.headers["retry-after"]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
}

#[tokio::test]
async fn what_changes_something_must_come_from_here() {
    let lab = Lab::with(PUBLIC);
    let shared = &lab.shared;
    let router: Router = Router::new()
        .route(
            "/change",
            post(|Extension(viewer): Extension<Arc<Viewer>>| async move {
                viewer.name.clone().unwrap_or_default()
            }),
        )
        .route_layer(from_fn_with_state(Arc::clone(shared), admit));
    for (name, value, wanted) in [
        ("sec-fetch-site", "cross-site", StatusCode::FORBIDDEN),
        ("sec-fetch-site", "same-site", StatusCode::FORBIDDEN),
        ("sec-fetch-site", "same-origin", StatusCode::UNAUTHORIZED),
        ("origin", "https://evil.example", StatusCode::FORBIDDEN),
        ("origin", "null", StatusCode::FORBIDDEN),
        (
            "origin",
            "https://voice.example.com",
            StatusCode::UNAUTHORIZED,
        ),
        ("origin", "http://localhost:8000", StatusCode::UNAUTHORIZED),
        ("accept", "*/*", StatusCode::UNAUTHORIZED),
    ] {
        let mut request = Request::post("/change")
            .header("host", "localhost:8000")
            .header(name, value)
            .body(Body::empty())
            .unwrap();
        request.extensions_mut().insert(Caller {
            address: [127, 0, 0, 1].into(),
            local: true,
        });
        let answered = got(router.clone().oneshot(request).await.unwrap()).await;
        assert_eq!(answered.status, wanted, "{name}: {value}");
    }
}
