//! The board.

use std::sync::atomic::Ordering;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode};
use futures::StreamExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::lab::{Got, Lab, callback, form};
use super::stats::{NOON, SETTINGS, ago, as_anna, floor, lab, limited, reservation, task};
use crate::events::Facts;
use crate::model::sid::{ReservationSid, Sid as _};
use crate::model::{ReservationStatus, TaskStatus};

async fn shown(lab: &Lab, path: &str) -> String {
    let got = lab.get(path, &[]).await;
    assert_eq!(got.status, StatusCode::OK, "{path}: {}", got.body);
    got.body
}

/// A part of the page, from one text to the next other one, without its tags.
fn said(page: &str, from: &str, to: &str) -> String {
    let start = page
        .find(from)
        .unwrap_or_else(|| panic!("no {from} in {page}"));
    let length = page[start..].find(to).unwrap_or(page.len() - start);
    let mut words = String::new();
    let mut is_tag = false;
    for letter in page[start..start + length].chars() {
        match letter {
            '<' => is_tag = true,
            '>' => {
                is_tag = false;
                words.push(' ');
            }
            _ if !is_tag => words.push(letter),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of a list.
fn rows(page: &str, list: &str) -> Vec<String> {
    let start = page
        .find(&format!("<section class=\"card {list}\""))
        .unwrap();
    let section = &page[start..];
    let section = &section[..section.find("</section>").unwrap()];
    let rows = section.split("<tr role=\"row\"").skip(2);
    rows.map(|row| said(row, ">", "</tr>")).collect()
}

async fn say(lab: &Lab, number: u32, more: &[(&str, &str)]) {
    let sid = format!("EV{number:032x}");
    let got = lab.send(form("/events", &callback(&sid, more))).await;
    assert_eq!(got.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn everything_is_on_one_page() {
    let lab = lab();
    say(
        &lab,
        1,
        &[
            ("EventType", "reservation.accepted"),
            ("WorkerName", "dave"),
        ],
    )
    .await;
    let got = lab.get("/dashboard", &[]).await;
    assert_eq!(got.headers["content-type"], "text/html; charset=utf-8");
    assert_eq!(got.headers["cache-control"], "no-store");
    let policy = got.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'self';"));
    let page = got.body;
    let now = said(&page, "<section class=\"card now\"", "</section>");
    assert_eq!(
        now,
        "In TaskRouter now 3 tasks Waiting 1 oldest 1:30 Offered 0 to an agent \
         With agents 1 being served Wrapping up 0 no after-work \
         Completed 1 in the last 5 minutes Canceled 0 in the last 5 minutes"
    );
    let today = said(&page, "<section class=\"card today\"", "</section>");
    assert!(
        today.starts_with("Today since midnight, Europe/Berlin Came 3 Accepted 2 Completed 1"),
        "{today}"
    );
    let level = said(&page, "<section class=\"card level\"", "</section>");
    assert!(
        level.starts_with("Service level 50 % below target 1 of 2 tasks accepted within their"),
        "{level}"
    );
    assert!(level.contains("the target is 80 %"), "{level}");
    assert_eq!(
        rows(&page, "queues"),
        [
            "Sales 0 — 0 0 0 1 1 0 0 % below target within 30 s",
            "Support 1 1:30 0 1 0 2 1 0 100 % on target within 2 min",
        ]
    );
    assert_eq!(
        rows(&page, "waiting"),
        ["Ada Voice North Support — 5 Waiting 1 offer failed 1:30"]
    );
    assert_eq!(
        rows(&page, "served"),
        ["Unknown WT…000002 Voice South Support dave 0 With agent 0:50 1:00"]
    );
    let agents = said(&page, "<section class=\"card agents\"", "</section>");
    assert!(
        agents.starts_with("Agents 4 in all Available 2 Idle 1"),
        "{agents}"
    );
    assert!(agents.contains("On Break takes none 1 0 0"), "{agents}");
    assert!(agents.contains("Available takes tasks 2 0 1"), "{agents}");
    let events = said(&page, "<section class=\"card events\"", "</section>");
    assert!(
        events.starts_with("Last events reservation.accepted dave "),
        "{events}"
    );
    assert!(page.contains("in the last hour: 3 tasks came, at most 1 in a minute"));
    assert!(page.contains("in the last hour: 1 task waiting now, at most 1"));
}

#[tokio::test]
async fn what_it_loads_is_there_and_never_changes() {
    let lab = lab();
    let page = shown(&lab, "/dashboard").await;
    let mut files = 0;
    for part in page.split('"').filter(|part| part.starts_with("assets/")) {
        files += 1;
        let path = format!("/{part}");
        let got = lab.get(&path, &[]).await;
        assert_eq!(got.status, StatusCode::OK, "{path}");
        let kept = got.headers["cache-control"].to_str().unwrap();
        assert!(kept.contains("immutable"), "{kept}");
        let kind = got.headers["content-type"].to_str().unwrap();
        let wanted = match path.rsplit('.').next().unwrap() {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        assert_eq!(kind, wanted);
        let tag = got.headers["etag"].to_str().unwrap();
        let known = lab.get(&path, &[("if-none-match", tag)]).await;
        assert_eq!(known.status, StatusCode::NOT_MODIFIED);
        // From nowhere else.
        for foreign in ["http://", "https://", "@import", "url("] {
            let found = got.body.replace("http://www.w3.org/2000/svg", "");
            assert!(!found.contains(foreign), "{path}: {foreign}");
        }
    }
    assert_eq!(files, 5);
    for path in ["/assets/page.css", "/assets/..%2fmod.rs", "/assets/%ff"] {
        assert_eq!(lab.get(path, &[]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_task_that_says_nothing_of_itself_is_shown() {
    let lab = lab();
    let mut facts = floor();
    for (number, attributes) in [
        (21, None),
        (22, Some("no JSON")),
        (23, Some("[1, 2]")),
        (
            24,
            Some(r#"{"name": {"first": "Ada"}, "channel": null, "from": ""}"#),
        ),
        (
            25,
            Some(r#"{"name": 42, "channel": "callback", "team": 7}"#),
        ),
    ] {
        let mut bare = task(number, 1, "", TaskStatus::Pending);
        (bare.attributes, bare.team) = (attributes.map(ToOwned::to_owned), None);
        (bare.channel, bare.queue_sid) = (None, None);
        bare.created = ago(0);
        facts.tasks.push(bare);
    }
    lab.store.set_facts(facts);
    let page = shown(&lab, "/dashboard").await;
    assert_eq!(
        rows(&page, "waiting")[1..],
        [
            "Unknown WT…000015 — — — — 0 Waiting 0:00",
            "Unknown WT…000016 — — — — 0 Waiting 0:00",
            "Unknown WT…000017 — — — — 0 Waiting 0:00",
            "Unknown WT…000018 — — — — 0 Waiting 0:00",
            "42 Callback — — — 0 Waiting 0:00",
        ]
    );
}

#[tokio::test]
async fn what_somebody_wrote_is_never_markup() {
    const HOSTILE: &str = "</td><script>alert('x')</script>\" onload=\"y\u{202e}\r\n\0&amp;";
    let lab = lab();
    let mut facts = floor();
    let attributes = json!({
        "name": HOSTILE, "from": HOSTILE, "channel": HOSTILE, "team": HOSTILE,
    });
    facts.tasks[0].attributes = Some(attributes.to_string());
    facts.tasks[0].team = Some(HOSTILE.to_owned());
    facts.workers[0].name = Some(HOSTILE.to_owned());
    facts.activities[0].name = Some(HOSTILE.to_owned());
    facts.queues[0].name = Some(HOSTILE.to_owned());
    lab.store.set_facts(facts);
    say(
        &lab,
        1,
        &[
            ("EventType", HOSTILE),
            ("WorkerName", HOSTILE),
            ("TaskQueueName", HOSTILE),
        ],
    )
    .await;
    let page = shown(&lab, &format!("/dashboard?team={}", "%22%3E%3Cscript%3E")).await;
    let all = page + &shown(&lab, "/dashboard").await;
    assert_eq!(
        all.matches("<script").count(),
        all.matches("<script src=\"assets/").count()
    );
    assert!(!all.contains("</script>\" onload"));
    assert!(!all.contains("onload=\"y"));
    assert!(!all.contains('\0') && !all.contains('\r'));
    // Where it stands, it stands as it was written, and its direction ends with it.
    let told = all
        .matches("&lt;script&gt;alert('x')&lt;/script&gt;&quot; onload=&quot;y")
        .count();
    assert!(told >= 8, "{told}: {all}");
    let bounded = all.matches("<bdi>&lt;/td&gt;&lt;script&gt;").count();
    assert!(bounded >= 7, "{bounded}");
}

#[tokio::test]
async fn texts_are_cut_to_a_line() {
    let lab = lab();
    let mut facts = floor();
    let long = format!("{} end", "wide ".repeat(100_000));
    facts.tasks[0].attributes = Some(json!({ "name": long, "from": "ü".repeat(500) }).to_string());
    lab.store.set_facts(facts);
    let page = shown(&lab, "/dashboard").await;
    assert!(page.len() < 20_000, "{}", page.len());
    assert!(
        page.contains("wide wide …") || page.contains("wide…"),
        "{page}"
    );
    assert!(page.contains("üü…"));
}

#[tokio::test]
async fn figures_are_for_viewers_and_tasks_for_leads() {
    for (role, sees) in [("viewer", false), ("lead", true), ("admin", true)] {
        let settings = limited("").replace("\"lead\"", &format!("\"{role}\""));
        let lab = Lab::at(NOON, &settings);
        lab.store.set_facts(floor());
        say(&lab, 1, &[("WorkerName", "dave")]).await;
        let page = as_anna(&lab, "/dashboard").await;
        assert_eq!(page.status, StatusCode::OK);
        let stream = first(&lab, "/dashboard/stream", true).await;
        for told in [&page.body, stream["html"].as_str().unwrap()] {
            assert!(told.contains("With agents"), "{role}");
            assert!(told.contains("On Break"), "{role}");
            for secret in ["Ada", "dave", "Waiting line", "task.created", "WT…"] {
                assert_eq!(told.contains(secret), sees, "{role} {secret}: {told}");
            }
        }
        assert!(page.body.contains("Signed in as <bdi>anna</bdi>"));
    }
    let lab = Lab::with("public_url = \"https://voice.example.com\"");
    for path in [
        "/dashboard",
        "/taskrouter_dashboard.html",
        "/dashboard/stream",
    ] {
        let got = lab.get(path, &[]).await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(got.headers.contains_key("www-authenticate"));
    }
}

#[tokio::test]
async fn what_others_do_is_no_business_of_a_lead() {
    let lab = Lab::at(NOON, &limited("queues = [\"Sales\"]"));
    lab.store.set_facts(floor());
    let mut reader = stream(&lab, "/dashboard/stream", "", true).await;
    let (id, _) = next(&mut reader).await;
    drop(reader);
    let mut facts = floor();
    facts.last_event = ago(1);
    facts.tasks[0].priority = Some(9);
    lab.store.set_facts(facts);
    let theirs = [("TaskQueueName", "Support"), ("WorkerName", "dave")];
    say(&lab, 1, &theirs).await;
    let mut reader = stream(&lab, "/dashboard/stream", "", true).await;
    let (again, message) = next(&mut reader).await;
    assert_eq!(again, id);
    assert!(!message.to_string().contains("dave"));
    say(
        &lab,
        2,
        &[("TaskQueueName", "Sales"), ("WorkerName", "susan")],
    )
    .await;
    // The facts of this store do not follow the events by themselves.
    lab.store.set_facts(floor());
    let mut reader = stream(&lab, "/dashboard/stream", "", true).await;
    let (other, message) = next(&mut reader).await;
    assert_ne!(other, id);
    assert!(message.to_string().contains("susan"));
}

fn crowd(tasks: u128) -> Facts {
    let mut facts = floor();
    for number in 0..tasks {
        let mut waiting = task(1000 + number, 1, "North", TaskStatus::Pending);
        waiting.created = ago(i64::try_from(number % 3000).unwrap());
        facts.tasks.push(waiting);
    }
    facts
}

#[tokio::test]
async fn a_long_line_is_cut_and_says_so() {
    let lab = lab();
    lab.store.set_facts(crowd(9_998));
    let page = shown(&lab, "/dashboard").await;
    assert_eq!(rows(&page, "waiting").len(), 20);
    assert!(
        page.contains("and 9979 more, of lower priority or younger"),
        "{page}"
    );
    assert!(page.contains("href=\"dashboard?limit=200\""));
    assert!(page.len() < 60_000, "{}", page.len());
    let longest = shown(&lab, "/dashboard?limit=200&theme=dark").await;
    assert_eq!(rows(&longest, "waiting").len(), 200);
    assert!(longest.contains("and 9799 more"));
    assert!(!longest.contains("Show up to"));
}

#[tokio::test]
async fn it_is_narrowed_and_widened_by_links() {
    let lab = lab();
    let page = shown(&lab, "/dashboard?theme=dark&minutes=30").await;
    assert!(page.contains("data-theme=\"dark\""));
    let link = "dashboard?minutes=30&amp;theme=dark&amp;queue=Sales";
    assert!(page.contains(&format!("href=\"{link}\"")), "{page}");
    assert!(page.contains("data-stream=\"dashboard/stream?minutes=30&amp;theme=dark\""));
    let narrow = shown(&lab, &format!("/{}", link.replace("&amp;", "&"))).await;
    assert_eq!(rows(&narrow, "queues").len(), 1);
    let about = said(&narrow, "<p class=\"about", "</p>");
    assert!(about.contains("the last 30 minutes"), "{about}");
    assert!(
        about.contains("Only queue Sales Show every queue"),
        "{about}"
    );
    assert!(narrow.contains("href=\"dashboard?minutes=30&amp;theme=dark\""));
    for (query, wanted) in [
        ("theme=pink", "`theme` is none of"),
        ("limit=201", "`limit`"),
        ("minutes=121", "`minutes`"),
        ("queue=Billing", "there is no queue `Billing`"),
    ] {
        let got = lab.get(&format!("/dashboard?{query}"), &[]).await;
        assert_eq!(got.status, StatusCode::BAD_REQUEST, "{query}");
        assert!(got.body.contains(wanted), "{}", got.body);
    }
    // What links in mails and bookmarks have behind them.
    shown(&lab, "/dashboard?utm_source=mail&_=1").await;
}

#[tokio::test]
async fn the_old_places_lead_to_it() {
    let lab = lab();
    let old = shown(&lab, "/taskrouter_dashboard.html").await;
    assert!(old.contains("In TaskRouter now"));
    for path in ["/dashboard/", "/dashboard/taskrouter_dashboard.html"] {
        let got = lab.get(&format!("{path}?theme=dark"), &[]).await;
        assert_eq!(got.status, StatusCode::PERMANENT_REDIRECT);
        assert_eq!(got.headers["location"], "../dashboard?theme=dark");
    }
}

#[tokio::test]
async fn who_waits_too_long_is_marked_and_told_of() {
    let at = |seconds: u32| format!("2026-11-21T12:{:02}:{:02}Z", seconds / 60, seconds % 60);
    let mut ids = Vec::new();
    for (seconds, is_late) in [(0, false), (30, false), (31, true), (40, true)] {
        let lab = Lab::at(&at(seconds), SETTINGS);
        lab.store.set_facts(floor());
        let mut reader = stream(&lab, "/dashboard/stream", "", false).await;
        let (id, message) = next(&mut reader).await;
        let page = message["html"].as_str().unwrap();
        let waiting = &rows(page, "waiting")[0];
        assert_eq!(waiting.ends_with(" late"), is_late, "{seconds}: {waiting}");
        let tile = said(page, "<dt>Waiting", "<dt>Offered");
        assert_eq!(tile.contains("late"), is_late, "{tile}");
        ids.push(id);
    }
    // A second that changes nothing is told to nobody.
    assert_eq!(
        (ids[0] == ids[1], ids[1] == ids[2], ids[2] == ids[3]),
        (true, false, true)
    );
}

/// The id, the event and the data of the next message.
async fn message(body: &mut BodyDataStream) -> (Option<String>, String, Value) {
    let mut text = String::new();
    loop {
        let chunk = body.next().await.unwrap().unwrap();
        text.push_str(std::str::from_utf8(&chunk).unwrap());
        if text.starts_with(':') {
            text.clear();
        }
        if let Some((message, _)) = text.split_once("\n\n") {
            let field = |name: &str| {
                let mut lines = message.lines();
                lines.find_map(|line| line.strip_prefix(name).map(ToOwned::to_owned))
            };
            let data = serde_json::from_str(&field("data: ").unwrap()).unwrap();
            return (field("id: "), field("event: ").unwrap(), data);
        }
    }
}

async fn next(body: &mut BodyDataStream) -> (String, Value) {
    let (id, event, data) = message(body).await;
    assert_eq!(event, "board");
    (id.unwrap(), data)
}

async fn stream(lab: &Lab, path: &str, last: &str, as_anna: bool) -> BodyDataStream {
    let mut request = Request::get(path)
        .header("host", "localhost")
        .header("last-event-id", last);
    if as_anna {
        request = request.header("authorization", "Basic YW5uYTp0dWxpcA==");
    }
    let request = request.body(Body::empty()).unwrap();
    let response = lab.router().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    response.into_body().into_data_stream()
}

async fn first(lab: &Lab, path: &str, as_anna: bool) -> Value {
    next(&mut stream(lab, path, "", as_anna).await).await.1
}

#[tokio::test(start_paused = true)]
async fn a_reader_is_told_what_changes_and_that_the_server_lives() {
    let lab = lab();
    let noon: jiff::Timestamp = NOON.parse().unwrap();
    let mut reader = stream(&lab, "/dashboard/stream?theme=dark", "", false).await;
    let (id, board) = next(&mut reader).await;
    assert_eq!(board["now"], noon.as_millisecond());
    let page = shown(&lab, "/dashboard?theme=dark").await;
    assert!(page.contains(board["html"].as_str().unwrap()));
    // Nothing changes: the time is told.
    for _ in 0..2 {
        let start = tokio::time::Instant::now();
        let (none, event, now) = message(&mut reader).await;
        assert_eq!((none, event.as_str()), (None, "alive"));
        assert_eq!(now, noon.as_millisecond());
        let silence = start.elapsed().as_secs();
        assert!((10..=12).contains(&silence), "{silence}");
    }
    let mut facts = floor();
    facts.tasks[0].status = TaskStatus::Reserved;
    let mut offer = reservation(4, 1, 1, ReservationStatus::Pending);
    offer.sid = ReservationSid::from_bits(9);
    facts.reservations.push(offer);
    lab.store.set_facts(facts);
    let (other, board) = next(&mut reader).await;
    assert_ne!(other, id);
    let waiting = &rows(board["html"].as_str().unwrap(), "waiting")[0];
    assert!(waiting.contains("tom 5 Offered"), "{waiting}");
    drop(reader);
    // Who has it already waits for the next.
    let mut again = stream(&lab, "/dashboard/stream?theme=dark", &other, false).await;
    assert_eq!(message(&mut again).await.1, "alive");
    lab.shared.stop.cancel();
    assert!(again.next().await.is_none());
}

#[tokio::test]
async fn a_store_that_fails_is_no_fault_of_the_board() {
    let lab = lab();
    lab.store.full.store(true, Ordering::Relaxed);
    for path in ["/dashboard", "/dashboard/stream"] {
        let got: Got = lab.get(path, &[]).await;
        assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(!got.body.contains("secret"));
    }
}
