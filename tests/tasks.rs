//! `trctl tasks` against the emulator: what is shown, what is changed, what is refused.
#![cfg(feature = "server")]

mod common;

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use common::lab::Lab;
use common::{Ran, Sealed};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

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
    // Else the waiting call would be offered to dave as soon as his is gone.
    lab.set_activity("dave", "Offline");
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

/// The only task in this status.
fn sid_of(lab: &Lab, status: &str) -> String {
    let ran = lab.trctl(&format!("tasks list --status {status} -o sid"));
    ran.stdout.trim().to_owned()
}

/// A Twilio that knows one task and says what it is told to say, in that order.
struct Scripted {
    server: MockServer,
    home: Sealed,
}

impl Scripted {
    async fn start() -> Self {
        let server = MockServer::start().await;
        let home = Sealed::new()
            .env("TRCTL_BASE_URL", &server.uri())
            .env("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001")
            .env("TWILIO_AUTH_TOKEN", "secret")
            .env("TRCTL_WORKSPACE", "WS00000000000000000000000000000001")
            .env("TRCTL_NOW", common::lab::START);
        Self { server, home }
    }

    fn task() -> &'static str {
        "WT00000000000000000000000000000001"
    }

    fn document(status: &str, attributes: &str) -> serde_json::Value {
        serde_json::json!({
            "sid": Self::task(),
            "account_sid": "AC00000000000000000000000000000001",
            "workspace_sid": "WS00000000000000000000000000000001",
            "assignment_status": status,
            "attributes": attributes,
            "date_created": "2026-11-21T07:00:00Z",
            "date_updated": "2026-11-21T07:30:00Z",
            "task_queue_friendly_name": "Support",
        })
    }

    async fn says(&self, verb: &str, path: &str, answer: ResponseTemplate, times: Option<u64>) {
        let mock = Mock::given(matchers::method(verb))
            .and(matchers::path_regex(path))
            .respond_with(answer);
        let mock = match times {
            Some(times) => mock.up_to_n_times(times),
            None => mock,
        };
        mock.mount(&self.server).await;
    }

    async fn lists(&self, status: &str) {
        self.lists_with(status, "{}").await;
    }

    async fn lists_with(&self, status: &str, attributes: &str) {
        let page = serde_json::json!({
            "tasks": [Self::document(status, attributes)],
            "meta": {"key": "tasks", "next_page_url": null},
        });
        let answer = ResponseTemplate::new(200).set_body_json(page);
        self.says("GET", "/Tasks$", answer, None).await;
    }

    async fn has_no_reservations(&self) {
        let page = serde_json::json!({"reservations": [], "meta": {"key": "reservations"}});
        let answer = ResponseTemplate::new(200).set_body_json(page);
        self.says("GET", "/Reservations$", answer, None).await;
    }

    /// Is read once in this version.
    async fn reads(&self, attributes: &str, status: &str, version: u32) {
        let answer = ResponseTemplate::new(200)
            .insert_header("ETag", format!("\"{version}\"").as_str())
            .set_body_json(Self::document(status, attributes));
        self.says("GET", "/Tasks/WT", answer, Some(1)).await;
    }

    /// Refuses a change, so many times.
    async fn refuses(&self, status: u16, code: u32, times: u64) {
        let body = serde_json::json!({"code": code, "message": "no", "status": status});
        let answer = ResponseTemplate::new(status).set_body_json(body);
        self.says("POST", "/Tasks/WT", answer, Some(times)).await;
    }

    async fn accepts(&self, status: &str, version: u32) {
        let answer = ResponseTemplate::new(200)
            .insert_header("ETag", format!("\"{version}\"").as_str())
            .set_body_json(Self::document(status, "{}"));
        self.says("POST", "/Tasks/WT", answer, None).await;
    }

    /// `If-Match` and body of every change that was asked for.
    async fn changes(&self) -> Vec<(String, String)> {
        let requests = self.server.received_requests().await.unwrap();
        requests
            .into_iter()
            .filter(|request| request.method.as_str() == "POST")
            .map(|request| {
                let etag = request.headers.get("if-match").unwrap();
                let form = url::form_urlencoded::parse(&request.body)
                    .map(|(name, value)| format!("{name}={value}"))
                    .collect::<Vec<_>>()
                    .join("&");
                (etag.to_str().unwrap().to_owned(), form)
            })
            .collect()
    }
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
fn json_is_what_twilio_said_and_costs_no_further_request() {
    let lab = three_calls();
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
    insta::assert_snapshot!(show(&lab.trctl("tasks list --columns status,from,worker_call,attributes,attributes.from")), @r#"
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
    let lab = three_calls();
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
    let lab = three_calls();
    insta::assert_snapshot!(show(&lab.trctl("tasks list --status accepted --columns status,worker")), @"
    exit code 0
    --- stdout
    STATUS    WORKER
    assigned  susan
    --- stderr
    hint: reservations are `accepted`; their task is `assigned`, as taken here
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks list --status waiting")), @"
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
    let lab = three_calls();
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
    insta::assert_snapshot!(show(&lab.trctl("tasks list")), @"
    exit code 0
    --- stderr
    no tasks
    ");
    assert_eq!(lab.trctl("tasks list -o json").stdout, "[]\n");
}

#[test]
fn what_cannot_be_meant_is_said_before_anything_is_sent() {
    let lab = three_calls();
    insta::assert_snapshot!(show(&lab.trctl("tasks list --workspace writer")), @"
    exit code 4
    --- stderr
    error: cannot use workspace `writer` (flag --workspace)
    caused by: there is no workspace named `writer`
    hint: did you mean `writers`?
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks list --queue Suport")), @"
    exit code 4
    --- stderr
    error: there is no task queue named `Suport`
    hint: did you mean `Support`?
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks list --queue WW00000000000000000000000000000001")), @"
    exit code 2
    --- stderr
    error: `WW00000000000000000000000000000001` is the SID of a workflow, not of a task queue
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks get WK00000000000000000000000000000001")), @"
    exit code 2
    --- stderr
    error: `WK00000000000000000000000000000001` is the SID of a worker, not of a task
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks get WT00000000000000000000000000000001")), @"
    exit code 4
    --- stderr
    error: cannot get task WT00000000000000000000000000000001
    caused by: Twilio does not know /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001: 20404 The requested resource /Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001 was not found
    hint: see what there is with the `list` command; is it the right workspace?
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks list --where 'priority > 5 AND'")), @"
    exit code 2
    --- stderr
    error: invalid value 'priority > 5 AND' for '--where <EXPR>': expected a value, found the end at column 17
      |
    1 | priority > 5 AND
      |                 ^

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks list --columns nothing")), @"
    exit code 2
    --- stderr
    error: cannot list the tasks
    caused by: unknown column `nothing`; there are sid, status, age, priority, queue, channel, from, worker, workflow, call, conference, worker_call, customer_call, reservation, reservation_status, reason, selected_product, selected_language, created, updated, attributes, account_sid, workspace_sid, assignment_status, addons, date_created, date_updated, task_queue_entered_date, virtual_start_time, task_queue_sid, task_queue_friendly_name, task_channel_sid, task_channel_unique_name, timeout, workflow_sid, workflow_friendly_name, ignore_capacity, routing_target, url, links
    hint: a path into the resource works too, such as `attributes.from`
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks create --workflow Support --attributes '{\"a\": 1 \"b\": 2}' -v")), @r#"
    exit code 2
    --- stderr
    error: the attributes are not JSON: expected `,` or `}` at line 1 column 9
      |
    1 | {"a": 1 "b": 2}
      |         ^
    hint: `--attribute KEY=VALUE` and `--set KEY=VALUE` need no JSON quoting
    "#);
    insta::assert_snapshot!(show(&lab.trctl("tasks complete")), @"
    exit code 2
    --- stderr
    error: no tasks were given or selected
    hint: give SIDs, or select with `--status`, `--queue`, `--where`…; `--all` selects every task the verb is for
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks cancel WT00000000000000000000000000000001 --queue Support")), @"
    exit code 2
    --- stderr
    error: tasks are given by SID and selected by flags; only one of the two can be meant
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks cancel --status assigned")), @"
    exit code 2
    --- stderr
    error: `tasks cancel` does nothing to tasks that are assigned
    hint: `trctl tasks complete` ends tasks that are assigned or wrapping
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks purge")), @"
    exit code 2
    --- stderr
    error: what is to be purged must be said
    hint: give `--status` or `--older-than`; `--dry-run` shows what they select
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks update WT00000000000000000000000000000001")), @"
    exit code 2
    --- stderr
    error: there is nothing to change
    hint: give `--set`, `--unset`, `--attributes`, `--priority`, `--channel` or `--virtual-start`
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks cancel --all --yes -o legacy")), @"
    exit code 2
    --- stderr
    error: `-o legacy` is not there for this command: it replaces no script
    ");
}

#[test]
fn a_task_is_shown_with_its_conference() {
    let lab = three_calls();
    let task = sid_of(&lab, "wrapping");
    lab.control("conferences", &format!(r#"{{"friendly_name":"{task}"}}"#));
    insta::assert_snapshot!(show(&lab.trctl(&format!("tasks get {task}"))), @r#"
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
    insta::assert_snapshot!(show(&lab.trctl(&format!("tasks reservations {task}"))), @"
    exit code 0
    --- stdout
    SID                                 STATUS    WORKER  TASK                                SINCE
    WR98fe11a44e15d73272430f30ae83904a  wrapping  dave    WTaa7a623aa3c246bdaf6d6b60e97eb148    11m
    ");
    insta::assert_snapshot!(show(&lab.trctl(&format!("tasks reservations {task} -o legacy"))), @"
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
    insta::assert_snapshot!(show(&lab.trctl("tasks create --workflow Support --attributes @caller.json --attribute vip=true --attribute conference.sid=CF1 --priority 5 --channel voice --ttl 2h --dry-run")), @r#"
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
    insta::assert_snapshot!(show(&ran), @r#"
    exit code 0
    --- stdout
    PRIORITY    9
    ATTRIBUTES  {"from":"+15550100","level":2,"conference":{"sid":"CF1"}}
    "#);
    let ran = lab.trctl(&format!(
        "tasks update {task} --attributes '{{}}' --columns attributes -o csv"
    ));
    assert_eq!(ran.stdout, "attributes\n{}\n");
    let ran = lab
        .trctl("tasks create --workflow Sales --routing-target susan --ignore-capacity -o legacy");
    assert!(ran.stdout.starts_with("Created task with SID: WT"), "{ran}");
    let ran = lab
        .home
        .trctl_with_stdin("tasks create --workflow Sales --attributes -", "[]");
    insta::assert_snapshot!(show(&ran), @r#"
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
async fn a_task_that_changed_is_judged_again() {
    let twilio = Scripted::start().await;
    twilio.lists("wrapping").await;
    twilio.reads("{}", "wrapping", 1).await;
    twilio.refuses(412, 20412, 1).await;
    twilio.reads("{}", "completed", 2).await;
    insta::assert_snapshot!(show(&twilio.home.trctl("tasks wrap-complete --yes")), @"
    exit code 0
    --- stdout
    SID                                 NAME  OUTCOME    DETAIL
    WT00000000000000000000000000000001        unchanged  is completed, not wrapping
    --- stderr
    0 done, 1 unchanged in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    assert_eq!(twilio.changes().await.len(), 1);
}

#[tokio::test]
async fn a_task_that_changed_and_is_still_stuck_is_completed() {
    let twilio = Scripted::start().await;
    twilio.lists("wrapping").await;
    twilio.reads("{}", "wrapping", 1).await;
    twilio.refuses(412, 20412, 1).await;
    twilio.reads("{}", "wrapping", 2).await;
    twilio.accepts("completed", 2).await;
    insta::assert_snapshot!(show(&twilio.home.trctl("tasks wrap-complete --yes --columns sid,outcome,detail")), @"
    exit code 0
    --- stdout
    SID                                 OUTCOME  DETAIL
    WT00000000000000000000000000000001  done     completed
    --- stderr
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    let versions: Vec<String> = twilio
        .changes()
        .await
        .into_iter()
        .map(|(etag, _)| etag)
        .collect();
    assert_eq!(versions, ["\"1\"", "\"2\""]);
}

#[tokio::test]
async fn a_task_that_left_the_state_is_unchanged() {
    let twilio = Scripted::start().await;
    twilio.lists("wrapping").await;
    twilio.reads("{}", "completed", 7).await;
    insta::assert_snapshot!(show(&twilio.home.trctl("tasks wrap-complete --yes --columns sid,outcome,detail")), @"
    exit code 0
    --- stdout
    SID                                 OUTCOME    DETAIL
    WT00000000000000000000000000000001  unchanged  is completed, not wrapping
    --- stderr
    0 done, 1 unchanged in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    assert_eq!(twilio.changes().await.len(), 0);
}

#[tokio::test]
async fn attributes_that_are_not_json_are_shown_and_flagged() {
    let twilio = Scripted::start().await;
    twilio.lists_with("wrapping", "from=+1").await;
    twilio.has_no_reservations().await;
    insta::assert_snapshot!(show(&twilio.home.trctl("tasks list --columns sid,status,from,call,attributes")), @"
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

#[test]
fn given_tasks_are_completed_left_or_not_known() {
    let lab = three_calls();
    let wrapping = sid_of(&lab, "wrapping");
    let pending = sid_of(&lab, "pending");
    let nobody = "WT00000000000000000000000000000001";
    insta::assert_snapshot!(show(&lab.trctl(&format!("tasks wrap-complete {pending} --yes -o legacy"))), @r#"
    exit code 0
    --- stdout
    If task status is "wrapping", changed to: "completed". Task SID: WT208aaca8b0391f39d502d3ea1a0125df
    ++ SID: WT208aaca8b0391f39d502d3ea1a0125df assignmentStatus: pending taskQueueFriendlyName: Support
    --- stderr
    0 done, 1 unchanged in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    "#);
    insta::assert_snapshot!(show(&lab.trctl(&format!("tasks wrap-complete {nobody} --yes"))), @"
    exit code 4
    --- stderr
    error: cannot get task WT00000000000000000000000000000001
    caused by: Twilio does not know /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001: 20404 The requested resource /Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001 was not found
    hint: see what there is with the `list` command; is it the right workspace?
    ");
    insta::assert_snapshot!(show(&lab.trctl(&format!("tasks wrap-complete {wrapping} {nobody} {pending} --dry-run"))), @"
    exit code 0
    --- stdout
    SID                                 STATUS    SINCE                 AGE  PRIORITY  QUEUE    CHANNEL  FROM
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  2026-11-21T08:00:00Z  11m         0  Support  voice    +15550200
    --- stderr
    task WT00000000000000000000000000000001 is not known to Twilio
    task WT208aaca8b0391f39d502d3ea1a0125df is pending, not wrapping
    dry run: would complete 1 task in writers
    ");
    insta::assert_snapshot!(show(&lab.trctl(&format!("tasks wrap-complete {wrapping} {nobody} {pending} --yes"))), @"
    exit code 6
    --- stdout
    SID                                 NAME       OUTCOME    DETAIL
    WTaa7a623aa3c246bdaf6d6b60e97eb148  +15550200  done       completed
    WT00000000000000000000000000000001             failed     Twilio does not know /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001: 20404 The requested resource /Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001 was not found
    WT208aaca8b0391f39d502d3ea1a0125df  +15550202  unchanged  is pending, not wrapping
    --- stderr
    1 done, 1 unchanged, 1 failed in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    hint: see what there is with the `list` command; is it the right workspace?
    error: 1 of 3 failed
    ");
    assert_eq!(
        lab.get_task(wrapping.parse().unwrap()).reason.as_deref(),
        Some("Was stuck in wrapping")
    );
    let again = lab.home.trctl_with_stdin(
        "tasks wrap-complete - --yes -o legacy",
        &format!("{wrapping}\n"),
    );
    insta::assert_snapshot!(show(&again), @r#"
    exit code 0
    --- stdout
    If task status is "wrapping", changed to: "completed". Task SID: WTaa7a623aa3c246bdaf6d6b60e97eb148
    ++ SID: WTaa7a623aa3c246bdaf6d6b60e97eb148 assignmentStatus: completed taskQueueFriendlyName: Support
    --- stderr
    0 done, 1 unchanged in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    "#);
}

#[test]
fn the_legacy_lines_of_wrap_complete() {
    let lab = three_calls();
    insta::assert_snapshot!(show(&lab.trctl("tasks wrap-complete --yes -o legacy")), @"
    exit code 0
    --- stdout
    +++ List tasks.
    ++ SID: WTaa7a623aa3c246bdaf6d6b60e97eb148 assignmentStatus: wrapping
    ++ Set task to completed.
    +++ Task status set: completed
    --- stderr
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks wrap-complete --yes -o legacy")), @"
    exit code 0
    --- stdout
    +++ List tasks.
    --- stderr
    nothing to complete in writers
    ");
    let lab = three_calls();
    let task = sid_of(&lab, "wrapping");
    insta::assert_snapshot!(show(&lab.trctl(&format!("tasks wrap-complete {task} --yes -o legacy"))), @r#"
    exit code 0
    --- stdout
    If task status is "wrapping", changed to: "completed". Task SID: WTaa7a623aa3c246bdaf6d6b60e97eb148
    ++ SID: WTaa7a623aa3c246bdaf6d6b60e97eb148 assignmentStatus: wrapping taskQueueFriendlyName: Support
    ++ Set task to completed.
    +++ Task set to status: completed
    --- stderr
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    "#);
}

#[test]
fn only_what_has_been_wrapping_for_long_is_completed() {
    let lab = three_calls();
    let ran = lab.trctl("tasks wrap-complete --older-than 12m --yes -o json");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "[]\n"), "{ran}");
    assert!(
        ran.stderr.contains("nothing to complete in writers"),
        "{ran}"
    );
    for flags in [
        "--queue Sales",
        "--workflow Sales",
        "--where 'priority > 5'",
    ] {
        let ran = lab.trctl(&format!("tasks wrap-complete {flags} --yes -o json"));
        assert_eq!(ran.stdout, "[]\n", "{flags}: {ran}");
    }
    insta::assert_snapshot!(show(&lab.trctl("tasks wrap-complete --older-than 11m --queue Support --reason forgotten --yes -o json")), @r#"
    exit code 0
    --- stdout
    [
    {"sid":"WTaa7a623aa3c246bdaf6d6b60e97eb148","name":"+15550200","outcome":"done","detail":"completed"}
    ]
    --- stderr
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    "#);
}

#[test]
fn the_journal_has_every_task_as_it_was() {
    let lab = three_calls();
    let task = sid_of(&lab, "wrapping");
    assert_eq!(lab.trctl("tasks wrap-complete --yes").code, 0);
    let directory = lab.home.home().join(".local/state/trctl/journals");
    let journal = std::fs::read_dir(directory)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let text = std::fs::read_to_string(journal).unwrap();
    let before = text
        .lines()
        .find(|line| line.contains("\"before\""))
        .unwrap();
    let before: serde_json::Value = serde_json::from_str(before).unwrap();
    assert_eq!(before["before"]["sid"], task);
    assert_eq!(before["before"]["assignment_status"], "wrapping");
}

#[test]
fn tasks_are_completed_canceled_deleted_and_purged() {
    let lab = three_calls();
    lab.task("Sales", r#"{"from":"+15550203"}"#);
    insta::assert_snapshot!(show(&lab.trctl("tasks complete --status accepted --yes --columns name,outcome,detail")), @"
    exit code 0
    --- stdout
    NAME       OUTCOME  DETAIL
    +15550201  done     completed
    --- stderr
    hint: reservations are `accepted`; their task is `assigned`, as taken here
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks cancel --all --yes --columns name,outcome,detail --reason 'closed today'")), @"
    exit code 0
    --- stdout
    NAME       OUTCOME  DETAIL
    +15550202  done     canceled
    +15550203  done     canceled
    --- stderr
    2 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks list --columns status,from,reason")), @"
    exit code 0
    --- stdout
    STATUS     FROM       REASON
    wrapping   +15550200
    completed  +15550201  Completed with trctl
    canceled   +15550202  closed today
    canceled   +15550203  closed today
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks purge --status completed,canceled --yes --columns name,outcome,detail")), @"
    exit code 0
    --- stdout
    NAME       OUTCOME  DETAIL
    +15550201  done     deleted
    +15550202  done     deleted
    +15550203  done     deleted
    --- stderr
    3 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks purge --older-than 1s --dry-run -o sid")), @"
    exit code 0
    --- stderr
    dry run: would delete 0 tasks in writers
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks delete --all --yes -o legacy")), @"
    exit code 0
    --- stdout
    +++ List and delete all tasks.
    ++ Task assignment: wrapping, deleted: WTaa7a623aa3c246bdaf6d6b60e97eb148
    --- stderr
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
}

#[test]
fn tasks_that_a_worker_has_are_not_deleted_unless_it_is_said() {
    let lab = three_calls();
    let assigned = sid_of(&lab, "assigned");
    insta::assert_snapshot!(show(&lab.trctl(&format!("tasks delete {assigned} --yes"))), @"
    exit code 2
    --- stderr
    error: task WTbcf9fa396e089908654241c7deea3e1e is assigned
    hint: `--include-active` deletes it all the same
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks delete --status assigned --yes")), @"
    exit code 2
    --- stderr
    error: `tasks delete` does nothing to tasks that are assigned
    hint: `--include-active` deletes them all the same
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks delete --all --yes --columns name,outcome,detail")), @"
    exit code 0
    --- stdout
    NAME       OUTCOME  DETAIL
    +15550200  done     deleted
    +15550202  done     deleted
    --- stderr
    1 task reserved or assigned is left alone; `--include-active` deletes them all the same
    2 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks delete --all --include-active --yes --columns name,outcome,detail")), @"
    exit code 0
    --- stdout
    NAME       OUTCOME  DETAIL
    +15550201  done     deleted
    --- stderr
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    assert_eq!(lab.trctl("tasks list -o sid").stdout, "");
}

#[test]
fn what_has_waited_too_long_is_named_with_what_would_help() {
    let lab = three_calls();
    insta::assert_snapshot!(show(&lab.trctl("tasks stuck")), @"
    exit code 0
    --- stdout
    SID                                 STATUS    SINCE                 FOR  ALLOWED  QUEUE    FROM       WOULD HELP
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  2026-11-21T08:00:00Z  11m      10m  Support  +15550200  complete
    ");
    insta::assert_snapshot!(show(&lab.trctl("tasks stuck --assigned 5m --fail-if-any -o json")), @r#"
    exit code 7
    --- stdout
    [
    {"sid":"WTaa7a623aa3c246bdaf6d6b60e97eb148","status":"wrapping","since":"2026-11-21T08:00:00Z","seconds":660,"allowed_seconds":600,"queue":"Support","workflow":"Support","from":"+15550200","help":"complete"},
    {"sid":"WTbcf9fa396e089908654241c7deea3e1e","status":"assigned","since":"2026-11-21T08:01:00Z","seconds":600,"allowed_seconds":300,"queue":"Sales","workflow":"Sales","from":"+15550201","help":"complete"}
    ]
    --- stderr
    error: 2 tasks are stuck
    "#);
    insta::assert_snapshot!(show(&lab.trctl("tasks stuck --queue Sales --fail-if-any")), @"
    exit code 0
    --- stderr
    no tasks are stuck
    ");
}

#[test]
fn with_every_third_write_refused_all_are_completed_and_none_is_lost() {
    let lab = Lab::writers();
    for _ in 0..20 {
        lab.task("Support", "{}");
    }
    lab.control("faults", r#"{"refuse_every":3}"#);
    let ran = lab.trctl("tasks cancel --all --yes -o json");
    assert_eq!(ran.code, 0, "{ran}");
    let outcomes: Vec<serde_json::Value> = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(outcomes.len(), 20);
    assert!(
        outcomes.iter().all(|outcome| outcome["outcome"] == "done"),
        "{ran}"
    );
    assert_eq!(
        lab.trctl("tasks list --status canceled -o sid")
            .stdout
            .lines()
            .count(),
        20
    );
}
