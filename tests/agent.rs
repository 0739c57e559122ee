//! Agents and their tokens: `trctl tokens`, and the pages that serve has for them.
#![cfg(all(feature = "server", unix))]

mod common;

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

/// What browsers say they want when somebody goes to a page.
const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/// A browser that runs no scripts.
struct Plain<'a>(Agent<'a>);

impl Plain<'_> {
    fn get(&self, path: &str) -> Got {
        let request = self.0.http.get(format!("{}{path}", self.0.url));
        self.0.send(request.header("accept", BROWSER))
    }

    /// The page, once it says this: it asks again by itself.
    fn until(&self, text: &str) -> String {
        for _ in 0..1_000 {
            let page = self.get("/agent").body;
            if page.contains(text) {
                return page;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        panic!("never: {text}\n{}", self.get("/agent").body);
    }

    /// Presses the button of this text; the form goes along as the page has it, and what is typed.
    fn press(&self, page: &str, button: &str, typed: &[(&str, &str)]) -> Got {
        let form = page
            .split("<form ")
            .skip(1)
            .map(|rest| rest.split("</form>").next().unwrap())
            .find(|form| {
                form.contains(&format!("> {button}</button>"))
                    || form.contains(&format!(">{button}</button>"))
            })
            .unwrap_or_else(|| panic!("no button {button} in {page}"));
        assert!(form.starts_with("method=\"post\"") || form.contains(" method=\"post\""));
        let value = |tag: &str, name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            Some(rest.split('"').next().unwrap().to_owned())
        };
        let action = value(&format!(" {form}"), "action").unwrap();
        let mut sent: Vec<(String, String)> = form
            .split("<input ")
            .skip(1)
            .filter(|tag| tag.starts_with("type=\"hidden\""))
            .map(|tag| {
                let tag = format!(" {}", tag.split('>').next().unwrap());
                (value(&tag, "name").unwrap(), value(&tag, "value").unwrap())
            })
            .collect();
        let tag = form.split("<button").find(|tag| {
            tag.split_once('>')
                .is_some_and(|(_, text)| text.starts_with(&format!("{button}</button>")))
        });
        let tag = tag.unwrap().split('>').next().unwrap();
        if let Some(name) = value(tag, "name") {
            sent.push((name, value(tag, "value").unwrap()));
        }
        let typed = typed.iter();
        sent.extend(typed.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
        let request = self.0.http.post(format!("{}/{action}", self.0.url));
        self.0.send(request.header("accept", BROWSER).form(&sent))
    }

    /// The same, and the page that it leads to.
    fn led(&self, page: &str, button: &str, typed: &[(&str, &str)]) -> String {
        let got = self.press(page, button, typed);
        assert_eq!(got.status, 303, "{button}: {}", got.body);
        assert_eq!(got.headers["location"], "../agent");
        self.get("/agent").body
    }
}

#[test]
fn without_scripts_the_page_is_worked_by_its_forms() {
    const AGAIN: &str = "<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>";
    let (lab, serving) = serving("");
    let mut plain = Plain(Agent::new(&lab, &serving));
    let page = plain.get("/agent").body;
    assert!(!page.contains(AGAIN), "{page}");
    let got = plain.press(&page, "Sign in", &[("name", "dave"), ("password", "guess")]);
    assert_eq!(got.status, 401, "{}", got.body);
    // This one is shown below the page's own path.
    assert!(got.body.contains("action=\"../agent/sign-in\""));
    assert!(got.body.contains("href=\"../assets/agent."));
    let got = plain.press(
        &page,
        "Sign in",
        &[("name", "dave"), ("password", PASSWORD)],
    );
    assert_eq!(got.status, 303, "{}", got.body);
    plain.0.take(&got);
    let page = plain.get("/agent").body;
    assert!(page.contains(AGAIN), "{page}");
    assert!(page.contains("You are <strong>Offline</strong>"), "{page}");
    let page = plain.led(&page, "Available", &[]);
    assert!(
        page.contains("You are <strong>Available</strong>"),
        "{page}"
    );

    let task = lab.task("Support", r#"{"from":"+15550301"}"#);
    let page = plain.until("Offered: <bdi>+15550301</bdi>");
    assert!(page.contains(AGAIN), "{page}");
    let offered = page.clone();
    let page = plain.led(&page, "Accept", &[]);
    assert!(page.contains("With you"), "{page}");
    // Nobody loses what they write.
    assert!(!page.contains(AGAIN), "{page}");
    let page = plain.led(
        &page,
        "Save the note",
        &[("disposition", ""), ("note", "a < b")],
    );
    assert!(page.contains(">a &lt; b</textarea>"), "{page}");
    // What is refused is said on the page that comes next, once.
    let said = |page: &str| page.contains("the offer is `wrapping` already");
    let page = plain.led(&page, "Wrap up", &[]);
    assert!(page.contains("Wrapping up"), "{page}");
    let page = plain.led(&offered, "Accept", &[]);
    assert!(said(&page), "{page}");
    let page = plain.get("/agent").body;
    assert!(!said(&page), "{page}");
    let typed = [("disposition", "Solved"), ("note", "a > b")];
    let page = plain.led(&page, "Complete", &typed);
    assert!(page.contains("Nothing to do"), "{page}");
    let done = lab.get_task(task);
    assert_eq!(done.assignment_status, TaskStatus::Completed);
    let attributes: serde_json::Value = serde_json::from_str(&done.attributes).unwrap();
    assert_eq!(attributes["disposition"], "Solved");
    assert_eq!(attributes["note"], "a > b");

    let left = plain.press(&page, "Sign out", &[]);
    assert_eq!(left.status, 303, "{}", left.body);
    assert_eq!(activity(&lab, "dave"), "Offline");
    // A form of a session that is over leads to the sign-in, which says why.
    let got = plain.press(&page, "Available", &[]);
    assert_eq!(
        (got.status, &got.headers["location"]),
        (303, &"../agent?ended=1".parse().unwrap())
    );
    let page = plain.get("/agent?ended=1").body;
    assert!(page.contains("Your session has ended."), "{page}");
    assert_eq!(activity(&lab, "dave"), "Offline");
}

#[test]
fn browsers_are_shown_a_page_where_programs_are_told_a_problem() {
    let lab = Lab::writers();
    let hash = lab
        .home
        .trctl_with_stdin("serve password --user anna --stdin", "tulip\n");
    let hash = hash.stdout.split_whitespace().last().unwrap().to_owned();
    let (lab, serving) = serving_in(
        lab,
        &format!(
            "[serve]\npublic_url = \"http://centre.example\"\n\
             [serve.limits]\nfailed_logins = 2\n\
             [serve.users.anna]\npassword = \"{hash}\"\nrole = \"viewer\"\n"
        ),
    );
    let agent = &Agent::signed_in(&lab, &serving, "dave");
    // She has not seen her page yet.
    let edith = Agent::new(&lab, &serving).sign_in("edith", PASSWORD);
    let edith = edith.headers["set-cookie"].clone();
    let both = |make: &dyn Fn() -> reqwest::RequestBuilder, status: u16, words: &[&str]| {
        let shown = agent.send(make().header("accept", BROWSER));
        assert_eq!(shown.status, status, "{}", shown.body);
        assert_eq!(shown.headers["content-type"], "text/html; charset=utf-8");
        for word in words {
            assert!(shown.body.contains(word), "{word}: {}", shown.body);
        }
        assert!(shown.body.contains("<title>TaskRouter</title>"));
        for accept in ["application/json", "*/*"] {
            let told = agent.send(make().header("accept", accept));
            assert_eq!(told.status, status, "{}", told.body);
            assert_eq!(told.headers["content-type"], "application/problem+json");
            let names = |got: &Got| {
                let all = got.headers.keys().map(|name| name.as_str().to_owned());
                let own =
                    all.filter(|name| !["content-length", "refresh"].contains(&name.as_str()));
                own.collect::<std::collections::BTreeSet<_>>()
            };
            assert_eq!(names(&told), names(&shown));
        }
        shown
    };
    let get = move |path: &'static str| move || agent.http.get(format!("{}{path}", agent.url));
    let basic = |path: &'static str, password: &'static str| {
        move || get(path)().basic_auth("anna", Some(password))
    };
    let asked = both(
        &get("/dashboard"),
        401,
        &["Log in to read this.", "href=\"agent\""],
    );
    assert!(asked.headers.contains_key("www-authenticate"));
    both(
        &basic("/stats/tasks", "tulip"),
        403,
        &["This is for the role `lead`.", "href=\"../dashboard\""],
    );
    both(
        &get("/agent/"),
        404,
        &["There is nothing here.", "href=\"../agent\""],
    );
    both(&get("/dashboard/today"), 404, &["There is nothing here."]);
    both(
        &|| agent.http.post(format!("{}/agent/act", agent.url)),
        403,
        &["The form is of another session"],
    );
    // Each is asked three times, of which two may fail.
    let refused = || agent.send(basic("/dashboard", "guess")().header("accept", BROWSER));
    while refused().status == 401 {}
    let late = both(
        &basic("/dashboard", "guess"),
        429,
        &["Too many failed log-ins", "It may work again in "],
    );
    assert!(late.headers.contains_key("retry-after"));

    // TaskRouter is not there: a page that cannot be shown asks again by itself.
    lab.control(
        "faults",
        r#"{"requests":[{"path":"**/Workers/**","status":503}]}"#,
    );
    let gone = both(
        &|| get("/agent")().header("cookie", &edith),
        503,
        &["TaskRouter cannot be asked just now."],
    );
    assert_eq!(gone.headers["refresh"], gone.headers["retry-after"]);
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

#[test]
fn a_telephone_that_the_flow_calls_is_not_called_again() {
    let lab = Lab::writers();
    // It rings for longer than this takes.
    lab.control(
        "phones",
        r#"{"address": "+15550100", "answer_after_ms": 8000}"#,
    );
    let (mut lab, serving) = serving_in(lab, "[flow]\nworkflow = \"Support\"\n");
    let number = serde_json::json!({
        "phone_number": "+15550900",
        "voice_url": format!("{}/voice/incoming", serving.url),
    });
    lab.control("numbers", &number.to_string());
    let ran = lab.trctl(&format!(
        "workflows update Support --assignment-callback-url {}/assignment",
        serving.url
    ));
    assert_eq!(ran.code, 0, "{ran}");
    let mut plain = Plain(Agent::new(&lab, &serving));
    let page = plain.get("/agent").body;
    let got = plain.press(
        &page,
        "Sign in",
        &[("name", "dave"), ("password", PASSWORD)],
    );
    plain.0.take(&got);
    let (cookie, csrf) = (plain.0.cookie.clone(), plain.0.csrf.clone());
    lab.set_activity("dave", "Available");
    let ran = lab.trctl("emulator call --to +15550900 --from +15550301");
    assert_eq!(ran.code, 0, "{ran}");
    let pending = |lab: &Lab| {
        let ran = lab.trctl("reservations list --status pending -o sid");
        ran.stdout.trim().to_owned()
    };
    while pending(&lab).is_empty() {
        lab.pass(1);
    }
    let sid = pending(&lab);
    let mut agent = Agent::new(&lab, &serving);
    (agent.cookie, agent.csrf) = (cookie, csrf);
    let plain = Plain(agent);
    let page = plain.until("Your telephone rings: <bdi>+15550301</bdi>");
    assert!(!page.contains(">Accept</button>"), "{page}");
    // A page that was loaded before might ask for it.
    let got = plain.0.act("accept", &[("reservation", &sid)]);
    assert_eq!(got.status, 200, "{}", got.body);
    assert!(got.body.contains("Your telephone rings"), "{}", got.body);
    let ran = lab.trctl("calls list --to +15550100 -o sid");
    assert_eq!(ran.stdout.lines().count(), 1, "{ran}");
    drop(plain);
    lab.pass(8);
    Plain(Agent::signed_in(&lab, &serving, "dave")).until("With you");
}
