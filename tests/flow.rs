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
    insta::assert_snapshot!(lab.trctl("flow show"), @"
    exit code 0
    --- stdout
    flow
    ├─ speaks en (en-US)
    ├─ everybody → the only workflow
    ├─ who waits
    │  ├─ is told: place in line, expected wait
    │  └─ hears https://com.twilio.music.classical.s3.amazonaws.com/BusyStrings.mp3
    ├─ who leaves the queue
    │  ├─ has spoken with somebody → end of the call
    │  └─ nobody could take the call → voicemail
    └─ reaches workers by conference
    --- stderr
    the settings have no `[flow]` section: this flow is built in
    ");
    insta::assert_snapshot!(lab.trctl("flow check --offline"), @"
    exit code 0
    --- stderr
    nothing is wrong with the flow by itself
    ");
    insta::assert_snapshot!(lab.trctl("flow check"), @"
    exit code 7
    --- stdout
    SETTING        PROBLEM
    flow.workflow  the workspace has several workflows (`Support`, `Sales`): say which one gets the calls for which nothing else is said
    --- stderr
    error: the flow has 1 problem
    ");
    let home = Sealed::new();
    insta::assert_snapshot!(home.trctl("flow check"), @"
    exit code 0
    --- stderr
    nothing is wrong with the flow by itself; without credentials its names were not looked up
    ");
}

#[test]
fn a_flow_is_shown_as_data() {
    let home = Sealed::new();
    home.write(CONFIG, FLOW);
    let shown = home.trctl("flow show -o json");
    let shown: Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!(shown["menus"]["main"]["options"][1]["priority"], 5);
    assert_eq!(shown["hours"]["open"]["mon-sat"], json!(["08:00-18:00"]));
    insta::assert_snapshot!(home.trctl("flow show --jq '.menus.main.options[].label'"), @"
    exit code 0
    --- stdout
    help
    sales
    ");
    insta::assert_snapshot!(home.trctl("flow show"), @"
    exit code 0
    --- stdout
    flow
    ├─ speaks en (en-US)
    │  └─ greets “Welcome.”
    ├─ open, in Europe/Berlin
    │  ├─ mon-sat: 08:00-18:00
    │  └─ otherwise → voicemail
    ├─ menu main “For help, press 1. For sales, press 2.”
    │  ├─ 1 help → workflow Support
    │  ├─ 2 or “sales” sales → priority 5, workflow Sales
    │  └─ nothing, asked 2 times, 5 s each → workflow Support
    ├─ who waits
    │  ├─ is told: place in line, expected wait
    │  └─ hears https://com.twilio.music.classical.s3.amazonaws.com/BusyStrings.mp3
    ├─ who leaves the queue
    │  ├─ has spoken with somebody → end of the call
    │  └─ nobody could take the call → voicemail
    └─ reaches workers by conference
    ");
}

#[test]
fn a_flow_is_checked_against_the_workspace() {
    let lab = Lab::writers();
    lab.home.write(CONFIG, FLOW);
    insta::assert_snapshot!(lab.trctl("flow check"), @"
    exit code 0
    --- stderr
    nothing is wrong with the flow
    ");
    let wrong = FLOW
        .replace("\"Sales\"", "\"Sails\"")
        .replace("digits = \"2\"", "digits = \"1\"");
    lab.home.write(CONFIG, &wrong);
    insta::assert_snapshot!(lab.trctl("flow check"), @"
    exit code 7
    --- stdout
    SETTING                              PROBLEM
    flow.menus.main.options[2].digits    `1` is option 1 already
    flow.menus.main.options[2].workflow  the workspace has no workflow `Sails` (did you mean `Sales`?)
    --- stderr
    error: the flow has 2 problems
    ");
    insta::assert_snapshot!(lab.trctl("flow check --offline -o ndjson"), @r#"
    exit code 7
    --- stdout
    {"place":"flow.menus.main.options[2].digits","text":"`1` is option 1 already"}
    --- stderr
    error: the flow has 1 problem
    "#);
    lab.home.write(
        CONFIG,
        "[flow]\nworkflow = \"Support\"\n\n[flow.hold]\naudoi = \"x\"\n",
    );
    insta::assert_snapshot!(lab.trctl("flow check"), @"
    exit code 3
    --- stderr
    error: `~/.config/trctl/config.toml` line 5: unknown field `audoi`, expected one of `audio`, `repeat`, `position`, `expected_wait`, `voicemail_key`, `callback_key`, `give_up_after`, `give_up`
    hint: correct the file, or point TRCTL_CONFIG at another while you do
    ");
}

#[test]
fn what_a_caller_would_hear_is_shown() {
    let lab = Lab::writers();
    lab.home.write(CONFIG, FLOW);
    // A Saturday morning in Berlin.
    insta::assert_snapshot!(lab.trctl("twiml preview /voice/incoming --digits 2 --live"), @r#"
    exit code 0
    --- stdout
    /voice/incoming
      en-US: “Welcome.”
      en-US: “For help, press 1. For sales, press 2.”
      keys: 1 help, 2 sales
      the caller presses 2
    /voice/enqueue?menu=main&try=1
      waits for workflow Sales, priority 5, with {"selected_language":"en"}
    /voice/wait?chose=menu.main.2
      en-US: “Please hold the line. Somebody will be with you as soon as possible.”
      plays https://com.twilio.music.classical.s3.amazonaws.com/BusyStrings.mp3
    --- stderr
    the caller waits for a worker
    "#);
    insta::assert_snapshot!(lab.trctl("twiml preview incoming-call --speech 'I want sales.' --xml"), @r#"
    exit code 0
    --- stdout
    <!-- /incoming-call -->
    <?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf speech" numDigits="1" timeout="5" speechTimeout="auto" action="/voice/enqueue?menu=main&amp;try=1" language="en-US" hints="sales"><Say language="en-US">Welcome.</Say><Say language="en-US">For help, press 1. For sales, press 2.</Say></Gather><Redirect>/voice/enqueue?menu=main&amp;try=1</Redirect></Response>
    <!-- /voice/enqueue?menu=main&try=1 -->
    <?xml version="1.0" encoding="UTF-8"?><Response><Enqueue workflowSid="WW00000000000000000000000000000001" action="/voice/after-queue?chose=menu.main.2" waitUrl="/voice/wait?chose=menu.main.2" waitUrlMethod="POST"><Task priority="5">{"selected_language":"en"}</Task></Enqueue></Response>
    <!-- /voice/wait?chose=menu.main.2 -->
    <?xml version="1.0" encoding="UTF-8"?><Response><Say language="en-US">Please hold the line. Somebody will be with you as soon as possible.</Say><Play>https://com.twilio.music.classical.s3.amazonaws.com/BusyStrings.mp3</Play></Response>
    "#);
    insta::assert_snapshot!(lab.trctl("twiml preview --at 2026-11-22T08:00 --message 5"), @r#"
    exit code 0
    --- stdout
    /voice/incoming
      en-US: “Thank you for calling. We are closed at the moment.”
      en-US: “Please leave a message after the tone. Press the pound key when you have finished.”
      records a message of 120 s at most
    /voice/recording?chose=closed
      en-US: “Thank you. We have your message and will get back to you. Goodbye.”
      the call ends
      afterwards: a task for the message, with {"selected_language":"en","type":"voicemail","from":"+14155550100","to":"+14155550199","recording_sid":"RE00000000000000000000000000000001","recording_url":"https://api.twilio.com/Recordings/RE00000000000000000000000000000001","recording_duration":5,"voicemail_of":"CA00000000000000000000000000000001"}
    --- stderr
    the call is over
    "#);
    insta::assert_snapshot!(lab.trctl("twiml preview /voice/wait --param QueuePosition=3 -o json --jq '.[].heard[0]'"), @r#"
    exit code 0
    --- stdout
    {"happens":"says","language":"en-US","text":"Please hold the line. Somebody will be with you as soon as possible."}
    "#);
    insta::assert_snapshot!(lab.trctl("twiml preview /voice/incomming"), @"
    exit code 2
    --- stderr
    error: `/voice/incomming` is no path of the flow (did you mean `/voice/incoming`?)
    ");
    let keys = |written: &str| {
        let ran = lab.trctl(&format!("twiml preview --digits '{written}' -o ndjson"));
        assert_eq!(ran.code, 0, "{ran}");
        ran.stdout
    };
    assert_eq!(keys("1 , 5"), keys("15"));
    assert!(keys("1 5").contains(r#"{"happens":"presses","keys":"1"}"#));
    insta::assert_snapshot!(lab.trctl("twiml preview --digits 1a"), @"
    exit code 2
    --- stderr
    error: invalid value '1a' for '--digits <KEYS>': `a` is no key: use 0 to 9, `*` and `#`

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl("twiml preview --param nonsense"), @"
    exit code 2
    --- stderr
    error: invalid value 'nonsense' for '--param <NAME=VALUE>': write it as `NAME=VALUE`, such as `QueuePosition=3`

    For more information, try '--help'.
    ");
}

fn new_task(attributes: &Value) -> NewTask {
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
        ..new_task(&json!({"type": "callback", "phone": "+15550200", "callback_for": call}))
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
    assert_eq!(start.stdout.trim(), "2026-11-21T07:50:00Z", "{start}");
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
            ..new_task(&json!({"type": "voicemail", "recording_sid": recording(2).sid}))
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
