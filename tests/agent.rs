//! Agents and their tokens: `trctl tokens`, and the pages that serve has for them.
#![cfg(all(feature = "server", unix))]

mod common;

use common::browser::{Browser, key};
use common::lab::Lab;
use common::serving::Serving;
use trctl::emulator::Clock;
use trctl::model::{Reservation, Task, TaskStatus, Worker, Workspace};
use trctl::twilio::tokens::{Check, decode};
use trctl::twilio::{Change, Form, ListQuery, ReservationScope};

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
    let form = Form::new().with("EventCallbackUrl", format!("{}/events", serving.url));
    let told = lab
        .client
        .update::<Workspace>((), lab.workspace, Change::new(form));
    lab.wait(told).unwrap();
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

/// Two agents on a clock that goes, with so many seconds to answer an offer, and a server that is told
/// what happens.
fn floor(seconds: u32, more: &str) -> (Lab, Serving) {
    let mut lab = Lab::set_up(|config| config.clock = Clock::Real).with_writers();
    lab.home.unset_env("TRCTL_NOW");
    answer_within(&lab, seconds);
    serving_in(lab, more)
}

fn answer_within(lab: &Lab, seconds: u32) {
    let line = format!("workflows update Support --task-reservation-timeout {seconds}");
    let ran = lab.trctl(&line);
    assert_eq!(ran.code, 0, "{ran}");
}

fn sign_in(browser: &Browser, url: &str, name: &str) {
    browser.go(&format!("{url}/agent"));
    // With the keyboard: the name has the focus.
    browser.press(name);
    browser.press(key::TAB);
    browser.press(PASSWORD);
    browser.press(key::ENTER);
    browser.until_loaded("What happened");
    browser.until(LIVE);
}

const LIVE: &str = "document.querySelector('#connection').dataset.state === 'live'";
const OFFERED: &str = "document.querySelector('.offer')";
const IDLE: &str = "document.querySelector('.idle')";

fn is(name: &str) -> String {
    format!("document.querySelector('#activity').innerText === {name:?}")
}

fn working(status: &str) -> String {
    format!("document.querySelector('.work')?.dataset.status === {status:?}")
}

fn go_to(browser: &Browser, activity: &str) {
    // A click of the user's, after which the page may sound.
    let place = browser.ask(&format!(
        "return 1 + [...document.querySelectorAll('.activities button')].findIndex((button) => \
         button.innerText.includes({activity:?}))"
    ));
    browser.click(&format!(".activities button:nth-of-type({place})"));
    browser.until(&is(activity));
}

/// Puts a conference of caller and worker behind a task, as an accepted call has one.
fn connect(lab: &Lab, task: trctl::model::sid::TaskSid) {
    let made = lab.control(
        "conferences",
        &format!(
            r#"{{"friendly_name":"{task}","participants":[{{"label":"customer"}},{{"label":"worker"}}]}}"#
        ),
    );
    let sid = made["sid"].as_str().unwrap();
    let line = format!("conferences participants {sid} -o json");
    let ran = lab.trctl(&line);
    let there: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let call = |label: &str| {
        let all = there.as_array().unwrap();
        let found = all.iter().find(|one| one["label"] == label);
        found.unwrap()["call_sid"].as_str().unwrap().to_owned()
    };
    let mut attributes: serde_json::Value =
        serde_json::from_str(&lab.get_task(task).attributes).unwrap();
    attributes["conference"] = serde_json::json!({
        "sid": sid, "participants": { "customer": call("customer"), "worker": call("worker") },
    });
    let form = Form::new().with("Attributes", attributes);
    let change = Change::new(form);
    lab.wait(lab.client.update::<Task>(lab.workspace, task, change))
        .unwrap();
}

#[test]
#[ignore = "needs chromium"]
fn two_agents_serve_three_callers_from_sign_in_to_completed() {
    let (lab, serving) = floor(
        60,
        "[serve.agents]\ndispositions = [\"Solved\", \"Ring back\", \"Wrong number\"]\n",
    );
    let (one, other) = (Browser::start(), Browser::start());
    one.go(&format!("{}/agent", serving.url));
    one.prefers("light");
    one.write("#name", "dave");
    one.write("#password", "tulips in june");
    one.click(".sign-in button");
    one.until_loaded("The name or the password is wrong");
    one.picture("agent-sign-in");
    sign_in(&one, &serving.url, "dave");
    assert!(one.text(".bar").contains("writers"), "{}", one.text(".bar"));
    assert!(one.text(".me").contains("support"), "{}", one.text(".me"));
    one.until(&is("Offline"));
    go_to(&one, "Available");
    assert_eq!(activity(&lab, "dave"), "Available");
    one.picture("agent-idle");

    // The first caller: offered, taken with the keyboard.
    let first = lab.task(
        "Support",
        r#"{"from":"+15550301","selected_language":"en","selected_product":"phone"}"#,
    );
    one.until(OFFERED);
    let offer = one.text(".offer");
    for told in ["+15550301", "en", "phone", "Support", "Answer within "] {
        assert!(offer.contains(told), "{told}: {offer}");
    }
    one.until("document.title.includes('+15550301')");
    one.until("Number(document.documentElement.dataset.beeps) > 0");
    assert!(one.text("#news").contains("Offered: +15550301"));
    one.picture("agent-offer");
    one.screen(360, 740);
    one.picture("agent-offer-360x740");
    one.screen(1280, 800);
    one.prefers("dark");
    one.picture("agent-offer-dark");
    one.ask("document.querySelector('.offer button').focus()");
    one.press(key::ENTER);
    one.until(&working("accepted"));
    one.until("document.title === 'Agent'");
    assert_eq!(lab.get_task(first).assignment_status, TaskStatus::Assigned);

    // The conference: held, muted, ended.
    connect(&lab, first);
    one.until("document.querySelector('.talk')");
    let press = |name: &str| {
        one.ask(&format!(
            "[...document.querySelectorAll('.talk button')].find((button) => \
             button.innerText === {name:?}).click()"
        ));
    };
    press("Hold");
    one.until("document.querySelector('.talk').innerText.includes('on hold')");
    press("Take the caller back");
    one.until("!document.querySelector('.talk').innerText.includes('on hold')");
    press("Mute");
    one.until("document.querySelector('.talk').innerText.includes('muted')");
    one.picture("agent-conference-dark");
    press("End the conference");
    one.until("document.querySelector('.talk').innerText.includes('It has ended')");

    // The second caller is edith's, who refuses and goes; he waits.
    sign_in(&other, &serving.url, "edith");
    go_to(&other, "Available");
    let second = lab.task("Support", r#"{"from":"+15550302","name":"Ada Lovelace"}"#);
    other.until(OFFERED);
    assert!(other.text(".offer h2").contains("Ada Lovelace"));
    go_to(&other, "Unavailable");
    other.ask(
        "[...document.querySelectorAll('.offer button')].find((button) => \
         button.innerText === 'Reject').click()",
    );
    other.until(IDLE);
    assert_eq!(lab.get_task(second).assignment_status, TaskStatus::Pending);

    // dave wraps up, says how it ended and is done; he gets the second caller.
    one.prefers("light");
    one.ask("document.querySelector('.note button[value=wrap]').click()");
    one.until(&working("wrapping"));
    one.ask("document.querySelector('.note select').value = 'Solved'");
    one.write(".note textarea", "Rang back, all is well");
    one.picture("agent-wrapping");
    one.ask("document.querySelector('.note button[value=complete]').click()");
    one.until(OFFERED);
    let done = lab.get_task(first);
    assert_eq!(done.assignment_status, TaskStatus::Completed);
    let attributes: serde_json::Value = serde_json::from_str(&done.attributes).unwrap();
    assert_eq!(attributes["disposition"], "Solved");
    assert_eq!(attributes["note"], "Rang back, all is well");
    one.click(".offer button");
    one.until(&working("accepted"));

    // The third is edith's.
    let third = lab.task("Support", r#"{"from":"+15550303"}"#);
    go_to(&other, "Available");
    other.until(OFFERED);
    other.click(".offer button");
    other.until(&working("accepted"));
    for browser in [&one, &other] {
        browser.ask("document.querySelector('.note button[value=complete]').click()");
        browser.until(IDLE);
    }
    for task in [second, third] {
        assert_eq!(lab.get_task(task).assignment_status, TaskStatus::Completed);
    }
    one.picture("agent-done");
    assert!(one.text(".log").contains("Completed"));
    // The first sign-in failed, which a browser notes.
    let complaints = one.complaints();
    assert!(
        complaints.iter().all(|text| text.contains("401")),
        "{complaints:?}"
    );
    assert_eq!(other.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium"]
fn an_offer_that_times_out_takes_the_page_where_the_workspace_put_the_worker() {
    let (lab, serving) = floor(4, "");
    let browser = Browser::start();
    sign_in(&browser, &serving.url, "dave");
    go_to(&browser, "Available");
    lab.task("Support", r#"{"from":"+15550301"}"#);
    browser.until(OFFERED);
    browser.until("document.querySelector('.offer .left').innerText === '0:01'");
    browser.until(&is("Offline"));
    browser.until(IDLE);
    browser.until(
        "document.querySelector('.said[role=status]').innerText.includes('not answered in time')",
    );
    assert!(
        browser
            .text(".said[role=status]")
            .contains("You are Offline")
    );
    browser.prefers("light");
    browser.picture("agent-time-out");
    go_to(&browser, "Available");
    browser.until("!document.querySelector('.said[role=status]')");
}

#[test]
#[ignore = "needs chromium"]
fn two_pages_agree_and_a_session_that_ends_loses_nothing() {
    let (lab, serving) = floor(120, "");
    let browser = Browser::start();
    sign_in(&browser, &serving.url, "dave");
    go_to(&browser, "Available");
    // Another tab of the same browser, in a frame of its own window.
    let first = browser.window();
    browser.new_tab(&format!("{}/agent", serving.url));
    browser.until(LIVE);
    browser.until(&is("Available"));
    let task = lab.task("Support", r#"{"from":"+15550301"}"#);
    browser.until(OFFERED);
    browser.click(".offer button");
    browser.until(&working("accepted"));
    browser.switch_to(&first);
    browser.until(&working("accepted"));
    browser.write(".note textarea", "half a sent");
    // There are too many of his, and the oldest ends.
    for _ in 0..8 {
        Agent::signed_in(&lab, &serving, "dave");
    }
    browser.until_loaded("Your session has ended");
    browser.prefers("light");
    browser.picture("agent-session-ended");
    assert_eq!(lab.get_task(task).assignment_status, TaskStatus::Assigned);
    browser.write("#name", "dave");
    browser.write("#password", PASSWORD);
    browser.press(key::ENTER);
    browser.until_loaded("What happened");
    browser.until(&working("accepted"));
    browser.until("document.querySelector('.note textarea').value === 'half a sent'");
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
