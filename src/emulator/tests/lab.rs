//! An emulator without a port and short ways to talk to it.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::emulator::{Config, DEFAULT_ACCOUNT, DEFAULT_TOKEN, Emulator};
use crate::routing::Moment;
use crate::routing::engine::{Engine, Event};

/// 2026-01-05T09:00:00Z, a Monday.
pub(super) const START: i64 = 1_767_603_600_000;

pub(super) struct Lab {
    // Its end would stop the background tasks.
    emulator: Emulator,
    router: Router,
}

pub(super) struct Reply {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) text: String,
}

impl Reply {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub(super) fn code(&self) -> (u16, u64) {
        (
            self.status.as_u16(),
            self.json()["code"].as_u64().unwrap_or(0),
        )
    }

    pub(super) fn message(&self) -> String {
        self.json()["message"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The body of an answer that must be a success.
    pub(super) fn ok(self) -> Value {
        assert!(self.status.is_success(), "{}: {}", self.status, self.text);
        self.json()
    }
}

/// The SID in a body.
pub(super) fn sid(body: &Value) -> String {
    body["sid"].as_str().unwrap().to_owned()
}

pub(super) fn authorization(user: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{user}:{secret}")))
}

impl Lab {
    pub(super) fn new() -> Self {
        Self::with(&Config::for_tests(Moment::from_millisecond(START)))
    }

    pub(super) fn with(config: &Config) -> Self {
        let emulator = Emulator::new(config).unwrap();
        Self {
            router: emulator.router(),
            emulator,
        }
    }

    /// An emulator that goes on where an engine and its events have come to.
    pub(super) fn going_on(engine: Engine, events: &[Arc<Event>]) -> Self {
        let now = engine.now();
        let lab = Self::with(&Config::for_tests(now));
        let mut world = lab.emulator.shared.lock();
        world.engine = engine;
        for event in events {
            world.events.add(Arc::clone(event));
        }
        drop(world);
        lab
    }

    pub(super) async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Reply {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    pub(super) async fn call(
        &self,
        method: Method,
        path: &str,
        form: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "emulator.test:8765")
            .header(
                header::AUTHORIZATION,
                authorization(DEFAULT_ACCOUNT, DEFAULT_TOKEN),
            )
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub(super) async fn get(&self, path: &str) -> Reply {
        self.call(Method::GET, path, &[], &[]).await
    }

    pub(super) async fn post(&self, path: &str, form: &[(&str, &str)]) -> Reply {
        self.call(Method::POST, path, form, &[]).await
    }

    pub(super) async fn delete(&self, path: &str) -> Reply {
        self.call(Method::DELETE, path, &[], &[]).await
    }

    /// Sends JSON to a control endpoint.
    pub(super) async fn control(&self, path: &str, body: Value) -> Reply {
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("/_emulator/{path}"))
            .body(Body::from(body.to_string()))
            .unwrap();
        self.send(request).await
    }

    /// Loads a snapshot.
    pub(super) async fn load(&self, document: &str) -> Reply {
        let request = Request::put("/_emulator/snapshot")
            .body(Body::from(document.to_owned()))
            .unwrap();
        self.send(request).await
    }

    pub(super) async fn advance(&self, span: &str) {
        self.control("clock", json!({ "advance": span })).await.ok();
    }

    /// A workspace; gives its path.
    pub(super) async fn workspace(&self) -> String {
        let body = self
            .post("/v1/Workspaces", &[("FriendlyName", "writers")])
            .await
            .ok();
        format!("/v1/Workspaces/{}", sid(&body))
    }
}

/// A workspace with a queue for everybody and a workflow into it.
pub(super) struct Centre {
    pub(super) lab: Lab,
    /// The workspace's path.
    pub(super) path: String,
    pub(super) queue: String,
    pub(super) workflow: String,
}

impl Centre {
    pub(super) async fn new() -> Self {
        Self::with(Lab::new(), &[]).await
    }

    /// `workflow` are further parameters of the workflow.
    pub(super) async fn with(lab: Lab, workflow: &[(&str, &str)]) -> Self {
        let path = lab.workspace().await;
        let queue = sid(&lab
            .post(&format!("{path}/TaskQueues"), &[("FriendlyName", "All")])
            .await
            .ok());
        let configuration =
            json!({"task_routing": {"filters": [], "default_filter": {"queue": queue}}});
        let configuration = configuration.to_string();
        let mut form = vec![
            ("FriendlyName", "Route"),
            ("Configuration", configuration.as_str()),
            ("TaskReservationTimeout", "10"),
        ];
        form.extend_from_slice(workflow);
        let workflow = sid(&lab.post(&format!("{path}/Workflows"), &form).await.ok());
        Self {
            lab,
            path,
            queue,
            workflow,
        }
    }

    pub(super) async fn activity(&self, name: &str) -> String {
        let list = self
            .lab
            .get(&format!("{}/Activities?FriendlyName={name}", self.path))
            .await
            .ok();
        sid(&list["activities"][0])
    }

    /// A worker in an activity.
    pub(super) async fn worker(&self, name: &str, activity: &str) -> String {
        let activity = self.activity(activity).await;
        let form = [
            ("FriendlyName", name),
            ("ActivitySid", &activity),
            ("Attributes", r#"{"contact_uri":"client:worker"}"#),
        ];
        sid(&self
            .lab
            .post(&format!("{}/Workers", self.path), &form)
            .await
            .ok())
    }

    pub(super) async fn task(&self, form: &[(&str, &str)]) -> String {
        sid(&self
            .lab
            .post(&format!("{}/Tasks", self.path), form)
            .await
            .ok())
    }

    pub(super) async fn task_status(&self, task: &str) -> String {
        let body = self
            .lab
            .get(&format!("{}/Tasks/{task}", self.path))
            .await
            .ok();
        body["assignment_status"].as_str().unwrap().to_owned()
    }

    /// The newest reservation of a task.
    pub(super) async fn reservation(&self, task: &str) -> Value {
        let list = self
            .lab
            .get(&format!("{}/Tasks/{task}/Reservations", self.path))
            .await
            .ok();
        list["reservations"]
            .as_array()
            .unwrap()
            .last()
            .unwrap()
            .clone()
    }

    pub(super) async fn answer(&self, task: &str, form: &[(&str, &str)]) -> Reply {
        let reservation = sid(&self.reservation(task).await);
        self.lab
            .post(
                &format!("{}/Tasks/{task}/Reservations/{reservation}", self.path),
                form,
            )
            .await
    }
}
