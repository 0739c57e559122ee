//! The voice side against an emulator: what reservations tell the telephone network, voice queues,
//! conferences, calls and numbers.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;
use trctl::model::sid::TaskSid;

const CALL: &str = "CA00000000000000000000000000000200";

/// dave is offered a call.
fn offered() -> (Lab, TaskSid, String) {
    let lab = Lab::writers();
    lab.set_activity("dave", "Available");
    let task = lab.task("Support", &format!(r#"{{"call_sid":"{CALL}"}}"#));
    let sid = lab.trctl("reservations list -o sid").stdout;
    (lab, task, sid.trim().to_owned())
}

#[test]
fn a_waiting_caller_is_connected_to_the_worker() {
    let (lab, task, sid) = offered();
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {sid}")), @"
    exit code 2
    --- stderr
    error: the following required arguments were not provided:
      --from <NUMBER>

    Usage: trctl reservations dequeue --from <NUMBER> <WR…>

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {sid} --from +15550199 --dry-run")), @"
    exit code 0
    --- stdout
    SID                                 STATUS   WORKER  TASK                                SINCE
    WR98fe11a44e15d73272430f30ae83904a  pending  dave    WTaa7a623aa3c246bdaf6d6b60e97eb148     0s
    --- stderr
    dry run: would dequeue 1 reservation in writers
    ");
    let line = format!("reservations dequeue {sid} --from +15550199 --post-work-activity Offline");
    insta::assert_snapshot!(lab.trctl(&line), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME  DETAIL
    WR98fe11a44e15d73272430f30ae83904a  dave  done     dequeue under way, accepted
    ");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "assigned");
    insta::assert_snapshot!(lab.trctl(&line), @"
    exit code 5
    --- stderr
    error: cannot dequeue reservation WR98fe11a44e15d73272430f30ae83904a (dave)
    caused by: Twilio refused POST /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WTaa7a623aa3c246bdaf6d6b60e97eb148/Reservations/WR98fe11a44e15d73272430f30ae83904a: 20001 Unable to execute Dequeue instruction. Reservation WR98fe11a44e15d73272430f30ae83904a is not currently in a Pending state.
    hint: see https://www.twilio.com/docs/errors/20001
    ");
}

#[test]
fn instructions_take_twilios_words_only() {
    let (lab, _, sid) = offered();
    insta::assert_snapshot!(lab.trctl(&format!("reservations conference {sid} --beep sometimes")), @"
    exit code 2
    --- stderr
    error: invalid value 'sometimes' for '--beep <WHEN>'
      [possible values: true, false, onEnter, onExit]

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl(&format!("reservations conference {sid} --conference-status-callback-event start,stop")), @"
    exit code 2
    --- stderr
    error: invalid value 'stop' for '--conference-status-callback-event <EVENT>'
      [possible values: start, end, join, leave, mute, hold, speaker]

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl(&format!("reservations conference {sid} --max-participants 251")), @"
    exit code 2
    --- stderr
    error: invalid value '251' for '--max-participants <NUMBER>': must be a whole number from 2 to 250

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {sid} --from +15550199 --ring-timeout 1000")), @"
    exit code 2
    --- stderr
    error: invalid value '1000' for '--ring-timeout <SECONDS>': must be a whole number from 1 to 999

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {sid} --from +15550199 --to sip:a@b --ring-timeout 900")), @"
    exit code 2
    --- stderr
    error: `--ring-timeout 900`: a SIP address rings 1 to 600 seconds
    ");
    insta::assert_snapshot!(lab.trctl(&format!("reservations call {sid} --from +15550199 --url /agent")), @"
    exit code 2
    --- stderr
    error: invalid value '/agent' for '--url <URL>': must be an absolute URL such as `https://example.com/voice`

    For more information, try '--help'.
    ");
}

#[test]
fn a_conference_a_call_and_a_redirect_are_begun() {
    for (line, status) in [
        (
            "conference RES --from +15550199 --end-conference-on-exit",
            "assigned",
        ),
        (
            "call RES --from +15550199 --url https://example.com/agent",
            "reserved",
        ),
        (
            "call RES --from +15550199 --url https://example.com/agent --accept",
            "assigned",
        ),
        (
            "redirect RES --call-sid CA00000000000000000000000000000200 --url https://example.com/go",
            "reserved",
        ),
        (
            "redirect RES --call-sid CA00000000000000000000000000000200 --url https://example.com/go --accept",
            "assigned",
        ),
    ] {
        let (lab, task, sid) = offered();
        let ran = lab.trctl(&format!("reservations {}", line.replace("RES", &sid)));
        assert_eq!(ran.code, 0, "{line}: {ran}");
        let now = lab.get_task(task).assignment_status;
        assert_eq!(now.as_str(), status, "{line}: {ran}");
    }
}

#[test]
fn a_task_without_a_call_cannot_be_dequeued() {
    let lab = Lab::writers();
    lab.set_activity("dave", "Available");
    lab.task("Support", "{}");
    let sid = lab.trctl("reservations list -o sid").stdout;
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {} --from +15550199", sid.trim())), @"
    exit code 5
    --- stderr
    error: cannot dequeue reservation WR98fe11a44e15d73272430f30ae83904a (dave)
    caused by: Twilio refused POST /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WTaa7a623aa3c246bdaf6d6b60e97eb148/Reservations/WR98fe11a44e15d73272430f30ae83904a: 20001 Unable to execute dequeue instruction. the task has no attribute `call_sid` (40140)
    hint: see https://www.twilio.com/docs/errors/20001
    ");
}
