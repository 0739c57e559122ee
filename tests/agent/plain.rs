//! What a browser sees that runs no scripts.

use trctl::model::TaskStatus;

use crate::common::lab::Lab;
use crate::{Agent, Got, PASSWORD, activity, serving, serving_in};

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
