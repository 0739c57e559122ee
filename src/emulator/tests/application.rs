//! An application that answers calls: documents by path, and what it was asked.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::lab::{Centre, Lab, sid};
use crate::emulator::DEFAULT_TOKEN;
use crate::twilio::signature::{Algorithm, HEADER, validate};

/// The number that is called.
pub(super) const NUMBER: &str = "+15550100";

/// A request the application got.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) path: String,
    pub(super) form: BTreeMap<String, String>,
}

/// Answers by path: TwiML, or JSON when it begins with a brace; 404 for all others. An answer whose
/// text begins with three digits has that status.
#[derive(Clone)]
pub(super) struct Application {
    pub(super) url: String,
    answers: Arc<Mutex<BTreeMap<String, String>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

async fn receive(State(application): State<Application>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    let mut form: Vec<(String, String)> =
        url::form_urlencoded::parse(&bytes).into_owned().collect();
    let signature = parts.headers[HEADER].to_str().unwrap();
    let url = format!("{}{}", application.url, parts.uri);
    assert!(
        validate(Algorithm::Sha1, DEFAULT_TOKEN, &url, &form, signature),
        "{url} is not signed"
    );
    let query = parts.uri.query().unwrap_or_default();
    form.extend(url::form_urlencoded::parse(query.as_bytes()).into_owned());
    let path = parts.uri.path().to_owned();
    application.asked.lock().unwrap().push(Asked {
        path: path.clone(),
        form: form.into_iter().collect(),
    });
    let answer = application.answers.lock().unwrap().get(&path).cloned();
    match answer {
        None => StatusCode::NOT_FOUND.into_response(),
        Some(json) if json.starts_with('{') => {
            ([(header::CONTENT_TYPE, "application/json")], json).into_response()
        }
        Some(place) if place.starts_with('/') => {
            (StatusCode::FOUND, [(header::LOCATION, place)]).into_response()
        }
        Some(none) if none.is_empty() => StatusCode::NO_CONTENT.into_response(),
        Some(verbs) => {
            let document = format!("<Response>{verbs}</Response>");
            (
                [(header::CONTENT_TYPE, "text/xml; charset=utf-8")],
                document,
            )
                .into_response()
        }
    }
}

impl Application {
    pub(super) async fn new(answers: &[(&str, &str)]) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let application = Self {
            url: format!("http://{}", listener.local_addr().unwrap()),
            answers: Arc::default(),
            asked: Arc::default(),
        };
        for (path, answer) in answers {
            application.answer(path, answer);
        }
        let router = Router::new()
            .fallback(receive)
            .with_state(application.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        application
    }

    /// Answers a path from now on.
    pub(super) fn answer(&self, path: &str, answer: &str) {
        self.answers
            .lock()
            .unwrap()
            .insert(path.to_owned(), answer.to_owned());
    }

    /// What was asked under a path.
    pub(super) fn asked(&self, path: &str) -> Vec<BTreeMap<String, String>> {
        self.all()
            .into_iter()
            .filter(|asked| asked.path == path)
            .map(|asked| asked.form)
            .collect()
    }

    pub(super) fn all(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// Gives the lab a number that asks this application.
    pub(super) async fn take_number(&self, lab: &Lab) {
        let number = json!({
            "phone_number": NUMBER,
            "voice_url": format!("{}/voice", self.url),
            "status_callback": format!("{}/status", self.url),
        });
        lab.control("numbers", number).await.ok();
    }
}

/// A centre whose workflow and number ask an application, and a worker who is available.
pub(super) async fn telephone_centre(answers: &[(&str, &str)]) -> (Centre, Application) {
    let application = Application::new(answers).await;
    application.answer("/status", "");
    let url = format!("{}/assign", application.url);
    let centre = Centre::with(Lab::new(), &[("AssignmentCallbackUrl", &url)]).await;
    application.take_number(&centre.lab).await;
    let enqueue = format!(
        r#"<Enqueue workflowSid="{}" action="/left" waitUrl="/wait"><Task priority="3">{{"lang":"fr","from":"me"}}</Task></Enqueue>"#,
        centre.workflow
    );
    application.answer("/enqueue", &enqueue);
    (centre, application)
}

/// Somebody calls; gives the call.
pub(super) async fn place(lab: &Lab, more: Value) -> String {
    let mut call = json!({"to": NUMBER, "from": "+33140000000"});
    call.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    sid(&lab.control("phone-calls", call).await.ok())
}

/// Every step so far: `step` and what it is about.
pub(super) async fn steps(lab: &Lab) -> Vec<Value> {
    let found = lab.get("/_emulator/steps/0").await.ok();
    found["steps"].as_array().unwrap().clone()
}

/// The names of the steps of one leg.
pub(super) async fn names(lab: &Lab, leg: &str) -> Vec<String> {
    steps(lab)
        .await
        .iter()
        .filter(|step| step["leg_sid"] == leg)
        .map(|step| step["step"].as_str().unwrap().to_owned())
        .collect()
}

/// A resource of the 2010 API.
pub(super) async fn voice(lab: &Lab, path: &str) -> Value {
    lab.get(&account(path)).await.ok()
}

pub(super) fn account(path: &str) -> String {
    format!(
        "/2010-04-01/Accounts/{}/{path}.json",
        crate::emulator::DEFAULT_ACCOUNT
    )
}
