//! `trctl serve` as Twilio, its proxy and its operator meet it: the real program, real connections.
#![cfg(all(feature = "server", unix))]

mod common;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::ops::Deref;
use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use common::lab::Lab;
use common::serving::Serving;
use common::{Sealed, free_port};
use trctl::emulator::DEFAULT_TOKEN;
use trctl::model::sid::TaskSid;
use trctl::model::{Workflow, Workspace};
use trctl::twilio::signature::{self, Algorithm};
use trctl::twilio::{Change, Form};

const TOKEN: &str = "0123456789abcdef0123456789abcdef";
const ACCOUNT: &str = "AC00000000000000000000000000000001";
const WORKSPACE: &str = "WS00000000000000000000000000000001";

/// A home that knows an account and a workspace that nobody can be asked about.
fn sealed() -> Sealed {
    Sealed::new()
        .env("TWILIO_ACCOUNT_SID", ACCOUNT)
        .env("TWILIO_AUTH_TOKEN", TOKEN)
        .env("TRCTL_WORKSPACE", WORKSPACE)
        .env("TRCTL_BASE_URL", "http://127.0.0.1:9")
}

fn with_settings(text: &str) -> Sealed {
    let sealed = sealed();
    sealed.write("home/.config/trctl/config.toml", text);
    sealed
}

/// A server, and what is asked of it without any library.
struct Server(Serving);

impl Deref for Server {
    type Target = Serving;

    fn deref(&self) -> &Serving {
        &self.0
    }
}

impl Server {
    fn start(sealed: &Sealed, arguments: &[&str]) -> Self {
        Self(Serving::start(sealed, arguments))
    }

    fn started(&self) -> &serde_json::Value {
        &self.said[0]
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address()).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        stream
    }

    /// Sends a request and reads all of its answer.
    fn exchange(&self, request: &str) -> String {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        rest_of(stream)
    }

    fn get(&self, path: &str) -> String {
        self.exchange(&format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address()
        ))
    }

    /// A signed event callback.
    fn callback(&self, number: u32) -> String {
        let body = format!(
            "EventType=task.created&AccountSid={ACCOUNT}&WorkspaceSid={WORKSPACE}&\
             ResourceType=task&ResourceSid=WT{number:032x}&Sid=EV{number:032x}&\
             Timestamp=1700000000&TimestampMs=1700000000123&TaskSid=WT{number:032x}"
        );
        let fields: Vec<(&str, &str)> = body
            .split('&')
            .map(|pair| pair.split_once('=').unwrap())
            .collect();
        let url = format!("http://{}/events", self.address());
        let signed = signature::sign(Algorithm::Sha1, TOKEN, &url, &fields);
        self.form(&signed, &body)
    }

    /// A signed webhook.
    fn webhook(&self, token: &str, path: &str, fields: &[(&str, &str)]) -> String {
        let url = format!("http://{}{path}", self.address());
        let signed = signature::sign(Algorithm::Sha1, token, &url, fields);
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.exchange(&self.form_to(path, &signed, &body))
    }

    fn form(&self, signature: &str, body: &str) -> String {
        self.form_to("/events", signature, body)
    }

    fn form_to(&self, path: &str, signature: &str, body: &str) -> String {
        format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\
             X-Twilio-Signature: {signature}\r\n\r\n{body}",
            self.address(),
            body.len()
        )
    }

    fn take(&self, number: u32) {
        let answer = self.exchange(&self.callback(number));
        assert!(answer.starts_with("HTTP/1.1 204 "), "{answer}");
    }

    /// The SIDs of the first events it has.
    fn events(&self, count: usize) -> Vec<String> {
        let mut stream = self.connect();
        let request = format!(
            "GET /events/stream?after=0 HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.address()
        );
        stream.write_all(request.as_bytes()).unwrap();
        BufReader::new(stream)
            .lines()
            .map(|line| line.unwrap())
            .filter_map(|line| {
                let event: serde_json::Value =
                    serde_json::from_str(line.strip_prefix("data: ")?).unwrap();
                Some(event["sid"].as_str().unwrap().to_owned())
            })
            .take(count)
            .collect()
    }

    /// Waits for its end; the exit code and what stderr said.
    fn ended(self) -> (Option<i32>, String) {
        let ended = self.0.ended();
        (ended.code, ended.stderr)
    }

    fn stop(self) -> String {
        let ended = self.0.stop();
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
        ended.stderr
    }
}

/// Everything until the connection ends, in whichever way.
fn rest_of(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(length @ 1..) = stream.read(&mut buffer) {
        answer.extend_from_slice(&buffer[..length]);
    }
    String::from_utf8(answer).unwrap()
}

fn sids(numbers: impl IntoIterator<Item = u32>) -> Vec<String> {
    numbers
        .into_iter()
        .map(|number| format!("EV{number:032x}"))
        .collect()
}

#[test]
fn what_was_acknowledged_is_there_after_the_process_was_killed() {
    let sealed = sealed();
    let server = Server::start(&sealed, &[]);
    assert_eq!(server.started()["signatures"], true);
    assert!(!server.started().to_string().contains(TOKEN));
    for number in 1..=5 {
        server.take(number);
    }
    server.take(3);
    server.signal("-KILL");
    assert_eq!(server.ended().0, None);

    let server = Server::start(&sealed, &[]);
    assert_eq!(server.events(5), sids(1..=5));
    let store = server.started()["store"].as_str().unwrap();
    assert!(store.ends_with("trctl/events.db"), "{store}");
    let mode = std::fs::metadata(store).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let told = server.stop();
    assert!(!told.contains(TOKEN), "{told}");
}

#[test]
fn a_call_back_that_was_promised_is_made_once_after_the_process_was_killed() {
    let mut lab = Lab::writers();
    // What it is called is all that is known of it without Twilio.
    let settings = "[flow]\nworkflow = \"Support\"\n";
    lab.home.write("home/.config/trctl/config.toml", settings);
    let workspace = lab.workspace.to_string();
    lab.home.set_env("TRCTL_WORKSPACE", &workspace);
    // Nobody is there to take the task yet.
    lab.home.set_env("TRCTL_BASE_URL", "http://127.0.0.1:9");
    let call = [
        ("CallSid", "CA00000000000000000000000000000001"),
        ("From", "+15550100123"),
        ("To", "+15550199"),
    ];
    let server = Server::start(&lab.home, &[]);
    for _ in 0..2 {
        let answer = server.webhook(DEFAULT_TOKEN, "/voice/callback", &call);
        assert!(answer.contains("call you back"), "{answer}");
    }
    server.signal("-KILL");
    assert_eq!(server.ended().0, None);

    let url = lab.url();
    lab.home.set_env("TRCTL_BASE_URL", &url);
    let tasks = |lab: &Lab| {
        let ran = lab.trctl("tasks list -o ndjson");
        assert_eq!(ran.code, 0, "{ran}");
        ran.stdout.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let server = Server::start(&lab.home, &[]);
    let mut made = tasks(&lab);
    while made.is_empty() {
        made = tasks(&lab);
    }
    assert!(made[0].contains("+15550100123"), "{made:?}");
    assert!(made[0].contains("\"Support\""), "{made:?}");
    // Twilio asks again for what has been done.
    server.webhook(DEFAULT_TOKEN, "/voice/callback", &call);
    let store = server.started()["store"].as_str().unwrap().to_owned();
    server.stop();
    assert_eq!(tasks(&lab).len(), 1);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let store = trctl::events::open_to_read(std::path::Path::new(&store)).unwrap();
    let left = runtime.block_on(store.promised(9)).unwrap();
    assert_eq!(left, [], "what is done is no longer promised");
}

#[test]
fn callers_are_put_in_line_while_taskrouter_cannot_be_asked() {
    let call = [
        ("CallSid", "CA00000000000000000000000000000001"),
        ("From", "+15550100123"),
        ("To", "+15550199"),
    ];
    let workflow = "WW00000000000000000000000000000042";
    let sealed = with_settings(&format!("[flow]\nworkflow = \"{workflow}\"\n"));
    let server = Server::start(&sealed, &[]);
    let answer = server.webhook(TOKEN, "/voice/incoming", &call);
    let enqueued = format!("<Enqueue workflowSid=\"{workflow}\"");
    assert!(answer.contains(&enqueued), "{answer}");
    server.stop();

    // A name is known from the last time.
    let mut lab = Lab::writers();
    let settings = "[flow]\nworkflow = \"Support\"\n";
    lab.home.write("home/.config/trctl/config.toml", settings);
    let workspace = lab.workspace.to_string();
    lab.home.set_env("TRCTL_WORKSPACE", &workspace);
    let server = Server::start(&lab.home, &[]);
    while !server.get("/readyz").starts_with("HTTP/1.1 200 ") {
        std::thread::yield_now();
    }
    server.stop();
    lab.home.set_env("TRCTL_BASE_URL", "http://127.0.0.1:9");
    let server = Server::start(&lab.home, &[]);
    let answer = server.webhook(DEFAULT_TOKEN, "/voice/incoming", &call);
    assert!(answer.contains("<Enqueue workflowSid=\"WW"), "{answer}");
    server.stop();
}

#[test]
fn whoever_is_not_twilio_is_refused() {
    let server = Server::start(&sealed(), &[]);
    let answer = server.exchange(&server.form("AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "Sid=EV1"));
    assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
    let metrics = server.get("/metrics");
    let refused = "trctl_signatures_refused_total{reason=\"wrong\"} 1\n";
    assert!(metrics.contains(refused), "{metrics}");
    assert!(metrics.contains("trctl_events_total{outcome=\"quarantined\"} 0\n"));
    server.stop();
}

#[test]
fn a_request_under_way_is_answered_before_the_end() {
    let sealed = sealed();
    let server = Server::start(&sealed, &[]);
    let idle = server.connect();
    let request = server.callback(1);
    let (first, second) = request.split_at(request.len() - 10);
    let mut stream = server.connect();
    stream.write_all(first.as_bytes()).unwrap();
    // Another one, answered: by now the server has read what came first.
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200 "));
    server.signal("-TERM");
    // The idle connection ends at once: the server is stopping.
    assert_eq!(rest_of(idle), "");
    assert!(TcpStream::connect(server.address()).is_err());
    stream.write_all(second.as_bytes()).unwrap();
    let answer = rest_of(stream);
    assert!(answer.starts_with("HTTP/1.1 204 "), "{answer}");
    let (code, told) = server.ended();
    assert_eq!(code, Some(0), "{told}");

    let server = Server::start(&sealed, &[]);
    assert_eq!(server.events(1), sids([1]));
}

#[test]
fn slow_senders_are_let_go() {
    let sealed = with_settings(
        "[serve.limits]\nheader_timeout = \"100ms\"\nbody_timeout = \"100ms\"\nshutdown_timeout = 1\n",
    );
    let server = Server::start(&sealed, &[]);
    let mut silent = server.connect();
    assert_eq!(rest_of(silent.try_clone().unwrap()), "");
    let _ = silent.write_all(b"GET");
    let mut half = server.connect();
    half.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
        .unwrap();
    assert_eq!(rest_of(half), "");
    let mut body = server.connect();
    let request = server.callback(1);
    body.write_all(&request.as_bytes()[..request.len() - 10])
        .unwrap();
    let answer = rest_of(body);
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    server.take(1);
    server.stop();
}

#[test]
fn connections_have_a_cap_and_wait_for_their_turn() {
    let sealed = with_settings("[serve.limits]\nconnections = 2\nstreams = 1\n");
    let server = Server::start(&sealed, &[]);
    let mut open: Vec<TcpStream> = (0..2).map(|_| server.connect()).collect();
    for stream in &mut open {
        stream
            .write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            .unwrap();
        let mut first = [0; 12];
        stream.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"HTTP/1.1 200");
    }
    let mut third = server.connect();
    third
        .write_all(b"GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .unwrap();
    third
        .set_read_timeout(Some(Duration::from_millis(200)))
        .unwrap();
    let waiting = third.read(&mut [0; 1]).unwrap_err();
    assert!(matches!(
        waiting.kind(),
        std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut
    ));
    open.pop();
    third
        .set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    let answer = rest_of(third);
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    drop(open);
    server.stop();
}

#[test]
fn hostile_requests_are_refused_and_the_server_lives_on() {
    let server = Server::start(&sealed(), &[]);
    let long = "x".repeat(70_000);
    let host = server.address();
    for (request, statuses) in [
        ("\r\n\r\n\u{0}\u{1}\u{2}\r\n\r\n".to_owned(), vec!["400"]),
        ("GET / HTTP/9.9\r\n\r\n".to_owned(), vec!["400"]),
        (
            format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n"),
            vec!["414", "431"],
        ),
        (
            format!("GET / HTTP/1.1\r\nHost: x\r\nX: {long}\r\n\r\n"),
            vec!["431"],
        ),
        (
            format!(
                "POST /events HTTP/1.1\r\nHost: {host}\r\nX-Twilio-Signature: x\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\n\
                 Content-Length: 99999999999\r\n\r\n"
            ),
            vec!["413"],
        ),
        (
            format!(
                "POST /events HTTP/1.1\r\nHost: {host}\r\nContent-Length: 1\r\n\
                 Transfer-Encoding: chunked\r\n\r\nzz\r\n"
            ),
            vec!["400", "403"],
        ),
        (
            "TRACE /events HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_owned(),
            vec!["403", "405"],
        ),
        (
            "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_owned(),
            vec!["404"],
        ),
        (
            "GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".to_owned(),
            vec!["401"],
        ),
    ] {
        let mut stream = server.connect();
        // It may be refused before all of it is written.
        let _ = stream.write_all(request.as_bytes());
        let answer = rest_of(stream);
        let status = answer.split(' ').nth(1).unwrap_or_default();
        let start: String = request.chars().take(40).collect();
        assert!(statuses.contains(&status), "{start:?}: {answer:?}");
    }
    server.take(1);
    server.stop();
}

#[test]
fn a_password_from_the_settings_opens_behind_a_proxy() {
    let sealed = sealed();
    let hashed = sealed.trctl_with_stdin("serve password --user anna --stdin -o json", "tulip\n");
    assert_eq!(hashed.code, 0, "{hashed}");
    let hashed: serde_json::Value = serde_json::from_str(&hashed.stdout).unwrap();
    let made = sealed.trctl("serve password --token grafana -o json");
    let made: serde_json::Value = serde_json::from_str(&made.stdout).unwrap();
    sealed.write(
        "home/.config/trctl/config.toml",
        &format!(
            "[serve]\npublic_url = \"https://voice.example.com\"\n\
             [serve.users.anna]\npassword = {}\nrole = \"admin\"\n\
             [serve.tokens.grafana]\ntoken = {}\nrole = \"admin\"\n",
            hashed["hash"], made["hash"]
        ),
    );
    let server = Server::start(&sealed, &[]);
    assert_eq!(server.started()["public_url"], "https://voice.example.com");
    assert!(server.get("/metrics").starts_with("HTTP/1.1 401 "));
    let token = made["token"].as_str().unwrap();
    // `anna:tulip`
    for given in [
        "Basic YW5uYTp0dWxpcA==".to_owned(),
        format!("Bearer {token}"),
    ] {
        let answer = server.exchange(&format!(
            "GET /metrics HTTP/1.1\r\nHost: x\r\nAuthorization: {given}\r\n\
             Connection: close\r\n\r\n"
        ));
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    }
    server.stop();
}

#[test]
fn what_makes_no_server_is_said_before_it_starts() {
    let key_alone = Sealed::new()
        .env("TWILIO_ACCOUNT_SID", ACCOUNT)
        .env("TWILIO_API_KEY", "SK00000000000000000000000000000001")
        .env("TWILIO_API_SECRET", "secret-of-the-key")
        .env("TRCTL_WORKSPACE", WORKSPACE);
    let ran = key_alone.trctl("serve --port 0");
    assert_eq!(ran.code, 3, "{ran}");
    assert!(ran.stderr.contains("there is only an API key"), "{ran}");
    assert!(!ran.stderr.contains("secret-of-the-key"), "{ran}");

    for way_in in [
        "--bind 0.0.0.0",
        "--public-url https://abc.tunnel.example",
        "--register --public-url http://localhost:8000",
    ] {
        let ran = sealed().trctl(&format!("serve {way_in} --insecure-no-signature"));
        assert_eq!(ran.code, 2, "{ran}");
        assert!(ran.stderr.contains("pass for Twilio"), "{ran}");
    }
    let proxied = with_settings("[serve]\ntrusted_proxies = [\"127.0.0.1\"]\n");
    let ran = proxied.trctl("serve --insecure-no-signature");
    assert_eq!(ran.code, 2, "{ran}");
    assert!(ran.stderr.contains("`trusted_proxies`"), "{ran}");

    let ran = with_settings("[serve]\ncolour = 1\n").trctl("serve --port 0");
    assert_eq!(ran.code, 3, "{ran}");
    assert!(
        ran.stderr.contains("line 2: unknown field `colour`"),
        "{ran}"
    );

    let ran = sealed().env("PORT", "eighty").trctl("serve");
    assert_eq!(ran.code, 3, "{ran}");

    let sealed = sealed();
    let server = Server::start(&sealed, &[]);
    let ran = sealed.trctl("serve --port 0");
    assert_eq!(ran.code, 1, "{ran}");
    assert!(ran.stderr.contains("in use by another process"), "{ran}");
    let port = server.address().rsplit(':').next().unwrap();
    let ran = sealed.trctl(&format!("serve --store other.db --port {port}"));
    assert_eq!(ran.code, 1, "{ran}");
    assert!(ran.stderr.contains("cannot listen on"), "{ran}");
}

#[test]
fn unsigned_webhooks_are_believed_loudly() {
    let server = Server::start(
        &sealed(),
        &[
            "--insecure-no-signature",
            "--public-url",
            "http://localhost:8000",
        ],
    );
    assert_eq!(server.started()["signatures"], false);
    let request = server.form("", "Sid=EV1");
    let answer = server.exchange(&request);
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    // A tunnel passes on what others said.
    let tunnelled = request.replacen("\r\n", "\r\nX-Forwarded-For: 192.0.2.1\r\n", 1);
    let answer = server.exchange(&tunnelled);
    assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
    let told = server.stop();
    assert!(told.contains("webhooks are NOT checked"), "{told}");
}

#[test]
fn a_check_tells_everything_that_is_wrong() {
    let lab = Lab::writers();
    let ran = lab.trctl("serve --check");
    lab.home.write(
        "home/.config/trctl/config.toml",
        "[serve]\nbind = \"0.0.0.0\"\n[serve.service_level]\nqueues = { Billing = 60 }\n\
         [serve.limits]\nstreams = 2000\n[flow]\nworkflow = \"Billing\"\n",
    );
    let wrong = lab.trctl("serve --check --insecure-no-signature -o json");
    assert_eq!(wrong.code, 7, "{wrong}");
    let problems: serde_json::Value = serde_json::from_str(&wrong.stdout).unwrap();
    let abouts: Vec<&str> = problems
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["about"].as_str().unwrap())
        .collect();
    assert_eq!(
        abouts,
        ["settings", "settings", "settings", "flow", "workspace"],
        "{wrong}"
    );
    // Two workflows and nothing that says which.
    assert_eq!(ran.code, 7, "{ran}");
    lab.home.write(
        "home/.config/trctl/config.toml",
        "[flow]\nworkflow = \"Support\"\n",
    );
    let right = lab.trctl("serve --check");
    assert_eq!(
        (right.code, right.stderr.as_str()),
        (0, "nothing is wrong\n")
    );
    // What cannot be read is not compared with the workspace, which has several workflows.
    lab.home.write(
        "home/.config/trctl/config.toml",
        "[flow]\nworkfow = \"Support\"\n",
    );
    let unread = lab.trctl("serve --check -o ndjson");
    assert_eq!(unread.code, 7, "{unread}");
    assert_eq!(unread.stdout.lines().count(), 1, "{unread}");
    assert!(
        unread.stdout.contains("unknown field `workfow`"),
        "{unread}"
    );
    lab.home.write(
        "home/.config/trctl/config.toml",
        "[flow]\nworkflow = \"Support\"\n",
    );
    lab.worker("mute", r#"{"skills":["support"]}"#);
    let mute = lab.trctl("serve --check");
    assert_eq!(
        (mute.code, mute.stderr.as_str()),
        (
            0,
            "warning: worker `mute` has no attribute `contact_uri`: their calls are rejected\n\
             nothing is wrong\n"
        )
    );
    // Where workers answer for themselves, nobody is called.
    lab.home.write(
        "home/.config/trctl/config.toml",
        "[flow]\nworkflow = \"Support\"\n[flow.assignment.default]\ninstruction = \"agent\"\n",
    );
    assert_eq!(lab.trctl("serve --check").stderr, "nothing is wrong\n");
}

/// A server for the writers that the emulator's callbacks come to. It may be told under which URL
/// only before it listens.
fn answering(lab: &Lab, settings: &str) -> Server {
    let port = free_port().to_string();
    let url = format!("http://127.0.0.1:{port}");
    lab.home.write("home/.config/trctl/config.toml", settings);
    let line = [
        "serve",
        "-o",
        "ndjson",
        "--port",
        &port,
        "--public-url",
        &url,
    ];
    let server = Server(Serving::spawn(1, lab.home.command(&line)));
    // What things are called is known by then.
    while !server.get("/readyz").starts_with("HTTP/1.1 200 ") {
        std::thread::yield_now();
    }
    let callback = format!("{url}/assignment");
    let ran = lab.trctl(&format!(
        "workflows update Support --assignment-callback-url {callback} --yes"
    ));
    assert_eq!(ran.code, 0, "{ran}");
    server
}

/// Waits until something is there.
fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    loop {
        if let Some(found) = look() {
            return found;
        }
        std::thread::yield_now();
    }
}

fn reservations(lab: &Lab, task: TaskSid) -> Vec<String> {
    let ran = lab.trctl(&format!(
        "reservations list --task {task} --columns worker_name,reservation_status -o csv \
         --no-headers"
    ));
    assert_eq!(ran.code, 0, "{ran}");
    ran.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn who_cannot_be_called_is_passed_over_once_and_the_next_one_meets_the_caller() {
    let lab = Lab::writers();
    lab.worker("mute", r#"{"skills":["support"]}"#);
    let server = answering(
        &lab,
        "[flow]\nworkflow = \"Support\"\n[flow.assignment.default]\nrecord = true\n",
    );
    lab.set_activity("mute", "Available");
    let task = lab.task(
        "Support",
        r#"{"call_sid":"CA00000000000000000000000000000007","from":"+15550200","called":"+15550199"}"#,
    );
    until(|| (reservations(&lab, task) == ["mute,rejected"]).then_some(()));
    let mute = lab.trctl("workers get mute -o json --jq .activity_name");
    assert_eq!(mute.stdout.trim(), "Offline", "{mute}");
    assert_eq!(lab.get_task(task).assignment_status.to_string(), "pending");

    lab.set_activity("dave", "Available");
    until(|| (lab.get_task(task).assignment_status.to_string() == "assigned").then_some(()));
    assert_eq!(reservations(&lab, task).len(), 2);
    // The emulator keeps how an answer begins.
    let told = until(|| {
        let seen = lab.control_get("/inspect");
        let answers = seen["callbacks"].as_array().unwrap().iter();
        let mut answers = answers.filter_map(|call| call["answer"].as_str());
        let found = answers.find(|answer| answer.contains("\"conference\""))?;
        Some(found.to_owned())
    });
    for part in ["\"to\":\"+15550100\"", "\"record-from-start\""] {
        assert!(told.contains(part), "{told}");
    }

    // The conversation was recorded: Twilio says so where the instruction told it to.
    let path = format!("/voice/recording-status?TaskSid={task}");
    let answer = server.webhook(
        DEFAULT_TOKEN,
        &path,
        &[
            ("ConferenceSid", "CF00000000000000000000000000000007"),
            ("RecordingSid", "RE00000000000000000000000000000007"),
            ("RecordingUrl", "https://api.example.com/Recordings/RE7"),
            ("RecordingStatus", "completed"),
            ("RecordingDuration", "31"),
        ],
    );
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let noted: serde_json::Value = until(|| {
        let attributes = lab.get_task(task).attributes;
        let attributes: serde_json::Value = serde_json::from_str(&attributes).unwrap();
        attributes.get("recording_sid")?;
        Some(attributes)
    });
    assert_eq!(noted["recording_sid"], "RE00000000000000000000000000000007");
    assert_eq!(noted["recording_duration"], 31);
    assert_eq!(noted["call_sid"], "CA00000000000000000000000000000007");

    let told = server.stop();
    assert_eq!(told.matches("was not answered").count(), 1, "{told}");
    let line = told.lines().find(|line| line.contains("was not answered"));
    assert!(line.unwrap().contains(&task.to_string()), "{told}");
    assert!(line.unwrap().contains("reservation"), "{told}");
}

#[test]
fn calls_are_played_from_the_first_ring_to_the_end_and_every_event_is_there() {
    let mut lab = Lab::writers();
    let settings = "[flow]\nworkflow = \"Support\"\n";
    lab.home.write("home/.config/trctl/config.toml", settings);
    let server = Server::start(&lab.home, &[]);
    let number = "+15550900";
    lab.control(
        "numbers",
        &serde_json::json!({
            "phone_number": number,
            "voice_url": format!("{}/voice/incoming", server.url),
            "status_callback": format!("{}/voice/status", server.url),
        })
        .to_string(),
    );
    // What happens before anybody is told has another time.
    lab.pass(1);
    let begun = lab.now().as_millisecond();
    let form = Form::new().with("EventCallbackUrl", format!("{}/events", server.url));
    lab.wait(
        lab.client
            .update::<Workspace>((), lab.workspace, Change::new(form)),
    )
    .unwrap();
    let workflow = lab
        .wait(lab.client.resolve::<Workflow>(lab.workspace, "Support"))
        .unwrap();
    let form = Form::new().with(
        "AssignmentCallbackUrl",
        format!("{}/assignment", server.url),
    );
    lab.wait(
        lab.client
            .update::<Workflow>(lab.workspace, workflow, Change::new(form)),
    )
    .unwrap();
    lab.control("phones", r#"{"address": "+15550100", "talk_ms": 40000}"#);
    lab.control(
        "phones",
        r#"{"address": "+15550101", "pickup": "no-answer"}"#,
    );
    for worker in ["dave", "edith"] {
        lab.set_activity(worker, "Available");
    }
    for patience in [600, 600, 45] {
        let ran = lab.trctl(&format!(
            "emulator call --to {number} --digits 1 --patience {patience}s -o ndjson"
        ));
        assert_eq!(ran.code, 0, "{ran}");
    }
    lab.pass(50);
    // The first caller has talked to dave, who has after-work; edith did not pick up and is away.
    let wrapping = lab.trctl("tasks wrap-complete --yes");
    assert_eq!(wrapping.code, 0, "{wrapping}");
    lab.pass(120);
    let wrapping = lab.trctl("tasks wrap-complete --yes");
    assert_eq!(wrapping.code, 0, "{wrapping}");
    lab.pass(1);
    let ran = lab.trctl("tasks list -o ndjson");
    let mut statuses: Vec<String> = ran
        .stdout
        .lines()
        .map(|line| {
            let task: serde_json::Value = serde_json::from_str(line).unwrap();
            task["assignment_status"].as_str().unwrap().to_owned()
        })
        .collect();
    statuses.sort_unstable();
    assert_eq!(statuses, ["canceled", "completed", "completed"], "{ran}");
    let mut log: Vec<String> = common::history::events(&lab)
        .iter()
        .filter(|event| event.at >= begun)
        .map(|event| event.sid.to_string())
        .collect();
    let mut told = server.events(log.len());
    log.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, log);
}
