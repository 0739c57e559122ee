//! Workspaces as code: plans and what they do, against the emulator.
#![cfg(feature = "server")]

mod common;

use common::Ran;
use common::lab::Lab;

const CENTRE: &str = r#"
friendly_name: centre
timeout_activity: Break
activities:
  - { friendly_name: Available, available: true }
  - { friendly_name: Offline }
  - { friendly_name: Unavailable }
  - { friendly_name: Break, available: false }
task_channels:
  - { unique_name: callback, channel_optimized_routing: true }
task_queues:
  - { friendly_name: Support, target_workers: 'skills HAS "support"' }
  - { friendly_name: Sales, target_workers: 'skills HAS "sales"', max_reserved_workers: 2 }
workflows:
  - friendly_name: Calls
    task_reservation_timeout: 90
    configuration:
      task_routing:
        filters:
          - filter_friendly_name: sales
            expression: product == "sales"
            targets:
              - { queue: Sales, timeout: 30, skip_if: workers.available == 0 }
              - { queue: Support, expression: task.language IN worker.languages }
        default_filter: { queue: Support }
workers:
  - friendly_name: dave
    attributes: { skills: [support], languages: [en, de] }
    channels: { voice: 2 }
  - friendly_name: susan
    activity: Available
    attributes: { skills: [sales], languages: [en] }
"#;

/// A lab with a manifest, and no workspace chosen but the manifest's.
fn lab() -> Lab {
    let mut lab = Lab::new();
    lab.home.set_env("TRCTL_WORKSPACE", "centre");
    lab.home.write("work/centre.yaml", CENTRE);
    lab
}

/// The same with its workspace made.
fn provisioned() -> Lab {
    let lab = lab();
    let ran = lab.trctl("workspace provision -f centre.yaml --yes");
    assert_eq!(ran.code, 0, "{ran}");
    lab
}

/// The manifest with pieces of text exchanged.
fn write_changed(lab: &Lab, changes: &[(&str, &str)]) {
    let mut text = CENTRE.to_owned();
    for (old, new) in changes {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    lab.home.write("work/centre.yaml", &text);
}

fn plan(lab: &Lab, flags: &str) -> Ran {
    lab.trctl(&format!("workspace plan -f centre.yaml {flags}"))
}

/// Provisions, and then there is nothing left to do.
fn provision(lab: &Lab, flags: &str) -> Ran {
    let ran = lab.trctl(&format!("workspace provision -f centre.yaml --yes {flags}"));
    assert_eq!(ran.code, 0, "{ran}");
    let again = plan(lab, &format!("--check {flags}"));
    assert_eq!(again.code, 0, "{again}");
    ran
}

#[test]
fn a_workspace_is_made_from_nothing_and_a_second_run_has_nothing_to_do() {
    let lab = lab();
    insta::assert_snapshot!(plan(&lab, ""), @"");
    let ran = provision(&lab, "");
    insta::assert_snapshot!(ran.steady(), @"");
    let again = lab.trctl("workspace provision -f centre.yaml");
    insta::assert_snapshot!(again, @"");
}

#[test]
fn every_kind_of_change_is_told_field_by_field() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            (
                "timeout_activity: Break",
                "timeout_activity: Offline\nevents_filter: [task.created]",
            ),
            ("Break, available: false", "Break, available: true"),
            ("max_reserved_workers: 2", "max_reserved_workers: 3"),
            ("skills HAS \"support\"", "(skills  has \"support\")"),
            ("filter_friendly_name: sales", "filter_friendly_name: shop"),
            ("timeout: 30", "timeout: 45"),
            ("languages: [en, de]", "languages: [en, fr]"),
            ("voice: 2", "voice: 3"),
        ],
    );
    insta::assert_snapshot!(plan(&lab, ""), @"");
    let ran = provision(&lab, "");
    insta::assert_snapshot!(ran.steady(), @"");
}

#[test]
fn a_plan_is_data_too() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[("max_reserved_workers: 2", "max_reserved_workers: 3")],
    );
    insta::assert_snapshot!(plan(&lab, "-o json"), @"");
    insta::assert_snapshot!(plan(&lab, "-o csv"), @"");
}

#[test]
fn a_check_ends_with_seven_when_anything_would_change() {
    let lab = provisioned();
    assert_eq!(plan(&lab, "--check").code, 0);
    write_changed(&lab, &[("timeout: 30", "timeout: 31")]);
    let ran = plan(&lab, "--check");
    assert_eq!(ran.code, 7, "{ran}");
    let ran = lab.trctl("workspace provision -f centre.yaml --check --yes");
    assert_eq!(ran.code, 7, "{ran}");
    // Nothing was done by that.
    assert_eq!(plan(&lab, "--check").code, 7);
}

#[test]
fn nobody_is_asked_without_a_terminal() {
    let lab = lab();
    let ran = lab.trctl("workspace provision -f centre.yaml -q");
    insta::assert_snapshot!(ran, @"");
    assert_eq!(lab.trctl("workspace get centre").code, 4);
}

#[test]
fn things_are_renamed_and_whoever_refers_to_them_is_left_alone() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            (
                "friendly_name: Support, target",
                "friendly_name: Help, renamed_from: Support, target",
            ),
            ("queue: Support", "queue: Help"),
            (
                "friendly_name: Break,",
                "friendly_name: Lunch, renamed_from: Break,",
            ),
            ("timeout_activity: Break", "timeout_activity: Lunch"),
            (
                "friendly_name: dave",
                "friendly_name: David\n    renamed_from: dave",
            ),
        ],
    );
    insta::assert_snapshot!(plan(&lab, ""), @"");
    provision(&lab, "");
}

#[test]
fn what_the_manifest_does_not_name_goes_only_when_it_is_pruned() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            (
                "  - { friendly_name: Sales, target_workers: 'skills HAS \"sales\"', max_reserved_workers: 2 }\n",
                "",
            ),
            (
                "              - { queue: Sales, timeout: 30, skip_if: workers.available == 0 }\n",
                "",
            ),
            ("  - { friendly_name: Unavailable }\n", ""),
            (
                "task_channels:\n  - { unique_name: callback, channel_optimized_routing: true }\n",
                "task_channels: []\n",
            ),
        ],
    );
    let ran = plan(&lab, "");
    assert!(!ran.stdout.contains("Unavailable"), "{ran}");
    insta::assert_snapshot!(plan(&lab, "--prune"), @"");
    provision(&lab, "--prune");
}

#[test]
fn a_queue_with_waiting_tasks_is_drained_or_stays() {
    let lab = provisioned();
    lab.trctl("workers set-activity susan Offline");
    let made = lab.trctl(
        "tasks create --workflow Calls --attributes '{\"product\":\"sales\",\"language\":\"de\"}'",
    );
    assert_eq!(made.code, 0, "{made}");
    write_changed(
        &lab,
        &[
            (
                "  - { friendly_name: Sales, target_workers: 'skills HAS \"sales\"', max_reserved_workers: 2 }\n",
                "",
            ),
            (
                "              - { queue: Sales, timeout: 30, skip_if: workers.available == 0 }\n",
                "",
            ),
        ],
    );
    insta::assert_snapshot!(plan(&lab, "--prune"), @"");
    insta::assert_snapshot!(plan(&lab, "--prune --drain"), @"");
    let offered = lab.trctl("workers set-activity susan Available");
    assert_eq!(offered.code, 0, "{offered}");
    insta::assert_snapshot!(plan(&lab, "--prune --drain"), @"");
    lab.trctl("workers set-activity susan Unavailable --reject-pending");
    provision(&lab, "--prune --drain");
    let queues = lab.trctl("tasks list -o csv --columns queue");
    assert!(queues.stdout.contains("Support"), "{queues}");
}

#[test]
fn waiting_tasks_keep_their_route_unless_they_are_re_evaluated() {
    let lab = provisioned();
    lab.trctl("tasks create --workflow Calls --attributes '{\"product\":\"other\"}'");
    write_changed(
        &lab,
        &[(
            "default_filter: { queue: Support }",
            "default_filter: { queue: Sales }",
        )],
    );
    let ran = plan(&lab, "");
    assert!(
        ran.stderr
            .contains("1 waiting task of workflow `Calls` keeps its old route"),
        "{ran}"
    );
    provision(&lab, "");
    let queues = lab.trctl("tasks list -o csv --columns queue");
    assert!(queues.stdout.contains("Support"), "{queues}");
    write_changed(
        &lab,
        &[
            (
                "default_filter: { queue: Support }",
                "default_filter: { queue: Sales }",
            ),
            ("timeout: 30", "timeout: 31"),
        ],
    );
    provision(&lab, "--re-evaluate");
    let queues = lab.trctl("tasks list -o csv --columns queue");
    assert!(queues.stdout.contains("Sales"), "{queues}");
}

#[test]
fn a_kept_plan_is_carried_out_as_it_is_or_refused() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            ("max_reserved_workers: 2", "max_reserved_workers: 3"),
            ("timeout: 30", "timeout: 31"),
        ],
    );
    let ran = plan(&lab, "--out plan.json");
    assert_eq!(ran.code, 0, "{ran}");
    // Somebody else's change of something else does no harm.
    let ran = lab.trctl("queues update Support --max-reserved-workers 4");
    assert_eq!(ran.code, 0, "{ran}");
    let ran = lab.trctl("workspace apply plan.json --dry-run");
    assert_eq!(ran.code, 0, "{ran}");
    lab.trctl("queues update Sales --max-reserved-workers 5");
    let refused = lab.trctl("workspace apply plan.json --yes");
    insta::assert_snapshot!(refused, @"");
    // One of the two was done already, as by a run that broke off.
    lab.trctl("queues update Sales --max-reserved-workers 3");
    let ran = lab.trctl("workspace apply plan.json --yes");
    insta::assert_snapshot!(ran.steady(), @"");
    let ran = lab.trctl("workspace apply plan.json --yes");
    insta::assert_snapshot!(ran, @"");
    assert_eq!(plan(&lab, "--check").code, 0);
}

#[test]
fn a_workspace_can_be_made_by_a_kept_plan() {
    let lab = lab();
    assert_eq!(plan(&lab, "--out plan.json").code, 0);
    let ran = lab.trctl("workspace apply plan.json --yes");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(plan(&lab, "--check").code, 0);
    let again = lab.trctl("workspace apply plan.json --yes");
    assert_eq!(again.code, 0, "{again}");
}

#[test]
fn what_a_manifest_made_is_taken_down() {
    let lab = provisioned();
    let ran = lab.trctl("workspace destroy -f centre.yaml --yes");
    assert_eq!(ran.code, 2, "{ran}");
    insta::assert_snapshot!(lab.trctl("workspace destroy -f centre.yaml --yes=centre").steady(), @"");
    assert_eq!(lab.trctl("workspace get centre").code, 4);
}

#[test]
fn only_what_a_manifest_names_is_taken_down() {
    let lab = provisioned();
    let made = lab.trctl("workers create --friendly-name guest");
    assert_eq!(made.code, 0, "{made}");
    insta::assert_snapshot!(lab.trctl("workspace destroy -f centre.yaml --yes=centre").steady(), @"");
    let left = lab.trctl("workers list -o csv --columns name");
    assert_eq!(left.stdout, "name\nguest\n");
}

#[test]
fn a_plan_says_what_is_hardly_meant() {
    let lab = provisioned();
    write_changed(
        &lab,
        &[
            ("skills HAS \"sales\"", "skills HAS \"sail\""),
            (
                "task_reservation_timeout: 90",
                "task_reservation_timeout: 10\n    assignment_callback_url: http://127.0.0.1:1/a",
            ),
            ("worker.languages", "worker.tongues"),
            (
                "        default_filter",
                "          - filter_friendly_name: never\n            expression: product == \"sales\" AND vip == true\n            targets: [{ queue: Sales }]\n        default_filter",
            ),
        ],
    );
    insta::assert_snapshot!(plan(&lab, "-q"), @"");
}

#[test]
fn there_is_no_way_to_what_cannot_be() {
    let lab = provisioned();
    let text = "friendly_name: centre\ntask_queues: [{ friendly_name: Support }]\n\
                multi_task_enabled: false\n\
                workers: [{ friendly_name: susan, channels: { fax: 1 } }]\n";
    lab.home.write("work/centre.yaml", text);
    insta::assert_snapshot!(plan(&lab, "--prune"), @"");
}

#[test]
fn every_template_is_provisioned_once() {
    let lab = Lab::new();
    for template in ["support-sales", "bilingual", "contact-center", "helpline"] {
        let ran = lab.trctl(&format!(
            "workspace provision --template {template} --workspace {template} --yes"
        ));
        assert_eq!(ran.code, 0, "{ran}");
        let again = lab.trctl(&format!(
            "workspace provision --template {template} --workspace {template} --check"
        ));
        assert_eq!(again.code, 0, "{again}");
        let exported = lab.trctl(&format!(
            "workspace export --workers --workspace {template}"
        ));
        lab.home.write("work/exported.yaml", &exported.stdout);
        let ran = lab.trctl("workspace plan -f exported.yaml --check --prune");
        assert_eq!(ran.code, 0, "{ran}");
    }
}

mod random {
    //! Workspaces that nobody would make, all the more reason to get them right.

    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestRunner};
    use trctl::bulk::Step;
    use trctl::provision::apply::{Ground, pieces};
    use trctl::provision::load::load_text;
    use trctl::provision::manifest::{Document, Manifest};
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
        "name == 'it\\\\'s'",
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
        plan(desired, "random", live, options).unwrap_or_else(|error| panic!("{error}"))
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
}
