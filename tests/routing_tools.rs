//! `workflows lint`, `workflows test` and `tasks explain`: what is said of routing.
#![cfg(feature = "server")]

mod common;

use common::Sealed;
use common::lab::Lab;
use trctl::model::Workflow;
use trctl::twilio::Form;

/// A workflow of these rules; queues are given as `{Support}`.
fn workflow(lab: &Lab, name: &str, rules: &str) {
    let mut rules = rules.to_owned();
    for queue in ["Support", "Sales"] {
        let sid = lab
            .wait(
                lab.client
                    .resolve::<trctl::model::TaskQueue>(lab.workspace, queue),
            )
            .unwrap();
        rules = rules.replace(&format!("{{{queue}}}"), &sid.to_string());
    }
    let form = Form::new()
        .with("FriendlyName", name)
        .with("TaskReservationTimeout", 10)
        .with("Configuration", rules);
    lab.wait(lab.client.create::<Workflow>(lab.workspace, form))
        .unwrap();
}

const SHADOWED: &str = r#"{"task_routing":{"filters":[
    {"filter_friendly_name":"all","expression":"1==1","targets":[{"queue":"{Support}"}]},
    {"filter_friendly_name":"gold","expression":"type == 'gold'","targets":[{"queue":"{Sales}","expression":"task.language IN worker.langages","timeout":90000},{"priority":5}]}
    ],"default_filter":{"queue":"{Support}"}}}"#;

#[test]
fn workflows_and_queues_of_the_workspace_are_linted() {
    let lab = Lab::writers();
    let clean = lab.trctl("workflows lint");
    insta::assert_snapshot!(clean);
    workflow(&lab, "Shadowed", SHADOWED);
    lab.queue("French", r#"languages HAS "fr""#);
    insta::assert_snapshot!(lab.trctl("workflows lint"));
    insta::assert_snapshot!(lab.trctl("workflows lint Support Shadowed --fail-on never --columns severity,code,place,filter,target"));
    let named = lab.trctl("workflows lint Support --fail-on warning");
    assert_eq!(named.code, 0, "{named}");
    let json = lab.trctl("workflows lint -o json");
    let findings: Vec<serde_json::Value> = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(findings[0]["workflow"], "Shadowed");
    assert_eq!(findings[0]["path"], "task_routing.filters[1]");
}

#[test]
fn a_file_is_linted_without_a_workspace() {
    let home = Sealed::new();
    home.write(
        "work/routes.yaml",
        "task_routing:
  filters:
    - expression: type == 'a'
      targets:
        - queue: Support
        - {queue: Sales, timeout: 10}
    - expression: kind HSA 'x'
      targets: [{queue: Support}]
",
    );
    insta::assert_snapshot!(home.trctl("workflows lint --file routes.yaml"));
    home.write(
        "work/routes.yaml",
        "task_routing:
  filters:
    - expression: type == 'a'
      targets:
        - queue: Support
        - {queue: Sales, timeout: 10}
  default_filter: {queue: Suport}
",
    );
    insta::assert_snapshot!(
        home.trctl("workflows lint --file routes.yaml --columns code,place,text")
    );
    let lab = Lab::writers();
    lab.home.write(
        "work/routes.yaml",
        "task_routing: {filters: [], default_filter: {queue: Suport}}",
    );
    insta::assert_snapshot!(lab.trctl("workflows lint --file routes.yaml --live"));
    insta::assert_snapshot!(home.trctl("workflows lint --file nowhere.yaml"));
    home.write("work/other.yaml", "filters: []");
    insta::assert_snapshot!(home.trctl("workflows lint --file other.yaml"));
}

const LANGUAGES: &str = r#"{"task_routing":{"filters":[
    {"filter_friendly_name":"gold","expression":"type == 'gold'","targets":[{"queue":"{Sales}"}]},
    {"filter_friendly_name":"calls","expression":"type == 'call'","targets":[
        {"queue":"{Support}","expression":"task.language IN worker.languages","timeout":60,"priority":3},
        {"queue":"{Support}","priority":9}]}
    ],"default_filter":{"queue":"{Sales}"}}}"#;

/// Two who speak French and one who does not, all free.
fn languages() -> Lab {
    let lab = Lab::new();
    lab.queue("Support", r#"skills HAS "support""#);
    lab.queue("Sales", r#"skills HAS "sales""#);
    for (name, language) in [("ana", "en"), ("bob", "fr"), ("carl", "fr")] {
        lab.worker(
            name,
            &format!(r#"{{"skills":["support"],"languages":["{language}"]}}"#),
        );
        lab.set_activity(name, "Available");
    }
    workflow(&lab, "Route", LANGUAGES);
    lab
}

#[test]
fn a_task_that_waits_is_explained() {
    let mut lab = languages();
    let french = r#"{"type":"call","language":"fr"}"#;
    lab.task("Route", french);
    lab.task("Route", french);
    let third = lab.task("Route", french);
    lab.pass(5);
    insta::assert_snapshot!(lab.trctl(&format!("tasks explain {third}")));
    let json = lab.trctl(&format!("tasks explain {third} -o json"));
    let told: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((&told["filter"], &told["target"]), (&1.into(), &0.into()));
    assert_eq!(told["tasks_before"], 0);
    let workers = &told["filters"][1]["targets"][0]["workers"];
    assert_eq!(workers[0]["worker"], "bob", "{json}");
    assert_eq!(workers[0]["obstacles"][0]["kind"], "at-capacity");
    // Asked for are the workspace, the task, its workflow, three lists, three workers' channels
    // and the tasks before it.
    let asked = lab.trctl(&format!("tasks explain {third} -v"));
    let requests = asked.stderr.matches("http://").count();
    assert_eq!(requests, 10, "{asked}");
}

#[test]
fn what_would_become_of_a_task_is_explained() {
    let lab = languages();
    insta::assert_snapshot!(lab.trctl(r#"tasks explain --would '{"type":"call","language":"fr"}' --channel voice --columns task,workflow,priority"#));
    insta::assert_snapshot!(
        lab.trctl(r#"tasks explain --would '{"type":"chat"}' --workflow Route --workers 1"#)
    );
    lab.queue("Other", "1==1");
    lab.workflow("Second", "Other");
    insta::assert_snapshot!(lab.trctl("tasks explain --would '{}'"));
    insta::assert_snapshot!(lab.trctl("tasks explain --would '{' --workflow Route"));
}

#[test]
fn tasks_with_a_worker_and_finished_ones_are_explained() {
    let lab = Lab::three_calls();
    for (status, said) in [
        ("wrapping", "it is with dave (wrapping, WR"),
        ("assigned", "it is with susan (accepted, WR"),
    ] {
        let ran = lab.trctl(&format!("tasks explain {}", lab.sid_of(status)));
        assert!(ran.code == 0 && ran.stdout.contains(said), "{ran}");
    }
    let task = lab.sid_of("pending");
    lab.trctl(&format!("tasks cancel {task} --reason late --yes"));
    let ran = lab.trctl(&format!("tasks explain {task}"));
    assert!(ran.stdout.contains("it is canceled: late"), "{ran}");
}

const CASES: &str = "
queues:
  - {name: Support, target_workers: skills HAS 'support'}
  - {name: Sales, target_workers: skills HAS 'sales'}
workers:
  - {name: ana, attributes: {skills: [support]}, channels: {voice: 1}}
cases:
  - name: a call goes to ana
    task: {attributes: {type: call}, channel: voice}
    expect: {filter: calls, queue: Support, priority: 3, worker: ana}
  - name: nobody <is> there
    workers: [{name: ana, activity: Offline}]
    task: {attributes: {type: call}, timeout: 30m}
    waits: 1h
    expect:
      outcome: ttl
      queue: Sales
";

const RULES: &str = r#"{"task_routing":{"filters":[
    {"filter_friendly_name":"calls","expression":"type == 'call'","targets":[{"queue":"Support","priority":3}]},
    {"filter_friendly_name":"gold","expression":"type == 'gold'","targets":[{"queue":"Sales"}]}]}}"#;

#[test]
fn cases_are_run_without_a_workspace() {
    let home = Sealed::new();
    home.write(
        "work/cases/routing.test.yaml",
        &format!("workflow: rules.json\n{CASES}"),
    );
    home.write("work/cases/rules.json", RULES);
    insta::assert_snapshot!(
        home.trctl("workflows test cases/routing.test.yaml --junit report.xml")
    );
    let report = std::fs::read_to_string(home.work().join("report.xml")).unwrap();
    insta::assert_snapshot!(report);
    let json = home.trctl("workflows test cases/routing.test.yaml -o json");
    let cases: Vec<serde_json::Value> = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(cases[1]["mismatches"][0]["expected"], "Sales");
    assert_eq!(cases[0]["found"]["workers"][0], "ana");
    // The same with the one expectation corrected.
    let right = CASES.replace("queue: Sales\n", "queue: Support\n");
    home.write("work/right.yaml", &format!("workflow: {RULES}\n{right}"));
    let ran = home.trctl("workflows test right.yaml -o ndjson");
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 2), "{ran}");
    for (wrong, text) in [
        (
            "workflow",
            "workflow: rules.json\ncases: []\nworker: []".to_owned(),
        ),
        (
            "rules",
            format!(
                "workflow: cases/rules.json\n{}",
                CASES.replace("name: Sales", "name: Sale")
            ),
        ),
        ("missing", CASES.to_owned()),
        ("yaml", "cases: [".to_owned()),
    ] {
        home.write("work/wrong.yaml", &text);
        insta::assert_snapshot!(wrong, home.trctl("workflows test wrong.yaml"));
    }
}

#[test]
fn a_workflow_of_the_workspace_is_tested() {
    let lab = languages();
    lab.home.write(
        "work/live.yaml",
        "
workers: [{name: ana}, {name: bob, activity: Offline}, {name: carl, channels: {voice: 0}}]
cases:
  - name: who speaks French has no room
    task: {attributes: {type: call, language: fr}, channel: voice}
    waits: 59s
    expect: {filter: calls, target: 0, outcome: pending}
  - name: then anybody
    task: {attributes: {type: call, language: fr}, channel: voice}
    waits: 60s
    expect: {worker: ana, target: 1, priority: 9}
  - name: gold
    task: {attributes: {type: gold}}
    expect: {queue: Sales}
  - name: the rest
    task: {}
    expect: {filter: default}
",
    );
    insta::assert_snapshot!(lab.trctl("workflows test live.yaml --live Route"));
}
