//! What surrounds every request: credentials, headers, errors, versions.

use axum::body::Body;
use axum::http::{Method, Request, header};

use super::lab::{Centre, Lab, authorization};
use crate::emulator::{ApiKey, Config, DEFAULT_ACCOUNT};
use crate::routing::Moment;

#[tokio::test]
async fn only_known_credentials_are_let_in() {
    let key = ApiKey {
        sid: "SK00000000000000000000000000000001".to_owned(),
        secret: "secret:with:colons".into(),
    };
    let lab = Lab::with(&Config {
        api_keys: vec![key],
        ..Config::for_tests(Moment::default())
    });
    let key = authorization("SK00000000000000000000000000000001", "secret:with:colons");
    let cases = [
        (None, 401, "Authenticate"),
        (Some("Bearer x".to_owned()), 401, "Authenticate"),
        (Some("Basic ???".to_owned()), 401, "Authenticate"),
        (
            Some(authorization(DEFAULT_ACCOUNT, "wrong")),
            401,
            "Authenticate",
        ),
        (
            Some(authorization("ACwho", "wrong")),
            401,
            "Authentication Error - invalid username",
        ),
        (Some(key), 200, ""),
    ];
    for (credentials, status, message) in cases {
        let mut request = Request::get("/v1/Workspaces");
        if let Some(credentials) = &credentials {
            request = request.header(header::AUTHORIZATION, credentials);
        }
        let reply = lab.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(reply.status, status, "{credentials:?}");
        if status == 401 {
            assert_eq!(reply.code(), (401, 20003));
            assert_eq!(reply.message(), message);
        }
    }
}

#[tokio::test]
async fn errors_have_twilios_shape() {
    let lab = Lab::new();
    let workspace = lab.workspace().await;
    let cases = [
        (Method::GET, "/v1/Nothing".to_owned(), (404, 20404)),
        (Method::GET, "/nowhere".to_owned(), (404, 20404)),
        (Method::GET, format!("{workspace}/Tasks/WT12"), (404, 20404)),
        (Method::PUT, workspace.clone(), (405, 20004)),
        (Method::POST, format!("{workspace}/Tasks"), (400, 20001)),
        (
            Method::POST,
            format!("{workspace}/Activities"),
            (400, 20001),
        ),
    ];
    for (method, path, expected) in cases {
        let reply = lab.call(method.clone(), &path, &[], &[]).await;
        assert_eq!(reply.code(), expected, "{method} {path}: {}", reply.text);
        let body = reply.json();
        assert_eq!(body["status"], expected.0);
        assert_eq!(
            body["more_info"],
            format!("https://www.twilio.com/docs/errors/{}", expected.1)
        );
        assert_eq!(reply.headers[header::CONTENT_TYPE], "application/json");
    }
}

#[tokio::test]
async fn every_answer_carries_twilios_headers() {
    let lab = Lab::new();
    let reply = lab.get("/v1/Workspaces").await;
    let id = reply.headers["twilio-request-id"].to_str().unwrap();
    assert_eq!((id.len(), &id[..2]), (34, "RQ"));
    assert_eq!(reply.headers["twilio-concurrent-requests"], "1");
    for name in [
        "twilio-request-duration",
        "x-rate-limit-limit",
        "x-rate-limit-remaining",
        "x-rate-limit-config",
        "access-control-allow-origin",
        "access-control-expose-headers",
    ] {
        assert!(reply.headers.contains_key(name), "{name}");
    }
    let preflight = Request::options("/v1/Workspaces")
        .body(Body::empty())
        .unwrap();
    let reply = lab.send(preflight).await;
    assert_eq!(reply.status, 204);
    assert!(reply.headers.contains_key("access-control-allow-headers"));
}

#[tokio::test]
async fn a_change_of_an_old_version_is_refused() {
    let centre = Centre::new().await;
    let task = centre.task(&[]).await;
    let worker = centre.worker("dave", "Offline").await;
    for path in [
        format!("{}/Tasks/{task}", centre.path),
        format!("{}/Workers/{worker}", centre.path),
    ] {
        let lab = &centre.lab;
        let seen = lab.get(&path).await.headers["etag"].clone();
        let tag = seen.to_str().unwrap();
        let form = [("Attributes", r#"{"a":1}"#)];
        let update = |tag: String| {
            let path = path.clone();
            async move {
                lab.call(Method::POST, &path, &form, &[("If-Match", &tag)])
                    .await
            }
        };
        // Two clients saw the same version: one wins.
        let first = update(tag.to_owned()).await;
        assert_eq!(first.status, 200, "{}", first.text);
        let second = update(tag.to_owned()).await;
        assert_eq!(second.code(), (412, 20412));
        let fresh = first.headers["etag"].to_str().unwrap();
        let bare = fresh.trim_matches('"');
        assert_eq!(
            bare.parse::<u32>().unwrap(),
            tag.trim_matches('"').parse::<u32>().unwrap() + 1
        );
        assert_eq!(update(format!("W/{fresh}")).await.status, 200);
        assert_eq!(update("*".to_owned()).await.status, 200);
        let deleted = lab
            .call(Method::DELETE, &path, &[], &[("If-Match", "0")])
            .await;
        assert_eq!(deleted.code(), (412, 20412));
        let deleted = lab.delete(&path).await;
        assert_eq!((deleted.status.as_u16(), deleted.text.as_str()), (204, ""));
    }
}

#[tokio::test]
async fn one_request_is_one_version() {
    let centre = Centre::new().await;
    let worker = centre.worker("dave", "Offline").await;
    let path = format!("{}/Workers/{worker}", centre.path);
    let break_sid = centre.activity("Unavailable").await;
    let form = [
        ("FriendlyName", "david"),
        ("Attributes", r#"{"level":1}"#),
        ("ActivitySid", break_sid.as_str()),
    ];
    let reply = centre
        .lab
        .call(Method::POST, &path, &form, &[("If-Match", "0")])
        .await;
    assert_eq!(reply.headers["etag"], "\"1\"", "{}", reply.text);
    assert_eq!(reply.ok()["activity_name"], "Unavailable");
}

#[tokio::test]
async fn lists_filtered_by_an_expression_have_a_limit_when_asked_for() {
    let filters = [
        (
            "Tasks?EvaluateTaskAttributes=a%3D%3D1",
            "Task-List-EvaluateTaskAttributes",
        ),
        (
            "Workers?TargetWorkersExpression=a%3D%3D1",
            "Worker-List-TargetWorkersExpression",
        ),
        (
            "TaskQueues?EvaluateWorkerAttributes=%7B%7D",
            "TaskQueue-List-EvaluateWorkerAttributes",
        ),
    ];
    for enforce_rate_limits in [true, false] {
        let lab = Lab::with(&Config {
            enforce_rate_limits,
            ..Config::for_tests(Moment::default())
        });
        let (one, other) = (lab.workspace().await, lab.workspace().await);
        for (filter, key) in filters {
            let path = format!("{one}/{filter}");
            for remaining in ["2", "1", "0"] {
                let reply = lab.get(&path).await;
                assert_eq!(reply.status, 200, "{}", reply.text);
                if enforce_rate_limits {
                    assert_eq!(reply.headers["x-rate-limit-limit"], "3");
                    assert_eq!(reply.headers["x-rate-limit-remaining"], remaining);
                    assert_eq!(reply.headers["x-rate-limit-config"], key);
                }
            }
            let fourth = lab.get(&path).await;
            if !enforce_rate_limits {
                assert_eq!(fourth.status, 200);
                continue;
            }
            assert_eq!(fourth.code(), (429, 20429));
            assert_eq!(fourth.headers["retry-after"], "1");
            assert_eq!(fourth.headers["x-rate-limit-remaining"], "0");
            // Neither the plain list nor another workspace is affected.
            let collection = path.split('?').next().unwrap();
            assert_eq!(lab.get(collection).await.status, 200);
            assert_eq!(lab.get(&format!("{other}/{filter}")).await.status, 200);
            lab.advance("999ms").await;
            assert_eq!(lab.get(&path).await.status, 429);
            lab.advance("1ms").await;
            assert_eq!(lab.get(&path).await.status, 200);
        }
    }
}
