//! Proxies named in the environment.
#![cfg(feature = "server")]

mod common;

use common::Sealed;
use common::lab::Lab;
use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

#[tokio::test]
async fn a_proxy_is_asked_for_what_lies_elsewhere() {
    let proxy = MockServer::start().await;
    Mock::given(matchers::any())
        .respond_with(ResponseTemplate::new(200).set_body_json(serde_json::json!({
            "workspaces": [],
            "meta": {"key": "workspaces", "next_page_url": null},
        })))
        .mount(&proxy)
        .await;
    let home = Sealed::new()
        .env("HTTP_PROXY", &proxy.uri())
        .env("TRCTL_BASE_URL", "http://twilio.invalid")
        .env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
        .env("TWILIO_AUTH_TOKEN", "secret");
    let ran = home.trctl("workspace list -o json");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "[]\n"), "{ran}");
    let asked = proxy.received_requests().await.unwrap();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].headers.get("host").unwrap(), "twilio.invalid");
}

#[test]
fn loopback_needs_no_proxy() {
    let mut lab = Lab::writers();
    // Nobody listens on the port of `discard`.
    lab.home.set_env("HTTP_PROXY", "http://127.0.0.1:9");
    lab.home.set_env("ALL_PROXY", "http://127.0.0.1:9");
    let ran = lab.trctl("workspace list --columns name --no-headers");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "writers\n"), "{ran}");
}
