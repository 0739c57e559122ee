//! Agents and their tokens: `trctl tokens`, and the pages that serve has for them.
#![cfg(all(feature = "server", unix))]

mod common;
#[path = "agent/plain.rs"]
mod plain;

use common::lab::Lab;
use common::serving::Serving;
use trctl::emulator::ApiKey;
use trctl::model::{Reservation, TaskStatus, Worker};
use trctl::twilio::tokens::{Check, decode};
use trctl::twilio::{ListQuery, ReservationScope};

use futures::TryStreamExt as _;

#[test]
fn a_workers_token_reads_what_is_theirs() {
    let lab = Lab::writers();
    let made = lab.trctl("tokens worker dave");
    assert_eq!(made.code, 0, "{made}");
    assert_eq!(made.stdout.trim().split('.').count(), 3, "{made}");

    let read = lab.home.trctl_with_stdin("tokens inspect", &made.stdout);
    assert_eq!(read.code, 0, "{read}");
    assert_eq!(read.stderr, "");
    for line in [
        "KIND        TaskRouter capability token",
        "EXPIRES     2026-11-21T09:00:00Z",
        "SIGNATURE   valid",
        "ALLOWS",
    ] {
        assert!(
            read.stdout.lines().any(|told| told.trim() == line),
            "{read}"
        );
    }
    let json =
        lab.trctl("tokens worker dave --allow reservations,activity,reservations --ttl 8h -o json");
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["expires"], "2026-11-21T16:00:00Z");
    assert_eq!(json["allows"].as_array().unwrap().len(), 7, "{json}");
}

#[test]
fn what_is_too_broad_is_said_and_what_is_wrong_fails() {
    let lab = Lab::writers();
    let broad = lab.trctl("tokens workspace --allow read,delete");
    assert_eq!(broad.code, 0, "{broad}");
    for said in [
        "/**` reads everything in the workspace",
        "/**` deletes everything",
    ] {
        assert!(broad.stderr.contains(said), "{broad}");
    }
    let refused = |line: &str, stdin: &str| {
        let ran = lab.home.trctl_with_stdin(line, stdin);
        let text = ran.stderr.clone();
        (ran.code, text)
    };
    let token = broad.stdout.trim();
    let (_, signature) = token.rsplit_once('.').unwrap();
    let (code, said) = refused("tokens inspect", &format!("{token}A"));
    assert_eq!(code, 7, "{said}");
    assert!(
        said.contains("was made with another secret, or it was changed"),
        "{said}"
    );
    let (code, said) = refused("tokens inspect", "no token");
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("has three parts with dots between them"),
        "{said}"
    );

    let mut later = lab;
    later.home.set_env("TRCTL_NOW", "2026-11-21T09:00:00Z");
    let ran = later.home.trctl_with_stdin("tokens inspect", token);
    assert_eq!(ran.code, 7, "{ran}");
    assert!(
        ran.stderr.contains("it expired at 2026-11-21T09:00:00Z"),
        "{ran}"
    );
    assert!(!ran.to_string().contains(signature), "{ran}");
}

#[test]
fn access_tokens_want_an_api_key() {
    let mut lab = Lab::writers();
    let ran = lab.trctl("tokens access dave --worker dave");
    assert_eq!(ran.code, 3, "{ran}");
    assert!(
        ran.stderr.contains("signed with an API key's secret"),
        "{ran}"
    );
    lab.home
        .set_env("TWILIO_API_KEY", "SK00000000000000000000000000000001");
    lab.home
        .set_env("TWILIO_API_SECRET", "fedcba9876543210fedcba9876543210");
    let made = lab.trctl("tokens access dave --voice-incoming");
    assert_eq!(made.code, 0, "{made}");
    let read = lab.home.trctl_with_stdin("tokens inspect", &made.stdout);
    assert_eq!(read.code, 0, "{read}");
    for line in [
        "SUBJECT     dave",
        "SIGNATURE   valid",
        r#"voice {"incoming":{"allow":true}}"#,
    ] {
        assert!(
            read.stdout.lines().any(|told| told.trim() == line),
            "{read}"
        );
    }
    let ran = lab.trctl("tokens access dave --ttl 25h");
    assert_eq!(ran.code, 2, "{ran}");
}

const PASSWORD: &str = "tulips in may";

/// A lab whose dave and edith have passwords, and a server that is told what happens.
fn serving(more: &str) -> (Lab, Serving) {
    serving_in(Lab::writers(), more)
}

fn serving_in(lab: Lab, more: &str) -> (Lab, Serving) {
    lab.home.write(lab.home.config(), more);
    for worker in ["dave", "edith"] {
        let line = format!("agents set-password {worker} --password-stdin");
        let ran = lab.home.trctl_with_stdin(&line, PASSWORD);
        assert_eq!(ran.code, 0, "{ran}");
    }
    let store = lab.home.home().join("events.db");
    let serving = Serving::start(&lab.home, &["--store", store.to_str().unwrap()]);
    lab.tell(&serving.url);
    (lab, serving)
}

/// A browser without a screen.
struct Agent<'a> {
    lab: &'a Lab,
    url: String,
    http: reqwest::Client,
    cookie: String,
    csrf: String,
}

struct Got {
    status: u16,
    headers: reqwest::header::HeaderMap,
    body: String,
}

impl<'a> Agent<'a> {
    fn new(lab: &'a Lab, serving: &Serving) -> Self {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            lab,
            url: serving.url.clone(),
            http,
            cookie: String::new(),
            csrf: String::new(),
        }
    }

    fn signed_in(lab: &'a Lab, serving: &Serving, name: &str) -> Self {
        let mut agent = Self::new(lab, serving);
        let got = agent.sign_in(name, PASSWORD);
        assert_eq!(got.status, 303, "{}", got.body);
        agent.take(&got);
        agent
    }

    fn take(&mut self, got: &Got) {
        let cookie = got.headers["set-cookie"].to_str().unwrap();
        cookie
            .split(';')
            .next()
            .unwrap()
            .clone_into(&mut self.cookie);
        let page = self.get("/agent");
        let (_, rest) = page.body.split_once("name=\"csrf\" value=\"").unwrap();
        rest.split('"').next().unwrap().clone_into(&mut self.csrf);
    }

    fn send(&self, request: reqwest::RequestBuilder) -> Got {
        let request = request.header("cookie", &self.cookie);
        self.lab.wait(async {
            let response = request.send().await.unwrap();
            Got {
                status: response.status().as_u16(),
                headers: response.headers().clone(),
                body: response.text().await.unwrap(),
            }
        })
    }

    fn get(&self, path: &str) -> Got {
        self.send(self.http.get(format!("{}{path}", self.url)))
    }

    fn post(&self, path: &str, form: &[(&str, &str)]) -> Got {
        let request = self.http.post(format!("{}{path}", self.url));
        self.send(request.header("accept", "application/json").form(form))
    }

    fn sign_in(&self, name: &str, password: &str) -> Got {
        self.post("/agent/sign-in", &[("name", name), ("password", password)])
    }

    fn act(&self, act: &str, more: &[(&str, &str)]) -> Got {
        let mut form = vec![("csrf", self.csrf.as_str()), ("act", act)];
        form.extend(more);
        self.post("/agent/act", &form)
    }
}

fn offer(lab: &Lab, task: trctl::model::sid::TaskSid) -> Reservation {
    let scope = ReservationScope::Task(lab.workspace, task);
    let all: Vec<Reservation> = lab.wait(async {
        let list = lab.client.list::<Reservation>(scope, &ListQuery::all());
        list.map_ok(|record| record.value)
            .try_collect()
            .await
            .unwrap()
    });
    all.into_iter().last().unwrap()
}

fn activity(lab: &Lab, name: &str) -> String {
    let sid = lab
        .wait(lab.client.resolve::<Worker>(lab.workspace, name))
        .unwrap();
    let worker = lab
        .wait(lab.client.get::<Worker>(lab.workspace, sid))
        .unwrap();
    worker.record.value.activity_name
}

#[test]
fn who_signs_in_has_a_session_of_their_own() {
    let (lab, serving) = serving("[serve.limits]\nfailed_logins = 3\n");
    let agent = Agent::new(&lab, &serving);
    let page = agent.get("/agent");
    assert_eq!(page.status, 200);
    assert!(
        page.body.contains("Your name in TaskRouter"),
        "{}",
        page.body
    );
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'self';"), "{policy}");
    assert_eq!(page.headers["cache-control"], "no-store");

    let got = agent.sign_in("dave", PASSWORD);
    assert_eq!(
        (got.status, &got.headers["location"]),
        (303, &"../agent".parse().unwrap())
    );
    let cookie = got.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.ends_with("; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict"),
        "{cookie}"
    );

    // A wrong password, a worker who has none, and nobody at all are told the same.
    let mut refused = Vec::new();
    for (name, password) in [
        ("dave", "tulips"),
        ("susan", PASSWORD),
        ("nobody", PASSWORD),
    ] {
        let got = agent.sign_in(name, password);
        assert_eq!(got.status, 401, "{}", got.body);
        assert!(got.body.contains("The name or the password is wrong."));
        assert!(!got.headers.contains_key("set-cookie"));
        refused.push(got.body.replace(name, ""));
    }
    assert_eq!(refused[0], refused[1]);
    let got = agent.sign_in("edith", "tulips");
    assert_eq!(got.status, 429, "{}", got.body);
    assert!(got.headers.contains_key("retry-after"));

    for path in ["/agent/token", "/tfptaskrouter/getTrActivites"] {
        assert_eq!(agent.get(path).status, 401, "{path}");
    }
    let got = agent.act("activity", &[]);
    assert_eq!(got.status, 401, "{}", got.body);
}

#[test]
fn nobody_does_anything_for_somebody_else() {
    let (lab, serving) = serving("");
    let dave = Agent::signed_in(&lab, &serving, "dave");
    let edith = Agent::signed_in(&lab, &serving, "edith");
    lab.set_activity("dave", "Available");
    let task = lab.task("Support", r#"{"from":"+15550301"}"#);
    let sid = offer(&lab, task).sid.to_string();
    let own = [("reservation", sid.as_str())];

    for act in [
        "accept", "reject", "wrap", "complete", "hold", "mute", "end", "note",
    ] {
        let got = edith.act(act, &own);
        assert_eq!(got.status, 409, "{act}: {}", got.body);
    }
    // A form of another page, and one that another site sent.
    let stranger = dave.post("/agent/act", &[("act", "accept"), own[0]]);
    assert_eq!(stranger.status, 403, "{}", stranger.body);
    let with_hers = [("csrf", edith.csrf.as_str()), ("act", "accept"), own[0]];
    assert_eq!(dave.post("/agent/act", &with_hers).status, 403);
    let forged = dave
        .http
        .post(format!("{}/agent/act", dave.url))
        .header("origin", "https://evil.example")
        .form(&[("csrf", dave.csrf.as_str()), ("act", "accept"), own[0]]);
    assert_eq!(dave.send(forged).status, 403);
    assert_eq!(lab.get_task(task).assignment_status, TaskStatus::Reserved);

    let got = dave.act("accept", &own);
    assert_eq!(got.status, 200, "{}", got.body);
    assert!(got.body.contains("With you"), "{}", got.body);
    assert_eq!(lab.get_task(task).assignment_status, TaskStatus::Assigned);
    // The same again, as another tab might say: it is so.
    assert_eq!(dave.act("accept", &own).status, 200);
    let note = [
        own[0],
        ("disposition", "Solved"),
        ("note", "<b>rang back</b>"),
    ];
    let got = dave.act("complete", &note);
    assert_eq!(got.status, 200, "{}", got.body);
    let task = lab.get_task(task);
    assert_eq!(task.assignment_status, TaskStatus::Completed);
    let attributes: serde_json::Value = serde_json::from_str(&task.attributes).unwrap();
    assert_eq!(
        attributes,
        serde_json::json!({
            "from": "+15550301", "disposition": "Solved", "note": "<b>rang back</b>",
        })
    );
}

#[test]
fn leaving_ends_offers_and_only_the_own_session() {
    let (lab, serving) = serving("");
    let dave = Agent::signed_in(&lab, &serving, "dave");
    let again = Agent::signed_in(&lab, &serving, "dave");
    lab.set_activity("dave", "Available");
    let leave = |agent: &Agent<'_>| {
        let got = agent.post("/agent/sign-out", &[("csrf", &agent.csrf)]);
        assert_eq!(got.status, 303, "{}", got.body);
        let cookie = got.headers["set-cookie"].to_str().unwrap();
        assert!(cookie.contains("=; Path=/; Max-Age=0;"), "{cookie}");
        assert!(agent.get("/agent").body.contains("Sign in"));
    };
    leave(&dave);
    assert_eq!(activity(&lab, "dave"), "Available");
    assert!(again.get("/agent").body.contains("What happened"));
    leave(&again);
    assert_eq!(activity(&lab, "dave"), "Offline");
}

#[test]
fn tokens_are_for_the_sessions_worker() {
    let (lab, serving) = serving("");
    let dave = Agent::signed_in(&lab, &serving, "dave");
    let got = dave.get("/agent/token");
    assert_eq!(got.status, 200, "{}", got.body);
    assert_eq!(got.headers["cache-control"], "no-store");
    let answer: serde_json::Value = serde_json::from_str(&got.body).unwrap();
    let token = decode(answer["token"].as_str().unwrap()).unwrap();
    assert_eq!(
        token.check(&trctl::emulator::DEFAULT_TOKEN.into()),
        Check::Valid
    );
    let worker = lab.wait(lab.client.resolve::<Worker>(lab.workspace, "dave"));
    assert_eq!(
        token.text("worker_sid"),
        Some(worker.unwrap().to_string().as_str())
    );
    assert_eq!(answer["identity"], "dave");
    let got = dave.get("/agent/token?kind=access");
    assert_eq!(got.status, 501, "{}", got.body);
    assert_eq!(dave.get("/agent/token?kind=flex").status, 400);
}

#[test]
fn access_tokens_are_signed_with_the_servers_api_key() {
    let (key, secret) = (
        "SK00000000000000000000000000000001",
        "fedcba9876543210fedcba9876543210",
    );
    let mut lab = Lab::set_up(|config| {
        config.api_keys = vec![ApiKey {
            sid: key.parse().unwrap(),
            secret: secret.into(),
        }];
    })
    .with_writers();
    lab.home.set_env("TWILIO_API_KEY", key);
    lab.home.set_env("TWILIO_API_SECRET", secret);
    let (lab, serving) = serving_in(lab, "");
    let dave = Agent::signed_in(&lab, &serving, "dave");
    let got = dave.get("/agent/token?kind=access");
    assert_eq!(got.status, 200, "{}", got.body);
    let answer: serde_json::Value = serde_json::from_str(&got.body).unwrap();
    let token = decode(answer["token"].as_str().unwrap()).unwrap();
    assert_eq!(token.check(&secret.into()), Check::Valid);
    let worker = lab.wait(lab.client.resolve::<Worker>(lab.workspace, "dave"));
    let worker = worker.unwrap().to_string();
    assert_eq!(answer["worker_sid"], worker);
    let grants = &token.claims["grants"];
    assert_eq!(grants["identity"], "dave");
    assert_eq!(
        grants["task_router"],
        serde_json::json!({
            "workspace_sid": lab.workspace, "worker_sid": worker, "role": "worker",
        })
    );
    assert_eq!(grants["voice"]["incoming"]["allow"], true);
    assert!(grants["voice"].get("outgoing").is_none(), "{grants}");
    // The other kind is signed with the auth token all the same.
    let got = dave.get("/agent/token?kind=worker");
    let answer: serde_json::Value = serde_json::from_str(&got.body).unwrap();
    let token = decode(answer["token"].as_str().unwrap()).unwrap();
    assert_eq!(
        token.check(&trctl::emulator::DEFAULT_TOKEN.into()),
        Check::Valid
    );
}

#[test]
fn the_cookie_stays_with_https_where_the_browser_came_by_it() {
    let (lab, serving) = serving("[serve]\ntrusted_proxies = [\"127.0.0.1\"]\n");
    let agent = Agent::new(&lab, &serving);
    let cookie = |proto: &str, path: &str| {
        let form = [("name", "dave"), ("password", PASSWORD)];
        let request = agent.http.post(format!("{}{path}", agent.url)).form(&form);
        let got = agent.send(
            request
                .header("x-forwarded-for", "192.0.2.7")
                .header("x-forwarded-proto", proto),
        );
        assert_eq!(got.status, 303, "{}", got.body);
        got.headers["set-cookie"].to_str().unwrap().to_owned()
    };
    for path in ["/agent/sign-in", "/agent/sign-out"] {
        let secure = cookie("https", path);
        assert!(
            secure.ends_with("; HttpOnly; SameSite=Strict; Secure"),
            "{secure}"
        );
        assert!(!cookie("http", path).contains("Secure"), "{path}");
    }
    drop(serving);

    // Whoever is not trusted says nothing; a public address of the server's does.
    let (lab, serving) = {
        lab.home.write(lab.home.config(), "");
        serving_in(lab, "")
    };
    let agent = Agent::new(&lab, &serving);
    let form = [("name", "dave"), ("password", PASSWORD)];
    let request = agent.http.post(format!("{}/agent/sign-in", agent.url));
    let got = agent.send(request.form(&form).header("x-forwarded-proto", "https"));
    let cookie = got.headers["set-cookie"].to_str().unwrap();
    assert!(!cookie.contains("Secure"), "{cookie}");
    drop(serving);
    let public = "[serve]\npublic_url = \"https://voice.example.com/centre\"\n";
    let (lab, serving) = serving_in(lab, public);
    let got = Agent::new(&lab, &serving).sign_in("dave", PASSWORD);
    let cookie = got.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("; Path=/centre/; "), "{cookie}");
    assert!(cookie.ends_with("; Secure"), "{cookie}");
}

#[test]
fn the_old_pages_paths_answer_whom_they_may() {
    let (lab, serving) = serving("");
    let agent = Agent::new(&lab, &serving);
    for (path, place) in [
        ("/", "agent"),
        ("/index.html", "agent"),
        ("/tfptaskrouter/index.html", "../agent"),
    ] {
        let got = agent.get(path);
        assert_eq!(
            (got.status, got.headers["location"].to_str().unwrap()),
            (302, place)
        );
    }
    let ask = "/tfptaskrouter/generateToken?clientid=susan&tokenPassword=everybodys";
    assert_eq!(agent.get(ask).status, 403);
    drop(serving);

    let (lab, serving) = {
        let mut lab = lab;
        lab.home.set_env("TR_TOKEN_PASSWORD", "everybodys");
        lab.home.write(
            lab.home.config(),
            "[serve.agents]\nshared_password = true\n",
        );
        let store = lab.home.home().join("others.db");
        let serving = Serving::start(&lab.home, &["--store", store.to_str().unwrap()]);
        (lab, serving)
    };
    lab.set_activity("susan", "Available");
    let task = lab.task("Sales", r#"{"from":"+15550301"}"#);
    lab.answer(task, "accepted");
    lab.answer(task, "wrapping");
    let mut susan = Agent::new(&lab, &serving);
    assert_eq!(
        susan
            .get("/tfptaskrouter/generateToken?clientid=susan")
            .status,
        400
    );
    let got = susan.get(&ask.replace("everybodys", "guess"));
    assert_eq!(got.status, 401, "{}", got.body);
    let got = susan.get(ask);
    assert_eq!(got.status, 200, "{}", got.body);
    assert_eq!(decode(&got.body).unwrap().text("version"), Some("v1"));
    susan.take(&got);
    let got = susan.get("/tfptaskrouter/getTrActivites");
    assert!(
        got.body.starts_with("writers:workspacefriendlyname:WA"),
        "{}",
        got.body
    );
    assert!(got.body.contains(":Available"), "{}", got.body);
    let end = format!(
        "/tfptaskrouter/conferenceCompleted?conferenceSid=CF{:032x}",
        1
    );
    assert_eq!(susan.get(&end).status, 404);
    let complete = format!("/tfptaskrouter/taskSetWrapToCompleted?taskSid={task}");
    assert_eq!(
        susan.get("/tfptaskrouter/taskSetWrapToCompleted").status,
        400
    );
    assert_eq!(Agent::new(&lab, &serving).get(&complete).status, 401);
    let got = susan.get(&complete);
    assert_eq!((got.status, got.body.as_str()), (200, ""));
    assert_eq!(lab.get_task(task).assignment_status, TaskStatus::Completed);
    assert_eq!(susan.get(&complete).status, 404);
}

#[test]
fn passwords_are_kept_as_hashes_under_the_workers_names() {
    let lab = Lab::writers();
    let file = lab.home.config();
    lab.home.write(&file, "# mine\n[serve]\nport = 0\n");
    let set = |line: &str| lab.home.trctl_with_stdin(line, "tulips in may\n");
    let ran = set("agents set-password dave --password-stdin");
    assert_eq!(ran.code, 0, "{ran}");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("# mine\n[serve]\nport = 0\n"), "{text}");
    assert!(
        text.contains("[serve.agents.passwords]\ndave = \"$argon2id$v=19$"),
        "{text}"
    );
    assert!(!text.contains("tulips"), "{text}");

    let ran = set("agents set-password nobody --password-stdin");
    assert_eq!(ran.code, 4, "{ran}");
    let ran = set("agents set-password 'Grace Hopper' --password-stdin --offline");
    assert_eq!(ran.code, 0, "{ran}");
    let ran = lab
        .home
        .trctl_with_stdin("agents set-password dave --password-stdin", "short");
    assert_eq!(ran.code, 2, "{ran}");
    let ran = lab.trctl("serve --check -o csv --no-headers");
    assert_eq!(ran.code, 7, "{ran}");
    let said = "[serve.agents.passwords] there is no worker named `Grace Hopper`";
    assert!(ran.stdout.contains(said), "{ran}");
    let ran = lab.trctl("agents list -o csv --no-headers");
    assert_eq!(ran.stdout, "Grace Hopper\ndave\n");
    let ran = lab.trctl("agents remove-password dave");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(lab.trctl("agents remove-password dave").code, 4);
    assert_eq!(
        lab.trctl("agents list -o csv --no-headers").stdout,
        "Grace Hopper\n"
    );
}

#[test]
fn a_call_is_put_through_to_the_workers_telephone() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("recording.ndjson");
    let lab = Lab::set_up(|config| config.record_file = Some(file.clone())).with_writers();
    lab.worker("frank", r#"{"name":"frank","skills":["sales"]}"#);
    let ran = lab.home.trctl_with_stdin(
        "agents set-password frank --password-stdin --offline",
        PASSWORD,
    );
    assert_eq!(ran.code, 0, "{ran}");
    let settings = std::fs::read_to_string(lab.home.config()).unwrap();
    let (lab, serving) = serving_in(
        lab,
        &format!(
            "{settings}\n[flow.assignment.default]\ninstruction = \"agent\"\ntimeout = \"20s\"\n"
        ),
    );
    let call = format!(
        r#"{{"from":"+15550301","called":"+15550199","call_sid":"CA{:032x}"}}"#,
        7
    );

    let dave = Agent::signed_in(&lab, &serving, "dave");
    lab.set_activity("dave", "Available");
    let task = lab.task("Support", &call);
    let sid = offer(&lab, task).sid.to_string();
    let got = dave.act("accept", &[("reservation", &sid)]);
    assert_eq!(got.status, 200, "{}", got.body);
    let recording = std::fs::read_to_string(&file).unwrap();
    let told = recording
        .lines()
        .find(|line| line.contains(&sid) && line.contains("conference"))
        .unwrap_or_else(|| panic!("{recording}"));
    for detail in [
        "Instruction",
        "+15550100",
        "+15550199",
        "Timeout",
        "EndConferenceOnExit",
    ] {
        assert!(
            told.contains(detail) || told.contains(&detail.replace('+', "%2B")),
            "{told}"
        );
    }
    assert_eq!(lab.get_task(task).assignment_status, TaskStatus::Assigned);

    // Nobody knows at which telephone he is.
    let frank = Agent::signed_in(&lab, &serving, "frank");
    lab.set_activity("frank", "Available");
    let task = lab.task("Sales", &call);
    let sid = offer(&lab, task).sid.to_string();
    let got = frank.act("accept", &[("reservation", &sid)]);
    assert_eq!(got.status, 409, "{}", got.body);
    assert!(
        got.body
            .contains("worker `frank` has no attribute `contact_uri`"),
        "{}",
        got.body
    );
    assert_eq!(lab.get_task(task).assignment_status, TaskStatus::Reserved);
}
