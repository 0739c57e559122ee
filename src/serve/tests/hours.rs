//! Whether somebody is there.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use super::lab::{HOST, Lab, TOKEN};
use crate::twilio::signature::{self, Algorithm};

/// A Friday, 11:00 in Madrid.
const FRIDAY: &str = "2026-11-20T10:00:00Z";
const FLOW: &str = r#"
    [hours]
    time_zone = "Europe/Madrid"
    open = { mon-fri = "09:00-18:00" }
    holidays = { 12-25 = { name = "Christmas" } }
    [numbers."+15550199".hours]
    time_zone = "America/New_York"
    open = { every-day = "00:00-05:30" }
"#;

#[tokio::test]
async fn it_tells_whether_somebody_is_there() {
    let lab = Lab::flowing(FRIDAY, FLOW);
    let asked = async |query: &str| lab.get(&format!("/hours{query}"), &[]).await;
    let open = asked("").await;
    assert_eq!(open.status, StatusCode::OK, "{}", open.body);
    assert_eq!(
        open.json(),
        json!({
            "open": true, "state": "open", "holiday": null,
            "at": "2026-11-20T11:00:00+01:00", "time_zone": "Europe/Madrid",
        })
    );
    for (query, is_open, state, holiday) in [
        ("?at=2026-11-20T17:00:00Z", false, "closed", Value::Null),
        (
            "?at=2026-12-25T10:00:00Z",
            false,
            "holiday",
            json!("Christmas"),
        ),
        // Its own hours: five in the morning, and six.
        ("?number=%2B15550199", true, "open", Value::Null),
        (
            "?number=+15550199&at=2026-11-20T11:00:00Z",
            false,
            "closed",
            Value::Null,
        ),
        ("?number=%2B15550111", true, "open", Value::Null),
    ] {
        let told = asked(query).await.json();
        assert_eq!(told["open"], is_open, "{query}: {told}");
        assert_eq!(told["state"], state, "{query}: {told}");
        assert_eq!(told["holiday"], holiday, "{query}: {told}");
    }
    let wrong = asked("?at=noon").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST, "{}", wrong.body);
    // Without hours somebody always is.
    let always = Lab::new().get("/hours", &[]).await.json();
    assert_eq!(
        (&always["open"], &always["time_zone"]),
        (&json!(true), &Value::Null)
    );
}

#[tokio::test]
async fn twilio_may_ask_and_who_may_read() {
    let lab = Lab::flowing(FRIDAY, FLOW);
    let path = "/hours?number=%2B15550199";
    let request = |signature: Option<&str>| {
        let mut request = Request::get(path).header("host", HOST);
        if let Some(signature) = signature {
            request = request.header(signature::HEADER, signature);
        }
        request.body(Body::empty()).unwrap()
    };
    let url = format!("http://{HOST}{path}");
    let signed = signature::sign::<&str, &str>(Algorithm::Sha1, TOKEN, &url, &[]);
    for (given, status) in [
        (Some(signed.as_str()), StatusCode::OK),
        (Some("x"), StatusCode::FORBIDDEN),
        (None, StatusCode::UNAUTHORIZED),
    ] {
        let got = lab.send(request(given)).await;
        assert_eq!(got.status, status, "{given:?}: {}", got.body);
    }
}
