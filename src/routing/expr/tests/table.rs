//! The example table of the language's reference, row by row.

use serde_json::{Value as Json, json};

use crate::routing::expr::*;

const WORKER_SID: &str = "WK11111111111111111111111111111111";

fn task() -> Json {
    json!({
        "type": "ticket", "lang": "en", "score": 7, "rating": "6", "vip": true,
        "note": "hello world", "tags": ["a", "b"], "o": {"p": "x", "l": [1, 2, 3]},
        "n": null, "preferred": ["w1"],
    })
}

fn worker_attributes() -> Json {
    json!({
        "skills": ["support", "sales"], "languages": ["english"], "level": 3, "id": "w1",
        "routing": {"skills": ["s1"]},
    })
}

fn worker(attributes: &Json) -> WorkerRecord<'_> {
    const IDLE: ChannelLoad = ChannelLoad {
        configured_capacity: 1,
        assigned_tasks: 0,
        available_capacity_percentage: 100,
    };
    WorkerRecord {
        attributes,
        sid: WORKER_SID,
        friendly_name: "Alice",
        activity_sid: "WA11111111111111111111111111111111",
        activity_name: "Available",
        channels: &[("voice", IDLE), ("chat", IDLE)],
    }
}

/// Nobody available; one worker in `WA11…`, three in `WA22…`.
struct Counts;

impl WorkerCounts for Counts {
    fn available(&self) -> usize {
        0
    }
    fn unavailable(&self) -> usize {
        4
    }
    fn in_activity(&self, activity_sid: &str) -> usize {
        match activity_sid {
            "WA11111111111111111111111111111111" => 1,
            "WA22222222222222222222222222222222" => 3,
            _ => 0,
        }
    }
}

#[derive(Clone, Copy)]
enum Context {
    Any,
    Filter,
    Queue,
    WorkersList,
    Target,
    SkipIf,
}

fn answers(context: Context, source: &str) -> Vec<bool> {
    let (task, attributes) = (task(), worker_attributes());
    let worker = worker(&attributes);
    let parse = || Expr::parse(source).unwrap();
    let target = || {
        parse().eval(&TargetScope {
            task: &task,
            worker: &worker,
            now: 0,
        })
    };
    let skip_if = || parse().eval(&SkipIfScope(&Counts));
    match context {
        Context::Any => vec![
            parse().matches_task(&task, 0),
            parse().matches_worker(&worker),
            target(),
            skip_if(),
        ],
        Context::Filter => vec![parse().matches_task(&task, 0)],
        Context::Queue => vec![TargetWorkers::parse(source).unwrap().matches(&worker)],
        Context::WorkersList => vec![parse().matches_worker(&worker)],
        Context::Target => vec![target()],
        Context::SkipIf => vec![skip_if()],
    }
}

#[test]
fn every_row_answers_as_tabled() {
    use Context::{Any, Filter, Queue, SkipIf, Target, WorkersList};
    let rows = [
        (1, Any, "1==1", true),
        (2, Any, "0 != 1", true),
        (3, Any, r#""apple" != "orange""#, true),
        (4, Any, "1==0", false),
        (5, Filter, "type == 'ticket'", true),
        (6, Filter, "type = 'ticket'", true),
        (7, Filter, r#"type == "Ticket""#, false),
        (8, Filter, "Type == 'ticket'", false),
        (9, Filter, "type == 'ticket' AND lang IN ['en','es']", true),
        (10, Filter, r#"lang IN ["de","fr"]"#, false),
        (11, Filter, r#"lang NOT IN ["de","fr"]"#, true),
        (12, Filter, r#"lang <- ["en"]"#, true),
        (13, Filter, r#"tags HAS "a""#, true),
        (14, Filter, r#"tags >- "z""#, false),
        (15, Filter, r#"tags == "a""#, false),
        (16, Filter, r#"lang HAS "en""#, false),
        (17, Filter, r#"lang IN "en""#, false),
        (18, Filter, r#"note CONTAINS "world""#, true),
        (19, Filter, r#"note CONTAINS "World""#, false),
        (20, Filter, "score >= 5.1", true),
        (21, Filter, "score > 7", false),
        (22, Filter, "rating > 5", true),
        (23, Filter, "rating == 6", true),
        (24, Filter, "vip == true", true),
        (25, Filter, r#"vip == "true""#, false),
        (26, Filter, r#"o.p != "apple""#, true),
        (27, Filter, "o.l[2] == 3", true),
        (28, Filter, "o.l[9] == null", true),
        (29, Filter, "missing == null", true),
        (30, Filter, "missing != null", false),
        (31, Filter, "n == null", true),
        (32, Filter, "missing > 1", false),
        (33, Filter, r#"missing != "x""#, true),
        (
            34,
            Filter,
            r#"(lang == "en" OR lang == "fr") AND score >= 5.1"#,
            true,
        ),
        (
            35,
            Filter,
            r#"lang == "en" OR lang == "fr" AND score > 100"#,
            true,
        ),
        // 36 and 37 are refused, see below.
        (
            38,
            Queue,
            r#"(skills HAS "support") AND (languages HAS "english")"#,
            true,
        ),
        (39, Queue, "skills HAS 'Support'", false),
        (40, Queue, r#"level HAS "support""#, false),
        (41, Queue, "level < 5", true),
        (42, Queue, "routing.skills HAS 's1'", true),
        (43, Queue, r#"missingAttribute = "foo""#, false),
        (44, Queue, "", false),
        (
            45,
            WorkersList,
            r#"sid == "WK11111111111111111111111111111111""#,
            true,
        ),
        (
            46,
            WorkersList,
            r#"activity_name IN ["Available","Break"]"#,
            true,
        ),
        (47, Target, "worker.id IN task.preferred", true),
        (48, Target, "task.lang IN worker.languages", false),
        (49, Target, "worker.activity_name in ['Available']", true),
        (50, Target, "worker.sid NOT IN task.excluded", false),
        (51, Target, "task.targetWorker == worker.contact_uri", true),
        (52, Target, "worker.channel.voice.assigned_tasks == 0", true),
        (
            53,
            Target,
            "worker.channel.chat.available_capacity_percentage == 100",
            true,
        ),
        (54, SkipIf, "workers.available == 0", true),
        (
            55,
            SkipIf,
            "workers.WA11111111111111111111111111111111 < 2 OR \
             workers.WA22222222222222222222222222222222 < 2",
            true,
        ),
    ];
    for (row, context, source, expected) in rows {
        for answer in answers(context, source) {
            assert_eq!(answer, expected, "row {row}: {source}");
        }
    }
}

#[test]
fn row_36_a_hyphen_is_refused() {
    let error = Expr::parse("skill-level > 3").unwrap_err();
    assert_eq!(error.kind, ErrorKind::Hyphen);
    assert_eq!(error.span, 5..6);
}

#[test]
fn row_37_a_bare_name_is_refused() {
    let error = Expr::parse("vip").unwrap_err();
    assert!(
        matches!(error.kind, ErrorKind::ExpectedOperator { .. }),
        "{error}"
    );
}

#[test]
fn row_55_both_counts_are_compared() {
    let skips = |source| answers(Context::SkipIf, source) == [true];
    assert!(!skips(
        "workers.WA11111111111111111111111111111111 < 1 OR \
         workers.WA22222222222222222222222222222222 < 3"
    ));
    assert!(skips("workers.WA33333333333333333333333333333333 == 0"));
    assert!(skips("workers.unavailable >= 4"));
}
