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

#[test]
fn a_voice_queue_is_made_changed_and_deleted() {
    let lab = Lab::writers();
    insta::assert_snapshot!(lab.trctl("voice-queues create --friendly-name overflow --max-size 5"), @"
    exit code 0
    --- stdout
    SID           QU4223ea9364b8e8380117f6c137ca3408
    WORKFLOW
    CALLERS       0
    MAX           5
    AVERAGE WAIT  0s
    NAME          overflow
    CREATED       2026-11-21T08:00:00Z
    UPDATED       2026-11-21T08:00:00Z
    ");
    insta::assert_snapshot!(lab.trctl("voice-queues create --friendly-name overflow"), @"
    exit code 5
    --- stderr
    error: cannot create the voice queue
    caused by: Twilio refused POST /2010-04-01/Accounts/AC00000000000000000000000000000001/Queues.json: 20001 Queue with the same friendly name already exists
    hint: see https://www.twilio.com/docs/errors/20001
    ");
    insta::assert_snapshot!(lab.trctl("voice-queues update overflow --friendly-name late --max-size 7 --columns name,max_size -o csv"), @"
    exit code 0
    --- stdout
    name,max_size
    late,7
    ");
    assert_eq!(lab.trctl("voice-queues update late").code, 2);
    assert_eq!(
        lab.trctl("voice-queues update late --max-size 5001").code,
        2
    );
    insta::assert_snapshot!(lab.trctl("voice-queues delete late --dry-run"), @"
    exit code 0
    --- stdout
    SID                                 WORKFLOW  CALLERS  MAX  AVERAGE WAIT  NAME
    QU4223ea9364b8e8380117f6c137ca3408                  0    7            0s  late
    --- stderr
    dry run: would delete 1 voice queue in account AC00000000000000000000000000000001
    ");
    let ran = lab.trctl("voice-queues delete late --yes");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(lab.trctl("voice-queues get late").code, 4);
}

#[test]
fn a_line_with_callers_is_not_deleted_but_can_be_emptied() {
    let lab = Lab::writers();
    lab.control("voice-queues", r#"{"friendly_name":"hold","callers":3}"#);
    insta::assert_snapshot!(lab.trctl("voice-queues delete hold --yes"), @"
    exit code 2
    --- stderr
    error: voice queue QU6a8deeb91650dcce511603371b604a0f (hold) cannot be deleted: 3 callers in line
    hint: `trctl voice-queues dequeue hold --all --url URL` sends them on
    ");
    insta::assert_snapshot!(lab.trctl("voice-queues dequeue hold --url https://example.com/voicemail"), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME  DETAIL
    CA4223ea9364b8e8380117f6c137ca3408        done     dequeued
    ");
    insta::assert_snapshot!(lab.trctl("voice-queues dequeue hold CA00000000000000000000000000000001 --url https://example.com/voicemail"), @"
    exit code 4
    --- stderr
    error: call CA00000000000000000000000000000001 does not wait in `hold`
    hint: `trctl voice-queues members` lists who does
    ");
    let second = lab
        .trctl("voice-queues members hold --columns call --no-headers -o csv")
        .stdout;
    let second = second.lines().nth(1).unwrap();
    let ran = lab.trctl(&format!(
        "voice-queues dequeue hold {second} --url https://example.com/voicemail"
    ));
    assert!(ran.stdout.contains(second), "{ran}");
    let ran =
        lab.trctl("voice-queues dequeue hold --all --url https://example.com/voicemail --yes");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(lab.trctl("voice-queues members hold").stdout, "");
    assert_eq!(lab.trctl("voice-queues delete hold --yes").code, 0);
    let running = lab.trctl("calls list --status in-progress -o sid").stdout;
    assert_eq!(running.lines().count(), 3);
}

/// A conference with a customer and dave, with whom it ends.
fn talking() -> Lab {
    let lab = Lab::writers();
    lab.control(
        "conferences",
        r#"{"friendly_name":"room","participants":[{"label":"customer"},{"label":"dave","end_conference_on_exit":true}]}"#,
    );
    lab
}

#[test]
fn participants_are_held_and_muted() {
    let lab = talking();
    let state = || {
        lab.trctl("conferences participants room --columns label,hold,muted --no-headers -o csv")
            .stdout
    };
    insta::assert_snapshot!(lab.trctl("conferences hold room customer --hold-url https://example.com/music"), @"
    exit code 0
    --- stdout
    SID                                 NAME      OUTCOME  DETAIL
    CA9b03f7873730978cb87147e8548696ad  customer  done     on hold
    ");
    insta::assert_snapshot!(lab.trctl("conferences hold room customer"), @"
    exit code 0
    --- stdout
    SID                                 NAME      OUTCOME    DETAIL
    CA9b03f7873730978cb87147e8548696ad  customer  unchanged  is on hold already
    ");
    assert_eq!(lab.trctl("conferences mute room dave").code, 0);
    assert_eq!(state(), "customer,true,false\ndave,false,true\n");
    insta::assert_snapshot!(lab.trctl("conferences unmute room dave"), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME  DETAIL
    CA0609ab59812d661499a16a61d380bebf  dave  done     not muted
    ");
    insta::assert_snapshot!(lab.trctl("conferences unhold room customer"), @"
    exit code 0
    --- stdout
    SID                                 NAME      OUTCOME  DETAIL
    CA9b03f7873730978cb87147e8548696ad  customer  done     not on hold
    ");
    assert_eq!(state(), "customer,false,false\ndave,false,false\n");
    insta::assert_snapshot!(lab.trctl("conferences mute room custmer"), @"
    exit code 4
    --- stderr
    error: there is no participant named `custmer`
    hint: did you mean `customer`?
    ");
    assert_eq!(lab.trctl("conferences mute room customer dave").code, 2);
    assert_eq!(
        lab.trctl("conferences mute room customer dave --yes").code,
        0
    );
    assert_eq!(state(), "customer,false,true\ndave,false,true\n");
}

#[test]
fn who_ends_the_conference_is_not_removed_by_mistake() {
    let lab = talking();
    insta::assert_snapshot!(lab.trctl("conferences kick room dave"), @"
    exit code 2
    --- stderr
    error: conference CF4223ea9364b8e8380117f6c137ca3408 ends when dave (CA0609ab59812d661499a16a61d380bebf) leaves
    hint: `--force` ends it; `trctl conferences hold` keeps it
    ");
    insta::assert_snapshot!(lab.trctl("conferences kick room customer"), @"
    exit code 0
    --- stdout
    SID                                 NAME      OUTCOME  DETAIL
    CA9b03f7873730978cb87147e8548696ad  customer  done     removed
    ");
    let running = || {
        lab.trctl("conferences list --no-headers --columns name")
            .stdout
    };
    assert_eq!(running(), "room\n");
    assert_eq!(lab.trctl("conferences kick room dave --force").code, 0);
    assert_eq!(running(), "");
}

#[test]
fn calls_are_listed_sent_on_and_ended() {
    let mut lab = Lab::writers();
    let made = lab.control("calls", r#"{"from":"+15550301","to":"+15550100"}"#);
    let talking = made["sid"].as_str().unwrap().to_owned();
    lab.pass(30);
    let made = lab.control(
        "calls",
        r#"{"from":"+15550302","status":"ringing","direction":"outbound-api"}"#,
    );
    let ringing = made["sid"].as_str().unwrap().to_owned();
    lab.pass(5);
    insta::assert_snapshot!(lab.trctl("calls list"), @"
    exit code 0
    --- stdout
    SID                                 STATUS       FROM       TO            DIRECTION     AGE
    CA9b03f7873730978cb87147e8548696ad  ringing      +15550302  +15551230002  outbound-api   5s
    CA4223ea9364b8e8380117f6c137ca3408  in-progress  +15550301  +15550100     inbound       35s
    ");
    insta::assert_snapshot!(lab.trctl(&format!("call get {talking}")), @"
    exit code 0
    --- stdout
    SID        CA4223ea9364b8e8380117f6c137ca3408
    STATUS     in-progress
    FROM       +15550301
    TO         +15550100
    DIRECTION  inbound
    AGE        35s
    SECONDS
    PARENT
    STARTED    2026-11-21T08:00:00Z
    ENDED
    ");
    for (filter, found) in [
        ("--status ringing", &ringing),
        ("--from +15550301", &talking),
        ("--to +15550100", &talking),
        ("--older-than 20s", &talking),
        ("--since 2026-11-21", &talking),
    ] {
        let ran = lab.trctl(&format!("calls list {filter} -o sid"));
        assert_eq!(ran.stdout.trim(), *found, "{filter}: {ran}");
    }
    insta::assert_snapshot!(lab.trctl(&format!("calls redirect {ringing} --url https://example.com/voice")), @"
    exit code 5
    --- stderr
    error: cannot redirect call CA9b03f7873730978cb87147e8548696ad (+15550302)
    caused by: Twilio refused POST /2010-04-01/Accounts/AC00000000000000000000000000000001/Calls/CA9b03f7873730978cb87147e8548696ad.json: 21220 Call is not in-progress. Cannot redirect.
    hint: see https://www.twilio.com/docs/errors/21220
    ");
    insta::assert_snapshot!(lab.trctl(&format!("calls redirect {talking} --twiml '<Response/>'")), @"
    exit code 0
    --- stdout
    SID                                 NAME       OUTCOME  DETAIL
    CA4223ea9364b8e8380117f6c137ca3408  +15550301  done     redirected
    ");
    assert_eq!(lab.trctl(&format!("calls redirect {talking}")).code, 2);
    let long = "x".repeat(4001);
    insta::assert_snapshot!(lab.trctl(&format!("calls redirect {talking} --twiml {long}")), @"
    exit code 2
    --- stderr
    error: the TwiML has 4001 characters, a call takes 4000
    hint: serve it, and give its address with `--url`
    ");
    insta::assert_snapshot!(lab.trctl(&format!("calls hang-up {talking}")), @"
    exit code 0
    --- stdout
    SID                                 NAME       OUTCOME  DETAIL
    CA4223ea9364b8e8380117f6c137ca3408  +15550301  done     completed
    ");
    let ran = lab.trctl(&format!("calls hangup {talking} {ringing} --yes"));
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(ran.stdout, @"
    SID                                 NAME       OUTCOME    DETAIL
    CA4223ea9364b8e8380117f6c137ca3408  +15550301  unchanged  is completed already
    CA9b03f7873730978cb87147e8548696ad  +15550302  done       completed
    ");
    assert_eq!(
        lab.trctl("calls list --status in-progress -o sid").stdout,
        ""
    );
}

fn numbers() -> Lab {
    let lab = Lab::writers();
    lab.control(
        "numbers",
        r#"{"phone_number":"+15550100","friendly_name":"Hotline","voice_url":"https://example.com/old","voice_method":"GET"}"#,
    );
    lab.control(
        "numbers",
        r#"{"phone_number":"+15550101","voice_application_sid":"AP00000000000000000000000000000001"}"#,
    );
    lab.control("numbers", r#"{"phone_number":"+4930555"}"#);
    lab
}

#[test]
fn numbers_are_listed_with_where_their_calls_go() {
    let lab = numbers();
    insta::assert_snapshot!(lab.trctl("numbers list"), @"
    exit code 0
    --- stdout
    NUMBER     NAME       CALLS GO TO                         SID
    +15550100  Hotline    https://example.com/old             PN4223ea9364b8e8380117f6c137ca3408
    +15550101  +15550101  AP00000000000000000000000000000001  PN9b03f7873730978cb87147e8548696ad
    +4930555   +4930555   nowhere                             PN0609ab59812d661499a16a61d380bebf
    ");
    insta::assert_snapshot!(lab.trctl("number get Hotline"), @"
    exit code 0
    --- stdout
    NUMBER           +15550100
    NAME             Hotline
    CALLS GO TO      https://example.com/old
    SID              PN4223ea9364b8e8380117f6c137ca3408
    METHOD           GET
    FALLBACK
    STATUS CALLBACK
    SMS URL
    UPDATED          2026-11-21T08:00:00Z
    ");
    for (filter, found) in [
        ("--number 5550", "+15550100 +15550101"),
        ("--number '+1*5501'", "+15550100 +15550101"),
        ("--name Hotline", "+15550100"),
        ("--where 'target == \"nowhere\"'", "+4930555"),
    ] {
        let ran = lab.trctl(&format!(
            "numbers list {filter} --columns number --no-headers"
        ));
        let names: Vec<&str> = ran.stdout.split_whitespace().collect();
        assert_eq!(names.join(" "), found, "{filter}: {ran}");
    }
}

#[test]
fn a_number_is_pointed_elsewhere() {
    let lab = numbers();
    insta::assert_snapshot!(lab.trctl("numbers point Hotline --voice-url https://example.com/voice --status-callback https://example.com/status"), @"
    exit code 0
    --- stdout
    SID                                 NAME       OUTCOME  DETAIL
    PN4223ea9364b8e8380117f6c137ca3408  +15550100  done     calls go to https://example.com/voice (went to https://example.com/old)
    ");
    insta::assert_snapshot!(lab.trctl("numbers point +15550100 --voice-url https://example.com/voice"), @"
    exit code 0
    --- stdout
    SID                                 NAME       OUTCOME    DETAIL
    PN4223ea9364b8e8380117f6c137ca3408  +15550100  unchanged  is so already: calls go to https://example.com/voice
    ");
    insta::assert_snapshot!(lab.trctl("numbers point +15550101 --flow FW00000000000000000000000000000001"), @"
    exit code 0
    --- stdout
    SID                                 NAME       OUTCOME  DETAIL
    PN9b03f7873730978cb87147e8548696ad  +15550101  done     calls go to https://webhooks.twilio.com/v1/Accounts/AC00000000000000000000000000000001/Flows/FW00000000000000000000000000000001 (went to AP00000000000000000000000000000001)
    ");
    let ran = lab.trctl("numbers get +15550101 -o json");
    let number: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(number["voice_application_sid"].is_null(), "{ran}");
    insta::assert_snapshot!(lab.trctl("numbers point +15550101 +4930555 --voice-application-sid AP00000000000000000000000000000002 --dry-run"), @"
    exit code 0
    --- stdout
    NUMBER     NAME       CALLS GO TO                                                                                                          SID
    +15550101  +15550101  https://webhooks.twilio.com/v1/Accounts/AC00000000000000000000000000000001/Flows/FW00000000000000000000000000000001  PN9b03f7873730978cb87147e8548696ad
    +4930555   +4930555   nowhere                                                                                                              PN0609ab59812d661499a16a61d380bebf
    --- stderr
    VoiceApplicationSid: AP00000000000000000000000000000002
    dry run: would point 2 numbers in account AC00000000000000000000000000000001
    ");
    let ran = lab.trctl("numbers point +15550101 +4930555 --voice-application-sid AP00000000000000000000000000000002 --yes");
    assert_eq!(ran.code, 0, "{ran}");
    let ran = lab.trctl("numbers list --where 'target == \"AP00000000000000000000000000000002\"' --columns number --no-headers");
    assert_eq!(ran.stdout, "+15550101\n+4930555\n");
    insta::assert_snapshot!(lab.trctl("numbers point Hotline"), @"
    exit code 2
    --- stderr
    error: the following required arguments were not provided:
      <--resume <JOURNAL>|--voice-url <URL>|--flow <FW…>|--voice-application-sid <AP…>|--voice-fallback-url <URL>|--status-callback <URL>>

    Usage: trctl numbers point <--resume <JOURNAL>|--voice-url <URL>|--flow <FW…>|--voice-application-sid <AP…>|--voice-fallback-url <URL>|--status-callback <URL>> <NUMBER>...

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl("numbers point Hotline --status-callback https://example.com/b --voice-method GET"), @"
    exit code 2
    --- stderr
    error: `--voice-method` says how a voice URL is called, and none is given
    hint: give `--voice-url` too
    ");
    insta::assert_snapshot!(lab.trctl("numbers point Hotlin --voice-url https://example.com/voice"), @"
    exit code 4
    --- stderr
    error: there is no number named `Hotlin`
    hint: did you mean `Hotline`?
    ");
}

#[test]
fn what_is_changed_on_the_voice_side_is_tried_out_and_gone_on_with() {
    let lab = numbers();
    lab.control(
        "conferences",
        r#"{"friendly_name":"room","participants":[{"label":"customer"},{"label":"dave"}]}"#,
    );
    lab.control("voice-queues", r#"{"friendly_name":"hold","callers":2}"#);
    let call = || {
        let made = lab.control("calls", r#"{"from":"+15550301","to":"+15550100"}"#);
        made["sid"].as_str().unwrap().to_owned()
    };
    let (first, second) = (call(), call());
    for (verb, rest) in [
        (
            "calls redirect",
            format!("{first} {second} --twiml <Response/>"),
        ),
        ("calls hang-up", format!("{first} {second}")),
        (
            "numbers point",
            "Hotline +15550101 --voice-url https://example.com/voice".to_owned(),
        ),
        (
            "voice-queues dequeue",
            "hold --all --url https://example.com/voicemail".to_owned(),
        ),
        ("conferences hold", "room customer dave".to_owned()),
        ("conferences unhold", "room customer dave".to_owned()),
        ("conferences mute", "room customer dave".to_owned()),
        ("conferences unmute", "room customer dave".to_owned()),
        ("conferences kick", "room customer dave".to_owned()),
    ] {
        assert_eq!(
            lab.trctl(&format!("{verb} {rest} --max 1 --yes")).code,
            2,
            "{verb}"
        );
        // Refused for a while, and clearly so.
        lab.control(
            "faults",
            r#"{"requests":[{"method":["POST","DELETE"],"status":429,"retry_after":3600,"first":1}]}"#,
        );
        let tried = lab.trctl(&format!("{verb} {rest} --canary 1 --yes --concurrency 1"));
        assert_eq!(tried.code, 6, "{verb}: {tried}");
        let on = lab.trctl(&format!(
            "{verb} --resume last --yes --no-headers --columns outcome -o csv"
        ));
        assert_eq!(
            (on.code, on.stdout.as_str()),
            (0, "done\ndone\n"),
            "{verb}: {on}"
        );
    }
}

#[test]
fn a_voice_queue_is_not_unknown_because_twilio_cannot_be_asked() {
    let lab = Lab::writers();
    assert_eq!(lab.trctl("voice-queues get Support").code, 4);
    assert_eq!(lab.trctl("voice-queues get nowhere").code, 4);
    lab.control(
        "faults",
        r#"{"requests":[{"path":"**/Workflows","status":429,"retry_after":3600}]}"#,
    );
    let ran = lab.trctl("voice-queues get Support");
    assert_eq!(ran.code, 5, "{ran}");
}
