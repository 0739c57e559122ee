//! What fills the event store and what acts by itself, against an emulator: back-fill, comparison,
//! export and ingestion, policies, registration.
#![cfg(all(feature = "server", unix))]

mod common;

use std::cell::Cell;
use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use common::lab::Lab;
use common::serving::Serving;
use futures::TryStreamExt as _;
use serde_json::Value as Json;
use tokio_util::sync::CancellationToken;
use trctl::events::{self, EventStore, Observed, Span};
use trctl::model::sid::{EventSid, WorkerSid, WorkspaceSid};
use trctl::model::{Activity, PhoneNumber, Task, Worker, Workflow, Workspace};
use trctl::serve::backfill::{Window, backfill};
use trctl::serve::policy::{Deed, Policy, PolicyError, PolicySettings};
use trctl::twilio::{Change, Client, ClientConfig, Form, ListQuery, Resource};

/// The documents of an NDJSON text.
fn documents(text: &str) -> Vec<Json> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn sids(text: &str) -> BTreeSet<String> {
    let sids: Vec<String> = documents(text)
        .iter()
        .map(|event| event["sid"].as_str().unwrap().to_owned())
        .collect();
    let unique: BTreeSet<String> = sids.iter().cloned().collect();
    assert_eq!(unique.len(), sids.len(), "an event came twice");
    unique
}

/// The SIDs of everything in the emulator's log.
fn log(lab: &Lab) -> BTreeSet<String> {
    sids(&lab.trctl("events list --since 30d -o ndjson").stdout)
}

fn stored(lab: &Lab) -> BTreeSet<String> {
    sids(&lab.trctl("events export").stdout)
}

/// What a back-fill says: new, known.
fn filled(lab: &Lab, arguments: &str) -> (u64, u64) {
    let ran = lab.trctl(&format!("events backfill -o json {arguments}"));
    assert_eq!(ran.code, 0, "{ran}");
    let told: Json = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(told["quarantined"], 0);
    (
        told["new"].as_u64().unwrap(),
        told["known"].as_u64().unwrap(),
    )
}

#[test]
fn a_back_fill_has_every_event_of_the_log_once() {
    let mut lab = Lab::three_calls();
    let first = log(&lab);
    assert_eq!(filled(&lab, ""), (first.len() as u64, 0));
    assert_eq!(stored(&lab), first);
    // What is read again is known.
    let (new, _) = filled(&lab, "--since 30d");
    assert_eq!(new, 0);
    lab.pass(3600);
    lab.task("Support", "{}");
    let second = log(&lab);
    // It goes on where it ended, so that what is an hour old is not read again.
    let added = (second.len() - first.len()) as u64;
    let (new, known) = filled(&lab, "");
    assert_eq!(new, added);
    assert!(known < first.len() as u64, "{known}");
    assert_eq!(stored(&lab), second);
}

#[test]
fn a_back_fill_of_the_last_hour_leaves_what_is_older_to_the_next() {
    let mut lab = Lab::three_calls();
    lab.pass(3 * 3600);
    lab.task("Support", "{}");
    // Without any before it, and with one that ended hours ago.
    for _ in 0..2 {
        let (new, _) = filled(&lab, "--since 1h");
        assert!(new > 0);
        assert_ne!(stored(&lab), log(&lab));
        let missing = (log(&lab).len() - stored(&lab).len()) as u64;
        let (new, _) = filled(&lab, "");
        assert_eq!(new, missing);
        assert_eq!(stored(&lab), log(&lab));
        // One of long ago does not undo what is known.
        filled(&lab, "--since 30d --until 29d");
        let (new, known) = filled(&lab, "");
        assert_eq!(new, 0);
        assert!(known < log(&lab).len() as u64, "{known}");

        lab.pass(3 * 3600);
        lab.task("Support", "{}");
        lab.pass(3 * 3600);
        lab.task("Support", "{}");
    }
}

#[test]
fn a_second_with_more_events_than_an_answer_holds_is_read_whole() {
    let mut lab = Lab::writers();
    lab.pass(7200);
    let workflow = lab
        .wait(lab.client.resolve::<Workflow>(lab.workspace, "Support"))
        .unwrap();
    let tasks = (0..260).map(|_| {
        let form = Form::new().with("WorkflowSid", workflow);
        lab.client.create::<Task>(lab.workspace, form)
    });
    for made in lab.wait(futures::future::join_all(tasks)) {
        made.unwrap();
    }
    lab.pass(1);
    lab.task("Support", "{}");
    lab.pass(90_000);
    lab.task("Support", "{}");
    let all = log(&lab);
    assert!(all.len() > 1000, "{}", all.len());
    assert_eq!(filled(&lab, ""), (all.len() as u64, 0));
    assert_eq!(stored(&lab), all);
    let verified = lab.trctl("events verify --since 3d --until 2026-11-23");
    assert_eq!(verified.code, 0, "{verified}");
}

#[test]
fn a_store_of_another_place_is_filled_from_the_beginning() {
    let lab = Lab::three_calls();
    let all = filled(&lab, "");
    std::fs::remove_file(lab.home.home().join(".local/state/trctl/events.db")).unwrap();
    assert_eq!(filled(&lab, ""), all);
}

#[test]
fn a_comparison_names_what_is_missing_and_what_is_extra() {
    let mut lab = Lab::three_calls();
    lab.pass(120);
    filled(&lab, "");
    let same = lab.trctl("events verify");
    assert_eq!(same.code, 0, "{same}");
    assert!(same.stderr.contains("and no other"), "{same}");
    let exported = lab.trctl("events export").stdout;
    let lines: Vec<&str> = exported.lines().collect();
    let lost = lines
        .iter()
        .position(|line| line.contains("task.wrapup"))
        .unwrap();
    let mut kept: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let gone = documents(&kept.remove(lost)).remove(0);
    let strange = kept[0].replace(
        documents(&kept[0])[0]["sid"].as_str().unwrap(),
        "EV0123456789abcdef0123456789abcdef",
    );
    kept.push(strange);
    let text = kept.join("\n");
    let ran = lab
        .home
        .trctl_with_stdin("events ingest - --store other.db -o json", &text);
    assert_eq!(ran.code, 0, "{ran}");
    let differs = lab.trctl("events verify --store other.db -o ndjson");
    assert_eq!(differs.code, 7, "{differs}");
    assert!(
        differs.stderr.contains(
            "1 event of Twilio's log missing in the store, 1 event of the store unknown to Twilio"
        ),
        "{differs}"
    );
    let rows = documents(&differs.stdout);
    assert_eq!(rows.len(), 2, "{differs}");
    let missing = rows.iter().find(|row| row["missing"] == 1).unwrap();
    assert_eq!(missing["type"], "task.wrapup");
    assert_eq!(missing["twilio"], 1);
    assert_eq!(missing["store"], 0);
    assert_eq!(missing["events"][0], gone["sid"]);
    let extra = rows.iter().find(|row| row["extra"] == 1).unwrap();
    assert_eq!(extra["events"][0], "EV0123456789abcdef0123456789abcdef");
    // A back-fill takes in what is missing.
    assert_eq!(filled(&lab, "--since 30d --store other.db").0, 1);
}

/// Opens a store and waits until its facts are those of all its events.
fn opened(lab: &Lab, path: &Path) -> Arc<dyn EventStore> {
    let store = events::open(path).unwrap();
    let last = *store.positions().borrow();
    let mut projected = store.projected();
    lab.wait(async {
        projected
            .wait_for(|position| *position >= last)
            .await
            .unwrap();
    });
    store
}

#[test]
fn a_store_made_from_an_export_is_the_same() {
    let lab = Lab::three_calls();
    filled(&lab, "");
    let written = lab.trctl("events export --file all.ndjson");
    assert_eq!(written.code, 0, "{written}");
    assert_eq!(written.stdout, "");
    let taken = lab.trctl("events ingest all.ndjson --store copy.db -o json");
    assert_eq!(taken.code, 0, "{taken}");
    let first = lab.trctl("events export").stdout;
    assert_eq!(
        std::fs::read_to_string(lab.home.work().join("all.ndjson")).unwrap(),
        first
    );
    assert_eq!(lab.trctl("events export --store copy.db").stdout, first);
    let state = lab.home.home().join(".local/state/trctl/events.db");
    let original = opened(&lab, &state);
    let copy = opened(&lab, &lab.home.work().join("copy.db"));
    let facts = |store: &Arc<dyn EventStore>| lab.wait(store.facts(Span::ALL)).unwrap();
    assert!(!facts(&original).tasks.is_empty());
    assert_eq!(facts(&original), facts(&copy));
    lab.wait(original.close());
    lab.wait(copy.close());
    // Twice does no more than once, and Twilio's own list says the same.
    let again = lab.trctl("events ingest all.ndjson --store copy.db -o json");
    assert!(again.stdout.contains("\"new\":0"), "{again}");
    let listed = lab.trctl("events list --since 30d -o ndjson").stdout;
    let from_list = lab
        .home
        .trctl_with_stdin("events ingest - --store copy.db -o json", &listed);
    assert!(from_list.stdout.contains("\"new\":0"), "{from_list}");
    assert_eq!(lab.trctl("events export --store copy.db").stdout, first);
}

#[test]
fn an_export_is_narrowed_and_has_other_formats() {
    let lab = Lab::three_calls();
    filled(&lab, "");
    let of = |arguments: &str| {
        let ran = lab.trctl(&format!("events export {arguments}"));
        assert_eq!(ran.code, 0, "{ran}");
        ran.stdout
    };
    let created = documents(&of("--type task.created"));
    assert_eq!(created.len(), 3);
    assert_eq!(
        documents(&of("--type 'task.*,worker.created' --limit 2")).len(),
        2
    );
    // The first call came more than ten minutes ago.
    assert_eq!(documents(&of("--type task.created --since 5m")).len(), 1);
    assert_eq!(documents(&of("--type task.created --until 5m")).len(), 2);
    let csv = of("--type task.created -o csv --columns type,queue");
    assert_eq!(csv.lines().next(), Some("type,queue"));
    assert_eq!(csv.lines().count(), 4);
    let array: Json = serde_json::from_str(&of("-o json --type task.created")).unwrap();
    assert_eq!(array.as_array().unwrap().len(), 3);
    assert!(of("-o yaml --limit 1").contains("event_type: "));
    let refused = lab.trctl("events export --file a.csv -o csv");
    assert_eq!(refused.code, 2, "{refused}");
}

#[test]
fn lines_that_are_no_events_are_told_and_kept() {
    let lab = Lab::new();
    let text = "{\"sid\":\"EV00000000000000000000000000000001\",\"event_type\":\"task.created\",\
                \"event_date_ms\":1700000000000,\"event_data\":{}}\n\nnonsense\n{\"EventType\":\"x\"}\n";
    let ran = lab.home.trctl_with_stdin("events ingest -", text);
    insta::assert_snapshot!(ran, @"
    exit code 6
    --- stdout
    LINES        4
    NEW          1
    KNOWN        0
    QUARANTINED  2
    --- stderr
    warning: line 3 of `-`: it is not JSON: expected ident at line 1 column 2
    warning: line 4 of `-`: `Sid` is missing
    error: 2 lines could not be understood
    hint: `trctl events quarantine` shows what was kept of them
    ");
    let listed = documents(&lab.trctl("events quarantine -o ndjson").stdout);
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[0]["body"], "{\"EventType\":\"x\"}");
    assert_eq!(listed[0]["encoding"], "callback");
    assert_eq!(
        listed[1]["reason"],
        "line 3 of `-`: it is not JSON: expected ident at line 1 column 2"
    );
    let one = lab.trctl("events quarantine --limit 1");
    assert!(one.stderr.contains("1 more are there"), "{one}");
    assert_eq!(lab.trctl("events quarantine --id 1").stdout, "nonsense\n");
    let none = lab.trctl("events quarantine --id 9");
    assert_eq!(none.code, 4, "{none}");
    let missing = lab.trctl("events export --store nowhere.db");
    assert_eq!(missing.code, 4, "{missing}");
}

/// A store in this process that is filled from the lab's log.
struct Centre {
    store: Arc<dyn EventStore>,
    path: PathBuf,
}

impl Centre {
    fn new(lab: &Lab) -> Self {
        let path = lab.home.work().join("centre.db");
        let store = events::open(&path).unwrap();
        let centre = Self { store, path };
        centre.hear(lab);
        centre
    }

    /// Takes in what has happened since.
    fn hear(&self, lab: &Lab) {
        let present = now(lab);
        lab.wait(async {
            backfill(
                &lab.client,
                &*self.store,
                &self.path,
                lab.workspace,
                Window::default(),
                present,
                |_| {},
            )
            .await
            .unwrap();
            let last = *self.store.positions().borrow();
            let mut projected = self.store.projected();
            projected
                .wait_for(|position| *position >= last)
                .await
                .unwrap();
        });
    }

    fn tick(&self, lab: &Lab, policy: &Policy) -> Vec<String> {
        let present = now(lab);
        let deeds: Vec<Deed> = lab.wait(policy.tick(&*self.store, present)).unwrap();
        deeds
            .iter()
            .map(|deed| {
                format!(
                    "{} {} {}: {}",
                    deed.action, deed.name, deed.outcome, deed.detail
                )
            })
            .collect()
    }
}

fn now(lab: &Lab) -> jiff::Timestamp {
    let clock = lab.control_get("/clock");
    clock["now"].as_str().unwrap().parse().unwrap()
}

fn policy(lab: &Lab, settings: &str) -> Policy {
    let settings: PolicySettings = toml_edit::de::from_str(settings).unwrap();
    Policy::new(
        settings,
        jiff::tz::TimeZone::UTC,
        lab.client.clone(),
        lab.workspace,
        &lab.home.home().join("journals"),
        CancellationToken::new(),
    )
}

fn activity_of(lab: &Lab, worker: &str) -> String {
    lab.wait(async {
        let sid: WorkerSid = lab
            .client
            .resolve::<Worker>(lab.workspace, worker)
            .await
            .unwrap();
        let worker = lab.client.get::<Worker>(lab.workspace, sid).await.unwrap();
        worker.record.value.activity_name
    })
}

/// dave wraps up a call, in an activity of its own.
fn after_a_call() -> (Lab, trctl::model::sid::TaskSid) {
    let lab = Lab::writers();
    let form = Form::new()
        .with("FriendlyName", "Wrap-Up")
        .with("Available", false);
    lab.wait(lab.client.create::<Activity>(lab.workspace, form))
        .unwrap();
    let task = lab.wrapping_task("{}");
    lab.set_activity("dave", "Wrap-Up");
    (lab, task)
}

const AFTER_A_MINUTE: &str =
    "mode = \"on\"\n[wrap_up]\nafter = \"1m\"\nreason = \"time is over\"\n";

#[test]
fn a_policy_completes_what_wraps_up_too_long_and_returns_the_worker() {
    let (mut lab, task) = after_a_call();
    let centre = Centre::new(&lab);
    let policy_on = policy(&lab, AFTER_A_MINUTE);
    lab.pass(59);
    assert!(centre.tick(&lab, &policy_on).is_empty());
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "wrapping");
    lab.pass(1);
    let deeds = centre.tick(&lab, &policy_on);
    assert_eq!(
        deeds,
        [
            "complete  done: completed",
            "return dave done: is Available"
        ]
    );
    let completed = lab.get_task(task);
    assert_eq!(completed.assignment_status.as_str(), "completed");
    assert_eq!(completed.reason.as_deref(), Some("time is over"));
    assert_eq!(activity_of(&lab, "dave"), "Available");
    let journals: Vec<_> = std::fs::read_dir(lab.home.home().join("journals/policy"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let journal = std::fs::read_to_string(&journals[0]).unwrap();
    assert!(journal.contains("\"before\""), "{journal}");
    // The facts have not heard of it yet: it is not tried again.
    lab.pass(60);
    assert!(centre.tick(&lab, &policy_on).is_empty());
    // Nor does a policy that was started anew change anything.
    lab.set_activity("dave", "Offline");
    let again = centre.tick(&lab, &policy(&lab, AFTER_A_MINUTE));
    assert_eq!(
        again,
        [
            "complete  unchanged: is completed, not wrapping",
            &format!("return dave unchanged: {task} was not completed by the policy"),
        ]
    );
    assert_eq!(activity_of(&lab, "dave"), "Offline");
    centre.hear(&lab);
    assert!(centre.tick(&lab, &policy(&lab, AFTER_A_MINUTE)).is_empty());
    lab.wait(centre.store.close());
}

#[test]
fn a_dry_run_tells_once_and_changes_nothing() {
    let (mut lab, task) = after_a_call();
    let centre = Centre::new(&lab);
    let dry = policy(&lab, &AFTER_A_MINUTE.replace("\"on\"", "\"dry-run\""));
    lab.pass(60);
    // Whatever it asked for would be refused.
    lab.control("faults", r#"{"requests":[{"status":500}]}"#);
    assert_eq!(
        centre.tick(&lab, &dry),
        [
            "complete  would: be completed",
            "return dave would: be set to Available"
        ]
    );
    assert!(centre.tick(&lab, &dry).is_empty());
    lab.control("faults", "{}");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "wrapping");
    assert!(
        centre
            .tick(&lab, &policy(&lab, "[wrap_up]\nafter = 1"))
            .is_empty()
    );
    lab.wait(centre.store.close());
}

#[test]
fn a_worker_comes_back_from_after_work_unless_they_came_to_it_again() {
    let (mut lab, _) = after_a_call();
    let centre = Centre::new(&lab);
    let settings = "mode = \"on\"\n[return]\nafter = \"2m\"\n";
    lab.pass(119);
    // Left and came again, which the facts have not heard of.
    lab.set_activity("dave", "Available");
    lab.set_activity("dave", "Wrap-Up");
    lab.pass(1);
    assert_eq!(
        centre.tick(&lab, &policy(&lab, settings)),
        ["return dave unchanged: has come to Wrap-Up again"]
    );
    centre.hear(&lab);
    let policy = policy(&lab, settings);
    assert!(centre.tick(&lab, &policy).is_empty());
    lab.pass(119);
    assert_eq!(
        centre.tick(&lab, &policy),
        ["return dave done: is Available"]
    );
    assert_eq!(activity_of(&lab, "dave"), "Available");
    lab.wait(centre.store.close());
}

#[test]
fn a_task_is_completed_though_what_told_of_its_wrap_up_was_missed() {
    let mut lab = Lab::writers();
    let form = Form::new()
        .with("FriendlyName", "Wrap-Up")
        .with("Available", false);
    lab.wait(lab.client.create::<Activity>(lab.workspace, form))
        .unwrap();
    lab.set_activity("dave", "Available");
    let task = lab.task("Support", "{}");
    lab.answer(task, "accepted");
    let centre = Centre::new(&lab);
    lab.pass(50);
    lab.answer(task, "wrapping");
    lab.set_activity("dave", "Wrap-Up");
    // Nothing is heard of either, but somebody looks.
    let as_of = now(&lab).as_millisecond();
    let seen = lab.wait(async {
        let (client, workspace) = (&lab.client, lab.workspace);
        Observed {
            as_of,
            workers: all(client, workspace).await,
            activities: all(client, workspace).await,
            tasks: all(client, workspace).await,
            queues: all(client, workspace).await,
            workflows: all(client, workspace).await,
        }
    });
    lab.wait(centre.store.observe(seen)).unwrap();
    lab.wait(centre.store.settled()).unwrap();
    let policy = policy(&lab, AFTER_A_MINUTE);
    lab.pass(10);
    // A minute after it was accepted: what counts is the task itself.
    let early = centre.tick(&lab, &policy);
    assert_eq!(early.len(), 2, "{early:?}");
    assert!(
        early[0].starts_with("complete  unchanged: has not changed since "),
        "{early:?}"
    );
    lab.pass(49);
    assert!(centre.tick(&lab, &policy).is_empty());
    lab.pass(1);
    assert_eq!(
        centre.tick(&lab, &policy),
        [
            "complete  done: completed",
            "return dave done: is Available"
        ]
    );
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "completed");
    lab.wait(centre.store.close());
}

#[test]
fn an_activity_that_is_not_there_stops_only_who_is_to_be_moved_to_it() {
    let (mut lab, task) = after_a_call();
    let centre = Centre::new(&lab);
    let policy = policy(
        &lab,
        &format!("{AFTER_A_MINUTE}[return]\nafter = 60\nto = \"Availabel\"\n"),
    );
    lab.pass(60);
    let deeds = centre.tick(&lab, &policy);
    assert_eq!(deeds.len(), 2, "{deeds:?}");
    assert_eq!(deeds[0], "complete  done: completed");
    assert!(
        deeds[1].starts_with("return dave failed: cannot find the activity `Availabel`"),
        "{deeds:?}"
    );
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "completed");
    // It is tried again, and told of, ever more seldom.
    let mut told = Vec::new();
    for second in 1..=300 {
        lab.pass(1);
        if !centre.tick(&lab, &policy).is_empty() {
            told.push(second);
        }
    }
    assert_eq!(told, [30, 90, 210]);
    lab.wait(centre.store.close());
}

#[tokio::test(start_paused = true)]
async fn why_nothing_can_be_done_is_told_ever_more_seldom() {
    let home = tempfile::tempdir().unwrap();
    let store = events::open(&home.path().join("events.db")).unwrap();
    store.close().await;
    let account = "AC00000000000000000000000000000001";
    let config = ClientConfig::new(account.parse().unwrap(), account.to_owned(), "x".into());
    let cancel = CancellationToken::new();
    let policy = Policy::new(
        toml_edit::de::from_str(AFTER_A_MINUTE).unwrap(),
        jiff::tz::TimeZone::UTC,
        Client::new(config).unwrap(),
        "WS00000000000000000000000000000001".parse().unwrap(),
        home.path(),
        cancel.clone(),
    );
    let (asked, told) = (Cell::new(0), Cell::new(0));
    let clock = || {
        asked.set(asked.get() + 1);
        if asked.get() == 20 {
            cancel.cancel();
        }
        jiff::Timestamp::UNIX_EPOCH
    };
    let tell = |deed: Result<&Deed, &PolicyError>| {
        assert!(deed.is_err());
        told.set(told.get() + 1);
    };
    policy.keep(&*store, clock, tell).await;
    assert_eq!((asked.get(), told.get()), (20, 5));
}

/// Everything of a kind there is.
async fn all<R: Resource<Scope = WorkspaceSid>>(
    client: &Client,
    workspace: WorkspaceSid,
) -> Vec<R> {
    client
        .list::<R>(workspace, &ListQuery::all())
        .map_ok(|record| record.value)
        .try_collect()
        .await
        .unwrap()
}

#[test]
fn what_failed_is_tried_again_later() {
    let (mut lab, task) = after_a_call();
    let centre = Centre::new(&lab);
    let policy = policy(
        &lab,
        &format!("{AFTER_A_MINUTE}[return]\nwith_task = false\n"),
    );
    lab.pass(60);
    lab.control("faults", r#"{"requests":[{"method":"POST","status":500}]}"#);
    let failed = centre.tick(&lab, &policy);
    assert_eq!(failed.len(), 1, "{failed:?}");
    assert!(failed[0].starts_with("complete  failed"), "{failed:?}");
    lab.control("faults", "{}");
    assert!(centre.tick(&lab, &policy).is_empty(), "it waits a little");
    lab.pass(30);
    assert_eq!(centre.tick(&lab, &policy), ["complete  done: completed"]);
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "completed");
    lab.wait(centre.store.close());
}

#[test]
fn at_the_end_of_a_shift_what_was_only_offered_goes_back_into_the_queue() {
    let mut lab = Lab::writers();
    lab.set_activity("dave", "Available");
    lab.set_activity("susan", "Available");
    lab.pass(1);
    let offered = lab.task("Support", "{}");
    let sold = lab.task("Sales", "{}");
    lab.answer(sold, "accepted");
    let centre = Centre::new(&lab);
    let shift = "mode = \"on\"\n[shifts.early]\nends = \"08:00:05\"\n";
    let policy = policy(&lab, shift);
    assert!(centre.tick(&lab, &policy).is_empty());
    lab.pass(4);
    let mut deeds = centre.tick(&lab, &policy);
    deeds.sort();
    assert_eq!(
        deeds,
        [
            "hand-back dave done: is Offline",
            "hand-back susan done: is Offline"
        ]
    );
    assert_eq!(lab.get_task(offered).assignment_status.as_str(), "pending");
    assert_eq!(lab.get_task(sold).assignment_status.as_str(), "assigned");
    // Overtime of one's own will.
    lab.pass(60);
    lab.set_activity("dave", "Available");
    centre.hear(&lab);
    assert!(centre.tick(&lab, &policy).is_empty());
    assert_eq!(activity_of(&lab, "dave"), "Available");
    lab.wait(centre.store.close());
}

#[test]
fn a_server_fills_its_store_keeps_it_to_itself_and_streams_it() {
    let lab = Lab::three_calls();
    let all = log(&lab);
    let served = Serving::start(&lab.home, &["--backfill"]);
    let line = format!(
        "events tail --server {} --after 0 --limit {} -o ndjson",
        served.url,
        all.len()
    );
    let followed = lab.trctl(&line);
    assert_eq!(followed.code, 0, "{followed}");
    assert_eq!(sids(&followed.stdout), all);
    let narrowed = lab.trctl(&format!(
        "events tail --server {} --after 0 --worker susan --type task.updated,reservation.accepted \
         --limit 1 -o ndjson",
        served.url
    ));
    let accepted = documents(&narrowed.stdout).remove(0);
    assert_eq!(accepted["event_data"]["worker_name"], "susan");
    assert_eq!(accepted["event_type"], "reservation.accepted");
    // Readers are no trouble, another writer would be.
    assert_eq!(stored(&lab), all);
    let verified = lab.trctl("events verify --until 2026-11-22");
    assert_eq!(verified.code, 0, "{verified}");
    let refused = lab.trctl("events backfill");
    assert_eq!(refused.code, 1, "{refused}");
    assert!(
        refused.stderr.contains("trctl serve --backfill"),
        "{refused}"
    );
    assert_eq!(served.stop().code, Some(0));
    assert_eq!(filled(&lab, "").0, 0);
}

#[test]
fn what_nobody_told_a_server_of_is_taken_in_while_it_runs() {
    let lab = Lab::three_calls();
    lab.home.write(
        "home/.config/trctl/config.toml",
        "[serve]\nbackfill_every = \"50ms\"\n",
    );
    let served = Serving::start(&lab.home, &["--backfill"]);
    let known = log(&lab).len();
    let follow = |after: usize, limit: usize| {
        let ran = lab.trctl(&format!(
            "events tail --server {} --after {after} --limit {limit} -o ndjson",
            served.url
        ));
        assert_eq!(ran.code, 0, "{ran}");
        ran.stdout
    };
    // By then the first back-fill is over.
    follow(0, known);
    lab.set_activity("susan", "Offline");
    let missed = documents(&follow(known, 1)).remove(0);
    assert_eq!(missed["event_type"], "worker.activity.update");
    assert_eq!(missed["event_data"]["worker_name"], "susan");
    assert_eq!(served.stop().code, Some(0));
}

fn add_number(lab: &Lab) {
    lab.control(
        "numbers",
        r#"{"phone_number":"+15550100","voice_url":"https://old.example.com/voice","voice_method":"GET"}"#,
    );
}

fn present<R: Resource>(lab: &Lab, scope: R::Scope, name: &str) -> Json {
    lab.wait(async {
        let sid = lab.client.resolve::<R>(scope, name).await.unwrap();
        let found = lab.client.get::<R>(scope, sid).await.unwrap();
        serde_json::from_str(found.record.raw.get()).unwrap()
    })
}

/// What a number, a workflow and the workspace point at.
fn pointing(lab: &Lab) -> Vec<String> {
    let number = present::<PhoneNumber>(lab, (), "+15550100");
    let workflow = present::<Workflow>(lab, lab.workspace, "Support");
    let workspace = present::<Workspace>(lab, (), "writers");
    [
        &number["voice_url"],
        &number["voice_method"],
        &number["voice_fallback_url"],
        &number["status_callback"],
        &workflow["assignment_callback_url"],
        &workflow["fallback_assignment_callback_url"],
        &workspace["event_callback_url"],
        &workspace["events_filter"],
    ]
    .into_iter()
    .map(|value| value.as_str().unwrap_or_default().to_owned())
    .collect()
}

#[test]
fn what_stood_where_a_server_is_pointed_at_comes_back() {
    let lab = Lab::writers();
    add_number(&lab);
    let form = Form::new()
        .with("EventCallbackUrl", "https://old.example.com/events")
        .with("EventsFilter", "task.created");
    lab.wait(
        lab.client
            .update::<Workspace>((), lab.workspace, Change::new(form)),
    )
    .unwrap();
    let before = pointing(&lab);
    let url = "https://voice.example.com";
    let plan = lab.trctl(&format!(
        "serve --register --public-url {url} --dry-run -o ndjson"
    ));
    assert_eq!(plan.code, 0, "{plan}");
    let changes = documents(&plan.stdout);
    assert!(
        changes
            .iter()
            .any(|change| change["property"] == "voice_url"
                && change["before"] == "https://old.example.com/voice"
                && change["after"] == "https://voice.example.com/voice/incoming"),
        "{plan}"
    );
    assert_eq!(pointing(&lab), before);
    // Nobody is there to be asked.
    let unasked = lab.trctl(&format!("serve --register --public-url {url}"));
    assert_eq!(unasked.code, 2, "{unasked}");
    assert_eq!(pointing(&lab), before);

    let served = Serving::saying(5, &lab.home, &["--register", "--yes", "--public-url", url]);
    assert_eq!(
        pointing(&lab),
        [
            "https://voice.example.com/voice/incoming",
            "POST",
            "https://voice.example.com/voice/fallback",
            "https://voice.example.com/voice/status",
            "https://voice.example.com/assignment",
            "https://voice.example.com/assignment/fallback",
            "https://voice.example.com/events",
            "",
        ]
    );
    assert!(served.said[1..].iter().all(|row| row["outcome"] == "done"));
    assert_eq!(served.stop().code, Some(0));
    // Somebody puts something of their own there.
    let workflow = lab
        .wait(lab.client.resolve::<Workflow>(lab.workspace, "Support"))
        .unwrap();
    let form = Form::new().with("AssignmentCallbackUrl", "https://new.example.com");
    lab.wait(
        lab.client
            .update::<Workflow>(lab.workspace, workflow, Change::new(form)),
    )
    .unwrap();
    let shown = lab.trctl("serve --unregister --dry-run");
    assert_eq!(shown.code, 0, "{shown}");
    assert!(
        shown.stderr.contains(
            "assignment_callback_url was changed since and stays https://new.example.com"
        ),
        "{shown}"
    );
    let ran = lab.trctl("serve --unregister --yes");
    assert_eq!(ran.code, 0, "{ran}");
    let mut wanted = before;
    wanted[4] = "https://new.example.com".to_owned();
    assert_eq!(pointing(&lab), wanted);
    let again = lab.trctl("serve --unregister --yes");
    assert_eq!(again.code, 4, "{again}");
}

#[test]
fn a_server_that_was_told_so_leaves_everything_as_it_was() {
    let lab = Lab::writers();
    add_number(&lab);
    let before = pointing(&lab);
    let first = Serving::saying(
        5,
        &lab.home,
        &[
            "--register",
            "--yes",
            "--public-url",
            "https://one.example.com",
        ],
    );
    first.stop();
    // A tunnel has another address every time; what was there first is not forgotten.
    let second = Serving::saying(
        5,
        &lab.home,
        &[
            "--register",
            "--unregister",
            "--yes",
            "--public-url",
            "https://two.example.com",
        ],
    );
    assert!(pointing(&lab)[0].starts_with("https://two.example.com"));
    let ended = second.stop();
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    assert_eq!(documents(&ended.stdout).len(), 4, "{}", ended.stdout);
    assert_eq!(pointing(&lab), before);
}

#[test]
fn every_event_of_a_slice_is_one_that_no_slice_before_it_had() {
    let mut lab = Lab::writers();
    for pause in [1, 59, 3540, 3600, 7200, 86_400] {
        lab.task("Support", "{}");
        lab.pass(pause);
    }
    let all = log(&lab);
    let from = now(&lab).as_millisecond() - 3 * 86_400_000;
    let mut history =
        trctl::serve::history::History::new(&lab.client, lab.workspace, from, None, now(&lab));
    let mut seen: HashSet<EventSid> = HashSet::new();
    let mut last = from - from.rem_euclid(1000);
    while let Some(slice) = lab.wait(history.next()).unwrap() {
        assert_eq!(slice.from, last, "no gap between slices");
        last = slice.to;
        for event in slice.events {
            assert!(seen.insert(event.value.sid), "{} twice", event.value.sid);
        }
    }
    assert_eq!(seen.len(), all.len());
}
