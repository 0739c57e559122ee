//! `trctl workers` against an emulator.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;

fn writers() -> Lab {
    let mut lab = Lab::writers();
    lab.set_activity("dave", "Available");
    lab.pass(90);
    lab
}

#[test]
fn workers_are_listed_in_every_format() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers list"), @"
    exit code 0
    --- stdout
    NAME   SID                                 ACTIVITY    SINCE  AVAILABLE  SKILLS
    dave   WK0b88fa7a1849310c8b94f6441313bfd8  Available  1m 30s  true       support
    edith  WK895b9907b270298f6c971a10850bb53a  Offline    1m 30s  false      support
    susan  WK71d84f61fef73ee71feebb00859380fd  Offline    1m 30s  false      sales
    ");
    insta::assert_snapshot!(lab.trctl("worker status --columns name,since --sort -since"), @"
    exit code 0
    --- stdout
    NAME    SINCE
    dave   1m 30s
    edith  1m 30s
    susan  1m 30s
    ");
    insta::assert_snapshot!(lab.trctl("workers list -o csv --limit 1"), @"
    exit code 0
    --- stdout
    name,sid,activity,since,available,skills,task,contact,activity_sid,created
    dave,WK0b88fa7a1849310c8b94f6441313bfd8,Available,90,true,support,,+15550100,WAdef434e398051d632367df909c5b19a1,2026-11-21T08:00:00Z
    ");
    insta::assert_snapshot!(lab.trctl("workers list -o sid"), @"
    exit code 0
    --- stdout
    WK0b88fa7a1849310c8b94f6441313bfd8
    WK895b9907b270298f6c971a10850bb53a
    WK71d84f61fef73ee71feebb00859380fd
    ");
    insta::assert_snapshot!(lab.trctl("workers list -o legacy"), @"
    exit code 0
    --- stdout
    +++ Start.
    ++ List worker activity status.
    + WK0b88fa7a1849310c8b94f6441313bfd8 : dave : Available
    + WK895b9907b270298f6c971a10850bb53a : edith : Offline
    + WK71d84f61fef73ee71feebb00859380fd : susan : Offline
    ");
    insta::assert_snapshot!(lab.trctl("workers list -o yaml --columns name,activity,since,attributes.skills --limit 1"), @"
    exit code 0
    --- stdout
    - name: dave
      activity: Available
      since: 90
      attributes.skills:
      - support
    ");
    insta::assert_snapshot!(lab.trctl("workers list --jq '.[] | select(.available) | .friendly_name'"), @"
    exit code 0
    --- stdout
    dave
    ");
}

#[test]
fn json_is_what_twilio_said() {
    let lab = writers();
    let ran = lab.trctl("workers list -o json");
    let workers: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(workers[0]["friendly_name"], "dave");
    assert!(
        workers[0]["attributes"]
            .as_str()
            .unwrap()
            .contains("contact_uri")
    );
    assert!(workers[0]["links"]["reservations"].is_string());
}

#[test]
fn a_list_is_one_request() {
    let lab = writers();
    let requests = || lab.control_get("")["requests"].as_u64().unwrap();
    let before = requests();
    assert_eq!(lab.trctl("workers list --workspace writers").code, 0);
    // Beside the list: the workspace's name, and this question.
    assert_eq!(requests() - before, 3);
}

#[test]
fn twilio_filters_by_names() {
    let lab = writers();
    for (filter, found) in [
        ("--activity Available", "dave"),
        ("--available", "dave"),
        ("--available=false", "edith susan"),
        ("--queue Sales", "susan"),
        ("--target 'skills HAS \"support\"'", "dave edith"),
        ("--name edith", "edith"),
        ("--where 'attributes.contact_uri == \"+15550102\"'", "susan"),
        ("--where 'activity == \"Available\"'", "dave"),
        ("--activity Offline --order desc --limit 1", "edith"),
        ("--older-than 1m", "dave edith susan"),
        ("--older-than 2m", ""),
    ] {
        let ran = lab.trctl(&format!(
            "workers list --columns name --no-headers {filter}"
        ));
        let names: Vec<&str> = ran.stdout.split_whitespace().collect();
        assert_eq!(names.join(" "), found, "{filter}: {ran}");
    }
}

#[test]
fn the_present_task_is_joined_where_it_is_shown() {
    let lab = writers();
    let task = lab.task("Support", "{}").to_string();
    let ran = lab.trctl("workers list --columns name,task --no-headers");
    assert_eq!(ran.stdout, format!("dave   {task}\nedith\nsusan\n"));
    let ran = lab.trctl("workers list --where 'task != null' --columns name --no-headers");
    assert_eq!(ran.stdout, "dave\n");
    let ran = lab.trctl("workers get dave --columns task -o csv --no-headers");
    assert_eq!(ran.stdout, format!("{task}\n"));
}

#[test]
fn one_worker_is_shown() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers get dave"), @"
    exit code 0
    --- stdout
    NAME          dave
    SID           WK0b88fa7a1849310c8b94f6441313bfd8
    ACTIVITY      Available
    SINCE         1m 30s
    AVAILABLE     true
    SKILLS        support
    TASK
    CONTACT       +15550100
    ACTIVITY SID  WAdef434e398051d632367df909c5b19a1
    CREATED       2026-11-21T08:00:00Z
    ");
    insta::assert_snapshot!(lab.trctl("workers get dvae"), @"
    exit code 4
    --- stderr
    error: there is no worker named `dvae`
    hint: did you mean `dave`?
    ");
    insta::assert_snapshot!(lab.trctl("workers get WT00000000000000000000000000000001"), @"
    exit code 2
    --- stderr
    error: `WT00000000000000000000000000000001` is the SID of a task, not of a worker
    hint: look the right one up with the `list` command
    ");
}

#[test]
fn two_workers_of_one_name_are_told_apart_by_their_sids() {
    let lab = writers();
    lab.worker("agent-1", r#"{"name":"twin"}"#);
    lab.worker("agent-2", r#"{"name":"twin"}"#);
    insta::assert_snapshot!(lab.trctl("workers set-activity twin Available"), @"
    exit code 2
    --- stderr
    error: 2 workers are named `twin`: WK98fe11a44e15d73272430f30ae83904a (agent-1), WKcb3689e9967583d6712a9c93b52fd71f (agent-2)
    hint: use the SID of the one you mean
    ");
}

#[test]
fn a_named_worker_is_moved_at_once() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers set-activity edith Available"), @"
    exit code 0
    --- stdout
    SID                                 NAME   OUTCOME  DETAIL
    WK895b9907b270298f6c971a10850bb53a  edith  done     Available (was Offline)
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity edith available"), @"
    exit code 0
    --- stdout
    SID                                 NAME   OUTCOME    DETAIL
    WK895b9907b270298f6c971a10850bb53a  edith  unchanged  is Available already
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity edith --to Offline --dry-run"), @"
    exit code 0
    --- stdout
    NAME   SID                                 ACTIVITY   SINCE  AVAILABLE  SKILLS
    edith  WK895b9907b270298f6c971a10850bb53a  Available     0s  true       support
    --- stderr
    activity: Offline
    dry run: would move 1 worker in writers
    ");
    insta::assert_snapshot!(lab.trctl("workers list --available --columns name --no-headers"), @"
    exit code 0
    --- stdout
    dave
    edith
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity edith Ofline"), @"
    exit code 4
    --- stderr
    error: there is no activity named `Ofline`
    hint: did you mean `Offline`?
    ");
}

#[test]
fn several_workers_are_moved_after_a_question() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers set-activity dave edith dave Offline"), @"
    exit code 2
    --- stderr
    activity: Offline
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    let ran = lab.trctl("workers set-activity dave edith dave Offline --yes");
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(ran.stdout, @"
    SID                                 NAME   OUTCOME    DETAIL
    WK0b88fa7a1849310c8b94f6441313bfd8  dave   done       Offline (was Available)
    WK895b9907b270298f6c971a10850bb53a  edith  unchanged  is Offline already
    ");
    assert!(ran.stderr.contains("1 done, 1 unchanged in"), "{ran}");
    assert!(
        ran.stderr
            .contains("journal: ~/.local/state/trctl/journals/"),
        "{ran}"
    );

    insta::assert_snapshot!(
        lab.trctl("workers set-activity --queue Support --activity Offline --to Available --dry-run"),
        @"
        exit code 0
        --- stdout
        NAME   SID                                 ACTIVITY   SINCE  AVAILABLE  SKILLS
        dave   WK0b88fa7a1849310c8b94f6441313bfd8  Offline       0s  false      support
        edith  WK895b9907b270298f6c971a10850bb53a  Offline   1m 30s  false      support
        --- stderr
        activity: Available
        dry run: would move 2 workers in writers
        "
    );
    let ran = lab.trctl("workers set-activity --queue Support --to Available --yes -o csv");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(ran.stdout.matches(",done,").count(), 2, "{ran}");
}

#[test]
fn offers_are_rejected_with_the_activity() {
    let lab = writers();
    let task = lab.task("Support", "{}");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "reserved");
    insta::assert_snapshot!(lab.trctl("workers set-activity dave Available --reject-pending"), @"
    exit code 2
    --- stderr
    error: `--reject-pending` is not for `Available`, which takes tasks
    hint: reject single offers with `trctl reservations reject`
    ");
    let ran = lab.trctl("workers set-activity dave Offline --reject-pending");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(lab.get_task(task).assignment_status.as_str(), "pending");
}

#[test]
fn who_is_to_be_moved_must_be_said() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workers set-activity"), @"
    exit code 2
    --- stderr
    error: no activity is given
    hint: write `trctl workers set-activity dave Available`
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity Offline"), @"
    exit code 2
    --- stderr
    error: no worker is given to be put to `Offline`
    hint: name workers before the activity, or select them with `--queue`, `--activity` or `--where`
    ");
    insta::assert_snapshot!(lab.trctl("workers set-activity dave Offline --queue Support"), @"
    exit code 2
    --- stderr
    error: workers are named and selected at the same time
    hint: leave out one of the two
    ");
}

#[test]
fn what_cannot_be_told_is_not_done() {
    let lab = writers();
    assert_eq!(
        lab.trctl("workers set-activity dave Offline -o legacy")
            .code,
        2
    );
    let ran = lab.trctl("workers list --name dave --columns activity --no-headers");
    assert_eq!(ran.stdout, "Available\n");
}
