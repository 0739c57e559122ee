//! The agent's page for those who do not see it well, or not at all, or have no mouse.

use serde_json::json;

use crate::common::browser::{Browser, LIVE, key};
use crate::common::floor::{Floor, IDLE, OFFERED, RINGS, go_to, is_in, sign_in, talking, working};

/// Looks at a state on screens from a small telephone to one on a wall.
fn look_at(browser: &Browser, state: &str, texts: u64) {
    for (width, height) in [
        (320, 640),
        (360, 740),
        (768, 1024),
        (1280, 800),
        (1920, 1080),
    ] {
        browser.screen(width, height);
        for scheme in ["light", "dark"] {
            browser.prefers(scheme);
            browser.nothing_is_pale(texts);
            if [360, 1280].contains(&width) {
                browser.picture(&format!("agent-{state}-{width}x{height}-{scheme}"));
            }
        }
        browser.nothing_sticks_out();
    }
    browser.screen(1280, 800);
}

/// Everything that can be pressed or written into, by role and name.
fn told(browser: &Browser) -> Vec<String> {
    let told = browser.told_aloud("a, button, input:not([type=hidden]), select, textarea");
    told.into_iter()
        .map(|(role, name)| format!("{role} {name}"))
        .collect()
}

/// Headings and regions, by role and name.
fn outline(browser: &Browser) -> Vec<String> {
    let told = browser.told_aloud("header, main, section, h1, h2, h3, [role]");
    // What is hidden has no role.
    let told = told.into_iter().filter(|(role, _)| role != "none");
    told.map(|(role, name)| format!("{role} {name}").trim().to_owned())
        .collect()
}

const BAR: [&str; 3] = [
    "link Skip to the content",
    "button Sound",
    "button Sign out",
];
const ACTIVITIES: [&str; 3] = ["button Available", "button Offline", "button Unavailable"];

/// The controls of the whole page, with these between the bar and the activities.
fn everything<'a>(between: &[&'a str]) -> Vec<&'a str> {
    [&BAR[..], between, &ACTIVITIES].concat()
}

#[test]
#[ignore = "needs chromium"]
fn the_agents_page_is_read_in_every_state_on_every_screen() {
    let floor = Floor::open();
    // Long enough to be looked at.
    let phone = json!({ "address": "+15550100", "answer_after_ms": 6_000 });
    floor.lab.control("phones", &phone.to_string());
    let browser = Browser::start();
    browser.go(&floor.page());
    look_at(&browser, "signed-out", 5);
    assert_eq!(
        told(&browser),
        [
            BAR[0],
            "textbox Your name in TaskRouter",
            "textbox Password",
            "button Sign in",
        ]
    );
    browser.write("#name", "dave");
    browser.write("#password", "tulips in june");
    browser.press(key::ENTER);
    browser.until_loaded("The name or the password is wrong");
    look_at(&browser, "refused", 6);
    assert!(outline(&browser).contains(&"alert".to_owned()));
    browser.press(crate::common::floor::PASSWORD);
    browser.press(key::ENTER);
    browser.until_loaded("What happened");
    browser.until(LIVE);
    look_at(&browser, "offline", 14);

    go_to(&browser, "Available");
    look_at(&browser, "idle", 14);
    assert_eq!(told(&browser), everything(&[]));
    for pressed in ["false", "true"] {
        browser.click_button("Sound");
        browser.until(&format!(
            "document.querySelector('#sound').getAttribute('aria-pressed') === '{pressed}'"
        ));
    }
    assert_eq!(
        outline(&browser),
        [
            "banner",
            "heading Agent",
            "status",
            "main",
            "alert",
            "status",
            "region Nothing to do",
            "heading Nothing to do",
            "region You",
            "heading You",
            "group Go to an activity",
            "region What happened",
            "heading What happened",
        ]
    );

    let call = floor.call("+15550301", "2,1");
    browser.until(OFFERED);
    look_at(&browser, "offer", 20);
    assert_eq!(
        told(&browser),
        everything(&["button Accept", "button Reject"])
    );
    assert!(outline(&browser).contains(&"region Offered: +15550301".to_owned()));
    browser.click_button("Accept");
    browser.until(RINGS);
    assert_eq!(told(&browser), everything(&["button Reject"]));
    look_at(&browser, "ringing", 20);

    browser.until(&talking("talking", "talking"));
    browser.click_button("Hold");
    browser.until(&talking("on hold", "talking"));
    browser.click_button("Mute");
    browser.until(&talking("on hold", "muted"));
    look_at(&browser, "talking", 28);
    let note = [
        "combobox How it ended",
        "textbox Note",
        "button Save the note",
    ];
    let steering = [
        "button Take the caller back",
        "button Unmute",
        "button End the conference",
    ];
    let while_talking = [&steering[..], &note, &["button Wrap up"]].concat();
    assert_eq!(told(&browser), everything(&while_talking));
    browser.until(
        "document.querySelector('#told').innerText.includes(\
         '+15550301: with you. The caller is on hold, you are muted.')",
    );

    // The caller has waited long enough.
    let ran = floor.lab.trctl(&format!("calls hang-up {call} --yes"));
    assert_eq!(ran.code, 0, "{ran}");
    browser.until(&working("wrapping"));
    browser.until("document.querySelector('#told').innerText.includes('wrapping up')");
    browser.write(".note textarea", "Hung up");
    look_at(&browser, "wrapping", 26);
    let wrapping = [&note[..], &["button Complete"]].concat();
    assert_eq!(told(&browser), everything(&wrapping));

    // Nobody answers the next one.
    browser.click_button("Complete");
    browser.until(IDLE);
    floor
        .lab
        .control("phones", r#"{"address": "+15550100", "pickup": "busy"}"#);
    floor.call("+15550302", "1,1");
    browser.until(OFFERED);
    browser.click_button("Accept");
    browser.until(&is_in("Offline"));
    browser.until(
        "document.querySelector('#told').innerText.includes(\
         'Your telephone was not picked up, and the offer is gone. You are Offline.')",
    );
    look_at(&browser, "missed", 14);
    let complaints = browser.complaints();
    // The first sign-in failed, which a browser notes.
    assert!(
        complaints.iter().all(|text| text.contains("401")),
        "{complaints:?}"
    );
}

/// Goes on with the tabulator key to what has this name, where the focus has to be seen.
fn tab_to(browser: &Browser, name: &str) {
    for _ in 0..40 {
        browser.press(key::TAB);
        let at = browser.ask(
            "const at = document.activeElement; \
             return at.labels?.[0]?.innerText || at.innerText",
        );
        if at == name {
            let outline = "return getComputedStyle(document.activeElement).outlineStyle";
            assert_eq!(browser.ask(outline), "solid", "{name}");
            return;
        }
    }
    panic!("no way to {name}: {}", browser.text("body"));
}

/// What has the focus.
fn at(text: &str) -> String {
    format!("document.activeElement.innerText.includes({text:?})")
}

#[test]
#[ignore = "needs chromium"]
fn a_call_is_served_with_the_keyboard_alone() {
    let floor = Floor::open();
    let browser = Browser::start();
    browser.go(&floor.page());
    sign_in(&browser, "dave");
    browser.press(key::TAB);
    browser.until(&at("Skip to the content"));
    browser.press(key::ENTER);
    browser.until("document.activeElement.id === 'main'");
    tab_to(&browser, "Available");
    browser.press(key::SPACE);
    browser.until(&is_in("Available"));
    browser.until(&at("Available"));

    // An offer takes nobody's focus away: a key that is being pressed is not an answer.
    let call = floor.call("+15550301", "1,1");
    browser.until(OFFERED);
    browser.until(&at("Available"));
    tab_to(&browser, "Accept");
    browser.press(key::ENTER);
    browser.until(RINGS);
    browser.until(&at("Your telephone rings: +15550301"));
    browser.until(&talking("talking", "talking"));
    browser.until(&at("With you"));
    tab_to(&browser, "Hold");
    browser.press(key::SPACE);
    browser.until(&talking("on hold", "talking"));
    browser.until(&at("Take the caller back"));
    browser.press(key::SPACE);
    browser.until(&talking("talking", "talking"));
    browser.until(&at("Hold"));
    tab_to(&browser, "Mute");
    browser.press(key::ENTER);
    browser.until(&talking("talking", "muted"));
    tab_to(&browser, "End the conference");
    browser.press(key::ENTER);
    browser.until(&working("wrapping"));
    browser.until(&at("Wrapping up"));
    tab_to(&browser, "How it ended");
    browser.press("S");
    browser.press(key::TAB);
    browser.press("Rang back");
    tab_to(&browser, "Complete");
    browser.press(key::ENTER);
    browser.until(IDLE);
    browser.until(&at("Nothing to do"));
    let (_, noted) = floor.task(&call, |_, attributes| attributes["note"] == "Rang back");
    assert_eq!(noted["disposition"], "Solved");
    tab_to(&browser, "Sign out");
    browser.press(key::ENTER);
    browser.until_loaded("Your name in TaskRouter");
    browser.until("document.activeElement.id === 'name'");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium"]
fn where_there_is_no_page_one_says_so_and_leads_on() {
    let floor = Floor::open();
    let browser = Browser::start();
    browser.go(&format!("{}/dashboard/of/today?queue=a", floor.serving.url));
    for (width, height) in [(320, 640), (1280, 800)] {
        browser.screen(width, height);
        for scheme in ["light", "dark"] {
            browser.prefers(scheme);
            browser.nothing_is_pale(6);
            browser.picture(&format!("problem-{width}x{height}-{scheme}"));
        }
        browser.nothing_sticks_out();
    }
    let outline = outline(&browser);
    assert!(
        outline.contains(&"region There is no such page".to_owned()),
        "{outline:?}"
    );
    browser.press(key::TAB);
    tab_to(&browser, "The agents' page");
    browser.press(key::ENTER);
    browser.until_loaded("Your name in TaskRouter");
    // Its own files were found, wherever it was; only the page itself was not.
    let complaints = browser.complaints();
    assert!(
        complaints.len() <= 1 && complaints.iter().all(|text| text.contains("/of/today")),
        "{complaints:?}"
    );
}
