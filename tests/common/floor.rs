//! A call centre whose agents work in browsers: calls are played from the first ring, and the server
//! is a process of its own.

use std::time::{Duration, Instant};

use futures::TryStreamExt as _;
use serde_json::{Value, json};
use trctl::emulator::Clock;
use trctl::model::Task;
use trctl::twilio::ListQuery;

use super::browser::{Browser, LIVE, key};
use super::lab::Lab;
use super::serving::Serving;

/// Everybody's.
pub(crate) const PASSWORD: &str = "tulips in may";
/// The centre's number.
const NUMBER: &str = "+15550900";
/// How long an offer may be answered.
const LONG: u32 = 300;
/// How long until the telephones are picked up: long enough to be seen ringing.
const RINGS_FOR: u32 = 1_500;

const SETTINGS: &str = r#"
[flow]
language = "en"
workflow = "Support"
menu = "language"

[flow.prompts]
greeting = "Hello."
hold = "Hold."

[flow.languages.en]
[flow.languages.es]

[flow.menus.language]
prompt = { en = "For English, press 1.", es = "Para español, pulse 2." }
options = [
  { digits = "1", language = "en", menu = "product" },
  { digits = "2", language = "es", menu = "product" },
]

[flow.menus.product]
prompt = "One or two?"
options = [
  { digits = "1", attributes = { selected_product = "printer" } },
  { digits = "2", attributes = { selected_product = "scanner" }, workflow = "Sales" },
]

[flow.assignment.default]
instruction = "agent"

[serve.agents]
dispositions = ["Solved", "Ring back", "Wrong number"]
"#;

/// An emulator whose clock goes, with a number to call, and a server beside it. dave and edith have
/// passwords; edith serves Sales as well.
pub(crate) struct Floor {
    pub(crate) lab: Lab,
    pub(crate) serving: Serving,
}

impl Floor {
    pub(crate) fn open() -> Self {
        let mut lab = Lab::set_up(|config| config.clock = Clock::Real).with_writers();
        lab.home.unset_env("TRCTL_NOW");
        let done = |line: &str| {
            let ran = lab.trctl(line);
            assert_eq!(ran.code, 0, "{ran}");
        };
        done(
            r#"workers update edith --attributes '{"name":"edith","skills":["support","sales"],"languages":["en","es"],"contact_uri":"+15550101"}'"#,
        );
        lab.home.write(lab.home.config(), SETTINGS);
        for worker in ["dave", "edith"] {
            let line = format!("agents set-password {worker} --password-stdin");
            let ran = lab.home.trctl_with_stdin(&line, PASSWORD);
            assert_eq!(ran.code, 0, "{ran}");
        }
        for telephone in ["+15550100", "+15550101"] {
            let phone = json!({ "address": telephone, "answer_after_ms": RINGS_FOR });
            lab.control("phones", &phone.to_string());
        }
        let serving = Serving::spawn(1, Self::command(&lab, "0"));
        let number = json!({
            "phone_number": NUMBER,
            "voice_url": format!("{}/voice/incoming", serving.url),
            "status_callback": format!("{}/voice/status", serving.url),
        });
        lab.control("numbers", &number.to_string());
        lab.tell(&serving.url);
        let floor = Self { lab, serving };
        for workflow in ["Support", "Sales"] {
            let line = format!(
                "workflows update {workflow} --assignment-callback-url {}/assignment",
                floor.serving.url
            );
            let ran = floor.lab.trctl(&line);
            assert_eq!(ran.code, 0, "{ran}");
            floor.answer_within(workflow, LONG);
        }
        floor
    }

    fn command(lab: &Lab, port: &str) -> std::process::Command {
        let store = lab.home.home().join("floor.db");
        lab.home.command(&[
            "serve",
            "--port",
            port,
            "-o",
            "ndjson",
            "--store",
            store.to_str().unwrap(),
        ])
    }

    /// The server is killed; what is left is where it was.
    pub(crate) fn lose_server(self) -> (Lab, String) {
        let Self { lab, serving } = self;
        let url = serving.url.clone();
        let _ = serving.kill();
        (lab, url)
    }

    /// The server starts anew, where it was.
    pub(crate) fn again(lab: Lab, url: &str) -> Self {
        let port = url.rsplit(':').next().unwrap();
        let serving = Serving::spawn(1, Self::command(&lab, port));
        assert_eq!(serving.url, url);
        Self { lab, serving }
    }

    pub(crate) fn answer_within(&self, workflow: &str, seconds: u32) {
        let line = format!("workflows update {workflow} --task-reservation-timeout {seconds}");
        let ran = self.lab.trctl(&line);
        assert_eq!(ran.code, 0, "{ran}");
    }

    /// Somebody calls, and presses these keys one after the other: the call's SID.
    pub(crate) fn call(&self, from: &str, digits: &str) -> String {
        let line = format!("emulator call --to {NUMBER} --from {from} --digits {digits} -o json");
        let ran = self.lab.trctl(&line);
        assert_eq!(ran.code, 0, "{ran}");
        let told: Value = serde_json::from_str(&ran.stdout).unwrap();
        let told = told.as_array().map_or(&told, |all| &all[0]);
        told["sid"].as_str().unwrap().to_owned()
    }

    /// The task of a call, with its attributes, once it is as it should be.
    pub(crate) fn task(&self, call: &str, is: impl Fn(&Task, &Value) -> bool) -> (Task, Value) {
        let end = Instant::now() + Duration::from_secs(45);
        loop {
            let query = ListQuery::all();
            let all: Vec<Task> = self
                .lab
                .wait(async {
                    let list = self.lab.client.list::<Task>(self.lab.workspace, &query);
                    list.map_ok(|record| record.value).try_collect().await
                })
                .unwrap();
            let mut known = Vec::new();
            for task in all {
                let attributes: Value = serde_json::from_str(&task.attributes).unwrap();
                if attributes["call_sid"] == call && is(&task, &attributes) {
                    return (task, attributes);
                }
                known.push(format!("{} {attributes}", task.assignment_status));
            }
            assert!(Instant::now() < end, "never: {known:#?}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Who is in a conference: `hold` and `muted` by call.
    pub(crate) fn participants(&self, conference: &Value) -> Vec<(String, bool, bool)> {
        let sid = conference["sid"].as_str().unwrap();
        let ran = self
            .lab
            .trctl(&format!("conferences participants {sid} -o json"));
        assert_eq!(ran.code, 0, "{ran}");
        let told: Value = serde_json::from_str(&ran.stdout).unwrap();
        let one = |one: &Value| {
            (
                one["call_sid"].as_str().unwrap().to_owned(),
                one["hold"].as_bool().unwrap(),
                one["muted"].as_bool().unwrap(),
            )
        };
        told.as_array().unwrap().iter().map(one).collect()
    }

    pub(crate) fn page(&self) -> String {
        format!("{}/agent", self.serving.url)
    }

    /// A browser of this worker's, who has signed in with the keyboard.
    pub(crate) fn desk(&self, worker: &str) -> Browser {
        let browser = Browser::start();
        browser.go(&self.page());
        sign_in(&browser, worker);
        browser
    }
}

/// Signs in on the page that asks for it: the name has the focus.
pub(crate) fn sign_in(browser: &Browser, worker: &str) {
    browser.press(worker);
    browser.press(key::TAB);
    browser.press(PASSWORD);
    browser.press(key::ENTER);
    browser.until_loaded("What happened");
    browser.until(LIVE);
}

/// Goes to an activity by its button.
pub(crate) fn go_to(browser: &Browser, activity: &str) {
    browser.click_button(activity);
    browser.until(&is_in(activity));
}

/// The page says that the worker is in this activity.
pub(crate) fn is_in(activity: &str) -> String {
    format!("document.querySelector('#activity').innerText === {activity:?}")
}

/// The first thing to work on is in this status.
pub(crate) fn working(status: &str) -> String {
    format!("document.querySelector('.work')?.dataset.status === {status:?}")
}

/// What the conference says of the caller and the worker.
pub(crate) fn talking(caller: &str, worker: &str) -> String {
    format!(
        "document.querySelector('.talk dl').innerText.replace(/\\s+/g, ' ') \
         === 'Caller {caller} You {worker}'"
    )
}

pub(crate) const OFFERED: &str = "document.querySelector('.offer[data-offer]')";
pub(crate) const RINGS: &str =
    "document.querySelector('.offer h2').innerText.includes('Your telephone rings')";
pub(crate) const IDLE: &str = "document.querySelector('.idle')";
