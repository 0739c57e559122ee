//! `tasks trace`, `tasks stuck` and `orphans`: what became of tasks and calls, and what is left over.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;
use trctl::model::Call;
use trctl::model::sid::TaskSid;
use trctl::twilio::{Change, Form};

fn call(lab: &Lab) -> String {
    let made = lab.control("calls", r#"{"from":"+15550900","to":"+15550999"}"#);
    made["sid"].as_str().unwrap().to_owned()
}

fn hang_up(lab: &Lab, call: &str) {
    let change = Change::new(Form::new().with("Status", "completed"));
    lab.wait(lab.client.update::<Call>((), call.parse().unwrap(), change))
        .unwrap();
}

fn conference(lab: &Lab, name: &str) -> String {
    let made = lab.control(
        "conferences",
        &format!(r#"{{"friendly_name":"{name}","participants":[{{"label":"customer"}}]}}"#),
    );
    made["sid"].as_str().unwrap().to_owned()
}

/// A call that dave took after edith had let it ring; its conference runs.
fn talking() -> (Lab, TaskSid, String, String) {
    let mut lab = Lab::writers();
    lab.set_activity("edith", "Available");
    let call = call(&lab);
    let task = lab.task(
        "Support",
        &format!(r#"{{"from":"+15550900","call_sid":"{call}"}}"#),
    );
    lab.pass(10);
    lab.set_activity("dave", "Available");
    lab.pass(3);
    lab.answer(task, "accepted");
    let conference = conference(&lab, &task.to_string());
    lab.pass(185);
    (lab, task, call, conference)
}

#[test]
fn the_whole_chain_of_a_task_is_told_in_order() {
    let (lab, task, call, conference) = talking();
    hang_up(&lab, &call);
    insta::assert_snapshot!(lab.trctl(&format!("tasks trace {task}")));
    let same = lab.trctl(&format!("tasks trace {task} -o json")).stdout;
    let traces: Vec<serde_json::Value> = serde_json::from_str(&same).unwrap();
    assert_eq!(traces[0]["links"][0]["what"], "call");
    assert_eq!(traces[0]["timeline"][0]["what"], "call.created");
    let reservation = traces[0]["links"][2]["sid"].as_str().unwrap();
    let event = lab.trctl(&format!(
        "events list --since 1h --task {task} --limit 1 -o sid"
    ));
    for what in [
        call.as_str(),
        conference.as_str(),
        reservation,
        event.stdout.trim(),
        "+15550900",
        "'1 (555) 0900'",
        "dave --since 1h",
        "edith",
    ] {
        let ran = lab.trctl(&format!("tasks trace {what} -o json"));
        assert_eq!(ran.stdout, same, "{what}\n{ran}");
    }
}

#[test]
fn a_task_that_is_gone_is_told_by_its_events() {
    let (mut lab, task, call, _) = talking();
    lab.answer(task, "wrapping");
    lab.trctl(&format!("tasks complete {task} --yes"));
    lab.pass(600);
    let gone = lab.trctl(&format!("tasks get {task}"));
    assert_eq!(gone.code, 4, "{gone}");
    let ran = lab.trctl(&format!(
        "tasks trace {call} --columns task,status,queue,from,until"
    ));
    insta::assert_snapshot!(ran);
    let ran = lab.trctl(&format!(
        "tasks trace {task} -o json --jq '.[0].links[] | [.what, .status, .who] | join(\" \")'"
    ));
    insta::assert_snapshot!(ran);
}

#[test]
fn what_has_no_chain_is_told() {
    let lab = Lab::writers();
    let queue = lab.trctl("queues list -o sid --limit 1");
    for (name, what) in [
        ("number", "+15550000"),
        ("worker", "davee"),
        ("task", "WT00000000000000000000000000000001"),
        ("queue", queue.stdout.trim()),
    ] {
        insta::assert_snapshot!(
            format!("no_chain_{name}"),
            lab.trctl(&format!("tasks trace {what}"))
        );
    }
}

#[test]
fn what_is_stuck_is_told_with_the_evidence() {
    let (mut lab, task, call, conference) = talking();
    lab.task("Support", r#"{"from":"+15550901"}"#);
    lab.answer(task, "wrapping");
    hang_up(&lab, &call);
    lab.trctl(&format!("conferences complete {conference} --yes"));
    lab.pass(1200);
    insta::assert_snapshot!(
        lab.trctl(
            "tasks stuck --pending 10m --reserved 10m --columns status,seconds,evidence,help"
        )
    );
    let over = lab.trctl("tasks stuck --pending 10m --over -o json");
    let stuck: Vec<serde_json::Value> = serde_json::from_str(&over.stdout).unwrap();
    assert_eq!(stuck.len(), 1, "{over}");
    assert_eq!(stuck[0]["evidence"]["call"]["status"], "completed");
    assert_eq!(stuck[0]["evidence"]["conference"]["status"], "completed");
    assert_eq!(stuck[0]["evidence"]["worker"]["name"], "dave");
    assert_eq!(stuck[0]["evidence"]["reservation"]["status"], "wrapping");
    // Nobody is asked what is not shown.
    let asked = lab.trctl("tasks stuck -o sid -v");
    assert_eq!(asked.stderr.matches("http://").count(), 2, "{asked}");
}

#[test]
fn what_is_stuck_is_ended_with_the_verb_its_status_allows() {
    let (mut lab, task, _, _) = talking();
    lab.set_activity("dave", "Offline");
    let waiting = lab.task("Support", r#"{"from":"+15550901"}"#);
    lab.pass(5 * 3600);
    let spared = lab.trctl("tasks stuck --fix --dry-run");
    assert!(
        spared.stderr.contains("1 task left alone")
            && spared.stderr.contains("would end 1 task in writers"),
        "{spared}"
    );
    let no = lab.trctl("tasks stuck --fix --include-live");
    assert_eq!(no.code, 2, "{no}");
    let dry = lab.trctl("tasks stuck --fix --include-live --dry-run");
    assert!(
        dry.stderr.contains("dry run: would end 2 tasks in writers"),
        "{dry}"
    );
    let over = lab.trctl("tasks stuck --over --fix --yes");
    assert!(over.stderr.contains("nothing to end in writers"), "{over}");
    insta::assert_snapshot!(
        lab.trctl("tasks stuck --fix --include-live --reason late --yes")
            .steady()
    );
    let ended = |task| {
        let task = lab.get_task(task);
        (task.assignment_status.to_string(), task.reason)
    };
    assert_eq!(
        ended(task),
        ("completed".to_owned(), Some("late".to_owned()))
    );
    assert_eq!(
        ended(waiting),
        ("canceled".to_owned(), Some("late".to_owned()))
    );
}

#[test]
fn orphans_are_found_with_the_command_that_cleans_them_up() {
    let mut lab = Lab::writers();
    lab.set_activity("dave", "Available");
    // Whole: a task with its call, its conference, its caller in line.
    let whole = call(&lab);
    let task = lab.task("Support", &format!(r#"{{"call_sid":"{whole}"}}"#));
    conference(&lab, &task.to_string());
    conference(&lab, "board meeting");
    // A conference whose task is finished, one whose task is gone.
    let finished = lab.task("Sales", "{}");
    conference(&lab, &finished.to_string());
    conference(&lab, "WT00000000000000000000000000000001");
    // Tasks whose call has ended, or was never heard of.
    let over = call(&lab);
    lab.task("Sales", &format!(r#"{{"call_sid":"{over}"}}"#));
    lab.task(
        "Sales",
        r#"{"call_sid":"CA00000000000000000000000000000001"}"#,
    );
    // A caller in line whom no task knows, beside one whom a task knows.
    let workflow = lab.get_task(task).workflow_sid.unwrap();
    lab.control(
        "voice-queues",
        &format!(r#"{{"friendly_name":"{workflow}","call_sids":["{whole}"],"callers":1}}"#),
    );
    lab.control("voice-queues", r#"{"friendly_name":"plain","callers":1}"#);
    lab.pass(600);
    lab.trctl(&format!("tasks cancel {finished} --yes"));
    hang_up(&lab, &over);
    let young = lab.trctl("orphans --kind task --columns sid");
    assert_eq!(young.stdout.lines().count(), 2, "{young}");
    // It is alone only since its task ended.
    let young = lab.trctl("orphans --kind conference --columns sid --no-headers");
    assert_eq!(young.stdout.lines().count(), 1, "{young}");
    lab.pass(90);
    insta::assert_snapshot!(lab.trctl("orphans"));
    let checked = lab.trctl("orphans --kind conference --kind member --fail-if-any -o sid");
    assert_eq!(
        (checked.code, checked.stdout.lines().count()),
        (7, 3),
        "{checked}"
    );
    // What is to be typed can be typed.
    let clean = lab.trctl("orphans --kind conference --kind task -o ndjson --columns clean");
    for line in clean.stdout.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let line = line["clean"]
            .as_str()
            .unwrap()
            .strip_prefix("trctl ")
            .unwrap();
        let ran = lab.trctl(&format!("{line} --yes"));
        assert_eq!(ran.code, 0, "{line}\n{ran}");
    }
    let left = lab.trctl("orphans --kind conference --kind task");
    assert_eq!(
        (left.code, left.stderr.as_str()),
        (0, "no orphans\n"),
        "{left}"
    );
}

#[test]
fn a_call_that_only_the_conference_names_is_missed_too() {
    let mut lab = Lab::writers();
    let over = call(&lab);
    let task = lab.task(
        "Sales",
        &format!(r#"{{"conference":{{"participants":{{"customer":"{over}"}}}}}}"#),
    );
    hang_up(&lab, &over);
    lab.pass(90);
    let found = lab.trctl("orphans --kind task -o sid");
    assert_eq!(found.stdout.trim(), task.to_string(), "{found}");
}
