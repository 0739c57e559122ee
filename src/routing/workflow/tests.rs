//! Tests of workflow configurations as a whole.

use insta::assert_snapshot;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::routing::expr::{WorkerCounts, WorkerRecord};

const DOCUMENTED: &str = r#"{"task_routing": {
   "filters": [
     {"filter_friendly_name": "Gold tickets",
      "expression": "type == 'ticket' AND customer_value == 'Gold'",
      "targets": [
        {"queue": "WQ1", "priority": 10, "timeout": 300,
         "expression": "task.language IN worker.languages",
         "order_by": "worker.level DESC, worker.seniority ASC",
         "skip_if": "workers.available == 0"},
        {"queue": "WQ2", "known_worker_sid": "task.preferred_sid", "timeout": 15},
        {"priority": 20}]}],
   "default_filter": {"queue": "WQ3"}}}"#;

fn parse(text: &str) -> Configuration {
    Configuration::parse(text).unwrap_or_else(|errors| panic!("{errors}"))
}

fn routing(members: &Json) -> String {
    json!({ "task_routing": members }).to_string()
}

/// One filter with these targets and a default filter.
fn with_targets(targets: &Json) -> String {
    routing(&json!({
        "filters": [{"expression": "1==1", "targets": targets}],
        "default_filter": {"queue": "WQ9"},
    }))
}

fn problems(text: &str) -> Vec<String> {
    match Configuration::parse(text) {
        Ok(configuration) => panic!("{text} was read as {configuration}"),
        Err(errors) => errors.as_slice().iter().map(Error::to_string).collect(),
    }
}

fn warnings(text: &str) -> Vec<String> {
    let (_, warnings) = Configuration::parse_with_warnings(text).unwrap();
    warnings.iter().map(Warning::to_string).collect()
}

#[test]
fn the_documented_example_is_read() {
    let (configuration, warnings) = Configuration::parse_with_warnings(DOCUMENTED).unwrap();
    assert_eq!(warnings, []);
    let [filter] = configuration.filters.as_slice() else {
        panic!("one filter");
    };
    assert_eq!(filter.friendly_name.as_deref(), Some("Gold tickets"));
    assert_eq!(
        filter.expression.to_string(),
        r#"type == "ticket" AND customer_value == "Gold""#
    );
    let [first, second, third] = filter.targets.as_slice() else {
        panic!("three targets");
    };
    assert_eq!(first.queue, "WQ1");
    assert_eq!((first.priority, first.timeout), (Some(10), Some(300)));
    assert_eq!(
        first.order_by.as_ref().unwrap().to_string(),
        "worker.level DESC, worker.seniority ASC"
    );
    assert!(first.skip_if.is_some() && first.expression.is_some());
    assert_eq!(
        second.known_worker,
        Some(KnownWorkerKey::Sid(
            Reference::parse("task.preferred_sid").unwrap()
        ))
    );
    assert_eq!(second.priority, None);
    assert_eq!(
        *third,
        Target {
            priority: Some(20),
            ..Target::to_queue("WQ2")
        }
    );
    assert_eq!(configuration.default_filter, Some(Target::to_queue("WQ3")));
    let queues: Vec<_> = configuration.queues().collect();
    assert_eq!(queues, ["WQ1", "WQ2", "WQ2", "WQ3"]);
}

#[test]
fn forms_that_are_tolerated() {
    let bare = |queue| Ok((0, Some(Target::to_queue(queue))));
    for (text, expected) in [
        (r#"{"task_routing": {}}"#, Ok((0, None))),
        (
            r#"{"task_routing": {"filters": [], "default_filter": null}}"#,
            Ok((0, None)),
        ),
        (
            r#"{"task_routing": {"default_filter": {"queue": "WQ1"}}}"#,
            bare("WQ1"),
        ),
        (
            r#"{"task_routing": {"default_filter": {"task_queue_sid": "WQ1"}}}"#,
            bare("WQ1"),
        ),
        (
            r#"{"task_routing": {"default_filter": {"queue": "WQ1", "task_queue_sid": "WQ2"}}}"#,
            bare("WQ1"),
        ),
        (
            r#"{"task_routing": {"default_filter": {"queue": "WQ1", "timeout": 5}}}"#,
            bare("WQ1"),
        ),
    ] {
        let read = Configuration::parse(text)
            .map(|configuration| (configuration.filters.len(), configuration.default_filter));
        assert_eq!(read, expected, "{text}");
    }
}

#[test]
fn every_spelling_of_the_label_is_read() {
    for key in ["filter_friendly_name", "filterFriendlyName", "friendlyName"] {
        let text = routing(&json!({
            "filters": [{key: "Gold", "expression": "1==1", "targets": [{"queue": "WQ1"}]}],
            "default_filter": {"queue": "WQ1"},
        }));
        assert_eq!(
            parse(&text).filters[0].friendly_name.as_deref(),
            Some("Gold")
        );
        assert_eq!(warnings(&text), Vec::<String>::new(), "{key}");
    }
}

#[test]
fn numbers_may_be_texts() {
    for (value, expected) in [
        (json!(5), 5),
        (json!("5"), 5),
        (json!(" 007 "), 7),
        (json!(5.0), 5),
        (json!(2_147_483_647), 2_147_483_647),
    ] {
        let text = with_targets(&json!([{"queue": "WQ1", "priority": value, "timeout": value}]));
        let target = &parse(&text).filters[0].targets[0];
        assert_eq!(target.priority, Some(expected), "{value}");
        assert_eq!(target.timeout, Some(expected.unsigned_abs()), "{value}");
    }
}

#[test]
fn blank_and_null_members_of_a_target_count_as_absent() {
    let text = with_targets(&json!([{
        "queue": "WQ1", "priority": null, "timeout": null, "expression": "", "order_by": " ",
        "skip_if": null, "known_worker_sid": null, "known_worker_friendly_name": "task.agent",
    }]));
    let expected = Target {
        known_worker: Some(KnownWorkerKey::FriendlyName(
            Reference::parse("task.agent").unwrap(),
        )),
        ..Target::to_queue("WQ1")
    };
    assert_eq!(parse(&text).filters[0].targets, [expected]);
}

#[test]
fn problems_are_named_with_their_path() {
    let in_target = |target: Json| with_targets(&json!([{"queue": "WQ1"}, target]));
    for (text, expected) in [
        (
            "{".to_owned(),
            "not JSON: EOF while parsing an object at line 1 column 1",
        ),
        ("[]".to_owned(), "expected an object, found an array"),
        ("{}".to_owned(), "`task_routing`: missing"),
        (
            routing(&json!(3)),
            "`task_routing`: expected an object, found `3`",
        ),
        (
            routing(&json!({"filters": {}})),
            "`task_routing.filters`: expected an array, found an object",
        ),
        (
            routing(&json!({"filters": [null]})),
            "`task_routing.filters[0]`: expected an object, found null",
        ),
        (
            routing(&json!({"filters": [{"targets": [{"queue": "WQ1"}]}]})),
            "`task_routing.filters[0].expression`: missing",
        ),
        (
            routing(&json!({"filters": [{"expression": "", "targets": [{"queue": "WQ1"}]}]})),
            "`task_routing.filters[0].expression`: the expression is empty at column 1",
        ),
        (
            routing(&json!({"filters": [{"expression": "1==1"}]})),
            "`task_routing.filters[0].targets`: missing",
        ),
        (
            with_targets(&json!([])),
            "`task_routing.filters[0].targets`: at least one target is needed",
        ),
        (
            with_targets(&json!([{"priority": 1}, {"queue": "WQ1"}])),
            "`task_routing.filters[0].targets[0].queue`: missing: only targets after the first \
             inherit a queue",
        ),
        (
            with_targets(&json!([{"queue": 5}])),
            "`task_routing.filters[0].targets[0].queue`: expected a text, found `5`",
        ),
        (
            with_targets(&json!(["WQ1"])),
            "`task_routing.filters[0].targets[0]`: expected an object, found `\"WQ1\"`",
        ),
        (
            in_target(json!({"expression": "worker.skills HSA 'x'"})),
            "`task_routing.filters[0].targets[1].expression`: expected an operator after \
             `worker.skills`, found `HSA` at column 15 (did you mean `HAS`?)",
        ),
        (
            in_target(json!({"order_by": "level"})),
            "`task_routing.filters[0].targets[1].order_by`: expected `worker.<attribute>`, found \
             `level` at column 1",
        ),
        (
            in_target(json!({"skip_if": "workers.available"})),
            "`task_routing.filters[0].targets[1].skip_if`: expected an operator after \
             `workers.available`, found the end at column 18 (to test for truth, write \
             `workers.available == true`)",
        ),
        (
            in_target(json!({"timeout": 0})),
            "`task_routing.filters[0].targets[1].timeout`: expected a whole number from 1 to \
             2147483647, found `0`",
        ),
        (
            in_target(json!({"timeout": "soon"})),
            "`task_routing.filters[0].targets[1].timeout`: expected a whole number from 1 to \
             2147483647, found `\"soon\"`",
        ),
        (
            in_target(json!({"priority": -1})),
            "`task_routing.filters[0].targets[1].priority`: expected a whole number from 0 to \
             2147483647, found `-1`",
        ),
        (
            in_target(json!({"priority": 1.5})),
            "`task_routing.filters[0].targets[1].priority`: expected a whole number from 0 to \
             2147483647, found `1.5`",
        ),
        (
            in_target(json!({"known_worker_sid": "WK1"})),
            "`task_routing.filters[0].targets[1].known_worker_sid`: expected a reference \
             `task.<attribute>`, found `WK1`",
        ),
        (
            in_target(json!({"known_worker_friendly_name": "worker.name"})),
            "`task_routing.filters[0].targets[1].known_worker_friendly_name`: expected a \
             reference `task.<attribute>`, found `worker.name`",
        ),
        (
            in_target(json!({
                "known_worker_sid": "task.a", "known_worker_friendly_name": "task.b",
            })),
            "`task_routing.filters[0].targets[1].known_worker_friendly_name`: cannot be combined \
             with `known_worker_sid`",
        ),
        (
            routing(&json!({"default_filter": {}})),
            "`task_routing.default_filter.queue`: missing: only targets after the first inherit \
             a queue",
        ),
        (
            routing(&json!({"default_filter": {"task_queue_sid": 7}})),
            "`task_routing.default_filter.task_queue_sid`: expected a text, found `7`",
        ),
        (
            routing(&json!({"default_filter": "WQ1"})),
            "`task_routing.default_filter`: expected an object, found `\"WQ1\"`",
        ),
    ] {
        assert_eq!(problems(&text), [expected], "{text}");
    }
}

#[test]
fn all_problems_are_reported_in_the_order_of_the_document() {
    let text = routing(&json!({
        "filters": [
            {"expression": "a b", "targets": [{"timeout": "x"}]},
            {"expression": "a == 1", "targets": [{"queue": "WQ1", "expression": "x"}, 5]},
        ],
        "default_filter": {"order_by": "x"},
    }));
    let paths: Vec<_> = Configuration::parse(&text)
        .unwrap_err()
        .into_iter()
        .map(|error| error.path)
        .collect();
    assert_eq!(
        paths,
        [
            "task_routing.filters[0].expression",
            "task_routing.filters[0].targets[0].queue",
            "task_routing.filters[0].targets[0].timeout",
            "task_routing.filters[1].targets[0].expression",
            "task_routing.filters[1].targets[1]",
            "task_routing.default_filter.queue",
            "task_routing.default_filter.order_by",
        ]
    );
}

#[test]
fn a_wrong_expression_is_drawn() {
    let text = with_targets(&json!([{"queue": "WQ1", "expression": "worker.skills HSA 'x'"}]));
    let errors = Configuration::parse(&text).unwrap_err();
    assert_snapshot!(errors.as_slice()[0].render(false), @r"
    `task_routing.filters[0].targets[0].expression`
    error: expected an operator after `worker.skills`, found `HSA`
      |
    1 | worker.skills HSA 'x'
      |               ^^^
      |
      = help: did you mean `HAS`?
    ");
}

#[test]
fn oddities_are_warned_about() {
    let target = json!({
        "queue": "WQ1", "colour": 1, "expression": "lang == 'en' AND task.a == worker.b",
        "skip_if": "workers.busy == 0 OR workers.WA1 == 0",
    });
    let text = json!({
        "version": 2,
        "task_routing": {
            "filters": [{
                "expression": "task.type == taskrouter.dayOfWeek", "name": "x",
                "targets": [target, {"queue": "WQ2"}, {"queue": "WQ3"}],
            }],
            "default_filter": {"queue": "WQ1", "timeout": "5"},
            "extra": null,
        },
    });
    assert_snapshot!(warnings(&text.to_string()).join("\n"), @r"
    `version`: unknown key, ignored
    `task_routing.extra`: unknown key, ignored
    `task_routing.filters[0].name`: unknown key, ignored
    `task_routing.filters[0].expression`: `task.type` means nothing here: known are task attributes without a prefix and `taskrouter.…`
    `task_routing.filters[0].targets[0].colour`: unknown key, ignored
    `task_routing.filters[0].targets[0].expression`: `lang` means nothing here: known are `task.…`, `worker.…` and `taskrouter.…`
    `task_routing.filters[0].targets[0].skip_if`: `workers.busy` means nothing here: known are `workers.available`, `workers.unavailable` and `workers.WA…`
    `task_routing.filters[0].targets[2]`: never reached: the target before has neither `timeout` nor `skip_if`
    `task_routing.default_filter.timeout`: the default filter has no timeout, ignored
    ");
    assert_eq!(
        warnings(r#"{"task_routing": {}}"#),
        ["`task_routing.default_filter`: missing: tasks that match no filter have nowhere to go"]
    );
}

#[test]
fn unknown_queues_are_reported_where_they_are_written() {
    let configuration = parse(DOCUMENTED);
    assert_eq!(configuration.check_queues(|_| true), Ok(()));
    let errors = configuration.check_queues(|queue| queue == "WQ1");
    assert_eq!(
        errors.unwrap_err().to_string(),
        "`task_routing.filters[0].targets[1].queue`: there is no task queue `WQ2`; \
         `task_routing.default_filter.queue`: there is no task queue `WQ3`"
    );
}

#[test]
fn a_written_configuration_can_be_read_again() {
    let configuration = parse(DOCUMENTED);
    let text = configuration.to_string();
    assert_eq!(parse(&text), configuration);
    assert_snapshot!(text, @r#"{"task_routing":{"filters":[{"filter_friendly_name":"Gold tickets","expression":"type == \"ticket\" AND customer_value == \"Gold\"","targets":[{"queue":"WQ1","priority":10,"timeout":300,"expression":"task.language IN worker.languages","order_by":"worker.level DESC, worker.seniority ASC","skip_if":"workers.available == 0"},{"queue":"WQ2","timeout":15,"known_worker_sid":"task.preferred_sid"},{"queue":"WQ2","priority":20}]}],"default_filter":{"queue":"WQ3"}}}"#);
    let empty = Configuration {
        filters: Vec::new(),
        default_filter: None,
    };
    assert_eq!(empty.to_string(), r#"{"task_routing":{"filters":[]}}"#);
    assert_eq!(parse(&empty.to_string()), empty);
}

#[test]
fn the_first_true_filter_wins_and_the_search_can_go_on() {
    let filter =
        |expression: &str| json!({"expression": expression, "targets": [{"queue": "WQ1"}]});
    let configuration = parse(&routing(&json!({"filters": [
        filter("type == 'a'"),
        filter("type != null"),
        filter("taskrouter.currentHour >= 8"),
        filter("type == 'a'"),
    ]})));
    // 08:00 and 07:59 UTC.
    let (morning, night) = (28_800_000, 28_799_999);
    for (attributes, now, from, expected) in [
        (json!({"type": "a"}), night, 0, Some(0)),
        (json!({"type": "a"}), night, 1, Some(1)),
        (json!({"type": "a"}), night, 2, Some(3)),
        (json!({"type": "a"}), morning, 2, Some(2)),
        (json!({"type": "a"}), night, 4, None),
        (json!({"type": "a"}), night, usize::MAX, None),
        (json!({"type": "b"}), night, 0, Some(1)),
        (json!({"type": "b"}), night, 2, None),
        (json!({}), morning, 0, Some(2)),
        (json!({}), night, 0, None),
    ] {
        assert_eq!(
            configuration.next_filter(from, &attributes, now),
            expected,
            "{attributes} from {from}"
        );
    }
}

#[test]
fn timeouts_accumulate_and_a_target_without_one_never_ends() {
    let deadlines = |timeouts: &[Option<u64>]| -> Vec<Option<u64>> {
        let targets = timeouts.iter().map(|timeout| Target {
            timeout: *timeout,
            ..Target::to_queue("WQ1")
        });
        let filter = Filter {
            friendly_name: None,
            expression: Expr::parse("1==1").unwrap(),
            targets: targets.collect(),
        };
        (0..=timeouts.len()).map(|at| filter.deadline(at)).collect()
    };
    assert_eq!(
        deadlines(&[Some(10), Some(10), Some(10)]),
        [Some(10), Some(20), Some(30), None]
    );
    assert_eq!(
        deadlines(&[Some(10), None, Some(5)]),
        [Some(10), None, Some(15), None]
    );
}

#[test]
fn a_target_admits_by_its_expression_only() {
    let target = |expression: Option<&str>| Target {
        expression: expression.map(|text| Expr::parse(text).unwrap()),
        ..Target::to_queue("WQ1")
    };
    let attributes = json!({"languages": ["en"]});
    let worker = WorkerRecord {
        attributes: &attributes,
        ..WorkerRecord::default()
    };
    let speaks = target(Some("task.lang IN worker.languages"));
    assert!(speaks.admits(&json!({"lang": "en"}), &worker, 0));
    assert!(!speaks.admits(&json!({"lang": "de"}), &worker, 0));
    assert!(target(None).admits(&json!({}), &worker, 0));
    assert!(!target(Some("1==0")).admits(&json!({}), &worker, 0));
}

#[test]
fn a_target_is_skipped_by_the_counts_of_its_queue() {
    struct Available(usize);
    impl WorkerCounts for Available {
        fn available(&self) -> usize {
            self.0
        }
        fn unavailable(&self) -> usize {
            0
        }
        fn in_activity(&self, _: &str) -> usize {
            0
        }
    }
    let target = Target {
        skip_if: Some(Expr::parse("workers.available == 0").unwrap()),
        ..Target::to_queue("WQ1")
    };
    assert!(target.skips(&Available(0)));
    assert!(!target.skips(&Available(1)));
    assert!(!Target::to_queue("WQ1").skips(&Available(0)));
}

#[test]
fn known_workers_are_looked_up_in_the_task() {
    const SID: &str = "WK0123456789abcdef0123456789abcdef";
    let reference = || Reference::parse("task.agent").unwrap();
    let by_sid = KnownWorkerKey::Sid(reference());
    let by_name = KnownWorkerKey::FriendlyName(reference());
    for (task, sid, name) in [
        (json!({}), KnownWorker::Missing, KnownWorker::Missing),
        (json!([]), KnownWorker::Missing, KnownWorker::Missing),
        (json!({"agent": null}), KnownWorker::None, KnownWorker::None),
        (
            json!({"agent": "null"}),
            KnownWorker::Invalid,
            KnownWorker::FriendlyName("null"),
        ),
        (
            json!({"agent": SID}),
            KnownWorker::Sid(SID),
            KnownWorker::FriendlyName(SID),
        ),
        (
            json!({"agent": ""}),
            KnownWorker::Invalid,
            KnownWorker::Invalid,
        ),
        (
            json!({"agent": 5}),
            KnownWorker::Invalid,
            KnownWorker::Invalid,
        ),
        (
            json!({"agent": [SID]}),
            KnownWorker::Invalid,
            KnownWorker::Invalid,
        ),
    ] {
        assert_eq!(by_sid.resolve(&task), sid, "{task}");
        assert_eq!(by_name.resolve(&task), name, "{task}");
    }
}

/// Replaces the `position`th of the nodes of a document, counted in writing order.
fn replace_node(json: &mut Json, position: &mut usize, with: &Json) {
    if *position == 0 {
        *json = with.clone();
    }
    *position = position.wrapping_sub(1);
    match json {
        Json::Array(elements) => {
            for element in elements {
                replace_node(element, position, with);
            }
        }
        Json::Object(members) => {
            for member in members.values_mut() {
                replace_node(member, position, with);
            }
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn damaged_documents_never_panic_and_good_ones_can_be_written(
        damages in proptest::collection::vec((0_usize..30, 0_usize..10), 0..4),
    ) {
        let replacements = json!([
            null, true, 0, -1, "7", "", "task.a", "1==1", [], {"queue": "WQ1", "expression": "1==0"},
        ]);
        let mut document: Json = serde_json::from_str(DOCUMENTED).unwrap();
        for (mut position, replacement) in damages {
            replace_node(&mut document, &mut position, &replacements[replacement]);
        }
        if let Ok(configuration) = Configuration::parse(&document.to_string()) {
            prop_assert_eq!(Configuration::parse(&configuration.to_string()), Ok(configuration));
        }
    }

    #[test]
    fn arbitrary_text_never_panics(text in any::<String>()) {
        prop_assert!(Configuration::parse(&text).is_err());
    }
}
