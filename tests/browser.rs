//! What people see: pages of `trctl serve` in headless Chromium, with real events of an emulator.
//! Pictures of them are kept in `target/screenshots`.
#![cfg(all(feature = "server", unix))]

#[path = "browser/agents.rs"]
mod agents;
mod common;
#[path = "browser/readable.rs"]
mod readable;

use common::browser::{Browser, LIVE, LOST, key};
use common::history::history;
use common::lab::Lab;
use common::serving::Serving;
use serde_json::json;
use trctl::emulator::Clock;
use trctl::model::Task;
use trctl::twilio::{Change, Form};

const SETTINGS: &str = "[serve.service_level]\ndefault = \"60s\"\nqueues = { Sales = \"20s\" }\n";

/// Two hours of calls, and then a floor with something of everything, at a moment at which time
/// stands still: what is drawn of it is the same every time.
fn busy() -> (Lab, Serving) {
    let mut lab = Lab::writers();
    history(&mut lab);
    for worker in ["dave", "edith", "susan"] {
        lab.set_activity(worker, "Offline");
    }
    lab.queue("Billing", "1 == 2");
    lab.workflow("Billing", "Billing");
    lab.task(
        "Billing",
        r#"{"name":"Grace Hopper","from":"+15550310","channel":"chat","team":"north"}"#,
    );
    lab.pass(75);
    lab.task("Support", "{}");
    lab.pass(14);
    lab.task(
        "Sales",
        r#"{"name":"<img src=x onerror=alert(1)>","channel":"video","team":"south"}"#,
    );
    lab.task(
        "Support",
        r#"{"name":"Ada Lovelace","from":"+15550300","channel":"phone","team":"north"}"#,
    );
    lab.set_activity("edith", "Available");
    lab.pass(4);
    let settings = lab.home.config();
    lab.home.write(settings, SETTINGS);
    let serving = serve(&lab, &["--backfill"]);
    (lab, serving)
}

/// The same floor on a clock that goes.
fn living() -> Lab {
    let mut lab = Lab::set_up(|config| config.clock = Clock::Real).with_writers();
    lab.home.unset_env("TRCTL_NOW");
    lab
}

/// A server that is told everything that happens in the lab from now on.
fn serve(lab: &Lab, arguments: &[&str]) -> Serving {
    let store = lab.home.home().join("board.db");
    let mut line = vec!["--store", store.to_str().unwrap()];
    line.extend(arguments);
    let serving = Serving::start(&lab.home, &line);
    lab.tell(&serving.url);
    serving
}

fn tile(name: &str, count: u64) -> String {
    format!(
        "[...document.querySelectorAll('.tile')].some((tile) => \
         tile.querySelector('dt').innerText === {name:?} && \
         tile.querySelector('.count').innerText === '{count}')"
    )
}

/// The words of the row of a list that begins with this.
fn row(list: &str, from: &str) -> String {
    format!(
        "[...document.querySelectorAll('.{list} tbody tr')].find((row) => \
         row.querySelector('th').innerText.startsWith({from:?})).innerText"
    )
}

#[test]
#[ignore = "needs chromium"]
fn the_board_is_readable_on_every_screen() {
    let (_lab, serving) = busy();
    let browser = Browser::start();
    browser.go(&format!("{}/dashboard", serving.url));
    browser.until(LIVE);
    for (width, height) in [
        (320, 640),
        (360, 740),
        (360, 2400),
        (768, 1024),
        (840, 1000),
        (1024, 768),
        (1280, 900),
        (1920, 1080),
        (3840, 2160),
    ] {
        browser.screen(width, height);
        for scheme in ["light", "dark"] {
            browser.prefers(scheme);
            browser.picture(&format!("board-{width}x{height}-{scheme}"));
            browser.nothing_is_pale(60);
        }
        browser.nothing_sticks_out();
    }
    // Whatever the browser prefers.
    browser.go(&format!("{}/dashboard?theme=light", serving.url));
    let ground = "return getComputedStyle(document.body).backgroundColor";
    assert_eq!(browser.ask(ground), "rgb(243, 245, 248)");
    // A script that is refused, a file that is not there: a browser complains of both.
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium"]
fn the_board_follows_what_happens() {
    let lab = living();
    let serving = serve(&lab, &[]);
    let browser = Browser::start();
    browser.go(&format!("{}/dashboard", serving.url));
    assert_eq!(browser.title(), "TaskRouter board");
    browser.until(LIVE);
    browser.until(&tile("Waiting", 0));

    let name = "<img src=x onerror=document.title=1>";
    let hostile = lab.task(
        "Sales",
        &json!({ "name": name, "channel": "chat" }).to_string(),
    );
    let bare = lab.task("Support", "{}");
    browser.until(&tile("Waiting", 2));
    browser.until(&format!("{}.includes('Chat')", row("waiting", name)));
    browser.until(&format!("{}.includes('Voice')", row("waiting", "Unknown")));
    // Its age is counted by the browser.
    browser.until(&format!("{}.includes('0:03')", row("waiting", "Unknown")));

    // Who reads is not disturbed by what changes around them.
    browser.ask("document.querySelector('.queues a').focus()");
    lab.set_activity("dave", "Available");
    browser.until(&tile("Offered", 1));
    browser.until(&format!("{}.includes('dave')", row("waiting", "Unknown")));
    lab.answer(bare, "accepted");
    browser.until(&tile("With agents", 1));
    browser.until(&format!(
        "{}.includes('With agent')",
        row("served", "Unknown")
    ));
    assert_eq!(browser.text(":focus"), "Sales");
    lab.answer(bare, "wrapping");
    browser.until(&tile("Wrapping up", 1));
    browser.until("document.querySelectorAll('.tile')[3].innerText.includes('oldest 0:02')");
    browser.prefers("light");
    browser.picture("board-live");
    lab.answer(bare, "completed");
    let cancel = Form::new()
        .with("AssignmentStatus", "canceled")
        .with("Reason", "hangup");
    let cancel = Change::new(cancel);
    lab.wait(lab.client.update::<Task>(lab.workspace, hostile, cancel))
        .unwrap();
    browser.until(&tile("Completed", 1));
    browser.until(&tile("Canceled", 1));
    browser.until(&tile("Waiting", 0));
    browser.until("document.querySelector('.events').innerText.includes('task.canceled')");
    assert!(browser.text(".level").contains("on target"));
    assert!(
        browser
            .text(".level")
            .contains("1 of 1 task accepted within 2 min")
    );
    assert_eq!(browser.title(), "TaskRouter board");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium"]
fn a_lost_connection_is_said_and_comes_back() {
    let lab = living();
    let serving = serve(&lab, &[]);
    let (url, port) = (
        serving.url.clone(),
        serving.url.rsplit(':').next().unwrap().to_owned(),
    );
    let browser = Browser::start();
    browser.go(&format!("{url}/dashboard"));
    browser.until(LIVE);
    // One that only hangs closes no connection.
    serving.signal("-STOP");
    browser.until(LOST);
    serving.signal("-CONT");
    browser.until(LIVE);
    lab.task("Support", r#"{"name":"Ada"}"#);
    browser.until(&tile("Waiting", 1));
    let _ = serving.kill();
    browser.until(LOST);
    let said = browser.text("#connection");
    assert!(said.contains("Connection lost at "), "{said}");
    assert!(said.contains("reconnecting"), "{said}");
    // The figures stay, and look like what they are.
    browser.until(&tile("Waiting", 1));
    browser.until("getComputedStyle(document.querySelector('.card')).borderStyle === 'dashed'");
    browser.nothing_is_pale(60);
    browser.picture("board-lost");
    lab.task("Support", r#"{"name":"Grace"}"#);
    let store = lab.home.home().join("board.db");
    let line = ["--store", store.to_str().unwrap(), "--backfill"];
    let mut line = [&["serve", "--port", &port, "-o", "ndjson"], &line[..]].concat();
    line.retain(|word| !word.is_empty());
    let again = Serving::spawn(1, lab.home.command(&line));
    assert_eq!(again.url, url);
    browser.until(LIVE);
    browser.until(&tile("Waiting", 2));
    browser.until("!document.documentElement.hasAttribute('data-lost')");
}

#[test]
#[ignore = "needs chromium"]
fn the_board_is_used_with_the_keyboard_and_read_aloud() {
    let (_lab, serving) = busy();
    let browser = Browser::start();
    browser.go(&format!("{}/dashboard?theme=dark", serving.url));
    browser.until(LIVE);
    browser.press(key::TAB);
    assert_eq!(browser.text(":focus"), "Skip to the content");
    assert_eq!(
        browser.ask("return document.activeElement.getBoundingClientRect().top >= 0"),
        true
    );
    browser.press(key::ENTER);
    assert_eq!(browser.ask("return document.activeElement.id"), "main");
    browser.press(key::TAB);
    assert_eq!(browser.text(":focus"), "Billing");
    let outline = "return getComputedStyle(document.activeElement).outlineStyle";
    assert_eq!(browser.ask(outline), "solid");
    browser.press(key::ENTER);
    browser.until("document.querySelector('.narrowed')?.innerText.includes('Only queue Billing')");
    browser.until(LIVE);
    browser.until(&tile("Waiting", 1));
    assert_eq!(
        browser.ask("return document.documentElement.dataset.theme"),
        "dark"
    );
    browser.click(".narrowed a");
    browser.until("!document.querySelector('.narrowed')");

    // A phone shows cards, and a screen reader still a table.
    browser.screen(360, 740);
    let tree = browser.tool("Accessibility.getFullAXTree", &json!({}));
    let nodes = tree["nodes"].as_array().unwrap();
    let named = |role: &str| -> Vec<&str> {
        let nodes = nodes.iter().filter(|node| node["role"]["value"] == role);
        nodes
            .filter_map(|node| node["name"]["value"].as_str())
            .collect()
    };
    assert!(
        named("table").contains(&"Waiting line"),
        "{:?}",
        named("table")
    );
    assert!(named("columnheader").contains(&"Priority"));
    assert!(named("rowheader").contains(&"Billing"));
    assert!(named("heading").contains(&"Service level"));
    assert_eq!(named("banner").len(), 1);
    assert_eq!(named("main").len(), 1);
    let regions = named("region");
    assert!(regions.contains(&"Queues"), "{regions:?}");
    let pictures = named("image");
    let told = |text: &str| pictures.iter().any(|picture| picture.contains(text));
    assert!(told("came, at most") && told("waiting now"), "{pictures:?}");
    let status = named("status");
    assert_eq!(status.len(), 1, "{status:?}");
}

#[test]
#[ignore = "needs chromium"]
fn who_sees_figures_alone_signs_in_and_sees_no_tasks() {
    let lab = Lab::writers().with_three_calls();
    let hash = lab
        .home
        .trctl_with_stdin("serve password --user anna --stdin", "tulip\n");
    assert_eq!(hash.code, 0, "{}", hash.stderr);
    let public = "[serve]\npublic_url = \"https://board.example.com\"\n";
    let hash = hash.stdout.split_whitespace().last().unwrap();
    let user = format!("[serve.users.anna]\npassword = \"{hash}\"\nrole = \"viewer\"\n");
    let settings = format!("{public}{user}");
    lab.home.write(lab.home.config(), &settings);
    let store = lab.home.home().join("board.db");
    let serving = Serving::start(
        &lab.home,
        &["--store", store.to_str().unwrap(), "--backfill"],
    );
    let browser = Browser::start();
    browser.go(&format!(
        "http://anna:tulip@{}/dashboard",
        serving.address()
    ));
    browser.until(LIVE);
    browser.until(&tile("Waiting", 1));
    assert!(browser.text(".bar").contains("Signed in as anna"));
    assert_eq!(
        browser.ask("return document.querySelectorAll('.waiting, .events').length"),
        0
    );
    browser.picture("board-viewer");
}

#[test]
#[ignore = "needs chromium"]
fn without_scripts_the_board_asks_again_by_itself() {
    let lab = living();
    let serving = serve(&lab, &[]);
    let browser = Browser::without_scripts();
    browser.go(&format!("{}/dashboard", serving.url));
    browser.until_loaded("asked again every 15 seconds");
    lab.task("Support", r#"{"name":"Ada Lovelace"}"#);
    browser.until_loaded("Ada Lovelace");
    browser.picture("board-without-scripts");
}
