//! `trctl conferences` and `trctl voice-queues` against an emulator.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;
use trctl::model::sid::TaskSid;

/// A task's conference with two calls in it, and one of somebody else's.
fn talking() -> (Lab, TaskSid, String) {
    let mut lab = Lab::writers();
    lab.set_activity("dave", "Available");
    let task = lab.task("Support", "{}");
    lab.answer(task, "accepted");
    let made = lab.control(
        "conferences",
        &format!(
            r#"{{"friendly_name":"{task}","participants":[{{"label":"customer"}},{{"label":"dave","hold":true,"end_conference_on_exit":true}}]}}"#
        ),
    );
    lab.control(
        "conferences",
        r#"{"friendly_name":"board meeting","participants":[{}]}"#,
    );
    lab.pass(65);
    let sid = made["sid"].as_str().unwrap().to_owned();
    (lab, task, sid)
}

#[test]
fn running_conferences_are_listed_with_their_tasks() {
    let (lab, task, sid) = talking();
    insta::assert_snapshot!(lab.trctl("conferences list"), @"
    exit code 0
    --- stdout
    SID                                 STATUS       NAME                                  AGE  TASK      QUEUE
    CF6a8deeb91650dcce511603371b604a0f  in-progress  board meeting                       1m 5s
    CF4223ea9364b8e8380117f6c137ca3408  in-progress  WTaa7a623aa3c246bdaf6d6b60e97eb148  1m 5s  assigned  Support
    ");
    insta::assert_snapshot!(lab.trctl("conferences list -o legacy"), @"
    exit code 0
    --- stdout
    +++ List conference calls.
    +  SID: CF6a8deeb91650dcce511603371b604a0f status: in-progress friendlyName: board meeting
    +  SID: CF4223ea9364b8e8380117f6c137ca3408 status: in-progress friendlyName: WTaa7a623aa3c246bdaf6d6b60e97eb148
    ");
    insta::assert_snapshot!(lab.trctl(&format!("conference get {task}")), @"
    exit code 0
    --- stdout
    SID           CF4223ea9364b8e8380117f6c137ca3408
    STATUS        in-progress
    NAME          WTaa7a623aa3c246bdaf6d6b60e97eb148
    AGE           1m 5s
    TASK          assigned
    QUEUE         Support
    REGION        us1
    REASON ENDED
    CREATED       2026-11-21T08:00:00Z
    UPDATED       2026-11-21T08:00:00Z
    ");
    let ran = lab.trctl("conferences list --where 'queue == \"Support\"' -o sid");
    assert_eq!(ran.stdout.trim(), sid);
    assert_eq!(lab.trctl("conferences list --older-than 2m").stdout, "");
    assert_eq!(lab.trctl("conferences list --status init").stdout, "");
    assert_eq!(
        lab.trctl("conferences list --since 2m -o sid")
            .stdout
            .lines()
            .count(),
        2
    );
    let tomorrow = lab.trctl("conferences list --since 2026-11-22 -o sid");
    assert_eq!(tomorrow.stdout, "", "{tomorrow}");
}

#[test]
fn participants_are_listed() {
    let (lab, task, _) = talking();
    insta::assert_snapshot!(lab.trctl(&format!("conferences participants {task}")), @"
    exit code 0
    --- stdout
    CALL                                LABEL     STATUS     MUTED  HOLD   ENDS CONFERENCE
    CA9b03f7873730978cb87147e8548696ad  customer  connected  false  false  false
    CA0609ab59812d661499a16a61d380bebf  dave      connected  false  true   true
    ");
}

#[test]
fn a_conference_is_ended() {
    let (lab, task, sid) = talking();
    insta::assert_snapshot!(lab.trctl(&format!("conferences complete --task {task}")), @"
    exit code 0
    --- stdout
    SID                                 NAME                                OUTCOME  DETAIL
    CF4223ea9364b8e8380117f6c137ca3408  WTaa7a623aa3c246bdaf6d6b60e97eb148  done     completed
    ");
    insta::assert_snapshot!(lab.trctl(&format!("conferences complete {sid}")), @"
    exit code 0
    --- stdout
    SID                                 NAME                                OUTCOME    DETAIL
    CF4223ea9364b8e8380117f6c137ca3408  WTaa7a623aa3c246bdaf6d6b60e97eb148  unchanged  is completed already
    ");
    let ended = lab.trctl("conferences list --status completed -o sid");
    assert_eq!(ended.stdout.trim(), sid);
    assert_eq!(
        lab.trctl("conferences list --all -o sid")
            .stdout
            .lines()
            .count(),
        2
    );
    insta::assert_snapshot!(lab.trctl("conferences complete"), @"
    exit code 2
    --- stderr
    error: the following required arguments were not provided:
      <CONFERENCE>...

    Usage: trctl conferences complete <CONFERENCE>...

    For more information, try '--help'.
    ");
}

#[test]
fn the_lines_of_the_replaced_script() {
    let (lab, task, _) = talking();
    insta::assert_snapshot!(lab.trctl(&format!("conferences complete {task} -o legacy")), @"
    exit code 0
    --- stdout
    +++ Set a conference call's status to: completed.
    + theConferenceSid: CF4223ea9364b8e8380117f6c137ca3408
    ++ Conference ended, set to completed: WTaa7a623aa3c246bdaf6d6b60e97eb148
    ");
}

#[test]
fn somebody_elses_conference_is_not_ended_by_mistake() {
    let (lab, task, _) = talking();
    insta::assert_snapshot!(lab.trctl("conferences complete --name 'board meeting'"), @"
    exit code 2
    --- stderr
    error: conference CF6a8deeb91650dcce511603371b604a0f (`board meeting`) belongs to no task of writers
    hint: `--force` ends it nevertheless; is it the right workspace?
    ");
    let both = format!("conferences complete {task} 'board meeting' --force");
    assert_eq!(lab.trctl(&both).code, 2);
    insta::assert_snapshot!(lab.trctl(&format!("{both} --yes")).stdout, @"
    SID                                 NAME                                OUTCOME  DETAIL
    CF4223ea9364b8e8380117f6c137ca3408  WTaa7a623aa3c246bdaf6d6b60e97eb148  done     completed
    CF6a8deeb91650dcce511603371b604a0f  board meeting                       done     completed
    ");
}

#[test]
fn voice_queues_are_called_by_their_workflows() {
    let lab = Lab::writers();
    let workflow = lab.trctl("workflows get Support -o sid").stdout;
    let workflow = workflow.trim();
    lab.control(
        "voice-queues",
        &format!(r#"{{"friendly_name":"{workflow}","callers":2}}"#),
    );
    lab.control("voice-queues", r#"{"friendly_name":"hold","max_size":5}"#);
    insta::assert_snapshot!(lab.trctl("voice-queues list"), @"
    exit code 0
    --- stdout
    SID                                 WORKFLOW  CALLERS  MAX  AVERAGE WAIT  NAME
    QU0609ab59812d661499a16a61d380bebf  Support         2  100            0s  WWa632720f337cd924c13b475b664ef73f
    QU6a8deeb91650dcce511603371b604a0f                  0    5            0s  hold
    ");
    insta::assert_snapshot!(lab.trctl("voice-queue list -o legacy"), @"
    exit code 0
    --- stdout
    ++ Get voice queue list.
    +  DateCreated:Nov 21 2026  SID:QU0609ab59812d661499a16a61d380bebf currentSize:2    maxSize:100 friendlyName:WWa632720f337cd924c13b475b664ef73f averageWaitTime:0
    +  DateCreated:Nov 21 2026  SID:QU6a8deeb91650dcce511603371b604a0f currentSize:0    maxSize:5 friendlyName:hold averageWaitTime:0
    ");
    insta::assert_snapshot!(lab.trctl("voice-queues get Support"), @"
    exit code 0
    --- stdout
    SID           QU0609ab59812d661499a16a61d380bebf
    WORKFLOW      Support
    CALLERS       2
    MAX           100
    AVERAGE WAIT  0s
    NAME          WWa632720f337cd924c13b475b664ef73f
    CREATED       2026-11-21T08:00:00Z
    UPDATED       2026-11-21T08:00:00Z
    ");
    insta::assert_snapshot!(lab.trctl("voice-queues members Support"), @"
    exit code 0
    --- stdout
    POSITION  CALL                                WAIT  ENQUEUED
           1  CA4223ea9364b8e8380117f6c137ca3408    0s  2026-11-21T08:00:00Z
           2  CA9b03f7873730978cb87147e8548696ad    0s  2026-11-21T08:00:00Z
    ");
    insta::assert_snapshot!(lab.trctl("voice-queues members hold"), @"
    exit code 0
    --- stderr
    no members
    ");
    insta::assert_snapshot!(lab.trctl("voice-queues members Sales"), @"
    exit code 4
    --- stderr
    error: workflow `Sales` (WW75dca3576ec1efb8aa2951439e502ed7) has no voice queue
    hint: Twilio makes it when the first call is enqueued to the workflow
    ");
}
