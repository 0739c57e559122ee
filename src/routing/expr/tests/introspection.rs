//! What an expression tells about itself, so that answers can be indexed and kept.

use serde_json::json;

use crate::routing::expr::*;

fn parse(source: &str) -> Expr {
    Expr::parse(source).unwrap()
}

fn names<'a>(references: impl Iterator<Item = &'a Reference>) -> Vec<String> {
    references.map(Reference::to_string).collect()
}

#[test]
fn references_come_from_left_to_right() {
    let expr =
        parse("task.a IN [worker.b, [c.d[0]], 'x'] AND (1 == e OR taskrouter.dayOfWeek == f)");
    assert_eq!(
        names(expr.references()),
        [
            "task.a",
            "worker.b",
            "c.d[0]",
            "e",
            "taskrouter.dayOfWeek",
            "f"
        ]
    );
    assert_eq!(names(expr.task_references()), ["task.a"]);
}

#[test]
fn kinds_of_references() {
    let rows = [
        // source, activity, channels, time
        ("activity_name == 'x'", true, false, false),
        ("worker.activity_sid == 'x'", true, false, false),
        ("worker.activity_sid.x == 'x'", false, false, false),
        ("task.activity_name == 'x'", false, false, false),
        (
            "worker.channel.voice.assigned_tasks == 0",
            false,
            true,
            false,
        ),
        ("worker.channel.voice == 0", false, false, false),
        ("1 == 2 OR taskrouter.currentTime < 10", false, false, true),
        ("worker.sid == task.sid", false, false, false),
    ];
    for (source, activity, channels, time) in rows {
        let expr = parse(source);
        assert_eq!(expr.uses_worker_activity(), activity, "{source}");
        assert_eq!(expr.uses_worker_channels(), channels, "{source}");
        assert_eq!(expr.uses_time(), time, "{source}");
    }
}

#[test]
fn a_reference_finds_its_value_in_a_task() {
    let task = json!({"o": {"l": [1, null]}});
    let find = |source| {
        Reference::parse(source)
            .unwrap()
            .find_in_task(&task)
            .cloned()
    };
    assert_eq!(find("task.o.l[0]"), Some(json!(1)));
    assert_eq!(find("task.o.l[1]"), Some(json!(null)));
    assert_eq!(find("task.o.l[2]"), None);
    assert_eq!(find("worker.o"), None);
    assert_eq!(find("o"), None);
}

#[test]
fn a_channel_reference_names_its_channel() {
    let channel = |source| {
        let reference = Reference::parse(source).unwrap();
        reference.worker_channel().map(str::to_owned)
    };
    assert_eq!(
        channel("worker.channel.voice.assigned_tasks"),
        Some("voice".to_owned())
    );
    assert_eq!(channel("worker.channel.voice.other"), None);
}

#[test]
fn only_a_single_reference_is_one() {
    for source in ["", "1", "task.", "task.a == 1", "'task.a'", "task.a task.b"] {
        assert!(Reference::parse(source).is_err(), "{source}");
    }
}

#[test]
fn the_canonical_text() {
    for (source, canonical) in [
        ("a='x'", r#"a == "x""#),
        ("a>-'x'or'y'<-b", r#"a HAS "x" OR "y" IN b"#),
        (
            "((a == 1)) and ((b not in [1,'2',c.d[03]]) And c != NULL)",
            r#"a == 1 AND b NOT IN [1, "2", c.d[3]] AND c != null"#,
        ),
        (
            "(a < 0800 OR b >= 1.50) AND TRUE = c",
            "(a < 800 OR b >= 1.5) AND true == c",
        ),
        (
            "(a > 1 AND b <= 2) OR c contains ''",
            r#"a > 1 AND b <= 2 OR c CONTAINS """#,
        ),
        (r#"a == 'it\'s "q" \\'"#, r#"a == "it's \"q\" \\""#),
        ("a == 2.0", "a == 2.0"),
    ] {
        assert_eq!(parse(source).to_string(), canonical, "{source}");
    }
}
