use super::*;

fn configuration(filters: &str, default: &str) -> Configuration {
    let text = format!(
        r#"{{"task_routing":{{"filters":[{filters}],"default_filter":{{"queue":"{default}"}}}}}}"#
    );
    Configuration::parse(&text).unwrap()
}

fn filter(name: &str, expression: &str, targets: &str) -> String {
    let expression = Json::String(expression.to_owned());
    format!(
        r#"{{"filter_friendly_name":"{name}","expression":{expression},"targets":[{targets}]}}"#
    )
}

fn told(old: &Configuration, new: &Configuration) -> Vec<String> {
    configurations(old, new)
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn spelling_is_no_difference() {
    let old = configuration(
        &filter(
            "a",
            "lang == \"en\" AND (level > 3)",
            r#"{"queue":"Q","skip_if":"workers.available==0"}"#,
        ),
        "Q",
    );
    let new = configuration(
        &filter(
            "a",
            "  (lang='en') and level>3",
            r#"{"queue":"Q","skip_if":"1==1"}"#,
        ),
        "Q",
    );
    assert_eq!(
        told(&old, &new),
        ["filter \"a\" › target 1 › skip_if: workers.available == 0 → 1 == 1"]
    );
    assert!(same_target_workers(
        "((a=='x'))OR b HAS 1",
        "a == \"x\" or (b HAS 1)"
    ));
    assert!(same_target_workers("", "  "));
    assert!(!same_target_workers("", "1==1"));
    assert!(!same_target_workers(
        "a == 1 AND (b == 2 OR c == 3)",
        "a == 1 AND b == 2 OR c == 3"
    ));
}

#[test]
fn filters_are_added_and_removed_by_name() {
    let queue = r#"{"queue":"Q","timeout":30},{"queue":"R"}"#;
    let a = filter("a", "x == 1", queue);
    let b = filter("b", "x == 2", r#"{"queue":"R","priority":5}"#);
    let c = filter("c", "x == 3", r#"{"queue":"S"}"#);
    let old = configuration(&format!("{a},{b}"), "Q");
    let new = configuration(&format!("{c},{a}"), "Q");
    assert_eq!(
        told(&old, &new),
        [
            "filter \"b\" removed: expression x == 2, targets (queue R, priority 5)",
            "filter \"c\" at place 1 added: expression x == 3, targets (queue S)",
        ]
    );
    assert_eq!(
        told(&configuration("", "Q"), &configuration(&a, "R")),
        [
            "filter \"a\" at place 1 added: expression x == 1, targets (queue Q, timeout 30) then (queue R)",
            "default filter › queue: Q → R",
        ]
    );
}

#[test]
fn only_what_went_past_its_neighbours_has_moved() {
    let [a, b, c, d] = ["a", "b", "c", "d"]
        .map(|name| filter(name, &format!("x == \"{name}\""), r#"{"queue":"Q"}"#));
    let old = configuration(&[a.clone(), b.clone(), c.clone(), d.clone()].join(","), "Q");
    let new = configuration(&[d, a, b, c].join(","), "Q");
    assert_eq!(told(&old, &new), ["filter \"d\" moved from place 4 to 1"]);
    assert_eq!(told(&new, &old), ["filter \"d\" moved from place 1 to 4"]);
}

#[test]
fn a_filter_that_is_called_otherwise_is_renamed() {
    let old = configuration(&filter("vip", "x == 1", r#"{"queue":"Q"}"#), "Q");
    let new = configuration(
        &filter("gold", "x == 1", r#"{"queue":"Q","timeout":5}"#),
        "Q",
    );
    assert_eq!(
        told(&old, &new),
        [
            "filter \"vip\" renamed to \"gold\"",
            "filter \"vip\" › target 1 › timeout: (none) → 5",
        ]
    );
}

#[test]
fn targets_differ_field_by_field() {
    let old = configuration(
        &filter(
            "a",
            "x == 1",
            r#"{"queue":"Q","known_worker_sid":"task.agent","timeout":15},
               {"queue":"Q","expression":"task.lang IN worker.languages","timeout":30},
               {"queue":"R"}"#,
        ),
        "Q",
    );
    let new = configuration(
        &filter(
            "a",
            "x == 2",
            r#"{"queue":"Q","known_worker_friendly_name":"task.agent","timeout":15},
               {"queue":"Q","expression":"task.lang IN worker.languages","timeout":45,
                "order_by":"worker.level DESC"},
               {"queue":"S","priority":9},
               {"queue":"R"}"#,
        ),
        "Q",
    );
    assert_eq!(
        told(&old, &new),
        [
            "filter \"a\" › expression: x == 1 → x == 2",
            "filter \"a\" › target 1 › known_worker_sid: task.agent → (none)",
            "filter \"a\" › target 1 › known_worker_friendly_name: (none) → task.agent",
            "filter \"a\" › target 2 › timeout: 30 → 45",
            "filter \"a\" › target 2 › order_by: (none) → worker.level DESC",
            "filter \"a\" › target 3 added: queue S, priority 9",
        ]
    );
}

#[test]
fn documents_differ_where_their_members_do() {
    let old = json!({"skills": ["a"], "level": 1, "home": {"city": "Bonn", "zip": 1}, "x": null});
    let new = json!({"level": 1.0, "home": {"zip": 1, "city": "Köln"}, "skills": ["a", "b"], "team": "z"});
    let told: Vec<String> = documents("attributes", &old, &new)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "attributes.home.city: Bonn → Köln",
            r#"attributes.skills: ["a"] → ["a","b"]"#,
            "attributes.team added: z",
            "attributes.x removed: (none)",
        ]
    );
    assert_eq!(documents("attributes", &new, &new), []);
}

#[test]
fn lists_of_names_have_no_order() {
    assert!(same_names(
        "task.created, task.updated",
        "task.updated,task.created"
    ));
    assert!(same_names("", " "));
    assert!(!same_names("task.created", ""));
}
