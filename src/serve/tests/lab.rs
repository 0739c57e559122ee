//! A server without a port, and requests that Twilio might send.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, Response, StatusCode};
use secrecy::SecretString;
use serde_json::Value;
use tower::ServiceExt as _;
use url::form_urlencoded;

use super::store::Memory;
use crate::model::sid::{AccountSid, Sid as _, WorkspaceSid};
use crate::serve::shared::Shared;
use crate::serve::{Config, Parts, ServeSettings, router};
use crate::twilio::signature::{self, Algorithm};
use crate::twilio::{Client, ClientConfig};

pub(super) const TOKEN: &str = "0123456789abcdef0123456789abcdef";
pub(super) const HOST: &str = "hooks.example.com";
pub(super) const ACCOUNT: &str = "AC00000000000000000000000000000001";
pub(super) const WORKSPACE: &str = "WS00000000000000000000000000000001";

pub(super) struct Lab {
    pub(super) store: Arc<Memory>,
    pub(super) shared: Arc<Shared>,
}

/// What came back.
#[derive(Debug)]
pub(super) struct Got {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: String,
}

impl Lab {
    /// A server that was told no more than its account's token.
    pub(super) fn new() -> Self {
        Self::with("")
    }

    /// The same with these settings.
    pub(super) fn with(settings: &str) -> Self {
        let mut config = config(settings);
        config.auth_token = Some(SecretString::from(TOKEN));
        Self::of(config)
    }

    /// The same that checks nothing.
    pub(super) fn unsigned() -> Self {
        Self::of(config(""))
    }

    /// The same at a moment at which time stands still.
    pub(super) fn at(moment: &str, settings: &str) -> Self {
        let mut config = config(settings);
        config.auth_token = Some(SecretString::from(TOKEN));
        config.pinned_clock = Some(moment.parse().unwrap());
        Self::of(config)
    }

    /// The same with this `[flow]`.
    pub(super) fn flowing(moment: &str, flow: &str) -> Self {
        let mut config = config("");
        config.auth_token = Some(SecretString::from(TOKEN));
        config.pinned_clock = Some(moment.parse().unwrap());
        config.flow = toml_edit::de::from_str(flow).unwrap();
        Self::of(config)
    }

    fn of(config: Config) -> Self {
        let store = Arc::new(Memory::new());
        let mut client = ClientConfig::new(config.account, ACCOUNT.to_owned(), TOKEN.into());
        // Nobody is there.
        client.base_url = Some("http://127.0.0.1:1".parse().unwrap());
        let parts = Parts {
            config,
            store: Arc::clone(&store) as _,
            client: Client::new(client).unwrap(),
        };
        let shared = Arc::new(Shared::new(parts).unwrap());
        Self { store, shared }
    }

    pub(super) fn router(&self) -> Router {
        router(&self.shared)
    }

    pub(super) async fn send(&self, request: Request<Body>) -> Got {
        got(self.router().oneshot(request).await.unwrap()).await
    }

    /// A read from this machine.
    pub(super) async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Got {
        let mut request = Request::get(path).header("host", "localhost");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// A counter of `/metrics`, by the beginning of its line.
    pub(super) async fn metric(&self, line: &str) -> u64 {
        let got = self.get("/metrics", &[]).await;
        let found = got
            .body
            .lines()
            .find_map(|told| told.strip_prefix(line))
            .unwrap_or_else(|| panic!("{line} is not in {}", got.body));
        found.trim().parse().unwrap()
    }
}

fn config(settings: &str) -> Config {
    let settings: ServeSettings = toml_edit::de::from_str(settings).unwrap();
    assert_eq!(settings.problems(), Vec::<String>::new());
    Config::new(
        settings,
        AccountSid::from_bits(1),
        WorkspaceSid::from_bits(1),
    )
}

pub(super) async fn got(response: Response<Body>) -> Got {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    Got {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

impl Got {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{}", self.body))
    }
}

/// A form that Twilio signed for the URL.
pub(super) fn form(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let url = format!("http://{HOST}{path}");
    let signed = signature::sign(Algorithm::Sha1, TOKEN, &url, fields);
    form_with(path, fields, &signed)
}

/// A form with some signature.
pub(super) fn form_with(path: &str, fields: &[(&str, &str)], signature: &str) -> Request<Body> {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    Request::post(path)
        .header("host", HOST)
        .header(
            "content-type",
            "application/x-www-form-urlencoded; charset=UTF-8",
        )
        .header(signature::HEADER, signature)
        .body(Body::from(body))
        .unwrap()
}

/// A URL that Twilio signed.
pub(super) fn get(path: &str) -> Request<Body> {
    let url = format!("http://{HOST}{path}");
    let signed = signature::sign::<&str, &str>(Algorithm::Sha1, TOKEN, &url, &[]);
    Request::get(path)
        .header("host", HOST)
        .header(signature::HEADER, signed)
        .body(Body::empty())
        .unwrap()
}

/// JSON that Twilio signed for the URL.
pub(super) fn json(path: &str, body: &str) -> Request<Body> {
    let path = signature::with_body_hash(path, body.as_bytes());
    let url = format!("http://{HOST}{path}");
    let signed = signature::sign::<&str, &str>(Algorithm::Sha1, TOKEN, &url, &[]);
    Request::post(path)
        .header("host", HOST)
        .header("content-type", "application/json")
        .header(signature::HEADER, signed)
        .body(Body::from(body.to_owned()))
        .unwrap()
}

/// The fields of an event callback.
pub(super) fn callback<'a>(sid: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("EventType", "task.created"),
        ("AccountSid", ACCOUNT),
        ("WorkspaceSid", WORKSPACE),
        ("ResourceType", "task"),
        ("ResourceSid", "WT00000000000000000000000000000001"),
        ("Sid", sid),
        ("Timestamp", "1700000000"),
        ("TimestampMs", "1700000000123"),
    ];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

/// A `CloudEvent` of the Event Streams.
pub(super) fn cloud_event(sid: &str, workspace: &str) -> Value {
    serde_json::json!({
        "specversion": "1.0",
        "type": "com.twilio.taskrouter.task.created",
        "source": "/v1/x",
        "id": sid,
        "time": "2023-11-14T22:13:20.123Z",
        "data": {"payload": {
            "account_sid": ACCOUNT, "workspace_sid": workspace,
            "task_sid": "WT00000000000000000000000000000001", "task_priority": 3,
        }},
    })
}
