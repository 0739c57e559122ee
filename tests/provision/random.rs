//! Workspaces that nobody would make, all the more reason to get them right.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use trctl::bulk::Step;
use trctl::provision::apply::{Ground, pieces};
use trctl::provision::load::load_text;
use trctl::provision::manifest::{Document, Manifest};
use trctl::provision::numbers::Numbers;
use trctl::provision::plan::{Options, Planned, plan};
use trctl::provision::read::{Live, Scope, read};
use trctl::provision::write::{Format, write};

use super::common::lab::Lab;

const NAMES: [&str; 8] = [
    "Support",
    "on: break",
    "# 1",
    "yes",
    "Ünïcode 🎧",
    "a \"b\" 'c'",
    "- dash",
    "${x} {y}",
];

const TARGETS: [&str; 7] = [
    "1==1",
    "",
    "skills HAS 'a'",
    "level > 3 OR (languages HAS \"en\" AND level >= 1.5)",
    "activity_name == \"Available\" AND skills IN ['a', \"b\"]",
    "activity_sid != '${activity.sid:Offline}'",
    "name == 'it\\'s'",
];

const STEPS: [&str; 5] = [
    r"{}",
    r#"{"timeout": 30, "priority": 5, "expression": "task.lang IN worker.languages"}"#,
    r#"{"skip_if": "workers.available == 0", "order_by": "worker.level DESC, worker.x"}"#,
    r#"{"known_worker_sid": "task.agent", "timeout": 1}"#,
    r#"{"skip_if": "workers.${activity.sid:Offline} == 2"}"#,
];

const ATTRIBUTES: [&str; 4] = [
    r"{}",
    r#"{"skills": ["a"], "level": 4, "home": {"zip": "01234", "on": true}}"#,
    r#"{"name": "yes", "n": null, "f": 1.5, "big": 12345678901234567890, "t": "a\nb"}"#,
    r#"{"x": "${y}", "date": "2026-01-01", "empty": "", "list": [[], {}]}"#,
];

type Shape = (
    Vec<u8>,
    Vec<(u8, u8)>,
    Vec<(u8, Vec<(u8, u8)>, u8)>,
    Vec<(u8, u8, u8)>,
    u8,
);

fn shape() -> impl Strategy<Value = Shape> {
    let bytes = any::<(u8, u8)>();
    (
        prop::collection::vec(any::<u8>(), 0..4),
        prop::collection::vec(bytes, 1..5),
        prop::collection::vec(
            (
                any::<u8>(),
                prop::collection::vec(any::<(u8, u8)>(), 0..4),
                any::<u8>(),
            ),
            0..4,
        ),
        prop::collection::vec(any::<(u8, u8, u8)>(), 0..4),
        any::<u8>(),
    )
}

fn of<'a>(all: &[&'a str], which: u8) -> &'a str {
    all[usize::from(which) % all.len()]
}

fn named(which: u8, position: usize) -> String {
    format!("{} {position}", of(&NAMES, which))
}

fn manifest((activities, queues, workflows, workers, settings): &Shape) -> Manifest {
    use serde_json::{Value, json};
    let queue = |which: u8| {
        named(
            queues[usize::from(which) % queues.len()].0,
            usize::from(which) % queues.len(),
        )
    };
    let step = |(which, to): &(u8, u8)| {
        let mut step: Value = serde_json::from_str(of(&STEPS, *which)).unwrap();
        step["queue"] = json!(queue(*to));
        step
    };
    let mut all_activities = vec![
        json!({"friendly_name": "Offline", "available": false}),
        json!({"friendly_name": "Available", "available": true}),
    ];
    all_activities.extend(activities.iter().enumerate().map(|(position, which)| {
        json!({"friendly_name": named(*which, position), "available": which % 2 == 0})
    }));
    let last = all_activities.last().unwrap()["friendly_name"].clone();
    let mut manifest: Manifest = serde_json::from_value(json!({
        "friendly_name": "random",
        "default_activity": last,
        "timeout_activity": "Offline",
        "events_filter": if settings % 2 == 0 { json!([]) } else { json!(["task.created", "task.canceled"]) },
        "prioritize_queue_order": if settings % 3 == 0 { "LIFO" } else { "FIFO" },
        "activities": all_activities,
        "task_queues": queues.iter().enumerate().map(|(position, (name, target))| json!({
            "friendly_name": named(*name, position),
            "target_workers": of(&TARGETS, *target),
            "max_reserved_workers": target % 50 + 1,
            "task_order": if target % 2 == 0 { "FIFO" } else { "LIFO" },
        })).collect::<Vec<_>>(),
        "workflows": workflows.iter().enumerate().map(|(position, (name, _, timeout))| json!({
            "friendly_name": named(*name, position),
            "task_reservation_timeout": u32::from(*timeout) + 1,
        })).collect::<Vec<_>>(),
        "workers": workers.iter().enumerate().map(|(position, (name, attributes, capacity))| json!({
            "friendly_name": named(*name, position),
            "attributes": serde_json::from_str::<Value>(of(&ATTRIBUTES, *attributes)).unwrap(),
            "channels": {"voice": capacity % 4, "chat": {"capacity": 1, "available": capacity % 2 == 0}},
        })).collect::<Vec<_>>(),
    }))
    .unwrap();
    let specs = manifest.workflows.iter_mut().flatten();
    for (spec, (_, filters, default)) in specs.zip(workflows) {
        let document = json!({"task_routing": {
            "filters": filters.iter().enumerate().map(|(position, (kind, to))| json!({
                "filter_friendly_name": if kind % 3 == 0 { Value::Null } else { json!(named(*kind, position)) },
                "expression": format!("kind == {kind} OR x HAS 'y'"),
                "targets": [step(&(*kind, *to)), step(&(*to, *kind))],
            })).collect::<Vec<_>>(),
            "default_filter": if default % 4 == 0 { Value::Null } else { json!({"queue": queue(*default)}) },
        }});
        let document: Document = serde_json::from_value(document).unwrap();
        spec.configuration = Some(document);
    }
    manifest
}

fn planned(desired: &Manifest, live: Option<&Live>) -> Planned {
    let options = Options {
        prune: live.is_some(),
        ..Options::default()
    };
    plan(desired, "random", live, &Numbers::default(), options)
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_is_exported_needs_no_change() {
    let config = Config {
        cases: 24,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&shape(), |shape| {
            let lab = Lab::new();
            let desired = manifest(&shape);
            let made = planned(&desired, None);
            let ground = Ground::new(lab.client.clone(), None);
            for piece in pieces(&made.plan, &made.future) {
                let step = Step::unrecorded(&piece.item.sid);
                let done = lab.wait(ground.carry_out(piece.item.subject, step));
                done.unwrap_or_else(|error| panic!("{}: {error}", piece.item.sid));
            }
            let workspace = lab
                .wait(lab.client.resolve::<trctl::model::Workspace>((), "random"))
                .unwrap();
            let live = lab
                .wait(read(&lab.client, workspace, &Scope::all()))
                .unwrap();
            let exported = write(&live.manifest, Format::Yaml).unwrap();
            let loaded = load_text("exported", &exported, &|_| None)
                .unwrap_or_else(|error| panic!("{error}\n{exported}"));
            prop_assert_eq!(&planned(&loaded.manifest, Some(&live)).plan.steps, &[]);
            let again = planned(&desired, Some(&live)).plan.steps;
            let left = again.iter().filter(|step| step.name != "Unavailable");
            prop_assert_eq!(left.count(), 0, "{:?}", again);
            Ok(())
        })
        .unwrap();
}
