//! What people see: pages of `trctl serve` in headless Chromium, with real events of an emulator.
//! Pictures of them are kept in `target/screenshots`.
#![cfg(all(feature = "server", unix))]

mod common;

use common::browser::{Browser, key};
use common::lab::Lab;
use common::serving::Serving;
use serde_json::json;
use trctl::model::Workspace;
use trctl::twilio::{Change, Form};

/// A server that is told everything that happens in the lab from now on.
fn serve(lab: &Lab, arguments: &[&str]) -> Serving {
    let store = lab.home.home().join("board.db");
    let mut line = vec!["--store", store.to_str().unwrap()];
    line.extend(arguments);
    let serving = Serving::start(&lab.home, &line);
    tell(lab, &serving);
    serving
}

fn tell(lab: &Lab, serving: &Serving) {
    let form = Form::new().with("EventCallbackUrl", format!("{}/events", serving.url));
    let told = lab
        .client
        .update::<Workspace>((), lab.workspace, Change::new(form));
    lab.wait(told).unwrap();
}

const LIVE: &str = "document.querySelector('#connection').dataset.state === 'live'";

fn tile(name: &str, count: u64) -> String {
    format!(
        "[...document.querySelectorAll('.tile')].some((tile) => \
         tile.querySelector('dt').innerText === {name:?} && \
         tile.querySelector('.count').innerText === '{count}')"
    )
}

#[test]
#[ignore = "needs chromium"]
fn the_board_follows_what_happens() {
    let lab = Lab::writers();
    let serving = serve(&lab, &[]);
    let lab = lab.with_three_calls();
    let browser = Browser::start();
    browser.go(&format!("{}/dashboard", serving.url));
    browser.until(LIVE);
    browser.until(&tile("Waiting", 1));
    lab.task(
        "Support",
        r#"{"name":"Ada Lovelace","from":"+15550300","channel":"phone","team":"north"}"#,
    );
    lab.task("Support", "{}");
    lab.task(
        "Sales",
        r#"{"name":"<img src=x onerror=alert(1)>","channel":"chat","team":"south"}"#,
    );
    browser.until(&tile("Waiting", 3));
    browser.screen(1280, 900);
    browser.picture("board-1280");
    browser.screen(1920, 1080);
    browser.picture("board-1920");
    browser.prefers("dark");
    browser.picture("board-1920-dark");
    browser.screen(360, 740);
    browser.picture("board-360-dark");
    browser.prefers("light");
    browser.picture("board-360");
    let _ = (key::TAB, json!(null));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
