//! `trctl flow` and `trctl twiml`, and what is done in TaskRouter after a webhook was answered.
#![cfg(feature = "server")]

mod common;

use common::Sealed;
use common::lab::Lab;
use serde_json::{Value, json};
use trctl::model::Task;
use trctl::model::sid::CallSid;
use trctl::serve::voice::{Done, NewTask, Recording, Work};

const CONFIG: &str = "home/.config/trctl/config.toml";

const FLOW: &str = r#"
[flow]
workflow = "Support"
menu = "main"

[flow.prompts]
greeting = "Welcome."

[flow.menus.main]
prompt = "For help, press 1. For sales, press 2."
options = [
  { digits = "1", label = "help" },
  { digits = "2", speech = ["sales"], label = "sales", workflow = "Sales", priority = 5 },
]

[flow.hours]
time_zone = "Europe/Berlin"
open = { mon-sat = "08:00-18:00" }
"#;

#[test]
fn without_settings_the_built_in_flow_is_shown_and_checked() {
    let lab = Lab::writers();
    insta::assert_snapshot!(lab.trctl("flow show"), @"");
    insta::assert_snapshot!(lab.trctl("flow check --offline"), @"");
    insta::assert_snapshot!(lab.trctl("flow check"), @"");
    let home = Sealed::new();
    insta::assert_snapshot!(home.trctl("flow check"), @"");
}

#[test]
fn a_flow_is_shown_as_data() {
    let home = Sealed::new();
    home.write(CONFIG, FLOW);
    let shown = home.trctl("flow show -o json");
    let shown: Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!(shown["menus"]["main"]["options"][1]["priority"], 5);
    assert_eq!(shown["hours"]["open"]["mon-sat"], json!(["08:00-18:00"]));
    insta::assert_snapshot!(home.trctl("flow show --jq '.menus.main.options[].label'"), @"");
    insta::assert_snapshot!(home.trctl("flow show"), @"");
}

#[test]
fn a_flow_is_checked_against_the_workspace() {
    let lab = Lab::writers();
    lab.home.write(CONFIG, FLOW);
    insta::assert_snapshot!(lab.trctl("flow check"), @"");
    let wrong = FLOW
        .replace("\"Sales\"", "\"Sails\"")
        .replace("digits = \"2\"", "digits = \"1\"");
    lab.home.write(CONFIG, &wrong);
    insta::assert_snapshot!(lab.trctl("flow check"), @"");
    insta::assert_snapshot!(lab.trctl("flow check --offline -o ndjson"), @"");
    lab.home.write(
        CONFIG,
        "[flow]\nworkflow = \"Support\"\n\n[flow.hold]\naudoi = \"x\"\n",
    );
    insta::assert_snapshot!(lab.trctl("flow check"), @"");
}

#[test]
fn what_a_caller_would_hear_is_shown() {
    let lab = Lab::writers();
    lab.home.write(CONFIG, FLOW);
    // A Saturday morning in Berlin.
    insta::assert_snapshot!(lab.trctl("twiml preview /voice/incoming --digits 2 --live"), @"");
    insta::assert_snapshot!(lab.trctl("twiml preview incoming-call --speech 'I want sales.' --xml"), @"");
    insta::assert_snapshot!(lab.trctl("twiml preview --at 2026-11-22T08:00 --message 5"), @"");
    insta::assert_snapshot!(lab.trctl("twiml preview /voice/wait --param QueuePosition=3 -o json --jq '.[].heard[0]'"), @"");
    insta::assert_snapshot!(lab.trctl("twiml preview /voice/incomming"), @"");
    insta::assert_snapshot!(lab.trctl("twiml preview --param nonsense"), @"");
}

fn new_task(attributes: Value) -> NewTask {
    NewTask {
        attributes: attributes.as_object().unwrap().clone(),
        ..NewTask::default()
    }
}

fn attributes(task: &Task) -> Value {
    serde_json::from_str(&task.attributes).unwrap()
}

#[test]
fn a_call_back_becomes_one_task_however_often_it_is_asked_for() {
    let lab = Lab::writers();
    let call: CallSid = "CA00000000000000000000000000000007".parse().unwrap();
    let sales = lab
        .trctl("workflows list --columns sid,name -o csv --no-headers")
        .stdout;
    let sales = sales.lines().find(|line| line.ends_with(",Sales")).unwrap();
    let task = NewTask {
        workflow_sid: Some(sales[..34].parse().unwrap()),
        priority: Some(4),
        timeout: Some(3600),
        channel: Some("default".to_owned()),
        virtual_start: Some("2026-11-21T07:50:00Z".parse().unwrap()),
        ..new_task(json!({"type": "callback", "phone": "+15550200", "callback_for": call}))
    };
    let work = Work::Callback {
        call_sid: Some(call),
        task,
    };
    let carry_out = || {
        lab.wait(work.carry_out(&lab.client, lab.workspace))
            .unwrap()
    };
    let Done::Created(sid) = carry_out() else {
        panic!("there was none before");
    };
    assert_eq!(carry_out(), Done::Already(sid));
    let task = lab.get_task(sid);
    assert_eq!((task.priority, task.timeout), (4, 3600));
    assert_eq!(attributes(&task)["phone"], "+15550200");
    // It has waited for ten minutes already.
    let start = lab.trctl(&format!("tasks get {sid} -o json --jq .virtual_start_time"));
    assert_eq!(start.stdout.trim(), "\"2026-11-21T07:50:00Z\"", "{start}");
}

#[test]
fn a_message_is_noted_at_its_task_with_its_text() {
    let lab = Lab::writers();
    let recording = |number: u8| Recording {
        sid: format!("RE{number:032x}"),
        url: format!("https://api.example.com/Recordings/{number}"),
        duration: Some(12),
    };
    let support = lab.task(
        "Support",
        r#"{"call_sid":"CA00000000000000000000000000000009","a":1}"#,
    );
    let carry_out = |work: &Work| {
        lab.wait(work.carry_out(&lab.client, lab.workspace))
            .unwrap()
    };

    let noted = Work::Recording {
        task_sid: None,
        call_sid: Some("CA00000000000000000000000000000009".parse().unwrap()),
        recording: recording(1),
    };
    assert_eq!(carry_out(&noted), Done::Noted(support));
    assert_eq!(carry_out(&noted), Done::Already(support));
    let found = attributes(&lab.get_task(support));
    assert_eq!(
        (&found["a"], &found["recording_duration"]),
        (&json!(1), &json!(12))
    );

    let task = lab.get_task(support);
    let left = Work::Voicemail {
        task_sid: None,
        recording: recording(2),
        task: NewTask {
            workflow_sid: task.workflow_sid,
            ..new_task(json!({"type": "voicemail", "recording_sid": recording(2).sid}))
        },
    };
    let Done::Created(message) = carry_out(&left) else {
        panic!("there was none before");
    };
    assert_eq!(carry_out(&left), Done::Already(message));
    let text = Work::Transcription {
        recording_sid: recording(2).sid,
        text: "Call me.".to_owned(),
    };
    assert_eq!(carry_out(&text), Done::Noted(message));
    assert_eq!(
        attributes(&lab.get_task(message))["transcription"],
        "Call me."
    );
    let nowhere = Work::Transcription {
        recording_sid: recording(3).sid,
        text: "Who?".to_owned(),
    };
    assert_eq!(carry_out(&nowhere), Done::NoTask);
}
