//! The nouns that are only looked at, and what goes wrong with any of them.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;

#[test]
fn activities_tell_what_they_are_for() {
    let lab = Lab::writers();
    insta::assert_snapshot!(lab.trctl("activities list"), @"
    exit code 0
    --- stdout
    NAME         SID                                 AVAILABLE  ROLE
    Offline      WAbcd9dbb49673066b2ca02ba0c66069e2  false      default, timeout
    Available    WAdef434e398051d632367df909c5b19a1  true
    Unavailable  WA309f81a5ebe9a7f2940514708b0a5eb2  false
    ");
    insta::assert_snapshot!(lab.trctl("activities list -o legacy"), @"
    exit code 0
    --- stdout
    +++ List a WorkSpace's Activities.
    + Workspace friendlyName: writers
    ++ Load workspace activies.
    + SID: WAbcd9dbb49673066b2ca02ba0c66069e2 : Offline
    + SID: WAdef434e398051d632367df909c5b19a1 : Available
    + SID: WA309f81a5ebe9a7f2940514708b0a5eb2 : Unavailable
    +++ Completed...
    ");
    insta::assert_snapshot!(lab.trctl("activity get offline"), @"
    exit code 0
    --- stdout
    NAME       Offline
    SID        WAbcd9dbb49673066b2ca02ba0c66069e2
    AVAILABLE  false
    ROLE       default, timeout
    CREATED    2026-11-21T08:00:00Z
    UPDATED    2026-11-21T08:00:00Z
    ");
    let ran = lab.trctl("activities list --available --columns name --no-headers");
    assert_eq!(ran.stdout, "Available\n");
}

#[test]
fn channels_queues_and_workflows_are_listed() {
    let lab = Lab::writers();
    insta::assert_snapshot!(lab.trctl("channels list --columns unique_name,name,optimized"), @"
    exit code 0
    --- stdout
    UNIQUE NAME  NAME     OPTIMIZED ROUTING
    default      Default  false
    voice        Voice    false
    chat         Chat     false
    sms          SMS      false
    video        Video    false
    ");
    insta::assert_snapshot!(lab.trctl("channel get voice -o csv --columns name"), @"
    exit code 0
    --- stdout
    name
    Voice
    ");
    insta::assert_snapshot!(lab.trctl("queues list"), @r#"
    exit code 0
    --- stdout
    NAME     SID                                 TARGET WORKERS        ORDER  MAX RESERVED
    Support  WQe60443231f491eda3af8f78d137ad3c2  skills HAS "support"  FIFO              1
    Sales    WQa0a86a7a3862632b9d669791d9237f0f  skills HAS "sales"    FIFO              1
    "#);
    insta::assert_snapshot!(lab.trctl("queue list --worker susan --columns name -o tsv"), @"
    exit code 0
    --- stdout
    name
    Sales
    ");
    insta::assert_snapshot!(lab.trctl("queues get Sales"), @r#"
    exit code 0
    --- stdout
    NAME                  Sales
    SID                   WQa0a86a7a3862632b9d669791d9237f0f
    TARGET WORKERS        skills HAS "sales"
    ORDER                 FIFO
    MAX RESERVED          1
    RESERVATION ACTIVITY
    ASSIGNMENT ACTIVITY
    CREATED               2026-11-21T08:00:00Z
    UPDATED               2026-11-21T08:00:00Z
    "#);
    insta::assert_snapshot!(lab.trctl("workflows list"), @"
    exit code 0
    --- stdout
    NAME     SID                                 RESERVATION TIMEOUT  FILTERS  DEFAULT QUEUE  CALLBACK
    Support  WWa632720f337cd924c13b475b664ef73f                  10s        0  Support
    Sales    WW75dca3576ec1efb8aa2951439e502ed7                  10s        0  Sales
    ");
    insta::assert_snapshot!(lab.trctl("workflow list --columns name,default_queue -o yaml"), @"
    exit code 0
    --- stdout
    - name: Support
      default_queue: Support
    - name: Sales
      default_queue: Sales
    ");
    insta::assert_snapshot!(lab.trctl("workflows get Support -o wide --columns name,filters,default_queue"), @"
    exit code 0
    --- stdout
    NAME           Support
    FILTERS        0
    DEFAULT QUEUE  Support
    ");
}

#[test]
fn every_noun_answers_to_singular_and_plural() {
    let lab = Lab::writers();
    for noun in [
        "workspace",
        "activity",
        "channel",
        "queue",
        "workflow",
        "worker",
        "reservation",
        "conference",
        "voice-queue",
    ] {
        let many = match noun {
            "activity" => "activities".to_owned(),
            one => format!("{one}s"),
        };
        for spelling in [noun, &many] {
            let ran = lab.trctl(&format!("{spelling} list -o json"));
            assert_eq!(ran.code, 0, "{spelling}: {ran}");
            let list: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
            assert!(list.is_array(), "{spelling}");
        }
    }
}

#[test]
fn an_empty_list_says_so_to_people_only() {
    let lab = Lab::new();
    insta::assert_snapshot!(lab.trctl("queues list"), @"
    exit code 0
    --- stderr
    no task queues
    ");
    insta::assert_snapshot!(lab.trctl("queues list -o csv"), @"
    exit code 0
    --- stdout
    name,sid,target_workers,order,max_reserved,reservation_activity,assignment_activity,created,updated
    ");
    insta::assert_snapshot!(lab.trctl("queues list --quiet"), @"exit code 0");
}

#[test]
fn workspaces_are_listed_and_one_is_used() {
    let lab = Lab::new();
    insta::assert_snapshot!(lab.trctl("workspace list"), @"
    exit code 0
    --- stdout
    NAME     SID                                 DEFAULT ACTIVITY  TIMEOUT ACTIVITY  MULTI-TASK  ORDER
    writers  WSe9fd6049d65af21e679ef1be337e88d7  Offline           Offline           true        FIFO
    ");
    insta::assert_snapshot!(lab.trctl("workspace get"), @"
    exit code 0
    --- stdout
    NAME              writers
    SID               WSe9fd6049d65af21e679ef1be337e88d7
    DEFAULT ACTIVITY  Offline
    TIMEOUT ACTIVITY  Offline
    MULTI-TASK        true
    ORDER             FIFO
    EVENT CALLBACK
    EVENTS
    CREATED           2026-11-21T08:00:00Z
    UPDATED           2026-11-21T08:00:00Z
    ");
    insta::assert_snapshot!(lab.trctl("workspace use wirters"), @"
    exit code 4
    --- stderr
    error: there is no workspace named `wirters`
    hint: did you mean `writers`?
    ");
    insta::assert_snapshot!(lab.trctl("workspace use writers"), @"
    exit code 0
    --- stderr
    Using workspace `writers` (WSe9fd6049d65af21e679ef1be337e88d7) in profile `default`, stored in `~/.config/trctl/config.toml`
    warning: environment TRCTL_WORKSPACE names another and goes before it
    ");
    let stored = std::fs::read_to_string(lab.home.config()).unwrap();
    assert!(stored.contains("workspace = \"writers\""), "{stored}");
}

#[test]
fn names_that_do_not_fit_are_told() {
    let lab = Lab::writers();
    insta::assert_snapshot!(lab.trctl("queues get Suport"), @"
    exit code 4
    --- stderr
    error: there is no task queue named `Suport`
    hint: did you mean `Support`?
    ");
    insta::assert_snapshot!(lab.trctl("queues get WW00000000000000000000000000000001"), @"
    exit code 2
    --- stderr
    error: `WW00000000000000000000000000000001` is the SID of a workflow, not of a task queue
    hint: look the right one up with `trctl queues list`
    ");
    insta::assert_snapshot!(lab.trctl("queues list --workspace readers"), @"
    exit code 4
    --- stderr
    error: cannot use workspace `readers` (flag --workspace)
    caused by: there is no workspace named `readers`
    hint: see what there is with `trctl workspace list`; is it the right workspace?
    ");
    insta::assert_snapshot!(lab.trctl("queues list --where 'task_order HSA 1'"), @"
    exit code 2
    --- stderr
    error: invalid value 'task_order HSA 1' for '--where <EXPR>': expected an operator after `task_order`, found `HSA` at column 12 (did you mean `HAS`?)
      |
    1 | task_order HSA 1
      |            ^^^

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl("queues list -o legacy"), @"
    exit code 2
    --- stderr
    error: `-o legacy` is not there for this command: it replaces no script
    ");
    insta::assert_snapshot!(lab.trctl("workers list --columns nmae"), @"
    exit code 2
    --- stderr
    error: unknown column `nmae`; there are name, sid, activity, since, available, skills, task, contact, attributes, activity_sid, created, account_sid, workspace_sid, friendly_name, activity_name, date_created, date_updated, date_status_changed, url, links
    hint: a path into the resource works too, such as `attributes.from`
    ");
}

#[test]
fn wrong_credentials_and_no_server() {
    let mut lab = Lab::writers();
    lab.home.set_env("TWILIO_AUTH_TOKEN", "wrong");
    insta::assert_snapshot!(lab.trctl("queues list"), @"
    exit code 3
    --- stderr
    error: cannot use workspace `writers` (environment TRCTL_WORKSPACE)
    caused by: Twilio did not accept the credentials: 20003 Authenticate
    hint: check the account SID and the auth token (or API key) with `trctl profile show --origin`; a regional host needs credentials of its region
    ");
    lab.home.set_env("TRCTL_BASE_URL", "http://127.0.0.1:9");
    insta::assert_snapshot!(lab.trctl("queues list"), @"
    exit code 5
    --- stderr
    error: cannot use workspace `writers` (environment TRCTL_WORKSPACE)
    caused by: cannot connect to 127.0.0.1:9: Connection refused (os error 111)
    hint: is the emulator running? start it with `trctl emulator start`, or check `--base-url`
    ");
}
