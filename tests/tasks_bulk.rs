//! The verbs of `trctl tasks` that end or remove many at once, and `stuck`, which says where to.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;
use common::scripted::Scripted;

#[tokio::test]
async fn a_task_that_changed_is_judged_again() {
    let twilio = Scripted::start().await;
    twilio.lists("wrapping").await;
    twilio.reads("{}", "wrapping", 1).await;
    twilio.refuses(412, 20412, 1).await;
    twilio.reads("{}", "completed", 2).await;
    insta::assert_snapshot!(twilio.home.trctl("tasks wrap-complete --yes").steady(), @"
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
    insta::assert_snapshot!(twilio.home.trctl("tasks wrap-complete --yes --columns sid,outcome,detail").steady(), @"
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
    insta::assert_snapshot!(twilio.home.trctl("tasks wrap-complete --yes --columns sid,outcome,detail").steady(), @"
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

#[test]
fn what_is_stuck_in_wrapping_is_completed() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(lab.trctl("tasks wrap-complete --dry-run").steady(), @"
    exit code 0
    --- stdout
    SID                                 STATUS    SINCE                 AGE  PRIORITY  QUEUE    CHANNEL  FROM
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  2026-11-21T08:00:00Z  11m         0  Support  voice    +15550200
    --- stderr
    dry run: would complete 1 task in writers
    ");
    insta::assert_snapshot!(lab.trctl("tasks wrap-complete").steady(), @"
    exit code 2
    --- stderr
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    insta::assert_snapshot!(lab.trctl("tasks wrap-complete --yes").steady(), @"
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
    let lab = Lab::three_calls();
    let wrapping = lab.sid_of("wrapping");
    let pending = lab.sid_of("pending");
    let nobody = "WT00000000000000000000000000000001";
    insta::assert_snapshot!(lab.trctl(&format!("tasks wrap-complete {pending} --yes -o legacy")).steady(), @r#"
    exit code 0
    --- stdout
    If task status is "wrapping", changed to: "completed". Task SID: WT208aaca8b0391f39d502d3ea1a0125df
    ++ SID: WT208aaca8b0391f39d502d3ea1a0125df assignmentStatus: pending taskQueueFriendlyName: Support
    --- stderr
    0 done, 1 unchanged in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    "#);
    insta::assert_snapshot!(lab.trctl(&format!("tasks wrap-complete {nobody} --yes")).steady(), @"
    exit code 4
    --- stderr
    error: cannot get task WT00000000000000000000000000000001
    caused by: Twilio does not know /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001: 20404 The requested resource /Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001 was not found
    hint: see what there is with `trctl tasks list`; is it the right workspace?
    ");
    insta::assert_snapshot!(lab.trctl(&format!("tasks wrap-complete {wrapping} {nobody} {pending} --dry-run")).steady(), @"
    exit code 0
    --- stdout
    SID                                 STATUS    SINCE                 AGE  PRIORITY  QUEUE    CHANNEL  FROM
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  2026-11-21T08:00:00Z  11m         0  Support  voice    +15550200
    --- stderr
    task WT00000000000000000000000000000001 is not known to Twilio
    task WT208aaca8b0391f39d502d3ea1a0125df is pending, not wrapping
    dry run: would complete 1 task in writers
    ");
    insta::assert_snapshot!(lab.trctl(&format!("tasks wrap-complete {wrapping} {nobody} {pending} --yes")).steady(), @"
    exit code 6
    --- stdout
    SID                                 NAME       OUTCOME    DETAIL
    WTaa7a623aa3c246bdaf6d6b60e97eb148  +15550200  done       completed
    WT00000000000000000000000000000001             failed     Twilio does not know /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001: 20404 The requested resource /Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/Tasks/WT00000000000000000000000000000001 was not found
    WT208aaca8b0391f39d502d3ea1a0125df  +15550202  unchanged  is pending, not wrapping
    --- stderr
    1 done, 1 unchanged, 1 failed in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    hint: see what there is with `trctl tasks list`; is it the right workspace?
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
    insta::assert_snapshot!(again.steady(), @r#"
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
    let lab = Lab::three_calls();
    insta::assert_snapshot!(lab.trctl("tasks wrap-complete --yes -o legacy").steady(), @"
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
    insta::assert_snapshot!(lab.trctl("tasks wrap-complete --yes -o legacy").steady(), @"
    exit code 0
    --- stdout
    +++ List tasks.
    --- stderr
    nothing to complete in writers
    ");
    let lab = Lab::three_calls();
    let task = lab.sid_of("wrapping");
    insta::assert_snapshot!(lab.trctl(&format!("tasks wrap-complete {task} --yes -o legacy")).steady(), @r#"
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
    let lab = Lab::three_calls();
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
    insta::assert_snapshot!(lab.trctl("tasks wrap-complete --older-than 11m --queue Support --reason forgotten --yes -o json").steady(), @r#"
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
    let lab = Lab::three_calls();
    let task = lab.sid_of("wrapping");
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
    let before = &before["begin"]["before"];
    assert_eq!(before["sid"], task);
    assert_eq!(before["assignment_status"], "wrapping");
}

#[test]
fn tasks_are_completed_canceled_deleted_and_purged() {
    let lab = Lab::three_calls();
    lab.task("Sales", r#"{"from":"+15550203"}"#);
    insta::assert_snapshot!(lab.trctl("tasks complete --status accepted --yes --columns name,outcome,detail").steady(), @"
    exit code 0
    --- stdout
    NAME       OUTCOME  DETAIL
    +15550201  done     completed
    --- stderr
    hint: reservations are `accepted`; their task is `assigned`, as taken here
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    insta::assert_snapshot!(lab.trctl("tasks cancel --all --yes --columns name,outcome,detail --reason 'closed today'").steady(), @"
    exit code 0
    --- stdout
    NAME       OUTCOME  DETAIL
    +15550202  done     canceled
    +15550203  done     canceled
    --- stderr
    2 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    insta::assert_snapshot!(lab.trctl("tasks list --columns status,from,reason").steady(), @"
    exit code 0
    --- stdout
    STATUS     FROM       REASON
    wrapping   +15550200
    completed  +15550201  Completed with trctl
    canceled   +15550202  closed today
    canceled   +15550203  closed today
    ");
    insta::assert_snapshot!(lab.trctl("tasks purge --status completed,canceled --yes --columns name,outcome,detail").steady(), @"
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
    insta::assert_snapshot!(lab.trctl("tasks purge --older-than 1s --dry-run -o sid").steady(), @"
    exit code 0
    --- stderr
    dry run: would delete 0 tasks in writers
    ");
    insta::assert_snapshot!(lab.trctl("tasks delete --all --yes -o legacy").steady(), @"
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
    let lab = Lab::three_calls();
    let assigned = lab.sid_of("assigned");
    insta::assert_snapshot!(lab.trctl(&format!("tasks delete {assigned} --yes")).steady(), @"
    exit code 2
    --- stderr
    error: task WTbcf9fa396e089908654241c7deea3e1e is assigned
    hint: `--include-active` deletes it all the same
    ");
    insta::assert_snapshot!(lab.trctl("tasks delete --status assigned --yes").steady(), @"
    exit code 2
    --- stderr
    error: `tasks delete` does nothing to tasks that are assigned
    hint: `--include-active` deletes them all the same
    ");
    insta::assert_snapshot!(lab.trctl("tasks delete --all --yes --columns name,outcome,detail").steady(), @"
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
    insta::assert_snapshot!(lab.trctl("tasks delete --all --include-active --yes --columns name,outcome,detail").steady(), @"
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
    let lab = Lab::three_calls();
    insta::assert_snapshot!(lab.trctl("tasks stuck").steady(), @"
    exit code 0
    --- stdout
    SID                                 STATUS    SINCE                 FOR  ALLOWED  QUEUE    FROM       EVIDENCE                                                                                                 WOULD HELP
    WTaa7a623aa3c246bdaf6d6b60e97eb148  wrapping  2026-11-21T08:00:00Z  11m      10m  Support  +15550200  its call is unknown to Twilio; dave is `Offline` for 0s; WR98fe11a44e15d73272430f30ae83904a is wrapping  complete
    ");
    insta::assert_snapshot!(lab.trctl("tasks stuck --assigned 5m --fail-if-any -o ndjson --columns sid,status,since,seconds,allowed_seconds,queue,workflow,from,help").steady(), @r#"
    exit code 7
    --- stdout
    {"sid":"WTaa7a623aa3c246bdaf6d6b60e97eb148","status":"wrapping","since":"2026-11-21T08:00:00Z","seconds":660,"allowed_seconds":600,"queue":"Support","workflow":"Support","from":"+15550200","help":"complete"}
    {"sid":"WTbcf9fa396e089908654241c7deea3e1e","status":"assigned","since":"2026-11-21T08:01:00Z","seconds":600,"allowed_seconds":300,"queue":"Sales","workflow":"Sales","from":"+15550201","help":"complete"}
    --- stderr
    error: 2 tasks are stuck
    "#);
    insta::assert_snapshot!(lab.trctl("tasks stuck --queue Sales --fail-if-any").steady(), @"
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
    lab.control(
        "faults",
        r#"{"requests":[{"method":["POST","DELETE"],"every":3,"status":429,"retry_after":0}]}"#,
    );
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

/// Enough that a run of one at a time cannot be over before it is interrupted.
const TASKS: usize = 60;

#[test]
fn an_interrupted_run_tells_what_became_of_every_task() {
    let latency = std::time::Duration::from_millis(15);
    let lab = Lab::with(trctl::emulator::FaultPlan::latency(latency));
    lab.queue("Support", "1 == 1");
    lab.workflow("Support", "Support");
    for _ in 0..TASKS {
        lab.task("Support", "{}");
    }
    let child = lab
        .home
        .command(&[
            "tasks",
            "cancel",
            "--status",
            "pending",
            "--concurrency",
            "1",
            "--yes",
        ])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    while lab.sid_of("canceled").is_empty() {}
    let interrupt = ["-INT", &child.id().to_string()];
    let sent = std::process::Command::new("kill").args(interrupt).status();
    assert!(sent.unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));

    let stderr = String::from_utf8(output.stderr).unwrap();
    let canceled = lab.sid_of("canceled").lines().count();
    let left = TASKS - canceled;
    assert!(
        stderr.contains("stopping when what is under way has ended"),
        "{stderr}"
    );
    assert!(
        stderr.contains(&format!("{canceled} done, {left} not run in ")),
        "{stderr}"
    );
    assert!(
        stderr.contains(&format!("interrupted with {left} of {TASKS} not begun")),
        "{stderr}"
    );
    let rows = String::from_utf8(output.stdout).unwrap();
    assert_eq!(rows.lines().count(), 1 + TASKS, "{rows}");

    let path = stderr
        .lines()
        .find_map(|line| line.strip_prefix("journal: "))
        .unwrap();
    let journal = std::fs::read_to_string(path).unwrap();
    let befores = journal
        .lines()
        .filter(|line| line.contains("\"before\":"))
        .count();
    assert_eq!(befores, canceled);
    assert!(
        journal
            .lines()
            .last()
            .unwrap()
            .contains(&format!("\"not_run\":{left}"))
    );
}

#[test]
fn a_closed_stdout_does_not_hide_how_a_run_ended() {
    let lab = Lab::three_calls();
    let mut child = lab
        .home
        .command(&["tasks", "wrap-complete", "--yes"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert!(stderr.starts_with("1 done in "), "{stderr}");
}

#[tokio::test]
async fn a_failed_run_is_not_made_good_by_a_closed_stdout() {
    let twilio = Scripted::start().await;
    twilio.lists("wrapping").await;
    twilio.reads("{}", "wrapping", 1).await;
    twilio.refuses(400, 20001, 9).await;
    twilio.reads("{}", "wrapping", 1).await;
    let mut child = twilio
        .home
        .command(&["tasks", "wrap-complete", "--yes"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(6), "{stderr}");
    assert!(stderr.contains("0 done, 1 failed in "), "{stderr}");
}
