//! A Twilio that says what it is told to say: for what the emulator does not do on demand, such as
//! a change between two requests.

use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

use super::Sealed;

/// A Twilio that knows one task and says what it is told to say, in that order.
pub(crate) struct Scripted {
    server: MockServer,
    pub(crate) home: Sealed,
}

impl Scripted {
    pub(crate) async fn start() -> Self {
        let server = MockServer::start().await;
        let home = Sealed::new()
            .env("TRCTL_BASE_URL", &server.uri())
            .env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
            .env("TWILIO_AUTH_TOKEN", "secret")
            .env("TRCTL_WORKSPACE", "WS00000000000000000000000000000001")
            .env("TRCTL_NOW", super::lab::START);
        Self { server, home }
    }

    pub(crate) fn task() -> &'static str {
        "WT00000000000000000000000000000001"
    }

    fn document(status: &str, attributes: &str) -> serde_json::Value {
        serde_json::json!({
            "sid": Self::task(),
            "account_sid": "AC00000000000000000000000000000001",
            "workspace_sid": "WS00000000000000000000000000000001",
            "assignment_status": status,
            "attributes": attributes,
            "date_created": "2026-11-21T07:00:00Z",
            "date_updated": "2026-11-21T07:30:00Z",
            "task_queue_friendly_name": "Support",
        })
    }

    async fn says(&self, verb: &str, path: &str, answer: ResponseTemplate, times: Option<u64>) {
        let mock = Mock::given(matchers::method(verb))
            .and(matchers::path_regex(path))
            .respond_with(answer);
        let mock = match times {
            Some(times) => mock.up_to_n_times(times),
            None => mock,
        };
        mock.mount(&self.server).await;
    }

    pub(crate) async fn lists(&self, status: &str) {
        self.lists_with(status, "{}").await;
    }

    pub(crate) async fn lists_with(&self, status: &str, attributes: &str) {
        let page = serde_json::json!({
            "tasks": [Self::document(status, attributes)],
            "meta": {"key": "tasks", "next_page_url": null},
        });
        let answer = ResponseTemplate::new(200).set_body_json(page);
        self.says("GET", "/Tasks$", answer, None).await;
    }

    pub(crate) async fn has_no_reservations(&self) {
        let page = serde_json::json!({"reservations": [], "meta": {"key": "reservations"}});
        let answer = ResponseTemplate::new(200).set_body_json(page);
        self.says("GET", "/Reservations$", answer, None).await;
    }

    /// Is read once in this version.
    pub(crate) async fn reads(&self, attributes: &str, status: &str, version: u32) {
        let answer = ResponseTemplate::new(200)
            .insert_header("ETag", format!("\"{version}\"").as_str())
            .set_body_json(Self::document(status, attributes));
        self.says("GET", "/Tasks/WT", answer, Some(1)).await;
    }

    /// Refuses a change, so many times.
    pub(crate) async fn refuses(&self, status: u16, code: u32, times: u64) {
        let body = serde_json::json!({"code": code, "message": "no", "status": status});
        let answer = ResponseTemplate::new(status).set_body_json(body);
        self.says("POST", "/Tasks/WT", answer, Some(times)).await;
    }

    pub(crate) async fn accepts(&self, status: &str, version: u32) {
        let answer = ResponseTemplate::new(200)
            .insert_header("ETag", format!("\"{version}\"").as_str())
            .set_body_json(Self::document(status, "{}"));
        self.says("POST", "/Tasks/WT", answer, None).await;
    }

    /// `If-Match` and body of every change that was asked for.
    pub(crate) async fn changes(&self) -> Vec<(String, String)> {
        let requests = self.server.received_requests().await.unwrap();
        requests
            .into_iter()
            .filter(|request| request.method.as_str() == "POST")
            .map(|request| {
                let etag = request.headers.get("if-match").unwrap();
                let form = url::form_urlencoded::parse(&request.body)
                    .map(|(name, value)| format!("{name}={value}"))
                    .collect::<Vec<_>>()
                    .join("&");
                (etag.to_str().unwrap().to_owned(), form)
            })
            .collect()
    }
}
