//! `trctl events`: the log of the workspace, listed and followed.
#![cfg(all(unix, feature = "server"))]

mod common;

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStderr, ChildStdout, Stdio};

use common::lab::Lab;
use insta::assert_snapshot;
use serde_json::Value;

/// dave took a task of Support and finished it, a minute after everything was set up.
fn one_call() -> Lab {
    let mut lab = Lab::writers();
    lab.pass(60);
    lab.set_activity("dave", "Available");
    let task = lab.task("Support", r#"{"from":"+15550200"}"#);
    lab.pass(5);
    lab.answer(task, "accepted");
    lab.pass(30);
    lab.answer(task, "completed");
    lab
}

/// What a list prints in one column.
fn column(lab: &Lab, name: &str, line: &str) -> Vec<String> {
    let ran = lab.trctl(&format!("{line} --columns {name} -o tsv --no-headers"));
    assert_eq!(ran.code, 0, "{ran}");
    ran.stdout.lines().map(str::to_owned).collect()
}

fn types(lab: &Lab, flags: &str) -> Vec<String> {
    column(lab, "type", &format!("events list {flags}"))
}

#[test]
fn a_list_tells_what_happened_newest_first() {
    let lab = one_call();
    let columns = "--columns time,type,worker,queue,status,reason,actor";
    assert_snapshot!(
        lab.trctl(&format!("events list --since 40s {columns}")),
        @r"
    exit code 0
    --- stdout
    TIME                      TYPE                     WORKER  QUEUE    STATUS     REASON  ACTOR
    2026-11-21T08:01:35.000Z  reservation.completed    dave    Support  completed          account
    2026-11-21T08:01:35.000Z  task.completed                   Support  completed          account
    2026-11-21T08:01:05.000Z  reservation.accepted     dave    Support  assigned           account
    2026-11-21T08:01:00.000Z  reservation.created      dave    Support  reserved           workspace
    2026-11-21T08:01:00.000Z  workflow.target-matched                   pending            workspace
    2026-11-21T08:01:00.000Z  task.created                              pending            account
    2026-11-21T08:01:00.000Z  task-queue.entered               Support  pending            workspace
    2026-11-21T08:01:00.000Z  workflow.entered                          pending            workspace
    2026-11-21T08:01:00.000Z  worker.activity.update   dave                                account
    "
    );
    assert_snapshot!(
        lab.trctl("events list --minutes 2 --type worker.activity.update"),
        @r"
    exit code 0
    --- stdout
    TIME                      TYPE                    WORKER  QUEUE  DESCRIPTION
    2026-11-21T08:01:00.000Z  worker.activity.update  dave           Worker dave updated to Available Activity
    "
    );
    assert_snapshot!(lab.trctl("events list --worker susan --type 'reservation.*'"), @r"
    exit code 0
    --- stderr
    no events in the last 15 minutes; `--since 8h` looks further back
    ");
}

#[test]
fn an_event_is_shown_with_everything_it_tells() {
    let lab = one_call();
    let sid = lab.trctl("events list --type reservation.accepted -o sid");
    let line = format!("events get {}", sid.stdout.trim());
    let shown = lab.trctl(&line);
    assert_eq!(shown.code, 0, "{shown}");
    assert!(shown.stdout.contains("reservation.accepted"), "{shown}");
    let json = lab.trctl(&format!("{line} -o json"));
    let event: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(event["event_data"]["worker_name"], "dave");
    assert_eq!(event["event_date_ms"], 1_795_248_065_000_i64);
    let listed = lab.trctl("events list --type reservation.accepted -o json");
    let list: Value = serde_json::from_str(&listed.stdout).unwrap();
    assert_eq!(list, Value::Array(vec![event]));
    assert_snapshot!(lab.trctl("events get dave"), @r"
    exit code 2
    --- stderr
    error: `dave` is not the SID of an event (`EV` and 32 hexadecimal digits)
    hint: look the right one up with `trctl events list`
    ");
    let unknown = lab.trctl("events get EV00000000000000000000000000000001");
    assert_eq!(unknown.code, 4, "{unknown}");
}

#[test]
fn filters_take_names() {
    let lab = one_call();
    let task = lab
        .trctl("events list --type task.created -o json --jq .[0].resource_sid")
        .stdout;
    let task = task.trim();
    let reservation = lab
        .trctl("events list --type reservation.created -o json --jq .[0].resource_sid")
        .stdout;
    let reservation = reservation.trim();
    let offer = [
        "reservation.completed",
        "reservation.accepted",
        "reservation.created",
    ];
    for flags in [
        "--worker dave --type 'reservation.*'".to_owned(),
        "--queue Support --type 'reservation.*'".to_owned(),
        "--workflow support --type 'reservation.*'".to_owned(),
        "--channel voice --type 'reservation.*'".to_owned(),
        "--type reservation.created --type reservation.accepted,reservation.completed".to_owned(),
        format!("--reservation {reservation}"),
        format!("--task {task} --where 'resource_type == \"reservation\"'"),
        "--where 'event_data.task_attributes.from == \"+15550200\" AND resource_type == \"reservation\"'"
            .to_owned(),
        "--where 'worker == \"dave\" AND type IN [\"reservation.created\", \
         \"reservation.accepted\", \"reservation.completed\"]'"
            .to_owned(),
    ] {
        assert_eq!(types(&lab, &flags), offer, "{flags}");
    }
    assert!(types(&lab, "--worker edith --type 'reservation.*'").is_empty());
    assert!(types(&lab, "--channel sms --type 'task.*'").is_empty());
    let limited = types(&lab, "--type 'reservation.*' --limit 2");
    assert_eq!(limited, offer[..2]);
}

#[test]
fn one_type_is_twilios_to_judge_and_several_are_ours() {
    let lab = one_call();
    let asked = |flags: &str| {
        let ran = lab.trctl(&format!("events list {flags} -o sid -v"));
        let line = ran.stderr.lines().find(|line| line.contains("/Events?"));
        line.unwrap_or_else(|| panic!("{ran}")).to_owned()
    };
    assert!(asked("--type task.created").contains("EventType=task.created"));
    assert!(!asked("--type task.created,task.updated").contains("EventType"));
    assert!(asked("--minutes 7").contains("Minutes=7"));
    let period = asked("--since 2026-11-21T08:01:00.5Z --until 2026-11-21T08:01:05.5Z");
    assert!(
        period.contains("StartDate=2026-11-21T08%3A01%3A00Z"),
        "{period}"
    );
    assert!(
        period.contains("EndDate=2026-11-21T08%3A01%3A06Z"),
        "{period}"
    );
    let open = asked("--until 2026-11-21T08:01:05Z");
    assert!(
        open.contains("StartDate=2026-10-22T08%3A01%3A35Z"),
        "{open}"
    );
}

#[test]
fn a_period_is_exact() {
    let lab = one_call();
    let reservations = "--type 'reservation.*'";
    let list = |period: &str| types(&lab, &format!("{period} {reservations}"));
    assert_eq!(
        list("--since 2026-11-21T08:01:05Z"),
        ["reservation.completed", "reservation.accepted"]
    );
    assert_eq!(
        list("--since 2026-11-21T08:01:05.001Z"),
        ["reservation.completed"]
    );
    assert_eq!(
        list("--until 2026-11-21T08:01:05Z"),
        ["reservation.accepted", "reservation.created"]
    );
    assert_eq!(list("--since 34s --until 10s"), ["reservation.accepted"]);
}

#[test]
fn mistakes_are_told() {
    let lab = one_call();
    assert_snapshot!(lab.trctl("events list --worker nobody"), @r"
    exit code 4
    --- stderr
    error: there is no worker named `nobody`
    hint: see what there is with `trctl workers list`; is it the right workspace?
    ");
    assert_snapshot!(lab.trctl("events list --task dave"), @r"
    exit code 2
    --- stderr
    error: `dave` is not the SID of a task (`WT` and 32 hexadecimal digits)
    hint: look the right one up with `trctl tasks list`
    ");
    for (line, code) in [
        ("events list --type task.finished", 2),
        ("events list --minutes 0", 2),
        ("events list --minutes 5 --since 1h", 2),
        (
            "events list --reservation WT00000000000000000000000000000001",
            2,
        ),
        ("events tail --interval 10ms", 2),
        ("events tail --watch", 2),
        ("events tail -o legacy", 2),
    ] {
        let ran = lab.trctl(line);
        assert_eq!(ran.code, code, "{line}: {ran}");
        assert!(ran.stdout.is_empty(), "{line}: {ran}");
    }
}

#[test]
fn pages_are_put_together() {
    let lab = Lab::writers();
    for _ in 0..40 {
        lab.task("Support", "{}");
    }
    let whole = column(&lab, "sid", "events list");
    assert!(whole.len() > 160);
    let paged = column(&lab, "sid", "events list --page-size 7");
    assert_eq!(paged, whole);
    let oldest_first = column(&lab, "sid", "events list --sort time --limit 1000");
    assert_eq!(oldest_first.len(), whole.len());
}

#[test]
fn events_are_gone_after_thirty_days() {
    let mut lab = one_call();
    let event = lab.trctl("events list --type task.created -o sid").stdout;
    let day = 24 * 60 * 60;
    lab.pass(29 * day);
    assert_eq!(types(&lab, "--since 30d --type task.created").len(), 1);
    lab.pass(2 * day);
    let ran = lab.trctl("events list --since 31d");
    assert_eq!((ran.code, ran.stderr.trim()), (0, "no events"));
    let ran = lab.trctl(&format!("events get {}", event.trim()));
    assert_eq!(ran.code, 4, "{ran}");
}

/// A trctl that goes on, with its lines.
struct Tail {
    child: Child,
    stdout: BufReader<ChildStdout>,
    stderr: BufReader<ChildStderr>,
}

impl Tail {
    /// Follows the log; comes back when the past has been read.
    fn start(lab: &Lab, flags: &[&str]) -> Self {
        let mut arguments = vec!["events", "tail", "--interval", "100ms"];
        arguments.extend(flags);
        let mut child = lab
            .home
            .command(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let mut tail = Self {
            child,
            stdout,
            stderr,
        };
        tail.hears("following");
        tail
    }

    /// Waits for a line on stderr.
    fn hears(&mut self, text: &str) {
        let mut said = String::new();
        while !said.contains(text) {
            let count = self.stderr.read_line(&mut said).unwrap();
            assert!(count > 0, "no `{text}`: {said}");
        }
    }

    /// The next line on stdout.
    fn line(&mut self) -> String {
        let mut line = String::new();
        let count = self.stdout.read_line(&mut line).unwrap();
        assert!(count > 0, "stdout has ended");
        line.trim_end().to_owned()
    }

    fn lines(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.line()).collect()
    }

    fn interrupt(&self) {
        let process = self.child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-INT", &process])
            .status();
        assert!(sent.unwrap().success());
    }

    /// What is left on stdout and stderr, and the exit code.
    fn end(mut self) -> (String, String, Option<i32>) {
        let (mut stdout, mut stderr) = (String::new(), String::new());
        self.stdout.read_to_string(&mut stdout).unwrap();
        self.stderr.read_to_string(&mut stderr).unwrap();
        (stdout, stderr, self.child.wait().unwrap().code())
    }
}

impl Drop for Tail {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const TASK: [&str; 4] = [
    "workflow.entered",
    "task-queue.entered",
    "task.created",
    "workflow.target-matched",
];

#[test]
fn a_tail_shows_what_happens_once_and_oldest_first() {
    let mut lab = one_call();
    let mut tail = Tail::start(
        &lab,
        &["--columns", "type,sid", "-o", "tsv", "--no-headers"],
    );
    let mut seen = Vec::new();
    for round in 0..3 {
        lab.task("Sales", "{}");
        for line in tail.lines(TASK.len()) {
            seen.push(line);
        }
        // Across the overlap of the readings and far beyond it.
        lab.pass([0, 1, 100][round]);
    }
    lab.task("Sales", "{}");
    seen.extend(tail.lines(TASK.len()));
    tail.interrupt();
    let (rest, said, code) = tail.end();
    assert_eq!((rest.as_str(), code), ("", Some(130)));
    assert_eq!(said, "stopped\n");
    let kinds: Vec<&str> = seen
        .iter()
        .map(|line| line.split('\t').next().unwrap())
        .collect();
    assert_eq!(kinds, TASK.repeat(4));
    let mut unique = seen.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), seen.len());
}

#[test]
fn a_tail_begins_in_the_past_when_asked_to() {
    let lab = one_call();
    let flags = [
        "--since",
        "40s",
        "--type",
        "reservation.*",
        "-o",
        "ndjson",
        "--limit",
        "4",
    ];
    let mut tail = Tail::start(&lab, &flags);
    let kind = |line: String| {
        let event: Value = serde_json::from_str(&line).unwrap();
        event["event_type"].as_str().unwrap().to_owned()
    };
    let past: Vec<String> = tail.lines(3).into_iter().map(kind).collect();
    assert_eq!(
        past,
        [
            "reservation.created",
            "reservation.accepted",
            "reservation.completed"
        ]
    );
    lab.task("Support", "{}");
    assert_eq!(kind(tail.line()), "reservation.created");
    // The fourth was the last that was asked for.
    let (rest, _, code) = tail.end();
    assert_eq!((rest.as_str(), code), ("", Some(0)));
}

#[test]
fn a_tail_ends_its_array_whatever_ends_it() {
    let lab = one_call();
    let flags = ["--type", "task.created", "-o", "json", "--limit", "1"];
    let tail = Tail::start(&lab, &flags);
    lab.task("Support", "{}");
    let (shown, _, code) = tail.end();
    let list: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(list[0]["event_type"], "task.created");
    assert_eq!(code, Some(0));

    let mut tail = Tail::start(&lab, &["--type", "task.created", "-o", "json"]);
    let task = lab.task("Support", "{}").to_string();
    let first = tail.line();
    tail.interrupt();
    let (rest, _, code) = tail.end();
    let list: Value = serde_json::from_str(&format!("{first}{rest}")).unwrap();
    assert_eq!(list[0]["resource_sid"], task.as_str());
    assert_eq!((list.as_array().unwrap().len(), code), (1, Some(130)));
}

#[test]
fn a_tail_gets_over_failures_and_misses_nothing() {
    let lab = one_call();
    let mut tail = Tail::start(&lab, &["--columns", "type", "-o", "tsv", "--no-headers"]);
    lab.task("Support", "{}");
    assert_eq!(
        tail.lines(4),
        [&TASK[..3], &["workflow.target-matched"]].concat()
    );
    // dave takes what comes.
    assert_eq!(tail.line(), "reservation.created");
    lab.control("faults", r#"{"requests":[{"status":503}]}"#);
    tail.hears("cannot read the events, trying again");
    lab.control("clock", r#"{"advance":10}"#);
    lab.control("faults", "{}");
    assert_eq!(
        tail.lines(2),
        ["reservation.timeout", "worker.activity.update"]
    );
    tail.interrupt();
    assert_eq!(tail.end().2, Some(130));
}

#[test]
fn a_tail_that_cannot_begin_or_go_on_fails() {
    let lab = one_call();
    lab.control("faults", r#"{"requests":[{"status":503}]}"#);
    let workspace = lab.workspace;
    let ran = lab.trctl(&format!("events tail --workspace {workspace}"));
    assert_eq!(ran.code, 5, "{ran}");
    lab.control("faults", "{}");
    let tail = Tail::start(&lab, &[]);
    lab.control("reset", "{}");
    let (_, said, code) = tail.end();
    assert_eq!(code, Some(4), "{said}");
}

#[test]
fn a_tail_nobody_reads_ends_well() {
    let lab = one_call();
    let mut tail = Tail::start(&lab, &["-o", "sid"]);
    drop(std::mem::replace(
        &mut tail.stdout,
        // Something else to read from: the pipe itself is closed.
        empty(),
    ));
    lab.task("Support", "{}");
    let (_, said, code) = tail.end();
    assert_eq!((said.as_str(), code), ("", Some(0)));
}

/// The output of a process that prints nothing.
fn empty() -> BufReader<ChildStdout> {
    let mut child = std::process::Command::new("true")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let stdout = child.stdout.take().unwrap();
    child.wait().unwrap();
    BufReader::new(stdout)
}
