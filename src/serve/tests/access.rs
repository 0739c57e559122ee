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
use crate::serve::access::{PasswordHash, Role, Viewer, admit};
use crate::serve::caller::Caller;
use crate::serve::openapi::document;

fn settings(more: &str) -> String {
    let password = PasswordHash::of(&"tulip".into()).unwrap();
    let token = PasswordHash::of(&"rose".into()).unwrap();
    format!(
        "{more}\n[users.anna]\npassword = \"{password}\"\nrole = \"admin\"\n\
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
    // What is public for this machine alone lets nobody else in.
    let lab = Lab::with("public_url = \"http://127.0.0.1:8000\"");
    assert_eq!(lab.get("/metrics", &[]).await.status, StatusCode::OK);
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
        let got = lab.get("/stats", &[("authorization", &given)]).await;
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

/// The status of an answer that may never end.
async fn status(lab: &Lab, method: &str, path: &str, given: Option<&str>) -> u16 {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", "localhost");
    if let Some(given) = given {
        request = request.header("authorization", given);
    }
    let request = request.body(Body::empty()).unwrap();
    let answer = lab.router().oneshot(request).await.unwrap();
    answer.status().as_u16()
}

#[tokio::test]
async fn every_route_is_for_the_roles_it_is_described_for() {
    let hash = PasswordHash::of(&"rose".into()).unwrap();
    let mut settings = format!("{PUBLIC}\n[limits]\nfailed_logins = 1000\n");
    settings.extend(
        Role::ALL.map(|role| format!("[tokens.{role}]\ntoken = \"{hash}\"\nrole = \"{role}\"\n")),
    );
    let lab = Lab::with(&settings);
    let document = document();
    let mut asked = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            // Nobody has heard of the queue, which is found out behind every door.
            let path = path.replace("{name}", "Support");
            let method = method.to_uppercase();
            let check = async |given: Option<&str>, wanted: &[u16]| {
                let got = status(&lab, &method, &path, given).await;
                assert!(wanted.contains(&got), "{method} {path} {given:?}: {got}");
                let described = operation["responses"].get(got.to_string());
                assert!(described.is_some(), "{method} {path}: {got}");
            };
            let doors = operation["security"].to_string();
            let least = operation["x-role"].as_str();
            let is_read = doors.contains("password");
            assert_eq!(least.is_some(), is_read && !doors.contains("signature"));
            asked += 1;
            if !is_read {
                // Each tells at most one of those that it is described with.
                let wanted: &[u16] = match doors.as_str() {
                    // Who signs in with nothing is not let in.
                    "[]" if path == "/agent/sign-in" => &[401],
                    "[]" => &[200, 302, 303, 308, 404],
                    // Browsers are led to where they sign in; a name and a password are wanted.
                    session if session.contains("session") && path == "/agent/act" => &[303],
                    session if session.contains("session") => &[400, 401],
                    _ => &[403],
                };
                check(None, wanted).await;
                continue;
            }
            check(None, &[401]).await;
            check(Some("Bearer admin.tulip"), &[401]).await;
            let least = least.map(|least| {
                let mut roles = Role::ALL.into_iter();
                roles.find(|role| role.to_string() == least).unwrap()
            });
            for role in Role::ALL {
                let wanted: &[u16] = if Some(role) < least {
                    &[403]
                } else {
                    &[200, 404]
                };
                check(Some(&format!("Bearer {role}.rose")), wanted).await;
            }
        }
    }
    assert!(asked > 40, "{asked}");
}

#[tokio::test]
async fn every_read_route_slows_guessing_down() {
    let lab = Lab::with(&settings(&format!("{PUBLIC}\n[limits]\nfailed_logins = 1")));
    let wrong = basic("anna:1234");
    assert_eq!(status(&lab, "GET", "/stats", Some(&wrong)).await, 401);
    for (path, methods) in document()["paths"].as_object().unwrap() {
        let Some(operation) = methods.get("get") else {
            continue;
        };
        if operation["security"].to_string().contains("password") {
            let path = path.replace("{name}", "Support");
            assert_eq!(
                status(&lab, "GET", &path, Some(&wrong)).await,
                429,
                "{path}"
            );
            assert!(operation["responses"].get("429").is_some(), "{path}");
        }
    }
}
