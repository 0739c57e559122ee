//! The client against servers that misbehave.

use std::time::Duration;

use base64::Engine as _;
use futures::{StreamExt as _, TryStreamExt as _};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use url::Url;
use wiremock::matchers::{any, body_string, header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::model::sid::{AccountSid, ConferenceSid, Sid as _, TaskSid, WorkspaceSid};
use crate::model::{Task, TaskStatus, VoiceQueue, Worker};

use super::*;

pub(crate) const WORKSPACE: u128 = 1;

pub(crate) fn workspace() -> WorkspaceSid {
    WorkspaceSid::from_bits(WORKSPACE)
}

pub(crate) fn task(number: u128) -> TaskSid {
    TaskSid::from_bits(number)
}

pub(crate) fn task_body(number: u128, status: &str) -> Value {
    json!({
        "sid": task(number),
        "account_sid": AccountSid::from_bits(9),
        "workspace_sid": workspace(),
        "assignment_status": status,
        "attributes": "{}",
        "date_created": "2016-08-01T22:10:40Z",
        "date_updated": "2016-08-01T22:10:40Z",
    })
}

/// A client that loses its patience quickly.
pub(crate) fn client_of(base: &str) -> Client {
    let mut config = ClientConfig::new(
        AccountSid::from_bits(9),
        AccountSid::from_bits(9).to_string(),
        "secret-token".into(),
    );
    config.base_url = Some(Url::parse(base).unwrap());
    config.retry = RetryPolicy {
        attempts: 3,
        patience: Duration::from_millis(40),
        base: Duration::from_millis(1),
        refusal_base: Duration::from_millis(1),
        cap: Duration::from_millis(4),
    };
    Client::new(config).unwrap()
}

pub(crate) fn error_body(status: u16, code: u32, message: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(json!({
        "code": code,
        "message": message,
        "more_info": format!("https://www.twilio.com/docs/errors/{code}"),
        "status": status,
    }))
}

pub(crate) fn tasks_path() -> String {
    format!("/v1/Workspaces/{}/Tasks", workspace())
}

fn page(tasks: impl IntoIterator<Item = u128>, next: Option<&str>) -> ResponseTemplate {
    let tasks: Vec<Value> = tasks
        .into_iter()
        .map(|number| task_body(number, "wrapping"))
        .collect();
    ResponseTemplate::new(200)
        .set_body_json(json!({"tasks": tasks, "meta": {"key": "tasks", "next_page_url": next}}))
}

async fn list(client: &Client, query: &ListQuery) -> Vec<Result<TaskSid, Error>> {
    client
        .list::<Task>(workspace(), query)
        .map_ok(|record| record.value.sid)
        .collect()
        .await
}

async fn get(client: &Client) -> Result<Versioned<Task>, Error> {
    client.get::<Task>(workspace(), task(1)).await
}

async fn answering(answer: ResponseTemplate) -> (MockServer, Client) {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = client_of(&server.uri());
    (server, client)
}

async fn asked(server: &MockServer) -> usize {
    server.received_requests().await.unwrap().len()
}

#[tokio::test]
async fn pages_are_followed_until_the_limit() {
    let server = MockServer::start().await;
    let second = format!("{}{}?PageToken=PA2", server.uri(), tasks_path());
    Mock::given(query_param("PageToken", "PA2"))
        .respond_with(page(3..5, Some(&format!("{}/never", server.uri()))))
        .with_priority(1)
        .mount(&server)
        .await;
    Mock::given(path(tasks_path()))
        .and(query_param("AssignmentStatus", "wrapping"))
        .and(query_param("PageSize", "4"))
        .and(header(
            "authorization",
            "Basic QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwOTpzZWNyZXQtdG9rZW4=",
        ))
        .and(header(
            "user-agent",
            concat!("trctl/", env!("CARGO_PKG_VERSION")),
        ))
        .respond_with(page(1..3, Some(&second)))
        .mount(&server)
        .await;
    let client = client_of(&server.uri());
    let query = ListQuery::all()
        .filter("AssignmentStatus", TaskStatus::Wrapping)
        .limit(4);
    let sids: Result<Vec<TaskSid>, Error> = list(&client, &query).await.into_iter().collect();
    assert_eq!(sids.unwrap(), (1..5).map(task).collect::<Vec<_>>());
    assert_eq!(asked(&server).await, 2);
    assert!(list(&client, &ListQuery::all().limit(0)).await.is_empty());
    assert_eq!(asked(&server).await, 2);
}

#[tokio::test]
async fn the_2010_api_pages_with_relative_links() {
    let server = MockServer::start().await;
    let queue = |digit: u8| {
        json!({"sid": format!("QU{digit:032x}"), "account_sid": AccountSid::from_bits(9),
               "date_created": null, "date_updated": null})
    };
    let account = AccountSid::from_bits(9);
    let first = format!("/2010-04-01/Accounts/{account}/Queues.json");
    Mock::given(query_param("PageToken", "PAQU"))
        .respond_with(ResponseTemplate::new(200).set_body_json(
            json!({"queues": [queue(2)], "next_page_uri": null, "start": 1, "end": 1}),
        ))
        .with_priority(1)
        .mount(&server)
        .await;
    Mock::given(path(&first))
        .respond_with(ResponseTemplate::new(200).set_body_json(
            json!({"queues": [queue(1)], "next_page_uri": format!("{first}?PageToken=PAQU")}),
        ))
        .mount(&server)
        .await;
    let queues: Vec<_> = client_of(&server.uri())
        .list::<VoiceQueue>((), &ListQuery::all())
        .try_collect()
        .await
        .unwrap();
    assert_eq!(queues.len(), 2);
    assert_eq!(queues[1].raw.get(), queue(2).to_string());
}

#[tokio::test]
async fn a_page_link_that_leaves_the_host_is_never_followed() {
    let foreign = MockServer::start().await;
    let link = format!("{}{}", foreign.uri(), tasks_path());
    let (server, client) = answering(page(1..3, Some(&link))).await;
    let mut got = list(&client, &ListQuery::all()).await;
    let error = got.pop().unwrap().unwrap_err();
    assert!(matches!(error, Error::ForeignPageLink { .. }), "{error}");
    assert!(error.hint().unwrap().contains("nothing was sent there"));
    assert_eq!(got.len(), 2);
    assert!(got.iter().all(Result::is_ok));
    assert_eq!((asked(&server).await, asked(&foreign).await), (1, 0));
}

#[tokio::test]
async fn a_page_that_links_to_itself_is_an_error() {
    let server = MockServer::start().await;
    let link = format!("{}?PageSize=1000", tasks_path());
    Mock::given(any())
        .respond_with(page(1..2, Some(&link)))
        .mount(&server)
        .await;
    let got = list(&client_of(&server.uri()), &ListQuery::all()).await;
    assert!(matches!(got.last(), Some(Err(Error::PageLoop { .. }))));
    assert_eq!(asked(&server).await, 1);
}

#[tokio::test]
async fn a_burst_of_429_is_borne() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(error_body(429, 20429, "Too Many Requests").insert_header("retry-after", "0"))
        .up_to_n_times(4)
        .mount(&server)
        .await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(task_body(1, "pending")))
        .mount(&server)
        .await;
    assert!(get(&client_of(&server.uri())).await.is_ok());
    assert_eq!(asked(&server).await, 5);
}

#[tokio::test]
async fn a_create_refused_with_429_is_repeated_since_nothing_was_created() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(error_body(429, 20429, "Too Many Requests"))
        .up_to_n_times(2)
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .and(body_string("Attributes=%7B%7D"))
        .respond_with(ResponseTemplate::new(201).set_body_json(task_body(1, "pending")))
        .mount(&server)
        .await;
    let form = Form::new().with("Attributes", "{}");
    let created = client_of(&server.uri())
        .create::<Task>(workspace(), form)
        .await;
    assert_eq!(created.unwrap().record.value.sid, task(1));
    assert_eq!(asked(&server).await, 3);
}

#[tokio::test]
async fn refusals_without_end_are_told_as_such() {
    let (server, client) = answering(error_body(429, 20429, "Too Many Requests")).await;
    let error = get(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.ends_the_run());
    assert!(
        error.to_string().contains("20429 Too Many Requests"),
        "{error}"
    );
    assert!(error.hint().unwrap().contains("--concurrency"));
    let made = asked(&server).await;
    assert!(matches!(error, Error::RateLimited { attempts, .. } if attempts as usize == made));
    assert!(made > 3, "{made}");
}

#[tokio::test]
async fn server_errors_are_repeated_for_idempotent_calls_only() {
    let (server, client) = answering(error_body(503, 20503, "Service Unavailable")).await;
    let error = get(&client).await.unwrap_err();
    assert_eq!(error.code(), Some(20503));
    assert_eq!(asked(&server).await, 3);
    client
        .create::<Task>(workspace(), Form::new())
        .await
        .unwrap_err();
    assert_eq!(asked(&server).await, 4);
    client
        .complete_task(workspace(), task(1), None, None)
        .await
        .unwrap_err();
    assert_eq!(asked(&server).await, 7);
    client
        .delete::<Task>(workspace(), task(1), None)
        .await
        .unwrap_err();
    assert_eq!(asked(&server).await, 10);
}

#[tokio::test]
async fn what_is_not_json_is_quoted() {
    let html = "<html>\n <h1>Company proxy</h1>\n</html>";
    for status in [200, 404] {
        let answer = ResponseTemplate::new(status).set_body_string(html);
        let (_server, client) = answering(answer).await;
        for error in [
            get(&client).await.unwrap_err(),
            list(&client, &ListQuery::all())
                .await
                .pop()
                .unwrap()
                .unwrap_err(),
        ] {
            let text = error.to_string();
            assert!(text.contains("<h1>Company proxy</h1>"), "{text}");
            assert!(text.contains(&format!("HTTP {status}")), "{text}");
            assert!(error.hint().unwrap().contains("--base-url"));
        }
    }
}

#[tokio::test]
async fn json_of_another_shape_is_a_decoding_error() {
    let (_server, client) =
        answering(ResponseTemplate::new(200).set_body_json(json!({"x": 1}))).await;
    assert!(matches!(
        get(&client).await,
        Err(Error::Decode { what: "task", .. })
    ));
    let got = list(&client, &ListQuery::all()).await;
    assert!(matches!(
        got[..],
        [Err(Error::Decode { what: "tasks", .. })]
    ));
}

#[tokio::test]
async fn each_refusal_has_its_kind() {
    for (status, code, kind) in [
        (400, 20001, ErrorKind::Service),
        (401, 20003, ErrorKind::Settings),
        (403, 20403, ErrorKind::Service),
        (404, 20404, ErrorKind::NotFound),
        (412, 20412, ErrorKind::Service),
    ] {
        let (server, client) = answering(error_body(status, code, "so it is")).await;
        let error = get(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.code()), (kind, Some(code)));
        assert!(
            error.to_string().ends_with(&format!("{code} so it is")),
            "{error}"
        );
        assert!(error.hint().is_some());
        assert_eq!(asked(&server).await, 1);
        assert!(!format!("{error:?} {client:?}").contains("secret-token"));
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let elsewhere = MockServer::start().await;
    let answer = ResponseTemplate::new(302).insert_header("location", elsewhere.uri());
    let (_server, client) = answering(answer).await;
    assert!(matches!(
        get(&client).await,
        Err(Error::Redirect { status: 302, .. })
    ));
    assert_eq!(asked(&elsewhere).await, 0);
}

#[tokio::test]
async fn versions_are_read_and_sent() {
    let server = MockServer::start().await;
    Mock::given(header("if-match", "3"))
        .and(body_string(
            "AssignmentStatus=completed&Reason=over+%26+out",
        ))
        .respond_with(
            ResponseTemplate::new(200)
                .insert_header("etag", "4")
                .set_body_json(task_body(1, "completed")),
        )
        .mount(&server)
        .await;
    let changed = client_of(&server.uri())
        .complete_task(workspace(), task(1), Some("over & out"), Some("3".into()))
        .await
        .unwrap();
    assert_eq!(changed.etag.as_deref(), Some("4"));
    assert_eq!(
        changed.record.value.assignment_status,
        TaskStatus::Completed
    );
}

#[tokio::test]
async fn compressed_answers_are_asked_for_and_read() {
    // Task 1 in wrapping, as JSON, through gzip.
    let compressed = base64::engine::general_purpose::STANDARD
        .decode(
            "H4sIAAAAAAACA6tWKs5MUbJSUAoPMcAPDJV0FJQSk5PzS/NK4qGaHJ0JaLIEaSrPL8ouLkhMToVp\
        Cw8myq7i4sz0vNxUkHUliSWlxSCt5UWJBQWZeelgBSUlRZlJpSWpYJnqWpBYSmJJanxyUSqQAltl\
        ZGBopmtgoWtgGGJkZGVoYGViEAVXV1qQglddLQDgJFoiHgEAAA==",
        )
        .unwrap();
    let server = MockServer::start().await;
    Mock::given(any())
        .and(header("accept-encoding", "gzip"))
        .respond_with(
            ResponseTemplate::new(200)
                .insert_header("Content-Encoding", "gzip")
                .set_body_raw(compressed, "application/json"),
        )
        .mount(&server)
        .await;
    let answer = get(&client_of(&server.uri())).await.unwrap();
    assert_eq!(answer.record.value.assignment_status, TaskStatus::Wrapping);
}

#[tokio::test]
async fn names_are_looked_up_by_filter_then_in_the_whole_list() {
    let server = MockServer::start().await;
    let dave = json!({
        "sid": format!("WK{:032x}", 7), "account_sid": AccountSid::from_bits(9),
        "workspace_sid": workspace(), "friendly_name": "dave",
        "attributes": r#"{"name":"David Smith"}"#,
        "date_created": null, "date_updated": null, "date_status_changed": null,
    });
    let workers = |workers: &[Value]| {
        ResponseTemplate::new(200).set_body_json(json!({"workers": workers, "meta": {}}))
    };
    Mock::given(query_param("FriendlyName", "dave"))
        .respond_with(workers(std::slice::from_ref(&dave)))
        .mount(&server)
        .await;
    for other in ["David Smith", "davi"] {
        Mock::given(query_param("FriendlyName", other))
            .respond_with(workers(&[]))
            .mount(&server)
            .await;
    }
    Mock::given(any())
        .respond_with(workers(&[dave]))
        .with_priority(9)
        .mount(&server)
        .await;
    let client = client_of(&server.uri());
    let sid = format!("WK{:032x}", 7);
    for name in ["dave", "David Smith", &sid] {
        let found = client.resolve::<Worker>(workspace(), name).await.unwrap();
        assert_eq!(found.to_string(), sid);
    }
    assert_eq!(asked(&server).await, 3);
    let error = client
        .resolve::<Worker>(workspace(), "davi")
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(
        error.hint().unwrap(),
        "did you mean `David Smith` or `dave`?"
    );

    let queue = format!("WQ{:032x}", 1);
    let error = client
        .resolve::<Worker>(workspace(), &queue)
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("`{queue}` is the SID of a task queue, not of a worker")
    );
    assert_eq!(error.kind(), ErrorKind::Usage);
    let error = client
        .resolve::<Task>(workspace(), "support")
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Sid(_)), "{error}");
    assert_eq!(asked(&server).await, 5);
}

#[tokio::test]
async fn an_unreachable_host_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let client = client_of(&format!("http://{address}"));
    let error = client
        .end_conference(ConferenceSid::from_bits(1))
        .await
        .unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with(&format!("cannot connect to {address}: ")),
        "{text}"
    );
    assert!(error.hint().unwrap().contains("trctl emulator start"));
}

/// Answers every connection with these bytes and closes it; tells how many there were.
async fn cutting(bytes: &'static [u8]) -> (Client, tokio::sync::watch::Receiver<usize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = client_of(&format!("http://{}", listener.local_addr().unwrap()));
    let (counter, count) = tokio::sync::watch::channel(0);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            counter.send_modify(|count| *count += 1);
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(bytes).await;
        }
    });
    (client, count)
}

#[tokio::test]
async fn a_cut_connection_is_tried_again_unless_that_could_do_harm() {
    for bytes in [
        &b""[..],
        b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"sid\":",
    ] {
        let (client, count) = cutting(bytes).await;
        let error = get(&client).await.unwrap_err();
        assert!(
            matches!(error, Error::Broken { method: "GET", .. }),
            "{error:?}"
        );
        assert_eq!(*count.borrow(), 3);
        let error = client
            .create::<Task>(workspace(), Form::new())
            .await
            .unwrap_err();
        assert!(
            matches!(error, Error::MaybeCreated { what: "task", .. }),
            "{error:?}"
        );
        assert!(error.hint().unwrap().contains("only if it is not there"));
        assert_eq!(*count.borrow(), 4);
    }
}

#[tokio::test]
async fn a_creation_that_was_refused_is_not_open() {
    let (server, client) = answering(error_body(400, 20001, "no")).await;
    let refused = client.create::<Task>(workspace(), Form::new()).await;
    assert!(matches!(refused, Err(Error::Api(_))), "{refused:?}");
    server.reset().await;
    Mock::given(any())
        .respond_with(error_body(500, 20500, "oops"))
        .mount(&server)
        .await;
    let open = client.create::<Task>(workspace(), Form::new()).await;
    assert!(matches!(open, Err(Error::MaybeCreated { .. })), "{open:?}");
    assert_eq!(asked(&server).await, 1);
}

#[tokio::test]
async fn what_is_gone_behind_a_lost_answer_was_deleted() {
    let delete =
        |client: Client| async move { client.delete::<Task>(workspace(), task(1), None).await };
    let (server, client) = answering(error_body(404, 20404, "was not found")).await;
    let gone = delete(client.clone()).await;
    assert!(matches!(gone, Err(Error::NotFound(_))), "{gone:?}");
    server.reset().await;
    for (answer, times) in [
        (error_body(502, 20502, "Bad Gateway"), 1),
        (error_body(404, 20404, "was not found"), 9),
    ] {
        Mock::given(any())
            .respond_with(answer)
            .up_to_n_times(times)
            .mount(&server)
            .await;
    }
    assert!(delete(client).await.is_ok());
}

#[tokio::test]
async fn a_server_without_tls_is_told_from_an_unreachable_one() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut hello = [0; 4096];
            let _ = stream.read(&mut hello).await;
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        }
    });
    let error = get(&client_of(&format!("https://{address}")))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Tls { .. }), "{error:?}");
    assert!(error.to_string().contains(&address.to_string()));
    assert!(error.hint().unwrap().contains("SSL_CERT_FILE"));
}

#[tokio::test]
async fn silence_is_a_time_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut config = ClientConfig::new(AccountSid::from_bits(9), "AC".into(), "t".into());
    config.base_url = Some(Url::parse(&format!("http://{address}")).unwrap());
    config.timeout = Duration::from_millis(20);
    config.retry.attempts = 1;
    let error = get(&Client::new(config).unwrap()).await.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    assert_eq!(
        error.to_string(),
        format!("no answer from {address} within 0.02 s")
    );
}

/// Collects what is traced.
#[derive(Clone, Default)]
struct Log(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn traces_show_the_exchange_without_its_secrets() {
    let mut body = task_body(1, "pending");
    body["auth_token"] = "answered-secret".into();
    let answer = ResponseTemplate::new(200)
        .insert_header("twilio-request-id", "RQ1")
        .set_body_json(body);
    let (_server, client) = answering(answer).await;
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let form = Form::new()
        .with("Priority", 5)
        .with("SipAuthPassword", "asked-secret");
    client.create::<Task>(workspace(), form).await.unwrap();
    drop(guard);
    let shown = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for wanted in [
        "POST",
        "/v1/Workspaces/",
        "Priority=5",
        "200 OK",
        "RQ1",
        "assignment_status",
    ] {
        assert!(shown.contains(wanted), "no {wanted} in {shown}");
    }
    for secret in ["asked-secret", "answered-secret", "secret-token", "Basic "] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}
