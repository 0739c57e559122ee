//! The evaluation rules and the scopes, beyond the example table.

use serde_json::{Value as Json, json};

use crate::routing::expr::*;

fn task() -> Json {
    json!({
        "text": "abc", "six": "6", "signed": "-6", "half": "0.5", "padded": " 6", "exponent": "6e0",
        "int": 7, "negative": -2, "float": 1.0, "big": 9_007_199_254_740_993_i64,
        "huge": u64::MAX, "yes": true, "no": false, "nothing": null,
        "list": ["a", "6", 6, true, null, ["x"], {"k": 1}], "empty": [], "object": {"k": {"in": 5}},
        "quote": "a\"b'c\\d", "$odd_1": 1, "lang": "en", "langs": ["en", "de"],
        "taskrouter": {"currentTime": "mine"},
    })
}

#[track_caller]
fn check(rows: &[(&str, bool)]) {
    let task = task();
    for (source, expected) in rows {
        let expr = Expr::parse(source).unwrap_or_else(|error| panic!("{source}: {error}"));
        assert_eq!(expr.matches_task(&task, 0), *expected, "{source}");
    }
}

#[test]
fn scalar_operators_with_an_array_are_false() {
    check(&[
        ("list == list", false),
        ("list != 'z'", false),
        ("'z' != list", false),
        ("list == null", false),
        ("list != null", false),
        ("list > 1", false),
        ("list CONTAINS 'a'", false),
        ("[1] == [1]", false),
        ("[1] != [2]", false),
        ("int == [7]", false),
    ]);
}

#[test]
fn array_operators_need_an_array_on_one_side_and_a_scalar_on_the_other() {
    check(&[
        ("text NOT IN 'abc'", false),
        ("text NOT IN 'z'", false),
        ("list HAS list", false),
        ("list IN list", false),
        ("empty NOT IN list", false),
        ("object NOT IN list", false),
        ("list HAS object", false),
        ("empty HAS 'a'", false),
        ("text NOT IN []", true),
        ("text IN []", false),
        ("[1, 2] HAS 2", true),
        ("list HAS 'x'", false),
        ("list[5] HAS 'x'", true),
    ]);
}

#[test]
fn membership_uses_the_equality_of_scalars() {
    check(&[
        ("list HAS 'A'", false),
        ("list HAS 6", true),
        ("list HAS '6.0'", true),
        ("list HAS true", true),
        ("list HAS false", false),
        ("six IN [5, 6]", true),
        ("lang IN [object.k.x, lang]", true),
        ("'en' IN langs", true),
        ("'en' IN [langs]", false),
    ]);
}

#[test]
fn null_equals_only_null_and_is_never_ordered_or_a_member() {
    check(&[
        ("null == null", true),
        ("null != null", false),
        ("nothing == missing", true),
        ("null != 0", true),
        ("null == 0", false),
        ("null == false", false),
        ("null == ''", false),
        ("missing < 1", false),
        ("missing >= null", false),
        ("missing CONTAINS 'a'", false),
        ("text CONTAINS null", false),
        ("list HAS null", false),
        ("null IN list", false),
        ("null NOT IN list", true),
        ("missing NOT IN ['a']", true),
        ("text IN missing", false),
        ("text NOT IN missing", false),
        ("missing HAS 'a'", false),
    ]);
}

#[test]
fn numbers_and_numeric_texts_compare_as_numbers() {
    check(&[
        ("six > 5", true),
        ("5 < six", true),
        ("six == 6", true),
        ("six == 6.0", true),
        ("6 = six", true),
        ("six != 6", false),
        ("six == '6'", true),
        ("six == '6.0'", false),
        ("signed < 0", true),
        ("half == 0.5", true),
        ("padded == 6", false),
        ("padded > 5", false),
        ("exponent == 6", false),
        ("exponent > 5", false),
        ("text > 5", false),
        ("text < 5", false),
        ("text == 5", false),
        ("text != 5", true),
        ("float == 1", true),
        ("1 == 1.0", true),
        ("negative < 0", true),
        ("big == 9007199254740993", true),
        ("big == 9007199254740992", false),
        ("huge > 9223372036854775807", true),
        ("0800 == 800", true),
        ("0800.50 == 800.5", true),
    ]);
}

#[test]
fn texts_are_ordered_by_code_point_unless_both_are_numeric() {
    check(&[
        ("'abc' < 'abd'", true),
        ("'Z' < 'a'", true),
        ("'10' > '9'", true),
        ("'10' > '9a'", false),
        ("text <= 'abc'", true),
        ("text >= 'abcd'", false),
        ("text == 'ABC'", false),
    ]);
}

#[test]
fn booleans_equal_booleans_only() {
    check(&[
        ("yes == TRUE", true),
        ("yes == no", false),
        ("yes != no", true),
        ("yes == 1", false),
        ("yes != 1", true),
        ("yes != 'true'", true),
        ("yes > no", false),
        ("yes >= yes", false),
        ("yes CONTAINS 't'", false),
    ]);
}

#[test]
fn objects_compare_with_nothing() {
    check(&[
        ("object == object", false),
        ("object != 'x'", false),
        ("object == null", false),
        ("object != null", false),
        ("object HAS 'k'", false),
        ("list[6] == list[6]", false),
    ]);
}

#[test]
fn contains_searches_text() {
    check(&[
        ("text CONTAINS 'bc'", true),
        ("text CONTAINS ''", true),
        ("text CONTAINS 'BC'", false),
        ("'555-1234' CONTAINS 1234", true),
        ("int CONTAINS 7", true),
        ("int CONTAINS '8'", false),
        ("'x1.5' contains 1.5", true),
    ]);
}

#[test]
fn references_walk_objects_and_arrays_and_end_in_null_elsewhere() {
    check(&[
        ("object.k.in == 5", true),
        ("object.missing.in == null", true),
        ("text.length == null", true),
        ("text[0] == null", true),
        ("list.a == null", true),
        ("list[0] == 'a'", true),
        ("list[007] == null", true),
        ("object[0] == null", true),
        ("$odd_1 == 1", true),
        ("object . k . in == 5", true),
    ]);
}

#[test]
fn keywords_are_accepted_in_any_case_and_synonyms_mean_the_same() {
    check(&[
        ("int == 7 and text == 'abc'", true),
        ("int == 8 oR text == 'abc'", true),
        ("lang not In langs", false),
        ("lang Not in ['x']", true),
        ("langs has 'en'", true),
        ("yes == True AND nothing == NULL", true),
        ("langs>-'en'AND'en'<-langs", true),
    ]);
}

#[test]
fn and_binds_tighter_than_or() {
    check(&[
        ("1==1 OR 1==1 AND 1==0", true),
        ("(1==1 OR 1==1) AND 1==0", false),
        ("1==0 AND 1==0 OR 1==1", true),
    ]);
}

#[test]
fn escapes_in_texts() {
    check(&[
        (r#"quote == "a\"b'c\\d""#, true),
        (r#"quote == 'a"b\'c\\d'"#, true),
    ]);
    // Any other backslash stands for itself.
    let backslash = Expr::parse(r"'\n' == '\\n'").unwrap();
    assert!(backslash.matches_task(&Json::Null, 0));
}

#[test]
fn the_clock_is_known_to_filters_and_targets_and_wins_over_attributes() {
    // 2024-01-01 08:30 UTC, a Monday.
    let now = 1_704_097_800_000;
    let worker = WorkerRecord::default();
    for (source, expected) in [
        (
            "taskrouter.currentTime > 0800 AND taskrouter.currentTime < 1830",
            true,
        ),
        ("taskrouter.currentHour > 8", false),
        ("taskrouter.currentHour == '08'", true),
        ("taskrouter.currentHour == 8", true),
        ("taskrouter.currentMin > 10", true),
        ("taskrouter.dayOfWeek IN ['Mon','Tue']", true),
        ("taskrouter.dayOfWeek == 'MON'", false),
        ("taskrouter.currentYear == null", true),
    ] {
        let expr = Expr::parse(source).unwrap();
        let task = task();
        assert_eq!(expr.matches_task(&task, now), expected, "filter: {source}");
        let target = TargetScope {
            task: &task,
            worker: &worker,
            now,
        };
        assert_eq!(expr.eval(&target), expected, "target: {source}");
    }
}

#[test]
fn in_targets_prefixes_are_mandatory() {
    let task = json!({"lang": "en", "worker": {"sid": "no"}});
    let attributes = json!({"lang": "de", "sid": "mine", "channel": "x", "sub": {"sid": "deep"}});
    let load = ChannelLoad {
        configured_capacity: 3,
        assigned_tasks: 1,
        available_capacity_percentage: 33,
    };
    let worker = WorkerRecord {
        attributes: &attributes,
        sid: "WK1",
        friendly_name: "alice",
        activity_sid: "WA1",
        activity_name: "Idle",
        channels: &[("voice", load)],
    };
    let target = TargetScope {
        task: &task,
        worker: &worker,
        now: 0,
    };
    for (source, expected) in [
        ("lang == null", true),
        ("task.lang == 'en'", true),
        ("worker.lang == 'de'", true),
        ("worker.sid == 'WK1'", true),
        ("worker.friendly_name == 'alice'", true),
        ("worker.activity_sid == 'WA1'", true),
        ("worker.activity_name == 'Idle'", true),
        ("activity_name == null", true),
        ("worker.sub.sid == 'deep'", true),
        ("worker.channel == 'x'", true),
        ("worker.channel.voice.configured_capacity == 3", true),
        ("worker.channel.voice.assigned_tasks == 1", true),
        (
            "worker.channel.voice.available_capacity_percentage == 33",
            true,
        ),
        ("worker.channel.fax.assigned_tasks == null", true),
        ("worker.channel.voice.colour == null", true),
        ("workers.available == null", true),
        ("task == null", true),
        ("worker[0] == null", true),
    ] {
        let expr = Expr::parse(source).unwrap();
        assert_eq!(expr.eval(&target), expected, "{source}");
    }
}

#[test]
fn in_queues_names_are_bare_and_the_prefix_is_tolerated() {
    let attributes = json!({"lang": "de", "sid": "mine", "worker": {"lang": "fr"}});
    let load = ChannelLoad {
        configured_capacity: 1,
        ..ChannelLoad::default()
    };
    let worker = WorkerRecord {
        attributes: &attributes,
        sid: "WK1",
        activity_name: "Idle",
        channels: &[("voice", load)],
        ..WorkerRecord::default()
    };
    for (source, expected) in [
        ("lang == 'de'", true),
        ("worker.lang == 'de'", true),
        ("sid == 'WK1'", true),
        ("worker.sid == 'WK1'", true),
        ("sid.x == null", true),
        ("activity_name == 'Idle'", true),
        ("worker.channel.voice.configured_capacity > 0", true),
    ] {
        let queue = TargetWorkers::parse(source).unwrap();
        assert_eq!(queue.matches(&worker), expected, "{source}");
    }
    assert_eq!(TargetWorkers::parse(" \n").unwrap(), TargetWorkers::Nobody);
    assert!(Expr::parse(" ").is_err());
}

#[test]
fn skip_if_knows_counts_only() {
    struct Two;
    impl WorkerCounts for Two {
        fn available(&self) -> usize {
            2
        }
        fn unavailable(&self) -> usize {
            usize::MAX
        }
        fn in_activity(&self, _: &str) -> usize {
            0
        }
    }
    for (source, expected) in [
        ("workers.available == 2", true),
        ("workers.unavailable > 1000000", true),
        ("workers.busy == null", true),
        ("task.lang == null", true),
        ("1==1", true),
    ] {
        let expr = Expr::parse(source).unwrap();
        assert_eq!(expr.eval(&SkipIfScope(&Two)), expected, "{source}");
    }
}

#[test]
fn documents_have_neither_prefixes_nor_built_in_names() {
    let document = json!({
        "status": "wrapping", "sid": "WT1", "attributes": {"channel": "voice"},
        "worker": {"sid": "WK1"}, "taskrouter": {"currentTime": "x"},
    });
    for (source, expected) in [
        (
            r#"status == "wrapping" AND attributes.channel == "voice""#,
            true,
        ),
        ("sid == 'WT1'", true),
        ("worker.sid == 'WK1'", true),
        ("taskrouter.currentTime == 'x'", true),
        ("status == 'assigned'", false),
    ] {
        let expr = Expr::parse(source).unwrap();
        assert_eq!(expr.matches_document(&document), expected, "{source}");
    }
}
