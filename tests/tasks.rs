//! `trctl tasks` against the emulator: what is shown, what is changed, what is refused.
#![cfg(feature = "server")]

mod common;

use common::Ran;
use common::lab::Lab;

/// A pending call, an assigned one and one that is stuck in wrapping.
fn three_calls() -> Lab {
    let mut lab = Lab::writers();
    lab.wrapping_task(r#"{"from":"+15550200","call_sid":"CA00000000000000000000000000000200","selected_product":"phone","selected_language":"en","conference":{"sid":"CF00000000000000000000000000000200","participants":{"worker":"CA00000000000000000000000000000201","customer":"CA00000000000000000000000000000200"}}}"#);
    lab.pass(60);
    lab.set_activity("susan", "Available");
    let sale = lab.task("Sales", r#"{"from":"+15550201"}"#);
    lab.answer(sale, "accepted");
    lab.pass(600);
    lab.task("Support", r#"{"from":"+15550202"}"#);
    lab
}

/// What a run came to, without what is another every time: the journal's name, the seconds.
fn show(ran: &Ran) -> String {
    let mut lines: Vec<String> = ran.to_string().lines().map(str::to_owned).collect();
    for line in &mut lines {
        if let Some((directory, _)) = line.split_once("/journals/") {
            *line = format!("{directory}/journals/[JOURNAL]");
        } else if let Some((counts, seconds)) = line.rsplit_once(" in ")
            && seconds.ends_with(" s")
        {
            *line = format!("{counts} in [SECONDS]");
        }
    }
    lines.join("\n")
}

#[test]
fn tasks_are_listed_with_who_has_them() {
    let lab = three_calls();
    insta::assert_snapshot!(show(&lab.trctl("tasks list")), @"
    exit code 0
    --- stdout
    SID                                 STATUS    AGE  PRIORITY  QUEUE    CHANNEL  FROM       WORKER
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  11m         0  Support  voice    +15550200  dave
    WTbcf9fa396e089908654241c7deea3e1e  assigned  10m         0  Sales    voice    +15550201  susan
    WT208aaca8b0391f39d502d3ea1a0125df  pending    0s         0  Support  voice    +15550202
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks list -o legacy")), @"
    exit code 0
    --- stdout
    +++ List tasks.
    ++ SID: WTaa7a623aa3c246bdaf6d6b60e97eb148 assignmentStatus: wrapping-*, Queue:Support Call SID:CA00000000000000000000000000000200
    ++ SID: WTbcf9fa396e089908654241c7deea3e1e assignmentStatus: assigned, Queue:Sales Call SID:undefined
    ++ SID: WT208aaca8b0391f39d502d3ea1a0125df assignmentStatus: pending, Queue:Support Call SID:undefined
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks list -o csv")), @r#"
    exit code 0
    --- stdout
    sid,status,age,priority,queue,channel,from,worker,workflow,call,conference,worker_call,customer_call,reservation,reservation_status,reason,selected_product,selected_language,created,updated,attributes
    WTaa7a623aa3c246bdaf6d6b60e97eb148,wrapping,660,0,Support,voice,+15550200,dave,Support,CA00000000000000000000000000000200,CF00000000000000000000000000000200,CA00000000000000000000000000000201,CA00000000000000000000000000000200,WR98fe11a44e15d73272430f30ae83904a,wrapping,,phone,en,2026-11-21T08:00:00Z,2026-11-21T08:00:00Z,"{""from"":""+15550200"",""call_sid"":""CA00000000000000000000000000000200"",""selected_product"":""phone"",""selected_language"":""en"",""conference"":{""sid"":""CF00000000000000000000000000000200"",""participants"":{""worker"":""CA00000000000000000000000000000201"",""customer"":""CA00000000000000000000000000000200""}}}"
    WTbcf9fa396e089908654241c7deea3e1e,assigned,600,0,Sales,voice,+15550201,susan,Sales,,,,,WRdcb3604e572f0c982ed153d99c2968df,accepted,,,,2026-11-21T08:01:00Z,2026-11-21T08:01:00Z,"{""from"":""+15550201""}"
    WT208aaca8b0391f39d502d3ea1a0125df,pending,0,0,Support,voice,+15550202,,Support,,,,,,,,,,2026-11-21T08:11:00Z,2026-11-21T08:11:00Z,"{""from"":""+15550202""}"
    "#);
    insta::assert_snapshot!(show(&lab.trctl("tasks list --with-reservations")), @"
    exit code 0
    --- stdout
    SID                                 STATUS    QUEUE    FROM       RESERVATION                         RESERVATION STATUS  WORKER
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  Support  +15550200  WR98fe11a44e15d73272430f30ae83904a  wrapping            dave
    WTbcf9fa396e089908654241c7deea3e1e  assigned  Sales    +15550201  WRdcb3604e572f0c982ed153d99c2968df  accepted            susan
    WT208aaca8b0391f39d502d3ea1a0125df  pending   Support  +15550202
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks list --with-reservations -o legacy")), @"
    exit code 0
    --- stdout
    +++ List tasks and their reservations(if any).
    +++ theAttributes from:+15550200 conference.sid:CF00000000000000000000000000000200 worker:CA00000000000000000000000000000201 customer:CA00000000000000000000000000000200
    ++ SID: WTaa7a623aa3c246bdaf6d6b60e97eb148 assignmentStatus: wrapping-* Task Queue:Support Reservation sid:WR98fe11a44e15d73272430f30ae83904a status:wrapping workerName:dave
    ++ SID: WTbcf9fa396e089908654241c7deea3e1e assignmentStatus: assigned, Queue:Sales
    +++ theAttributes from:+15550201 conference.sid:undefined worker:undefined customer:undefined
    ++ SID: WTbcf9fa396e089908654241c7deea3e1e assignmentStatus: assigned Task Queue:Sales Reservation sid:WRdcb3604e572f0c982ed153d99c2968df status:accepted workerName:susan
    ++ SID: WT208aaca8b0391f39d502d3ea1a0125df assignmentStatus: pending, Queue:Support
    +++ theAttributes from:+15550202 conference.sid:undefined worker:undefined customer:undefined
    ");
}

#[test]
fn what_is_stuck_in_wrapping_is_completed() {
    let lab = three_calls();
    insta::assert_snapshot!(show(&lab.trctl("tasks wrap-complete --dry-run")), @"
    exit code 0
    --- stdout
    SID                                 STATUS    SINCE                 AGE  PRIORITY  QUEUE    CHANNEL  FROM
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  2026-11-21T08:00:00Z  11m         0  Support  voice    +15550200
    --- stderr
    dry run: would complete 1 task in writers
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks wrap-complete")), @"
    exit code 2
    --- stderr
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks wrap-complete --yes")), @"
    exit code 0
    --- stdout
    SID                                 NAME       OUTCOME  DETAIL
    WTaa7a623aa3c246bdaf6d6b60e97eb148  +15550200  done     completed
    --- stderr
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
}
