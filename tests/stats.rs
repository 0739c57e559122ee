//! `trctl stats` against an emulator.
#![cfg(feature = "server")]

mod common;
#[path = "stats/served.rs"]
mod served;

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use common::Ran;
use common::lab::Lab;

/// 08:00 dave takes a call of Support at once and is stuck with it; 08:01 susan takes one of Sales;
/// 08:11 another call waits in Support. It is 08:12:30.
fn three_calls() -> Lab {
    let mut lab = Lab::three_calls();
    lab.pass(90);
    lab
}

fn json(ran: &Ran) -> serde_json::Value {
    assert_eq!(ran.code, 0, "{ran}");
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn queues_are_one_table() {
    let lab = three_calls();
    insta::assert_snapshot!(lab.trctl("stats queues"), @"
    exit code 0
    --- stdout
    NAME     WAITING  LONGEST  ASSIGNED  WRAPPING  AVAILABLE  ENTERED  CANCELED  ACCEPTED  REJECTED  TIMED OUT  AVG WAIT
    Support        1   1m 30s         0         1          0        2         0         1         0          0        0s
    Sales          0                  1         0          1        1         0         1         0          0        0s
    ");
    insta::assert_snapshot!(lab.trctl("stats queues --real-time Support"), @"
    exit code 0
    --- stdout
    NAME     WAITING  LONGEST  ASSIGNED  WRAPPING  AVAILABLE
    Support        1   1m 30s         0         1          0
    ");
    insta::assert_snapshot!(lab.trctl("stats queues --cumulative --split 5,30"), @"
    exit code 0
    --- stdout
    NAME     ENTERED  CANCELED  ACCEPTED  REJECTED  TIMED OUT  AVG WAIT  ACCEPTED WITHIN  CANCELED WITHIN
    Support        2         0         1         0          0        0s  5s 1/1, 30s 1/1  5s 0/0, 30s 0/0
    Sales          1         0         1         0          0        0s  5s 1/1, 30s 1/1  5s 0/0, 30s 0/0
    ");
    insta::assert_snapshot!(lab.trctl("stats queue support -o csv"), @r#"
    exit code 0
    --- stdout
    name,sid,tasks_waiting,longest_task_waiting_age,longest_task_waiting_sid,longest_relative_task_age_in_queue,longest_relative_task_sid_in_queue,tasks_reserved,tasks_assigned,tasks_wrapping,total_tasks,tasks_by_priority,total_available_workers,total_eligible_workers,start_time,end_time,tasks_entered,tasks_moved,tasks_canceled,tasks_completed,tasks_deleted,reservations_created,reservations_accepted,reservations_rejected,reservations_timed_out,reservations_canceled,reservations_rescinded,avg_task_acceptance_time,wait_duration_until_accepted.max,wait_duration_in_queue_until_accepted.avg,wait_duration_in_queue_until_accepted.max,wait_duration_until_canceled.avg,wait_duration_until_canceled.max
    Support,WQe60443231f491eda3af8f78d137ad3c2,1,90,WT208aaca8b0391f39d502d3ea1a0125df,90,WT208aaca8b0391f39d502d3ea1a0125df,0,0,1,2,"{""0"":2}",0,2,2026-11-21T07:57:30Z,2026-11-21T08:12:30Z,2,0,0,0,0,1,1,0,0,0,0,0,0,0,0,0,0
    "#);
    insta::assert_snapshot!(lab.trctl("stats queues -o sid --sort -tasks_waiting"), @"
    exit code 0
    --- stdout
    WQe60443231f491eda3af8f78d137ad3c2
    WQa0a86a7a3862632b9d669791d9237f0f
    ");
}

#[test]
fn workflows_are_one_table() {
    let lab = three_calls();
    insta::assert_snapshot!(lab.trctl("stats workflows"), @"
    exit code 0
    --- stdout
    NAME     WAITING  LONGEST  ASSIGNED  WRAPPING  ENTERED  CANCELED  LEFT BY TIME-OUT  COMPLETED  ACCEPTED  REJECTED  TIMED OUT  AVG WAIT
    Support        1   1m 30s         0         1        2         0                 0          0         1         0          0        0s
    Sales          0                  1         0        1         0                 0          0         1         0          0        0s
    ");
    insta::assert_snapshot!(lab.trctl("stats workflows Sales --real-time"), @"
    exit code 0
    --- stdout
    NAME   WAITING  LONGEST  ASSIGNED  WRAPPING
    Sales        0                  1         0
    ");
}

#[test]
fn the_workspace_is_one_row() {
    let lab = three_calls();
    insta::assert_snapshot!(lab.trctl("stats workspace"), @"
    exit code 0
    --- stdout
    NAME     WAITING  LONGEST  ASSIGNED  WRAPPING  WORKERS                 CREATED  CANCELED  COMPLETED  ACCEPTED  REJECTED  TIMED OUT  AVG WAIT
    writers        1   1m 30s         1         1  Offline 2, Available 1        3         0          0         2         0          0        0s
    ");
    insta::assert_snapshot!(lab.trctl("stats workspace --cumulative --minutes 5 --columns start_time,end_time,tasks_created"), @"
    exit code 0
    --- stdout
    FROM                  TO                    CREATED
    2026-11-21T08:07:30Z  2026-11-21T08:12:30Z        1
    ");
    insta::assert_snapshot!(lab.trctl("stats workspace --channel chat --columns name,tasks_waiting,tasks_created"), @"
    exit code 0
    --- stdout
    NAME     WAITING  CREATED
    writers        0        0
    ");
}

#[test]
fn workers_are_shown_together_and_one_by_one() {
    let lab = three_calls();
    insta::assert_snapshot!(lab.trctl("stats workers"), @"
    exit code 0
    --- stdout
    NAME  ALL  WORKERS                 TIME                            OFFERS  ACCEPTED  REJECTED  TIMED OUT
    all     3  Offline 2, Available 1  Offline 15m, Available 22m 30s       2         2         0          0
    ");
    insta::assert_snapshot!(lab.trctl("stats workers --queue Support --real-time"), @"
    exit code 0
    --- stdout
    NAME        ALL  WORKERS
    of Support    2  Offline 2
    ");
    insta::assert_snapshot!(lab.trctl("stats workers dave susan"), @"
    exit code 0
    --- stdout
    NAME   ACTIVITY   TIME                           OFFERS  ACCEPTED  REJECTED  TIMED OUT
    dave   Offline    Offline 1m 30s, Available 11m       1         1         0          0
    susan  Available  Offline 1m, Available 11m 30s       1         1         0          0
    ");
    insta::assert_snapshot!(lab.trctl("stats workers --each --queue Support --columns name,activity,reservations_accepted"), @"
    exit code 0
    --- stdout
    NAME   ACTIVITY  ACCEPTED
    dave   Offline          1
    edith  Offline          0
    ");
}

#[test]
fn json_is_what_twilio_said() {
    let lab = three_calls();
    let queues = json(&lab.trctl("stats queues -o json --split 5"));
    assert_eq!(queues[0]["name"], "Support");
    assert_eq!(queues[0]["sid"], queues[0]["real_time"]["task_queue_sid"]);
    assert_eq!(queues[0]["real_time"]["tasks_by_status"]["pending"], 1);
    assert_eq!(
        queues[0]["cumulative"]["split_by_wait_time"]["5"]["below"]["reservations_accepted"],
        1
    );
    assert!(queues[0]["cumulative"]["url"].is_string());
    let workspace = json(&lab.trctl("stats workspace -o json --real-time"));
    assert_eq!(workspace[0]["cumulative"], serde_json::Value::Null);
    let ran = lab.trctl("stats workers --jq '.[0].cumulative.reservations_accepted'");
    assert_eq!(ran.stdout, "2\n");
    let ran = lab.trctl("stats queues --columns name,real_time.tasks_by_status.wrapping -o csv");
    assert_eq!(
        ran.stdout,
        "name,real_time.tasks_by_status.wrapping\nSupport,1\nSales,0\n"
    );
}

#[test]
fn a_window_is_given_in_minutes_or_by_its_ends() {
    let lab = three_calls();
    for (window, entered) in [
        ("", 3),
        ("--minutes 10", 1),
        ("--since 12m", 2),
        ("--since 2026-11-21T08:00 --until 2026-11-21T08:02", 2),
        ("--until 2026-11-21T08:00:30Z", 1),
    ] {
        let line = format!("stats workspace --cumulative {window} -o json");
        let stats = json(&lab.trctl(&line));
        assert_eq!(stats[0]["cumulative"]["tasks_created"], entered, "{window}");
    }
    insta::assert_snapshot!(lab.trctl("stats workspace --since 31d"), @"
    exit code 5
    --- stderr
    error: cannot ask for the statistics of `writers`
    caused by: Twilio refused GET /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/CumulativeStatistics: 14241 Statistics StartDate cannot be older than 30 days
    hint: see https://www.twilio.com/docs/errors/14241
    ");
    for wrong in [
        "--minutes 0",
        "--minutes 5 --since 1h",
        "--real-time --minutes 5",
        "--real-time --cumulative",
        "--real-time --split 5",
        "--split five",
    ] {
        let ran = lab.trctl(&format!("stats workspace {wrong}"));
        assert_eq!(ran.code, 2, "{ran}");
    }
}

#[test]
fn a_figure_out_of_bounds_is_named() {
    let lab = three_calls();
    insta::assert_snapshot!(lab.trctl("stats queues --real-time --columns name,tasks_waiting --fail-if 'tasks_waiting > 10 OR longest_task_waiting_age > 60'"), @"
    exit code 7
    --- stdout
    NAME     WAITING
    Support        1
    Sales          0
    --- stderr
    error: the check fails for 1 of 2 task queues
      Support: tasks_waiting is 1, longest_task_waiting_age is 90 (`tasks_waiting > 10 OR longest_task_waiting_age > 60`)
    ");
    insta::assert_snapshot!(lab.trctl("stats workspace -o csv --columns name --fail-if 'real_time.total_tasks >= 3' --fail-if 'cumulative.wait_duration_until_accepted.max > 5'"), @"
    exit code 7
    --- stdout
    name
    writers
    --- stderr
    error: the check fails
      writers: real_time.total_tasks is 3 (`real_time.total_tasks >= 3`)
    ");
    insta::assert_snapshot!(lab.trctl("stats queues --columns name --split 5 --fail-if 'service_level_5 < 100' --fail-if 'name == \"Sales\" AND accepted_within_5 == 1'"), @r#"
    exit code 7
    --- stdout
    NAME
    Support
    Sales
    --- stderr
    error: the check fails for 1 of 2 task queues
      Sales: name is "Sales", accepted_within_5 is 1 (`name == "Sales" AND accepted_within_5 == 1`)
    "#);
    for (check, code) in [
        ("workspace --fail-if 'workers_in_available == 0'", 0),
        ("workspace --fail-if 'workers_in_available > 0'", 7),
        (
            "workers --each --fail-if 'activity == \"Available\" AND seconds_in_available < 900'",
            7,
        ),
        ("workers dave --fail-if 'reservations_rejected > 0'", 0),
        ("workflows --fail-if 'tasks_timed_out_in_workflow > 0'", 0),
        (
            "queues --fail-if 'total_available_workers == 0 AND tasks_waiting > 0'",
            7,
        ),
    ] {
        let ran = lab.trctl(&format!("stats {check}"));
        assert_eq!(ran.code, code, "{check}: {ran}");
    }
}

#[test]
fn a_figure_that_is_none_is_refused_before_anything_is_asked() {
    let lab = three_calls();
    let requests = || lab.control_get("")["requests"].as_u64().unwrap();
    let before = requests();
    insta::assert_snapshot!(lab.trctl("stats workers --real-time --fail-if 'total_worker > 1'"), @"
    exit code 2
    --- stderr
    error: `--fail-if` asks for `total_worker`, which is no figure here
    hint: there are activity_statistics, name, real_time, sid, total_workers, workers_in_ACTIVITY
    ");
    for check in [
        "queues --fail-if 'tasks_wating > 10'",
        "queues --fail-if 'tasks_waiting.now > 10'",
        "queues --fail-if 'tasks_by_status.done > 10'",
        "queues --fail-if 'service_level_5 < 80'",
        "queues --real-time --fail-if 'tasks_entered > 10'",
        "workspace --fail-if 'tasks_entered > 10'",
        "workers --each --fail-if 'workers_in_available > 1'",
        "queues --fail-if 'tasks_waiting >'",
    ] {
        let ran = lab.trctl(&format!("stats {check}"));
        assert_eq!(ran.code, 2, "{check}: {ran}");
    }
    // This question is one.
    assert_eq!(requests() - before, 1);
    // Which activities there are is known from the first answer only.
    insta::assert_snapshot!(lab.trctl("stats workers --real-time --fail-if 'workers_in_lunch > 1'"), @"
    exit code 2
    --- stderr
    error: `--fail-if` asks for `workers_in_lunch`, which is no figure here
    hint: there are activity_statistics, name, real_time, sid, total_workers, workers_in_available, workers_in_offline, workers_in_unavailable
    ");
}

#[test]
fn a_figure_that_is_almost_one_is_told_as_it_is() {
    let lab = three_calls();
    insta::assert_snapshot!(lab.trctl("stats workers --real-time --fail-if 'workers_in_Available > 1'"), @"
    exit code 2
    --- stderr
    error: `--fail-if` asks for `workers_in_Available`, which is no figure here
    hint: it is called `workers_in_available`
    ");
    insta::assert_snapshot!(lab.trctl("stats queues --split 5 --fail-if 'service_level_20 < 80'"), @"
    exit code 2
    --- stderr
    error: `--fail-if` asks for `service_level_20`, which is no figure here
    hint: it takes `--split 20`
    ");
    insta::assert_snapshot!(lab.trctl("stats queues --split five"), @"
    exit code 2
    --- stderr
    error: invalid value 'five' for '--split <SECONDS,…>': it must be a whole number of seconds

    For more information, try '--help'.
    ");
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let lab = three_calls();
    for verb in ["stats queues", "events list", "tasks list"] {
        let ran = lab.trctl(&format!("{verb} --since 1m --until 2m"));
        assert_eq!(ran.code, 2, "{verb}: {ran}");
        assert!(
            ran.stderr.contains("the period ends before it begins"),
            "{verb}: {ran}"
        );
    }
}

#[test]
fn names_are_resolved_as_everywhere() {
    let lab = three_calls();
    insta::assert_snapshot!(lab.trctl("stats queues Suport"), @"
    exit code 4
    --- stderr
    error: there is no task queue named `Suport`
    hint: did you mean `Support`?
    ");
    insta::assert_snapshot!(lab.trctl("stats queues --channel fax"), @"
    exit code 4
    --- stderr
    error: there is no task channel named `fax`
    hint: see what there is with `trctl channels list`; is it the right workspace?
    ");
    let sid = lab.trctl("queues get Sales --columns sid -o csv --no-headers");
    let ran = lab.trctl(&format!(
        "stats queues {} --columns name --no-headers",
        sid.stdout.trim()
    ));
    assert_eq!(ran.stdout, "Sales\n");
}

#[test]
fn an_empty_workspace_has_no_rows() {
    let lab = Lab::new();
    insta::assert_snapshot!(lab.trctl("stats queues --fail-if 'tasks_waiting > 0'"), @"
    exit code 0
    --- stderr
    no task queues
    ");
    insta::assert_snapshot!(lab.trctl("stats workers"), @"
    exit code 0
    --- stdout
    NAME  ALL  WORKERS  TIME  OFFERS  ACCEPTED  REJECTED  TIMED OUT
    all     0                      0         0         0          0
    ");
}

#[test]
fn a_watched_check_ends_with_the_first_failure() {
    let lab = three_calls();
    let mut child = lab
        .home
        .command(&[
            "stats",
            "workspace",
            "--watch=1",
            "-o",
            "csv",
            "--no-headers",
            "--columns",
            "tasks_waiting",
            "--fail-if",
            "tasks_waiting > 1",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "1");
    assert_eq!(lines.next().unwrap().unwrap(), "1");
    lab.task("Support", "{}");
    let last = lines.map(Result::unwrap).last();
    assert_eq!(last.as_deref(), Some("2"));
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(7));
    assert_eq!(
        String::from_utf8(ended.stderr).unwrap(),
        "error: the check fails\n  writers: tasks_waiting is 2 (`tasks_waiting > 1`)\n"
    );
}

#[test]
fn a_crowd_of_workers_is_refused_in_so_many_words() {
    let lab = Lab::new();
    for number in 0..=100 {
        lab.worker(&format!("w{number}"), "{}");
    }
    insta::assert_snapshot!(lab.trctl("stats workers"), @"
    exit code 5
    --- stderr
    error: cannot ask for the statistics of the workers
    caused by: Twilio refused GET /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Workers/Statistics: 20001 Worker statistics are not available to workspaces with more than 100 workers
    hint: see https://www.twilio.com/docs/errors/20001
    ");
}
