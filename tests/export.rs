//! `trctl workspace export` and the manifests it writes, against an emulator.
#![cfg(feature = "server")]

mod common;

use common::Sealed;
use common::lab::Lab;
use trctl::model::{TaskQueue, Workflow};
use trctl::provision::read::{self, Scope};
use trctl::provision::{load, write};
use trctl::twilio::{Change, Form};

/// The writers, with a workflow that needs the SIDs of a worker and of an activity.
fn writers() -> Lab {
    let lab = Lab::writers();
    let dave = lab.trctl("workers list --name dave -o sid").stdout;
    let offline = lab.trctl("activities list --name Offline -o sid").stdout;
    let (dave, offline) = (dave.trim(), offline.trim());
    let support = lab.client.resolve::<Workflow>(lab.workspace, "Support");
    let support = lab.wait(support).unwrap();
    let queue = lab.client.resolve::<TaskQueue>(lab.workspace, "Support");
    let queue = lab.wait(queue).unwrap();
    let configuration = serde_json::json!({"task_routing": {
        "filters": [{
            "filter_friendly_name": "for dave",
            "expression": "(price=='US$ 5')  OR price == '$${HOME}'",
            "targets": [
                {
                    "queue": queue.to_string(),
                    "expression": format!("worker.sid == \"{dave}\""),
                    "skip_if": format!("workers.{offline} > 2"),
                    "timeout": 30,
                },
                {"queue": queue.to_string(), "order_by": "worker.level DESC", "priority": 5},
            ],
        }],
        "default_filter": {"queue": queue.to_string()},
    }});
    let form = Form::new().with("Configuration", configuration);
    let change = Change::new(form);
    lab.wait(
        lab.client
            .update::<Workflow>(lab.workspace, support, change),
    )
    .unwrap();
    lab
}

#[test]
fn a_workspace_is_written_by_name() {
    let lab = writers();
    insta::assert_snapshot!(lab.trctl("workspace export"), @r#"
    exit code 0
    --- stdout
    friendly_name: writers
    event_callback_url: ""
    events_filter: []
    default_activity: Offline
    timeout_activity: Offline
    prioritize_queue_order: FIFO
    multi_task_enabled: true

    activities:
    - friendly_name: Available
      available: true
    - friendly_name: Offline
      available: false
    - friendly_name: Unavailable
      available: false

    task_channels:
    - unique_name: chat
      friendly_name: Chat
      channel_optimized_routing: false
    - unique_name: default
      friendly_name: Default
      channel_optimized_routing: false
    - unique_name: sms
      friendly_name: SMS
      channel_optimized_routing: false
    - unique_name: video
      friendly_name: Video
      channel_optimized_routing: false
    - unique_name: voice
      friendly_name: Voice
      channel_optimized_routing: false

    task_queues:
    - friendly_name: Sales
      target_workers: skills HAS "sales"
      max_reserved_workers: 1
      task_order: FIFO
    - friendly_name: Support
      target_workers: skills HAS "support"
      max_reserved_workers: 1
      task_order: FIFO

    workflows:
    - friendly_name: Sales
      task_reservation_timeout: 10
      assignment_callback_url: ""
      fallback_assignment_callback_url: ""
      configuration:
        task_routing:
          filters: []
          default_filter:
            queue: Sales
    - friendly_name: Support
      task_reservation_timeout: 10
      assignment_callback_url: ""
      fallback_assignment_callback_url: ""
      configuration:
        task_routing:
          filters:
          - filter_friendly_name: for dave
            expression: price == "US$ 5" OR price == "$$$${HOME}"
            targets:
            - queue: Support
              timeout: 30
              expression: worker.sid == "${worker.sid:dave}"
              skip_if: workers.${activity.sid:Offline} > 2
            - queue: Support
              priority: 5
              order_by: worker.level DESC
          default_filter:
            queue: Support
    "#);
}

#[test]
fn no_sid_is_left_and_what_is_written_reads_as_the_workspace() {
    let lab = writers();
    for output in ["yaml", "json"] {
        let written = lab.trctl(&format!("workspace export --workers -o {output}"));
        assert_eq!(written.code, 0, "{written}");
        let sids = written
            .stdout
            .split(|sign: char| !sign.is_ascii_alphanumeric())
            .filter(|word| trctl::model::sid::looks_like_sid(word));
        assert_eq!(sids.collect::<Vec<_>>(), [""; 0], "{written}");
        let loaded = load::load_text("written", &written.stdout, &|_| None).unwrap();
        let live = lab
            .wait(read::read(&lab.client, lab.workspace, &Scope::all()))
            .unwrap();
        // What the short form leaves out is the same everywhere.
        assert_eq!(
            write::write(&loaded.manifest, write::Format::Yaml).unwrap(),
            write::write(&live.manifest, write::Format::Yaml).unwrap(),
        );
        assert_eq!(loaded.manifest.workers().len(), 3);
    }
}

#[test]
fn only_what_is_compared_is_read() {
    let lab = Lab::writers();
    let live = lab
        .wait(read::read(&lab.client, lab.workspace, &Scope::default()))
        .unwrap();
    assert_eq!(live.manifest.workers, None);
    assert!(live.sids.workers.is_empty());
    let manifest = load::load_text(
        "m",
        "workers: [{ friendly_name: dave, channels: { voice: 1 } }, { friendly_name: edith }]",
        &|_| None,
    )
    .unwrap()
    .manifest;
    let live = lab
        .wait(read::read(
            &lab.client,
            lab.workspace,
            &Scope::of(&manifest),
        ))
        .unwrap();
    assert_eq!(live.sids.workers.len(), 3);
    let with_channels = live.manifest.workers().iter();
    let with_channels = with_channels.filter(|worker| worker.channels.is_some());
    assert_eq!(with_channels.count(), 1);
    let dave = &live.manifest.workers()[0];
    assert_eq!(dave.channels.as_ref().unwrap()["voice"].capacity, Some(1));
    assert_eq!(live.manifest.workers()[1].channels, None);
}

#[test]
fn two_sides_are_compared_whatever_they_are() {
    let lab = writers();
    let made = lab.trctl("workspace create --friendly-name trial");
    assert_eq!(made.code, 0, "{made}");
    insta::assert_snapshot!(lab.trctl("workspace diff trial writers --check"), @r#"
    exit code 7
    --- stdout
    + task queue Sales
        target_workers: skills HAS "sales"
        max_reserved_workers: 1
        task_order: FIFO
    + task queue Support
        target_workers: skills HAS "support"
        max_reserved_workers: 1
        task_order: FIFO
    + workflow Sales
        task_reservation_timeout: 10
        default filter: queue Sales
    + workflow Support
        task_reservation_timeout: 10
        filter "for dave": price == "US$ 5" OR price == "$${HOME}"
          queue Support, timeout 30, expression worker.sid == "${worker.sid:dave}", skip_if workers.${activity.sid:Offline} > 2
          queue Support, priority 5, order_by worker.level DESC
        default filter: queue Support
    --- stderr
    trial → writers: 4 to create
    error: `trial` and `writers` are different
    "#);
    let written = lab.trctl("workspace export --workers").stdout;
    lab.home.write("work/writers.yaml", &written);
    insta::assert_snapshot!(lab.trctl("workspace diff writers.yaml writers --workers --check"), @"
    exit code 0
    --- stderr
    writers.yaml → writers: nothing to do
    ");
    lab.home.write(
        "work/changed.yaml",
        &written
            .replace("level DESC", "level ASC")
            .replace("timeout: 30", "timeout: 45"),
    );
    insta::assert_snapshot!(lab.trctl("workspace diff writers.yaml changed.yaml"), @r#"
    exit code 0
    --- stdout
    ~ workflow Support
        filter "for dave" › target 1 › timeout: 30 → 45
        filter "for dave" › target 2 › order_by: worker.level DESC → worker.level ASC
    --- stderr
    writers.yaml → changed.yaml: 1 to change
    "#);
    insta::assert_snapshot!(lab.trctl("workspace diff writers.yaml nowhere.yaml"), @"
    exit code 4
    --- stderr
    error: `nowhere.yaml` is neither a file nor a workspace that can be reached
    caused by: there is no workspace named `nowhere.yaml`
    hint: see what there is with `trctl workspace list`; is it the right workspace?
    ");
}

#[test]
fn workspaces_of_two_profiles_are_compared() {
    let lab = Lab::writers();
    let other = Lab::new();
    lab.home.write(
        "home/.config/trctl/config.toml",
        &format!(
            "[profiles.there]\naccount_sid = \"{account}\"\nauth_token = \"{token}\"\nbase_url = \"{}\"\nworkspace = \"writers\"\n",
            other.url(),
            account = lab.client.account(),
            token = trctl::emulator::DEFAULT_TOKEN,
        ),
    );
    let same = lab.trctl("workspace diff there: there:writers --check");
    assert_eq!(same.code, 0, "{same}");
    let different = lab.trctl("workspace diff writers there: --check");
    assert_eq!(different.code, 7, "{different}");
    assert!(
        different.stdout.contains("- task queue Sales"),
        "{different}"
    );
}

#[test]
fn a_format_that_cannot_hold_a_manifest_is_refused() {
    let lab = Lab::new();
    insta::assert_snapshot!(lab.trctl("workspace export -o csv"), @"
    exit code 2
    --- stderr
    error: a manifest is `yaml` or `json`
    ");
}

#[test]
fn templates_are_printed_with_their_comments() {
    let home = Sealed::new();
    let printed = home.trctl("workspace provision --template bilingual --print");
    assert_eq!(printed.code, 0);
    assert!(
        printed.stdout.starts_with("# Callers choose a language"),
        "{printed}"
    );
    insta::assert_snapshot!(home.trctl("workspace provision --template bilingul --print"), @"
    exit code 2
    --- stderr
    error: invalid value 'bilingul' for '--template <NAME>'
      [possible values: support-sales, bilingual, contact-center, helpline]

      tip: a similar value exists: 'bilingual'

    For more information, try '--help'.
    ");
}

#[test]
fn overlays_are_printed_as_one() {
    let home = Sealed::new().env("HOST", "https://example.com");
    home.write("work/base.yaml", "friendly_name: writers\nevent_callback_url: ${HOST}/events\ntask_queues:\n  - friendly_name: Support\n    max_reserved_workers: 1\n");
    home.write(
        "work/prod.toml",
        "[[task_queues]]\nfriendly_name = \"Support\"\nmax_reserved_workers = 5\n",
    );
    insta::assert_snapshot!(home.trctl("workspace provision -f base.yaml -f prod.toml --print"), @"
    exit code 0
    --- stdout
    friendly_name: writers
    event_callback_url: https://example.com/events

    task_queues:
    - friendly_name: Support
      max_reserved_workers: 5
    ");
    insta::assert_snapshot!(home.trctl_with_stdin("workspace provision -f - --print", "task_queues: [{ friendly_nam: x }]"), @"
    exit code 2
    --- stderr
    error: cannot load the manifest
    caused by: unknown key `friendly_nam`
     --> stdin:1:17
      |
    1 | task_queues: [{ friendly_nam: x }]
      |                 ^^^^^^^^^^^^
      |
      = help: did you mean `friendly_name`?
    ");
    insta::assert_snapshot!(home.trctl("workspace provision -f none.yaml --print"), @"
    exit code 2
    --- stderr
    error: cannot load the manifest
    caused by: cannot read `none.yaml`
    caused by: No such file or directory (os error 2)
    ");
}

#[test]
fn the_schema_is_for_programs() {
    let printed = Sealed::new().trctl("workspace schema");
    let schema: serde_json::Value = serde_json::from_str(&printed.stdout).unwrap();
    assert_eq!(schema["title"], "Manifest");
    assert!(schema["properties"]["workflows"].is_object());
}
