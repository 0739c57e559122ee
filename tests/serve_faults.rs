//! `trctl serve` when things go wrong around it: killed under load, a full disk, callbacks that come
//! twice, late and in disorder from a clock that jumps, requests that nobody would think of.
#![cfg(all(feature = "server", target_os = "linux"))]

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use common::history::{events, history};
use common::lab::Lab;
use common::serving::Serving;
use common::{Sealed, TRCTL};
use trctl::emulator::{ApiKey, FaultPlan};
use trctl::events::{Facts, Span};
use trctl::model::{Activity, Worker, Workspace};
use trctl::twilio::signature::{Algorithm, HEADER, sign};
use trctl::twilio::{Change, Form, ListQuery};

const ACCOUNT: &str = "AC00000000000000000000000000000001";
const WORKSPACE: &str = "WS00000000000000000000000000000001";
const TOKEN: &str = "0123456789abcdef0123456789abcdef";
const PUBLIC: &str = "https://calls.example.com";

fn home() -> Sealed {
    Sealed::new()
        .env("TRCTL_ACCOUNT_SID", ACCOUNT)
        .env("TRCTL_AUTH_TOKEN", TOKEN)
        .env("TRCTL_WORKSPACE", WORKSPACE)
}

fn arguments(store: &Path) -> [&str; 4] {
    ["--public-url", PUBLIC, "--store", store.to_str().unwrap()]
}

/// A server with a limit on what a file may grow to; reaching it is an error, not the end.
fn with_files_up_to(kilobytes: u32, sealed: &Sealed, store: &Path) -> Serving {
    let mut shell = Command::new("bash");
    shell.env_clear();
    let plain = sealed.command(&[]);
    shell.envs(
        plain
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    shell.args([
        "-c",
        r#"trap "" XFSZ; ulimit -S -f "$1"; shift; exec "$@""#,
        "-",
    ]);
    shell.arg(kilobytes.to_string()).arg(TRCTL);
    shell.args(Serving::line(&arguments(store)));
    Serving::spawn(1, shell)
}

/// A server beside an emulator, under the URL it listens on, once it is ready.
fn beside(lab: &Lab, store: &Path, more: &[&str]) -> Serving {
    let mut arguments = vec!["--store", store.to_str().unwrap()];
    arguments.extend(more);
    let serving = Serving::start(&lab.home, &arguments);
    while get(lab, &serving, "/readyz").0 != 200 {}
    serving
}

fn get(lab: &Lab, serving: &Serving, path: &str) -> (u16, String) {
    lab.wait(async {
        let answer = reqwest::get(format!("{}{path}", serving.url)).await;
        let answer = answer.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    })
}

/// A signed event callback; its number makes it unlike every other.
fn event(number: usize) -> (String, Vec<(&'static str, String)>) {
    let sid = format!("EV{number:032x}");
    let pairs = vec![
        ("EventType", "task.created".to_owned()),
        ("Sid", sid.clone()),
        ("AccountSid", ACCOUNT.to_owned()),
        ("WorkspaceSid", WORKSPACE.to_owned()),
        ("ResourceType", "task".to_owned()),
        ("ResourceSid", format!("WT{number:032x}")),
        ("TaskSid", format!("WT{number:032x}")),
        ("TaskAttributes", "{\"from\":\"+15551230001\"}".to_owned()),
        ("TaskAssignmentStatus", "pending".to_owned()),
        ("TaskVersion", "0".to_owned()),
        ("Timestamp", "1795000000".to_owned()),
        ("TimestampMs", "1795000000123".to_owned()),
        ("EventDescription", "x".repeat(1_500)),
    ];
    (sid, pairs)
}

/// Sends it; the status, or nothing when the connection broke.
async fn send(client: &reqwest::Client, url: &str, number: usize) -> Option<u16> {
    let (_, pairs) = event(number);
    let signature = sign(Algorithm::Sha1, TOKEN, &format!("{PUBLIC}/events"), &pairs);
    let answer = client
        .post(format!("{url}/events"))
        .header(HEADER, signature)
        .form(&pairs)
        .send()
        .await
        .ok()?;
    Some(answer.status().as_u16())
}

/// The SIDs of what is stored, in the order of the export.
fn stored(sealed: &Sealed, store: &Path) -> Vec<String> {
    let ran = sealed.trctl(&format!(
        "events export --store {} -o ndjson",
        store.display()
    ));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran.stdout
        .lines()
        .map(|line| {
            let event: serde_json::Value = serde_json::from_str(line).unwrap();
            event["sid"].as_str().unwrap().to_owned()
        })
        .collect()
}

fn store_in(sealed: &Sealed) -> PathBuf {
    sealed.home().join("events.db")
}

/// A client that shares nothing with others.
fn http_client() -> reqwest::Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

#[test]
fn what_was_acknowledged_is_there_after_twenty_kills_under_load() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let sealed = home();
    let store = store_in(&sealed);
    let next = Arc::new(AtomicUsize::new(1));
    let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
    // Any sequence does, as long as the moments differ from round to round.
    let mut dice = 88_172_645_463_325_252_u64;
    for _ in 0..20 {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        let enough = acknowledged.lock().unwrap().len() + 20 + usize::try_from(dice % 300).unwrap();
        let serving = Serving::start(&sealed, &arguments(&store));
        let senders: Vec<_> = (0..16)
            .map(|_| {
                let (next, acknowledged) = (Arc::clone(&next), Arc::clone(&acknowledged));
                let url = serving.url.clone();
                runtime.spawn(async move {
                    let client = http_client();
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        match send(&client, &url, number).await {
                            Some(204) => {
                                acknowledged.lock().unwrap().insert(event(number).0);
                            }
                            Some(status) => panic!("answered {status}"),
                            None => return,
                        }
                        // What was acknowledged before and is told again must not be kept twice.
                        if number % 7 == 0 && send(&client, &url, number).await.is_none() {
                            return;
                        }
                    }
                })
            })
            .collect();
        while acknowledged.lock().unwrap().len() < enough {
            assert!(senders.iter().any(|sender| !sender.is_finished()));
            std::thread::yield_now();
        }
        serving.kill();
        for sender in senders {
            runtime.block_on(sender).unwrap();
        }
    }

    let kept = stored(&sealed, &store);
    let distinct: BTreeSet<String> = kept.iter().cloned().collect();
    assert_eq!(kept.len(), distinct.len(), "an event is kept twice");
    let acknowledged = acknowledged.lock().unwrap();
    let lost: Vec<_> = acknowledged.difference(&distinct).collect();
    assert!(
        lost.is_empty(),
        "{} of {}: {lost:?}",
        lost.len(),
        acknowledged.len()
    );
    assert!(acknowledged.len() >= 20 * 20);
}

#[test]
fn a_full_disk_is_said_and_goes_on_when_there_is_room() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let sealed = home();
    let store = store_in(&sealed);
    let serving = with_files_up_to(1_024, &sealed, &store);
    let client = http_client();
    let mut acknowledged = BTreeSet::new();
    let mut number = 0;
    let refused = loop {
        number += 1;
        assert!(number < 20_000, "the disk never was full");
        match runtime.block_on(send(&client, &serving.url, number)) {
            Some(204) => acknowledged.insert(event(number).0),
            status => break status,
        };
    };
    assert_eq!(refused, Some(503));
    assert_eq!(
        runtime.block_on(send(&client, &serving.url, number)),
        Some(503),
        "nothing is acknowledged while there is no room"
    );

    let pid = serving.process();
    let given = Command::new("prlimit")
        .args(["--pid", &pid, "--fsize=unlimited"])
        .status()
        .unwrap();
    assert!(given.success());
    for again in number..number + 50 {
        let status = runtime.block_on(send(&client, &serving.url, again));
        assert_eq!(status, Some(204), "event {again}");
        acknowledged.insert(event(again).0);
    }
    assert_eq!(serving.stop().code, Some(0));

    let kept: BTreeSet<String> = stored(&sealed, &store).into_iter().collect();
    assert!(acknowledged.is_subset(&kept));
}

#[test]
fn who_and_what_is_there_is_known_before_anything_happens() {
    let lab = Lab::writers();
    lab.set_activity("dave", "Available");
    lab.task("Sales", "{}");
    let serving = beside(&lab, &store_in(&lab.home), &[]);
    let told: serde_json::Value = serde_json::from_str(&get(&lab, &serving, "/stats").1).unwrap();
    assert_eq!(told["in_taskrouter_now"]["tasks_by_status"]["pending"], 1);
    assert_eq!(told["workers"]["total_workers"], 3);
    assert_eq!(told["workers"]["available"], 1);
    let activities = told["workers"]["workers_by_activity"].as_array().unwrap();
    let available = |name: &str| {
        let found = activities.iter().find(|each| each["activity_name"] == name);
        found.unwrap_or_else(|| panic!("{told}"))["available"].clone()
    };
    assert_eq!(available("Available"), true);
    assert_eq!(available("Offline"), false);
}

/// Plays two hours with this trouble; what a server kept of it, and what the workspace's log tells.
fn told_with_trouble(plan: &str) -> (Facts, Facts, Lab) {
    let mut lab = Lab::with(plan.parse::<FaultPlan>().unwrap()).with_writers();
    let store = store_in(&lab.home);
    let serving = beside(&lab, &store, &[]);
    let before: BTreeSet<_> = events(&lab).iter().map(|event| event.sid).collect();
    let callback = Form::new().with("EventCallbackUrl", format!("{}/events", serving.url));
    let update = lab
        .client
        .update::<Workspace>((), lab.workspace, Change::new(callback));
    lab.wait(update).unwrap();
    history(&mut lab);
    // What is late, or waits for an event that it comes behind, is sent by then.
    lab.pass(60);
    while lab.control_get("/")["events_waiting"] != 0 {
        std::thread::yield_now();
    }
    assert_eq!(serving.stop().code, Some(0));

    let mut log = events(&lab);
    log.retain(|event| !before.contains(&event.sid));
    let home = tempfile::tempdir().unwrap();
    let facts = lab.wait(async {
        let kept = trctl::events::open_to_read(&store).unwrap();
        let told = trctl::events::open(&home.path().join("events.db")).unwrap();
        told.append(log).await.unwrap();
        let last = *told.positions().borrow();
        let mut projected = told.projected();
        projected.wait_for(|done| *done >= last).await.unwrap();
        (
            kept.facts(Span::ALL).await.unwrap(),
            told.facts(Span::ALL).await.unwrap(),
        )
    });
    (facts.0, facts.1, lab)
}

/// By their SIDs: what came first differs.
fn sorted<T: Clone, K: Ord>(rows: &[T], key: impl Fn(&T) -> K) -> Vec<T> {
    let mut rows = rows.to_vec();
    rows.sort_by_key(key);
    rows
}

fn activities_of_workers(facts: &Facts, lab: &Lab) {
    let listed = lab.wait(async {
        use futures::TryStreamExt as _;
        let workers = lab.client.list::<Worker>(lab.workspace, &ListQuery::all());
        let workers: Vec<_> = workers.try_collect().await.unwrap();
        let activities = lab
            .client
            .list::<Activity>(lab.workspace, &ListQuery::all());
        let activities: Vec<_> = activities.try_collect().await.unwrap();
        assert_eq!(facts.activities.len(), activities.len());
        workers
    });
    assert_eq!(facts.workers.len(), listed.len());
    for worker in listed {
        let kept = facts
            .workers
            .iter()
            .find(|kept| kept.sid == worker.value.sid)
            .unwrap();
        assert_eq!(
            kept.activity_sid, worker.value.activity_sid,
            "{}",
            worker.value.friendly_name
        );
    }
}

#[test]
fn a_storm_of_callbacks_leaves_the_same_facts_as_the_log() {
    let (kept, told, lab) = told_with_trouble("scenario: event-storm");
    assert!(told.tasks.len() > 20, "{}", told.tasks.len());
    assert_eq!(kept.position, told.position, "events");
    assert_eq!(kept.last_event, told.last_event);
    assert_eq!(
        sorted(&kept.tasks, |row| row.sid),
        sorted(&told.tasks, |row| row.sid)
    );
    assert_eq!(
        sorted(&kept.reservations, |row| row.sid),
        sorted(&told.reservations, |row| row.sid)
    );
    assert_eq!(
        sorted(&kept.queue_stays, |row| (row.task_sid, row.entered)),
        sorted(&told.queue_stays, |row| (row.task_sid, row.entered))
    );
    assert_eq!(
        sorted(&kept.activity_changes, |row| row.event_sid),
        sorted(&told.activity_changes, |row| row.event_sid)
    );
    activities_of_workers(&kept, &lab);
}

#[test]
fn a_sender_whose_clock_jumps_changes_no_outcome() {
    let plan = "scenario: event-storm\ncallbacks:\n  - { chance: 0.3, skew_ms: -90000 }\n  - { chance: 0.2, skew_ms: 45000 }\n";
    let (kept, told, lab) = told_with_trouble(plan);
    assert_eq!(kept.position, told.position, "events");
    let outcomes = |facts: &Facts| {
        let mut tasks: Vec<_> = facts
            .tasks
            .iter()
            .map(|task| {
                (
                    task.sid,
                    task.status.as_str(),
                    task.queue_sid,
                    task.priority,
                )
            })
            .collect();
        tasks.sort();
        tasks
    };
    assert_eq!(outcomes(&kept), outcomes(&told));
    let offers = |facts: &Facts| {
        let mut offers: Vec<_> = facts
            .reservations
            .iter()
            .map(|offer| {
                (
                    offer.sid,
                    offer.accepted.is_some(),
                    offer.rejected.is_some(),
                    offer.timed_out.is_some(),
                    offer.completed.is_some(),
                )
            })
            .collect();
        offers.sort();
        offers
    };
    assert_eq!(offers(&kept), offers(&told));
    activities_of_workers(&kept, &lab);
}

/// The cookie of dave's session.
fn signed_in(lab: &Lab, serving: &Serving, password: &str) -> String {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let form = [("name", "dave"), ("password", password)];
    let sent = client
        .post(format!("{}/agent/sign-in", serving.url))
        .form(&form)
        .send();
    let answer = lab.wait(sent).unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

#[test]
#[ignore = "needs schemathesis"]
fn whatever_the_description_allows_is_answered_as_it_says() {
    let judge = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .with_file_name("judges")
        .join("schemathesis");
    assert!(
        judge.join("installed").exists(),
        "schemathesis is not installed: run tests/judges/install"
    );
    let (key, secret) = (
        "SK00000000000000000000000000000001",
        "fedcba9876543210fedcba9876543210",
    );
    let mut lab = Lab::set_up(|config| {
        config.api_keys = vec![ApiKey {
            sid: key.to_owned(),
            secret: secret.into(),
        }];
    })
    .with_writers()
    .with_three_calls();
    lab.home.write(lab.home.config(), "");
    let set = "agents set-password dave --password-stdin";
    let ran = lab.home.trctl_with_stdin(set, "tulips in may");
    assert_eq!(ran.code, 0, "{ran}");
    lab.home.set_env("TWILIO_API_KEY", key);
    lab.home.set_env("TWILIO_API_SECRET", secret);
    let serving = beside(&lab, &store_in(&lab.home), &["--insecure-no-signature"]);
    // dave works on something, and is signed in for the last of these.
    let session = format!("Cookie: {}", signed_in(&lab, &serving, "tulips in may"));
    // Streams end when their reader does, and an assignment that is left to the agent is an empty
    // text, as Twilio wants it: no JSON.
    for (paths, checks) in [
        (
            &["--exclude-path-regex", "stream|assignment"][..],
            "not_a_server_error,status_code_conformance,content_type_conformance,\
             response_headers_conformance,response_schema_conformance",
        ),
        (
            &["--include-path-regex", "assignment"],
            "not_a_server_error,status_code_conformance,response_headers_conformance",
        ),
        (
            &[
                "--include-path-regex",
                "agent|tfptaskrouter",
                "--exclude-path-regex",
                "stream",
                "--header",
                &session,
                "--generation-with-security-parameters",
                "false",
            ],
            "not_a_server_error,status_code_conformance,content_type_conformance,\
             response_headers_conformance,response_schema_conformance",
        ),
    ] {
        let ran = Command::new(judge.join("bin/schemathesis"))
            .args(["run", &format!("{}/openapi.json", serving.url)])
            .args(["--seed", "1", "--max-examples", "15", "--no-color"])
            .args(["--generation-database", "none", "--checks", checks])
            .args(paths)
            .current_dir(lab.home.work())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout);
        assert!(ran.status.success(), "{said}");
        let generated: u32 = said
            .lines()
            .find_map(|line| line.trim().split_once(" generated")?.0.parse().ok())
            .unwrap_or_else(|| panic!("no count of cases in\n{said}"));
        assert!(generated > 100, "{generated}");
    }
    // It was the session that answered, to the end.
    let still = lab.wait(
        reqwest::Client::new()
            .get(format!("{}/agent/token?kind=access", serving.url))
            .header("cookie", session.trim_start_matches("Cookie: "))
            .send(),
    );
    assert_eq!(still.unwrap().status(), 200);
    assert_eq!(serving.stop().code, Some(0));
}
