//! Every command that changes things, under every fault that HTTP has: what a command says became of
//! an item must be what became of it.
//!
//! Each test prints a table of what it ran; `cargo test --test fault_lab -- --nocapture` shows it.
#![cfg(feature = "server")]

mod common;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use common::Ran;
use common::lab::Lab;
use futures::StreamExt as _;
use serde_json::Value;
use trctl::emulator::faults::Scenario;
use trctl::model::sid::{ConferenceSid, ReservationSid, TaskSid};
use trctl::model::{
    Conference, ConferenceStatus, Reservation, ReservationStatus, Task, TaskStatus, Worker,
    Workspace,
};
use trctl::twilio::{self, Change, Form, ListQuery, ReservationScope};

/// Items of a run.
const ITEMS: usize = 4;
/// Runs at the same time; they spend most of their time waiting to try again.
const AT_ONCE: usize = 6;

/// Something to change, and what a command is to make of it.
struct Scene {
    lab: Lab,
    line: String,
    items: Vec<Item>,
}

enum Item {
    Task(TaskSid, Wanted),
    Reservation(TaskSid, ReservationSid, ReservationStatus),
    Worker(String, &'static str),
    Conference(ConferenceSid),
}

#[derive(Clone, Copy)]
enum Wanted {
    Status(TaskStatus),
    Gone,
}

impl Scene {
    /// A queue and a workflow for all, and so many workers, who are Offline.
    fn centre() -> Lab {
        let lab = Lab::new();
        lab.queue("All", "1 == 1");
        lab.workflow("All", "All");
        for number in 0..ITEMS {
            lab.worker(&format!("w{number}"), "{}");
        }
        // Somebody is told of everything, so that a storm of callbacks has something to blow about.
        let url = format!("{}/_emulator/nobody", lab.url());
        let change = Change::new(Form::new().with("EventCallbackUrl", url));
        lab.wait(lab.client.update::<Workspace>((), lab.workspace, change))
            .unwrap();
        lab
    }

    fn tasks(lab: &Lab) -> Vec<TaskSid> {
        (0..ITEMS).map(|_| lab.task("All", "{}")).collect()
    }

    /// Tasks that wait.
    fn pending(verb: &str, wanted: Wanted) -> Self {
        let lab = Self::centre();
        let tasks = Self::tasks(&lab);
        Self::of_tasks(lab, tasks, verb, wanted)
    }

    /// Tasks that are brought on by these answers.
    fn answered(answers: &[&str], verb: &str, wanted: Wanted) -> Self {
        let (lab, tasks) = Self::reserved(answers);
        Self::of_tasks(lab, tasks, verb, wanted)
    }

    fn of_tasks(lab: Lab, tasks: Vec<TaskSid>, verb: &str, wanted: Wanted) -> Self {
        Self {
            line: format!("tasks {verb} --yes -o json"),
            items: tasks
                .into_iter()
                .map(|task| Item::Task(task, wanted))
                .collect(),
            lab,
        }
    }

    /// Every worker has a task, which has got these answers.
    fn reserved(answers: &[&str]) -> (Lab, Vec<TaskSid>) {
        let lab = Self::centre();
        for number in 0..ITEMS {
            lab.set_activity(&format!("w{number}"), "Available");
        }
        let tasks = Self::tasks(&lab);
        for task in &tasks {
            for answer in answers {
                lab.answer(*task, answer);
            }
        }
        (lab, tasks)
    }

    /// Answers to the reservations of so many of the tasks.
    fn reservations(answers: &[&str], count: usize, verb: &str, wanted: ReservationStatus) -> Self {
        let (lab, tasks) = Self::reserved(answers);
        let items: Vec<Item> = tasks
            .into_iter()
            .take(count)
            .map(|task| Item::Reservation(task, first_reservation(&lab, task), wanted))
            .collect();
        let sids: Vec<String> = items.iter().map(Item::sid).collect();
        Self {
            line: format!("reservations {verb} {} --yes -o json", sids.join(" ")),
            items,
            lab,
        }
    }

    /// So many workers are put to an activity.
    fn workers(lab: Lab, count: usize, to: &'static str, flags: &str) -> Self {
        let names: Vec<String> = (0..count).map(|number| format!("w{number}")).collect();
        Self {
            line: format!(
                "workers set-activity {} {to} {flags} --yes -o json",
                names.join(" ")
            ),
            items: names
                .into_iter()
                .map(|name| Item::Worker(name, to))
                .collect(),
            lab,
        }
    }

    fn conferences() -> Self {
        let lab = Self::centre();
        let items: Vec<Item> = (0..ITEMS)
            .map(|number| {
                let made = lab.control(
                    "conferences",
                    &format!(r#"{{"friendly_name":"c{number}","participants":[{{}}]}}"#),
                );
                Item::Conference(made["sid"].as_str().unwrap().parse().unwrap())
            })
            .collect();
        let sids: Vec<String> = items.iter().map(Item::sid).collect();
        Self {
            line: format!(
                "conferences complete {} --force --yes -o json",
                sids.join(" ")
            ),
            items,
            lab,
        }
    }
}

fn first_reservation(lab: &Lab, task: TaskSid) -> ReservationSid {
    let scope = ReservationScope::Task(lab.workspace, task);
    lab.wait(async {
        let mut list = lab.client.list::<Reservation>(scope, &ListQuery::all());
        list.next().await.unwrap().unwrap().value.sid
    })
}

impl Item {
    /// What the command calls it: its SID, or the worker's name.
    fn sid(&self) -> String {
        match self {
            Self::Task(sid, _) => sid.to_string(),
            Self::Reservation(_, sid, _) => sid.to_string(),
            Self::Worker(name, _) => name.clone(),
            Self::Conference(sid) => sid.to_string(),
        }
    }

    fn is_named(&self, outcome: &Value) -> bool {
        let field = match self {
            Self::Worker(..) => "name",
            _ => "sid",
        };
        outcome[field] == self.sid()
    }

    /// Whether it is in truth what the command was to make of it.
    fn is_as_wanted(&self, lab: &Lab) -> bool {
        let workspace = lab.workspace;
        match self {
            Self::Task(sid, wanted) => {
                match (lab.wait(lab.client.get::<Task>(workspace, *sid)), wanted) {
                    (Ok(task), Wanted::Status(wanted)) => {
                        task.record.value.assignment_status == *wanted
                    }
                    (Ok(_), Wanted::Gone) => false,
                    (Err(twilio::Error::NotFound(_)), wanted) => matches!(wanted, Wanted::Gone),
                    (Err(error), _) => panic!("{error}"),
                }
            }
            Self::Reservation(task, sid, wanted) => {
                let scope = ReservationScope::Task(workspace, *task);
                let now = lab
                    .wait(lab.client.get::<Reservation>(scope, *sid))
                    .unwrap();
                now.record.value.reservation_status == *wanted
            }
            Self::Worker(name, wanted) => {
                let now = lab.wait(async {
                    let sid = lab.client.resolve::<Worker>(workspace, name).await.unwrap();
                    lab.client.get::<Worker>(workspace, sid).await.unwrap()
                });
                now.record.value.activity_name == *wanted
            }
            Self::Conference(sid) => {
                let now = lab.wait(lab.client.get::<Conference>((), *sid)).unwrap();
                now.record.value.status == ConferenceStatus::Completed
            }
        }
    }
}

/// A command that runs in bulk, and the scene it runs on.
type Command = (&'static str, fn() -> Scene);

/// Everything that goes through the runner of bulk changes, by itself and with several items.
const COMMANDS: [Command; 15] = [
    ("tasks complete", || {
        let wanted = Wanted::Status(TaskStatus::Completed);
        Scene::answered(&["accepted"], "complete --all", wanted)
    }),
    ("tasks cancel", || {
        Scene::pending("cancel --all", Wanted::Status(TaskStatus::Canceled))
    }),
    ("tasks wrap-complete", || {
        let wanted = Wanted::Status(TaskStatus::Completed);
        Scene::answered(&["accepted", "wrapping"], "wrap-complete", wanted)
    }),
    ("tasks delete", || {
        Scene::pending("delete --all", Wanted::Gone)
    }),
    ("tasks delete --include-active", || {
        Scene::answered(&["accepted"], "delete --all --include-active", Wanted::Gone)
    }),
    ("tasks purge", || {
        Scene::pending("purge --status pending", Wanted::Gone)
    }),
    ("workers set-activity, several", || {
        Scene::workers(Scene::centre(), ITEMS, "Unavailable", "")
    }),
    ("workers set-activity, one", || {
        Scene::workers(Scene::centre(), 1, "Unavailable", "")
    }),
    ("workers set-activity --reject-pending", || {
        Scene::workers(Scene::reserved(&[]).0, ITEMS, "Offline", "--reject-pending")
    }),
    ("reservations accept, several", || {
        Scene::reservations(&[], ITEMS, "accept", ReservationStatus::Accepted)
    }),
    ("reservations accept, one", || {
        Scene::reservations(&[], 1, "accept", ReservationStatus::Accepted)
    }),
    ("reservations reject", || {
        Scene::reservations(&[], ITEMS, "reject", ReservationStatus::Rejected)
    }),
    ("reservations reject --activity", || {
        let verb = "reject --activity Unavailable";
        Scene::reservations(&[], ITEMS, verb, ReservationStatus::Rejected)
    }),
    ("reservations complete", || {
        let wanted = ReservationStatus::Completed;
        Scene::reservations(&["accepted", "wrapping"], ITEMS, "complete", wanted)
    }),
    ("conferences complete", Scene::conferences),
];

/// A fault and the plan that brings it about.
type Fault = (String, String);

/// Each of the single faults: at every third request, and at every change.
fn single_faults() -> Vec<Fault> {
    let kinds = [
        ("latency", r#""latency_ms":20"#),
        ("jittered latency", r#""latency_ms":5,"jitter_ms":30"#),
        ("429", r#""status":429"#),
        ("500", r#""status":500"#),
        ("502", r#""status":502"#),
        ("503", r#""status":503"#),
        (
            "502 after the effect",
            r#""status":502,"after_effect":true"#,
        ),
        ("reset before the effect", r#""reset":"before-effect""#),
        ("reset after the effect", r#""reset":"after-effect""#),
        ("truncated body", r#""truncated_body":true"#),
        ("slow body", r#""slow_body_ms":40"#),
    ];
    let plan = |rule: String| format!(r#"{{"requests":[{{{rule}}}]}}"#);
    let mut faults = vec![(
        "429 with Retry-After, every 9th".to_owned(),
        plan(r#""every":9,"status":429,"retry_after":1"#.to_owned()),
    )];
    for (name, fault) in kinds {
        faults.push((
            format!("{name}, every 3rd"),
            plan(format!(r#""every":3,{fault}"#)),
        ));
        // What is only slow is so anyway, and 429 without end costs a minute of patience, which is
        // tested elsewhere.
        if !["latency", "jittered latency", "slow body", "429"].contains(&name) {
            faults.push((
                format!("{name}, every change"),
                plan(format!(r#""method":["POST","DELETE"],{fault}"#)),
            ));
        }
    }
    faults.push((
        "reset after the effect, then no more".to_owned(),
        r#"{"requests":[
            {"method":["POST","DELETE"],"first":1,"reset":"after-effect"},
            {"method":["POST","DELETE"],"after":1,"reset":"before-effect"}]}"#
            .to_owned(),
    ));
    faults.push((
        "reset after the effect, and nothing can be read".to_owned(),
        r#"{"requests":[
            {"method":["POST","DELETE"],"reset":"after-effect"},
            {"method":"GET","after":6,"reset":"before-effect"}]}"#
            .to_owned(),
    ));
    faults.push((
        "reset before the effect, everything".to_owned(),
        plan(r#""reset":"before-effect""#.to_owned()),
    ));
    faults
}

/// The named scenarios, with several seeds where chance plays a part.
fn scenarios() -> Vec<Fault> {
    let mut faults = Vec::new();
    for scenario in Scenario::ALL {
        let seeds = match scenario {
            Scenario::RateLimited | Scenario::EventStorm => 1,
            Scenario::FlakyNetwork | Scenario::Amnesia => 3,
        };
        let name = scenario.as_str();
        for seed in 1..=seeds {
            faults.push((
                format!("{name}, seed {seed}"),
                format!(r#"{{"scenario":"{name}","seed":{seed}}}"#),
            ));
        }
    }
    faults
}

/// What runs under one fault came to.
#[derive(Default)]
struct Tally {
    commands: usize,
    struck: u64,
    counts: BTreeMap<&'static str, usize>,
    mismatches: Vec<String>,
}

impl Tally {
    fn add(&mut self, word: &'static str) {
        *self.counts.entry(word).or_default() += 1;
    }
}

/// Runs a command on its scene under a fault and compares what it says with what is so.
fn examine(scene: &Scene, plan: &str, tally: &mut Tally) -> Ran {
    let lab = &scene.lab;
    lab.control("faults", plan);
    let ran = lab.trctl(&scene.line);
    tally.struck += strikes(lab);
    lab.control("faults", "{}");
    tally.commands += 1;
    let outcomes: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap_or_default();
    let mut complaints = Vec::new();
    let mut all_done = true;
    for item in &scene.items {
        let is_so = item.is_as_wanted(lab);
        let told = outcomes.iter().find(|outcome| item.is_named(outcome));
        let told = match told {
            Some(outcome) => outcome["outcome"].as_str().unwrap().to_owned(),
            // A single thing has its error told instead of an outcome.
            None => "error".to_owned(),
        };
        let is_open = outcomes
            .iter()
            .filter(|outcome| item.is_named(outcome))
            .any(|outcome| outcome["detail"].as_str().unwrap().starts_with("whether "))
            || (told == "error" && ran.stderr.contains("is not known"));
        all_done &= told == "done";
        let (word, agrees) = match told.as_str() {
            "done" => ("done", is_so),
            "failed" | "error" if is_open => ("open", true),
            "failed" | "error" => ("failed", !is_so),
            "not-run" => ("not begun", !is_so),
            // Nobody else changes anything here, so each has something to be done.
            _ => ("unchanged", false),
        };
        tally.add(word);
        if !agrees {
            complaints.push(format!("{} is told {told}, in truth {is_so}", item.sid()));
        }
    }
    if all_done != (ran.code == 0) {
        complaints.push(format!("exit code {}", ran.code));
    }
    if !complaints.is_empty() {
        let mismatch = format!("{}: {}\n{ran}", scene.line, complaints.join("; "));
        tally.mismatches.push(mismatch);
    }
    ran
}

fn strikes(lab: &Lab) -> u64 {
    let shown = lab.control_get("/faults");
    ["requests", "callbacks"]
        .iter()
        .flat_map(|list| shown[list].as_array().unwrap())
        .map(|rule| rule["fired"].as_u64().unwrap())
        .sum()
}

/// Runs every command under every fault, prints a table and fails if anything was told wrong.
fn run_all(faults: &[Fault]) -> BTreeMap<String, Tally> {
    let runs: Vec<(&Fault, &Command)> = faults
        .iter()
        .flat_map(|fault| COMMANDS.iter().map(move |command| (fault, command)))
        .collect();
    let next = AtomicUsize::new(0);
    let tallies: Mutex<BTreeMap<String, Tally>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(((fault, plan), (name, scene))) =
                    runs.get(next.fetch_add(1, Ordering::Relaxed))
                {
                    let scene = scene();
                    let mut tally = Tally::default();
                    examine(&scene, plan, &mut tally);
                    let mut tallies = tallies.lock().unwrap();
                    let all = tallies.entry(fault.clone()).or_default();
                    all.commands += tally.commands;
                    all.struck += tally.struck;
                    for (word, count) in tally.counts {
                        *all.counts.entry(word).or_default() += count;
                    }
                    let named = |mismatch| format!("{fault}, {name}: {mismatch}");
                    all.mismatches
                        .extend(tally.mismatches.into_iter().map(named));
                }
            });
        }
    });
    let tallies = tallies.into_inner().unwrap();
    print_table(faults, &tallies);
    let mismatches: Vec<&str> = tallies
        .values()
        .flat_map(|tally| &tally.mismatches)
        .map(String::as_str)
        .collect();
    assert!(mismatches.is_empty(), "{}", mismatches.join("\n\n"));
    tallies
}

const WORDS: [&str; 5] = ["done", "failed", "open", "not begun", "unchanged"];

#[expect(
    clippy::print_stdout,
    reason = "the table is what the test has to show"
)]
fn print_table(faults: &[Fault], tallies: &BTreeMap<String, Tally>) {
    println!(
        "{:50} {:>8} {:>7} {:>6} {:>6} {:>6} {:>9} {:>9} {:>10}",
        "fault",
        "commands",
        "strikes",
        "done",
        "failed",
        "open",
        "not begun",
        "unchanged",
        "mismatches"
    );
    let mut commands = 0;
    let mut mismatches = 0;
    for (fault, _) in faults {
        let tally = &tallies[fault];
        let [done, failed, open, not_begun, unchanged] =
            WORDS.map(|word| tally.counts.get(word).copied().unwrap_or(0));
        println!(
            "{fault:50} {:>8} {:>7} {done:>6} {failed:>6} {open:>6} {not_begun:>9} {unchanged:>9} {:>10}",
            tally.commands,
            tally.struck,
            tally.mismatches.len()
        );
        commands += tally.commands;
        mismatches += tally.mismatches.len();
    }
    println!(
        "{} faults x {} commands: {commands} runs, {mismatches} mismatches",
        faults.len(),
        COMMANDS.len()
    );
}

fn count(tallies: &BTreeMap<String, Tally>, fault: &str, word: &str) -> usize {
    tallies[fault].counts.get(word).copied().unwrap_or(0)
}

#[test]
fn every_summary_is_true_under_every_fault() {
    let tallies = run_all(&single_faults());
    // A fault that never struck would have tested nothing.
    for (fault, tally) in &tallies {
        assert!(tally.struck > 0, "{fault}");
    }
    // What was done and lost is told as done, what was never done as failed.
    for fault in [
        "reset after the effect",
        "truncated body",
        "502 after the effect",
    ] {
        let fault = format!("{fault}, every change");
        assert_eq!(count(&tallies, &fault, "failed"), 0, "{fault}");
        assert!(count(&tallies, &fault, "done") > 0, "{fault}");
    }
    // After as many reads as a bulk run of four needs, nothing can be looked at any more.
    let fault = "reset after the effect, and nothing can be read";
    assert!(count(&tallies, fault, "open") > 0);
    for fault in ["reset before the effect", "503"] {
        let fault = format!("{fault}, every change");
        assert_eq!(count(&tallies, &fault, "done"), 0, "{fault}");
    }
}

#[test]
fn every_summary_is_true_under_every_scenario() {
    let tallies = run_all(&scenarios());
    let items: usize = tallies["rate-limited, seed 1"].counts.values().sum();
    for (fault, tally) in &tallies {
        assert!(tally.struck > 0, "{fault}");
    }
    for scenario in ["rate-limited", "event-storm"] {
        let fault = format!("{scenario}, seed 1");
        assert_eq!(count(&tallies, &fault, "done"), items, "{fault}");
    }
    // Whoever looks again finds everything done that was done.
    for seed in 1..=3 {
        let fault = format!("amnesia, seed {seed}");
        assert_eq!(count(&tallies, &fault, "done"), items, "{fault}");
    }
}

/// Everything under all faults but latency.
fn losses() -> impl Iterator<Item = Fault> {
    single_faults()
        .into_iter()
        .chain(scenarios())
        .filter(|(name, _)| !name.contains("latency") && !name.contains("slow"))
}

#[test]
fn a_task_is_created_once_or_it_is_said_to_be_open() {
    let mut open = 0;
    for (fault, plan) in losses() {
        let lab = Scene::centre();
        lab.control("faults", &plan);
        let ran = lab.trctl("tasks create --workflow All -o sid");
        lab.control("faults", "{}");
        let made = lab.trctl("tasks list -o sid").stdout;
        let is_open = ran
            .stderr
            .contains("whether the task was created is not known");
        match made.lines().count() {
            0 => assert_ne!(ran.code, 0, "{fault}: {ran}"),
            1 if is_open => assert_eq!(ran.code, 5, "{fault}: {ran}"),
            1 => assert_eq!((ran.code, &ran.stdout), (0, &made), "{fault}: {ran}"),
            more => panic!("{fault}: {more} tasks were made\n{ran}"),
        }
        open += usize::from(is_open);
    }
    assert!(open > 5, "{open}");
}

#[test]
fn a_creation_without_an_answer_tells_how_to_look() {
    let lab = Scene::centre();
    let plan = r#"{"requests":[{"method":"POST","reset":"after-effect"}]}"#;
    lab.control("faults", plan);
    let ran = lab.trctl("tasks create --workflow All");
    let reason = ran
        .stderr
        .lines()
        .find(|line| line.starts_with("caused by: "))
        .unwrap();
    insta::assert_snapshot!(ran.to_string().replace(reason, "caused by: REASON"), @"
    exit code 5
    --- stderr
    error: whether the task was created is not known
    caused by: REASON
    hint: if it was, `trctl tasks list` shows it (`--since 5m` narrows it down); create it again only if it is not there
    ");
    assert_eq!(
        lab.trctl("tasks list --since 5m -o sid")
            .stdout
            .lines()
            .count(),
        1
    );
}

#[test]
fn an_update_says_what_became_of_it() {
    let faults: Vec<Fault> = losses().collect();
    let update = |fault: &Fault, flags: &str| {
        let (fault, plan) = fault;
        let lab = Scene::centre();
        let task = lab.task("All", r#"{"from":"a"}"#);
        lab.control("faults", plan);
        let ran = lab.trctl(&format!("tasks update {task} {flags} -o json"));
        lab.control("faults", "{}");
        let is_so = lab.get_task(task).attributes.contains("vip");
        let is_open = ran.stderr.contains("may have been made");
        assert!(
            (ran.code == 0) == is_so || is_open,
            "{fault}, {flags}: {is_so}\n{ran}"
        );
        if fault == "reset after the effect, every change" {
            assert_eq!(ran.code, 0, "{ran}");
        }
    };
    std::thread::scope(|scope| {
        for share in faults.chunks(faults.len().div_ceil(AT_ONCE)) {
            scope.spawn(move || {
                for fault in share {
                    update(fault, "--set vip=true");
                    update(fault, "--priority 7 --attributes '{\"vip\":true}'");
                }
            });
        }
    });
}

#[test]
fn a_running_emulator_is_given_trouble_and_relieved_of_it() {
    let lab = Scene::centre();
    assert!(
        lab.trctl("emulator faults show")
            .stderr
            .contains("no trouble")
    );
    insta::assert_snapshot!(lab.trctl("emulator faults set rate-limited"), @r#"
    exit code 0
    --- stdout
    OF        RULE                                                 MATCHED  FIRED
    requests  {"method":["POST","DELETE"],"every":3,"status":429}        0      0
    requests  {"every":40,"status":429,"retry_after":1}                  0      0
    "#);
    assert_eq!(lab.trctl("tasks create --workflow All -o sid").code, 0);
    let ran = lab.trctl("emulator faults show --columns matched,fired --no-headers");
    assert!(ran.stdout.starts_with("1  0\n"), "{ran}");

    lab.home
        .write("work/all.yaml", "requests: [{ status: 500 }]");
    let ran = lab.trctl("emulator faults set all.yaml --dry-run");
    assert!(
        ran.stderr.starts_with("Would replace the fault plan of "),
        "{ran}"
    );
    assert_eq!(lab.trctl("tasks list").code, 0);
    assert_eq!(lab.trctl("emulator faults set all.yaml").code, 0);
    assert_eq!(lab.trctl("tasks list").code, 5);
    assert_eq!(lab.trctl("emulator faults clear -o json").stdout, "[]\n");
    assert_eq!(lab.trctl("tasks list").code, 0);
    assert_eq!(lab.trctl("emulator faults set amnesty").code, 2);
}
