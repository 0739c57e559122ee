//! `trctl reservations` against an emulator.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;
use trctl::model::TaskQueue;
use trctl::model::sid::TaskSid;
use trctl::twilio::{Change, Form};

/// dave is offered a task.
fn offered() -> (Lab, TaskSid, String) {
    let mut lab = Lab::writers();
    lab.set_activity("dave", "Available");
    let task = lab.task("Support", "{}");
    lab.pass(5);
    let sid = lab.trctl("reservations list -o sid").stdout;
    (lab, task, sid.trim().to_owned())
}

#[test]
fn open_reservations_are_gathered_from_all_tasks() {
    let (lab, task, _) = offered();
    insta::assert_snapshot!(lab.trctl("reservations list"), @"
    exit code 0
    --- stdout
    SID                                 STATUS   WORKER  TASK                                SINCE
    WR98fe11a44e15d73272430f30ae83904a  pending  dave    WTaa7a623aa3c246bdaf6d6b60e97eb148     5s
    ");
    assert_eq!(lab.trctl("reservations list --status accepted").stdout, "");
    lab.answer(task, "accepted");
    let ran = lab.trctl("reservations list --columns status --no-headers");
    assert_eq!(ran.stdout, "accepted\n");
    lab.answer(task, "completed");
    insta::assert_snapshot!(lab.trctl("reservations list"), @"
    exit code 0
    --- stderr
    no reservations
    ");
}

#[test]
fn those_of_a_task_or_a_worker_are_all_listed() {
    let (mut lab, task, sid) = offered();
    lab.pass(10);
    lab.set_activity("dave", "Available");
    for of in [format!("--task {task}"), "--worker dave".to_owned()] {
        let ran = lab.trctl(&format!(
            "reservations list {of} --columns worker,status,since"
        ));
        insta::allow_duplicates! {
            insta::assert_snapshot!(ran, @"
            exit code 0
            --- stdout
            WORKER  STATUS   SINCE
            dave    timeout     5s
            dave    pending     0s
            ");
        }
    }
    let ran = lab.trctl("reservations list --worker dave --status timeout -o sid");
    assert_eq!(ran.stdout.trim(), sid);
    insta::assert_snapshot!(lab.trctl(&format!("reservations list --task {task} -o legacy")), @"
    exit code 0
    --- stdout
    +++ List a task's information.
    + Task: WTaa7a623aa3c246bdaf6d6b60e97eb148
    ++ SID:WR98fe11a44e15d73272430f30ae83904a reservationStatus:timeout workerName:dave
    ++ SID:WR7dea4c86f8ab8e2fb983477dacc20d43 reservationStatus:pending workerName:dave
    +++ Completed...
    ");
    insta::assert_snapshot!(lab.trctl("reservations list -o legacy"), @"
    exit code 2
    --- stderr
    error: `-o legacy` is not there for this command: it replaces no script
    ");
    assert_eq!(lab.trctl("reservations list --status nonsense").code, 2);
}

#[test]
fn one_is_found_without_its_task() {
    let (lab, task, sid) = offered();
    insta::assert_snapshot!(lab.trctl(&format!("reservations get {sid}")), @"
    exit code 0
    --- stdout
    SID         WR98fe11a44e15d73272430f30ae83904a
    STATUS      pending
    WORKER      dave
    TASK        WTaa7a623aa3c246bdaf6d6b60e97eb148
    SINCE       5s
    WORKER SID  WK0b88fa7a1849310c8b94f6441313bfd8
    CREATED     2026-11-21T08:00:00Z
    ");
    let by_task = lab.trctl(&format!("reservations get {sid} --task {task} -o json"));
    let by_search = lab.trctl(&format!("reservations get {sid} -o json"));
    assert_eq!(by_task.stdout, by_search.stdout);
    insta::assert_snapshot!(
        lab.trctl("reservations get WR00000000000000000000000000000001"),
        @"
        exit code 4
        --- stderr
        error: no task that has a worker has the reservation WR00000000000000000000000000000001
        hint: name its task with `--task` or its worker with `--worker`
        "
    );
    insta::assert_snapshot!(
        lab.trctl("reservations get WR00000000000000000000000000000001 --worker dave"),
        @"
        exit code 4
        --- stderr
        error: Twilio does not know /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Workers/WK0b88fa7a1849310c8b94f6441313bfd8/Reservations/WR00000000000000000000000000000001: 20404 The requested resource /Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Workers/WK0b88fa7a1849310c8b94f6441313bfd8/Reservations/WR00000000000000000000000000000001 was not found
        hint: see what there is with `trctl reservations list`; is it the right workspace?
        "
    );
}

#[test]
fn an_offer_is_accepted_and_completed() {
    let (lab, task, sid) = offered();
    insta::assert_snapshot!(lab.trctl(&format!("reservations accept {sid}")), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME  DETAIL
    WR98fe11a44e15d73272430f30ae83904a  dave  done     accepted
    ");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "assigned");
    insta::assert_snapshot!(lab.trctl(&format!("reservations accept {sid}")), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME    DETAIL
    WR98fe11a44e15d73272430f30ae83904a  dave  unchanged  is accepted already
    ");
    insta::assert_snapshot!(lab.trctl(&format!("reservations complete {sid} --worker dave")), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME  DETAIL
    WR98fe11a44e15d73272430f30ae83904a  dave  done     completed
    ");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "completed");
}

#[test]
fn an_offer_is_rejected_with_an_activity() {
    let (lab, task, sid) = offered();
    insta::assert_snapshot!(lab.trctl(&format!("reservations reject {sid} --activity Offline")), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME  DETAIL
    WR98fe11a44e15d73272430f30ae83904a  dave  done     rejected
    ");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "pending");
    insta::assert_snapshot!(
        lab.trctl("workers list --name dave --columns name,activity --no-headers"),
        @"
        exit code 0
        --- stdout
        dave  Offline
        "
    );
}

#[test]
fn a_refusal_is_told_in_twilios_words() {
    let (mut lab, task, sid) = offered();
    lab.pass(10);
    insta::assert_snapshot!(lab.trctl(&format!("reservations accept {sid} --task {task}")), @"
    exit code 5
    --- stderr
    error: cannot accept reservation WR98fe11a44e15d73272430f30ae83904a (dave)
    caused by: Twilio refused POST /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WTaa7a623aa3c246bdaf6d6b60e97eb148/Reservations/WR98fe11a44e15d73272430f30ae83904a: 20001 Reservation WR98fe11a44e15d73272430f30ae83904a cannot change from timeout to accepted
    hint: see https://www.twilio.com/docs/errors/20001
    ");
    insta::assert_snapshot!(lab.trctl(&format!("reservations complete {sid} --task {task}")), @"
    exit code 5
    --- stderr
    error: cannot complete reservation WR98fe11a44e15d73272430f30ae83904a (dave)
    caused by: Twilio refused POST /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WTaa7a623aa3c246bdaf6d6b60e97eb148/Reservations/WR98fe11a44e15d73272430f30ae83904a: 20001 Reservation WR98fe11a44e15d73272430f30ae83904a cannot change from timeout to completed
    hint: see https://www.twilio.com/docs/errors/20001
    ");
}

#[test]
fn several_answers_are_confirmed() {
    let (lab, _, first) = offered();
    lab.set_activity("edith", "Available");
    lab.task("Support", "{}");
    let sids = lab.trctl("reservations list -o sid").stdout;
    let sids: Vec<&str> = sids.split_whitespace().collect();
    assert_eq!(sids.len(), 2);
    assert!(sids.contains(&first.as_str()));
    let line = format!("reservations accept {}", sids.join(" "));
    assert_eq!(lab.trctl(&line).code, 2);
    insta::assert_snapshot!(lab.trctl(&format!("{line} --yes")).stdout, @"
    SID                                 NAME   OUTCOME  DETAIL
    WR98fe11a44e15d73272430f30ae83904a  dave   done     accepted
    WR376143221925bc538f0299f0c9105032  edith  done     accepted
    ");
}

#[test]
fn who_comes_second_is_told_that_the_offer_is_gone() {
    let lab = Lab::writers();
    let both = Change::new(Form::new().with("MaxReservedWorkers", 2));
    lab.wait(async {
        let queue = lab.client.resolve::<TaskQueue>(lab.workspace, "Support");
        let queue = queue.await.unwrap();
        let change = lab.client.update::<TaskQueue>(lab.workspace, queue, both);
        change.await.unwrap();
    });
    lab.set_activity("dave", "Available");
    lab.set_activity("edith", "Available");
    lab.task("Support", "{}");
    let sids = lab.trctl("reservations list -o sid").stdout;
    let (first, second) = sids.trim().split_once('\n').unwrap();
    assert_eq!(lab.trctl(&format!("reservations accept {first}")).code, 0);
    insta::assert_snapshot!(lab.trctl(&format!("reservations accept {second}")), @"
    exit code 5
    --- stderr
    error: cannot accept reservation WRfcc46ad29d88d8811e17feaaf5119950 (edith)
    caused by: Twilio refused POST /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT89d6ad8e69df4e762f3f4dd5ea198bea/Reservations/WRfcc46ad29d88d8811e17feaaf5119950: 20410 Reservation WRfcc46ad29d88d8811e17feaaf5119950 has been rescinded
    hint: see https://www.twilio.com/docs/errors/20410
    ");
}
