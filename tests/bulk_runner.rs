//! What every bulk verb has: going on after a crash, undoing, bounds, a canary.
#![cfg(feature = "server")]

mod common;

#[cfg(unix)]
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::PathBuf;

use common::Ran;
use common::lab::Lab;
use futures::StreamExt as _;
use serde_json::Value as Json;
use trctl::emulator::FaultPlan;
use trctl::emulator::faults::Scenario;
use trctl::model::sid::TaskSid;
use trctl::model::{Task, TaskStatus, Workspace};
use trctl::twilio::{Form, ListQuery};

/// Items of the long run.
#[cfg(unix)]
const TASKS: usize = 1000;

fn journals(lab: &Lab) -> Vec<PathBuf> {
    let directory = lab.home.home().join(".local/state/trctl/journals");
    let Ok(entries) = std::fs::read_dir(directory) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The newest journal's lines.
fn journal(lab: &Lab) -> Vec<Json> {
    let path = journals(lab).pop().unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Puts other lines into the newest journal.
fn rewrite(lab: &Lab, lines: &[Json]) {
    let path = journals(lab).pop().unwrap();
    let mut lines: Vec<String> = lines.iter().map(Json::to_string).collect();
    lines.push(String::new());
    std::fs::write(path, lines.join("\n")).unwrap();
}

fn tasks(lab: &Lab) -> Vec<Task> {
    lab.wait(async {
        let list = lab.client.list::<Task>(lab.workspace, &ListQuery::all());
        list.map(|task| task.unwrap().value).collect().await
    })
}

fn version(lab: &Lab, task: TaskSid) -> String {
    let task = lab.wait(lab.client.get::<Task>(lab.workspace, task));
    task.unwrap().etag.unwrap()
}

/// A queue that nobody serves, and so many tasks in it.
fn waiting(faults: FaultPlan, count: usize) -> Lab {
    let lab = Lab::with(faults);
    lab.queue("Support", "1 == 1");
    lab.workflow("Support", "Support");
    for _ in 0..count {
        lab.task("Support", "{}");
    }
    lab
}

fn outcomes(ran: &Ran) -> Vec<Json> {
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}\n{ran}"))
}

/// Ends a run of a thousand with `kill -9` and goes on with it.
#[cfg(unix)]
fn killed_in_the_middle(scenario: Scenario) {
    let lab = waiting(FaultPlan::default(), TASKS + 1);
    let sample = tasks(&lab)[0].sid;
    assert_eq!(lab.trctl(&format!("tasks cancel {sample} --yes")).code, 0);
    let touched_once = version(&lab, sample);
    lab.control(
        "faults",
        &format!(r#"{{"scenario":"{}","seed":7}}"#, scenario.as_str()),
    );

    let line = ["tasks", "cancel", "--status", "pending", "--yes", "-v"];
    let mut child = lab
        .home
        .command(&line)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut requests = BufReader::new(child.stderr.take().unwrap()).lines();
    let concluded = || {
        let newest = journals(&lab).pop()?;
        let text = std::fs::read_to_string(newest).ok()?;
        (text.starts_with(r#"{"journal""#) && text.contains("tasks"))
            .then(|| text.matches(r#"{"outcome":{"#).count())
    };
    while journals(&lab).len() < 2 || concluded().unwrap_or(0) < TASKS / 3 {
        requests.next().expect("it ended too soon").unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let newest = std::fs::read_to_string(journals(&lab).pop().unwrap()).unwrap();
    let done_before = newest.matches(r#""outcome":"done""#).count();
    assert!(done_before < TASKS, "{done_before}");

    let mut ran = lab.trctl("tasks cancel --resume last --yes -o json");
    assert_eq!(outcomes(&ran).len(), TASKS - done_before);
    // Some may meet four faults in a row; then it is gone on with once more.
    for _ in 0..9 {
        if ran.code == 6 {
            ran = lab.trctl("tasks cancel --resume last --yes -o json");
        }
    }
    assert_eq!(ran.code, 0, "{}: {}", scenario.as_str(), ran.stderr);
    assert_eq!(journals(&lab).len(), 2, "it goes on in the same journal");

    lab.control("faults", "{}");
    let all = tasks(&lab);
    assert_eq!(all.len(), TASKS + 1);
    for task in &all {
        assert_eq!(task.assignment_status, TaskStatus::Canceled);
        assert_eq!(version(&lab, task.sid), touched_once, "{}", task.sid);
    }
    let events = lab.trctl("events list --type task.canceled -o json --columns task --limit 5000");
    let canceled: std::collections::BTreeSet<String> = outcomes(&events)
        .iter()
        .map(|event| event["task"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        (outcomes(&events).len(), canceled.len()),
        (TASKS + 1, TASKS + 1)
    );

    // Nothing is left, and that is no error.
    let ran = lab.trctl("tasks cancel --resume last --yes -o json");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "[]\n"), "{ran}");
}

#[cfg(unix)]
#[test]
fn a_run_that_was_killed_goes_on_and_touches_nothing_twice_on_a_flaky_network() {
    killed_in_the_middle(Scenario::FlakyNetwork);
}

#[cfg(unix)]
#[test]
fn a_run_that_was_killed_goes_on_and_touches_nothing_twice_when_answers_are_lost() {
    killed_in_the_middle(Scenario::Amnesia);
}

#[test]
fn what_was_under_way_is_looked_at_before_it_is_done() {
    let lab = waiting(FaultPlan::default(), 4);
    let ran = lab.trctl("tasks cancel --all --reason closed --yes");
    assert_eq!(ran.code, 0, "{ran}");
    let all = tasks(&lab);
    let once = version(&lab, all[0].sid);
    // As if it had been killed: the first is done, the second was begun, the others were not.
    let sid = |index: usize| all[index].sid.to_string();
    let mut lines = journal(&lab);
    lines.retain(|line| {
        let about = |kind: &str, index| line[kind]["sid"] == sid(index);
        !(line.get("end").is_some()
            || (1..4).any(|index| about("outcome", index))
            || (2..4).any(|index| about("begin", index)))
    });
    rewrite(&lab, &lines);
    let ran = lab.trctl("tasks cancel --resume last --yes --columns outcome,detail");
    insta::assert_snapshot!(ran.steady(), @"
    exit code 0
    --- stdout
    OUTCOME    DETAIL
    done       canceled (found so, the run had broken off)
    unchanged  is canceled, not pending or reserved
    unchanged  is canceled, not pending or reserved
    --- stderr
    1 done, 2 unchanged in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    for task in &all {
        assert_eq!(version(&lab, task.sid), once);
    }
    assert_eq!(journal(&lab).last().unwrap()["end"]["done"], 1);
}

#[test]
fn a_line_that_was_cut_within_a_letter_is_left_out() {
    let lab = waiting(FaultPlan::default(), 2);
    assert_eq!(
        lab.trctl("tasks cancel --all --reason zurückgezogen --yes")
            .code,
        0
    );
    let path = journals(&lab).pop().unwrap();
    let text = std::fs::read(&path).unwrap();
    let letter = text.windows(2).rposition(|two| two == "ü".as_bytes());
    std::fs::write(&path, &text[..=letter.unwrap()]).unwrap();
    let undone = lab.trctl("undo last --dry-run");
    assert_eq!(undone.code, 0, "{undone}");
    assert_eq!(
        std::fs::read(&path).unwrap().len(),
        letter.unwrap() + 1,
        "who only reads changes nothing"
    );
    let resumed = lab.trctl("tasks cancel --resume last --yes");
    assert_eq!(resumed.code, 0, "{resumed}");
    assert!(journal(&lab).last().unwrap().get("end").is_some());
}

#[test]
fn an_undo_is_gone_on_with_from_anywhere() {
    let lab = Lab::writers();
    assert_eq!(
        lab.trctl("workers set-activity dave edith Available --yes")
            .code,
        0
    );
    let path = journals(&lab).pop().unwrap();
    std::fs::rename(&path, lab.home.work().join("run.ndjson")).unwrap();
    assert_eq!(lab.trctl("undo run.ndjson --yes").code, 0);
    let command = &journal(&lab)[0]["journal"]["command"];
    let told = command.as_array().unwrap().last().unwrap();
    let told = PathBuf::from(told.as_str().unwrap());
    assert!(
        told.is_absolute() && told.ends_with("run.ndjson"),
        "{told:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_command_line_that_is_no_text_is_told_as_well_as_it_can_be() {
    use std::os::unix::ffi::OsStrExt as _;
    let lab = waiting(FaultPlan::default(), 1);
    let ran = lab
        .home
        .command(&["tasks", "cancel", "--all", "--yes", "--resume"])
        .arg(std::ffi::OsStr::from_bytes(b"gone\xff"))
        .output()
        .unwrap();
    assert!(ran.status.code().is_some_and(|code| code != 101), "{ran:?}");
}

/// Ctrl-C while nobody reads the outcomes, which are more than a pipe holds.
#[cfg(unix)]
#[test]
fn who_interrupts_the_summary_is_heard() {
    let lab = waiting(FaultPlan::default(), 0);
    for _ in 0..40 {
        let name = "x".repeat(4000);
        lab.task("Support", &format!(r#"{{"from":"{name}"}}"#));
    }
    let mut child = lab
        .home
        .command(&["tasks", "cancel", "--all", "--yes", "-o", "json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut outcomes = child.stdout.take().unwrap();
    outcomes.read_exact(&mut [0]).unwrap();
    let pid = child.id().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-INT", &pid])
        .status();
    assert!(sent.unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
}

#[test]
fn a_run_goes_on_only_as_what_it_was() {
    let lab = waiting(FaultPlan::default(), 3);
    insta::assert_snapshot!(lab.trctl("tasks cancel --resume last --yes").steady(), @"
    exit code 4
    --- stderr
    error: there is no journal `last`
    hint: journals are kept in `~/.local/state/trctl/journals`
    ");
    assert_eq!(lab.trctl("tasks cancel --all --yes").code, 0);
    let mut lines = journal(&lab);
    lines.retain(|line| line.get("outcome").is_none() && line.get("end").is_none());
    rewrite(&lab, &lines);
    insta::assert_snapshot!(lab.trctl("tasks complete --resume last --yes").steady(), @"
    exit code 2
    --- stderr
    error: the journal is of `trctl tasks cancel`, not of `trctl tasks complete`
    hint: go on with `trctl tasks cancel --resume last`
    ");
    let other = Form::new().with("FriendlyName", "other");
    lab.wait(lab.client.create::<Workspace>((), other)).unwrap();
    insta::assert_snapshot!(lab.trctl("tasks cancel --resume last --yes --workspace other").steady(), @"
    exit code 2
    --- stderr
    error: the journal is of workspace WSe9fd6049d65af21e679ef1be337e88d7, and this is WS3d048bc914d87f4747cbff9710eb6478
    hint: go on there with `--workspace WSe9fd6049d65af21e679ef1be337e88d7`
    ");
    lines[0]["journal"]["account"] = "AC00000000000000000000000000000099".into();
    rewrite(&lab, &lines);
    insta::assert_snapshot!(lab.trctl("tasks cancel --resume last --yes").steady(), @"
    exit code 2
    --- stderr
    error: the journal is of account AC00000000000000000000000000000099, and this is AC00000000000000000000000000000001
    hint: choose the profile of that account with `--profile`
    ");
    lines[0]["journal"]["version"] = 3.into();
    rewrite(&lab, &lines);
    let newer = lab.trctl("tasks cancel --resume last --yes");
    assert!(
        newer
            .stderr
            .contains("a journal of version 3, made by a newer trctl"),
        "{newer}"
    );
    lab.home.write("work/old.ndjson", "{\"started\":\"2026-11-21T08:00:00Z\",\"verb\":\"cancel\",\"command\":[],\"workspace\":\"writers\",\"count\":1}\n");
    let older = lab.trctl("undo old.ndjson --yes");
    assert_eq!(older.code, 2);
    assert!(
        older
            .stderr
            .contains("keeps too little to go on with or to undo"),
        "{older}"
    );
}

#[test]
fn workers_go_back_to_their_activity_unless_somebody_moved_them() {
    let lab = Lab::writers();
    assert_eq!(
        lab.trctl("workers set-activity dave edith susan Available --yes")
            .code,
        0
    );
    lab.set_activity("edith", "Unavailable");
    lab.set_activity("susan", "Offline");
    insta::assert_snapshot!(lab.trctl("undo last -q --dry-run --columns name,kind,undo").steady(), @"
    exit code 0
    --- stdout
    NAME   KIND    UNDO
    susan  worker  activity Available → Offline
    edith  worker  activity Available → Offline
    dave   worker  activity Available → Offline
    ");
    insta::assert_snapshot!(lab.trctl("undo last -q --yes --columns name,outcome,detail").steady(), @"
    exit code 0
    --- stdout
    NAME   OUTCOME    DETAIL
    susan  unchanged  is as it was before
    edith  unchanged  was changed since: activity is Unavailable, the run left Available; `--force` undoes it nevertheless
    dave   done       restored activity Offline
    ");
    assert_eq!(
        lab.trctl("workers list --columns name,activity --no-headers")
            .stdout,
        "dave   Offline\nedith  Unavailable\nsusan  Offline\n"
    );
    // `last` is no undo, which would do again what was just undone.
    let again = lab.trctl("undo last --yes");
    assert!(
        again.stderr.contains("journal of `set-activity`"),
        "{again}"
    );
    assert!(again.stderr.contains("0 done"), "{again}");
    // By its name the undoing can be undone, and the first run be taken back by force.
    let undoing = journals(&lab)[1].display().to_string();
    assert_eq!(lab.trctl(&format!("undo {undoing} --yes")).code, 0);
    let first = journals(&lab)[0].display().to_string();
    let forced = lab.trctl(&format!(
        "undo {first} -q --force --yes --columns name,outcome,detail"
    ));
    insta::assert_snapshot!(forced.steady(), @"
    exit code 0
    --- stdout
    NAME   OUTCOME    DETAIL
    susan  unchanged  is as it was before
    edith  done       restored activity Offline
    dave   done       restored activity Offline
    ");
    assert_eq!(lab.trctl("workers list --available -o sid").stdout, "");
}

#[test]
fn what_twilio_cannot_take_back_is_said() {
    let lab = Lab::three_calls();
    assert_eq!(lab.trctl("tasks wrap-complete --yes").code, 0);
    let unasked = lab.trctl("undo last -q --columns name,undo");
    assert_eq!(unasked.code, 0, "{unasked}");
    assert!(
        unasked
            .stdout
            .contains("`AssignmentStatus=completed` cannot be taken back"),
        "{unasked}"
    );
    insta::assert_snapshot!(lab.trctl("undo last -q --yes --columns name,outcome,detail").steady(), @"
    exit code 0
    --- stdout
    NAME       OUTCOME    DETAIL
    +15550200  unchanged  `AssignmentStatus=completed` cannot be taken back
    ");
    assert_eq!(lab.trctl("tasks delete --status completed --yes").code, 0);
    insta::assert_snapshot!(lab.trctl("undo last -q --yes --columns name,outcome,detail").steady(), @"
    exit code 0
    --- stdout
    NAME       OUTCOME    DETAIL
    +15550200  unchanged  was deleted, and Twilio gives nothing back
    ");
}

#[test]
fn a_selection_beyond_the_maximum_is_refused() {
    let lab = waiting(FaultPlan::default(), 3);
    insta::assert_snapshot!(lab.trctl("tasks cancel --all --max 2 --yes").steady(), @"
    exit code 2
    --- stderr
    error: 3 tasks selected, more than `--max 2` allows
    hint: nothing was done; narrow the selection, or raise `--max`
    ");
    assert!(
        tasks(&lab)
            .iter()
            .all(|task| task.assignment_status == TaskStatus::Pending)
    );
    assert_eq!(lab.trctl("tasks cancel --all --max 3 --yes").code, 0);
}

#[test]
fn a_canary_that_fails_ends_the_run() {
    let lab = waiting(FaultPlan::default(), 12);
    // Two tasks meet four faults each.
    let refuse = r#"{"requests":[{"method":"POST","status":503,"first":8}]}"#;
    lab.control("faults", refuse);
    let ran =
        lab.trctl("tasks cancel --all --canary 4 --yes --columns outcome,detail --concurrency 1");
    insta::assert_snapshot!(ran.steady(), @"
    exit code 6
    --- stdout
    OUTCOME  DETAIL
    failed   Twilio refused POST /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WTa632720f337cd924c13b475b664ef73f: 20503 Service is not available
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    not-run  not begun after 1 of the first 4 failed
    --- stderr
    0 done, 1 failed, 11 not run in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    hint: see https://www.twilio.com/docs/errors/20503
    error: 1 of 12 failed, 11 were not begun
    ");
    // What failed is tried again; with so many failures allowed nothing stops.
    lab.control("faults", refuse);
    let ran =
        lab.trctl("tasks cancel --all --canary 4 --max-failures 50% --yes -o json --concurrency 1");
    assert_eq!(ran.code, 6, "{ran}");
    let left = tasks(&lab);
    let left = left
        .iter()
        .filter(|task| task.assignment_status == TaskStatus::Pending);
    assert_eq!(left.count(), 2);
    lab.control("faults", "{}");
    let ran = lab.trctl("tasks cancel --resume last --yes -o json");
    assert_eq!((ran.code, outcomes(&ran).len()), (0, 2), "{ran}");
}

#[test]
fn a_canary_that_lives_bounds_nothing() {
    let lab = waiting(FaultPlan::default(), 8);
    // The two of the canary are spared.
    let refuse = r#"{"requests":[{"method":"POST","status":503,"after":2,"first":4}]}"#;
    lab.control("faults", refuse);
    let ran = lab.trctl("tasks cancel --all --canary 2 --yes -o json --concurrency 1");
    assert_eq!(ran.code, 6, "{ran}");
    let words: Vec<String> = outcomes(&ran)
        .iter()
        .map(|outcome| outcome["outcome"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(words.join(" "), "done done failed done done done done done");
}

#[test]
fn a_rate_holds_for_every_request() {
    let lab = waiting(FaultPlan::default(), 4);
    let start = std::time::Instant::now();
    // Workspace, list, and two for each task: ten requests.
    assert_eq!(lab.trctl("tasks cancel --all --rate 20 --yes").code, 0);
    let took = start.elapsed();
    assert!(took >= std::time::Duration::from_millis(400), "{took:?}");
}
