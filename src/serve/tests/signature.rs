//! Who gets through to Twilio's routes, and what is handed on.

use axum::body::Body;
use axum::extract::Extension;
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::routing::any;
use axum::{Router, body::Bytes};
use serde_json::{Value, json};
use std::sync::Arc;
use tower::ServiceExt as _;

use super::lab::{
    self, Got, HOST, Lab, TOKEN, callback, form, form_with, get, got, json as signed_json,
};
use crate::model::Pairs;
use crate::serve::caller::Peer;
use crate::serve::signature::{TwilioRequest, check};
use crate::twilio::signature::{self, Algorithm};

const SID: &str = "EV00000000000000000000000000000001";

/// A route of Twilio's that says what it was told.
async fn echo(lab: &Lab, request: Request<Body>) -> Got {
    let said = |Extension(request): Extension<TwilioRequest>| async move {
        let pairs = |pairs: &Pairs| pairs.iter().map(|pair| json!(pair)).collect::<Vec<_>>();
        json!({ "form": pairs(&request.form), "query": pairs(&request.query) }).to_string()
    };
    let router: Router = Router::new()
        .route("/echo", any(said))
        .route_layer(from_fn_with_state(Arc::clone(&lab.shared), check));
    got(router.oneshot(request).await.unwrap()).await
}

#[tokio::test]
async fn forms_and_queries_are_handed_on_decoded() {
    let lab = Lab::new();
    let fields = [
        ("q", "1 + 1"),
        ("Sid", "b"),
        ("Sid", "a"),
        ("Sid", "b"),
        ("Empty", ""),
    ];
    let said = echo(&lab, form("/echo?q=in%20url&r=a+b", &fields)).await;
    assert_eq!(
        said.json(),
        json!({
            "form": [["q", "1 + 1"], ["Sid", "b"], ["Sid", "a"], ["Sid", "b"], ["Empty", ""]],
            "query": [["q", "in url"], ["r", "a b"]],
        })
    );
    let said = echo(&lab, get("/echo?q=in%20url&r=a+b")).await;
    assert_eq!(
        said.json(),
        json!({ "form": [], "query": [["q", "in url"], ["r", "a b"]] })
    );
    let said = echo(&lab, get("/echo")).await;
    assert_eq!(said.json()["query"], Value::Array(Vec::new()));
}

#[tokio::test]
async fn whoever_is_not_twilio_changes_nothing() {
    let lab = Lab::new();
    let fields = callback(SID, &[]);
    let fields = fields.as_slice();
    let mut changed = fields.to_vec();
    changed.push(("TaskPriority", "9"));
    let url = format!("http://{HOST}/events");
    let right = signature::sign(Algorithm::Sha1, TOKEN, &url, fields);
    let foreign = signature::sign(Algorithm::Sha1, "another token", &url, fields);
    let mut unsigned = form("/events", fields);
    unsigned.headers_mut().remove(signature::HEADER);
    let mut shared_key = form("/events", fields);
    shared_key.headers_mut().insert(
        signature::SETTINGS_HEADER,
        "key=SK1,algorithm=HMAC_SHA256".parse().unwrap(),
    );
    let altered = |request: Request<Body>, body: &str| request.map(|_| Body::from(body.to_owned()));
    let unhashed = {
        let signed = signature::sign::<&str, &str>(Algorithm::Sha1, TOKEN, &url, &[]);
        Request::post("/events")
            .header("host", HOST)
            .header("content-type", "application/json")
            .header(signature::HEADER, signed)
            .body(Body::from("[]"))
            .unwrap()
    };
    for (request, reason) in [
        (unsigned, "missing"),
        (form_with("/events", fields, &foreign), "wrong"),
        (form_with("/events", &changed, &right), "wrong"),
        (form_with("/events?x=1", fields, &right), "wrong"),
        (form_with("/events", fields, "not base64"), "wrong"),
        (form_with("/events", fields, ""), "wrong"),
        (shared_key, "algorithm"),
        (altered(signed_json("/events", "[]"), "[ ]"), "body"),
        (unhashed, "body"),
    ] {
        let line = format!("trctl_signatures_refused_total{{reason=\"{reason}\"}}");
        let before = lab.metric(&line).await;
        let got = lab.send(request).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{reason}");
        assert_eq!(got.json()["detail"], "not signed by Twilio");
        assert_eq!(lab.metric(&line).await, before + 1, "{reason}");
    }
    assert!(lab.store.events().is_empty());
    assert!(lab.store.rejected().is_empty());
}

#[tokio::test]
async fn a_large_body_of_nobody_is_not_even_read() {
    let lab = Lab::new();
    let endless =
        futures::stream::repeat_with(|| Ok::<_, std::io::Error>(Bytes::from_static(&[b' '; 4096])));
    let request = Request::post("/events?bodySHA256=00")
        .header("host", HOST)
        .header("content-type", "application/json")
        .header(signature::HEADER, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")
        .body(Body::from_stream(endless))
        .unwrap();
    assert_eq!(lab.send(request).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn bodies_have_limits() {
    let lab = Lab::with("[limits]\nform_bytes = 1000\nbatch_bytes = 2000\n");
    let long = "x".repeat(1001);
    let got = lab.send(form("/events", &[("a", &long)])).await;
    assert_eq!(got.status, StatusCode::PAYLOAD_TOO_LARGE);
    let spaces = format!("[{}]", " ".repeat(1990));
    assert_eq!(
        lab.send(signed_json("/events", &spaces)).await.status,
        StatusCode::NO_CONTENT
    );
    let spaces = format!("[{}]", " ".repeat(2000));
    assert_eq!(
        lab.send(signed_json("/events", &spaces)).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let chunks = futures::stream::repeat_with(|| Ok::<_, std::io::Error>(Bytes::from("x=1&")));
    let endless = form("/events", &[]).map(|_| Body::from_stream(chunks));
    assert_eq!(
        lab.send(endless).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_end_is_not_waited_for() {
    let lab = Lab::new();
    let silent = futures::stream::pending::<Result<Bytes, std::io::Error>>();
    let request = form("/events", &[]).map(|_| Body::from_stream(silent));
    assert_eq!(lab.send(request).await.status, StatusCode::REQUEST_TIMEOUT);
}

#[tokio::test]
async fn odd_encodings_are_only_text() {
    let lab = Lab::unsigned();
    for body in [
        "%",
        "%zz=%",
        "=&=&&",
        "a=%ff%fe",
        "\u{0}=\u{0}",
        "a=1&a=2&a=%00",
        "☎=%E2%98%8E",
        "a=%2525&b=+%20+",
    ] {
        let request = from_here("/echo").map(|_| Body::from(body));
        let got = echo(&lab, request).await;
        assert_eq!(got.status, StatusCode::OK, "{body:?}: {}", got.body);
    }
    let got = echo(&lab, from_here("/echo").map(|_| Body::from("☎=%E2%98%8E"))).await;
    assert_eq!(got.json()["form"], json!([["☎", "☎"]]));
}

/// A form without a signature, of somebody on this machine.
fn from_here(path: &str) -> Request<Body> {
    let mut request = form_with(path, &[], "");
    request
        .headers_mut()
        .insert("host", "localhost:8000".parse().unwrap());
    request
}

#[tokio::test]
async fn without_signatures_only_this_machine_itself_is_believed() {
    let lab = Lab::unsigned();
    assert_eq!(echo(&lab, from_here("/echo")).await.status, StatusCode::OK);
    for (name, value) in [
        ("host", "abc.tunnel.example"),
        ("x-forwarded-for", "192.0.2.1"),
        ("x-forwarded-proto", "https"),
        ("via", "1.1 proxy"),
    ] {
        let mut tunnelled = from_here("/events");
        tunnelled.headers_mut().insert(name, value.parse().unwrap());
        assert_eq!(
            lab.send(tunnelled).await.status,
            StatusCode::FORBIDDEN,
            "{name}"
        );
    }
    let mut remote = from_here("/events");
    remote
        .extensions_mut()
        .insert(Peer("192.0.2.1:4711".parse().unwrap()));
    assert_eq!(lab.send(remote).await.status, StatusCode::FORBIDDEN);
    let refused = "trctl_signatures_refused_total{reason=\"remote\"}";
    assert_eq!(lab.metric(refused).await, 5);
    assert!(lab.store.rejected().is_empty());
}

#[tokio::test]
async fn behind_a_proxy_the_public_url_is_signed() {
    let fields = callback(SID, &[]);
    let public = "https://voice.example.com/twilio/events";
    let signed = signature::sign(Algorithm::Sha1, TOKEN, public, &fields);
    let lab = Lab::with("public_url = \"https://voice.example.com/twilio\"");
    let got = lab.send(form_with("/events", &fields, &signed)).await;
    assert_eq!(got.status, StatusCode::NO_CONTENT);

    let public = "https://voice.example.com/events";
    let signed = signature::sign(Algorithm::Sha1, TOKEN, public, &fields);
    let lab = Lab::with("trusted_proxies = [\"10.0.0.0/8\"]");
    for (from, wanted) in [
        ("10.1.2.3:4711", StatusCode::NO_CONTENT),
        ("192.0.2.1:4711", StatusCode::FORBIDDEN),
    ] {
        let mut request = form_with("/events", &fields, &signed);
        let headers = request.headers_mut();
        headers.insert("x-forwarded-proto", "https".parse().unwrap());
        headers.insert("x-forwarded-host", "voice.example.com".parse().unwrap());
        request.extensions_mut().insert(Peer(from.parse().unwrap()));
        assert_eq!(lab.send(request).await.status, wanted, "{from}");
    }
}

#[tokio::test]
async fn the_documented_vector_is_taken() {
    let lab = Lab::with("public_url = \"https://hooks.example.com\"");
    let fields = [
        ("EventType", "reservation.accepted"),
        ("AccountSid", lab::ACCOUNT),
        ("WorkspaceSid", lab::WORKSPACE),
        ("WorkspaceName", "Support"),
        ("ResourceType", "reservation"),
        ("ResourceSid", "WR00000000000000000000000000000001"),
        ("Sid", SID),
        ("Timestamp", "1700000000"),
        ("TimestampMs", "1700000000123"),
        (
            "TaskAttributes",
            r#"{"type":"support","from":"+15551230001"}"#,
        ),
        ("WorkerAttributes", r#"{"contact_uri":"client:alice"}"#),
        ("TaskAge", "7"),
        ("TaskPriority", "0"),
        ("TaskAssignmentStatus", "assigned"),
        (
            "EventDescription",
            "Reservation WR00000000000000000000000000000001 accepted.",
        ),
    ];
    // Signed for `/taskrouter/event`, which is no route: the layer is what is asked.
    let request = form_with("/taskrouter/event", &fields, "s7uoG54110RPBaed9X3AzvaqCqs=");
    let router: Router = Router::new()
        .route("/taskrouter/event", any(|| async { "in" }))
        .route_layer(from_fn_with_state(Arc::clone(&lab.shared), check));
    let got = got(router.oneshot(request).await.unwrap()).await;
    assert_eq!(got.body, "in");
}
