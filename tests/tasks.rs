//! `trctl tasks` against the emulator: what is listed, shown, created and changed, what is refused.
#![cfg(feature = "server")]

mod common;

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use common::Ran;
use common::lab::Lab;
use common::scripted::Scripted;

/// The last segment of every path that was asked for, as `-v` tells; SIDs left out.
fn requests(ran: &Ran) -> Vec<String> {
    ran.stderr
        .lines()
        .filter_map(|line| {
            let url = line
                .split_whitespace()
                .find(|word| word.starts_with("http://"))?;
            let path = url.split(['?', ':']).nth(2)?;
            path.rsplit('/').next().map(|last| format!("/{last}"))
        })
        .collect()
}

#[test]
fn tasks_are_listed_with_who_has_them() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(lab.trctl("tasks list").steady(), @"
    exit code 0
    --- stdout
    SID                                 STATUS    AGE  PRIORITY  QUEUE    CHANNEL  FROM       WORKER
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  11m         0  Support  voice    +15550200  dave
    WTbcf9fa396e089908654241c7deea3e1e  assigned  10m         0  Sales    voice    +15550201  susan
    WT208aaca8b0391f39d502d3ea1a0125df  pending    0s         0  Support  voice    +15550202
    ");
    insta::assert_snapshot!(lab.trctl("tasks list -o legacy").steady(), @"
    exit code 0
    --- stdout
    +++ List tasks.
    ++ SID: WTaa7a623aa3c246bdaf6d6b60e97eb148 assignmentStatus: wrapping-*, Queue:Support Call SID:CA00000000000000000000000000000200
    ++ SID: WTbcf9fa396e089908654241c7deea3e1e assignmentStatus: assigned, Queue:Sales Call SID:undefined
    ++ SID: WT208aaca8b0391f39d502d3ea1a0125df assignmentStatus: pending, Queue:Support Call SID:undefined
    ");
    insta::assert_snapshot!(lab.trctl("tasks list -o csv").steady(), @r#"
    exit code 0
    --- stdout
    sid,status,age,priority,queue,channel,from,worker,workflow,call,conference,worker_call,customer_call,reservation,reservation_status,reason,selected_product,selected_language,created,updated,attributes
    WTaa7a623aa3c246bdaf6d6b60e97eb148,wrapping,660,0,Support,voice,+15550200,dave,Support,CA00000000000000000000000000000200,CF00000000000000000000000000000200,CA00000000000000000000000000000201,CA00000000000000000000000000000200,WR98fe11a44e15d73272430f30ae83904a,wrapping,,phone,en,2026-11-21T08:00:00Z,2026-11-21T08:00:00Z,"{""from"":""+15550200"",""call_sid"":""CA00000000000000000000000000000200"",""selected_product"":""phone"",""selected_language"":""en"",""conference"":{""sid"":""CF00000000000000000000000000000200"",""participants"":{""worker"":""CA00000000000000000000000000000201"",""customer"":""CA00000000000000000000000000000200""}}}"
    WTbcf9fa396e089908654241c7deea3e1e,assigned,600,0,Sales,voice,+15550201,susan,Sales,,,,,WRdcb3604e572f0c982ed153d99c2968df,accepted,,,,2026-11-21T08:01:00Z,2026-11-21T08:01:00Z,"{""from"":""+15550201""}"
    WT208aaca8b0391f39d502d3ea1a0125df,pending,0,0,Support,voice,+15550202,,Support,,,,,,,,,,2026-11-21T08:11:00Z,2026-11-21T08:11:00Z,"{""from"":""+15550202""}"
    "#);
    insta::assert_snapshot!(lab.trctl("tasks list --with-reservations").steady(), @"
    exit code 0
    --- stdout
    SID                                 STATUS    QUEUE    FROM       RESERVATION                         RESERVATION STATUS  WORKER
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  Support  +15550200  WR98fe11a44e15d73272430f30ae83904a  wrapping            dave
    WTbcf9fa396e089908654241c7deea3e1e  assigned  Sales    +15550201  WRdcb3604e572f0c982ed153d99c2968df  accepted            susan
    WT208aaca8b0391f39d502d3ea1a0125df  pending   Support  +15550202
    ");
    insta::assert_snapshot!(lab.trctl("tasks list --with-reservations -o legacy").steady(), @"
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
fn json_is_what_twilio_said_and_costs_no_further_request() {
    let lab = Lab::three_calls();
    let ran = lab.trctl("tasks list -o json -v");
    assert_eq!(requests(&ran), ["/Workspaces", "/Tasks"], "{ran}");
    let tasks: Vec<serde_json::Value> = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(tasks.len(), 3);
    assert_eq!(tasks[0]["task_queue_friendly_name"], "Support");
    assert!(tasks[0]["links"]["reservations"].is_string());

    let ran = lab.trctl("tasks list -o ndjson --columns sid,status -v");
    assert_eq!(requests(&ran), ["/Workspaces", "/Tasks"], "{ran}");

    // Only tasks that have a worker are asked for theirs.
    let ran = lab.trctl("tasks list -o ndjson --columns worker -v");
    assert_eq!(
        requests(&ran),
        ["/Workspaces", "/Tasks", "/Reservations", "/Reservations"],
        "{ran}"
    );
    assert_eq!(
        ran.stdout,
        "{\"worker\":\"dave\"}\n{\"worker\":\"susan\"}\n{\"worker\":null}\n"
    );

    let nested = lab.trctl("tasks list --with-reservations -o json");
    let tasks: Vec<serde_json::Value> = serde_json::from_str(&nested.stdout).unwrap();
    assert_eq!(tasks[1]["reservations"][0]["worker_name"], "susan");
    assert_eq!(tasks[2]["reservations"], serde_json::json!([]));
}

#[test]
fn attributes_of_any_kind_are_shown() {
    let lab = Lab::writers();
    for attributes in [
        r#"{"from":"+1","conference":"none"}"#,
        "{}",
        r#"{"from":{"a":[1]}}"#,
    ] {
        lab.task("Support", attributes);
    }
    insta::assert_snapshot!(lab.trctl("tasks list --columns status,from,worker_call,attributes,attributes.from").steady(), @r#"
    exit code 0
    --- stdout
    STATUS   FROM       WORKER CALL  ATTRIBUTES                         ATTRIBUTES.FROM
    pending  +1                      {"from":"+1","conference":"none"}  +1
    pending                          {}
    pending  {"a":[1]}               {"from":{"a":[1]}}                 {"a":[1]}
    "#);
}

#[test]
fn filters_are_twilios_where_it_has_them() {
    let lab = Lab::three_calls();
    let asks = |flags: &str, query: &str| {
        let ran = lab.trctl(&format!("tasks list -o sid -v {flags}"));
        assert_eq!(ran.code, 0, "{ran}");
        let asked = ran
            .stderr
            .lines()
            .rfind(|line| line.contains("/Tasks?"))
            .unwrap();
        assert!(asked.contains(query), "{flags}: {asked}");
        ran.stdout.lines().count()
    };
    assert_eq!(
        asks(
            "--status pending --status wrapping",
            "AssignmentStatus=pending%2Cwrapping&"
        ),
        2
    );
    assert_eq!(
        asks(
            "--status pending,assigned",
            "AssignmentStatus=pending%2Cassigned&"
        ),
        2
    );
    assert_eq!(asks("--queue support", "TaskQueueSid=WQ"), 2);
    assert_eq!(asks("--workflow Sales", "WorkflowSid=WW"), 1);
    assert_eq!(asks("--priority 0", "Priority=0&"), 3);
    assert_eq!(asks("--priority 1", "Priority=1&"), 0);
    assert_eq!(
        asks(
            "--attributes 'from == \"+15550201\"'",
            "EvaluateTaskAttributes=from+"
        ),
        1
    );
    assert_eq!(
        asks(
            "--order priority:desc,created:desc",
            "Ordering=Priority%3Adesc%2CDateCreated%3Adesc&"
        ),
        3
    );
    // These are judged here.
    assert_eq!(asks("--channel voice", "PageSize=1000"), 3);
    assert_eq!(asks("--channel chat", "PageSize=1000"), 0);
    assert_eq!(asks("--older-than 11m", "PageSize=1000"), 1);
    assert_eq!(
        asks(
            "--since 2026-11-21T08:01:00Z --until 2026-11-21T08:10:00Z",
            ""
        ),
        1
    );
    assert_eq!(asks("--where 'worker == \"susan\"'", ""), 1);
    assert_eq!(
        asks(
            "--where 'status == \"wrapping\" AND attributes.selected_product == \"phone\"'",
            ""
        ),
        1
    );
    let first = lab.trctl("tasks list --sort -created --limit 2 -o sid");
    assert_eq!(first.stdout.lines().count(), 2);
}

#[test]
fn accepted_is_understood_as_assigned() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(lab.trctl("tasks list --status accepted --columns status,worker").steady(), @"
    exit code 0
    --- stdout
    STATUS    WORKER
    assigned  susan
    --- stderr
    hint: reservations are `accepted`; their task is `assigned`, as taken here
    ");
    insta::assert_snapshot!(lab.trctl("tasks list --status waiting").steady(), @"
    exit code 2
    --- stderr
    error: invalid value 'waiting' for '--status <STATUS>'
      [possible values: pending, reserved, assigned, canceled, completed, wrapping]

      tip: a similar value exists: 'wrapping'

    For more information, try '--help'.
    ");
}

#[test]
fn a_list_is_complete_unless_a_limit_ends_it() {
    let lab = Lab::writers();
    for _ in 0..7 {
        lab.task("Support", "{}");
    }
    let all = lab.trctl("tasks list --page-size 3 -o sid -v");
    assert_eq!(all.stdout.lines().count(), 7, "{all}");
    assert_eq!(
        requests(&all),
        ["/Workspaces", "/Tasks", "/Tasks", "/Tasks"],
        "{all}"
    );
    let some = lab.trctl("tasks list --page-size 3 --limit 4 -o sid -v");
    assert_eq!(some.stdout.lines().count(), 4);
    assert_eq!(
        requests(&some),
        ["/Workspaces", "/Tasks", "/Tasks"],
        "{some}"
    );
    // Rows that are judged here may lie on any page, but once there are enough nobody asks on.
    let judged = lab.trctl("tasks list --where 'priority == 0' --limit 5 -o sid");
    assert_eq!(judged.stdout.lines().count(), 5);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let lab = Lab::writers();
    for _ in 0..50 {
        lab.task("Support", &format!(r#"{{"note":"{}"}}"#, "x".repeat(3000)));
    }
    let mut child = lab
        .home
        .command(&["tasks", "list", "-o", "ndjson", "--page-size", "5"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn a_watched_list_is_shown_again() {
    let lab = Lab::three_calls();
    let mut child = lab
        .home
        .command(&["tasks", "list", "--watch=1", "--columns", "status"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for _ in 0..2 {
        let shown: Vec<String> = lines.by_ref().take(4).map(Result::unwrap).collect();
        assert_eq!(shown, ["STATUS", "wrapping", "assigned", "pending"]);
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn an_empty_list_is_said_to_be_empty() {
    let lab = Lab::writers();
    insta::assert_snapshot!(lab.trctl("tasks list").steady(), @"
    exit code 0
    --- stderr
    no tasks
    ");
    assert_eq!(lab.trctl("tasks list -o json").stdout, "[]\n");
}

#[test]
fn what_cannot_be_meant_is_said_before_anything_is_sent() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(lab.trctl("tasks list --workspace writer").steady(), @"
    exit code 4
    --- stderr
    error: cannot use workspace `writer` (flag --workspace)
    caused by: there is no workspace named `writer`
    hint: did you mean `writers`?
    ");
    insta::assert_snapshot!(lab.trctl("tasks list --queue Suport").steady(), @"
    exit code 4
    --- stderr
    error: there is no task queue named `Suport`
    hint: did you mean `Support`?
    ");
    insta::assert_snapshot!(lab.trctl("tasks list --queue WW00000000000000000000000000000001").steady(), @"
    exit code 2
    --- stderr
    error: `WW00000000000000000000000000000001` is the SID of a workflow, not of a task queue
    hint: look the right one up with `trctl queues list`
    ");
    insta::assert_snapshot!(lab.trctl("tasks get WK00000000000000000000000000000001").steady(), @"
    exit code 2
    --- stderr
    error: `WK00000000000000000000000000000001` is the SID of a worker, not of a task
    hint: look the right one up with `trctl tasks list`
    ");
    insta::assert_snapshot!(lab.trctl("tasks get WT00000000000000000000000000000001").steady(), @"
    exit code 4
    --- stderr
    error: cannot get task WT00000000000000000000000000000001
    caused by: Twilio does not know /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001: 20404 The requested resource /Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001 was not found
    hint: see what there is with `trctl tasks list`; is it the right workspace?
    ");
    insta::assert_snapshot!(lab.trctl("tasks list --where 'priority > 5 AND'").steady(), @"
    exit code 2
    --- stderr
    error: invalid value 'priority > 5 AND' for '--where <EXPR>': expected a value, found the end at column 17
      |
    1 | priority > 5 AND
      |                 ^

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl("tasks list --columns nothing").steady(), @"
    exit code 2
    --- stderr
    error: cannot list the tasks
    caused by: unknown column `nothing`; there are sid, status, age, priority, queue, channel, from, worker, workflow, call, conference, worker_call, customer_call, reservation, reservation_status, reason, selected_product, selected_language, created, updated, attributes, account_sid, workspace_sid, assignment_status, addons, date_created, date_updated, task_queue_entered_date, virtual_start_time, task_queue_sid, task_queue_friendly_name, task_channel_sid, task_channel_unique_name, timeout, workflow_sid, workflow_friendly_name, ignore_capacity, routing_target, url, links
    hint: a path into the resource works too, such as `attributes.from`
    ");
    insta::assert_snapshot!(lab.trctl("tasks create --workflow Support --attributes '{\"a\": 1 \"b\": 2}' -v").steady(), @r#"
    exit code 2
    --- stderr
    error: the attributes are not JSON: expected `,` or `}` at line 1 column 9
      |
    1 | {"a": 1 "b": 2}
      |         ^
    hint: `--set KEY=VALUE` needs no JSON quoting
    "#);
    insta::assert_snapshot!(lab.trctl("tasks complete").steady(), @"
    exit code 2
    --- stderr
    error: no tasks were given or selected
    hint: give SIDs, or select with `--status`, `--queue`, `--where`…; `--all` selects every task the verb is for
    ");
    insta::assert_snapshot!(lab.trctl("tasks cancel WT00000000000000000000000000000001 --queue Support").steady(), @"
    exit code 2
    --- stderr
    error: tasks are given by SID and selected by flags; only one of the two can be meant
    ");
    insta::assert_snapshot!(lab.trctl("tasks cancel --status assigned").steady(), @"
    exit code 2
    --- stderr
    error: `tasks cancel` does nothing to tasks that are assigned
    hint: `trctl tasks complete` ends tasks that are assigned or wrapping
    ");
    insta::assert_snapshot!(lab.trctl("tasks purge").steady(), @"
    exit code 2
    --- stderr
    error: what is to be purged must be said
    hint: give `--status` or `--older-than`; `--dry-run` shows what they select
    ");
    insta::assert_snapshot!(lab.trctl("tasks update WT00000000000000000000000000000001").steady(), @"
    exit code 2
    --- stderr
    error: there is nothing to change
    hint: `--help` tells what can be changed
    ");
    insta::assert_snapshot!(lab.trctl("tasks cancel --all --yes -o legacy").steady(), @"
    exit code 2
    --- stderr
    error: `-o legacy` is not there for this command: it replaces no script
    ");
}

#[test]
fn a_task_is_shown_with_its_conference() {
    let lab = Lab::three_calls();
    let task = lab.sid_of("wrapping");
    lab.control("conferences", &format!(r#"{{"friendly_name":"{task}"}}"#));
    insta::assert_snapshot!(lab.trctl(&format!("tasks get {task}")).steady(), @r#"
    exit code 0
    --- stdout
    SID                 WTaa7a623aa3c246bdaf6d6b60e97eb148
    STATUS              wrapping
    AGE                 11m
    PRIORITY            0
    QUEUE               Support
    CHANNEL             voice
    FROM                +15550200
    WORKER              dave
    WORKFLOW            Support
    CALL                CA00000000000000000000000000000200
    CONFERENCE          CF4223ea9364b8e8380117f6c137ca3408
    WORKER CALL         CA00000000000000000000000000000201
    CUSTOMER CALL       CA00000000000000000000000000000200
    RESERVATION         WR98fe11a44e15d73272430f30ae83904a
    RESERVATION STATUS  wrapping
    REASON
    PRODUCT             phone
    LANGUAGE            en
    CREATED             2026-11-21T08:00:00Z
    UPDATED             2026-11-21T08:00:00Z
    ATTRIBUTES          {"from":"+15550200","call_sid":"CA00000000000000000000000000000200","selected_product":"phone","selected_language":"en","conference":{"sid":"CF00000000000000000000000000000200","participants":{"worker":"CA00000000000000000000000000000201","customer":"CA00000000000000000000000000000200"}}}
    "#);
    let ran = lab.trctl(&format!("tasks get {task} -o json -v"));
    assert_eq!(requests(&ran).len(), 2, "{ran}");
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["assignment_status"], "wrapping");
    insta::assert_snapshot!(lab.trctl(&format!("tasks reservations {task}")).steady(), @"
    exit code 0
    --- stdout
    SID                                 STATUS    WORKER  TASK                                SINCE
    WR98fe11a44e15d73272430f30ae83904a  wrapping  dave    WTaa7a623aa3c246bdaf6d6b60e97eb148    11m
    ");
    insta::assert_snapshot!(lab.trctl(&format!("tasks reservations {task} -o legacy")).steady(), @"
    exit code 0
    --- stdout
    +++ List a task's information.
    + Task: WTaa7a623aa3c246bdaf6d6b60e97eb148
    ++ SID:WR98fe11a44e15d73272430f30ae83904a reservationStatus:wrapping workerName:dave
    +++ Completed...
    ");
}

#[test]
fn a_task_is_created_and_changed() {
    let lab = Lab::writers();
    lab.home
        .write("work/caller.json", r#"{"from":"+15550100","level":1}"#);
    insta::assert_snapshot!(lab.trctl("tasks create --workflow Support --attributes @caller.json --attribute vip=true --attribute conference.sid=CF1 --priority 5 --channel voice --ttl 2h --dry-run").steady(), @r#"
    exit code 0
    --- stderr
    dry run: would create a task with
      WorkflowSid=WWa632720f337cd924c13b475b664ef73f
      Attributes={"from":"+15550100","level":1,"vip":true,"conference":{"sid":"CF1"}}
      Priority=5
      Timeout=7200
      TaskChannel=voice
    "#);
    let ran = lab.trctl("tasks create --workflow Support --attributes @caller.json --attribute vip=true --attribute conference.sid=CF1 --priority 5 --channel voice --ttl 2h -o json");
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        json["attributes"],
        r#"{"from":"+15550100","level":1,"vip":true,"conference":{"sid":"CF1"}}"#
    );
    assert_eq!(
        (&json["priority"], &json["timeout"]),
        (&5.into(), &7200.into())
    );
    let task = json["sid"].as_str().unwrap();

    let ran = lab.trctl(&format!(
        "tasks update {task} --set level=2 --unset vip --priority 9 --columns priority,attributes"
    ));
    insta::assert_snapshot!(ran.steady(), @r#"
    exit code 0
    --- stdout
    PRIORITY    9
    ATTRIBUTES  {"from":"+15550100","level":2,"conference":{"sid":"CF1"}}
    "#);
    let ran = lab.trctl(&format!(
        "tasks update {task} --attributes '{{}}' --replace --columns attributes -o csv"
    ));
    assert_eq!(ran.stdout, "attributes\n{}\n");
    let ran = lab
        .trctl("tasks create --workflow Sales --routing-target susan --ignore-capacity -o legacy");
    assert!(ran.stdout.starts_with("Created task with SID: WT"), "{ran}");
    let ran = lab
        .home
        .trctl_with_stdin("tasks create --workflow Sales --attributes -", "[]");
    insta::assert_snapshot!(ran.steady(), @r#"
    exit code 2
    --- stderr
    error: attributes must be a JSON object, such as `{"channel": "voice"}`
    "#);
}

#[tokio::test]
async fn members_are_merged_into_what_somebody_else_wrote_meanwhile() {
    let twilio = Scripted::start().await;
    twilio.reads(r#"{"a":1}"#, "assigned", 1).await;
    twilio.refuses(412, 20412, 1).await;
    twilio
        .reads(r#"{"a":1,"theirs":true}"#, "assigned", 2)
        .await;
    twilio.accepts("assigned", 2).await;
    let ran = twilio.home.trctl(&format!(
        "tasks update {} --set b=2 -o sid",
        Scripted::task()
    ));
    assert_eq!(ran.code, 0, "{ran}");
    let changes = twilio.changes().await;
    assert_eq!(
        changes,
        [
            ("\"1\"".to_owned(), r#"Attributes={"a":1,"b":2}"#.to_owned()),
            (
                "\"2\"".to_owned(),
                r#"Attributes={"a":1,"theirs":true,"b":2}"#.to_owned()
            ),
        ]
    );
}

#[tokio::test]
async fn attributes_that_are_not_json_are_shown_and_flagged() {
    let twilio = Scripted::start().await;
    twilio.lists_with("wrapping", "from=+1").await;
    twilio.has_no_reservations().await;
    insta::assert_snapshot!(twilio.home.trctl("tasks list --columns sid,status,from,call,attributes").steady(), @"
    exit code 0
    --- stdout
    SID                                 STATUS    FROM  CALL  ATTRIBUTES
    WT00000000000000000000000000000001  wrapping              not JSON: from=+1
    ");
    let ran = twilio.home.trctl("tasks list");
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 2), "{ran}");
    let ran = twilio
        .home
        .trctl("tasks list --where 'attributes.from == \"+1\"' -o sid");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran}");
}
