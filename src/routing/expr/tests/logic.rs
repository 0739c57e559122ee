//! What is proved about expressions holds for values, and why they are false is told.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::routing::expr::*;

fn parse(source: &str) -> Expr {
    Expr::parse(source).unwrap()
}

#[test]
fn what_follows_is_found() {
    for (one, other) in [
        ("a == 1", "a == 1"),
        ("a == 1", "1 == a"),
        ("a == 1 AND b == 2", "b == 2"),
        ("a == 1 AND b == 2 AND c == 3", "c == 3 AND a == 1"),
        ("a == 1", "a == 1 OR b == 2"),
        ("a == 'x'", "a IN ['x', 'y']"),
        ("a IN ['x']", "a IN ['x', 'y']"),
        ("a IN ['x', 'y']", "a == 'x' OR a == 'y'"),
        ("a == 'xyz'", "a CONTAINS 'y'"),
        ("a == 'x'", "a != 'y'"),
        ("a == null", "a != 'y'"),
        ("a == true", "a != false"),
        ("a HAS 'x'", "'x' IN a"),
        ("a > 5", "a > 3"),
        ("a > 5", "a >= 5"),
        ("a >= 5", "5 <= a"),
        ("a == 5", "a < 6"),
        ("a < 5", "a != 5"),
        ("a == 5", "a IN [4, 5]"),
        ("a == 1", "1 == 1"),
        ("1 == 0", "a == 1"),
        ("(a == 1 OR b == 2) AND c == 3", "b == 2 OR a == 1"),
    ] {
        assert!(parse(one).implies(&parse(other)), "{one} / {other}");
    }
}

#[test]
fn what_does_not_follow_is_not_claimed() {
    for (one, other) in [
        ("a == 1", "b == 1"),
        ("a == 1 OR b == 2", "a == 1"),
        ("a IN ['x', 'y']", "a == 'x'"),
        ("a >= 5", "a > 5"),
        ("a > 3", "a > 5"),
        // `+5` and `5.0` equal the number, not the text.
        ("a == 5", "a == '5'"),
        ("a == '5'", "a CONTAINS '5'"),
        ("a != 'x'", "a == null"),
        ("a == b", "b == a"),
        ("a HAS 'x'", "a != 'x'"),
    ] {
        assert!(!parse(one).implies(&parse(other)), "{one} / {other}");
    }
}

#[test]
fn contradictions_are_found() {
    for never in [
        "1 == 0",
        "a == 'x' AND a == 'y'",
        "a == 'x' AND b == 1 AND a IN ['y', 'z']",
        "a > 5 AND a < 5",
        "a > 5 AND a == 4",
        "(a == 'x' OR a == 'y') AND a == 'z'",
        "a IN []",
    ] {
        assert!(parse(never).is_never_true(), "{never}");
    }
    for sometimes in [
        "a == 'x' AND b == 'y'",
        "a >= 5 AND a <= 5",
        "a HAS 'x' AND a HAS 'y'",
    ] {
        assert!(!parse(sometimes).is_never_true(), "{sometimes}");
    }
}

fn miss(source: &str, attributes: &Json) -> Vec<String> {
    parse(source)
        .misses(&DocumentScope(attributes), &|_| false)
        .iter()
        .map(Miss::to_string)
        .collect()
}

#[test]
fn the_fewest_changes_are_told() {
    let attributes = json!({"type": "chat", "level": 3, "languages": ["en"]});
    let none: [String; 0] = [];
    assert_eq!(miss("type == 'chat'", &attributes), none);
    assert_eq!(
        miss("type == 'chat' AND level > 5 AND vip == true", &attributes),
        [
            "`level > 5` (`level` is 3)",
            "`vip == true` (`vip` is missing)"
        ]
    );
    assert_eq!(
        miss(
            "(type == 'a' AND level > 5) OR 'fr' IN languages",
            &attributes
        ),
        [r#"`languages HAS "fr"` (`languages` is ["en"])"#]
    );
    // What nothing could change is not the nearest.
    assert_eq!(
        miss("1 == 0 OR (type == 'a' AND level > 5)", &attributes),
        [
            r#"`type == "a"` (`type` is "chat")"#,
            "`level > 5` (`level` is 3)"
        ]
    );
}

#[test]
fn the_tasks_side_is_told_as_its_value() {
    let (task, worker) = (json!({"language": "fr"}), json!({"languages": ["en"]}));
    let worker = WorkerRecord {
        attributes: &worker,
        ..WorkerRecord::default()
    };
    let scope = TargetScope {
        task: &task,
        worker: &worker,
        now: 0,
    };
    let misses = parse("task.language IN worker.languages").misses(&scope, &Reference::is_task);
    assert_eq!(misses.len(), 1);
    assert_eq!(
        misses[0].to_string(),
        r#"`worker.languages HAS "fr"` (`worker.languages` is ["en"])"#
    );
    assert_eq!(misses[0].comparison, "task.language IN worker.languages");
}

fn literal() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("'x'"),
        Just("'y'"),
        Just("'5'"),
        Just("5"),
        Just("5.0"),
        Just("3"),
        Just("true"),
        Just("null"),
        Just("''"),
        Just("['x', 'y']"),
        Just("['x', 5, null]"),
        Just("[]"),
        Just("b"),
    ]
    .prop_map(str::to_owned)
}

fn expression() -> impl Strategy<Value = String> {
    let operator = prop_oneof![
        Just("=="),
        Just("!="),
        Just(">"),
        Just(">="),
        Just("<"),
        Just("<="),
        Just("CONTAINS"),
        Just("HAS"),
        Just("IN"),
        Just("NOT IN"),
    ];
    let name = prop_oneof![Just("a"), Just("a"), Just("b")];
    let leaf =
        (name, operator, literal(), any::<bool>()).prop_map(|(name, operator, literal, turn)| {
            if turn {
                format!("{literal} {operator} {name}")
            } else {
                format!("{name} {operator} {literal}")
            }
        });
    leaf.prop_recursive(2, 6, 3, |inner| {
        (vec(inner, 2..4), any::<bool>()).prop_map(|(parts, all)| {
            format!("({})", parts.join(if all { " AND " } else { " OR " }))
        })
    })
}

fn value() -> impl Strategy<Value = Json> {
    let scalar = prop_oneof![
        Just(json!("x")),
        Just(json!("y")),
        Just(json!("5")),
        Just(json!("+5")),
        Just(json!("5.0")),
        Just(json!(5)),
        Just(json!(5.0)),
        Just(json!(3)),
        Just(json!(4)),
        Just(json!(6)),
        Just(json!("3")),
        Just(json!(true)),
        Just(json!(false)),
        Just(json!(null)),
        Just(json!("")),
        Just(json!("xy")),
        Just(json!({})),
    ];
    prop_oneof![3 => scalar.clone(), 1 => vec(scalar, 0..3).prop_map(Json::Array)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_proved_holds_for_every_value(
        one in expression(),
        other in expression(),
        documents in vec((value(), value()), 8),
    ) {
        let (one, other) = (parse(&one), parse(&other));
        for (a, b) in documents {
            let document = json!({"a": a, "b": b});
            let is_true = one.matches_document(&document);
            prop_assert!(!is_true || !one.is_never_true(), "{one} / {document}");
            prop_assert!(is_true || !one.is_always_true(), "{one} / {document}");
            if one.implies(&other) && is_true {
                prop_assert!(other.matches_document(&document), "{one} / {other} / {document}");
            }
            // An expression is false if and only if something is missing.
            let misses = one.misses(&DocumentScope(&document), &|_| false);
            prop_assert_eq!(misses.is_empty(), is_true, "{} / {}", one, document);
        }
    }

    #[test]
    fn parts_joined_imply_and_are_implied(one in expression(), other in expression()) {
        let (one, other) = (parse(&one), parse(&other));
        prop_assert!(one.implies(&one));
        prop_assert!(Expr::and([one.clone(), other.clone()]).implies(&one));
        prop_assert!(one.implies(&Expr::or([other, one.clone()])));
    }
}
