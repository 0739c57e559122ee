//! Create, get, update and delete, for every noun of a workspace: what each does, what stands in
//! the way of a deletion, and how attributes are merged.
#![cfg(feature = "server")]

mod common;

use common::lab::Lab;
use common::scripted::Scripted;

/// The JSON that a command prints.
fn json(lab: &Lab, line: &str) -> serde_json::Value {
    let ran = lab.trctl(&format!("{line} -o json"));
    assert_eq!(ran.code, 0, "trctl {line}\n{ran}");
    serde_json::from_str(&ran.stdout).unwrap()
}

/// Names of what a noun's list shows, in Twilio's order.
fn names(lab: &Lab, noun: &str) -> Vec<String> {
    let ran = lab.trctl(&format!("{noun} list --columns name --no-headers"));
    assert_eq!(ran.code, 0, "{ran}");
    ran.stdout
        .lines()
        .map(|line| line.trim().to_owned())
        .collect()
}

#[test]
fn an_activity_from_its_creation_to_its_end() {
    let lab = Lab::new();
    insta::assert_snapshot!(lab.trctl("activities create --friendly-name Lunch --dry-run").steady(), @"
    exit code 0
    --- stderr
    dry run: would create an activity with
      FriendlyName=Lunch
    ");
    assert!(!names(&lab, "activities").contains(&"Lunch".to_owned()));
    insta::assert_snapshot!(lab.trctl("activity create --friendly-name Lunch --columns name,available,role").steady(), @"
    exit code 0
    --- stdout
    NAME       Lunch
    AVAILABLE  false
    ROLE
    ");
    let ready = json(&lab, "activities create --friendly-name Ready --available");
    assert_eq!(ready["available"], true);
    assert_eq!(json(&lab, "activities get Lunch")["available"], false);
    let renamed = json(&lab, "activities update Lunch --friendly-name Break");
    assert_eq!(renamed["friendly_name"], "Break");
    insta::assert_snapshot!(lab.trctl("activities delete Break Ready --dry-run").steady(), @"
    exit code 0
    --- stdout
    NAME   SID                                 AVAILABLE  ROLE
    Break  WAe60443231f491eda3af8f78d137ad3c2  false
    Ready  WAa0a86a7a3862632b9d669791d9237f0f  true
    --- stderr
    dry run: would delete 2 activities in writers
    ");
    insta::assert_snapshot!(lab.trctl("activities delete Break Ready").steady(), @"
    exit code 2
    --- stderr
    error: this needs a confirmation, and there is no terminal to ask on
    hint: `--yes` goes ahead without asking; `--dry-run` shows what would be done
    ");
    insta::assert_snapshot!(lab.trctl("activities delete Break Ready --yes").steady(), @"
    exit code 0
    --- stdout
    SID                                 NAME   OUTCOME  DETAIL
    WAe60443231f491eda3af8f78d137ad3c2  Break  done     deleted
    WAa0a86a7a3862632b9d669791d9237f0f  Ready  done     deleted
    --- stderr
    2 done in [SECONDS]
    journal: ~/.local/state/trctl/journals/[JOURNAL]
    ");
    assert_eq!(
        names(&lab, "activities"),
        ["Offline", "Available", "Unavailable"]
    );
}

#[test]
fn a_channel_from_its_creation_to_its_end() {
    let lab = Lab::new();
    let made = json(
        &lab,
        "channels create --friendly-name Callback --unique-name callback",
    );
    assert_eq!(made["channel_optimized_routing"], false);
    let changed = json(
        &lab,
        "channel update callback --friendly-name Later --channel-optimized-routing",
    );
    assert_eq!(
        (
            &changed["friendly_name"],
            &changed["channel_optimized_routing"]
        ),
        (&"Later".into(), &true.into())
    );
    let changed = json(
        &lab,
        "channels update Later --channel-optimized-routing=false",
    );
    assert_eq!(changed["channel_optimized_routing"], false);
    assert_eq!(lab.trctl("channels delete callback --yes").code, 0);
    assert_eq!(lab.trctl("channels get callback").code, 4);
}

#[test]
fn a_queue_from_its_creation_to_its_end() {
    let lab = Lab::new();
    insta::assert_snapshot!(lab.trctl("queues create --friendly-name Support --target-workers 'skills HAS \"support\"' --max-reserved-workers 3 --task-order LIFO --reservation-activity Unavailable --columns name,target_workers,order,max_reserved,reservation_activity").steady(), @r#"
    exit code 0
    --- stdout
    NAME                  Support
    TARGET WORKERS        skills HAS "support"
    ORDER                 LIFO
    MAX RESERVED          3
    RESERVATION ACTIVITY  Unavailable
    "#);
    let changed = json(
        &lab,
        "queues update Support --friendly-name Help --target-workers '' --reservation-activity Offline",
    );
    assert_eq!(
        (
            &changed["friendly_name"],
            &changed["target_workers"],
            &changed["reservation_activity_name"],
            &changed["task_order"]
        ),
        (
            &"Help".into(),
            &"".into(),
            &"Offline".into(),
            &"LIFO".into()
        )
    );
    insta::assert_snapshot!(lab.trctl("queues create --friendly-name Sales --target-workers 'skills HSA 1'").steady(), @"
    exit code 2
    --- stderr
    error: invalid value 'skills HSA 1' for '--target-workers <EXPR>': expected an operator after `skills`, found `HSA` at column 8 (did you mean `HAS`?)
      |
    1 | skills HSA 1
      |        ^^^

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(lab.trctl("queues create --friendly-name Help").steady(), @"
    exit code 5
    --- stderr
    error: cannot create the task queue
    caused by: Twilio refused POST /v1/Workspaces/WSe9fd6049d65af21e679ef1be337e88d7/TaskQueues: 20001 TaskQueue with the same friendly name already exists
    hint: see https://www.twilio.com/docs/errors/20001
    ");
    assert_eq!(lab.trctl("queue delete Help --yes").code, 0);
    assert_eq!(names(&lab, "queues"), [""; 0]);
}

#[test]
fn a_workflow_from_its_creation_to_its_end() {
    let lab = Lab::new();
    let (support, sales) = (lab.queue("Support", "1==1"), lab.queue("Sales", "1==1"));
    let rules = r#"{"task_routing":{"filters":[{"filter_friendly_name":"sales","expression":"kind == \"sales\"","targets":[{"queue":"Sales"},{"queue":"QUEUE"}]}],"default_filter":{"queue":"Support"}}}"#;
    lab.home.write(
        "work/rules.json",
        &rules.replace("QUEUE", &support.to_string()),
    );
    let made = json(
        &lab,
        "workflows create --friendly-name Calls --configuration-file rules.json \
         --task-reservation-timeout 2m --assignment-callback-url https://example.com/a",
    );
    let configuration = made["configuration"].as_str().unwrap();
    let wanted = rules
        .replace("QUEUE", &support.to_string())
        .replace(r#""Sales""#, &format!(r#""{sales}""#))
        .replace(r#""Support""#, &format!(r#""{support}""#));
    assert_eq!(configuration, wanted);
    assert_eq!(made["task_reservation_timeout"], 120);
    let changed = json(
        &lab,
        "workflows update Calls --friendly-name Everything --assignment-callback-url ''",
    );
    assert_eq!(changed["friendly_name"], "Everything");
    assert_eq!(changed["configuration"], configuration);
    assert_eq!(changed["assignment_callback_url"], serde_json::Value::Null);
    // What holds SIDs already goes as it was written.
    let as_written =
        format!("{{ \"task_routing\": {{ \"default_filter\": {{ \"queue\": \"{sales}\" }} }} }}");
    let changed = json(
        &lab,
        &format!("workflows update Everything --re-evaluate-tasks --configuration '{as_written}'"),
    );
    assert_eq!(changed["configuration"], as_written);
    insta::assert_snapshot!(lab.trctl("workflows create --friendly-name None").steady(), @"
    exit code 2
    --- stderr
    error: a workflow needs a configuration
    hint: give it with `--configuration-file FILE` or `--configuration JSON`
    ");
    insta::assert_snapshot!(lab.trctl("workflows create --friendly-name None --configuration '{\"task_routing\":}'").steady(), @r#"
    exit code 2
    --- stderr
    error: the configuration is not JSON: expected value at line 1 column 17
      |
    1 | {"task_routing":}
      |                 ^
    "#);
    insta::assert_snapshot!(lab.trctl("workflows create --friendly-name None --configuration '{\"task_routing\":{\"default_filter\":{\"queue\":\"Suport\"}}}'").steady(), @"
    exit code 4
    --- stderr
    error: there is no task queue named `Suport`
    hint: did you mean `Support`?
    ");
    assert_eq!(lab.trctl("workflow delete Everything --yes").code, 0);
    assert_eq!(names(&lab, "workflows"), [""; 0]);
}

#[test]
fn a_worker_from_the_first_day_to_the_last() {
    let lab = Lab::new();
    lab.home.write(
        "work/dave.json",
        r#"{"skills":["support"],"contact":{"phone":"+15550100","mail":"d@example.com"}}"#,
    );
    insta::assert_snapshot!(lab.trctl("workers create --friendly-name dave --activity Available --attributes-file dave.json --set level=1 --columns name,activity,skills,attributes.level").steady(), @"
    exit code 0
    --- stdout
    NAME              dave
    ACTIVITY          Available
    SKILLS            support
    ATTRIBUTES.LEVEL  1
    ");
    let attributes = |line: &str| {
        let changed = json(&lab, line);
        changed["attributes"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        attributes(
            "workers update dave --set level=2 --set contact.phone=+15550101 --unset skills"
        ),
        r#"{"contact":{"phone":"+15550101","mail":"d@example.com"},"level":2}"#
    );
    assert_eq!(
        attributes(
            "workers set-attributes dave --attributes '{\"contact\":{\"mail\":null},\"team\":\"night\"}'"
        ),
        r#"{"contact":{"phone":"+15550101","mail":null},"level":2,"team":"night"}"#
    );
    assert_eq!(
        attributes("worker update dave --replace --attributes-file dave.json --set a.b=true"),
        r#"{"skills":["support"],"contact":{"phone":"+15550100","mail":"d@example.com"},"a":{"b":true}}"#
    );
    let moved = json(
        &lab,
        "workers update dave --friendly-name david --activity Unavailable --reject-pending-reservations",
    );
    assert_eq!(
        (&moved["friendly_name"], &moved["activity_name"]),
        (&"david".into(), &"Unavailable".into())
    );
    insta::assert_snapshot!(lab.trctl("workers update david --set level=3 --unset a --dry-run").steady(), @r#"
    exit code 0
    --- stderr
    dry run: would update worker WKd81d76d1944a25a180d45ae2de934156 (david) with
      Attributes={"skills":["support"],"contact":{"phone":"+15550100","mail":"d@example.com"},"level":3}
    "#);
    for (line, said) in [
        ("workers update david", "there is nothing to change"),
        (
            "workers update david --replace",
            "`--replace` does not say by what",
        ),
        ("workers update david --set a", "write `KEY=VALUE`"),
        (
            "workers update david --set a.b.c=1",
            "`a.b.c` cannot be set: `b` is not an object",
        ),
        (
            "workers update david --attributes-file none.json",
            "cannot read the attributes from `none.json`",
        ),
        (
            "workers update david --reject-pending-reservations",
            "--activity",
        ),
    ] {
        let ran = lab.trctl(line);
        assert_eq!(ran.code, 2, "{line}: {ran}");
        assert!(ran.stderr.contains(said), "{line}: {ran}");
    }
    assert_eq!(lab.trctl("workers delete david --yes").code, 0);
    assert_eq!(names(&lab, "workers"), [""; 0]);
}

#[tokio::test]
async fn attributes_that_are_no_object_are_only_replaced() {
    let twilio = Scripted::start().await;
    twilio.reads("[1]", "assigned", 1).await;
    let update = format!("tasks update {} --set a=1", Scripted::task());
    insta::assert_snapshot!(twilio.home.trctl(&update).steady(), @"
    exit code 2
    --- stderr
    error: the attributes of task WT00000000000000000000000000000001 are not a JSON object, so nothing can be merged into them
    hint: `--replace` puts what is given in their place
    ");
    let said = twilio.home.trctl(&format!("{update} --replace --dry-run"));
    assert!(said.stderr.ends_with("  Attributes={\"a\":1}\n"), "{said}");
}

#[tokio::test]
async fn a_merge_that_is_overtaken_twice_gives_up() {
    let twilio = Scripted::start().await;
    twilio.reads(r#"{"a":1}"#, "assigned", 1).await;
    twilio.reads(r#"{"a":2}"#, "assigned", 2).await;
    twilio.refuses(412, 20412, 2).await;
    let ran = twilio
        .home
        .trctl(&format!("tasks update {} --set b=2", Scripted::task()));
    insta::assert_snapshot!(ran.steady(), @"
    exit code 5
    --- stderr
    error: cannot update task WT00000000000000000000000000000001
    caused by: /v1/Workspaces/WS00000000000000000000000000000001/Tasks/WT00000000000000000000000000000001 changed meanwhile: 20412 no
    hint: run the command again; it reads the present state first
    ");
    assert_eq!(
        twilio.changes().await,
        [
            ("\"1\"".to_owned(), r#"Attributes={"a":1,"b":2}"#.to_owned()),
            ("\"2\"".to_owned(), r#"Attributes={"a":2,"b":2}"#.to_owned()),
        ]
    );
}

#[test]
fn a_workspace_is_lost_only_by_its_name() {
    let lab = Lab::new();
    let trial = json(
        &lab,
        "workspace create --friendly-name 'trial run' --template fifo --prioritize-queue-order lifo \
         --events-filter 'task.created, task.deleted'",
    );
    assert_eq!(
        (&trial["prioritize_queue_order"], &trial["events_filter"]),
        (&"LIFO".into(), &"task.created,task.deleted".into())
    );
    assert_eq!(
        lab.trctl("queues list --workspace 'trial run' --columns name --no-headers")
            .stdout
            .trim(),
        "Sample Queue"
    );
    let changed = json(
        &lab,
        "workspaces update 'trial run' --default-activity Available --timeout-activity Unavailable \
         --event-callback-url https://example.com/events --events-filter ''",
    );
    assert_eq!(
        (
            &changed["default_activity_name"],
            &changed["timeout_activity_name"],
            &changed["event_callback_url"]
        ),
        (
            &"Available".into(),
            &"Unavailable".into(),
            &"https://example.com/events".into()
        )
    );
    // Unless it is named, it is the one in use.
    let used = json(&lab, "workspace update --prioritize-queue-order lifo");
    assert_eq!(used["friendly_name"], "writers");

    insta::assert_snapshot!(lab.trctl("workspace delete 'trial run'").steady(), @"
    exit code 2
    --- stderr
    error: this needs the name `trial run`, a yes is not enough
    hint: `'--yes=trial run'` goes ahead without asking; `--dry-run` shows what would be done
    ");
    insta::assert_snapshot!(lab.trctl("workspace delete 'trial run' --yes").steady(), @"
    exit code 2
    --- stderr
    error: this needs the name `trial run`, a yes is not enough
    hint: `'--yes=trial run'` goes ahead without asking; `--dry-run` shows what would be done
    ");
    insta::assert_snapshot!(lab.trctl("workspace delete 'trial run' -y=trial").steady(), @"
    exit code 2
    --- stderr
    error: this needs the name `trial run`, not `trial`
    hint: `'--yes=trial run'` goes ahead without asking; `--dry-run` shows what would be done
    ");
    insta::assert_snapshot!(lab.trctl("workspace delete 'trial run' --dry-run").steady(), @"
    exit code 0
    --- stdout
    NAME       SID                                 DEFAULT ACTIVITY  TIMEOUT ACTIVITY  MULTI-TASK  ORDER
    trial run  WSe60443231f491eda3af8f78d137ad3c2  Available         Unavailable       true        LIFO
    --- stderr
    dry run: would delete 1 workspace in the account
    ");
    assert_eq!(names(&lab, "workspace"), ["writers", "trial run"]);
    // By its SID it wants the name just the same.
    let sid = trial["sid"].as_str().unwrap();
    assert_eq!(
        lab.trctl(&format!("workspace delete {sid} --yes={sid}"))
            .code,
        2
    );
    insta::assert_snapshot!(lab.trctl("workspace delete 'trial run' '--yes=trial run'").steady(), @"
    exit code 0
    --- stdout
    SID                                 NAME       OUTCOME  DETAIL
    WSe60443231f491eda3af8f78d137ad3c2  trial run  done     deleted
    ");
    assert_eq!(names(&lab, "workspace"), ["writers"]);
}

#[test]
fn a_yes_with_a_name_is_no_yes_to_anything_else() {
    let lab = Lab::new();
    lab.queue("Support", "1==1");
    insta::assert_snapshot!(lab.trctl("queues delete Support --yes=no").steady(), @"
    exit code 2
    --- stderr
    error: `--yes=no` names something, and here nothing is asked but yes or no
    hint: write `--yes` alone
    ");
    assert_eq!(names(&lab, "queues"), ["Support"]);
    assert_eq!(lab.trctl("queues delete Support -yq").code, 0);
}

/// Refused with exit code 2, with nothing asked of Twilio but reads.
fn refused(lab: &Lab, line: &str) -> String {
    let ran = lab.trctl(line);
    assert_eq!(ran.code, 2, "{line}: {ran}");
    ran.stderr
}

#[test]
fn an_activity_in_use_stays() {
    let lab = Lab::writers();
    lab.set_activity("dave", "Available");
    lab.trctl("activities create --friendly-name Reserved");
    lab.trctl("queues update Support --reservation-activity Reserved");
    insta::assert_snapshot!(refused(&lab, "activities delete Offline --yes"), @"
    error: activity WAbcd9dbb49673066b2ca02ba0c66069e2 (Offline) cannot be deleted: it is the workspace's default activity
    hint: choose another with `trctl workspace update --default-activity NAME`
    ");
    insta::assert_snapshot!(refused(&lab, "activities delete Unavailable Available --yes"), @"
    error: activity WAdef434e398051d632367df909c5b19a1 (Available) cannot be deleted: 1 worker in it
    hint: put them to another with `trctl workers set-activity --activity Available --to NAME`
    ");
    insta::assert_snapshot!(refused(&lab, "activities delete Reserved --yes"), @"
    error: activity WAaa7a623aa3c246bdaf6d6b60e97eb148 (Reserved) cannot be deleted: it is the reservation activity of task queue `Support`
    hint: choose another with `trctl queues update Support --reservation-activity NAME`
    ");
    lab.trctl("workspace update --timeout-activity Unavailable");
    insta::assert_snapshot!(refused(&lab, "activities delete Unavailable --yes"), @"
    error: activity WA309f81a5ebe9a7f2940514708b0a5eb2 (Unavailable) cannot be deleted: it is the workspace's timeout activity
    hint: choose another with `trctl workspace update --timeout-activity NAME`
    ");
    assert_eq!(
        names(&lab, "activities"),
        ["Offline", "Available", "Unavailable", "Reserved"]
    );
    // The way out that is told.
    assert_eq!(
        lab.trctl("workers set-activity --activity Available --to Offline --yes")
            .code,
        0
    );
    assert_eq!(lab.trctl("activities delete Available --yes").code, 0);
}

#[test]
fn a_queue_with_tasks_or_in_a_workflow_stays() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(refused(&lab, "queues delete Support --yes"), @"
    error: task queue WQe60443231f491eda3af8f78d137ad3c2 (Support) cannot be deleted: workflow `Support` sends tasks to it
    hint: send them elsewhere with `trctl workflows update Support --configuration-file FILE`
    ");
    // Sent there directly, by no workflow's rules.
    lab.queue("Back office", "1==2");
    let ran = lab.trctl("tasks create --workflow Support --routing-target 'Back office'");
    assert_ne!(ran.code, 0, "a queue is targeted by its SID");
    let sid = lab.trctl("queues get 'Back office' -o sid");
    let task = lab.trctl(&format!(
        "tasks create --workflow Support --routing-target {}",
        sid.stdout.trim()
    ));
    assert_eq!(task.code, 0, "{task}");
    insta::assert_snapshot!(refused(&lab, "queues delete 'Back office' --yes"), @"
    error: task queue WQ85d816a38cb2a777146ed7bb06821ef5 (Back office) cannot be deleted: 1 task in it
    hint: `trctl tasks cancel --queue 'Back office'` ends those that wait, `trctl tasks complete --queue 'Back office'` those that a worker has
    ");
    assert_eq!(
        lab.trctl("tasks cancel --queue 'Back office' --yes").code,
        0
    );
    let deleted = lab.trctl("queues delete 'Back office' --yes");
    assert_eq!(deleted.code, 0, "{deleted}");
}

#[test]
fn a_workflow_with_open_tasks_stays() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(refused(&lab, "workflows delete Support --yes"), @"
    error: workflow WWa632720f337cd924c13b475b664ef73f (Support) cannot be deleted: 2 tasks of it not over
    hint: `trctl tasks cancel --workflow Support` ends those that wait, `trctl tasks complete --workflow Support` those that a worker has
    ");
    assert_eq!(
        lab.trctl("tasks cancel --workflow Support --status pending --yes")
            .code,
        0
    );
    assert_eq!(lab.trctl("tasks complete --workflow Support --yes").code, 0);
    let deleted = lab.trctl("workflows delete Support --yes");
    assert_eq!(deleted.code, 0, "{deleted}");
}

#[test]
fn a_worker_with_something_to_finish_stays() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(refused(&lab, "workers delete edith dave --yes"), @"
    error: worker WK0b88fa7a1849310c8b94f6441313bfd8 (dave) cannot be deleted: 1 reservation not finished, WR98fe11a44e15d73272430f30ae83904a is wrapping
    hint: `trctl reservations list --worker dave` shows them; `trctl reservations complete WR98fe11a44e15d73272430f30ae83904a --worker dave` ends this one
    ");
    assert_eq!(names(&lab, "workers"), ["dave", "edith", "susan"]);
    let open = lab.trctl("reservations list --worker dave --status wrapping -o sid");
    let done = lab.trctl(&format!(
        "reservations complete {} --worker dave --yes",
        open.stdout.trim()
    ));
    assert_eq!(done.code, 0, "{done}");
    let deleted = lab.trctl("workers delete edith dave --yes");
    assert_eq!(deleted.code, 0, "{deleted}");
    assert_eq!(names(&lab, "workers"), ["susan"]);
}

#[test]
fn an_offer_is_to_be_rejected_before_its_worker_goes() {
    let lab = Lab::writers();
    lab.set_activity("dave", "Available");
    lab.task("Support", "{}");
    let said = refused(&lab, "workers delete dave --yes");
    assert!(said.contains("1 reservation not finished"), "{said}");
    assert!(said.contains("trctl reservations reject WR"), "{said}");
}

#[test]
fn a_channel_with_tasks_and_the_default_one_stay() {
    let lab = Lab::three_calls();
    insta::assert_snapshot!(refused(&lab, "channels delete default --yes"), @"
    error: task channel TC2c255cac878803d98ac17bcf307ab26d (default) cannot be deleted: tasks that name no channel are on it
    hint: a workspace cannot be without it; keep workers from its tasks by their capacity
    ");
    let said = refused(&lab, "channels delete voice --yes");
    assert!(said.contains("cannot be deleted: task WT"), "{said}");
}

#[test]
fn what_cannot_be_shown_is_not_made() {
    let lab = Lab::new();
    let ran = lab.trctl("queues create --friendly-name Support -o legacy");
    assert_eq!(ran.code, 2, "{ran}");
    assert_eq!(names(&lab, "queues"), [""; 0]);
}

#[test]
fn who_serves_a_queue_is_listed() {
    let lab = Lab::writers();
    lab.set_activity("edith", "Available");
    let served = |line: &str| {
        let ran = lab.trctl(&format!("{line} --columns name --no-headers"));
        assert_eq!(ran.code, 0, "{ran}");
        ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(served("queues workers Support"), "dave edith");
    assert_eq!(served("queues workers Support --available"), "edith");
    assert_eq!(
        served("queue workers --target-workers 'skills HAS \"sales\"'"),
        "susan"
    );
    assert_eq!(
        served("queues workers Sales --where 'name == \"dave\"'"),
        ""
    );
    assert_eq!(lab.trctl("queues workers").code, 2);
    assert_eq!(lab.trctl("queues workers Suport").code, 4);
}

#[test]
fn figures_are_asked_for_with_the_noun_first_too() {
    let lab = Lab::three_calls();
    for noun in ["queues", "workflows", "workers"] {
        let here = lab.trctl(&format!("{noun} stats --real-time -o json"));
        let there = lab.trctl(&format!("stats {noun} --real-time -o json"));
        assert_eq!(
            (here.code, &here.stdout),
            (0, &there.stdout),
            "{noun}: {here}"
        );
    }
}
