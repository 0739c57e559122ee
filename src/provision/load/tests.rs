use insta::assert_snapshot;

use super::*;
use crate::provision::manifest::WorkerChannelSpec;

fn environment(name: &str) -> Option<String> {
    match name {
        "HOST" => Some("https://example.com".to_owned()),
        "EMPTY" => Some(String::new()),
        "TIMEOUT" => Some("30".to_owned()),
        _ => None,
    }
}

fn loaded(name: &str, text: &str) -> Loaded {
    load_text(name, text, &environment).unwrap_or_else(|error| panic!("{error}"))
}

fn manifest(text: &str) -> Manifest {
    loaded("centre.yaml", text).manifest
}

fn layered(files: &[(&str, &str)]) -> Result<Loaded, LoadError> {
    let mut loader = Loader::new(&environment);
    for (name, text) in files {
        loader.add(name, (*text).to_owned())?;
    }
    loader.finish()
}

fn refused(text: &str) -> String {
    match load_text("centre.yaml", text, &environment) {
        Err(error) => error.to_string(),
        Ok(loaded) => panic!("{loaded:?}"),
    }
}

const CENTRE: &str = r#"
friendly_name: writers
event_callback_url: ${HOST}/events
events_filter: [task.created, reservation.created]
timeout_activity: Lunch
prioritize_queue_order: LIFO
activities:
  - { friendly_name: Lunch, available: false }
task_queues:
  - friendly_name: Support
    target_workers: skills HAS "support"
workflows:
  - friendly_name: Route
    task_reservation_timeout: ${TIMEOUT:-10}
    configuration:
      task_routing:
        filters:
          - filter_friendly_name: tickets
            expression: type == "ticket"
            targets:
              - { queue: Support, timeout: 30, skip_if: workers.available == 0 }
              - { priority: 5 }
        default_filter: { queue: Support }
workers:
  - friendly_name: dave
    activity: Available
    attributes: { skills: [support, y], on: no }
    channels: { voice: 1, chat: { capacity: 3, available: false } }
"#;

#[test]
fn a_manifest_is_read() {
    let centre = manifest(CENTRE);
    assert_eq!(
        centre.event_callback_url.as_deref(),
        Some("https://example.com/events")
    );
    assert_eq!(centre.default_activity, None);
    assert_eq!(centre.task_channels, None);
    assert_eq!(centre.workflows()[0].task_reservation_timeout, Some(30));
    let worker = &centre.workers()[0];
    // Bare `y`, `on` and `no` stay what was typed.
    assert_eq!(
        serde_json::to_string(&worker.attributes).unwrap(),
        r#"{"skills":["support","y"],"on":"no"}"#
    );
    let channels = worker.channels.as_ref().unwrap();
    assert_eq!(
        channels["chat"],
        WorkerChannelSpec {
            capacity: Some(3),
            available: Some(false),
        }
    );
    let configuration = centre.workflows()[0].configuration.as_ref().unwrap();
    let compiled = configuration.compile().unwrap();
    assert_eq!(compiled.filters[0].targets[1].queue, "Support");
}

#[test]
fn the_three_formats_say_the_same() {
    let centre = manifest(CENTRE);
    let json = serde_json::to_string(&centre).unwrap();
    assert_eq!(loaded("centre.json", &json).manifest, centre);
    let toml = r#"
friendly_name = "writers"
event_callback_url = "${HOST}/events"
events_filter = ["task.created", "reservation.created"]
timeout_activity = "Lunch"
prioritize_queue_order = "LIFO"
activities = [{ friendly_name = "Lunch", available = false }]

[[task_queues]]
friendly_name = "Support"
target_workers = 'skills HAS "support"'

[[workflows]]
friendly_name = "Route"
task_reservation_timeout = "${TIMEOUT}"

[workflows.configuration.task_routing]
default_filter = { queue = "Support" }

[[workflows.configuration.task_routing.filters]]
filter_friendly_name = "tickets"
expression = 'type == "ticket"'
targets = [
    { queue = "Support", timeout = 30, skip_if = "workers.available == 0" },
    { priority = 5 },
]

[[workers]]
friendly_name = "dave"
activity = "Available"
attributes = { skills = ["support", "y"], on = "no" }
channels = { voice = 1, chat = { capacity = 3, available = false } }
"#;
    assert_eq!(loaded("centre.TOML", toml).manifest, centre);
}

#[test]
fn an_overlay_says_what_is_different() {
    let over = "
event_callback_url: null
task_queues:
  - { friendly_name: Support, max_reserved_workers: 5 }
  - { friendly_name: Sales, target_workers: '' }
workers:
  - { friendly_name: dave, attributes: { skills: [sales], level: 2, on: null } }
";
    let loaded = layered(&[
        ("base.yaml", CENTRE),
        ("prod.yaml", over),
        ("none.yaml", ""),
    ])
    .unwrap();
    let centre = loaded.manifest;
    assert_eq!(centre.event_callback_url, None);
    assert_eq!(centre.task_queues().len(), 2);
    let support = &centre.task_queues()[0];
    assert_eq!(support.max_reserved_workers, Some(5));
    assert_eq!(
        support.target_workers.as_deref(),
        Some("skills HAS \"support\"")
    );
    let worker = &centre.workers()[0];
    assert_eq!(worker.activity.as_deref(), Some("Available"));
    assert_eq!(
        serde_json::to_string(&worker.attributes).unwrap(),
        r#"{"skills":["sales"],"level":2}"#
    );
}

#[test]
fn one_item_can_stand_for_many() {
    let centre = manifest(
        r#"
task_queues:
  - for_each: [support, sales]
    friendly_name: Team ${each.value}
    target_workers: skills HAS "${each.value}"
    max_reserved_workers: ${each.key:-1}1
  - for_each:
      en: { name: English, most: 2 }
      hi: { name: Hindi }
    friendly_name: ${each.name}
    target_workers: languages HAS "${each.key}"
    max_reserved_workers: ${each.most:-1}
workers:
  - for_each: [{ name: a$$b, tags: [x, 1] }]
    friendly_name: ${each.name}
    attributes: { tags: "${each.tags}", copy: "${each.value}" }
workflows:
  - friendly_name: Route
    configuration:
      task_routing:
        filters:
          - for_each: [English, Hindi]
            expression: language == "${each.value}"
            targets: [{ queue: "${each.value}" }]
"#,
    );
    let queues: Vec<_> = centre
        .task_queues()
        .iter()
        .map(|queue| {
            let most = queue.max_reserved_workers.unwrap();
            format!(
                "{}: {} ({most})",
                queue.friendly_name,
                queue.target_workers.as_ref().unwrap()
            )
        })
        .collect();
    assert_eq!(
        queues,
        [
            "Team support: skills HAS \"support\" (1)",
            "Team sales: skills HAS \"sales\" (11)",
            "English: languages HAS \"en\" (2)",
            "Hindi: languages HAS \"hi\" (1)",
        ]
    );
    assert_eq!(
        serde_json::to_string(&centre.workers()[0]).unwrap(),
        r#"{"friendly_name":"a$b","attributes":{"tags":["x",1],"copy":{"name":"a$b","tags":["x",1]}}}"#
    );
    let filters = &centre.workflows()[0]
        .configuration
        .as_ref()
        .unwrap()
        .task_routing
        .filters;
    assert_eq!(filters[1].targets[0].queue.as_deref(), Some("Hindi"));
}

#[test]
fn dollars_and_references_survive() {
    let centre = manifest(
        "
task_queues:
  - friendly_name: $5 $$ $$${HOST} ${EMPTY:-x} ${NONE:-} $
    target_workers: sid == '${worker.sid:dave}'
workers: [{ friendly_name: dave }]
",
    );
    let queue = &centre.task_queues()[0];
    assert_eq!(queue.friendly_name, "$5 $ $https://example.com x  $");
    assert_eq!(
        queue.target_workers.as_deref(),
        Some("sid == '${worker.sid:dave}'")
    );
}

#[test]
fn a_configuration_may_be_json_text() {
    let centre = manifest(
        r#"
task_queues: [{ friendly_name: Support }]
workflows:
  - friendly_name: Route
    configuration: '{"task_routing": {"filters": [{"friendlyName": "a", "expression": "1==1", "targets": [{"queue": "Support", "timeout": "30"}]}]}}'
"#,
    );
    let routing = &centre.workflows()[0]
        .configuration
        .as_ref()
        .unwrap()
        .task_routing;
    assert_eq!(
        routing.filters[0].filter_friendly_name.as_deref(),
        Some("a")
    );
    assert_eq!(routing.filters[0].targets[0].timeout, Some(30));
}

#[test]
fn unknown_keys_get_a_suggestion() {
    assert_snapshot!(refused("task_queues:\n  - friendly_name: a\n    target_wokers: x\n"), @"
    unknown key `target_wokers`
     --> centre.yaml:3:5
      |
    3 |     target_wokers: x
      |     ^^^^^^^^^^^^^
      |
      = help: did you mean `target_workers`?
    ");
    assert_snapshot!(refused("friendly_name: a\nworkes: []\n"), @"
    unknown key `workes`
     --> centre.yaml:2:1
      |
    2 | workes: []
      | ^^^^^^
      |
      = help: did you mean `workers`?
    ");
    assert_snapshot!(refused("prioritize_queue_order: FILO\n"), @"
    unknown word `FILO`
     --> centre.yaml:1:25
      |
    1 | prioritize_queue_order: FILO
      |                         ^^^^
      |
      = help: did you mean `FIFO`?
    ");
    assert_snapshot!(refused("workers:\n  - friendly_name: a\n    channels: { voice: { capcity: 1 } }\n"), @"
    unknown key `capcity`
     --> centre.yaml:3:26
      |
    3 |     channels: { voice: { capcity: 1 } }
      |                          ^^^^^^^
      |
      = help: did you mean `capacity`?
    ");
}

#[test]
fn wrong_types_are_shown() {
    assert_snapshot!(refused("task_queues: Support\n"), @"
    expected a list, found the text `Support`
     --> centre.yaml:1:14
      |
    1 | task_queues: Support
      |              ^^^^^^^
    ");
    assert_snapshot!(refused("multi_task_enabled: yes\n"), @"
    expected `true` or `false`, found the text `yes`
     --> centre.yaml:1:21
      |
    1 | multi_task_enabled: yes
      |                     ^^^
    ");
    assert_snapshot!(refused("workflows:\n  - task_reservation_timeout: 5\n"), @"
    `friendly_name` is missing
     --> centre.yaml:2:5
      |
    2 |   - task_reservation_timeout: 5
      |     ^^^^^^^^^^^^^^^^^^^^^^^^
    ");
    assert_snapshot!(refused("workers:\n  - friendly_name: a\n    channels:\n      voice: -1\n"), @"
    expected a capacity, or `{ capacity: …, available: … }`, found `-1`
     --> centre.yaml:4:14
      |
    4 |       voice: -1
      |              ^^
    ");
}

#[test]
fn broken_files_are_shown() {
    assert_snapshot!(refused("friendly_name: [a\n"), @"
    unclosed bracket '['
     --> centre.yaml:1:16
      |
    1 | friendly_name: [a
      |                ^^
    ");
    assert_snapshot!(refused("friendly_name: a\nfriendly_name: b\n"), @"
    `friendly_name` stands here twice
     --> centre.yaml:2:1
      |
    2 | friendly_name: b
      | ^^^^^^^^^^^^^
    ");
    let error = load_text("centre.toml", "friendly_name = writers\n", &environment).unwrap_err();
    assert_snapshot!(error.to_string(), @"
    string values must be quoted, expected literal string
     --> centre.toml:1:17
      |
    1 | friendly_name = writers
      |                 ^^^^^^^
    ");
    let error = load_text(
        "centre.json",
        "{\"friendly_name\": \"a\",\n \"x\" 1}",
        &environment,
    );
    assert_snapshot!(error.unwrap_err().to_string(), @r#"
    invalid trailing content after double-quoted scalar
     --> centre.json:2:6
      |
    2 |  "x" 1}
      |      ^
    "#);
}

#[test]
fn names_must_resolve() {
    let wrong = CENTRE
        .replace(
            "default_filter: { queue: Support }",
            "default_filter: { queue: Suport }",
        )
        .replace("timeout_activity: Lunch", "timeout_activity: Lunsh")
        .replace("voice: 1", "voise: 1")
        .replace("skills HAS \"support\"", "sid == '${worker.sid:david}'");
    assert_snapshot!(refused(&wrong), @"
    there is no activity `Lunsh`
     --> centre.yaml:5:19
      |
    5 | timeout_activity: Lunsh
      |                   ^^^^^
      |
      = help: did you mean `Lunch`?

    error: there is no worker `david`
      --> centre.yaml:11:21
       |
    11 |     target_workers: sid == '${worker.sid:david}'
       |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `dave`?

    error: there is no task queue `Suport`
      --> centre.yaml:23:34
       |
    23 |         default_filter: { queue: Suport }
       |                                  ^^^^^^
       |
       = help: did you mean `Support`?
    ");
}

#[test]
fn expressions_are_shown_where_they_are_wrong() {
    let wrong = CENTRE
        .replace("skills HAS", "skills HSA")
        .replace("type == \"ticket\"", "'type == \"ticket\" AN x == 1'");
    assert_snapshot!(refused(&wrong), @r#"
    expected an operator after `skills`, found `HSA`
      --> centre.yaml:11:28
       |
    11 |     target_workers: skills HSA "support"
       |                            ^^^
       |
       = help: did you mean `HAS`?

    error: expected `AND`, `OR` or the end, found `AN`
      --> centre.yaml:19:43
       |
    19 |             expression: 'type == "ticket" AN x == 1'
       |                                           ^^
       |
       = help: did you mean `AND`?
    "#);
    assert_snapshot!(refused("workflows:\n  - friendly_name: a\n    configuration: '{\"task_routing\": {\"filters\": [{\"expression\": \"1=\", \"targets\": []}]}}'\n"), @r#"
    expected a value, found the end
     --> centre.yaml:3:20
      |
    3 |     configuration: '{"task_routing": {"filters": [{"expression": "1=", "targets": []}]}}'
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    error: `task_routing.filters[0].targets`: at least one target is needed
     --> centre.yaml:3:20
      |
    3 |     configuration: '{"task_routing": {"filters": [{"expression": "1=", "targets": []}]}}'
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn names_are_unique_and_limits_kept() {
    let long = "x".repeat(65);
    assert_snapshot!(refused(&format!("
activities: [{{ friendly_name: {long} }}]
event_callback_url: example.com
events_filter: task.craeted
task_queues:
  - friendly_name: Support
    max_reserved_workers: 51
  - friendly_name: Support
workers:
  - friendly_name: Dave
    renamed_from: Dave
  - friendly_name: dave
phone_numbers: [{{ phone_number: '0800 123' }}]
")), @"
    `example.com` is not an absolute URL
     --> centre.yaml:3:21
      |
    3 | event_callback_url: example.com
      |                     ^^^^^^^^^^^

    error: there is no event type `task.craeted`
     --> centre.yaml:4:16
      |
    4 | events_filter: task.craeted
      |                ^^^^^^^^^^^^
      |
      = help: did you mean `task.created`?

    error: 65 characters, at most 64 are allowed
     --> centre.yaml:2:31
      |
    2 | activities: [{ friendly_name: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx }]
      |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    error: a second `Support`
     --> centre.yaml:8:20
      |
    6 |   - friendly_name: Support
      |                    ------- the first
    7 |     max_reserved_workers: 51
    8 |   - friendly_name: Support
      |                    ^^^^^^^

    error: it is still called `Dave`
      --> centre.yaml:11:19
       |
    11 |     renamed_from: Dave
       |                   ^^^^

    error: a second `dave`
      --> centre.yaml:12:20
       |
    10 |   - friendly_name: Dave
       |                    ---- the first
    11 |     renamed_from: Dave
    12 |   - friendly_name: dave
       |                    ^^^^

    error: 51 is not between 1 and 50
     --> centre.yaml:7:27
      |
    7 |     max_reserved_workers: 51
      |                           ^^

    error: `0800 123` is not `+`, country code and number without blanks
      --> centre.yaml:13:33
       |
    13 | phone_numbers: [{ phone_number: '0800 123' }]
       |                                 ^^^^^^^^^^
    ");
}

#[test]
fn a_variable_is_a_number_or_truth_value_only_as_json_writes_them() {
    let level = |value: &str, written: &str| {
        let text =
            format!("workers:\n  - friendly_name: dave\n    attributes:\n      a: {written}\n");
        let loaded = load_text("m", &text, &|_| Some(value.to_owned())).unwrap();
        loaded.manifest.workers()[0].attributes.as_ref().unwrap()["a"].clone()
    };
    assert_eq!(level("30", "${V}"), 30);
    assert_eq!(level("true", "${V}"), true);
    for text in ["010", "yes", "null", "0x10", "~"] {
        assert_eq!(level(text, "${V}"), text);
    }
    assert_eq!(level("30", "\"${V}\""), "30");
}

#[test]
fn variables_without_a_value_are_shown() {
    assert_snapshot!(refused("friendly_name: ${WORKSPACE}\nevent_callback_url: ${HO-ST}\ntimeout_activity: ${each.value}\ndefault_activity: ${open\n"), @"
    the variable `WORKSPACE` is not set
     --> centre.yaml:1:16
      |
    1 | friendly_name: ${WORKSPACE}
      |                ^^^^^^^^^^^^
      |
      = help: set it, or write `${WORKSPACE:-default}`

    error: `${HO-ST}` is no variable
     --> centre.yaml:2:21
      |
    2 | event_callback_url: ${HO-ST}
      |                     ^^^^^^^^
      |
      = help: there are `${NAME}`, `${NAME:-default}`, `${each.value}`, `${each.key}`; write `$$` for a dollar sign

    error: `${each.value}` outside of an item with `for_each`
     --> centre.yaml:3:19
      |
    3 | timeout_activity: ${each.value}
      |                   ^^^^^^^^^^^^^

    error: `${` without `}`
     --> centre.yaml:4:19
      |
    4 | default_activity: ${open
      |                   ^^^^^^
      |
      = help: write `$$` for a dollar sign
    ");
    assert_snapshot!(refused("task_queues:\n  - for_each: [{ name: a }]\n    friendly_name: ${each.nam}\n  - for_each: 5\n    friendly_name: a\n"), @"
    there is no field `nam`
     --> centre.yaml:2:16
      |
    2 |   - for_each: [{ name: a }]
      |                ^
    3 |     friendly_name: ${each.nam}
      |                    ----------- asked for here
      |
      = help: did you mean `name`?

    error: `for_each` needs a list or a mapping
     --> centre.yaml:4:15
      |
    4 |   - for_each: 5
      |               ^
    ");
}

#[test]
fn problems_of_an_overlay_are_shown_in_its_file() {
    let over = "task_queues:\n  - friendly_name: Support\n    target_workers: 1 ==\n";
    let error = layered(&[("base.yaml", CENTRE), ("prod.yaml", over)]).unwrap_err();
    assert_snapshot!(error.to_string(), @"
    expected a value, found the end
     --> prod.yaml:3:25
      |
    3 |     target_workers: 1 ==
      |                         ^
    ");
}

#[test]
fn oddities_are_warnings() {
    let loaded = loaded(
        "centre.yaml",
        &CENTRE.replace(
            "{ queue: Support, timeout: 30, skip_if: workers.available == 0 }",
            "{ queue: Support }",
        ),
    );
    assert_snapshot!(loaded.warnings.join("\n"), @"
    never reached: the target before has neither `timeout` nor `skip_if`
      --> centre.yaml:22:17
       |
    22 |               - { priority: 5 }
       |                 ^
    ");
}

#[test]
fn workers_may_have_a_file_of_their_own() {
    let directory = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = directory.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    write(
        "night.yaml",
        "- { friendly_name: dave, attributes: { shift: night } }\n",
    );
    write("day.toml", "[[workers]]\nfriendly_name = \"susan\"\n");
    let path = write(
        "centre.yaml",
        "workers_file: [night.yaml, day.toml]\nworkers: [{ friendly_name: dave, activity: Offline }]\n",
    );
    let loaded = load(&[path], &environment).unwrap();
    let dave = &loaded.manifest.workers()[0];
    assert_eq!(dave.activity.as_deref(), Some("Offline"));
    assert!(dave.attributes.is_some());
    assert_eq!(loaded.manifest.workers()[1].friendly_name, "susan");
    write(
        "agents.csv",
        "friendly_name,attributes.skills,channels.voice.capacity\nerin,\"[\"\"sales\"\"]\",2\n",
    );
    let path = write("table.yaml", "workers_file: agents.csv\n");
    let loaded = load(&[path], &environment).unwrap();
    assert_eq!(
        serde_json::to_string(&loaded.manifest.workers()[0]).unwrap(),
        r#"{"friendly_name":"erin","attributes":{"skills":["sales"]},"channels":{"voice":2}}"#
    );
    write("bad.csv", "friendly_name,skils\nerin,1\n");
    let path = write("bad.yaml", "workers_file: bad.csv\n");
    let error = load(&[path], &environment).unwrap_err().to_string();
    assert!(error.contains("bad.csv:1:1"), "{error}");
    assert!(error.contains("there is no column `skils`"), "{error}");
    let path = write("lost.yaml", "workers_file: none.yaml\n");
    let error = load(&[path], &environment).unwrap_err().to_string();
    assert!(error.contains("cannot read"), "{error}");
    assert!(error.contains("lost.yaml:1:15"), "{error}");
}
