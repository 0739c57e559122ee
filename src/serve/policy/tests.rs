//! What is due when, as tables.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::*;
use crate::events::Facts;
use crate::model::sid::{ReservationSid, Sid as _, TaskQueueSid, TaskSid, WorkerSid, WorkspaceSid};

const NOON: &str = "2026-11-20T12:00:00Z";

fn settings(text: &str) -> PolicySettings {
    toml_edit::de::from_str(text).unwrap()
}

fn refused(text: &str) -> String {
    toml_edit::de::from_str::<PolicySettings>(text)
        .unwrap_err()
        .message()
        .to_owned()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// So many seconds after noon.
fn after_noon(seconds: i64) -> Timestamp {
    at(NOON) + SignedDuration::from_secs(seconds)
}

fn task(number: u128) -> TaskSid {
    TaskSid::from_bits(number)
}

fn wrapping(number: u128, queue: &str) -> WrappingTask {
    WrappingTask {
        sid: task(number),
        queue: Some((TaskQueueSid::from_bits(7), queue.to_owned())),
        since: Since::Told(at(NOON)),
    }
}

fn worker(number: u128, activity: &str) -> WorkerNow {
    WorkerNow {
        sid: WorkerSid::from_bits(number),
        name: format!("worker {number}"),
        activity: activity.to_owned(),
        available: Some(activity == "Available"),
        since: at(NOON),
        attributes: json!({"team": "North"}),
    }
}

/// What is due, in short: what is done to which number, and where to.
fn short(policy: &PolicySettings, situation: &Situation, now: Timestamp) -> Vec<String> {
    due(policy, &TimeZone::UTC, situation, now)
        .iter()
        .map(|action| match action {
            Action::Complete { task, .. } => format!("complete {}", task.bits()),
            Action::Return {
                worker, with, to, ..
            } => format!("return {} to {to} with {}", worker.bits(), with.len()),
            Action::HandBack {
                worker, shift, to, ..
            } => format!("hand back {} to {to} of {shift}", worker.bits()),
        })
        .collect()
}

#[test]
fn the_documented_settings_are_read() {
    #[derive(serde::Deserialize)]
    struct Written {
        serve: crate::serve::ServeSettings,
    }

    let page = include_str!("../../../docs/serve.md");
    let mut blocks = page.split("```toml\n").skip(1);
    let found = blocks.find(|block| block.starts_with("[serve.policy]"));
    let (block, _) = found.unwrap().split_once("```").unwrap();
    let written: Written = toml_edit::de::from_str(block).unwrap();
    assert_eq!(written.serve.policy.mode, Mode::On);
    assert_eq!(written.serve.register.workflows, ["Support"]);
    assert_eq!(written.serve.problems(), Vec::<String>::new());
}

#[test]
fn a_task_may_wrap_up_as_long_as_its_queue_allows() {
    let policy = settings(
        "[wrap_up]\nafter = \"60s\"\nqueues = { Support = 90, Sales = \"never\", \
         WQ00000000000000000000000000000007 = \"2m\" }",
    );
    for (queue, seconds, wanted) in [
        ("Other", 59, false),
        ("Other", 119, false),
        ("Other", 120, true),
        ("Support", 89, false),
        ("Support", 90, true),
        ("Sales", 86_400, false),
    ] {
        let situation = Situation {
            wrapping: vec![wrapping(1, queue)],
            ..Situation::default()
        };
        let found = !short(&policy, &situation, after_noon(seconds)).is_empty();
        assert_eq!(found, wanted, "{queue} {seconds}");
    }
    let nowhere = Situation {
        wrapping: vec![WrappingTask {
            queue: None,
            ..wrapping(1, "")
        }],
        ..Situation::default()
    };
    assert!(short(&policy, &nowhere, after_noon(59)).is_empty());
    assert_eq!(short(&policy, &nowhere, after_noon(60)), ["complete 1"]);
    assert!(short(&settings(""), &nowhere, after_noon(86_400)).is_empty());
}

#[test]
fn what_would_have_told_that_a_task_wraps_up_may_be_missing() {
    let seen = |accepted: Option<i64>, wrapping: Option<i64>| {
        let row = json!({
            "sid": task(1), "status": "wrapping", "created": 1_000, "accepted": accepted,
            "wrapping": wrapping,
        });
        let facts = Facts {
            tasks: vec![serde_json::from_value(row).unwrap()],
            ..Facts::default()
        };
        Situation::of(&facts, WorkspaceSid::from_bits(1)).wrapping
    };
    let moment = |milliseconds| Timestamp::from_millisecond(milliseconds).unwrap();
    for (accepted, wrapping, since) in [
        (Some(3_000), Some(5_000), Since::Told(moment(5_000))),
        (Some(3_000), None, Since::NotBefore(moment(3_000))),
        (None, None, Since::NotBefore(moment(1_000))),
    ] {
        let found = seen(accepted, wrapping);
        assert_eq!(found.len(), 1, "{accepted:?} {wrapping:?}");
        assert_eq!(found[0].since, since, "{accepted:?} {wrapping:?}");
    }
}

#[test]
fn a_worker_may_stay_in_after_work_as_long_as_the_team_allows() {
    let policy = settings("[return]\nafter = \"2m\"\nteams = { South = \"never\", West = 30 }");
    for (team, activity, seconds, wanted) in [
        ("North", "Wrap-Up", 119, false),
        ("North", "Wrap-Up", 120, true),
        ("North", "Available", 120, false),
        ("North", "Break", 86_400, false),
        ("South", "Wrap-Up", 86_400, false),
        ("West", "Wrap-Up", 30, true),
    ] {
        let situation = Situation {
            workers: vec![WorkerNow {
                attributes: json!({"team": team}),
                ..worker(1, activity)
            }],
            ..Situation::default()
        };
        let found = short(&policy, &situation, after_noon(seconds));
        let wanted: &[&str] = if wanted {
            &["return 1 to Available with 0"]
        } else {
            &[]
        };
        assert_eq!(found, wanted, "{team} {activity} {seconds}");
    }
}

#[test]
fn who_still_has_a_call_in_hand_does_not_come_back() {
    let policy = settings("[return]\nafter = \"2m\"");
    let mut situation = Situation {
        wrapping: vec![wrapping(1, "Support")],
        workers: vec![worker(9, "Wrap-Up")],
        ..Situation::default()
    };
    let nine = WorkerSid::from_bits(9);
    for (held, wanted) in [
        (vec![], true),
        (vec![1], true),
        (vec![2], false),
        (vec![1, 2], false),
    ] {
        let tasks = held.iter().map(|number| task(*number)).collect();
        situation.held.insert(nine, tasks);
        let found = short(&policy, &situation, after_noon(120));
        let wanted: &[&str] = if wanted {
            &["return 9 to Available with 0"]
        } else {
            &[]
        };
        assert_eq!(found, wanted, "{held:?}");
    }
}

#[test]
fn a_reservation_whose_task_is_over_is_not_held() {
    let reservation = |number: u128| {
        json!({
            "sid": ReservationSid::from_bits(number), "status": "accepted",
            "task_sid": task(number), "worker_sid": WorkerSid::from_bits(9),
        })
    };
    let facts = Facts {
        tasks: [(1, "assigned"), (2, "completed")]
            .map(|(number, status)| {
                let row = json!({"sid": task(number), "status": status});
                serde_json::from_value(row).unwrap()
            })
            .into(),
        // Of the third nothing is open.
        reservations: (1..=3)
            .map(|number| serde_json::from_value(reservation(number)).unwrap())
            .collect(),
        ..Facts::default()
    };
    let held = Situation::of(&facts, WorkspaceSid::from_bits(1)).held;
    assert_eq!(held[&WorkerSid::from_bits(9)], BTreeSet::from([task(1)]));
}

#[test]
fn who_has_no_other_task_comes_back_with_the_task_that_is_completed() {
    let with_task = settings("[wrap_up]\nafter = 60");
    let alone = settings("[wrap_up]\nafter = 60\n[return]\nwith_task = false");
    let mut situation = Situation {
        wrapping: vec![wrapping(1, "Support")],
        workers: vec![worker(9, "Wrap-Up")],
        ..Situation::default()
    };
    let nine = WorkerSid::from_bits(9);
    situation.held.insert(nine, BTreeSet::from([task(1)]));
    let both = ["complete 1", "return 9 to Available with 1"];
    assert_eq!(short(&with_task, &situation, after_noon(60)), both);
    assert_eq!(short(&alone, &situation, after_noon(60)), ["complete 1"]);
    assert!(short(&with_task, &situation, after_noon(59)).is_empty());
    // Another call is still under way.
    situation
        .held
        .insert(nine, BTreeSet::from([task(1), task(2)]));
    assert_eq!(
        short(&with_task, &situation, after_noon(60)),
        ["complete 1"]
    );
    // Who has no task at all came to after-work for another reason.
    situation.held.clear();
    assert_eq!(
        short(&with_task, &situation, after_noon(60)),
        ["complete 1"]
    );
}

#[test]
fn at_the_end_of_a_shift_those_who_are_still_available_are_handed_back() {
    let policy = settings(
        "[shifts.day]\nends = \"18:00\"\ndays = [\"friday\", \"Sat\"]\nworkers = 'team == \"North\"'\nwithin = \"30m\"",
    );
    for (name, moment, worker, wanted) in [
        (
            "not yet",
            "2026-11-20T17:59:59Z",
            worker(1, "Available"),
            false,
        ),
        ("now", "2026-11-20T18:00:00Z", worker(1, "Available"), true),
        ("late", "2026-11-20T18:29:59Z", worker(1, "Available"), true),
        (
            "too late",
            "2026-11-20T18:30:00Z",
            worker(1, "Available"),
            false,
        ),
        (
            "another day",
            "2026-11-22T18:00:00Z",
            worker(1, "Available"),
            false,
        ),
        (
            "saturday",
            "2026-11-21T18:00:00Z",
            worker(1, "Available"),
            true,
        ),
        ("gone", "2026-11-20T18:00:00Z", worker(1, "Offline"), false),
        (
            "on a break",
            "2026-11-20T18:00:00Z",
            worker(1, "Break"),
            false,
        ),
        (
            "overtime",
            "2026-11-20T18:10:00Z",
            WorkerNow {
                since: at("2026-11-20T18:00:00Z"),
                ..worker(1, "Available")
            },
            false,
        ),
        (
            "another team",
            "2026-11-20T18:00:00Z",
            WorkerNow {
                attributes: json!({"team": "South"}),
                ..worker(1, "Available")
            },
            false,
        ),
    ] {
        let situation = Situation {
            workers: vec![worker],
            ..Situation::default()
        };
        let found = short(&policy, &situation, at(moment));
        let wanted: &[&str] = if wanted {
            &["hand back 1 to Offline of day"]
        } else {
            &[]
        };
        assert_eq!(found, wanted, "{name}");
    }
}

#[test]
fn shifts_end_by_the_clock_on_the_wall() {
    let policy = settings("[shifts.night]\nends = \"02:30\"");
    let shift = &policy.shifts["night"];
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    for (now, wanted) in [
        ("2026-11-20T01:30:00Z", "2026-11-20T01:30:00Z"),
        ("2026-11-20T01:29:59Z", "2026-11-19T01:30:00Z"),
        ("2026-07-01T00:30:00Z", "2026-07-01T00:30:00Z"),
        // 02:30 does not exist on the day that summer time begins.
        ("2026-03-29T05:00:00Z", "2026-03-29T01:30:00Z"),
    ] {
        let end = due::last_end(shift, &berlin, at(now));
        assert_eq!(end, Some(at(wanted)), "{now}");
    }
}

#[test]
fn who_is_through_after_the_end_of_the_shift_is_not_made_available() {
    let policy = settings(
        "[wrap_up]\nafter = 60\n[return]\nafter = 60\n[shifts.noon]\nends = \"12:00\"\nactivity = \"Home\"",
    );
    let situation = Situation {
        workers: vec![worker(1, "Wrap-Up")],
        ..Situation::default()
    };
    let found = short(&policy, &situation, after_noon(60));
    assert_eq!(found, ["return 1 to Home with 0"]);
    let an_hour_later = short(&policy, &situation, after_noon(3600));
    assert_eq!(an_hour_later, ["return 1 to Available with 0"]);
}

#[test]
fn what_cannot_be_meant_is_refused() {
    for (text, wanted) in [
        ("mode = \"dry\"", "unknown variant `dry`"),
        ("[wrap_up]\nafter = \"soon\"", "write a span like `90s`"),
        ("[wrap_up]\nqueues = { A = -1 }", "write a span like `90s`"),
        ("[return]\nacross = 1", "unknown field `across`"),
        ("[shifts.a]", "missing field `ends`"),
        ("[shifts.a]\nends = \"6 pm\"", "`6 pm` is no time of day"),
        (
            "[shifts.a]\nends = \"18:00\"\ndays = [\"fr\"]",
            "`fr` is no day of the week",
        ),
        (
            "[shifts.a]\nends = \"18:00\"\nworkers = \"team\"",
            "`workers` cannot be understood",
        ),
    ] {
        let message = refused(text);
        assert!(message.contains(wanted), "{text}: {message}");
    }
    let odd = settings(
        "[return]\nafter = 1\nto = \"Wrap-Up\"\n[shifts.a]\nends = \"18:00\"\nwithin = \"never\"\n\
         [shifts.b]\nends = \"18:00\"\nwithin = \"25h\"",
    );
    assert_eq!(odd.problems().len(), 3, "{:?}", odd.problems());
    assert_eq!(settings("").mode, Mode::Off);
    assert_eq!("dry-run".parse(), Ok(Mode::DryRun));
}

#[test]
fn what_failed_is_left_alone_longer_every_time() {
    let pauses: Vec<i64> = [0, 1, 2, 5, 40]
        .into_iter()
        .map(|tries| act::pause(tries).as_secs())
        .collect();
    assert_eq!(pauses, [30, 60, 120, 900, 900]);
}
