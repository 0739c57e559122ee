//! `order_by`: reading it and ranking workers.

use serde_json::{Value as Json, json};

use crate::routing::expr::*;

fn ranked(order: &str, attributes: &[Json]) -> Option<Vec<usize>> {
    let workers: Vec<_> = attributes
        .iter()
        .map(|attributes| WorkerRecord {
            attributes,
            ..WorkerRecord::default()
        })
        .collect();
    let ranks = OrderBy::parse(order).unwrap().rank_all(&workers)?;
    let mut places: Vec<usize> = (0..workers.len()).collect();
    places.sort_by_key(|place| &ranks[*place]);
    Some(places)
}

#[test]
fn keys_are_compared_in_turn() {
    let workers = [
        json!({"level": 1, "seniority": 1}),
        json!({"level": 2, "seniority": 9}),
        json!({"level": 2, "seniority": 3}),
    ];
    let order = |source| ranked(source, &workers).unwrap();
    assert_eq!(order("worker.level DESC, worker.seniority ASC"), [2, 1, 0]);
    assert_eq!(order("worker.level asc,worker.seniority desc"), [0, 1, 2]);
    assert_eq!(order("worker.seniority"), [0, 2, 1]);
}

#[test]
fn a_missing_attribute_comes_last_in_both_directions() {
    let workers = [
        json!({}),
        json!({"level": -5}),
        json!({"level": null}),
        json!({"level": 5}),
        json!({"level": i64::MIN}),
    ];
    let order = |source| ranked(source, &workers).unwrap();
    assert_eq!(order("worker.level ASC"), [4, 1, 3, 0, 2]);
    assert_eq!(order("worker.level DESC"), [3, 1, 4, 0, 2]);
}

#[test]
fn nested_paths_are_allowed() {
    let workers = [json!({"s": {"x": [3]}}), json!({"s": {"x": [1]}})];
    assert_eq!(ranked("worker.s.x[0] ASC", &workers), Some(vec![1, 0]));
}

#[test]
fn a_value_that_is_no_integer_makes_the_order_ignored() {
    for value in [json!("3"), json!(1.5), json!(true), json!([1]), json!({})] {
        let workers = [json!({"level": 1}), json!({"level": value})];
        assert_eq!(ranked("worker.level ASC", &workers), None, "{value}");
    }
    let attributes = json!({"level": "high"});
    let worker = WorkerRecord {
        attributes: &attributes,
        ..WorkerRecord::default()
    };
    let order = OrderBy::parse("worker.level").unwrap();
    assert_eq!(
        order.rank(&worker).unwrap_err().to_string(),
        "`worker.level` is not an integer"
    );
}

#[test]
fn channel_figures_rank_too() {
    let load = |assigned_tasks| ChannelLoad {
        assigned_tasks,
        ..ChannelLoad::default()
    };
    let (busy, idle) = ([("voice", load(2))], [("voice", load(0))]);
    let worker = |channels| WorkerRecord {
        channels,
        ..WorkerRecord::default()
    };
    let order = OrderBy::parse("worker.channel.voice.assigned_tasks").unwrap();
    assert!(order.rank(&worker(&idle)).unwrap() < order.rank(&worker(&busy)).unwrap());
}

#[test]
fn the_canonical_text_can_be_read_again() {
    let order = OrderBy::parse("worker.level desc ,worker.a.b").unwrap();
    assert_eq!(order.to_string(), "worker.level DESC, worker.a.b ASC");
    assert_eq!(OrderBy::parse(&order.to_string()).unwrap(), order);
    assert_eq!(order.keys().len(), 2);
}

#[test]
fn mistakes_are_named() {
    for (source, message) in [
        ("", "the expression is empty at column 1"),
        (
            "level DESC",
            "expected `worker.<attribute>`, found `level` at column 1",
        ),
        (
            "worker.a, task.b ASC",
            "expected `worker.<attribute>`, found `task.b` at column 11",
        ),
        (
            "worker.a,",
            "expected `worker.<attribute>`, found the end at column 10",
        ),
        (
            "worker.a DSC",
            "expected `ASC`, `DESC`, `,` or the end, found `DSC` at column 10 \
             (did you mean `DESC`?)",
        ),
        (
            "worker.a > 1",
            "expected `ASC`, `DESC`, `,` or the end, found `>` at column 10",
        ),
    ] {
        let error = OrderBy::parse(source).unwrap_err();
        assert_eq!(error.to_string(), message, "{source}");
    }
}
