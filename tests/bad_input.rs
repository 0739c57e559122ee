//! What goes wrong outside: each with a clear message, the next thing to try, and its exit code.
#![cfg(feature = "server")]

mod common;

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::process::Stdio;

use common::Sealed;
use common::lab::Lab;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

const WORKSPACE: &str = "WS00000000000000000000000000000001";

/// Something that answers like Twilio, or rather not.
struct Elsewhere {
    runtime: tokio::runtime::Runtime,
    server: MockServer,
}

impl Elsewhere {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let server = runtime.block_on(MockServer::start());
        Self { runtime, server }
    }

    /// Answers every list of tasks like this.
    fn tasks(self, answer: ResponseTemplate) -> Self {
        let mock = Mock::given(method("GET"))
            .and(path(format!("/v1/Workspaces/{WORKSPACE}/Tasks")))
            .respond_with(answer);
        self.runtime.block_on(mock.mount(&self.server));
        self
    }

    fn requests(&self) -> usize {
        let received = self.runtime.block_on(self.server.received_requests());
        received.unwrap().len()
    }

    fn home(&self) -> Sealed {
        credentials(Sealed::new())
            .env("TRCTL_WORKSPACE", WORKSPACE)
            .env("TRCTL_BASE_URL", &self.server.uri())
    }
}

fn credentials(home: Sealed) -> Sealed {
    home.env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
        .env("TWILIO_AUTH_TOKEN", "secret-token")
}

fn task_page(next: Option<&str>) -> String {
    let meta = serde_json::json!({
        "page": 0, "page_size": 1000, "key": "tasks", "url": "x", "first_page_url": "x",
        "previous_page_url": null, "next_page_url": next,
    });
    let task = serde_json::json!({
        "sid": "WT00000000000000000000000000000001",
        "account_sid": "AC00000000000000000000000000000001",
        "workspace_sid": WORKSPACE, "assignment_status": "pending", "attributes": "not json",
        "date_created": null, "date_updated": null,
    });
    serde_json::json!({ "meta": meta, "tasks": [task] }).to_string()
}

fn json(body: String) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_raw(body, "application/json")
}

#[test]
fn missing_credentials() {
    insta::assert_snapshot!(Sealed::new().trctl("tasks list"));
}

#[test]
fn wrong_credentials() {
    let mut lab = Lab::new();
    lab.home.set_env("TWILIO_AUTH_TOKEN", "wrong-token");
    let ran = lab.trctl("tasks list");
    insta::assert_snapshot!(ran);
    assert!(!format!("{}{}", ran.stdout, ran.stderr).contains("wrong-token"));
}

#[test]
fn an_unknown_workspace() {
    let mut lab = Lab::new();
    lab.home.set_env("TRCTL_WORKSPACE", "wrters");
    insta::assert_snapshot!(lab.trctl("tasks list"));
}

#[test]
fn an_unknown_name() {
    let lab = Lab::writers();
    insta::assert_snapshot!(lab.trctl("tasks list --queue Suport"));
}

#[test]
fn a_sid_of_another_kind() {
    let lab = Lab::new();
    insta::assert_snapshot!(lab.trctl("tasks get WQ00000000000000000000000000000001"));
}

#[test]
fn two_workers_of_one_name() {
    let lab = Lab::new();
    lab.worker("dave-1", r#"{"name":"dave"}"#);
    lab.worker("dave-2", r#"{"name":"dave"}"#);
    insta::assert_snapshot!(lab.trctl("workers get dave"));
}

#[test]
fn a_malformed_condition() {
    let lab = Lab::new();
    insta::assert_snapshot!(
        lab.trctl(r#"tasks list --where 'status = wrapping AND skills HSA "x"'"#)
    );
}

#[test]
fn malformed_attributes() {
    let lab = Lab::writers();
    insta::assert_snapshot!(
        lab.trctl(r#"tasks create --workflow Support --attributes '{"type": call}'"#)
    );
    assert!(
        lab.trctl("tasks list -o sid").stdout.is_empty(),
        "nothing was created"
    );
}

#[test]
fn an_unreachable_host() {
    // A port that was free a moment ago.
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let home = credentials(Sealed::new())
        .env("TRCTL_WORKSPACE", WORKSPACE)
        .env("TRCTL_BASE_URL", &format!("http://127.0.0.1:{port}"));
    let ran = home.trctl("tasks list");
    let readable = ran.to_string().replace(&port.to_string(), "PORT");
    insta::assert_snapshot!(readable);
}

#[test]
fn a_server_without_tls() {
    let elsewhere = Elsewhere::new();
    let address = elsewhere.server.address().to_string();
    let mut home = elsewhere.home();
    home.set_env("TRCTL_BASE_URL", &format!("https://{address}"));
    let readable = home
        .trctl("tasks list")
        .to_string()
        .replace(&address, "HOST");
    insta::assert_snapshot!(readable);
}

#[test]
fn a_body_that_is_not_json() {
    let page = "<html><body>Your hotel welcomes you</body></html>";
    let elsewhere =
        Elsewhere::new().tasks(ResponseTemplate::new(200).set_body_raw(page, "text/html"));
    let readable = elsewhere
        .home()
        .trctl("tasks list")
        .to_string()
        .replace(&elsewhere.server.address().to_string(), "HOST");
    insta::assert_snapshot!(readable);
}

#[test]
fn a_page_link_that_leaves_the_host_is_not_followed() {
    let stranger = Elsewhere::new();
    let link = format!("{}/v1/steal", stranger.server.uri());
    let elsewhere = Elsewhere::new().tasks(json(task_page(Some(&link))));
    let ran = elsewhere.home().trctl("tasks list -o sid");
    let readable = ran
        .to_string()
        .replace(&elsewhere.server.address().to_string(), "HOST")
        .replace(&stranger.server.address().to_string(), "STRANGER");
    insta::assert_snapshot!(readable);
    assert_eq!(stranger.requests(), 0, "credentials went to a stranger");
}

#[test]
fn attributes_that_are_not_json_are_shown() {
    let elsewhere = Elsewhere::new().tasks(json(task_page(None)));
    let home = elsewhere.home();
    let ran = home.trctl("tasks list");
    assert_eq!(ran.code, 0, "{ran}");
    assert!(
        ran.stdout.contains("WT00000000000000000000000000000001"),
        "{ran}"
    );
    let json = home.trctl("tasks list -o json --jq '.[].attributes'");
    assert_eq!(json.stdout, "not json\n");
}

#[test]
fn too_many_requests_without_end() {
    let refusal = ResponseTemplate::new(429)
        .insert_header("Retry-After", "3600")
        .set_body_raw(
            r#"{"code":20429,"message":"Too Many Requests","more_info":"https://www.twilio.com/docs/errors/20429","status":429}"#,
            "application/json",
        );
    let elsewhere = Elsewhere::new().tasks(refusal);
    insta::assert_snapshot!(elsewhere.home().trctl("tasks list"));
}

#[test]
fn a_closed_pipe_is_success() {
    let lab = Lab::writers();
    for _ in 0..200 {
        lab.task("Support", "{}");
    }
    let mut child = lab
        .home
        .command(&["tasks", "list", "-o", "ndjson", "--page-size", "20"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut stdout = BufReader::with_capacity(64, child.stdout.take().unwrap());
    stdout.read_line(&mut line).unwrap();
    assert!(line.starts_with('{'));
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn a_profile_file_that_is_not_toml() {
    let home = Sealed::new();
    home.write("home/.config/trctl/config.toml", "current = \n[profiles");
    insta::assert_snapshot!(home.trctl("tasks list"));
}

#[test]
fn a_port_in_use() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let ran = Sealed::new().trctl(&format!("emulator start --port {port}"));
    let readable = ran.to_string().replace(&port.to_string(), "PORT");
    insta::assert_snapshot!(readable);
}

#[test]
fn flags_that_mean_nothing_are_refused() {
    let lab = Lab::writers();
    for line in [
        "tasks cancel --all --watch --yes",
        "tasks create --workflow Support --watch",
        "workers update dave --set level=1 --watch",
        "workspace export --columns name",
        "workspace export --watch",
        "workers export --jq .",
    ] {
        let ran = lab.trctl(line);
        assert_eq!(ran.code, 2, "{line}\n{ran}");
        assert!(ran.stderr.contains("means nothing for"), "{line}\n{ran}");
    }
    assert_eq!(lab.trctl("tasks list -o sid").stdout, "");
    let filtered = lab.trctl("workspace export --jq .friendly_name");
    assert_eq!(
        (filtered.code, filtered.stdout.as_str()),
        (0, "writers\n"),
        "{filtered}"
    );
}

#[test]
fn a_condition_on_what_nothing_has_is_refused() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(lab.trctl("tasks cancel --where 'prority != 5' --yes"), @"
    exit code 2
    --- stderr
    error: `--where` asks for `prority`, which nothing here has
    hint: did you mean `priority`?
    ");
    insta::assert_snapshot!(lab.trctl("tasks list --where 'assignment_status == pending'"), @"
    exit code 2
    --- stderr
    error: `--where` asks for `pending`, which nothing here has
    hint: `-o json` shows what there is; what is in the attributes goes by `attributes.NAME`, and texts stand in double quotes
    ");
    for line in [
        "tasks list --where 'attributes.anything != 1 AND queue == \"Support\" AND links.task == 1'",
        "workers list --where 'attributes.skills[0] == 1'",
        "conferences list --where 'task_status == \"completed\"'",
        "events list --where 'event_data.anything == 1'",
    ] {
        let ran = lab.trctl(line);
        assert_eq!(ran.code, 0, "{line}: {ran}");
    }
    for noun in [
        "activities",
        "calls",
        "channels",
        "conferences",
        "events",
        "numbers",
        "queues",
        "reservations",
        "tasks",
        "voice-queues",
        "workers",
        "workflows",
        "workspace",
    ] {
        let ran = lab.trctl(&format!("{noun} list --where 'nothing_like_it == null'"));
        assert_eq!(ran.code, 2, "{noun}: {ran}");
    }
}
