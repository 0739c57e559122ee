//! Agents at their pages, with calls that are played from the first ring to the last word.

use serde_json::json;
use trctl::model::TaskStatus;

use crate::common::browser::{Browser, LIVE, LOST};
use crate::common::floor::{
    Floor, IDLE, OFFERED, PASSWORD, RINGS, go_to, is_in, sign_in, talking, working,
};
use crate::tile;

fn says(selector: &str, text: &str) -> String {
    format!("document.querySelector({selector:?}).innerText.includes({text:?})")
}

/// The screens on which a state is looked at.
fn pictures(browser: &Browser, state: &str) {
    for scheme in ["light", "dark"] {
        browser.prefers(scheme);
        browser.picture(&format!("agent-{state}-{scheme}"));
    }
    browser.screen(360, 740);
    browser.picture(&format!("agent-{state}-360x740"));
    browser.screen(1280, 800);
}

#[test]
#[ignore = "needs chromium"]
fn two_agents_serve_three_callers_from_the_first_ring_to_completed() {
    let floor = Floor::open();
    let (dave, edith) = (floor.desk("dave"), floor.desk("edith"));
    assert!(dave.text(".bar").contains("writers · dave"));
    dave.until(&is_in("Offline"));
    assert!(edith.text(".me").contains("support, sales"));
    go_to(&dave, "Available");
    // The sound is on unless somebody switches it off.
    assert_eq!(
        dave.told_aloud("#sound"),
        [("button".to_owned(), "Sound".to_owned())]
    );
    dave.until("document.querySelector('#sound').getAttribute('aria-pressed') === 'true'");

    // The first caller speaks Spanish and has a printer.
    let first = floor.call("+15550301", "2,1");
    dave.until(OFFERED);
    let offer = dave.text(".offer");
    for told in [
        "Offered: +15550301",
        "Language\nes",
        "Product\nprinter",
        "Queue\nSupport",
        "Channel\nvoice",
        "Waiting\n0:0",
        "Answer within ",
    ] {
        assert!(offer.contains(told), "{told}: {offer}");
    }
    dave.until("document.title.includes('+15550301')");
    dave.until("document.title === 'Agent'");
    dave.until("Number(document.documentElement.dataset.beeps) > 0");
    assert_eq!(dave.text("#news"), "Offered: +15550301.");
    dave.until(&says(".countdown .left", "4:5"));
    dave.click_button("Accept");
    dave.until(RINGS);
    assert_eq!(dave.text("#news"), "");
    dave.until(&says("#told", "Your telephone rings: +15550301."));
    dave.until(&working("accepted"));
    dave.until(&talking("talking", "talking"));
    let (task, attributes) = floor.task(&first, |_, attributes| {
        attributes["conference"]["participants"].is_object()
    });
    assert_eq!(task.assignment_status, TaskStatus::Assigned);
    let conference = &attributes["conference"];
    let (customer, worker) = (
        conference["participants"]["customer"].as_str().unwrap(),
        conference["participants"]["worker"].as_str().unwrap(),
    );
    assert_eq!(customer, first);
    let inside = |held: bool, muted: bool| {
        let mut there = floor.participants(conference);
        there.sort();
        let mut wanted = vec![
            (customer.to_owned(), held, false),
            (worker.to_owned(), false, muted),
        ];
        wanted.sort();
        assert_eq!(there, wanted);
    };
    inside(false, false);
    dave.click_button("Hold");
    dave.until(&talking("on hold", "talking"));
    inside(true, false);
    dave.click_button("Mute");
    dave.until(&talking("on hold", "muted"));
    inside(true, true);
    dave.click_button("Take the caller back");
    dave.until(&talking("talking", "muted"));
    dave.click_button("Unmute");
    dave.until(&talking("talking", "talking"));
    inside(false, false);

    // The second caller is edith's, who has to go and refuses.
    go_to(&edith, "Available");
    let second = floor.call("+15550302", "1,1");
    edith.until(OFFERED);
    go_to(&edith, "Unavailable");
    edith.click_button("Reject");
    edith.until(IDLE);
    floor.task(&second, |task, _| {
        task.assignment_status == TaskStatus::Pending
    });
    // She comes back to them, and they hang up while she hesitates.
    go_to(&edith, "Available");
    edith.until(OFFERED);
    let ran = floor.lab.trctl(&format!("calls hang-up {second} --yes"));
    assert_eq!(ran.code, 0, "{ran}");
    edith.until(&says(".said[data-key=notice]", "The caller hung up"));
    edith.until(IDLE);
    edith.prefers("light");
    edith.picture("agent-hung-up");
    let (task, _) = floor.task(&second, |task, _| {
        task.assignment_status == TaskStatus::Canceled
    });
    assert_eq!(task.reason.as_deref(), Some("hangup"));

    // The third caller wants to buy something. edith does not answer in time, and is moved away.
    floor.answer_within("Sales", 6);
    let third = floor.call("+15550303", "1,2");
    edith.until(OFFERED);
    edith.until(&is_in("Offline"));
    edith.until(IDLE);
    edith.until(&says(".said[data-key=notice]", "not answered in time"));
    assert!(
        edith
            .text(".said[data-key=notice]")
            .contains("You are Offline.")
    );
    pictures(&edith, "time-out");
    floor.answer_within("Sales", 300);
    go_to(&edith, "Available");
    edith.until("!document.querySelector('.said[data-key=notice]')");
    edith.until(OFFERED);
    assert!(edith.text(".offer").contains("Product\nscanner"));
    edith.click_button("Accept");
    edith.until(&talking("talking", "talking"));

    // dave ends his call, says how it ended, and is done.
    dave.click_button("End the conference");
    dave.until(&working("wrapping"));
    dave.until(&says(".talk", "It has ended"));
    floor.task(&first, |task, _| {
        task.assignment_status == TaskStatus::Wrapping
    });
    dave.ask("document.querySelector('.note select').focus()");
    dave.press("S");
    dave.write(".note textarea", "Paper was stuck, <b>all is well</b>");
    dave.click_button("Complete");
    dave.until(IDLE);
    let (_, noted) = floor.task(&first, |task, _| {
        task.assignment_status == TaskStatus::Completed
    });
    assert_eq!(noted["disposition"], "Solved");
    assert_eq!(noted["note"], "Paper was stuck, <b>all is well</b>");
    assert_eq!(noted["selected_language"], "es");
    assert_eq!(noted["selected_product"], "printer");
    assert_eq!(&noted["conference"], conference);

    edith.click_button("End the conference");
    edith.until(&working("wrapping"));
    edith.write(".note textarea", "Wants an offer");
    edith.click_button("Save the note");
    floor.task(&third, |_, attributes| {
        attributes["note"] == "Wants an offer"
    });
    edith.click_button("Complete");
    edith.until(IDLE);
    let (_, noted) = floor.task(&third, |task, _| {
        task.assignment_status == TaskStatus::Completed
    });
    assert_eq!(noted["note"], "Wants an offer");
    assert!(noted.get("disposition").is_none(), "{noted}");
    for (browser, last) in [(&dave, "+15550301"), (&edith, "+15550303")] {
        browser.until(&says(".log", &format!("Completed: {last}")));
        assert_eq!(browser.complaints(), Vec::<String>::new());
    }

    // What the supervisor sees of all this.
    dave.go(&format!("{}/dashboard", floor.serving.url));
    dave.until(LIVE);
    for (name, count) in [
        ("Waiting", 0),
        ("Offered", 0),
        ("With agents", 0),
        ("Wrapping up", 0),
        ("Completed", 2),
        ("Canceled", 1),
    ] {
        dave.until(&tile(name, count));
    }
    let level = dave.text(".level");
    assert!(level.contains("2 of 2 tasks accepted within"), "{level}");
    assert!(level.contains("1 task given up waiting"), "{level}");
    dave.prefers("light");
    dave.screen(1280, 1400);
    dave.picture("board-after-the-calls");
    assert_eq!(dave.complaints(), Vec::<String>::new());
}

/// As many sessions elsewhere as a worker may have: the oldest, which are the browser's, end.
fn sign_in_elsewhere(floor: &Floor, worker: &str) {
    let client = reqwest::Client::new();
    for _ in 0..8 {
        let form = json!({ "name": worker, "password": PASSWORD });
        let sent = client
            .post(format!("{}/sign-in", floor.page()))
            .form(&form)
            .send();
        let status = floor.lab.wait(sent).unwrap().status();
        assert!(status.is_success(), "{status}");
    }
}

#[test]
#[ignore = "needs chromium"]
fn a_call_outlives_tabs_sessions_and_the_server() {
    let floor = Floor::open();
    let browser = floor.desk("dave");
    go_to(&browser, "Available");
    let one = browser.window();
    browser.new_tab(&floor.page());
    let other = browser.window();
    browser.until(LIVE);
    browser.until(&is_in("Available"));
    let call = floor.call("+15550301", "1,1");

    // What is done in one tab is seen in the other.
    browser.until(OFFERED);
    browser.switch_to(&one);
    browser.until(OFFERED);
    browser.click_button("Accept");
    browser.switch_to(&other);
    browser.until(&talking("talking", "talking"));
    browser.click_button("Hold");
    browser.until(&talking("on hold", "talking"));
    browser.switch_to(&one);
    browser.until(&talking("on hold", "talking"));
    browser.write(".note textarea", "half a sent");

    // Their session ends: both go to the sign-in, and one is enough for both.
    sign_in_elsewhere(&floor, "dave");
    for tab in [&one, &other] {
        browser.switch_to(tab);
        browser.until_loaded("Your session has ended");
    }
    pictures(&browser, "session-ended");
    let (task, attributes) = floor.task(&call, |_, _| true);
    assert_eq!(task.assignment_status, TaskStatus::Assigned);
    browser.switch_to(&one);
    sign_in(&browser, "dave");
    browser.until(&talking("on hold", "talking"));
    browser.until("document.querySelector('.note textarea').value === 'half a sent'");
    browser.switch_to(&other);
    browser.go(&floor.page());
    browser.until(LIVE);
    browser.until(&talking("on hold", "talking"));

    // The server is gone, and comes back without knowing anybody.
    let (lab, url) = floor.lose_server();
    browser.until(LOST);
    pictures(&browser, "lost");
    browser.click_button("Take the caller back");
    browser.until(&says("#refused", "The server does not answer"));
    browser.switch_to(&one);
    browser.until(LOST);
    browser.write(".note textarea", "ence");
    let floor = Floor::again(lab, &url);
    browser.until_loaded("Your session has ended");
    sign_in(&browser, "dave");
    browser.until(&talking("on hold", "talking"));
    browser.until("document.querySelector('.note textarea').value === 'half a sentence'");
    let there = floor.participants(&attributes["conference"]);
    assert_eq!(there.len(), 2, "{there:?}");
    browser.click_button("Take the caller back");
    browser.until(&talking("talking", "talking"));
    browser.click_button("End the conference");
    browser.until(&working("wrapping"));
    browser.click_button("Complete");
    browser.until(IDLE);
    let (_, noted) = floor.task(&call, |task, _| {
        task.assignment_status == TaskStatus::Completed
    });
    assert_eq!(noted["note"], "half a sentence");
}
