use serde_json::json;

use super::*;

fn worker(name: &str, attributes: serde_json::Value) -> Worker {
    Worker {
        friendly_name: name.to_owned(),
        attributes,
        activity_name: "Offline".to_owned(),
        ..Worker::default()
    }
}

fn queues() -> Vec<Queue> {
    vec![
        Queue::new("WQ1", "Support", r#"skills HAS "support""#),
        Queue::new("WQ2", "Sales", r#"skills HAS "sales""#),
        Queue::new("WQ3", "Empty", ""),
        Queue::new("WQ4", "Everybody", "1==1"),
    ]
}

fn crew() -> Vec<Worker> {
    vec![
        worker(
            "ana",
            json!({"skills": ["support"], "languages": ["en"], "level": 3}),
        ),
        worker(
            "bob",
            json!({"skills": ["support", "sales"], "languages": [], "level": "high"}),
        ),
    ]
}

fn codes(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            format!(
                "{} {}",
                finding.code,
                finding.path.replace("task_routing.", "")
            )
        })
        .collect()
}

/// The findings of a document whose filters these are, with a default filter.
fn found(filters: &serde_json::Value) -> Vec<Finding> {
    let (queues, workers) = (queues(), crew());
    let known = Known {
        queues: Some(&queues),
        workers: Some(&workers),
        activities: Some(&[]),
        ..Known::default()
    };
    let text =
        json!({"task_routing": {"filters": filters, "default_filter": {"queue": "Support"}}});
    lint(&text.to_string(), &known)
}

fn of(filters: &serde_json::Value) -> Vec<String> {
    codes(&found(filters))
}

#[test]
fn a_sound_workflow_has_no_findings() {
    let none: [String; 0] = [];
    assert_eq!(
        of(&json!([
            {"expression": "type == 'a'", "targets": [
                {"queue": "Support", "timeout": 10, "skip_if": "workers.available == 0"},
                {"queue": "Everybody", "expression": "task.language IN worker.languages", "timeout": 20},
                {"priority": 5}]},
            {"expression": "type == 'b' OR vip == true", "targets": [{"queue": "WQ2"}]}])),
        none
    );
}

#[test]
fn a_filter_behind_one_that_takes_all_its_tasks_is_unreachable() {
    for (before, expression) in [
        ("type == 'a'", "type == 'a'"),
        ("1==1", "type == 'a'"),
        ("type == 'a'", "type = 'a' AND vip == true"),
        ("type IN ['a', 'b']", "type == 'a'"),
        ("type == 'a' OR type == 'b'", "'b' == type"),
        ("level > 3", "level >= 4"),
    ] {
        assert_eq!(
            of(&json!([
                {"expression": before, "targets": [{"queue": "Support"}]},
                {"expression": expression, "targets": [{"queue": "Sales"}]}])),
            ["unreachable-filter filters[1]"],
            "{before} / {expression}"
        );
    }
}

#[test]
fn a_filter_is_unreachable_behind_several_that_take_its_tasks_together() {
    let findings = found(&json!([
        {"expression": "type == 'a'", "targets": [{"queue": "Support"}]},
        {"expression": "type == 'b'", "targets": [{"queue": "Support"}]},
        {"expression": "type IN ['a', 'b']", "targets": [{"queue": "Sales"}]}]));
    assert_eq!(codes(&findings), ["unreachable-filter filters[2]"]);
    assert!(findings[0].text.contains("one of several"), "{findings:?}");
}

#[test]
fn a_filter_behind_one_that_gives_up_is_reached_in_the_end() {
    assert_eq!(
        of(&json!([
            {"expression": "1==1", "targets": [{"queue": "Support", "timeout": 10}]},
            {"expression": "type == 'a'", "targets": [{"queue": "Sales"}]}])),
        ["shadowed-filter filters[1]"]
    );
    // A skip_if that cannot hold is no way out.
    assert_eq!(
        of(&json!([
            {"expression": "1==1", "targets": [{"queue": "Support", "skip_if": "workers.available < 0"}]},
            {"expression": "type == 'a'", "targets": [{"queue": "Sales"}]}])),
        [
            "skip-if-never-holds filters[0].targets[0].skip_if",
            "unreachable-filter filters[1]"
        ]
    );
}

#[test]
fn what_never_matches_is_named() {
    assert_eq!(
        of(
            &json!([{"expression": "type == 'a' AND type == 'b'", "targets": [{"queue": "Support"}]}])
        ),
        ["filter-never-matches filters[0].expression"]
    );
    assert_eq!(
        of(
            &json!([{"expression": "a == 1", "targets": [{"queue": "Support", "expression": "1==0"}]}])
        ),
        ["target-never-fits filters[0].targets[0].expression"]
    );
    // A pause.
    let none: [String; 0] = [];
    assert_eq!(
        of(&json!([{"expression": "a == 1", "targets": [
            {"queue": "Support", "expression": "1==0", "timeout": 5}, {"priority": 1}]}])),
        none
    );
}

#[test]
fn targets_behind_one_without_end_are_unreachable() {
    assert_eq!(
        of(&json!([{"expression": "a == 1", "targets": [
            {"queue": "Support"}, {"queue": "Sales", "timeout": 5}, {"priority": 1}]}])),
        ["unreachable-target filters[0].targets[1]"]
    );
}

#[test]
fn counts_decide_whether_a_step_can_be_skipped() {
    let never = |skip_if: &str| {
        of(&json!([{"expression": "a == 1", "targets": [
            {"queue": "Support", "timeout": 5, "skip_if": skip_if}, {"priority": 1}]}]))
        .iter()
        .any(|code| code.starts_with("skip-if-never-holds"))
    };
    for holds in [
        "workers.available == 0",
        "workers.available < 5 AND workers.unavailable > 2",
        "1==1",
        "workers.available == 'x' OR workers.unavailable >= 3",
        "workers.available > workers.unavailable",
    ] {
        assert!(!never(holds), "{holds}");
    }
    for fails in [
        "workers.available < 0",
        "1==0",
        "workers.available == 1.5",
        "workers.WA11111111111111111111111111111111 > 0",
        "workers.available > 3 AND workers.available < 3",
        "task.skip == true",
    ] {
        assert!(never(fails), "{fails}");
    }
}

#[test]
fn steps_that_outlive_the_task_are_named_once() {
    let findings = found(&json!([{"expression": "a == 1", "targets": [
        {"queue": "Support", "timeout": 80_000}, {"timeout": 10_000}, {"timeout": 5}, {"priority": 1}]}]));
    assert_eq!(
        codes(&findings),
        ["timeouts-exceed-ttl filters[0].targets[1].timeout"]
    );
    assert!(findings[0].text.contains("90000 s"), "{findings:?}");
}

#[test]
fn queues_must_exist_and_somebody_must_serve_them() {
    let findings = found(&json!([
        {"expression": "a == 1", "targets": [{"queue": "Suport", "timeout": 3}, {"priority": 1}]},
        {"expression": "a == 2", "targets": [{"queue": "Empty"}]}]));
    assert_eq!(
        codes(&findings),
        [
            "unknown-queue filters[0].targets[0].queue",
            "nobody-serves-queue filters[1].targets[0].queue"
        ]
    );
    assert_eq!(findings[0].help, "did you mean `Support`?");
}

#[test]
fn attributes_nobody_has_and_targets_nobody_fits_are_named() {
    let findings = found(&json!([
        {"expression": "a == 1", "targets": [{"queue": "Support", "expression": "task.l IN worker.language"}]},
        {"expression": "a == 2", "targets": [{"queue": "Sales", "expression": "worker.languages HAS 'fr'"}]},
        {"expression": "a == 3", "targets": [{"queue": "Sales", "order_by": "worker.level DESC"}]}]));
    assert_eq!(
        codes(&findings),
        [
            "attribute-nobody-has filters[0].targets[0].expression",
            "nobody-fits-target filters[1].targets[0].expression",
            "order-by-ignored filters[2].targets[0].order_by"
        ]
    );
    assert_eq!(findings[0].help, "did you mean `languages`?");
}

#[test]
fn a_known_worker_needs_a_way_out() {
    assert_eq!(
        of(&json!([{"expression": "a == 1", "targets": [
            {"queue": "Support", "known_worker_sid": "task.agent"}]}])),
        ["known-worker-has-no-way-out filters[0].targets[0]"]
    );
}

#[test]
fn what_cannot_be_read_is_an_error_and_what_is_odd_a_warning() {
    let broken = lint(
        r#"{"task_routing":{"filters":[{"expression":"a HSA 1","targets":[{"queue":"q"}]}]}}"#,
        &Known::default(),
    );
    assert_eq!(codes(&broken), ["invalid filters[0].expression"]);
    assert_eq!(broken[0].severity, Severity::Error);
    let odd = lint(
        r#"{"task_routing":{"filters":[{"expresion":"x","expression":"task.a == 1","targets":[{"queue":"q","timout":3}]}]}}"#,
        &Known::default(),
    );
    assert_eq!(
        codes(&odd),
        [
            "unknown-key filters[0].expresion",
            "name-out-of-scope filters[0].expression",
            "unknown-key filters[0].targets[0].timout",
            "no-default-filter default_filter"
        ]
    );
    assert!(odd[2].help.contains("`timeout`"), "{odd:?}");
}

#[test]
fn queues_are_looked_at_by_themselves() {
    let (mut queues, workers) = (queues(), crew());
    queues.push(Queue::new("WQ5", "French", "langages HAS 'fr'"));
    queues.push(Queue::new("WQ6", "Broken", "skills HSA 'fr'"));
    let known = Known {
        queues: Some(&queues),
        workers: Some(&workers),
        ..Known::default()
    };
    let findings = lint_queues(&known);
    assert_eq!(
        codes(&findings),
        [
            "nobody-serves-queue queues.Empty",
            "nobody-serves-queue queues.French",
            "attribute-nobody-has queues.French",
            "invalid queues.Broken"
        ]
    );
    assert_eq!(findings[2].help, "did you mean `languages`?");
}

#[test]
fn every_code_is_documented_with_its_severity() {
    let page = include_str!("../../../docs/workflow-checks.md");
    for (code, severity, _) in CODES {
        let row = format!("| `{code}` | {}", severity.as_str());
        assert_eq!(page.matches(&row).count(), 1, "{row}");
    }
}
