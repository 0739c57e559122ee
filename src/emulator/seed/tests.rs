use std::io::Write as _;

use super::*;
use crate::model::TaskStatus;
use crate::model::sid::{AccountSid, Sid as _};

fn sown(yaml: &str) -> Result<Engine, SeedError> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(yaml.as_bytes()).unwrap();
    let now = Moment::from_millisecond(1_000);
    let mut engine = Engine::new(AccountSid::from_bits(1), 1, now);
    let mut voice = Voice::new(1);
    apply(file.path(), &mut engine, &mut voice, now).map(|()| engine)
}

const CENTRE: &str = r#"
workspaces:
  - friendly_name: writers
    event_callback_url: http://127.0.0.1:1/events
    timeout_activity: Lunch
    activities:
      - { friendly_name: Offline, available: false }
      - { friendly_name: Lunch, available: false }
    workers:
      - friendly_name: dave
        activity: Available
        attributes: { skills: [support, y], on: no, contact_uri: "client:dave" }
        channels: { default: 2, chat: { capacity: 3, available: false } }
    task_queues:
      - { friendly_name: Support, target_workers: 'skills HAS "support"' }
    workflows:
      - friendly_name: Route
        task_reservation_timeout: 10
        configuration:
          task_routing:
            filters:
              - expression: type == "ticket"
                targets: [{ queue: Support, timeout: 30 }]
            default_filter: { queue: Support }
    tasks:
      - { workflow: Route, attributes: { type: ticket }, count: 3 }
"#;

#[test]
fn a_manifest_becomes_a_call_centre_that_routes() {
    let engine = sown(CENTRE).unwrap();
    let workspace = engine.workspaces().iter().next().unwrap();
    assert_eq!(workspace.activity_name(workspace.timeout_activity), "Lunch");
    assert_eq!(workspace.activities.len(), 4);
    let worker = workspace.workers.iter().next().unwrap();
    // Bare `y`, `on` and `no` stay what was typed.
    assert_eq!(
        &*worker.attributes,
        r#"{"skills":["support","y"],"on":"no","contact_uri":"client:dave"}"#
    );
    let reserved = workspace
        .tasks
        .iter()
        .filter(|task| task.status == TaskStatus::Reserved)
        .count();
    assert_eq!((workspace.tasks.len(), reserved), (3, 2));
    let queue = workspace.queues.iter().next().unwrap().sid.to_string();
    let workflow = workspace.workflows.iter().next().unwrap();
    assert_eq!(workflow.configuration.matches(&queue).count(), 2);
}

#[test]
fn errors_name_their_place() {
    let cases = [
        (
            CENTRE.replace("activity: Available", "activity: Dreaming"),
            "there is no activity `Dreaming`",
            Some((11, 19)),
        ),
        (
            CENTRE.replace("workflow: Route", "workflow: Rout"),
            "there is no workflow `Rout`",
            Some((26, 21)),
        ),
        (
            CENTRE.replace(
                "default_filter: { queue: Support }",
                "default_filter: { queue: Sales }",
            ),
            "there is no task queue `Sales`",
            None,
        ),
        (
            CENTRE.replace("skills HAS", "skills HSA"),
            "TargetWorkers",
            None,
        ),
    ];
    for (yaml, expected, place) in cases {
        match sown(&yaml) {
            Err(SeedError::Refused {
                line,
                column,
                problem,
                ..
            }) => {
                assert!(problem.contains(expected), "{problem}");
                assert!(line > 1 && column > 1, "{line}:{column}");
                if let Some(place) = place {
                    assert_eq!((line, column), place, "{problem}");
                }
            }
            other => panic!("{expected}: {other:?}"),
        }
    }
}

#[test]
fn unknown_keys_and_broken_yaml_are_refused() {
    for yaml in [
        CENTRE.replace("target_workers", "target_wokers"),
        CENTRE.replace("workspaces:", "workspace:"),
        CENTRE.replace("available: false }", "available: no }"),
        "workspaces: [".to_owned(),
    ] {
        let error = sown(&yaml).unwrap_err();
        assert!(matches!(error, SeedError::Malformed { .. }), "{error}");
        assert!(error.to_string().contains("line"), "{error}");
    }
}

#[test]
fn the_account_has_numbers() {
    assert!(
        sown("numbers: [{ phone_number: \"+15550100\", voice_url: \"https://example.com\" }]")
            .is_ok()
    );
    let error = sown(
        "numbers:\n  - { phone_number: \"+15550100\" }\n  - { phone_number: \"+15550100\" }\n",
    )
    .unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with(":3:5: the number +15550100 is there already"),
        "{error}"
    );
}
