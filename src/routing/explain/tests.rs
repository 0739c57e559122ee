use serde_json::json;

use super::*;
use crate::routing::expr::ChannelLoad;
use crate::routing::roster::Channel;

fn worker(name: &str, attributes: Json, capacity: u32, busy: bool) -> Worker {
    Worker {
        sid: format!("WK{name}"),
        friendly_name: name.to_owned(),
        attributes,
        activity_sid: "WA1".to_owned(),
        activity_name: "Available".to_owned(),
        available: true,
        channels: vec![Channel {
            unique_name: "voice".to_owned(),
            available: true,
            load: ChannelLoad {
                configured_capacity: capacity,
                assigned_tasks: u32::from(busy),
                available_capacity_percentage: if busy { 0 } else { 100 },
            },
        }],
    }
}

fn rules() -> Configuration {
    let rules = json!({"task_routing": {"filters": [
        {"filter_friendly_name": "Gold", "expression": "type == 'gold'", "targets": [
            {"queue": "Support", "timeout": 10, "skip_if": "workers.available == 0"},
            {"queue": "Everybody", "timeout": 20}]},
        {"expression": "type == 'voice'", "targets": [
            {"queue": "Support", "expression": "task.language IN worker.languages"}]},
    ], "default_filter": {"queue": "Sales"}}});
    Configuration::parse(&rules.to_string()).unwrap()
}

fn queues() -> Vec<Queue> {
    vec![
        Queue::new("WQ1", "Support", "skills HAS 'support'"),
        Queue::new("WQ2", "Sales", "skills HAS 'sales'"),
        Queue::new("WQ3", "Everybody", "1==1"),
    ]
}

fn ask(attributes: &Json, queue: Option<&str>, age: u64, workers: &[Worker]) -> Explanation {
    let (configuration, queues) = (rules(), queues());
    explain(&Question {
        configuration: &configuration,
        attributes,
        channel: "voice",
        queue,
        age,
        now: 0,
        queues: &queues,
        workers,
    })
}

fn crew() -> Vec<Worker> {
    let support = |languages: Json| json!({"skills": ["support"], "languages": languages});
    vec![
        worker("bob", support(json!(["fr"])), 1, true),
        worker("carl", support(json!(["fr", "en"])), 1, true),
        worker("dave", support(json!(["fr"])), 1, true),
        worker("ana", support(json!(["en"])), 1, false),
    ]
}

#[test]
fn the_nearest_miss_is_told() {
    let told = ask(
        &json!({"type": "voice", "language": "fr"}),
        None,
        0,
        &crew(),
    );
    assert_eq!((told.filter, told.target), (Some(1), Some(0)));
    assert_eq!(
        told.summary,
        [
            r#"filters[1] matches: `type == "voice"`"#,
            r#"targets[0], queue `Support`: 3 workers match, all at capacity 1; ana would match if `worker.languages HAS "fr"` (`worker.languages` is ["en"])"#,
        ]
    );
    assert_eq!(
        told.filters[0].misses[0].to_string(),
        r#"`type == "gold"` (`type` is "voice")"#
    );
    assert_eq!(told.filters[0].verdict, Verdict::NotTrue);
    assert_eq!(told.filters[2].verdict, Verdict::Behind);
}

#[test]
fn who_could_take_it_now_is_told() {
    let told = ask(
        &json!({"type": "voice", "language": "en"}),
        None,
        0,
        &crew(),
    );
    assert_eq!(
        told.summary[1],
        "targets[0], queue `Support`: 1 worker can take it now: ana"
    );
    let target = &told.filters[1].targets[0];
    assert_eq!((target.members, target.matching, target.free), (4, 2, 1));
}

#[test]
fn age_and_queue_tell_how_far_a_task_has_come() {
    let gold = json!({"type": "gold"});
    let step = |queue, age| {
        let told = ask(&gold, queue, age, &crew());
        (told.filter, told.target)
    };
    assert_eq!(step(Some("WQ1"), 3), (Some(0), Some(0)));
    assert_eq!(step(Some("WQ3"), 3), (Some(0), Some(1)));
    assert_eq!(step(Some("WQ3"), 12), (Some(0), Some(1)));
    let told = ask(&gold, None, 30, &crew());
    assert_eq!(told.target, None);
    assert_eq!(
        told.summary,
        [
            "`Gold` matches, but all its steps are over",
            "nothing is left to try: the task is canceled"
        ]
    );
    let told = ask(&gold, Some("WQ1"), 3, &crew());
    assert_eq!(
        told.summary[2],
        "in 7 s it goes on to targets[1], queue `Everybody`"
    );
}

#[test]
fn a_step_that_would_be_skipped_is_passed_by() {
    let mut crew = crew();
    for worker in &mut crew {
        worker.available = false;
        worker.activity_name = "Break".to_owned();
    }
    let told = ask(&json!({"type": "gold"}), None, 0, &crew);
    assert_eq!((told.filter, told.target), (Some(0), Some(1)));
    assert!(
        told.summary[1].contains("4 workers match, all away (`Break`)"),
        "{:?}",
        told.summary
    );
    assert_eq!(told.filters[0].targets[0].skips, Some(true));
}

#[test]
fn nobody_in_the_queue_and_no_default_filter_are_told() {
    let told = ask(&json!({}), None, 0, &crew());
    assert_eq!(
        told.summary[0],
        "no filter matches, so the default filter has it"
    );
    assert_eq!(
        told.summary[1],
        r#"queue `Sales`: no worker serves queue `Sales`; ana would match if `skills HAS "sales"` (`skills` is ["support"])"#
    );
    let mut configuration = rules();
    configuration.default_filter = None;
    let told = explain(&Question {
        configuration: &configuration,
        attributes: &json!({}),
        channel: "voice",
        queue: None,
        age: 0,
        now: 0,
        queues: &queues(),
        workers: &[],
    });
    assert_eq!(
        told.summary,
        ["no filter matches and there is no default filter: such a task is refused"]
    );
}
