//! What happened, and what there is.

use super::*;

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
