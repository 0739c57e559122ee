//! Events as they come.

use std::sync::Arc;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode};
use futures::StreamExt as _;
use tower::ServiceExt as _;

use super::lab::{Lab, callback, form};
use crate::serve::access::PasswordHash;

struct Reader {
    body: BodyDataStream,
    text: String,
}

impl Reader {
    async fn open(lab: &Lab, path: &str, headers: &[(&str, &str)]) -> Self {
        let mut request = Request::get(path).header("host", "localhost");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        let response = lab.router().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self {
            body: response.into_body().into_data_stream(),
            text: String::new(),
        }
    }

    /// The next message: its id, its event and its data; none at the end.
    async fn next(&mut self) -> Option<(u64, String, serde_json::Value)> {
        loop {
            if let Some((message, rest)) = self.text.split_once("\n\n") {
                let field = |name: &str| {
                    message
                        .lines()
                        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
                };
                let parsed = field("id").map(|id| {
                    (
                        id.parse().unwrap(),
                        field("event").unwrap().to_owned(),
                        serde_json::from_str(field("data").unwrap()).unwrap(),
                    )
                });
                let rest = rest.to_owned();
                self.text = rest;
                if parsed.is_some() {
                    return parsed;
                }
                continue;
            }
            let chunk = self.body.next().await?.unwrap();
            self.text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}

async fn send(lab: &Lab, number: u32, more: &[(&str, &str)]) {
    let sid = format!("EV{number:032x}");
    let got = lab.send(form("/events", &callback(&sid, more))).await;
    assert_eq!(got.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_reader_gets_what_comes_and_resumes_where_it_was() {
    let lab = Lab::new();
    send(&lab, 1, &[]).await;
    let mut reader = Reader::open(&lab, "/events/stream", &[]).await;
    send(&lab, 2, &[]).await;
    send(&lab, 3, &[("EventType", "task.canceled")]).await;
    let (position, kind, data) = reader.next().await.unwrap();
    assert_eq!((position, kind.as_str()), (2, "task.created"));
    assert_eq!(data["sid"], format!("EV{:032x}", 2));
    let (position, kind, _) = reader.next().await.unwrap();
    assert_eq!((position, kind.as_str()), (3, "task.canceled"));
    drop(reader);

    let mut resumed = Reader::open(&lab, "/events/stream", &[("last-event-id", "1")]).await;
    assert_eq!(resumed.next().await.unwrap().0, 2);
    let mut whole = Reader::open(&lab, "/events/stream?after=0", &[]).await;
    assert_eq!(whole.next().await.unwrap().0, 1);
}

#[tokio::test]
async fn streams_end_with_the_server_and_are_few() {
    let lab = Lab::with("[limits]\nstreams = 1\n");
    let mut reader = Reader::open(&lab, "/events/stream", &[]).await;
    let refused = lab.get("/events/stream", &[]).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(lab.metric("trctl_streams").await, 1);
    lab.shared.stop.cancel();
    assert!(reader.next().await.is_none());
    drop(reader);
    assert_eq!(lab.metric("trctl_streams").await, 0);
}

#[tokio::test]
async fn a_bad_place_to_resume_is_refused() {
    let lab = Lab::new();
    let got = lab
        .get("/events/stream", &[("last-event-id", "yesterday")])
        .await;
    assert_eq!(got.status, StatusCode::BAD_REQUEST);
    for (query, wanted) in [
        ("after=yesterday", "`after` is no position"),
        ("after=%2B1", "`after` is no position"),
        ("after=-1", "`after` is no position"),
        ("after=", "`after` is empty"),
        ("after=1&after=2", "`after` is given twice"),
        ("behind=1", "there is no parameter `behind` here"),
    ] {
        let got = lab.get(&format!("/events/stream?{query}"), &[]).await;
        assert_eq!(got.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(got.headers["content-type"], "application/problem+json");
        assert_eq!(got.json()["detail"], wanted, "{query}");
    }
    // Behind the end there is nothing to wait for: what comes next is told.
    let mut reader = Reader::open(&lab, "/events/stream", &[("last-event-id", "99")]).await;
    send(&lab, 1, &[]).await;
    assert_eq!(reader.next().await.unwrap().0, 1);
}

#[tokio::test]
async fn a_lead_sees_the_events_of_their_own_queues_and_teams() {
    let token = PasswordHash::of(&"rose".into()).unwrap();
    let lab = Lab::with(&format!(
        "[tokens.north]\ntoken = \"{token}\"\nrole = \"lead\"\nteams = [\"North\"]\n\
         queues = [\"Support\"]\n"
    ));
    let given = [("authorization", "Bearer north.rose")];
    let mut reader = Reader::open(&lab, "/events/stream", &given).await;
    send(&lab, 1, &[]).await;
    send(&lab, 2, &[("TaskQueueName", "Sales")]).await;
    send(&lab, 3, &[("TaskQueueName", "Support")]).await;
    send(&lab, 4, &[("TaskAttributes", r#"{"team":"South"}"#)]).await;
    let worker = |attributes| {
        [
            ("EventType", "worker.activity.update"),
            ("ResourceType", "worker"),
            ("WorkerAttributes", attributes),
        ]
    };
    send(&lab, 5, &worker(r#"{"team":"North"}"#)).await;
    send(&lab, 6, &[("TaskAttributes", r#"{"team":7}"#)]).await;
    send(&lab, 7, &worker(r#"{"team":"South"}"#)).await;
    // Somebody else's task, though one of theirs works on it; and the other way round.
    for (number, kind) in [(8, "reservation.created"), (9, "reservation.accepted")] {
        let reservation = [
            ("EventType", kind),
            ("ResourceType", "reservation"),
            ("TaskQueueName", "Sales"),
            ("TaskAttributes", r#"{"from":"+15550200"}"#),
            ("WorkerAttributes", r#"{"team":"North"}"#),
        ];
        send(&lab, number, &reservation).await;
    }
    let mine = [
        ("EventType", "reservation.created"),
        ("ResourceType", "reservation"),
        ("TaskAttributes", r#"{"team":"North"}"#),
        ("WorkerAttributes", r#"{"team":"South"}"#),
    ];
    send(&lab, 10, &mine).await;
    for position in [3, 5, 10] {
        assert_eq!(reader.next().await.unwrap().0, position);
    }
    // The server's two and ours.
    assert_eq!(Arc::strong_count(&lab.store), 3);
}
