//! Hand-made facts and the figures counted from them by hand.

use super::*;
use crate::events::facts::{ActivityFacts, Facts, NamedFacts};
use crate::events::{ReservationFacts, TaskFacts, WorkerFacts};
use crate::model::sid::{
    ActivitySid, ReservationSid, Sid, TaskQueueSid, TaskSid, WorkerSid, WorkflowSid,
};
use crate::model::{ReservationStatus, TaskStatus};

/// Noon; midnight is twelve hours before.
const NOON: i64 = 1_795_262_400_000;
const MIDNIGHT: i64 = NOON - 12 * 3_600_000;
const SUPPORT: u128 = 1;
const SALES: u128 = 2;

/// Seconds before noon.
#[expect(
    clippy::unnecessary_wraps,
    reason = "facts have moments that may not have been"
)]
fn ago(seconds: i64) -> Option<i64> {
    Some(NOON - seconds * 1000)
}

fn task(number: u128, status: TaskStatus) -> TaskFacts {
    TaskFacts {
        sid: TaskSid::from_bits(number),
        workspace_sid: None,
        status,
        priority: Some(0),
        queue_sid: Some(TaskQueueSid::from_bits(SUPPORT)),
        queue_entered: None,
        workflow_sid: Some(WorkflowSid::from_bits(1)),
        channel_sid: None,
        channel: Some("voice".to_owned()),
        reason: None,
        attributes: None,
        team: None,
        virtual_start: None,
        version: None,
        created: None,
        first_queued: None,
        first_reserved: None,
        accepted: None,
        wrapping: None,
        completed: None,
        canceled: None,
        deleted: None,
    }
}

fn reservation(number: u128, of: u128, status: ReservationStatus) -> ReservationFacts {
    ReservationFacts {
        sid: ReservationSid::from_bits(number),
        task_sid: Some(TaskSid::from_bits(of)),
        worker_sid: Some(WorkerSid::from_bits(1)),
        queue_sid: Some(TaskQueueSid::from_bits(SUPPORT)),
        queue_entered: None,
        workflow_sid: None,
        channel: None,
        priority: None,
        task_created: None,
        status,
        reason_code: None,
        created: None,
        accepted: None,
        rejected: None,
        timed_out: None,
        canceled: None,
        rescinded: None,
        wrapping: None,
        completed: None,
        failed: None,
    }
}

fn worker(number: u128, activity: u128, team: &str) -> WorkerFacts {
    WorkerFacts {
        sid: WorkerSid::from_bits(number),
        workspace_sid: None,
        name: Some(format!("worker {number}")),
        attributes: Some(format!(r#"{{"team":"{team}"}}"#)),
        activity_sid: Some(ActivitySid::from_bits(activity)),
        activity_name: None,
        activity_since: None,
        created: None,
        deleted: None,
    }
}

fn activity(number: u128, name: &str, available: Option<bool>) -> ActivityFacts {
    ActivityFacts {
        sid: ActivitySid::from_bits(number),
        name: Some(name.to_owned()),
        available,
        is_deleted: false,
    }
}

/// Support, Sales and the workflow Route.
fn named() -> Facts {
    let queue = |bits, name: &str| NamedFacts {
        sid: TaskQueueSid::from_bits(bits),
        name: Some(name.to_owned()),
        is_deleted: false,
    };
    Facts {
        position: 7,
        last_event: ago(1),
        queues: vec![queue(SUPPORT, "Support"), queue(SALES, "Sales")],
        workflows: vec![NamedFacts {
            sid: WorkflowSid::from_bits(1),
            name: Some("Route".to_owned()),
            is_deleted: false,
        }],
        ..Facts::default()
    }
}

fn ledger(facts: Facts) -> Ledger {
    let mut ledger = Ledger::new(None);
    ledger.take_in(facts);
    ledger
}

/// The last hour, at noon.
fn question() -> Question {
    Question {
        now: NOON,
        midnight: MIDNIGHT,
        time_zone: "UTC".to_owned(),
        window: Between {
            from: NOON - 3_600_000,
            to: NOON,
        },
        filters: Filters::default(),
        limits: Limits::default(),
    }
}

fn answer(facts: Facts) -> Statistics {
    ledger(facts).answer(&question(), &Thresholds::default())
}

#[test]
fn without_facts_every_figure_is_there() {
    let answer = serde_json::to_value(answer(Facts::default())).unwrap();
    insta::assert_json_snapshot!(answer);
}

#[test]
fn tasks_are_counted_by_status_and_finished_ones_for_five_minutes() {
    let mut facts = named();
    let mut number = 0;
    for (status, ended) in [
        (TaskStatus::Pending, None),
        (TaskStatus::Pending, None),
        (TaskStatus::Reserved, None),
        (TaskStatus::Assigned, None),
        (TaskStatus::Wrapping, None),
        (TaskStatus::Completed, ago(299)),
        (TaskStatus::Completed, ago(300)),
        (TaskStatus::Canceled, ago(0)),
        (TaskStatus::Canceled, ago(4000)),
        // Nothing says yet what it is.
        (TaskStatus::Unknown, None),
    ] {
        number += 1;
        let mut line = task(number, status);
        line.priority = Some(i64::from(status == TaskStatus::Wrapping) * 5);
        line.created = ago(1000 + i64::try_from(number).unwrap());
        line.wrapping = ago(30);
        match status {
            TaskStatus::Completed => line.completed = ended,
            _ => line.canceled = ended,
        }
        facts.tasks.push(line);
    }
    let mut gone = task(50, TaskStatus::Assigned);
    gone.created = ago(90_000);
    gone.deleted = ago(10);
    facts.tasks.push(gone);
    let answer = answer(facts);
    let now = &answer.in_taskrouter_now;
    assert_eq!(
        now.tasks_by_status,
        TasksByStatus {
            pending: 2,
            reserved: 1,
            assigned: 1,
            wrapping: 1,
            completed: 1,
            canceled: 1,
        }
    );
    assert_eq!(now.total_tasks, 7);
    assert_eq!(
        now.tasks_by_priority.iter().collect::<Vec<_>>(),
        [(&0, &4), (&5, &1)]
    );
    let longest = now.longest_waiting.as_ref().unwrap();
    assert_eq!(longest.task_sid, TaskSid::from_bits(2).to_string());
    assert_eq!(longest.age, 1002);
    assert_eq!(longest.task_queue_name.as_deref(), Some("Support"));
    assert_eq!(now.longest_wrapping.as_ref().unwrap().age, 30);
    // What TaskRouter still has and what happened today are two figures.
    assert_eq!(answer.today.figures.tasks_completed, 2);
    assert_eq!(answer.today.figures.tasks_canceled, 2);
    assert_eq!(answer.in_window.tasks_canceled, 1);
    assert_eq!(answer.in_window.tasks_deleted, 1);
}

#[test]
fn both_ends_belong_to_the_window() {
    let mut facts = named();
    for (number, seconds, milliseconds) in [
        (1, 3600, -1),
        (2, 3600, 0),
        (3, 0, 0),
        (4, 0, 1),
        (5, 43_200, 0),
        (6, 43_200, -1),
    ] {
        let mut line = task(number, TaskStatus::Pending);
        line.created = Some(ago(seconds).unwrap() + milliseconds);
        facts.tasks.push(line);
    }
    let answer = answer(facts);
    assert_eq!(answer.in_window.tasks_created, 2);
    // 1, 2, 3 and 5.
    assert_eq!(answer.today.figures.tasks_created, 4);
}

#[test]
fn service_level_leaves_out_who_gave_up_early() {
    let mut facts = named();
    // Waited for, in milliseconds, and whether somebody came.
    let waits = [
        (119_999, true),
        (120_000, true),
        (120_001, true),
        (120_000, false),
        (120_001, false),
        (300_000, false),
    ];
    for (number, (waited, came)) in (1..).zip(waits) {
        let ended = NOON - 5_000;
        let mut line = task(number, TaskStatus::Canceled);
        line.created = Some(ended - waited);
        if came {
            line.status = TaskStatus::Assigned;
            line.accepted = Some(ended);
        } else {
            line.canceled = Some(ended);
        }
        facts.tasks.push(line);
    }
    // Canceled by the agent who had taken it.
    let mut line = task(7, TaskStatus::Canceled);
    (line.created, line.accepted, line.canceled) = (ago(5000), ago(4000), ago(10));
    facts.tasks.push(line);
    let window = answer(facts).in_window;
    assert_eq!(
        (
            window.tasks_accepted,
            window.tasks_canceled,
            window.tasks_abandoned
        ),
        (3, 4, 3)
    );
    let level = &window.service_level;
    assert_eq!(
        (level.met, level.accepted_late, level.abandoned_late),
        (2, 1, 2)
    );
    assert_eq!(level.percent, Some(40.0));
    assert_eq!(level.threshold, Some(Seconds(120_000)));
    assert_eq!(window.acceptance_time.p50, Some(Seconds(120_000)));
    assert_eq!(window.abandonment_time.max, Some(Seconds(300_000)));
}

#[test]
fn each_queue_has_its_threshold() {
    let mut facts = named();
    for (number, queue, waited) in [(1, SUPPORT, 50), (2, SUPPORT, 70), (3, SALES, 70)] {
        let mut line = task(number, TaskStatus::Assigned);
        line.queue_sid = Some(TaskQueueSid::from_bits(queue));
        (line.created, line.accepted) = (ago(100 + waited), ago(100));
        facts.tasks.push(line);
    }
    let thresholds = Thresholds {
        default: 120_000,
        queues: [("Support".to_owned(), 60_000)].into(),
    };
    let answer = ledger(facts).answer(&question(), &thresholds);
    let level = &answer.in_window.service_level;
    assert_eq!(
        (level.met, level.accepted_late, level.threshold),
        (2, 1, None)
    );
    assert_eq!(level.percent, Some(66.67));
    let queues: Vec<_> = answer
        .by_queue
        .iter()
        .map(|queue| {
            let level = &queue.in_window.service_level;
            (
                queue.task_queue_name.as_deref().unwrap(),
                queue.threshold.0,
                level.percent,
            )
        })
        .collect();
    assert_eq!(
        queues,
        [
            ("Sales", 120_000, Some(100.0)),
            ("Support", 60_000, Some(50.0))
        ]
    );
}

#[test]
fn an_acceptance_is_the_queues_it_happened_in() {
    let mut facts = named();
    let mut line = task(1, TaskStatus::Assigned);
    // Taken in Support and passed on to Sales, where it was taken again.
    line.queue_sid = Some(TaskQueueSid::from_bits(SALES));
    (line.created, line.accepted) = (ago(100), ago(90));
    facts.tasks.push(line);
    let mut first = reservation(1, 1, ReservationStatus::Completed);
    (first.created, first.accepted, first.completed) = (ago(95), ago(90), ago(50));
    let mut second = reservation(2, 1, ReservationStatus::Accepted);
    second.queue_sid = Some(TaskQueueSid::from_bits(SALES));
    (second.created, second.accepted) = (ago(60), ago(50));
    // Told in the other order: that must not matter.
    facts.reservations = vec![second, first];
    let answer = answer(facts);
    let of = |name: &str| {
        let mut queues = answer.by_queue.iter();
        let queue = queues.find(|queue| queue.task_queue_name.as_deref() == Some(name));
        let window = &queue.unwrap().in_window;
        (
            window.tasks_created,
            window.tasks_accepted,
            window.reservations_accepted,
        )
    };
    assert_eq!(of("Support"), (0, 1, 1));
    assert_eq!(of("Sales"), (1, 0, 1));
    assert_eq!(answer.in_window.tasks_accepted, 1);
    assert_eq!(answer.in_window.acceptance_time.max, Some(Seconds(10_000)));
}

#[test]
fn reservations_count_when_they_happened() {
    use ReservationStatus as S;
    let mut facts = named();
    let mut line = task(1, TaskStatus::Pending);
    line.created = ago(9000);
    facts.tasks.push(line);
    for (number, status) in (1..).zip([
        S::Pending,
        S::Rejected,
        S::Timeout,
        S::Canceled,
        S::Rescinded,
        S::Completed,
    ]) {
        let mut line = reservation(number, 1, status);
        line.created = ago(3700);
        let ended = ago(100);
        match status {
            S::Rejected => line.rejected = ended,
            S::Timeout => line.timed_out = ended,
            S::Canceled => line.canceled = ended,
            S::Rescinded => line.rescinded = ended,
            S::Completed => (line.accepted, line.completed) = (ago(3601), ended),
            _ => {}
        }
        facts.reservations.push(line);
    }
    // Its task is not known, nor whose it is.
    facts.reservations.push(reservation(9, 9, S::Rejected));
    let answer = answer(facts);
    let counts = |figures: &Figures| {
        [
            figures.reservations_created,
            figures.reservations_accepted,
            figures.reservations_rejected,
            figures.reservations_timed_out,
            figures.reservations_canceled,
            figures.reservations_rescinded,
            figures.reservations_completed,
        ]
    };
    assert_eq!(counts(&answer.in_window), [0, 0, 1, 1, 1, 1, 1]);
    assert_eq!(counts(&answer.today.figures), [6, 1, 1, 1, 1, 1, 1]);
}

/// Six workers: three of them have something to do, one of those two things.
fn floor() -> Facts {
    use ReservationStatus as S;
    let mut facts = named();
    facts.activities = vec![
        activity(1, "Available", Some(true)),
        activity(2, "On Break", Some(false)),
        activity(3, "Offline", Some(false)),
    ];
    facts.workers = vec![
        worker(1, 1, "North"),
        worker(2, 1, "North"),
        worker(3, 1, "South"),
        worker(4, 2, "South"),
        // In an activity that nobody has told of.
        worker(5, 9, "South"),
        worker(6, 1, "South"),
    ];
    for (number, team) in [(1, "North"), (2, "South"), (3, "South")] {
        let mut line = task(number, TaskStatus::Assigned);
        line.team = Some(team.to_owned());
        (line.created, line.accepted) = (ago(60), ago(30));
        facts.tasks.push(line);
    }
    facts.tasks[1].queue_sid = Some(TaskQueueSid::from_bits(SALES));
    facts.tasks[2].status = TaskStatus::Canceled;
    facts.tasks[2].canceled = ago(20);
    for (number, of, by, queue, status) in [
        (1, 1, 1, SUPPORT, S::Accepted),
        (2, 1, 1, SUPPORT, S::Pending),
        (3, 2, 3, SALES, S::Pending),
        (4, 2, 4, SALES, S::Wrapping),
        (5, 1, 2, SUPPORT, S::Rejected),
        // Its task is gone, and nobody told its end.
        (6, 3, 6, SUPPORT, S::Pending),
    ] {
        let mut line = reservation(number, of, status);
        line.created = ago(50);
        line.worker_sid = Some(WorkerSid::from_bits(by));
        line.queue_sid = Some(TaskQueueSid::from_bits(queue));
        facts.reservations.push(line);
    }
    facts
}

fn workers(ledger: &Ledger, question: &Question) -> WorkersNow {
    ledger.answer(question, &Thresholds::default()).workers
}

#[test]
fn reserved_and_busy_are_told_by_reservations() {
    let now = workers(&ledger(floor()), &question());
    assert_eq!((now.total_workers, now.available, now.idle), (6, 4, 2));
    assert_eq!((now.reserved, now.busy, now.wrapping), (2, 2, 1));
    let activities: Vec<_> = now
        .workers_by_activity
        .iter()
        .map(|activity| {
            let name = activity.activity_name.as_deref();
            (
                name,
                activity.available,
                activity.workers,
                activity.reserved,
                activity.busy,
            )
        })
        .collect();
    assert_eq!(
        activities,
        [
            (None, None, 1, 0, 0),
            (Some("Available"), Some(true), 4, 2, 1),
            (Some("Offline"), Some(false), 0, 0, 0),
            (Some("On Break"), Some(false), 1, 0, 1),
        ]
    );
}

#[test]
fn filters_narrow_tasks_and_a_team_workers_too() {
    let ledger = ledger(floor());
    let with = |change: fn(&mut Filters)| {
        let mut question = question();
        change(&mut question.filters);
        let answer = ledger.answer(&question, &Thresholds::default());
        (
            answer.in_window.tasks_created,
            answer.in_window.reservations_created,
            answer.workers.total_workers,
        )
    };
    assert_eq!(with(|_| {}), (3, 6, 6));
    assert_eq!(
        with(|filters| filters.queue = Some("Sales".to_owned())),
        (1, 2, 6)
    );
    let sid = TaskQueueSid::from_bits(SALES);
    let mut by_sid = question();
    by_sid.filters.queue = Some(sid.to_string());
    let answer = ledger.answer(&by_sid, &Thresholds::default());
    assert_eq!(answer.in_window.tasks_created, 1);
    assert_eq!(
        with(|filters| filters.workflow = Some("Route".to_owned())),
        (3, 6, 6)
    );
    assert_eq!(
        with(|filters| filters.workflow = Some("Other".to_owned())),
        (0, 0, 6)
    );
    assert_eq!(
        with(|filters| filters.channel = Some("chat".to_owned())),
        (0, 0, 6)
    );
    assert_eq!(
        with(|filters| filters.channel = Some("voice".to_owned())),
        (3, 6, 6)
    );
    assert_eq!(
        with(|filters| filters.team = Some("North".to_owned())),
        (1, 3, 2)
    );
    assert_eq!(
        with(|filters| filters.team = Some("north".to_owned())),
        (0, 0, 0)
    );
    assert!(ledger.knows_queue("Support") && ledger.knows_queue(&sid.to_string()));
    assert!(!ledger.knows_queue("support") && !ledger.knows_workflow("Support"));
}

#[test]
fn limits_hide_what_is_neither_of_a_team_nor_of_a_queue() {
    let ledger = ledger(floor());
    let with = |teams: &[&str], queues: &[&str], filter: Option<&str>| {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let mut question = question();
        question.limits = Limits {
            teams: names(teams),
            queues: names(queues),
        };
        question.filters.queue = filter.map(ToOwned::to_owned);
        let answer = ledger.answer(&question, &Thresholds::default());
        let queues: Vec<String> = answer
            .by_queue
            .iter()
            .filter_map(|queue| queue.task_queue_name.clone())
            .collect();
        (
            answer.in_window.tasks_created,
            answer.in_window.reservations_created,
            answer.workers.total_workers,
            queues.join(","),
        )
    };
    let figures = |tasks, reservations, workers, queues: &str| {
        (tasks, reservations, workers, queues.to_owned())
    };
    assert_eq!(with(&["North"], &[], None), figures(1, 3, 2, "Support"));
    assert_eq!(with(&[], &["Sales"], None), figures(1, 2, 2, "Sales"));
    // One of them is enough.
    assert_eq!(
        with(&["North"], &["Sales"], None),
        figures(2, 5, 4, "Sales,Support")
    );
    // A filter takes away, it never adds.
    assert_eq!(with(&["North"], &[], Some("Sales")), figures(0, 0, 2, ""));
    assert_eq!(with(&["East"], &["Service"], None), figures(0, 0, 0, ""));
}

#[test]
fn taking_rows_in_again_changes_nothing() {
    let mut ledger = ledger(floor());
    let once = ledger.answer(&question(), &Thresholds::default());
    let size = ledger.size();
    let mut again = floor();
    again.tasks.reverse();
    again.reservations.reverse();
    again.workers.reverse();
    ledger.take_in(again);
    assert_eq!(ledger.answer(&question(), &Thresholds::default()), once);
    assert_eq!(ledger.size(), size);
}

#[test]
fn a_changed_row_takes_the_place_of_the_one_before() {
    let mut ledger = ledger(floor());
    let mut facts = Facts {
        position: 9,
        ..named()
    };
    facts.activities = floor().activities;
    let mut line = task(1, TaskStatus::Completed);
    line.team = Some("North".to_owned());
    (line.created, line.accepted, line.completed) = (ago(60), ago(30), ago(5));
    facts.tasks.push(line);
    let mut gone = worker(6, 1, "South");
    gone.deleted = ago(3);
    facts.workers.push(gone);
    ledger.take_in(facts);
    let answer = ledger.answer(&question(), &Thresholds::default());
    assert_eq!(answer.position, 9);
    assert_eq!(answer.in_window.tasks_created, 3);
    assert_eq!(answer.in_window.tasks_completed, 1);
    assert_eq!(answer.workers.total_workers, 5);
    // The reservation of the finished task keeps nobody busy.
    assert_eq!(answer.workers.busy, 1);
}

#[test]
fn what_ended_long_ago_is_forgotten() {
    let mut facts = floor();
    for number in 10..20 {
        let mut line = task(number, TaskStatus::Completed);
        (line.created, line.accepted, line.completed) = (ago(90_000), ago(90_000), ago(80_000));
        facts.tasks.push(line);
        let mut line = reservation(number, number, ReservationStatus::Completed);
        (line.created, line.accepted, line.completed) = (ago(90_000), ago(90_000), ago(80_000));
        // The last one was only just finished.
        if number == 19 {
            line.completed = ago(10);
        }
        facts.reservations.push(line);
    }
    let mut ledger = ledger(facts);
    let before = ledger.answer(&question(), &Thresholds::default());
    ledger.forget_before(MIDNIGHT);
    assert_eq!(ledger.answer(&question(), &Thresholds::default()), before);
    assert_eq!((ledger.tasks.len(), ledger.reservations.len()), (4, 7));
    // Places are right after it.
    ledger.take_in(floor());
    assert_eq!(ledger.answer(&question(), &Thresholds::default()), before);
}

#[test]
fn tasks_that_only_reservations_speak_of_are_asked_for() {
    let mut ledger = Ledger::new(None);
    let mut facts = named();
    facts
        .reservations
        .push(reservation(1, 5, ReservationStatus::Completed));
    facts
        .reservations
        .push(reservation(2, 5, ReservationStatus::Rejected));
    assert_eq!(ledger.missing_tasks(&facts), [TaskSid::from_bits(5)]);
    facts.tasks.push(task(5, TaskStatus::Completed));
    assert_eq!(ledger.missing_tasks(&facts), []);
    ledger.take_in(facts.clone());
    facts.tasks.clear();
    assert_eq!(ledger.missing_tasks(&facts), []);
}
