//! Workspaces as code: plans and what they do, against the emulator.
#![cfg(feature = "server")]

#[path = "provision/broken_off.rs"]
mod broken_off;
mod common;
#[path = "provision/exchange.rs"]
mod exchange;
#[path = "provision/random.rs"]
mod random;

use common::Ran;
use common::lab::Lab;

const CENTRE: &str = r#"
friendly_name: centre
timeout_activity: Break
activities:
  - { friendly_name: Available, available: true }
  - { friendly_name: Offline }
  - { friendly_name: Unavailable }
  - { friendly_name: Break, available: false }
task_channels:
  - { unique_name: callback, channel_optimized_routing: true }
task_queues:
  - { friendly_name: Support, target_workers: 'skills HAS "support"' }
  - { friendly_name: Sales, target_workers: 'skills HAS "sales"', max_reserved_workers: 2 }
workflows:
  - friendly_name: Calls
    task_reservation_timeout: 90
    configuration:
      task_routing:
        filters:
          - filter_friendly_name: sales
            expression: product == "sales"
            targets:
              - { queue: Sales, timeout: 30, skip_if: workers.available == 0 }
              - { queue: Support, expression: task.language IN worker.languages }
        default_filter: { queue: Support }
workers:
  - friendly_name: dave
    attributes: { skills: [support], languages: [en, de] }
    channels: { voice: 2 }
  - friendly_name: susan
    activity: Available
    attributes: { skills: [sales], languages: [en] }
"#;

/// A lab with a manifest, and no workspace chosen but the manifest's.
fn lab() -> Lab {
    let mut lab = Lab::new();
    lab.home.set_env("TRCTL_WORKSPACE", "centre");
    lab.home.write("work/centre.yaml", CENTRE);
    lab
}

/// The same with its workspace made.
fn provisioned() -> Lab {
    let lab = lab();
    let ran = lab.trctl("workspace provision -f centre.yaml --yes");
    assert_eq!(ran.code, 0, "{ran}");
    lab
}

/// What was printed, with SIDs and ends of SIDs made the same: they depend on who came first.
fn steady(ran: &Ran) -> String {
    const BEFORE: &str = "(replaced ";
    let text = ran.without_sids();
    let mut parts = text.split(BEFORE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(BEFORE);
        out.push_str("xxxxxxxx");
        out.push_str(part.get(8..).unwrap_or_default());
    }
    out
}

/// The manifest with pieces of text exchanged.
fn write_changed(lab: &Lab, changes: &[(&str, &str)]) {
    let mut text = CENTRE.to_owned();
    for (old, new) in changes {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    lab.home.write("work/centre.yaml", &text);
}

fn plan(lab: &Lab, flags: &str) -> Ran {
    lab.trctl(&format!("workspace plan -f centre.yaml {flags}"))
}

/// Provisions, and then there is nothing left to do.
fn provision(lab: &Lab, flags: &str) -> Ran {
    let ran = lab.trctl(&format!("workspace provision -f centre.yaml --yes {flags}"));
    assert_eq!(ran.code, 0, "{ran}");
    let again = plan(lab, &format!("--check {flags}"));
    assert_eq!(again.code, 0, "{again}");
    ran
}

#[test]
fn a_workspace_is_made_from_nothing_and_a_second_run_has_nothing_to_do() {
    let lab = lab();
    insta::assert_snapshot!(plan(&lab, ""), @r#"
    exit code 0
    --- stdout
    + workspace centre
        timeout_activity: Break
    + activity Break
        available: false
    + task channel callback
        channel_optimized_routing: true
        friendly_name: callback
    + task queue Support
        target_workers: skills HAS "support"
    + task queue Sales
        target_workers: skills HAS "sales"
        max_reserved_workers: 2
    + workflow Calls
        task_reservation_timeout: 90
        filter "sales": product == "sales"
          queue Sales, timeout 30, skip_if workers.available == 0
          queue Support, expression task.language IN worker.languages
        default filter: queue Support
    + worker dave
        attributes: skills ["support"], languages ["en","de"]
        channels: voice 2
    + worker susan
        activity: Available
        attributes: skills ["sales"], languages ["en"]
    --- stderr
    centre: 8 to create
    "#);
    let ran = provision(&lab, "");
    insta::assert_snapshot!(ran.without_sids(), @r#"
    exit code 0
    --- stdout
    SID  NAME                        OUTCOME  DETAIL
         workspace centre            done     created WSxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         activity Break              done     created WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         task channel callback       done     created TCxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         task queue Support          done     created WQxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         task queue Sales            done     created WQxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         workflow Calls              done     created WWxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         worker dave                 done     created WKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         worker dave, channel voice  done     capacity 2
         worker susan                done     created WKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         workspace centre            done     default and time-out activity set
    --- stderr
    + workspace centre
        timeout_activity: Break
    + activity Break
        available: false
    + task channel callback
        channel_optimized_routing: true
        friendly_name: callback
    + task queue Support
        target_workers: skills HAS "support"
    + task queue Sales
        target_workers: skills HAS "sales"
        max_reserved_workers: 2
    + workflow Calls
        task_reservation_timeout: 90
        filter "sales": product == "sales"
          queue Sales, timeout 30, skip_if workers.available == 0
          queue Support, expression task.language IN worker.languages
        default filter: queue Support
    + worker dave
        attributes: skills ["support"], languages ["en","de"]
        channels: voice 2
    + worker susan
        activity: Available
        attributes: skills ["sales"], languages ["en"]
    centre: 8 to create
    10 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    "#);
    let again = lab.trctl("workspace provision -f centre.yaml");
    insta::assert_snapshot!(again, @"
    exit code 0
    --- stderr
    centre: nothing to do
    ");
}

#[test]
fn every_kind_of_change_is_told_field_by_field() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            (
                "timeout_activity: Break",
                "timeout_activity: Offline\nevents_filter: [task.created]",
            ),
            ("Break, available: false", "Break, available: true"),
            ("max_reserved_workers: 2", "max_reserved_workers: 3"),
            ("skills HAS \"support\"", "(skills  has \"support\")"),
            ("filter_friendly_name: sales", "filter_friendly_name: shop"),
            ("timeout: 30", "timeout: 45"),
            ("languages: [en, de]", "languages: [en, fr]"),
            ("voice: 2", "voice: 3"),
        ],
    );
    insta::assert_snapshot!(plan(&lab, ""), @r#"
    exit code 0
    --- stdout
    ~ workspace centre
        events_filter: all → task.created
        timeout_activity: Break → Offline
    -/+ activity Break
        available: false → true
    ~ task queue Sales
        max_reserved_workers: 2 → 3
    ~ workflow Calls
        filter "sales" renamed to "shop"
        filter "sales" › target 1 › timeout: 30 → 45
    ~ worker dave
        attributes.languages: ["en","de"] → ["en","fr"]
        channels.voice.capacity: 2 → 3
    --- stderr
    centre: 4 to change, 1 to replace
    "#);
    let ran = provision(&lab, "");
    insta::assert_snapshot!(steady(&ran), @r#"
    exit code 0
    --- stdout
    SID                                 NAME                                OUTCOME  DETAIL
    WSxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  workspace centre                    done     changed events_filter, timeout_activity
    WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  activity Break                      done     renamed to Break (replaced xxxxxxxx)
    WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  activity Break                      done     created WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    WQxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  task queue Sales                    done     changed max_reserved_workers
    WWxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  workflow Calls                      done     changed configuration
    WKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  worker dave                         done     changed attributes
    WKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  worker dave, channel voice          done     capacity 3
    WAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  activity Break (replaced xxxxxxxx)  done     deleted
    --- stderr
    ~ workspace centre
        events_filter: all → task.created
        timeout_activity: Break → Offline
    -/+ activity Break
        available: false → true
    ~ task queue Sales
        max_reserved_workers: 2 → 3
    ~ workflow Calls
        filter "sales" renamed to "shop"
        filter "sales" › target 1 › timeout: 30 → 45
    ~ worker dave
        attributes.languages: ["en","de"] → ["en","fr"]
        channels.voice.capacity: 2 → 3
    centre: 4 to change, 1 to replace
    8 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    "#);
}

#[test]
fn a_plan_is_data_too() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[("max_reserved_workers: 2", "max_reserved_workers: 3")],
    );
    insta::assert_snapshot!(plan(&lab, "-o json").without_sids(), @r#"
    exit code 0
    --- stdout
    {"version":1,"workspace":{"name":"centre","sid":"WSxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},"counts":{"create":0,"update":1,"replace":0,"delete":0},"steps":[{"action":"update","kind":"task_queue","name":"Sales","sid":"WQxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","differences":[{"difference":"changed","at":"max_reserved_workers","old":2,"new":3}],"set":{"max_reserved_workers":3},"read":"904317e2108871952cb758853e2027c3"}],"warnings":[]}
    "#);
    insta::assert_snapshot!(plan(&lab, "-o csv").without_sids(), @"
    exit code 0
    --- stdout
    action,kind,name,sid,differences
    ~,task queue,Sales,WQxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,max_reserved_workers: 2 → 3
    --- stderr
    centre: 1 to change
    ");
}

#[test]
fn a_check_ends_with_seven_when_anything_would_change() {
    let lab = provisioned();
    assert_eq!(plan(&lab, "--check").code, 0);
    write_changed(&lab, &[("timeout: 30", "timeout: 31")]);
    let ran = plan(&lab, "--check");
    assert_eq!(ran.code, 7, "{ran}");
    let ran = lab.trctl("workspace provision -f centre.yaml --check --yes");
    assert_eq!(ran.code, 7, "{ran}");
    // Nothing was done by that.
    assert_eq!(plan(&lab, "--check").code, 7);
}

#[test]
fn nobody_is_asked_without_a_terminal() {
    let lab = lab();
    let ran = lab.trctl("workspace provision -f centre.yaml -q");
    insta::assert_snapshot!(ran, @"
    exit code 2
    --- stderr
    error: this needs a confirmation, and there is no terminal to ask on
    ");
    assert_eq!(lab.trctl("workspace get centre").code, 4);
}

#[test]
fn a_queue_with_a_task_under_way_is_not_pruned() {
    let lab = provisioned();
    let made =
        lab.trctl("tasks create --workflow Calls --attributes '{\"product\":\"sales\"}' -o sid");
    let task = made.stdout.trim();
    let offer = lab.trctl(&format!("reservations list --task {task} -o sid"));
    let accept = format!("reservations accept {} --task {task}", offer.stdout.trim());
    assert_eq!(lab.trctl(&accept).code, 0, "{offer}");
    write_changed(
        &lab,
        &[
            (
                "  - { friendly_name: Sales, target_workers: 'skills HAS \"sales\"', max_reserved_workers: 2 }\n",
                "",
            ),
            (
                "              - { queue: Sales, timeout: 30, skip_if: workers.available == 0 }\n",
                "",
            ),
        ],
    );
    for flags in ["--prune", "--prune --drain"] {
        let ran = plan(&lab, flags);
        assert_eq!(ran.code, 2, "{ran}");
        let why = format!("task queue `Sales` cannot be deleted: task {task} is assigned");
        assert!(ran.stderr.contains(&why), "{ran}");
    }
}

#[test]
fn no_more_is_changed_than_was_allowed() {
    let lab = lab();
    let ran = lab.trctl("workspace provision -f centre.yaml --max 3 --yes -q");
    insta::assert_snapshot!(ran, @"
    exit code 2
    --- stderr
    error: 8 changes selected, more than `--max 3` allows
    ");
    assert_eq!(lab.trctl("workspace get centre").code, 4);
    assert_eq!(
        lab.trctl("workspace provision -f centre.yaml --max 20 --rate 1000 --yes")
            .code,
        0
    );
    write_changed(
        &lab,
        &[
            ("max_reserved_workers: 2", "max_reserved_workers: 3"),
            ("timeout: 30", "timeout: 31"),
        ],
    );
    assert_eq!(plan(&lab, "--out plan.json").code, 0);
    let ran = lab.trctl("workspace apply plan.json --max 1 --yes -q");
    insta::assert_snapshot!(ran, @"
    exit code 2
    --- stderr
    error: 2 changes selected, more than `--max 1` allows
    ");
    assert_eq!(lab.trctl("workspace apply plan.json --max 2 --yes").code, 0);
}

#[test]
fn things_are_renamed_and_whoever_refers_to_them_is_left_alone() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            (
                "friendly_name: Support, target",
                "friendly_name: Help, renamed_from: Support, target",
            ),
            ("queue: Support", "queue: Help"),
            (
                "friendly_name: Break,",
                "friendly_name: Lunch, renamed_from: Break,",
            ),
            ("timeout_activity: Break", "timeout_activity: Lunch"),
            (
                "friendly_name: dave",
                "friendly_name: David\n    renamed_from: dave",
            ),
        ],
    );
    insta::assert_snapshot!(plan(&lab, ""), @"
    exit code 0
    --- stdout
    ~ activity Lunch (was Break)
    ~ task queue Help (was Support)
    ~ worker David (was dave)
    --- stderr
    centre: 3 to change
    ");
    provision(&lab, "");
}

#[test]
fn what_the_manifest_does_not_name_goes_only_when_it_is_pruned() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            (
                "  - { friendly_name: Sales, target_workers: 'skills HAS \"sales\"', max_reserved_workers: 2 }\n",
                "",
            ),
            (
                "              - { queue: Sales, timeout: 30, skip_if: workers.available == 0 }\n",
                "",
            ),
            ("  - { friendly_name: Unavailable }\n", ""),
            (
                "task_channels:\n  - { unique_name: callback, channel_optimized_routing: true }\n",
                "task_channels: []\n",
            ),
        ],
    );
    let ran = plan(&lab, "");
    assert!(!ran.stdout.contains("Unavailable"), "{ran}");
    insta::assert_snapshot!(plan(&lab, "--prune"), @r#"
    exit code 0
    --- stdout
    ~ workflow Calls
        filter "sales" › target 1 removed: queue Sales, timeout 30, skip_if workers.available == 0
    - task queue Sales
    - task channel callback
    - activity Unavailable
    --- stderr
    centre: 1 to change, 3 to delete
    "#);
    provision(&lab, "--prune");
}

#[test]
fn a_queue_with_waiting_tasks_is_drained_or_stays() {
    let lab = lab();
    // Sales calls wait although nobody is there.
    let waits = (", skip_if: workers.available == 0", "");
    write_changed(&lab, &[waits]);
    provision(&lab, "");
    let ran = lab.trctl("workers set-activity susan Offline");
    assert_eq!(ran.code, 0, "{ran}");
    let made = lab.trctl(
        "tasks create --workflow Calls --attributes '{\"product\":\"sales\",\"language\":\"de\"}'",
    );
    assert_eq!(made.code, 0, "{made}");
    write_changed(
        &lab,
        &[
            (
                "  - { friendly_name: Sales, target_workers: 'skills HAS \"sales\"', max_reserved_workers: 2 }\n",
                "",
            ),
            (
                "              - { queue: Sales, timeout: 30, skip_if: workers.available == 0 }\n",
                "",
            ),
        ],
    );
    insta::assert_snapshot!(plan(&lab, "--prune"), @"
    exit code 2
    --- stderr
    error: task queue `Sales` cannot be deleted: 1 task waits in it
    hint: `--drain` sends them through their workflows again first; `trctl tasks cancel --queue 'Sales'` gives them up
    ");
    insta::assert_snapshot!(plan(&lab, "--prune --drain"), @r#"
    exit code 0
    --- stdout
    ~ workflow Calls
        filter "sales" › target 1 removed: queue Sales, timeout 30
        waiting tasks go through it again
    - task queue Sales
    --- stderr
    centre: 1 to change, 1 to delete
    "#);
    let offered = lab.trctl("workers set-activity susan Available");
    assert_eq!(offered.code, 0, "{offered}");
    insta::assert_snapshot!(plan(&lab, "--prune --drain").without_sids(), @"
    exit code 2
    --- stderr
    error: task queue `Sales` cannot be deleted: 1 task waits in it, and WTxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx is offered to a worker
    hint: try again when the offer is answered
    ");
    lab.trctl("workers set-activity susan Unavailable --reject-pending");
    provision(&lab, "--prune --drain");
    let queues = lab.trctl("tasks list -o csv --columns queue");
    assert!(queues.stdout.contains("Support"), "{queues}");
}

#[test]
fn waiting_tasks_keep_their_route_unless_they_are_re_evaluated() {
    let lab = provisioned();
    lab.trctl("tasks create --workflow Calls --attributes '{\"product\":\"other\"}'");
    write_changed(
        &lab,
        &[(
            "default_filter: { queue: Support }",
            "default_filter: { queue: Sales }",
        )],
    );
    let ran = plan(&lab, "");
    assert!(
        ran.stderr
            .contains("1 waiting task of workflow `Calls` keeps its old route"),
        "{ran}"
    );
    provision(&lab, "");
    let queues = lab.trctl("tasks list -o csv --columns queue");
    assert!(queues.stdout.contains("Support"), "{queues}");
    write_changed(
        &lab,
        &[
            (
                "default_filter: { queue: Support }",
                "default_filter: { queue: Sales }",
            ),
            ("timeout: 30", "timeout: 31"),
        ],
    );
    provision(&lab, "--re-evaluate");
    let queues = lab.trctl("tasks list -o csv --columns queue");
    assert!(queues.stdout.contains("Sales"), "{queues}");
}

#[test]
fn a_kept_plan_is_carried_out_as_it_is_or_refused() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            ("max_reserved_workers: 2", "max_reserved_workers: 3"),
            ("timeout: 30", "timeout: 31"),
        ],
    );
    let ran = plan(&lab, "--out plan.json");
    assert_eq!(ran.code, 0, "{ran}");
    // Somebody else's change of something else does no harm.
    let ran = lab.trctl("queues update Support --max-reserved-workers 4");
    assert_eq!(ran.code, 0, "{ran}");
    let ran = lab.trctl("workspace apply plan.json --dry-run");
    assert_eq!(ran.code, 0, "{ran}");
    lab.trctl("queues update Sales --max-reserved-workers 5");
    let refused = lab.trctl("workspace apply plan.json --yes");
    insta::assert_snapshot!(refused, @"
    exit code 7
    --- stderr
    error: the workspace moved on since the plan was made:
      task queue `Sales` was changed
    hint: make a new plan
    ");
    // One of the two was done already, as by a run that broke off.
    lab.trctl("queues update Sales --max-reserved-workers 3");
    let ran = lab.trctl("workspace apply plan.json --yes");
    insta::assert_snapshot!(ran.without_sids(), @r#"
    exit code 0
    --- stdout
    SID                                 NAME            OUTCOME  DETAIL
    WWxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  workflow Calls  done     changed configuration
    --- stderr
    ~ workflow Calls
        filter "sales" › target 1 › timeout: 30 → 31
    centre: 1 to change
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    "#);
    let ran = lab.trctl("workspace apply plan.json --yes");
    insta::assert_snapshot!(ran, @"
    exit code 0
    --- stderr
    centre: nothing to do
    ");
    assert_eq!(plan(&lab, "--check").code, 0);
}

#[test]
fn a_workspace_can_be_made_by_a_kept_plan() {
    let lab = lab();
    assert_eq!(plan(&lab, "--out plan.json").code, 0);
    let ran = lab.trctl("workspace apply plan.json --yes");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(plan(&lab, "--check").code, 0);
    let again = lab.trctl("workspace apply plan.json --yes");
    assert_eq!(again.code, 0, "{again}");
}

#[test]
fn what_a_manifest_made_is_taken_down() {
    let lab = provisioned();
    let ran = lab.trctl("workspace destroy -f centre.yaml --yes");
    assert_eq!(ran.code, 2, "{ran}");
    insta::assert_snapshot!(lab.trctl("workspace destroy -f centre.yaml --yes=centre").without_sids(), @"
    exit code 0
    --- stdout
    SID                                 NAME              OUTCOME  DETAIL
    WSxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  workspace centre  done     deleted
    --- stderr
    - workspace centre
        activities removed: Break
        task_channels removed: callback
        task_queues removed: Sales, Support
        workflows removed: Calls
        workers removed: dave, susan
    centre: 1 to delete
    1 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    assert_eq!(lab.trctl("workspace get centre").code, 4);
}

#[test]
fn only_what_a_manifest_names_is_taken_down() {
    let lab = provisioned();
    let made = lab.trctl("workers create --friendly-name guest");
    assert_eq!(made.code, 0, "{made}");
    insta::assert_snapshot!(lab.trctl("workspace destroy -f centre.yaml --yes=centre").without_sids(), @"
    exit code 0
    --- stdout
    SID                                 NAME                   OUTCOME  DETAIL
    WKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  worker dave            done     deleted
    WKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  worker susan           done     deleted
    WWxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  workflow Calls         done     deleted
    WQxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  task queue Sales       done     deleted
    WQxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  task queue Support     done     deleted
    TCxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  task channel callback  done     deleted
    --- stderr
    - worker dave
    - worker susan
    - workflow Calls
    - task queue Sales
    - task queue Support
    - task channel callback
    warning: the workspace stays: the manifest does not name worker `guest`
    warning: activity `Break` stays: it is the workspace's default or time-out activity
    centre: 6 to delete
    6 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    let left = lab.trctl("workers list -o csv --columns name");
    assert_eq!(left.stdout, "name\nguest\n");
}

#[test]
fn a_plan_says_what_is_hardly_meant() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            ("skills HAS \"sales\"", "skills HAS \"sail\""),
            (
                "task_reservation_timeout: 90",
                "task_reservation_timeout: 10\n    assignment_callback_url: http://127.0.0.1:1/a",
            ),
            ("worker.languages", "worker.tongues"),
            (
                "        default_filter",
                "          - filter_friendly_name: never\n            expression: product == \"sales\" AND vip == true\n            targets: [{ queue: Sales }]\n        default_filter",
            ),
        ],
    );
    insta::assert_snapshot!(plan(&lab, "-q"), @r#"
    exit code 0
    --- stdout
    ~ task queue Sales
        target_workers: skills HAS "sales" → skills HAS "sail"
    ~ workflow Calls
        task_reservation_timeout: 90 → 10
        assignment_callback_url: (empty) → http://127.0.0.1:1/a
        filter "sales" › target 2 › expression: task.language IN worker.languages → task.language IN worker.tongues
        filter "never" at place 2 added: product == "sales" AND vip == true
          queue Sales
    --- stderr
    warning: task queue `Sales`: matches no worker: `skills HAS "sail"`
    warning: a reservation of workflow `Calls` ends after 10 s, but a phone rings for 60 s unless the instruction has a shorter `timeout`
    warning: workflow `Calls`, filter "sales", target 2: no worker has the attribute of `worker.tongues`
    warning: workflow `Calls`, filter "never": every task that matches is taken before by `sales`, which never lets go of it
    "#);
}

#[test]
fn numbers_of_the_account_are_pointed() {
    let lab = provisioned();
    lab.control(
        "numbers",
        r#"{"phone_number":"+15550100","voice_url":"https://example.com/old","voice_method":"GET"}"#,
    );
    lab.control(
        "numbers",
        r#"{"phone_number":"+15550101","voice_application_sid":"AP00000000000000000000000000000001"}"#,
    );
    let numbers = "phone_numbers:
  - { phone_number: '+15550100', friendly_name: Hotline, voice_url: 'https://example.com/voice' }
  - { phone_number: '+15550101', voice_url: 'https://example.com/voice' }
";
    lab.home
        .write("work/centre.yaml", &format!("{CENTRE}{numbers}"));
    insta::assert_snapshot!(plan(&lab, "--out plan.json"), @"
    exit code 0
    --- stdout
    ~ phone number +15550100
        friendly_name: +15550100 → Hotline
        voice_url: GET https://example.com/old → https://example.com/voice
    ~ phone number +15550101
        voice_url: application AP00000000000000000000000000000001 → https://example.com/voice
    --- stderr
    centre: 2 to change
    trctl workspace apply 'plan.json' carries it out
    ");
    let ran = lab.trctl("workspace diff centre centre.yaml --check -q");
    assert_eq!(ran.code, 7, "{ran}");
    let ran = lab.trctl("numbers point +15550100 --voice-url https://example.com/other");
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(lab.trctl("workspace apply plan.json --yes"), @"
    exit code 7
    --- stderr
    error: the workspace moved on since the plan was made:
      phone number `+15550100` was changed
    hint: make a new plan
    ");
    insta::assert_snapshot!(provision(&lab, "").without_sids(), @"
    exit code 0
    --- stdout
    SID                                 NAME                    OUTCOME  DETAIL
    PNxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  phone number +15550100  done     changed friendly_name, voice_url
    PNxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  phone number +15550101  done     changed voice_url
    --- stderr
    ~ phone number +15550100
        friendly_name: +15550100 → Hotline
        voice_url: https://example.com/other → https://example.com/voice
    ~ phone number +15550101
        voice_url: application APxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx → https://example.com/voice
    centre: 2 to change
    2 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    insta::assert_snapshot!(lab.trctl("numbers list -o csv --columns number,name,target,voice_method"), @"
    exit code 0
    --- stdout
    number,name,target,voice_method
    +15550100,Hotline,https://example.com/voice,POST
    +15550101,+15550101,https://example.com/voice,POST
    ");
    let ran = lab.trctl("workspace diff centre.yaml centre --check");
    assert_eq!(ran.code, 0, "{ran}");
    let unknown = numbers.replace("+15550101", "+15550199");
    lab.home
        .write("work/centre.yaml", &format!("{CENTRE}{unknown}"));
    insta::assert_snapshot!(plan(&lab, ""), @"
    exit code 2
    --- stderr
    error: the workspace cannot become what the manifest says:
      the account has no phone number `+15550199`; numbers are not bought
    ");
}

#[test]
fn a_number_that_is_called_in_another_way_is_changed() {
    let lab = provisioned();
    lab.control(
        "numbers",
        r#"{"phone_number":"+15550100","voice_url":"https://example.com/voice","voice_method":"GET"}"#,
    );
    let number =
        "phone_numbers: [{ phone_number: '+15550100', voice_url: 'https://example.com/voice' }]\n";
    lab.home
        .write("work/centre.yaml", &format!("{CENTRE}{number}"));
    insta::assert_snapshot!(plan(&lab, "--out plan.json"), @"
    exit code 0
    --- stdout
    ~ phone number +15550100
        voice_url: GET https://example.com/voice → https://example.com/voice
    --- stderr
    centre: 1 to change
    trctl workspace apply 'plan.json' carries it out
    ");
    // Without its SID, nothing is sent to whatever has none.
    let kept = std::fs::read_to_string(lab.home.work().join("plan.json")).unwrap();
    let mut kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    kept["steps"][0].as_object_mut().unwrap().remove("sid");
    lab.home.write("work/other.json", &kept.to_string());
    insta::assert_snapshot!(lab.trctl("workspace apply other.json --yes").without_sids(), @"
    exit code 6
    --- stdout
    SID  NAME                    OUTCOME  DETAIL
         phone number +15550100  failed   the plan does not tell its SID
    --- stderr
    ~ phone number +15550100
        voice_url: GET https://example.com/voice → https://example.com/voice
    centre: 1 to change
    0 done, 1 failed in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    error: 1 of 1 failed
    ");
    provision(&lab, "");
}

#[test]
fn there_is_no_way_to_what_cannot_be() {
    let lab = provisioned();
    let text = "friendly_name: centre\ntask_queues: [{ friendly_name: Support }]\n\
                multi_task_enabled: false\n\
                workers: [{ friendly_name: susan, channels: { fax: 1 } }]\n";
    lab.home.write("work/centre.yaml", text);
    insta::assert_snapshot!(plan(&lab, "--prune"), @"
    exit code 2
    --- stderr
    error: the workspace cannot become what the manifest says:
      multi-tasking cannot be switched off again: `multi_task_enabled` must stay true
      task queue `Sales` cannot be deleted: `configuration` of workflow `Calls` refers to it
      worker `susan`: `channels` refers to task channel `fax`, which does not exist
    ");
}

#[test]
fn what_cannot_be_meant_is_said_before_anything_is_done() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            (
                "workflows:\n",
                "workflows:\n  - { friendly_name: Mail, task_reservation_timeout: 5 }\n",
            ),
            (
                "workers:\n",
                "workers:\n  - { friendly_name: eve, renamed_from: dave }\n  \
                 - { friendly_name: adam, renamed_from: dave }\n",
            ),
            (
                "  - friendly_name: dave\n    attributes: { skills: [support], languages: [en, de] }\n    channels: { voice: 2 }\n",
                "",
            ),
        ],
    );
    insta::assert_snapshot!(plan(&lab, ""), @"
    exit code 2
    --- stderr
    error: the workspace cannot become what the manifest says:
      worker `dave` cannot become both `eve` and `adam`
      workflow `Mail` is not there yet, and cannot be made without a `configuration`
    ");
}

#[test]
fn a_worker_that_will_not_be_there_is_missed_in_a_new_workspace() {
    let lab = lab();
    let text = "friendly_name: centre\n\
                task_queues: [{ friendly_name: Own, target_workers: 'worker.sid == \"${worker.sid:dave}\"' }]\n";
    lab.home.write("work/centre.yaml", text);
    insta::assert_snapshot!(plan(&lab, ""), @"
    exit code 2
    --- stderr
    error: the workspace cannot become what the manifest says:
      task queue `Own`: `target_workers` refers to worker `dave`, which does not exist
    ");
}

#[test]
fn a_workflow_is_renamed_while_its_tasks_leave_a_queue() {
    let lab = lab();
    write_changed(&lab, &[(", skip_if: workers.available == 0", "")]);
    provision(&lab, "");
    lab.trctl("workers set-activity susan Offline");
    let made = lab.trctl(
        "tasks create --workflow Calls --attributes '{\"product\":\"sales\",\"language\":\"de\"}'",
    );
    assert_eq!(made.code, 0, "{made}");
    write_changed(
        &lab,
        &[
            (
                "  - { friendly_name: Sales, target_workers: 'skills HAS \"sales\"', max_reserved_workers: 2 }\n",
                "",
            ),
            (
                "              - { queue: Sales, timeout: 30, skip_if: workers.available == 0 }\n",
                "",
            ),
            (
                "friendly_name: Calls",
                "friendly_name: Phone\n    renamed_from: Calls",
            ),
        ],
    );
    insta::assert_snapshot!(plan(&lab, "--prune --drain"), @r#"
    exit code 0
    --- stdout
    ~ workflow Phone (was Calls)
        filter "sales" › target 1 removed: queue Sales, timeout 30
        waiting tasks go through it again
    - task queue Sales
    --- stderr
    centre: 1 to change, 1 to delete
    "#);
    provision(&lab, "--prune --drain");
    let queues = lab.trctl("tasks list -o csv --columns queue");
    assert!(queues.stdout.contains("Support"), "{queues}");
}

#[test]
fn a_new_worker_takes_tasks_only_when_the_capacities_are_set() {
    let lab = provisioned();
    let eve = "workers:\n  - { friendly_name: eve, activity: Available, channels: { voice: 0, chat: 3 } }\n";
    write_changed(&lab, &[("workers:\n", eve)]);
    insta::assert_snapshot!(provision(&lab, "").without_sids(), @"
    exit code 0
    --- stdout
    SID  NAME                       OUTCOME  DETAIL
         worker eve                 done     created WKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
         worker eve, channel chat   done     capacity 3
         worker eve, channel voice  done     capacity 0
         worker eve                 done     is Available
    --- stderr
    + worker eve
        activity: Available
        channels: chat 3, voice 0
    centre: 1 to create
    4 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    let eve = lab.trctl("workers get eve -o json");
    assert!(
        eve.stdout.contains("\"activity_name\":\"Available\""),
        "{eve}"
    );
}

#[test]
fn what_others_need_is_not_taken_down() {
    let lab = provisioned();
    for command in [
        "workers create --friendly-name guest",
        "workers set-activity guest Break",
        "queues create --friendly-name Own --target-workers 'skills HAS \"own\"'",
        "workflows create --friendly-name Other --configuration '{\"task_routing\":{\"default_filter\":{\"queue\":\"Support\"}}}'",
    ] {
        let ran = lab.trctl(command);
        assert_eq!(ran.code, 0, "{ran}");
    }
    write_changed(
        &lab,
        &[("timeout_activity: Break", "timeout_activity: Offline")],
    );
    provision(&lab, "");
    insta::assert_snapshot!(lab.trctl("workspace destroy -f centre.yaml --yes=centre").without_sids(), @"
    exit code 0
    --- stdout
    SID                                 NAME                   OUTCOME  DETAIL
    WKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  worker dave            done     deleted
    WKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  worker susan           done     deleted
    WWxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  workflow Calls         done     deleted
    WQxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  task queue Sales       done     deleted
    TCxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  task channel callback  done     deleted
    --- stderr
    - worker dave
    - worker susan
    - workflow Calls
    - task queue Sales
    - task channel callback
    warning: the workspace stays: the manifest does not name task queue `Own` and 2 more
    warning: activity `Break` stays: worker `guest` is in it
    warning: task queue `Support` stays: `configuration` of workflow `Other` refers to it
    centre: 5 to delete
    5 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
}

#[test]
fn a_misspelt_workspace_is_not_made() {
    let lab = provisioned();
    insta::assert_snapshot!(plan(&lab, "--workspace cenre"), @"
    exit code 4
    --- stderr
    error: there is no workspace `cenre`
    hint: the manifest's own is `centre`, without `--workspace`; `trctl workspace create --friendly-name cenre` makes another
    ");
    let ran = lab.trctl("workspace provision -f centre.yaml --workspace cenre --yes");
    assert_eq!(ran.code, 4, "{ran}");
    // One that is there is not renamed by the manifest.
    let ran = plan(&lab, "--workspace writers");
    assert!(ran.stderr.contains("writers: "), "{ran}");
    write_changed(&lab, &[("friendly_name: centre\n", "friendly_name: new\n")]);
    let ran = plan(&lab, "--workspace new");
    assert!(ran.stdout.contains("+ workspace new"), "{ran}");
}

#[test]
fn a_name_with_a_colon_can_be_compared() {
    let lab = provisioned();
    let ran = lab.trctl("workspace update centre --friendly-name 'a: b'");
    assert_eq!(ran.code, 0, "{ran}");
    let ran = lab.trctl("workspace diff centre.yaml 'a: b' --check");
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(lab.trctl("workspace diff nowhere:centre writers"), @"
    exit code 3
    --- stderr
    error: `nowhere:centre` is neither a file nor a workspace that can be reached
    caused by: there is no profile `nowhere` (there are: emulator)
    hint: `trctl profile list` shows the profiles, `trctl profile add NAME` makes one
    ");
}

#[test]
fn a_comparison_says_what_is_odd_about_a_file() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[(
            "default_filter: { queue: Support }",
            "default_filter: { queue: Support, expression: task.x == worker.x, timeout: 5 }",
        )],
    );
    let odd = plan(&lab, "");
    assert!(odd.stderr.contains("warning"), "{odd}");
    let ran = lab.trctl("workspace diff centre.yaml centre");
    insta::assert_snapshot!(ran, @"
    exit code 0
    --- stdout
    ~ workflow Calls
        default filter › expression: task.x == worker.x → (none)
    --- stderr
    warning: the default filter has no timeout, ignored
      --> centre.yaml:25:84
       |
    25 |         default_filter: { queue: Support, expression: task.x == worker.x, timeout: 5 }
       |                                                                                    ^
    centre.yaml → centre: 1 to change
    ");
}

#[test]
fn printing_is_all_or_nothing() {
    let lab = lab();
    insta::assert_snapshot!(lab.trctl("workspace provision -f centre.yaml --print --check"), @"
    exit code 2
    --- stderr
    error: the argument '--print' cannot be used with '--check'

    Usage: trctl workspace provision --print <--file <FILE>|--template <NAME>>

    For more information, try '--help'.
    ");
}

#[test]
fn every_template_is_provisioned_once() {
    let mut lab = Lab::new();
    for template in ["support-sales", "bilingual", "contact-center", "helpline"] {
        lab.home.set_env("WORKSPACE_NAME", template);
        let ran = lab.trctl(&format!(
            "workspace provision --template {template} --workspace {template} --yes"
        ));
        assert_eq!(ran.code, 0, "{ran}");
        let again = lab.trctl(&format!(
            "workspace provision --template {template} --workspace {template} --check"
        ));
        assert_eq!(again.code, 0, "{again}");
        let exported = lab.trctl(&format!(
            "workspace export --workers --workspace {template}"
        ));
        lab.home.write("work/exported.yaml", &exported.stdout);
        let ran = lab.trctl("workspace plan -f exported.yaml --check --prune");
        assert_eq!(ran.code, 0, "{ran}");
    }
}
