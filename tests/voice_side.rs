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
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {sid}")), @"");
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {sid} --from +15550199 --dry-run")), @"");
    let line = format!("reservations dequeue {sid} --from +15550199 --post-work-activity Offline");
    insta::assert_snapshot!(lab.trctl(&line), @"");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "assigned");
    insta::assert_snapshot!(lab.trctl(&line), @"");
}

#[test]
fn instructions_take_twilios_words_only() {
    let (lab, _, sid) = offered();
    insta::assert_snapshot!(lab.trctl(&format!("reservations conference {sid} --beep sometimes")), @"");
    insta::assert_snapshot!(lab.trctl(&format!("reservations conference {sid} --conference-status-callback-event start,stop")), @"");
    insta::assert_snapshot!(lab.trctl(&format!("reservations conference {sid} --max-participants 251")), @"");
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {sid} --from +15550199 --ring-timeout 1000")), @"");
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {sid} --from +15550199 --to sip:a@b --ring-timeout 900")), @"");
    insta::assert_snapshot!(lab.trctl(&format!("reservations call {sid} --from +15550199 --url /agent")), @"");
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
    insta::assert_snapshot!(lab.trctl(&format!("reservations dequeue {} --from +15550199", sid.trim())), @"");
}
