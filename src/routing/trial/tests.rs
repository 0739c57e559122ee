use super::*;

const RULES: &str = r#"{"task_routing":{"filters":[
    {"filter_friendly_name":"gold","expression":"type == 'gold'","targets":[
        {"queue":"Sales","timeout":10,"priority":5},
        {"queue":"Support","timeout":20,"skip_if":"workers.available == 0"}]},
    {"expression":"type == 'call'","targets":[
        {"queue":"Support","expression":"task.language IN worker.languages"}]},
    {"expression":"type == 'lost'","targets":[{"queue":"Nobody","skip_if":"1==1"}]}
    ],"default_filter":{"queue":"Sales"}}}"#;

const PEOPLE: &str = "
queues:
  - {name: Support, target_workers: skills HAS 'support'}
  - {name: Sales, target_workers: skills HAS 'sales'}
  - {name: Nobody, target_workers: ''}
workers:
  - name: ana
    attributes: {skills: [support], languages: [en, fr]}
    channels: {voice: 1}
  - name: bob
    attributes: {skills: [support, sales], languages: [en]}
    activity: Offline
";

fn trial(cases: &str) -> Result<Trial, Error> {
    let file = TestFile::parse(&format!("{PEOPLE}cases:{cases}"))?;
    Trial::new(file, RULES, Stage::default())
}

fn report(cases: &str) -> Report {
    trial(cases).unwrap().run().unwrap()
}

/// What became of one task.
fn found(case: &str) -> Found {
    let report = report(&format!(
        "\n  - {{name: one, {case}, expect: {{priority: 0}}}}"
    ));
    report.cases[0].found.clone()
}

#[test]
fn a_task_goes_to_who_fits() {
    let found = found("task: {attributes: {type: call, language: fr}, channel: voice}");
    assert_eq!(found.filter_index, Some(1));
    assert_eq!(found.filter.as_deref(), Some("filters[1]"));
    assert_eq!(found.queue.as_deref(), Some("Support"));
    assert_eq!(found.workers, ["ana"]);
    assert_eq!(found.outcome, Outcome::Assigned);
}

#[test]
fn a_worker_who_is_busy_with_an_earlier_task_gets_no_other() {
    let call = "{attributes: {type: call, language: fr}, channel: voice}";
    let found = found(&format!("before: [{call}], task: {call}"));
    assert_eq!((found.outcome, found.workers.len()), (Outcome::Pending, 0));
}

#[test]
fn time_moves_a_task_on_and_out() {
    let after = |seconds: u64| {
        found(&format!(
            "task: {{attributes: {{type: gold}}}}, waits: {seconds}, workers: [{{name: ana, activity: Unavailable}}]"
        ))
    };
    let there = after(9);
    assert_eq!((there.target, there.priority), (Some(0), 5));
    assert_eq!(there.queue.as_deref(), Some("Sales"));
    // Nobody is available, so the second step is skipped. A filter left by time-out rules the
    // default filter out, one that is skipped does not.
    let skipped = after(10);
    assert_eq!(skipped.filter.as_deref(), Some("default"));
}

#[test]
fn a_task_ends_for_the_reason_that_is_told() {
    let out = found(
        "task: {attributes: {type: gold}}, waits: 60s, answers: nobody, workers: [{name: ana, channels: {default: 0}}]",
    );
    assert_eq!(out.outcome, Outcome::WorkflowTimeout, "{out:?}");
    let dead = found("task: {attributes: {type: other}, timeout: 30}, waits: 1m");
    assert_eq!(dead.outcome, Outcome::Ttl, "{dead:?}");
}

#[test]
fn offers_nobody_answers_time_out() {
    let case = |waits| {
        found(&format!(
            "task: {{attributes: {{type: call, language: en}}}}, answers: nobody, waits: {waits}"
        ))
    };
    assert_eq!(case(119).outcome, Outcome::Reserved);
    assert_eq!(case(119).workers, ["ana"]);
    assert_eq!(case(120).outcome, Outcome::Pending);
}

#[test]
fn a_task_without_a_way_is_refused() {
    let file = TestFile::parse(
        "queues: [{name: Q}]\ncases: [{name: n, task: {}, expect: {outcome: refused}}]",
    )
    .unwrap();
    let rules =
        r#"{"task_routing":{"filters":[{"expression":"a == 1","targets":[{"queue":"Q"}]}]}}"#;
    let report = Trial::new(file, rules, Stage::default())
        .unwrap()
        .run()
        .unwrap();
    assert!(report.cases[0].passed(), "{report:?}");
    assert_eq!(report.filters.len(), 1);
}

#[test]
fn mismatches_are_told_with_their_place_and_unhit_filters_with_their_names() {
    let report = report(
        "
  - name: wrong
    task: {attributes: {type: call, language: fr}}
    expect:
      filter: gold
      queue: Support
      worker: bob
      outcome: pending
  - name: right
    task: {attributes: {type: gold}}
    expect: {filter: 0, queue: Sales}",
    );
    assert_eq!(report.failed(), 1);
    let told: Vec<String> = report.cases[0]
        .mismatches
        .iter()
        .map(|one| {
            format!(
                "{}:{} {} {}/{}",
                one.place.line, one.place.column, one.key, one.expected, one.found
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "17:15 filter gold/filters[1]",
            "19:15 worker bob/ana",
            "20:16 outcome pending/assigned"
        ]
    );
    let hits: Vec<(&str, usize)> = report
        .filters
        .iter()
        .map(|one| (one.name.as_str(), one.hits))
        .collect();
    assert_eq!(
        hits,
        [
            ("gold", 1),
            ("filters[1]", 1),
            ("filters[2]", 0),
            ("default", 0)
        ]
    );
}

#[test]
fn mistakes_are_told_with_their_place_and_what_was_meant() {
    let told = |cases: &str| trial(cases).unwrap_err().to_string();
    let task = "task: {}";
    for (case, problem) in [
        (
            format!("{{name: n, {task}, expects: {{queue: Sales}}}}"),
            "unknown key `expects` (did you mean `expect`?)",
        ),
        (
            format!("{{name: n, {task}, expect: {{queue: Sale}}}}"),
            "there is no queue `Sale` (did you mean `Sales`?)",
        ),
        (
            format!("{{name: n, {task}, expect: {{worker: anna}}}}"),
            "there is no worker `anna` (did you mean `ana`?)",
        ),
        (
            format!("{{name: n, {task}, expect: {{filter: golf}}}}"),
            "there is no filter `golf` (did you mean `gold`?)",
        ),
        (
            format!("{{name: n, {task}, expect: {{filter: 3}}}}"),
            "there is no filter 3;",
        ),
        (
            format!("{{name: n, {task}, expect: {{outcome: pendin}}}}"),
            "`pendin` is not known here (did you mean `pending`?)",
        ),
        (
            format!("{{name: n, {task}, expect: {{}}}}"),
            "case `n` expects nothing",
        ),
        (
            format!("{{name: n, {task}, waits: soon, expect: {{queue: Sales}}}}"),
            "soon",
        ),
        (
            format!(
                "{{name: n, {task}, workers: [{{name: ana, activity: Availabel}}], expect: {{queue: Sales}}}}"
            ),
            "there is no activity `Availabel` (did you mean `Available`?)",
        ),
        (
            "{name: n, task: {channel: voise}, expect: {queue: Sales}}".to_owned(),
            "there is no channel `voise` (did you mean `voice`?)",
        ),
    ] {
        let told = told(&format!("\n  - {case}"));
        assert!(
            told.starts_with("14:") && told.contains(problem),
            "{case}: {told}"
        );
    }
    let unknown = TestFile::parse(
        "cases: [{name: n, task: {}, expect: {queue: Suport}}]\nqueues: [{name: Suport}]",
    )
    .unwrap();
    let error = Trial::new(unknown, RULES, Stage::default()).unwrap_err();
    assert!(
        error.to_string().contains("there is no queue `Sales`"),
        "{error}"
    );
}

#[test]
fn sids_of_a_workspace_mean_what_they_mean_there() {
    let rules = r#"{"task_routing":{"filters":[{"expression":"a == 1","targets":[
        {"queue":"WQ000000000000000000000000000000aa","known_worker_sid":"task.agent","timeout":9,"skip_if":"workers.WA000000000000000000000000000000aa > 0"},
        {"expression":"worker.sid != \"WK000000000000000000000000000000aa\""}]}]}}"#;
    let stage = Stage {
        activities: vec![StageActivity {
            sid: Some("WA000000000000000000000000000000aa".to_owned()),
            name: "Break".to_owned(),
            available: false,
        }],
        queues: vec![StageQueue {
            sid: Some("WQ000000000000000000000000000000aa".to_owned()),
            name: "Support".to_owned(),
            target_workers: None,
            max_reserved_workers: None,
            task_order: None,
        }],
        workers: vec![StageWorker {
            sid: Some("WK000000000000000000000000000000aa".to_owned()),
            name: "ana".to_owned(),
            attributes: r#"{"level":3}"#.to_owned(),
        }],
        ..Stage::default()
    };
    let file = TestFile::parse(
        "
workers: [{name: ana}, {name: bob}]
cases:
  - name: the worker who is named
    task: {attributes: {a: 1, agent: WK000000000000000000000000000000aa}}
    expect: {worker: ana, queue: Support}
  - name: another when that one has a break
    workers: [{name: ana, activity: Break}]
    task: {attributes: {a: 1, agent: WK000000000000000000000000000000aa}}
    expect: {worker: bob, target: 1}",
    )
    .unwrap();
    let report = Trial::new(file, rules, stage).unwrap().run().unwrap();
    assert_eq!(report.failed(), 0, "{report:#?}");
}
